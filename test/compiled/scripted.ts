/**
 * Compiled workflows without processes and files: the mini runner leads through the YAML, and each step does what its part
 * of the action does, with the parts' own code over a journal in memory. What a unit gives is written in a script.
 */
import { setMaxListeners } from 'node:events';
import { fileURLToPath } from 'node:url';
import { builtins } from '../../src/builtins/target.ts';
import { handOverOf, reachOfLeg, verdictOf, verdictOfStep } from '../../src/drivers/hand-over.ts';
import { drive, drivePart, type Part } from '../../src/drivers/local.ts';
import {
  epochOf,
  joinedJournal,
  type PartHead,
  type PartJournal,
  parsePartName,
  partName,
} from '../../src/drivers/parts.ts';
import type { Fact, RunEvent } from '../../src/engine/event.ts';
import { fold } from '../../src/engine/evolve.ts';
import { reopenFailed } from '../../src/engine/reopen-failed.ts';
import { planForLeg } from '../../src/engine/share-budget.ts';
import { builtinTarget, type RunState } from '../../src/engine/state.ts';
import { exitCodeOf, exitCodes } from '../../src/exit-codes.ts';
import { concludeJob, planJob } from '../../src/jobs/layout.ts';
import { workflowYaml } from '../../src/jobs/workflow-yaml.ts';
import { printDiagnostic } from '../../src/language/print-diagnostic.ts';
import { journalFor, partsFor } from '../../src/parts/earlier.ts';
import { concludingPart } from '../../src/parts/ending.ts';
import type { Results } from '../../src/parts/inputs.ts';
import { joiningAtEnd, joiningPart, openingPart, stepPart } from '../../src/parts/opening.ts';
import { variablesOf } from '../../src/parts/tell.ts';
import { isComplete, jobOf, type Whole, wholeOf } from '../../src/parts/whole.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Clock, Journal, Target, UnitOutcome } from '../../src/ports.ts';
import { prepare } from '../../src/prepare.ts';
import { projectWith } from '../drivers/rig.ts';
import type { RigGitHub } from '../rig/github.ts';
import {
  type Performed,
  type PerformedAt,
  type RerunOptions,
  runWorkflow,
  type WorkflowOptions,
  type WorkflowRun,
} from '../rig/workflow.ts';
import { temporaryFolder } from '../targets/rig.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What a unit gives: metrics, a failure of that class, or what happens in it: its machine goes, its process is killed, the
 * run is cancelled.
 */
export type Given =
  | { readonly is: 'ok'; readonly metrics?: Readonly<Record<string, number>> }
  | { readonly is: 'fail'; readonly class?: string }
  | { readonly is: 'lost' }
  | { readonly is: 'cancel' };

export const ok = (metrics?: Readonly<Record<string, number>>): Given =>
  metrics === undefined ? { is: 'ok' } : { is: 'ok', metrics };
export const fail: Given = { is: 'fail' };
export const lost: Given = { is: 'lost' };
export const cancel: Given = { is: 'cancel' };

/** By the unit's title; `ok` where there is none. */
export type Script = Readonly<Record<string, Given>>;

export interface Compiled {
  readonly plan: Plan;
  readonly whole: Whole;
  readonly yaml: string;
}

/** `files`: of the project. Throws what is wrong with them. */
export function compiled(name: string, files: Readonly<Record<string, string>>): Compiled {
  const folder = projectWith({ ...files });
  const file = `workflows/${name}.yml`;
  const wanted = { is: 'workflow', reference: file } as const;
  const { plan, diagnostics, sources } = prepare({
    wanted,
    folder,
    shownFrom: folder,
    given: [],
    jobs: true,
  });
  if (!plan || sources === undefined)
    throw new Error(diagnostics.map((diagnostic) => printDiagnostic(diagnostic)).join('\n'));
  const whole = wholeOf(plan);
  const yaml = workflowYaml(whole.layout, plan, {
    ...{ name, file, source: file, sources, on: {}, hasParameters: false },
    ...{ action: { repository: 'moola/ml-workflow', ref: 'v1' }, runsOn: 'ubuntu-latest', isHosted: true },
  });
  return { plan, whole, yaml };
}

