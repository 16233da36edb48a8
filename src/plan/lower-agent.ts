/** What a coding agent is to do → a unit. */
import type { Span } from '../language/source.ts';
import type { Command } from '../language/tree.ts';
import { agentKey, agentOf, type Task, taskNamed, useAgent, withoutRunner } from './agents.ts';
import type { Base, PlanBuilder } from './builder.ts';
import { checkDeploy } from './checks.ts';
import { contextOf } from './context.ts';
import type { Flow } from './flow.ts';
import type { Here } from './here.ts';
import type { Agent, NodeId } from './plan.ts';
import type { AgentDefinition, CommandDefinition } from './project.ts';
import { taskOf } from './prompt.ts';
import type { AgentReading } from './resolve-command.ts';
import { joined, templateOf, textTemplate } from './template.ts';
import { addUnit, learn, ran, unplanned } from './unit.ts';

interface Assignment {
  /** Into `Plan.commands`. */
  readonly key: string;
  readonly definition: AgentDefinition;
  readonly agent: Agent;
  readonly task: Task;
  /** By which `status(…)` finds it. */
  readonly names: readonly string[];
}

/** The task stands in `"$1"`, and in `$ML_PARAM_TASK`. */
export function addAgentUnit(
  builder: PlanBuilder,
  { key, definition, agent, task, names }: Assignment,
  base: Base,
  here: Here,
  flow: Flow,
  span: Span,
): NodeId {
  const isFirst = !builder.commands.has(key);
  const runner = useAgent(builder, key, definition, agent);
  if (!runner && isFirst) noticeRunner(builder, key, here, span);
  const { text, point } = task;
  for (const { axis } of point) builder.useAxis(axis);
  const parts = {
    command: key,
    words: [text],
    parameters: [{ name: 'task', type: 'string', value: text }],
    point,
  } as const;
  const id = addUnit(builder, base, parts, here, span);
  if (runner) {
    checkDeploy(builder, { name: definition.name, command: runner.command, span }, here, flow);
    learn(builder, id, runner, flow);
  }
  ran(id, names, flow);
  return id;
}

/** The plan can be read; only who runs it is told that it cannot be, unless it is said here. */
function noticeRunner({ diagnostics }: PlanBuilder, key: string, { source }: Here, span: Span): void {
  const { message, help } = withoutRunner([key]);
  diagnostics.add('agent-without-runner', source, span, message, { help });
}

/** `/a:b` and `/a "words"` of an agent `a`. */
export function lowerAgent(
  builder: PlanBuilder,
  reading: AgentReading,
  command: Command,
  base: Base,
  here: Here,
  flow: Flow,
): NodeId {
  const task = taskOfCall(reading, command, builder, here, flow);
  const { definition } = reading;
  if (!task) {
    return unplanned(builder, base, flow);
  }
  return addAgentUnit(
    builder,
    {
      key: agentKey(definition.name),
      definition,
      agent: agentOf(reading),
      task,
      names: [definition.name, command.name],
    },
    base,
    here,
    flow,
    command.nameSpan,
  );
}

function taskOfCall(
  { task, definition }: AgentReading,
  command: Command,
  builder: PlanBuilder,
  here: Here,
  flow: Flow,
): Task | undefined {
  const context = contextOf(builder, here, flow);
  if (task !== undefined) return taskNamed(task, command, context);
  const words = command.arguments.map((argument) => templateOf(argument, context));
  if (words.length > 0) return { text: joined(words), point: [] };
  const { name } = definition;
  builder.diagnostics.add(
    'invalid-param',
    here.source,
    command.nameSpan,
    `the agent \`${name}\` has no task`,
    {
      help: `write \`/${name}:<task>\`, or \`/${name} "what to do"\``,
    },
  );
  return undefined;
}

/** A command that a Markdown file describes: an agent does what its body says. */
export function lowerPrompt(
  builder: PlanBuilder,
  definition: CommandDefinition & { readonly is: 'agent' },
  command: Command,
  base: Base,
  here: Here,
  flow: Flow,
): NodeId {
  const task = { text: promptOf(definition, command, builder, here, flow), point: [] };
  const { name } = definition;
  const agent = { name: 'default' };
  const work = { key: name, definition, agent, task, names: [name] };
  return addAgentUnit(builder, work, base, here, flow, command.nameSpan);
}

export function promptOf(
  { name, body, numbering }: CommandDefinition & { readonly is: 'agent' },
  command: Command,
  builder: PlanBuilder,
  here: Here,
  flow: Flow,
): Task['text'] {
  const context = contextOf(builder, here, flow);
  const words = command.arguments.map((argument) => templateOf(argument, context));
  return body === undefined
    ? joined([textTemplate(`/${name}`), ...words])
    : taskOf({ body, ...(numbering === undefined ? {} : { numbering }) }, words);
}
