/** Files as a pull request, against the strict GitHub of the rig: what is opened, brought up to date, left alone and refused. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GitHubApi } from '../../src/github/api.ts';
import { NotProposed, type Proposal, type Proposed, propose } from '../../src/github/propose.ts';
import { type RigGitHub, startGitHub } from '../rig/github.ts';

const place = { owner: 'moola', repo: 'demo' };
const branch = 'ml-workflow/nightly';
const usual = { contents: 'write', 'pull-requests': 'write' } as const;
let github: RigGitHub;
let main: string;

beforeEach(async () => {
  github = await startGitHub({ actionsMayCreatePulls: true });
  vi.stubEnv('GITHUB_API_URL', github.url);
  main = await github.push('main', {
    'models/model.json': '{"weights":[1]}\n',
    'models/card.md': 'The model.\n',
    'train.py': 'print(1)\n',
  });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  expect(github.violations).toEqual([]);
  await github.close();
});

function apiWith(permissions: Record<string, 'read' | 'write'> = usual): GitHubApi {
  return new GitHubApi(github.token(permissions), async () => {});
}

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
const better = file('models/model.json', '{"weights":[2]}\n');

function wanted(more: Partial<Proposal> = {}): Proposal {
  return {
    ...{ owner: 'moola', repository: 'demo', base: 'main', sha: main, branch },
    marker: '<!-- ml-workflow: proposal nightly -->',
    files: [better, file('models/card.md', 'The model.\n')],
    title: 'Retrained by nightly',
    body: (paths) => `Changes ${paths.join(', ')}.`,
    ...more,
  };
}

async function proposed(more: Partial<Proposal> = {}, api = apiWith()) {
  const found = await propose(api, wanted(more));
  if (found.is !== 'proposed') throw new Error(`${found.is}`);
  return found;
}

async function pulls() {
  const { data } = await apiWith().octokit.rest.pulls.list({ ...place, state: 'all' });
  return data.map(({ number, state, title, body, user }) => ({
    number,
    state,
    title,
    body,
    by: user?.login,
  }));
}

async function refusal(work: Promise<Proposed>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NotProposed);
  return (error as Error).message;
}

const requestsOf = async (work: () => Promise<unknown>) => {
  const before = github.requests.length;
  await work();
  return github.requests.slice(before).filter(({ method }) => method !== 'GET');
};

describe('a proposal', () => {
  it('is one commit on the commit of the run, with what differs and nothing else', async () => {
    const found = await proposed();
    expect(found).toMatchObject({ change: 'opened', isNew: true, number: 1, paths: ['models/model.json'] });
    expect(await github.changedPaths(main, found.sha)).toEqual(['models/model.json']);
    expect(await github.file(branch, 'models/model.json')).toBe('{"weights":[2]}\n');
    expect(await github.file(branch, 'train.py')).toBe('print(1)\n');
    const { data } = await apiWith().octokit.rest.repos.getCommit({ ...place, ref: branch });
    expect(data.parents.map(({ sha }) => sha)).toEqual([main]);
    expect(data.commit.message).toBe('Retrained by nightly\n\nProposed-by: ml-workflow');
    expect(await pulls()).toEqual([
      {
        ...{ number: 1, state: 'open', title: 'Retrained by nightly', by: 'github-actions[bot]' },
        body: '<!-- ml-workflow: proposal nightly -->\nChanges models/model.json.',
      },
    ]);
  });

  it('of what the base has already is none, and nothing is written', async () => {
    const same = { files: [file('models/card.md', 'The model.\n')] };
    const written = await requestsOf(async () =>
      expect(await propose(apiWith({ contents: 'read', 'pull-requests': 'read' }), wanted(same))).toEqual({
        is: 'nothing',
      }),
    );
    expect(written).toEqual([]);
    // Somebody has merged just this since the run began.
    await github.push('main', { 'models/model.json': '{"weights":[2]}\n' });
    expect(await propose(apiWith(), wanted())).toEqual({ is: 'nothing' });
  });

  it('does not take back what the base has got since', async () => {
    const now = await github.push('main', { 'train.py': 'print(2)\n' });
    const { number } = await proposed();
    await github.merge(number);
    expect(await github.file('main', 'train.py')).toBe('print(2)\n');
    expect(await github.file('main', 'models/model.json')).toBe('{"weights":[2]}\n');
    expect(now).not.toBe(main);
  });

  it('that is there already is left alone', async () => {
    const first = await proposed();
    const written = await requestsOf(async () =>
      expect(await proposed()).toEqual({ ...first, change: 'unchanged', isNew: false }),
    );
    expect(written).toEqual([]);
    expect(await proposed({ body: () => 'Said otherwise.' })).toEqual({
      ...first,
      ...{ change: 'updated', isNew: false },
    });
    expect((await pulls())[0]?.body).toContain('Said otherwise.');
  });

  it('takes the place of the one before it, in the same pull request', async () => {
    const first = await proposed();
    const next = await proposed({ files: [file('models/model.json', '{"weights":[3]}\n')] });
    expect(next).toMatchObject({ change: 'updated', isNew: true, number: first.number });
    expect(next.sha).not.toBe(first.sha);
    expect(await github.changedPaths(main, next.sha)).toEqual(['models/model.json']);
    const { data } = await apiWith().octokit.rest.repos.getCommit({ ...place, ref: branch });
    expect(data.parents.map(({ sha }) => sha)).toEqual([main]);
    expect(await pulls()).toHaveLength(1);
  });

  it('makes new files, also in new folders, and keeps the mode of old ones', async () => {
    const found = await proposed({ files: [better, file('out/a/b.bin', '\0\xff'), file('c.txt', '')] });
    expect(found.paths).toEqual(['models/model.json', 'out/a/b.bin', 'c.txt']);
    expect(await github.changedPaths(main, found.sha)).toEqual(['c.txt', 'models/model.json', 'out/a/b.bin']);
  });

  it('never takes the place of what somebody else has pushed', async () => {
    const { number } = await proposed();
    const theirs = await github.push(branch, { 'models/card.md': 'Mine.\n' });
    const other = { files: [file('models/model.json', '{"weights":[4]}\n')] };
    expect(await refusal(propose(apiWith(), wanted(other)))).toBe(
      'somebody else has pushed to `ml-workflow/nightly`: merge or delete it, and the next run proposes again',
    );
    expect(await github.sha(branch)).toBe(theirs);
    // Neither where the message looks like ours.
    await github.push(branch, { 'models/card.md': 'Mine!\n' }, 'Retrained\n\nProposed-by: ml-workflow');
    await expect(propose(apiWith(), wanted(other))).rejects.toBeInstanceOf(NotProposed);
    await github.merge(number);
  });

  it('that a person has closed is not opened again, and another one is', async () => {
    const { number } = await proposed();
    await github.closePullRequest(number, 'dana');
    expect(await propose(apiWith(), wanted())).toMatchObject({ is: 'declined', number });
    const next = await proposed({ files: [file('models/model.json', '{"weights":[5]}\n')] });
    expect(next).toMatchObject({ change: 'opened', number: number + 1 });
  });

  it('leaves a pull request of a person as they have written it', async () => {
    await proposed();
    await github.closePullRequest(1, 'dana');
    await github.createPullRequest({ branch, title: 'By hand', body: 'My words.', author: 'dana' });
    const found = await proposed({ files: [file('models/model.json', '{"weights":[6]}\n')] });
    expect(found).toMatchObject({ change: 'updated', number: 2 });
    expect((await pulls()).find(({ number }) => number === 2)).toMatchObject({
      title: 'By hand',
      body: 'My words.',
    });
  });

  it('is opened once when answers get lost', async () => {
    const api = apiWith();
    const lost = new Set<string>();
    api.octokit.hook.after('request', (_response, { method, url }) => {
      if (method === 'GET' || lost.has(url)) return;
      lost.add(url);
      throw Object.assign(new Error('Bad Gateway'), { status: 502 });
    });
    expect(await proposed({}, api)).toMatchObject({ change: 'opened', number: 1 });
    expect(lost.size).toBe(5);
    expect(await pulls()).toHaveLength(1);
  });

  it('makes no file of a folder or a link, and nothing behind one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'linked-'));
    writeFileSync(join(folder, 'real.json'), '{}');
    mkdirSync(join(folder, 'there'));
    symlinkSync('real.json', join(folder, 'link.json'));
    symlinkSync('there', join(folder, 'away'));
    const sha = await github.commitFolder(folder, { ref: 'main' });
    rmSync(folder, { recursive: true });
    for (const path of ['link.json', 'away/x.json', 'real.json/x.json'])
      expect(await refusal(propose(apiWith(), wanted({ sha, files: [file(path, 'x')] })))).toBe(
        `\`${path}\` is no file, or below one, on \`main\`, and stays what it is`,
      );
    await expect(propose(apiWith(), wanted({ files: [file('models', 'x')] }))).rejects.toThrow('is no file');
    expect(github.moves.map((move) => move.branch)).not.toContain(branch);
  });
});

describe('what is missing is said', () => {
  it('when the token may not write to the repository', async () => {
    expect(await refusal(propose(apiWith({ contents: 'read', 'pull-requests': 'write' }), wanted()))).toBe(
      'the branch of the pull request was not written: the job needs `permissions: { contents: write }`',
    );
    expect(await pulls()).toEqual([]);
  });

  it('when it may not open pull requests', async () => {
    expect(await refusal(propose(apiWith({ contents: 'write', 'pull-requests': 'read' }), wanted()))).toBe(
      'the pull request was not written: the job needs `permissions: { pull-requests: write }`; what was to be proposed is on the branch `ml-workflow/nightly`',
    );
  });

  it('when the repository does not let jobs open any', async () => {
    const message = 'GitHub Actions is not permitted to create or approve pull requests.';
    github.failNext({ method: 'POST', path: /\/pulls$/ }, { status: 403, body: { message } });
    expect(await refusal(propose(apiWith(), wanted()))).toBe(
      'the repository does not let jobs open pull requests, which is a setting under Actions, General; what was to be proposed is on the branch `ml-workflow/nightly`',
    );
    // With the setting, the next run opens it.
    expect(await proposed()).toMatchObject({ change: 'opened', isNew: true, number: 1 });
  });
});
