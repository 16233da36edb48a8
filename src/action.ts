/** Entry of the GitHub Action: one step that plans, runs, gates and reports. */
import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import * as core from '@actions/core';
import { RunError } from './drivers/run-error.ts';
import type { RunState } from './engine/state.ts';
import { exitCodes } from './exit-codes.ts';
import {
  InputError,
  type Inputs,
  type OutputKey,
  type Outputs,
  outputKeys,
  readAskedInputs,
  readCommand,
  readInputs,
  type StateKey,
} from './github/action-io.ts';
import { annotate } from './github/annotate.ts';
import { labelOf, type Subject } from './github/names.ts';
import { invalidOutput } from './github/result-output.ts';
import { readTrigger, type Trigger, TriggerRefused } from './github/trigger.ts';
import type { Diagnostic } from './language/diagnostic.ts';
import { diagnosticJson } from './language/diagnostic-json.ts';
import { countDiagnostics, printDiagnostic } from './language/print-diagnostic.ts';
import { sourceOf } from './language/source.ts';
import { endPodsOf } from './parts/end-pods.ts';
import { prepare } from './prepare.ts';
import { reportSchema } from './reports/report.ts';
import { cancelOnSignals } from './signals.ts';
import { neverInSilence, stalledMessage } from './silence.ts';

const now = () => new Date().toISOString();

