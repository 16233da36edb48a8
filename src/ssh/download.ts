/** Brings files from a host into a folder of ours: checked, bounded, and going on where it was interrupted. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { compressionFor, decompressor } from './compression.ts';
import { dataMark } from './conversation.ts';
import { type Host, SshError } from './host.ts';
import { isReserved, pathProblem } from './inside.ts';
import { fetchLarge, largeFile } from './large-file.ts';
import { quoted, quotedPath } from './quote.ts';
import { listOn, type Packer, packerOn, type RemoteEntry, type RemoteList } from './remote-list.ts';
import { send } from './send.ts';
import { TarReader } from './tar-read.ts';
import { type LeftOut, TarUnpacker } from './tar-unpack.ts';
import { matcher } from './tree.ts';

export interface DownloadRequest {
  /** The folder on the host: absolute or `~/…`. */
  readonly from: string;
  /** Files and folders, relative to it. */
  readonly paths: readonly string[] | 'all';
  /** Of them, relative to it: what stays there. Patterns as in a `TreeRequest`. */
  readonly exclude?: readonly string[] | undefined;
  /** A file on the host, absolute or `~/…`: only what has changed there since it did. */
  readonly newerThan?: string | undefined;
  /** Absolute, here. What is not there is made; what is there under the same name is replaced, file by file. */
  readonly to: string;
  /**
   * The one path that is asked for, if `to` is what it becomes: a folder gets its contents, and a file is `to` itself.
   * Without it, `to` gets something of that name.
   */
  readonly strip?: string | undefined;
  /**
   * Absolute: a folder for what has not all arrived yet, on the same file system. It stays after a failure, and the
   * next call with it fetches only what is missing. Unless told, one for this request below `.ml-workflow` in `to`, or
   * beside it when `strip` is given.
   */
  readonly staging?: string;
  readonly mostBytes: number;
  /** Of files and links. */
  readonly mostFiles: number;
  /** More connections to the same host, for files over 32 MiB. */
  readonly more?: readonly Host[];
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: { readonly bytes: number; readonly of: number }) => void) | undefined;
}

export interface DownloadResult {
  /** Files and links that are now in `to`, relative to it, sorted. */
  readonly files: readonly string[];
  /** What they hold. */
  readonly bytes: number;
  /** Of the paths that were asked for, and of files that went away in the meantime. */
  readonly missing: readonly string[];
  /** Devices, links that lead outside and the like, each with why: a sentence for people. */
  readonly leftOut: readonly string[];
  /** It is more than it may be: nothing was fetched. */
  readonly tooLarge?: { readonly files: number; readonly bytes: number };
}

/** Attempts in a row that bring nothing before a lost connection is an error. */
const attempts = 5;
const firstWait = 200;

/**
 * Rejects with an `SshError` when the connection is lost and does not come back, and with an `Error` when the host
 * sends something else than it was asked for. `to` never has a part of a file.
 */
export async function download(host: Host, request: DownloadRequest): Promise<DownloadResult> {
  const asked = request.paths === 'all' ? ['.'] : request.paths.map((path) => checkedPath(path, host));
  const { from, newerThan, signal } = request;
  if (asked.length === 0) return { files: [], bytes: 0, missing: [], leftOut: [] };
  const strip = request.strip === undefined ? undefined : checkedPath(request.strip, host);
  if (strip !== undefined && (asked.length !== 1 || asked[0] !== strip))
    throw new Error(`internal: ${strip} is not the one path to fetch; please report this`);
  const { list, packer } = await listOn(host, { from, paths: asked, newerThan, signal });
  try {
    return await fetchListed(host, request, { asked, strip, list, packer });
  } finally {
    packer.remote.close();
  }
}

interface Listed {
  readonly asked: readonly string[];
  readonly strip: string | undefined;
  readonly list: RemoteList;
  readonly packer: Packer;
}

async function fetchListed(
  host: Host,
  request: DownloadRequest,
  { asked, strip, list, packer }: Listed,
): Promise<DownloadResult> {
  const { newerThan } = request;
  const { wanted, folders, leftOut } = sorted(list, asked, matcher(request.exclude ?? [], true));
  const bytes = sum(wanted);
  if (bytes > request.mostBytes || wanted.length > request.mostFiles)
    return {
      files: [],
      bytes: 0,
      missing: list.missing,
      leftOut: leftOut.map(said),
      tooLarge: { files: wanted.length, bytes },
    };
  const staging = request.staging ?? stagingOf(host, request, asked);
  mkdirSync(staging, { recursive: true });
  const arrived = new Set<string>();
  const state: Fetching = {
    host,
    request,
    list,
    packer,
    staging,
    strip,
    arrived,
    leftOut,
    passed: 0,
    kept: 0,
    of: bytes,
  };
  for (const entry of wanted) if (isComplete(state, entry)) arrived.add(entry.path);
  await fetchAll(state, wanted);
  const gone = wanted.filter((entry) => !arrived.has(entry.path)).map((entry) => entry.path);
  const named = new Set(leftOut.map((one) => one.path));
  const missing = [...list.missing, ...gone.filter((path) => !named.has(path))];
  const files = [...arrived].sort();
  moveInto(request.to, staging, { files, folders: newerThan === undefined ? folders : [], strip });
  rmSync(staging, { recursive: true, force: true });
  if (request.staging === undefined) removeIfEmpty(dirname(staging));
  const names = files.map((path) => nameIn(path, strip));
  const brought = sum(wanted.filter((entry) => arrived.has(entry.path)));
  return { files: names, bytes: brought, missing, leftOut: leftOut.map(said) };
}

