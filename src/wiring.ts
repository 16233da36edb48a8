/** The one file that knows every adapter: a checked plan → a run of it, with its folder, journal, targets and reporters. */

import { basename, dirname } from 'node:path';
import { builtins } from './builtins/target.ts';
import { cutTornLine, openJournal, readJournal, stateFrom } from './drivers/journal-file.ts';
import { drive } from './drivers/local.ts';
import { lockRun } from './drivers/lock.ts';
import { revisionOf } from './drivers/revision.ts';
import { RunError } from './drivers/run-error.ts';
import { createRunFolder, findRunFolder, newRunId, type RunFolder } from './drivers/run-folder.ts';
import type { Conclusion } from './engine/event.ts';
import { builtinTarget, initialState, type RunState } from './engine/state.ts';
import type { Plan } from './plan/plan.ts';
import type { Clock, Reporter, Target } from './ports.ts';
import type { LocalTargetOptions } from './project/load.ts';
import { ResultsFileWriter } from './reports/results-file.ts';
import { localTarget } from './targets/local.ts';

export interface RunRequest {
  readonly plan: Plan;
  /** Absolute: the project's root. */
  readonly workspace: string;
  readonly targets: ReadonlyMap<string, LocalTargetOptions>;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Made when the run has its folder, because they name its files. */
  readonly reporters: (folder: RunFolder) => readonly Reporter[];
  /** Chosen by the caller where another system already has an id for the run. */
  readonly run?: string;
}

export interface FinishedRun {
  readonly conclusion: Conclusion;
  readonly state: RunState;
  readonly folder: RunFolder;
}

export const clock: Clock = { now: () => new Date().toISOString() };

export async function startRun(request: RunRequest): Promise<FinishedRun> {
  const run = request.run ?? newRunId(request.plan.name, clock.now());
  const folder = createRunFolder(request.workspace, run, request.plan);
  return await locked(folder, () => turn(request, folder, initialState(request.plan)));
}

export interface ResumeRequest extends Omit<RunRequest, 'plan' | 'run'> {
  /** The newest run when absent. */
  readonly run?: string;
  readonly notice: (text: string) => void;
}

/**
 * Undefined when there is no such run. A run that is over is only concluded again, from its journal. Rejects with a
 * `RunError` when the run cannot be used as it is.
 */
export async function resumeRun(request: ResumeRequest): Promise<FinishedRun | undefined> {
  const found = findRunFolder(request.workspace, request.run);
  if (!found) return undefined;
  const { folder, plan } = found;
  return await locked(folder, async () => {
    const read = readJournal(folder.journal);
    const state = stateFrom(plan, read.events, folder.journal);
    for (const command of Object.values(plan.commands)) {
      if (command.is === 'run' && !request.targets.has(command.target))
        throw new RunError(`${folder.path}: the target \`${command.target}\` is not declared any more`);
    }
    cutTornLine(folder.journal, read);
    if (read.notice !== undefined) request.notice(read.notice);
    return await turn(request, folder, state);
  });
}

async function locked<Result>(folder: RunFolder, work: () => Promise<Result>): Promise<Result> {
  const unlock = lockRun(folder.path);
  try {
    return await work();
  } finally {
    unlock();
  }
}

async function turn(
  request: Omit<RunRequest, 'plan' | 'run'>,
  folder: RunFolder,
  state: RunState,
): Promise<FinishedRun> {
  const { workspace, environment, signal } = request;
  const revision = await revisionOf(workspace);
  const results = new ResultsFileWriter(workspace, folder.path, revision);
  if (state.seq > 0) results.restore(state);
  const journal = openJournal(folder.journal, clock, state.seq);
  try {
    const conclusion = await drive({
      state,
      journal,
      targets: targetsOf(request.targets, environment),
      reporters: [results, ...request.reporters(folder)],
      run: folder.run,
      runDirectory: folder.path,
      workspace,
      signal,
    });
    return { conclusion, state, folder };
  } finally {
    journal.close();
  }
}

function targetsOf(
  declared: ReadonlyMap<string, LocalTargetOptions>,
  environment: NodeJS.ProcessEnv,
): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>([[builtinTarget, builtins]]);
  for (const [name, { slots }] of declared) targets.set(name, localTarget({ slots, environment }));
  return targets;
}

/** A run as its journal tells it; undefined when the folder holds none. `path`: absolute, of the run's folder. */
export function readRun(path: string): RunState | undefined {
  const found = findRunFolder(dirname(dirname(dirname(path))), basename(path));
  if (!found) return undefined;
  const { journal } = found.folder;
  return stateFrom(found.plan, readJournal(journal).events, journal);
}
