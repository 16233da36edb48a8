/** What a unit prints: bytes → lines, secrets blotted out, kept in a file and, the end of it, in memory. */
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { plainText } from '../../engine/plain-text.ts';

/** How much of the end of a log a failure shows. */
const tailLines = 20;
const tailLineLength = 1000;
const longestLine = 64 * 1024;
/** How much of the end of a log is searched for a declared class of failure. */
const searchedBytes = 256 * 1024;

/** A line that never ends is cut, so that a binary on standard output cannot fill the memory. */
export class Lines {
  readonly #decoder = new StringDecoder('utf8');
  readonly #take: (line: string) => void;
  readonly #secrets: readonly string[];
  #rest = '';

  constructor(take: (line: string) => void, secrets: readonly string[] = []) {
    this.#take = take;
    this.#secrets = secrets;
  }

  add(chunk: Buffer): void {
    // A carriage return at the end may be the first half of a line end.
    const lines = (this.#rest + this.#decoder.write(chunk)).split(/\r?\n|\r(?!\n|$)/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#take(line);
    if (this.#rest.length > longestLine) {
      const safe = safeCut(this.#rest, this.#secrets);
      const cut = safe > 0 ? safe : this.#rest.length;
      this.#take(this.#rest.slice(0, cut));
      this.#rest = this.#rest.slice(cut);
    }
  }

  end(): void {
    const rest = (this.#rest + this.#decoder.end()).replace(/\r$/, '');
    this.#rest = '';
    if (rest !== '') this.#take(rest);
  }
}

/**
 * Where a text can be cut so that no secret is: neither one that is all there, nor one that has only begun. Not above 0
 * when it can be cut nowhere.
 */
export function safeCut(text: string, secrets: readonly string[]): number {
  const longest = Math.max(1, ...secrets.map((secret) => secret.length));
  let cut = text.length - (longest - 1);
  for (let moved = true; moved && cut > 0; ) {
    moved = false;
    for (const secret of secrets) {
      const from = Math.max(0, cut - secret.length + 1);
      const at = text.slice(from, cut + secret.length - 1).indexOf(secret);
      if (at < 0) continue;
      cut = from + at;
      moved = true;
    }
  }
  return cut;
}

/** The file is made with the first line, so that a silent command costs none. */
export class UnitLog {
  readonly tail: string[] = [];
  readonly #path: string;
  readonly #secrets: readonly string[];
  #file: number | undefined;

  constructor(path: string, secrets: readonly string[]) {
    this.#path = path;
    // The longest first: one that begins like another would leave its end standing.
    this.#secrets = [...secrets].sort((a, b) => b.length - a.length);
  }

  /** Writes the line and returns it as written. */
  line(text: string): string {
    const clean = this.clean(text);
    this.#file ??= openSync(this.#path, 'a+');
    writeSync(this.#file, `${clean}\n`);
    // Again: without the escapes between its letters there may be a secret that was none before.
    this.tail.push(this.clean(plainText(clean)).slice(0, tailLineLength));
    if (this.tail.length > tailLines) this.tail.shift();
    return clean;
  }

  /** The text with every secret blotted out. */
  clean(text: string): string {
    let clean = text;
    for (const secret of this.#secrets) clean = clean.replaceAll(secret, '***');
    return clean;
  }

  /** The end of the log, longer than `tail`. */
  recent(): string {
    if (this.#file === undefined) return '';
    const { size } = fstatSync(this.#file);
    const bytes = Buffer.alloc(Math.min(size, searchedBytes));
    const read = readSync(this.#file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8', 0, read);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}
