/** What every deployment shares: the check that a model is what its metrics say, and the swap of a whole folder. */

import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from './command.js';
import { readDataset } from './data.js';
import { readIfPresent, readJson } from './files.js';
import { evaluate, readModel, requireSameData } from './model.js';

/** What is deployed of a training run. */
export const PARTS = ['model.json', 'model-card.md', 'metrics.json'];

// Another processor may round the last digit of exp() differently; one changed answer is far more than this.
const TOLERANCE = 1e-9;

/** @returns {Promise<number>} The accuracy that the run claims, if the model really has it. */
export async function verify(source, data) {
  const model = await readModel(source);
  if ((await readIfPresent(join(source, 'model-card.md'))) === undefined) {
    throw new CommandError(
      `There is no model-card.md in ${source}: a model without its card is not deployed.`,
    );
  }
  const claimed = await readJson(join(source, 'metrics.json'), 'Train or evaluate the model first.');
  const { dataset, sha256 } = await readDataset(data);
  requireSameData(model, sha256, data);

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
export async function replaceDirectory(path, replacement) {
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
