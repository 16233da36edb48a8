/** A run that failed is tried again: the failed unit runs once more, and what had succeeded before it does not. */
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/engine/event.ts';
import { fold } from '../../src/engine/evolve.ts';
import { decided, reopenFailed, reopenFrom } from '../../src/engine/reopen-failed.ts';
import type { RunState } from '../../src/engine/state.ts';
import type { NodeId, Plan } from '../../src/plan/plan.ts';
import {
  blockOf,
  leg,
  loseRest,
  machine,
  openBelowSettled,
  random,
  randomOutcomes,
  randomSequence,
  untilDispatch,
} from './merge-rig.ts';
import { failed, lasting, measured, type Outcomes, outcomes, planOf } from './rig.ts';

const good: Outcomes = (unit) =>
  unit.command === 'measure' ? { ...measured(0.9), seconds: 3 } : { is: 'succeeded', seconds: 2 };

const titles = (plan: Plan, ids: Iterable<NodeId>) =>
  [...ids].map((id) => plan.nodes.find((node) => node.id === id)?.title ?? id);
const ready = ({ ready: sets }: RunState) => [...sets.values()].flatMap((set) => [...set]);
const startedIn = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'unit-started' ? [event.node] : []));

/** What is open again, and how it ends when all goes well then. */
function again(chain: string, given: Outcomes) {
  const plan = planOf(chain);
  const first = machine(plan, { outcomes: given });
  const journal = reopenFailed(plan, first.events);
  const state = fold(plan, journal);
  const second = machine(plan, { outcomes: good, journal });
  return {
    ...{ plan, first, journal, state, second },
    ready: titles(plan, ready(state)),
    started: titles(plan, startedIn(second.events.slice(journal.length))),
  };
}

describe('a run that failed', () => {
  it('goes on with the unit that failed, and then with what stands behind it', () => {
    const { ready, started, second, state } = again(
      '/a → /b → /c\nfinally → /z',
      outcomes({ '/b': failed() }),
    );
    expect(ready).toEqual(['/b']);
    expect(state.conclusion).toBeUndefined();
    expect(started).toEqual(['/b', '/c', '/z']);
    expect(second.state.conclusion?.decision).toBe('passed');
  });

  it('keeps what went on and succeeded beside it', () => {
    const slow = outcomes({ '/a': failed('oom', 2), '/b': lasting(9), '/c': lasting(9) });
    const { ready, started, second } = again('parallel[/a | /b → /c] → /z', slow);
    expect(ready).toEqual(['/a']);
    expect(started).toEqual(['/a', '/z']);
    expect(second.state.conclusion?.decision).toBe('passed');
  });

  it('tries again what failed beside it, save for what was handled', () => {
    const slow = outcomes({ '/a': failed('oom', 2), '/b': failed('oom', 5), '/c': failed('oom', 7) });
    const { ready, started } = again('parallel[/a | /b | (/try:/c → /catch:any → /say x → /end)] → /z', slow);
    expect(ready).toEqual(['/a', '/b']);
    expect(started).toEqual(['/a', '/b', '/z']);
  });

  it('runs again what its end had ended', () => {
    const slow = outcomes({ '/a': lasting(100), '/b': lasting(2) });
    const { ready, started, second } = again('timeout:40s → parallel[/a | /b → /c]', slow);
    expect(ready).toEqual(['/a']);
    expect(started).toEqual(['/a']);
    expect(second.state.conclusion?.decision).toBe('passed');
  });

  it('asks again at a gate that could not be decided, or was not met', () => {
    const wrong = outcomes({ '/measure': measured(1.5) });
    const undecided = again('/measure → /require:acc>0.5 → /b', wrong);
    expect(titles(undecided.plan, undecided.state.undecided)).toEqual(['/require:acc>0.5']);
    const unmet = again('/measure → /if:acc>0.5 → /b', outcomes({ '/measure': measured(0.2) }));
    expect(unmet.state.undecided.size).toBe(1);
    expect(unmet.state.settlement).toBeUndefined();
  });

  it('asks a person again who said no', () => {
    const plan = planOf('/a → /approve:x → /b');
    const refused = Array.from({ length: 40 }, (_, index) => planOf(`/a → /approve:x${index} → /b`))
      .map((one) => ({ one, ran: machine(one, { outcomes: good }) }))
      .find(({ ran }) => ran.state.conclusion?.decision === 'failed');
    const { one, ran } = refused ?? { one: plan, ran: machine(plan, { outcomes: good }) };
    const state = fold(one, reopenFailed(one, ran.events));
    expect(ran.state.conclusion?.reasonCode).toBe('approval-refused');
    expect([...state.asked]).toHaveLength(1);
  });

  it('goes on after a cancel as any cancelled run does', () => {
    const plan = planOf('/a → parallel[/b | /c] → /z');
    const first = machine(plan, { outcomes: good, cancelAt: 7 });
    expect(first.state.conclusion?.decision).toBe('cancelled');
    const journal = reopenFailed(plan, first.events);
    expect(journal.slice(0, first.events.length)).toEqual(first.events);
    const second = machine(plan, { outcomes: good, journal });
    expect(second.state.conclusion?.decision).toBe('passed');
    const twice = startedIn(second.events).filter((id) => id.includes('-a'));
    expect(twice).toHaveLength(1);
  });

  it('is given back where nothing failed', () => {
    const plan = planOf('/a → /b');
    const { events } = machine(plan, { outcomes: good });
    expect(reopenFailed(plan, events)).toBe(events);
    expect(reopenFailed(plan, events.slice(0, 4))).toEqual(events.slice(0, 4));
  });
});

