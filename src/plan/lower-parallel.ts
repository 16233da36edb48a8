/** `parallel[a | b]`: branches that all settle before the chain goes on. */
import type { Element, Parallel } from '../language/tree.ts';
import type { PlanBuilder } from './builder.ts';
import { checkSharedOutputs, noticeRepeatedPoints } from './checks.ts';
import { collectsBranches } from './fan-out.ts';
import { copyFlow, type Flow, joinBranches } from './flow.ts';
import { below, type Here } from './here.ts';
import type { NodeId } from './plan.ts';
import type { Walk } from './walk.ts';

export function lowerParallel(
  builder: PlanBuilder,
  element: Parallel,
  next: Element | undefined,
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const branches: NodeId[] = [];
  const count = element.branches.length;
  const { start } = element.span;
  const span = { start, end: start + 'parallel'.length };
  const node = builder.add({
    kind: 'parallel',
    ...builder.base(here, `parallel of ${count}`, span, 'parallel'),
    branches,
    max: element.max ?? null,
    min: element.min ?? (collectsBranches(builder.project, next) ? 1 : count),
    minWritten: element.min !== undefined,
  });
  const begin = builder.nodes.length;
  const units: NodeId[][] = [];
  const flows = element.branches.map((branch, index) => {
    const own = copyFlow(flow);
    const first = builder.nodes.length;
    branches.push(walk.block(branch, below(here, node.id, index + 1), own));
    units.push(builder.unitsSince(first));
    return own;
  });
  checkSharedOutputs(units, builder);
  noticeRepeatedPoints(units, builder, begin);
  joinBranches(flow, flows, units.flat());
  // Where all must succeed, the gate of any guards what follows.
  if (node.min === count) flow.gated ||= flows.some(({ gated }) => gated);
  return node.id;
}
