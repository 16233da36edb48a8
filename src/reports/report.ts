/** A run as people are told of it: one pure record, from which terminal, comment, check runs, summary and JSON are made. */
import { shortNumber } from '../engine/evaluate.ts';
import type { Decision, GateDecided, GateOperand, GateOutcome, ReasonCode } from '../engine/event.ts';
import type { RunState } from '../engine/state.ts';
import type { NodeId, PlanNode, Unit, UnitNode } from '../plan/plan.ts';
import type { BaseRun, ReportContext } from './context.ts';
import { type ComparedLine, comparedOf } from './delta.ts';
import { percent } from './percent.ts';
import { type Money, moneyOf, type PodLine, podLines } from './pods.ts';
import { handlerOf } from './status.ts';
import { type Step, secondsBetween, stepsOf } from './steps.ts';
import { type Sweep, sweepOf } from './sweep.ts';
import { toMilliseconds } from './words.ts';

export const reportSchema = 1;

/** Beside the journal it says what its context tells; what the base branch measured stands in `compared`. */
export interface Report extends Omit<ReportContext, 'base'> {
  readonly schema_version: typeof reportSchema;
  readonly workflow: string;
  readonly description?: string;
  readonly run: string;
  readonly chain: string;
  /** Absent while the run goes on. */
  readonly decision?: Decision;
  readonly reason_code?: ReasonCode;
  readonly reason: string;
  /** Why not everything that was wanted is there, although it went on; the reason says it too. */
  readonly degraded?: string;
  readonly started_at: string;
  readonly seconds: number;
  /** In the order of the chain; `depth` tells the nesting. */
  readonly steps: readonly Step[];
  readonly gates: readonly GateLine[];
  readonly sweeps: readonly Sweep[];
  /** What units outside of sweeps measured. */
  readonly metrics: readonly MetricLine[];
  readonly failures: readonly FailureLine[];
  /** Labels of the approvals it waits for; absent when there are none. */
  readonly waiting_for?: readonly string[];
  /** In the order in which they were asked for; absent in a run without any. */
  readonly pods?: readonly PodLine[];
  /** What the pods cost. */
  readonly money?: Money;
  /** The base branch's last accepted run; absent where there is none to compare with. */
  readonly base?: Omit<BaseRun, 'metrics'>;
  /** What both have measured; there when there is a base. */
  readonly compared?: readonly ComparedLine[];
}

/** Runs on the same pull request that a report knows of. */
const mostEarlier = 20;

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
  /** Of the value, where the gate asks for confidence: `0.912 to 0.978`. */
  readonly interval?: string;
  /** What it read first, by its canonical name, and what that was. */
  readonly metric?: string;
  readonly value?: number;
  readonly from?: string;
  readonly samples?: number;
  readonly source?: string;
  readonly reason?: string;
  readonly remark?: string;
  /** Not met, it only warned. */
  readonly warned?: boolean;
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
  /** Title of what took care of it. */
  readonly handled_by?: string;
}

/** `now`: UTC, ISO 8601; the end of what is still running. */
export function reportOf(state: RunState, now: string, context: ReportContext = {}): Report {
  const { plan, conclusion } = state;
  const sweeps = plan.nodes
    .filter((node) => node.kind === 'parallel' || node.kind === 'fork')
    .flatMap((node) => sweepOf(state, node) ?? []);
  const inSweeps = new Set(sweeps.flatMap(({ rows }) => rows.map(({ node }) => node)));
  const units = plan.nodes.filter((node) => node.kind === 'unit');
  const waiting = waitingFor(state);
  return {
    schema_version: reportSchema,
    workflow: plan.name,
    ...(plan.description === undefined ? {} : { description: plan.description }),
    run: state.run.id,
    chain: plan.chain,
    ...(conclusion ? { decision: conclusion.decision, reason_code: conclusion.reasonCode } : {}),
    reason: conclusion?.reason ?? runningReason(state),
    ...(state.degraded === undefined ? {} : { degraded: state.degraded }),
    started_at: state.run.startedAt,
    seconds: toMilliseconds(secondsBetween(state.run.startedAt, state.run.endedAt ?? now)),
    steps: stepsOf(state, now),
    gates: state.gates.map((gate) => gateLine(state, gate)),
    sweeps,
    metrics: units.filter(({ id }) => !inSweeps.has(id)).flatMap((unit) => metricLines(state, unit)),
    failures: plan.nodes.flatMap((node) => failureLine(state, node) ?? []),
    ...(waiting.length === 0 ? {} : { waiting_for: waiting }),
    ...(state.pods.size === 0 ? {} : podsOf(state, now)),
    ...contextOf(state, sweeps, context),
  };
}

