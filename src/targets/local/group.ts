/** Process groups: ending all that a unit has started, and nothing else. Many units share one look at the system. */
import { readdirSync, readFileSync } from 'node:fs';

/** How long one look at the system's processes answers for all who ask. */
const scanMilliseconds = 20;
/** How long marks of units that have succeeded are collected before one look for what they left behind. */
const sweepMilliseconds = 400;

interface Guarded {
  readonly since: number;
  /** As it stands in an environment: `NAME=value`. */
  readonly entry: string;
}

/** Groups that this process has started and not yet seen end. */
const living = new Map<number, Guarded>();
let guarded = false;

/** From here to `release` the group, and what carries its mark, ends with this process, except by SIGKILL. */
export function guard(group: number, mark: string, value: string): void {
  living.set(group, { since: performance.now(), entry: `${mark}=${value}` });
  if (guarded) return;
  guarded = true;
  process.on('exit', () => {
    for (const one of living.keys()) signalGroup(one, 'SIGKILL');
    const entries = [...[...living.values()].map(({ entry }) => entry), ...pending];
    if (entries.length > 0) killEntries(new Set(entries));
  });
}

export function release(group: number): void {
  living.delete(group);
}

export function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // The group is gone already.
  }
}

/** Whether a process of the group still runs. One that has ended and that nobody has asked for its exit code does not. */
export function isGroupAlive(group: number): boolean {
  // The usual answer is an exception; without a stack trace, which nobody reads, it costs a tenth.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    process.kill(-group, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  if (process.platform !== 'linux') return true;
  return groupsNewerThan(living.get(group)?.since ?? performance.now()).has(group);
}

let scan: { readonly at: number; readonly groups: ReadonlySet<number> } | undefined;

/** The groups with a process that runs. A scan from before a group's start knows nothing of it, so it does not count. */
function groupsNewerThan(since: number): ReadonlySet<number> {
  const now = performance.now();
  if (scan && scan.at > since && now - scan.at < scanMilliseconds) return scan.groups;
  const groups = new Set<number>();
  for (const pid of processes()) {
    // Behind the name in parentheses, which may hold blanks: state, parent, group.
    const stat = textOf(`/proc/${pid}/stat`);
    const [state, , own] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state !== 'Z' && state !== 'X') groups.add(Number(own));
  }
  scan = { at: now, groups };
  return groups;
}

/**
 * Kills every process that was started with `variable` set to one of the values: also what has left the
 * group of its unit, and what outlived the process that started it. Only where the system shows environments (Linux).
 */
export function killMarked(variable: string, values: readonly string[]): void {
  killEntries(new Set(values.map((value) => `${variable}=${value}`)));
}

let soon: Promise<void> | undefined;
let entriesSoon = new Set<string>();

/** The same for one value, with one look at the system for all units that ask within a moment. */
export function killMarkedSoon(variable: string, value: string): Promise<void> {
  entriesSoon.add(`${variable}=${value}`);
  soon ??= new Promise((resolve) => {
    setTimeout(() => {
      const entries = entriesSoon;
      entriesSoon = new Set();
      soon = undefined;
      killEntries(entries);
      resolve();
    }, scanMilliseconds);
  });
  return soon;
}

const pending = new Set<string>();
let sweepTimer: NodeJS.Timeout | undefined;

/** What a unit that succeeded has left behind ends too, but nobody waits for that: at the latest at `sweepMarked`. */
export function killMarkedLater(variable: string, value: string): void {
  if (process.platform !== 'linux') return;
  pending.add(`${variable}=${value}`);
  sweepTimer ??= setTimeout(sweepMarked, sweepMilliseconds).unref();
}

export function sweepMarked(): void {
  clearTimeout(sweepTimer);
  sweepTimer = undefined;
  if (pending.size === 0) return;
  const entries = new Set(pending);
  pending.clear();
  killEntries(entries);
}

function killEntries(entries: ReadonlySet<string>): void {
  if (process.platform !== 'linux') return;
  // A process may have started another one while it was looked for: look again as long as there was one, within reason.
  for (let round = 0; round < 5; round += 1) {
    let killed = 0;
    for (const pid of processes()) {
      if (pid === process.pid) continue;
      const environment = textOf(`/proc/${pid}/environ`);
      if (!environment.split('\0').some((entry) => entries.has(entry))) continue;
      try {
        process.kill(pid, 'SIGKILL');
        killed += 1;
      } catch {
        // It has ended meanwhile.
      }
    }
    if (killed === 0) return;
  }
}

function processes(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

/** Empty for a process that has ended, or is another user's. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
