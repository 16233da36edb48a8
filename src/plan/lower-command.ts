/** One command of a chain → a unit, or the call of another chain; and what is known behind it. */
import { normalised } from '../language/name.ts';
import { printElement } from '../language/printer.ts';
import type { Chain, Command } from '../language/tree.ts';
import { bind, variablesOfCall } from './bind.ts';
import type { Base, PlanBuilder } from './builder.ts';
import { checkRead, checkVisible } from './checks.ts';
import type { Context } from './context.ts';
import type { Flow } from './flow.ts';
import { below, type Here, ScopeParameters } from './here.ts';
import type { NodeId } from './plan.ts';
import type { Builtin, CommandDefinition } from './project.ts';
import { type Reading, resolveCommand } from './resolve-command.ts';
import { planSelection } from './select.ts';

/** A chain that calls itself through others, or is nested deeper than this, is a mistake. */
const deepestCall = 16;

/** How the body of a called chain is planned: by the walk that met the call. */
export interface Walk {
  parsed(definition: CommandDefinition & { is: 'chain' }): Chain;
  chain(chain: Chain, here: Here, flow: Flow): NodeId;
}

export function contextOf(builder: PlanBuilder, here: Here, flow: Flow): Context {
  const { project, diagnostics, measured } = builder;
  return { project, flow, source: here.source, parameters: here.parameters, diagnostics, measured };
}

export function lowerCommand(
  builder: PlanBuilder,
  command: Command,
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const { project, diagnostics } = builder;
  const reading = resolveCommand(project, command, here.source, diagnostics);
  const base = builder.base(here, printElement(command), command.nameSpan, command.name);
  if (!reading) {
    flow.uncertain = true;
    flow.last = [base.id];
    return builder.placeholder(base);
  }
  if (!command.slash) {
    const message = `\`${command.name}\` is read as the command \`/${command.name}\``;
    diagnostics.add('bare-word', here.source, command.nameSpan, message, {
      help: `write \`/${command.name}\``,
    });
  }
  const { definition } = reading;
  if (definition.is === 'chain')
    return lowerCall(builder, definition, reading, command, base, here, flow, walk);
  return lowerUnit(builder, definition, reading, command, base, here, flow);
}

function lowerUnit(
  builder: PlanBuilder,
  definition: CommandDefinition & { is: 'run' | 'builtin' },
  reading: Reading,
  command: Command,
  base: Base,
  here: Here,
  flow: Flow,
): NodeId {
  const context = contextOf(builder, here, flow);
  const { words, parameters } = bind(reading, command, context);
  const collects = definition.is === 'builtin' && definition.builtin.collects ? flow.cells : [];
  builder.useCommand(definition);
  for (const { axis } of reading.point) builder.useAxis(axis);
  const place = { source: here.source, span: command.nameSpan };
  const { id } = builder.add({
    kind: 'unit',
    ...base,
    command: definition.name,
    words,
    parameters,
    point: reading.point,
    collects,
  });
  builder.origins.set(id, place);
  builder.definitions.set(id, definition);
  if (definition.is === 'run') {
    checkVisible(definition, reading.point, words.length > 0, place, builder.project, builder.diagnostics);
    checkDeploy(definition.command.deploys, command, context, here);
    reports(builder, id, builder.metricsOf(definition), flow);
  } else lowerBuiltin(builder, definition.builtin, id, collects, command, context);
  flow.steps.set(normalised(definition.name), { nodes: [id], competing: false });
  flow.last = [id];
  return id;
}

function reports(builder: PlanBuilder, node: NodeId, metrics: readonly string[], flow: Flow): void {
  builder.measured.set(node, metrics);
  for (const metric of metrics) {
    builder.useMetric(metric);
    flow.reports.set(metric, { nodes: [node], competing: false });
  }
}

function lowerBuiltin(
  builder: PlanBuilder,
  builtin: Builtin,
  node: NodeId,
  cells: readonly NodeId[],
  command: Command,
  context: Context,
): void {
  const { flow, source, diagnostics } = context;
  for (const name of builtin.sets) flow.variables.set(name, { constant: false });
  if (!builtin.collects) return;
  const metrics = [...new Set(cells.flatMap((cell) => builder.measured.get(cell) ?? []))];
  if (metrics.length === 0) {
    if (flow.uncertain) return;
    const what =
      cells.length === 0 ? 'no parallel branches before this' : 'no branch before this declares metrics';
    const message = `\`/${builtin.name}\` has nothing to collect: ${what}`;
    diagnostics.add('nothing-to-collect', source, command.nameSpan, message, {
      help:
        cells.length === 0
          ? `write \`parallel[/train:… | /train:…] → /${builtin.name}\``
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
  const before = builder.selections.get('best-model');
  if (before && JSON.stringify(before) !== JSON.stringify(selection)) {
    const message = `a second selection, by \`${selection.metric}\` after one by \`${before.metric}\`, is not supported yet`;
    diagnostics.add('unsupported-construct', source, command.nameSpan, message, {
      help: 'declare one rule for both under `select:`',
    });
  }
  builder.selections.set('best-model', selection);
}

function lowerCall(
  builder: PlanBuilder,
  definition: CommandDefinition & { is: 'chain' },
  reading: Reading,
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
  const { parameters } = bind(reading, command, contextOf(builder, here, flow));
  const node = builder.add({ kind: 'call', ...base, command: definition.name, parameters, body: base.id });
  const chain = walk.parsed(definition);
  const own = new ScopeParameters(new Map(definition.params.map((param) => [normalised(param.name), param])));
  const outer = flow.variables;
  flow.variables = variablesOfCall(parameters, flow);
  const inside = {
    ...below(here, node.id, 1),
    scope: node.id,
    source: definition.chain,
    parameters: own,
    callers,
  };
  node.body = walk.chain(chain, inside, flow);
  flow.variables = outer;
  if (!flow.uncertain)
    checkRead(own, { name: definition.name, source: definition.chain }, builder.diagnostics);
  return node.id;
}

function checkDeploy(
  deploys: string | undefined,
  command: Command,
  { flow, diagnostics, source }: Context,
  here: Here,
): void {
  if (deploys === undefined) return;
  if (here.inPositionalElse) {
    const message = `\`/${command.name}\` would deploy what failed its gate`;
    diagnostics.add('else-deploys', source, command.nameSpan, message, {
      help: 'in `if:c → then → else` the second element is the else branch; write `/if:c → …` for a longer then branch',
    });
  } else if (!flow.gated && !flow.uncertain) {
    const message = `no gate guards \`/${command.name}\`, which deploys to \`${deploys}\``;
    diagnostics.add('deploy-without-gate', source, command.nameSpan, message, {
      help: 'put `/if:metric>threshold →` in front of it',
    });
  }
}
