/** Entry of the GitHub Action: one step that plans, runs, gates and reports. */
import { mkdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import * as core from '@actions/core';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import {
  InputError,
  type Inputs,
  type OutputKey,
  type Outputs,
  outputKeys,
  readInputs,
  type StateKey,
} from './github/action-io.ts';
import { readTrigger, type Trigger, TriggerRefused } from './github/trigger.ts';
import type { Diagnostic } from './language/diagnostic.ts';
import { diagnosticJson } from './language/diagnostic-json.ts';
import { countDiagnostics, printDiagnostic } from './language/print-diagnostic.ts';
import { placeOf, sourceOf } from './language/source.ts';
import type { Plan } from './plan/plan.ts';
import { type Prepared, prepare } from './prepare.ts';
import { reportOf, reportSchema } from './reports/report.ts';
import { cancelOnSignals } from './signals.ts';

const now = () => new Date().toISOString();

export async function action(): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof InputError) return fail('invalid-input', `input \`${error.key}\`: ${error.message}`);
    if (error instanceof TriggerRefused) return fail('refused-trigger', error.message);
    core.setFailed(
      `internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}

function fail(reason: 'invalid-input' | 'refused-trigger', message: string): void {
  core.error(message);
  setOutputs({
    decision: 'invalid',
    reason_code: reason,
    run: '',
    result: JSON.stringify({
      schema_version: reportSchema,
      decision: 'invalid',
      reason_code: reason,
      reason: message,
    }),
  });
  process.exitCode = exitCodes.invalidInput;
}

async function main(): Promise<number> {
  const signal = cancelOnSignals();
  const inputs = readInputs((key) => core.getInput(key));
  if (inputs.token !== '') core.setSecret(inputs.token);
  const trigger = readTrigger(process.env);
  const root = process.env.GITHUB_WORKSPACE ?? process.cwd();
  const workspace = resolve(root, inputs.project);
  if (relative(root, workspace).startsWith('..'))
    throw new InputError('project', `\`${inputs.project}\` leaves the workspace`);
  mkdirSync(workspace, { recursive: true });

  const prepared = prepare({
    wanted:
      inputs.wanted.is === 'chain'
        ? { is: 'chain', source: sourceOf('<chain>', inputs.wanted.text) }
        : { is: 'workflow', reference: inputs.wanted.text },
    folder: workspace,
    shownFrom: root,
    given: inputs.params.map(({ name, value, text }) => ({
      name,
      value,
      source: sourceOf('<params>', text),
    })),
  });
  annotate(prepared.diagnostics);
  if (!prepared.plan) return await reportInvalid(prepared.diagnostics, inputs, trigger);
  return await run({ ...prepared, plan: prepared.plan }, inputs, trigger, workspace, signal);
}

async function run(
  prepared: Prepared & { readonly plan: Plan },
  inputs: Inputs,
  trigger: Trigger,
  workspace: string,
  signal: AbortSignal,
): Promise<number> {
  const { plan, targets } = prepared;
  const { startRun } = await import('./wiring.ts');
  const { jobReporters, writeSummary } = await import('./github/job.ts');
  const job = await jobReporters(plan, inputs, trigger, { save, now });
  const { conclusion, state, folder } = await startRun({
    plan,
    workspace,
    targets,
    environment: process.env,
    signal,
    reporters: (created) => {
      save('folder', created.path);
      return job.reporters;
    },
  });
  save('concluded', 'true');
  const report = reportOf(state, now());
  await writeSummary(report, state, trigger, job.lost());
  setOutputs({
    decision: conclusion.decision,
    reason_code: conclusion.reasonCode,
    run: folder.run,
    result: JSON.stringify(report),
  });
  for (const loss of job.lost()) core.warning(loss);
  const exitCode = exitCodeOf(conclusion.decision);
  if (exitCode !== exitCodes.done) core.error(conclusion.reason, { title: plan.name });
  return exitCode;
}

/** The step was cancelled or killed before the run was over: closes what it left open on GitHub. */
export async function post(): Promise<void> {
  try {
    if (state('concluded') === 'true' || state('folder') === '') return;
    const { readRun } = await import('./wiring.ts');
    const run = readRun(state('folder'));
    if (!run) return;
    const { closeAbandoned } = await import('./github/job.ts');
    await closeAbandoned({
      state: run,
      checkRuns: state('check_runs'),
      comment: state('comment'),
      wantsComment: core.getInput('comment') === 'true',
      token: core.getInput('token'),
      trigger: readTrigger(process.env),
      now,
      say: (text) => core.info(text),
    });
  } catch (error) {
    // Nothing is left to fail: main has ended the step already.
    core.warning(`post: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A failed check on the commit, with every mistake at its line. */
async function reportInvalid(
  diagnostics: readonly Diagnostic[],
  inputs: Inputs,
  trigger: Trigger,
): Promise<number> {
  const { writeInvalidCheck } = await import('./github/job.ts');
  const reason = countDiagnostics(diagnostics) ?? 'invalid input';
  const text = diagnostics.map((diagnostic) => printDiagnostic(diagnostic)).join('\n\n');
  core.info(text);
  const name = inputs.wanted.is === 'chain' ? 'chain' : inputs.wanted.text.replace(/^.*\/|\.ya?ml$/g, '');
  for (const loss of await writeInvalidCheck(name, reason, text, diagnostics, inputs.token, trigger))
    core.warning(loss);
  setOutputs({
    decision: 'invalid',
    reason_code: 'invalid-input',
    run: '',
    result: JSON.stringify({
      schema_version: reportSchema,
      decision: 'invalid',
      reason_code: 'invalid-input',
      reason,
      diagnostics: diagnostics.map(diagnosticJson),
    }),
  });
  core.error(`${name}: ${reason}`);
  return exitCodes.invalidInput;
}

/** On the lines of the files; a mistake in an input has no file to stand on. */
function annotate(diagnostics: readonly Diagnostic[]): void {
  for (const { severity, message, code, help, source, span } of diagnostics) {
    const { file, line, column, endColumn } = placeOf(source, span);
    const place = file.startsWith('<')
      ? {}
      : { file, startLine: line, startColumn: column, endColumn: Math.max(column, endColumn - 1) };
    const text = `${message}${help === undefined ? '' : ` (${help})`}`;
    const properties = { title: `${code} in ${file}`, ...place };
    if (severity === 'error') core.error(text, properties);
    else if (severity === 'warning') core.warning(text, properties);
    else core.notice(text, properties);
  }
}

function setOutputs(outputs: Outputs): void {
  for (const key of outputKeys) core.setOutput(key satisfies OutputKey, outputs[key]);
}

function save(key: StateKey, value: string): void {
  core.saveState(key, value);
}

function state(key: StateKey): string {
  return core.getState(key);
}
