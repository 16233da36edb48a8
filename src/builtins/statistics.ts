/** The few statistics a sweep's table needs. */
import { wilson as scoreInterval } from '../engine/interval.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of a sample: divides by n − 1. NaN for fewer than two values. */
export function standardDeviation(values: readonly number[]): number {
  const center = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1));
}

/** Wilson's 95 % interval of a share measured on n samples: never leaves 0 to 1, unlike p ± z·s. */
export function wilson(share: number, n: number): Interval {
  const [low, high] = scoreInterval(share, n, 0.95);
  return { low, high };
}
