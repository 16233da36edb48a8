/**
 * An event → the state behind it.
 *
 * Invariants (tests name them):
 * - S1  The state is a function of the plan and the events in their order; nothing else enters it.
 * - S2  A node is opened at most once and settles at most once; settling a node moves its parent, never its siblings.
 * - S3  Only an open unit is ready; it leaves `ready` when it starts, and `running` when its outcome arrives.
 * - S4  A parallel block settles when each of its branches has, whatever their outcomes.
 * - S5  Once the run is stopping (a gate error, a cancel), nothing is opened any more; what runs is still joined.
 * - S6  `run-resumed` takes a cancel back: the state is as if it had interrupted the units that it ended, and no more.
 *
 * The state is changed in place: a copy for every event would make its cost grow with the run. Opening and settling go
 * through a work list, because a chain may be deeper and longer than the call stack. An event that cannot follow from
 * the ones before it is an error, never a guess.
 */
import type { CallNode, NodeId, ParallelNode, Plan, PlanNode, SequenceNode, Value } from '../plan/plan.ts';
import type { GateDecided, RunEvent, UnitResult } from './event.ts';
import { keepForReopening, reopen } from './reopen.ts';
import {
  initialState,
  nodeOf,
  nodeState,
  type RunState,
  type Scope,
  type Settlement,
  targetOf,
  variablesAt,
} from './state.ts';
import { bindParameters, unitInput } from './template.ts';
import { unreachable } from './unreachable.ts';

type Work =
  | { readonly do: 'open'; readonly id: NodeId }
  | { readonly do: 'settle'; readonly id: NodeId; readonly settlement: Settlement };

const succeeded: Settlement = { is: 'succeeded' };

export function fold(plan: Plan, events: Iterable<RunEvent>): RunState {
  const state = initialState(plan);
  for (const event of events) evolve(state, event);
  return state;
}

/** Takes one more event into the state. The same events in the same order always give the same state. */
export function evolve(state: RunState, event: RunEvent): void {
  state.seq = event.seq;
  keepForReopening(state, event);
  switch (event.type) {
    case 'run-started':
      state.run.id = event.run;
      state.run.startedAt = event.at;
      return work(state, event.at, { do: 'open', id: state.plan.root });
    case 'unit-started':
      return unitStarted(state, event);
    case 'unit-succeeded': {
      const unit = nodeState(state, event.node);
      leave(state.running, event);
      const { seconds, metrics, values, primary, samples, source } = event;
      unit.result = {
        seconds,
        metrics,
        values,
        ...(primary === undefined ? {} : { primary }),
        ...(samples === undefined ? {} : { samples }),
        ...(source === undefined ? {} : { source }),
      };
      setSystemVariables(state, event.node, unit.result);
      return work(state, event.at, { do: 'settle', id: event.node, settlement: succeeded });
    }
    case 'unit-failed': {
      // Never started: it was refused.
      if (!state.running.has(event.node)) leave(readySet(state, event.node), event);
      state.running.delete(event.node);
      nodeState(state, event.node).failure = event;
      const settlement: Settlement = {
        is: 'failed',
        node: event.node,
        class: event.class,
        message: event.message,
      };
      return work(state, event.at, { do: 'settle', id: event.node, settlement });
    }
    case 'unit-interrupted': {
      leave(state.running, event);
      if (state.stopping)
        return work(state, event.at, { do: 'settle', id: event.node, settlement: { is: 'stopped' } });
      nodeState(state, event.node).status = 'open';
      readySet(state, event.node).add(event.node);
      return;
    }
    case 'gate-decided':
      return gateDecided(state, event);
    case 'variable-set':
      leave(state.undecided, event);
      setVariable(state, event.node, event.name, event.value);
      return work(state, event.at, { do: 'settle', id: event.node, settlement: succeeded });
    case 'assignment-failed': {
      leave(state.undecided, event);
      const settlement: Settlement = {
        is: 'failed',
        node: event.node,
        class: 'no-metrics',
        message: event.message,
      };
      return work(state, event.at, { do: 'settle', id: event.node, settlement });
    }
    case 'cancel-requested':
      return stop(state, { by: 'cancel', what: event.by }, event.at);
    case 'run-resumed':
      for (const past of reopen(state)) evolve(state, past);
      state.seq = event.seq;
      return;
    case 'run-concluded':
      state.run.endedAt = event.at;
      state.conclusion = { decision: event.decision, reasonCode: event.reasonCode, reason: event.reason };
      return;
    default:
      return unreachable(event);
  }
}

