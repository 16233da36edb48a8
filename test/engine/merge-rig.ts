/** Runs parts of a chain as several machines do, each with a journal and a clock of its own; and random chains for it. */
import { advance, type Reach } from '../../src/engine/advance.ts';
import type { Fact, RunEvent } from '../../src/engine/event.ts';
import { evolve, fold } from '../../src/engine/evolve.ts';
import type { RunState } from '../../src/engine/state.ts';
import { childrenOf, type NodeId, type ParallelNode, type Plan } from '../../src/plan/plan.ts';
import type { Outcome, Outcomes } from './rig.ts';

/** mulberry32 */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function hash(text: string): number {
  let value = 2166136261;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  return value >>> 0;
}

export function randomSequence(next: () => number, depth: number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  const sequence = (below: number): string =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, () => element(below)).join(' → ');
  const simple = ['unit', 'unit', 'unit', 'gate', 'wait'];
  const nested = [
    ...['parallel', 'group', 'logical', 'closed', 'try', 'try', 'retry', 'retry', 'repeat', 'timeout'],
    ...['fork', 'case', 'status', 'approve', 'call'],
  ];
  const element = (below: number): string => {
    const inner = () => sequence(below - 1);
    switch (pick(below > 0 ? [...simple, ...nested] : simple)) {
      case 'gate':
        return `/measure → ${pick(['/require:acc>0.2', '$m=<result> → /say $m', '/require:acc>0.1'])}`;
      case 'wait':
        return pick(['/wait:30', '/a']);
      case 'call':
        return pick(['/whole', '/asking']);
      case 'approve':
        return pick(['/approve:x', '/b']);
      case 'parallel':
        return `parallel${pick(['', ':max=1', ':min=1'])}[(${inner()}) | (${inner()})]`;
      case 'group':
        return `(${inner()})`;
      case 'logical':
        return `(${inner()}) ${pick(['&&', '||'])} (${inner()})`;
      case 'closed':
        return `/measure → /if:acc>0.5 → ${inner()}${pick(['', ` → /else → ${inner()}`])} → /end`;
      case 'status':
        return `(${inner()} → /if:${pick(['success', 'failure'])} → ${inner()} → /else → /c → /end)`;
      case 'try':
        return `(/try:(${inner()}) → /catch:${pick(['any', 'oom', 'lost'])} → ${inner()}${pick(['', ' → /finally → /z'])} → /end)`;
      case 'retry':
        return `retry:${pick([1, 2])} ${pick(['', 'delay:5'])} → (${inner()})`;
      case 'repeat':
        return `repeat:2 until:acc>0.5 → (${inner()} → /measure)`;
      case 'timeout':
        return `timeout:${pick([3, 600])} → (${inner()})`;
      case 'fork':
        return `((${inner()}) & (${inner()}) → /a${pick(['', ' → barrier → $ready → /b'])})`;
      case 'case':
        return `($k=${pick(['x', 'y'])} → case:$k ↳ x → ${inner()} ↳ * → /c)`;
      default:
        return pick(['/a', '/b', '/c', '/deploy', '/measure']);
    }
  };
  return sequence(depth);
}

/** Depends on the unit and the seed alone; times that are never the same. */
export function randomOutcomes(seed: number, failing = 0.15): Outcomes {
  const values = [0.05, 0.25, 0.4, 0.6, 0.9, 1];
  return (unit, attempt) => {
    const chance = random(seed ^ hash(`${unit.id} ${attempt}`));
    const seconds = 1 + Math.floor(chance() * 100_000) / 1000;
    const roll = chance();
    if (roll < failing)
      return { is: 'failed', class: ['exit-1', 'oom', 'usage'][Math.floor(chance() * 3)] ?? 'oom', seconds };
    if (unit.command !== 'measure')
      return { is: 'succeeded', seconds, result: { values: { result: 'text' } } };
    // Out of its range: a gate that reads it cannot be decided.
    if (roll < failing + 0.02)
      return { is: 'succeeded', seconds, result: { metrics: { accuracy: 1.5 }, primary: 'accuracy' } };
    const accuracy = values[Math.floor(chance() * values.length)] ?? 0.5;
    return { is: 'succeeded', seconds, result: { metrics: { accuracy, loss: 1 }, primary: 'accuracy' } };
  };
}

export interface Machine {
  readonly outcomes: Outcomes;
  readonly journal?: readonly RunEvent[];
  readonly reach?: Reach;
  readonly until?: (state: RunState) => boolean;
  /** Milliseconds by which its clock is wrong. */
  readonly skew?: number;
  readonly cancelAt?: number;
}

export interface Ran {
  readonly state: RunState;
  readonly events: readonly RunEvent[];
}

