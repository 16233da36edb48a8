/** Runs of GitHub Actions as the router meets them: dispatched once, found again by their titles, cancelled, waited for. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GitHubApi } from '../../src/github/api.ts';
import { type Dispatch, DispatchRefused, dispatch } from '../../src/github/dispatch.ts';
import {
  cancelRun,
  findRun,
  readRunTitle,
  runsOfPull,
  runTitle,
  whenCompleted,
} from '../../src/github/runs.ts';
import { type RigGitHub, type RunRecord, startGitHub } from '../rig/github.ts';

const name = { owner: 'moola', repository: 'demo' };
const sha = 'abcdef0123456789abcdef0123456789abcdef01';
let github: RigGitHub;
let api: GitHubApi;
let slept: number[] = [];

beforeEach(async () => {
  github = await startGitHub({ workflows: ['train.yml', 'ml-run.yml'] });
  vi.stubEnv('GITHUB_API_URL', github.url);
  slept = [];
  api = apiWith({ actions: 'write' });
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
const wanted: Dispatch = {
  file: 'train.yml',
  branch: 'main',
  inputs: { request: '{"pr":12}' },
  title: runTitle({ workflow: 'train', pull: 12 }),
};
const run = (fields: Partial<RunRecord> = {}): RunRecord => ({
  ...{ event: 'workflow_dispatch', headBranch: 'main', headSha: sha, status: 'in_progress' },
  ...fields,
});

describe('a title', () => {
  it('says the workflow and the pull request', () => {
    expect(wanted.title).toBe('train · #12');
    expect(readRunTitle(wanted.title)).toEqual({ workflow: 'train', pull: 12 });
    expect(readRunTitle('a · #3 · #12')).toEqual({ workflow: 'a · #3', pull: 12 });
  });

  it.each(['train', 'train #12', 'train · #012', 'train · #12 ', 'train · #x', ''])(
    'of somebody else is none of ours: %j',
    (title) => {
      expect(readRunTitle(title)).toBeUndefined();
    },
  );
});

describe('a dispatch', () => {
  it('starts the file of the branch, and says which run that is', async () => {
    const started = await dispatch(api, name, wanted);
    expect(started.id).toBeGreaterThan(0);
    expect(started.url).toContain(`/actions/runs/${started.id}`);
    expect(github.dispatches).toMatchObject([
      { kind: 'workflow', workflow: 'train.yml', ref: 'main', inputs: { request: '{"pr":12}' } },
    ]);
    expect(github.requests).toHaveLength(1);
  });

  it.each([
    [
      { file: 'none.yml' },
      '`.github/workflows/none.yml` was not started: there is no such workflow on the branch `main`',
    ],
    [{ branch: 'nowhere' }, '`.github/workflows/train.yml` was not started: No ref found for: nowhere'],
  ])('that cannot be says why: %j', async (change, sentence) => {
    const failure = await dispatch(api, name, { ...wanted, ...change }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DispatchRefused);
    expect((failure as Error).message).toContain(sentence);
    expect(github.dispatches).toEqual([]);
  });

  it('needs the permission', async () => {
    await expect(dispatch(apiWith({ actions: 'read' }), name, wanted)).rejects.toThrow(
      '`.github/workflows/train.yml` was not started: the job needs `permissions: { actions: write }`',
    );
    const message = "Cannot trigger a 'workflow_dispatch' on a disabled workflow";
    github.failNext({ method: 'POST', path: /dispatches/ }, { status: 403, body: { message } });
    await expect(dispatch(api, name, wanted)).rejects.toThrow('the workflow is disabled');
  });
});

describe('a dispatch whose run GitHub does not name', () => {
  const path = '.github/workflows/train.yml';
  /** As GitHub does it once the run is made: its title is that of the file. */
  function titled(): void {
    github.listen((happening) => {
      if (happening.kind !== 'dispatch') return;
      const record = github.runs.get(happening.run);
      if (record) github.runs.set(happening.run, { ...record, displayTitle: wanted.title });
    });
  }
  const earlier = () => {
    const old = { ...{ event: 'workflow_dispatch', headBranch: 'main', headSha: sha, workflow: path } };
    return github.queueRun({ ...old, displayTitle: wanted.title, createdAt: '2026-11-01T10:00:00Z' });
  };

  it('is made once when the answer got lost', async () => {
    titled();
    earlier();
    let lost = 0;
    api.octokit.hook.after('request', (_response, { method }) => {
      if (method !== 'POST') return;
      lost += 1;
      throw Object.assign(new Error('Bad Gateway'), { status: 502 });
    });
    const started = await dispatch(api, name, wanted);
    expect(lost).toBe(1);
    expect(github.dispatches).toMatchObject([{ run: started.id }]);
    expect(started.url).toContain(`/actions/runs/${started.id}`);
  });

  it('is made again when it never arrived', async () => {
    titled();
    earlier();
    github.failNext({ method: 'POST', path: /dispatches/ }, { status: 502 });
    const started = await dispatch(api, name, wanted);
    expect(github.dispatches).toMatchObject([{ run: started.id }]);
  });

  it('is found by its title where the field is not known', async () => {
    titled();
    earlier();
    const message = '"return_run_details" is not a permitted key.';
    github.failNext({ method: 'POST', path: /dispatches/ }, { status: 422, body: { message } });
    const started = await dispatch(api, name, wanted);
    expect(github.dispatches).toMatchObject([{ run: started.id }]);
    const sent = github.requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(sent.map((body) => Object.keys(body as object).includes('return_run_details'))).toEqual([
      true,
      false,
    ]);
  });

  it('has no number when it is not seen in time', async () => {
    earlier();
    github.failNext({ method: 'POST', path: /dispatches/ }, { status: 204 });
    expect(await dispatch(api, name, wanted)).toEqual({});
    expect(slept).toEqual([1, 2, 4, 8]);
  });
});

