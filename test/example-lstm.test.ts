/** The example project holds what its README says: it learns, it is deterministic, and it refuses what is wrong. */

import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const EXAMPLE = fileURLToPath(new URL('../examples/simple-lstm', import.meta.url));

/** Enough epochs to learn the order of the two events, few enough to keep this file fast. */
const SHORT = ['--epochs', '12', '--learning-rate', '0.01'];
const TINY = ['--epochs', '2', '--hidden', '4'];

type Result = { code: number | null; stdout: string; stderr: string };
type Metrics = { accuracy: number; class_1_accuracy: number; loss: number; n: number };
type Prediction = { index: number; label: 0 | 1; probability: number };

let project: string;

beforeAll(async () => {
  project = await copyProject();
  expect((await run('prepare.js')).code).toBe(0);
});

afterAll(() => rm(project, { recursive: true, force: true }));

/** A copy without what running the example by hand may have left in it. */
async function copyProject() {
  const target = await mkdtemp(join(tmpdir(), 'simple-lstm-'));
  const leftover = /^(data|runs|deploy|deploy\.(new|old)-.*|experiment_results\.jsonl|\.ml-workflow)$/;
  for (const name of await readdir(EXAMPLE)) {
    if (!leftover.test(name)) await cp(join(EXAMPLE, name), join(target, name), { recursive: true });
  }
  return target;
}

