/** Claims about the rig's runs, as the API shows them, and about its git server. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getOctokit } from '@actions/github';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startArtifacts } from '../artifacts.ts';
import { type JobRecord, type RigGitHub, type RunRecord, startGitHub } from '../github.ts';

const at = { owner: 'moola', repo: 'demo' } as const;
const top = mkdtempSync(join(tmpdir(), 'runs-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
let github: RigGitHub;
let source = '';
beforeEach(async () => {
  github = await startGitHub();
  source = mkdtempSync(join(top, 'source-'));
  mkdirSync(join(source, 'deep'));
  writeFileSync(join(source, 'deep/file'), 'x');
});
afterEach(() => github.close());

const as = (permissions: Parameters<RigGitHub['token']>[0]) =>
  getOctokit(github.token(permissions), {
    baseUrl: github.url,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  }).rest;

describe('runs', () => {
  it('are shown with the jobs of each attempt, their approvals and artifacts', async () => {
    await github.close();
    await using artifacts = await startArtifacts();
    github = await startGitHub({ artifacts });
    const headSha = await github.commitFolder(source, { message: 'Train' });
    const job = (
      id: number,
      name: string,
      attempt: number,
      conclusion: JobRecord['conclusion'],
    ): JobRecord => ({
      id,
      name,
      attempt,
      status: 'completed',
      conclusion,
      steps: [{ name: 'open', conclusion: 'success' }, { name: 'train' }],
    });
    github.runs.set(17, {
      event: 'push',
      headBranch: 'main',
      headSha,
      status: 'in_progress',
      attempt: 2,
      jobs: [
        job(1, 'plan', 1, 'success'),
        job(2, 'cell (0)', 1, 'failure'),
        job(3, 'cell (0)', 2, 'success'),
      ],
      approvals: [{ environment: 'gpu', state: 'approved', login: 'dana', comment: 'go' }],
    });
    artifacts.add(17, 'ml-plan-a1', Buffer.from('zip'));
    artifacts.add(18, 'ml-plan-a1', Buffer.from('zip'));
    const { actions } = as({ actions: 'read' });
    const run = { ...at, run_id: 17 };
    expect((await actions.getWorkflowRun(run)).data).toMatchObject({
      run_attempt: 2,
      head_commit: { id: headSha, message: 'Train' },
      path: '.github/workflows/ml.yml',
      triggering_actor: { login: 'moola' },
      conclusion: null,
    });
    const idsOf = ({ data }: { data: { jobs: { id: number }[] } }): number[] => data.jobs.map(({ id }) => id);
    expect(idsOf(await actions.listJobsForWorkflowRun(run))).toEqual([1, 3]);
    expect(idsOf(await actions.listJobsForWorkflowRun({ ...run, filter: 'all' }))).toEqual([1, 2, 3]);
    expect(idsOf(await actions.listJobsForWorkflowRunAttempt({ ...run, attempt_number: 1 }))).toEqual([1, 2]);
    expect((await actions.getReviewsForRun(run)).data).toMatchObject([
      { state: 'approved', user: { login: 'dana' }, environments: [{ name: 'gpu' }], comment: 'go' },
    ]);
    const { data: listed } = await actions.listWorkflowRunArtifacts(run);
    expect(listed).toMatchObject({ total_count: 1, artifacts: [{ name: 'ml-plan-a1', size_in_bytes: 3 }] });

    await expect(actions.getWorkflowRun({ ...at, run_id: 99 })).rejects.toMatchObject({ status: 404 });
    const third = actions.listJobsForWorkflowRunAttempt({ ...run, attempt_number: 3 });
    await expect(third).rejects.toMatchObject({ status: 404 });
    await expect(as({ contents: 'read' }).actions.getWorkflowRun(run)).rejects.toMatchObject({ status: 403 });
    expect(github.violations).toEqual([]);
  });
});

describe('a dispatch', () => {
  const file = `on:
  workflow_dispatch:
    inputs: { request: { required: true }, how: { type: choice, options: [fast, slow] } }
jobs: { a: { runs-on: x, steps: [{ run: 'true' }] } }
`;

  it('makes a run that waits, and says which', async () => {
    const sha = await github.push('main', { '.github/workflows/train.yml': file });
    const { actions } = as({ actions: 'write' });
    const dispatch = { ...at, workflow_id: 'train.yml', ref: 'main' };
    const inputs = { request: '{}' };
    const answer = await actions.createWorkflowDispatch({ ...dispatch, inputs, return_run_details: true });
    const id = [...github.runs.keys()][0] ?? 0;
    expect(answer).toMatchObject({ status: 200, data: { workflow_run_id: id } });
    const { data: run } = await actions.getWorkflowRun({ ...at, run_id: id });
    expect(run).toMatchObject({
      ...{ status: 'queued', event: 'workflow_dispatch', head_sha: sha, run_number: 1 },
      ...{ path: '.github/workflows/train.yml', actor: { login: 'github-actions[bot]' } },
    });
    expect(github.dispatches).toMatchObject([
      { workflow: 'train.yml', run: run.id, inputs: { request: '{}' } },
    ]);
    expect((await actions.createWorkflowDispatch({ ...dispatch, inputs: { request: '1' } })).status).toBe(
      204,
    );
    expect(github.violations).toEqual([]);
  });

  it('has to be one that the file takes', async () => {
    await github.push('main', {
      '.github/workflows/train.yml': file,
      '.github/workflows/push.yml': 'on: push\n',
    });
    await github.push('old', { '.github/workflows/train.yml': null });
    const { actions } = as({ actions: 'write' });
    const refused = async (workflow_id: string, inputs: Record<string, string>, ref = 'main') =>
      actions.createWorkflowDispatch({ ...at, workflow_id, ref, inputs }).then(
        () => 'taken',
        ({ status, message }: { status: number; message: string }) => `${status} ${message.split(' - ')[0]}`,
      );
    expect(await refused('train.yml', {})).toBe("422 Required input 'request' not provided");
    expect(await refused('train.yml', { request: '1', a: '2' })).toBe(
      '422 Unexpected inputs provided: ["a"]',
    );
    expect(await refused('train.yml', { request: '1', how: 'x' })).toContain('not in the list of allowed');
    expect(await refused('train.yml', { request: 'x'.repeat(66_000) })).toBe('422 inputs are too large.');
    expect(await refused('push.yml', {})).toContain("does not have 'workflow_dispatch' trigger");
    expect(await refused('train.yml', { request: '1' }, 'old')).toContain('trigger');
    expect(await refused('train.yml', { request: '1' }, 'nowhere')).toContain('No ref found');
    expect(await refused('other.yml', {})).toContain('404');
    expect(github.dispatches).toEqual([]);
  });
});

describe('a list of runs', () => {
  it('has the newest first, and those that are asked for', async () => {
    const headSha = await github.sha('main');
    const run = (createdAt: string, more: Partial<RunRecord>): RunRecord => ({
      ...{
        event: 'push',
        headBranch: 'main',
        headSha,
        status: 'completed',
        conclusion: 'success',
        createdAt,
      },
      ...more,
    });
    github.runs.set(1, run('2026-11-01T10:00:00Z', { displayTitle: 'sweep · #3 at abc1234' }));
    github.runs.set(2, run('2026-11-02T10:00:00Z', { event: 'schedule', conclusion: 'failure' }));
    github.runs.set(
      3,
      run('2026-11-03T10:00:00Z', { status: 'in_progress', conclusion: undefined, actor: 'dana' }),
    );
    const { actions } = as({ actions: 'read' });
    const ids = async (query: Parameters<typeof actions.listWorkflowRunsForRepo>[0]): Promise<number[]> =>
      (await actions.listWorkflowRunsForRepo(query)).data.workflow_runs.map(({ id }) => id);
    expect(await ids(at)).toEqual([3, 2, 1]);
    expect(await ids({ ...at, per_page: 1, page: 2 })).toEqual([2]);
    expect(await ids({ ...at, event: 'schedule' })).toEqual([2]);
    expect(await ids({ ...at, status: 'failure' })).toEqual([2]);
    expect(await ids({ ...at, status: 'in_progress', actor: 'dana' })).toEqual([3]);
    expect(await ids({ ...at, created: '>=2026-11-02' })).toEqual([3, 2]);
    expect(await ids({ ...at, created: '2026-11-01..2026-11-02' })).toEqual([2, 1]);
    expect(await ids({ ...at, created: '<2026-11-02T10:00:00Z' })).toEqual([1]);
    const { data } = await actions.getWorkflowRun({ ...at, run_id: 1 });
    expect(data.display_title).toBe('sweep · #3 at abc1234');
    await expect(ids({ ...at, created: 'yesterday' })).rejects.toMatchObject({ status: 422 });
  });

  it('has runs that can be cancelled until they are over', async () => {
    const headSha = await github.sha('main');
    const run = { event: 'push', headBranch: 'main', headSha } as const;
    github.runs.set(1, { ...run, status: 'in_progress' });
    github.runs.set(2, { ...run, status: 'completed', conclusion: 'success' });
    const { actions } = as({ actions: 'write' });
    expect((await actions.cancelWorkflowRun({ ...at, run_id: 1 })).status).toBe(202);
    const over = actions.cancelWorkflowRun({ ...at, run_id: 2 });
    await expect(over).rejects.toMatchObject({ status: 409 });
    const blind = as({ actions: 'read' }).actions.cancelWorkflowRun({ ...at, run_id: 1 });
    await expect(blind).rejects.toMatchObject({ status: 403 });
    expect(github.cancellations).toEqual([{ run: 1, login: 'github-actions[bot]', isForced: false }]);
  });
});

describe('an artifact of another run', () => {
  it('comes from an address that is good without a token, and only so', async () => {
    await github.close();
    await using artifacts = await startArtifacts();
    github = await startGitHub({ artifacts });
    const token = github.token({ actions: 'read' });
    const folder = mkdtempSync(join(top, 'found-'));
    const client = new URL('../../../node_modules/@actions/artifact/lib/artifact.js', import.meta.url).href;
    const inRun = (run: number, body: string) =>
      promisify(execFile)(
        process.execPath,
        ['--input-type=module', '-e', `import client from '${client}'; ${body}`],
        {
          cwd: folder,
          env: {
            PATH: process.env.PATH,
            GITHUB_SERVER_URL: github.serverUrl,
            GITHUB_API_URL: github.url,
            ACTIONS_RUNTIME_TOKEN: artifacts.tokenFor(run, 'a'),
            ACTIONS_RESULTS_URL: artifacts.url,
          },
        },
      );
    writeFileSync(join(folder, 'a.txt'), 'hello');
    await inRun(17, `await client.uploadArtifact('ml-state', ['a.txt'], '.');`);
    const findBy = { token, workflowRunId: 17, repositoryOwner: 'moola', repositoryName: 'demo' };
    await inRun(
      18,
      `const findBy = ${JSON.stringify(findBy)};
       const { artifact } = await client.getArtifact('ml-state', { findBy });
       const to = { findBy, path: 'there', expectedHash: artifact.digest };
       if ((await client.downloadArtifact(artifact.id, to)).digestMismatch) process.exit(1);`,
    );
    expect(readFileSync(join(folder, 'there', 'a.txt'), 'utf8')).toBe('hello');

    const { actions } = as({ actions: 'read' });
    const [{ id: artifact_id = 0 } = {}] = (await actions.listArtifactsForRepo(at)).data.artifacts;
    const download = { ...at, artifact_id, archive_format: 'zip', request: { redirect: 'manual' } } as const;
    const { location = '' } = (await actions.downloadArtifact(download)).headers;
    expect((await fetch(location, { headers: { authorization: `Bearer ${token}` } })).status).toBe(400);
    expect((await fetch(location.replace(/sig=.*/, 'sig=x'))).status).toBe(403);
    expect((await fetch(location)).headers.get('content-type')).toBe('application/zip');
  });
});

