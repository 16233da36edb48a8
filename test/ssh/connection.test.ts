/** Connections to a real sshd, over networks that are slow, cut or silent. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { rolldown } from 'rolldown';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Connection, ConnectionOptions } from '../../src/ssh/connection.ts';
import { SshError, type SshErrorKind } from '../../src/ssh/host.ts';
import { newKeyPair } from '../../src/ssh/keys.ts';
import { type Relay, startRelay } from '../rig/relay.ts';
import { connectionTo, freePort, hasSshd, type Sshd, type SshdOptions, startSshd } from '../rig/sshd.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function sshdWith(options: SshdOptions): Promise<Sshd> {
  const one = await startSshd(options);
  ends.push(() => one.stop());
  return one;
}

async function relayTo(sshd: Sshd, options: Partial<Parameters<typeof startRelay>[0]> = {}): Promise<Relay> {
  const relay = await startRelay({ port: sshd.port, ...options });
  ends.push(() => relay.stop());
  return relay;
}

function hostOf(sshd: Sshd, overrides: Partial<ConnectionOptions> = {}): Connection {
  const host = connectionTo(sshd, overrides);
  ends.push(() => host.close());
  return host;
}

/** Silence is noticed soon, and connecting is tried for long. */
const alert = { keepaliveMilliseconds: 100, keepaliveCount: 3, connectMilliseconds: 3_000 };

async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

async function expectKind(
  promise: Promise<unknown>,
  kind: SshErrorKind,
  text: string | RegExp,
): Promise<SshError> {
  const error = await failure(promise);
  if (!(error instanceof SshError)) throw error;
  expect(error.message).toMatch(text);
  expect(error.kind).toBe(kind);
  return error;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(10);
}