/** Until nothing more is for it to do. */
export function machine(plan: Plan, options: Machine): Ran {
  const { outcomes, reach, until = () => false, skew = 0, cancelAt = Number.POSITIVE_INFINITY } = options;
  const events = [...(options.journal ?? [])];
  const state = fold(plan, events);
  let clock = (state.at || 1_000_000) + skew;
  const running = new Map<
    NodeId,
    { readonly ends: number; readonly attempt: number; readonly outcome: Outcome }
  >();
  const append = (fact: Fact) => {
    const event: RunEvent = { seq: events.length + 1, at: new Date(clock).toISOString(), ...fact };
    events.push(event);
    evolve(state, event);
  };
  let isCancelled = false;
  if (events.length === 0) append({ type: 'run-started', schema: 2, run: 'r', workflow: plan.name });
  for (;;) {
    if (until(state) || state.conclusion) break;
    if (!isCancelled && events.length >= cancelAt) {
      isCancelled = true;
      append({ type: 'cancel-requested', by: 'SIGTERM' });
    }
    const asked = [...state.asked].find((id) => reach?.has(id, 0, state) ?? true);
    if (asked !== undefined) {
      append({ type: 'approval-given', node: asked, approved: hash(asked) % 4 > 0, by: 'ada' });
      continue;
    }
    const { facts, start, end, wake } = advance(state, () => 1000, clock, reach);
    for (const { unit, attempt } of start) {
      append({ type: 'unit-started', node: unit.id, attempt, directory: `units/${unit.id}` });
      const outcome = outcomes(unit, attempt);
      running.set(unit.id, { ends: clock + (outcome.seconds ?? 1) * 1000, attempt, outcome });
    }
    for (const fact of facts) append(fact);
    const ended = end.filter((id) => running.has(id));
    for (const id of ended) {
      const { attempt = 1 } = running.get(id) ?? {};
      running.delete(id);
      append({ ...failure(id, attempt, 'cancelled'), seconds: 1 });
    }
    if (facts.length + start.length + ended.length > 0) continue;
    const [next] = [...running].sort(([, a], [, b]) => a.ends - b.ends);
    if (wake !== undefined && (!next || wake < next[1].ends)) {
      clock = Math.max(clock, wake);
      continue;
    }
    if (!next) break;
    const [id, { ends, attempt, outcome }] = next;
    running.delete(id);
    clock = Math.max(clock, ends);
    const seconds = outcome.seconds ?? 1;
    if (outcome.is === 'failed') append({ ...failure(id, attempt, outcome.class ?? 'exit-1'), seconds });
    else
      append({
        ...{ type: 'unit-succeeded', node: id, attempt, seconds, metrics: {}, values: {} },
        ...outcome.result,
      });
  }
  return { state, events };
}

function failure(node: NodeId, attempt: number, cause: string): Fact & { type: 'unit-failed' } {
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

/** The first block of the plan. */
export function blockOf(plan: Plan): ParallelNode {
  const block = plan.nodes.find(({ kind }) => kind === 'parallel');
  if (block?.kind !== 'parallel') throw new Error('the chain has no parallel block');
  return block;
}

export function isBelow(plan: Plan, tops: readonly NodeId[]): (id: NodeId) => boolean {
  const below = new Set<NodeId>(tops);
  for (const { id, parent } of plan.nodes) if (parent !== null && below.has(parent)) below.add(id);
  return (id) => below.has(id);
}

/** Up to the place where the block is handed out; undefined when the run never comes there. */
export function untilDispatch(plan: Plan, outcomes: Outcomes): readonly RunEvent[] | undefined {
  const block = blockOf(plan);
  const isOpen = (state: RunState) =>
    state.nodes.get(block.id)?.settlement === undefined && state.nodes.has(block.id);
  const { state, events } = machine(plan, { outcomes, until: isOpen });
  if (!isOpen(state)) return undefined;
  const at = events.at(-1)?.at ?? '';
  return [
    ...events,
    { seq: events.length + 1, at, type: 'cells-dispatched', node: block.id, branches: block.branches },
  ];
}

/** What one leg writes down behind the journal it was given. */
export function leg(
  plan: Plan,
  main: readonly RunEvent[],
  branches: readonly NodeId[],
  options: Machine,
): readonly RunEvent[] {
  const isMine = isBelow(plan, branches);
  const reach: Reach = { has: (node) => isMine(node), concludes: false };
  const until = (state: RunState) =>
    state.running.size === 0 && branches.every((id) => state.nodes.get(id)?.settlement !== undefined);
  return machine(plan, { until, ...options, journal: main, reach }).events.slice(main.length);
}

/** The branches of the block that nobody has settled are lost. */
export function loseRest(plan: Plan, events: readonly RunEvent[]): RunEvent[] {
  const state = fold(plan, events);
  const all = [...events];
  const at = new Date(Math.max(...events.map((event) => Date.parse(event.at))) + 60_000).toISOString();
  for (const node of blockOf(plan).branches) {
    const own = state.nodes.get(node);
    if (!own || own.settlement) continue;
    const event: RunEvent = {
      seq: all.length + 1,
      at,
      type: 'cell-lost',
      node,
      message: 'its machine is gone',
    };
    all.push(event);
    evolve(state, event);
  }
  return all;
}

/** Nodes that have settled above one that has not. */
export function openBelowSettled(state: RunState): NodeId[] {
  return [...state.nodes].flatMap(([id, own]) => {
    const node = state.byId.get(id);
    if (!own.settlement || !node) return [];
    return childrenOf(node).filter((child) => state.nodes.has(child) && !state.nodes.get(child)?.settlement);
  });
}
