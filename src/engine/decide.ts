/** What an open node that waits for a decision comes to: the fact to be written down. */
import {
  type ApprovalNode,
  type AssignmentNode,
  type BranchNode,
  type CaseNode,
  literalValue,
  type NodeId,
  type RepeatNode,
  type RequireNode,
  type RetryNode,
} from '../plan/plan.ts';
import { evaluate, textOf, valueProblem } from './evaluate.ts';
import type { Fact, GateDecided } from './event.ts';
import { gatesOf } from './gates.ts';
import { fits } from './glob.ts';
import { delayBefore } from './jitter.ts';
import { readingsAt } from './read.ts';
import { nodeOf, nodeState, type RunState } from './state.ts';
import { fill } from './template.ts';

export function decide(state: RunState, id: NodeId): Fact {
  const node = nodeOf(state, id);
  switch (node.kind) {
    case 'branch':
    case 'require':
    case 'repeat':
      return decideGate(state, node);
    case 'assignment':
      return assign(state, node);
    case 'case':
      return decideCase(state, node);
    case 'retry':
      return scheduleRetry(state, node);
    case 'approval':
      return askFor(node);
    default:
      throw new Error(`internal: ${node.kind} ${id} has nothing to decide; please report this`);
  }
}

function decideGate(state: RunState, node: BranchNode | RequireNode | RepeatNode): GateDecided {
  const asked = node.kind === 'branch' ? nodeState(state, node.id).position : 0;
  const placed = gatesOf(node)[asked];
  if (!placed) throw new Error(`internal: ${node.id} has no arm ${asked}; please report this`);
  const { gate, arm } = placed;
  const { outcome, sum, operands, reason, remark } = evaluate(gate.expression, readingsAt(state, node.id));
  const isUnmet = outcome === 'not-met' || outcome === 'inconclusive';
  return {
    type: 'gate-decided',
    node: node.id,
    arm,
    gate: gate.id,
    text: gate.text,
    outcome,
    sum,
    operands,
    ...(reason === undefined ? {} : { reason }),
    ...(remark === undefined ? {} : { remark }),
    ...(isUnmet && gate.severity === 'warn' ? { warned: true } : {}),
  };
}

function assign(state: RunState, node: AssignmentNode): Fact {
  const { variable: name, value: from } = node;
  const failed = (message: string): Fact => ({
    type: 'assignment-failed',
    node: node.id,
    message: `\`${node.title}\`: ${message}`,
  });
  if (from.is === 'literal') return { type: 'variable-set', node: node.id, name, value: from.value };
  const readings = readingsAt(state, node.id);
  if (from.is === 'template') {
    const filled = fill(from.value, readings);
    return filled.ok
      ? { type: 'variable-set', node: node.id, name, value: literalValue(filled.text) }
      : failed(filled.problem);
  }
  const read = readings.result(from.path, from.from);
  if (read.problem !== undefined) return failed(read.problem);
  const { metric, value } = read;
  // A variable has no unit: what is no value of the metric's must not get past this place.
  const problem =
    typeof value === 'number' ? valueProblem(value, state.plan.metrics[metric]?.unit ?? 'number') : undefined;
  if (problem !== undefined) return failed(`\`${metric}\` is ${problem}`);
  return {
    type: 'variable-set',
    node: node.id,
    name,
    value: typeof value === 'string' ? literalValue(value) : value,
  };
}

function decideCase(state: RunState, node: CaseNode): Fact {
  const read = textOf(node.subject, readingsAt(state, node.id));
  if (read.problem !== undefined)
    return { type: 'case-decided', node: node.id, arm: -1, reason: read.problem };
  const { text } = read;
  const arm = node.arms.findIndex(({ patterns }) => patterns.some((pattern) => fits(pattern, text)));
  return arm < 0
    ? { type: 'case-decided', node: node.id, arm, reason: `no pattern fits \`${text}\`` }
    : { type: 'case-decided', node: node.id, arm, value: text };
}

function scheduleRetry(state: RunState, node: RetryNode): Fact {
  const { attempt = 1, worst } = nodeState(state, node.id);
  return {
    type: 'retry-scheduled',
    node: node.id,
    attempt: attempt + 1,
    delay: delayBefore(node, attempt, state.run.id),
    class: worst?.is === 'failed' ? worst.class : 'failed',
  };
}

function askFor({ id, label }: ApprovalNode): Fact {
  return { type: 'approval-requested', node: id, label };
}
