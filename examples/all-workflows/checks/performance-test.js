/** How many windows a second the model judges, against what `limits.json` demands. */

import { join } from 'node:path';
import { CommandError, runCommand } from '../../simple-lstm/command.js';
import { readDataset } from '../../simple-lstm/data.js';
import { openRunDirectory, writeJson } from '../../simple-lstm/files.js';
import { readModel } from '../../simple-lstm/model.js';
import { readLimits } from '../lib/limits.js';
import { timeWindows } from '../lib/models.js';
import { CANDIDATE, DATA, modelDirectory } from '../lib/paths.js';

await runCommand(
  {
    name: 'checks/performance-test.js',
    purpose: 'Measures predictions per second; fails if they are fewer than limits.json demands.',
    options: { model: { default: CANDIDATE, help: 'name or folder of the model' } },
  },
  async ({ model: name }) => {
    const model = await readModel(modelDirectory(name));
    const { dataset } = await readDataset(DATA);
    const { windows } = dataset.test;
    // The first round lets the compiler settle.
    timeWindows(model, windows);
    const times = timeWindows(model, windows);
    const total = times.reduce((sum, time) => sum + time, 0);
    const found = (1000 * windows.length) / total;
    await writeJson(join(await openRunDirectory(), 'metrics.json'), { predictions_per_second: found });
    console.log(`${Math.round(found)} predictions per second`);
    const { min_predictions_per_second: least } = await readLimits();
    if (found < least)
      throw new CommandError(`${Math.round(found)} predictions per second are fewer than ${least}.`);
  },
);
