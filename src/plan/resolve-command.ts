/**
 * Which command or agent a written name means. `/a:b` is read in this order: the command named `a:b`, the agent `a` with
 * the task `b`, the command `a` at axis point `b`, the command `a` with argument `b`.
 */
import type { Diagnostics } from '../language/diagnostic.ts';
import { didYouMean, listOf, nearest, normalised } from '../language/name.ts';
import type { Source } from '../language/source.ts';
import type { Command } from '../language/tree.ts';
import { builtinCommands, isRemoteBuiltin, plannedBuiltins } from './builtins.ts';
import type { AxisPoint } from './plan.ts';
import type { AgentDefinition, CommandDefinition, Project } from './project.ts';
import { onlyTarget, remoteTargetsOf } from './remote-target.ts';

export type Reading = CommandReading | AgentReading;

export interface CommandReading {
  readonly as: 'command';
  readonly definition: CommandDefinition;
  readonly point: readonly AxisPoint[];
  /** The `b` of `/a:b` when it is an argument. */
  readonly argument?: string;
  /** Of `/ssh:train`, which runs it elsewhere under a name of its own: `train`. */
  readonly own?: string;
}

export interface AgentReading {
  readonly as: 'agent';
  readonly definition: AgentDefinition;
  /** The `b` of `/a:b`; where there is none, the arguments say what to do. */
  readonly task?: string;
}

/** A project's own command wins over a built-in one. */
export function findCommand(project: Project, name: string): CommandDefinition | undefined {
  return project.commands.get(normalised(name)) ?? builtinCommands.get(normalised(name));
}

/** The agent named `default` is none: it runs the others. */
export function findAgent(project: Project, name: string): AgentDefinition | undefined {
  return normalised(name) === 'default' ? undefined : project.agents.get(normalised(name));
}

/** In the order of the language; the first counts. */
export function readingsOf(project: Project, name: string): Reading[] {
  const { head, tail } = parted(name);
  const whole = findCommand(project, name);
  const found: Reading[] = whole ? [{ as: 'command', definition: whole, point: [] }] : [];
  const agent = findAgent(project, head);
  if (tail === undefined) return agent && !whole ? [{ as: 'agent', definition: agent }] : found;
  if (agent) found.push({ as: 'agent', definition: agent, task: tail });
  const definition = findCommand(project, head);
  if (!definition) return found;
  // What a project has of that very name is never compared with the built-in command.
  const isOwn = found.length > 0 || project.broken?.has(normalised(name)) === true;
  if (definition.is === 'builtin' && isRemoteBuiltin(head) && isOwn) return found;
  const axes = axesOf(project, definition);
  const point = pointOf(axes, tail);
  if (point) found.push({ as: 'command', definition, point: [point] });
  const isPositional = definition.params.some((param) => param.positional);
  if (isPositional && !(axes.length > 0 && looksLikePoint(tail)))
    found.push({ as: 'command', definition, point: [], argument: tail });
  return found;
}

/** What a written name means, or undefined when that is nothing, which is then reported. */
export function resolveCommand(
  project: Project,
  command: Command,
  source: Source,
  diagnostics: Diagnostics,
): Reading | undefined {
  const [first, second] = readingsOf(project, command.name);
  if (first && second) {
    const message = `\`/${command.name}\` is ${shown(first, command.name)}, not ${shown(second, command.name)}`;
    diagnostics.add('ambiguous-reading', source, command.nameSpan, message, {
      help: 'rename one of the two if the other is meant',
    });
  }
  if (first?.as === 'command' && first.definition.is === 'builtin' && first.definition.builtin.name === 'ssh')
    return resolveOverSsh(project, first, command, source, diagnostics);
  if (first) return first;
  const { head, tail } = parted(command.name);
  const definition = findCommand(project, head);
  if (definition && tail !== undefined)
    reportNoPoint(project, definition, command, tail, source, diagnostics);
  else reportUnknown(project, command, source, diagnostics);
  return undefined;
}

