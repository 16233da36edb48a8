/** Trains the LSTM with Gaussian noise on its inputs and measures the best epoch once on the test split. */

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { integer, number, runCommand } from './command.js';
import { readDataset } from './data.js';
import { readNormalisation } from './features-file.js';
import { openRunDirectory, writeJson, writeWhole } from './files.js';
import { BATCH_SIZE, CLIP_LENGTH, learn } from './learn.js';
import { evaluate } from './model.js';
import { writeModelCard } from './model-card.js';

const OPTIONS = {
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
const RESULTS = ['model.json', 'predictions.json', 'model-card.md', 'metrics.json'];

await runCommand(
  {
    name: 'train.js',
    purpose:
      'Trains the LSTM. Prints one JSON line per epoch; writes the results into $ML_RUN_DIR or runs/local.',
    options: OPTIONS,
  },
  async (options) => {
    const { dataset, sha256 } = await readDataset(options.data);
    const normalisation = await readNormalisation(options.data, { dataset, sha256 });
    const directory = await openRunDirectory();
    // Results of an earlier run must not be taken for those of this one, should it fail.
    for (const name of RESULTS) await rm(join(directory, name), { force: true });

    const settings = {
      sigma: options.sigma,
      seed: options.seed,
      epochs: options.epochs,
      learningRate: options['learning-rate'],
      hidden: options.hidden,
      shuffleLabels: options['shuffle-labels'],
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
  },
);
