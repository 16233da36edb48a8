/** The small project of `test/fixtures/remote`, run in this process against a RunPod of the rig. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunEvent } from '../../src/engine/event.ts';
import { sourceOf } from '../../src/language/source.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { prepare } from '../../src/prepare.ts';
import { type FinishedRun, startRun } from '../../src/wiring.ts';
import type { RigRunpod } from '../rig/runpod.ts';
import { temporaryFolder } from './rig.ts';

const fixture = fileURLToPath(new URL('../fixtures/remote', import.meta.url));
const workflows = fileURLToPath(new URL('../../workflows', import.meta.url));

/** A copy of the project with the workflows of this repository. Absolute. */
export function remoteProject(): string {
  const folder = temporaryFolder();
  cpSync(fixture, folder, { recursive: true });
  cpSync(workflows, join(folder, 'workflows'), { recursive: true });
  return folder;
}

export function planIn(
  folder: string,
  wanted: { workflow: string } | { chain: string },
  given: Readonly<Record<string, string>> = {},
): Plan {
  const { plan, diagnostics } = prepare({
    wanted:
      'chain' in wanted
        ? { is: 'chain', source: sourceOf('<chain>', wanted.chain) }
        : { is: 'workflow', reference: wanted.workflow },
    folder,
    shownFrom: folder,
    given: Object.entries(given).map(([name, value]) => ({
      name,
      value,
      source: sourceOf('<arguments>', `${name}=${value}`),
    })),
  });
  if (!plan) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return plan;
}

export interface RemoteRun extends FinishedRun {
  readonly events: readonly RunEvent[];
  readonly said: readonly string[];
  readonly printed: readonly string[];
}

export interface Running {
  readonly first?: AbortSignal;
  readonly second?: AbortSignal;
  readonly environment?: NodeJS.ProcessEnv;
  readonly onEvent?: (event: RunEvent) => void;
}

export async function runRemote(
  folder: string,
  plan: Plan,
  runpod: RigRunpod,
  running: Running = {},
): Promise<RemoteRun> {
  const events: RunEvent[] = [];
  const said: string[] = [];
  const printed: string[] = [];
  const never = new AbortController().signal;
  const finished = await startRun({
    plan,
    workspace: folder,
    targets: new Map([['local', {}]]),
    environment: {
      ...running.environment,
      PATH: process.env.PATH,
      RUNPOD_API_KEY: runpod.key,
      RUNPOD_API_URL: runpod.url,
    },
    signals: { first: running.first ?? never, second: running.second ?? never },
    reporters: () => [
      {
        event: (event) => {
          events.push(event);
          running.onEvent?.(event);
        },
        notice: (text) => said.push(text),
        output: (_, line) => printed.push(line),
      },
    ],
  });
  return { ...finished, events, said, printed };
}
