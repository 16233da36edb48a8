/** Money and keys of pods: what is paid is told, what nobody wants is not made, and no key of the account gets into one. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../src/drivers/journal-file.ts';
import { createRunFolder } from '../../src/drivers/run-folder.ts';
import type { Fact } from '../../src/engine/event.ts';
import { RunpodClient } from '../../src/runpod/client.ts';
import { clock, endLeftPods, readRun, startRun } from '../../src/wiring.ts';
import { projectWith } from '../drivers/rig.ts';
import { type RigRunpod, startRunpod } from '../rig/runpod.ts';
import { hasSshd } from '../rig/sshd.ts';
import { openAccount, order } from '../runpod/account.ts';
import { Ordering } from '../runpod/provision-rig.ts';
import { fleetProject, runFleet } from '../targets/fleet-rig.ts';
import { pacedClock } from '../targets/paced-clock.ts';
import { planIn } from '../targets/remote-rig.ts';

const noSignals = { first: new AbortController().signal, second: new AbortController().signal };

/** `more`: further targets. The command of that name runs on the first of them. */
function project(env: string, more = ''): string {
  const others = [...more.matchAll(/^ {2}(\w+):$/gm)].map(([, name]) => name);
  return `
name: guarded
metrics:
  accuracy: { unit: fraction, better: higher }
targets:
  pod:
    kind: runpod
    image: runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404
    gpu: [NVIDIA GeForce RTX 4090]
    max-price: 0.80
    lifetime: 1h
    key: { env: CLOUD_KEY }
${more}
sync: { source: working-tree }
commands:
  train:
    description: Shows what it was given
    shell: sh
    run: env
    timeout: 5m
    target: pod
    env: [${env}]
${others.map((name) => `  on-${name}: { description: Is elsewhere, shell: sh, run: 'true', timeout: 5m, target: ${name} }\n`).join('')}`;
}

const chainWith = (more: string) =>
  ['/train', ...[...more.matchAll(/^ {2}(\w+):$/gm)].map(([, name]) => `/on-${name}`)].join(' → ');

describe.skipIf(!hasSshd)('the keys of this machine', () => {
  let runpod: RigRunpod;
  beforeEach(async () => {
    runpod = await startRunpod();
  });
  afterEach(() => runpod.stop());

  const box = `  box:
    kind: ssh
    host: 127.0.0.1
    key: { env: BOX_KEY }
    host-key: { env: BOX_HOST_KEY }
`;
  it.each([
    ["the variable with the account's key", 'CLOUD_KEY', {}, /`CLOUD_KEY` to `pod`.*account key/],
    ['another one of the same value', 'WANDB_TOKEN', { WANDB_TOKEN: 'same' }, /`WANDB_TOKEN` to `pod`/],
    ['one that has the key in it', 'HEADER', { HEADER: 'Bearer same' }, /`HEADER` to `pod`/],
    [
      'the usual name, whatever the target uses',
      'RUNPOD_API_KEY',
      { RUNPOD_API_KEY: 'rpa_other_account' },
      /`RUNPOD_API_KEY` to `pod`/,
    ],
    ['the key of another host', 'BOX_KEY', { BOX_KEY: '/nowhere' }, /private key of the target `box`/],
  ])('go into no pod: %s', async (_name, env, more: Record<string, string>, message) => {
    const folder = projectWith({ 'ml-workflow.yml': project(env, box) });
    const values = Object.fromEntries(
      Object.entries(more).map(([name, value]) => [name, value.replace('same', runpod.key)]),
    );
    const running = startRun({
      ...{ plan: planIn(folder, { chain: chainWith(box) }), workspace: folder },
      targets: new Map([['local', {}]]),
      environment: {
        ...{ PATH: process.env.PATH, CLOUD_KEY: runpod.key, RUNPOD_API_URL: runpod.url },
        ...values,
      },
      signals: noSignals,
      podClock: pacedClock(20),
      reporters: () => [],
    });
    await expect(running).rejects.toThrow(message);
    await expect(running).rejects.not.toThrow(runpod.key);
    expect(runpod.requests).toEqual([]);
    expect(existsSync(join(folder, '.ml-workflow'))).toBe(false);
  });
});

