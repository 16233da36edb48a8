/** Measures a trained model on the test split again. */

import { join } from 'node:path';
import { runCommand } from './command.js';
import { readDataset } from './data.js';
import { openRunDirectory, writeJson } from './files.js';
import { evaluate, readModel, requireSameData } from './model.js';

await runCommand(
  {
    name: 'evaluate.js',
    purpose:
      'Measures a trained model on the test split; writes metrics.json into $ML_RUN_DIR or runs/local.',
    options: {
      model: { required: true, help: 'directory of a training run' },
      data: { default: 'data/series.json', help: 'the data file' },
    },
  },
  async ({ model: source, data }) => {
    const model = await readModel(source);
    const { dataset, sha256 } = await readDataset(data);
    requireSameData(model, sha256, data);
    const { metrics } = evaluate(model, dataset.test);
    const directory = await openRunDirectory();
    await writeJson(join(directory, 'metrics.json'), metrics);
    console.log(`accuracy ${metrics.accuracy.toFixed(4)} on ${metrics.n} test windows (${source})`);
  },
);
