/** All that the core asks of the world, on one page. */
import type { Cell } from './engine/cells.ts';
import type { Conclusion, Fact, PodFact, ResultsOffered, RunEvent, UnitResult } from './engine/event.ts';
import type { RunState } from './engine/state.ts';
import type { UnitInput } from './engine/template.ts';
import type { NodeId, Plan, PlannedCommand, RunCommand, UnitNode } from './plan/plan.ts';

/** Where units run. */
export interface Target {
  /** How many units run at once on it, at most. */
  readonly slots: number;
  /** Whether units of the command use their directory; without one, none is made. Absent: all do. */
  usesDirectory?(command: PlannedCommand): boolean;
  /** Runs the command's own `preflight:`. Why it failed; undefined when it did not, or was cancelled. */
  preflight?(command: RunCommand, workspace: string, signal: AbortSignal): Promise<string | undefined>;
  /** Never rejects for a failure of the unit: that is an outcome. Ends the unit, with all its processes, on `signal`. */
  run(request: UnitRequest, watch: UnitWatch): Promise<UnitOutcome>;
  /** What paths of the workspace hold, as hashes by path; of one that is not there, none. Absent: it cannot tell. */
  hashes?(paths: readonly string[], workspace: string): Promise<Readonly<Record<string, string>>>;
  /** Ends what is left of units whose process outlived an earlier driver, by their directories. Absolute. */
  endLeftovers?(directories: readonly string[]): void;
  /** The run is over: ends at once what its units may have left behind. */
  end?(): void;
  /** Before the first unit of a run, and again when the run goes on. */
  begin?(run: RunOfTarget): void;
  /** Nothing needs the pods of this scope any more. They end by themselves; `settled` waits for it. */
  release?(scope: string): void;
  /** All is ended that this run has made outside, or it is on record that it could not be. Called before a run concludes. */
  settled?(): Promise<void>;
}

/** What a target that makes things outside has of its run. */
export interface RunOfTarget {
  readonly state: RunState;
  readonly run: string;
  /** Absolute. */
  readonly runDirectory: string;
  /** Absolute. */
  readonly workspace: string;
  readonly clock: Clock;
  /** False when it is over, or nobody will drive it on: what it has left is ended, and not taken over. */
  readonly goesOn: boolean;
  /** Somebody has asked twice: what is being ended gets no time to end by itself. */
  readonly hurry: AbortSignal;
  /** In the journal, and on disk, when it returns. */
  record(facts: readonly PodFact[]): void;
  /** A sentence for people, such as what a pod waits for. */
  say(text: string): void;
}

export interface UnitRequest {
  readonly plan: Plan;
  readonly unit: UnitNode;
  readonly command: PlannedCommand;
  readonly attempt: number;
  /** Starts before this one that were interrupted with their drivers, oldest first: what they began may still run there. */
  readonly interrupted?: readonly number[];
  readonly run: string;
  readonly input: UnitInput;
  /** The results this unit collects. */
  readonly cells: readonly CollectedCell[];
  /** What the unit before it in a pipe gave, and what a redirect stores. */
  readonly previous?: Previous;
  /** Something reads this unit's standard output: it is kept as a file of its directory. */
  readonly keepsOutput: boolean;
  /** For `state:save`: all that has finished, and the variables of the chain. */
  readonly checkpoint?: Pick<ResultsOffered, 'finished' | 'variables'>;
  /** Absolute. The unit's own directory: exists and is empty, if the target uses it. */
  readonly directory: string;
  /** Absolute. Directories of cells are relative to it. */
  readonly runDirectory: string;
  /** Absolute. The project's root. */
  readonly workspace: string;
}

/** A finished unit among others, with all that it gave. */
export interface CollectedCell extends Cell {
  /** Absent unless it has completed. */
  readonly result?: UnitResult;
}

/** The result of an earlier unit, as the input of a later one. */
export interface Previous {
  readonly result: UnitResult;
  /** `<result>` as text; undefined when only its standard output can stand for it. */
  readonly text?: string;
  /** Absolute: its standard output, where it was kept. */
  readonly stdout?: string;
}

export interface UnitWatch {
  readonly signal: AbortSignal;
  /** Somebody has asked twice: what is being ended gets no time to end by itself. */
  readonly hurry?: AbortSignal;
  readonly progress: (progress: Progress) => void;
  /** Now and then, of the host it runs on. */
  readonly load?: (load: Load) => void;
  /** One line of what the unit prints, as it comes, secrets already blotted out. */
  readonly output: (line: string) => void;
}

/** How far a unit has come, as it says itself by JSON lines on its standard output. */
export interface Progress {
  /** Epochs or steps done. */
  readonly done: number;
  readonly of?: number;
  /** Finite numbers of the same line. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** What a host is doing now, 0 to 1. */
export interface Load {
  readonly gpu?: number;
  readonly gpuMemory?: number;
  readonly memory?: number;
}

/** In a unit's directory: all that it printed. */
export const logName = 'ml.log';

export type UnitOutcome =
  | {
      readonly is: 'succeeded';
      readonly result: UnitResult;
      /** What `state:load` has read. */
      readonly offered?: Omit<ResultsOffered, 'type'>;
    }
  | {
      readonly is: 'failed';
      readonly seconds: number;
      /** Of its process, where there was one that ended by itself. */
      readonly exit?: number;
      readonly class: string;
      readonly message: string;
      readonly tail: readonly string[];
    };

/** The run's memory. What `append` has returned survives the end of this process. */
export interface Journal {
  append(facts: readonly Fact[]): readonly RunEvent[];
  close(): void;
}

/** Shows a run while it happens and when it is over. */
export interface Reporter {
  /** What people call it, when it fails. */
  readonly name?: string;
  event?(event: RunEvent, state: RunState): void;
  progress?(node: NodeId, progress: Progress): void;
  load?(node: NodeId, load: Load): void;
  output?(node: NodeId, line: string): void;
  /** What a target tells besides what its units print. */
  notice?(text: string): void;
  /** Called once, last. May take its time: the run is over. */
  concluded?(conclusion: Conclusion, state: RunState): Promise<void> | void;
  /** Called once, last, in its place: the rest of the run is left to others. */
  handedOver?(state: RunState): Promise<void> | void;
}

/** Which commit a workspace stands on. */
export interface Revision {
  /** Null outside of a repository. */
  readonly sha: string | null;
  /** With changes that no commit has. */
  readonly dirty: boolean;
}

/** Cancels a run; each signal's reason is what asked for it, such as `SIGINT`. */
export interface CancelSignals {
  readonly first: AbortSignal;
  /** Asks once more: then `finally` handlers are ended too. */
  readonly second: AbortSignal;
}

export interface Clock {
  /** UTC, ISO 8601 with milliseconds. */
  now(): string;
  /** Calls back after that time, however long; the result calls it off. */
  after(milliseconds: number, action: () => void): () => void;
}