/** Only what a workflow would pass on: nothing of the test's own environment but PATH. */
function run(script: string, args: string[] = [], env: Record<string, string> = {}, cwd = project) {
  return new Promise<Result>((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

function newRun() {
  return mkdtemp(join(project, 'run-'));
}

async function train(args: string[]) {
  const directory = await newRun();
  const result = await run('train.js', args, { ML_RUN_DIR: directory });
  return { directory, ...result };
}

async function trainWell(args: string[]) {
  const result = await train(args);
  expect(result.stderr).toBe('');
  expect(result.code).toBe(0);
  return result;
}

async function readJson<T>(...path: string[]): Promise<T> {
  return JSON.parse(await readFile(join(...path), 'utf8')) as T;
}

function readText(...path: string[]) {
  return readFile(join(...path), 'utf8');
}

describe('training', () => {
  let learned: string;
  let progress: string;

  beforeAll(async () => {
    const result = await trainWell(SHORT);
    learned = result.directory;
    progress = result.stdout;
  });

  test('it learns: the test accuracy is far above always answering the larger class', async () => {
    const { accuracy, class_1_accuracy, n } = await readJson<Metrics>(learned, 'metrics.json');
    const majority = majorityShare(await readJson<Prediction[]>(learned, 'predictions.json'));
    expect(accuracy).toBeGreaterThan(majority + 6 * Math.sqrt((majority * (1 - majority)) / n));
    expect(class_1_accuracy).toBeGreaterThan(0.7);
  });

  test('it prints one JSON line per epoch, and the loss falls', () => {
    const lines = progress
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { epoch: number; epochs: number; loss: number; accuracy: number });
    expect(lines.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(lines.every(({ epochs }) => epochs === 12)).toBe(true);
    expect(lines.at(-1)?.loss).toBeLessThan((lines[0]?.loss ?? 0) / 1.5);
  });

  test('the metrics are what the predictions add up to', async () => {
    const metrics = await readJson<Metrics>(learned, 'metrics.json');
    const predictions = await readJson<Prediction[]>(learned, 'predictions.json');
    const { accuracy, recall } = measure(predictions);
    expect(predictions.map(({ index }) => index)).toEqual(predictions.map((_, index) => index));
    expect(metrics).toMatchObject({ accuracy, class_1_accuracy: recall[1], n: predictions.length });
  });

  test('evaluating the stored model again gives the metrics of its training', async () => {
    const directory = await newRun();
    const result = await run('evaluate.js', ['--model', learned], { ML_RUN_DIR: directory });
    expect(result.code).toBe(0);
    expect(await readText(directory, 'metrics.json')).toBe(await readText(learned, 'metrics.json'));
  });

  test('the model card names the accuracy, the sigma and the data of its run', async () => {
    const card = await readText(learned, 'model-card.md');
    const { accuracy } = await readJson<Metrics>(learned, 'metrics.json');
    const { data_sha256 } = await readJson<{ data_sha256: string }>(learned, 'model.json');
    expect(card).toMatch(/^---\nlicense: mit\n[\s\S]*model-index:[\s\S]*\n---\n/);
    expect(card).toContain(`type: accuracy\n            value: ${accuracy}\n`);
    expect(card).toContain('sigma 0.1');
    expect(card).toContain(data_sha256);
  });

  // Chance is not one number for the accuracy: a model that knows nothing is right in between 0.4 and 0.6 of these
  // windows, depending on how often it answers 1. What it cannot do is to find both classes: the mean of the two
  // recalls is one half, however often it answers 1.
  test('trained on permuted labels it is at chance', async () => {
    const { directory, stdout } = await trainWell([...SHORT, '--shuffle-labels']);
    const last = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as { loss: number };
    // In a few epochs there is nothing to learn but the class shares, whose entropy is 0.673.
    expect(last.loss).toBeGreaterThan(0.62);
    const predictions = await readJson<Prediction[]>(directory, 'predictions.json');
    const majority = majorityShare(predictions);
    const n = predictions.length;
    const { accuracy, recall } = measure(predictions);
    const ones = predictions.filter(({ label }) => label === 1).length;
    const balanced = (recall[0] + recall[1]) / 2;
    const error = Math.sqrt((1 / ones + 1 / (n - ones)) / 16);
    expect(accuracy).toBeLessThan(majority + 4 * Math.sqrt((majority * (1 - majority)) / n));
    expect(Math.abs(balanced - 0.5)).toBeLessThan(4 * error);
    expect(await readText(directory, 'model-card.md')).toContain('This is a control');
  });
});

describe('the problem', () => {
  type Split = { windows: number[][]; labels: number[] };

  test('a linear model on the same windows stays far below the LSTM', async () => {
    const { train, test } = await readJson<{ train: Split; test: Split }>(project, 'data', 'series.json');
    const predict = fitLogisticRegression(train);
    const right = test.windows.filter((window, row) => predict(window) === test.labels[row]).length;
    expect(right / test.labels.length).toBeLessThan(0.8);
  });

  /** Gradient descent on the whole split, with enough steps to be close to its optimum. */
  function fitLogisticRegression({ windows, labels }: Split) {
    const weights = new Float64Array((windows[0]?.length ?? 0) + 1);
    const logit = (window: number[]) =>
      window.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), weights.at(-1) ?? 0);
    for (let step = 0; step < 1000; step += 1) {
      const gradient = new Float64Array(weights.length);
      for (const [row, window] of windows.entries()) {
        const error = 1 / (1 + Math.exp(-logit(window))) - (labels[row] ?? 0);
        for (const [index, value] of [...window, 1].entries())
          gradient[index] = (gradient[index] ?? 0) + error * value;
      }
      for (const [index, slope] of gradient.entries()) {
        weights[index] = (weights[index] ?? 0) - (0.2 * slope) / windows.length;
      }
    }
    return (window: number[]) => (logit(window) >= 0 ? 1 : 0);
  }
});

describe('determinism', () => {
  let first: string;
  beforeAll(async () => {
    first = (await trainWell(TINY)).directory;
  });

  test('the same seed and options give the same bytes', async () => {
    const { directory } = await trainWell(TINY);
    for (const name of ['metrics.json', 'model.json', 'predictions.json', 'model-card.md']) {
      expect(await readText(directory, name)).toBe(await readText(first, name));
    }
  });

  test.each([
    ['another sigma gives other numbers', ['--sigma', '0.12']],
    ['another seed gives other numbers', ['--seed', '8']],
  ])('%s', async (_, args) => {
    const { directory } = await trainWell([...TINY, ...args]);
    const one = await readJson<Metrics & { parameters: number[] }>(directory, 'model.json');
    const other = await readJson<Metrics & { parameters: number[] }>(first, 'model.json');
    expect(one.parameters).toHaveLength(other.parameters.length);
    expect(one.parameters).not.toEqual(other.parameters);
    const loss = (await readJson<Metrics>(directory, 'metrics.json')).loss;
    expect(loss).not.toBe((await readJson<Metrics>(first, 'metrics.json')).loss);
  });

  test('the normalisation from features.js changes no byte of the result', async () => {
    const other = await copyProject();
    try {
      const directory = await newRun();
      expect((await run('prepare.js', [], {}, other)).code).toBe(0);
      expect((await run('features.js', [], {}, other)).code).toBe(0);
      expect((await run('train.js', TINY, { ML_RUN_DIR: directory }, other)).stderr).toBe('');
      expect(await readText(directory, 'model.json')).toBe(await readText(first, 'model.json'));

      const path = join(other, 'data', 'features.json');
      const stale = { ...(await readJson<object>(path)), mean: [9, 9], data_sha256: 'of other data' };
      await writeFile(path, JSON.stringify(stale));
      const result = await run('train.js', TINY, { ML_RUN_DIR: directory }, other);
      expect(result.stderr).toContain('does not belong to');
      expect(await readText(directory, 'model.json')).toBe(await readText(first, 'model.json'));
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  });

  test('preparing twice leaves the same file and says so', async () => {
    const output = join(project, 'prepare-output.txt');
    const before = await readText(project, 'data', 'series.json');
    const { stdout, code } = await run('prepare.js', [], { ML_OUTPUT: output });
    expect(code).toBe(0);
    expect(stdout).toContain('already there');
    expect(await readText(project, 'data', 'series.json')).toBe(before);
    expect(await readText(output)).toMatch(/^rows=1600\nsha256=[0-9a-f]{64}\n$/);
  });
});

describe('the gradient by hand', () => {
  type Lstm = {
    forward(parameters: Float64Array, window: number[]): number;
    backward(parameters: Float64Array, gradient: Float64Array, logitGradient: number): void;
  };
  type Library = {
    createLstm(shape: object): Lstm;
    createParameters(shape: object, random: object): Float64Array;
    createRandom(seed: number, stream?: number): { normal(): number };
    crossEntropy(logit: number, label: number): number;
    sigmoid(value: number): number;
  };

  async function load(): Promise<Library> {
    const [lstm, random] = await Promise.all(
      ['lstm.js', 'random.js'].map((name) => import(pathToFileURL(join(EXAMPLE, name)).href)),
    );
    return { ...lstm, ...random };
  }

  test.each([0, 1])('equals numeric differences in every parameter (label %i)', async (label) => {
    const { createLstm, createParameters, createRandom, crossEntropy, sigmoid } = await load();
    const shape = { inputs: 2, hidden: 4, steps: 9 };
    const lstm = createLstm(shape);
    const random = createRandom(3);
    // Larger than initial weights, so that every gate works away from the middle of its curve.
    const parameters = createParameters(shape, random).map((value) => value + 0.5 * random.normal());
    const window = Array.from({ length: shape.steps * shape.inputs }, () => random.normal());
    const loss = () => crossEntropy(lstm.forward(parameters, window), label);

    const gradient = new Float64Array(parameters.length);
    const logit = lstm.forward(parameters, window);
    lstm.backward(parameters, gradient, sigmoid(logit) - label);

    const step = 1e-5;
    const numeric = parameters.map((value, index) => {
      parameters[index] = value + step;
      const above = loss();
      parameters[index] = value - step;
      const below = loss();
      parameters[index] = value;
      return (above - below) / (2 * step);
    });
    const distances = numeric.map((value, index) => Math.abs(value - (gradient[index] ?? Number.NaN)));
    expect(Math.max(...distances)).toBeLessThan(1e-8);
    expect(Math.max(...gradient.map(Math.abs))).toBeGreaterThan(1e-2);
    expect(gradient.every((value) => value !== 0)).toBe(true);
  });
});

describe('refusals', () => {
  test.each([
    ['an unknown option', ['--sigmas', '0.1']],
    ['a sigma that is no number', ['--sigma', 'much']],
    ['a negative sigma', ['--sigma=-0.1']],
    ['an empty value', ['--epochs=']],
    ['half an epoch', ['--epochs', '0.5']],
    ['an argument without an option', ['0.1']],
  ])('%s ends with one line and exit code 2', async (_, args) => {
    const { code, stdout, stderr } = await train(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^train\.js: [^\n]+\n$/);
  });

  test('missing data ends with exit code 1 and says how to make it', async () => {
    const { code, stderr } = await train(['--data', 'data/nothing.json']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^train\.js: .*data\/nothing\.json.*node prepare\.js\n$/);
  });

  test.each(['1e9', '1e12'])(
    'training that diverges (learning rate %s) leaves no metrics behind',
    async (rate) => {
      const { code, stderr, directory } = await train(['--learning-rate', rate]);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^train\.js: Training diverged: [^\n]+\n$/);
      expect(await readdir(directory)).toEqual([]);
    },
  );

  test('a failed run does not keep the metrics of the run before it', async () => {
    const { directory } = await trainWell(TINY);
    const { code } = await run('train.js', ['--learning-rate', '1e9'], { ML_RUN_DIR: directory });
    expect(code).toBe(1);
    expect(await readdir(directory)).toEqual([]);
  });

  test.each([
    'train.js',
    'prepare.js',
    'evaluate.js',
    'deploy.js',
    'analyze-failures.js',
    'validate-data.js',
    'features.js',
    'tune.js',
  ])('%s explains itself with --help', async (script) => {
    const { code, stdout, stderr } = await run(script, ['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`node ${script}`);
  });
});

describe('deploying', () => {
  let winner: string;
  beforeAll(async () => {
    winner = (await trainWell(TINY)).directory;
  });

  /** Every test deploys a copy of the run, and its own changes to it. */
  async function deploy(change: (directory: string) => Promise<void> = async () => {}) {
    const directory = await newRun();
    await cp(winner, directory, { recursive: true });
    await change(directory);
    const output = join(directory, 'output.txt');
    return { directory, output, ...(await run('deploy.js', ['--model', directory], { ML_OUTPUT: output })) };
  }

  function leftovers(names: string[]) {
    return names.filter((name) => name.startsWith('deploy.') && name !== 'deploy.js');
  }

  test('the winner and its papers arrive whole', async () => {
    for (const round of [1, 2]) {
      const { code, stdout, directory, output } = await deploy();
      expect({ round, code }).toEqual({ round, code: 0 });
      expect(stdout.trimEnd().split('\n')).toHaveLength(1);
      for (const name of ['model.json', 'model-card.md', 'metrics.json']) {
        expect(await readText(project, 'deploy', name)).toBe(await readText(winner, name));
      }
      const deployment = await readJson<Record<string, string>>(project, 'deploy', 'deployment.json');
      expect(deployment.from).toBe(directory);
      expect(deployment.deployed_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      expect(await readText(output)).toBe(`deployed=${deployment.model_sha256?.slice(0, 12)}\n`);
      expect(leftovers(await readdir(project))).toEqual([]);
    }
  });

  test.each<[string, (directory: string) => Promise<void>, RegExp]>([
    [
      'a model whose weights were changed',
      (directory) =>
        edit(directory, 'model.json', (model: { parameters: number[] }) => ({
          ...model,
          parameters: model.parameters.map((value) => -value),
        })),
      /Refused: .*metrics\.json says accuracy/,
    ],
    [
      'metrics that claim more than the model has',
      (directory) => edit(directory, 'metrics.json', (metrics: Metrics) => ({ ...metrics, accuracy: 0.999 })),
      /Refused: .*metrics\.json says accuracy 0\.999/,
    ],
    [
      'metrics without an accuracy',
      (directory) => edit(directory, 'metrics.json', () => ({})),
      /Refused: .*metrics\.json says accuracy undefined/,
    ],
    ['a model without its card', (directory) => rm(join(directory, 'model-card.md')), /no model-card\.md/],
    ['a run without a model', (directory) => rm(join(directory, 'model.json')), /no .*model\.json/],
    [
      'half a model',
      async (directory) =>
        writeFile(join(directory, 'model.json'), (await readText(winner, 'model.json')).slice(0, 99)),
      /not valid JSON/,
    ],
    [
      'a model of other data',
      (directory) =>
        edit(directory, 'model.json', (model: object) => ({ ...model, data_sha256: 'f'.repeat(64) })),
      /was trained with data f{12}/,
    ],
  ])('%s is refused, and what is deployed stays', async (_, change, reason) => {
    expect((await deploy()).code).toBe(0);
    const before = await readText(project, 'deploy', 'deployment.json');
    const { code, stdout, stderr } = await deploy(change);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(await readText(project, 'deploy', 'deployment.json')).toBe(before);
    expect(leftovers(await readdir(project))).toEqual([]);
  });
});

describe('the data check', () => {
  type Dataset = {
    train: { windows: (number | null)[][]; labels: number[] };
    test: { windows: (number | null)[][]; labels: number[] };
  };

  test('the generated data passes', async () => {
    const directory = await newRun();
    const output = join(directory, 'output.txt');
    const { code, stderr } = await run('validate-data.js', [], { ML_RUN_DIR: directory, ML_OUTPUT: output });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { data_quality } = await readJson<{ data_quality: number }>(directory, 'metrics.json');
    expect(data_quality).toBeGreaterThan(0.9);
    expect(data_quality).toBeLessThanOrEqual(1);
    expect(await readText(output)).toBe(`score=${data_quality}\n`);
  });

  test.each<[string, string, (data: Dataset) => void]>([
    ['a missing value', 'missing', (data) => replaceFirst(data.train.windows, [null])],
    ['a sentinel value', 'range', (data) => replaceFirst(data.train.windows, [-999])],
    [
      'a test window from the train split',
      'leak',
      (data) => replaceFirst(data.test.windows, data.train.windows[0]),
    ],
    ['a class that is hardly there', 'balance', (data) => data.train.labels.fill(0, 5)],
    ['a label too few', 'schema', (data) => data.train.labels.pop()],
  ])('%s fails', async (_, check, spoil) => {
    const directory = await newRun();
    const data = await readJson<Dataset>(project, 'data', 'series.json');
    spoil(data);
    const path = join(directory, 'series.json');
    await writeFile(path, JSON.stringify(data));
    const { code, stderr } = await run('validate-data.js', ['--data', path], { ML_RUN_DIR: directory });
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`failed: ${check}\\.\n$`));
    const { data_quality } = await readJson<{ data_quality: number }>(directory, 'metrics.json');
    expect(data_quality).toBeLessThan(1);
  });
});

describe('around the training', () => {
  test('tuning picks the best of its trials and hands it on', async () => {
    const directory = await newRun();
    const output = join(directory, 'output.txt');
    const args = ['--trials', '3', '--epochs', '1'];
    const { code, stderr } = await run('tune.js', args, { ML_RUN_DIR: directory, ML_OUTPUT: output });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    type Trial = { learning_rate: number; hidden: number; accuracy: number };
    const best = await readJson<Trial & { validation_accuracy: number; trials: Trial[] }>(
      directory,
      'best.json',
    );
    expect(best.trials).toHaveLength(3);
    expect(best.validation_accuracy).toBe(Math.max(...best.trials.map(({ accuracy }) => accuracy)));
    expect(await readText(output)).toBe(`learning_rate=${best.learning_rate}\nhidden=${best.hidden}\n`);
  });

  test('the failure analysis counts what the predictions say, and lists the cells that gave none', async () => {
    const directory = await newRun();
    const answers = {
      'train-a': [0.1, 0.2, 0.9, 0.05],
      'train-b': [0.6, 0.2, 0.9, 0.3],
    };
    const labels = [0, 0, 1, 1];
    const cells: object[] = [];
    for (const [id, probabilities] of Object.entries(answers)) {
      const predictions = probabilities.map((probability, index) => ({
        index,
        label: labels[index],
        probability,
      }));
      await cp(join(EXAMPLE, 'package.json'), join(directory, id, 'package.json'));
      await writeFile(join(directory, id, 'predictions.json'), JSON.stringify(predictions));
      cells.push({
        id,
        status: 'completed',
        run_dir: id,
        config: { sigma: '0.10' },
        metrics: null,
        error: null,
      });
    }
    cells.push({
      id: 'train-c',
      status: 'failed',
      run_dir: null,
      config: {},
      metrics: null,
      error: 'out of\nmemory',
    });
    const results = join(directory, 'aggregate.json');
    await writeFile(results, JSON.stringify({ schema: 1, cells }));

    const { code, stdout } = await run('analyze-failures.js', ['--results', results], {
      ML_RUN_DIR: directory,
    });
    expect(code).toBe(0);
    expect(stdout).toContain('2 of 3 cells analysed');
    expect(stdout).toContain('Best: train-a, accuracy 0.7500');
    expect(stdout).toContain('1 test windows are wrong in every cell, 2 in at least one.');
    const analysis = await readText(directory, 'analysis.md');
    expect(analysis).toContain('| train-a | 0.10 | 0.7500 | 0.5000 | 1 of 4 | |');
    expect(analysis).toContain('| train-c | | | | | out of memory |');
    expect(analysis).toContain('Index in the test split: 3.');
    expect(analysis).toContain('| label 0 | 1 | 1 |\n| label 1 | 1 | 1 |');
  });
});

function measure(predictions: Prediction[]) {
  const isRight = ({ label, probability }: Prediction) => (probability >= 0.5 ? 1 : 0) === label;
  const share = (list: Prediction[]) => list.filter(isRight).length / list.length;
  const ofClass = (wanted: number) => share(predictions.filter(({ label }) => label === wanted));
  return { accuracy: share(predictions), recall: [ofClass(0), ofClass(1)] as const };
}

function majorityShare(predictions: Prediction[]) {
  const ones = predictions.filter(({ label }) => label === 1).length / predictions.length;
  return Math.max(ones, 1 - ones);
}

async function edit<T>(directory: string, name: string, change: (value: T) => unknown) {
  const path = join(directory, name);
  await writeFile(path, JSON.stringify(change(await readJson<T>(path))));
}

/** Overwrites the start of the first window. */
function replaceFirst(windows: (number | null)[][], values: (number | null)[] = []) {
  windows[0]?.splice(0, values.length, ...values);
}
