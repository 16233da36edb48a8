/** One child process in a process group of its own, from its start to the end of all that it has started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Seconds } from '../../plan/plan.ts';
import type { End } from '../unit/failure.ts';
import { after } from '../unit/timer.ts';
import { Lines } from '../unit/unit-log.ts';
import { guard, isGroupAlive, killMarkedLater, killMarkedSoon, release, signalGroup } from './group.ts';

/** How long what a finished script has left behind may take to end by itself, such as a `tee` that empties its pipe. */
const lingerMilliseconds = 300;
/** How long output may be read on when nobody of the group is left to write it. */
const drainMilliseconds = 250;
const pollMilliseconds = 20;

export interface ChildRequest {
  readonly file: string;
  readonly arguments: readonly string[];
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
  /** A variable of the environment whose value is this child's alone: what carries it belongs to the child. */
  readonly mark: string;
  /** A file that it reads as its standard input; without one it has none. */
  readonly input: string | undefined;
  /** Its standard output as it comes, besides the lines. When it throws, the same happens as with `take`. */
  readonly capture: ((chunk: Buffer) => void) | undefined;
  /** Never cut in two where a line is too long. */
  readonly secrets: readonly string[];
  readonly timeout: Seconds | undefined;
  readonly graceMilliseconds: number;
  readonly signal: AbortSignal;
  /** Who ends the child does not wait for it: no grace is left. */
  readonly hurry?: AbortSignal | undefined;
  /** One line of either output. When it throws, the child is ended and `runChild` rejects. */
  readonly take: (line: string) => void;
}

export async function runChild(request: ChildRequest): Promise<End> {
  if (request.signal.aborted) return { is: 'cancelled' };
  let child: ChildProcess;
  let input: number | undefined;
  try {
    if (request.input !== undefined) input = openSync(request.input, 'r');
    child = spawn(request.file, request.arguments, {
      cwd: request.cwd,
      env: request.environment,
      stdio: [input ?? 'ignore', 'pipe', 'pipe'],
      // Its own group: what the script starts ends with it.
      detached: true,
    });
  } catch (error) {
    return { is: 'not-started', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    if (input !== undefined) closeSync(input);
  }
  const problem = new Promise<Error>((resolve) => child.once('error', resolve));
  const group = child.pid;
  if (group === undefined) return { is: 'not-started', reason: (await problem).message };
  guard(group, request.mark, request.environment[request.mark] ?? '');
  try {
    return await watch(request, child, group);
  } finally {
    release(group);
  }
}

async function watch(request: ChildRequest, child: ChildProcess, group: number): Promise<End> {
  const { signal, timeout, graceMilliseconds, hurry } = request;
  let stopped: 'timeout' | 'cancelled' | undefined;
  let fault: { readonly error: unknown } | undefined;
  let stopAt = 0;
  let escalation: NodeJS.Timeout | undefined;
  const stop = (why: 'timeout' | 'cancelled') => {
    if (stopped) return;
    stopped = why;
    stopAt = performance.now();
    signalGroup(group, 'SIGTERM');
    const grace = hurry?.aborted ? 0 : graceMilliseconds;
    escalation = setTimeout(() => signalGroup(group, 'SIGKILL'), grace);
  };
  const hasten = () => {
    if (stopped) signalGroup(group, 'SIGKILL');
  };
  hurry?.addEventListener('abort', hasten, { once: true });
  const cancel = () => stop('cancelled');
  signal.addEventListener('abort', cancel, { once: true });
  const cancelTimeout = timeout === undefined ? undefined : after(timeout * 1000, () => stop('timeout'));

  const guarded = (action: () => void) => {
    if (fault) return;
    try {
      action();
    } catch (error) {
      fault = { error };
      stop('cancelled');
    }
  };
  const outputs = [child.stdout, child.stderr].map((stream) => {
    const lines = new Lines((line) => guarded(() => request.take(line)), request.secrets);
    stream?.on('data', (chunk: Buffer) => lines.add(chunk));
    return { lines, stream };
  });
  const { capture } = request;
  if (capture) child.stdout?.on('data', (chunk: Buffer) => guarded(() => capture(chunk)));
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const end = await new Promise<End>((resolve) =>
    child.once('exit', (code, by) => {
      if (stopped) resolve({ is: stopped });
      else if (by) resolve({ is: 'signal', signal: by });
      else resolve({ is: 'exit', code: code ?? 0 });
    }),
  );
  cancelTimeout?.();
  signal.removeEventListener('abort', cancel);
  hurry?.removeEventListener('abort', hasten);

  let isEmpty = await emptied(
    group,
    stopped ? graceMilliseconds - (performance.now() - stopAt) : lingerMilliseconds,
  );
  if (!isEmpty && !stopped) {
    signalGroup(group, 'SIGTERM');
    isEmpty = await emptied(group, graceMilliseconds);
  }
  if (!isEmpty) signalGroup(group, 'SIGKILL');
  clearTimeout(escalation);
  const { mark, environment } = request;
  const value = environment[mark] ?? '';
  if (stopped) await killMarkedSoon(mark, value);
  else killMarkedLater(mark, value);
  if (!(await within(closed, drainMilliseconds))) {
    // Something that has left the group holds the pipes open.
    await killMarkedSoon(mark, value);
    if (!(await within(closed, drainMilliseconds))) for (const { stream } of outputs) stream?.destroy();
  }
  for (const { lines } of outputs) lines.end();
  if (fault) throw (fault as { readonly error: unknown }).error;
  return end;
}

/** Whether the group has ended within that time. */
async function emptied(group: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isGroupAlive(group)) {
    if (performance.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
  }
  return true;
}

async function within(event: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const happened = await Promise.race([event.then(() => true), late]);
  clearTimeout(timer);
  return happened;
}
