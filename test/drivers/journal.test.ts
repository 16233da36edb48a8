/** The journal's file: every type of event comes back, what is damaged is named, and the disk is asked as it was agreed. */
import fs, { readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cutTornLine, openJournal, readJournal } from '../../src/drivers/journal-file.ts';
import type { Fact } from '../../src/engine/event.ts';
import type { NodeId } from '../../src/plan/plan.ts';
import type { Clock } from '../../src/ports.ts';
import { after } from '../../src/targets/unit/timer.ts';
import { temporaryFolder } from '../targets/rig.ts';

const clock: Clock = { now: () => '2026-01-01T00:00:00.000Z', after };
const node = 'n' as NodeId;
const result = { seconds: 1, metrics: { accuracy: 0.9 }, values: { label: 'x' } };

/** One of each type. */
const facts: readonly Fact[] = [
  { type: 'run-started', schema: 2, run: 'r', workflow: 'w' },
  { type: 'unit-started', node, attempt: 1, directory: 'units/n' },
  { type: 'unit-succeeded', node, attempt: 1, ...result, output: { a: [null] }, stdout: 'stdout' },
  { type: 'unit-failed', node, attempt: 1, seconds: 1, class: 'timeout', message: 'm', tail: [] },
  { type: 'unit-interrupted', node, attempt: 1 },
  {
    type: 'gate-decided',
    node,
    arm: 0,
    gate: 'g',
    text: 't',
    outcome: 'inconclusive',
    sum: 's',
    operands: [],
  },
  { type: 'variable-set', node, name: 'x', value: 1 },
  { type: 'assignment-failed', node, message: 'm' },
  { type: 'case-decided', node, arm: 1, value: 'gpu' },
  { type: 'retry-scheduled', node, attempt: 2, delay: 1.5, class: 'exit-1' },
  { type: 'retry-started', node, attempt: 2 },
  { type: 'timed-out', node },
  { type: 'waited', node },
  { type: 'budget-exceeded', node, dollars: 12 },
  { type: 'approval-requested', node, label: 'go' },
  { type: 'approval-given', node, approved: false, by: 'somebody' },
  { type: 'results-offered', from: 'old', finished: { 'n 1': { ...result, directory: 'units/n' } } },
  { type: 'unit-reused', node, from: 'old', ...result, directory: '../old/units/n' },
  {
    ...{ type: 'pod-intended', pod: 'p', target: 'gpu', scope: 's', offer: 'RTX 4090' },
    ...{ price: 0.69, lifetime: 3600 },
  },
  { type: 'pod-refused', pod: 'p', class: 'capacity', message: 'm' },
  { type: 'pod-created', pod: 'p', id: 'x1', price: 0.69 },
  { type: 'pod-ready', pod: 'p', seconds: 90 },
  { type: 'unit-placed', node, on: 'p', share: 0.5 },
  { type: 'pod-ended', pod: 'p', why: 'w', proven: true, seconds: 90, dollars: 0.02 },
  { type: 'pod-billed', pod: 'p', dollars: 0.03 },
  { type: 'cancel-requested', by: 'SIGINT' },
  { type: 'run-resumed' },
  { type: 'run-concluded', decision: 'waiting', reasonCode: 'waiting-approval', reason: 'r' },
];

function written(some: readonly Fact[] = facts): string {
  const path = join(temporaryFolder(), 'journal.jsonl');
  const journal = openJournal(path, clock);
  for (const fact of some) journal.append([fact]);
  journal.close();
  return path;
}

