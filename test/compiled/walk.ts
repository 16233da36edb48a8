/**
 * A chain through the jobs of its compiled workflow, without processes and files: each job, step and leg is what its part
 * of the action does, with a clock that runs on its own; which job runs is what its `needs` and `if` say in the YAML.
 */
import { parse } from 'yaml';
import { handOverOf, reachOfLeg } from '../../src/drivers/hand-over.ts';
import type { Part } from '../../src/drivers/local.ts';
import { joinedJournal, type PartJournal } from '../../src/drivers/parts.ts';
import { advance } from '../../src/engine/advance.ts';
import type { Fact, RunEvent } from '../../src/engine/event.ts';
import { evolve, fold } from '../../src/engine/evolve.ts';
import { planForLeg } from '../../src/engine/share-budget.ts';
import type { RunState } from '../../src/engine/state.ts';
import { concludeJob, type MatrixJob, planJob, type StretchJob } from '../../src/jobs/layout.ts';
import { workflowYaml } from '../../src/jobs/workflow-yaml.ts';
import { concludingPart } from '../../src/parts/ending.ts';
import { joiningPart, openingPart, stepPart } from '../../src/parts/opening.ts';
import type { Whole } from '../../src/parts/whole.ts';
import type { NodeId, Plan, UnitNode } from '../../src/plan/plan.ts';
import type { Outcome, Outcomes } from '../engine/rig.ts';

export interface Walked {
  readonly state: RunState;
  readonly events: readonly RunEvent[];
  /** The jobs that ran, legs as `m2[0]`. */
  readonly jobs: readonly string[];
}

/** Seconds until GitHub has a machine for a job. */
const startingJob = 20;

export function walk(whole: Whole, outcomes: Outcomes): Walked {
  return new Walk(whole, outcomes).run();
}

class Walk {
  readonly #whole: Whole;
  readonly #outcomes: Outcomes;
  readonly #conditions: ReadonlyMap<string, Condition>;
  readonly #outputs = new Map<string, { readonly next: string; readonly cells: readonly string[] }>();
  readonly #left: PartJournal[] = [];
  readonly #jobs: string[] = [];

  constructor(whole: Whole, outcomes: Outcomes) {
    this.#whole = whole;
    this.#outcomes = outcomes;
    this.#conditions = conditionsOf(whole);
  }

