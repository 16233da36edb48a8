/** The plan job's `open`: pins the commit, plans and checks the chain, and begins the run. */
import { join } from 'node:path';
import * as core from '@actions/core';
import type { Request } from '../admission/request.ts';
import { readRequest } from '../admission/request.ts';
import { definitionsIn } from '../desk/definitions.ts';
import { type Desk, deskOf, githubOf } from '../desk/desk.ts';
import { quoteOf } from '../desk/quote.ts';
import { bringCode, rootOf } from '../desk/tree.ts';
import { offerOf } from '../drivers/offer.ts';
import { RunError } from '../drivers/run-error.ts';
import { fold } from '../engine/evolve.ts';
import { exitCodes } from '../exit-codes.ts';
import { readParams } from '../github/action-io.ts';
import { annotate } from '../github/annotate.ts';
import { secretsOf } from '../github/secrets.ts';
import { planJob } from '../jobs/layout.ts';
import { layoutKey } from '../jobs/layout-key.ts';
import { normalised } from '../language/name.ts';
import { countDiagnostics, printDiagnostic } from '../language/print-diagnostic.ts';
import { sourceOf } from '../language/source.ts';
import type { Plan } from '../plan/plan.ts';
import { isHosted, type PrepareRequest, prepare } from '../prepare.ts';
import type { Workflow } from '../project/load.ts';
import { sourcesWith } from '../project/sources.ts';
import { harmless } from '../reports/lines.ts';
import { admittedPlan, askedFor, requesterOf } from './asked.ts';
import { type GoingOn, type Left, leftBy, takeUp } from './go-on.ts';
import { demanded, input } from './inputs.ts';
import { runDirectoryOf, writeJobFile } from './job-file.ts';
import { notStarted } from './not-started.ts';
import { deadlineOf, openingPart } from './opening.ts';
import { digestOf, type OnGitHub, readOnGitHub, reportersOf, writeOnGitHub } from './report.ts';
import { attemptIn, earlierPlan } from './restore.ts';
import { runIdOf } from './run-id.ts';
import { standingOf } from './standing-facts.ts';
import { handOver, signalsOf } from './tell.ts';
import { jobOf, wholeOf } from './whole.ts';

/** What the router has shown as queued does not stay so when nothing begins. */
export async function begin(project: string): Promise<number> {
  const token = input('token');
  if (token !== '') core.setSecret(token);
  const request = requested();
  try {
    return await beginWith(request, token, project);
  } catch (error) {
    const subject = { workflow: process.env.GITHUB_WORKFLOW ?? '', project };
    if (error instanceof RunError) await notStarted(process.env, token, subject, request, error.message);
    throw error;
  }
}

async function beginWith(request: Request, token: string, project: string): Promise<number> {
  const desk = await deskFor(request, token, project);
  const { definitions, environment } = desk;
  const name = workflowIn(definitions.workflows, demanded('workflow'));
  const { admitted, given, goingOn } = await askedFor(desk, request, { workflow: name });
  const { sha } = admitted;
  const isOwn = sha === definitions.sha;
  if (!isOwn) await bringCode(sha, token, project, environment);
  const workspace = join(rootOf(environment), project);
  const left = goingOn && (await leftBy(goingOn, environment));
  if (left && left.pull !== admitted.pull?.number)
    throw new RunError('the run that is to go on is about another pull request');
  if (left && left.sha !== sha)
    throw new RunError(`the run that is to go on is about ${left.sha}, and this one about ${sha}`);
  const prepared = prepare({
    wanted: { is: 'workflow', reference: demanded('workflow') },
    folder: definitions.folder,
    shownFrom: definitions.root,
    given: [...keptFrom(left, given), ...givenIn(input('params')), ...given],
  });
  annotate(prepared.diagnostics);
  const { plan, targets, sources } = prepared;
  if (!plan) {
    core.info(harmless(prepared.diagnostics.map((diagnostic) => printDiagnostic(diagnostic)).join('\n\n')));
    throw new RunError(`${prepared.name}: ${countDiagnostics(prepared.diagnostics) ?? 'invalid input'}`);
  }
  const whole = wholeOf(plan);
  if (sourcesWith(sources, layoutKey(whole.layout)) !== demanded('sources')) {
    throw new RunError(
      `${prepared.name}: the compiled workflow is stale, its sources have changed since; run \`ml-workflow compile\` and commit what it writes`,
    );
  }
  const quote = quoteOf(plan);
  await admittedPlan(desk, requesterOf(admitted, left), plan, quote);
  for (const secret of secretsOf(plan, environment)) core.setSecret(secret);
  const attempt = attemptIn(environment);
  const job = jobOf(whole, planJob);
  const again = attempt > 1 ? await earlierPlan(workspace, plan, environment) : undefined;
  const isChanged = left !== undefined && JSON.stringify(left.plan) !== JSON.stringify(plan);
  if (isChanged && given.length === 0)
    throw new RunError(
      'the workflow has changed since the run began: start it again, and what has not changed is not asked for twice',
    );
  const taken = left && !again ? takeOver(workspace, plan, left, goingOn, isChanged) : undefined;
  const hosted = isHosted(prepared.runsOn);
  const file = {
    schema: 1 as const,
    job: planJob,
    run: again?.run ?? taken?.run ?? runIdOf(environment, attempt),
    attempt,
    epoch: again?.epoch ?? attempt,
    after: again?.after ?? 0,
    workspace,
    project,
    deadline: deadlineOf(job.minutes, hosted),
    comment: input('comment') !== 'false',
  };
  writeJobFile(file, environment);
  const { drivePart, makeRun } = await import('../wiring.ts');
  const signals = signalsOf(file);
  await makeRun({ plan, workspace, targets, environment, signals, run: file.run });
  // What an earlier attempt has left is the word of what ran in it: only what it has opened on GitHub is taken from there.
  const { comment, checks } = (again ? readOnGitHub(runDirectoryOf(file)) : left) ?? { checks: [] };
  const onGitHub: OnGitHub = {
    ...{ schema: 1, sha, isHosted: hosted, checks },
    ...(comment === undefined ? {} : { comment }),
    ...(await standingOf(desk, { admitted, request, prepared: { ...prepared, plan }, left, quote })),
  };
  writeOnGitHub(runDirectoryOf(file), onGitHub);
  core.setOutput('plan', digestOf(runDirectoryOf(file)));
  const reporting = reportersOf(plan, file, token, {
    begins: !again,
    // The router has shown that it is queued.
    adopts: request.comment !== undefined || request.label !== undefined,
  });
  const driven = await drivePart({
    ...{ workspace, run: file.run, environment, signals },
    reporters: () => reporting.reporters,
    part: openingPart(whole, planJob),
    ...(taken?.offered ? { offered: taken.offered } : {}),
  });
  const lost = reporting.lost();
  for (const loss of [...driven.losses, ...lost]) core.warning(loss);
  keepLost(runDirectoryOf(file), lost);
  await handOver({ file, token }, driven.state, whole, planJob);
  return exitCodes.done;
}

