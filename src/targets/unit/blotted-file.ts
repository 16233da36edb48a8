/** A file that a command wrote, without the secrets in it. */
import { lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readRegularFile } from './regular-file.ts';

/** Nobody reads a larger one: it has failed its unit. */
const largest = 16 * 1024 * 1024;

/** Of a link nothing is changed, since what it leads to is not the unit's own. */
export function blotFile(path: string, clean: (text: string) => string): void {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return;
  const read = readRegularFile(path, largest);
  if (read.is === 'absent') return;
  if (read.is === 'unusable') {
    // What cannot be searched is not kept.
    rmSync(path);
    return;
  }
  const blotted = clean(read.text);
  if (blotted === read.text) return;
  const beside = `${path}.new`;
  // Whatever the command has put there instead, such as a FIFO, is not written to.
  rmSync(beside, { recursive: true, force: true });
  writeFileSync(beside, blotted, { flag: 'wx' });
  renameSync(beside, path);
}
