/** Starts a job on a host, so that it goes on without the connection. */
import type { Host } from './host.ts';
import { execAgain, reason } from './job-exec.ts';
import { quoted, quotedPath } from './quote.ts';
import { type JobRequest, sessionFunctions, supervisorScript } from './supervisor.ts';

/** Where secrets pass through: memory, not a disk. The job's directory is taken where it is missing or full. */
const memory = '/dev/shm';

/**
 * Settles when the job's supervisor runs. Everything of the request goes over standard input. A directory whose job was
 * started already is left as it is, also when two start it at once; so a lost answer is simply asked for again.
 * Rejects with an `SshError`, or with what the host says when it cannot start a job.
 */
export async function startJob(host: Host, request: JobRequest, signal?: AbortSignal): Promise<void> {
  const script = Buffer.from(supervisorScript(request));
  const data = request.input === undefined ? undefined : Buffer.from(request.input);
  const input = data === undefined ? script : Buffer.concat([script, data]);
  for (const place of [memory, '']) {
    const command = startCommand(request.directory, place, script.length, data?.length);
    const { code, stdout, stderr } = await execAgain(host, command, { input, signal });
    if (/^job-started$/m.test(stdout.toString())) return;
    if (code === full && place !== '') continue;
    throw new Error(`no job could be started on ${host.name}: ${reason(stderr, code)}`);
  }
}

/** Exit code of `startCommand` when there was no room for the script. */
const full = 73;

function startCommand(
  directory: string,
  place: string,
  length: number,
  inputLength: number | undefined,
): string {
  const words = [place, String(length), inputLength === undefined ? '' : String(inputLength)];
  const script = `d=$1 place=$2 length=$3 input_length=$4
umask=$(umask)
umask 077
mkdir -p "$d" && chmod 700 "$d" || exit 1
started() {
  cat >/dev/null
  printf '\\njob-started\\n'
  exit 0
}
[ -d "$d/claim" ] && [ -e "$d/supervisor" ] && started
${sessionFunctions}
find_session || {
  echo 'the host has none of setsid (package util-linux), perl and python3, by which a job outlives the connection' >&2
  exit 69
}
file=
[ "$place" ] && file=$(mktemp "$place/job.XXXXXX" 2>/dev/null)
[ "$file" ] || file=$(mktemp "$d/.job.XXXXXX") || exit 1
input=
# Where another start was first, nobody else removes them.
trap 'rm -f "$file" "$input"' EXIT
# All of the script and nothing of what comes behind it, which only single bytes make sure of.
if [ "$input_length" ]; then
  dd ibs=1 obs=65536 count="$length" of="$file" 2>/dev/null
else
  cat >"$file"
fi
# Cut off where the connection was lost: the part that has come is not a job.
[ "$(wc -c <"$file")" -eq "$length" ] || { echo 'the job did not arrive as a whole' >&2; exit ${full}; }
if [ "$input_length" ]; then
  input=$(mktemp "$d/.input.XXXXXX") || exit 1
  cat >"$input"
  [ "$(wc -c <"$input")" -eq "$input_length" ] || {
    echo "the job's input did not arrive as a whole" >&2
    exit 74
  }
fi
set -- sh "$file" "$file" "$d" "$umask" "$input"
# In the background of a shell it would ignore interrupts, and so would the job.
if setsid -f true >/dev/null 2>&1; then
  setsid -f "$@" </dev/null >/dev/null 2>>"$d/supervisor.log"
else
  (in_session "$@") </dev/null >/dev/null 2>>"$d/supervisor.log" &
fi
tries=0
until [ -e "$d/supervisor" ]; do
  tries=$((tries + 1))
  if [ -e "$d/stop" ]; then
    echo 'it was stopped before it began' >&2
    exit 71
  fi
  if [ "$tries" -gt 300 ]; then
    echo 'its supervisor did not come up' >&2
    tail -n 1 "$d/supervisor.log" >&2
    exit 70
  fi
  sleep 0.02 2>/dev/null || sleep 1
done
printf '\\njob-started\\n'`;
  return `exec sh -c ${quoted(script)} sh ${quotedPath(directory)} ${words.map(quoted).join(' ')}`;
}
