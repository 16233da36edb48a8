/** What follows when a run has looked for drift: its issue, its pull request and their checks, who is told; and what is left alone. */
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunState } from '../../src/engine/state.ts';
import { GitHubApi } from '../../src/github/api.ts';
import { aboutDrift, type DriftOver } from '../../src/parts/drift.ts';
import { filesLeft } from '../../src/parts/proposed-files.ts';
import type { OnGitHub } from '../../src/parts/report.ts';
import { prepare } from '../../src/prepare.ts';
import type { Drift } from '../../src/project/notify-schema.ts';
import { driftIn } from '../../src/reports/drift.ts';
import { reportOf } from '../../src/reports/report.ts';
import { startRun } from '../../src/wiring.ts';
import { noSignals, projectWith } from '../drivers/rig.ts';
import { type RigGitHub, startGitHub } from '../rig/github.ts';

const usual = {
  contents: 'write',
  issues: 'write',
  'pull-requests': 'write',
  checks: 'write',
  actions: 'write',
} as const;
const title = 'The data has drifted';

const project = `metrics: { psi: {}, accuracy: { unit: fraction } }
predicates: { shifted: psi > 0.2 }
commands:
  look:
    run: printf '{"psi":%s}' "$PSI" > "$ML_RUN_DIR/metrics.json"
    env: [PSI]
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [psi] }]
  retrain:
    run: mkdir -p model && printf '%s' "$MODEL" > model/model.json && printf '{"accuracy":%s}' "$ACCURACY" > "$ML_RUN_DIR/metrics.json"
    env: [MODEL, ACCURACY]
    outputs: [model]
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy] }]
  ask:
    run: test "$PSI" = no && echo data_moved=false >> "$ML_OUTPUT" || echo data_moved=true >> "$ML_OUTPUT"
    env: [PSI]
    sets: [data_moved]
  ship: { run: 'true', deploys: production }
  keep: { run: 'true' }
`;
const workflow = `chain: |
  /look → /if:shifted → /retrain → /if:accuracy>0.9 → /ship → /else → /keep
`;

let github: RigGitHub;
let main: string;
let folder: string;

beforeEach(async () => {
  github = await startGitHub({ actionsMayCreatePulls: true, workflows: ['judge.yml'] });
  folder = projectWith({ 'ml-workflow.yml': project, 'workflows/watch.yml': workflow });
  main = await github.push('main', { 'model/model.json': 'old' });
  for (const [name, value] of Object.entries({
    ...{
      GITHUB_API_URL: github.url,
      GITHUB_WORKSPACE: folder,
      GITHUB_SHA: main,
      GITHUB_REF: 'refs/heads/main',
    },
  }))
    vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  expect(github.violations).toEqual([]);
  await github.close();
});

/** A real run. */
async function ran(
  { psi = '0.3', model = 'new', accuracy = '0.95' } = {},
  chain?: string,
): Promise<RunState> {
  if (chain !== undefined) writeFileSync(join(folder, 'workflows', 'watch.yml'), `chain: ${chain}\n`);
  const { plan, targets, diagnostics } = prepare({
    ...{ wanted: { is: 'workflow', reference: 'watch' }, folder, shownFrom: folder, given: [] },
  });
  if (!plan) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const { state } = await startRun({
    ...{ plan, workspace: folder, targets, signals: noSignals, reporters: () => [] },
    environment: { PATH: process.env.PATH, PSI: psi, MODEL: model, ACCURACY: accuracy },
  });
  return state;
}

let runs = 0;
function over(state: RunState, drift: Partial<Drift> = {}, onGitHub: Partial<OnGitHub> = {}): DriftOver {
  runs += 1;
  const url = `https://github.com/moola/demo/actions/runs/${runs}`;
  const own: OnGitHub = {
    ...{ schema: 1, sha: main, isHosted: true, checks: [], ...onGitHub },
    drift: { predicate: 'shifted', issue: title, files: [], ...drift },
  };
  return {
    onGitHub: own,
    subject: { workflow: 'watch', project: '' },
    trigger: {
      ...{ event: 'schedule', owner: 'moola', repository: 'demo', sha: own.sha, isFork: false, url },
      key: `${runs}-1-conclude-action`,
    },
    state,
    report: { ...reportOf(state, new Date().toISOString(), { sha: own.sha, url }), workflow: 'watch' },
  };
}

