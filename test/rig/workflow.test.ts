/** The rules of GitHub's server and runner that the rig's workflows stand on, one test a rule. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RigGitHub, startGitHub } from './github.ts';
import {
  runWorkflow,
  type StepResult,
  type WorkflowOptions,
  type WorkflowRun,
  waitingFor,
} from './workflow.ts';

/** Fast enough for a test, slow enough for a process to start within the first wait of a cancellation. */
const SPEED = 30;

let github: RigGitHub;
let folder: string;

beforeAll(async () => {
  github = await startGitHub();
  folder = await mkdtemp(join(tmpdir(), 'rig-workflow-test-'));
  const write = async (name: string, metadata: string, files: Record<string, string>): Promise<void> => {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'action.yml'), `name: ${name}\ndescription: For a test\n${metadata}`);
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, name, file), text);
  };
  await write(
    'note',
    `inputs: { name: { description: x, default: none }, fail: { description: x } }
outputs: { said: { description: x } }
runs: { using: node24, main: main.js, post: post.js }
`,
    {
      'main.js': `const { appendFileSync } = require('node:fs');
console.log('main', process.env.INPUT_NAME, 'ACTIONS_RUNTIME_TOKEN' in process.env);
appendFileSync(process.env.GITHUB_STATE, 'name=' + process.env.INPUT_NAME + '\\n');
appendFileSync(process.env.GITHUB_OUTPUT, 'said=' + process.env.INPUT_NAME + '\\n');
if (process.env.INPUT_FAIL) process.exit(1);`,
      'post.js': `console.log('post', process.env.STATE_name, Date.now());`,
    },
  );
  await write('wait', 'runs: { using: node24, main: main.js, post: post.js }\n', {
    'main.js': `process.on('SIGINT', () => { console.log('got SIGINT'); process.exit(0); });
setInterval(() => {}, 1000);
console.log('ready');`,
    'post.js': `console.log('post ran');`,
  });
  await write('stubborn', 'runs: { using: node24, main: main.js }\n', {
    'main.js': `for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => console.log('got', name));
setInterval(() => {}, 1000);
console.log('ready');`,
  });
  await write('picky', "runs: { using: node24, main: main.js, post: main.js, post-if: 'failure()' }\n", {
    'main.js': `console.log('ran');`,
  });
}, 30_000);

afterAll(async () => {
  await github.close();
  await rm(folder, { recursive: true, force: true });
});

/** A pushed workflow; `jobs` is the text below `jobs:`. */
function run(jobs: string, more: Partial<WorkflowOptions> = {}, top = ''): Promise<WorkflowRun> {
  const indented = jobs.replace(/^/gm, '  ');
  return runWorkflow({
    workflow: `on: [push, workflow_dispatch]\n${top}\njobs:\n${indented}\n`,
    event: { name: 'push', payload: {} },
    github,
    actions: { 'test/tools': folder },
    speed: SPEED,
    ...more,
  });
}

const results = ({ jobs }: WorkflowRun): Record<string, string> =>
  Object.fromEntries(jobs.map(({ name, result }) => [name, result]));
const conclusions = (steps: readonly StepResult[]): Record<string, string> =>
  Object.fromEntries(steps.map(({ name, conclusion }) => [name, conclusion]));
const ready = ({ stdoutSoFar }: { stdoutSoFar: string }): boolean => stdoutSoFar.includes('ready');

