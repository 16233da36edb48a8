/** A short random search for learning rate and hidden units, judged on the validation split only. */

import { join } from 'node:path';
import { CommandError, integer, number, runCommand } from './command.js';
import { readDataset } from './data.js';
import { readNormalisation } from './features-file.js';
import { openRunDirectory, writeJson, writeOutput } from './files.js';
import { learn } from './learn.js';
import { createRandom } from './random.js';

const HIDDEN = [6, 8, 12];
const LEARNING_RATE = [0.003, 0.05];
const STREAM = 10;

await runCommand(
  {
    name: 'tune.js',
    purpose: 'Tries random settings for a few epochs each; writes best.json into $ML_RUN_DIR or runs/local.',
    options: {
      trials: { default: '6', help: 'settings to try', ...integer(1, 1000) },
      epochs: { default: '8', help: 'epochs per trial', ...integer(1, 10_000) },
      sigma: { default: '0.10', help: 'noise on the training inputs', ...number(0, 10) },
      seed: {
        default: '7',
        help: 'seed of the search and the training',
        ...integer(0, Number.MAX_SAFE_INTEGER),
      },
      data: { default: 'data/series.json', help: 'the data file' },
    },
  },
  async ({ trials: count, epochs, sigma, seed, data }) => {
    const source = await readDataset(data);
    const normalisation = await readNormalisation(data, source);
    const random = createRandom(seed, STREAM);
    const trials = [];
    for (let trial = 1; trial <= count; trial += 1) {
      const learningRate = drawLearningRate(random);
      const hidden = HIDDEN[random.integer(0, HIDDEN.length - 1)];
      const settings = { sigma, seed, epochs, learningRate, hidden, shuffleLabels: false };
      const result = attempt(() => learn(source.dataset, normalisation, settings).best);
      trials.push({ learning_rate: learningRate, hidden, ...result });
      console.log(JSON.stringify({ trial, trials: count, learning_rate: learningRate, hidden, ...result }));
    }

    const finished = trials.filter((trial) => trial.error === null);
    if (finished.length === 0) throw new CommandError('Every trial diverged.');
    const best = finished.reduce((first, second) => (isBetter(second, first) ? second : first));
    const directory = await openRunDirectory();
    await writeJson(join(directory, 'best.json'), {
      learning_rate: best.learning_rate,
      hidden: best.hidden,
      validation_accuracy: best.accuracy,
      validation_loss: best.loss,
      trials,
    });
    await writeOutput({ learning_rate: best.learning_rate, hidden: best.hidden });
  },
);

/** Uniform in the logarithm, because step sizes differ by factors; two digits, because more mean nothing. */
function drawLearningRate(random) {
  const [low, high] = LEARNING_RATE.map(Math.log);
  return Number(Math.exp(random.uniform(low, high)).toPrecision(2));
}

/** A diverged trial is a result of the search, not its end. */
function attempt(train) {
  try {
    const { accuracy, loss } = train();
    return { accuracy, loss, error: null };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { accuracy: null, loss: null, error: error.message };
  }
}

function isBetter(one, other) {
  return one.accuracy > other.accuracy || (one.accuracy === other.accuracy && one.loss < other.loss);
}
