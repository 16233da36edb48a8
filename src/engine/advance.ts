/**
 * What follows from a run's state: facts to write down, units to start, or the conclusion. Decides only; nothing is done
 * here, and the state is not changed: that is `evolve`'s, once the facts are in the journal.
 *
 * - A1  Same plan, same events, same answer: no clock, no randomness, no input or output.
 * - A2  A unit is offered only while it is open and has not started; a gate is decided once.
 * - A3  A gate is `met` only on finite measured values of the right range.
 * - A4  The conclusion comes once, when the root has settled and nothing runs.
 * - A5  The cost is that of the answer, not of the run.
 */
import {
  type AssignmentNode,
  type BranchNode,
  literalValue,
  type NodeId,
  type RequireNode,
  type UnitNode,
  type Value,
} from '../plan/plan.ts';
import { type Evaluation, evaluate, type Lookup, valueProblem } from './evaluate.ts';
import type { Conclusion, Fact, GateDecided, ReasonCode, UnitResult } from './event.ts';
import { lastThatRan, nodeOf, nodeState, type RunState, type Settlement, variablesAt } from './state.ts';
import { type UnitInput, unitInput } from './template.ts';

export interface Advance {
  /** To be written to the journal, in this order, when `start` has been started. More may follow from them. */
  readonly facts: readonly Fact[];
  readonly start: readonly UnitStart[];
}

export interface UnitStart {
  readonly unit: UnitNode;
  readonly attempt: number;
  readonly input: UnitInput;
}

/** `room`: how many more units a target can take now. */
export function advance(state: RunState, room: (target: string) => number): Advance {
  if (state.conclusion) return { facts: [], start: [] };
  if (state.undecided.size > 0)
    return { facts: [...state.undecided].map((id) => decide(state, id)), start: [] };
  if (state.settlement && state.running.size === 0) {
    return { facts: [{ type: 'run-concluded', ...conclude(state) }], start: [] };
  }
  const facts: Fact[] = [];
  const start: UnitStart[] = [];
  for (const [target, ready] of state.ready) {
    let left = room(target);
    for (const id of ready) {
      if (left <= 0) break;
      left -= 1;
      const offered = offer(state, id);
      if ('type' in offered) facts.push(offered);
      else start.push(offered);
    }
  }
  return { facts, start };
}

/** The unit with its input, or the fact that it cannot be started. */
function offer(state: RunState, id: NodeId): UnitStart | Fact {
  const unit = nodeOf(state, id);
  if (unit.kind !== 'unit') throw new Error(`internal: ${id} is no unit; please report this`);
  const attempt = (nodeState(state, id).attempt ?? 0) + 1;
  const refuse = (cause: string, message: string): Fact => ({
    type: 'unit-failed',
    node: id,
    attempt,
    seconds: 0,
    class: cause,
    message,
    tail: [],
  });
  const command = state.plan.commands[unit.command];
  if (command?.is === 'run' && command.deploys !== undefined && state.degraded !== undefined) {
    return refuse('degraded', `not deployed: ${state.degraded}`);
  }
  const input = unitInput(state.plan, unit, variablesAt(state, id));
  return input.ok ? { unit, attempt, input: input.input } : refuse('usage', input.problem);
}

function decide(state: RunState, id: NodeId): Fact {
  const node = nodeOf(state, id);
  switch (node.kind) {
    case 'branch':
    case 'require':
      return decideGate(state, node);
    case 'assignment':
      return assign(state, node);
    default:
      throw new Error(`internal: ${node.kind} ${id} has nothing to decide; please report this`);
  }
}

function decideGate(state: RunState, node: BranchNode | RequireNode): GateDecided {
  const arm = node.kind === 'branch' ? nodeState(state, node.id).position : 0;
  const gate = node.kind === 'branch' ? node.arms[arm]?.gate : node.gate;
  if (!gate) throw new Error(`internal: ${node.id} has no arm ${arm}; please report this`);
  const result: Evaluation = evaluate(gate.expression, lookupIn(state), variablesAt(state, node.id));
  return {
    type: 'gate-decided',
    node: node.id,
    arm,
    gate: gate.id,
    text: gate.text,
    outcome: result.met === undefined ? 'error' : result.met ? 'met' : 'not-met',
    sum: result.sum,
    operands: result.operands,
    ...(result.reason === undefined ? {} : { reason: result.reason }),
    ...(result.remark === undefined ? {} : { remark: result.remark }),
  };
}

