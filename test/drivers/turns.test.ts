/** How the driver turns the crank: timers, units that are ended one by one, approvals, and what a unit is told. */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutTornLine, openJournal, readJournal, stateFrom } from '../../src/drivers/journal-file.ts';
import { type Drive, drive } from '../../src/drivers/local.ts';
import { builtinTarget, initialState, type RunState } from '../../src/engine/state.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Clock, Journal, Target, UnitOutcome, UnitRequest } from '../../src/ports.ts';
import { temporaryFolder } from '../targets/rig.ts';
import {
  approval,
  budget,
  handlers,
  or,
  parallel,
  planOf,
  retry,
  script,
  sequence,
  timeout,
  unit,
  wait,
} from './plan-rig.ts';
import { linesOf, noSignals } from './rig.ts';

const done: UnitOutcome = { is: 'succeeded', result: { seconds: 0, metrics: {}, values: {} } };
const failed: UnitOutcome = { is: 'failed', seconds: 0, class: 'exit-1', message: 'no', tail: [] };
const cancelled: UnitOutcome = { ...failed, class: 'cancelled' };

/** Time stands still but for timers: the next one rings at once. */
function leapingClock(): Clock & { readonly slept: number[] } {
  let now = Date.parse('2026-01-01T00:00:00.000Z');
  const slept: number[] = [];
  return {
    slept,
    now: () => new Date(now).toISOString(),
    after(milliseconds, action) {
      const timer = setTimeout(() => {
        slept.push(milliseconds);
        now += milliseconds;
        action();
      });
      return () => clearTimeout(timer);
    },
  };
}

const plain = (...names: readonly string[]) => names.map((name) => script(name, ':'));

interface Playing extends Partial<Drive> {
  readonly run?: never;
}

function driveIn(folder: string, plan: Plan, work: Target['run'], more: Playing = {}) {
  const path = join(folder, 'journal.jsonl');
  const before = more.state?.seq ?? 0;
  const clock = more.clock ?? leapingClock();
  const state: RunState = more.state ?? initialState(plan);
  const target: Target = { slots: 8, run: work };
  const driven = drive({
    journal: openJournal(path, clock, { lastSeq: before }),
    targets: new Map([
      ['local', target],
      [builtinTarget, target],
    ]),
    reporters: [],
    runDirectory: folder,
    workspace: folder,
    signals: noSignals,
    ...more,
    run: 'r',
    clock,
    state,
  }).then(({ conclusion }) => conclusion);
  return { driven, state, path };
}

const typesIn = (path: string) => linesOf(path).map((line) => (JSON.parse(line) as { type: string }).type);
const again = (plan: Plan, path: string) => stateFrom(plan, readJournal(path).events, path);

/** Ends as cancelled when it is told to end. */
const untilEnded = (signal: AbortSignal) =>
  new Promise<UnitOutcome>((resolve) => signal.addEventListener('abort', () => resolve(cancelled)));

describe('time', () => {
  it('is slept away, and the run goes on by itself', async () => {
    const clock = leapingClock();
    const plan = planOf(sequence(wait(3600), retry(2, 60)(unit('a'))), plain('a'));
    let starts = 0;
    const { driven, path } = driveIn(
      temporaryFolder(),
      plan,
      async () => {
        starts += 1;
        return starts < 3 ? failed : done;
      },
      { clock },
    );
    expect(await driven).toMatchObject({ decision: 'passed' });
    expect(clock.slept.map((milliseconds) => Math.round(milliseconds / 1000))).toEqual([3600, 60, 60]);
    expect(typesIn(path).filter((type) => /waited|retry/.test(type))).toEqual([
      'waited',
      ...['retry-scheduled', 'retry-started', 'retry-scheduled', 'retry-started'],
    ]);
  });

  it('that money buys ends with it, though the first command is the dear one', async () => {
    const plan = planOf(budget(2)(unit('dear')), plain('dear'));
    const clock = leapingClock();
    const { driven, path } = driveIn(
      temporaryFolder(),
      { ...plan, prices: { local: 4 } },
      async (_request, { signal }) => await untilEnded(signal),
      { clock },
    );
    expect(await driven).toMatchObject({ decision: 'failed', reasonCode: 'budget' });
    expect(clock.slept).toEqual([1_800_000]);
    expect(typesIn(path)).toContain('budget-exceeded');
  });

  it('that is over ends the one unit, and no other', async () => {
    const plan = planOf(
      parallel(or(timeout(5)(unit('slow')), unit('instead')), unit('beside')),
      plain('slow', 'instead', 'beside'),
    );
    const ended: string[] = [];
    let letGo: (outcome: UnitOutcome) => void = () => {};
    const { driven } = driveIn(temporaryFolder(), plan, async ({ unit: { command } }, { signal }) => {
      signal.addEventListener('abort', () => ended.push(command));
      if (command === 'slow') return await untilEnded(signal);
      if (command === 'beside')
        return await new Promise<UnitOutcome>((resolve) => {
          letGo = resolve;
        });
      letGo(done);
      return done;
    });
    expect((await driven).decision).not.toBe('failed');
    expect(ended).toEqual(['slow']);
  });
});

