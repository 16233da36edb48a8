/** Computes the normalisation of the features from the train split, for train.js to use. */

import { runCommand } from './command.js';
import { readDataset } from './data.js';
import { featuresPath, writeFeatures } from './features-file.js';
import { writeOutput } from './files.js';
import { computeNormalisation } from './normalise.js';

await runCommand(
  {
    name: 'features.js',
    purpose: 'Computes mean and standard deviation per feature from the train split, into features.json.',
    options: { data: { default: 'data/series.json', help: 'the data file; features.json goes next to it' } },
  },
  async ({ data }) => {
    const { dataset, sha256 } = await readDataset(data);
    const normalisation = computeNormalisation(dataset);
    await writeFeatures(data, { features: dataset.features, normalisation, sha256 });
    for (const [index, name] of dataset.features.entries()) {
      const mean = normalisation.mean[index].toFixed(4);
      console.log(`${name}: mean ${mean}, standard deviation ${normalisation.deviation[index].toFixed(4)}`);
    }
    console.log(`${featuresPath(data)} written.`);
    await writeOutput({ features: dataset.features.length });
  },
);
