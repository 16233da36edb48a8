/** A run as people are told of it: one pure record, from which terminal, comment, check runs, summary and JSON are made. */
import { type Cell, cellsOf } from '../engine/cells.ts';
import { shortNumber } from '../engine/evaluate.ts';
import type { Decision, GateDecided, GateOutcome, ReasonCode } from '../engine/event.ts';
import type { RunState } from '../engine/state.ts';
import type { NodeId, ParallelNode, PlanNode, Unit, UnitNode } from '../plan/plan.ts';
import { percent } from './percent.ts';

export const reportSchema = 1;

export interface Report {
  readonly schema_version: typeof reportSchema;
  readonly workflow: string;
  readonly description?: string;
  readonly run: string;
  readonly chain: string;
  /** Absent while the run goes on. */
  readonly decision?: Decision;
  readonly reason_code?: ReasonCode;
  readonly reason: string;
  readonly started_at: string;
  readonly seconds: number;
  /** In the order of the chain; `depth` tells the nesting. */
  readonly steps: readonly Step[];
  readonly gates: readonly GateLine[];
  readonly sweeps: readonly Sweep[];
  /** What units outside of sweeps measured. */
  readonly metrics: readonly MetricLine[];
  readonly failures: readonly FailureLine[];
}

export interface Step {
  readonly id: NodeId;
  readonly kind: 'unit' | 'parallel' | 'gate' | 'else' | 'assignment' | 'call';
  readonly title: string;
  readonly status: StepStatus;
  readonly depth: number;
  readonly seconds?: number;
  /** One short remark: a value that was set, why it was skipped. */
  readonly note?: string;
}

export type StepStatus = 'waiting' | 'running' | 'succeeded' | 'failed' | 'not-met' | 'skipped';

export interface GateLine {
  readonly id: string;
  readonly node: NodeId;
  /** As written: `best-acc>0.90`. */
  readonly text: string;
  readonly outcome: GateOutcome;
  /** With values: `best-acc 0.962 > 0.90`. */
  readonly sum: string;
  /** The same in per cent where the metrics are fractions: `96.2 %`. */
  readonly percent?: string;
  readonly from?: string;
  readonly samples?: number;
  readonly source?: string;
  readonly reason?: string;
  readonly remark?: string;
}

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

export interface MetricLine {
  readonly step: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: Unit;
  readonly samples?: number;
}

export interface FailureLine {
  readonly node: NodeId;
  readonly title: string;
  readonly class: string;
  readonly message: string;
  readonly tail: readonly string[];
  /** The unit's directory, relative to the run's. */
  readonly directory?: string;
}

/** `now`: UTC, ISO 8601; the end of what is still running. */
export function reportOf(state: RunState, now: string): Report {
  const { plan, conclusion } = state;
  const builder = new StepsBuilder(state, now);
  builder.add(plan.root, 0);
  const sweeps = plan.nodes
    .filter((node) => node.kind === 'parallel')
    .flatMap((node) => sweepOf(state, node) ?? []);
  const inSweeps = new Set(sweeps.flatMap(({ rows }) => rows.map(({ node }) => node)));
  const units = plan.nodes.filter((node) => node.kind === 'unit');
  return {
    schema_version: reportSchema,
    workflow: plan.name,
    ...(plan.description === undefined ? {} : { description: plan.description }),
    run: state.run.id,
    chain: plan.chain,
    ...(conclusion ? { decision: conclusion.decision, reason_code: conclusion.reasonCode } : {}),
    reason: conclusion?.reason ?? runningReason(state),
    started_at: state.run.startedAt,
    seconds: secondsBetween(state.run.startedAt, state.run.endedAt ?? now),
    steps: builder.steps,
    gates: state.gates.map((gate) => gateLine(state, gate)),
    sweeps,
    metrics: units.filter(({ id }) => !inSweeps.has(id)).flatMap((unit) => metricLines(state, unit)),
    failures: units.flatMap((unit) => failureLine(state, unit) ?? []),
  };
}

/** The status of a node for people: what never opened is waiting while the run goes on, and skipped when it is over. */
export function statusOf(state: RunState, id: NodeId): StepStatus {
  const own = state.nodes.get(id);
  if (!own || own.status === 'stopped') return state.settlement ? 'skipped' : 'waiting';
  if (own.status === 'open') return isWaitingUnit(state, id) ? 'waiting' : 'running';
  return own.status;
}

/** Of a gate by its verdict: `succeeded` is met, `failed` an error. */
export function gateStatus(state: RunState, node: NodeId, arm: number): StepStatus {
  const decided = state.gates.find((gate) => gate.node === node && gate.arm === arm);
  if (!decided) return state.settlement ? 'skipped' : 'waiting';
  return decided.outcome === 'met' ? 'succeeded' : decided.outcome === 'error' ? 'failed' : 'not-met';
}

function isWaitingUnit(state: RunState, id: NodeId): boolean {
  return state.byId.get(id)?.kind === 'unit';
}

class StepsBuilder {
  readonly steps: Step[] = [];
  readonly #state: RunState;
  readonly #now: string;

  constructor(state: RunState, now: string) {
    this.#state = state;
    this.#now = now;
  }

