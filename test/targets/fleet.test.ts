/** Pods of a run: who shares them, when they are made, and when they end. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RigRunpod, startRunpod } from '../rig/runpod.ts';
import { hasSshd } from '../rig/sshd.ts';
import { fleetProject, runFleet } from './fleet-rig.ts';

const cells = (...sigmas: string[]) => sigmas.map((sigma) => `/train:sigma-${sigma}`).join(' | ');

describe.skipIf(!hasSshd)('pods of a run', { timeout: 60_000 }, () => {
  let runpod: RigRunpod;
  beforeEach(async () => {
    runpod = await startRunpod();
  });
  afterEach(async () => {
    try {
      runpod.expectNothingLeft();
      expect(runpod.violations).toEqual([]);
    } finally {
      await runpod.stop();
    }
  });
  const made = () => runpod.ledger.entries().length;

  it('are shared by slots, and a branch stays on its own', async () => {
    const branches = ['0.10', '0.12', '0.15', '0.20'].map(
      (sigma) => `(/train:sigma-${sigma} → /check:sigma-${sigma})`,
    );
    const run = await runFleet(runpod, `parallel[${branches.join(' | ')}]`, { target: '    slots: 2' });
    expect(run.failures).toEqual([]);
    expect(run.state.pods.size).toBe(2);
    const measured = run.events.flatMap((event) =>
      event.type === 'unit-succeeded' && event.metrics.accuracy !== undefined ? [event.metrics.accuracy] : [],
    );
    expect(measured.sort()).toEqual([0.1, 0.12, 0.15, 0.2]);
  });

  it('fail once for all that wait for the same one', async () => {
    runpod.inject({ failure: 'pull-error', what: 'manifest-unknown' }, 9);
    const run = await runFleet(runpod, `parallel[${cells('0.10', '0.12')}]`, { target: '    slots: 2' });
    expect(run.failures).toHaveLength(2);
    expect(run.failures[0]?.message).toBe(run.failures[1]?.message);
    expect(run.failures[0]).toMatchObject({ class: 'usage', message: /look at `image:`/ });
    expect(made()).toBe(1);
  });

  it('that are ready take units that wait for one which never comes up, and that one is called off', async () => {
    // One of the two pods gets no address for as long as a pod may take.
    runpod.inject({ failure: 'readiness', what: 'no-ip' });
    const run = await runFleet(runpod, `parallel[${cells('0.10', '0.12', '0.15', '0.20')}]`, {
      target: '    slots: 2\n    pods: 2',
      options: { readiness: { handshake: 5, most: 1e6, silent: 1e6 } },
    });
    expect(run.failures).toEqual([]);
    expect(run.decision).toBe('passed');
    expect(made()).toBe(2);
    const pods = [...run.state.pods.values()];
    expect(pods.map(({ units }) => units.size).sort()).toEqual([0, 4]);
    const idle = pods.find(({ units }) => units.size === 0);
    expect(run.events).toContainEqual(
      expect.objectContaining({ type: 'pod-ended', pod: idle?.name, why: 'nobody needs it any more' }),
    );
  });

  it('go on being made for others when one that waited is called off', async () => {
    runpod.inject({ failure: 'slow-pull', seconds: 3 });
    const chain = 'parallel[timeout:1s → /train:sigma-0.10 | /train:sigma-0.12]';
    const run = await runFleet(runpod, chain, { target: '    slots: 2' });
    expect(made()).toBe(1);
    expect(run.events).toContainEqual(expect.objectContaining({ type: 'unit-succeeded' }));
  });

  it('each get the uploads that stand before, and are set up once', async () => {
    const run = await runFleet(runpod, `/scp:data → parallel[${cells('0.10', '0.12')}]`, {
      target: '    setup: test -f sent.txt || ls; date >> ~/prepared',
      project: 'transfers:\n  data: { direction: up, paths: [{ from: data.txt, to: sent.txt }] }',
    });
    expect(run.failures).toEqual([]);
    expect(made()).toBe(2);
    expect(run.printed.join('\n')).toContain('each pod gets it when it is made');
  });

  it('are not made for a whole sweep when their set-up fails', async () => {
    const run = await runFleet(runpod, `parallel[${cells('0.10', '0.11', '0.12', '0.13', '0.14', '0.15')}]`, {
      target: '    pods: 2\n    setup: seq 30; echo; echo no such package; exit 7',
    });
    expect(run.failures).toHaveLength(6);
    const numbers = Array.from({ length: 19 }, (_, index) => String(index + 12));
    expect(run.failures[0]?.tail).toEqual([...numbers, 'no such package']);
    const lines = run.said.filter((text) => text.includes('setup:'));
    expect(lines.filter((text) => !/^pod [0-9a-f]{6}: setup: \S/.test(text))).toEqual([]);
    expect(run.failures[0]).toMatchObject({
      class: 'provision',
      message: expect.stringMatching(/^`setup:` failed on \S+: exit code 7: no such package$/),
    });
    expect(made()).toBeLessThanOrEqual(4);
  });

  it.each([
    ['require: [gone.bin]', /`gone.bin`, which is not in/],
    [`require: [{ path: data.txt, sha256: ${'a'.repeat(64)} }]`, /data.txt.*sha256/s],
  ])('have what is required, or say what is missing (%s)', async (project, message) => {
    const run = await runFleet(runpod, '/train:sigma-0.10', { project });
    expect(run.failures).toMatchObject([{ class: 'usage', message: expect.stringMatching(message) }]);
  });

  it.each([
    [
      '/train:sigma-0.10',
      'sync: { source: working-tree, up: [big.bin] }',
      '`sync.up` names `big.bin`, which is',
    ],
    [
      '/scp:big → /train:sigma-0.10',
      'transfers: { big: { target: pod, direction: up, paths: [big.bin] } }',
      '`big.bin` is not there',
    ],
  ])('are not made for what this machine does not have (%s)', async (chain, more, message) => {
    const run = await runFleet(runpod, chain, more.startsWith('sync') ? { sync: more } : { project: more });
    expect(run.failures).toMatchObject([{ class: 'usage', message: expect.stringContaining(message) }]);
    expect(made()).toBe(0);
  });

  it('end with their cell while others run', async () => {
    const folder = fleetProject();
    const running = runFleet(runpod, 'parallel[/train:sigma-0.10 | /slow]', { folder });
    await expect.poll(() => made(), { timeout: 30_000 }).toBe(1);
    await expect.poll(() => runpod.ledger.alive(), { timeout: 30_000 }).toEqual([]);
    writeFileSync(join(folder, 'ended'), '');
    expect((await running).failures).toEqual([]);
  });

  it('give back what a failed command has left', async () => {
    const run = await runFleet(runpod, '/break');
    expect(run.failures).toMatchObject([{ class: 'exit-3' }]);
    expect(readFileSync(join(run.folder, 'units', idOf(run.events), 'part.txt'), 'utf8')).toBe('half\n');
    expect(made()).toBe(1);
  });

  it.each(['pod-intended', 'pod-created', 'pod-ready', 'unit-placed'])(
    'end when the run is cancelled at %s',
    async (at) => {
      const first = new AbortController();
      if (at === 'pod-created') runpod.inject({ failure: 'slow-pull', seconds: 30 }, 2);
      const run = await runFleet(runpod, `parallel[${cells('0.10', '0.12')}]`, {
        files: { wait: '' },
        first: first.signal,
        onEvent: ({ type }) => {
          if (type === at) first.abort('SIGINT');
        },
      });
      expect(run.decision).toBe('cancelled');
      expect([...run.state.pods.values()].every(({ proven, refused }) => proven || refused)).toBe(true);
    },
  );
});

function idOf(events: readonly { readonly type: string; readonly node?: string }[]): string {
  return events.find(({ type }) => type === 'unit-failed')?.node ?? '';
}
