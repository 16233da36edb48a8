/**
 * An event → the state behind it.
 *
 * Invariants (tests name them):
 * - S1  The state is a function of the plan and the events in their order; nothing else enters it.
 * - S2  A node is opened once in each attempt or iteration around it and settles once; settling moves its parent, never
 *       its siblings.
 * - S3  Only an open unit is ready; it leaves `ready` when it starts, and `running` when its outcome arrives.
 * - S4  A parallel block, and a block with forks, settles when each of its branches has, whatever their outcomes.
 * - S5  Where the run is stopped (a gate error, a cancel, a timeout, a spent budget), nothing opens any more but
 *       `finally` handlers, and `on_failure` after a gate error; what runs is still joined.
 * - S6  `run-resumed` takes a cancel back: the state is as if it had interrupted the units that it ended, and no more.
 * - S7  A fact about a pod moves no node, and is true whatever becomes of the run: it only changes what budgets pay.
 * - S8  A branch that is lost settles at once with all that is open below it, and nothing opens there: nobody would be
 *       there to run a handler, a retry or what stands behind. Where it was being ended from outside, it was stopped.
 *
 * The state is changed in place: a copy for every event would make its cost grow with the run. An event that cannot
 * follow from the ones before it is an error, never a guess.
 */
import type { NodeId, Plan } from '../plan/plan.ts';
import { startAttempt, startIteration } from './again.ts';
import { dispatchCells, loseCell } from './cells-out.ts';
import type { ApprovalGiven, CaseDecided, GateDecided, RunEvent, UnitResult } from './event.ts';
import { changeSpending, goOnSpending, keepsForEnding } from './expiry.ts';
import { gateKey } from './gates.ts';
import { leavePod, takePodFact } from './pod-facts.ts';
import { readingsAt } from './read.ts';
import { keepForReopening, reopen } from './reopen.ts';
import {
  initialState,
  nodeOf,
  nodeState,
  type RunState,
  readySet,
  type Settlement,
  type Stopping,
  succeeded,
  unitOf,
} from './state.ts';
import { breakShields, isStopped, type StopCause, stopBelow } from './stop.ts';
import { unitInput } from './template.ts';
import { dropStaleTimers, setTimer, shiftTimers } from './timers.ts';
import { unreachable } from './unreachable.ts';
import { setFailedStatus, setSystemVariables, setVariable } from './variables.ts';
import { work } from './work.ts';

export function fold(plan: Plan, events: Iterable<RunEvent>): RunState {
  const state = initialState(plan);
  for (const event of events) evolve(state, event);
  return state;
}

/** Takes one more event into the state. The same events in the same order always give the same state. */
export function evolve(state: RunState, event: RunEvent): void {
  const before = state.at;
  state.seq = event.seq;
  // Found when a run goes on: the time in which nobody drove it is not its own.
  if (event.type !== 'unit-interrupted') state.at = Date.parse(event.at);
  keepForReopening(state, event);
  take(state, event, before);
  dropStaleTimers(state);
}

