/** Begins an experiment: its folder, its id, and the settings it starts with. */

import { join } from 'node:path';
import { CommandError, runCommand } from '../../simple-lstm/command.js';
import { readIfPresent, writeJson, writeOutput } from '../../simple-lstm/files.js';
import { EXPERIMENTS, runId } from '../lib/paths.js';

await runCommand(
  {
    name: 'experiment/new.js',
    purpose: 'Makes state/experiments/exp_<time>; sets experiment_dir.',
    options: { experiment: { default: '', help: 'its name; without one it is called by its time' } },
  },
  async ({ experiment }) => {
    const started = new Date().toISOString();
    const id = `exp_${started.replace(/\D/g, '').slice(0, 17)}`;
    const directory = join(EXPERIMENTS, id);
    const name = experiment.trim().replace(/[^\w.-]+/g, '-') || id;
    if ((await readIfPresent(join(directory, 'experiment.json'))) !== undefined)
      throw new CommandError(`${directory} is already there.`);
    await writeJson(join(directory, 'experiment.json'), {
      id,
      name,
      description: experiment,
      run: runId(),
      started,
    });
    console.log(`${name}: ${directory}`);
    await writeOutput({ experiment_dir: directory });
  },
);
