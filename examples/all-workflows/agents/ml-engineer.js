/** Trains at a point of an axis (`/train:sigma-0.10`), and says how it went. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CommandError, runCommand } from '../../simple-lstm/command.js';
import { openRunDirectory, readJson } from '../../simple-lstm/files.js';
import { table, writeReport } from '../lib/report.js';

await runCommand(
  {
    name: 'agents/ml-engineer.js',
    purpose: 'Trains as its task says. The point of the axis is in its parameters.',
    positional: 'task',
    options: {
      sigma: { help: 'the point' },
      epochs: { default: '40', help: 'passes over the train split' },
      seed: { default: '7', help: 'seed of the training' },
    },
  },
  async ({ task, sigma, epochs, seed }) => {
    const point = sigma ?? /sigma-([\d.]+)/.exec(task)?.[1];
    if (point === undefined) throw new CommandError(`I train at a sigma; '${task}' names none.`, 2);
    const words = ['training/train.js', '--sigma', point, '--epochs', epochs, '--seed', seed];
    const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' });
    if (status !== 0) throw new CommandError(`The training at sigma ${point} failed.`);
    const metrics = await readJson(join(await openRunDirectory(), 'metrics.json'), '');
    const rows = Object.entries(metrics).map(([name, value]) => [name, Number(value.toFixed(4))]);
    await writeReport(
      `ml-engineer-sigma-${point}`,
      `# Sigma ${point}\n\n${table(['metric', 'value'], rows)}\n`,
    );
  },
);
