/** act, the second implementation of the semantics of a workflow: what it agrees with GitHub on, and what it cannot do. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notInAct } from './act/not-in-act.ts';
import {
  type ActOptions,
  type ActRun,
  actBinary,
  refusal,
  runUnderAct,
  strippedKeys,
  withoutAct,
} from './act.ts';
import { startArtifacts } from './artifacts.ts';

if (actBinary === undefined) console.log(withoutAct);

/** Does what its inputs say. `open` has a post, `step` has none, and both share one directory of code. */
const MAIN = `
import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
const { env } = process;
for (const file of ['env', 'output', 'state']) {
  const lines = env['INPUT_' + file.toUpperCase()];
  if (lines) appendFileSync(env['GITHUB_' + file.toUpperCase()], lines + '\\n');
}
const before = readdirSync('.');
writeFileSync('left-by-' + env.GITHUB_JOB, '');
const names = ['GITHUB_WORKSPACE', 'RUNNER_TEMP', 'GITHUB_ENV', 'GITHUB_SHA', 'GITHUB_REF', 'GITHUB_REPOSITORY',
  'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_ACTOR', 'GITHUB_API_URL', 'GITHUB_EVENT_NAME', 'ML_READY'];
console.log('SEEN ' + JSON.stringify({
  ...Object.fromEntries(names.map((name) => [name, env[name]])), node: process.version, text: env.INPUT_TEXT, before,
}));
if (env.INPUT_SCRIPT) await new (async () => {}).constructor('env', env.INPUT_SCRIPT)(env);
if (env.INPUT_FAIL === 'true') process.exit(1);
`;
const POST = `
console.log('POST ' + JSON.stringify({ job: process.env.GITHUB_JOB, state: process.env.STATE_of, ready: process.env.ML_READY }));
if (process.env.INPUT_FAIL === 'in post') process.exit(1);
`;
const INPUTS = 'inputs: { env: {}, output: {}, state: {}, text: {}, script: {}, fail: {} }';

let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'act-test-'));
  for (const folder of ['open', 'step', 'dist', 'node_modules', 'meet']) await mkdir(join(directory, folder));
  await writeFile(join(directory, 'dist', 'main.mjs'), MAIN);
  await writeFile(join(directory, 'dist', 'post.mjs'), POST);
  const runs = 'using: node24, main: ../dist/main.mjs';
  await writeFile(
    join(directory, 'open', 'action.yml'),
    `name: open\n${INPUTS}\nruns: { ${runs}, post: ../dist/post.mjs }\n`,
  );
  await writeFile(join(directory, 'step', 'action.yml'), `name: step\n${INPUTS}\nruns: { ${runs} }\n`);
});

afterAll(() => rm(directory, { recursive: true, force: true }));

function run(workflow: string, options: Partial<ActOptions> = {}): Promise<ActRun> {
  const event = { name: 'workflow_dispatch', payload: {} };
  return runUnderAct({ workflow, event, actions: { 'moola/ml-workflow': directory }, ...options });
}

/** What the action has printed, in order. */
function printed(run: ActRun, mark: 'SEEN' | 'POST'): Record<string, unknown>[] {
  return [...run.log.matchAll(new RegExp(`${mark} (\\{.*\\})`, 'g'))].map(([, json]) =>
    JSON.parse(json ?? ''),
  );
}

const results = (run: ActRun) => run.jobs.map(({ id, result }) => `${id} ${result}`);
const stepsOf = (run: ActRun, id: string) =>
  run.jobs.find((job) => job.id === id)?.steps.map(({ name, conclusion }) => `${name}: ${conclusion}`);

const SHA = '0123456789012345678901234567890123456789';

