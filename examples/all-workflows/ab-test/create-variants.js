/** Variant a is what production serves, variant b the newest model. */

import { rm } from 'node:fs/promises';
import { runCommand } from '../../simple-lstm/command.js';
import { writeOutput } from '../../simple-lstm/files.js';
import { readModel } from '../../simple-lstm/model.js';
import { publish, readServed } from '../lib/models.js';
import { AB_TEST, CANDIDATE, environmentDirectory, modelDirectory } from '../lib/paths.js';
import { SIDES, variantDirectory } from './variants.js';

await runCommand(
  {
    name: 'ab-test/create-variants.js',
    purpose: 'Copies the model of production and the newest one into a new test.',
  },
  async () => {
    await readServed('production');
    await readModel(modelDirectory(CANDIDATE));
    await rm(AB_TEST, { recursive: true, force: true });
    const sources = [environmentDirectory('production'), modelDirectory(CANDIDATE)];
    for (const [index, side] of SIDES.entries()) {
      await publish(sources[index], variantDirectory(side));
      console.log(`variant ${side}: ${sources[index]}`);
    }
    await writeOutput({ variants: SIDES.length });
  },
);
