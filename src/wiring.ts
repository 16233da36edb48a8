/** The one file that knows every adapter: a checked plan → a run of it, with its folder, journal, targets and reporters. */

import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { builtins } from './builtins/target.ts';
import { cutTornLine, openJournal, readJournal, stateFrom } from './drivers/journal-file.ts';
import { drive } from './drivers/local.ts';
import { lockRun } from './drivers/lock.ts';
import { revisionOf } from './drivers/revision.ts';
import { orRunError, RunError } from './drivers/run-error.ts';
import {
  createRunFolder,
  findRunFolder,
  newRunId,
  type RunFolder,
  readTargets,
  type StoredTargets,
} from './drivers/run-folder.ts';
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
  /** What could not be shown or written beside the run, one sentence each: warnings for a person. */
  readonly losses: readonly string[];
}

export const clock: Clock = { now: () => new Date().toISOString() };

export async function startRun(request: RunRequest): Promise<FinishedRun> {
  const run = request.run ?? newRunId(request.plan.name, clock.now());
  const targets: StoredTargets = Object.fromEntries(
    [...request.targets].map(([name, { slots }]) => [name, { kind: 'local', slots }]),
  );
  const folder = createRunFolder(request.workspace, run, request.plan, targets);
  return await locked(folder, () => turn(request, folder, targets, initialState(request.plan)));
}

export interface ResumeRequest extends Omit<RunRequest, 'plan' | 'run' | 'targets'> {
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
    // Before anything may refuse: what an earlier driver left running would run on.
    endLeftovers(folder);
    const read = readJournal(folder.journal);
    const state = stateFrom(plan, read.events, folder.journal);
    const targets = readTargets(folder);
    cutTornLine(folder.journal, read);
    if (read.notice !== undefined) request.notice(read.notice);
    return await turn(request, folder, targets, state);
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
  request: Omit<RunRequest, 'plan' | 'run' | 'targets'>,
  folder: RunFolder,
  stored: StoredTargets,
  state: RunState,
): Promise<FinishedRun> {
  const { workspace, environment, signal } = request;
  // Only rows of results name the commit: without any, git need not be asked.
  const measures = Object.values(state.plan.commands).some(
    (command) => command.is === 'run' && command.metrics.length > 0,
  );
  const revision = measures ? await revisionOf(workspace) : { sha: null, dirty: false };
  const results = new ResultsFileWriter(workspace, folder.path, revision);
  const targets = targetsOf(stored, environment);
  const where = join(workspace, state.plan.results.file);
  orRunError(`${where}: rows cannot be written`, () => {
    const problem = results.probe(state);
    if (problem !== undefined) throw new RunError(`${where}: ${problem}; rows cannot be written`);
    if (state.seq > 0) results.restore(state);
  });
  const journal = orRunError('the run cannot be kept', () => openJournal(folder.journal, clock, state.seq));
  try {
    const { conclusion, losses } = await drive({
      state,
      journal,
      targets,
      reporters: [results, ...request.reporters(folder)],
      run: folder.run,
      runDirectory: folder.path,
      workspace,
      signal,
    });
    return { conclusion, state, folder, losses };
  } finally {
    journal.close();
  }
}

function targetsOf(stored: StoredTargets, environment: NodeJS.ProcessEnv): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>([[builtinTarget, builtins]]);
  for (const [name, { slots }] of Object.entries(stored))
    targets.set(name, localTarget({ slots, environment }));
  return targets;
}

/** A run as its journal tells it; undefined when the folder holds none. `path`: absolute, of the run's folder. */
export function readRun(path: string): RunState | undefined {
  const found = findRunFolder(dirname(dirname(dirname(path))), basename(path));
  if (!found) return undefined;
  const { journal } = found.folder;
  return stateFrom(found.plan, readJournal(journal).events, journal);
}

/** Whatever the journal says, and whether it can be read or not: a run without a driver has no units that run. */
function endLeftovers(folder: RunFolder): void {
  const units = join(folder.path, 'units');
  if (!existsSync(units)) return;
  localTarget({ environment: {} }).endLeftovers?.(readdirSync(units).map((name) => join(units, name)));
}
