/** A run that somebody has asked for by a comment or a label, in the job that has read it; or by the request of the router's. */
import { join } from 'node:path';
import * as core from '@actions/core';
import { type Request, readRequest } from '../admission/request.ts';
import { planned } from '../desk/definitions.ts';
import { type Desk, deskOf } from '../desk/desk.ts';
import { quoteOf } from '../desk/quote.ts';
import { bringCode, rootOf } from '../desk/tree.ts';
import { RunError } from '../drivers/run-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { InputError, type Inputs } from '../github/action-io.ts';
import { annotate } from '../github/annotate.ts';
import { openChecksOf } from '../github/check-runs.ts';
import type { Subject } from '../github/names.ts';
import { readTrigger, type Trigger } from '../github/trigger.ts';
import { chainName } from '../jobs/file-name.ts';
import { normalised } from '../language/name.ts';
import { countDiagnostics, printDiagnostic } from '../language/print-diagnostic.ts';
import { sourceOf } from '../language/source.ts';
import { type AskedRun, admittedPlan, askedFor, requesterOf } from '../parts/asked.ts';
import { leftBy, takeUp } from '../parts/go-on.ts';
import { notStarted } from '../parts/not-started.ts';
import { readProject } from '../parts/opening.ts';
import { contextOf, type OnGitHub } from '../parts/report.ts';
import { standingOf } from '../parts/standing-facts.ts';
import type { Plan } from '../plan/plan.ts';
import type { CancelSignals } from '../ports.ts';
import { isHosted, type Prepared, type PrepareRequest } from '../prepare.ts';
import type { Wanted } from '../project/load.ts';
import { harmless } from '../reports/lines.ts';
import { answer, reactTo } from './answer.ts';
import { deal } from './deal.ts';
import { isAsked, readEvent } from './event.ts';
import { runOneStep } from './one-step.ts';
import { mistakes } from './plan.ts';

export interface HereInputs extends Pick<Inputs, 'token' | 'comment'> {
  readonly project: string;
  /** The JSON of the dispatch input; empty for an event. */
  readonly request: string;
  /** Only what asks for this workflow counts. */
  readonly only?: string;
}

/** Whether this is for `runHere`: an event that somebody outside may have caused, or a request of the router's. */
export function isForHere(environment: NodeJS.ProcessEnv, request: string): boolean {
  return request.trim() !== '' || isAsked(environment);
}

export async function runHere(
  environment: NodeJS.ProcessEnv,
  inputs: HereInputs,
  signals: CancelSignals,
): Promise<number> {
  const { token } = inputs;
  if (token === '')
    throw new InputError('token', 'who asks is asked of GitHub, and for that a token is needed');
  const project = readProject(inputs.project);
  if (inputs.request.trim() !== '') {
    const request = requestIn(inputs.request);
    try {
      const desk = await deskOf(environment, token, project);
      return await run(desk, request, await askedFor(desk, request, 'chain'), inputs, signals);
    } catch (error) {
      const subject = { workflow: chainName, project };
      if (error instanceof RunError) await notStarted(environment, token, subject, request, error.message);
      throw error;
    }
  }
  const only = inputs.only;
  const dealt = await deal(
    environment,
    { token, project, ...(only === undefined ? {} : { only }) },
    readEvent(environment),
  );
  if (dealt.is === 'done') return exitCodes.done;
  const { desk, asker, wanted, admitted } = dealt;
  await reactTo(desk, asker, 'rocket');
  const { asked } = admitted;
  const isResume = asked?.is === 'control' && asked.control === 'resume';
  const isApproval = asked?.is === 'control' && asked.control === 'approve';
  const { resume } = wanted.request;
  if (wanted.goesOn && resume === undefined) throw new RunError('nothing of the run was kept');
  const [login = ''] = admitted.by;
  const decision = isApproval
    ? {
        ...{ approved: true, by: login },
        ...(admitted.comment === undefined ? {} : { at: admitted.comment.createdAt }),
        ...(asked.label === undefined ? {} : { label: asked.label }),
      }
    : undefined;
  const askedRun: AskedRun = {
    admitted,
    given: isResume ? asked.given : asked?.is === 'workflow' ? asked.given : [],
    ...(resume === undefined
      ? {}
      : {
          goingOn: {
            ...{ run: resume, token },
            ...(decision ? { decision } : {}),
            ...(isResume && asked.from !== undefined ? { from: asked.from } : {}),
          },
        }),
  };
  try {
    return await run(desk, wanted.request, askedRun, inputs, signals);
  } catch (error) {
    if (error instanceof RunError)
      await answer(desk, asker, `Nothing has started: ${mistakeText(error.message)}`);
    throw error;
  }
}

