/** A gate's condition over what was measured. Fails closed: a value that is missing or not finite is never a verdict. */
import type { GateExpression, Unit, Value } from '../plan/plan.ts';
import type { GateOperand, GateOutcome } from './event.ts';
import { type Interval, newcombe, wilson } from './interval.ts';
import type { Readings, ReadText, Variables } from './readings.ts';

/** Of a condition that reads metrics of one record alone, as that of a selection does. */
export function metricReadings(metric: Readings['metric'], variables: Variables): Readings {
  const nothing = { problem: 'nothing of the kind can be read here' };
  return {
    variables,
    metric,
    baseline: ({ written, metric: name, unit }) => ({ written, metric: name, unit }),
    status: () => undefined,
    field: () => undefined,
    result: () => nothing,
    text: () => nothing,
  };
}

export interface Evaluation {
  readonly outcome: GateOutcome;
  /** Why it is an error, or not met without a value. */
  readonly reason?: string;
  /** The condition with its values: `accuracy 0.91 > 0.87`. */
  readonly sum: string;
  readonly operands: readonly GateOperand[];
  /** A comparison that a single sample decides, an interval that does not. */
  readonly remark?: string;
}

export function evaluate(expression: GateExpression, readings: Readings): Evaluation {
  const evaluator = new Evaluator(readings);
  const value = evaluator.value(expression);
  const sum = evaluator.text(expression);
  const { operands, problem, none, remark } = evaluator;
  // `not` and `or` do not make something of nothing.
  if (problem === undefined && none !== undefined) return { outcome: 'not-met', reason: none, sum, operands };
  const reason =
    problem ??
    (typeof value === 'boolean' || value === unsure
      ? undefined
      : `the condition gives ${typeof value === 'number' ? 'a number' : 'a text'}, not yes or no`);
  const outcome =
    reason !== undefined ? 'error' : value === unsure ? 'inconclusive' : value ? 'met' : 'not-met';
  return {
    outcome,
    ...(reason === undefined ? {} : { reason }),
    sum,
    operands,
    ...(remark === undefined ? {} : { remark }),
  };
}

/** The value of an expression, as one word. */
export function textOf(expression: GateExpression, readings: Readings): ReadText {
  const evaluator = new Evaluator(readings);
  const value = evaluator.value(expression);
  const problem = evaluator.problem ?? evaluator.none;
  if (problem !== undefined) return { problem };
  if (value === undefined || value === unsure) return { problem: 'the expression has no value' };
  // Without the noise of binary arithmetic: 0.3, not 0.30000000000000004.
  return { text: typeof value === 'number' ? String(Number(value.toPrecision(15))) : String(value) };
}

/** Neither yes nor no: the sample is too small to tell. */
const unsure = Symbol('inconclusive');
type Found = Value | typeof unsure | undefined;

class Evaluator {
  readonly operands: GateOperand[] = [];
  /** The first reason why there is no verdict. Every operand is read all the same: `or` does not hide a missing one. */
  problem: string | undefined;
  /** Why something that is asked for does not exist, which is no mistake. */
  none: string | undefined;
  remark: string | undefined;
  readonly #readings: Readings;
  readonly #found = new Map<GateExpression, GateOperand>();

  constructor(readings: Readings) {
    this.#readings = readings;
  }

