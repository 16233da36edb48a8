/** What will happen at a time: a heap, earliest first. Entries that no longer matter are dropped when they come up. */
import type { NodeId } from '../plan/plan.ts';
import type { RunState, Timer } from './state.ts';

export function setTimer(
  state: RunState,
  node: NodeId,
  what: Timer['what'],
  after: number,
  version = 0,
): void {
  const opened = state.nodes.get(node)?.openedBy ?? 0;
  const { timers } = state;
  timers.push({ at: state.at + after, node, opened, what, version });
  for (let index = timers.length - 1; index > 0; ) {
    const above = (index - 1) >> 1;
    if (!isBefore(timers[index], timers[above])) return;
    swap(timers, index, above);
    index = above;
  }
}

/** The next one that still matters. */
export function nextTimer(state: RunState): Timer | undefined {
  return state.timers[0];
}

/** Drops timers from the top until one matters. */
export function dropStaleTimers(state: RunState): void {
  const { timers } = state;
  for (let top = timers[0]; top && !isLive(state, top); top = timers[0]) {
    const last = timers.pop();
    if (last && timers.length > 0) {
      timers[0] = last;
      sink(timers);
    }
  }
}

/** The time in which nobody drove the run is not counted. All move alike, so the order stays. */
export function shiftTimers(state: RunState, by: number): void {
  for (const timer of state.timers) timer.at += by;
}

/** Whether it still matters. */
export function isLive(state: RunState, { node, opened, what, version }: Timer): boolean {
  const own = state.nodes.get(node);
  if (!own || own.settlement || own.openedBy !== opened) return false;
  switch (what) {
    case 'timeout':
      return own.fired !== true;
    case 'budget':
      return own.fired !== true && own.spending?.version === version;
    case 'wait':
      return true;
    case 'retry':
      return state.sleeping.has(node) && own.attempt === version;
  }
}

function sink(timers: Timer[]): void {
  for (let index = 0; ; ) {
    const left = 2 * index + 1;
    const right = left + 1;
    const least = isBefore(timers[right], timers[left]) ? right : left;
    if (!isBefore(timers[least], timers[index])) return;
    swap(timers, index, least);
    index = least;
  }
}

/** Equal times go by the order in which the nodes were opened. */
export function isBefore(a: Timer | undefined, b: Timer | undefined): boolean {
  if (!a || !b) return a !== undefined;
  return a.at < b.at || (a.at === b.at && a.opened < b.opened);
}

function swap(timers: Timer[], a: number, b: number): void {
  const [one, other] = [timers[a], timers[b]];
  if (!one || !other) return;
  timers[a] = other;
  timers[b] = one;
}
