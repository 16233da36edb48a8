/** A label that starts a run is taken off again: it has approved one commit, and not what is pushed behind it. */
import { type GitHubApi, orAbsent, placeOf, type RepositoryName } from './api.ts';

/** False when the pull request does not have it, any more or at all. */
export async function removeLabel(
  api: GitHubApi,
  name: RepositoryName,
  pull: number,
  label: string,
): Promise<boolean> {
  const request = { ...placeOf(name), issue_number: pull, name: label };
  return (await orAbsent(api.persist(() => api.octokit.rest.issues.removeLabel(request)))) !== undefined;
}
