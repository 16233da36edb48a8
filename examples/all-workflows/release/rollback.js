/** Takes back what this run has deployed: each environment serves again what it served before. */

import { runCommand } from '../../simple-lstm/command.js';
import { writeOutput } from '../../simple-lstm/files.js';
import { runId } from '../lib/paths.js';
import { changes, currentRelease, rollBack } from '../lib/releases.js';

await runCommand(
  {
    name: 'release/rollback.js',
    purpose: 'Restores the release before, after checking its hash.',
    options: { environment: { help: 'only that one, whichever run has changed it' } },
  },
  async ({ environment }) => {
    const restored = environment === undefined ? await environmentsOfThisRun() : [environment];
    for (const name of restored) {
      const bad = await currentRelease(name);
      const good = await rollBack(name);
      console.log(`${name}: ${bad ?? 'nothing'} was taken back, ${good ?? 'nothing'} is served.`);
    }
    if (restored.length === 0) console.log('This run has deployed nothing: there is nothing to take back.');
    await writeOutput({ restored: restored.length });
  },
);

/** Those whose newest change is of this run. */
async function environmentsOfThisRun() {
  const newest = new Map((await changes()).map((change) => [change.environment, change]));
  const own = [...newest.values()].filter(({ run, action }) => run === runId() && action === 'deploy');
  return own.map(({ environment }) => environment);
}
