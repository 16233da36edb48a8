/** Projects whose commands run on a host over SSH, in this process, beside the same commands on this machine. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { stringify } from 'yaml';
import { builtins } from '../../src/builtins/target.ts';
import { openJournal } from '../../src/drivers/journal-file.ts';
import { drive } from '../../src/drivers/local.ts';
import { createRunFolder } from '../../src/drivers/run-folder.ts';
import type { RunEvent } from '../../src/engine/event.ts';
import { builtinTarget, initialState } from '../../src/engine/state.ts';
import type { Target } from '../../src/ports.ts';
import { newKeyPair } from '../../src/ssh/keys.ts';
import { sshTarget } from '../../src/targets/hosts/ssh.ts';
import { localTarget } from '../../src/targets/local/local.ts';
import { clock, type FinishedRun, resumeRun, startRun } from '../../src/wiring.ts';
import type { Sshd } from '../rig/sshd.ts';
import { planIn } from './remote-rig.ts';
import { temporaryFolder } from './rig.ts';

/** A project file. `box` is the host; whatever it needs comes from variables. */
export function boxProject(more: object, box: object = {}): string {
  const of = (name: string) => ({ env: `BOX_${name}` });
  const where = {
    host: of('HOST'),
    port: of('PORT'),
    user: of('USER'),
    key: of('KEY'),
    'host-key': of('HOST_KEY'),
  };
  return stringify({
    name: 'boxed',
    targets: { box: { kind: 'ssh', ...where, workspace: '~/project', ...box } },
    ...more,
  });
}

/** A key that the host takes. */
export function variablesOf(host: Sshd, port = host.port): Record<string, string> {
  const key = newKeyPair();
  host.authorize(key.publicKey);
  return {
    BOX_HOST: '127.0.0.1',
    BOX_PORT: String(port),
    BOX_USER: host.user,
    BOX_KEY: key.privateKey,
    BOX_HOST_KEY: host.hostPublicKey,
  };
}

export interface SshRun extends FinishedRun {
  readonly folder: FinishedRun['folder'];
  readonly events: readonly RunEvent[];
  readonly said: readonly string[];
  readonly printed: readonly string[];
  readonly progress: readonly unknown[];
  readonly loads: readonly unknown[];
}

export interface SshRunning {
  readonly first?: AbortSignal;
  readonly second?: AbortSignal;
  readonly environment: NodeJS.ProcessEnv;
  readonly onEvent?: (event: RunEvent) => void;
  readonly onLine?: (line: string) => void;
  readonly given?: Readonly<Record<string, string>>;
}

const never = new AbortController().signal;

export function runBox(folder: string, chain: string, running: SshRunning): Promise<SshRun> {
  return watched(running, (common) =>
    startRun({
      ...{ plan: planIn(folder, { chain }, running.given), workspace: folder },
      ...{ targets: new Map([['local', {}]]), ...common },
    }),
  );
}

export async function resumeBox(folder: string, running: SshRunning): Promise<SshRun> {
  return await watched(running, async (common) => {
    const finished = await resumeRun({ workspace: folder, notice: () => undefined, ...common });
    if (!finished) throw new Error('there is no run to go on with');
    return finished;
  });
}

type Common = Pick<Parameters<typeof startRun>[0], 'environment' | 'signals' | 'reporters'>;

async function watched(running: SshRunning, work: (common: Common) => Promise<FinishedRun>): Promise<SshRun> {
  const seen = {
    ...{ events: [] as RunEvent[], said: [] as string[], printed: [] as string[] },
    ...{ progress: [] as unknown[], loads: [] as unknown[] },
  };
  const { first = never, second = never, environment } = running;
  const finished = await work({
    environment: { PATH: process.env.PATH, HOME: '/nowhere', ...environment },
    signals: { first, second },
    reporters: () => [
      {
        event: (event) => {
          seen.events.push(event);
          running.onEvent?.(event);
        },
        notice: (text) => seen.said.push(text),
        output: (_, line) => {
          seen.printed.push(line);
          running.onLine?.(line);
        },
        progress: (_, progress) => seen.progress.push(progress),
        load: (_, load) => seen.loads.push(load),
      },
    ],
  });
  return { ...finished, ...seen };
}

