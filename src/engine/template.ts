/** Words and parameters with variables in them → the values a command gets. */
import {
  type ParameterBinding,
  type Plan,
  parseValue,
  type Template,
  type TemplatePart,
  type UnitNode,
  type Value,
} from '../plan/plan.ts';
import type { Readings, ReadText } from './readings.ts';

type Filled = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

export function fill(template: Template, readings: Readings): Filled {
  let text = '';
  for (const part of template) {
    if (part.kind === 'text') {
      text += part.text;
      continue;
    }
    const read = partText(part, readings);
    if (read.problem !== undefined) return { ok: false, problem: read.problem };
    text += read.text;
  }
  return { ok: true, text };
}

function partText(part: Exclude<TemplatePart, { kind: 'text' }>, readings: Readings): ReadText {
  switch (part.kind) {
    case 'variable': {
      const value = readings.variables.get(part.name);
      return value === undefined ? { problem: `\`$${part.name}\` was never set` } : { text: String(value) };
    }
    case 'expression':
      return readings.text(part.expression);
    case 'result': {
      const read = readings.result(part.path, part.from);
      return read.problem === undefined ? { text: String(read.value) } : read;
    }
  }
}

export type BoundParameters =
  | { readonly ok: true; readonly values: Record<string, Value> }
  | { readonly ok: false; readonly problem: string };

export function bindParameters(bindings: readonly ParameterBinding[], readings: Readings): BoundParameters {
  const values: Record<string, Value> = {};
  for (const { name, type, value } of bindings) {
    const filled = fill(value, readings);
    if (!filled.ok) return filled;
    const typed = parseValue(type, filled.text);
    if (typed === undefined)
      return { ok: false, problem: `\`${name}\` takes a value of type ${type}, found \`${filled.text}\`` };
    values[name] = typed;
  }
  return { ok: true, values };
}

export interface UnitInput {
  /** What `"$@"` holds. */
  readonly arguments: readonly string[];
  /** Every parameter and axis by normalised name; `ML_PARAM_<NAME>` in the environment. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What a unit is started with. Values stay data: nothing is pasted into the script. */
export function unitInput(
  plan: Plan,
  unit: UnitNode,
  readings: Readings,
): { readonly ok: true; readonly input: UnitInput } | { readonly ok: false; readonly problem: string } {
  const words: string[] = [];
  for (const word of unit.words) {
    const filled = fill(word, readings);
    if (!filled.ok) return filled;
    words.push(filled.text);
  }
  const bound = bindParameters(unit.parameters, readings);
  if (!bound.ok) return bound;
  const parameters: Record<string, string> = {};
  for (const { name, type, flag } of unit.parameters) {
    const value = String(bound.values[name]);
    parameters[name] = value;
    if (flag === undefined) continue;
    if (type !== 'boolean') words.push(flag, value);
    else if (value === 'true') words.push(flag);
  }
  for (const { axis, value } of unit.point) {
    parameters[variableName(axis)] = value;
    const flag = plan.axes[axis]?.flag;
    if (flag !== undefined) words.push(flag, value);
  }
  return { ok: true, input: { arguments: words, parameters } };
}

/** As the language compares names. */
export function variableName(written: string): string {
  return written.toLowerCase().replaceAll('-', '_');
}
