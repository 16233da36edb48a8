/** Ends an experiment: its report, its model beside it, a line of the registry, and what is left to do as debt. */

import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../simple-lstm/command.js';
import { readIfPresent, readJson, writeOutput, writeWhole } from '../../simple-lstm/files.js';
import { publish } from '../lib/models.js';
import { CANDIDATE, modelDirectory, REPORTS } from '../lib/paths.js';
import { currentRelease } from '../lib/releases.js';
import { table, writeReport } from '../lib/report.js';

await runCommand(
  {
    name: 'experiment/register.js',
    purpose: 'Writes the report of an experiment and the registries of reports and of debt.',
    options: {
      experiment: { required: true, help: 'its folder' },
      debt: { flag: true, help: 'its metrics did not meet the thresholds' },
    },
  },
  async ({ experiment: directory, debt }) => {
    const { name, started } = await readJson(
      join(directory, 'experiment.json'),
      'Begin an experiment first.',
    );
    const model = modelDirectory(CANDIDATE);
    const metrics = await readJson(join(model, 'metrics.json'), 'Train a model first.');
    await publish(model, join(directory, 'model'));

    const report = `impl-ml-run-${name}-${started.slice(0, 10).replaceAll('-', '')}`;
    const outcome = debt
      ? 'Below the thresholds: not deployed'
      : `Deployed: ${await currentRelease('production')}`;
    const rows = Object.entries(metrics).map(([metric, value]) => [metric, Number(value.toFixed(4))]);
    await writeReport(report, `# ${name}\n\n${outcome}.\n\n${table(['metric', 'value'], rows)}\n`);

    const summary = `accuracy ${metrics.accuracy.toFixed(4)}, f1 ${metrics.f1.toFixed(4)}`;
    await appendFile(
      join(REPORTS, '_registry.md'),
      `- ${report} | ${debt ? 'Below thresholds' : 'Complete'} | ${summary}\n`,
    );
    if (debt) await addDebt(`${name} is below its thresholds: ${summary}`, report);
    console.log(`${report}: ${summary}`);
    await writeOutput({ registered: report });
  },
);

async function addDebt(description, report) {
  const path = join(REPORTS, '_tech-debt.md');
  const before = (await readIfPresent(path)) ?? '';
  const number = String(before.split('**TD-').length).padStart(3, '0');
  const entry = `- [ ] **TD-${number}**: ${description}\n  - **Impact:** High\n  - **Source:** ${report}.md\n`;
  await writeWhole(path, before + entry);
}