/** What this job could not write the last one does not try to: its comment says so. */
function keepLost(runDirectory: string, lost: readonly string[]): void {
  const now = readOnGitHub(runDirectory);
  if (!now || lost.length === 0) return;
  writeOnGitHub(runDirectory, { ...now, notes: [...(now.notes ?? []), ...lost.map((loss) => `${loss}.`)] });
}

/** The definitions are those of the commit that the run itself stands on, and not of the one under test. */
async function deskFor(request: Request, token: string, project: string): Promise<Desk> {
  const environment = process.env;
  const own = environment.GITHUB_SHA ?? '';
  if (request.sha !== undefined && request.sha !== own) return await deskOf(environment, token, project);
  await bringCode(own, token, project, environment);
  return {
    ...githubOf(environment, token),
    definitions: definitionsIn(rootOf(environment), project, own),
  };
}

/** What stands in the definitions' folder under that path. */
function workflowIn(workflows: readonly Workflow[], reference: string): string {
  const found = workflows.find(({ path }) => path === reference.replace(/^\.\//, ''));
  return found?.name ?? reference;
}

/** The parameters that an earlier run was started with, as far as a person does not give others now. */
function keptFrom(left: Left | undefined, given: PrepareRequest['given']): PrepareRequest['given'] {
  const now = new Set(given.map(({ name }) => normalised(name)));
  return Object.entries(left?.parameters ?? {})
    .filter(([name]) => !now.has(normalised(name)))
    .map(([name, value]) => ({
      name,
      value: String(value),
      source: sourceOf('<run>', `--${name} ${String(value)}`),
    }));
}

/** With another parameter it is another run, which takes over what has come out the same. */
function takeOver(
  workspace: string,
  plan: Plan,
  left: Left,
  goingOn: GoingOn,
  isChanged: boolean,
): { readonly run?: string; readonly offered?: ReturnType<typeof offerOf> } {
  const now = new Date().toISOString();
  if (!isChanged) return { run: takeUp(workspace, plan, left, goingOn, now).folder.run };
  const { folder, events } = takeUp(workspace, left.plan, left, goingOn, now);
  return { offered: offerOf(folder, fold(left.plan, events)) };
}

function requested(): ReturnType<typeof readRequest> {
  try {
    return readRequest(input('request'));
  } catch (error) {
    throw new RunError(`input \`request\`: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function givenIn(text: string): { name: string; value: string; source: ReturnType<typeof sourceOf> }[] {
  // GitHub's form has one line for it.
  return readParams(
    text.replaceAll(';', '\n'),
    (message) => new RunError(`input \`params\`: ${message}`),
  ).map(({ name, value, text: line }) => ({ name, value, source: sourceOf('<params>', line) }));
}
