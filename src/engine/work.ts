/**
 * Opening and settling, until nothing more follows from what is known. Both go through one work list, because a chain may
 * be deeper and longer than the call stack; what each kind of node does stands in a file of its own.
 */
import type { CallNode, NodeId, PlanNode } from '../plan/plan.ts';
import { openRepeat, openRetry, repeatBodySettled, retryBodySettled } from './again.ts';
import { childSettled, forkSettled, openBarrier, openFork, openSequence } from './block.ts';
import { openBudget, openTimeout, unexpired } from './expiry.ts';
import { isForgivable } from './failure-class.ts';
import { handlersPartSettled, tryPartSettled } from './handling.ts';
import { openParallel, parallelBranchSettled } from './parallel.ts';
import { readingsAt } from './read.ts';
import { nodeOf, nodeState, type RunState, readySet, type Settlement, succeeded } from './state.ts';
import { isStopped } from './stop.ts';
import { bindParameters } from './template.ts';
import { setTimer } from './timers.ts';
import { unreachable } from './unreachable.ts';
import type { Work, WorkList } from './work-list.ts';

export function work(state: RunState, at: string, first: Work): void {
  const list: WorkList = [first];
  for (let next = list.pop(); next; next = list.pop()) {
    if (next.do === 'open') open(state, next, list);
    else if (next.do === 'settle') settle(state, next.id, next.settlement, at, list);
    else tellParent(state, next.id, succeeded, list);
  }
}

function open(state: RunState, { id, shield }: Work & { do: 'open' }, list: WorkList): void {
  const node = nodeOf(state, id);
  if (shield === undefined ? isStopped(state, id) : state.stopping?.forced) {
    list.push({ do: 'settle', id, settlement: { is: 'stopped' } });
    return;
  }
  if (state.nodes.has(id)) throw new Error(`internal: ${id} was opened twice; please report this`);
  state.nodes.set(id, {
    status: 'open',
    openedBy: state.seq,
    position: 0,
    open: 0,
    succeeded: 0,
    ...(shield === undefined ? {} : { shield }),
    ...(isAfterWork(state, node) ? { after: true } : {}),
  });
  openKind(state, node, list);
}

function openKind(state: RunState, node: PlanNode, list: WorkList): void {
  switch (node.kind) {
    case 'unit':
      readySet(state, node.id).add(node.id);
      return;
    case 'branch':
    case 'require':
    case 'assignment':
    case 'case':
    case 'approval':
      state.undecided.add(node.id);
      return;
    case 'sequence':
      return openSequence(state, node, list);
    case 'fork':
      return openFork(state, node, list);
    case 'barrier':
      return openBarrier(state, node, list);
    case 'parallel':
      return openParallel(state, node, list);
    case 'logical':
      list.push({ do: 'open', id: node.left });
      return;
    case 'call':
      return openCall(state, node, list);
    case 'try':
    case 'handlers':
      nodeState(state, node.id).phase = 'body';
      list.push({ do: 'open', id: node.body });
      return;
    case 'fallback':
      state.degradedBy.set(node.id, `\`${node.title}\` ran`);
      list.push({ do: 'open', id: node.body });
      return;
    case 'retry':
      return openRetry(state, node, list);
    case 'repeat':
      return openRepeat(state, node, list);
    case 'timeout':
      return openTimeout(state, node, list);
    case 'budget':
      return openBudget(state, node, list);
    case 'wait':
      state.sleeping.add(node.id);
      return setTimer(state, node.id, 'wait', node.seconds * 1000);
    default:
      return unreachable(node);
  }
}

/** Something before the node was started in this run: then nothing of it is taken over from an earlier one. */
function isAfterWork(state: RunState, node: PlanNode): boolean {
  if (node.parent === null) return false;
  const parent = state.nodes.get(node.parent);
  if (!parent) return false;
  const { kind } = nodeOf(state, node.parent);
  // Branches do not see each other's work.
  return parent.after === true || (parent.ran === true && kind !== 'parallel' && kind !== 'fork');
}

function openCall(state: RunState, node: CallNode, list: WorkList): void {
  const bound = bindParameters(node.parameters, readingsAt(state, node.id));
  if (!bound.ok) {
    const settlement: Settlement = { is: 'failed', node: node.id, class: 'usage', message: bound.problem };
    list.push({ do: 'settle', id: node.id, settlement });
    return;
  }
  state.variables.set(node.id, new Map(Object.entries(bound.values)));
  list.push({ do: 'open', id: node.body });
}

function settle(state: RunState, id: NodeId, settlement: Settlement, at: string, list: WorkList): void {
  const own = state.nodes.get(id);
  if (own) {
    if (own.settlement) throw new Error(`internal: ${id} settled twice; please report this`);
    own.status = settlement.is;
    own.settlement = settlement;
    own.endedAt = at;
  }
  const node = nodeOf(state, id);
  if (node.parent === null) {
    state.settlement = settlement;
    return;
  }
  const above = own?.ran ? state.nodes.get(node.parent) : undefined;
  if (above) above.ran = true;
  if (node.kind === 'fork' && own) forkSettled(state, node, settlement, list);
  else tellParent(state, id, settlement, list);
}

function tellParent(state: RunState, id: NodeId, settlement: Settlement, list: WorkList): void {
  const { parent: parentId } = nodeOf(state, id);
  if (parentId === null) return;
  const parent = nodeOf(state, parentId);
  switch (parent.kind) {
    case 'sequence':
      return childSettled(state, parent, settlement, list);
    case 'parallel':
    case 'fork':
      return parallelBranchSettled(state, parent, settlement, list);
    case 'logical':
      return operandSettled(state, parent, id, settlement, list);
    case 'try':
      return tryPartSettled(state, parent, settlement, list);
    case 'handlers':
      return handlersPartSettled(state, parent, settlement, list);
    case 'retry':
      return retryBodySettled(state, parent, settlement, list);
    case 'repeat':
      return repeatBodySettled(state, parent, settlement, list);
    case 'timeout':
    case 'budget':
      list.push({ do: 'settle', id: parent.id, settlement: unexpired(state, parent.id, settlement) });
      return;
    case 'branch':
    case 'case':
    case 'call':
    case 'fallback':
      list.push({ do: 'settle', id: parent.id, settlement });
      return;
    default:
      throw new Error(`internal: ${parent.kind} ${parent.id} has a child; please report this`);
  }
}

function operandSettled(
  state: RunState,
  parent: PlanNode & { kind: 'logical' },
  child: NodeId,
  settlement: Settlement,
  list: WorkList,
): void {
  const isLeft = child === parent.left;
  const goesOn =
    parent.operator === '&&'
      ? settlement.is === 'succeeded'
      : settlement.is === 'failed' && isForgivable(settlement.class);
  if (!isLeft || !goesOn || isStopped(state, parent.id)) {
    list.push({ do: 'settle', id: parent.id, settlement });
    return;
  }
  if (parent.operator === '||' && settlement.is === 'failed') {
    state.caught.set(settlement.node, { by: parent.id, class: settlement.class });
    state.degradedBy.set(parent.id, `\`${parent.title}\` went on after a failure`);
  }
  list.push({ do: 'open', id: parent.right });
}
