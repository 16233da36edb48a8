/** One process drives a run at a time: two would write one journal. */
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RunError } from './run-error.ts';

/** Takes the run in that folder; the result gives it back. A process that was killed gives it back by being gone. */
export function lockRun(runDirectory: string): () => void {
  const path = join(runDirectory, 'driver.pid');
  const own = stampOf(process.pid);
  // Written beside and linked, so that nobody ever reads half a lock.
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, own, { flag: 'wx' });
  try {
    for (;;) {
      try {
        linkSync(draft, path);
        return () => removeIf(path, own);
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
      }
      const holder = textOf(path);
      // Given back between the two calls.
      if (holder === undefined) continue;
      const pid = Number.parseInt(holder, 10);
      if (isAlive(pid) && stampOf(pid) === holder)
        throw new RunError(`${runDirectory}: the run is being driven by process ${pid}`);
      removeIf(path, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Only the lock that was looked at: another process may have taken the run since. */
function removeIf(path: string, holder: string): void {
  if (textOf(path) === holder) rmSync(path, { force: true });
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The process with its start, where the system tells it: its number alone may belong to another one by now. */
function stampOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold blanks; the start is the 20th field behind it.
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return `${pid} `;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
