/** What `<result>` and `<result.a.b>` mean of a finished unit. */
import type { Value } from '../plan/plan.ts';
import type { Json, UnitResult } from './event.ts';
import { ownField } from './own-field.ts';

/**
 * `<result>` is the primary metric, else what was written as `result`, else the declared standard output;
 * `<result.name>` a metric or value by its name, else a field of that output. A part of an output that is no single value
 * is its JSON.
 */
export function resultAt(
  result: UnitResult,
  path: readonly string[],
): { readonly metric: string; readonly value: Value | undefined } {
  const name = path.join('.');
  if (name !== '') {
    const value =
      ownField(result.metrics, name) ??
      ownField(result.values, name) ??
      singleValue(fieldAt(result.output, path));
    return { metric: name, value };
  }
  const { primary } = result;
  return primary === undefined
    ? { metric: 'result', value: ownField(result.values, 'result') ?? singleValue(result.output) }
    : { metric: primary, value: ownField(result.metrics, primary) };
}

/** As the input of the next command in a pipe; undefined when only the unit's own standard output can stand for it. */
export function resultText(result: UnitResult): string | undefined {
  const { value } = resultAt(result, []);
  return value === undefined ? undefined : String(value);
}

function fieldAt(output: Json | undefined, path: readonly string[]): Json | undefined {
  let at = output;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<string, Json>>)[key];
  }
  return at;
}

function singleValue(json: Json | undefined): Value | undefined {
  if (json === undefined || json === null) return undefined;
  return typeof json === 'object' ? JSON.stringify(json) : json;
}
