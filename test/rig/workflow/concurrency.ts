/** Concurrency groups, shared by all runs of one GitHub. Who holds a group, and who waits for it. */

const QUEUE_LIMIT = 100;

export interface ConcurrencyRequest {
  readonly group: string;
  readonly queue: 'single' | 'max';
  readonly cancelInProgress: boolean;
  /** The group has other plans: the holder, or one who waits, shall end. */
  readonly cancel: (reason: string) => void;
}

interface Waiting {
  readonly request: ConcurrencyRequest;
  readonly start: () => void;
}

interface Group {
  holder: ConcurrencyRequest | undefined;
  waiting: Waiting[];
}

export class ConcurrencyGroups {
  readonly #groups = new Map<string, Group>();

  /** Resolves when the group is free. Who is cancelled meanwhile must call `leave`, as everybody else at the end. */
  enter(request: ConcurrencyRequest): Promise<void> {
    const group = this.#group(request.group);
    if (group.holder === undefined) {
      group.holder = request;
      return Promise.resolve();
    }
    const reason = `Canceling since a higher priority waiting request for '${request.group}' exists`;
    const turned = request.queue === 'single' ? [...group.waiting] : [];
    const waiting = new Promise<void>((start) => group.waiting.push({ request, start }));
    for (const other of turned) other.request.cancel(reason);
    if (request.cancelInProgress) group.holder.cancel(reason);
    if (group.waiting.length > QUEUE_LIMIT) request.cancel(`The queue of '${request.group}' is full`);
    return waiting;
  }

  leave(request: ConcurrencyRequest): void {
    const group = this.#group(request.group);
    group.waiting = group.waiting.filter((other) => other.request !== request);
    if (group.holder !== request) return;
    const next = group.waiting.shift();
    group.holder = next?.request;
    next?.start();
  }

  /** How many wait. */
  waiting(name: string): number {
    return this.#group(name).waiting.length;
  }

  #group(name: string): Group {
    const key = name.toLowerCase();
    const group = this.#groups.get(key) ?? { holder: undefined, waiting: [] };
    this.#groups.set(key, group);
    return group;
  }
}
