/** What the deployed model costs and gains: its size, its time for one window, its lead over the simplest answer. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../simple-lstm/command.js';
import { readDataset } from '../../simple-lstm/data.js';
import { openRunDirectory, writeJson } from '../../simple-lstm/files.js';
import { measure, readServed, timeWindows } from '../lib/models.js';
import { DATA, environmentDirectory } from '../lib/paths.js';

await runCommand(
  {
    name: 'training/benchmark.js',
    purpose: 'Measures size, latency and the lead over always answering the larger class.',
    options: { environment: { default: 'production', help: 'whose model' } },
  },
  async ({ environment }) => {
    const model = await readServed(environment);
    const { dataset } = await readDataset(DATA);
    const { windows, labels } = dataset.test;
    const times = timeWindows(model, windows);
    const positives = labels.filter((label) => label === 1).length / labels.length;
    const result = {
      milliseconds_median: times[Math.floor(times.length / 2)],
      milliseconds_p95: times[Math.floor(times.length * 0.95)],
      kilobytes: (await stat(join(environmentDirectory(environment), 'model.json'))).size / 1024,
      lead: measure(model, dataset.test).accuracy - Math.max(positives, 1 - positives),
    };
    await writeJson(join(await openRunDirectory(), 'metrics.json'), result);
    for (const [name, value] of Object.entries(result))
      console.log(`${name.padEnd(20)} ${value.toPrecision(3)}`);
  },
);
