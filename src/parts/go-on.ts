/** A run that another run of GitHub Actions has left, waiting or failed → the journal that this one goes on with. */
import { join } from 'node:path';
import * as core from '@actions/core';
import { newestParts, parsePartName, readParts, restoreRun } from '../drivers/parts.ts';
import { RunError } from '../drivers/run-error.ts';
import type { RunFolder } from '../drivers/run-folder.ts';
import type { RunEvent } from '../engine/event.ts';
import { decided, reopenFailed, reopenFrom } from '../engine/reopen-failed.ts';
import { GitHubApi, lossOf, placeOf, type RepositoryName } from '../github/api.ts';
import { artifactsOfRun } from '../github/artifacts.ts';
import type { OpenCheck } from '../github/check-runs.ts';
import { findRun } from '../github/runs.ts';
import { concludeJob, planJob } from '../jobs/layout.ts';
import { didYouMean } from '../language/name.ts';
import type { Plan } from '../plan/plan.ts';
import { type OnGitHub, onGitHubIn } from './report.ts';
import { downloaded, newestPlan, writeJournal } from './restore.ts';
import { wholeOf } from './whole.ts';

export interface GoingOn {
  /** GitHub's id of the run that has left it. */
  readonly run: number;
  readonly token: string;
  /** A person's decision about what it waits for. */
  readonly decision?: {
    readonly label?: string;
    readonly approved: boolean;
    readonly by: string;
    /** When it was said, by GitHub's clock: UTC, ISO 8601. */
    readonly at?: string;
  };
  /** The element that is to run again with all that stands behind it, as the chain has it: `/evaluate`. */
  readonly from?: string;
}

export interface Left {
  /** The run's id, which it keeps. */
  readonly run: string;
  /** The parameters that it was started with. */
  readonly parameters: Plan['parameters'];
  readonly plan: Plan;
  /** The commit under test. */
  readonly sha: string;
  readonly pull: number | undefined;
  readonly comment: number | undefined;
  /** Of those that it has left, what is not completed. */
  readonly checks: readonly OpenCheck[];
  readonly by: string | undefined;
  readonly asked: string | undefined;
  /** Absolute: what its jobs have left. */
  readonly folders: readonly string[];
}

/** Rejects with a `RunError` when it has left nothing to go on with. */
export async function leftBy(
  { run, token, decision }: GoingOn,
  environment: NodeJS.ProcessEnv,
): Promise<Left> {
  const [owner = '', repository = ''] = (environment.GITHUB_REPOSITORY ?? '').split('/');
  await isOurs(run, { owner, repository }, token, environment);
  const store = artifactsOfRun({ run, owner, repository, token });
  core.startGroup('what the earlier run has left');
  try {
    const stored = await store.list();
    const planned = newestPlan(stored);
    if (planned === undefined)
      throw new RunError(
        `the run ${run} has left nothing to go on with: its artifacts are gone, or it never began; start it again`,
      );
    const [first] = await downloaded(store, stored, [planned], environment);
    const [part] = readParts(first === undefined ? [] : [first]);
    if (!part) throw new RunError(`\`${planned}\` is empty`);
    const names = newestParts(
      stored.map(({ name }) => name),
      part.epoch,
    ).filter((name) => {
      const job = parsePartName(name)?.job;
      // How it was concluded is no longer so; and its handlers belong to that end.
      return job !== planJob && job !== concludeJob;
    });
    const others = await downloaded(store, stored, names, environment);
    const { plan, onGitHub } = onGitHubIn(part.folder);
    const { sha, pull, comment, by, asked } = onGitHub;
    const api = new GitHubApi(token);
    const checks = await stillOpen(api, { owner, repository }, onGitHub);
    // Two people may have approved it at once, and what follows, such as a deployment, is wanted once.
    if (
      decision &&
      onGitHub.checks.length > 0 &&
      !checks.some(({ external = '' }) => external.startsWith(`${run}-`))
    )
      throw new RunError('somebody has gone on with it already, or has stopped it');
    return {
      ...{ run: part.run, parameters: plan.parameters, plan, sha, pull, comment, checks, by, asked },
      folders: [part.folder, ...others],
    };
  } finally {
    core.endGroup();
  }
}

interface StillOpen extends OpenCheck {
  /** Begins with the id of the run that has it now. */
  readonly external?: string;
}

