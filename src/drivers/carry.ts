/** Copies regular files between a workspace and a folder that travels: links are not followed, and nothing leaves its root. */
import {
  chmodSync,
  constants,
  copyFileSync,
  type Dirent,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  type Stats,
} from 'node:fs';
import { isAbsolute, join, posix, sep } from 'node:path';

export interface Carrying {
  /** Of the relative paths of files and folders: whether they come along. */
  readonly takes?: (path: string) => boolean;
  /** Where the files have lost the bit that says so. */
  readonly isExecutable?: (path: string) => boolean;
}

export interface Carried {
  /** Relative paths, with `/`, of files that may be executed. */
  readonly executable: string[];
  /** Relative paths of folders with nothing in them. */
  readonly empty: string[];
  /** What was left out, one sentence each. */
  readonly notices: string[];
}

/** What GitHub refuses in the paths of an artifact. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: line ends are among them
const unfit = /["<>:|*?\\\x00-\x1f]/;

/** The path in its plain spelling, with `/`; undefined for one that leaves its root, or is the root. */
export function plainPath(path: string): string | undefined {
  const plain = posix.normalize(sep === '/' ? path : path.replaceAll(sep, '/')).replace(/\/$/, '');
  if (plain === '.' || plain === '' || plain === '..' || plain.startsWith('../') || isAbsolute(plain))
    return undefined;
  return plain.includes('\0') ? undefined : plain;
}

/**
 * Copies a file or a folder from one root to the same relative path below another, over what stands there. Nothing when it
 * is not there.
 */
export function carry(
  from: string,
  to: string,
  path: string,
  carried: Carried,
  carrying: Carrying = {},
): void {
  const plain = plainPath(path);
  if (plain === undefined) {
    carried.notices.push(`\`${path}\` leads out of its folder and is left out`);
    return;
  }
  const link = linkAbove(from, plain);
  if (link !== undefined) {
    carried.notices.push(leftOut(link, 'is a symbolic link'));
    return;
  }
  const open = [plain];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (carrying.takes?.(at) === false) continue;
    try {
      for (const name of carryOne(from, to, at, carried, carrying)) open.push(`${at}/${name}`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      // What still runs may take a file away meanwhile.
      if (error.code !== 'ENOENT') carried.notices.push(leftOut(at, error.message));
    }
  }
}

/** Gives the names in it when it is a folder. */
function carryOne(
  from: string,
  to: string,
  path: string,
  carried: Carried,
  carrying: Carrying,
): readonly string[] {
  const source = join(from, path);
  const stats = lstatSync(source, { throwIfNoEntry: false });
  if (!stats) return [];
  const why = whyNot(stats, path);
  if (why !== undefined) {
    carried.notices.push(leftOut(path, why));
    return [];
  }
  if (stats.isDirectory()) {
    const names = readdirSync(source, { withFileTypes: true }).map(({ name }: Dirent) => name);
    if (names.length > 0) return names.reverse();
    carried.empty.push(path);
    makeFolder(to, path);
    return [];
  }
  const place = makePlace(to, path);
  copyFileSync(source, place, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  // Whatever it was before: it is to be read again, and by whoever packs it.
  const isExecutable = carrying.isExecutable?.(path) ?? (stats.mode & 0o100) !== 0;
  chmodSync(place, isExecutable ? 0o755 : 0o644);
  if (isExecutable) carried.executable.push(path);
  return [];
}

function whyNot(stats: Stats, path: string): string | undefined {
  if (stats.isSymbolicLink()) return 'is a symbolic link';
  if (!stats.isDirectory() && !stats.isFile()) return 'is no regular file';
  return unfit.test(path) ? 'has a character that no artifact may have' : undefined;
}

function leftOut(path: string, why: string): string {
  return `\`${path}\` ${why} and is left out`;
}

/** Makes the folder below the root. Throws where a link stands in its way, with a code as the system's own errors. */
export function makeFolder(root: string, path: string): void {
  let at = root;
  for (const part of path.split('/')) {
    at = join(at, part);
    const found = lstatSync(at, { throwIfNoEntry: false });
    if (found?.isSymbolicLink())
      throw Object.assign(new Error('lies behind a symbolic link'), { code: 'ELOOP', syscall: 'mkdir' });
    if (found?.isDirectory()) continue;
    if (found) rmSync(at);
    mkdirSync(at);
  }
}

/** Absolute: nothing stands there. */
function makePlace(root: string, path: string): string {
  const folder = posix.dirname(path);
  if (folder !== '.') makeFolder(root, folder);
  const place = join(root, path);
  rmSync(place, { recursive: true, force: true });
  return place;
}

/** The first part of the path that is one, but for its last. */
function linkAbove(root: string, path: string): string | undefined {
  const parts = path.split('/');
  for (let length = 1; length < parts.length; length += 1) {
    const above = parts.slice(0, length).join('/');
    if (lstatSync(join(root, above), { throwIfNoEntry: false })?.isSymbolicLink()) return above;
  }
  return undefined;
}
