/** A block that is handed out to machines of their own, and a branch whose machine is gone. */
import { describe, expect, it } from 'vitest';
import type { Fact, RunEvent } from '../../src/engine/event.ts';
import { evolve, fold } from '../../src/engine/evolve.ts';
import { isCatchable, isForgivable, isRetryable } from '../../src/engine/failure-class.ts';
import type { RunState } from '../../src/engine/state.ts';
import type { NodeId, Plan } from '../../src/plan/plan.ts';
import { blockOf, leg, loseRest, machine, openBelowSettled, untilDispatch } from './merge-rig.ts';
import { failed, journalOf, lasting, type Outcomes, outcomes, planOf } from './rig.ts';

const none = outcomes({});
const idIn = (plan: Plan, title: string): NodeId => {
  const found = plan.nodes.find((node) => node.title === title);
  if (!found) throw new Error(`nothing is called ${title}`);
  return found.id;
};
const ready = ({ ready: sets }: RunState) => [...sets.values()].flatMap((set) => [...set]);
const titles = (plan: Plan, ids: readonly NodeId[]) =>
  ids.map((id) => plan.nodes.find((node) => node.id === id)?.title ?? id);
const behind = (plan: Plan, events: readonly RunEvent[], ...facts: readonly Fact[]) =>
  fold(plan, [...events, ...journalOf(facts, events.length, Date.parse(events.at(-1)?.at ?? ''))]);
const branch = (plan: Plan, index: number): NodeId => {
  const id = blockOf(plan).branches[index];
  if (id === undefined) throw new Error('no such branch');
  return id;
};
const lost = (node: NodeId): Fact => ({ type: 'cell-lost', node, message: 'its machine is gone' });

/** The first branch did so many events, and no more is known of any. */
function cut(chain: string, events: number, given: Outcomes = none) {
  const plan = planOf(chain);
  const main = untilDispatch(plan, given) ?? [];
  const journal = [...main, ...leg(plan, main, [branch(plan, 0)], { outcomes: given }).slice(0, events)];
  return { plan, main, journal };
}

describe('a block that is handed out', () => {
  it('opens all of its branches, whatever its `max`', () => {
    const plan = planOf('parallel:max=1[/a | /b → /c | /z]');
    const state = fold(plan, untilDispatch(plan, none) ?? []);
    expect(titles(plan, ready(state))).toEqual(['/a', '/b', '/z']);
    expect(
      machine(plan, { outcomes: none, journal: untilDispatch(plan, none) ?? [] }).state.conclusion?.decision,
    ).toBe('passed');
  });

  it('opens nothing twice when it is handed out again', () => {
    const plan = planOf('parallel:max=1[/a | /b → /c | /z]');
    const main = untilDispatch(plan, none) ?? [];
    const { id, branches } = blockOf(plan);
    const journal = [...main, ...leg(plan, main, [branch(plan, 0)], { outcomes: none })];
    const state = behind(plan, journal, { type: 'cells-dispatched', node: id, branches: branches.slice(1) });
    expect(titles(plan, ready(state))).toEqual(['/b', '/z']);
    expect(state.nodes.get(id)).toMatchObject({ open: 2, succeeded: 1 });
  });

  it('waits for all of them, also when one settles as soon as it opens', () => {
    const plan = planOf('parallel:max=1[/a | /b] → /z');
    const main = (untilDispatch(plan, none) ?? []).slice(0, -1);
    const { id, branches } = blockOf(plan);
    const cancelled: Fact = { type: 'cancel-requested', by: 'SIGTERM' };
    const start: Fact = { type: 'unit-started', node: idIn(plan, '/a'), attempt: 1, directory: 'd' };
    const state = behind(plan, main, start, cancelled, { type: 'cells-dispatched', node: id, branches });
    expect(state.nodes.get(id)?.settlement).toBeUndefined();
    const node = idIn(plan, '/a');
    const { seq, at } = state;
    const end = { attempt: 1, seconds: 1, class: 'cancelled', message: 'm', tail: [] };
    evolve(state, { seq: seq + 1, at: new Date(at).toISOString(), type: 'unit-failed', node, ...end });
    expect(state.settlement).toEqual({ is: 'stopped' });
  });

  it('must be open, and the branches its own', () => {
    const { plan, main } = cut('/a → parallel[/b | /c] → /z', 0);
    const { id, branches } = blockOf(plan);
    const early = main.slice(0, 3);
    const dispatch: Fact = { type: 'cells-dispatched', node: id, branches };
    expect(() => behind(plan, early, dispatch)).toThrow('does not follow');
    expect(() => behind(plan, main, { ...dispatch, node: idIn(plan, '/a') })).toThrow('does not follow');
    expect(() => behind(plan, main, { ...dispatch, branches: [idIn(plan, '/a')] })).toThrow(
      'is no branch of',
    );
    const { events } = machine(plan, { outcomes: none, journal: main });
    expect(() => behind(plan, events.slice(0, -1), dispatch)).toThrow('does not follow');
  });
});

