/** Keeps the numbers of the newest model: a line of `state/results.jsonl` with its settings and metrics. */

import { appendFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runCommand } from '../../simple-lstm/command.js';
import { readIfPresent, readJson, writeOutput } from '../../simple-lstm/files.js';
import { readModel } from '../../simple-lstm/model.js';
import { CANDIDATE, modelDirectory, RESULTS_BOOK, runId } from '../lib/paths.js';

await runCommand(
  {
    name: 'pod/store-results.js',
    purpose: `Appends to ${RESULTS_BOOK}.`,
    options: { model: { default: CANDIDATE, help: 'name or folder of the model' } },
  },
  async ({ model: name }) => {
    const directory = modelDirectory(name);
    const { training } = await readModel(directory);
    const metrics = await readJson(join(directory, 'metrics.json'), 'Evaluate the model first.');
    const line = { at: new Date().toISOString(), run: runId(), model: name, ...metrics, training };
    await mkdir(dirname(RESULTS_BOOK), { recursive: true });
    await appendFile(RESULTS_BOOK, `${JSON.stringify(line)}\n`);
    const stored = ((await readIfPresent(RESULTS_BOOK)) ?? '').split('\n').length - 1;
    console.log(`${stored} results are kept in ${RESULTS_BOOK}.`);
    await writeOutput({ stored });
  },
);
