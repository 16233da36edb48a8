/** Diagnostics for machines. */
import type { Diagnostic } from './diagnostic.ts';
import { placeOf } from './source.ts';

export function diagnosticJson(diagnostic: Diagnostic): Record<string, unknown> {
  const { code, severity, message, source, span, help, related = [] } = diagnostic;
  return {
    code,
    severity,
    message,
    ...placeOf(source, span),
    ...(help === undefined ? {} : { help }),
    ...(related.length === 0
      ? {}
      : { related: related.map((one) => ({ message: one.message, ...placeOf(one.source, one.span) })) }),
  };
}
