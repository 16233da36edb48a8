/**
 * Killed or cancelled at any record of the journal, a run goes on to the same end, and nothing that had finished runs
 * again. A usual run takes a sample of the records: see `sample.ts`.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/engine/event.ts';
import { startRun } from '../../src/wiring.ts';
import { sampleOf } from '../sample.ts';
import { processesWith, until } from '../targets/rig.ts';
import { everyConstruct, files } from './every-construct.ts';
import { drive, projectOf } from './process-rig.ts';
import { journalIn, linesOf, noSignals, projectWith } from './rig.ts';

const atOnce = 2;

const project = () => projectOf(plan);
const plan = everyConstruct();
const driven = async (...given: Parameters<typeof drive>) => await (await drive(...given)).ended;

/** How often each command began, and each unit succeeded in an attempt of its own. */
function told(folder: string) {
  const began = linesOf(join(folder, 'began'));
  const events = journalIn(folder);
  const count = (type: RunEvent['type']) =>
    events.reduce(
      (counts, event) =>
        event.type === type && 'node' in event
          ? counts.set(event.node, (counts.get(event.node) ?? 0) + 1)
          : counts,
      new Map<string, number>(),
    );
  return {
    began,
    events,
    started: count('unit-started'),
    succeeded: count('unit-succeeded'),
    interrupted: count('unit-interrupted'),
    files: ['read.txt', 'taken.txt', 'kept/said.json', 'log.jsonl'].map((name) =>
      // A line that was appended when the crash came is appended once more: its command was interrupted.
      [...new Set(linesOf(join(folder, name)))].join('\n'),
    ),
  };
}

/** Calls `check` for a sample of records from the first to the last, a few at once. */
async function atRecords(
  what: string,
  records: readonly number[],
  every: number,
  check: (stop: number, turn: number) => Promise<void>,
): Promise<void> {
  const { taken, said } = sampleOf(records, { called: 'records', every });
  console.log(`every-crash: ${what} at ${said}`);
  const left = taken.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const { one, turn } of left) await check(one, turn);
    }),
  );
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

let undisturbed: Promise<ReturnType<typeof told> & { readonly said: string }> | undefined;
const plainRun = () => {
  undisturbed ??= (async () => {
    const folder = project();
    const { said, exit } = await driven(folder);
    expect(said).toContain('"decision":"handled"');
    expect(exit).toBe(0);
    return { ...told(folder), said };
  })();
  return undisturbed;
};

describe('a run of every construct', () => {
  it('that is killed at one of its records ends as if it had not been', async () => {
    const plain = await plainRun();
    const records = plain.events.length;
    await atRecords('killed', upTo(records), 3, async (stop, turn) => {
      const folder = project();
      // Every other time what the record announces has already begun; every third the resume is killed too.
      const late = turn % 2 === 0 ? '15' : '0';
      const first = await driven(folder, { STOP_AT: String(stop), STOP_LATE: late });
      if (turn % 3 === 0) await driven(folder, { STOP_AT: String(stop + 4) });
      const resumed = await driven(folder);
      const where = `killed at record ${stop} of ${records}: ${first.said}${resumed.said}`;
      expect(resumed.said, where).toBe(plain.said);
      const { began, started, succeeded, interrupted, files, events } = told(folder);
      expect(
        events.map(({ seq }) => seq),
        where,
      ).toEqual(events.map((_, index) => index + 1));
      expect(files, where).toEqual(plain.files);
      expect([...succeeded.keys()].sort(), where).toEqual([...plain.succeeded.keys()].sort());
      // No start of a command happens twice, and each that happens is in the journal.
      expect(new Set(began).size, where).toBe(began.length);
      for (const [node, starts] of started) {
        const most = (plain.started.get(node) ?? 0) + (interrupted.get(node) ?? 0);
        expect(starts, `${node}, ${where}`).toBeLessThanOrEqual(most);
        expect(succeeded.get(node) ?? 0, `${node}, ${where}`).toBeLessThanOrEqual(
          plain.succeeded.get(node) ?? 0,
        );
      }
      await until(`nothing is left, ${where}`, () => processesWith(folder).length === 0);
    });
  }, 600_000);

  it('that is cancelled at one of its records goes on to the same end', async () => {
    const plain = await plainRun();
    const records = plain.events.length;
    // Fewer, since a cancel has its own tests, too.
    await atRecords('cancelled', upTo(records - 1), 9, async (stop, turn) => {
      const folder = project();
      const late = turn % 2 === 0 ? '15' : '0';
      const first = await driven(folder, { STOP_AT: String(stop), STOP_LATE: late, STOP_WITH: 'SIGINT' });
      expect(processesWith(folder), first.said).toEqual([]);
      const resumed = await driven(folder);
      const where = `cancelled at record ${stop} of ${records}: ${first.said}${resumed.said}`;
      expect(resumed.said, where).toBe(plain.said);
      const { began, succeeded, files } = told(folder);
      expect(files, where).toEqual(plain.files);
      expect([...succeeded.keys()].sort(), where).toEqual([...plain.succeeded.keys()].sort());
      expect(new Set(began).size, where).toBe(began.length);
    });
  }, 600_000);

  it('that begins anew, from its checkpoint or an earlier run, takes over what comes before the first failure', async () => {
    const folder = projectWith(files);
    const run = async (name: string, reuse?: string) => {
      rmSync(join(folder, 'began'), { force: true });
      const { conclusion, state } = await startRun({
        plan,
        workspace: folder,
        targets: new Map(['local', 'dear'].map((target) => [target, { slots: 4 }])),
        environment: { PATH: process.env.PATH },
        signals: noSignals,
        reporters: () => [],
        ask: async () => true,
        run: name,
        ...(reuse === undefined ? {} : { reuse: { run: reuse } }),
      });
      const nodes = [...state.nodes].map(([id, { status }]) => `${id} ${status}`);
      const variables = [...(state.variables.get('') ?? [])].filter(
        ([, value]) => !/units/.test(String(value)),
      );
      const began = linesOf(join(folder, 'began'));
      return { conclusion, nodes: nodes.sort(), variables: variables.sort(), began };
    };
    const titles = (began: readonly string[]) =>
      began.map((line) => plan.nodes.find(({ id }) => line.startsWith(`${id}.`))?.title);
    const { began, ...first } = await run('a');
    expect(titles(began).slice(0, 3)).toEqual(['/first', '/train:sigma-0.7', '/train:sigma-0.8']);
    for (const [name, reuse] of [['b'], ['c', 'a']] as const) {
      if (reuse !== undefined) rmSync(join(folder, 'checkpoint.json'));
      const { began: again, ...rest } = await run(name, reuse);
      expect(rest).toEqual(first);
      expect(titles(again)[0]).toBe('/boom');
      expect(again.length).toBeLessThan(began.length);
    }
  });
});
