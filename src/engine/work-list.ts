/** What is still to be done after an event, the next on top: a stack. */
import type { NodeId } from '../plan/plan.ts';
import type { Settlement } from './state.ts';

export type Work =
  | { readonly do: 'open'; readonly id: NodeId; readonly shield?: 'always' | 'gate-error' }
  | { readonly do: 'settle'; readonly id: NodeId; readonly settlement: Settlement }
  /** A fork has begun: the chain goes on while its branches do. */
  | { readonly do: 'pass'; readonly id: NodeId };

export type WorkList = Work[];
