/** A TCP relay that is as slow as a far network, and that can break in the ways networks do. */
import { createServer, connect as dial, type Socket } from 'node:net';

export interface RelayOptions {
  /** Where it leads, on 127.0.0.1. */
  readonly port: number;
  /** Added to each way: half of it there, half of it back. */
  readonly roundTripMilliseconds?: number;
  /** In each direction. */
  readonly bytesPerSecond?: number;
}

export interface Relay {
  readonly port: number;
  /** Connections it has taken in all. */
  readonly taken: number;
  /** Bytes that came from clients in all. */
  readonly received: number;
  /** Bytes that came from the server in all. */
  readonly sent: number;
  /** Resets all connections; new ones are taken. */
  cut(): void;
  /** From now on nothing comes through, in connections old and new, and nobody is told. */
  blackhole(): void;
  /** Ends the black hole; what was sent into it comes through late, as from a network that was away. */
  heal(): void;
  stop(): Promise<void>;
}

/** As much may be on its way in one direction. More is left to the sender to hold. */
const inFlight = 16 * 1024 * 1024;

export async function startRelay(options: RelayOptions): Promise<Relay> {
  const delay = (options.roundTripMilliseconds ?? 0) / 2;
  const rate = options.bytesPerSecond ?? Number.POSITIVE_INFINITY;
  const sockets = new Set<Socket>();
  const lanes = new Set<Lane>();
  let hole = false;
  let taken = 0;
  let received = 0;
  let sent = 0;

  const server = createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
    taken++;
    const far = dial({ port: options.port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      const lane = new Lane(one, other, delay, rate, () => hole);
      lanes.add(lane);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        lanes.delete(lane);
        lane.end();
        if (one.errored !== null) other.destroy();
      });
    }
    near.on('data', (chunk) => {
      received += chunk.length;
    });
    far.on('data', (chunk) => {
      sent += chunk.length;
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    get taken() {
      return taken;
    },
    get received() {
      return received;
    },
    get sent() {
      return sent;
    },
    cut: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    blackhole: () => {
      hole = true;
    },
    heal: () => {
      hole = false;
      for (const lane of lanes) lane.send();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** One direction of one connection. */
class Lane {
  /** What is on its way, each with the time at which it comes out; null is the end. */
  readonly #queue: { readonly chunk: Buffer | null; readonly due: number }[] = [];
  readonly #to: Socket;
  readonly #from: Socket;
  readonly #isHole: () => boolean;
  #held = 0;
  /** When the last byte is through the narrow place. */
  #free = 0;
  #timer: NodeJS.Timeout | undefined;
  #blocked = false;

  constructor(from: Socket, to: Socket, delay: number, rate: number, isHole: () => boolean) {
    this.#from = from;
    this.#to = to;
    this.#isHole = isHole;
    const put = (chunk: Buffer | null): void => {
      const now = performance.now();
      this.#free = Math.max(this.#free, now) + ((chunk?.length ?? 0) / rate) * 1000;
      this.#queue.push({ chunk, due: this.#free + delay });
      this.#held += chunk?.length ?? 0;
      if (this.#held > inFlight) from.pause();
      this.send();
    };
    from.on('data', put);
    from.on('end', () => put(null));
    to.on('drain', () => {
      this.#blocked = false;
      this.send();
    });
  }

  send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (!this.#blocked && !this.#isHole()) {
      const next = this.#queue[0];
      if (next === undefined) return;
      const wait = next.due - performance.now();
      if (wait > 0) {
        this.#timer = setTimeout(() => this.send(), wait);
        return;
      }
      this.#queue.shift();
      if (next.chunk === null) {
        this.#to.end();
        return;
      }
      this.#held -= next.chunk.length;
      if (this.#held <= inFlight) this.#from.resume();
      this.#blocked = !this.#to.write(next.chunk);
    }
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
