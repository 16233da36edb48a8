/** What uploads remember between processes: hashes of files that have not changed, and what a host was sent last. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

export interface KnownHash {
  /** As `stampOf` says it. */
  readonly stamp: string;
  readonly hash: string;
}

const head = 'hashes 1\0';
/** Of files in the folder: old ones go when there are more. */
const mostFiles = 64;
const mostBytes = 256 * 1024 * 1024;

/** For a file name: the same for the same parts. */
export function cacheKey(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}

/** By absolute path. Empty where there is no such file, or where it is not as it was written. */
export function readHashes(folder: string, name: string): Map<string, KnownHash> {
  const known = new Map<string, KnownHash>();
  const text = readText(folder, name);
  if (text === undefined || !text.startsWith(head)) return known;
  for (const record of text.slice(head.length).split('\0')) {
    const tab = record.indexOf('\t');
    if (tab > 64)
      known.set(record.slice(tab + 1), { hash: record.slice(0, 64), stamp: record.slice(64, tab) });
  }
  return known;
}

export function writeHashes(folder: string, name: string, known: ReadonlyMap<string, KnownHash>): void {
  let text = head;
  for (const [path, { hash, stamp }] of known) text += `${hash}${stamp}\t${path}\0`;
  writeText(folder, name, text);
}

/** Undefined where it is not there, or not as it was written. */
export function readText(folder: string, name: string): string | undefined {
  try {
    const file = `${folder}/${name}`;
    if (statSync(file).size > mostBytes) return undefined;
    const bytes = readFileSync(file);
    const body = bytes.subarray(64);
    return bytes.toString('latin1', 0, 64) === sha256(body) ? body.toString('utf8') : undefined;
  } catch {
    return undefined;
  }
}

/** Without it, everything is only slower: where it cannot be written, it is not. */
export function writeText(folder: string, name: string, text: string): void {
  const fresh = `${folder}/${name}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    const body = Buffer.from(text);
    writeFileSync(fresh, Buffer.concat([Buffer.from(sha256(body), 'latin1'), body]), { mode: 0o600 });
    renameSync(fresh, `${folder}/${name}`);
    removeOld(folder);
  } catch {
    rmSync(fresh, { force: true });
  }
}

function removeOld(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= mostFiles) return;
  const ages = names.map((name) => {
    const file = `${folder}/${name}`;
    return { file, written: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  ages.sort((a, b) => b.written - a.written);
  for (const { file } of ages.slice(mostFiles / 2)) rmSync(file, { force: true });
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
