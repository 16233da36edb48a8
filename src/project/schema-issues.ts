/** What a schema finds wrong with a YAML file, in the words of the person who wrote it. */
import { isMap, isScalar, isSeq } from 'yaml';
import type { z } from 'zod';
import type { Diagnostics } from '../language/diagnostic.ts';
import { didYouMean, listOf } from '../language/name.ts';
import type { Lookup } from './lookup.ts';
import { hostKeyHelp } from './remote-schema.ts';
import { laterKeys } from './schema.ts';
import { withoutText } from './secrets.ts';

type Issue = z.core.$ZodIssue;

export function reportIssues(
  issues: readonly Issue[],
  schema: z.ZodType,
  lookup: Lookup,
  diagnostics: Diagnostics,
): void {
  for (const issue of issues) report(issue, schema, lookup, diagnostics);
}

function report(issue: Issue, schema: z.ZodType, lookup: Lookup, diagnostics: Diagnostics): void {
  const { source } = lookup;
  const where = issue.path.map(String).join('.');
  const invalid = (text: string, part: 'key' | 'value' = 'value') =>
    diagnostics.add('invalid-value', source, lookup.span(issue.path, part), text);
  const at = where === '' ? '' : `\`${where}\`: `;
  if (isAccountKey(issue.path) && lookup.has(issue.path) && issue.code === 'invalid_type') {
    const span = lookup.span(issue.path);
    const message = `${at}a key in this file could be read by everyone who can read the repository`;
    diagnostics.add('invalid-value', withoutText(source, span), span, message, {
      help: 'name the variable that holds it: `key: { env: RUNPOD_API_KEY }`',
    });
    return;
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) reportKey(key, issue.path, schema, lookup, diagnostics);
      return;
    case 'invalid_union':
      return reportUnion(issue, schema, lookup, diagnostics);
    case 'invalid_type':
      if (issue.path.length > 0 && !lookup.has(issue.path))
        return reportMissing(issue.path, lookup, diagnostics);
      return invalid(`${at}expected ${kindName(issue.expected)}, found ${foundAt(issue.path, lookup)}`);
    case 'invalid_value': {
      const values = listOf(
        issue.values.map((one) => `\`${String(one)}\``),
        'or',
      );
      if (!lookup.has(issue.path)) return invalid(`${at}missing, expected ${values}`);
      return invalid(`${at}expected ${values}, found ${foundAt(issue.path, lookup)}`);
    }
    case 'invalid_key': {
      const reason = issue.issues[0]?.message ?? '';
      return invalid(`\`${String(issue.path.at(-1))}\` is no name: ${reason}`, 'key');
    }
    default:
      return invalid(`${at}${lowerFirst(issue.message)}`);
  }
}

/** Of a target of the kind `runpod`: the one of `ssh` may be written, as the path of a file. */
function isAccountKey(path: readonly PropertyKey[]): boolean {
  return path.length === 3 && path[0] === 'targets' && path[2] === 'key';
}

function reportMissing(path: readonly PropertyKey[], lookup: Lookup, diagnostics: Diagnostics): void {
  const parent = path.slice(0, -1).map(String).join('.');
  const key = String(path.at(-1));
  const message = `missing key \`${key}\`${parent === '' ? '' : ` in \`${parent}\``}`;
  const help = path.length === 3 && path[0] === 'targets' ? missingHelp.get(key) : undefined;
  diagnostics.add('invalid-value', lookup.source, lookup.span(path, 'key'), message, { help });
}

/** Why a target needs it. */
const missingHelp: ReadonlyMap<string, string> = new Map([
  ['host-key', `without it another host could pose as this one; ${hostKeyHelp}`],
  ['max-price', 'it is what one pod may cost in dollars an hour: `max-price: 0.80`'],
]);

/** Keys that stand somewhere else. */
function placeOf(key: string, path: readonly PropertyKey[]): string | undefined {
  if (path.length === 1 && path[0] === 'sync' && key === 'require')
    return '`require:` stands at the top level of the file, beside `sync:`';
  return undefined;
}

function reportKey(
  key: string,
  path: readonly PropertyKey[],
  schema: z.ZodType,
  lookup: Lookup,
  diagnostics: Diagnostics,
): void {
  const span = lookup.span([...path, key], 'key');
  const where = path.length === 0 ? '' : ` in \`${path.map(String).join('.')}\``;
  const later = path.length === 0 ? laterKeys.file : path[0] === 'commands' ? laterKeys.command : undefined;
  if (later?.has(key) && path.length !== 1) {
    diagnostics.add('unsupported-construct', lookup.source, span, `\`${key}:\`${where} is not supported yet`);
    return;
  }
  diagnostics.add('unknown-key', lookup.source, span, `unknown key \`${key}\`${where}`, {
    help: placeOf(key, path) ?? didYouMean(key, keysAt(schema, path, lookup)),
  });
}

