/** Standard output kept as a file of the unit's directory, byte for byte but for the secrets in it. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { safeCut } from './unit-log.ts';

export const stdoutName = 'stdout';
/** Larger output belongs into a file that the command writes itself. */
export const largestCapture = 16 * 1024 * 1024;

export class Captured {
  readonly path: string;
  readonly #file: number;
  /** As bytes, one letter each. */
  readonly #secrets: readonly string[];
  #rest = '';
  #bytes = 0;

  constructor(path: string, secrets: readonly string[]) {
    this.path = path;
    this.#secrets = secrets
      .map((secret) => Buffer.from(secret).toString('latin1'))
      .sort((a, b) => b.length - a.length);
    this.#file = openSync(path, 'w');
  }

  /** More was printed than is kept. */
  get isTooLong(): boolean {
    return this.#bytes > largestCapture;
  }

  add(chunk: Buffer): void {
    const text = this.#rest + chunk.toString('latin1');
    // The end may be the beginning of a secret: it waits for what comes.
    const cut = Math.max(0, safeCut(text, this.#secrets));
    this.#rest = text.slice(cut);
    this.#write(text.slice(0, cut));
  }

  end(): void {
    this.#write(this.#rest);
    this.#rest = '';
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(text: string): void {
    let clean = text;
    for (const secret of this.#secrets) clean = clean.replaceAll(secret, '***');
    if (clean === '' || this.isTooLong) return;
    this.#bytes += clean.length;
    if (this.isTooLong) return;
    const bytes = Buffer.from(clean, 'latin1');
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written);
  }
}
