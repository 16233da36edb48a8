/** What a unit prints: bytes → lines, secrets blotted out, kept in a file and, the end of it, in memory. */
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

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
  #rest = '';

  constructor(take: (line: string) => void) {
    this.#take = take;
  }

  add(chunk: Buffer): void {
    // A carriage return at the end may be the first half of a line end.
    const lines = (this.#rest + this.#decoder.write(chunk)).split(/\r?\n|\r(?!\n|$)/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#take(line);
    if (this.#rest.length > longestLine) {
      this.#take(this.#rest);
      this.#rest = '';
    }
  }

  end(): void {
    const rest = (this.#rest + this.#decoder.end()).replace(/\r$/, '');
    this.#rest = '';
    if (rest !== '') this.#take(rest);
  }
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
    this.tail.push(clean.slice(0, tailLineLength));
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
