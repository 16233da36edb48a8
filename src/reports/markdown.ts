/** The report as Markdown, for the pull request's comment, the check run and the step summary. */
import { type AuditFields, auditText } from './audit.ts';
import { decisive, facts, headline, verdictOf } from './headline.ts';
import { podBlock } from './markdown-pods.ts';
import { code, cut, fenced, fold, htmlCode, htmlSentence, link, sentence, table } from './markdown-text.ts';
import type { FailureLine, Report } from './report.ts';
import { shortSha, staleLine } from './stale-line.ts';
import type { Step } from './steps.ts';
import type { SweepChart } from './sweep-chart.ts';
import {
  comparedTable,
  earlierFold,
  gateTable,
  metricTable,
  type OptionChange,
  optionsFold,
  sweepTable,
} from './tables.ts';
import { duration, statusSigns, verdictWords } from './words.ts';

export interface MarkdownOptions {
  /** A Mermaid flowchart of the chain; left out where it would not be drawn. */
  readonly flowchart?: string;
  /** Of the first sweep. */
  readonly chart?: SweepChart;
  /** The commit the verdict is about, where the report does not say it. */
  readonly sha?: string;
  /** Where the log of the run can be read, where the report does not say it. */
  readonly url?: string;
  /** In UTF-16 units, as GitHub counts. */
  readonly limit: number;
  /** What could not be reported elsewhere, and why; beside what the report says of it. */
  readonly lost?: readonly string[];
  /** Options that are others than in the run that this one is compared with. */
  readonly options?: readonly OptionChange[];
  /** What the next run, and whoever looks, reads back; none is written when absent. */
  readonly audit?: AuditSubject;
}

export type AuditSubject = Pick<AuditFields, 'workflow' | 'project' | 'github_run'>;

interface Level {
  readonly tailLines: number;
  /** Failures with folds of their own; others are rows. */
  readonly failures: number;
  /** Of a sweep, of pods, of metrics. */
  readonly rows: number;
  readonly steps: boolean;
  readonly charts: boolean;
  /** Gates and compared metrics. */
  readonly decisive: number;
  readonly sentences: number;
  readonly earlier: number;
}

const whole: Level = {
  tailLines: 20,
  failures: 5,
  rows: 256,
  steps: true,
  charts: true,
  decisive: 100,
  sentences: 20,
  earlier: 20,
};
const verdictOnly: Level = {
  tailLines: 0,
  failures: 0,
  rows: 0,
  steps: false,
  charts: false,
  decisive: 3,
  sentences: 2,
  earlier: 0,
};

/** What is left out first when the text is too long; each level keeps whole blocks, so that no fence and no table is cut. */
const levels: readonly Level[] = [
  whole,
  { ...whole, tailLines: 5 },
  { ...whole, tailLines: 0 },
  { ...whole, tailLines: 0, failures: 2, rows: 100, decisive: 50 },
  { ...whole, tailLines: 0, failures: 2, rows: 20, decisive: 20 },
  { ...whole, tailLines: 0, failures: 2, rows: 6, decisive: 20, sentences: 10, steps: false, earlier: 10 },
  {
    ...whole,
    ...{ tailLines: 0, failures: 1, rows: 6, decisive: 10, sentences: 5 },
    ...{ steps: false, charts: false, earlier: 5 },
  },
  { ...verdictOnly, failures: 1, rows: 1, decisive: 5, sentences: 3 },
  verdictOnly,
  { ...verdictOnly, decisive: 0, sentences: 0 },
];

/** A comment may get one more line when its verdict has become old. */
const roomForStale = 400;

/** Never longer than the limit, which is 200 or more. */
export function markdownReport(given: Report, options: MarkdownOptions): string {
  const { sha, url } = options;
  const report = {
    ...(sha === undefined ? {} : { sha }),
    ...(url === undefined ? {} : { url }),
    ...given,
  };
  const limit = options.limit - (options.audit && options.limit > 4 * roomForStale ? roomForStale : 0);
  for (const [index, level] of levels.entries()) {
    const blocks = render(report, options, level, index > 0);
    const text = joined([...blocks, auditBlock(report, options, level)]);
    if (text.length <= limit) return text;
  }
  // The audit is whole, or it is not there.
  const few = [headline(report), facts({ ...report, reason: cut(report.reason, 60) })];
  for (const blocks of [few, few.slice(0, 1)]) {
    const text = joined(blocks);
    if (text.length <= limit) return text;
  }
  const { sign, words } = verdictOf(report);
  return cut(`## ${sign} ${words}`, limit);
}

