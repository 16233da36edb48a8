/** What runs on the pod: unpacks the package, trains with nothing but what was in it, leaves the results with hashes. */

import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CommandError, integer, runCommand } from '../../simple-lstm/command.js';
import { sha256 } from '../../simple-lstm/data.js';
import { openRunDirectory, writeJson, writeWhole } from '../../simple-lstm/files.js';
import { RESULTS } from '../../simple-lstm/training-run.js';
import { POD } from '../lib/paths.js';
import { unpack } from '../lib/tar.js';

await runCommand(
  {
    name: 'pod/run-training.js',
    purpose: 'Trains on the pod, a folder here.',
    options: {
      epochs: { default: '40', help: 'passes over the train split', ...integer(1, 10_000) },
      seed: { default: '7', help: 'seed of the training', ...integer(0, Number.MAX_SAFE_INTEGER) },
    },
  },
  async ({ epochs, seed }) => {
    const archive = await readFile(join(POD, 'code.tar.gz')).catch(() => undefined);
    if (archive === undefined) throw new CommandError('The pod has no package: bring it there first.');
    const code = join(POD, 'code');
    const results = resolve(POD, 'results');
    for (const folder of [code, results]) await rm(folder, { recursive: true, force: true });
    for (const [path, content] of unpack(archive)) await writeWhole(join(code, path), content);

    await mkdir(results, { recursive: true });
    const words = ['training/train.js', '--epochs', String(epochs), '--seed', String(seed)];
    execFileSync(process.execPath, words, {
      cwd: join(code, 'all-workflows'),
      env: { PATH: process.env.PATH, ML_RUN_DIR: results },
      stdio: 'inherit',
    });
    const hashes = {};
    for (const name of RESULTS) hashes[name] = sha256(await readFile(join(results, name)));
    await writeJson(join(results, 'hashes.json'), hashes);
    const metrics = JSON.parse(await readFile(join(results, 'metrics.json'), 'utf8'));
    await writeJson(join(await openRunDirectory(), 'metrics.json'), metrics);
  },
);
