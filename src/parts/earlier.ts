/** What earlier jobs and earlier attempts have left, and what of it counts for the job that begins. */
import { newestParts, type Part, parsePartName } from '../drivers/parts.ts';
import type { RunEvent } from '../engine/event.ts';
import { reopenFailed } from '../engine/reopen-failed.ts';
import { concludeJob, type Job, type JobId, planJob } from '../jobs/layout.ts';
import type { NodeId, Plan } from '../plan/plan.ts';

export interface Beginning {
  /** The layout's jobs. */
  readonly order: readonly JobId[];
  readonly job: Job;
  /** Index of the leg. */
  readonly leg: number | undefined;
}

/** Of all that is stored, the parts besides that of the plan job that the job begins with. */
export function partsFor(names: readonly string[], epoch: number, { order, job, leg }: Beginning): string[] {
  const place = order.indexOf(job.id);
  return newestParts(names, epoch).filter((name) => {
    const parsed = parsePartName(name);
    if (!parsed || parsed.job === planJob || parsed.job === concludeJob) return false;
    const at = order.indexOf(parsed.job);
    return at >= 0 && (at < place || (at === place && parsed.leg === leg));
  });
}

/**
 * The journal that the job begins with, and the `seq` behind which its own events begin. One that has run before goes on
 * from what it had come to. `events`: of the restored run.
 */
export function journalFor(
  plan: Plan,
  events: readonly RunEvent[],
  parts: readonly Omit<Part, 'folder' | 'notices'>[],
  { order, job, leg }: Beginning,
): { readonly events: readonly RunEvent[]; readonly after: number } {
  const own = parts.find((part) => part.job === job.id && part.leg === leg);
  const place = order.indexOf(job.id);
  const isOver = parts.some((part) => order.indexOf(part.job) < place && part.attempt > (own?.attempt ?? 0));
  // What came before it has run again since: its own part tells of another run of the chain.
  if (!own || isOver) return { events, after: events.length };
  const tops: readonly (NodeId | undefined)[] =
    job.is === 'matrix' ? (job.legs[leg ?? 0]?.branches ?? []) : [undefined];
  return {
    events: tops.reduce((journal, top) => reopenFailed(plan, journal, top), events),
    after: own.after,
  };
}
