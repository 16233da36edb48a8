/** The built action, run as the runner runs it, against the strict local GitHub. Read what a person would read. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
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

/** A project whose trainings write the accuracy that their axis names. */
const project = `
axes: { quality: { flag: --quality } }
commands:
  train:
    shell: sh
    run: |
      printf '{"accuracy": %s, "loss": 0.3, "n": 200}' "$2" > "$ML_RUN_DIR/metrics.json"
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy, loss, n] }]
  boom: { shell: sh, run: 'echo "::error::injected ##[error]too @somebody"; echo "disk full" >&2; exit 3' }
  deploy: { shell: sh, run: 'echo deployed > deployed.txt', deploys: production }
  analyse: { shell: sh, run: 'echo analysed > analysed.txt' }
  nan:
    shell: sh
    run: |
      printf '{"accuracy": NaN}' > "$ML_RUN_DIR/metrics.json"
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy] }]
  hang: { shell: sh, run: 'echo started; sleep 60; echo never > never.txt' }
  leak: { shell: sh, run: 'env > env.txt' }
`;

const sweep = (threshold: string) => `
name: sweep
chain: |
  parallel[/train:quality-0.81 | /train:quality-0.95] → /results:aggregate → /best-model:select
    → /if:best-acc>${threshold} → /deploy → /else → /analyse
`;

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries({ 'ml-workflow.yml': project, ...files })) {
    mkdirSync(join(workspace, path, '..'), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
}

async function onPullRequest(
  inputs: Record<string, string>,
  more: Partial<Parameters<typeof runAction>[0]> = {},
): Promise<{ step: StepRun; pull: Awaited<ReturnType<RigGitHub['createPullRequest']>> }> {
  const pull = await github.createPullRequest({});
  const payload = await github.eventPayload('pull_request', { number: pull.number });
  const step = await runAction({
    action: root,
    inputs,
    event: { name: 'pull_request', payload },
    github,
    workspace,
    ...more,
  });
  return { step, pull };
}

const checksOf = async (sha: string) =>
  (await github.checkRuns(sha)).map(({ name, conclusion, title }) => ({ name, conclusion, title }));

describe('on a pull request', () => {
  test('a met gate: one comment, a check run for the gate, an umbrella, a summary and outputs', async () => {
    write({ 'workflows/sweep.yml': sweep('0.90') });
    const { step, pull } = await onPullRequest({ workflow: 'sweep' });
    expect(step.annotations).toEqual([]);
    expect(step.conclusion).toBe('success');

    const comments = await github.comments(pull.number);
    expect(comments).toHaveLength(1);
    const body = comments[0]?.body ?? '';
    expect(normal(body)).toMatchSnapshot('comment');
    expect(await checksOf(pull.headSha)).toEqual([
      { name: 'ml / sweep', conclusion: 'success', title: 'passed: gate met: best-acc 0.95 > 0.90' },
      { name: 'ml / sweep / gate best-acc', conclusion: 'success', title: 'met: best-acc 0.95 > 0.90' },
    ]);
    expect(step.summary).toContain('gate met: best-acc 0.95 > 0.90');
    expect(step.outputs.decision).toBe('passed');
    expect(step.outputs.reason_code).toBe('gates-met');
    expect(JSON.parse(step.outputs.result ?? '')).toMatchObject({ schema_version: 1, decision: 'passed' });
    expect(existsSync(join(workspace, 'deployed.txt'))).toBe(true);
    expect(existsSync(join(workspace, 'analysed.txt'))).toBe(false);
  });

  test('a second run edits the comment in place', async () => {
    write({ 'workflows/sweep.yml': sweep('0.90') });
    const { pull } = await onPullRequest({ workflow: 'sweep' });
    write({ 'workflows/sweep.yml': sweep('0.99') });
    const payload = await github.eventPayload('pull_request', { number: pull.number });
    const step = await runAction({
      action: root,
      inputs: { workflow: 'sweep' },
      event: { name: 'pull_request', payload },
      github,
      workspace,
      run: { id: 4_000_000_001, attempt: 1 },
    });
    const comments = await github.comments(pull.number);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('gate not met, handled');
    expect(step.outputs.decision).toBe('handled');
  });

  test('a gate that is not met takes the else branch: neutral checks, success of the step', async () => {
    write({ 'workflows/sweep.yml': sweep('0.999') });
    const { step, pull } = await onPullRequest({ workflow: 'sweep' });
    expect(step.exitCode).toBe(0);
    expect(await checksOf(pull.headSha)).toEqual([
      {
        name: 'ml / sweep',
        conclusion: 'neutral',
        title: 'gate not met, handled: gate not met: best-acc 0.95 > 0.999; the else branch ran',
      },
      { name: 'ml / sweep / gate best-acc', conclusion: 'neutral', title: 'not met: best-acc 0.95 > 0.999' },
    ]);
    expect(existsSync(join(workspace, 'deployed.txt'))).toBe(false);
    expect(existsSync(join(workspace, 'analysed.txt'))).toBe(true);
  });

  test('a gate that is not met without an else branch fails the umbrella, exit 3', async () => {
    write({});
    const { step, pull } = await onPullRequest({ chain: '/train:quality-0.5 → /if:acc>0.9 → /deploy' });
    expect(step.exitCode).toBe(3);
    expect(await checksOf(pull.headSha)).toMatchObject([
      { name: 'ml / chain', conclusion: 'failure' },
      { name: 'ml / chain / gate acc', conclusion: 'failure' },
    ]);
    expect(step.outputs.decision).toBe('not-met');
  });

  test('a metric that is NaN fails closed and names file and field', async () => {
    write({});
    const { step, pull } = await onPullRequest({ chain: '/nan → /if:acc>0.1 → /deploy' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs.decision).toBe('failed');
    const [comment] = await github.comments(pull.number);
    expect(comment?.body).toMatch(/metrics\.json: `?`?.*accuracy.* is NaN/);
    expect(await checksOf(pull.headSha)).toMatchObject([
      { name: 'ml / chain', conclusion: 'failure' },
      { name: 'ml / chain / gate acc', conclusion: 'skipped' },
    ]);
    expect(existsSync(join(workspace, 'deployed.txt'))).toBe(false);
  });

  test('what a command prints can neither inject workflow commands nor mention people', async () => {
    write({});
    const { step, pull } = await onPullRequest({ chain: '/boom' });
    expect(step.exitCode).toBe(1);
    expect(step.annotations.map(({ message }) => message)).toEqual([
      '`/boom` failed: exit code 3: disk full',
    ]);
    const [comment] = await github.comments(pull.number);
    expect(outsideOfCode(comment?.body ?? '')).not.toContain('@somebody');
    expect(comment?.body).toContain('disk full');
  });

  test('the token reaches neither children nor files of the run', async () => {
    write({});
    const token = await github.token();
    const { step } = await onPullRequest({ chain: '/leak' }, { token });
    expect(step.conclusion).toBe('success');
    const environment = readFileSync(join(workspace, 'env.txt'), 'utf8');
    expect(environment).not.toContain(token);
    expect(environment).not.toMatch(/^(?:INPUT_|GITHUB_|ACTIONS_)/m);
  });

  test('without permissions the run goes on, and says what was lost and what would bring it back', async () => {
    write({ 'workflows/sweep.yml': sweep('0.90') });
    const token = await github.token({ contents: 'read' });
    const { step, pull } = await onPullRequest({ workflow: 'sweep' }, { token });
    expect(step.exitCode).toBe(0);
    expect(await github.comments(pull.number)).toEqual([]);
    expect(step.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'warning: the check run was not written: the job needs `permissions: { checks: write }`',
      'warning: the commit status in place of the check run was not written: the job needs `permissions: { statuses: write }`',
      'warning: the comment was not written: the job needs `permissions: { pull-requests: write }`',
    ]);
    expect(step.summary).toContain('best-acc 0.95');
  });

  test('a bad moment of GitHub is survived, and nothing is written twice', async () => {
    write({ 'workflows/sweep.yml': sweep('0.90') });
    github.failNext({ method: 'POST', path: /\/check-runs$/ }, { status: 502 });
    github.failNext({ method: 'POST', path: /\/comments$/ }, { status: 503 });
    const { step, pull } = await onPullRequest({ workflow: 'sweep' });
    expect(step.exitCode).toBe(0);
    expect(await github.comments(pull.number)).toHaveLength(1);
    expect(await checksOf(pull.headSha)).toHaveLength(2);
  });
});

describe('cancelled and killed', () => {
  test('a cancelled job ends its processes, and leaves no check or comment in progress', async () => {
    write({});
    const { step, pull } = await onPullRequest(
      { chain: '/hang → /train:quality-0.9 → /if:acc>0.1 → /deploy' },
      { cancelAfter: (log) => log.includes('started') },
    );
    expect(step.conclusion).toBe('cancelled');
    expect(step.exitCode).toBe(130);
    expect(step.orphans).toBe(0);
    expect(step.outputs.decision).toBe('cancelled');
    expect(await checksOf(pull.headSha)).toEqual([
      { name: 'ml / chain', conclusion: 'cancelled', title: 'cancelled: cancelled by SIGINT' },
      { name: 'ml / chain / gate acc', conclusion: 'cancelled', title: 'not asked' },
    ]);
    expect((await github.comments(pull.number))[0]?.body).toContain('⏹️ chain: cancelled');
  });

  test('when main is killed, post closes check runs and comment', async () => {
    write({});
    const before = github.requests.length;
    const written = () =>
      github.requests
        .slice(before)
        .filter(
          ({ method, path, status }) =>
            method === 'POST' && /check-runs|comments/.test(path) && status === 201,
        );
    const { step, pull } = await onPullRequest(
      { chain: '/hang → /train:quality-0.9 → /if:acc>0.1 → /deploy' },
      // Two check runs and the comment are there by then.
      { killAfter: (log) => log.includes('started') && written().length === 3 },
    );
    expect(step.signal).toBe('SIGKILL');
    // The runner finds what the step left behind by a variable that every process inherits, and ends it.
    expect(step.orphans).toBeGreaterThan(0);
    expect(step.post?.exitCode).toBe(0);
    expect(await checksOf(pull.headSha)).toEqual([
      { name: 'ml / chain', conclusion: 'cancelled', title: 'cancelled: the job ended before the run did' },
      { name: 'ml / chain / gate acc', conclusion: 'cancelled', title: 'not asked' },
    ]);
    expect((await github.comments(pull.number))[0]?.body).toContain('the job ended before the run did');
  });
});

describe('without a pull request', () => {
  test('a push gets check run and summary, and a gate that is not met is neutral there', async () => {
    write({});
    const payload = await github.eventPayload('push', {});
    const step = await runAction({
      action: root,
      inputs: { chain: '/train:quality-0.5 → /if:acc>0.9 → /deploy' },
      event: { name: 'push', payload },
      github,
      workspace,
    });
    expect(step.exitCode).toBe(3);
    const sha = String(payload.after);
    expect(await checksOf(sha)).toMatchObject([
      { name: 'ml / chain', conclusion: 'neutral' },
      { name: 'ml / chain / gate acc', conclusion: 'neutral' },
    ]);
    expect(step.summary).toContain('❌ chain: gate not met');
  });
});

describe('wrong input', () => {
  test('a chain with mistakes: a failed check with annotations on the lines, nothing run, exit 2', async () => {
    write({ 'workflows/sweep.yml': 'name: sweep\nchain: |\n  /trian → /if:acc>0.9 → /depoly\n' });
    const { step, pull } = await onPullRequest({ workflow: 'sweep' });
    expect(step.exitCode).toBe(2);
    expect(step.outputs.decision).toBe('invalid');
    const [check] = await github.checkRuns(pull.headSha);
    expect(check).toMatchObject({ name: 'ml / sweep', conclusion: 'failure', title: '2 errors' });
    expect(
      check?.annotations.map(({ path, start_line, start_column, message }) => ({
        path,
        start_line,
        start_column,
        message,
      })),
    ).toEqual([
      {
        path: 'workflows/sweep.yml',
        start_line: 3,
        start_column: 3,
        message: 'unknown command `/trian`\ndid you mean `/train`?',
      },
      {
        path: 'workflows/sweep.yml',
        start_line: 3,
        start_column: 26,
        message: 'unknown command `/depoly`\ndid you mean `/deploy`?',
      },
    ]);
    expect(await github.comments(pull.number)).toEqual([]);
    expect(existsSync(join(workspace, '.ml-workflow'))).toBe(false);
  });

  test.each([
    { inputs: {}, message: 'input `workflow`: give `workflow:` or `chain:`' },
    {
      inputs: { workflow: 'a', chain: '/b' },
      message: 'input `chain`: give `workflow:` or `chain:`, not both',
    },
    {
      inputs: { chain: '/deploy', comment: 'yes' },
      message: 'input `comment`: `comment` is `true` or `false`, found `yes`',
    },
    {
      inputs: { chain: '/deploy', params: 'epochs' },
      message: 'input `params`: expected `name=value`, found `epochs`',
    },
    {
      inputs: { chain: '/deploy', project: '../..' },
      message: 'input `project`: `../..` leaves the workspace',
    },
  ])('$message', async ({ inputs, message }) => {
    write({});
    const { step } = await onPullRequest(inputs as Record<string, string>);
    expect(step.exitCode).toBe(2);
    expect(step.annotations.map((annotation) => annotation.message)).toEqual([message]);
  });

  test('an unknown workflow is answered with those there are', async () => {
    write({ 'workflows/sweep.yml': sweep('0.9') });
    const { step } = await onPullRequest({ workflow: 'sweeep' });
    expect(step.exitCode).toBe(2);
    expect(step.annotations[0]?.message).toBe('unknown workflow `sweeep`\ndid you mean `sweep`?');
  });

  test('a comment says itself what runs: a chain beside it is refused', async () => {
    write({});
    const pull = await github.createPullRequest({});
    const payload = await github.eventPayload('issue_comment', {
      number: pull.number,
      comment: '/deploy',
      sender: 'stranger',
    });
    const step = await runAction({
      action: root,
      inputs: { chain: '/deploy' },
      event: { name: 'issue_comment', payload },
      github,
      workspace,
    });
    expect(step.exitCode).toBe(2);
    expect(step.outputs.reason_code).toBe('invalid-input');
    expect(existsSync(join(workspace, 'deployed.txt'))).toBe(false);
  });
});

describe('the demo', () => {
  test('the shipped sweep runs as one step of a job', async () => {
    cpSync(join(root, 'examples/simple-lstm'), join(workspace, 'examples/simple-lstm'), { recursive: true });
    cpSync(join(root, 'workflows'), join(workspace, 'workflows'), { recursive: true });
    const { step, pull } = await onPullRequest({
      workflow: 'workflows/runpod-hpo-parallel.yml',
      project: 'examples/simple-lstm',
      params: 'epochs=3\nseed=7',
    });
    expect(step.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(['passed', 'handled']).toContain(step.outputs.decision);
    const [comment] = await github.comments(pull.number);
    expect(comment?.body).toContain('```mermaid\nflowchart LR');
    expect(comment?.body.match(/\| `0\.1[025]` \|/g)).toHaveLength(3);
  });
});

afterAll(() => {
  // The action runs with the workspace as its directory and must leave nothing in the repository.
  expect(existsSync(join(root, '.ml-workflow'))).toBe(false);
});

/** Without what differs from run to run: ids, times, addresses. */
function normal(text: string): string {
  return text
    .replace(/\d{8}-\d{9}-[\w-]+-[0-9a-f]{4}/g, '<run>')
    .replace(/\b\d+\.\d s\b/g, '<time>')
    .replace(/at `[0-9a-f]{7}`/g, 'at `<sha>`')
    .replace(/<!-- ml-workflow-audit: .* -->/, '<audit>')
    .replace(/\(http[^)]*\)/g, '(<url>)');
}

function outsideOfCode(markdown: string): string {
  return markdown
    .replace(/(`{3,})[\s\S]*?\1/g, '')
    .replace(/(`+)[\s\S]*?\1/g, '')
    .replace(/<code>[\s\S]*?<\/code>/g, '');
}
