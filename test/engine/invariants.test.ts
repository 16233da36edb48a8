/** The invariants S1–S5 of `evolve.ts` and A1–A5 of `advance.ts`, over random chains with random outcomes. */
import { describe, expect, it } from 'vitest';
import { advance } from '../../src/engine/advance.ts';
import type { Fact, RunEvent } from '../../src/engine/event.ts';
import { fold } from '../../src/engine/evolve.ts';
import { initialState, type RunState } from '../../src/engine/state.ts';
import type { NodeId, Plan } from '../../src/plan/plan.ts';
import { journalOf, type Outcomes, planOf, play } from './rig.ts';

const runs = 200;

/** mulberry32: small, seeded, good enough to choose among a few things. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function hash(text: string): number {
  let value = 2166136261;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  return value >>> 0;
}

function randomChain(next: () => number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  const element = (depth: number): string => {
    const kinds = [
      'unit',
      'unit',
      'unit',
      'gate',
      ...(depth > 0 ? ['parallel', 'parallel', 'group', 'logical', 'closed'] : []),
    ];
    switch (pick(kinds)) {
      case 'gate':
        return `/measure → ${pick(['/require:acc>0.2', '$m=<result> → /say $m', '/require:acc>0.1 or loss>3'])}`;
      case 'parallel': {
        const branches = Array.from({ length: 1 + Math.floor(next() * 4) }, () => sequence(depth - 1));
        const options = `${pick(['', '', ':max=1', ':max=2'])}${pick(['', '', ':min=1', ':min=0'])}`;
        return `parallel${options}[${branches.join(' | ')}]`;
      }
      case 'group':
        return `(${sequence(depth - 1)})`;
      case 'logical':
        return `(${sequence(depth - 1)}) ${pick(['&&', '||'])} (${sequence(depth - 1)})`;
      case 'closed':
        return `/measure → /if:acc>0.5 → ${sequence(depth - 1)}${pick(['', ` → /elif:acc>0.3 → ${sequence(depth - 1)}`])}${pick(['', ` → /else → ${sequence(depth - 1)}`])} → /end`;
      default:
        return pick(['/a', '/b', '/c', '/deploy', '/measure']);
    }
  };
  const sequence = (depth: number): string =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, () => element(depth)).join(' → ');
  return Array.from({ length: 1 + Math.floor(next() * 2) }, () => sequence(3)).join(pick(['; ', '\n']));
}

/** What a unit gives depends on it and the seed alone, so that a run that goes on meets the same world. */
function randomOutcomes(seed: number): Outcomes {
  const values = [0.05, 0.25, 0.4, 0.6, 0.9, 1];
  return (unit) => {
    const chance = random(seed ^ hash(unit.id));
    const roll = chance();
    if (roll < 0.12)
      return { is: 'failed', class: ['exit-1', 'oom', 'usage'][Math.floor(chance() * 3)] ?? 'exit-1' };
    if (unit.command !== 'measure') return { is: 'succeeded', result: { values: { result: 'text' } } };
    if (roll < 0.15) return { is: 'succeeded', result: { metrics: { loss: 1 }, primary: 'accuracy' } };
    if (roll < 0.17)
      return { is: 'succeeded', result: { metrics: { accuracy: 1.5, loss: 1 }, primary: 'accuracy' } };
    const accuracy = values[Math.floor(chance() * values.length)] ?? 0.5;
    return { is: 'succeeded', result: { metrics: { accuracy, loss: 1 }, primary: 'accuracy' } };
  };
}

/** Which unit ends next depends on the units that run alone. */
const nextOf = (seed: number) => (running: readonly NodeId[]) =>
  [...running].sort((a, b) => hash(`${seed}${a}`) - hash(`${seed}${b}`) || (a < b ? -1 : 1))[0];

