/** One child process as the runner handles it: signals go to the entry process alone, orphans go at the end of the job. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** The runner's patience, in milliseconds: after SIGINT, after SIGTERM, and for output after the exit. */
const SIGINT_PATIENCE = 7500;
const SIGTERM_PATIENCE = 2500;
const OUTPUT_PATIENCE = 5000;
const POLL = 20;

/** Cancelled and timed out: signals in stages. Killed and lost: SIGKILL at once. */
export type Interruption = 'cancelled' | 'timed-out' | 'killed' | 'runner-lost';

/** Asked when the process has started, and about fifty times a second while it runs. */
export type Watch = () => Interruption | undefined | Promise<Interruption | undefined>;

export interface ChildOptions {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
  readonly watch: Watch | undefined;
  /** Divides every patience above. */
  readonly speed: number;
}

export interface ChildResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly interruption: Interruption | undefined;
}

export async function runChild(options: ChildOptions): Promise<ChildResult> {
  const { command, cwd, env, onLine, watch, speed } = options;
  const [file = '', ...args] = command;
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) splitLines(stream, onLine);
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const exited = new Promise<Omit<ChildResult, 'interruption'>>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exitCode, signal) => resolve({ exitCode, signal }));
  });
  let interruption: Interruption | undefined;
  const watching =
    watch === undefined
      ? undefined
      : interruptWhen(child, watch, speed, (kind) => {
          interruption = kind;
        });
  const result = await exited;
  await watching;
  // A grandchild may hold the pipes open; the runner does not wait for it for ever.
  await Promise.race([closed, delay(OUTPUT_PATIENCE / speed, undefined, { ref: false })]);
  child.stdout.destroy();
  child.stderr.destroy();
  return { ...result, interruption };
}

async function interruptWhen(
  child: ChildProcess,
  watch: Watch,
  speed: number,
  begun: (kind: Interruption) => void,
): Promise<void> {
  const running = (): boolean => child.exitCode === null && child.signalCode === null;
  try {
    let interruption = await watch();
    while (running() && interruption === undefined) {
      await delay(POLL);
      interruption = await watch();
    }
    if (!running() || interruption === undefined) return;
    begun(interruption);
    /** False when the process has gone, or must go at once. */
    const outlived = async (patience: number): Promise<boolean> => {
      const deadline = Date.now() + patience / speed;
      while (running() && Date.now() < deadline) {
        await delay(POLL);
        const worse = await watch();
        if (worse !== 'killed' && worse !== 'runner-lost') continue;
        begun(worse);
        return false;
      }
      return running();
    };
    if (interruption === 'cancelled' || interruption === 'timed-out') {
      child.kill('SIGINT');
      if (await outlived(SIGINT_PATIENCE)) {
        child.kill('SIGTERM');
        await outlived(SIGTERM_PATIENCE);
      }
    }
    if (running()) child.kill('SIGKILL');
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

function splitLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line.replace(/\r$/, ''));
  });
  stream.on('close', () => {
    if (rest !== '') onLine(rest);
    rest = '';
  });
}

/** Kills what a job has left behind, found as the runner finds it: by RUNNER_TRACKING_ID. Linux only. */
export function killOrphans(trackingId: string): number {
  let killed = 0;
  for (const pid of processIds()) {
    try {
      if (
        !readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`RUNNER_TRACKING_ID=${trackingId}`)
      )
        continue;
      process.kill(pid, 'SIGKILL');
      killed += 1;
    } catch {
      // Gone meanwhile, or another user's.
    }
  }
  return killed;
}

function processIds(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}