describe('a journal file', () => {
  it('gives back every type of event as it was written', () => {
    const path = written();
    expect(readJournal(path).events).toEqual(
      facts.map((fact, index) => ({ seq: index + 1, at: clock.now(), ...fact })),
    );
  });

  it('of the schema before is read as it is', () => {
    const path = written();
    writeFileSync(path, readFileSync(path, 'utf8').replace('"schema":2', '"schema":1'));
    expect(readJournal(path).events[0]).toMatchObject({ schema: 1 });
  });

  it.each([0, 3, '"2"'])('of schema %s is of another version', (schema) => {
    const path = written();
    writeFileSync(path, readFileSync(path, 'utf8').replace('"schema":2', `"schema":${schema}`));
    expect(() => readJournal(path)).toThrow(`${path}:1: written by another version`);
  });

  const needed = facts.flatMap((fact) =>
    Object.keys(fact)
      .filter((field) => field !== 'type')
      .map((field) => [fact.type, field] as const),
  );
  /** May be absent, as the types say. */
  const optional = new Set(['output', 'stdout', 'value of case-decided', 'variables']);
  it.each(needed.filter(([type, field]) => !optional.has(field) && !optional.has(`${field} of ${type}`)))(
    'names the line where `%s` has no `%s`',
    (type, field) => {
      const path = written();
      const index = facts.findIndex((fact) => fact.type === type);
      const lines = readFileSync(path, 'utf8').split('\n');
      const line = JSON.parse(lines[index] ?? '') as Record<string, unknown>;
      delete line[field];
      writeFileSync(path, lines.with(index, JSON.stringify(line)).join('\n'));
      const what = field === 'schema' ? 'written by another version' : `\`${type}\` without \`${field}\``;
      expect(() => readJournal(path)).toThrow(`${path}:${index + 1}: ${what}`);
    },
  );

  it.each(facts.map(({ type }, index) => [type, index] as const))(
    'loses a torn `%s` at its end, with a notice, and goes on behind what is whole',
    (_type, index) => {
      const path = written(facts.slice(0, index + 1));
      const whole = readFileSync(path, 'utf8');
      const last = whole.trimEnd().split('\n').at(-1) ?? '';
      for (const cut of [1, Math.ceil(last.length / 2), last.length]) {
        writeFileSync(path, whole.slice(0, -cut));
        const read = readJournal(path);
        expect(read.events.length).toBe(index);
        expect(read.notice).toContain('the last line was torn');
        cutTornLine(path, read);
        const journal = openJournal(path, clock, { lastSeq: index });
        journal.append([{ type: 'run-resumed' }]);
        journal.close();
        expect(readJournal(path).events.at(-1)).toMatchObject({ seq: index + 1, type: 'run-resumed' });
      }
    },
  );
});

describe('the disk', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });

  function watched(durability?: 'batched' | 'each') {
    const synced: string[] = [];
    const path = join(temporaryFolder(), 'journal.jsonl');
    const note = () => void synced.push(readFileSync(path, 'utf8').trimEnd().split('\n').length.toString());
    vi.spyOn(fs, 'fsyncSync').mockImplementation(note);
    vi.spyOn(fs, 'fdatasyncSync').mockImplementation(note);
    syncBuiltinESMExports();
    const journal = openJournal(path, clock, durability === undefined ? {} : { durability });
    return { journal, synced };
  }
  const fact = (type: Fact['type']) => facts.filter((one) => one.type === type);

  it('is asked at the start, at the end, and within a second of anything else', () => {
    vi.useFakeTimers();
    const { journal, synced } = watched();
    journal.append(fact('run-started'));
    expect(synced).toEqual(['1']);
    for (const type of ['unit-started', 'unit-succeeded'] as const) journal.append(fact(type));
    expect(synced).toEqual(['1']);
    vi.advanceTimersByTime(1_000);
    expect(synced).toEqual(['1', '3']);
    vi.advanceTimersByTime(60_000);
    expect(synced.length, 'nothing new was written').toBe(2);
    journal.append(fact('unit-started'));
    journal.append(fact('run-concluded'));
    expect(synced).toEqual(['1', '3', '5']);
    journal.append(fact('run-resumed'));
    journal.close();
    expect(synced).toEqual(['1', '3', '5', '6']);
  });

  it('is asked at each fact about a pod, before anything is made or paid for', () => {
    const { journal, synced } = watched();
    for (const type of ['unit-started', 'pod-intended', 'unit-placed', 'pod-created'] as const)
      journal.append(fact(type));
    expect(synced).toEqual(['2', '4']);
    journal.close();
  });

  it('is asked for every append, where that is wanted', () => {
    const { journal, synced } = watched('each');
    journal.append(facts.slice(0, 2));
    journal.append(fact('unit-succeeded'));
    expect(synced).toEqual(['2', '3']);
    journal.close();
  });

  it.skipIf(!fs.existsSync('/dev/full'))(
    'that is full gets no line behind a torn one, and says so once',
    () => {
      vi.useRealTimers();
      const journal = openJournal('/dev/full', clock);
      expect(() => journal.append(fact('run-started'))).toThrow('ENOSPC');
      expect(() => journal.append(fact('unit-started'))).toThrow('none may follow it');
      expect(() => journal.close()).not.toThrow();
    },
  );

  it('that has refused ends the run: it may have lost lines', () => {
    vi.useFakeTimers();
    const { journal } = watched();
    journal.append(fact('unit-started'));
    vi.mocked(fs.fdatasyncSync).mockImplementation(() => {
      throw new Error('EIO');
    });
    vi.advanceTimersByTime(1_000);
    expect(() => journal.append(fact('unit-succeeded'))).toThrow('EIO');
  });
});
