/** The programs that a pod finds: the image's start script, and what stands before the real ones on its PATH. */

/** Like the start script of RunPod's images, in its order: keys, sshd, then it sleeps. */
export const START = `#!/bin/bash
set -e
etc="\${MLW_ETC_SSH:-/etc/ssh}"
setup_ssh() {
  [ -n "$PUBLIC_KEY" ] || return 0
  mkdir -p ~/.ssh
  echo "$PUBLIC_KEY" >> ~/.ssh/authorized_keys
  chmod 700 -R ~/.ssh
  for type in $RIG_KEY_TYPES; do
    key="$etc/ssh_host_\${type}_key"
    if [ ! -f "$key" ]; then
      ssh-keygen -t "$type" -f "$key" -q -N ''
      echo "$(echo "$type" | tr a-z A-Z) key fingerprint:"
      ssh-keygen -lf "$key.pub"
    fi
  done
  service ssh start
  echo "SSH host keys:"
  for key in "$etc"/*.pub; do
    echo "Key: $key"
    ssh-keygen -lf "$key"
  done
}
echo "Pod Started"
setup_ssh
echo "Start script(s) finished, Pod is ready to use."
sleep infinity
`;

/** `service ssh start`: writes the configuration of the pod's sshd and starts it with the keys that are there now. */
export const SERVICE = `#!/bin/bash
[ "$1" = ssh ] || [ "$1" = sshd ] || { echo "$1: unrecognized service" >&2; exit 1; }
case "$2" in
  start|restart) ;;
  *) echo "Usage: service ssh {start|restart}" >&2; exit 1 ;;
esac
exec "$RIG_POD_DIR/bin/sshd"
`;

/**
 * sshd, whatever its words are. `ssh-mode` is what a test has injected: `refuse` waits for the file to change,
 * `other-key` and `rsa-only` take keys that the start script has not made.
 */
export const SSHD = `#!/bin/bash
dir="$RIG_POD_DIR"
etc="\${MLW_ETC_SSH:-/etc/ssh}"
if [ -s "$dir/sshd.pid" ]; then kill "$(cat "$dir/sshd.pid")" 2>/dev/null && /bin/sleep 0.1; fi
mode() { cat "$dir/ssh-mode" 2>/dev/null || echo normal; }
launch() {
  case "$(mode)" in
    other-key|rsa-only)
      keys="$dir/other-keys"
      type=ed25519; [ "$(mode)" = rsa-only ] && type=rsa
      mkdir -p "$keys"
      [ -f "$keys/ssh_host_\${type}_key" ] || ssh-keygen -t "$type" -f "$keys/ssh_host_\${type}_key" -q -N ''
      ;;
    *) keys="$etc" ;;
  esac
  {
    cat "$dir/sshd_config.base"
    for key in "$keys"/ssh_host_*_key; do echo "HostKey $key"; done
  } > "$dir/sshd_config"
  [ "$(id -u)" = 0 ] && mkdir -p /run/sshd
  "$RIG_SSHD" -f "$dir/sshd_config" -E "$dir/sshd.log" -p "$(cat "$dir/sshd.port")"
}
if [ "$(mode)" = refuse ]; then
  (while [ "$(mode)" = refuse ]; do /bin/sleep 0.05; done; launch) > /dev/null 2>&1 &
else
  launch
fi
`;

/** What runs for each SSH session: the pod's HOME and PATH, and none of the variables of its first process. */
export const session = (environment: Readonly<Record<string, string>>): string => `#!/bin/bash
export ${Object.entries(environment)
  .map(([name, value]) => `${name}='${value}'`)
  .join(' ')}
cd "$HOME" || exit 1
command="$SSH_ORIGINAL_COMMAND"
unset SSH_ORIGINAL_COMMAND
[ -n "$command" ] && exec /bin/bash -c "$command"
exec /bin/bash --noprofile
`;

/**
 * Answers `--query-gpu=… --format=csv…` field by field. `gpus` in the pod's folder has one line per GPU: name;memory in
 * MiB;driver;compute capability;CUDA version. `gpu-load` has its load and used memory; `nvidia-mode` makes it fail.
 */
