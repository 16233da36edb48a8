/** How a built-in command ends. The time it took is measured around it. */
import type { UnitResult } from '../engine/event.ts';
import type { UnitOutcome } from '../ports.ts';

type Failed = UnitOutcome & { readonly is: 'failed' };
type Succeeded = UnitOutcome & { readonly is: 'succeeded' };

export function failureOf(cause: string, message: string, tail: readonly string[] = []): Failed {
  return { is: 'failed', seconds: 0, class: cause, message, tail };
}

export function succeededWith(
  values: UnitResult['values'] = {},
  more: Omit<Succeeded, 'is' | 'result'> = {},
): Succeeded {
  return { is: 'succeeded', result: { seconds: 0, metrics: {}, values }, ...more };
}
