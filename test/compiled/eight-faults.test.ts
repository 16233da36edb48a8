/**
 * Eight faults that workflow files for a study in phases have when they are written by hand, one test each: the same
 * study as a chain, compiled, cannot have them. `docs/from-hand-written-yaml.md` tells them.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/engine/event.ts';
import { cli, journalIn, linesOf } from '../drivers/rig.ts';
import { lintWorkflow } from '../rig/lint-workflow.ts';
import { startRunpod } from '../rig/runpod.ts';
import { hasSshd } from '../rig/sshd.ts';
import type { WorkflowOptions } from '../rig/workflow.ts';
import { temporaryFolder } from '../targets/rig.ts';
import { type CompiledProject, type CompiledRun, compiledProject } from './rig.ts';

const example = fileURLToPath(new URL('../../examples/phased-sweep', import.meta.url));
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

type Edit = readonly [path: string, from: string | RegExp, to: string];

function edit(folder: string, edits: readonly Edit[]): void {
  for (const [path, from, to] of edits) {
    const before = read(folder, path);
    const after = before.replace(from, to);
    expect(after, `${path} has ${from}`).not.toBe(before);
    writeFileSync(join(folder, path), after);
  }
}

/** The example with two legs a phase, and what is not asked about left out: each step is a process. */
const short: readonly Edit[] = [
  ['workflows/lstm-study.yml', '/check-data → ', ''],
  ['workflows/lstm-study.yml', '| /train:sigma-0.12 | /train:sigma-0.15 ', ''],
  ['workflows/lstm-study.yml', ' | /deepen:layers-3', ''],
];
/** Trains on the machine that runs the job. */
const here: readonly Edit[] = [
  ['ml-workflow.yml', /(?<= gpu:)\n {4}kind: runpod\n(?: {4}.*\n)+/, ' { kind: local }\n'],
  ['ml-workflow.yml', 'budget: 5usd\n', ''],
];

function exampleWith(...edits: readonly Edit[]): string {
  const folder = temporaryFolder();
  for (const name of ['ml-workflow.yml', 'workflows', 'study', 'scripts'])
    cpSync(join(example, name), join(folder, name), { recursive: true });
  edit(folder, edits);
  return folder;
}

/** `UPDATE_GOLDEN=1` writes what the page shows anew. */
const page = fileURLToPath(new URL('../../docs/from-hand-written-yaml.md', import.meta.url));

/** The block of the page behind `<!-- marker -->`. */
function expectOnPage(marker: string, text: string): void {
  const block = new RegExp(`(?<=^<!-- ${marker} -->\\n\`\`\`\\w+\\n)[\\s\\S]*?(?=^\`\`\`$)`, 'm');
  const before = readFileSync(page, 'utf8');
  if (process.env.UPDATE_GOLDEN === '1')
    writeFileSync(
      page,
      before.replace(block, () => text),
    );
  expect(block.exec(readFileSync(page, 'utf8'))?.[0]).toBe(text);
}

const inExample = async (folder: string, ...words: string[]) => {
  const { code, out, err } = await cli(words, { cwd: folder, environment: { HOME: folder } });
  return { code, out, err };
};
const starts = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'unit-started' ? [event] : []));
/** `train-sigma-0.10`, without the number of its place. */
const unitsOf = (events: readonly RunEvent[]) =>
  starts(events)
    .map(({ node }) => node.replace(/^[\d.]+-/, ''))
    .sort();
const results = ({ run }: CompiledRun) =>
  run.jobs.map(({ id, matrix, result }) => `${id} ${Object.values(matrix ?? {}).join()} ${result}`);
const stepOf = ({ run }: CompiledRun, name: string) =>
  run.jobs.flatMap(({ steps }) => steps).find((step) => step.name === name);

/** Milliseconds, for a run of twenty processes on a machine that has other things to do. */
const patience = 180_000;

