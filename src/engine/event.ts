/** What has happened in a run, one type a fact, in the past tense. The journal is a list of these and nothing else. */
import type { NodeId, Seconds, Unit, Value } from '../plan/plan.ts';

export const journalSchema = 1;

/** A fact with its place in the journal. */
export type RunEvent = Fact & {
  /** From 1, without gaps. */
  readonly seq: number;
  /** UTC, ISO 8601. */
  readonly at: string;
};

export type Fact =
  | RunStarted
  | UnitStarted
  | UnitSucceeded
  | UnitFailed
  | UnitInterrupted
  | GateDecided
  | VariableSet
  | AssignmentFailed
  | CancelRequested
  | RunResumed
  | RunConcluded;

export interface RunStarted {
  readonly type: 'run-started';
  readonly schema: typeof journalSchema;
  readonly run: string;
  readonly workflow: string;
}

/** Written before the unit's process is started, so that a crash between the two is seen. */
export interface UnitStarted {
  readonly type: 'unit-started';
  readonly node: NodeId;
  /** From 1. */
  readonly attempt: number;
  /** The unit's own directory, relative to the run's. */
  readonly directory: string;
}

export interface UnitSucceeded extends UnitResult {
  readonly type: 'unit-succeeded';
  readonly node: NodeId;
  readonly attempt: number;
}

/** What a finished unit gave. */
export interface UnitResult {
  readonly seconds: Seconds;
  /** By canonical name, in each metric's own unit. Finite. */
  readonly metrics: Readonly<Record<string, number>>;
  /** `key=value` lines of `$ML_OUTPUT`, or what a built-in sets. */
  readonly values: Readonly<Record<string, Value>>;
  /** The metric that `<result>` means. */
  readonly primary?: string;
  /** How many samples the metrics were measured on. */
  readonly samples?: number;
  /** The file the metrics were read from. */
  readonly source?: string;
}

export interface UnitFailed {
  readonly type: 'unit-failed';
  readonly node: NodeId;
  readonly attempt: number;
  readonly seconds: Seconds;
  /** The exit code of its process; absent when it was killed or never started. */
  readonly exit?: number;
  /** A class of failure as `/catch` names it: `timeout`, `oom`, `no-metrics`, `exit-3`. */
  readonly class: string;
  /** One sentence: what ended it. */
  readonly message: string;
  /** The last lines of its log. */
  readonly tail: readonly string[];
}

/** The run was started again and found a unit that had begun and never ended. It will run once more. */
export interface UnitInterrupted {
  readonly type: 'unit-interrupted';
  readonly node: NodeId;
  readonly attempt: number;
}

export interface GateDecided {
  readonly type: 'gate-decided';
  readonly node: NodeId;
  /** Of a branch with `/elif`: from 0. */
  readonly arm: number;
  readonly gate: string;
  readonly text: string;
  readonly outcome: GateOutcome;
  /** The condition with its values: `best-acc 0.962 > 0.90`. */
  readonly sum: string;
  readonly operands: readonly GateOperand[];
  /** Why it is an error. */
  readonly reason?: string;
  /** What a careful reader should know: one sample decides. */
  readonly remark?: string;
}

export type GateOutcome = 'met' | 'not-met' | 'error';

export interface GateOperand {
  readonly written: string;
  readonly metric: string;
  readonly unit: Unit;
  /** Absent when nobody measured it. */
  readonly value?: number;
  readonly from?: NodeId;
  readonly samples?: number;
  readonly source?: string;
}

export interface VariableSet {
  readonly type: 'variable-set';
  readonly node: NodeId;
  readonly name: string;
  readonly value: Value;
}

export interface AssignmentFailed {
  readonly type: 'assignment-failed';
  readonly node: NodeId;
  readonly message: string;
}

export interface CancelRequested {
  readonly type: 'cancel-requested';
  /** What asked for it: `SIGINT`, `SIGTERM`. */
  readonly by: string;
}

/** A cancelled run goes on: what the cancel has stopped is open again. Its `run-concluded`, if any, no longer counts. */
export interface RunResumed {
  readonly type: 'run-resumed';
}

export interface RunConcluded extends Conclusion {
  readonly type: 'run-concluded';
}

export interface Conclusion {
  readonly decision: Decision;
  readonly reasonCode: ReasonCode;
  /** One sentence a person reads. */
  readonly reason: string;
}

export type Decision = 'passed' | 'handled' | 'not-met' | 'failed' | 'cancelled';

export type ReasonCode =
  | 'gates-met'
  | 'no-gates'
  | 'else-branch'
  | 'gate-not-met'
  | 'gate-error'
  | 'unit-failed'
  | 'result-missing'
  | 'degraded-deploy'
  | 'cancelled';
