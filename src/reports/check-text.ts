/** What a check run says of a gate and of the whole run: the name is a contract, so thresholds and values stand in title and text. */
import { shortNumber } from '../engine/evaluate.ts';
import type { GateDecided } from '../engine/event.ts';
import type { RunState } from '../engine/state.ts';
import type { ComparedLine } from './delta.ts';
import { facts, headline } from './headline.ts';
import { markdownReport, verdictTitle } from './markdown.ts';
import { code, cut, sentence, table } from './markdown-text.ts';
import { percent } from './percent.ts';
import { intervalText, type Report } from './report.ts';
import { staleLine } from './stale-line.ts';
import { comparedTable, gateTable } from './tables.ts';
import { gateWords } from './words.ts';

/** Of a summary and of a text, in characters. */
export const longestCheckText = 65_535;
const longestTitle = 255;

export interface CheckOutput {
  /** One line, at most 255 characters. */
  readonly title: string;
  /** Markdown, as the two below it at most `longestCheckText` characters. */
  readonly summary: string;
  readonly text?: string;
}

/** `state`: for the names of what was measured. `report`: for what the base branch has. */
export function gateText(gate: GateDecided, state: RunState, report?: Report): CheckOutput {
  const title = cut(`${gateWords[gate.outcome]}: ${oneLine(gate.sum)}`, longestTitle);
  const rows = gate.operands.slice(0, 50).map((operand) => {
    const { written, value, none, unit, interval, samples, from, source } = operand;
    const share = unit === 'fraction' && value !== undefined ? ` (${percent(value)})` : '';
    return [
      code(cut(written, 160)),
      value === undefined ? sentence(cut(none ?? 'not measured', 160)) : `${shortNumber(value)}${share}`,
      interval === undefined ? '' : intervalText(interval),
      samples === undefined ? '' : String(samples),
      from === undefined ? '' : code(cut(state.byId.get(from)?.title ?? from, 160)),
      source === undefined ? '' : code(cut(source, 160)),
    ];
  });
  const header = ['value', 'measured', 'interval', 'n', 'by', 'file'];
  const used = header.map((_, column) => rows.some((row) => row[column] !== ''));
  const kept = (cells: readonly string[]) => cells.filter((_, column) => used[column] === true);
  const notes = [
    ...(gate.warned === true ? ['it only warns: the chain goes on'] : []),
    ...(gate.reason === undefined ? [] : [gate.reason]),
    ...(gate.remark === undefined ? [] : [gate.remark]),
    ...(gate.outcome === 'error'
      ? ['a gate that cannot be decided is an error, and nothing catches it']
      : []),
  ];
  const compared = (report?.compared ?? []).filter(({ gates }) =>
    gates.some(({ text }) => text === gate.text),
  );
  const summary = [
    `${code(cut(gate.text, 300))}: **${gateWords[gate.outcome]}**`,
    rows.length === 0 ? '' : table(kept(header), rows.map(kept)),
    ...notes.map((note) => `- ${sentence(cut(note, 500))}`),
    report && compared.length > 0 ? baseBlock(report, compared) : '',
  ];
  return { title, summary: within(summary) };
}

function baseBlock(report: Report, compared: readonly ComparedLine[]): string {
  return comparedTable({ ...report, compared }, 10);
}

/** Of the run: what decides in the summary, everything in the text. */
export function umbrellaText(report: Report): CheckOutput {
  const summary = [
    headline(report),
    facts(report),
    report.stale ? staleLine(report.stale, report) : '',
    comparedTable(report, 20),
    gateTable(report.gates, 20),
  ];
  return {
    title: oneLine(verdictTitle(report)),
    summary: within(summary),
    text: markdownReport(report, { limit: longestCheckText }),
  };
}

/** Whole blocks, as many as there is room for. */
function within(blocks: readonly string[]): string {
  let text = '';
  for (const block of blocks) {
    if (block === '') continue;
    const longer = text === '' ? block : `${text}\n\n${block}`;
    if (longer.length <= longestCheckText) text = longer;
  }
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
