/** Makes a folder on a host hold what a tree of ours holds, and sends only what it does not have. */
import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Compression, chooseCompression, compressor } from './compression.ts';
import { Conversation } from './conversation.ts';
import { type HashedFile, hashFiles } from './file-hash.ts';
import { cacheKey, readText, writeText } from './hash-cache.ts';
import type { Host, RemoteProcess } from './host.ts';
import { largeFile, sendLarge } from './large-file.ts';
import {
  type Delta,
  deltaOf,
  foundOn,
  type HostState,
  idOf,
  isOdd,
  listingLine,
  type Manifest,
  type ManifestEntry,
  manifestChange,
  manifestText,
  parseManifest,
} from './manifest.ts';
import { quotedPath } from './quote.ts';
import { send, tailOf } from './send.ts';
import { type TarMember, tarOf } from './tar-write.ts';
import { type TreeEntry, type TreeRequest, treeOf } from './tree.ts';
import { mark, uploadCommand } from './upload-script.ts';

export interface UploadRequest {
  /** Absolute, here. */
  readonly root: string;
  /** What is sent: entries of `treeOf`, or what it is asked for. */
  readonly tree: readonly TreeEntry[] | TreeRequest;
  /** The folder on the host: absolute or `~/…`. Made if it is not there. */
  readonly to: string;
  /**
   * Which of the uploads into that folder: letters, digits, `_` and `-`. What an earlier upload of this name has sent
   * and this one does not have is deleted there; nothing else is.
   */
  readonly name: string;
  /** Absolute: a folder for what makes the next upload faster, in another process too. It may be removed at any time. */
  readonly cache?: string | undefined;
  /** More connections to the same host, for files over 32 MiB. */
  readonly more?: readonly Host[];
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: UploadProgress) => void) | undefined;
}

export interface UploadProgress {
  /** Of what has to be sent, before compression. */
  readonly bytes: number;
  readonly of: number;
}

export interface UploadResult {
  /** Files and links that the folder now has of this upload. */
  readonly files: number;
  readonly sentFiles: number;
  /** What they hold, before compression. */
  readonly sentBytes: number;
  readonly deletedFiles: number;
  readonly seconds: number;
}

/**
 * Rejects with an `SshError` when the connection is lost. The folder may then have parts of the tree; another upload
 * sends the rest. Times of files are those of the host at which they arrived.
 */
export async function upload(host: Host, request: UploadRequest): Promise<UploadResult> {
  const started = performance.now();
  request.signal?.throwIfAborted();
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(request.name))
    throw new Error(`internal: an upload cannot be called ${request.name}; please report this`);
  const opened = host.open(uploadCommand(request.to, request.name), { signal: request.signal });
  // The host looks at what it has while we look at what we have.
  const local = localTree(request);
  const [remote, ours] = await both(opened, local);
  const problem = tailOf(remote.stderr);
  try {
    const counts = await converse(host, remote, ours, request, problem);
    return { files: fileCount(ours.manifest), ...counts, seconds: (performance.now() - started) / 1000 };
  } catch (error) {
    request.signal?.throwIfAborted();
    throw error;
  } finally {
    remote.close();
  }
}

/** Leaves no channel open when the tree cannot be read. */
async function both(
  opened: Promise<RemoteProcess>,
  local: Promise<LocalTree>,
): Promise<[RemoteProcess, LocalTree]> {
  const [remote, ours] = await Promise.allSettled([opened, local]);
  if (remote.status === 'fulfilled' && ours.status === 'fulfilled') return [remote.value, ours.value];
  if (remote.status === 'fulfilled') remote.value.close();
  throw ours.status === 'rejected' ? ours.reason : remote.status === 'rejected' ? remote.reason : undefined;
}

interface LocalTree {
  readonly manifest: Manifest;
  readonly text: string;
  readonly id: string;
  readonly files: ReadonlyMap<string, HashedFile>;
  readonly targets: ReadonlyMap<string, string>;
  /** Absolute paths of the files. */
  readonly sources: ReadonlyMap<string, string>;
}

