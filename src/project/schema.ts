/** The shape of the project file and of workflow files. What is not in it is an error, with the nearest key as help. */
import { z } from 'zod';
import { drift, notify } from './notify-schema.ts';
import { policy } from './policy-schema.ts';
import { requirement, sync, target, transfer } from './remote-schema.ts';
import { dollars, duration, name, path, plainName } from './schema-values.ts';
import { triggers } from './trigger-schema.ts';

export const commandName = z
  .string()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_.:/-]*(?<![:/])$/,
    'a command begins with a letter and holds letters, digits, `_`, `-`, `.`, `:` and `/`',
  );
const flag = z.string().regex(/^--?[A-Za-z][A-Za-z0-9_-]*$/, 'a flag is written `--name`');
const variable = z.string().regex(/^\$[A-Za-z_][A-Za-z0-9_-]*$/, 'a variable is written `$name`');
const value = z.union([z.string(), z.number(), z.boolean()]);
const direction = z.enum(['max', 'min']);

const param = z.strictObject({
  type: z.enum(['string', 'integer', 'number', 'boolean']).default('string'),
  default: value.optional(),
  from: variable.optional(),
  flag: flag.optional(),
  positional: z.boolean().default(false),
  choices: z.array(value).min(1).optional(),
  description: z.string().optional(),
});
const params = z.record(plainName, param);

const fields = {
  fields: z.array(name).min(1).optional(),
  map: z.record(name, z.string().min(1)).optional(),
};
const metricsSource = z
  .union([
    z.strictObject({ json: path, ...fields }),
    z.strictObject({ jsonl: path, ...fields }),
    z.strictObject({ output: z.array(name).min(1) }),
  ])
  .refine(
    (source) => 'output' in source || source.fields !== undefined || source.map !== undefined,
    'name the metrics under `fields:` or `map:`',
  );

/** What the engine or a catch understands otherwise than as a class that a command declares. */
const systemClasses: ReadonlySet<string> = new Set(['any', 'cancelled', 'degraded', 'gate-error']);

/** How a script runs, and what it gives. */
const script = {
  description: z.string().optional(),
  shell: z.enum(['bash', 'sh']).default('bash'),
  target: name.default('local'),
  timeout: duration.optional(),
  env: z
    .array(
      z
        .string()
        .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'this is no name of an environment variable')
        // They hold the action's own token, and the files by which a step speaks for the job.
        .refine(
          (text) => !/^(?:INPUT|ACTIONS|GITHUB|RUNNER)_/i.test(text),
          "commands may not see the job's own variables",
        )
        .refine((text) => !/^ML_/i.test(text), '`ML_` variables are set by the system for each unit'),
    )
    .default([]),
  inputs: z.array(path).default([]),
  outputs: z.array(path).default([]),
  isolation: z.literal('copy').optional(),
  preflight: z.string().min(1).optional(),
  asserts: z.array(z.string().min(1)).default([]),
  metrics: z.array(metricsSource).default([]),
  primary: name.optional(),
  sets: z.array(plainName).default([]),
  result: z.enum(['json', 'last-line']).optional(),
  deploys: name.optional(),
  slots: z.number().int().min(1).optional(),
  progress: z.strictObject({ match: z.string().min(1) }).optional(),
  errors: z
    .record(
      // A catch takes these words for something else.
      name.refine((text) => !systemClasses.has(text), 'this class of failure belongs to the system'),
      z
        .strictObject({
          exit: z.number().int().min(1).max(255).optional(),
          match: z.string().min(1).optional(),
          retry: z.literal('never').optional(),
        })
        .refine(
          ({ exit, match }) => exit !== undefined || match !== undefined,
          'a class of failure has `exit:` or `match:`',
        ),
    )
    .default({}),
};

