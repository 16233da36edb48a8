/** What a run meant, without where and when: two ways of running one chain have to end with the same. */
import type { RunEvent } from '../../src/engine/event.ts';
import type { RunState } from '../../src/engine/state.ts';
import type { Layout } from '../../src/jobs/layout.ts';
import type { NodeId, Plan } from '../../src/plan/plan.ts';

export interface Meaning {
  /** Decision and reason code. */
  readonly conclusion: string;
  /** Every decision of a gate or a case, each time it was asked. */
  readonly decisions: readonly string[];
  /** Every start of a unit that has ended, and how. */
  readonly units: readonly string[];
  /** Where every element that was reached has ended. */
  readonly ends: readonly string[];
  /** Failures that something took care of. */
  readonly caught: readonly string[];
  /** Those of the chain itself. */
  readonly variables: readonly string[];
  /** Metrics and values of the units, as the chain reads them. */
  readonly results: readonly string[];
}

export function meaningOf(state: RunState, events: readonly RunEvent[]): Meaning {
  // Values may be paths into the run's own folder.
  const plain = (text: string) => text.replaceAll(`/runs/${state.run.id}/`, '/runs/…/');
  return {
    conclusion: state.conclusion
      ? `${state.conclusion.decision} ${state.conclusion.reasonCode}`
      : 'no conclusion',
    decisions: events.flatMap(decisionsIn).sort(),
    units: events.flatMap(unitsIn).sort(),
    ends: [...state.nodes]
      .map(([id, { status, settlement }]) => {
        const cause = settlement?.is === 'failed' ? ` ${settlement.class}` : '';
        return `${id} ${status}${cause}`;
      })
      .sort(),
    caught: [...state.caught].map(([id, { by, class: cause }]) => `${id} ${cause} by ${by}`).sort(),
    variables: [...(state.variables.get('') ?? [])]
      .map(([name, value]) => plain(`${name}=${JSON.stringify(value)}`))
      .sort(),
    results: [...state.nodes]
      .flatMap(([id, { result }]) =>
        result
          ? [
              plain(
                `${id} ${JSON.stringify({ ...sorted(result.metrics), ...sorted(result.values) })} ${result.primary}`,
              ),
            ]
          : [],
      )
      .sort(),
  };
}

function decisionsIn(event: RunEvent): string[] {
  switch (event.type) {
    case 'gate-decided':
      return [
        `${event.node}[${event.arm}] ${event.gate} ${event.outcome}: ${event.sum}${event.warned ? ' (warned)' : ''}`,
      ];
    case 'case-decided':
      return [`${event.node} arm ${event.arm}: ${event.value}`];
    default:
      return [];
  }
}

function unitsIn(event: RunEvent): string[] {
  switch (event.type) {
    case 'unit-succeeded':
      return [`${event.node} ${event.attempt} succeeded`];
    case 'unit-reused':
      return [`${event.node} reused`];
    case 'unit-failed':
      return [`${event.node} ${event.attempt} failed ${event.class}`];
    case 'unit-interrupted':
      return [`${event.node} ${event.attempt} interrupted`];
    case 'cell-lost':
      return [`${event.node} lost`];
    default:
      return [];
  }
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface Ended {
  readonly state: RunState;
  readonly events: readonly RunEvent[];
}

/**
 * What is another on machines of their own, by nature:
 * - `stopped`: a gate in a leg could not be decided. The run ends for that, and the legs beside it, which hear nothing of
 *   it, have done all of theirs.
 * - `max`: the legs of a block that has to wait for the others are open from its beginning; stopped, they count as such.
 * - `clock`: a timeout around a block with `max`, or a budget around any, ran out: each leg counts from where it begins,
 *   and has its part of the money.
 * - `degraded`: a leg went on without what had failed in it. In one place nothing deploys behind that, wherever it stands;
 *   the legs beside it hear nothing of it, and deploy.
 */
export type Allowance = 'stopped' | 'max' | 'clock' | 'degraded';

export interface Compared {
  readonly differences: readonly string[];
  /** Undefined where the two are the same to the letter. */
  readonly allowance?: Allowance;
}

/** `local`: in one place. */
export function compared(plan: Plan, layout: Layout, local: Ended, compiled: Ended): Compared {
  const mine = meaningOf(local.state, local.events);
  const theirs = meaningOf(compiled.state, compiled.events);
  const all = differences(mine, theirs);
  if (all.length === 0) return { differences: [] };
  const blocks = layout.jobs.flatMap((job) => (job.is === 'matrix' ? [job.block] : []));
  const isWithin = isBelow(plan, blocks);
  const ranOut = [...local.events, ...compiled.events].some(
    (event) =>
      (event.type === 'timed-out' || event.type === 'budget-exceeded') &&
      isAround(plan, event.node, blocks, event.type === 'timed-out'),
  );
  if (ranOut) return { differences: [], allowance: 'clock' };
  const refused = local.events.some(
    (event) => event.type === 'unit-failed' && event.class === 'degraded' && isWithin(event.node),
  );
  if (refused) return { differences: [], allowance: 'degraded' };
  const { stopping } = local.state;
  const stop = local.events.find(
    (event) =>
      (event.type === 'gate-decided' && event.outcome === 'error') ||
      (event.type === 'case-decided' && event.arm < 0),
  );
  if (stopping?.by === 'gate-error' && stop && 'node' in stop && isWithin(stop.node)) {
    const wrong = all.filter((line) => {
      const [, key = '', side = '', node = ''] = /^(\w+): ([+-]) ([^ [=]+)/.exec(line) ?? [];
      if (key === 'conclusion') return true;
      if (key !== 'decisions' && key !== 'units') return false;
      return side === '-' || !isWithin(node as NodeId);
    });
    return { differences: wrong, allowance: 'stopped' };
  }
  const rest = all.filter((line) => {
    const node = /^ends: \+ ([^ ]+) stopped$/.exec(line)?.[1];
    return node === undefined || !isWithin(node as NodeId);
  });
  return rest.length === 0 ? { differences: [], allowance: 'max' } : { differences: rest };
}

function isBelow({ nodes }: Plan, tops: readonly NodeId[]): (id: NodeId) => boolean {
  const found = new Set(tops);
  // Parents stand before their children.
  for (const { id, parent } of nodes) if (parent !== null && found.has(parent)) found.add(id);
  return (id) => found.has(id);
}

/** `withMax`: around one of them that lets legs wait. */
function isAround(plan: Plan, top: NodeId, blocks: readonly NodeId[], withMax: boolean): boolean {
  const isWithin = isBelow(plan, [top]);
  return plan.nodes.some(
    (node) =>
      node.kind === 'parallel' &&
      blocks.includes(node.id) &&
      isWithin(node.id) &&
      !(withMax && node.max === null),
  );
}

/** One line for each thing that only one of the two says; empty when they mean the same. */
export function differences(one: Meaning, other: Meaning): string[] {
  return (Object.keys(one) as (keyof Meaning)[]).flatMap((key) => {
    const [mine, theirs] = [one[key], other[key]].map((value) => [value].flat());
    return [
      ...without(mine ?? [], theirs ?? []).map((line) => `${key}: - ${line}`),
      ...without(theirs ?? [], mine ?? []).map((line) => `${key}: + ${line}`),
    ];
  });
}

/** As lists: what is twice in one has to be twice in the other. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
