/** What is done when a run is over, beside its verdict: what it measured is kept, and who wants to know is told. */
import * as core from '@actions/core';
import { ledgerKey, settled } from '../admission/limits.ts';
import type { RunState } from '../engine/state.ts';
import { type AcceptedRun, accept } from '../github/accepted.ts';
import { GitHubApi, reasonOf } from '../github/api.ts';
import { actionsArtifacts } from '../github/artifacts.ts';
import { stateStore } from '../github/keep-state.ts';
import { mention } from '../github/mention.ts';
import type { Subject } from '../github/names.ts';
import { rewriteComment, stickyComments } from '../github/sticky-comments.ts';
import type { Trigger } from '../github/trigger.ts';
import { noticeOf } from '../notify/notice.ts';
import { addressesOf, notify } from '../notify/notify.ts';
import { auditIn, markedStale } from '../reports/audit.ts';
import { measuredOf } from '../reports/delta.ts';
import { doneLine } from '../reports/done-line.ts';
import type { Report } from '../reports/report.ts';
import { aboutDrift } from './drift.ts';
import { contextOf, type OnGitHub } from './report.ts';
import { recordSlot } from './slots.ts';

export interface Over {
  readonly onGitHub: OnGitHub;
  readonly subject: Subject;
  readonly trigger: Trigger;
  readonly state: RunState;
  readonly report: Report;
  readonly token: string;
  /** The id of the comment that tells all. */
  readonly comment?: number | undefined;
}

/** What could not be done, one sentence each: none of it changes how the run ended. */
export async function afterwards(over: Over): Promise<readonly string[]> {
  const { token, trigger, state } = over;
  const losses: string[] = [];
  if (token === '' || !state.conclusion) return losses;
  const api = new GitHubApi(token);
  const name = { owner: trigger.owner, repository: trigger.repository };
  const store = stateStore(api, {
    ...name,
    token,
    own: actionsArtifacts(),
    onLoss: (loss) => losses.push(loss),
  });
  const attempt = async (what: string, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      losses.push(`${what}: ${reasonOf(error)}`);
    }
  };
  const accepted = acceptedRun(over);
  if (accepted)
    await attempt('what the run measured was not kept for others to be compared with', () =>
      accept(store, over.subject, accepted),
    );
  const { onGitHub, report } = over;
  if (accepted && onGitHub.pull === undefined)
    await attempt('comments of pull requests do not say that their base has moved', () =>
      markOthers(api, name, over.subject, accepted),
    );
  const run = Number(trigger.key.split('-')[0]);
  const cost = report.money?.billed ?? report.money?.spent;
  if (onGitHub.by !== undefined && cost !== undefined && state.conclusion.decision !== 'waiting')
    await attempt('what the run has cost does not count for the limits of the day', () =>
      store.change(
        ledgerKey(state.run.startedAt),
        (before) => settled(before, run, cost),
        `Settle run ${run}`,
      ),
    );
  const { by, pull } = onGitHub;
  if (by !== undefined && pull !== undefined) {
    const link = over.comment === undefined ? {} : { comment: commentUrl(over) };
    const told = { ...name, pull, login: by, text: doneLine(report, link) };
    await attempt(`${by} was not told that the run is over`, () =>
      mention(api, told, new Date(state.run.startedAt)),
    );
  }
  await attempt('the run may be told again as one that is missing from its schedule', () =>
    recordSlot(store, over.subject, onGitHub.slot, process.env),
  );
  losses.push(...(await aboutDrift(api, over)));
  losses.push(...(await tell(over)));
  core.debug(`${api.requests} requests after the run`);
  return losses;
}

/** What they were compared with is not what stands on their base branch now. */
async function markOthers(
  api: GitHubApi,
  name: { readonly owner: string; readonly repository: string },
  subject: Subject,
  { run, branch }: AcceptedRun,
): Promise<void> {
  for (const { id, body } of await stickyComments(api, name, subject, branch)) {
    const verdict = auditIn(body)?.verdict;
    if (verdict === undefined || verdict === 'queued' || verdict === 'running') continue;
    const text = markedStale(body, { because: 'base-moved', now: run });
    if (text !== undefined && text !== body) await rewriteComment(api, name, id, text);
  }
}

function commentUrl({ trigger: { owner, repository, pull }, comment }: Over): string {
  const server = process.env.GITHUB_SERVER_URL ?? 'https://github.com';
  return `${server}/${owner}/${repository}/pull/${pull?.number}#issuecomment-${comment}`;
}

/** Whoever the project wants to be told. */
async function tell({ onGitHub, report, trigger }: Over): Promise<readonly string[]> {
  const { notify: receivers = [] } = onGitHub;
  if (receivers.length === 0) return [];
  const notice = noticeOf(report, contextOf(onGitHub, trigger));
  if (!notice) return [];
  for (const address of addressesOf(receivers, process.env)) core.setSecret(address);
  return await notify(notice, receivers, process.env, {
    fetch,
    sleep: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
  });
}

/** Undefined for a run that nothing is to be compared with. */
function acceptedRun({ state, report, onGitHub, trigger }: Over): AcceptedRun | undefined {
  const { conclusion } = state;
  const { baseRef } = onGitHub;
  if (conclusion?.decision !== 'passed' || baseRef === undefined) return undefined;
  // A run of another branch, or of a commit that somebody has named, is not what the base branch has.
  const { GITHUB_REF: ref, GITHUB_SHA: own } = process.env;
  if (onGitHub.pull === undefined && (ref !== `refs/heads/${baseRef}` || trigger.sha !== own))
    return undefined;
  const metrics = measuredOf(state, report.sweeps);
  if (metrics.length === 0) return undefined;
  return {
    ...{ run: state.run.id, sha: trigger.sha, at: state.run.endedAt ?? state.run.startedAt },
    ...{ branch: baseRef, url: trigger.url },
    ...(onGitHub.pull === undefined ? {} : { pull: onGitHub.pull }),
    metrics: metrics.slice(0, 200),
  };
}
