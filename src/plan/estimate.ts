/**
 * How often, how long and how dear, at worst: from timeouts, retries, delays and prices. A command without a timeout has no
 * worst case, nor has anything that waits for it, unless a timeout stands around it. Failures of the infrastructure, which
 * are retried apart from what is written, and the time in which a unit waits for a free target are not counted. A command on
 * a pod is charged with the time in which the pod becomes ready, at the highest price that its target allows.
 */
import { makespan } from './makespan.ts';
import { childrenOf, type NodeId, type Plan, type PlanNode, type Seconds } from './plan.ts';
import { secondsToReady } from './pods.ts';

export interface Estimate {
  /** How often a node may run: `up to 4 attempts`. */
  readonly attempts: ReadonlyMap<NodeId, number>;
  /** Of one run of the node; undefined where nothing bounds it. */
  readonly seconds: ReadonlyMap<NodeId, Seconds | undefined>;
  readonly dollars: ReadonlyMap<NodeId, number | undefined>;
  /** The units that determine how long the whole may take, in the order of the chain. What is built in takes no time. */
  readonly critical: readonly NodeId[];
}

/** A longest way through a node. */
interface Span {
  readonly seconds: Seconds;
  /** Commands on the way that nothing bounds: one of them is longer than any time. */
  readonly unbounded: number;
}

interface Cost {
  /** Infinite where nothing bounds it. */
  readonly dollars: number;
  /** Dollars an hour, at most, while it runs. */
  readonly rate: number;
}

const nothing: Span = { seconds: 0, unbounded: 0 };
const longestDelay = 3600;

export function estimate(plan: Plan): Estimate {
  const spans = new Map<NodeId, Span>();
  const costs = new Map<NodeId, Cost>();
  const chosen = new Map<NodeId, readonly NodeId[]>();
  const byId = new Map(plan.nodes.map((node) => [node.id, node]));
  // Parents stand before their children.
  for (const node of [...plan.nodes].reverse()) {
    const way = wayThrough(plan, node, spans, byId);
    spans.set(node.id, way.span);
    chosen.set(node.id, way.through);
    costs.set(node.id, costOf(plan, node, way.span, costs, byId));
  }
  return {
    attempts: attemptsOf(plan),
    seconds: new Map([...spans].map(([id, span]) => [id, span.unbounded > 0 ? undefined : span.seconds])),
    dollars: new Map(
      [...costs].map(([id, { dollars }]) => [id, Number.isFinite(dollars) ? dollars : undefined]),
    ),
    critical: criticalPath(plan, byId, chosen),
  };
}

interface Way {
  readonly span: Span;
  /** The children it leads through. */
  readonly through: readonly NodeId[];
}

function wayThrough(
  plan: Plan,
  node: PlanNode,
  spans: ReadonlyMap<NodeId, Span>,
  byId: ReadonlyMap<NodeId, PlanNode>,
): Way {
  const of = (id: NodeId): Span => spans.get(id) ?? nothing;
  const along = (ids: readonly NodeId[]): Way => ({ span: sum(ids.map(of)), through: ids });
  const longest = (ways: readonly Way[]): Way => ways.reduce((a, b) => (isLonger(b.span, a.span) ? b : a));
  switch (node.kind) {
    case 'unit': {
      const command = plan.commands[node.command];
      const seconds = command?.is === 'run' ? command.timeout : 0;
      return {
        span: seconds === undefined ? { seconds: 0, unbounded: 1 } : { seconds, unbounded: 0 },
        through: [],
      };
    }
    case 'wait':
      return { span: { seconds: node.seconds, unbounded: 0 }, through: [] };
    case 'approval':
      return { span: { seconds: 0, unbounded: 1 }, through: [] };
    case 'sequence':
      return sequenceWay(node.children, of, byId);
    case 'parallel':
    case 'fork':
      return besideWay(node.branches, node.max, of);
    case 'branch':
    case 'case':
      return longest([{ span: nothing, through: [] }, ...childrenOf(node).map((id) => along([id]))]);
    case 'try': {
      const ends = [
        ...node.catches.map(({ body }) => body),
        ...(node.otherwise === null ? [] : [node.otherwise]),
      ];
      const last = node.finally === null ? [] : [node.finally];
      return longest([along([node.body, ...last]), ...ends.map((end) => along([node.body, end, ...last]))]);
    }
    case 'retry':
      return { span: times(of(node.body), node.retries + 1, delaysOf(node)), through: [node.body] };
    case 'repeat':
      return { span: times(of(node.body), node.times, 0), through: [node.body] };
    case 'timeout': {
      const span = of(node.body);
      const isShorter = span.unbounded === 0 && span.seconds <= node.seconds;
      return { span: isShorter ? span : { seconds: node.seconds, unbounded: 0 }, through: [node.body] };
    }
    default:
      return along(childrenOf(node));
  }
}

/** Forks go on beside what follows them, up to a barrier or the end. */
function sequenceWay(
  children: readonly NodeId[],
  of: (id: NodeId) => Span,
  byId: ReadonlyMap<NodeId, PlanNode>,
): Way {
  let span = nothing;
  let through: NodeId[] = [];
  let open: { readonly span: Span; readonly begun: number; readonly fork: NodeId }[] = [];
  const join = () => {
    let longest: (typeof open)[number] | undefined;
    for (const fork of open) if (isLonger(fork.span, longest?.span ?? span)) longest = fork;
    if (longest) {
      span = longest.span;
      through = [...through.slice(0, longest.begun), longest.fork];
    }
    open = [];
  };
  for (const child of children) {
    const kind = byId.get(child)?.kind;
    if (kind === 'fork') open.push({ span: sum([span, of(child)]), begun: through.length, fork: child });
    else {
      if (kind === 'barrier') join();
      span = sum([span, of(child)]);
      through.push(child);
    }
  }
  join();
  return { span, through };
}

