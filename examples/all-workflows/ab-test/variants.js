/** The two sides of the test, and the files in which it goes from one command to the next. */

import { join } from 'node:path';
import { readJson, writeJson } from '../../simple-lstm/files.js';
import { AB_TEST } from '../lib/paths.js';

/** a: what production serves. b: the newest model. */
export const SIDES = ['a', 'b'];

export function variantDirectory(side) {
  return join(AB_TEST, `variant-${side}`);
}

/** @param {'counts' | 'test' | 'decision'} name */
export function readPart(name) {
  return readJson(join(AB_TEST, `${name}.json`), 'Run the commands of the A/B test in their order.');
}

export async function writePart(name, value) {
  await writeJson(join(AB_TEST, `${name}.json`), value);
}
