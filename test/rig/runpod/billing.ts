/** What RunPod has charged, in buckets of time. It settles every five minutes: the last of them are missing. */
import type { Json, JsonObject } from '../github/api.ts';
import { Problem } from './api.ts';
import type { Clock } from './clock.ts';
import { rounded } from './create.ts';
import type { Ledger } from './ledger.ts';

const SETTLES = 300;
const DAY = 86_400;
const LENGTHS: Readonly<Record<string, number>> = {
  hour: 3600,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  year: 365 * DAY,
};

export function billing(query: Readonly<Record<string, string>>, ledger: Ledger, clock: Clock): JsonObject {
  const { startTime, endTime, lastN, podId, bucketSize = 'day' } = query;
  if (lastN !== undefined && (startTime !== undefined || endTime !== undefined))
    throw new Problem(400, 'lastN and startTime/endTime are mutually exclusive');
  const length = LENGTHS[bucketSize] ?? DAY;
  const now = clock.now();
  const end = Math.ceil((endTime === undefined ? now : Date.parse(endTime) / 1000) / length) * length;
  const asked = startTime === undefined ? now - 30 * DAY : Date.parse(startTime) / 1000;
  const start = lastN === undefined ? Math.floor(asked / length) * length : end - Number(lastN) * length;
  const settled = Math.floor(now / SETTLES) * SETTLES;
  const records: Json[] = [];
  const pods = new Set<string>();
  const totals = amounts(0, 0);
  for (const entry of ledger.entries()) {
    if (podId !== undefined && entry.id !== podId) continue;
    for (let from = start; from < end; from += length) {
      const seconds = ledger.seconds(entry.id, from, Math.min(from + length, settled));
      if (seconds <= 0) continue;
      const charged = amounts(entry.price, seconds);
      for (const name of ['totalAmount', 'gpuAmount', 'cpuAmount', 'diskAmount'] as const)
        totals[name] = rounded(totals[name] + charged[name]);
      pods.add(entry.id);
      records.push({
        startTime: clock.iso(from),
        endTime: clock.iso(from + length),
        podId: entry.id,
        ...charged,
      });
    }
  }
  return {
    records,
    metadata: {
      query: { startTime: clock.iso(start), endTime: clock.iso(end), bucketSize, podId: podId ?? null },
      recordCount: records.length,
      uniquePodCount: pods.size,
      totals,
    },
  };
}

function amounts(
  price: number,
  seconds: number,
): Record<'totalAmount' | 'gpuAmount' | 'cpuAmount' | 'diskAmount', number> {
  const totalAmount = rounded((price * seconds) / 3600);
  return { totalAmount, gpuAmount: totalAmount, cpuAmount: 0, diskAmount: 0 };
}