export async function action(): Promise<void> {
  try {
    process.exitCode = await neverInSilence(process, main, () => {
      core.error(`internal error, please report it: ${stalledMessage}`);
      process.exit(1);
    });
  } catch (error) {
    if (error instanceof InputError) return fail('invalid-input', `input \`${error.key}\`: ${error.message}`);
    if (error instanceof TriggerRefused) return fail('refused-trigger', error.message);
    const reason = error instanceof Error ? error.message : String(error);
    setOutputs({
      decision: 'failed',
      reason_code: 'internal-error',
      run: '',
      result: JSON.stringify({
        schema_version: reportSchema,
        decision: 'failed',
        reason_code: 'internal-error',
        reason: reason.slice(0, 1000),
      }),
    });
    const details = error instanceof Error ? (error.stack ?? reason) : reason;
    core.setFailed(error instanceof RunError ? reason : `internal error, please report it: ${details}`);
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
  const command = readCommand((key) => core.getInput(key));
  if (command === 'reap') return await reapPods();
  if (command === 'route') return await routeEvent();
  if (command === 'catch-up') return await catchUpSchedules();
  const signals = cancelOnSignals();
  const request = core.getInput('request');
  const { isForHere, runHere } = await import('./router/here.ts');
  if (isForHere(process.env, request)) {
    const { project, token, comment, workflow, chain } = readAskedInputs((key) => core.getInput(key));
    if (token !== '') core.setSecret(token);
    if (chain !== '')
      throw new InputError('chain', 'what runs is what the comment says; give `workflow:`, or neither');
    const only = workflow === '' ? {} : { only: workflow };
    return await runHere(process.env, { project, token, comment, request, ...only }, signals);
  }
  const inputs = readInputs((key) => core.getInput(key));
  if (inputs.token !== '') core.setSecret(inputs.token);
  const trigger = readTrigger(process.env);
  const { root, workspace, project } = projectIn(inputs.project);

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
  const { plan } = prepared;
  const subject: Subject = { workflow: prepared.name, project };
  if (!plan) return await reportInvalid(prepared.diagnostics, subject, inputs, trigger);
  const { runOneStep } = await import('./router/one-step.ts');
  return await runOneStep({
    prepared: { ...prepared, plan },
    ...{ subject, inputs, trigger, workspace, signals },
  });
}

async function routeEvent(): Promise<number> {
  const token = core.getInput('token').trim();
  if (token === '')
    throw new InputError('token', 'a router without a token can ask nobody, and start nothing');
  core.setSecret(token);
  const { route } = await import('./router/route.ts');
  const { readProject } = await import('./parts/opening.ts');
  return await route(process.env, { token, project: readProject(core.getInput('project')) });
}

async function catchUpSchedules(): Promise<number> {
  const token = core.getInput('token').trim();
  if (token === '') throw new InputError('token', 'without a token nothing can be looked at, or started');
  core.setSecret(token);
  const { catchUp } = await import('./parts/catch-up.ts');
  const { readProject } = await import('./parts/opening.ts');
  return await catchUp(process.env, { token, project: readProject(core.getInput('project')) });
}

/** Ends what is left of the repository's pods, and fails the step when that could not be done. */
async function reapPods(): Promise<number> {
  const key = process.env.RUNPOD_API_KEY?.trim() ?? '';
  if (key === '')
    throw new InputError(
      'command',
      "`reap` needs the account's key as the environment variable `RUNPOD_API_KEY`",
    );
  core.setSecret(key);
  const { reapAccount, reapJson, reapText } = await import('./runpod/reap-account.ts');
  const folder = process.env.GITHUB_WORKSPACE ?? process.cwd();
  const result = await reapAccount({ environment: process.env, folder, key });
  if (result.is === 'done') core.info(reapText(result.reaped));
  const hasFailed = result.problem !== undefined;
  setOutputs({
    decision: hasFailed ? 'failed' : 'passed',
    reason_code: hasFailed ? 'reap-failed' : 'reaped',
    run: '',
    result: JSON.stringify(reapJson(result)),
  });
  if (result.problem === undefined) return exitCodes.done;
  core.error(result.problem, { title: 'pods may be left' });
  return exitCodes.failed;
}

/** Where the project is: absolute, and as it stands in the names of check runs. */
function projectIn(input: string): { root: string; workspace: string; project: string } {
  const root = process.env.GITHUB_WORKSPACE ?? process.cwd();
  const workspace = resolve(root, input);
  const inside = relative(root, workspace);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    throw new InputError('project', `\`${input}\` leaves the workspace`);
  if (!statSync(workspace, { throwIfNoEntry: false })?.isDirectory())
    throw new InputError('project', `no such folder: \`${input}\``);
  return { root, workspace, project: inside.split(sep).join('/') };
}

/** Closes what main has left open on GitHub: it was killed before the run was over, or a call did not get through. */
export async function post(): Promise<void> {
  // Money first.
  if (state('folder') !== '') await endPodsOf(state('folder'));
  try {
    const { openChecks } = await import('./github/check-runs.ts');
    const checkRuns = openChecks(state('check_runs'));
    // A person decides about it: until then it stays as it is.
    if (state('concluded') === 'waiting') return;
    const isConcluded = state('concluded') === 'true';
    const failure = state('failure');
    const isUnfinished = state('folder') !== '' && !isConcluded && failure === '';
    if (checkRuns.length === 0 && !isUnfinished) return;
    const { closeAbandoned, closeUntold } = await import('./github/job.ts');
    const left = {
      checkRuns,
      token: core.getInput('token'),
      trigger: triggerOfPost(),
      say: (text: string) => core.info(text),
    };
    const found = failure === '' && state('folder') !== '' ? await journalled(state('folder')) : undefined;
    if (!found) {
      const title = failure === '' ? 'the job ended before the run did' : failure;
      return await closeUntold({ ...left, conclusion: failure === '' ? 'cancelled' : 'failure', title });
    }
    await closeAbandoned({
      ...left,
      state: found,
      ...(aboutIn() ? { workflow: aboutIn()?.workflow } : {}),
      project: projectIn(core.getInput('project') || '.').project,
      comment: state('comment'),
      wantsComment: core.getInput('comment') === 'true',
      wantsSummary: !isConcluded,
      now,
    });
  } catch (error) {
    // Nothing is left to fail: main has ended the step already.
    core.warning(`post: ${error instanceof Error ? error.message : String(error)}`);
  }
}

interface About {
  readonly sha: string;
  readonly pull?: { readonly number: number };
  readonly workflow: string;
}

/** Of what somebody has asked for, by a comment that is no part of any event of post's. */
function aboutIn(): About | undefined {
  return state('about') === '' ? undefined : (JSON.parse(state('about')) as About);
}

function triggerOfPost(): Trigger {
  const about = aboutIn();
  if (!about) return readTrigger(process.env);
  const { sha, pull } = about;
  const trigger = readTrigger({ ...process.env, GITHUB_EVENT_NAME: 'workflow_dispatch' });
  return { ...trigger, sha, isFork: false, ...(pull ? { pull } : {}) };
}

/** Undefined when the folder does not tell: what is open must be closed all the same. */
async function journalled(folder: string): Promise<RunState | undefined> {
  const { readRun } = await import('./wiring.ts');
  try {
    return readRun(folder);
  } catch (error) {
    core.info(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** A failed check on the commit, with every mistake at its line. */
async function reportInvalid(
  diagnostics: readonly Diagnostic[],
  subject: Subject,
  inputs: Inputs,
  trigger: Trigger,
): Promise<number> {
  const { reportInvalidTo } = await import('./github/invalid.ts');
  const reason = countDiagnostics(diagnostics) ?? 'invalid input';
  const text = diagnostics.map((diagnostic) => printDiagnostic(diagnostic)).join('\n\n');
  core.info(text);
  setOutputs({
    decision: 'invalid',
    reason_code: 'invalid-input',
    run: '',
    result: invalidOutput({
      schema_version: reportSchema,
      decision: 'invalid',
      reason_code: 'invalid-input',
      reason,
      diagnostics: diagnostics.map(diagnosticJson),
    }),
  });
  const { token, comment: wantsComment } = inputs;
  const losses = await reportInvalidTo({ subject, reason, text, diagnostics, token, wantsComment, trigger });
  for (const loss of losses) core.warning(loss);
  core.error(`${labelOf(subject)}: ${reason}`);
  return exitCodes.invalidInput;
}

function setOutputs(outputs: Outputs): void {
  for (const key of outputKeys) core.setOutput(key satisfies OutputKey, outputs[key]);
}

function state(key: StateKey): string {
  return core.getState(key);
}
