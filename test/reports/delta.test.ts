/** What is better than the base branch, what is worse, and what only chance made different. */
import { describe, expect, test } from 'vitest';
import type { BaseMetric } from '../../src/reports/context.ts';
import { comparedOf, measuredOf } from '../../src/reports/delta.ts';
import { markdownReport } from '../../src/reports/markdown.ts';
import { reportOf } from '../../src/reports/report.ts';
import { styleFor } from '../../src/reports/style.ts';
import { terminalReport } from '../../src/reports/terminal.ts';
import { outcomes, play } from '../engine/rig.ts';
import { base, chosen, planOf, states, storyReport } from './stories.ts';

/** A training of one step, with what it and the base have measured. */
function compared(
  { value, samples }: { readonly value: number; readonly samples?: number },
  other: Partial<BaseMetric>,
  metric = 'accuracy',
  step = '/train',
) {
  const plan = planOf(step);
  const result = { metrics: { [metric]: value }, ...(samples === undefined ? {} : { samples }) };
  const { state } = play(plan, { outcomes: outcomes({ [step]: { is: 'succeeded', result } }) });
  const unit = state.plan.metrics[metric]?.unit ?? 'number';
  return comparedOf(state, [], [{ metric, step, value: 0, unit, ...other }])[0];
}

describe('a share of samples', () => {
  test.each([
    // One sample of twenty is a step of 0.05.
    [0.7, 20, 0.7, 20, '0', 'equal', undefined],
    [0.75, 20, 0.72, 25, '+3 pp', 'equal', 'less than one sample'],
    [0.95, 20, 0.9, 20, '+5 pp', 'equal', 'within chance'],
    [0.9617, 600, 0.951, 600, '+1.1 pp', 'equal', 'within chance'],
    [0.5428571, 35, 0.5428571, 35, '0', 'equal', undefined],
    [0.93, 600, 0.88, 600, '+5 pp', 'better', undefined],
    [0.88, 600, 0.93, 600, '-5 pp', 'worse', undefined],
    [0.9301, 100_000, 0.93, 100_000, '+0.01 pp', 'equal', 'within chance'],
    // On the same samples, less than one of them cannot be: they were not the same.
    [0.900004, 100_000, 0.9, 100_000, '+0.0004 pp', 'equal', 'less than one sample'],
  ])('%d of %d against %d of %d', (value, samples, before, other, text, direction, tie) => {
    expect(compared({ value, samples }, { value: before, samples: other })).toEqual({
      ...{ metric: 'accuracy', step: '/train', unit: 'fraction', base: before, base_samples: other },
      ...{ value, samples, delta: expect.closeTo(value - before, 9), delta_text: text, direction, gates: [] },
      ...(tie === undefined ? {} : { tie }),
    });
  });

  test('of which only one side says how many there were', () => {
    expect(compared({ value: 0.72, samples: 20 }, { value: 0.7 })?.tie).toBe('less than one sample');
    expect(compared({ value: 0.8, samples: 20 }, { value: 0.7 })).toMatchObject({ direction: 'better' });
    expect(compared({ value: 0.71 }, { value: 0.7 })).toMatchObject({
      direction: 'better',
      delta_text: '+1 pp',
    });
  });

  test('in per cent', () => {
    const inPercent = (value: number, before: number) =>
      compared({ value, samples: 600 }, { value: before, samples: 600 }, 'share', '/evaluate');
    expect(inPercent(93, 88)).toMatchObject({ unit: 'percent', delta_text: '+5 pp', direction: 'better' });
    expect(inPercent(93.1, 93)).toMatchObject({ delta_text: '+0.1 pp', tie: 'less than one sample' });
    expect(inPercent(94, 93)).toMatchObject({ tie: 'within chance' });
  });

  test('is not compared with a number of another unit', () => {
    expect(compared({ value: 0.95 }, { value: 90, unit: 'percent' })).toBeUndefined();
  });
});

test('a number is better by its direction, and never a tie', () => {
  expect(compared({ value: 0.2 }, { value: 0.3 }, 'loss')).toMatchObject({
    direction: 'better',
    delta_text: '-0.1',
  });
  expect(compared({ value: 0.3, samples: 20 }, { value: 0.2999, samples: 20 }, 'loss')).toMatchObject({
    direction: 'worse',
    delta_text: '+0.0001',
  });
});

