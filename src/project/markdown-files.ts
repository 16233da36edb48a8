/** The folders in which coding agents keep commands, skills and agents → the files in them, without opening a way out. */
import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

export interface Folder {
  readonly of: 'factory' | 'claude';
  readonly holds: 'commands' | 'skills' | 'agents';
  readonly path: string;
}

/** Lowest rank first. */
export const folders: readonly Folder[] = [
  { of: 'claude', holds: 'commands', path: '.claude/commands' },
  { of: 'claude', holds: 'skills', path: '.claude/skills' },
  { of: 'claude', holds: 'agents', path: '.claude/agents' },
  { of: 'factory', holds: 'commands', path: '.factory/commands' },
  { of: 'factory', holds: 'skills', path: '.factory/skills' },
  { of: 'factory', holds: 'agents', path: '.factory/droids' },
];

/** `path` is relative to the folder. What a person can mend has a `reason` instead of content. */
export type Found = { readonly path: string } & (
  | { readonly is: 'markdown'; readonly text: string }
  | { readonly is: 'executable'; readonly firstLine: string }
  | { readonly is: 'refused'; readonly reason: string; readonly help?: string }
);

const largest = 1024 * 1024;

/** Sorted by path. Nothing outside of `root` is read, which messages name as `rootName`. */
export function filesOf(root: string, rootName: 'project' | 'home folder', folder: Folder): Found[] {
  const found: Found[] = [];
  const top = join(root, folder.path);
  const visited = new Set<string>();
  const refuse = (path: string, reason: string, help?: string) =>
    found.push({ is: 'refused', path, reason, ...(help === undefined ? {} : { help }) });
  const walk = (below: string, depth: number) => {
    const path = join(top, below);
    try {
      const real = realpathSync(path);
      if (!isInside(realpathSync(root), real)) refuse(below, `it leads outside of the ${rootName}`);
      else if (!statSync(real).isDirectory()) take(below, real, depth);
      else if (!visited.has(real) && depth < deepest(folder)) {
        visited.add(real);
        for (const name of readdirSync(real).sort()) {
          if (!name.startsWith('.')) walk(join(below, name), depth + 1);
        }
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
      const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
      if (below !== '' || !isAbsent) refuse(below, isAbsent ? 'it leads nowhere' : code);
    }
  };
  const take = (below: string, real: string, depth: number) => {
    const stats = statSync(real);
    const isMarkdown =
      folder.holds === 'skills' ? /^[^/]+\/SKILL\.md$/.test(posix(below)) : /\.md$/.test(below);
    const mayBeExecutable = folder.of === 'factory' && folder.holds === 'commands' && depth === 1;
    if (isMarkdown && !stats.isFile()) refuse(below, 'it is no file');
    else if (isMarkdown && stats.size > largest) refuse(below, 'it is larger than 1 MiB');
    else if (isMarkdown) {
      const text = textOf(readFileSync(real));
      if (text === undefined) refuse(below, 'it is no UTF-8 text');
      else found.push({ is: 'markdown', path: posix(below), text });
    } else if (mayBeExecutable && stats.isFile()) {
      const firstLine = shebangOf(real);
      if (firstLine === undefined) return;
      if ((stats.mode & 0o111) === 0) refuse(below, 'it is not executable', 'run `chmod +x` on it');
      else found.push({ is: 'executable', path: posix(below), firstLine });
    }
  };
  walk('', 0);
  return found;
}

/** Only Claude's commands have folders of their own as name spaces; a skill is a folder. */
function deepest({ of, holds }: Folder): number {
  if (holds === 'skills') return 2;
  return of === 'claude' && holds === 'commands' ? 16 : 1;
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function posix(path: string): string {
  return path.split(sep).join('/');
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    // Takes a byte order mark away.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The first line of a file that begins with `#!`. */
function shebangOf(path: string): string | undefined {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(256);
    const length = readSync(file, bytes, 0, bytes.length, 0);
    const [line = ''] = bytes.toString('utf8', 0, length).split(/\r?\n/);
    return line.startsWith('#!') ? line : undefined;
  } finally {
    closeSync(file);
  }
}
