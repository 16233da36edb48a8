/** Whole runs while RunPod and its hosts fail: what a person sees, and that nothing is left. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it as plain } from 'vitest';
import { type RigRunpod, startRunpod } from '../rig/runpod.ts';
import { hasSshd } from '../rig/sshd.ts';
import { fleetProject, runFleet } from './fleet-rig.ts';
import { until } from './rig.ts';

const train = '/train:sigma-0.10';
const held = { files: { wait: '' } };

const it = plain.extend<{ runpod: RigRunpod; letGo: () => void; started: (pods: number) => Promise<void> }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants a pattern
  runpod: async ({}, use) => {
    const runpod = await startRunpod();
    try {
      await use(runpod);
      runpod.expectNothingLeft();
      expect(runpod.violations).toEqual([]);
    } finally {
      await runpod.stop();
    }
  },
  /** What the unit waits for. */
  letGo: async ({ runpod }, use) =>
    await use(() => {
      for (const { container } of runpod.pods) container?.write('home/go', '');
    }),
  started: async ({ runpod }, use) =>
    await use(async (pods) => {
      const ran = () => runpod.pods.filter(({ container }) => container?.read('home/ran')).length;
      await until('the command runs on each pod', () => ran() === pods);
    }),
});

// Most of the time they wait: several at once, each with a RunPod of its own.
describe.skipIf(!hasSshd)('a run on pods', { timeout: 60_000, concurrent: true }, () => {
  it('F9: says which pods may be left when the key is revoked while they run', async ({
    runpod,
    letGo,
    started,
  }) => {
    const running = runFleet(runpod, train, held);
    await started(1);
    const [pod] = runpod.pods;
    runpod.inject({ failure: 'key-revoked' });
    letGo();
    const run = await running;
    expect(run.decision).toBe('passed');
    expect(run.said.join('\n')).toContain(`the pod ${pod?.name} (${pod?.id}) may still run and cost $0.74/h`);
    expect([...run.state.pods.values()]).toMatchObject([{ proven: false }]);
    await pod?.terminate('test');
  });

  it('F10: waits for two windows of requests that are used up', async ({ runpod }) => {
    runpod.inject({ failure: 'rate-limited', seconds: 1, hour: 2 });
    const run = await runFleet(runpod, train);
    expect(run.decision).toBe('passed');
    expect(runpod.requests.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(2);
  });

  it('F17: goes on with another host when one dies under it', async ({ runpod, letGo, started, expect }) => {
    const running = runFleet(runpod, train, held);
    await started(1);
    const [dead] = runpod.pods;
    runpod.inject({ failure: 'host-dies', pod: dead?.id ?? '' });
    await expect
      .poll(() => runpod.pods.filter(({ id }) => id !== dead?.id).length, { timeout: 55_000 })
      .toBe(1);
    await expect
      .poll(
        () => {
          letGo();
          return runpod.pods.some(({ id, container }) => id !== dead?.id && container?.read('home/ran'));
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    const run = await running;
    expect(run.decision).toBe('passed');
    expect(run.state.pods.size).toBe(2);
    expect(run.printed.join('\n')).toMatch(/does not answer; trying another host/);
  }, 90_000);

  it('F18: fails as `preempted` when all hosts were taken away, and keeps none', async ({ runpod }) => {
    const ended = new Set<string>();
    const timer = setInterval(() => {
      for (const { id, container } of runpod.pods) {
        if (ended.has(id) || !container?.read('home/ran')) continue;
        ended.add(id);
        runpod.inject({ failure: 'preempted', pod: id });
      }
    }, 50);
    const run = await runFleet(runpod, train, held);
    clearInterval(timer);
    expect(run.failures).toMatchObject([
      { class: 'preempted', message: expect.stringMatching(/is EXITED; it was the last of 3 hosts$/) },
    ]);
    expect(run.state.pods.size).toBe(3);
  }, 90_000);

  it('F18: ends well on record when the account has no money left', async ({ runpod, started }) => {
    const running = runFleet(runpod, train, held);
    await started(1);
    runpod.inject({ failure: 'balance', dollars: 0 });
    const run = await running;
    expect(run.failures).toMatchObject([{ class: 'budget', message: expect.stringMatching(/add credit/) }]);
    expect([...run.state.pods.values()].every(({ proven, refused }) => proven || refused)).toBe(true);
  }, 90_000);

  it('F19: a sweep in which all is dearer than the catalogue ends what it may not pay, and stops', async ({
    runpod,
  }) => {
    runpod.inject({ failure: 'price', factor: 3 }, 99);
    const chain = `parallel[${Array.from({ length: 10 }, (_, cell) => `/train:sigma-0.1${cell}`).join(' | ')}]`;
    const run = await runFleet(runpod, chain, { target: '    pods: 4' });
    expect(run.failures).toHaveLength(10);
    expect(run.failures[0]?.message).toMatch(/dearer than asked for: \$2.22\/h, and `max-price` is \$0.8/);
    expect(
      run.failures.filter(({ message }) => /^no further pod is made: \d/.test(message)).length,
    ).toBeGreaterThan(4);
    // Three, and those that were on their way.
    expect(runpod.ledger.entries().length).toBeLessThanOrEqual(7);
  });

  it('does not go on elsewhere when what an earlier command has left is gone with the host', async ({
    runpod,
    expect,
  }) => {
    let told = '';
    const folder = fleetProject();
    const running = runFleet(runpod, `${train} → /slow → /check:sigma-0.10`, {
      folder,
      onEvent: ({ type }) => {
        told += ` ${type}`;
      },
    });
    await expect.poll(() => / unit-succeeded unit-started/.test(told), { timeout: 30_000 }).toBe(true);
    runpod.inject({ failure: 'preempted', pod: runpod.pods[0]?.id ?? '' });
    writeFileSync(join(folder, 'ended'), '');
    const run = await running;
    expect(run.failures.at(-1)).toMatchObject({
      class: 'preempted',
      message: expect.stringMatching(/what `\/train:sigma-0.10` has left there is gone with it/),
    });
    expect(run.state.pods.size).toBe(1);
  });
});
