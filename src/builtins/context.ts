/** `context:phase1_winner → $best_sigma`: one field of a stored result, as a variable. */
import type { Json } from '../engine/event.ts';
import type { Value } from '../plan/plan.ts';
import type { UnitOutcome, UnitRequest } from '../ports.ts';
import { failureOf, succeededWith } from './outcome.ts';
import { orFileFailure, readWorkspaceFile } from './workspace-file.ts';

/** A field with its way through nested objects. */
interface Leaf {
  readonly path: readonly string[];
  readonly value: Value;
}

/** More are not listed to a person. */
const mostListed = 20;

/**
 * Parameters: the `name` of the result, the `variable` to set, the `field` (several, with blanks between: the first that
 * there is), and the record itself as `value` or the `file` it stands in.
 */
export function context({ input, workspace }: UnitRequest): UnitOutcome {
  const { name = '', file = '', field = '', value } = input.parameters;
  const fields = field.split(' ');
  const { variable = fields[0] ?? '' } = input.parameters;
  return orFileFailure(() => {
    const source = value === undefined ? `\`${file}\`` : `\`$${name}\``;
    const missing = (what: string) => failureOf('no-metrics', `\`context:${name}\`: ${what}`);
    const text = value ?? readWorkspaceFile(workspace, file);
    if (text === undefined) return missing(`there is no ${source}`);
    let record: Json;
    try {
      record = JSON.parse(text) as Json;
    } catch (error) {
      return missing(`${source} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
    const leaves = leavesOf(record);
    const found = find(leaves, fields);
    if (found.length === 1 && found[0]) return succeededWith({ [variable]: found[0].value });
    const wanted = fields.map((one) => `\`${one}\``).join(' and no ');
    const what =
      found.length === 0
        ? `${source} has no field ${wanted}`
        : `the field could be ${listed(found)} of ${source}`;
    const there =
      found.length > 0 ? '' : leaves.length === 0 ? '; it has none' : `; it has ${listed(leaves)}`;
    const [example] = found.length > 0 ? found : likely(leaves, fields);
    const help = example === undefined ? '' : `; name the field: \`context:${name}.${textOf(example)}\``;
    return missing(`${what}${there}${help}`);
  });
}

/** The first field that there is; each at the top first, then further down. */
function find(leaves: readonly Leaf[], fields: readonly string[]): readonly Leaf[] {
  for (const wanted of fields.map(normalised)) {
    const exact = leaves.filter((leaf) => normalised(textOf(leaf)) === wanted);
    if (exact.length > 0) return exact;
    const deeper = leaves.filter(({ path }) => normalised(path.at(-1) ?? '') === wanted);
    if (deeper.length > 0) return deeper;
  }
  return [];
}

/** What the person may have meant comes first: the fields that end like it. */
function likely(leaves: readonly Leaf[], fields: readonly string[]): readonly Leaf[] {
  const word =
    normalised(fields.at(-1) ?? '')
      .split('_')
      .at(-1) ?? '';
  const alike = leaves.filter(({ path }) => normalised(path.at(-1) ?? '').endsWith(word));
  return alike.length > 0 ? alike : leaves;
}

/** Names compare as everywhere in a chain. */
function normalised(name: string): string {
  return name.toLowerCase().replaceAll('-', '_');
}

function textOf({ path }: Leaf): string {
  return path.join('.');
}

function listed(leaves: readonly Leaf[]): string {
  const names = leaves.slice(0, mostListed).map((leaf) => `\`${textOf(leaf)}\``);
  const more = leaves.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

/** Texts, numbers and booleans, in the order of the file; lists have no names in them. Not by recursion. */
function leavesOf(record: Json): Leaf[] {
  const leaves: Leaf[] = [];
  const open: { readonly path: readonly string[]; readonly value: Json }[] = [{ path: [], value: record }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { path, value } = at;
    if (value === null || Array.isArray(value)) continue;
    if (typeof value !== 'object') {
      if (path.length > 0 && isValue(value)) leaves.push({ path, value });
      continue;
    }
    for (const [name, inner] of Object.entries(value).reverse())
      open.push({ path: [...path, name], value: inner });
  }
  return leaves;
}

function isValue(value: Json): value is Value {
  return typeof value !== 'number' || Number.isFinite(value);
}
