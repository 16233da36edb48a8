/** Reads tar archives as they come: ustar, pax and GNU. Bounded in memory, whatever it is given. */

export interface TarHeader {
  /** As written. Nothing has been checked. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'hard-link' | 'other';
  /** Permissions only, 0 to 0o777. */
  readonly mode: number;
  /** Of a file, in bytes; 0 for anything else. */
  readonly size: number;
  /** In seconds since 1970. */
  readonly modified: number;
  /** Of links. */
  readonly target: string;
}

export interface TarHandler {
  /** The next member. Its content follows by `data`, and then `done`. What it throws ends the reading. */
  member(header: TarHeader): void;
  data(bytes: Buffer): void;
  done(): void;
}

/** The archive is damaged, or is not one. */
export class TarError extends Error {
  override readonly name = 'TarError';
}

const block = 512;
/** Of pax records and GNU long names of one member. Paths end at 4,096 bytes on Linux. */
const mostExtra = 1024 * 1024;

export class TarReader {
  readonly #handler: TarHandler;
  readonly #header = Buffer.alloc(block);
  #headerUsed = 0;
  /** Of the body that is being read. */
  #left = 0;
  #padding = 0;
  #into: 'member' | 'extra' | 'nothing' = 'nothing';
  #extraKind = '';
  #extra: Buffer[] = [];
  #inMember = false;
  /** What is known of the next member from what stands before it. */
  #records = new Map<string, string>();
  #longPath: string | undefined;
  #longTarget: string | undefined;
  #ended = false;
  #begun = false;

  constructor(handler: TarHandler) {
    this.#handler = handler;
  }

