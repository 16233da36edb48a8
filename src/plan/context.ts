/** What reading a name takes: where it stands, what is known there, whom to tell. */
import type { Diagnostics } from '../language/diagnostic.ts';
import { didYouMean, normalised } from '../language/name.ts';
import type { Source, Span } from '../language/source.ts';
import type { PlanBuilder } from './builder.ts';
import { type Flow, helpOfOpen } from './flow.ts';
import type { Here, ScopeParameters } from './here.ts';
import type { NodeId } from './plan.ts';
import type { CommandDefinition, Project } from './project.ts';

export interface Context {
  readonly project: Project;
  readonly flow: Flow;
  readonly source: Source;
  readonly parameters: ScopeParameters;
  readonly diagnostics: Diagnostics;
  /** Canonical names of the metrics each unit reports. */
  readonly measured: ReadonlyMap<NodeId, readonly string[]>;
  readonly definitions: ReadonlyMap<NodeId, CommandDefinition>;
  /** What a status gate here asks about: the part of its sequence before it. Absent where nothing stands before it. */
  readonly stretch?: { readonly sequence: NodeId; readonly gate: number };
  /** The predicates whose conditions are being read. */
  readonly predicates?: readonly string[];
}

export function contextOf(builder: PlanBuilder, here: Here, flow: Flow): Context {
  const { project, diagnostics, measured, definitions } = builder;
  return {
    project,
    flow,
    source: here.source,
    parameters: here.parameters,
    diagnostics,
    measured,
    definitions,
  };
}

/** Whether a variable can be read here; otherwise, and if nothing before is uncertain, why not is reported. */
export function checkVariable(name: string, span: Span, context: Context): boolean {
  const { flow, source, diagnostics, parameters } = context;
  parameters.markRead(normalised(name));
  const variable = flow.variables.get(normalised(name));
  if (variable ? !variable.competing : flow.loaded) return true;
  if (variable) {
    diagnostics.add('ambiguous-metric', source, span, `several parallel branches set \`$${name}\``, {
      help: 'set it behind the block, from one selected result',
    });
  } else if (!flow.uncertain) {
    diagnostics.add('unknown-variable', source, span, `nothing before this sets \`$${name}\``, {
      help:
        helpOfOpen(flow, 'variables', normalised(name)) ??
        didYouMean(name, flow.variables.keys(), (known) => `$${known}`),
    });
  }
  return false;
}
