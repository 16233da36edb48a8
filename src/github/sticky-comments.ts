/** The comments of one workflow on all open pull requests: what a new run of their base branch makes out of date. */
import { type GitHubApi, isForbidden, placeOf, type RepositoryName } from './api.ts';
import { markerOf, type Subject } from './names.ts';

/** Each costs a request. Pull requests that have lain longer are brought up to date by their own next run. */
const mostPulls = 50;

export interface StickyFound {
  readonly id: number;
  readonly pull: number;
  /** The pull request's newest commit. */
  readonly headSha: string;
  /** With its marker. */
  readonly body: string;
}

/** Of open pull requests into the branch, those first that have changed last. */
export async function stickyComments(
  api: GitHubApi,
  name: RepositoryName,
  subject: Subject,
  base: string,
): Promise<readonly StickyFound[]> {
  const { rest } = api.octokit;
  const { data: pulls } = await api.persist(() =>
    rest.pulls.list({
      ...{ ...placeOf(name), state: 'open', base, sort: 'updated', direction: 'desc' },
      per_page: mostPulls,
    }),
  );
  const marker = markerOf(subject);
  const found: StickyFound[] = [];
  for (const { number: pull, head } of pulls) {
    const sticky = await api.persist(() => stickyOn(api, name, pull, marker));
    if (sticky) found.push({ ...sticky, pull, headSha: head.sha });
  }
  return found;
}

/** False when it is gone, or not to be edited by this token: GitHub's answers do not tell these apart. */
export async function rewriteComment(
  api: GitHubApi,
  name: RepositoryName,
  id: number,
  body: string,
): Promise<boolean> {
  const request = { ...placeOf(name), comment_id: id, body };
  try {
    await api.persist(() => api.octokit.rest.issues.updateComment(request));
    return true;
  } catch (error) {
    if (isForbidden(error)) return false;
    throw error;
  }
}

async function stickyOn(
  api: GitHubApi,
  name: RepositoryName,
  pull: number,
  marker: string,
): Promise<{ readonly id: number; readonly body: string } | undefined> {
  const { octokit } = api;
  const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
    ...{ ...placeOf(name), issue_number: pull, per_page: 100 },
  });
  for await (const { data } of pages)
    for (const { id, body = '', user } of data)
      if (body.startsWith(marker) && (await api.isOwn(user))) return { id, body };
  return undefined;
}
