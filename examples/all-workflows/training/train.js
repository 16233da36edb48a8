/** Trains the example's LSTM. Whoever comes next finds the model in `state/models`. */

import { join } from 'node:path';
import { CommandError, runCommand } from '../../simple-lstm/command.js';
import { readDataset } from '../../simple-lstm/data.js';
import { openRunDirectory, readIfPresent, readJson, writeJson } from '../../simple-lstm/files.js';
import { TRAINING_OPTIONS, trainInto } from '../../simple-lstm/training-run.js';
import { measure, publish } from '../lib/models.js';
import { CANDIDATE, modelDirectory, PRETRAINED, SWEEP, TUNED } from '../lib/paths.js';

await runCommand(
  {
    name: 'training/train.js',
    purpose: 'Trains the LSTM and makes it the newest model of its name, or one point of a sweep.',
    options: {
      ...TRAINING_OPTIONS,
      sigma: { ...TRAINING_OPTIONS.sigma, default: undefined },
      'learning-rate': { ...TRAINING_OPTIONS['learning-rate'], default: '0.01' },
      model: { default: CANDIDATE, help: 'the name it gets' },
      device: { default: 'cpu', help: 'cpu or cuda' },
      tuned: { flag: true, help: 'with what the last search found best, if there was one' },
      pretrained: { flag: true, help: 'begins with the weights of the last pre-training' },
    },
  },
  async ({ sigma, model: name, device, tuned, pretrained, ...options }) => {
    if (device !== 'cpu' && device !== 'cuda')
      throw new CommandError(`Option --device must be cpu or cuda, not '${device}'.`, 2);
    if (device === 'cuda') console.log('No CUDA device is used by this example: training on the CPU.');

    const settings = { ...options, sigma: sigma ?? 0.1, ...(tuned ? await readTuned() : {}) };
    const start = pretrained ? await readPretrained(settings.hidden) : undefined;
    const directory = await openRunDirectory();
    const { model } = await trainInto(directory, settings, start);
    const { dataset } = await readDataset(settings.data);
    await writeJson(join(directory, 'metrics.json'), measure(model, dataset.test));
    // Points of a sweep run side by side, and are candidates only once one of them is selected.
    const target =
      sigma === undefined
        ? modelDirectory(name)
        : join(SWEEP, `sigma-${process.env.ML_PARAM_SIGMA ?? sigma}`);
    await publish(directory, target);
  },
);

async function readTuned() {
  const text = await readIfPresent(TUNED);
  if (text === undefined) return {};
  const { learning_rate: rate, hidden } = JSON.parse(text);
  return { 'learning-rate': rate, hidden };
}

async function readPretrained(hidden) {
  const start = await readJson(join(PRETRAINED, 'forward.json'), 'Run the pre-training first.');
  if (start.hidden !== hidden)
    throw new CommandError(`The pre-training had ${start.hidden} hidden units, this has ${hidden}.`);
  return { parameters: Float64Array.from(start.parameters), name: 'next-step prediction' };
}