/** Resolved by whoever the test lets open it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('the file', () => {
  test.each([
    ['an unknown key', 'a: { runs-on: x, stepz: [] }', /stepz/],
    ['secrets in an if', "a: { runs-on: x, if: secrets.X == '1', steps: [{ run: 'true' }] }", /secrets/],
    [
      'matrix in the if of a job',
      "a: { runs-on: x, if: matrix.X == '1', steps: [{ run: 'true' }] }",
      /matrix/,
    ],
    ['a container', "a: { runs-on: x, container: y, steps: [{ run: 'true' }] }", /container/],
    ['an unknown action', 'a: { runs-on: x, steps: [{ uses: other/tools/note@v1 }] }', /no directory/],
    [
      'a queue that cancels',
      "a: { runs-on: x, concurrency: { group: g, queue: max, cancel-in-progress: true }, steps: [{ run: 'true' }] }",
      /queue: max/,
    ],
  ])('%s is refused', async (_, jobs, message) => {
    await expect(run(jobs)).rejects.toThrow(message);
  });

  test('inputs of a dispatch have their types and defaults', async () => {
    const workflow = `on:
  workflow_dispatch:
    inputs: { fast: { type: boolean }, request: { type: string, default: "{}" } }
jobs:
  a:
    runs-on: x
    outputs: { fast: "\${{ toJSON(inputs.fast) }}", text: "\${{ github.event.inputs.request }}", pr: "\${{ fromJSON(inputs.request).pr }}" }
    steps: [{ run: 'true' }]
`;
    const dispatch = (inputs: Record<string, string>): Promise<WorkflowRun> =>
      runWorkflow({
        workflow,
        event: { name: 'workflow_dispatch', payload: { inputs } },
        github,
        actions: {},
      });
    expect((await dispatch({ fast: 'true', request: '{"pr":7}' })).job('a').outputs).toEqual({
      fast: 'true',
      text: '{"pr":7}',
      pr: '7',
    });
    expect((await dispatch({})).job('a').outputs).toEqual({ fast: 'false', text: '{}' });
    await expect(dispatch({ other: '1' })).rejects.toThrow(/Unexpected inputs provided: other/);
  });
});

describe('jobs', () => {
  test('success() looks at all ancestors, not only at needs', async () => {
    const done = await run(`a: { runs-on: x, steps: [{ run: exit 1 }] }
b: { runs-on: x, needs: a, if: "!cancelled()", steps: [{ run: 'true' }] }
c: { runs-on: x, needs: b, steps: [{ run: 'true' }] }
d: { runs-on: x, needs: b, if: needs.b.result == 'success', steps: [{ run: 'true' }] }
e: { runs-on: x, needs: b, if: "!cancelled() && needs.b.result == 'success'", steps: [{ run: 'true' }] }
f: { runs-on: x, needs: c, if: failure(), steps: [{ run: 'true' }] }
g: { runs-on: x, needs: c, if: always(), steps: [{ run: 'true' }] }`);
    expect(results(done)).toEqual({
      a: 'failure',
      b: 'success',
      c: 'skipped',
      d: 'skipped',
      e: 'success',
      f: 'success',
      g: 'success',
    });
    expect(done.conclusion).toBe('failure');
  });

  test('a skipped ancestor is no success, and its outputs are empty', async () => {
    const done = await run(`a: { runs-on: x, if: false, outputs: { next: b }, steps: [{ run: 'true' }] }
b: { runs-on: x, needs: a, steps: [{ run: 'true' }] }
c:
  runs-on: x
  needs: [a]
  if: "!cancelled() && needs.a.outputs.next == '' && !contains(needs.*.outputs.next, 'b')"
  steps: [{ run: 'true' }]`);
    expect(results(done)).toEqual({ a: 'skipped', b: 'skipped', c: 'success' });
  });

  test('each has an empty workspace, and all its steps share it', async () => {
    const seen: Record<string, string[]> = {};
    const done = await run(
      `a: { runs-on: x, strategy: { matrix: { n: [1, 2] } }, steps: [{ run: "ls -A; touch \${{ matrix.n }}" }, { run: ls }, { run: 'ls "$RUNNER_TEMP"/mine; touch "$RUNNER_TEMP/mine"', continue-on-error: true }] }`,
      {
        atJobEnd: async ({ name, workspace }) => {
          seen[name] = await readdir(workspace);
        },
      },
    );
    expect(seen).toEqual({ 'a (1)': ['1'], 'a (2)': ['2'] });
    expect(done.jobs.map(({ steps }) => steps.map(({ stdout }) => stdout).slice(0, 2))).toEqual([
      ['', '1\n'],
      ['', '2\n'],
    ]);
  });

  test('what is written to GITHUB_ENV lies over the env of the job, in later ifs and in outputs', async () => {
    const done = await run(`a:
  runs-on: x
  env: { ML_READY: "[]", KEPT: "\${{ github.event_name }}" }
  outputs: { ready: "\${{ env.ML_READY }}", kept: "\${{ env.KEPT }}", own: "\${{ env.OWN }}" }
  steps:
    - { name: before, if: "contains(fromJSON(env.ML_READY), 'n1')", run: 'true' }
    - run: echo 'ML_READY=["n1"]' >> "$GITHUB_ENV"
    - { name: after, if: "!cancelled() && contains(fromJSON(env.ML_READY), 'n1')", run: 'echo "$ML_READY"' }
    - { name: at the step, env: { ML_READY: "[]", OWN: 1 }, if: "contains(fromJSON(env.ML_READY), 'n1')", run: 'true' }`);
    const { steps, outputs } = done.job('a');
    expect(conclusions(steps)).toMatchObject({
      before: 'skipped',
      after: 'success',
      'at the step': 'skipped',
    });
    expect(steps[2]?.stdout).toBe('["n1"]\n');
    expect(outputs).toEqual({ ready: '["n1"]', kept: 'push' });
  });

  test('an output with a masked value is dropped, a mask holds for later steps', async () => {
    const done = await run(
      `a:
  runs-on: x
  outputs: { key: "\${{ steps.s.outputs.key }}", made: "\${{ steps.s.outputs.made }}", fine: "\${{ steps.s.outputs.fine }}" }
  steps:
    - id: s
      env: { KEY: "\${{ secrets.KEY }}" }
      run: |
        echo "::add-mask::made-up"
        printf 'key=%s\\nmade=a made-up b\\nfine=1\\n' "$KEY" >> "$GITHUB_OUTPUT"
    - run: echo "\${{ steps.s.outputs.key }} \${{ steps.s.outputs.made }}"
b: { runs-on: x, needs: a, if: needs.a.outputs.key == '', steps: [{ run: 'true' }] }`,
      { secrets: { KEY: 'hush-hush' } },
    );
    const { outputs, annotations, steps } = done.job('a');
    expect(outputs).toEqual({ fine: '1' });
    expect(annotations.map(({ message }) => message)).toEqual([
      "Skip output 'key' since it may contain secret.",
      "Skip output 'made' since it may contain secret.",
    ]);
    expect(steps[0]?.outputs).toEqual({ key: 'hush-hush', made: 'a made-up b', fine: '1' });
    expect(steps[1]?.stdout).toBe('*** a *** b\n');
    expect(done.job('b').result).toBe('success');
  });

  test('more than 1 MB of outputs fails the job', async () => {
    const done = await run(`a:
  runs-on: x
  outputs: { big: "\${{ steps.s.outputs.big }}" }
  steps: [{ id: s, run: 'echo "big=$(head -c 530000 /dev/zero | tr "\\0" x)" >> "$GITHUB_OUTPUT"' }]`);
    expect(done.job('a')).toMatchObject({ result: 'failure', outputs: {} });
  });

  test('a permission that is not named is none, and every job has a token of its own', async () => {
    const call = `curl -s -o /dev/null -w '%{http_code}\\n' -H "authorization: bearer \${{ github.token }}" -H 'user-agent: t' "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/commits/main"`;
    const done = await run(
      `a: { runs-on: x, permissions: { contents: read }, steps: [{ run: ${JSON.stringify(call)} }] }
b: { runs-on: x, steps: [{ run: ${JSON.stringify(call)} }] }`,
      {},
      'permissions: {}',
    );
    expect(done.jobs.map(({ steps }) => steps[0]?.stdout)).toEqual(['200\n', '403\n']);
  });
});

describe('a matrix', () => {
  test('comes from an output; names, index and the last output of the last leg', async () => {
    const done = await run(
      `plan: { runs-on: x, outputs: { cells: "\${{ steps.s.outputs.cells }}" }, steps: [{ id: s, run: 'echo ''cells=["a","b"]'' >> "$GITHUB_OUTPUT"' }] }
m:
  name: train
  needs: plan
  runs-on: x
  strategy: { max-parallel: 1, matrix: { cell: "\${{ fromJSON(needs.plan.outputs.cells || '[\\"-\\"]') }}" } }
  outputs: { last: "\${{ matrix.cell }}", first: "\${{ strategy.job-index == 0 && 'yes' || '' }}" }
  steps: [{ run: 'echo "\${{ matrix.cell }} \${{ strategy.job-index }} of \${{ strategy.job-total }}"' }]
named: { needs: plan, name: "of \${{ matrix.o.k }}", runs-on: x, strategy: { matrix: { o: [{ k: 1 }] } }, steps: [{ run: 'true' }] }`,
    );
    expect(done.jobs.map(({ name }) => name)).toEqual(['plan', 'train (a)', 'train (b)', 'of 1']);
    expect(done.job('train (b)').steps[0]?.stdout).toBe('b 1 of 2\n');
    expect(done.needs('m')).toEqual({ result: 'success', outputs: { last: 'b', first: 'yes' } });
  });

  test('is not made when its if does not hold, and fails when it is empty or has more than 256', async () => {
    const many = JSON.stringify(Array.from({ length: 257 }, (_, n) => n));
    const done =
      await run(`a: { runs-on: x, if: false, strategy: { matrix: { n: "\${{ fromJSON('') }}" } }, steps: [{ run: 'true' }] }
b: { runs-on: x, strategy: { matrix: { n: "\${{ fromJSON('') }}" } }, steps: [{ run: 'true' }] }
c: { runs-on: x, strategy: { matrix: { n: "\${{ fromJSON('[]') }}" } }, steps: [{ run: 'true' }] }
d: { runs-on: x, strategy: { matrix: { n: "\${{ fromJSON('${many}') }}" } }, steps: [{ run: 'true' }] }`);
    expect(results(done)).toEqual({ a: 'skipped', b: 'failure', c: 'failure', d: 'failure' });
    expect(done.job('d').annotations[0]?.message).toContain('257 jobs');
  });

  test('include and exclude', async () => {
    const done = await run(`a:
  name: "\${{ matrix.x }}-\${{ matrix.y }}-\${{ matrix.z }}"
  runs-on: x
  strategy: { matrix: { x: [1, 2], y: [a, b], exclude: [{ x: 1, y: a }], include: [{ x: 2, z: more }, { x: 3 }] } }
  steps: [{ run: 'true' }]`);
    expect(done.jobs.map(({ name }) => name)).toEqual(['1-b-', '2-a-more', '2-b-more', '3--']);
  });

  test('fail-fast cancels the other legs; without it, and with a tolerated failure, they go on', async () => {
    const leg = (
      more: string,
    ): string => `{ ${more} runs-on: x, strategy: { FAST matrix: { n: [1, 2] } }, steps: [
    { name: first, run: "[ \${{ matrix.n }} = 2 ] || exit 1" }, { uses: test/tools/wait@v1 }] }`;
    const end = {
      interrupt: ({ job, stdoutSoFar }: { job: string; stdoutSoFar: string }) =>
        stdoutSoFar.includes('ready') && job !== 'a' ? ('kill-step' as const) : undefined,
    };
    const done = await run(
      `a: ${leg('').replace('FAST', '')}
b: ${leg('').replace('FAST', 'fail-fast: false,')}
c: ${leg('continue-on-error: "${{ matrix.n == 1 }}",').replace('FAST', '')}`,
      end,
    );
    expect(results(done)).toEqual({
      'a (1)': 'failure',
      'a (2)': 'cancelled',
      'b (1)': 'failure',
      'b (2)': 'failure',
      'c (1)': 'failure',
      'c (2)': 'failure',
    });
    expect(done.needs('a').result).toBe('failure');
    expect(done.job('c (1)').tolerated).toBe(true);
  });

  test('max-parallel', async () => {
    let [now, most] = [0, 0];
    const done = await run(
      `a: { runs-on: x, strategy: { max-parallel: 2, matrix: { n: [1, 2, 3, 4] } }, environment: e, steps: [{ run: 'true' }] }`,
      {
        approve: async () => {
          now += 1;
          most = Math.max(most, now);
          return 'approved';
        },
        atJobEnd: () => {
          now -= 1;
        },
      },
    );
    expect(done.conclusion).toBe('success');
    expect(most).toBe(2);
  });

  test('a tolerated failure is red, and success for what comes after', async () => {
    const done =
      await run(`a: { runs-on: x, continue-on-error: true, strategy: { matrix: { n: [1, 2] } }, steps: [{ run: "exit \${{ matrix.n == 1 && 1 || 0 }}" }] }
b: { runs-on: x, needs: a, outputs: { result: "\${{ needs.a.result }}" }, steps: [{ run: 'true' }] }`);
    expect(results(done)).toEqual({ 'a (1)': 'failure', 'a (2)': 'success', b: 'success' });
    expect(done.job('b').outputs).toEqual({ result: 'success' });
    expect(done.conclusion).toBe('success');
  });
});

describe('steps', () => {
  test('outcome and conclusion, continue-on-error, shells, defaults and a failed job', async () => {
    const done = await run(`a:
  runs-on: x
  defaults: { run: { working-directory: sub } }
  steps:
    - { run: mkdir sub, working-directory: . }
    - { id: soft, run: exit 3, continue-on-error: true }
    - { name: told, run: 'echo "\${{ steps.soft.outcome }} \${{ steps.soft.conclusion }} \${PWD##*/}"' }
    - { name: piped, shell: bash, run: 'false | true', continue-on-error: "\${{ github.event_name == 'push' }}" }
    - { name: unpiped, run: 'false | true' }
    - { name: hard, run: exit 3 }
    - { name: not any more, run: 'true' }
    - { name: when failed, if: failure(), run: 'true' }
    - { name: always, if: always(), run: 'echo \${{ job.status }}' }`);
    const { result, steps } = done.job('a');
    expect(result).toBe('failure');
    expect(conclusions(steps)).toEqual({
      'Run mkdir sub': 'success',
      'Run exit 3': 'success',
      told: 'success',
      piped: 'success',
      unpiped: 'success',
      hard: 'failure',
      'not any more': 'skipped',
      'when failed': 'success',
      always: 'success',
    });
    expect(steps.map(({ outcome }) => outcome).slice(0, 5)).toEqual([
      'success',
      'failure',
      'success',
      'failure',
      'success',
    ]);
    expect(steps[2]?.stdout).toBe('failure success sub\n');
    expect(steps[8]?.stdout).toBe('failure\n');
  });

  test('post runs in reverse order with the state of its own main, also after a failure', async () => {
    const ended: string[] = [];
    const done = await run(
      `a:
  runs-on: x
  steps:
    - { name: one, uses: test/tools/note@v1, with: { name: one } }
    - { name: two, id: two, uses: test/tools/note@anything, with: { name: "\${{ github.job }}2", fail: 1 } }
    - { name: three, uses: test/tools/note@v1 }
    - { name: picky, if: always(), uses: test/tools/picky@v1 }`,
      {
        interrupt: ({ step, stage }) => {
          if (stage === 'post' && ended.at(-1) !== step) ended.push(step);
          return undefined;
        },
      },
    );
    const { steps } = done.job('a');
    expect(conclusions(steps)).toEqual({
      one: 'success',
      two: 'failure',
      three: 'skipped',
      picky: 'success',
    });
    expect(ended).toEqual(['picky', 'two', 'one']);
    expect(steps.map(({ post }) => post?.stdout.split(' ').slice(0, 2).join(' '))).toEqual([
      'post one',
      'post a2',
      undefined,
      'ran\n',
    ]);
    expect(steps[1]?.outputs).toEqual({ said: 'a2' });
  });

  test('a post-if that does not hold, and the token of the artifacts for actions only', async () => {
    const artifacts = {
      url: 'http://127.0.0.1:1/',
      tokenFor: (id: number, job: string) => `token-${id}-${job}`,
    };
    const done = await run(
      `a:
  runs-on: x
  steps:
    - { uses: test/tools/note@v1 }
    - { uses: test/tools/picky@v1 }
    - { run: 'env | grep -c ACTIONS_ || true' }`,
      { artifacts },
    );
    const { steps } = done.job('a');
    expect(steps[0]?.stdout).toBe('main none true\n');
    expect(steps[1]?.post?.conclusion).toBe('skipped');
    expect(steps[2]?.stdout).toBe('0\n');
  });

  test('a step runs out of time: a failure, not a cancellation', async () => {
    const done = await run(`a:
  runs-on: x
  steps:
    - { name: slow, uses: test/tools/wait@v1, timeout-minutes: 0.3 }
    - { name: after it, if: failure(), run: 'true' }`);
    expect(done.job('a')).toMatchObject({ result: 'failure' });
    expect(conclusions(done.job('a').steps)).toEqual({ slow: 'failure', 'after it': 'success' });
    expect(done.job('a').steps[0]?.post?.stdout).toBe('post ran\n');
  });

  test('a killed step fails and its post runs', async () => {
    const done = await run('a: { runs-on: x, steps: [{ uses: test/tools/wait@v1 }] }', {
      interrupt: (at) => (ready(at) ? 'kill-step' : undefined),
    });
    const [step] = done.job('a').steps;
    expect(step).toMatchObject({ conclusion: 'failure', stdout: 'ready\n', post: { stdout: 'post ran\n' } });
  });
});

describe('a cancellation', () => {
  test('signals the running step, then runs always() steps, post, and jobs whose if holds', async () => {
    let concluding = false;
    const done = await run(
      `a:
  runs-on: x
  outputs: { told: "\${{ steps.last.outcome }}" }
  steps:
    - { name: waits, uses: test/tools/wait@v1 }
    - { name: skipped, run: 'true' }
    - { name: not cancelled, if: "!cancelled()", run: 'true' }
    - { name: told, id: last, if: cancelled(), run: 'true' }
