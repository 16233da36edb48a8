/** One authenticated SSH connection and its channels, as long as it lives. It is never reconnected: a new one is made. */
import { timingSafeEqual } from 'node:crypto';
import { connect as dial, type Socket } from 'node:net';
import type { Client, ClientChannel } from 'ssh2';
import { SshError } from './host.ts';
import { fingerprintOf, type PublicKey } from './keys.ts';

export interface LinkOptions {
  /** For messages. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly privateKey: string;
  /** For messages: the fingerprint of the client's key. */
  readonly keyName: string;
  readonly hostKey: PublicKey;
  /** From the first packet to the accepted key. */
  readonly connectMilliseconds: number;
  readonly keepaliveMilliseconds: number;
  readonly keepaliveCount: number;
}

/** The command has not been sent and will not be: asking again cannot run it twice. */
export class NotStarted extends Error {
  /** The host takes no more channels now, though the connection is good. */
  readonly refused: boolean;
  constructor(message: string, refused: boolean) {
    super(message);
    this.name = 'NotStarted';
    this.refused = refused;
  }
}

/** A limit that was learned from a refusal holds that long: what filled it may have gone. */
const learnedMilliseconds = 30_000;

export class Link {
  readonly #client: Client;
  readonly #socket: Socket;
  readonly #options: LinkOptions;
  readonly #watch: NodeJS.Timeout;
  readonly #whenFree: () => void;
  readonly #whenEnded: ((error: SshError) => void)[] = [];
  #ended: SshError | undefined;
  #hasOpened = false;
  #retired = false;
  #limit = Number.POSITIVE_INFINITY;
  #limitUntil = 0;
  /** Channels that are open, being opened or being closed. */
  running = 0;
  /** Of those, the ones that nobody here wants any more, and that the host has not given up. */
  left = 0;

