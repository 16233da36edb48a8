/** Parallel blocks, `;`, `&&`, `||`, variables and cancelling: what runs, and how the run ends. */
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../src/engine/cells.ts';
import type { Fact } from '../../src/engine/event.ts';
import { fold } from '../../src/engine/evolve.ts';
import { failed, journalOf, measured, type Outcome, outcomes, planOf, play } from './rig.ts';

function run(chain: string, table: Readonly<Record<string, Outcome>> = {}) {
  const { state, started, mostAtOnce } = play(planOf(chain), { outcomes: outcomes(table) });
  return {
    state,
    mostAtOnce,
    decision: state.conclusion?.decision,
    reason: state.conclusion?.reason,
    ran: started.slice(1).join(' '),
  };
}

const no = failed();

describe('order', () => {
  it.each([
    ['/a → /b → /c', {}, 'passed', '/a /b /c'],
    ['/a → /b → /c', { '/b': no }, 'failed', '/a /b'],
    ['/a\n/b\n/c', { '/a': no }, 'failed', '/a'],
    ['/a; /b; /c', {}, 'passed', '/a /b /c'],
    ['/a; /b; /c', { '/a': no }, 'failed', '/a /b /c'],
    ['/a; /b\n/c', { '/b': no }, 'failed', '/a /b'],
    ['/a → /b; /c', { '/a': no }, 'failed', '/a /c'],
    ['/a && /b', {}, 'passed', '/a /b'],
    ['/a && /b', { '/a': no }, 'failed', '/a'],
    ['/a || /b', {}, 'passed', '/a'],
    ['/a || /b', { '/a': no }, 'passed', '/a /b'],
    ['/a || /b', { '/a': no, '/b': no }, 'failed', '/a /b'],
    // equal in rank, from the left
    ['/a && /b || /c', { '/a': no }, 'passed', '/a /c'],
    ['/a || /b && /c', {}, 'passed', '/a /c'],
    ['/a || /b && /c', { '/a': no }, 'passed', '/a /b /c'],
    ['(/a → /b) || /c', { '/b': no }, 'passed', '/a /b /c'],
    // called wrongly is no failure to go on after
    ['/a || /b', { '/a': failed('usage') }, 'failed', '/a'],
    ['/a || /b', { '/a': failed('auth') }, 'failed', '/a'],
    ['/a; /b', { '/a': failed('usage') }, 'failed', '/a /b'],
  ] as const)('%s with %j is %s and runs %s', (chain, table, decision, ran) => {
    expect(run(chain, table)).toMatchObject({ decision, ran });
  });
});

describe('parallel', () => {
  it.each([
    ['parallel[/a | /b | /c] → /z', {}, 'passed', '/a /b /c /z'],
    // all settle before the join, also when one has failed
    ['parallel[/a → /z | /b | /c → /z] → /z', { '/b': no }, 'failed', '/a /b /c /z /z'],
    ['parallel:min=2[/a | /b | /c] → /z', { '/b': no }, 'passed', '/a /b /c /z'],
    ['parallel:min=2[/a | /b | /c] → /z', { '/b': no, '/a': no }, 'failed', '/a /b /c'],
    ['parallel:min=0[/a | /b] → /z', { '/b': no, '/a': no }, 'passed', '/a /b /z'],
  ] as const)('%s with %j is %s and runs %s', (chain, table, decision, ran) => {
    expect(run(chain, table)).toMatchObject({ decision, ran });
  });

  it.each([
    ['parallel[/a | /b | /c | /z]', 4],
    ['parallel:max=1[/a | /b | /c | /z]', 1],
    ['parallel:max=3[/a | /b | /c | /z]', 3],
    ['parallel:max=9[/a | /b | /c | /z]', 4],
  ])('%s runs at most %i at once', (chain, most) => {
    expect(run(chain).mostAtOnce).toBe(most);
  });

  it('offers no more than a target has room for', () => {
    const plan = planOf('parallel[/a | /b | /c | /z]');
    expect(play(plan, { outcomes: outcomes({}), slots: 2 })).toMatchObject({ mostAtOnce: 2 });
  });

  const sweep = (options = '') => `parallel${options}[/train:sigma-1 | /train:sigma-2] → /results:aggregate`;

  it('is degraded when it goes on with less than all, and then nothing deploys', () => {
    const table = { '/train:sigma-1': measured(0.9), '/train:sigma-2': no };
    expect(run(sweep(), table)).toMatchObject({
      decision: 'passed',
      reason: 'enough commands succeeded; degraded: only 1 of 2 branches succeeded (no `min=` was written)',
    });
    const refused = run(`${sweep()} → /deploy → /z`, table);
    expect(refused).toMatchObject({
      decision: 'failed',
      ran: '/train:sigma-1 /train:sigma-2 /results:aggregate',
    });
    expect(refused.state.conclusion?.reasonCode).toBe('degraded-deploy');
    expect(run(`${sweep(':min=1')} → /deploy → /z`, table)).toMatchObject({ decision: 'passed' });
    expect(run(`(/a || /b) → /deploy`, { '/a': no })).toMatchObject({ decision: 'failed', ran: '/a /b' });
    expect(run(`(/a || /b) → /deploy`)).toMatchObject({ decision: 'passed', ran: '/a /deploy' });
  });
});

