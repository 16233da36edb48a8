/** Takes what came in into the training data, in the shares of its splits; the next training sees both. */

import { rm } from 'node:fs/promises';
import { runCommand } from '../../simple-lstm/command.js';
import { formatDataset, readDataset, SPLITS, sha256 } from '../../simple-lstm/data.js';
import { featuresPath } from '../../simple-lstm/features-file.js';
import { writeOutput, writeWhole } from '../../simple-lstm/files.js';
import { DATA } from '../lib/paths.js';
import { readIncoming } from '../lib/windows.js';

await runCommand(
  { name: 'incoming/refresh.js', purpose: 'Appends data/incoming.json to the splits of data/series.json.' },
  async () => {
    const { dataset } = await readDataset(DATA);
    const incoming = await readIncoming();
    const known = new Set(SPLITS.flatMap((name) => dataset[name].windows.map(String)));
    const fresh = incoming.windows.flatMap((window, row) => (known.has(String(window)) ? [] : [row]));
    const total = SPLITS.reduce((sum, name) => sum + dataset[name].labels.length, 0);

    let from = 0;
    let share = 0;
    for (const name of SPLITS) {
      share += dataset[name].labels.length / total;
      const to = Math.round(share * fresh.length);
      for (const row of fresh.slice(from, to)) {
        dataset[name].windows.push(incoming.windows[row]);
        dataset[name].labels.push(incoming.labels[row]);
      }
      from = to;
    }
    const content = formatDataset(dataset);
    await writeWhole(DATA, content);
    // It belongs to the data as it was.
    await rm(featuresPath(DATA), { force: true });
    console.log(`${fresh.length} of ${incoming.windows.length} windows are new.`);
    await writeOutput({ rows: fresh.length, sha256: sha256(content) });
  },
);