function apiWith(permissions: Record<string, 'read' | 'write'> = usual): GitHubApi {
  return new GitHubApi(github.token(permissions), async () => {});
}
const followed = (one: DriftOver, api = apiWith()) => aboutDrift(api, one);

async function issues() {
  const { data } = await apiWith().octokit.rest.issues.listForRepo({
    owner: 'moola',
    repo: 'demo',
    state: 'all',
  });
  return data
    .filter(({ pull_request: pull }) => !pull)
    .map(({ number, state, title, body }) => ({ number, state, title, body: body ?? '' }));
}
const writes = async (work: () => Promise<unknown>) => {
  const before = github.requests.length;
  await work();
  return github.requests.slice(before).filter(({ method }) => method !== 'GET');
};

describe('drift', () => {
  it('opens one issue, which the next run brings up to date and a run without drift closes', async () => {
    const first = await ran();
    expect(await followed(over(first))).toEqual([]);
    const [issue, ...others] = await issues();
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ number: 1, state: 'open', title });
    const since = /since (\S+) -->/.exec(issue?.body ?? '')?.[1];
    expect(since).toBe(first.run.startedAt);
    for (const line of [
      '`watch` has found drift: `psi 0.3 > 0.2`.',
      '| `psi` | 0.3 |',
      '- ✓ `/retrain`',
      '- ✓ `/if:accuracy>0.9` · accuracy 0.95 > 0.9',
      '- ✓ `/ship` · deployed to `production`',
      '[run](https://github.com/moola/demo/actions/runs/',
    ])
      expect(issue?.body).toContain(line);

    const second = await ran({ psi: '0.4', accuracy: '0.5' });
    expect(await followed(over(second))).toEqual([]);
    const [again] = await issues();
    expect(await issues()).toHaveLength(1);
    expect(again?.body).toContain('psi 0.4 > 0.2');
    expect(again?.body).toContain('- ✓ `/keep`');
    expect(again?.body).toContain(`since ${since} -->`);
    expect(again?.body).toContain(`Seen first ${since?.slice(0, 16).replace('T', ' ')} UTC, and last`);

    const quiet = over(await ran({ psi: '0.1' }));
    expect(await followed(quiet)).toEqual([]);
    expect(await issues()).toMatchObject([{ number: 1, state: 'closed' }]);
    expect((await github.comments(1)).map(({ body }) => body)).toEqual([
      `No drift any more: \`psi 0.1 > 0.2\` ([run](${quiet.trigger.url})).`,
    ]);
    expect(await writes(() => followed(quiet))).toEqual([]);

    const third = await ran();
    await followed(over(third));
    const [reopened] = await issues();
    expect(reopened).toMatchObject({ number: 1, state: 'open' });
    expect(reopened?.body).toContain(`since ${third.run.startedAt} -->`);
  });

  it('that is told again by the same run changes nothing', async () => {
    const one = over(await ran());
    await followed(one);
    expect(await writes(() => followed(one))).toEqual([]);
  });

  it('that nobody can tell of leaves all as it is, and says so', async () => {
    await followed(over(await ran()));
    const before = await issues();
    const said = (why: string) => [
      `whether there is drift is not known, and its issue stays as it is: ${why}`,
    ];
    expect(await followed(over(await ran({ psi: 'NaN' })))).toEqual(
      said('the run has not come to the gate that asks `shifted`'),
    );
    expect(await followed(over(await ran({}, '/look → /if:psi>0.2 → /keep')))).toEqual(
      said('no gate of the chain asks `shifted` alone'),
    );
    expect(await issues()).toEqual(before);
  });

  it('may be asked the other way round, and by a variable', async () => {
    const answer = async (psi: string, chain: string, predicate = 'shifted') =>
      driftIn(await ran({ psi }, chain), predicate).is;
    for (const chain of ['/look → /if:!shifted → /keep', '/look → /if:not Shifted → /keep']) {
      expect(await answer('0.3', chain)).toBe('yes');
      expect(await answer('0.1', chain)).toBe('no');
    }
    const variable = '/ask → /if:data-moved → /keep';
    expect(await answer('0.3', variable, 'data-moved')).toBe('yes');
    expect(await answer('no', variable, 'data_moved')).toBe('no');
    expect(await answer('0.3', '/look → /if:shifted&&psi>1 → /keep')).toBe('unknown');
  });

  it('of a pull request, another branch or another commit opens nothing', async () => {
    const state = await ran();
    expect(await followed(over(state, {}, { pull: 7 }))).toEqual([]);
    expect(await followed(over(state, {}, { sha: '0'.repeat(40) }))).toEqual([]);
    vi.stubEnv('GITHUB_REF', 'refs/heads/other');
    expect(await followed(over(state))).toEqual([]);
    expect(await issues()).toEqual([]);
  });

  it('shows names and numbers of others as they are', async () => {
    const state = await ran({}, '/look → /if:shifted → /keep');
    const one = over(state);
    const report = { ...one.report, workflow: '@everyone <!-- x --> `a`' };
    await followed({ ...one, report });
    const [issue] = await issues();
    expect(issue?.body).toContain('`` @everyone <!-- x --> `a` `` has found drift');
  });

  it('says which permission is missing', async () => {
    expect(await followed(over(await ran()), apiWith({ contents: 'write' }))).toEqual([
      'the issue about drift was not written: the job needs `permissions: { issues: write }`',
    ]);
  });
});