  private constructor(client: Client, socket: Socket, options: LinkOptions, whenFree: () => void) {
    this.#client = client;
    this.#socket = socket;
    this.#whenFree = whenFree;
    this.#options = options;
    // Any byte from the host counts, not only answers to pings: behind a large upload on a thin line an answer may
    // come late though all is well.
    let seen = -1;
    let silent = 0;
    this.#watch = setInterval(() => {
      if (socket.bytesRead !== seen) silent = 0;
      else silent++;
      seen = socket.bytesRead;
      if (silent <= options.keepaliveCount) return;
      const seconds = Math.round((silent * options.keepaliveMilliseconds) / 1000);
      this.#end(`has not answered for ${seconds} s`);
      socket.destroy();
    }, options.keepaliveMilliseconds);
    client.on('error', (error) => {
      this.#end(`broke the connection: ${error.message}`);
      socket.destroy();
    });
    client.on('end', () => {
      this.#end('ended the connection');
      socket.destroy();
    });
    client.on('close', () => this.#end('ended the connection'));
  }

  /** `whenFree` is called after each channel that is gone. Rejects with an `SshError`, or with the reason of `signal`. */
  static async connect(options: LinkOptions, signal: AbortSignal, whenFree: () => void): Promise<Link> {
    signal.throwIfAborted();
    // Loaded at the first connection: it is a tenth of a second that other runs need not spend.
    const { default: ssh2 } = await import('ssh2');
    signal.throwIfAborted();
    const client = new ssh2.Client();
    const socket = dial({ host: options.host, port: options.port, noDelay: true });
    // There is always one, whoever else listens: an error that nobody hears ends the process.
    client.on('error', () => {});
    socket.on('error', () => {});
    try {
      await handshake(client, socket, options, signal);
    } catch (error) {
      socket.destroy();
      throw error;
    }
    return new Link(client, socket, options, whenFree);
  }

  /** How many channels it takes more, of `most` at once. */
  free(most: number): number {
    if (this.#ended !== undefined || this.#retired) return 0;
    const limit = performance.now() < this.#limitUntil ? Math.min(most, this.#limit) : most;
    return Math.max(0, limit - this.running);
  }

  /** It has taken at least one channel. */
  get hasOpened(): boolean {
    return this.#hasOpened;
  }

  get takesMore(): boolean {
    return this.#ended === undefined && !this.#retired;
  }

  /** Called once, when it ends, before its channels are told. */
  onEnd(action: (error: SshError) => void): () => void {
    this.#whenEnded.push(action);
    return () => {
      const at = this.#whenEnded.indexOf(action);
      if (at >= 0) this.#whenEnded.splice(at, 1);
    };
  }

  /**
   * Starts a command in a channel whose place is already counted in `running`; the place becomes free by itself.
   * Rejects with `NotStarted`, with the reason of `calledOff`, or with `lost` when the command was sent and no answer
   * came. `take` is called as soon as the command runs: what ssh2 tells of a short one comes in the same turn.
   */
  start<T>(
    command: string,
    milliseconds: number,
    calledOff: AbortSignal | undefined,
    take: (channel: ClientChannel) => T,
  ): Promise<T> {
    const { name } = this.#options;
    // As a buffer, so that it can be blanked: ssh2 sends it by itself as soon as the channel is open.
    const text = Buffer.from(command);
    let sent = false;
    const options = {
      // ssh2 reads this between the opening of the channel and the sending of the command.
      get env() {
        sent = true;
        return undefined;
      },
    };
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined || calledOff?.aborted) {
        this.release();
        reject(calledOff?.aborted ? calledOff.reason : new NotStarted(`${name} ended the connection`, false));
        return;
      }
      let settled = false;
      const settle = (action: () => void): void => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        leave();
        calledOff?.removeEventListener('abort', abort);
        action();
      };
      const fail = (error: Error): void =>
        settle(() => {
          if (!sent) text.fill(' ');
          reject(error);
        });
      const failed = (why: string, refused = false): void =>
        fail(
          sent
            ? new SshError('lost', `${why}; whether the command has run is not known`)
            : new NotStarted(why, refused),
        );
      const timer = setTimeout(() => {
        this.retire();
        failed(`${name} opened no channel within ${milliseconds / 1000} s`);
      }, milliseconds);
      const leave = this.onEnd((error) => failed(error.message));
      const abort = (): void => fail(calledOff?.reason);
      calledOff?.addEventListener('abort', abort);
      const opened = (error: (Error & { reason?: unknown }) | undefined, channel: ClientChannel): void => {
        if (error) {
          const refused = !sent && typeof error.reason === 'number';
          if (refused) this.#learnLimit();
          else this.retire();
          this.release();
          failed(`${name} opened no channel: ${error.message.replace(/^\(SSH\) /, '')}`, refused);
          return;
        }
        this.#hasOpened = true;
        channel.on('close', () => this.release());
        if (settled) {
          channel.on('error', () => {});
          this.leave(channel);
        } else settle(() => resolve(take(channel)));
      };
      try {
        this.#client.exec(text as unknown as string, options as object, opened);
      } catch (error) {
        // The socket is closed already and the event that says so is on its way.
        this.#end(`ended the connection: ${messageOf(error)}`);
        this.release();
      }
    });
  }

  /** Closes a channel whose output nobody reads any more. */
  leave(channel: ClientChannel): void {
    this.left++;
    channel.on('close', () => {
      this.left--;
    });
    // ssh2 says that a channel is closed only when its output is read.
    channel.resume();
    channel.stderr.resume();
    channel.close();
    this.#whenFree();
  }

  /** Gives back a place, also one that was taken and not used. */
  release(): void {
    this.running--;
    if (this.#retired && this.running === 0) this.close();
    this.#whenFree();
  }

  /** It refused a channel: so many as it has besides are the most for a while. */
  #learnLimit(): void {
    if (this.running === 1) this.retire();
    this.#limit = this.running - 1;
    this.#limitUntil = performance.now() + learnedMilliseconds;
  }

  /** Takes no new channels; closes when its last is gone. */
  retire(): void {
    this.#retired = true;
    if (this.running === 0) this.close();
  }

  close(why = 'was closed'): void {
    this.#end(why);
    this.#client.end();
    // When all is sent. ssh2 would wait for the answer of the host, a round trip or, from one that is gone, for good.
    this.#socket.destroySoon();
    this.#socket.unref();
  }

  #end(what: string): void {
    if (this.#ended !== undefined) return;
    clearInterval(this.#watch);
    this.#ended = new SshError('lost', `${this.#options.name} ${what}`);
    for (const action of this.#whenEnded.splice(0)) action(this.#ended);
  }
}

function handshake(client: Client, socket: Socket, options: LinkOptions, signal: AbortSignal): Promise<void> {
  const { name } = options;
  return new Promise((resolve, reject) => {
    let offered: Buffer | undefined;
    const timer = setTimeout(
      () =>
        fail(
          new SshError(
            'unreachable',
            `${name} did not answer within ${options.connectMilliseconds / 1000} s`,
          ),
        ),
      options.connectMilliseconds,
    );
    const settle = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      client.off('ready', ready).off('error', failed).off('close', closed);
    };
    const fail = (error: unknown): void => {
      settle();
      reject(error);
    };
    const abort = (): void => fail(signal.reason);
    const ready = (): void => {
      settle();
      resolve();
    };
    const failed = (error: Error): void => fail(handshakeError(error, options, offered));
    const closed = (): void =>
      fail(new SshError('unreachable', `${name} ended the connection before it was ready`));
    signal.addEventListener('abort', abort);
    client.on('ready', ready).on('error', failed).on('close', closed);
    try {
      client.connect({
        sock: socket,
        username: options.user,
        privateKey: options.privateKey,
        authHandler: ['publickey'],
        // Time-outs are ours: ssh2 knows no connection that is only slow.
        readyTimeout: 0,
        keepaliveInterval: options.keepaliveMilliseconds,
        keepaliveCountMax: Number.POSITIVE_INFINITY,
        hostVerifier: (key: Buffer): boolean => {
          const { blob } = options.hostKey;
          const same = key.length === blob.length && timingSafeEqual(key, blob);
          if (!same) offered = Buffer.from(key);
          return same;
        },
        algorithms: {
          kex: ['curve25519-sha256', 'curve25519-sha256@libssh.org'],
          serverHostKey: ['ssh-ed25519'],
          cipher: [
            'aes128-gcm@openssh.com',
            'aes256-gcm@openssh.com',
            'aes128-ctr',
            'aes192-ctr',
            'aes256-ctr',
          ],
        },
      });
      signAtOnce(client);
    } catch (error) {
      // Before anything was sent, and only for a key that cannot be read.
      fail(new SshError('auth', `the private key for ${name} cannot be used: ${messageOf(error)}`));
    }
  });
}

