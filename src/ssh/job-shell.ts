/** POSIX shell functions that whatever looks at a job on its host has in common. */

/**
 * What a job's directory holds. Nothing of it is written by the job itself.
 *
 * - `claim/`: made by the one supervisor that may run the job.
 * - `supervisor`, `group`: pid, start time and boot of the supervisor and of the leader of the job's process group.
 * - `mark`: the value of `ML_RUN_DIR` that everything the job starts has inherited.
 * - `log`, `stdout`: what it printed. `input`: what it reads.
 * - `heartbeat`: touched every 5 s. `stop`: seconds of grace, once somebody has asked for its end.
 * - `exit`: `exit <code>`, renamed into place when nothing of the job is left.
 */
export const mark = 'ML_RUN_DIR';

/** Where `/proc` is missing, a supervisor whose heartbeat is older than so many minutes counts as dead. */
const staleMinutes = 2;

/**
 * Expects the job's directory in `$d`. A process is known by its pid, its start time and the boot of the host: a
 * number that was given away again is nobody we know. Where there is no `/proc`, by its pid and the heartbeat.
 */
export const jobFunctions = `
boot=-
{ IFS= read -r boot </proc/sys/kernel/random/boot_id; } 2>/dev/null
[ -r /proc/self/stat ] && has_proc=yes || has_proc=

# tell: $now, hundredths of a second on a clock that nobody sets; without one, what nap has counted.
now=0
tell() {
  { read -r up rest </proc/uptime; } 2>/dev/null && now=$((\${up%.*} * 100 + 1\${up#*.} - 100))
}

# nap: a moment. Not every sleep knows fractions.
nap() {
  if sleep 0.05 2>/dev/null; then now=$((now + 5)); else sleep 1; now=$((now + 100)); fi
  tell
}

# stat_of PID: state, parent, in_group, began. Behind the name in parentheses, which may hold blanks.
stat_of() {
  { IFS= read -r line <"/proc/$1/stat"; } 2>/dev/null || return 1
  set -- \${line##*) }
  state=$1 parent=$2 in_group=$3 began=\${20}
}

# identify PID FILE
identify() {
  began=-
  stat_of "$1"
  printf '%s %s %s\\n' "$1" "$began" "$boot" >"$2"
}

# alive PID START: a process that has ended and that nobody has asked for its exit code is not.
alive() {
  if [ "$has_proc" ]; then
    stat_of "$1" && [ "$state" != Z ] && [ "$state" != X ] && [ "$began" = "$2" ]
  else
    kill -0 "$1" 2>/dev/null
  fi
}

# known FILE: pid and start of who wrote it, when that was since the host has booted.
known() {
  { read -r pid start of_boot <"$d/$1"; } 2>/dev/null || return 1
  case $pid in '' | *[!0-9]*) return 1 ;; esac
  [ "$of_boot" = "$boot" ]
}

supervised() {
  known supervisor && alive "$pid" "$start" || return 1
  [ "$has_proc" ] || [ -n "$(find "$d/heartbeat" "$d/supervisor" -mmin -${staleMinutes} 2>/dev/null)" ]
}

# members: those of the group $group that run.
members() {
  for file in /proc/[0-9]*/stat; do
    { IFS= read -r line <"$file"; } 2>/dev/null || continue
    case $line in *") "[!ZX]" "*" $group "*) ;; *) continue ;; esac
    stat_of "\${line%% *}" && [ "$in_group" = "$group" ] && printf '%s\\n' "\${line%% *}"
  done
}

# carries PID: whether it has inherited the mark.
carries() {
  { tr '\\0' '\\n' <"/proc/$1/environ" | LC_ALL=C grep -Fxq -e "${mark}=$job_mark"; } 2>/dev/null
}

read_mark() {
  job_mark=
  { IFS= read -r job_mark <"$d/mark"; } 2>/dev/null
  [ "$job_mark" ]
}

# group_left: whether the job's group has a member that runs; then it is $group.
group_left() {
  known group || return 1
  group=$pid group_start=$start
  kill -0 "-$group" 2>/dev/null || return 1
  [ "$has_proc" ] || return 0
  alive "$group" "$group_start" && return 0
  # Another process has the number of the leader: nobody of the group was left when it was given away.
  if stat_of "$group" && [ "$began" != "$group_start" ]; then return 1; fi
  left=$(members)
  [ "$left" ] || return 1
  supervised && return 0
  read_mark || return 1
  for pid in $left; do carries "$pid" && return 0; done
  return 1
}

# signal_group NAME: only what group_left has just found.
signal_group() {
  kill "-$1" "-$group" 2>/dev/null
}

# await_group HUNDREDTHS: whether the group has ended within that time.
await_group() {
  tell
  deadline=$((now + $1))
  while group_left; do
    [ "$now" -ge "$deadline" ] && return 1
    nap
  done
}

# marked: all that carries the job's mark, also what has left its group.
marked() {
  read_mark && [ "$has_proc" ] || return 0
  for file in $(LC_ALL=C grep -lsF -e "${mark}=$job_mark" /proc/[0-9]*/environ 2>/dev/null); do
    pid=\${file#/proc/}
    pid=\${pid%/environ}
    [ "$pid" != $$ ] && carries "$pid" && printf '%s\\n' "$pid"
  done
}

# end_marked: kills it. A process may have started another one while it was looked for: look again.
end_marked() {
  for round in 1 2 3 4 5; do
    left=$(marked)
    [ "$left" ] || return 0
    kill -KILL $left 2>/dev/null
    nap
  done
  [ -z "$(marked)" ]
}
`;