immune: { runs-on: x, if: always(), steps: [{ name: runs, uses: test/tools/wait@v1 }] }
later: { runs-on: x, needs: a, steps: [{ run: 'true' }] }
careful: { runs-on: x, needs: a, if: "!cancelled()", steps: [{ run: 'true' }] }
conclude: { runs-on: x, needs: [a, later], if: always(), outputs: { a: "\${{ needs.a.result }}", told: "\${{ needs.a.outputs.told }}" }, steps: [{ run: 'true' }] }`,
      {
        interrupt: (at) => {
          if (at.job === 'a' && ready(at)) return 'cancel-run';
          // By then the run is cancelled, and only a job that is immune still runs.
          if (at.job === 'conclude') concluding = true;
          return at.job === 'immune' && ready(at) && concluding ? 'kill-step' : undefined;
        },
      },
    );
    expect(conclusions(done.job('a').steps)).toEqual({
      waits: 'cancelled',
      skipped: 'skipped',
      'not cancelled': 'skipped',
      told: 'success',
    });
    expect(done.job('a').steps[0]).toMatchObject({
      stdout: 'ready\ngot SIGINT\n',
      post: { stdout: 'post ran\n' },
    });
    expect(results(done)).toEqual({
      a: 'cancelled',
      immune: 'failure',
      later: 'skipped',
      careful: 'skipped',
      conclude: 'success',
    });
    expect(done.job('conclude').outputs).toEqual({ a: 'cancelled', told: 'success' });
    expect(done.conclusion).toBe('cancelled');
  });

  test('a running step whose if holds is not signalled', async () => {
    let cancelled = false;
    const done = await run(
      'a: { runs-on: x, steps: [{ name: must, if: always(), uses: test/tools/wait@v1 }] }',
      {
        interrupt: (at) => {
          if (!ready(at)) return undefined;
          if (cancelled) return 'kill-step';
          cancelled = true;
          return 'cancel-run';
        },
      },
    );
    expect(done.job('a').result).toBe('cancelled');
    expect(done.job('a').steps[0]).toMatchObject({ conclusion: 'failure', stdout: 'ready\n' });
  });

  test('comes in stages to the entry process', async () => {
    const done = await run('a: { runs-on: x, steps: [{ uses: test/tools/stubborn@v1 }] }', {
      interrupt: (at) => (ready(at) ? 'cancel-run' : undefined),
    });
    expect(done.job('a').steps[0]).toMatchObject({
      conclusion: 'cancelled',
      stdout: 'ready\ngot SIGINT\ngot SIGTERM\n',
    });
  });

  test('a job runs out of time: cancelled, with post', async () => {
    const done = await run(
      `a: { runs-on: x, timeout-minutes: 1, steps: [{ uses: test/tools/wait@v1 }, { name: told, if: cancelled(), run: 'true' }] }