// A training is a Python program; with `python3` on the path all of this runs.
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasPython)('the study, compiled', () => {
  let project: CompiledProject;
  /** What lay in the workspace of `conclude`, by run: the files of all units, as the jobs have handed them on. */
  let left: string;
  beforeAll(async () => {
    // Besides training, it says what it was given.
    const training = 'run: &train python3 -m study.cli train';
    const noting = `run: &train echo "$@" $(env | grep ^ML_PARAM_) > "$ML_RUN_DIR/given"; ${training.slice(12)}`;
    const folder = exampleWith(...short, ...here, ['ml-workflow.yml', training, noting]);
    project = await compiledProject({}, { from: [folder] });
    left = temporaryFolder();
  });
  afterAll(async () => await project?.close());

  async function run(name: string, more: Partial<WorkflowOptions>): Promise<CompiledRun> {
    const done = await project.run('lstm-study', {
      ...more,
      atJobEnd: ({ job, workspace }) => {
        if (job !== 'conclude') return;
        // Not into what an earlier try of the test has left.
        rmSync(join(left, name), { recursive: true, force: true });
        cpSync(workspace, join(left, name), { recursive: true });
      },
    });
    expect(project.github.violations).toEqual([]);
    return done;
  }
  const dispatched = (params: string) => ({
    event: { name: 'workflow_dispatch', payload: { inputs: { params } } },
  });

  describe('started by its schedule', () => {
    let done: CompiledRun;
    const folderOf = (directory: string) => {
      const runs = join(left, 'schedule', '.ml-workflow', 'runs');
      return join(runs, readdirSync(runs)[0] ?? '', directory);
    };
    beforeAll(async () => {
      done = await run('schedule', { event: { name: 'schedule', payload: { schedule: '0 4 * * 1' } } });
    }, patience);

    it('1: every job and every phase runs', () => {
      expect(done.run.conclusion).toBe('success');
      expect(results(done)).toEqual([
        'plan  success',
        'm2 sigma-0.10 success',
        'm2 sigma-0.20 success',
        'j3  success',
        'm4 layers-1 success',
        'm4 layers-2 success',
        'j5  success',
        'conclude  success',
      ]);
      expect(unitsOf(done.events)).toEqual([
        'best-model-select',
        'best-model-select',
        'context-best-config',
        'deepen-layers-1',
        'deepen-layers-2',
        'promote',
        'train-sigma-0.10',
        'train-sigma-0.20',
      ]);
      expect(stepOf(done, '/promote')?.outcome).toBe('success');
    });

    it('1: and what a schedule cannot give is asked for before', async () => {
      const folder = exampleWith(['workflows/lstm-study.yml', 'default: all, ', '']);
      const { code, err } = await inExample(folder, 'compile', '--out', 'out');
      expect(code).toBe(2);
      expectOnPage('fault 1', err);
    });

    it('3: 0.10 stays 0.10, in names, arguments, variables and rows', () => {
      expect(done.run.jobs.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['case all · /train (sigma-0.10)', 'case all · /train (sigma-0.20)']),
      );
      const given = starts(done.events).flatMap(({ node, directory }) =>
        /train|deepen/.test(node) ? [read(folderOf(directory), 'given')] : [],
      );
      expect(given.map((line) => line.replace(/ ML_PARAMS_JSON=.*/, '').trim()).sort()).toEqual([
        '--time-warp-sigma 0.10 --num-layers 1 ML_PARAM_LAYERS=1 ML_PARAM_BEST_SIGMA=0.10',
        '--time-warp-sigma 0.10 --num-layers 2 ML_PARAM_LAYERS=2 ML_PARAM_BEST_SIGMA=0.10',
        '--time-warp-sigma 0.10 ML_PARAM_SIGMA=0.10',
        '--time-warp-sigma 0.20 ML_PARAM_SIGMA=0.20',
      ]);
      const folders = readdirSync(folderOf('units')).map((name) => name.replace(/^[\d.]+-/, ''));
      expect(folders).toEqual(expect.arrayContaining(['train-sigma-0.10', 'train-sigma-0.20']));
      const rows = linesOf(join(left, 'schedule', 'experiment_results.jsonl')).map((line) =>
        JSON.parse(line),
      );
      expect(rows.map((row) => row.experiment_id)).toEqual([
        'train_sigma_0.10',
        'train_sigma_0.20',
        'deepen_layers_1',
        'deepen_layers_2',
      ]);
      expect(rows[2]).toMatchObject({ config: { best_sigma: 0.1, layers: 1 } });
      // Named after jobs: no value stands in them that could lose a digit.
      const artifacts = project.artifacts.names(done.run.id);
      expect(artifacts).toEqual(expect.arrayContaining(['ml-m2-0-a1', 'ml-m2-1-a1']));
      expect(artifacts.filter((name) => !/^ml-[a-z]+\d*(?:-\d)?-a1$/.test(name))).toEqual([]);
    });

    it('8: each cell writes in a folder of its own, and all of them come together', () => {
      const cells = starts(done.events).filter(({ node }) => /train|deepen/.test(node));
      expect(new Set(cells.map(({ directory }) => directory)).size).toBe(4);
      for (const { directory } of cells)
        expect(existsSync(join(folderOf(directory), 'weights.json'))).toBe(true);
    });
  });

  it(
    '2: a phase behind one that was left out runs',
    async () => {
      const done = await run('depth', dispatched('phase=depth\nbest-sigma=0.15'));
      expect(results(done)).toEqual([
        'plan  success',
        'm2  skipped',
        'j3  skipped',
        'm4 layers-1 success',
        'm4 layers-2 success',
        'j5  success',
        'conclude  success',
      ]);
      expect(done.run.conclusion).toBe('success');
      expect(existsSync(join(left, 'depth', 'production', 'weights.json'))).toBe(true);
    },
    patience,
  );

  it(
    '7: nothing is promoted when every training has failed, and the run is red',
    async () => {
      const done = await run('failed', dispatched('phase=depth\nbest-sigma=none'));
      expect(results(done)).toEqual([
        'plan  success',
        'm2  skipped',
        'j3  skipped',
        'm4 layers-1 failure',
        'm4 layers-2 failure',
        'j5  success',
        'conclude  failure',
      ]);
      expect(done.run.conclusion).toBe('failure');
      expect(unitsOf(done.events)).toEqual(['continue', 'deepen-layers-1', 'deepen-layers-2']);
      expect(stepOf(done, '/promote')?.outcome).toBe('skipped');
      expect(existsSync(join(left, 'failed', 'production'))).toBe(false);
    },
    patience,
  );
});

