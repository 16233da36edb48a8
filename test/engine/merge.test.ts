/** Legs that write journals of their own, what is left of them, and the journal that is made of them. */
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/engine/event.ts';
import { fold } from '../../src/engine/evolve.ts';
import { spentAt } from '../../src/engine/expiry.ts';
import { mergeParts } from '../../src/engine/merge.ts';
import { reopenFailed } from '../../src/engine/reopen-failed.ts';
import { planForLeg } from '../../src/engine/share-budget.ts';
import type { RunState } from '../../src/engine/state.ts';
import type { NodeId, Plan } from '../../src/plan/plan.ts';
import {
  blockOf,
  hash,
  isBelow,
  leg,
  loseRest,
  machine,
  openBelowSettled,
  random,
  randomOutcomes,
  randomSequence,
  untilDispatch,
} from './merge-rig.ts';
import { failed, journalOf, lasting, type Outcomes, outcomes, planOf } from './rig.ts';

interface Case {
  readonly seed: number;
  readonly chain: string;
  readonly plan: Plan;
  readonly given: Outcomes;
  readonly main: readonly RunEvent[];
  /** Branches of each leg. */
  readonly legs: readonly (readonly NodeId[])[];
}

function* cases(count: number, around: (block: string, next: () => number) => string): Generator<Case> {
  for (let seed = 1, made = 0; made < count; seed += 1) {
    const next = random(seed);
    const branches = Array.from({ length: 2 + Math.floor(next() * 3) }, () => `(${randomSequence(next, 2)})`);
    const min = ['', ':min=1', ':min=0'][seed % 3];
    const chain = around(`parallel${min}[${branches.join(' | ')}]`, next);
    const plan = planOf(chain, false);
    if (!plan) continue;
    const given = randomOutcomes(seed);
    const main = untilDispatch(plan, given);
    if (!main) continue;
    made += 1;
    const own = blockOf(plan).branches;
    // Two branches go to one leg now and then.
    const legs =
      seed % 4 === 0 ? [own.slice(0, 2), ...own.slice(2).map((id) => [id])] : own.map((id) => [id]);
    yield { seed, chain, plan, given, main, legs };
  }
}

/** Without deployments: whether a result is degraded, a leg can say of its own branches only. */
const simple = (block: string) => `/a → ${block.replaceAll('/deploy', '/c')} → /say $m → /b`;
const surrounded = (block: string, next: () => number) => {
  const pick = (items: readonly string[]) => items[Math.floor(next() * items.length)] ?? '';
  const timed = pick([`timeout:${pick(['40s', '3m'])} → (${block})`, block, `budget:5usd → (${block})`]);
  const kept = pick([
    timed,
    `(/try:(${timed}) → /catch:any → /c → /finally → /z → /end)`,
    `(${timed}) || /c`,
  ]);
  return `/a → ${kept} → /b${pick(['', '\non_failure → /c', '\nfinally → /z'])}`;
};

