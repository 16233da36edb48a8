/**
 * What can go wrong, as a test asks for it.
 *
 * | mode | `failure` | what it does |
 * | --- | --- | --- |
 * | F1 | `answer-lost` on `create` | the pod is made, the answer is not: reset, hang, or a 502 with HTML |
 * | F2 | `answer-lost` on `create`, `how: 'server-error'` | the pod is made, then 500 |
 * | F3 | `hidden` | 404 and not listed for a while after 201 |
 * | F4 | `hidden` | a DELETE meanwhile is 404 too, and does nothing: the pod appears later |
 * | F5 | `answer-lost` on `delete` | done, but 5xx, reset or hang |
 * | F6 | `lingers` | DELETE is 204, and the pod is still there and billed for a while |
 * | F7 | `no-capacity` | 400 in one of both wordings, for all candidates or those that are named |
 * | F8 | `rule` | 400 for a rule, the same for every candidate |
 * | F9 | `refused`, `key-revoked`, `balance` | 402, 403, 413, 422, any 5xx without a pod; 401 from now on |
 * | F10 | `rate-limited` | 429 with Retry-After and exhausted windows, until the clock is past them |
 * | F11 | `readiness` | RUNNING, but without a runtime, ports, an address or `ssh.direct` |
 * | F12 | `stuck`, `ends` | never leaves a state; ERROR or EXITED during the pull or later |
 * | F13 | `slow-pull`, `pull-error` | the image takes long, or cannot be pulled or started; the system log says so |
 * | F14 | `ssh` | refuses, accepts and drops, another host key, rsa only |
 * | F15 | `stale-port` | after a restart the old port is reported for a while (ports always change) |
 * | F16 | `logs` | silence, a cut within a frame, a huge line, a line twice, keep-alives, an end |
 * | F17 | `host-dies` | nothing answers any more, the status stays RUNNING |
 * | F18 | `preempted`, `balance` | EXITED by itself; at balance 0 pods end by themselves |
 * | F19 | `price` | the pod costs more than the catalog says |
 * | F20 | `RigRunpod.seed` | duplicates, foreign pods, more than 1000 of them |
 * | F21 | `unknown` | statuses and fields that no document has |
 * | F22 | `actions` | `actions` in another order, or not those of the status |
 * | F23 | none | the client is killed: that is done to the client |
 * | F24 | `skew` | the pod's clock is off |
 *
 * `gpus: 0` after a start, and nvidia-smi that is missing or fails, are in `gpu`.
 */
export type Failure =
  | {
      readonly failure: 'answer-lost';
      readonly on: 'create' | 'delete' | 'action' | 'get' | 'list' | 'catalog';
      readonly how: 'reset' | 'hang' | 'bad-gateway' | 'server-error';
    }
  | { readonly failure: 'hidden'; readonly seconds: number; readonly from?: 'list' | 'get' | 'both' }
  | { readonly failure: 'lingers'; readonly seconds: number }
  | {
      readonly failure: 'no-capacity';
      readonly wording?: 'instances' | 'machine';
      /** Only for creates that want this. */
      readonly gpu?: string;
      readonly cloud?: 'SECURE' | 'COMMUNITY';
      readonly dataCenter?: string;
    }
  | { readonly failure: 'rule'; readonly detail?: string }
  | {
      readonly failure: 'refused';
      readonly on?: 'create' | 'delete' | 'action' | 'get' | 'list' | 'catalog' | 'logs';
      readonly status: 400 | 401 | 402 | 403 | 404 | 409 | 413 | 422 | 500 | 502 | 503;
      readonly detail?: string;
      readonly errors?: readonly string[];
    }
  | { readonly failure: 'key-revoked' }
  | { readonly failure: 'balance'; readonly dollars: number }
  | {
      readonly failure: 'rate-limited';
      /** What Retry-After says. The windows open at that time and at `hour`, the later of which counts. */
      readonly seconds: number;
      /** When the hour's window opens, if it is exhausted too. */
      readonly hour?: number;
    }
  | {
      readonly failure: 'readiness';
      readonly what: 'runtime-null' | 'runtime-empty' | 'no-ip' | 'no-public-port' | 'no-direct';
      /** Forever when absent. */
      readonly seconds?: number;
    }
  | { readonly failure: 'stuck'; readonly at: 'PROVISIONING' | 'STARTING'; readonly seconds?: number }
  | {
      readonly failure: 'ends';
      readonly as: 'ERROR' | 'EXITED';
      readonly during: 'pull' | 'run';
      /** After it began to run. */
      readonly seconds?: number;
    }
  /** `shows`: the status meanwhile; RunPod may say RUNNING too early. */
  | { readonly failure: 'slow-pull'; readonly seconds: number; readonly shows?: 'STARTING' | 'RUNNING' }
  | { readonly failure: 'pull-error'; readonly what: 'toomanyrequests' | 'manifest-unknown' | 'cuda' }
  | {
      readonly failure: 'ssh';
      readonly what: 'refuses' | 'drops' | 'other-key' | 'rsa-only';
      /** For `refuses` and `drops`; forever when absent. */
      readonly seconds?: number;
    }
  | { readonly failure: 'stale-port'; readonly seconds: number }
  | {
      readonly failure: 'logs';
      readonly what: 'silent' | 'drop-mid-frame' | 'huge-line' | 'duplicate' | 'keep-alive' | 'ends';
    }
  | { readonly failure: 'host-dies'; readonly pod: string }
  | { readonly failure: 'preempted'; readonly pod: string }
  | { readonly failure: 'price'; readonly factor: number }
  | {
      readonly failure: 'unknown';
      readonly status?: string;
      readonly fields?: Readonly<Record<string, string | number | boolean | null>>;
    }
  | { readonly failure: 'actions'; readonly actions: readonly string[] }
  | {
      readonly failure: 'gpu';
      readonly what: 'missing' | 'failing' | 'no-devices' | 'none-after-start';
    }
  | { readonly failure: 'skew'; readonly seconds: number };

export type FailureOf<Name extends Failure['failure']> = Extract<Failure, { readonly failure: Name }>;

/** Failures that are a property of a pod, given to it when it is made. */
export const OF_PODS = [
  'hidden',
  'lingers',
  'readiness',
  'stuck',
  'ends',
  'slow-pull',
  'pull-error',
  'ssh',
  'stale-port',
  'price',
  'unknown',
  'actions',
  'gpu',
  'skew',
] as const;

export type PodFailure = FailureOf<(typeof OF_PODS)[number]>;

interface Pending {
  readonly failure: Failure;
  left: number;
}

/** Waits until a request comes that a failure is meant for. */
export class Failures {
  readonly #pending: Pending[] = [];

  add(failure: Failure, times: number): void {
    this.#pending.push({ failure, left: times });
  }

  clear(): void {
    this.#pending.length = 0;
  }

  /** The oldest of that name that fits; it is used up by that. */
  take<Name extends Failure['failure']>(
    name: Name,
    fits: (failure: FailureOf<Name>) => boolean = () => true,
  ): FailureOf<Name> | undefined {
    for (const pending of this.#pending) {
      if (pending.left <= 0 || pending.failure.failure !== name) continue;
      const failure = pending.failure as FailureOf<Name>;
      if (!fits(failure)) continue;
      pending.left -= 1;
      return failure;
    }
    return undefined;
  }

  /** One of each kind of failure of pods, for a pod that is made now. */
  forPod(): PodFailure[] {
    return OF_PODS.flatMap((name) => this.take(name) ?? []);
  }
}
