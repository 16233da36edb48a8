/** The one file that knows every adapter: a checked plan → a run of it, with its folder, journal, targets and reporters. */

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { builtins } from './builtins/target.ts';
import type { Approving } from './drivers/approvals.ts';
import { steadyClock } from './drivers/clock.ts';
import { cutTornLine, type Durability, openJournal, readJournal, stateFrom } from './drivers/journal-file.ts';
import {
  type Drive,
  type DrivenPart as Driven,
  drive,
  drivePart as driveAPart,
  type Part,
} from './drivers/local.ts';
import { lockRun } from './drivers/lock.ts';
import { offerOf } from './drivers/offer.ts';
import { runPreflights } from './drivers/preflight.ts';
import { revisionOf } from './drivers/revision.ts';
import { orRunError, RunError } from './drivers/run-error.ts';
import {
  createRunFolder,
  findRunFolder,
  newRunId,
  type RunFolder,
  readTargets,
  type StoredTargets,
  storePlan,
} from './drivers/run-folder.ts';
import type { Conclusion, ResultsOffered } from './engine/event.ts';
import { evolve } from './engine/evolve.ts';
import { costsOn, mayCost } from './engine/pods.ts';
import { builtinTarget, initialState, type RunState } from './engine/state.ts';
import { runObstacle } from './plan/agents.ts';
import type { Plan } from './plan/plan.ts';
import type { CancelSignals, Clock, Reporter, Target } from './ports.ts';
import type { LocalTargetOptions } from './project/load.ts';
import { ResultsFileWriter } from './reports/results-file.ts';
import type { PodClock } from './runpod/pod-clock.ts';
import { localTarget } from './targets/local/local.ts';
import type { Beside } from './targets/pods/beside.ts';
import type { Offers } from './targets/pods/offers.ts';
import { after } from './targets/unit/timer.ts';

export interface RunRequest extends Pick<Approving, 'ask'> {
  readonly plan: Plan;
  /** Absolute: the project's root. */
  readonly workspace: string;
  readonly targets: ReadonlyMap<string, LocalTargetOptions>;
  readonly environment: NodeJS.ProcessEnv;
  readonly signals: CancelSignals;
  /** Made when the run has its folder, because they name its files. */
  readonly reporters: (folder: RunFolder) => readonly Reporter[];
  /** Chosen by the caller where another system already has an id for the run. */
  readonly run?: string;
  /** By which pods are waited for; the machine's when absent. */
  readonly podClock?: PodClock;
  /** An earlier run of this project: what of it is the same, up to the first thing that is not, is not run again. */
  readonly reuse?: { readonly run: string };
}

export interface FinishedRun {
  readonly conclusion: Conclusion;
  readonly state: RunState;
  readonly folder: RunFolder;
  /** What could not be shown or written beside the run, one sentence each: warnings for a person. */
  readonly losses: readonly string[];
}

export const clock: Clock = steadyClock(after);

/** Rejects with a `RunError`, before anything is written, when something of the plan cannot run here. */
export async function startRun(request: RunRequest): Promise<FinishedRun> {
  const targets = await checkedTargets(request);
  const { plan, workspace } = request;
  const run = request.run ?? newRunId(plan.name, clock.now());
  const offered = request.reuse && (await offeredBy(workspace, request.reuse.run));
  const folder = createRunFolder(workspace, run, plan, targets);
  const state = initialState(plan);
  return await locked(folder, () =>
    turn({ ...request, ...(offered ? { offered } : {}) }, folder, targets, state),
  );
}

/**
 * A run for processes that drive it part by part: with its folder and an empty journal, or as an earlier attempt has left
 * it. Rejects as `startRun` does.
 */
export async function makeRun(
  request: Omit<RunRequest, 'reporters' | 'reuse' | 'ask'> & { readonly run: string },
): Promise<void> {
  // Hosts are asked for by the jobs that use them; what costs money is looked at before anything else is done.
  const mayLack = (name: string) => request.plan.targets?.[name]?.kind === 'ssh';
  const targets = await checkedTargets(request, mayLack);
  const known = findRunFolder(request.workspace, request.run);
  // One that goes on is driven by the plan of now, whatever its folder says.
  if (known) return storePlan(known.folder.path, request.plan, targets);
  const { journal } = createRunFolder(request.workspace, request.run, request.plan, targets);
  writeFileSync(journal, '');
}

async function checkedTargets(
  request: Pick<RunRequest, 'plan' | 'workspace' | 'targets' | 'environment' | 'signals' | 'podClock'>,
  mayLack?: (name: string) => boolean,
): Promise<StoredTargets> {
  const { plan, workspace, environment, podClock } = request;
  const obstacle = runObstacle(plan);
  if (obstacle) throw new RunError(`${obstacle.message}: ${obstacle.help}`);
  const stored: StoredTargets = Object.fromEntries(
    [...request.targets].map(([name, { slots }]) => [name, { kind: 'local', slots }]),
  );
  await runPreflights(
    plan,
    await targetsOf({ plan, stored, environment, workspace, podClock, mayLack }),
    workspace,
    request.signals.first,
  );
  return stored;
}

