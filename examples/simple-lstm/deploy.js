/** Puts the winning model into deploy/, after measuring that it is what its metrics say. */

import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './command.js';
import { sha256 } from './data.js';
import { PARTS, replaceDirectory, verify } from './deployment.js';
import { writeJson, writeOutput } from './files.js';

const TARGET = 'deploy';

await runCommand(
  {
    name: 'deploy.js',
    purpose: 'Measures the model again; if it is what its metrics say, replaces deploy/ with it.',
    options: {
      model: { required: true, help: 'directory of the winning training run' },
      data: { default: 'data/series.json', help: 'the data file' },
    },
  },
  async ({ model: source, data }) => {
    const accuracy = await verify(source, data);
    const hash = sha256(await readFile(join(source, 'model.json')));

    const staged = `${TARGET}.new-${process.pid}`;
    try {
      await mkdir(staged);
      for (const name of PARTS) await copyFile(join(source, name), join(staged, name));
      const deployedAt = new Date().toISOString();
      await writeJson(join(staged, 'deployment.json'), {
        model_sha256: hash,
        from: source,
        accuracy,
        deployed_at: deployedAt,
      });
      await replaceDirectory(TARGET, staged);
    } finally {
      await rm(staged, { recursive: true, force: true });
    }
    console.log(`Deployed ${hash.slice(0, 12)} from ${source} with accuracy ${accuracy.toFixed(4)}.`);
    await writeOutput({ deployed: hash.slice(0, 12) });
  },
);
