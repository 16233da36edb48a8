/** Coding agents as commands of the plan: what runs them, and what they are told to do. */
import { listOf, normalised } from '../language/name.ts';
import type { Argument, Command } from '../language/tree.ts';
import { useScript } from './asserts.ts';
import type { PlanBuilder } from './builder.ts';
import type { Context } from './context.ts';
import type { Agent, AxisPoint, Plan, Template } from './plan.ts';
import type { CommandDefinition, Project } from './project.ts';
import {
  type AgentReading,
  axesOf,
  findCommand,
  looksLikePoint,
  pointOf,
  readingsOf,
} from './resolve-command.ts';
import { joined, templateOf, textTemplate } from './template.ts';

type RunDefinition = CommandDefinition & { readonly is: 'run' };

/** An agent in `Plan.commands`: a command may have the same name. */
export function agentKey(name: string): string {
  return `droid:${name}`;
}

/** Enters what runs the agent under `key`. Undefined when nothing does: then the plan can be read, and not run. */
export function useAgent(
  builder: PlanBuilder,
  key: string,
  definition: CommandDefinition & { readonly is: 'run' | 'agent' },
  agent: Agent,
): RunDefinition | undefined {
  const runner = definition.is === 'run' ? definition : builder.project.agents.get('default');
  if (runner?.is !== 'run') {
    builder.commands.set(key, { is: 'agent', name: key, agent, target: 'local' });
    return undefined;
  }
  const own: RunDefinition = { ...runner, name: key, command: { ...runner.command, name: key, agent } };
  useScript(builder, own);
  return own;
}

/** The agent that a declaration means: one with a `run:` may have a Markdown file with its instructions beside it. */
export function agentOf({ definition }: AgentReading): Agent {
  if (definition.is === 'run') return definition.command.agent ?? { name: definition.name };
  return { name: definition.name, file: definition.file };
}

export interface Task {
  readonly text: Template;
  readonly point: readonly AxisPoint[];
}

/**
 * The task `b` of `a:b`: the call of a command when there is one of that name, the training at an axis point when it is
 * one, else the words of the name. Undefined when it means nothing, which is then reported.
 */
export function taskNamed(name: string, command: Command, context: Context): Task | undefined {
  const { project } = context;
  const [reading] = readingsOf(project, name);
  if (reading?.as === 'command') {
    const written = command.arguments.map((argument) => asWritten(argument, context));
    return { text: joined([textTemplate(`/${name}`), ...written]), point: reading.point };
  }
  const words = command.arguments.map((argument) => templateOf(argument, context));
  const training = trainingAt(name, command, context);
  if (training === 'reported') return undefined;
  const text = training ? `/${training.command}:${name}` : name.replace(/[-_:/]+/g, ' ').trim();
  return { text: joined([textTemplate(text), ...words]), point: training ? [training.point] : [] };
}

/** In the call of a command quotes hold a word together; in a sentence they are for the chain alone. */
function asWritten(argument: Argument, context: Context): Template {
  return argument.parts.every(({ kind }) => kind === 'text')
    ? textTemplate(argument.text)
    : templateOf(argument, context);
}

/** The one command that an agent would run at an axis point. */
function trainingAt(
  text: string,
  { nameSpan }: Command,
  { project, source, diagnostics }: Context,
): { readonly command: string; readonly point: AxisPoint } | 'reported' | undefined {
  const all = [...project.axes.values()].map(({ name }) => name);
  const point = pointOf(all, text);
  const span = { start: nameSpan.end - text.length, end: nameSpan.end };
  if (!point) {
    if (!looksLikePoint(text)) return undefined;
    const help =
      all.length === 0
        ? 'declare it under `axes:`, or give the task in words: `/agent "words"`'
        : `declared axes: ${all.map((axis) => `\`${axis}\``).join(', ')}; or give the task in words: \`/agent "words"\``;
    diagnostics.add('unknown-axis', source, span, `\`${text}\` is no point of an axis`, { help });
    return 'reported';
  }
  const commands = trainable(project, point.axis);
  const train = commands.find(({ name }) => normalised(name) === 'train');
  const [only] = commands;
  const chosen = train ?? (commands.length === 1 ? only : undefined);
  if (chosen) return { command: chosen.name, point };
  const names = commands.map(({ name }) => `\`/${name}\``);
  const message =
    commands.length === 0
      ? `no command can be run at \`${text}\``
      : `${listOf(names, 'and')} can all be run at \`${text}\``;
  diagnostics.add('unknown-axis', source, span, message, {
    help: `list \`${point.axis}\` under \`axes:\` of the command that the agent is to run`,
  });
  return 'reported';
}

/** Those that list the axis themselves; where none does, all that may be swept over everything. */
function trainable(project: Project, axis: string): CommandDefinition[] {
  const able = [...project.commands.values()].filter((definition) =>
    axesOf(project, definition).some((one) => normalised(one) === normalised(axis)),
  );
  const listed = able.filter((definition) => definition.is === 'run' && definition.axes !== undefined);
  return listed.length > 0 ? listed : able;
}

/** What `droid:x → /task args` hands over where `/task` is no Markdown command. */
export function delegatedTask(command: Command, context: Context): Task | undefined {
  const definition = findCommand(context.project, command.name);
  if (definition || command.name.includes(':')) return taskNamed(command.name, command, context);
  const words = command.arguments.map((argument) => templateOf(argument, context));
  return { text: joined([textTemplate(command.name.replace(/[-_/]+/g, ' ')), ...words]), point: [] };
}

/** Why a plan cannot be run, or undefined when it can. */
export function runObstacle({ commands }: Plan): Obstacle | undefined {
  const names = Object.values(commands).flatMap((command) => (command.is === 'agent' ? [command.name] : []));
  return names.length === 0 ? undefined : withoutRunner(names);
}

export interface Obstacle {
  readonly message: string;
  readonly help: string;
}

export function withoutRunner(names: readonly string[]): Obstacle {
  const shown = names.map((name) => `\`${name}\``);
  const them = names.length === 1 ? 'it' : 'them';
  return {
    message: `nothing says how to run ${listOf(shown, 'and')}`,
    help: `declare \`agents: { default: { run: … } }\` in \`ml-workflow.yml\`, or \`run:\` for ${them}`,
  };
}
