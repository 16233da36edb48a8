/** Files of the workspace that a chain names: read and written inside of it only, wherever links lead. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { failureOf } from './outcome.ts';

/** Larger than any record that a chain reads. */
const largest = 16 * 1024 * 1024;
/** Not the chain's to write: they decide what later runs do. */
const reserved: ReadonlySet<string> = new Set(['.git', '.ml-workflow']);

/** A file that cannot be used as the chain wants it; the message is for a person. */
export class FileProblem extends Error {}

/** Where the path really leads; throws a `FileProblem` when that is outside. The file itself need not be there. */
export function placeIn(workspace: string, path: string): string {
  const root = realpathSync(workspace);
  const wanted = resolve(root, path);
  if (path === '' || path.includes('\0') || wanted === root)
    throw new FileProblem(`\`${path}\` names no file`);
  if (!isInside(root, wanted)) throw new FileProblem(`\`${path}\` leaves the workspace`);
  const real = realPlace(wanted);
  if (real === undefined || !isInside(root, real))
    throw new FileProblem(`\`${path}\` leads out of the workspace by a symbolic link`);
  return real;
}

function isInside(root: string, path: string): boolean {
  const inside = relative(root, path);
  return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

/** With every link followed; undefined for one that leads nowhere. */
function realPlace(path: string): string | undefined {
  const missing: string[] = [];
  for (let at = path; ; at = dirname(at)) {
    const found = lstatSync(at, { throwIfNoEntry: false });
    if (found) {
      try {
        return join(realpathSync(at), ...missing);
      } catch {
        return undefined;
      }
    }
    missing.unshift(basename(at));
  }
}

/** Undefined when there is none. */
export function readWorkspaceFile(workspace: string, path: string): string | undefined {
  const place = placeIn(workspace, path);
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!found.isFile()) throw new FileProblem(`\`${path}\` is no regular file`);
  if (found.size > largest) throw new FileProblem(`\`${path}\` is larger than ${largest / 1024 / 1024} MiB`);
  return readFileSync(place, 'utf8');
}

/** All of it or nothing is there, whatever happens: it is written beside and put in its place. */
export function writeWorkspaceFile(workspace: string, path: string, text: string): void {
  const place = placeToWrite(workspace, path);
  const draft = join(dirname(place), `.${basename(place)}.${randomBytes(4).toString('hex')}`);
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** One write, so that two who append at once do not mix. `line`: with its end. */
export function appendToWorkspaceFile(workspace: string, path: string, line: string): void {
  const place = placeToWrite(workspace, path);
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants;
  const file = openSync(place, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o666);
  try {
    writeSync(file, line);
  } finally {
    closeSync(file);
  }
}

function placeToWrite(workspace: string, path: string): string {
  const place = placeIn(workspace, path);
  const [first = ''] = relative(realpathSync(workspace), place).split(sep);
  if (reserved.has(first)) throw new FileProblem(`\`${path}\` is not for a chain to write`);
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new FileProblem(`\`${path}\` is no regular file`);
  mkdirSync(dirname(place), { recursive: true });
  return place;
}

/** The disk's own errors and ours become a failure of the unit; a mistake of this program is thrown on. */
export function orFileFailure<Result>(work: () => Result): Result | ReturnType<typeof failureOf> {
  try {
    return work();
  } catch (error) {
    if (error instanceof FileProblem) return failureOf('usage', error.message);
    if (error instanceof Error && 'syscall' in error) return failureOf('exit-1', error.message);
    throw error;
  }
}
