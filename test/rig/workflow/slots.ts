/** Places that are taken and given back in turn: runners, and `max-parallel`. Waiting ends early by a signal. */

/** What waited has been cancelled. */
export class Cancelled extends Error {}

export class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** Gives the place back when called; throws Cancelled when the signal comes first. */
  async take(signal: AbortSignal): Promise<() => void> {
    let granted = false;
    const grant = new Promise<void>((resolve) => {
      const take = (): void => {
        granted = true;
        resolve();
      };
      if (this.#free > 0) {
        this.#free -= 1;
        take();
      } else this.#waiting.push(take);
    });
    const give = (): void => {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    };
    try {
      await until(grant, signal);
    } catch (error) {
      if (granted) give();
      else void grant.then(give);
      throw error;
    }
    return give;
  }
}

/** The promise's value, or Cancelled as soon as the signal comes. */
export async function until<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    stop = () => reject(new Cancelled(String(signal.reason)));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([cancelled, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