export interface Ended {
  readonly state: RunState;
  readonly events: readonly RunEvent[];
  /** Titles of the units that were started, in that order; of built-in ones only those of the script. */
  readonly started: readonly string[];
}

/** The same chain with the same outcomes in one process, as on a command line. */
export async function locally({ plan }: Compiled, script: Script): Promise<Ended> {
  const asked = new AbortController();
  const events: RunEvent[] = [];
  const state = fold(plan, []);
  const world: World = { script, cancelRun: () => asked.abort('SIGINT'), started: [] };
  await drive({ ...drivingOf(world, plan, events, state), signals: { first: asked.signal, second: never } });
  return { state, events, started: world.started };
}

export interface ScriptedRun {
  readonly run: WorkflowRun;
  /** As `conclude` had it at its end. */
  readonly state: RunState;
  /** In this attempt. */
  readonly started: readonly string[];
  rerunFailed(script?: Script): Promise<ScriptedRun>;
  rerunAll(script?: Script): Promise<ScriptedRun>;
}

/** `github`: shared by runs, only its contexts are asked. */
export async function onGitHub(
  { plan, whole, yaml }: Compiled,
  script: Script,
  github: RigGitHub,
  more: Partial<WorkflowOptions> = {},
): Promise<ScriptedRun> {
  const machines = new Machines(plan, whole);
  let turn = machines.turn(script);
  const ended = (run: WorkflowRun): ScriptedRun => {
    const { state, world } = turn;
    if (!state) throw new Error(`nothing was concluded: ${JSON.stringify(run.jobs, null, 1)}`);
    const again = (kind: 'rerunFailed' | 'rerunAll') => async (other?: Script) => {
      turn = machines.turn(other ?? script);
      const options: RerunOptions = { signal: turn.cancelled.signal };
      return ended(await run[kind](options));
    };
    return {
      run,
      state,
      started: world.started,
      rerunFailed: again('rerunFailed'),
      rerunAll: again('rerunAll'),
    };
  };
  const first = await runWorkflow({
    ...{ workflow: yaml, event: { name: 'workflow_dispatch', payload: {} }, github },
    ...{ actions: { 'moola/ml-workflow': root }, token: 'none', runners: 2 },
    ...{ sha: '0'.repeat(40), ref: 'refs/heads/main' },
    ...{ signal: turn.cancelled.signal, perform: (at) => turn.perform(at) },
    ...more,
  });
  return ended(first);
}

interface World {
  readonly script: Script;
  readonly cancelRun: () => void;
  readonly started: string[];
}

interface Machine {
  readonly head: Omit<PartHead, 'complete'>;
  /** A leg has its own share of budgets. */
  readonly plan: Plan;
  readonly events: RunEvent[];
  readonly lose: () => void;
  readonly isLost: Promise<'runner-lost'>;
}

interface Turn {
  readonly world: World;
  readonly cancelled: AbortController;
  state: RunState | undefined;
  perform(at: PerformedAt): Promise<Performed>;
}

/** The machines of a run's jobs, and what they leave: all attempts share what is left. */
class Machines {
  readonly #plan: Plan;
  readonly #whole: Whole;
  readonly #order: readonly string[];
  readonly #left = new Map<string, PartJournal>();

  constructor(plan: Plan, whole: Whole) {
    this.#plan = plan;
    this.#whole = whole;
    this.#order = whole.layout.jobs.map(({ id }) => id);
  }

  turn(script: Script): Turn {
    const cancelled = new AbortController();
    const world: World = { script, cancelRun: () => cancelled.abort('cancelled'), started: [] };
    const machines = new Map<string, Machine>();
    const turn: Turn = {
      ...{ world, cancelled, state: undefined },
      perform: async (at) => {
        const key = `${at.job} ${at.index}`;
        const part = /\/([a-z]+)@/.exec(at.uses)?.[1] ?? '';
        if (at.stage === 'post') return this.#leave(machines.get(key));
        const opened = part === 'open' || part === 'cell' ? this.#open(at) : machines.get(key);
        if (!opened) throw new Error(`${at.job}: this job was not opened`);
        machines.set(key, opened);
        const state = fold(opened.plan, opened.events);
        const performed = this.#perform(part, at, opened, state, world);
        const done = await Promise.race([performed, opened.isLost]);
        if (part === 'conclude') turn.state = state;
        return done;
      },
    };
    return turn;
  }

