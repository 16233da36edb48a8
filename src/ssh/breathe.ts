/** Lets a handshake go on while many files are read one after the other. */
import { setImmediate } from 'node:timers/promises';

/** A handshake has several steps, and each may have to wait that long. */
const sliceMilliseconds = 3;

/** What is to be awaited, now and then; undefined when it is not time yet. Throws or rejects with the reason of `signal`. */
export function breather(signal: AbortSignal | undefined): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < sliceMilliseconds) return undefined;
    signal?.throwIfAborted();
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
