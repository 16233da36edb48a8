/** Starts what schedules have left out: of each workflow the newest time, and once. For a workflow that is scheduled itself. */
import * as core from '@actions/core';
import type { Request } from '../admission/request.ts';
import { branchOf } from '../desk/admission-request.ts';
import { type Desk, deskOf } from '../desk/desk.ts';
import { exitCodes } from '../exit-codes.ts';
import { orAbsent, reasonOf } from '../github/api.ts';
import { DispatchRefused, dispatch } from '../github/dispatch.ts';
import { labelOf, type Subject } from '../github/names.ts';
import { compiledFile } from '../jobs/file-name.ts';
import type { Workflow } from '../project/load.ts';
import { harmless } from '../reports/lines.ts';
import {
  linesOf,
  type SlotsLine,
  scheduledSince,
  shown,
  slotAt,
  slotsKey,
  slotsOf,
  withSlot,
} from './slots.ts';

/** What is not there by then does not come, or comes too late. */
const graceMinutes = 60;

/** Fails when a workflow could not be looked at, or started: nobody else would hear of it. */
export async function catchUp(
  environment: NodeJS.ProcessEnv,
  { token, project }: { readonly token: string; readonly project: string },
): Promise<number> {
  const desk = await deskOf(environment, token, project);
  const now = new Date();
  let hasFailed = false;
  for (const workflow of desk.definitions.workflows) {
    if ((workflow.on?.schedule ?? []).length === 0) continue;
    const subject: Subject = { workflow: workflow.name, project };
    try {
      core.info(harmless(`${labelOf(subject)}: ${await look(desk, workflow, subject, now)}`));
    } catch (error) {
      core.error(harmless(`${labelOf(subject)}: ${reasonOf(error)}`), { title: 'not caught up' });
      hasFailed = true;
    }
  }
  return hasFailed ? exitCodes.failed : exitCodes.done;
}

interface Due {
  readonly line: SlotsLine;
  readonly slot: Date;
}

/** Gives what was done, one sentence. */
async function look(desk: Desk, workflow: Workflow, subject: Subject, now: Date): Promise<string> {
  const file = compiledFile(workflow.name);
  const stored = slotsOf(await desk.state.read(slotsKey(subject)));
  const times = linesOf(workflow.on?.schedule ?? []).flatMap((line): Due[] => {
    const slot = slotAt(line, new Date(now.getTime() - graceMinutes * 60_000));
    return slot ? [{ line, slot }] : [];
  });
  const isOpen = ({ line, slot }: Due) => {
    const last = stored.lines[line.cron]?.last;
    return last === undefined || Date.parse(last) < slot.getTime();
  };
  const open: Due[] = [];
  for (const due of times.filter(isOpen)) {
    const started = await orAbsent(scheduledSince(desk, file, due.slot));
    if (!started)
      throw new Error(`there is no \`.github/workflows/${file}\`: \`ml-workflow compile\` writes it`);
    if (started.length === 0) open.push(due);
  }
  if (open.length === 0) return 'nothing is missing';
  const recorded = await record(desk, subject, open);
  // A line that nobody has recorded is new: its times of before it was there were never due.
  const missed = recorded.filter(({ line }) => stored.lines[line.cron] !== undefined);
  const [first] = missed.map(({ slot }) => slot).sort((a, b) => b.getTime() - a.getTime());
  if (!first) return recorded.length === 0 ? 'somebody else has caught it up' : 'watched from now on';
  const request: Request = { slot: first.toISOString() };
  const was = `the run of ${shown(first)} was missing`;
  try {
    const { url } = await dispatch(desk.api, desk, {
      ...{ file, branch: branchOf(desk.environment), title: workflow.name },
      inputs: { request: JSON.stringify(request) },
    });
    return `${was}, and is started now${url === undefined ? '' : `: ${url}`}`;
  } catch (error) {
    // Somebody wants it so.
    if (error instanceof DispatchRefused && /disabled/.test(error.message)) return `${was}: ${error.message}`;
    throw error;
  }
}

/**
 * Before anything is started: who comes second finds it there. Gives those that this job has written down, also where an
 * answer got lost and it finds its own.
 */
async function record(desk: Desk, subject: Subject, open: readonly Due[]): Promise<readonly Due[]> {
  const { GITHUB_RUN_ID: id = '', GITHUB_RUN_ATTEMPT: attempt = '1' } = desk.environment;
  const run = `${id}-${attempt}`;
  let own: readonly Due[] = [];
  await desk.state.change(
    slotsKey(subject),
    (before) => {
      let slots = slotsOf(before);
      const isOwn = ({ line, slot }: Due) => {
        const there = slots.lines[line.cron];
        return there?.run === run && there.last === slot.toISOString();
      };
      let hasChanged = false;
      own = open.filter((due) => {
        if (isOwn(due)) return true;
        const { cron } = due.line;
        const isNew = slots.lines[cron] === undefined;
        const line = { last: due.slot.toISOString(), run, ...(isNew ? {} : { caughtUp: true as const }) };
        const next = withSlot(slots, cron, line);
        if (!next) return false;
        slots = next;
        hasChanged = true;
        return true;
      });
      return hasChanged ? slots : undefined;
    },
    'Record what is caught up',
  );
  return own;
}
