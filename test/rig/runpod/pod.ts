/**
 * One pod: PROVISIONING → STARTING → RUNNING without ports → RUNNING with ports → EXITED or ERROR, and TERMINATED from
 * anywhere. It is billed from its creation, not from its start.
 */
import { connect, createServer, type Server } from 'node:net';
import { userInfo } from 'node:os';
import type { Json, JsonObject } from '../github/api.ts';
import type { Clock } from './clock.ts';
import { type Container, freePort } from './container.ts';
import type { FailureOf, PodFailure } from './failures.ts';
import type { Ledger } from './ledger.ts';
import { PodLog } from './log.ts';

export type PodStatus = 'PROVISIONING' | 'STARTING' | 'RUNNING' | 'EXITED' | 'ERROR' | 'TERMINATED';
export type PodAction = 'start' | 'stop' | 'restart' | 'terminate';

const ACTIONS: Readonly<Record<PodStatus, readonly PodAction[]>> = {
  PROVISIONING: ['stop', 'terminate'],
  STARTING: ['stop', 'terminate'],
  RUNNING: ['stop', 'restart', 'terminate'],
  EXITED: ['start', 'terminate'],
  ERROR: ['start', 'terminate'],
  TERMINATED: [],
};

/** Real milliseconds. */
export interface Delays {
  readonly provisioning: number;
  readonly starting: number;
  readonly ports: number;
  /** Between two runs of a start command that ended. */
  readonly restart: number;
}

export interface PodFields {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly args: string;
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  readonly disk: number;
  readonly ports: readonly string[];
  /** As it was sent: GET gives it back in clear. */
  readonly env: Readonly<Record<string, string>>;
  readonly registry: string | null;
  readonly mounts: JsonObject;
  readonly gpu?: { readonly id: string; readonly count: number };
  readonly cpu?: { readonly id: string; readonly vcpuCount: number; readonly memory: number };
  readonly cloud: 'SECURE' | 'COMMUNITY';
  readonly dataCenterId: string;
  readonly cudaVersion: string | null;
  readonly globalNetworking: boolean;
  /** Dollars an hour while it runs. */
  readonly price: number;
  /** Its own key. */
  readonly key: string;
  readonly foreign: boolean;
}

export interface PodSurroundings {
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly delays: Delays;
  /** Makes the inside of it; undefined for a pod that is only an entry in a list. */
  readonly container: (pod: Pod) => Container | undefined;
}

export class Pod {
  fields: PodFields;
  readonly log: PodLog;
  readonly createdAt: number;
  readonly container: Container | undefined;
  status: PodStatus = 'PROVISIONING';
  startedAt: number | undefined;
  locked = false;
  /** Its DELETE was accepted and is not done. */
  lingering = false;
  /** The port of its sshd on 127.0.0.1, from the moment that it is RUNNING. */
  port: number | undefined;
  readonly #around: PodSurroundings;
  readonly #failures: readonly PodFailure[];
  #timers: (() => void)[] = [];
  #runningSince = 0;
  #portsKnown = false;
  #stalePort: { readonly port: number; readonly until: number } | undefined;
  #front: Server | undefined;
  #starts = 0;
  /** Counts what was asked of it. */
  #orders = 0;
  #work: Promise<void> = Promise.resolve();

  constructor(
    fields: PodFields,
    around: PodSurroundings,
    failures: readonly PodFailure[],
    createdAt?: number,
  ) {
    this.fields = fields;
    this.#around = around;
    this.#failures = failures;
    this.log = new PodLog(around.clock);
    this.createdAt = createdAt ?? around.clock.now();
    this.container = around.container(this);
  }

  get id(): string {
    return this.fields.id;
  }

  get name(): string {
    return this.fields.name;
  }

  failure<Name extends PodFailure['failure']>(name: Name): FailureOf<Name> | undefined {
    return this.#failures.find((failure): failure is FailureOf<Name> => failure.failure === name);
  }

  get actions(): readonly string[] {
    return this.failure('actions')?.actions ?? ACTIONS[this.status];
  }

