/** Compares what came in with what was trained on (drift), and what production answered with what was right. */

import { join } from 'node:path';
import { runCommand } from '../../simple-lstm/command.js';
import { readDataset } from '../../simple-lstm/data.js';
import { openRunDirectory, writeJson, writeOutput } from '../../simple-lstm/files.js';
import { readLimits } from '../lib/limits.js';
import { measure, readServed } from '../lib/models.js';
import { DATA } from '../lib/paths.js';
import { deciles, sharesOf, stabilityIndex } from '../lib/statistics.js';
import { columnOf, readIncoming } from '../lib/windows.js';

await runCommand(
  {
    name: 'monitoring/performance.js',
    purpose: 'Measures the drift of data/incoming.json against the training data; sets drift_detected.',
    options: { environment: { default: 'production', help: 'whose answers' } },
  },
  async ({ environment }) => {
    const { dataset } = await readDataset(DATA);
    const incoming = await readIncoming();
    const { max_psi: most } = await readLimits();
    const width = dataset.features.length;
    const indices = dataset.features.map((name, feature) => {
      const trained = columnOf(dataset.train.windows, feature, width);
      const edges = deciles(trained);
      const found = sharesOf(columnOf(incoming.windows, feature, width), edges);
      return { name, psi: stabilityIndex(sharesOf(trained, edges), found) };
    });
    const psi = Math.max(...indices.map((index) => index.psi));
    const { accuracy, n } = measure(await readServed(environment), incoming);
    await writeJson(join(await openRunDirectory(), 'metrics.json'), { live_accuracy: accuracy, psi, n });
    for (const index of indices) console.log(`${index.name.padEnd(10)} PSI ${index.psi.toFixed(3)}`);
    console.log(`accuracy of ${environment} ${accuracy.toFixed(4)} on ${n} windows`);
    await writeOutput({ drift_detected: psi > most });
  },
);
