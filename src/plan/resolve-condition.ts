/** A condition's names → metrics of certain units and variables, with units of measurement and kinds of value settled. */
import { didYouMean, listOf, normalised } from '../language/name.ts';
import type { Span } from '../language/source.ts';
import type { Condition, Expression } from '../language/tree.ts';
import { type Context, checkVariable } from './context.ts';
import type { Flow, Runs } from './flow.ts';
import { canonicalMetric, metricOf } from './metrics.ts';
import type { GateExpression } from './plan.ts';
import { inUnits } from './units.ts';

/** What stands in the plan for a condition that could not be read; such a plan is given to no one. */
const unread: GateExpression = { kind: 'number', value: Number.NaN, text: '…' };

export function resolveCondition(condition: Condition, context: Context): GateExpression {
  if (!condition.expression) return unread;
  const resolver = new Resolver(context, (expression) => namedBefore(expression, context));
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

/** The condition of a selection: its names are metrics of each candidate, whoever reports them. */
export function resolveCandidateCondition(condition: Condition, context: Context): GateExpression {
  if (!condition.expression) return unread;
  const { project } = context;
  const resolver = new Resolver(context, ({ name }) => {
    const metric = canonicalMetric(project, name);
    return { kind: 'metric', metric, written: name, unit: metricOf(project, metric).unit, from: [] };
  });
  return resolver.boolean(condition.expression);
}

type Name = Expression & { kind: 'name' };
/** What an expression gives; `unknown` where only the run can tell. */
type Kind = 'number' | 'boolean' | 'text' | 'unknown';

class Resolver {
  failed = false;
  readonly #context: Context;
  readonly #named: (name: Name) => GateExpression | undefined;

  /** `named` gives undefined when it has reported why a name means nothing. */
  constructor(context: Context, named: (name: Name) => GateExpression | undefined) {
    this.#context = context;
    this.#named = named;
  }

  /** Where yes or no is asked for; a number is neither. */
  boolean(expression: Expression): GateExpression {
    const resolved = this.#resolve(expression);
    const kind = this.#kindOf(resolved);
    if (kind === 'number' || kind === 'text')
      this.#refuse(expression, `a ${kind} is neither true nor false`, 'compare it: `accuracy>0.9`');
    return resolved;
  }

  #number(expression: Expression): GateExpression {
    const resolved = this.#resolve(expression);
    const kind = this.#kindOf(resolved);
    if (kind === 'text' || kind === 'boolean')
      this.#refuse(expression, `expected a number, found ${kind === 'text' ? 'a text' : 'true or false'}`);
    return resolved;
  }

  #resolve(expression: Expression): GateExpression {
    switch (expression.kind) {
      case 'number':
        return { kind: 'number', value: expression.value, text: expression.text };
      case 'string':
        return { kind: 'string', value: expression.value };
      case 'name': {
        const named = this.#named(expression);
        if (!named) this.failed = true;
        return named ?? unread;
      }
      case 'variable':
        if (!checkVariable(expression.name, expression.span, this.#context)) this.failed = true;
        return { kind: 'variable', name: normalised(expression.name) };
      case 'not':
        return { kind: 'not', operand: this.boolean(expression.operand) };
      case 'negative':
        return { kind: 'negative', operand: this.#number(expression.operand) };
      case 'binary':
        return this.#binary(expression);
    }
  }

  #binary(expression: Expression & { kind: 'binary' }): GateExpression {
    const { operator } = expression;
    if (operator === 'and' || operator === 'or') {
      const left = this.boolean(expression.left);
      return { kind: 'binary', operator, left, right: this.boolean(expression.right) };
    }
    if (operator === '+' || operator === '-' || operator === '*' || operator === '/') {
      const left = this.#number(expression.left);
      return { kind: 'binary', operator, left, right: this.#number(expression.right) };
    }
    const equality = operator === '==' || operator === '!=';
    const left = equality ? this.#resolve(expression.left) : this.#number(expression.left);
    const right = equality ? this.#resolve(expression.right) : this.#number(expression.right);
    const [leftKind, rightKind] = [this.#kindOf(left), this.#kindOf(right)];
    if (leftKind !== rightKind && leftKind !== 'unknown' && rightKind !== 'unknown')
      this.#refuse(expression, `a ${leftKind} is never equal to a ${rightKind}`);
    const compared = { left, right, leftWritten: expression.left, rightWritten: expression.right };
    const settled = this.failed ? { left, right } : inUnits(compared, this.#context);
    if (!settled) this.failed = true;
    return { kind: 'binary', operator, left: settled?.left ?? left, right: settled?.right ?? right };
  }

  /** Nothing is said twice of an expression whose parts mean nothing. */
  #refuse({ span }: { readonly span: Span }, message: string, help?: string): void {
    if (this.failed) return;
    this.failed = true;
    this.#context.diagnostics.add('invalid-condition', this.#context.source, span, message, { help });
  }

  #kindOf(expression: GateExpression): Kind {
    switch (expression.kind) {
      case 'number':
      case 'metric':
      case 'negative':
        return 'number';
      case 'string':
        return 'text';
      case 'not':
        return 'boolean';
      case 'variable':
        return this.#context.flow.variables.get(expression.name)?.unit === undefined ? 'unknown' : 'number';
      case 'binary':
        return ['+', '-', '*', '/'].includes(expression.operator) ? 'number' : 'boolean';
    }
  }
}

/** A name in a gate: a metric of an earlier element, `step.metric`, or a variable without its `$`. */
function namedBefore(expression: Name, context: Context): GateExpression | undefined {
  const { project, flow, source, diagnostics } = context;
  const written = expression.name;
  const canonical = canonicalMetric(project, written);
  const reported = flow.reports.get(canonical);
  if (!reported && flow.variables.has(normalised(written))) {
    if (!checkVariable(written, expression.span, context)) return undefined;
    return { kind: 'variable', name: normalised(written) };
  }
  const dot = written.lastIndexOf('.');
  const step = dot < 0 ? undefined : flow.steps.get(normalised(written.slice(0, dot)));
  const metric = step ? canonicalMetric(project, written.slice(dot + 1)) : canonical;
  const runs = step ? stepRuns(step, metric, context) : reported;
  if (!runs) {
    if (!flow.uncertain) reportUnknown(expression, metric, step, context);
    return undefined;
  }
  if (runs.competing) {
    const best = `/best-model:select → /if:best-${dot < 0 ? written : metric}…`;
    diagnostics.add(
      'ambiguous-metric',
      source,
      expression.span,
      `several parallel branches report \`${written}\``,
      { help: `select one first: \`${best}\`` },
    );
    return undefined;
  }
  return { kind: 'metric', metric, written, unit: metricOf(project, metric).unit, from: runs.nodes };
}

function stepRuns(step: Runs, metric: string, { measured }: Context): Runs | undefined {
  const nodes = step.nodes.filter((node) => measured.get(node)?.includes(metric));
  return nodes.length === 0 ? undefined : { nodes, competing: step.competing };
}

/** What the language means to know without any command, and this version does not. */
const builtinNames = /^(?:success|failure|tests[-_]pass)$|^(?:baseline|status|delta)\./i;

function reportUnknown(
  { name, span }: Name,
  metric: string,
  step: Runs | undefined,
  { flow, source, diagnostics, measured }: Context,
): void {
  if (builtinNames.test(name)) {
    diagnostics.add('unsupported-construct', source, span, `\`${name}\` is not supported yet`);
    return;
  }
  const known = step ? step.nodes.flatMap((node) => measured.get(node) ?? []) : [...flow.reports.keys()];
  const message = step
    ? `\`${name.slice(0, name.lastIndexOf('.'))}\` does not report \`${metric}\``
    : `no command before this reports \`${name}\``;
  const all = listOf(
    [...new Set(known)].map((one) => `\`${one}\``),
    'and',
  );
  diagnostics.add('unknown-metric', source, span, message, {
    help:
      didYouMean(step ? metric : name, step ? known : [...known, ...flow.variables.keys()]) ??
      (known.length === 0
        ? 'declare `metrics:` for the command that measures it'
        : `${step ? 'it reports' : 'reported so far'}: ${all}`),
  });
}

function isConstant(expression: GateExpression, flow: Flow): boolean {
  switch (expression.kind) {
    case 'number':
    case 'string':
      return true;
    case 'metric':
      return false;
    case 'variable':
      return flow.variables.get(expression.name)?.constant ?? false;
    case 'not':
    case 'negative':
      return isConstant(expression.operand, flow);
    case 'binary':
      return isConstant(expression.left, flow) && isConstant(expression.right, flow);
  }
}