/** Waits until the number stands still. */
async function settled(number: () => number): Promise<number> {
  for (let last = number(), same = 0; ; last = number()) {
    await sleep(50);
    same = number() === last && last > 0 ? same + 1 : 0;
    if (same === 10) return last;
  }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const text = (bytes: Buffer): string => bytes.toString();

describe.skipIf(!hasSshd)('a connection', () => {
  let sshd: Sshd;
  beforeAll(async () => {
    sshd = await startSshd();
  });
  afterAll(() => sshd.stop());

  describe('to the pinned host', () => {
    it('is made by need, and once', async () => {
      const log: string[] = [];
      const host = hostOf(sshd, { log: (line) => log.push(line) });
      expect(host.isConnected).toBe(false);
      expect(host.name).toBe(`${sshd.user}@127.0.0.1:${sshd.port}`);
      expect(text((await host.exec('echo one')).stdout)).toBe('one\n');
      expect(host.isConnected).toBe(true);
      await host.connect();
      await host.exec('echo two');
      expect(log).toEqual([`connected to ${host.name}`]);
    });
    it('can be made before there is something to run', async () => {
      const host = hostOf(sshd);
      await host.connect();
      expect(host.isConnected).toBe(true);
      expect((await host.exec('exit 4')).code).toBe(4);
    });
    it('uses the curve, the cipher and the host key that were chosen', async () => {
      const one = await sshdWith({ extra: ['LogLevel DEBUG1'] });
      await hostOf(one).exec('true');
      const log = readFileSync(one.log, 'utf8');
      expect(log).toContain('kex: algorithm: curve25519-sha256');
      expect(log).toContain('kex: host key algorithm: ssh-ed25519');
      expect(log).toContain('kex: client->server cipher: aes128-gcm@openssh.com');
      // The key is the first and only thing that is tried.
      expect(log).not.toContain('method none');
    });
    it.each(['aes256-gcm@openssh.com', 'aes256-ctr'])('goes on with %s where that is all', async (cipher) => {
      const one = await sshdWith({ extra: [`Ciphers ${cipher}`] });
      expect(text((await hostOf(one).exec('cat', { input: 'x'.repeat(100_000) })).stdout)).toHaveLength(
        100_000,
      );
    });
    it('takes an RSA or EC key of the client', async () => {
      for (const [type, args] of [
        ['rsa', { modulusLength: 2048 }],
        ['ec', { namedCurve: 'P-256' }],
      ] as const) {
        const pair = generateKeyPairSync(type as 'rsa', args as { modulusLength: number });
        const form = type === 'rsa' ? 'pkcs1' : ('sec1' as 'pkcs1');
        const privateKey = pair.privateKey.export({ format: 'pem', type: form }).toString();
        const file = join(sshd.directory, type);
        writeFileSync(file, privateKey, { mode: 0o600 });
        sshd.authorize(spawnSync('ssh-keygen', ['-y', '-f', file], { encoding: 'utf8' }).stdout.trim());
        expect((await hostOf(sshd, { privateKey }).exec('exit 7')).code).toBe(7);
      }
    });
  });

  describe('that cannot be made', () => {
    it('refuses another host key before anything is sent', async () => {
      const one = await sshdWith({ extra: ['LogLevel DEBUG1'] });
      const relay = await relayTo(one);
      const host = hostOf(one, { port: relay.port, hostKey: newKeyPair().publicKey });
      const error = await expectKind(
        host.exec(`touch ${one.home}/ran`),
        'host-key',
        /is not the pinned host/,
      );
      expect(error.message.match(/SHA256:/g)).toHaveLength(2);
      expect(relay.taken).toBe(1);
      await until(() =>
        /closed by|reset by|Disconnected|disconnect from/.test(readFileSync(one.log, 'utf8')),
      );
      expect(readFileSync(one.log, 'utf8')).not.toContain('userauth-request');
      expect(existsSync(`${one.home}/ran`)).toBe(false);
    });
    it('refuses a host without an ed25519 key', async () => {
      const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const privateKey = pair.privateKey.export({ format: 'pem', type: 'pkcs1' }).toString();
      const { publicKey } = newKeyPair();
      const one = await sshdWith({ hostKey: { privateKey, publicKey } });
      await expectKind(hostOf(one).exec('true'), 'host-key', /no ssh-ed25519 host key/);
    });
    it('says so when the key is not accepted, and does not try again', async () => {
      const relay = await relayTo(sshd);
      const { privateKey } = newKeyPair();
      const host = hostOf(sshd, { port: relay.port, privateKey });
      const error = await expectKind(host.exec('true'), 'auth', /does not accept the key SHA256:/);
      for (const line of privateKey.split('\n').filter((part) => part.length > 20))
        expect(String(error.stack)).not.toContain(line);
      expect(relay.taken).toBe(1);
    });
    it('refuses keys that cannot be used before it connects', () => {
      const { privateKey, publicKey } = newKeyPair();
      expect(() => hostOf(sshd, { privateKey: publicKey })).toThrow('public key');
      expect(() => hostOf(sshd, { privateKey: privateKey.slice(0, -50) })).toThrow('not a private key');
      expect(() => hostOf(sshd, { hostKey: 'ssh-rsa AAAA' })).toThrow('only ssh-ed25519');
    });
    it('is unreachable when nothing listens for long enough', async () => {
      const port = await freePort();
      const host = hostOf(sshd, { port, giveUpMilliseconds: 600 });
      await expectKind(host.exec('true'), 'unreachable', /within 0.6 s: .* refuses connections/);
    });
    it('is unreachable when the host has no address', async () => {
      const host = hostOf(sshd, { host: 'no-such-host.invalid', giveUpMilliseconds: 300 });
      await expectKind(host.exec('true'), 'unreachable', /no-such-host.invalid/);
    });
    it('is unreachable when something answers that is no sshd', async () => {
      const sockets = new Set<Socket>();
      const server = createServer((socket) => {
        sockets.add(socket.on('error', () => {}));
        socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
      });
      const port = await new Promise<number>((done) => {
        server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port));
      });
      ends.push(() => server.close());
      const host = hostOf(sshd, { port, giveUpMilliseconds: 500 });
      await expectKind(host.exec('true'), 'unreachable', /is not reachable/);
    });
    it('notices a host that takes connections and never answers', async () => {
      const one = await sshdWith({});
      one.pause();
      const host = hostOf(one, { connectMilliseconds: 200, giveUpMilliseconds: 700 });
      await expectKind(host.exec('true'), 'unreachable', /did not answer within 0.2 s/);
      one.resume();
      expect((await hostOf(one).exec('exit 3')).code).toBe(3);
    });
    it('is made as soon as the host is there', async () => {
      const one = await sshdWith({});
      await one.kill();
      const host = hostOf(one, { giveUpMilliseconds: 30_000 });
      const done = host.exec('exit 9');
      await sleep(300);
      await one.restart();
      expect((await done).code).toBe(9);
    });
  });

  describe('runs commands', () => {
    it('and tells their exit code, their output and their errors apart', async () => {
      const host = hostOf(sshd);
      for (const code of [0, 1, 42, 126, 255]) expect((await host.exec(`exit ${code}`)).code).toBe(code);
      expect((await host.exec('no-such-command-anywhere')).code).toBe(127);
      const both = await host.exec('echo out; echo err >&2; pwd');
      expect(text(both.stdout)).toBe(`out\n${sshd.home}\n`);
      expect(both.stderr).toBe('err\n');
    });
    it.each([
      ['KILL', 137],
      ['TERM', 143],
      ['INT', 130],
      ['SEGV', 139],
    ])('SIG%s ends one', async (name, code) => {
      expect((await hostOf(sshd).exec(`kill -${name} $$`)).code).toBe(code);
    });
    it('with bytes of every value, both ways', async () => {
      const host = hostOf(sshd);
      const bytes = randomBytes(5 * 1024 * 1024);
      const back = await host.exec('cat', { input: bytes });
      expect(sha256(back.stdout)).toBe(sha256(bytes));
      const all = Buffer.from(Array.from({ length: 256 }, (_, n) => n));
      expect((await host.exec('cat', { input: all })).stdout).toEqual(all);
      expect(text((await host.exec('cat', { input: 'é😀' })).stdout)).toBe('é😀');
    });
    it('with an empty input unless one is given', async () => {
      expect(text((await hostOf(sshd).exec('wc -c')).stdout).trim()).toBe('0');
    });
    it('with a long command line', async () => {
      const word = 'x'.repeat(60_000);
      expect((await hostOf(sshd).exec(`printf %s ${word}`)).stdout).toHaveLength(60_000);
    });
    it('that end before they have read their input', async () => {
      const host = hostOf(sshd);
      const result = await host.exec('head -c 10; exit 5', { input: Buffer.alloc(20 * 1024 * 1024, 'a') });
      expect(text(result.stdout)).toBe('aaaaaaaaaa');
      expect(result.code).toBe(5);
      expect((await host.exec('echo on')).code).toBe(0);
    });
    it('up to so much output, and goes on afterwards', async () => {
      const host = hostOf(sshd);
      expect((await host.exec('head -c 1000 /dev/zero', { most: 1000 })).stdout).toHaveLength(1000);
      const error = await failure(host.exec('cat /dev/zero', { most: 1000 }));
      expect(String(error)).toContain('more than the 1000 bytes');
      expect((await host.exec('exit 2')).code).toBe(2);
    });
    it('and keeps the end of what they print to stderr', async () => {
      const result = await hostOf(sshd).exec(
        'i=0; while [ $i -lt 30000 ]; do echo "line $i é" >&2; i=$((i+1)); done',
      );
      expect(Buffer.byteLength(result.stderr)).toBeLessThanOrEqual(64 * 1024);
      expect(Buffer.byteLength(result.stderr)).toBeGreaterThan(64 * 1024 - 4);
      expect(result.stderr.endsWith('line 29998 é\nline 29999 é\n')).toBe(true);
      expect(result.stderr).not.toContain('\ufffd');
    });
    it('one beside the other, all of them, in the order they came', async () => {
      const relay = await relayTo(sshd);
      const host = hostOf(sshd, { port: relay.port });
      const log = join(sshd.home, 'order');
      const codes = await Promise.all(
        Array.from(
          { length: 20 },
          async (_, n) => (await host.exec(`echo ${n} >> ${log}; sleep 0.1; exit ${n}`)).code,
        ),
      );
      expect(codes).toEqual(Array.from({ length: 20 }, (_, n) => n));
      const order = readFileSync(log, 'utf8').trim().split('\n').map(Number);
      // Eight go at once, and the ninth when the first has ended.
      expect(order.slice(0, 8).every((n) => n < 12)).toBe(true);
      expect(new Set(order).size).toBe(20);
    });
    it('for many that share one signal, without a warning', async () => {
      const warnings: Error[] = [];
      const hear = (warning: Error): void => void warnings.push(warning);
      process.on('warning', hear);
      const host = hostOf(sshd);
      const { signal } = new AbortController();
      await Promise.all(Array.from({ length: 30 }, () => host.exec('true', { signal })));
      await sleep(0);
      process.off('warning', hear);
      expect(warnings).toEqual([]);
    });
  });

  describe('with streams', () => {
    it('holds the host back while nobody reads', async () => {
      const relay = await relayTo(sshd);
      const host = hostOf(sshd, { port: relay.port });
      const remote = await host.open('head -c 50000000 /dev/zero');
      expect(await settled(() => relay.sent)).toBeLessThan(8 * 1024 * 1024);
      let length = 0;
      for await (const chunk of remote.stdout) length += (chunk as Buffer).length;
      remote.stderr.resume();
      expect(length).toBe(50_000_000);
      expect(await remote.ended).toBe(0);
    });
    it('holds the sender back while the host does not read', async () => {
      const host = hostOf(sshd);
      const go = join(sshd.home, 'go');
      const remote = await host.open(`while [ ! -e ${go} ]; do sleep 0.05; done; wc -c`);
      remote.stderr.resume();
      let given = 0;
      const chunk = Buffer.alloc(64 * 1024);
      const source = Readable.from(
        (function* () {
          for (; given < 800; given++) yield chunk;
        })(),
        { objectMode: false },
      );
      const sent = pipeline(source, remote.stdin);
      expect(await settled(() => given)).toBeLessThan(200);
      await host.exec(`touch ${go}`);
      await sent;
      const counted = await remote.stdout.toArray();
      expect(Number(Buffer.concat(counted).toString())).toBe(800 * chunk.length);
      expect(await remote.ended).toBe(0);
    });
    it('lets a pipeline end whose command has ended first', async () => {
      const remote = await hostOf(sshd).open('exit 6');
      remote.stdout.resume();
      remote.stderr.resume();
      const chunk = Buffer.alloc(64 * 1024);
      await pipeline(Readable.from(Array.from({ length: 200 }, () => chunk)), remote.stdin);
      expect(await remote.ended).toBe(6);
    });
    it('closes the channel of a stream that nobody wants to the end', async () => {
      const host = hostOf(sshd, { most: 1 });
      const remote = await host.open('cat /dev/zero');
      remote.stderr.resume();
      for await (const _ of remote.stdout) break;
      await expectKind(remote.ended, 'lost', /left before it ended/);
      expect((await host.exec('exit 3')).code).toBe(3);
    });
    it('closes it when asked to', async () => {
      const host = hostOf(sshd, { most: 1 });
      const remote = await host.open('echo a; exec sleep 60');
      await new Promise((done) => remote.stdout.once('data', done));
      remote.close();
      remote.close();
      await expectKind(remote.ended, 'lost', /left before it ended/);
      expect((await host.exec('exit 3')).code).toBe(3);
    });
    it('never takes a cut for the end of the output', async () => {
      const relay = await relayTo(sshd);
      const host = hostOf(sshd, { port: relay.port });
      const remote = await host.open('echo part; exec sleep 60');
      const read = remote.stdout.toArray();
      await until(() => relay.sent > 0);
      await sleep(100);
      relay.cut();
      await expectKind(read, 'lost', /while a command ran on it/);
      await expectKind(remote.ended, 'lost', /while a command ran on it/);
    });
  });

  describe('to a host that allows few channels', () => {
    it('waits for one to become free', async () => {
      const one = await sshdWith({ extra: ['MaxSessions 2'] });
      const relay = await relayTo(one);
      const host = hostOf(one, { port: relay.port, patienceMilliseconds: 60_000 });
      const codes = await Promise.all(
        Array.from({ length: 12 }, async (_, n) => (await host.exec(`sleep 0.05; exit ${n}`)).code),
      );
      expect(codes).toEqual(Array.from({ length: 12 }, (_, n) => n));
      expect(relay.taken).toBe(1);
    });
    it('makes another connection when the only channel is in use for long', async () => {
      const one = await sshdWith({ extra: ['MaxSessions 1'] });
      const host = hostOf(one);
      const long = await host.open('cat');
      expect(text((await host.exec('echo beside')).stdout)).toBe('beside\n');
      long.stdin.end('still');
      long.stderr.resume();
      expect(Buffer.concat(await long.stdout.toArray()).toString()).toBe('still');
      expect(await long.ended).toBe(0);
    });
    it('is not stopped by commands that were left and still run', async () => {
      const one = await sshdWith({ extra: ['MaxSessions 1'] });
      const host = hostOf(one);
      const left = await host.open('exec sleep 300');
      left.close();
      expect((await host.exec('exit 3')).code).toBe(3);
      for (let n = 0; n < 6; n++) {
        (await host.open('exec sleep 300')).close();
        expect((await host.exec(`exit ${n}`)).code).toBe(n);
      }
    });
    it('gives up on one that allows none', async () => {
      const one = await sshdWith({ extra: ['MaxSessions 0'] });
      const host = hostOf(one, { giveUpMilliseconds: 1_000 });
      const all = await Promise.all([1, 2, 3].map(() => failure(host.exec('true'))));
      for (const error of all) expect(error).toMatchObject({ kind: 'unreachable' });
    });
  });

  describe('that breaks', () => {
    it('is made again for the next command', async () => {
      const one = await sshdWith({});
      const host = hostOf(one);
      await host.exec('true');
      for (let n = 0; n < 3; n++) {
        await one.restart();
        expect((await host.exec(`exit ${n}`)).code).toBe(n);
      }
    });
    it('fails the command that ran on it, which is not run again', async () => {
      const relay = await relayTo(sshd);
      const host = hostOf(sshd, { port: relay.port });
      const count = join(sshd.home, 'cut');
      const done = failure(host.exec(`echo x >> ${count}; exec sleep 60`));
      await until(() => existsSync(count));
      relay.cut();
      expect(await done).toMatchObject({ kind: 'lost' });
      expect((await host.exec('exit 8')).code).toBe(8);
      expect(readFileSync(count, 'utf8')).toBe('x\n');
    });
    it('fails the command when sshd ends', async () => {
      const one = await sshdWith({});
      const host = hostOf(one);
      const done = failure(host.exec(`touch ${one.home}/began; exec sleep 60`));
      await until(() => existsSync(`${one.home}/began`));
      await one.kill();
      expect(await done).toMatchObject({ kind: 'lost' });
      await one.restart();
      expect((await host.exec('exit 3')).code).toBe(3);
    });
    it('is noticed when it falls silent under a command', async () => {
      const relay = await relayTo(sshd);
      const host = hostOf(sshd, { port: relay.port, ...alert });
      const began = join(sshd.home, 'silent');
      const done = failure(host.exec(`touch ${began}; exec sleep 60`));
      await until(() => existsSync(began));
      relay.blackhole();
      const error = await done;
      expect(error).toMatchObject({ kind: 'lost' });
      expect(String(error)).toContain('has not answered');
      expect(host.isConnected).toBe(false);
    });
    it('runs a command once that was asked for while it was silent', async () => {
      const relay = await relayTo(sshd);
      const host = hostOf(sshd, { port: relay.port, ...alert, connectMilliseconds: 500 });
      await host.exec('true');
      relay.blackhole();
      const count = join(sshd.home, 'once');
      const done = host.exec(`echo x >> ${count}; exit 5`);
      await until(() => !host.isConnected);
      relay.heal();
      expect((await done).code).toBe(5);
      expect(readFileSync(count, 'utf8')).toBe('x\n');
      expect(relay.taken).toBeGreaterThan(1);
    });
    it('is not given up while a slow network is busy', async () => {
      // The answers to its questions stand behind the upload, for longer than it waits for them.
      const relay = await relayTo(sshd, { bytesPerSecond: 2_000_000, roundTripMilliseconds: 50 });
      const host = hostOf(sshd, { port: relay.port, keepaliveMilliseconds: 200, keepaliveCount: 2 });
      const result = await host.exec('wc -c', { input: Buffer.alloc(4_000_000) });
      expect(Number(text(result.stdout))).toBe(4_000_000);
      expect(relay.taken).toBe(1);
    });
    it('survives many cuts, and no command runs twice', async () => {
      const relay = await relayTo(sshd, { roundTripMilliseconds: 4 });
      const host = hostOf(sshd, { port: relay.port });
      const file = join(sshd.home, 'runs');
      let done = 0;
      let lost = 0;
      const stop = new AbortController();
      const cutting = (async () => {
        while (!stop.signal.aborted) {
          await sleep(150 + Math.random() * 150);
          relay.cut();
        }
      })();
      const worker = async (name: number): Promise<void> => {
        for (let n = 0; n < 25; n++) {
          try {
            await host.exec(`echo ${name}-${n} >> ${file}`);
            done++;
          } catch (error) {
            if (!(error instanceof SshError) || error.kind !== 'lost') throw error;
            lost++;
          }
        }
      };
      await Promise.all([1, 2, 3].map(worker));
      stop.abort();
      await cutting;
      const ran = readFileSync(file, 'utf8').trim().split('\n');
      expect(new Set(ran).size).toBe(ran.length);
      expect(done + lost).toBe(75);
      expect(ran.length).toBeGreaterThanOrEqual(done);
      expect(relay.taken).toBeGreaterThan(1);
    });
  });

  describe('called off', () => {
    const why = new Error('no longer wanted');
    it('before it began', async () => {
      const host = hostOf(sshd);
      expect(await failure(host.exec('true', { signal: AbortSignal.abort(why) }))).toBe(why);
      expect(host.isConnected).toBe(false);
    });
    it('while it waits for a channel', async () => {
      const host = hostOf(sshd, { most: 1 });
      const long = await host.open('exec cat');
      const stop = new AbortController();
      const done = failure(host.exec(`touch ${sshd.home}/queued`, { signal: stop.signal }));
      stop.abort(why);
      expect(await done).toBe(why);
      long.close();
      expect((await host.exec('exit 3')).code).toBe(3);
      expect(existsSync(`${sshd.home}/queued`)).toBe(false);
    });
    it('while it connects', async () => {
      const relay = await relayTo(sshd);
      relay.blackhole();
      const host = hostOf(sshd, { port: relay.port });
      const stop = new AbortController();
      const done = failure(host.exec('true', { signal: stop.signal }));
      await until(() => relay.taken === 1);
      stop.abort(why);
      expect(await done).toBe(why);
      relay.heal();
      expect((await host.exec('exit 3')).code).toBe(3);
    });
    it('while it waits to connect again', async () => {
      const host = hostOf(sshd, { port: await freePort() });
      const stop = new AbortController();
      const done = failure(host.exec('true', { signal: stop.signal }));
      await sleep(100);
      stop.abort(why);
      expect(await done).toBe(why);
    });
    it('while its channel opens, so that it never runs', async () => {
      const relay = await relayTo(sshd);
      const host = hostOf(sshd, { port: relay.port });
      await host.exec('true');
      relay.blackhole();
      const stop = new AbortController();
      const done = failure(host.exec(`touch ${sshd.home}/opening`, { signal: stop.signal }));
      await sleep(50);
      stop.abort(why);
      expect(await done).toBe(why);
      relay.heal();
      expect((await host.exec('exit 3')).code).toBe(3);
      expect(existsSync(`${sshd.home}/opening`)).toBe(false);
      expect(relay.taken).toBe(1);
    });
    it('while it runs', async () => {
      const host = hostOf(sshd, { most: 1 });
      const stop = new AbortController();
      const done = failure(host.exec(`touch ${sshd.home}/running; exec sleep 60`, { signal: stop.signal }));
      await until(() => existsSync(`${sshd.home}/running`));
      stop.abort(why);
      expect(await done).toBe(why);
      expect((await host.exec('exit 3')).code).toBe(3);
    });
    it('while its streams are in use', async () => {
      const host = hostOf(sshd);
      const stop = new AbortController();
      const remote = await host.open('echo a; exec cat', { signal: stop.signal });
      const read = failure(remote.stdout.toArray());
      stop.abort(why);
      expect(await read).toBe(why);
      expect(await failure(remote.ended)).toBe(why);
    });
  });

  describe('that is closed', () => {
    it('ends what runs and what waits, and takes nothing more', async () => {
      const host = hostOf(sshd, { most: 1 });
      const running = failure(host.exec(`touch ${sshd.home}/closing; exec sleep 60`));
      await until(() => existsSync(`${sshd.home}/closing`));
      const waiting = failure(host.exec('true'));
      await sleep(0);
      host.close();
      host.close();
      for (const error of [await running, await waiting, await failure(host.exec('true'))])
        expect(error).toMatchObject({ kind: 'lost', message: expect.stringContaining('closed here') });
    });
    it('can be closed while it connects', async () => {
      const relay = await relayTo(sshd);
      relay.blackhole();
      const host = hostOf(sshd, { port: relay.port });
      const done = failure(host.connect());
      await until(() => relay.taken === 1);
      host.close();
      expect(await done).toMatchObject({ kind: 'lost' });
    });
    it('lets Node end, and nothing was loaded for it before it was used', async () => {
      const directory = mkdtempSync(join(tmpdir(), 'connection-'));
      ends.push(() => rmSync(directory, { recursive: true }));
      const { privateKey, publicKey } = newKeyPair();
      sshd.authorize(publicKey);
      const options = { host: '127.0.0.1', port: sshd.port, user: sshd.user, hostKey: sshd.hostPublicKey };
      const bundle = await rolldown({
        input: resolve('src/ssh/connection.ts'),
        platform: 'node',
        external: ['ssh2'],
      });
      await bundle.write({
        dir: directory,
        format: 'es',
        paths: { ssh2: resolve('node_modules/ssh2/lib/index.js') },
      });
      await bundle.close();
      writeFileSync(
        join(directory, 'main.mjs'),
        `import { createRequire } from 'node:module';
         import { Connection } from './connection.js';
         const { cache } = createRequire(import.meta.url);
         const host = new Connection(JSON.parse(process.argv[2]));
         const before = Object.keys(cache).length;
         const { code } = await host.exec('exit 7');
         await host.exec('true');
         host.close();
         console.log(before, code, Object.keys(cache).length > 0);`,
      );
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [join(directory, 'main.mjs'), JSON.stringify({ ...options, privateKey })],
        { encoding: 'utf8', timeout: 30_000 },
      );
      expect(stderr).toBe('');
      expect(stdout).toBe('0 7 true\n');
      expect(status).toBe(0);
    });
  });
});