interface Fetching {
  readonly host: Host;
  readonly request: DownloadRequest;
  readonly list: RemoteList;
  /** The one that has listed; it packs once. */
  packer: Packer | undefined;
  readonly staging: string;
  readonly strip: string | undefined;
  /** Complete in the staging folder. */
  readonly arrived: Set<string>;
  readonly leftOut: LeftOut[];
  passed: number;
  /** Grows with whatever does not have to be fetched again. */
  kept: number;
  readonly of: number;
}

function said({ path, why }: LeftOut): string {
  return `\`${path}\`: ${why}`;
}

/** Relative to `to`; of a file that is `to` itself, empty. */
function nameIn(path: string, strip: string | undefined): string {
  return strip === undefined || strip === '.' ? path : path.slice(strip.length + 1);
}

/** The same for the same request, and another one for another: two may run at once. */
function stagingOf(host: Host, request: DownloadRequest, asked: readonly string[]): string {
  const key = createHash('sha256').update(JSON.stringify([host.name, request.from, asked, request.to]));
  const folder = request.strip === undefined ? request.to : dirname(request.to);
  return `${folder}/.ml-workflow/incoming-${key.digest('hex').slice(0, 12)}`;
}

function sum(entries: readonly RemoteEntry[]): number {
  return entries.reduce((bytes, entry) => bytes + entry.size, 0);
}

function checkedPath(path: string, host: Host): string {
  const clean = path.replace(/^(\.\/+)+/, '').replace(/\/+$/, '');
  if (clean === '' || clean === '.') return '.';
  const problem = pathProblem(clean);
  if (problem !== undefined) throw new Error(`\`${path}\` cannot be fetched from ${host.name}: ${problem}`);
  return clean;
}

/** Only of what was asked for: a host that lies could name any file that is to be replaced here. */
function sorted(
  list: RemoteList,
  asked: readonly string[],
  excluded: (path: string) => boolean,
): { wanted: RemoteEntry[]; folders: string[]; leftOut: LeftOut[] } {
  const wanted: RemoteEntry[] = [];
  const folders: string[] = [];
  const leftOut: LeftOut[] = [];
  const isAsked = isBelow(asked);
  for (const entry of list.entries) {
    if (entry.path === '.' || excluded(entry.path)) continue;
    const problem = pathProblem(entry.path);
    const { path } = entry;
    if (!isAsked(path)) leftOut.push({ path, why: 'nobody has asked for it' });
    else if (problem !== undefined) {
      // Ours and git's own are never asked for.
      if (!path.split('/').some(isReserved)) leftOut.push({ path, why: problem });
    } else if (entry.kind === 'folder') folders.push(path);
    else if (entry.kind === 'other')
      leftOut.push({ path, why: 'it is neither a file, nor a folder, nor a link' });
    else wanted.push(entry);
  }
  return { wanted, folders, leftOut };
}

function isBelow(asked: readonly string[]): (path: string) => boolean {
  const all = new Set(asked);
  if (all.has('.')) return () => true;
  return (path) => {
    for (let at = path; at !== '.' && at !== '/'; at = posix.dirname(at)) if (all.has(at)) return true;
    return false;
  };
}

async function fetchAll(state: Fetching, wanted: readonly RemoteEntry[]): Promise<void> {
  const { host, request, arrived } = state;
  for (let failed = 0; ; ) {
    const before = state.kept;
    try {
      const named = new Set(state.leftOut.map((one) => one.path));
      const left = wanted.filter((entry) => !arrived.has(entry.path) && !named.has(entry.path));
      const large = left.filter((entry) => entry.kind === 'file' && entry.size > largeFile);
      const small = left.filter((entry) => !large.includes(entry));
      if (small.length > 0) await fetchSmall(state, small);
      for (const entry of large) await fetchOne(state, entry);
      return;
    } catch (error) {
      request.signal?.throwIfAborted();
      if (!(error instanceof SshError) || error.kind !== 'lost') throw error;
      failed = state.kept > before ? 1 : failed + 1;
      if (failed === attempts)
        throw new SshError('lost', `${error.message}; files from ${host.name} are incomplete`);
      await sleep(
        firstWait * 2 ** failed,
        undefined,
        request.signal === undefined ? {} : { signal: request.signal },
      );
    }
  }
}

