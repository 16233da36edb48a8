/** The report as Markdown, for the pull request's comment, the check run and the step summary. */
import { shortNumber } from '../engine/evaluate.ts';
import type { Decision, GateOutcome } from '../engine/event.ts';
import { code, fenced, fold, htmlCode, prose, sentence, table } from './markdown-text.ts';
import { percent } from './percent.ts';
import {
  cost,
  hourly,
  leftOver,
  leftWords,
  type PodLine,
  podNotes,
  podsSentence,
  reapWords,
} from './pods.ts';
import type { FailureLine, GateLine, Report } from './report.ts';
import type { StepStatus } from './status.ts';
import type { Sweep } from './sweep.ts';
import { duration, gateWords, statusSigns, verdictWords } from './words.ts';

export interface MarkdownOptions {
  /** A Mermaid flowchart of the chain; left out where it would not be drawn. */
  readonly flowchart?: string;
  /** The commit the verdict is about. */
  readonly sha?: string;
  /** Where the log of the run can be read. */
  readonly url?: string;
  /** In UTF-16 units, as GitHub counts. */
  readonly limit: number;
  /** What could not be reported elsewhere, and why. */
  readonly lost?: readonly string[];
}

const signs: Readonly<Record<Decision, string>> = {
  passed: '✅',
  handled: '⚠️',
  'not-met': '❌',
  failed: '❌',
  waiting: '⏸️',
  cancelled: '⏹️',
};

/** What is left out first when the text is too long; each level keeps whole blocks, so that no fence is cut. */
const levels = [
  { tailLines: 20, failures: 20, rows: 256, steps: true, chart: true },
  { tailLines: 5, failures: 10, rows: 256, steps: true, chart: true },
  { tailLines: 0, failures: 10, rows: 100, steps: false, chart: true },
  { tailLines: 0, failures: 5, rows: 20, steps: false, chart: false },
  { tailLines: 0, failures: 0, rows: 0, steps: false, chart: false },
] as const;

export function markdownReport(report: Report, options: MarkdownOptions): string {
  for (const level of levels) {
    const text = render(report, options, level);
    if (text.length <= options.limit) return text;
  }
  return headline(report).slice(0, options.limit);
}

/** The verdict in one line, for the title of a check run. At most 255 characters. */
export function verdictTitle(report: Report): string {
  const text =
    report.decision === undefined
      ? report.reason
      : `${verdictWords(report.decision, report.reason_code)}: ${report.reason}`;
  return cut(text, 255);
}

