/** What a pod runs first: the watchdog, then the host key that we chose for it, then what its image starts. */
import { quoted } from '../ssh/quote.ts';
import { watchdogScript } from './watchdog.ts';

/**
 * For `bash -c`. `start`: the path of what the image itself starts. An image that does not have it gets an sshd that lets
 * in PUBLIC_KEY alone; where there is no OpenSSH, it is installed. A pod that cannot be set up ends itself at once,
 * because a container that only exits is started again, and is paid for all the time.
 *
 * Host keys go to `/etc/ssh`, or to the folder that MLW_ETC_SSH names.
 */
export function startScript(start: string): string {
  return `host_key=\${MLW_HOST_KEY:-}
unset MLW_HOST_KEY
watchdog=${quoted(watchdogScript)}
run='eval "$MLW_WATCHDOG"'
if command -v setsid >/dev/null 2>&1; then
  MLW_WATCHDOG=$watchdog setsid "$BASH" -c "$run" mlw-watchdog </dev/null &
else
  # A group of its own, at least.
  (set -m; MLW_WATCHDOG=$watchdog "$BASH" -c "$run" mlw-watchdog </dev/null &)
fi

fail() {
  export MLW_WATCHDOG="$watchdog" MLW_END="$1"
  exec "$BASH" -c "$run" mlw-watchdog </dev/null
}

has() { command -v "$1" >/dev/null 2>&1; }
has_sshd() { { has sshd || [ -x /usr/sbin/sshd ]; } && has ssh-keygen; }
has_client() { has curl || has python3 || has wget; }

if ! has_sshd || ! has_client; then
  echo 'ml-workflow: the image has no OpenSSH server, or nothing to reach RunPod with; installing both' >&2
  if has apt-get; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >&2 && apt-get install -qy --no-install-recommends openssh-server curl ca-certificates >&2
  elif has apk; then
    apk add --no-cache openssh curl ca-certificates >&2
  fi
  has_sshd || fail 'the image has no OpenSSH server, and none could be installed'
  # Without a key of its own nobody trusts it, and whoever made it ends it.
  has_client || fail 'the image has neither curl, python3 nor wget, and none could be installed'
fi

keys=\${MLW_ETC_SSH:-/etc/ssh}
key=$keys/ssh_host_ed25519_key
[ -n "$host_key" ] || fail 'it was given no host key'
(
  umask 077
  mkdir -p "$keys" && rm -f "$key" "$key.pub" &&
    printf %s "$host_key" | base64 -d >"$key" && ssh-keygen -y -f "$key" >"$key.pub" && chmod 644 "$key.pub"
) || fail 'its host key could not be written'
unset host_key

start=${quoted(start)}
if [ -e "$start" ]; then
  shopt -s execfail
  exec "$start"
  fail "$start could not be started"
fi

echo "ml-workflow: the image has no $start; starting sshd" >&2
[ -n "\${PUBLIC_KEY:-}" ] || fail 'it was given no PUBLIC_KEY'
: "\${HOME:=/root}"
(
  umask 077
  mkdir -p "$HOME/.ssh" && printf '%s\\n' "$PUBLIC_KEY" >"$HOME/.ssh/authorized_keys"
) || fail 'its authorized_keys could not be written'
mkdir -p /run/sshd 2>/dev/null
sshd=$(command -v sshd || echo /usr/sbin/sshd)
# As a child, because sshd as the first process would leave dead ones lying about.
"$sshd" -D -e -h "$key" -o PermitRootLogin=prohibit-password -o PasswordAuthentication=no \\
  -o KbdInteractiveAuthentication=no -o AuthorizedKeysFile="$HOME/.ssh/authorized_keys" -o StrictModes=no &
wait "$!"
fail 'its sshd has ended'
`;
}
