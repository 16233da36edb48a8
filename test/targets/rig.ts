/** Runs one command on the local target, with real processes, in a folder of its own. */
import { setMaxListeners } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll } from 'vitest';
import type { NodeId, Plan, RunCommand, UnitNode } from '../../src/plan/plan.ts';
import type { Progress, Target, UnitOutcome, UnitRequest } from '../../src/ports.ts';
import { localTarget } from '../../src/targets/local/local.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Removed when the test file is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ml-test-'));
  folders.push(folder);
  return folder;
}

export interface Bench {
  readonly workspace: string;
  readonly directory: string;
  readonly target: Target;
  readonly lines: string[];
  readonly progress: Progress[];
  readonly cancel: () => void;
  run(
    command: Partial<RunCommand> & { readonly script: string },
    input?: Partial<UnitRequest['input']>,
    more?: Partial<UnitRequest>,
  ): Promise<UnitOutcome>;
  /** The unit's log file; empty when it printed nothing. */
  log(): string;
}

export function bench(
  options: { readonly environment?: NodeJS.ProcessEnv; readonly graceMilliseconds?: number } = {},
): Bench {
  const workspace = temporaryFolder();
  const runDirectory = join(workspace, 'run');
  const directory = join(runDirectory, 'units', 'u');
  mkdirSync(directory, { recursive: true });
  const environment = { PATH: process.env.PATH, ...options.environment };
  const grace = options.graceMilliseconds ?? 5_000;
  const target = localTarget({ environment, graceMilliseconds: grace });
  const abort = new AbortController();
  setMaxListeners(0, abort.signal);
  const lines: string[] = [];
  const progress: Progress[] = [];
  return {
    workspace,
    directory,
    target,
    lines,
    progress,
    cancel: () => abort.abort(),
    run: (command, input, more = {}) => {
      // Runs of one bench share a directory: what is still to be ended of the one before must not take this one with it.
      target.end?.();
      return target.run(requestOf(command, { workspace, runDirectory, directory, input }, more), {
        signal: abort.signal,
        output: (line) => lines.push(line),
        progress: (one) => progress.push(one),
      });
    },
    log: () => (existsSync(join(directory, 'ml.log')) ? readFileSync(join(directory, 'ml.log'), 'utf8') : ''),
  };
}

function requestOf(
  command: Partial<RunCommand> & { readonly script: string },
  place: {
    workspace: string;
    runDirectory: string;
    directory: string;
    input: Partial<UnitRequest['input']> | undefined;
  },
  more: Partial<UnitRequest>,
): UnitRequest {
  const { input, ...paths } = place;
  return {
    ...paths,
    plan: {} as Plan,
    unit: { id: 'u' as NodeId } as UnitNode,
    command: {
      is: 'run',
      name: 'command',
      shell: 'bash',
      target: 'local',
      env: [],
      outputs: [],
      metrics: [],
      errors: [],
      ...command,
    },
    attempt: 1,
    run: 'r1',
    input: { arguments: [], parameters: {}, ...input },
    cells: [],
    keepsOutput: false,
    ...more,
  };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // Ended, but nobody has asked for its exit code.
  return !/\) [ZX] /.test(textOf(`/proc/${pid}/stat`));
}

/** Processes that carry the text in their environment: all that a run has started, wherever it went. */
export function processesWith(mark: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid)
    .filter((pid) => textOf(`/proc/${pid}/environ`).includes(mark) && isAlive(pid));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Patient: a loaded machine may stand still for many seconds. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 45_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await delay(10);
  }
}

export const numberIn = (path: string): number => Number(textOf(path).trim() || Number.NaN);
