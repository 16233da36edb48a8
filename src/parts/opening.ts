/** What every job begins with: how far it may go, when it has to be done, where the project lies. */
import { join, sep } from 'node:path';
import { dispatching, noReach } from '../drivers/hand-over.ts';
import type { Part } from '../drivers/local.ts';
import { RunError } from '../drivers/run-error.ts';
import { hostedMinutes, type JobId } from '../jobs/layout.ts';
import type { Whole } from './whole.ts';

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
