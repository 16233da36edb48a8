/** The two workflow files that answer comments: for whom a runner starts, what they may do, and that templates/ has them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { routerHead, routerYaml } from '../../src/jobs/router-yaml.ts';
import { type RunOptions, runYaml } from '../../src/jobs/run-yaml.ts';
import type { ActionReference } from '../../src/jobs/workflow-yaml.ts';
import { lintWorkflow } from '../rig/lint-workflow.ts';
import { holds, interpolate, jobFunctions, type Value } from '../rig/workflow/expressions.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const action: ActionReference = { repository: 'moola/ml-workflow', ref: 'v1' };
const pinned: ActionReference = { ...action, ref: 'a'.repeat(40), comment: 'v1.2.3' };
const usual: RunOptions = {
  ...{ action, variables: [], keys: ['RUNPOD_API_KEY'], runsOn: 'ubuntu-latest', isHosted: true },
};

interface Written {
  readonly name: string;
  readonly 'run-name'?: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: object;
  readonly concurrency?: { readonly group: string; readonly queue: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly if?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly uses: string;
    readonly with: Readonly<Record<string, string>>;
    readonly env?: Readonly<Record<string, string>>;
  }[];
  readonly [key: string]: unknown;
}

const router = (project?: string) => parse(routerYaml({ action, project })) as Written;
const run = (own: Partial<RunOptions> = {}) => parse(runYaml({ ...usual, ...own })) as Written;

describe.each([
  ['ml.yml', (own: { action: ActionReference; project?: string }) => routerYaml(own)],
  ['ml-run.yml', (own: { action: ActionReference; project?: string }) => runYaml({ ...usual, ...own })],
])('%s', (name, text) => {
  it('stands in templates/, ready to be copied', () => {
    const path = join(root, 'templates', name);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text({ action }));
    expect(readFileSync(path, 'utf8')).toBe(text({ action }));
  });

  const hostile = ['models/a b', '${{ secrets.TOKEN }}', "'\n- run: x\n", ': # "x"', '${{', 'a\u2028b'];

  it.each([undefined, ...hostile])(
    'is one for GitHub and for actionlint, with the project %j',
    async (project) => {
      const own = project === undefined ? {} : { project };
      const whole = text({ action: pinned, ...own });
      expect(await lintWorkflow(name, whole)).toEqual([]);
      expect(whole).not.toMatch(/[ \t]$/m);
      const { jobs } = parse(whole) as Written;
      const [job, ...others] = Object.values(jobs);
      const [step, ...more] = job?.steps ?? [];
      expect([others, more]).toEqual([[], []]);
      expect(step?.uses).toBe(`moola/ml-workflow@${pinned.ref}`);
      expect(step?.with.project && interpolate(step.with.project, {})).toBe(project);
    },
  );

  it.each([undefined, 'models/lstm', 'a b'])('tells what it is of: %j', (project) => {
    const own = project === undefined ? {} : { project };
    expect(routerHead(text({ action, ...own }))).toEqual({ action, project });
    expect(routerHead(text({ action: pinned, ...own }))).toEqual({ action: pinned, project });
    expect(routerHead(text({ action, ...own }).replaceAll('\n', '\r\n'))).toEqual({ action, project });
  });

  it('names inputs that the action has', () => {
    const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { inputs: object };
    const [job] = Object.values((parse(text({ action, project: 'a' })) as Written).jobs);
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(job?.steps[0]?.with ?? {})));
  });
});

it.each(['', 'name: ml\n', '# Written by hand\nname: ml\n', 'x: 1\n# Written by ml-workflow; do not edit.'])(
  'a file of somebody is not taken for one of them: %j',
  (text) => expect(routerHead(text)).toBeUndefined(),
);

describe('the router', () => {
  const { on, permissions, concurrency, jobs } = router();

  it('listens to new comments, and to labels and pushes by the file of the default branch', () => {
    expect(on).toEqual({
      issue_comment: { types: ['created'] },
      pull_request_target: { types: ['opened', 'reopened', 'labeled', 'synchronize'] },
    });
    expect(concurrency, 'a stop does not queue behind what it is to stop').toBeUndefined();
  });

  it('has one job of one step, fetches nothing and knows no secret', () => {
    expect(Object.keys(jobs)).toEqual(['route']);
    expect(jobs.route?.steps).toEqual([{ uses: 'moola/ml-workflow@v1', with: { command: 'route' } }]);
    expect(jobs.route?.['timeout-minutes']).toBe(10);
    expect(routerYaml({ action })).not.toMatch(/secrets|checkout/);
  });

  it('may do what it does, and no more', () => {
    expect(permissions).toEqual({});
    expect(jobs.route?.permissions).toEqual({
      contents: 'write',
      actions: 'write',
      checks: 'write',
      'pull-requests': 'write',
    });
  });

  const starts = (event: string, payload: { readonly [name: string]: Value }) =>
    holds(jobs.route?.if ?? '', { github: { event_name: event, event: payload } }, jobFunctions({}, false));
  const comment = (body: string, { type = 'User', isPull = true } = {}) => ({
    action: 'created',
    issue: isPull ? { number: 7, pull_request: { url: 'u' } } : { number: 7 },
    comment: { body, user: { login: 'ada', type } },
  });

  it.each<[string, boolean]>([
    ['/ml-train', true],
    ['/ml-train --epochs 60', true],
    ['Looks good.\n/ml-train', true],
    ['Looks good.\r\n\r\n/ml-train @abc1234\r\nthanks', true],
    ['/usr/bin/python is missing', true],
    ['', false],
    ['Looks good', false],
    ['and/or', false],
    ['see https://example.com/ml-train', false],
    [' /ml-train', false],
    ['> /ml-train', false],
    ['text /ml-train\nmore', false],
    ['\\n/ml-train', false],
  ])('a comment of a person, %j: %s', (body, expected) => {
    expect(starts('issue_comment', comment(body))).toBe(expected);
    for (const type of ['Bot', 'Organization', 'Mannequin'])
      expect(starts('issue_comment', comment(body, { type })), type).toBe(false);
    expect(starts('issue_comment', comment(body, { isPull: false })), 'an issue').toBe(false);
  });

  it.each(['opened', 'reopened', 'labeled', 'synchronize'])('%s, by whomever', (happened) => {
    for (const type of ['User', 'Bot'])
      expect(
        starts('pull_request_target', { action: happened, pull_request: { number: 7 }, sender: { type } }),
      ).toBe(true);
  });
});

describe('what runs typed chains', () => {
  it('is dispatched, and by nothing else', () => {
    const input = { description: expect.any(String), type: 'string', default: '{}' };
    expect(run().on).toEqual({ workflow_dispatch: { inputs: { request: input } } });
    expect(run().jobs.run?.steps[0]?.with).toEqual({ request: '${{ inputs.request }}' });
  });

  it('is found by its pull request, and waits for the one before it there', () => {
    const { concurrency, 'run-name': title = '' } = run();
    expect(concurrency?.queue).toBe('max');
    const said = (text: string, request: string | null) =>
      interpolate(text, { inputs: { request }, github: { ref: 'refs/heads/main' } });
    expect(said(concurrency?.group ?? '', '{"pr": 7}')).toBe('ml-run-7');
    expect(said(concurrency?.group ?? '', '{}')).toBe('ml-run-refs/heads/main');
    expect(said(title, '{"pr": 7}')).toBe('ml-run · #7');
    expect([said(title, '{}'), said(title, null)]).toEqual(['ml-run', 'ml-run']);
  });

  it('may report, read the parts of earlier runs, and write nothing else', () => {
    expect(run().permissions).toEqual({});
    expect(run().jobs.run?.permissions).toEqual({
      contents: 'read',
      actions: 'read',
      checks: 'write',
      'pull-requests': 'write',
    });
  });

  it('sees what the project names; keys of accounts are secrets and never variables', () => {
    const variables = ['HF_TOKEN', 'PATH', 'GITHUB_TOKEN', 'RUNPOD_API_KEY', 'A', 'HF_TOKEN'];
    expect(run({ variables }).jobs.run?.steps[0]?.env).toEqual({
      A: '${{ secrets.A || vars.A }}',
      HF_TOKEN: '${{ secrets.HF_TOKEN || vars.HF_TOKEN }}',
      RUNPOD_API_KEY: '${{ secrets.RUNPOD_API_KEY }}',
    });
    expect(run({ keys: [] }).jobs.run?.steps[0]).not.toHaveProperty('env');
    expect(() => run({ variables: ['A }} ${{ secrets.B'] })).toThrow('internal');
  });

  it('has six hours on the runners of GitHub, and five days on others', () => {
    expect(run().jobs.run).toMatchObject({ 'runs-on': 'ubuntu-latest', 'timeout-minutes': 360 });
    const own = run({ runsOn: ['self-hosted', '${{ x }}'], isHosted: false }).jobs.run;
    expect(own?.['timeout-minutes']).toBe(7200);
    expect(([own?.['runs-on']].flat() as string[]).map((one) => interpolate(one, {}))).toEqual([
      'self-hosted',
      '${{ x }}',
    ]);
  });
});
