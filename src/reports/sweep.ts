/** Units of a parallel block that measure something, as a table: what differs between them, and what each measured. */
import { type Cell, cellsOf } from '../engine/cells.ts';
import type { RunState } from '../engine/state.ts';
import { childrenOf, type ForkNode, type NodeId, type ParallelNode, type UnitNode } from '../plan/plan.ts';
import { type StepStatus, statusOf } from './status.ts';
import { toMilliseconds } from './words.ts';

export interface Sweep {
  readonly node: NodeId;
  /** Configuration values that differ between the cells. */
  readonly config: readonly string[];
  readonly metrics: readonly string[];
  readonly rows: readonly SweepRow[];
}

export interface SweepRow {
  readonly node: NodeId;
  readonly title: string;
  readonly status: StepStatus;
  readonly config: readonly string[];
  /** In the order of `Sweep.metrics`; null where it was not measured. */
  readonly values: readonly (number | null)[];
  readonly seconds?: number;
  /** Chosen by `/best-model:select`. */
  readonly best: boolean;
  readonly error?: string;
}

/** Undefined when fewer than two of its units declare metrics. */
export function sweepOf(state: RunState, node: ParallelNode | ForkNode): Sweep | undefined {
  const units = unitsBelow(state, node).filter((unit) => {
    const command = state.plan.commands[unit.command];
    return command?.is === 'run' && command.metrics.length > 0;
  });
  if (units.length < 2) return undefined;
  const ids = units.map(({ id }) => id);
  const cells = cellsOf(state, ids);
  const names = [...new Set(cells.flatMap(({ config }) => Object.keys(config)))];
  const config = names.filter((name) => new Set(cells.map((cell) => cell.config[name])).size > 1);
  const declared = units.flatMap((unit) => {
    const command = state.plan.commands[unit.command];
    return command?.is === 'run' ? command.metrics.flatMap(({ fields }) => Object.keys(fields)) : [];
  });
  const metrics = [...new Set(declared)];
  const best = bestCell(state, ids);
  return {
    node: node.id,
    config,
    metrics,
    rows: cells.map((cell) => rowOf(state, cell, config, metrics, best)),
  };
}

function rowOf(
  state: RunState,
  cell: Cell,
  config: readonly string[],
  metrics: readonly string[],
  best: string | undefined,
): SweepRow {
  return {
    node: cell.node,
    title: cell.title,
    status: statusOf(state, cell.node),
    config: config.map((name) => cell.config[name] ?? ''),
    values: metrics.map((metric) => cell.metrics[metric] ?? null),
    ...(cell.seconds === undefined ? {} : { seconds: toMilliseconds(cell.seconds) }),
    best: best !== undefined && cell.directory !== undefined && `/${best}`.endsWith(`/${cell.directory}`),
    ...(cell.error === undefined ? {} : { error: cell.error }),
  };
}

function bestCell(state: RunState, cells: readonly NodeId[]): string | undefined {
  const selected = state.plan.nodes.find(
    (node): node is UnitNode =>
      node.kind === 'unit' &&
      node.command === 'best-model:select' &&
      node.collects.some((cell) => cells.includes(cell)),
  );
  const best = selected && state.nodes.get(selected.id)?.result?.values.best_model;
  return typeof best === 'string' ? best : undefined;
}

function unitsBelow(state: RunState, top: ParallelNode | ForkNode): UnitNode[] {
  const units: UnitNode[] = [];
  const open: NodeId[] = [top.id];
  // Only what is below: a chain may have thousands of blocks.
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = state.byId.get(id);
    if (node?.kind === 'unit') units.push(node);
    if (node) for (const child of [...childrenOf(node)].reverse()) open.push(child);
  }
  return units;
}
