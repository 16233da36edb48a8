/** The plan job's `open`: pins the commit, plans and checks the chain, and begins the run. */
import { join } from 'node:path';
import * as core from '@actions/core';
import { RunError } from '../drivers/run-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { readParams } from '../github/action-io.ts';
import { annotate } from '../github/annotate.ts';
import { secretsOf } from '../github/secrets.ts';
import { planJob } from '../jobs/layout.ts';
import { layoutKey } from '../jobs/layout-key.ts';
import { countDiagnostics, printDiagnostic } from '../language/print-diagnostic.ts';
import { sourceOf } from '../language/source.ts';
import { isHosted, prepare } from '../prepare.ts';
import { sourcesWith } from '../project/sources.ts';
import { harmless } from '../reports/lines.ts';
import { demanded, input } from './inputs.ts';
import { runDirectoryOf, writeJobFile } from './job-file.ts';
import { deadlineOf, openingPart } from './opening.ts';
import { digestOf, readOnGitHub, reportersOf, writeOnGitHub } from './report.ts';
import { readRequest } from './request.ts';
import { attemptIn, earlierPlan } from './restore.ts';
import { runIdOf } from './run-id.ts';
import { exportHandOver, signalsOf } from './tell.ts';
import { bringCode, bringDefinitions, rootOf } from './tree.ts';
import { jobOf, wholeOf } from './whole.ts';

export async function begin(project: string): Promise<number> {
  const token = input('token');
  if (token !== '') core.setSecret(token);
  const request = requested();
  const definitionsSha = process.env.GITHUB_SHA ?? '';
  const sha = request.sha ?? definitionsSha;
  await bringCode(sha, token, project, process.env);
  // What a run may do is decided by the commit that the run itself stands on, not by the one under test.
  const definitions =
    sha === definitionsSha ? rootOf(process.env) : await bringDefinitions(definitionsSha, token, process.env);
  const workspace = join(rootOf(process.env), project);
  const prepared = prepare({
    wanted: { is: 'workflow', reference: demanded('workflow') },
    folder: join(definitions, project),
    shownFrom: definitions,
    given: givenIn(input('params')),
  });
  annotate(prepared.diagnostics);
  const { plan, targets, sources } = prepared;
  if (!plan) {
    core.info(harmless(prepared.diagnostics.map((diagnostic) => printDiagnostic(diagnostic)).join('\n\n')));
    core.setFailed(`${prepared.name}: ${countDiagnostics(prepared.diagnostics) ?? 'invalid input'}`);
    return exitCodes.invalidInput;
  }
  const whole = wholeOf(plan);
  if (sourcesWith(sources, layoutKey(whole.layout)) !== demanded('sources')) {
    core.setFailed(
      `${prepared.name}: the compiled workflow is stale, its sources have changed since; run \`ml-workflow compile\` and commit what it writes`,
    );
    return exitCodes.invalidInput;
  }
  for (const secret of secretsOf(plan, process.env)) core.setSecret(secret);
  const attempt = attemptIn(process.env);
  const job = jobOf(whole, planJob);
  const earlier = attempt > 1 ? await earlierPlan(workspace, plan, process.env) : undefined;
  const hosted = isHosted(prepared.runsOn);
  const file = {
    schema: 1 as const,
    job: planJob,
    run: earlier?.run ?? runIdOf(process.env, attempt),
    attempt,
    epoch: earlier?.epoch ?? attempt,
    after: earlier?.after ?? 0,
    workspace,
    project,
    deadline: deadlineOf(job.minutes, hosted),
    comment: input('comment') !== 'false',
  };
  writeJobFile(file, process.env);
  const { drivePart, makeRun } = await import('../wiring.ts');
  const signals = signalsOf(file);
  await makeRun({ plan, workspace, targets, environment: process.env, signals, run: file.run });
  // What an earlier attempt has left is the word of what ran in it: only what it has opened on GitHub is taken from there.
  const { comment, checks } = readOnGitHub(runDirectoryOf(file)) ?? { checks: [] };
  writeOnGitHub(runDirectoryOf(file), {
    schema: 1,
    sha,
    ...(request.pr === undefined ? {} : { pull: request.pr }),
    ...(comment === undefined ? {} : { comment }),
    isHosted: hosted,
    checks,
  });
  core.setOutput('plan', digestOf(runDirectoryOf(file)));
  const reporting = reportersOf(plan, file, token, { begins: !earlier });
  const driven = await drivePart({
    ...{ workspace, run: file.run, environment: process.env, signals },
    reporters: () => reporting.reporters,
    part: openingPart(whole, planJob),
  });
  for (const loss of [...driven.losses, ...reporting.lost()]) core.warning(loss);
  exportHandOver(driven.state, whole, planJob);
  return exitCodes.done;
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
