/** The built action when something goes wrong around the run: GitHub must never be left with a stale or open state. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RigGitHub, startGitHub } from '../rig/github.ts';
import { runAction, type StepRun } from '../rig/runner.ts';

const root = new URL('../..', import.meta.url).pathname;
let github: RigGitHub;
let workspace: string;

beforeEach(async () => {
  github = await startGitHub();
  workspace = mkdtempSync(join(tmpdir(), 'ml-workflow-action-'));
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
  rmSync(workspace, { recursive: true, force: true });
});

const project = `
commands:
  train:
    shell: sh
    run: |
      printf '{"accuracy": 0.95}' > "$ML_RUN_DIR/metrics.json"
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy] }]
  boom: { shell: sh, run: 'exit 3' }
  chatty: { shell: sh, run: 'head -c 3000 /dev/zero | tr "\\0" x; exit 3' }
`;
const gated = '/train → /if:acc>0.9 → /train';

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(workspace, path, '..'), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
}

type Pull = Awaited<ReturnType<RigGitHub['createPullRequest']>>;
type More = Partial<Parameters<typeof runAction>[0]>;

async function run(pull: Pull, inputs: Record<string, string>, more: More = {}): Promise<StepRun> {
  const payload = await github.eventPayload('pull_request', { number: pull.number });
  const event = { name: 'pull_request', payload };
  return await runAction({ action: root, inputs, event, github, workspace, ...more });
}

const checksOf = async (pull: Pull) =>
  (await github.checkRuns(pull.headSha)).map(({ name, conclusion, title }) => ({ name, conclusion, title }));
const conclusionsOf = async (pull: Pull) =>
  Object.fromEntries((await checksOf(pull)).map(({ name, conclusion }) => [name, conclusion]));
const warnings = (step: StepRun) =>
  step.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);

describe('nothing stays open', () => {
  test('when the run cannot start: failed checks, outputs, an edited comment', async () => {
    write({ 'ml-workflow.yml': project });
    const pull = await github.createPullRequest({});
    await run(pull, { chain: gated });
    rmSync(join(workspace, '.ml-workflow'), { recursive: true });
    write({ '.ml-workflow': 'a file' });
    const step = await run(pull, { chain: gated }, { run: { id: 4_000_000_001 } });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ decision: 'failed', reason_code: 'internal-error' });
    expect(JSON.parse(step.outputs.result ?? '')).toMatchObject({ schema_version: 1, decision: 'failed' });
    const [, , umbrella, gate] = await checksOf(pull);
    expect(umbrella).toMatchObject({ name: 'ml / chain', conclusion: 'failure' });
    expect(umbrella?.title).toMatch(/internal error|ENOTDIR|EEXIST/);
    expect(gate).toMatchObject({ name: 'ml / chain / gate acc', conclusion: 'failure' });
    const comments = await github.comments(pull.number);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toMatch(/## ❌ chain: /);
    expect(comments[0]?.body).not.toContain('✅');
  });

  test('when GitHub refuses the text of one check run: it is closed without the text', async () => {
    write({ 'ml-workflow.yml': project });
    const pull = await github.createPullRequest({});
    github.failNext({ method: 'PATCH', path: /\/check-runs\/\d+$/ }, { status: 422 });
    const step = await run(pull, { chain: `/boom → ${gated}` });
    expect(step.outputs.decision).toBe('failed');
    expect(await conclusionsOf(pull)).toEqual({
      'ml / chain': 'failure',
      'ml / chain / gate acc': 'skipped',
    });
  });

  test('when one check run cannot be closed: the umbrella is, and post closes the other', async () => {
    write({ 'ml-workflow.yml': project });
    const pull = await github.createPullRequest({});
    github.failNext({ method: 'PATCH', path: /\/check-runs\/\d+$/ }, { status: 422 }, 2);
    const step = await run(pull, { chain: `/boom → ${gated}` });
    expect(JSON.parse(step.state.check_runs ?? '')).toMatchObject([{ name: 'ml / chain / gate acc' }]);
    expect(await conclusionsOf(pull)).toEqual({
      'ml / chain': 'failure',
      'ml / chain / gate acc': 'skipped',
    });
  });

  test('when post finds no journal: plain texts', async () => {
    write({ 'ml-workflow.yml': `${project}  hang: { shell: sh, run: 'echo started; sleep 60' }\n` });
    const pull = await github.createPullRequest({});
    let asked = 0;
    const killAfter = async (log: string) => {
      const isThere = log.includes('started') && (await github.checkRuns(pull.headSha)).length === 2;
      // The answer to its creation has to reach the step, too, which nobody sees from here.
      if (isThere) asked += 1;
      const isReady = asked > 20;
      if (isReady) rmSync(join(workspace, '.ml-workflow'), { recursive: true });
      return isReady;
    };
    const step = await run(pull, { chain: `/hang → ${gated}` }, { killAfter });
    expect(step.post?.exitCode).toBe(0);
    expect(await checksOf(pull)).toEqual(
      ['ml / chain', 'ml / chain / gate acc'].map((name) => ({
        name,
        conclusion: 'cancelled',
        title: 'the job ended before the run did',
      })),
    );
  });
});

describe('rate limits', () => {
  const limited = {
    status: 403,
    headers: { 'retry-after': '3600' },
    body: { message: 'You have exceeded a secondary rate limit' },
  };

  test('are told from a missing permission, and stop all calls but the last ones', async () => {
    write({ 'ml-workflow.yml': project });
    const pull = await github.createPullRequest({});
    github.failNext({ method: 'POST', path: /\/check-runs$/ }, limited);
    const before = github.requests.length;
    const step = await run(pull, { chain: gated });
    expect(step.exitCode).toBe(0);
    expect(warnings(step)).toEqual([
      "the check run was not written: GitHub's rate limit for this token is reached",
    ]);
    expect(
      github.requests
        .slice(before)
        .map(({ method, path }) => `${method} ${path.replace(/\?.*/, '').split('/').at(-1)}`),
    ).toEqual(['POST check-runs', 'GET comments', 'POST comments']);
    expect((await github.comments(pull.number))[0]?.body).toContain('rate limit');
  });
});

test('a slow GitHub does not delay the training', async () => {
  write({ 'ml-workflow.yml': project });
  const pull = await github.createPullRequest({});
  const wait = { status: 429, headers: { 'retry-after': '3' } };
  github.failNext({ method: 'POST', path: /\/check-runs$/ }, wait);
  const step = await run(pull, { chain: '/train' });
  const created = github.requests.filter(({ path }) => path.endsWith('/check-runs')).at(-1);
  const folder = join(workspace, '.ml-workflow/runs', step.outputs.run ?? '');
  const [metrics] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('metrics.json'),
  );
  expect(statSync(join(folder, metrics ?? '')).mtimeMs).toBeLessThan(created?.at ?? 0);
  expect(await conclusionsOf(pull)).toEqual({ 'ml / chain': 'success' });
});

describe('an invalid workflow', () => {
  const valid = `name: my-sweep\nchain: /train\n`;
  const broken = `name: my-sweep\nchain: /trian\n`;

  test.each([
    ['an unknown command', broken],
    ['an unknown key', `${valid}chian: /train\n`],
    ['no YAML', `${valid}a: [\n`],
  ])('with %s has its own name, and its comment says so', async (_what, text) => {
    write({ 'ml-workflow.yml': project, 'workflows/sweep.yml': valid });
    const pull = await github.createPullRequest({});
    await run(pull, { workflow: 'workflows/sweep.yml' });
    expect((await github.comments(pull.number))[0]?.body).toContain('✅ my-sweep: passed');
    write({ 'workflows/sweep.yml': text });
    const step = await run(pull, { workflow: 'workflows/sweep.yml' }, { run: { id: 4_000_000_001 } });
    expect(step.exitCode).toBe(2);
    expect((await checksOf(pull)).map(({ name, conclusion }) => [name, conclusion])).toEqual([
      ['ml / my-sweep', 'success'],
      ['ml / my-sweep', 'failure'],
    ]);
    const comments = await github.comments(pull.number);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('## ❌ my-sweep: invalid');
    expect(comments[0]?.body).toContain('workflows/sweep.yml:');
    expect(comments[0]?.body).not.toContain('✅');
  });
});

describe('the comment', () => {
  test('of a person who quotes the marker is left alone', async () => {
    write({ 'ml-workflow.yml': project });
    const pull = await github.createPullRequest({});
    github.createComment('riley', pull.number, '<!-- ml-workflow: chain -->\nlook at this');
    await run(pull, { chain: '/train' });
    await run(pull, { chain: '/train' }, { run: { id: 4_000_000_001 } });
    const comments = await github.comments(pull.number);
    expect(comments.map(({ login }) => login)).toEqual(['riley', 'github-actions[bot]']);
    expect(comments[0]?.body).toContain('look at this');
  });

  test('that may not be edited is followed by a new one', async () => {
    write({ 'ml-workflow.yml': project });
    const pull = await github.createPullRequest({});
    await run(pull, { chain: '/train' });
    github.failNext({ method: 'PATCH', path: /\/issues\/comments\/\d+$/ }, { status: 403 });
    await run(pull, { chain: '/train' }, { run: { id: 4_000_000_001 } });
    expect(await github.comments(pull.number)).toHaveLength(2);
  });

  test('of a personal token is found again', async () => {
    write({ 'ml-workflow.yml': project });
    const pull = await github.createPullRequest({});
    const token = github.personalToken('dana');
    await run(pull, { chain: '/train' }, { token });
    await run(pull, { chain: '/train' }, { token, run: { id: 4_000_000_001 } });
    const comments = await github.comments(pull.number);
    expect(comments.map(({ login }) => login)).toEqual(['dana']);
    expect(github.requests.filter(({ path }) => path === '/user')).toHaveLength(1);
  });
});

describe('two projects with a workflow of the same name', () => {
  test('have check runs and comments of their own', async () => {
    for (const folder of ['a/b', 'c'])
      write({
        [`${folder}/ml-workflow.yml`]: project,
        [`${folder}/workflows/sweep.yml`]: `chain: ${gated}\n`,
      });
    const pull = await github.createPullRequest({});
    await run(pull, { workflow: 'sweep', project: './a/b' });
    await run(pull, { workflow: 'sweep', project: 'c' });
    expect((await checksOf(pull)).map(({ name }) => name)).toEqual([
      'ml / sweep (a/b)',
      'ml / sweep (a/b) / gate acc',
      'ml / sweep (c)',
      'ml / sweep (c) / gate acc',
    ]);
    const heads = (await github.comments(pull.number)).map(({ body }) => body.split('\n').slice(0, 2));
    expect(heads).toEqual([
      ['<!-- ml-workflow: sweep in a%2Fb -->', '## ✅ sweep (a/b): passed'],
      ['<!-- ml-workflow: sweep in c -->', '## ✅ sweep (c): passed'],
    ]);
  });
});

describe('inputs', () => {
  test('a project that is not there is not made', async () => {
    const pull = await github.createPullRequest({});
    const step = await run(pull, { chain: '/train', project: 'nowhere' });
    expect(step.exitCode).toBe(2);
    expect(step.annotations.map(({ message }) => message)).toEqual([
      'input `project`: no such folder: `nowhere`',
    ]);
  });

  test('a folder whose name begins with two dots does not leave the workspace', async () => {
    write({ '..data/ml-workflow.yml': project });
    const pull = await github.createPullRequest({});
    expect((await run(pull, { chain: '/train', project: '..data' })).exitCode).toBe(0);
  });

  test('an empty token is a choice, not a warning', async () => {
    write({ 'ml-workflow.yml': project });
    const pull = await github.createPullRequest({});
    const step = await run(pull, { chain: '/train', token: '' });
    expect(step.annotations).toEqual([]);
    expect(step.stdout).toContain('`token` is empty');
    expect(step.summary).not.toContain('`token`');
  });

  test('a report that would cost the job all its outputs is shortened', async () => {
    write({ 'ml-workflow.yml': project });
    const pull = await github.createPullRequest({});
    const chain = `parallel[${Array(140).fill('/chatty').join(' | ')}]`;
    const step = await run(pull, { chain });
    const result = step.stepOutputs.result ?? '';
    expect(result.length).toBeLessThanOrEqual(200_000);
    expect(JSON.parse(result)).toMatchObject({ schema_version: 1, decision: 'failed', truncated: true });
  });
});
