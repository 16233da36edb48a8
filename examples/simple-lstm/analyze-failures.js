/** Looks at where the trained cells go wrong, and says what the numbers suggest to do about it. */

import { dirname, isAbsolute, join, resolve } from 'node:path';
import { CommandError, runCommand } from './command.js';
import { describeFindings, measureCell, shareErrors, writeAnalysis } from './failures.js';
import { openRunDirectory, readIfPresent, readJson, writeWhole } from './files.js';

await runCommand(
  {
    name: 'analyze-failures.js',
    purpose:
      'Reads the predictions of every completed cell; writes analysis.md into $ML_RUN_DIR or runs/local.',
    options: { results: { required: true, help: 'the aggregate.json of a sweep' } },
  },
  async ({ results }) => {
    const aggregate = await readJson(results, 'Aggregate the results of the training first.');
    if (aggregate?.schema !== 1 || !Array.isArray(aggregate.cells)) {
      throw new CommandError(`${results} is not an aggregate of schema 1.`);
    }

    const measured = [];
    const failed = [];
    for (const cell of aggregate.cells) {
      if (cell.status !== 'completed') {
        failed.push({ id: cell.id, error: cell.error ?? cell.status });
        continue;
      }
      const predictions = await readPredictions(cell, results);
      if (predictions === undefined)
        failed.push({ id: cell.id, error: 'no readable predictions.json in its run' });
      else measured.push(measureCell(cell, predictions));
    }

    const shared = shareErrors(measured);
    const findings = describeFindings({ measured, failed, shared });
    const path = join(await openRunDirectory(), 'analysis.md');
    await writeWhole(path, writeAnalysis({ measured, failed, shared, findings }));

    console.log(
      `${measured.length} of ${aggregate.cells.length} cells analysed, ${failed.length} without predictions.`,
    );
    if (measured.length > 0) {
      const [best] = measured;
      console.log(
        `Best: ${best.id}, accuracy ${best.accuracy.toFixed(4)}, recall of class 1 ${best.recall.toFixed(4)}.`,
      );
      console.log(
        `${shared.everywhere.length} test windows are wrong in every cell, ${shared.anywhere} in at least one.`,
      );
    }
    console.log(`${findings.length} findings in ${path}.`);
  },
);

/** A relative run_dir is meant from here, or from where the aggregate lies. */
async function readPredictions(cell, results) {
  if (!cell.run_dir) return undefined;
  const bases = isAbsolute(cell.run_dir) ? [''] : ['.', dirname(results)];
  for (const base of bases) {
    const text = await readIfPresent(join(resolve(base, cell.run_dir), 'predictions.json'));
    if (text === undefined) continue;
    try {
      const predictions = JSON.parse(text);
      return Array.isArray(predictions) && predictions.length > 0 ? predictions : undefined;
    } catch {
      return undefined;
    }
  }
  return undefined;
}
