/** `droid:x → /task`: what stands behind the arrow is done by that agent, command by command. */
import { printElement } from '../language/printer.ts';
import type { Command, Delegation } from '../language/tree.ts';
import { agentKey, agentOf, delegatedTask, type Task } from './agents.ts';
import type { PlanBuilder } from './builder.ts';
import { contextOf } from './context.ts';
import { handedOver } from './delegated.ts';
import type { Flow } from './flow.ts';
import { below, type Here } from './here.ts';
import { addAgentUnit, promptOf } from './lower-agent.ts';
import { lowerStore } from './lower-store.ts';
import type { NodeId } from './plan.ts';
import type { AgentDefinition } from './project.ts';
import { findAgent, findCommand, reportUnknownAgent } from './resolve-command.ts';
import { unplanned } from './unit.ts';
import type { Walk } from './walk.ts';

export function lowerDelegation(
  builder: PlanBuilder,
  element: Delegation,
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const { project, diagnostics } = builder;
  const { agent, agentSpan, body } = element;
  const definition = findAgent(project, agent);
  if (!definition) {
    reportUnknownAgent(project, agent, { source: here.source, span: agentSpan }, diagnostics);
    const base = builder.base(here, printElement(element), element.span, `droid-${agent}`);
    return unplanned(builder, base, flow);
  }
  if (body.kind !== 'command') {
    const each = handedOver(body, element, ({ span }) => {
      const message = `this cannot be handed to \`${agent}\` command by command`;
      diagnostics.add('unsupported-construct', here.source, span, message, {
        help: `write \`droid:${agent} →\` in front of each command`,
      });
    });
    return walk.element(each, here, flow);
  }
  if (body.redirects.length === 0) return lowerTask(builder, definition, element, body, here, flow);
  const children: NodeId[] = [];
  const base = builder.base(here, '', element.span, 'sequence');
  const node = builder.add({ kind: 'sequence', ...base, children, always: [] });
  const task = { ...body, redirects: [] };
  children.push(
    lowerTask(builder, definition, { ...element, body: task }, task, below(here, node.id, 1), flow),
  );
  for (const [index, redirect] of body.redirects.entries())
    children.push(lowerStore(builder, redirect, flow.last.nodes, below(here, node.id, index + 2), flow));
  return node.id;
}

function lowerTask(
  builder: PlanBuilder,
  definition: AgentDefinition,
  element: Delegation,
  command: Command,
  here: Here,
  flow: Flow,
): NodeId {
  const name = `droid-${element.agent}-${command.name}`;
  const base = builder.base(here, printElement(element), element.span, name);
  const task = taskOfCommand(builder, command, here, flow);
  if (!task) {
    return unplanned(builder, base, flow);
  }
  return addAgentUnit(
    builder,
    {
      key: agentKey(definition.name),
      definition,
      agent: agentOf({ as: 'agent', definition }),
      task,
      names: [definition.name, command.name],
    },
    base,
    here,
    flow,
    element.agentSpan,
  );
}

function taskOfCommand(builder: PlanBuilder, command: Command, here: Here, flow: Flow): Task | undefined {
  const definition = findCommand(builder.project, command.name);
  if (definition?.is === 'agent')
    return { text: promptOf(definition, command, builder, here, flow), point: [] };
  return delegatedTask(command, contextOf(builder, here, flow));
}
