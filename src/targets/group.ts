/** Process groups: ending all that a unit has started, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';

/** Groups that this process has started and not yet seen end. */
const living = new Set<number>();
let guarded = false;

/** From here to `released` the group ends with this process, however that ends, except by SIGKILL. */
export function guard(group: number): void {
  living.add(group);
  if (guarded) return;
  guarded = true;
  process.on('exit', () => {
    for (const one of living) signalGroup(one, 'SIGKILL');
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
  try {
    process.kill(-group, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  return processes().some((pid) => {
    // Behind the name in parentheses, which may hold blanks: state, parent, group.
    const stat = textOf(`/proc/${pid}/stat`);
    const [state, , own] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(own) === group && state !== 'Z' && state !== 'X';
  });
}

/**
 * Kills every process that was started with `variable` set to one of the values: also what has left the
 * group of its unit, and what outlived the process that started it. Only where the system shows environments (Linux).
 */
export function killMarked(variable: string, values: readonly string[]): void {
  if (process.platform !== 'linux') return;
  const marks = new Set(values.map((value) => `${variable}=${value}`));
  for (const pid of processes()) {
    if (pid === process.pid) continue;
    const isMarked = textOf(`/proc/${pid}/environ`)
      .split('\0')
      .some((entry) => marks.has(entry));
    if (!isMarked) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
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
