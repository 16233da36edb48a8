/** Prepares the watch over a model: what is watched, from which value it alarms, and the inputs as they were trained on. */

import { join } from 'node:path';
import { runCommand } from '../../simple-lstm/command.js';
import { readDataset } from '../../simple-lstm/data.js';
import { readJson, writeJson, writeOutput, writeWhole } from '../../simple-lstm/files.js';
import { readLimits } from '../lib/limits.js';
import { CANDIDATE, DATA, MONITORING, modelDirectory } from '../lib/paths.js';
import { table } from '../lib/report.js';
import { deciles, sharesOf } from '../lib/statistics.js';
import { columnOf } from '../lib/windows.js';

const ALERTS = ['performance', 'drift'];
/** Standard errors below the tested accuracy before anybody is woken. */
const TOLERANCE = 3;

await runCommand(
  {
    name: 'monitoring/setup.js',
    purpose: 'Writes the configuration of the monitoring and the statistics of the training inputs.',
    options: {
      model: { default: CANDIDATE, help: 'name or folder of the model' },
      alerts: {
        default: ALERTS.join(','),
        help: `some of ${ALERTS.join(', ')}`,
        read: readAlerts,
        expects: 'a list of alerts',
      },
      dashboard: { flag: true, help: 'also writes dashboard.md' },
    },
  },
  async ({ model, alerts, dashboard }) => {
    const { accuracy, n } = await readJson(
      join(modelDirectory(model), 'metrics.json'),
      'Train a model first.',
    );
    const { dataset } = await readDataset(DATA);
    const inputs = dataset.features.map((name, feature) => {
      const values = columnOf(dataset.train.windows, feature, dataset.features.length);
      const edges = deciles(values);
      return {
        name,
        mean: values.reduce((sum, value) => sum + value, 0) / values.length,
        edges,
        shares: sharesOf(values, edges),
      };
    });
    const { max_psi } = await readLimits();
    const least = accuracy - TOLERANCE * Math.sqrt((accuracy * (1 - accuracy)) / n);
    const thresholds = {
      ...(alerts.includes('performance') ? { min_accuracy: least } : {}),
      ...(alerts.includes('drift') ? { max_psi } : {}),
    };
    await writeJson(join(MONITORING, 'baseline.json'), { accuracy, n, inputs });
    await writeJson(join(MONITORING, 'config.json'), { model, alerts, ...thresholds });
    if (dashboard) await writeWhole(join(MONITORING, 'dashboard.md'), dashboardOf(model, inputs, thresholds));
    console.log(`${alerts.join(' and ')} of ${model} will be watched: ${JSON.stringify(thresholds)}`);
    await writeOutput({ alerts: alerts.join(',') });
  },
);

function readAlerts(text) {
  const names = text.split(',');
  return names.every((name) => ALERTS.includes(name)) ? names : undefined;
}

function dashboardOf(model, inputs, thresholds) {
  const rows = inputs.map(({ name, mean, edges }) => [
    name,
    mean.toFixed(3),
    edges[0].toFixed(3),
    edges[8].toFixed(3),
  ]);
  const alarms = Object.entries(thresholds).map(([name, value]) => [name, value.toFixed(3)]);
  return `# ${model}\n\n${table(['input', 'mean', '10 %', '90 %'], rows)}\n\n${table(['alarm', 'at'], alarms)}\n`;
}
