/** The gates of a node, and their place among the decisions of a run. */
import type { Gate, NodeId, PlanNode } from '../plan/plan.ts';

export interface PlacedGate {
  readonly gate: Gate;
  /** Of a branch with `/elif`: from 0. */
  readonly arm: number;
}

export function gatesOf(node: PlanNode): readonly PlacedGate[] {
  switch (node.kind) {
    case 'branch':
      return node.arms.map(({ gate }, arm) => ({ gate, arm }));
    case 'require':
    case 'repeat':
      return [{ gate: node.gate, arm: 0 }];
    default:
      return [];
  }
}

export function gateKey(node: NodeId, arm: number): string {
  return `${node} ${arm}`;
}
