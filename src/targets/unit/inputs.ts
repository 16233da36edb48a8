/** Declared inputs of a command: whether they are there, and a hash of what each of them holds. */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, lstatSync, readdirSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

export type Inputs =
  | { readonly ok: true; readonly hashes: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly message: string };

/** Rejects with an `AbortError` on `signal`: large data takes its time. */
export async function readInputs(
  paths: readonly string[],
  workspace: string,
  signal: AbortSignal,
): Promise<Inputs> {
  const missing = paths.filter((path) => !statSync(join(workspace, path), { throwIfNoEntry: false }));
  if (missing.length > 0) {
    const names = missing.map((path) => `\`${path}\``).join(', ');
    const are = missing.length === 1 ? 'input is' : 'inputs are';
    return { ok: false, message: `declared ${are} not there: ${names}` };
  }
  try {
    return { ok: true, hashes: await hashesOf(paths, workspace, signal) };
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      return { ok: false, message: `a declared input cannot be read: ${error.message}` };
    throw error;
  }
}

/** By path; of one that is not there, none. */
export async function hashesOf(
  paths: readonly string[],
  workspace: string,
  signal?: AbortSignal,
): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const path of paths) {
    const whole = join(workspace, path);
    const stats = statSync(whole, { throwIfNoEntry: false });
    if (stats)
      hashes[path] = stats.isDirectory() ? await ofFolder(whole, signal) : await ofFile(whole, stats, signal);
  }
  return hashes;
}

/** The names in it with what they hold. A link in it is what it says, and what it leads to where that is a file. */
async function ofFolder(folder: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  const open = [''];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const name of readdirSync(join(folder, at)).sort()) {
      const inside = join(at, name);
      const path = join(folder, inside);
      const own = lstatSync(path);
      if (own.isDirectory()) {
        open.push(inside);
        say(hash, 'folder', inside);
        continue;
      }
      if (own.isSymbolicLink()) say(hash, 'link', inside, readlinkSync(path));
      const stats = statSync(path, { throwIfNoEntry: false });
      if (stats?.isFile()) say(hash, 'file', inside, await ofFile(path, stats, signal));
    }
  }
  return hash.digest('hex');
}

function say(hash: Hash, ...words: readonly string[]): void {
  hash.update(`${words.join('\0')}\0\n`);
}

/** What was read is not read again as long as the system says that it is the same: cells of a sweep share their data. */
const known = new Map<string, { readonly stamp: string; readonly hash: string }>();

async function ofFile(path: string, stats: Stats, signal: AbortSignal | undefined): Promise<string> {
  // A pipe would block, a device would never end.
  if (!stats.isFile()) return 'no regular file';
  const { ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  const stamp = `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
  const before = known.get(path);
  if (before?.stamp === stamp) return before.hash;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, signal === undefined ? {} : { signal }))
    hash.update(chunk);
  const digest = hash.digest('hex');
  known.set(path, { stamp, hash: digest });
  return digest;
}