/** The shape of a compiled workflow, with all keys that act does not know. */
const CHAIN = `
name: sweep
on:
  workflow_dispatch: { inputs: { request: { type: string, default: "{}" } } }
  schedule: [ { cron: "17 5 * * 1", timezone: "Europe/Berlin" } ]
permissions: {}
concurrency: { group: "ml-\${{ fromJSON(inputs.request || '{}').pr || github.ref }}", queue: max }
jobs:
  plan:
    name: "plan · /runpod-setup"
    runs-on: ubuntu-latest
    permissions: { contents: read, actions: read, checks: write, pull-requests: write }
    env: { ML_READY: "[]" }
    outputs: { next: "\${{ env.ML_NEXT }}", cells: "\${{ env.ML_CELLS }}" }
    steps:
      - name: open
        uses: moola/ml-workflow/open@${SHA}
        with:
          text: "\${{ inputs.request }}"
          state: of=plan
          env: |-
            ML_NEXT=m2
            ML_CELLS=["lr=0.1","lr=0.01"]
            ML_READY=["n1"]
      - name: /runpod-setup
        if: "!cancelled() && contains(fromJSON(env.ML_READY), 'n1')"
        uses: moola/ml-workflow/step@${SHA}
        with: { env: "ML_READY=[\\"n3\\"]" }
      - name: /not-ready
        if: "!cancelled() && contains(fromJSON(env.ML_READY), 'n1')"
        uses: moola/ml-workflow/step@${SHA}
  m2:
    name: "/train"
    needs: [plan]
    if: \${{ !cancelled() && contains(needs.*.outputs.next, 'm2') }}
    continue-on-error: true
    strategy: { fail-fast: false, matrix: { cell: "\${{ fromJSON(needs.plan.outputs.cells || '[\\"-\\"]') }}" } }
    runs-on: ubuntu-latest
    timeout-minutes: 360
    steps:
      - name: "/train:\${{ matrix.cell }}"
        uses: moola/ml-workflow/step@v1
        with: { fail: "\${{ matrix.cell == 'lr=0.01' }}" }
  s3:
    needs: [plan, m2]
    if: \${{ !cancelled() && contains(needs.*.outputs.next, 's3') }}
    runs-on: ubuntu-latest
    outputs: { next: "\${{ env.ML_NEXT }}", cells: "\${{ env.ML_CELLS }}" }
    steps: [ { uses: moola/ml-workflow/open@v1 } ]
  m4:
    needs: [plan, s3]
    if: \${{ !cancelled() && contains(needs.*.outputs.next, 'm4') }}
    strategy: { matrix: { cell: "\${{ fromJSON(needs.s3.outputs.cells || '[\\"-\\"]') }}" } }
    runs-on: ubuntu-latest
    steps: [ { uses: moola/ml-workflow/step@v1 } ]
  j5:
    name: "/results:aggregate"
    needs: [plan, m2, s3, m4]
    if: \${{ !cancelled() && (contains(needs.*.outputs.next, 'm2') || contains(needs.*.outputs.next, 'j5')) }}
    runs-on: ubuntu-latest
    outputs: { next: "\${{ env.ML_NEXT }}" }
    environment: { name: production, deployment: false }
    concurrency: { group: ml-environment-production, queue: max }
    steps:
      - { name: open, uses: moola/ml-workflow/open@v1, with: { env: "ML_NEXT=" } }
  conclude:
    needs: [plan, m2, s3, m4, j5]
    if: \${{ always() }}
    runs-on: ubuntu-latest
    steps:
      - { name: conclude, uses: moola/ml-workflow/step@v1, with: { text: "\${{ needs.m2.result }}" } }
`;

