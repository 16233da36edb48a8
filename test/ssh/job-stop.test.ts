/** Ending jobs on a host. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/ssh/connection.ts';
import { jobState, startJob, stopJob } from '../../src/ssh/job.ts';
import { connectionTo, hasSshd, type Sshd, startSshd } from '../rig/sshd.ts';
import { followed, isAlive, job, newDirectory, pidIn, until } from './job-rig.ts';

describe.skipIf(!hasSshd)('stopping a job', () => {
  let sshd: Sshd;
  let host: Connection;
  beforeAll(async () => {
    sshd = await startSshd();
    host = connectionTo(sshd);
  });
  afterAll(async () => {
    host?.close();
    await sshd?.stop();
  });

  /** Runs until it is stopped; it has printed the pids of its processes. */
  async function running(script: string, processes: number): Promise<{ at: string; pids: number[] }> {
    const at = newDirectory(sshd.home);
    await startJob(host, job(at, script));
    const printed = () => readFileSync(`${at}/log`, 'utf8').trim().split('\n').map(Number);
    await until(() => printed().filter((pid) => pid > 0).length === processes);
    return { at, pids: [...printed(), pidIn(`${at}/supervisor`)] };
  }

  it('asks first, and lets it finish what it does', async () => {
    const { at } = await running('trap "echo bye; exit 6" TERM; echo $$; while :; do sleep 0.05; done', 1);
    expect(await stopJob(host, at, { graceSeconds: 30 })).toEqual({ gone: true });
    const { end, log } = await followed(host, at);
    expect(end).toEqual({ is: 'exit', code: 6 });
    expect(log.toString()).toContain('bye');
    expect(await jobState(host, at)).toBe('ended');
  });

  it('ends what ignores that, and what has left the group', async () => {
    const { at, pids } = await running(
      'trap "" TERM; echo $$; sleep 1000 & echo $!; setsid sleep 1000 & echo $!; sleep 1000',
      3,
    );
    expect(await stopJob(host, at, { graceSeconds: 1 })).toEqual({ gone: true });
    expect(pids.filter(isAlive)).toEqual([]);
    expect((await followed(host, at)).end).toEqual({ is: 'signal', signal: 'SIGKILL' });
  });

  it('does so over a new connection', async () => {
    const { at, pids } = await running('echo $$; sleep 1000', 1);
    const other = connectionTo(sshd);
    expect(await stopJob(other, at, { graceSeconds: 5 })).toEqual({ gone: true });
    other.close();
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('does so without its supervisor', async () => {
    const { at, pids } = await running('trap "" TERM; echo $$; setsid sleep 1000 & echo $!; sleep 1000', 2);
    process.kill(pids.at(-1) ?? 0, 'SIGKILL');
    expect(await stopJob(host, at, { graceSeconds: 1 })).toEqual({ gone: true });
    expect(pids.filter(isAlive)).toEqual([]);
    expect(await jobState(host, at)).toBe('vanished');
  });

  it('does so without its supervisor and the leader of its group', async () => {
    const { at, pids } = await running('echo $$; sleep 1000 & echo $!; wait', 2);
    process.kill(pids.at(-1) ?? 0, 'SIGKILL');
    process.kill(pids[0] ?? 0, 'SIGKILL');
    expect(await jobState(host, at)).toBe('running');
    expect(await stopJob(host, at, { graceSeconds: 1 })).toEqual({ gone: true });
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('ends one that stands still', async () => {
    const { at, pids } = await running('trap "exit 7" TERM; echo $$; while :; do sleep 0.05; done', 1);
    process.kill(pids[0] ?? 0, 'SIGSTOP');
    expect(await stopJob(host, at, { graceSeconds: 30 })).toEqual({ gone: true });
    expect((await followed(host, at)).end).toEqual({ is: 'exit', code: 7 });
  });

  it('leaves no grace to one that is in a hurry', async () => {
    const { at, pids } = await running('trap "" TERM; echo $$; while :; do sleep 0.05; done', 1);
    const hurry = new AbortController();
    // Far longer than the time limit of this test.
    const stopping = stopJob(host, at, { graceSeconds: 3600, hurry: hurry.signal });
    await until(() => existsSync(`${at}/stop`));
    hurry.abort();
    expect(await stopping).toEqual({ gone: true });
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('may be said again, and of a job that is not there', async () => {
    const { at } = await running('echo $$; sleep 1000', 1);
    await Promise.all([1, 2].map(() => stopJob(host, at, { graceSeconds: 5 })));
    expect(await stopJob(host, at, { graceSeconds: 5 })).toEqual({ gone: true });
    expect(await stopJob(host, '~/jobs/never', { graceSeconds: 5 })).toEqual({ gone: true });
  });

  it('of a job that was not started yet keeps it from being started', async () => {
    const at = newDirectory(sshd.home);
    await host.exec(`mkdir -p '${at}'`);
    expect(await stopJob(host, at, { graceSeconds: 5 })).toEqual({ gone: true });
    await expect(startJob(host, job(at, 'touch "$ML_RUN_DIR/ran"'))).rejects.toThrow(
      'stopped before it began',
    );
    expect(existsSync(`${at}/ran`)).toBe(false);
  });

  it('leaves another job alone', async () => {
    const one = await running('echo $$; sleep 1000', 1);
    const other = await running('echo $$; sleep 1000', 1);
    await stopJob(host, one.at, { graceSeconds: 5 });
    expect(other.pids.filter(isAlive)).toEqual(other.pids);
    await stopJob(host, other.at, { graceSeconds: 0 });
    expect(other.pids.filter(isAlive)).toEqual([]);
  });
});
