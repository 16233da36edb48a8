/** What was started on one day of UTC, and whether there is room for more. A ledger that cannot be read leaves no room. */
import { z } from 'zod';
import type { Limits } from '../plan/policy.ts';
import { named } from './refusal.ts';

const money = z.number().finite().nonnegative();
const entry = z.strictObject({
  /** Login; absent for schedules and pushes. */
  by: z.string().min(1).max(100).optional(),
  /** UTC. */
  at: z.iso.datetime(),
  workflow: z.string().min(1).max(200),
  pr: z.number().int().positive().optional(),
  /** GitHub's id of the run. */
  run: z.number().int().positive(),
  /** Dollars at worst, when it began. Absent where nothing bounds them. */
  quote: money.optional(),
  /** Dollars, since it is over. */
  cost: money.optional(),
});
const schema = z.strictObject({
  schema: z.literal(1),
  /** `2026-11-22` */
  day: z.iso.date(),
  entries: z.array(entry).max(5000),
});

export type LedgerEntry = Readonly<z.infer<typeof entry>>;
export type Ledger = z.infer<typeof schema>;

/** Of a time in UTC, ISO 8601. */
export function ledgerKey(now: string): string {
  return `ledger/${dayOf(now)}`;
}

/** Why nothing more may start, or undefined. `stored`: what the day's ledger holds, undefined when there is none yet. */
export function overLimit(
  stored: unknown,
  limits: Limits,
  asked: {
    /** Login; undefined for schedules and pushes, which count among all runs. */
    readonly by: string | undefined;
    readonly now: string;
    /** Dollars at worst; undefined where nothing bounds them. */
    readonly quote: number | undefined;
  },
): string | undefined {
  const { runs, runsPerPerson, dollars, dollarsPerPerson } = limits;
  if ([runs, runsPerPerson, dollars, dollarsPerPerson].every((one) => one === undefined)) return undefined;
  const ledger = ledgerOf(stored, dayOf(asked.now));
  if (ledger === undefined)
    return 'what was started today cannot be read, and the limits of `policy:` could not be kept';
  const { by, quote } = asked;
  const own = by === undefined ? [] : ledger.entries.filter((one) => isSame(one.by, by));
  const whose = by === undefined ? '' : named(by);
  if (by !== undefined && runsPerPerson !== undefined && own.length >= runsPerPerson)
    return `${whose} has started ${counted(own.length)} today, and \`runs-per-person\` is ${runsPerPerson}`;
  if (runs !== undefined && ledger.entries.length >= runs)
    return `today has ${counted(ledger.entries.length)} already, and \`runs\` is ${runs}`;
  const bounds = [
    ...(by !== undefined && dollarsPerPerson !== undefined
      ? [{ key: 'dollars-per-person', bound: dollarsPerPerson, spent: spentIn(own), of: `${whose} has` }]
      : []),
    ...(dollars !== undefined
      ? [{ key: 'dollars', bound: dollars, spent: spentIn(ledger.entries), of: 'today’s runs have' }]
      : []),
  ];
  for (const { key, bound, spent, of } of bounds) {
    const isBounded = quote !== undefined && Number.isFinite(quote) && quote >= 0;
    if (!isBounded)
      return `nothing bounds what this would cost, and \`${key}\` is ${shown(bound)}: give it a \`budget:\``;
    if (spent === undefined)
      return `nothing bounds what a run of today costs, and \`${key}\` is ${shown(bound)}`;
    // Sums of cents are not exact.
    if (spent + quote > bound + 1e-9)
      return `${of} spent or set aside ${shown(spent)} today, this would cost up to ${shown(quote)}, and \`${key}\` is ${shown(bound)}`;
  }
  return undefined;
}

/** The day's ledger with one more run; the same run stands in it once. Throws when what is stored is no ledger of that day. */
export function entered(stored: unknown, run: LedgerEntry): Ledger {
  const read = readable(stored, dayOf(run.at));
  const others = read.entries.filter((one) => one.run !== run.run);
  return { ...read, entries: [...others, entry.parse(run)] };
}

/** With what the run has cost; undefined when the run is not in it, so that there is nothing to write. Throws as `entered`. */
export function settled(stored: unknown, run: number, cost: number): Ledger | undefined {
  if (stored === undefined) return undefined;
  const read = schema.parse(stored);
  if (!read.entries.some((one) => one.run === run)) return undefined;
  const checked = money.parse(cost);
  return { ...read, entries: read.entries.map((one) => (one.run === run ? { ...one, cost: checked } : one)) };
}

function readable(stored: unknown, day: string): Ledger {
  const read = ledgerOf(stored, day);
  if (!read) throw new Error(`the ledger of ${day} cannot be read`);
  return read;
}

function ledgerOf(stored: unknown, day: string): Ledger | undefined {
  if (stored === undefined) return { schema: 1, day, entries: [] };
  const read = schema.safeParse(stored);
  return read.success && read.data.day === day ? read.data : undefined;
}

/** Undefined when one of them has no bound and is not over. */
function spentIn(entries: readonly LedgerEntry[]): number | undefined {
  let sum = 0;
  for (const { cost, quote } of entries) {
    const dollars = cost ?? quote;
    if (dollars === undefined) return undefined;
    sum += dollars;
  }
  return sum;
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

function counted(count: number): string {
  return count === 1 ? '1 run' : `${count} runs`;
}

function shown(dollars: number): string {
  return `$${dollars.toFixed(2)}`;
}

/** Throws for a time that is none: nothing is counted on a day that nobody knows. */
function dayOf(now: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T.*Z$/.test(now)) throw new Error(`this is no time in UTC: ${now}`);
  return now.slice(0, 10);
}
