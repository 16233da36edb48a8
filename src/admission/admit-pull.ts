/** Which commit of a pull request is meant, and whether whoever asked can have seen it. */
import type { Policy } from '../plan/policy.ts';
import type { CommentText, Forge, Labelled, PullRequest } from './forge.ts';
import { judge } from './policy.ts';
import { closed, ForgeSilent, named, type Refused, refused, speaking } from './refusal.ts';
import { bodyHash } from './request.ts';

export interface AdmittedPull {
  readonly is: 'admitted';
  readonly pull: PullRequest;
  /** Everything else of the run is about this commit. */
  readonly sha: string;
}

/** Whether the commit is still the head: asked again before anything that is paid for, or that cannot be taken back. */
export function recheck(
  forge: Pick<Forge, 'pull'>,
  number: number,
  sha: string,
): Promise<Refused | undefined> {
  return closed(async () => {
    const pull = await speaking(forge).pull(number);
    if (!pull.isOpen) return closedPull(pull);
    return pull.headSha === sha ? undefined : headMoved(sha, pull);
  });
}

/** Rejects when GitHub does not answer, as all below. */
export async function commentOf(
  forge: Pick<Forge, 'comment'>,
  pull: number,
  id: number,
): Promise<CommentText | Refused> {
  const comment = await forge.comment(id);
  return comment?.issue === pull ? comment : refused('comment-gone', 'the comment that asked for it is gone');
}

/** Why it does not count any more. `body`: the hash of its text, as it was read first. */
export function editedSince(comment: CommentText, body: string): Refused | undefined {
  const isEdited = Date.parse(comment.updatedAt) !== Date.parse(comment.createdAt);
  if (!isEdited && bodyHash(comment.body) === body) return undefined;
  const help = 'write a new one: who has edited it, and what it said before, nobody can see here';
  return refused('comment-edited', 'the comment was edited after it was written', help);
}

export function labelGone(): Refused {
  return refused('label-gone', 'GitHub does not know who has set the label');
}

/** When somebody asked, and by what. */
interface Moment {
  readonly at: string;
  readonly has: 'comment' | 'label';
}

export function askedIn({ createdAt }: CommentText): { readonly moment: Moment } {
  return { moment: { at: createdAt, has: 'comment' } };
}

export function askedBy({ at }: Labelled): { readonly moment: Moment } {
  return { moment: { at, has: 'label' } };
}

export interface Wanted {
  readonly policy: Policy;
  /** The commit that the comment names: 7 digits or more. */
  readonly named?: string;
  /** The commit that the request or the label's event has: it is still the head. Without a moment it alone vouches. */
  readonly sha?: string;
  readonly moment?: Moment;
}

export async function pullFor(forge: Forge, number: number, wanted: Wanted): Promise<AdmittedPull | Refused> {
  const pull = await forge.pull(number);
  const { headSha } = pull;
  if (!pull.isOpen) return closedPull(pull);
  if (wanted.sha !== undefined && wanted.sha !== headSha) return headMoved(wanted.sha, pull);
  const isNamed = wanted.named !== undefined && wanted.named.length >= 7;
  if (wanted.named !== undefined && !(isNamed && headSha.startsWith(wanted.named.toLowerCase())))
    return shaMismatch(wanted.named, pull);
  if (wanted.moment === undefined && wanted.sha === undefined)
    return refused('sha-missing', 'a run for a pull request names its commit, and `sha` is missing');
  const doubt = wanted.moment && (await doubtAbout(forge, pull, wanted.moment, wanted));
  return doubt ?? { is: 'admitted', pull, sha: headSha };
}

/** They name the commit; or it was there before they asked, by GitHub's clock; or, of a fork, a review has approved it. */
async function doubtAbout(
  forge: Forge,
  pull: PullRequest,
  { at, has }: Moment,
  { named: written, policy }: Wanted,
): Promise<Refused | undefined> {
  const { headSha, isFork } = pull;
  const commit = named(headSha.slice(0, 12));
  // Two commits whose first digits are the same are made in seconds, and of a fork nobody tells when which of them was there.
  const word = isFork ? headSha : headSha.slice(0, 12);
  const byName = `look at it, and name it in a comment: \`@${word}\` behind the command`;
  // The next label is newer than what has been pushed.
  const help = has === 'label' && !isFork ? 'look at it, and set the label again' : byName;
  // All of its digits: there is no other commit of that name.
  if (written?.length === headSha.length) return undefined;
  if (isFork && !(await isApproved(forge, pull, policy))) {
    const sentence = `${commit} comes from a fork, where GitHub does not tell when it was pushed, and nobody has approved it`;
    return refused('fork-without-sha', sentence, `${help}, or approve it by a review`);
  }
  const pushed = await forge.pushedAt(pull);
  if (pushed === undefined) {
    if (written !== undefined || isFork) return undefined;
    const sentence = `GitHub does not tell when ${commit} was pushed, so it may have been after this ${has}`;
    return refused('push-time-unknown', sentence, byName);
  }
  const [pushedTime, askedTime] = [Date.parse(pushed), Date.parse(at)];
  if (Number.isNaN(pushedTime) || Number.isNaN(askedTime))
    throw new ForgeSilent(`a time of GitHub's is none: ${JSON.stringify([pushed, at])}`);
  if (pushedTime < askedTime) return undefined;
  // GitHub counts in seconds: what happened within one may have happened in either order.
  const when = pushedTime === askedTime ? 'in the same second as' : 'after';
  return refused('pushed-after', `${commit} was pushed ${when} the ${has} that asks for it`, help);
}

/** By somebody who may run it, and has not made it. */
async function isApproved(
  forge: Forge,
  { number, headSha, author }: PullRequest,
  policy: Policy,
): Promise<boolean> {
  for (const { sha, by } of await forge.approvals(number)) {
    const isOwn = by.login.toLowerCase() === author.login.toLowerCase();
    if (sha !== headSha || by.isBot || isOwn) continue;
    const verdict = await judge(forge, policy.rights.run, by.login, await forge.roleOf(by.login));
    if (verdict.may) return true;
  }
  return false;
}

function closedPull({ number, isMerged }: PullRequest): Refused {
  return refused('closed', `#${number} is ${isMerged ? 'merged' : 'closed'}`);
}

function headMoved(sha: string, { headSha }: PullRequest): Refused {
  const sentence = `this was asked for at ${named(sha.slice(0, 12))}, and the pull request has ${named(headSha.slice(0, 12))} now`;
  return refused('head-moved', sentence, 'look at what was pushed, and ask again');
}

function shaMismatch(sha: string, { headSha }: PullRequest): Refused {
  const sentence = `the comment names ${named(sha)}, and the newest commit is ${named(headSha.slice(0, 12))}`;
  return refused('sha-mismatch', sentence, 'look at that one, and name it');
}
