/** The pods of a run as people are told of them: one line a pod, and what they cost. */
import { payersOf } from '../engine/expiry.ts';
import { plainText } from '../engine/plain-text.ts';
import {
  alivePods,
  isAlive,
  podDollars,
  podLife,
  podScope,
  runDollars,
  scopeIsOver,
} from '../engine/pods.ts';
import type { PodState, RunState } from '../engine/state.ts';
import { listOf } from '../language/name.ts';
import type { NodeId } from '../plan/plan.ts';
import { toMilliseconds } from './words.ts';

/**
 * `asked-for`: nobody knows yet whether it exists. `unproven`: it was ended, and may still be there. `refused`: it never
 * existed.
 */
export type PodStatus = 'asked-for' | 'starting' | 'ready' | 'ended' | 'unproven' | 'refused';

export interface PodLine {
  readonly name: string;
  readonly target: string;
  /** What of the chain it belongs to. */
  readonly scope: string;
  readonly offer: string;
  readonly gpu?: string;
  readonly status: PodStatus;
  /** Seconds from its creation. */
  readonly ready_after?: number;
  /** Of its life, so far. */
  readonly seconds: number;
  /** Dollars an hour. */
  readonly price: number;
  /** What the catalogue said, where it is billed at another price. */
  readonly quoted?: number;
  readonly dollars: number;
  readonly billed?: number;
  readonly proven?: boolean;
  /** Why it was ended or refused. */
  readonly why?: string;
  /** The class of a refusal. */
  readonly class?: string;
}

/** Dollars. */
export interface Money {
  /** By the prices of the catalogue. */
  readonly quoted: number;
  /** By the prices that were billed, and our clock. */
  readonly spent: number;
  /** As far as it is known. */
  readonly billed?: number;
  /** The least `budget:` that all pods are paid from. */
  readonly cap?: number;
}

/** `now`: milliseconds since the epoch. */
export function podLines(state: RunState, now: number): PodLine[] {
  return [...state.pods.values()].map((pod) => ({
    name: pod.name,
    target: pod.target,
    scope: scopeTitle(state, pod.scope),
    // Words of RunPod and of its hosts.
    offer: plainText(pod.offer),
    ...(pod.gpu === undefined ? {} : { gpu: plainText(pod.gpu) }),
    status: podStatus(pod),
    ...(pod.readyAfter === undefined ? {} : { ready_after: pod.readyAfter }),
    seconds: toMilliseconds(podLife(pod, now)),
    price: pod.price,
    ...(pod.quoted === pod.price ? {} : { quoted: pod.quoted }),
    dollars: exact(podDollars(pod, now)),
    ...(pod.billed === undefined ? {} : { billed: pod.billed }),
    ...(pod.proven === undefined ? {} : { proven: pod.proven }),
    ...(pod.refused ? { why: plainText(pod.refused.message), class: pod.refused.class } : {}),
    ...(pod.why === undefined ? {} : { why: plainText(pod.why) }),
  }));
}

export function moneyOf(state: RunState, now: number): Money {
  const pods = [...state.pods.values()];
  const bills = pods.flatMap(({ billed }) => billed ?? []);
  const cap = capOf(state, pods);
  return {
    quoted: exact(pods.reduce((sum, pod) => sum + (pod.quoted * podLife(pod, now)) / 3600, 0)),
    spent: exact(runDollars(state, now)),
    ...(bills.length === 0 ? {} : { billed: exact(bills.reduce((a, b) => a + b, 0)) }),
    ...(cap === undefined ? {} : { cap }),
  };
}

function capOf(state: RunState, pods: readonly PodState[]): number | undefined {
  const payers = [...new Set(pods.map(({ scope }) => scope))].map((scope) =>
    payersOf(state, podScope(state, scope)),
  );
  const [first, ...others] = payers;
  const dollars = (first ?? [])
    .filter((id) => others.every((other) => other.includes(id)))
    .flatMap((id) => {
      const node = state.byId.get(id);
      return node?.kind === 'budget' ? [node.dollars] : [];
    });
  return dollars.length === 0 ? undefined : Math.min(...dollars);
}

export function podStatus(pod: PodState): PodStatus {
  if (pod.refused) return 'refused';
  if (pod.endedAt !== undefined) return pod.proven ? 'ended' : 'unproven';
  if (!isAlive(pod)) return 'asked-for';
  return pod.readyAt === undefined ? 'starting' : 'ready';
}

/** What of the chain a pod belongs to, as a person recognises it. */
export function scopeTitle(state: RunState, id: string): string {
  const { of, until, units } = podScope(state, id);
  if (of === 'run') return 'the run';
  const [only, ...others] = units;
  const title = state.byId.get(others.length === 0 && only !== undefined ? only : until)?.title ?? '';
  if (title !== '') return title;
  const first = only === undefined ? undefined : state.byId.get(only)?.title;
  return first === undefined ? id : `${first} and what follows`;
}

