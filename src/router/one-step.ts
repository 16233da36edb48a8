/** A whole run in one step of one job: the chain is driven to its end here, and reported on the way. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { partName, partSchema, planFiles, writePart } from '../drivers/parts.ts';
import { RunError } from '../drivers/run-error.ts';
import type { RunFolder } from '../drivers/run-folder.ts';
import { exitCodeOf, exitCodes } from '../exit-codes.ts';
import type { Inputs, OutputKey, Outputs, StateKey } from '../github/action-io.ts';
import { outputKeys } from '../github/action-io.ts';
import { actionsArtifacts } from '../github/artifacts.ts';
import { type OpenCheck, openChecks } from '../github/check-runs.ts';
import { labelOf, type Subject } from '../github/names.ts';
import { resultOutput } from '../github/result-output.ts';
import { secretsOf } from '../github/secrets.ts';
import type { Trigger } from '../github/trigger.ts';
import { planJob } from '../jobs/layout.ts';
import { lineNotes } from '../parts/line-notes.ts';
import { type OnGitHub, onGitHubFile, writeOnGitHub } from '../parts/report.ts';
import { attemptIn } from '../parts/restore.ts';
import type { Plan } from '../plan/plan.ts';
import type { CancelSignals } from '../ports.ts';
import type { Prepared } from '../prepare.ts';
import type { ReportContext } from '../reports/context.ts';
import { reportOf } from '../reports/report.ts';
import type { FinishedRun } from '../wiring.ts';

export interface OneStep {
  readonly prepared: Prepared & { readonly plan: Plan };
  readonly subject: Subject;
  readonly inputs: Pick<Inputs, 'token' | 'comment'>;
  readonly trigger: Trigger;
  /** Absolute: the project's folder, with the code under test. */
  readonly workspace: string;
  readonly signals: CancelSignals;
  /** Somebody asked for it in a comment or by a label. */
  readonly asked?: {
    readonly context: () => ReportContext;
    readonly adopts?: () => Promise<readonly OpenCheck[]>;
    /** Kept with what the run leaves, so that another one can go on with it. */
    readonly onGitHub: OnGitHub;
    /** A run that waited or failed: its folder is in the workspace. */
    readonly goesOnWith?: string;
  };
}

export async function runOneStep(step: OneStep): Promise<number> {
  const { prepared, subject, inputs, trigger, workspace, signals, asked } = step;
  const { plan, targets } = prepared;
  for (const secret of secretsOf(plan, process.env)) core.setSecret(secret);
  const { startRun, resumeRun } = await import('../wiring.ts');
  const { jobReporters, writeSummary } = await import('../github/job.ts');
  // What is on GitHub now, for whoever goes on with the run.
  let left: { readonly checks: readonly OpenCheck[]; readonly comment?: number } = { checks: [] };
  const saving = (key: StateKey, value: string) => {
    if (key === 'check_runs') left = { ...left, checks: openChecks(value) };
    if (key === 'comment') left = { ...left, comment: Number(value) };
    save(key, value);
  };
  const job = jobReporters(plan, subject, inputs, trigger, {
    ...{ save: saving, now },
    annotations: lineNotes(process.env.GITHUB_WORKSPACE ?? workspace, subject.project),
    ...(asked ? { context: asked.context } : {}),
    ...(asked?.adopts ? { adopts: asked.adopts } : {}),
  });
  const reporters = (created: RunFolder) => {
    save('folder', created.path);
    return job.reporters;
  };
  // Its event does not tell: post has no other way to know.
  if (asked)
    save('about', JSON.stringify({ sha: trigger.sha, pull: trigger.pull, workflow: subject.workflow }));
  const shared = { workspace, environment: process.env, signals, reporters };
  let finished: FinishedRun | undefined;
  try {
    finished =
      asked?.goesOnWith === undefined
        ? await startRun({ ...shared, plan, targets })
        : await resumeRun({ ...shared, run: asked.goesOnWith, notice: (text) => core.notice(text) });
    if (!finished) throw new RunError(`there is no run \`${asked?.goesOnWith}\` in ${workspace}`);
  } catch (error) {
    const title = error instanceof RunError ? error.message.slice(0, 255) : 'internal error';
    // First, so that post says the same if GitHub cannot be told now.
    save('failure', title);
    await job.abandoned(title, `The run ended by an error; the log tells more: ${trigger.url}`);
    for (const loss of job.lost()) core.warning(loss);
    throw error;
  }
  const { conclusion, state, folder } = finished;
  save('concluded', conclusion.decision === 'waiting' ? 'waiting' : 'true');
  const report = reportOf(state, now(), asked?.context());
  setOutputs({
    decision: conclusion.decision,
    reason_code: conclusion.reasonCode,
    run: folder.run,
    result: resultOutput(report),
  });
  const losses = [...finished.losses, ...job.lost()];
  // A run that has passed has nothing to go on with.
  if (asked && conclusion.decision !== 'passed')
    losses.push(...(await keep(folder, plan, step, { ...asked.onGitHub, ...left })));
  if (asked) {
    const { afterwards } = await import('../parts/afterwards.ts');
    const { onGitHub } = asked;
    const named = { ...report, workflow: labelOf(subject) };
    const { token } = inputs;
    const { comment } = left;
    losses.push(...(await afterwards({ onGitHub, subject, trigger, state, report: named, token, comment })));
  }
  await writeSummary({ ...report, workflow: labelOf(subject) }, state, trigger, losses);
  for (const loss of losses) core.warning(loss);
  const exitCode = conclusion.decision === 'waiting' ? exitCodes.done : exitCodeOf(conclusion.decision);
  if (exitCode !== exitCodes.done) core.error(conclusion.reason, { title: plan.name });
  return exitCode;
}

/** As a job of a compiled workflow leaves its part, so that both are gone on with in the same way. */
async function keep(
  folder: RunFolder,
  plan: Plan,
  { workspace }: OneStep,
  onGitHub: OnGitHub,
): Promise<string[]> {
  const attempt = attemptIn(process.env);
  const into = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'part-'));
  try {
    writeOnGitHub(folder.path, onGitHub);
    const head = { schema: partSchema as typeof partSchema, job: planJob, attempt, epoch: attempt, after: 0 };
    const files = [...planFiles, onGitHubFile];
    const notices = writePart({ into, head: { ...head, run: folder.run }, folder, workspace, plan, files });
    core.startGroup('what this run leaves');
    await actionsArtifacts().upload(partName(head), into, {});
    return [...notices];
  } catch (error) {
    return [
      `the run cannot be gone on with, because nothing of it was kept: ${error instanceof Error ? error.message : String(error)}`,
    ];
  } finally {
    core.endGroup();
    rmSync(into, { recursive: true, force: true });
  }
}

export function setOutputs(outputs: Outputs): void {
  for (const key of outputKeys) core.setOutput(key satisfies OutputKey, outputs[key]);
}

const now = () => new Date().toISOString();

function save(key: StateKey, value: string): void {
  core.saveState(key, value);
}