async function localTree(request: UploadRequest): Promise<LocalTree> {
  const { tree, root, name, signal } = request;
  const entries = 'gitIgnored' in tree ? await treeOf(root, { signal, ...tree }) : tree;
  const files = await hashFiles(root, entries, {
    cache: request.cache === undefined ? undefined : { folder: request.cache, name },
    signal,
  });
  const manifest = new Map<string, ManifestEntry>();
  const targets = new Map<string, string>();
  const sources = new Map<string, string>();
  const addFolder = (path: string): void => {
    if (path === '.' || manifest.has(path)) return;
    addFolder(posix.dirname(path));
    manifest.set(path, { path, kind: 'folder', mode: 0o755, size: 0, hash: '' });
  };
  for (const entry of entries) {
    addFolder(entry.kind === 'folder' ? entry.path : posix.dirname(entry.path));
    if (entry.kind === 'link' && entry.target !== undefined) {
      const hash = createHash('sha256').update(entry.target).digest('hex');
      manifest.set(entry.path, { path: entry.path, kind: 'link', mode: 0o777, size: entry.size, hash });
      targets.set(entry.path, entry.target);
    }
    const file = files.get(entry.path);
    if (file === undefined) continue;
    sources.set(entry.path, entry.source ?? `${root}/${entry.path}`);
    manifest.set(entry.path, {
      path: entry.path,
      kind: 'file',
      // The host has to read what it was sent, and we to write it again.
      mode: file.mode | 0o600,
      size: file.size,
      hash: file.hash,
    });
  }
  const text = manifestText(manifest);
  return { manifest, text, id: idOf(text), files, targets, sources };
}

function fileCount(manifest: Manifest): number {
  let count = 0;
  for (const entry of manifest.values()) if (entry.kind !== 'folder') count += 1;
  return count;
}

type Counts = Pick<UploadResult, 'sentFiles' | 'sentBytes' | 'deletedFiles'>;

interface Answer {
  readonly state: string;
  readonly zstd: boolean;
  readonly names: 'pax' | 'gnu';
  readonly count: number;
  readonly finished: boolean;
}

async function converse(
  host: Host,
  remote: RemoteProcess,
  ours: LocalTree,
  request: UploadRequest,
  problem: () => string,
): Promise<Counts> {
  const answers = new Conversation(remote.stdout);
  const { cache } = request;
  const sentKey = `${cacheKey(host.name, request.to, request.name)}.sent`;
  const base = cache === undefined ? undefined : readText(cache, sentKey);
  remote.stdin.write(`${ours.id} ${base === undefined ? '-' : idOf(base)}\n`);
  const finish = async (): Promise<void> => {
    remote.stdin.end();
    await Promise.all([answers.drain(), remote.ended]);
  };
  const failure = async (line: string | undefined): Promise<Error> => {
    await finish();
    return new Error(explained(host, request, line, problem()));
  };
  const first = await answers.marked(mark);
  const [state = '', zstd, names, count, finished] = (first ?? '').split(' ');
  if (state !== 'empty' && state !== 'clean' && state !== 'dirty') throw await failure(first);
  const answer: Answer = {
    state,
    zstd: zstd === 'zstd',
    names: names === 'gnu' ? 'gnu' : 'pax',
    count: Number(count),
    finished: finished === 'finished',
  };
  const there = await stateOf(answers, answer, base);
  if (there === 'same') {
    await finish();
    return { sentFiles: 0, sentBytes: 0, deletedFiles: 0 };
  }
  if (there === undefined) throw await failure(undefined);
  const delta = deltaOf(ours.manifest, there);
  const sentBytes = delta.sent.reduce((sum, entry) => sum + entry.size, 0);
  let passed = 0;
  const progress = (bytes: number): void => {
    passed = Math.min(passed + bytes, sentBytes);
    request.progress?.({ bytes: passed, of: sentBytes });
  };
  const large = delta.sent.filter((entry) => entry.kind === 'file' && entry.size > largeFile);
  const folder = quotedPath(`${request.to.replace(/(?<=.)\/+$/, '')}/.ml-workflow/incoming/${request.name}`);
  for (const entry of new Map(large.map((one) => [one.hash, one])).values()) {
    const file = ours.sources.get(entry.path) ?? '';
    const { size, hash } = entry;
    const hosts = [host, ...(request.more ?? [])];
    await sendLarge(hosts, { file, size, hash, folder, signal: request.signal, sent: progress });
  }
  const small = delta.sent.filter((entry) => !large.includes(entry));
  const members = small.map((entry) => memberOf(entry, ours));
  const packed = small.length === 0 ? 'nothing' : packing(members, answer.zstd);
  const isAll = delta.modes.length === 0 && delta.sent.length === fileCount(ours.manifest);
  const isListed = isAll && !delta.sent.some(({ path }) => isOdd(path));
  const orders = gzipSync(
    Buffer.concat([...tarOf(ordersOf(ours, delta, { large, before: there, isListed }))]),
    { level: 1 },
  );
  const expected = createHash('sha256');
  for (const entry of [...delta.sent, ...delta.modes]) expected.update(listingLine(entry));
  const nonce = Math.random().toString(36).slice(2, 12);
  await send(remote, [
    Buffer.from(
      `${ours.id}-${nonce} ${orders.length} ${packed} ${expected.digest('hex')} ${isListed ? delta.sent.length : ''}\n`,
    ),
    orders,
  ]);
  if (packed !== 'nothing') {
    const chunks = tarOf(members, { longNames: answer.names });
    await sendPacked(remote, chunks, packed, progress);
  }
  remote.stdin.end();
  const last = await answers.marked(mark);
  if (last !== 'done') throw await failure(last);
  await finish();
  if (cache !== undefined) writeText(cache, sentKey, ours.text);
  return { sentFiles: delta.sent.length, sentBytes, deletedFiles: delta.deleted.length };
}