/** Checks what must hold after every event. */
function watcher() {
  const settled = new Map<NodeId, string>();
  let openedWhenStopping: number | undefined;
  let concluded = 0;
  return (state: RunState, event: RunEvent) => {
    if (event.type === 'unit-started')
      expect(settled.has(event.node), 'A2 only what is open starts').toBe(false);
    if (event.type === 'gate-decided' && event.outcome === 'met') {
      const values = event.operands.map(({ value }) => value);
      if (!event.text.includes('or'))
        expect(
          values.every((value) => value !== undefined && value >= 0 && value <= 1),
          'A3',
        ).toBe(true);
    }
    if (event.type === 'run-concluded') concluded += 1;
    expect(concluded, 'A4').toBeLessThanOrEqual(1);
    for (const [id, own] of state.nodes) {
      const before = settled.get(id);
      const now = own.settlement === undefined ? undefined : JSON.stringify(own.settlement);
      if (before !== undefined) expect(now, 'S2 settles once').toBe(before);
      if (now !== undefined) settled.set(id, now);
      const node = state.byId.get(id);
      if (node?.kind === 'parallel' && own.settlement) {
        const open = node.branches.filter(
          (branch) => state.nodes.has(branch) && !state.nodes.get(branch)?.settlement,
        );
        expect(open, 'S4').toEqual([]);
      }
    }
    for (const set of state.ready.values())
      for (const id of set)
        expect([state.nodes.get(id)?.status, state.running.has(id)], 'S3').toEqual(['open', false]);
    for (const id of state.running) expect(state.nodes.get(id)?.status, 'S3').toBe('running');
    if (state.stopping) {
      openedWhenStopping ??= state.nodes.size;
      expect(state.nodes.size, 'S5').toBe(openedWhenStopping);
    }
  };
}

function* cases(): Generator<{ readonly seed: number; readonly plan: Plan; readonly chain: string }> {
  for (let seed = 1, found = 0; found < runs; seed += 1) {
    const chain = randomChain(random(seed));
    const plan = planOf(chain, false);
    if (!plan) continue;
    found += 1;
    yield { seed, plan, chain };
  }
}

const all = [...cases()];

/** How a run ended, without the numbers of its events. */
function ending(state: RunState) {
  return {
    conclusion: state.conclusion,
    statuses: [...state.nodes].map(([id, { status }]) => `${id} ${status}`).sort(),
    gates: state.gates.map(({ gate, outcome, sum }) => `${gate} ${outcome} ${sum}`).sort(),
    variables: state.variables,
  };
}