/** A check run that is completed cannot go back: another one of its name takes its place. None when GitHub does not tell. */
async function stillOpen(
  api: GitHubApi,
  name: RepositoryName,
  { sha, checks }: Pick<OnGitHub, 'sha' | 'checks'>,
): Promise<readonly StillOpen[]> {
  if (checks.length === 0) return [];
  const { octokit } = api;
  const ids = new Set(checks.map(({ id }) => id));
  try {
    const runs = await api.persist(() =>
      octokit.paginate(octokit.rest.checks.listForRef, {
        ...{ ...placeOf(name), ref: sha, per_page: 100, filter: 'all' },
      }),
    );
    return runs
      .filter(({ id, status }) => ids.has(id) && status !== 'completed')
      .map(({ id, name: called, external_id: external }) => ({
        ...{ id, name: called },
        ...(external === null ? {} : { external }),
      }));
  } catch (error) {
    core.warning(lossOf('which check runs are open', 'checks', error, { isFork: false }));
    return [];
  }
}

/** Whose runs are of the default branch's own files. */
const ownEvents: ReadonlySet<string> = new Set([
  ...['workflow_dispatch', 'schedule', 'push', 'issue_comment', 'pull_request_target'],
]);

/**
 * Only a run of the same file, and none on a pull request's own code: a run of anybody's fork leaves artifacts in this repository,
 * too, under any name.
 */
async function isOurs(
  run: number,
  name: { readonly owner: string; readonly repository: string },
  token: string,
  { GITHUB_RUN_ID: own = '' }: NodeJS.ProcessEnv,
): Promise<void> {
  const api = new GitHubApi(token);
  const [earlier, now] = await Promise.all([findRun(api, name, run), findRun(api, name, Number(own))]);
  if (!earlier) throw new RunError(`there is no run ${run} to go on with`);
  const isSame = earlier.path === now?.path && earlier.headBranch === now.headBranch && earlier.isOwn;
  if (!isSame || !ownEvents.has(earlier.event))
    throw new RunError(`the run ${run} is not one of this workflow: nothing of it is taken`);
  if (earlier.status !== 'completed') throw new RunError(`the run ${run} is not over yet`);
}

/** Lays the run out in the workspace, which holds the code, and writes the journal to go on from. `now`: UTC, ISO 8601. */
export function takeUp(
  workspace: string,
  plan: Plan,
  { folders }: Left,
  { decision, from }: GoingOn,
  now: string,
): { readonly folder: RunFolder; readonly events: readonly RunEvent[] } {
  const order = wholeOf(plan).layout.jobs.map(({ id }) => id);
  const { events, folder, notices } = restoreRun(workspace, readParts(folders), order);
  for (const notice of notices) core.notice(notice);
  const again = eventsFrom(plan, events, { decision, from }, now);
  writeJournal(folder.journal, again);
  return { folder, events: again };
}

/** Throws a `RunError` for a decision that nothing waits for, and an element that the run has not come to. */
export function eventsFrom(
  plan: Plan,
  events: readonly RunEvent[],
  { decision, from }: { readonly decision: GoingOn['decision']; readonly from: string | undefined },
  now: string,
): readonly RunEvent[] {
  if (decision) {
    const { at, ...said } = decision;
    if (at !== undefined && isOlder(at, events))
      throw new RunError('the approval was given before the run had asked for it: give it anew');
    const taken = decided(plan, events, { ...said, at: now });
    if (taken.decided.length === 0)
      throw new RunError(
        decision.label === undefined
          ? 'the run does not wait for an approval'
          : `the run does not wait for an approval of \`${decision.label}\``,
      );
    return taken.events;
  }
  if (from === undefined) return reopenFailed(plan, events);
  const wanted = from.startsWith('/') ? from : `/${from}`;
  const whole = plan.nodes.filter(({ title }) => title === wanted || title === from);
  // Without its words, as people call it.
  const named = whole.length > 0 ? whole : plan.nodes.filter(({ title }) => title.split(/\s/)[0] === wanted);
  for (const { id } of named) {
    const again = reopenFrom(plan, events, id);
    if (again) return again;
  }
  if (named.length > 0) throw new RunError(`the run had not come to \`${from}\``);
  const titles = plan.nodes.map(({ title }) => title);
  const help = didYouMean(wanted, titles);
  throw new RunError(`the chain has no \`${from}\`${help === undefined ? '' : `; ${help}`}`);
}

/** Clocks of runners are not GitHub's. */
const skewSeconds = 60;

/** What somebody has said once, about an earlier run, is no answer to this one. */
function isOlder(at: string, events: readonly RunEvent[]): boolean {
  const asked = events.findLast(({ type }) => type === 'approval-requested');
  return asked !== undefined && Date.parse(asked.at) - Date.parse(at) > skewSeconds * 1000;
}

/** Absolute: the run's folder in a workspace. */
export function folderIn(workspace: string, run: string): string {
  return join(workspace, '.ml-workflow', 'runs', run);
}
