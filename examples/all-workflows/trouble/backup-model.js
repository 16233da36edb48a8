/** The way back when there is no new model: the one production serves becomes the newest again. */

import { runCommand } from '../../simple-lstm/command.js';
import { writeOutput } from '../../simple-lstm/files.js';
import { publish, readServed } from '../lib/models.js';
import { CANDIDATE, environmentDirectory, modelDirectory } from '../lib/paths.js';
import { currentRelease } from '../lib/releases.js';

await runCommand(
  { name: 'trouble/backup-model.js', purpose: 'Copies the model of production to the newest of its name.' },
  async () => {
    await readServed('production');
    await publish(environmentDirectory('production'), modelDirectory(CANDIDATE));
    const release = await currentRelease('production');
    console.log(`${release} of production is used.`);
    await writeOutput({ backup: release });
  },
);
