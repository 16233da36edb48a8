/** What a project declares, once its files have been read and checked; the planner looks every name up here. */
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Source, Span } from '../language/source.ts';
import type { Axis, Metric, ParameterType, PlannedCommand, ResultsFile, Value } from './plan.ts';

export interface Project {
  readonly commands: Definitions<CommandDefinition>;
  readonly axes: Definitions<Axis>;
  readonly metrics: Definitions<MetricDefinition>;
  readonly selections: Definitions<SelectionDefinition>;
  readonly results: ResultsFile;
  /** Workflow files that could not be read, by normalised name: reported when something calls them. */
  readonly broken?: ReadonlyMap<string, readonly Diagnostic[]>;
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
    }
  | { readonly is: 'chain'; readonly chain: Source; readonly description?: string }
  | { readonly is: 'builtin'; readonly builtin: Builtin }
);

/** What the planner has to know of a command that is part of this program. */
export interface Builtin {
  readonly name: string;
  /** Takes the results of the branches before it. */
  readonly collects: boolean;
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
  readonly origin: Origin;
}
