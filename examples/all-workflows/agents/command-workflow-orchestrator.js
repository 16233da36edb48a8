/** Hands work on: deploys the newest model, has it watched, and says what came of each. */

import { spawnSync } from 'node:child_process';
import { CommandError } from '../../simple-lstm/command.js';
import { currentRelease } from '../lib/releases.js';
import { runAgent } from './agent.js';

const STEPS = {
  deploy: ['release/deploy.js', '--rollback-on-failure'],
  'set up monitoring': ['monitoring/setup.js'],
  'look once': ['monitoring/watch.js', '--why', 'after the deployment'],
};

await runAgent({
  'deploy-and-monitor': async () => {
    const before = await currentRelease('production');
    const rows = [];
    for (const [name, words] of Object.entries(STEPS)) {
      const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
      process.stdout.write(stdout);
      if (status !== 0) throw new CommandError(`To ${name} failed: ${stderr.trim()}`);
      rows.push([name, stdout.trimEnd().split('\n').at(-1)]);
    }
    const now = await currentRelease('production');
    const advice = now === before ? ['production serves what it served before: train a new model first'] : [];
    return { title: 'Deployed and watched', rows, advice };
  },
});
