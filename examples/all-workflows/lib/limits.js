/** What this project demands of a release: `limits.json`. */

import { readJson } from '../../simple-lstm/files.js';

/** @returns {Promise<{ min_predictions_per_second: number, min_smoke_accuracy: number, max_psi: number }>} */
export function readLimits() {
  return readJson('limits.json', 'It belongs to this example.');
}