  run(): Walked {
    for (const job of this.#whole.layout.jobs) {
      const { needs, wants } = this.#conditions.get(job.id) ?? { needs: [], wants: [] };
      const nexts = needs.map((id) => this.#outputs.get(id)?.next);
      const isWanted = job.id === planJob || job.id === concludeJob || wants.some((id) => nexts.includes(id));
      if (!isWanted) continue;
      if (job.is === 'matrix') this.#matrix(job, needs);
      else {
        const machine = this.#stretch(job);
        if (job.id === concludeJob) return { state: machine.state, events: machine.events, jobs: this.#jobs };
      }
    }
    throw new Error('the layout has no last job');
  }

  #stretch(job: StretchJob): Machine {
    this.#jobs.push(job.id);
    const { plan, layout, owners } = this.#whole;
    const before = this.#restored();
    const machine = new Machine(plan, this.#outcomes, before, startingJob);
    machine.drive(
      job.id === planJob ? openingPart(this.#whole, job.id) : joiningPart(this.#whole, job.id, before),
    );
    const now = () => handOverOf(machine.state, layout, owners, job.id);
    // Its condition in the YAML is what `ready` is exported for.
    for (const { id } of job.steps)
      if (now().ready.includes(id)) machine.drive(stepPart(this.#whole, job.id, id));
    if (job.id === concludeJob) machine.drive(concludingPart(this.#whole, {}));
    this.#outputs.set(job.id, now());
    this.#leave(machine, job.id);
    return machine;
  }

  /** Legs on as many runners as the block allows. */
  #matrix(job: MatrixJob, needs: readonly string[]): void {
    const from = needs.find((id) => this.#outputs.get(id)?.next === job.id);
    const cells = this.#outputs.get(from ?? '')?.cells ?? [];
    // GitHub would fail the job: it has no values for its matrix.
    if (cells.length === 0) throw new Error(`${job.id} has no cells`);
    const { plan, owners } = this.#whole;
    const before = this.#restored();
    const own = planForLeg(plan, fold(plan, before), job.legs.length);
    const free = Array.from({ length: job.max ?? cells.length }, () => startingJob);
    for (const label of cells) {
      const leg = job.legs.findIndex((one) => one.label === label);
      if (leg < 0) throw new Error(`${job.id} has no leg ${label}`);
      this.#jobs.push(`${job.id}[${leg}]`);
      const runner = free.indexOf(Math.min(...free));
      const machine = new Machine(own, this.#outcomes, before, free[runner] ?? 0);
      machine.drive({ reach: reachOfLeg(plan, owners, job, leg), continues: false, settles: () => true });
      free[runner] = (free[runner] ?? 0) + machine.seconds + startingJob;
      this.#leave(machine, job.id, leg);
    }
  }

  #leave({ events, after }: Machine, job: string, leg?: number): void {
    const head = { schema: 1 as const, job, attempt: 1, epoch: 1, run: 'r', after, folder: job, events };
    this.#left.push(leg === undefined ? head : { ...head, leg });
  }

  /** As a fresh machine finds it. */
  #restored(): readonly RunEvent[] {
    const { plan, layout } = this.#whole;
    const order = layout.jobs.map(({ id }) => id);
    return this.#left.length === 0 ? [] : joinedJournal(plan, this.#left, order);
  }
}

/** One machine with the processes that run on it, one after the other. */
class Machine {
  readonly events: RunEvent[];
  readonly state: RunState;
  /** How many events it was given. */
  readonly after: number;
  readonly #plan: Plan;
  readonly #outcomes: Outcomes;
  readonly #began: number;
  #clock: number;

  /** `later`: seconds behind the last event. */
  constructor(plan: Plan, outcomes: Outcomes, before: readonly RunEvent[], later: number) {
    this.#plan = plan;
    this.#outcomes = outcomes;
    this.events = [...before];
    this.after = before.length;
    this.state = fold(plan, before);
    this.#began = (this.state.at || 1_000_000) + later * 1000;
    this.#clock = this.#began;
  }

  /** So far. */
  get seconds(): number {
    return (this.#clock - this.#began) / 1000;
  }

  /** One process of the action, as `drivePart` has it. */
  drive({ reach, continues, handOver }: Part): void {
    const { state } = this;
    if (state.seq === 0)
      this.#append({ type: 'run-started', schema: 2, run: 'r', workflow: this.#plan.name });
    else if (!continues && state.stopping?.by !== 'cancel') this.#append({ type: 'run-resumed' });
    if (state.running.size > 0) throw new Error(`running on no machine: ${[...state.running]}`);
    const running = new Map<NodeId, { readonly ends: number; readonly fact: Fact }>();
    for (;;) {
      const { facts, start, end, wake } = advance(state, () => Number.POSITIVE_INFINITY, this.#clock, reach);
      for (const { unit, attempt } of start) {
        const outcome = outcomeOf(this.#outcomes, unit, attempt);
        this.#append({ type: 'unit-started', node: unit.id, attempt, directory: `units/${unit.id}` });
        const ends = this.#clock + (outcome.seconds ?? 1) * 1000;
        running.set(unit.id, { ends, fact: factOf(unit.id, attempt, outcome) });
      }
      for (const fact of facts) this.#append(fact);
      const ended = end.filter((id) => running.delete(id));
      for (const id of ended)
        this.#append(factOf(id, state.nodes.get(id)?.attempt ?? 1, { is: 'failed', class: 'cancelled' }));
      if (facts.length + start.length + ended.length > 0) continue;
      const [next] = [...running].sort(([, a], [, b]) => a.ends - b.ends);
      const waits = next !== undefined || [...state.sleeping].some((node) => reach.has(node, 0, state));
      if (wake !== undefined && waits && (!next || wake < next[1].ends)) {
        this.#clock = Math.max(this.#clock, wake);
        continue;
      }
      if (next) {
        running.delete(next[0]);
        this.#clock = Math.max(this.#clock, next[1].ends);
        this.#append(next[1].fact);
        continue;
      }
      if (state.conclusion) return;
      const last = handOver?.(state) ?? [];
      if (last.length === 0) return;
      for (const fact of last) this.#append(fact);
    }
  }

  #append(fact: Fact): void {
    const event = {
      seq: this.events.length + 1,
      at: new Date(this.#clock).toISOString(),
      ...fact,
    } as RunEvent;
    const stored = JSON.parse(JSON.stringify(event)) as RunEvent;
    this.events.push(stored);
    evolve(this.state, stored);
  }
}

function outcomeOf(outcomes: Outcomes, unit: UnitNode, attempt: number): Outcome {
  return unit.command === 'continue' ? { is: 'succeeded', seconds: 0 } : outcomes(unit, attempt);
}

function factOf(node: NodeId, attempt: number, outcome: Outcome): Fact {
  const seconds = outcome.seconds ?? 1;
  if (outcome.is === 'succeeded')
    return { type: 'unit-succeeded', node, attempt, seconds, metrics: {}, values: {}, ...outcome.result };
  const cause = outcome.class ?? 'exit-1';
  const message = `ended as ${cause}`;
  return { type: 'unit-failed', node, attempt, seconds, class: cause, message, tail: [] };
}

interface Condition {
  readonly needs: readonly string[];
  /** It runs when a job that it needs has handed over to one of these. */
  readonly wants: readonly string[];
}

const known = new WeakMap<Whole, ReadonlyMap<string, Condition>>();

function conditionsOf(whole: Whole): ReadonlyMap<string, Condition> {
  const found = known.get(whole) ?? readConditions(whole);
  known.set(whole, found);
  return found;
}

/** Of the file that GitHub reads, and not of the layout it was made from. */
function readConditions({ plan, layout }: Whole): ReadonlyMap<string, Condition> {
  const text = workflowYaml(layout, plan, {
    ...{
      name: plan.name,
      file: 'workflows/x.yml',
      source: 'workflows/x.yml',
      sources: '0'.repeat(64),
      on: {},
    },
    ...{
      action: { repository: 'o/r', ref: 'v1' },
      hasParameters: false,
      runsOn: 'ubuntu-latest',
      isHosted: true,
    },
  });
  const { jobs } = parse(text) as { jobs: Record<string, { needs?: string[]; if?: string }> };
  return new Map(
    Object.entries(jobs).map(([id, job]) => [
      id,
      {
        needs: job.needs ?? [],
        wants: [...(job.if ?? '').matchAll(/contains\(needs\.\*\.outputs\.next, '(\w+)'\)/g)].map(
          ([, wanted = '']) => wanted,
        ),
      },
    ]),
  );
}
