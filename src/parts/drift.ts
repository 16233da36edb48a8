/**
 * What a run about the default branch does when it has looked for drift: one issue that is opened, kept up to date and closed, and a
 * pull request with what was trained again, whose checks start.
 */
import { join } from 'node:path';
import * as core from '@actions/core';
import { proposalPrefix } from '../admission/own-start.ts';
import type { Request } from '../admission/request.ts';
import { rootOf } from '../desk/tree.ts';
import type { GateDecided } from '../engine/event.ts';
import type { RunState } from '../engine/state.ts';
import {
  type GitHubApi,
  isForbidden,
  lossOf,
  placeOf,
  type RepositoryName,
  reasonOf,
} from '../github/api.ts';
import { CheckRuns } from '../github/check-runs.ts';
import { DispatchRefused, dispatch } from '../github/dispatch.ts';
import { closeIssue, type IssueOutcome, openIssue, type StandingIssue } from '../github/issues.ts';
import { labelOf, type Subject, umbrellaName } from '../github/names.ts';
import { NotProposed, type Proposed, propose } from '../github/propose.ts';
import { umbrellaConclusion } from '../github/reporter.ts';
import { runTitle } from '../github/runs.ts';
import { StatusLadder } from '../github/status-ladder.ts';
import type { Trigger } from '../github/trigger.ts';
import { compiledFile } from '../jobs/file-name.ts';
import { driftNotice } from '../notify/notice.ts';
import { addressesOf, notify } from '../notify/notify.ts';
import type { Drift } from '../project/notify-schema.ts';
import { umbrellaText } from '../reports/check-text.ts';
import {
  type DriftTold,
  driftIn,
  driftIssue,
  noDriftText,
  proposalBody,
  proposalTitle,
} from '../reports/drift.ts';
import type { Report } from '../reports/report.ts';
import { filesLeft } from './proposed-files.ts';
import { contextOf, type OnGitHub } from './report.ts';
import { subjectKey } from './slots.ts';

export interface DriftOver {
  readonly onGitHub: OnGitHub;
  readonly subject: Subject;
  readonly trigger: Trigger;
  readonly state: RunState;
  readonly report: Report;
}

/** What could not be done, one sentence each. Never rejects. */
export async function aboutDrift(api: GitHubApi, over: DriftOver): Promise<readonly string[]> {
  const losses: string[] = [];
  try {
    await look(api, over, losses);
  } catch (error) {
    losses.push(`what there is to do about drift was not done: ${reasonOf(error)}`);
  }
  return losses;
}

async function look(api: GitHubApi, over: DriftOver, losses: string[]): Promise<void> {
  const { onGitHub, subject, trigger, state, report } = over;
  const { drift } = onGitHub;
  // A pull request may do with its data what it likes.
  if (!drift || onGitHub.pull !== undefined) return;
  const base = await ownBranch(api, trigger, process.env);
  if (base === undefined) return;
  const issue: StandingIssue = {
    ...{ owner: trigger.owner, repository: trigger.repository },
    marker: `<!-- ml-workflow: drift ${subjectKey(subject)} -->`,
  };
  const found = driftIn(state, drift.predicate);
  if (found.is === 'unknown') {
    losses.push(`whether there is drift is not known, and its issue stays as it is: ${found.why}`);
    return;
  }
  const { gate } = found;
  if (found.is === 'no') {
    await written('the issue about drift', losses, () => closeIssue(api, issue, noDriftText(report, gate)));
    return;
  }
  const proposed = await proposal(api, over, { drift, gate, base }, losses);
  const told: DriftTold = { report, state, gate, ...(proposed ? { proposal: proposed } : {}) };
  const outcome = await written('the issue about drift', losses, () =>
    openIssue(api, issue, { title: drift.issue, body: (before) => driftIssue(told, before) }),
  );
  losses.push(...(await tell(over, gate, outcome)));
}

/** The default branch, when the run is about its own commit on it. */
async function ownBranch(
  api: GitHubApi,
  trigger: Trigger,
  { GITHUB_REF: ref, GITHUB_SHA: sha }: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  if (trigger.sha !== sha) return undefined;
  const { data } = await api.persist(() => api.octokit.rest.repos.get(placeOf(trigger)));
  return ref === `refs/heads/${data.default_branch}` ? data.default_branch : undefined;
}

async function written(
  what: string,
  losses: string[],
  work: () => Promise<IssueOutcome>,
): Promise<IssueOutcome | undefined> {
  try {
    return await work();
  } catch (error) {
    losses.push(lossOf(what, 'issues', error, { isFork: false }));
    return undefined;
  }
}

interface ToPropose {
  readonly drift: Drift;
  readonly gate: GateDecided;
  readonly base: string;
}

