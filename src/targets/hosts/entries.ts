/** A file or folder of ours as entries of a tree that has it in another place. */
import { createHash } from 'node:crypto';
import { realpathSync, statSync } from 'node:fs';
import { basename, join, posix, relative } from 'node:path';
import { isReserved } from '../../ssh/inside.ts';
import { stampOf } from '../../ssh/stamp.ts';
import { type TreeEntry, treeOf } from '../../ssh/tree.ts';

export interface Moving {
  /** Below the root. */
  readonly from: string;
  /** In the tree. */
  readonly to: string;
}

/** `exclude`: paths below the root. Rejects as `treeOf` does, and where there is nothing. */
export async function entriesAt(
  root: string,
  { from, to }: Moving,
  exclude: readonly string[],
  signal: AbortSignal,
): Promise<TreeEntry[]> {
  const source = realpathSync(join(root, from));
  const at = posix.normalize(to).replace(/\/$/, '');
  // Keys of pods, and git's, also where a link leads to them.
  for (const path of [from, at, relative(realpathSync(root), source)]) {
    const reserved = path.split('/').find(isReserved);
    if (reserved !== undefined)
      throw new Error(`\`${from}\` cannot be sent: nothing is moved into or out of \`${reserved}\``);
  }
  const stats = statSync(source);
  if (!stats.isDirectory()) {
    if (!stats.isFile()) throw new Error(`\`${from}\` is neither a file nor a folder and cannot be sent`);
    return [
      {
        path: at === '.' ? basename(from) : at,
        kind: 'file',
        mode: stats.mode & 0o777,
        size: stats.size,
        modified: Math.trunc(stats.mtimeMs / 1000),
        stamp: stampOf(stats),
        source,
      },
    ];
  }
  const inside = exclude.flatMap((path) => {
    const below = posix.relative(posix.normalize(from), posix.normalize(path));
    return below === '..' || below.startsWith('../') ? [] : [anchored(below)];
  });
  const entries = await treeOf(source, { exclude: inside, gitIgnored: true, signal });
  return entries.map((entry) => ({
    ...entry,
    path: at === '.' ? entry.path : posix.join(at, entry.path),
    ...(entry.kind === 'file' ? { source: `${source}/${entry.path}` } : {}),
  }));
}

/** Of the top alone, and not of any folder that has such a name in it. */
export function anchored(path: string): string {
  return path.startsWith('./') ? path : `./${path}`;
}

/**
 * Of an upload of these: what another one of the same things has sent and this one does not have goes, and nothing else
 * does.
 */
export function uploadName(kind: string, what: unknown): string {
  return `${kind}-${createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 16)}`;
}