describe('a retraining', () => {
  const files = { files: ['model'] };
  const judged = { ...files, checks: ['judge'] };

  async function pulls() {
    const { data } = await apiWith().octokit.rest.pulls.list({ owner: 'moola', repo: 'demo', state: 'all' });
    return data.map(({ number, state, title, body, head }) => ({
      ...{ number, state, title, body: body ?? '', branch: head.ref, sha: head.sha },
    }));
  }

  it('becomes a pull request, with the verdict of the run on it, and its checks start', async () => {
    expect(await followed(over(await ran(), judged))).toEqual([]);
    const [pull] = await pulls();
    expect(pull).toMatchObject({ state: 'open', title: 'Retrained by watch', branch: 'ml-workflow/watch' });
    const sha = pull?.sha ?? '';
    expect(await github.changedPaths(main, sha)).toEqual(['model/model.json']);
    expect(await github.file(sha, 'model/model.json')).toBe('new');
    for (const line of ['## ✅ watch: passed', '`model/model.json`', 'psi 0.3 > 0.2', '0.95 (95 %)'])
      expect(pull?.body).toContain(line);
    expect(await github.checkRuns(sha)).toMatchObject([
      { name: 'ml / watch', status: 'completed', conclusion: 'success' },
    ]);
    expect(github.dispatches).toMatchObject([
      { workflow: 'judge.yml', ref: 'main', inputs: { request: JSON.stringify({ pr: pull?.number, sha }) } },
    ]);
    const [issue] = await issues();
    expect(issue?.body).toContain(`What it has trained is proposed in [pull request ${pull?.number}](`);
  });

  it('that is the same again starts nothing, and another one takes its place', async () => {
    await followed(over(await ran(), judged));
    const [first] = await pulls();
    await followed(over(await ran(), judged));
    expect(github.dispatches).toHaveLength(1);
    await followed(over(await ran({ model: 'newer' }), judged));
    const [second, ...others] = await pulls();
    expect(others).toEqual([]);
    expect(second?.number).toBe(first?.number);
    expect(second?.sha).not.toBe(first?.sha);
    expect(await github.checkRuns(second?.sha ?? '')).toHaveLength(1);
    expect(github.dispatches).toHaveLength(2);
  });

  it('that a gate of the chain has turned down is not proposed', async () => {
    await followed(over(await ran({ accuracy: '0.5' }), judged));
    expect(await pulls()).toEqual([]);
    const [issue] = await issues();
    expect(issue?.body).toContain('- ⊘ `/if:accuracy>0.9`');
  });

  it('that has changed nothing is not proposed', async () => {
    await followed(over(await ran({ model: 'old' }), judged));
    expect(await pulls()).toEqual([]);
    expect((await issues())[0]?.body).not.toContain('proposed');
  });

  it('that somebody has declined is not proposed again', async () => {
    await followed(over(await ran(), files));
    const [pull] = await pulls();
    await github.closePullRequest(pull?.number ?? 0, 'dana');
    await followed(over(await ran(), files));
    expect(await pulls()).toHaveLength(1);
    expect((await issues())[0]?.body).toContain('which somebody has closed');
  });

  it('says what it lacks, and the issue is there all the same', async () => {
    const lacking = (one: string) => apiWith({ ...usual, [one]: 'read' });
    const state = await ran();
    expect(await followed(over(state, judged), lacking('contents'))).toEqual([
      'what was trained is not proposed: the branch of the pull request was not written: the job needs `permissions: { contents: write }`',
    ]);
    expect(await followed(over(state, judged), lacking('actions'))).toEqual([
      'the check `judge` of the pull request was not started: `.github/workflows/judge.yml` was not started: the job needs `permissions: { actions: write }`',
    ]);
    expect(await followed(over(await ran({ model: 'x' }), { ...files, checks: ['nobody'] }))).toEqual([
      'the check `nobody` of the pull request was not started: `.github/workflows/nobody.yml` was not started: there is no such workflow on the branch `main`',
    ]);
    expect(await followed(over(state, { files: ['other.json'] }))).toEqual([
      '`other.json` is not proposed, because it is not there at the end of the run: a command has to declare it under `outputs:`',
    ]);
    expect(await issues()).toHaveLength(1);
  });
});