describe('a commit of a folder', () => {
  it('is what the branch, events, checks, contents and git see', async () => {
    const sha = await github.commitFolder(source);
    expect(await github.sha('main')).toBe(sha);
    expect(await github.eventPayload('push')).toMatchObject({ after: sha });
    const { checks } = as({ checks: 'write' });
    await checks.create({ ...at, name: 'ml', head_sha: sha });
    expect(await github.checkRuns(sha)).toMatchObject([{ name: 'ml' }]);
    const { data } = await as({ contents: 'read' }).repos.getContent({ ...at, path: 'deep/file' });
    expect(data).toMatchObject({ type: 'file', size: 1, encoding: 'base64', content: 'eA==\n' });
    const pull = await github.createPullRequest();
    expect(pull.baseSha).toBe(sha);
    await checks.create({ ...at, name: 'ml', head_sha: pull.headSha });
    expect(github.violations).toEqual([]);
  });

  it('is given by git to whom it belongs', async () => {
    const first = await github.commitFolder(source, { ref: 'topic' });
    writeFileSync(join(source, 'new'), '');
    const second = await github.commitFolder(source, { ref: 'topic' });
    const list = async (password: string | undefined, name = 'moola/demo'): Promise<string> => {
      const address = new URL(`${github.serverUrl}/${name}`);
      if (password !== undefined) [address.username, address.password] = ['x-access-token', password];
      const env = {
        PATH: process.env.PATH,
        GIT_TERMINAL_PROMPT: '0',
        GIT_CONFIG_GLOBAL: '/dev/null',
        LC_ALL: 'C',
      };
      const git = promisify(execFile)('git', ['ls-remote', address.href], { env });
      return git.then(
        ({ stdout }) => stdout,
        (error: { stderr: string }) => error.stderr,
      );
    };
    const token = github.token({ contents: 'read' });
    const main = await github.sha('main');
    const heads = `${main}\tHEAD\n${main}\trefs/heads/main\n${second}\trefs/heads/topic\n`;
    expect(await list(token)).toBe(heads);
    expect(await list(token, 'moola/demo.git')).toBe(heads);
    expect(await list(github.personalToken('riley'))).toBe(heads);
    expect(await list(undefined)).toContain('could not read Username');
    expect(await list('ghs_wrong')).toContain('Authentication failed');
    expect(await list(github.token({ checks: 'write' }))).toContain('403');
    expect(await list(github.personalToken('stranger'))).toContain('not found');
    expect(await list(token, 'moola/other')).toContain('not found');
    expect(first).not.toBe(second);
    expect(github.requests.map(({ status }) => status)).toContain(401);
  });
});