function render(report: Report, options: MarkdownOptions, level: (typeof levels)[number]): string {
  const blocks = [
    headline(report),
    facts(report, options),
    level.chart && options.flowchart !== undefined ? fenced(options.flowchart, 'mermaid') : '',
    gateTable(report.gates),
    ...report.sweeps.map((sweep) => sweepTable(sweep, level.rows)),
    metricTable(report),
    approvals(report),
    podBlock(report, level.rows),
    failureFolds(report, level.failures, level.tailLines),
    level.steps ? stepsFold(report) : '',
    (options.lost ?? []).map((what) => `> ${sentence(what)}`).join('\n'),
    `<sub>run ${code(report.run)}</sub>`,
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function headline(report: Report): string {
  const sign = report.decision === undefined ? '⏳' : signs[report.decision];
  const word = report.decision === undefined ? 'running' : verdictWords(report.decision, report.reason_code);
  return `## ${sign} ${prose(report.workflow)}: ${word}`;
}

function facts(report: Report, { sha, url }: MarkdownOptions): string {
  return [
    sentence(report.reason),
    ...(sha === undefined ? [] : [`at ${code(sha.slice(0, 7))}`]),
    duration(report.seconds),
    ...(url === undefined ? [] : [`[log](${url})`]),
  ].join(' · ');
}

function gateTable(gates: readonly GateLine[]): string {
  if (gates.length === 0) return '';
  const rows = gates.map((gate) => [
    code(gate.text),
    `${code(gate.sum)}${gate.percent === undefined ? '' : ` (${gate.percent})`}`,
    `${gate.warned === true ? '⚠️' : gateSigns[gate.outcome]} ${gateWords[gate.outcome]}`,
    [
      ...(gate.warned === true ? ['only a warning'] : []),
      ...(gate.interval === undefined ? [] : [`interval ${gate.interval}`]),
      ...(gate.from === undefined ? [] : [code(gate.from)]),
      ...(gate.samples === undefined ? [] : [`n = ${gate.samples}`]),
      ...(gate.reason === undefined ? [] : [sentence(gate.reason)]),
      ...(gate.remark === undefined ? [] : [sentence(gate.remark)]),
    ].join('; '),
  ]);
  return `### Gates\n\n${table(['gate', 'measured', 'verdict', 'from'], rows)}`;
}

const gateSigns: Readonly<Record<GateOutcome, string>> = {
  met: '✅',
  'not-met': '❌',
  inconclusive: '❔',
  error: '⛔',
};

function sweepTable(sweep: Sweep, most: number): string {
  if (most === 0) return '';
  const header = ['', ...sweep.config.map(code), ...sweep.metrics.map(code), 'time'];
  // The best rows survive a cut: a reader looks for the winner first.
  const shown =
    sweep.rows.length <= most
      ? sweep.rows
      : [...sweep.rows].sort((a, b) => Number(b.best) - Number(a.best)).slice(0, most);
  const rows = shown.map((row) => [
    row.best ? '⭐' : statusMarks[row.status],
    ...row.config.map(code),
    ...row.values.map((value, index) => {
      if (value === null) return '–';
      return row.best && index === 0 ? `**${shortNumber(value)}**` : shortNumber(value);
    }),
    row.seconds === undefined ? '' : duration(row.seconds),
  ]);
  const align = header.map((_, column) => (column === 0 ? 'left' : 'right'));
  const missing = sweep.rows.length - shown.length;
  const note = missing > 0 ? `\n\n${missing} more cells are in the run's files.` : '';
  return `### Sweep\n\n${table(header, rows, align)}${note}`;
}

const statusMarks: Readonly<Record<StepStatus, string>> = {
  waiting: '·',
  running: '⏳',
  succeeded: '✓',
  failed: '❌',
  handled: '↷',
  stopped: '■',
  'not-met': '❌',
  skipped: '○',
};

function metricTable(report: Report): string {
  if (report.metrics.length === 0) return '';
  const rows = report.metrics.map(({ step, metric, value, unit, samples }) => [
    code(step),
    code(metric),
    unit === 'fraction'
      ? `${shortNumber(value)} (${percent(value)})`
      : `${shortNumber(value)}${unit === 'percent' ? ' %' : ''}`,
    samples === undefined ? '' : String(samples),
  ]);
  const body = table(['command', 'metric', 'value', 'n'], rows, ['left', 'left', 'right', 'right']);
  return report.sweeps.length > 0 ? fold('Metrics of the other commands', body) : `### Metrics\n\n${body}`;
}

function approvals({ waiting_for: labels = [] }: Report): string {
  return labels.map((label) => `⏸️ Waits for approval of ${code(label)}.`).join('\n\n');
}

function podBlock({ pods = [], money, decision, run }: Report, most: number): string {
  if (!money) return '';
  const isOver = decision !== undefined;
  const left = isOver ? leftOver(pods) : [];
  const total = `${left.length > 0 ? '🚨 ' : ''}**Pods**: ${prose(podsSentence(pods, money, isOver))}`;
  const loud = left.slice(0, 20).map((pod) => `> 🚨 ${code(pod.name)} ${prose(leftWords(pod))}`);
  const help = left.length === 0 ? [] : [`> ${code(reapWords(run))} ends what is left.`];
  const rows = pods
    .slice(0, most)
    .map((pod) => [
      podMarks[pod.status],
      code(pod.scope),
      prose(pod.offer),
      pod.ready_after === undefined ? '' : duration(pod.ready_after),
      pod.status === 'refused' ? '' : duration(pod.seconds),
      prose(hourly(pod.price)),
      pod.status === 'refused' ? '' : prose(cost(pod.dollars)),
      pod.billed === undefined ? '' : prose(cost(pod.billed)),
      [...(pod.class === undefined ? [] : [code(pod.class)]), ...podNotes(pod).map(sentence)].join('; '),
    ]);
  const header = ['', 'for', 'offer', 'ready after', 'lived', 'price', 'cost', 'billed', 'note'];
  const align = header.map((_, column) => (column > 2 && column < 8 ? 'right' : 'left'));
  const missing = pods.length - rows.length;
  const note = missing > 0 ? `\n\n${missing} more are in the run's files.` : '';
  const details = rows.length === 0 ? [] : [fold('Each pod', `${table(header, rows, align)}${note}`)];
  return [total, ...(left.length === 0 ? [] : [[...loud, ...help].join('\n>\n')]), ...details].join('\n\n');
}

const podMarks: Readonly<Record<PodLine['status'], string>> = {
  'asked-for': '❔',
  starting: '⏳',
  ready: '▸',
  ended: '✓',
  unproven: '🚨',
  refused: '○',
};

/** What nobody took care of first. */
function failureFolds(report: Report, most: number, tailLines: number): string {
  const isHandled = ({ handled_by }: FailureLine) => Number(handled_by !== undefined);
  const shown = [...report.failures].sort((a, b) => isHandled(a) - isHandled(b)).slice(0, most);
  const blocks = shown.map(({ title, class: cause, message, tail, handled_by }) => {
    const sign = handled_by === undefined ? '❌' : '↷';
    const handled = handled_by === undefined ? '' : `, handled by ${htmlCode(handled_by)}`;
    const summary = `${sign} ${htmlCode(title)} ${htmlCode(cut(message, 200))}${handled}`;
    const body =
      tail.length === 0 || tailLines === 0
        ? `class ${code(cause)}`
        : fenced(tail.slice(-tailLines).join('\n'));
    return fold(summary, body);
  });
  const missing = report.failures.length - shown.length;
  if (missing > 0)
    blocks.push(`${missing} more ${missing === 1 ? 'failure is' : 'failures are'} in the log.`);
  return blocks.join('\n\n');
}

function stepsFold(report: Report): string {
  const lines = report.steps.map((step) => {
    const time = step.seconds === undefined || step.status === 'skipped' ? '' : `  ${duration(step.seconds)}`;
    const note = step.note === undefined ? '' : `  ${step.note}`;
    return `${'  '.repeat(step.depth)}${statusSigns[step.status]} ${step.title}${time}${note}`;
  });
  return fold(`What ran (${duration(report.seconds)})`, fenced(lines.join('\n')));
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
