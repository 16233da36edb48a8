/** The script that ends a pod from inside: at its end of life, or when nobody renews its lease any more. */

/**
 * Run by `bash -c 'eval "$MLW_WATCHDOG"'`, with the text in that variable: a `pkill -f python` of the training then finds
 * none of its words on a command line.
 *
 * It is two processes. The keeper starts the worker again when that is killed, and the worker becomes the keeper when the
 * keeper is killed. Signals that can be ignored are. What ends both at once with SIGKILL (`kill -9 -1`, `killall -9 bash`)
 * ends the watchdog: code that runs as root can always do that, and then only the reaper is left.
 *
 * Time is taken twice. `date` is held against MLW_EXPIRES, which a restart of the container does not move. What `sleep`
 * and /proc/uptime count is held against MLW_LIFETIME, MLW_LEASE and MLW_GRACE, so that a clock that was set back, or was
 * wrong from the start, gains nothing. A clock that was set forward looks like a lease that ran out:
 * one that was renewed within 90 counted seconds holds all the same.
 *
 * The lease is renewed when the times of its file have changed, whatever they say. It is looked for in `$HOME` and in
 * root's home folder, because an image may set `$HOME` and sshd does not follow it.
 *
 * MLW_END, when set, is the reason for which it ends the pod at once.
 */
