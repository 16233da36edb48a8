/** Trains the LSTM with Gaussian noise on its inputs and measures the best epoch once on the test split. */

import { runCommand } from './command.js';
import { openRunDirectory } from './files.js';
import { TRAINING_OPTIONS, trainInto } from './training-run.js';

await runCommand(
  {
    name: 'train.js',
    purpose:
      'Trains the LSTM. Prints one JSON line per epoch; writes the results into $ML_RUN_DIR or runs/local.',
    options: TRAINING_OPTIONS,
  },
  async (options) => {
    await trainInto(await openRunDirectory(), options);
  },
);
