/** What every job begins with: how far its processes may go, when it has to be done, where the project lies. */
import { join, sep } from 'node:path';
import { dispatching, handOverOf, lostIn, noReach, reachOfStep } from '../drivers/hand-over.ts';
import type { Part } from '../drivers/local.ts';
import { RunError } from '../drivers/run-error.ts';
import { armOf } from '../engine/advance.ts';
import type { Fact, RunEvent } from '../engine/event.ts';
import { nodeOf, type RunState } from '../engine/state.ts';
import { concludeJob, hostedMinutes, type JobId, type StepId } from '../jobs/layout.ts';
import type { NodeId } from '../plan/plan.ts';
import { finallyNodes, isGuarded } from './ending.ts';
import type { Results } from './inputs.ts';
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

/**
 * The same for the last job. What stands in a job that is over was done there or will not be done: a unit has failed, so that
 * the handlers of the chain run; gates and values that nobody had come to are decided here, which changes nothing outside.
 * `finally` is left to the end.
 */
export function joiningAtEnd(whole: Whole, events: readonly RunEvent[], needs: Results): Part {
  const part = joiningPart(whole, concludeJob, events);
  const isCancelled = Object.values(needs).includes('cancelled');
  const cleanups = finallyNodes(whole.plan);
  const elsewhere = (state: RunState, node: NodeId) => {
    const job = whole.owners.ownerOf(node, armOf(state, node))?.job;
    return job === undefined || job === concludeJob || isCancelled || state.stopping?.cancelled
      ? undefined
      : job;
  };
  return {
    ...part,
    reach: {
      has: (node, _arm, state) => {
        const { kind } = nodeOf(state, node);
        const isPure = kind !== 'unit' && kind !== 'approval' && kind !== 'wait';
        return isPure && !cleanups.has(node) && elsewhere(state, node) !== undefined;
      },
      concludes: false,
    },
    handOver: (state) => {
      const facts = part.handOver?.(state) ?? [];
      if (facts.length > 0) return facts;
      const ready = [...state.ready.values()].flatMap((set) => [...set]);
      return ready.flatMap((node): Fact[] => {
        const job = elsewhere(state, node);
        if (job === undefined || mayStillRun(whole, cleanups, job, node)) return [];
        return [
          {
            ...{ type: 'unit-failed', node, attempt: (state.starts.get(node) ?? 0) + 1, seconds: 0 },
            ...{ class: 'lost', message: lossOf(whole, job, needs), tail: [] },
          },
        ];
      });
    },
  };
}

function mayStillRun(whole: Whole, cleanups: ReadonlySet<NodeId>, job: JobId, node: NodeId): boolean {
  return cleanups.has(node) && !isGuarded(whole, job);
}

function lossOf(whole: Whole, id: JobId, needs: Results): string {
  const job = jobOf(whole, id);
  // Such as behind an output that GitHub dropped, because it holds a masked value.
  if (needs[id] === 'skipped')
    return `GitHub did not start the job \`${job.name}\`, in which the chain goes on`;
  const environment = job.is === 'stretch' ? job.environment : undefined;
  return environment === undefined
    ? `the job \`${job.name}\` ended without a result`
    : `the job for the environment \`${environment}\` was not let in, or its machine was lost`;
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
  // Since this process began: it is the first of its job.
  return performance.timeOrigin + Math.max(1, minutes - 5) * 60_000;
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