function unitStarted(state: RunState, event: RunEvent & { type: 'unit-started' }): void {
  const unit = nodeOf(state, event.node);
  leave(readySet(state, event.node), event);
  state.running.add(event.node);
  const own = nodeState(state, event.node);
  own.status = 'running';
  own.startedAt = event.at;
  own.attempt = event.attempt;
  own.directory = event.directory;
  const bound = unit.kind === 'unit' ? unitInput(state.plan, unit, variablesAt(state, unit.id)) : undefined;
  if (bound?.ok) own.input = bound.input;
}

function gateDecided(state: RunState, event: GateDecided & RunEvent): void {
  leave(state.undecided, event);
  state.gates.push(event);
  const node = nodeOf(state, event.node);
  if (event.outcome === 'error') {
    const message = `gate \`${event.text}\` could not be decided: ${event.reason ?? 'unknown reason'}`;
    const settlement: Settlement = { is: 'failed', node: event.node, class: 'gate-error', message };
    // Stopping comes first, or a `;` behind the gate would go on.
    state.stopping ??= { by: 'gate-error', what: message };
    work(state, event.at, { do: 'settle', id: event.node, settlement });
    return stop(state, state.stopping, event.at);
  }
  const met = event.outcome === 'met';
  if (node.kind === 'require') {
    const settlement: Settlement = met
      ? succeeded
      : { is: 'failed', node: event.node, class: 'gate-not-met', message: `required: ${event.sum}` };
    return work(state, event.at, { do: 'settle', id: event.node, settlement });
  }
  if (node.kind !== 'branch')
    throw new Error(`internal: gate decided at ${node.kind} ${node.id}; please report this`);
  const arm = node.arms[event.arm];
  const own = nodeState(state, event.node);
  if (met && arm) return work(state, event.at, { do: 'open', id: arm.body });
  own.position = event.arm + 1;
  if (node.arms[own.position]) state.undecided.add(event.node);
  else if (node.otherwise !== null) work(state, event.at, { do: 'open', id: node.otherwise });
  else {
    // Behind `/end` the chain goes on; that the gate was not met stays in the record and decides the run's colour.
    const settlement: Settlement = node.closed
      ? succeeded
      : { is: 'not-met', gate: event.gate, sum: event.sum };
    work(state, event.at, { do: 'settle', id: event.node, settlement });
  }
}

/** Opens and settles until nothing more follows from what is known. */
function work(state: RunState, at: string, first: Work): void {
  const list: Work[] = [first];
  for (let next = list.pop(); next; next = list.pop()) {
    if (next.do === 'open') open(state, nodeOf(state, next.id), list);
    else settle(state, next.id, next.settlement, at, list);
  }
}

function open(state: RunState, node: PlanNode, list: Work[]): void {
  if (state.stopping) {
    list.push({ do: 'settle', id: node.id, settlement: { is: 'stopped' } });
    return;
  }
  if (state.nodes.has(node.id)) throw new Error(`internal: ${node.id} was opened twice; please report this`);
  state.nodes.set(node.id, {
    status: 'open',
    openedBy: state.seq,
    position: 0,
    open: 0,
    succeeded: 0,
  });
  switch (node.kind) {
    case 'unit':
      readySet(state, node.id).add(node.id);
      return;
    case 'branch':
    case 'require':
    case 'assignment':
      state.undecided.add(node.id);
      return;
    case 'sequence': {
      const [child] = node.children;
      list.push(child ? { do: 'open', id: child } : { do: 'settle', id: node.id, settlement: succeeded });
      return;
    }
    case 'logical':
      list.push({ do: 'open', id: node.left });
      return;
    case 'call':
      return openCall(state, node, list);
    case 'parallel':
      return openBranches(state, node, list);
    default:
      return unreachable(node);
  }
}

