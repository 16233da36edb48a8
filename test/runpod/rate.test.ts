/** How many requests go out when, by the headers of the answers. */
import { describe, expect, it } from 'vitest';
import { Rate } from '../../src/runpod/rate.ts';

const headers = (given: Readonly<Record<string, string>>) => (name: string) => given[name];
const policy = '"minute";q=60;w=60, "hour";q=3000;w=3600, "day";q=50000;w=86400';

function clocked(longestSeconds = 3600) {
  let now = Date.parse('2026-11-21T12:00:00Z');
  const waits: { seconds: number; why: string }[] = [];
  const slept: number[] = [];
  const rate = new Rate({
    now: () => now,
    sleep: async (milliseconds) => {
      slept.push(milliseconds / 1000);
      now += milliseconds;
    },
    onWait: (seconds, why) => waits.push({ seconds, why }),
    longestSeconds,
  });
  const began = now;
  return { rate, waits, slept, elapsed: () => (now - began) / 1000, pass: (s: number) => (now += s * 1000) };
}

/** Sends one request and takes its answer. */
async function ask(rate: Rate, answer: Readonly<Record<string, string>> = {}): Promise<void> {
  await rate.take();
  rate.answered();
  rate.learn(headers(answer));
}

describe('the pace of requests', () => {
  it('is not held up as long as nothing is known or all windows have something left', async () => {
    const { rate, waits } = clocked();
    await ask(rate, { ratelimit: '"minute";r=1;t=12, "hour";r=2800;t=1812' });
    await ask(rate);
    expect(waits).toEqual([]);
  });

  it('F10: waits for the longest of the exhausted windows, and says so once', async () => {
    const { rate, waits, elapsed } = clocked();
    await ask(rate, { ratelimit: '"minute";r=0;t=12, "hour";r=0;t=1812, "day";r=49500;t=45012' });
    await Promise.all([ask(rate), ask(rate), ask(rate)]);
    expect(elapsed()).toBe(1812);
    expect(waits).toEqual([{ seconds: 1812, why: "RunPod's rate limit for the hour is used up" }]);
  });

  it('is shared by processes that look side by side: never faster than every five seconds', async () => {
    const { rate } = clocked();
    expect(rate.spacing(256)).toBe(5);
    await ask(rate, { 'ratelimit-policy': policy });
    expect([2, 4, 256].map((processes) => rate.spacing(processes))).toEqual([5, 6, 384]);
    await ask(rate, { 'ratelimit-policy': '"minute";q=1000;w=60, "hour";q=20000;w=3600' });
    expect(rate.spacing(256)).toBeCloseTo(23.04);
  });

  it('waits for `Retry-After` where that is longer than the windows', async () => {
    const { rate, elapsed } = clocked();
    const answer = { 'retry-after': '40', ratelimit: '"minute";r=0;t=12' };
    await ask(rate, answer);
    rate.refused(headers(answer), 1);
    await ask(rate);
    expect(elapsed()).toBe(40);
  });

  it('waits for the window where that is longer than `Retry-After`', async () => {
    const { rate, elapsed } = clocked();
    const answer = { 'retry-after': '12', ratelimit: '"minute";r=0;t=12, "hour";r=0;t=300' };
    await ask(rate, answer);
    rate.refused(headers(answer), 1);
    await ask(rate);
    expect(elapsed()).toBe(300);
  });

  it('takes a date as `Retry-After`, and a time of its own when there is none', async () => {
    const dated = clocked();
    dated.rate.refused(headers({ 'retry-after': 'Sat, 21 Nov 2026 12:00:07 GMT' }), 1);
    await ask(dated.rate);
    expect(dated.elapsed()).toBe(7);
    const bare = clocked();
    bare.rate.refused(headers({}), 3);
    await ask(bare.rate);
    expect(bare.elapsed()).toBe(3);
  });

  it('keeps the longer of two answers 429', async () => {
    const { rate, elapsed } = clocked();
    rate.refused(headers({ 'retry-after': '40' }), 1);
    rate.refused(headers({ 'retry-after': '5' }), 1);
    await ask(rate);
    expect(elapsed()).toBe(40);
  });

  it('counts what is on its way: a burst does not overrun the window', async () => {
    const { rate, elapsed } = clocked();
    await ask(rate, { ratelimit: '"minute";r=2;t=30', 'ratelimit-policy': policy });
    await rate.take();
    await rate.take();
    expect(elapsed()).toBe(0);
    // The answer to the first of them does not count the second.
    rate.answered();
    rate.learn(headers({ ratelimit: '"minute";r=1;t=30' }));
    await rate.take();
    expect(elapsed()).toBe(30);
  });

  it('is not misled by answers that overtake each other', async () => {
    const { rate, elapsed } = clocked();
    await rate.take();
    await rate.take();
    for (const left of [0, 1]) {
      rate.answered();
      rate.learn(headers({ ratelimit: `"minute";r=${left};t=30` }));
    }
    await rate.take();
    expect(elapsed()).toBe(30);
  });

  it('after a window has passed goes on with the quota of the policy', async () => {
    const { rate, pass, waits } = clocked();
    await ask(rate, { ratelimit: '"minute";r=0;t=5', 'ratelimit-policy': '"minute";q=60;w=60' });
    pass(6);
    await Promise.all(Array.from({ length: 20 }, () => ask(rate)));
    expect(waits).toEqual([]);
  });

  it('after a window has passed sends no more than that quota before an answer comes', async () => {
    const { rate, pass, elapsed } = clocked();
    await ask(rate, { ratelimit: '"minute";r=0;t=5', 'ratelimit-policy': '"minute";q=3;w=60' });
    pass(6);
    for (let sent = 0; sent < 3; sent += 1) await rate.take();
    expect(elapsed()).toBe(6);
    await rate.take();
    expect(elapsed()).toBe(66);
  });

  it('looks again while it waits: a later answer may show that there is something left', async () => {
    const { rate, elapsed, slept } = clocked();
    await rate.take();
    await rate.take();
    rate.answered();
    rate.learn(headers({ ratelimit: '"hour";r=0;t=3000' }));
    const third = rate.take();
    rate.answered();
    rate.learn(headers({ ratelimit: '"hour";r=7;t=3000' }));
    await third;
    expect(slept).toHaveLength(1);
    expect(elapsed()).toBeLessThan(3000);
  });

  it('says what is used up instead of waiting longer than anybody waits', async () => {
    const { rate, elapsed } = clocked(600);
    await ask(rate, { ratelimit: '"day";r=0;t=45012' });
    expect(await rate.take()).toBe(
      "RunPod's rate limit for the day is used up, the next request may go out in 45012 s",
    );
    expect(elapsed()).toBe(0);
  });

  it('ends a wait by the signal, with its reason', async () => {
    const { rate } = clocked();
    rate.refused(headers({ 'retry-after': '40' }), 1);
    const stopped = new Error('stopped');
    await expect(rate.take(AbortSignal.abort(stopped))).rejects.toBe(stopped);
  });

  it.each(['', 'nonsense', '"minute"', '"minute";r=;t=x', ';;,,', '"minute";r=0', '"a b";r=0;t=9'])(
    'passes over a header that it cannot read: %j',
    async (header) => {
      const { rate, waits } = clocked();
      await ask(rate, { ratelimit: header, 'ratelimit-policy': header });
      await ask(rate);
      expect(waits).toEqual([]);
    },
  );
});
