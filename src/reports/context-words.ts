/** What a `context:` element reads and sets: its parameters are those of the built-in behind it. */
import type { UnitNode } from '../plan/plan.ts';
import { templateText } from './expression-text.ts';

export interface ContextWords {
  /** The variable that it sets. */
  readonly variable: string;
  /** `the field sigma of winner.json`. */
  readonly reads: string;
}

export function contextOf({ parameters }: UnitNode): ContextWords {
  const given = new Map(parameters.map(({ name, value }) => [name, templateText(value, {})]));
  const fields = (given.get('field') ?? '').split(' ').join(' or ');
  const from = given.get('file') ?? `$${given.get('name') ?? ''}`;
  return { variable: given.get('variable') ?? '', reads: `the field ${fields} of ${from}` };
}
