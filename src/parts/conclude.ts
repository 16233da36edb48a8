/** The last step of a run's last job: does what handlers are left, ends what was left behind, and gives the run its colour. */
import * as core from '@actions/core';
import { RunError } from '../drivers/run-error.ts';
import type { RunState } from '../engine/state.ts';
import { exitCodeOf, exitCodes } from '../exit-codes.ts';
import { labelOf } from '../github/names.ts';
import { resultOutput } from '../github/result-output.ts';
import { harmless } from '../reports/lines.ts';
import { reportOf } from '../reports/report.ts';
import { concludingPart } from './ending.ts';
import { input, readNeeds } from './inputs.ts';
import { hasJobFile, readJobFile, runDirectoryOf } from './job-file.ts';
import { closeLost } from './lost.ts';
import { readProject } from './opening.ts';
import { contextOf, readOnGitHub, reportersOf, subjectOf, triggerOf, writeOnGitHub } from './report.ts';
import { signalsOf } from './tell.ts';
import { wholeOf } from './whole.ts';

export async function conclude(): Promise<number> {
  const needs = readNeeds();
  if (!hasJobFile(process.env)) {
    // `open` has said why.
    core.setFailed('there is no run to conclude');
    await closeLost(process.env, input('token'), readProject(input('project')));
    return exitCodes.failed;
  }
  const file = readJobFile(process.env);
  const { drivePart, readRun } = await import('../wiring.ts');
  const before = readRun(runDirectoryOf(file));
  if (!before) throw new RunError(`there is no run \`${file.run}\` in ${file.workspace}`);
  const { plan } = before;
  const token = input('token');
  // First, so that the report knows of them: jobs before this one are over, and nothing here has made a pod yet.
  const reaped = await reapLeft(before, file.run, file.workspace);
  note(runDirectoryOf(file), reaped.sentences);
  const reporting = reportersOf(plan, file, token);
  const { state, conclusion, losses, folder } = await drivePart({
    workspace: file.workspace,
    run: file.run,
    environment: process.env,
    signals: signalsOf(file),
    reporters: () => reporting.reporters,
    part: concludingPart(wholeOf(plan), needs),
  });
  if (!conclusion) throw new Error('internal: the run was not concluded; please report this');
  const onGitHub = readOnGitHub(folder.path);
  const subject = subjectOf(plan, file);
  const trigger = onGitHub && triggerOf(process.env, onGitHub);
  const context = onGitHub && trigger ? contextOf(onGitHub, trigger) : {};
  const report = { ...reportOf(state, now(), context), workflow: labelOf(subject) };
  core.setOutput('decision', conclusion.decision);
  core.setOutput('reason_code', conclusion.reasonCode);
  core.setOutput('run', file.run);
  core.setOutput('result', resultOutput(report));
  const lost = [...losses, ...reporting.lost()];
  if (onGitHub && trigger) {
    const { afterwards } = await import('./afterwards.ts');
    const { comment } = onGitHub;
    lost.push(...(await afterwards({ onGitHub, subject, trigger, state, report, token, comment })));
    const { writeSummary } = await import('../github/job.ts');
    await writeSummary(report, state, trigger, lost);
  }
  for (const loss of lost) core.warning(loss);
  if (conclusion.decision === 'waiting') {
    core.notice(conclusion.reason, { title: plan.name });
    return exitCodes.done;
  }
  core.info(harmless(conclusion.reason));
  const exitCode = Math.max(
    exitCodeOf(conclusion.decision),
    reaped.areLeft ? exitCodes.failed : exitCodes.done,
  );
  if (exitCode !== exitCodes.done) core.error(conclusion.reason, { title: plan.name });
  return exitCode;
}

const now = () => new Date().toISOString();

interface Reaped {
  /** Some may be left, and cost money. */
  readonly areLeft: boolean;
  /** For people. */
  readonly sentences: readonly string[];
}

/** Pods of a job that was lost: no journal knows of them, and RunPod does. */
async function reapLeft({ plan }: RunState, run: string, folder: string): Promise<Reaped> {
  const sentences: string[] = [];
  let areLeft = false;
  const keys = Object.values(plan.targets ?? {}).flatMap((target) =>
    target.kind === 'runpod' ? [target.key] : [],
  );
  for (const name of new Set(keys)) {
    const key = process.env[name]?.trim() ?? '';
    if (key === '') {
      core.warning(`nobody looked for pods that were left behind: \`${name}\` is not set`);
      continue;
    }
    core.setSecret(key);
    const { reapAccount } = await import('../runpod/reap-account.ts');
    const result = await reapAccount({ environment: process.env, folder, key, run });
    for (const { name, outcome, why } of result.is === 'done' ? result.reaped.pods : []) {
      if (outcome !== 'ended') continue;
      core.warning(`the pod ${name} was left behind, and is ended now: ${why}`);
      sentences.push(
        `The pod \`${name}\` of a job that was lost ran on until now, and is ended; what it has cost is not in this report.`,
      );
    }
    if (result.problem !== undefined) {
      core.error(result.problem, { title: 'pods may be left' });
      sentences.push('Pods of this run may be left, and cost money: the log tells more.');
      areLeft = true;
    }
  }
  return { areLeft, sentences };
}

function note(runDirectory: string, sentences: readonly string[]): void {
  const onGitHub = readOnGitHub(runDirectory);
  if (!onGitHub || sentences.length === 0) return;
  writeOnGitHub(runDirectory, { ...onGitHub, notes: [...(onGitHub.notes ?? []), ...sentences] });
}