export const NVIDIA_SMI = `#!/bin/bash
dir="\${RIG_POD_DIR:-$(dirname "$(dirname "$0")")}"
case "$(cat "$dir/nvidia-mode" 2>/dev/null)" in
  failing)
    echo "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running."
    exit 9 ;;
  no-devices) echo "No devices were found"; exit 6 ;;
esac
[ -s "$dir/gpus" ] || { echo "No devices were found"; exit 6; }
query=; format=
while [ $# -gt 0 ]; do
  case "$1" in
    --query-gpu=*) query="\${1#*=}" ;;
    --format=*) format="\${1#*=}" ;;
    --query-gpu|--format) name="\${1#--}"; shift; if [ "$name" = format ]; then format="$1"; else query="$1"; fi ;;
    -L|--list-gpus)
      index=0
      while IFS=';' read -r name memory driver capability cuda; do
        echo "GPU $index: $name (UUID: GPU-$(printf '%08x' "$index")-7a1c-4f0e-9d2b-$(printf '%012x' "$index"))"
        index=$((index + 1))
      done < "$dir/gpus"
      exit 0 ;;
    -i|--id) shift ;;
    *) echo "Invalid combination of input arguments. Please run 'nvidia-smi -h' for help." >&2; exit 2 ;;
  esac
  shift
done
IFS=';' read -r name memory driver capability cuda < "$dir/gpus"
if [ -z "$query" ]; then
  echo "| NVIDIA-SMI $driver    Driver Version: $driver    CUDA Version: $cuda |"
  exit 0
fi
case "$format" in csv|csv,*) ;; *) echo '"--format=" switch is missing or not csv' >&2; exit 2 ;; esac
unit() { case ",$format," in *,nounits,*) printf '%s' "$1" ;; *) printf '%s %s' "$1" "$2" ;; esac; }
IFS=',' read -ra fields <<< "\${query// /}"
head=
for field in "\${fields[@]}"; do
  case "$field" in
    memory.*) mark=' [MiB]' ;;
    utilization.*) mark=' [%]' ;;
    power.draw) mark=' [W]' ;;
    *) mark= ;;
  esac
  head="\${head:+$head, }$field$mark"
done
lines=()
case ",$format," in *,noheader,*) ;; *) lines+=("$head") ;; esac
read -r load used 2>/dev/null < "$dir/gpu-load" || { load=0; used=1; }
index=0
while IFS=';' read -r name memory driver capability cuda; do
  line=
  for field in "\${fields[@]}"; do
    case "$field" in
      index) value="$index" ;;
      count) value="$(wc -l < "$dir/gpus")" ;;
      name|gpu_name) value="$name" ;;
      uuid|gpu_uuid) value="GPU-$(printf '%08x' "$index")-7a1c-4f0e-9d2b-$(printf '%012x' "$index")" ;;
      memory.total) value="$(unit "$memory" MiB)" ;;
      memory.used) value="$(unit "$used" MiB)" ;;
      memory.free) value="$(unit "$((memory - used))" MiB)" ;;
      utilization.gpu) value="$(unit "$load" %)" ;;
      utilization.memory) value="$(unit "$((used * 100 / memory))" %)" ;;
      temperature.gpu) value=41 ;;
      power.draw) value="$(unit 63.20 W)" ;;
      driver_version) value="$driver" ;;
      compute_cap) value="$capability" ;;
      *) echo "Field \\"$field\\" is not a valid field to query."; exit 2 ;;
    esac
    line="\${line:+$line, }$value"
  done
  lines+=("$line")
  index=$((index + 1))
done < "$dir/gpus"
printf '%s\\n' "\${lines[@]}"
`;

/** Seconds on the pod's clock: the rig's own where it stands still, and off by \`skew\`. */
const NOW = `skew=0; [ -r "$RIG_POD_DIR/skew" ] && read -r skew < "$RIG_POD_DIR/skew"
now=; [ -r "$RIG_CLOCK" ] && read -r now < "$RIG_CLOCK"
[ -n "$now" ] || now="$(/bin/date +%s.%N)"
now="\${now%.*}"; now="$((now + skew))"
`;

export const DATE = `#!/bin/bash
for word in "$@"; do
  case "$word" in -d*|--date*|-r*|--reference*|-f*|--file*|-s*|--set*|--help|--version) exec /bin/date "$@" ;; esac
done
${NOW}exec /bin/date -d "@$now" "$@"
`;

export const TOUCH = `#!/bin/bash
for word in "$@"; do
  case "$word" in -d*|--date*|-r*|--reference*|-t*|--help|--version) exec /usr/bin/touch "$@" ;; esac
done
${NOW}exec /usr/bin/touch -d "@$now" "$@"
`;

/** Waits at the rig until its clock has come that far; when the rig is gone, in real time. */
export const SLEEP = `#!/bin/bash
total=0
for word in "$@"; do
  case "$word" in
    infinity|inf) exec /bin/sleep infinity ;;
    *s) word="\${word%s}" ;;
    *m) word="$(awk "BEGIN{print \${word%m}*60}")" ;;
    *h) word="$(awk "BEGIN{print \${word%h}*3600}")" ;;
    *d) word="$(awk "BEGIN{print \${word%d}*86400}")" ;;
    -*) exec /bin/sleep "$@" ;;
  esac
  case "$total$word" in
    *[!0-9]*) total="$(awk "BEGIN{print $total+$word}")" || exec /bin/sleep "$@" ;;
    *) total=$((total + word)) ;;
  esac
done
exec 3<> "/dev/tcp/127.0.0.1/$RIG_CLOCK_PORT" || exec /bin/sleep "$@"
echo "$RIG_POD $total" >&3
read -r _ <&3 || exec /bin/sleep "$@"
`;

/**
 * When its standard input ends, which it does also when the process that holds the other end is killed, kills all
 * processes with a limit of file locks between two numbers, unless it was told that there are none; then removes the
 * folder.
 */
export const REAPER = `#!/bin/bash
trap '' HUP INT TERM
clean=
while read -r line; do [ "$line" = clean ] && clean=1; done
for round in 1 2 3 4 5 6 7 8 9 10; do
  [ -z "$clean" ] || break
  found=
  for limits in /proc/[0-9]*/limits; do
    while read -r max file locks soft _; do
      if [ "$max $file $locks" = "Max file locks" ]; then
        if [ "$soft" != unlimited ] && [ "$soft" -ge "$1" ] && [ "$soft" -le "$2" ]; then
          pid="\${limits#/proc/}"; kill -9 "\${pid%/limits}" 2>/dev/null; found=1
        fi
        break
      fi
    done 2>/dev/null < "$limits"
  done
  # Twice without: one that was just started may not have had its number.
  [ -n "$found" ] || [ "$round" -lt 3 ] || break
  sleep 0.05
done
rm -rf "$3"
`;
