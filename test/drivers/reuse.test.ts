/** A chain that was edited: what stands before the first change is taken over from the earlier run, with its files. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences } from '../../src/drivers/differences.ts';
import type { RunEvent } from '../../src/engine/event.ts';
import { fold } from '../../src/engine/evolve.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { whyOf } from '../../src/reports/why.ts';
import { startRun } from '../../src/wiring.ts';
import {
  assign,
  type Element,
  parallel,
  planOf,
  repeat,
  retry,
  script,
  sequence,
  timeout,
  unit,
} from './plan-rig.ts';
import { linesOf, noSignals, projectWith } from './rig.ts';

const noted = (name: string, text = ':', more: Parameters<typeof script>[2] = {}) =>
  script(name, `echo ${name} >> ran; ${text}`, more);
const scripts = [
  noted('one', 'echo accuracy=0.9 > "$ML_OUTPUT"', { measures: true }),
  noted('two', 'echo said; echo file > "$ML_RUN_DIR/kept"'),
  noted('three', 'cat'),
  noted('four', ':'),
  noted('five', ':'),
];
const chain = (...rest: readonly Element[]) =>
  sequence(unit('one'), assign('x', 'one'), unit('two'), ...rest);
const before = planOf(chain(unit('three', { input: ['two'] }), unit('four', { variables: ['x'] })), scripts);

async function run(folder: string, plan: Plan, name: string, reuse?: string) {
  rmSync(join(folder, 'ran'), { force: true });
  const { conclusion } = await startRun({
    plan,
    workspace: folder,
    targets: new Map([['local', { slots: 4 }]]),
    environment: { PATH: process.env.PATH },
    signals: noSignals,
    reporters: () => [],
    run: name,
    ...(reuse === undefined ? {} : { reuse: { run: reuse } }),
  });
  const directory = join(folder, '.ml-workflow', 'runs', name);
  const events = linesOf(join(directory, 'journal.jsonl')).map((line) => JSON.parse(line) as RunEvent);
  return { conclusion, ran: linesOf(join(folder, 'ran')), events, directory };
}

describe('a run of an edited chain', () => {
  it('that was not edited at all runs nothing again', async () => {
    const folder = projectWith({});
    expect((await run(folder, before, 'a')).ran).toEqual(['one', 'two', 'three', 'four']);
    const again = await run(folder, before, 'b', 'a');
    expect(again.ran).toEqual([]);
    expect(again.conclusion).toMatchObject({ decision: 'passed' });
    expect(again.events.slice(0, 2)).toMatchObject([
      { type: 'run-started' },
      { type: 'results-offered', from: 'a' },
    ]);
  });

  it('runs from the first change on, and reads the files of the earlier run', async () => {
    const folder = projectWith({});
    await run(folder, before, 'a');
    const edited = planOf(
      chain(unit('five'), unit('three', { input: ['two'] }), unit('four', { variables: ['x'] })),
      scripts,
    );
    const { ran, events, directory } = await run(folder, edited, 'b', 'a');
    expect(ran).toEqual(['five', 'three', 'four']);
    const reused = events.flatMap((event) => (event.type === 'unit-reused' ? [event] : []));
    expect(reused.map(({ from }) => from)).toEqual(['a', 'a']);
    expect(readFileSync(join(directory, reused[1]?.directory ?? '', 'kept'), 'utf8')).toBe('file\n');
    const three = events.find((event) => event.type === 'unit-started' && event.node.endsWith('three'));
    const log = join(directory, three?.type === 'unit-started' ? three.directory : '', 'ml.log');
    expect(readFileSync(log, 'utf8')).toBe('said\n');

    // And a third one takes over what the second had taken over itself.
    const third = await run(folder, edited, 'c', 'b');
    expect(third.ran).toEqual([]);
    const kept = third.events.flatMap((event) => (event.type === 'unit-reused' ? [event.directory] : []));
    expect(kept[0]).toMatch(/^\.\.\/a\/units\//);
  });

  it('runs a command again whose script or files have changed, and all that follows', async () => {
    const folder = projectWith({});
    const { directory } = await run(folder, before, 'a');
    const changed = planOf(
      chain(unit('three', { input: ['two'] }), unit('four', { variables: ['x'] })),
      scripts.map((one) => (one.name === 'three' ? noted('three', 'cat; :') : one)),
    );
    expect((await run(folder, changed, 'b', 'a')).ran).toEqual(['three', 'four']);
    const two = before.nodes.find(({ title }) => title === '/two')?.id ?? '';
    rmSync(join(directory, 'units', two), { recursive: true });
    expect((await run(folder, before, 'c', 'a')).ran).toEqual(['two', 'three', 'four']);
  });

  it('runs a command again whose declared inputs have changed, and says which', async () => {
    const folder = projectWith({ data: 'a', other: 'a' });
    const reading = scripts.map((one) => (one.name === 'two' ? { ...one, inputs: ['data', 'other'] } : one));
    const plan = planOf(chain(unit('three', { input: ['two'] })), reading);
    await run(folder, plan, 'a');
    expect((await run(folder, plan, 'b', 'a')).ran).toEqual([]);
    writeFileSync(join(folder, 'other'), 'b');
    const { ran, events } = await run(folder, plan, 'c', 'b');
    expect(ran).toEqual(['two', 'three']);
    const offered = events.find((event) => event.type === 'results-offered');
    const changed = offered?.type === 'results-offered' ? offered.changed : undefined;
    expect(Object.values(changed ?? {})).toEqual(['other']);
    const state = fold(plan, events);
    const node = plan.nodes.find(({ title }) => title === '/two');
    if (!node) throw new Error('no /two');
    expect(whyOf({ state, events, node }).because).toContain(
      'it ran again although an earlier run was offered: its input other has changed',
    );
    rmSync(join(folder, 'data'));
    expect((await run(folder, plan, 'd', 'c')).conclusion).toMatchObject({
      reason: '`/two` failed: declared input is not there: `data`',
    });
  });

  it('takes from a checkpoint what read the same inputs', async () => {
    const folder = projectWith({ data: 'a' });
    const reading = [noted('read', ':', { inputs: ['data'] }), noted('one')];
    const plan = planOf(
      sequence(
        unit('state:load', { words: ['kept.json'] }),
        unit('one'),
        unit('read'),
        unit('state:save', { words: ['kept.json'] }),
      ),
      reading,
    );
    expect((await run(folder, plan, 'a')).ran).toEqual(['one', 'read']);
    expect((await run(folder, plan, 'b')).ran).toEqual([]);
    writeFileSync(join(folder, 'data'), 'b');
    expect((await run(folder, plan, 'c')).ran).toEqual(['read']);
    expect((await run(folder, plan, 'd')).ran).toEqual([]);
  });

  it('of a run that is not there says so before it begins', async () => {
    await expect(run(projectWith({}), before, 'b', 'no-such-run')).rejects.toThrow(
      'there is no run `no-such-run` here',
    );
  });
});

describe('what differs between two plans', () => {
  const plan = (elements: readonly Element[], own = scripts, parameters = {}) =>
    planOf(sequence(...elements), own, parameters);
  const [one, two, three, four] = ['one', 'two', 'three', 'four'].map((name) => unit(name)) as [
    Element,
    Element,
    Element,
    Element,
  ];
  const changed = (name: string, more: Parameters<typeof script>[2]) =>
    scripts.map((own) => (own.name === name ? { ...own, ...more } : own));

  it.each<[string, Plan, Plan, readonly string[]]>([
    ['nothing', plan([one, two]), plan([one, two]), []],
    ['an element more', plan([one, three]), plan([one, two, three]), ['`/two` inserted behind `/one`']],
    ['one at the beginning', plan([two]), plan([one, two]), ['`/one` inserted at the beginning']],
    ['several', plan([one]), plan([one, two, three]), ['`/two`, `/three` inserted behind `/one`']],
    ['one less', plan([one, two, three]), plan([one, three]), ['`/two` removed behind `/one`']],
    ['another', plan([one, two, three]), plan([one, four, three]), ['`/two` became `/four`']],
    ['words', plan([one, two]), plan([one, unit('two', { words: ['x'] })]), ['`/two` is called otherwise']],
    [
      'two places, first first',
      plan([one, two, three]),
      plan([four, one, two]),
      ['`/four` inserted at the beginning', '`/three` removed behind `/two`'],
    ],
    [
      'an order',
      plan([one, two]),
      plan([two, one]),
      ['`/one` removed at the beginning', '`/one` inserted behind `/two`'],
    ],
    ['a prefix', plan([retry(1, 5)(one)]), plan([retry(2, 5)(one)]), ['`/retry` is called otherwise']],
    [
      'a prefix around',
      plan([one, two]),
      plan([one, timeout(5)(two)]),
      ['`/timeout` inserted behind `/one`'],
    ],
    [
      'a gate',
      plan([one, repeat(2, { metric: 'accuracy', of: 'one', above: 0.8 })(two)]),
      plan([one, repeat(2, { metric: 'accuracy', of: 'one', above: 0.9 })(two)]),
      ['`/repeat` is called otherwise'],
    ],
    [
      'a branch',
      plan([parallel(one, two)]),
      plan([parallel(one, two, three)]),
      ['`/three` inserted behind `/two`'],
    ],
    [
      'a script, and what is declared',
      plan([one, two]),
      plan([one, two], changed('two', { script: 'x', timeout: 5, env: ['HOME'] })),
      ['`/two`: its script, environment variables, timeout changed'],
    ],
    [
      'a parameter, where it is read',
      plan([one, unit('two', { variables: ['epochs'] }), three], scripts, { epochs: 60, new: 1 }),
      plan([one, unit('two', { variables: ['epochs'] }), four], changed('one', { script: 'x' }), {
        epochs: 80,
      }),
      [
        '`/one`: its script changed',
        'parameter `epochs` was `60` and is `80`',
        '`/three` became `/four`',
        'parameter `new` was `1` and is not set',
      ],
    ],
  ])('is said in words: %s', (_name, old, fresh, sentences) => {
    expect(differences(old, fresh)).toEqual(sentences);
  });

  it('of chains of ten thousand elements too', () => {
    const long = (other: string) =>
      planOf(
        sequence(...Array.from({ length: 10_000 }, (_, index) => unit(index === 5_000 ? other : 'one'))),
        scripts,
      );
    const begun = performance.now();
    expect(differences(long('two'), long('three'))).toEqual(['`/two` became `/three`']);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