export const watchdogScript = `
trap '' HUP INT QUIT TERM PIPE
shell=\${BASH:-/bin/sh}
run='eval "$MLW_WATCHDOG"'
# Whatever ends this shell, such as a fork that failed, begins it again; exec needs no fork.
trap 'exec "$shell" -c "$run" mlw-watchdog' EXIT

say() { printf 'ml-workflow: %s\\n' "$1" >&2; }

is_number() { case $1 in '' | *[!0-9]*) return 1 ;; esac; }

# Seconds since the machine was started; 0 when nobody tells.
read_uptime() {
  uptime=0
  { read -r uptime rest </proc/uptime; } 2>/dev/null
  uptime=\${uptime%%.*}
  is_number "$uptime" || uptime=0
}

of_init() { tr '\\0' '\\n' 2>/dev/null </proc/1/environ | sed -n "s/^$1=//p" | head -n 1; }

# The next three print the status of one request; nothing when there was no answer. The key stands on no command line,
# because everybody on the machine sees these.
by_curl() {
  printf 'header = "Authorization: Bearer %s"\\n' "$key" 2>/dev/null |
    curl -q --config - --silent --max-time 20 --output /dev/null --write-out '%{http_code}' \\
      --user-agent "$agent" --header 'Content-Type: application/json' --request "$1" \${3:+--data "$3"} "$2"
}

by_python() {
  printf '%s\\n' "$key" 2>/dev/null | python3 -I -c '
import sys, urllib.error, urllib.request
agent, method, url, body = sys.argv[1:]
request = urllib.request.Request(url, body.encode() or None, method=method)
request.add_header("User-Agent", agent)
request.add_header("Content-Type", "application/json")
request.add_unredirected_header("Authorization", "Bearer " + sys.stdin.readline().strip())
try:
    print(urllib.request.urlopen(request, timeout=20).status)
except urllib.error.HTTPError as error:
    print(error.code)
' "$agent" "$1" "$2" "$3" 2>/dev/null
}

# It reads no configuration from a pipe.
by_wget() {
  settings=$(umask 077 && mktemp) || return
  printf 'header = Authorization: Bearer %s\\n' "$key" >"$settings"
  wget --config="$settings" --no-verbose --server-response --output-document=/dev/null --timeout=20 --tries=1 \\
    --max-redirect=0 --user-agent="$agent" --header='Content-Type: application/json' \\
    --method="$1" \${3:+--body-data="$3"} "$2" 2>&1 |
    sed -n 's/^ *HTTP\\/[0-9.]* \\([0-9]*\\).*/\\1/p' | tail -n 1
  rm -f "$settings"
}

# Whether RunPod has taken the request. The next program is asked when one is not there or gets no answer.
request() {
  status=
  for program in curl python3 wget; do
    command -v "$program" >/dev/null 2>&1 || continue
    case $program in
      curl) status=$(by_curl "$@") ;;
      python3) status=$(by_python "$@") ;;
      wget) status=$(by_wget "$@") ;;
    esac
    case $status in
      2??) return 0 ;;
      [1345]??) return 1 ;;
    esac
  done
  return 1
}

# A pod's own key may do all of these, or only some. Terminated costs nothing, stopped still costs its disk.
end_by() {
  case $1 in
    terminate) request POST "$address/action" '{"action":"terminate"}' ;;
    delete) request DELETE "$address" '' ;;
    stop) request POST "$address/action" '{"action":"stop"}' ;;
  esac
}

# Goes on until this machine is gone. What RunPod has taken twice without effect is no longer believed: then all is tried.
end_pod() {
  export MLW_END="$1"
  say "this pod ends itself: $1" &
  agent='ml-workflow-watchdog/1'
  round=0
  while :; do
    round=$((round + 1))
    key=\${RUNPOD_API_KEY:-$(of_init RUNPOD_API_KEY)}
    pod=\${RUNPOD_POD_ID:-$(of_init RUNPOD_POD_ID)}
    address=\${MLW_API:-https://api.runpod.io/v2}/pods/$pod
    for way in terminate delete stop; do
      if end_by "$way"; then
        [ "$round" -gt 2 ] || break
      elif [ $((round % 20)) -eq 1 ]; then
        say "RunPod did not take it ($way: \${status:-no answer}); tried again every 30 s" &
      fi
    done
    sleep 30 || sleep 5
  done
}

[ -z "\${MLW_END:-}" ] || end_pod "$MLW_END"
is_number "\${MLW_EXPIRES:-}" || end_pod 'it does not know when its life is over'
is_number "\${MLW_LIFETIME:-}" || end_pod 'it does not know how long its life is'
is_number "\${MLW_LEASE:-}" || MLW_LEASE=600
is_number "\${MLW_GRACE:-}" || MLW_GRACE=1800

lease_times() { stat -c '%y %z' "\${HOME:-/root}/.ml-workflow/lease" ~root/.ml-workflow/lease 2>/dev/null; }

if [ -z "\${MLW_STARTED:-}" ]; then
  read_uptime
  export MLW_STARTED="$uptime"
  export MLW_COUNTED=0
  # What stands there from before is no contact.
  export MLW_BEFORE="$(lease_times)"
fi

if [ "\${MLW_WATCHER:-keeper}" = keeper ]; then
  while :; do
    MLW_KEEPER=$$ MLW_WATCHER=worker "$shell" -c "$run" mlw-watchdog &
    wait "$!"
    sleep 1
  done
fi

# Whoever has lost its keeper has another parent.
is_kept() {
  { read -r line </proc/$$/stat; } 2>/dev/null || { kill -0 "$MLW_KEEPER" 2>/dev/null; return; }
  set -- \${line##*) }
  [ "$2" = "$MLW_KEEPER" ]
}

left=$MLW_LIFETIME
now=$(date +%s)
if is_number "$now" && [ $((MLW_EXPIRES - now)) -lt "$left" ]; then left=$((MLW_EXPIRES - now)); fi
begun=
passed=0
renewed=0
clock_renewed=$now
contact=no
times=$MLW_BEFORE
while :; do
  read_uptime
  passed=$((uptime - MLW_STARTED))
  [ "$passed" -ge "$MLW_COUNTED" ] || passed=$MLW_COUNTED
  [ -n "$begun" ] || { begun=$passed; renewed=$passed; }
  now=$(date +%s)
  is_number "$now" || now=0

  if [ "$now" -ge "$MLW_EXPIRES" ] || [ $((passed - begun)) -ge "$left" ] || [ "$passed" -ge "$MLW_LIFETIME" ]; then
    end_pod 'its life is over'
  fi

  seen=$(lease_times)
  if [ "$seen" != "$times" ]; then
    times=$seen
    contact=yes
    renewed=$passed
    clock_renewed=$now
  fi
  if [ "$contact" = no ]; then
    [ "$passed" -lt "$MLW_GRACE" ] || end_pod "nobody has reached it for $MLW_GRACE s"
  else
    unrenewed=$((passed - renewed))
    if [ "$unrenewed" -lt "$MLW_LEASE" ] && [ "$unrenewed" -ge 90 ] && [ "$clock_renewed" -gt 0 ]; then
      unrenewed=$((now - clock_renewed))
    fi
    [ "$unrenewed" -lt "$MLW_LEASE" ] || end_pod "nobody has renewed its lease for $MLW_LEASE s"
  fi

  is_kept || { export MLW_WATCHER=keeper; exec "$shell" -c "$run" mlw-watchdog; }
  # A sleep that was killed counts nothing.
  if sleep 10; then MLW_COUNTED=$((MLW_COUNTED + 10)); fi
done
`;