describe('variables', () => {
  const says = (chain: string) => {
    const { state } = play(planOf(chain), {
      outcomes: ({ title }) => ({ is: 'succeeded', result: { values: { result: `of ${title}` } } }),
    });
    expect(state.conclusion?.decision).toBe('passed');
    return [...state.nodes.entries()]
      .filter(([id]) => id.endsWith('-say'))
      .map(([, { input }]) => input?.arguments.join(' '))
      .sort();
  };

  it('of one parallel branch are not seen by another', () => {
    expect(says('parallel[/a → $x=<result> → /c → /say $x | /b → $x=<result> → /say $x]')).toEqual([
      'of /a',
      'of /b',
    ]);
  });

  it('of a branch are read on behind the join, and those around it inside', () => {
    expect(says('/a → $y=<result> → parallel[/b → $x=<result> → /say $y | /c] → /say $x $y')).toEqual([
      'of /a',
      'of /b of /a',
    ]);
  });

  it('keep the value a unit was started with in its record', () => {
    const plan = planOf('$x=1 → /say $x → $x=2 → /say $x');
    const { state } = play(plan, { outcomes: outcomes({}) });
    const inputs = [...state.nodes.values()].flatMap(({ input }) =>
      input?.arguments.length ? [input.arguments] : [],
    );
    expect(inputs).toEqual([['1'], ['2']]);
  });

  it('are checked when they are used: what was never set starts nothing', () => {
    expect(run('(/a → $x=<result.foo>) || /continue\n/say $x', {})).toMatchObject({
      decision: 'failed',
      ran: '/a /continue',
    });
  });

  it('hand the configuration of each cell on, with its axis', () => {
    const { state } = run('parallel[/train:sigma-0.10 | /train:sigma-2 | /measure]', {
      '/train:sigma-0.10': measured(0.9),
      '/train:sigma-2': no,
    });
    const units = state.plan.nodes.filter((node) => node.kind === 'unit').slice(1);
    expect(
      cellsOf(
        state,
        units.map(({ id }) => id),
      ),
    ).toMatchObject([
      {
        title: '/train:sigma-0.10',
        id: 'train_sigma_0.10',
        status: 'completed',
        config: { sigma: '0.10' },
        metrics: { accuracy: 0.9 },
      },
      {
        title: '/train:sigma-2',
        status: 'failed',
        config: { sigma: '2' },
        metrics: {},
        error: 'ended as exit-1',
      },
      { title: '/measure', id: 'measure', status: 'completed', config: {}, metrics: {} },
    ]);
  });
});

describe('a journal', () => {
  const plan = planOf('/a → /b');
  const [, a] = plan.nodes.filter((node) => node.kind === 'unit');
  const node = a?.id ?? plan.root;
  const started: Fact = { type: 'run-started', schema: 1, run: 'r', workflow: 'w' };
  const unit: Fact = { type: 'unit-started', node, attempt: 1, directory: 'd' };
  const done: Fact = { type: 'unit-succeeded', node, attempt: 1, seconds: 1, metrics: {}, values: {} };
  it.each([
    ['a unit that was never open', [started, unit]],
    ['an outcome of what does not run', [started, done]],
    ['two starts of the run', [started, started]],
  ])('with %s is refused, not guessed at', (_name, facts) => {
    expect(() => fold(plan, journalOf(facts as Fact[]))).toThrow(/internal: /);
  });
});

describe('cancelling', () => {
  const plan = planOf('parallel:max=2[/measure → /if:acc>0.5 → /a → /else → /b | /c → /z | /a] → /b; /z');

  it('at any event ends the run as cancelled, with nothing running and nothing started afterwards', () => {
    const whole = play(plan, { outcomes: outcomes({ '/measure': measured(0.7) }) });
    for (let at = 1; at < whole.events.length; at += 1) {
      const { state, events } = play(plan, {
        outcomes: outcomes({ '/measure': measured(0.7) }),
        cancelAt: at,
      });
      expect(state.conclusion).toEqual({
        decision: 'cancelled',
        reasonCode: 'cancelled',
        reason: 'cancelled by SIGINT',
      });
      expect(state.running.size).toBe(0);
      const cancelled = events.findIndex(({ type }) => type === 'cancel-requested');
      expect(events.slice(cancelled).some(({ type }) => type === 'unit-started')).toBe(false);
    }
  });

  it('is remembered: a unit found interrupted afterwards does not run again', () => {
    const { events } = play(plan, { outcomes: outcomes({}), cancelAt: 6 });
    const cancelled = events.findIndex(({ type }) => type === 'cancel-requested');
    const journal = events.slice(0, cancelled + 1);
    const running = [...fold(plan, journal).running];
    expect(running.length).toBeGreaterThan(0);
    const interrupted = running.map((node): Fact => ({ type: 'unit-interrupted', node, attempt: 1 }));
    const { state, started } = play(plan, {
      outcomes: outcomes({}),
      journal: [...journal, ...journalOf(interrupted, journal.length)],
    });
    expect(started).toEqual([]);
    expect(state.conclusion?.decision).toBe('cancelled');
  });

  it('does not hide a gate error that had stopped the run before', () => {
    const gate = planOf('parallel[/measure → /if:acc>0.5 → /b | /c]');
    const { state } = play(gate, {
      outcomes: outcomes({}),
      // the gate's error stands in the journal while the other branch still runs
      watch: (live, event) => {
        if (event.type === 'gate-decided') expect(live.running.size).toBe(1);
      },
    });
    expect(state.conclusion).toMatchObject({ decision: 'failed', reasonCode: 'gate-error' });
  });
});