describe('a branch that is lost', () => {
  it('has failed with the unit that ran', () => {
    const { plan, journal } = cut('parallel[/a → /b → /c | /z]', 3);
    const state = behind(plan, journal, lost(branch(plan, 0)));
    const b = idIn(plan, '/b');
    const settlement = { is: 'failed', node: b, class: 'lost', message: 'its machine is gone' };
    expect(state.nodes.get(branch(plan, 0))?.settlement).toEqual(settlement);
    expect(state.nodes.get(b)).toMatchObject({ status: 'failed', failure: { class: 'lost', attempt: 1 } });
    expect(state.nodes.get(idIn(plan, '/a'))?.status).toBe('succeeded');
    expect(state.nodes.has(idIn(plan, '/c'))).toBe(false);
    expect(titles(plan, ready(state))).toEqual(['/z']);
    expect([state.running.size, state.undecided.size]).toEqual([0, 0]);
  });

  it.each([
    ['a retry', 'retry:2 → /a'],
    ['a try', '(/try:/a → /catch:any → /b → /finally → /c → /end)'],
    ['an operator', '(/a || /b)'],
    ['a timeout', 'timeout:30s → /a'],
    ['what stands behind a `;`', '(/a; /b)'],
    ['a fork', '((/a) & /b → barrier → $ready → /c)'],
    ['a block', 'parallel[/a | /b | (/wait:30 → /c)]'],
    ['a status gate', '(/a → /if:failure → /b → /end)'],
    ['a handler', '/whole'],
  ])('is not saved by %s in it', (_name, body) => {
    for (const events of [0, 1, 2, 3]) {
      const { plan, journal } = cut(`parallel[${body} | /z] → /say x`, events);
      if (fold(plan, journal).nodes.get(branch(plan, 0))?.settlement) continue;
      const state = behind(plan, journal, lost(branch(plan, 0)));
      expect(state.nodes.get(branch(plan, 0))?.settlement).toMatchObject({ is: 'failed', class: 'lost' });
      expect(titles(plan, ready(state))).toEqual(['/z']);
      expect(openBelowSettled(state)).toEqual([]);
      expect([...state.running, ...state.sleeping, ...state.undecided, ...state.asked]).toEqual([]);
      expect(
        machine(plan, { outcomes: none, journal: loseRest(plan, journal) }).state.conclusion,
      ).toBeDefined();
    }
  });

  it.each([
    ['a gate that is asked', '/require:accuracy>0.5'],
    ['a wait', '/wait:30'],
    ['an approval', '/approve:x'],
  ])('is told of without a unit: %s', (_name, body) => {
    const { plan, journal } = cut(`/train → parallel[${body} | /z]`, 0);
    const state = fold(plan, loseRest(plan, journal));
    expect(
      machine(plan, { outcomes: none, journal: loseRest(plan, journal) }).state.conclusion,
    ).toMatchObject({
      ...{ decision: 'failed', reasonCode: 'unit-failed' },
    });
    expect(state.nodes.get(branch(plan, 0))?.settlement).toMatchObject({ is: 'failed', class: 'lost' });
  });

  it('is a failure of work to all around it', () => {
    expect([isCatchable('lost'), isForgivable('lost'), isRetryable('lost')]).toEqual([true, true, true]);
    const ends: readonly (readonly [string, string])[] = [
      ['(/try:parallel[/a | /b] → /catch:lost → /c → /end)', 'handled'],
      ['(/try:parallel[/a | /b] → /catch:any → /c → /end)', 'handled'],
      ['parallel[/a | /b] || /c', 'passed'],
      ['parallel:min=1[/a | /b]', 'passed'],
      ['parallel[/a | /b]', 'failed'],
    ];
    for (const [chain, decision] of ends) {
      const { plan, journal } = cut(chain, 1);
      const both = [...journal, ...leg(plan, journal, [branch(plan, 1)], { outcomes: none })];
      const { state } = machine(plan, { outcomes: none, journal: loseRest(plan, both) });
      expect([chain, state.conclusion?.decision]).toEqual([chain, decision]);
    }
  });

  it('costs no more from then on', () => {
    const { plan: free, journal } = cut(
      'budget:1000usd → parallel[/a | /b]',
      1,
      outcomes({ '/a': lasting(9) }),
    );
    const plan = { ...free, prices: { local: 3600 } };
    const state = fold(plan, loseRest(plan, journal));
    const budget = [...state.nodes].find(([, { spending }]) => spending)?.[1].spending;
    expect(budget).toMatchObject({ rate: 0, spent: 60 });
    expect(state.timers).toEqual([]);
  });

  it('was stopped where a cancel was ending it, and is interrupted where the run goes on', () => {
    const { plan, journal } = cut('parallel[/a → /b | /c] → /z', 1);
    const cancel: Fact = { type: 'cancel-requested', by: 'SIGTERM' };
    const state = behind(plan, journal, cancel, lost(branch(plan, 0)));
    expect(state.settlement).toEqual({ is: 'stopped' });
    const resumed = behind(plan, journal, cancel, lost(branch(plan, 0)), { type: 'run-resumed' });
    expect(titles(plan, ready(resumed)).sort()).toEqual(['/a', '/c']);
    expect(resumed.nodes.get(idIn(plan, '/a'))).toMatchObject({ status: 'open', interrupted: [1] });
    expect(resumed.running.size).toBe(0);
  });

  it('was stopped where a timeout around the block was ending it', () => {
    const given = outcomes({ '/a': lasting(100), '/b': failed() });
    const { plan, journal } = cut('timeout:40s → parallel[/a | /b]', 2, given);
    expect(journal.at(-1)?.type).toBe('timed-out');
    const state = behind(plan, journal, lost(branch(plan, 0)));
    expect(state.nodes.get(branch(plan, 0))?.settlement).toEqual({ is: 'stopped' });
    expect(state.settlement).toMatchObject({ is: 'failed', class: 'timeout' });
  });

  it('must be open', () => {
    const { plan, main } = cut('/a → parallel[/b | /c] → /z', 0);
    expect(() => behind(plan, main, lost(idIn(plan, '/a')))).toThrow('does not follow');
    expect(() => behind(plan, main, lost(branch(plan, 0)), lost(branch(plan, 0)))).toThrow('does not follow');
    expect(() => behind(plan, main.slice(0, 3), lost(branch(plan, 0)))).toThrow('does not follow');
  });
});
