/** What was looked at, what was found, and what to do about it. */

/** `not-checked`: it could not be looked at, and nothing says that it is wrong. */
export type CheckState = 'ok' | 'warning' | 'problem' | 'not-checked';

export interface Check {
  /** A word or two: `host key`. */
  readonly name: string;
  readonly state: CheckState;
  /** One sentence. */
  readonly says: string;
  /** One line each. */
  readonly details?: readonly string[];
  /** What to do. */
  readonly advice?: string;
  /** To be copied as it is; never broken or cut. */
  readonly line?: string;
}

export interface Section {
  readonly title: string;
  /** The target it is about. */
  readonly target?: string;
  readonly checks: readonly Check[];
}

type More = Partial<Pick<Check, 'details' | 'advice' | 'line'>>;

export function ok(name: string, says: string, more: More = {}): Check {
  return { name, state: 'ok', says, ...more };
}

export function warning(name: string, says: string, more: More = {}): Check {
  return { name, state: 'warning', says, ...more };
}

export function problem(name: string, says: string, more: More = {}): Check {
  return { name, state: 'problem', says, ...more };
}

export function notChecked(name: string, says: string, more: More = {}): Check {
  return { name, state: 'not-checked', says, ...more };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
