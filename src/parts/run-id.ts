/** The id of a run on GitHub: known to every job, also to one that finds nothing that earlier ones have left. */
import { slug } from '../language/name.ts';

/** `sweep-17000000001-1`. `attempt`: of the plan job that began it. */
export function runIdOf(
  { GITHUB_WORKFLOW: workflow = '', GITHUB_RUN_ID: run = '0' }: NodeJS.ProcessEnv,
  attempt: number,
): string {
  return `${slug(workflow).slice(0, 60) || 'workflow'}-${run}-${attempt}`;
}
