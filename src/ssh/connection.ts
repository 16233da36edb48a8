/** A host over SSH: connects when something is to be done, shares its channels fairly, and connects again. */
import { setMaxListeners } from 'node:events';
import { type ExecOptions, type ExecResult, type Host, type RemoteProcess, SshError } from './host.ts';
import { parsePublicKey, readPrivateKey } from './keys.ts';
import { Link, type LinkOptions, NotStarted } from './link.ts';
import { type OwnProcess, remoteProcess } from './process.ts';

export interface ConnectionOptions {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** PEM, without a passphrase. */
  readonly privateKey: string;
  /** The pinned key of the host: `ssh-ed25519 AAAA…`, or a line of `known_hosts`. */
  readonly hostKey: string;
  /** For one attempt, until the key is accepted. */
  readonly connectMilliseconds?: number | undefined;
  /** A silent host is asked so often whether it is there, */
  readonly keepaliveMilliseconds?: number | undefined;
  /** and given up after so many unanswered questions. */
  readonly keepaliveCount?: number | undefined;
  /** How long connecting is tried again before that is `unreachable`. */
  readonly giveUpMilliseconds?: number | undefined;
  /** Channels at once over one connection; sshd allows 10 unless told. */
  readonly most?: number | undefined;
  /** When no channel has become free for so long, the next one gets a further connection. */
  readonly patienceMilliseconds?: number | undefined;
  /** A sentence about connections that come and go. */
  readonly log?: ((text: string) => void) | undefined;
}

const usualPatience = 2_000;
/** Connections at once: a host may allow a single channel, and a channel may be in use for hours. */
const mostLinks = 4;
const firstWait = 250;
const longestWait = 15_000;
const defaultMost = 16 * 1024 * 1024;
const stderrKept = 64 * 1024;

/** Something that waits for a place in a connection. */
interface Ticket {
  readonly number: number;
  readonly grant: (link: Link) => void;
  readonly refuse: (error: unknown) => void;
  /** Runs while there is no connection, or no good one: */
  deadline?: NodeJS.Timeout | undefined;
  /** the last one took no channel. */
  readonly troubled: boolean;
}

export class Connection implements Host {
  readonly name: string;
  readonly #given: ConnectionOptions;
  readonly #options: LinkOptions;
  readonly #giveUp: number;
  readonly #most: number;
  readonly #log: (text: string) => void;
  readonly #queue: Ticket[] = [];
  readonly #links: Link[] = [];
  #dialing: AbortController | undefined;
  #patience: NodeJS.Timeout | undefined;
  /** In a row: attempts to connect, and connections that took no channel. */
  #failures = 0;
  #lastFailure: Error | undefined;
  #blamed: Link | undefined;
  #tickets = 0;
  #closed: Error | undefined;

