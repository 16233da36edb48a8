/**
 * The inside of a pod: a folder with a HOME, a `bin` before all others on the PATH and an `etc/ssh`, and the start command
 * running in it for real. When the command ends it is started again, as RunPod does; only `kill` ends it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { killMarked, type Marks, signalMarked } from './processes.ts';
import { DATE, NVIDIA_SMI, SERVICE, SLEEP, SSHD, session, TOUCH } from './scripts.ts';

export type SshMode = 'normal' | 'refuse' | 'other-key' | 'rsa-only';
export type NvidiaMode = 'normal' | 'missing' | 'failing' | 'no-devices';

export interface ContainerFields {
  readonly id: string;
  readonly mark: number;
  readonly folder: string;
  /** In place of `/start.sh` where this machine has none. */
  readonly start: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Lines of `name;MiB;driver;compute capability;CUDA`. */
  readonly gpus: readonly string[];
  readonly nvidia: NvidiaMode;
  readonly keyTypes: readonly string[];
  readonly clock: { readonly file: string; readonly port: number };
  /** Real milliseconds before the start command is started again. */
  readonly restartDelay: number;
  readonly line: (source: 'container' | 'system', line: string) => void;
}

/** Where the systems have it. Not the one inside sshd: that takes no forced command. */
const SFTP = ['/usr/lib/openssh/sftp-server', '/usr/libexec/openssh/sftp-server'];

export function findSshd(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  return folders
    .filter((folder) => folder.startsWith('/'))
    .map((folder) => join(folder, 'sshd'))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Below the range that the system takes ports from by itself, so that no outgoing connection is in the way. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}

export class Container {
  readonly home: string;
  readonly bin: string;
  readonly #fields: ContainerFields;
  readonly #marks: Marks;
  #process: ChildProcess | undefined;
  #restart: NodeJS.Timeout | undefined;
  #wanted = false;
  /** How often the start command was started. */
  starts = 0;

  constructor(fields: ContainerFields) {
    this.#fields = fields;
    this.#marks = { first: fields.mark, last: fields.mark };
    this.home = join(fields.folder, 'home');
    this.bin = join(fields.folder, 'bin');
  }

  get folder(): string {
    return this.#fields.folder;
  }

  get etcSsh(): string {
    return join(this.folder, 'etc', 'ssh');
  }

  /** A new disk, as after a stop, and the start command on it; `prepare` may change the disk before. */
  begin(port: number, sshMode: SshMode, prepare: () => void): void {
    const { folder } = this.#fields;
    rmSync(folder, { recursive: true, force: true });
    for (const inner of [this.home, this.bin, this.etcSsh]) mkdirSync(inner, { recursive: true });
    this.#program('service', SERVICE);
    this.#program('sshd', SSHD);
    if (this.#fields.nvidia !== 'missing') this.#program('nvidia-smi', NVIDIA_SMI);
    this.write('nvidia-mode', this.#fields.nvidia);
    this.write('gpus', this.#fields.gpus.map((line) => `${line}\n`).join(''));
    this.write('sshd.port', String(port));
    this.setSshMode(sshMode);
    this.write('session', session(this.#session()), 0o755);
    this.write('sshd_config.base', this.#sshdConfig());
    if (this.#fields.clock.port !== 0) {
      this.#followClock();
      this.#program('sleep', SLEEP);
    }
    prepare();
    this.#wanted = true;
    this.#spawn();
  }

  setSshMode(mode: SshMode): void {
    this.write('ssh-mode', mode);
  }

  /** Its clock from now on is off by so much. */
  skew(seconds: number): void {
    this.#followClock();
    this.write('skew', `${Math.trunc(seconds)}\n`);
  }

  write(name: string, text: string, mode = 0o644): void {
    // Renamed into place: a program of the pod may be reading it.
    const file = join(this.folder, name);
    writeFileSync(`${file}.new`, text, { mode });
    renameSync(`${file}.new`, file);
  }

  read(name: string): string | undefined {
    try {
      return readFileSync(join(this.folder, name), 'utf8');
    } catch {
      return undefined;
    }
  }

  /** The host is dead but its addresses are not: connections are taken and nothing answers. */
  freeze(): void {
    this.#wanted = false;
    clearTimeout(this.#restart);
    for (let round = 0; round < 3; round++) signalMarked(this.#marks, 'SIGSTOP');
  }

  async kill(): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#restart);
    const first = this.#process;
    this.#process = undefined;
    if (first !== undefined && first.exitCode === null && first.signalCode === null) {
      const ended = new Promise((resolve) => first.once('exit', resolve));
      // Not by its mark alone: it may not have come to set it.
      first.kill('SIGKILL');
      await ended;
    }
    await killMarked(this.#marks);
  }

  #spawn(): void {
    const { command, mark, line } = this.#fields;
    this.starts += 1;
    line('system', 'start container');
    const words = command.map((word) => this.#placed(word));
    const child = spawn('/bin/bash', ['-c', `ulimit -x ${mark} && exec "$@"`, 'pod', ...words], {
      cwd: this.home,
      env: this.#environment(),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (text) => line('container', text));
    child.on('error', (error) => line('system', `error starting container: ${error.message}`));
    child.on('exit', (code, signal) => {
      if (!this.#wanted) return;
      line('system', `container exited with ${code ?? signal}; restarting`);
      this.#restart = setTimeout(() => this.#again(), this.#fields.restartDelay);
    });
  }

  /** The container's first process ended: all others end with it, the disk stays. */
  #again(): void {
    killMarked(this.#marks).then(
      () => {
        if (this.#wanted) this.#spawn();
      },
      (error: unknown) => this.#fields.line('system', String(error)),
    );
  }

  #placed(word: string): string {
    return word.replace(/(?<![\w./])\/start\.sh(?![\w./])/g, this.#fields.start);
  }

  /** What only the first process and its children see. The platform's names win over those of the body. */
  #environment(): Record<string, string> {
    return {
      ...this.#fields.environment,
      ...this.#session(),
      MLW_ETC_SSH: this.etcSsh,
      RIG_KEY_TYPES: this.#fields.keyTypes.join(' '),
      RIG_SSHD: findSshd() ?? '/usr/sbin/sshd',
    };
  }

  #session(): Record<string, string> {
    const { id, clock } = this.#fields;
    const system = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
    return {
      HOME: this.home,
      PATH: `${this.bin}:${system}`,
      SHELL: '/bin/bash',
      RIG_POD: id,
      RIG_POD_DIR: this.folder,
      RIG_CLOCK: clock.port === 0 ? '' : clock.file,
      RIG_CLOCK_PORT: String(clock.port),
    };
  }

  #followClock(): void {
    this.#program('date', DATE);
    this.#program('touch', TOUCH);
  }

  #program(name: string, text: string): void {
    this.write(join('bin', name), text, 0o755);
  }

  /** As on RunPod's images, but for one address, one user and this pod's folder. */
  #sshdConfig(): string {
    return [
      'ListenAddress 127.0.0.1',
      `PidFile ${join(this.folder, 'sshd.pid')}`,
      `AuthorizedKeysFile ${join(this.home, '.ssh', 'authorized_keys')}`,
      `AllowUsers ${userInfo().username}`,
      `ForceCommand ${join(this.folder, 'session')}`,
      // Or bash reads the startup files of whoever runs the tests before it comes to the command above.
      `SetEnv HOME=${this.home}`,
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'PermitRootLogin prohibit-password',
      'PermitUserRC no',
      ...SFTP.filter((file) => existsSync(file)).map((file) => `Subsystem sftp ${file}`),
      '',
    ].join('\n');
  }
}
