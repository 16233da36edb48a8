/** What a stop reaches and what it does not: timeouts, cancels and gate errors around, beside and inside of handlers. */
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/engine/event.ts';
import {
  failed,
  journalOf,
  lasting,
  measured,
  type Outcome,
  outcomes,
  type Play,
  planOf,
  play,
} from './rig.ts';

type Table = Readonly<Record<string, Outcome | readonly Outcome[]>>;

function run(chain: string, table: Table = {}, more: Partial<Play> & { price?: number } = {}) {
  const plan = planOf(chain);
  const { price, ...options } = more;
  const priced = price === undefined ? plan : { ...plan, prices: { local: price } };
  const { state, started, seconds, events } = play(priced, { outcomes: outcomes(table), ...options });
  const { decision, reasonCode, reason } = state.conclusion ?? {};
  const ran = started.filter((title) => title !== '/continue').join(' ');
  return { state, events, decision, reasonCode, reason, seconds, ran };
}

const no = failed();
const long = lasting(100);
const missing: Outcome = { is: 'succeeded', result: { metrics: { loss: 1 }, primary: 'accuracy' } };

describe('a timeout', () => {
  it.each([
    ['timeout:10 → (/try:(/a & /b → barrier → /c) → /finally → /z) → /b', { '/a': long }, '/a /b /z', 11],
    ['timeout:10 → /whole', { '/a': long }, '/a /z', 11],
    ['timeout:10 → /whole', { '/a': no, '/c': long }, '/a /c /z', 11],
    ['timeout:10 → /try:timeout:10 → /a → /catch:timeout → /b', { '/a': long }, '/a', 10],
    ['timeout:10 → (/try:timeout:10 → /wait:60 → /catch:timeout → /b)', {}, '', 10],
    ['timeout:10 → retry:3 → timeout:10 → /a', { '/a': long }, '/a', 10],
    ['timeout:10 → parallel:max=1[/a | /b | /c]', { '/a': long }, '/a', 10],
    ['timeout:10 → retry:2 delay:60 → parallel[/a | retry:5 delay:3 → /b]', { '/b': no }, '/a /b /b /b', 10],
    // as in Python: what tidies up outlives it, and it fails all the same
    ['timeout:10 → /try:/a → /finally → /z', { '/z': long }, '/a /z', 101],
  ] as const)('%s with %j runs %s, fails and takes %i s', (chain, table, ran, seconds) => {
    expect(run(chain, table)).toMatchObject({ decision: 'failed', reasonCode: 'timeout', ran, seconds });
  });

  it('that has run out elsewhere takes nothing from what a gate error leaves', () => {
    const chain =
      'parallel[/patient | timeout:1 → (/try:/say → /finally → /z) | /measure → /require:acc>0.5]';
    const slow: Outcome = { ...missing, seconds: 30 };
    expect(run(chain, { '/a': no, '/say': long, '/z': long, '/measure': slow })).toMatchObject({
      reasonCode: 'gate-error',
      ran: '/a /say /measure /z /c',
    });
  });
});

describe('a cancel', () => {
  const at = (chain: string, table: Table, what: string) =>
    run(chain, table).events.findIndex(
      (event) => event.type === 'unit-started' && event.node.endsWith(what),
    ) + 1;

  it.each([
    ['/a → /b\non_failure → (/c → /say never)\nfinally → /z', { '/a': no }, '-c', '/a /c /z'],
    ['/a & /b → barrier → /c\nfinally → /z', { '/a': long }, '-b', '/a /b /z'],
    ['retry:3 delay:60 → /a\nfinally → /z', { '/a': no }, '-a', '/a /z'],
    ['/a → /try:/b → /finally → (/c → /say done) → /end → /a', {}, '-c', '/a /b /c /say done'],
  ] as const)('of %s with %j at %s runs %s', (chain, table, what, ran) => {
    expect(run(chain, table, { cancelAt: at(chain, table, what) })).toMatchObject({
      decision: 'cancelled',
      ran,
    });
  });

  it('while a person is asked, or a retry waits, does not wait any longer', () => {
    const asked = run('/approve:x → /a\nfinally → /z', {}, { cancelAt: 4 });
    expect(asked).toMatchObject({ decision: 'cancelled', ran: '/z', seconds: 1 });
    const waiting = run('retry:1 delay:600 → /a\nfinally → /z', { '/a': no }, { cancelAt: 6 });
    expect(waiting).toMatchObject({ decision: 'cancelled', ran: '/a /z', seconds: 2 });
  });
});

