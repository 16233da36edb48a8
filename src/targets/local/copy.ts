/** A copy of the workspace for one unit, `isolation: copy`; and the way back for what it has made. */
import { execFile } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';

/** In the unit's directory. */
export const copyName = 'workspace';
const neverCopied: ReadonlySet<string> = new Set(['.git', '.ml-workflow']);
/** A repository that lists more than this is copied whole. */
const largestList = 64 * 1024 * 1024;

export interface CopyRequest {
  readonly workspace: string;
  /** Absolute, of the unit: the copy lies in it. */
  readonly directory: string;
  /** Copied though git ignores them. */
  readonly inputs: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** Where the copy is. Rejects with the reason of `signal`, or with the system's own error. */
export async function copyWorkspace(request: CopyRequest): Promise<string> {
  const { workspace, directory, inputs, signal } = request;
  const copy = join(directory, copyName);
  const ignored = new Set(await ignoredPaths(request));
  const wanted = inputs.map((path) => relative('.', path));
  await copyTree(workspace, copy, '', { workspace, copy, signal }, (path) => {
    const whole = join(workspace, path);
    if (neverCopied.has(path) || isBelow(directory, whole)) return false;
    if (wanted.some((one) => isBelow(path, one) || isBelow(one, path))) return true;
    // Only the uppermost is listed; below a wanted one its siblings are asked too.
    for (let at = path; at !== '.'; at = dirname(at)) if (ignored.has(at)) return false;
    return true;
  });
  return copy;
}

/** What a unit has made in its copy, to the same places of the workspace. Whatever else stands there stays. */
export async function copyBack(
  outputs: readonly string[],
  copy: string,
  workspace: string,
  signal: AbortSignal,
): Promise<void> {
  for (const output of outputs) {
    if (output.startsWith('$ML_RUN_DIR') || !existsSync(join(copy, output))) continue;
    await mkdir(dirname(join(workspace, output)), { recursive: true });
    await copyTree(copy, workspace, output, { workspace: copy, copy: workspace, signal }, () => true);
  }
}

/** `path` is `folder` or lies in it. */
function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

interface Places {
  readonly workspace: string;
  readonly copy: string;
  readonly signal: AbortSignal;
}

async function copyTree(
  from: string,
  to: string,
  first: string,
  places: Places,
  takes: (path: string) => boolean,
): Promise<void> {
  const open = [first];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    places.signal.throwIfAborted();
    try {
      const names = await copyOne(join(from, path), join(to, path), places);
      const inside = names.map((name) => join(path ?? '', name)).filter(takes);
      for (const one of inside) open.push(one);
    } catch (error) {
      // What runs beside it may take a file away meanwhile.
      const isGone = path !== first && error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isGone) throw error;
    }
  }
}

/** Gives the names in it when it is a folder. What is neither file nor folder nor link is left out. */
async function copyOne(source: string, target: string, places: Places): Promise<readonly string[]> {
  const stats = await lstat(source);
  if (stats.isDirectory()) {
    await mkdir(target, { recursive: true });
    return await readdir(source);
  }
  if (stats.isSymbolicLink()) {
    await rm(target, { force: true, recursive: true });
    await symlink(await linkFor(source, target, places), target);
  }
  // Where the file system can, nothing is copied before it is changed.
  else if (stats.isFile()) await copyFile(source, target, constants.COPYFILE_FICLONE);
  return [];
}

/** A link into the workspace leads into the copy; one that leaves it leads to the same place as before. */
async function linkFor(source: string, target: string, { workspace, copy }: Places): Promise<string> {
  const leads = resolve(dirname(source), await readlink(source));
  const inside = relative(workspace, leads);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return leads;
  return relative(dirname(target), join(copy, inside)) || '.';
}

/** Relative to the workspace; none where there is no git, or no repository. */
async function ignoredPaths({ workspace, environment, signal }: CopyRequest): Promise<readonly string[]> {
  const words = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z'];
  const { PATH, HOME } = environment;
  const env = { ...(PATH === undefined ? {} : { PATH }), ...(HOME === undefined ? {} : { HOME }) };
  try {
    const { stdout } = await promisify(execFile)('git', words, {
      ...{ cwd: workspace, env, signal },
      maxBuffer: largestList,
    });
    return stdout.split('\0').flatMap((path) => (path === '' ? [] : [path.replace(/\/$/, '')]));
  } catch {
    signal.throwIfAborted();
    return [];
  }
}
