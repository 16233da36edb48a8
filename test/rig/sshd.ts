/** A real OpenSSH `sshd` of its own, on a port of 127.0.0.1, as the user who runs the tests. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, type ConnectionOptions } from '../../src/ssh/connection.ts';
import { type KeyPair, newKeyPair } from '../../src/ssh/keys.ts';

const sshd = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  .map((folder) => join(folder, 'sshd'))
  .find((file) => existsSync(file));

export const hasSshd = sshd !== undefined;

export interface SshdOptions {
  /** Its own; made below the system's temporary folder and removed at the end unless given. */
  readonly directory?: string;
  /** Public key lines. */
  readonly authorizedKeys?: readonly string[];
  readonly hostKey?: KeyPair;
  /** Instead of running the client's command in `home`; the command is in `$SSH_ORIGINAL_COMMAND`. */
  readonly forceCommand?: string;
  /** Of what it runs; also `HOME`. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Lines for the configuration; they come first, and the first word on a thing holds. No `SetEnv`. */
  readonly extra?: readonly string[];
  readonly port?: number;
}

export interface Sshd {
  readonly port: number;
  readonly user: string;
  /** Its pinned key. */
  readonly hostPublicKey: string;
  readonly directory: string;
  /** `$HOME` of what it runs, unless there is a `forceCommand`. Never the home folder of the user. */
  readonly home: string;
  readonly log: string;
  authorize(publicKey: string): void;
  /** Ends it with all that it has started, also what runs detached, and removes its folder if it made that. */
  stop(): Promise<void>;
  /** Ends it and its connections, and starts it on the same port. What was started in them goes on. */
  restart(): Promise<void>;
  /** Ends it and its connections without a word, as a crash would; `restart` brings it back. */
  kill(): Promise<void>;
  /** Its processes and those of its connections stand still: the port takes connections and never answers. */
  pause(): void;
  resume(): void;
  /** How many processes it has started that still run, detached ones too. */
  leftOver(): number;
}

/** Its input ends with the process that started it. */
const sweep = `read -r _
[ -e "$1/sshd.pid" ] && kill -9 "$(cat "$1/sshd.pid")"
for file in $(grep -lsaxzF "SSHD_RIG=$2" /proc/[0-9]*/environ); do
  pid=\${file#/proc/}
  kill -9 "\${pid%/environ}"
done
[ -n "$3" ] && rm -rf "$1"`;

const running = new Set<Sshd & { endAtOnce(): void }>();
process.on('exit', () => {
  for (const one of running) one.endAtOnce();
});