function take(state: RunState, event: RunEvent, before: number): void {
  switch (event.type) {
    case 'run-started':
      state.run.id = event.run;
      state.run.startedAt = event.at;
      return work(state, event.at, { do: 'open', id: state.plan.root });
    case 'unit-started':
      return unitStarted(state, event);
    case 'unit-succeeded': {
      leave(state.running, event);
      state.ending.delete(event.node);
      changeSpending(state, event.node, -1);
      leavePod(state, event.node);
      return unitSucceeded(state, event.node, resultOf(event), event.at);
    }
    case 'unit-reused':
      return unitReused(state, event);
    case 'unit-failed':
      return unitFailed(state, event);
    case 'unit-interrupted': {
      leave(state.running, event);
      changeSpending(state, event.node, -1);
      leavePod(state, event.node);
      if (state.ending.delete(event.node) || isStopped(state, event.node))
        return settle(state, event, { is: 'stopped' });
      const own = nodeState(state, event.node);
      own.status = 'open';
      own.interrupted = [...(own.interrupted ?? []), event.attempt];
      readySet(state, event.node).add(event.node);
      return;
    }
    case 'gate-decided':
      return gateDecided(state, event);
    case 'case-decided':
      return caseDecided(state, event);
    case 'variable-set':
      leave(state.undecided, event);
      setVariable(state, event.node, event.name, event.value);
      return settle(state, event, succeeded);
    case 'assignment-failed':
      leave(state.undecided, event);
      return settle(state, event, {
        is: 'failed',
        node: event.node,
        class: 'no-metrics',
        message: event.message,
      });
    case 'retry-scheduled': {
      leave(state.undecided, event);
      state.sleeping.add(event.node);
      const { attempt } = nodeState(state, event.node);
      return setTimer(state, event.node, 'retry', event.delay * 1000, attempt);
    }
    case 'retry-started': {
      leave(state.sleeping, event);
      const node = nodeOf(state, event.node);
      if (node.kind !== 'retry') throw new Error(`internal: ${node.id} is no retry; please report this`);
      return work(state, event.at, { do: 'open', id: startAttempt(state, node, event.attempt) });
    }
    case 'waited':
      leave(state.sleeping, event);
      return settle(state, event, succeeded);
    case 'timed-out': {
      const message = `\`${nodeOf(state, event.node).title}\` ran out of time`;
      return expire(state, event, { class: 'timeout', message });
    }
    case 'budget-exceeded': {
      const rest = keepsForEnding(state, event.node) ? '; the rest pays for ending its pods' : '';
      const message = `\`${nodeOf(state, event.node).title}\` ran out of money, ${event.dollars} dollars spent${rest}`;
      return expire(state, event, { class: 'budget', message });
    }
    case 'approval-requested':
      leave(state.undecided, event);
      state.asked.add(event.node);
      return;
    case 'approval-given':
      return approvalGiven(state, event);
    case 'results-offered':
      state.offered = { from: event.from, finished: new Map(Object.entries(event.finished)) };
      // What a person gives to this run is not what was given to that one.
      for (const [name, value] of Object.entries(event.variables ?? {}))
        if (!Object.hasOwn(state.plan.parameters, name)) state.variables.get('')?.set(name, value);
      return;
    case 'pod-intended':
    case 'pod-refused':
    case 'pod-created':
    case 'pod-ready':
    case 'unit-placed':
    case 'pod-ended':
    case 'pod-billed':
      return takePodFact(state, event);
    case 'cells-dispatched':
      return dispatchCells(state, event);
    case 'cell-lost':
      return loseCell(state, event);
    case 'cancel-requested':
      return cancel(state, event);
    case 'run-resumed':
      return resume(state, event, before);
    case 'run-concluded':
      state.run.endedAt = event.at;
      state.conclusion = { decision: event.decision, reasonCode: event.reasonCode, reason: event.reason };
      return;
    default:
      return unreachable(event);
  }
}

/** What reads a checkpoint has to run, and what does nothing may: all behind them may still be taken over. */
const withoutWork: ReadonlySet<string> = new Set(['state:load', 'continue']);

function unitStarted(state: RunState, event: RunEvent & { type: 'unit-started' }): void {
  const unit = unitOf(state, event.node);
  leave(readySet(state, event.node), event);
  state.running.add(event.node);
  state.placed.delete(event.node);
  state.starts.set(event.node, event.attempt);
  const own = nodeState(state, event.node);
  own.status = 'running';
  own.startedAt = event.at;
  own.attempt = event.attempt;
  own.directory = event.directory;
  const command = state.plan.commands[unit.command];
  if (command?.is !== 'builtin' || !withoutWork.has(command.name)) own.ran = true;
  const bound = unitInput(state.plan, unit, readingsAt(state, unit.id));
  if (bound.ok) own.input = bound.input;
  changeSpending(state, event.node, 1);
}

