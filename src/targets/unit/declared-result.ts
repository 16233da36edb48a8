/** What a command declares of its result beside metrics: `sets:` and `result:`. Fails closed, as metrics do. */
import type { Json, UnitResult } from '../../engine/event.ts';
import { variableName } from '../../engine/template.ts';
import { literalValue, type RunCommand, type Value } from '../../plan/plan.ts';
import { readRegularFile } from './regular-file.ts';

/** It goes into the journal, and from there into reports. */
const largestOutput = 64 * 1024;
/** Deeper than any record; a guard for whoever walks it. */
const deepest = 64;

export type Declared<Result> =
  | { readonly ok: true; readonly value: Result }
  | { readonly ok: false; readonly class: 'no-metrics'; readonly message: string };

const missing = (message: string) => ({ ok: false, class: 'no-metrics', message }) as const;

/** The values with those that are declared read as what they stand for. */
export function declaredValues(
  { sets = [] }: RunCommand,
  values: UnitResult['values'],
): Declared<UnitResult['values']> {
  const typed = asDeclared(sets, values);
  const absent = sets.filter((name) => !Object.hasOwn(typed, name));
  if (absent.length > 0) {
    const names = absent.map((name) => `\`${name}\``).join(', ');
    return missing(`$ML_OUTPUT: the command declares ${names} under \`sets:\` and did not write it`);
  }
  for (const name of sets) {
    const value = typed[name];
    if (typeof value === 'string') typed[name] = literalValue(value);
  }
  return { ok: true, value: typed };
}

/** `drift_detected`, where `drift-detected` is declared, is that one. */
function asDeclared(sets: readonly string[], values: UnitResult['values']): Record<string, Value> {
  const declared = new Map(sets.map((name) => [variableName(name), name]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [declared.get(variableName(name)) ?? name, value]),
  );
}

/** Standard output as `result:` says; undefined where it says nothing. `file` holds it. */
export function declaredOutput({ result }: RunCommand, file: string | undefined): Declared<Json | undefined> {
  if (result === undefined || file === undefined) return { ok: true, value: undefined };
  const read = readRegularFile(file, Number.POSITIVE_INFINITY);
  if (read.is !== 'text') return missing('standard output was not kept');
  return result === 'json' ? parsed(read.text) : lastLine(read.text);
}

function lastLine(text: string): Declared<Json> {
  const line = text.split(/\r?\n/).findLast((one) => one.trim() !== '');
  if (line === undefined) return missing('standard output is empty; `result: last-line` needs a line');
  return Buffer.byteLength(line) > largestOutput
    ? missing(`the last line of standard output is larger than ${largestOutput / 1024} KiB`)
    : { ok: true, value: line.trim() };
}

function parsed(text: string): Declared<Json> {
  if (text.trim() === '') return missing('standard output is empty; `result: json` needs a JSON value');
  if (Buffer.byteLength(text) > largestOutput)
    return missing(
      `standard output is larger than ${largestOutput / 1024} KiB, the most for \`result: json\``,
    );
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    return missing(
      `standard output is no JSON, as \`result: json\` says: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const problem = problemIn(value);
  return problem === undefined ? { ok: true, value } : missing(`standard output: ${problem}`);
}

function problemIn(whole: Json): string | undefined {
  let level: Json[] = [whole];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return `is nested deeper than ${deepest} levels`;
    // `1e999` reads as infinite, and would be written as null.
    if (level.some((value) => typeof value === 'number' && !Number.isFinite(value)))
      return 'holds a number that is too large';
    level = level.flatMap((value): readonly Json[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return undefined;
}

/** Every text in it, names too, as `clean` leaves it. No deeper than `problemIn` lets pass. */
export function cleanedJson(value: Json, clean: (text: string) => string): Json {
  if (typeof value === 'string') return clean(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: Json) => cleanedJson(one, clean));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [clean(name), cleanedJson(one, clean)]),
  );
}