describe('a cancel', () => {
  it('ends what runs, not its handlers; the second one ends these too', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const plan = planOf(handlers(unit('work'), unit('last')), plain('work', 'last'));
    const ended: string[] = [];
    const { driven, path } = driveIn(
      temporaryFolder(),
      plan,
      async ({ unit: { command } }, { signal }) => {
        queueMicrotask(() => (command === 'work' ? first : second).abort('SIGINT'));
        const outcome = await untilEnded(signal);
        ended.push(command);
        return outcome;
      },
      { signals: { first: first.signal, second: second.signal } },
    );
    expect(await driven).toMatchObject({ decision: 'cancelled', reason: 'cancelled by SIGINT' });
    expect(ended).toEqual(['work', 'last']);
    expect(typesIn(path)).toEqual([
      'run-started',
      ...['unit-started', 'cancel-requested', 'unit-failed'],
      ...['unit-started', 'cancel-requested', 'unit-failed'],
      'run-concluded',
    ]);
  });
});

describe('a cancel from inside', () => {
  it('is heard behind what is being done, and the journal stays whole', async () => {
    const cancel = new AbortController();
    const plan = planOf(parallel(unit('a'), unit('b'), unit('c')), plain('a', 'b', 'c'));
    const { driven, path, state } = driveIn(
      temporaryFolder(),
      plan,
      async (_request, { signal }) => await untilEnded(signal),
      {
        signals: { ...noSignals, first: cancel.signal },
        // In the middle of starting three units.
        reporters: [{ event: ({ type }) => void (type === 'unit-started' && cancel.abort('SIGINT')) }],
      },
    );
    expect(await driven).toMatchObject({ decision: 'cancelled' });
    expect(again(plan, path)).toEqual(state);
    expect(typesIn(path).filter((type) => type === 'cancel-requested').length).toBe(1);
  });
});

describe('a disk that is full', () => {
  it('in the middle of a line ends what runs, says why, and the run goes on when there is room', async () => {
    const folder = temporaryFolder();
    const plan = planOf(sequence(parallel(unit('a'), unit('b')), unit('c')), plain('a', 'b', 'c'));
    const path = join(folder, 'journal.jsonl');
    const clock = leapingClock();
    const whole = openJournal(path, clock);
    const ended: string[] = [];
    const journal: Journal = {
      ...whole,
      append(facts) {
        if (facts[0]?.type !== 'unit-succeeded') return whole.append(facts);
        appendFileSync(path, '{"seq":4,"at":"2026-');
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { syscall: 'write' });
      },
    };
    const work: Target['run'] = async ({ unit: { command } }, { signal }) => {
      if (command === 'a') return done;
      const outcome = await untilEnded(signal);
      ended.push(command);
      return outcome;
    };
    const { driven } = driveIn(folder, plan, work, { journal });
    await expect(driven).rejects.toThrow('the run could not go on: ENOSPC');
    expect(ended).toEqual(['b']);
    whole.close();

    const read = readJournal(path);
    cutTornLine(path, read);
    const ran: string[] = [];
    const resumed = driveIn(
      folder,
      plan,
      async ({ unit: { command }, attempt }) => {
        ran.push(`${command}.${attempt}`);
        return done;
      },
      { state: stateFrom(plan, read.events, path) },
    );
    expect(await resumed.driven).toMatchObject({ decision: 'passed' });
    expect(ran).toEqual(['a.2', 'b.2', 'c.1']);
  });
});

describe('a long stretch of commands that take no time', () => {
  it('does not keep a signal waiting', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const names = Array.from({ length: 3000 }, (_, index) => `c${index}`);
    const plan = planOf(sequence(...names.map((name) => unit(name))), plain(...names));
    const { driven, state } = driveIn(temporaryFolder(), plan, () => Promise.resolve(done), {
      signals: { first: first.signal, second: second.signal },
    });
    // Runs with the event loop, as a signal's handler does; the commands alone would never let it.
    setImmediate(() => setImmediate(() => first.abort('SIGTERM')));
    expect(await driven).toMatchObject({ decision: 'cancelled' });
    expect(state.starts.size).toBeLessThan(names.length);
  });
});