/** What the unit reports that stands for the metric and ran last. */
function lookupIn(state: RunState): Lookup {
  return ({ written, metric, unit, from: candidates }) => {
    const from = lastThatRan(state, candidates);
    const result = from === undefined ? undefined : state.nodes.get(from)?.result;
    const value = result?.metrics[metric];
    return {
      written,
      metric,
      unit,
      ...(value === undefined ? {} : { value }),
      ...(from === undefined ? {} : { from }),
      ...(result?.samples === undefined ? {} : { samples: result.samples }),
      ...(result?.source === undefined ? {} : { source: result.source }),
    };
  };
}

function assign(state: RunState, node: AssignmentNode): Fact {
  if (node.value.is === 'literal') {
    return { type: 'variable-set', node: node.id, name: node.variable, value: node.value.value };
  }
  const failed = (message: string): Fact => ({
    type: 'assignment-failed',
    node: node.id,
    message: `\`${node.title}\`: ${message}`,
  });
  const { path, from } = node.value;
  const unit = lastThatRan(state, from);
  const result = unit === undefined ? undefined : state.nodes.get(unit)?.result;
  if (unit === undefined || !result) return failed('the element before gave no result');
  const { metric, value } = resultAt(result, path.join('.'));
  if (value === undefined) {
    const what =
      path.length === 0
        ? 'declares no metrics and wrote no `result=…` to `$ML_OUTPUT`'
        : `gave no \`${path.join('.')}\``;
    return failed(`${titleOf(state, unit)} ${what}`);
  }
  // A variable has no unit: what is no value of the metric's must not get past this place.
  const problem =
    typeof value === 'number' ? valueProblem(value, state.plan.metrics[metric]?.unit ?? 'number') : undefined;
  if (problem !== undefined) return failed(`\`${metric}\` is ${problem}`);
  return {
    type: 'variable-set',
    node: node.id,
    name: node.variable,
    value: typeof value === 'string' ? literalValue(value) : value,
  };
}

/** `<result>` is the primary metric, else what was written as `result`; `<result.name>` a metric or value by its name. */
function resultAt(result: UnitResult, name: string): { metric: string; value: Value | undefined } {
  if (name !== '') return { metric: name, value: result.metrics[name] ?? result.values[name] };
  const { primary } = result;
  return primary === undefined
    ? { metric: 'result', value: result.values.result }
    : { metric: primary, value: result.metrics[primary] };
}

function titleOf(state: RunState, id: NodeId): string {
  return `\`${nodeOf(state, id).title}\``;
}

function conclude(state: RunState): Conclusion {
  const { settlement, stopping, gates } = state;
  if (stopping?.by === 'cancel') {
    return { decision: 'cancelled', reasonCode: 'cancelled', reason: `cancelled by ${stopping.what}` };
  }
  if (stopping) return { decision: 'failed', reasonCode: 'gate-error', reason: stopping.what };
  if (settlement?.is === 'failed' && nodeOf(state, settlement.node).kind !== 'require')
    return failure(state, settlement);

  const metAt = new Set(gates.filter(({ outcome }) => outcome === 'met').map(({ node }) => node));
  const unmet = gates.filter(({ outcome }) => outcome === 'not-met');
  const unhandled = unmet.find(({ node }) => !metAt.has(node) && !hasElse(state, node));
  if (unhandled) {
    return { decision: 'not-met', reasonCode: 'gate-not-met', reason: `gate not met: ${unhandled.sum}` };
  }
  if (settlement?.is !== 'succeeded')
    throw new Error(`internal: settled as ${settlement?.is} with nothing to show for it; please report this`);
  const degraded = state.degraded === undefined ? '' : `; degraded: ${state.degraded}`;
  const [first] = unmet;
  if (first) {
    const branch = metAt.has(first.node) ? 'another' : 'the else';
    const reason = `gate not met: ${first.sum}; ${branch} branch ran${degraded}`;
    return { decision: 'handled', reasonCode: 'else-branch', reason };
  }
  const [met] = gates;
  if (!met)
    return { decision: 'passed', reasonCode: 'no-gates', reason: `every command succeeded${degraded}` };
  const reason = gates.length === 1 ? `gate met: ${met.sum}` : `all ${gates.length} gates met`;
  return { decision: 'passed', reasonCode: 'gates-met', reason: `${reason}${degraded}` };
}

function failure(state: RunState, settlement: Settlement & { is: 'failed' }): Conclusion {
  const codes: Readonly<Record<string, ReasonCode>> = {
    degraded: 'degraded-deploy',
    'no-metrics': 'result-missing',
  };
  return {
    decision: 'failed',
    reasonCode: codes[settlement.class] ?? 'unit-failed',
    reason: `${titleOf(state, settlement.node)} failed: ${settlement.message}`,
  };
}

function hasElse(state: RunState, id: NodeId): boolean {
  const node = nodeOf(state, id);
  return node.kind === 'branch' && node.otherwise !== null;
}