/** All that a run says of its units and their files, without what differs from run to run: times, folders, the host. */
export function gist(run: SshRun, folder: string) {
  const outcomes = run.events.flatMap((event): object[] => {
    if (event.type !== 'unit-succeeded' && event.type !== 'unit-failed') return [];
    const { seq, at, seconds, usage, source, ...rest } = event as RunEvent & Record<string, unknown>;
    return [rest];
  });
  outcomes.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const units = join(run.folder.path, 'units');
  const logs = Object.fromEntries(
    (existsSync(units) ? readdirSync(units).sort() : []).map((name) => [
      name,
      shortened(join(units, name, 'ml.log')),
    ]),
  );
  const { decision, reasonCode } = run.conclusion;
  const text = JSON.stringify({ decision, reasonCode, outcomes, logs, progress: run.progress });
  return JSON.parse(
    text
      .replaceAll(run.folder.run, '<run>')
      .replaceAll(folder, '<workspace>')
      .replace(/duration [\d.]+/g, 'duration <s>'),
  );
}

function shortened(path: string): string {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const hash = createHash('sha256').update(text).digest('hex');
  return text.length > 10_000 ? `${text.slice(0, 500)}… ${text.length} ${hash}` : text;
}

let driver: Promise<string> | undefined;

/** The driver of `ssh-driver.ts` as a process: it starts the plan of the folder, or goes on with its run. */
export async function startDriver(folder: string, environment: NodeJS.ProcessEnv): Promise<ChildProcess> {
  driver ??= (async () => {
    const input = fileURLToPath(new URL('ssh-driver.ts', import.meta.url));
    // Its native addons, which nothing here needs, cannot be bundled.
    const ssh2 = fileURLToPath(new URL('../../node_modules/ssh2/lib/index.js', import.meta.url));
    const bundle = await rolldown({ input, platform: 'node', logLevel: 'silent', external: ['ssh2'] });
    const file = join(temporaryFolder(), 'driver.mjs');
    await bundle.write({ file, format: 'esm', codeSplitting: false, paths: { ssh2 } });
    await bundle.close();
    return file;
  })();
  return spawn(process.execPath, [await driver, folder], {
    env: { PATH: process.env.PATH, HOME: '/nowhere', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** A run with this patience for the host, which no project file can say. */
export async function runImpatiently(
  folder: string,
  chain: string,
  environment: NodeJS.ProcessEnv,
): Promise<SshRun> {
  const plan = planIn(folder, { chain });
  const state = initialState(plan);
  return await watched({ environment }, async ({ environment: env, signals, reporters }) => {
    const run = 'impatient';
    const made = createRunFolder(folder, run, plan, {});
    const declared = plan.targets?.box;
    if (declared?.kind !== 'ssh') throw new Error('the project has no box');
    const box = sshTarget(declared, {
      ...{ name: 'box', plan, environment: env, revision: async () => ({ sha: null, dirty: false }) },
      patience: { giveUpMilliseconds: 1500, keepaliveMilliseconds: 200, keepaliveCount: 2 },
    });
    const journal = openJournal(made.journal, clock, { lastSeq: 0, durability: 'batched' });
    const { conclusion, losses } = await drive({
      ...{ state, journal, clock, signals, run, runDirectory: made.path, workspace: folder },
      targets: new Map<string, Target>([
        [builtinTarget, builtins],
        ['local', localTarget({ environment: env })],
        ['box', box],
      ]),
      reporters: reporters(made),
    });
    journal.close();
    return { conclusion, state, folder: made, losses };
  });
}
