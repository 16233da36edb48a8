/** A plan → its jobs on GitHub. The same for the same plan, wherever it is computed. */
import type { Plan } from '../plan/plan.ts';
import type { Draft, DraftStep, MatrixDraft, StretchDraft } from './drafts.ts';
import { grouped } from './group-steps.ts';
import { concludeJob, type Job, type JobId, type Layout, planJob, type Step } from './layout.ts';
import { LegMaker } from './legs.ts';
import { minutesFor, Needed } from './needed.ts';
import { placed } from './place.ts';
import { joined } from './step-names.ts';

export function layOut(plan: Plan): Layout {
  const byId = new Map(plan.nodes.map((node) => [node.id, node]));
  const { drafts, conclude } = placed(plan);
  const needed = new Needed(plan, byId);
  const legs = new LegMaker(plan, byId);
  const isNeeded = new Set(drafts.jobs.flatMap(({ needs }) => [...needs]));
  // A job that joins a block at the end of the chain: `conclude` does that.
  const isIdle = (job: Draft) =>
    job.is === 'stretch' && job.joins.length > 0 && job.steps.length === 0 && !isNeeded.has(job);
  const kept = drafts.jobs.filter((job) => !isIdle(job));
  const joinsAtEnd = drafts.jobs.flatMap((job) => (job.is === 'stretch' && isIdle(job) ? job.joins : []));
  const ids = new Map(kept.map((job, index) => [job, idOf(job, index + 1, drafts.plan, conclude)]));
  const id = (job: Draft): JobId => ids.get(job) ?? '';
  // Where a cancel or a lost runner has kept them from running, `conclude` runs them.
  const cleanups = plan.nodes.flatMap((node) =>
    node.kind === 'try' && node.finally !== null ? [node.finally] : [],
  );
  let steps = 0;

  const stretch = (job: StretchDraft): Job => {
    const joins = job === conclude ? joinsAtEnd : job.joins;
    const held = new Set<string>();
    const own = grouped(job.steps, byId).map((step): Step => {
      steps += 1;
      const { name, holds, decides } = step;
      const variables = [...new Set([...held, ...needed.variables(holds)])].sort();
      // What it makes outside stays for the steps behind it, and the last of them ends it.
      for (const setting of needed.settings(holds)) held.add(setting);
      return { id: `n${steps}`, name, holds, decides, variables };
    });
    return {
      is: 'stretch',
      id: id(job),
      name: nameOf(job, drafts.plan, conclude),
      needs: needsOf(job, id, conclude, kept, drafts.plan),
      joins: joins.map(id),
      minutes: minutesFor(
        needed.seconds([...job.steps.flatMap(({ holds }) => holds), ...(job === conclude ? cleanups : [])]),
      ),
      ...(job.environment === undefined ? {} : { environment: job.environment }),
      steps: own,
    };
  };

  const matrix = (job: MatrixDraft): Job => {
    const { block, isTolerated, name } = job;
    const made = legs.legsOf(block);
    const seconds = made.legs.reduce((most, leg) => Math.max(most, needed.seconds(leg.branches)), 0);
    return {
      is: 'matrix',
      id: id(job),
      name,
      needs: needsOf(job, id, conclude, kept, drafts.plan),
      minutes: minutesFor(seconds),
      block: block.id,
      ...made,
      isTolerated,
      variables: needed.variables(block.branches),
    };
  };

  return { jobs: kept.map((job) => (job.is === 'stretch' ? stretch(job) : matrix(job))) };
}

function idOf(job: Draft, number: number, plan: Draft, conclude: Draft): JobId {
  if (job === plan) return planJob;
  if (job === conclude) return concludeJob;
  if (job.is === 'matrix') return `m${number}`;
  return `${job.environment === undefined ? 'j' : 'e'}${number}`;
}

/** In the order of the chain. A run that goes on jumps from the first job to any. */
function needsOf(
  job: Draft,
  id: (job: Draft) => JobId,
  conclude: Draft,
  all: readonly Draft[],
  plan: Draft,
): JobId[] {
  if (job === conclude) return all.filter((other) => other !== job).map(id);
  const needs = job === plan ? [] : [...new Set([plan, ...job.needs])];
  return needs.sort((a, b) => a.number - b.number).map(id);
}

function nameOf(job: StretchDraft, plan: Draft, conclude: Draft): string {
  if (job === conclude) return concludeJob;
  const steps = joined(job.steps.map(({ name }: DraftStep) => name));
  if (job === plan) return steps === '' ? planJob : `${planJob} · ${steps}`;
  if (steps !== '') return steps;
  return `behind ${joined(job.joins.map(({ name }) => name))}`;
}
