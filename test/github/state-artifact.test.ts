/** What outlives a run where the job may not write to the repository: in artifacts, with GitHub's own client. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StateArtifact } from '../../src/github/state-artifact.ts';
import { type ArtifactService, startArtifacts } from '../rig/artifacts.ts';
import { type RigGitHub, type RunRecord, startGitHub } from '../rig/github.ts';

const name = { owner: 'moola', repository: 'demo' };
let github: RigGitHub;
let service: ArtifactService;
let losses: string[] = [];
let folder = '';
let runs = 0;
/** Loaded when the server is there: the client looks once where GitHub is. */
async function load() {
  const [{ GitHubApi }, { actionsArtifacts }, { stateStore }, { StateArtifact }] = await Promise.all([
    import('../../src/github/api.ts'),
    import('../../src/github/artifacts.ts'),
    import('../../src/github/keep-state.ts'),
    import('../../src/github/state-artifact.ts'),
  ]);
  return { GitHubApi, actionsArtifacts, stateStore, StateArtifact };
}
let parts: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  service = await startArtifacts();
  github = await startGitHub({ artifacts: service });
  folder = mkdtempSync(join(tmpdir(), 'ml-state-test-'));
  process.env.GITHUB_API_URL = github.url;
  parts = await load();
});
afterAll(async () => {
  delete process.env.GITHUB_API_URL;
  rmSync(folder, { recursive: true });
  await github.close();
  await service.close();
});
beforeEach(() => {
  losses = [];
  vi.stubEnv('GITHUB_SERVER_URL', github.serverUrl);
  vi.stubEnv('ACTIONS_RESULTS_URL', service.url);
  vi.stubEnv('RUNNER_TEMP', folder);
  // The client tells the log of the job what it does.
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  expect(github.violations).toEqual([]);
  expect(service.violations).toEqual([]);
});

/** From here on this process is a job of a new run, whose id it gives. */
async function inRun(fields: Partial<RunRecord> = {}): Promise<number> {
  runs += 1;
  const headSha = await github.sha('main');
  const record = { event: 'workflow_dispatch', headBranch: 'main', headSha, status: 'in_progress' } as const;
  github.runs.set(runs, { ...record, ...fields });
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', service.tokenFor(runs, 'job'));
  return runs;
}
const uploads = () => service.list().length;
function artifacts(permissions: Record<string, 'read' | 'write'> = { actions: 'read' }): StateArtifact {
  const token = github.token(permissions);
  const api = new parts.GitHubApi(token, async () => {});
  return new parts.StateArtifact({ api, name, token, own: parts.actionsArtifacts() });
}
function store(permissions: Record<string, 'read' | 'write'>) {
  const token = github.token(permissions);
  const api = new parts.GitHubApi(token, async () => {});
  return parts.stateStore(api, {
    ...{ ...name, token, own: parts.actionsArtifacts() },
    onLoss: (loss: string) => losses.push(loss),
  });
}
async function upload(artifact: string, text: string): Promise<void> {
  const from = mkdtempSync(join(folder, 'up-'));
  writeFileSync(join(from, 'state.json'), text);
  await parts.actionsArtifacts().upload(artifact, from, {});
}
const count = (before: unknown) => ((before as number | undefined) ?? 0) + 1;

describe('state in artifacts', () => {
  it('goes from run to run', async () => {
    await inRun();
    const first = artifacts();
    expect(await first.read('ledger/day')).toBeUndefined();
    await first.change('ledger/day', count);
    expect(await first.read('ledger/day')).toBe(1);
    await inRun();
    await artifacts().change('ledger/day', count);
    await inRun();
    expect(await artifacts().read('ledger/day')).toBe(2);
    expect(await artifacts().read('ledger-day')).toBeUndefined();
  });

  it('is written more than once in one run, by jobs that know nothing of each other', async () => {
    await inRun();
    const before = uploads();
    const first = artifacts();
    await first.change('accepted/twice', count);
    await first.change('accepted/twice', count);
    await artifacts().change('accepted/twice', count);
    expect(await artifacts().read('accepted/twice')).toBe(3);
    await artifacts().change('accepted/twice', () => undefined);
    expect(uploads() - before).toBe(3);
  });

  it('is kept as long as GitHub keeps one', async () => {
    const run = await inRun();
    await artifacts().change('accepted/kept', count);
    const kept = service.list().find((artifact) => artifact.run === run);
    const days = (Date.parse(kept?.expiresAt ?? '') - Date.parse(kept?.createdAt ?? '')) / 864e5;
    expect(Math.round(days)).toBe(90);
  });

  it('is not taken from a run of another branch', async () => {
    await inRun();
    await artifacts().change('accepted/branch', () => 'ours');
    await inRun({ headBranch: 'change', event: 'pull_request' });
    await upload('ml-state-accepted-1branch', '"theirs"');
    expect(await artifacts().read('accepted/branch')).toBe('ours');
  });

  it('that cannot be read is an error', async () => {
    const first = await inRun();
    await upload('ml-state-accepted-1broken', '{');
    await expect(artifacts().read('accepted/broken')).rejects.toThrow(
      `the artifact \`ml-state-accepted-1broken\` of run ${first} is no JSON: delete it`,
    );
    const second = await inRun();
    await upload('ml-state-accepted-1broken', ' '.repeat(1_100_000));
    await expect(artifacts().read('accepted/broken')).rejects.toThrow(`of run ${second} is too large`);
    const blind = artifacts({ contents: 'read' });
    await expect(blind.read('accepted/broken')).rejects.toMatchObject({ status: 403 });
  });
});

describe('the state of a repository', () => {
  it('is empty where there is none, and artifacts are not to be seen', async () => {
    await inRun();
    expect(await store({ contents: 'read' }).read('slots/none')).toBeUndefined();
  });

  it('is in artifacts where the job may not write to the branch, which is said once', async () => {
    await inRun();
    const state = store({ contents: 'read', actions: 'read' });
    await state.change('slots/a', count, 'One');
    await state.change('slots/b', count, 'One');
    expect(losses).toEqual([
      'the state of this repository is kept in artifacts, which GitHub deletes after 90 days: to keep it on the branch `ml-workflow-state`, the job needs `permissions: { contents: write }`',
    ]);
    await inRun();
    expect(await store({ contents: 'read', actions: 'read' }).read('slots/a')).toBe(1);
  });

  it('is on its branch where the job may write there', async () => {
    await inRun();
    const before = uploads();
    await store({ contents: 'write', actions: 'read' }).change('slots/c', count, 'One');
    expect(await store({ contents: 'read', actions: 'read' }).read('slots/c')).toBe(1);
    expect(uploads()).toBe(before);
    expect(losses).toEqual([]);
  });

  it('goes on in artifacts from what the branch has', async () => {
    await inRun();
    await store({ contents: 'write' }).change('slots/d', count, 'One');
    const reader = store({ contents: 'read', actions: 'read' });
    await reader.change('slots/d', count, 'Two');
    expect(await reader.read('slots/d')).toBe(2);
  });

  it('is an error where nothing may be read', async () => {
    await inRun();
    const blind = store({ checks: 'write' });
    await expect(blind.read('slots/e')).rejects.toMatchObject({ status: 403 });
    const change = store({ contents: 'read' }).change('slots/e', count, 'One');
    await expect(change).rejects.toMatchObject({ status: 403 });
  });
});
