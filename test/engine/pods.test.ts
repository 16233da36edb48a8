/** Pods: what each fact about one does to the state, what cannot follow, and what budgets pay. The clock is moved. */
import { describe, expect, it } from 'vitest';
import type { Fact, RunEvent } from '../../src/engine/event.ts';
import { evolve, fold } from '../../src/engine/evolve.ts';
import { isOverspent, remainingDollars } from '../../src/engine/expiry.ts';
import { isCatchable, isRetryable } from '../../src/engine/failure-class.ts';
import { mergeParts } from '../../src/engine/merge.ts';
import { alivePods, podDollars, podLife, runDollars } from '../../src/engine/pods.ts';
import { initialState, type RunState } from '../../src/engine/state.ts';
import type { NodeId, Plan, PodScope, RemoteTarget } from '../../src/plan/plan.ts';
import { planFrom, sequence, unit } from '../reports/tree.ts';
import { failed, journalOf, lasting, type Outcome, outcomes, type Play, planOf, play } from './rig.ts';

const box: RemoteTarget = {
  ...{ kind: 'ssh', slots: 1, workspace: '~/workspace', environment: {} },
  ...{ host: { value: 'h' }, port: { value: '22' }, user: { value: 'u' } },
  ...{ key: { variable: 'KEY' }, hostKey: { value: 'ssh-ed25519 A' } },
};

/** A scope that ends at the element of that title; the chain itself when it is ''. */
function scoped(plan: Plan, ends: Readonly<Record<string, string>>): Plan {
  const pods = Object.entries(ends).map(([id, title]): PodScope => {
    const until = title === '' ? plan.root : plan.nodes.find((node) => node.title === title)?.id;
    if (until === undefined) throw new Error(`nothing is called ${title}`);
    return { id, target: 'gpu', of: 'cell', until, units: [], pods: 4, transfers: [] };
  });
  return { ...plan, pods, targets: { box } };
}

const intended = (pod: string, scope = 's', price = 36): Fact => ({
  ...{ type: 'pod-intended', pod, target: 'gpu', scope, offer: 'RTX 4090', price, lifetime: 3600 },
});
const created = (pod: string, price = 36): Fact => ({ type: 'pod-created', pod, id: `id-${pod}`, price });
const ready = (pod: string): Fact => ({ type: 'pod-ready', pod, seconds: 90, gpu: 'NVIDIA RTX 4090' });
const refused = (pod: string): Fact => ({ type: 'pod-refused', pod, class: 'capacity', message: 'none' });
const placed = (node: NodeId, on: string, share = 1): Fact => ({ type: 'unit-placed', node, on, share });
const ended = (pod: string, proven = true): Fact => ({
  ...{ type: 'pod-ended', pod, why: 'its scope is over', proven, seconds: 100, dollars: 1 },
});
const billed = (pod: string, dollars = 2): Fact => ({ type: 'pod-billed', pod, dollars });

const begun: Fact = { type: 'run-started', schema: 2, run: 'r', workflow: 'w' };
const plan = scoped(planOf('/a → /b'), { s: '' });
const idIn = ({ nodes }: Plan, title: string): NodeId => {
  const found = nodes.find((node) => node.title === title);
  if (!found) throw new Error(`nothing is called ${title}`);
  return found.id;
};
const a = idIn(plan, '/a');
const first = idIn(plan, '/continue');
const running: readonly Fact[] = [
  begun,
  { type: 'unit-started', node: first, attempt: 1, directory: 'd' },
  { type: 'unit-succeeded', node: first, attempt: 1, seconds: 0, metrics: {}, values: {} },
  { type: 'unit-started', node: a, attempt: 1, directory: 'd' },
];
const reached = (...facts: Fact[]) => fold(plan, journalOf([...running, ...facts]));
const podIn = (state: RunState) => state.pods.get('p');

