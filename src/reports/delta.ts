/** What a run measured beside what the base branch has: the difference, and whether it is one. Chance never wins. */
import { shortNumber } from '../engine/evaluate.ts';
import type { GateDecided, GateOutcome } from '../engine/event.ts';
import { wilson } from '../engine/interval.ts';
import type { RunState } from '../engine/state.ts';
import type { NodeId, UnitNode } from '../plan/plan.ts';
import type { BaseMetric } from './context.ts';
import type { Sweep } from './sweep.ts';

export interface ComparedLine {
  readonly metric: string;
  /** The step that measured it; absent for the best of a sweep. */
  readonly step?: string;
  readonly unit: BaseMetric['unit'];
  readonly base: number;
  readonly base_samples?: number;
  readonly value: number;
  readonly samples?: number;
  /** `value` less `base`, in the metric's own unit. */
  readonly delta: number;
  /** The same as people say it: `+1.2 pp` where it is a share, `-0.031`. */
  readonly delta_text: string;
  /** `equal` also for a tie; absent where nobody has said what is better. */
  readonly direction?: 'better' | 'worse' | 'equal';
  /** Why a difference is none: `less than one sample`, `within chance`. */
  readonly tie?: TieReason;
  /** What was asked of it, in the order of the chain. */
  readonly gates: readonly ComparedGate[];
}

export type TieReason = 'less than one sample' | 'within chance';

export interface ComparedGate {
  readonly text: string;
  readonly outcome: GateOutcome;
  readonly warned?: boolean;
}

/** A metric with the elements that gates read it from. */
interface Measured {
  readonly line: BaseMetric;
  readonly nodes: readonly NodeId[];
  /** As gates may call it. */
  readonly names: readonly string[];
  /** Of the best of a sweep, the one by which it was chosen. */
  readonly isPrimary: boolean;
}

/** All that is worth comparing: of each sweep what its best cell measured, and what other steps did. */
export function measuredOf(state: RunState, sweeps: readonly Sweep[]): BaseMetric[] {
  return allMeasured(state, sweeps).map(({ line }) => line);
}

/** Of a sweep, the metric by which the best was chosen, and those that a gate has asked for. */
export function comparedOf(
  state: RunState,
  sweeps: readonly Sweep[],
  base: readonly BaseMetric[],
): ComparedLine[] {
  const all = allMeasured(state, sweeps);
  return all.flatMap((measured) => {
    const { line, isPrimary } = measured;
    const gates = gatesOn(state.gates, measured);
    const other = counterpart(
      line,
      all.map((one) => one.line),
      base,
    );
    if (!other || other.unit !== line.unit) return [];
    if (line.step === undefined && !isPrimary && gates.length === 0) return [];
    return [compare(line, other, gates)];
  });
}

function allMeasured(state: RunState, sweeps: readonly Sweep[]): Measured[] {
  const { plan } = state;
  const about = (metric: string): Pick<BaseMetric, 'unit' | 'better'> => {
    const { unit = 'number', better } = plan.metrics[metric] ?? {};
    return better === undefined ? { unit } : { unit, better };
  };
  const inSweeps = new Set<NodeId>(sweeps.flatMap(({ rows }) => rows.map(({ node }) => node)));
  const best = sweeps.flatMap((sweep) => {
    const row = sweep.rows.find((one) => one.best);
    if (!row) return [];
    const chooser = chooserOf(state, sweep);
    const samples = state.nodes.get(row.node)?.result?.samples;
    const primary = chooser?.metric ?? sweep.metrics[0];
    return sweep.metrics.flatMap((metric, index): Measured[] => {
      const value = row.values[index];
      if (typeof value !== 'number' || !Number.isFinite(value)) return [];
      const line = { metric, value, ...about(metric), ...(samples === undefined ? {} : { samples }) };
      const nodes = [row.node, ...(chooser ? [chooser.node] : [])];
      return [{ line, nodes, names: [metric, `best_${metric}`], isPrimary: metric === primary }];
    });
  });
  const steps = plan.nodes.flatMap((node): Measured[] => {
    const result = node.kind === 'unit' ? state.nodes.get(node.id)?.result : undefined;
    if (node.kind !== 'unit' || !result || inSweeps.has(node.id)) return [];
    if (plan.commands[node.command]?.is === 'builtin') return [];
    const { samples } = result;
    return Object.entries(result.metrics).map(([metric, value]) => ({
      line: {
        ...{ metric, step: node.title, value, ...about(metric) },
        ...(samples === undefined ? {} : { samples }),
      },
      ...{ nodes: [node.id], names: [metric], isPrimary: true },
    }));
  });
  return [...best, ...steps];
}

