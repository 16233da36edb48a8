/** What a part of a run tells GitHub, and what the next part has to know of it. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';
import { rootOf } from '../desk/tree.ts';
import { planFiles } from '../drivers/parts.ts';
import { RunError } from '../drivers/run-error.ts';
import { GitHubApi } from '../github/api.ts';
import { type OpenCheck, openChecksOf } from '../github/check-runs.ts';
import { type PartReporters, partReporters } from '../github/job.ts';
import type { Subject } from '../github/names.ts';
import { readTrigger, type Trigger } from '../github/trigger.ts';
import type { Plan } from '../plan/plan.ts';
import type { Policy } from '../plan/policy.ts';
import type { Drift, Receiver } from '../project/notify-schema.ts';
import type { BaseRun, ReportContext } from '../reports/context.ts';
import { type JobFile, runDirectoryOf } from './job-file.ts';
import { lineNotes } from './line-notes.ts';

/** `github.json` in the run's folder: what stands on GitHub and is not finished. */
export interface OnGitHub {
  readonly schema: 1;
  /** The commit that the run is about. */
  readonly sha: string;
  readonly pull?: number;
  /** The comment's id. */
  readonly comment?: number;
  /** Its jobs run on GitHub's own runners. */
  readonly isHosted: boolean;
  readonly checks: readonly OpenCheck[];
  /** Login of the person who asked for it; absent where nobody did, as on a schedule. */
  readonly by?: string;
  /** What they wrote. */
  readonly asked?: string;
  /** Logins of those who have approved something of it. */
  readonly approvedBy?: readonly string[];
  /** Sentences for the comment, such as that edits of definitions were not used. */
  readonly notes?: readonly string[];
  /** The branch that it is compared with, and what the last accepted run of it measured. */
  readonly base?: BaseRun;
  readonly baseRef?: string;
  /** Dollars at worst, when it began. */
  readonly quote?: number;
  /** Environments take commits of the default branch alone. */
  readonly deployFrom?: Policy['deployFrom'];
  /** Whom it tells when it is over, and what it does about drift. */
  readonly notify?: readonly Receiver[];
  readonly drift?: Drift;
  /** The time of a schedule that it was started for, or catches up. */
  readonly slot?: string;
}

export const onGitHubFile = 'github.json';

export function readOnGitHub(runDirectory: string): OnGitHub | undefined {
  const path = join(runDirectory, onGitHubFile);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as OnGitHub) : undefined;
}

/** In the part of the plan job. `folder`: absolute, of the part. */
export function onGitHubIn(folder: string): { readonly plan: Plan; readonly onGitHub: OnGitHub } {
  const run = join(folder, 'run');
  const onGitHub = readOnGitHub(run);
  if (!onGitHub) throw new RunError(`${folder}: the job \`plan\` had not begun a run`);
  return { plan: JSON.parse(readFileSync(join(run, 'plan.json'), 'utf8')) as Plan, onGitHub };
}

/**
 * SHA-256 of all by which later jobs decide what runs: the plan, its targets, the commit. `run`: the folder with
 * `plan.json`.
 */
export function digestOf(run: string): string {
  const { sha, pull, isHosted, by, asked, approvedBy, base, deployFrom, notify, drift, slot } =
    readOnGitHub(run) ?? {};
  const hash = createHash('sha256');
  for (const file of planFiles) hash.update(`${file}\n${readFileSync(join(run, file), 'utf8')}\n`);
  const hex = hash
    .update(
      JSON.stringify({ sha, pull, isHosted, by, asked, approvedBy, base, deployFrom, notify, drift, slot }),
    )
    .digest('hex');
  // In letters: GitHub drops an output that holds a masked value, and a short one of those is a number as a rule.
  return hex.replace(/[0-9a-f]/g, (digit) => 'ghijklmnopqrstuv'[Number.parseInt(digit, 16)] ?? '');
}

export function writeOnGitHub(runDirectory: string, now: OnGitHub): void {
  const path = join(runDirectory, onGitHubFile);
  writeFileSync(`${path}.new`, JSON.stringify(now));
  renameSync(`${path}.new`, path);
}

export function subjectOf(plan: Plan, { project }: Pick<JobFile, 'project'>): Subject {
  return { workflow: plan.name, project };
}

/** Of the commit and the pull request that were asked for: the event of a dispatch names neither. */
export function triggerOf(
  environment: NodeJS.ProcessEnv,
  { sha, pull }: Pick<OnGitHub, 'sha' | 'pull'>,
): Trigger {
  return {
    ...readTrigger(environment),
    sha,
    ...(pull === undefined ? {} : { pull: { number: pull } }),
  };
}

/** For the report. */
export function contextOf(
  { sha, by, asked, base, notes, quote, approvedBy }: OnGitHub,
  { url }: Pick<Trigger, 'url'>,
): ReportContext {
  return {
    ...{ sha, url },
    ...(by === undefined ? {} : { requested_by: by }),
    ...(asked === undefined ? {} : { asked }),
    ...(base === undefined ? {} : { base }),
    ...(notes === undefined ? {} : { notes }),
    ...(quote === undefined || quote === 0 ? {} : { quote }),
    ...(approvedBy === undefined ? {} : { approved_by: approvedBy }),
  };
}

/**
 * `adopts`: looks for check runs that the router has created for this run. `begins`: creates what the run will fill in. `refreshes`: writes the comment when it hands over, and completes the
 * check runs of gates that were decided elsewhere.
 */
export function reportersOf(
  plan: Plan,
  file: JobFile,
  token: string,
  {
    begins = false,
    refreshes = false,
    adopts = false,
  }: { readonly begins?: boolean; readonly refreshes?: boolean; readonly adopts?: boolean } = {},
): PartReporters {
  const runDirectory = runDirectoryOf(file);
  const before = readOnGitHub(runDirectory);
  if (token !== '') core.setSecret(token);
  if (!before) return partReporters(plan, undefined);
  const { checks, comment } = before;
  const trigger = triggerOf(process.env, before);
  return partReporters(plan, {
    ...{ subject: subjectOf(plan, file), trigger },
    context: () => contextOf(before, trigger),
    annotations: lineNotes(rootOf(process.env), file.project),
    ...(adopts ? { adopts: () => openChecksOf(new GitHubApi(token), trigger) } : {}),
    token,
    wantsComment: file.comment,
    begins,
    refreshes,
    checks,
    ...(comment === undefined ? {} : { comment }),
    now: () => new Date().toISOString(),
    saved: (open, commentNow) =>
      writeOnGitHub(runDirectory, {
        ...before,
        ...(commentNow === undefined ? {} : { comment: commentNow }),
        checks: [...open],
      }),
  });
}
