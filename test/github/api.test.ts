/** One token's calls to GitHub, against the strict one of the rig: what is counted, how long is waited, what is its own. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { GitHubApi } from '../../src/github/api.ts';
import { type RigGitHub, startGitHub } from '../rig/github.ts';

const place = { owner: 'moola', repo: 'demo' };
let github: RigGitHub;
let slept: number[] = [];

beforeEach(async () => {
  github = await startGitHub();
  vi.stubEnv('GITHUB_API_URL', github.url);
  slept = [];
});
afterEach(async () => {
  vi.unstubAllEnvs();
  expect(github.violations).toEqual([]);
  await github.close();
});

const apiOf = (token: string) =>
  new GitHubApi(token, async (seconds) => {
    slept.push(seconds);
  });
const list = (api: GitHubApi) => api.persist(() => api.octokit.rest.issues.listForRepo(place));

it('counts all requests: those that failed, and each page', async () => {
  const api = apiOf(github.token({ issues: 'read' }));
  github.failNext({ method: 'GET', path: /issues/ }, { status: 502 }, 2);
  expect(api.requests).toBe(0);
  await list(api);
  expect(api.requests).toBe(3);
  for (let made = 0; made < 3; made += 1) github.createIssue('dana', `Issue ${made}`);
  await api.octokit.paginate(api.octokit.rest.issues.listForRepo, { ...place, per_page: 1 });
  expect(api.requests).toBe(6);
  expect(github.requests).toHaveLength(6);
});

it('waits for a new quota by the clock of GitHub, not by its own', async () => {
  const api = apiOf(github.token({ issues: 'read' }));
  const at = Date.parse('2020-05-01T10:00:00Z');
  const headers = {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(at / 1000 + 20),
    date: new Date(at).toUTCString(),
  };
  github.failNext({ method: 'GET', path: /issues/ }, { status: 403, headers });
  await list(api);
  expect(slept).toEqual([20]);
});

it('knows what is its own', async () => {
  const job = { login: 'github-actions[bot]', type: 'Bot' };
  const api = apiOf(github.token({ issues: 'read' }));
  expect(await api.isOwn(job)).toBe(true);
  expect(api.requests).toBe(0);
  expect(await api.isOwn({ login: 'dana', type: 'User' })).toBe(false);
  expect(await api.isOwn(null)).toBe(false);
  const person = apiOf(github.personalToken('dana'));
  expect(await person.isOwn({ login: 'dana', type: 'User' })).toBe(true);
  expect(await person.isOwn({ login: 'riley', type: 'User' })).toBe(false);
  expect(await person.isOwn({ login: 'other[bot]', type: 'Bot' })).toBe(false);
  expect(person.requests).toBe(1);
});