describe.runIf(actBinary !== undefined)('a compiled workflow under act', () => {
  let chain: ActRun;

  beforeAll(async () => {
    const payload = { inputs: { request: '{"pr":7}' } };
    const context = { sha: SHA, ref: 'refs/heads/a-branch', repository: 'moola/demo', actor: 'mona' };
    const rest = { apiUrl: 'http://127.0.0.1:9', run: { id: 77, attempt: 2 } };
    chain = await run(CHAIN, { event: { name: 'workflow_dispatch', payload }, ...context, ...rest });
  });

  it('goes from job to job by the outputs that GITHUB_ENV has set', () => {
    expect(chain.aborted).toBeUndefined();
    expect(results(chain)).toEqual([
      'plan success',
      'm2 success',
      'm2 failure',
      's3 skipped',
      'm4 skipped',
      'j5 success',
      'conclude success',
    ]);
    expect(chain.jobs[0]?.outputs).toEqual({ next: 'm2', cells: '["lr=0.1","lr=0.01"]' });
  });

  it('runs a step when ML_READY names it, and no other', () => {
    expect(stepsOf(chain, 'plan')).toEqual([
      'open: success',
      '/runpod-setup: success',
      '/not-ready: skipped',
    ]);
  });

  it('names jobs and legs', () => {
    const legs = chain.jobs.filter(({ id }) => id === 'm2');
    expect(legs.map(({ name, matrix, steps }) => [name, matrix, steps[0]?.name])).toEqual([
      ['/train', { cell: 'lr=0.1' }, '/train:lr=0.1'],
      ['/train', { cell: 'lr=0.01' }, '/train:lr=0.01'],
    ]);
    expect(chain.jobs[0]).toMatchObject({ name: 'plan · /runpod-setup' });
  });

  it('has no outputs for a job that was skipped, where act has their text', () => {
    expect(chain.jobs.find(({ id }) => id === 's3')).toMatchObject({ outputs: {}, steps: [] });
  });

  it('fails as a whole when a tolerated leg fails, as GitHub does not', () => {
    expect(chain.conclusion).toBe('failure');
    expect(printed(chain, 'SEEN').at(-1)).toMatchObject({ text: 'failure' });
  });

  it('runs post with the state of main and the environment of the end', () => {
    expect(printed(chain, 'POST')).toEqual([{ job: 'plan', state: 'plan', ready: '["n3"]' }, { job: 'j5' }]);
  });

  it('takes its context from the options, and Node 24', () => {
    expect(printed(chain, 'SEEN')[0]).toMatchObject({
      GITHUB_SHA: SHA,
      GITHUB_REF: 'refs/heads/a-branch',
      GITHUB_REPOSITORY: 'moola/demo',
      GITHUB_RUN_ID: '77',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_ACTOR: 'mona',
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      text: '{"pr":7}',
      node: expect.stringMatching(/^v24\./),
    });
  });

  it('gives each job and each leg a workspace and files of its own', () => {
    const seen = printed(chain, 'SEEN');
    const [open, step, ...others] = seen;
    expect(step).toMatchObject({ before: ['left-by-plan'], GITHUB_WORKSPACE: open?.GITHUB_WORKSPACE });
    expect(others.map(({ before }) => before)).toEqual([[], [], [], []]);
    for (const name of ['GITHUB_WORKSPACE', 'RUNNER_TEMP', 'GITHUB_ENV']) {
      expect(new Set(seen.map((values) => values[name])).size).toBe(5);
    }
  });
});