describe('a fact about a pod', () => {
  it('says that it is meant, made, ready, used, ended and billed', () => {
    const facts = [intended('p'), created('p', 40), ready('p'), placed(a, 'p', 0.5)];
    const used = reached(...facts);
    const whole = {
      ...{ name: 'p', target: 'gpu', scope: 's', offer: 'RTX 4090', quoted: 36, price: 40, lifetime: 3600 },
      ...{ intendedAt: '1970-01-01T00:00:05.000Z', createdAt: '1970-01-01T00:00:06.000Z', id: 'id-p' },
      ...{ readyAt: '1970-01-01T00:00:07.000Z', readyAfter: 90, gpu: 'NVIDIA RTX 4090' },
      units: new Set([a]),
    };
    expect(podIn(used)).toEqual({ ...whole, shares: new Map([[a, 0.5]]) });
    expect(used.placed).toEqual(new Map([[a, 'p']]));
    expect(alivePods(used).map(({ name }) => name)).toEqual(['p']);
    const over = reached(...facts, ended('p'), billed('p'), billed('p', 3));
    expect(podIn(over)).toMatchObject({
      ...{ ...whole, why: 'its scope is over', proven: true, seconds: 100, dollars: 1, billed: 3 },
      endedAt: '1970-01-01T00:00:09.000Z',
    });
    expect(alivePods(over)).toEqual([]);
  });

  it('says why there is none', () => {
    const state = reached(intended('p'), refused('p'));
    expect(podIn(state)).toMatchObject({ refused: { class: 'capacity', message: 'none' } });
    expect(alivePods(state)).toEqual([]);
    expect(runDollars(state, 1e9)).toBe(0);
  });

  it('moves no node (S7), whenever it comes', () => {
    const nodes = ({ nodes, ready, running, undecided }: RunState) => ({ nodes, ready, running, undecided });
    const facts = [intended('p'), created('p'), ready('p'), ended('p', false), ended('p'), billed('p')];
    const cancels: Fact[] = [
      { type: 'cancel-requested', by: 'SIGINT' },
      {
        ...{ type: 'unit-failed', node: a, attempt: 1, seconds: 1 },
        ...{ class: 'cancelled', message: 'm', tail: [] },
      },
      { type: 'run-concluded', decision: 'cancelled', reasonCode: 'cancelled', reason: 'r' },
    ];
    for (const before of [[begun], [...running], [...running, ...cancels]]) {
      const state = fold(plan, journalOf(before));
      const was = structuredClone(nodes(state));
      for (const event of journalOf(facts, before.length)) evolve(state, event);
      expect(nodes(state)).toEqual(was);
      expect(podIn(state)).toMatchObject({ proven: true, billed: 2 });
    }
  });

  it('leaves the pod when the unit ends, and remembers where it ran', () => {
    const state = reached(intended('p'), created('p'), placed(a, 'p'), {
      ...{ type: 'unit-succeeded', node: a, attempt: 1, seconds: 1, metrics: {}, values: {} },
    });
    expect(podIn(state)?.shares.size).toBe(0);
    expect(podIn(state)?.units).toEqual(new Set([a]));
    expect(state.placed.get(a)).toBe('p');
  });

  it('moves a unit from a host that was lost to another', () => {
    const two = [intended('p'), created('p'), placed(a, 'p'), intended('q'), created('q')];
    const state = reached(...two, ended('p'), placed(a, 'q'));
    expect([...state.pods.values()].map(({ shares }) => [...shares.keys()])).toEqual([[], [a]]);
    expect(state.placed.get(a)).toBe('q');
  });

  it('places a unit on a host that is there already', () => {
    expect(reached(placed(a, 'box')).placed.get(a)).toBe('box');
  });

  const impossible: readonly (readonly [string, readonly Fact[]])[] = [
    ['before the run', [intended('p'), begun]],
    ['of a scope that the plan lacks', [...running, intended('p', 'other')]],
    ['meant twice', [...running, intended('p'), intended('p')]],
    ...[refused('p'), created('p'), ready('p'), ended('p'), billed('p')].map(
      (fact) => [`${fact.type} before it was meant`, [...running, fact]] as const,
    ),
    ['made twice', [...running, intended('p'), created('p'), created('p')]],
    [
      'two names for one',
      [...running, intended('p'), created('p'), intended('q'), { ...created('q'), id: 'id-p' } as Fact],
    ],
    ['made after it was refused', [...running, intended('p'), refused('p'), created('p')]],
    ['refused after it was made', [...running, intended('p'), created('p'), refused('p')]],
    ['refused twice', [...running, intended('p'), refused('p'), refused('p')]],
    ['made after its end', [...running, intended('p'), ended('p', false), created('p')]],
    ['ready before it was made', [...running, intended('p'), ready('p')]],
    ['ready twice', [...running, intended('p'), created('p'), ready('p'), ready('p')]],
    ['ready after its end', [...running, intended('p'), created('p'), ended('p'), ready('p')]],
    ['ended twice', [...running, intended('p'), created('p'), ended('p'), ended('p')]],
    ['ended although refused', [...running, intended('p'), refused('p'), ended('p')]],
    ['billed although refused', [...running, intended('p'), refused('p'), billed('p')]],
    ['used before it was made', [...running, intended('p'), placed(a, 'p')]],
    ['used after its end', [...running, intended('p'), created('p'), ended('p'), placed(a, 'p')]],
    ['used by what does not run', [...running, intended('p'), created('p'), placed(first, 'p')]],
    ['used by what is no unit', [...running, intended('p'), created('p'), placed(plan.root, 'p')]],
    ['a host that nobody knows', [...running, placed(a, 'elsewhere')]],
  ];
  it.each(impossible)('cannot be: %s', (_, facts) => {
    expect(() => fold(plan, journalOf(facts))).toThrow(/^internal: .* please report this$/);
  });
});

