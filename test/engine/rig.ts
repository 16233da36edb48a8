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
  | { readonly is: 'succeeded'; readonly result?: Partial<UnitResult> }
  | { readonly is: 'failed'; readonly class?: string };

/** What a unit gives; by its title where that is enough. */
export type Outcomes = (unit: UnitNode) => Outcome;

export const measured = (accuracy: number): Outcome => ({
  is: 'succeeded',
  result: { metrics: { accuracy, loss: 1 }, primary: 'accuracy' },
});
export const failed = (cause = 'exit-1'): Outcome => ({ is: 'failed', class: cause });

export function outcomes(table: Readonly<Record<string, Outcome>>): Outcomes {
  return (unit) => table[unit.title] ?? { is: 'succeeded' };
}

/** The journal with its numbers and times. */
export function journalOf(facts: readonly Fact[], from = 0): RunEvent[] {
  return facts.map((fact, index) => {
    const seq = from + index + 1;
    return { seq, at: new Date(seq * 1000).toISOString(), ...fact };
  });
}

export interface Play {
  readonly outcomes: Outcomes;
  /** Which of the running units ends next; the first to have started when absent. */
  readonly next?: (running: readonly NodeId[]) => NodeId | undefined;
  /** Slots of each target. */
  readonly slots?: number;
  /** A run that goes on. */
  readonly journal?: readonly RunEvent[];
  /** Cancels once the journal has so many events. */
  readonly cancelAt?: number;
  /** Called after every event. */
  readonly watch?: (state: RunState, event: RunEvent) => void;
  readonly begin?: (plan: Plan, journal: readonly RunEvent[]) => RunState;
}

export interface Played {
  readonly state: RunState;
  readonly events: readonly RunEvent[];
  /** Titles of the units, in the order they started. */
  readonly started: readonly string[];
  readonly mostAtOnce: number;
}

/** What a driver does, without doing anything. Every event passes through JSON, as it does on its way to disk and back. */
export function play(plan: Plan, options: Play): Played {
  const events: RunEvent[] = [...(options.journal ?? [])];
  const state = (options.begin ?? fold)(plan, events);
  const started: string[] = [];
  const running = new Set<NodeId>(state.running);
  let mostAtOnce = 0;
  const append = (fact: Fact) => {
    const [event] = JSON.parse(JSON.stringify(journalOf([fact], events.length))) as RunEvent[];
    if (!event) throw new Error('no event');
    events.push(event);
    evolve(state, event);
    options.watch?.(state, event);
  };
  if (events.length === 0) append({ type: 'run-started', schema: 1, run: 'r', workflow: plan.name });
  for (;;) {
    if (
      options.cancelAt !== undefined &&
      events.length >= options.cancelAt &&
      !state.stopping &&
      !state.conclusion
    )
      append({ type: 'cancel-requested', by: 'SIGINT' });
    const { facts, start } = advance(state, () => (options.slots ?? Number.POSITIVE_INFINITY) - running.size);
    for (const { unit, attempt } of start) {
      append({ type: 'unit-started', node: unit.id, attempt, directory: `units/${unit.id}` });
      running.add(unit.id);
      started.push(unit.title);
    }
    mostAtOnce = Math.max(mostAtOnce, running.size);
    for (const fact of facts) append(fact);
    if (state.conclusion) return { state, events, started, mostAtOnce };
    if (facts.length > 0 || start.length > 0) continue;
    const [first] = running;
    const id = options.next ? options.next([...running]) : first;
    if (id === undefined) throw new Error('nothing runs and there is no conclusion');
    running.delete(id);
    append(ended(state, id, options));
  }
}

function ended(state: RunState, node: NodeId, options: Play): Fact {
  const unit = state.byId.get(node);
  if (unit?.kind !== 'unit') throw new Error(`${node} is no unit`);
  const attempt = state.nodes.get(node)?.attempt ?? 1;
  const outcome: Outcome =
    state.stopping?.by === 'cancel' ? { is: 'failed', class: 'cancelled' } : options.outcomes(unit);
  if (outcome.is === 'succeeded')
    return { type: 'unit-succeeded', node, attempt, seconds: 1, metrics: {}, values: {}, ...outcome.result };
  const cause = outcome.class ?? 'exit-1';
  return {
    type: 'unit-failed',
    node,
    attempt,
    seconds: 1,
    class: cause,
    message: `ended as ${cause}`,
    tail: [],
  };
}
