/** Moves single large files in ranges, over several channels at once, and goes on where it was interrupted. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { appendFile, type FileHandle, open, readFile, rm, stat } from 'node:fs/promises';
import { Conversation, dataMark, sayData } from './conversation.ts';
import type { Host, RemoteProcess } from './host.ts';
import { quoted } from './quote.ts';
import { send, tailOf } from './send.ts';

/** Files larger than this are moved in ranges. */
export const largeFile = 32 * 1024 * 1024;
/** What each channel loses at most when it is cut. Smaller ones cost more than they save: each is a process there. */
const rangeSize = 4 * 1024 * 1024;
const blockSize = 256 * 1024;
/** Of ranges that a channel is asked for before they come: it never waits for a question. */
const ahead = 2;

/** From so many bytes and milliseconds for a command on, one connection does not fill the line: its windows are too small. */
const farBytes = 64 * 1024 * 1024;
const farMilliseconds = 60;

/** One connection is used over four channels, several over two each. */
function channelsOver(hosts: readonly Host[], ranges: number): Host[] {
  const each = hosts.length === 1 ? 4 : 2;
  const channels: Host[] = [];
  for (let round = 0; round < each; round++) channels.push(...hosts);
  return channels.slice(0, Math.max(1, ranges));
}

function rangesOf(size: number): number[] {
  return Array.from({ length: Math.ceil(size / rangeSize) }, (_, index) => index);
}

export interface LargeUpload {
  /** Absolute, here. */
  readonly file: string;
  readonly size: number;
  readonly hash: string;
  /** As a word of the shell there. The file is `<folder>/<hash>` when it has arrived. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
  readonly sent?: ((bytes: number) => void) | undefined;
}

/** Where the input ends within a range, `dd` is content: only what it counts says that all has come. */
const writeRanges = `
LC_ALL=C; export LC_ALL
f=$1; while read -r number count; do
  said=$(dd of="$f.part" bs=${blockSize} seek=$((number * ${rangeSize / blockSize})) count="$count" \\
    iflag=fullblock conv=notrunc 2>&1) || { printf '%s\\n' "$said" >&2; exit 1; }
  case $said in "$count+0 "*) echo "$number" >>"$f.done" ;; *) exit 1 ;; esac
done`;

const finishFile = `
f=$1; dd if=/dev/null of="$f.part" bs=1 seek="$2" count=0 2>/dev/null
[ "$(sha256sum <"$f.part")" = "$3  -" ] || { rm -f "$f.part" "$f.done"; echo damaged; exit 0; }
rm -f "$f.done" && mv "$f.part" "$f"`;

/** Rejects with an `SshError` when the connection is lost; called again, it sends what is missing. */
export async function sendLarge(hosts: readonly Host[], request: LargeUpload): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    if (await sendOnce(hosts, request)) return;
    if (attempt === 2)
      throw new Error(`${request.file} did not arrive as it is; it may have changed while it was sent`);
  }
}