/** Bytes of one list of what the host has: a million files and more. */
const mostState = 256 * 1024 ** 2;

/** Undefined where the host has stopped in the middle. */
async function stateOf(
  answers: Conversation,
  answer: Answer,
  base: string | undefined,
): Promise<HostState | 'same' | undefined> {
  const part = async (line?: string): Promise<string | undefined> => {
    const [word, length] = (line ?? (await answers.marked(mark)) ?? '')
      .split(' ')
      .filter((text) => text !== '');
    if (word !== 'part') return undefined;
    const bytes = Number(length) > mostState ? undefined : await answers.bytes(Number(length));
    if (bytes === undefined) return undefined;
    try {
      // A few bytes may stand for as many as there is no room for.
      return gunzipSync(bytes, { maxOutputLength: mostState }).toString('utf8');
    } catch {
      throw new Error('what the host says of its files cannot be read, or is too long');
    }
  };
  if (answer.state === 'empty') return { is: 'empty' };
  if (answer.state === 'clean') {
    const line = await answers.marked(mark);
    if (line === 'same') return 'same';
    const [, known] = /^base +([0-9]+)$/.exec(line ?? '') ?? [];
    if (known !== undefined && base !== undefined)
      return { is: 'clean', manifest: parseManifest(base), length: Number(known) };
    const text = await part(line ?? '');
    if (text === undefined) return undefined;
    return { is: 'clean', manifest: parseManifest(text), length: text.length };
  }
  const manifests: Manifest[] = [];
  for (let at = 0; at < answer.count; at++) {
    const text = await part();
    if (text === undefined) return undefined;
    manifests.push(parseManifest(text));
  }
  const listing = await part();
  const hashes = await part();
  if (listing === undefined || hashes === undefined) return undefined;
  return { is: 'dirty', manifests, finished: answer.finished, found: foundOn(listing, hashes) };
}

function memberOf(entry: ManifestEntry, ours: LocalTree): TarMember {
  const { path, kind, mode, size } = entry;
  if (kind === 'link') return { path, kind, mode, size, target: ours.targets.get(path) ?? '' };
  const file = ours.files.get(path);
  const content = file?.content ?? { file: ours.sources.get(path) ?? '', stamp: file?.stamp ?? '' };
  return { path, kind, mode, size, content };
}

const sampled = 32;
const sampleBytes = 16 * 1024;

function packing(members: readonly TarMember[], zstd: boolean): Compression {
  const bytes = members.reduce((sum, member) => sum + member.size + 512, 0);
  // What most bytes are of decides, and those are in the largest files.
  const files = members.filter((member) => member.kind === 'file').sort((a, b) => b.size - a.size);
  const samples: Buffer[] = [];
  for (const { content } of files.slice(0, sampled)) {
    if (Buffer.isBuffer(content)) samples.push(content.subarray(0, sampleBytes));
    else if (content !== undefined) samples.push(...headOf(content.file));
  }
  return chooseCompression(bytes, samples, zstd);
}

function headOf(path: string): Buffer[] {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch {
    // Whoever sends it says what is wrong with it.
    return [];
  }
  const head = Buffer.alloc(sampleBytes);
  try {
    return [head.subarray(0, readSync(file, head, 0, sampleBytes, 0))];
  } finally {
    closeSync(file);
  }
}

