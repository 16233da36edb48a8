/** What a process knows of the others that drive other branches of its run at the same time, on machines of their own. */
import type { NodeId } from '../../plan/plan.ts';

export interface Beside {
  /** All that ask RunPod with one key at the same time, this one too. */
  readonly processes: number;
  /** Of the units of a pod's scope, those that are run here. */
  hasUnit(unit: NodeId): boolean;
}
