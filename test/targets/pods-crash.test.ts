/**
 * Whoever drives a run on pods is killed at every record of its journal, and where it talks to RunPod without one. Then
 * the pods end themselves, or the clean-up ends them, or the run goes on: in each case nothing is left, and nothing
 * twice. CI does one of the three after each kill, another one with another commit: see `sample.ts`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/engine/event.ts';
import { RunpodClient } from '../../src/runpod/client.ts';
import { reap } from '../../src/runpod/reap.ts';
import { endLeftPods, readRun } from '../../src/wiring.ts';
import { journalIn, linesOf, projectWith, runFolder } from '../drivers/rig.ts';
import { type Pod, type RigRunpod, type RunpodOptions, startRunpod } from '../rig/runpod.ts';
import { hasSshd } from '../rig/sshd.ts';
import { sampleOf } from '../sample.ts';
import { pacedClock } from './paced-clock.ts';
import { drivePods, environmentOn, owner, type Stop } from './pods-process-rig.ts';
import { planIn } from './remote-rig.ts';
import { until } from './rig.ts';

const pace = 20;
const atOnce = 3;

const project = `
name: crash
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
    lifetime: 1h
commands:
  train:
    description: Trains for a second
    shell: sh
    run: sh train.sh "$@"
    target: pod
    axes: [sigma]
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy] }]
`;
/** Each start leaves a line on its pod. */
const training = `
echo "$*" >> ~/starts
mkdir -p "$ML_RUN_DIR"
for epoch in 1 2 3 4; do
  echo "{\\"epoch\\": $epoch, \\"epochs\\": 4}"
  sleep 0.2
done
echo "{\\"accuracy\\": 0.9$(echo "$2" | tr -d 0.)}" > "$ML_RUN_DIR/metrics.json"
`;
const chain = 'parallel[/train:sigma-0.10 | /train:sigma-0.20]';

const nameOf = (stop: Stop) => Object.values(stop).join('+') || 'nowhere';

function newProject(file = project, wanted = chain): string {
  const folder = projectWith({ 'ml-workflow.yml': file, 'train.sh': training });
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(planIn(folder, { chain: wanted })));
  return folder;
}

/** Pods on which something was started, with what; one line for each start. */
function startsIn(runpod: RigRunpod): { readonly pod: string; readonly what: string }[] {
  return runpod.ledger
    .entries()
    .flatMap(({ id }) =>
      linesOf(join(runpod.folder, 'pods', id, 'home', 'starts')).map((what) => ({ pod: id, what })),
    );
}

/** By the arguments of the cell: what each has measured. */
function measuredIn(events: readonly RunEvent[]): Record<string, unknown> {
  return Object.fromEntries(
    events.flatMap((event) => (event.type === 'unit-succeeded' ? [[event.node, event.metrics]] : [])),
  );
}

const podsIn = (events: readonly RunEvent[], type: 'pod-intended' | 'pod-ready' | 'pod-ended') =>
  events.flatMap((event) => (event.type === type ? [event.pod] : []));

const boundaries: readonly Stop[] = ['file', 'made', 'read', 'known', 'deleted', 'removed'].flatMap((where) =>
  [1, 2].map((which) => ({ STOP_IN: `${where}:${which}` })),
);

let undisturbed: Promise<{ readonly events: readonly RunEvent[]; readonly out: string }> | undefined;
function plain() {
  undisturbed ??= (async () => {
    const runpod = await startRunpod();
    try {
      const folder = newProject();
      const { out, said, exit } = await drivePods(folder, runpod);
      expect(out, said).toContain('"decision":"passed"');
      expect(exit).toBe(0);
      const events = journalIn(folder);
      expect(podsIn(events, 'pod-ready')).toHaveLength(2);
      expect(startsIn(runpod).map(({ what }) => what)).toHaveLength(2);
      runpod.expectNothingLeft();
      expect(runpod.violations).toEqual([]);
      return { events, out };
    } finally {
      await runpod.stop();
    }
  })();
  // What is tried again must not be given the failure of before.
  undisturbed.catch(() => {
    undisturbed = undefined;
  });
  return undisturbed;
}

/** Every record, what it announces having begun or not, and every place without one. */
async function allStops(): Promise<readonly Stop[]> {
  const { events } = await plain();
  const records = events.map(
    (_, index): Stop => ({
      STOP_AT: String(index + 1),
      // Every other time what the record announces has begun.
      ...(index % 2 === 0 ? {} : { STOP_LATE: '60' }),
    }),
  );
  return [...records, ...boundaries];
}

