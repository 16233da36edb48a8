/** What commands and selections declare of failures and of nothing: `retry: never`, `none: not-met`. */
import { describe, expect, it } from 'vitest';
import { planned } from '../plan/rig.ts';
import { failed, measured, type Outcome, outcomes, play } from './rig.ts';

const yaml = `axes: { sigma: { flag: --sigma } }
select: { best-model: { max: accuracy, none: not-met } }
commands:
  train: { run: 'x "$@"', metrics: [{ output: [accuracy] }] }
  fragile: { run: x, errors: { broken: { exit: 3, retry: never }, busy: { exit: 4 } } }
  deploy: { run: 'x "$@"', params: { model: { from: $best_model, flag: --model } }, deploys: production }
  a: { run: a }
  b: { run: b }
`;

function run(chain: string, table: Readonly<Record<string, Outcome | readonly Outcome[]>>) {
  const { plan, text } = planned(chain, yaml);
  if (!plan) throw new Error(text);
  const { state, started, events } = play(plan, { outcomes: outcomes(table) });
  const { decision, reason } = state.conclusion ?? {};
  return { state, events, decision, reason, ran: started.join(' ') };
}

describe('a class that is never retried', () => {
  it.each([
    ['retry:3 → /fragile', 'broken', '/fragile', 'failed'],
    ['retry:1 → /fragile', 'busy', '/fragile /fragile', 'failed'],
    ['retry:1 → /fragile', 'exit-9', '/fragile /fragile', 'failed'],
    ['retry:3 → (/a → /fragile)', 'broken', '/a /fragile', 'failed'],
    ['/try:retry:3 → /fragile → /catch:broken → /b', 'broken', '/fragile /b', 'handled'],
    // Of another command it is an ordinary class.
    ['retry:1 → /a', 'broken', '/a /a', 'failed'],
  ])('%s with %s runs %s', (chain, cause, ran, decision) => {
    expect(
      run(chain, { '/fragile': failed(cause), '/a': chain.endsWith('/a') ? failed(cause) : measured(1) }),
    ).toMatchObject({
      ran,
      decision,
    });
  });
});

describe('a choice without a candidate', () => {
  const none: Outcome = {
    is: 'succeeded',
    result: { none: 'no cell was a candidate', source: 'winner.json' },
  };
  const some: Outcome = {
    is: 'succeeded',
    result: { metrics: { best_accuracy: 0.95 }, values: { best_model: 'runs/x' } },
  };
  const sweep = 'parallel[/train:sigma-1 | /train:sigma-2] → /best-model:select';
  const all = '/train:sigma-1 /train:sigma-2 /best-model:select';

  it.each([
    [`${sweep} → /if:best-acc>0.9 → /a → /else → /b`, '/b', 'handled'],
    [`${sweep} → /if:not (best-acc>0.9) → /a → /else → /b`, '/b', 'handled'],
    [`${sweep} → /if:best-acc<0.9 or 1<2 → /a → /else → /b`, '/b', 'handled'],
    [`${sweep} → /if:abs(best-acc - 1)<2 → /a → /else → /b`, '/b', 'handled'],
    [`${sweep} → /if:best-acc>0.9 → /a → /elif:best-acc<=0.9 → /a → /else → /b`, '/b', 'handled'],
    [`${sweep} → /if:best-acc>0.9 → /a`, '', 'not-met'],
    [`${sweep} → /try:/require:best-acc>0.9 → /catch:gate-not-met → /b`, '/b', 'handled'],
    // A mistake is still one.
    [`${sweep} → /a → /if:best-acc>0.9 and $best_model=='x' → /a → /else → /b`, '/a', 'failed'],
  ])('%s runs %s', (chain, ran, decision) => {
    const played = run(chain, { '/best-model:select': none, '/train:sigma-1': measured(0.5) });
    expect(played).toMatchObject({ ran: ran === '' ? all : `${all} ${ran}`, decision });
  });

  it('says so', () => {
    const { events, reason } = run(`${sweep} → /if:best-acc>0.9 → /a → /else → /b`, {
      '/best-model:select': none,
    });
    expect(events.find(({ type }) => type === 'gate-decided')).toMatchObject({
      outcome: 'not-met',
      sum: 'best-acc none > 0.9',
      reason: 'no cell was a candidate',
      operands: [{ written: 'best-acc', none: 'no cell was a candidate' }],
    });
    expect(reason).toBe('gate not met: best-acc none > 0.9 (no cell was a candidate); the else branch ran');
  });

  it('leaves no model of an earlier choice behind', () => {
    const chain = `repeat:2 until:best-acc>0.99 → (${sweep}); /deploy`;
    const { ran, reason } = run(chain, { '/best-model:select': [some, none] });
    expect(ran).toBe(`${all} ${all}`);
    expect(reason).toContain('`$best_model` was never set');
  });
});
