/** Repairs the data: fills gaps between their neighbours, cuts off values no sensor can give, drops leaked windows. */

import { CommandError, runCommand } from '../../simple-lstm/command.js';
import { formatDataset, readDataset, SPLITS } from '../../simple-lstm/data.js';
import { writeOutput, writeWhole } from '../../simple-lstm/files.js';
import { DATA } from '../lib/paths.js';

/** As `validate-data.js` has it. */
const LARGEST_VALUE = 20;

await runCommand(
  { name: 'incoming/clean.js', purpose: 'Repairs data/series.json in place; does nothing to good data.' },
  async () => {
    const { dataset } = await readDataset(DATA);
    const width = dataset.features.length;
    let repaired = 0;
    for (const name of SPLITS) for (const window of dataset[name].windows) repaired += repair(window, width);
    const dropped = dropLeaked(dataset);
    if (repaired + dropped > 0) await writeWhole(DATA, formatDataset(dataset));
    console.log(`${repaired} values repaired, ${dropped} test windows dropped.`);
    await writeOutput({ repaired, dropped });
  },
);

/** @returns {number} How many values were wrong. */
function repair(window, width) {
  const isWrong = (value) => !Number.isFinite(value) || Math.abs(value) > LARGEST_VALUE;
  const wrong = window.flatMap((value, index) => (isWrong(value) ? [index] : []));
  for (const index of wrong) {
    const near = [nearest(window, index, -width, isWrong), nearest(window, index, width, isWrong)];
    const values = near.filter((value) => value !== undefined);
    if (values.length === 0) throw new CommandError('A window has a feature without a single good value.');
    window[index] = values.reduce((sum, value) => sum + value, 0) / values.length;
  }
  return wrong.length;
}

/** The next good value of the same feature in that direction. */
function nearest(window, from, step, isWrong) {
  for (let index = from + step; index >= 0 && index < window.length; index += step)
    if (!isWrong(window[index])) return window[index];
  return undefined;
}

/** A test window that was trained on would be recognised instead of judged. */
function dropLeaked(dataset) {
  const known = new Set([...dataset.train.windows, ...dataset.validation.windows].map(String));
  const kept = dataset.test.windows.flatMap((window, row) => (known.has(String(window)) ? [] : [row]));
  const dropped = dataset.test.windows.length - kept.length;
  dataset.test = {
    windows: kept.map((row) => dataset.test.windows[row]),
    labels: kept.map((row) => dataset.test.labels[row]),
  };
  return dropped;
}
