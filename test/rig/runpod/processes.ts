/**
 * Finds and ends all processes of a pod. Each pod has a number, set as its limit of file locks: the kernel ignores that
 * limit, every child inherits it, and neither `setsid` nor `env -i` loses it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Pods of one rig, at most: the distance between two rigs' numbers. */
const RANGE = 100_000;

export interface Marks {
  readonly first: number;
  readonly last: number;
}

export function newMarks(): Marks {
  if (!existsSync('/proc/self/limits'))
    throw new Error('the RunPod rig finds processes by /proc: it needs Linux');
  // Of two rigs at once, the chance of the same is one in 10^9.
  const first = 2 ** 40 + randomInt(10 ** 9) * RANGE;
  return { first, last: first + RANGE - 1 };
}

/** The ids of all processes with a mark from `first` to `last`. */
export function marked({ first, last }: Marks): number[] {
  const found: number[] = [];
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const mark = markOf(entry);
    if (mark !== undefined && mark >= first && mark <= last) found.push(Number(entry));
  }
  return found;
}

function markOf(pid: string): number | undefined {
  try {
    const limits = readFileSync(`/proc/${pid}/limits`, 'utf8');
    const soft = /^Max file locks +(\d+)/m.exec(limits)?.[1];
    if (soft === undefined) return undefined;
    // A zombie keeps its limits until its parent has read how it ended: it is no process any more.
    return /^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')) ? undefined : Number(soft);
  } catch {
    return undefined;
  }
}

export function signalMarked(marks: Marks, signal: NodeJS.Signals): number {
  const found = marked(marks);
  for (const pid of found) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended meanwhile.
    }
  }
  return found.length;
}

/** Kills until there are none: what one of them has started meanwhile too. */
export async function killMarked(marks: Marks): Promise<void> {
  for (let round = 0; round < 200; round++) {
    if (signalMarked(marks, 'SIGKILL') === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`processes of a pod cannot be killed: ${marked(marks).join(', ')}`);
}

/** A process of its own session that ends all that is marked when this one ends, however it does. */
export function startReaper(script: string, marks: Marks, folder: string): ChildProcess {
  const reaper = spawn('/bin/bash', [script, String(marks.first), String(marks.last), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin' },
    cwd: '/',
  });
  reaper.unref();
  return reaper;
}
