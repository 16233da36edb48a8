/** Time, money and people's words: timeouts, waits, budgets, approvals. No test waits: the clock is moved. */
import { describe, expect, it } from 'vitest';
import { failed, lasting, type Outcome, outcomes, type Play, planOf, play } from './rig.ts';

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

const long = lasting(100);

describe('timeout', () => {
  it.each([
    ['timeout:50 → /a → /z', { '/a': long }, 'failed', '/a', 50],
    ['timeout:500 → /a → /z', { '/a': long }, 'passed', '/a /z', 101],
    ['timeout:50 → (/a → /b) → /z', { '/b': long }, 'failed', '/a /b', 50],
    ['timeout:50 → parallel[/a | /b] → /z', { '/b': long }, 'failed', '/a /b', 50],
    ['/try:timeout:50 → /a → /catch:timeout → /b', { '/a': long }, 'handled', '/a /b', 51],
    // for each attempt
    ['retry:1 → timeout:50 → /a', { '/a': long }, 'failed', '/a /a', 100],
    ['retry:1 → timeout:50 → /a → /z', { '/a': [long, lasting(1)] }, 'passed', '/a /a /z', 52],
    // for all of them
    ['timeout:150 → retry:9 → /a', { '/a': failed('exit-1', 100) }, 'failed', '/a /a', 150],
    ['timeout:5 → retry:9 delay:60 → /a', { '/a': failed() }, 'failed', '/a', 5],
    ['timeout:60 → timeout:10 → /a', { '/a': long }, 'failed', '/a', 10],
    ['timeout:10 → timeout:60 → /a', { '/a': long }, 'failed', '/a', 10],
    ['timeout:10 → (/wait:60 → /a)', {}, 'failed', '', 10],
    ['timeout:10 → /try:/a → /finally → /b', { '/a': long }, 'failed', '/a /b', 11],
  ] as const)('%s with %j is %s, runs %s and takes %i s', (chain, table, decision, ran, seconds) => {
    expect(run(chain, table)).toMatchObject({ decision, ran, seconds });
  });

  it('is told from a failure by its class', () => {
    expect(run('timeout:50 → /a', { '/a': long })).toMatchObject({
      reasonCode: 'timeout',
      reason: '`timeout:50` failed: `timeout:50` ran out of time',
    });
  });

  it('does not count the time in which nobody drove the run', () => {
    const chain = 'timeout:200 → /a → /z';
    const { events } = run(chain, { '/a': long }, { cancelAt: 4 });
    const later = Date.parse(events.at(-1)?.at ?? '') + 3_600_000;
    const journal = [
      ...events,
      { type: 'run-resumed' as const, seq: events.length + 1, at: new Date(later).toISOString() },
    ];
    expect(run(chain, { '/a': long }, { journal })).toMatchObject({ decision: 'passed' });
  });
});

describe('wait', () => {
  it('lets time pass', () => {
    expect(run('/a → /wait:10m → /b')).toMatchObject({ decision: 'passed', seconds: 602, ran: '/a /b' });
  });

  it('is ended by a cancel', () => {
    expect(run('/wait:10m → /b', {}, { cancelAt: 3 })).toMatchObject({ decision: 'cancelled', ran: '' });
  });
});

describe('budget', () => {
  // 36 dollars an hour are a cent a second.
  it.each([
    ['budget:1usd → /a → /z', { '/a': lasting(99) }, 'passed', '/a /z', 100],
    ['budget:1usd → /a → /z', { '/a': lasting(200) }, 'failed', '/a', 100],
    ['budget:1usd → parallel[/a | /b] → /z', { '/a': long, '/b': long }, 'failed', '/a /b', 50],
    ['budget:1usd → (/a → /b) → /z', { '/a': lasting(60), '/b': lasting(60) }, 'failed', '/a /b', 100],
    ['/try:budget:1usd → /a → /catch:any → /b', { '/a': lasting(200) }, 'failed', '/a', 100],
    ['/try:budget:1usd → /a → /catch:budget → /b', { '/a': lasting(200) }, 'handled', '/a /b', 101],
    ['retry:3 → budget:1usd → /a', { '/a': lasting(200) }, 'failed', '/a', 100],
    ['budget:1usd → retry:9 → /a', { '/a': failed('exit-1', 40) }, 'failed', '/a /a /a', 100],
  ] as const)('%s with %j is %s, runs %s and takes %i s', (chain, table, decision, ran, seconds) => {
    expect(run(chain, table, { price: 36 })).toMatchObject({ decision, ran, seconds });
  });

  it('costs nothing where nothing has a price', () => {
    expect(run('budget:1usd → /a', { '/a': lasting(1e6) })).toMatchObject({ decision: 'passed' });
  });

  it('keeps what was done', () => {
    const { state } = run('budget:1usd → (/a → /b)', { '/a': lasting(60), '/b': lasting(60) }, { price: 36 });
    expect([...state.nodes.values()].filter(({ result }) => result).length).toBe(2);
    expect(state.conclusion?.reasonCode).toBe('budget');
  });
});

describe('approval', () => {
  const chain = '/a → /approve:production → /z';
  it('waits when nobody answers, and goes on from there', () => {
    const first = run(chain);
    expect(first).toMatchObject({
      decision: 'waiting',
      reasonCode: 'waiting-approval',
      reason: 'waiting for `/approve:production`',
      ran: '/a',
    });
    const journal = first.events;
    const [node] = first.state.asked;
    if (node === undefined) throw new Error('nobody was asked');
    const answered = (approved: boolean) => {
      const seq = journal.length + 1;
      const at = journal.at(-1)?.at ?? '';
      return [...journal, { type: 'approval-given' as const, seq, at, node, approved, by: 'ada' }];
    };
    expect(run(chain, {}, { journal: answered(true) })).toMatchObject({ decision: 'passed', ran: '/z' });
    expect(run(chain, {}, { journal: answered(false) })).toMatchObject({
      decision: 'failed',
      reasonCode: 'approval-refused',
      ran: '',
    });
  });

  it('does not keep other branches from running', () => {
    expect(run('parallel[/approve:x → /a | /b → /c] → /z')).toMatchObject({
      decision: 'waiting',
      ran: '/b /c',
    });
    expect(run('parallel[/approve:x → /a | /b → /c] → /z', {}, { approve: () => true })).toMatchObject({
      decision: 'passed',
      ran: '/b /a /c /z',
    });
  });
});
