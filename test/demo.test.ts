/** The shipped workflows over the example project, as `npm run demo` runs them: real training, real gates. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cli, journalIn, linesOf, runFolder } from './drivers/rig.ts';
import { temporaryFolder } from './targets/rig.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const workflow = (name: string) => join(root, 'workflows', `${name}.yml`);

/** The example without what runs of it have left behind. */
function example(): string {
  const folder = temporaryFolder();
  const source = join(root, 'examples', 'simple-lstm');
  const left = /^(data|runs|deploy|deploy\.(new|old)-.*|experiment_results\.jsonl|\.ml-workflow)$/;
  for (const name of readdirSync(source))
    if (!left.test(name)) cpSync(join(source, name), join(folder, name), { recursive: true });
  return folder;
}

/** Fewer than 20 epochs want a lower learning rate, which the sweep has no parameter for: the project file gets it. */
function quick(folder: string): void {
  const file = join(folder, 'ml-workflow.yml');
  const text = readFileSync(file, 'utf8');
  const slower = text.replace(
    'learning-rate: { type: number, default: 0.02',
    'learning-rate: { type: number, default: 0.01',
  );
  expect(slower).not.toBe(text);
  writeFileSync(file, slower);
}

const sigmas = ['0.10', '0.12', '0.15', '0.20'];

describe('runpod-hpo-parallel', () => {
  it('trains four models at once, selects, passes its gate and deploys', async () => {
    const folder = example();
    const { code, out, err } = await cli([
      'run',
      workflow('runpod-hpo-parallel'),
      '--project',
      folder,
      '--format',
      'json',
    ]);
    expect([code, err]).toEqual([0, '']);
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      schema_version: 1,
      workflow: 'runpod-hpo-parallel',
      decision: 'passed',
      reason_code: 'gates-met',
      failures: [],
    });

    const events = journalIn(folder);
    const starts = events.flatMap((event) =>
      event.type === 'unit-started' && event.node.includes('-train-') ? [event] : [],
    );
    const ends = events.flatMap((event) =>
      event.type === 'unit-succeeded' && event.node.includes('-train-') ? [event] : [],
    );
    expect([starts.length, ends.length]).toEqual([4, 4]);
    const lastStart = Math.max(...starts.map(({ seq }) => seq));
    expect(lastStart, 'all four had started before the first ended').toBeLessThan(
      Math.min(...ends.map(({ seq }) => seq)),
    );

    const rows = linesOf(join(folder, 'experiment_results.jsonl')).map((line) => JSON.parse(line));
    expect(rows).toHaveLength(4);
    expect(rows.map((row) => row.experiment_id).sort()).toEqual(
      sigmas.map((sigma) => `phase1_sigma_${sigma}`),
    );
    for (const row of rows) {
      expect(row).toMatchObject({
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
        phase: 1,
        metrics: {
          accuracy: expect.any(Number),
          loss: expect.any(Number),
          class_1_accuracy: expect.any(Number),
          n: 600,
        },
        config: { epochs: 40, seed: 7, sigma: expect.any(Number) },
        status: 'completed',
        run: { workflow: 'runpod-hpo-parallel', attempt: 1 },
      });
    }
    const best = [...rows].sort((a, b) => b.metrics.accuracy - a.metrics.accuracy)[0];
    expect(report.gates).toMatchObject([{ outcome: 'met', text: 'best-acc>0.90' }]);
    expect(report.sweeps[0].rows.filter((row: { best: boolean }) => row.best)).toMatchObject([
      { title: `/train:sigma-${best.experiment_id.slice('phase1_sigma_'.length)}` },
    ]);

    const winner = JSON.parse(
      readFileSync(join(runFolder(folder), 'units', '4-best-model-select', 'winner.json'), 'utf8'),
    );
    expect(winner).toMatchObject({ run_name: best.experiment_id, accuracy: best.metrics.accuracy });
    expect(readdirSync(join(folder, 'deploy'))).toEqual(
      expect.arrayContaining(['model.json', 'model-card.md']),
    );
    expect(readFileSync(join(folder, 'deploy', 'model.json'))).toEqual(
      readFileSync(join(folder, winner.run_dir, 'model.json')),
    );
  });

  it('takes the other branch when the best is not good enough: analysis, and no deployment', async () => {
    const folder = example();
    quick(folder);
    const shipped = readFileSync(workflow('runpod-hpo-parallel'), 'utf8');
    const strict = join(folder, 'strict.yml');
    writeFileSync(strict, shipped.replace('best-acc>0.90', 'best-acc>0.999'));
    const { code, out } = await cli([
      'run',
      strict,
      '--project',
      folder,
      '--epochs',
      '6',
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      decision: 'handled',
      reason_code: 'else-branch',
      gates: [{ outcome: 'not-met' }],
    });
    expect(existsSync(join(folder, 'deploy'))).toBe(false);
    const analysis = report.steps.find((step: { title: string }) => step.title === '/analyze-failures');
    expect(analysis).toMatchObject({ status: 'succeeded' });
    const written = readdirSync(join(runFolder(folder), 'units', analysis.id)).filter(
      (name) => !name.startsWith('ml.'),
    );
    expect(written.length).toBeGreaterThan(0);
  });
});

describe('ml-pipeline-full', () => {
  it('goes from data to deployment', async () => {
    const folder = example();
    const { code, out, err } = await cli([
      'run',
      workflow('ml-pipeline-full'),
      '--project',
      folder,
      '--epochs',
      '20',
      '--format',
      'json',
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ decision: 'passed', reason_code: 'gates-met' });
    expect(existsSync(join(folder, 'deploy', 'model.json'))).toBe(true);
  });
});
