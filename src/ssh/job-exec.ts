/** Runs the scripts that look at a job on its host. */
import { type ExecResult, type Host, SshError } from './host.ts';
import { jobFunctions } from './job-shell.ts';
import { quoted, quotedPath } from './quote.ts';

/** Of a command whose connection was lost: a host that takes connections and drops them is not asked forever. */
const mostTries = 8;

/** A script for a job's directory, `$d`, whatever the login shell of the host is. */
export function jobCommand(script: string, directory: string, ...words: readonly string[]): string {
  const rest = words.map((word) => ` ${quoted(word)}`).join('');
  return `exec sh -c ${quoted(`d=$1\n${jobFunctions}${script}`)} sh ${quotedPath(directory)}${rest}`;
}

/** For commands that may be repeated: goes on over a new connection when one is lost. */
export async function execAgain(
  host: Host,
  command: string,
  options: { readonly input?: Buffer; readonly signal?: AbortSignal | undefined },
): Promise<ExecResult> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await host.exec(command, options);
    } catch (error) {
      if (!(error instanceof SshError) || error.kind !== 'lost' || tries >= mostTries) throw error;
    }
  }
}

/** The last line that the host's shell has to say. */
export function reason(stderr: string, code: number): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  return lines.at(-1)?.trim() ?? `exit code ${code}`;
}
