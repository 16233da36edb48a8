/** Reads what a command wrote, and only a regular file: a FIFO would block, a device would never end. */
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export type ReadFile =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'absent' }
  | { readonly is: 'unusable'; readonly problem: string };

export function readRegularFile(path: string, mostBytes: number): ReadFile {
  let file: number | undefined;
  try {
    // Asked first: most commands write no such file, and an exception is dear.
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) {
      const around = statSync(dirname(path), { throwIfNoEntry: false });
      return around && !around.isDirectory()
        ? { is: 'unusable', problem: 'lies in something that is no directory' }
        : { is: 'absent' };
    }
    if (!found.isFile()) return { is: 'unusable', problem: 'is no regular file' };
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if (!fstatSync(file).isFile()) return { is: 'unusable', problem: 'is no regular file' };
    const text = upTo(file, mostBytes);
    if (text === undefined)
      return { is: 'unusable', problem: `is larger than ${mostBytes / 1024 / 1024} MiB` };
    return { is: 'text', text };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' ? { is: 'absent' } : { is: 'unusable', problem: `cannot be read (${code})` };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Undefined when there is more, whatever size the system tells. */
function upTo(file: number, mostBytes: number): string | undefined {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.alloc(64 * 1024);
    const read = readSync(file, chunk);
    if (read === 0) return Buffer.concat(chunks).toString('utf8');
    total += read;
    if (total > mostBytes) return undefined;
    chunks.push(chunk.subarray(0, read));
  }
}
