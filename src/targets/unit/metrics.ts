/** What a finished unit measured, read from the places its command declares. Fails closed: never an older file's value. */
import { type BigIntStats, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { UnitResult } from '../../engine/event.ts';
import type { MetricsSource, RunCommand } from '../../plan/plan.ts';
import type { UnitRequest } from '../../ports.ts';
import { parseOutputFile } from './output-file.ts';
import { readRegularFile } from './regular-file.ts';

export type ReadResult =
  | { readonly ok: true; readonly result: Omit<UnitResult, 'seconds'> }
  | { readonly ok: false; readonly class: string; readonly message: string };

/** Larger than any metrics file; a model written there by mistake is not read into memory. */
const largest = 16 * 1024 * 1024;
const largestOutput = 1024 * 1024;
/** Values go into the journal, and from there into reports. */
const largestValue = 64 * 1024;

/** What the declared files of the workspace were like before the unit ran. */
export type Stamps = ReadonlyMap<string, string>;

/** `home`: where it runs, the workspace or a copy of it. */
export function stampsBefore(home: string, command: RunCommand): Stamps {
  const stamps = new Map<string, string>();
  for (const { format, path } of command.metrics) {
    if (format === 'output' || path.startsWith('$ML_RUN_DIR')) continue;
    const whole = join(home, path);
    stamps.set(whole, stampOf(whole));
  }
  return stamps;
}

/** Changes with every write: a file that is the same as before was not written by the unit. */
function stampOf(path: string): string {
  let stat: BigIntStats | undefined;
  try {
    stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    // Whoever reads it will say why it cannot be.
  }
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}` : '';
}

export function readResult(
  request: UnitRequest,
  home: string,
  command: RunCommand,
  before: Stamps,
  outputFile: string,
): ReadResult {
  const output = readOutput(outputFile);
  if (!output.ok) return { ok: false, class: 'no-metrics', message: `\`$ML_OUTPUT\` ${output.problem}` };
  const metrics: Record<string, number> = {};
  let source: string | undefined;
  for (const declared of command.metrics) {
    const read = readSource(declared, request, home, output.values, before);
    if (!read.ok) return read;
    Object.assign(metrics, read.metrics);
    source ??= read.source;
  }
  const samples = metrics.n;
  return {
    ok: true,
    result: {
      metrics,
      values: output.values,
      ...(command.primary === undefined ? {} : { primary: command.primary }),
      ...(samples === undefined ? {} : { samples }),
      ...(source === undefined ? {} : { source }),
    },
  };
}

type ReadSource =
  | { readonly ok: true; readonly metrics: Record<string, number>; readonly source: string }
  | { readonly ok: false; readonly class: string; readonly message: string };

function readSource(
  declared: MetricsSource,
  request: UnitRequest,
  home: string,
  output: Readonly<Record<string, string>>,
  before: Stamps,
): ReadSource {
  const inWorkspace = !declared.path.startsWith('$ML_RUN_DIR');
  const path =
    declared.format === 'output'
      ? ''
      : inWorkspace
        ? join(home, declared.path)
        : join(request.directory, declared.path.slice('$ML_RUN_DIR'.length));
  // As it was declared: the path of a run is long, and other for each unit.
  const shown = declared.format === 'output' ? '$ML_OUTPUT' : declared.path;
  const missing = (what: string): ReadSource => ({
    ok: false,
    class: 'no-metrics',
    message: `${shown}: ${what}`,
  });

  let record: unknown = output;
  if (declared.format !== 'output') {
    const read = readFile(path, before.get(path));
    if (!read.ok) return missing(read.problem);
    const parsed = parseRecord(read.text, declared.format);
    if (!parsed.ok) return missing(parsed.problem);
    record = parsed.value;
  }
  const metrics: Record<string, number> = {};
  for (const [name, field] of Object.entries(declared.fields)) {
    const raw = fieldOf(record, field);
    if (raw === undefined || raw === null) return missing(`no field \`${field}\``);
    const value = declared.format === 'output' ? numberIn(String(raw)) : unmarked(raw);
    if (typeof value !== 'number')
      return missing(`\`${field}\` is ${JSON.stringify(raw)?.slice(0, 60)}, not a number`);
    if (!Number.isFinite(value)) {
      const what = Number.isNaN(value) ? 'NaN' : 'not finite';
      return { ok: false, class: 'nan-loss', message: `${shown}: \`${field}\` is ${what}` };
    }
    metrics[name] = value;
  }
  const source = declared.format === 'output' ? shown : shownPath(path, request.workspace);
  return { ok: true, metrics, source };
}

