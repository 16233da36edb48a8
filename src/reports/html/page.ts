/**
 * A run as one HTML file that needs nothing else: no network, no font, no library. Its policy lets nothing in but its own
 * style and the script that sorts tables, so that even text that got past the escaping could do nothing.
 */
import { shortNumber } from '../../engine/evaluate.ts';
import type { Decision, GateOutcome } from '../../engine/event.ts';
import type { ReportContext } from '../context.ts';
import { percent } from '../percent.ts';
import { cost, hourly, leftOver, leftWords, podNotes, podsSentence, reapWords } from '../pods.ts';
import type { FailureLine, Report } from '../report.ts';
import type { StepStatus } from '../status.ts';
import type { Sweep } from '../sweep.ts';
import type { Threshold } from '../sweep-chart.ts';
import { duration, gateWords, statusSigns, verdictWords } from '../words.ts';
import { type Comparison, comparisonHtml } from './comparison.ts';
import { type Curve, curveFigures } from './curves.ts';
import { sortScript, sortScriptHash } from './sort-script.ts';
import { stepsHtml } from './steps.ts';
import { style } from './style.ts';
import { sweepFigure } from './sweep-figure.ts';
import { code, fold, log, sentence, type TableRow, table, text } from './text.ts';

export interface Page {
  readonly report: Report;
  readonly context?: ReportContext;
  /** The run's, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What gates ask of each sweep, in the order of the report. */
  readonly thresholds: readonly (readonly Threshold[])[];
  readonly curves: readonly Curve[];
  /** In the order of the chain. */
  readonly logs: readonly LogTail[];
  readonly compared?: Comparison;
  /** UTC, ISO 8601. */
  readonly written: string;
  /** What could not be read, as sentences. */
  readonly lost?: readonly string[];
  /** In UTF-8 bytes. */
  readonly limit?: number;
}

export interface LogTail {
  readonly title: string;
  readonly status: StepStatus;
  /** Relative to the run's folder. */
  readonly path: string;
  readonly lines: readonly string[];
  /** How much of the file stands before these lines, in bytes. */
  readonly before: number;
}

const usualLimit = 5 * 1024 * 1024;
const most = {
  rows: 1_000,
  gates: 500,
  failures: 200,
  tails: 40,
  pods: 500,
  chain: 20_000,
  line: 2_000,
  reason: 2_000,
} as const;

/** What goes when the file would be too large, first to last. */
const levels = [
  { logs: true, curves: true, steps: true },
  { logs: false, curves: true, steps: true },
  { logs: false, curves: false, steps: true },
  { logs: false, curves: false, steps: false },
] as const;
/** Of each log; fewer where all of them would be more than half of the file. */
const logLines = [200, 40, 10] as const;
type Level = (typeof levels)[number];

