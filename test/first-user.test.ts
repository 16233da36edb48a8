/**
 * From nothing to a sweep, in a repository that looks like the first user's, by the built program: init, check, plan, doctor, a
 * real run; and a comment that runs it by ten lines of YAML.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionFolder, action as actionName } from './compiled/rig.ts';
import { type CliOptions, cli, type Ended, linesOf, runFolder } from './drivers/rig.ts';
import { commitAll, firstUser, gitIn } from './first-user-rig.ts';
import { type RigGitHub, startGitHub } from './rig/github.ts';
import { lintWorkflow } from './rig/lint-workflow.ts';
import { runWorkflow, type WorkflowRun } from './rig/workflow.ts';
import { temporaryFolder } from './targets/rig.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const split = 'data/splits/temporal_split.json';
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
const edit = (folder: string, path: string, from: string, to: string) => {
  const before = read(folder, path);
  expect(before).toContain(from);
  writeFileSync(join(folder, path), before.replace(from, to));
};
const within =
  (folder: string, more: CliOptions = {}) =>
  (...words: string[]): Promise<Ended> =>
    cli(words, { cwd: folder, ...more });

describe('the training of the package', () => {
  let folder: string;
  let ml: (...words: string[]) => Promise<Ended>;
  let first: Ended;
  beforeAll(async () => {
    folder = firstUser();
    ml = within(folder);
    first = await ml('init', '--yes', '--template', 'sweep');
  });

  it('init finds it, and says what it cannot see', () => {
    expect(first.code).toBe(0);
    expect(first.out).toContain(
      'training   PYTHONPATH=src python3 -m moola.cli train, from src/moola/cli.py\n',
    );
    expect(first.out).toContain('sweeps     --jitter-sigma\n');
    expect(first.out).toContain('accuracy in a metrics.json, whose folder is not to be seen in the program');
    expect(first.out).toContain('write a `default:` for --split into workflows/sweep.yml');
    // What stands in .factory/ and is no agent is told once, and hinders nothing.
    expect(first.err.match(/^(?:error|warning|notice).*/gm)).toEqual([
      'notice: `.factory/droids/ml-engineer.md` is no agent: it has no frontmatter [not-imported]',
      'notice: `.factory/droids/ml_workflow_orchestrator.md` is no agent: it has no frontmatter [not-imported]',
    ]);
  });

  it('what it writes passes check, fmt, compile and doctor, and what GitHub reads is for GitHub', async () => {
    for (const words of [
      ['check'],
      ['fmt', '--check'],
      ['compile', '--check'],
      ['init', '--router', '--check'],
    ])
      expect([words, (await ml(...words)).code]).toEqual([words, 0]);
    const doctor = await ml('doctor', '--offline');
    expect([doctor.code, doctor.out]).toEqual([0, expect.stringContaining('no problems')]);
    for (const name of ['ml', 'ml-run', 'sweep'])
      expect(await lintWorkflow(`${name}.yml`, read(folder, `.github/workflows/${name}.yml`))).toEqual([]);
    const { out, code } = await ml('plan', 'sweep', '--split', split);
    expect(code).toBe(0);
    expect(out).toMatch(/\/train:jitter-sigma-0\.03 +jitter-sigma=0\.03, split=\S+, seed=1337/);
  });

  it('is not replaced by a second init', async () => {
    const before = read(folder, 'ml-workflow.yml');
    const { code, err } = await ml('init', '--yes');
    expect([code, err]).toEqual([2, expect.stringContaining('there already')]);
    expect(read(folder, 'ml-workflow.yml')).toBe(before);
  });

  it('a run without the split that it needs begins nothing', async () => {
    const { code, err } = await ml('run', 'sweep');
    expect([code, err]).toEqual([2, expect.stringContaining('`sweep` needs `--split`')]);
    expect(existsSync(join(folder, '.ml-workflow'))).toBe(false);
  });

  it('a run whose numbers nobody has named fails, and says which are missing', async () => {
    const { code, out } = await ml('run', 'sweep', '--split', split);
    expect([code, out]).toEqual([1, expect.stringContaining('accuracy')]);
  });

  it('does a real sweep once the file is named, and leaves nothing for git', async () => {
    edit(
      folder,
      'ml-workflow.yml',
      '- { output: [accuracy] }',
      '- { json: artifacts/models/simple_lstm/metrics.json, fields: [accuracy, f1] }\n    isolation: copy\n    inputs: [data/splits]',
    );
    edit(folder, 'workflows/sweep.yml', 'split: {}', `split: { default: ${split} }`);
    expect((await ml('compile')).code).toBe(0);
    const { code, out } = await ml('run', 'sweep');
    expect([code, out]).toEqual([0, expect.stringContaining('gate met')]);
    expect(out).toMatch(/★ +0\.03 +0\.95/);
    const rows = linesOf(join(folder, 'experiment_results.jsonl')).map((line) => JSON.parse(line));
    const cells = rows.filter(({ metrics }) => metrics?.accuracy !== undefined);
    // In the order in which they have finished.
    expect(cells.map(({ config }) => config.jitter_sigma).sort()).toEqual([0.015, 0.03, 0.06]);
    commitAll(folder, 'The workflow');
    expect(gitIn(folder, 'status', '--porcelain')).toBe('');
    expect(gitIn(folder, 'ls-files')).not.toMatch(/jsonl|^data|^artifacts|\.ml-workflow/m);
  });
});

