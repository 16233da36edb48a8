/** What a sweep on pods costs stays under its budget, whatever the prices are and whoever is there to see to it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it as plain } from 'vitest';
import { builtins } from '../../src/builtins/target.ts';
import { openJournal } from '../../src/drivers/journal-file.ts';
import { drive } from '../../src/drivers/local.ts';
import type { RunEvent } from '../../src/engine/event.ts';
import { builtinTarget, initialState } from '../../src/engine/state.ts';
import type { Clock, Target } from '../../src/ports.ts';
import type { PodClock } from '../../src/runpod/pod-clock.ts';
import { remoteTarget } from '../../src/targets/remote.ts';
import { journalIn, noSignals, projectWith } from '../drivers/rig.ts';
import { type Pod, type RigRunpod, startRunpod } from '../rig/runpod.ts';
import { hasSshd } from '../rig/sshd.ts';
import { drivePods } from './pods-process-rig.ts';
import { planIn } from './remote-rig.ts';

const project = (more: string, lifetime = '1h') => `
name: budget
${more}
axes:
  sigma: { flag: --sigma, description: Noise }
metrics:
  accuracy: { unit: fraction, better: higher }
targets:
  pod:
    kind: runpod
    image: runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404
    gpu: [NVIDIA GeForce RTX 4090]
    max-price: 0.80
    pods: 2
    lifetime: ${lifetime}
commands:
  train:
    description: Trains without an end, but for the first cell
    shell: sh
    run: sh train.sh "$@"
    target: pod
    axes: [sigma]
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy] }]
`;
const training = `
mkdir -p "$ML_RUN_DIR"
[ "$2" = 0.10 ] || exec /bin/sleep infinity
echo '{"accuracy": 0.9}' > "$ML_RUN_DIR/metrics.json"
`;
const sweep = 'parallel[/train:sigma-0.20 | /train:sigma-0.30]';

interface Sweep {
  readonly events: readonly RunEvent[];
  readonly ended: ReturnType<typeof drive>;
}

/** All clocks follow the rig's. */
function begin(runpod: RigRunpod, text: string, chain: string): Sweep {
  const folder = projectWith({ 'ml-workflow.yml': text, 'train.sh': training });
  const plan = planIn(folder, { chain });
  const runDirectory = join(folder, 'run');
  mkdirSync(runDirectory);
  const after = (milliseconds: number, action: () => void) => runpod.clock.after(milliseconds / 1000, action);
  const clock: Clock = { now: () => new Date(runpod.clock.now() * 1000).toISOString(), after };
  const podClock: PodClock = {
    now: () => runpod.clock.now() * 1000,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const leave = () => {
          callOff();
          reject(signal?.reason);
        };
        const callOff = after(milliseconds, () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        });
        signal?.addEventListener('abort', leave, { once: true });
      }),
  };
  const declared = plan.targets?.pod;
  if (!declared) throw new Error('the plan has no pods');
  const pod = remoteTarget(declared, {
    ...{ name: 'pod', plan, workspace: folder, clock: podClock, leaseMilliseconds: 300 },
    reconnectMilliseconds: 1000,
    environment: { PATH: process.env.PATH, RUNPOD_API_KEY: runpod.key, RUNPOD_API_URL: runpod.url },
    revision: async () => ({ sha: null, dirty: false }),
    readiness: { poll: 0.2 },
  });
  const events: RunEvent[] = [];
  const ended = drive({
    ...{ state: initialState(plan), clock, run: 'budget', runDirectory, workspace: folder },
    journal: openJournal(join(folder, 'journal.jsonl'), clock, { lastSeq: 0, durability: 'batched' }),
    targets: new Map<string, Target>([
      [builtinTarget, builtins],
      ['pod', pod],
    ]),
    signals: noSignals,
    reporters: [{ event: (event) => events.push(event) }],
  });
  return { events, ended };
}

const of = ({ events }: Sweep, type: RunEvent['type']) => events.filter((event) => event.type === type);

/** As the real clock goes, and while `isIdle` a hundred times as fast. */
function pace(runpod: RigRunpod, isIdle: () => boolean): NodeJS.Timeout {
  let then = Date.now();
  return setInterval(() => {
    const now = Date.now();
    runpod.clock.advance(isIdle() ? 2 : (now - then) / 1000);
    then = now;
  }, 20);
}

/** As whoever drives the run does it over SSH. */
function renew({ container }: Pod, runpod: RigRunpod): void {
  const { home, bin, folder } = container ?? { home: '', bin: '', folder: '' };
  execFileSync('sh', ['-c', 'touch ~/.ml-workflow/lease'], {
    env: { HOME: home, PATH: `${bin}:/usr/bin:/bin`, RIG_POD_DIR: folder, RIG_CLOCK: runpod.clock.file },
  });
}

type Prepare = (runpod: RigRunpod) => void;

interface Place {
  runpod: RigRunpod;
  /** Time goes by until the result is called. */
  ticking: (isIdle: () => boolean) => () => void;
  /** To the end of the run; while all that is to run runs, time flies. */
  spent: (
    text: string,
    chain: string,
    prepare?: Prepare,
  ) => Promise<{
    readonly run: Sweep;
    readonly conclusion: Awaited<Sweep['ended']>['conclusion'];
    readonly dollars: number;
  }>;
}

