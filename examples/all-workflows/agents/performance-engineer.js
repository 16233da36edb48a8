/** Looks for time: how long an answer takes, and how much of that is not the network itself. */

import { readDataset } from '../../simple-lstm/data.js';
import { createLstm } from '../../simple-lstm/lstm.js';
import { readModel } from '../../simple-lstm/model.js';
import { normalise } from '../../simple-lstm/normalise.js';
import { timeWindows } from '../lib/models.js';
import { CANDIDATE, DATA, modelDirectory } from '../lib/paths.js';
import { percent, runAgent } from './agent.js';

await runAgent({
  'optimize-inference': async () => {
    const model = await readModel(modelDirectory(CANDIDATE));
    const { windows } = (await readDataset(DATA)).dataset.test;
    timeWindows(model, windows);
    const whole = timeWindows(model, windows).reduce((sum, time) => sum + time, 0);
    const lstm = createLstm(model.shape);
    const parameters = Float64Array.from(model.parameters);
    const ready = windows.map((window) => normalise(window, model.normalisation));
    const start = performance.now();
    for (const window of ready) lstm.forward(parameters, window);
    const network = performance.now() - start;
    const around = Math.max(0, 1 - network / whole);
    return {
      title: 'Time for an answer',
      rows: [
        ['one window, milliseconds', (whole / windows.length).toFixed(4)],
        ['of that around the network', percent(around)],
      ],
      advice: around > 0.3 ? ['fold the normalisation into the weights of the first layer'] : [],
    };
  },
});