  value(expression: GateExpression): Found {
    switch (expression.kind) {
      case 'number':
        return this.#finite(expression.value, expression.text);
      case 'string':
        return expression.value;
      case 'variable': {
        const value = this.#readings.variables.get(expression.name);
        if (value === undefined) return this.#fail(`\`$${expression.name}\` was never set`);
        return typeof value === 'number' && !Number.isFinite(value)
          ? this.#fail(`\`$${expression.name}\` is ${value}`)
          : value;
      }
      case 'metric':
        return this.#measured(expression, this.#readings.metric(expression));
      case 'baseline':
        return this.#measured(expression, this.#readings.baseline(expression));
      case 'status':
        return this.#status(expression) ?? this.#fail(`\`${expression.written}\` cannot be told`);
      case 'field': {
        const value = this.#readings.field(expression);
        if (value === undefined) return this.#fail(`\`${expression.written}\` was not reported`);
        return typeof value === 'boolean'
          ? value
          : this.#fail(`\`${expression.written}\` is \`${value}\`, neither true nor false`);
      }
      case 'call':
        return this.#call(expression);
      case 'confidence':
        return this.#confident(expression);
      case 'not': {
        const operand = this.value(expression.operand);
        if (operand === undefined || operand === unsure) return operand;
        return typeof operand === 'boolean' ? !operand : this.#fail('`not` needs yes or no');
      }
      case 'negative': {
        const operand = this.#number(expression.operand);
        return operand === undefined ? undefined : -operand;
      }
      case 'binary':
        return this.#binary(expression);
    }
  }

  #call({ function: name, arguments: operands }: GateExpression & { kind: 'call' }): number | undefined {
    const values = operands.map((operand) => this.#number(operand));
    const numbers = values.filter((value) => value !== undefined);
    if (numbers.length < values.length) return undefined;
    switch (name) {
      case 'min':
        return Math.min(...numbers);
      case 'max':
        return Math.max(...numbers);
      case 'abs':
        return Math.abs(numbers[0] ?? Number.NaN);
      case 'round': {
        const factor = 10 ** (numbers[1] ?? 0);
        return Math.round((numbers[0] ?? Number.NaN) * factor) / factor;
      }
    }
  }

  /** A comparison of proportions, decided only when the whole interval lies on one side of the bound. */
  #confident({ level, comparison }: GateExpression & { kind: 'confidence' }): Found {
    if (comparison.kind !== 'binary') return this.#fail('`confidence` follows a comparison');
    const { operator, left, right } = comparison;
    if (operator !== '>' && operator !== '>=' && operator !== '<' && operator !== '<=')
      return this.#fail('`confidence` follows `>`, `>=`, `<` or `<=`');
    const [a, b] = [this.#number(left), this.#number(right)];
    if (a === undefined || b === undefined) return undefined;
    const [one, other] = [this.#intervalOf(left, level), this.#intervalOf(right, level)];
    if (!one || !other) return undefined;
    if (one.is === 'constant' && other.is === 'constant')
      return this.#fail('`confidence` needs a measured proportion and its sample size');
    const difference = minus(one, other);
    const [low, high] = difference.map((end) => compare(operator, end, 0));
    // Against a constant, people think of the interval of what was measured.
    const shift = other.is === 'constant' ? other.proportion : 0;
    const shown = difference.map((end) => shortNumber(end + shift)).join(' to ');
    this.remark ??= `the ${Number((level * 100).toPrecision(6))} % interval is ${shown}`;
    return low === high ? low === true : unsure;
  }

  /** A constant has an interval of no width. */
  #intervalOf(expression: GateExpression, level: number): Estimate | undefined {
    const operand = this.#found.get(expression);
    if (operand?.value !== undefined) {
      const { value, samples, unit, written } = operand;
      if (unit !== 'fraction')
        return this.#fail(`\`${written}\` is no fraction: \`confidence\` is about proportions of a sample`);
      if (samples === undefined || samples <= 0)
        return this.#fail(`\`${written}\` has no sample size: report \`n\` beside it`);
      const interval = wilson(value, samples, level);
      this.#found.set(expression, { ...operand, interval });
      this.operands.splice(this.operands.indexOf(operand), 1, { ...operand, interval });
      return { is: 'sample', proportion: value, interval };
    }
    if (expression.kind === 'binary' && expression.operator === '-' && this.#measures(expression)) {
      const one = this.#intervalOf(expression.left, level);
      const other = this.#intervalOf(expression.right, level);
      if (!one || !other) return undefined;
      const proportion = one.proportion - other.proportion;
      return { is: 'difference', proportion, interval: minus(one, other) };
    }
    if (this.#measures(expression))
      return this.#fail('`confidence` needs a metric, or the difference of two');
    const value = this.#number(expression);
    return value === undefined ? undefined : { is: 'constant', proportion: value, interval: [value, value] };
  }

  #measures(expression: GateExpression): boolean {
    switch (expression.kind) {
      case 'metric':
      case 'baseline':
        return true;
      case 'negative':
      case 'not':
        return this.#measures(expression.operand);
      case 'binary':
        return this.#measures(expression.left) || this.#measures(expression.right);
      case 'call':
        return expression.arguments.some((operand) => this.#measures(operand));
      default:
        return false;
    }
  }

  #measured(expression: GateExpression, read: GateOperand): number | undefined {
    const before = this.#found.get(expression);
    if (before) return before.value;
    const { value, ...operand } = read;
    const { written, unit, source } = operand;
    // A journal is JSON, which has no NaN: a value that is none stands in the reason, not in the record.
    const measured = typeof value === 'number' && Number.isFinite(value) ? { ...operand, value } : operand;
    this.#found.set(expression, measured);
    this.operands.push(measured);
    if (read.none !== undefined) this.none ??= read.none;
    if (value === undefined && read.none !== undefined) return undefined;
    if (value === undefined)
      return this.#fail(`\`${written}\` was not measured${source ? ` in ${source}` : ''}`);
    const problem = valueProblem(value, unit);
    return problem === undefined ? value : this.#fail(`\`${written}\` is ${problem}`);
  }

