/** The plan of a run as the jobs see it: its layout, and whose each node is. */
import { handOverOf, verdictOfStep } from '../drivers/hand-over.ts';
import type { RunState } from '../engine/state.ts';
import { layOut } from '../jobs/lay-out.ts';
import type { Job, JobId, Layout, MatrixJob } from '../jobs/layout.ts';
import { type Owners, ownersOf } from '../jobs/owners.ts';
import type { Plan } from '../plan/plan.ts';

export interface Whole {
  readonly plan: Plan;
  readonly layout: Layout;
  readonly owners: Owners;
}

export function wholeOf(plan: Plan): Whole {
  const layout = layOut(plan);
  return { plan, layout, owners: ownersOf(plan, layout) };
}

/** Throws an `Error` that says which jobs there are. */
export function jobOf({ layout }: Whole, id: JobId): Job {
  const job = layout.jobs.find((one) => one.id === id);
  if (job) return job;
  const known = layout.jobs.map((one) => `\`${one.id}\``).join(', ');
  throw new Error(`the chain has no job \`${id}\` (it has ${known}); compile the workflow again`);
}

/** The matrices whose results a job takes in. */
export function joinedBy({ layout }: Whole, job: Job): MatrixJob[] {
  const joins = job.is === 'stretch' ? job.joins : [];
  return layout.jobs.filter((one): one is MatrixJob => one.is === 'matrix' && joins.includes(one.id));
}

/** For a message: what of the chain has not come to an end. */
export function openTitles(state: RunState): string[] {
  return [...state.nodes]
    .filter(([, own]) => own.settlement === undefined)
    .flatMap(([id]) => {
      const node = state.byId.get(id);
      return node?.kind === 'unit' ? [`\`${node.title}\``] : [];
    });
}

/** Nothing of the job has failed, also where handlers in another job follow from it, and nothing of it is left to do. */
export function isComplete(state: RunState, whole: Whole, id: JobId): boolean {
  if (state.stopping || (state.settlement && state.settlement.is !== 'succeeded')) return false;
  const { layout, owners } = whole;
  const job = jobOf(whole, id);
  const isRed =
    job.is === 'stretch' && job.steps.some((step) => verdictOfStep(state, step).is === 'unhandled');
  return !isRed && handOverOf(state, layout, owners, id).ready.length === 0;
}
