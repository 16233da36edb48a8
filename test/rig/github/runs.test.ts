/** Claims about the rig's runs, as the API shows them, and about its git server. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getOctokit } from '@actions/github';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startArtifacts } from '../artifacts.ts';
import { type JobRecord, type RigGitHub, startGitHub } from '../github.ts';

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

describe('a commit of a folder', () => {
  it('is what the branch, events, checks and git see; pull requests go on beside it', async () => {
    const sha = await github.commitFolder(source);
    expect(await github.sha('main')).toBe(sha);
    expect(await github.eventPayload('push')).toMatchObject({ after: sha });
    const { checks } = as({ checks: 'write' });
    await checks.create({ ...at, name: 'ml', head_sha: sha });
    expect(await github.checkRuns(sha)).toMatchObject([{ name: 'ml' }]);
    const pull = await github.createPullRequest();
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
    const heads = `${second}\trefs/heads/topic\n`;
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
