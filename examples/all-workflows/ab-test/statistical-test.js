/** Are the two shares of right answers further apart than chance puts them? A two-proportion z test. */

import { join } from 'node:path';
import { runCommand } from '../../simple-lstm/command.js';
import { openRunDirectory, writeJson, writeOutput } from '../../simple-lstm/files.js';
import { compareShares } from '../lib/statistics.js';
import { readPart, writePart } from './variants.js';

/** Decided before the test, not after a look at its numbers. */
const ALPHA = 0.05;

await runCommand(
  { name: 'ab-test/statistical-test.js', purpose: 'Compares the counts of both variants; sets significant.' },
  async () => {
    const { a, b } = await readPart('counts');
    const result = compareShares(a, b);
    const significant = result.p < ALPHA;
    await writePart('test', { ...result, significant });
    await writeJson(join(await openRunDirectory(), 'metrics.json'), result);
    const { difference, z, p } = result;
    console.log(`b - a = ${difference.toFixed(4)}, z = ${z.toFixed(2)}, p = ${p.toPrecision(2)}`);
    await writeOutput({ significant });
  },
);
