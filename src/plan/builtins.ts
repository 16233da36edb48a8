/** The commands that are part of this program, as the planner sees them; `builtins/` does their work. */
import { normalised } from '../language/name.ts';
import type { CommandDefinition, Definitions } from './project.ts';

const list: readonly CommandDefinition[] = [
  {
    is: 'builtin',
    name: 'results:aggregate',
    params: [],
    builtin: { name: 'results:aggregate', collects: true, sets: ['results'] },
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
  { is: 'builtin', name: 'continue', params: [], builtin: { name: 'continue', collects: false, sets: [] } },
  {
    is: 'builtin',
    name: 'fail',
    params: [{ name: 'label', type: 'string', default: 'failed', positional: true }],
    builtin: { name: 'fail', collects: false, sets: [] },
  },
];

export const builtinCommands: Definitions<CommandDefinition> = new Map(
  list.map((definition) => [normalised(definition.name), definition]),
);

/** Built-in commands of the language that this version does not have; a project can declare its own of the same name. */
export const plannedBuiltins: ReadonlySet<string> = new Set(
  [
    ...[
      'statistical-test',
      'select-winner',
      'drift-check',
      'data-validate',
      'aggregate',
      'runpod-setup',
      'scp',
      'ssh',
    ],
    ...['rollback', 'notify', 'escalate', 'store-results', 'report', 'wait', 'approve'],
  ].map(normalised),
);
