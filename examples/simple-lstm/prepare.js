/** Makes a machine ready for training: checks Node and generates the data. Safe to repeat. */

import { CommandError, runCommand } from './command.js';
import { formatDataset, generateDataset, SPLITS, sha256 } from './data.js';
import { readIfPresent, writeOutput, writeWhole } from './files.js';

const OLDEST_NODE = [20, 11];

await runCommand(
  {
    name: 'prepare.js',
    purpose: 'Checks the Node version and generates the data set. Does nothing if the data is already there.',
    options: { data: { default: 'data/series.json', help: 'where the data goes' } },
  },
  async ({ data }) => {
    requireNode();
    const dataset = generateDataset();
    const content = formatDataset(dataset);
    const hash = sha256(content);
    const present = await readIfPresent(data);
    const isCurrent = present !== undefined && sha256(present) === hash;
    if (!isCurrent) await writeWhole(data, content);

    const sizes = SPLITS.map((name) => `${name} ${dataset[name].labels.length}`).join(', ');
    const rows = SPLITS.reduce((sum, name) => sum + dataset[name].labels.length, 0);
    console.log(`Node ${process.versions.node} is recent enough.`);
    console.log(`${data} ${isCurrent ? 'is already there' : 'written'}: ${rows} windows (${sizes}).`);
    console.log(`sha256 ${hash}`);
    await writeOutput({ rows, sha256: hash });
  },
);

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new CommandError(
    `Node ${OLDEST_NODE.join('.')} or newer is needed, this is ${process.versions.node}.`,
  );
}
