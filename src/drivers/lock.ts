/** One process drives a run at a time: two would write one journal. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RunError } from './run-error.ts';

/** Takes the run in that folder; the result gives it back. A process that was killed gives it back by being gone. */
export function lockRun(runDirectory: string): () => void {
  const path = join(runDirectory, 'driver.pid');
  const own = stampOf(process.pid);
  for (;;) {
    try {
      writeFileSync(path, own, { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = readFileSync(path, 'utf8');
    const pid = Number.parseInt(holder, 10);
    if (isAlive(pid) && stampOf(pid) === holder)
      throw new RunError(`${runDirectory}: the run is being driven by process ${pid}`);
    rmSync(path, { force: true });
  }
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
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