describe.runIf(actBinary !== undefined)('act agrees with GitHub', () => {
  it('on `if` after failures, on the environment of steps, and on the sources of outputs', async () => {
    const steps = await run(`
      name: steps
      on: workflow_dispatch
      env: { OF_WORKFLOW: first }
      jobs:
        job:
          runs-on: ubuntu-latest
          env: { OF_JOB: first }
          outputs:
            env: "\${{ env.OF_JOB }} \${{ env.OF_WORKFLOW }} [\${{ env.NOT_SET }}]"
            step: "\${{ steps.open.outputs.next }}"
          steps:
            - { id: open, uses: moola/ml-workflow/open@v1, with: { env: "OF_JOB=second\\nOF_WORKFLOW=third", output: next=b } }
            - { name: fails, run: 'echo "::error title=t::told"; test "$OF_JOB" = second && exit 1' }
            - { name: implicit, run: 'true' }
            - { name: own, env: { OF_JOB: third }, if: "!cancelled() && env.OF_JOB == 'third'", run: 'true' }
            - { name: failure, if: failure(), run: 'true' }
            - { name: caught, id: caught, continue-on-error: true, if: always(), run: 'false' }
            - { name: after, if: "!cancelled() && steps.caught.outcome == 'failure'", run: 'true' }
            - { name: error, if: "!cancelled() && contains(fromJSON(env.NOT_SET), 'a')", run: 'true' }
            - { name: goes on, if: "!cancelled()", run: 'true' }
        implicit: { needs: job, runs-on: ubuntu-latest, steps: [ { run: 'true' } ] }
        explicit: { needs: implicit, if: "!cancelled()", runs-on: ubuntu-latest, steps: [ { run: 'true' } ] }
        ancestor: { needs: explicit, runs-on: ubuntu-latest, steps: [ { run: 'true' } ] }
        result: { needs: job, if: "failure() && needs.job.result == 'failure'", runs-on: ubuntu-latest, steps: [ { run: 'true' } ] }
    `);
    expect(results(steps)).toEqual([
      'job failure',
      'implicit skipped',
      'explicit success',
      'ancestor skipped',
      'result success',
    ]);
    expect(stepsOf(steps, 'job')?.slice(1)).toEqual([
      'fails: failure',
      'implicit: skipped',
      'own: success',
      'failure: success',
      'caught: success',
      'after: success',
      'error: failure',
      'goes on: success',
    ]);
    const job = steps.jobs[0];
    expect(job?.outputs).toEqual({ env: 'second third []', step: 'b' });
    expect(job?.steps[0]).toMatchObject({ outputs: { next: 'b' }, post: 'success' });
    expect(job?.steps[5]).toMatchObject({ outcome: 'failure', conclusion: 'success' });
  });

  it('on post: last first, after a failed step, not after a skipped one', async () => {
    const posts = await run(`
      on: workflow_dispatch
      jobs:
        job:
          runs-on: ubuntu-latest
          steps:
            - { uses: moola/ml-workflow/open@v1, with: { state: of=first } }
            - { uses: moola/ml-workflow/open@v1, with: { state: of=second, fail: true } }
            - { uses: moola/ml-workflow/open@v1, with: { state: of=third } }`);
    expect(printed(posts, 'POST').map(({ state }) => state)).toEqual(['second', 'first']);
    expect(posts.jobs[0]?.steps.map(({ conclusion, post }) => [conclusion, post])).toEqual([
      ['success', 'success'],
      ['failure', 'success'],
      ['skipped', undefined],
    ]);
  });

  it('on artifacts between jobs, with a service that is not its own', async () => {
    const client = JSON.stringify(import.meta.resolve('@actions/artifact'));
    const upload = `
      const { DefaultArtifactClient } = await import(${client});
      (await import('node:fs')).writeFileSync('journal.jsonl', 'a fact');
      const artifacts = new DefaultArtifactClient();
      await artifacts.uploadArtifact('ml-' + env.GITHUB_JOB + '-a1', ['journal.jsonl'], '.');`;
    const download = `
      const { DefaultArtifactClient } = await import(${client});
      const { appendFileSync, readFileSync } = await import('node:fs');
      const artifacts = new DefaultArtifactClient();
      const found = (await artifacts.listArtifacts()).artifacts[0];
      await artifacts.downloadArtifact(found.id, { path: env.RUNNER_TEMP });
      const text = readFileSync(env.RUNNER_TEMP + '/journal.jsonl', 'utf8');
      appendFileSync(env.GITHUB_OUTPUT, 'text=' + found.name + ' ' + text);`;
    const job = (script: string) => ({
      'runs-on': 'ubuntu-latest',
      outputs: { text: '${{ steps.s.outputs.text }}' },
      steps: [{ id: 's', uses: 'moola/ml-workflow/step@v1', with: { script } }],
    });
    const jobs = { up: job(upload), down: { ...job(download), needs: 'up' } };
    const service = await startArtifacts();
    try {
      const artifacts = await run(JSON.stringify({ on: 'workflow_dispatch', jobs }), {
        run: { id: 77 },
        results: { url: service.url, tokenFor: (name) => service.tokenFor(77, name) },
      });
      expect(artifacts.jobs[1]?.outputs, artifacts.log).toEqual({ text: 'ml-up-a1 a fact' });
      expect(service.names(77)).toEqual(['ml-up-a1']);
    } finally {
      await service.close();
    }
  });

  it('on events without inputs, secrets, variables, and steps that print an error and succeed', async () => {
    const workflow = `
      on: { schedule: [ { cron: "17 5 * * 1" } ], workflow_dispatch: { inputs: { request: { default: "{}" } } } }
      jobs:
        job:
          runs-on: [self-hosted, gpu]
          outputs:
            ref: "\${{ fromJSON(inputs.request || '{}').pr || github.ref }}"
            event: "\${{ github.event_name }} \${{ github.event.schedule }}"
            values: "\${{ secrets.KEY == 'of-the-rig' }} \${{ vars.REGION }} [\${{ secrets.NONE }}\${{ vars.NONE }}]"
          steps:
            - { uses: moola/ml-workflow/step@v1, with: { script: "console.log('::error::caught: ' + 'of-the-' + 'rig')" } }`;
    const job = await run(workflow, {
      event: { name: 'schedule', payload: { schedule: '17 5 * * 1' } },
      ref: 'refs/heads/trunk',
      secrets: { KEY: 'of-the-rig' },
      vars: { REGION: 'EU' },
    });
    expect(job).toMatchObject({
      conclusion: 'success',
      log: expect.stringContaining('::error::caught: ***'),
    });
    expect(job.jobs).toMatchObject([
      {
        result: 'success',
        steps: [{ conclusion: 'success' }],
        outputs: { ref: 'refs/heads/trunk', event: 'schedule 17 5 * * 1', values: 'true EU []' },
      },
    ]);
  });

  it('on outputs longer than a variable of the environment may be', async () => {
    const script =
      "(await import('node:fs')).appendFileSync(env.GITHUB_OUTPUT, 'long=' + 'x'.repeat(300_000))";
    const long = await run(`
      on: workflow_dispatch
      jobs:
        job:
          runs-on: ubuntu-latest
          outputs: { long: "\${{ steps.s.outputs.long }}" }
          steps: [ { id: s, uses: moola/ml-workflow/step@v1, with: { script: "${script}" } } ]`);
    expect(long.jobs[0]?.outputs.long).toHaveLength(300_000);
  });
});