function openCall(state: RunState, node: CallNode, list: Work[]): void {
  const bound = bindParameters(node.parameters, variablesAt(state, node.id));
  if (!bound.ok) {
    const settlement: Settlement = { is: 'failed', node: node.id, class: 'usage', message: bound.problem };
    list.push({ do: 'settle', id: node.id, settlement });
    return;
  }
  state.variables.set(node.id, new Map(Object.entries(bound.values)));
  list.push({ do: 'open', id: node.body });
}

function openBranches(state: RunState, node: ParallelNode, list: Work[]): void {
  const own = nodeState(state, node.id);
  const wanted: NodeId[] = [];
  while (own.position < node.branches.length && own.open < (node.max ?? Number.POSITIVE_INFINITY)) {
    const branch = node.branches[own.position];
    if (branch !== undefined) wanted.push(branch);
    own.position += 1;
    own.open += 1;
  }
  // The list is a stack: pushed in reverse, branches open in the order of the chain.
  for (const id of wanted.reverse()) list.push({ do: 'open', id });
}

function settle(state: RunState, id: NodeId, settlement: Settlement, at: string, list: Work[]): void {
  const node = nodeOf(state, id);
  const own = state.nodes.get(id);
  if (own) {
    if (own.settlement) throw new Error(`internal: ${id} settled twice; please report this`);
    own.status = settlement.is;
    own.settlement = settlement;
    own.endedAt = at;
  }
  if (node.parent === null) {
    state.settlement = settlement;
    return;
  }
  const parent = nodeOf(state, node.parent);
  switch (parent.kind) {
    case 'sequence':
      return childSettled(state, parent, settlement, list);
    case 'parallel':
      return branchSettled(state, parent, settlement, list);
    case 'logical':
      return operandSettled(state, parent, id, settlement, list);
    case 'branch':
    case 'call':
      list.push({ do: 'settle', id: parent.id, settlement });
      return;
    default:
      throw new Error(`internal: ${parent.kind} ${parent.id} has a child; please report this`);
  }
}

function childSettled(state: RunState, parent: SequenceNode, settlement: Settlement, list: Work[]): void {
  const own = nodeState(state, parent.id);
  if (settlement.is !== 'succeeded') own.worst = worse(own.worst, settlement);
  const isOver = state.stopping !== undefined;
  for (own.position += 1; own.position < parent.children.length; own.position += 1) {
    const next = parent.children[own.position];
    if (next === undefined || isOver) break;
    if (settlement.is === 'succeeded' || state.always.has(next)) {
      list.push({ do: 'open', id: next });
      return;
    }
  }
  list.push({ do: 'settle', id: parent.id, settlement: own.worst ?? succeeded });
}

function branchSettled(state: RunState, parent: ParallelNode, settlement: Settlement, list: Work[]): void {
  const own = nodeState(state, parent.id);
  own.open -= 1;
  if (settlement.is === 'succeeded') own.succeeded += 1;
  else own.worst = worse(own.worst, settlement);
  if (!state.stopping) openBranches(state, parent, list);
  const unopened = state.stopping ? 0 : parent.branches.length - own.position;
  if (own.open > 0 || unopened > 0) return;
  for (const branch of parent.branches) handOver(state, branch);
  const total = parent.branches.length;
  if (own.succeeded === total) {
    list.push({ do: 'settle', id: parent.id, settlement: succeeded });
  } else if (own.succeeded >= parent.min && !state.stopping) {
    if (!parent.minWritten)
      state.degraded ??= `only ${own.succeeded} of ${total} branches succeeded (no \`min=\` was written)`;
    list.push({ do: 'settle', id: parent.id, settlement: succeeded });
  } else {
    list.push({ do: 'settle', id: parent.id, settlement: own.worst ?? { is: 'stopped' } });
  }
}

