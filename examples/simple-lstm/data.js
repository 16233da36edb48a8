/** The classification problem: which came first, the step of the load or the burst of vibration? */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CommandError } from './command.js';
import { createRandom } from './random.js';

/**
 * @typedef {{ windows: number[][], labels: number[] }} Split  A window is time-major: load, vibration, load, …
 * @typedef {{ schema: 1, seed: number, steps: number, features: string[], classes: string[],
 *   train: Split, validation: Split, test: Split }} Dataset
 */

export const SPLITS = /** @type {const} */ (['train', 'validation', 'test']);

const SEED = 1997;
const STEPS = 30;
const SIZES = { train: 500, validation: 500, test: 600 };
const FAULT_SHARE = 0.4;

/** @returns {Dataset} The whole problem; every call returns the same numbers. */
export function generateDataset() {
  return {
    schema: 1,
    seed: SEED,
    steps: STEPS,
    features: ['load', 'vibration'],
    classes: ['disturbance', 'fault'],
    train: generateSplit(SIZES.train, 1),
    validation: generateSplit(SIZES.validation, 2),
    test: generateSplit(SIZES.test, 3),
  };
}

/** The classes have their exact share in every split; each stream gives other windows. @returns {Split} */
export function generateSplit(size, stream) {
  const random = createRandom(SEED, stream);
  const faults = Math.round(size * FAULT_SHARE);
  const labels = random.shuffle(Array.from({ length: size }, (_, row) => (row < faults ? 1 : 0)));
  return { windows: labels.map((label) => generateWindow(label, random)), labels };
}

/**
 * A machine takes up load at some moment, and somewhere in the window its vibration rises for a few steps. After
 * the load step that is a fault (1), before it a disturbance from outside (0). Moment, height and length of both
 * are random, so no single time step tells the classes apart: the order of two events has to be remembered.
 */
function generateWindow(label, random) {
  const step = random.uniform(9, 20);
  const rise = random.uniform(0.6, 1.4);
  const distance = random.uniform(0, 8);
  const burst = label === 1 ? step + distance : step - distance;
  const height = random.uniform(0.35, 1.4);
  const length = random.uniform(1, 2.2);
  let drift = random.normal() * 0.3;

  const window = [];
  for (let time = 0; time < STEPS; time += 1) {
    drift += random.normal() * 0.06;
    const load = rise / (1 + Math.exp(-2 * (time - step))) + random.normal() * 0.18;
    const bump = height * Math.exp(-0.5 * ((time - burst) / length) ** 2);
    const vibration = drift + bump + random.normal() * 0.18;
    window.push(round(load), round(vibration));
  }
  return window;
}

/** Three decimals are well below the noise and keep the file small. The sum turns -0 into 0. */
function round(value) {
  return Math.round(value * 1000) / 1000 + 0;
}

/** One window per line: small, and still readable with `head`. @param {Dataset} dataset */
export function formatDataset(dataset) {
  const { train, validation, test, ...head } = dataset;
  const lines = [`{${JSON.stringify(head).slice(1, -1)}`];
  for (const [name, split] of Object.entries({ train, validation, test })) {
    const windows = split.windows.map((window) => JSON.stringify(window)).join(',\n');
    lines.push(`"${name}":{"labels":${JSON.stringify(split.labels)},"windows":[\n${windows}]}`);
  }
  return `${lines.join(',\n')}}\n`;
}

/** @returns {Promise<{ dataset: Dataset, sha256: string }>} */
export async function readDataset(path) {
  let text;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new CommandError(`No data file at ${path}. Make it with: node prepare.js`);
  }
  try {
    return { dataset: JSON.parse(text), sha256: sha256(text) };
  } catch {
    throw new CommandError(`The data file ${path} is not valid JSON. Make it again with: node prepare.js`);
  }
}

export function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}
