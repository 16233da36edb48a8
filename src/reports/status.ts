/** What has become of an element, as people are told: one word for each, also while the run goes on. */
import type { GateDecided } from '../engine/event.ts';
import { gateKey } from '../engine/gates.ts';
import type { NodeState, RunState } from '../engine/state.ts';
import type { NodeId, Plan, PlanNode } from '../plan/plan.ts';

/**
 * `handled`: it failed, and a `/catch`, a `||` or the like went on from there. `stopped`: it had begun when a cancel, a
 * timeout or the like ended it.
 */
export type StepStatus =
  | 'waiting'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'handled'
  | 'stopped'
  | 'not-met'
  | 'skipped';

export function statusOf(state: RunState, id: NodeId): StepStatus {
  const own = state.nodes.get(id);
  if (!own) return unopened(state, id);
  switch (own.status) {
    case 'stopped':
      return own.startedAt !== undefined || state.byId.get(id)?.kind !== 'unit' ? 'stopped' : 'skipped';
    case 'open': {
      const kind = state.byId.get(id)?.kind;
      return kind === 'unit' || kind === 'approval' ? 'waiting' : 'running';
    }
    case 'failed':
      return handlerOf(state, id) === undefined ? 'failed' : 'handled';
    default:
      return own.status;
  }
}

/** Of a gate by its verdict: `succeeded` is met, `failed` an error. */
export function gateStatus(state: RunState, node: NodeId, arm: number): StepStatus {
  const decided = decisionAt(state, node, arm);
  if (decided) {
    if (decided.outcome === 'met') return 'succeeded';
    return decided.outcome === 'error' ? 'failed' : 'not-met';
  }
  const own = state.nodes.get(node);
  if (!own) return unopened(state, node);
  return own.settlement || own.status === 'stopped' ? 'skipped' : 'waiting';
}

export function decisionAt(state: RunState, node: NodeId, arm: number): GateDecided | undefined {
  return state.decisions.get(gateKey(node, arm));
}

/** What took care of its failure; undefined when nothing did. */
export function handlerOf(state: RunState, id: NodeId): NodeId | undefined {
  const own = state.nodes.get(id);
  const origin = own?.settlement?.is === 'failed' ? own.settlement.node : undefined;
  const caught = state.caught.get(id) ?? (origin === undefined ? undefined : state.caught.get(origin));
  return caught?.by;
}

/** What another run of the same unit is called: `attempt` behind a failure, `round` of a `repeat:`. */
export function againWord(state: RunState, id: NodeId): 'attempt' | 'round' {
  for (let at = state.byId.get(id)?.parent ?? null; at !== null; at = state.byId.get(at)?.parent ?? null) {
    const kind = state.byId.get(at)?.kind;
    if (kind === 'retry' && (state.nodes.get(at)?.attempt ?? 1) > 1) return 'attempt';
    if (kind === 'repeat') return 'round';
  }
  return 'attempt';
}

/** What never opened waits as long as it may still come; when the run has gone past it, it is skipped. */
function unopened(state: RunState, id: NodeId): StepStatus {
  if (state.settlement) return 'skipped';
  let child = id;
  for (;;) {
    const parent = state.byId.get(child)?.parent ?? null;
    if (parent === null) return 'waiting';
    const own = state.nodes.get(parent);
    const node = state.byId.get(parent);
    if (own && node) {
      if (own.settlement || own.status === 'stopped') return 'skipped';
      return hasGonePast(state, node, own, child) ? 'skipped' : 'waiting';
    }
    child = parent;
  }
}

/** Whether an open element has chosen another way than this child of it, or is further on. */
export function hasGonePast(state: RunState, node: PlanNode, own: NodeState, child: NodeId): boolean {
  switch (node.kind) {
    case 'sequence': {
      const order = orderIn(state.plan);
      const current = node.children[own.position];
      return current === undefined || (order.get(child) ?? 0) < (order.get(current) ?? 0);
    }
    case 'branch': {
      const arm = node.arms.findIndex(({ body }) => body === child);
      const isMet = node.arms.some((_, index) => decisionAt(state, node.id, index)?.outcome === 'met');
      return isMet || (arm >= 0 && decisionAt(state, node.id, arm) !== undefined);
    }
    case 'case':
      return own.arm !== undefined && node.arms[own.arm]?.body !== child;
    case 'try':
      if (child === node.finally) return false;
      return own.phase !== undefined && own.phase !== 'body';
    default:
      return false;
  }
}

const orders = new WeakMap<Plan, ReadonlyMap<NodeId, number>>();

/** The place of each node in the chain. Found once: a long sequence would be searched for each of its elements. */
function orderIn(plan: Plan): ReadonlyMap<NodeId, number> {
  let order = orders.get(plan);
  if (!order) {
    order = new Map(plan.nodes.map(({ id }, index) => [id, index]));
    orders.set(plan, order);
  }
  return order;
}