describe('a gate that cannot be decided', () => {
  it.each([
    // it ends the handler that it is in as it ends the chain
    ['/measure → /a\nfinally → (/require:acc>0.5 → /b; /deploy)', '/measure /a'],
    [
      '/measure → /require:acc>0.5\non_failure → (/c → /require:acc>0.6; /deploy)\nfinally → /z',
      '/measure /c /z',
    ],
    ['/measure → /a\nfinally → parallel:max=1[/require:acc>0.6 | /b]', '/measure /a'],
    [
      '/measure → /a\nfinally → (/try:(/c → /require:acc>0.5) → /catch:any → /deploy → /finally → /z; /deploy)',
      '/measure /a /c /z',
    ],
    [
      '/measure → /a\nfinally → (/try:parallel[/b | /c → /require:acc>0.5] → /catch:any → /deploy)',
      '/measure /a /b /c',
    ],
    // beside work that is paid for already
    ['/measure → parallel[/a → /b | /require:acc>0.5 | /try:/c → /finally → /z]', '/measure /z'],
    ['/measure → parallel[/a → /b | /c → /require:acc>0.5]\non_failure → /z', '/measure /a /c /z'],
  ])('%s runs %s', (chain, ran) => {
    const table = { '/measure': missing, '/a': lasting(5), '/b': failed() };
    expect(run(chain, table)).toMatchObject({ decision: 'failed', reasonCode: 'gate-error', ran });
  });
});

describe('a handler that fails', () => {
  it('is not hidden by a gate that was not met before', () => {
    const table = { '/measure': measured(0.1), '/z': no };
    const chain = '/measure → /if:acc>0.5 → /a\nfinally → /z';
    expect(run(chain, table)).toMatchObject({ decision: 'failed', reason: expect.stringContaining('/z') });
  });
});

describe('a run that goes on', () => {
  const hour = 3_600_000;
  const later = (events: readonly RunEvent[], by = hour) => [
    ...events,
    ...journalOf([{ type: 'run-resumed' }], events.length, Date.parse(events.at(-1)?.at ?? '') + by),
  ];
  /** As if the last two events had come so much later. */
  const delayed = (events: readonly RunEvent[], from: number, seconds: number): RunEvent[] =>
    events.map((event) =>
      event.seq < from
        ? event
        : { ...event, at: new Date(Date.parse(event.at) + seconds * 1000).toISOString() },
    );

  it('after a cancel within a `finally` that has tried something again', () => {
    const chain = '/try:/a → /finally → retry:3 → /z';
    const table = { '/z': no };
    const whole = run(chain, table);
    for (let cancelAt = 1; cancelAt < whole.events.length; cancelAt += 1) {
      const first = run(chain, table, { cancelAt });
      const { decision, reason } = run(chain, table, { journal: later(first.events) });
      expect({ decision, reason }).toEqual({ decision: whole.decision, reason: whole.reason });
    }
  });

  it('has spent the money of what ran until the cancel', () => {
    // 36 dollars an hour are a cent a second: 60 of 100 seconds are over.
    const table = { '/a': lasting(90) };
    const first = run('budget:1usd → /a', table, { price: 36, cancelAt: 4 });
    const journal = later(delayed(first.events, 5, 60));
    const second = run('budget:1usd → /a', table, { price: 36, journal });
    expect(second).toMatchObject({ decision: 'failed', reasonCode: 'budget' });
    const exceeded = second.events.find(({ type }) => type === 'budget-exceeded');
    expect(Date.parse(exceeded?.at ?? '') - Date.parse(journal.at(-1)?.at ?? '')).toBe(40_000);
  });

  it('has used the time until the cancel, and none of that until it goes on', () => {
    const table = { '/a': lasting(90) };
    const first = run('timeout:100 → /a', table, { cancelAt: 4 });
    const again = (seconds: number) =>
      run('timeout:100 → /a', table, { journal: later(delayed(first.events, 5, seconds)) }).decision;
    expect([again(5), again(20)]).toEqual(['passed', 'failed']);
  });

  it('with an answer, within a timeout that nobody was there to count', () => {
    const chain = 'timeout:10 → (/a → /approve:x → /b) → /z';
    const { events, state } = run(chain);
    expect(state.conclusion?.decision).toBe('waiting');
    const [node] = state.asked;
    if (node === undefined) throw new Error('nobody was asked');
    const answered = (approved: boolean) => {
      const journal = later(events);
      const { at = '' } = journal.at(-1) ?? {};
      const given = {
        type: 'approval-given',
        node,
        approved,
        by: 'ada',
        seq: journal.length + 1,
        at,
      } as const;
      const { decision, ran } = run(chain, {}, { journal: [...journal, given] });
      return { decision, ran };
    };
    expect(answered(true)).toEqual({ decision: 'passed', ran: '/b /z' });
    expect(answered(false)).toEqual({ decision: 'failed', ran: '' });
  });

  it('on a clock that was set back waits as long as was left', () => {
    const { events } = run('/wait:60 → /a', {}, { cancelAt: 3 });
    const { state, seconds } = run('/wait:60 → /a', {}, { journal: later(events, -hour) });
    expect(state.conclusion?.decision).toBe('passed');
    expect(seconds).toBe(61 - 3600);
  });
});
