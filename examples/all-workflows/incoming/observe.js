/** Stands for the machines in the field: a batch of labelled windows that came in, with a sensor that may have moved. */

import { integer, number, runCommand } from '../../simple-lstm/command.js';
import { generateSplit } from '../../simple-lstm/data.js';
import { writeWhole } from '../../simple-lstm/files.js';
import { INCOMING } from '../lib/paths.js';

/** The streams below are those of the training data. */
const FIRST_STREAM = 100;

await runCommand(
  {
    name: 'incoming/observe.js',
    purpose:
      'Writes data/incoming.json. With --shift, the vibration sensor has an offset since the training.',
    options: {
      shift: { default: '0', help: 'added to every value of the vibration', ...number(-10, 10) },
      windows: { default: '600', help: 'how many', ...integer(20, 10_000) },
      batch: { default: '1', help: 'each number gives other windows', ...integer(1, 1000) },
    },
  },
  async ({ shift, windows: size, batch }) => {
    const { windows, labels } = generateSplit(size, FIRST_STREAM + batch);
    const moved = windows.map((window) =>
      window.map((value, index) => (index % 2 === 1 ? value + shift : value)),
    );
    await writeWhole(INCOMING, `${JSON.stringify({ shift, labels, windows: moved })}\n`);
    console.log(`${size} windows came in, shift ${shift}.`);
  },
);