export async function startSshd(options: SshdOptions = {}): Promise<Sshd> {
  if (sshd === undefined) throw new Error('there is no sshd on this machine');
  const binary = sshd;
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'sshd-'));
  const home = join(directory, 'home');
  mkdirSync(home, { recursive: true });
  // As root it wants this folder, which a machine without a running sshd may lack.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const hostKey = options.hostKey ?? newKeyPair();
  const at = (name: string): string => join(directory, name);
  const log = at('sshd.log');
  writeFileSync(at('host_key'), hostKey.privateKey, { mode: 0o600 });
  writeFileSync(at('authorized_keys'), (options.authorizedKeys ?? []).map((line) => `${line}\n`).join(''));
  const mark = `${directory}#${Math.random().toString(36).slice(2)}`;
  let port = options.port ?? (await freePort());

  const configure = (): void => {
    const lines = (more: readonly string[]): string =>
      [
        ...(options.extra ?? []),
        `ListenAddress 127.0.0.1:${port}`,
        `HostKey ${at('host_key')}`,
        `AuthorizedKeysFile ${at('authorized_keys')}`,
        `PidFile ${at('sshd.pid')}`,
        `ForceCommand ${options.forceCommand ?? `cd '${home}' && eval "$SSH_ORIGINAL_COMMAND"`}`,
        // Rigs find by the mark what has been started here.
        `SetEnv ${Object.entries({ HOME: home, ...options.environment, SSHD_RIG: mark })
          .map(([name, value]) => `"${name}=${value}"`)
          .join(' ')}`,
        'AuthenticationMethods publickey',
        'PermitRootLogin yes',
        'StrictModes no',
        'UsePAM no',
        'UseDNS no',
        'PrintMotd no',
        'PrintLastLog no',
        'MaxStartups 200:30:400',
        ...more,
        '',
      ].join('\n');
    // Newer ones make a client wait that has failed often, which tests do on purpose.
    writeFileSync(at('sshd_config'), lines(['PerSourcePenalties no']));
    if (spawnSync(binary, ['-t', '-f', at('sshd_config')]).status !== 0)
      writeFileSync(at('sshd_config'), lines([]));
  };

  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    for (let attempt = 0; ; attempt++) {
      configure();
      const before = existsSync(log) ? readFileSync(log, 'utf8').length : 0;
      const started = spawn(binary, ['-D', '-f', at('sshd_config'), '-E', log], { stdio: 'ignore' });
      child = started;
      let ended = false;
      started.on('exit', () => {
        ended = true;
      });
      started.on('error', () => {
        ended = true;
      });
      const said = (): string => (existsSync(log) ? readFileSync(log, 'utf8').slice(before) : '');
      while (!ended && !said().includes('Server listening')) await sleep(10);
      if (!ended) return;
      if (options.port !== undefined || attempt > 5) throw new Error(`sshd did not start: ${said()}`);
      // Something else took the port in between.
      if (attempt > 0) port = await freePort();
      await sleep(50);
    }
  };

  /** The listener and its connections, without what they run. */
  const daemons = (): number[] => {
    const pid = child?.exitCode === null && child.signalCode === null ? child.pid : undefined;
    return pid === undefined
      ? []
      : [pid, ...descendants(pid).filter((one) => commandOf(one).includes('sshd'))];
  };
  const send = (pids: readonly number[], signal: NodeJS.Signals): void => {
    for (const pid of pids) {
      try {
        process.kill(pid, signal);
      } catch {
        // It has ended by itself.
      }
    }
  };
  const marked = (): number[] =>
    processes().filter((pid) => environmentOf(pid).includes(`SSHD_RIG=${mark}\0`));
  const endAtOnce = (): void => {
    send([...daemons(), ...marked()], 'SIGKILL');
    // What was just being started.
    send(marked(), 'SIGKILL');
    rmSync(at('sshd.pid'), { force: true });
    if (options.directory === undefined) rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  };

  await start();
  // Does the same when this process is killed and cannot.
  const guard = spawn(
    'sh',
    ['-c', sweep, 'sh', directory, mark, options.directory === undefined ? '1' : ''],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    },
  );
  guard.unref();
  const self = {
    get port() {
      return port;
    },
    user: userInfo().username,
    hostPublicKey: hostKey.publicKey,
    directory,
    home,
    log,
    authorize: (publicKey: string) => appendFileSync(at('authorized_keys'), `${publicKey}\n`),
    kill: async () => {
      const ended = gone(child);
      send(daemons(), 'SIGKILL');
      await ended;
    },
    restart: async () => {
      await self.kill();
      await start();
    },
    stop: async () => {
      const ended = gone(child);
      endAtOnce();
      await ended;
      guard.kill('SIGKILL');
      running.delete(self);
    },
    pause: () => send(daemons(), 'SIGSTOP'),
    resume: () => send(daemons(), 'SIGCONT'),
    leftOver: () => marked().length,
    endAtOnce,
  };
  running.add(self);
  return self;
}

/** A connection to it, not yet made, with a key of its own that it accepts. */
export function connectionTo(one: Sshd, overrides: Partial<ConnectionOptions> = {}): Connection {
  const key = newKeyPair();
  if (overrides.privateKey === undefined) one.authorize(key.publicKey);
  return new Connection({
    host: '127.0.0.1',
    port: one.port,
    user: one.user,
    privateKey: key.privateKey,
    hostKey: one.hostPublicKey,
    ...overrides,
  });
}

function gone(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function processes(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function descendants(of: number): number[] {
  const parents = new Map<number, number[]>();
  for (const pid of processes()) {
    const parent = Number(/^PPid:\s*(\d+)/m.exec(fileOf(pid, 'status'))?.[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), pid]);
  }
  const found: number[] = [];
  const look = (pid: number): void => {
    for (const child of parents.get(pid) ?? []) {
      found.push(child);
      look(child);
    }
  };
  look(of);
  return found;
}

const commandOf = (pid: number): string => /^Name:\s*(.*)$/m.exec(fileOf(pid, 'status'))?.[1] ?? '';
const environmentOf = (pid: number): string => fileOf(pid, 'environ');

function fileOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