  async #perform(
    part: string,
    at: PerformedAt,
    machine: Machine,
    state: RunState,
    world: World,
  ): Promise<Performed> {
    const drive = async (own: Part) => {
      const driving = drivingOf(world, machine.plan, machine.events, state, machine);
      const signals = { first: at.signal, second: never };
      return await drivePart({ ...driving, signals, part: own });
    };
    const { job } = machine.head;
    const { layout, owners } = this.#whole;
    const env = () => variablesOf(handOverOf(state, layout, owners, job));
    switch (part) {
      case 'open': {
        await drive(this.#openingOf(job, machine.events, at));
        return { exitCode: exitCodes.done, env: env() };
      }
      case 'step': {
        const own = jobOf(this.#whole, job);
        const step = own.is === 'stretch' && own.steps.find(({ id }) => id === at.inputs.get('step'));
        if (!step) throw new Error(`no step ${at.inputs.get('step')}`);
        // The rig has asked the condition, so that this only refuses where they disagree.
        if (!handOverOf(state, layout, owners, job).ready.includes(step.id))
          throw new Error(`${step.name}: not its turn`);
        await drive(stepPart(this.#whole, job, step.id));
        const { is } = verdictOfStep(state, step);
        return { exitCode: is === 'unhandled' ? exitCodes.failed : exitCodes.done, env: env() };
      }
      case 'cell': {
        const own = jobOf(this.#whole, job);
        const leg = machine.head.leg ?? 0;
        if (own.is !== 'matrix') throw new Error(`${job} is no matrix`);
        const reach = reachOfLeg(machine.plan, owners, own, leg);
        await drive({ reach, continues: false, settles: () => true });
        const { is } = verdictOf(state, own.legs[leg]?.branches ?? []);
        return { exitCode: is === 'unhandled' ? exitCodes.failed : exitCodes.done };
      }
      case 'conclude': {
        const { conclusion } = await drive(concludingPart(this.#whole, needsOf(at)));
        if (!conclusion) throw new Error('no conclusion');
        return { exitCode: conclusion.decision === 'waiting' ? 0 : exitCodeOf(conclusion.decision) };
      }
      default:
        throw new Error(`no part ${part}`);
    }
  }

  #openingOf(job: string, events: readonly RunEvent[], at: PerformedAt): Part {
    if (job === planJob) return openingPart(this.#whole, job);
    return job === concludeJob
      ? joiningAtEnd(this.#whole, [...events], needsOf(at))
      : joiningPart(this.#whole, job, [...events]);
  }

  #open(at: PerformedAt): Machine {
    const { attempt } = at;
    const id = at.inputs.get('job') ?? '';
    const names = [...this.#left.keys()];
    const newest = names
      .map(parsePartName)
      .filter((name) => name?.job === planJob)
      .map((name) => name?.attempt ?? 0);
    const planned = this.#left.get(partName({ job: planJob, attempt: Math.max(0, ...newest) }));
    if (id === planJob) {
      const again = planned && epochOf(attempt, [planned]) === planned.epoch ? planned : undefined;
      const events = again ? reopenFailed(this.#plan, joinedJournal(this.#plan, [again], this.#order)) : [];
      const head = { job: id, attempt, epoch: again?.epoch ?? attempt, after: again?.after ?? 0 };
      return machineOf(head, this.#plan, events);
    }
    if (!planned) throw new Error('there is no run to go on with');
    const job = jobOf(this.#whole, id);
    const label = at.inputs.get('leg');
    const leg = job.is === 'matrix' ? job.legs.findIndex((one) => one.label === label) : undefined;
    if (leg === -1) throw new Error(`no leg ${label}`);
    const beginning = { order: this.#order, job, leg };
    const parts = [planned, ...partsFor(names, planned.epoch, beginning).map((name) => this.#partOf(name))];
    const restored = joinedJournal(this.#plan, parts, this.#order);
    const { events, after } = journalFor(this.#plan, restored, parts, beginning);
    const plan =
      job.is === 'matrix' ? planForLeg(this.#plan, fold(this.#plan, events), job.legs.length) : this.#plan;
    const { epoch } = planned;
    return machineOf({ job: id, ...(leg === undefined ? {} : { leg }), attempt, epoch, after }, plan, events);
  }

  #partOf(name: string): PartJournal {
    const part = this.#left.get(name);
    if (!part) throw new Error(`no part ${name}`);
    return part;
  }

  #leave(machine: Machine | undefined): Performed {
    if (!machine) return { exitCode: exitCodes.done };
    const { head, plan, events } = machine;
    const isDone = isComplete(fold(plan, events), this.#whole, head.job);
    const name = partName(head);
    if (this.#left.has(name)) throw new Error(`409: ${name} is there already`);
    this.#left.set(name, {
      ...head,
      ...(isDone ? { complete: true as const } : {}),
      folder: name,
      events: JSON.parse(JSON.stringify(events)) as RunEvent[],
    });
    return { exitCode: exitCodes.done };
  }
}

function needsOf(at: PerformedAt): Results {
  const needs = JSON.parse(at.inputs.get('needs') ?? '') as Record<
    string,
    { result: NonNullable<Results[string]> }
  >;
  return Object.fromEntries(Object.entries(needs).map(([id, { result }]) => [id, result]));
}

function machineOf(
  head: Omit<PartHead, 'schema' | 'run' | 'complete'>,
  plan: Plan,
  events: readonly RunEvent[],
): Machine {
  let lose = () => {};
  const isLost = new Promise<'runner-lost'>((resolve) => {
    lose = () => resolve('runner-lost');
  });
  return { head: { schema: 1, run: 'r', ...head }, plan, events: [...events], lose, isLost };
}

const never = new AbortController().signal;
// Every process of a run listens to it.
setMaxListeners(0, never);

const clock: Clock = {
  now: () => new Date().toISOString(),
  after(milliseconds, action) {
    const timer = setTimeout(action, Math.min(milliseconds, 2 ** 31 - 1));
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Built-ins that aggregate and select write into it. */
let folder: string | undefined;

function drivingOf(world: World, plan: Plan, events: RunEvent[], state: RunState, machine?: Machine) {
  folder ??= temporaryFolder();
  const scripted = scriptedTarget(world, machine);
  const names = new Set(['local', ...Object.keys(plan.targets ?? {})]);
  return {
    ...{ state, clock, reporters: [], run: 'r', runDirectory: folder, workspace: folder },
    journal: journalIn(events),
    targets: new Map<string, Target>([
      [builtinTarget, scripted],
      ...[...names].map((name) => [name, scripted] as const),
    ]),
  };
}

function journalIn(events: RunEvent[]): Journal {
  return {
    append(facts: readonly Fact[]) {
      const added = facts.map((fact, index) => ({
        seq: events.length + index + 1,
        at: clock.now(),
        ...fact,
      }));
      const read = JSON.parse(JSON.stringify(added)) as RunEvent[];
      events.push(...read);
      return read;
    },
    close() {},
  };
}

function scriptedTarget(world: World, machine: Machine | undefined): Target {
  return {
    slots: Number.POSITIVE_INFINITY,
    usesDirectory: (command) => command.is === 'builtin' && (builtins.usesDirectory?.(command) ?? true),
    async run(request, watch): Promise<UnitOutcome> {
      const { title } = request.unit;
      const given = world.script[title];
      if (request.command.is !== 'builtin' || given) world.started.push(title);
      switch (given?.is) {
        case 'fail':
          return failedAs(given.class ?? 'exit-1');
        case 'lost':
          if (!machine) return failedAs('lost');
          machine.lose();
          return await new Promise<never>(() => {});
        case 'cancel': {
          // A cancel from within a start would come behind it.
          await new Promise((resolve) => setImmediate(resolve));
          world.cancelRun();
          if (watch.signal.aborted) return failedAs('cancelled');
          break; // A first cancel does not reach what stands in `finally`.
        }
        default:
      }
      if (request.command.is === 'builtin') return await builtins.run(request, watch);
      const metrics = given?.is === 'ok' ? (given.metrics ?? {}) : {};
      const [primary] = Object.keys(metrics);
      const result = { seconds: 1, metrics, values: {}, ...(primary === undefined ? {} : { primary }) };
      return { is: 'succeeded', result };
    },
  };
}

function failedAs(cause: string): UnitOutcome {
  return { is: 'failed', seconds: 1, class: cause, message: `ended as ${cause}`, tail: [] };
}
