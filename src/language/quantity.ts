/** Counts, durations and dollars as people write them behind a colon: `3`, `5m`, `12usd`. Undefined for anything else. */

const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

export function parseCount(text: string): number | undefined {
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** Seconds. */
export function parseDuration(text: string): number | undefined {
  const [, digits, unit = 's'] = /^(\d{1,9})([smhd])?$/i.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits) * (secondsOf[unit.toLowerCase()] ?? 1);
}

export function parseDollars(text: string): number | undefined {
  const [, digits] = /^\$?(\d{1,9}(?:\.\d{1,6})?)(?:usd)?$/i.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
