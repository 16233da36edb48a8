/** Where the state of a repository is kept: on its branch, or, when the job may not write there, in artifacts. */
import { type GitHubApi, isRateLimit, type RepositoryName, statusOf } from './api.ts';
import type { ArtifactStore } from './artifacts.ts';
import { StateArtifact, stateDays } from './state-artifact.ts';
import { StateBranch, stateBranch } from './state-branch.ts';
import type { StateStore } from './state-store.ts';

export interface KeepStateOptions extends RepositoryName {
  /** The one of the api. */
  readonly token: string;
  readonly own: Pick<ArtifactStore, 'upload'>;
  /** Hears once what it costs that the job may not write to the branch. */
  readonly onLoss: (loss: string) => void;
}

export function stateStore(
  api: GitHubApi,
  { owner, repository, token, own, onLoss }: KeepStateOptions,
): StateStore {
  const name = { owner, repository };
  const branch = new StateBranch(api, name);
  const artifact = new StateArtifact({ api, name, token, own });
  let mayWrite = true;
  const stores = () => (mayWrite ? [branch, artifact] : [artifact, branch]);
  return {
    read: (key) => firstOf(stores(), key),
    async change(key, change, message) {
      if (mayWrite) {
        try {
          await branch.change(key, change, message);
          return;
        } catch (error) {
          if (!isRefused(error)) throw error;
          mayWrite = false;
          onLoss(
            `the state of this repository is kept in artifacts, which GitHub deletes after ${stateDays} days: to keep it on the branch \`${stateBranch}\`, the job needs \`permissions: { contents: write }\``,
          );
        }
      }
      const earlier = await firstOf([branch], key);
      await artifact.change(key, (before) => change(before ?? earlier));
    },
  };
}

/** Of the first that has it. One that may not be asked is passed over, unless all of them are. */
async function firstOf(stores: readonly Pick<StateStore, 'read'>[], key: string): Promise<unknown> {
  const refusals: unknown[] = [];
  for (const store of stores) {
    try {
      const kept = await store.read(key);
      if (kept !== undefined) return kept;
    } catch (error) {
      if (!isRefused(error)) throw error;
      refusals.push(error);
    }
  }
  if (refusals.length === stores.length) throw refusals[0];
  return undefined;
}

/** The permission is missing, which is no reason to ask again. */
function isRefused(error: unknown): boolean {
  return statusOf(error) === 403 && !isRateLimit(error);
}