/** Whether it has arrived undamaged. */
async function sendOnce(hosts: readonly Host[], request: LargeUpload): Promise<boolean> {
  const [first] = hosts;
  if (first === undefined) throw new Error('internal: no host to send to; please report this');
  const word = `${request.folder}/${quoted(request.hash)}`;
  const started = performance.now();
  const asked = await first.exec(
    `mkdir -p -- ${request.folder} && if [ -f ${word} ]; then echo all; elif [ -f ${word}.part ]; then cat ${word}.done; fi`,
    { signal: request.signal },
  );
  const isFar = performance.now() - started >= farMilliseconds;
  const answer = asked.stdout.toString('latin1').split('\n');
  if (answer.includes('all')) return true;
  const arrived = new Set(answer.filter((line) => /^[0-9]+$/.test(line)).map(Number));
  const missing = rangesOf(request.size).filter((range) => !arrived.has(range));
  const file = await open(request.file, constants.O_RDONLY | constants.O_NOFOLLOW);
  const second =
    isFar && hosts.length === 1 && missing.length * rangeSize >= farBytes ? first.beside?.() : undefined;
  const channels = channelsOver(hosts, missing.length);
  let running = channels.length;
  let giveUp = (): void => {};
  const isOver = new Promise<undefined>((resolve) => {
    giveUp = () => resolve(undefined);
  });
  if (second !== undefined) channels.push(second, second);
  try {
    await together(channels, request.signal, async (host, signal) => {
      const opened = host.open(`exec sh -c ${quoted(writeRanges)} sh ${word}`, { signal });
      // While it has not come about, it has taken nothing, and the first connection sends it all.
      const joined = host === second ? Promise.race([opened.catch(() => undefined), isOver]) : opened;
      const remote = await joined;
      if (remote === undefined) return;
      remote.stdout.resume();
      const problem = tailOf(remote.stderr);
      await send(remote, rangesFrom(file, missing, request), request.sent);
      remote.stdin.end();
      const code = await remote.ended;
      if (code !== 0)
        throw new Error(`${host.name} could not write ${request.file}: ${problem() || 'is its disk full?'}`);
      if (host !== second && --running === 0) giveUp();
    });
  } finally {
    second?.close();
    await file.close();
  }
  const finished = await first.exec(
    `exec sh -c ${quoted(finishFile)} sh ${word} ${request.size} ${quoted(request.hash)}`,
    { signal: request.signal },
  );
  if (finished.code !== 0)
    throw new Error(`${first.name} could not finish ${request.file}: ${finished.stderr.trim()}`);
  return !finished.stdout.toString().includes('damaged');
}

/** Takes the next range whenever one is sent, until none is left. Whole blocks: the host cuts the last one off. */
async function* rangesFrom(
  file: FileHandle,
  missing: number[],
  request: LargeUpload,
): AsyncGenerator<Buffer> {
  for (let range = missing.shift(); range !== undefined; range = missing.shift()) {
    const start = range * rangeSize;
    const length = Math.min(rangeSize, request.size - start);
    const blocks = Math.ceil(length / blockSize);
    yield Buffer.from(`${range} ${blocks}\n`);
    for (let at = 0; at < blocks * blockSize; at += 4 * blockSize) {
      const chunk = Buffer.allocUnsafe(Math.min(4 * blockSize, blocks * blockSize - at));
      let used = 0;
      for (let read = 1; used < chunk.length && read > 0; used += read)
        read = (await file.read(chunk, used, chunk.length - used, start + at + used)).bytesRead;
      yield chunk.fill(0, used);
    }
  }
}

export interface LargeDownload {
  /** As a word of the shell there. */
  readonly remote: string;
  readonly size: number;
  /** Changes when the file on the host does: what was fetched of another version is not used. */
  readonly version: string;
  /** Absolute, here: where it is put together. `<file>.ranges` says what has arrived. */
  readonly file: string;
  readonly signal?: AbortSignal | undefined;
  /** Bytes that will not be fetched again. */
  readonly received?: ((bytes: number) => void) | undefined;
}

const readRanges = `
${sayData}
while read -r number; do
  dd if="$1" bs=${blockSize} skip=$((number * ${rangeSize / blockSize})) count=${rangeSize / blockSize} 2>/dev/null || exit 1
done`;

/** Rejects with an `SshError` when the connection is lost; called again, it fetches what is missing. */
export async function fetchLarge(hosts: readonly Host[], request: LargeDownload): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    if (await fetchOnce(hosts, request)) return;
    await rm(`${request.file}.ranges`, { force: true });
    if (attempt === 2)
      throw new Error(`${request.remote} did not arrive as it is; something writes to it on the host`);
  }
}

