/** Trained models: where the newest lies, what it is worth, how quick it is. */

import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CommandError } from '../../simple-lstm/command.js';
import { createLstm } from '../../simple-lstm/lstm.js';
import { evaluate, readModel } from '../../simple-lstm/model.js';
import { normalise } from '../../simple-lstm/normalise.js';
import { environmentDirectory } from './paths.js';

/** Makes the results of a run the newest of their name. */
export async function publish(directory, target) {
  await rm(target, { recursive: true, force: true });
  await mkdir(dirname(target), { recursive: true });
  // Only what a training writes: the folder of a unit also holds its log.
  const isResult = (path) => path === directory || /\.(json|md)$/.test(path);
  await cp(directory, target, { recursive: true, filter: isResult });
}

/** What the example's own metrics leave out: precision, and f1 of class 1. */
export function measure(model, split) {
  const { metrics, predictions } = evaluate(model, split);
  const answered = predictions.filter(({ probability }) => probability >= 0.5);
  const right = answered.filter(({ label }) => label === 1).length;
  const precision = answered.length === 0 ? 0 : right / answered.length;
  const recall = metrics.class_1_accuracy;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { ...metrics, precision, f1 };
}

/** Windows judged one by one, as they come in. @returns milliseconds for each, sorted. */
export function timeWindows(model, windows) {
  const lstm = createLstm(model.shape);
  const parameters = Float64Array.from(model.parameters);
  return windows
    .map((window) => {
      const start = performance.now();
      lstm.forward(parameters, normalise(window, model.normalisation));
      return performance.now() - start;
    })
    .sort((one, other) => one - other);
}

/** The model that an environment serves. */
export async function readServed(environment) {
  try {
    return await readModel(environmentDirectory(environment));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new CommandError(`${environment} serves no model: ${error.message}`);
  }
}
