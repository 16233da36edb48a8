/** `/try:` with its handlers, and what a chain does at its end: `on_failure` and `finally`. */
import { type CatchMatch, childrenOf, type HandlersNode, type NodeId, type TryNode } from '../plan/plan.ts';
import { isCatchable } from './failure-class.ts';
import { nodeOf, nodeState, type RunState, type Settlement, succeeded } from './state.ts';
import { isStopped } from './stop.ts';
import type { WorkList } from './work-list.ts';

type Failure = Settlement & { readonly is: 'failed' };

export function tryPartSettled(state: RunState, node: TryNode, settlement: Settlement, list: WorkList): void {
  const own = nodeState(state, node.id);
  if (own.phase === 'finally') return end(state, node.id, settlement, list);
  const isOver = isStopped(state, node.id);
  if (own.phase === 'body' && !isOver) {
    if (settlement.is === 'succeeded' && node.otherwise !== null) {
      own.phase = 'else';
      list.push({ do: 'open', id: node.otherwise });
      return;
    }
    const arm = settlement.is === 'failed' ? catchFor(state, node, settlement) : -1;
    const handler = node.catches[arm];
    if (handler && settlement.is === 'failed') {
      own.phase = 'catch';
      own.arm = arm;
      state.caught.set(settlement.node, { by: node.id, class: settlement.class });
      list.push({ do: 'open', id: handler.body });
      return;
    }
  }
  own.worst = settlement;
  if (node.finally === null) {
    list.push({ do: 'settle', id: node.id, settlement });
    return;
  }
  own.phase = 'finally';
  list.push({ do: 'open', id: node.finally, shield: 'always' });
}

export function handlersPartSettled(
  state: RunState,
  node: HandlersNode,
  settlement: Settlement,
  list: WorkList,
): void {
  const own = nodeState(state, node.id);
  if (own.phase === 'finally') return end(state, node.id, settlement, list);
  if (own.phase === 'body') {
    own.worst = settlement;
    const runs = settlement.is === 'failed' && state.stopping?.cancelled !== true;
    if (runs && node.onFailure !== null) {
      own.phase = 'on-failure';
      list.push({ do: 'open', id: node.onFailure, shield: 'gate-error' });
      return;
    }
  }
  // What `on_failure` gives does not change the outcome.
  if (node.finally === null) {
    list.push({ do: 'settle', id: node.id, settlement: own.worst ?? settlement });
    return;
  }
  own.phase = 'finally';
  list.push({ do: 'open', id: node.finally, shield: 'always' });
}

/** What came before decides; a failure of `finally` itself only where nothing else failed. */
function end(state: RunState, id: TryNode['id'], settlement: Settlement, list: WorkList): void {
  const before = nodeState(state, id).worst ?? succeeded;
  // That a gate was not met may be no failure to anybody: it does not hide one.
  const decides = before.is === 'succeeded' || (before.is === 'not-met' && settlement.is === 'failed');
  list.push({ do: 'settle', id, settlement: decides ? settlement : before });
}

/** The first that matches; -1 when none does. */
function catchFor(state: RunState, { catches }: TryNode, failure: Failure): number {
  return catches.findIndex(({ matches }) => isMatch(state, matches, failure));
}

function isMatch(state: RunState, match: CatchMatch, failure: Failure): boolean {
  switch (match.is) {
    case 'class':
      return failure.class === match.class && !['gate-error', 'cancelled'].includes(failure.class);
    case 'any':
      return isCatchable(failure.class);
    case 'commands':
      return isCatchable(failure.class) && isOfOne(state, failure.node, match.commands);
  }
}

/** The command that failed, or one inside of a `timeout:` that ran out. */
function isOfOne(state: RunState, failed: NodeId, commands: readonly string[]): boolean {
  const open: NodeId[] = [failed];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodeOf(state, id);
    const settlement = state.nodes.get(id)?.settlement;
    if (
      node.kind === 'unit' &&
      settlement &&
      settlement.is !== 'succeeded' &&
      commands.includes(node.command)
    )
      return true;
    for (const child of childrenOf(node)) open.push(child);
  }
  return false;
}
