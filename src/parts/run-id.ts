/** The id of a run on GitHub: known to every job, also to one that finds nothing that earlier ones have left. */

/** `attempt`: of the plan job that began it. */
export function runIdOf({ GITHUB_RUN_ID: run = '0' }: NodeJS.ProcessEnv, attempt: number): string {
  return `gh-${run}-${attempt}`;
}