export function htmlReport(page: Page): string {
  const limit = page.limit ?? usualLimit;
  let html = '';
  for (const level of levels) {
    html = render(page, level);
    if (Buffer.byteLength(html) <= limit) return html;
  }
  return html;
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

function render(page: Page, level: Level): string {
  const { report } = page;
  const missing: string[] = [...(page.lost ?? [])];
  const left = (what: string) => {
    missing.push(what);
  };
  const sections = sectionsOf(page, level, left).filter(({ html }) => html !== '');
  const word = report.decision === undefined ? 'running' : verdictWords(report.decision, report.reason_code);
  const contents = sections.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join('');
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '${sortScriptHash}'; img-src data:; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    // The browser would ask for one otherwise.
    '<link rel="icon" href="data:,">',
    `<title>${text(report.workflow)}: ${text(word)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#content">Skip to the report</a>',
    header(page, word),
    `<nav aria-label="Contents"><ul>${contents}</ul></nav>`,
    '<main id="content" tabindex="-1">',
    ...sections.map(
      ({ id, title, html }) =>
        `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${html}\n</section>`,
    ),
    '</main>',
    '<footer>',
    missing.length === 0
      ? ''
      : `<p>Left out of this file:</p><ul>${missing.map((what) => `<li>${sentence(what)}</li>`).join('')}</ul>`,
    `<p>Written ${text(page.written)} by ml-workflow from the run's own files.</p>`,
    '</footer>',
    `<script>${sortScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function sectionsOf(page: Page, level: Level, left: (what: string) => void): Section[] {
  const { report } = page;
  if (!level.curves && page.curves.length > 0) left('learning curves');
  return [
    { id: 'gates', title: 'Gates', html: gates(report, left) },
    { id: 'chain', title: 'Chain', html: chain(report, level, left) },
    {
      id: 'sweep',
      title: report.sweeps.length > 1 ? 'Sweeps' : 'Sweep',
      html: report.sweeps
        .map((sweep, index) => sweepHtml(sweep, page.thresholds[index] ?? [], index, left))
        .join('\n'),
    },
    { id: 'curves', title: 'Learning curves', html: level.curves ? curveFigures(page.curves, left) : '' },
    { id: 'metrics', title: 'Metrics', html: metrics(report, left) },
    { id: 'failures', title: 'Failures', html: failures(report, left) },
    { id: 'pods', title: 'Pods and money', html: pods(report, left) },
    {
      id: 'comparison',
      title: 'Compared with an earlier run',
      html: page.compared ? comparisonHtml(report, page.parameters, page.compared, left) : '',
    },
    { id: 'parameters', title: 'Parameters', html: parameters(page) },
    { id: 'logs', title: 'Logs', html: logs(page, level, left) },
  ];
}

const signs: Readonly<Record<Decision, readonly [sign: string, className: string]>> = {
  passed: ['✓', 'good'],
  handled: ['↷', 'warn'],
  'not-met': ['⊘', 'bad'],
  failed: ['✗', 'bad'],
  waiting: ['⏸', 'busy'],
  cancelled: ['■', 'warn'],
};

function header({ report, context = {} }: Page, word: string): string {
  const [sign, className] = report.decision === undefined ? ['▸', 'busy'] : signs[report.decision];
  const facts: [string, string][] = [
    ['run', code(report.run)],
    [
      'started',
      `<time datetime="${text(report.started_at)}">${text(report.started_at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC'))}</time>`,
    ],
    ['took', duration(report.seconds)],
    ...(report.money
      ? [['cost', text(cost(report.money.billed ?? report.money.spent))] as [string, string]]
      : []),
    ...(context.sha === undefined ? [] : [['commit', code(context.sha.slice(0, 12))] as [string, string]]),
    ...(context.requested_by === undefined
      ? []
      : [['asked for by', code(context.requested_by)] as [string, string]]),
    ...(context.asked === undefined ? [] : [['asked', code(context.asked)] as [string, string]]),
  ];
  const waiting = (report.waiting_for ?? []).map((label) => `Waits for approval of ${code(label)}.`);
  const notes = [
    ...waiting,
    ...(report.degraded === undefined ? [] : [`Degraded: ${sentence(report.degraded)}`]),
    ...(context.notes ?? []).map(sentence),
  ];
  return [
    '<header>',
    `<h1><span class="${className}"><span aria-hidden="true">${sign}</span> ${text(word)}</span>: ${text(report.workflow)}</h1>`,
    report.description === undefined ? '' : `<p class="quiet">${text(report.description)}</p>`,
    `<p class="reason">${sentence(cut(report.reason, most.reason))}</p>`,
    ...notes.map((note) => `<p class="note">${note}</p>`),
    `<dl class="facts">${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`,
    '</header>',
  ].join('\n');
}

const gateSigns: Readonly<Record<GateOutcome, readonly [sign: string, className: string]>> = {
  met: ['✓', 'good'],
  'not-met': ['⊘', 'bad'],
  inconclusive: ['?', 'warn'],
  error: ['✗', 'bad'],
};

function gates({ gates: all }: Report, left: (what: string) => void): string {
  if (all.length === 0) return '';
  if (all.length > most.gates) left(`${all.length - most.gates} of ${all.length} gates`);
  const rows = all.slice(0, most.gates).map((gate): TableRow => {
    const [sign, className] = gate.warned ? ['⚠', 'warn'] : gateSigns[gate.outcome];
    const details = [
      ...(gate.warned ? ['only a warning'] : []),
      ...(gate.interval === undefined ? [] : [`interval ${text(gate.interval)}`]),
      ...(gate.from === undefined ? [] : [`from ${code(gate.from)}`]),
      ...(gate.samples === undefined ? [] : [`n = ${gate.samples}`]),
      ...(gate.source === undefined ? [] : [`read from ${code(gate.source)}`]),
      ...(gate.reason === undefined ? [] : [sentence(gate.reason)]),
      ...(gate.remark === undefined ? [] : [sentence(gate.remark)]),
    ];
    const cells = [
      `<span class="state ${className}"><span aria-hidden="true">${sign}</span> ${gateWords[gate.outcome]}</span>`,
      code(gate.text),
      `${code(gate.sum)}${gate.percent === undefined ? '' : ` (${text(gate.percent)})`}`,
      details.join('; '),
    ];
    return { cells: cells.map((html) => ({ html })) };
  });
  const columns = [
    ...['verdict', 'gate', 'measured'].map((name) => ({ name })),
    { name: 'details', isWide: true },
  ];
  return table('What each gate asked, and what was measured', columns, rows);
}

function chain(report: Report, level: Level, left: (what: string) => void): string {
  if (!level.steps) {
    left('the steps of the chain');
    return '';
  }
  const written =
    report.chain.length > most.chain ? `${report.chain.slice(0, most.chain - 1)}…` : report.chain;
  return [
    stepsHtml(report.steps, left),
    fold('As it is written', `<pre class="chain">${text(written)}</pre>`),
  ].join('\n');
}

function sweepHtml(
  sweep: Sweep,
  thresholds: readonly Threshold[],
  index: number,
  left: (what: string) => void,
): string {
  const shown =
    sweep.rows.length <= most.rows
      ? sweep.rows
      : [...sweep.rows].sort((a, b) => Number(b.best) - Number(a.best)).slice(0, most.rows);
  if (sweep.rows.length > shown.length)
    left(`${sweep.rows.length - shown.length} of ${sweep.rows.length} cells`);
  const numbers = new Map(sweep.rows.map((row, place) => [row, place + 1]));
  const rows = shown.map(
    (row): TableRow => ({
      ...(row.best ? { className: 'best' as const } : {}),
      cells: [
        { html: String(numbers.get(row) ?? ''), value: numbers.get(row) ?? 0 },
        {
          html: `<span class="state">${row.best ? '<span title="chosen">★</span> ' : ''}<span aria-hidden="true">${statusSigns[row.status]}</span> ${text(row.status.replace('-', ' '))}</span>`,
        },
        ...row.config.map((value) => ({ html: code(value), ...sortedAs(value) })),
        ...row.values.map((value) => (value === null ? { html: '–' } : { html: shortNumber(value), value })),
        row.seconds === undefined ? { html: '–' } : { html: duration(row.seconds), value: row.seconds },
        ...(sweep.rows.some(({ error }) => error !== undefined)
          ? [{ html: text(cut(row.error ?? '', 200)) }]
          : []),
      ],
    }),
  );
  const columns = [
    { name: 'no.', isNumber: true },
    { name: 'state' },
    ...sweep.config.map((name) => ({ name, isNumber: true })),
    ...sweep.metrics.map((name) => ({ name, isNumber: true })),
    { name: 'time', isNumber: true },
    ...(sweep.rows.some(({ error }) => error !== undefined) ? [{ name: 'error', isWide: true }] : []),
  ];
  return [
    sweepFigure(sweep, thresholds, `sweep-${index + 1}-figure`),
    table(`${sweep.rows.length} cells: what differs, and what each measured`, columns, rows, true),
  ].join('\n');
}

/** Numbers as numbers: 8 stands before 16. */
function sortedAs(value: string): { readonly value?: number } {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? { value: number } : {};
}

function metrics(report: Report, left: (what: string) => void): string {
  if (report.metrics.length === 0) return '';
  if (report.metrics.length > most.rows)
    left(`${report.metrics.length - most.rows} of ${report.metrics.length} metrics`);
  const rows = report.metrics.slice(0, most.rows).map(({ step, metric, value, unit, samples }): TableRow => {
    const words =
      unit === 'fraction'
        ? `${shortNumber(value)} (${percent(value)})`
        : `${shortNumber(value)}${unit === 'percent' ? ' %' : ''}`;
    return {
      cells: [
        { html: code(step) },
        { html: code(metric) },
        { html: words, value },
        samples === undefined ? { html: '–' } : { html: String(samples), value: samples },
      ],
    };
  });
  const columns = [
    { name: 'command' },
    { name: 'metric' },
    { name: 'value', isNumber: true },
    { name: 'n', isNumber: true },
  ];
  return table('What commands outside of sweeps have measured', columns, rows, true);
}

function failures(report: Report, left: (what: string) => void): string {
  const isHandled = ({ handled_by }: FailureLine) => Number(handled_by !== undefined);
  const all = [...report.failures].sort((a, b) => isHandled(a) - isHandled(b));
  if (all.length > most.failures) left(`${all.length - most.failures} of ${all.length} failures`);
  return all
    .slice(0, most.failures)
    .map(({ title, class: cause, message, tail, handled_by, directory }, index) => {
      const sign = handled_by === undefined ? '<span class="bad">✗</span>' : '<span class="warn">↷</span>';
      const handled = handled_by === undefined ? '' : `, handled by ${code(handled_by)}`;
      const lines = index < most.tails ? tail.map((line) => cut(line, most.line)) : [];
      const body = [
        `<p>Class ${code(cause)}${directory === undefined ? '' : `, log in ${code(`${directory}/ml.log`)}`}.</p>`,
        lines.length === 0 ? '' : log(lines, `last lines of ${title}`),
      ].join('\n');
      return fold(
        `${sign} ${code(title)} ${text(cut(message, 500))}${handled}`,
        body,
        index < 3 && handled_by === undefined,
      );
    })
    .join('\n');
}

function pods({ pods: all = [], money, decision, run }: Report, left: (what: string) => void): string {
  if (!money) return '';
  if (all.length > most.pods) left(`${all.length - most.pods} of ${all.length} pods`);
  const isOver = decision !== undefined;
  const over = isOver ? leftOver(all) : [];
  const loud = over
    .slice(0, 20)
    .map((pod) => `<p class="note loud">${code(pod.name)} ${text(leftWords(pod))}</p>`);
  const help = over.length === 0 ? '' : `<p>${code(reapWords(run))} ends what is left.</p>`;
  const rows = all.slice(0, most.pods).map((pod): TableRow => {
    const isReal = pod.status !== 'refused';
    return {
      cells: [
        { html: text(pod.status.replace('-', ' ')) },
        { html: code(pod.scope) },
        { html: text(pod.offer) },
        pod.ready_after === undefined
          ? { html: '–' }
          : { html: duration(pod.ready_after), value: pod.ready_after },
        isReal ? { html: duration(pod.seconds), value: pod.seconds } : { html: '–' },
        { html: text(hourly(pod.price)), value: pod.price },
        isReal ? { html: text(cost(pod.dollars)), value: pod.dollars } : { html: '–' },
        pod.billed === undefined ? { html: '–' } : { html: text(cost(pod.billed)), value: pod.billed },
        {
          html: [...(pod.class === undefined ? [] : [code(pod.class)]), ...podNotes(pod).map(sentence)].join(
            '; ',
          ),
        },
      ],
    };
  });
  const columns = [
    ...['state', 'for', 'offer'].map((name) => ({ name })),
    ...['ready after', 'lived', 'price', 'cost', 'billed'].map((name) => ({ name, isNumber: true })),
    { name: 'note', isWide: true },
  ];
  return [
    `<p>${text(podsSentence(all, money, isOver))}.</p>`,
    ...loud,
    help,
    rows.length === 0 ? '' : table('Each pod', columns, rows, true),
  ].join('\n');
}

function parameters({ parameters: all }: Page): string {
  const names = Object.entries(all).slice(0, most.rows);
  if (names.length === 0) return '';
  const rows = names.map(([name, value]) => ({
    cells: [{ html: code(name) }, { html: code(cut(value, most.line)) }],
  }));
  return table('What the workflow was given', [{ name: 'parameter' }, { name: 'value' }], rows);
}

/** What failed first, since a reader looks for that. */
function logs({ logs: all, limit = usualLimit }: Page, level: Level, left: (what: string) => void): string {
  if (all.length === 0) return '';
  const size = (most: number) => all.reduce((sum, { lines }) => sum + sizeOf(lines, most), 0);
  const mostLines = level.logs ? logLines.find((lines) => size(lines) <= limit / 2) : undefined;
  if (mostLines === undefined) {
    left('logs; they are in the folder of the run');
    return '';
  }
  const isBad = ({ status }: LogTail) =>
    Number(status === 'failed' || status === 'stopped' || status === 'handled');
  return [...all]
    .sort((a, b) => isBad(b) - isBad(a))
    .map((tail) => {
      const { title, status, path, before } = tail;
      const lines = tail.lines.slice(-mostLines).map((line) => cut(line, most.line));
      const isWhole = before === 0 && lines.length === tail.lines.length;
      const what = isWhole ? `All of ${code(path)}.` : `The last ${lines.length} lines of ${code(path)}.`;
      const sign = `<span aria-hidden="true">${statusSigns[status]}</span>`;
      return fold(`${sign} ${code(title)}`, `<p class="quiet">${what}</p>\n${log(lines, `log of ${title}`)}`);
    })
    .join('\n');
}

function sizeOf(lines: readonly string[], mostLines: number): number {
  return lines.slice(-mostLines).reduce((sum, line) => sum + Math.min(line.length, most.line), 0);
}

function cut(words: string, longest: number): string {
  return words.length <= longest ? words : `${words.slice(0, longest - 1)}…`;
}
