/** One command of a chain → a unit, or the call of another chain; and what is known behind it. */
import { normalised } from '../language/name.ts';
import { printElement } from '../language/printer.ts';
import type { Command, Element } from '../language/tree.ts';
import { useScript } from './asserts.ts';
import { bind, variablesOfCall } from './bind.ts';
import type { Base, PlanBuilder } from './builder.ts';
import { checkDeploy, checkRead, checkVisible } from './checks.ts';
import { type Context, contextOf } from './context.ts';
import { cellTitle, collectsBranches, fanOut } from './fan-out.ts';
import { type Flow, nothing } from './flow.ts';
import { below, type Here, ScopeParameters } from './here.ts';
import { lowerAgent, lowerPrompt } from './lower-agent.ts';
import { handedBy } from './lower-context.ts';
import { lowerApproval, lowerWait } from './lower-timed.ts';
import type { NodeId } from './plan.ts';
import type { Builtin, CommandDefinition } from './project.ts';
import { lowerSetup, lowerTransfer } from './remote.ts';
import { type CommandReading, type Reading, resolveCommand } from './resolve-command.ts';
import { planSelection } from './select.ts';
import { cellsIn, pointsAt, sweepOf } from './sweep.ts';
import { addUnit, learn, ran, reports, unplanned } from './unit.ts';
import type { Walk } from './walk.ts';

/** A chain that calls itself through others, or is nested deeper than this, is a mistake. */
const deepestCall = 16;

/** `next`: what runs behind it, which may do with the results of a part of a sweep. */
export function lowerCommand(
  builder: PlanBuilder,
  command: Command,
  here: Here,
  flow: Flow,
  walk: Walk,
  next?: Element,
): NodeId {
  const { project, diagnostics } = builder;
  const reading = resolveCommand(project, command, here.source, diagnostics);
  const base = builder.base(here, printElement(command), command.nameSpan, command.name);
  if (!reading) return unplanned(builder, base, flow);
  noticeBareWord(builder, reading, command, here);
  const sweep =
    reading.as === 'command' ? sweepOf(reading, command, contextOf(builder, here, flow)) : undefined;
  if (sweep === 'wrong') return unplanned(builder, base, flow);
  if (!sweep || reading.as === 'agent')
    return lowerReading(builder, reading, command, base, here, flow, walk);
  const { name } = reading.definition;
  const whole = {
    title: base.title,
    span: command.nameSpan,
    name,
    count: cellsIn(sweep),
    ...(sweep.max === undefined ? {} : { max: sweep.max }),
    isAggregated: collectsBranches(project, next),
  };
  return fanOut(builder, whole, here, flow, (index, inside, own) => {
    const point = pointsAt(sweep, index);
    const slug = [name, ...point.map(({ axis, value }) => `${axis}-${value}`)].join('-');
    const title = cellTitle(sweep.command, name, point);
    const cell = builder.base(inside, title, command.nameSpan, slug);
    return lowerReading(builder, { ...reading, point }, sweep.command, cell, inside, own, walk);
  });
}

/** `agent:task` is a spelling of its own; any other word without a slash may be a forgotten one. */
export function noticeBareWord(builder: PlanBuilder, reading: Reading, command: Command, here: Here): void {
  if (command.slash || reading.as === 'agent') return;
  const message = `\`${command.name}\` is read as the command \`/${command.name}\``;
  builder.diagnostics.add('bare-word', here.source, command.nameSpan, message, {
    help: `write \`/${command.name}\``,
  });
}

/** One run of what a name means. */
export function lowerReading(
  builder: PlanBuilder,
  reading: Reading,
  command: Command,
  base: Base,
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  if (reading.as === 'agent') return lowerAgent(builder, reading, command, base, here, flow);
  const { definition } = reading;
  switch (definition.is) {
    case 'chain':
      return lowerCall(builder, definition, reading, command, base, here, flow, walk);
    case 'agent':
      return lowerPrompt(builder, definition, command, base, here, flow);
    case 'builtin':
      return lowerBuiltin(builder, definition, reading, command, base, here, flow);
    case 'run':
      return lowerRun(builder, definition, reading, command, base, here, flow);
  }
}

function lowerRun(
  builder: PlanBuilder,
  definition: CommandDefinition & { is: 'run' },
  reading: CommandReading,
  command: Command,
  base: Base,
  here: Here,
  flow: Flow,
): NodeId {
  const context = contextOf(builder, here, flow);
  const { point } = reading;
  const { words, parameters } = bind({ ...reading, handed: handedBy(builder, flow) }, command, context);
  useScript(builder, definition);
  for (const { axis } of point) builder.useAxis(axis);
  const parts = { command: definition.name, words, parameters, point };
  const id = addUnit(builder, base, parts, here, command.nameSpan);
  const place = { source: here.source, span: command.nameSpan };
  checkVisible(definition, point, words.length > 0, place, builder.project, builder.diagnostics);
  checkDeploy(builder, { ...definition, span: command.nameSpan }, here, flow);
  learn(builder, id, definition, flow);
  ran(id, [definition.name, ...(reading.own === undefined ? [] : [reading.own])], flow);
  return id;
}

