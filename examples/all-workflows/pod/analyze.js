/** Looks at one model's errors: confusion, confidence, and what to do about them. */

import { join } from 'node:path';
import { runCommand } from '../../simple-lstm/command.js';
import { describeFindings, measureCell, shareErrors, writeAnalysis } from '../../simple-lstm/failures.js';
import { readJson, writeOutput } from '../../simple-lstm/files.js';
import { CANDIDATE, modelDirectory } from '../lib/paths.js';
import { writeReport } from '../lib/report.js';

await runCommand(
  {
    name: 'pod/analyze.js',
    purpose: 'Analyses the predictions of the newest model.',
    options: { model: { default: CANDIDATE, help: 'name or folder of the model' } },
  },
  async ({ model }) => {
    const predictions = await readJson(
      join(modelDirectory(model), 'predictions.json'),
      'Train a model first.',
    );
    const measured = [measureCell({ id: model, config: {} }, predictions)];
    const shared = shareErrors(measured);
    const findings = describeFindings({ measured, failed: [], shared });
    await writeReport('analysis', writeAnalysis({ measured, failed: [], shared, findings }));
    const [{ accuracy, recall }] = measured;
    console.log(
      `accuracy ${accuracy.toFixed(4)}, recall of class 1 ${recall.toFixed(4)}; ${findings.length} findings`,
    );
    await writeOutput({ findings: findings.length });
  },
);