async function sendPacked(
  remote: RemoteProcess,
  chunks: Iterable<Buffer>,
  packed: Compression,
  progress: (bytes: number) => void,
): Promise<void> {
  const packer = compressor(packed);
  if (packer === undefined) return send(remote, chunks, progress);
  const counted = function* (): Generator<Buffer> {
    for (const chunk of chunks) {
      yield chunk;
      progress(chunk.length);
    }
  };
  // Ends with an error of its own when the host takes no more; the host's answer is the one that counts.
  const packing = pipeline(Readable.from(counted(), { highWaterMark: 2 }), packer);
  packing.catch(() => {});
  try {
    await send(remote, packer);
  } catch (error) {
    packer.destroy();
    throw error;
  }
}

interface Ordering {
  readonly large: readonly ManifestEntry[];
  readonly before: HostState;
  /** All that was sent is verified by the listing of all that is there. */
  readonly isListed: boolean;
}

/** What is to be done before and after unpacking, as files of the manifest's folder on the host. */
function ordersOf(ours: LocalTree, delta: Delta, { large, before, isListed }: Ordering): TarMember[] {
  const lists: [string, string][] = [
    ...manifestOf(ours, before),
    ['ways', listOf(delta.ways)],
    ['deleted', listOf(delta.deleted)],
    ['deleted-folders', listOf(delta.deletedFolders)],
    ['needed', listOf(delta.folders)],
    ['large', largeMoves(large)],
    ['verify', isListed ? '' : listOf([...delta.sent, ...delta.modes].map((entry) => entry.path))],
  ];
  const modes = new Map<number, string[]>();
  for (const { mode, path } of delta.modes) modes.set(mode, [...(modes.get(mode) ?? []), path]);
  for (const [mode, paths] of modes) lists.push([`mode-${mode.toString(8).padStart(4, '0')}`, listOf(paths)]);
  lists.push(['end', '']);
  return lists.map(([path, text]) => {
    const content = Buffer.from(text);
    return { path, kind: 'file', mode: 0o600, size: content.length, content };
  });
}

/** Of a manifest that the host has, what is different. */
function manifestOf(ours: LocalTree, before: HostState): [string, string][] {
  const lists: [string, string][] = [['body', ours.text]];
  if (before.is === 'clean') {
    const change = manifestChange(before.manifest, ours.manifest);
    if (before.length + change.length < 2 * ours.text.length) lists[0] = ['change', change];
    if (hasSamePaths(before.manifest, ours.manifest)) return lists;
  }
  const all = [...ours.manifest.values()];
  const things = all.filter((entry) => entry.kind !== 'folder').map((entry) => entry.path);
  const folders = all.filter((entry) => entry.kind === 'folder').map((entry) => entry.path);
  const plain = (path: string): boolean => !isOdd(path);
  lists.push(
    ['plain', listOf(things.filter(plain))],
    ['odd', listOf(things.filter(isOdd))],
    ['folders', listOf(folders.filter(plain))],
    ['odd-folders', listOf(folders.filter(isOdd))],
  );
  return lists;
}

function hasSamePaths(one: Manifest, other: Manifest): boolean {
  if (one.size !== other.size) return false;
  for (const entry of one.values()) {
    const match = other.get(entry.path);
    if (match === undefined || (match.kind === 'folder') !== (entry.kind === 'folder')) return false;
  }
  return true;
}

function listOf(paths: readonly string[]): string {
  return paths.map((path) => `./${path}\0`).join('');
}

/** The last one of equal files takes what has arrived, the others copy it. */
function largeMoves(large: readonly ManifestEntry[]): string {
  const left = new Map<string, number>();
  for (const { hash } of large) left.set(hash, (left.get(hash) ?? 0) + 1);
  return large
    .map(({ hash, mode, path }) => {
      const count = left.get(hash) ?? 1;
      left.set(hash, count - 1);
      return `${count > 1 ? 'cp' : 'mv'}\0${hash}\0${mode.toString(8)}\0./${path}\0`;
    })
    .join('');
}

function explained(host: Host, request: UploadRequest, line: string | undefined, stderr: string): string {
  const where = `${request.to} on ${host.name}`;
  const because = stderr === '' ? '' : `: ${stderr.split('\n').slice(-3).join('; ')}`;
  const [word, what, ...rest] = (line ?? '').split(' ');
  if (word !== 'failed') return `the upload to ${where} ended in the middle${because}`;
  if (what === 'way')
    return `\`${rest.join(' ').replace(/^\.\//, '')}\` in ${where} is in the way of a folder of that name: it is a link or a file that no upload has put there; remove it`;
  if (what === 'verify')
    return `after the upload, ${where} does not hold what was sent; something else writes there, or its file system does not keep names and modes`;
  return `the upload to ${where} failed (${[what, ...rest].join(' ')})${because}`;
}