function contextOf(
  state: RunState,
  sweeps: readonly Sweep[],
  { base, earlier, ...rest }: ReportContext,
): Partial<Report> {
  // A run that goes on finds itself among those that came before.
  const others = earlier?.filter(({ run }) => run !== state.run.id).slice(0, mostEarlier);
  return {
    ...rest,
    ...(others ? { earlier: others } : {}),
    ...(base ? comparison(state, sweeps, base) : {}),
  };
}

function comparison(
  state: RunState,
  sweeps: readonly Sweep[],
  { metrics, ...base }: BaseRun,
): Pick<Report, 'base' | 'compared'> {
  return { base, compared: comparedOf(state, sweeps, metrics) };
}

function podsOf(state: RunState, now: string): Pick<Report, 'pods' | 'money'> {
  const at = Date.parse(now);
  return { pods: podLines(state, at), money: moneyOf(state, at) };
}

function gateLine(state: RunState, gate: GateDecided): GateLine {
  const measured = gate.operands.find(({ value }) => value !== undefined);
  const percents = gate.operands.filter(({ unit, value }) => unit === 'fraction' && value !== undefined);
  const [only] = percents;
  const interval = gate.operands.find((operand) => operand.interval !== undefined);
  return {
    id: gate.gate,
    node: gate.node,
    text: gate.text,
    outcome: gate.outcome,
    sum: gate.sum,
    ...(only?.value !== undefined && percents.length === 1 ? { percent: percent(only.value) } : {}),
    ...(interval?.interval === undefined ? {} : { interval: intervalText(interval.interval) }),
    ...(measured?.value === undefined ? {} : { metric: measured.metric, value: measured.value }),
    ...(measured?.from === undefined ? {} : { from: state.byId.get(measured.from)?.title ?? measured.from }),
    ...(measured?.samples === undefined ? {} : { samples: measured.samples }),
    ...(measured?.source === undefined ? {} : { source: measured.source }),
    ...(gate.reason === undefined ? {} : { reason: gate.reason }),
    ...(gate.remark === undefined ? {} : { remark: gate.remark }),
    ...(gate.warned === true ? { warned: true } : {}),
  };
}

export function intervalText([low, high]: NonNullable<GateOperand['interval']>): string {
  return `${shortNumber(low)} to ${shortNumber(high)}`;
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

/** Where a failure began: what only passes one on has no line. Gates have lines of their own. */
function failureLine(state: RunState, node: PlanNode): FailureLine | undefined {
  const own = state.nodes.get(node.id);
  if (own?.settlement?.is !== 'failed' || own.settlement.node !== node.id) return undefined;
  const { class: cause, message } = own.settlement;
  if (node.kind === 'require' || cause === 'gate-error') return undefined;
  const by = handlerOf(state, node.id);
  const { tail, directory } = lastWords(state, node);
  return {
    node: node.id,
    title: node.title,
    class: cause,
    message,
    tail,
    ...(directory === undefined ? {} : { directory }),
    ...(by === undefined ? {} : { handled_by: state.byId.get(by)?.title ?? by }),
  };
}

/** The log of a unit that failed; of a timeout or a budget, that of the unit it ended. */
function lastWords(
  state: RunState,
  node: PlanNode,
): { readonly tail: readonly string[]; readonly directory: string | undefined } {
  const own = state.nodes.get(node.id);
  if (node.kind !== 'timeout' && node.kind !== 'budget')
    return { tail: own?.failure?.tail ?? [], directory: own?.directory };
  const ended = state.plan.nodes.filter(
    ({ id, kind }) =>
      kind === 'unit' && state.nodes.get(id)?.status === 'stopped' && isWithin(state, id, node.id),
  );
  const [only] = ended;
  // Of several, none is the one that took too long.
  if (!only || ended.length > 1) return { tail: [], directory: undefined };
  const { failure, directory } = state.nodes.get(only.id) ?? {};
  return { tail: failure?.tail ?? [], directory };
}

function isWithin(state: RunState, id: NodeId, top: NodeId): boolean {
  for (let at: NodeId | null = id; at !== null; at = state.byId.get(at)?.parent ?? null)
    if (at === top) return true;
  return false;
}

function waitingFor(state: RunState): readonly string[] {
  return state.plan.nodes.flatMap((node) =>
    node.kind === 'approval' && state.nodes.get(node.id)?.status === 'open' ? [node.label] : [],
  );
}

function runningReason(state: RunState): string {
  const [first] = state.running;
  const more = state.running.size - 1;
  if (first === undefined) {
    const [label] = waitingFor(state);
    return label === undefined ? 'starting' : `waiting for approval: ${label}`;
  }
  const title = state.byId.get(first)?.title ?? first;
  return more > 0 ? `running ${title} and ${more} more` : `running ${title}`;
}