b: { runs-on: x, needs: a, if: failure(), steps: [{ run: 'true' }] }
c: { runs-on: x, needs: a, if: "!cancelled()", steps: [{ run: 'true' }] }`,
      {
        interrupt: (at) => (ready(at) ? 'time-out-job' : undefined),
      },
    );
    expect(results(done)).toEqual({ a: 'cancelled', b: 'skipped', c: 'success' });
    expect(done.job('a').annotations[0]?.message).toContain('maximum execution time of 1 minutes');
    expect(done.job('a').steps[0]?.post?.stdout).toBe('post ran\n');
    expect(conclusions(done.job('a').steps)).toMatchObject({ told: 'success' });
    expect(done.conclusion).toBe('cancelled');
  });

  test('the clock of a job ends it as well', async () => {
    const done = await run('a: { runs-on: x, timeout-minutes: 1, steps: [{ uses: test/tools/wait@v1 }] }', {
      speed: 200,
    });
    expect(done.job('a').result).toBe('cancelled');
  });

  test('a lost runner: no later step, no post, no outputs', async () => {
    const done = await run(
      `a: { runs-on: x, outputs: { o: "1" }, steps: [{ uses: test/tools/note@v1 }, { uses: test/tools/wait@v1 }, { if: always(), run: 'true' }] }
