/** The time that waiting for RunPod takes. */
export interface PodClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Rejects with the reason of `signal`. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