test('chance never wins: of two equal models no training of 20 samples is the better one more often than not', () => {
  // All outcomes of 20 samples around a model that is right in 14 of them.
  const lines = Array.from({ length: 9 }, (_, index) => 10 + index).map((right) =>
    compared({ value: right / 20, samples: 20 }, { value: 0.7, samples: 20 }),
  );
  expect(lines.map((line) => line?.direction)).toEqual(lines.map(() => 'equal'));
});

describe('of a sweep', () => {
  const state = states.met?.();
  if (!state) throw new Error('there is no such story');
  const { sweeps, compared: lines = [] } = storyReport('met');

  test('the best cell is compared, with the gate that asked for it', () => {
    expect(lines[0]).toMatchObject({
      ...{ metric: 'accuracy', base: 0.951, value: 0.9617, samples: 600, tie: 'within chance' },
      gates: [{ text: 'best-acc>0.90', outcome: 'met' }],
    });
    expect(lines[0]?.step).toBeUndefined();
    // The loss of the best cell decides nothing.
    expect(lines.map(({ metric, step }) => [metric, step])).toEqual([
      ['accuracy', undefined],
      ['f1', '/evaluate'],
      ['latency_ms', '/evaluate'],
    ]);
  });

  test('all that the best cell measured is kept for the next run, with its samples', () => {
    expect(measuredOf(state, sweeps)).toEqual([
      { metric: 'accuracy', value: 0.9617, unit: 'fraction', better: 'higher', samples: 600 },
      { metric: 'loss', value: 0.0383, unit: 'number', better: 'lower', samples: 600 },
      { metric: 'f1', step: '/evaluate', value: 0.91, unit: 'fraction', better: 'higher', samples: 600 },
      ...[
        {
          metric: 'latency_ms',
          step: '/evaluate',
          value: 12.5,
          unit: 'number',
          better: 'lower',
          samples: 600,
        },
      ],
    ]);
  });

  test('without a chosen cell nothing is the best', () => {
    const running = states.running?.();
    if (!running) throw new Error('there is no such story');
    expect(reportOf(running, new Date(running.at).toISOString(), { base }).compared).toEqual([]);
  });

  test('and another one: each is compared with its own', () => {
    const cells = (name: string) =>
      `parallel[/train:sigma-${name}1 | /train:sigma-${name}2] → /best-model:select`;
    const plan = planOf(`${cells('0.1')} → ${cells('0.2')}`);
    const selects = plan.nodes.filter(({ title }) => title === '/best-model:select').map(({ id }) => id);
    const { state: both } = play(plan, {
      outcomes: (unit) => {
        if (unit.command !== 'best-model:select')
          return {
            is: 'succeeded',
            result: { metrics: { accuracy: unit.title.includes('0.1') ? 0.8 : 0.9 } },
          };
        return selects[0] === unit.id
          ? chosen(plan, '/train:sigma-0.12', 0.8)
          : chosen(plan, '/train:sigma-0.21', 0.9);
      },
    });
    const before = [0.7, 0.95].map((value): BaseMetric => ({ metric: 'accuracy', value, unit: 'fraction' }));
    const report = reportOf(both, new Date(both.at).toISOString(), { base: { ...base, metrics: before } });
    expect(report.compared?.map(({ base: from, value }) => [from, value])).toEqual([
      [0.7, 0.8],
      [0.95, 0.9],
    ]);
  });
});

test('a step that is called otherwise now is compared where no other measures the same', () => {
  const other = { value: 0.5, samples: 20, step: '/train --epochs 50' };
  expect(compared({ value: 0.9, samples: 20 }, other)).toMatchObject({ step: '/train', base: 0.5 });
});

test('a report without a base says nothing of one', () => {
  const state = states.met?.();
  if (!state) throw new Error('there is no such story');
  const report = reportOf(state, new Date(state.at).toISOString());
  expect(Object.keys(report)).not.toContain('compared');
  expect(markdownReport(report, { limit: 60_000 })).not.toContain('base');
});

test('the terminal says it in one line each', () => {
  const text = terminalReport(storyReport('met'), { style: styleFor({}, false), columns: 120, files: [] });
  expect(text).toContain('  accuracy 0.9617, base 0.951 (main, 0123456)  ≈ tie, +1.1 pp\n');
  expect(text).toContain('  f1 0.91 /evaluate, base 0.85 (main, 0123456)  +6 pp better\n');
});
