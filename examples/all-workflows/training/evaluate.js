/** Measures a model on the test windows: accuracy, precision, recall, f1. */

import { join } from 'node:path';
import { runCommand } from '../../simple-lstm/command.js';
import { readDataset } from '../../simple-lstm/data.js';
import { openRunDirectory, writeJson } from '../../simple-lstm/files.js';
import { readModel, requireSameData } from '../../simple-lstm/model.js';
import { measure } from '../lib/models.js';
import { CANDIDATE, DATA, modelDirectory } from '../lib/paths.js';

await runCommand(
  {
    name: 'training/evaluate.js',
    purpose: 'Measures a model on the test split; writes metrics.json into $ML_RUN_DIR or runs/local.',
    options: { model: { default: CANDIDATE, help: 'name or folder of the model' } },
  },
  async ({ model: name }) => {
    const model = await readModel(modelDirectory(name));
    const { dataset, sha256 } = await readDataset(DATA);
    requireSameData(model, sha256, DATA);
    const metrics = measure(model, dataset.test);
    await writeJson(join(await openRunDirectory(), 'metrics.json'), metrics);
    console.log(
      `accuracy ${metrics.accuracy.toFixed(4)}, f1 ${metrics.f1.toFixed(4)} on ${metrics.n} test windows`,
    );
  },
);
