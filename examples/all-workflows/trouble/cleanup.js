/** Removes what an interrupted run may have left: halves of deployments, the package, the pod. */

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../simple-lstm/command.js';
import { writeOutput } from '../../simple-lstm/files.js';
import { ENVIRONMENTS, PACKAGE, POD } from '../lib/paths.js';

await runCommand(
  { name: 'trouble/cleanup.js', purpose: 'Removes leftovers; what is deployed stays.' },
  async () => {
    const names = await readdir(ENVIRONMENTS).catch(() => []);
    const halves = names
      .filter((name) => /\.(?:new|old)-\d+$/.test(name))
      .map((name) => join(ENVIRONMENTS, name));
    for (const path of [...halves, PACKAGE, POD]) await rm(path, { recursive: true, force: true });
    console.log(`${halves.length} halves of deployments, the package and the pod are gone.`);
    await writeOutput({ removed: halves.length });
  },
);
