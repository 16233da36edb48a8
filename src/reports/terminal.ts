/** The report at the end of a run in a terminal: the chain with what ran, the sweep, the gates, where the files are. */
import { shortNumber } from '../engine/evaluate.ts';
import type { Decision, GateOutcome } from '../engine/event.ts';
import type { Report } from './report.ts';
import type { StepStatus } from './status.ts';
import type { Step } from './steps.ts';
import { cutTo, type Style, width } from './style.ts';
import type { Sweep } from './sweep.ts';
import { podBlock } from './terminal-pods.ts';
import { bar, duration, gateWords, statusSigns, verdictWords } from './words.ts';

export interface TerminalOptions {
  readonly style: Style;
  /** Of the terminal, in columns. */
  readonly columns: number;
  /** Files a person may open next. */
  readonly files: readonly { readonly label: string; readonly path: string }[];
  /** The run's own folder, as a person would type it; without it no log is named. */
  readonly folder?: string;
  /** What `--project` was; a person has to say it again to reach this run. */
  readonly project?: string;
}

export function terminalReport(report: Report, options: TerminalOptions): string {
  const { style } = options;
  const blocks = [
    [headline(report, style), `  ${style.dim(report.reason)}`],
    stepLines(report.steps, options),
    ...report.sweeps.map((sweep) => sweepBlock(sweep, style, options.columns)),
    gateBlock(report, style),
    baseBlock(report, style),
    failureBlock(report, options),
    podBlock(report, style, options.columns, projectWords(options)),
    approvalBlock(report, options),
    nextBlock(report, options),
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
  const isDegraded = decision === 'passed' && report.degraded !== undefined;
  const colour = isDegraded ? style.yellow : style[decisionColours[decision]];
  const words = `${verdictWords(decision, report.reason_code)}${isDegraded ? ', degraded' : ''}`;
  return `${colour('●')} ${style.bold(report.workflow)}  ${colour(words)}  ${style.dim(duration(report.seconds))}`;
}

function stepLines(steps: readonly Step[], options: TerminalOptions): string[] {
  // Not `Math.max(...)`: 100,000 steps are more arguments than a call takes.
  const widest = steps.reduce((most, { title, depth }) => Math.max(most, width(title) + depth * 2), 28);
  // On a narrow terminal the notes need the room more than the alignment does.
  const most = Math.max(16, Math.min(44, options.columns - 28));
  return steps.map((step) => stepLine(step, Math.min(widest, most), options));
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
  const gap = ' '.repeat(Math.max(1, titleWidth + 2 - step.depth * 2 - width(step.title)));
  const time = step.status === 'skipped' || step.seconds === undefined ? '' : duration(step.seconds);
  const note = step.status === 'skipped' ? 'skipped' : (step.note ?? '');
  const hasTime = step.kind !== 'gate' && time !== '';
  const room = columns - 1 - indent.length - 2 - width(step.title) - gap.length - (hasTime ? 11 : 0);
  const shownNote = cutTo(note, Math.max(10, room));
  const right = hasTime ? `${time.padStart(9)}  ${shownNote}`.trimEnd() : shownNote;
  return `${indent}${paint(statusSigns[step.status])} ${title}${right.trim() === '' ? '' : gap + style.dim(right)}`.trimEnd();
}

/** Without `columns` there is no end of a line. */
export function sweepBlock(sweep: Sweep, style: Style, columns = Number.POSITIVE_INFINITY): string[] {
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
      typeof value === 'number' ? bar(value, lowest, highest, 16) : cutTo(row.error ?? '', 40),
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
  const cut = (text: string) => cutTo(text, columns - 3);
  // The bars only repeat the first number: a narrow terminal goes without them.
  const isNarrow = widths.reduce((sum, one) => sum + one + 2, 0) > columns;
  const shown = (cells: readonly string[], isBar: boolean) =>
    cut(line(isNarrow && isBar ? [...cells.slice(0, -1), ''] : cells));
  return [
    `  ${style.dim(shown(header, true))}`,
    ...rows.map((cells, index) => {
      const row = sweep.rows[index];
      const text = shown(cells, typeof row?.values[0] === 'number');
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
    if (gate.reason !== undefined) lines.push(`    ${colour(gate.reason)}`);
    if (gate.remark !== undefined) lines.push(`    ${style.yellow(gate.remark)}`);
    return lines;
  });
}

/** `accuracy 0.962, base 0.951 (main, abc1234)  +1.1 pp better`. */
function baseBlock({ base, compared = [] }: Report, style: Style): string[] {
  if (!base) return [];
  const where = style.dim(`(${base.branch}, ${base.sha.slice(0, 7)})`);
  return compared.map(({ metric, step, value, base: before, delta_text: delta, direction, tie }) => {
    const paint =
      direction === 'better' ? style.green : direction === 'worse' ? style.yellow : (text: string) => text;
    const words = tie === undefined ? `${delta} ${direction ?? ''}`.trimEnd() : `≈ tie, ${delta}`;
    const of = step === undefined ? '' : style.dim(` ${step}`);
    return `  ${metric} ${shortNumber(value)}${of}, base ${shortNumber(before)} ${where}  ${paint(words)}`;
  });
}

function failureBlock(report: Report, { style, folder }: TerminalOptions): string[] {
  return report.failures.flatMap(({ title, class: cause, message, tail, directory, handled_by }) => {
    const paint = handled_by === undefined ? style.red : style.yellow;
    const sign = statusSigns[handled_by === undefined ? 'failed' : 'handled'];
    const handled = handled_by === undefined ? '' : style.dim(`, handled by ${handled_by}`);
    const log =
      folder === undefined || directory === undefined || tail.length === 0
        ? []
        : [style.dim(`    ${folder}/${directory}/ml.log`)];
    return [
      `  ${paint(sign)} ${title}  ${paint(withoutLastLine(message, tail))} ${style.dim(`[${cause}]`)}${handled}`,
      ...tail.slice(handled_by === undefined ? -8 : -3).map((line) => style.dim(`    │ ${line}`)),
      ...log,
    ];
  });
}

/** `exit code 3: boom` is `exit code 3` where `boom` stands right below. */
function withoutLastLine(message: string, tail: readonly string[]): string {
  const last = tail.findLast((line) => line.trim() !== '')?.trim();
  return last !== undefined && message.endsWith(`: ${last}`) ? message.slice(0, -last.length - 2) : message;
}

function approvalBlock(report: Report, options: TerminalOptions): string[] {
  const { waiting_for: labels = [], decision } = report;
  const { style } = options;
  if (decision !== 'waiting') return [];
  return labels.flatMap((label) => [
    `  ${style.cyan('?')} waits for approval of ${style.bold(label)}`,
    `    ${resumeWords(report, options)} --approve ${shellWord(label)}   ${style.dim(`or --reject ${shellWord(label)}`)}`,
  ]);
}

/** How a run that has not come to its end goes on. */
function nextBlock(report: Report, options: TerminalOptions): string[] {
  const { style } = options;
  switch (report.decision) {
    case 'cancelled':
      return [`  ${style.dim('to go on')}  ${resumeWords(report, options)}`];
    case 'failed':
    case 'not-met':
      return [`  ${style.dim('after a correction')}  ${resumeWords(report, options)} --edited`];
    default:
      return [];
  }
}

function resumeWords({ run }: Report, options: TerminalOptions): string {
  return `ml-workflow resume ${run}${projectWords(options)}`;
}

function projectWords({ project }: TerminalOptions): string {
  return project === undefined ? '' : ` --project ${shellWord(project)}`;
}

function shellWord(text: string): string {
  return /^[\w.:/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function filesBlock({ files, style }: TerminalOptions): string[] {
  const labelWidth = Math.max(0, ...files.map(({ label }) => label.length));
  return files.map(({ label, path }) => `  ${style.dim(label.padEnd(labelWidth))}  ${path}`);
}
