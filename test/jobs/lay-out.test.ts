/** Which job each element of a chain stands in, what hands over to what, and what each job is called, needs and may take. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/jobs/lay-out.ts';
import type { Layout, MatrixJob, StretchJob } from '../../src/jobs/layout.ts';
import { ownersOf } from '../../src/jobs/owners.ts';
import type { NodeId, Plan } from '../../src/plan/plan.ts';
import { prepare } from '../../src/prepare.ts';
import { planned } from '../plan/rig.ts';
import { inEnvironment, project, shown } from './rig.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function planFor(chain: string, yaml = project): Plan {
  const { plan, text } = planned(chain, yaml);
  if (!plan) throw new Error(text);
  return plan;
}

const layoutOf = (chain: string, yaml = project): Layout => layOut(inEnvironment(planFor(chain, yaml)));
const lines = (...chains: readonly string[]): string =>
  `\n${chains.map((chain) => `${chain}\n${shown(layoutOf(chain)).replace(/^/gm, '    ')}`).join('\n')}\n`;

function matrix(layout: Layout): MatrixJob {
  const found = layout.jobs.find((job): job is MatrixJob => job.is === 'matrix');
  if (!found) throw new Error('there is no matrix');
  return found;
}

function stretch(layout: Layout, id: string): StretchJob {
  const found = layout.jobs.find((job): job is StretchJob => job.is === 'stretch' && job.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}

const sweep = (count: number): string =>
  Array.from({ length: count }, (_, index) => `/train:sigma-${index + 1}`).join(' | ');

describe('the jobs of a chain', () => {
  it('of a sweep with a gate: the plan, the matrix, one job behind it, and one for the environment', () => {
    const chain = `parallel[/train:sigma-0.10 | /train:sigma-0.12] → /results:aggregate → /best-model:select →
      /if:best-acc>0.90 → /deploy → /else → /x`;
    const layout = layOut(inEnvironment(planFor(`/init → ${chain}`)));
    expect(
      layout.jobs.map((job) => ({
        id: job.id,
        name: job.name,
        needs: job.needs,
        ...(job.is === 'matrix'
          ? { legs: job.legs.map(({ label }) => label), max: job.max, isTolerated: job.isTolerated }
          : {
              joins: job.joins,
              environment: job.environment,
              steps: job.steps.map(({ id, name }) => `${id} ${name}`),
            }),
      })),
    ).toEqual([
      { id: 'plan', name: 'plan · /init', needs: [], joins: [], steps: ['n1 /init'] },
      {
        id: 'm2',
        name: '/train',
        needs: ['plan'],
        legs: ['sigma-0.10', 'sigma-0.12'],
        max: null,
        isTolerated: true,
      },
      {
        id: 'j3',
        name: '/results:aggregate → /best-model:select → /if:best-acc>0.90 → else · /x',
        needs: ['plan', 'm2'],
        joins: ['m2'],
        steps: ['n2 /results:aggregate', 'n3 /best-model:select', 'n4 /if:best-acc>0.90', 'n5 else · /x'],
      },
      {
        id: 'e4',
        name: 'then · /deploy',
        needs: ['plan', 'j3'],
        joins: [],
        environment: 'production',
        steps: ['n6 then · /deploy'],
      },
      { id: 'conclude', name: 'conclude', needs: ['plan', 'm2', 'j3', 'e4'], joins: [], steps: [] },
    ]);
    expect(shown(layOut(planFor(`/init → ${chain}`)))).toContain(
      '/if:best-acc>0.90, then · /deploy, else · /x',
    );
  });

  it('with blocks: first, last, several, one behind the other', () => {
    expect(
      lines(
        'parallel[/a | /b] → /c',
        '/a → parallel[/b | /c]',
        '/a → parallel[/b | /c] → /x → parallel[/a | /b] → parallel[/c | /d]',
        '/a → parallel[(/b → parallel[/c | /d]) | /x] → /y',
        '/a → parallel[/b | /c] ; /x',
      ),
    ).toMatchInlineSnapshot(`
      "
      parallel[/a | /b] → /c
          plan:
          m2 < plan: parallel [a, b]
          j3 < plan m2 joins m2: /c
          conclude:
      /a → parallel[/b | /c]
          plan: /a
          m2 < plan: parallel [b, c]
          conclude joins m2:
      /a → parallel[/b | /c] → /x → parallel[/a | /b] → parallel[/c | /d]
          plan: /a
          m2 < plan: parallel [b, c]
          j3 < plan m2 joins m2: /x
          m4 < plan j3: parallel [a, b]
          j5 < plan j3 m4 joins m4:
          m6 < plan j5: parallel [c, d]
          conclude joins m6:
      /a → parallel[(/b → parallel[/c | /d]) | /x] → /y
          plan: /a
          m2 < plan: parallel [b, x]
          j3 < plan m2 joins m2: /y
          conclude:
      /a → parallel[/b | /c] ; /x
          plan: /a
          m2 < plan: parallel [b, c]
          j3 < plan m2 joins m2: /x
          conclude:
      "
    `);
  });

  it('with environments: each a job, and one for all that follows', () => {
    expect(
      lines(
        '/a → /deploy → /b → /c',
        '/deploy → /deploy → parallel[/a | /b] → /deploy',
        '/a → parallel[/b | /c] → /deploy',
        '/try:/deploy → /catch:any → /a → /else → /b → /end → /c',
        '/train → /if:acc>0.5 → /deploy → /else → parallel[/a | /b] → /end → /c',
        '/a → /deploy > $x → /b',
      ),
    ).toMatchInlineSnapshot(`
      "
      /a → /deploy → /b → /c
          plan: /a
          e2 < plan in production: /deploy
          j3 < plan e2: /b, /c
          conclude:
      /deploy → /deploy → parallel[/a | /b] → /deploy
          plan:
          e2 < plan in production: /deploy
          e3 < plan e2 in production: /deploy
          m4 < plan e3: parallel [a, b]
          j5 < plan e3 m4 joins m4:
          e6 < plan j5 in production: /deploy
          conclude:
      /a → parallel[/b | /c] → /deploy
          plan: /a
          m2 < plan: parallel [b, c]
          j3 < plan m2 joins m2:
          e4 < plan j3 in production: /deploy
          conclude:
      /try:/deploy → /catch:any → /a → /else → /b → /end → /c
          plan:
          e2 < plan in production: /deploy
          j3 < plan e2: catch any · /a, else · /b, /c
          conclude:
      /train → /if:acc>0.5 → /deploy → /else → parallel[/a | /b] → /end → /c
          plan: /train, /if:acc>0.5
          e2 < plan in production: then · /deploy
          m3 < plan: else · parallel [a, b]
          j4 < plan e2 m3 joins m3: /c
          conclude:
      /a → /deploy > $x → /b
          plan: /a
          e2 < plan in production: /deploy > $x
          j3 < plan e2: /b
          conclude:
      "
    `);
  });

  it('with branches: each arm behind the gate that leads to it', () => {
    expect(
      lines(
        '/train → /if:acc>0.5 → parallel[/a | /b] → /c → /elif:acc>0.3 → /x → /else → /y → /end → /z',
        '/train → /if:acc>0.5 → (/a → /if:acc>0.7 → parallel[/b | /c] → /else → /d → /end → /x) → /else → /y',
        '/train → /if:acc>0.5 → /a → /end → parallel[/b | /c]',
        '$k=gpu → case:$k ↳ gpu-* → /a ↳ * → parallel[/b | /c] → /d',
      ),
    ).toMatchInlineSnapshot(`
      "
      /train → /if:acc>0.5 → parallel[/a | /b] → /c → /elif:acc>0.3 → /x → /else → /y → /end → /z
          plan: /train, /if:acc>0.5, /elif:acc>0.3, elif acc>0.3 · /x, else · /y
          m2 < plan: then · parallel [a, b]
          j3 < plan m2 joins m2: then · /c, /z
          conclude:
      /train → /if:acc>0.5 → (/a → /if:acc>0.7 → parallel[/b | /c] → /else → /d → /end → /x) → /else → /y
          plan: /train, /if:acc>0.5, then · /a, then · /if:acc>0.7, else · /d, else · /y
          m2 < plan: then · parallel [b, c]
          j3 < plan m2 joins m2: then · /x
          conclude:
      /train → /if:acc>0.5 → /a → /end → parallel[/b | /c]
          plan: /train, /if:acc>0.5, then · /a
          m2 < plan: parallel [b, c]
          conclude joins m2:
      $k=gpu → case:$k ↳ gpu-* → /a ↳ * → parallel[/b | /c] → /d
          plan: $k=gpu, case:$k, case gpu-* · /a
          m2 < plan: case * · parallel [b, c]
          j3 < plan m2 joins m2: case * · /d
          conclude:
      "
    `);
  });

  it('with failures that something takes care of', () => {
    expect(
      lines(
        '/try:(/a → parallel[/b | /c]) → /catch:any → /x → /end → /y',
        '/try:/train → parallel[/a | /b] → /catch:training-failed → /c → /else → /d → /finally → /z',
        '/try:(/a → /try:parallel[/b | /c] → /catch:oom → /x) → /catch:any → parallel[/c | /d] → /finally → /z',
        '(/a → parallel[/b | /c] → /x) || /y → /z',
        '/a && parallel[/b | /c] || /x',
        '/a → parallel[/b | /c] → /d → /if:success → /x → /else → /y',
        '/fallback:a → /b',
      ),
    ).toMatchInlineSnapshot(`
      "
      /try:(/a → parallel[/b | /c]) → /catch:any → /x → /end → /y
          plan: /a
          m2 < plan: parallel [b, c] tolerated
          j3 < plan m2 joins m2: catch any · /x, /y
          conclude:
      /try:/train → parallel[/a | /b] → /catch:training-failed → /c → /else → /d → /finally → /z
          plan: /train
          m2 < plan: parallel [a, b] tolerated
          j3 < plan m2 joins m2: catch training-failed · /c, else · /d, finally · /z
          conclude:
      /try:(/a → /try:parallel[/b | /c] → /catch:oom → /x) → /catch:any → parallel[/c | /d] → /finally → /z
          plan: /a
          m2 < plan: parallel [b, c] tolerated
          j3 < plan m2 joins m2: catch oom · /x
          m4 < plan j3: catch any · parallel [c, d]
          j5 < plan j3 m4 joins m4: finally · /z
          conclude:
      (/a → parallel[/b | /c] → /x) || /y → /z
          plan: /a
          m2 < plan: parallel [b, c] tolerated
          j3 < plan m2 joins m2: /x, /y, /z
          conclude:
      /a && parallel[/b | /c] || /x
          plan: /a
          m2 < plan: parallel [b, c] tolerated
          j3 < plan m2 joins m2: /x
          conclude:
      /a → parallel[/b | /c] → /d → /if:success → /x → /else → /y
          plan: /a
          m2 < plan: parallel [b, c] tolerated
          j3 < plan m2 joins m2: /d, /if:success, then · /x, else · /y
          conclude:
      /fallback:a → /b
          plan: /fallback:a, /b
          conclude:
      "
    `);
  });

  it('with what is one step: again and again, pipes, what is kept, and all that forks begin', () => {
    expect(
      lines(
        '/a → retry:1 delay:5 → /b → retry:2 → (/a → parallel[/b | /c]) → /d',
        '/train → repeat:3 until:acc>0.5 → (/a → /train) → /b',
        '/a | /b → /train > $x → $y = /train',
        '/a → /b & (/c → parallel[/x | /y]) → /d → barrier → /z',
        '/a → /b & /c → /d',
        '/a → /b & /c → /d → barrier ; /z',
        '/a → /b & /c → barrier ; /z',
        '/a → /wait:30 → /approve:go → /b',
      ),
    ).toMatchInlineSnapshot(`
      "
      /a → retry:1 delay:5 → /b → retry:2 → (/a → parallel[/b | /c]) → /d
          plan: /a, retry:1 delay:5 → /b, retry:2 → (/a → parallel of 2), /d
          conclude:
      /train → repeat:3 until:acc>0.5 → (/a → /train) → /b
          plan: /train, repeat:3 until:acc>0.5 → (/a → /train), /b
          conclude:
      /a | /b → /train > $x → $y = /train
          plan: /a | /b, /train > $x, $y = /train
          conclude:
      /a → /b & (/c → parallel[/x | /y]) → /d → barrier → /z
          plan: /a, /b & /c → parallel of 2 → /d → barrier, /z
          conclude:
      /a → /b & /c → /d
          plan: /a, /b & /c → /d
          conclude:
      /a → /b & /c → /d → barrier ; /z
          plan: /a, /b & /c → /d → barrier → /z
          conclude:
      /a → /b & /c → barrier ; /z
          plan: /a, /b & /c → barrier, /z
          conclude:
      /a → /wait:30 → /approve:go → /b
          plan: /a, /wait:30, /approve:go, /b
          conclude:
      "
    `);
  });

  it('with calls and handlers: those of the whole chain stand in the last job', () => {
    expect(
      lines(
        '/wide → /whole → /y',
        'parallel[/wide | /x]',
        '/a → parallel[/b | /c]\non_failure → (/x → parallel[/a | /b] → /deploy)\nfinally → /z',
        'timeout:60 → (/a → parallel:min=1[/b | /c])',
      ),
    ).toMatchInlineSnapshot(`
      "
      /wide → /whole → /y
          plan: /a
          m2 < plan: parallel [b, c]
          j3 < plan m2 joins m2: /d, /a, /b, on_failure · /c, finally · /z, /y
          conclude:
      parallel[/wide | /x]
          plan:
          m2 < plan: parallel [wide, x]
          conclude joins m2:
      /a → parallel[/b | /c]
      on_failure → (/x → parallel[/a | /b] → /deploy)
      finally → /z
          plan: /a
          m2 < plan: parallel [b, c]
          conclude joins m2: on_failure · /x, on_failure · parallel of 2, on_failure · /deploy, finally · /z
      timeout:60 → (/a → parallel:min=1[/b | /c])
          plan: /a
          m2 < plan: parallel [b, c] tolerated
          conclude joins m2:
      "
    `);
  });

  it('stays in one job when nothing is to be fanned out', () => {
    const plan: Plan = { ...planFor('/a → parallel[/b | /c] → /d'), fanout: 'job' };
    expect(shown(layOut(plan))).toBe('plan: /a, parallel of 2, /d\nconclude:');
  });

  it('of the shipped workflows', () => {
    const all = readdirSync(join(root, 'workflows')).map((file) => {
      const { plan, diagnostics } = prepare({
        wanted: { is: 'workflow', reference: join(root, 'workflows', file) },
        folder: join(root, 'examples', 'all-workflows'),
        shownFrom: root,
        given: [],
      });
      if (!plan) throw new Error(JSON.stringify(diagnostics));
      return `${file}\n${shown(layOut(plan)).replace(/^/gm, '    ')}`;
    });
    expect(`\n${all.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      continuous-training.yml
          plan: /monitor-performance, /if:drift-detected, then · /data-refresh, then · /retrain, then · /evaluate, then · /if:better-performance, then · /deploy, then · /monitor, else · /continue-monitoring
          conclude:
      deploy-production.yml
          plan: /code-review, /security-scan, /performance-test, /runpod-staging, /if:tests-pass, then · /runpod-production, then · /monitor-setup, else · /rollback
          conclude:
      lstm-pretraining-full.yml
          plan: /data-validate, /preprocess-time-series, /pretrain-bilstm, /fine-tune-simplelstm, /evaluate, /if:acc>0.87, then · /deploy, then · /benchmark
          conclude:
      lstm-training-orchestrated.yml
          plan: /data-quality-check, /hyperparameter-tuning
          m2 < plan: /training [sigma-0.10, sigma-0.12, sigma-0.15, sigma-0.20]
          j3 < plan m2 joins m2: /results-analysis, /best-model-deploy
          conclude:
      ml-pipeline-full.yml
          plan: /init, /data-validate, /feature-engineer, /ml-train, /ml-evaluate, /if:accuracy>0.87, then · /ml-deploy, else · /hyperparameter-tune, else · /retrain
          conclude:
      ml-run.yml
          plan: /init-experiment, /data-validate, /ml-train, /ml-evaluate, /if:accuracy>=$min_accuracy and f1>=$min_f1, then · /approve:deploy, then · /ml-deploy, then · /update-registries, else · /document-tech-debt
          conclude:
      parallel-analysis.yml
          plan:
          m2 < plan: parallel [ml-production-engineer-analyze-model-architecture, data-infrastructure-engineer-validate-data-pipeline, ml-observability-monitoring-engineer-setup-monitoring] tolerated
          j3 < plan m2 joins m2: /aggregate:analysis-results, /plan:next-steps
          conclude:
      pretraining-complete.yml
          plan: /preprocess, /pretrain, /fine-tune, /evaluate, /deploy
          conclude:
      runpod-deploy-enhanced.yml
          plan: /data-infrastructure-engineer:validate-data, /ml-production-engineer:optimize-training, /command-workflow-orchestrator:deploy-and-monitor
          conclude:
      runpod-deploy-full.yml
          plan: /code-package, /scp:deploy-to-runpod, /ssh:run-training, /scp:retrieve-results, /analyze, /store-results
          conclude:
      runpod-hpo-parallel.yml
          plan: /runpod-setup
          m2 < plan: /train [sigma-0.10, sigma-0.12, sigma-0.15, sigma-0.20] tolerated
          j3 < plan m2 joins m2: /results:aggregate, /best-model:select, /if:best-acc>0.90, then · /deploy, else · /analyze-failures
          conclude:
      setup-ab-test.yml
          plan: /create-variants, /deploy-variant-a, /deploy-variant-b, /collect-metrics, /statistical-test, /select-winner, /deploy-loser, /archive-variant
          conclude:
      "
    `);
  });
});

describe('a plan of any size', () => {
  it('60 steps are put together evenly, and 60 in one call by the call', () => {
    const many = Array(60).fill('/a').join(' → ');
    const { steps } = stretch(layoutOf(many), 'plan');
    expect(steps.map(({ holds }) => holds.length)).toEqual(Array(30).fill(2));
    expect(steps[0]?.name).toBe('/a → /a');
    const called = `${project}  many: { chain: "${many}" }\n`;
    expect(
      stretch(layoutOf('/b → /many → /c', called), 'plan').steps.map(({ holds }) => holds.length),
    ).toEqual([1, 60, 1]);
    const gated = Array(20).fill('/train → /if:acc>0.5 → /a → /else → /b → /end').join(' → ');
    const decides = stretch(layoutOf(gated), 'plan').steps.map((step) => [
      step.holds.length,
      step.decides.length,
    ]);
    expect(decides.slice(0, 4)).toEqual([
      [1, 0],
      [2, 1],
      [1, 0],
      [2, 1],
    ]);
  });

  it('300 branches are at most 256 legs', () => {
    const { legs } = matrix(layoutOf(`parallel[${sweep(300)}]`));
    expect(legs.map(({ branches }) => branches.length)).toEqual(Array(150).fill(2));
    expect([legs[0]?.label, legs.at(-1)?.label]).toEqual(['sigma-1 + sigma-2', 'sigma-299 + sigma-300']);
    const large = matrix(layoutOf(`parallel:max=20[${sweep(3000)}]`));
    expect([large.legs.length, large.legs[0]?.label, large.max]).toEqual([250, 'cells 1-12', 1]);
  });

  it.each([
    ['one after the other', Array(10_000).fill('/a').join(' → '), 2],
    ['side by side', `parallel[${Array(10_000).fill('/a').join(' | ')}]`, 3],
    ['forks', `${Array(2_000).fill('/a & /b').join(' → barrier → ')} ; /c`, 2],
    ['statements', Array(10_000).fill('/a').join(' ; '), 2],
    ['blocks', Array(1_000).fill('parallel[/a | /b]').join(' ; '), 2001],
    ['gates', Array(1_000).fill('/train → /if:acc>0.5 → /a → /end').join(' → '), 2],
    ['nested', `${'(/try:'.repeat(80)}/a${' → /catch:any → parallel[/b | /c])'.repeat(80)}`, 161],
  ])('10,000 elements or deep ones, %s', (_name, chain, jobs) => {
    const { length } = layoutOf(chain).jobs;
    expect(length).toBe(jobs);
  });
});

it('a plan deeper than the call stack is laid out', () => {
  const plan = planFor('/a');
  const unit = plan.nodes.find(({ kind }) => kind === 'unit');
  if (!unit) throw new Error('there is no unit');
  const id = (depth: number) => (depth === 10_000 ? unit.id : `at-${depth}`) as NodeId;
  const around = Array.from({ length: 10_000 }, (_, depth) => ({
    ...unit,
    kind: 'sequence' as const,
    title: '',
    id: id(depth),
    parent: depth === 0 ? null : id(depth - 1),
    children: [id(depth + 1)],
    always: [],
  }));
  const deep: Plan = { ...plan, root: id(0), nodes: [...around, { ...unit, parent: id(9_999) }] };
  expect(shown(layOut(deep))).toBe('plan: /a\nconclude:');
});

describe('legs', () => {
  it('are named by their points, else by what the branches are called', () => {
    const labels = (block: string) => matrix(layoutOf(block)).legs.map(({ label }) => label);
    expect(labels('/train --parameters sigma:0.10,0.2 --parameters lr:3')).toEqual([
      'sigma-0.10 lr-3',
      'sigma-0.2 lr-3',
    ]);
    expect(labels('parallel[/a | /train:sigma-1]')).toEqual(['a', 'train-sigma-1']);
    expect(labels('parallel[/a | /a]')).toEqual(['1.1-a', '1.2-a']);
    expect(labels('parallel[(/wait:30 → /b) | /whole]')).toEqual(['wait-30', 'whole']);
  });

  it('are tolerated where the chain may go on', () => {
    const isTolerated = (chain: string) => matrix(layoutOf(chain)).isTolerated;
    expect(
      [
        'parallel[/a | /b] → /c',
        'parallel:min=1[/a | /b]',
        'parallel[/a | /b] || /c',
        '/try:parallel[/a | /b] → /catch:any → /c',
        '/try:/a → /catch:any → parallel[/a | /b]',
        '/try:parallel[/a | /b] → /finally → /c',
        '/a → parallel[/a | /b] → /if:success → /c',
        '/a → parallel[/a | /b] ; /c',
        'parallel[/a | /b]\non_failure → /c',
      ].map(isTolerated),
    ).toEqual([false, true, true, true, false, false, true, false, false]);
  });

  it('so many at once as the block says', () => {
    expect(matrix(layoutOf('parallel:max=2[/a | /b | /c]')).max).toBe(2);
  });

  const pods = (more: string) => `axes: { sigma: { flag: --sigma } }
targets:
  gpu: { kind: runpod, image: runpod/pytorch, gpu: RTX 4090, max-price: 0.8, pods: 3${more} }
commands:
  train: { run: 'x "$@"', target: gpu, timeout: 10m, env: [TOKEN], metrics: [{ output: [accuracy] }] }
`;

  it('share a pod where its slots let them', () => {
    const seven = `/runpod-setup → parallel[${sweep(7)}]`;
    const shared = matrix(layoutOf(seven, pods(', slots: 3')));
    expect(shared.legs.map(({ label }) => label)).toEqual([
      'sigma-1 + sigma-2 + sigma-3',
      'sigma-4 + sigma-5 + sigma-6',
      'sigma-7',
    ]);
    const alone = matrix(layoutOf(seven, pods('')));
    expect([alone.legs.length, alone.max]).toEqual([7, 3]);
    expect(
      matrix(layoutOf(seven.replace('parallel', 'parallel:max=2'), pods(', slots: 3'))).legs.length,
    ).toBe(4);
  });

  it('need the key of their target and what their commands name', () => {
    const layout = layoutOf(`/runpod-setup → parallel[${sweep(2)}] → /continue`, pods(''));
    expect(matrix(layout).variables).toEqual(['RUNPOD_API_KEY', 'TOKEN']);
    expect(stretch(layout, 'plan').steps.map(({ variables }) => variables)).toEqual([['RUNPOD_API_KEY']]);
    expect(stretch(layout, 'j3').steps.map(({ variables }) => variables)).toEqual([[]]);
  });

  it('may take as long as their units and their pods, and what the job does besides', () => {
    const layout = layoutOf(`/runpod-setup → parallel[${sweep(2)}] → /continue`, pods(''));
    expect(layout.jobs.map(({ id, minutes }) => [id, minutes])).toEqual([
      ['plan', 15],
      ['m2', 10 + 15 + 15],
      ['j3', 15],
      ['conclude', 15],
    ]);
  });
});

describe('steps', () => {
  const yaml = `targets:
  box: { kind: ssh, host: { env: HOST }, key: { env: KEY }, host-key: { env: HOST_KEY } }
commands:
  short: { run: x, timeout: 10m, env: [B, A] }
  remote: { run: x, timeout: 1m, target: box, env: [A] }
  long: { run: x }
`;

  const pods = `targets: { pod: { kind: runpod, image: 'r/p:1', gpu: A40, max-price: 0.8, cuda: '12.4' } }
commands:
  short: { run: x, timeout: 10m, env: [B, A] }
  on-pod: { run: x, timeout: 1m, target: pod }
`;

  it('need the variables of their own units, and the settings of hosts that the steps before them hold', () => {
    const { steps } = stretch(
      layoutOf('/short → /remote → retry:1 → (/short → /remote) → /long', yaml),
      'plan',
    );
    expect(steps.map(({ variables }) => variables)).toEqual([
      ['A', 'B'],
      ['A', 'HOST', 'HOST_KEY', 'KEY'],
      ['A', 'B', 'HOST', 'HOST_KEY', 'KEY'],
      ['HOST', 'HOST_KEY', 'KEY'],
    ]);
    const checked = stretch(layoutOf('/runpod-setup → /short → /on-pod → /short', pods), 'plan').steps;
    expect(checked.map(({ variables }) => variables)).toEqual([
      ['RUNPOD_API_KEY'],
      ['A', 'B'],
      ['RUNPOD_API_KEY'],
      ['A', 'B', 'RUNPOD_API_KEY'],
    ]);
  });

  it('bound the time of their job, as far as something bounds them', () => {
    const minutes = (chain: string) => layoutOf(chain, yaml).jobs[0]?.minutes;
    expect(
      [
        '/short',
        'retry:2 delay:60 → /short',
        '/short → /long',
        'timeout:5m → /long',
        '/short → /approve:x',
      ].map(minutes),
    ).toEqual([25, 30 + 2 + 15, 360, 20, 25]);
  });
});

describe('owners', () => {
  it('are the step or leg that a node stands in, and of a gate the step of its arm', () => {
    const plan = planFor(
      '/train → parallel[(/a → /b) | /c] → /if:acc>0.5 → /x → /elif:acc>0.1 → retry:1 → /y → /end',
    );
    const owners = ownersOf(plan, layOut(plan));
    const owned = plan.nodes.flatMap(({ id, kind }) => {
      const arms = kind === 'branch' ? [0, 1] : [0];
      return arms.map((arm) => [id, arm, owners.ownerOf(id, arm)] as const);
    });
    expect(
      owned.map(([id, arm, owner]) => {
        const where = owner === undefined ? '-' : 'step' in owner ? owner.step : owner.leg;
        return `${id} ${arm}: ${owner?.job ?? ''} ${where}`;
      }),
    ).toMatchInlineSnapshot(`
      [
        "chain 0:  -",
        "1-train 0: plan n1",
        "2-parallel 0:  -",
        "2.1-sequence 0: m2 0",
        "2.1.1-a 0: m2 0",
        "2.1.2-b 0: m2 0",
        "2.2-c 0: m2 1",
        "3-if 0: j3 n2",
        "3-if 1: j3 n4",
        "3.1-x 0: j3 n3",
        "3.2-retry 0: j3 n5",
        "3.2.1-y 0: j3 n5",
      ]
    `);
    expect(owners.ownerOf('nobody' as NodeId)).toBeUndefined();
  });
});
