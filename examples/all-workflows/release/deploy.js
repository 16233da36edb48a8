/** Releases a model to an environment, if it is what its metrics say, and asks the deployed copy for some answers. */

import { CommandError, runCommand } from '../../simple-lstm/command.js';
import { readDataset } from '../../simple-lstm/data.js';
import { verify } from '../../simple-lstm/deployment.js';
import { writeOutput } from '../../simple-lstm/files.js';
import { readLimits } from '../lib/limits.js';
import { measure, readServed } from '../lib/models.js';
import { CANDIDATE, DATA, modelDirectory } from '../lib/paths.js';
import { deploy, rollBack } from '../lib/releases.js';

const SMOKE_WINDOWS = 100;

await runCommand(
  {
    name: 'release/deploy.js',
    purpose: 'Verifies a model, puts it into an environment and smoke-tests it there.',
    options: {
      model: { default: CANDIDATE, help: 'name or folder of the model' },
      environment: { default: 'production', help: 'where to' },
      'rollback-on-failure': { flag: true, help: 'puts the release before back if the smoke test fails' },
    },
  },
  async ({ model, environment, 'rollback-on-failure': rollsBack }) => {
    const source = modelDirectory(model);
    const accuracy = await verify(source, DATA);
    const release = await deploy(source, environment);
    const problem = await smokeTest(environment);
    if (problem !== undefined) {
      if (rollsBack) console.log(`Back to ${(await rollBack(environment)) ?? 'nothing'}.`);
      throw new CommandError(`The smoke test of ${environment} failed: ${problem}.`);
    }
    console.log(`${environment} serves ${release} from ${source}, accuracy ${accuracy.toFixed(4)}.`);
    await writeOutput({ deployed: release });
  },
);

/** @returns {Promise<string | undefined>} What is wrong with the answers of the deployed copy. */
async function smokeTest(environment) {
  const { min_smoke_accuracy: least } = await readLimits();
  const { dataset } = await readDataset(DATA);
  const windows = dataset.test.windows.slice(0, SMOKE_WINDOWS);
  const labels = dataset.test.labels.slice(0, SMOKE_WINDOWS);
  const { accuracy } = measure(await readServed(environment), { windows, labels });
  return accuracy >= least
    ? undefined
    : `${accuracy.toFixed(2)} of its answers are right, ${least} are demanded`;
}
