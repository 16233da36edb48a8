/** A job on a host: a command that goes on without the connection. How it stands; and all that can be done with it. */
import type { Host } from './host.ts';
import { execAgain, jobCommand, reason } from './job-exec.ts';

export { type FollowRequest, followJob, type JobEnd } from './follow.ts';
export { startJob } from './start.ts';
export { type StopOptions, stopJob } from './stop.ts';
export type { JobRequest } from './supervisor.ts';

/**
 * - `absent`: nothing was started in this directory.
 * - `ended`: with an exit code, which `followJob` tells.
 * - `vanished`: its supervisor is gone without a word, and so are its processes.
 */
export type JobState = 'absent' | 'running' | 'ended' | 'vanished';

export async function jobState(host: Host, directory: string, signal?: AbortSignal): Promise<JobState> {
  const result = await execAgain(host, jobCommand(stateScript, directory), { signal });
  const state = /^job-(absent|running|ended|vanished)$/m.exec(result.stdout.toString())?.[1];
  if (state === undefined)
    throw new Error(
      `the state of a job on ${host.name} could not be read: ${reason(result.stderr, result.code)}`,
    );
  return state as JobState;
}

const stateScript = `
if [ ! -d "$d/claim" ]; then
  printf '\\njob-absent\\n'
  exit
fi
# Its supervisor is just coming up.
tries=0
until [ -e "$d/supervisor" ] || [ "$tries" -ge 20 ]; do
  tries=$((tries + 1))
  nap
done
# Asked before the exit file is looked for: it may come in between.
answer=vanished
if supervised || group_left; then answer=running; fi
[ -e "$d/exit" ] && answer=ended
printf '\\njob-%s\\n' "$answer"
`;
