/** One pod from its wish to its end, and the units that share it. */
import type { ReadyPod } from '../../runpod/provision.ts';
import type { Place } from '../hosts/cargo.ts';

export interface PreparedPod extends ReadyPod {
  readonly place: Place;
}

export class Slot {
  readonly ready: Promise<PreparedPod>;
  /** While nobody waits for it any more it is not made to the end. */
  readonly #calledOff = new AbortController();
  /** 0 to 1 */
  #used = 0;
  #isClosed = false;
  #pod: PreparedPod | undefined;

  constructor(make: (signal: AbortSignal) => Promise<PreparedPod>) {
    this.ready = make(this.#calledOff.signal).then((pod) => {
      this.#pod = pod;
      return pod;
    });
    this.ready.catch(() => {
      this.#isClosed = true;
    });
  }

  /** Undefined until it is ready. */
  get pod(): PreparedPod | undefined {
    return this.#pod;
  }

  /** Nothing new is placed on it. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  hasRoom(share: number): boolean {
    // Shares are parts such as 1/3.
    return !this.#isClosed && this.#used + share <= 1 + 1e-9;
  }

  enter(share: number): void {
    this.#used += share;
  }

  leave(share: number): void {
    this.#used = Math.max(0, this.#used - share);
    if (this.#used < 1e-9 && !this.#pod) this.close('nobody waits for it any more');
  }

  /** What is being made of it is called off. */
  close(why: string): void {
    this.#isClosed = true;
    this.#calledOff.abort(new Error(why));
  }
}
