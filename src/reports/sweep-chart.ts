/** A sweep as a chart in Mermaid's notation: a bar for each cell, a star at the chosen one, and the line of the gate. */
import { shortNumber } from '../engine/evaluate.ts';
import { plainText } from '../engine/plain-text.ts';
import type { GateExpression, NodeId, Plan } from '../plan/plan.ts';
import { escapeLabel } from './mermaid-text.ts';
import type { Sweep, SweepRow } from './sweep.ts';

/** The labels of more bars would run into each other. */
const mostPoints = 20;
const longestLabel = 14;
/** Signs that stand below the axis side by side. */
const mostLabelSigns = 80;

/** What a gate asks of what the sweep measures. */
export interface Threshold {
  /** Of the sweep: `accuracy`, also where the gate reads `best-accuracy`. */
  readonly metric: string;
  /** In the metric's own unit. */
  readonly value: number;
  /** The gate as written. */
  readonly text: string;
}

export interface SweepChart {
  /** Mermaid. */
  readonly diagram: string;
  /** What the colours mean, to stand below it; names stand in backticks. */
  readonly legend: string;
}

/** Undefined when there is nothing worth drawing: fewer than two finite values. */
export function sweepChart(sweep: Sweep, thresholds: readonly Threshold[] = []): SweepChart | undefined {
  const found = seriesOf(sweep);
  if (!found || found.points.length < 2) return undefined;
  const { metric, points, left } = found;
  const threshold = thresholds.find((one) => one.metric === metric && Number.isFinite(one.value));
  const all = [...points.map(({ value }) => value), ...(threshold ? [threshold.value] : [])];
  const exponent = exponentOf(all);
  const scaled = (value: number) => value / 10 ** exponent;
  const [low, high] = rangeOf(all.map(scaled));
  const labels = labelsOf(points);
  const best = points.find(({ best }) => best);
  const axis = sweep.config.length === 0 ? 'cell' : sweep.config.join(', ');
  const unit = exponent === 0 ? '' : ` in 1e${exponent}`;
  const numbers = (values: readonly number[]) => `[${values.map(decimal).join(', ')}]`;
  const lines = [
    // Blue and red: seen on a light and on a dark page.
    '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#218bff, #e5534b"}}}}%%',
    'xychart-beta',
    `  x-axis "${escapeLabel(axis, 40)}" [${labels.shown.map((label) => `"${label}"`).join(', ')}]`,
    `  y-axis "${escapeLabel(metric, 30)}${unit}" ${decimal(low)} --> ${decimal(high)}`,
    `  bar ${numbers(points.map(({ value }) => scaled(value)))}`,
    ...(threshold ? [`  line ${numbers(points.map(() => scaled(threshold.value)))}`] : []),
  ];
  const legend = [
    `bars: ${quoted(metric)} by ${sweep.config.length === 0 ? 'cell' : sweep.config.map(quoted).join(', ')}`,
    ...(labels.numbered ? ['numbered as in the table'] : []),
    ...(best ? [`★ the chosen one, ${shortNumber(best.value)}`] : []),
    ...(threshold ? [`red line: ${quoted(threshold.text)}`] : []),
    ...(left > 0 ? [`${points.length} of ${points.length + left} cells are shown`] : []),
  ].join('; ');
  return { diagram: lines.join('\n'), legend: `${legend}.` };
}

export interface Point {
  readonly row: SweepRow;
  /** From 1: the place in the sweep's table. */
  readonly number: number;
  readonly value: number;
  readonly best: boolean;
}

/** The first metric that two cells have, in the order of the axis where that is one of numbers. */
export function seriesOf(
  sweep: Sweep,
  most = mostPoints,
): { readonly metric: string; readonly points: readonly Point[]; readonly left: number } | undefined {
  const column = sweep.metrics.findIndex(
    (_, index) => sweep.rows.filter(({ values }) => isMeasured(values[index])).length >= 2,
  );
  const metric = sweep.metrics[column];
  if (metric === undefined) return undefined;
  const points = sweep.rows.flatMap((row, index): Point[] => {
    const value = row.values[column];
    return isMeasured(value) ? [{ row, number: index + 1, value, best: row.best }] : [];
  });
  if (sweep.config.length === 1 && points.every(({ row }) => isNumber(row.config[0])))
    points.sort((a, b) => Number(a.row.config[0]) - Number(b.row.config[0]));
  const kept = thinned(points, most);
  return { metric, points: kept, left: points.length - kept.length };
}

