/** Checks that pass by themselves where a pull request needs no training; and those that do not, whoever would like them to. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Desk, deskOf } from '../../src/desk/desk.ts';
import { passUnneeded } from '../../src/router/opened.ts';
import { type RigGitHub, startGitHub } from '../rig/github.ts';
import { temporaryFolder } from '../targets/rig.ts';

let github: RigGitHub;
let printed: string[];

const policy = (skip: string) => `policy: { skip: ${skip} }\ncommands: { train: { run: "true" } }\n`;

beforeEach(async () => {
  github = await startGitHub();
  await github.push('main', {
    'ml-workflow.yml': policy('["docs/**", "**.md", "!docs/conf.py"]'),
    'workflows/sweep.yml': 'on: { comment: /ml-sweep }\nchain: /train\n',
    'workflows/big.yml': 'on: { label: big }\nchain: /train\n',
    'workflows/nightly.yml': 'on: { schedule: "47 4 * * *" }\nchain: /train\n',
    'docs/guide.md': 'Before.\n',
    'train.py': 'print(1)\n',
  });
  vi.stubEnv('GITHUB_API_URL', github.url);
  printed = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  expect(github.violations).toEqual([]);
  await github.close();
});

/** As the router has it. */
async function desk(more: Record<string, 'read' | 'write'> = {}): Promise<Desk> {
  const token = github.token({ contents: 'write', checks: 'write', 'pull-requests': 'write', ...more });
  const environment = {
    PATH: process.env.PATH,
    ...{ GITHUB_REPOSITORY: 'moola/demo', GITHUB_SERVER_URL: github.serverUrl, GITHUB_RUN_ID: '77' },
    ...{ GITHUB_SHA: await github.sha('main'), GITHUB_REF: 'refs/heads/main' },
    RUNNER_TEMP: mkdtempSync(join(temporaryFolder(), 'job-')),
  };
  return await deskOf(environment, token, '');
}

const checks = async (sha: string) =>
  (await github.checkRuns(sha)).map(({ name, conclusion, title }) => [name, conclusion, title]);
const passed = (title: string) => [
  ['ml / big', 'success', title],
  ['ml / sweep', 'success', title],
];

describe('a pull request that changes nothing but what is skipped', () => {
  it('passes the checks of all workflows that somebody may ask for', async () => {
    const { number, headSha } = await github.createPullRequest({
      files: { 'docs/a/b.txt': 'x', 'x.md': 'y' },
    });
    await passUnneeded(await desk(), number, headSha);
    expect(await checks(headSha)).toEqual(passed('not needed: only docs/**, **.md changed'));
  });

  it('passes them once, and takes no verdict back', async () => {
    const { number, headSha } = await github.createPullRequest({ files: { 'docs/new.md': 'x' } });
    const own = await desk();
    await own.api.octokit.rest.checks.create({
      ...{ owner: 'moola', repo: 'demo', name: 'ml / sweep', head_sha: headSha },
      ...{ status: 'completed', conclusion: 'failure' },
    });
    await passUnneeded(own, number, headSha);
    await passUnneeded(own, number, headSha);
    expect((await checks(headSha)).map(([name, conclusion]) => [name, conclusion])).toEqual([
      ['ml / sweep', 'failure'],
      ['ml / big', 'success'],
    ]);
  });

  it('may be one of a fork', async () => {
    const fields = { files: { 'docs/new.md': 'x' }, fork: 'stranger', author: 'stranger' };
    const { number, headSha } = await github.createPullRequest(fields);
    await passUnneeded(await desk(), number, headSha);
    expect(await checks(headSha)).toHaveLength(2);
  });
});

describe('nothing passes by itself', () => {
  const unpassed = async (number: number, sha: string, own?: Desk) => {
    await passUnneeded(own ?? (await desk()), number, sha);
    expect(await checks(sha)).toEqual([]);
  };

  it.each<[string, Record<string, string | null>]>([
    ['code', { 'docs/a.md': 'x', 'train.py': 'print(2)' }],
    ['what is taken away from the patterns', { 'docs/conf.py': 'x' }],
    ['code that is removed', { 'train.py': null, 'docs/a.md': 'x' }],
    ['code that becomes documentation', { 'train.py': null, 'docs/train.md': 'print(1)\n' }],
    ['the patterns', { 'ml-workflow.yml': policy('["**"]') }],
  ])('where it changes %s', async (_what, files) => {
    const { number, headSha } = await github.createPullRequest({ files });
    await unpassed(number, headSha);
  });

  it('for a commit that is not the head any more, whatever the head is now', async () => {
    const { number, headSha } = await github.createPullRequest({ files: { 'train.py': 'print(2)' } });
    const now = await github.push(number, { 'train.py': 'print(1)\n', 'docs/a.md': 'x' });
    await unpassed(number, headSha);
    // By now it is documentation alone, and only that commit passes.
    await passUnneeded(await desk(), number, now);
    expect(await checks(now)).toHaveLength(2);
    expect(await checks(headSha)).toEqual([]);
  });

  it('for another branch than the one that the patterns are of', async () => {
    await github.push('release', { 'old.py': 'x' });
    const { number, headSha } = await github.createPullRequest({
      base: 'release',
      files: { 'docs/a.md': 'x' },
    });
    await unpassed(number, headSha);
  });

  it('where so much changes that GitHub does not tell all', async () => {
    const files = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`docs/${index}.md`, 'x']));
    const { number, headSha } = await github.createPullRequest({
      files: { ...files, 'train.py': 'print(2)' },
    });
    await unpassed(number, headSha);
  });

  it('without patterns', async () => {
    await github.push('main', { 'ml-workflow.yml': 'commands: { train: { run: "true" } }\n' });
    const { number, headSha } = await github.createPullRequest({ files: { 'docs/a.md': 'x' } });
    await unpassed(number, headSha);
  });

  it('without the permission, which is said', async () => {
    const { number, headSha } = await github.createPullRequest({ files: { 'docs/a.md': 'x' } });
    await unpassed(number, headSha, await desk({ checks: 'read' }));
    expect(printed.join('')).toContain('::warning::');
  });
});
