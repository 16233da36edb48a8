/** A fresh machine → the run as the jobs before this one have left it: tree, plan, journal, and what units have written. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';
import {
  epochOf,
  newestParts,
  type Part,
  parsePartName,
  partName,
  readParts,
  restoreRun,
} from '../drivers/parts.ts';
import { RunError } from '../drivers/run-error.ts';
import type { RunEvent } from '../engine/event.ts';
import { reopenFailed } from '../engine/reopen-failed.ts';
import { type ArtifactStore, actionsArtifacts, type StoredArtifact } from '../github/artifacts.ts';
import { concludeJob, type JobId, planJob } from '../jobs/layout.ts';
import type { NodeId, Plan } from '../plan/plan.ts';
import type { JobFile } from './job-file.ts';
import { onGitHubIn } from './report.ts';
import { bringCode, rootOf } from './tree.ts';
import { wholeOf } from './whole.ts';

export interface Restored {
  readonly plan: Plan;
  readonly events: readonly RunEvent[];
  readonly isHosted: boolean;
  readonly file: Omit<JobFile, 'deadline' | 'comment'>;
}

export interface Restoring {
  readonly job: JobId;
  /** The label of a leg. */
  readonly leg?: string;
  readonly project: string;
  readonly token: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Rejects with a `RunError` or an `ArtifactError` when nothing tells how the run goes on. */
export async function restore({
  job,
  leg: label,
  project,
  token,
  environment,
}: Restoring): Promise<Restored> {
  if (token !== '') core.setSecret(token);
  const attempt = attemptIn(environment);
  const store = actionsArtifacts();
  const stored = await store.list();
  const planned = await planPart(store, stored, environment);
  const { plan, sha, isHosted } = planned;
  const { layout } = wholeOf(plan);
  const order = layout.jobs.map(({ id }) => id);
  const place = order.indexOf(job);
  const own = layout.jobs[place];
  if (!own) throw new RunError(`the chain has no job \`${job}\`; compile the workflow again`);
  const leg = own.is === 'matrix' ? own.legs.findIndex((one) => one.label === label) : undefined;
  if (leg === -1)
    throw new RunError(`the job \`${job}\` has no leg \`${label}\`; compile the workflow again`);
  const wanted = newestParts(
    stored.map(({ name }) => name),
    planned.part.epoch,
  ).filter((name) => {
    const parsed = parsePartName(name);
    if (!parsed || parsed.job === planJob || parsed.job === concludeJob) return false;
    const at = order.indexOf(parsed.job);
    return at >= 0 && (at < place || (at === place && parsed.leg === leg));
  });
  const folders = await downloaded(store, stored, wanted, environment);
  const parts = readParts([planned.part.folder, ...folders]);
  await bringCode(sha, token, environment);
  const workspace = join(rootOf(environment), project);
  const { events, folder, notices } = restoreRun(workspace, parts, order);
  for (const notice of notices) core.notice(notice);
  const file = {
    ...{ schema: 1 as const, job, ...(leg === undefined ? {} : { leg }) },
    ...{ run: planned.part.run, attempt, epoch: planned.part.epoch, workspace, project },
  };
  const again = earlierOf(parts, order, job, leg);
  if (!again) return { plan, events, isHosted, file: { ...file, after: events.length } };
  const tops: readonly (NodeId | undefined)[] =
    own.is === 'matrix' ? (own.legs[leg ?? 0]?.branches ?? []) : [undefined];
  const open = tops.reduce((journal, top) => reopenFailed(plan, journal, top), events);
  writeJournal(folder.journal, open);
  return { plan, events: open, isHosted, file: { ...file, after: again.after } };
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
  const stored = await store.list();
  const newest = newestPlan(stored);
  if (!newest) return undefined;
  const [part] = readParts(await downloaded(store, stored, [newest], environment));
  if (!part || epochOf(attemptIn(environment), [part]) !== part.epoch) return undefined;
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
): Promise<{ readonly part: Part; readonly plan: Plan; readonly sha: string; readonly isHosted: boolean }> {
  const newest = newestPlan(stored);
  if (!newest) throw new RunError('there is no run to go on with: the job `plan` has left nothing');
  const [part] = readParts(await downloaded(store, stored, [newest], environment));
  if (!part) throw new RunError(`\`${newest}\` is empty`);
  const { plan, onGitHub } = onGitHubIn(part.folder);
  return { part, plan, sha: onGitHub.sha, isHosted: onGitHub.isHosted };
}

function newestPlan(stored: readonly StoredArtifact[]): string | undefined {
  const attempts = stored.flatMap(({ name }) => {
    const parsed = parsePartName(name);
    return parsed?.job === planJob ? [parsed.attempt] : [];
  });
  return attempts.length === 0 ? undefined : partName({ job: planJob, attempt: Math.max(...attempts) });
}

/** The job's own part of an earlier attempt, if nothing before it has run again since. */
function earlierOf(
  parts: readonly Part[],
  order: readonly JobId[],
  job: JobId,
  leg: number | undefined,
): Part | undefined {
  const own = parts.find((part) => part.job === job && part.leg === leg);
  if (!own) return undefined;
  const place = order.indexOf(job);
  return parts.some((part) => order.indexOf(part.job) < place && part.attempt > own.attempt)
    ? undefined
    : own;
}

/** At once, as far as the service likes it. */
const downloadsAtOnce = 8;

async function downloaded(
  store: ArtifactStore,
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

function writeJournal(path: string, events: readonly RunEvent[]): void {
  writeFileSync(path, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
}
