/** A file gets a new text at once or not at all; its mode stays, and a link to it stays a link. */
import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Whoever took its write permission away wants it to stay as it is, though a new file in its place would be possible. */
export class ReadOnlyError extends Error {}

export function rewriteFile(path: string, text: string): void {
  const file = realpathSync(path);
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  const { mode } = statSync(file);
  if ((mode & 0o222) === 0) throw new ReadOnlyError(path);
  try {
    writeFileSync(draft, text, { flag: 'wx', mode });
    // What was just made lacks what the umask takes away.
    chmodSync(draft, mode);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
