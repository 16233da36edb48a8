/**
 * Which time of a schedule a run stands for, and which ones GitHub has left out. GitHub starts schedules late when it is busy, or
 * not at all, and says nothing of it.
 */
import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import { z } from 'zod';
import type { Request } from '../admission/request.ts';
import { type GitHubApi, placeOf, type RepositoryName, reasonOf } from '../github/api.ts';
import type { Subject } from '../github/names.ts';
import { findRun } from '../github/runs.ts';
import type { StateStore } from '../github/state-store.ts';
import { listOf, slug } from '../language/name.ts';
import { lastTime, nextTime, type Schedule, timesBetween } from '../project/cron-times.ts';
import type { Triggers } from '../project/trigger-schema.ts';
import { wholeDuration } from '../reports/words.ts';

/** GitHub says itself that some minutes are usual. */
const lateSeconds = 30 * 60;
/** More of them are `at least` so many. */
const mostMissed = 50;
/** Lines of one workflow that are remembered. */
const mostLines = 20;

const line = z.strictObject({
  /** The newest time that a run stands for. */
  last: z.iso.datetime(),
  /** That run, as GitHub counts it. */
  run: z.string().max(100),
  /** It was not GitHub that has started it. */
  caughtUp: z.literal(true).optional(),
});
const schema = z.strictObject({ schema: z.literal(1), lines: z.record(z.string().max(200), line) });

/** By the text of a line: where somebody changes it, its times of before were never due. */
export type Slots = z.infer<typeof schema>;
export type SlotLine = z.infer<typeof line>;

/** A part of keys and branches: different for different subjects. */
export function subjectKey({ workflow, project }: Subject): string {
  const parts = [project, workflow].map(slug).filter((part) => part !== '');
  return parts.join('--') || 'workflow';
}

export function slotsKey(subject: Subject): string {
  return `slots/${subjectKey(subject)}`;
}

/** What is stored; nothing of what cannot be read, so that it begins anew. */
export function slotsOf(stored: unknown): Slots {
  const read = schema.safeParse(stored);
  return read.success ? read.data : { schema: 1, lines: {} };
}

/** One line of a cron, in all zones in which the workflow has it: GitHub names no zone in its event. */
export interface SlotsLine {
  readonly cron: string;
  readonly schedules: readonly Schedule[];
}

export function linesOf(schedules: NonNullable<Triggers['schedule']>): readonly SlotsLine[] {
  const lines = new Map<string, Schedule[]>();
  for (const one of schedules) {
    const cron = normal(one.cron);
    lines.set(cron, [...(lines.get(cron) ?? []), one]);
  }
  return [...lines].map(([cron, own]) => ({ cron, schedules: own }));
}

function normal(cron: string): string {
  return cron.trim().split(/\s+/).join(' ');
}

/** The newest time that is not after `at`. */
export function slotAt({ schedules }: SlotsLine, at: Date): Date | undefined {
  return newest(schedules.flatMap((one) => lastTime(one, at) ?? []));
}

function newest(times: readonly Date[]): Date | undefined {
  return times.length === 0 ? undefined : new Date(Math.max(...times.map(Number)));
}

/** Between two, neither of them: newest first. */
export function missedBetween({ schedules }: SlotsLine, last: Date, slot: Date): readonly Date[] {
  const until = new Date(slot.getTime() - 1);
  const all = schedules.flatMap((one) => timesBetween(one, last, until, mostMissed).map(Number));
  return [...new Set(all)]
    .sort((a, b) => b - a)
    .slice(0, mostMissed)
    .map((time) => new Date(time));
}

export interface SlotFacts {
  /** UTC, ISO 8601. */
  readonly slot?: string;
  /** Sentences for the report. */
  readonly notes: readonly string[];
}

export interface SlotPlace extends RepositoryName {
  readonly api: GitHubApi;
  readonly state: Pick<StateStore, 'read'>;
  readonly environment: NodeJS.ProcessEnv;
}

/** Asked in the job that begins a run; another one than a schedule's has none. Never rejects: nothing of it hinders the run. */
export async function slotFacts(
  place: SlotPlace,
  subject: Subject,
  { slot: caughtUp }: Request,
  schedules: Triggers['schedule'] = [],
): Promise<SlotFacts> {
  if (caughtUp !== undefined)
    return {
      slot: caughtUp,
      notes: [`This run catches up the one of ${shown(new Date(caughtUp))}, which GitHub has not started.`],
    };
  const cron = cronOf(place.environment);
  const own = linesOf(schedules).find((one) => one.cron === cron);
  if (!own) return { notes: [] };
  try {
    return await scheduled(place, subject, own);
  } catch (error) {
    core.warning(`whether runs of the schedule are missing is not known: ${reasonOf(error)}`);
    return { notes: [] };
  }
}

