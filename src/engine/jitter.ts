/** How long a retry waits. Chance comes from a generator seeded by the run, so that the same run waits the same. */
import type { RetryNode, Seconds } from '../plan/plan.ts';

const longest: Seconds = 3600;

/** `retry`: from 1. A constant delay is kept as written; a growing one is half fixed and half chance ("equal jitter"). */
export function delayBefore({ id, delay, backoff }: RetryNode, retry: number, run: string): Seconds {
  if (backoff === undefined) return delay ?? 0;
  const full = Math.min(longest, backoff * 2 ** (retry - 1));
  return Math.round((full / 2 + (full / 2) * chance(`${run} ${id} ${retry}`)) * 1000) / 1000;
}

/** From 0 up to 1: one step of mulberry32, seeded by FNV-1a of the text. */
function chance(text: string): number {
  let seed = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    seed = Math.imul(seed ^ text.charCodeAt(index), 0x01000193);
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
