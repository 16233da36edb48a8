/** Reads action.yml and works out the inputs a step really gets. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface ActionMetadata {
  readonly directory: string;
  readonly main: string;
  readonly post: string | undefined;
  readonly postIf: string;
  readonly inputs: ReadonlyMap<
    string,
    { readonly default: string | undefined; readonly deprecated: string | undefined }
  >;
  /** Names declared under `outputs:`. */
  readonly outputs: readonly string[];
}

export function readAction(directory: string): ActionMetadata {
  const file = ['action.yml', 'action.yaml'].map((name) => join(directory, name)).find(existsSync);
  if (file === undefined) throw new Error(`no action.yml in ${directory}`);
  const root = record(parse(readFileSync(file, 'utf8')), file);
  const runs = record(root.runs, 'runs');
  const using = String(runs.using);
  if (using !== 'node24' && using !== 'node20')
    throw new Error(`runs.using is ${using}: not a JavaScript action`);
  if (runs.pre !== undefined) throw new Error('the rig has no pre: a local action has none either');
  const inputs = Object.entries(record(root.inputs ?? {}, 'inputs')).map(([name, value]) => {
    const input = record(value ?? {}, `input ${name}`);
    return [
      name,
      { default: optionalText(input.default), deprecated: optionalText(input.deprecationMessage) },
    ] as const;
  });
  return {
    directory,
    main: script(directory, runs.main),
    post: runs.post === undefined ? undefined : script(directory, runs.post),
    postIf: optionalText(runs['post-if']) ?? 'always()',
    inputs: new Map(inputs),
    outputs: Object.keys(record(root.outputs ?? {}, 'outputs')),
  };
}

/** The step's `with:` over the defaults. A declared input without either is the empty text, never absent. */
export function resolveInputs(
  action: ActionMetadata,
  given: Readonly<Record<string, string>>,
  github: Readonly<Record<string, string>>,
): { inputs: Map<string, string>; warnings: string[] } {
  const warnings: string[] = [];
  const inputs = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  const declared = new Map([...action.inputs].map(([name, input]) => [name.toLowerCase(), input]));
  for (const name of Object.keys(given)) {
    const deprecated = declared.get(name.toLowerCase())?.deprecated;
    if (deprecated !== undefined)
      warnings.push(`Input '${name}' has been deprecated with message: ${deprecated}`);
  }
  const unexpected = Object.keys(given).filter((name) => !declared.has(name.toLowerCase()));
  if (unexpected.length > 0) {
    const valid = [...action.inputs.keys()].join("', '");
    warnings.push(`Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${valid}']`);
  }
  for (const [name, input] of declared) {
    if (!inputs.has(name)) inputs.set(name, expand(input.default ?? '', github));
  }
  return { inputs, warnings };
}

/** Defaults may use the github context; the rig knows no other expression. */
function expand(value: string, github: Readonly<Record<string, string>>): string {
  return value.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const name = /^github\.(\w+)$/.exec(expression)?.[1];
    const known = name === undefined ? undefined : github[name];
    if (known === undefined) throw new Error(`the rig cannot evaluate \${{ ${expression} }}`);
    return known;
  });
}

function script(directory: string, value: unknown): string {
  if (typeof value !== 'string') throw new Error('runs.main and runs.post must be paths');
  const path = join(directory, value);
  if (!existsSync(path)) throw new Error(`File not found: '${path}'`);
  return path;
}

function optionalText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${what} is not a mapping`);
  return value as Record<string, unknown>;
}
