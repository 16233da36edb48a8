/**
 * Time and money that run out: `timeout:` and `budget:`. What they hold is ended and joined before they settle.
 *
 * What a budget pays, from when it opens until it settles:
 * - the price of a target while a unit of its own runs there;
 * - all of a pod's price while the pod is alive, if it holds the pod's whole scope: the node at whose end the pod ends. It
 *   does not matter whether anything runs on the pod, nor who made it: what an earlier attempt has left alive is paid by
 *   the budget that is open now. The budget of a chain with handlers holds the chain but not the handlers; pods of the
 *   whole run are paid from it all the same;
 * - a part of the price while one of its units runs on a pod that belongs to more than the budget holds: as much as the
 *   unit takes of the pod's slots. What the pod costs between units is paid further out.
 *
 * A pod costs from its intent on, as soon as it is known to exist. That nobody drives the run stops no pod, so this time is
 * paid too; a timeout does not count it. Pods also cost money while they are being ended: a budget counts as spent when only
 * this money is left of it.
 */
import type { BudgetNode, NodeId, PodScope, TimeoutNode } from '../plan/plan.ts';
import { alivePods, isAlive, isUndecided, podScope } from './pods.ts';
import {
  nodeOf,
  nodeState,
  type PodState,
  type RunState,
  type Settlement,
  type Spending,
  targetOf,
  unitOf,
} from './state.ts';
import { setTimer } from './timers.ts';
import type { WorkList } from './work-list.ts';

/** Until a pod that is no longer needed has stopped to cost. */
const endingSeconds = 60;
const hour = 3_600_000;

export function openTimeout(state: RunState, node: TimeoutNode, list: WorkList): void {
  setTimer(state, node.id, 'timeout', node.seconds * 1000);
  list.push({ do: 'open', id: node.body });
}

export function openBudget(state: RunState, node: BudgetNode, list: WorkList): void {
  nodeState(state, node.id).spending = { spent: 0, rate: 0, pods: 0, since: state.at, version: 0 };
  if (state.pods.size > 0) spendAnew(state, node.id);
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
  for (const id of budgetsFrom(state, unit)) spendAnew(state, id, { rate: sign * price });
}

/** The pod may exist from now on, is alive, or is no longer. `dollars`: what it has cost before anybody knew. */
export function changePodSpending(state: RunState, pod: PodState, dollars = 0): void {
  for (const id of payersOf(state, podScope(state, pod.scope))) spendAnew(state, id, { dollars });
  for (const unit of pod.shares.keys()) changeShares(state, unit);
}

/** The unit has been placed on a pod, or has left one. */
export function changeShares(state: RunState, unit: NodeId): void {
  for (const id of budgetsFrom(state, unit)) spendAnew(state, id);
}

/** After a time in which nobody drove the run, whose timers have been moved. */
export function goOnSpending(state: RunState): void {
  const scopes = new Set(alivePods(state).map(({ scope }) => podScope(state, scope)));
  const payers = new Set([...scopes].flatMap((scope) => payersOf(state, scope)));
  for (const id of payers) spendAnew(state, id);
}

/**
 * What may still be spent on pods of the scope, besides the ending of those that are there: the least that a budget has left
 * which pays for them. Undefined where none does. `now`: milliseconds since the epoch.
 */
export function remainingDollars(state: RunState, scope: string, now: number): number | undefined {
  let least: number | undefined;
  for (const id of payersOf(state, podScope(state, scope))) {
    const own = state.nodes.get(id);
    if (!own?.spending || own.settlement) continue;
    const left = own.fired ? 0 : leftOf(state, id, own.spending, spentAt(own.spending, now));
    least = Math.min(least ?? left, left);
  }
  return least;
}

/** A budget that pays for pods of the scope is spent, and has not settled yet. */
export function isOverspent(state: RunState, scope: string): boolean {
  return payersOf(state, podScope(state, scope)).some((id) => state.expired.has(id));
}

/** The budget pays for pods now, so that something of it is kept. */
export function keepsForEnding(state: RunState, id: NodeId): boolean {
  return (state.nodes.get(id)?.spending?.pods ?? 0) > 0;
}

/** Dollars. `now`: milliseconds since the epoch. */
export function spentAt({ spent, rate, pods, since }: Spending, now: number): number {
  return spent + ((rate + pods) * Math.max(0, now - since)) / hour;
}

/** The budgets that pay the whole price of the scope's pods, the innermost first. */
export function payersOf(state: RunState, { until }: PodScope): NodeId[] {
  const inside: NodeId[] = [];
  // Handlers belong to the chain, whose budget stands inside of them.
  for (let node = nodeOf(state, until); node.kind === 'handlers' || node.kind === 'budget'; ) {
    if (node.kind === 'budget' && node.id !== until) inside.unshift(node.id);
    node = nodeOf(state, node.body);
  }
  return [...(nodeOf(state, until).kind === 'handlers' ? inside : []), ...budgetsFrom(state, until)];
}

/** The node itself and what is around it, the innermost first. */
function budgetsFrom(state: RunState, node: NodeId): NodeId[] {
  const budgets: NodeId[] = [];
  for (let id: NodeId | null = node; id !== null; id = nodeOf(state, id).parent)
    if (nodeOf(state, id).kind === 'budget') budgets.push(id);
  return budgets;
}

/** Settles what was spent until now, and sets the time at which nothing will be left at the rates from now on. */
function spendAnew(state: RunState, id: NodeId, change: { rate?: number; dollars?: number } = {}): void {
  const own = state.nodes.get(id);
  const spending = own?.spending;
  if (!own || !spending || own.settlement) return;
  const { rate = 0, dollars = 0 } = change;
  spending.spent = spentAt(spending, state.at) + dollars;
  spending.since = state.at;
  spending.rate = sumOf(spending.rate, rate);
  spending.pods = podRate(state, id);
  spending.version += 1;
  const all = spending.rate + spending.pods;
  if (all === 0 || own.fired) return;
  const left = leftOf(state, id, spending, spending.spent);
  setTimer(state, id, 'budget', (left / all) * hour, spending.version);
}

function leftOf(state: RunState, id: NodeId, { pods }: Spending, spent: number): number {
  const node = nodeOf(state, id);
  const dollars = node.kind === 'budget' ? node.dollars : 0;
  const ending = ((pods + awaitedRate(state, id)) * endingSeconds) / 3600;
  return Math.max(0, dollars - spent - ending);
}

function podRate(state: RunState, id: NodeId): number {
  let rate = 0;
  for (const pod of state.pods.values()) {
    if (!isAlive(pod)) continue;
    if (pays(state, id, pod)) rate = sumOf(rate, pod.price);
    else
      for (const [unit, share] of pod.shares)
        if (budgetsFrom(state, unit).includes(id)) rate = sumOf(rate, pod.price * share);
  }
  return rate;
}

/** Of pods that may exist already. */
function awaitedRate(state: RunState, id: NodeId): number {
  let rate = 0;
  for (const pod of state.pods.values())
    if (isUndecided(pod) && pays(state, id, pod)) rate = sumOf(rate, pod.price);
  return rate;
}

function pays(state: RunState, id: NodeId, { scope }: PodState): boolean {
  return payersOf(state, podScope(state, scope)).includes(id);
}

/** Rates are sums of prices: what is left of them when nothing runs is only the noise of binary arithmetic. */
function sumOf(rate: number, by: number): number {
  return Math.max(0, Number((rate + by).toFixed(9)));
}