  allows(action: PodAction): boolean {
    return (
      ACTIONS[this.status].includes(action) && !(this.locked && action !== 'terminate' && action !== 'start')
    );
  }

  /** F3, F4: made, and not to be seen yet. */
  hidden(from: 'list' | 'get'): boolean {
    const hidden = this.failure('hidden');
    if (hidden === undefined) return false;
    const where = hidden.from ?? 'both';
    return (where === 'both' || where === from) && this.#within(this.createdAt, hidden.seconds);
  }

  /** The way from an order to a pod that runs; with failures on it. */
  provision(): void {
    const { delays } = this.#around;
    this.status = 'PROVISIONING';
    this.#runningSince = 0;
    this.log.add('system', `create pod ${this.id} in ${this.fields.dataCenterId}`);
    const stuck = this.failure('stuck');
    const wait = stuck?.at === 'PROVISIONING' ? stuck.seconds : 0;
    if (wait === undefined) return;
    this.#later(delays.provisioning, wait, () => this.#pull());
  }

  async start(by: string): Promise<void> {
    this.#cancel();
    this.#around.ledger.record(this.id, 'start', by);
    this.status = 'STARTING';
    await this.#stopContainer();
    this.#later(this.#around.delays.starting, 0, () => this.#run());
  }

  async restart(): Promise<void> {
    this.#cancel();
    this.status = 'STARTING';
    await this.#stopContainer();
    this.#later(this.#around.delays.starting, 0, () => this.#run());
  }

  /** By itself or asked to: its compute is given back, its disk is gone. */
  async end(as: 'EXITED' | 'ERROR', by: string): Promise<void> {
    this.#cancel();
    this.status = as;
    this.log.add('system', `stop container: ${as.toLowerCase()}`);
    // A pod in ERROR is billed: nothing says that it is not.
    if (as === 'EXITED') this.#around.ledger.record(this.id, 'stop', by);
    await this.#stopContainer();
  }

  async terminate(by: string): Promise<void> {
    if (this.status === 'TERMINATED') return;
    this.#cancel();
    this.status = 'TERMINATED';
    this.#around.ledger.record(this.id, 'terminate', by);
    await this.#stopContainer();
    this.#front?.close();
  }

  /** F17: the machine under it is dead, and RunPod has not noticed. */
  die(): void {
    this.container?.freeze();
    this.#around.clock.gone.add(this.id);
  }

  /** The work that is under way has ended. */
  async settled(): Promise<void> {
    await this.#work;
  }

  object(): JsonObject {
    const { fields } = this;
    const { clock } = this.#around;
    const unknown = this.failure('unknown');
    const { gpu, cpu } = fields;
    return {
      id: fields.id,
      name: fields.name,
      image: fields.image,
      args: fields.args,
      entrypoint: [...fields.entrypoint],
      cmd: [...fields.cmd],
      disk: fields.disk,
      ports: [...fields.ports],
      env: { ...fields.env },
      registry: fields.registry,
      status:
        this.status === 'RUNNING' && unknown?.status !== undefined ? unknown.status : this.#shownStatus(),
      actions: [...this.actions],
      mounts: fields.mounts,
      ...(gpu === undefined ? {} : { gpu: { ...gpu, vcpuCount: 16 * gpu.count, memory: 64 * gpu.count } }),
      ...(cpu === undefined ? {} : { cpu: { ...cpu } }),
      cloud: fields.cloud,
      dataCenterId: fields.dataCenterId,
      cudaVersion: fields.cudaVersion,
      ssh: { proxy: this.#proxy(), direct: this.#direct() },
      template: null,
      cost: this.status === 'EXITED' || this.status === 'TERMINATED' ? 0 : fields.price,
      locked: this.locked,
      globalNetworking: { enabled: fields.globalNetworking },
      runtime: this.#runtime(),
      createdAt: clock.iso(this.createdAt),
      startedAt: this.startedAt === undefined ? null : clock.iso(this.startedAt),
      ...unknown?.fields,
    };
  }

