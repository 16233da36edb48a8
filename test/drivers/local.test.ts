/** The driver in this process: what it writes before it acts, how many units run at once, and our own mistakes. */
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutTornLine, openJournal, readJournal, stateFrom } from '../../src/drivers/journal-file.ts';
import { drive } from '../../src/drivers/local.ts';
import { lockRun } from '../../src/drivers/lock.ts';
import { builtinTarget, initialState } from '../../src/engine/state.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Clock, Reporter, Target, UnitOutcome } from '../../src/ports.ts';
import { prepare, wantedOf } from '../../src/prepare.ts';
import { after } from '../../src/targets/unit/timer.ts';
import { startRun } from '../../src/wiring.ts';
import { planOf } from '../engine/rig.ts';
import { temporaryFolder } from '../targets/rig.ts';
import { linesOf, noSignals, projectWith } from './rig.ts';

const clock: Clock = { now: () => '2026-01-01T00:00:00.000Z', after };
const done: UnitOutcome = { is: 'succeeded', result: { seconds: 0, metrics: {}, values: {} } };

function driveIn(
  folder: string,
  plan: Plan,
  run: Target['run'],
  reporters: readonly Reporter[] = [],
  slots = 4,
) {
  const path = join(folder, 'journal.jsonl');
  const journal = openJournal(path, clock);
  const [first, second] = [new AbortController(), new AbortController()];
  const state = initialState(plan);
  const target = { slots, run };
  const targets = new Map<string, Target>([
    ['local', target],
    [builtinTarget, { slots: 9, run: async () => done }],
  ]);
  const driven = drive({
    state,
    journal,
    targets,
    reporters,
    run: 'r',
    runDirectory: folder,
    workspace: folder,
    clock,
    signals: { first: first.signal, second: second.signal },
  });
  const conclusion = driven.then((result) => result.conclusion);
  return {
    driven,
    conclusion,
    state,
    path,
    cancel: () => (first.signal.aborted ? second : first).abort('SIGINT'),
  };
}

const typesIn = (path: string) => linesOf(path).map((line) => (JSON.parse(line) as { type: string }).type);

