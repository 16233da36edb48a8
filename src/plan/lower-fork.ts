/** `a & b`: branches that go on while the chain does, and the barrier that joins them. */
import { normalised } from '../language/name.ts';
import type { Barrier, Fork } from '../language/tree.ts';
import type { PlanBuilder } from './builder.ts';
import { SharedOutputs } from './checks.ts';
import { type Branch, copyFlow, type Flow, joinBranches, nothing, type OpenFork } from './flow.ts';
import { type Block, below, type Here } from './here.ts';
import { Layer } from './known.ts';
import type { NodeId } from './plan.ts';
import type { Walk } from './walk.ts';

/** Up to the join, what follows knows nothing of the branches: they may not have ended. */
export function lowerFork(builder: PlanBuilder, element: Fork, here: Here, flow: Flow, walk: Walk): NodeId {
  const branches: NodeId[] = [];
  const { block } = here;
  const count = element.branches.length;
  const base = builder.base(here, `fork of ${count}`, element.span, 'fork');
  const max = element.max ?? null;
  const begin = builder.nodes.length;
  const node = builder.add({ kind: 'fork', ...base, branches, max, block: block.id });
  const units: NodeId[][] = [];
  const flows = element.branches.map((branch, index) => {
    const own = copyFlow(flow);
    const first = builder.nodes.length;
    branches.push(walk.element(branch, below(here, node.id, index + 1), own));
    units.push(builder.unitsSince(first));
    return own;
  });
  if (!block.before) {
    const { reports, steps, variables, open } = flow;
    block.before = { reports, steps, variables, open };
    Object.assign(flow, copyFlow(flow), { open: block.open });
  }
  block.open.push({ branches: flows, units, begin, end: builder.nodes.length });
  flow.uncertain ||= flows.some(({ uncertain }) => uncertain);
  flow.last = nothing;
  return node.id;
}

export function lowerBarrier(builder: PlanBuilder, element: Barrier, here: Here, flow: Flow): NodeId {
  const { block } = here;
  const variable = element.variable === undefined ? null : normalised(element.variable);
  const title = variable === null ? 'barrier' : `barrier → $${element.variable}`;
  const base = builder.base(here, title, element.span, 'barrier');
  joinForks(builder, block, flow);
  flow.last = nothing;
  if (variable !== null) flow.variables.set(variable, { constant: false });
  return builder.add({ kind: 'barrier', ...base, block: block.id, variable }).id;
}

/**
 * At a barrier, or at the end of the block. The chain itself, as far as it went on beside the first of them, is one more
 * branch: what it set and a branch set too has no single value.
 */
export function joinForks(builder: PlanBuilder, block: Block, flow: Flow): void {
  const { before, open } = block;
  if (!before) return;
  checkOutputs(builder, open);
  const branches = open.flatMap((fork) => fork.branches);
  const { reports, steps, variables, gated, uncertain, last } = flow;
  Object.assign(flow, before);
  const beside = reports instanceof Layer && steps instanceof Layer && variables instanceof Layer;
  const main: Branch[] = beside ? [{ ...flow, reports, steps, variables }] : [];
  joinBranches(
    flow,
    [...main, ...branches],
    open.flatMap(({ units }) => units.flat()),
  );
  flow.gated = gated || branches.some((branch) => branch.gated);
  flow.uncertain ||= uncertain;
  flow.last = last;
  block.open = [];
  delete block.before;
}

/** From the last fork to the first: beside the branches of one runs all that stands behind it. */
function checkOutputs(builder: PlanBuilder, open: readonly OpenFork[]): void {
  const outputs = new SharedOutputs(builder);
  let end = builder.nodes.length;
  for (const fork of [...open].reverse()) {
    outputs.take(builder.unitsBetween(fork.end, end), false);
    for (const units of fork.units) outputs.take(units, true);
    end = fork.begin;
  }
}