/** GitHub's own rules for the name of an environment. */
const environment = z
  .string()
  .min(1)
  .max(255, 'the name of an environment has at most 255 characters')
  .refine(
    (text) => text === text.trim() && !/[\p{Cc}'"`,;\\]/u.test(text),
    'the name of an environment has no quotes, commas, semicolons or backslashes in it, and no blanks at its ends',
  );

const command = z
  .strictObject({
    ...script,
    run: z.string().min(1).optional(),
    chain: z.string().min(1).optional(),
    params: params.default({}),
    axes: z.array(plainName).optional(),
    environment: environment.optional(),
  })
  .refine(
    ({ run, chain }) => (run === undefined) !== (chain === undefined),
    'a command has either `run:` or `chain:`',
  );

const agent = z.strictObject({ ...script, run: z.string().min(1) });

const predicate = z.union([
  z.string().min(1),
  z.strictObject({ when: z.string().min(1), severity: z.enum(['error', 'warn']).default('error') }),
]);

const metric = z.strictObject({
  unit: z.enum(['fraction', 'percent', 'number']).optional(),
  better: z.enum(['higher', 'lower']).optional(),
  aliases: z.array(name).default([]),
  description: z.string().optional(),
});

const selection = z
  .strictObject({
    max: name.optional(),
    min: name.optional(),
    where: z.string().min(1).optional(),
    ties: z.array(z.strictObject({ metric: name, direction })).default([]),
    none: z.enum(['fail', 'not-met']).default('fail'),
  })
  .refine(
    ({ max, min }) => (max === undefined) !== (min === undefined),
    'a selection has either `max:` or `min:`',
  );

const results = z.strictObject({
  file: path.default('experiment_results.jsonl'),
  phase: z.number().int().default(1),
  id: z
    .string()
    .min(1)
    .refine(
      (text) => !/\{(?!(?:command|axis|value|phase)\})/.test(text),
      'an id is made of `{command}`, `{axis}`, `{value}`, `{phase}` and other text',
    )
    .default('{command}_{axis}_{value}'),
});

/** What a project file declares, and a workflow file may declare for itself. */
const definitions = {
  commands: z.record(commandName, command).default({}),
  targets: z.record(name, target).default({}),
  transfers: z.record(plainName, transfer).default({}),
  sync: sync.optional(),
  require: z.array(requirement).optional(),
  axes: z
    .record(plainName, z.strictObject({ flag: flag.optional(), description: z.string().optional() }))
    .default({}),
  metrics: z.record(name, metric).default({}),
  select: z.record(name, selection).default({}),
  results: results.optional(),
  agents: z.record(plainName, agent).default({}),
  lists: z.record(name, z.array(value).min(1, 'a list has at least one value')).default({}),
  predicates: z.record(plainName, predicate).default({}),
  baseline: path.optional(),
  budget: dollars.optional(),
  'strict-units': z.boolean().optional(),
  fanout: z.enum(['matrix', 'job']).optional(),
};

const runnerLabel = z
  .string()
  .regex(/^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u, 'a label of a runner has no blanks at its ends');

export const projectSchema = z.strictObject({
  ...definitions,
  name: z.string().optional(),
  'runs-on': z
    .union([runnerLabel, z.array(runnerLabel).min(1, 'a list of labels has at least one')])
    .optional(),
  policy: policy.optional(),
  notify: notify.optional(),
});

export const workflowSchema = z.strictObject({
  ...definitions,
  name: commandName.optional(),
  description: z.string().optional(),
  on: triggers.optional(),
  drift: drift.optional(),
  params: params.default({}),
  chain: z.string(),
});

export type ProjectFile = z.infer<typeof projectSchema>;
export type WorkflowFile = z.infer<typeof workflowSchema>;
export type CommandFile = z.infer<typeof command>;
export type AgentFile = z.infer<typeof agent>;
export type { SyncFile, TargetFile, TransferFile } from './remote-schema.ts';

/** Keys of the language that this version does not have. */
export const laterKeys: { readonly file: ReadonlySet<string>; readonly command: ReadonlySet<string> } = {
  file: new Set(['deployments', 'secrets', 'tracking', 'reports']),
  command: new Set(['agent']),
};