describe('a branch that failed', () => {
  const plan = planOf('parallel[/a → /b | /c] → /z');
  const given = outcomes({ '/b': failed() });
  const main = untilDispatch(plan, given) ?? [];
  const [top] = blockOf(plan).branches;
  if (top === undefined) throw new Error('no branch');

  it('goes on alone', () => {
    const events = [...main, ...leg(plan, main, [top], { outcomes: given })];
    const state = fold(plan, reopenFailed(plan, events, top));
    expect(titles(plan, ready(state)).sort()).toEqual(['/b', '/c']);
    expect(reopenFailed(plan, events, blockOf(plan).branches[1])).toBe(events);
  });

  it('goes on beside another one that failed in the same leg', () => {
    const both = outcomes({ '/b': failed(), '/c': failed('oom', 9) });
    const { branches } = blockOf(plan);
    const events = [...main, ...leg(plan, main, branches, { outcomes: both })];
    const journal = branches.reduce(
      (left, one) => reopenFailed(plan, left, one),
      events as readonly RunEvent[],
    );
    expect(titles(plan, ready(fold(plan, journal))).sort()).toEqual(['/b', '/c']);
  });

  it('goes on where it was lost', () => {
    const cut = [...main, ...leg(plan, main, [top], { outcomes: given }).slice(0, 3)];
    const state = fold(plan, reopenFailed(plan, loseRest(plan, cut), top));
    expect(titles(plan, ready(state))).toContain('/b');
    expect(state.nodes.get(top)?.settlement).toBeUndefined();
  });
});

describe('random runs that failed', () => {
  it('are open again, with all that had succeeded before the failure, and can come to a good end', () => {
    const decisions = new Map<string, number>();
    let reopened = 0;
    for (let seed = 1, made = 0; made < 150; seed += 1) {
      const next = random(seed);
      const chain = `${randomSequence(next, 3)}${['', '\nfinally → /z', '\non_failure → /c'][seed % 3]}`;
      const plan = planOf(chain, false);
      if (!plan) continue;
      made += 1;
      const options = seed % 5 === 0 ? { cancelAt: 6 + (seed % 9) } : {};
      const first = machine(plan, { outcomes: randomOutcomes(seed, 0.2), ...options });
      const { decision } = first.state.conclusion ?? {};
      const journal = reopenFailed(plan, first.events);
      expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
      const state = fold(plan, journal);
      const isBad = first.state.settlement?.is !== 'succeeded';
      // A call whose parameters were never set fails again each time: nothing in the journal has made it fail.
      const culprit =
        first.state.settlement?.is === 'failed'
          ? plan.nodes.find(
              ({ id }) => first.state.settlement?.is === 'failed' && id === first.state.settlement.node,
            )
          : undefined;
      if (!isBad || culprit?.kind === 'call') continue;
      reopened += 1;
      decisions.set(decision ?? '', (decisions.get(decision ?? '') ?? 0) + 1);
      expect(state.settlement, chain).toBeUndefined();
      expect(state.conclusion).toBeUndefined();
      expect(state.running.size).toBe(0);
      expect(openBelowSettled(state), chain).toEqual([]);
      // A cancel came later: what it has ended goes on first.
      if (culprit?.kind === 'unit' && decision !== 'cancelled')
        expect(ready(state), chain).toContain(culprit.id);
      const kept = succeededIn(state);
      const second = machine(plan, { outcomes: good, journal });
      expect(second.state.conclusion, chain).toBeDefined();
      expect(second.state.running.size).toBe(0);
      for (const own of second.state.nodes.values()) expect(own.settlement).toBeDefined();
      if (plan.nodes.some(({ kind }) => kind === 'retry' || kind === 'repeat')) continue;
      for (const id of startedIn(second.events.slice(journal.length)))
        expect(kept.has(id), `${id} had succeeded in ${chain}`).toBe(false);
    }
    expect(reopened).toBeGreaterThan(50);
    expect([...decisions.keys()].sort()).toEqual(['cancelled', 'failed', 'not-met']);
  });
});

