/** Runs commands on a host that is there already, over one connection. */
import { join } from 'node:path';
import { plainText } from '../../engine/plain-text.ts';
import type { NodeId, Plan, SshTarget } from '../../plan/plan.ts';
import type { RunOfTarget, Target, UnitOutcome, UnitRequest, UnitWatch } from '../../ports.ts';
import { Connection, type ConnectionOptions } from '../../ssh/connection.ts';
import { SshError } from '../../ssh/host.ts';
import { parsePublicKey, readPrivateKey } from '../../ssh/keys.ts';
import { preflight } from '../local/preflight.ts';
import { hashesOf } from '../unit/inputs.ts';
import { ask, linesOf } from './ask.ts';
import { type Cargo, type Place, treeSource } from './cargo.ts';
import { HostLock } from './host-lock.ts';
import { unitsOf } from './remote-job.ts';
import { PlaceError, prepare } from './remote-place.ts';
import { type RemoteOptions, runRemotely } from './remote-unit.ts';
import { privateKeyOf, SettingError, settingOf } from './setting.ts';
import { SpentJobs } from './spent-jobs.ts';
import { demandSyncHere, runTransfer, TransferError } from './transfer.ts';

export interface SshTargetOptions extends RemoteOptions {
  readonly name: string;
  readonly plan: Plan;
  readonly revision: () => Promise<{ readonly sha: string | null; readonly dirty: boolean }>;
  /** How long a host may be silent or away. */
  readonly patience?: Pick<
    ConnectionOptions,
    'giveUpMilliseconds' | 'keepaliveMilliseconds' | 'keepaliveCount'
  >;
}