function mistakeText(message: string): string {
  return message.includes('\n')
    ? `\n\n\`\`\`text\n${message.replaceAll('```', "'''")}\n\`\`\``
    : `${message.replace(/[<>@]/g, '')}.`;
}

function requestIn(text: string): Request {
  try {
    return readRequest(text);
  } catch (error) {
    throw new InputError('request', error instanceof Error ? error.message : String(error));
  }
}

async function run(
  desk: Desk,
  request: Request,
  { admitted, given, goingOn }: AskedRun,
  inputs: HereInputs,
  signals: CancelSignals,
): Promise<number> {
  const { environment, definitions } = desk;
  const { sha, asked, pull } = admitted;
  const left = goingOn && (await leftBy(goingOn, environment));
  if (left && left.pull !== admitted.pull?.number)
    throw new RunError('the run that is to go on is about another pull request');
  if (left && left.sha !== sha)
    throw new RunError(`the run that is to go on is about ${left.sha}, and this one about ${sha}`);
  const now = new Set(given.map(({ name }) => normalised(name)));
  const kept: PrepareRequest['given'] = Object.entries(left?.parameters ?? {})
    .filter(([name]) => !now.has(normalised(name)))
    .map(([name, value]) => ({
      name,
      value: String(value),
      source: sourceOf('<run>', `--${name} ${String(value)}`),
    }));
  const prepared = planned(definitions, wantedOf(asked, left?.plan), [...kept, ...given]);
  annotate(prepared.diagnostics);
  const { plan } = prepared;
  if (!plan) {
    core.info(harmless(prepared.diagnostics.map((diagnostic) => printDiagnostic(diagnostic)).join('\n\n')));
    throw new RunError(countDiagnostics(prepared.diagnostics) ?? mistakes(prepared.diagnostics));
  }
  if (left && JSON.stringify(left.plan) !== JSON.stringify(plan))
    throw new RunError('the definitions have changed since the run began: start it again');
  const quote = quoteOf(plan);
  await admittedPlan(desk, requesterOf(admitted, left), plan, quote);
  await bringCode(sha, desk.token, definitions.project, environment);
  const workspace = join(rootOf(environment), definitions.project);
  const taken =
    left && goingOn ? takeUp(workspace, plan, left, goingOn, new Date().toISOString()) : undefined;
  // A typed chain has no name of its own.
  const workflow = plan.file.startsWith('<') ? chainName : prepared.name;
  const subject: Subject = { workflow, project: definitions.project };
  const trigger: Trigger = {
    ...readTrigger({ ...environment, ...eventAs(environment) }),
    sha,
    ...(pull ? { pull: { number: pull.number } } : {}),
    isFork: false,
  };
  const onGitHub: OnGitHub = {
    ...{ schema: 1, sha, isHosted: isHosted(prepared.runsOn), checks: left?.checks ?? [] },
    ...(left?.comment === undefined ? {} : { comment: left.comment }),
    ...(await standingOf(desk, { admitted, request, prepared, left, quote })),
  };
  const isRouted = inputs.request.trim() !== '';
  return await runOneStep({
    prepared: prepared as Prepared & { readonly plan: Plan },
    ...{ subject, inputs, trigger, workspace, signals },
    asked: {
      context: () => contextOf(onGitHub, trigger),
      ...(isRouted
        ? { adopts: async () => [...(left?.checks ?? []), ...(await openChecksOf(desk.api, trigger))] }
        : left
          ? { adopts: async () => left.checks }
          : {}),
      onGitHub,
      ...(taken ? { goesOnWith: taken.folder.run } : {}),
    },
  });
}

/** What is asked is admitted: the event that brought it is one like any other now. */
function eventAs({ GITHUB_EVENT_NAME: event }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return event === 'issue_comment' || event === 'pull_request_target'
    ? { GITHUB_EVENT_NAME: 'workflow_dispatch' }
    : {};
}

function wantedOf(asked: AskedRun['admitted']['asked'], before: Plan | undefined): Wanted {
  if (asked?.is === 'chain') return { is: 'chain', source: asked.chain };
  if (asked?.is === 'workflow') return { is: 'workflow', reference: asked.workflow };
  if (before)
    return before.file.startsWith('<')
      ? { is: 'chain', source: sourceOf(before.file, before.chain) }
      : { is: 'workflow', reference: before.name };
  throw new RunError('the request names no comment and no label: there is no chain in it');
}
