/** This repository's own use of itself: its compiled workflows are current, and its demo runs as its workflow says. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectWith } from '../drivers/rig.ts';
import { startGitHub } from '../rig/github.ts';
import { runWorkflow } from '../rig/workflow.ts';
import { temporaryFolder } from '../targets/rig.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const workflow = (name: string) => readFileSync(join(root, '.github', 'workflows', `${name}.yml`), 'utf8');

it('the compiled workflows are what their sources give, as CI asks', () => {
  const { jobs } = parse(workflow('ci')) as { jobs: { check: { steps: { name?: string; run?: string }[] } } };
  const step = jobs.check.steps.find(({ name }) => name?.startsWith('compiled workflows'));
  const { status, stdout, stderr } = spawnSync('bash', ['-c', step?.run ?? 'false'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(`${stdout}${stderr}`).toBe('12 files up to date\n');
  expect(status).toBe(0);
});

/** The repository as the demo needs it, with a training that is short. */
function repository(): string {
  const folder = temporaryFolder();
  for (const name of ['action.yml', 'package.json', 'dist', 'workflows'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  const example = join('examples', 'simple-lstm');
  cpSync(join(root, example), join(folder, example), {
    recursive: true,
    filter: (path) => !/[\\/](?:data|runs|deploy|experiment_results\.jsonl|\.ml-workflow)$/.test(path),
  });
  for (const [path, from, to] of [
    [join(example, 'ml-workflow.yml'), /(?<=learning-rate: .*default: )0\.02/, '0.01'],
    [join('workflows', 'runpod-hpo-parallel.yml'), /(?<=epochs: .*default: )40/, '12'],
  ] as const) {
    const before = readFileSync(join(folder, path), 'utf8');
    expect(before).toMatch(from);
    writeFileSync(join(folder, path), before.replace(from, to));
  }
  return folder;
}

it('demo.yml runs the demo by `uses: ./`, and tells the pull request', async () => {
  const folder = repository();
  // What `actions/checkout` does, as far as the demo needs it.
  const checkout = projectWith({
    'action.yml':
      'name: checkout\ndescription: copies\ninputs: { persist-credentials: { description: none } }\nruns: { using: node24, main: copy.cjs }\n',
    'copy.cjs': `require('node:fs').cpSync(${JSON.stringify(folder)}, process.env.GITHUB_WORKSPACE, { recursive: true });\n`,
  });
  const github = await startGitHub();
  try {
    const { number } = await github.createPullRequest({});
    const run = await runWorkflow({
      workflow: workflow('demo'),
      path: '.github/workflows/demo.yml',
      event: { name: 'pull_request', payload: await github.eventPayload('pull_request', { number }) },
      github,
      actions: { 'actions/checkout': checkout },
      repository: folder,
    });
    expect(run.jobs.flatMap(({ steps }) => steps.map(({ outcome }) => outcome))).toEqual([
      'success',
      'success',
    ]);
    expect(run.conclusion).toBe('success');
    expect(run.job('sweep').steps[1]?.outputs).toMatchObject({
      decision: 'passed',
      reason_code: 'gates-met',
    });
    expect(
      (await github.comments(number)).map(({ body }) =>
        body.split('\n').find((line) => line.startsWith('## ')),
      ),
    ).toEqual(['## ✅ runpod-hpo-parallel (examples/simple-lstm): passed']);
    expect(github.violations).toEqual([]);
  } finally {
    await github.close();
  }
});
