/** Who has asked for this run, and for which code: asked again in the job that begins it, whatever whoever dispatched it says. */
import * as core from '@actions/core';
import { type AdmissionRequest, type Admitted, admit, type Start } from '../admission/admit.ts';
import { admitPlan } from '../admission/admit-plan.ts';
import { entered, ledgerKey, overLimit, settled } from '../admission/limits.ts';
import type { Refused } from '../admission/refusal.ts';
import type { Request } from '../admission/request.ts';
import { admissionRequest, planAdmission } from '../desk/admission-request.ts';
import type { Desk } from '../desk/desk.ts';
import { hands } from '../desk/hands.ts';
import { RunError } from '../drivers/run-error.ts';
import { reasonOf } from '../github/api.ts';
import { printDiagnostic } from '../language/print-diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import type { PrepareRequest } from '../prepare.ts';
import type { GoingOn } from './go-on.ts';

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

/** Approving, and going on, is said in a comment, where everybody can read it. */
function goingOnWith(desk: Desk, run: number, admitted: Admitted): AskedRun {
  const { asked, by } = admitted;
  const [login = ''] = by;
  const shared = { run, token: desk.token };
  if (asked === undefined)
    throw new RunError('a run goes on by a comment, `/ml-approve` or `/ml-resume`, and `request` names none');
  if (asked.is === 'control' && asked.control === 'approve') {
    const at = admitted.comment?.createdAt;
    const decision = {
      approved: true,
      by: login,
      ...(at === undefined ? {} : { at }),
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
  if (Object.keys(limits).length === 0) return;
  const now = new Date().toISOString();
  const { GITHUB_RUN_ID: id = '', GITHUB_WORKFLOW: workflow = '' } = desk.environment;
  const run = Number(id);
  const [by] = admitted.by;
  // What goes on was counted when it began.
  if (admitted.asked?.is === 'control' && admitted.asked.control === 'approve') return;
  let why: string | undefined;
  try {
    const counted = settled(await desk.state.read(ledgerKey(now)), run, 0);
    // The router has counted what it has started, and said no before it did.
    if (counted !== undefined) return;
    await desk.state.change(
      ledgerKey(now),
      (before) => {
        why = overLimit(before, limits, { by, now, quote });
        if (why !== undefined) return undefined;
        return entered(before, {
          ...{ at: now, workflow: workflow.slice(0, 200) || plan.name, run },
          ...(by === undefined ? {} : { by }),
          ...(admitted.pull === undefined ? {} : { pr: admitted.pull.number }),
          ...(quote === undefined ? {} : { quote }),
        });
      },
      `Enter run ${run}`,
    );
  } catch (error) {
    throw new RunError(`what was started today cannot be counted: ${reasonOf(error)}`);
  }
  if (why !== undefined) throw new RunError(why);
}

/** Who approves has the right to approve; what the plan needs beside it was asked of whoever started the run, and is again. */
export function requesterOf(
  admitted: Admitted,
  left: { readonly by: string | undefined } | undefined,
): Admitted {
  const isApproval = admitted.asked?.is === 'control' && admitted.asked.control === 'approve';
  return isApproval && left?.by !== undefined ? { ...admitted, by: [left.by] } : admitted;
}

function refusal({ code, sentence, help }: Refused): RunError {
  core.setOutput('reason_code', code);
  return new RunError(`refused: ${sentence}${help === undefined ? '' : `; ${help}`}`);
}
