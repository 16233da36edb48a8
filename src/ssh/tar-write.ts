/** Tar archives, written in large chunks: ustar, with pax records for what it cannot say. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { stampOf } from './stamp.ts';

export interface TarMember {
  /** Relative, with `/`; a folder's has none at its end. */
  readonly path: string;
  readonly kind: 'file' | 'link' | 'folder';
  /** Permissions only, 0 to 0o777. */
  readonly mode: number;
  /** Of a file, in bytes. */
  readonly size: number;
  /** In seconds since 1970. 0 unless told, so that equal trees give equal archives. */
  readonly modified?: number;
  /** Where a link leads. */
  readonly target?: string;
  /** What a file holds: its bytes, or where they are. */
  readonly content?: Buffer | FileContent;
}

export interface FileContent {
  /** Absolute. */
  readonly file: string;
  /** What `stampOf` said when its size was read: a file that has changed since is an error. */
  readonly stamp: string;
}

export interface TarOptions {
  /** How names over 255 bytes are said. `pax` unless told; BusyBox reads only `gnu`. */
  readonly longNames?: 'pax' | 'gnu';
  /** Without the end of the archive, for one that goes on. */
  readonly open?: boolean;
}

const block = 512;
const chunkSize = 1024 * 1024;
/** The most that eleven octal digits say. */
const mostOctal = 8 * 1024 ** 3 - 1;
const zeros = Buffer.alloc(block);

/** Reads the files while it goes: one chunk is read when the next is asked for. Throws where a file cannot be read. */
export function* tarOf(members: Iterable<TarMember>, options: TarOptions = {}): Generator<Buffer> {
  let chunk = Buffer.allocUnsafe(chunkSize);
  let used = 0;
  for (const member of members) {
    const extra = extraHeaders(member, options.longNames ?? 'pax');
    for (let at = 0; at < extra.length; ) {
      if (used === chunkSize) {
        yield chunk;
        chunk = Buffer.allocUnsafe(chunkSize);
        used = 0;
      }
      const copied = extra.copy(chunk, used, at);
      at += copied;
      used += copied;
    }
    if (used === chunkSize) {
      yield chunk;
      chunk = Buffer.allocUnsafe(chunkSize);
      used = 0;
    }
    writeHeader(chunk.subarray(used, used + block), {
      ...splitName(member),
      kind: kinds[member.kind],
      mode: member.mode,
      size: member.kind === 'file' ? member.size : 0,
      modified: member.modified ?? 0,
      target: member.target ?? '',
    });
    used += block;
    if (member.kind !== 'file') continue;
    const body = bodyOf(member);
    try {
      for (let left = member.size; left > 0; ) {
        if (used === chunkSize) {
          yield chunk;
          chunk = Buffer.allocUnsafe(chunkSize);
          used = 0;
        }
        const read = body.into(chunk, used, Math.min(left, chunkSize - used));
        left -= read;
        used += read;
      }
    } finally {
      body.close();
    }
    // Chunks are whole blocks: the rest of this one has room.
    const rest = (block - (used % block)) % block;
    chunk.fill(0, used, used + rest);
    used += rest;
  }
  if (used > 0) yield chunk.subarray(0, used);
  if (options.open !== true) yield Buffer.alloc(2 * block);
}

const kinds = { file: '0', link: '2', folder: '5' } as const;

interface Body {
  into(chunk: Buffer, at: number, most: number): number;
  close(): void;
}

function bodyOf(member: TarMember): Body {
  const content = member.content;
  if (content === undefined)
    throw new Error(`internal: nothing to send for ${member.path}; please report this`);
  if (Buffer.isBuffer(content)) {
    let from = 0;
    return {
      into(chunk, at, most) {
        const copied = content.copy(chunk, at, from, from + most);
        if (copied === 0) throw changed(member.path);
        from += copied;
        return copied;
      },
      close() {},
    };
  }
  // Never through a link that somebody has put there in the meantime.
  const file = openSync(content.file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    if (stampOf(fstatSync(file)) !== content.stamp) throw changed(member.path);
  } catch (error) {
    closeSync(file);
    throw error;
  }
  return {
    into(chunk, at, most) {
      const read = readSync(file, chunk, at, most, null);
      if (read === 0) throw changed(member.path);
      return read;
    },
    close: () => closeSync(file),
  };
}

