/** What the token of a job may start although no person asks: a program of this repository, and nothing from outside of it. */
import type { Person, PullRequest } from './forge.ts';

/** Branches that runs propose their results on begin so. */
export const proposalPrefix = 'ml-workflow/';

/** Whoever may change the workflows of the repository stands behind it; who dispatches by it can be nobody else. */
const ownLogin = 'github-actions[bot]';

export function isOwnToken({ login, isBot }: Person): boolean {
  return isBot && login === ownLogin;
}

/** A pull request that a run of this repository has opened. Forks may have branches of that name, and their own programs. */
export function isOwnProposal({ author, headRef, isFork }: PullRequest): boolean {
  return isOwnToken(author) && headRef.startsWith(proposalPrefix) && !isFork;
}