/** A pod for each unit that is named, made when the unit starts and ended when it has. */
function pods(
  names: Readonly<
    Record<string, { scope: string; price?: number; share?: number; keeps?: boolean; on?: string }>
  >,
): NonNullable<Play['react']> {
  return (event, state) => {
    if (!('node' in event)) return [];
    const title = state.byId.get(event.node)?.title ?? '';
    const wanted = names[title];
    if (!wanted) return [];
    const { scope, price = 36, share = 1, keeps = false, on } = wanted;
    const name = on ?? `p${title}${state.starts.get(event.node)}`;
    switch (event.type) {
      case 'unit-started':
        return [
          ...(state.pods.has(name) ? [] : [intended(name, scope, price), created(name, price)]),
          placed(event.node, name, share),
        ];
      case 'unit-succeeded':
      case 'unit-failed': {
        const pod = state.pods.get(name);
        if (keeps || !pod) return [];
        const seconds = podLife(pod, state.at);
        return [
          {
            type: 'pod-ended',
            pod: name,
            why: 'w',
            proven: true,
            seconds,
            dollars: (seconds * price) / 3600,
          },
        ];
      }
      default:
        return [];
    }
  };
}

type Table = Readonly<Record<string, Outcome | readonly Outcome[]>>;

function spend(chain: Plan, table: Table, react: NonNullable<Play['react']>, more: Partial<Play> = {}) {
  const { state, seconds, started, events } = play(chain, { outcomes: outcomes(table), react, ...more });
  expect(fold(chain, events)).toEqual(state);
  const { decision, reasonCode } = state.conclusion ?? {};
  return {
    state,
    events,
    seconds,
    decision,
    reasonCode,
    ran: started.filter((one) => one !== '/continue').join(' '),
  };
}

