/** One gated step of a job: asks the engine whether it is its turn, does it, and says what is ready now. */
import * as core from '@actions/core';
import { handOverOf, verdictOfStep } from '../drivers/hand-over.ts';
import { RunError } from '../drivers/run-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { demanded, input } from './inputs.ts';
import { readJobFile, runDirectoryOf } from './job-file.ts';
import { stepPart } from './opening.ts';
import { reportersOf } from './report.ts';
import { exitCodeFor, exportHandOver, handOver, signalsOf } from './tell.ts';
import { jobOf, wholeOf } from './whole.ts';

export async function step(): Promise<number> {
  const file = readJobFile(process.env);
  const signals = signalsOf(file);
  const id = demanded('step');
  const { drivePart, readRun } = await import('../wiring.ts');
  const before = readRun(runDirectoryOf(file));
  if (!before) throw new RunError(`there is no run \`${file.run}\` in ${file.workspace}`);
  const whole = wholeOf(before.plan);
  const job = jobOf(whole, file.job);
  const own = job.is === 'stretch' ? job.steps.find((one) => one.id === id) : undefined;
  if (!own) throw new RunError(`the job \`${file.job}\` has no step \`${id}\`; compile the workflow again`);
  const { layout, owners } = whole;
  const now = handOverOf(before, layout, owners, file.job);
  if (!now.ready.includes(own.id)) {
    // The condition of the step is display: the engine alone says whose turn it is.
    core.notice('not its turn: the chain is elsewhere', { title: own.name });
    exportHandOver(before, whole, file.job);
    return exitCodes.done;
  }
  const reporting = reportersOf(before.plan, file, input('token'));
  const driven = await drivePart({
    workspace: file.workspace,
    run: file.run,
    environment: process.env,
    signals,
    reporters: () => reporting.reporters,
    part: stepPart(whole, file.job, own.id),
  });
  for (const loss of [...driven.losses, ...reporting.lost()]) core.warning(loss);
  await handOver({ file, token: input('token') }, driven.state, whole, file.job);
  return exitCodeFor(verdictOfStep(driven.state, own), own.name);
}
