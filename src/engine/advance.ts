/**
 * What follows from a run's state: facts to write down, units to start or to end, when to look again, or the conclusion.
 * Decides only; nothing is done here, and the state is not changed: that is `evolve`'s, once the facts are in the journal.
 *
 * - A1  Same plan, same events, same time, same answer: no clock, no input or output; chance only from the run's id.
 * - A2  A unit is offered only while it is open and has not started; a gate is decided once each time it is asked.
 * - A3  A gate is `met` only on finite measured values of the right range.
 * - A4  The conclusion comes once, when the root has settled and nothing runs. Only `waiting` is followed by more.
 * - A5  The cost is that of the answer, not of the run.
 */
import type { NodeId, UnitNode } from '../plan/plan.ts';
import { conclude, waiting } from './conclude.ts';
import { decide } from './decide.ts';
import type { Fact } from './event.ts';
import { spentAt } from './expiry.ts';
import { readingsAt } from './read.ts';
import { reuseKey } from './reuse.ts';
import { lastThatRan, nodeOf, nodeState, type RunState, type Timer, unitOf } from './state.ts';
import { type UnitInput, unitInput } from './template.ts';
import { isBefore, isLive, nextTimer } from './timers.ts';

export interface Advance {
  /** To be written to the journal, in this order, when `start` has been started. More may follow from them. */
  readonly facts: readonly Fact[];
  readonly start: readonly UnitStart[];
  /** Running units to be ended. May name one again until its outcome is known. */
  readonly end: readonly NodeId[];
  /** When something will follow that does not follow yet, in milliseconds since the epoch. */
  readonly wake?: number;
}

/** What of a run one process may carry out, where several share it: all of the chain when there is none. */
export interface Reach {
  /** It may start this unit now, wait at this node, or decide it; `arm` of a branch, from 0, else 0. */
  has(node: NodeId, arm: number, state: RunState): boolean;
  /** It may say how the run ended. */
  readonly concludes: boolean;
}

export interface UnitStart {
  readonly unit: UnitNode;
  readonly attempt: number;
  readonly input: UnitInput;
  /** Whose result is its input, in a pipe or for a redirect. */
  readonly previous?: NodeId;
}

const nothing: Advance = { facts: [], start: [], end: [] };

/** `room`: how many more units a target can take now. `now`: milliseconds since the epoch. */
export function advance(
  state: RunState,
  room: (target: string) => number,
  now: number,
  reach?: Reach,
): Advance {
  if (state.conclusion) return nothing;
  const end = [...state.ending];
  const undecided = [...state.undecided].filter((id) => reach?.has(id, armOf(state, id), state) ?? true);
  if (undecided.length > 0) return { facts: undecided.map((id) => decide(state, id)), start: [], end };
  if (state.settlement && state.running.size === 0 && (reach?.concludes ?? true))
    return { facts: [{ type: 'run-concluded', ...conclude(state) }], start: [], end };
  const timer = reach ? timerWithin(state, reach) : nextTimer(state);
  if (timer && timer.at <= now) return { facts: [ring(state, timer, now)], start: [], end };
  const facts: Fact[] = [];
  const start: UnitStart[] = [];
  for (const [target, ready] of state.ready) {
    let left = room(target);
    for (const id of ready) {
      if (left <= 0) break;
      if (reach && !reach.has(id, 0, state)) continue;
      left -= 1;
      const offered = offer(state, id);
      if ('type' in offered) facts.push(offered);
      else start.push(offered);
    }
  }
  if (facts.length === 0 && start.length === 0 && isWaiting(state) && (reach?.concludes ?? true))
    return {
      facts: [{ type: 'run-concluded', ...waiting(state) }],
      start,
      end,
      // For a driver that has somebody to ask, and so goes on.
      ...(timer ? { wake: timer.at } : {}),
    };
  return { facts, start, end, ...(timer ? { wake: timer.at } : {}) };
}

/** Of a branch the arm that is asked now. */
export function armOf(state: RunState, id: NodeId): number {
  return nodeOf(state, id).kind === 'branch' ? nodeState(state, id).position : 0;
}

/**
 * The next one that concerns this process: of what it waits for itself, and of each timeout and budget around something
 * that goes on here.
 */
function timerWithin(state: RunState, reach: Reach): Timer | undefined {
  const around = new Set<NodeId>();
  const ready = [...state.ready.values()].flatMap((set) => [...set]);
  for (const node of [...ready, ...state.running, ...state.undecided, ...state.sleeping]) {
    if (!reach.has(node, armOf(state, node), state)) continue;
    for (let id: NodeId | null = node; id !== null && !around.has(id); id = nodeOf(state, id).parent)
      around.add(id);
  }
  let next: Timer | undefined;
  for (const timer of state.timers) {
    const isHere =
      timer.what === 'retry' || timer.what === 'wait'
        ? reach.has(timer.node, 0, state)
        : around.has(timer.node);
    if (isHere && isLive(state, timer) && (!next || isBefore(timer, next))) next = timer;
  }
  return next;
}

/** Only a person's word is missing: nobody need stay for it. */
function isWaiting({ asked, running, sleeping, ready }: RunState): boolean {
  return (
    asked.size > 0 &&
    running.size === 0 &&
    sleeping.size === 0 &&
    [...ready.values()].every(({ size }) => size === 0)
  );
}

/** What it means that a timer's moment has come. */
function ring(state: RunState, { node, what }: Timer, now: number): Fact {
  switch (what) {
    case 'wait':
      return { type: 'waited', node };
    case 'timeout':
      return { type: 'timed-out', node };
    case 'retry':
      return { type: 'retry-started', node, attempt: (nodeState(state, node).attempt ?? 1) + 1 };
    case 'budget': {
      const { spending } = nodeState(state, node);
      const dollars = spending ? spentAt(spending, now) : 0;
      return { type: 'budget-exceeded', node, dollars: Number(dollars.toFixed(6)) };
    }
  }
}

/** The unit with its input, or the fact that it is not started: it cannot be, or need not. */
function offer(state: RunState, id: NodeId): UnitStart | Fact {
  const unit = unitOf(state, id);
  const attempt = (state.starts.get(id) ?? 0) + 1;
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
  const bound = unitInput(state.plan, unit, readingsAt(state, id));
  if (!bound.ok) return refuse('usage', bound.problem);
  const { input } = bound;
  const { offered } = state;
  const finished =
    offered && nodeState(state, id).after !== true
      ? offered.finished.get(reuseKey(state.plan, unit, input))
      : undefined;
  // Nobody had asked that run to keep what the command printed.
  const isMute = command?.is === 'run' && state.readByOthers.has(id) && finished?.stdout === undefined;
  if (offered && finished && !isMute)
    return { type: 'unit-reused', node: id, from: offered.from, ...finished };
  const previous = lastThatRan(state, unit.input ?? []);
  // An empty input in its place would be a result that nobody gave.
  if (unit.input !== undefined && (previous === undefined || !nodeState(state, previous).result)) {
    const title = previous === undefined ? 'the element before it' : `\`${nodeOf(state, previous).title}\``;
    return refuse('no-metrics', `${title} gave no result to read`);
  }
  return { unit, attempt, input, ...(previous === undefined ? {} : { previous }) };
}
