/** Reading the log of a job while connections come and go. */
import { readFileSync, truncateSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/ssh/connection.ts';
import { followJob, startJob, stopJob } from '../../src/ssh/job.ts';
import { type Relay, startRelay } from '../rig/relay.ts';
import { connectionTo, hasSshd, type Sshd, startSshd } from '../rig/sshd.ts';
import { followed, job, newDirectory, until } from './job-rig.ts';

describe.skipIf(!hasSshd)('following a job', () => {
  let sshd: Sshd;
  let relay: Relay;
  let host: Connection;
  let direct: Connection;
  beforeAll(async () => {
    sshd = await startSshd();
    relay = await startRelay({ port: sshd.port });
    host = connectionTo(sshd, { port: relay.port });
    direct = connectionTo(sshd);
  });
  afterAll(async () => {
    host?.close();
    direct?.close();
    await relay?.stop();
    await sshd?.stop();
  });

  it('loses no byte and repeats none, wherever the connection is cut', async () => {
    const at = newDirectory(sshd.home);
    // No line ends where a piece of it is written, and characters of two to four bytes are cut in two.
    const script = `exec python3 -u -c '
import os, time
n = 0
while not os.path.exists(os.environ["ML_RUN_DIR"] + "/enough"):
  n += 1
  line = f"{n} Überraschung € 😀 {n * n}\\n".encode() * (1 + n % 40)
  half = len(line) // 2 + n % 5
  os.write(1, line[:half]); time.sleep(0.001); os.write(2, line[half:])
'`;
    await startJob(host, job(at, script));
    const chunks: Buffer[] = [];
    let bytes = 0;
    let reattached = 0;
    const following = followJob(host, {
      directory: at,
      from: 0,
      onData: (chunk) => {
        chunks.push(chunk);
        bytes += chunk.length;
      },
      onReattach: () => {
        reattached += 1;
      },
    });
    for (let cuts = 0; cuts < 45; cuts += 1) {
      const before = bytes;
      await until(() => bytes > before);
      await sleep((cuts * 7) % 30);
      relay.cut();
    }
    await direct.exec(`touch '${at}/enough'`);
    expect(await following).toEqual({ is: 'exit', code: 0 });
    expect(reattached).toBeGreaterThanOrEqual(40);
    expect(Buffer.concat(chunks).equals(readFileSync(`${at}/log`))).toBe(true);
  }, 120_000);

  it('goes on when the job has ended while nobody was there', async () => {
    const at = newDirectory(sshd.home);
    await startJob(
      host,
      job(at, 'echo begun; until [ -e "$ML_RUN_DIR/go" ]; do sleep 0.02; done; echo done; exit 8'),
    );
    const chunks: Buffer[] = [];
    const following = followJob(host, { directory: at, from: 0, onData: (chunk) => chunks.push(chunk) });
    await until(() => chunks.length > 0);
    relay.blackhole();
    relay.cut();
    await direct.exec(`touch '${at}/go'`);
    await followed(direct, at);
    relay.cut();
    relay.heal();
    expect(await following).toEqual({ is: 'exit', code: 8 });
    expect(Buffer.concat(chunks).toString()).toBe('begun\ndone\n');
  });

  it('goes on when the sshd was started anew', async () => {
    const at = newDirectory(sshd.home);
    await startJob(
      host,
      job(at, 'echo begun; until [ -e "$ML_RUN_DIR/go" ]; do sleep 0.02; done; echo done'),
    );
    const chunks: Buffer[] = [];
    const following = followJob(host, { directory: at, from: 0, onData: (chunk) => chunks.push(chunk) });
    await until(() => chunks.length > 0);
    await sshd.restart();
    await direct.exec(`touch '${at}/go'`);
    expect(await following).toEqual({ is: 'exit', code: 0 });
    expect(Buffer.concat(chunks).toString()).toBe('begun\ndone\n');
  });

  it('begins at the byte it is told', async () => {
    const at = newDirectory(sshd.home);
    await startJob(host, job(at, 'printf "0123456789\\n"; exit 2'));
    await followed(host, at);
    expect((await followed(host, at, 4)).log.toString()).toBe('456789\n');
    expect(await followed(host, at, 11)).toEqual({ end: { is: 'exit', code: 2 }, log: Buffer.alloc(0) });
    expect((await followed(host, at, 4000)).end).toEqual({ is: 'exit', code: 2 });
  });

  it('is not confused by what a login shell prints first', async () => {
    const at = newDirectory(sshd.home);
    await startJob(host, job(at, 'echo mine'));
    const chatty = {
      name: host.name,
      exec: (command: string, options = {}) => host.exec(`echo Welcome; ${command}`, options),
      open: (command: string, options = {}) => host.open(`echo Welcome; ${command}`, options),
    };
    expect((await followed(chatty, at)).log.toString()).toBe('mine\n');
  });

  it('outlives a log that its job makes shorter', async () => {
    const at = newDirectory(sshd.home);
    await startJob(
      host,
      job(at, 'echo long enough; until [ -e "$ML_RUN_DIR/go" ]; do sleep 0.02; done; echo x'),
    );
    const chunks: Buffer[] = [];
    const following = followJob(host, { directory: at, from: 0, onData: (chunk) => chunks.push(chunk) });
    await until(() => chunks.length > 0);
    truncateSync(`${at}/log`);
    await direct.exec(`touch '${at}/go'`);
    expect(await following).toEqual({ is: 'exit', code: 0 });
    expect(Buffer.concat(chunks).toString()).toBe('long enough\n');
  });

  it('ends with its signal, and leaves the job and nothing else behind', async () => {
    const at = newDirectory(sshd.home);
    await startJob(direct, job(at, 'echo begun; sleep 1000'));
    const before = new AbortController();
    before.abort(new Error('enough before'));
    const onData = () => {};
    await expect(
      followJob(direct, { directory: at, from: 0, onData, signal: before.signal }),
    ).rejects.toThrow('enough before');
    const during = new AbortController();
    await expect(
      followJob(direct, {
        directory: at,
        from: 0,
        onData: () => during.abort(new Error('enough')),
        signal: during.signal,
      }),
    ).rejects.toThrow('enough');
    await expect(
      followJob(direct, {
        directory: at,
        from: 0,
        onData: () => {
          throw new Error('no more room');
        },
      }),
    ).rejects.toThrow('no more room');
    // The scripts that printed the log end with the channel.
    const count = async () => (await direct.exec(`pgrep -fc '^sh -c .*job-lo[g]-'`)).stdout.toString().trim();
    await until(async () => (await count()) === '0');
    await stopJob(direct, at, { graceSeconds: 5 });
  });

  it('says when the host stays away', async () => {
    const at = newDirectory(sshd.home);
    await startJob(direct, job(at, 'echo begun; sleep 1000'));
    const other = connectionTo(sshd, { port: relay.port, giveUpMilliseconds: 500, connectMilliseconds: 300 });
    const following = followJob(other, {
      directory: at,
      from: 0,
      onData: () => {
        relay.blackhole();
        relay.cut();
      },
    });
    await expect(following).rejects.toMatchObject({ name: 'SshError', kind: 'unreachable' });
    other.close();
    relay.cut();
    relay.heal();
    await stopJob(direct, at, { graceSeconds: 5 });
  });
});
