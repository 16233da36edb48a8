/**
 * Every diagram that a comment may hold, drawn by the real Mermaid in a real browser, with GitHub's settings: none is the
 * red box of an error, and each shows its texts as they were given.
 */
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/engine/plain-text.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { type PrepareRequest, prepare } from '../../src/prepare.ts';
import { flowchart } from '../../src/reports/mermaid.ts';
import type { StepStatus } from '../../src/reports/status.ts';
import { sweepChart } from '../../src/reports/sweep-chart.ts';
import { chains } from '../compiled/chains.ts';
import { hostileNames, sweepWith } from '../reports/mermaid-rig.ts';
import { branch, everything, gate, greater, planFrom, sequence, type Tree, unit } from '../reports/tree.ts';
import { temporaryFolder } from '../targets/rig.ts';
import { browserForTests, hasChromium } from './chromium.ts';
import { type Drawn, draw, loadMermaid } from './mermaid-page.ts';

const path = (inside: string) => fileURLToPath(new URL(`../../${inside}`, import.meta.url));

const statuses: readonly StepStatus[] = [
  ...(['succeeded', 'failed', 'skipped', 'waiting', 'running', 'handled', 'stopped', 'not-met'] as const),
];
/** Each status in turn. */
const inTurn = () => {
  let turn = 0;
  return () => statuses[turn++ % statuses.length] ?? 'waiting';
};

function planned(request: Pick<PrepareRequest, 'wanted' | 'folder'>): Plan {
  const { plan, diagnostics } = prepare({ ...request, shownFrom: request.folder, given: [] });
  if (!plan) throw new Error(JSON.stringify(diagnostics));
  return plan;
}

function shipped(): [string, Plan][] {
  const folder = temporaryFolder();
  for (const name of ['ml-workflow.yml', 'baseline.json'])
    cpSync(path(`examples/all-workflows/${name}`), join(folder, name));
  cpSync(path('workflows'), join(folder, 'workflows'), { recursive: true });
  return readdirSync(path('workflows')).map((file) => [
    `workflows/${file}`,
    planned({ folder, wanted: { is: 'workflow', reference: `workflows/${file}` } }),
  ]);
}

