/** Self-supervised learning with the example's LSTM: from the steps so far, what is the next value of the vibration? */

import { clipGradient, createAdam } from '../../simple-lstm/adam.js';
import { BATCH_SIZE, CLIP_LENGTH } from '../../simple-lstm/learn.js';
import { createLstm, createParameters } from '../../simple-lstm/lstm.js';
import { createRandom } from '../../simple-lstm/random.js';

const STREAM = { weights: 20, order: 21 };

/**
 * @param {Float64Array[]} windows  Normalised, time-major; the last value of each is the target.
 * @param {{ inputs: number, hidden: number, steps: number }} shape  Without the step to predict.
 * @param {{ seed: number, epochs: number, learningRate: number }} settings
 * @returns {{ parameters: Float64Array, errors: number[] }} The mean squared error of each epoch.
 */
export function learnNextStep(windows, shape, { seed, epochs, learningRate }) {
  const lstm = createLstm(shape);
  const parameters = createParameters(shape, createRandom(seed, STREAM.weights));
  const gradient = new Float64Array(parameters.length);
  const optimise = createAdam(parameters.length);
  const order = createRandom(seed, STREAM.order);
  const rows = windows.map((_, row) => row);
  const errors = [];
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    order.shuffle(rows);
    let total = 0;
    for (let first = 0; first < rows.length; first += BATCH_SIZE) {
      const members = rows.slice(first, first + BATCH_SIZE);
      gradient.fill(0);
      for (const row of members) {
        const error = lstm.forward(parameters, windows[row]) - windows[row].at(-1);
        total += error * error;
        lstm.backward(parameters, gradient, (2 * error) / members.length);
      }
      clipGradient(gradient, CLIP_LENGTH);
      optimise(parameters, gradient, learningRate);
    }
    errors.push(total / rows.length);
  }
  return { parameters, errors };
}

/** The same steps from the last to the first. */
export function backwards(window, features) {
  const turned = new Float64Array(window.length);
  const last = window.length - features;
  for (let index = 0; index < window.length; index += 1) {
    const feature = index % features;
    turned[last - (index - feature) + feature] = window[index];
  }
  return turned;
}
