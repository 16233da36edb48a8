/** Settings of a target: as written, or from variables. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SshTarget } from '../../src/plan/plan.ts';
import { newKeyPair } from '../../src/ssh/keys.ts';
import { privateKeyOf, settingOf } from '../../src/targets/hosts/setting.ts';
import { endpointOf } from '../../src/targets/hosts/ssh.ts';
import { temporaryFolder } from './rig.ts';

const pair = newKeyPair();

describe('a setting', () => {
  it('is what is written, or what the variable holds, without blanks around it', () => {
    expect(settingOf({ value: 'box' }, 'the host', {})).toBe('box');
    expect(settingOf({ variable: 'BOX' }, 'the host', { BOX: ' box\n' })).toBe('box');
  });

  it.each([undefined, '', ' \n'])('whose variable is %j says so', (BOX) => {
    expect(() => settingOf({ variable: 'BOX' }, 'the host of the target `box`', { BOX })).toThrow(
      'BOX is not set; it holds the host of the target `box`',
    );
  });
});

describe('a private key', () => {
  it('is the text itself, whatever stands around it', () => {
    const key = privateKeyOf({ variable: 'K' }, 'the key', { K: `\n${pair.privateKey}\n\n` });
    expect(key).toBe(`${pair.privateKey.trim()}\n`);
  });

  it('is in the file of that name, also below the home folder', () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'id'), pair.privateKey);
    for (const value of [join(home, 'id'), '~/id'])
      expect(privateKeyOf({ value }, 'the key', { HOME: home })).toBe(pair.privateKey);
  });

  it.each(['/gone/id_ed25519', '~/.ssh/gone', './gone'])(
    'is named when its file is not there (%s)',
    (path) => {
      const read = () => privateKeyOf({ variable: 'K' }, 'the key', { K: path, HOME: temporaryFolder() });
      expect(read).toThrow(`the key is neither a private key nor the path of one (ENOENT): ${path}`);
    },
  );

  it('is named when the project file says it, and is not shown when that is a key', () => {
    expect(() => privateKeyOf({ value: 'keys/gone' }, 'the key', {})).toThrow(/\(ENOENT\): keys\/gone$/);
    expect(() => privateKeyOf({ value: 'Ab3+'.repeat(16) }, 'the key', {})).toThrow(/\(E[A-Z]+\)$/);
  });

  it('that begins like a path is not shown either', () => {
    const text = `/${'Ab3/+'.repeat(14)}`;
    const read = () => privateKeyOf({ variable: 'K' }, 'the key', { K: text });
    expect(read).toThrow(/ENOENT\)$/);
  });

  it('that is neither is not shown', () => {
    const text = pair.privateKey.split('\n')[1] ?? '';
    const read = () => privateKeyOf({ variable: 'K' }, 'the key of the target `box`', { K: text });
    expect(read).toThrow(
      /^the key of the target `box` is neither a private key nor the path of one \(E[A-Z]+\)$/,
    );
    expect(read).not.toThrow(text);
  });
});

describe('an endpoint', () => {
  const target = {
    ...{ kind: 'ssh', slots: 1, workspace: '~/w', environment: {} },
    ...{ host: { value: 'box' }, port: { value: '22' }, user: { value: 'root' } },
    ...{ key: { variable: 'K' }, hostKey: { value: pair.publicKey } },
  } as const satisfies SshTarget;
  const of = (more: Partial<SshTarget>, K = pair.privateKey) =>
    endpointOf('box', { ...target, ...more }, { K });

  it('is all that is needed to connect', () => {
    expect(of({})).toMatchObject({ host: 'box', port: 22, user: 'root', hostKey: pair.publicKey });
  });

  it.each(['0', '65536', '22.5', 'ssh', ''])('with the port %j is refused', (value) => {
    expect(() => of({ port: { value } })).toThrow(
      'the port of the target `box` is no number from 1 to 65535',
    );
  });

  it('with a host key that is none is refused', () => {
    expect(() => of({ hostKey: { value: 'box ssh-ed25519' } })).toThrow(
      /^the host key of the target `box`: /,
    );
  });

  it('with a key that is none is refused, and does not show it', () => {
    const broken = pair.privateKey.replace(/[A-Z]/g, 'x');
    expect(() => of({}, broken)).toThrow(/^the key of the target `box`/);
    expect(() => of({}, broken)).not.toThrow(broken.split('\n')[1]);
  });
});
