/** Writes the members of an archive from a host into a folder of ours, as far as they are safe to have. */
import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  futimesSync,
  lstatSync,
  mkdirSync,
  openSync,
  rmSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { posix } from 'node:path';
import { linkProblem, pathProblem } from './inside.ts';
import { TarError, type TarHandler, type TarHeader } from './tar-read.ts';

export interface UnpackLimits {
  /** Of all files together. More ends the reading with a `TarError`. */
  readonly mostBytes: number;
  readonly mostEntries: number;
  /** The only paths there may be. Another one ends the reading with a `TarError`. */
  readonly expected?: (path: string) => boolean;
  /** The folder of the archive that links must stay in. All of it unless told. */
  readonly top?: string | undefined;
}

export interface LeftOut {
  readonly path: string;
  readonly why: string;
}

/** Synchronous: what has been written is on the disk when `done` returns. Links are made by `finish`, behind all files. */
export class TarUnpacker implements TarHandler {
  readonly leftOut: LeftOut[] = [];
  readonly #root: string;
  readonly #limits: UnpackLimits;
  readonly #onFile: (path: string) => void;
  readonly #folders = new Set<string>();
  readonly #files = new Set<string>();
  readonly #links = new Map<string, string>();
  #bytes = 0;
  #entries = 0;
  #current: { readonly header: TarHeader; readonly path: string; readonly file: number } | undefined;

  /** `root` is absolute and exists. */
  constructor(root: string, limits: UnpackLimits, onFile: (path: string) => void = () => {}) {
    this.#root = root;
    this.#limits = limits;
    this.#onFile = onFile;
  }

  member(header: TarHeader): void {
    const path = header.path.replace(/^(\.\/+)+/, '');
    this.#entries += 1;
    if (this.#entries > this.#limits.mostEntries)
      throw new TarError(`the archive has more than ${this.#limits.mostEntries} entries`);
    if ((path === '' || path === '.') && header.kind === 'folder') return;
    const problem = pathProblem(path) ?? kindProblem(header);
    if (problem !== undefined) {
      this.leftOut.push({ path: header.path, why: problem });
      return;
    }
    if (this.#limits.expected?.(path) === false)
      throw new TarError(`the archive has \`${path}\`, which was not asked for`);
    if (header.kind === 'folder') this.#folder(path);
    else if (header.kind === 'link') this.#link(path, header.target);
    else this.#file(path, header);
  }

  data(bytes: Buffer): void {
    if (this.#current === undefined) return;
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#current.file, bytes, at);
  }

  done(): void {
    const current = this.#current;
    if (current === undefined) return;
    this.#current = undefined;
    fchmodSync(current.file, current.header.mode | 0o600);
    futimesSync(current.file, current.header.modified, current.header.modified);
    closeSync(current.file);
    this.#files.add(current.path);
    this.#onFile(current.path);
  }

  /** Makes the links. Call it when the whole archive is read. */
  finish(): void {
    for (const [path, target] of this.#links) {
      this.#clear(path);
      symlinkSync(target, this.#within(path));
      this.#onFile(path);
    }
    this.#links.clear();
  }

  /** The reading has failed: closes the file that is half written, and leaves it. */
  abandon(): void {
    if (this.#current === undefined) return;
    closeSync(this.#current.file);
    this.#current = undefined;
  }

  #file(path: string, header: TarHeader): void {
    if (header.kind === 'hard-link') {
      const source = header.target.replace(/^(\.\/+)+/, '');
      if (!this.#files.has(source)) {
        this.leftOut.push({
          path,
          why: `it is a hard link to \`${header.target}\`, which is not in the archive`,
        });
        return;
      }
      this.#count(lstatSync(this.#within(source)).size);
      this.#clear(path);
      copyFileSync(this.#within(source), this.#within(path), constants.COPYFILE_EXCL);
      this.#files.add(path);
      this.#onFile(path);
      return;
    }
    this.#count(header.size);
    this.#clear(path);
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
    this.#current = { header, path, file: openSync(this.#within(path), flags, 0o600) };
  }

  #link(path: string, target: string): void {
    const { top } = this.#limits;
    const problem = linkProblem(top === undefined ? path : path.slice(top.length + 1), target);
    if (problem !== undefined) this.leftOut.push({ path, why: problem });
    else this.#links.set(path, target);
  }

  #count(size: number): void {
    this.#bytes += size;
    if (this.#bytes > this.#limits.mostBytes)
      throw new TarError(`the archive holds more than ${this.#limits.mostBytes} bytes`);
  }

  /** Makes room for a file or link: its folder exists, and nothing has its name. */
  #clear(path: string): void {
    this.#folder(posix.dirname(path));
    const whole = this.#within(path);
    const there = lstatSync(whole, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw new TarError(`\`${path}\` is a file on the host and a folder here`);
    if (there) rmSync(whole);
    this.#links.delete(path);
    this.#files.delete(path);
  }

  /** Each folder on the way is a folder, and never a link to one. */
  #folder(path: string): void {
    if (path === '.' || this.#folders.has(path)) return;
    this.#folder(posix.dirname(path));
    const whole = this.#within(path);
    const there = lstatSync(whole, { throwIfNoEntry: false });
    if (there && !there.isDirectory())
      throw new TarError(
        `\`${path}\` is a folder on the host; here it is a ${there.isSymbolicLink() ? 'link' : 'file'}`,
      );
    if (!there) mkdirSync(whole, 0o755);
    this.#folders.add(path);
    this.#links.delete(path);
  }

  #within(path: string): string {
    return `${this.#root}/${path}`;
  }
}

function kindProblem(header: TarHeader): string | undefined {
  return header.kind === 'other' ? 'it is neither a file, nor a folder, nor a link' : undefined;
}
