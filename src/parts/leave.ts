/** What `open` and `cell` do behind their job: end its pods, and leave its journal and files for the jobs after it. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { partName, partSchema, planFiles, writePart } from '../drivers/parts.ts';
import { actionsArtifacts } from '../github/artifacts.ts';
import { concludeJob, planJob } from '../jobs/layout.ts';
import { closeCell } from './cell-checks.ts';
import { endPodsOf } from './end-pods.ts';
import { hasJobFile, readJobFile, runDirectoryOf } from './job-file.ts';
import { onGitHubFile } from './report.ts';
import { isComplete, wholeOf } from './whole.ts';

export async function leave(): Promise<void> {
  if (!hasJobFile(process.env)) return;
  const file = readJobFile(process.env);
  const directory = runDirectoryOf(file);
  const journal = join(directory, 'journal.jsonl');
  if (!existsSync(journal)) return;
  // Money first.
  await endPodsOf(directory);
  await closeCell({ file, token: core.getInput('token') });
  const { readRun } = await import('../wiring.ts');
  const state = readRun(directory);
  if (!state) return;
  const into = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'part-'));
  try {
    const { job, leg, run, attempt, epoch, after, workspace } = file;
    const head = {
      ...{ schema: partSchema as typeof partSchema, job, attempt, epoch, run, after },
      ...(leg === undefined ? {} : { leg }),
      ...(isComplete(state, wholeOf(state.plan), job) ? { complete: true as const } : {}),
    };
    const folder = { run, path: directory, journal };
    const files = [...(job === planJob ? planFiles : []), ...(leg === undefined ? [onGitHubFile] : [])];
    const notices = writePart({ into, head, folder, workspace, plan: state.plan, files });
    for (const notice of notices) core.notice(notice);
    core.startGroup('what this job leaves');
    try {
      await actionsArtifacts().upload(partName(head), into, {});
    } catch (error) {
      // Nothing comes behind it that needs the part.
      if (job !== concludeJob) throw error;
      core.warning(error instanceof Error ? error.message : String(error));
    } finally {
      core.endGroup();
    }
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}