function unitSucceeded(state: RunState, id: NodeId, result: UnitResult, at: string): void {
  nodeState(state, id).result = result;
  setSystemVariables(state, id, result);
  work(state, at, { do: 'settle', id, settlement: succeeded });
}

function unitReused(state: RunState, event: RunEvent & { type: 'unit-reused' }): void {
  leave(readySet(state, event.node), event);
  const own = nodeState(state, event.node);
  own.reusedFrom = event.from;
  own.directory = event.directory;
  const bound = unitInput(state.plan, unitOf(state, event.node), readingsAt(state, event.node));
  if (bound.ok) own.input = bound.input;
  unitSucceeded(state, event.node, resultOf(event), event.at);
}

function unitFailed(state: RunState, event: RunEvent & { type: 'unit-failed' }): void {
  // Never started: it was refused.
  if (state.running.has(event.node)) {
    state.running.delete(event.node);
    changeSpending(state, event.node, -1);
    leavePod(state, event.node);
  } else leave(readySet(state, event.node), event);
  nodeState(state, event.node).failure = event;
  setFailedStatus(state, event.node);
  const { node, class: cause, message } = event;
  // What was ended from outside has not failed by itself.
  const wasEnded = state.ending.delete(node) && cause === 'cancelled';
  settle(state, event, wasEnded ? { is: 'stopped' } : { is: 'failed', node, class: cause, message });
}

function gateDecided(state: RunState, event: GateDecided & RunEvent): void {
  leave(state.undecided, event);
  const key = gateKey(event.node, event.arm);
  state.decisions.delete(key);
  state.decisions.set(key, event);
  const node = nodeOf(state, event.node);
  if (event.outcome === 'error') return gateError(state, event, event.text, event.reason);
  const isMet = event.outcome === 'met' || event.warned === true;
  const because = event.reason === undefined ? '' : ` (${event.reason})`;
  switch (node.kind) {
    case 'require':
      return settle(
        state,
        event,
        isMet
          ? succeeded
          : {
              is: 'failed',
              node: event.node,
              class: 'gate-not-met',
              message: `required: ${event.sum}${because}`,
            },
      );
    case 'repeat': {
      if (isMet && event.outcome === 'met') return settle(state, event, succeeded);
      const next = startIteration(state, node);
      if (next !== undefined) return work(state, event.at, { do: 'open', id: next });
      return settle(state, event, isMet ? succeeded : notMet(event));
    }
    case 'branch': {
      const own = nodeState(state, event.node);
      const arm = node.arms[event.arm];
      if (isMet && arm) return work(state, event.at, { do: 'open', id: arm.body });
      own.position = event.arm + 1;
      if (node.arms[own.position]) state.undecided.add(event.node);
      else if (node.otherwise !== null) work(state, event.at, { do: 'open', id: node.otherwise });
      // Behind `/end` the chain goes on; that the gate was not met stays in the record and decides the run's colour.
      else settle(state, event, node.closed ? succeeded : notMet(event));
      return;
    }
    default:
      throw new Error(`internal: gate decided at ${node.kind} ${node.id}; please report this`);
  }
}

function notMet({ gate, sum }: GateDecided): Settlement {
  return { is: 'not-met', gate, sum };
}

function caseDecided(state: RunState, event: CaseDecided & RunEvent): void {
  leave(state.undecided, event);
  const node = nodeOf(state, event.node);
  const arm = node.kind === 'case' ? node.arms[event.arm] : undefined;
  if (!arm) return gateError(state, event, `case:${node.kind === 'case' ? node.text : ''}`, event.reason);
  nodeState(state, event.node).arm = event.arm;
  work(state, event.at, { do: 'open', id: arm.body });
}

