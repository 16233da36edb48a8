/** Spending and rate limits of a day, and what becomes of them when their ledger is broken. */
import { describe, expect, it } from 'vitest';
import { entered, type LedgerEntry, ledgerKey, overLimit, settled } from '../../src/admission/limits.ts';
import type { Limits } from '../../src/plan/policy.ts';

const now = '2026-11-22T12:00:00Z';
const entry = (more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...{ by: 'alice', at: '2026-11-22T08:00:00Z', workflow: 'sweep', pr: 7, run: 1, quote: 2, ...more },
});
const ledger = (...entries: readonly LedgerEntry[]) => ({ schema: 1, day: '2026-11-22', entries });
const over = (
  stored: unknown,
  limits: Limits,
  by: string | undefined = 'alice',
  quote: number | undefined = 2,
) => overLimit(stored, limits, { by, now, quote });

describe('limits', () => {
  it('count the runs of one person, in any case of their login, and those of everybody', () => {
    const day = ledger(entry(), entry({ run: 2, by: 'Alice' }), entry({ run: 3, by: 'bob' }));
    expect(over(day, { runsPerPerson: 2 })).toBe(
      '`alice` has started 2 runs today, and `runs-per-person` is 2',
    );
    expect(over(day, { runsPerPerson: 2 }, 'bob')).toBeUndefined();
    expect(over(day, { runs: 3 }, 'carol')).toBe('today has 3 runs already, and `runs` is 3');
    expect(over(day, { runs: 4 }, 'carol')).toBeUndefined();
  });

  it('set aside what a run may cost, and then count what it has', () => {
    const day = ledger(entry({ quote: 6 }), entry({ run: 2, quote: 9, cost: 1 }));
    expect(over(day, { dollarsPerPerson: 9 })).toBeUndefined();
    expect(over(day, { dollarsPerPerson: 8.99 })).toBe(
      '`alice` has spent or set aside $7.00 today, this would cost up to $2.00, and `dollars-per-person` is $8.99',
    );
    expect(over(day, { dollars: 8 }, 'bob')).toMatch('today’s runs have spent or set aside $7.00');
    expect(
      over(ledger(...[1, 2, 3].map((run) => entry({ run, quote: 0.1 }))), { dollars: 0.4 }, 'bob', 0.1),
    ).toBeUndefined();
  });

  it('cannot be kept by what nothing bounds', () => {
    const unbounded = (quote: number | undefined) =>
      overLimit(undefined, { dollars: 5 }, { by: 'alice', now, quote });
    for (const quote of [undefined, Number.NaN, Number.POSITIVE_INFINITY, -1])
      expect(unbounded(quote)).toMatch('nothing bounds what this would cost, and `dollars` is $5.00');
    const { quote: _quote, ...open } = entry();
    expect(over(ledger(open), { dollars: 5 })).toBe(
      'nothing bounds what a run of today costs, and `dollars` is $5.00',
    );
    expect(over(ledger({ ...open, cost: 1 }), { dollars: 5 })).toBeUndefined();
    expect(overLimit(undefined, { runs: 1 }, { by: 'alice', now, quote: undefined })).toBeUndefined();
  });

  it('count what nobody has asked for among all, and for no person', () => {
    const { by: _by, ...scheduled } = entry();
    const asked = { by: undefined, now, quote: 1 };
    expect(overLimit(ledger(scheduled), { runsPerPerson: 1, dollarsPerPerson: 1 }, asked)).toBeUndefined();
    expect(overLimit(ledger(scheduled), { runs: 1 }, asked)).toMatch('today has 1 run already');
  });

  it('that are none let everything pass, and read nothing', () => {
    expect(over('broken', {})).toBeUndefined();
    expect(over(undefined, { runs: 1 })).toBeUndefined();
  });
});

describe('a ledger', () => {
  it.each<[string, unknown]>([
    ['text', 'x'],
    ['nothing', null],
    ['a list', []],
    ['another schema', { ...ledger(), schema: 2 }],
    ['another day', { ...ledger(), day: '2026-11-21' }],
    ['unknown keys', { ...ledger(), more: 1 }],
    ['costs below nothing', ledger(entry({ cost: -100 }))],
    ['no number', { ...ledger(), entries: [{ ...entry(), quote: '0' }] }],
    ['no number of JSON', ledger(entry({ quote: Number.NaN }))],
    ['no time', ledger(entry({ at: 'today' }))],
    ['too many entries', ledger(...Array.from({ length: 5001 }, (_, run) => entry({ run: run + 1 })))],
  ])('of %s leaves no room', (_, stored) => {
    expect(over(stored, { runs: 1000 })).toBe(
      'what was started today cannot be read, and the limits of `policy:` could not be kept',
    );
    expect(() => entered(stored, entry())).toThrow('the ledger of 2026-11-22 cannot be read');
  });

  it('has each run once', () => {
    const first = entered(undefined, entry());
    expect(first).toEqual(ledger(entry()));
    const second = entered(first, entry({ run: 2 }));
    expect(entered(second, entry({ quote: 3 })).entries).toEqual([entry({ run: 2 }), entry({ quote: 3 })]);
    expect(() => entered(first, entry({ quote: -1 }))).toThrow();
  });

  it('says what a run has cost, and nothing of one that it does not have', () => {
    expect(settled(ledger(entry()), 1, 0.5)?.entries).toEqual([entry({ cost: 0.5 })]);
    expect(settled(ledger(entry()), 2, 0.5)).toBeUndefined();
    expect(settled(undefined, 1, 0.5)).toBeUndefined();
    expect(() => settled(ledger(entry()), 1, Number.NaN)).toThrow();
    expect(() => settled('broken', 1, 1)).toThrow();
  });

  it('is of one day of UTC', () => {
    expect(ledgerKey('2026-11-22T23:59:59.999Z')).toBe('ledger/2026-11-22');
    expect(() => ledgerKey('2026-11-23T00:59:59+01:00')).toThrow('this is no time in UTC');
  });
});
