/** One child process as the runner handles it: signals go to the entry process alone, orphans go at the end of the job. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** The runner's patience, in milliseconds: after SIGINT, after SIGTERM, and for output after the exit. */
const SIGINT_PATIENCE = 7500;
const SIGTERM_PATIENCE = 2500;
const OUTPUT_PATIENCE = 5000;
const POLL = 20;

export type Interruption = 'cancelled' | 'killed' | 'runner-lost';

export interface Watch {
  readonly interruption: Interruption;
  readonly when: () => boolean | Promise<boolean>;
}

export interface ChildOptions {
  readonly node: string;
  readonly script: string;
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
  const { node, script, cwd, env, onLine, watch, speed } = options;
  const child = spawn(node, [script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) splitLines(stream, onLine);
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const exited = new Promise<Omit<ChildResult, 'interruption'>>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exitCode, signal) => resolve({ exitCode, signal }));
  });
  let interruption: Interruption | undefined;
  const watching =
    watch === undefined ? undefined : interruptWhen(child, watch, speed, (kind) => (interruption = kind));
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
  { interruption, when }: Watch,
  speed: number,
  begun: (kind: Interruption) => void,
): Promise<void> {
  const running = (): boolean => child.exitCode === null && child.signalCode === null;
  while (running() && !(await when())) await delay(POLL);
  if (!running()) return;
  begun(interruption);
  if (interruption === 'cancelled') {
    const outlived = async (patience: number): Promise<boolean> => {
      const deadline = Date.now() + patience / speed;
      while (running() && Date.now() < deadline) await delay(POLL);
      return running();
    };
    child.kill('SIGINT');
    if (!(await outlived(SIGINT_PATIENCE))) return;
    child.kill('SIGTERM');
    if (!(await outlived(SIGTERM_PATIENCE))) return;
  }
  child.kill('SIGKILL');
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
