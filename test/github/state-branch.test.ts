/** What outlives a run: on its branch, against the strict GitHub of the rig; several that write at once; what cannot be read. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GitHubApi } from '../../src/github/api.ts';
import { StateBranch, stateBranch } from '../../src/github/state-branch.ts';
import { type RigGitHub, startGitHub } from '../rig/github.ts';

const name = { owner: 'moola', repository: 'demo' };
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

function apiWith(permissions: Record<string, 'read' | 'write'>): GitHubApi {
  return new GitHubApi(github.token(permissions), async (seconds) => {
    slept.push(seconds);
  });
}
const store = (access: 'read' | 'write' = 'write') => new StateBranch(apiWith({ contents: access }), name);
const count = (before: unknown) => ((before as number | undefined) ?? 0) + 1;

describe('the state', () => {
  it('begins empty, on a branch without the history of the code', async () => {
    const state = store();
    expect(await state.read('accepted/train')).toBeUndefined();
    await state.change('accepted/train', () => ({ run: 7 }), 'Accept run 7');
    expect(await store('read').read('accepted/train')).toEqual({ run: 7 });
    const { octokit } = apiWith({ contents: 'read' });
    const { data } = await octokit.rest.repos.getCommit({ owner: 'moola', repo: 'demo', ref: stateBranch });
    expect(data.commit.message).toBe('Accept run 7');
    const first = await octokit.rest.repos.getCommit({
      ...{ owner: 'moola', repo: 'demo' },
      ref: data.parents[0]?.sha ?? '',
    });
    expect(first.data.parents).toEqual([]);
    await expect(
      octokit.rest.repos.getContent({ owner: 'moola', repo: 'demo', path: 'accepted/train.json' }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('goes on from what is there, and is left alone when nothing changes', async () => {
    const state = store();
    await state.change('ledger/2026-11-21', count, 'One');
    await state.change('ledger/2026-11-21', count, 'Two');
    const before = github.requests.length;
    await state.change('ledger/2026-11-21', () => undefined, 'Nothing');
    await state.change('ledger/2026-11-21', (two) => two, 'The same');
    expect(github.requests.slice(before).map(({ method }) => method)).toEqual(['GET', 'GET']);
    expect(await state.read('ledger/2026-11-21')).toBe(2);
    expect(await state.read('ledger/2026-11-22')).toBeUndefined();
  });

  it('loses nothing when several write at once, also the first time', async () => {
    const add = (who: string) => (before: unknown) => [...((before as string[] | undefined) ?? []), who];
    const names = ['a', 'b', 'c'];
    await Promise.all(names.map((who) => store().change('ledger/day', add(who), who)));
    expect(((await store().read('ledger/day')) as string[]).sort()).toEqual(names);
  });

  it('is changed once when the answer got lost', async () => {
    const api = apiWith({ contents: 'write' });
    const state = new StateBranch(api, name);
    await state.change('ledger/day', count, 'One');
    let lost = 0;
    api.octokit.hook.after('request', (_response, { method }) => {
      if (method !== 'PUT' || lost > 0) return;
      lost += 1;
      throw Object.assign(new Error('Bad Gateway'), { status: 502 });
    });
    await state.change('ledger/day', count, 'Two');
    expect(lost).toBe(1);
    expect(await state.read('ledger/day')).toBe(2);
  });

  it('is not written without the permission', async () => {
    await expect(store('read').change('ledger/day', count, 'One')).rejects.toMatchObject({ status: 403 });
    expect(await store('read').read('ledger/day')).toBeUndefined();
  });

  it('gives up on what is refused for good', async () => {
    const message = 'Repository rule violations found: creations are restricted';
    const state = store();
    await state.change('ledger/day', count, 'One');
    github.failNext({ method: 'PUT', path: /contents/ }, { status: 422, body: { message } }, 9);
    await expect(state.change('ledger/day', count, 'Two')).rejects.toThrow(message);
    expect(slept).toEqual([]);
  });

  it('is tried six times when somebody is always faster', async () => {
    const state = store();
    await state.change('ledger/day', count, 'One');
    github.failNext({ method: 'PUT', path: /contents/ }, { status: 409 }, 9);
    await expect(state.change('ledger/day', count, 'Two')).rejects.toMatchObject({ status: 409 });
    expect(slept).toHaveLength(5);
    expect(slept.every((seconds) => seconds > 0 && seconds < 10)).toBe(true);
  });

  it('that is no JSON, or too large, is an error and never an empty state', async () => {
    const state = store();
    await state.change('ledger/day', count, 'One');
    const { octokit } = apiWith({ contents: 'write' });
    await octokit.rest.repos.createOrUpdateFileContents({
      ...{ owner: 'moola', repo: 'demo', path: 'accepted/train.json', branch: stateBranch },
      message: 'By hand',
      content: Buffer.from('{ "run": 7,').toString('base64'),
    });
    const sentence =
      '`accepted/train.json` on the branch `ml-workflow-state` is no JSON: delete or repair it';
    await expect(state.read('accepted/train')).rejects.toThrow(sentence);
    await expect(state.change('accepted/train', count, 'Two')).rejects.toThrow(sentence);
    await expect(state.change('ledger/day', () => 'x'.repeat(1e6), 'Much')).rejects.toThrow(
      'the state `ledger/day.json` would be larger than 900 KB',
    );
    expect(await state.read('ledger/day')).toBe(1);
  });

  it.each(['../x', 'a/../b', '/a', 'a//b', 'a b', '', '.git/config', 'a?ref=main'])(
    'has no key %j',
    async (key) => {
      await expect(store().read(key)).rejects.toThrow('is no key of the state');
    },
  );
});