describe.skipIf(!hasSshd)('the rig', () => {
  it('leaves nothing behind when the process that uses it is killed', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'rig-'));
    ends.push(() => rmSync(directory, { recursive: true }));
    const bundle = await rolldown({
      input: resolve('test/rig/sshd.ts'),
      platform: 'node',
      external: ['ssh2'],
    });
    await bundle.write({
      dir: directory,
      format: 'es',
      paths: { ssh2: resolve('node_modules/ssh2/lib/index.js') },
    });
    await bundle.close();
    writeFileSync(
      join(directory, 'main.mjs'),
      `import { connectionTo, startSshd } from './sshd.js';
       const one = await startSshd();
       await connectionTo(one).exec('setsid sleep 300 < /dev/null > /dev/null 2>&1 &');
       console.log(one.directory, one.leftOver(), one.port);`,
    );
    const child = spawn(process.execPath, [join(directory, 'main.mjs')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(child.stdout, 'data');
    const [made = '', left, port] = String(line).trim().split(' ');
    expect(left).toBe('1');
    child.kill('SIGKILL');
    await until(() => !existsSync(made));
    await expect(once(connect(Number(port), '127.0.0.1'), 'connect')).rejects.toThrow('ECONNREFUSED');
  });
  it('leaves nothing behind, not even what runs detached', async () => {
    const one = await startSshd({ environment: { GREETING: 'hello  world' } });
    const host = connectionTo(one);
    expect(text((await host.exec('echo "$GREETING"')).stdout)).toBe('hello  world\n');
    await host.exec('setsid sleep 300 < /dev/null > /dev/null 2>&1 &');
    host.close();
    await one.restart();
    expect(one.leftOver()).toBe(1);
    await one.stop();
    expect(one.leftOver()).toBe(0);
    expect(existsSync(one.directory)).toBe(false);
  });
});