/** `/ssh:train` is `/train` on its own remote target, or on the only one there is. */
function resolveOverSsh(
  project: Project,
  { argument: name }: CommandReading,
  { nameSpan: span }: Command,
  source: Source,
  diagnostics: Diagnostics,
): Reading | undefined {
  const refuse = (code: 'invalid-param' | 'unknown-command', message: string, help: string) => {
    diagnostics.add(code, source, span, message, { help });
    return undefined;
  };
  if (name === undefined) return refuse('invalid-param', '`/ssh` needs a command', 'write `/ssh:<command>`');
  const found = readingsOf(project, name);
  const reading = found.find((one) => one.as === 'command' && one.definition.is === 'run');
  if (reading?.as !== 'command' || reading.definition.is !== 'run') {
    const scripts = [...project.commands.values()].filter(({ is }) => is === 'run');
    const near = didYouMean(
      name,
      scripts.map((one) => one.name),
      (one) => `/ssh:${one}`,
    );
    if (found.length === 0 && remoteTargetsOf(project).has(name))
      return refuse(
        'unknown-command',
        `\`${name}\` is a target, and no command`,
        '`/ssh:<command>` names what is run there',
      );
    return found.length > 0
      ? refuse(
          'invalid-param',
          `\`/${name}\` has no script to run on a host`,
          'only a command with `run:` can be run by `/ssh:`',
        )
      : refuse('unknown-command', `unknown command \`/${name}\``, near ?? 'declare it under `commands:`');
  }
  const { definition } = reading;
  const targets = remoteTargetsOf(project);
  if (targets.has(definition.command.target)) return reading;
  const asked = {
    written: `/ssh:${name}`,
    choose: `write \`target:\` at \`${definition.name}\` under \`commands:\``,
    names: [...targets.keys()],
  };
  const target = onlyTarget(asked, { source, span }, diagnostics);
  if (target === undefined) return undefined;
  const moved = `ssh:${definition.name}`;
  const command = { ...definition.command, name: moved, target };
  return { ...reading, definition: { ...definition, name: moved, command }, own: definition.name };
}

function parted(name: string): { readonly head: string; readonly tail: string | undefined } {
  const colon = name.indexOf(':');
  return colon < 0
    ? { head: name, tail: undefined }
    : { head: name.slice(0, colon), tail: name.slice(colon + 1) };
}

function shown(reading: Reading, name: string): string {
  const { head, tail = '' } = parted(name);
  if (reading.as === 'agent') return `the agent \`${head}\` with the task \`${tail}\``;
  if (reading.point.length > 0) return `\`/${head}\` at \`${tail}\``;
  return reading.argument === undefined
    ? 'the command of that name'
    : `\`/${head}\` with the argument \`${tail}\``;
}

function reportNoPoint(
  project: Project,
  definition: CommandDefinition,
  command: Command,
  tail: string,
  source: Source,
  diagnostics: Diagnostics,
): void {
  const { head } = parted(command.name);
  const axes = axesOf(project, definition);
  const span = { start: command.nameSpan.end - tail.length, end: command.nameSpan.end };
  diagnostics.add('unknown-axis', source, span, `\`${tail}\` is no point of an axis of \`/${head}\``, {
    help:
      axes.length === 0
        ? `\`/${head}\` has no axes; declare them under \`axes:\``
        : (meantPoint(axes, tail) ??
          `a point is written \`${axes[0]}-<value>\`; axes of \`/${head}\`: ${axes.map((axis) => `\`${axis}\``).join(', ')}`),
  });
}

function reportUnknown(project: Project, command: Command, source: Source, diagnostics: Diagnostics): void {
  const broken = project.broken?.get(normalised(command.name));
  if (broken) {
    diagnostics.addAll(broken);
    return;
  }
  const { head, tail } = parted(command.name);
  const written = command.slash ? `/${command.name}` : command.name;
  const report = (code: 'unsupported-construct' | 'unknown-command', message: string, help?: string) =>
    diagnostics.add(code, source, command.nameSpan, message, { help });
  if (plannedBuiltins.has(normalised(command.name)) || plannedBuiltins.has(normalised(head))) {
    const help = 'declare a command of that name under `commands:`';
    report('unsupported-construct', `the built-in command \`${written}\` is not supported yet`, help);
    return;
  }
  if (normalised(command.name) === 'retry') {
    report('unknown-command', `unknown command \`${written}\``, 'to try again, write `retry:3 → /command`');
    return;
  }
  const hasHosts = remoteTargetsOf(project).size > 0;
  const builtins = [...builtinCommands.values()].filter(({ name }) => hasHosts || !isRemoteBuiltin(name));
  const names = new Set([...project.commands.values(), ...builtins].map(({ name }) => name));
  const meant =
    didYouMean(command.name, names, (name) => `/${name}`) ?? didYouMean(head, names, (name) => `/${name}`);
  const isAgentCall =
    nearAgents(project, head).length > 0 ? !command.slash || !meant : !command.slash && !meant;
  if (tail !== undefined && isAgentCall) {
    const { start, end } = command.nameSpan;
    const span = { start, end: end - tail.length - 1 };
    reportUnknownAgent(project, head, { source, span }, diagnostics);
    return;
  }
  const isBare = project.commands.size === 0;
  report(
    'unknown-command',
    `unknown command \`${written}\``,
    isBare ? 'declare it under `commands:` in `ml-workflow.yml`' : (meant ?? commandsHere(project)),
  );
}