function operandSettled(
  state: RunState,
  parent: PlanNode & { kind: 'logical' },
  child: NodeId,
  settlement: Settlement,
  list: Work[],
): void {
  const isLeft = child === parent.left;
  const goesOn = parent.operator === '&&' ? settlement.is === 'succeeded' : isForgivable(settlement);
  if (!isLeft || !goesOn || state.stopping) {
    list.push({ do: 'settle', id: parent.id, settlement });
    return;
  }
  if (parent.operator === '||') state.degraded ??= `\`${parent.title}\` went on after a failure`;
  list.push({ do: 'open', id: parent.right });
}

/** What `||` may go on after: a failure of work, not of a gate and not of the invocation itself. */
function isForgivable(settlement: Settlement): boolean {
  return (
    settlement.is === 'failed' && !['gate-not-met', 'gate-error', 'usage', 'auth'].includes(settlement.class)
  );
}

function stop(state: RunState, why: NonNullable<RunState['stopping']>, at: string): void {
  state.stopping ??= why;
  const waiting = [...state.undecided, ...[...state.ready.values()].flatMap((set) => [...set])];
  state.undecided.clear();
  state.ready.clear();
  for (const id of waiting) work(state, at, { do: 'settle', id, settlement: { is: 'stopped' } });
}

/** A failure outranks a gate that was not met, which outranks not having been run; of equals the first counts. */
function worse(a: Settlement | undefined, b: Settlement): Settlement {
  return a && rank(a) >= rank(b) ? a : b;
}

function rank(settlement: Settlement): number {
  switch (settlement.is) {
    case 'failed':
      return settlement.class === 'gate-not-met' ? 2 : 3;
    case 'not-met':
      return 2;
    case 'stopped':
      return 1;
    case 'succeeded':
      return 0;
  }
}

/** Built-ins set variables: their values, and their metrics by name. */
function setSystemVariables(state: RunState, id: NodeId, result: UnitResult): void {
  const node = nodeOf(state, id);
  if (node.kind !== 'unit' || state.plan.commands[node.command]?.is !== 'builtin') return;
  for (const [name, value] of Object.entries({ ...result.metrics, ...result.values }))
    setVariable(state, id, name, value);
}

function setVariable(state: RunState, id: NodeId, name: string, value: Value): void {
  setIn(state, state.scopes.of.get(id) ?? '', name, value);
}

function setIn(state: RunState, scope: Scope, name: string, value: Value): void {
  const variables = state.variables.get(scope);
  if (variables) variables.set(name, value);
  else state.variables.set(scope, new Map([[name, value]]));
}

/** At the join: while branches run, none sees what another has set. */
function handOver(state: RunState, branch: NodeId): void {
  const variables = state.variables.get(branch);
  if (!variables) return;
  const around = state.scopes.around.get(branch) ?? '';
  for (const [name, value] of variables) setIn(state, around, name, value);
  state.variables.delete(branch);
}

function leave(set: Set<NodeId>, { seq, type, node }: RunEvent & { node: NodeId }): void {
  if (!set.delete(node))
    throw new Error(
      `internal: ${type} of ${node} does not follow from what was before event ${seq}; please report this`,
    );
}

function readySet(state: RunState, id: NodeId): Set<NodeId> {
  const node = nodeOf(state, id);
  if (node.kind !== 'unit') throw new Error(`internal: ${id} is no unit; please report this`);
  const target = targetOf(state.plan, node);
  let set = state.ready.get(target);
  if (!set) {
    set = new Set();
    state.ready.set(target, set);
  }
  return set;
}
