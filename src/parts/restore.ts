/** A fresh machine → the run as the jobs before this one have left it: tree, plan, journal, and what units have written. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';
import { bringCode, rootOf } from '../desk/tree.ts';
import { epochOf, type Part, parsePartName, partName, readParts, restoreRun } from '../drivers/parts.ts';
import { RunError } from '../drivers/run-error.ts';
import type { RunEvent } from '../engine/event.ts';
import { reopenFailed } from '../engine/reopen-failed.ts';
import { type ArtifactStore, actionsArtifacts, type StoredArtifact } from '../github/artifacts.ts';
import { type JobId, planJob } from '../jobs/layout.ts';
import type { Plan } from '../plan/plan.ts';
import { journalFor, partsFor } from './earlier.ts';
import type { JobFile } from './job-file.ts';
import { digestOf, type OnGitHub, onGitHubIn } from './report.ts';
import { wholeOf } from './whole.ts';

export interface Restored {
  readonly plan: Plan;
  readonly events: readonly RunEvent[];
  readonly isHosted: boolean;
  /** The commit under test. */
  readonly sha: string;
  /** As the plan job has it. */
  readonly onGitHub: OnGitHub;
  readonly file: Omit<JobFile, 'deadline' | 'comment'>;
}

export interface Restoring {
  readonly job: JobId;
  /** The label of a leg. */
  readonly leg?: string;
  readonly project: string;
  readonly token: string;
  /** Of the plan, as the plan job has said it by an output that no later step can write. */
  readonly digest: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Rejects with a `RunError` or an `ArtifactError` when nothing tells how the run goes on. */
export async function restore({
  job,
  leg: label,
  project,
  token,
  digest,
  environment,
}: Restoring): Promise<Restored> {
  if (token !== '') core.setSecret(token);
  const attempt = attemptIn(environment);
  const store = actionsArtifacts();
  // The client tells a lot, all of it to standard output.
  core.startGroup('what earlier jobs have left');
  const stored = ofThisRun(await store.list(), attempt);
  const planned = await planPart(store, stored, environment);
  if (planned.digest !== digest)
    throw new RunError(
      digest === ''
        ? 'input `plan` is missing: the job `plan` did not say what it has planned'
        : 'the plan is not the one that the job `plan` has made: something has written another in its place',
    );
  const { plan, sha, isHosted } = planned;
  const { layout } = wholeOf(plan);
  const order = layout.jobs.map(({ id }) => id);
  const own = layout.jobs.find(({ id }) => id === job);
  if (!own) throw new RunError(`the chain has no job \`${job}\`; compile the workflow again`);
  const leg = own.is === 'matrix' ? own.legs.findIndex((one) => one.label === label) : undefined;
  // What the matrix is when nobody said which legs there are.
  if (leg === -1 && label === '-')
    throw new RunError(
      `which legs \`${job}\` has was lost: GitHub drops an output that holds a masked value, such as a secret that is part of a label`,
    );
  if (leg === -1)
    throw new RunError(`the job \`${job}\` has no leg \`${label}\`; compile the workflow again`);
  const beginning = { order, job: own, leg };
  const names = stored.map(({ name }) => name);
  const wanted = partsFor(names, planned.part.epoch, beginning);
  const folders = await downloaded(store, stored, wanted, environment);
  core.endGroup();
  const parts = readParts([planned.part.folder, ...folders]);
  await bringCode(sha, token, project, environment);
  const workspace = join(rootOf(environment), project);
  const { events, folder, notices } = restoreRun(workspace, parts, order, job);
  for (const notice of notices) core.notice(notice);
  const file = {
    ...{ schema: 1 as const, job, ...(leg === undefined ? {} : { leg }) },
    ...{ run: planned.part.run, attempt, epoch: planned.part.epoch, workspace, project },
  };
  const begun = journalFor(plan, events, parts, beginning);
  if (begun.events !== events) writeJournal(folder.journal, begun.events);
  return {
    plan,
    events: begun.events,
    isHosted,
    sha,
    onGitHub: planned.onGitHub,
    file: { ...file, after: begun.after },
  };
}

/**
 * The plan job runs again: the run that it had begun goes on, unless all of it is wanted again. Lays it out in the
 * workspace, which holds the code.
 */
export async function earlierPlan(
  workspace: string,
  plan: Plan,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly run: string; readonly epoch: number; readonly after: number } | undefined> {
  const store = actionsArtifacts();
  const stored = ofThisRun(await store.list(), attemptIn(environment));
  const newest = newestPlan(stored);
  if (!newest) return undefined;
  const [part] = readParts(await downloaded(store, stored, [newest], environment));
  if (!part || epochOf(attemptIn(environment), [part]) !== part.epoch) return undefined;
  // Planned otherwise now: then it is another run.
  if (JSON.stringify(onGitHubIn(part.folder).plan) !== JSON.stringify(plan)) return undefined;
  const order = wholeOf(plan).layout.jobs.map(({ id }) => id);
  const { events, folder } = restoreRun(workspace, [part], order);
  writeJournal(folder.journal, reopenFailed(plan, events));
  return { run: part.run, epoch: part.epoch, after: part.after };
}

export function attemptIn({ GITHUB_RUN_ATTEMPT: attempt = '1' }: NodeJS.ProcessEnv): number {
  return Number(attempt);
}

async function planPart(
  store: ArtifactStore,
  stored: readonly StoredArtifact[],
  environment: NodeJS.ProcessEnv,
): Promise<{
  readonly part: Part;
  readonly plan: Plan;
  readonly sha: string;
  readonly isHosted: boolean;
  readonly onGitHub: OnGitHub;
  readonly digest: string;
}> {
  const newest = newestPlan(stored);
  if (!newest) throw new RunError('there is no run to go on with: the job `plan` has left nothing');
  const [part] = readParts(await downloaded(store, stored, [newest], environment));
  if (!part) throw new RunError(`\`${newest}\` is empty`);
  const { plan, onGitHub } = onGitHubIn(part.folder);
  const digest = digestOf(join(part.folder, 'run'));
  return { part, plan, sha: onGitHub.sha, isHosted: onGitHub.isHosted, onGitHub, digest };
}

/** Any process of a job may upload under any name: what says to be of an attempt that has not been is nobody's. */
function ofThisRun(stored: readonly StoredArtifact[], attempt: number): readonly StoredArtifact[] {
  return stored.filter(({ name }) => (parsePartName(name)?.attempt ?? 0) <= attempt);
}

export function newestPlan(stored: readonly StoredArtifact[]): string | undefined {
  const attempts = stored.flatMap(({ name }) => {
    const parsed = parsePartName(name);
    return parsed?.job === planJob ? [parsed.attempt] : [];
  });
  return attempts.length === 0 ? undefined : partName({ job: planJob, attempt: Math.max(...attempts) });
}

/** At once, as far as the service likes it. */
const downloadsAtOnce = 8;

export async function downloaded(
  store: Pick<ArtifactStore, 'download'>,
  stored: readonly StoredArtifact[],
  names: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<string[]> {
  const above = join(environment.RUNNER_TEMP ?? '', 'ml-workflow', 'parts');
  mkdirSync(above, { recursive: true });
  const folders = names.map((name) => join(above, name));
  const left = names.map((name, index) => ({ name, into: folders[index] ?? '' }));
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const found = stored.find(({ name }) => name === next?.name);
      if (!found) throw new RunError(`the artifact \`${next.name}\` is gone`);
      rmSync(next.into, { recursive: true, force: true });
      await store.download(found.id, next.into);
    }
  };
  await Promise.all(Array.from({ length: downloadsAtOnce }, work));
  return folders;
}

export function writeJournal(path: string, events: readonly RunEvent[]): void {
  writeFileSync(path, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
}
