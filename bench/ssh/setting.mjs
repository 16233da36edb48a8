/** One sshd for all contenders, and the lines to it: loopback as it is, and far ones. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const relayProgram = fileURLToPath(new URL('relay.mjs', import.meta.url));

/** Milliseconds there and back, and bytes a second in each direction. */
export const far = { roundTrip: 50, bytesPerSecond: 200e6 / 8 };
export const fast = { roundTrip: 50, bytesPerSecond: 1e9 / 8 };

/** `lines` maps a name to what `relay.mjs` is told, or to undefined for loopback. */
export async function setting(folder, { startSshd }, lines) {
  const key = join(folder, 'key');
  const made = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  if (made.status !== 0) throw new Error(`ssh-keygen made no key: ${made.stderr}`);
  const sftp = ['/usr/lib/openssh/sftp-server', '/usr/libexec/openssh/sftp-server'].find(existsSync);
  const server = await startSshd({
    directory: join(folder, 'sshd'),
    authorizedKeys: [readFileSync(`${key}.pub`, 'utf8').trim()],
    ...(sftp === undefined ? {} : { extra: [`Subsystem sftp ${sftp}`] }),
  });
  const relays = [];
  const ports = {};
  for (const [name, line] of Object.entries(lines)) {
    if (line === undefined) {
      ports[name] = server.port;
      continue;
    }
    const words = [relayProgram, JSON.stringify({ port: server.port, ...line })];
    const relay = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    relays.push(relay);
    const [port] = await once(relay.stdout, 'data');
    ports[name] = Number(port.toString());
  }
  writeFileSync(join(folder, 'known_hosts'), `bench ${server.hostPublicKey}\n`);
  const hosts = Object.entries(ports).map(([name, port]) => `Host ${name}\n  Port ${port}\n`);
  const common = `${hosts.join('')}Host *
  HostName 127.0.0.1
  User ${server.user}
  HostKeyAlias bench
  UserKnownHostsFile ${join(folder, 'known_hosts')}
  GlobalKnownHostsFile /dev/null
  StrictHostKeyChecking yes
  IdentityFile ${key}
  IdentitiesOnly yes
  IdentityAgent none
  BatchMode yes
  LogLevel ERROR
`;
  const [asItIs, alike] = [join(folder, 'as_it_is'), join(folder, 'ssh_config')];
  writeFileSync(asItIs, common);
  writeFileSync(
    alike,
    `${common}  PreferredAuthentications publickey
  KexAlgorithms curve25519-sha256
  HostKeyAlgorithms ssh-ed25519
  Ciphers aes128-gcm@openssh.com
`,
  );
  return {
    home: server.home,
    port: server.port,
    /** With our algorithms, which are faster than what it chooses by itself. */
    ssh: `ssh -F ${alike}`,
    sshAsItIs: `ssh -F ${asItIs}`,
    scp: `scp ${sftp === undefined ? '-O ' : ''}-q -F ${alike}`,
    /** What the driver has to be told to come there. */
    access: (line) => ({ port: ports[line], user: server.user, hostKey: server.hostPublicKey, key }),
    stop: async () => {
      for (const relay of relays) relay.stdin.end();
      await server.stop();
    },
  };
}
