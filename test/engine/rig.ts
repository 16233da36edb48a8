/** Runs the engine without a world: plans from chain text, outcomes from a function, time from a counter. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { advance } from '../../src/engine/advance.ts';
import type { Fact, RunEvent, UnitResult } from '../../src/engine/event.ts';
import { evolve, fold } from '../../src/engine/evolve.ts';
import type { RunState } from '../../src/engine/state.ts';
import { printDiagnostic } from '../../src/language/print-diagnostic.ts';
import { sourceOf } from '../../src/language/source.ts';
import { planChain } from '../../src/plan/lower.ts';
import type { NodeId, Plan, UnitNode } from '../../src/plan/plan.ts';
import { load } from '../../src/project/load.ts';

const projectFile = `
axes: { sigma: { flag: --sigma } }
metrics:
  accuracy: { unit: fraction, aliases: [acc] }
  loss: { better: lower }
commands:
  train: { run: 'train "$@"', metrics: [{ json: $ML_RUN_DIR/m.json, fields: [accuracy, loss] }] }
  measure: { run: m, metrics: [{ json: $ML_RUN_DIR/m.json, fields: [accuracy, loss] }] }
  say: { run: 'say "$@"' }
  deploy: { run: d, deploys: production }
  a: { run: a }
  b: { run: b }
  c: { run: c }
  z: { run: z }
  whole: { chain: "/a → /b\\non_failure → /c\\nfinally → /z" }
  patient: { chain: "/a\\non_failure → (/wait:60 → /c)" }
  asking: { chain: "/measure → /require:acc>0.3 → /b\\non_failure → (/c → /a)\\nfinally → retry:1 → /z" }
`;

/** Undefined when the chain has errors; they are thrown when it has to be right. */
export function planOf(chain: string, mustBeRight?: true): Plan;
export function planOf(chain: string, mustBeRight: boolean): Plan | undefined;
export function planOf(chain: string, mustBeRight = true): Plan | undefined {
  const chained = sourceOf('<chain>', `/continue → ${chain}`);
  const { plan, diagnostics } = planChain(project, { name: 'chain', chain: chained, params: [], given: [] });
  if (!plan && mustBeRight)
    throw new Error(
      diagnostics
        .sorted()
        .map((one) => printDiagnostic(one))
        .join('\n'),
    );
  return plan;
}

const project = readProject();

