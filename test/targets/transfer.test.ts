/** `/scp:…` to a host and from it. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectWith } from '../drivers/rig.ts';
import { hasSshd, type Sshd, startSshd } from '../rig/sshd.ts';
import { temporaryFolder } from './rig.ts';
import { boxProject, runBox, type SshRun, variablesOf } from './ssh-rig.ts';

describe.skipIf(!hasSshd)('a transfer', () => {
  let host: Sshd;
  let variables: Record<string, string>;
  beforeEach(async () => {
    host = await startSshd();
    variables = variablesOf(host);
  });
  afterEach(() => host.stop());

  const there = (...path: string[]) => join(host.home, 'project', ...path);
  const project = (more: object, files: Record<string, string> = {}) =>
    projectWith({
      'ml-workflow.yml': boxProject({
        // So that all that comes is of the transfer.
        sync: { include: ['ml-workflow.yml'] },
        commands: { a: { run: 'true', target: 'box' } },
        ...more,
      }),
      ...files,
    });
  const transfer = (rest: object) => ({ transfers: { move: rest } });
  const run = (folder: string, chain = '/scp:move') => runBox(folder, chain, { environment: variables });
  const failure = (done: SshRun) =>
    done.events.flatMap((event) => (event.type === 'unit-failed' ? [event] : []))[0];
  const put = (path: string, text: string) => {
    mkdirSync(dirname(there(path)), { recursive: true });
    writeFileSync(there(path), text);
  };
  const files = (root: string, at = '') =>
    (readdirSync(join(root, at), { recursive: true, encoding: 'utf8' }) as string[])
      .filter((path) => !path.includes('.ml-workflow') && statSync(join(root, at, path)).isFile())
      .sort();

  it('up sends files and folders to where they are to be, without what is excluded', async () => {
    const folder = project(
      transfer({
        direction: 'up',
        paths: ['data', { from: 'models/base', to: 'base' }, { from: 'conf/prod.yml', to: 'config.yml' }],
        exclude: ['data/cache', 'models/base/old.bin'],
      }),
      {
        ...{ 'data/x': 'x', 'data/deep/cache/kept': 'k', 'data/cache/c': 'c' },
        ...{ 'models/base/w.bin': 'w', 'models/base/old.bin': 'o', 'conf/prod.yml': 'prod' },
      },
    );
    const first = await run(folder);
    expect(first.conclusion.decision).toBe('passed');
    expect(files(there())).toEqual([
      'base/w.bin',
      'config.yml',
      'data/deep/cache/kept',
      'data/x',
      'ml-workflow.yml',
    ]);
    expect(readFileSync(there('config.yml'), 'utf8')).toBe('prod');
    // A folder of classes has only classes in it.
    expect(readdirSync(there('data')).sort()).toEqual(['deep', 'x']);
    expect(first.printed).toEqual([expect.stringMatching(/^4 files on \S+, 7 bytes sent$/)]);
    const again = await run(folder);
    expect(again.printed).toEqual([expect.stringMatching(/^4 files on \S+, 0 bytes sent$/)]);
    writeFileSync(join(folder, 'conf/prod.yml'), 'changed');
    await run(folder);
    expect(readFileSync(there('config.yml'), 'utf8')).toBe('changed');
  });

  it('up sends what git ignores, and what a link of ours leads to', async () => {
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, 'big'), 'big');
    const folder = project(
      { ...transfer({ direction: 'up', paths: ['data', 'one'] }) },
      { '.gitignore': 'data\n' },
    );
    symlinkSync(elsewhere, join(folder, 'data'));
    symlinkSync(join(elsewhere, 'big'), join(folder, 'one'));
    await run(folder);
    expect(readFileSync(there('data/big'), 'utf8')).toBe('big');
    expect(readFileSync(there('one'), 'utf8')).toBe('big');
  });

  it('up of what is not there sends nothing', async () => {
    const folder = project(transfer({ direction: 'up', paths: ['here', 'gone'] }), { here: 'h' });
    const done = await run(folder);
    expect(failure(done)).toMatchObject({ class: 'usage', message: '`gone` is not there; nothing was sent' });
    expect(existsSync(there('here'))).toBe(false);
  });

  it('up of a link that leads outside says which', async () => {
    const folder = project(transfer({ direction: 'up', paths: ['data'] }), { 'data/x': 'x' });
    symlinkSync('/etc/passwd', join(folder, 'data/link'));
    const done = await run(folder);
    expect(failure(done)).toMatchObject({ class: 'usage' });
    expect(failure(done)?.message).toContain('`link` cannot be sent to the host');
  });

  it('down brings files and folders to where they are to be, without what is excluded', async () => {
    put('artifacts/a', 'a');
    put('artifacts/cache/c', 'c');
    put('out/model.bin', 'm');
    put('out/log/l', 'l');
    const folder = project(
      transfer({
        direction: 'down',
        paths: [
          'artifacts',
          { from: 'out/model.bin', to: 'best/model.bin' },
          { from: 'out/log', to: 'logs' },
        ],
        exclude: ['artifacts/cache'],
      }),
    );
    const done = await run(folder);
    expect(done.conclusion.decision).toBe('passed');
    expect(files(folder).filter((path) => path !== 'ml-workflow.yml')).toEqual([
      'artifacts/a',
      'best/model.bin',
      'logs/l',
    ]);
    expect(done.printed).toEqual([expect.stringMatching(/^3 files from \S+, 3 bytes$/)]);
    const succeeded = done.events.find(({ type }) => type === 'unit-succeeded');
    expect(succeeded).toMatchObject({ values: { files: '3', bytes: '3' } });
  });

  it('down of what is not there is a failure, and what has come stays', async () => {
    put('a', 'a');
    const folder = project(transfer({ direction: 'down', paths: ['a', 'gone'] }));
    const done = await run(folder);
    expect(failure(done)).toMatchObject({ class: 'usage' });
    expect(failure(done)?.message).toMatch(/^`gone` is not on \S+; nothing of it was brought back$/);
    expect(existsSync(join(folder, 'a'))).toBe(true);
  });

  it('down replaces files, leaves what else is there, and says what it cannot bring', async () => {
    put('artifacts/a', 'new');
    symlinkSync('/etc/passwd', there('artifacts/link'));
    const folder = project(transfer({ direction: 'down', paths: ['artifacts'] }), {
      'artifacts/a': 'old',
      'artifacts/mine': 'm',
    });
    const done = await run(folder);
    expect(files(folder, 'artifacts')).toEqual(['a', 'mine']);
    expect(readFileSync(join(folder, 'artifacts/a'), 'utf8')).toBe('new');
    expect(done.printed[0]).toBe(
      'not brought back: `artifacts/link`: it is a link to the absolute path `/etc/passwd`',
    );
  });

  it('without a name moves what sync lists, in both directions', async () => {
    const folder = project(
      {
        sync: { include: ['ml-workflow.yml'], up: ['data'], down: ['out'] },
        commands: { a: { run: 'mkdir -p out; tr a-z A-Z < data/x > out/x', target: 'box' } },
      },
      { 'data/x': 'words' },
    );
    const done = await run(folder, '/a → /scp:down');
    expect(done.conclusion.decision).toBe('passed');
    expect(readFileSync(join(folder, 'out/x'), 'utf8')).toBe('WORDS');
    writeFileSync(join(folder, 'data/x'), 'more');
    await run(folder, '/scp:up → /a → /scp:down');
    expect(readFileSync(join(folder, 'out/x'), 'utf8')).toBe('MORE');
  });
});
