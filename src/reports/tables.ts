/** The tables of a report in Markdown: what is compared, the gates, sweeps, metrics, options, and the runs before. */
import { shortNumber } from '../engine/evaluate.ts';
import type { GateOutcome } from '../engine/event.ts';
import type { Unit } from '../plan/plan.ts';
import type { EarlierRun } from './context.ts';
import type { ComparedGate, ComparedLine } from './delta.ts';
import { code, cut, fold, link, prose, sentence, table } from './markdown-text.ts';
import { percent } from './percent.ts';
import { cost } from './pods.ts';
import type { GateLine, Report } from './report.ts';
import { shortSha } from './stale-line.ts';
import type { StepStatus } from './status.ts';
import type { Sweep, SweepRow } from './sweep.ts';
import { duration, gateWords } from './words.ts';

/** Of names and sums, which other people choose. */
const longestCell = 160;
/** Of a sweep with more cells, the best are shown and the rest folded. */
const mostOpenRows = 12;
const mostBestRows = 6;

const gateSigns: Readonly<Record<GateOutcome, string>> = {
  met: '✅',
  'not-met': '❌',
  inconclusive: '❔',
  error: '⛔',
};

export function comparedTable({ compared = [], base }: Report, most: number): string {
  if (!base || compared.length === 0 || most === 0) return '';
  const names = new Set(compared.map(({ metric }) => metric));
  const shown = compared.slice(0, most);
  // The same for all, it need not stand in every cell.
  const counts = new Set(shown.flatMap(samplesOf));
  const [only] = counts.size === 1 ? counts : [];
  const value = (of: number, line: ComparedLine, samples: number | undefined) =>
    withSamples(of, line.unit, only === undefined && line.unit !== 'number' ? samples : undefined);
  const rows = shown.map((line) => [
    // By whom it was measured, where the name alone does not tell.
    names.size < compared.length ? metricOf(line) : code(cut(line.metric, longestCell)),
    value(line.base, line, line.base_samples),
    value(line.value, line, line.samples),
    deltaWords(line),
    line.gates.map(gateMark).join(', '),
  ]);
  const hasGates = shown.some(({ gates }) => gates.length > 0);
  const header = ['metric', 'base', 'this', 'Δ', ...(hasGates ? ['gate'] : [])];
  const body = table(
    header,
    rows.map((row) => row.slice(0, header.length)),
    ['left', 'right', 'right', 'right', 'left'],
  );
  const where = [
    `base: ${code(cut(base.branch, 100))}`,
    `at ${code(shortSha(base.sha))}`,
    ...(base.url === undefined ? [] : [link('run', base.url)]),
    base.at.slice(0, 10),
  ].join(' ');
  const missing = compared.length - shown.length;
  const notes = [
    where,
    ...(only === undefined ? [] : [`n = ${only}`]),
    ...(compared.some(({ tie }) => tie !== undefined) ? ['≈ tie: chance alone may do that'] : []),
    ...(missing > 0 ? [`${missing} more below`] : []),
  ];
  return `${body}\n\n<sub>${notes.join(' · ')}</sub>`;
}

/** What both shares were measured on; undefined where nobody has said it. */
function samplesOf({ unit, samples, base_samples: before }: ComparedLine): (number | undefined)[] {
  return unit === 'number' ? [] : [samples, before];
}

function metricOf({ metric, step }: ComparedLine): string {
  const name = code(cut(metric, longestCell));
  return step === undefined ? `best ${name}` : `${name} ${code(cut(step, longestCell))}`;
}

function deltaWords({ delta_text: text, direction, tie }: ComparedLine): string {
  if (tie !== undefined) return `≈ tie (${text})`;
  return direction === undefined || direction === 'equal' ? text : `${text} ${direction}`;
}

function gateMark({ text, outcome, warned }: ComparedGate): string {
  return `${warned === true ? '⚠️' : gateSigns[outcome]} ${code(cut(text, longestCell))}`;
}

function withSamples(value: number, unit: Unit, samples: number | undefined): string {
  return `${shortNumber(value)}${unit === 'percent' ? ' %' : ''}${samples === undefined ? '' : ` (n = ${samples})`}`;
}

export function gateTable(gates: readonly GateLine[], most: number): string {
  if (gates.length === 0 || most === 0) return '';
  // What was not met comes first where not all of them have room.
  const order = (gate: GateLine) => Number(gate.outcome === 'met');
  const kept = new Set([...gates].sort((a, b) => order(a) - order(b)).slice(0, most));
  const rows = gates
    .filter((gate) => kept.has(gate))
    .map((gate) => [
      code(cut(gate.text, longestCell)),
      `${code(cut(gate.sum, longestCell))}${gate.percent === undefined ? '' : ` (${gate.percent})`}`,
      `${gate.warned === true ? '⚠️' : gateSigns[gate.outcome]} ${gateWords[gate.outcome]}`,
      [
        ...(gate.warned === true ? ['only a warning'] : []),
        ...(gate.interval === undefined ? [] : [`interval ${gate.interval}`]),
        ...(gate.from === undefined ? [] : [code(cut(gate.from, longestCell))]),
        ...(gate.samples === undefined ? [] : [`n = ${gate.samples}`]),
        ...(gate.reason === undefined ? [] : [sentence(cut(gate.reason, longestCell))]),
        ...(gate.remark === undefined ? [] : [sentence(cut(gate.remark, longestCell))]),
      ].join('; '),
    ]);
  const missing = gates.length - rows.length;
  const note = missing > 0 ? `\n\n${missing} more gates are in the log.` : '';
  return `### Gates\n\n${table(['gate', 'measured', 'verdict', 'from'], rows)}${note}`;
}