b: { runs-on: x, needs: a, if: always(), steps: [{ run: 'true' }] }`,
      { interrupt: (at) => (ready(at) ? 'lose-runner' : undefined) },
    );
    const { result, steps, outputs } = done.job('a');
    expect({ result, outputs }).toEqual({ result: 'failure', outputs: {} });
    expect(steps.map(({ conclusion, post }) => [conclusion, post])).toEqual([
      ['success', undefined],
      ['cancelled', undefined],
    ]);
    expect(done.job('b').result).toBe('success');
  });
});

describe('running again', () => {
  /** Legs 1 and 2 of `m` fail in the first attempt only. */
  const FLAKY = `plan: { runs-on: x, outputs: { at: "\${{ github.run_attempt }}" }, steps: [{ run: 'true' }] }
m: { runs-on: x, needs: plan, continue-on-error: "\${{ matrix.n == 2 }}", strategy: { fail-fast: false, matrix: { n: [1, 2, 3] } }, steps: [{ run: '[ \${{ matrix.n }} = 3 ] || [ "$GITHUB_RUN_ATTEMPT" = 2 ]' }] }
after: { runs-on: x, needs: [m], steps: [{ run: 'true' }] }
apart: { runs-on: x, needs: plan, outputs: { plan: "\${{ needs.plan.outputs.at }}" }, steps: [{ run: 'true' }] }
skipped: { runs-on: x, needs: plan, if: false, steps: [{ run: 'true' }] }`;

  test('failed jobs: those legs, and what depends on them; the rest is kept', async () => {
    const first = await run(FLAKY);
    expect(results(first)).toMatchObject({ 'm (1)': 'failure', 'm (2)': 'failure', after: 'skipped' });
    const second = await first.rerunFailed();
    expect(second).toMatchObject({ conclusion: 'success', attempt: 2, id: first.id });
    expect(second.jobs.map(({ name, attempt, result }) => `${name} ${attempt} ${result}`)).toEqual([
      'plan 1 success',
      'm (1) 2 success',
      'm (2) 2 success',
      'm (3) 1 success',
      'after 2 success',
      'apart 1 success',
      'skipped 1 skipped',
    ]);
    expect(() => second.rerunFailed()).toThrow(/cannot be retried/);
  });

  test('failed jobs may leave tolerated legs alone', async () => {
    const second = await (await run(FLAKY, { rerunsTolerated: false })).rerunFailed();
    expect(second.jobs.filter(({ attempt }) => attempt === 2).map(({ name }) => name)).toEqual([
      'm (1)',
      'after',
    ]);
  });

  test('all jobs', async () => {
    const second = await (await run(FLAKY)).rerunAll({ triggeringActor: 'riley' });
    expect(second.jobs.every(({ attempt }) => attempt === 2)).toBe(true);
    expect(second.job('apart').outputs).toEqual({ plan: '2' });
  });
});

describe('environments', () => {
  const DEPLOY = `gated: { runs-on: x, environment: production, if: github.event_name == 'none', steps: [{ run: 'true' }] }
