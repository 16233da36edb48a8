/** How many processors a program on a host may use. `nproc` counts those of the machine, a container has fewer. */

/**
 * POSIX shell functions; `cpu_count` prints a whole number of at least 1: the smallest quota of the process's cgroup
 * and of those above it, rounded up, and never more than there are.
 * @param root Before `/proc` and `/sys`; empty but in tests.
 */
export function cpuCountFunctions(root = ''): string {
  return `
# cpu_quota QUOTA PERIOD: both in microseconds.
cpu_quota() {
  case $1$2 in '' | *[!0-9]*) return ;; esac
  [ "$1" -gt 0 ] && [ "$2" -gt 0 ] || return
  quota=$((($1 + $2 - 1) / $2))
  [ "$quota" -lt "$count" ] && count=$quota
}

cpu_count() {
  count=$(OMP_NUM_THREADS= OMP_THREAD_LIMIT= nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null)
  case $count in '' | *[!0-9]*) count=1 ;; esac
  [ "$count" -ge 1 ] || count=1
  while IFS=: read -r number controllers path; do
    case ,$controllers, in
      ,,) set -- '${root}/sys/fs/cgroup' '${root}/sys/fs/cgroup/unified' ;;
      *,cpu,*) set -- "${root}/sys/fs/cgroup/$controllers" '${root}/sys/fs/cgroup/cpu' '${root}/sys/fs/cgroup/cpu,cpuacct' ;;
      *) continue ;;
    esac
    for mount in "$@"; do
      case $path in /*) at=$path ;; *) at= ;; esac
      # In a container the path may be that of the machine: then nothing is there, and the top counts.
      while :; do
        at=\${at%/}
        quota= period=
        if { read -r quota period <"$mount$at/cpu.max"; } 2>/dev/null; then
          cpu_quota "$quota" "$period"
        elif { read -r quota <"$mount$at/cpu.cfs_quota_us" && read -r period <"$mount$at/cpu.cfs_period_us"; } 2>/dev/null; then
          cpu_quota "$quota" "$period"
        fi
        [ "$at" ] || break
        at=\${at%/*}
      done
    done
  done <<EOF_CGROUPS
$(cat '${root}/proc/self/cgroup' 2>/dev/null)
EOF_CGROUPS
  printf '%s\\n' "$count"
}
`;
}