// 36 dollars an hour are a cent a second: ending a pod takes 60 cents.
describe('a budget around a scope', () => {
  const one = (chain: string, title = '/a') => scoped(planOf(chain), { s: title });

  it.each([
    [139, 'passed', 140],
    [200, 'failed', 140],
  ])('ends a unit of %i s while what is left pays for the end: %s after %i s', (long, decision, seconds) => {
    const done = spend(one('budget:2usd → /a → /z'), { '/a': lasting(long) }, pods({ '/a': { scope: 's' } }));
    expect(done).toMatchObject({ decision, seconds });
    expect(runDollars(done.state, done.state.at) + 0.6).toBeLessThanOrEqual(2 + 1e-9);
    expect(alivePods(done.state)).toEqual([]);
  });

  it('has a failure of its own class, which names what was spent', () => {
    const done = spend(one('budget:2usd → /a'), { '/a': lasting(200) }, pods({ '/a': { scope: 's' } }));
    expect(done.reasonCode).toBe('budget');
    expect(done.state.conclusion?.reason).toBe(
      '`budget:2usd` failed: `budget:2usd` ran out of money, 1.4 dollars spent; the rest pays for ending its pods',
    );
    expect(done.events.find(({ type }) => type === 'budget-exceeded')).toMatchObject({ dollars: 1.4 });
  });

  it('pays for a pod on which nothing runs', () => {
    const chain = one('budget:2usd → (/a → /wait:200 → /b)', 'budget:2usd');
    const react = pods({ '/a': { scope: 's', keeps: true } });
    expect(spend(chain, {}, react)).toMatchObject({ reasonCode: 'budget', ran: '/a', seconds: 140 });
  });

  it('pays the price that is billed, not that of the catalogue', () => {
    const react: Play['react'] = (event, state) =>
      event.type === 'unit-started' && state.byId.get(event.node)?.title === '/a'
        ? [intended('p', 's', 36), created('p', 72)]
        : [];
    // 2 - 60 s at 72 dollars an hour.
    expect(spend(one('budget:2usd → /a'), { '/a': lasting(200) }, react)).toMatchObject({ seconds: 40 });
  });

  it('pays for the time in which nobody knew whether the pod exists', () => {
    const react: Play['react'] = (event, state) => {
      const title = 'node' in event ? state.byId.get(event.node)?.title : '';
      if (event.type === 'unit-started' && title === '/a') return [intended('p')];
      return event.type === 'unit-succeeded' && title === '/b' ? [created('p')] : [];
    };
    const chain = one('budget:2usd → parallel[/a | /b]');
    expect(spend(chain, { '/a': lasting(300), '/b': lasting(50) }, react)).toMatchObject({ seconds: 140 });
  });

  it('pays for all pods that are alive', () => {
    const chain = scoped(planOf('budget:4usd → parallel[/a | /b]'), { s: '/a', t: '/b' });
    const react = pods({ '/a': { scope: 's' }, '/b': { scope: 't' } });
    const table = { '/a': lasting(50), '/b': lasting(900) };
    // 100 cents for both, then one cent a second until 60 are left.
    expect(spend(chain, table, react)).toMatchObject({ reasonCode: 'budget', seconds: 290 });
  });

  it('pays for what an earlier attempt has left alive', () => {
    const react = pods({ '/a': { scope: 's', keeps: true } });
    const table = { '/a': [failed('capacity', 10), lasting(900)] };
    const chain = one('retry:1 → budget:4usd → /a', '/a');
    // Two cents a second, and both have to be ended.
    expect(spend(chain, table, react)).toMatchObject({ reasonCode: 'budget', seconds: 10 + 140 });
  });

  it('adds pods to targets with a price', () => {
    const chain = { ...one('budget:4usd → parallel[/a | /b]'), prices: { local: 36 } };
    const table = { '/a': lasting(900), '/b': lasting(900) };
    // Three cents a second: /b, /a and its pod; the end of the pod is kept.
    expect(spend(chain, table, pods({ '/a': { scope: 's' } })).seconds).toBeCloseTo(340 / 3, 1);
  });

  it('ends the unit at once when not even the end could be paid', () => {
    const react = pods({ '/a': { scope: 's' } });
    expect(spend(one('budget:0.5usd → /a'), { '/a': long }, react)).toMatchObject({
      ...{ reasonCode: 'budget', seconds: 0 },
    });
  });
  const long = lasting(100);

  it('of a chain with handlers pays for pods of the whole run', () => {
    const tree = planFrom({
      kind: 'handlers',
      title: '',
      body: { kind: 'budget', title: 'budget:2usd', dollars: 2, body: sequence(unit('/a'), unit('/b')) },
      onFailure: null,
      finally: unit('/z'),
    });
    const whole = scoped(tree, { s: '' });
    const react = pods({ '/a': { scope: 's', keeps: true } });
    const table = { '/a': lasting(10), '/b': lasting(900) };
    expect(spend(whole, table, react)).toMatchObject({ reasonCode: 'budget', ran: '/a /b /z', seconds: 141 });
  });
});

