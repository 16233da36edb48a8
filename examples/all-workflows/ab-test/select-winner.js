/** Decides by the test: b wins only if it is better and the test is significant; otherwise a stays what it is. */

import { runCommand } from '../../simple-lstm/command.js';
import { writeOutput } from '../../simple-lstm/files.js';
import { deploy } from '../lib/releases.js';
import { readPart, variantDirectory, writePart } from './variants.js';

await runCommand(
  { name: 'ab-test/select-winner.js', purpose: 'Puts variant b into production if it has won.' },
  async () => {
    const { difference, significant } = await readPart('test');
    const winner = significant && difference > 0 ? 'b' : 'a';
    const loser = winner === 'a' ? 'b' : 'a';
    await writePart('decision', { winner, loser, significant });
    if (winner === 'b') await deploy(variantDirectory('b'), 'production');
    const why = significant ? 'significantly better' : 'no significant difference, so nothing changes';
    console.log(`Production serves variant ${winner} (${why}).`);
    await writeOutput({ winner, loser });
  },
);
