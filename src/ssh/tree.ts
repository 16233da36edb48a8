/** What a folder of ours holds, as it can be sent to a host. */
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { breather } from './breathe.ts';
import { isReserved, linkProblem, pathProblem } from './inside.ts';
import { stampOf } from './stamp.ts';

export interface TreeEntry {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly kind: 'file' | 'link' | 'folder';
  /** Permissions only. */
  readonly mode: number;
  /** In bytes; of a link, that of its target; of a folder, 0. */
  readonly size: number;
  /** In seconds since 1970. */
  readonly modified: number;
  /** Of a file: changes when the file does. */
  readonly stamp: string;
  /** Where a link leads. */
  readonly target?: string;
  /** Absolute: the file to read, where that is not the one of its path below the root. */
  readonly source?: string;
}

export interface TreeRequest {
  /** Relative paths or patterns of files and folders; of the whole tree, these only. All without one. */
  readonly include?: readonly string[];
  /** The same, of what is left out. Without a slash, a name at any depth: `*.pyc`. */
  readonly exclude?: readonly string[];
  /** Also what git ignores, and empty folders. Without it, and in a repository, what git has or would add. */
  readonly gitIgnored: boolean;
  /** For git. `PATH` and `HOME` of this process unless told: it may run what a configuration names. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sorted by path. Never `.git` or `.ml-workflow`, and nothing through a link.
 * Rejects for a link that leads outside, a name that is not UTF-8, and an included path that is not there.
 */
export async function treeOf(root: string, request: TreeRequest): Promise<TreeEntry[]> {
  const include = request.include ?? [];
  const included = include.length === 0 ? () => true : matcher(include, false);
  const excluded = matcher(request.exclude ?? [], true);
  for (const path of include) {
    if (!/[*?[]/.test(path) && !existsSync(join(root, path)))
      throw new Error(`\`${path}\` is to be sent to the host and is not there`);
  }
  const entries: TreeEntry[] = [];
  if (request.gitIgnored || !inRepository(root)) {
    await walk(root, '', { included, excluded, breathe: breather(request.signal) }, entries);
  } else {
    const reached = folderCheck(root);
    for (const path of await listedByGit(root, request)) {
      const problem = pathProblem(path);
      // Repositories in the repository are listed as folders, and are left out like submodules.
      if (problem !== undefined || !included(path) || excludedAbove(path, excluded)) continue;
      if (!reached(posix.dirname(path))) continue;
      const entry = entryOf(root, path);
      if (entry !== undefined && entry.kind !== 'folder') entries.push(entry);
    }
  }
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface Filter {
  included(path: string): boolean;
  excluded(path: string): boolean;
  breathe(): Promise<void> | undefined;
}

/** Folders are entries only when nothing else says that they are there. */
async function walk(root: string, at: string, filter: Filter, entries: TreeEntry[]): Promise<boolean> {
  const pause = filter.breathe();
  if (pause !== undefined) await pause;
  let any = false;
  const folder = at === '' ? root : `${root}/${at}`;
  let names = readdirSync(folder);
  // What is not UTF-8 is decoded with this character, which is allowed in itself.
  if (names.some((name) => name.includes('\ufffd')))
    names = readdirSync(folder, { encoding: 'buffer' }).map((bytes) => nameOf(bytes, at));
  for (const name of names) {
    if (isReserved(name)) continue;
    const path = at === '' ? name : `${at}/${name}`;
    if (filter.excluded(path)) {
      // Not empty: it is there only for what is left out.
      any = true;
      continue;
    }
    const entry = entryOf(root, path, filter.included);
    if (entry === undefined) continue;
    if (entry.kind === 'folder') {
      const inside = await walk(root, path, filter, entries);
      if (!inside && filter.included(path)) entries.push(entry);
      any ||= inside || filter.included(path);
    } else if (filter.included(path)) {
      entries.push(entry);
      any = true;
    }
  }
  return any;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function nameOf(bytes: Buffer, folder: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    const shown = JSON.stringify(bytes.toString('latin1'));
    throw new Error(
      `a name${folder === '' ? '' : ` in \`${folder}\``} is not UTF-8 and cannot be sent: ${shown}; rename or exclude it`,
    );
  }
}

/** Whether a folder is one down from the root: git still lists what lay in one that is now a link. */
function folderCheck(root: string): (folder: string) => boolean {
  const known = new Map<string, boolean>([['.', true]]);
  const reached = (folder: string): boolean => {
    let is = known.get(folder);
    if (is === undefined) {
      const stats = lstatSync(`${root}/${folder}`, { throwIfNoEntry: false });
      is = stats?.isDirectory() === true && reached(posix.dirname(folder));
      known.set(folder, is);
    }
    return is;
  };
  return reached;
}

/** Undefined for what cannot be sent, such as a socket, and for what has gone in the meantime. */
function entryOf(
  root: string,
  path: string,
  wanted: (path: string) => boolean = () => true,
): TreeEntry | undefined {
  const whole = `${root}/${path}`;
  const stats = lstatSync(whole, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  const base = {
    path,
    mode: stats.mode & 0o777,
    modified: Math.trunc(stats.mtimeMs / 1000),
    stamp: stampOf(stats),
  };
  if (stats.isDirectory()) return { ...base, kind: 'folder', size: 0 };
  if (stats.isFile()) return { ...base, kind: 'file', size: stats.size };
  if (!stats.isSymbolicLink() || !wanted(path)) return undefined;
  const target = nameOf(readlinkSync(whole, { encoding: 'buffer' }), posix.dirname(path));
  const problem = linkProblem(path, target) ?? leadsOutside(root, whole);
  if (problem !== undefined)
    throw new Error(`\`${path}\` cannot be sent to the host: ${problem}; remove or exclude it`);
  return { ...base, kind: 'link', mode: 0o777, size: Buffer.byteLength(target), target };
}

/** What a link comes to through other links of the tree. */
function leadsOutside(root: string, link: string): string | undefined {
  let end: string;
  try {
    end = realpathSync(link);
  } catch {
    return undefined;
  }
  const top = realpathSync(root);
  return end === top || end.startsWith(`${top}/`)
    ? undefined
    : `it is a link that leads outside, to \`${end}\``;
}

function inRepository(root: string): boolean {
  for (let at = realpathSync(root); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

async function listedByGit(root: string, request: TreeRequest): Promise<string[]> {
  // A file system monitor is a program that the repository's configuration names.
  const words = ['-c', 'core.fsmonitor=false', 'ls-files', '-co', '--exclude-standard', '-z'];
  const { PATH, HOME } = process.env;
  const child = spawn('git', words, {
    cwd: root,
    env: { ...(request.environment ?? { PATH, HOME }), GIT_OPTIONAL_LOCKS: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  });
  const out: Buffer[] = [];
  const problem: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => problem.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0)
    throw new Error(`git cannot list the files of ${root}: ${Buffer.concat(problem).toString().trim()}`);
  const bytes = Buffer.concat(out);
  const paths: string[] = [];
  let at = 0;
  for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, at)) {
    paths.push(nameOf(bytes.subarray(at, end), ''));
    at = end + 1;
  }
  // Conflicts are listed once for each side.
  return [...new Set(paths)];
}

function excludedAbove(path: string, excluded: (path: string) => boolean): boolean {
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
    if (excluded(path.slice(0, slash))) return true;
  return excluded(path);
}

/** Whether a path is, or lies in, one of these. `*` and `?` stay within a name, `**` does not. */
export function matcher(patterns: readonly string[], anywhere: boolean): (path: string) => boolean {
  const sources = patterns.map((pattern) => {
    const clean = pattern.replace(/^(\.?\/+)+/, '').replace(/\/+$/, '');
    if (clean === '' || clean === '.') return '.*';
    const body = clean.replace(/\*\*\/?|[*?]|[\\^$.|+()[\]{}]/g, (found) => {
      if (found === '**/') return '(?:.*/)?';
      if (found === '**') return '.*';
      if (found === '*') return '[^/]*';
      return found === '?' ? '[^/]' : `\\${found}`;
    });
    const any = anywhere && !pattern.includes('/') && clean === pattern;
    return `${any ? '(?:.*/)?' : ''}${body}(?:/.*)?`;
  });
  if (sources.length === 0) return () => false;
  const expression = new RegExp(`^(?:${sources.join('|')})$`, 's');
  return (path) => expression.test(path);
}
