/**
 * Parts of one journal that were written in different places, such as the cells of a sweep, each on a machine of its
 * own → one journal that can be folded. The result does not depend on the order in which the parts arrive.
 *
 * - Parts know nothing of one another, and most of what they hold is about branches of their own: this comes first, by its
 *   time, so that money spent side by side counts once; at equal times in the order of the plan. Parts that have come to
 *   their end go before those that were cut off, whose clocks stand where they were cut.
 * - What stops more than a branch (a gate that could not be decided, a timeout or a budget around the block, a cancel) was
 *   unknown to the other parts: it comes when all of them have told what they did without it, once each, and behind it
 *   what followed from it there.
 * - Parts that are about the same branches are attempts of one leg. Each begins with what the one before had, but for what
 *   was to be tried again: the newest counts, unless an earlier one only goes on where it was cut off. What happened to
 *   pods is true whatever attempt it was.
 * - An event that what came before it has made void is left out, such as the second gate error of a run that has stopped.
 */
import type { NodeId, Plan } from '../plan/plan.ts';
import type { Fact, RunEvent } from './event.ts';
import { evolve, fold } from './evolve.ts';
import { follows } from './follows.ts';
import type { RunState } from './state.ts';

/** `main`: what was written before the parts began. Each part holds what one leg has written down, in its order. */
export function mergeParts(
  plan: Plan,
  main: readonly RunEvent[],
  parts: readonly (readonly RunEvent[])[],
): RunEvent[] {
  const branches = branchesOf(plan, main);
  const merging = new Merging(plan, main);
  const seen = new Set(main.map(identityOf));
  const own = parts.map((part) => part.filter((event) => !seen.has(identityOf(event))));
  const legs = newestOf(own, branches).map((events) => legOf(plan, events, branches));
  const [whole, torn] = [legs.filter(({ isWhole }) => isWhole), legs.filter(({ isWhole }) => !isWhole)];
  merging.take(whole);
  merging.take(torn);
  return merging.merged;
}

interface Leg {
  readonly events: readonly RunEvent[];
  /** Of its events, those that reach beyond its branches. */
  readonly outer: ReadonlySet<RunEvent>;
  /** The least of its nodes in the order of the plan. */
  readonly place: number;
  /** It stopped nothing around it, and nothing of it runs or costs on. */
  readonly isWhole: boolean;
}

class Merging {
  readonly merged: RunEvent[];
  readonly #state: RunState;
  readonly #places: ReadonlyMap<NodeId, number>;

  constructor(plan: Plan, main: readonly RunEvent[]) {
    this.merged = [...main];
    this.#state = fold(plan, main);
    this.#places = new Map(plan.nodes.map(({ id }, index) => [id, index]));
  }

