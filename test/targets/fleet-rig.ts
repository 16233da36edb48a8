/** A small project run on pods in this process, where waiting for RunPod takes a fraction of its time. */
import { join } from 'node:path';
import { builtins } from '../../src/builtins/target.ts';
import { openJournal } from '../../src/drivers/journal-file.ts';
import { drive } from '../../src/drivers/local.ts';
import type { RunEvent } from '../../src/engine/event.ts';
import { builtinTarget, initialState, type RunState } from '../../src/engine/state.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { localTarget } from '../../src/targets/local/local.ts';
import { type RunpodTargetOptions, runpodTarget } from '../../src/targets/pods/runpod.ts';
import { clock } from '../../src/wiring.ts';
import { projectWith } from '../drivers/rig.ts';
import type { RigRunpod } from '../rig/runpod.ts';
import { pacedClock } from './paced-clock.ts';
import { planIn } from './remote-rig.ts';

export interface Given {
  /** Lines of the target `pod`, and of the project besides it. */
  readonly target?: string;
  readonly project?: string;
  readonly sync?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Made by `fleetProject`; a new one unless told. */
  readonly folder?: string;
  readonly options?: Partial<RunpodTargetOptions>;
  readonly first?: AbortSignal;
  readonly second?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
}

export interface Ran {
  readonly decision: string;
  readonly state: RunState;
  readonly events: readonly RunEvent[];
  readonly said: readonly string[];
  readonly printed: readonly string[];
  readonly folder: string;
  /** Of the units that failed. */
  readonly failures: readonly {
    readonly class: string;
    readonly message: string;
    readonly tail: readonly string[];
  }[];
}

const project = (given: Given) => `
name: fleet
axes:
  sigma: { flag: --sigma, description: Noise }
metrics:
  accuracy: { unit: fraction, better: higher }
targets:
  pod:
    kind: runpod
    image: runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404
    gpu: [NVIDIA GeForce RTX 4090, NVIDIA A40]
    max-price: 0.80
    lifetime: 1h
${given.target ?? ''}
${given.project ?? ''}
${given.sync ?? 'sync: { source: working-tree }'}
commands:
  train:
    description: Measures what it was given
    shell: sh
    run: |
      hostname=$(basename "$(dirname "$HOME")"); echo "on $hostname: $*"; echo "$*" >> ~/ran
      [ ! -e wait ] || until [ -e ~/go ]; do sleep 0.1; done
      echo "{\\"accuracy\\": 0.\${2#0.}}" > "$ML_RUN_DIR/metrics.json"
    target: pod
    axes: [sigma]
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy] }]
  check:
    description: Finds what the branch has left on its pod
    shell: sh
    run: cat ~/ran; grep -qx -- "$*" ~/ran
    target: pod
    axes: [sigma]
  slow:
    description: Waits beside the pods
    shell: sh
    run: until [ -e ended ]; do sleep 0.1; done
  break:
    description: Fails and leaves something
    shell: sh
    run: echo half > "$ML_RUN_DIR/part.txt"; exit 3
    target: pod
`;

export function fleetProject(given: Given = {}): string {
  return projectWith({ 'ml-workflow.yml': project(given), 'data.txt': 'data\n', ...given.files });
}

export async function runFleet(runpod: RigRunpod, chain: string, given: Given = {}): Promise<Ran> {
  const { folder = fleetProject(given) } = given;
  const plan: Plan = planIn(folder, { chain });
  const events: RunEvent[] = [];
  const said: string[] = [];
  const printed: string[] = [];
  const declared = plan.targets?.pod;
  if (declared?.kind !== 'runpod') throw new Error('the project has no target `pod`');
  const environment = { PATH: process.env.PATH, RUNPOD_API_KEY: runpod.key, RUNPOD_API_URL: runpod.url };
  const state = initialState(plan);
  const never = new AbortController().signal;
  const journal = openJournal(join(folder, 'journal.jsonl'), clock);
  const driven = await drive({
    ...{ state, journal, clock, run: 'fleet-3f9a', runDirectory: folder, workspace: folder },
    targets: new Map([
      [builtinTarget, builtins],
      ['local', localTarget({ environment })],
      [
        'pod',
        runpodTarget(declared, {
          ...{ name: 'pod', plan, environment, owner: 'local:0123456789abcdef' },
          revision: async () => ({ sha: null, dirty: false }),
          clock: pacedClock(20),
          readiness: { handshake: 5 },
          reconnectMilliseconds: 2_000,
          keepaliveMilliseconds: 1_000,
          capacityWaits: [10_000],
          ...given.options,
        }),
      ],
    ]),
    reporters: [
      {
        event: (event) => {
          events.push(event);
          given.onEvent?.(event);
        },
        notice: (text) => said.push(text),
        output: (_, line) => printed.push(line),
      },
    ],
    signals: { first: given.first ?? never, second: given.second ?? never },
  });
  journal.close();
  const failures = events.flatMap((event) => (event.type === 'unit-failed' ? [event] : []));
  return { decision: driven.conclusion.decision, state, events, said, printed, folder, failures };
}