describe.runIf(actBinary !== undefined)('act does not know', () => {
  const job = { 'runs-on': 'ubuntu-latest', steps: [{ run: 'true' }] };

  it.each(strippedKeys)('$key of a $at', async ({ key, at, sample }) => {
    const jobs = { a: { ...job, ...(at === 'job' ? sample : {}) } };
    const workflow = { on: 'workflow_dispatch', jobs, ...(at === 'workflow' ? sample : {}) };
    expect(await refusal(JSON.stringify(workflow))).toContain(`Unknown Property ${key.split('.')[1]}`);
  });

  it('case(), which is not taken out', async () => {
    const workflow = { on: 'push', jobs: { a: { ...job, if: 'case(true, true, false)' } } };
    expect(await refusal(JSON.stringify(workflow))).toContain('Unknown Function Call case');
  });

  it('no other key of a compiled workflow', async () => {
    const on = { schedule: [{ cron: '17 5 * * 1', timezone: 'Europe/Berlin' }], workflow_dispatch: {} };
    const full = { ...job, environment: 'p', concurrency: { group: 'g' }, permissions: { checks: 'write' } };
    const jobs = { a: { ...full, 'continue-on-error': true, 'timeout-minutes': 15 } };
    expect(await refusal(JSON.stringify({ on, permissions: {}, 'run-name': 'a', jobs }))).toBeUndefined();
  });
});

