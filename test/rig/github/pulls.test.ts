/** Claims about the rig's branches and pull requests: when they moved by GitHub's clock, forks, labels, reviews, merges. */
import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Happening, type RigGitHub, startGitHub } from '../github.ts';

const at = { owner: 'moola', repo: 'demo' } as const;
let github: RigGitHub;
beforeEach(async () => {
  github = await startGitHub({ people: { guest: 'none' }, teams: { leads: ['dana'] } });
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
});

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const as = (token: string) => getOctokit(token, { baseUrl: github.url, log: quiet });
const job = (permissions: Parameters<RigGitHub['token']>[0]) => as(github.token(permissions)).rest;

/** What has been told, by kind and by what it is about. */
function heard(): string[] {
  const lines: string[] = [];
  github.listen((happening: Happening) => {
    switch (happening.kind) {
      case 'pull':
        lines.push([happening.action, happening.number, happening.label ?? ''].join(' ').trim());
        break;
      case 'push':
        lines.push(`push ${happening.move.branch}`);
        break;
      default:
        lines.push(happening.kind);
    }
  });
  return lines;
}

describe('activity', () => {
  it('says when a commit came to a branch, whatever the commit says of itself', async () => {
    const pull = await github.createPullRequest({ at: '2026-11-01T10:00:00Z' });
    const second = await github.push(pull.headRef, { a: '1' }, 'More', {
      by: 'riley',
      at: '2026-11-01T11:00:00Z',
      date: '2020-01-01T00:00:00Z',
    });
    const third = await github.push(pull.headRef, { a: '2' }, 'Again', {
      at: '2026-11-01T12:00:00Z',
      force: true,
    });
    const { repos, git } = job({ contents: 'read' });
    const { data } = await repos.listActivities({ ...at, ref: `refs/heads/${pull.headRef}` });
    const told = data.map(({ before, after, timestamp, activity_type: type, actor }) => ({
      ...{ before, after, timestamp, type, login: actor?.login },
    }));
    expect(told).toEqual([
      { before: second, after: third, timestamp: '2026-11-01T12:00:00Z', type: 'force_push', login: 'dana' },
      {
        before: pull.headSha,
        after: second,
        timestamp: '2026-11-01T11:00:00Z',
        type: 'push',
        login: 'riley',
      },
      {
        before: '0'.repeat(40),
        after: pull.headSha,
        timestamp: '2026-11-01T10:00:00Z',
        type: 'branch_creation',
        login: 'dana',
      },
    ]);
    const { data: commit } = await git.getCommit({ ...at, commit_sha: second });
    expect(commit.author.date).toBe('2020-01-01T00:00:00Z');
    expect((await git.getCommit({ ...at, commit_sha: third })).data.parents).toMatchObject([
      { sha: pull.headSha },
    ]);
    await expect(job({ checks: 'write' }).repos.listActivities(at)).rejects.toMatchObject({ status: 403 });
  });

  it('is read page after page by cursors', async () => {
    for (const [index, hour] of ['10', '11', '12'].entries())
      await github.push('topic', { a: String(index) }, `${index}`, { at: `2026-11-01T${hour}:00:00Z` });
    const octokit = as(github.token({ contents: 'read' }));
    const query = { ...at, ref: 'topic', per_page: 2 };
    const pages: number[] = [];
    for await (const { data } of octokit.paginate.iterator(octokit.rest.repos.listActivities, query))
      pages.push(data.length);
    expect(pages).toEqual([2, 1]);
  });
});

