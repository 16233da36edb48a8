/** What a run says on its commit, by what its token may do: check runs, commit statuses, or neither, and what was lost. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GitHubApi } from '../../src/github/api.ts';
import { CheckRuns, openChecks } from '../../src/github/check-runs.ts';
import { StatusLadder, statusId } from '../../src/github/status-ladder.ts';
import type { Trigger } from '../../src/github/trigger.ts';
import { type RigGitHub, startGitHub } from '../rig/github.ts';

let github: RigGitHub;
let sha = '';
let lost: string[] = [];

beforeEach(async () => {
  github = await startGitHub();
  vi.stubEnv('GITHUB_API_URL', github.url);
  ({ headSha: sha } = await github.createPullRequest());
  lost = [];
});
afterEach(async () => {
  vi.unstubAllEnvs();
  expect(github.violations).toEqual([]);
  await github.close();
});

function ladder(permissions: Record<string, 'read' | 'write'>, open = '', fields: Partial<Trigger> = {}) {
  const api = new GitHubApi(github.token(permissions), async () => {});
  const trigger: Trigger = {
    ...{ event: 'workflow_dispatch', owner: 'moola', repository: 'demo', sha, isFork: false },
    ...{ url: 'https://github.com/moola/demo/actions/runs/7', key: '7-1-run-ml', ...fields },
  };
  const checks = new CheckRuns(api, trigger, openChecks(open));
  return new StatusLadder(checks, api, trigger, (loss) => lost.push(loss));
}
const text = (title: string) => ({ title, summary: 'More.' });
const statuses = async () =>
  (await github.statuses(sha)).map(({ context, state, description }) => [context, state, description]);

describe('a run on its commit', () => {
  it('has check runs where they are allowed', async () => {
    const checks = ladder({ checks: 'write' });
    await checks.create('ml / train', 'in_progress', text('running'));
    await checks.update('ml / train', text('half of it'));
    expect([...checks.open.keys()]).toEqual(['ml / train']);
    await checks.complete('ml / train', 'success', text('passed'));
    expect(checks.open.size).toBe(0);
    expect(await github.checkRuns(sha)).toMatchObject([{ name: 'ml / train', conclusion: 'success' }]);
    expect(await statuses()).toEqual([]);
    expect(lost).toEqual([]);
  });

  it('has commit statuses of the same names where they are not, and says it once', async () => {
    const checks = ladder({ statuses: 'write' });
    await checks.create('ml / train', 'in_progress', text('running'));
    await checks.create('ml / train / gate acc', 'queued', text('not asked yet'));
    await checks.update('ml / train', text('half of it'));
    await checks.complete('ml / train / gate acc', 'failure', text('not met: acc 0.8 > 0.9'));
    await checks.complete('ml / train', 'failure', text('not met'));
    expect(await statuses()).toEqual([
      ['ml / train', 'pending', 'running'],
      ['ml / train / gate acc', 'pending', 'not asked yet'],
      ['ml / train', 'pending', 'half of it'],
      ['ml / train / gate acc', 'failure', 'not met: acc 0.8 > 0.9'],
      ['ml / train', 'failure', 'not met'],
    ]);
    expect(checks.open.size).toBe(0);
    expect(lost).toEqual(['the check run was not written: the job needs `permissions: { checks: write }`']);
    // The second one was not asked for as a check run at all.
    expect(github.requests.filter(({ path }) => path.includes('/check-runs'))).toHaveLength(1);
  });

  it.each([
    ['success', 'success'],
    ['neutral', 'success'],
    ['skipped', 'success'],
    ['failure', 'failure'],
    ['cancelled', 'error'],
    ['action_required', 'pending'],
  ] as const)('has the status of %s as %s', async (conclusion, state) => {
    const checks = ladder({ statuses: 'write' });
    await checks.create('ml / train', 'in_progress', text('running'));
    await checks.complete('ml / train', conclusion, text('over'));
    expect((await statuses()).at(-1)).toEqual(['ml / train', state, 'over']);
  });

  it('has statuses that a later process closes', async () => {
    const first = ladder({ statuses: 'write' });
    await first.create('ml / train', 'in_progress', text('running'));
    const kept = JSON.stringify([...first.open.values()]);
    expect(JSON.parse(kept)).toEqual([{ id: statusId, name: 'ml / train' }]);
    await ladder({ statuses: 'write' }, kept).complete('ml / train', 'failure', text('the job ended'));
    expect((await statuses()).at(-1)).toEqual(['ml / train', 'failure', 'the job ended']);
  });

  it('has a status in place of a check run that it may not complete any more', async () => {
    const first = ladder({ checks: 'write' });
    await first.create('ml / train', 'in_progress', text('running'));
    const second = ladder({ statuses: 'write' }, JSON.stringify([...first.open.values()]));
    await second.complete('ml / train', 'failure', text('not met'));
    expect(await statuses()).toEqual([['ml / train', 'failure', 'not met']]);
    expect(second.open.size).toBe(0);
  });

  it('has nothing where neither is allowed, and says both', async () => {
    const checks = ladder({ contents: 'read' });
    await checks.create('ml / train', 'in_progress', text('running'));
    await checks.create('ml / other', 'in_progress', text('running'));
    await checks.complete('ml / train', 'success', text('passed'));
    expect(checks.open.size).toBe(0);
    expect(lost).toEqual([
      'the check run was not written: the job needs `permissions: { checks: write }`',
      'the commit status in place of the check run was not written: the job needs `permissions: { statuses: write }`',
    ]);
    expect(github.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  it('goes down for a missing permission alone', async () => {
    const checks = ladder({ checks: 'write', statuses: 'write' });
    github.failNext({ method: 'POST', path: /check-runs/ }, { status: 422 });
    await expect(checks.create('ml / train', 'queued', text('waiting'))).rejects.toMatchObject({
      status: 422,
    });
    const limit = { status: 403, headers: { 'retry-after': '3600' } };
    github.failNext({ method: 'POST', path: /check-runs/ }, limit);
    await expect(checks.create('ml / train', 'queued', text('waiting'))).rejects.toMatchObject({
      status: 403,
    });
    expect(lost).toEqual([]);
    expect(await statuses()).toEqual([]);
  });

  it('has descriptions that GitHub takes', async () => {
    const checks = ladder({ statuses: 'write' });
    await checks.create('ml / train', 'queued', text(`\u001b[31ma\u202eb\n${'🙂'.repeat(200)}`));
    expect(await statuses()).toEqual([['ml / train', 'pending', `ab ${'🙂'.repeat(68)}…`]]);
  });
});
