/** Looks at the model: its architecture, what a smaller one would lose, how it is trained. */

import { readDataset } from '../../simple-lstm/data.js';
import { countParameters } from '../../simple-lstm/lstm.js';
import { readModel } from '../../simple-lstm/model.js';
import { measure, timeWindows } from '../lib/models.js';
import { CANDIDATE, DATA, modelDirectory } from '../lib/paths.js';
import { percent, runAgent } from './agent.js';

/** Fewer windows for each parameter than this invite overfitting. */
const WINDOWS_EACH = 10;

await runAgent({
  'analyze-model-architecture': async () => {
    const { model, dataset } = await load();
    const parameters = countParameters(model.shape);
    const each = (dataset.train.labels.length * dataset.steps) / parameters;
    const advice = [];
    if (each < WINDOWS_EACH * dataset.steps)
      advice.push(
        `${parameters} parameters are many for ${dataset.train.labels.length} windows: fewer hidden units, or noise`,
      );
    return {
      title: 'Architecture',
      rows: [
        ['layers', `one LSTM with ${model.shape.hidden} units and a logistic output`],
        ['parameters', String(parameters)],
        ['training steps for each parameter', each.toFixed(1)],
      ],
      advice,
    };
  },

  'model-optimization': async () => {
    const { model, dataset } = await load();
    const rounded = { ...model, parameters: Array.from(Float32Array.from(model.parameters)) };
    const coarse = { ...model, parameters: model.parameters.map((value) => Math.round(value * 64) / 64) };
    const [full, single, seven] = [model, rounded, coarse].map((one) => measure(one, dataset.test).accuracy);
    const advice = [];
    if (full - single < 0.001)
      advice.push('store the weights in single precision: half the size, the same answers');
    if (full - seven < 0.005)
      advice.push('steps of 1/64 are fine enough for the weights: one byte each will do');
    return {
      title: 'Optimisation of the model',
      rows: [
        ['accuracy in double precision', percent(full)],
        ['accuracy in single precision', percent(single)],
        ['accuracy in steps of 1/64', percent(seven)],
      ],
      advice,
    };
  },

  'optimize-training': async () => {
    const { model, dataset } = await load();
    const { epochs, selected_epoch: selected, validation_accuracy: validation } = model.training;
    const onTrain = measure(model, dataset.train).accuracy;
    const gap = onTrain - validation;
    const advice = [];
    if (selected < epochs * 0.7) advice.push(`epoch ${selected} of ${epochs} was best: stop earlier`);
    if (selected === epochs) advice.push('the last epoch was best: train longer');
    if (gap > 0.03)
      advice.push(`accuracy falls by ${percent(gap)} from train to validation: more noise on the inputs`);
    return {
      title: 'Optimisation of the training',
      rows: [
        ['selected epoch', `${selected} of ${epochs}`],
        ['accuracy on train', percent(onTrain)],
        ['accuracy on validation', percent(validation)],
        ['milliseconds for one window', median(timeWindows(model, dataset.train.windows)).toFixed(3)],
      ],
      advice,
    };
  },
});

async function load() {
  const model = await readModel(modelDirectory(CANDIDATE));
  return { model, dataset: (await readDataset(DATA)).dataset };
}

function median(sorted) {
  return sorted[Math.floor(sorted.length / 2)];
}
