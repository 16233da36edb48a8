/** Ctrl-C, a closed terminal and the runner's cancel → an orderly end. */
import { exitCodes } from './exit-codes.ts';

/** The first signal cancels the run and lets everything end; the second leaves at once. */
export function cancelOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(exitCodes.cancelled);
      controller.abort(name);
    });
  }
  return controller.signal;
}
