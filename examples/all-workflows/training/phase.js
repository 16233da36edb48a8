/** One phase of a search: trains briefly at each value and prints the best as JSON, for a redirect to store. */

import { runCommand } from '../../simple-lstm/command.js';
import { readDataset } from '../../simple-lstm/data.js';
import { readNormalisation } from '../../simple-lstm/features-file.js';
import { learn } from '../../simple-lstm/learn.js';
import { TRAINING_OPTIONS } from '../../simple-lstm/training-run.js';
import { DATA } from '../lib/paths.js';

await runCommand(
  {
    name: 'training/phase.js',
    purpose:
      'Prints {"sigma", "accuracy", "loss"} of the best of some sigmas, judged on the validation split.',
    options: {
      sigmas: {
        default: '0.10,0.20',
        help: 'values to try',
        read: (text) => (/^[\d.]+(,[\d.]+)*$/.test(text) ? text.split(',') : undefined),
        expects: 'numbers with commas between them',
      },
      epochs: { ...TRAINING_OPTIONS.epochs, default: '1' },
      seed: TRAINING_OPTIONS.seed,
    },
  },
  async ({ sigmas, epochs, seed }) => {
    const source = await readDataset(DATA);
    const normalisation = await readNormalisation(DATA, source);
    const tried = sigmas.map((sigma) => {
      const settings = { sigma: Number(sigma), seed, epochs, learningRate: 0.01, hidden: 12 };
      const { accuracy, loss } = learn(source.dataset, normalisation, settings).best;
      return { sigma, accuracy, loss };
    });
    tried.sort((one, other) => other.accuracy - one.accuracy || one.loss - other.loss);
    process.stdout.write(`${JSON.stringify(tried[0])}\n`);
  },
);
