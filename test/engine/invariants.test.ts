/** The invariants S1–S5 of `evolve.ts` and A1–A5 of `advance.ts`, over random chains with random outcomes. */
import { describe, expect, it } from 'vitest';
import { advance } from '../../src/engine/advance.ts';
import type { Fact, RunEvent } from '../../src/engine/event.ts';
import { fold } from '../../src/engine/evolve.ts';
import { mergeParts } from '../../src/engine/merge.ts';
import { initialState, type NodeState, type RunState } from '../../src/engine/state.ts';
import { childrenOf, type NodeId, type Plan } from '../../src/plan/plan.ts';
import { failed, journalOf, type Outcomes, outcomes, type Play, planOf, play } from './rig.ts';

const runs = 200;

/** What random runs must have come across, or they prove little. */
const expectedFacts = [
  ...[
    'approval-given',
    'approval-requested',
    'assignment-failed',
    'budget-exceeded',
    'case-decided',
    'gate-decided',
  ],
  ...['retry-scheduled', 'retry-started', 'timed-out', 'unit-failed', 'unit-started', 'unit-succeeded'],
  ...['variable-set', 'waited'],
].sort();

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
  const simple = ['unit', 'unit', 'unit', 'gate', 'wait'];
  const nested = [
    ...['parallel', 'parallel', 'group', 'logical', 'closed', 'try', 'try', 'retry', 'repeat', 'timeout'],
    ...['budget', 'fork', 'case', 'status', 'approve', 'call'],
  ];
  const element = (depth: number): string => {
    switch (pick(depth > 0 ? [...simple, ...nested] : simple)) {
      case 'gate':
        return `/measure → ${pick(['/require:acc>0.2', '$m=<result> → /say $m', '/require:acc>0.1 or loss>3'])}`;
      case 'wait':
        return pick(['/wait:30', '/a']);
      case 'call':
        return pick(['/whole', '/asking']);
      case 'approve':
        return pick(['/approve:x', '/b']);
      case 'parallel': {
        const branches = Array.from({ length: 1 + Math.floor(next() * 4) }, () => `(${sequence(depth - 1)})`);
        const options = `${pick(['', '', ':max=1', ':max=2'])}${pick(['', '', ':min=1', ':min=0'])}`;
        return `parallel${options}[${branches.join(' | ')}]`;
      }
      case 'group':
        return `(${sequence(depth - 1)})`;
      case 'logical':
        return `(${sequence(depth - 1)}) ${pick(['&&', '||'])} (${sequence(depth - 1)})`;
      case 'closed':
        return `/measure → /if:acc>0.5 → ${sequence(depth - 1)}${pick(['', ` → /elif:acc>0.3 → ${sequence(depth - 1)}`])}${pick(['', ` → /else → ${sequence(depth - 1)}`])} → /end`;
      case 'status':
        return `(${sequence(depth - 1)} → /if:${pick(['success', 'failure'])} → ${sequence(depth - 1)} → /else → /c → /end)`;
      case 'try':
        return `(/try:(${sequence(depth - 1)}) → /catch:${pick(['any', 'oom', 'usage', 'exit-1'])} → ${sequence(depth - 1)}${pick(['', ` → /else → ${sequence(depth - 1)}`])}${pick(['', ' → /finally → /z', ` → /finally → ${sequence(depth - 1)}`])} → /end)`;
      case 'retry':
        return `retry:${pick([1, 2])} ${pick(['', 'delay:5', 'backoff:20'])} → (${sequence(depth - 1)})`;
      case 'repeat':
        return `repeat:${pick([1, 3])} until:acc>0.5 → (${sequence(depth - 1)} → /measure)`;
      case 'timeout':
        return `timeout:${pick([1, 3, 60])} → (${sequence(depth - 1)})`;
      case 'budget':
        return `budget:${pick([1, 5])}usd → (${sequence(depth - 1)})`;
      case 'fork':
        return `((${sequence(depth - 1)}) & (${sequence(depth - 1)}) → /a${pick(['', ' → barrier → $ready → /b', ' → barrier'])})`;
      case 'case':
        return `($k=${pick(['x', 'y'])} → case:$k ↳ x → ${sequence(depth - 1)} ↳ * → /c)`;
      default:
        return pick(['/a', '/b', '/c', '/deploy', '/measure']);
    }
  };
  const sequence = (depth: number): string =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, () => element(depth)).join(' → ');
  const chain = Array.from({ length: 1 + Math.floor(next() * 2) }, () => sequence(3)).join(
    pick(['; ', '\n']),
  );
  const handlers = ['', '', '\non_failure → /b', '\nfinally → /z'];
  handlers.push(`\non_failure → (${sequence(1)})\nfinally → (${sequence(1)})`);
  return `${chain}${pick(handlers)}`;
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
  const settled = new Map<string, string>();
  const opened = new Set<string>();
  let wasStopping = false;
  let concluded = 0;
  return (state: RunState, event: RunEvent) => {
    if (event.type === 'unit-started')
      expect(
        settled.has(instance(event.node, state.nodes.get(event.node))),
        'A2 only what is open starts',
      ).toBe(false);
    if (event.type === 'gate-decided' && event.outcome === 'met' && !event.text.includes('or')) {
      const values = event.operands.map(({ value }) => value);
      expect(
        values.every((value) => value !== undefined && value >= 0 && value <= 1),
        'A3',
      ).toBe(true);
    }
    if (event.type === 'run-concluded') concluded += 1;
    expect(concluded, 'A4').toBeLessThanOrEqual(1);
    for (const [id, own] of state.nodes) {
      const key = instance(id, own);
      const now = own.settlement === undefined ? undefined : JSON.stringify(own.settlement);
      const before = settled.get(key);
      if (before !== undefined) expect(now, 'S2 settles once').toBe(before);
      if (now !== undefined) settled.set(key, now);
      if (!opened.has(key)) {
        // What the stopping event itself has opened is judged like what comes after it.
        if (wasStopping) expect(isShielded(state, id), `S5 ${id} opened`).toBe(true);
        opened.add(key);
      }
      if (own.settlement) expect(openBelow(state, id), `S4 ${id}`).toEqual([]);
    }
    wasStopping = state.stopping !== undefined;
    for (const set of state.ready.values())
      for (const id of set)
        expect([state.nodes.get(id)?.status, state.running.has(id)], 'S3').toEqual(['open', false]);
    for (const id of state.running) expect(state.nodes.get(id)?.status, 'S3').toBe('running');
    for (const id of state.ending) expect(state.running.has(id), 'only what runs is ended').toBe(true);
  };
}

