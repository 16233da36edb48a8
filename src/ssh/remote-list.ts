/** What a folder on a host holds below some paths, in one question. */
import { randomBytes } from 'node:crypto';
import type { Host } from './host.ts';
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

export interface RemoteList {
  readonly entries: readonly RemoteEntry[];
  /** Of the paths that were asked for. */
  readonly missing: readonly string[];
  readonly zstd: boolean;
  /** What gzip makes of a byte, by the heads of some files. */
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

// Each record starts with a word that nobody can guess, so that names may hold anything.
const script = `
LC_ALL=C TZ=UTC0; export LC_ALL TZ
t=$2
cd -- "$1" 2>/dev/null || { printf '%s nowhere\\n' "$t"; exit 0; }
command -v zstd >/dev/null 2>&1 && printf '%s zstd\\n' "$t"
paths=$(mktemp) || exit 1
trap 'rm -f "$paths"' EXIT
cat >"$paths"
xargs -0 -r sh -c 't=$1; shift; for p do [ -e "$p" ] || [ -L "$p" ] || printf "%s missing %s\\n" "$t" "$p"; done' sh "$t" <"$paths"
if [ -n "$3" ]; then [ -e "$3" ] || { printf '%s unmarked\\n' "$t"; exit 0; }; fi
xargs -0 -r sh -c 't=$1 m=$2; shift 2; skip="( -iname .git -o -iname .ml-workflow )"
  set -f
  if [ -n "$m" ]; then find "$@" $skip -prune -o "(" -type d -o -newer "$m" ")" -exec stat -c "$t entry %f %s %y|%z|%n" {} +
  else find "$@" $skip -prune -o -exec stat -c "$t entry %f %s %y|%z|%n" {} +; fi' sh "$t" "$3" <"$paths" 2>/dev/null
printf '%s sample %s %s\\n' "$t" $(xargs -0 -r sh -c 'find "$@" -type f -size +3 -exec head -q -c 8192 {} +' sh <"$paths" 2>/dev/null |
  head -c ${sampleBytes} | { f=$(mktemp); cat >"$f"; wc -c <"$f"; gzip -1 -c <"$f" | wc -c; rm -f "$f"; })
`;

/** Rejects when the folder or the marker is not there. */
export async function listOn(host: Host, request: ListRequest): Promise<RemoteList> {
  const token = randomBytes(12).toString('hex');
  const marker = request.newerThan === undefined ? "''" : quotedPath(request.newerThan);
  const command = `exec sh -c ${quoted(script)} sh ${quotedPath(request.from)} ${token} ${marker}`;
  const remote = await host.open(command, { signal: request.signal });
  const problem = tailOf(remote.stderr);
  const names = request.paths.map((path) => (path === '.' ? '.\0' : `./${path}\0`)).join('');
  const [text, code] = await Promise.all([
    textOf(remote.stdout, host),
    send(remote, [Buffer.from(names)]).then(() => {
      remote.stdin.end();
      return remote.ended;
    }),
  ]);
  if (code !== 0)
    throw new Error(`${request.from} on ${host.name} cannot be listed: ${problem() || `exit code ${code}`}`);
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
  return { entries: [...entries.values()], missing, zstd, ratio };
}

async function textOf(stream: NodeJS.ReadableStream, host: Host): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > mostBytes) throw new Error(`${host.name} has too many files there to list`);
    parts.push(part);
  }
  const bytes = Buffer.concat(parts);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
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
