/** Time that passes faster where the program waits for pods: between two questions, and until an end is proven. */
import type { PodClock } from '../../src/runpod/pod-clock.ts';

export function pacedClock(pace: number): PodClock {
  const begun = Date.now();
  return {
    now: () => begun + (Date.now() - begun) * pace,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const leave = () => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', leave);
          resolve();
        }, milliseconds / pace);
        signal?.addEventListener('abort', leave, { once: true });
      }),
  };
}
