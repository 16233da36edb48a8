/** A run in which every word that others may have a say in is an attack on the page that shows it. */
import type { NodeId } from '../../src/plan/plan.ts';
import type { Curve } from '../../src/reports/html/curves.ts';
import type { LogTail, Page } from '../../src/reports/html/page.ts';
import type { Report } from '../../src/reports/report.ts';
import type { Step } from '../../src/reports/steps.ts';
import { sweepWith } from './mermaid-rig.ts';

export const attacks: readonly string[] = [
  ...[
    '</script><script>window.hit=1</script>',
    '<img src=x onerror="window.hit=1">',
    '</title><svg onload=window.hit=1>',
  ],
  ...[
    '</pre><iframe src="https://evil.example/"></iframe>',
    '"><a href="javascript:window.hit=1">x</a>',
    "' onclick='window.hit=1",
  ],
  ...[
    '</style><style>*{display:none}</style>',
    '<!--',
    ']]>',
    '<base href="https://evil.example/">',
    '&lt;b&gt;',
    '`<b>`',
  ],
  ...[
    '<link rel=stylesheet href=https://evil.example/x.css>',
    '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  ],
  ...[
    '\u001b[31mred\u001b[0m',
    '\u202eevil',
    '\u0000',
    '\ud800',
    '<math><mi xlink:href="data:x,<script>window.hit=1</script>">',
  ],
];
const attack = attacks.join(' ');

export const at = '2026-11-21T10:00:00.000Z';

export function stepOf(more: Partial<Step>): Step {
  return { id: '1', kind: 'unit', title: '/a', status: 'succeeded', depth: 0, ...more };
}

export function reportWith(more: Partial<Report> = {}): Report {
  return {
    schema_version: 1,
    workflow: 'sweep',
    run: '20261121-100000-sweep-3f9a',
    chain: '/a → /b',
    decision: 'passed',
    reason_code: 'gates-met',
    reason: 'gate met: accuracy 0.95 > 0.9',
    started_at: at,
    seconds: 12,
    steps: [stepOf({})],
    gates: [],
    sweeps: [],
    metrics: [],
    failures: [],
    ...more,
  };
}

export function pageWith(more: Partial<Page> = {}): Page {
  return { report: reportWith(), parameters: {}, thresholds: [], curves: [], logs: [], written: at, ...more };
}

export const curve = (title: string, length = 20, more: Partial<Curve> = {}): Curve => ({
  title,
  best: false,
  series: new Map([
    ['loss', Array.from({ length }, (_, index) => [index + 1, 1 / (index + 1)] as const)],
    ['accuracy', Array.from({ length }, (_, index) => [index + 1, 1 - 1 / (index + 2)] as const)],
  ]),
  ...more,
});

export const logOf = (title: string, lines: readonly string[], more: Partial<LogTail> = {}): LogTail => ({
  ...{ title, status: 'succeeded', path: `units/${title.slice(1)}/ml.log`, lines, before: 0, ...more },
});

/** Every part of the page, and in all of its words the attacks. */
export function hostilePage(): Page {
  const node = '1' as NodeId;
  const sweep = sweepWith([0.9, 0.95, null, 0.93], {
    config: [attack, 'b'],
    cells: ['1', '2', '3', '4'].map((one) => [`${attack}${one}`, one]),
    metric: attack,
    best: 1,
  });
  const report = reportWith({
    workflow: attack,
    description: attack,
    run: attack,
    chain: attack,
    reason: `${attack} \`${attack}\``,
    degraded: attack,
    waiting_for: [attack],
    steps: [
      stepOf({ title: attack, note: attack }),
      stepOf({ kind: 'parallel', title: attack, status: 'failed' }),
      stepOf({ title: attack, status: 'failed', depth: 1, seconds: 2 }),
      stepOf({ title: attack, status: 'skipped', depth: 1 }),
      stepOf({ kind: 'gate', title: attack, status: 'not-met' }),
    ],
    gates: [
      {
        id: '1',
        node,
        text: attack,
        outcome: 'not-met',
        sum: attack,
        percent: attack,
        interval: attack,
        from: attack,
        samples: 3,
        source: attack,
        reason: attack,
        remark: attack,
      },
    ],
    sweeps: [{ ...sweep, rows: sweep.rows.map((row) => ({ ...row, title: attack, error: attack })) }],
    metrics: [{ step: attack, metric: attack, value: 0.5, unit: 'fraction', samples: 4 }],
    failures: [
      { node, title: attack, class: attack, message: attack, tail: attacks, directory: attack },
      { node, title: attack, class: attack, message: attack, tail: [], handled_by: attack },
    ],
    pods: [
      {
        name: attack,
        target: attack,
        scope: attack,
        offer: attack,
        gpu: attack,
        status: 'unproven',
        seconds: 3,
        price: 1,
        quoted: 2,
        dollars: 0.1,
        why: attack,
        class: attack,
      },
    ],
    money: { quoted: 0.1, spent: 0.1, cap: 3 },
  });
  return pageWith({
    report,
    context: { sha: attack, requested_by: attack, asked: attack, notes: [attack] },
    parameters: { [attack]: attack },
    thresholds: [[{ metric: attack, value: 0.91, text: attack }]],
    curves: [
      curve(attack, 20, {
        series: new Map([
          [
            attack,
            [
              [1, 2],
              [2, 3],
            ],
          ],
        ]),
      }),
    ],
    logs: [logOf(attack, attacks, { path: attack, status: 'failed' })],
    compared: {
      report: { ...report, run: attack },
      parameters: { [attack]: 'other' },
      differences: [attack],
    },
    written: attack,
    lost: [attack],
  });
}