/** One opening of a node: a retry or a repeat opens it again. */
function instance(id: NodeId, own: NodeState | undefined): string {
  return `${id} ${own?.openedBy}`;
}

function openBelow(state: RunState, id: NodeId): NodeId[] {
  const node = state.byId.get(id);
  if (!node) return [];
  return childrenOf(node).filter((child) => {
    const own = state.nodes.get(child);
    return own && !own.settlement;
  });
}

function isShielded(state: RunState, id: NodeId): boolean {
  for (let at: NodeId | null = id; at !== null; at = state.byId.get(at)?.parent ?? null)
    if (state.nodes.get(at)?.shield !== undefined) return true;
  return false;
}

function* cases(): Generator<{ readonly seed: number; readonly plan: Plan; readonly chain: string }> {
  for (let seed = 1, found = 0; found < runs; seed += 1) {
    const chain = randomChain(random(seed));
    const planned = planOf(chain, false);
    if (!planned) continue;
    // A dollar a second, so that budgets matter.
    const plan = { ...planned, prices: { local: 3600 } };
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

const optionsOf = (seed: number): Play => ({
  outcomes: randomOutcomes(seed),
  next: nextOf(seed),
  approve: () => seed % 3 > 0,
});

/** Whether time decides in it: work that is done twice takes longer. */
function isTimed({ nodes }: Plan): boolean {
  return nodes.some(({ kind }) => kind === 'timeout' || kind === 'budget');
}

/** How often each unit has ended of itself. */
function endingsOf(events: readonly RunEvent[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const event of events)
    if (event.type === 'unit-succeeded' || event.type === 'unit-failed')
      counts[event.node] = (counts[event.node] ?? 0) + 1;
  return counts;
}

describe('every run', () => {
  it('keeps the invariants, joins what it started, and is told by its journal alone', () => {
    const decisions = new Set<string>();
    const facts = new Set<string>();
    for (const { seed, plan, chain } of all) {
      const { state, events, started } = play(plan, {
        ...optionsOf(seed),
        slots: 1 + (seed % 4),
        watch: watcher(),
      });
      decisions.add(state.conclusion?.decision ?? '');
      for (const { type } of events) facts.add(type);
      expect(state.running.size).toBe(0);
      expect([...state.ready.values()].every((set) => set.size === 0)).toBe(true);
      expect(state.settlement, chain).toBeDefined();
      const starts = events.filter(({ type }) => type === 'unit-started');
      expect(started.length).toBe(starts.length);
      const numbers = starts.map((event) => 'attempt' in event && `${event.node} ${event.attempt}`);
      expect(new Set(numbers).size, 'each start has a number of its own').toBe(numbers.length);
      const ended = Object.values(endingsOf(events)).reduce((sum, count) => sum + count, 0);
      const refused = events.filter((event) => event.type === 'unit-failed' && event.seconds === 0).length;
      expect(ended - refused, 'every start is joined').toBe(starts.length);
      for (const own of state.nodes.values()) expect(own.settlement).toBeDefined();
      expect(fold(plan, events), 'S1').toEqual(state);
      expect(advance(state, () => 9, state.at + 1e9)).toEqual({ facts: [], start: [], end: [] });
    }
    expect([...decisions].sort()).toEqual(['failed', 'handled', 'not-met', 'passed']);
    expect([...facts].sort()).toEqual(expect.arrayContaining(expectedFacts));
  });

  it('decides without changing anything, and the same each time (A1)', () => {
    for (const { seed, plan } of all.slice(0, 25)) {
      const { events } = play(plan, optionsOf(seed));
      const step = Math.max(1, Math.floor(events.length / 20));
      for (let length = 1; length < events.length; length += step) {
        const state = fold(plan, events.slice(0, length));
        const first = advance(state, () => 3, state.at);
        expect(advance(state, () => 3, state.at)).toEqual(first);
        expect(state).toEqual(fold(plan, events.slice(0, length)));
      }
    }
  });

  it('goes on from any prefix of its journal to the same end', () => {
    for (const { seed, plan } of all.slice(0, 100)) {
      const options = optionsOf(seed);
      const whole = play(plan, options);
      const step = Math.max(1, Math.floor(whole.events.length / 3));
      for (let length = 1 + (seed % 3); length < whole.events.length; length += step) {
        const journal = whole.events.slice(0, length);
        if (isTimed(plan)) continue;
        expect(play(plan, { ...options, journal }).events, 'as if nothing had happened').toEqual(
          whole.events,
        );
        // killed there: what ran is found interrupted, and runs once more
        const before = fold(plan, journal);
        const found: Fact[] = [...before.running].map((node) => ({
          type: 'unit-interrupted',
          node,
          attempt: before.nodes.get(node)?.attempt ?? 1,
        }));
        const facts = journalOf([...found, { type: 'run-resumed' }], length, before.at + 3_600_000);
        const resumed = play(plan, { ...options, journal: [...journal, ...facts] });
        expect(resumed.state.conclusion).toEqual(whole.state.conclusion);
        // A run that is stopping for a gate error does not start again what it finds interrupted (S5).
        if (whole.state.stopping) continue;
        expect(ending(resumed.state)).toEqual(ending(whole.state));
        expect(endingsOf(resumed.events), 'nothing that has ended runs again').toEqual(
          endingsOf(whole.events),
        );
      }
    }
  });

  it('comes to an end from any prefix of its journal, whatever time decides', () => {
    for (const { seed, plan, chain } of all.filter((one) => isTimed(one.plan)).slice(0, 30)) {
      const options = optionsOf(seed);
      const { events } = play(plan, options);
      const step = Math.max(2, Math.floor(events.length / 4));
      for (let length = 1 + (seed % 3); length < events.length; length += step) {
        const journal = events.slice(0, length);
        const before = fold(plan, journal);
        const found: Fact[] = [...before.running].map((node) => ({
          type: 'unit-interrupted',
          node,
          attempt: before.nodes.get(node)?.attempt ?? 1,
        }));
        const facts = journalOf([...found, { type: 'run-resumed' }], length, before.at + 3_600_000);
        const { state } = play(plan, { ...options, journal: [...journal, ...facts], watch: watcher() });
        expect(state.conclusion, chain).toBeDefined();
        expect(state.running.size).toBe(0);
      }
    }
  });

  it('that is cancelled at any event, once or twice, goes on to the same end', () => {
    let compared = 0;
    for (const { seed, plan, chain } of all.filter((one) => !isTimed(one.plan))) {
      const options = optionsOf(seed);
      const whole = play(plan, options);
      const step = Math.max(1, Math.floor(whole.events.length / 4));
      for (let at = 1 + (seed % 4); at < whole.events.length; at += step) {
        const cancelAt = seed % 2 === 0 ? at : [at, at + 2];
        const { events, state: cancelled } = play(plan, { ...options, cancelAt });
        if (cancelled.conclusion?.decision !== 'cancelled') continue;
        const facts = journalOf([{ type: 'run-resumed' }], events.length, cancelled.at + 3_600_000);
        const { state, events: more } = play(plan, { ...options, journal: [...events, ...facts] });
        expect(fold(plan, more), 'S1').toEqual(state);
        expect(state.running.size).toBe(0);
        expect(state.conclusion, `${chain} at ${at}`).toEqual(whole.state.conclusion);
        if (whole.state.stopping) continue;
        expect(ending(state), `${chain} at ${at}`).toEqual(ending(whole.state));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('can be cancelled at any event, once or twice', () => {
    for (const { seed, plan } of all.slice(0, 60)) {
      const options = optionsOf(seed);
      const { length } = play(plan, options).events;
      for (let at = 1; at < length; at += Math.max(1, Math.floor(length / 4))) {
        const cancelAt = seed % 2 === 0 ? at : [at, at + 2];
        const { state, events } = play(plan, { ...options, cancelAt, watch: watcher() });
        const cancel = events.findIndex(({ type }) => type === 'cancel-requested');
        const isFirst = !events
          .slice(0, cancel)
          .some((event) => 'outcome' in event && event.outcome === 'error');
        if (cancel >= 0 && isFirst) expect(state.conclusion?.decision).toBe('cancelled');
        expect(state.running.size).toBe(0);
      }
    }
  });
});

describe('parts of a journal', () => {
  /** The events of each branch of the outermost parallel block, apart from what came before it. */
  function partsOf(plan: Plan, events: readonly RunEvent[]) {
    const parallel = plan.nodes.find(({ kind }) => kind === 'parallel');
    if (parallel?.kind !== 'parallel') return undefined;
    const branchOf = (id: NodeId): NodeId | undefined => {
      for (
        let at: NodeId | null = id;
        at !== null;
        at = plan.nodes.find((node) => node.id === at)?.parent ?? null
      )
        if (parallel.branches.includes(at)) return at;
      return undefined;
    };
    const parts = new Map<NodeId, RunEvent[]>();
    const main: RunEvent[] = [];
    let isJoined = false;
    for (const event of events) {
      const branch = 'node' in event ? branchOf(event.node) : undefined;
      if (branch === undefined) {
        // What follows the join is written by whoever joins.
        if (parts.size > 0) isJoined = true;
        else main.push(event);
        // Something else runs beside the block, or it runs again.
      } else if (isJoined) return undefined;
      else parts.set(branch, [...(parts.get(branch) ?? []), event]);
    }
    return { main, parts: [...parts.values()] };
  }

  it('of a retry within a retry are all there, though the inner one counts anew', () => {
    const plan = planOf('parallel[retry:1 delay:5 → (/c → retry:1 delay:3 → /a) | /b]');
    const { events, state } = play(plan, { outcomes: outcomes({ '/a': [failed(), failed(), failed()] }) });
    const split = partsOf(plan, events);
    if (!split) throw new Error('no parts');
    const own = split.parts.map((part) =>
      part.map((event, index) => ({ ...event, seq: split.main.length + index + 1 })),
    );
    const whole = mergeParts(plan, split.main, own.reverse());
    expect(whole.length).toBe(events.length - 1);
    expect(fold(plan, whole).settlement).toEqual(state.settlement);
  });

  it('are merged to the same journal in any order, and twice the same part is one', () => {
    let merged = 0;
    const simple = all.filter(({ plan, chain }) => !isTimed(plan) && !chain.includes('\n'));
    for (const [index, { seed, chain }] of simple.entries()) {
      const others = [1, 2].map((step) => `(${simple[(index + step) % simple.length]?.chain})`);
      const plan = planOf(`parallel[(${chain}) | ${others.join(' | ')}]`, false);
      if (!plan) continue;
      const { events } = play(plan, optionsOf(seed));
      const split = partsOf(plan, events);
      if (!split || split.parts.length < 2) continue;
      const { main, parts } = split;
      const own = parts.map((part) =>
        part.map((event, index) => ({ ...event, seq: main.length + index + 1 })),
      );
      const next = random(seed);
      const shuffled = [...own, ...own.slice(0, 1)].sort(() => next() - 0.5);
      const whole = mergeParts(plan, main, own);
      expect(mergeParts(plan, main, shuffled)).toEqual(whole);
      expect(whole.map(({ seq }) => seq)).toEqual(whole.map((_, index) => index + 1));
      const state = fold(plan, whole);
      expect(state.running.size).toBe(0);
      merged += 1;
    }
    expect(merged).toBeGreaterThan(5);
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
