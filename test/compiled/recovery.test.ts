/** Compiled workflows that are interrupted, cancelled and run again, with the built program: nothing is lost, nothing is left. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InterruptionRequest, JobRun, WorkflowOptions } from '../rig/workflow.ts';
import { processesWith } from '../targets/rig.ts';
import { unit } from './chains.ts';
import { type CompiledProject, type CompiledRun, compiledProject } from './rig.ts';

const project = `
policy: { local-commands: true }
axes: { sigma: { flag: --sigma } }
commands:
  train: { run: 'sh unit train "$@"', env: [OUTCOMES] }
  deploy: { run: sh unit deploy, environment: production, env: [OUTCOMES] }
${['a', 'b', 'c', 'tidy'].map((name) => `  ${name}: { run: sh unit ${name}, env: [OUTCOMES] }\n`).join('')}`;

const chains: Readonly<Record<string, string>> = {
  sweep: '/a → parallel[/train:sigma-0.10 | /train:sigma-0.20] → /b → /c\nfinally → /tidy',
  stretch: '/a → /b → /c\nfinally → /tidy',
  asking: '/a → /approve:go → /b',
  release: '/a → /deploy → /b',
};

let compiled: CompiledProject;
beforeAll(async () => {
  const files = Object.entries(chains).map(([name, chain]) => [
    `workflows/${name}.yml`,
    `name: ${name}\nchain: |\n${chain.replace(/^/gm, '  ')}\n`,
  ]);
  compiled = await compiledProject({ unit, 'ml-workflow.yml': project, ...Object.fromEntries(files) });
});
afterAll(async () => {
  expect(compiled.github.violations).toEqual([]);
  await compiled.close();
});

const run = (name: string, outcomes = '', more: Partial<WorkflowOptions> = {}) =>
  compiled.run(name, { vars: { OUTCOMES: outcomes }, ...more });

/** Titles of the units that the events tell of, each as often as it was started. */
const startsOf = ({ events, state }: CompiledRun) =>
  events
    .flatMap((event) => (event.type === 'unit-started' ? [state?.byId.get(event.node)?.title ?? ''] : []))
    .sort();

const succeeded = ({ state }: CompiledRun) =>
  [...(state?.nodes ?? [])]
    .flatMap(([id, { settlement }]) => {
      const node = state?.byId.get(id);
      return node?.kind === 'unit' && settlement?.is === 'succeeded' ? [node.title] : [];
    })
    .sort();

/** What a person sees: each job and its colour. */
const colours = ({ run: { jobs } }: CompiledRun) => jobs.map(({ name, result }) => `${name}: ${result}`);

const said = ({ steps, annotations }: JobRun) =>
  [...annotations, ...steps.flatMap((step) => [...step.annotations, ...(step.post?.annotations ?? [])])]
    .map(({ message }) => message)
    .join('\n');

/** Once, when that unit has said that it runs. */
type Interrupt = NonNullable<WorkflowOptions['interrupt']>;

const when = (running: string, request: InterruptionRequest, job?: string): Interrupt => {
  let isDone = false;
  return (at) => {
    if (isDone || (job !== undefined && at.job !== job) || !at.stdoutSoFar.includes(`running ${running}`))
      return undefined;
    isDone = true;
    return request;
  };
};

function inPost(job: string): Interrupt {
  let isDone = false;
  return (at) => {
    if (isDone || at.job !== job || at.stage !== 'post') return undefined;
    isDone = true;
    return 'cancel-run';
  };
}

