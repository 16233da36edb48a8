/** What a hostile commit, a command, a reviewer or a lost machine may do to a compiled workflow, and what comes of it. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringCode } from '../../src/desk/tree.ts';
import { RunError } from '../../src/drivers/run-error.ts';
import { layOut } from '../../src/jobs/lay-out.ts';
import type { Layout } from '../../src/jobs/layout.ts';
import { layoutKey } from '../../src/jobs/layout-key.ts';
import { sourceOf } from '../../src/language/source.ts';
import { prepare } from '../../src/prepare.ts';
import { sourcesWith } from '../../src/project/sources.ts';
import { startArtifacts } from '../rig/artifacts.ts';
import { type RigRunpod, startRunpod } from '../rig/runpod.ts';
import { Slots } from '../rig/workflow/slots.ts';
import type { InterruptionRequest, JobRun, WorkflowOptions } from '../rig/workflow.ts';
import { temporaryFolder } from '../targets/rig.ts';
import { type CompiledProject, type CompiledRun, compiledProject } from './rig.ts';

const commands = `
axes: { sigma: { flag: --sigma } }
targets:
  pod:
    kind: runpod
    image: runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404
    gpu: [NVIDIA GeForce RTX 4090]
    max-price: 0.80
    lifetime: 1h
commands:
  hello: { run: echo hello, timeout: 1m }
  hang: { run: 'echo hanging; exec sleep 60', timeout: 2m, metrics: [{ output: [acc] }] }
  notify: { run: echo notified, timeout: 60m }
  clean: { run: 'echo "cleaned with $CLEAN_KEY"', timeout: 60m, env: [CLEAN_KEY] }
  train: { run: 'echo train "$@"', timeout: 1m }
  fit: { run: 'case "$2" in 0.1) kill -INT $PPID; exec sleep 60 ;; esac; echo ran "$@"', timeout: 2m }
  deploy: { run: sh deploy.sh, timeout: 1m, env: [DEPLOY_KEY], environment: production }
  first:
    run: '"$NODE" forge.mjs $PPID'
    timeout: 1m
    env: [NODE, FORGE, OTHER_COMMIT]
    environment: staging
  last: { run: 'echo "deployed with $DEPLOY_KEY"', timeout: 1m, env: [DEPLOY_KEY], environment: live }
  env:
    run: 'echo "path ${'${PATH:-gone}'}, gpus ${'${CUDA_VISIBLE_DEVICES-gone}'}, unset ${'${NOT_SET-missing}'}"'
    timeout: 1m
    env: [PATH, CUDA_VISIBLE_DEVICES, NOT_SET]
  on-pod: { run: echo, target: pod, timeout: 5m }
  say: { run: 'echo "##[set-output name=evil;]yes" >&2; exit 126', timeout: 1m }
`;

const chains: Readonly<Record<string, string>> = {
  forged: '/first → /deploy',
  rejected: '/try:/hello → /finally → /last\non_failure → /notify\nfinally → /clean',
  killed: '/hang\non_failure → /notify\nfinally → /clean',
  lost: '/hang → /if:acc>0.5 → /hello',
  stopped: 'parallel:min=1[/fit:sigma-0.1 | /fit:sigma-0.2] → /hello',
  sweep: 'parallel[/train:sigma-0.1 | /train:sigma-0.2]',
  cleaning: '/try:parallel[/train:sigma-0.1 | /train:sigma-0.2] → /finally → /clean → /end → /hello',
  own: '/env\non_failure → /on-pod',
  said: '/say → /hello',
};

/** With the token of the job that it runs in, as any of its commands has it. The client is that of this repository. */
const forge = `
import fs from 'node:fs';
import path from 'node:path';
for (const pair of fs.readFileSync('/proc/' + process.argv[2] + '/environ', 'utf8').split('\\0')) {
  const [, name, value] = /^((?:ACTIONS|GITHUB|RUNNER)_\\w+)=(.*)$/s.exec(pair) ?? [];
  if (name) process.env[name] = value;
}
const { DefaultArtifactClient } = await import('${import.meta.resolve('@actions/artifact')}');
const client = new DefaultArtifactClient();
const [run] = fs.readdirSync('.ml-workflow/runs');
const known = path.join('.ml-workflow/runs', run);
const now = Number(process.env.GITHUB_RUN_ATTEMPT);

async function upload(attempt, change) {
  const into = fs.mkdtempSync(path.join(process.env.RUNNER_TEMP, 'forged-'));
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(path.join(into, name)), { recursive: true });
    fs.writeFileSync(path.join(into, name), text);
  };
  for (const name of ['plan.json', 'targets.json', 'github.json'])
    write('run/' + name, change(name, fs.readFileSync(path.join(known, name), 'utf8')));
  const events = fs.readFileSync(path.join(known, 'journal.jsonl'), 'utf8').split('\\n');
  const begun = events.slice(0, events.findIndex((line) => line.includes('"unit-started"')));
  write('journal.jsonl', begun.map((line) => line + '\\n').join(''));
  const epoch = Number(run.split('-').at(-1));
  const head = { schema: 1, job: 'plan', attempt, epoch, run, after: 0, executable: [], empty: [] };
  write('part.json', JSON.stringify(head));
  const files = ['run/plan.json', 'run/targets.json', 'run/github.json', 'journal.jsonl', 'part.json'];
  if (change === asIs) {
    write('outputs/deploy.sh', 'echo EVIL');
    files.push('outputs/deploy.sh');
  }
  const name = 'ml-plan-a' + attempt;
  if (attempt === now) await client.deleteArtifact(name);
  await client.uploadArtifact(name, files.map((file) => path.join(into, file)), into);
  console.log('forged ' + name);
}

const asIs = (name, text) => text;
const plan = (name, text) => {
  if (name !== 'plan.json') return text;
  const read = JSON.parse(text);
  read.commands.deploy.script = 'echo EVIL';
  return JSON.stringify(read);
};
const commit = (name, text) =>
  name === 'github.json' ? JSON.stringify({ ...JSON.parse(text), sha: process.env.OTHER_COMMIT }) : text;

switch (process.env.FORGE) {
  case 'plan':
    await upload(now, plan);
    break;
  case 'commit':
    await upload(now, commit);
    break;
  case 'attempt and file':
    await upload(9, plan);
    await upload(now, asIs);
}
`;

