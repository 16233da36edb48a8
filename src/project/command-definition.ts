/** One command of a file → its definition, with the checks that a schema cannot make. */
import type { Diagnostics } from '../language/diagnostic.ts';
import { didYouMean, listOf, normalised } from '../language/name.ts';
import type { Source } from '../language/source.ts';
import type { MetricsSource, RunCommand } from '../plan/plan.ts';
import type { AgentDefinition, CommandDefinition, Origin, Param } from '../plan/project.ts';
import { valueProblem, withArticle } from '../plan/value.ts';
import type { AgentFile, CommandFile, WorkflowFile } from './schema.ts';
import type { YamlFile } from './yaml-file.ts';

/** Keys that say how a script runs, and nothing about a chain. */
const scriptKeys = [
  ...['shell', 'target', 'timeout', 'env', 'axes', 'outputs', 'metrics', 'primary', 'deploys', 'errors'],
  ...['sets', 'result', 'inputs', 'isolation', 'preflight', 'asserts', 'slots', 'progress', 'environment'],
];

export function commandDefinition(
  name: string,
  command: CommandFile,
  file: YamlFile<unknown>,
  targets: ReadonlySet<string>,
  diagnostics: Diagnostics,
): CommandDefinition | undefined {
  const path = ['commands', name];
  const origin = { source: file.source, span: file.span(path, 'key') };
  const params = paramsOf(command.params, file, path, diagnostics);
  if (command.chain !== undefined) {
    for (const key of scriptKeys.filter((one) => file.has([...path, one]))) {
      const message = `\`${key}:\` has no effect on a command with \`chain:\``;
      diagnostics.add('invalid-value', file.source, file.span([...path, key], 'key'), message);
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
  const { environment } = command;
  const script = { ...command, run: command.run };
  const planned = runCommand(`\`/${name}\``, name, script, { file, path }, targets, diagnostics);
  return {
    is: 'run',
    name,
    params,
    origin,
    ...(command.axes === undefined ? {} : { axes: command.axes }),
    ...assertsOf(command.asserts, file, path),
    command: environment === undefined ? planned : { ...planned, environment },
  };
}

/** An agent's script gets its task as `"$1"` and as `$ML_PARAM_TASK`; one that reads neither would do nothing of it. */
export function agentDefinition(
  name: string,
  agent: AgentFile,
  file: YamlFile<unknown>,
  targets: ReadonlySet<string>,
  diagnostics: Diagnostics,
): AgentDefinition {
  const path = ['agents', name];
  const origin = { source: file.source, span: file.span(path, 'key') };
  if (!/\$(?:@|\*|\{@|\{\*|\{?1)|ML_PARAM_TASK(?![A-Za-z0-9_])/.test(agent.run)) {
    const message = `the script of the agent \`${name}\` never sees its task`;
    diagnostics.add('unused-param', file.source, file.span([...path, 'run'], 'key'), message, {
      help: 'hand `"$1"` to the agent, or read `$ML_PARAM_TASK`',
    });
  }
  const command = runCommand(`the agent \`${name}\``, name, agent, { file, path }, targets, diagnostics);
  const asserts = assertsOf(agent.asserts, file, path);
  return { is: 'run', name, params: [], origin, ...asserts, command: { ...command, agent: { name } } };
}

function assertsOf(
  asserts: readonly string[],
  file: YamlFile<unknown>,
  path: readonly string[],
): { readonly asserts?: readonly Source[] } {
  if (asserts.length === 0) return {};
  return { asserts: asserts.map((_, index) => file.inner([...path, 'asserts', index])) };
}

function runCommand(
  shown: string,
  name: string,
  script: AgentFile,
  { file, path }: { readonly file: YamlFile<unknown>; readonly path: readonly string[] },
  targets: ReadonlySet<string>,
  diagnostics: Diagnostics,
): RunCommand {
  const { run, shell, target, timeout, env, outputs, primary, deploys, sets, result } = script;
  const { inputs, isolation, preflight, slots, progress } = script;
  const refuse = (at: readonly PropertyKey[], message: string, help?: string) =>
    diagnostics.add('invalid-value', file.source, file.span([...path, ...at]), message, { help });
  if (!targets.has(target)) {
    const help = didYouMean(target, targets) ?? 'declare it under `targets:`';
    refuse(['target'], `unknown target \`${target}\``, help);
  }
  for (const [label, { match }] of Object.entries(script.errors)) {
    if (match !== undefined && !isPattern(match))
      refuse(['errors', label, 'match'], `\`${match}\` is no regular expression`);
  }
  if (progress !== undefined) {
    const problem = progressProblem(progress.match);
    if (problem !== undefined)
      refuse(['progress', 'match'], problem, 'write `epoch (?<epoch>\\d+)/(?<epochs>\\d+)`');
  }
  const metrics = script.metrics.map(metricsSource);
  const measured = metrics.flatMap(({ fields }) => Object.keys(fields));
  if (primary !== undefined && !measured.some((one) => isSame(one, primary))) {
    const all = listOf(
      measured.map((one) => `\`${one}\``),
      'and',
    );
    const help = measured.length === 0 ? 'declare it under `metrics:`' : `its metrics are ${all}`;
    refuse(['primary'], `\`${primary}\` is no metric of ${shown}`, help);
  }
  for (const [index, value] of sets.entries()) {
    if (sets.findIndex((other) => normalised(other) === normalised(value)) < index)
      refuse(['sets', index], `\`${value}\` stands twice in \`sets\``);
  }
  return {
    is: 'run',
    name,
    script: run,
    shell,
    target,
    ...(timeout === undefined ? {} : { timeout }),
    env,
    outputs,
    metrics,
    ...(primary === undefined ? {} : { primary }),
    ...(deploys === undefined ? {} : { deploys }),
    ...(result === undefined ? {} : { result }),
    ...(sets.length === 0 ? {} : { sets }),
    ...(inputs.length === 0 ? {} : { inputs }),
    ...(isolation === undefined ? {} : { isolation }),
    ...(preflight === undefined ? {} : { preflight }),
    ...(slots === undefined ? {} : { slots }),
    ...(progress === undefined ? {} : { progress: progress.match }),
    errors: Object.entries(script.errors).map(([label, { exit, match, retry }]) => ({
      name: label,
      ...(exit === undefined ? {} : { exit }),
      ...(match === undefined ? {} : { match }),
      ...(retry === undefined ? {} : { retry }),
    })),
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

/** What is wrong with the pattern of `progress:`. */
function progressProblem(pattern: string): string | undefined {
  if (!isPattern(pattern)) return `\`${pattern}\` is no regular expression`;
  // With an empty alternative it matches anything, and names its groups.
  const groups = Object.keys(new RegExp(`${pattern}|`, 'm').exec('')?.groups ?? {});
  if (groups.includes('epoch') || groups.includes('step')) return undefined;
  return `\`${pattern}\` has no group named \`epoch\` or \`step\``;
}
