/** One training from the data file to its results on disk: the same for every command that trains. */

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { integer, number } from './command.js';
import { readDataset } from './data.js';
import { readNormalisation } from './features-file.js';
import { writeJson, writeWhole } from './files.js';
import { BATCH_SIZE, CLIP_LENGTH, learn } from './learn.js';
import { evaluate } from './model.js';
import { writeModelCard } from './model-card.js';

export const TRAINING_OPTIONS = {
  sigma: {
    default: '0.10',
    help: 'deviation of the noise added to normalised training inputs',
    ...number(0, 10),
  },
  seed: { default: '7', help: 'seed of weights, order and noise', ...integer(0, Number.MAX_SAFE_INTEGER) },
  epochs: { default: '40', help: 'passes over the train split', ...integer(1, 10_000) },
  'learning-rate': { default: '0.02', help: 'first step size of Adam; decays to 0', ...number(1e-12, 1e12) },
  hidden: { default: '12', help: 'hidden units', ...integer(1, 256) },
  data: { default: 'data/series.json', help: 'the data file' },
  'shuffle-labels': { flag: true, help: 'control: train on permuted labels, to see what chance gives' },
};

/** In the order they are written: whoever sees metrics.json can rely on the others. */
export const RESULTS = ['model.json', 'predictions.json', 'model-card.md', 'metrics.json'];

/**
 * Trains with the values of TRAINING_OPTIONS and writes RESULTS. Prints one JSON line per epoch.
 *
 * @param {string} directory  Exists.
 * @param {{ parameters: Float64Array, name: string }} [start]  Weights to begin with instead of random ones.
 */
export async function trainInto(directory, options, start) {
  const { dataset, sha256 } = await readDataset(options.data);
  const normalisation = await readNormalisation(options.data, { dataset, sha256 });
  // Results of an earlier run must not be taken for those of this one, should it fail.
  for (const name of RESULTS) await rm(join(directory, name), { force: true });

  const settings = {
    sigma: options.sigma,
    seed: options.seed,
    epochs: options.epochs,
    learningRate: options['learning-rate'],
    hidden: options.hidden,
    shuffleLabels: options['shuffle-labels'],
    start: start?.parameters,
  };
  const { shape, best } = learn(dataset, normalisation, settings, (progress) => {
    process.stdout.write(`${JSON.stringify(progress)}\n`);
  });

  const model = {
    schema: 1,
    kind: 'lstm-classifier',
    shape,
    normalisation,
    training: {
      sigma: settings.sigma,
      seed: settings.seed,
      epochs: settings.epochs,
      learning_rate: settings.learningRate,
      batch_size: BATCH_SIZE,
      clip_length: CLIP_LENGTH,
      shuffled_labels: settings.shuffleLabels,
      selected_epoch: best.epoch,
      validation_accuracy: best.accuracy,
      ...(start === undefined ? {} : { started_from: start.name }),
    },
    data_sha256: sha256,
    parameters: Array.from(best.parameters),
  };
  // The only look at the test split: after everything has been decided.
  const { metrics, predictions } = evaluate(model, dataset.test);

  await writeWhole(join(directory, 'model.json'), `${JSON.stringify(model)}\n`);
  await writeWhole(join(directory, 'predictions.json'), `${JSON.stringify(predictions)}\n`);
  await writeWhole(join(directory, 'model-card.md'), writeModelCard({ model, metrics, dataset }));
  await writeJson(join(directory, 'metrics.json'), metrics);
  return { model, metrics };
}
