/** `context:phase1_winner → $best_sigma`: a field of a stored result, as a variable, for the command behind it. */
import { normalised } from '../language/name.ts';
import { printElement } from '../language/printer.ts';
import type { Context as ContextElement } from '../language/tree.ts';
import type { PlanBuilder } from './builder.ts';
import { useHiddenBuiltin } from './builtins.ts';
import { contextOf } from './context.ts';
import { endsAt, type Flow } from './flow.ts';
import type { Here } from './here.ts';
import type { NodeId, ParameterBinding, Template } from './plan.ts';
import { textTemplate } from './template.ts';
import { addUnit } from './unit.ts';

/**
 * The unit gets the `name` of the result, the `variable` it sets, and the `field`: as written, or the variable's name and
 * behind a blank its last word, of which the first that exists counts. The result is the `value` of a variable of that
 * name, or stands in the `file`.
 */
export function lowerContext(builder: PlanBuilder, element: ContextElement, here: Here, flow: Flow): NodeId {
  const { name, field, span } = element;
  const variable = normalised(element.variable);
  const base = builder.base(here, printElement(element), span, `context-${name}`);
  const own = normalised(name);
  const source: ParameterBinding = flow.variables.has(own)
    ? parameter('value', [{ kind: 'variable', name: own }])
    : parameter('file', textTemplate(storedFile(builder, name) ?? `${name}.json`));
  if (source.name === 'value') contextOf(builder, here, flow).parameters.markRead(own);
  const word = variable.slice(variable.lastIndexOf('_') + 1);
  const fields = field ?? (word === variable || word === '' ? variable : `${variable} ${word}`);
  const command = useHiddenBuiltin(builder, 'context');
  const parameters = [
    parameter('name', textTemplate(name)),
    parameter('variable', textTemplate(variable)),
    parameter('field', textTemplate(fields)),
    source,
  ];
  const isFirst = handedBy(builder, flow).length === 0;
  const id = addUnit(builder, base, { command, parameters }, here, element.nameSpan);
  flow.variables.set(variable, { constant: false });
  hand(builder, id, variable);
  // Of several in a row, all are handed on.
  flow.last = isFirst ? endsAt(id) : { nodes: [...flow.last.nodes, id] };
  return id;
}

/** The variables that the elements just before bind for the next command. */
export function handedBy(builder: PlanBuilder, flow: Flow): readonly string[] {
  const own = handed.get(builder);
  if (!own) return [];
  const names = flow.last.nodes.flatMap((id) => own.get(id) ?? []);
  return names.length === flow.last.nodes.length ? names.filter((name) => flow.variables.has(name)) : [];
}

const handed = new WeakMap<PlanBuilder, Map<NodeId, string>>();

function hand(builder: PlanBuilder, id: NodeId, variable: string): void {
  const own = handed.get(builder) ?? new Map<NodeId, string>();
  handed.set(builder, own.set(id, variable));
}

function parameter(name: string, value: Template): ParameterBinding {
  return { name, type: 'string', value };
}

/** Where an earlier `> name.json` stored it, in whatever folder. */
function storedFile({ stored }: PlanBuilder, name: string): string | undefined {
  return [...stored.values()].reverse().find((path) => path.split('/').at(-1) === `${name}.json`);
}