/** Calls `check` for a sample of all stops, a few at once, with a project whose run was killed there. */
async function afterEachKill(
  phase: number,
  options: RunpodOptions,
  check: (killed: Killed) => Promise<void>,
): Promise<void> {
  const { taken, said } = sampleOf(await allStops(), { called: 'places', phase });
  console.log(`pods-crash, phase ${phase}: killed at ${said}`);
  const left = taken.values();
  const work = async () => {
    for (const { one: stop, turn } of left) {
      const runpod = await startRunpod(options);
      const ticking = options.virtualTime ? tick(runpod) : undefined;
      try {
        const folder = newProject();
        const { exit, said } = await drivePods(folder, runpod, stop);
        clearInterval(ticking);
        await runpod.hasHeardAll();
        const where = `killed at ${nameOf(stop)}: ${said}`;
        // Of the last records, the run may be over before it dies late.
        if (stop.STOP_LATE === undefined || exit !== 0) expect(exit, where).toBe('SIGKILL');
        await check({ runpod, folder, stop, turn, where });
        try {
          runpod.expectNothingLeft();
          expect(runpod.violations).toEqual([]);
        } catch (error) {
          throw new Error(`${where}\n${error instanceof Error ? error.message : String(error)}`);
        }
      } finally {
        clearInterval(ticking);
        await runpod.stop();
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

interface Killed {
  readonly runpod: RigRunpod;
  readonly folder: string;
  readonly stop: Stop;
  readonly turn: number;
  readonly where: string;
}

/** The virtual clock goes as the real one does. */
function tick(runpod: RigRunpod): NodeJS.Timeout {
  let then = Date.now();
  return setInterval(() => {
    const now = Date.now();
    runpod.clock.advance((now - then) / 1000);
    then = now;
  }, 10);
}

const aliveIn = (runpod: RigRunpod): readonly Pod[] => runpod.ledger.alive().map(({ id }) => runpod.pod(id));

/** As a schedule does it, long after. */
async function reaped(runpod: RigRunpod) {
  const client = new RunpodClient({ key: runpod.key, base: runpod.url });
  const paced = pacedClock(pace);
  const offset = runpod.clock.now() * 1000 - paced.now();
  const clock = { ...paced, now: () => paced.now() + offset };
  return await reap(client, { owner, clock });
}

/** What the driver has told a pod to do may go on for a while without it, and renew the lease. */
function isTold(runpod: RigRunpod): boolean {
  return runpod.processes().some((id) => {
    try {
      const words = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      return (
        (/^sshd[-\w]*: /.test(words) && !words.includes('[listener]')) || words.includes('.ml-workflow/lease')
      );
    } catch {
      return false;
    }
  });
}

const wasReached = ({ container }: Pod) => existsSync(join(container?.home ?? '', '.ml-workflow', 'lease'));

/** As much time as a watchdog sleeps, and then some in which it can look around. */
async function pass(runpod: RigRunpod): Promise<void> {
  runpod.clock.advance(10);
  await delay(100);
}

async function untilOver(runpod: RigRunpod, pods: readonly Pod[]): Promise<void> {
  const limit = Date.now() + 30_000;
  const isOver = ({ id }: Pod) => runpod.ledger.entry(id).endedAt !== undefined;
  while (!pods.every(isOver)) {
    if (Date.now() > limit)
      throw new Error(`has not ended itself: ${pods.map(({ log }) => log.text()).join('\n\n')}`);
    await pass(runpod);
  }
}

describe.skipIf(!hasSshd)('a sweep on pods whose driver is killed', () => {
  it('leaves pods that end themselves: those it has reached by their lease, the others at the end of their life', async () => {
    await afterEachKill(2, { virtualTime: true }, async ({ runpod, where }) => {
      const { clock, ledger } = runpod;
      const left = aliveIn(runpod);
      await until(`they have come up, ${where}`, () =>
        left.every(({ log }) => log.text().includes('Pod is ready')),
      );
      await until(`they have done what they were told, ${where}`, () => !isTold(runpod));
      const reached = left.filter(wasReached);
      const others = left.filter((pod) => !reached.includes(pod));
      clock.advance(500);
      await pass(runpod);
      await pass(runpod);
      expect(aliveIn(runpod), where).toEqual(left);
      // A clock that was set forward gets some time in which a renewal is due.
      clock.advance(100);
      await untilOver(runpod, reached);
      expect(aliveIn(runpod), where).toEqual(others);
      clock.advance(3600);
      await untilOver(runpod, others);
      for (const { id } of left)
        expect(ledger.entry(id).events.at(-1), where).toMatchObject({ what: 'terminate', by: 'pod' });
      clock.advance(600);
      expect(await reaped(runpod), where).toMatchObject({ pods: [] });
    });
  }, 600_000);

  it('leaves pods that the clean-up of the job ends, and puts on record', async () => {
    await afterEachKill(0, {}, async ({ runpod, folder, where }) => {
      const path = runFolder(folder);
      const said: string[] = [];
      const cleaned = () =>
        endLeftPods(path, environmentOn(runpod), (text) => said.push(text), pacedClock(pace));
      expect(await cleaned(), where).toEqual([]);
      const state = readRun(path);
      for (const { refused, proven, id } of state?.pods.values() ?? [])
        expect(refused !== undefined || (proven === true && id !== undefined), where).toBe(true);
      // What was never on record was never asked for.
      expect(runpod.ledger.entries().length, where).toBeLessThanOrEqual(state?.pods.size ?? 0);
      const { length } = runpod.requests;
      expect(await cleaned(), where).toEqual([]);
      expect(runpod.requests.length, where).toBe(length);
    });
  }, 600_000);

  it('goes on to the same end: pods that are ready are taken over, and no training is started twice', async () => {
    const undisturbed = await plain();
    await afterEachKill(1, {}, async ({ runpod, folder, stop, turn, where }) => {
      const before = existsSync(join(folder, '.ml-workflow')) ? journalIn(folder) : [];
      // Every third time the one that goes on is killed as well, when a unit has been placed again.
      if (stop.STOP_AT !== undefined && turn % 3 === 0)
        await drivePods(folder, runpod, { STOP_AT: String(Number(stop.STOP_AT) + 5) });
      const resumed = await drivePods(folder, runpod);
      const told = `${where}\nthen: ${resumed.said}`;
      expect(resumed.out, told).toBe(undisturbed.out);
      const events = journalIn(folder);
      expect(measuredIn(events), told).toEqual(measuredIn(undisturbed.events));
      const starts = startsIn(runpod);
      expect(starts.map(({ what }) => what).sort(), told).toEqual(['--sigma 0.10', '--sigma 0.20']);
      const [ready, ended] = [podsIn(before, 'pod-ready'), podsIn(before, 'pod-ended')];
      for (const pod of ready.filter((name) => !ended.includes(name))) {
        const scope = events.find((event) => event.type === 'pod-intended' && event.pod === pod);
        const rivals = events.filter(
          (event) =>
            event.type === 'pod-intended' &&
            scope?.type === 'pod-intended' &&
            event.scope === scope.scope &&
            event.seq > scope.seq,
        );
        expect(rivals, told).toEqual([]);
      }
    });
  }, 600_000);

  it('finds each training again where several share pods', async () => {
    const runpod = await startRunpod();
    try {
      const folder = newProject(
        project.replace('pods: 2', 'pods: 2\n    slots: 2'),
        'parallel[/train:sigma-0.10 | /train:sigma-0.12 | /train:sigma-0.15 | /train:sigma-0.20]',
      );
      // run-started; of four units start and place; of two pods intent, creation and readiness.
      const { exit, said } = await drivePods(folder, runpod, { STOP_AT: '15', STOP_LATE: '100' });
      expect(exit, said).toBe('SIGKILL');
      expect(journalIn(folder).filter(({ type }) => type === 'unit-placed')).toHaveLength(4);
      // Killed again when the first of them counts as started, and has not looked for what runs there.
      const { length } = journalIn(folder);
      const again = await drivePods(folder, runpod, { STOP_AT: String(length + 6) });
      expect(again.exit, again.said).toBe('SIGKILL');
      expect(journalIn(folder).at(-1)).toMatchObject({ type: 'unit-started', attempt: 2 });
      const resumed = await drivePods(folder, runpod);
      expect(resumed.out, resumed.said).toContain('"decision":"passed"');
      const sigmas = ['0.10', '0.12', '0.15', '0.20'];
      const starts = startsIn(runpod).map(({ what }) => what);
      expect(starts.sort(), resumed.said).toEqual(sigmas.map((sigma) => `--sigma ${sigma}`));
      runpod.expectNothingLeft();
    } finally {
      await runpod.stop();
    }
  });
});