/** Only a file that is not there has no values; one that cannot be read is a failure, not silence. */
function readOutput(path: string): ReturnType<typeof parseOutputFile> {
  const read = readRegularFile(path, largestOutput);
  if (read.is === 'absent') return { ok: true, values: {} };
  if (read.is === 'unusable') return { ok: false, problem: read.problem };
  const parsed = parseOutputFile(read.text);
  if (!parsed.ok) return parsed;
  const long = Object.entries(parsed.values).find(([, value]) => Buffer.byteLength(value) > largestValue);
  return long
    ? { ok: false, problem: `\`${long[0].slice(0, 60)}\` is larger than ${largestValue / 1024} KiB` }
    : parsed;
}

function readFile(
  path: string,
  stampBefore: string | undefined,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string } {
  const stamp = stampOf(path);
  if (stamp !== '' && stampBefore === stamp) {
    return { ok: false, problem: 'is from an earlier run; the command did not write it' };
  }
  const read = readRegularFile(path, largest);
  if (read.is === 'text') return { ok: true, text: read.text };
  return { ok: false, problem: read.is === 'absent' ? 'the command did not write it' : read.problem };
}

/** Python writes bare `NaN` and `Infinity`, which are no JSON; they are read as marks, and refused by name later. */
const notFinite = { NaN: '\u0000NaN', Infinity: '\u0000Infinity', '-Infinity': '\u0000-Infinity' } as const;

/** What a mark stands for; anything else as it is. */
function unmarked(value: unknown): unknown {
  switch (value) {
    case notFinite.NaN:
      return Number.NaN;
    case notFinite.Infinity:
      return Number.POSITIVE_INFINITY;
    case notFinite['-Infinity']:
      return Number.NEGATIVE_INFINITY;
    default:
      return value;
  }
}

/** A number as programs print it, `nan` and `inf` of Python and C included. An empty text is none: missing is not 0. */
function numberIn(text: string): number | undefined {
  const written = text.trim();
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(written)) return Number(written);
  if (/^[+-]?nan$/i.test(written)) return Number.NaN;
  return /^[+-]?inf(?:inity)?$/i.test(written) ? Number.POSITIVE_INFINITY : undefined;
}

function parseRecord(
  text: string,
  format: 'json' | 'jsonl',
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string } {
  const json = format === 'json' ? text : text.trimEnd().slice(text.trimEnd().lastIndexOf('\n') + 1);
  if (json.trim() === '') return { ok: false, problem: 'is empty' };
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch (error) {
    const marked = json.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) => {
      if (token.startsWith('"')) return token;
      return JSON.stringify(notFinite[token.replace('-NaN', 'NaN') as keyof typeof notFinite]);
    });
    try {
      return { ok: true, value: JSON.parse(marked) };
    } catch {
      return { ok: false, problem: `is no JSON: ${error instanceof Error ? error.message : String(error)}` };
    }
  }
}

/** `summary.accuracy`: a field named so, or the path into nested objects. */
function fieldOf(record: unknown, path: string): unknown {
  if (typeof record !== 'object' || record === null) return undefined;
  if (Object.hasOwn(record, path)) return (record as Record<string, unknown>)[path];
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function shownPath(path: string, workspace: string): string {
  const inside = relative(workspace, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}
