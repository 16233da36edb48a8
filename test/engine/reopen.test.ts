/** A cancelled run that is resumed: it ends as if nobody had cancelled it, and what was finished is not run again. */
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/engine/event.ts';
import { fold } from '../../src/engine/evolve.ts';
import type { RunState } from '../../src/engine/state.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { failed, journalOf, measured, type Outcomes, outcomes, type Played, planOf, play } from './rig.ts';

/** Of which no timeout knows: nobody drove the run. */
const hour = 3_600_000;

const resumed = (events: readonly RunEvent[]) => [
  ...events,
  ...journalOf([{ type: 'run-resumed' }], events.length, Date.parse(events.at(-1)?.at ?? '') + hour),
];

/** What a run came to, without when. */
function outcomeOf(state: RunState) {
  return {
    conclusion: state.conclusion,
    degraded: state.degraded,
    settlement: state.settlement,
    gates: state.gates.map(({ gate, outcome, sum }) => ({ gate, outcome, sum })),
    variables: [...state.variables].map(([scope, values]) => [scope, [...values].sort()]),
    nodes: [...state.nodes]
      .map(([id, { status, result, position, open, succeeded }]) => ({
        ...{ id, status, result, position, open, succeeded },
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

const finishedIn = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'unit-succeeded' ? [event.node] : []));

function checkEnd(plan: Plan, given: Outcomes, end: Played): void {
  expect(outcomeOf(end.state)).toEqual(outcomeOf(play(plan, { outcomes: given }).state));
  const nodes = finishedIn(end.events);
  expect(new Set(nodes).size, 'nothing that was finished has run again').toBe(nodes.length);
  expect(fold(plan, end.events)).toEqual(end.state);
}

const chains: readonly (readonly [string, Outcomes])[] = [
  ['/a → /b → /c', outcomes({})],
  ['/a ; /b → /z', outcomes({ '/a': failed() })],
  ['/a → parallel:max=2[/b | /c → /z | /a] → /z', outcomes({})],
  ['parallel:min=1[/a | /b] || /c ; /z', outcomes({ '/a': failed() })],
  ['/train → /if:acc>0.5 → /a → /else → /b → /end → /z', outcomes({ '/train': measured(0.9) })],
  ['/train → /if:acc>0.5 → /a → /else → /b → /end → /z', outcomes({ '/train': measured(0.1) })],
  [
    '/train → $x=<result> → parallel[/say $x | /a] → /require:acc>0.5 → /z',
    outcomes({ '/train': measured(0.9) }),
  ],
];

describe('a cancelled run that is resumed', () => {
  it.each(chains)('ends as one that was not cancelled, wherever that was: %s', (chain, given) => {
    const plan = planOf(chain);
    const whole = play(plan, { outcomes: given }).events.length;
    for (let at = 1; at < whole; at += 1) {
      const first = play(plan, { outcomes: given, cancelAt: at });
      if (first.state.conclusion?.decision !== 'cancelled') continue;
      checkEnd(plan, given, play(plan, { outcomes: given, journal: resumed(first.events) }));
      for (const more of [1, 2, 4]) {
        const journal = resumed(first.events);
        const second = play(plan, { outcomes: given, journal, cancelAt: journal.length + more });
        if (second.state.conclusion?.decision !== 'cancelled') continue;
        checkEnd(plan, given, play(plan, { outcomes: given, journal: resumed(second.events) }));
      }
    }
  });

  it('keeps what finished after the cancel', () => {
    const plan = planOf('parallel[/a | /b] → /c');
    const { events } = play(plan, { outcomes: outcomes({}), cancelAt: 5 });
    const at = events.findIndex((event) => event.type === 'unit-failed');
    const event = events[at];
    if (event?.type !== 'unit-failed') throw new Error('nothing was cancelled');
    const { seq, node, attempt } = event;
    const done: RunEvent = {
      ...{ seq, at: event.at, type: 'unit-succeeded', node, attempt, seconds: 1, metrics: {}, values: {} },
    };
    const end = play(plan, { outcomes: outcomes({}), journal: resumed(events.with(at, done)) });
    expect(end.started).toEqual(['/b', '/c']);
    checkEnd(plan, outcomes({}), end);
  });
});
