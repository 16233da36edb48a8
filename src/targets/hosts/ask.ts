/** A short script on a host, and what it answers. */
import { randomBytes } from 'node:crypto';
import type { Host } from '../../ssh/host.ts';
import { quoted } from '../../ssh/quote.ts';
import { steadily } from './steadily.ts';

export interface Answer {
  readonly code: number;
  /** Without what startup files of the login shell print before it. */
  readonly stdout: Buffer;
  /** The last line that it has to say of what went wrong. */
  readonly reason: string;
}

/** In `sh`, whatever the login shell is. It may run more than once: a connection that is lost is no answer. */
export async function ask(
  host: Host,
  script: string,
  options: {
    readonly signal: AbortSignal;
    readonly input?: string;
    /** Bytes of the answer. */
    readonly most?: number;
  },
): Promise<Answer> {
  const { signal, input, most } = options;
  const mark = `answer-${randomBytes(8).toString('hex')}\n`;
  const command = `exec sh -c ${quoted(`printf %s ${quoted(mark)}\n${script}`)}`;
  const limit = most === undefined ? undefined : most + longestPreamble;
  const { code, stdout, stderr } = await steadily(signal, () =>
    host.exec(command, { signal, input, most: limit }),
  );
  const at = stdout.indexOf(mark);
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  return {
    code,
    stdout: at < 0 ? Buffer.alloc(0) : stdout.subarray(at + mark.length),
    reason: lines.at(-1)?.trim() ?? `exit code ${code}`,
  };
}

/** Lines of the answer, without the end of the last one. */
export function linesOf({ stdout }: Answer): readonly string[] {
  const text = stdout.toString('utf8').replace(/\n$/, '');
  return text === '' ? [] : text.split('\n');
}

/** Bytes of what startup files print. */
const longestPreamble = 1024 * 1024;

/** Of these paths below the folder, those that are not there. */
export async function missingOn(
  host: Host,
  folder: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const words = paths.map((path) => quoted(`./${path}`)).join(' ');
  const script = `cd ${quoted(folder)} || exit 1
for f in ${words}; do if [ -e "$f" ]; then echo there; else echo missing; fi; done`;
  const answer = await ask(host, script, { signal });
  const lines = linesOf(answer);
  if (lines.length !== paths.length)
    throw new Error(`${folder} on ${host.name} cannot be looked at: ${answer.reason}`);
  return paths.filter((_, at) => lines[at] === 'missing');
}