/** The verdict in one line, for the title of a check run. At most 255 characters. */
export function verdictTitle({ decision, reason, reason_code: why }: Report): string {
  return cut(decision === undefined ? reason : `${verdictWords(decision, why)}: ${reason}`, 255);
}

function joined(blocks: readonly string[]): string {
  // Half of a character, as a broken log may have it, cannot be sent.
  return blocks
    .filter((block) => block !== '')
    .join('\n\n')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

function render(report: Report, options: MarkdownOptions, level: Level, isShortened: boolean): string[] {
  const { flowchart, chart } = options;
  const { stale, notes = [], earlier = [] } = report;
  const lost = [...new Set([...(report.lost ?? []), ...(options.lost ?? [])])];
  return [
    headline(report),
    facts(report),
    stale ? staleLine(stale, report) : '',
    quoted(notes, level.sentences),
    level.charts && flowchart !== undefined ? fenced(flowchart, 'mermaid') : '',
    comparedTable(report, level.decisive),
    gateTable(report.gates, level.decisive),
    ...report.sweeps.map((sweep) => sweepTable(sweep, level.rows)),
    level.charts && chart
      ? `${fenced(chart.diagram, 'mermaid')}\n\n<sub>${sentence(chart.legend)}</sub>`
      : '',
    metricTable(report, level.rows),
    approvals(report, level.sentences),
    podBlock(report, level.rows),
    failureFolds(report, level),
    optionsFold(options.options ?? [], level.rows),
    level.steps ? stepsFold(report) : '',
    commandsLine(report),
    earlierFold(earlier, level.earlier),
    quoted(lost, level.sentences),
    isShortened ? `_Shortened: ${link('the summary of the run', report.url)} has the rest._` : '',
    `<sub>run ${code(cut(report.run, 100))}</sub>`,
  ];
}

function quoted(sentences: readonly string[], most: number): string {
  const shown = sentences.slice(0, most).map((what) => `> ${sentence(cut(what, 500))}`);
  return shown.join('\n>\n');
}

function approvals({ waiting_for: labels = [], sha }: Report, most: number): string {
  return labels
    .slice(0, Math.max(1, most))
    .map((label) => {
      const short = cut(label, 200);
      const command = sha === undefined ? '' : `: write ${code(`/ml-approve ${shortSha(sha)} ${short}`)}`;
      return `⏸️ Waits for approval of ${code(short)}${command}${command === '' ? '.' : ''}`;
    })
    .join('\n\n');
}

const mostFailureRows = 100;
const mostNames = 20;

/** What nobody took care of first; those that failed alike are one. */
function failureFolds(report: Report, { failures: open, tailLines, rows }: Level): string {
  const groups = alike(report.failures);
  const blocks = groups.slice(0, open).map((group) => failureFold(group, tailLines));
  const rest = groups.slice(open).flat();
  if (rest.length === 0) return blocks.join('\n\n');
  const shown = rest.slice(0, Math.min(mostFailureRows, rows));
  const more = (count: number) => `${count} more ${count === 1 ? 'failure' : 'failures'}`;
  if (shown.length === 0)
    return [...blocks, `${more(rest.length)} ${rest.length === 1 ? 'is' : 'are'} in the log.`].join('\n\n');
  const body = table(
    ['', 'step', 'why', 'class'],
    shown.map((failure) => [
      signOf(failure),
      code(cut(failure.title, 100)),
      sentence(cut(failure.message, 200)),
      code(cut(failure.class, 60)),
    ]),
  );
  const hidden = rest.length - shown.length;
  const note = hidden > 0 ? `\n\n${hidden} more ${hidden === 1 ? 'is' : 'are'} in the log.` : '';
  return [...blocks, fold(more(rest.length), `${body}${note}`)].join('\n\n');
}

/** A mistake in the code fails each cell of a sweep in the same way. */
function alike(failures: readonly FailureLine[]): FailureLine[][] {
  const isHandled = ({ handled_by }: FailureLine) => Number(handled_by !== undefined);
  const groups = new Map<string, FailureLine[]>();
  for (const failure of [...failures].sort((a, b) => isHandled(a) - isHandled(b))) {
    const { class: cause, message, tail, handled_by: by } = failure;
    const key = JSON.stringify([cause, message, tail.at(-1), by]);
    const group = groups.get(key);
    if (group) group.push(failure);
    else groups.set(key, [failure]);
  }
  return [...groups.values()];
}

function failureFold([failure, ...others]: readonly FailureLine[], tailLines: number): string {
  if (!failure) return '';
  const { title, class: cause, message, tail, handled_by: by } = failure;
  // Not its name twice: `/train` `/train` ended.
  const named = message.startsWith(`\`${title}\``) ? '' : `${htmlCode(cut(title, 100))} `;
  const many = others.length === 0 ? '' : `and ${others.length} more: `;
  const handled = by === undefined ? '' : `, handled by ${htmlCode(cut(by, 100))}`;
  const summary = `${signOf(failure)} ${named}${many}${htmlSentence(cut(message, 200))}${handled}`;
  const lines = tail.slice(-tailLines).map((line) => cut(line, 500));
  const names = others.slice(0, mostNames).map((other) => code(cut(other.title, 100)));
  const hidden = others.length - names.length;
  const also = `Also ${names.join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}.`;
  const body = [
    ...(others.length === 0 || tailLines === 0 ? [] : [also]),
    tail.length === 0 || tailLines === 0 ? `class ${code(cut(cause, 60))}` : fenced(lines.join('\n')),
  ];
  return fold(summary, body.join('\n\n'));
}

function signOf({ handled_by }: FailureLine): string {
  return handled_by === undefined ? '❌' : '↷';
}

/** More is nothing that anybody reads in a comment. */
const mostSteps = 500;
/** Of steps in a row that came to the same, so many are named. */
const mostAlike = 6;

function stepsFold({ steps, seconds }: Report): string {
  const lines: string[] = [];
  for (let index = 0; index < steps.length && lines.length < mostSteps; ) {
    const [step, same] = [steps[index], alikeFrom(steps, index)];
    if (!step) break;
    const named = same > mostAlike ? 2 : 1;
    for (const one of steps.slice(index, index + named)) lines.push(stepLine(one));
    if (named > 1) lines.push(`${'  '.repeat(step.depth)}${statusSigns[step.status]} … ${same - named} more`);
    index += same > mostAlike ? same : 1;
  }
  if (lines.length >= mostSteps) lines.push('…');
  return fold(`What ran (${duration(seconds)})`, fenced(lines.join('\n')));
}

function stepLine({ seconds, status, note, depth, title }: Step): string {
  const time = seconds === undefined || status === 'skipped' ? '' : `  ${duration(seconds)}`;
  const remark = note === undefined ? '' : `  ${cut(note, 300)}`;
  return `${'  '.repeat(depth)}${statusSigns[status]} ${cut(title, 200)}${time}${remark}`;
}

/** How many commands in a row, from this one on, stand side by side, came to the same and have no more to say. */
function alikeFrom(steps: readonly Step[], start: number): number {
  const first = steps[start];
  let end = start;
  const isAlike = (step: Step | undefined) =>
    step?.kind === 'unit' &&
    step.depth === first?.depth &&
    step.status === first.status &&
    step.note === undefined;
  while (isAlike(steps[end])) end += 1;
  return Math.max(1, end - start);
}

const mostCommands = 8;

function commandsLine({ commands = [] }: Report): string {
  if (commands.length === 0) return '';
  const words = commands
    .slice(0, mostCommands)
    .map(({ text, does }) => `${code(cut(text, 100))} ${sentence(cut(does, 100))}`);
  return `**Commands:** ${words.join(' · ')}`;
}

function auditBlock(report: Report, { audit }: MarkdownOptions, level: Level): string {
  const { sha, decision } = report;
  if (!audit || sha === undefined) return '';
  const { sign, words } = verdictOf(report);
  const found = decisive(report);
  const began = Date.parse(report.started_at);
  const ended = Number.isFinite(began + report.seconds) ? new Date(began + report.seconds * 1000) : undefined;
  const fields: Partial<AuditFields> = {
    ...audit,
    run: report.run,
    by: report.requested_by,
    asked: report.asked === undefined ? undefined : cut(report.asked, 500),
    quote: report.quote,
    cost: report.money?.billed ?? report.money?.spent,
    reason_code: report.reason_code,
    metric: found?.metric,
    value: found?.value,
    approved_by: report.approved_by === undefined ? undefined : [...report.approved_by],
    waiting_for: report.waiting_for === undefined ? undefined : [...report.waiting_for],
    started: report.started_at,
    ended: decision === undefined ? undefined : ended?.toISOString(),
    url: report.url,
    earlier: (report.earlier ?? []).slice(0, Math.max(5, level.earlier)),
  };
  return auditText({
    ...fields,
    schema: 1,
    workflow: audit.workflow,
    sha,
    ...{ verdict: decision ?? 'running', words, sign },
  });
}
