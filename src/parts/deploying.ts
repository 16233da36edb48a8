/** Before a job for an environment does anything: is this still the commit that was meant, and has somebody else agreed? */
import { recheck } from '../admission/admit-pull.ts';
import { RunError } from '../drivers/run-error.ts';
import { GitHubApi, orAbsent, placeOf, reasonOf } from '../github/api.ts';
import { githubForge } from '../github/forge.ts';
import type { OnGitHub } from './report.ts';

export interface Deploying {
  readonly environment: string;
  /** As people know it. */
  readonly job: string;
  readonly token: string;
}

/**
 * Rejects with a `RunError`. Which commits an environment takes was decided when the run began, and is in the plan's digest. A
 * run that our token has dispatched is one of our token's for GitHub: its own rule against approving oneself sees nobody in it.
 */
export async function mayDeploy(
  { environment, job, token }: Deploying,
  { sha, onGitHub: { pull, by } }: { readonly sha: string; readonly onGitHub: Pick<OnGitHub, 'pull' | 'by'> },
): Promise<void> {
  if (token === '' || (pull === undefined && by === undefined)) return;
  const { GITHUB_REPOSITORY: full = '', GITHUB_RUN_ID: run = '' } = process.env;
  const [owner = '', repository = ''] = full.split('/');
  const name = { owner, repository };
  const api = new GitHubApi(token);
  if (pull !== undefined) {
    const refusal = await recheck(githubForge(api, name), pull, sha);
    if (refusal) throw new RunError(`\`${job}\` does not begin: ${refusal.sentence}`);
  }
  if (by === undefined || !(await forbidsOwn(api, name, environment))) return;
  try {
    const { data } = await api.persist(() =>
      api.octokit.rest.actions.getReviewsForRun({ ...placeOf(name), run_id: Number(run) }),
    );
    const own = data.some(
      ({ state, user, environments }) =>
        state === 'approved' &&
        user.login.toLowerCase() === by.toLowerCase() &&
        environments.some((one) => one.name === environment),
    );
    if (own)
      throw new RunError(
        `\`${job}\` does not begin: \`${environment}\` is to be approved by somebody else than ${by}, who has asked for the run`,
      );
  } catch (error) {
    if (error instanceof RunError) throw error;
    throw new RunError(`\`${job}\` does not begin: who has approved it is not known: ${reasonOf(error)}`);
  }
}

/** Whether the environment's own rule says so. */
async function forbidsOwn(
  api: GitHubApi,
  name: { readonly owner: string; readonly repository: string },
  environment: string,
): Promise<boolean> {
  try {
    const answer = await orAbsent(
      api.persist(() =>
        api.octokit.rest.repos.getEnvironment({ ...placeOf(name), environment_name: environment }),
      ),
    );
    return (answer?.data.protection_rules ?? []).some(
      (rule) => 'prevent_self_review' in rule && rule.prevent_self_review === true,
    );
  } catch (error) {
    throw new RunError(`the rules of the environment \`${environment}\` are not known: ${reasonOf(error)}`);
  }
}
