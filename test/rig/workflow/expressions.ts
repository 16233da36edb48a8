/** GitHub's expression language over plain values: what tests ask for truth tables and the rig for whole workflows. */
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { ensureStatusFunction } from '@actions/workflow-parser/model/converter/if-condition';

export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

/** Named contexts: `github`, `needs`, … An expression that names another one is an error, as on GitHub. */
export type Context = Readonly<Record<string, Value>>;

/** Functions besides the built-in ones, in lower case; also `success` and its like, which have no meaning of their own. */
export type Functions = Readonly<Record<string, (...args: Value[]) => Value>>;

const NO_FUNCTIONS: Functions = {};
const STATUS = ['always(0,0)', 'failure(0,MAX)', 'cancelled(0,0)', 'success(0,MAX)'];
const MAX_ARGUMENTS = 255;

/** The value of an expression, given without its `${{ }}`. Throws what GitHub's own engine throws. */
export function evaluate(expression: string, context: Context, functions: Functions = NO_FUNCTIONS): Value {
  const definitions = Object.entries(functions).map(([name, call]) => ({
    name,
    minArgs: 0,
    maxArgs: MAX_ARGUMENTS,
    call: (...args: data.ExpressionData[]) => toData(call(...args.map(fromData))),
  }));
  const tokens = new Lexer(expression).lex().tokens;
  const parsed = new Parser(tokens, Object.keys(context), definitions).parse();
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const contexts = new data.Dictionary();
  for (const [name, value] of Object.entries(context)) {
    contexts.add(name, name === 'env' ? caseSensitive(value) : toData(value));
  }
  return fromData(new Evaluator(parsed, contexts, byName).evaluate());
}

/** A text with `${{ }}` in it. Lists and objects become `Array` and `Object`, as on GitHub. */
export function interpolate(text: string, context: Context, functions: Functions = NO_FUNCTIONS): string {
  return segments(text)
    .map((part) =>
      part.expression ? toData(evaluate(part.text, context, functions)).coerceString() : part.text,
    )
    .join('');
}

/** Like interpolate, but a text that is one expression and nothing else keeps its value's type. */
export function resolve(text: string, context: Context, functions: Functions = NO_FUNCTIONS): Value {
  const [only, ...rest] = segments(text.trim());
  if (only?.expression === true && rest.length === 0) return evaluate(only.text, context, functions);
  return interpolate(text, context, functions);
}

/** What GitHub evaluates for an `if:`: without `${{ }}`, and with `success() &&` unless it asks for a status itself. */
export function effectiveCondition(condition: string, contexts: readonly string[]): string {
  const [only, ...rest] = segments(condition.trim());
  const text = only?.expression === true && rest.length === 0 ? only.text.trim() : condition.trim();
  if (text === '') return 'success()';
  return ensureStatusFunction(text, {
    allowedContext: [...contexts, ...STATUS, 'hashFiles(1,255)'],
  } as Parameters<typeof ensureStatusFunction>[1]);
}

/** Whether an `if:` as it stands in a workflow holds. */
export function holds(condition: string, context: Context, functions: Functions): boolean {
  return truthy(evaluate(effectiveCondition(condition, Object.keys(context)), context, functions));
}

/** Zero, NaN, the empty text, false and null are false. */
export function truthy(value: Value): boolean {
  return !(value === null || value === false || value === '' || value === 0 || Number.isNaN(value));
}

export type Status = 'success' | 'failure' | 'cancelled';

/** `success()` and its like in a step: by the status of the job so far. */
export function stepFunctions(status: Status): Functions {
  return {
    always: () => true,
    success: () => status === 'success',
    failure: () => status === 'failure',
    cancelled: () => status === 'cancelled',
    hashfiles: () => {
      throw new Error('the rig has no hashFiles');
    },
  };
}

/**
 * `success()` and its like in a job's `if`: by the results of ALL jobs it depends on, directly or not
 * (actions/runner#2205). A skipped one is no success. Names as arguments restrict it to these.
 */
export function jobFunctions(ancestors: Readonly<Record<string, string>>, cancelled: boolean): Functions {
  const results = (names: readonly Value[]): (string | undefined)[] =>
    names.length === 0 ? Object.values(ancestors) : names.map((name) => ancestors[String(name)]);
  return {
    always: () => true,
    cancelled: () => cancelled,
    success: (...names) => !cancelled && results(names).every((result) => result === 'success'),
    failure: (...names) => !cancelled && results(names).some((result) => result === 'failure'),
  };
}

interface Segment {
  readonly expression: boolean;
  readonly text: string;
}

/** Texts and expressions in turn; `}}` within quotes does not end an expression. */
export function segments(text: string): Segment[] {
  const parts: Segment[] = [];
  let at = 0;
  for (let start = text.indexOf('${{'); start >= 0; start = text.indexOf('${{', at)) {
    let end = start + 3;
    for (let quoted = false; quoted || !text.startsWith('}}', end); end += 1) {
      if (end >= text.length) throw new Error(`an expression is not closed: ${text}`);
      if (text[end] === "'") quoted = !quoted;
    }
    if (start > at) parts.push({ expression: false, text: text.slice(at, start) });
    parts.push({ expression: true, text: text.slice(start + 3, end) });
    at = end + 2;
  }
  if (at < text.length) parts.push({ expression: false, text: text.slice(at) });
  return parts;
}

function toData(value: Value): data.ExpressionData {
  if (value === null) return new data.Null();
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'string') return new data.StringData(value);
  if (isList(value)) return new data.Array(...value.map(toData));
  return new data.Dictionary(...Object.entries(value).map(([key, item]) => ({ key, value: toData(item) })));
}

/** On Linux the names of variables keep their case; the package's own objects ignore it. */
function caseSensitive(value: Value): data.ExpressionData {
  const converted = toData(value);
  if (converted.kind !== data.Kind.Dictionary || value === null || typeof value !== 'object')
    return converted;
  const exact = new Map(Object.entries(value).map(([name, item]) => [name, toData(item)]));
  converted.get = (name) => exact.get(name);
  return converted;
}

function fromData(value: data.ExpressionData): Value {
  switch (value.kind) {
    case data.Kind.Null:
      return null;
    case data.Kind.Boolean:
    case data.Kind.Number:
    case data.Kind.String:
      return value.value;
    case data.Kind.Array:
      return value.values().map(fromData);
    case data.Kind.Dictionary:
      return Object.fromEntries(value.pairs().map((pair) => [pair.key, fromData(pair.value)]));
  }
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
