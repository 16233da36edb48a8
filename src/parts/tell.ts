/** What a part of the action says to GitHub: variables for the steps behind it, annotations, its exit code. */
import * as core from '@actions/core';
import { type HandOver, handOverOf, type Verdict } from '../drivers/hand-over.ts';
import { RunError } from '../drivers/run-error.ts';
import type { RunState } from '../engine/state.ts';
import { exitCodes } from '../exit-codes.ts';
import type { JobId } from '../jobs/layout.ts';
import type { CancelSignals } from '../ports.ts';
import { cancelOnSignals } from '../signals.ts';
import { neverInSilence, stalledMessage } from '../silence.ts';
import { beginBlock } from './cell-checks.ts';
import type { JobFile } from './job-file.ts';
import type { Whole } from './whole.ts';

/** What the gated steps and jobs read. Ids and axis text only: GitHub drops an output that holds a masked value. */
export function exportHandOver(state: RunState, { layout, owners }: Whole, job: JobId): HandOver {
  const handOver = handOverOf(state, layout, owners, job);
  for (const [name, value] of Object.entries(variablesOf(handOver))) core.exportVariable(name, value);
  return handOver;
}

/** The same, and what shows on GitHub that a matrix is handed out. */
export async function handOver(
  place: { readonly file: JobFile; readonly token: string },
  state: RunState,
  whole: Whole,
  job: JobId,
): Promise<void> {
  const { next } = exportHandOver(state, whole, job);
  const matrix = whole.layout.jobs.find(({ id }) => id === next);
  if (matrix?.is === 'matrix') await beginBlock(place, state, matrix);
}

export function variablesOf({ ready, next, cells }: HandOver): Readonly<Record<string, string>> {
  return {
    ML_READY: JSON.stringify(ready),
    ML_NEXT: next,
    ML_CELLS: cells.length === 0 ? '' : JSON.stringify(cells),
  };
}

/** The step is red only for what nothing takes care of. */
export function exitCodeFor(verdict: Verdict, title: string): number {
  switch (verdict.is) {
    case 'done':
      return exitCodes.done;
    case 'handled':
      core.error(`${verdict.what}, caught by \`${verdict.by}\``, { title });
      return exitCodes.done;
    case 'unhandled':
      core.error(verdict.what, { title });
      return exitCodes.failed;
  }
}

/** Runs a part as the process that it is. Whatever goes wrong is one line and an exit code. */
export async function asPart(work: () => Promise<number>): Promise<void> {
  forgetEmpty(process.env);
  try {
    process.exitCode = await neverInSilence(process, work, () => {
      core.error(`internal error, please report it: ${stalledMessage}`);
      process.exit(1);
    });
  } catch (error) {
    core.setFailed(messageOf(error));
  }
}

/** A post that fails makes its job red, or nobody could run it again: what it was to leave is not there. */
export async function asPost(work: () => Promise<void>): Promise<void> {
  forgetEmpty(process.env);
  try {
    await work();
  } catch (error) {
    core.setFailed(`post: ${messageOf(error)}`);
  }
}

/** An expression gives an empty text for a secret that does not exist: what is missing is to be missing. */
function forgetEmpty(environment: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(environment))
    if (value === '' && !/^(?:INPUT|STATE|GITHUB|RUNNER|ACTIONS)_/.test(name)) delete environment[name];
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isExpected = error instanceof RunError || error.name === 'ArtifactError';
  return isExpected ? error.message : `internal error, please report it: ${error.stack ?? error.message}`;
}

/** The runner's cancel, and our own deadline before that of the job, which GitHub would record as a cancel. */
export function signalsOf({ deadline }: Pick<JobFile, 'deadline'>): CancelSignals {
  const { first, second } = cancelOnSignals();
  const late = new AbortController();
  const left = deadline - Date.now();
  // Longer ones than Node's timers can hold are none of a job's.
  if (left < 2 ** 31) {
    const timer = setTimeout(() => late.abort("the job's time limit"), Math.max(0, left));
    timer.unref();
  }
  return { first: AbortSignal.any([first, late.signal]), second };
}