async function scheduled(place: SlotPlace, subject: Subject, own: SlotsLine): Promise<SlotFacts> {
  const run = Number(place.environment.GITHUB_RUN_ID ?? '0');
  const started = await startOf(place, run);
  const slot = slotAt(own, started);
  if (!slot) return { notes: [] };
  const late = (started.getTime() - slot.getTime()) / 1000;
  const notes =
    late > lateSeconds
      ? [
          `GitHub has started this run ${wholeDuration(Math.round(late / 60) * 60)} late: it was due ${shown(slot)}.`,
        ]
      : [];
  const known = slotsOf(await place.state.read(slotsKey(subject))).lines[own.cron];
  const facts = { slot: slot.toISOString(), notes };
  if (!known) return facts;
  const last = new Date(known.last);
  if (last >= slot) {
    const isOther = known.run !== String(run) && known.caughtUp === true && last.getTime() === slot.getTime();
    return isOther
      ? {
          ...facts,
          notes: [...notes, `The run of ${shown(slot)} was caught up before GitHub has started this one.`],
        }
      : facts;
  }
  const candidates = missedBetween(own, last, slot);
  const missed = candidates.length === 0 ? [] : await without(place, own, candidates, run);
  if (missed.length === 0) return facts;
  return { ...facts, notes: [...notes, missedNote(missed)] };
}

/** When GitHub has made the run: it may have waited for its turn behind another one since. */
async function startOf({ api, ...name }: SlotPlace, run: number): Promise<Date> {
  const found = run > 0 ? await findRun(api, name, run) : undefined;
  const at = Date.parse(found?.createdAt ?? '');
  return Number.isNaN(at) ? new Date() : new Date(at);
}

/** Of those, the ones in whose time GitHub has started no run: a run that was lost wrote nothing down. */
async function without(
  place: SlotPlace,
  own: SlotsLine,
  times: readonly Date[],
  run: number,
): Promise<readonly Date[]> {
  const oldest = times.at(-1);
  const file = ownFile(place.environment);
  if (!oldest || file === undefined) return times;
  const starts = (await scheduledSince(place, file, oldest)).filter(({ id }) => id !== run);
  return times.filter((time) => !starts.some(({ at }) => at >= time && at < until(own, time)));
}

function until({ schedules }: SlotsLine, time: Date): Date {
  const next = schedules.flatMap((one) => nextTime(one, time) ?? []);
  return new Date(Math.min(...next.map(Number)));
}

/** Runs of a file that GitHub's own clock has started, the newest hundred. `file`: in `.github/workflows/`. */
export async function scheduledSince(
  { api, ...name }: Pick<SlotPlace, 'api' | 'owner' | 'repository'>,
  file: string,
  since: Date,
): Promise<readonly { readonly id: number; readonly at: Date }[]> {
  const { actions } = api.octokit.rest;
  const { data } = await api.persist(() =>
    actions.listWorkflowRuns({
      ...{ ...placeOf(name), workflow_id: file, event: 'schedule', per_page: 100 },
      created: `>=${since.toISOString().slice(0, 19)}Z`,
    }),
  );
  return data.workflow_runs.map(({ id, created_at: at }) => ({ id, at: new Date(at) }));
}

/** `owner/name/.github/workflows/train.yml@refs/heads/main` → `train.yml`. */
function ownFile({ GITHUB_WORKFLOW_REF: reference = '' }: NodeJS.ProcessEnv): string | undefined {
  return /\/\.github\/workflows\/([^/@]+)@/.exec(reference)?.[1];
}

/** The line by which GitHub has started the run; undefined for a run of another event. */
function cronOf({
  GITHUB_EVENT_NAME: event,
  GITHUB_EVENT_PATH: path,
}: NodeJS.ProcessEnv): string | undefined {
  if (event !== 'schedule' || path === undefined) return undefined;
  const payload: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const read = z.object({ schedule: z.string() }).safeParse(payload);
  return read.success ? normal(read.data.schedule) : undefined;
}

function missedNote(missed: readonly Date[]): string {
  const oldestFirst = [...missed].reverse();
  const [first] = oldestFirst;
  if (missed.length === 1 && first)
    return `GitHub has not started the run of ${shown(first)}; this one stands for it.`;
  const many = `${missed.length >= mostMissed ? 'at least ' : ''}${missed.length}`;
  const some = oldestFirst.slice(0, 3).map(shown);
  const rest = missed.length - some.length;
  const when = listOf(rest > 0 ? [...some, `${rest} more`] : some, 'and');
  return `GitHub has not started ${many} runs of the schedule, due ${when}; this one stands for them.`;
}

/** `2026-11-21 04:47 UTC`. */
export function shown(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/**
 * Writes down what the run stood for, so that nobody does it again, and what was missing is told once. For the end of a run: the
 * job that begins it may not write what outlives it. Rejects when it cannot be written.
 */
export async function recordSlot(
  store: Pick<StateStore, 'change'>,
  subject: Subject,
  slot: string | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const cron = cronOf(environment);
  if (cron === undefined || slot === undefined) return;
  const run = environment.GITHUB_RUN_ID ?? '';
  await store.change(
    slotsKey(subject),
    (before) => withSlot(slotsOf(before), cron, { last: slot, run }),
    `Record the run of ${slot}`,
  );
}

/** Undefined when a later time is there already, or the same of somebody else. */
export function withSlot({ lines }: Slots, cron: string, now: SlotLine): Slots | undefined {
  const before = lines[cron];
  if (before && Date.parse(before.last) >= Date.parse(now.last)) return undefined;
  const others = Object.entries(lines)
    .filter(([other]) => other !== cron)
    .sort(([, one], [, other]) => (one.last < other.last ? 1 : -1))
    .slice(0, mostLines - 1);
  return { schema: 1, lines: Object.fromEntries([[cron, now], ...others]) };
}