/** What tells it from the others of a run. The whole name is long, and is needed to find it at RunPod only. */
export function shortName(name: string): string {
  return name.startsWith('mlw-') ? name.slice(name.lastIndexOf('-') + 1) : name;
}

/** Those that may still cost money although the run is over. */
export function leftOver(pods: readonly PodLine[]): PodLine[] {
  return pods.filter(({ status }) => status !== 'ended' && status !== 'refused');
}

/** What may be wrong with a pod when the run is over. */
export function leftWords({ status, price }: PodLine): string {
  if (status === 'asked-for') return 'may exist: RunPod never said whether it was made';
  return status === 'unproven'
    ? `may still run and cost ${hourly(price)}: its end could not be verified`
    : `still runs and costs ${hourly(price)}`;
}

/** `4 made, all ended and verified, $0.31`. */
export function podsSentence(pods: readonly PodLine[], money: Money, isOver: boolean): string {
  const of = (...wanted: readonly PodStatus[]) => pods.filter(({ status }) => wanted.includes(status)).length;
  const made = of('starting', 'ready', 'ended', 'unproven');
  const refused = of('refused');
  const counts: readonly (readonly [number, string])[] = [
    [of('ready'), isOver ? 'NOT ENDED' : 'ready'],
    [of('starting'), isOver ? 'NOT ENDED' : 'starting'],
    [of('asked-for'), isOver ? 'MAY EXIST' : 'asked for'],
    [of('unproven'), 'NOT VERIFIED AS ENDED'],
  ];
  const open = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const ended = of('ended');
  const verified =
    ended === 0
      ? []
      : ended < made
        ? [`${ended} ended and verified`]
        : [made === 1 ? 'ended and verified' : 'all ended and verified'];
  return [
    `${made} made`,
    ...(refused === 0 ? [] : [`${refused} refused`]),
    ...open,
    ...verified,
    ...moneyWords(pods, money),
  ].join(', ');
}

function moneyWords(pods: readonly PodLine[], { spent, billed, cap }: Money): string[] {
  const isWhole = pods.every((pod) => pod.billed !== undefined || pod.dollars === 0);
  const bill = billed === undefined ? [] : [`${isWhole ? 'billed' : 'billed so far'} ${cost(billed)}`];
  return [`${cost(spent)}${cap === undefined ? '' : ` of ${cost(cap)}`}`, ...bill];
}

/** `2 pods ready and 1 ending`; undefined when none is there. */
export function aliveWords(state: RunState): string | undefined {
  const alive = alivePods(state);
  const ending = alive.filter((pod) => isEnding(state, pod)).length;
  const used = alive.filter((pod) => !isEnding(state, pod));
  const ready = used.filter(({ readyAt }) => readyAt !== undefined).length;
  const counts: readonly (readonly [number, string])[] = [
    [ready, 'ready'],
    [used.length - ready, 'starting'],
    [ending, 'ending'],
  ];
  const words = counts
    .filter(([count]) => count > 0)
    .map(([count, word], index) => `${count}${index > 0 ? '' : count === 1 ? ' pod' : ' pods'} ${word}`);
  return words.length === 0 ? undefined : listOf(words, 'and');
}

/** Nothing needs it any more. That takes a while, in which nothing else may happen. */
function isEnding(state: RunState, { scope }: PodState): boolean {
  if (state.stopping && state.running.size === 0) return true;
  for (
    let id: NodeId | null = podScope(state, scope).until;
    id !== null;
    id = state.byId.get(id)?.parent ?? null
  ) {
    const status = state.nodes.get(id)?.status;
    if (status !== undefined && status !== 'open' && status !== 'running') return true;
  }
  return false;
}

/** `$0.31`; a small amount is not nothing. */
export function cost(dollars: number): string {
  return dollars > 0 && dollars < 0.005 ? 'under $0.01' : `$${dollars.toFixed(2)}`;
}

/** `$0.69/h`, `$0.029/h`. */
export function hourly(price: number): string {
  const digits = Number.isInteger(Math.round(price * 1e6) / 1e4) ? 2 : 3;
  return `$${price.toFixed(digits)}/h`;
}

/** What a careful reader should know of it. */
export function podNotes({ why, quoted }: PodLine): string[] {
  return [
    ...(quoted === undefined ? [] : [`the catalogue said ${hourly(quoted)}`]),
    ...(why === undefined || why === scopeIsOver ? [] : [why]),
  ];
}

/** How a pod that may have been left behind is ended. */
export function reapWords(run: string): string {
  return `ml-workflow reap --run ${run}`;
}

function exact(dollars: number): number {
  return Number(dollars.toFixed(6));
}
