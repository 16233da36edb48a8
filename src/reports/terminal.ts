/** The report at the end of a run in a terminal: the chain with what ran, the sweep, the gates, where the files are. */
import { shortNumber } from '../engine/evaluate.ts';
import type { Decision, GateOutcome } from '../engine/event.ts';
import type { Report } from './report.ts';
import type { StepStatus } from './status.ts';
import type { Step } from './steps.ts';
import { type Style, width } from './style.ts';
import type { Sweep } from './sweep.ts';
import { bar, duration, gateWords, statusSigns, verdictWords } from './words.ts';

export interface TerminalOptions {
  readonly style: Style;
  /** Of the terminal, in columns. */
  readonly columns: number;
  /** Files a person may open next. */
  readonly files: readonly { readonly label: string; readonly path: string }[];
}

export function terminalReport(report: Report, options: TerminalOptions): string {
  const { style } = options;
  const blocks = [
    [headline(report, style), `  ${style.dim(report.reason)}`],
    stepLines(report.steps, options),
    ...report.sweeps.map((sweep) => sweepBlock(sweep, style)),
    gateBlock(report, style),
    failureBlock(report, style),
    approvalBlock(report, style),
    filesBlock(options),
  ];
  return `\n${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

const decisionColours: Readonly<Record<Decision, keyof Pick<Style, 'green' | 'yellow' | 'red' | 'cyan'>>> = {
  passed: 'green',
  handled: 'yellow',
  'not-met': 'red',
  failed: 'red',
  waiting: 'cyan',
  cancelled: 'yellow',
};
const statusColours: Readonly<
  Record<StepStatus, keyof Pick<Style, 'green' | 'yellow' | 'red' | 'dim' | 'cyan'>>
> = {
  waiting: 'dim',
  running: 'cyan',
  succeeded: 'green',
  failed: 'red',
  handled: 'yellow',
  stopped: 'yellow',
  'not-met': 'yellow',
  skipped: 'dim',
};
const gateColours: Readonly<Record<GateOutcome, keyof Pick<Style, 'green' | 'yellow' | 'red'>>> = {
  met: 'green',
  'not-met': 'yellow',
  inconclusive: 'yellow',
  error: 'red',
};

function headline(report: Report, style: Style): string {
  const decision = report.decision ?? 'cancelled';
  const colour = style[decisionColours[decision]];
  return `${colour('●')} ${style.bold(report.workflow)}  ${colour(verdictWords(decision, report.reason_code))}  ${style.dim(duration(report.seconds))}`;
}

function stepLines(steps: readonly Step[], options: TerminalOptions): string[] {
  // Not `Math.max(...)`: 100,000 steps are more arguments than a call takes.
  const widest = steps.reduce((most, { title, depth }) => Math.max(most, title.length + depth * 2), 28);
  return steps.map((step) => stepLine(step, Math.min(widest, 44), options));
}

function stepLine(step: Step, titleWidth: number, { style, columns }: TerminalOptions): string {
  const paint = style[statusColours[step.status]];
  const indent = '  '.repeat(step.depth + 1);
  const title =
    step.status === 'skipped'
      ? style.dim(step.title)
      : step.kind === 'gate'
        ? style.bold(step.title)
        : step.title;
  const gap = ' '.repeat(Math.max(1, titleWidth + 2 - step.depth * 2 - step.title.length));
  const time = step.status === 'skipped' || step.seconds === undefined ? '' : duration(step.seconds);
  const note = step.status === 'skipped' ? 'skipped' : (step.note ?? '');
  const room = Math.max(10, columns - indent.length - 2 - step.title.length - gap.length - 12);
  const shownNote = note.length > room ? `${note.slice(0, room - 1)}…` : note;
  const right = step.kind === 'gate' || time === '' ? shownNote : `${time.padStart(9)}  ${shownNote}`;
  return `${indent}${paint(statusSigns[step.status])} ${title}${right.trim() === '' ? '' : gap + style.dim(right)}`.trimEnd();
}

export function sweepBlock(sweep: Sweep, style: Style): string[] {
  const [main] = sweep.metrics;
  const mains = sweep.rows.map(({ values }) => values[0]).filter((value) => typeof value === 'number');
  const lowest = Math.min(...mains);
  const highest = Math.max(...mains);
  const header = ['', ...sweep.config, ...sweep.metrics, 'time', main === undefined ? '' : main];
  const rows = sweep.rows.map((row) => {
    const value = row.values[0];
    return [
      row.best ? '★' : statusSigns[row.status],
      ...row.config,
      ...row.values.map((one) => (one === null ? '–' : shortNumber(one))),
      row.seconds === undefined ? '' : duration(row.seconds),
      typeof value === 'number' ? bar(value, lowest, highest, 16) : (row.error ?? '').slice(0, 40),
    ];
  });
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => width(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const padding = ' '.repeat((widths[column] ?? 0) - width(cell));
        const leftAligned = column === 0 || column === cells.length - 1;
        return leftAligned ? cell + padding : padding + cell;
      })
      .join('  ')
      .trimEnd();
  return [
    `  ${style.dim(line(header))}`,
    ...rows.map((cells, index) => {
      const row = sweep.rows[index];
      const text = line(cells);
      return `  ${row?.best ? style.green(text) : row?.status === 'failed' ? style.red(text) : text}`;
    }),
  ];
}

function gateBlock(report: Report, style: Style): string[] {
  return report.gates.flatMap((gate) => {
    const colour = style[gateColours[gate.outcome]];
    const details = [
      gate.percent,
      gate.interval === undefined ? undefined : `between ${gate.interval}`.replace(' to ', ' and '),
      gate.warned === true ? 'only a warning' : undefined,
      gate.from === undefined ? undefined : `from ${gate.from}`,
      gate.samples === undefined ? undefined : `n = ${gate.samples}`,
    ].filter((detail) => detail !== undefined);
    const lines = [
      `  ${colour(`gate ${gateWords[gate.outcome]}`)}  ${style.bold(gate.sum)}  ${style.dim(details.join(' · '))}`.trimEnd(),
    ];
    if (gate.reason !== undefined) lines.push(`    ${style.red(gate.reason)}`);
    if (gate.remark !== undefined) lines.push(`    ${style.yellow(gate.remark)}`);
    return lines;
  });
}

function failureBlock(report: Report, style: Style): string[] {
  return report.failures.flatMap(({ title, class: cause, message, tail, handled_by }) => {
    const paint = handled_by === undefined ? style.red : style.yellow;
    const sign = statusSigns[handled_by === undefined ? 'failed' : 'handled'];
    const handled = handled_by === undefined ? '' : style.dim(`, handled by ${handled_by}`);
    return [
      `  ${paint(sign)} ${title} ${paint(message)} ${style.dim(`[${cause}]`)}${handled}`,
      ...tail.slice(handled_by === undefined ? -8 : -3).map((line) => style.dim(`    │ ${line}`)),
    ];
  });
}

function approvalBlock(report: Report, style: Style): string[] {
  const { waiting_for: labels = [], decision, run } = report;
  if (decision !== 'waiting') return [];
  return labels.flatMap((label) => [
    `  ${style.cyan('?')} waits for approval of ${style.bold(label)}`,
    `    ml-workflow resume ${run} --approve ${shellWord(label)}   ${style.dim(`or --reject ${shellWord(label)}`)}`,
  ]);
}

function shellWord(text: string): string {
  return /^[\w.:/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function filesBlock({ files, style }: TerminalOptions): string[] {
  const labelWidth = Math.max(0, ...files.map(({ label }) => label.length));
  return files.map(({ label, path }) => `  ${style.dim(label.padEnd(labelWidth))}  ${path}`);
}
