/** The inputs of the action's parts: the only place where their names stand beside the parts' `action.yml`, which a test compares. */
import * as core from '@actions/core';
import { RunError } from '../drivers/run-error.ts';

export const partInputs = {
  open: ['job', 'workflow', 'sources', 'project', 'request', 'params', 'plan', 'needs', 'token', 'comment'],
  step: ['step', 'token'],
  cell: ['job', 'leg', 'project', 'plan', 'token'],
  conclude: ['needs', 'project', 'token'],
} as const;

type Key = (typeof partInputs)[keyof typeof partInputs][number];

export function input(key: Key): string {
  return core.getInput(key).trim();
}

export function demanded(key: Key): string {
  const value = input(key);
  if (value === '') throw new RunError(`input \`${key}\` is missing`);
  return value;
}

export type Results = Readonly<Record<string, 'success' | 'failure' | 'cancelled' | 'skipped'>>;

/** How the jobs before this one ended, from `toJSON(needs)`. */
export function readNeeds(): Results {
  const text = input('needs');
  if (text === '') return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new RunError('input `needs`: this is no JSON; it is `${{ toJSON(needs) }}`');
  }
  if (typeof parsed !== 'object' || parsed === null)
    throw new RunError('input `needs`: this is no `toJSON(needs)`');
  return Object.fromEntries(
    Object.entries(parsed).flatMap(([job, own]: [string, unknown]) => {
      const result = typeof own === 'object' && own !== null && 'result' in own ? own.result : undefined;
      return result === 'success' || result === 'failure' || result === 'cancelled' || result === 'skipped'
        ? [[job, result] as const]
        : [];
    }),
  );
}
