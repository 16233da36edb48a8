/** Node ends a program without a word when nothing is left that could wake it, even with work that is not done. */

interface Ending {
  once(event: 'beforeExit', action: () => void): unknown;
  off(event: 'beforeExit', action: () => void): unknown;
}

/** Calls `stalled` when the process would end before `work` has. */
export async function neverInSilence<Result>(
  process: Ending,
  work: () => Promise<Result>,
  stalled: () => void,
): Promise<Result> {
  process.once('beforeExit', stalled);
  try {
    return await work();
  } finally {
    process.off('beforeExit', stalled);
  }
}

export const stalledMessage =
  'nothing was left to wait for before the work was done; `ml-workflow resume` goes on with a run, `ml-workflow reap` ends its pods';
