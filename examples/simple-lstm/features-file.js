/** The file between features.js and the training: normalisation, and the data it belongs to. */

import { dirname, join } from 'node:path';
import { readIfPresent, writeJson } from './files.js';
import { computeNormalisation } from './normalise.js';

export function featuresPath(dataPath) {
  return join(dirname(dataPath), 'features.json');
}

export async function writeFeatures(dataPath, { features, normalisation, sha256 }) {
  await writeJson(featuresPath(dataPath), { schema: 1, features, ...normalisation, data_sha256: sha256 });
}

/**
 * The normalisation from features.json, or computed here if that file is missing or belongs to other data. Both
 * ways give the same numbers: a double survives JSON unchanged.
 *
 * @returns {Promise<import('./normalise.js').Normalisation>}
 */
export async function readNormalisation(dataPath, { dataset, sha256 }) {
  const path = featuresPath(dataPath);
  const text = await readIfPresent(path);
  if (text === undefined) return computeNormalisation(dataset);
  const stored = parse(text);
  if (stored?.data_sha256 === sha256) return { mean: stored.mean, deviation: stored.deviation };
  process.stderr.write(`${path} does not belong to ${dataPath}; the normalisation is computed anew.\n`);
  return computeNormalisation(dataset);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
