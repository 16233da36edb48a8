/**
 * The first step of a job: the tree, the plan and the journal as the jobs before it have left them, and what is ready now.
 * In the plan job it makes them.
 */
import * as core from '@actions/core';
import { verdictOf } from '../drivers/hand-over.ts';
import { exitCodes } from '../exit-codes.ts';
import { concludeJob, type JobId, planJob } from '../jobs/layout.ts';
import { begin } from './begin.ts';
import { endBlock } from './cell-checks.ts';
import { mayDeploy } from './deploying.ts';
import { demanded, input, readNeeds } from './inputs.ts';
import { type JobFile, writeJobFile } from './job-file.ts';
import { deadlineOf, joiningAtEnd, joiningPart, readProject } from './opening.ts';
import { reportersOf } from './report.ts';
import { restore } from './restore.ts';
import { handOver, signalsOf } from './tell.ts';
import { jobOf, joinedBy, wholeOf } from './whole.ts';

export async function open(): Promise<number> {
  const job = demanded('job');
  const project = readProject(input('project'));
  return job === planJob ? await begin(project) : await goOn(job, project);
}

async function goOn(id: JobId, project: string): Promise<number> {
  const restored = await restore({
    job: id,
    project,
    token: input('token'),
    digest: input('plan'),
    environment: process.env,
  });
  const whole = wholeOf(restored.plan);
  const job = jobOf(whole, id);
  if (job.is === 'stretch' && job.environment !== undefined)
    await mayDeploy({ environment: job.environment, job: job.name, token: input('token') }, restored);
  const file: JobFile = {
    ...restored.file,
    deadline: deadlineOf(job.minutes, restored.isHosted),
    comment: input('comment') !== 'false',
  };
  writeJobFile(file, process.env);
  const reporting = reportersOf(restored.plan, file, input('token'), { refreshes: id !== concludeJob });
  const { drivePart } = await import('../wiring.ts');
  const driven = await drivePart({
    workspace: file.workspace,
    run: file.run,
    environment: process.env,
    signals: signalsOf(file),
    reporters: () => reporting.reporters,
    part:
      id === concludeJob
        ? joiningAtEnd(whole, restored.events, readNeeds())
        : joiningPart(whole, id, restored.events),
  });
  for (const loss of [...driven.losses, ...reporting.lost()]) core.warning(loss);
  const place = { file, token: input('token') };
  for (const matrix of joinedBy(whole, job)) await endBlock(place, driven.state, matrix);
  await handOver(place, driven.state, whole, id);
  for (const { block, name } of joinedBy(whole, job)) {
    const verdict = verdictOf(driven.state, [block]);
    // The legs are red; here it is said why nothing of this job is done.
    if (verdict.is === 'unhandled') core.error(`${verdict.what}: the chain ends there`, { title: name });
  }
  return exitCodes.done;
}
