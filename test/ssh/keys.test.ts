/** Keys, compared with what OpenSSH makes of them. */
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { afterAll, describe, expect, it } from 'vitest';
import { fingerprint, newKeyPair, parsePublicKey, readPrivateKey } from '../../src/ssh/keys.ts';

const hasKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;
const directory = mkdtempSync(join(tmpdir(), 'keys-'));
afterAll(() => rmSync(directory, { recursive: true }));

function keygen(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('ssh-keygen', args, { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

function makeKey(name: string, ...args: string[]): string {
  keygen('-q', ...args, '-f', join(directory, name));
  return readFileSync(join(directory, name), 'utf8');
}

describe('newKeyPair', () => {
  it('makes pairs that belong together', () => {
    for (let n = 0; n < 200; n++) {
      // Comments of every length, for every length of the padding.
      const pair = newKeyPair('x'.repeat(n % 20));
      const secret = ssh2.utils.parseKey(pair.privateKey);
      const open = ssh2.utils.parseKey(pair.publicKey);
      if (secret instanceof Error) throw secret;
      if (open instanceof Error) throw open;
      const signature = secret.sign('text');
      expect(open.verify('text', signature)).toBe(true);
      expect(open.verify('another', signature)).toBe(false);
      expect(readPrivateKey(pair.privateKey).fingerprint).toBe(fingerprint(pair.publicKey));
    }
  });
  it('makes a new one each time', () => {
    expect(newKeyPair().publicKey).not.toBe(newKeyPair().publicKey);
  });
  it('keeps the comment on its line', () => {
    expect(newKeyPair('run 7').publicKey).toMatch(/^ssh-ed25519 [A-Za-z0-9+/=]+ run 7$/);
    expect(newKeyPair().publicKey).toMatch(/^ssh-ed25519 [A-Za-z0-9+/=]+$/);
    expect(() => newKeyPair('a\nb')).toThrow('one line');
  });
  it.skipIf(!hasKeygen)('is read by OpenSSH, which finds the same public key and fingerprint', () => {
    for (const comment of ['', 'a', 'ab', 'abc', 'someone@somewhere']) {
      const pair = newKeyPair(comment);
      const file = join(directory, `made-${comment}`);
      writeFileSync(file, pair.privateKey, { mode: 0o600 });
      expect(keygen('-y', '-f', file).trim()).toBe(pair.publicKey);
      expect(keygen('-l', '-f', file)).toContain(` ${fingerprint(pair.publicKey)} `);
    }
  });
});

describe('parsePublicKey', () => {
  const { publicKey } = newKeyPair();
  it.each([
    ['the key', publicKey],
    ['with a comment', `${publicKey} root@host and more`],
    ['with white space around', `\n  ${publicKey}\r\n`],
    ['a line of known_hosts', `[203.0.113.7]:2222 ${publicKey}`],
    ['a hashed line of known_hosts', `|1|abc=|def= ${publicKey} comment`],
  ])('takes %s', (_, text) => {
    expect(parsePublicKey(text).line).toBe(publicKey);
  });
  it.each([
    ['', 'not a public key'],
    ['host', 'not a public key'],
    ['ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ', 'only ssh-ed25519 keys can be pinned, this is ssh-rsa'],
    ['host ecdsa-sha2-nistp256 AAAA', 'this is ecdsa-sha2-nistp256'],
    ['ssh-ed25519', 'not complete'],
    [publicKey.slice(0, -5), 'not complete'],
    [`${publicKey}AAAA`, 'not complete'],
    ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA-_', 'not complete'],
    [publicKey.replace('AAAAC3NzaC1lZDI1NTE5', 'AAAAC3NzaC1lZDI1NTE6'), 'not complete'],
    [`@revoked * ${publicKey}`, 'revoked'],
    [`@cert-authority * ${publicKey}`, 'certificates'],
    [`${publicKey}\n${publicKey}`, 'one line'],
    [newKeyPair().privateKey.split('\n')[0] ?? '', 'private key'],
  ])('refuses %j', (text, why) => {
    expect(() => parsePublicKey(text)).toThrow(why);
  });
});

describe('readPrivateKey', () => {
  it('gives the text back with the line ends that readers want', () => {
    const { privateKey } = newKeyPair();
    expect(readPrivateKey(privateKey).text).toBe(privateKey);
    expect(readPrivateKey(privateKey.trimEnd().replaceAll('\n', '\r\n')).text).toBe(privateKey);
  });
  it('takes RSA and EC keys in PEM', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect(readPrivateKey(rsa.export({ format: 'pem', type: 'pkcs1' }).toString()).text).toContain('RSA');
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    expect(readPrivateKey(ec.export({ format: 'pem', type: 'sec1' }).toString()).text).toContain('EC');
    const other = rsa.export({ format: 'pem', type: 'pkcs8' }).toString();
    expect(() => readPrivateKey(other)).toThrow('ssh-keygen -p');
  });
  it('refuses other text, and never repeats it', () => {
    const { privateKey, publicKey } = newKeyPair();
    const body = privateKey.split('\n')[3] ?? '';
    const bad: [string, string][] = [
      ['', 'not a private key'],
      [publicKey, 'this is a public key'],
      [privateKey.split('\n').slice(0, 3).join('\n'), 'not a private key'],
      [privateKey.replace(body, ''), 'damaged'],
      [privateKey.replace('b3BlbnNzaC', 'AAAAAAAAAA'), 'damaged'],
      [privateKey.replaceAll('OPENSSH', 'RSA'), 'damaged'],
    ];
    for (const [text, why] of bad) {
      expect(() => readPrivateKey(text)).toThrow(why);
      try {
        readPrivateKey(text);
      } catch (error) {
        expect(String(error)).not.toContain(body);
      }
    }
  });
  it.skipIf(!hasKeygen)('takes what ssh-keygen makes, unless it has a passphrase', () => {
    for (const type of ['ed25519', 'rsa', 'ecdsa']) {
      const open = makeKey(type, '-t', type, '-N', '', '-C', 'c');
      expect(readPrivateKey(open).text).toBe(open);
      const locked = makeKey(`${type}-locked`, '-t', type, '-N', 'secret', '-C', 'c');
      expect(() => readPrivateKey(locked)).toThrow('has a passphrase');
    }
    const pem = makeKey('pem', '-t', 'rsa', '-m', 'PEM', '-N', 'secret');
    expect(() => readPrivateKey(pem)).toThrow('has a passphrase');
    const pkcs8 = makeKey('pkcs8', '-t', 'rsa', '-m', 'PKCS8', '-N', 'secret');
    expect(() => readPrivateKey(pkcs8)).toThrow('has a passphrase');
  });
});
