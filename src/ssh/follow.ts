/** Reads the log of a job as it grows, across lost connections, until the job has ended. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Host, type RemoteProcess, SshError } from './host.ts';
import { jobCommand, reason } from './job-exec.ts';

export type JobEnd =
  | { readonly is: 'exit'; readonly code: number }
  /**
   * Ended by a signal, or with the exit code that a shell gives for one: 137 is SIGKILL, whether it hit the command
   * or a program that the command waited for.
   */
  | { readonly is: 'signal'; readonly signal: NodeJS.Signals }
  /** Its supervisor is gone without a word, and so are its processes: the host or its container was started anew. */
  | { readonly is: 'vanished'; readonly message: string };

export interface FollowRequest {
  readonly directory: string;
  /** Byte of the log to begin at. */
  readonly from: number;
  /** In order, each byte once; a chunk may end in the middle of a character. What it throws ends the following. */
  readonly onData: (chunk: Buffer) => void;
  readonly signal?: AbortSignal | undefined;
  /** The connection was lost and a new one is about to go on. */
  readonly onReattach?: (() => void) | undefined;
}

/** After losses without a byte in between. */
const longestPause = 5_000;
/** Of a script on the host that ended without an answer although the connection stood. */
const mostFailures = 5;
const stderrKept = 8 * 1024;
/** What startup files of the login shell print before the log. */
const longestPreamble = 1024 * 1024;

/**
 * Rejects with an `SshError` that is not `lost`, with the reason of `signal`, or with what `onData` threw; the job goes
 * on then. A log that its own job makes shorter goes on where it is longer again than what was read of it.
 */
export async function followJob(host: Host, request: FollowRequest): Promise<JobEnd> {
  const { directory, onData, signal, onReattach } = request;
  let at = request.from;
  let idle = 0;
  let failures = 0;
  for (;;) {
    signal?.throwIfAborted();
    const before = at;
    const attached = await attach(host, directory, at, signal, (chunk) => {
      at += chunk.length;
      onData(chunk);
    });
    if (attached.is === 'ended') return attached.end;
    if (at > before) {
      idle = 0;
      failures = 0;
    }
    if (attached.is === 'failed') {
      failures += 1;
      if (failures >= mostFailures)
        throw new Error(`the log of a job on ${host.name} could not be read: ${attached.message}`);
    }
    if (idle > 0) await sleep(Math.min(longestPause, 50 * 2 ** idle), undefined, { signal }).catch(() => {});
    signal?.throwIfAborted();
    idle += 1;
    onReattach?.();
  }
}

type Attached =
  | { readonly is: 'ended'; readonly end: JobEnd }
  | { readonly is: 'lost' }
  | { readonly is: 'failed'; readonly message: string };

/** One channel. Whatever came before it is lost has been taken, and nothing of it comes later. */
async function attach(
  host: Host,
  directory: string,
  from: number,
  signal: AbortSignal | undefined,
  take: (chunk: Buffer) => void,
): Promise<Attached> {
  const preamble = `job-log-${randomBytes(8).toString('hex')}\n`;
  let remote: RemoteProcess;
  try {
    remote = await host.open(jobCommand(followScript, directory, String(from), preamble), { signal });
  } catch (error) {
    if (isLost(error)) return { is: 'lost' };
    throw error;
  }
  let fault: { readonly error: unknown } | undefined;
  let isOver = false;
  let head: Buffer | undefined = Buffer.alloc(0);
  const refuse = (error: unknown) => {
    isOver = true;
    fault = { error };
    remote.close();
  };
  remote.stdout.on('data', (chunk: Buffer) => {
    if (isOver) return;
    let data = chunk;
    if (head) {
      head = Buffer.concat([head, chunk]);
      const start = head.indexOf(preamble);
      if (start < 0) {
        if (head.length > longestPreamble)
          refuse(new Error(`the login shell of ${host.name} prints without end: look at its startup files`));
        return;
      }
      data = head.subarray(start + preamble.length);
      head = undefined;
    }
    if (data.length === 0) return;
    try {
      take(data);
    } catch (error) {
      refuse(error);
    }
  });
  let stderr = '';
  remote.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-stderrKept);
  });
  // A connection that is lost says so below.
  for (const stream of [remote.stdin, remote.stdout, remote.stderr]) stream.on('error', () => {});
  let code: number;
  try {
    code = await remote.ended;
  } catch (error) {
    isOver = true;
    if (fault) throw (fault as { readonly error: unknown }).error;
    signal?.throwIfAborted();
    if (isLost(error)) return { is: 'lost' };
    throw error;
  }
  if (fault) throw (fault as { readonly error: unknown }).error;
  signal?.throwIfAborted();
  const end = /^job-end (exit (\d{1,3})|vanished|absent)$/m.exec(stderr);
  if (!end) return { is: 'failed', message: reason(stderr, code) };
  if (end[2] !== undefined) return { is: 'ended', end: endOf(Number(end[2])) };
  const message =
    end[1] === 'absent'
      ? `there is no job in ${directory} on ${host.name} any more; the host was started anew or its disk wiped`
      : `the job on ${host.name} is gone without an exit code; the host or its container was started anew, or memory ran out`;
  return { is: 'ended', end: { is: 'vanished', message } };
}

function isLost(error: unknown): boolean {
  return error instanceof SshError && error.kind === 'lost';
}

/** Of Linux, which the host runs; the numbers of the machine that asks may be others. */
const signals: Readonly<Record<number, NodeJS.Signals>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  9: 'SIGKILL',
  10: 'SIGUSR1',
  11: 'SIGSEGV',
  12: 'SIGUSR2',
  13: 'SIGPIPE',
  14: 'SIGALRM',
  15: 'SIGTERM',
  24: 'SIGXCPU',
  25: 'SIGXFSZ',
  26: 'SIGVTALRM',
  27: 'SIGPROF',
  29: 'SIGIO',
  30: 'SIGPWR',
  31: 'SIGSYS',
};

function endOf(code: number): JobEnd {
  const signal = signals[code - 128];
  return signal === undefined ? { is: 'exit', code } : { is: 'signal', signal };
}

/**
 * One open file for all: each `cat` begins where the last one has ended. Standard input stays open as long as somebody
 * listens, so that a lost connection leaves nothing behind.
 */
const followScript = `
from=$2 preamble=$3
printf %s "$preamble"
end() {
  printf '\\njob-end %s\\n' "$1" >&2
  exit 0
}
[ -d "$d/claim" ] || end absent
# Its supervisor may be just coming up.
tries=0
until [ -e "$d/supervisor" ] || [ "$tries" -ge 60 ]; do
  tries=$((tries + 1))
  nap
done
[ -e "$d/log" ] || end vanished
exec 3<&0 4<"$d/log" 0</dev/null
(
  cat <&3 >/dev/null
  kill -KILL $$
) >/dev/null 2>&1 &
listener=$!
exec 3<&-
tail -c "+$((from + 1))" <&4
polls=0
while :; do
  # What is true before the log is read to its end is true for all of it.
  over=
  if ! supervised && ! group_left; then over=vanished; fi
  if { read -r is code <"$d/exit"; } 2>/dev/null && [ "$is" = exit ]; then over="exit $code"; fi
  cat <&4
  if [ "$over" ]; then
    kill "$listener"
    end "$over"
  fi
  polls=$((polls + 1))
  # Close by at first, for those that end soon.
  if [ "$polls" -lt 100 ]; then sleep 0.05 2>/dev/null || sleep 1; else sleep 0.2 2>/dev/null || sleep 1; fi
done
`;
