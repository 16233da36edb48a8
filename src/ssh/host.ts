/** A host that commands run on, as everything above the connection sees it. */
import type { Readable, Writable } from 'node:stream';

export interface Host {
  /** For messages: `root@203.0.113.7:34446`. */
  readonly name: string;
  /**
   * Runs a command line in the login shell (POSIX `sh` syntax) and waits for its end. Never rejects for an exit code.
   * Rejects with an `SshError`, or with the reason of `signal`.
   */
  exec(command: string, options?: ExecOptions): Promise<ExecResult>;
  /** The same with its streams, for what is too large to hold. Rejects when the channel could not be opened. */
  open(command: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<RemoteProcess>;
  /** A connection of its own to the same host, which connects when it is used. Whoever asks for it closes it. */
  beside?(): Host & { close(): void };
}

export interface ExecOptions {
  /** Its standard input, which is closed behind it; without it, empty. */
  readonly input?: string | Buffer | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Of its standard output, in bytes; more is an error. 16 MiB unless told. */
  readonly most?: number | undefined;
}

export interface ExecResult {
  /** The exit code; 128 and the signal's number where one ended it. */
  readonly code: number;
  readonly stdout: Buffer;
  /** Its last 64 KiB. */
  readonly stderr: string;
}

export interface RemoteProcess {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Settles when it has ended and its output is drained. Rejects with an `SshError` when the connection was lost first. */
  readonly ended: Promise<number>;
  /** Closes the channel; what runs there may go on. */
  close(): void;
}

/**
 * - `host-key`: the host is not the one that was pinned; never tried again.
 * - `auth`: it does not take the key; never tried again.
 * - `unreachable`: no connection came about within the given time.
 * - `lost`: the connection ended under what ran on it; that may or may not go on there.
 */
export type SshErrorKind = 'host-key' | 'auth' | 'unreachable' | 'lost';

export class SshError extends Error {
  readonly kind: SshErrorKind;
  constructor(kind: SshErrorKind, message: string) {
    super(message);
    this.name = 'SshError';
    this.kind = kind;
  }
}