/** `most`: rows in all. */
export function sweepTable(sweep: Sweep, most: number): string {
  if (most === 0) return '';
  const { rows } = sweep;
  if (rows.length <= Math.min(most, mostOpenRows)) return `### Sweep\n\n${rowsOf(sweep, rows)}`;
  const best = bestFirst(rows);
  const top = `### Sweep\n\n${rowsOf(sweep, best.slice(0, Math.min(most, mostBestRows)))}`;
  if (most <= mostBestRows) return `${top}\n\n${rows.length - most} more cells are in the run's files.`;
  const shown = rows.length <= most ? rows : best.slice(0, most);
  const missing = rows.length - shown.length;
  const note = missing > 0 ? `\n\n${missing} more cells are in the run's files.` : '';
  return `${top}\n\n${fold(`All ${rows.length} cells: ${countsOf(rows)}`, `${rowsOf(sweep, shown)}${note}`)}`;
}

function rowsOf(sweep: Sweep, shown: readonly SweepRow[]): string {
  const names = [...sweep.config, ...sweep.metrics].map((name) => code(cut(name, longestCell)));
  const header = ['', ...names, 'time'];
  const rows = shown.map((row) => [
    row.best ? '⭐' : statusMarks[row.status],
    ...row.config.map((value) => code(cut(value, longestCell))),
    ...row.values.map((value, index) => {
      if (value === null) return '–';
      return row.best && index === 0 ? `**${shortNumber(value)}**` : shortNumber(value);
    }),
    row.seconds === undefined ? '' : duration(row.seconds),
  ]);
  return table(
    header,
    rows,
    header.map((_, column) => (column === 0 ? 'left' : 'right')),
  );
}

/** The chosen one, and behind it those that come near it; without one, the order of the chain. */
function bestFirst(rows: readonly SweepRow[]): readonly SweepRow[] {
  const main = ({ values }: SweepRow) => (typeof values[0] === 'number' ? values[0] : undefined);
  const best = rows.find((row) => row.best);
  const top = best && main(best);
  if (!best || top === undefined) return rows;
  const far = (row: SweepRow) => {
    const value = main(row);
    return value === undefined ? Number.POSITIVE_INFINITY : Math.abs(value - top);
  };
  return [best, ...rows.filter((row) => row !== best).sort((a, b) => far(a) - far(b) || 0)];
}

function countsOf(rows: readonly SweepRow[]): string {
  const counts = new Map<string, number>();
  for (const { status } of rows) counts.set(statusMarks[status], (counts.get(statusMarks[status]) ?? 0) + 1);
  return [...counts].map(([mark, count]) => `${count} ${mark}`).join(', ');
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

/** Folded where the same stands above: in a sweep, or compared with the base. */
export function metricTable({ metrics, sweeps, compared = [] }: Report, most: number): string {
  if (metrics.length === 0 || most === 0) return '';
  const rows = metrics
    .slice(0, most)
    .map(({ step, metric, value, unit, samples }) => [
      code(cut(step, longestCell)),
      code(cut(metric, longestCell)),
      unit === 'fraction'
        ? `${shortNumber(value)} (${percent(value)})`
        : `${shortNumber(value)}${unit === 'percent' ? ' %' : ''}`,
      samples === undefined ? '' : String(samples),
    ]);
  const body = table(['command', 'metric', 'value', 'n'], rows, ['left', 'left', 'right', 'right']);
  const missing = metrics.length - rows.length;
  const all = `${body}${missing > 0 ? `\n\n${missing} more are in the run's files.` : ''}`;
  if (sweeps.length > 0) return fold('Metrics of the other commands', all);
  return compared.length > 0 ? fold('All metrics', all) : `### Metrics\n\n${all}`;
}

/** An option that is another one than in the run that this one is compared with. */
export interface OptionChange {
  readonly option: string;
  /** Undefined where it was not set. */
  readonly before: string | undefined;
  readonly now: string | undefined;
}

export function optionsFold(changes: readonly OptionChange[], most: number): string {
  if (changes.length === 0 || most === 0) return '';
  const value = (text: string | undefined) => (text === undefined ? '–' : code(cut(text, longestCell)));
  const rows = changes
    .slice(0, most)
    .map(({ option, before, now }) => [code(cut(option, longestCell)), value(before), value(now)]);
  const count = `${changes.length} ${changes.length === 1 ? 'option differs' : 'options differ'} from the base`;
  return fold(count, table(['option', 'base', 'this'], rows));
}

export function earlierFold(earlier: readonly EarlierRun[], most: number): string {
  if (earlier.length === 0 || most === 0) return '';
  const rows = earlier
    .slice(0, most)
    .map(({ verdict, sign, sha, metric, value, cost: dollars, by, at, url }) => [
      `${prose(cut(sign, 8))} ${link(prose(cut(verdict, 60)), url)}`,
      code(shortSha(sha)),
      value === undefined
        ? ''
        : `${shortNumber(value)}${metric === undefined ? '' : ` ${code(cut(metric, 60))}`}`,
      dollars === undefined ? '' : prose(cost(dollars)),
      by === undefined ? '' : code(cut(by, 60)),
      prose(at.slice(0, 16).replace('T', ' ')),
    ]);
  const header = ['verdict', 'commit', 'value', 'cost', 'by', 'when (UTC)'];
  // Nobody reads a column in which nothing stands.
  const used = header.map((_, column) => rows.some((row) => row[column] !== ''));
  const kept = (cells: readonly string[]) => cells.filter((_, column) => used[column] === true);
  return fold(`Earlier runs (${earlier.length})`, table(kept(header), rows.map(kept)));
}
