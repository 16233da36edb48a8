/** The trained model as a file: everything that is needed to answer for a new window. */

import { join } from 'node:path';
import { CommandError } from './command.js';
import { readJson } from './files.js';
import { countParameters, createLstm, sigmoid } from './lstm.js';
import { normalise } from './normalise.js';
import { score } from './score.js';

/**
 * @typedef {{ schema: 1, kind: 'lstm-classifier', shape: import('./lstm.js').Shape,
 *   normalisation: import('./normalise.js').Normalisation, training: Record<string, unknown>,
 *   data_sha256: string, parameters: number[] }} Model
 */

/** @returns {Promise<Model>} */
export async function readModel(directory) {
  const path = join(directory, 'model.json');
  const model = await readJson(path, 'Train one first: node train.js');
  const complete =
    model?.schema === 1 &&
    model.kind === 'lstm-classifier' &&
    Array.isArray(model.parameters) &&
    model.parameters.length === countParameters(model.shape) &&
    model.parameters.every(Number.isFinite);
  if (!complete) throw new CommandError(`The file ${path} is not a complete model of this project.`);
  return model;
}

/** The metrics and the single answers of a model on one split. @param {Model} model */
export function evaluate(model, { windows, labels }) {
  const lstm = createLstm(model.shape);
  const parameters = Float64Array.from(model.parameters);
  const logits = windows.map((window) => lstm.forward(parameters, normalise(window, model.normalisation)));
  const predictions = logits.map((logit, index) => ({
    index,
    label: labels[index],
    probability: sigmoid(logit),
  }));
  return { metrics: score(logits, labels), predictions };
}

/** A score on other data than the model was tested with says nothing about that model's metrics. */
export function requireSameData(model, sha256, path) {
  if (model.data_sha256 === sha256) return;
  throw new CommandError(
    `The model was trained with data ${model.data_sha256.slice(0, 12)}, but ${path} is ${sha256.slice(0, 12)}. Make that data again or train again.`,
  );
}
