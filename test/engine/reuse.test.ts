/** Results of an earlier run are taken over by an unbroken prefix of equal elements, and by nothing else. */
import { describe, expect, it } from 'vitest';
import { checkpointOf } from '../../src/engine/checkpoint.ts';
import type { Fact } from '../../src/engine/event.ts';
import { fold } from '../../src/engine/evolve.ts';
import { failed, measured, type Outcome, outcomes, planOf, play } from './rig.ts';

type Table = Readonly<Record<string, Outcome | readonly Outcome[]>>;

const good = measured(0.9);

/** What runs of the second chain when the first one's results are offered. */
function rerun(first: string, second: string, table: Table = { '/train': good, '/measure': good }) {
  const before = play(planOf(first), { outcomes: outcomes(table) });
  const { finished } = checkpointOf(before.state);
  const offered: Fact = { type: 'results-offered', from: 'run-1', finished };
  const { state, started, events } = play(planOf(second), { outcomes: outcomes(table), first: [offered] });
  return { state, events, ran: started.join(' '), decision: state.conclusion?.decision };
}

describe('what is taken over', () => {
  it.each([
    ['/a → /b → /c', '/a → /b → /c', ''],
    ['/a → /b', '/a → /b → /c', '/c'],
    ['/a → /b → /c', '/a → /z → /c', '/z /c'],
    ['/a → /b → /c', '/z → /a → /b → /c', '/z /a /b /c'],
    ['/a → /say 1 → /b', '/a → /say 2 → /b', '/say 2 /b'],
    // branches follow what stands before the block, not each other
    ['parallel[/a | /b | /c] → /z', 'parallel[/a | /say x | /c] → /z', '/say x /z'],
    ['/a → parallel[/b | /c]', '/z → parallel[/b | /c]', '/z /b /c'],
    // gates are decided again
    ['/train → /if:acc>0.5 → /a → /end → /z', '/train → /if:acc>0.95 → /a → /else → /b → /end → /z', '/b /z'],
    ['/train → $x=<result> → /say $x', '/train → $x=<result> → /say $x → /a', '/a'],
    ['/a → retry:2 → /b', '/a → retry:5 → /b → /c', '/c'],
  ])('of %s by %s: %s runs', (first, second, ran) => {
    expect(rerun(first, second)).toMatchObject({
      ran,
      decision: second.includes('0.95') ? 'handled' : 'passed',
    });
  });

  it('is read by another command only if that run has kept what was printed', () => {
    const kept: Table = { '/a': { is: 'succeeded', result: { stdout: 'stdout' } } };
    expect(rerun('(/a → /b)', '/a | /b', {}).ran).toBe('/a /b');
    expect(rerun('(/a → /b)', '/a | /b', kept).ran).toBe('/b');
    expect(rerun('/a | /b', '/a | /b → /c', kept).ran).toBe('/c');
  });

  it('is the result of one time of a loop, not of each', () => {
    const [two, five] = [2, 5].map((times) => `repeat:${times} until:acc>0.5 → /measure → /z`);
    const first = play(planOf(two ?? ''), { outcomes: outcomes({ '/measure': measured(0.1) }) });
    const { finished } = checkpointOf(first.state);
    const { state, started } = play(planOf(five ?? ''), {
      outcomes: outcomes({ '/measure': [measured(0.2), measured(0.9)] }),
      first: [{ type: 'results-offered', from: 'run-1', finished }],
    });
    expect(started.filter((title) => title !== '/continue')).toEqual(['/measure', '/measure', '/z']);
    expect(state.conclusion?.decision).toBe('passed');
  });

  it('leaves a parameter as it is given to this run', () => {
    const plan = { ...planOf('/a'), parameters: { epochs: 80 } };
    const variables = { epochs: 60, seen: 1 };
    const { state } = play(plan, {
      outcomes: outcomes({}),
      first: [{ type: 'results-offered', from: 'x.json', finished: {}, variables }],
    });
    expect(Object.fromEntries(state.variables.get('') ?? [])).toEqual({ epochs: 80, seen: 1 });
  });

  it('is never a failure', () => {
    expect(rerun('/a → /b', '/a → /b', { '/b': failed() })).toMatchObject({ ran: '/b' });
  });

  it('is in the new journal, which is whole by itself', () => {
    const { state, events } = rerun('/train → /a', '/train → /require:acc>0.5 → /b');
    expect(events.flatMap((event) => (event.type === 'unit-reused' ? [event.metrics] : []))).toEqual([
      {},
      { accuracy: 0.9, loss: 1 },
    ]);
    expect(fold(state.plan, events)).toEqual(state);
  });
});