describe('a run that is resumed', () => {
  it('says so right behind what was interrupted, and only when it was open', async () => {
    const folder = temporaryFolder();
    const plan = planOf(parallel(unit('a'), unit('b')), plain('a', 'b'));
    const path = join(folder, 'journal.jsonl');
    const journal = openJournal(path, leapingClock());
    const [, a, b] = plan.nodes;
    if (!a || !b) throw new Error('no units');
    journal.append([
      { type: 'run-started', schema: 2, run: 'r', workflow: 'chain' },
      { type: 'unit-started', node: a.id, attempt: 1, directory: `units/${a.id}` },
      { type: 'unit-started', node: b.id, attempt: 1, directory: `units/${b.id}` },
      { type: 'unit-succeeded', node: b.id, attempt: 1, seconds: 1, metrics: {}, values: {} },
    ]);
    journal.close();
    const { driven } = driveIn(folder, plan, async () => done, { state: again(plan, path) });
    expect(await driven).toMatchObject({ decision: 'passed' });
    const types = typesIn(path);
    expect(types.slice(4)).toEqual([
      ...['unit-interrupted', 'run-resumed', 'unit-started', 'unit-succeeded', 'run-concluded'],
    ]);
    const over = driveIn(folder, plan, async () => done, { state: again(plan, path) });
    expect(await over.driven).toMatchObject({ decision: 'passed' });
    expect(typesIn(path)).toEqual(types);
  });
});

describe('an approval', () => {
  const plan = planOf(sequence(approval('go'), unit('a')), plain('a'));

  it('stops the run until it is given with a resume; any other word is not for it', async () => {
    const folder = temporaryFolder();
    const first = driveIn(folder, plan, async () => done);
    expect(await first.driven).toMatchObject({ decision: 'waiting' });
    const { path } = first;
    const length = typesIn(path).length;

    for (const approvals of [[], [{ label: 'other', approved: true, by: 'me' }]]) {
      const still = driveIn(folder, plan, async () => done, { state: again(plan, path), approvals });
      expect(await still.driven).toMatchObject({ decision: 'waiting' });
      expect(typesIn(path).length, 'nothing has happened').toBe(length);
    }
    const approvals = [{ label: 'go', approved: true, by: 'somebody' }];
    const given = driveIn(folder, plan, async () => done, { state: again(plan, path), approvals });
    expect(await given.driven).toMatchObject({ decision: 'passed' });
    expect(typesIn(path).slice(length, length + 2)).toEqual(['run-resumed', 'approval-given']);
    expect(readFileSync(path, 'utf8')).toContain('"by":"somebody"');
  });

  it('that is refused fails', async () => {
    const folder = temporaryFolder();
    const { driven, path } = driveIn(folder, plan, async () => done);
    await driven;
    const refused = driveIn(folder, plan, async () => done, {
      state: again(plan, path),
      approvals: [{ approved: false, by: 'somebody' }],
    });
    expect(await refused.driven).toMatchObject({ decision: 'failed' });
  });

  it('is asked of a person who is there, one question at a time, and the run does not conclude meanwhile', async () => {
    const two = planOf(parallel(approval('one'), approval('two')), []);
    let asking = 0;
    const asked: string[] = [];
    const { driven, path } = driveIn(temporaryFolder(), two, async () => done, {
      ask: async (label) => {
        asking += 1;
        expect(asking).toBe(1);
        asked.push(label);
        await new Promise((resolve) => setTimeout(resolve, 5));
        asking -= 1;
        return true;
      },
    });
    expect(await driven).toMatchObject({ decision: 'passed' });
    expect(asked).toEqual(['one', 'two']);
    expect(typesIn(path).filter((type) => type === 'run-concluded').length).toBe(1);
  });

  it('waits when nobody can be asked, and is asked again by a resume', async () => {
    const folder = temporaryFolder();
    const { driven, path } = driveIn(folder, plan, async () => done, {
      ask: () => Promise.reject(new Error('no terminal')),
    });
    expect(await driven).toMatchObject({ decision: 'waiting' });
    const resumed = driveIn(folder, plan, async () => done, {
      state: again(plan, path),
      ask: async () => true,
    });
    expect(await resumed.driven).toMatchObject({ decision: 'passed' });
  });

  it('is no longer asked once the run is cancelled, and open again when it goes on', async () => {
    const cancel = new AbortController();
    const folder = temporaryFolder();
    let takenBack = false;
    const { driven, path } = driveIn(folder, plan, async () => done, {
      signals: { ...noSignals, first: cancel.signal },
      ask: (_label, signal) => {
        setTimeout(() => cancel.abort('SIGINT'));
        return new Promise((resolve) =>
          signal.addEventListener('abort', () => {
            takenBack = true;
            resolve(true);
          }),
        );
      },
    });
    expect(await driven).toMatchObject({ decision: 'cancelled' });
    expect(takenBack).toBe(true);
    const approvals = [{ approved: true, by: 'somebody' }];
    const resumed = driveIn(folder, plan, async () => done, { state: again(plan, path), approvals });
    expect(await resumed.driven).toMatchObject({ decision: 'passed' });
  });

  it('whose time runs out while a person is asked is taken back', async () => {
    const limited = planOf(or(timeout(60)(approval('go')), unit('a')), plain('a'));
    let takenBack = false;
    const { driven } = driveIn(temporaryFolder(), limited, async () => done, {
      ask: (_label, signal) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => {
            takenBack = true;
            resolve(true);
          }),
        ),
    });
    expect((await driven).decision).not.toBe('waiting');
    expect(takenBack).toBe(true);
  }, 5_000);
});

