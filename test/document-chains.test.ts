/** Chains as people write them in one line, over `examples/all-workflows`: real scripts, both ways out. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../src/engine/event.ts';
import { sourceOf } from '../src/language/source.ts';
import { edit, expectGolden, project, run } from './all-workflows-rig.ts';
import { goldenJournal } from './golden-journal.ts';

interface Case {
  /** Names the golden journal. */
  readonly name: string;
  readonly chain: string;
  readonly decision: Decision;
  readonly before?: (folder: string) => void;
}

const withoutData = (folder: string) => rmSync(join(folder, 'data', 'series.json'));

/** Every third value is missing, as after a broken transfer. */
function withGaps(folder: string): void {
  const path = join(folder, 'data', 'series.json');
  const data = JSON.parse(readFileSync(path, 'utf8'));
  for (const split of ['train', 'validation', 'test'])
    for (const window of data[split].windows)
      for (let index = 0; index < window.length; index += 3) window[index] = null;
  writeFileSync(path, JSON.stringify(data));
}

const smokeFails = (folder: string) =>
  edit(folder, 'limits.json', (text) => text.replace('"min_smoke_accuracy": 0.5', '"min_smoke_accuracy": 1'));

const cleanUp =
  '/analyze-data → $data_quality=<result> → /if:$data_quality>0.8 → /ml-train --epochs 1 → /else → /data-cleanup';
const backUp =
  '/try:/train --epochs 1 → /catch:training-failed → /fallback:use-backup-model → /else → /continue';
const tryDeploy = '/try:/deploy → /catch:deployment-failed → /rollback → /notify-team → /retry-deployment';
const escalate = '/train-with-retry:1:backoff=1 --epochs 1 → /if:success → /deploy → /else → /escalate';
const optimize =
  '/train --epochs 1 → $model_performance=<result> → /if:$model_performance>0.85 → /deploy → /else → /optimize';
const device =
  '$resource_type=cpu\ncase:$resource_type\n  ↳ gpu → /train_gpu --epochs 1\n  ↳ cpu → /train_cpu --epochs 1\n  ↳ * → /error';

const cases: readonly Case[] = [
  { name: 'quality-good', chain: cleanUp, decision: 'passed' },
  { name: 'quality-bad', chain: cleanUp, decision: 'handled', before: withGaps },
  { name: 'train-or-backup', chain: backUp, decision: 'passed' },
  { name: 'train-or-backup-fails', chain: backUp, decision: 'handled', before: withoutData },
  { name: 'use-backup', chain: '/use-backup', decision: 'passed' },
  { name: 'optimize', chain: optimize, decision: 'handled' },
  { name: 'optimize-not', chain: optimize.replace('epochs 1', 'epochs 12'), decision: 'passed' },
  { name: 'try-deploy', chain: tryDeploy, decision: 'passed' },
  { name: 'try-deploy-fails', chain: tryDeploy, decision: 'failed', before: smokeFails },
  { name: 'escalate', chain: escalate, decision: 'passed' },
  { name: 'escalate-fails', chain: escalate, decision: 'handled', before: withoutData },
  { name: 'case-cpu', chain: device, decision: 'passed' },
  { name: 'case-gpu', chain: device.replace('=cpu', '=gpu'), decision: 'passed' },
  { name: 'case-none', chain: device.replace('=cpu', '=tpu'), decision: 'failed' },
  { name: 'retry', chain: 'retry:3 delay:1 → /unstable_training', decision: 'passed' },
  { name: 'retry-in-vain', chain: 'retry:1 delay:1 → /unstable_training', decision: 'failed' },
  {
    name: 'fork-barrier',
    chain:
      'fork:4 → /experiment_1 --epochs 1 & /experiment_2 --epochs 1 & /experiment_3 --epochs 1 & /experiment_4 --epochs 1\nbarrier → $all_results_ready → /analysis',
    decision: 'passed',
  },
  {
    name: 'store-and-context',
    chain:
      '$phase1_results = /run_phase1 > phase1_winner.json\ncontext:phase1_winner → $best_sigma → /phase2_experiments --epochs 1',
    decision: 'passed',
  },
  { name: 'select-best', chain: '$best_model = /select_best_model > winner.json', decision: 'passed' },
  { name: 'risky', chain: 'try: /risky_operation → catch:/fallback_strategy', decision: 'handled' },
  { name: 'timeout', chain: 'timeout:300 → /long_running_task', decision: 'passed' },
  { name: 'timeout-over', chain: 'timeout:1 → /long_running_task --seconds 60', decision: 'failed' },
  {
    name: 'on-failure',
    chain: '/train --epochs 1\non_failure → /cleanup && /notify_admin',
    decision: 'failed',
    before: withoutData,
  },
  { name: 'baseline-gate', chain: '/if:performance<85 → /optimize → /else → /deploy', decision: 'handled' },
  {
    name: 'sweep',
    chain: '/runpod-hpo --parameters sigma:0.10,0.12,0.15 --parallel 4 --epochs 1',
    decision: 'passed',
  },
  {
    name: 'distribution',
    chain:
      '/runpod-experiment --epochs 1 parallel[sigma-0.10 | sigma-0.12 | sigma-0.15] → /results:aggregate',
    decision: 'passed',
  },
  {
    name: 'agents-at-points',
    chain: 'parallel[ml-engineer:sigma-0.10 | ml-engineer:sigma-0.12 | ml-engineer:sigma-0.15]',
    decision: 'passed',
  },
  {
    name: 'basic',
    chain: '/ml-pretrain → /ml-train --epochs 1 → /ml-deploy → /ml-monitor',
    decision: 'passed',
  },
  {
    name: 'droids',
    chain:
      'droid:feature-developer → /implement_new_features\ndroid:performance-engineer → /optimize_inference',
    decision: 'passed',
  },
  {
    name: 'handoffs',
    chain:
      '/data-infrastructure-engineer:data-quality-check → /ml-production-engineer:model-optimization → /ml-observability-monitoring-engineer:monitoring-setup',
    decision: 'passed',
  },
  {
    name: 'options',
    chain:
      '/ml-train --model simple_lstm --device cuda --epochs 2 → /deploy --model simple_lstm --environment production --rollback-on-failure → /setup-monitoring --model simple_lstm --alerts performance,drift --dashboard',
    decision: 'passed',
  },
];

describe('a chain in one line', () => {
  it.each(cases)('$name', async ({ name, chain, decision, before }) => {
    const folder = project();
    before?.(folder);
    const ran = await run(folder, { is: 'chain', source: sourceOf('<chain>', chain) });
    const journal = goldenJournal(ran.events);
    expect(ran.decision, journal).toBe(decision);
    expectGolden(`chain-${name}`, journal);
  });
});
