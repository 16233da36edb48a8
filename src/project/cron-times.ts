/** When a schedule of GitHub's is due: the times of a cron line in its time zone. Pure; the minute is the finest there is. */
import { cronFields } from './cron.ts';

export interface Schedule {
  readonly cron: string;
  /** As IANA names it; UTC when absent. */
  readonly timezone?: string | undefined;
}

const minute = 60_000;
const quarter = 15 * minute;
const day = 24 * 60 * minute;
/** 29 February comes after eight years at most: 1896 to 1904, 2096 to 2104. */
const mostDays = 8 * 366 + 1;

const zones = new Map<string, Zone>();

/** The newest one that is not after `at`; undefined for a line that GitHub does not take, or that names no day there is. */
export function lastTime(schedule: Schedule, at: Date): Date | undefined {
  return nearest(schedule, at, -1);
}

/** The first one after `at`. */
export function nextTime(schedule: Schedule, at: Date): Date | undefined {
  return nearest(schedule, at, 1);
}

/** Those after `after` up to `until`, newest first; no more than `most` of them. */
export function timesBetween(schedule: Schedule, after: Date, until: Date, most: number): readonly Date[] {
  const found: Date[] = [];
  let at = lastTime(schedule, until);
  while (at && at > after && found.length < most) {
    found.push(at);
    at = lastTime(schedule, new Date(at.getTime() - minute));
  }
  return found;
}

function nearest({ cron, timezone = 'UTC' }: Schedule, at: Date, way: 1 | -1): Date | undefined {
  const line = lineOf(cron);
  if (!line || Number.isNaN(at.getTime())) return undefined;
  const zone = zones.get(timezone) ?? new Zone(timezone);
  zones.set(timezone, zone);
  const isReached = (time: number) => (way === 1 ? time > at.getTime() : time <= at.getTime());
  // A skipped hour may move a time into the next day, and a zone may be a day away from UTC.
  const first = zone.localOf(at.getTime()) - way * day;
  for (let offset = 0; offset <= mostDays; offset += 1) {
    const date = Math.floor(first / day) * day + way * offset * day;
    if (!isDue(line, new Date(date))) continue;
    const times = timesOn(line, date, zone).filter(isReached);
    if (times.length > 0) return new Date(way === 1 ? Math.min(...times) : Math.max(...times));
  }
  return undefined;
}

interface Line {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** The days of the month and of the week are both restricted: then one of them is enough, as POSIX has it. */
  readonly isEither: boolean;
}

function lineOf(cron: string): Line | undefined {
  const values = cronFields(cron);
  if (!values) return undefined;
  const [minutes = [], hours = [], days = [], months = [], weekdays = []] = values;
  const [, , ofMonth = '', , ofWeek = ''] = cron.trim().split(/\s+/);
  return {
    ...{ minutes, hours, days: new Set(days), months: new Set(months), weekdays: new Set(weekdays) },
    isEither: !ofMonth.startsWith('*') && !ofWeek.startsWith('*'),
  };
}

/** `date`: its fields in UTC are those of the zone. */
function isDue({ days, months, weekdays, isEither }: Line, date: Date): boolean {
  const isDay = days.has(date.getUTCDate());
  const isWeekday = weekdays.has(date.getUTCDay());
  return months.has(date.getUTCMonth() + 1) && (isEither ? isDay || isWeekday : isDay && isWeekday);
}

function timesOn({ hours, minutes }: Line, date: number, zone: Zone): number[] {
  return hours.flatMap((hour) => minutes.map((one) => zone.utcOf(date + (hour * 60 + one) * minute)));
}

/** Milliseconds since 1970 by the clocks of a zone, as if it were UTC, and back. */
class Zone {
  readonly #format: Intl.DateTimeFormat | undefined;
  readonly #offsets = new Map<number, number>();

  constructor(name: string) {
    this.#format =
      name === 'UTC'
        ? undefined
        : new Intl.DateTimeFormat('en-US', {
            ...{ timeZone: name, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
            ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
          });
  }

  localOf(time: number): number {
    return time + this.#offsetAt(time);
  }

  /**
   * Of an hour that the clocks repeat, the first. One that they skip is due when they go on, as GitHub says: 2:30 is at 3:00.
   */
  utcOf(local: number): number {
    if (!this.#format) return local;
    // Clocks of two offsets may show it: those of half a day before and behind.
    const offsets = [-day / 2, day / 2].map((away) => this.#offsetAt(local + away));
    const times = offsets.map((offset) => local - offset).sort((a, b) => a - b);
    const shown = times.find((time) => this.localOf(time) === local);
    return shown ?? this.#changeIn(times[0] ?? local, times.at(-1) ?? local);
  }

  /** Clocks are moved at a quarter of an hour, wherever that is done. */
  #offsetAt(time: number): number {
    if (!this.#format) return 0;
    const at = Math.floor(time / quarter) * quarter;
    const known = this.#offsets.get(at);
    if (known !== undefined) return known;
    const parts = new Map(this.#format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const field = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const shown = Date.UTC(field('year'), field('month') - 1, field('day'), field('hour'), field('minute'));
    this.#offsets.set(at, shown - at);
    return shown - at;
  }

  /** The minute in which the clocks are moved, between two that have different offsets. */
  #changeIn(from: number, to: number): number {
    const before = this.#offsetAt(from - day / 2);
    let [low, high] = [from - day / 2, to + day / 2];
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / 2 / minute) * minute;
      if (this.#offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    return high;
  }
}
