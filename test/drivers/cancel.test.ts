/** Cancelling with real signals and real processes: who is ended, who may still run, and that nothing is left. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAlive, numberIn, processesWith, until } from '../targets/rig.ts';
import { attempt, handlers, parallel, planOf, retry, script, sequence, unit } from './plan-rig.ts';
import { drive, projectOf } from './process-rig.ts';
import { journalIn, linesOf } from './rig.ts';

/** Has a child of its own in its group; both note their numbers. */
const family = (name: string) =>
  script(
    name,
    `echo $$ > ${name}.pid; sh -c 'echo $$ > ${name}.inner; while :; do sleep 0.05; done' & while :; do sleep 0.05; done`,
  );
const notes = (name: string, text = ':') => script(name, `echo ${name} >> ran; ${text}`);
const ran = (folder: string) => linesOf(join(folder, 'ran'));
const cancels = (folder: string) =>
  journalIn(folder).flatMap((event) => (event.type === 'cancel-requested' ? [event.by] : []));
const pidsIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /\.(?:pid|inner)$/.test(name))
    .map((name) => numberIn(join(folder, name)));
const nothingLeft = (folder: string) => {
  expect(pidsIn(folder).filter(isAlive)).toEqual([]);
  expect(processesWith(folder)).toEqual([]);
};

describe('a run that is cancelled', () => {
  const project = () =>
    projectOf(
      planOf(
        handlers(
          sequence(
            attempt(parallel(unit('one'), unit('two')), { caught: unit('caught'), last: unit('tidy') }),
            unit('never'),
          ),
          unit('last'),
          unit('failed'),
        ),
        [
          family('one'),
          family('two'),
          ...['caught', 'tidy', 'never', 'last', 'failed'].map((name) => notes(name)),
        ],
      ),
    );

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s: processes end as groups, `finally` runs, the journal and the exit code say so',
    async (signal) => {
      const folder = project();
      const { child, ended } = await drive(folder);
      await until('both run', () => pidsIn(folder).filter((pid) => pid > 0).length === 4);
      expect(pidsIn(folder).filter(isAlive).length).toBe(4);
      child.kill(signal);
      expect((await ended).exit).toBe(130);
      nothingLeft(folder);
      expect(ran(folder)).toEqual(['tidy', 'last']);
      expect(cancels(folder)).toEqual([signal]);
      expect(journalIn(folder).at(-1)).toMatchObject({
        type: 'run-concluded',
        decision: 'cancelled',
        reason: `cancelled by ${signal}`,
      });
    },
  );

  it('twice: `finally` is ended too', async () => {
    const folder = projectOf(
      planOf(handlers(unit('one'), sequence(unit('two'), unit('never'))), [
        family('one'),
        family('two'),
        notes('never'),
      ]),
    );
    const { child, ended } = await drive(folder);
    await until('it runs', () => numberIn(join(folder, 'one.inner')) > 0);
    child.kill('SIGINT');
    await until('its handler runs', () => numberIn(join(folder, 'two.inner')) > 0);
    expect(isAlive(numberIn(join(folder, 'one.pid')))).toBe(false);
    child.kill('SIGTERM');
    expect((await ended).exit).toBe(130);
    nothingLeft(folder);
    expect(ran(folder)).toEqual([]);
    expect(cancels(folder)).toEqual(['SIGINT', 'SIGTERM']);
    expect(journalIn(folder).at(-1)).toMatchObject({ type: 'run-concluded', decision: 'cancelled' });
  });

  it('three times: it leaves at once, and leaves nothing running', async () => {
    const deaf = (name: string) =>
      script(name, `trap '' TERM INT; echo $$ > ${name}.pid; while :; do sleep 0.05; done`);
    const folder = projectOf(planOf(parallel(unit('one'), unit('two')), [deaf('one'), deaf('two')]));
    const { child, ended } = await drive(folder);
    await until('both run', () => pidsIn(folder).filter((pid) => pid > 0).length === 2);
    for (const times of [1, 2]) {
      child.kill('SIGINT');
      await until('it is heard', () => cancels(folder).length === times);
    }
    child.kill('SIGINT');
    expect((await ended).exit).toBe(130);
    await until('nothing is left', () => processesWith(folder).length === 0);
    expect(journalIn(folder).at(-1)?.type, 'it did not wait for the end').toBe('cancel-requested');
  });

  it('while it waits for a retry: it does not wait on', async () => {
    const folder = projectOf(planOf(retry(3, 600)(unit('boom')), [notes('boom', 'exit 1')]));
    const { child, ended } = await drive(folder);
    await until('it has failed', () => ran(folder).length === 1);
    await until('it waits', () => journalIn(folder).at(-1)?.type === 'retry-scheduled');
    child.kill('SIGINT');
    expect((await ended).exit).toBe(130);
    expect(ran(folder)).toEqual(['boom']);
  });

  it('goes on where it was when it is resumed, and runs `finally` once more at its real end', async () => {
    const folder = projectOf(
      planOf(handlers(sequence(unit('first'), unit('held'), unit('next')), unit('last')), [
        notes('first'),
        script('held', 'echo $$ > held.pid; [ "$ML_ATTEMPT" = 2 ] || exec sleep 100'),
        notes('next'),
        notes('last'),
      ]),
    );
    const { child, ended } = await drive(folder);
    await until('it runs', () => numberIn(join(folder, 'held.pid')) > 0);
    child.kill('SIGINT');
    expect((await ended).exit).toBe(130);
    expect(ran(folder)).toEqual(['first', 'last']);
    const resumed = await (await drive(folder)).ended;
    expect(resumed.said).toContain('"decision":"passed"');
    expect(ran(folder)).toEqual(['first', 'last', 'next', 'last']);
    nothingLeft(folder);
  });
});