/** Evenly, with both ends and the chosen one. */
function thinned(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const best = points.findIndex((point) => point.best);
  const kept = new Set(best < 0 ? [] : [best]);
  const others = most - kept.size;
  for (let place = 0; place < others; place += 1)
    kept.add(Math.round((place * (points.length - 1)) / (others - 1)));
  return points.filter((_, index) => kept.has(index));
}

/** What the plan's gates compare with a number: metrics of the sweep's cells, or the best one of them. */
export function thresholdsOf(plan: Plan, sweep: Sweep): Threshold[] {
  const cells = new Set<NodeId>(sweep.rows.map(({ node }) => node));
  for (const node of plan.nodes)
    if (node.kind === 'unit' && node.collects.some((cell) => cells.has(cell))) cells.add(node.id);
  return plan.nodes.flatMap((node) => {
    const gates =
      node.kind === 'branch'
        ? node.arms.map(({ gate }) => gate)
        : node.kind === 'require' || node.kind === 'repeat'
          ? [node.gate]
          : [];
    return gates.flatMap(({ text, expression }) =>
      comparisonsIn(expression)
        .filter(({ from }) => from.some((id) => cells.has(id)))
        .map(({ metric, value }) => ({ metric: metric.replace(/^best_/, ''), value, text })),
    );
  });
}

interface Compared {
  readonly metric: string;
  readonly value: number;
  readonly from: readonly NodeId[];
}

function comparisonsIn(expression: GateExpression): Compared[] {
  switch (expression.kind) {
    case 'confidence':
      return comparisonsIn(expression.comparison);
    case 'not':
      return comparisonsIn(expression.operand);
    case 'binary': {
      const { operator, left, right } = expression;
      if (operator === 'and' || operator === 'or') return [...comparisonsIn(left), ...comparisonsIn(right)];
      const [metric, number] = left.kind === 'metric' ? [left, right] : [right, left];
      return metric.kind === 'metric' && number.kind === 'number' && /[<>]/.test(operator)
        ? [{ metric: metric.metric, value: number.value, from: metric.from }]
        : [];
    }
    default:
      return [];
  }
}

/** Equal ones would share one place of the axis, and long ones would run into each other. */
function labelsOf(points: readonly Point[]): {
  readonly shown: readonly string[];
  readonly numbered: boolean;
} {
  const labels = points.map(({ row }) => row.config.join(', '));
  const isPlain =
    labels.every((label) => label.trim() !== '' && label.length <= longestLabel) &&
    new Set(labels).size === labels.length &&
    labels.reduce((sum, label) => sum + label.length + 2, 0) <= mostLabelSigns;
  const shown = points.map(({ best, number }, index) => {
    const label = isPlain ? escapeLabel(labels[index] ?? '', longestLabel) : String(number);
    return best ? `★ ${label}` : label;
  });
  return { shown, numbered: !isPlain };
}

/** A power of ten that all are divided by, so that they are written without one; 0 where none is needed. */
function exponentOf(values: readonly number[]): number {
  const largest = Math.max(...values.map(Math.abs));
  if (largest === 0 || (largest >= 0.01 && largest < 1e6)) return 0;
  // `10 ** -324` would be 0.
  return Math.max(-300, Math.floor(Math.log10(largest)));
}

/** With some room on both sides. */
function rangeOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high > low ? (high - low) * 0.1 : Math.abs(high) * 0.1 || 1;
  // Of numbers below zero the bars still stand on the axis.
  return low >= 0 ? [Math.max(0, low - room), high + room] : [low - room, high + room];
}

/** Mermaid reads no `1e-7`. */
function decimal(value: number): string {
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

function isMeasured(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '' && Number.isFinite(Number(text));
}

function quoted(name: string): string {
  const plain = plainText(name).replace(/[`\s]+/g, ' ');
  return `\`${plain.length > 40 ? `${plain.slice(0, 39)}…` : plain}\``;
}