function scenarios(): [string, Plan][] {
  return chains.map(({ name, files }) => {
    const folder = temporaryFolder();
    cpSync(path('workflows'), join(folder, 'workflows'), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    return [
      `chain ${name}`,
      planned({ folder, wanted: { is: 'workflow', reference: `workflows/${name}.yml` } }),
    ];
  });
}

/** The name stands in every place where a label can. */
function named(name: string): Tree {
  return sequence(
    unit('a', { title: name }),
    { kind: 'approval', title: name, label: name },
    {
      kind: 'retry',
      title: name,
      retries: 1,
      body: unit('/b'),
    },
    {
      kind: 'try',
      title: '/try',
      body: unit('/c'),
      catches: [{ label: name, matches: { is: 'any' }, body: unit('/d') }],
      otherwise: null,
      finally: null,
    },
    {
      kind: 'case',
      title: 'case',
      text: name,
      subject: { kind: 'variable', name: 'x' },
      arms: [
        { patterns: [name], body: unit('/e') },
        { patterns: ['end', '*'], body: unit('/f') },
      ],
    },
    branch([{ gate: gate(name, greater('x', 1)), body: unit('/g') }], unit('/h')),
    { kind: 'barrier', title: name, variable: name },
  );
}

const parallel = (branches: Tree[]): Tree => ({
  ...{ kind: 'parallel', title: 'parallel', branches, max: null, min: 1, minWritten: false },
});
const units = (count: number, from = '/a') =>
  Array.from({ length: count }, (_, index) => unit(`${from}${index}`));
const either = (count: number): Tree =>
  units(count).reduce((left, right) => ({ kind: 'logical', title: '||', operator: '||', left, right }));
const large: [string, Tree][] = [
  ['10,000 in a row', sequence(...units(10_000))],
  ['10,000 side by side', parallel(units(10_000))],
  ['25 behind 25', sequence(parallel(units(25)), parallel(units(25)))],
  ['16 behind 16, ten times', sequence(...Array.from({ length: 10 }, () => parallel(units(16))))],
  ['100 by ||', either(100)],
  ['2,000 by ||', either(2_000)],
  [
    'case of 1,000',
    {
      kind: 'case',
      title: 'case',
      text: 'x',
      subject: { kind: 'variable', name: 'x' },
      arms: units(1_000).map((body, index) => ({ patterns: [String(index)], body })),
    },
  ],
  [
    '/elif 1,000 times',
    branch(
      units(1_000).map((body) => ({ gate: gate('x>1', greater('x', 1)), body })),
      null,
      true,
    ),
  ],
  [
    '40 gates in a row',
    sequence(
      ...units(40).map((body) => branch([{ gate: gate('x>1', greater('x', 1)), body }], unit('/z'), true)),
    ),
  ],
  [
    '300 deep',
    Array.from({ length: 300 }).reduce<Tree>(
      (body) => ({ kind: 'retry', title: 'retry:1', retries: 1, body }),
      unit('/a'),
    ),
  ],
  [
    'long names',
    sequence(...units(60).map((one, index) => unit('a', { ...one, title: `${index}${'"'.repeat(80)}` }))),
  ],
];

const { MAX_VALUE, MIN_VALUE, NaN: nan, POSITIVE_INFINITY } = Number;
const numbers: [string, readonly (number | null)[]][] = [
  ['of fractions', [0.91, 0.955, 0.9, null, 0.93]],
  ['below zero', [-1, -0.5, -3.25]],
  ['around zero', [-1, 0, 1]],
  ['tiny', [1e-12, 3e-12, 2.5e-12]],
  ['the least', [MIN_VALUE, MIN_VALUE * 3]],
  ['huge', [1e20, 3e20]],
  ['the most', [MAX_VALUE, MAX_VALUE / 2]],
  ['opposite', [-MAX_VALUE, MAX_VALUE]],
  ['of all sizes', [1e-9, 1, 1e12]],
  ['equal', [0.5, 0.5, 0.5]],
  ['all zero', [0, -0, 0]],
  ['with holes', [nan, 1, POSITIVE_INFINITY, 2, null]],
  ['hundred', Array.from({ length: 100 }, (_, index) => Math.sin(index))],
];

describe.skipIf(!hasChromium)('the real Mermaid', { timeout: 240_000 }, () => {
  const browser = browserForTests();
  const drawn = async (diagrams: readonly string[]): Promise<Drawn[]> => {
    const { page, requests } = await browser.open('data:text/html,<!doctype html><title>diagrams</title>');
    await loadMermaid(page);
    const all = await draw(page, diagrams);
    expect(requests).toEqual([]);
    await page.close();
    return all;
  };
  const errors = (all: readonly Drawn[], names: readonly string[]) =>
    all.flatMap(({ error, width, height }, index) =>
      error === undefined && width > 0 && height > 0
        ? []
        : [`${names[index]}: ${error ?? `${width} by ${height}`}`],
    );

  it('is told from a red box: what cannot be drawn is an error here', async () => {
    const [broken, many, list] = await drawn([
      'flowchart LR\n  n0["a"]"]',
      `flowchart LR\n${Array.from({ length: 501 }, (_, index) => `a${index} --> b`).join('\n')}`,
      'flowchart LR\n  n0["- a"]',
    ]);
    expect(broken?.error).toMatch(/Parse error/);
    expect(many?.error).toMatch(/Edge limit exceeded/);
    expect(list?.error).toMatch(/drawn as an error/);
  });

  it('draws the chart of every shipped workflow, of every chain, and of one of everything', async () => {
    const plans = [...shipped(), ...scenarios(), ['everything', planFrom(everything())] as [string, Plan]];
    const names = plans.flatMap(([name]) => [`${name}, planned`, `${name}, run`]);
    const all = await drawn(plans.flatMap(([, plan]) => [flowchart(plan), flowchart(plan, inTurn())]));
    expect(errors(all, names)).toEqual([]);
  });

  it('draws charts of any size', async () => {
    const charts = large.flatMap(([, tree]) => [
      flowchart(planFrom(tree)),
      flowchart(planFrom(tree), inTurn()),
    ]);
    expect(charts.filter((chart) => chart.length > 50_000)).toEqual([]);
    const all = await drawn(charts);
    expect(
      errors(
        all,
        large.flatMap(([name]) => [name, `${name}, run`]),
      ),
    ).toEqual([]);
  });

  it('shows a hostile name as it is, wherever it stands', async () => {
    const all = await drawn(hostileNames.map((name) => flowchart(planFrom(named(name)))));
    expect(errors(all, hostileNames)).toEqual([]);
    for (const [index, name] of hostileNames.entries()) {
      const shown = [...plainText(name).replace(/\s+/g, ' ').trim()];
      const text = (shown.length > 60 ? [...shown.slice(0, 59), '…'] : shown).join('').replace(/\s+/g, '');
      const { texts } = all[index] ?? { texts: [] };
      expect(texts.filter((one) => one === text).length, JSON.stringify(name)).toBeGreaterThanOrEqual(
        text === '' ? 0 : 4,
      );
    }
  });

  it('draws the chart of a sweep, whatever its numbers and names', async () => {
    const threshold = (metric: string, value: number) => [{ metric, value, text: 'best-acc>0.90' }];
    const charts = [
      ...numbers.map(
        ([name, values]) =>
          [name, sweepChart(sweepWith(values, { best: 1 }), threshold('accuracy', 0.9))] as const,
      ),
      ...hostileNames.map((name) => {
        const sweep = sweepWith([1, 2, 3], { config: [name], metric: name, cells: [[name], ['b'], ['c']] });
        return [name, sweepChart(sweep, [{ metric: name, value: 2, text: name }])] as const;
      }),
    ];
    expect(charts.filter(([, chart]) => chart === undefined)).toEqual([]);
    const all = await drawn(charts.map(([, chart]) => chart?.diagram ?? ''));
    expect(
      errors(
        all,
        charts.map(([name]) => name),
      ),
    ).toEqual([]);
  });
});
