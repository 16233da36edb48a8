/** Develops features: computes candidates from the windows and measures what each tells about the class by itself. */

import { join } from 'node:path';
import { readDataset } from '../../simple-lstm/data.js';
import { writeJson } from '../../simple-lstm/files.js';
import { DATA, REPORTS } from '../lib/paths.js';
import { columnOf } from '../lib/windows.js';
import { runAgent } from './agent.js';

const CANDIDATES = {
  'peak of the vibration': (_load, vibration) => peakAt(vibration),
  'steepest rise of the load': (load) => steepestAt(load),
  'peak after rise': (load, vibration) => peakAt(vibration) - steepestAt(load),
  'height of the peak': (_load, vibration) => Math.max(...vibration),
};

await runAgent({
  'implement-new-features': async () => {
    const { train } = (await readDataset(DATA)).dataset;
    const scores = Object.entries(CANDIDATES).map(([name, of]) => {
      const values = train.windows.map((window) => of(columnOf([window], 0, 2), columnOf([window], 1, 2)));
      return { name, auc: areaUnderCurve(values, train.labels) };
    });
    scores.sort((one, other) => Math.abs(other.auc - 0.5) - Math.abs(one.auc - 0.5));
    await writeJson(join(REPORTS, 'new-features.json'), scores);
    return {
      title: 'New features',
      rows: scores.map(({ name, auc }) => [name, `AUC ${auc.toFixed(3)}`]),
      advice: scores
        .filter(({ auc }) => Math.abs(auc - 0.5) > 0.2)
        .map(({ name }) => `give "${name}" to the model`),
    };
  },
});

function peakAt(values) {
  return values.indexOf(Math.max(...values));
}

function steepestAt(values) {
  const rises = values.slice(2).map((value, index) => value - values[index]);
  return peakAt(rises) + 1;
}

/** The chance that a window of class 1 has the larger value than one of class 0; ties count half. */
function areaUnderCurve(values, labels) {
  const of = (wanted) => values.filter((_, row) => labels[row] === wanted);
  const [zeros, ones] = [of(0), of(1)];
  let wins = 0;
  for (const one of ones) for (const zero of zeros) wins += one > zero ? 1 : one === zero ? 0.5 : 0;
  return wins / (ones.length * zeros.length);
}
