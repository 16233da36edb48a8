/** Compares the points that were trained over a list; names the best for the deployment. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, runCommand } from '../../simple-lstm/command.js';
import { openRunDirectory, readJson, writeJson, writeOutput } from '../../simple-lstm/files.js';
import { SWEEP } from '../lib/paths.js';
import { table, writeReport } from '../lib/report.js';

await runCommand(
  {
    name: 'training/results-analysis.js',
    purpose: 'Ranks the trained points by accuracy, then by loss; reports them and sets the best one.',
  },
  async () => {
    const names = await readdir(SWEEP).catch(() => []);
    if (names.length === 0) throw new CommandError(`No point was trained: ${SWEEP} is empty.`);
    const points = [];
    for (const name of names.sort())
      points.push({ name, ...(await readJson(join(SWEEP, name, 'metrics.json'), '')) });
    points.sort((one, other) => other.accuracy - one.accuracy || one.loss - other.loss);
    const [best] = points;
    const worst = points[points.length - 1];
    const error = Math.sqrt((best.accuracy * (1 - best.accuracy)) / best.n);
    const rows = points.map(({ name, accuracy, f1, loss }) => [
      name,
      ...[accuracy, f1, loss].map((value) => value.toFixed(4)),
    ]);
    const spread = best.accuracy - worst.accuracy;
    const verdict =
      spread < 2 * error ? 'within chance: another seed may turn it round' : 'more than chance gives';
    await writeReport(
      'results-analysis',
      `# Results\n\n${table(['point', 'accuracy', 'f1', 'loss'], rows)}\n\nBest and worst are ${spread.toFixed(4)} apart, ${verdict}.\n`,
    );
    const { name: _name, ...metrics } = best;
    await writeJson(join(await openRunDirectory(), 'metrics.json'), metrics);
    await writeOutput({ best_model: join(SWEEP, best.name) });
    console.log(`${best.name} is best of ${points.length}, accuracy ${best.accuracy.toFixed(4)}`);
  },
);