function besideWay(branches: readonly NodeId[], max: number | null, of: (id: NodeId) => Span): Way {
  // Of branches that nothing bounds, the one with most of such commands, then the longest of what is known.
  const [first] = branches;
  let longest = first;
  for (const id of branches) if (longest !== undefined && isLonger(of(id), of(longest))) longest = id;
  if (longest === undefined) return { span: nothing, through: [] };
  if (of(longest).unbounded > 0) return { span: of(longest), through: [longest] };
  const lengths = branches.map((id) => of(id).seconds);
  const { seconds, through } = makespan(lengths, max ?? branches.length);
  return { span: { seconds, unbounded: 0 }, through: through.flatMap((index) => branches[index] ?? []) };
}

function sum(spans: readonly Span[]): Span {
  let seconds = 0;
  let unbounded = 0;
  for (const span of spans) {
    seconds += span.seconds;
    unbounded += span.unbounded;
  }
  return { seconds, unbounded };
}

function times(span: Span, count: number, more: Seconds): Span {
  return { seconds: span.seconds * count + more, unbounded: span.unbounded };
}

function isLonger(a: Span, b: Span): boolean {
  return a.unbounded === b.unbounded ? a.seconds > b.seconds : a.unbounded > b.unbounded;
}

/** All delays between attempts, the longest that chance gives. */
function delaysOf({ retries, delay, backoff }: PlanNode & { kind: 'retry' }): Seconds {
  if (backoff === undefined) return retries * (delay ?? 0);
  let all = 0;
  let next = backoff;
  let left = retries;
  for (; left > 0 && next > 0 && next < longestDelay; left -= 1) {
    all += next;
    next *= 2;
  }
  return all + left * Math.min(next, longestDelay);
}

function costOf(
  plan: Plan,
  node: PlanNode,
  span: Span,
  costs: ReadonlyMap<NodeId, Cost>,
  byId: ReadonlyMap<NodeId, PlanNode>,
): Cost {
  if (node.kind === 'unit') {
    const command = plan.commands[node.command];
    const target = command?.is === 'run' ? command.target : '';
    const remote = plan.targets?.[target];
    const isPod = remote?.kind === 'runpod';
    const rate = isPod ? remote.maxPrice : (plan.prices?.[target] ?? 0);
    const seconds = span.seconds + (isPod ? secondsToReady : 0);
    const hours = span.unbounded > 0 ? Number.POSITIVE_INFINITY : seconds / 3600;
    return { dollars: rate === 0 ? 0 : hours * rate, rate };
  }
  const of = (id: NodeId): Cost => costs.get(id) ?? { dollars: 0, rate: 0 };
  const rate = rateOf(node, of, byId);
  const all = childrenOf(node).reduce((dollars, id) => dollars + of(id).dollars, 0);
  switch (node.kind) {
    case 'branch':
    case 'case':
      return { dollars: dearest(childrenOf(node), of), rate };
    case 'try': {
      const ends = [
        ...node.catches.map(({ body }) => body),
        ...(node.otherwise === null ? [] : [node.otherwise]),
      ];
      const last = node.finally === null ? 0 : of(node.finally).dollars;
      return { dollars: of(node.body).dollars + dearest(ends, of) + last, rate };
    }
    case 'retry':
      return { dollars: all * (node.retries + 1), rate };
    case 'repeat':
      return { dollars: all * node.times, rate };
    case 'timeout':
      return { dollars: Math.min(all, (node.seconds / 3600) * rate), rate };
    case 'budget':
      return { dollars: Math.min(all, node.dollars), rate };
    default:
      return { dollars: all, rate };
  }
}

function dearest(ids: readonly NodeId[], of: (id: NodeId) => Cost): number {
  return ids.reduce((dollars, id) => Math.max(dollars, of(id).dollars), 0);
}

/** Of all that may run at the same time. */
function rateOf(node: PlanNode, of: (id: NodeId) => Cost, byId: ReadonlyMap<NodeId, PlanNode>): number {
  const rates = (ids: readonly NodeId[]) => ids.map((id) => of(id).rate);
  const total = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
  const highest = (all: readonly number[]) => all.reduce((a, b) => Math.max(a, b), 0);
  if (node.kind === 'parallel' || node.kind === 'fork') {
    const all = rates(node.branches);
    const places = node.max ?? all.length;
    return total(places < all.length ? all.sort((a, b) => b - a).slice(0, places) : all);
  }
  const isFork = (id: NodeId) => byId.get(id)?.kind === 'fork';
  const children = childrenOf(node);
  return total(rates(children.filter(isFork))) + highest(rates(children.filter((id) => !isFork(id))));
}

function attemptsOf(plan: Plan): Map<NodeId, number> {
  const attempts = new Map<NodeId, number>();
  for (const node of plan.nodes) {
    const own = attempts.get(node.id) ?? 1;
    if (!attempts.has(node.id)) attempts.set(node.id, own);
    const factor = node.kind === 'retry' ? node.retries + 1 : node.kind === 'repeat' ? node.times : 1;
    for (const child of childrenOf(node)) attempts.set(child, own * factor);
  }
  return attempts;
}

function criticalPath(
  plan: Plan,
  byId: ReadonlyMap<NodeId, PlanNode>,
  chosen: ReadonlyMap<NodeId, readonly NodeId[]>,
): NodeId[] {
  const units: NodeId[] = [];
  const open: NodeId[] = [plan.root];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = byId.get(id);
    if (node?.kind === 'unit' && plan.commands[node.command]?.is === 'run') units.push(id);
    for (const child of [...(chosen.get(id) ?? [])].reverse()) open.push(child);
  }
  return units;
}
