/** The command line: words → exit code. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RunError } from '../drivers/run-error.ts';
import type { RunFolder } from '../drivers/run-folder.ts';
import { exitCodeOf, exitCodes } from '../exit-codes.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { diagnosticJson } from '../language/diagnostic-json.ts';
import { didYouMean } from '../language/name.ts';
import { countDiagnostics, printDiagnostic } from '../language/print-diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import type { Reporter } from '../ports.ts';
import type { Prepared } from '../prepare.ts';
import { paintWith, type Style, styleFor } from '../reports/style.ts';
import { cancelOnSignals } from '../signals.ts';
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
    throw error;
  }
}

async function dispatch(args: Arguments, errorStyle: Style): Promise<number> {
  switch (args.command) {
    case 'help':
      process.stdout.write(helpText(args.topic));
      return exitCodes.done;
    case 'version':
      process.stdout.write(`${version()}\n`);
      return exitCodes.done;
    case 'check': {
      const { check } = await import('./check.ts');
      return report(check(args, folderOf(args), process.cwd()), args, errorStyle);
    }
    case 'plan':
      return await plan(args, errorStyle);
    case 'run':
      return await run(args, errorStyle);
    case 'resume':
      return await resume(args, errorStyle);
  }
}

/** Prints what `check` found; the exit code says whether there were errors. */
function report(diagnostics: readonly Diagnostic[], args: Arguments, errorStyle: Style): number {
  if (args.format === 'json') {
    process.stdout.write(
      `${JSON.stringify({ schema_version: 1, diagnostics: diagnostics.map(diagnosticJson) }, null, 2)}\n`,
    );
  } else {
    printDiagnostics(diagnostics, errorStyle);
    if (diagnostics.length === 0) process.stdout.write('no mistakes found\n');
  }
  return hasErrors(diagnostics) ? exitCodes.invalidInput : exitCodes.done;
}

async function plan(args: Arguments, errorStyle: Style): Promise<number> {
  const prepared = await prepareSubject(args);
  const { plan } = prepared;
  if (!plan) return report(prepared.diagnostics, args, errorStyle);
  printDiagnostics(prepared.diagnostics, errorStyle);
  if (args.format === 'json') {
    process.stdout.write(`${JSON.stringify(plan, null, 2)}\n`);
  } else if (args.format === 'mermaid') {
    const { flowchart } = await import('../reports/mermaid.ts');
    process.stdout.write(`${flowchart(plan)}\n`);
  } else {
    const { planText } = await import('../reports/plan-text.ts');
    process.stdout.write(planText(plan, styleFor(process.env, process.stdout.isTTY === true)));
  }
  return exitCodes.done;
}

async function run(args: Arguments, errorStyle: Style): Promise<number> {
  const prepared = await prepareSubject(args);
  const { plan, targets, diagnostics } = prepared;
  if (!plan) return report(diagnostics, args, errorStyle);
  printDiagnostics(diagnostics, errorStyle);
  const { startRun } = await import('../wiring.ts');
  const workspace = folderOf(args);
  const finished = await startRun({
    plan,
    workspace,
    targets,
    environment: process.env,
    signal: cancelOnSignals(),
    reporters: await reportersFor(args, workspace),
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
  const { resumeRun } = await import('../wiring.ts');
  const { runIds } = await import('../drivers/run-folder.ts');
  const workspace = folderOf(args);
  const finished = await resumeRun({
    workspace,
    environment: process.env,
    signal: cancelOnSignals(),
    reporters: await reportersFor(args, workspace),
    notice: (text) => process.stderr.write(`${paintWith(errorStyle)('notice', 'notice')}: ${text}\n`),
    ...(args.subject === undefined ? {} : { run: args.subject }),
  });
  if (finished) return conclude(finished, errorStyle);
  const known = runIds(workspace);
  if (args.subject === undefined)
    throw new UsageError('there is no run to resume here', 'start one with `ml-workflow run`');
  throw new UsageError(
    `unknown run \`${args.subject}\``,
    didYouMean(args.subject, known) ?? `the newest is \`${known.at(-1) ?? 'none'}\``,
  );
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
    given: args.given,
  });
}

function folderOf(args: Arguments): string {
  const folder = resolve(args.project ?? '.');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(
      `no such folder: \`${args.project ?? '.'}\``,
      '`--project` names the folder with `ml-workflow.yml`',
    );
  }
  return folder;
}

/** The live view for a person at a terminal, lines for a log, nothing but JSON for a program. */
async function reportersFor(
  args: Arguments,
  workspace: string,
): Promise<(folder: RunFolder) => readonly Reporter[]> {
  const style = styleFor(process.env, process.stdout.isTTY === true);
  const { reportOf } = await import('../reports/report.ts');
  if (args.format === 'json') {
    return () => [
      {
        concluded: (_conclusion, state) => {
          process.stdout.write(`${JSON.stringify(reportOf(state, new Date().toISOString()), null, 2)}\n`);
        },
      },
    ];
  }
  const { terminalReport } = await import('../reports/terminal.ts');
  const { LiveView } = await import('../reports/live.ts');
  const { EventLines } = await import('../reports/lines.ts');
  const out = process.stdout;
  return (folder) => {
    const view =
      out.isTTY && !args.logs
        ? new LiveView(
            {
              write: (text) => out.write(text),
              get columns() {
                return out.columns;
              },
              get rows() {
                return out.rows;
              },
            },
            style,
            () => performance.now(),
          )
        : new EventLines((line) => out.write(`${line}\n`), style, { output: args.logs });
    return [
      view,
      {
        concluded: (_conclusion, state) => {
          const shown = (path: string) => relative(process.cwd(), path) || '.';
          const results = join(workspace, state.plan.results.file);
          const files = [
            { label: 'run', path: shown(folder.path) },
            ...(statSync(results, { throwIfNoEntry: false })
              ? [{ label: 'results', path: shown(results) }]
              : []),
            ...writtenOutputs(state.plan, workspace, shown),
          ];
          const report = reportOf(state, new Date().toISOString());
          out.write(terminalReport(report, { style, columns: out.columns ?? 120, files }));
        },
      },
    ];
  };
}

/** Declared outputs that are there now. */
function writtenOutputs(
  plan: Plan,
  workspace: string,
  shown: (path: string) => string,
): { label: string; path: string }[] {
  return Object.values(plan.commands).flatMap((command) => {
    if (command.is !== 'run') return [];
    return command.outputs
      .filter((path) => !path.startsWith('$') && statSync(join(workspace, path), { throwIfNoEntry: false }))
      .map((path) => ({ label: `/${command.name}`, path: shown(join(workspace, path)) }));
  });
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
