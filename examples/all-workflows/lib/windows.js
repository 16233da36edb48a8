/** Windows of the two signals: the columns of their features, and the file of what came in. */

import { CommandError } from '../../simple-lstm/command.js';
import { readIfPresent } from '../../simple-lstm/files.js';
import { INCOMING } from './paths.js';

/** All values of one feature. */
export function columnOf(windows, feature, features) {
  const values = [];
  for (const window of windows)
    for (let index = feature; index < window.length; index += features) values.push(window[index]);
  return values;
}

/** @returns {Promise<{ shift: number, windows: number[][], labels: number[] }>} */
export async function readIncoming() {
  const text = await readIfPresent(INCOMING);
  if (text === undefined)
    throw new CommandError(`No data came in: there is no ${INCOMING}. See incoming/observe.js`);
  return JSON.parse(text);
}
