/** What this program's exit code says, on the command line and as a step of a job. */
import type { Decision } from './engine/event.ts';

export const exitCodes = {
  done: 0,
  failed: 1,
  invalidInput: 2,
  gateNotMet: 3,
  waiting: 4,
  cancelled: 130,
} as const;

export function exitCodeOf(decision: Decision): number {
  switch (decision) {
    case 'passed':
    case 'handled':
      return exitCodes.done;
    case 'failed':
      return exitCodes.failed;
    case 'not-met':
      return exitCodes.gateNotMet;
    case 'waiting':
      return exitCodes.waiting;
    case 'cancelled':
      return exitCodes.cancelled;
  }
}