describe('a budget inside of a scope', () => {
  const chain = (text: string) => scoped(planOf(text), { s: '' });

  it('pays the part that its units take, while they run', () => {
    const react = pods({
      '/a': { scope: 's', keeps: true, on: 'p' },
      '/b': { scope: 's', keeps: true, on: 'p', share: 0.5 },
    });
    // Half a cent a second; ending takes 30 cents of it.
    const done = spend(chain('/a → /wait:500 → budget:1usd → /b'), { '/b': lasting(900) }, react);
    expect(done).toMatchObject({ reasonCode: 'budget', seconds: 501 + 140 });
  });

  it('adds what runs side by side, and forgets what has ended', () => {
    const half = { scope: 's', keeps: true, on: 'p', share: 0.5 };
    const react = pods({ '/a': half, '/b': half });
    const table = { '/a': lasting(50), '/b': lasting(900) };
    // 50 s at a cent, then half a cent until 30 cents are left.
    const done = spend(chain('budget:2usd → parallel[/a | /b]'), table, react);
    expect(done).toMatchObject({ reasonCode: 'budget', seconds: 50 + 240 });
  });

  it('pays nothing between its units', () => {
    const react = pods({ '/a': { scope: 's', keeps: true, on: 'p' } });
    const done = spend(chain('budget:1usd → (/a → /wait:900 → /b)'), { '/b': lasting(900) }, react);
    expect(done).toMatchObject({ decision: 'passed' });
  });

  it('no longer pays for a host that was lost', () => {
    const react: Play['react'] = (event, state) => {
      const title = 'node' in event ? state.byId.get(event.node)?.title : '';
      if (event.type === 'unit-started' && title === '/a')
        return [intended('p'), created('p'), placed(event.node, 'p')];
      return event.type === 'unit-succeeded' && title === '/b' ? [ended('p')] : [];
    };
    const lost = spend(
      chain('parallel[budget:1usd → /a | /b]'),
      { '/a': lasting(900), '/b': lasting(20) },
      react,
    );
    expect(lost).toMatchObject({ decision: 'passed' });
  });
});

describe('what remains', () => {
  const chain = scoped(planOf('budget:10usd → budget:4usd → /a → /b'), { s: '/a', free: '/b' });
  const begin = (...facts: Fact[]) => {
    const start = idIn(chain, '/a');
    const all: Fact[] = [
      ...running.slice(0, 3),
      { type: 'unit-started', node: start, attempt: 1, directory: 'd' },
    ];
    return fold(chain, journalOf([...all, ...facts], 0, 0));
  };

  it('is the least of the budgets that pay, without what ending takes', () => {
    expect(remainingDollars(begin(), 's', 0)).toBe(4);
    expect(remainingDollars(begin(), 's', 1e6)).toBe(4);
    const alive = begin(intended('p'), created('p'));
    expect(remainingDollars(alive, 's', 0)).toBeCloseTo(3.4, 9);
    expect(remainingDollars(alive, 's', 100_000)).toBeCloseTo(2.4, 9);
    expect(remainingDollars(alive, 's', 1e9)).toBe(0);
  });

  it('keeps what a pod may cost of which nobody knows yet', () => {
    expect(remainingDollars(begin(intended('p')), 's', 0)).toBeCloseTo(3.4, 9);
    expect(remainingDollars(begin(intended('p'), refused('p')), 's', 0)).toBe(4);
  });

  it('is unknown where no budget pays', () => {
    expect(remainingDollars(begin(), 'free', 0)).toBeUndefined();
  });

  it('is nothing once a budget is spent', () => {
    const exceeded: Fact = { type: 'budget-exceeded', node: idIn(chain, 'budget:4usd'), dollars: 4 };
    const state = begin(exceeded);
    expect(remainingDollars(state, 's', 0)).toBe(0);
    expect([isOverspent(state, 's'), isOverspent(state, 'free')]).toEqual([true, false]);
    expect(isOverspent(begin(), 's')).toBe(false);
  });
});

