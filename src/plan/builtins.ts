/** The commands that are part of this program, as the planner sees them; `builtins/` does their work. */
import { normalised } from '../language/name.ts';
import type { PlanBuilder } from './builder.ts';
import type { CommandDefinition, Definitions, Param } from './project.ts';

type BuiltinDefinition = CommandDefinition & { readonly is: 'builtin' };

const word = (name: string, initial?: string): Param => ({
  name,
  type: 'string',
  positional: true,
  ...(initial === undefined ? {} : { default: initial }),
});

const silent = (name: string, ...params: readonly Param[]): BuiltinDefinition => ({
  is: 'builtin',
  name,
  params,
  builtin: { name, collects: false, sets: [] },
});

const list: readonly BuiltinDefinition[] = [
  {
    is: 'builtin',
    name: 'results:aggregate',
    params: [],
    builtin: { name: 'results:aggregate', collects: true, sets: ['results'] },
  },
  {
    is: 'builtin',
    name: 'aggregate',
    params: [word('what', 'results')],
    builtin: { name: 'results:aggregate', collects: true, unmeasured: true, sets: ['results'] },
  },
  {
    is: 'builtin',
    name: 'best-model:select',
    params: [],
    builtin: {
      name: 'best-model:select',
      collects: true,
      reportsPrefix: 'best_',
      sets: ['best_model', 'best_config', 'best_id'],
    },
  },
  silent('continue'),
  silent('fail', word('label', 'failed')),
  silent('wait', word('duration')),
  silent('approve', word('label', 'approval')),
  silent('runpod-setup', word('target', '')),
  silent('scp', word('transfer')),
  silent('ssh', word('command')),
];

/** Those that need another host. A name in front of a colon counts, as `ssh` of `ssh:train`. */
export function isRemoteBuiltin(name: string): boolean {
  return /^(?:runpod[-_]setup|scp|ssh)(?::|$)/i.test(name);
}

export const builtinCommands: Definitions<CommandDefinition> = new Map(
  list.map((definition) => [normalised(definition.name), definition]),
);

export type HiddenBuiltin = 'store' | 'context' | 'state:save' | 'state:load';

/** What a construct of the language does by a unit of its own, and nobody calls by name. Gives the key into `commands`. */
export function useHiddenBuiltin(builder: PlanBuilder, name: HiddenBuiltin): string {
  const key = builder.project.commands.has(normalised(name)) ? `builtin:${name}` : name;
  builder.commands.set(key, { is: 'builtin', name });
  return key;
}

/** Built-in commands of the language that this version does not have; a project can declare its own of the same name. */
export const plannedBuiltins: ReadonlySet<string> = new Set(
  [
    ...['statistical-test', 'select-winner', 'drift-check', 'data-validate'],
    ...['rollback', 'notify', 'escalate', 'store-results', 'report'],
  ].map(normalised),
);
