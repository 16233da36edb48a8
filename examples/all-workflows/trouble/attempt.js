/** A training that does not always come off: it fails until its attempt is high enough, and then really trains. */

import { execFileSync } from 'node:child_process';
import { CommandError, integer, runCommand } from '../../simple-lstm/command.js';

await runCommand(
  {
    name: 'trouble/attempt.js',
    purpose: 'Fails in its first attempts ($ML_ATTEMPT), as a machine would that is taken away; then trains.',
    options: {
      failures: { default: '2', help: 'how many attempts fail', ...integer(0, 100) },
      epochs: { default: '2', help: 'of the training that comes off' },
    },
  },
  async ({ failures, epochs }) => {
    const attempt = Number(process.env.ML_ATTEMPT ?? '1');
    if (attempt <= failures) throw new CommandError(`Attempt ${attempt} lost its machine.`);
    console.log(`Attempt ${attempt} has a machine.`);
    execFileSync(process.execPath, ['training/train.js', '--epochs', epochs], { stdio: 'inherit' });
  },
);
