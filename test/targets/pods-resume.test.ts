/** A run on pods that is cancelled, or waits for a person: its pods end first, and it goes on with new ones. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/engine/event.ts';
import { type FinishedRun, resumeRun, startRun } from '../../src/wiring.ts';
import { linesOf, projectWith } from '../drivers/rig.ts';
import { type RigRunpod, startRunpod } from '../rig/runpod.ts';
import { hasSshd } from '../rig/sshd.ts';
import { pacedClock } from './paced-clock.ts';
import { planIn } from './remote-rig.ts';
import { isAlive, numberIn, until } from './rig.ts';

const project = `
name: resume
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
sync: { source: working-tree }
commands:
  train:
    description: Trains until it is told to end
    shell: sh
    run: sh train.sh "$@"
    target: pod
    axes: [sigma]
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy] }]
`;
/** Ends where the tree that came with it says so. */
const training = `
echo "$*" >> ~/starts
echo $$ > ~/pid
mkdir -p "$ML_RUN_DIR"
until [ -e ends ]; do sleep 0.1; done
echo '{"accuracy": 0.9}' > "$ML_RUN_DIR/metrics.json"
`;
const sweep = 'parallel[/train:sigma-0.10 | /train:sigma-0.20]';
const run = 'resumed';

describe.skipIf(!hasSshd)('a run on pods', () => {
  let runpod: RigRunpod;
  let folder: string;
  let events: RunEvent[];
  let said: string[];
  let told: (event: RunEvent) => void;
  beforeEach(async () => {
    runpod = await startRunpod();
    folder = projectWith({ 'ml-workflow.yml': project, 'train.sh': training });
    events = [];
    said = [];
    told = () => undefined;
  });
  afterEach(async () => {
    try {
      runpod.expectNothingLeft();
      expect(runpod.violations).toEqual([]);
    } finally {
      await runpod.stop();
    }
  });

  const request = (first?: AbortController, second?: AbortController) => ({
    workspace: folder,
    environment: { PATH: process.env.PATH, RUNPOD_API_KEY: runpod.key, RUNPOD_API_URL: runpod.url },
    podClock: pacedClock(20),
    signals: {
      first: (first ?? new AbortController()).signal,
      second: (second ?? new AbortController()).signal,
    },
    reporters: () => [
      {
        event: (event: RunEvent) => {
          events.push(event);
          told(event);
        },
        notice: (text: string) => said.push(text),
      },
    ],
  });
  const begin = (chain: string, ...signals: AbortController[]): Promise<FinishedRun> =>
    startRun({
      ...request(...signals),
      run,
      plan: planIn(folder, { chain }),
      targets: new Map([['local', {}]]),
    });
  const goOn = (approvals: { label: string; approved: boolean; by: string }[] = []) =>
    resumeRun({ ...request(), run, approvals, notice: () => undefined });
  const letEnd = () => writeFileSync(join(folder, 'ends'), '');

  const of = (type: RunEvent['type']) => events.filter((event) => event.type === type);
  /** In the folder of a pod. */
  const onPods = (name: string): string[] =>
    runpod.ledger.entries().map(({ id }) => join(runpod.folder, 'pods', id, 'home', name));
  const starts = () => onPods('starts').flatMap(linesOf);
  const bothTrain = () => until('both train', () => starts().length === 2);
  const trainings = () => onPods('pid').map(numberIn);

  it('that is cancelled ends its pods before it is concluded, and goes on with new ones', async () => {
    const first = new AbortController();
    const running = begin(sweep, first);
    await bothTrain();
    first.abort('SIGINT');
    const { conclusion } = await running;
    expect(conclusion).toMatchObject({ decision: 'cancelled', reasonCode: 'cancelled' });
    expect(of('pod-ended')).toMatchObject([{ proven: true }, { proven: true }]);
    expect(events.at(-1)?.type).toBe('run-concluded');
    expect(runpod.ledger.alive()).toEqual([]);
    expect(trainings().filter(isAlive)).toEqual([]);

    letEnd();
    events = [];
    expect((await goOn())?.conclusion).toMatchObject({ decision: 'passed' });
    expect(of('pod-created')).toHaveLength(2);
    expect(of('unit-succeeded')).toHaveLength(2);
    expect(runpod.ledger.entries()).toHaveLength(4);
    expect(starts().sort()).toEqual([0.1, 0.1, 0.2, 0.2].map((sigma) => `--sigma ${sigma.toFixed(2)}`));
  });

  it('that is cancelled while its pods come up ends them, too', async () => {
    runpod.inject({ failure: 'stuck', at: 'STARTING' }, 2);
    const first = new AbortController();
    const running = begin(sweep, first);
    await until('both are made', () => of('pod-created').length === 2);
    first.abort('SIGINT');
    expect((await running).conclusion).toMatchObject({ decision: 'cancelled' });
    expect(of('pod-ready')).toEqual([]);
    expect(of('pod-ended')).toMatchObject([{ proven: true }, { proven: true }]);
    expect(runpod.ledger.alive()).toEqual([]);
  });

  it('that is cancelled twice asks each pod to end, and waits for no proof', async () => {
    // Deleted, they stay to be seen: nobody would wait for that.
    runpod.inject({ failure: 'lingers', seconds: 3600 }, 2);
    const [first, second] = [new AbortController(), new AbortController()];
    told = ({ type }) => {
      if (type === 'cancel-requested' && !second.signal.aborted) setTimeout(() => second.abort('SIGINT'), 0);
    };
    const running = begin(sweep, first, second);
    await bothTrain();
    first.abort('SIGINT');
    const finished = await running;
    expect(finished.conclusion).toMatchObject({ decision: 'cancelled' });
    const deleted = runpod.requests.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
    expect(new Set(deleted)).toEqual(new Set(runpod.ledger.entries().map(({ id }) => `/v2/pods/${id}`)));
    expect(of('pod-ended')).toMatchObject([{ proven: false }, { proven: false }]);
    expect(said.filter((text) => text.includes('may still run and cost'))).toHaveLength(2);
    runpod.clock.advance(3600);
    await until('RunPod has ended them', () => runpod.ledger.alive().length === 0);

    // What was not proven is, as soon as the run goes on.
    letEnd();
    events = [];
    expect((await goOn())?.conclusion).toMatchObject({ decision: 'passed' });
    const [pods] = [[...finished.state.pods.keys()]];
    expect(of('pod-ended')).toEqual(
      expect.arrayContaining(pods.map((pod) => expect.objectContaining({ pod, proven: true }))),
    );
  });

  it('whose ending is hurried by the second signal still ends and proves what RunPod ends', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    told = ({ type }) => {
      if (type === 'cancel-requested' && !second.signal.aborted) setTimeout(() => second.abort('SIGINT'), 0);
    };
    const running = begin(sweep, first, second);
    await bothTrain();
    first.abort('SIGINT');
    expect((await running).conclusion).toMatchObject({ decision: 'cancelled' });
    expect(of('pod-ended')).toMatchObject([{ proven: true }, { proven: true }]);
    expect(runpod.ledger.alive()).toEqual([]);
    expect(trainings().filter(isAlive)).toEqual([]);
  });

  it('that needs an approval in the middle ends its pods before it waits, and makes a new one behind it', async () => {
    letEnd();
    const { conclusion } = await begin('/train:sigma-0.10 → /approve:more → /train:sigma-0.20');
    expect(conclusion).toMatchObject({ decision: 'waiting', reasonCode: 'waiting-approval' });
    expect(of('pod-ended')).toMatchObject([{ proven: true }]);
    expect(events.at(-1)?.type).toBe('run-concluded');
    expect(runpod.ledger.alive()).toEqual([]);

    // Nobody has answered: nothing is made, and nothing asked.
    // Bills may be read again: they come late.
    const asked = () => runpod.requests.filter(({ path }) => !path.includes('/billing/')).length;
    const before = asked();
    expect((await goOn())?.conclusion).toMatchObject({ decision: 'waiting' });
    expect(asked()).toBe(before);

    const resumed = await goOn([{ label: 'more', approved: true, by: 'somebody' }]);
    expect(resumed?.conclusion).toMatchObject({ decision: 'passed' });
    expect(runpod.ledger.entries()).toHaveLength(2);
    expect(starts().sort()).toEqual(['--sigma 0.10', '--sigma 0.20']);
  });
});
