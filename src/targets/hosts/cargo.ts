/** What goes to every host of a run, and where it lies there. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { exportTree } from '../../git/export-tree.ts';
import type { Plan, Sync } from '../../plan/plan.ts';
import type { Host } from '../../ssh/host.ts';
import type { SpentJobs } from './spent-jobs.ts';

export interface Place {
  readonly host: Host;
  /** Absolute, on the host. */
  readonly workspace: string;
  /** Set there for every command. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where the host outlives the run: what is to be removed from it. */
  readonly spent?: SpentJobs;
}

/** What every host of a run gets. */
export interface Cargo {
  readonly plan: Plan;
  /** Absolute, of the project here. */
  readonly workspace: string;
  /** The pinned tree: exported once, on the first use. */
  readonly tree: () => Promise<Tree>;
}

export interface Tree {
  /** Absolute. */
  readonly root: string;
  /** It is the working folder itself: what git ignores stays here. */
  readonly isWorking: boolean;
}

export const noSync: Sync = { source: 'git-tree', include: [], exclude: [], up: [], down: [], require: [] };

/** What makes the next upload from a project faster: absolute, and safe to remove. */
export function cacheIn(workspace: string): string {
  return join(workspace, '.ml-workflow', 'cache', 'uploads');
}

/** `git-tree` is what the commit holds; where there is no repository, what is there. */
export function treeSource(
  plan: Plan,
  place: {
    readonly workspace: string;
    readonly runDirectory: string;
    readonly revision: () => Promise<{ readonly sha: string | null; readonly dirty: boolean }>;
    readonly environment: NodeJS.ProcessEnv;
    readonly say: (text: string) => void;
  },
): () => Promise<Tree> {
  let tree: Promise<Tree> | undefined;
  const make = async (): Promise<Tree> => {
    const { workspace, runDirectory, environment, say } = place;
    const working: Tree = { root: workspace, isWorking: true };
    if ((plan.sync ?? noSync).source === 'working-tree') return working;
    const link = join(runDirectory, 'tree');
    // A run that goes on sends what it began with.
    const before = lstatSync(link, { throwIfNoEntry: false }) && basename(readlinkSync(link));
    const { sha, dirty } = before === undefined ? await place.revision() : { sha: before, dirty: false };
    if (sha === null) return working;
    if (dirty)
      say(
        'changes that no commit has stay on this machine; commit them, or declare `sync: { source: working-tree }`',
      );
    const root = await exported(workspace, sha, environment);
    if (before === undefined) symlinkSync(relative(runDirectory, root), link);
    return { root, isWorking: false };
  };
  return () => {
    tree ??= make();
    return tree;
  };
}

/** Commits whose trees are kept: the next run of one has nothing to export, and nothing to hash. */
const mostTrees = 3;

/** Below `.ml-workflow/cache`. Absolute. */
async function exported(workspace: string, sha: string, { PATH, HOME }: NodeJS.ProcessEnv): Promise<string> {
  const folder = join(workspace, '.ml-workflow', 'cache', 'trees');
  const root = join(folder, sha);
  mkdirSync(folder, { recursive: true });
  if (existsSync(root)) {
    const now = new Date();
    utimesSync(root, now, now);
    return root;
  }
  const fresh = mkdtempSync(`${root}.`);
  // Git needs no more, and may run what a configuration names.
  await exportTree({ workspace, revision: sha, into: fresh, environment: { PATH, HOME } });
  try {
    renameSync(fresh, root);
  } catch (error) {
    // Another run was faster.
    if (!existsSync(root)) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
  dropOldTrees(folder);
  return root;
}

function dropOldTrees(folder: string): void {
  const age = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const names = readdirSync(folder).sort((a, b) => age(b) - age(a));
  // A run of today may still send one.
  const old = names.slice(mostTrees).filter((name) => Date.now() - age(name) > 24 * 3_600_000);
  for (const name of old) rmSync(join(folder, name), { recursive: true, force: true });
}