function readProject() {
  const folder = mkdtempSync(join(tmpdir(), 'ml-engine-'));
  try {
    writeFileSync(join(folder, 'ml-workflow.yml'), projectFile);
    const wanted = { is: 'chain', source: sourceOf('<chain>', '/continue') } as const;
    return load(folder, folder, wanted).project;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export type Outcome =
  | { readonly is: 'succeeded'; readonly result?: Partial<UnitResult>; readonly seconds?: number }
  | { readonly is: 'failed'; readonly class?: string; readonly seconds?: number };

/** What a unit gives; by its title where that is enough. `attempt`: from 1. */
export type Outcomes = (unit: UnitNode, attempt: number) => Outcome;

export const measured = (accuracy: number, more: Partial<UnitResult> = {}): Outcome => ({
  is: 'succeeded',
  result: { metrics: { accuracy, loss: 1 }, primary: 'accuracy', ...more },
});
export const failed = (cause = 'exit-1', seconds = 1): Outcome => ({ is: 'failed', class: cause, seconds });
export const lasting = (seconds: number): Outcome => ({ is: 'succeeded', seconds });

/** By title; of several, the one for the attempt, the last one for all that come after. */
export function outcomes(table: Readonly<Record<string, Outcome | readonly Outcome[]>>): Outcomes {
  return ({ title }, attempt) => {
    const found = table[title] ?? { is: 'succeeded' };
    if (!('length' in found)) return found;
    return found[attempt - 1] ?? found.at(-1) ?? { is: 'succeeded' };
  };
}

/** The journal with its numbers and times. */
export function journalOf(facts: readonly Fact[], from = 0, at?: number): RunEvent[] {
  return facts.map((fact, index) => {
    const seq = from + index + 1;
    return { seq, at: new Date(at ?? seq * 1000).toISOString(), ...fact };
  });
}

export interface Play {
  readonly outcomes: Outcomes;
  /** Which of the running units ends next; the one whose time is over first when absent. */
  readonly next?: (running: readonly NodeId[]) => NodeId | undefined;
  /** Slots of each target. */
  readonly slots?: number;
  /** A run that goes on. */
  readonly journal?: readonly RunEvent[];
  /** Cancels once the journal has so many events; a second number cancels again. */
  readonly cancelAt?: number | readonly number[];
  /** What happens outside when that has happened: facts that are written down at once. */
  readonly react?: (event: RunEvent, state: RunState) => readonly Fact[];
  /** Called after every event. */
  readonly watch?: (state: RunState, event: RunEvent) => void;
  readonly begin?: (plan: Plan, journal: readonly RunEvent[]) => RunState;
  /** What people say when they are asked; nobody answers when absent. */
  readonly approve?: (label: string) => boolean;
  /** Facts that a resumed or prepared run begins with, behind `run-started`. */
  readonly first?: readonly Fact[];
}

export interface Played {
  readonly state: RunState;
  readonly events: readonly RunEvent[];
  /** Titles of the units, in the order they started. */
  readonly started: readonly string[];
  readonly mostAtOnce: number;
  /** Seconds on the clock that no one waited for. */
  readonly seconds: number;
}

/** What a driver does, without doing anything. Every event passes through JSON, as it does on its way to disk and back. */
export function play(plan: Plan, options: Play): Played {
  return new Player(plan, options).run();
}

const began = 1_000_000;

class Player {
  readonly #options: Play;
  readonly #events: RunEvent[];
  readonly #state: RunState;
  readonly #started: string[] = [];
  /** Units that run, with the time at which they end. */
  readonly #running = new Map<NodeId, number>();
  #clock: number;
  #mostAtOnce = 0;
  #cancels: readonly number[];

  constructor(plan: Plan, options: Play) {
    this.#options = options;
    this.#events = [...(options.journal ?? [])];
    this.#state = (options.begin ?? fold)(plan, this.#events);
    this.#clock = Date.parse(this.#events.at(-1)?.at ?? new Date(began).toISOString());
    const { cancelAt = [] } = options;
    this.#cancels = typeof cancelAt === 'number' ? [cancelAt] : cancelAt;
    for (const id of this.#state.running) {
      const own = this.#state.nodes.get(id);
      this.#running.set(id, Date.parse(own?.startedAt ?? '') + this.#seconds(id) * 1000);
    }
  }

  run(): Played {
    const state = this.#state;
    if (this.#events.length === 0) {
      this.#append({ type: 'run-started', schema: 2, run: 'r', workflow: state.plan.name });
      for (const fact of this.#options.first ?? []) this.#append(fact);
    }
    for (;;) {
      this.#cancel();
      // Somebody who is there answers at once; the run need not be put down.
      if (!state.conclusion && this.#approve()) continue;
      const { facts, start, end, wake } = advance(state, () => this.#room(), this.#clock);
      for (const { unit, attempt } of start) this.#start(unit.id, attempt, unit.title);
      for (const fact of facts) this.#append(fact);
      if (state.conclusion) break;
      const ended = end.filter((id) => this.#running.delete(id));
      for (const id of ended) this.#append(outcomeOf(id, this.#attempt(id), failed('cancelled')));
      if (facts.length + start.length + ended.length > 0) continue;
      this.#passTime(wake);
    }
    const { length } = this.#started;
    return {
      state,
      events: this.#events,
      started: this.#started.slice(0, length),
      mostAtOnce: this.#mostAtOnce,
      seconds: (this.#clock - began) / 1000,
    };
  }

  #room(): number {
    return (this.#options.slots ?? Number.POSITIVE_INFINITY) - this.#running.size;
  }

  #cancel(): void {
    const [at] = this.#cancels;
    if (at === undefined || this.#events.length < at || this.#state.conclusion) return;
    this.#cancels = this.#cancels.slice(1);
    this.#append({ type: 'cancel-requested', by: 'SIGINT' });
  }

  #start(node: NodeId, attempt: number, title: string): void {
    this.#append({ type: 'unit-started', node, attempt, directory: `units/${node}` });
    this.#running.set(node, this.#clock + this.#seconds(node) * 1000);
    this.#started.push(title);
    this.#mostAtOnce = Math.max(this.#mostAtOnce, this.#running.size);
  }

  #approve(): boolean {
    const { approve } = this.#options;
    const [node] = this.#state.asked;
    const asked = node === undefined ? undefined : this.#state.byId.get(node);
    if (!approve || asked?.kind !== 'approval') return false;
    this.#append({ type: 'approval-given', node: asked.id, approved: approve(asked.label), by: 'ada' });
    return true;
  }

  /** To the end of the next unit, or to the time at which something follows by itself. */
  #passTime(wake: number | undefined): void {
    const { next } = this.#options;
    const [first] = [...this.#running].sort(([, a], [, b]) => a - b);
    const id = next ? next([...this.#running.keys()]) : first?.[0];
    const ends = id === undefined ? undefined : next ? this.#clock + 1000 : this.#running.get(id);
    if (wake !== undefined && (ends === undefined || wake < ends)) {
      this.#clock = Math.max(this.#clock, wake);
      return;
    }
    if (id === undefined || ends === undefined) throw new Error('nothing runs and there is no conclusion');
    this.#clock = Math.max(this.#clock, ends);
    this.#running.delete(id);
    this.#append(outcomeOf(id, this.#attempt(id), this.#outcome(id)));
  }

  #seconds(id: NodeId): number {
    return this.#outcome(id).seconds ?? 1;
  }

  #outcome(id: NodeId): Outcome {
    const unit = this.#state.byId.get(id);
    if (unit?.kind !== 'unit') throw new Error(`${id} is no unit`);
    // Built-in: it takes no time.
    if (unit.command === 'continue') return { is: 'succeeded', seconds: 0 };
    return this.#options.outcomes(unit, this.#attempt(id));
  }

  #attempt(id: NodeId): number {
    return this.#state.nodes.get(id)?.attempt ?? 1;
  }

  #append(fact: Fact): void {
    const [event] = JSON.parse(
      JSON.stringify(journalOf([fact], this.#events.length, this.#clock)),
    ) as RunEvent[];
    if (!event) throw new Error('no event');
    this.#events.push(event);
    evolve(this.#state, event);
    this.#options.watch?.(this.#state, event);
    for (const more of this.#options.react?.(event, this.#state) ?? []) this.#append(more);
  }
}

function outcomeOf(node: NodeId, attempt: number, outcome: Outcome): Fact {
  const seconds = outcome.seconds ?? 1;
  if (outcome.is === 'succeeded')
    return { type: 'unit-succeeded', node, attempt, seconds, metrics: {}, values: {}, ...outcome.result };
  const cause = outcome.class ?? 'exit-1';
  return {
    type: 'unit-failed',
    node,
    attempt,
    seconds,
    class: cause,
    message: `ended as ${cause}`,
    tail: [],
  };
}
