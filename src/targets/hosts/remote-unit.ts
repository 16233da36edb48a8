/** Runs one unit's command on a host that is ready: what it reads goes there, and what it gave comes back. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { plainText } from '../../engine/plain-text.ts';
import type { RunCommand } from '../../plan/plan.ts';
import { logName, type UnitOutcome, type UnitRequest, type UnitWatch } from '../../ports.ts';
import { SshError } from '../../ssh/host.ts';
import { followJob, type JobEnd, startJob, stopJob } from '../../ssh/job.ts';
import { sampleLoad } from '../../ssh/load.ts';
import { copyName } from '../local/copy.ts';
import { outputName } from '../local/local.ts';
import { brokenAsserts } from '../unit/asserts.ts';
import { blotFile } from '../unit/blotted-file.ts';
import { declaredVariables, secretsIn, unitVariables } from '../unit/environment.ts';
import { describeEnd, type End } from '../unit/failure.ts';
import { hashesOf, type Inputs } from '../unit/inputs.ts';
import { progressIn } from '../unit/progress.ts';
import { after } from '../unit/timer.ts';
import { type GivenInput, givenInput } from '../unit/unit-input.ts';
import { Lines, UnitLog } from '../unit/unit-log.ts';
import { resultOf } from '../unit/unit-result.ts';
import {
  type Bringing,
  bringDirectory,
  bringMeasured,
  bringOutputs,
  bringStdout,
  TooMuch,
} from './brought-back.ts';
import type { Place } from './cargo.ts';
import { hostFault } from './host-fault.ts';
import { sendInputs } from './remote-inputs.ts';
import { foundJob, newJob, type RemoteJob, runName } from './remote-job.ts';
import { steadily } from './steadily.ts';
import { UsageMeter } from './usage-meter.ts';

/** The host is gone under it: another one may do it. */
export interface HostLost {
  readonly is: 'host-lost';
  /** Where there is no other one. `connection-lost` when absent. */
  readonly class?: 'auth' | 'connection-lost' | 'heartbeat';
  readonly message: string;
  readonly tail: readonly string[];
}

export interface RemoteOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly graceMilliseconds?: number;
  readonly sampleMilliseconds?: number;
}

/** Once somebody has asked twice, a host that does not answer is not waited for. */
const hurriedMilliseconds = 3_000;

/** Rejects only for a mistake of this program. */
export async function runRemotely(
  request: UnitRequest,
  command: RunCommand,
  watch: UnitWatch,
  place: Place,
  options: RemoteOptions,
): Promise<UnitOutcome | HostLost> {
  return await new RemoteUnit(request, command, watch, place, options).run();
}

type Failure = Omit<UnitOutcome & { is: 'failed' }, 'is' | 'seconds' | 'tail'>;

class RemoteUnit {
  readonly #request: UnitRequest;
  readonly #command: RunCommand;
  readonly #watch: UnitWatch;
  readonly #place: Place;
  readonly #options: RemoteOptions;
  readonly #started = performance.now();
  readonly #secrets: readonly string[];
  readonly #log: UnitLog;
  readonly #usage = new UsageMeter();
  /** On the host; there may be something of it that runs. */
  #open: string | undefined;

  constructor(
    request: UnitRequest,
    command: RunCommand,
    watch: UnitWatch,
    place: Place,
    options: RemoteOptions,
  ) {
    this.#request = request;
    this.#command = command;
    this.#watch = watch;
    this.#place = place;
    this.#options = options;
    this.#secrets = secretsIn(command.env, options.environment);
    this.#log = new UnitLog(join(request.directory, logName), this.#secrets);
  }

