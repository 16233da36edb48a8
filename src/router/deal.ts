/** A comment or a label → what it asks for, admitted and planned; or the answer why nothing starts. */
import * as core from '@actions/core';
import { type Admission, type Admitted, admit, type Start } from '../admission/admit.ts';
import { admitPlan } from '../admission/admit-plan.ts';
import { type Asked, type AskedWork, readComment } from '../admission/asked.ts';
import { commandLines } from '../admission/comment-lines.ts';
import type { PullRequest } from '../admission/forge.ts';
import { ledgerKey, overLimit } from '../admission/limits.ts';
import { Names } from '../admission/names.ts';
import { type Refused, refused } from '../admission/refusal.ts';
import { bodyHash, type Request } from '../admission/request.ts';
import { admissionRequest, planAdmission } from '../desk/admission-request.ts';
import { type Desk, deskOf } from '../desk/desk.ts';
import { hands } from '../desk/hands.ts';
import { quoteOf } from '../desk/quote.ts';
import { reasonOf } from '../github/api.ts';
import { removeLabel } from '../github/labels.ts';
import type { Plan } from '../plan/plan.ts';
import type { Prepared } from '../prepare.ts';
import { code, sentence } from '../reports/markdown-text.ts';
import { type Asker, answer, reactTo } from './answer.ts';
import { control } from './control.ts';
import type { RouterEvent } from './event.ts';
import { passUnneeded } from './opened.ts';
import { mistakes, plannedFor } from './plan.ts';
import { markStale } from './stale.ts';
import { placeOfWork, type Wanted } from './start.ts';

export interface DealInputs {
  readonly token: string;
  /** Relative to the repository; empty for its root. */
  readonly project: string;
  /** Only what asks for this workflow counts; everything when absent. */
  readonly only?: string;
}

export type Dealt =
  /** Whatever was to be said has been said. */
  | { readonly is: 'done' }
  | {
      readonly is: 'start';
      readonly desk: Desk;
      readonly asker: Asker;
      readonly wanted: Wanted;
      readonly admitted: Admitted;
      /** Undefined for a run that goes on. */
      readonly prepared?: Prepared & { readonly plan: Plan };
    };

const done: Dealt = { is: 'done' };

/** Never rejects for what somebody has written: that is answered where it stands. */
export async function deal(
  environment: NodeJS.ProcessEnv,
  inputs: DealInputs,
  event: RouterEvent,
): Promise<Dealt> {
  switch (event.is) {
    case 'nothing':
      return silent(event.why);
    case 'comment':
      return await onComment(environment, inputs, event);
    case 'label':
      return await onLabel(environment, inputs, event);
    case 'pushed':
      return await onPush(environment, inputs, event);
    case 'opened':
      return await onOpened(environment, inputs, event);
  }
}

async function onComment(
  environment: NodeJS.ProcessEnv,
  inputs: DealInputs,
  event: RouterEvent & { readonly is: 'comment' },
): Promise<Dealt> {
  if (event.isBot) return silent('what a program has written starts nothing');
  // Most comments are for people: nothing is fetched or asked for those.
  const seen = commandLines(event.body, () => true);
  if (seen.lines.length === 0 && seen.refused === undefined) return silent('there is no command in it');
  const desk = await deskOf(environment, inputs.token, inputs.project);
  const read = readComment(event.body, desk.definitions);
  if (read.is === 'nothing') return silent('there is no command in it');
  if (read.is === 'mistake' && read.isPerhapsForOthers)
    return silent('no command of this project comes near to it: it may be meant for another program');
  if (read.is === 'asked' && isForOthers(inputs.only, read.asked))
    return silent(`it asks for something else than \`${inputs.only}\``);
  const asker: Asker = { pull: event.pull, comment: event.id, login: event.login };
  await reactTo(desk, asker, 'eyes');
  const body = bodyHash(event.body);
  const start: Start = { is: 'comment', id: event.id, pull: event.pull, body };
  const admission = await admit(desk.forge, admissionRequest(desk, start, { also: againBy(environment) }));
  return await dealWith(desk, asker, admission, { comment: { id: event.id, body } });
}

/** Who runs the job again asks for it anew: what somebody has said once is not for everybody to repeat. */
function againBy(environment: NodeJS.ProcessEnv) {
  return hands({ ...environment, GITHUB_EVENT_NAME: 'issue_comment' }, {});
}

function isForOthers(only: string | undefined, asked: Asked): boolean {
  return (
    only !== undefined && asked.is !== 'control' && !(asked.is === 'workflow' && asked.workflow === only)
  );
}

async function dealWith(
  desk: Desk,
  asker: Asker,
  admission: Admission,
  by: Pick<Request, 'comment' | 'label'>,
): Promise<Dealt> {
  switch (admission.is) {
    case 'nothing':
      return silent('there is nothing in it that could be started');
    case 'refused':
      return await refuse(desk, asker, admission);
    case 'mistake':
      return await misunderstood(desk, asker, mistakes(admission.diagnostics));
    case 'admitted':
      break;
  }
  const { asked, pull } = admission;
  if (!asked || !pull) return silent('it asks for nothing');
  try {
    if (asked.is !== 'control') return await work(desk, asker, { ...admission, pull }, asked, asked, by);
    const controlled = await control(desk, asker, { ...admission, asked, pull }, by);
    if (controlled.is === 'start')
      return { is: 'start', desk, asker, wanted: controlled.wanted, admitted: admission };
    await reactTo(desk, asker, controlled.reaction);
    await answer(desk, asker, controlled.text);
    return done;
  } catch (error) {
    await reactTo(desk, asker, 'confused');
    await answer(
      desk,
      asker,
      `That did not work: ${sentence(reasonOf(error))}. The [log](${desk.url}) tells more.`,
    );
    throw error;
  }
}

