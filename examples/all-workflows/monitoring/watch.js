/** One look at production: is it what was deployed last, and does it still answer? The log grows by a line. */

import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, runCommand } from '../../simple-lstm/command.js';
import { writeOutput } from '../../simple-lstm/files.js';
import { measure, readServed } from '../lib/models.js';
import { MONITORING, runId } from '../lib/paths.js';
import { currentRelease } from '../lib/releases.js';
import { readIncoming } from '../lib/windows.js';

await runCommand(
  {
    name: 'monitoring/watch.js',
    purpose: 'Checks production and appends what it found to state/monitoring/log.jsonl.',
    options: { why: { default: 'scheduled', help: 'what this look is for' } },
  },
  async ({ why }) => {
    const release = await currentRelease('production');
    if (release === null) throw new CommandError('Production serves nothing. Run: node start.js');
    const { accuracy, n } = measure(await readServed('production'), await readIncoming());
    await mkdir(MONITORING, { recursive: true });
    const line = { at: new Date().toISOString(), run: runId(), why, release, accuracy, n };
    await appendFile(join(MONITORING, 'log.jsonl'), `${JSON.stringify(line)}\n`);
    console.log(`production serves ${release}: ${accuracy.toFixed(4)} of ${n} answers are right (${why})`);
    await writeOutput({ watching: release });
  },
);
