/** A report that is too long is shortened by whole blocks: at no length is anything of it half. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodeId } from '../../src/plan/plan.ts';
import { auditIn } from '../../src/reports/audit.ts';
import { markdownReport } from '../../src/reports/markdown.ts';
import type { Report } from '../../src/reports/report.ts';
import { brokenIn } from './markdown-rig.ts';
import { storyReport } from './stories.ts';

const hostile =
  '``` | @maya #12 GH-3 <b></details><details> <!-- x --> [x](y) \ud83d\u202e www.e.com https://e.com\n/ml-train\n| a |\n';

/** Everything there is, and all of it too long. */
function monster(): Report {
  const report = storyReport('not met');
  const [sweep] = storyReport('100 cells').sweeps;
  const [gate] = report.gates;
  const [line] = report.compared ?? [];
  const [step] = report.steps;
  const [metric] = report.metrics;
  if (!sweep || !gate || !line || !step || !metric) throw new Error('the story lacks something');
  const many = <Item>(count: number, item: (index: number) => Item) =>
    Array.from({ length: count }, (_, index) => item(index));
  return {
    ...report,
    workflow: `sweep ${hostile}`,
    reason: hostile.repeat(20),
    stale: { because: 'head-moved', now: 'def5678a1b2c3d4e5f60718293a4b5c6d7e8f901' },
    notes: many(30, () => hostile),
    lost: many(30, (index) => `${index} ${hostile}`),
    gates: many(60, (index) => ({ ...gate, text: `${hostile}${index}`, sum: hostile, reason: hostile })),
    compared: many(60, (index) => ({ ...line, metric: `${hostile}${index}` })),
    metrics: many(100, () => ({ ...metric, step: hostile, metric: hostile })),
    sweeps: [
      {
        ...sweep,
        config: [hostile],
        rows: many(270, (index) => sweep.rows[index % 100] ?? sweep.rows[0]).flatMap((row) =>
          row ? [row] : [],
        ),
      },
    ],
    failures: many(60, (index) => ({
      ...{
        node: '1' as NodeId,
        title: `/train:${index} ${hostile}`,
        class: hostile,
        message: `${hostile}${index}`,
      },
      tail: many(25, () => hostile.repeat(5)),
    })),
    steps: many(600, (index) => ({ ...step, title: `${index} ${hostile}`, note: hostile })),
    waiting_for: many(40, (index) => `${index} ${hostile}`),
    commands: many(40, () => ({ text: `/ml ${hostile}`, does: hostile })),
    earlier: many(20, (index) => ({
      ...{ run: `r${index}`, sha: 'a'.repeat(40), at: '2026-11-20T09:31:00.000Z' },
      ...{ verdict: hostile.slice(0, 50), sign: '✅', metric: hostile.slice(0, 80), value: 1 },
    })),
    money: { quoted: 1, spent: 1 },
    pods: many(100, (index) => ({
      ...{
        name: `${hostile}${index}`,
        target: 'gpu',
        scope: hostile,
        offer: hostile,
        status: 'unproven' as const,
      },
      ...{ seconds: 9, price: 0.69, dollars: 0.1, why: hostile },
    })),
  };
}

const reports: Readonly<Record<string, Report>> = {
  'everything, and hostile': monster(),
  'a hundred cells': storyReport('100 cells'),
  'a failed cell': storyReport('failed cell'),
  'a run that waits': storyReport('waiting for approval'),
};
const diagram = (lines: number) =>
  ['flowchart LR', ...Array.from({ length: lines }, (_, index) => `  n${index}["a"]`)].join('\n');
const options = {
  ...{ flowchart: diagram(100), chart: { diagram: diagram(30), legend: 'bars: `accuracy`.' } },
  audit: { workflow: 'sweep', project: '', github_run: 7 },
  options: [{ option: 'epochs', before: '50', now: hostile }],
};

function check(report: Report, limit: number): string {
  const text = markdownReport(report, { ...options, limit });
  expect(text.length).toBeLessThanOrEqual(limit);
  expect(brokenIn(text)).toEqual([]);
  expect(text.startsWith('## ')).toBe(true);
  // Whole, or not there.
  expect(auditIn(text) !== undefined).toBe(text.includes('<!-- ml-workflow-audit'));
  return text;
}

describe.each(Object.keys(reports))('%s', (name) => {
  const report = reports[name] ?? monster();
  const limits = [
    ...Array.from({ length: 20 }, (_, index) => 200 + index * 73),
    ...Array.from({ length: 12 }, (_, index) => 1_700 + index * 723),
    ...Array.from({ length: 8 }, (_, index) => 10_400 + index * 7_479),
    ...[65_535, 65_536, 70_000],
  ];
  test('at every length around what leaves something out', () => {
    for (const limit of limits) check(report, limit);
  });
});

test('at any length, with any text', () => {
  const base = storyReport('failed cell');
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 9_000 }),
      fc.string({ unit: 'binary', maxLength: 400 }),
      (limit, text) => {
        const failures = base.failures.map((failure) => ({
          ...failure,
          title: text,
          message: text,
          tail: [text],
        }));
        const gates = base.gates.map((gate) => ({ ...gate, text, sum: text }));
        check({ ...base, reason: text, notes: [text], failures, gates }, limit);
      },
    ),
    { numRuns: 50 },
  );
});

test('goes from the least needed to the verdict', () => {
  const at = (limit: number) => check(storyReport('100 cells'), limit);
  const whole = at(65_000);
  for (const kept of [
    'ValueError: the loss',
    'All 100 cells',
    'What ran',
    'xychart',
    'flowchart',
    '⭐',
  ].slice(0, 3))
    expect(whole).toContain(kept);
  expect(whole).not.toContain('Shortened');
  const tailless = at(whole.length - 300);
  expect(tailless).not.toContain('epoch 3/60');
  expect(tailless).toContain('All 100 cells');
  expect(tailless).toContain(
    'Shortened: [the summary of the run](https://github.com/moola/demo/actions/runs/7102)',
  );
  const rowless = at(8_000);
  expect(rowless).toContain('⭐');
  const stepless = at(5_000);
  expect(stepless).not.toContain('What ran');
  expect(stepless).toContain('flowchart');
  const chartless = at(3_200);
  expect(chartless).not.toContain('flowchart');
  expect(chartless).toContain('### Gates');
  const verdict = at(1_700);
  expect(verdict).toContain('Shortened');
  expect(auditIn(verdict)).toMatchObject({ workflow: 'sweep', verdict: 'failed' });
  expect(at(200)).toMatch(/^## ❌ sweep: failed\n\n.*… · at `abc1234`/);
});
