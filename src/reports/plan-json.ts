/** A plan for programs: as it is kept, with what it may take at worst beside it. */
import { estimate } from '../plan/estimate.ts';
import type { NodeId, Plan } from '../plan/plan.ts';
import { hostsPerUnit, podDollars, secondsToReady } from '../plan/pods.ts';

export interface PlanJson extends Plan {
  readonly estimate: {
    /** Null where nothing bounds it. */
    readonly seconds: number | null;
    readonly dollars: number | null;
    /** The units that determine how long the whole may take. */
    readonly criticalPath: readonly NodeId[];
    /** Of one run of each node, with how often it may run. */
    readonly nodes: Readonly<Record<string, NodeEstimate>>;
    /** Of the pods, where there are any: what no attempt and no timeout counts. */
    readonly pods?: {
      /** So many are tried at most for one run of a unit when hosts are lost. */
      readonly hostsPerUnit: number;
      readonly secondsToReady: number;
      /** By scope: when each pod lives as long as it may, at the highest price. */
      readonly dollars: Readonly<Record<string, number>>;
    };
  };
}

interface NodeEstimate {
  readonly attempts: number;
  readonly seconds: number | null;
  readonly dollars: number | null;
}

export function planJson(plan: Plan): PlanJson {
  const { attempts, seconds, dollars, critical } = estimate(plan);
  const of = (id: NodeId): NodeEstimate => ({
    attempts: attempts.get(id) ?? 1,
    seconds: seconds.get(id) ?? null,
    dollars: dollars.get(id) ?? null,
  });
  const root = of(plan.root);
  return {
    ...plan,
    estimate: {
      seconds: root.seconds,
      dollars: root.dollars,
      criticalPath: critical,
      nodes: Object.fromEntries(plan.nodes.map(({ id }) => [id, of(id)])),
      ...podsOf(plan),
    },
  };
}

function podsOf(plan: Plan): Pick<PlanJson['estimate'], 'pods'> {
  if (plan.pods === undefined) return {};
  const dollars = Object.fromEntries(plan.pods.map((scope) => [scope.id, podDollars(plan, scope)]));
  return { pods: { hostsPerUnit, secondsToReady, dollars } };
}
