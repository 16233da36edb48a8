/** Which pod a command ran on, and what came before it. */
import type { RunEvent } from '../engine/event.ts';
import { plainText } from '../engine/plain-text.ts';
import { isAlive } from '../engine/pods.ts';
import type { PodState, RunState } from '../engine/state.ts';
import type { PlanNode } from '../plan/plan.ts';
import { hourly } from './pods.ts';
import { duration } from './words.ts';

interface PodQuestion {
  readonly state: RunState;
  readonly events: readonly RunEvent[];
  readonly node: PlanNode;
}

export function podSentences({ state, events, node }: PodQuestion): string[] {
  const scope = state.plan.pods?.find(({ units }) => units.includes(node.id));
  const placed = events.flatMap((event) =>
    event.type === 'unit-placed' && event.node === node.id ? [event.on] : [],
  );
  const on = placed.at(-1);
  if (!scope) return on === undefined ? [] : [`it ran on ${on}`];
  const pods = [...state.pods.values()].filter((pod) => pod.scope === scope.id);
  const last = pods.findIndex(({ name }) => name === on);
  const before = last < 0 ? pods : pods.slice(0, last);
  const own = pods[last];
  return [
    ...(own ? [ranOn(own)] : pods.length > 0 ? ['no pod was ready for it'] : []),
    ...missed(before, placed),
  ].map(plainText);
}

function ranOn(pod: PodState): string {
  const { name, offer, price, readyAfter } = pod;
  const ready = readyAfter === undefined ? '' : `, ready after ${duration(readyAfter)}`;
  const end = isAlive(pod) || pod.why === undefined ? '' : `; the pod has ended: ${pod.why}`;
  const unproven = pod.proven === false ? ', which could not be verified' : '';
  return `it ran on the pod ${name} (${offer}, ${hourly(price)})${ready}${end}${unproven}`;
}

function missed(pods: readonly PodState[], placed: readonly string[]): string[] {
  return pods.flatMap((pod) => {
    const { name, offer, refused, why } = pod;
    if (refused) return [`${offer} was refused [${refused.class}]: ${refused.message}`];
    if (why === undefined || isAlive(pod)) return [];
    return [
      `${placed.includes(name) ? 'it ran first on' : 'it waited first for'} the pod ${name} (${offer}), which ended: ${why}`,
    ];
  });
}
