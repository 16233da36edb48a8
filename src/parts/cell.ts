/** One leg of a matrix: its branches of the block, on a machine of their own. */
import * as core from '@actions/core';
import { reachOfLeg, verdictOf } from '../drivers/hand-over.ts';
import { RunError } from '../drivers/run-error.ts';
import { storePlan } from '../drivers/run-folder.ts';
import { planForLeg } from '../engine/share-budget.ts';
import { secretsOf } from '../github/secrets.ts';
import { beginCell } from './cell-checks.ts';
import { demanded, input } from './inputs.ts';
import { runDirectoryOf, writeJobFile } from './job-file.ts';
import { deadlineOf, readProject } from './opening.ts';
import { reportersOf } from './report.ts';
import { restore } from './restore.ts';
import { exitCodeFor, signalsOf } from './tell.ts';
import { jobOf, wholeOf } from './whole.ts';

export async function cell(): Promise<number> {
  const id = demanded('job');
  const label = demanded('leg');
  const restored = await restore({
    job: id,
    leg: label,
    project: readProject(input('project')),
    token: input('token'),
    digest: input('plan'),
    environment: process.env,
  });
  const whole = wholeOf(restored.plan);
  const job = jobOf(whole, id);
  const leg = job.is === 'matrix' ? job.legs.findIndex((one) => one.label === label) : -1;
  const branches = job.is === 'matrix' ? job.legs[leg]?.branches : undefined;
  if (job.is !== 'matrix' || !branches)
    throw new RunError(`the job \`${id}\` has no leg \`${label}\`; compile the workflow again`);
  const file = { ...restored.file, deadline: deadlineOf(job.minutes, restored.isHosted), comment: false };
  writeJobFile(file, process.env);
  for (const secret of secretsOf(restored.plan, process.env)) core.setSecret(secret);
  const { drivePart, readRun } = await import('../wiring.ts');
  const directory = runDirectoryOf(file);
  const before = readRun(directory);
  if (!before) throw new RunError(`there is no run \`${file.run}\` in ${file.workspace}`);
  // No leg sees what the others spend.
  storePlan(directory, planForLeg(restored.plan, before, job.legs.length));
  const place = { file, token: input('token') };
  const ended = await beginCell(place, before, job, label);
  const driven = await drivePart({
    workspace: file.workspace,
    run: file.run,
    environment: process.env,
    signals: signalsOf(file),
    // What it has decided is told where the legs are joined.
    reporters: () => reportersOf(restored.plan, file, '').reporters,
    beside: {
      processes: Math.min(job.max ?? job.legs.length, job.legs.length),
      hasUnit: (unit) => {
        const owner = whole.owners.ownerOf(unit, 0);
        return owner !== undefined && 'leg' in owner && owner.job === id && owner.leg === leg;
      },
    },
    part: {
      reach: reachOfLeg(whole.plan, whole.owners, job, leg),
      continues: false,
      settles: () => true,
    },
  });
  await ended(driven.state);
  for (const loss of driven.losses) core.warning(loss);
  return exitCodeFor(verdictOf(driven.state, branches), `${job.name}:${label}`);
}
