/** Ends a job on a host with all that it has started, and looks that nothing of it is left. */
import type { Host } from './host.ts';
import { execAgain, jobCommand, reason } from './job-exec.ts';

export interface StopOptions {
  /** Between asking the job to end and ending it. */
  readonly graceSeconds: number;
  /** Who ends the job does not wait for it: no grace is left. */
  readonly hurry?: AbortSignal | undefined;
}

/**
 * Works for any job: one that runs, has ended, was never started (and then never will be), or has lost its supervisor.
 * Rejects with an `SshError`.
 */
export async function stopJob(
  host: Host,
  directory: string,
  { graceSeconds, hurry }: StopOptions,
): Promise<{ readonly gone: boolean }> {
  if (hurry?.aborted) return stop(host, directory, 0);
  let hasten: (() => void) | undefined;
  const hurried = new Promise<'hurry'>((resolve) => {
    hasten = () => resolve('hurry');
    hurry?.addEventListener('abort', hasten, { once: true });
  });
  const patient = stop(host, directory, graceSeconds);
  try {
    const first = await Promise.race([patient, hurried]);
    if (first !== 'hurry') return first;
    // The patient one is done as soon as nothing is left to wait for.
    patient.catch(() => {});
    return await stop(host, directory, 0);
  } finally {
    if (hasten) hurry?.removeEventListener('abort', hasten);
  }
}

async function stop(host: Host, directory: string, graceSeconds: number): Promise<{ gone: boolean }> {
  const grace = String(Math.max(0, Math.ceil(graceSeconds)));
  const { code, stdout, stderr } = await execAgain(host, jobCommand(stopScript, directory, grace), {});
  const answer = /^job-(gone|left)$/m.exec(stdout.toString())?.[1];
  if (answer === undefined)
    throw new Error(`a job on ${host.name} could not be stopped: ${reason(stderr, code)}`);
  return { gone: answer === 'gone' };
}

/** How long what was killed may take to be gone. */
const killHundredths = 500;

const stopScript = `
grace=$(($2 * 100))
[ -d "$d" ] || { printf '\\njob-gone\\n'; exit; }
# With this claim nobody starts it any more.
umask 077
if mkdir "$d/claim" 2>/dev/null; then
  echo 0 >"$d/stop"
  printf '\\njob-gone\\n'
  exit
fi

# unfinished: whether the supervisor still has something to do.
unfinished() {
  [ ! -e "$d/exit" ] && supervised
}

# signal_all NAME: the group, and what has left it.
signal_all() {
  if group_left; then
    signal_group "$1"
    # One that is stopped does not hear of it.
    signal_group CONT
  fi
  for pid in $(marked); do kill "-$1" "$pid" 2>/dev/null; done
}

printf '%s\\n' "$2" >"$d/stop.$$" && mv -f "$d/stop.$$" "$d/stop"
# Its supervisor may be just coming up.
tell
deadline=$((now + 100))
until [ -e "$d/supervisor" ] || [ "$now" -ge "$deadline" ]; do nap; done
asked=
deadline=$((now + grace))
while [ "$now" -lt "$deadline" ]; do
  if group_left; then
    [ "$asked" ] || signal_all TERM
    asked=yes
  elif ! unfinished; then
    break
  elif [ "$asked" ] || [ -e "$d/group" ]; then
    # The group is gone; what has left it gets no more time than in a run on this machine.
    end_marked
  fi
  nap
done
deadline=$((now + ${killHundredths}))
while group_left || unfinished; do
  [ "$now" -ge "$deadline" ] && break
  signal_all KILL
  nap
done
# It hangs: a job without a supervisor is better than one that goes on.
if unfinished && known supervisor; then
  kill -KILL "$pid"
  nap
fi
if end_marked && ! group_left; then printf '\\njob-gone\\n'; else printf '\\njob-left\\n'; fi
`;
