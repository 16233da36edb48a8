/** When a schedule is due: days of the month and of the week, time zones, hours that the clocks skip or repeat. */
import { describe, expect, it } from 'vitest';
import { lastTime, nextTime, timesBetween } from '../../src/project/cron-times.ts';

const last = (cron: string, at: string, timezone?: string) =>
  lastTime({ cron, timezone }, new Date(at))?.toISOString();
const next = (cron: string, at: string, timezone?: string) =>
  nextTime({ cron, timezone }, new Date(at))?.toISOString();

describe('the newest time, and the next one', () => {
  it.each([
    // At its own minute it is due; a moment before it is not.
    ['47 4 * * *', '2026-11-21T04:47:00Z', '2026-11-21T04:47', '2026-11-22T04:47'],
    ['47 4 * * *', '2026-11-21T04:46:59.999Z', '2026-11-20T04:47', '2026-11-21T04:47'],
    ['*/15 * * * *', '2026-11-21T23:59:59Z', '2026-11-21T23:45', '2026-11-22T00:00'],
    ['5-20/10 8,20 * * *', '2026-11-21T08:15:30Z', '2026-11-21T08:15', '2026-11-21T20:05'],
    // 21 November 2026 is a Saturday.
    ['17 5 * * 1', '2026-11-21T12:00:00Z', '2026-11-16T05:17', '2026-11-23T05:17'],
    ['0 9 * * MON-FRI', '2026-11-21T12:00:00Z', '2026-11-20T09:00', '2026-11-23T09:00'],
    ['0 0 1 jan *', '2026-11-21T12:00:00Z', '2026-01-01T00:00', '2027-01-01T00:00'],
    ['0 0 31 * *', '2026-11-21T12:00:00Z', '2026-10-31T00:00', '2026-12-31T00:00'],
    ['30 12 29 2 *', '2026-11-21T12:00:00Z', '2024-02-29T12:30', '2028-02-29T12:30'],
    // 2100 has none.
    ['30 12 29 2 *', '2100-11-21T12:00:00Z', '2096-02-29T12:30', '2104-02-29T12:30'],
    // Both restricted: one of them is enough. One of them with a star: both count.
    ['0 0 13 * FRI', '2026-11-21T12:00:00Z', '2026-11-20T00:00', '2026-11-27T00:00'],
    ['0 0 13 * FRI', '2026-12-12T12:00:00Z', '2026-12-11T00:00', '2026-12-13T00:00'],
    ['0 0 */2 * FRI', '2026-11-21T12:00:00Z', '2026-11-13T00:00', '2026-11-27T00:00'],
  ])('%s at %s', (cron, at, before, after) => {
    expect(last(cron, at)).toBe(`${before}:00.000Z`);
    expect(next(cron, at)).toBe(`${after}:00.000Z`);
  });

  it('of a time zone are by its clocks, and on its days', () => {
    // Berlin is two hours before UTC in summer, one in winter.
    expect(last('30 6 * * *', '2026-07-01T12:00:00Z', 'Europe/Berlin')).toBe('2026-07-01T04:30:00.000Z');
    expect(last('30 6 * * *', '2026-12-01T12:00:00Z', 'Europe/Berlin')).toBe('2026-12-01T05:30:00.000Z');
    // Monday in Auckland begins on Sunday in UTC, and Sunday in Honolulu ends on Monday.
    expect(last('0 1 * * MON', '2026-11-25T00:00:00Z', 'Pacific/Auckland')).toBe('2026-11-22T12:00:00.000Z');
    expect(next('0 22 * * SUN', '2026-11-21T00:00:00Z', 'Pacific/Honolulu')).toBe('2026-11-23T08:00:00.000Z');
    expect(last('15 * * * *', '2026-11-21T10:40:00Z', 'Asia/Kathmandu')).toBe('2026-11-21T10:30:00.000Z');
  });

  it('that the clocks skip is when they go on', () => {
    // New York: 2:00 to 3:00 on 8 March 2026 is not there.
    const zone = 'America/New_York';
    expect(last('30 2 * * *', '2026-03-08T12:00:00Z', zone)).toBe('2026-03-08T07:00:00.000Z');
    expect(next('30 2 * * *', '2026-03-07T12:00:00Z', zone)).toBe('2026-03-08T07:00:00.000Z');
    expect(next('30 2 * * *', '2026-03-08T07:00:00Z', zone)).toBe('2026-03-09T06:30:00.000Z');
    // Half an hour, on Lord Howe Island.
    expect(last('10 2 * * *', '2026-10-04T00:00:00Z', 'Australia/Lord_Howe')).toBe(
      '2026-10-03T15:30:00.000Z',
    );
  });

  it('that the clocks repeat is the first of the two', () => {
    // New York: 1:30 comes twice on 1 November 2026.
    const zone = 'America/New_York';
    expect(last('30 1 * * *', '2026-11-01T12:00:00Z', zone)).toBe('2026-11-01T05:30:00.000Z');
    expect(next('30 1 * * *', '2026-11-01T05:30:00Z', zone)).toBe('2026-11-02T06:30:00.000Z');
  });

  it('of a line that is none, or names no day, there is none', () => {
    for (const cron of ['0 0 30 2 *', '0 0 * *', '60 * * * *', '']) {
      expect(last(cron, '2026-11-21T12:00:00Z')).toBeUndefined();
      expect(next(cron, '2026-11-21T12:00:00Z')).toBeUndefined();
    }
  });
});

describe('the times between two', () => {
  const between = (cron: string, after: string, until: string, most = 100, timezone?: string) =>
    timesBetween({ cron, timezone }, new Date(after), new Date(until), most).map((time) =>
      time.toISOString(),
    );

  it('leave out the first and take in the last, newest first', () => {
    expect(between('0 4 * * *', '2026-11-18T04:00:00Z', '2026-11-21T04:00:00Z')).toEqual([
      '2026-11-21T04:00:00.000Z',
      '2026-11-20T04:00:00.000Z',
      '2026-11-19T04:00:00.000Z',
    ]);
    expect(between('0 4 * * *', '2026-11-21T04:00:00Z', '2026-11-21T23:00:00Z')).toEqual([]);
  });

  it('are no more than asked for', () => {
    expect(between('*/5 * * * *', '2026-01-01T00:00:00Z', '2026-11-21T00:00:00Z', 3)).toHaveLength(3);
  });

  it('are one where the clocks have skipped several', () => {
    expect(
      between('*/30 2 * * *', '2026-03-08T00:00:00Z', '2026-03-09T00:00:00Z', 9, 'America/New_York'),
    ).toEqual(['2026-03-08T07:00:00.000Z']);
  });

  it('agree with a walk through every minute of the year', () => {
    const line = '*/20 3,23 */10,15 * MON';
    const from = Date.parse('2026-01-01T00:00:00Z');
    const walked: string[] = [];
    for (let at = from; at < Date.parse('2027-01-01T00:00:00Z'); at += 60_000) {
      const time = new Date(at);
      const isDay = [1, 11, 15, 21, 31].includes(time.getUTCDate()) && time.getUTCDay() === 1;
      if (isDay && [3, 23].includes(time.getUTCHours()) && time.getUTCMinutes() % 20 === 0)
        walked.push(time.toISOString());
    }
    expect(between(line, '2025-12-31T23:59:00Z', '2026-12-31T23:59:00Z', 1000)).toEqual(walked.reverse());
  });
});