const it = plain.extend<Place>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants a pattern
  runpod: async ({}, use) => {
    const runpod = await startRunpod({ virtualTime: true });
    try {
      await use(runpod);
      runpod.expectNothingLeft();
      expect(runpod.violations).toEqual([]);
    } finally {
      await runpod.stop();
    }
  },
  ticking: async ({ runpod }, use) => {
    const timers: NodeJS.Timeout[] = [];
    const stop = () => timers.forEach(clearInterval);
    try {
      await use((isIdle) => {
        timers.push(pace(runpod, isIdle));
        return stop;
      });
    } finally {
      stop();
    }
  },
  spent: async ({ runpod, ticking }, use) =>
    await use(async (text, chain, prepare) => {
      prepare?.(runpod);
      const run = begin(runpod, text, chain);
      ticking(() => {
        // A pod that has ended itself is looked for as long as a new one could still come up.
        if (of(run, 'budget-exceeded').length > 0) return runpod.ledger.alive().length === 0;
        const made = of(run, 'pod-created').length - of(run, 'pod-ended').length;
        const placed = of(run, 'unit-placed').length;
        const under = of(run, 'pod-intended').length === of(run, 'pod-ready').length;
        return under && placed >= 2 && made > 0;
      });
      const { conclusion } = await run.ended;
      return { run, conclusion, dollars: runpod.ledger.dollars() };
    }),
});

// Most of the time they wait: several at once, each with a RunPod and a clock of its own.
describe.skipIf(!hasSshd)('the budget of a sweep on pods', { concurrent: true }, () => {
  it('of the project ends what runs, keeps what is finished, and is not passed', async ({ spent }) => {
    const chain = `/train:sigma-0.10 → ${sweep}`;
    const { run, conclusion, dollars } = await spent(project('budget: 0.20usd'), chain);
    expect(conclusion).toMatchObject({ decision: 'failed', reasonCode: 'budget' });
    expect(of(run, 'unit-succeeded')).toMatchObject([{ metrics: { accuracy: 0.9 } }]);
    expect(of(run, 'pod-ended').every((event) => event.type === 'pod-ended' && event.proven)).toBe(true);
    expect(dollars).toBeLessThanOrEqual(0.2);
    // It was there to be spent.
    expect(dollars).toBeGreaterThan(0.1);
  });

  it('of the chain holds when each pod costs all that it may', async ({ spent }) => {
    const chain = `budget:0.20usd → ${sweep}`;
    const dear: Prepare = (runpod) => runpod.inject({ failure: 'price', factor: 0.8 / 0.74 }, 20);
    const { run, conclusion, dollars } = await spent(project('', '5m'), chain, dear);
    expect(conclusion).toMatchObject({ decision: 'failed', reasonCode: 'budget' });
    expect(of(run, 'pod-created')[0]).toMatchObject({ price: 0.8 });
    expect(dollars).toBeLessThanOrEqual(0.2);
    expect(dollars).toBeGreaterThan(0.1);
  });

  it('is not spent on pods that are dearer than they may be: they end at once', async ({ spent }) => {
    const dear: Prepare = (runpod) => runpod.inject({ failure: 'price', factor: 2 }, 20);
    const { run, conclusion, dollars } = await spent(project('budget: 0.20usd'), sweep, dear);
    expect(conclusion.decision).toBe('failed');
    expect(of(run, 'pod-ready')).toEqual([]);
    expect(of(run, 'pod-ended').length).toBeGreaterThan(0);
    expect(dollars).toBeLessThan(0.05);
  });

  it.for<[number, string, string]>([
    [1, '0.05usd', '/train:sigma-0.20'],
    [2, '0.10usd', sweep],
  ])(
    'is held by %i pods alone when nobody is left but for who renews their leases',
    async ([pods, budget, chain], { runpod, ticking }) => {
      const stop = ticking(() => false);
      const folder = projectWith({ 'ml-workflow.yml': project(`budget: ${budget}`), 'train.sh': training });
      writeFileSync(join(folder, 'plan.json'), JSON.stringify(planIn(folder, { chain })));
      // When all are placed.
      const { exit, said } = await drivePods(folder, runpod, { STOP_AT: String(1 + 5 * pods) }, 1);
      stop();
      expect(exit, said).toBe('SIGKILL');
      expect(journalIn(folder).filter(({ type }) => type === 'unit-placed')).toHaveLength(pods);
      const limit = Date.now() + 40_000;
      while (runpod.ledger.alive().length > 0) {
        if (Date.now() > limit) throw new Error('a pod has not ended itself');
        for (const { id } of runpod.ledger.alive()) renew(runpod.pod(id), runpod);
        runpod.clock.advance(10);
        await delay(150);
      }
      for (const { events } of runpod.ledger.entries())
        expect(events.at(-1)).toMatchObject({ what: 'terminate', by: 'pod' });
      const dollars = runpod.ledger.dollars();
      expect(dollars).toBeLessThanOrEqual(Number.parseFloat(budget));
      expect(dollars).toBeGreaterThan(Number.parseFloat(budget) / 3);
    },
  );
});
