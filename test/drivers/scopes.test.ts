/** What the driver does for targets that make something outside: when a scope is over, and when a run may say how it ended. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal, readJournal, stateFrom } from '../../src/drivers/journal-file.ts';
import { drive } from '../../src/drivers/local.ts';
import type { PodFact } from '../../src/engine/event.ts';
import { builtinTarget, initialState } from '../../src/engine/state.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { RunOfTarget, Target, UnitOutcome } from '../../src/ports.ts';
import { clock } from '../../src/wiring.ts';
import { planIn, remoteProject } from '../targets/remote-rig.ts';
import { temporaryFolder } from '../targets/rig.ts';
import { linesOf } from './rig.ts';

const gave = (accuracy: number): UnitOutcome => ({
  is: 'succeeded',
  result: { seconds: 0, metrics: { accuracy, loss: 1, n: 10 }, values: {}, primary: 'accuracy' },
});

interface Outside {
  /** By the title of the unit. */
  readonly work?: (title: string) => Promise<UnitOutcome> | UnitOutcome;
  readonly released?: (scope: string) => void;
  readonly first?: AbortSignal;
  readonly second?: AbortSignal;
}

/** A target that puts a pod of each scope on record, and ends it a moment after it is released. */
function outside(plan: Plan, { work = () => gave(0.5), released }: Outside) {
  const log: string[] = [];
  const made = new Map<string, string>();
  const endings: Promise<void>[] = [];
  let run: RunOfTarget | undefined;
  const its = () => {
    if (!run) throw new Error('no run has begun');
    return run;
  };
  const target: Target = {
    slots: 8,
    begin: (begun) => {
      run = begun;
      log.push('begin');
    },
    async run({ unit }) {
      const scope = plan.pods?.find(({ units }) => units.includes(unit.id));
      if (scope && !made.has(scope.id)) {
        const pod = `pod-${made.size + 1}`;
        made.set(scope.id, pod);
        const intent: PodFact = {
          ...{ type: 'pod-intended', pod, target: 'pod', scope: scope.id },
          ...{ offer: 'any', price: 1, lifetime: 3600 },
        };
        its().record([intent]);
        its().record([{ type: 'pod-created', pod, id: `id-${pod}`, price: 1 }]);
      }
      await Promise.resolve();
      const outcome = await work(unit.title);
      log.push(`done ${unit.title}`);
      return outcome;
    },
    release(scope) {
      const pod = made.get(scope);
      log.push(`release ${scope}`);
      made.delete(scope);
      released?.(scope);
      if (pod === undefined) return;
      endings.push(
        new Promise((resolve) =>
          setTimeout(() => {
            its().record([{ type: 'pod-ended', pod, why: 'over', proven: true, seconds: 1, dollars: 0 }]);
            log.push(`ended ${scope}`);
            resolve();
          }, 20),
        ),
      );
    },
    async settled() {
      await Promise.all(endings);
      log.push('settled');
    },
  };
  return { target, log };
}

async function play(chain: string, options: Outside = {}) {
  const plan = planIn(remoteProject(), { chain });
  const folder = temporaryFolder();
  const path = join(folder, 'journal.jsonl');
  const { target, log } = outside(plan, options);
  const never = new AbortController().signal;
  const builtin: Target = { slots: 8, run: async () => gave(0.5) };
  const { conclusion } = await drive({
    state: initialState(plan),
    journal: openJournal(path, clock, { lastSeq: 0 }),
    clock,
    targets: new Map([
      ['pod', target],
      ['local', builtin],
      [builtinTarget, builtin],
    ]),
    reporters: [],
    ...{ run: 'r', runDirectory: folder, workspace: folder },
    signals: { first: options.first ?? never, second: options.second ?? never },
  });
  const types = linesOf(path).map((line) => (JSON.parse(line) as { type: string }).type);
  return { conclusion, log, types, state: stateFrom(plan, readJournal(path).events, path) };
}

describe('a scope of pods', () => {
  it('is over when its last unit has ended, while the chain goes on', async () => {
    const { log, types } = await play('/ssh:run-training → /analyze → /store-results');
    expect(log.filter((line) => line.startsWith('release'))).toHaveLength(1);
    expect(types.indexOf('pod-ended')).toBeLessThan(types.indexOf('run-concluded'));
  });

  it('is over for each cell by itself', async () => {
    let release = () => {};
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { conclusion } = await play(
      'parallel[/train:sigma-0.10 | /train:sigma-0.20] → /results:aggregate',
      {
        // The second cell ends only after the pod of the first was released: else this never ends.
        released: (scope) => scope.endsWith('0.10') && release(),
        async work(title) {
          if (title.includes('0.20')) await isReleased;
          return gave(0.5);
        },
      },
    );
    expect(conclusion.decision).toBe('passed');
  });

  it('is over when what would have used it is never reached', async () => {
    const { log, conclusion } = await play(
      'parallel[/train:sigma-0.10 → /if:acc>0.9 → /train:sigma-0.12 | /train:sigma-0.20] → /results:aggregate',
    );
    expect(conclusion.decision).not.toBe('failed');
    expect(log.filter((line) => line.startsWith('ended'))).toHaveLength(2);
  });

  it('has ended before the run says how it ended, also when a unit fails', async () => {
    const { log, types, state, conclusion } = await play('/ssh:run-training', {
      work: () => ({ is: 'failed', seconds: 0, class: 'exit-1', message: 'no', tail: [] }),
    });
    expect(conclusion.decision).toBe('failed');
    expect(log.at(-1)).toBe('settled');
    expect(types.at(-1)).toBe('run-concluded');
    expect([...state.pods.values()].every(({ proven }) => proven)).toBe(true);
  });

  it('has ended before a cancelled run says so', async () => {
    const first = new AbortController();
    const { types, conclusion } = await play('/ssh:run-training → /analyze', {
      first: first.signal,
      work: () => {
        first.abort('SIGINT');
        return { is: 'failed', seconds: 0, class: 'cancelled', message: 'cancelled', tail: [] };
      },
    });
    expect(conclusion.decision).toBe('cancelled');
    expect(types.slice(-2)).toEqual(['pod-ended', 'run-concluded']);
  });

  it('has ended before a run waits for a person', async () => {
    const { types, conclusion } = await play('/ssh:run-training → /approve:go → /analyze');
    expect(conclusion.decision).toBe('waiting');
    expect(types.indexOf('pod-ended')).toBeLessThan(types.indexOf('run-concluded'));
  });

  it('has ended also when the program makes a mistake', async () => {
    const plan = planIn(remoteProject(), { chain: '/ssh:run-training' });
    const folder = temporaryFolder();
    const path = join(folder, 'journal.jsonl');
    const { target, log } = outside(plan, {
      work: () => {
        throw new Error('a mistake');
      },
    });
    const never = new AbortController().signal;
    const driven = drive({
      state: initialState(plan),
      journal: openJournal(path, clock, { lastSeq: 0 }),
      clock,
      targets: new Map([['pod', target]]),
      reporters: [],
      ...{ run: 'r', runDirectory: folder, workspace: folder },
      signals: { first: never, second: never },
    });
    await expect(driven).rejects.toThrow('a mistake');
    expect(log.slice(-2)).toEqual([expect.stringMatching(/^ended /), 'settled']);
  });
});
