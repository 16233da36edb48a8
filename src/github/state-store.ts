/**
 * What outlives a run: metrics of accepted runs, slots of schedules, ledgers of the day. One JSON file a key, on a branch of
 * its own that shares no history with the code.
 */

export interface StateStore {
  /** Parsed JSON; undefined when there is none. `key`: path without extension, `accepted/sweep`. Rejects when it cannot be read. */
  read(key: string): Promise<unknown>;
  /**
   * Gives `change` what is there, and writes what it gives back; again with what is there then when somebody else was faster.
   * Undefined from `change` leaves it as it is. Rejects when it cannot be written.
   */
  change(key: string, change: (before: unknown) => unknown, message: string): Promise<void>;
}