/** What has chosen among the cells of a sweep, and by which metric. */
function chooserOf(
  { plan }: RunState,
  { rows }: Sweep,
): { readonly node: NodeId; readonly metric: string | undefined } | undefined {
  const cells = new Set<NodeId>(rows.map(({ node }) => node));
  const found = plan.nodes.find(
    (node): node is UnitNode =>
      node.kind === 'unit' &&
      node.command === 'best-model:select' &&
      node.collects.some((cell) => cells.has(cell)),
  );
  if (!found) return undefined;
  return { node: found.id, metric: (plan.selections[found.id] ?? plan.selections['best-model'])?.metric };
}

/**
 * The same metric of the same step; where the step is called otherwise now, of the only step that measures it on both sides.
 * Best cells have no step: they are told apart by their order.
 */
function counterpart(
  line: BaseMetric,
  all: readonly BaseMetric[],
  base: readonly BaseMetric[],
): BaseMetric | undefined {
  const alike = (one: BaseMetric) =>
    one.metric === line.metric && (one.step === undefined) === (line.step === undefined);
  const [own, others] = [all.filter(alike), base.filter(alike)];
  if (line.step === undefined) return others[own.indexOf(line)];
  const same = others.find(({ step }) => step === line.step);
  return same ?? (own.length === 1 && others.length === 1 ? others[0] : undefined);
}

function gatesOn(decided: readonly GateDecided[], { nodes, names }: Measured): ComparedGate[] {
  return decided
    .filter(({ operands }) =>
      operands.some(
        ({ metric, from }) => from !== undefined && nodes.includes(from) && names.includes(metric),
      ),
    )
    .map(({ text, outcome, warned }) => ({ text, outcome, ...(warned === true ? { warned } : {}) }));
}

function compare(line: BaseMetric, base: BaseMetric, gates: readonly ComparedGate[]): ComparedLine {
  // Without the noise of binary arithmetic.
  const delta = Number((line.value - base.value).toPrecision(12));
  const tie = delta === 0 ? undefined : tieOf(line, base, delta);
  const better = line.better ?? base.better;
  const direction =
    delta === 0 || tie !== undefined
      ? 'equal'
      : better === undefined
        ? undefined
        : delta > 0 === (better === 'higher')
          ? 'better'
          : 'worse';
  return {
    metric: line.metric,
    ...(line.step === undefined ? {} : { step: line.step }),
    unit: line.unit,
    base: base.value,
    ...(base.samples === undefined ? {} : { base_samples: base.samples }),
    value: line.value,
    ...(line.samples === undefined ? {} : { samples: line.samples }),
    delta,
    delta_text: deltaText(delta, line.unit),
    ...(direction === undefined ? {} : { direction }),
    ...(tie === undefined ? {} : { tie }),
    gates,
  };
}

/** Of the intervals of both shares. That they overlap is a careful test: what it calls a difference is one. */
const level = 0.95;

/** Only shares of samples can tie; of other numbers nobody knows how far they would move by themselves. */
function tieOf(line: BaseMetric, base: BaseMetric, delta: number): TieReason | undefined {
  if (line.unit === 'number') return undefined;
  const whole = line.unit === 'percent' ? 100 : 1;
  const counts = [line.samples, base.samples].filter((count) => count !== undefined && count > 0);
  const least = Math.min(...counts.map(Number));
  if (counts.length === 0 || !Number.isFinite(least)) return undefined;
  // 0.95 less 0.9 is a little less than 0.05.
  if (Math.abs(delta) / whole < (1 / least) * (1 - 1e-9)) return 'less than one sample';
  const intervals = [line, base].map(({ value, samples }) => intervalOf(value / whole, samples));
  const [own, other] = intervals;
  if (!own || !other) return undefined;
  return own[0] <= other[1] && other[0] <= own[1] ? 'within chance' : undefined;
}

function intervalOf(share: number, samples: number | undefined): readonly [number, number] | undefined {
  if (samples === undefined || samples <= 0 || share < 0 || share > 1) return undefined;
  return wilson(share, samples, level);
}

function deltaText(delta: number, unit: BaseMetric['unit']): string {
  if (delta === 0) return '0';
  const sign = delta > 0 ? '+' : '-';
  if (unit === 'number') return `${sign}${shortNumber(Math.abs(delta))}`;
  const points = Math.abs(unit === 'percent' ? delta : delta * 100);
  const text = points < 0.1 ? Number(points.toPrecision(1)) : Number(points.toFixed(1));
  return `${sign}${text} pp`;
}
