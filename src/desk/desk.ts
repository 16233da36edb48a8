/** Where a comment or a label is dealt with: GitHub, the definitions of the default branch, and what is said to whom asked. */
import * as core from '@actions/core';
import type { Forge } from '../admission/forge.ts';
import { GitHubApi } from '../github/api.ts';
import { actionsArtifacts } from '../github/artifacts.ts';
import { githubForge } from '../github/forge.ts';
import { stateStore } from '../github/keep-state.ts';
import type { StateStore } from '../github/state-store.ts';
import { type Definitions, definitionsOf } from './definitions.ts';

export interface Desk {
  readonly environment: NodeJS.ProcessEnv;
  readonly token: string;
  readonly api: GitHubApi;
  readonly forge: Forge;
  readonly state: StateStore;
  readonly owner: string;
  readonly repository: string;
  /** GitHub's count of attempts of the job. */
  readonly attempt: number;
  /** Of the job's log. */
  readonly url: string;
  readonly definitions: Definitions;
}

/** Rejects with a `RunError` when the definitions cannot be read. */
export async function deskOf(environment: NodeJS.ProcessEnv, token: string, project: string): Promise<Desk> {
  return { ...githubOf(environment, token), definitions: await definitionsOf(environment, token, project) };
}

export function githubOf(environment: NodeJS.ProcessEnv, token: string): Omit<Desk, 'definitions'> {
  const [owner = '', repository = ''] = (environment.GITHUB_REPOSITORY ?? '').split('/');
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_RUN_ID: run = '0' } = environment;
  const api = new GitHubApi(token);
  const name = { owner, repository };
  return {
    ...{ environment, token, api, ...name },
    attempt: Number(environment.GITHUB_RUN_ATTEMPT ?? '1'),
    forge: githubForge(api, name),
    state: stateStore(api, {
      ...name,
      token,
      own: actionsArtifacts(),
      onLoss: (loss) => core.warning(loss),
    }),
    url: `${server}/${owner}/${repository}/actions/runs/${run}`,
  };
}
