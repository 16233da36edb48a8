/** What a folder on a host holds below some paths, and some of that as an archive, over one channel. */
import { randomBytes } from 'node:crypto';
import { hasZstd } from './compression.ts';
import { Conversation, sayData } from './conversation.ts';
import type { Host, RemoteProcess } from './host.ts';
import { quoted, quotedPath } from './quote.ts';
import { send, tailOf } from './send.ts';

export interface RemoteEntry {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  /** Changes when the file does. */
  readonly version: string;
  /** In seconds since 1970, by the host's clock. */
  readonly modified: number;
}

/** The program that has listed them, and waits for what it shall send: `<compression>\n`, and names, each ended by NUL. */
export interface Packer {
  readonly remote: RemoteProcess;
  readonly answer: Conversation;
  readonly problem: () => string;
}

export interface RemoteList {
  readonly entries: readonly RemoteEntry[];
  /** Of the paths that were asked for. */
  readonly missing: readonly string[];
  readonly zstd: boolean;
  /** What gzip makes of a byte, by the heads of some files. Zstd is asked nothing: it costs little on what it cannot pack. */
  readonly ratio: number;
}

export interface ListRequest {
  /** Absolute or `~/…`. */
  readonly from: string;
  /** Relative to it; `.` for all. */
  readonly paths: readonly string[];
  /** A file on the host: only what has changed since it did. Absolute or `~/…`. */
  readonly newerThan?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

const sampleBytes = 256 * 1024;
/** Of the list. */
const mostBytes = 256 * 1024 * 1024;

const packing = `
read -r packed || exit 0
${sayData}
case $packed in
  zstd) xargs -0 -r tar -cf - | zstd -1 -c ;;
  gzip) xargs -0 -r tar -cf - | gzip -1 -c ;;
  *) xargs -0 -r tar -cf - ;;
esac`;

/** Without a list. `from` is absolute or `~/…`. */
export async function packerOn(host: Host, from: string, signal: AbortSignal | undefined): Promise<Packer> {
  const script = `LC_ALL=C; export LC_ALL; cd -- "$1" || exit 1\n${packing}`;
  return packerOf(await host.open(`exec sh -c ${quoted(script)} sh ${quotedPath(from)}`, { signal }));
}

function packerOf(remote: RemoteProcess): Packer {
  return { remote, answer: new Conversation(remote.stdout), problem: tailOf(remote.stderr) };
}

// Each record starts with a word that nobody can guess, so that names may hold anything.
const script = `
LC_ALL=C TZ=UTC0; export LC_ALL TZ
t=$2
cd -- "$1" 2>/dev/null || { printf '%s nowhere\\n' "$t"; exit 0; }
sample=yes
if command -v zstd >/dev/null 2>&1; then
  printf '%s zstd\\n' "$t"
  [ -z "$4" ] || sample=
fi
paths=$(mktemp) || exit 1
trap 'rm -f "$paths"' EXIT
read -r bytes && dd bs="$bytes" count=1 iflag=fullblock of="$paths" 2>/dev/null || exit 1
xargs -0 -r sh -c 't=$1; shift; for p do [ -e "$p" ] || [ -L "$p" ] || printf "%s missing %s\\n" "$t" "$p"; done' sh "$t" <"$paths"
if [ -n "$3" ]; then [ -e "$3" ] || { printf '%s unmarked\\n' "$t"; exit 0; }; fi
xargs -0 -r sh -c 't=$1 m=$2; shift 2; skip="( -iname .git -o -iname .ml-workflow )"
  set -f
  if [ -n "$m" ]; then find "$@" $skip -prune -o "(" -type d -o -newer "$m" ")" -exec stat -c "$t entry %f %s %y|%z|%n" {} +
  else find "$@" $skip -prune -o -exec stat -c "$t entry %f %s %y|%z|%n" {} +; fi' sh "$t" "$3" <"$paths" 2>/dev/null
[ -z "$sample" ] || printf '%s sample %s %s\\n' "$t" $(xargs -0 -r sh -c 'find "$@" -type f -size +3 -exec head -q -c 8192 {} +' sh <"$paths" 2>/dev/null |
  head -c ${sampleBytes} | { f=$(mktemp); cat >"$f"; wc -c <"$f"; gzip -1 -c <"$f" | wc -c; rm -f "$f"; })
printf '%s end\n' "$t"
${packing}`;

/** Rejects when the folder or the marker is not there. `packer` is to be used or closed. */
export async function listOn(
  host: Host,
  request: ListRequest,
): Promise<{ readonly list: RemoteList; readonly packer: Packer }> {
  const token = randomBytes(12).toString('hex');
  const marker = request.newerThan === undefined ? "''" : quotedPath(request.newerThan);
  const command = `exec sh -c ${quoted(script)} sh ${quotedPath(request.from)} ${token} ${marker} ${hasZstd ? 'zstd' : "''"}`;
  const packer = packerOf(await host.open(command, { signal: request.signal }));
  const { remote, problem } = packer;
  try {
    const names = Buffer.from(request.paths.map((path) => (path === '.' ? '.\0' : `./${path}\0`)).join(''));
    const [text] = await Promise.all([
      listText(packer, token, host),
      send(remote, [Buffer.from(`${names.length}\n`), names]),
    ]);
    if (text.isWhole || text.of.includes(`${token} nowhere`) || text.of.includes(`${token} unmarked`))
      return { list: listOf(text.of, token, host, request), packer };
    const code = await remote.ended;
    throw new Error(`${request.from} on ${host.name} cannot be listed: ${problem() || `exit code ${code}`}`);
  } catch (error) {
    remote.close();
    throw error;
  }
}

function listOf(text: string, token: string, host: Host, request: ListRequest): RemoteList {
  const entries = new Map<string, RemoteEntry>();
  const missing: string[] = [];
  let zstd = false;
  let ratio = 1;
  for (const record of text.split(`${token} `).slice(1)) {
    const [word, ...rest] = record.slice(0, record.endsWith('\n') ? -1 : undefined).split(' ');
    const value = rest.join(' ');
    if (word === 'nowhere') throw new Error(`there is no folder ${request.from} on ${host.name}`);
    if (word === 'unmarked') throw new Error(`there is no file ${request.newerThan} on ${host.name}`);
    if (word === 'zstd') zstd = true;
    else if (word === 'missing') missing.push(plain(value));
    else if (word === 'sample') {
      const [whole, packed] = rest.filter((part) => part !== '').map(Number);
      if (whole !== undefined && packed !== undefined && whole > 0) ratio = packed / whole;
    } else if (word === 'entry') {
      const entry = entryOf(value);
      if (entry !== undefined) entries.set(entry.path, entry);
    }
  }
  return { entries: [...entries.values()], missing, zstd, ratio: zstd && hasZstd ? 0 : ratio };
}

/** Up to the end of the list: what follows is the archive. */
async function listText(
  { answer }: Packer,
  token: string,
  host: Host,
): Promise<{ readonly of: string; readonly isWhole: boolean }> {
  const end = Buffer.from(`${token} end\n`);
  const parts: Buffer[] = [];
  let length = 0;
  let tail = Buffer.alloc(0);
  // The archive comes only when it is asked for: until then, nothing follows the end.
  while (!tail.equals(end)) {
    const part = await answer.some(mostBytes);
    if (part === undefined) break;
    length += part.length;
    if (length > mostBytes) throw new Error(`${host.name} has too many files there to list`);
    parts.push(part);
    tail = Buffer.concat([tail, part.subarray(-end.length)]).subarray(-end.length);
  }
  const isWhole = tail.equals(end);
  const bytes = Buffer.concat(parts);
  try {
    return { of: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isWhole };
  } catch {
    throw new Error(`${host.name} has a file there whose name is not UTF-8; rename or remove it`);
  }
}

function plain(path: string): string {
  return path === '.' ? path : path.replace(/^\.\//, '');
}

const kinds: Readonly<Record<number, RemoteEntry['kind']>> = { 8: 'file', 4: 'folder', 10: 'link' };

/** `<mode, hexadecimal> <size> <modified>|<changed>|<path>` */
function entryOf(text: string): RemoteEntry | undefined {
  const match = /^([0-9a-f]+) ([0-9]+) ([0-9-]+) ([0-9:]+)(\.[0-9]+)? [^|]*\|[^|]*\|(.+)$/s.exec(text);
  if (match === null) return undefined;
  const [, mode = '0', size = '0', day, time, fraction = '', path = ''] = match;
  const version = text.slice(0, text.length - path.length);
  return {
    path: plain(path),
    kind: kinds[Number.parseInt(mode, 16) >> 12] ?? 'other',
    size: Number(size),
    version,
    modified: Date.parse(`${day}T${time}Z`) / 1000 + Number(`0${fraction}`),
  };
}
