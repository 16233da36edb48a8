/** What all jobs of a run have to know of it beside its plan: who asked, what it is compared with, whom it tells. */
import * as core from '@actions/core';
import type { Admitted } from '../admission/admit.ts';
import type { Request } from '../admission/request.ts';
import { branchOf } from '../desk/admission-request.ts';
import type { Desk } from '../desk/desk.ts';
import { acceptedOn } from '../github/accepted.ts';
import { reasonOf } from '../github/api.ts';
import type { Prepared } from '../prepare.ts';
import type { BaseRun } from '../reports/context.ts';
import type { Left } from './go-on.ts';
import type { OnGitHub } from './report.ts';
import { slotFacts } from './slots.ts';

export interface Facts {
  readonly admitted: Admitted;
  readonly request: Request;
  readonly prepared: Prepared;
  /** The run that this one goes on with. */
  readonly left: Left | undefined;
  /** Dollars at worst. */
  readonly quote: number | undefined;
}

/** Reads what is compared from the state of the repository. Never rejects for that. */
export async function standingOf(
  desk: Desk,
  { admitted, request, prepared, left, quote }: Facts,
): Promise<Omit<OnGitHub, 'schema' | 'sha' | 'isHosted' | 'checks' | 'comment'>> {
  const { pull, by, asked, notes } = admitted;
  const { definitions, environment } = desk;
  const baseRef = pull?.baseRef ?? branchOf(environment);
  const base = await baseOf(desk, prepared.name, baseRef);
  const { drift } = prepared.workflow ?? {};
  const isApproval = asked?.is === 'control' && asked.control === 'approve';
  const subject = { workflow: prepared.name, project: definitions.project };
  const schedule = prepared.workflow?.on?.schedule;
  const { slot, notes: ofSlot } = await slotFacts(desk, subject, request, schedule);
  const said = [...notes, ...ofSlot];
  const [login] = by;
  // Who approves has not asked for it.
  const requester = left ? left.by : login;
  const text = left ? left.asked : asked?.text;
  return {
    ...(pull === undefined ? {} : { pull: pull.number }),
    ...(requester === undefined ? {} : { by: requester }),
    ...(text === undefined || text === '' ? {} : { asked: text }),
    ...(isApproval && login !== undefined ? { approvedBy: [login] } : {}),
    ...(said.length === 0 ? {} : { notes: said }),
    ...(base ? { base } : {}),
    baseRef,
    ...(quote === undefined ? {} : { quote }),
    deployFrom: definitions.policy.deployFrom,
    notify: prepared.notify,
    ...(drift ? { drift } : {}),
    ...(slot === undefined ? {} : { slot }),
  };
}

async function baseOf(desk: Desk, workflow: string, branch: string): Promise<BaseRun | undefined> {
  if (desk.token === '' || branch === '') return undefined;
  try {
    const subject = { workflow, project: desk.definitions.project };
    return await acceptedOn(desk.state, desk.forge, subject, branch);
  } catch (error) {
    core.warning(`what \`${branch}\` has measured is not known: ${reasonOf(error)}`);
    return undefined;
  }
}