describe('a script with an option for its output', () => {
  it('runs as init has written it', async () => {
    const folder = firstUser();
    const ml = within(folder);
    const { code, out } = await ml('init', '--yes', '--train', 'python3 scripts/train_enhanced.py');
    expect([code, out]).toEqual([0, expect.stringContaining('val_acc in $ML_RUN_DIR/results.json\n')]);
    const run = await ml('run', 'sweep');
    expect([run.code, run.out]).toEqual([0, expect.stringContaining('gate met')]);
    const report = await ml('resume', '--format', 'json');
    expect(JSON.parse(report.out)).toMatchObject({ decision: 'passed' });
    expect(existsSync(runFolder(folder))).toBe(true);
  });
});

describe('a comment, and ten lines of YAML', () => {
  const page = readFileSync(join(root, 'docs', 'getting-started.md'), 'utf8');
  const yaml = /## Ten lines[\s\S]*?^```yaml\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '';
  let folder: string;
  let github: RigGitHub;

  beforeAll(async () => {
    folder = firstUser();
    const ml = within(folder);
    expect((await ml('init', '--yes', '--train', 'python3 scripts/train_enhanced.py')).code).toBe(0);
    github = await startGitHub();
  });
  afterAll(() => github.close());

  /** What git has, on the default branch. */
  async function publish(): Promise<void> {
    commitAll(folder, 'The workflow');
    const tracked = temporaryFolder();
    execFileSync('git', ['checkout-index', '-a', `--prefix=${tracked}/`], { cwd: folder });
    await github.commitFolder(tracked, { ref: 'main' });
  }

  /** The head is older than the comment by more than GitHub's seconds. */
  const pull = () =>
    github.createPullRequest({
      files: {
        'scripts/train_enhanced.py': read(folder, 'scripts/train_enhanced.py').replace('0.96', '0.98'),
      },
      at: new Date(Date.now() - 60_000),
    });

  async function comment(number: number, body: string, sender = 'dana'): Promise<WorkflowRun> {
    const payload = await github.eventPayload('issue_comment', { number, comment: body, sender });
    return await runWorkflow({
      workflow: yaml,
      path: '.github/workflows/ml.yml',
      event: { name: 'issue_comment', payload },
      ...{ github, actor: sender },
      actions: { [actionName]: actionFolder() },
      sha: await github.sha('main'),
      ref: 'refs/heads/main',
    });
  }

  /** The texts that our program wrote, newest last. */
  const answers = async (number: number) =>
    (await github.comments(number))
      .filter(({ body }) => body.startsWith('<!-- ml-workflow'))
      .map(({ body }) => body);

  it('asks nobody but people, on pull requests, by a slash', () => {
    expect(yaml.trimEnd().split('\n')).toHaveLength(10);
    expect(parse(yaml).jobs.ml.steps).toHaveLength(1);
  });

  it('starts nothing on the runner unless the project says so', async () => {
    await publish();
    const { number } = await pull();
    const run = await comment(number, '/ml-sweep');
    expect(run.job('ml').result).toBe('success');
    const [answer = '', ...others] = await answers(number);
    expect(others).toEqual([]);
    expect(answer).toMatch(/would run on the runner, beside the secrets of the job/);
    expect(await github.checkRuns(await github.sha('main'))).toEqual([]);
  });

  it('trains the code of the pull request by the workflow of the default branch', async () => {
    edit(folder, 'ml-workflow.yml', 'local-commands: false', 'local-commands: true');
    await publish();
    const { number, headSha } = await pull();
    const run = await comment(number, '/ml-sweep --epochs 3\n\nBetter like this.');
    expect(run.job('ml').steps[0]?.outputs).toMatchObject({ decision: 'passed', reason_code: 'gates-met' });
    const said = (await answers(number)).join('\n');
    // 0.98 is what the pull request makes of it.
    expect(said).toMatch(/sweep: passed/);
    expect(said).toContain('0.98');
    expect(said).toContain('@dana');
    const checks = await github.checkRuns(headSha);
    expect(checks.map(({ name, conclusion }) => [name, conclusion])).toContainEqual([
      'ml / sweep',
      'success',
    ]);
    expect(github.violations).toEqual([]);
  });

  it('a stranger starts nothing', async () => {
    const { number, headSha } = await pull();
    await comment(number, '/ml-sweep', 'stranger');
    expect(await github.checkRuns(headSha)).toEqual([]);
    expect((await answers(number)).join('\n')).not.toContain('passed');
  });
});
