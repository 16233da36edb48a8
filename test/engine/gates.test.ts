/** What a gate's outcome does, in every place a gate can stand. */
import { describe, expect, it } from 'vitest';
import type { Decision, ReasonCode } from '../../src/engine/event.ts';
import { exitCodeOf } from '../../src/exit-codes.ts';
import { failed, measured, type Outcome, outcomes, planOf, play } from './rig.ts';

const met = measured(0.8);
const unmet = measured(0.2);
const missing: Outcome = { is: 'succeeded', result: { metrics: { loss: 1 } } };

const passed = ['passed', 'gates-met', 0] as const;
const handled = ['handled', 'else-branch', 0] as const;
const notMet = ['not-met', 'gate-not-met', 3] as const;
const error = ['failed', 'gate-error', 1] as const;

type Verdict = readonly [Decision, ReasonCode, number];
/** Chain, what `/measure` gave, the verdict, what ran behind it. */
type Row = readonly [chain: string, outcome: Outcome, verdict: Verdict, ran: string];

const rows: readonly Row[] = [
  // with else
  ['/measure → /if:acc>0.5 → /a → /else → /b', met, passed, '/a'],
  ['/measure → /if:acc>0.5 → /a → /else → /b', unmet, handled, '/b'],
  ['/measure → /if:acc>0.5 → /a → /else → /b', missing, error, ''],
  ['/measure → if:acc>0.5 → /a → /b', unmet, handled, '/b'],
  // without
  ['/measure → /if:acc>0.5 → /a → /b', met, passed, '/a /b'],
  ['/measure → /if:acc>0.5 → /a → /b', unmet, notMet, ''],
  ['/measure → /if:acc>0.5 → /a → /b', missing, error, ''],
  // a demand
  ['/measure → /require:acc>0.5 → /a', met, passed, '/a'],
  ['/measure → /require:acc>0.5 → /a', unmet, notMet, ''],
  ['/measure → /require:acc>0.5 → /a', missing, error, ''],
  // several arms
  ['/measure → /if:acc>0.5 → /a → /elif:acc>0.1 → /b → /else → /c', met, passed, '/a'],
  ['/measure → /if:acc>0.5 → /a → /elif:acc>0.1 → /b → /else → /c', unmet, handled, '/b'],
  ['/measure → /if:acc>0.5 → /a → /elif:acc>0.3 → /b → /else → /c', unmet, handled, '/c'],
  ['/measure → /if:acc>0.5 → /a → /elif:acc>0.3 → /b', unmet, notMet, ''],
  ['/measure → /if:acc>0.5 → /a → /elif:acc>0.1 → /b', unmet, handled, '/b'],
  ['/measure → /if:acc>0.5 → /a → /elif:loss>2 → /b → /else → /c', missing, error, ''],
  // closed: the chain goes on for both
  ['/measure → /if:acc>0.5 → /a → /end → /z', met, passed, '/a /z'],
  ['/measure → /if:acc>0.5 → /a → /end → /z', unmet, notMet, '/z'],
  ['/measure → /if:acc>0.5 → /a → /else → /b → /end → /z', unmet, handled, '/b /z'],
  ['/measure → /if:acc>0.5 → /a → /end → /z', missing, error, ''],
  // nested
  ['/measure → /if:acc>0.1 → /if:acc>0.5 → /a → /else → /b', met, passed, '/a'],
  ['/measure → /if:acc>0.1 → /if:acc>0.5 → /a → /else → /b', unmet, handled, '/b'],
  ['/measure → /if:acc>0.3 → /if:acc>0.5 → /a → /else → /b', unmet, notMet, ''],
  ['/measure → /if:acc>0.1 → /require:acc>0.5 → /a → /else → /b', unmet, notMet, ''],
  // inside parallel branches
  ['parallel[/measure → /if:acc>0.5 → /a → /else → /b | /c] → /z', met, passed, '/c /a /z'],
  ['parallel[/measure → /if:acc>0.5 → /a → /else → /b | /c] → /z', unmet, handled, '/c /b /z'],
  ['parallel[/measure → /if:acc>0.5 → /a | /c] → /z', unmet, notMet, '/c'],
  ['parallel:min=1[/measure → /if:acc>0.5 → /a | /c] → /z', unmet, notMet, '/c /z'],
  ['parallel[/measure → /require:acc>0.5 → /a | /c] → /z', unmet, notMet, '/c'],
  ['parallel:min=0[/measure → /if:acc>0.5 → /a → /else → /b | /c] → /z', missing, error, '/c'],
  // nothing catches a gate
  ['(/measure → /if:acc>0.5 → /a) || /b', unmet, notMet, ''],
  ['(/measure → /require:acc>0.5) || /b', unmet, notMet, ''],
  ['(/measure → /if:acc>0.5 → /a → /else → /c) || /b', missing, error, ''],
  ['/measure → /if:acc>0.5 → /a; /b', unmet, notMet, '/b'],
  ['/measure → /if:acc>0.5 → /a → /else → /c; /b', missing, error, ''],
  ['/measure → /require:acc>0.5; /b', missing, error, ''],
];

