/** RunPod's windows of requests: each key may send so many a minute and an hour. */
import type { Clock } from './clock.ts';

export interface Quota {
  readonly minute: number;
  readonly hour: number;
}

const LENGTHS = { minute: 60, hour: 3600 } as const;
type Name = keyof typeof LENGTHS;
const NAMES: readonly Name[] = ['minute', 'hour'];

interface Window {
  used: number;
  opensAt: number;
}

export class Rates {
  readonly #clock: Clock;
  readonly #quota: Quota;
  readonly #windows: Record<Name, Window>;

  constructor(clock: Clock, quota: Quota) {
    this.#clock = clock;
    this.#quota = quota;
    this.#windows = {
      minute: { used: 0, opensAt: clock.now() + 60 },
      hour: { used: 0, opensAt: clock.now() + 3600 },
    };
  }

  /** Takes one request off; the seconds to wait when there is none left. */
  take(): number | undefined {
    this.#open();
    const empty = NAMES.filter((name) => this.#windows[name].used >= this.#quota[name]);
    if (empty.length === 0) {
      for (const name of NAMES) this.#windows[name].used += 1;
      return undefined;
    }
    // The first window to open, as RunPod says it; a client has to look at the others by itself.
    return Math.min(...empty.map((name) => this.#left(name)));
  }

  exhaust(name: Name, seconds: number): void {
    this.#open();
    this.#windows[name] = { used: this.#quota[name], opensAt: this.#clock.now() + seconds };
  }

  headers(): Record<string, string> {
    this.#open();
    return {
      'RateLimit-Policy': NAMES.map((name) => `"${name}";q=${this.#quota[name]};w=${LENGTHS[name]}`).join(
        ', ',
      ),
      RateLimit: NAMES.map((name) => {
        const left = Math.max(0, this.#quota[name] - this.#windows[name].used);
        return `"${name}";r=${left};t=${this.#left(name)}`;
      }).join(', '),
    };
  }

  #left(name: Name): number {
    return Math.max(1, Math.ceil(this.#windows[name].opensAt - this.#clock.now()));
  }

  #open(): void {
    for (const name of NAMES)
      if (this.#clock.now() >= this.#windows[name].opensAt)
        this.#windows[name] = { used: 0, opensAt: this.#clock.now() + LENGTHS[name] };
  }
}
