/** How often, how long and how dear a plan is at worst. */
import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/plan/estimate.ts';
import { makespan } from '../../src/plan/makespan.ts';
import { table } from '../language/rig.ts';
import { planned } from './rig.ts';

const project = `targets: { gpu: { kind: local, price: 6 } }
commands:
  minute: { run: x, timeout: 60 }
  hour: { run: x, timeout: 3600, target: gpu }
  half: { run: x, timeout: 1800, target: gpu }
  open: { run: x }
  measure: { run: x, timeout: 10, metrics: [{ output: [accuracy] }] }
`;

function shown(chain: string): string {
  const { plan, text } = planned(chain, project);
  if (!plan) return text;
  const { attempts, seconds, dollars, critical } = estimate(plan);
  const most = Math.max(...attempts.values());
  const [time, cost] = [seconds.get(plan.root), dollars.get(plan.root)];
  return `${time === undefined ? 'no bound' : `${time} s`}, ${cost === undefined ? 'no bound' : `$${cost}`}, up to ${most} of one: ${critical.join(' ')}`;
}

describe('an estimate', () => {
  it('follows what is written', () => {
    expect(
      table(
        [
          '/minute → /hour',
          '/minute → /open → /hour',
          'parallel[/minute → /minute | /half | /minute]',
          'parallel:max=2[/hour | /half | /half | /minute]',
          'parallel[/hour | /open | /open → /minute]',
          'retry:3 delay:60 → /minute',
          'retry:3 backoff:300 → /hour',
          'retry:20 backoff:1200 → /minute',
          'timeout:5m → retry:9 → /minute',
          'retry:3 → timeout:30 → /open',
          'timeout:30m → /hour',
          'timeout:30m → parallel[/hour | /half]',
          'repeat:5 until:acc>0.9 → (retry:1 → /measure)',
          'budget:3usd → /hour',
          '/measure → /if:acc>0.9 → /hour → /else → /minute',
          '/try:/half → /catch:timeout → /hour → /catch:any → /minute → /else → /minute → /finally → /minute',
          '/minute && /hour || /half',
          '/hour & /minute → /half → barrier → /minute',
          '/minute → /half & /minute → /hour → barrier → /minute',
          '/minute → /wait:10m → /approve:ship',
          '/minute\nfinally → /hour',
          '/fallback:minute > x.json',
        ],
        shown,
      ),
    ).toMatchInlineSnapshot(`
      "
      /minute → /hour
          3660 s, $6, up to 1 of one: 1-minute 2-hour
      /minute → /open → /hour
          no bound, $6, up to 1 of one: 1-minute 2-open 3-hour
      parallel[/minute → /minute | /half | /minute]
          1800 s, $3, up to 1 of one: 1.2-half
      parallel:max=2[/hour | /half | /half | /minute]
          3660 s, $12, up to 1 of one: 1.2-half 1.3-half 1.4-minute
      parallel[/hour | /open | /open → /minute]
          no bound, $6, up to 1 of one: 1.3.1-open 1.3.2-minute
      retry:3 delay:60 → /minute
          420 s, $0, up to 4 of one: 1.1-minute
      retry:3 backoff:300 → /hour
          16500 s, $24, up to 4 of one: 1.1-hour
      retry:20 backoff:1200 → /minute
          69660 s, $0, up to 21 of one: 1.1-minute
      timeout:5m → retry:9 → /minute
          300 s, $0, up to 10 of one: 1.1.1-minute
      retry:3 → timeout:30 → /open
          120 s, $0, up to 4 of one: 1.1.1-open
      timeout:30m → /hour
          1800 s, $3, up to 1 of one: 1.1-hour
      timeout:30m → parallel[/hour | /half]
          1800 s, $6, up to 1 of one: 1.1.1-hour
      repeat:5 until:acc>0.9 → (retry:1 → /measure)
          100 s, $0, up to 10 of one: 1.1.1-measure
      budget:3usd → /hour
          3600 s, $3, up to 1 of one: 1.1-hour
      /measure → /if:acc>0.9 → /hour → /else → /minute
          3610 s, $6, up to 1 of one: 1-measure 2.1-hour
      /try:/half → /catch:timeout → /hour → /catch:any → /minute → /else → /minute → /finally → /minute
          5460 s, $9, up to 1 of one: 1.1-half 1.2-hour 1.5-minute
      /minute && /hour || /half
          5460 s, $9, up to 1 of one: 1.1.1-minute 1.1.2-hour 1.2-half
      /hour & /minute → /half → barrier → /minute
          3660 s, $9, up to 1 of one: 1.1-hour 4-minute
      /minute → /half & /minute → /hour → barrier → /minute
          3720 s, $9, up to 1 of one: 1-minute 3-hour 5-minute
      /minute → /wait:10m → /approve:ship
          no bound, $0, up to 1 of one: 1-minute
      /minute\\nfinally → /hour
          3660 s, $6, up to 1 of one: 1-minute finally-hour
      /fallback:minute > x.json
          60 s, $0, up to 1 of one: 1.1.1-minute
      "
    `);
  });

  it('takes a node for its own', () => {
    const { plan } = planned('retry:2 → (/minute → repeat:3 until:acc>0.9 → /measure)', project);
    const found = plan && estimate(plan);
    expect(
      plan?.nodes.map(({ id }) => [id, found?.attempts.get(id), found?.seconds.get(id)]),
    ).toMatchInlineSnapshot(`
      [
        [
          "chain",
          1,
          270,
        ],
        [
          "1-retry",
          1,
          270,
        ],
        [
          "1.1-sequence",
          3,
          90,
        ],
        [
          "1.1.1-minute",
          3,
          60,
        ],
        [
          "1.1.2-repeat",
          3,
          30,
        ],
        [
          "1.1.2.1-measure",
          9,
          10,
        ],
      ]
    `);
  });
});

describe('a makespan', () => {
  it('is as if branches were begun in their order on so many places', () => {
    // A plain list of places, searched each time.
    const plain = (lengths: readonly number[], places: number) => {
      const free = Array<number>(places).fill(0);
      for (const length of lengths) {
        const next = free.indexOf(Math.min(...free));
        free[next] = (free[next] ?? 0) + length;
      }
      return Math.max(...free);
    };
    let seed = 7;
    const random = () => {
      seed = (seed * 48271) % 2147483647;
      return seed;
    };
    for (let round = 0; round < 300; round += 1) {
      const lengths = Array.from({ length: 1 + (random() % 20) }, () => random() % 50);
      const places = 1 + (random() % 6);
      const { seconds, through } = makespan(lengths, places);
      expect(seconds).toBe(plain(lengths, places));
      expect(through.reduce((sum, index) => sum + (lengths[index] ?? 0), 0)).toBe(seconds);
    }
    expect(makespan([], 3)).toEqual({ seconds: 0, through: [] });
  });
});
