/** What the tests of jobs have in common: a host that is a real sshd, and jobs on it. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Host } from '../../src/ssh/host.ts';
import { followJob, type JobEnd, type JobRequest, startJob } from '../../src/ssh/job.ts';

let made = 0;

/** A directory that no job had yet, in a folder on the host. */
export function newDirectory(home: string): string {
  made += 1;
  return `${home}/jobs/job ${made}`;
}

export function job(directory: string, script: string, more: Partial<JobRequest> = {}): JobRequest {
  return {
    directory,
    shell: 'bash',
    flags: ['-eo', 'pipefail', '-c'],
    script,
    name: 'train',
    arguments: [],
    cwd: '~',
    environment: {},
    secrets: {},
    keepsStdout: false,
    ...more,
  };
}

export async function followed(
  host: Host,
  directory: string,
  from = 0,
): Promise<{ end: JobEnd; log: Buffer }> {
  const chunks: Buffer[] = [];
  const end = await followJob(host, { directory, from, onData: (chunk) => chunks.push(chunk) });
  return { end, log: Buffer.concat(chunks) };
}

export async function ran(host: Host, request: JobRequest): Promise<{ end: JobEnd; log: string }> {
  await startJob(host, request);
  const { end, log } = await followed(host, request.directory);
  return { end, log: log.toString() };
}

/** Waits for what has to come; the time limit of the test is the only one. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}

export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}

export const pidIn = (file: string): number => Number.parseInt(readFileSync(file, 'utf8'), 10);
