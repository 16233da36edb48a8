/** Steps put together where a job would have too many of them. Neighbours only, so that their order stays. */
import type { NodeId, PlanNode } from '../plan/plan.ts';
import type { DraftStep } from './drafts.ts';
import { mostSteps } from './layout.ts';
import { evenly } from './legs.ts';
import { joined } from './step-names.ts';

/** By the smallest parts of the chain of which there are few enough, else evenly. */
export function grouped(
  steps: readonly DraftStep[],
  byId: ReadonlyMap<NodeId, PlanNode>,
): readonly DraftStep[] {
  if (steps.length <= mostSteps) return steps;
  const paths = steps.map((step) => pathTo(step, byId));
  let level = paths.reduce((deepest, path) => Math.max(deepest, path.length), 0) - 1;
  let starts = startsAt(paths, level);
  let finer = starts;
  while (starts.length > mostSteps && level > 0) {
    level -= 1;
    finer = starts;
    starts = startsAt(paths, level);
  }
  // All of it in one step would show nothing.
  const groups = groupsFrom(steps, starts.length > 1 ? starts : finer);
  return evenly(groups, mostSteps).map(merged);
}

/** From the root. */
function pathTo({ holds, decides }: DraftStep, byId: ReadonlyMap<NodeId, PlanNode>): NodeId[] {
  const path: NodeId[] = [];
  let id: NodeId | null = holds[0] ?? decides[0]?.node ?? null;
  for (; id !== null; id = byId.get(id)?.parent ?? null) path.push(id);
  return path.reverse();
}

/** Where another part begins, when parts are the nodes so deep in the tree. */
function startsAt(paths: readonly (readonly NodeId[])[], level: number): number[] {
  const starts: number[] = [];
  let before: NodeId | undefined;
  paths.forEach((path, index) => {
    const own = path[Math.min(level, path.length - 1)];
    if (index === 0 || own !== before) starts.push(index);
    before = own;
  });
  return starts;
}

function groupsFrom(steps: readonly DraftStep[], starts: readonly number[]): DraftStep[][] {
  return starts.map((start, index) => steps.slice(start, starts[index + 1]));
}

function merged(steps: readonly DraftStep[]): DraftStep {
  const [only] = steps;
  if (only && steps.length === 1) return only;
  return {
    name: joined(steps.map(({ name }) => name)),
    holds: steps.flatMap(({ holds }) => holds),
    decides: steps.flatMap(({ decides }) => decides),
  };
}