describe('what a unit is told', () => {
  it('the result before it, whether its output is read, and what has finished', async () => {
    const plan = planOf(
      sequence(unit('says'), unit('reads', { input: ['says'] }), unit('state:save', { words: ['x'] })),
      plain('says', 'reads'),
    );
    const folder = temporaryFolder();
    const told = new Map<string, UnitRequest>();
    const { driven } = driveIn(folder, plan, async (request) => {
      told.set(request.unit.command, request);
      if (request.unit.command !== 'says') return done;
      return {
        is: 'succeeded',
        result: { seconds: 1, metrics: {}, values: { result: '7' }, stdout: 'stdout' },
      };
    });
    await driven;
    expect(told.get('says')).toMatchObject({ keepsOutput: true });
    expect(told.get('says')?.previous).toBeUndefined();
    expect(told.get('reads')).toMatchObject({
      keepsOutput: false,
      previous: { text: '7', stdout: join(told.get('says')?.directory ?? '', 'stdout') },
    });
    expect(told.get('reads')?.checkpoint).toBeUndefined();
    const { finished = {} } = told.get('state:save')?.checkpoint ?? {};
    expect(Object.keys(finished).map((key) => key.split(' ')[0])).toEqual(['2-says', '3-reads']);
  });
});

describe('results of an earlier run', () => {
  const plan = planOf(sequence(unit('a'), unit('b'), unit('c')), plain('a', 'b', 'c'));

  it('that a unit has read are offered before it counts as done, and taken over', async () => {
    const loading = planOf(
      sequence(
        unit('state:load', { words: ['x'] }),
        unit('a'),
        unit('state:save', { words: ['x'] }),
        unit('b'),
      ),
      plain('a', 'b'),
    );
    let saved: UnitRequest['checkpoint'];
    const run = async (): Promise<{ ran: string[]; path: string }> => {
      const ran: string[] = [];
      const { driven, path } = driveIn(
        temporaryFolder(),
        loading,
        async ({ unit: { command }, checkpoint }) => {
          ran.push(command);
          if (command === 'state:load' && saved)
            return {
              ...done,
              is: 'succeeded',
              result: { seconds: 0, metrics: {}, values: {} },
              offered: { from: 'x', ...saved },
            };
          if (command === 'state:save') saved = checkpoint;
          return done;
        },
      );
      await driven;
      return { ran, path };
    };
    expect((await run()).ran).toEqual(['state:load', 'a', 'state:save', 'b']);
    const second = await run();
    expect(typesIn(second.path).slice(0, 5)).toEqual([
      ...['run-started', 'unit-started', 'results-offered', 'unit-succeeded', 'unit-reused'],
    ]);
    expect(second.ran).toEqual(['state:load', 'state:save', 'b']);
  });

  it('are offered to a fresh run right at its start', async () => {
    const { driven, path } = driveIn(temporaryFolder(), plan, async () => done, {
      offered: { from: 'old', finished: {} },
    });
    await driven;
    expect(typesIn(path).slice(0, 3)).toEqual(['run-started', 'results-offered', 'unit-started']);
  });
});