describe('a pod that was called off while RunPod asks to wait', () => {
  it('is never asked for', async () => {
    await using account = await openAccount({ quota: { minute: 1 } });
    const { rig } = account;
    // A wait that only its signal ends.
    const sleep = (_milliseconds: number, signal?: AbortSignal) =>
      new Promise<void>((_, reject) => {
        if (signal?.aborted) reject(signal.reason);
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    const client = new RunpodClient({ key: rig.key, base: rig.url, sleep, now: account.clock.now });
    await client.pods();
    const unwanted = new AbortController();
    const asked = client.createPod(order(rig).body, undefined, unwanted.signal);
    unwanted.abort(new Error('nobody wants it'));
    await expect(asked).rejects.toThrow('nobody wants it');
    expect(rig.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

describe.skipIf(!hasSshd)('an order that was called off while RunPod asks to wait', () => {
  it('ends at once, and nothing of it stays on record as undecided', async () => {
    const ordering = await Ordering.open();
    try {
      const unwanted = new AbortController();
      const { error } = await ordering.order({
        signal: unwanted.signal,
        request: {
          // The last that is asked before the request goes out.
          affords: () => {
            ordering.rig.inject({ failure: 'rate-limited', seconds: 3000 });
            setTimeout(() => unwanted.abort(new Error('nobody wants it')), 300);
            return 3600;
          },
        },
      });
      expect(error).toMatchObject({ message: 'nobody wants it' });
      expect(ordering.told).toMatchObject([{ is: 'intended' }, { is: 'refused', class: 'cancelled' }]);
      expect(ordering.files()).toEqual([]);
      expect(ordering.rig.ledger.entries()).toEqual([]);
    } finally {
      await ordering.close();
    }
  }, 30_000);
});

describe.skipIf(!hasSshd)('a pod whose end could not be proven', () => {
  it('is ended once more before the run is over', async () => {
    const runpod = await startRunpod();
    try {
      runpod.inject({ failure: 'refused', on: 'delete', status: 403 });
      const folder = fleetProject();
      const run = await runFleet(runpod, '/train:sigma-0.10 → /slow', {
        folder,
        onEvent: (event) => {
          // The minute after which it is tried again, and some: one second here is twenty of the run.
          if (event.type === 'pod-ended')
            setTimeout(() => writeFileSync(join(folder, 'ended'), ''), event.proven ? 0 : 4_000);
        },
      });
      expect(run.decision).toBe('passed');
      const ends = run.events.flatMap((event) => (event.type === 'pod-ended' ? [event.proven] : []));
      expect(ends).toEqual([false, true]);
      runpod.expectNothingLeft();
    } finally {
      await runpod.stop();
    }
  }, 60_000);
});

describe.skipIf(!hasSshd)('two targets that one budget pays', () => {
  it('have pods whose lives are paid together, should nobody be there to end them', async () => {
    const runpod = await startRunpod();
    try {
      const second = `  other:
    kind: runpod
    image: runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404
    gpu: [NVIDIA GeForce RTX 4090]
    max-price: 0.80
    lifetime: 1h
    key: { env: CLOUD_KEY }
`;
      const folder = projectWith({ 'ml-workflow.yml': project('HOME', second) });
      const intended: number[] = [];
      await startRun({
        plan: planIn(folder, { chain: 'budget:0.74usd → parallel[/train | /on-other]' }),
        ...{ workspace: folder, targets: new Map([['local', {}]]) },
        environment: { PATH: process.env.PATH, CLOUD_KEY: runpod.key, RUNPOD_API_URL: runpod.url },
        ...{ signals: noSignals, podClock: pacedClock(20) },
        reporters: () => [
          {
            event: (event) => {
              if (event.type === 'pod-intended') intended.push(event.lifetime * event.price);
            },
          },
        ],
      });
      expect(intended).toHaveLength(2);
      // Dollars, of 3600 s.
      expect(intended.reduce((sum, one) => sum + one / 3600, 0)).toBeLessThanOrEqual(0.74);
      runpod.expectNothingLeft();
    } finally {
      await runpod.stop();
    }
  }, 60_000);
});

describe.skipIf(!hasSshd)('the pods of a run whose driver is gone', () => {
  let runpod: RigRunpod;
  beforeEach(async () => {
    runpod = await startRunpod();
  });
  afterEach(() => runpod.stop());

  const offer = 'RTX 4090, secure';

  /** A run whose driver was killed behind these facts. */
  function leftRun(facts: readonly Fact[], more = ''): string {
    const folder = projectWith({ 'ml-workflow.yml': project('HOME', more) });
    const plan = planIn(folder, { chain: chainWith(more) });
    const made = createRunFolder(folder, 'left-3f9a', plan, { local: { kind: 'local' } });
    const journal = openJournal(made.journal, clock);
    journal.append([
      { type: 'run-started', schema: 2, run: 'left-3f9a', workflow: plan.name } as unknown as Fact,
      ...facts,
    ]);
    journal.close();
    return made.path;
  }

  it('are told at the price that RunPod asks, which the driver never heard of', async () => {
    // The answer with the price was never seen.
    runpod.inject({ failure: 'price', factor: 2 });
    const { name, body } = order(runpod, { owner: 'local:0123456789abcdef' });
    const client = new RunpodClient({ key: runpod.key, base: runpod.url });
    const { cost } = await client.createPod(body);
    expect(cost).toBeGreaterThan(1);
    const path = leftRun([
      {
        type: 'pod-intended',
        target: 'pod',
        scope: scopeOf(),
        pod: name,
        offer,
        price: 0.74,
        lifetime: 3600,
      },
    ]);
    const left = await endLeftPods(path, environmentOf(runpod), () => {}, pacedClock(20));
    expect(left).toEqual([]);
    runpod.expectNothingLeft();
    const pod = readRun(path)?.pods.get(name);
    expect(pod).toMatchObject({ price: cost, quoted: 0.74, proven: true });
  });

  it('end although another target of the run can no longer be used', async () => {
    const { name, body } = order(runpod, { owner: 'local:0123456789abcdef' });
    const client = new RunpodClient({ key: runpod.key, base: runpod.url });
    const { id } = await client.createPod(body);
    const path = leftRun(
      [
        { type: 'pod-intended', target: 'pod', scope: scopeOf(), pod: name, offer, price: 0.74, lifetime: 9 },
        { type: 'pod-created', pod: name, id, price: 0.74 },
      ],
      `  other:
    kind: runpod
    image: runpod/base:1
    cpu: { id: cpu3c, vcpus: 2 }
    max-price: 0.80
    lifetime: 1h
    key: { env: NOT_SET }
  box:
    kind: ssh
    host: { env: NOT_SET }
    key: { env: NOT_SET }
    host-key: { env: NOT_SET }
`,
    );
    const said: string[] = [];
    const environment = environmentOf(runpod);
    expect(await endLeftPods(path, environment, (text) => said.push(text), pacedClock(20))).toEqual([]);
    runpod.expectNothingLeft();
    expect(said.join('\n')).toMatch(/NOT_SET is not set/);
  });

  function scopeOf(): string {
    const folder = projectWith({ 'ml-workflow.yml': project('HOME') });
    return planIn(folder, { chain: '/train' }).pods?.[0]?.id ?? '';
  }

  const environmentOf = ({ key, url }: RigRunpod) => ({
    ...{ PATH: process.env.PATH, CLOUD_KEY: key, RUNPOD_API_URL: url },
    ML_WORKFLOW_OWNER: 'local:0123456789abcdef',
  });
});
