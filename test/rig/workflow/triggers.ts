/** Which events a workflow's `on:` lets start it: names, types and filters as GitHub reads them. */
import { eventsOf, list, mapping } from './definition.ts';
import type { Value } from './expressions.ts';

/** An event as far as `on:` may ask for it. */
export interface Occurrence {
  readonly name: string;
  readonly action?: string;
  /** The branch of a push, the base of a pull request. */
  readonly branch?: string;
  /** Paths that it changes. */
  readonly paths?: () => Promise<readonly string[]>;
}

/** Where `types:` is not given; for other events that is all of them. */
const USUAL_TYPES: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  pull_request_target: ['opened', 'synchronize', 'reopened'],
};

/** Keys that are no filters: they say what a run gets, or when. */
const NOT_FILTERS = new Set(['inputs', 'cron', 'timezone']);

/** Throws for a filter that the rig does not know. */
export async function listensTo(on: Value, { name, action, branch, paths }: Occurrence): Promise<boolean> {
  if (!eventsOf(on).includes(name)) return false;
  const written = mapping(on)[name];
  // A schedule is a list.
  const filters = Array.isArray(written) ? {} : mapping(written);
  const patterns = (key: string): string[] | undefined =>
    filters[key] === undefined ? undefined : list(filters[key]).map(String);
  const known = new Set([
    'types',
    'branches',
    'branches-ignore',
    'paths',
    'paths-ignore',
    'tags',
    'tags-ignore',
  ]);
  const odd = Object.keys(filters).find((key) => !known.has(key) && !NOT_FILTERS.has(key));
  if (odd !== undefined) throw new Error(`the rig does not know the filter '${odd}' of ${name}`);

  const types = patterns('types') ?? USUAL_TYPES[name];
  if (action !== undefined && types !== undefined && !types.includes(action)) return false;
  if (branch !== undefined) {
    const [only, not] = [patterns('branches'), patterns('branches-ignore')];
    if (only !== undefined && !matches(only, branch)) return false;
    if (not !== undefined && matches(not, branch)) return false;
    const isForTags = filters.tags !== undefined || filters['tags-ignore'] !== undefined;
    if (isForTags && only === undefined && not === undefined) return false;
  }
  const [only, not] = [patterns('paths'), patterns('paths-ignore')];
  if (paths === undefined || (only === undefined && not === undefined)) return true;
  const changed = await paths();
  if (only !== undefined && !changed.some((path) => matches(only, path))) return false;
  return not === undefined || changed.some((path) => !matches(not, path));
}

/** By the last pattern that says something: one with `!` takes back. */
export function matches(patterns: readonly string[], text: string): boolean {
  let isMatch = false;
  for (const pattern of patterns) {
    const isNegative = pattern.startsWith('!');
    if (regular(isNegative ? pattern.slice(1) : pattern).test(text)) isMatch = !isNegative;
  }
  return isMatch;
}

/** `*` stays within a segment, `**` does not; `?`, `+` and `[]` are those of regular expressions. */
function regular(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\\.|[.^$(){}|\\]/g, (found) => {
    if (found === '**/') return '(?:.*/)?';
    if (found === '**') return '.*';
    if (found === '*') return '[^/]*';
    return found.length === 2 ? found : `\\${found}`;
  });
  return new RegExp(`^${source}$`);
}
