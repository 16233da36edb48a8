/** What a gate's outcome does, as one table: decision, check runs on a pull request and elsewhere, exit code. */
import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../src/exit-codes.ts';
import { gateConclusion, umbrellaConclusion } from '../src/github/reporter.ts';
import type { GateExpression } from '../src/plan/plan.ts';
import { outcomes, type Play, play } from './engine/rig.ts';
import { branch, gate, greater, planFrom, sequence, type Tree, unit } from './reports/tree.ts';

const accuracy: GateExpression = {
  kind: 'metric',
  metric: 'accuracy',
  written: 'acc',
  unit: 'fraction',
  from: ['1.1'] as never,
};
const above = (value: number): GateExpression => ({
  kind: 'binary',
  operator: '>',
  left: accuracy,
  right: { kind: 'number', value, text: String(value) },
});
/** 0.9 of 40 samples: above 0.5 surely, above 0.88 perhaps. */
const conditions: Readonly<Record<string, GateExpression>> = {
  met: above(0.5),
  'not met': above(0.95),
  inconclusive: { kind: 'confidence', level: 0.95, comparison: above(0.88) },
  error: greater('unset', 0),
};

const forms: Readonly<Record<string, (condition: GateExpression) => Tree>> = {
  '/if with /else': (condition) =>
    branch([{ gate: gate('c', condition), body: unit('/then') }], unit('/else')),
  '/if': (condition) => branch([{ gate: gate('c', condition), body: unit('/then') }]),
  '/require': (condition) => ({ kind: 'require', title: '/require:c', gate: gate('c', condition) }),
  'a warning': (condition) => branch([{ gate: gate('c', condition, 'warn'), body: unit('/then') }]),
};

type Row = readonly [
  outcome: string,
  form: string,
  decision: string,
  exit: number,
  onPull: readonly [gate: string, umbrella: string],
  elsewhere: readonly [gate: string, umbrella: string],
  /** Titles of what ran behind `/train`. */
  ran: string,
];

const neutral = ['neutral', 'neutral'] as const;
const failure = ['failure', 'failure'] as const;
const success = ['success', 'success'] as const;

const table: readonly Row[] = [
  ['met', '/if with /else', 'passed', 0, success, success, '/then /last'],
  ['met', '/if', 'passed', 0, success, success, '/then /last'],
  ['met', '/require', 'passed', 0, success, success, '/last'],
  ['met', 'a warning', 'passed', 0, success, success, '/then /last'],
  ...['not met', 'inconclusive'].flatMap((outcome): Row[] => [
    [outcome, '/if with /else', 'handled', 0, neutral, neutral, '/else /last'],
    [outcome, '/if', 'not-met', 3, failure, neutral, ''],
    [outcome, '/require', 'not-met', 3, failure, failure, ''],
    [outcome, 'a warning', 'handled', 0, neutral, neutral, '/then /last'],
  ]),
  ...Object.keys(forms).map((form): Row => ['error', form, 'failed', 1, failure, failure, '']),
];

const measured: Play['outcomes'] = outcomes({
  '/train': { is: 'succeeded', result: { metrics: { accuracy: 0.9 }, samples: 40 } },
});

describe('a gate', () => {
  test.each(table)('%s, %s: %s', (outcome, form, decision, exit, onPull, elsewhere, ran) => {
    const condition = conditions[outcome];
    const tree = condition && forms[form]?.(condition);
    if (!tree) throw new Error('no such form');
    const { state, started } = play(planFrom(sequence(unit('/train'), tree, unit('/last'))), {
      outcomes: measured,
    });
    const { conclusion } = state;
    const [decided] = state.gates;
    if (!conclusion || !decided) throw new Error('the run has no end');
    expect(decided.outcome).toBe(outcome.replace(' ', '-'));
    expect([conclusion.decision, exitCodeOf(conclusion.decision)]).toEqual([decision, exit]);
    expect(started.slice(1).join(' ')).toBe(ran);
    for (const [pull, wanted] of [
      [{ pull: { number: 1 } }, onPull],
      [{}, elsewhere],
    ] as const)
      expect([gateConclusion(decided, state, pull), umbrellaConclusion(state, pull)]).toEqual(wanted);
  });

  test('an error is caught by nothing', () => {
    const tree = {
      kind: 'try',
      title: '/try',
      body: sequence(unit('/train'), branch([{ gate: gate('c', greater('unset', 0)), body: unit('/then') }])),
      catches: [
        { label: 'any', matches: { is: 'any' }, body: unit('/caught') },
        { label: 'gate-error', matches: { is: 'class', class: 'gate-error' }, body: unit('/caught-too') },
      ],
      otherwise: null,
      finally: unit('/clean'),
    } as const;
    const { state, started } = play(planFrom(sequence(tree)), { outcomes: measured });
    expect(state.conclusion).toMatchObject({ decision: 'failed', reasonCode: 'gate-error' });
    expect(started).toEqual(['/train', '/clean']);
  });

  test('a run that waits blocks a merge and is no failure', () => {
    const tree = sequence(unit('/train'), { kind: 'approval', title: '/approve:x', label: 'x' });
    const { state } = play(planFrom(tree), { outcomes: measured });
    expect(state.conclusion?.decision).toBe('waiting');
    expect(umbrellaConclusion(state, { pull: { number: 1 } })).toBe('action_required');
    expect(exitCodeOf('waiting')).toBe(4);
  });
});
