/** `fmt`: the chains of a project's files, or one from standard input, in the canonical layout. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes } from '../exit-codes.ts';
import { type Diagnostic, Diagnostics } from '../language/diagnostic.ts';
import { diagnosticJson } from '../language/diagnostic-json.ts';
import { parse } from '../language/parser.ts';
import { format } from '../language/printer.ts';
import { sourceOf } from '../language/source.ts';
import { formatFile } from '../project/format-file.ts';
import { projectFileName, shownPath, workflowFiles, workflowPath } from '../project/load.ts';
import { ReadOnlyError, rewriteFile } from '../project/rewrite-file.ts';
import { readText } from '../project/yaml-file.ts';
import { type Arguments, UsageError } from './arguments.ts';

export interface Formatted {
  /** For standard output. */
  readonly output: string;
  /** One sentence for a person; empty when the output says it all. */
  readonly summary: string;
  /** Errors; what has them stays as it is. */
  readonly diagnostics: readonly Diagnostic[];
  readonly code: number;
}

interface FileState {
  readonly file: string;
  readonly state: 'unchanged' | 'changed' | 'invalid';
}

/** `input`: all of standard input, asked for only when it is to be formatted. */
export async function fmt(
  args: Arguments,
  folder: string,
  shownFrom: string,
  input: () => Promise<string>,
): Promise<Formatted> {
  const subjects = args.subjects ?? [];
  if (!subjects.includes('-')) return formatFiles(args, folder, shownFrom);
  if (subjects.length > 1) throw new UsageError('`-` is standard input, and stands alone');
  return formatInput(args, await input());
}

function formatInput(args: Arguments, written: string): Formatted {
  const source = sourceOf('<stdin>', written);
  const { chain, diagnostics } = parse(source);
  const isInvalid = diagnostics.hasErrors;
  const text = isInvalid ? written : `${format(chain)}\n`;
  const isChanged = text !== written;
  const errors = errorsOf(diagnostics);
  const state = isInvalid ? 'invalid' : isChanged ? 'changed' : 'unchanged';
  const code = codeOf([{ file: source.name, state }], args);
  if (args.format === 'json') {
    const chainOut = isInvalid ? {} : { chain: text };
    return { output: json({ state, ...chainOut }, errors), summary: '', diagnostics: [], code };
  }
  const output = isInvalid ? '' : !args.check ? text : isChanged ? `${source.name}\n` : '';
  return { output, summary: '', diagnostics: errors, code };
}

function formatFiles(args: Arguments, folder: string, shownFrom: string): Formatted {
  const diagnostics = new Diagnostics();
  const files = [...new Set(pathsOf(args.subjects ?? [], folder, shownFrom, diagnostics))].map((path) =>
    formatOne(path, shownPath(path, shownFrom), args.check === true, diagnostics),
  );
  const errors = errorsOf(diagnostics);
  const code = errors.length > 0 ? exitCodes.invalidInput : codeOf(files, args);
  if (args.format === 'json') return { output: json({ files }, errors), summary: '', diagnostics: [], code };
  const changed = files.filter(({ state }) => state === 'changed');
  const what = `${changed.length} of ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  return {
    output: changed.map(({ file }) => `${file}\n`).join(''),
    summary: files.length === 0 ? '' : `${what} ${args.check ? 'would change' : 'changed'}`,
    diagnostics: errors,
    code,
  };
}

/** The named files; without names the project file and all workflows. */
function pathsOf(
  subjects: readonly string[],
  folder: string,
  shownFrom: string,
  diagnostics: Diagnostics,
): string[] {
  if (subjects.length === 0) {
    const projectFile = join(folder, projectFileName);
    return [...(existsSync(projectFile) ? [projectFile] : []), ...workflowFiles(folder)];
  }
  return subjects.flatMap((one) => workflowPath(one, folder, shownFrom, diagnostics) ?? []);
}

function formatOne(path: string, shown: string, checkOnly: boolean, diagnostics: Diagnostics): FileState {
  const own = new Diagnostics();
  const text = readText(path, shown, own) ?? '';
  const formatted = formatFile(sourceOf(shown, text), own);
  diagnostics.addAll(own.sorted());
  if (own.hasErrors) return { file: shown, state: 'invalid' };
  if (formatted === text) return { file: shown, state: 'unchanged' };
  if (!checkOnly) writeText(path, shown, formatted);
  return { file: shown, state: 'changed' };
}

function writeText(path: string, shown: string, text: string): void {
  try {
    rewriteFile(path, text);
  } catch (error) {
    if (error instanceof ReadOnlyError)
      throw new UsageError(`\`${shown}\` is read-only`, '`fmt --check` changes nothing');
    throw new UsageError(`cannot write \`${shown}\`: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}

function errorsOf(diagnostics: Diagnostics): readonly Diagnostic[] {
  return diagnostics.sorted().filter(({ severity }) => severity === 'error');
}

function codeOf(files: readonly FileState[], args: Arguments): number {
  if (files.some(({ state }) => state === 'invalid')) return exitCodes.invalidInput;
  return args.check && files.some(({ state }) => state === 'changed') ? exitCodes.failed : exitCodes.done;
}

function json(found: object, errors: readonly Diagnostic[]): string {
  return `${JSON.stringify({ schema_version: 1, ...found, diagnostics: errors.map(diagnosticJson) }, null, 2)}\n`;
}
