/** A unit of the plan, and what is known behind it. */
import { normalised } from '../language/name.ts';
import type { Span } from '../language/source.ts';
import type { Base, PlanBuilder } from './builder.ts';
import { endsAt, type Flow } from './flow.ts';
import type { Here } from './here.ts';
import { metricOf } from './metrics.ts';
import type { NodeId, UnitNode } from './plan.ts';
import type { CommandDefinition } from './project.ts';

type Parts = Pick<UnitNode, 'command'> & Partial<UnitNode>;

export function addUnit(builder: PlanBuilder, base: Base, parts: Parts, here: Here, span: Span): NodeId {
  const { command, words = [], parameters = [], point = [], collects = [], input } = parts;
  const { id } = builder.add({
    kind: 'unit',
    ...base,
    ...{ command, words, parameters, point, collects },
    ...(input === undefined ? {} : { input }),
  });
  builder.origins.set(id, { source: here.source, span });
  return id;
}

/** Behind the run of a script: its metrics, the variables it sets, and those of the system. */
export function learn(
  builder: PlanBuilder,
  id: NodeId,
  definition: CommandDefinition & { readonly is: 'run' },
  flow: Flow,
): void {
  const { project } = builder;
  builder.definitions.set(id, definition);
  const metrics = builder.metricsOf(definition);
  reports(builder, id, metrics, flow);
  const [primary] = metrics;
  if (primary !== undefined) {
    const { unit } = metricOf(project, primary);
    const name = primary === 'data_quality' ? 'data_quality' : 'model_performance';
    flow.variables.set(name, { constant: false, unit });
  }
  const { sets = [], deploys, target } = definition.command;
  if (project.remote?.targets.has(target))
    flow.variables.set('resource_usage', { constant: false, unit: 'fraction' });
  for (const name of sets) flow.variables.set(normalised(name), { constant: false });
  if (deploys !== undefined) flow.variables.set('deployment_status', { constant: false });
}

export function reports(builder: PlanBuilder, node: NodeId, metrics: readonly string[], flow: Flow): void {
  builder.measured.set(node, metrics);
  for (const metric of metrics) {
    builder.useMetric(metric);
    flow.reports.set(metric, { nodes: [node], competing: false });
  }
}

/** Behind every run of a command: its result, and how it ended. */
export function ran(id: NodeId, names: readonly string[], flow: Flow): void {
  for (const name of names) flow.steps.set(normalised(name), { nodes: [id], competing: false });
  flow.last = endsAt(id);
}

/** Stands for an element that means nothing, which was reported: what follows may lack what it would have given. */
export function unplanned(builder: PlanBuilder, base: Base, flow: Flow): NodeId {
  flow.uncertain = true;
  flow.last = endsAt(base.id);
  return builder.placeholder(base);
}