describe('a run that goes on', () => {
  const later = (events: readonly RunEvent[], seconds: number, ...facts: Fact[]) => [
    ...events,
    ...journalOf(facts, events.length, Date.parse(events.at(-1)?.at ?? '') + seconds * 1000),
  ];
  const chain = scoped(planOf('budget:2usd → (/a → /b) → /z'), { s: 'budget:2usd' });
  const react = pods({
    '/a': { scope: 's', keeps: true, on: 'p' },
    '/b': { scope: 's', keeps: true, on: 'p' },
  });
  const table = { '/a': lasting(10), '/b': lasting(50) };
  const resumed: Fact = { type: 'run-resumed' };

  it('pays for pods in the time in which nobody drove it', () => {
    const cancelled = spend(chain, table, react, { cancelAt: 9 });
    expect(cancelled.decision).toBe('cancelled');
    const soon = spend(chain, table, react, { journal: later(cancelled.events, 60, resumed) });
    expect(soon).toMatchObject({ decision: 'passed' });
    const late = spend(chain, table, react, { journal: later(cancelled.events, 200, resumed) });
    expect(late).toMatchObject({ reasonCode: 'budget', ran: '' });
  });

  it('pays for pods after it was killed, too', () => {
    const { events } = spend(chain, table, react);
    const at = events.findIndex(({ type }) => type === 'unit-placed');
    const killed = events.slice(0, at + 1);
    const interrupted: Fact = { type: 'unit-interrupted', node: idIn(chain, '/a'), attempt: 1 };
    const journal = later(killed, 200, interrupted, resumed);
    expect(spend(chain, table, react, { journal })).toMatchObject({ reasonCode: 'budget', ran: '' });
  });

  it('does not pay for a pod that a cancel has ended', () => {
    const cancelled = spend(chain, table, react, { cancelAt: 9 });
    const journal = later(later(cancelled.events, 20, ended('p')), 3600, resumed);
    const { state } = spend(chain, table, () => [], { journal });
    expect(state.conclusion?.decision).toBe('passed');
    expect(state.pods.get('p')).toMatchObject({ proven: true });
  });

  it('knows the same pods, wherever it was cancelled', () => {
    const { events } = spend(chain, table, react);
    let withPods = 0;
    for (let at = 1; at < events.length; at += 1) {
      const cancelled = spend(chain, table, react, { cancelAt: at });
      if (cancelled.decision !== 'cancelled') continue;
      const before = structuredClone(cancelled.state.pods);
      if (before.size > 0) withPods += 1;
      const journal = later(cancelled.events, 1, resumed);
      expect(fold(chain, journal).pods).toEqual(before);
      expect(spend(chain, table, react, { journal }).decision).toBe('passed');
    }
    expect(withPods).toBeGreaterThan(2);
  });

  it('knows what happened to pods after the cancel, and forgets where handlers ran', () => {
    const handled = scoped(planOf('/try:/a → /finally → /z'), { s: '' });
    const both = pods({ '/a': { scope: 's', keeps: true }, '/z': { scope: 's', keeps: true } });
    const cancelled = spend(handled, table, both, { cancelAt: 7 });
    expect(cancelled).toMatchObject({ decision: 'cancelled', ran: '/a /z' });
    const state = fold(handled, later(cancelled.events, 1, resumed));
    expect([...state.pods].map(([name, { shares, units }]) => [name, shares.size, units.size])).toEqual([
      ['p/a1', 0, 1],
      ['p/z1', 0, 0],
    ]);
  });
});

