/** Sets the scene, once: data, a first model in production, and a first batch of what comes in. Safe to repeat. */

import { execFileSync } from 'node:child_process';
import { runCommand } from '../simple-lstm/command.js';
import { currentRelease } from './lib/releases.js';

/** Few: later trainings are to be better than the first. */
const EPOCHS = '6';

await runCommand(
  { name: 'start.js', purpose: 'Makes the data and puts a first, modest model into production.' },
  async () => {
    node('../simple-lstm/prepare.js');
    if ((await currentRelease('production')) === null) {
      node('training/train.js', '--epochs', EPOCHS);
      node('release/deploy.js');
    }
    node('incoming/observe.js');
  },
);

function node(...words) {
  execFileSync(process.execPath, words, { stdio: 'inherit' });
}
