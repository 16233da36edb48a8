/** The other hosts of a plan, as text and as JSON. */
import { expect, test, vi } from 'vitest';
import type { Plan } from '../../src/plan/plan.ts';
import { planJson } from '../../src/reports/plan-json.ts';
import { type PlanTextOptions, planText } from '../../src/reports/plan-text.ts';
import { styleFor } from '../../src/reports/style.ts';
import { planned } from '../plan/rig.ts';

const yaml = `axes: { sigma: { flag: --sigma } }
targets:
  gpu:
    kind: runpod
    image: runpod/pytorch:1.0.2-cu1281
    gpu: [NVIDIA GeForce RTX 4090, NVIDIA A40]
    count: 2
    cloud: [secure, community]
    data-centers: [EU-RO-1]
    cuda: 12.8
    max-price: 0.8
    slots: 2
    env: { PYTHONPATH: src }
    setup: pip install -r requirements.txt
  cpu: { kind: runpod, image: runpod/base, cpu: { id: cpu5c, vcpus: 4 }, max-price: 0.2, lifetime: 1h, volume: { id: agv6 } }
  box: { kind: ssh, host: { env: BOX_HOST }, port: 2222, user: { env: BOX_USER }, key: { env: BOX_KEY }, host-key: { env: BOX_HOST_KEY } }
  shed: { kind: ssh, host: 203.0.113.7, key: ~/.ssh/id, host-key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm, price: 0.5 }
transfers:
  data: { direction: up, paths: [data, { from: models/base, to: base }], target: gpu }
  out: { direction: down, paths: [out], target: cpu }
sync: { include: [src], exclude: [src/old], up: [data] }
require: [data/train.parquet]
commands:
  train: { run: 'x "$@"', target: gpu, timeout: 45m, metrics: [{ output: [accuracy] }] }
  eval: { run: x, target: cpu, timeout: 15m }
  there: { run: x, target: box, timeout: 5m }
  shed: { run: x, target: shed, timeout: 2h }
  here: { run: x, timeout: 1m }
`;

function planOf(chain: string): Plan {
  const { plan, text } = planned(chain, yaml);
  if (!plan) throw new Error(text);
  return plan;
}

const text = (chain: string, options?: PlanTextOptions) =>
  planText(planOf(chain), styleFor({}, false), options);

test('pods of branches, of a block and of the run', () => {
  const chain =
    '/runpod-setup:gpu → /scp:data → retry:1 → parallel[/train:sigma-0.1 | /train:sigma-0.2 | /train:sigma-0.3] → /best-model:select → /eval → /scp:out';
  expect(text(chain)).toMatchSnapshot();
});

test('hosts that are there already, with variables named and never read', () => {
  vi.stubEnv('BOX_HOST', 'box.example.com');
  const told = text('/there → /shed → /here');
  vi.unstubAllEnvs();
  expect(told).toMatchSnapshot();
  expect(told).not.toContain('example.com');
});

test('what a target could get now, below it', () => {
  const offers = [
    { target: 'cpu', lines: ['cpu5c, secure, EU-RO-1: $0.14'] },
    { target: 'elsewhere', lines: ['not of this plan'] },
  ];
  const lines = text('/eval', { offers }).split('\n');
  const at = lines.findIndex((line) => line.includes('cpu5c, secure, EU-RO-1: $0.14'));
  expect(at).toBeGreaterThan(lines.findIndex((line) => line.includes('runpod runpod/base')));
  expect(at).toBeLessThan(lines.indexOf('pods'));
  expect(lines.join('\n')).not.toContain('not of this plan');
});

test('many pods are told in a few lines', () => {
  const many = Array.from({ length: 200 }, () => '/eval & /here').join(' → barrier → ');
  const told = text(many);
  expect(told.split('\n').filter((line) => line.includes('1 pod of cpu'))).toHaveLength(12);
  expect(told).toContain('… and 188 more of these');
});

test('a plan that stays here says nothing of hosts', () => {
  const told = text('/here');
  expect(told).not.toMatch(/targets|pods/);
  expect(planJson(planOf('/here')).estimate).not.toHaveProperty('pods');
});

test('as JSON', () => {
  const json = planJson(planOf('retry:1 → /train → /eval'));
  expect(json.targets?.gpu).toMatchObject({ kind: 'runpod', key: 'RUNPOD_API_KEY', maxPrice: 0.8 });
  expect(json.pods?.map(({ id, until }) => [id, until])).toEqual([
    ['run', '1-retry'],
    ['run-cpu', '2-eval'],
  ]);
  expect(json.sync?.require).toEqual([{ path: 'data/train.parquet' }]);
  expect(json.estimate.pods).toEqual({
    hostsPerUnit: 3,
    secondsToReady: 900,
    dollars: { run: 4.8, 'run-cpu': 0.2 },
  });
  // An hour of a pod for each of two attempts, and half an hour of the other.
  expect(json.estimate.dollars).toBeCloseTo(1.7, 9);
});