  take(legs: readonly Leg[]): void {
    const heads = legs.map((leg) => ({ leg, at: 0, counts: new Map<string, number>() }));
    const applied = new Map<string, number>();
    const offers: RunEvent[] = [];
    for (;;) {
      const open = heads.flatMap((head) => {
        const event = head.leg.events[head.at];
        return event
          ? [{ head, event, isOuter: head.leg.outer.has(event), place: this.#placeOf(head.leg, event) }]
          : [];
      });
      // That its process has begun holds nothing of a leg back: its events are told side by side with those of the others.
      const inner = open.filter(({ head, event, isOuter }) => !isOuter || isBegin(event, head.at));
      const next = least(inner.length > 0 ? inner : open);
      if (!next) break;
      const { head, event, isOuter } = next;
      head.at += 1;
      if (event.type === 'results-offered') offers.push(event);
      else if (!isOuter) this.#add(event);
      else {
        // The second cancel is another fact than the first, but the first of every part is the same.
        const key = outerKey(event);
        const count = (head.counts.get(key) ?? 0) + 1;
        head.counts.set(key, count);
        if (count <= (applied.get(key) ?? 0)) continue;
        applied.set(key, count);
        this.#add(event);
      }
    }
    const offered = new Set<string>();
    for (const offer of offers) {
      const { seq: _seq, at: _at, ...fact } = offer;
      const text = JSON.stringify(fact);
      if (!offered.has(text)) this.#add(offer);
      offered.add(text);
    }
  }

  #placeOf(leg: Leg, event: RunEvent): number {
    return ('node' in event ? this.#places.get(event.node) : undefined) ?? leg.place;
  }

  #add(event: RunEvent): void {
    // How the run ended and where it began are not a part's to say.
    if (event.type === 'run-started' || event.type === 'run-concluded') return;
    if (!follows(this.#state, event)) return;
    const next = { ...event, seq: this.merged.length + 1 };
    this.merged.push(next);
    evolve(this.#state, next);
  }
}

/** Each node's branch of the outermost block that was handed out; of any block where nothing says which. */
function branchesOf({ nodes }: Plan, main: readonly RunEvent[]): ReadonlyMap<NodeId, NodeId> {
  const dispatched = new Set(
    main.flatMap((event) => (event.type === 'cells-dispatched' ? [event.node] : [])),
  );
  const blocks = new Set<NodeId>();
  for (const { id, kind } of nodes)
    if (dispatched.size > 0 ? dispatched.has(id) : kind === 'parallel') blocks.add(id);
  const branches = new Map<NodeId, NodeId>();
  // Parents stand before their children.
  for (const { id, parent } of nodes) {
    if (parent === null) continue;
    const branch = branches.get(parent) ?? (blocks.has(parent) ? id : undefined);
    if (branch !== undefined) branches.set(id, branch);
  }
  return branches;
}

/** One part of each leg, and what happened to pods in the others. */
function newestOf(
  parts: readonly (readonly RunEvent[])[],
  branches: ReadonlyMap<NodeId, NodeId>,
): (readonly RunEvent[])[] {
  const ordered = parts
    .filter((part) => part.length > 0)
    .map((part) => ({
      part,
      own: worked(part, branches),
      last: part.reduce((last, { at }) => (at > last ? at : last), ''),
      text: JSON.stringify(part),
    }))
    .sort((a, b) => compare(b.last, a.last) || b.part.length - a.part.length || compare(a.text, b.text));
  const all = new Set(ordered.flatMap(({ own }) => [...own]));
  const taken = new Set<NodeId>();
  const pods = new Set<string>();
  const chosen: (readonly RunEvent[])[] = [];
  for (const { part, own } of ordered) {
    const isEarlier = [...own].some((branch) => taken.has(branch));
    for (const branch of own) taken.add(branch);
    const events = part.filter((event) => {
      if ('pod' in event) {
        const identity = identityOf(event);
        return !pods.has(identity) && pods.add(identity);
      }
      const branch = 'node' in event ? branches.get(event.node) : undefined;
      // That its time is over can be seen from elsewhere too; who worked on it knows when it was.
      if (branch !== undefined && !own.has(branch) && all.has(branch)) return false;
      return !isEarlier;
    });
    if (events.length > 0) chosen.push(events);
  }
  return chosen;
}

/** The branches that the part's process had. */
function worked(part: readonly RunEvent[], branches: ReadonlyMap<NodeId, NodeId>): ReadonlySet<NodeId> {
  return new Set(
    part.flatMap((event) => {
      const branch = 'node' in event ? branches.get(event.node) : undefined;
      return branch === undefined || event.type === 'timed-out' || event.type === 'budget-exceeded'
        ? []
        : [branch];
    }),
  );
}

function legOf(plan: Plan, events: readonly RunEvent[], branches: ReadonlyMap<NodeId, NodeId>): Leg {
  const places = new Map(plan.nodes.map(({ id }, index) => [id, index]));
  const outer = new Set(events.filter((event) => reachesBeyond(event, branches)));
  const place = events.reduce(
    (least, event) => Math.min(least, ('node' in event ? places.get(event.node) : undefined) ?? least),
    Number.MAX_SAFE_INTEGER,
  );
  const stopsNothing = events.every((event, index) => !outer.has(event) || isBegin(event, index));
  return { events, outer, place, isWhole: stopsNothing && hasEnded(events) };
}

function isBegin({ type }: RunEvent, index: number): boolean {
  return type === 'run-resumed' && index === 0;
}

function reachesBeyond(event: RunEvent, branches: ReadonlyMap<NodeId, NodeId>): boolean {
  if (event.type === 'cancel-requested' || event.type === 'run-resumed') return true;
  if (event.type === 'gate-decided' && event.outcome === 'error') return true;
  if (event.type === 'case-decided' && event.arm < 0) return true;
  return 'node' in event && !branches.has(event.node);
}

function hasEnded(events: readonly RunEvent[]): boolean {
  const open = new Set<string>();
  for (const event of events)
    switch (event.type) {
      case 'unit-started':
        open.add(event.node);
        break;
      case 'unit-succeeded':
      case 'unit-failed':
      case 'unit-interrupted':
        open.delete(event.node);
        break;
      case 'pod-intended':
        open.add(event.pod);
        break;
      case 'pod-refused':
      case 'pod-ended':
        open.delete(event.pod);
        break;
      default:
    }
  return open.size === 0;
}

interface Placed {
  readonly event: RunEvent;
  readonly place: number;
}

/** The earliest; of equals the first in the order of the plan. */
function least<Item extends Placed>(items: readonly Item[]): Item | undefined {
  let first: Item | undefined;
  for (const item of items) {
    const order = first
      ? Date.parse(item.event.at) - Date.parse(first.event.at) || item.place - first.place
      : -1;
    if (order < 0) first = item;
  }
  return first;
}

function outerKey(event: RunEvent): string {
  return `${event.type} ${'node' in event ? event.node : ''}`;
}

/** Node, attempt and phase: by these a fact is the same fact, whoever wrote it down and when. */
function identityOf(event: RunEvent): string {
  const { seq: _seq, at: _at, ...fact } = event;
  return identityOfFact(fact as Fact, event.seq);
}

function identityOfFact(fact: Fact, seq: number): string {
  // Of a pod each fact is one, but for its bill, and for its end when that was not proven at first.
  if ('pod' in fact) {
    const more = fact.type === 'pod-billed' ? fact.dollars : fact.type === 'pod-ended' ? fact.proven : '';
    return `${fact.pod} ${fact.type} ${more}`;
  }
  if (!('node' in fact)) return `${fact.type} ${seq}`;
  const attempt = 'attempt' in fact ? fact.attempt : '';
  const arm = 'arm' in fact ? fact.arm : '';
  // A unit ends once in each attempt, however it does.
  const phase = ['unit-succeeded', 'unit-failed', 'unit-interrupted'].includes(fact.type)
    ? 'ended'
    : fact.type;
  return `${fact.node} ${attempt} ${arm} ${phase}${isRepeatable(fact) ? ` ${seq}` : ''}`;
}

/**
 * Only starts of units, with what follows from them, are numbered over the whole run. A loop writes the other facts down
 * again, a retry within it too.
 */
function isRepeatable({ type }: Fact): boolean {
  return !type.startsWith('unit-') || type === 'unit-placed';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
