/** The branches of a parallel block on machines of their own: all are opened at once, and one may be lost. */
import { childrenOf, type NodeId, type ParallelNode } from '../plan/plan.ts';
import type { CellLost, CellsDispatched, RunEvent, UnitFailed } from './event.ts';
import { changeSpending } from './expiry.ts';
import { leavePod } from './pod-facts.ts';
import { nodeOf, nodeState, type RunState, readySet, type Settlement } from './state.ts';
import { handOver, setFailedStatus } from './variables.ts';
import { work } from './work.ts';

/** Whatever the block's `max`: what hands it out bounds how many run at once. Done again, it opens nothing new. */
export function dispatchCells(state: RunState, event: CellsDispatched & RunEvent): void {
  const node = openBlock(state, event.node);
  if (!node) throw impossible(event, `${event.node} is no open parallel block`);
  const stranger = event.branches.find((id) => !node.branches.includes(id));
  if (stranger !== undefined) throw impossible(event, `${stranger} is no branch of ${node.id}`);
  const own = nodeState(state, node.id);
  const rest = node.branches.slice(own.position);
  // A retry keeps the branches that have succeeded before.
  const wanted = rest.filter((id) => !state.nodes.has(id));
  // Before any of them opens: one that settles at once must not end the block.
  own.position = node.branches.length;
  own.succeeded += rest.length - wanted.length;
  own.open += wanted.length;
  for (const id of wanted) work(state, event.at, { do: 'open', id });
}

/** Settles the branch without its handlers. */
export function loseCell(state: RunState, event: CellLost & RunEvent): void {
  const { node: branch, at, message } = event;
  if (!openBranch(state, branch)) throw impossible(event, `${branch} is no open branch of a parallel block`);
  const open = openBelow(state, branch);
  const isUnit = (id: NodeId) => nodeOf(state, id).kind === 'unit';
  const units = open.filter(isUnit);
  const culprit = units.find((id) => state.running.has(id)) ?? units[0];
  const isEnded = isEndedFromOutside(state, branch);
  keepInterrupted(state, event, units);
  for (const id of open) leave(state, id);
  if (culprit !== undefined && !isEnded) fail(state, culprit, event);
  const settlement: Settlement = isEnded
    ? { is: 'stopped' }
    : { is: 'failed', node: culprit ?? standIn(state, branch), class: 'lost', message };
  const above = new Set(ancestorsWithin(state, culprit ?? branch, branch));
  // Children before their parents; the branch itself settles as every other, and moves its block.
  for (const id of open.reverse()) {
    if (id !== branch) close(state, id, above.has(id) ? settlement : { is: 'stopped' }, at);
    else joinBelow(state, id);
  }
  work(state, at, { do: 'settle', id: branch, settlement });
}

/** The block, while it is open. */
export function openBlock(state: RunState, id: NodeId): ParallelNode | undefined {
  const node = state.byId.get(id);
  const own = state.nodes.get(id);
  return node?.kind === 'parallel' && own && !own.settlement ? node : undefined;
}

/** Whether it is a branch of a parallel block that has been opened and has not settled. */
export function openBranch(state: RunState, id: NodeId): boolean {
  const parent = state.byId.get(id)?.parent ?? null;
  const own = state.nodes.get(id);
  return parent !== null && openBlock(state, parent) !== undefined && own !== undefined && !own.settlement;
}

/** What ends from outside has not failed by itself. */
function isEndedFromOutside(state: RunState, branch: NodeId): boolean {
  for (let id = nodeOf(state, branch).parent; id !== null; id = nodeOf(state, id).parent)
    if (state.expired.has(id)) return true;
  return state.stopping?.cancelled === true;
}

/** In the order of the chain, parents before their children. */
function openBelow(state: RunState, top: NodeId): NodeId[] {
  const found: NodeId[] = [];
  const stack: NodeId[] = [top];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const own = state.nodes.get(id);
    if (!own || own.settlement) continue;
    found.push(id);
    for (const child of [...childrenOf(nodeOf(state, id))].reverse()) stack.push(child);
  }
  return found;
}

/** The cancel before it had ended these units, and a resume opens them again: nobody knows of another outcome. */
function keepInterrupted(state: RunState, { seq, at }: RunEvent, units: readonly NodeId[]): void {
  const { beforeCancel } = state;
  if (!beforeCancel) return;
  for (const node of units) {
    const attempt = beforeCancel.kept.nodes.get(node)?.attempt;
    if (attempt === undefined || !state.running.has(node) || !beforeCancel.kept.running.has(node)) continue;
    beforeCancel.since.push({ seq, at, type: 'unit-interrupted', node, attempt });
  }
}

/** Takes a node out of where it waits or runs. */
function leave(state: RunState, id: NodeId): void {
  state.undecided.delete(id);
  state.sleeping.delete(id);
  state.asked.delete(id);
  state.ending.delete(id);
  state.expired.delete(id);
  if (nodeOf(state, id).kind !== 'unit') return;
  readySet(state, id).delete(id);
  if (!state.running.delete(id)) return;
  changeSpending(state, id, -1);
  leavePod(state, id);
}

function fail(state: RunState, id: NodeId, { at, message }: CellLost & RunEvent): void {
  const own = nodeState(state, id);
  const seconds = own.startedAt === undefined ? 0 : (Date.parse(at) - Date.parse(own.startedAt)) / 1000;
  const failure: UnitFailed = {
    type: 'unit-failed',
    node: id,
    attempt: own.attempt ?? (state.starts.get(id) ?? 0) + 1,
    seconds: Math.max(0, seconds),
    class: 'lost',
    message,
    tail: [],
  };
  own.failure = failure;
  setFailedStatus(state, id);
}

/** A `/require:` stands for a gate that was not met, which this is not. */
function standIn(state: RunState, branch: NodeId): NodeId {
  const { kind, parent } = nodeOf(state, branch);
  return kind === 'require' && parent !== null ? parent : branch;
}

function ancestorsWithin(state: RunState, from: NodeId, top: NodeId): NodeId[] {
  const path: NodeId[] = [];
  for (let id: NodeId | null = from; id !== null && id !== top; id = nodeOf(state, id).parent) path.push(id);
  return path;
}

function close(state: RunState, id: NodeId, settlement: Settlement, at: string): void {
  const own = nodeState(state, id);
  joinBelow(state, id);
  own.status = settlement.is;
  own.settlement = settlement;
  own.endedAt = at;
  const { parent } = nodeOf(state, id);
  const above = own.ran && parent !== null ? state.nodes.get(parent) : undefined;
  if (above) above.ran = true;
}

/** What its branches have set, as at every join. */
function joinBelow(state: RunState, id: NodeId): void {
  const node = nodeOf(state, id);
  const own = nodeState(state, id);
  if (node.kind === 'parallel') for (const branch of node.branches) handOver(state, branch);
  for (const fork of own.forks?.ids ?? []) {
    const forked = state.byId.get(fork);
    if (forked?.kind === 'fork') for (const branch of forked.branches) handOver(state, branch);
  }
  delete own.forks;
}

function impossible({ type, seq }: RunEvent, why: string): Error {
  return new Error(
    `internal: ${type} does not follow from what was before event ${seq}: ${why}; please report this`,
  );
}