e: { runs-on: x, environment: { name: "\${{ github.event_name }}-env", deployment: false, url: "\${{ steps.s.outputs.url }}" }, steps: [{ id: s, env: { KEY: "\${{ secrets.KEY }}" }, run: 'echo "url=https://\${#KEY}.example" >> "$GITHUB_OUTPUT"' }] }
f: { runs-on: x, needs: e, if: failure(), steps: [{ run: 'true' }] }`;

  test('are asked before any step; a skipped job asks nobody', async () => {
    const asked: string[] = [];
    const done = await run(DEPLOY, {
      secrets: { KEY: 'repository' },
      environmentSecrets: { 'push-env': { KEY: 'environment!' } },
      approve: async (environment, job) => {
        asked.push(`${environment} ${job}`);
        return 'approved';
      },
    });
    expect(asked).toEqual(['push-env e']);
    expect(done.job('e').environment).toEqual({
      name: 'push-env',
      deployment: false,
      url: 'https://12.example',
    });
  });

  test('a rejection is a failure without steps', async () => {
    const done = await run(DEPLOY, { approve: async () => 'rejected' });
    expect(done.job('e')).toMatchObject({ result: 'failure', steps: [] });
    expect(done.job('f').result).toBe('success');
  });

  test('a run that waits for approval can be cancelled', async () => {
    const controller = new AbortController();
    const done = await run(DEPLOY, {
      signal: controller.signal,
      approve: () => {
        controller.abort();
        return new Promise(() => undefined);
      },
    });
    expect(done.job('e')).toMatchObject({ result: 'cancelled', steps: [] });
    expect(done.conclusion).toBe('cancelled');
  });
});

describe('concurrency', () => {
  const JOB = 'a: { runs-on: x, environment: e, steps: [{ run: "true" }] }';

  /** Three runs in one group: the first holds it until the other two have come. */
  async function three(top: string): Promise<WorkflowRun[]> {
    const [held, free] = [gate(), gate()];
    const first = run(
      JOB,
      {
        approve: async () => {
          held.open();
          await free.opened;
          return 'approved';
        },
      },
      `concurrency: ${top.replace('GROUP', 'group-1')}`,
    );
    await held.opened;
    const all = [first];
    let over = 0;
    for (const come of [1, 2]) {
      const next = run(JOB, {}, `concurrency: ${top.replace('GROUP', 'GROUP-1')}`);
      all.push(next);
      void next.finally(() => {
        over += 1;
      });
      await expect.poll(() => waitingFor(github, 'Group-1') + over, { interval: 5 }).toBe(come);
    }
    free.open();
    return Promise.all(all);
  }

  test('one may wait; an older one that waits is cancelled and starts no job', async () => {
    const [first, second, third] = await three('GROUP');
    expect([first, second, third].map((done) => done?.conclusion)).toEqual([
      'success',
      'cancelled',
      'success',
    ]);
    expect(second?.jobs).toEqual([]);
    expect(second?.notices.at(-1)).toContain('higher priority waiting request');
  });

  test('queue: max keeps all of them', async () => {
    const all = await three('{ group: GROUP, queue: max }');
    expect(all.map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'success']);
  });

  test('cancel-in-progress ends the one that runs', async () => {
    const held = gate();
    const first = run(
      JOB,
      {
        approve: () => {
          held.open();
          return new Promise(() => undefined);
        },
      },
      'concurrency: { group: c, cancel-in-progress: true }',
    );
    await held.opened;
    const second = await run(JOB, {}, 'concurrency: { group: C, cancel-in-progress: true }');
    expect([(await first).conclusion, second.conclusion]).toEqual(['cancelled', 'success']);
  });

  test('jobs have groups too; the group of their own run is a deadlock', async () => {
    let [now, most] = [0, 0];
    const done = await run(
      `a: { runs-on: x, concurrency: { group: "env-\${{ matrix.e }}", queue: max }, strategy: { matrix: { e: [p, P, p] } }, environment: e, steps: [{ run: 'true' }] }
b: { runs-on: x, concurrency: Whole, steps: [{ run: 'true' }] }`,
      {
        approve: async () => {
          now += 1;
          most = Math.max(most, now);
          return 'approved';
        },
        atJobEnd: ({ job }) => {
          if (job === 'a') now -= 1;
        },
      },
      'concurrency: whole',
    );
    expect(most).toBe(1);
    expect(results(done)).toMatchObject({ 'a (p)': 'success', 'a (P)': 'success', b: 'cancelled' });
  });
});
