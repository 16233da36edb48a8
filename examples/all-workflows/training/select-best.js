/** The best model that is there: of the newest, the points of the sweep and production. Prints it as JSON. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, runCommand } from '../../simple-lstm/command.js';
import { readIfPresent } from '../../simple-lstm/files.js';
import { ENVIRONMENTS, MODELS, SWEEP } from '../lib/paths.js';

await runCommand(
  {
    name: 'training/select-best.js',
    purpose: 'Prints {"model", "accuracy", "f1"} of the most accurate model.',
  },
  async () => {
    const found = [];
    for (const parent of [MODELS, SWEEP, ENVIRONMENTS]) {
      for (const name of await readdir(parent).catch(() => [])) {
        const text = await readIfPresent(join(parent, name, 'metrics.json'));
        if (text === undefined) continue;
        const { accuracy, f1 } = JSON.parse(text);
        found.push({ model: join(parent, name), accuracy, f1 });
      }
    }
    if (found.length === 0) throw new CommandError('There is no model yet. Run: node start.js');
    found.sort((one, other) => other.accuracy - one.accuracy);
    process.stdout.write(`${JSON.stringify(found[0])}\n`);
  },
);