function statusesOf(state: RunState, of: (id: NodeId) => boolean = () => true) {
  return [...state.nodes]
    .filter(([id]) => of(id))
    .map(([id, { status, result, failure, attempt }]) => ({
      id,
      status,
      result,
      cause: failure?.class,
      attempt,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function comeTo(state: RunState) {
  return {
    conclusion: state.conclusion,
    nodes: statusesOf(state),
    gates: state.gates.map(({ gate, outcome, sum }) => `${gate} ${outcome} ${sum}`).sort(),
    variables: [...state.variables].map(([scope, values]) => [scope, [...values].sort()]).sort(),
    degraded: state.degraded,
  };
}

function checkWhole(state: RunState, chain: string): void {
  expect(state.conclusion, chain).toBeDefined();
  expect(state.running.size).toBe(0);
  expect([...state.ready.values()].every(({ size }) => size === 0)).toBe(true);
  expect(openBelowSettled(state), 'S4').toEqual([]);
  for (const [id, own] of state.nodes) expect(own.settlement, `${id} in ${chain}`).toBeDefined();
}

const isStop = (event: RunEvent) =>
  (event.type === 'gate-decided' && event.outcome === 'error') ||
  (event.type === 'case-decided' && event.arm < 0);

const shuffled = <Item>(items: readonly Item[], next: () => number): Item[] =>
  items
    .map((item) => ({ item, order: next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);

describe('legs that all came to their end', () => {
  it('give what one process would have come to', () => {
    let compared = 0;
    for (const { seed, chain, plan, given, main, legs } of cases(70, simple)) {
      const parts = legs.map((branches) => leg(plan, main, branches, { outcomes: given }));
      const merged = mergeParts(plan, main, shuffled([...parts, ...parts.slice(0, 1)], random(seed)));
      expect(mergeParts(plan, main, parts), 'in any order, and taken once').toEqual(merged);
      expect(merged.map(({ seq }) => seq)).toEqual(merged.map((_, index) => index + 1));
      const joined = machine(plan, { outcomes: given, journal: merged });
      checkWhole(joined.state, chain);
      if (seed % 5 === 0) expect(fold(plan, joined.events)).toEqual(joined.state);
      expect(mergeParts(plan, merged, parts), 'and once more is nothing new').toEqual(merged);
      // What stops the run is unknown to the other legs.
      if (merged.some(isStop)) continue;
      const told = parts.flatMap((part, index) => {
        const isOwn = isBelow(plan, legs[index] ?? []);
        return part.filter((event) => 'node' in event && isOwn(event.node));
      });
      expect(merged.length, 'no event is left out').toBe(main.length + told.length);
      const alone = machine(plan, { outcomes: given, journal: main });
      expect(comeTo(joined.state), chain).toEqual(comeTo(alone.state));
      compared += 1;
    }
    expect(compared).toBeGreaterThan(40);
  });

  it('stop once for all, whatever stopped them', () => {
    const met = new Set<string>();
    for (const { seed, chain, plan, given, main, legs } of cases(80, surrounded)) {
      const priced = { ...plan, prices: { local: 360 } };
      const share = planForLeg(priced, fold(priced, main), legs.length);
      const skew = (index: number) => (index - 1) * (seed % 2) * 5_000;
      const parts = legs.map((branches, index) =>
        leg(share, main, branches, {
          outcomes: given,
          skew: skew(index),
          ...(seed % 5 === 0 ? { cancelAt: main.length + 1 + (hash(`${seed} ${index}`) % 12) } : {}),
        }),
      );
      const merged = mergeParts(priced, main, parts);
      expect(mergeParts(priced, main, shuffled(parts, random(seed)))).toEqual(merged);
      const stops = merged.slice(main.length).filter(isStop);
      expect(stops.length, chain).toBeLessThan(3);
      const isInside = isBelow(plan, blockOf(plan).branches);
      const outer = merged.filter((event) => 'node' in event && !isInside(event.node));
      for (const { type } of [...stops, ...outer, ...merged.filter((event) => !('node' in event))])
        met.add(type);
      for (const event of outer)
        if (event.type === 'timed-out' || event.type === 'budget-exceeded')
          expect(
            outer.filter((one) => one.type === event.type && 'node' in one && one.node === event.node),
          ).toHaveLength(1);
      const state = fold(priced, merged);
      expect(openBelowSettled(state)).toEqual([]);
      checkWhole(machine(priced, { outcomes: given, journal: loseRest(priced, merged) }).state, chain);
    }
    expect([...met]).toEqual(
      expect.arrayContaining(['timed-out', 'budget-exceeded', 'cancel-requested', 'gate-decided']),
    );
  });

  it('settle all of their branches, whatever stopped them', () => {
    for (const { chain, plan, given, main, legs } of cases(40, surrounded)) {
      const parts = legs.map((branches) => leg(plan, main, branches, { outcomes: given }));
      const merged = mergeParts(plan, main, parts);
      const state = fold(plan, merged);
      for (const id of blockOf(plan).branches)
        expect(state.nodes.get(id)?.settlement, `${id} in ${chain}`).toBeDefined();
    }
  });
});

describe('legs that were cut off', () => {
  it('give a journal that can be folded, and a block that settles when the rest is lost', () => {
    const lost = new Set<string>();
    for (const { seed, chain, plan, given, main, legs } of cases(60, seedIs(surrounded, simple))) {
      const next = random(seed ^ 77);
      const parts = legs.map((branches) => {
        const whole = leg(plan, main, branches, { outcomes: given });
        return next() < 0.3 ? whole : whole.slice(0, Math.floor(next() * (whole.length + 1)));
      });
      const merged = mergeParts(plan, main, parts);
      expect(mergeParts(plan, main, shuffled(parts, next))).toEqual(merged);
      const journal = loseRest(plan, merged);
      const state = fold(plan, journal);
      expect(openBelowSettled(state), chain).toEqual([]);
      expect(state.nodes.get(blockOf(plan).id)?.settlement, chain).toBeDefined();
      const isMine = isBelow(plan, blockOf(plan).branches);
      for (const set of [state.running, state.ending, state.undecided, state.sleeping, state.asked])
        expect([...set].filter(isMine), chain).toEqual([]);
      const before = fold(plan, merged);
      for (const event of journal.slice(merged.length)) {
        const settlement = 'node' in event ? state.nodes.get(event.node)?.settlement : undefined;
        const cause = settlement?.is === 'failed' ? settlement.class : settlement?.is;
        expect(['lost', 'stopped'], chain).toContain(cause);
        lost.add(cause ?? '');
        if (before.stopping === undefined && before.expired.size === 0) expect(cause).toBe('lost');
      }
      checkWhole(machine(plan, { outcomes: given, journal }).state, chain);
    }
    expect([...lost]).toContain('lost');
  });

  it('count for a budget what ran side by side, each once, and until it was known to be lost', () => {
    for (const { seed, plan, given, main, legs } of cases(
      60,
      (block) => `/a → budget:100000usd → (${block}) → /b`,
    )) {
      // A dollar a second.
      const priced = { ...plan, prices: { local: 3600 } };
      const next = random(seed);
      const isCut = seed % 2 === 0;
      const parts = legs.map((branches) => {
        const skew = isCut ? 0 : Math.floor((next() - 0.5) * 7_200_000);
        const whole = leg(priced, main, branches, { outcomes: given, skew });
        return isCut ? whole.slice(0, Math.floor(next() * (whole.length + 1))) : whole;
      });
      if (parts.flat().some(isStop)) continue;
      const budget = priced.nodes.find(({ kind }) => kind === 'budget')?.id;
      if (budget === undefined) throw new Error('no budget');
      const merged = mergeParts(priced, main, parts);
      const journal = loseRest(priced, merged);
      const end = Date.parse(journal.at(-1)?.at ?? '');
      const state = fold(priced, journal);
      const { spending } = state.nodes.get(budget) ?? {};
      if (!spending) throw new Error('nothing was spent');
      expect(spentAt(spending, state.at)).toBeCloseTo(
        parts.reduce((sum, part) => sum + secondsOf(part, end), 0),
        3,
      );
    }
  });
});

/** One or the other, in turn. */
function seedIs(...all: readonly ((block: string, next: () => number) => string)[]) {
  let turn = 0;
  return (block: string, next: () => number) => {
    turn += 1;
    return all[turn % all.length]?.(block, next) ?? block;
  };
}

function secondsOf(part: readonly RunEvent[], end: number): number {
  const open = new Map<string, number>();
  let seconds = 0;
  for (const event of part) {
    const at = Date.parse(event.at);
    if (event.type === 'unit-started') open.set(event.node, at);
    if ((event.type === 'unit-succeeded' || event.type === 'unit-failed') && open.has(event.node)) {
      seconds += (at - (open.get(event.node) ?? at)) / 1000;
      open.delete(event.node);
    }
  }
  for (const at of open.values()) seconds += (end - at) / 1000;
  return seconds;
}

describe('several attempts of a leg', () => {
  const plan = planOf('parallel[/a → /b | /c]');
  const given = outcomes({ '/b': failed(), '/c': lasting(3) });
  const main = untilDispatch(plan, given) ?? [];
  const [first, second] = blockOf(plan).branches;
  if (first === undefined || second === undefined) throw new Error('two branches');
  const other = leg(plan, main, [second], { outcomes: given });
  const failing = leg(plan, main, [first], { outcomes: given });
  const b = failing.at(-1);
  if (b?.type !== 'unit-failed') throw new Error('the leg did not fail');
  const interrupted: RunEvent = { seq: b.seq, at: b.at, type: 'unit-interrupted', node: b.node, attempt: 1 };
  const again = leg(plan, [...main, ...failing.slice(0, -1), interrupted], [first], {
    outcomes: outcomes({}),
  });
  const later = [...failing.slice(0, -1), interrupted, ...again];

  it('count as the newest of them says', () => {
    const merged = mergeParts(plan, main, [failing, other, later]);
    expect(merged).toEqual(mergeParts(plan, main, [later, other]));
    expect(fold(plan, merged).settlement?.is).toBe('succeeded');
  });

  it('count as the earlier one says, where the later was cut off before it came further', () => {
    const merged = mergeParts(plan, main, [failing.slice(0, 2), other, failing]);
    expect(merged).toEqual(mergeParts(plan, main, [failing, other]));
    expect(fold(plan, merged).settlement).toMatchObject({ is: 'failed', class: 'exit-1' });
  });

  it('leave out how a part says that the run began or ended', () => {
    const [end] = journalOf(
      [{ type: 'run-concluded', decision: 'passed', reasonCode: 'no-gates', reason: 'x' }],
      99,
    );
    if (!end) throw new Error('no event');
    expect(mergeParts(plan, main, [[...later, end], other])).toEqual(mergeParts(plan, main, [later, other]));
  });
});

describe('legs that were tried again', () => {
  it('give a journal that can be folded, in which each branch has settled', () => {
    let attempts = 0;
    for (const { seed, chain, plan, given, main, legs } of cases(40, simple)) {
      const parts = legs.flatMap((branches) => {
        const cancelAt =
          seed % 4 === 1 ? { cancelAt: main.length + 1 + (hash(`${seed} ${branches[0]}`) % 6) } : {};
        const first = leg(plan, main, branches, { outcomes: given, ...cancelAt });
        const journal = branches.reduce((events, top) => reopenFailed(plan, events, top), [
          ...main,
          ...first,
        ] as readonly RunEvent[]);
        const open = fold(plan, journal);
        if (branches.every((id) => open.nodes.get(id)?.settlement)) return [first];
        attempts += 1;
        const at = new Date(Date.parse(journal.at(-1)?.at ?? '') + 3_600_000).toISOString();
        const resumed: RunEvent = { seq: journal.length + 1, at, type: 'run-resumed' };
        const begun = [...journal, resumed];
        const again = leg(plan, begun, branches, { outcomes: randomOutcomes(seed + 1000, 0) });
        const later = [...begun, ...again].slice(main.length);
        return [first, seed % 3 === 0 ? later.slice(0, Math.floor(later.length / 2)) : later];
      });
      const merged = mergeParts(plan, main, parts);
      expect(mergeParts(plan, main, shuffled(parts, random(seed))), chain).toEqual(merged);
      const joined = fold(plan, merged);
      if (seed % 3 > 0 && !merged.some(isStop))
        for (const id of blockOf(plan).branches)
          expect(joined.nodes.get(id)?.settlement, `${id} of ${chain}`).toBeDefined();
      const { state } = machine(plan, { outcomes: given, journal: loseRest(plan, merged) });
      checkWhole(state, chain);
    }
    expect(attempts).toBeGreaterThan(20);
  });
});

describe('the share of a leg in a budget', () => {
  const priced = { ...planOf('budget:10usd → (/a → parallel[/b | /c])'), prices: { local: 3600 } };
  const given = outcomes({ '/a': lasting(4) });
  const main = untilDispatch(priced, given) ?? [];
  const dollarsOf = ({ nodes }: Plan) =>
    nodes.flatMap((node) => (node.kind === 'budget' ? [node.dollars] : []));

  it('is an equal part of what is left', () => {
    expect(dollarsOf(planForLeg(priced, fold(priced, main), 2))).toEqual([7]);
    expect(planForLeg(priced, fold(priced, main), 1)).toBe(priced);
    expect(dollarsOf(priced)).toEqual([10]);
  });

  it('is none of a budget that is not open', () => {
    const later = planOf('parallel[/b | /c] → budget:10usd → /a');
    expect(dollarsOf(planForLeg(later, fold(later, untilDispatch(later, given) ?? []), 2))).toEqual([10]);
  });

  it('ends a leg that has spent it', () => {
    const dear = outcomes({ '/a': lasting(4), '/b': lasting(60), '/c': lasting(1) });
    const share = planForLeg(priced, fold(priced, main), 2);
    const parts = blockOf(priced).branches.map((id) => leg(share, main, [id], { outcomes: dear }));
    const merged = mergeParts(priced, main, parts);
    expect(merged.filter(({ type }) => type === 'budget-exceeded')).toHaveLength(1);
    expect(fold(priced, merged).settlement).toMatchObject({ is: 'failed', class: 'budget' });
  });
});
