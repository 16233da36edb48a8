/** Copies between this machine and the pod, here a folder: to the pod the package, back the results of its training. */

import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CommandError, runCommand } from '../../simple-lstm/command.js';
import { sha256 } from '../../simple-lstm/data.js';
import { readJson, writeOutput } from '../../simple-lstm/files.js';
import { CANDIDATE, modelDirectory, PACKAGE, POD } from '../lib/paths.js';

await runCommand(
  {
    name: 'pod/transfer.js',
    purpose: 'up: the package to the pod. down: the results from the pod, each checked by its hash.',
    positional: 'direction',
  },
  async ({ direction }) => {
    if (direction === 'up') await bringUp();
    else if (direction === 'down') await bringDown();
    else throw new CommandError(`The direction is up or down, not '${direction}'.`, 2);
  },
);

async function bringUp() {
  const target = join(POD, 'code.tar.gz');
  await mkdir(dirname(target), { recursive: true });
  await cp(PACKAGE, target).catch((error) => {
    throw error.code === 'ENOENT' ? new CommandError(`There is no ${PACKAGE}. Pack it first.`) : error;
  });
  await requireHash(target, sha256(await readFile(PACKAGE)));
  console.log(`${PACKAGE} is on the pod.`);
}

async function bringDown() {
  const results = join(POD, 'results');
  const hashes = await readJson(
    join(results, 'hashes.json'),
    'The pod has no results: run the training there.',
  );
  const target = modelDirectory(CANDIDATE);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  for (const [name, hash] of Object.entries(hashes)) {
    await cp(join(results, name), join(target, name));
    await requireHash(join(target, name), hash);
  }
  console.log(`${(await readdir(target)).join(', ')} came back.`);
  await writeOutput({ retrieved: Object.keys(hashes).length });
}

async function requireHash(path, hash) {
  if (sha256(await readFile(path)) !== hash) throw new CommandError(`${path} was damaged on its way.`);
}
