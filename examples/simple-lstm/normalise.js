/** Per-feature mean and standard deviation of the train split, and their use on a window. */

/** @typedef {{ mean: number[], deviation: number[] }} Normalisation */

/**
 * Only the train split may decide how the others are scaled.
 *
 * @param {import('./data.js').Dataset} dataset
 * @returns {Normalisation}
 */
export function computeNormalisation(dataset) {
  const { windows } = dataset.train;
  const count = windows.length * dataset.steps;
  const mean = dataset.features.map((_, feature) => {
    let sum = 0;
    for (const window of windows) for (const value of column(window, feature)) sum += value;
    return sum / count;
  });
  const deviation = dataset.features.map((_, feature) => {
    let sum = 0;
    for (const window of windows)
      for (const value of column(window, feature)) sum += (value - mean[feature]) ** 2;
    // A feature that never changes carries nothing; dividing it by one keeps it zero.
    return Math.sqrt(sum / count) || 1;
  });
  return { mean, deviation };

  function* column(window, feature) {
    for (let index = feature; index < window.length; index += dataset.features.length) yield window[index];
  }
}

/** @param {Normalisation} normalisation */
export function normalise(window, { mean, deviation }) {
  const features = mean.length;
  return Float64Array.from(
    window,
    (value, index) => (value - mean[index % features]) / deviation[index % features],
  );
}
