/** A channel that runs a command, as streams that behave like those of Node. */
import { constants } from 'node:os';
import { Readable, Writable } from 'node:stream';
import type { ClientChannel } from 'ssh2';
import { type RemoteProcess, SshError } from './host.ts';
import type { Link } from './link.ts';

const bufferBytes = 256 * 1024;

export interface OwnProcess extends RemoteProcess {
  /** `reason` is what `ended` and the streams give; without one, an `SshError`. */
  close(reason?: unknown): void;
}

export function remoteProcess(channel: ClientChannel, link: Link, name: string): OwnProcess {
  let exit: number | undefined;
  /** Nothing more comes, for whatever reason. */
  let over = false;
  let closedByUs = false;
  /** The write that waits for the host to take more. */
  let pending: (() => void) | undefined;
  let resolve: (code: number) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const ended = new Promise<number>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Whoever only reads the streams learns of a lost connection there.
  ended.catch(() => {});

  const close = (reason?: unknown): void => {
    if (closedByUs) return;
    closedByUs = true;
    link.leave(channel);
    finish(reason ?? new SshError('lost', `the command on ${name} was left before it ended`));
  };
  const output = (source: Readable): Readable => {
    const stream = new Readable({
      highWaterMark: bufferBytes,
      read: () => void source.resume(),
      destroy: (error, callback) => {
        // Whoever wants no more of it; a stream also destroys itself at its end.
        if (!over && !stream.readableEnded) close();
        callback(error);
      },
    });
    stream.on('error', () => {});
    source.on('data', (chunk: Buffer) => {
      if (!stream.destroyed && !stream.push(chunk)) source.pause();
    });
    source.on('end', () => {
      if (!stream.destroyed) stream.push(null);
    });
    stream.on('end', settle);
    return stream;
  };
  const settle = (): void => {
    if (exit !== undefined && stdout.readableEnded && stderr.readableEnded) finish();
  };
  const finish = (error?: unknown): void => {
    if (over) return;
    over = true;
    leave();
    // What the command has not read is nobody's error: it has ended.
    pending?.();
    pending = undefined;
    if (error === undefined) resolve(exit ?? 0);
    else {
      reject(error);
      for (const stream of [stdout, stderr, stdin])
        stream.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  };

  const stdin = new Writable({
    highWaterMark: bufferBytes,
    write: (chunk: Buffer, _encoding, callback) => {
      if (over || !channel.writable) return callback();
      pending = callback;
      channel.write(chunk, () => {
        if (pending !== callback) return;
        pending = undefined;
        callback();
      });
    },
    final: (callback) => {
      channel.end();
      callback();
    },
  });
  stdin.on('error', () => {});
  const leave = link.onEnd((error) => {
    // All of it has come, and is only not read yet.
    if (exit !== undefined && stateOf(channel) !== 'open') return;
    finish(new SshError('lost', `${error.message} while a command ran on it`));
  });
  channel.on('error', () => {});
  channel.on('exit', (code: number | null, signal?: string) => {
    exit = codeOf(code, signal);
    settle();
  });
  const stdout = output(channel);
  const stderr = output(channel.stderr as unknown as Readable);
  channel.on('close', (code?: number | null, signal?: string) => {
    // The code may have come in one packet with the answer that the command has started, before anybody listened here.
    if (exit === undefined && (typeof code === 'number' || signal)) exit = codeOf(code ?? null, signal);
    settle();
    // The last bytes may still be on their way through the streams above.
    if (exit === undefined) finish(new SshError('lost', `${name} closed the channel without an exit code`));
    else if (!over) {
      pending?.();
      pending = undefined;
    }
  });
  return { stdin, stdout, stderr, ended, close };
}

function codeOf(code: number | null, signal: string | undefined): number {
  return code ?? 128 + (constants.signals[signal as NodeJS.Signals] ?? 0);
}

/** Of the direction from the host, as ssh2 keeps it: `eof` when all has come. */
function stateOf(channel: ClientChannel): string | undefined {
  return (channel as { incoming?: { state?: string } }).incoming?.state;
}
