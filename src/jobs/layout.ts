/** A plan's jobs on GitHub: which element is a step of which job, and what hands over to what. Made by `lay-out.ts`. */
import type { NodeId } from '../plan/plan.ts';

/** Fit for YAML keys, artifact names and `contains()`: `plan`, `m2`, `j3`, `e6`, `conclude`. */
export type JobId = string;

/** `n1`: unique in the layout. */
export type StepId = string;

export interface Layout {
  /** In the order of the chain: each needs earlier ones only. The first is `plan`, the last `conclude`. */
  readonly jobs: readonly Job[];
}

export type Job = StretchJob | MatrixJob;

interface JobBase {
  readonly id: JobId;
  /** As a person recognises it from the chain: `/results:aggregate → /if:best-acc>0.90`. */
  readonly name: string;
  /** All that may hand over to it, and `plan`, from which a run that goes on jumps to any; of `conclude`, all. */
  readonly needs: readonly JobId[];
  /** Whole minutes, 1 to 360. */
  readonly minutes: number;
}

/** A stretch of the chain, one gated step for each element. `conclude` holds the handlers of the whole chain. */
export interface StretchJob extends JobBase {
  readonly is: 'stretch';
  /** The matrix jobs after which it comes: their end starts it too, and it takes their results in. */
  readonly joins: readonly JobId[];
  /** A GitHub environment, asked for before any of its steps. */
  readonly environment?: string;
  readonly steps: readonly Step[];
}

/** A parallel block, on runners of its own. */
export interface MatrixJob extends JobBase {
  readonly is: 'matrix';
  readonly block: NodeId;
  /** At most 256. */
  readonly legs: readonly Leg[];
  /** So many legs at once, as the block and the targets of its pods allow; null for no bound. */
  readonly max: number | null;
  /** The plan may go on after a failed leg. */
  readonly isTolerated: boolean;
  /** The names of the variables that its units may see, of secrets and of keys, sorted. */
  readonly variables: readonly string[];
}

export interface Leg {
  /** Unique in the block, axis text or an id: never text of a person's, which could hold a masked value. */
  readonly label: string;
  /** Several where there are more than 256, or where they share pods. */
  readonly branches: readonly NodeId[];
}

export interface Step {
  readonly id: StepId;
  /** `else · /analyze-failures`. */
  readonly name: string;
  /** Nodes that it carries out with all below them. */
  readonly holds: readonly NodeId[];
  /** Nodes of which it makes one decision and no more: an arm of a branch, from 0, or a `case:` (arm 0). */
  readonly decides: readonly { readonly node: NodeId; readonly arm: number }[];
  /**
   * The names of the variables that its units may see, of secrets and of keys, and of the settings of hosts that steps
   * before it in the job have used; sorted.
   */
  readonly variables: readonly string[];
}

export const planJob = 'plan';
export const concludeJob = 'conclude';
/** GitHub's limit for one matrix. */
export const mostLegs = 256;
/** More in one job are put together by statement. */
export const mostSteps = 50;
/** A job of a hosted runner ends after that, whatever it does. */
export const hostedMinutes = 360;
