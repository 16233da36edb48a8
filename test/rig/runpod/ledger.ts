/** The oracle: what was created, when it ended and what it cost, on the rig's clock. */
import type { Clock } from './clock.ts';

export interface LedgerEvent {
  readonly at: number;
  readonly what: 'create' | 'stop' | 'start' | 'terminate';
  /** `account`, `pod`, or `platform` when RunPod itself did it. */
  readonly by: string;
}

export interface LedgerEntry {
  readonly id: string;
  readonly name: string;
  /** What the client wanted: its variable MLW_NAME, or the name. */
  readonly intent: string;
  /** Made by the test and not by a client: nobody may touch it. */
  readonly foreign: boolean;
  /** Dollars an hour while it runs. */
  readonly price: number;
  /** Seconds since 1970. */
  readonly createdAt: number;
  readonly endedAt: number | undefined;
  readonly seconds: number;
  readonly dollars: number;
  readonly events: readonly LedgerEvent[];
}

interface Account extends Omit<LedgerEntry, 'dollars' | 'seconds' | 'endedAt'> {
  endedAt: number | undefined;
  readonly spans: { readonly from: number; to: number | undefined }[];
  readonly events: LedgerEvent[];
}

export class Ledger {
  readonly #clock: Clock;
  readonly #accounts = new Map<string, Account>();
  /** What was done to pods that are nobody's business. */
  readonly touched: string[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  create(
    fields: Pick<LedgerEntry, 'id' | 'name' | 'intent' | 'foreign' | 'price'>,
    createdAt?: number,
  ): void {
    const at = createdAt ?? this.#clock.now();
    this.#accounts.set(fields.id, {
      ...fields,
      createdAt: at,
      endedAt: undefined,
      spans: [{ from: at, to: undefined }],
      events: [{ at, what: 'create', by: fields.foreign ? 'test' : 'account' }],
    });
  }

  record(id: string, what: 'stop' | 'start' | 'terminate', by: string): void {
    const account = this.#accounts.get(id);
    if (account === undefined) throw new Error(`no pod ${id} in the ledger`);
    const at = this.#clock.now();
    account.events.push({ at, what, by });
    if (account.foreign && by !== 'test') this.touched.push(`${what} of ${account.name} (${id}) by ${by}`);
    const open = account.spans.find(({ to }) => to === undefined);
    if (what === 'start') {
      if (open === undefined) account.spans.push({ from: at, to: undefined });
      return;
    }
    if (open !== undefined) open.to = at;
    if (what === 'terminate') account.endedAt = at;
  }

  entries(): LedgerEntry[] {
    return [...this.#accounts.values()].map(({ spans, ...account }) => {
      const seconds = this.seconds(account.id);
      return { ...account, seconds, dollars: (seconds / 3600) * account.price };
    });
  }

  entry(id: string): LedgerEntry {
    const found = this.entries().find((entry) => entry.id === id);
    if (found === undefined) throw new Error(`no pod ${id} in the ledger`);
    return found;
  }

  /** Of its life, so many seconds between two times were billed. */
  seconds(id: string, from = 0, to = this.#clock.now()): number {
    const spans = this.#accounts.get(id)?.spans ?? [];
    return spans.reduce(
      (sum, span) => sum + Math.max(0, Math.min(to, span.to ?? to) - Math.max(from, span.from)),
      0,
    );
  }

  /** Pods of clients that were not terminated; a stopped one is alive too. */
  alive(): LedgerEntry[] {
    return this.entries().filter(({ foreign, endedAt }) => !foreign && endedAt === undefined);
  }

  /** Spent on pods of clients until now. */
  dollars(): number {
    return this.entries()
      .filter(({ foreign }) => !foreign)
      .reduce((sum, { dollars }) => sum + dollars, 0);
  }

  byName(name: string): LedgerEntry[] {
    return this.entries().filter((entry) => entry.name === name);
  }

  /** Throws when a pod is alive, when one name or intent has two pods, or when a foreign pod was touched. */
  expectNothingLeft(): void {
    const problems: string[] = [];
    for (const { id, name, createdAt, price, dollars } of this.alive()) {
      const age = Math.round(this.#clock.now() - createdAt);
      problems.push(
        `pod ${id} "${name}" is alive after ${age} s, at $${price}/h, $${dollars.toFixed(4)} so far`,
      );
    }
    for (const key of ['name', 'intent'] as const) {
      const groups = new Map<string, string[]>();
      for (const entry of this.entries()) {
        if (entry.foreign) continue;
        groups.set(entry[key], [...(groups.get(entry[key]) ?? []), entry.id]);
      }
      for (const [value, ids] of groups)
        if (ids.length > 1) problems.push(`the ${key} "${value}" has ${ids.length} pods: ${ids.join(', ')}`);
    }
    problems.push(...this.touched.map((what) => `a foreign pod was touched: ${what}`));
    if (problems.length > 0) throw new Error(`RunPod rig: ${[...new Set(problems)].join('; ')}`);
  }
}