async function proposal(
  api: GitHubApi,
  over: DriftOver,
  { drift, gate, base }: ToPropose,
  losses: string[],
): Promise<DriftTold['proposal']> {
  if (drift.files.length === 0 || !isGood(over.state)) return undefined;
  const { subject, trigger, report } = over;
  const name: RepositoryName = { owner: trigger.owner, repository: trigger.repository };
  const key = subjectKey(subject);
  let found: Proposed;
  try {
    const workspace = join(rootOf(process.env), subject.project);
    const { files, missing } = filesLeft(workspace, subject.project, drift.files);
    for (const path of missing)
      losses.push(
        `\`${path}\` is not proposed, because it is not there at the end of the run: a command has to declare it under \`outputs:\``,
      );
    if (files.length === 0) return undefined;
    found = await propose(api, {
      ...{ ...name, base, sha: trigger.sha, files },
      branch: `${proposalPrefix}${branchPart(key)}`,
      marker: `<!-- ml-workflow: proposal ${key} -->`,
      title: proposalTitle(labelOf(subject)),
      body: (paths) => proposalBody(report, gate, paths),
    });
  } catch (error) {
    if (!(error instanceof NotProposed)) {
      losses.push(`what was trained is not proposed: ${reasonOf(error)}`);
      return undefined;
    }
    losses.push(`what was trained is not proposed: ${error.message}`);
    return undefined;
  }
  if (found.is === 'nothing') return undefined;
  const { number, url } = found;
  if (found.is === 'declined') return { number, url, isDeclined: true };
  if (found.isNew) {
    await showVerdict(api, over, found, losses);
    await startChecks(api, name, { ...found, checks: drift.checks ?? [], base }, losses);
  }
  return { number, url, isDeclined: false };
}

/** Nobody has to look at what a gate of the chain has turned down already, or what was left half done. */
function isGood({ conclusion }: RunState): boolean {
  const { decision, reasonCode } = conclusion ?? {};
  return decision === 'passed' || (decision === 'handled' && reasonCode === 'failure-handled');
}

/** What git takes for a part of a branch's name. */
function branchPart(key: string): string {
  return (
    key
      .replace(/\.{2,}/g, '.')
      .replace(/(?:\.lock|\.)+$/i, '')
      .replace(/^\.+/, '') || 'workflow'
  );
}

/** What the run has come to, on the commit that proposes it. */
async function showVerdict(
  api: GitHubApi,
  { subject, trigger, state, report }: DriftOver,
  { number, sha }: { readonly number: number; readonly sha: string },
  losses: string[],
): Promise<void> {
  const there: Trigger = { ...trigger, sha, pull: { number } };
  const checks = new StatusLadder(new CheckRuns(api, there), api, there, (loss) => losses.push(loss));
  const name = umbrellaName(subject);
  const text = umbrellaText({ ...report, sha });
  try {
    await checks.create(name, 'in_progress', text);
    await checks.complete(name, umbrellaConclusion(state, there), text);
  } catch (error) {
    losses.push(lossOf('the check run of the pull request', 'checks', error, { isFork: false }));
  }
}

/** By a dispatch: what a job's token does to a pull request starts nothing. */
async function startChecks(
  api: GitHubApi,
  name: RepositoryName,
  {
    checks,
    base,
    number,
    sha,
  }: {
    readonly checks: readonly string[];
    readonly base: string;
    readonly number: number;
    readonly sha: string;
  },
  losses: string[],
): Promise<void> {
  for (const workflow of checks) {
    const request: Request = { pr: number, sha };
    try {
      await dispatch(api, name, {
        ...{ file: compiledFile(workflow), branch: base, title: runTitle({ workflow, pull: number }) },
        inputs: { request: JSON.stringify(request) },
      });
    } catch (error) {
      const why = error instanceof DispatchRefused || isForbidden(error) ? reasonOf(error) : String(error);
      losses.push(`the check \`${workflow}\` of the pull request was not started: ${why}`);
    }
  }
}

/** Once, when it begins: nobody wants to hear each night of what an issue says. Where there is no issue, each time. */
async function tell(
  { onGitHub, trigger, report }: DriftOver,
  gate: GateDecided,
  outcome: IssueOutcome | undefined,
): Promise<readonly string[]> {
  const { notify: receivers = [] } = onGitHub;
  const isNew = outcome === undefined || outcome.change === 'opened' || outcome.change === 'reopened';
  if (receivers.length === 0 || !isNew) return [];
  const context = contextOf(onGitHub, trigger);
  const notice = driftNotice(report, { ...context, ...(outcome?.url ? { url: outcome.url } : {}) }, gate);
  for (const address of addressesOf(receivers, process.env)) core.setSecret(address);
  return await notify(notice, receivers, process.env, {
    fetch,
    sleep: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
  });
}
