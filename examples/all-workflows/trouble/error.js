/** The end of a choice that fits nothing: says what this machine has, and fails. */

import { availableParallelism, totalmem } from 'node:os';
import { CommandError, runCommand } from '../../simple-lstm/command.js';

await runCommand(
  { name: 'trouble/error.js', purpose: 'Fails, with the resources that are there.' },
  async () => {
    const memory = Math.round(totalmem() / 2 ** 30);
    throw new CommandError(
      `There is no such resource here, only ${availableParallelism()} processors and ${memory} GiB.`,
    );
  },
);
