/** What a file says about moving files: its transfers, and what every host gets first. */
import type { Sync } from '../plan/plan.ts';
import type { TransferDefinition } from '../plan/project.ts';
import type { ProjectFile, SyncFile, TransferFile } from './schema.ts';

export function transferDefinition(
  name: string,
  { direction, paths, exclude, target }: TransferFile,
): TransferDefinition {
  return {
    name,
    direction,
    paths: paths.map((one) => (typeof one === 'string' ? { from: one, to: one } : one)),
    exclude,
    ...(target === undefined ? {} : { target }),
  };
}

/** `before`: what a file of a lower rank says; of either key the higher one counts as a whole. */
export function syncOf(
  sync: SyncFile | undefined,
  require: ProjectFile['require'],
  before: Sync = { source: 'git-tree', include: [], exclude: [], up: [], down: [], require: [] },
): Sync {
  const required = require?.map((one) => {
    if (typeof one === 'string') return { path: one };
    return { path: one.path, ...(one.sha256 === undefined ? {} : { sha256: one.sha256 }) };
  });
  return { ...before, ...sync, require: required ?? before.require };
}
