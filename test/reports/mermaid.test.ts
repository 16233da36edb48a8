/** Charts in Mermaid's notation: their size, what they leave out, and what they say of it. That they are drawn: `test/browser`. */
import { describe, expect, it } from 'vitest';
import { flowchart } from '../../src/reports/mermaid.ts';
import { escapeLabel } from '../../src/reports/mermaid-text.ts';
import { reportOf } from '../../src/reports/report.ts';
import type { StepStatus } from '../../src/reports/status.ts';
import { sweepChart, thresholdsOf } from '../../src/reports/sweep-chart.ts';
import { measured, planOf, play } from '../engine/rig.ts';
import { hostileNames, sweepWith } from './mermaid-rig.ts';
import { branch, gate, greater, planFrom, sequence, type Tree, unit } from './tree.ts';

const units = (count: number) => Array.from({ length: count }, (_, index) => unit(`/a${index}`));
const parallel = (branches: Tree[]): Tree => ({
  ...{ kind: 'parallel', title: 'parallel', branches, max: null, min: 1, minWritten: false },
});
const chart = (tree: Tree, status?: (node: string) => StepStatus) => flowchart(planFrom(tree), status);
const arrows = (text: string) => text.match(/-->|-\.->/g)?.length ?? 0;

describe('a flowchart', () => {
  it('folds a sweep of many cells into one box that counts them', () => {
    const status = (node: string): StepStatus =>
      /\.(?:3|7)$/.test(node) && node.startsWith('1.2.') ? 'failed' : 'succeeded';
    const tree = sequence(unit('/setup'), parallel(units(100)), unit('/select'));
    expect(chart(tree, status)).toContain('[["✓ 100 cells: 98 ok, 2 failed"]]');
    expect(chart(tree)).toContain('[["100 cells"]]');
    expect(chart(sequence(unit('/setup'), parallel(units(16))))).toContain('["/a15"]');
  });

  it('calls branches of several steps branches', () => {
    const branches = units(20).map((one) => sequence(one, unit('/b')));
    expect(chart(parallel(branches))).toContain('[["20 branches"]]');
  });

  it('folds a long row of commands to its two ends, and shows in what lies between that something failed', () => {
    const text = chart(sequence(...units(10_000)), (node) => (node === '1.5000' ? 'failed' : 'succeeded'));
    expect(text.match(/\["[^"]*"\]/g)).toEqual([
      ...['["✓ /a0"]', '["✓ /a1"]', '["✗ 9996 more: 9995 ok, 1 failed"]', '["✓ /a9998"]', '["✓ /a9999"]'],
    ]);
  });

  it('does not fold over a status gate', () => {
    const gated = branch([{ gate: gate('ok', greater('x', 1)), body: unit('/b') }]);
    const text = chart({ ...sequence(...units(8), unit('/c'), gated), guards: [{ from: 8, gate: 9 }] });
    expect(text).toContain('["/a7"]');
    expect(text).toContain('a failure');
  });

  it.each([
    [
      '10,000 arms',
      branch(
        units(10_000).map((body) => ({ gate: gate('x>1', greater('x', 1)), body })),
        null,
        true,
      ),
    ],
    [
      '2,000 in one tree of ||',
      units(2_000).reduce((left, right) => ({ kind: 'logical', title: '', operator: '||', left, right })),
    ],
    ['10,000 blocks', sequence(...units(10_000).map((one) => parallel([one, unit('/b')])))],
    ['blocks behind blocks', sequence(...units(40).map(() => parallel(units(16))))],
    [
      'names that are all entities',
      sequence(...units(300).map((one) => parallel([{ ...one, title: '#'.repeat(400) }]))),
    ],
  ] as [string, Tree][])('stays below what Mermaid reads and draws: %s', (_name, tree) => {
    for (const text of [chart(tree), chart(tree, () => 'succeeded')]) {
      expect(text.length).toBeLessThan(50_000);
      expect(arrows(text)).toBeLessThan(500);
      expect(arrows(text)).toBeGreaterThanOrEqual(0);
      expect(text.split('\n').length).toBeGreaterThan(1);
    }
  });

  it('goes down the page where it would be too wide to be read', () => {
    expect(chart(sequence(...units(9)))).toMatch(/^flowchart LR\n/);
    const gates = units(9).map((body) => branch([{ gate: gate('x>1', greater('x', 1)), body }], null, true));
    expect(chart(sequence(...gates))).toMatch(/^flowchart TB\n/);
  });

  it('has no sign in a label that could end it', () => {
    for (const name of hostileNames) {
      const label = escapeLabel(name);
      expect(label.replace(/#\d+;/g, '')).not.toMatch(/["#<>&;`\\{}[\]()|*~_@\n\r]|%%|:\/|\$\$/);
      expect(label).not.toBe('');
    }
  });
});

describe('the chart of a sweep', () => {
  const diagram = (...parameters: Parameters<typeof sweepChart>) => sweepChart(...parameters)?.diagram ?? '';

  it('is in the order of its numbers, with a star at the chosen cell, and has the line of the gate', () => {
    const sweep = sweepWith([0.9, 0.95, 0.92], { cells: [['16'], ['2'], ['8']], best: 1 });
    const chart = sweepChart(sweep, [{ metric: 'accuracy', value: 0.93, text: 'best-acc>0.93' }]);
    expect(chart?.diagram.split('\n').slice(2)).toEqual([
      '  x-axis "sigma" ["★ 2", "8", "16"]',
      '  y-axis "accuracy" 0.895 --> 0.955',
      '  bar [0.95, 0.92, 0.9]',
      '  line [0.93, 0.93, 0.93]',
    ]);
    expect(chart?.legend).toBe(
      'bars: `accuracy` by `sigma`; ★ the chosen one, 0.95; red line: `best-acc>0.93`.',
    );
  });

  it('keeps the order of the table where an axis has words', () => {
    const sweep = sweepWith([1, 2], { cells: [['b'], ['a']] });
    expect(diagram(sweep)).toContain('["b", "a"]');
  });

  it.each([
    ['no cell', []],
    ['one cell', [0.9]],
    ['one that was measured', [0.9, null, Number.NaN, Number.POSITIVE_INFINITY]],
  ])('is not drawn of %s', (_name, values) => expect(sweepChart(sweepWith(values))).toBeUndefined());

  it('takes the first metric that two cells have', () => {
    const { rows, ...rest } = sweepWith([null, null, null]);
    const sweep = {
      ...rest,
      metrics: ['accuracy', 'loss'],
      rows: rows.map((row, index) => ({ ...row, values: [null, index] })),
    };
    expect(diagram(sweep)).toContain('y-axis "loss"');
  });

  it('numbers cells whose labels are long, equal or missing, as the table does', () => {
    for (const cells of [
      [['x'.repeat(30)], ['b']],
      [['a'], ['a']],
      [[''], ['b']],
    ]) {
      const chart = sweepChart(sweepWith([1, 2], { cells }));
      expect(chart?.diagram).toContain('["1", "2"]');
      expect(chart?.legend).toContain('numbered as in the table');
    }
  });

  it('thins out a large sweep, keeps both ends and the chosen cell, and says so', () => {
    const chart = sweepChart(
      sweepWith(
        Array.from({ length: 1_000 }, (_, index) => index),
        { best: 777 },
      ),
    );
    const [, bars = ''] = /bar \[(.*)\]/.exec(chart?.diagram ?? '') ?? [];
    const values = bars.split(', ').map(Number);
    expect(values.length).toBeLessThanOrEqual(20);
    expect(values).toEqual(expect.arrayContaining([0, 777, 999]));
    expect(chart?.legend).toMatch(/\d+ of 1000 cells are shown/);
  });

  it.each([
    ['tiny', [1e-12, 2e-12], 'in 1e-12'],
    ['huge', [1e20, 2e20], 'in 1e20'],
    ['around zero', [-1, 1], '"accuracy" -1.2 --> 1.2'],
    ['equal', [0.5, 0.5], '0.45 --> 0.55'],
    ['all zero', [0, -0], '0 --> 1'],
    ['opposite', [-Number.MAX_VALUE, Number.MAX_VALUE], 'in 1e308'],
  ])('writes numbers that Mermaid reads: %s', (_name, values, part) => {
    const text = diagram(sweepWith(values));
    expect(text).toContain(part);
    for (const line of text.split('\n').filter((one) => /^ {2}(?:bar|line)/.test(one)))
      expect(line).toMatch(/^ {2}(?:bar|line) \[-?\d+(?:\.\d+)?(?:, -?\d+(?:\.\d+)?)*\]$/);
  });

  it('finds what gates ask of the cells, also of the best of them, and not what others measured', () => {
    const plan = planOf(
      'parallel[/train:sigma-0.1 | /train:sigma-0.2] → /best-model:select → /if:best-acc>0.9 and best-acc<0.99 → /measure → /require:acc>0.7',
    );
    const { state } = play(plan, { outcomes: () => measured(0.95) });
    const [sweep] = reportOf(state, new Date(state.at).toISOString()).sweeps;
    if (!sweep) throw new Error('there is no sweep');
    expect(thresholdsOf(plan, sweep).map(({ metric, value }) => [metric, value])).toEqual([
      ['accuracy', 0.9],
      ['accuracy', 0.99],
    ]);
  });
});