describe('the dollars of a pod', () => {
  it('are counted from its intent, and fixed by its end', () => {
    const state = fold(plan, journalOf([...running, intended('p'), created('p')], 0, 0));
    const pod = podIn(state);
    if (!pod) throw new Error('no pod');
    expect([podLife(pod, 100_000), podDollars(pod, 100_000), runDollars(state, 100_000)]).toEqual([
      100, 1, 1,
    ]);
    expect(podDollars(pod, -1)).toBe(0);
    evolve(state, { seq: 7, at: new Date(200_000).toISOString(), ...ended('p') });
    expect([podLife(pod, 1e9), podDollars(pod, 1e9)]).toEqual([100, 1]);
  });
});

describe('parts of a journal', () => {
  it('keep the pods of each, though they were numbered alike', () => {
    const split = scoped(planOf('parallel[/a | /b]'), { s: '/a', t: '/b' });
    const [left, right] = [idIn(split, '/a'), idIn(split, '/b')];
    const main = journalOf(running.slice(0, 3));
    const part = (node: NodeId, pod: string, scope: string) =>
      journalOf(
        [
          { type: 'unit-started', node, attempt: 1, directory: 'd' },
          ...[intended(pod, scope), created(pod), placed(node, pod)],
          { type: 'unit-interrupted', node, attempt: 1 },
          { type: 'unit-started', node, attempt: 2, directory: 'd' },
          ...[placed(node, pod), ended(pod, false), ended(pod), billed(pod), billed(pod, 3)],
        ],
        main.length,
      );
    const parts = [part(right, 'q', 't'), part(left, 'p', 's')];
    const merged = mergeParts(split, main, [...parts, ...parts]);
    expect(merged.length).toBe(main.length + 22);
    const state: RunState = initialState(split);
    for (const event of merged) evolve(state, event);
    expect([...state.pods.values()].map(({ name, billed, proven }) => ({ name, billed, proven }))).toEqual([
      { name: 'p', billed: 3, proven: true },
      { name: 'q', billed: 3, proven: true },
    ]);
  });
});

describe('a failure of the infrastructure', () => {
  it.each([
    ...['capacity', 'preempted', 'connection-lost', 'provision', 'heartbeat'].map(
      (one) => [one, true] as const,
    ),
    ['auth', false],
    ['budget', false],
    ['usage', false],
  ] as const)('of class %s may be caught and tried again: %s', (cause, may) => {
    expect([isCatchable(cause), isRetryable(cause)]).toEqual([may, may]);
    const lost = { '/a': [failed(cause), lasting(1)] };
    expect(play(planOf('retry:1 → /a'), { outcomes: outcomes(lost) }).state.conclusion?.decision).toBe(
      may ? 'passed' : 'failed',
    );
  });
});

describe('$resource_usage', () => {
  const usageAfter = (usage: object) => {
    const first: Outcome = { is: 'succeeded', result: { usage } };
    const { state } = play(planOf('/a'), { outcomes: outcomes({ '/a': first }) });
    return state.variables.get('')?.get('resource_usage');
  };
  it('is how busy the GPU was, or else the memory', () => {
    expect(usageAfter({ gpu: 0.87, gpuMemory: 0.5, memory: 0.3 })).toBe(0.87);
    expect(usageAfter({ memory: 0.3 })).toBe(0.3);
    expect(usageAfter({})).toBeUndefined();
  });
});
