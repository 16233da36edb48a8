/** What is written on issues and pull requests beside the sticky comment: standing issues, mentions, labels, reactions. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GitHubApi } from '../../src/github/api.ts';
import { closeIssue, issueLabel, openIssue } from '../../src/github/issues.ts';
import { removeLabel } from '../../src/github/labels.ts';
import { mention, mentionText } from '../../src/github/mention.ts';
import { markerOf } from '../../src/github/names.ts';
import { react } from '../../src/github/reactions.ts';
import { rewriteComment, stickyComments } from '../../src/github/sticky-comments.ts';
import { type RigGitHub, startGitHub } from '../rig/github.ts';

const name = { owner: 'moola', repository: 'demo' };
const place = { owner: 'moola', repo: 'demo' };
let github: RigGitHub;

beforeEach(async () => {
  github = await startGitHub();
  vi.stubEnv('GITHUB_API_URL', github.url);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  expect(github.violations).toEqual([]);
  await github.close();
});

function apiWith(permissions: Record<string, 'read' | 'write'>): GitHubApi {
  return new GitHubApi(github.token(permissions), async () => {});
}
const ofPerson = (login: string) => new GitHubApi(github.personalToken(login), async () => {});

/** Loses the first answer to a request that GitHub has done. */
function loseAnswer(api: GitHubApi, method: string): void {
  let lost = false;
  api.octokit.hook.after('request', (_response, options) => {
    if (lost || options.method !== method) return;
    lost = true;
    throw Object.assign(new Error('Bad Gateway'), { status: 502 });
  });
}

describe('a standing issue', () => {
  const drift = { ...name, marker: '<!-- ml-workflow: drift watch -->' };
  const text = (body: string) => ({ title: 'The data has drifted', body });
  let api: GitHubApi;
  beforeEach(() => {
    api = apiWith({ issues: 'write' });
  });
  const issues = async () => {
    const listed = await api.octokit.rest.issues.listForRepo({ ...place, state: 'all' });
    return listed.data.map(({ number, state, title, body }) => ({ number, state, title, body }));
  };

  it('is opened once, and kept up to date', async () => {
    const opened = await openIssue(api, drift, text('psi 0.3'));
    expect(opened).toMatchObject({ change: 'opened', number: 1 });
    expect(opened.url).toContain('/issues/1');
    expect(await openIssue(api, drift, text('psi 0.3'))).toMatchObject({ change: 'unchanged', number: 1 });
    const before = github.requests.length;
    expect(await openIssue(api, drift, text('psi 0.4'))).toMatchObject({ change: 'updated', number: 1 });
    expect(github.requests.slice(before).map(({ method }) => method)).toEqual(['GET', 'PATCH']);
    expect(await issues()).toEqual([
      { number: 1, state: 'open', title: 'The data has drifted', body: `${drift.marker}\npsi 0.4` },
    ]);
  });

  it('is closed with a last word, and opened again when it comes back', async () => {
    expect(await closeIssue(api, drift, 'Gone.')).toEqual({ change: 'none' });
    await openIssue(api, drift, text('psi 0.3'));
    expect(await closeIssue(api, drift, 'The data is back.')).toMatchObject({ change: 'closed', number: 1 });
    expect(await closeIssue(api, drift, 'Again.')).toEqual({ change: 'none' });
    expect((await github.comments(1)).map(({ body }) => body)).toEqual(['The data is back.']);
    expect(await issues()).toMatchObject([{ number: 1, state: 'closed' }]);
    expect(await openIssue(api, drift, text('psi 0.3'))).toMatchObject({ change: 'reopened', number: 1 });
    expect(await issues()).toMatchObject([{ number: 1, state: 'open' }]);
  });

  it('stays closed when a person did not plan it', async () => {
    await openIssue(api, drift, text('psi 0.3'));
    await ofPerson('dana').octokit.rest.issues.update({
      ...{ ...place, issue_number: 1, state: 'closed', state_reason: 'not_planned' },
    });
    expect(await openIssue(api, drift, text('psi 0.5'))).toMatchObject({ change: 'muted', number: 1 });
    expect(await issues()).toMatchObject([{ number: 1, state: 'closed' }]);
  });

  it('is not the one that somebody has copied, nor that of another subject', async () => {
    const copy = { ...place, title: 'x', body: `${drift.marker}\nmine`, labels: [issueLabel] };
    await ofPerson('dana').octokit.rest.issues.create(copy);
    await openIssue(api, { ...name, marker: '<!-- ml-workflow: drift other -->' }, text('other'));
    expect(await openIssue(api, drift, text('psi 0.3'))).toMatchObject({ change: 'opened', number: 3 });
    expect((await issues()).find(({ number }) => number === 1)).toMatchObject({ title: 'x', state: 'open' });
  });

  it('is opened once when the answer got lost', async () => {
    loseAnswer(api, 'POST');
    expect(await openIssue(api, drift, text('psi 0.3'))).toMatchObject({ change: 'opened', number: 1 });
    expect(await issues()).toHaveLength(1);
  });

  it('needs the permission', async () => {
    const reader = apiWith({ issues: 'read' });
    await expect(openIssue(reader, drift, text('x'))).rejects.toMatchObject({ status: 403 });
  });

  it('fits, however much there is to say', async () => {
    await openIssue(api, drift, { title: 'x'.repeat(300), body: 'y'.repeat(70_000) });
    const [issue] = await issues();
    expect(issue?.title).toHaveLength(256);
    expect(issue?.body).toHaveLength(65_536);
  });
});

