/** Lets what came in be answered by both variants, each window by one of them, and counts the right answers. */

import { runCommand } from '../../simple-lstm/command.js';
import { sha256 } from '../../simple-lstm/data.js';
import { writeOutput } from '../../simple-lstm/files.js';
import { measure, readServed } from '../lib/models.js';
import { readIncoming } from '../lib/windows.js';
import { SIDES, writePart } from './variants.js';

await runCommand(
  { name: 'ab-test/collect-metrics.js', purpose: 'Splits data/incoming.json between the deployed variants.' },
  async () => {
    const { windows, labels } = await readIncoming();
    // By a hash, so that the same window always goes to the same side, whatever comes before it.
    const sideOf = windows.map((window) => Number.parseInt(sha256(String(window)).slice(0, 2), 16) % 2);
    const counts = {};
    for (const [index, side] of SIDES.entries()) {
      const rows = windows.flatMap((_, row) => (sideOf[row] === index ? [row] : []));
      const split = { windows: rows.map((row) => windows[row]), labels: rows.map((row) => labels[row]) };
      const { accuracy, n } = measure(await readServed(`variant-${side}`), split);
      counts[side] = { right: Math.round(accuracy * n), n };
      console.log(`variant ${side}: ${counts[side].right} of ${n} answers are right`);
    }
    await writePart('counts', counts);
    await writeOutput({ requests: windows.length });
  },
);
