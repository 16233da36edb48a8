/** What every job begins with: how far its processes may go, when it has to be done, where the project lies. */
import { join, sep } from 'node:path';
import { dispatching, handOverOf, lostIn, noReach, reachOfStep } from '../drivers/hand-over.ts';
import type { Part } from '../drivers/local.ts';
import { RunError } from '../drivers/run-error.ts';
import type { RunEvent } from '../engine/event.ts';
import { hostedMinutes, type JobId, type StepId } from '../jobs/layout.ts';
import { jobOf, joinedBy, type Whole } from './whole.ts';

/** Nothing of the chain is done, but what the next job is to do is handed out. */
export function openingPart(
  { layout, owners }: Whole,
  job: JobId,
): Part & { handOver: NonNullable<Part['handOver']> } {
  return {
    reach: noReach,
    continues: false,
    settles: () => false,
    handOver: dispatching(layout, owners, job),
  };
}

/** The same for a job behind others: what legs have lost is told. `events`: of the run as it was restored. */
export function joiningPart(whole: Whole, id: JobId, events: readonly RunEvent[]): Part {
  const part = openingPart(whole, id);
  const joined = joinedBy(whole, jobOf(whole, id));
  const dispatched = new Set(
    events.flatMap((event) => (event.type === 'cells-dispatched' ? [event.node] : [])),
  );
  return {
    ...part,
    handOver: (state) => {
      const lost = lostIn(state, joined, dispatched);
      return lost.length > 0 ? lost : part.handOver(state);
    },
  };
}

export function stepPart({ layout, owners }: Whole, job: JobId, step: StepId): Part {
  return {
    reach: reachOfStep(owners, job, step),
    continues: true,
    // Pods, and the lock of a host, are held for the steps behind it.
    settles: (state) => handOverOf(state, layout, owners, job).ready.length === 0,
    handOver: dispatching(layout, owners, job),
  };
}

/**
 * In milliseconds since 1970, five minutes before GitHub's: it would record the job as cancelled, and nobody could say why.
 * A runner of one's own has no end of its own.
 */
export function deadlineOf(minutes: number, isHosted: boolean): number {
  if (!isHosted && minutes >= hostedMinutes) return Number.MAX_SAFE_INTEGER;
  return Date.now() + Math.max(1, minutes - 5) * 60_000;
}

/** Relative to the repository's root, with `/`; empty for the root itself. */
export function readProject(text: string): string {
  const parts = text.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
  if (parts.includes('..') || text.startsWith(sep))
    throw new RunError(`input \`project\`: \`${text}\` leaves the repository`);
  return join(...parts, '')
    .split(sep)
    .join('/')
    .replace(/^\.$/, '')
    .replace(/\/$/, '');
}