  /** Archives that follow one another are read as one. */
  write(chunk: Buffer): void {
    let at = 0;
    if (chunk.length > 0) this.#begun = true;
    while (at < chunk.length) {
      if (this.#left > 0) {
        const bytes = chunk.subarray(at, at + Math.min(this.#left, chunk.length - at));
        at += bytes.length;
        this.#left -= bytes.length;
        if (this.#into === 'member') this.#handler.data(bytes);
        // The caller may use its buffer again.
        else if (this.#into === 'extra') this.#extra.push(Buffer.from(bytes));
        if (this.#left === 0) this.#bodyDone();
      } else if (this.#padding > 0) {
        const skipped = Math.min(this.#padding, chunk.length - at);
        at += skipped;
        this.#padding -= skipped;
      } else {
        const copied = chunk.copy(this.#header, this.#headerUsed, at, at + block - this.#headerUsed);
        at += copied;
        this.#headerUsed += copied;
        if (this.#headerUsed === block) {
          this.#headerUsed = 0;
          this.#headerDone();
        }
      }
    }
  }

  /** Something has come. */
  get begun(): boolean {
    return this.#begun;
  }

  /** Throws where the archive is cut off. */
  end(): void {
    const within = this.#left > 0 || this.#headerUsed > 0 || this.#padding > 0 || this.#records.size > 0;
    if (within || !this.#ended) throw new TarError('the archive is cut off');
  }

  #headerDone(): void {
    const header = this.#header;
    if (header.every((byte) => byte === 0)) {
      this.#ended = true;
      return;
    }
    let sum = 8 * 0x20;
    for (let at = 0; at < block; at++) if (at < 148 || at >= 156) sum += header[at] ?? 0;
    if (numberAt(header, 148, 8) !== sum)
      throw new TarError('the archive is damaged: a header has a wrong checksum');
    this.#ended = false;
    const kind = String.fromCharCode(header[156] ?? 0);
    const size = numberAt(header, 124, 12);
    if (kind === 'x' || kind === 'g' || kind === 'L' || kind === 'K') {
      if (size > mostExtra) throw new TarError('the archive is damaged: a name of more than 1 MiB');
      this.#extraKind = kind;
      this.#extra = [];
      this.#body(size, 'extra');
      return;
    }
    if (kind === 'S' || [...this.#records.keys()].some((key) => key.startsWith('GNU.sparse.')))
      throw new TarError('the archive has a sparse file; make it without --sparse');
    this.#member(kind, size);
  }

  #member(kind: string, ownSize: number): void {
    const header = this.#header;
    const said = this.#records.get('size');
    const size = said === undefined ? ownSize : wholeNumber(said);
    // Where a record says the name, that of the header may be cut off within a character.
    const path = this.#records.get('path') ?? this.#longPath ?? ownPath(header);
    const target = this.#records.get('linkpath') ?? this.#longTarget ?? textAt(header, 157, 100);
    const member: TarHeader = {
      path: path.replace(/\/+$/, ''),
      kind: kindOf(kind, path),
      mode: numberAt(header, 100, 8) & 0o777,
      size: 0,
      modified: numberAt(header, 136, 12),
      target,
    };
    this.#records = new Map();
    this.#longPath = undefined;
    this.#longTarget = undefined;
    this.#inMember = true;
    // A hard link of pax may have a body, which is the same as that of its target; other kinds have none that counts.
    this.#handler.member(member.kind === 'file' ? { ...member, size } : member);
    const hasBody = member.kind === 'file' || !'123456'.includes(kind) || (kind === '1' && size > 0);
    this.#body(hasBody ? size : 0, member.kind === 'file' ? 'member' : 'nothing');
  }

  #body(size: number, into: 'member' | 'extra' | 'nothing'): void {
    this.#into = into;
    this.#left = size;
    this.#padding = (block - (size % block)) % block;
    if (size === 0) this.#bodyDone();
  }

  #bodyDone(): void {
    if (this.#into === 'extra') {
      const bytes = Buffer.concat(this.#extra);
      this.#extra = [];
      if (this.#extraKind === 'L') this.#longPath = cString(bytes);
      else if (this.#extraKind === 'K') this.#longTarget = cString(bytes);
      else if (this.#extraKind === 'x') this.#records = recordsOf(bytes);
    } else if (this.#inMember) {
      this.#inMember = false;
      this.#handler.done();
    }
    this.#into = 'nothing';
  }
}

function ownPath(header: Buffer): string {
  const ustar = header.toString('latin1', 257, 262) === 'ustar';
  // GNU keeps other things where ustar has its prefix, and says so by a space.
  const prefix = ustar && header[262] === 0 ? textAt(header, 345, 155) : '';
  const name = textAt(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

function kindOf(kind: string, path: string): TarHeader['kind'] {
  // Before ustar, a slash at its end made a folder.
  if (kind === '0' || kind === '\0' || kind === '7') return path.endsWith('/') ? 'folder' : 'file';
  if (kind === '1') return 'hard-link';
  if (kind === '2') return 'link';
  if (kind === '5') return 'folder';
  return 'other';
}

/** Octal digits, or, where the first bit is set, a big-endian number. */
function numberAt(header: Buffer, at: number, length: number): number {
  const first = header[at] ?? 0;
  if ((first & 0x80) !== 0) {
    let value = BigInt(first & 0x7f);
    for (let index = at + 1; index < at + length; index++) value = (value << 8n) | BigInt(header[index] ?? 0);
    // Times before 1970 are negative; nothing else may be.
    if ((first & 0x40) !== 0) return 0;
    if (value > BigInt(Number.MAX_SAFE_INTEGER))
      throw new TarError('the archive is damaged: a number is too large');
    return Number(value);
  }
  const text = textAt(header, at, length).trim();
  if (text === '') return 0;
  if (!/^[0-7]+$/.test(text)) throw new TarError('this is not a tar archive');
  return Number.parseInt(text, 8);
}

function textAt(header: Buffer, at: number, length: number): string {
  const end = header.indexOf(0, at);
  return decoded(header.subarray(at, end < 0 || end > at + length ? at + length : end));
}

function cString(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return decoded(end < 0 ? bytes : bytes.subarray(0, end));
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new TarError(`the archive has a name that is not UTF-8: ${bytes.toString('latin1').slice(0, 200)}`);
  }
}

function recordsOf(bytes: Buffer): Map<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const length = space < 0 || space > at + 8 ? 0 : wholeNumber(bytes.toString('latin1', at, space));
    const end = at + length;
    const equals = bytes.indexOf(0x3d, space);
    if (length < 5 || end > bytes.length || bytes[end - 1] !== 0x0a || equals < 0 || equals >= end)
      throw new TarError('the archive is damaged: a pax record');
    const key = decoded(bytes.subarray(space + 1, equals));
    // Times, owners and foreign attributes are of no use here, and need not be text.
    if (key === 'path' || key === 'linkpath' || key === 'size' || key.startsWith('GNU.sparse.')) {
      const value = decoded(bytes.subarray(equals + 1, end - 1));
      if (value.includes('\0')) throw new TarError('the archive is damaged: a name holds a NUL byte');
      records.set(key, value);
    }
    at = end;
  }
  return records;
}

function wholeNumber(text: string): number {
  const value = /^[0-9]{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new TarError('the archive is damaged: a number');
  return value;
}
