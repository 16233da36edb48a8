/** What may be done about a failure, by its class. */

/** Caught by name alone, or by nothing: `any`, `*` and `<stem>-failed` leave them alone. */
const uncaught: ReadonlySet<string> = new Set([
  ...['usage', 'auth', 'budget', 'degraded', 'gate-error', 'cancelled'],
]);

export function isCatchable(failure: string): boolean {
  return !uncaught.has(failure);
}

/** What `||` may go on after: a failure of work, not of a demand that was written. */
export function isForgivable(failure: string): boolean {
  return isCatchable(failure) && failure !== 'gate-not-met';
}

/** Whether trying again may end in another way, and undoes nothing that someone decided. */
export function isRetryable(failure: string): boolean {
  return isForgivable(failure) && failure !== 'approval-refused';
}
