/** What units need to be carried out: variables, and minutes. */
import { type Estimate, estimate } from '../plan/estimate.ts';
import type { NodeId, Plan, PlanNode, Seconds, Setting, UnitNode } from '../plan/plan.ts';
import { secondsToReady } from '../plan/pods.ts';
import { hostedMinutes } from './layout.ts';
import { below } from './legs.ts';

/** For what a job does besides: fetching, restoring, handing over. */
const minutesBeside = 15;

export class Needed {
  readonly #plan: Plan;
  readonly #byId: ReadonlyMap<NodeId, PlanNode>;
  readonly #estimate: Estimate;
  /** By the tightest `timeout:` around each node. */
  readonly #within = new Map<NodeId, Seconds>();
  readonly #ofTarget = new Map<string, readonly string[]>();

  constructor(plan: Plan, byId: ReadonlyMap<NodeId, PlanNode>) {
    this.#plan = plan;
    this.#byId = byId;
    this.#estimate = estimate(plan);
    for (const [name, target] of Object.entries(plan.targets ?? {}))
      this.#ofTarget.set(
        name,
        target.kind === 'runpod'
          ? [target.key]
          : variablesOf([target.host, target.port, target.user, target.key, target.hostKey]),
      );
    // Parents stand before their children.
    for (const node of plan.nodes) {
      const around = node.parent === null ? undefined : this.#within.get(node.parent);
      const own = node.kind === 'timeout' ? node.seconds : Number.POSITIVE_INFINITY;
      const bound = Math.min(own, around ?? Number.POSITIVE_INFINITY);
      if (Number.isFinite(bound)) this.#within.set(node.id, bound);
    }
  }

  /** Names, sorted. */
  variables(ids: readonly NodeId[]): string[] {
    const names = new Set<string>();
    for (const node of below(this.#byId, ids)) {
      if (node.kind !== 'unit') continue;
      const command = this.#plan.commands[node.command];
      if (command?.is === 'run') for (const name of command.env) names.add(name);
      const target = command === undefined || command.is === 'builtin' ? '' : command.target;
      for (const name of this.#ofTarget.get(target) ?? []) names.add(name);
    }
    return [...names].sort();
  }

  /** Names of the settings by which is kept, and ended, what these make outside: pods, and the lock of a host. */
  settings(ids: readonly NodeId[]): string[] {
    return [...below(this.#byId, ids)].flatMap((node) => {
      const command = node.kind === 'unit' ? this.#plan.commands[node.command] : undefined;
      if (command === undefined || command.is === 'builtin') return [];
      const isCheck = command.is === 'setup' && this.#plan.targets?.[command.target]?.kind === 'runpod';
      return isCheck ? [] : (this.#ofTarget.get(command.target) ?? []);
    });
  }

  /** Of one thing after the other; infinite where nothing bounds it. */
  seconds(ids: readonly NodeId[]): Seconds {
    let seconds = 0;
    for (const id of ids) {
      // Nobody waits in a job for a person.
      if (this.#byId.get(id)?.kind === 'approval') continue;
      const own = this.#estimate.seconds.get(id) ?? Number.POSITIVE_INFINITY;
      seconds += Math.min(own, this.#within.get(id) ?? Number.POSITIVE_INFINITY);
      for (const node of below(this.#byId, [id]))
        if (node.kind === 'unit' && this.#isOnPod(node)) {
          seconds += secondsToReady;
          break;
        }
    }
    return seconds;
  }

  #isOnPod({ command: key }: UnitNode): boolean {
    const command = this.#plan.commands[key];
    if (command?.is !== 'run' && command?.is !== 'transfer') return false;
    return this.#plan.targets?.[command.target]?.kind === 'runpod';
  }
}

/** Whole minutes of a job whose units take so long. */
export function minutesFor(seconds: Seconds): number {
  return Math.min(hostedMinutes, Math.ceil(seconds / 60) + minutesBeside);
}

function variablesOf(settings: readonly Setting[]): string[] {
  return settings.flatMap((setting) => ('variable' in setting ? [setting.variable] : []));
}
