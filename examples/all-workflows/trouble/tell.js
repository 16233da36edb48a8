/** Tells people that something needs them: a letter in `state/outbox`, which stands for mail and chat. */

import { join } from 'node:path';
import { runCommand } from '../../simple-lstm/command.js';
import { writeOutput, writeWhole } from '../../simple-lstm/files.js';
import { runId } from '../lib/paths.js';
import { changes } from '../lib/releases.js';

await runCommand(
  {
    name: 'trouble/tell.js',
    purpose: 'Writes a letter with the newest deployments.',
    positional: 'whom',
    options: { about: { default: 'A workflow needs attention', help: 'the subject' } },
  },
  async ({ whom, about }) => {
    const newest = (await changes()).slice(-3);
    const lines = newest.map(
      ({ at, action, environment, release }) => `${at} ${action} ${environment} ${release}`,
    );
    const path = join('state', 'outbox', `${runId()}-${whom}.txt`);
    await writeWhole(path, `To: ${whom}\nSubject: ${about} (run ${runId()})\n\n${lines.join('\n')}\n`);
    console.log(path);
    await writeOutput({ told: whom });
  },
);