const files = {
  // What is tried here would be tried by whoever may run commands on the runner.
  'ml-workflow.yml': `${commands}policy: { local-commands: true }\n`,
  'deploy.sh': 'echo "honest ${DEPLOY_KEY:+with its key}"\n',
  'forge.mjs': forge,
  ...Object.fromEntries(
    Object.entries(chains).map(([name, chain]) => [
      `workflows/${name}.yml`,
      `name: ${name}\nchain: |\n${chain.replace(/^/gm, '  ')}\n`,
    ]),
  ),
  'workflows/wide.yml':
    'name: wide\nparams: { sigmas: { default: "sigma-0.1,sigma-0.2" } }\nchain: /train[$sigmas] → /hello\n',
};

const refusal =
  'the plan is not the one that the job `plan` has made: something has written another in its place';

const said = ({ steps, annotations }: JobRun) =>
  [...annotations, ...steps.flatMap((step) => [...step.annotations, ...(step.post?.annotations ?? [])])]
    .map(({ message }) => message)
    .join('\n');

/** All that its jobs have printed. */
const logOf = ({ run }: CompiledRun) =>
  run.jobs
    .flatMap(({ steps }) => steps.map((step) => `${step.stdout}\n${step.post?.stdout ?? ''}`))
    .join('\n');

const startsOf = ({ events, state }: CompiledRun) =>
  events.flatMap((event) =>
    event.type === 'unit-started' ? [state?.byId.get(event.node)?.title ?? ''] : [],
  );

const colours = ({ run: { jobs } }: CompiledRun) =>
  jobs.map(({ id, result, index }) => `${id}${index > 0 ? `-${index}` : ''} ${result}`);

const stepsOf = ({ steps }: JobRun) => steps.map(({ name, conclusion }) => `${name}: ${conclusion}`);

