/** Whether a file is still the one that was looked at. */
import type { Stats } from 'node:fs';

/** Times are exact to less than a microsecond; whole nanoseconds would cost a walk a third of its time. */
export function stampOf(stats: Stats): string {
  return `${stats.dev} ${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`;
}