describe('what has failed is run again', () => {
  it('a unit of a job: those before it are not; all of it when somebody wants that', async () => {
    const first = await run('stretch', 'b=fail');
    expect(colours(first)).toEqual(['plan · /a → /b → /c: failure', 'conclude: failure']);
    expect(startsOf(first)).toEqual(['/a', '/b', '/tidy']);
    const again = await first.rerunFailed({ vars: { OUTCOMES: '' } });
    expect(again.run.conclusion).toBe('success');
    const steps = again.run.job('plan').steps.map(({ conclusion }) => conclusion);
    expect(steps).toEqual(['success', 'skipped', 'success', 'success']);
    expect(startsOf(again)).toEqual(['/a', '/b', '/b', '/c', '/tidy']);
    expect(succeeded(again)).toEqual(['/a', '/b', '/c', '/tidy']);
    const all = await again.rerunAll({ vars: { OUTCOMES: '' } });
    const everything = all.run.job('plan').steps.map(({ conclusion }) => conclusion);
    expect(everything).toEqual(Array(4).fill('success'));
    const runOf = ({ events }: CompiledRun) => events.find(({ type }) => type === 'run-started');
    expect(runOf(all)).not.toEqual(runOf(again));
  });

  it('a leg: the others are not, and all are counted', async () => {
    const first = await run('sweep', 'train:sigma-0.10=fail');
    expect(first.run.conclusion).toBe('failure');
    expect(startsOf(first)).toEqual(['/a', '/tidy', '/train:sigma-0.10', '/train:sigma-0.20']);
    const again = await first.rerunFailed({ vars: { OUTCOMES: '' } });
    expect(again.run.jobs.map(({ name, result, attempt }) => `${name}: ${result} ${attempt}`)).toEqual([
      'plan · /a: success 1',
      '/train (sigma-0.10): success 2',
      '/train (sigma-0.20): success 1',
      '/b → /c: success 2',
      'conclude: success 2',
    ]);
    expect(succeeded(again)).toEqual([
      ...['/a', '/b', '/c', '/tidy'],
      '/train:sigma-0.10',
      '/train:sigma-0.20',
    ]);
  });
});

describe('what goes away', () => {
  it.each<[string, InterruptionRequest, string]>([
    ['the process of a leg', 'kill-step', 'the job of `sigma-0.20` left no result'],
    ['the machine of a leg', 'lose-runner', 'the job of `sigma-0.20` left no result'],
  ])('%s is a failure where the legs are joined', async (_, request, message) => {
    const interrupt = when('train:sigma-0.20', request);
    const first = await run('sweep', 'train:sigma-0.20=hang', { interrupt });
    expect(first.run.job('/train (sigma-0.20)').result).toBe('failure');
    expect(first.run.job('/b → /c').steps.map(({ conclusion }) => conclusion)).toEqual([
      ...['success', 'skipped', 'skipped'],
    ]);
    expect(first.state?.conclusion).toEqual({
      decision: 'failed',
      reasonCode: 'unit-failed',
      reason: `\`/train:sigma-0.20\` failed: ${message}`,
    });
    const again = await first.rerunFailed({ vars: { OUTCOMES: '' } });
    expect(again.run.conclusion).toBe('success');
    expect(succeeded(again)).toEqual([
      ...['/a', '/b', '/c', '/tidy'],
      '/train:sigma-0.10',
      '/train:sigma-0.20',
    ]);
  });

  it.each<[string, InterruptionRequest]>([
    ['the process of a step', 'kill-step'],
    ['the time of a job', 'time-out-job'],
  ])('%s ends the run red, and it goes on from there', async (_, request) => {
    const first = await run('stretch', 'b=hang', { interrupt: when('b', request), speed: 20 });
    expect(first.run.conclusion).toBe('failure');
    expect(first.run.job('conclude').result).toBe('failure');
    const again = await first.rerunFailed({ vars: { OUTCOMES: '' } });
    expect(again.run.conclusion).toBe('success');
    expect(succeeded(again)).toEqual(['/a', '/b', '/c', '/tidy']);
  });
});