interface SigningKey {
  readonly type: string;
  sign(data: Buffer): Buffer | Error;
}

type Sign = (data: Buffer, done: (signature: Buffer) => void) => void;
type Authenticate = (user: string, key: SigningKey, algorithm?: string, sign?: Sign) => void;

/**
 * ssh2 asks whether it may use the key before it signs with it, which costs a round trip. There is only this key, so
 * that it signs at once. A version of it that is built otherwise, and RSA with its choice of hashes, still ask.
 */
function signAtOnce(client: Client): void {
  const protocol = (client as { _protocol?: { authPK?: Authenticate } })._protocol;
  const ask = protocol?.authPK;
  if (protocol === undefined || typeof ask !== 'function') return;
  protocol.authPK = (user, key, algorithm, sign) => {
    const now: Sign = (data, done) => {
      const signature = key.sign(data);
      if (signature instanceof Error) throw signature;
      done(signature);
    };
    ask.call(protocol, user, key, algorithm, sign ?? (key.type === 'ssh-ed25519' ? now : undefined));
  };
}

function handshakeError(
  error: Error & { level?: string },
  options: LinkOptions,
  offered: Buffer | undefined,
): SshError {
  const { name } = options;
  if (offered !== undefined)
    return new SshError(
      'host-key',
      `${name} is not the pinned host: it has the key ${fingerprintOf(offered)}, expected is ` +
        `${fingerprintOf(options.hostKey.blob)}; nothing was sent. If the host was set up anew, pin its new key`,
    );
  if (error.message.includes('no matching host key format'))
    return new SshError(
      'host-key',
      `${name} has no ssh-ed25519 host key, which pinning needs; run ssh-keygen -A there and restart its sshd`,
    );
  if (error.level === 'client-authentication')
    return new SshError(
      'auth',
      `${name} does not accept the key ${options.keyName} for user ${options.user}; ` +
        'put its public half into ~/.ssh/authorized_keys there',
    );
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED')
    return new SshError('unreachable', `${name} refuses connections; is sshd running there?`);
  if (code === 'ENOTFOUND') return new SshError('unreachable', `${name} is not reachable: no such host name`);
  return new SshError(
    'unreachable',
    `${name} is not reachable: ${error.message || String(code ?? 'no reason given')}`,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