/** No more than a person reads. */
const mostListed = 6;

function commandsHere({ commands }: Project): string {
  const names = [...commands.values()].map(({ name }) => `\`/${name}\``);
  const more = names.length - mostListed;
  if (more <= 0) return `commands here: ${listOf(names, 'and')}`;
  return `commands here: ${names.slice(0, mostListed).join(', ')} and ${more} more`;
}

export function reportUnknownAgent(
  project: Project,
  name: string,
  { source, span }: { readonly source: Source; readonly span: Command['nameSpan'] },
  diagnostics: Diagnostics,
): void {
  const near = nearAgents(project, name).map((one) => `\`${one}\``);
  const known = agentNames(project).map((one) => `\`${one}\``);
  diagnostics.add('unknown-agent', source, span, `unknown agent \`${name}\``, {
    help:
      near.length > 0
        ? `did you mean ${listOf(near, 'or')}?`
        : known.length > 0
          ? `agents here: ${listOf(known, 'and')}`
          : 'declare it under `agents:` in `ml-workflow.yml`, or as `.claude/agents/<name>.md`',
  });
}

function agentNames(project: Project): string[] {
  return [...project.agents.values()]
    .map(({ name }) => name)
    .filter((name) => normalised(name) !== 'default');
}

/** By letters, and by words: `command-orchestrator` is near `command-workflow-orchestrator`. */
function nearAgents(project: Project, name: string): string[] {
  const names = agentNames(project);
  const words = normalised(name).split('_');
  const byWords = names.filter((known) => {
    const own = normalised(known).split('_');
    return words.length > 1 && words.every((word) => own.includes(word));
  });
  return [...new Set([...nearest(name, names), ...byWords])].slice(0, 3);
}

/** The axes a command can be swept over: its own list, else all of the project's; none for built-ins. */
export function axesOf(project: Project, definition: CommandDefinition): readonly string[] {
  if (definition.is !== 'run') return [];
  return definition.axes ?? [...project.axes.values()].map(({ name }) => name);
}

/** `sigma-0.10` on axis `sigma`: the longest axis name that fits, so that `lr` does not take a point of `lr-decay`. */
export function pointOf(axes: readonly string[], text: string): AxisPoint | undefined {
  const wanted = normalised(text);
  const axis = [...axes]
    .sort((a, b) => b.length - a.length)
    .find((name) => wanted.startsWith(`${normalised(name)}_`) && text.length > name.length + 1);
  return axis === undefined ? undefined : { axis, value: text.slice(axis.length + 1) };
}

/** `sgima-0.10` → did you mean `sigma-0.10`? */
function meantPoint(axes: readonly string[], text: string): string | undefined {
  const [, name = '', value = ''] = /^(.+?)-(\d.*)$/.exec(text) ?? [];
  return name === '' ? undefined : didYouMean(name, axes, (axis) => `${axis}-${value}`);
}

/** `sigm-0.10` is a mistyped point, not an argument. */
export function looksLikePoint(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_-]*-\d[\d.]*(?:e-?\d+)?$/iu.test(text);
}