describe('a pull request', () => {
  it('follows its branch, and tells of each move', async () => {
    const lines = heard();
    const pull = await github.createPullRequest();
    const sha = await github.push(pull.number, { a: '1' });
    expect(lines).toEqual([
      `push ${pull.headRef}`,
      `opened ${pull.number}`,
      `push ${pull.headRef}`,
      `synchronize ${pull.number}`,
    ]);
    const { pulls, git } = job({ 'pull-requests': 'read', contents: 'read' });
    const { data } = await pulls.get({ ...at, pull_number: pull.number });
    expect(data).toMatchObject({ head: { sha, repo: { fork: false } }, mergeable: true, commits: 2 });
    expect((await git.getRef({ ...at, ref: `pull/${pull.number}/head` })).data.object.sha).toBe(sha);
    const merge = await git.getCommit({ ...at, commit_sha: data.merge_commit_sha ?? '' });
    expect(merge.data.parents.map((parent) => parent.sha)).toEqual([pull.baseSha, sha]);
  });

  it('of a fork has another repository, and no branch or activity here', async () => {
    const lines = heard();
    const pull = await github.createPullRequest({ author: 'guest', fork: 'guest', branch: 'main' });
    const sha = await github.push(pull.number, { a: '1' }, 'More', { by: 'guest' });
    expect(lines).toEqual([`opened ${pull.number}`, `synchronize ${pull.number}`]);
    const { pulls, repos, issues } = job({ 'pull-requests': 'write', contents: 'read' });
    const { data } = await pulls.get({ ...at, pull_number: pull.number });
    expect(data).toMatchObject({
      author_association: 'NONE',
      changed_files: 2,
      head: { label: 'guest:main', sha, repo: { full_name: 'guest/demo', fork: true } },
      base: { repo: { full_name: 'moola/demo' } },
    });
    expect(data.head.repo?.id).not.toBe(data.base.repo.id);
    const { data: moves } = await repos.listActivities({ ...at, ref: 'main' });
    expect(moves.map(({ after }) => after)).not.toContain(sha);
    expect((await repos.getBranch({ ...at, branch: 'main' })).data.commit.sha).toBe(pull.baseSha);
    const compared = await repos.compareCommitsWithBasehead({ ...at, basehead: `main...${sha}` });
    expect(compared.data).toMatchObject({ status: 'ahead', ahead_by: 2 });
    github.deleteFork(pull.number);
    expect((await pulls.get({ ...at, pull_number: pull.number })).data.head.repo).toBeNull();
    await issues.createComment({ ...at, issue_number: pull.number, body: 'x' });
  });

  it('keeps who has set a label and when, and who has reviewed which commit', async () => {
    const lines = heard();
    const pull = await github.createPullRequest();
    const set = await github.label(pull.number, 'riley', 'ml/train', { at: '2026-11-01T10:00:00Z' });
    github.review(pull.number, 'moola', 'APPROVED');
    await github.push(pull.number, { a: '1' });
    const rest = job({ 'pull-requests': 'write' });
    const { data } = await rest.issues.getEvent({ ...at, event_id: set.id });
    expect(data).toMatchObject({
      event: 'labeled',
      actor: { login: 'riley' },
      created_at: '2026-11-01T10:00:00Z',
      label: { name: 'ml/train' },
      issue: { number: pull.number },
    });
    await rest.issues.removeLabel({ ...at, issue_number: pull.number, name: 'ml/train' });
    const { data: events } = await rest.issues.listEvents({ ...at, issue_number: pull.number });
    expect(events.map(({ event, actor }) => [event, actor.login])).toEqual([
      ['labeled', 'riley'],
      ['unlabeled', 'github-actions[bot]'],
    ]);
    const { data: reviews } = await rest.pulls.listReviews({ ...at, pull_number: pull.number });
    expect(reviews).toMatchObject([{ state: 'APPROVED', commit_id: pull.headSha, user: { login: 'moola' } }]);
    expect(lines.filter((line) => line.includes('label'))).toEqual([
      `labeled ${pull.number} ml/train`,
      `unlabeled ${pull.number} ml/train`,
    ]);
    expect(() => github.review(pull.number, 'dana', 'APPROVED')).toThrow('Validation Failed');
  });

  it('is merged or squashed onto the base, and is found by its commits', async () => {
    const { repos, pulls } = job({ 'pull-requests': 'read', contents: 'read' });
    const ofCommit = async (commit_sha: string) =>
      (await repos.listPullRequestsAssociatedWithCommit({ ...at, commit_sha })).data.map(
        ({ number }) => number,
      );
    for (const method of ['merge', 'squash'] as const) {
      const pull = await github.createPullRequest({ files: { [method]: method } });
      expect(await ofCommit(pull.headSha)).toEqual([pull.number]);
      const merged = await github.merge(pull.number, { by: 'dana', method });
      expect(await github.sha('main')).toBe(merged);
      expect(await github.file('main', method)).toBe(method);
      const { data } = await pulls.get({ ...at, pull_number: pull.number });
      expect(data).toMatchObject({
        ...{ state: 'closed', merged: true, merge_commit_sha: merged },
        ...{ merged_by: { login: 'dana' }, changed_files: 1 },
      });
      const basehead = `${pull.headSha}...main`;
      const { status } = (await repos.compareCommitsWithBasehead({ ...at, basehead })).data;
      expect(status).toBe(method === 'merge' ? 'ahead' : 'diverged');
      expect(await ofCommit(merged)).toEqual([pull.number]);
      await expect(github.merge(pull.number)).rejects.toThrow('is closed');
    }
    const { data } = await repos.listActivities({ ...at, ref: 'main', activity_type: 'pr_merge' });
    expect(data).toHaveLength(2);
  });

  it('of a job needs the setting of the repository, and a commit of its own', async () => {
    await github.push('drift', { data: '1' });
    const wanted = { ...at, title: 'Retrain', head: 'drift', base: 'main' };
    const off = { status: 403, message: expect.stringContaining('not permitted to create or approve') };
    await expect(job({ 'pull-requests': 'write' }).pulls.create(wanted)).rejects.toMatchObject(off);
    await using allowed = await startGitHub({ actionsMayCreatePulls: true });
    await allowed.push('drift', { data: '1' });
    const { pulls } = getOctokit(allowed.token({ 'pull-requests': 'write' }), {
      ...{ baseUrl: allowed.url, log: quiet },
    }).rest;
    const { data } = await pulls.create(wanted);
    expect(data).toMatchObject({ user: { login: 'github-actions[bot]' }, head: { ref: 'drift' } });
    for (const [head, message] of [
      ['drift', /already exists for moola:drift/],
      ['main', /No commits between main and main/],
      ['nowhere', /invalid/],
    ] as const)
      await expect(pulls.create({ ...wanted, head })).rejects.toMatchObject({
        status: 422,
        message: expect.stringMatching(message),
      });
    expect(allowed.violations).toEqual([]);
  });

  it('lets nobody know teams by a token of a job', async () => {
    const membership = { org: 'moola', team_slug: 'leads', username: 'dana' };
    const { teams } = as(github.personalToken('dana')).rest;
    expect((await teams.getMembershipForUserInOrg(membership)).data.state).toBe('active');
    const other = teams.getMembershipForUserInOrg({ ...membership, username: 'riley' });
    await expect(other).rejects.toMatchObject({ status: 404 });
    const blind = job({ contents: 'write' }).teams.getMembershipForUserInOrg(membership);
    await expect(blind).rejects.toMatchObject({ status: 403 });
  });
});