function lowerBuiltin(
  builder: PlanBuilder,
  definition: CommandDefinition & { is: 'builtin' },
  reading: CommandReading,
  command: Command,
  base: Base,
  here: Here,
  flow: Flow,
): NodeId {
  const context = contextOf(builder, here, flow);
  const { builtin } = definition;
  const { words, parameters } = bind(reading, command, context);
  if (builtin.name === 'wait') return lowerWait(builder, parameters, base, command.nameSpan, context);
  if (builtin.name === 'approve') return lowerApproval(builder, parameters, base, command.nameSpan, context);
  const place = { builder, definition, base, here, flow, span: command.nameSpan };
  if (builtin.name === 'runpod-setup') return lowerSetup(place, parameters);
  if (builtin.name === 'scp') return lowerTransfer(place, parameters);
  builder.useCommand(definition);
  const collects = builtin.collects ? flow.cells : [];
  const parts = { command: definition.name, words, parameters, collects };
  const id = addUnit(builder, base, parts, here, command.nameSpan);
  builder.definitions.set(id, definition);
  for (const name of builtin.sets) flow.variables.set(name, { constant: false });
  if (builtin.collects) collect(builder, builtin, id, collects, command, context);
  ran(id, [definition.name], flow);
  return id;
}

function collect(
  builder: PlanBuilder,
  builtin: Builtin,
  node: NodeId,
  cells: readonly NodeId[],
  command: Command,
  context: Context,
): void {
  const { flow, source, diagnostics } = context;
  const metrics = [...new Set(cells.flatMap((cell) => builder.measured.get(cell) ?? []))];
  if (cells.length === 0 || (metrics.length === 0 && !builtin.unmeasured)) {
    if (flow.uncertain) return;
    const what =
      cells.length === 0 ? 'no parallel branches before this' : 'no branch before this declares metrics';
    const message = `\`/${command.name}\` has nothing to collect: ${what}`;
    diagnostics.add('nothing-to-collect', source, command.nameSpan, message, {
      help:
        cells.length === 0
          ? `write \`parallel[/train:… | /train:…] → /${command.name}\``
          : 'declare `metrics:` for the commands of the branches',
    });
    flow.uncertain = true;
    return;
  }
  if (builtin.reportsPrefix === undefined) return;
  const reported = metrics.map((metric) => `${builtin.reportsPrefix}${metric}`);
  reports(builder, node, reported, flow);
  for (const name of reported) flow.variables.set(name, { constant: false });
  const selection = planSelection(metrics, command.nameSpan, context);
  if (!selection) return;
  // The first rule is that of all which have none of their own.
  const first = builder.selections.get('best-model');
  if (!first) builder.selections.set('best-model', selection);
  else if (JSON.stringify(first) !== JSON.stringify(selection)) builder.selections.set(node, selection);
}

function lowerCall(
  builder: PlanBuilder,
  definition: CommandDefinition & { is: 'chain' },
  reading: CommandReading,
  command: Command,
  base: Base,
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const callers = [...here.callers, { name: definition.name, chain: definition.chain }];
  const circle = here.callers.findIndex(({ chain }) => chain === definition.chain);
  if (circle >= 0 || callers.length > deepestCall + 1) {
    const names = callers.slice(Math.max(0, circle)).map(({ name }) => `\`/${name}\``);
    const message =
      circle >= 0
        ? `\`/${definition.name}\` calls itself: ${names.join(' → ')}`
        : `calls are nested more than ${deepestCall} deep`;
    builder.diagnostics.add('macro-cycle', here.source, command.nameSpan, message);
    flow.uncertain = true;
    return builder.placeholder(base);
  }
  const handed = handedBy(builder, flow);
  const { parameters } = bind({ ...reading, handed }, command, contextOf(builder, here, flow));
  const node = builder.add({ kind: 'call', ...base, command: definition.name, parameters, body: base.id });
  const chain = walk.parsed(definition);
  const own = new ScopeParameters(new Map(definition.params.map((param) => [normalised(param.name), param])));
  const outer = flow.variables;
  flow.variables = variablesOfCall(parameters, flow);
  // What was handed to the chain is not handed on to its first command.
  if (handed.length > 0) flow.last = nothing;
  const inside = {
    ...below(here, node.id, 1),
    scope: node.id,
    source: definition.chain,
    parameters: own,
    callers,
  };
  node.body = walk.chain(chain, inside, flow);
  flow.variables = outer;
  flow.steps.set(normalised(definition.name), { nodes: [node.id], competing: false });
  if (!flow.uncertain)
    checkRead(own, { name: definition.name, source: definition.chain }, builder.diagnostics);
  return node.id;
}