/** Nobody may drive it meanwhile: what has not finished is not offered. */
async function offeredBy(workspace: string, run: string): Promise<Offered> {
  const found = findRunFolder(workspace, run);
  if (!found) throw new RunError(`there is no run \`${run}\` here`);
  const { folder, plan } = found;
  return await locked(folder, async () => {
    endLeftovers(folder);
    return offerOf(folder, stateFrom(plan, readJournal(folder.journal).events, folder.journal));
  });
}

type Offered = Omit<ResultsOffered, 'type'>;

export interface ResumeRequest
  extends Omit<RunRequest, 'plan' | 'run' | 'targets' | 'reuse'>,
    Pick<Approving, 'approvals'> {
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

export type PartRequest = Pick<
  RunRequest,
  'workspace' | 'environment' | 'signals' | 'reporters' | 'podClock'
> & {
  /** The run's id; its folder is there. */
  readonly run: string;
  readonly part: Part;
  /** Where others drive other branches of the run at the same time. */
  readonly beside?: Beside;
  /** Of a run that has not begun: results of an earlier one, whose folder lies beside its own. */
  readonly offered?: Offered;
};

export type DrivenPart = Omit<FinishedRun, 'conclusion'> & Partial<Pick<FinishedRun, 'conclusion'>>;

/** Drives a part of a run that several processes share. Rejects as `startRun` does. */
export async function drivePart(request: PartRequest): Promise<DrivenPart> {
  const found = findRunFolder(request.workspace, request.run);
  if (!found) throw new RunError(`there is no run \`${request.run}\` in ${request.workspace}`);
  const { folder, plan } = found;
  return await locked(folder, async () => {
    endLeftovers(folder);
    const read = readJournal(folder.journal);
    const state = stateFrom(plan, read.events, folder.journal);
    cutTornLine(folder.journal, read);
    // What another job uses may not be told to this one; what runs here in spite of that fails, and says so.
    const mayLack = () => true;
    return await turnWith({ ...request, mayLack }, folder, readTargets(folder), state, (given) =>
      driveAPart({ ...given, part: request.part }),
    );
  });
}

interface TurnRequest
  extends Pick<RunRequest, 'workspace' | 'environment' | 'signals' | 'reporters' | 'podClock'>,
    Approving,
    Pick<TargetsRequest, 'mayLack' | 'beside'> {
  readonly offered?: Offered;
}

async function turn(
  request: TurnRequest,
  folder: RunFolder,
  stored: StoredTargets,
  state: RunState,
): Promise<FinishedRun> {
  return await turnWith(request, folder, stored, state, drive);
}

async function turnWith<Result extends Driven>(
  request: TurnRequest,
  folder: RunFolder,
  stored: StoredTargets,
  state: RunState,
  driving: (options: Drive) => Promise<Result>,
): Promise<Result & Pick<FinishedRun, 'state' | 'folder'>> {
  const { workspace, environment, signals, offered, approvals, ask, podClock, mayLack, beside } = request;
  const durability = durabilityIn(environment);
  // Only rows of results name the commit: without any, git need not be asked.
  const measures = Object.values(state.plan.commands).some(
    (command) => command.is === 'run' && command.metrics.length > 0,
  );
  const revision = measures ? await revisionOf(workspace) : { sha: null, dirty: false };
  const results = new ResultsFileWriter(workspace, folder.path, revision);
  const targets = await targetsOf({
    ...{ plan: state.plan, stored, environment, workspace, podClock, mayLack, beside },
  });
  const where = join(workspace, state.plan.results.file);
  orRunError(`${where}: rows cannot be written`, () => {
    const problem = results.probe(state);
    if (problem !== undefined) throw new RunError(`${where}: ${problem}; rows cannot be written`);
    if (state.seq > 0) results.restore(state);
  });
  const journal = orRunError('the run cannot be kept', () =>
    openJournal(folder.journal, clock, { lastSeq: state.seq, durability }),
  );
  try {
    const driven = await driving({
      state,
      journal,
      clock,
      targets,
      reporters: [results, ...request.reporters(folder)],
      run: folder.run,
      runDirectory: folder.path,
      workspace,
      signals,
      ...(offered ? { offered } : {}),
      ...(approvals ? { approvals } : {}),
      ...(ask ? { ask } : {}),
    });
    return { ...driven, state, folder };
  } finally {
    journal.close();
  }
}

function durabilityIn({ ML_WORKFLOW_FSYNC: wanted }: NodeJS.ProcessEnv): Durability {
  if (wanted === undefined || wanted === '' || wanted === 'batched') return 'batched';
  if (wanted === 'each') return 'each';
  throw new RunError(`ML_WORKFLOW_FSYNC is \`${wanted}\`; it can be \`batched\` or \`each\``);
}

interface TargetsRequest {
  readonly plan: Plan;
  readonly stored: StoredTargets;
  readonly environment: NodeJS.ProcessEnv;
  readonly workspace: string;
  readonly podClock: PodClock | undefined;
  /** A target of this name may lack its settings: nothing, or nothing that succeeds, runs on it then. */
  readonly mayLack?: ((name: string) => boolean) | undefined;
  readonly beside?: Beside | undefined;
}

/** Rejects with a `RunError` when a target lacks a setting, before anything is made or paid. */
async function targetsOf(request: TargetsRequest): Promise<ReadonlyMap<string, Target>> {
  const { plan, stored, environment } = request;
  const targets = new Map<string, Target>([[builtinTarget, builtins]]);
  for (const [name, { slots }] of Object.entries(stored))
    targets.set(name, localTarget({ slots, environment }));
  // Only who has hosts pays for what reaches them.
  if (Object.keys(plan.targets ?? {}).length > 0)
    for (const [name, target] of await remoteTargets(request)) targets.set(name, target);
  return targets;
}

async function remoteTargets({
  plan,
  environment,
  workspace,
  podClock,
  mayLack,
  beside,
}: TargetsRequest): Promise<readonly (readonly [string, Target])[]> {
  const { remoteTarget } = await import('./targets/remote.ts');
  const { OwnKeyError } = await import('./targets/hosts/own-keys.ts');
  const { SettingError } = await import('./targets/hosts/setting.ts');
  const { unsetTarget } = await import('./targets/unset.ts');
  const shared = {
    ...{ plan, environment, workspace },
    ...(podClock ? { clock: podClock } : {}),
    ...(beside ? { beside } : {}),
  };
  // What runs write themselves is no change that somebody would miss on a host.
  const revision = () => revisionOf(workspace, [plan.results.file, '.ml-workflow']);
  return Object.entries(plan.targets ?? {}).map(([name, declared]) => {
    try {
      return [name, remoteTarget(declared, { name, revision, ...shared })] as const;
    } catch (error) {
      if (!(error instanceof SettingError)) throw error;
      if (error instanceof OwnKeyError || !mayLack?.(name)) throw new RunError(error.message);
      return [name, unsetTarget(error.message, environment)] as const;
    }
  });
}

/**
 * Ends the pods of a run that nobody drives any more, and writes that into its journal. `path`: absolute, of the run's
 * folder. Gives the names of those that may still cost money.
 */
export async function endLeftPods(
  path: string,
  environment: NodeJS.ProcessEnv,
  say: (text: string) => void,
  podClock?: PodClock,
): Promise<readonly string[]> {
  const workspace = dirname(dirname(dirname(path)));
  const found = findRunFolder(workspace, basename(path));
  if (!found?.plan.pods?.length) return [];
  const { folder, plan } = found;
  return await locked(folder, async () => {
    const read = readJournal(folder.journal);
    const state = stateFrom(plan, read.events, folder.journal);
    if (!costsOn(state)) return [];
    cutTornLine(folder.journal, read);
    const journal = openJournal(folder.journal, clock, { lastSeq: state.seq, durability: 'batched' });
    // Each by itself: what one of them lacks is no reason to leave the pods of another.
    const { remoteTarget } = await import('./targets/remote.ts');
    const declared = Object.entries(plan.targets ?? {}).filter(([, { kind }]) => kind === 'runpod');
    try {
      for (const [name, settings] of declared) {
        const shared = { name, plan, environment, workspace, ...(podClock ? { clock: podClock } : {}) };
        let target: Target;
        try {
          target = remoteTarget(settings, { ...shared, revision: () => revisionOf(workspace) });
        } catch (error) {
          say(error instanceof Error ? error.message : String(error));
          continue;
        }
        target.begin?.({
          ...{ state, run: folder.run, runDirectory: folder.path, workspace, clock, say },
          goesOn: false,
          hurry: new AbortController().signal,
          record: (facts) => {
            for (const event of journal.append(facts)) evolve(state, event);
          },
        });
        try {
          await target.settled?.();
        } finally {
          target.end?.();
        }
      }
    } finally {
      journal.close();
    }
    return [...state.pods.values()].filter(mayCost).map(({ name }) => name);
  });
}

/** What a live catalogue says of the pods that a plan may make; a sentence where it cannot be asked. */
export async function offersOf(plan: Plan, environment: NodeJS.ProcessEnv): Promise<readonly Offers[]> {
  const targets = Object.entries(plan.targets ?? {});
  if (targets.length === 0) return [];
  const { offersFor } = await import('./targets/pods/offers.ts');
  return await Promise.all(
    targets.flatMap(([name, target]) =>
      target.kind === 'runpod' ? [offersFor(name, target, environment)] : [],
    ),
  );
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
