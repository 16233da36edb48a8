/** What a chain keeps of a result: `$x=<result>`, `$x = /cmd`, `/cmd > winner`, `/cmd > winner.json`. */
import { normalised } from '../language/name.ts';
import { printElement } from '../language/printer.ts';
import type { Span } from '../language/source.ts';
import type { Assignment, Command, Redirect } from '../language/tree.ts';
import type { PlanBuilder } from './builder.ts';
import { contextOf } from './context.ts';
import type { Flow, Variable } from './flow.ts';
import { below, type Here } from './here.ts';
import { lowerCommand } from './lower-command.ts';
import { lowerStore } from './lower-store.ts';
import { metricOf } from './metrics.ts';
import { type AssignmentNode, literalValue, type NodeId } from './plan.ts';
import { isConstant, resolveValue } from './resolve-condition.ts';
import { resultPath } from './template.ts';
import type { Walk } from './walk.ts';

export function lowerAssignment(
  builder: PlanBuilder,
  element: Assignment,
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const { value, variable, span } = element;
  if (value.is === 'command') return lowerKept(builder, value.command, element, here, flow, walk);
  const title = printElement(element);
  switch (value.is) {
    case 'literal': {
      const literal = literalValue(value.text);
      const known = { constant: true, value: literal };
      return assign(builder, { variable, title, span }, { is: 'literal', value: literal }, known, here, flow);
    }
    case 'expression': {
      const expression = resolveValue(value.condition, contextOf(builder, here, flow));
      const known = { constant: isConstant(expression, flow) };
      const template = [{ kind: 'expression', expression } as const];
      return assign(
        builder,
        { variable, title, span },
        { is: 'template', value: template },
        known,
        here,
        flow,
      );
    }
    case 'result':
      return assignResult(builder, { variable, title, span }, value.path, here, flow);
  }
}

/** A command with `>` behind it. */
export function lowerRedirected(
  builder: PlanBuilder,
  command: Command,
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  return lowerKept(builder, command, undefined, here, flow, walk);
}

/** The command, then what is kept of it, in the order of the chain. */
function lowerKept(
  builder: PlanBuilder,
  command: Command,
  assignment: Assignment | undefined,
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const whole = assignment ?? command;
  const children: NodeId[] = [];
  const base = builder.base(here, printElement(whole), whole.span, 'sequence');
  const node = builder.add({ kind: 'sequence', ...base, children, always: [] });
  children.push(lowerCommand(builder, { ...command, redirects: [] }, below(here, node.id, 1), flow, walk));
  const { last } = flow;
  const place = () => below(here, node.id, children.length + 1);
  if (assignment) {
    const { variable, variableSpan: span } = assignment;
    children.push(assignResult(builder, { variable, title: `$${variable}`, span }, [], place(), flow));
  }
  for (const redirect of command.redirects) {
    const { to, span } = redirect;
    children.push(
      to.is === 'variable'
        ? assignResult(builder, { variable: to.name, title: `> $${to.name}`, span }, [], place(), flow)
        : store(builder, redirect, place(), flow),
    );
  }
  // What stores a result is not the result of the whole.
  flow.last = last;
  return node.id;
}

function store(builder: PlanBuilder, redirect: Redirect, here: Here, flow: Flow): NodeId {
  checkResult(builder, redirect.span, here, flow);
  const id = lowerStore(builder, redirect, flow.last.nodes, here, flow);
  const parts = redirect.to.is === 'file' ? redirect.to.path.parts : [];
  if (!redirect.append && parts.every(({ kind }) => kind === 'text')) {
    builder.stored.set(id, parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''));
    if (!builder.origins.has(id)) builder.origins.set(id, { source: here.source, span: redirect.span });
  }
  return id;
}

interface Target {
  readonly variable: string;
  readonly title: string;
  readonly span: Span;
}

function assignResult(
  builder: PlanBuilder,
  target: Target,
  written: readonly string[],
  here: Here,
  flow: Flow,
): NodeId {
  checkResult(builder, target.span, here, flow);
  const from = flow.last.nodes;
  const path = resultPath(builder.project, written);
  return assign(builder, target, { is: 'result', path, from }, stored(builder, path, from), here, flow);
}

function assign(
  builder: PlanBuilder,
  { variable, title, span }: Target,
  value: AssignmentNode['value'],
  known: Variable,
  here: Here,
  flow: Flow,
): NodeId {
  const base = builder.base(here, title, span, `set-${variable}`);
  const name = normalised(variable);
  flow.variables.set(name, known);
  return builder.add({ kind: 'assignment', ...base, variable: name, value }).id;
}

function checkResult({ diagnostics }: PlanBuilder, span: Span, here: Here, flow: Flow): void {
  if (flow.last.nodes.length > 0 || flow.uncertain) return;
  diagnostics.add('nothing-to-collect', here.source, span, 'there is no single result before this', {
    help: 'put the assignment behind the command whose result it stores',
  });
}

/** A stored metric keeps its unit, if all the elements it may come from agree on it. */
function stored(
  { measured, project }: PlanBuilder,
  path: readonly string[],
  from: readonly NodeId[],
): Variable {
  const units = from.map((node) => {
    const metrics = measured.get(node) ?? [];
    const metric = path.length === 0 ? metrics[0] : metrics.find((name) => name === path.join('.'));
    return metric === undefined ? undefined : metricOf(project, metric).unit;
  });
  const [unit] = units;
  return unit !== undefined && units.every((other) => other === unit)
    ? { constant: false, unit }
    : { constant: false };
}
