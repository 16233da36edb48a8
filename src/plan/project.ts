/** What a project declares, once its files have been read and checked; the planner looks every name up here. */
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Source, Span } from '../language/source.ts';
import type {
  Axis,
  Baseline,
  Metric,
  ParameterType,
  PlannedCommand,
  RemoteTarget,
  ResultsFile,
  Sync,
  TransferCommand,
  Value,
} from './plan.ts';

export interface Project {
  readonly commands: Definitions<CommandDefinition>;
  readonly axes: Definitions<Axis>;
  readonly metrics: Definitions<MetricDefinition>;
  readonly selections: Definitions<SelectionDefinition>;
  readonly lists: Definitions<ListDefinition>;
  readonly predicates: Definitions<PredicateDefinition>;
  /** `a` in `/a:b`, where `b` is its task. The one named `default` runs all that have no `run:` of their own. */
  readonly agents: Definitions<AgentDefinition>;
  readonly results: ResultsFile;
  readonly baseline?: Baseline;
  /** Where a baseline is declared to be, whether or not it is there. */
  readonly baselineFile?: string;
  /** It is there and cannot be read, which has been said. */
  readonly baselineBroken?: boolean;
  /** Dollars that a whole run may spend. */
  readonly budget?: number;
  /** Dollars an hour, by target. */
  readonly prices: Readonly<Record<string, number>>;
  /** Other hosts, and what goes there. */
  readonly remote?: Remote;
  /** A bound that would have to be read as per cent is an error. */
  readonly strictUnits: boolean;
  /** What a parallel block of a compiled workflow becomes. */
  readonly fanout?: 'matrix' | 'job';
  /** Workflow files that could not be read, by normalised name: reported when something calls them. */
  readonly broken?: ReadonlyMap<string, readonly Diagnostic[]>;
}

export interface Remote {
  /** Those over SSH, by name as commands write it. */
  readonly targets: ReadonlyMap<string, RemoteTarget>;
  readonly transfers: Definitions<TransferDefinition>;
  readonly sync: Sync;
}

/** What `/scp:<name>` moves. */
export interface TransferDefinition extends Omit<TransferCommand, 'is' | 'target'> {
  /** Undefined for the only one over SSH that there is. */
  readonly target?: string;
}

/** By normalised name. */
export type Definitions<Definition> = ReadonlyMap<string, Definition>;

export interface Origin {
  readonly source: Source;
  readonly span: Span;
}

export type CommandDefinition = {
  readonly name: string;
  readonly params: readonly Param[];
  /** Undefined for the built-in ones. */
  readonly origin?: Origin;
} & (
  | {
      readonly is: 'run';
      readonly command: PlannedCommand & { readonly is: 'run' };
      /** The axes it can be swept over; undefined for all of the project's. */
      readonly axes?: readonly string[];
      /** What every run of it has to meet; names are resolved when it is planned. */
      readonly asserts?: readonly Source[];
    }
  | { readonly is: 'chain'; readonly chain: Source; readonly description?: string }
  /** Known by its Markdown file alone: it can be checked and planned, and needs a `run:` to do anything. */
  | {
      readonly is: 'agent';
      /** Relative to the project; absolute when it is a personal one. */
      readonly file: string;
      readonly description?: string;
      /** Of a command: what an agent is told to do; `$ARGUMENTS` stands for its arguments. */
      readonly body?: string;
      /** What `$1` in the body is: the first argument, the second, or, undefined, just text. */
      readonly numbering?: 'from-one' | 'from-zero';
      /** For people, `[experiment-name]`. */
      readonly argumentHint?: string;
      readonly model?: string;
      /** Those it may use; undefined for all. */
      readonly tools?: readonly string[];
    }
  | { readonly is: 'builtin'; readonly builtin: Builtin }
);

export type AgentDefinition = CommandDefinition & { readonly is: 'run' | 'agent' };

/** Values for `/training[list]`: points of axes or arguments, as text. */
export interface ListDefinition {
  readonly name: string;
  readonly values: readonly string[];
  readonly origin: Origin;
}

/** A name for a condition, `better-performance: accuracy > baseline.accuracy`. */
export interface PredicateDefinition {
  readonly name: string;
  readonly condition: Source;
  /** Not met, the gate only warns. */
  readonly severity?: 'warn';
  readonly origin: Origin;
}

/** What the planner has to know of a command that is part of this program. */
export interface Builtin {
  readonly name: string;
  /** Takes the results of the branches before it. */
  readonly collects: boolean;
  /** Also when none of them measures anything. */
  readonly unmeasured?: boolean;
  /** Reports each metric of the collected cells under this prefix: `best_` gives `best_accuracy`. */
  readonly reportsPrefix?: string;
  /** The variables it sets, without `$`. */
  readonly sets: readonly string[];
}

export interface Param {
  readonly name: string;
  readonly type: ParameterType;
  readonly default?: Value;
  /** The variable it is read from when no argument names it. */
  readonly from?: string;
  readonly flag?: string;
  readonly positional: boolean;
  readonly choices?: readonly Value[];
  /** Undefined for those of built-in commands. */
  readonly origin?: Origin;
}

export interface MetricDefinition extends Metric {
  readonly aliases: readonly string[];
}

/** The selection as declared; its names are resolved when it is planned. */
export interface SelectionDefinition {
  readonly metric: string;
  readonly direction: 'max' | 'min';
  readonly where?: Source;
  readonly ties: readonly { readonly metric: string; readonly direction: 'max' | 'min' }[];
  /** When no cell is a candidate, gates that read it are not met; otherwise that is a failure. */
  readonly none?: 'not-met';
  readonly origin: Origin;
}
