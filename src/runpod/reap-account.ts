/** The reaper as a person or a schedule starts it: key → what became of each pod, for people and for machines. */
import { RunpodClient } from './client.ts';
import { RunpodError } from './error.ts';
import { checkedOwner, ownerOf } from './owner.ts';
import { plain } from './plain.ts';
import { wallClock as clock } from './pod-clock.ts';
import { type Reaped, type ReapedPod, reap } from './reap.ts';

export interface ReapAccount {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute: the folder whose owner counts where the environment names none. */
  readonly folder: string;
  readonly key: string;
  readonly owner?: string | undefined;
  readonly run?: string | undefined;
  readonly all?: boolean;
  readonly dryRun?: boolean;
}

export type ReapResult =
  /** `problem`: a sentence, where a pod may go on costing money. */
  | { readonly is: 'done'; readonly reaped: Reaped; readonly problem?: string }
  /** Nothing was ended: whether there is anything to end, nobody knows. */
  | { readonly is: 'failed'; readonly problem: string };

/** Rejects with an `OwnerError`. */
export async function reapAccount(request: ReapAccount): Promise<ReapResult> {
  const { environment, folder, key, run, all = false, dryRun = false } = request;
  const owner =
    request.owner === undefined ? ownerOf(environment, folder) : checkedOwner(request.owner, 'the owner');
  try {
    // A schedule comes again: it need not wait for the rate limit of a day.
    const client = new RunpodClient({ key, base: environment.RUNPOD_API_URL, longestWaitSeconds: 600 });
    const reaped = await reap(client, { owner, clock, run, all, dryRun });
    const left = reaped.pods.filter(({ outcome }) => outcome === 'not-ended');
    if (left.length === 0) return { is: 'done', reaped };
    const names = left.map(({ name, id }) => `${name} (${id})`).join(', ');
    const which = left.length === 1 ? 'this pod is' : `these ${left.length} pods are`;
    const problem = `${which} not provably gone and may go on costing money: ${names}; end what is left at https://console.runpod.io/pods`;
    return { is: 'done', reaped, problem };
  } catch (error) {
    if (!(error instanceof RunpodError)) throw error;
    return {
      is: 'failed',
      problem: `the list of pods could not be read, so nothing was ended: ${error.message}`,
    };
  }
}

/** One line for each pod of ours, then the sum. */
export function reapText({ owner, pods, others }: Reaped): string {
  const count = (outcome: ReapedPod['outcome']) => pods.filter((pod) => pod.outcome === outcome).length;
  const sums = [
    ...(['ended', 'would-end', 'not-ended', 'kept'] as const)
      .filter((outcome) => count(outcome) > 0)
      .map((outcome) => `${count(outcome)} ${words[outcome]}`),
    ...(pods.length === 0 ? [`no pods of ${owner}`] : []),
    `${others} ${others === 1 ? 'pod' : 'pods'} of others not touched`,
  ];
  return [...pods.map((pod) => plain(line(pod), mostLetters)), sums.join(', ')]
    .map((text) => `${text}\n`)
    .join('');
}

/** Of a line, which quotes RunPod. */
const mostLetters = 2000;
const words = { ended: 'ended', 'would-end': 'would end', 'not-ended': 'NOT ended', kept: 'kept' } as const;

function line({ outcome, name, id, status, price, why, problem }: ReapedPod): string {
  const cost = price === undefined ? '' : `, $${price}/h`;
  const what = outcome === 'ended' ? '; deleted, and gone' : problem === undefined ? '' : `; ${problem}`;
  return `${words[outcome].padEnd(9)}  ${name} (${id}, ${status}${cost}): ${why}${what}`;
}

/** With `schema_version`. */
export function reapJson(result: ReapResult): object {
  const reaped = result.is === 'done' ? result.reaped : undefined;
  return {
    schema_version: 1,
    ...(reaped ?? {}),
    ...(result.problem === undefined ? {} : { problem: result.problem }),
  };
}
