/** Drift of a distribution, and the comparison of two shares. */

const BINS = 10;
/** An empty bin would make the logarithm infinite; this is less than one value in the smallest window. */
const LEAST_SHARE = 1e-4;

/** The inner edges of ten bins that hold equally many of the values. */
export function deciles(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return Array.from({ length: BINS - 1 }, (_, bin) => sorted[Math.floor(((bin + 1) * sorted.length) / BINS)]);
}

export function sharesOf(values, edges) {
  const counts = new Array(edges.length + 1).fill(0);
  for (const value of values) {
    const bin = edges.findIndex((edge) => value < edge);
    counts[bin < 0 ? edges.length : bin] += 1;
  }
  return counts.map((count) => count / values.length);
}

/** Population stability index: 0 for equal distributions; above 0.2 is commonly called a shift. */
export function stabilityIndex(expected, found) {
  return expected.reduce((sum, share, bin) => {
    const [before, now] = [Math.max(share, LEAST_SHARE), Math.max(found[bin], LEAST_SHARE)];
    return sum + (now - before) * Math.log(now / before);
  }, 0);
}

/**
 * The z test of two shares with a pooled standard error, two-sided.
 *
 * @param {{ right: number, n: number }} a
 * @param {{ right: number, n: number }} b
 */
export function compareShares(a, b) {
  const pooled = (a.right + b.right) / (a.n + b.n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  const difference = b.right / b.n - a.right / a.n;
  const z = error === 0 ? 0 : difference / error;
  return { difference, z, p: 2 * normalTail(Math.abs(z)) };
}

/** P(Z > z) for z ≥ 0, by the formula of Abramowitz and Stegun 26.2.17; wrong by less than 1e-7. */
function normalTail(z) {
  const t = 1 / (1 + 0.2316419 * z);
  const coefficients = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const polynomial = coefficients.reduceRight((sum, coefficient) => (sum + coefficient) * t, 0);
  return (Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}
