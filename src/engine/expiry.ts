/** Time and money that run out: `timeout:` and `budget:`. What they hold is ended and joined before they settle. */
import type { BudgetNode, NodeId, TimeoutNode } from '../plan/plan.ts';
import { type NodeState, nodeState, type RunState, type Settlement, targetOf, unitOf } from './state.ts';
import { setTimer } from './timers.ts';
import type { WorkList } from './work-list.ts';

export function openTimeout(state: RunState, node: TimeoutNode, list: WorkList): void {
  setTimer(state, node.id, 'timeout', node.seconds * 1000);
  list.push({ do: 'open', id: node.body });
}

export function openBudget(state: RunState, node: BudgetNode, list: WorkList): void {
  nodeState(state, node.id).spending = { spent: 0, rate: 0, since: state.at, version: 0 };
  list.push({ do: 'open', id: node.body });
}

/** How the node settles: as its body, unless it has run out. */
export function unexpired(state: RunState, id: NodeId, settlement: Settlement): Settlement {
  const expiry = state.expired.get(id);
  if (!expiry) return settlement;
  state.expired.delete(id);
  return state.stopping?.cancelled
    ? { is: 'stopped' }
    : { is: 'failed', node: id, class: expiry.class, message: expiry.message };
}

/** A unit has begun or ended: every budget around it is spent at another rate. Rates are dollars an hour. */
export function changeSpending(state: RunState, unit: NodeId, sign: 1 | -1): void {
  const { plan } = state;
  if (plan.prices === undefined) return;
  const price = plan.prices[targetOf(plan, unitOf(state, unit))];
  if (price === undefined || price === 0) return;
  for (let id = unitOf(state, unit).parent; id !== null; id = state.byId.get(id)?.parent ?? null) {
    const node = state.byId.get(id);
    if (node?.kind === 'budget') changeRate(state, node, nodeState(state, id), sign * price);
  }
}

function changeRate(state: RunState, node: BudgetNode, own: NodeState, by: number): void {
  const { spending } = own;
  if (!spending || own.settlement) return;
  spending.spent = spentAt(spending, state.at);
  spending.since = state.at;
  // Rates are sums of prices: what is left of them when nothing runs is only the noise of binary arithmetic.
  spending.rate = Math.max(0, Number((spending.rate + by).toFixed(9)));
  spending.version += 1;
  if (spending.rate === 0 || own.fired) return;
  const left = Math.max(0, node.dollars - spending.spent);
  setTimer(state, node.id, 'budget', (left / spending.rate) * hour, spending.version);
}

const hour = 3_600_000;

/** Dollars. `now`: milliseconds since the epoch. */
export function spentAt({ spent, rate, since }: NonNullable<NodeState['spending']>, now: number): number {
  return spent + (rate * Math.max(0, now - since)) / hour;
}
