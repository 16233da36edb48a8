/** The script that runs one job on a host: starts it, waits for it, and writes down how it ended. */
import { cpuCountFunctions } from './cpu-count.ts';
import { jobFunctions, mark } from './job-shell.ts';
import { quoted, quotedPath } from './quote.ts';

export interface JobRequest {
  /** On the host, of this job alone; absolute or `~/…`. Made with mode 0700. */
  readonly directory: string;
  readonly shell: 'bash' | 'sh';
  /** For example `['-eo', 'pipefail', '-c']`. */
  readonly flags: readonly string[];
  readonly script: string;
  /** `$0` of the script. */
  readonly name: string;
  readonly arguments: readonly string[];
  /** On the host; absolute or `~/…`. */
  readonly cwd: string;
  /**
   * Any text without NUL. By the value of `ML_RUN_DIR` everything that the job starts is found again, so it has to
   * be this job's alone; without it, it is the job's directory.
   */
  readonly environment: Readonly<Record<string, string>>;
  /** The same; never in a command line, and in a file only until the supervisor has read it. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Its standard input; without it, empty. */
  readonly input?: Buffer | string | undefined;
  /** Standard output also to `<directory>/stdout`. */
  readonly keepsStdout: boolean;
}

/** Between asking what a finished command has left behind to end, and ending it. */
const graceSeconds = 5;
/** How long it may take to end by itself, such as a `tee` that empties its pipe. */
const lingerHundredths = 30;

/** What threads of the usual libraries go by, unless the job says otherwise. */
const threadVariables = [
  'OMP_NUM_THREADS',
  'MKL_NUM_THREADS',
  'OPENBLAS_NUM_THREADS',
  'NUMEXPR_NUM_THREADS',
] as const;

/** Variables that a shell keeps for itself: it would refuse them, or give another value. */
const ownedByShell =
  /^(?:_|UID|EUID|PPID|IFS|OPTIND|OPTARG|LINENO|RANDOM|SRANDOM|SECONDS|EPOCH\w*|GROUPS|DIRSTACK|FUNCNAME|SHELLOPTS|SHLVL|PWD|OLDPWD|BASH\w*|BASHOPTS|KSH\w*|MAIL\w*)$/;
const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Started as `sh <file> <file> <directory> <umask> <input file or nothing>` in a session of its own; removes the file
 * first.
 * Throws when the request cannot be said in a shell: a NUL, or a name that no variable may have.
 */
export function supervisorScript(request: JobRequest): string {
  const given = { ...request.environment, ...request.secrets };
  const value = given[mark];
  if (value !== undefined && (value === '' || /\n/.test(value)))
    throw new Error(`${mark} of a job has to be one line that is not empty`);
  const plain: string[] = [];
  const odd: string[] = [];
  for (const [name, text] of Object.entries(request.environment)) {
    if (identifier.test(name) && !ownedByShell.test(name)) plain.push(`export ${name}=${quoted(text)}`);
    else odd.push(quoted(`${checkedName(name)}=${text}`));
  }
  const secret = Object.entries(request.secrets).map(([name, text]) => {
    if (!identifier.test(name) || ownedByShell.test(name))
      throw new Error(
        `a secret cannot be given as \`${name}\` on a host: a shell cannot set such a variable`,
      );
    return `export ${name}=${quoted(text)}`;
  });
  const words = [request.shell, ...request.flags, request.script, request.name, ...request.arguments];
  // Names that no shell can set pass through `env`; it stands in the list of processes for a moment only.
  const command = [...(odd.length > 0 ? ['"$job_env"', ...odd] : []), ...words.map(quoted)];
  return `rm -f "$1"
d=$2 job_umask=$3 input=$4
cwd=${quotedPath(request.cwd)}
job_mark=${value === undefined ? '$d' : quoted(value)}
keeps_stdout=${request.keepsStdout ? 'yes' : ''}
environment() {
:
${plain.join('\n')}
${secret.join('\n')}
}
command_line() {
set -- ${command.join(' ')}
in_session "$job_sh" -c "$job_leader" sh "$job_directory" "$job_umask" "$@"
}
${program}`;
}

function checkedName(name: string): string {
  if (/^[A-Za-z_][^=\0]*$/.test(name)) return name;
  throw new Error(`an environment variable cannot be called ${JSON.stringify(name)}`);
}

/**
 * `in_session` replaces the shell by a program that leads a session, and so a process group, of its own.
 * Expects `$job_session`, which `find_session` sets; false where the host has no means.
 */
export const sessionFunctions = `
find_session() {
  for job_session in setsid perl python3; do
    job_session_path=$(command -v "$job_session") && return 0
  done
  job_session=
  return 1
}

in_session() {
  case $job_session in
    setsid) exec "$job_session_path" "$@" ;;
    perl) exec "$job_session_path" -MPOSIX=setsid -e 'setsid(); exec { $ARGV[0] } @ARGV; exit 127' "$@" ;;
    python3) exec "$job_session_path" -I -c 'import os, signal, sys
os.setsid()
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
os.execvp(sys.argv[1], sys.argv[1:])' "$@" ;;
  esac
}
`;