  #binary(expression: GateExpression & { kind: 'binary' }): Found {
    const { operator } = expression;
    if (operator === 'and' || operator === 'or') {
      const left = this.value(expression.left);
      const right = this.value(expression.right);
      if (left === undefined || right === undefined) return undefined;
      if (!isVerdict(left) || !isVerdict(right)) return this.#fail(`\`${operator}\` joins comparisons`);
      // One side alone decides where it can; otherwise what is unsure stays so.
      const decides = operator === 'or';
      if (left === decides || right === decides) return decides;
      return left === unsure || right === unsure ? unsure : !decides;
    }
    if (operator === '==' || operator === '!=') {
      const left = this.value(expression.left);
      const right = this.value(expression.right);
      if (left === undefined || right === undefined) return undefined;
      // A text in quotes is compared as text; any other mix, such as a number with `NaN` read from a file, is no verdict.
      const asText = expression.left.kind === 'string' || expression.right.kind === 'string';
      if (typeof left !== typeof right && !asText)
        return this.#fail(`\`${operator}\` compares a ${typeof left} with a ${typeof right}`);
      if (left === unsure || right === unsure) return unsure;
      const equal = typeof left === typeof right ? left === right : String(left) === String(right);
      return operator === '==' ? equal : !equal;
    }
    const left = this.#number(expression.left);
    const right = this.#number(expression.right);
    if (left === undefined || right === undefined) return undefined;
    switch (operator) {
      case '+':
        return this.#finite(left + right, this.text(expression));
      case '-':
        return this.#finite(left - right, this.text(expression));
      case '*':
        return this.#finite(left * right, this.text(expression));
      case '/':
        return right === 0
          ? this.#fail('division by zero')
          : this.#finite(left / right, this.text(expression));
      default:
        this.#remarkOnOneSample(expression, left, right);
        return compare(operator, left, right);
    }
  }

  #number(expression: GateExpression): number | undefined {
    const value = this.value(expression);
    if (value === undefined || typeof value === 'number') return value;
    return this.#fail(`${this.text(expression)} is no number`);
  }

  #remarkOnOneSample(expression: GateExpression & { kind: 'binary' }, left: number, right: number): void {
    const samples = this.#found.get(expression.left)?.samples ?? this.#found.get(expression.right)?.samples;
    if (samples === undefined || samples <= 0 || Math.abs(left - right) >= 1 / samples) return;
    const fractional = [expression.left, expression.right].some(
      (side) => side.kind === 'metric' && side.unit === 'fraction',
    );
    if (fractional) this.remark ??= `a single one of the ${samples} samples decides this`;
  }

  #status({ of, failed }: GateExpression & { kind: 'status' }): boolean | undefined {
    const succeeded = this.#readings.status(of);
    return succeeded === undefined ? undefined : succeeded !== (failed ?? false);
  }

  #finite(value: number, text: string): number | undefined {
    return Number.isFinite(value) ? value : this.#fail(`\`${text}\` is not finite`);
  }

  #fail(problem: string): undefined {
    this.problem ??= problem;
  }

  /** The expression with every value written behind its name. */
  text(expression: GateExpression): string {
    switch (expression.kind) {
      case 'number':
        return expression.text;
      case 'string':
        return `'${expression.value}'`;
      case 'variable': {
        const value = this.#readings.variables.get(expression.name);
        return `$${expression.name} ${value === undefined ? 'unset' : typeof value === 'number' ? shortNumber(value) : value}`;
      }
      case 'status':
        return `${expression.written} ${this.#status(expression) ?? 'unknown'}`;
      case 'field':
        return `${expression.written} ${this.#readings.field(expression) ?? 'missing'}`;
      case 'call':
        return `${expression.function}(${expression.arguments.map((operand) => this.text(operand)).join(', ')})`;
      case 'confidence':
        return `${this.text(expression.comparison)} confidence ${Number((expression.level * 100).toPrecision(6))} %`;
      case 'baseline':
      case 'metric': {
        const { value, none } = this.#found.get(expression) ?? {};
        const missing = none === undefined ? 'missing' : 'none';
        return `${expression.written} ${value === undefined ? missing : shortNumber(value)}`;
      }
      case 'not':
        return `not (${this.text(expression.operand)})`;
      case 'negative':
        return `-${this.text(expression.operand)}`;
      case 'binary':
        return `${this.#operand(expression.left)} ${expression.operator} ${this.#operand(expression.right)}`;
    }
  }

  #operand(expression: GateExpression): string {
    const text = this.text(expression);
    const isLoose = expression.kind === 'binary' && ['and', 'or', '+', '-'].includes(expression.operator);
    return isLoose ? `(${text})` : text;
  }
}

