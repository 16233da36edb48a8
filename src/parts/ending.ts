/** What the last process of a run may do, and how the run is over when the chain has not come to its end. */
import type { Part } from '../drivers/local.ts';
import type { Fact } from '../engine/event.ts';
import type { RunState } from '../engine/state.ts';
import { concludeJob, type JobId } from '../jobs/layout.ts';
import { childrenOf, type NodeId, type Plan } from '../plan/plan.ts';
import type { Results } from './inputs.ts';
import { openTitles, type Whole } from './whole.ts';

/** `needs`: how the jobs before it have ended. */
export function concludingPart(whole: Whole, needs: Results): Part {
  const { plan, owners } = whole;
  const handlers = finallyNodes(plan);
  return {
    reach: {
      // `finally` always runs: also when the job where it stands was cancelled or lost. But what an environment guards
      // runs in its job alone: its reviewers may have said no.
      has: (node, arm) => {
        const job = owners.ownerOf(node, arm)?.job;
        return job === concludeJob || (job !== undefined && !isGuarded(whole, job) && handlers.has(node));
      },
      concludes: true,
    },
    continues: true,
    settles: () => true,
    handOver: (now) => endOf(now, needs),
  };
}

/** Nothing more can be done here: why the run is over although the chain is not. */
function endOf(state: RunState, needs: Results): Fact[] {
  if (state.conclusion) return [];
  const isCancelled = Object.values(needs).includes('cancelled');
  if (isCancelled && !state.stopping) return [{ type: 'cancel-requested', by: 'GitHub' }];
  const failed = Object.entries(needs).filter(([, result]) => result === 'failure');
  const jobs = failed.map(([job]) => `\`${job}\``).join(', ');
  const open = openTitles(state);
  const where = open.length === 0 ? '' : ` before ${open.slice(0, 3).join(', ')} had ended`;
  const reason =
    jobs === ''
      ? `the run came to a stop${where}: GitHub started no job for what follows`
      : `the job ${jobs} ended without a result${where}`;
  return [{ type: 'run-concluded', decision: 'failed', reasonCode: 'incomplete', reason }];
}

/** All that stands in a `finally`. */
export function finallyNodes(plan: Plan): ReadonlySet<NodeId> {
  const byId = new Map(plan.nodes.map((node) => [node.id, node]));
  const found = new Set<NodeId>();
  const open = plan.nodes.flatMap((node) =>
    (node.kind === 'try' || node.kind === 'handlers') && node.finally !== null ? [node.finally] : [],
  );
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const node = byId.get(id);
    if (node) open.push(...childrenOf(node));
  }
  return found;
}

/** It stands behind an environment: whoever that asks may have said no. */
export function isGuarded({ layout }: Whole, id: JobId): boolean {
  const job = layout.jobs.find((one) => one.id === id);
  return job?.is === 'stretch' && job.environment !== undefined;
}