const program = `
${jobFunctions}
${sessionFunctions}
${cpuCountFunctions()}

# Leads the group: writes down who it is, then becomes the command. It has the command's environment, so it sets nothing.
job_leader='(
boot=- began=-
{ IFS= read -r boot </proc/sys/kernel/random/boot_id; } 2>/dev/null
start() { began=\${20}; }
{ IFS= read -r line </proc/$$/stat; } 2>/dev/null && start \${line##*) }
printf "%s %s %s\\n" "$$" "$began" "$boot" >"$1/group"
)
umask "$2"
shift 2
exec "$@"'

# The job's own side, in a subshell. What is used behind \`environment\` begins with job_: no other name is safe there.
run() {
  trap - HUP INT TERM
  # Debian's bash would take itself for a login from these and read a startup file.
  unset SSH_CLIENT SSH_CONNECTION SSH_TTY SSH_AUTH_SOCK SSH_ORIGINAL_COMMAND OLDPWD
  cd -- "$cwd" 2>/dev/null || {
    printf '%s is not a folder that can be entered\\n' "$cwd" >&2
    exit 126
  }
  ML_RUN_DIR=$job_mark ML_CPU_COUNT=$cpus
  ${threadVariables.map((name) => `: "\${${name}:=$cpus}"`).join('\n  ')}
  export PWD ML_RUN_DIR ML_CPU_COUNT ${threadVariables.join(' ')}
  environment
  command_line
}

# Its output copied to a file of its own on the way to the log.
run_with_copy() {
  for pipe in "$d/pipe" "/dev/shm/job-pipe.$$" "/tmp/job-pipe.$$"; do
    mkfifo "$pipe" 2>/dev/null && break
    pipe=
  done
  if [ -z "$pipe" ]; then
    echo 'no named pipe could be made on the host, neither in /dev/shm nor in /tmp' >>"$d/log"
    return 126
  fi
  tee -a "$d/stdout" <"$pipe" >>"$d/log" 2>/dev/null &
  tee=$!
  (run) <"$input" >"$pipe" 2>>"$d/log"
  code=$?
  rm -f "$pipe"
  return "$code"
}

# What the command has left in its group ends, too.
settle() {
  if [ -e "$d/stop" ]; then
    await_group "$(stop_grace)" && return
  else
    await_group ${lingerHundredths} && return
    signal_group TERM
    signal_group CONT
    await_group ${graceSeconds * 100} && return
  fi
  signal_group KILL
  await_group 200
}

stop_grace() {
  grace=0
  { read -r grace <"$d/stop"; } 2>/dev/null
  echo "$((grace * 100))"
}

# The copy ends when nobody holds its pipe any more. What has left the group and shed the mark is not waited for.
drain() {
  [ "$tee" ] || return
  stat_of "$tee"
  tee_start=$began
  tell
  deadline=$((now + 100))
  while alive "$tee" "$tee_start"; do
    [ "$now" -ge "$deadline" ] && kill -KILL "$tee" && break
    nap
  done
}

beat() {
  trap 'kill "$sleeper" 2>/dev/null; exit' TERM
  while :; do
    touch "$d/heartbeat"
    sleep 5 &
    sleeper=$!
    wait "$sleeper"
    # A supervisor that was killed has no heart any more.
    if [ "$has_proc" ]; then stat_of self && [ "$parent" = $$ ] || exit; else kill -0 $$ 2>/dev/null || exit; fi
  done
}

main() {
  cd /
  if ! mkdir "$d/claim" 2>/dev/null; then
    [ "$input" ] && rm -f "$input"
    exit
  fi
  # As large as what is written in the end: a full disk does not hide how the job ended.
  printf '%32s\\n' '' >"$d/exit.new"
  printf '%s\\n' "$job_mark" >"$d/mark"
  : >>"$d/log"
  if [ "$input" ]; then mv "$input" "$d/input" && input=$d/input; else input=/dev/null; fi
  [ "$keeps_stdout" ] && : >"$d/stdout"
  job_directory=$d job_sh=$(command -v sh) job_env=$(command -v env)
  find_session
  cpus=$(cpu_count)
  trap '' HUP INT TERM
  : >"$d/heartbeat"
  identify $$ "$d/supervisor.new" && mv -f "$d/supervisor.new" "$d/supervisor"
  (beat) &
  heart=$!
  tee= code=143
  if [ ! -e "$d/stop" ]; then
    # In the foreground: a command in the background of a shell would ignore an interrupt.
    if [ "$keeps_stdout" ]; then
      run_with_copy
    else
      (run) <"$input" >>"$d/log" 2>&1
    fi
    code=$?
  fi
  settle
  end_marked
  drain
  printf 'exit %s\\n' "$code" 1<>"$d/exit.new"
  mv -f "$d/exit.new" "$d/exit"
  kill "$heart" 2>/dev/null
}

main
`;
