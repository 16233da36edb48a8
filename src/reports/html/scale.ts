/** Values → places in a chart, and the round numbers beside it. */
import { shortNumber } from '../../engine/evaluate.ts';

/** Of the drawing; the words beside it need the room on the left and below. */
export const frame = { width: 400, height: 220, left: 52, right: 10, top: 8, bottom: 40 } as const;

export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/** From bottom to top. All finite. */
export function upwards(values: readonly number[]): Scale {
  const [low, high] = rangeOf(values);
  const length = frame.height - frame.top - frame.bottom;
  return {
    at: (value) => rounded(frame.height - frame.bottom - shareOf(value, low, high) * length),
    ticks: ticksIn(low, high),
  };
}

/** From left to right, to the very ends. */
export function rightwards(values: readonly number[]): Scale {
  let [low, high] = [least(values), greatest(values)];
  if (low === high) [low, high] = [low - 1, high + 1];
  const length = frame.width - frame.left - frame.right;
  return {
    at: (value) => rounded(frame.left + shareOf(value, low, high) * length),
    ticks: ticksIn(low, high),
  };
}

/** Halved first: the difference of the two largest numbers is none. */
function shareOf(value: number, low: number, high: number): number {
  return (value / 2 - low / 2) / (high / 2 - low / 2);
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [least(values), greatest(values)];
  const room = (high / 2 - low / 2) * 0.1 || Math.abs(high) * 0.1 || 1;
  const limit = (value: number) => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
  return [low >= 0 ? Math.max(0, low - room) : limit(low - room), limit(high + room)];
}

function ticksIn(low: number, high: number): Scale['ticks'] {
  const rough = high / 8 - low / 8;
  const power = 10 ** Math.floor(Math.log10(rough));
  // What is smaller than any power of ten has no round numbers.
  if (!(power > 0) || !Number.isFinite(power))
    return [low, high].map((value) => ({ value, label: shortNumber(value) }));
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const ticks: { value: number; label: string }[] = [];
  for (let count = Math.ceil(low / step); count * step <= high && ticks.length < 12; count += 1) {
    const value = Number((count * step).toPrecision(12));
    ticks.push({ value, label: shortNumber(value) });
  }
  return ticks;
}

/** Not `Math.min(...)`: a long curve has more values than a call takes arguments. */
export function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

export function greatest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

function rounded(place: number): number {
  return Math.round(place * 10) / 10;
}