async function fetchOnce(hosts: readonly Host[], request: LargeDownload): Promise<boolean> {
  const [first] = hosts;
  if (first === undefined) throw new Error('internal: no host to fetch from; please report this');
  const notes = `${request.file}.ranges`;
  const arrived = await arrivedOf(request, notes);
  const missing = rangesOf(request.size).filter((range) => !arrived.has(range));
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW;
  const file = await open(request.file, flags, 0o600);
  try {
    // The host reads it for its hash while it is sent.
    const [hashed] = await Promise.all([
      first.exec(`sha256sum <${request.remote}`, { signal: request.signal }),
      together(channelsOver(hosts, missing.length), request.signal, async (host, signal) => {
        if (missing.length === 0) return;
        const remote = await host.open(`exec sh -c ${quoted(readRanges)} sh ${request.remote}`, { signal });
        const problem = tailOf(remote.stderr);
        const answer = new Conversation(remote.stdout);
        const isWhole =
          (await answer.marked(dataMark)) !== undefined &&
          (await receive(remote, answer, { file, missing, request, notes }));
        remote.stdin.end();
        await Promise.all([answer.drain(), remote.ended]);
        if (!isWhole)
          throw new Error(
            `${host.name} could not send ${request.remote}: ${problem() || 'it has become shorter'}`,
          );
      }),
    ]);
    const hash = createHash('sha256');
    for await (const chunk of file.createReadStream({
      start: 0,
      autoClose: false,
      highWaterMark: 1024 * 1024,
    })) {
      request.signal?.throwIfAborted();
      hash.update(chunk);
    }
    const [theirs] = /[0-9a-f]{64}(?= {2}-$)/m.exec(hashed.stdout.toString('latin1')) ?? [];
    if (theirs !== hash.digest('hex')) return false;
  } finally {
    await file.close();
  }
  await rm(notes, { force: true });
  return true;
}

/** The ranges that are complete here, of this version of the file. */
async function arrivedOf(request: LargeDownload, notes: string): Promise<Set<number>> {
  const [version, ...ranges] = await readFile(notes, 'utf8').then(
    (text) => text.split('\n'),
    () => [''],
  );
  const there = await stat(request.file).catch(() => undefined);
  if (version === request.version && there !== undefined)
    return new Set(ranges.filter((line) => /^[0-9]+$/.test(line)).map(Number));
  await rm(request.file, { force: true });
  await rm(notes, { force: true });
  await appendFile(notes, `${request.version}\n`);
  return new Set();
}

interface Receiving {
  readonly file: FileHandle;
  /** Shared with other channels: each takes the next one. */
  readonly missing: number[];
  readonly request: LargeDownload;
  /** The file that says which ranges have arrived. */
  readonly notes: string;
}

/** Whether all that was asked for has come. */
async function receive(
  remote: RemoteProcess,
  answer: Conversation,
  { file, missing, request, notes }: Receiving,
): Promise<boolean> {
  const asked: number[] = [];
  const ask = (): void => {
    const range = missing.shift();
    if (range === undefined) return;
    asked.push(range);
    remote.stdin.write(`${range}\n`);
  };
  for (let count = 0; count < ahead; count++) ask();
  for (let range = asked.shift(); range !== undefined; range = asked.shift()) {
    const start = range * rangeSize;
    const end = Math.min(start + rangeSize, request.size);
    for (let at = start; at < end; ) {
      const bytes = await answer.some(end - at);
      if (bytes === undefined) return false;
      for (let used = 0; used < bytes.length; )
        used += (await file.write(bytes, used, bytes.length - used, at + used)).bytesWritten;
      at += bytes.length;
    }
    await appendFile(notes, `${range}\n`);
    request.received?.(end - start);
    ask();
  }
  return true;
}

/** The first one that fails ends the others. */
async function together(
  hosts: readonly Host[],
  signal: AbortSignal | undefined,
  work: (host: Host, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failed = new AbortController();
  const both = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
  const settled = await Promise.allSettled(
    hosts.map((host) =>
      work(host, both).catch((error: unknown) => {
        if (!failed.signal.aborted) failed.abort(error);
        throw error;
      }),
    ),
  );
  signal?.throwIfAborted();
  if (failed.signal.aborted) throw failed.signal.reason;
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
}
