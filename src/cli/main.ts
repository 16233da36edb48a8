/** The command line: words → exit code. */
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { RunError } from '../drivers/run-error.ts';
import { exitCodeOf, exitCodes } from '../exit-codes.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { countDiagnostics, printDiagnostic } from '../language/print-diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import type { Prepared } from '../prepare.ts';
import { paintWith, type Style, styleFor } from '../reports/style.ts';
import { cancelOnSignals } from '../signals.ts';
import type { Offers } from '../targets/pods/offers.ts';
import type { FinishedRun } from '../wiring.ts';
import { type Arguments, parseArguments, UsageError } from './arguments.ts';
import { helpText } from './help.ts';

export async function main(words: readonly string[]): Promise<number> {
  const errorStyle = styleFor(process.env, process.stderr.isTTY === true);
  try {
    return await dispatch(parseArguments(words), errorStyle);
  } catch (error) {
    if (error instanceof UsageError || error instanceof RunError) {
      process.stderr.write(`${paintWith(errorStyle)('error', 'error')}: ${error.message}\n`);
      const help = error instanceof UsageError ? error.help : undefined;
      if (help !== undefined) process.stderr.write(`  = help: ${help}\n`);
      return exitCodes.invalidInput;
    }
    const denied = deniedAccess(error);
    if (denied !== undefined) {
      process.stderr.write(`${paintWith(errorStyle)('error', 'error')}: ${denied}\n`);
      return exitCodes.invalidInput;
    }
    throw error;
  }
}

/** What a person has to allow first; undefined for everything else. */
function deniedAccess(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error && 'path' in error)) return undefined;
  return error.code === 'EACCES' || error.code === 'EPERM'
    ? `no permission for \`${String(error.path)}\`: ${error.code}`
    : undefined;
}

async function dispatch(args: Arguments, errorStyle: Style): Promise<number> {
  switch (args.command) {
    case 'help':
      process.stdout.write(helpText(args.topic));
      return exitCodes.done;
    case 'version':
      process.stdout.write(`${version()}\n`);
      return exitCodes.done;
    case 'init':
      return await initialise(args, errorStyle);
    case 'check': {
      const { check } = await import('./check.ts');
      return await report(check(args, folderOf(args), process.cwd()), args, errorStyle);
    }
    case 'fmt':
      return await formatChains(args, errorStyle);
    case 'compile':
      return await compileFiles(args, errorStyle);
    case 'plan':
      return await plan(args, errorStyle);
    case 'run':
      return await run(args, errorStyle);
    case 'resume':
      return await resume(args, errorStyle);
    case 'why': {
      const { why } = await import('./why.ts');
      const style = styleFor(process.env, process.stdout.isTTY === true);
      process.stdout.write(why(args, folderOf(args), style));
      return exitCodes.done;
    }
    case 'report': {
      const { report: written } = await import('./report.ts');
      const place = { shownFrom: process.cwd(), now: new Date().toISOString() };
      process.stdout.write(written(args, folderOf(args), place));
      return exitCodes.done;
    }
    case 'doctor': {
      const { doctor } = await import('./doctor.ts');
      const style = styleFor(process.env, process.stdout.isTTY === true);
      const place = { shownFrom: process.cwd(), environment: process.env, style };
      const { output, code } = await doctor(args, folderOf(args), place);
      process.stdout.write(output);
      return code;
    }
    case 'reap': {
      const { reapPods } = await import('./reap.ts');
      const { output, problem } = await reapPods(args, folderOf(args), process.env);
      process.stdout.write(output);
      if (problem === undefined) return exitCodes.done;
      process.stderr.write(`${paintWith(errorStyle)('error', 'error')}: ${problem}\n`);
      return exitCodes.failed;
    }
  }
}

/** Prints what is wrong; the exit code says whether there were errors. */
async function report(
  diagnostics: readonly Diagnostic[],
  args: Arguments,
  errorStyle: Style,
): Promise<number> {
  const { sayDiagnostics } = await import('./say-diagnostics.ts');
  process.stdout.write(sayDiagnostics(diagnostics, args.format, { version, environment: process.env }));
  if (args.format === 'text' || args.format === 'mermaid') {
    printDiagnostics(diagnostics, errorStyle);
    if (diagnostics.length === 0) process.stdout.write('no mistakes found\n');
  }
  return hasErrors(diagnostics) ? exitCodes.invalidInput : exitCodes.done;
}

async function formatChains(args: Arguments, errorStyle: Style): Promise<number> {
  const { fmt } = await import('./fmt.ts');
  const { output, summary, diagnostics, code } = await fmt(args, folderOf(args), process.cwd(), () =>
    readAll(process.stdin),
  );
  printDiagnostics(diagnostics, errorStyle);
  process.stdout.write(output);
  if (summary !== '') process.stderr.write(`${summary}\n`);
  return code;
}