  /** Sequences show as their elements, so that the list reads like the chain. Depth is bounded by the parser. */
  add(id: NodeId, depth: number): void {
    const node = this.#state.byId.get(id);
    if (!node) return;
    switch (node.kind) {
      case 'sequence':
        for (const child of node.children) this.add(child, depth);
        return;
      case 'unit':
        this.#push(node, 'unit', depth, {});
        return;
      case 'assignment': {
        const value =
          this.#state.nodes.get(id)?.settlement?.is === 'succeeded'
            ? this.#variable(node.variable, node.scope)
            : undefined;
        this.#push(node, 'assignment', depth, value === undefined ? {} : { note: `= ${value}` });
        return;
      }
      case 'logical':
        this.add(node.left, depth);
        this.add(node.right, depth);
        return;
      case 'call':
        this.#push(node, 'call', depth, {});
        this.add(node.body, depth + 1);
        return;
      case 'parallel':
        this.#push(node, 'parallel', depth, {});
        for (const branch of node.branches) this.add(branch, depth + 1);
        return;
      case 'require':
        this.#gate(node, 0, depth, node.title);
        return;
      case 'branch':
        node.arms.forEach((arm, index) => {
          this.#gate(node, index, depth, `${index === 0 ? '/if' : '/elif'}:${arm.gate.text}`);
          this.add(arm.body, depth + 1);
        });
        if (node.otherwise !== null) {
          const status = this.#state.nodes.has(node.otherwise)
            ? statusOf(this.#state, node.otherwise)
            : this.#unopened();
          this.steps.push({ id: node.otherwise, kind: 'else', title: '/else', status, depth });
          this.add(node.otherwise, depth + 1);
        }
    }
  }

  #gate(node: PlanNode, arm: number, depth: number, title: string): void {
    const decided = this.#state.gates.find((gate) => gate.node === node.id && gate.arm === arm);
    const status = gateStatus(this.#state, node.id, arm);
    const note = decided
      ? { note: decided.outcome === 'error' ? (decided.reason ?? 'error') : decided.sum }
      : {};
    this.steps.push({ id: node.id, kind: 'gate', title, status, depth, ...note });
  }

  #push(node: PlanNode, kind: Step['kind'], depth: number, more: { note?: string }): void {
    const own = this.#state.nodes.get(node.id);
    const status = statusOf(this.#state, node.id);
    const seconds = own?.result?.seconds ?? own?.failure?.seconds ?? this.#elapsed(node.id);
    const failure = own?.failure ? { note: own.failure.message } : {};
    this.steps.push({
      id: node.id,
      kind,
      title: node.title,
      status,
      depth,
      ...(seconds === undefined ? {} : { seconds }),
      ...failure,
      ...more,
    });
  }

  #elapsed(id: NodeId): number | undefined {
    const own = this.#state.nodes.get(id);
    return own?.startedAt === undefined ? undefined : secondsBetween(own.startedAt, own.endedAt ?? this.#now);
  }

  #unopened(): StepStatus {
    return this.#state.settlement ? 'skipped' : 'waiting';
  }

  #variable(name: string, scope: NodeId | null): string | undefined {
    const value = this.#state.variables.get(scope ?? '')?.get(name);
    return value === undefined ? undefined : typeof value === 'number' ? shortNumber(value) : String(value);
  }
}

function gateLine(state: RunState, gate: GateDecided): GateLine {
  const measured = gate.operands.find(({ value }) => value !== undefined);
  const percents = gate.operands.filter(({ unit, value }) => unit === 'fraction' && value !== undefined);
  const [only] = percents;
  return {
    id: gate.gate,
    node: gate.node,
    text: gate.text,
    outcome: gate.outcome,
    sum: gate.sum,
    ...(only?.value !== undefined && percents.length === 1 ? { percent: percent(only.value) } : {}),
    ...(measured?.from === undefined ? {} : { from: state.byId.get(measured.from)?.title ?? measured.from }),
    ...(measured?.samples === undefined ? {} : { samples: measured.samples }),
    ...(measured?.source === undefined ? {} : { source: measured.source }),
    ...(gate.reason === undefined ? {} : { reason: gate.reason }),
    ...(gate.remark === undefined ? {} : { remark: gate.remark }),
  };
}

/** A parallel block is a sweep when at least two of its units declare metrics. */
function sweepOf(state: RunState, node: ParallelNode): Sweep | undefined {
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
    rows: cells.map((cell) => sweepRow(state, cell, config, metrics, best)),
  };
}

function sweepRow(
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
    ...(cell.seconds === undefined ? {} : { seconds: cell.seconds }),
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

function unitsBelow(state: RunState, top: ParallelNode): UnitNode[] {
  const prefix = new Set<NodeId>([top.id]);
  const units: UnitNode[] = [];
  // Parents stand before their children, so one pass finds all that is below.
  for (const node of state.plan.nodes) {
    if (node.parent === null || !prefix.has(node.parent)) continue;
    prefix.add(node.id);
    if (node.kind === 'unit') units.push(node);
  }
  return units;
}

function metricLines(state: RunState, unit: UnitNode): MetricLine[] {
  const result = state.nodes.get(unit.id)?.result;
  // What a built-in reports was measured by others, who are listed themselves.
  if (!result || state.plan.commands[unit.command]?.is === 'builtin') return [];
  return Object.entries(result.metrics).map(([metric, value]) => ({
    step: unit.title,
    metric,
    value,
    unit: state.plan.metrics[metric]?.unit ?? 'number',
    ...(result.samples === undefined ? {} : { samples: result.samples }),
  }));
}

function failureLine(state: RunState, unit: UnitNode): FailureLine | undefined {
  const own = state.nodes.get(unit.id);
  if (!own?.failure) return undefined;
  const { class: cause, message, tail } = own.failure;
  return {
    node: unit.id,
    title: unit.title,
    class: cause,
    message,
    tail,
    ...(own.directory === undefined ? {} : { directory: own.directory }),
  };
}

function runningReason(state: RunState): string {
  const [first] = state.running;
  const more = state.running.size - 1;
  if (first === undefined) return 'starting';
  const title = state.byId.get(first)?.title ?? first;
  return more > 0 ? `running ${title} and ${more} more` : `running ${title}`;
}

function secondsBetween(from: string, to: string): number {
  return from === '' ? 0 : Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}