const withoutOption: Edit = ['study/cli.py', /.*--num-layers.*\n/, ''];
const python = (text: string) => text.replace(/\S*\/python3(?:\.\d+)?(?=:)/g, 'python3');

describe.skipIf(!hasPython)('before a pod is paid for', () => {
  it('4: a script that is not there stops the run, if its command has a preflight', async () => {
    const folder = exampleWith(...here);
    rmSync(join(folder, 'study/cli.py'));
    expect((await inExample(folder, 'check')).out).toContain('no mistakes found');
    const { code, err } = await inExample(folder, 'run', 'lstm-study');
    expect(code).toBe(2);
    expectOnPage('fault 4', python(err));
    expect(existsSync(join(folder, '.ml-workflow'))).toBe(false);
  });

  it('4: without one it fails at its turn, as a wrong call, and nothing behind it runs', async () => {
    const folder = exampleWith(...here);
    rmSync(join(folder, 'scripts/check_data.py'));
    const { code } = await inExample(folder, 'run', 'lstm-study');
    expect(code).toBe(1);
    const events = journalIn(folder);
    expect(unitsOf(events)).toEqual(['check-data']);
    expect(events).toContainEqual(expect.objectContaining({ type: 'unit-failed', class: 'usage' }));
  });

  it('5: an option that the training lacks ends the plan job, and no leg begins', async () => {
    const project = await compiledProject({}, { from: [exampleWith(...short, ...here, withoutOption)] });
    try {
      const done = await project.run('lstm-study');
      expect(results(done)).toEqual([
        'plan  failure',
        'm2  skipped',
        'j3  skipped',
        'm4  skipped',
        'j5  skipped',
        'conclude  failure',
      ]);
      const [open] = done.run.job('plan').steps;
      expect(JSON.stringify(open?.annotations)).toContain('unrecognized arguments: --num-layers 1');
    } finally {
      await project.close();
    }
  });

  it('5: and RunPod is not asked for anything that costs', async () => {
    const runpod = await startRunpod();
    try {
      const folder = exampleWith(withoutOption);
      const { code, err } = await cli(['run', 'lstm-study'], {
        cwd: folder,
        environment: { HOME: folder, RUNPOD_API_KEY: runpod.key, RUNPOD_API_URL: runpod.url },
      });
      expect(code).toBe(2);
      expectOnPage('fault 5', err);
      expect(runpod.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    } finally {
      await runpod.stop();
    }
  });
});

describe('6: where GPU work runs', () => {
  it('is a target that is declared', async () => {
    const folder = exampleWith(['ml-workflow.yml', 'target: gpu', 'target: cloud']);
    const { code, err } = await inExample(folder, 'check');
    expect(code).toBe(2);
    expectOnPage('fault 6', err);
  });

  // Without OpenSSH's server there are no pods to make: `sshd` on the path runs this.
  it.skipIf(!hasSshd || !hasPython)('is made for the run, and ended by it', async () => {
    const runpod = await startRunpod();
    try {
      const folder = exampleWith(...short);
      for (const words of [
        ['init', '-q'],
        ['add', '.'],
        ['-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-qm', 'all'],
      ])
        expect(spawnSync('git', words, { cwd: folder }).status).toBe(0);
      const { code, out } = await cli(['run', 'lstm-study', '--phase', 'depth'], {
        cwd: folder,
        environment: { HOME: folder, RUNPOD_API_KEY: runpod.key, RUNPOD_API_URL: runpod.url },
      });
      expect(out).toContain('pods: 2 made, all ended and verified');
      expect(code).toBe(0);
      runpod.expectNothingLeft();
      expect(runpod.violations).toEqual([]);
    } finally {
      await runpod.stop();
    }
  });
});

it('8: two cells that write one path are a mistake that is found before anything runs', async () => {
  const folder = exampleWith(...short, [
    'ml-workflow.yml',
    '    axes: [sigma]\n',
    '    axes: [sigma]\n    outputs: [artifacts/simple_lstm_oof.npy]\n',
  ]);
  const { code, err } = await inExample(folder, 'check');
  expect(code).toBe(2);
  expectOnPage('fault 8', err);
});

describe('docs/from-hand-written-yaml.md', () => {
  it('shows the files of the example', () => {
    expectOnPage('file: workflows/lstm-study.yml', read(example, 'workflows/lstm-study.yml'));
    const [, commands = ''] = read(example, 'ml-workflow.yml').split(/^(?=targets:)/m);
    expectOnPage('file: ml-workflow.yml from targets', commands);
  });

  it('shows what is compiled', async () => {
    const folder = exampleWith();
    const { code } = await inExample(folder, 'compile', '--out', 'out');
    expect(code).toBe(0);
    const yaml = read(folder, 'out/lstm-study.yml');
    expect(await lintWorkflow('lstm-study.yml', yaml)).toEqual([]);
    const part = (from: RegExp, to: RegExp) => {
      const start = yaml.search(from);
      return yaml.slice(start, start + 1 + yaml.slice(start + 1).search(to));
    };
    const parts = [
      part(/^on:/m, /^permissions/m),
      part(/^ {2}# 3 legs/m, /^ {2}j5:/m),
      part(/^ {2}j5:/m, /^ {2}conclude:/m),
    ];
    expectOnPage('compiled', `${parts.map((text) => text.trimEnd()).join('\n# …\n')}\n`);
  });
});