describe('the driver', () => {
  it('writes that a unit starts before it starts it, and what it gave before anything follows', async () => {
    const folder = temporaryFolder();
    const seen: string[][] = [];
    const { conclusion, path } = driveIn(folder, planOf('/a → /b'), async () => {
      seen.push(typesIn(path));
      return done;
    });
    expect(await conclusion).toMatchObject({ decision: 'passed' });
    const begin = ['run-started', 'unit-started', 'unit-succeeded'];
    expect(seen).toEqual([
      [...begin, 'unit-started'],
      [...begin, 'unit-started', 'unit-succeeded', 'unit-started'],
    ]);
    expect(typesIn(path).at(-1)).toBe('run-concluded');
  });

  it('gives each unit an empty directory of its own', async () => {
    const directories: string[] = [];
    const { conclusion } = driveIn(temporaryFolder(), planOf('/a → /a'), async ({ directory }) => {
      expect(linesOf(join(directory, 'x'))).toEqual([]);
      writeFileSync(join(directory, 'x'), 'x\n');
      directories.push(directory);
      return done;
    });
    await conclusion;
    expect(new Set(directories).size).toBe(2);
  });

  it('starts nothing when it is cancelled before it begins', async () => {
    const folder = temporaryFolder();
    const signals = { ...noSignals, first: AbortSignal.abort('SIGTERM') };
    const journal = openJournal(join(folder, 'journal.jsonl'), clock);
    const targets = new Map<string, Target>([
      [builtinTarget, { slots: 1, run: () => Promise.reject(new Error('started')) }],
    ]);
    const { conclusion } = await drive({
      state: initialState(planOf('/a')),
      journal,
      targets,
      reporters: [],
      run: 'r',
      runDirectory: folder,
      workspace: folder,
      clock,
      signals,
    });
    expect(conclusion).toEqual({
      decision: 'cancelled',
      reasonCode: 'cancelled',
      reason: 'cancelled by SIGTERM',
    });
  });

  const mistakes: readonly (readonly [string, (title: string) => Promise<UnitOutcome>])[] = [
    [
      'a target that rejects',
      (title) => (title === '/a' ? Promise.reject(new Error('ours')) : Promise.resolve(done)),
    ],
    [
      'a target that throws',
      (title) => {
        if (title === '/a') throw new Error('ours');
        return Promise.resolve(done);
      },
    ],
  ];
  it.each(mistakes)(
    'ends and awaits every unit before it throws for a mistake of ours: %s',
    async (_name, run) => {
      let ended = false;
      const { conclusion } = driveIn(
        temporaryFolder(),
        planOf('parallel[/b | /a]'),
        async ({ unit }, { signal }) => {
          if (unit.title !== '/b') return await run(unit.title);
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
          await new Promise((resolve) => setTimeout(resolve, 20));
          ended = true;
          return done;
        },
      );
      await expect(conclusion).rejects.toThrow('ours');
      expect(ended).toBe(true);
    },
  );

  it('tells every reporter the conclusion, also when one of them fails', async () => {
    const told: string[] = [];
    const reporters: Reporter[] = [
      { concluded: () => Promise.reject(new Error('no network')) },
      { concluded: ({ decision }) => void told.push(decision) },
    ];
    const { driven } = driveIn(temporaryFolder(), planOf('/a'), async () => done, reporters);
    expect(await driven).toMatchObject({ losses: ['a report is incomplete: no network'] });
    expect(told).toEqual(['passed']);
  });

  it('goes on without a reporter that throws, and says once that it did', async () => {
    let calls = 0;
    const seen: string[] = [];
    const reporters: Reporter[] = [
      {
        name: 'the view',
        event: () => {
          calls += 1;
          throw new Error('no terminal');
        },
        concluded: () => {
          calls += 1;
        },
      },
      { event: ({ type }) => void seen.push(type) },
    ];
    const { driven } = driveIn(temporaryFolder(), planOf('/a → /b'), async () => done, reporters);
    expect(await driven).toMatchObject({
      conclusion: { decision: 'passed' },
      losses: ['the view is incomplete: no terminal'],
    });
    expect(calls).toBe(1);
    expect(seen.at(-1)).toBe('run-concluded');
  });
});

describe('branches', () => {
  const stamped =
    'echo "start $(date +%s%N)" >> "$ML_RUN_DIR/../../../../../stamps"; "$@"; echo "end $(date +%s%N)" >> "$ML_RUN_DIR/../../../../../stamps"';
  const commands = (script: string) => `{ run: '${script.replaceAll("'", "''")}', shell: sh }`;
  const run = async (chain: string, scripts: Readonly<Record<string, string>>, slots = 8) => {
    const lines = Object.entries(scripts).map(([name, script]) => `  ${name}: ${commands(script)}`);
    const folder = projectWith({
      'ml-workflow.yml': `targets: { local: { kind: local, slots: ${slots} } }\ncommands:\n${lines.join('\n')}\n`,
    });
    const prepared = prepare({ wanted: wantedOf(chain, '<chain>'), folder, shownFrom: folder, given: [] });
    if (!prepared.plan) throw new Error(prepared.diagnostics.map(({ message }) => message).join('\n'));
    const { conclusion } = await startRun({
      plan: prepared.plan,
      workspace: folder,
      targets: prepared.targets,
      environment: { PATH: process.env.PATH },
      signals: noSignals,
      reporters: () => [],
    });
    expect(conclusion.reason).toBe('every command succeeded');
    return linesOf(join(folder, 'stamps')).map((line) => line.split(' ')) as [string, string][];
  };
  const mostAtOnce = (stamps: readonly (readonly [string, string])[]) => {
    let now = 0;
    let most = 0;
    for (const [what] of [...stamps].sort((a, b) => (BigInt(a[1]) < BigInt(b[1]) ? -1 : 1))) {
      now += what === 'start' ? 1 : -1;
      most = Math.max(most, now);
    }
    return most;
  };
  const meets = (own: string, other: string) =>
    stamped.replace('"$@"', `touch ${own}; while [ ! -e ${other} ]; do sleep 0.01; done`);
  const waits = stamped.replace('"$@"', 'sleep 0.05');

  it('really run at the same time: each waits for the other', async () => {
    const stamps = await run('parallel[/x | /y]', { x: meets('x', 'y'), y: meets('y', 'x') });
    expect(mostAtOnce(stamps)).toBe(2);
  });

  it('are bounded by `max`, and by the slots of their target', async () => {
    expect(mostAtOnce(await run('parallel:max=2[/x | /x | /x | /x | /x]', { x: waits }))).toBeLessThanOrEqual(
      2,
    );
    expect(mostAtOnce(await run('parallel[/x | /x | /x | /x | /x]', { x: waits }, 1))).toBe(1);
  });
});

