/** The one new comment at the end of a run, which notifies whoever asked for it: edits of a comment notify nobody. */
import { type GitHubApi, placeOf, type RepositoryName } from './api.ts';
import { commentLimit } from './comment.ts';

/** Not that of a sticky comment: this one is never edited. */
export const mentionMarker = '<!-- ml-workflow: done -->';

export interface Mention extends RepositoryName {
  readonly pull: number;
  /** Who is told. */
  readonly login: string;
  /** Markdown, in which foreign text is escaped. */
  readonly text: string;
}

/** `began`: when the run did; an equal comment since then is this one, whose answer got lost. */
export async function mention(
  api: GitHubApi,
  { login, pull, text, ...name }: Mention,
  began: Date,
): Promise<void> {
  const { issues } = api.octokit.rest;
  const body = mentionText(login, text);
  const place = { ...placeOf(name), issue_number: pull };
  const find = async (): Promise<unknown> => {
    const since = began.toISOString();
    const { data } = await issues.listComments({ ...place, since, per_page: 100 });
    for (const comment of data) if (comment.body === body && (await api.isOwn(comment.user))) return comment;
    return undefined;
  };
  await api.persist<unknown>(() => issues.createComment({ ...place, body }), { find });
}

/** No line of it can be taken for a command, by this program or by another one that reads comments. */
export function mentionText(login: string, text: string): string {
  // What is no login mentions nobody: an account that is gone, an App.
  const who = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})$/.test(login) ? `@${login} ` : '';
  const body = `${mentionMarker}\n${who}${text}`
    .replace(/\r\n?/g, '\n')
    .replace(/^([\s>*+-]*)\//gm, '$1&#47;');
  return body.slice(0, commentLimit);
}