/** The alternative that came nearest speaks for all; where all want another kind of value, they are listed. */
function reportUnion(
  issue: Issue & { code: 'invalid_union' },
  schema: z.ZodType,
  lookup: Lookup,
  diagnostics: Diagnostics,
): void {
  if ('options' in issue && issue.errors.length === 0) {
    const known = (issue.options as readonly unknown[]).map(String);
    const where = issue.path.map(String).join('.');
    const found = lookup.find(issue.path, 'value');
    const expected = `expected ${listOf(
      known.map((one) => `\`${one}\``),
      'or',
    )}`;
    const message = found
      ? `\`${where}\`: ${expected}, found ${foundAt(issue.path, lookup)}`
      : `\`${where}\`: missing, ${expected}`;
    const help = isScalar(found) ? didYouMean(String(found.value), known) : undefined;
    diagnostics.add('invalid-value', lookup.source, lookup.span(issue.path), message, { help });
    return;
  }
  const kinds = issue.errors.flatMap(([only, ...more]) =>
    only?.code === 'invalid_type' && only.path.length === 0 && more.length === 0
      ? [kindName(only.expected)]
      : [],
  );
  if (kinds.length === issue.errors.length) {
    if (!lookup.has(issue.path)) return reportMissing(issue.path, lookup, diagnostics);
    const where = issue.path.map(String).join('.');
    const expected = listOf([...new Set(kinds)], 'or');
    const message = `\`${where}\`: expected ${expected}, found ${foundAt(issue.path, lookup)}`;
    diagnostics.add('invalid-value', lookup.source, lookup.span(issue.path), message);
    return;
  }
  // Where a mapping stands, only alternatives that are mappings can be meant.
  const fitting = issue.errors.filter(
    (own) => !own.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  const [nearest = []] = [...(fitting.length > 0 ? fitting : issue.errors)].sort(
    (a, b) => distance(a) - distance(b),
  );
  for (const inner of nearest) {
    report({ ...inner, path: [...issue.path, ...inner.path] }, schema, lookup, diagnostics);
  }
}

/** Keys that do not belong weigh most: the alternative whose own keys were used is the one meant. */
function distance(issues: readonly Issue[]): number {
  const weigh = ({ code, path }: Issue) =>
    code === 'unrecognized_keys' ? 10 : path.length > 1 ? 1 : code === 'invalid_type' ? 6 : 5;
  return issues.reduce((sum, issue) => sum + weigh(issue), 0);
}

function kindName(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: '`true` or `false`',
    array: 'a list',
    object: 'a mapping',
    record: 'a mapping',
  };
  return names[expected] ?? expected;
}

function foundAt(path: readonly PropertyKey[], lookup: Lookup): string {
  const node = lookup.find(path, 'value');
  if (isMap(node)) return 'a mapping';
  if (isSeq(node)) return 'a list';
  if (!isScalar(node) || node.value === null) return 'nothing';
  return `\`${lookup.source.text.slice(node.range?.[0], node.range?.[1]).split('\n')[0]?.slice(0, 60) ?? ''}\``;
}

/** The keys a schema knows at a path, for did-you-mean. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[], lookup: Lookup): string[] {
  let current: unknown = schema;
  for (const [index, key] of path.entries())
    current = stepInto(alternative(current, path.slice(0, index), lookup), key);
  const shape = unwrapped(alternative(current, path, lookup))?.shape;
  return typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
}

/** Of a union, what is meant at that path: the one whose own key is written there, else the first that has keys. */
function alternative(schema: unknown, path: readonly PropertyKey[], lookup: Lookup): unknown {
  const definition = unwrapped(schema);
  const options = definition?.options;
  if (!Array.isArray(options)) return schema;
  const shapes = options.map((option) => ({ option, shape: unwrapped(option)?.shape }));
  const discriminator = definition?.discriminator;
  if (typeof discriminator !== 'string') return shapes.find(({ shape }) => shape !== undefined)?.option;
  const written = lookup.find([...path, discriminator], 'value');
  return shapes.find(({ shape }) => {
    const values = unwrapped((shape as Record<string, unknown> | undefined)?.[discriminator])?.values;
    return Array.isArray(values) && isScalar(written) && values.includes(written.value);
  })?.option;
}

function stepInto(schema: unknown, key: PropertyKey): unknown {
  const definition = unwrapped(schema);
  const shape = definition?.shape;
  if (typeof shape === 'object' && shape !== null) return (shape as Record<PropertyKey, unknown>)[key];
  return definition?.valueType ?? definition?.element;
}

/** What a schema is below its defaults, transforms and optionality. */
function unwrapped(schema: unknown): Record<string, unknown> | undefined {
  let current = schema;
  for (let depth = 0; depth < 10; depth += 1) {
    if (typeof current !== 'object' || current === null || !('def' in current)) return undefined;
    const definition = current.def as Record<string, unknown>;
    const inner = definition.innerType ?? definition.in;
    if (inner === undefined) return definition;
    current = inner;
  }
  return undefined;
}

export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
