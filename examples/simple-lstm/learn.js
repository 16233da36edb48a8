/** The training loop: minibatches with noisy inputs, and the epoch that does best on the validation split. */

import { clipGradient, createAdam } from './adam.js';
import { CommandError } from './command.js';
import { countParameters, createLstm, createParameters, crossEntropy, sigmoid } from './lstm.js';
import { normalise } from './normalise.js';
import { createRandom } from './random.js';
import { score } from './score.js';

/**
 * @typedef {{ sigma: number, seed: number, epochs: number, learningRate: number, hidden: number,
 *   shuffleLabels: boolean, start?: Float64Array }} Settings  `start`: weights instead of random ones.
 */

export const BATCH_SIZE = 16;
export const CLIP_LENGTH = 1;

const STREAM = { weights: 1, order: 2, noise: 3, labels: 4 };

// A coin toss costs ln 2 = 0.69 per sample. A hundred means that the weights have blown up, even though the
// saturated gates keep the numbers finite for a while.
const DIVERGED_LOSS = 100;

/**
 * @param {import('./data.js').Dataset} dataset  Its test split is not touched here.
 * @param {import('./normalise.js').Normalisation} normalisation
 * @param {Settings} settings
 * @param {(progress: { epoch: number, epochs: number, loss: number, accuracy: number }) => void} onEpoch
 */
export function learn(dataset, normalisation, settings, onEpoch = () => {}) {
  const shape = { inputs: dataset.features.length, hidden: settings.hidden, steps: dataset.steps };
  const lstm = createLstm(shape);
  const parameters =
    settings.start?.slice() ?? createParameters(shape, createRandom(settings.seed, STREAM.weights));
  const gradient = new Float64Array(countParameters(shape));
  const optimise = createAdam(parameters.length);
  const order = createRandom(settings.seed, STREAM.order);
  const noise = createRandom(settings.seed, STREAM.noise);

  const train = prepareSplit(dataset.train, normalisation);
  const validation = prepareSplit(dataset.validation, normalisation);
  if (settings.shuffleLabels) {
    // The validation labels too: a control that picked its epoch by true labels would no longer know nothing.
    const labels = createRandom(settings.seed, STREAM.labels);
    labels.shuffle(train.labels);
    labels.shuffle(validation.labels);
  }

  const noisy = new Float64Array(shape.steps * shape.inputs);
  const rows = train.labels.map((_, row) => row);
  const batches = Math.ceil(rows.length / BATCH_SIZE);
  let best;

  for (let epoch = 1; epoch <= settings.epochs; epoch += 1) {
    order.shuffle(rows);
    let total = 0;
    for (let batch = 0; batch < batches; batch += 1) {
      const members = rows.slice(batch * BATCH_SIZE, (batch + 1) * BATCH_SIZE);
      gradient.fill(0);
      let loss = 0;
      for (const row of members) {
        const window = train.windows[row];
        for (let index = 0; index < noisy.length; index += 1) {
          noisy[index] = window[index] + settings.sigma * noise.normal();
        }
        const logit = lstm.forward(parameters, noisy);
        loss += crossEntropy(logit, train.labels[row]);
        lstm.backward(parameters, gradient, (sigmoid(logit) - train.labels[row]) / members.length);
      }
      if (!(loss / members.length < DIVERGED_LOSS)) {
        const value = (loss / members.length).toPrecision(3);
        throw new CommandError(
          `Training diverged: loss ${value} in epoch ${epoch}, batch ${batch + 1} of ${batches}. Try a smaller --learning-rate.`,
        );
      }
      total += loss;
      clipGradient(gradient, CLIP_LENGTH);
      const progress = (epoch - 1 + batch / batches) / settings.epochs;
      optimise(parameters, gradient, settings.learningRate * cosineDecay(progress));
    }

    const logits = validation.windows.map((window) => lstm.forward(parameters, window));
    const { accuracy, loss } = score(logits, validation.labels);
    if (best === undefined || accuracy > best.accuracy || (accuracy === best.accuracy && loss < best.loss)) {
      best = { epoch, accuracy, loss, parameters: parameters.slice() };
    }
    onEpoch({ epoch, epochs: settings.epochs, loss: total / rows.length, accuracy });
  }
  return { shape, best };
}

function prepareSplit({ windows, labels }, normalisation) {
  return { windows: windows.map((window) => normalise(window, normalisation)), labels: [...labels] };
}

/** From 1 at the start to 0 at the end: large steps find the pattern, small steps settle in it. */
function cosineDecay(progress) {
  return 0.5 * (1 + Math.cos(Math.PI * progress));
}
