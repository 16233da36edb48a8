/** What admission is told by GitHub: roles, teams, pull requests, comments, labels, pushes, reviews, against the strict GitHub of the rig. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Forge } from '../../src/admission/forge.ts';
import { GitHubApi } from '../../src/github/api.ts';
import { githubForge } from '../../src/github/forge.ts';
import { type RigGitHub, startGitHub } from '../rig/github.ts';

const place = { owner: 'moola', repo: 'demo' };
let github: RigGitHub;
let forge: Forge;

beforeEach(async () => {
  github = await startGitHub({
    people: { tara: 'triage', mia: 'maintain', rob: 'write', guest: 'none' },
    teams: { 'ml-leads': ['dana'] },
  });
  vi.stubEnv('GITHUB_API_URL', github.url);
  // What the router's job has.
  const token = github.token({
    contents: 'write',
    actions: 'write',
    checks: 'write',
    'pull-requests': 'write',
  });
  forge = githubForge(new GitHubApi(token, async () => {}), { owner: 'moola', repository: 'demo' });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  expect(github.violations).toEqual([]);
  await github.close();
});

const ofPerson = (login: string) => new GitHubApi(github.personalToken(login), async () => {}).octokit.rest;

describe('roles', () => {
  it.each([
    ['moola', 'admin'],
    ['mia', 'maintain'],
    ['dana', 'write'],
    ['tara', 'triage'],
    ['riley', 'read'],
    ['stranger', 'none'],
    ['nobody-of-that-name', 'none'],
  ])('%s is %s', async (login, role) => {
    expect(await forge.roleOf(login)).toBe(role);
  });

  it.each([
    [{ pull: true, triage: true, push: true, maintain: false, admin: false }, 'write'],
    [{ pull: true, triage: true, push: false, maintain: false, admin: false }, 'triage'],
    [{ pull: true, triage: true, push: true, maintain: true, admin: false }, 'maintain'],
    [{ pull: true, triage: false, push: false, maintain: false, admin: false }, 'read'],
    [undefined, 'read'],
  ])('one that an organisation has made is what it allows: %j', async (permissions, role) => {
    const body = {
      permission: 'read',
      role_name: 'ml-engineer',
      user: { login: 'x', permissions: permissions ?? null },
    };
    if (permissions === undefined) body.user = { login: 'x' } as typeof body.user;
    github.failNext({ method: 'GET', path: /permission$/ }, { status: 200, body });
    expect(await forge.roleOf('x')).toBe(role);
  });

  it('that cannot be asked for are an error', async () => {
    github.failNext({ method: 'GET', path: /permission$/ }, { status: 403 });
    await expect(forge.roleOf('dana')).rejects.toMatchObject({ status: 403 });
    github.failNext({ method: 'GET', path: /permission$/ }, { status: 500 }, 4);
    await expect(forge.roleOf('dana')).rejects.toMatchObject({ status: 500 });
  });
});

describe('a pull request', () => {
  it('is what GitHub has now', async () => {
    const made = await github.createPullRequest({ title: 'Train *longer*', author: 'riley' });
    expect(await forge.pull(made.number)).toEqual({
      number: made.number,
      title: 'Train *longer*',
      author: { login: 'riley', isBot: false },
      headSha: made.headSha,
      headRef: made.headRef,
      baseSha: made.baseSha,
      baseRef: 'main',
      isFork: false,
      isOpen: true,
      isMerged: false,
    });
    const next = await github.push(made.headRef, { 'train.py': '2\n' });
    await ofPerson('dana').issues.update({ ...place, issue_number: made.number, state: 'closed' });
    expect(await forge.pull(made.number)).toMatchObject({ headSha: next, isOpen: false });
  });

  it('that is none is an error', async () => {
    const issue = github.createIssue('dana', 'x');
    await expect(forge.pull(issue)).rejects.toMatchObject({ status: 404 });
  });

  it('changes paths', async () => {
    const { number } = await github.createPullRequest({ files: { 'a.py': '1\n', 'ml/b.yml': '2\n' } });
    expect([...(await forge.changedPaths(number))].sort()).toEqual(['a.py', 'ml/b.yml']);
  });

  it('changes both paths of a file that was renamed', async () => {
    const { number } = await github.createPullRequest();
    const body = [{ filename: 'b.py', previous_filename: 'workflows/a.yml' }];
    github.failNext({ method: 'GET', path: /files/ }, { status: 200, body });
    expect(await forge.changedPaths(number)).toEqual(['b.py', 'workflows/a.yml']);
  });
});

describe('a comment', () => {
  it('is read with who wrote it, and where', async () => {
    const { number } = await github.createPullRequest();
    const { id } = github.createComment('riley', number, '/ml-train\n');
    expect(await forge.comment(id)).toMatchObject({
      id,
      author: { login: 'riley', isBot: false },
      body: '/ml-train\n',
      issue: number,
      url: expect.stringContaining(`#issuecomment-${id}`),
    });
    const { createdAt = '', updatedAt } = (await forge.comment(id)) ?? {};
    expect(new Date(createdAt).toISOString()).toBe(createdAt);
    expect(updatedAt).toBe(createdAt);
  });

  it('of an App is one of a bot', async () => {
    const { number } = await github.createPullRequest();
    const own = new GitHubApi(github.token({ 'pull-requests': 'write' }), async () => {}).octokit.rest;
    const { data } = await own.issues.createComment({ ...place, issue_number: number, body: '/x' });
    expect(await forge.comment(data.id)).toMatchObject({
      author: { login: 'github-actions[bot]', isBot: true },
    });
  });

  it.each([
    [null, null, { login: 'ghost', isBot: true }],
    [
      { login: 'dana', type: 'User' },
      { id: 1, slug: 'some-app' },
      { login: 'dana', isBot: true },
    ],
    [{ login: 'renovate[bot]', type: 'Bot' }, null, { login: 'renovate[bot]', isBot: true }],
    [{ login: 'acme', type: 'Organization' }, null, { login: 'acme', isBot: true }],
    [{ login: 'dana', type: 'User' }, null, { login: 'dana', isBot: false }],
  ])('of %j by way of %j', async (user, app, author) => {
    const at = '2026-11-21T12:00:00Z';
    const body = {
      ...{ id: 5, user, performed_via_github_app: app, body: '/x', created_at: at, updated_at: at },
      ...{ issue_url: `${github.url}/repos/moola/demo/issues/3`, html_url: 'https://github.com/x' },
    };
    github.failNext({ method: 'GET', path: /comments\/5$/ }, { status: 200, body });
    expect(await forge.comment(5)).toMatchObject({ author, issue: 3 });
  });

  it('that is gone is none', async () => {
    const { number } = await github.createPullRequest();
    const { id } = github.createComment('riley', number, '/ml-train');
    const people = ofPerson('moola');
    await people.issues.deleteComment({ ...place, comment_id: id });
    const reader = new GitHubApi(github.token({ issues: 'read', 'pull-requests': 'read' }), async () => {});
    const other = githubForge(reader, { owner: 'moola', repository: 'demo' });
    expect(await other.comment(id)).toBeUndefined();
  });
});

describe('a commit', () => {
  it('is on a branch when it is in its history', async () => {
    const before = await github.sha('main');
    const main = await github.push('main', { 'a.txt': '1\n' });
    const { headSha } = await github.createPullRequest();
    expect(await forge.isOnBranch(main, 'main')).toBe(true);
    expect(await forge.isOnBranch(before, 'main')).toBe(true);
    expect(await forge.isOnBranch(headSha, 'main')).toBe(false);
    expect(await forge.isOnBranch('0'.repeat(40), 'main')).toBe(false);
  });

  it('is on no branch for a tag that is called like one', async () => {
    const { headSha } = await github.createPullRequest();
    await ofPerson('dana').git.createRef({ ...place, ref: 'refs/tags/main', sha: headSha });
    expect(await forge.isOnBranch(headSha, 'main')).toBe(false);
    await expect(forge.isOnBranch(headSha, 'nowhere')).rejects.toMatchObject({ status: 404 });
  });
});

describe('teams', () => {
  it('are not seen by a token of a job, which is said', async () => {
    expect(await forge.isInTeam('ml-leads', 'dana')).toEqual({ is: false, unseen: true });
  });

  it('are asked of a token that may', async () => {
    const api = new GitHubApi(github.personalToken('moola'), async () => {});
    const other = githubForge(api, { owner: 'moola', repository: 'demo' });
    expect(await other.isInTeam('ml-leads', 'dana')).toEqual({ is: true });
    expect((await other.isInTeam('ml-leads', 'riley')).is).toBe(false);
    const body = { state: 'pending', role: 'member', url: github.url };
    github.failNext({ method: 'GET', path: /memberships/ }, { status: 200, body });
    expect(await other.isInTeam('ml-leads', 'dana')).toEqual({ is: false });
    github.failNext({ method: 'GET', path: /memberships/ }, { status: 500 }, 4);
    await expect(other.isInTeam('ml-leads', 'dana')).rejects.toMatchObject({ status: 500 });
  });
});

describe('a label', () => {
  it('was set by a person, at a time', async () => {
    const { number } = await github.createPullRequest();
    const { id } = await github.label(number, 'dana', 'ml: train', { at: '2026-11-01T10:00:00Z' });
    const found = {
      ...{ event: id, label: 'ml: train', by: { login: 'dana', isBot: false }, issue: number },
      at: '2026-11-01T10:00:00.000Z',
    };
    expect(await forge.labelled(id)).toEqual(found);
    expect(await forge.newestLabelling(number, 'ML: Train')).toEqual(found);
    expect(await forge.newestLabelling(number, 'other')).toBeUndefined();
  });

  it('that was set again counts from then on', async () => {
    const { number } = await github.createPullRequest();
    await github.label(number, 'dana', 'go');
    const people = ofPerson('rob').issues;
    await people.removeLabel({ ...place, issue_number: number, name: 'go' });
    const again = await github.label(number, 'rob', 'go');
    expect(await forge.newestLabelling(number, 'go')).toMatchObject({
      event: again.id,
      by: { login: 'rob' },
    });
  });

  it('is found on the last of many pages', async () => {
    const { number } = await github.createPullRequest();
    const first = await github.label(number, 'dana', 'early');
    for (let made = 0; made < 120; made += 1) await github.label(number, 'dana', `l${made}`);
    const last = await github.label(number, 'dana', 'late');
    const before = github.requests.length;
    expect(await forge.newestLabelling(number, 'late')).toMatchObject({ event: last.id });
    expect(github.requests.length - before).toBe(2);
    expect(await forge.newestLabelling(number, 'early')).toMatchObject({ event: first.id });
  });

  it('is no event of another kind, and none that is not there', async () => {
    const { number } = await github.createPullRequest();
    await github.label(number, 'dana', 'go');
    await ofPerson('dana').issues.removeLabel({ ...place, issue_number: number, name: 'go' });
    const { data } = await ofPerson('dana').issues.listEvents({ ...place, issue_number: number });
    const removal = data.find(({ event }) => event === 'unlabeled')?.id ?? 0;
    expect(await forge.labelled(removal)).toBeUndefined();
    github.failNext({ method: 'GET', path: /events\/5$/ }, { status: 404 });
    expect(await forge.labelled(5)).toBeUndefined();
  });

  it('that an App has set was set by a bot', async () => {
    const { number } = await github.createPullRequest();
    const own = new GitHubApi(github.token({ 'pull-requests': 'write' }), async () => {}).octokit.rest;
    await own.issues.addLabels({ ...place, issue_number: number, labels: ['go'] });
    expect(await forge.newestLabelling(number, 'go')).toMatchObject({ by: { isBot: true } });
  });
});

describe('a push', () => {
  it('is told by the time of GitHub, whatever the commit says', async () => {
    const made = await github.createPullRequest({ at: '2026-11-01T10:00:00Z' });
    expect(await forge.pushedAt(await forge.pull(made.number))).toBe('2026-11-01T10:00:00.000Z');
    await github.push(made.headRef, { a: '1' }, 'More', {
      ...{ at: '2026-11-01T11:00:00Z', date: '2020-01-01T00:00:00Z' },
    });
    expect(await forge.pushedAt(await forge.pull(made.number))).toBe('2026-11-01T11:00:00.000Z');
  });

  it('of a commit that was there before counts from the last time', async () => {
    const made = await github.createPullRequest({ at: '2026-11-01T10:00:00Z' });
    const other = await github.push(made.headRef, { a: '1' }, 'More', { at: '2026-11-01T11:00:00Z' });
    const refs = ofPerson('dana').git;
    const ref = `heads/${made.headRef}`;
    await refs.updateRef({ ...place, ref, sha: made.headSha, force: true });
    const pull = await forge.pull(made.number);
    expect(pull.headSha).toBe(made.headSha);
    const at = await forge.pushedAt(pull);
    expect(Date.parse(at ?? '')).toBeGreaterThan(Date.parse('2026-11-01T11:00:00Z'));
    expect(await forge.pushedAt({ ...pull, headSha: other })).toBe('2026-11-01T11:00:00.000Z');
  });

  it('is not known of a fork, though a branch of ours is called the same', async () => {
    const own = await github.createPullRequest({ branch: 'fix' });
    const fork = await github.createPullRequest({ branch: 'fix', fork: 'guest', author: 'guest' });
    const pull = await forge.pull(fork.number);
    expect(pull).toMatchObject({ isFork: true, author: { login: 'guest' } });
    const before = github.requests.length;
    expect(await forge.pushedAt(pull)).toBeUndefined();
    expect(await forge.pushedAt({ ...pull, headSha: own.headSha })).toBeUndefined();
    expect(github.requests.length).toBe(before);
    github.deleteFork(fork.number);
    expect(await forge.pull(fork.number)).toMatchObject({ isFork: true });
  });

  it('is not looked for without an end', async () => {
    const made = await github.createPullRequest();
    const pull = await forge.pull(made.number);
    const other = {
      ...{ id: 1, node_id: 'x', before: '0'.repeat(40), after: '1'.repeat(40), actor: null },
      ...{ ref: `refs/heads/${made.headRef}`, timestamp: '2026-11-01T10:00:00Z', activity_type: 'push' },
    };
    const next = `<${github.url}/repos/moola/demo/activity?after=x>; rel="next"`;
    const page = { status: 200, headers: { link: next }, body: [other] };
    github.failNext({ method: 'GET', path: /activity/ }, page, 9);
    const before = github.requests.length;
    expect(await forge.pushedAt(pull)).toBeUndefined();
    expect(github.requests.length - before).toBe(3);
  });
});

describe('reviews', () => {
  it('approve a commit, by people with write, the last word of each', async () => {
    const made = await github.createPullRequest({ author: 'riley' });
    github.review(made.number, 'dana', 'APPROVED');
    const next = await github.push(made.headRef, { a: '1' });
    github.review(made.number, 'rob', 'CHANGES_REQUESTED');
    github.review(made.number, 'rob', 'APPROVED');
    github.review(made.number, 'rob', 'COMMENTED');
    github.review(made.number, 'tara', 'APPROVED');
    github.review(made.number, 'mia', 'APPROVED');
    github.review(made.number, 'mia', 'CHANGES_REQUESTED');
    expect(await forge.approvals(made.number)).toEqual([
      { sha: made.headSha, by: { login: 'dana', isBot: false } },
      { sha: next, by: { login: 'rob', isBot: false } },
    ]);
  });
});
