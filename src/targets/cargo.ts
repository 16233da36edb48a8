/** What goes to every host of a run, and where it lies there. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan, Sync } from '../plan/plan.ts';
import { exportTree } from '../ssh/export-tree.ts';
import type { Host } from '../ssh/host.ts';
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
    const { sha, dirty } = await place.revision();
    if (sha === null) return working;
    if (dirty)
      say(
        'changes that no commit has stay on this machine; commit them, or declare `sync: { source: working-tree }`',
      );
    const root = join(runDirectory, 'tree');
    // A run that goes on sends what it began with.
    if (existsSync(root)) return { root, isWorking: false };
    const fresh = `${root}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh);
    // Git needs no more, and may run what a configuration names.
    const { PATH, HOME } = environment;
    await exportTree({ workspace, revision: sha, into: fresh, environment: { PATH, HOME } });
    renameSync(fresh, root);
    return { root, isWorking: false };
  };
  return () => {
    tree ??= make();
    return tree;
  };
}
