/** `setup:` of a target: once on each host, and again when its text has changed. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { plainText } from '../../engine/plain-text.ts';
import type { RemoteTarget } from '../../plan/plan.ts';
import type { Host } from '../../ssh/host.ts';
import { followJob, type JobEnd, jobState, startJob, stopJob } from '../../ssh/job.ts';
import { quoted } from '../../ssh/quote.ts';
import { Lines } from '../unit/unit-log.ts';
import { ask } from './ask.ts';
import { PlaceError } from './place-error.ts';
import { steadily } from './steadily.ts';

const folder = '.ml-workflow/setup';
/** What a failure shows of its output. */
const tailLines = 20;
const longestLine = 2_000;

/** Of its job, in the workspace on the host. */
export function setUpDirectory(setup: string): string {
  return posix.join(folder, createHash('sha256').update(setup).digest('hex').slice(0, 16));
}

/**
 * Goes on there when the connection is lost. Rejects with a `PlaceError` when it fails, and then it is done again by
 * whoever comes next; on `signal` it is ended.
 */
export async function setUp(
  host: Host,
  workspace: string,
  {
    target: { setup: script, environment },
    called,
    say,
    signal,
  }: {
    readonly target: Pick<RemoteTarget, 'setup' | 'environment'>;
    /** What people know the host by. */
    readonly called: string;
    readonly say: (text: string) => void;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  if (script === undefined) return;
  const directory = posix.join(workspace, setUpDirectory(script));
  const remove = (command: string) => ask(host, command, { signal });
  const state = await steadily(signal, () => jobState(host, directory));
  const tail: string[] = [];
  const lines = new Lines((line) => {
    const plain = plainText(line).trimEnd();
    if (plain === '') return;
    tail.push(plain.slice(0, longestLine));
    if (tail.length > tailLines) tail.shift();
    say(`${called}: setup: ${plain.trimStart()}`);
  });
  let end: JobEnd;
  try {
    if (state === 'absent' || state === 'vanished') {
      // An earlier text counts no more: this one may undo what it has done.
      const all = quoted(posix.join(workspace, folder));
      const others = `for d in ${all}/*/; do [ ! -e "$d/exit" ] || rm -rf "$d"; done`;
      await remove(`rm -rf ${quoted(directory)}; ${others}`);
      const job = {
        directory,
        shell: 'bash',
        flags: ['-eo', 'pipefail', '-c'],
        script,
        name: 'setup',
      } as const;
      const rest = { arguments: [], cwd: workspace, environment, secrets: {}, keepsStdout: false };
      await steadily(signal, () => startJob(host, { ...job, ...rest }, signal));
    }
    end = await followJob(host, { directory, from: 0, onData: (chunk) => lines.add(chunk), signal });
  } catch (error) {
    if (signal.aborted) await endOf(host, directory);
    throw error;
  } finally {
    lines.end();
  }
  if (end.is === 'exit' && end.code === 0) return;
  await remove(`rm -rf ${quoted(directory)}`);
  const last = tail.at(-1)?.trim().slice(0, 200);
  throw new PlaceError(
    'provision',
    `\`setup:\` failed on ${host.name}: ${howItEnded(end)}${last === undefined ? '' : `: ${last}`}`,
    tail,
  );
}

/** As far as the host can be asked. */
async function endOf(host: Host, directory: string): Promise<void> {
  try {
    await stopJob(host, directory, { graceSeconds: 0 });
    await host.exec(`rm -rf ${quoted(directory)}`);
  } catch {
    // The next one finds it, as it is.
  }
}

function howItEnded(end: JobEnd): string {
  switch (end.is) {
    case 'exit':
      return `exit code ${end.code}`;
    case 'signal':
      return `killed by ${end.signal}`;
    case 'vanished':
      return end.message;
  }
}
