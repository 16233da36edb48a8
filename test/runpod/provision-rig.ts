/** One order for a pod against the rig, with everything that happens to its pods written down. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunpodTarget } from '../../src/plan/plan.ts';
import { Breaker } from '../../src/runpod/breaker.ts';
import { candidatesFor } from '../../src/runpod/candidates.ts';
import { readCatalogue } from '../../src/runpod/catalogue.ts';
import { RunpodClient } from '../../src/runpod/client.ts';
import { type EndedPod, endOnRecord } from '../../src/runpod/end-on-record.ts';
import type { PodLog } from '../../src/runpod/pod-log.ts';
import { type ProvisionRequest, provision, type ReadyPod } from '../../src/runpod/provision.ts';
import { ProvisionError } from '../../src/runpod/provision-error.ts';
import type { Readiness } from '../../src/runpod/ready.ts';
import { type RigRunpod, type RunpodOptions, startRunpod } from '../rig/runpod.ts';
import { pacedClock } from '../targets/paced-clock.ts';
import { owner, targetOn } from './account.ts';

export interface Told {
  readonly is: keyof PodLog;
  readonly pod: string;
  readonly class?: string;
  readonly why?: string;
  readonly offer?: string;
  readonly price?: number;
  readonly proven?: boolean;
}

export interface Outcome {
  readonly pod?: ReadyPod;
  readonly error?: unknown;
}

/** So many seconds of the program are one of this machine. */
export const pace = 30;

export class Ordering {
  readonly rig: RigRunpod;
  readonly folder = mkdtempSync(join(tmpdir(), 'provision-'));
  readonly told: Told[] = [];
  readonly said: string[] = [];
  readonly breaker = new Breaker();
  readonly avoided = new Set<string>();
  readonly hurry = new AbortController();
  readonly #endings: Promise<void>[] = [];
  readonly #clock = pacedClock(pace);
  readonly #client: RunpodClient;

  private constructor(rig: RigRunpod, milliseconds: number) {
    this.rig = rig;
    const { sleep, now } = this.#clock;
    this.#client = new RunpodClient({
      ...{ key: rig.key, base: rig.url, sleep, now, timeoutMilliseconds: milliseconds },
    });
  }

  /** `timeout`: real milliseconds for an answer. */
  static async open(options: RunpodOptions & { readonly timeout?: number } = {}): Promise<Ordering> {
    const { timeout = 30_000, ...rig } = options;
    return new Ordering(await startRunpod(rig), timeout);
  }

  async order(
    given: {
      readonly target?: Partial<RunpodTarget>;
      readonly readiness?: Partial<Readiness>;
      readonly signal?: AbortSignal;
      readonly request?: Partial<ProvisionRequest>;
    } = {},
  ): Promise<Outcome> {
    const gpus = ['NVIDIA GeForce RTX 4090', 'NVIDIA A40'];
    const target = targetOn(this.rig, { gpus, ...given.target });
    const { candidates } = candidatesFor(target, await readCatalogue(this.#client, target));
    const say = (text: string) => void this.said.push(text);
    try {
      const pod = await provision({
        ...{ client: this.#client, target, targetName: 'pod', scope: 'train', owner, run: 'sweep-3f9a' },
        ...{ runFolder: this.folder, candidates, avoided: this.avoided, breaker: this.breaker },
        ...{ apiBase: this.rig.url, affords: () => target.lifetime, log: this.log, say },
        ...{ clock: this.#clock, hurry: this.hurry.signal },
        end: (ended, why) => this.end(ended, why),
        readiness: { handshake: 5, ...given.readiness },
        reconnectMilliseconds: 5_000,
        signal: given.signal ?? new AbortController().signal,
        ...given.request,
      });
      return { pod };
    } catch (error) {
      return { error };
    }
  }

  all(is: keyof PodLog): Told[] {
    return this.told.filter((one) => one.is === is);
  }

  readonly log: PodLog = {
    intended: (pod) => void this.told.push({ is: 'intended', ...pod }),
    refused: (pod) => void this.told.push({ is: 'refused', ...pod }),
    created: (pod) => void this.told.push({ is: 'created', ...pod }),
    ready: (pod) => void this.told.push({ is: 'ready', ...pod }),
    ended: (pod) => void this.told.push({ is: 'ended', ...pod }),
  };

  end(pod: EndedPod, why: string): void {
    const { folder: runFolder, log } = this;
    const say = (text: string) => void this.said.push(text);
    const ending = { client: this.#client, clock: this.#clock, log, say, runFolder };
    this.#endings.push(endOnRecord({ ...ending, hurry: this.hurry.signal }, pod, why));
  }

  async use(outcome: Outcome): Promise<string> {
    if (!outcome.pod) throw outcome.error;
    const { connection } = outcome.pod;
    return (await connection.exec('hostname >/dev/null; echo works')).stdout.toString().trim();
  }

  /** The pod is no longer needed. Throws when RunPod has something left, or when two pods came of one wish. */
  async settle(outcome: Outcome = {}): Promise<void> {
    if (outcome.pod) {
      outcome.pod.connection.close();
      this.end(outcome.pod, 'its scope is over');
    }
    await this.endings();
    this.rig.expectNothingLeft();
  }

  /** Until each end that was asked for is proven. */
  async endings(): Promise<void> {
    await Promise.all(this.#endings);
  }

  /** Of pods that the run may still have. */
  files(): string[] {
    try {
      return readdirSync(join(this.folder, 'pods'));
    } catch {
      return [];
    }
  }

  async close(): Promise<void> {
    await this.rig.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The class and the message of what could not be had. */
export function failureOf({ error, pod }: Outcome): { readonly class: string; readonly message: string } {
  if (pod) throw new Error('there is a pod');
  if (!(error instanceof ProvisionError)) throw error;
  return { class: error.class, message: error.message };
}
