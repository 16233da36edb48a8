/** The pace of requests that RunPod's rate-limit headers ask for, shared by all users of one client. */

export interface RateOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Rejects with the reason of `signal`. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Told once of each wait, however many requests it holds up. */
  readonly onWait?: ((seconds: number, why: string) => void) | undefined;
  /** Nobody waits longer. */
  readonly longestSeconds: number;
}

/** A wait looks again so often: answers that came meanwhile may have shown that it is over. */
const sliceSeconds = 30;
/** Seconds, where several processes share a quota. */
const leastSpacing = 5;
/** After an answer 429 that names no time, or none to speak of. */
const leastSeconds = 0.2;

interface Window {
  /** Requests left in it by RunPod's count, at least as of the latest of its answers. */
  left: number;
  /** When it starts anew, in milliseconds since the epoch. */
  resets: number;
  /** From the policy alone: no answer has told of it yet. */
  isAssumed: boolean;
}

/** Times until a window starts anew are told in whole seconds; this much apart, they are of one window. */
const sameMilliseconds = 2000;

/** Of an answer, by its lower-case name; null or undefined when it is not there. */
export type ReadHeader = (name: string) => string | null | undefined;

export class Rate {
  readonly #options: RateOptions;
  readonly #windows = new Map<string, Window>();
  /** Of each window: requests in it, and its length. */
  readonly #policies = new Map<string, { readonly quota: number; readonly seconds: number }>();
  /** Requests that no answer counts yet. */
  #underWay = 0;
  /** From an answer 429: nothing goes out before. */
  #held: { until: number; why: string } = { until: 0, why: '' };
  #told = 0;

  constructor(options: RateOptions) {
    this.#options = options;
  }

  /** When a request may go out, in milliseconds since the epoch, and why not now; undefined when it may. */
  #blocked(now: number): { readonly until: number; readonly why: string } | undefined {
    let { until, why } = this.#held;
    for (const [name, window] of this.#windows) {
      if (window.resets <= now) {
        // The next one is known from the policy, until an answer tells more.
        const policy = this.#policies.get(name);
        if (!policy) this.#windows.delete(name);
        else {
          const resets = now + policy.seconds * 1000;
          this.#windows.set(name, { left: policy.quota, resets, isAssumed: true });
        }
      } else if (window.left <= this.#underWay && window.resets > until) {
        until = window.resets;
        why = `RunPod's rate limit for the ${name} is used up`;
      }
    }
    return until > now ? { until, why } : undefined;
  }

  /**
   * Waits until a request may go out and counts it; or says why it may not for longer than anybody waits. Rejects with the
   * reason of `signal`.
   */
  async take(signal?: AbortSignal): Promise<string | undefined> {
    for (;;) {
      signal?.throwIfAborted();
      const now = this.#options.now();
      const blocked = this.#blocked(now);
      if (!blocked) break;
      const seconds = Math.ceil((blocked.until - now) / 1000);
      if (seconds > this.#options.longestSeconds) {
        return `${blocked.why}, the next request may go out in ${seconds} s`;
      }
      if (blocked.until > this.#told) {
        this.#told = blocked.until;
        this.#options.onWait?.(seconds, blocked.why);
      }
      await this.#options.sleep(Math.min(blocked.until - now, sliceSeconds * 1000), signal);
    }
    this.#underWay += 1;
    return undefined;
  }

  /** Seconds between two requests of each of so many processes: a third of the quota is left for what else they ask. */
  spacing(processes: number): number {
    const paces = [...this.#policies.values()]
      // In a longer window there is room for all looks until a pod is ready.
      .filter(({ seconds }) => seconds <= 60)
      .map(({ quota, seconds }) => (1.5 * processes * seconds) / quota);
    return Math.max(leastSpacing, ...paces);
  }

  /** The request that was counted is no longer on its way: it has its answer, or will have none. */
  answered(): void {
    this.#underWay -= 1;
  }

  /**
   * An answer 429, after `learn`. `fallback`: seconds to wait when it does not say how long. Windows that it shows as
   * exhausted are waited for as well: the longest counts.
   */
  refused(read: ReadHeader, fallback: number): void {
    const now = this.#options.now();
    const after = secondsAfter(read('retry-after'), now);
    if (after === undefined && this.#blocked(now)) return;
    const until = now + Math.max(after ?? fallback, leastSeconds) * 1000;
    if (until > this.#held.until) this.#held = { until, why: 'RunPod asks for fewer requests' };
  }

  /** From the headers of any answer, after `answered` for its own request. */
  learn(read: ReadHeader): void {
    const now = this.#options.now();
    for (const { name, numbers } of members(read('ratelimit-policy'))) {
      const quota = numbers.get('q');
      const seconds = numbers.get('w');
      if (quota && seconds) this.#policies.set(name, { quota, seconds });
    }
    for (const { name, numbers } of members(read('ratelimit'))) {
      const left = numbers.get('r');
      const seconds = numbers.get('t');
      if (left === undefined || seconds === undefined || left < 0 || seconds < 0) continue;
      const resets = now + seconds * 1000;
      const known = this.#windows.get(name);
      const isSame = known && !known.isAssumed && Math.abs(known.resets - resets) <= sameMilliseconds;
      // Answers may overtake each other: of one window, the least that is left is the latest.
      if (isSame) known.left = Math.min(known.left, left);
      else if (!known || known.isAssumed || resets > known.resets) {
        this.#windows.set(name, { left, resets, isAssumed: false });
      }
    }
  }
}

/** `"minute";r=0;t=12, "hour";r=2800;t=1812`; what is not of that form is passed over. */
export function members(header: string | null | undefined): { name: string; numbers: Map<string, number> }[] {
  return (header ?? '').split(',').flatMap((member) => {
    const [name = '', ...parameters] = member.split(';').map((part) => part.trim());
    const numbers = new Map<string, number>();
    for (const parameter of parameters) {
      const match = /^([a-z]+)=(\d+(?:\.\d+)?)$/.exec(parameter);
      if (match?.[1] && match[2]) numbers.set(match[1], Number(match[2]));
    }
    const bare = name.replace(/^"|"$/g, '').slice(0, 40);
    return /^[\w.-]+$/.test(bare) ? [{ name: bare, numbers }] : [];
  });
}

/** `Retry-After`: seconds, or a date. */
function secondsAfter(header: string | null | undefined, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds : undefined;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now) / 1000);
}
