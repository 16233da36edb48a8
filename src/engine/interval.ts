/**
 * Intervals of proportions measured on a sample: Wilson's score interval, and Newcombe's for the difference of two.
 * Both hold for small samples and near 0 and 1, where the textbook interval (Wald's) does not.
 */

export type Interval = readonly [low: number, high: number];

/** `level`: two-sided, 0 to 1. `proportion`: 0 to 1, of `samples`. */
export function wilson(proportion: number, samples: number, level: number): Interval {
  const z = quantile((1 + level) / 2);
  const centre = (proportion + (z * z) / (2 * samples)) / (1 + (z * z) / samples);
  const spread = Math.sqrt((proportion * (1 - proportion)) / samples + (z * z) / (4 * samples * samples));
  const half = (z * spread) / (1 + (z * z) / samples);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/** Of `a - b`, measured on independent samples. */
export function newcombe(
  a: { readonly proportion: number; readonly interval: Interval },
  b: { readonly proportion: number; readonly interval: Interval },
): Interval {
  const difference = a.proportion - b.proportion;
  const low = Math.hypot(a.proportion - a.interval[0], b.interval[1] - b.proportion);
  const high = Math.hypot(a.interval[1] - a.proportion, b.proportion - b.interval[0]);
  return [difference - low, difference + high];
}

/** Of the standard normal distribution, by Acklam's rational approximation; its relative error is below 1.2e-9. */
function quantile(probability: number): number {
  const low = 0.02425;
  if (probability < low) return tail(Math.sqrt(-2 * Math.log(probability)));
  if (probability > 1 - low) return -tail(Math.sqrt(-2 * Math.log(1 - probability)));
  const q = probability - 0.5;
  const r = q * q;
  const numerator = polynomial(
    r,
    [
      -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
      2.506628277459239,
    ],
  );
  const denominator = polynomial(
    r,
    [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
  );
  return (numerator * q) / denominator;
}

function tail(q: number): number {
  const numerator = polynomial(
    q,
    [
      -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
      2.938163982698783,
    ],
  );
  const denominator = polynomial(
    q,
    [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
  );
  return numerator / denominator;
}

function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
