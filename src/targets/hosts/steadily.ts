/** What can be done twice is done again when the connection was lost under it. */
import { SshError } from '../../ssh/host.ts';

const attempts = 4;

/** Rejects with the last error; the connection itself waits between attempts. */
export async function steadily<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const isLost = error instanceof SshError && error.kind === 'lost';
      if (!isLost || attempt === attempts || signal.aborted) throw error;
    }
  }
}
