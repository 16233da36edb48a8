/** The few statistics a sweep's table needs. */

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

/** Wilson's 95 % interval of a share measured on n samples (Wilson 1927): never leaves 0 to 1, unlike p ± z·s. */
export function wilson(share: number, n: number): Interval {
  const z = 1.959963984540054;
  const square = z * z;
  const center = (share + square / (2 * n)) / (1 + square / n);
  const half = (z / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  return { low: Math.max(0, center - half), high: Math.min(1, center + half) };
}