describe('a gate', () => {
  it.each(rows)('%s with %j is %j, and runs %s', (chain, outcome, [decision, reasonCode, exit], ran) => {
    const { state, started } = play(planOf(chain), { outcomes: outcomes({ '/measure': outcome }) });
    expect(state.conclusion).toMatchObject({ decision, reasonCode });
    expect(exitCodeOf(decision)).toBe(exit);
    expect(started.filter((title) => !['/continue', '/measure'].includes(title)).join(' ')).toBe(ran);
    expect(state.running.size).toBe(0);
  });

  const noVerdicts: readonly (readonly [string, Outcome, string])[] = [
    ['missing', missing, '`acc` was not measured'],
    ['NaN', measured(Number.NaN), '`acc` is'],
    ['infinite', measured(Number.POSITIVE_INFINITY), '`acc` is'],
    ['above the range of a fraction', measured(91), '`acc` is 91, but a fraction lies between 0 and 1'],
    ['below it', measured(-0.1), '`acc` is -0.1, but a fraction lies between 0 and 1'],
  ];
  const conditions = ['acc>0.5', 'acc<0.5', 'acc!=0.5', 'not acc>0.5', 'acc>0.5 or loss>0', 'acc * 0 >= 0'];
  it.each(
    noVerdicts.flatMap(([name, outcome, reason]) =>
      conditions.map((c) => [name, c, outcome, reason] as const),
    ),
  )('a value that is %s fails closed: %s', (_name, condition, outcome, reason) => {
    for (const chain of [
      `/if:${condition} → /deploy → /else → /b`,
      `/if:${condition} → /deploy`,
      `/require:${condition} → /deploy`,
    ]) {
      for (const rest of ['', '; /z', '; /z || /z']) {
        const { state, started } = play(planOf(`/measure → ${chain}${rest}`), {
          outcomes: outcomes({ '/measure': outcome }),
        });
        expect(state.conclusion).toMatchObject({ decision: 'failed', reasonCode: 'gate-error' });
        expect(state.conclusion?.reason).toContain(reason);
        expect(started).toEqual(['/continue', '/measure']);
      }
    }
  });

  it('NaN in the state of the same process is no verdict either', () => {
    const plan = planOf('/measure → /if:acc!=0.5 → /deploy');
    const { state } = play(plan, {
      outcomes: outcomes({ '/measure': measured(0.7) }),
      watch: (live) => {
        for (const own of live.nodes.values())
          if (own.result) own.result = { ...own.result, metrics: { accuracy: Number.NaN } };
      },
    });
    expect(state.conclusion?.reason).toContain('`acc` is NaN');
    expect(state.gates[0]?.operands[0]).not.toHaveProperty('value');
  });

  it('does not take the value of an earlier element when a later one failed', () => {
    const plan = planOf('/measure → /if:acc>0.5 → /train:sigma-1 → /end; /if:acc>0.5 → /deploy');
    const { state, started } = play(plan, {
      outcomes: outcomes({ '/measure': met, '/train:sigma-1': failed() }),
    });
    expect(state.conclusion).toMatchObject({ decision: 'failed', reasonCode: 'gate-error' });
    expect(started).not.toContain('/deploy');
  });

  it('reads the result of the branch that ran, not of the element before it', () => {
    const plan = planOf(
      '/measure → /if:acc>0.5 → /train:sigma-1 → /end → $x=<result> → /if:$x>0.5 → /deploy',
    );
    const run = (train: number) =>
      play(plan, { outcomes: outcomes({ '/measure': met, '/train:sigma-1': measured(train) }) });
    expect(run(0.1).state.conclusion).toMatchObject({ decision: 'not-met' });
    expect(run(0.9).state.conclusion).toMatchObject({ decision: 'passed' });
  });

  it('has no verdict over a variable that holds no value of its metric', () => {
    const plan = planOf('/measure → $x=<result> → /if:$x>0.5 → /deploy');
    const run = (outcome: Outcome) => play(plan, { outcomes: outcomes({ '/measure': outcome }) });
    expect(run(met).state.conclusion).toMatchObject({ decision: 'passed' });
    expect(run(measured(91)).state.conclusion).toMatchObject({ decision: 'failed' });
    expect(run(missing).state.conclusion).toMatchObject({ decision: 'failed', reasonCode: 'result-missing' });
  });

  it.each([
    ['nan', '$x!=0.5', 'failed'],
    ['nan', '$x>0.5', 'failed'],
    ['0.9', '$x>0.5', 'passed'],
    ['', '$x>=0', 'failed'],
    ['good', "$x=='good'", 'passed'],
    ['7', "$x=='7'", 'passed'],
    ['good', '$x', 'failed'],
    ['true', '$x', 'passed'],
    ['1', '$x', 'failed'],
    ['0.5', '1 / ($x - 0.5) > 0', 'failed'],
    ['1e300', '$x * $x > 0', 'failed'],
  ])('a result `%s` under %s is %s', (result, condition, decision) => {
    const plan = planOf(`/a → $x=<result> → /if:${condition} → /b`);
    const { state } = play(plan, {
      outcomes: outcomes({ '/a': { is: 'succeeded', result: { values: { result } } } }),
    });
    expect(state.conclusion?.decision).toBe(decision);
  });

  it('a real failure outranks a gate that was not met before it', () => {
    const plan = planOf('/measure → /require:acc>0.5; /z');
    const { state } = play(plan, { outcomes: outcomes({ '/measure': unmet, '/z': failed() }) });
    expect(state.conclusion).toMatchObject({ decision: 'failed', reasonCode: 'unit-failed' });
  });

  it('a unit whose own failure is called like a gate is a failure', () => {
    const { state } = play(planOf('/a'), { outcomes: outcomes({ '/a': failed('gate-not-met') }) });
    expect(state.conclusion).toMatchObject({ decision: 'failed', reasonCode: 'unit-failed' });
  });

  it('says which branch ran', () => {
    const reason = (chain: string) =>
      play(planOf(chain), { outcomes: outcomes({ '/measure': unmet }) }).state.conclusion?.reason;
    expect(reason('/measure → /if:acc>0.5 → /a → /else → /b')).toBe(
      'gate not met: acc 0.2 > 0.5; the else branch ran',
    );
    expect(reason('/measure → /if:acc>0.5 → /a → /elif:acc>0.1 → /b')).toBe(
      'gate not met: acc 0.2 > 0.5; another branch ran',
    );
  });

  it('remarks when one sample decides', () => {
    const { state } = play(planOf('/measure → /if:acc>0.79 → /a'), {
      outcomes: outcomes({
        '/measure': { is: 'succeeded', result: { metrics: { accuracy: 0.8 }, samples: 50 } },
      }),
    });
    expect(state.gates[0]?.remark).toBe('a single one of the 50 samples decides this');
  });
});
