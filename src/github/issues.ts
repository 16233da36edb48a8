/** One issue for one subject, such as data that has drifted: opened, kept up to date, closed, and opened again. */
import { type GitHubApi, placeOf, type RepositoryName } from './api.ts';
import { commentLimit } from './comment.ts';

/** By it the issues are listed: there may be thousands of others. */
export const issueLabel = 'ml-workflow';
/** Each 100 issues with the label, those first that have changed last. */
const pages = 3;

export interface StandingIssue extends RepositoryName {
  /** An HTML comment, the same for ever and for this subject alone. */
  readonly marker: string;
}

/** What has become of it. `muted`: a person has closed it as not planned, and so it stays. */
export type IssueChange = 'opened' | 'reopened' | 'updated' | 'unchanged' | 'muted' | 'closed' | 'none';

export interface IssueOutcome {
  readonly change: IssueChange;
  readonly number?: number;
  readonly url?: string;
}

interface Found {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly isOpen: boolean;
  readonly isMuted: boolean;
  readonly url: string;
}

/**
 * `body`: Markdown, in which foreign text is escaped; what does not fit is cut off. It may be made of what the issue says
 * while it is open.
 */
export async function openIssue(
  api: GitHubApi,
  issue: StandingIssue,
  wanted: { readonly title: string; readonly body: string | ((before: string | undefined) => string) },
): Promise<IssueOutcome> {
  const { issues } = api.octokit.rest;
  const place = placeOf(issue);
  const title = wanted.title.slice(0, 256);
  const found = await api.persist(() => find(api, issue));
  const said =
    typeof wanted.body === 'string' ? wanted.body : wanted.body(found?.isOpen ? found.body : undefined);
  const body = `${issue.marker}\n${said}`.slice(0, commentLimit);
  if (!found) {
    const create = async () =>
      made((await issues.create({ ...place, title, body, labels: [issueLabel] })).data);
    const lost = async () => {
      const late = await find(api, issue);
      return late && outcome('opened', late);
    };
    return api.persist(create, { find: lost });
  }
  if (found.isMuted) return outcome('muted', found);
  const isSame = found.title === title && found.body.trim() === body.trim();
  if (found.isOpen && isSame) return outcome('unchanged', found);
  const change = { title, body, ...(found.isOpen ? {} : { state: 'open' as const }) };
  await api.persist(() => issues.update({ ...place, issue_number: found.number, ...change }));
  return outcome(found.isOpen ? 'updated' : 'reopened', found);
}

/** With a last comment that says why. `none` when it is not open. */
export async function closeIssue(
  api: GitHubApi,
  issue: StandingIssue,
  comment: string,
): Promise<IssueOutcome> {
  const { issues } = api.octokit.rest;
  const found = await api.persist(() => find(api, issue));
  if (!found?.isOpen) return { change: 'none' };
  const place = { ...placeOf(issue), issue_number: found.number };
  await api.persist(() => issues.createComment({ ...place, body: comment.slice(0, commentLimit) }));
  await api.persist(() => issues.update({ ...place, state: 'closed', state_reason: 'completed' }));
  return outcome('closed', found);
}

/** By marker and author, the newest; one that is open before all others. */
async function find(api: GitHubApi, issue: StandingIssue): Promise<Found | undefined> {
  const { octokit } = api;
  const listed = octokit.paginate.iterator(octokit.rest.issues.listForRepo, {
    ...{ ...placeOf(issue), labels: issueLabel, state: 'all', sort: 'updated', direction: 'desc' },
    per_page: 100,
  });
  let closed: Found | undefined;
  let read = 0;
  for await (const { data } of listed) {
    for (const one of data) {
      const body = (one.body ?? '').replaceAll('\r\n', '\n');
      const isOurs = !one.pull_request && body.startsWith(`${issue.marker}\n`) && (await api.isOwn(one.user));
      if (!isOurs) continue;
      const isOpen = one.state === 'open';
      const isMuted = !isOpen && one.state_reason === 'not_planned';
      const { number, title, html_url: url } = one;
      const found = { number, title, body, isOpen, isMuted, url };
      if (isOpen) return found;
      closed ??= found;
    }
    read += 1;
    if (read === pages) break;
  }
  return closed;
}

function made({
  number,
  html_url: url,
}: {
  readonly number: number;
  readonly html_url: string;
}): IssueOutcome {
  return { change: 'opened', number, url };
}

function outcome(change: IssueChange, { number, url }: Found): IssueOutcome {
  return { change, number, url };
}
