/** A reaction is the first answer to a comment: it is there before anything else has been read or started. */
import { type GitHubApi, placeOf, type RepositoryName } from './api.ts';

/** Seen; started; not understood; not allowed. */
export type Reaction = 'eyes' | 'rocket' | 'confused' | '-1';

/** The same one again changes nothing. */
export async function react(
  api: GitHubApi,
  name: RepositoryName,
  comment: number,
  content: Reaction,
): Promise<void> {
  await api.persist(() =>
    api.octokit.rest.reactions.createForIssueComment({ ...placeOf(name), comment_id: comment, content }),
  );
}