describe('files that a run may propose', () => {
  it('are plain ones of the project, by their path in the repository', () => {
    writeFileSync(join(folder, 'a.json'), '1');
    mkdirSync(join(folder, 'out', 'deep'), { recursive: true });
    writeFileSync(join(folder, 'out', 'deep', 'b.json'), '2');
    const { files, missing } = filesLeft(folder, 'models/lstm', ['./a.json', 'out/', 'gone']);
    expect(files.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([
      ['models/lstm/a.json', '1'],
      ['models/lstm/out/deep/b.json', '2'],
    ]);
    expect(missing).toEqual(['gone']);
  });

  it.each([
    ['.git/config', 'is nothing that a run may propose'],
    ['.GitHub/workflows/ml.yml', 'is nothing that a run may propose'],
    ['.ml-workflow', 'is nothing that a run may propose'],
    ['../secret', 'is no file of the project'],
    ['.', 'is no file of the project'],
    ['link.json', 'is no plain file'],
    ['away/etc', 'is no plain file'],
    ['linked', 'is no plain file'],
    ['many', 'makes more than 20 files'],
    ['large.bin', 'has 6 MB, and files of more than 5 MB are not proposed'],
  ])('are not %s, which %s', (path, why) => {
    mkdirSync(join(folder, 'linked'));
    mkdirSync(join(folder, 'many'));
    symlinkSync('/etc/hostname', join(folder, 'link.json'));
    symlinkSync('/etc', join(folder, 'away'));
    symlinkSync('/etc/hostname', join(folder, 'linked', 'x'));
    for (let index = 0; index <= 20; index += 1) writeFileSync(join(folder, 'many', `${index}`), '');
    writeFileSync(join(folder, 'large.bin'), '');
    truncateSync(join(folder, 'large.bin'), 5.5 * 1024 * 1024);
    expect(() => filesLeft(folder, '', [path])).toThrow(why);
  });
});

describe('who wants to hear of drift', () => {
  it('is told when it begins, and not each night', async () => {
    const told: { occasion: string; reason: string; url: string; decision: unknown }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        told.push(JSON.parse(body));
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    vi.stubEnv('HOOK', `http://127.0.0.1:${address.port}/`);
    const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      const notify: OnGitHub['notify'] = [
        { kind: 'webhook', variable: 'HOOK', on: ['drift'] },
        { kind: 'webhook', variable: 'HOOK', on: ['passed'] },
      ];
      const night = async (psi: string) =>
        expect(await followed(over(await ran({ psi }), {}, { notify }))).toEqual([]);
      await night('0.3');
      await night('0.4');
      expect(told).toHaveLength(1);
      expect(told[0]).toMatchObject({ occasion: 'drift', reason: 'psi 0.3 > 0.2', decision: null });
      expect(told[0]?.url).toMatch(/\/issues\/1$/);
      await night('0.1');
      await night('0.5');
      expect(told.map(({ reason }) => reason)).toEqual(['psi 0.3 > 0.2', 'psi 0.5 > 0.2']);
    } finally {
      stdout.mockRestore();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
