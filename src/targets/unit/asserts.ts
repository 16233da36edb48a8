/** What a command asserts of each of its runs. Fails closed: a value that is missing breaks an assert too. */
import { evaluate, metricReadings } from '../../engine/evaluate.ts';
import type { UnitResult } from '../../engine/event.ts';
import { ownField } from '../../engine/own-field.ts';
import { variableName } from '../../engine/template.ts';
import type { RunCommand, Seconds, Value } from '../../plan/plan.ts';

/** Of a result whose asserts all hold: undefined. `seconds`: of the script alone. */
export function brokenAsserts(
  { asserts = [], sets = [] }: RunCommand,
  { metrics, values, samples }: Omit<UnitResult, 'seconds'>,
  seconds: Seconds,
): string | undefined {
  const variables = new Map<string, Value>();
  for (const name of sets) {
    const value = ownField(values, name);
    if (value !== undefined) variables.set(variableName(name), value);
  }
  const readings = metricReadings(({ written, metric, unit }) => {
    // A metric of that name is meant first.
    const value = ownField(metrics, metric) ?? (metric === 'duration' ? seconds : undefined);
    const read = { written, metric, unit, ...(value === undefined ? {} : { value }) };
    return samples === undefined ? read : { ...read, samples };
  }, variables);
  const broken = asserts.flatMap(({ text, expression }) => {
    const { outcome, sum, reason, remark } = evaluate(expression, readings);
    if (outcome === 'met') return [];
    const why = reason ?? (outcome === 'inconclusive' ? `inconclusive: ${remark ?? 'too few samples'}` : '');
    return [`assert \`${text}\` is broken: ${sum}${why === '' ? '' : ` (${why})`}`];
  });
  return broken.length === 0 ? undefined : broken.join('; ');
}
