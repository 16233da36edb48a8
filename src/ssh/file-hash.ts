/** SHA-256 of files of ours. What was read is not read again while the file is the same. */

import * as crypto from 'node:crypto';
import { closeSync, constants, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { breather } from './breathe.ts';
import { cacheKey, type KnownHash, readHashes, writeHashes } from './hash-cache.ts';
import { stampOf } from './stamp.ts';
import type { TreeEntry } from './tree.ts';

export interface HashedFile {
  readonly hash: string;
  /** As it was read, which may be later than it was listed. */
  readonly stamp: string;
  readonly size: number;
  readonly mode: number;
  /** What it holds, if it was read now and there was room to keep it. */
  readonly content?: Buffer;
}

export interface HashOptions {
  /** Absolute: a folder where hashes are kept for other processes, and whose they are. */
  readonly cache?: { readonly folder: string; readonly name: string } | undefined;
  readonly signal?: AbortSignal | undefined;
}

const known = new Map<string, KnownHash>();
const mostKnown = 200_000;
/** Of contents that are kept until they are sent. */
const mostKept = 64 * 1024 * 1024;
const smallFile = 1024 * 1024;
/** A file that changes twice within its time stamp's grain looks the same: what is that young is read again. */
const settledMilliseconds = 2_000;

/** By path, in the order of the entries; others than files are passed over. A file that has gone is not there. */
export async function hashFiles(
  root: string,
  entries: readonly TreeEntry[],
  { cache, signal }: HashOptions = {},
): Promise<Map<string, HashedFile>> {
  const hashes = new Map<string, HashedFile>();
  const name = `${cacheKey(root, cache?.name ?? '')}.hashes`;
  const kept = cache === undefined ? undefined : readHashes(cache.folder, name);
  const remembered = new Map<string, KnownHash>();
  const settled = Date.now() - settledMilliseconds;
  let fresh = 0;
  let room = mostKept;
  const breathe = breather(signal);
  for (const entry of entries) {
    if (entry.kind !== 'file') continue;
    const whole = entry.source ?? `${root}/${entry.path}`;
    const before = sameOf(entry.stamp, known.get(whole)) ?? sameOf(entry.stamp, kept?.get(whole));
    if (before !== undefined) {
      const { hash, stamp } = before;
      remembered.set(whole, before);
      hashes.set(entry.path, { hash, stamp, size: entry.size, mode: entry.mode });
      continue;
    }
    // One that is being written is read until it stays the same meanwhile.
    const file =
      (entry.size <= smallFile ? readSmall(whole, entry) : undefined) ?? (await readWhole(whole, signal));
    if (file === undefined) continue;
    known.delete(whole);
    if (changedAt(file.stamp) < settled) {
      const { stamp, hash } = file;
      known.set(whole, { stamp, hash });
      remembered.set(whole, { stamp, hash });
      fresh += 1;
      if (known.size > mostKnown) for (const [oldest] of known) if (known.delete(oldest)) break;
    }
    if (file.content !== undefined && file.size <= room) {
      room -= file.size;
      hashes.set(entry.path, file);
    } else {
      const { content: _, ...rest } = file;
      hashes.set(entry.path, rest);
    }
    const pause = breathe();
    if (pause !== undefined) await pause;
  }
  if (cache !== undefined && (fresh > 0 || kept?.size !== remembered.size))
    writeHashes(cache.folder, name, remembered);
  return hashes;
}

function sameOf(stamp: string, before: KnownHash | undefined): KnownHash | undefined {
  return before?.stamp === stamp ? before : undefined;
}

/** The later of its two times, in milliseconds since 1970. */
function changedAt(stamp: string): number {
  const [, , , modified, changed] = stamp.split(' ');
  return Math.max(Number(modified), Number(changed));
}

/** Faster than a hash object, and in Node since 20.12. */
const hashOnce = (crypto as { hash?: (algorithm: string, data: Buffer) => string }).hash;

function sha256(bytes: Buffer): string {
  return hashOnce === undefined
    ? crypto.createHash('sha256').update(bytes).digest('hex')
    : hashOnce('sha256', bytes);
}

/** Small files are read into it one behind the other. */
let pool = Buffer.alloc(0);

/**
 * Undefined where its size is another one by now. Its stamp is the one that it was listed with: what was read later only
 * makes the next look read it again.
 */
function readSmall(path: string, entry: TreeEntry): HashedFile | undefined {
  const file = opened(path);
  if (file === undefined) return undefined;
  try {
    // One byte more says whether it has grown.
    if (pool.length <= entry.size) pool = Buffer.allocUnsafe(2 * smallFile);
    const size = readSync(file, pool, 0, entry.size + 1, null);
    if (size !== entry.size) return undefined;
    const content = pool.subarray(0, size);
    pool = pool.subarray(size);
    return { hash: sha256(content), stamp: entry.stamp, size, mode: entry.mode, content };
  } finally {
    closeSync(file);
  }
}

const mostTries = 3;

async function readWhole(path: string, signal: AbortSignal | undefined): Promise<HashedFile | undefined> {
  for (let attempt = 1; ; attempt++) {
    const file = await readLarge(path, signal);
    if (file !== 'changed') return file;
    if (attempt === mostTries)
      throw new Error(`${path} has changed while it was read; try again when nothing writes to it`);
  }
}

async function readLarge(
  path: string,
  signal: AbortSignal | undefined,
): Promise<HashedFile | 'changed' | undefined> {
  const file = opened(path);
  if (file === undefined) return undefined;
  try {
    const stats = fstatSync(file);
    const hash = crypto.createHash('sha256');
    const stream = createReadStream(path, { fd: file, autoClose: false, highWaterMark: 1024 * 1024 });
    for await (const chunk of stream) {
      signal?.throwIfAborted();
      hash.update(chunk);
    }
    if (stampOf(fstatSync(file)) !== stampOf(stats)) return 'changed';
    return {
      hash: hash.digest('hex'),
      stamp: stampOf(stats),
      size: stats.size,
      mode: stats.mode & 0o777,
    };
  } finally {
    closeSync(file);
  }
}

function opened(path: string): number | undefined {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
