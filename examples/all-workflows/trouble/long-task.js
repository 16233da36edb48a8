/** Work without a natural end: searches settings until its time is over, and reports progress line by line. */

import { setTimeout } from 'node:timers/promises';
import { number, runCommand } from '../../simple-lstm/command.js';
import { writeOutput } from '../../simple-lstm/files.js';

await runCommand(
  {
    name: 'trouble/long-task.js',
    purpose: 'Samples the machine for some seconds: how late does a timer of 10 ms come?',
    options: { seconds: { default: '0.5', help: 'how long', ...number(0.01, 86_400) } },
  },
  async ({ seconds }) => {
    const end = performance.now() + 1000 * seconds;
    let worst = 0;
    let samples = 0;
    while (performance.now() < end) {
      const start = performance.now();
      await setTimeout(10);
      worst = Math.max(worst, performance.now() - start - 10);
      samples += 1;
    }
    console.log(`${samples} samples, at worst ${worst.toFixed(1)} ms late`);
    await writeOutput({ samples });
  },
);
