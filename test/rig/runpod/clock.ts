/**
 * The rig's clock. It drives billing, lags, image pulls and rate windows. With `virtualTime` it stands still but for
 * `advance` and `run`, and the pods' `date`, `touch` and `sleep` follow it; without, it is the real clock, and `advance`
 * puts the server (not the pods) further on. What a pod's shell counts by itself stays real: `read -t`, `timeout`,
 * `$SECONDS`, /proc/uptime and the times of files that no `touch` has set.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

interface Timer {
  readonly at: number;
  readonly action: () => void;
  real: NodeJS.Timeout | undefined;
}

interface Sleeper {
  readonly pod: string;
  readonly until: number;
  readonly socket: Socket;
}

/** Real milliseconds that `run` waits for what has woken up to go to sleep again, at most. */
const SETTLE = 3000;

export class Clock {
  readonly virtual: boolean;
  /** What the pods' `date` reads: the time of a clock that stands still, in seconds. */
  readonly file: string;
  readonly #base = Date.now() / 1000;
  #offset = 0;
  readonly #timers = new Set<Timer>();
  readonly #sleepers = new Set<Sleeper>();
  readonly #server: Server = createServer((socket) => this.#sleeping(socket));

  constructor(file: string, virtual: boolean) {
    this.file = file;
    this.virtual = virtual;
    this.#write();
  }

  async listen(): Promise<void> {
    if (!this.virtual) return;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
  }

  /** Where the pods' `sleep` waits; 0 when they sleep in real time. */
  get port(): number {
    const address = this.#server.address();
    return address === null || typeof address === 'string' ? 0 : address.port;
  }

  /** Pods whose processes sleep now, once for each. */
  get sleeping(): readonly string[] {
    return [...this.#sleepers].map(({ pod }) => pod);
  }

  /** Seconds since 1970. */
  now(): number {
    return (this.virtual ? this.#base : Date.now() / 1000) + this.#offset;
  }

  /** ISO 8601 without a fraction, as RunPod writes it. */
  iso(at = this.now()): string {
    return new Date(at * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  }

  /** Calls back when the clock has come that far; the result calls it off. */
  after(seconds: number, action: () => void): () => void {
    const timer: Timer = { at: this.now() + seconds, action, real: undefined };
    this.#timers.add(timer);
    // setTimeout cannot hold more than 2^31 ms; nothing here waits that long in real time.
    if (!this.virtual) timer.real = setTimeout(() => this.#due(), Math.min(seconds * 1000 + 5, 2 ** 31 - 1));
    return () => {
      clearTimeout(timer.real);
      this.#timers.delete(timer);
    };
  }

  /** One leap. Whoever sleeps in it wakes at its end: for what happens on the way, use `run`. */
  advance(seconds: number): void {
    if (!(seconds >= 0)) throw new Error('time goes forward only');
    this.#offset += seconds;
    this.#write();
    this.#due();
  }

  /**
   * The same from one sleeper or timer to the next, as time goes by: after each, the processes that woke up are given
   * the chance to do their work and to sleep again. Needs `virtualTime`.
   */
  async run(seconds: number): Promise<void> {
    if (!this.virtual) throw new Error('run needs virtualTime');
    const end = this.now() + seconds;
    for (;;) {
      const next = Math.min(
        end,
        ...[...this.#timers].map(({ at }) => at),
        ...[...this.#sleepers].map(({ until }) => until),
      );
      const woken = new Set(
        [...this.#sleepers].filter(({ until }) => until <= next + 1e-6).map(({ pod }) => pod),
      );
      const asleep = [...woken].map((pod): [string, number] => [pod, this.#asleep(pod)]);
      this.advance(Math.max(0, next - this.now()));
      await this.#settled(asleep);
      if (this.now() >= end - 1e-6) return;
    }
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer.real);
    this.#timers.clear();
    for (const { socket } of this.#sleepers) socket.destroy();
    this.#server.close();
  }

  /** Until as many sleep in each of these pods as before, or nothing has come of it for long. */
  async #settled(before: readonly (readonly [string, number])[]): Promise<void> {
    const limit = Date.now() + SETTLE;
    while (Date.now() < limit) {
      if (before.every(([pod, count]) => this.gone.has(pod) || this.#asleep(pod) >= count)) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  #asleep(pod: string): number {
    return [...this.#sleepers].filter((sleeper) => sleeper.pod === pod).length;
  }

  /** Pods that no longer run: nobody waits for their sleepers. */
  readonly gone = new Set<string>();

  #due(): void {
    const now = this.now();
    const due = [...this.#timers]
      .filter(({ at }) => at <= now + 1e-6)
      .sort((left, right) => left.at - right.at);
    for (const timer of due) {
      if (!this.#timers.delete(timer)) continue;
      clearTimeout(timer.real);
      timer.action();
    }
    for (const sleeper of this.#sleepers) {
      if (sleeper.until > now + 1e-6) continue;
      this.#sleepers.delete(sleeper);
      sleeper.socket.end('awake\n');
    }
  }

  #sleeping(socket: Socket): void {
    socket.on('error', () => socket.destroy());
    createInterface({ input: socket }).once('line', (line) => {
      const [pod = '', seconds = '0'] = line.split(' ');
      const sleeper: Sleeper = { pod, until: this.now() + Number(seconds), socket };
      this.#sleepers.add(sleeper);
      socket.on('close', () => this.#sleepers.delete(sleeper));
      this.#due();
    });
  }

  /** Renamed into place, so that no reader sees half of it. */
  #write(): void {
    if (!this.virtual) return;
    writeFileSync(`${this.file}.new`, `${this.now().toFixed(3)}\n`);
    renameSync(`${this.file}.new`, this.file);
  }
}