/** The run stops. Units that run are joined, not ended: they may be hours of paid work. */
function gateError(
  state: RunState,
  event: RunEvent & { node: NodeId },
  text: string,
  reason: string | undefined,
): void {
  const message = `gate \`${text}\` could not be decided: ${reason ?? 'unknown reason'}`;
  // Stopping comes first, or a `;` behind the gate would go on.
  state.stopping ??= { by: 'gate-error', what: message, cancelled: false, forced: false };
  const handlers = breakShields(state, event.node);
  settle(state, event, { is: 'failed', node: event.node, class: 'gate-error', message });
  for (const top of [...handlers, state.plan.root]) stop(state, top, event.at, 'gate-error');
}

function expire(
  state: RunState,
  event: RunEvent & { node: NodeId },
  expiry: { class: 'timeout' | 'budget'; message: string },
): void {
  nodeState(state, event.node).fired = true;
  state.expired.set(event.node, expiry);
  stop(state, event.node, event.at, 'expiry');
}

function approvalGiven(state: RunState, event: ApprovalGiven & RunEvent): void {
  leave(state.asked, event);
  if (state.conclusion?.decision === 'waiting') reopenWaiting(state);
  const { node, approved, by } = event;
  const message = `refused by ${by}`;
  settle(state, event, approved ? succeeded : { is: 'failed', node, class: 'approval-refused', message });
}

/** The first one ends what runs and lets `finally` handlers run; the second ends these too. */
function cancel(state: RunState, event: RunEvent & { type: 'cancel-requested' }): void {
  const { stopping } = state;
  const forced = stopping?.cancelled === true;
  const next: Stopping = stopping ?? { by: 'cancel', what: event.by, cancelled: true, forced: false };
  next.cancelled = true;
  next.forced = forced;
  state.stopping = next;
  stop(state, state.plan.root, event.at, forced ? 'second-cancel' : 'cancel');
}

function stop(state: RunState, top: NodeId, at: string, by: StopCause): void {
  for (const id of stopBelow(state, top, by))
    work(state, at, { do: 'settle', id, settlement: { is: 'stopped' } });
}

function resume(state: RunState, event: RunEvent, before: number): void {
  let last = before;
  if (state.beforeCancel) {
    for (const one of reopen(state)) {
      state.seq = one.seq;
      // Units that a killed driver had left: nobody knows until when they ran.
      if (Date.parse(one.at) <= before) state.at = Date.parse(one.at);
      take(state, one, before);
    }
    last = state.at;
    state.seq = event.seq;
    state.at = Date.parse(event.at);
  }
  if (state.conclusion?.decision === 'waiting') reopenWaiting(state);
  // Nobody drove the run in between: no timeout counts it. The clock may have been set back, too.
  shiftTimers(state, state.at - last);
  // Pods that are alive have cost money all the same.
  goOnSpending(state);
}

function reopenWaiting(state: RunState): void {
  state.conclusion = undefined;
  delete state.run.endedAt;
}

function settle(state: RunState, event: RunEvent & { node: NodeId }, settlement: Settlement): void {
  work(state, event.at, { do: 'settle', id: event.node, settlement });
}

function resultOf(event: RunEvent & { type: 'unit-succeeded' | 'unit-reused' }): UnitResult {
  const { seconds, metrics, values, primary, samples, source, output, stdout, inputs, none, usage } = event;
  return {
    seconds,
    metrics,
    values,
    ...(primary === undefined ? {} : { primary }),
    ...(samples === undefined ? {} : { samples }),
    ...(source === undefined ? {} : { source }),
    ...(output === undefined ? {} : { output }),
    ...(stdout === undefined ? {} : { stdout }),
    ...(inputs === undefined ? {} : { inputs }),
    ...(none === undefined ? {} : { none }),
    ...(usage === undefined ? {} : { usage }),
  };
}

function leave(set: Set<NodeId>, { seq, type, node }: RunEvent & { node: NodeId }): void {
  if (!set.delete(node))
    throw new Error(
      `internal: ${type} of ${node} does not follow from what was before event ${seq}; please report this`,
    );
}
