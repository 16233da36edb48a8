/** Files that are written together: what was there before comes back when something goes wrong. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export class Changes {
  readonly #before: { readonly path: string; readonly bytes: Buffer | undefined }[] = [];
  readonly #folders: string[] = [];

  /** `path`: absolute. Its folder is made. What stands there is replaced in one go. */
  write(path: string, text: string): void {
    this.#makeFolder(dirname(path));
    const bytes = existsSync(path) ? readFileSync(path) : undefined;
    const temporary = `${path}.${process.pid}.tmp`;
    try {
      writeFileSync(temporary, text, { flag: 'wx' });
      this.#before.push({ path, bytes });
      renameSync(temporary, path);
    } finally {
      rmSync(temporary, { force: true });
    }
  }

  /** All is as it was. */
  undo(): void {
    for (const { path, bytes } of this.#before.splice(0).reverse()) {
      if (bytes === undefined) rmSync(path, { force: true });
      else writeFileSync(path, bytes);
    }
    for (const folder of this.#folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }

  #makeFolder(folder: string): void {
    const first = mkdirSync(folder, { recursive: true });
    if (first !== undefined) this.#folders.push(first);
  }
}
