/** Branches that go on while the chain does: fork, `&`, barrier; and `case`. */
import { describe, expect, it } from 'vitest';
import { failed, lasting, type Outcome, outcomes, planOf, play } from './rig.ts';

type Table = Readonly<Record<string, Outcome | readonly Outcome[]>>;

function run(chain: string, table: Table = {}) {
  const { state, started, seconds, mostAtOnce } = play(planOf(chain), { outcomes: outcomes(table) });
  const ran = started.filter((title) => title !== '/continue').join(' ');
  return {
    state,
    decision: state.conclusion?.decision,
    reason: state.conclusion?.reason,
    seconds,
    ran,
    mostAtOnce,
  };
}

const no = failed();
const long = lasting(10);

describe('fork and barrier', () => {
  it.each([
    ['/a & /b → /c', { '/a': long }, 'passed', '/a /b /c'],
    ['fork:1 → /a & /b & /c', {}, 'passed', '/a /b /c'],
    ['/a & /b → barrier → /z', { '/a': long }, 'passed', '/a /b /z'],
    ['/a & /b\nbarrier → $ready → /z', { '/a': long }, 'passed', '/a /b /z'],
    ['/a & /b → barrier → /z', { '/a': no }, 'failed', '/a /b'],
    ['/a & /b → barrier → $ready → /z', { '/a': no }, 'failed', '/a /b'],
    // joined at the end of the block, which fails with them
    ['/a & /b → /c', { '/a': no }, 'failed', '/a /b /c'],
    // a failure of the chain joins what is open all the same
    ['/a & /b → /c → /z', { '/c': no, '/a': long }, 'failed', '/a /b /c'],
    ['parallel[/a & /b → barrier → /c | /z]', { '/b': long }, 'passed', '/a /b /z /c'],
    ['/a & /b → barrier → /c & /z → barrier → /say end', {}, 'passed', '/a /b /c /z /say end'],
    ['(/a & /b) → /z', { '/a': long }, 'passed', '/a /b /z'],
    ['/try:/a & /b → /catch:any → /c', { '/b': no }, 'handled', '/a /b /c'],
    ['(/a → /b) & /c → barrier → /z', { '/a': long }, 'passed', '/a /c /b /z'],
  ] as const)('%s with %j is %s and runs %s', (chain, table, decision, ran) => {
    expect(run(chain, table)).toMatchObject({ decision, ran });
  });

  it('runs no more at once than was written', () => {
    expect(run('fork:2 → /a & /b & /c & /z').mostAtOnce).toBe(2);
    expect(run('/a & /b & /c & /z').mostAtOnce).toBe(4);
  });

  it('goes on while branches do', () => {
    expect(run('/a & /b → /c', { '/a': long, '/b': long, '/c': long }).seconds).toBe(10);
  });

  it('shows what branches set only behind the barrier', () => {
    const { state } = run('($x=1 → /a) & /b → barrier → $all_ready → /say $x');
    expect([...(state.variables.get('') ?? [])]).toEqual([
      ['x', 1],
      ['all_ready', true],
    ]);
  });
});

describe('case', () => {
  const chain = (value: string) =>
    `/continue → $kind=${value}\ncase:$kind\n  ↳ gpu → /a\n  ↳ cp* | tpu → /b → /c\n  ↳ * → /z`;
  it.each([
    ['gpu', '/a'],
    ['cpu', '/b /c'],
    ['tpu', '/b /c'],
    ['abacus', '/z'],
    ['12', '/z'],
  ])('%s runs %s', (value, ran) => {
    expect(run(chain(value))).toMatchObject({ decision: 'passed', ran });
  });
});