  async run(): Promise<UnitOutcome | HostLost> {
    try {
      return await this.#run();
    } catch (error) {
      const { signal } = this.#watch;
      const fault = hostFault(error);
      const isLost = error instanceof SshError && !signal.aborted;
      // A host that is lost cannot be asked; whoever begins there again ends it first.
      if (this.#open !== undefined && !isLost) await this.#stop(this.#open);
      if (signal.aborted) return await this.#ended({ is: 'cancelled' });
      if (error instanceof TooMuch) return this.#failure({ class: 'no-metrics', message: error.message });
      if (error instanceof SshError) return this.#lost(error);
      if (fault === undefined) throw error;
      return this.#failure({ class: 'exit-1', message: fault });
    } finally {
      this.#log.close();
      if (this.#secrets.length > 0)
        blotFile(join(this.#request.directory, outputName), (text) => this.#log.clean(text));
    }
  }

  async #run(): Promise<UnitOutcome | HostLost> {
    const request = this.#request;
    const command = this.#command;
    const { signal } = this.#watch;
    const given = givenInput(request);
    if (!given.ok) return this.#failure({ class: 'no-metrics', message: given.message });
    const found = await foundJob(request, command, this.#place, signal);
    const inputs = await this.#inputs(found);
    if (inputs?.ok === false) return this.#failure({ class: 'usage', message: inputs.message });
    const hashes = inputs?.hashes;
    const job = found ?? (await newJob(request, command, this.#place, { hashes, signal }));
    this.#open = job.directory;
    if (found) this.#watch.output('(goes on where it was)');
    else await this.#start(job, given.input);
    const begun = performance.now();
    const end = await this.#follow(job);
    this.#open = undefined;
    const { ran = 0, hasEnded = false } = found?.earlier ?? {};
    const duration = ran + (hasEnded ? 0 : (performance.now() - begun) / 1000);
    if (end.is === 'vanished')
      return { is: 'host-lost', class: 'heartbeat', message: end.message, tail: [...this.#log.tail] };
    const exit = end.is === 'exit' ? { exit: end.code } : {};
    const bringing: Bringing = {
      ...{ request, command, place: this.#place, job, signal },
      note: (text) => this.#note(`not brought back: ${text}`),
    };
    if (end.is !== 'exit' || end.code !== 0) {
      const failed = await this.#ended(end);
      // What there is of it is kept, as far as it can be had.
      if (end.is !== 'cancelled') await this.#bringWhatThereIs(bringing);
      this.#over(job);
      return failed;
    }
    await bringDirectory(bringing);
    const captured = this.#keepsOutput ? await bringStdout(bringing, this.#secrets) : undefined;
    captured?.close();
    const home = join(request.directory, copyName);
    const old = await bringMeasured(bringing, home);
    const outputFile = join(request.directory, outputName);
    const read = resultOf(request, command, { home, before: old, outputFile, captured, log: this.#log });
    this.#over(job);
    if (!read.ok) return this.#failure({ ...exit, class: read.class, message: read.message });
    const usage = this.#usage.result();
    const result = {
      ...read.result,
      ...(hashes === undefined ? {} : { inputs: hashes }),
      ...(usage === undefined ? {} : { usage }),
      seconds: ran + (performance.now() - this.#started) / 1000,
    };
    const broken = brokenAsserts(command, result, duration);
    if (broken !== undefined) return this.#failure({ ...exit, class: 'assert', message: broken });
    await bringOutputs(bringing, home);
    return { is: 'succeeded', result };
  }

  /** What a job that goes on was given is not touched any more. */
  async #inputs(found: RemoteJob | undefined): Promise<Inputs | undefined> {
    const { inputs = [] } = this.#command;
    if (inputs.length === 0) return undefined;
    const { workspace } = this.#request;
    const { signal } = this.#watch;
    if (found)
      return { ok: true, hashes: found.earlier?.hashes ?? (await hashesOf(inputs, workspace, signal)) };
    return await sendInputs(inputs, this.#place, { workspace, signal });
  }

  async #start({ directory, home }: RemoteJob, input: GivenInput | undefined): Promise<void> {
    const request = this.#request;
    const { shell, script, name, env } = this.#command;
    const { host, workspace, environment } = this.#place;
    const runDirectory = posix.join(directory, runName);
    // In `$ML_RUN_DIR`, as on this machine.
    const places = { directory: runDirectory, outputFile: posix.join(runDirectory, outputName), workspace };
    const { signal } = this.#watch;
    await steadily(signal, () =>
      startJob(
        host,
        {
          ...{ directory, shell, script, name, cwd: home },
          flags: shell === 'bash' ? ['-eo', 'pipefail', '-c'] : ['-e', '-c'],
          arguments: request.input.arguments,
          environment: {
            ...environment,
            ...(input && { ...input.variables, INPUT_FILE: posix.join(directory, 'input') }),
            ...unitVariables(request, places),
          },
          secrets: declaredVariables(env, this.#options.environment),
          ...(input && { input: readFileSync(input.file) }),
          keepsStdout: this.#keepsOutput,
        },
        signal,
      ),
    );
  }

  get #keepsOutput(): boolean {
    return this.#request.keepsOutput || this.#command.result !== undefined;
  }

  /** Until it has ended, there or by us. */
  async #follow({ directory, earlier }: RemoteJob): Promise<End | (JobEnd & { readonly is: 'vanished' })> {
    const { host } = this.#place;
    const { signal } = this.#watch;
    const over = new AbortController();
    let stopped: 'timeout' | 'cancelled' | undefined;
    const stop = (why: 'timeout' | 'cancelled') => {
      stopped ??= why;
      over.abort();
    };
    const cancel = () => stop('cancelled');
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    const { timeout } = this.#command;
    const left =
      timeout === undefined || earlier?.hasEnded ? undefined : Math.max(0, timeout - (earlier?.ran ?? 0));
    const callOff = left === undefined ? undefined : after(left * 1000, () => stop('timeout'));
    const lines = new Lines((line) => this.#line(line), this.#secrets);
    const sampling = this.#sample(over.signal);
    try {
      return await followJob(host, {
        ...{ directory, from: 0, signal: over.signal },
        onData: (chunk) => lines.add(chunk),
        onReattach: () => this.#watch.output('(connection lost; it goes on there, connecting again)'),
      });
    } catch (error) {
      if (stopped === undefined) throw error;
      await this.#stop(directory);
      return { is: stopped };
    } finally {
      lines.end();
      callOff?.();
      signal.removeEventListener('abort', cancel);
      over.abort();
      await sampling;
    }
  }

  /** Never rejects: what cannot be ended is told. */
  async #stop(directory: string): Promise<void> {
    const { host, spent } = this.#place;
    const { hurry } = this.#watch;
    this.#open = undefined;
    const graceSeconds = hurry?.aborted ? 0 : (this.#options.graceMilliseconds ?? 5_000) / 1000;
    const stopping = stopJob(host, directory, { graceSeconds, hurry }).then(
      ({ gone }) => gone,
      () => false,
    );
    if (await unlessHurried(stopping, hurry)) return;
    spent?.lost(directory);
    this.#note(`it may still run on ${host.name}, in ${directory}`);
  }

  #line(line: string): void {
    const clean = this.#log.line(line);
    this.#watch.output(clean);
    const progress = progressIn(clean, this.#command.progress);
    if (progress) this.#watch.progress(progress);
  }

  /** Of ours, beside what it has printed. */
  #note(text: string): void {
    this.#watch.output(this.#log.line(`(${text})`));
  }

  /** Now and then, on a channel of its own; that it cannot be had is no failure. */
  async #sample(signal: AbortSignal): Promise<void> {
    const every = this.#options.sampleMilliseconds ?? 20_000;
    for (let wait = Math.min(every, 3_000); !signal.aborted; wait = every) {
      await new Promise<void>((resolve) => {
        const leave = after(wait, resolve);
        signal.addEventListener(
          'abort',
          () => {
            leave();
            resolve();
          },
          { once: true },
        );
      });
      if (signal.aborted) return;
      const load = await sampleLoad(this.#place.host, signal).catch(() => undefined);
      if (!load || signal.aborted) continue;
      this.#usage.add(load);
      this.#watch.load?.(load);
    }
  }

  async #bringWhatThereIs(bringing: Bringing): Promise<void> {
    try {
      await bringDirectory(bringing);
    } catch (error) {
      if (!(error instanceof SshError) && hostFault(error) === undefined) throw error;
      this.#note(`not brought back: what it left in \`$ML_RUN_DIR\`: ${(error as Error).message}`);
    }
  }

  /** All that is wanted of it is here. */
  #over({ directory }: RemoteJob): void {
    this.#place.spent?.over(this.#request.unit.id, directory);
  }

  #lost({ kind, message }: SshError): HostLost {
    const isOther = kind === 'host-key' || kind === 'auth';
    const open = this.#open === undefined ? '' : '; what began there may still run';
    if (this.#open !== undefined) this.#place.spent?.lost(this.#open);
    return {
      is: 'host-lost',
      class: isOther ? 'auth' : 'connection-lost',
      message: this.#log.clean(plainText(`${message}${open}`)),
      tail: [...this.#log.tail],
    };
  }

  async #ended(end: End): Promise<UnitOutcome> {
    const exit = end.is === 'exit' ? { exit: end.code } : {};
    return this.#failure({ ...exit, ...(await describeEnd(end, this.#command, this.#log)) });
  }

  #failure(failure: Failure): UnitOutcome {
    return {
      is: 'failed',
      seconds: (performance.now() - this.#started) / 1000,
      ...failure,
      message: this.#log.clean(plainText(failure.message)),
      tail: [...this.#log.tail],
    };
  }
}

async function unlessHurried(work: Promise<boolean>, hurry: AbortSignal | undefined): Promise<boolean> {
  let leave: (() => void) | undefined;
  const late = new Promise<false>((resolve) => {
    const wait = () => {
      leave = after(hurriedMilliseconds, () => resolve(false));
    };
    leave = () => hurry?.removeEventListener('abort', wait);
    if (hurry?.aborted) wait();
    else hurry?.addEventListener('abort', wait, { once: true });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    leave?.();
  }
}