  /** Throws when one of the keys cannot be used. */
  constructor(options: ConnectionOptions) {
    const host = options.host.includes(':') ? `[${options.host}]` : options.host;
    this.name = `${options.user}@${host}:${options.port}`;
    this.#given = options;
    const key = readPrivateKey(options.privateKey);
    this.#options = {
      name: this.name,
      host: options.host,
      port: options.port,
      user: options.user,
      privateKey: key.text,
      keyName: key.fingerprint ?? 'it was given',
      hostKey: parsePublicKey(options.hostKey),
      connectMilliseconds: options.connectMilliseconds ?? 20_000,
      keepaliveMilliseconds: options.keepaliveMilliseconds ?? 10_000,
      keepaliveCount: options.keepaliveCount ?? 3,
    };
    this.#giveUp = options.giveUpMilliseconds ?? 120_000;
    this.#most = Math.max(1, options.most ?? 8);
    this.#log = options.log ?? (() => {});
  }

  get isConnected(): boolean {
    return this.#links.some((link) => link.takesMore);
  }

  /** The first handshake, before there is something to run. Rejects as `exec` does. */
  async connect(signal?: AbortSignal): Promise<void> {
    if (this.isConnected) return;
    const link = await this.#place(++this.#tickets, signal);
    link.release();
  }

  async exec(command: string, options: ExecOptions = {}): Promise<ExecResult> {
    const { signal, input, most = defaultMost } = options;
    const remote = await this.open(command, { signal });
    const stdout: Buffer[] = [];
    const stderr = new Tail(stderrKept);
    let length = 0;
    let tooMuch: Error | undefined;
    remote.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) stdout.push(chunk);
      else if (tooMuch === undefined) {
        tooMuch = new Error(`the command on ${this.name} printed more than the ${most} bytes that it may`);
        remote.close();
      }
    });
    remote.stderr.on('data', (chunk: Buffer) => stderr.add(chunk));
    remote.stdin.end(input ?? '');
    try {
      const code = await remote.ended;
      return { code, stdout: Buffer.concat(stdout), stderr: stderr.text() };
    } catch (error) {
      throw tooMuch ?? error;
    }
  }

  async open(
    command: string,
    options: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<RemoteProcess> {
    const { signal } = options;
    const remote = await this.#start(command, signal);
    if (signal !== undefined) {
      const abort = (): void => remote.close(signal.reason);
      signal.addEventListener('abort', abort);
      const leave = (): void => signal.removeEventListener('abort', abort);
      remote.ended.then(leave, leave);
      if (signal.aborted) abort();
    }
    return remote;
  }

  beside(): Connection {
    return new Connection(this.#given);
  }

  /** Ends all that runs here with `lost`, and leaves nothing behind that keeps Node alive. Cannot be used after. */
  close(): void {
    if (this.#closed !== undefined) return;
    this.#closed = new SshError('lost', `the connection to ${this.name} was closed here`);
    clearTimeout(this.#patience);
    this.#dialing?.abort(this.#closed);
    this.#refuseAll(this.#closed);
    for (const link of [...this.#links]) link.close('was closed here');
  }

  async #start(command: string, signal: AbortSignal | undefined): Promise<OwnProcess> {
    const number = ++this.#tickets;
    let since: number | undefined;
    for (;;) {
      const link = await this.#place(number, signal, since);
      try {
        const limit = 3 * this.#options.connectMilliseconds;
        const remote = await link.start(command, limit, signal, (channel) =>
          remoteProcess(channel, link, this.name),
        );
        this.#failures = 0;
        return remote;
      } catch (error) {
        if (!(error instanceof NotStarted)) throw error;
        if (error.refused && link.hasOpened) {
          // It is full: one of the others has to end first.
          since = undefined;
          continue;
        }
        // A connection that takes no channel at all is as good as none.
        since ??= performance.now();
        this.#lastFailure = error;
        if (link.hasOpened || this.#blamed === link) continue;
        // Once, however many commands it failed.
        this.#blamed = link;
        this.#failures++;
      }
    }
  }

  /** Waits for a connection with a place for one more channel, and takes the place. */
  #place(number: number, signal: AbortSignal | undefined, since?: number): Promise<Link> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      // Many commands wait for the same signal, which is no leak.
      if (signal !== undefined) setMaxListeners(0, signal);
      if (this.#closed !== undefined) throw this.#closed;
      const leave = (): void => {
        signal?.removeEventListener('abort', abort);
        clearTimeout(ticket.deadline);
        const at = this.#queue.indexOf(ticket);
        if (at >= 0) this.#queue.splice(at, 1);
        if (this.#queue.length === 0) this.#dialing?.abort(new Error('nothing waits for the connection'));
      };
      const ticket: Ticket = {
        number,
        troubled: since !== undefined,
        grant: (link) => {
          leave();
          resolve(link);
        },
        refuse: (error) => {
          leave();
          reject(error);
        },
      };
      const abort = (): void => ticket.refuse(signal?.reason);
      signal?.addEventListener('abort', abort);
      if (since !== undefined) this.#startDeadline(ticket, since);
      // One that had its turn and was refused is still before those that came after it.
      const after = this.#queue.findIndex((other) => other.number > number);
      this.#queue.splice(after < 0 ? this.#queue.length : after, 0, ticket);
      this.#pump();
    });
  }

  #startDeadline(ticket: Ticket, since = performance.now()): void {
    ticket.deadline ??= setTimeout(
      () => {
        const why = this.#lastFailure === undefined ? '' : `: ${this.#lastFailure.message}`;
        const seconds = this.#giveUp / 1000;
        ticket.refuse(
          new SshError('unreachable', `no connection to ${this.name} came about within ${seconds} s${why}`),
        );
      },
      Math.max(0, since + this.#giveUp - performance.now()),
    );
  }

  #pump(): void {
    // sshd keeps a channel that was left until its command ends. A connection full of those alone is of no use.
    if (this.#queue.length > 0)
      for (const link of [...this.#links])
        if (link.left === link.running && link.free(this.#most) === 0) link.close();
    for (let ticket = this.#queue[0]; ticket !== undefined; ticket = this.#queue[0]) {
      const link = this.#links.find((one) => one.free(this.#most) > 0);
      if (link === undefined) break;
      link.running++;
      ticket.grant(link);
      // They come free one after the other: that is no reason for another connection.
      clearTimeout(this.#patience);
      this.#patience = undefined;
    }
    const usable = this.#links.filter((link) => link.takesMore);
    if (this.#queue.length === 0) {
      clearTimeout(this.#patience);
      this.#patience = undefined;
      for (const link of usable.slice(1)) if (link.running === 0) link.close();
      return;
    }
    if (usable.length === 0) {
      for (const ticket of this.#queue) this.#startDeadline(ticket);
      this.#dial();
      return;
    }
    for (const ticket of this.#queue) {
      if (ticket.troubled) continue;
      clearTimeout(ticket.deadline);
      ticket.deadline = undefined;
    }
    if (this.#links.length < mostLinks && this.#dialing === undefined) {
      this.#patience ??= setTimeout(() => {
        this.#patience = undefined;
        this.#dial();
      }, this.#given.patienceMilliseconds ?? usualPatience);
    }
  }

  async #dial(): Promise<void> {
    if (this.#dialing !== undefined) return;
    const dialing = new AbortController();
    this.#dialing = dialing;
    let failure: unknown;
    try {
      if (this.#failures > 0) await pause(backoff(this.#failures), dialing.signal);
      const link = await Link.connect(this.#options, dialing.signal, () => this.#pump());
      if (this.#closed !== undefined) {
        link.close();
        return;
      }
      this.#links.push(link);
      link.onEnd((error) => {
        this.#links.splice(this.#links.indexOf(link), 1);
        this.#log(error.message);
        this.#pump();
      });
      this.#log(`connected to ${this.name}`);
    } catch (error) {
      failure = error;
    }
    this.#dialing = undefined;
    if (failure !== undefined && !dialing.signal.aborted) {
      this.#failures++;
      if (failure instanceof Error) this.#lastFailure = failure;
      const connected = this.isConnected;
      if (failure instanceof SshError && failure.kind === 'unreachable') this.#log(failure.message);
      else if (!connected) this.#refuseAll(failure);
    }
    this.#pump();
  }

  #refuseAll(error: unknown): void {
    for (const ticket of [...this.#queue]) ticket.refuse(error);
  }
}

/** The last bytes of a stream. */
class Tail {
  readonly #most: number;
  #kept: Buffer[] = [];
  #length = 0;
  #hasLost = false;

  constructor(most: number) {
    this.#most = most;
  }

  add(chunk: Buffer): void {
    this.#kept.push(chunk);
    this.#length += chunk.length;
    // Copied together now and then, so that many small pieces cost little.
    if (this.#length > 2 * this.#most || this.#kept.length > 1024) this.#cut();
  }

  text(): string {
    this.#cut();
    let bytes = this.#kept[0] ?? Buffer.alloc(0);
    // Not from the middle of a character on.
    if (this.#hasLost)
      for (let n = 0; n < 3 && ((bytes[0] ?? 0) & 0xc0) === 0x80; n++) bytes = bytes.subarray(1);
    return bytes.toString();
  }

  #cut(): void {
    const all = Buffer.concat(this.#kept);
    if (all.length > this.#most) this.#hasLost = true;
    this.#kept = [all.length > this.#most ? Buffer.from(all.subarray(all.length - this.#most)) : all];
    this.#length = Math.min(all.length, this.#most);
  }
}

/** Half of it is chance, so that many clients of one host do not come all at once. */
function backoff(failures: number): number {
  const most = Math.min(longestWait, firstWait * 2 ** Math.min(failures - 1, 16));
  return most / 2 + (Math.random() * most) / 2;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', abort);
  });
}
