/** The legs of a job: what GitHub makes of `strategy.matrix`. */
import { list, mapping } from './definition.ts';
import type { Value } from './expressions.ts';

const LEG_LIMIT = 256;

export type Leg = Readonly<Record<string, Value>>;

/** All combinations, less `exclude`, with `include`. Throws when there are none, or more than 256. */
export function legsOf(matrix: Value): Leg[] {
  const { include, exclude, ...vectors } = mapping(matrix);
  let legs: Leg[] = Object.keys(vectors).length === 0 ? [] : [{}];
  for (const [name, values] of Object.entries(vectors)) {
    if (!Array.isArray(values)) throw new Error(`matrix.${name} is not a sequence`);
    if (values.length === 0) throw new Error(`Matrix vector '${name}' does not contain any values`);
    legs = legs.flatMap((leg) => values.map((value: Value) => ({ ...leg, [name]: value })));
  }
  legs = legs.filter((leg) => !list(exclude).some((rule) => matches(leg, mapping(rule))));
  // An included one joins every leg whose own values it keeps; where there is none, it is a leg of its own.
  const combinations = legs.length;
  for (const rule of list(include).map(mapping)) {
    const own = Object.fromEntries(Object.entries(rule).filter(([name]) => name in vectors));
    const joined = legs.map((leg, index) =>
      index < combinations && matches(leg, own) ? { ...leg, ...rule } : leg,
    );
    const joins = joined.some((leg, index) => leg !== legs[index]);
    legs = joins ? joined : [...legs, rule];
  }
  if (legs.length === 0) throw new Error('Matrix must define at least one vector');
  if (legs.length > LEG_LIMIT)
    throw new Error(`The matrix has ${legs.length} jobs; the maximum is ${LEG_LIMIT}`);
  return legs;
}

/** What GitHub puts in brackets behind the name of a job. */
export function legName(leg: Leg): string {
  const scalars = (value: Value): string[] => {
    if (value === null || typeof value !== 'object') return [String(value ?? '')];
    return Object.values(value).flatMap(scalars);
  };
  return Object.values(leg).flatMap(scalars).join(', ');
}

function matches(leg: Leg, rule: Readonly<Record<string, Value>>): boolean {
  return Object.entries(rule).every(([name, value]) => JSON.stringify(leg[name]) === JSON.stringify(value));
}
