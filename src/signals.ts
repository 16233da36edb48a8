/** Ctrl-C, a closed terminal and the runner's cancel → an orderly end. */
import { exitCodes } from './exit-codes.ts';

/** The first signal cancels the run, the second ends what was still allowed to run, the third leaves at once. */
export function cancelOnSignals(): { readonly first: AbortSignal; readonly second: AbortSignal } {
  const first = new AbortController();
  const second = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (second.signal.aborted) process.exit(exitCodes.cancelled);
      (first.signal.aborted ? second : first).abort(name);
    });
  }
  return { first: first.signal, second: second.signal };
}