/** Only a file that has all arrived has the time that it has on the host. */
function isComplete(state: Fetching, entry: RemoteEntry): boolean {
  if (entry.kind !== 'file') return false;
  const stats = lstatSync(`${state.staging}/${entry.path}`, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile() || stats.size !== entry.size || entry.size > largeFile)
    return false;
  // A tar archive without pax records has whole seconds.
  return Math.trunc(stats.mtimeMs / 1000) === Math.trunc(entry.modified);
}

async function fetchOne(state: Fetching, entry: RemoteEntry): Promise<void> {
  const { host, request, staging } = state;
  const file = `${staging}/${entry.path}`;
  makeFolder(staging, posix.dirname(entry.path));
  const remote = `${quotedPath(request.from)}/${quoted(entry.path)}`;
  await fetchLarge([host, ...(request.more ?? [])], {
    remote,
    size: entry.size,
    version: entry.version,
    file,
    signal: request.signal,
    received: (bytes) => {
      state.kept += 1;
      passed(state, bytes);
    },
  });
  state.arrived.add(entry.path);
}

function passed(state: Fetching, bytes: number): void {
  state.passed += bytes;
  state.request.progress?.({ bytes: Math.min(state.passed, state.of), of: state.of });
}

/** All of them as one stream. What went away on the host in the meantime does not come, and is no error. */
async function fetchSmall(state: Fetching, entries: readonly RemoteEntry[]): Promise<void> {
  const { host, request, staging, arrived, list } = state;
  const packed = compressionFor(sum(entries) + 512 * entries.length, list.ratio, list.zstd);
  const first = state.packer;
  state.packer = undefined;
  const packer = first ?? (await packerOn(host, request.from, request.signal));
  const { remote, answer, problem } = packer;
  const expected = new Set(entries.map((entry) => entry.path));
  const unpacker = new TarUnpacker(
    staging,
    {
      // Files may have grown since they were listed, but not over what is allowed.
      mostBytes: request.mostBytes,
      mostEntries: entries.length,
      expected: (path) => expected.has(path),
      top: state.strip === '.' ? undefined : state.strip,
    },
    (path) => {
      arrived.add(path);
      state.kept += 1;
    },
  );
  const reader = new TarReader(unpacker);
  const read = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      request.signal?.throwIfAborted();
      passed(state, chunk.length);
      reader.write(chunk);
    }
  };
  try {
    const unpacked = decompressor(packed);
    const receive = async (): Promise<void> => {
      if ((await answer.marked(dataMark)) === undefined) return;
      if (unpacked === undefined) await read(answer.remaining());
      else await pipeline(answer.remaining(), unpacked, (chunks) => read(chunks));
    };
    const reading = receive();
    const names = Buffer.from(entries.map((entry) => `./${entry.path}\0`).join(''));
    const sending = send(remote, [Buffer.from(`${packed}\n`), names]).then(() => remote.stdin.end());
    const settled = await Promise.allSettled([reading, sending]);
    // What came is wrong, or nothing came: in this order, for a stream that is left counts as lost too.
    for (const one of settled) if (one.status === 'rejected') throw one.reason;
    await remote.ended;
    if (reader.begun) reader.end();
    else if (problem() !== '')
      throw new Error(`${request.from} on ${host.name} cannot be read: ${problem()}`);
    unpacker.finish();
    state.leftOut.push(...unpacker.leftOut);
  } catch (error) {
    unpacker.abandon();
    throw error;
  } finally {
    remote.close();
  }
}

/** Every folder on the way is one: nothing is written through a link that lies in the destination. */
function makeFolder(root: string, path: string): void {
  if (path === '.') return;
  makeFolder(root, posix.dirname(path));
  const whole = `${root}/${path}`;
  const there = lstatSync(whole, { throwIfNoEntry: false });
  if (there === undefined) mkdirSync(whole, 0o755);
  else if (!there.isDirectory())
    throw new Error(
      `\`${path}\` is a folder on the host, and in ${root} a ${there.isSymbolicLink() ? 'link' : 'file'}; remove it to fetch what is in it`,
    );
}

interface Arrived {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly strip: string | undefined;
}

function moveInto(to: string, staging: string, { files, folders, strip }: Arrived): void {
  const itself = files.some((path) => nameIn(path, strip) === '');
  mkdirSync(itself ? dirname(to) : to, { recursive: true });
  const made = new Set<string>();
  for (const path of files) {
    const name = nameIn(path, strip);
    const folder = posix.dirname(name);
    if (!made.has(folder)) {
      makeFolder(to, folder);
      made.add(folder);
    }
    if (lstatSync(within(to, name), { throwIfNoEntry: false })?.isDirectory())
      throw new Error(
        `\`${path}\` is a file on the host, and ${within(to, name)} a folder; remove it to fetch the file`,
      );
  }
  // Nothing is moved before all of it is known to fit.
  for (const path of files) renameSync(`${staging}/${path}`, within(to, nameIn(path, strip)));
  for (const path of folders) if (nameIn(path, strip) !== '') makeFolder(to, nameIn(path, strip));
}

function within(to: string, name: string): string {
  return name === '' ? to : `${to}/${name}`;
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else uses it.
  }
}
