/** Claims about files over the rig's API: who writes last does not win, and a branch may begin with nothing. */
import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RigGitHub, startGitHub } from '../github.ts';

const at = { owner: 'moola', repo: 'demo' } as const;
let github: RigGitHub;
beforeEach(async () => {
  github = await startGitHub();
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
});

const rest = () =>
  getOctokit(github.token({ contents: 'write' }), {
    baseUrl: github.url,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  }).rest;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a file', () => {
  it('is changed only by who knows what is there', async () => {
    const { repos } = rest();
    const file = { ...at, path: 'state/a.json', message: 'm', branch: 'main' };
    const put = (text: string, sha?: string) =>
      repos.createOrUpdateFileContents({
        ...file,
        content: base64(text),
        ...(sha === undefined ? {} : { sha }),
      });
    const first = await put('{"n":1}\n', 'f'.repeat(40));
    expect(first.status).toBe(201);
    const known = first.data.content?.sha;
    await expect(put('2')).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('"sha" wasn\'t supplied.'),
    });
    const wrong = { status: 409, message: expect.stringContaining('state/a.json does not match') };
    await expect(put('2', 'f'.repeat(40))).rejects.toMatchObject(wrong);
    const second = await put('{"n":2}\n', known);
    expect(second.status).toBe(200);
    expect(second.data.commit.author?.name).toBe('github-actions[bot]');
    await expect(put('3', known)).rejects.toMatchObject(wrong);
    const { data } = await repos.getContent({ ...at, path: 'state/a.json' });
    expect(data).toMatchObject({ sha: second.data.content?.sha, content: `${base64('{"n":2}\n')}\n` });
  });

  it('of two who write at once is changed by one', async () => {
    const { repos } = rest();
    const file = { ...at, path: 'a', message: 'm' };
    const { data } = await repos.createOrUpdateFileContents({ ...file, content: base64('0') });
    const sha = data.content?.sha ?? '';
    const both = ['1', '2'].map((text) =>
      repos.createOrUpdateFileContents({ ...file, sha, content: base64(text) }),
    );
    const ended = await Promise.allSettled(both);
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('has a branch that is there, a path inside and no part in the workflows', async () => {
    const { repos } = rest();
    const put = (path: string, branch = 'main', content = base64('x')) =>
      repos.createOrUpdateFileContents({ ...at, path, branch, message: 'm', content });
    await expect(put('a', 'nowhere')).rejects.toMatchObject({ status: 404 });
    await expect(put('a/../b')).rejects.toMatchObject({ status: 422 });
    await expect(put('a', 'main', 'no-base64!')).rejects.toMatchObject({ status: 422 });
    await expect(put('.github/workflows/ml.yml')).rejects.toMatchObject({ status: 403 });
  });
});

describe('a branch without history', () => {
  it('is made of a commit without parents, is written to, and shares nothing with main', async () => {
    const { git, repos } = rest();
    const { data: tree } = await git.createTree({
      ...at,
      tree: [{ path: 'README.md', mode: '100644', type: 'blob', content: 'state\n' }],
    });
    const { data: commit } = await git.createCommit({ ...at, message: 'Begin', tree: tree.sha, parents: [] });
    expect(commit.parents).toEqual([]);
    const ref = 'refs/heads/state';
    await git.createRef({ ...at, ref, sha: commit.sha });
    await expect(git.createRef({ ...at, ref, sha: commit.sha })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('Reference already exists'),
    });
    await repos.createOrUpdateFileContents({
      ...{ ...at, path: 'slots/drift.json', message: 'm', branch: 'state' },
      content: base64('{}'),
    });
    expect(await github.files('state')).toEqual(['README.md', 'slots/drift.json']);
    expect(await github.files('main')).toEqual(['README.md']);
    const compared = repos.compareCommitsWithBasehead({ ...at, basehead: 'main...state' });
    await expect(compared).rejects.toMatchObject({ status: 404 });
    const back = git.updateRef({ ...at, ref: 'heads/state', sha: commit.sha });
    await expect(back).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('fast forward'),
    });
    expect(github.moves.map(({ branch, type, by }) => [branch, type, by.kind])).toEqual([
      ['state', 'branch_creation', 'job'],
      ['state', 'push', 'job'],
    ]);
  });

  it('has trees that are made of others', async () => {
    const { git } = rest();
    const file = (path: string, content: string) => ({
      ...{ path, content, mode: '100644' as const, type: 'blob' as const },
    });
    const { data: base } = await git.createTree({
      ...at,
      tree: [file('a/x', '1'), file('a/y', '2'), file('b', '3')],
    });
    const { data: made } = await git.createTree({
      ...at,
      base_tree: base.sha,
      tree: [
        { path: 'a', mode: '040000', type: 'tree', sha: null },
        { path: 'copy', mode: '040000', type: 'tree', sha: base.sha },
      ],
    });
    const { data } = await git.getTree({ ...at, tree_sha: made.sha, recursive: '1' });
    expect(data.tree.map(({ path }) => path)).toEqual([
      'b',
      'copy',
      'copy/a',
      'copy/a/x',
      'copy/a/y',
      'copy/b',
    ]);
  });
});