/** The commit that the run is about, and the script that deploys. */
function planIn(workspace: string): [string, string] {
  const runs = join(workspace, '.ml-workflow', 'runs');
  const [run = ''] = readdirSync(runs);
  const read = (name: string) => JSON.parse(readFileSync(join(runs, run, name), 'utf8'));
  return [read('github.json').sha, read('plan.json').commands.deploy.script];
}

/** Once, when a command has printed that. */
function when(text: string, request: InterruptionRequest): NonNullable<WorkflowOptions['interrupt']> {
  let isDone = false;
  return ({ stdoutSoFar }) => {
    if (isDone || !stdoutSoFar.includes(`│ ${text}`)) return undefined;
    isDone = true;
    return request;
  };
}

const secrets = { DEPLOY_KEY: 'the-key-of-production', CLEAN_KEY: 'the-key-for-cleaning' };

describe.concurrent('a compiled workflow', { timeout: 200_000 }, () => {
  let project: CompiledProject;
  let runpod: RigRunpod;
  /** A commit of somebody's, with another `deploy.sh`. */
  let other: string;
  /** A commit in which the folder of runs leads to `outside`. */
  let linked: string;
  const outside = temporaryFolder();
  const places = new Slots(2);

  beforeAll(async () => {
    runpod = await startRunpod();
    project = await compiledProject(files);
    const commit = async (ref: string, change: (folder: string) => void) => {
      const folder = temporaryFolder();
      cpSync(project.folder, folder, { recursive: true });
      change(folder);
      return await project.github.commitFolder(folder, { ref });
    };
    other = await commit('other', (folder) => writeFileSync(join(folder, 'deploy.sh'), 'echo EVIL\n'));
    linked = await commit('linked', (folder) => symlinkSync(outside, join(folder, '.ml-workflow')));
  });
  afterAll(async () => {
    expect(project.github.violations).toEqual([]);
    expect(project.artifacts.violations).toEqual([]);
    await project.close();
    await runpod.stop();
  });

  async function inPlace(work: () => Promise<CompiledRun>): Promise<CompiledRun> {
    const give = await places.take(new AbortController().signal);
    try {
      return await work();
    } finally {
      give();
    }
  }

  let runs = 0;
  const run = (name: string, options: Partial<WorkflowOptions> = {}) => {
    runs += 1;
    const ref = `refs/heads/${name}-${runs}`;
    return inPlace(() => project.run(name, { secrets, ref, ...options }));
  };

  const dispatched = (request: object): Partial<WorkflowOptions> => ({
    event: { name: 'workflow_dispatch', payload: { inputs: { request: JSON.stringify(request) } } },
  });

  // One run, again and again: what each attempt finds is what the one before has left. So no test of it is tried twice.
  describe.sequential('whose commands put something else in the place of its plan', { retry: 0 }, () => {
    const vars = (what: string) => ({ NODE: process.execPath, FORGE: what, OTHER_COMMIT: other });
    let last: CompiledRun;
    /** By attempt, as the plan job has left it: the commit, and what is deployed. */
    const planned: [string, string][] = [];

    it('is refused by the jobs behind it', async () => {
      last = await run('forged', {
        vars: vars('plan'),
        atJobEnd: ({ job, workspace }) => {
          if (job === 'plan') planned.push(planIn(workspace));
        },
      });
      expect(logOf(last)).toContain('forged ml-plan-a1');
      expect(colours(last)).toEqual(['plan success', 'e2 success', 'e3 failure', 'conclude failure']);
      expect(said(last.run.job('e3'))).toContain(refusal);
      expect(said(last.run.job('conclude'))).toContain(refusal);
      expect(logOf(last)).not.toMatch(/EVIL|honest/);
    });

    it('is planned again when it is run again, whatever the forged plan says', async () => {
      last = await inPlace(() => last.rerunAll({ vars: vars('commit') }));
      expect(planned.at(1)).toEqual([project.sha, 'sh deploy.sh']);
      expect(logOf(last)).toContain('forged ml-plan-a2');
      expect(colours(last)).toEqual(['plan success', 'e2 success', 'e3 failure', 'conclude failure']);
      expect(said(last.run.job('e3'))).toContain(refusal);
      expect(logOf(last)).not.toMatch(/EVIL|honest/);
    });

    it('takes no commit, no later attempt and no undeclared file from what was forged', async () => {
      last = await inPlace(() => last.rerunAll({ vars: vars('attempt and file') }));
      expect(planned).toEqual(Array(3).fill([project.sha, 'sh deploy.sh']));
      expect(logOf(last)).toMatch(/forged ml-plan-a9[\s\S]*forged ml-plan-a3/);
      expect(colours(last)).toEqual(['plan success', 'e2 success', 'e3 success', 'conclude success']);
      expect(last.run.job('e3').steps[1]?.stdout).toContain('honest with its key');
      expect(logOf(last)).not.toContain('EVIL');
    });
  });

  it('does not run what an environment guards when its reviewers say no, and runs its handlers', async () => {
    const done = await run('rejected', { approve: async () => 'rejected' });
    expect(colours(done)).toEqual(['plan success', 'e2 failure', 'conclude failure']);
    expect(startsOf(done)).toEqual(['/hello', '/notify', '/clean']);
    expect(logOf(done)).not.toContain('deployed');
    const why = 'the job for the environment `live` was not let in, or its machine was lost';
    expect(done.state?.conclusion).toMatchObject({
      decision: 'failed',
      reason: expect.stringContaining(why),
    });
    expect(said(done.run.job('conclude'))).toContain(why);
  });

  it('does not run it a second time when its machine is lost, and runs its handlers', async () => {
    const done = await run('rejected', { interrupt: when('deployed', 'lose-runner') });
    expect(colours(done)).toEqual(['plan success', 'e2 failure', 'conclude failure']);
    expect(stepsOf(done.run.job('conclude'))).toEqual([
      ...['open: success', 'on_failure · /notify: success', 'finally · /clean: success', 'conclude: failure'],
    ]);
    expect(startsOf(done)).toEqual(['/hello', '/notify', '/clean']);
    expect(
      done.run
        .job('conclude')
        .steps.map(({ stdout }) => stdout)
        .join(),
    ).not.toContain('deployed');
  });

  it('runs its handlers when a step is killed', async () => {
    const done = await run('killed', { interrupt: when('hanging', 'kill-step') });
    expect(colours(done)).toEqual(['plan failure', 'conclude failure']);
    expect(stepsOf(done.run.job('conclude'))).toEqual([
      ...['open: success', 'on_failure · /notify: success', 'finally · /clean: success', 'conclude: failure'],
    ]);
    expect(startsOf(done)).toEqual(['/hang', '/notify', '/clean']);
    expect(done.state?.conclusion).toMatchObject({ decision: 'failed', reasonCode: 'unit-failed' });
  });

  it('lets no code of another commit into an environment', async () => {
    const done = await run('forged', {
      ...dispatched({ sha: other }),
      ref: 'refs/heads/main',
      vars: { NODE: process.execPath },
    });
    expect(colours(done)).toEqual(['plan failure', 'e2 skipped', 'e3 skipped', 'conclude failure']);
    expect(said(done.run.job('plan'))).toMatch(
      /is for the environment `(?:staging|production|live)`, which takes commits of `main` alone/,
    );
    expect(startsOf(done)).toEqual([]);
  });

  it('loses a leg that is told to stop, and not the run; a link in the place of its folder leads nowhere', async () => {
    const done = await run('stopped', { sha: linked });
    expect(colours(done).slice(0, 3)).toEqual(['plan success', 'm2 failure', 'm2-1 success']);
    expect(done.run.conclusion).toBe('success');
    expect(done.events.map(({ type }) => type)).not.toContain('cancel-requested');
    expect(done.events.filter(({ type }) => type === 'cell-lost')).toHaveLength(1);
    expect(startsOf(done)).toContain('/hello');
    expect(done.state?.settlement).toMatchObject({ is: 'succeeded' });
    expect(readdirSync(outside)).toEqual([]);
  });

  it('leaves nothing open on GitHub when the machine of its plan is lost', async () => {
    const pull = await project.github.createPullRequest();
    const head = await project.github.commitFolder(project.folder, { ref: pull.headRef });
    const done = await run('lost', {
      ...dispatched({ pr: pull.number, sha: head }),
      interrupt: when('hanging', 'lose-runner'),
    });
    expect(colours(done)).toEqual(['plan failure', 'conclude failure']);
    const all = await project.github.checkRuns(head);
    const own = all.filter(({ name }) => name.startsWith('ml / lost'));
    expect(own.map(({ name }) => name).sort()).toEqual(['ml / lost', 'ml / lost / gate acc']);
    expect(own.filter(({ status }) => status !== 'completed')).toEqual([]);
    expect(own.find(({ name }) => name === 'ml / lost')?.conclusion).toBe('failure');
    const comments = await project.github.comments(pull.number);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).not.toMatch(/running/i);
  });

  it('has a red job where a part could not be left, so that it can be run again', async () => {
    const artifacts = await startArtifacts();
    try {
      const first = await run('sweep', {
        artifacts,
        atJobEnd: ({ job }) => {
          if (job === 'plan') artifacts.failNext('CreateArtifact', 403);
        },
      });
      expect(
        colours(first)
          .filter((line) => line.startsWith('m2'))
          .map((line) => line.split(' ')[1])
          .sort(),
      ).toEqual(['failure', 'success']);
      expect(first.run.jobs.map(said).join('\n')).toMatch(
        /post: the artifact `ml-m2-\d-a1` was not uploaded/,
      );
      expect(first.run.conclusion).toBe('failure');
      const again = await inPlace(() => first.rerunFailed());
      expect(again.run.conclusion).toBe('success');
      expect(again.state?.conclusion).toMatchObject({ decision: 'passed' });
      expect(startsOf(again).sort()).toEqual(['/train:sigma-0.1', '/train:sigma-0.2']);
    } finally {
      await artifacts.close();
    }
  });

  it('has the variables of the runner, misses what nobody has set, and is red when pods may be left', async () => {
    const done = await run('own', {
      secrets: { RUNPOD_API_KEY: runpod.key },
      env: { CUDA_VISIBLE_DEVICES: '3', RUNPOD_API_URL: runpod.url },
      atJobEnd: ({ job }) => {
        if (job === 'plan') runpod.inject({ failure: 'key-revoked' });
      },
    });
    expect(done.run.job('plan').steps[1]?.stdout).toMatch(/│ path \/\S+, gpus 3, unset missing$/m);
    expect(done.state?.conclusion).toMatchObject({ decision: 'passed' });
    expect(colours(done)).toEqual(['plan success', 'conclude failure']);
    expect(said(done.run.job('conclude'))).toContain('the list of pods could not be read');
  });

  it('says nothing that the runner obeys', async () => {
    const done = await run('said');
    expect(done.state?.conclusion?.reason).toContain('##[set-output');
    expect(logOf(done)).toContain('# #[set-output name=evil;]yes');
    // An annotation is data: the runner shows it so.
    const others = logOf(done)
      .split('\n')
      .filter((line) => !line.startsWith('##[error]'));
    expect(others.filter((line) => line.includes('##[set-output'))).toEqual([]);
    expect(done.run.jobs.map(said).join('\n')).not.toContain('Unable to process command');
  });

  it('is stale when its jobs are no longer those that it was compiled for', async () => {
    const { sources, layout } = laidOut('said');
    const own = sourcesWith(sources, layoutKey(layout));
    expect(project.yaml('said')).toContain(own);
    const stale = sourcesWith(sources, layoutKey(withStepsSwapped(layout)));
    const done = await run('said', { workflow: project.yaml('said').replaceAll(own, stale) });
    expect(colours(done)).toEqual(['plan failure', 'conclude failure']);
    expect(said(done.run.job('plan'))).toMatch(/the compiled workflow is stale.*ml-workflow compile/);
    expect(logOf(done)).not.toContain('│');
  });

  it('is the same for other values of its parameters', () => {
    const { layout } = laidOut('wide');
    const wider = laidOut('wide', { sigmas: 'sigma-0.1,sigma-0.2,sigma-0.3' }).layout;
    expect(legsIn(wider)).toBe(legsIn(layout) + 1);
    expect(layoutKey(wider)).toBe(layoutKey(layout));
  });

  it('gives its last job the time and the variables of handlers, and legs no right to write but their check run', () => {
    const conclude = (name: string) => project.yaml(name).split(/^ {2}conclude:$/m)[1] ?? '';
    expect(Number(/timeout-minutes: (\d+)/.exec(conclude('killed'))?.[1])).toBeGreaterThan(120);
    expect(conclude('cleaning').split('name: conclude').at(-1)).toContain('secrets.CLEAN_KEY');
    const [, leg = ''] = project.yaml('sweep').split(/^ {2}m2:$/m);
    expect(/permissions: (.*)/.exec(leg)?.[1]).toBe('{ contents: read, checks: write }');
    expect(project.yaml('own')).not.toMatch(/\bPATH:|CUDA_VISIBLE_DEVICES:/);
  });

  function laidOut(name: string, given: Readonly<Record<string, string>> = {}) {
    const { plan, sources } = prepare({
      wanted: { is: 'workflow', reference: name },
      folder: project.folder,
      shownFrom: project.folder,
      given: Object.entries(given).map(([param, value]) => ({
        ...{ name: param, value, source: sourceOf('<params>', `${param}=${value}`) },
      })),
    });
    if (!plan) throw new Error(`no plan of ${name}`);
    return { sources, layout: layOut(plan) };
  }
});

