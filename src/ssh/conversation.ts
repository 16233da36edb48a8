/** Reads lines and blocks of bytes, in turn, from what a program on a host prints. */
import type { Readable } from 'node:stream';

const mostLine = 64 * 1024;

/** A line of its own before the bytes of a file: startup files of the login shell may print before it. */
export const dataMark = '#ml-workflow data';
/** Prints it, in a POSIX shell. */
export const sayData = `printf '\\n${dataMark}\\n'`;

const mostPart = 1024 * 1024;

export class Conversation {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** Without its end; undefined where nothing more comes. */
  async line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#rest.indexOf(0x0a);
      if (end >= 0) {
        const line = this.#rest.toString('utf8', 0, end);
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      if (this.#rest.length > mostLine) throw new Error('the host answered with a line that is too long');
      if (!(await this.#more())) return undefined;
    }
  }

  /** The next line that starts with `mark`, without it. */
  async marked(mark: string): Promise<string | undefined> {
    for (;;) {
      const line = await this.line();
      if (line === undefined || line.startsWith(mark)) return line?.slice(mark.length);
    }
  }

  /** Undefined where fewer come. */
  async bytes(count: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) return undefined;
      const part = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(part.length);
      missing -= part.length;
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  /** What has come, at most so many; undefined where nothing more comes. */
  async some(most: number): Promise<Buffer | undefined> {
    if (this.#rest.length === 0 && !(await this.#more())) return undefined;
    const part = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(part.length);
    return part;
  }

  /** The rest, as it comes. */
  async *remaining(): AsyncGenerator<Buffer> {
    for (let part = await this.some(mostPart); part !== undefined; part = await this.some(mostPart))
      yield part;
  }

  /** Reads the rest and forgets it: a program ends only when all that it prints is read. */
  async drain(): Promise<void> {
    do this.#rest = Buffer.alloc(0);
    while (await this.#more());
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    return true;
  }
}
