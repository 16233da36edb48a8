/** What has happened in a run, one type a fact, in the past tense. The journal is a list of these and nothing else. */
import type { NodeId, Seconds, Unit, Value } from '../plan/plan.ts';

/** 2 added the events of retries, timers, approvals and reuse. A journal of schema 1 reads the same under it. */
export const journalSchema = 2;

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
  | CaseDecided
  | RetryScheduled
  | RetryStarted
  | TimedOut
  | Waited
  | BudgetExceeded
  | ApprovalRequested
  | ApprovalGiven
  | ResultsOffered
  | UnitReused
  | CancelRequested
  | PodFact
  | CellsDispatched
  | CellLost
  | RunResumed
  | RunConcluded;

export interface RunStarted {
  readonly type: 'run-started';
  readonly schema: 1 | typeof journalSchema;
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
  /** Standard output as the command declares it with `result:`; what `<result>` means where no metric is primary. */
  readonly output?: Json;
  /** The file of the unit's directory that holds its standard output, where another unit reads it. */
  readonly stdout?: string;
  /** What each declared input held when it began: hashes by path. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** It succeeded and has no metrics, for this reason: gates that read them are not met. */
  readonly none?: string;
  /** How busy the host was that it ran on, while it ran: means, 0 to 1. */
  readonly usage?: ResourceUsage;
}

export interface ResourceUsage {
  readonly gpu?: number;
  readonly gpuMemory?: number;
  readonly memory?: number;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

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
  /** Why it is an error, or not met without a value. */
  readonly reason?: string;
  /** What a careful reader should know: one sample decides. */
  readonly remark?: string;
  /** Not met, it only warned: the chain went on. */
  readonly warned?: boolean;
}

export type GateOutcome = 'met' | 'not-met' | 'inconclusive' | 'error';

