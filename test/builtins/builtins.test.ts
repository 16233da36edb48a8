/** The built-in commands that collect: what they write, and that missing is never 0. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groupCells } from '../../src/builtins/aggregate.ts';
import { choose } from '../../src/builtins/select.ts';
import { mean, standardDeviation, wilson } from '../../src/builtins/statistics.ts';
import { builtins } from '../../src/builtins/target.ts';
import type { Cell } from '../../src/engine/cells.ts';
import type { Metric, NodeId, Plan, Selection, UnitNode } from '../../src/plan/plan.ts';
import type { UnitRequest } from '../../src/ports.ts';
import { temporaryFolder } from '../targets/rig.ts';

const metrics: Readonly<Record<string, Metric>> = {
  accuracy: { name: 'accuracy', unit: 'fraction', better: 'higher' },
  recall: { name: 'recall', unit: 'fraction', better: 'higher' },
  loss: { name: 'loss', unit: 'number', better: 'lower' },
};

function cell(
  id: string,
  values: Readonly<Record<string, number>>,
  config: Readonly<Record<string, string>> = {},
): Cell {
  return {
    node: id as NodeId,
    title: `/train:${id}`,
    id,
    status: 'completed',
    metrics: values,
    primary: 'accuracy',
    samples: 100,
    config,
    directory: `units/${id}`,
    seconds: 2,
  };
}

const broken = (id: string): Cell => ({
  node: id as NodeId,
  title: `/train:${id}`,
  id,
  status: 'failed',
  metrics: {},
  config: {},
  directory: `units/${id}`,
  seconds: 1,
  error: 'exit code 1',
});
const absent = (id: string): Cell => ({
  node: id as NodeId,
  title: `/train:${id}`,
  id,
  status: 'not-run',
  metrics: {},
  config: {},
});

async function run(name: string, cells: readonly Cell[], selection?: Selection) {
  const workspace = temporaryFolder();
  const runDirectory = join(workspace, '.ml-workflow', 'runs', 'r');
  const directory = join(runDirectory, 'units', 'u');
  mkdirSync(directory, { recursive: true });
  const request: UnitRequest = {
    plan: { metrics, selections: selection ? { 'best-model': selection } : {} } as unknown as Plan,
    unit: { id: 'u' as NodeId } as UnitNode,
    command: { is: 'builtin', name },
    attempt: 1,
    run: 'r',
    input: { arguments: [], parameters: { label: 'my-label' } },
    cells,
    keepsOutput: false,
    directory,
    runDirectory,
    workspace,
  };
  const outcome = await builtins.run(request, {
    signal: new AbortController().signal,
    progress: () => {},
    output: () => {},
  });
  return { outcome, read: (file: string) => readFileSync(join(directory, file), 'utf8') };
}

describe('statistics', () => {
  it('agree with known values', () => {
    expect(mean([1, 2, 3, 4])).toBe(2.5);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(2.13809, 5);
    // Newcombe (1998), table I, method 3
    for (const [hits, n, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const interval = wilson(hits / n, n);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
    expect(wilson(1, 10).high).toBeCloseTo(1, 12);
  });
});

describe('/results:aggregate', () => {
  it('groups cells by configuration without seed and fold', () => {
    const groups = groupCells(
      [
        cell('a1', { accuracy: 0.8 }, { sigma: '0.1', seed: '1' }),
        cell('b1', { accuracy: 0.7 }, { sigma: '0.10', seed: '1' }),
        cell('a2', { accuracy: 0.9 }, { seed: '2', sigma: '0.1', fold: '3' }),
      ],
      metrics,
    );
    expect(groups.map(({ config, cells }) => [config, cells])).toEqual([
      [{ sigma: '0.1' }, ['a1', 'a2']],
      [{ sigma: '0.10' }, ['b1']],
    ]);
    expect(groups[0]?.metrics.accuracy).toMatchObject({ n: 2 });
    expect(groups[0]?.metrics.accuracy?.mean).toBeCloseTo(0.85, 12);
    expect(groups[0]?.metrics.accuracy?.sd).toBeCloseTo(0.0707107, 6);
    expect(groups[0]?.metrics.accuracy).not.toHaveProperty('interval');
    expect(groups[1]?.metrics.accuracy?.interval?.low).toBeCloseTo(0.6042, 4);
    expect(groups[1]?.metrics.accuracy).not.toHaveProperty('sd');
  });

  it('takes a missing metric for missing, not for 0', () => {
    const [group] = groupCells(
      [cell('a', { accuracy: 0.8, loss: 1 }), cell('b', { accuracy: 0.6 })],
      metrics,
    );
    expect(group?.metrics.loss).toEqual({ n: 1, mean: 1 });
    expect(group?.metrics.accuracy?.n).toBe(2);
  });

  it('gives no interval to what is no share', () => {
    const [group] = groupCells([cell('a', { accuracy: 91, loss: 0.5 })], metrics);
    expect(group?.metrics).toEqual({ accuracy: { n: 1, mean: 91 }, loss: { n: 1, mean: 0.5 } });
  });

  it('writes what it found, failed cells with their error among it', async () => {
    const cells = [
      cell('a', { accuracy: 0.8, loss: 1 }, { sigma: '0.10', text: 'x|y' }),
      broken('b'),
      absent('c'),
    ];
    const { outcome, read } = await run('results:aggregate', cells);
    expect(outcome).toMatchObject({
      is: 'succeeded',
      result: {
        metrics: {},
        values: { results: '.ml-workflow/runs/r/units/u/aggregate.json', completed: 1 },
      },
    });
    const record = JSON.parse(read('aggregate.json'));
    expect(record.groups).toHaveLength(1);
    expect(record.cells).toMatchObject([
      {
        id: 'a',
        status: 'completed',
        run_dir: '.ml-workflow/runs/r/units/a',
        config: { sigma: '0.10' },
        metrics: { accuracy: 0.8 },
        error: null,
      },
      { id: 'b', status: 'failed', metrics: null, error: 'exit code 1' },
      { id: 'c', status: 'not-run', run_dir: null, metrics: null },
    ]);
    expect(read('aggregate.md')).toBe(
      '| sigma | text | accuracy | loss |\n| --- | --- | --- | --- |\n| 0.10 | x\\|y | 0.8 | 1 |\n',
    );
  });

  it('fails when there is nothing to collect', async () => {
    const { outcome } = await run('results:aggregate', [broken('a'), absent('b')]);
    expect(outcome).toMatchObject({
      is: 'failed',
      class: 'no-metrics',
      message: 'none of the 2 cells completed',
      tail: ['/train:a: exit code 1'],
    });
  });
});

describe('/best-model:select', () => {
  const rule = (more: Partial<Selection> = {}): Selection => ({
    metric: 'accuracy',
    direction: 'max',
    ties: [],
    ...more,
  });
  const where: Selection['where'] = {
    text: 'recall >= 0.3',
    expression: {
      kind: 'binary',
      operator: '>=',
      left: { kind: 'metric', metric: 'recall', written: 'recall', unit: 'fraction', from: [] },
      right: { kind: 'number', value: 0.3, text: '0.3' },
    },
  };
  const byLoss = [{ metric: 'loss', direction: 'min' }] as const;
  const a = cell('a', { accuracy: 0.9, loss: 0.5, recall: 0.1 });
  const b = cell('b', { accuracy: 0.9, loss: 0.4, recall: 0.6 });
  const c = cell('c', { accuracy: 0.7, loss: 0.1, recall: 0.9 });

  it.each([
    ['the highest', [c, a], rule(), 'a', []],
    ['the lowest', [a, b, c], rule({ metric: 'loss', direction: 'min' }), 'c', []],
    ['among candidates', [a, c], rule({ where }), 'c', []],
    ['by the next rule when equal', [a, b, c], rule({ ties: byLoss }), 'b', ['a']],
    ['by the order of the chain in the end', [a, b, c], rule(), 'a', ['b']],
    ['by the order, the other way round', [b, a, c], rule(), 'b', ['a']],
    [
      'equal but for rounding',
      [cell('x', { accuracy: 0.1 + 0.2 }), cell('y', { accuracy: 0.3, loss: 0 })],
      rule({ ties: byLoss }),
      'y',
      ['x'],
    ],
    [
      'a cell without the metric of a tie loses it',
      [cell('x', { accuracy: 0.9 }), b],
      rule({ ties: byLoss }),
      'b',
      ['x'],
    ],
    ['a cell without the metric is none', [cell('x', { loss: 0 }), c], rule(), 'c', []],
    ['nor is one that a condition cannot judge', [cell('x', { accuracy: 1 }), c], rule({ where }), 'c', []],
    ['nor one with an impossible value', [cell('x', { accuracy: 91, recall: 1 }), c], rule(), 'c', []],
    [
      'nor one that failed',
      [broken('x'), absent('y'), c],
      rule({ metric: 'loss', direction: 'max' }),
      'c',
      [],
    ],
  ] as const)('chooses %s', (_name, cells, selection, winner, tied) => {
    const choice = choose(cells, selection, metrics);
    expect(choice?.winner.id).toBe(winner);
    expect(choice?.tied.map(({ id }) => id)).toEqual(tied);
  });

  it('hands the winner on, and writes why', async () => {
    const { outcome, read } = await run(
      'best-model:select',
      [a, b, broken('x')],
      rule({ where, ties: byLoss }),
    );
    expect(outcome).toMatchObject({
      is: 'succeeded',
      result: {
        metrics: { best_accuracy: 0.9, best_loss: 0.4, best_recall: 0.6 },
        values: { best_model: '.ml-workflow/runs/r/units/b', best_config: '{}', best_id: 'b' },
        primary: 'best_accuracy',
        samples: 100,
      },
    });
    expect(JSON.parse(read('winner.json'))).toMatchObject({
      run_name: 'b',
      accuracy: 0.9,
      run_dir: '.ml-workflow/runs/r/units/b',
      rule: 'max accuracy, where recall >= 0.3, then min loss',
      tied_with: [],
      candidates: [
        { id: 'a', why_not: 'not recall 0.1 >= 0.3' },
        { id: 'b', why_not: null },
        { id: 'x', why_not: 'exit code 1' },
      ],
    });
  });

  it('fails when no cell is a candidate, and says why of each', async () => {
    const { outcome } = await run(
      'best-model:select',
      [a, broken('x'), absent('y'), cell('z', { accuracy: 1 })],
      rule({ where }),
    );
    expect(outcome).toMatchObject({
      is: 'failed',
      class: 'no-candidate',
      message: 'none of the 4 cells is a candidate',
      tail: [
        '/train:a: not recall 0.1 >= 0.3',
        '/train:x: exit code 1',
        '/train:y: it did not run',
        '/train:z: `recall` was not measured',
      ],
    });
  });
});

describe('/best-model:select where nothing may be chosen', () => {
  it('succeeds without metrics, and says why of each', async () => {
    const { outcome, read } = await run('best-model:select', [broken('x'), absent('y')], {
      metric: 'accuracy',
      direction: 'max',
      ties: [],
      none: 'not-met',
    });
    expect(outcome).toMatchObject({
      is: 'succeeded',
      result: { metrics: {}, values: {}, none: 'no cell was a candidate' },
    });
    expect(JSON.parse(read('winner.json'))).toEqual({
      ...{ schema: 1, run_id: 'r', run_name: null, run_dir: null, rule: 'max accuracy', tied_with: [] },
      candidates: [
        { id: 'x', why_not: 'exit code 1' },
        { id: 'y', why_not: 'it did not run' },
      ],
    });
  });
});

describe('the small ones', () => {
  it('/continue does nothing, /fail fails with its label', async () => {
    expect((await run('continue', [])).outcome).toMatchObject({ is: 'succeeded' });
    expect((await run('fail', [])).outcome).toMatchObject({
      is: 'failed',
      class: 'my-label',
      message: '`/fail:my-label`',
    });
  });
});
