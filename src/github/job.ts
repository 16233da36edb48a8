/** One job's place on GitHub: what a run is reported to there, and what is closed when the job ends before the run. */
import * as core from '@actions/core';
import { evolve } from '../engine/evolve.ts';
import type { RunState } from '../engine/state.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { placeOf } from '../language/source.ts';
import type { Plan } from '../plan/plan.ts';
import type { Reporter } from '../ports.ts';
import { EventLines } from '../reports/lines.ts';
import { markdownReport } from '../reports/markdown.ts';
import { fenced } from '../reports/markdown-text.ts';
import { type Report, reportOf } from '../reports/report.ts';
import { styleFor } from '../reports/style.ts';
import type { Inputs, StateKey } from './action-io.ts';
import { connect, lossOf, type Octokit } from './api.ts';
import { type CheckAnnotation, CheckRuns, type OpenCheck } from './check-runs.ts';
import { StickyComment } from './comment.ts';
import { closeChecks, commentText, flowchartOf, GitHubReporter, gateNames } from './reporter.ts';
import type { Trigger } from './trigger.ts';

/** GitHub drops a step summary over 1 MiB; UTF-16 units take up to three bytes each. */
const summaryLimit = 300_000;

export interface JobReporters {
  readonly reporters: readonly Reporter[];
  readonly lost: () => readonly string[];
}

export async function jobReporters(
  plan: Plan,
  inputs: Inputs,
  trigger: Trigger,
  job: { readonly save: (key: StateKey, value: string) => void; readonly now: () => string },
): Promise<JobReporters> {
  const log = new EventLines((line) => core.info(line), styleFor({}, false), { output: true });
  if (inputs.token === '')
    return { reporters: [log], lost: () => ['nothing was written to GitHub: `token` is empty'] };
  const octokit = connect(inputs.token);
  const checks = new CheckRuns(octokit, trigger);
  const comment = inputs.comment ? stickyComment(octokit, trigger, plan.name) : undefined;
  const reporter = new GitHubReporter({
    plan,
    trigger,
    checks,
    comment,
    now: job.now,
    saved: () => {
      job.save('check_runs', JSON.stringify([...checks.open.values()]));
      if (comment?.id !== undefined) job.save('comment', String(comment.id));
    },
  });
  await reporter.open();
  return { reporters: [log, reporter], lost: () => reporter.lost };
}

function stickyComment(
  octokit: Octokit,
  trigger: Trigger,
  workflow: string,
  id?: number,
): StickyComment | undefined {
  const { pull } = trigger;
  return pull ? new StickyComment(octokit, { ...trigger, pull }, workflow, id) : undefined;
}

export async function writeSummary(
  report: Report,
  state: RunState,
  trigger: Trigger,
  lost: readonly string[],
): Promise<void> {
  const options = { flowchart: flowchartOf(state), sha: trigger.sha, limit: summaryLimit, lost };
  await core.summary.addRaw(markdownReport(report, options), true).write();
}

/** Returns what could not be written. */
export async function writeInvalidCheck(
  name: string,
  reason: string,
  text: string,
  diagnostics: readonly Diagnostic[],
  token: string,
  trigger: Trigger,
): Promise<readonly string[]> {
  await core.summary
    .addRaw(`## ❌ ${name.replace(/[^\w.-]/g, '_')}: ${reason}\n\n${fenced(text)}`, true)
    .write();
  if (token === '') return [];
  const checks = new CheckRuns(connect(token), trigger);
  const check = `ml / ${name.slice(0, 100)}`;
  const summary = fenced(text.slice(0, 60_000));
  try {
    await checks.create(check, 'in_progress', { title: reason, summary });
    await checks.complete(check, 'failure', {
      title: reason,
      summary,
      annotations: diagnostics.flatMap(annotation),
    });
    return [];
  } catch (error) {
    return [lossOf('the check run', 'checks', error)];
  }
}

function annotation(diagnostic: Diagnostic): CheckAnnotation[] {
  const { file, line, column, endColumn } = placeOf(diagnostic.source, diagnostic.span);
  if (file.startsWith('<')) return [];
  const levels = { error: 'failure', warning: 'warning', notice: 'notice' } as const;
  return [
    {
      path: file,
      start_line: line,
      end_line: line,
      start_column: column,
      end_column: Math.max(column, endColumn - 1),
      annotation_level: levels[diagnostic.severity],
      title: diagnostic.code,
      message:
        diagnostic.help === undefined ? diagnostic.message : `${diagnostic.message}\n${diagnostic.help}`,
    },
  ];
}

export interface Abandoned {
  /** The run as its journal tells it. */
  readonly state: RunState;
  /** `OpenCheck[]` as JSON. */
  readonly checkRuns: string;
  /** The comment's id, or empty when main did not come so far. */
  readonly comment: string;
  readonly wantsComment: boolean;
  readonly token: string;
  readonly trigger: Trigger;
  readonly now: () => string;
  readonly say: (text: string) => void;
}

/** What main could not finish: concludes the run in memory, and tells GitHub. */
export async function closeAbandoned(abandoned: Abandoned): Promise<void> {
  const { state, token, trigger, now, say } = abandoned;
  const { plan } = state;
  if (!state.conclusion) {
    const reason = 'the job ended before the run did';
    evolve(state, {
      seq: state.seq + 1,
      at: now(),
      type: 'run-concluded',
      decision: 'cancelled',
      reasonCode: 'cancelled',
      reason,
    });
    state.settlement ??= { is: 'stopped' };
  }
  await writeSummary(reportOf(state, now()), state, trigger, []);
  if (token === '') return;
  const octokit = connect(token);
  const checks = new CheckRuns(octokit, trigger, openChecks(abandoned.checkRuns));
  const lost: string[] = [];
  await closeChecks({ plan, trigger, checks, now }, gateNames(plan), state, lost);
  const id = Number(abandoned.comment);
  const comment = abandoned.wantsComment
    ? stickyComment(octokit, trigger, plan.name, id > 0 ? id : undefined)
    : undefined;
  try {
    await comment?.write(commentText(reportOf(state, now()), state, trigger, comment.room, lost));
  } catch (error) {
    lost.push(lossOf('the comment', 'pull-requests', error));
  }
  for (const loss of lost) say(loss);
}

function openChecks(json: string): OpenCheck[] {
  const parsed: unknown = json === '' ? [] : JSON.parse(json);
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((check: unknown) => {
    if (typeof check !== 'object' || check === null || !('id' in check) || !('name' in check)) return [];
    return typeof check.id === 'number' && typeof check.name === 'string'
      ? [{ id: check.id, name: check.name }]
      : [];
  });
}