function withStepsSwapped(layout: Layout): Layout {
  const jobs = layout.jobs.map((job) => {
    const [one, two, ...others] = job.is === 'stretch' ? job.steps : [];
    if (job.is === 'matrix' || !one || !two) return job;
    return { ...job, steps: [{ ...one, holds: two.holds }, { ...two, holds: one.holds }, ...others] };
  });
  return { ...layout, jobs };
}

const legsIn = ({ jobs }: Layout) => jobs.flatMap((job) => (job.is === 'matrix' ? job.legs : [])).length;

describe('bringing the code of a commit', () => {
  const sha = '0123456789abcdef0123456789abcdef01234567';

  function place() {
    const root = temporaryFolder();
    writeFileSync(join(root, 'thesis.tex'), 'years of work');
    return { root, temporary: temporaryFolder(), home: temporaryFolder() };
  }
  const job = ({ root, temporary, home }: ReturnType<typeof place>) => ({
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: root,
    GITHUB_REPOSITORY: 'someone/something',
    // Nothing answers there.
    GITHUB_SERVER_URL: 'http://127.0.0.1:9',
    RUNNER_TEMP: temporary,
    HOME: home,
    PATH: process.env.PATH,
  });

  it.each<[string, (folders: ReturnType<typeof place>) => NodeJS.ProcessEnv]>([
    ['of somebody who starts it by hand', (at) => ({ ...job(at), GITHUB_ACTIONS: undefined })],
    ['that a local runner has bound', (at) => ({ ...job(at), ACT: 'true' })],
    ['that is a home', (at) => ({ ...job(at), HOME: at.root })],
    ['that holds a home', (at) => ({ ...job(at), HOME: folderIn(at.root, 'someone') })],
    ['that holds the temporary folder', (at) => ({ ...job(at), RUNNER_TEMP: folderIn(at.root, 'temp') })],
  ])('removes nothing from a folder %s', async (_, environmentOf) => {
    const at = place();
    await expect(bringCode(sha, '', '', environmentOf(at))).rejects.toThrow(
      `${at.root} is not empty, and not the workspace of a runner: nothing in it is removed`,
    );
    expect(existsSync(join(at.root, 'thesis.tex'))).toBe(true);
  });

  it('removes nothing before the commit is here', async () => {
    const at = place();
    await expect(bringCode(sha, '', '', job(at))).rejects.toBeInstanceOf(RunError);
    expect(readdirSync(at.root)).toEqual(['thesis.tex']);
  });
});

function folderIn(root: string, name: string): string {
  mkdirSync(join(root, name));
  return join(root, name);
}