/** Where a host is and how it is known, all settings read. Throws a `SettingError`. */
export function endpointOf(name: string, target: SshTarget, environment: NodeJS.ProcessEnv) {
  const of = (what: string) => `the ${what} of the target \`${name}\``;
  const port = Number(settingOf(target.port, of('port'), environment));
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new SettingError(`${of('port')} is no number from 1 to 65535`);
  const checked = <Value>(what: string, read: () => Value): Value => {
    try {
      return read();
    } catch (error) {
      if (error instanceof SettingError) throw error;
      throw new SettingError(`${of(what)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return {
    host: settingOf(target.host, of('host'), environment),
    port,
    user: settingOf(target.user, of('user'), environment),
    privateKey: checked('key', () => readPrivateKey(privateKeyOf(target.key, of('key'), environment)).text),
    hostKey: checked('host key', () => {
      const text = settingOf(target.hostKey, of('host key'), environment);
      parsePublicKey(text);
      return text;
    }),
  };
}

export function sshTarget(target: SshTarget, options: SshTargetOptions): Target {
  const { environment, graceMilliseconds = 5_000 } = options;
  let host: SshHost | undefined;
  return {
    slots: target.slots,
    usesDirectory: ({ is }) => is === 'run',
    hashes: hashesOf,
    preflight: (command, workspace, signal) =>
      preflight(command, { workspace, environment, graceMilliseconds, signal }),
    begin(run) {
      host = new SshHost(target, options, run);
    },
    async run(request, watch) {
      if (!host) throw new Error('internal: a target was used before its run began; please report this');
      return await host.run(request, watch);
    },
    settled: async () => await host?.settled(),
    end() {
      host?.close();
      host = undefined;
    },
  };
}

/** For what is removed when a run is over. */
const sweepMilliseconds = 10_000;

/** The host in one run: one connection, and one preparation for all units. */
class SshHost {
  readonly #target: SshTarget;
  readonly #options: SshTargetOptions;
  readonly #run: RunOfTarget;
  readonly #cargo: Cargo;
  readonly #connection: Connection;
  readonly #spent: SpentJobs;
  readonly #lock: HostLock;
  /** There, where a process before this one has left the lock, and perhaps more. */
  readonly #adopted: string | undefined;
  #preparing: { readonly place: Promise<Place>; readonly callOff: AbortController } | undefined;
  #waiting = 0;
  #place: Place | undefined;
  /** Told once, until it is connected again. */
  #isTroubled = false;
  #isClosed = false;

  constructor(target: SshTarget, options: SshTargetOptions, run: RunOfTarget) {
    this.#target = target;
    this.#options = options;
    this.#run = run;
    const { plan, name, environment } = options;
    const { workspace, runDirectory, say, state } = run;
    const tree = treeSource(plan, { ...options, workspace, runDirectory, say });
    this.#cargo = { plan, workspace, tree };
    this.#spent = new SpentJobs((node) => state.running.has(node as NodeId));
    this.#connection = new Connection({
      ...endpointOf(name, target, environment),
      ...options.patience,
      log: (text) => this.#tell(text),
    });
    this.#lock = new HostLock(this.#connection, run.run, join(runDirectory, 'hosts', name));
    this.#adopted = this.#lock.adopt();
  }

  async run(request: UnitRequest, watch: UnitWatch): Promise<UnitOutcome> {
    const started = performance.now();
    // It may quote what a host has said.
    const failed = (failure: string, message: string, tail: readonly string[] = []): UnitOutcome => ({
      ...{ is: 'failed', class: failure, message: plainText(message), tail },
      seconds: (performance.now() - started) / 1000,
    });
    try {
      if (!this.#place) demandSyncHere(this.#options.plan.sync?.up ?? [], this.#run.workspace);
      const place = await this.#ready(watch.signal);
      const outcome = await runOn(request, watch, place, this.#options);
      if (outcome.is !== 'host-lost') return outcome;
      return failed(outcome.class ?? 'connection-lost', outcome.message, outcome.tail);
    } catch (error) {
      if (watch.signal.aborted) return failed('cancelled', 'cancelled');
      if (error instanceof PlaceError) return failed(error.class, error.message, error.tail);
      if (error instanceof TransferError) return failed('usage', error.message);
      if (!(error instanceof SshError)) throw error;
      const isOther = error.kind === 'auth' || error.kind === 'host-key';
      return failed(isOther ? 'auth' : 'connection-lost', error.message);
    }
  }

  /** Nothing of the run is left on the host but its tree and its data. */
  async settled(): Promise<void> {
    await this.#sweep();
    // So that the next run need not wait until it is stale; asked twice to end, this one does not wait long for it.
    const late = AbortSignal.timeout(this.#run.hurry.aborted ? 1_000 : sweepMilliseconds);
    await orAborted(this.#lock.release(late), late).catch(() => undefined);
  }

  async #sweep(): Promise<void> {
    const workspace = this.#place?.workspace ?? this.#adopted;
    if (workspace === undefined || this.#run.hurry.aborted) return;
    if (this.#place ? !this.#connection.isConnected : this.#isInterrupted()) return;
    const late = AbortSignal.any([AbortSignal.timeout(sweepMilliseconds), this.#run.hurry]);
    const units = unitsOf(workspace, this.#run.run);
    await orAborted(this.#spent.sweep(this.#connection, units, late), late).catch((error: unknown) => {
      if (!late.aborted) throw error;
    });
  }

  /** What was begun there may still run. */
  #isInterrupted(): boolean {
    return [...this.#run.state.nodes.values()].some(({ interrupted }) => interrupted !== undefined);
  }

  close(): void {
    this.#isClosed = true;
    this.#lock.stop();
    this.#connection.close();
  }

  /** For all units together. When nobody waits for it any more it is called off, and has ended when this rejects. */
  async #ready(signal: AbortSignal): Promise<Place> {
    this.#preparing ??= this.#prepare();
    const { place, callOff } = this.#preparing;
    this.#waiting += 1;
    try {
      return await orAborted(place, signal);
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0 && signal.aborted && !this.#place) {
        // Who comes now begins anew.
        if (this.#preparing?.callOff === callOff) this.#preparing = undefined;
        callOff.abort(signal.reason);
        await orAborted(place, this.#run.hurry).catch(() => undefined);
      }
    }
  }

  #prepare(): { readonly place: Promise<Place>; readonly callOff: AbortController } {
    const callOff = new AbortController();
    const { say } = this.#run;
    const making = prepare(this.#connection, {
      ...{ target: this.#target, cargo: this.#cargo, transfers: [], say, signal: callOff.signal },
      claim: (workspace) => this.#lock.take(workspace, callOff.signal),
    });
    const place = making.then(
      (made) => {
        this.#place = { ...made, spent: this.#spent };
        return this.#place;
      },
      (error: unknown) => {
        if (this.#preparing?.callOff === callOff) this.#preparing = undefined;
        throw error;
      },
    );
    place.catch(() => undefined);
    return { place, callOff };
  }

  #tell(text: string): void {
    if (this.#connection.isConnected) this.#isTroubled = false;
    else if (!this.#isTroubled && !this.#isClosed) {
      this.#isTroubled = true;
      this.#run.say(`${text}; connecting again`);
    }
  }
}

/** What a unit of any kind does on a host that is ready. */
export async function runOn(
  request: UnitRequest,
  watch: UnitWatch,
  place: Place,
  options: RemoteOptions,
): ReturnType<typeof runRemotely> {
  const { command } = request;
  switch (command.is) {
    case 'run':
      return await runRemotely(request, command, watch, place, options);
    case 'transfer':
      return await runTransfer(request, command, watch, place);
    case 'setup':
      return await checkHost(place, watch);
    default:
      throw new Error(`internal: a command of the kind ${command.is} reached a host; please report this`);
  }
}

/** It has been prepared, which is all that can go wrong. */
async function checkHost({ host, workspace }: Place, watch: UnitWatch): Promise<UnitOutcome> {
  const started = performance.now();
  const [system, processors] = linesOf(await ask(host, 'uname -sm; nproc', { signal: watch.signal }));
  watch.output(`${host.name} is ready: ${system}, ${processors} CPUs, ${workspace}`);
  const seconds = (performance.now() - started) / 1000;
  return { is: 'succeeded', result: { seconds, metrics: {}, values: {} } };
}

/** The work goes on for whoever else waits for it. */
export async function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  signal.throwIfAborted();
  let leave: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (leave) signal.removeEventListener('abort', leave);
  }
}
