/** Checks the data before anything is trained on it: schema, numbers, ranges, balance, and leaks between splits. */

import { join } from 'node:path';
import { CommandError, runCommand } from './command.js';
import { readDataset, SPLITS, sha256 } from './data.js';
import { openRunDirectory, writeJson, writeOutput } from './files.js';

/** Far outside what the generator can reach, and far inside what a slipped unit or a sentinel (-999) would. */
const LARGEST_VALUE = 20;
const SMALLEST_CLASS_SHARE = 0.2;

await runCommand(
  {
    name: 'validate-data.js',
    purpose: 'Checks the data set; writes its quality (0 to 1) to metrics.json in $ML_RUN_DIR or runs/local.',
    options: { data: { default: 'data/series.json', help: 'the data file' } },
  },
  async ({ data }) => {
    const { dataset } = await readDataset(data);
    const schema = checkSchema(dataset);
    // Without the schema there is nothing that the other checks could count.
    const checks = schema.passed ? [schema, ...checkContent(dataset)] : [schema];
    for (const { name, passed, score, found } of checks) {
      console.log(`${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(8)} ${score.toFixed(3)}  ${found}`);
    }

    // Data is as good as its worst property: a mean would let four good checks hide a leak.
    const quality = Math.min(...checks.map((check) => check.score));
    const directory = await openRunDirectory();
    await writeJson(join(directory, 'metrics.json'), { data_quality: quality });
    await writeOutput({ score: quality });
    const failed = checks.filter((check) => !check.passed).map((check) => check.name);
    if (failed.length > 0) throw new CommandError(`The data in ${data} failed: ${failed.join(', ')}.`);
  },
);

function checkSchema(dataset) {
  const wrong = findSchemaError(dataset);
  const found = wrong ?? 'head, splits, lengths and labels are as expected';
  return { name: 'schema', passed: wrong === undefined, score: wrong === undefined ? 1 : 0, found };
}

/** @returns {string | undefined} */
function findSchemaError(dataset) {
  if (dataset?.schema !== 1) return 'schema is not 1';
  if (!Number.isInteger(dataset.steps) || dataset.steps < 1) return 'steps is not a positive whole number';
  if (!Array.isArray(dataset.features) || dataset.features.length === 0)
    return 'features is not a list of names';
  for (const name of SPLITS) {
    const split = dataset[name];
    if (!Array.isArray(split?.windows) || !Array.isArray(split.labels))
      return `${name} has no windows or no labels`;
    if (split.windows.length === 0) return `${name} is empty`;
    if (split.windows.length !== split.labels.length)
      return `${name} has unequal numbers of windows and labels`;
    const width = dataset.steps * dataset.features.length;
    const short = split.windows.findIndex((window) => !Array.isArray(window) || window.length !== width);
    if (short >= 0) return `${name} window ${short} does not have ${width} values`;
    const odd = split.labels.findIndex((label) => label !== 0 && label !== 1);
    if (odd >= 0) return `${name} label ${odd} is neither 0 nor 1`;
  }
  return undefined;
}

function checkContent(dataset) {
  const values = SPLITS.flatMap((name) => dataset[name].windows.flat());
  const present = values.filter(Number.isFinite);
  const missing = values.length - present.length;
  const outside = present.filter((value) => Math.abs(value) > LARGEST_VALUE).length;

  const shares = SPLITS.map((name) => mean(dataset[name].labels));
  const rarest = Math.min(...shares.map((share) => Math.min(share, 1 - share)));

  const known = new Set([...dataset.train.windows, ...dataset.validation.windows].map(key));
  const leaked = dataset.test.windows.filter((window) => known.has(key(window))).length;

  return [
    {
      name: 'missing',
      passed: missing === 0,
      score: present.length / values.length,
      found: `${missing} of ${values.length} values are missing`,
    },
    {
      name: 'range',
      passed: outside === 0,
      score: present.length === 0 ? 0 : 1 - outside / present.length,
      found: `${outside} values are beyond ±${LARGEST_VALUE}`,
    },
    {
      name: 'balance',
      passed: rarest >= SMALLEST_CLASS_SHARE,
      score: Math.min(...shares.map(entropy)),
      found: `class 1 is ${SPLITS.map((name, index) => `${shares[index].toFixed(3)} of ${name}`).join(', ')}`,
    },
    {
      name: 'leak',
      passed: leaked === 0,
      score: 1 - leaked / dataset.test.windows.length,
      found: `${leaked} test windows are also in train or validation`,
    },
  ];
}

/** Equal windows have equal keys; a hash, because the set would otherwise hold every window as text. */
function key(window) {
  return sha256(JSON.stringify(window));
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Entropy in bits of a two-class share: 1 when both classes are equally frequent, 0 when one is missing. */
function entropy(share) {
  if (share === 0 || share === 1) return 0;
  return -(share * Math.log2(share) + (1 - share) * Math.log2(1 - share));
}
