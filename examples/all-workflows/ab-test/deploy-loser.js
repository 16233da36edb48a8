/** Moves the loser out of the traffic: it is kept in the shadow environment, where nobody reads its answers. */

import { runCommand } from '../../simple-lstm/command.js';
import { writeOutput } from '../../simple-lstm/files.js';
import { clear, deploy } from '../lib/releases.js';
import { readPart, SIDES, variantDirectory } from './variants.js';

await runCommand(
  {
    name: 'ab-test/deploy-loser.js',
    purpose: 'Deploys the loser to shadow and ends both test environments.',
  },
  async () => {
    const { loser } = await readPart('decision');
    const release = await deploy(variantDirectory(loser), 'shadow');
    for (const side of SIDES) await clear(`variant-${side}`);
    console.log(`shadow serves variant ${loser}, ${release}.`);
    await writeOutput({ shadow: loser });
  },
);
