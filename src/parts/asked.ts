/** Who has asked for this run, and for which code: asked again in the job that begins it, whatever whoever dispatched it says. */
import * as core from '@actions/core';
import { type AdmissionRequest, type Admitted, admit, type Start } from '../admission/admit.ts';
import { admitPlan } from '../admission/admit-plan.ts';
import type { Person } from '../admission/forge.ts';
import { ledgerKey, overLimit } from '../admission/limits.ts';
import type { Refused } from '../admission/refusal.ts';
import type { Request } from '../admission/request.ts';
import { admissionRequest, planAdmission } from '../desk/admission-request.ts';
import type { Desk } from '../desk/desk.ts';
import { RunError } from '../drivers/run-error.ts';
import { reasonOf } from '../github/api.ts';
import { printDiagnostic } from '../language/print-diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import type { PrepareRequest } from '../prepare.ts';
import type { GoingOn } from './go-on.ts';

/** Of the job's own token. */
const ownLogin = 'github-actions[bot]';

export interface AskedRun {
  readonly admitted: Admitted;
  /** What goes on, and with which decision; absent for a run that begins. */
  readonly goingOn?: GoingOn;
  /** Parameters that the comment gives. */
  readonly given: PrepareRequest['given'];
}

/** `runs`: what this file runs. Rejects with a `RunError` for what may not run. */
export async function askedFor(
  desk: Desk,
  request: Request,
  runs: NonNullable<AdmissionRequest['runs']>,
): Promise<AskedRun> {
  const { environment } = desk;
  const { GITHUB_EVENT_NAME: event = '' } = environment;
  const also = hands(environment, request);
  const admission = await admit(
    desk.forge,
    admissionRequest(desk, startOf(event, request), { also, ...(isTrusted(event, request) ? {} : { runs }) }),
  );
  switch (admission.is) {
    case 'admitted':
      break;
    case 'refused':
      throw refusal(admission);
    case 'mistake':
      throw new RunError(admission.diagnostics.map((one) => printDiagnostic(one)).join('\n\n'));
    case 'nothing':
      throw new RunError('the comment or label that is named asks for nothing');
  }
  const { asked } = admission;
  if (request.resume === undefined) {
    if (asked?.is === 'control')
      throw new RunError(
        `\`${asked.text}\` starts no run of its own, and \`request\` names none to go on with`,
      );
    return { admitted: admission, given: asked?.is === 'workflow' ? asked.given : [] };
  }
  if (admission.by.length === 0) throw new RunError('a run goes on when a person says so');
  return goingOnWith(desk, request.resume, admission);
}

/** A person who dispatches a run by hand may let it go on as it is; approving and more is said in a comment, where it can be read. */
function goingOnWith(desk: Desk, run: number, admitted: Admitted): AskedRun {
  const { asked, by } = admitted;
  const [login = ''] = by;
  const shared = { run, token: desk.token };
  if (asked === undefined) return { admitted, given: [], goingOn: shared };
  if (asked.is === 'control' && asked.control === 'approve') {
    const decision = {
      approved: true,
      by: login,
      ...(asked.label === undefined ? {} : { label: asked.label }),
    };
    return { admitted, given: [], goingOn: { ...shared, decision } };
  }
  if (asked.is === 'control' && asked.control === 'resume')
    return {
      admitted,
      given: asked.given,
      goingOn: { ...shared, ...(asked.from === undefined ? {} : { from: asked.from }) },
    };
  throw new RunError(`\`${asked.text}\` is no word to go on with a run`);
}

function isTrusted(event: string, { comment, label }: Request): boolean {
  return comment === undefined && label === undefined && event !== 'workflow_dispatch';
}

function startOf(event: string, request: Request): Start {
  const { comment, label, pr, sha, slot } = request;
  if (comment !== undefined && pr !== undefined)
    return {
      ...{ is: 'comment', id: comment.id, pull: pr, body: comment.body },
      ...(sha === undefined ? {} : { sha }),
    };
  if (label !== undefined && pr !== undefined && sha !== undefined)
    return { is: 'label', pull: pr, sha, by: { event: label } };
  if (label !== undefined)
    throw new RunError('input `request`: a label names its commit, and `sha` is missing');
  if (event === 'workflow_dispatch')
    return {
      is: 'dispatch',
      ...(pr === undefined ? {} : { pull: pr }),
      ...(sha === undefined ? {} : { sha }),
      ...(slot === undefined ? {} : { slot }),
    };
  return { is: event === 'schedule' ? 'schedule' : 'push' };
}

/** Whoever has started the run, and this attempt of it, besides the person whose comment or label is named. */
function hands(environment: NodeJS.ProcessEnv, request: Request): NonNullable<AdmissionRequest['also']> {
  const { GITHUB_ACTOR: actor = '', GITHUB_TRIGGERING_ACTOR: again = actor } = environment;
  const { GITHUB_EVENT_NAME: event, GITHUB_RUN_ATTEMPT: attempt = '1' } = environment;
  const isNamed = request.comment !== undefined || request.label !== undefined;
  const found: Person[] = [];
  // Our own token dispatches what a person has asked for; then it is the person who counts.
  const isByRouter = actor === ownLogin && isNamed;
  if (event === 'workflow_dispatch' && !isByRouter) found.push(personOf(actor));
  if (Number(attempt) > 1 && again !== '' && again !== ownLogin) found.push(personOf(again));
  return found;
}

function personOf(login: string): Person {
  return { login, isBot: login.endsWith('[bot]') };
}

/** Rejects with a `RunError` when this plan is not for these people, this code or this day. */
export async function admittedPlan(
  desk: Desk,
  admitted: Admitted,
  plan: Plan,
  quote: number | undefined,
): Promise<void> {
  const obstacle = await admitPlan(desk.forge, planAdmission(desk, admitted, plan));
  if (obstacle) throw refusal(obstacle);
  const { limits } = desk.definitions.policy;
  // The router has counted what it has started, and said no before it did.
  const isCounted = desk.environment.GITHUB_ACTOR === ownLogin && admitted.asked !== undefined;
  if (Object.keys(limits).length === 0 || isCounted) return;
  const now = new Date().toISOString();
  try {
    const stored = await desk.state.read(ledgerKey(now));
    const why = overLimit(stored, limits, { by: admitted.by[0], now, quote });
    if (why !== undefined) throw new RunError(why);
  } catch (error) {
    if (error instanceof RunError) throw error;
    throw new RunError(`what was started today cannot be read: ${reasonOf(error)}`);
  }
}

function refusal({ code, sentence, help }: Refused): RunError {
  core.setOutput('reason_code', code);
  return new RunError(`refused: ${sentence}${help === undefined ? '' : `; ${help}`}`);
}