/** Why a measured value is none: `91, but a fraction lies between 0 and 1`. Undefined when it is one. */
export function valueProblem(value: number, unit: Unit): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return String(value);
  if (unit === 'fraction' && (value < 0 || value > 1)) return `${value}, but a fraction lies between 0 and 1`;
  return undefined;
}

/** A proportion, a difference of proportions or a constant, with its interval. */
interface Estimate {
  readonly is: 'sample' | 'difference' | 'constant';
  readonly proportion: number;
  readonly interval: Interval;
}

/** Of two samples by Newcombe; anything else by the ends, which never makes the interval too narrow. */
function minus(one: Estimate, other: Estimate): Interval {
  if (one.is === 'sample' && other.is === 'sample') return newcombe(one, other);
  return [one.interval[0] - other.interval[1], one.interval[1] - other.interval[0]];
}

function isVerdict(value: Found): value is boolean | typeof unsure {
  return typeof value === 'boolean' || value === unsure;
}

function compare(operator: '>' | '>=' | '<' | '<=', left: number, right: number): boolean {
  switch (operator) {
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
  }
}

/** Enough digits to tell values apart, and no more: 0.9621, 0.12, 1200. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return String(value);
  const digits = Math.abs(value) >= 1000 ? value.toFixed(1) : value.toPrecision(Math.abs(value) >= 1 ? 5 : 4);
  return String(Number(digits));
}
