/** A condition's names → metrics of certain units, variables and statuses, with kinds of value settled. */
import { parseConditionText } from '../language/condition-parser.ts';
import { Diagnostics } from '../language/diagnostic.ts';
import { normalised } from '../language/name.ts';
import type { Span } from '../language/source.ts';
import type { Condition } from '../language/tree.ts';
import type { Context } from './context.ts';
import type { Flow } from './flow.ts';
import { canonicalMetric, metricOf } from './metrics.ts';
import { childExpressions, type GateExpression } from './plan.ts';
import type { PredicateDefinition } from './project.ts';
import {
  type Found,
  fieldNamed,
  type Name,
  reportUnknownName,
  statusNamed,
  statusOf,
  valueNamed,
  variableNamed,
} from './resolve-name.ts';
import { type Names, Resolver, unread } from './resolver.ts';

export interface ResolvedGate {
  readonly expression: GateExpression;
  /** Of the predicate that the gate is. */
  readonly severity?: 'warn';
}

export function resolveGate(condition: Condition, context: Context): ResolvedGate {
  const severity = gateSeverity(condition, context);
  return {
    expression: resolveCondition(condition, context),
    ...(severity === undefined ? {} : { severity }),
  };
}

/** Only a gate that is a predicate as a whole has the predicate's severity. */
export function gateSeverity({ expression }: Condition, { project, flow }: Context): 'warn' | undefined {
  if (expression?.kind !== 'name' || flow.variables.has(normalised(expression.name))) return undefined;
  return project.predicates.get(normalised(expression.name))?.severity;
}

export function resolveCondition(condition: Condition, context: Context): GateExpression {
  if (!condition.expression) return unread;
  const resolver = new Resolver(context, namesBefore(context));
  const expression = resolver.boolean(condition.expression);
  if (!resolver.failed && isConstant(expression, context.flow)) {
    context.diagnostics.add(
      'constant-gate',
      context.source,
      condition.span,
      `\`${condition.text}\` compares nothing that was measured`,
      { help: 'compare a metric, or store a result with `$x=<result>`' },
    );
  }
  return expression;
}

/** What `${…}` and the subject of a `case:` give: a number, a text, or yes or no. */
export function resolveValue(condition: Condition, context: Context): GateExpression {
  if (!condition.expression) return unread;
  return new Resolver(context, namesBefore(context)).value(condition.expression);
}

/** The condition of a selection: its names are metrics of each candidate, whoever reports them. */
export function resolveCandidateCondition(condition: Condition, context: Context): GateExpression {
  if (!condition.expression) return unread;
  const { project, source, diagnostics } = context;
  const resolver = new Resolver(context, {
    named({ name }) {
      const metric = canonicalMetric(project, name);
      return { kind: 'metric', metric, written: name, unit: metricOf(project, metric).unit, from: [] };
    },
    status(_name, written, span) {
      diagnostics.add('invalid-condition', source, span, `\`${written}\` means nothing for a candidate`);
      return 'reported';
    },
  });
  return resolver.boolean(condition.expression);
}

/** Whether a gate asks how what stands before it ended, so that a failure there is not the end of the chain. */
export function asksStatus(expression: GateExpression): boolean {
  return expression.kind === 'status' || childExpressions(expression).some(asksStatus);
}

/** Over nothing but what is known before the run. */
export function isConstant(expression: GateExpression, flow: Flow): boolean {
  switch (expression.kind) {
    case 'metric':
    case 'baseline':
    case 'status':
    case 'field':
      return false;
    case 'variable':
      return flow.variables.get(expression.name)?.constant ?? false;
    default:
      return childExpressions(expression).every((child) => isConstant(child, flow));
  }
}

function namesBefore(context: Context): Names {
  const truth = (name: Name): Found =>
    variableNamed(name, context) ??
    predicateNamed(name, context) ??
    fieldNamed(name, context) ??
    statusNamed(name, context);
  return {
    named(name, yesOrNo) {
      const found = yesOrNo
        ? (truth(name) ?? valueNamed(name, context))
        : (valueNamed(name, context) ?? truth(name));
      if (found) return found;
      reportUnknownName(name, yesOrNo, context);
      return 'reported';
    },
    status: (name, written, span) => statusOf(name, written, span, context),
  };
}

function predicateNamed(name: Name, context: Context): Found {
  const predicate = context.project.predicates.get(normalised(name.name));
  return predicate && conditionOf(predicate, name.span, context);
}

/** A mistake in a predicate is shown where it stands, and where it is asked. */
function conditionOf(predicate: PredicateDefinition, span: Span, context: Context): Found {
  const { source, diagnostics, predicates: open = [] } = context;
  if (open.includes(predicate.name)) {
    const names = [...open.slice(open.indexOf(predicate.name)), predicate.name].map((one) => `\`${one}\``);
    diagnostics.add('macro-cycle', source, span, `${names[0]} asks for itself: ${names.join(' → ')}`);
    return 'reported';
  }
  const own = new Diagnostics();
  const inside: Context = {
    ...context,
    source: predicate.condition,
    diagnostics: own,
    predicates: [...open, predicate.name],
  };
  const condition = parseConditionText(predicate.condition, own);
  const resolver = new Resolver(inside, namesBefore(inside));
  const expression = condition?.expression && resolver.boolean(condition.expression);
  for (const { code, source: where, span: at, message, help, related = [] } of own.sorted()) {
    diagnostics.add(code, where, at, message, {
      help,
      related: [...related, { message: 'asked here', source, span }],
    });
  }
  return resolver.failed || own.hasErrors || !expression ? 'reported' : expression;
}