describe('runs of a pull request', () => {
  const paths = new Set(['.github/workflows/train.yml', '.github/workflows/ml-run.yml']);
  const queue = (fields: Partial<RunRecord>): number => {
    const id = github.queueRun({
      ...{ event: 'workflow_dispatch', headBranch: 'main', headSha: sha, displayTitle: wanted.title },
      ...{ workflow: '.github/workflows/train.yml', ...fields },
    });
    const record = github.runs.get(id);
    if (record && fields.status) github.runs.set(id, { ...record, status: fields.status });
    return id;
  };

  it('are those of our files that are not over, oldest first', async () => {
    const running = queue({ status: 'in_progress' });
    const queued = queue({ workflow: '.github/workflows/ml-run.yml', displayTitle: 'ml-run · #12' });
    const held = queue({ status: 'pending' });
    const waits = queue({ status: 'waiting' });
    queue({ status: 'completed', conclusion: 'success' });
    queue({ displayTitle: 'train · #1' });
    queue({ displayTitle: 'train · #123' });
    queue({ workflow: '.github/workflows/other.yml' });
    queue({ event: 'push' });
    const found = await runsOfPull(apiWith({ actions: 'read' }), name, 12, paths);
    expect(found.map(({ id }) => id)).toEqual([running, queued, held, waits]);
    expect(found[1]).toMatchObject({ status: 'queued', asked: { workflow: 'ml-run', pull: 12 } });
  });

  it('are all of them, however many there are', async () => {
    for (let made = 0; made < 130; made += 1) queue({});
    expect(await runsOfPull(api, name, 12, paths)).toHaveLength(130);
  });

  it('are cancelled, by force if need be', async () => {
    const id = queue({ status: 'in_progress' });
    expect(await cancelRun(api, name, id)).toBe(true);
    expect(await cancelRun(api, name, id, { force: true })).toBe(true);
    expect(github.cancellations).toMatchObject([
      { run: id, isForced: false },
      { run: id, isForced: true },
    ]);
    const record = github.runs.get(id);
    if (record) github.runs.set(id, { ...record, status: 'completed', conclusion: 'cancelled' });
    expect(await cancelRun(api, name, id)).toBe(false);
    await expect(cancelRun(apiWith({ actions: 'read' }), name, id)).rejects.toMatchObject({ status: 403 });
  });

  it('that GitHub does not cancel yet are an error', async () => {
    const id = queue({});
    const message = 'Cannot cancel a workflow re-run that has not yet queued.';
    github.failNext({ method: 'POST', path: /cancel$/ }, { status: 409, body: { message } });
    await expect(cancelRun(api, name, id)).rejects.toThrow(`run ${id} was not cancelled: ${message}`);
  });
});

describe('a run', () => {
  it('is read', async () => {
    github.runs.set(7, run({ workflow: '.github/workflows/train.yml', actor: 'dana', attempt: 2 }));
    expect(await findRun(apiWith({ actions: 'read' }), name, 7)).toMatchObject({
      ...{ id: 7, path: '.github/workflows/train.yml', event: 'workflow_dispatch', status: 'in_progress' },
      ...{ attempt: 2, headBranch: 'main', headSha: sha, actor: 'dana', triggeringActor: 'dana' },
    });
    expect(await findRun(api, name, 8)).toBeUndefined();
  });

  it('is waited for, and not for ever', async () => {
    github.runs.set(7, run());
    const patient = new GitHubApi(github.token({ actions: 'read' }), async (seconds) => {
      slept.push(seconds);
      if (slept.length === 3) github.runs.set(7, run({ status: 'completed', conclusion: 'cancelled' }));
    });
    expect(await whenCompleted(patient, name, 7, 60)).toMatchObject({ conclusion: 'cancelled' });
    expect(slept).toEqual([1, 1.5, 2.25]);
    slept = [];
    github.runs.set(7, run());
    expect(await whenCompleted(api, name, 7, 10)).toBeUndefined();
    expect(slept.reduce((sum, seconds) => sum + seconds, 0)).toBeCloseTo(10);
    expect(await whenCompleted(api, name, 8, 10)).toBeUndefined();
  });
});