describe('every run', () => {
  it('keeps the invariants, joins what it started, and is told by its journal alone', () => {
    const decisions = new Set<string>();
    for (const { seed, plan } of all) {
      const { state, events, started } = play(plan, {
        outcomes: randomOutcomes(seed),
        next: nextOf(seed),
        slots: 1 + (seed % 4),
        watch: watcher(),
      });
      decisions.add(state.conclusion?.decision ?? '');
      expect(state.running.size).toBe(0);
      expect([...state.ready.values()].every((set) => set.size === 0)).toBe(true);
      expect(state.settlement).toBeDefined();
      expect(started.length, 'each unit starts once').toBe(
        events.filter(({ type }) => type === 'unit-started').length,
      );
      const ids = events.flatMap((event) => (event.type === 'unit-started' ? [event.node] : []));
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(state.nodes.get(id)?.settlement).toBeDefined();
      expect(fold(plan, events), 'S1').toEqual(state);
      expect(advance(state, () => 9)).toEqual({ facts: [], start: [] });
    }
    expect([...decisions].sort()).toEqual(['failed', 'handled', 'not-met', 'passed']);
  });

  it('decides without changing anything, and the same each time (A1)', () => {
    for (const { seed, plan } of all.slice(0, 25)) {
      const { events } = play(plan, { outcomes: randomOutcomes(seed), next: nextOf(seed) });
      for (let length = 1; length < events.length; length += 1) {
        const state = fold(plan, events.slice(0, length));
        const first = advance(state, () => 3);
        expect(advance(state, () => 3)).toEqual(first);
        expect(state).toEqual(fold(plan, events.slice(0, length)));
      }
    }
  });

  it('goes on from any prefix of its journal to the same end', () => {
    for (const { seed, plan } of all.slice(0, 120)) {
      const options = { outcomes: randomOutcomes(seed), next: nextOf(seed) };
      const whole = play(plan, options);
      const step = Math.max(1, Math.floor(whole.events.length / 4));
      for (let length = 1; length < whole.events.length; length += step) {
        const journal = whole.events.slice(0, length);
        expect(play(plan, { ...options, journal }).events, 'as if nothing had happened').toEqual(
          whole.events,
        );
        // killed there: what ran is found interrupted, and runs once more
        const before = fold(plan, journal);
        const interrupted = [...before.running].map(
          (node): Fact => ({ type: 'unit-interrupted', node, attempt: 1 }),
        );
        const resumed = play(plan, { ...options, journal: [...journal, ...journalOf(interrupted, length)] });
        expect(resumed.state.conclusion).toEqual(whole.state.conclusion);
        // A run that is stopping for a gate error does not start again what it finds interrupted (S5).
        if (!whole.state.stopping) expect(ending(resumed.state)).toEqual(ending(whole.state));
        const finished = journal.flatMap((event) =>
          event.type === 'unit-succeeded' || event.type === 'unit-failed' ? [event.node] : [],
        );
        const again = resumed.events
          .slice(length)
          .flatMap((event) => (event.type === 'unit-started' ? [event.node] : []));
        expect(
          finished.filter((id) => again.includes(id)),
          'what has finished does not run again',
        ).toEqual([]);
      }
    }
  });

  it('can be cancelled at any event', () => {
    for (const { seed, plan } of all.slice(0, 60)) {
      const options = { outcomes: randomOutcomes(seed), next: nextOf(seed) };
      const { length } = play(plan, options).events;
      for (let at = 1; at < length; at += Math.max(1, Math.floor(length / 6))) {
        const { state, events } = play(plan, { ...options, cancelAt: at, watch: watcher() });
        const wasAsked = events.some(({ type }) => type === 'cancel-requested');
        if (wasAsked) expect(state.conclusion?.decision).toBe('cancelled');
        expect(state.running.size).toBe(0);
      }
    }
  });
});

/** A map that counts how often it is read. */
class CountingMap<Key, Item> extends Map<Key, Item> {
  static reads = 0;
  override get(key: Key): Item | undefined {
    CountingMap.reads += 1;
    return super.get(key);
  }
}

function readsPerEvent(plan: Plan): number {
  CountingMap.reads = 0;
  const { events, state } = play(plan, {
    outcomes: () => ({ is: 'succeeded' }),
    begin: () => {
      const state = initialState(plan);
      return { ...state, byId: new CountingMap(state.byId), nodes: new CountingMap() };
    },
  });
  expect(state.conclusion?.decision).toBe('passed');
  return CountingMap.reads / events.length;
}

describe('a large run', () => {
  const chain = (count: number) => planOf(Array.from({ length: count }, () => '/a').join(' → '));
  const statements = (count: number) => planOf(Array.from({ length: count }, () => '/a').join('; '));
  const branches = (count: number) =>
    planOf(`parallel[${Array.from({ length: count }, () => '/a').join(' | ')}]`);
  const bounded = (count: number) =>
    planOf(`parallel:max=5[${Array.from({ length: count }, () => '/a').join(' | ')}]`);

  it.each([
    ['a chain', chain],
    ['statements', statements],
    ['a parallel block', branches],
    ['a bounded parallel block', bounded],
  ])('of 10,000 elements costs the same for each event as one of 100: %s (A5)', (_name, planned) => {
    const small = readsPerEvent(planned(100));
    const large = readsPerEvent(planned(10_000));
    expect(large / small).toBeLessThan(1.1);
    expect(large).toBeLessThan(40);
  });

  it('stops without a word for each of the 10,000 branches that wait', () => {
    const plan = branches(10_000);
    const { state, events } = play(plan, { outcomes: () => ({ is: 'succeeded' }), slots: 3, cancelAt: 10 });
    expect(state.conclusion?.decision).toBe('cancelled');
    expect(events.length).toBeLessThan(20);
  });
});