describe('an element that is to run again', () => {
  function from(chain: string, title: string, given: Outcomes = good) {
    const plan = planOf(chain);
    const first = machine(plan, { outcomes: given });
    const node = plan.nodes.find((one) => one.title === title);
    const journal = reopenFrom(plan, first.events, node?.id ?? plan.root);
    if (!journal) return undefined;
    const second = machine(plan, { outcomes: good, journal });
    return {
      ready: titles(plan, ready(fold(plan, journal))),
      started: titles(plan, startedIn(second.events.slice(journal.length))),
      decision: second.state.conclusion?.decision,
    };
  }

  it('runs with all that stands behind it, and nothing before it', () => {
    expect(from('/a → /b → /c → /z', '/c')).toEqual({
      ready: ['/c'],
      started: ['/c', '/z'],
      decision: 'passed',
    });
  });

  it('may stand before what has failed', () => {
    const failing = outcomes({ '/c': failed() });
    expect(from('/a → /b → /c', '/b', failing)).toMatchObject({ started: ['/b', '/c'], decision: 'passed' });
  });

  it('leaves alone what runs beside it', () => {
    expect(from('parallel[/a → /b | /c] → /z', '/b')).toMatchObject({ started: ['/b', '/z'] });
  });

  it('asks gates behind it anew, and takes the branch that follows now', () => {
    const low: Outcomes = (unit) =>
      unit.command === 'measure' ? { ...measured(0.2), seconds: 1 } : { is: 'succeeded', seconds: 1 };
    const again = from('/a → /measure → /if:acc>0.5 → /b → /else → /c', '/measure', low);
    expect(again).toMatchObject({ started: ['/measure', '/b'], decision: 'passed' });
  });

  it('is none that the run has not come to', () => {
    expect(from('/a → /b → /c', '/c', outcomes({ '/a': failed() }))).toBeUndefined();
  });
});

describe('a decision about what a run waits for', () => {
  const plan = planOf('/a → /approve:deploy → /b');
  const waiting = machine(plan, { outcomes: good, until: (state) => state.asked.size > 0 });
  const decision = { approved: true, by: 'dana', at: '2026-01-01T00:00:00.000Z' };

  it('lets it go on, and is on record with who decided', () => {
    const given = decided(plan, waiting.events, { ...decision, label: 'deploy' });
    expect(given.decided).toEqual(['deploy']);
    expect(given.events.at(-1)).toMatchObject({ type: 'approval-given', approved: true, by: 'dana' });
    const second = machine(plan, { outcomes: good, journal: given.events });
    expect(titles(plan, startedIn(second.events.slice(given.events.length)))).toEqual(['/b']);
    expect(second.state.conclusion?.decision).toBe('passed');
  });

  it('is none for another label, and changes nothing then', () => {
    const given = decided(plan, waiting.events, { ...decision, label: 'other' });
    expect(given).toEqual({ events: waiting.events, decided: [] });
  });
});

function succeededIn({ nodes, byId }: RunState): ReadonlySet<NodeId> {
  return new Set(
    [...nodes].flatMap(([id, { status }]) =>
      status === 'succeeded' && byId.get(id)?.kind === 'unit' ? [id] : [],
    ),
  );
}