describe('a journal', () => {
  const plan = planOf('/a → /b');
  const journal = async () => {
    const { conclusion, path } = driveIn(temporaryFolder(), plan, async () => done);
    await conclusion;
    return path;
  };

  it('is read back as it was written', async () => {
    const path = await journal();
    const { events, notice } = readJournal(path);
    expect(notice).toBeUndefined();
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(stateFrom(plan, events, path).conclusion?.decision).toBe('passed');
  });

  it('loses a torn last line, with a notice', async () => {
    const path = await journal();
    const whole = readFileSync(path, 'utf8');
    for (const cut of [1, 10, 40]) {
      writeFileSync(path, whole.slice(0, -cut));
      const read = readJournal(path);
      expect(read.events.length).toBe(whole.split('\n').length - 2);
      expect(read.notice).toBe(`${path}: the last line was torn and has been dropped`);
      expect(readFileSync(path, 'utf8'), 'reading changes nothing').toBe(whole.slice(0, -cut));
      cutTornLine(path, read);
      expect(readJournal(path)).toEqual({ events: read.events, bytes: read.bytes });
    }
  });

  it.each([
    ['no JSON', (lines: string[]) => lines.with(2, lines[2]?.slice(5) ?? ''), 3, 'damaged line'],
    ['a line that is gone', (lines: string[]) => lines.toSpliced(2, 1), 3, 'expected event 3'],
    ['a line twice', (lines: string[]) => lines.toSpliced(2, 0, lines[2] ?? ''), 4, 'expected event 4'],
    [
      'an event nobody knows',
      (lines: string[]) => lines.with(1, '{"seq":2,"at":"x","type":"pod-painted"}'),
      2,
      'unknown event `pod-painted`',
    ],
    [
      'an event that lacks something',
      (lines: string[]) => lines.with(1, '{"seq":2,"at":"x","type":"unit-started","node":"n"}'),
      2,
      '`unit-started` without `attempt`',
    ],
    [
      'another version',
      (lines: string[]) => lines.with(0, (lines[0] ?? '').replace('"schema":2', '"schema":3')),
      1,
      'written by another version of ml-workflow',
    ],
    [
      'a node of another plan',
      (lines: string[]) => lines.with(1, (lines[1] ?? '').replace('continue', 'other')),
      2,
      'the line does not follow from those before it',
    ],
  ])('that is damaged is an error that names the line: %s', async (_name, damage, line, what) => {
    const path = await journal();
    writeFileSync(path, `${damage(linesOf(path)).join('\n')}\n`);
    expect(() => stateFrom(plan, readJournal(path).events, path)).toThrow(`${path}:${line}: ${what}`);
  });

  it('with bytes of another program at its end is an error too', async () => {
    const path = await journal();
    appendFileSync(path, 'hello\n');
    expect(() => readJournal(path)).toThrow(/: damaged line$/);
  });
});

describe('a lock', () => {
  it('is given back only by who has it, and leaves no draft', () => {
    const folder = temporaryFolder();
    const unlock = lockRun(folder);
    writeFileSync(join(folder, 'driver.pid'), '1 1');
    unlock();
    expect(readdirSync(folder)).toEqual(['driver.pid']);
  });

  it('keeps a second driver out while the first lives, and is given back', () => {
    const folder = temporaryFolder();
    const unlock = lockRun(folder);
    expect(() => lockRun(folder)).toThrow(`the run is being driven by process ${process.pid}`);
    unlock();
    lockRun(folder)();
  });

  it.each(['999999999 1', `${process.pid} 1`, '', 'x'])(
    'of a process that is gone does not hold: %j',
    (text) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'driver.pid'), text);
      lockRun(folder)();
    },
  );
});
