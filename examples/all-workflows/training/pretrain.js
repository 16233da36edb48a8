/** Pre-trains one LSTM forwards and one backwards in time, without labels. Fine-tuning starts from the forward one. */

import { join } from 'node:path';
import { integer, runCommand } from '../../simple-lstm/command.js';
import { readDataset } from '../../simple-lstm/data.js';
import { readNormalisation } from '../../simple-lstm/features-file.js';
import { openRunDirectory, writeJson } from '../../simple-lstm/files.js';
import { normalise } from '../../simple-lstm/normalise.js';
import { TRAINING_OPTIONS } from '../../simple-lstm/training-run.js';
import { DATA, PRETRAINED } from '../lib/paths.js';
import { backwards, learnNextStep } from './next-step.js';

const LEARNING_RATE = 0.01;

await runCommand(
  {
    name: 'training/pretrain.js',
    purpose: 'Learns to predict the next step of the training windows, in both directions.',
    options: {
      seed: TRAINING_OPTIONS.seed,
      hidden: TRAINING_OPTIONS.hidden,
      'pretrain-epochs': { default: '2', help: 'passes over the train split', ...integer(1, 1000) },
    },
  },
  async ({ seed, hidden, 'pretrain-epochs': epochs }) => {
    const source = await readDataset(DATA);
    const { train, features, steps } = source.dataset;
    const normalisation = await readNormalisation(DATA, source);
    const windows = train.windows.map((window) => normalise(window, normalisation));
    const shape = { inputs: features.length, hidden, steps: steps - 1 };
    const directions = {
      forward: windows,
      backward: windows.map((window) => backwards(window, features.length)),
    };

    const metrics = {};
    for (const [direction, ordered] of Object.entries(directions)) {
      const { parameters, errors } = learnNextStep(ordered, shape, {
        seed,
        epochs,
        learningRate: LEARNING_RATE,
      });
      await writeJson(join(PRETRAINED, `${direction}.json`), { hidden, parameters: Array.from(parameters) });
      metrics[`${direction}_error`] = errors.at(-1);
      console.log(`${direction}: mean squared error ${errors.map((error) => error.toFixed(3)).join(', ')}`);
    }
    await writeJson(join(await openRunDirectory(), 'metrics.json'), metrics);
  },
);
