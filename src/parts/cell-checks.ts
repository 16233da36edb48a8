/** Check runs of the cells of a matrix: one each, which only its leg edits; above twenty, one for the whole block. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';
import { type Verdict, verdictOf } from '../drivers/hand-over.ts';
import type { RunState } from '../engine/state.ts';
import { GitHubApi, lossOf } from '../github/api.ts';
import { type CheckConclusion, CheckRuns, type OpenCheck, openChecksOf } from '../github/check-runs.ts';
import { blockName, cellName } from '../github/names.ts';
import type { MatrixJob } from '../jobs/layout.ts';
import type { NodeId } from '../plan/plan.ts';
import { blockText, cellText } from '../reports/cell-text.ts';
import { reportOf } from '../reports/report.ts';
import { type JobFile, runDirectoryOf } from './job-file.ts';
import { readOnGitHub, subjectOf, triggerOf, writeOnGitHub } from './report.ts';

/** So that a sweep of a hundred cells stays within GitHub's budget of requests. */
export const mostCellChecks = 20;

/** In the folder of a leg's run: not for other jobs. */
const cellFile = 'cell-check.json';

interface Place {
  readonly file: JobFile;
  /** Empty when nothing is to be written to GitHub. */
  readonly token: string;
}

function checksOn({ file, token }: Place, open: readonly OpenCheck[]) {
  const onGitHub = readOnGitHub(runDirectoryOf(file));
  if (token === '' || !onGitHub) return undefined;
  core.setSecret(token);
  const trigger = triggerOf(process.env, onGitHub);
  const api = new GitHubApi(token);
  return { checks: new CheckRuns(api, trigger, open), api, trigger, onGitHub };
}

async function quietly(trigger: Parameters<typeof lossOf>[3], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    core.warning(lossOf('the check run of a cell', 'checks', error, trigger));
  }
}

/** The leg begins. Returns what completes its check run. */
export async function beginCell(
  place: Place,
  state: RunState,
  job: MatrixJob,
  label: string,
): Promise<(after: RunState) => Promise<void>> {
  const nothing = async () => {};
  if (job.legs.length > mostCellChecks) return nothing;
  const on = checksOn(place, []);
  if (!on) return nothing;
  const { checks, trigger } = on;
  const name = cellName(subjectOf(state.plan, place.file), label);
  const path = join(runDirectoryOf(place.file), cellFile);
  await quietly(trigger, async () => {
    await checks.create(name, 'in_progress', { title: 'running', summary: 'The cell is running.' });
    writeFileSync(path, JSON.stringify([...checks.open.values()]));
  });
  return async (after) => {
    const branches = job.legs.find((leg) => leg.label === label)?.branches ?? [];
    const report = reportOf(after, new Date().toISOString());
    const conclusion = conclusionOf(after, verdictOf(after, branches));
    await quietly(trigger, async () => {
      await checks.complete(name, conclusion, cellText(after, report, branches));
      rmSync(path, { force: true });
    });
  };
}

function conclusionOf(state: RunState, verdict: Verdict): CheckConclusion {
  if (state.stopping?.cancelled) return 'cancelled';
  return verdict.is === 'done' ? 'success' : verdict.is === 'handled' ? 'neutral' : 'failure';
}

/** Behind a leg that had no time to do it. */
export async function closeCell(place: Place): Promise<void> {
  const path = join(runDirectoryOf(place.file), cellFile);
  if (!existsSync(path)) return;
  const open = JSON.parse(readFileSync(path, 'utf8')) as OpenCheck[];
  const on = checksOn(place, open);
  if (!on) return;
  for (const { name } of open)
    await quietly(on.trigger, () =>
      on.checks.complete(name, 'cancelled', {
        title: 'the job ended before the cell did',
        summary: `The log of the job tells more: ${on.trigger.url}`,
      }),
    );
}

/** The matrix is handed out: one check run for all of its legs, where there are many. */
export async function beginBlock(place: Place, state: RunState, job: MatrixJob): Promise<void> {
  if (job.legs.length <= mostCellChecks) return;
  const directory = runDirectoryOf(place.file);
  const on = checksOn(place, readOnGitHub(directory)?.checks ?? []);
  if (!on) return;
  const { checks, trigger, onGitHub } = on;
  const name = blockName(subjectOf(state.plan, place.file), job.name);
  if (checks.open.has(name)) return;
  await quietly(trigger, async () => {
    const title = `${job.legs.length} legs are handed out`;
    await checks.create(name, 'in_progress', { title, summary: 'The cells are running.' });
    writeOnGitHub(directory, { ...onGitHub, checks: [...checks.open.values()] });
  });
}

/** The matrix is over: nothing of it may stay open. */
export async function endBlock(place: Place, state: RunState, job: MatrixJob): Promise<void> {
  const directory = runDirectoryOf(place.file);
  const subject = subjectOf(state.plan, place.file);
  const branches = job.legs.flatMap((leg) => leg.branches);
  if (job.legs.length > mostCellChecks) {
    const on = checksOn(place, readOnGitHub(directory)?.checks ?? []);
    const name = blockName(subject, job.name);
    if (!on?.checks.open.has(name)) return;
    const { checks, trigger, onGitHub } = on;
    await quietly(trigger, async () => {
      await checks.complete(
        name,
        conclusionOf(state, verdictOf(state, branches)),
        blockText(state, branches),
      );
      writeOnGitHub(directory, { ...onGitHub, checks: [...checks.open.values()] });
    });
    return;
  }
  const lost = job.legs.filter((leg) => leg.branches.some((branch) => isLost(state, branch)));
  if (lost.length === 0) return;
  const on = checksOn(place, []);
  if (!on) return;
  await quietly(on.trigger, async () => {
    const open = await openChecksOf(on.api, on.trigger);
    for (const { label } of lost) {
      const found = open.find(({ name }) => name === cellName(subject, label));
      if (!found) continue;
      await new CheckRuns(on.api, on.trigger, [found]).complete(found.name, 'failure', {
        title: 'the job left no result',
        summary: 'Its machine was lost, or it was ended before it could say anything.',
      });
    }
  });
}

function isLost(state: RunState, branch: NodeId): boolean {
  const settlement = state.nodes.get(branch)?.settlement;
  return settlement?.is === 'failed' && settlement.class === 'lost';
}
