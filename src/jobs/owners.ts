/** Who carries out what: for each node the step or the leg that may act on it. */
import type { NodeId, Plan } from '../plan/plan.ts';
import type { JobId, Layout, StepId } from './layout.ts';

export type Owner =
  | { readonly job: JobId; readonly step: StepId }
  /** `leg`: its index in the matrix, from 0. */
  | { readonly job: JobId; readonly leg: number };

/** Whose a node is, for one decision or start of it. */
export interface Owners {
  /**
   * The step or leg that may act on the node; undefined for nodes that nobody acts on. `arm` of a branch's gate, else 0.
   */
  ownerOf(node: NodeId, arm?: number): Owner | undefined;
}

export function ownersOf(plan: Plan, layout: Layout): Owners {
  const holders = new Map<NodeId, Owner>();
  const deciders = new Map<string, Owner>();
  for (const job of layout.jobs) {
    if (job.is === 'matrix') {
      job.legs.forEach(({ branches }, leg) => {
        for (const branch of branches) holders.set(branch, { job: job.id, leg });
      });
      continue;
    }
    for (const { id: step, holds, decides } of job.steps) {
      const owner = { job: job.id, step };
      for (const node of holds) holders.set(node, owner);
      for (const { node, arm } of decides) deciders.set(keyOf(node, arm), owner);
    }
  }
  // Parents stand before their children.
  for (const { id, parent } of plan.nodes) {
    const above = parent === null ? undefined : holders.get(parent);
    if (above && !holders.has(id)) holders.set(id, above);
  }
  return { ownerOf: (node, arm = 0) => deciders.get(keyOf(node, arm)) ?? holders.get(node) };
}

function keyOf(node: NodeId, arm: number): string {
  return `${arm} ${node}`;
}
