/** The Adam optimiser (Kingma and Ba, 2015) and the clipping of the gradient before it. */

/** @param {number} size  Number of parameters. */
export function createAdam(size, { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = {}) {
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  let steps = 0;

  /** One step downhill; changes `parameters` in place. */
  return function step(parameters, gradient, learningRate) {
    steps += 1;
    // Both averages start at zero; these factors undo that bias.
    const meanCorrection = 1 / (1 - beta1 ** steps);
    const squareCorrection = 1 / (1 - beta2 ** steps);
    for (let index = 0; index < size; index += 1) {
      const slope = gradient[index];
      mean[index] = beta1 * mean[index] + (1 - beta1) * slope;
      square[index] = beta2 * square[index] + (1 - beta2) * slope * slope;
      const scale = Math.sqrt(square[index] * squareCorrection) + epsilon;
      parameters[index] -= (learningRate * mean[index] * meanCorrection) / scale;
    }
  };
}

/** Shortens the gradient to `limit` if it is longer; keeps its direction. Returns the length it had. */
export function clipGradient(gradient, limit) {
  let sum = 0;
  for (const slope of gradient) sum += slope * slope;
  const length = Math.sqrt(sum);
  if (length > limit) {
    const factor = limit / length;
    for (let index = 0; index < gradient.length; index += 1) gradient[index] *= factor;
  }
  return length;
}