async function work(
  desk: Desk,
  asker: Asker,
  admitted: Admitted & { readonly pull: PullRequest },
  asked: AskedWork,
  { text }: Pick<Asked, 'text'>,
  by: Pick<Request, 'comment' | 'label'>,
): Promise<Dealt> {
  const prepared = plannedFor(desk.definitions, asked);
  const { plan } = prepared;
  if (!plan) return await misunderstood(desk, asker, mistakes(prepared.diagnostics));
  const quote = quoteOf(plan);
  const obstacle =
    (await admitPlan(desk.forge, planAdmission(desk, admitted, plan))) ??
    (await limit(desk, admitted, quote));
  if (obstacle) return await refuse(desk, asker, obstacle);
  const wanted: Wanted = {
    ...placeOfWork(asked, desk.definitions.project),
    request: { sha: admitted.sha, pr: admitted.pull.number, ...by },
    ...{ by: asker.login, asked: text },
    ...(quote === undefined ? {} : { quote }),
  };
  return { is: 'start', desk, asker, wanted, admitted, prepared: { ...prepared, plan } };
}

/** What the day has room for. A ledger that cannot be read leaves no room where there is a limit, and is not asked where there is none. */
async function limit(
  desk: Desk,
  { by: [login] }: Admitted,
  quote: number | undefined,
): Promise<Refused | undefined> {
  const { limits } = desk.definitions.policy;
  if (Object.keys(limits).length === 0) return undefined;
  const now = new Date().toISOString();
  try {
    const why = overLimit(await desk.state.read(ledgerKey(now)), limits, { by: login, now, quote });
    return why === undefined ? undefined : refused('over-limit', why);
  } catch (error) {
    return refused('over-limit', `what was started today cannot be read: ${reasonOf(error)}`);
  }
}

async function misunderstood(desk: Desk, asker: Asker, text: string): Promise<Dealt> {
  await reactTo(desk, asker, 'confused');
  await answer(desk, asker, `This was not understood, and nothing has started.\n\n${text}`);
  return done;
}

async function refuse(
  desk: Desk,
  asker: Asker,
  { code: reason, sentence: why, help }: Refused,
): Promise<Dealt> {
  core.notice(`refused (${reason}): ${why}`);
  await reactTo(desk, asker, '-1');
  const what =
    asker.comment === undefined
      ? `The label that ${code(asker.login)} has set started nothing`
      : 'Nothing has started';
  const more = help === undefined ? '' : `\n\nWhat to do: ${sentence(help)}.`;
  await answer(desk, asker, `${what}: ${sentence(why)}.${more}`);
  return done;
}

async function onLabel(
  environment: NodeJS.ProcessEnv,
  inputs: DealInputs,
  event: RouterEvent & { readonly is: 'label' },
): Promise<Dealt> {
  if (event.isBot) return silent('a label that a program has set starts nothing');
  const desk = await deskOf(environment, inputs.token, inputs.project);
  const meant = new Names(desk.definitions).byLabel(event.label);
  if (meant.length === 0) return silent(`no workflow is started by the label \`${event.label}\``);
  if (inputs.only !== undefined && meant.every(({ name }) => name !== inputs.only))
    return silent(`the label asks for something else than \`${inputs.only}\``);
  const asker: Asker = { pull: event.pull, login: event.login };
  const labelled = await desk.forge.newestLabelling(event.pull, event.label);
  // It has approved one commit: whoever wants another one sets it again.
  await removeLabel(desk.api, desk, event.pull, event.label);
  if (!labelled || labelled.by.login !== event.login)
    return await refuse(desk, asker, refused('label-gone', 'GitHub does not say who has set the label'));
  const { pull, sha } = event;
  const start: Start = { is: 'label', pull, sha, by: { event: labelled.event } };
  const admission = await admit(desk.forge, admissionRequest(desk, start, { also: againBy(environment) }));
  return await dealWith(desk, asker, admission, { label: labelled.event });
}

async function onPush(
  environment: NodeJS.ProcessEnv,
  { token, project }: DealInputs,
  event: RouterEvent & { readonly is: 'pushed' },
): Promise<Dealt> {
  const desk = await deskOf(environment, token, project);
  const names = new Names(desk.definitions);
  // What was approved is not what is there now.
  for (const label of event.labels)
    if (names.byLabel(label).length > 0) await removeLabel(desk.api, desk, event.pull, label);
  await markStale(desk, event.pull, { because: 'head-moved', now: event.sha });
  await passUnneeded(desk, event.pull, event.sha);
  return done;
}

async function onOpened(
  environment: NodeJS.ProcessEnv,
  { token, project }: DealInputs,
  event: RouterEvent & { readonly is: 'opened' },
): Promise<Dealt> {
  await passUnneeded(await deskOf(environment, token, project), event.pull, event.sha);
  return done;
}

function silent(why: string): Dealt {
  core.info(why);
  return done;
}
