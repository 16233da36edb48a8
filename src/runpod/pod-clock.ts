/** The time that waiting for RunPod takes. */
import { setTimeout as pause } from 'node:timers/promises';

export interface PodClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Rejects with the reason of `signal`. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** That of this machine. */
export const wallClock: PodClock = {
  now: Date.now,
  async sleep(milliseconds, signal) {
    try {
      await pause(milliseconds, undefined, signal ? { signal } : {});
    } catch (error) {
      // Its own error would hide who called it off.
      signal?.throwIfAborted();
      throw error;
    }
  },
};