describe.runIf(actBinary !== undefined)('act has no', () => {
  it.each(notInAct('').map(({ what }, index) => [what, index] as const))('%s', async (_, index) => {
    const missing = notInAct(join(directory, 'meet'))[index];
    if (missing === undefined) throw new Error('no such entry');
    const proof = await run(missing.workflow, missing.options);
    expect(missing.seen(proof), `GitHub: ${missing.onGitHub}\n${proof.log}`).toBe(true);
  });

  it('service for artifacts that takes what the client sends', async () => {
    const body = { workflow_run_backend_id: '1', workflow_job_run_backend_id: '1', name: 'a', version: 7 };
    const script = `
      const url = env.ACTIONS_RESULTS_URL + 'twirp/github.actions.results.api.v1.ArtifactService/CreateArtifact';
      const headers = { authorization: 'Bearer ' + env.ACTIONS_RUNTIME_TOKEN, 'content-type': 'application/json' };
      const status = async (body) => (await fetch(url, { method: 'POST', headers, body })).status;
      console.log('WITH ' + (await status('${JSON.stringify({ ...body, mime_type: 'application/zip' })}')));
      console.log('WITHOUT ' + (await status('${JSON.stringify(body)}')));`;
    const steps = [{ uses: 'moola/ml-workflow/step@v1', with: { script } }];
    const jobs = { a: { 'runs-on': 'ubuntu-latest', steps } };
    const { log } = await run(JSON.stringify({ on: 'workflow_dispatch', jobs }));
    expect(log).toContain('WITH 500');
    expect(log).toContain('WITHOUT 200');
  });

  it('later jobs when a post fails', async () => {
    const post = await run(`
      on: workflow_dispatch
      jobs:
        a: { runs-on: ubuntu-latest, steps: [ { uses: moola/ml-workflow/open@v1, with: { fail: in post } } ] }
        b: { runs-on: ubuntu-latest, needs: a, if: always(), steps: [ { run: 'true' } ] }`);
    expect(post).toMatchObject({ conclusion: 'failure', aborted: expect.stringContaining('exit status 1') });
    expect(results(post)).toEqual(['a failure', 'b none']);
    expect(post.jobs[0]?.steps[0]).toMatchObject({ conclusion: 'success', post: 'failure' });
  });
});

describe.runIf(actBinary !== undefined)('the run stays on this machine', () => {
  const asking = (script: string) => `
    on: workflow_dispatch
    jobs: { a: { runs-on: ubuntu-latest, steps: [ { uses: moola/ml-workflow/step@v1, with: { script: ${JSON.stringify(script)} } } ] } }`;

  it('refuses an action that no directory stands for, before act starts', async () => {
    const workflow =
      'on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [ { uses: actions/checkout@v7 } ] } }';
    await expect(run(workflow)).rejects.toThrow("no directory stands for the action 'actions/checkout@v7'");
  });

  it('refuses a computed label, since act leaves out jobs whose label it does not know', async () => {
    const workflow = 'on: push\njobs: { a: { runs-on: "${{ vars.RUNNER }}", steps: [ { run: "true" } ] } }';
    await expect(run(workflow)).rejects.toThrow("the label '${{ vars.RUNNER }}' has to be written out");
  });

  it('says why nothing ran', async () => {
    const push = await run('on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [ { run: "true" } ] } }');
    expect(push).toMatchObject({
      conclusion: 'failure',
      aborted: expect.stringContaining('any stages to run'),
    });
    expect(results(push)).toEqual(['a none']);
  });

  it('fails when a step asks for another host', async () => {
    const workflow = asking("await fetch('https://example.org').catch(() => {})");
    await expect(run(workflow)).rejects.toThrow(/asked for a network: CONNECT example\.org:443/);
  });

  it('reaches a service on this machine', async () => {
    const paths: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      paths.push(request.url);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const workflow = asking("await fetch(env.GITHUB_API_URL + '/user')");
      expect(await run(workflow, { apiUrl })).toMatchObject({ conclusion: 'success' });
      expect(paths).toEqual(['/user']);
    } finally {
      server.close();
    }
  });

  it('is ended when its time is up', async () => {
    const workflow =
      'on: workflow_dispatch\njobs: { a: { runs-on: ubuntu-latest, steps: [ { run: sleep 60 } ] } }';
    await expect(run(workflow, { timeout: 300 })).rejects.toThrow('act did not end within 300 ms');
  });
});