export interface GateOperand {
  readonly written: string;
  readonly metric: string;
  readonly unit: Unit;
  /** Absent when nobody measured it. */
  readonly value?: number;
  /** Why there is none, where that is an outcome and no mistake: the gate is then not met. */
  readonly none?: string;
  /** Of the value, where the gate asks for confidence. */
  readonly interval?: readonly [low: number, high: number];
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

/** Which arm of a `case:` runs. */
export interface CaseDecided {
  readonly type: 'case-decided';
  readonly node: NodeId;
  /** The subject's value as text; absent when it could not be read, which ends the run like a gate error. */
  readonly value?: string;
  /** From 0. */
  readonly arm: number;
  readonly reason?: string;
}

/** The body of a retry failed and will be tried again after that time. Written down because it holds chance. */
export interface RetryScheduled {
  readonly type: 'retry-scheduled';
  readonly node: NodeId;
  /** The attempt that will come: from 2. */
  readonly attempt: number;
  readonly delay: Seconds;
  /** Of the failure. */
  readonly class: string;
}

export interface RetryStarted {
  readonly type: 'retry-started';
  readonly node: NodeId;
  readonly attempt: number;
}

/** The time of a `timeout:` is over; what runs in it is being ended. */
export interface TimedOut {
  readonly type: 'timed-out';
  readonly node: NodeId;
}

export interface Waited {
  readonly type: 'waited';
  readonly node: NodeId;
}

/** The money of a `budget:` is spent; what runs in it is being ended. */
export interface BudgetExceeded {
  readonly type: 'budget-exceeded';
  readonly node: NodeId;
  readonly dollars: number;
}

export interface ApprovalRequested {
  readonly type: 'approval-requested';
  readonly node: NodeId;
  readonly label: string;
}

export interface ApprovalGiven {
  readonly type: 'approval-given';
  readonly node: NodeId;
  readonly approved: boolean;
  readonly by: string;
}

/** Results of an earlier run or of a checkpoint: what stands in the same place with the same input takes them over. */
export interface ResultsOffered {
  readonly type: 'results-offered';
  /** The run or file they come from. */
  readonly from: string;
  /** By `reuseKey`. */
  readonly finished: Readonly<Record<string, FinishedUnit>>;
  /** By `reuseKey`: results that are not offered, with the declared input that is another now. */
  readonly changed?: Readonly<Record<string, string>>;
  /** Of the chain itself, as they were when a checkpoint was saved. */
  readonly variables?: Readonly<Record<string, Value>>;
}

export interface FinishedUnit extends UnitResult {
  /** Relative to the run's directory. */
  readonly directory: string;
}

/** A unit that did not run, because an equal one has. */
export interface UnitReused extends FinishedUnit {
  readonly type: 'unit-reused';
  readonly node: NodeId;
  readonly from: string;
}

/** What happens to pods. It moves no node of the chain: it is the record of what exists outside, and what it costs. */
export type PodFact = PodIntended | PodRefused | PodCreated | PodReady | UnitPlaced | PodEnded | PodBilled;

/** On disk before the one request that may make it: by this name it is found again. */
export interface PodIntended {
  readonly type: 'pod-intended';
  /** Unique for ever. */
  readonly pod: string;
  readonly target: string;
  /** The id of its `PodScope`. */
  readonly scope: string;
  /** As people read it: `RTX 4090, secure, EU-RO-1`. */
  readonly offer: string;
  /** Dollars an hour, as the catalogue has it. */
  readonly price: number;
  /** It ends itself after that, whatever happens here. */
  readonly lifetime: Seconds;
}

/** There is none, and never will be one. */
export interface PodRefused {
  readonly type: 'pod-refused';
  readonly pod: string;
  /** `capacity`, `auth`, `budget`, `provision`, `usage`. */
  readonly class: string;
  readonly message: string;
}

export interface PodCreated {
  readonly type: 'pod-created';
  readonly pod: string;
  /** RunPod's. */
  readonly id: string;
  /** Dollars an hour, as it is billed. */
  readonly price: number;
}

/** The pinned host answered over SSH and has a GPU that works, where it should. */
export interface PodReady {
  readonly type: 'pod-ready';
  readonly pod: string;
  /** From its creation. */
  readonly seconds: Seconds;
  readonly gpu?: string;
}

/** A unit runs on it, with that part of its slots. */
export interface UnitPlaced {
  readonly type: 'unit-placed';
  readonly node: NodeId;
  /** The name of a pod, or of an `ssh` target. */
  readonly on: string;
  /** 0 to 1 */
  readonly share: number;
}

/** Not proven, it may be written once more, when it is. */
export interface PodEnded {
  readonly type: 'pod-ended';
  readonly pod: string;
  /** One clause: `its scope is over`, `the host was lost`, `dearer than asked for: $0.74`. */
  readonly why: string;
  /** It was deleted and then looked for, and was not there. Not proven, it may still cost money. */
  readonly proven: boolean;
  /** Of its life, by our clock: from its intent on, which the request for it follows. */
  readonly seconds: Seconds;
  /** Its price times its life. */
  readonly dollars: number;
}

/** What RunPod has billed, which may come later than its end. */
export interface PodBilled {
  readonly type: 'pod-billed';
  readonly pod: string;
  readonly dollars: number;
}

/** A parallel block was handed out to machines of their own: all of its branches are open, each there. */
export interface CellsDispatched {
  readonly type: 'cells-dispatched';
  /** The parallel block. */
  readonly node: NodeId;
  /** The branches that were handed out: those that had not settled. */
  readonly branches: readonly NodeId[];
}

/** The machine that had a branch left no result of it: what of the branch is open has failed. */
export interface CellLost {
  readonly type: 'cell-lost';
  /** The branch. */
  readonly node: NodeId;
  /** One sentence. */
  readonly message: string;
}

/** The second one no longer lets `finally` handlers run. */
export interface CancelRequested {
  readonly type: 'cancel-requested';
  /** What asked for it: `SIGINT`, `SIGTERM`. */
  readonly by: string;
}

/**
 * A run goes on: after a cancel, what it has stopped is open again, and a `run-concluded`, if any, no longer counts. The
 * time since the event before is not counted by any timeout.
 */
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

/** `waiting`: for a person's approval; it is no end, the run goes on when it is given. */
export type Decision = 'passed' | 'handled' | 'not-met' | 'failed' | 'waiting' | 'cancelled';

export type ReasonCode =
  | 'gates-met'
  | 'no-gates'
  | 'else-branch'
  | 'gate-not-met'
  | 'gate-error'
  | 'unit-failed'
  | 'result-missing'
  | 'degraded-deploy'
  | 'failure-handled'
  | 'timeout'
  | 'budget'
  | 'approval-refused'
  | 'waiting-approval'
  /** A job of the run ended and left no result. */
  | 'incomplete'
  | 'cancelled';