  #shownStatus(): PodStatus {
    const early = this.status === 'STARTING' && this.failure('slow-pull')?.shows === 'RUNNING';
    return early ? 'RUNNING' : this.status;
  }

  #pull(): void {
    const { clock, delays } = this.#around;
    const { image } = this.fields;
    this.status = 'STARTING';
    const [repository = image, tag = 'latest'] = image.split(/:(?=[^/]*$)/);
    this.log.add('system', `create container ${image}`);
    const broken = this.failure('pull-error');
    if (broken?.what === 'toomanyrequests' || broken?.what === 'manifest-unknown') {
      const text =
        broken.what === 'toomanyrequests'
          ? 'error pulling image: Error response from daemon: toomanyrequests: You have reached your unauthenticated pull rate limit.'
          : `error pulling image: Error response from daemon: manifest for ${image} not found: manifest unknown: manifest unknown`;
      this.#repeat(text, 15);
      return;
    }
    this.log.add('system', `${tag} Pulling from ${repository}`);
    const ends = this.failure('ends');
    if (ends?.during === 'pull') {
      this.#later(delays.starting, ends.seconds ?? 0, () => this.#soon(this.end(ends.as, 'platform')));
      return;
    }
    const stuck = this.failure('stuck');
    if (stuck?.at === 'STARTING' && stuck.seconds === undefined) return;
    const seconds =
      (this.failure('slow-pull')?.seconds ?? 0) + (stuck?.at === 'STARTING' ? (stuck.seconds ?? 0) : 0);
    if (seconds === 0) {
      this.log.add('system', 'pulling image: 100%');
    } else {
      for (let tenth = 0; tenth <= 10; tenth++) {
        const cancel = clock.after((seconds * tenth) / 10, () =>
          this.log.add('system', `pulling image: ${tenth * 10}%`),
        );
        this.#timers.push(cancel);
      }
    }
    this.#later(delays.starting, seconds, () => {
      this.log.add('system', `Status: Downloaded newer image for ${image}`);
      if (broken?.what === 'cuda') {
        this.#repeat(
          'error starting container: nvidia-container-cli: requirement error: unsatisfied condition: cuda>=13.0, please update your driver to a newer version, or use an earlier cuda container: unknown',
          15,
        );
        return;
      }
      this.#run();
    });
  }

  #run(): void {
    this.#soon(this.#begin());
  }

  async #begin(): Promise<void> {
    const { clock, delays } = this.#around;
    const old = this.port;
    const orders = this.#orders;
    const inner = await freePort();
    const ssh = this.failure('ssh');
    const outer = ssh?.what === 'drops' ? await this.#dropFront(inner, ssh.seconds) : inner;
    // Something else was asked of it while a port was looked for.
    if (this.#orders !== orders) return;
    this.#starts += 1;
    this.status = 'RUNNING';
    this.#runningSince = clock.now();
    this.startedAt = clock.now();
    this.port = outer;
    this.#portsKnown = false;
    const stale = this.failure('stale-port');
    this.#stalePort =
      stale === undefined || old === undefined
        ? undefined
        : { port: old, until: clock.now() + stale.seconds };
    clock.gone.delete(this.id);
    if (this.container !== undefined) {
      const mode =
        ssh === undefined || ssh.what === 'drops' ? 'normal' : ssh.what === 'refuses' ? 'refuse' : ssh.what;
      this.container.begin(inner, mode, () => this.#prepare());
      if (ssh?.what === 'refuses' && ssh.seconds !== undefined)
        this.#timers.push(clock.after(ssh.seconds, () => this.container?.setSshMode('normal')));
    }
    this.#later(delays.ports, 0, () => {
      this.#portsKnown = true;
    });
    const ends = this.failure('ends');
    if (ends?.during === 'run')
      this.#later(delays.ports, ends.seconds ?? 0, () => this.#soon(this.end(ends.as, 'platform')));
  }

  #prepare(): void {
    const gpu = this.failure('gpu')?.what;
    if (gpu === 'none-after-start' && this.#starts > 1) this.container?.write('nvidia-mode', 'no-devices');
    const skew = this.failure('skew');
    if (skew !== undefined) this.container?.skew(skew.seconds);
  }

  /** F14: takes connections and ends them; later lets them through. */
  async #dropFront(inner: number, seconds: number | undefined): Promise<number> {
    const { clock } = this.#around;
    const from = clock.now();
    this.#front?.close();
    const front = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      if (seconds === undefined || clock.now() < from + seconds) {
        socket.destroy();
        return;
      }
      const behind = connect(inner, '127.0.0.1');
      behind.on('error', () => socket.destroy());
      socket.pipe(behind).pipe(socket);
      socket.on('close', () => behind.destroy());
    });
    front.unref();
    this.#front = front;
    const port = await freePort();
    await new Promise<void>((resolve, reject) => {
      front.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    return port;
  }

  #proxy(): Json {
    if (this.status !== 'RUNNING') return null;
    const username = `${this.id}-64411eb2`;
    return { host: 'ssh.runpod.io', port: 22, username, command: `ssh ${username}@ssh.runpod.io` };
  }

  #shownPort(): number | undefined {
    const published = this.fields.ports.includes('22/tcp');
    if (this.status !== 'RUNNING' || !this.#portsKnown || !published) return undefined;
    const stale = this.#stalePort;
    return stale !== undefined && this.#around.clock.now() < stale.until ? stale.port : this.port;
  }

  /** On RunPod always root. Here the user that the rig runs as: an sshd that is not root can open sessions for no other. */
  #direct(): Json {
    const port = this.#shownPort();
    if (port === undefined || this.#unready() !== undefined) return null;
    const { username } = userInfo();
    return { host: '127.0.0.1', port, username, command: `ssh ${username}@127.0.0.1 -p ${port}` };
  }

  #unready(): FailureOf<'readiness'>['what'] | undefined {
    const failure = this.failure('readiness');
    if (failure === undefined) return undefined;
    return failure.seconds === undefined || this.#within(this.#runningSince, failure.seconds)
      ? failure.what
      : undefined;
  }

  #runtime(): Json {
    // The document's own example of a new pod has an empty object where its text says null.
    if (this.status === 'PROVISIONING') return {};
    if (this.status !== 'RUNNING') return null;
    const unready = this.#unready();
    if (unready === 'runtime-null') return null;
    if (unready === 'runtime-empty') return {};
    const runtime: JsonObject = {
      uptime: Math.max(0, Math.floor(this.#around.clock.now() - this.#runningSince)),
      gpus: Array.from({ length: this.fields.gpu?.count ?? 0 }, () => ({ util: 0, memoryUtil: 0 })),
      cpu: { util: 3 },
      memory: { util: 5 },
    };
    const port = this.#shownPort();
    if (port !== undefined)
      runtime.ports = [
        {
          private: 22,
          public: unready === 'no-public-port' ? null : port,
          type: 'tcp',
          ip: unready === 'no-ip' ? null : '127.0.0.1',
        },
      ];
    return runtime;
  }

  #within(from: number, seconds: number): boolean {
    return this.#around.clock.now() < from + seconds;
  }

  /** Real milliseconds, then seconds of the rig's clock. */
  #later(milliseconds: number, seconds: number, action: () => void): void {
    const timer = setTimeout(() => {
      if (seconds === 0) action();
      else this.#timers.push(this.#around.clock.after(Math.max(0, due - this.#around.clock.now()), action));
    }, milliseconds);
    const due = this.#around.clock.now() + seconds;
    this.#timers.push(() => clearTimeout(timer));
  }

  #repeat(text: string, seconds: number): void {
    this.log.add('system', text);
    this.#timers.push(this.#around.clock.after(seconds, () => this.#repeat(text, seconds)));
  }

  #cancel(): void {
    this.#orders += 1;
    for (const cancel of this.#timers) cancel();
    this.#timers = [];
  }

  async #stopContainer(): Promise<void> {
    this.#around.clock.gone.add(this.id);
    await this.container?.kill();
  }

  #soon(work: Promise<void>): void {
    this.#work = work.catch((error: unknown) => this.log.add('system', `the rig failed: ${String(error)}`));
  }
}