async function initialise(args: Arguments, errorStyle: Style): Promise<number> {
  const { init } = await import('./init.ts');
  const { askLine } = await import('./ask.ts');
  const isPerson = process.stdin.isTTY === true && process.stdout.isTTY === true && args.format === 'text';
  const place = { shownFrom: process.cwd(), ...(isPerson ? { ask: askLine } : {}) };
  const { output, diagnostics, code } = await init(args, folderOf(args), place);
  printDiagnostics(diagnostics, errorStyle);
  process.stdout.write(output);
  return code;
}

async function compileFiles(args: Arguments, errorStyle: Style): Promise<number> {
  const { compile } = await import('./compile.ts');
  const { output, summary, diagnostics, code } = compile(args, folderOf(args), process.cwd());
  printDiagnostics(diagnostics, errorStyle);
  process.stdout.write(output);
  if (summary !== '') process.stderr.write(`${summary}\n`);
  return code;
}

async function plan(args: Arguments, errorStyle: Style): Promise<number> {
  const prepared = await prepareSubject(args);
  const { plan } = prepared;
  if (!plan) return await report(prepared.diagnostics, args, errorStyle);
  printDiagnostics(prepared.diagnostics, errorStyle);
  if (args.format === 'json') {
    const { planJson } = await import('../reports/plan-json.ts');
    process.stdout.write(`${JSON.stringify(planJson(plan), null, 2)}\n`);
  } else if (args.format === 'mermaid') {
    const { flowchart } = await import('../reports/mermaid.ts');
    process.stdout.write(`${flowchart(plan)}\n`);
  } else {
    const { planText } = await import('../reports/plan-text.ts');
    const offers = await offersIn(plan);
    process.stdout.write(planText(plan, styleFor(process.env, process.stdout.isTTY === true), { offers }));
  }
  return exitCodes.done;
}

/** Live prices, where the plan would make pods. */
async function offersIn(plan: Plan): Promise<readonly Offers[]> {
  if (!plan.pods?.length) return [];
  const { offersOf } = await import('../wiring.ts');
  return await offersOf(plan, process.env);
}

async function run(args: Arguments, errorStyle: Style): Promise<number> {
  const prepared = await prepareSubject(args);
  const { plan, targets, diagnostics } = prepared;
  if (!plan) return await report(diagnostics, args, errorStyle);
  printDiagnostics(diagnostics, errorStyle);
  const { startRun } = await import('../wiring.ts');
  const { viewFor } = await import('./view.ts');
  const workspace = folderOf(args);
  const { reporters, ask } = viewFor(args, workspace);
  const finished = await startRun({
    plan,
    workspace,
    targets,
    environment: process.env,
    signals: cancelOnSignals(),
    reporters,
    ...(ask ? { ask } : {}),
  });
  return conclude(finished, errorStyle);
}

/** What could not be reported is said last; it does not change how the run ended. */
function conclude({ conclusion, losses }: FinishedRun, errorStyle: Style): number {
  for (const loss of losses)
    process.stderr.write(`${paintWith(errorStyle)('warning', 'warning')}: ${loss}\n`);
  return exitCodeOf(conclusion.decision);
}

async function resume(args: Arguments, errorStyle: Style): Promise<number> {
  const { resume, resumeEdited } = await import('./resume.ts');
  const workspace = folderOf(args);
  const notice = (text: string) =>
    process.stderr.write(`${paintWith(errorStyle)('notice', 'notice')}: ${text}\n`);
  if (args.edited !== true) return conclude(await resume(args, workspace, notice), errorStyle);
  const edited = await resumeEdited(args, workspace, {
    notice,
    diagnostics: (found) => printDiagnostics(found, errorStyle),
  });
  return edited.is === 'finished'
    ? conclude(edited.finished, errorStyle)
    : await report(edited.diagnostics, args, errorStyle);
}

/** Reading YAML and checking it is loaded only when it is done: `help` and `version` need neither. */
async function prepareSubject(args: Arguments): Promise<Prepared> {
  if (args.subject === undefined) {
    throw new UsageError(
      `\`${args.command}\` needs a workflow or a chain`,
      `for example \`ml-workflow ${args.command} workflows/sweep.yml\``,
    );
  }
  const { prepare, wantedOf } = await import('../prepare.ts');
  return prepare({
    wanted: wantedOf(args.subject, '<chain>'),
    folder: folderOf(args),
    shownFrom: process.cwd(),
    personal: homedir(),
    given: args.given,
  });
}

function folderOf(args: Arguments): string {
  const folder = resolve(args.project ?? '.');
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory()) {
    const problem = found ? 'this is no folder' : 'no such folder';
    throw new UsageError(
      `${problem}: \`${args.project ?? '.'}\``,
      '`--project` names the folder with `ml-workflow.yml`',
    );
  }
  return folder;
}

function printDiagnostics(diagnostics: readonly Diagnostic[], style: Style): void {
  if (diagnostics.length === 0) return;
  const paint = paintWith(style);
  const text = diagnostics.map((diagnostic) => printDiagnostic(diagnostic, paint)).join('\n\n');
  process.stderr.write(`${text}\n\n${countDiagnostics(diagnostics)}\n`);
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function version(): string {
  // Beside the bundle; a plain path, because the bundler would take a URL for a file to copy.
  const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'package.json');
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed
    ? String(parsed.version)
    : 'unknown';
}
