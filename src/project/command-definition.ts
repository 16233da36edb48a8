/** One command of a file → its definition, with the checks that a schema cannot make. */
import type { Diagnostics } from '../language/diagnostic.ts';
import { didYouMean, listOf, normalised } from '../language/name.ts';
import type { MetricsSource } from '../plan/plan.ts';
import type { CommandDefinition, Origin, Param } from '../plan/project.ts';
import { valueProblem, withArticle } from '../plan/value.ts';
import type { CommandFile, WorkflowFile } from './schema.ts';
import type { YamlFile } from './yaml-file.ts';

/** Keys that say how a script runs, and nothing about a chain. */
const scriptKeys = [
  ...['shell', 'target', 'timeout', 'env', 'axes', 'outputs', 'metrics', 'primary', 'deploys', 'errors'],
];

export function commandDefinition(
  name: string,
  command: CommandFile,
  file: YamlFile<unknown>,
  targets: ReadonlyMap<string, unknown>,
  diagnostics: Diagnostics,
): CommandDefinition | undefined {
  const path = ['commands', name];
  const origin = { source: file.source, span: file.span(path, 'key') };
  const params = paramsOf(command.params, file, path, diagnostics);
  const refuse = (at: readonly PropertyKey[], message: string, help?: string, part?: 'key') =>
    diagnostics.add('invalid-value', file.source, file.span([...path, ...at], part), message, { help });
  if (command.chain !== undefined) {
    for (const key of scriptKeys.filter((one) => file.has([...path, one]))) {
      refuse([key], `\`${key}:\` has no effect on a command with \`chain:\``, undefined, 'key');
    }
    return {
      is: 'chain',
      name,
      params,
      origin,
      chain: file.inner([...path, 'chain']),
      ...(command.description === undefined ? {} : { description: command.description }),
    };
  }
  if (command.run === undefined) return undefined;
  if (!targets.has(command.target)) {
    const help = didYouMean(command.target, targets.keys()) ?? 'declare it under `targets:`';
    refuse(['target'], `unknown target \`${command.target}\``, help);
  }
  for (const [label, { match }] of Object.entries(command.errors)) {
    if (match !== undefined && !isPattern(match))
      refuse(['errors', label, 'match'], `\`${match}\` is no regular expression`);
  }
  const metrics = command.metrics.map(metricsSource);
  const measured = metrics.flatMap(({ fields }) => Object.keys(fields));
  if (command.primary !== undefined && !measured.some((one) => isSame(one, command.primary))) {
    const all = listOf(
      measured.map((one) => `\`${one}\``),
      'and',
    );
    const help = measured.length === 0 ? 'declare it under `metrics:`' : `its metrics are ${all}`;
    refuse(['primary'], `\`${command.primary}\` is no metric of \`/${name}\``, help);
  }
  return {
    is: 'run',
    name,
    params,
    origin,
    ...(command.axes === undefined ? {} : { axes: command.axes }),
    command: {
      is: 'run',
      name,
      script: command.run,
      shell: command.shell,
      target: command.target,
      ...(command.timeout === undefined ? {} : { timeout: command.timeout }),
      env: command.env,
      outputs: command.outputs,
      metrics,
      ...(command.primary === undefined ? {} : { primary: command.primary }),
      ...(command.deploys === undefined ? {} : { deploys: command.deploys }),
      errors: Object.entries(command.errors).map(([label, { exit, match }]) => ({
        name: label,
        ...(exit === undefined ? {} : { exit }),
        ...(match === undefined ? {} : { match }),
      })),
    },
  };
}

/** The `params:` below `path`, whose defaults and choices are values of their type. */
export function paramsOf(
  params: WorkflowFile['params'],
  file: YamlFile<unknown>,
  path: readonly string[],
  diagnostics: Diagnostics,
): Param[] {
  const first = new Map<string, Origin>();
  return Object.entries(params).map(([name, declared]) => {
    const at = [...path, 'params', name];
    const origin = { source: file.source, span: file.span(at, 'key') };
    const twin = first.get(normalised(name));
    if (twin) {
      diagnostics.add(
        'duplicate-definition',
        origin.source,
        origin.span,
        `parameter \`${name}\` is defined twice`,
        {
          related: [{ message: 'first defined here', ...twin }],
        },
      );
    } else first.set(normalised(name), origin);
    const { type, positional, default: initial, from, flag, choices } = declared;
    const param: Param = {
      name,
      type,
      positional,
      ...(initial === undefined ? {} : { default: initial }),
      ...(from === undefined ? {} : { from: from.slice(1) }),
      ...(flag === undefined ? {} : { flag }),
      ...(choices === undefined ? {} : { choices }),
      origin,
    };
    const wrong = (key: readonly PropertyKey[], message: string) =>
      diagnostics.add('invalid-value', file.source, file.span([...at, ...key]), message);
    for (const [index, choice] of (choices ?? []).entries()) {
      if (!isOfType(choice, type))
        wrong(
          ['choices', index],
          `\`choices\` of \`${name}\`: expected ${withArticle(type)}, found \`${choice}\``,
        );
    }
    if (initial === undefined) return param;
    const problem = isOfType(initial, type)
      ? valueProblem(param, String(initial))
      : `\`${name}\` takes ${withArticle(type)}, found \`${initial}\`${type === 'string' ? ' without quotes' : ''}`;
    if (problem !== undefined) wrong(['default'], problem);
    return param;
  });
}

function isOfType(value: string | number | boolean, type: Param['type']): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  return typeof value === type;
}

function metricsSource(source: CommandFile['metrics'][number]): MetricsSource {
  if ('output' in source) {
    const fields = Object.fromEntries(source.output.map((field) => [field, field]));
    return { format: 'output', path: '', fields };
  }
  const { fields = [], map = {} } = source;
  return {
    format: 'json' in source ? 'json' : 'jsonl',
    path: 'json' in source ? source.json : source.jsonl,
    fields: { ...Object.fromEntries(fields.map((field) => [field, field])), ...map },
  };
}

/** By its own name, or by an alias that the plan knows. */
function isSame(metric: string, primary: string | undefined): boolean {
  return primary !== undefined && normalised(metric) === normalised(primary);
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'm');
    return true;
  } catch {
    return false;
  }
}