describe('a cancel', () => {
  it.each<[string, string, string, Interrupt]>([
    ['in a step', 'stretch', 'b=hang', when('b', 'cancel-run')],
    ['in a leg', 'sweep', 'train:sigma-0.10=hang', when('train:sigma-0.10', 'cancel-run')],
    ['between jobs', 'sweep', '', inPost('plan')],
    ['in the last job', 'stretch', 'b=fail', when('tidy', 'cancel-run', 'conclude')],
  ])('%s leaves no process and nothing open on GitHub', async (where, name, outcomes, interrupt) => {
    const pull = await compiled.github.createPullRequest({ files: { 'notes.txt': where } });
    const head = await compiled.github.commitFolder(compiled.folder, { ref: pull.headRef });
    const request = JSON.stringify({ pr: pull.number, sha: head });
    const left: number[] = [];
    const result = await run(name, outcomes, {
      interrupt,
      event: { name: 'workflow_dispatch', payload: { inputs: { request } } },
      // Before the runner ends what has been left.
      atJobEnd: ({ workspace }) => void left.push(...processesWith(workspace)),
    });
    expect(left).toEqual([]);
    expect(result.run.conclusion).not.toBe('success');
    expect(startsOf(result)).toContain('/tidy');
    const checks = await compiled.github.checkRuns(head);
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.filter(({ status }) => status !== 'completed')).toEqual([]);
    const comments = await compiled.github.comments(pull.number);
    // And the one that tells whoever has started it.
    expect(comments).toHaveLength(2);
    // Its heading, not what units have printed.
    expect(comments[0]?.body).toMatch(/^## (⏹️|❌) /m);
  });
});

describe('what people and GitHub decide', () => {
  it('waits for a person: green, and its check run stays open', async () => {
    const result = await run('asking');
    expect(result.run.conclusion).toBe('success');
    expect(result.state?.conclusion?.decision).toBe('waiting');
    const checks = await compiled.github.checkRuns(compiled.sha);
    expect(checks.filter(({ name }) => name === 'ml / asking')).toMatchObject([
      { status: 'in_progress', conclusion: null },
    ]);
  });

  it('goes on when an environment is approved, and ends red when it is refused', async () => {
    const asked: string[] = [];
    const approved = await run('release', '', {
      approve: async (environment) => {
        asked.push(environment);
        return 'approved';
      },
    });
    expect([approved.run.conclusion, asked]).toEqual(['success', ['production']]);
    expect(startsOf(approved)).toEqual(['/a', '/b', '/deploy']);
    const refused = await run('release', '', { approve: async () => 'rejected' });
    expect(colours(refused)).toEqual([
      ...['plan · /a: success', '/deploy: failure', '/b: skipped', 'conclude: failure'],
    ]);
    expect(refused.state?.conclusion).toMatchObject({
      decision: 'failed',
      reason: expect.stringContaining('the environment `production` was not let in'),
    });
    expect(startsOf(refused)).toEqual(['/a']);
  });

  it.each<[string, string, string]>([
    ['the id of a job', 'm2', 'GitHub did not start the job `/train`'],
    ['the label of a leg', 'sigma-0.20', 'left no result'],
  ])('never ends green when GitHub drops an output with %s, which is a secret', async (_, secret, why) => {
    const result = await run('sweep', '', { secrets: { UNLUCKY: secret } });
    expect(result.run.conclusion).toBe('failure');
    expect(result.state?.conclusion).toMatchObject({ decision: 'failed' });
    expect(said(result.run.job('conclude'))).toContain(why);
    const legs = result.run.jobs.filter(({ id }) => id === 'm2').map(said);
    if (secret !== 'm2') expect(legs.join()).toContain('a secret that is part of a label');
    expect(startsOf(result)).not.toContain('/train:sigma-0.20');
  });

  it('says that a compiled file is stale, and ends red', async () => {
    const chain = 'name: stretch\nchain: |\n  /a → /c\n';
    const { sha } = await edited(chain);
    const result = await run('stretch', '', { sha });
    expect(colours(result)).toEqual(['plan · /a → /b → /c: failure', 'conclude: failure']);
    expect(said(result.run.job('plan'))).toMatch(/the compiled workflow is stale.*ml-workflow compile/);
    expect(said(result.run.job('conclude'))).toContain('there is no run to conclude');
  });
});

async function edited(stretch: string): Promise<{ sha: string }> {
  const path = join(compiled.folder, 'workflows', 'stretch.yml');
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, stretch);
  const sha = await compiled.github.commitFolder(compiled.folder, { ref: 'edited' });
  writeFileSync(path, before);
  return { sha };
}