describe('a mention', () => {
  it('is one new comment, also when the answer got lost', async () => {
    const { number } = await github.createPullRequest();
    const api = apiWith({ 'pull-requests': 'write' });
    loseAnswer(api, 'POST');
    const began = new Date(Date.now() - 60_000);
    await mention(api, { ...name, pull: number, login: 'dana', text: 'the run is over: passed.' }, began);
    expect(await github.comments(number)).toMatchObject([
      {
        login: 'github-actions[bot]',
        body: '<!-- ml-workflow: done -->\n@dana the run is over: passed.',
      },
    ]);
  });

  it.each([
    ['/train', '@dana /train'],
    [
      'over\n/train\n  /deploy\n> /stop\n- /approve',
      '@dana over\n&#47;train\n  &#47;deploy\n> &#47;stop\n- &#47;approve',
    ],
    ['over\r/train\r\n/stop', '@dana over\n&#47;train\n&#47;stop'],
    ['see https://x.test/a', '@dana see https://x.test/a'],
  ])('has no line that is a command: %j', (text, shown) => {
    expect(mentionText('dana', text)).toBe(`<!-- ml-workflow: done -->\n${shown}`);
  });

  it.each(['github-actions[bot]', '', 'a b', 'a/../b', '-x', 'org/team', '<!--'])(
    'mentions nobody by %j',
    (login) => {
      expect(mentionText(login, '/over')).toBe('<!-- ml-workflow: done -->\n&#47;over');
    },
  );
});

describe('labels and reactions', () => {
  it('a label is taken off once, and it is fine when it is gone', async () => {
    const { number } = await github.createPullRequest();
    await ofPerson('dana').octokit.rest.issues.addLabels({
      ...{ ...place, issue_number: number, labels: ['ml: train', 'other'] },
    });
    const api = apiWith({ 'pull-requests': 'write' });
    expect(await removeLabel(api, name, number, 'ml: train')).toBe(true);
    expect(await removeLabel(api, name, number, 'ml: train')).toBe(false);
    const { data } = await api.octokit.rest.issues.listLabelsOnIssue({ ...place, issue_number: number });
    expect(data.map((label) => label.name)).toEqual(['other']);
  });

  it('a reaction is there once', async () => {
    const { number } = await github.createPullRequest();
    const { id } = github.createComment('dana', number, '/ml-train');
    const api = apiWith({ 'pull-requests': 'write' });
    for (const content of ['eyes', 'eyes', 'rocket'] as const) await react(api, name, id, content);
    const [comment] = await github.comments(number);
    expect(comment?.reactions.map(({ content }) => content)).toEqual(['eyes', 'rocket']);
  });
});

describe('sticky comments of a workflow', () => {
  it('are found on all open pull requests, by marker and author', async () => {
    const api = apiWith({ 'pull-requests': 'write' });
    const subject = { workflow: 'train', project: '' };
    const body = `${markerOf(subject)}\n## passed`;
    const numbers: number[] = [];
    for (let made = 0; made < 4; made += 1) numbers.push((await github.createPullRequest()).number);
    const [first = 0, second = 0, third = 0, closed = 0] = numbers;
    for (const pull of [first, closed]) {
      github.createComment('dana', pull, body);
      await api.octokit.rest.issues.createComment({ ...place, issue_number: pull, body });
    }
    github.createComment('dana', second, body);
    const other = `${markerOf({ workflow: 'other', project: '' })}\nx`;
    await api.octokit.rest.issues.createComment({ ...place, issue_number: third, body: other });
    await ofPerson('dana').octokit.rest.issues.update({
      ...{ ...place, issue_number: closed, state: 'closed' },
    });

    const found = await stickyComments(api, name, subject, 'main');
    expect(found).toMatchObject([{ pull: first, body }]);
    expect(await stickyComments(api, name, subject, 'release')).toEqual([]);
    const [sticky] = found;
    expect(await rewriteComment(api, name, sticky?.id ?? 0, `${body}, stale`)).toBe(true);
    expect((await github.comments(first)).map(({ body: now }) => now)).toEqual([body, `${body}, stale`]);
    expect(await rewriteComment(api, name, 1, 'x')).toBe(false);
  });
});