function changed(path: string): Error {
  return new Error(`${path} has changed while it was read; try again when nothing writes to it`);
}

interface Name {
  readonly name: Buffer;
  readonly prefix: Buffer;
  /** Header and records say all of it. */
  readonly whole: boolean;
}

const none = Buffer.alloc(0);

function splitName(member: TarMember): Name {
  const bytes = Buffer.from(member.kind === 'folder' ? `${member.path}/` : member.path);
  if (bytes.length <= 100) return { name: bytes, prefix: none, whole: true };
  // At the first slash that leaves a name of at most 100 bytes behind it.
  const slash = bytes.indexOf(0x2f, Math.max(1, bytes.length - 101));
  if (slash > 0 && slash <= 155 && slash < bytes.length - 1)
    return { name: bytes.subarray(slash + 1), prefix: bytes.subarray(0, slash), whole: true };
  return { name: bytes.subarray(0, 100), prefix: none, whole: false };
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 126) return false;
  return true;
}

/** What stands before a member's own header. */
function extraHeaders(member: TarMember, longNames: 'pax' | 'gnu'): Buffer {
  const name = splitName(member);
  const target = member.target ?? '';
  const longTarget = Buffer.byteLength(target) > 100;
  const large = member.kind === 'file' && member.size > mostOctal;
  if (name.whole && !longTarget && !large && isAscii(member.path) && isAscii(target)) return none;
  const path = member.kind === 'folder' ? `${member.path}/` : member.path;
  const parts: Buffer[] = [];
  if (longNames === 'gnu') {
    if (longTarget) parts.push(...extra('K', '././@LongLink', `${target}\0`));
    if (!name.whole) parts.push(...extra('L', '././@LongLink', `${path}\0`));
    return Buffer.concat(parts);
  }
  let records = '';
  if (!name.whole || !isAscii(path)) records += record('path', path);
  if (longTarget || !isAscii(target)) records += record('linkpath', target);
  if (large) records += record('size', String(member.size));
  return Buffer.concat(extra('x', 'PaxHeaders/next', records));
}

function extra(kind: string, name: string, text: string): Buffer[] {
  const body = Buffer.from(text);
  const header = Buffer.alloc(block);
  writeHeader(header, {
    name: Buffer.from(name),
    prefix: none,
    kind,
    mode: 0o644,
    size: body.length,
    modified: 0,
    target: '',
  });
  return [header, body, zeros.subarray(0, (block - (body.length % block)) % block)];
}

/** `<length> key=value\n`, where the length counts its own digits. */
function record(key: string, value: string): string {
  const rest = Buffer.byteLength(key) + Buffer.byteLength(value) + 3;
  let length = rest + String(rest).length;
  if (rest + String(length).length !== length) length = rest + String(length).length;
  return `${length} ${key}=${value}\n`;
}

interface Header {
  readonly name: Buffer;
  readonly prefix: Buffer;
  readonly kind: string;
  readonly mode: number;
  readonly size: number;
  readonly modified: number;
  readonly target: string;
}

function writeHeader(into: Buffer, header: Header): void {
  into.fill(0);
  header.name.copy(into, 0);
  octal(into, 100, 7, header.mode & 0o777);
  octal(into, 108, 7, 0);
  octal(into, 116, 7, 0);
  if (header.size <= mostOctal) octal(into, 124, 11, header.size);
  else {
    // As GNU tar writes it, for those that do not read the pax record.
    into[124] = 0x80;
    into.writeBigUInt64BE(BigInt(header.size), 128);
  }
  octal(into, 136, 11, Math.max(0, Math.trunc(header.modified)));
  into.fill(0x20, 148, 156);
  into.write(header.kind, 156, 'latin1');
  into.write(header.target, 157, 100, 'utf8');
  into.write('ustar\u000000', 257, 'latin1');
  header.prefix.copy(into, 345);
  let sum = 0;
  for (let at = 0; at < block; at++) sum += into[at] ?? 0;
  octal(into, 148, 6, sum);
  into[154] = 0;
}

function octal(into: Buffer, at: number, digits: number, value: number): void {
  into.write(value.toString(8).padStart(digits, '0'), at, 'latin1');
}
