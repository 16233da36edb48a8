/** Puts the winning model into deploy/, after measuring that it is what its metrics say. */

import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, runCommand } from './command.js';
import { readDataset, sha256 } from './data.js';
import { readIfPresent, readJson, writeJson, writeOutput } from './files.js';
import { evaluate, readModel, requireSameData } from './model.js';

const TARGET = 'deploy';
const PARTS = ['model.json', 'model-card.md', 'metrics.json'];

// Another processor may round the last digit of exp() differently; one changed answer is far more than this.
const TOLERANCE = 1e-9;

await runCommand(
  {
    name: 'deploy.js',
    purpose: 'Measures the model again; if it is what its metrics say, replaces deploy/ with it.',
    options: {
      model: { required: true, help: 'directory of the winning training run' },
      data: { default: 'data/series.json', help: 'the data file' },
    },
  },
  async ({ model: source, data }) => {
    const accuracy = await verify(source, data);
    const hash = sha256(await readFile(join(source, 'model.json')));

    const staged = `${TARGET}.new-${process.pid}`;
    try {
      await mkdir(staged);
      for (const name of PARTS) await copyFile(join(source, name), join(staged, name));
      const deployedAt = new Date().toISOString();
      await writeJson(join(staged, 'deployment.json'), {
        model_sha256: hash,
        from: source,
        accuracy,
        deployed_at: deployedAt,
      });
      await replaceDirectory(TARGET, staged);
    } finally {
      await rm(staged, { recursive: true, force: true });
    }
    console.log(`Deployed ${hash.slice(0, 12)} from ${source} with accuracy ${accuracy.toFixed(4)}.`);
    await writeOutput({ deployed: hash.slice(0, 12) });
  },
);

/** @returns {Promise<number>} The accuracy that the run claims, if the model really has it. */
async function verify(source, data) {
  const model = await readModel(source);
  if ((await readIfPresent(join(source, 'model-card.md'))) === undefined) {
    throw new CommandError(
      `There is no model-card.md in ${source}: a model without its card is not deployed.`,
    );
  }
  const claimed = await readJson(join(source, 'metrics.json'), 'Train or evaluate the model first.');
  const { dataset, sha256: dataHash } = await readDataset(data);
  requireSameData(model, dataHash, data);

  const { metrics } = evaluate(model, dataset.test);
  for (const key of Object.keys(metrics)) {
    if (Math.abs(metrics[key] - claimed[key]) <= TOLERANCE) continue;
    throw new CommandError(
      `Refused: ${join(source, 'metrics.json')} says ${key} ${claimed[key]}, but the model has ${metrics[key]}.`,
    );
  }
  return metrics.accuracy;
}

/** Two renames: `path` is missing for a moment, but never holds half a model. */
async function replaceDirectory(path, replacement) {
  const old = `${path}.old-${process.pid}`;
  const hadOld = await rename(path, old).then(
    () => true,
    (error) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(replacement, path);
  } catch (error) {
    if (hadOld) await rename(old, path);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
