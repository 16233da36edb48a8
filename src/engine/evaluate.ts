/** A gate's condition over what was measured. Fails closed: a value that is missing or not finite is never a verdict. */
import type { GateExpression, Unit, Value } from '../plan/plan.ts';
import type { GateOperand } from './event.ts';
import type { Variables } from './template.ts';

/** A metric as measured; `value` is absent when nobody did. */
export type Lookup = (metric: GateExpression & { kind: 'metric' }) => GateOperand;

export interface Evaluation {
  /** Absent when the condition cannot be decided. */
  readonly met?: boolean;
  /** Why it cannot. */
  readonly reason?: string;
  /** The condition with its values: `accuracy 0.91 > 0.87`. */
  readonly sum: string;
  readonly operands: readonly GateOperand[];
  /** A comparison that a single sample decides. */
  readonly remark?: string;
}

export function evaluate(expression: GateExpression, lookup: Lookup, variables: Variables): Evaluation {
  const evaluator = new Evaluator(lookup, variables);
  const value = evaluator.value(expression);
  const sum = evaluator.text(expression);
  const { operands, problem, remark } = evaluator;
  const reason =
    problem ??
    (typeof value === 'boolean'
      ? undefined
      : `the condition gives ${typeof value === 'number' ? 'a number' : 'a text'}, not yes or no`);
  return {
    ...(reason === undefined ? { met: value === true } : { reason }),
    sum,
    operands,
    ...(remark === undefined ? {} : { remark }),
  };
}

class Evaluator {
  readonly operands: GateOperand[] = [];
  /** The first reason why there is no verdict. Every operand is read all the same: `or` does not hide a missing one. */
  problem: string | undefined;
  remark: string | undefined;
  readonly #lookup: Lookup;
  readonly #variables: Variables;
  readonly #found = new Map<GateExpression, GateOperand>();

  constructor(lookup: Lookup, variables: Variables) {
    this.#lookup = lookup;
    this.#variables = variables;
  }

  value(expression: GateExpression): Value | undefined {
    switch (expression.kind) {
      case 'number':
        return this.#finite(expression.value, expression.text);
      case 'string':
        return expression.value;
      case 'variable': {
        const value = this.#variables.get(expression.name);
        if (value === undefined) return this.#fail(`\`$${expression.name}\` was never set`);
        return typeof value === 'number' && !Number.isFinite(value)
          ? this.#fail(`\`$${expression.name}\` is ${value}`)
          : value;
      }
      case 'metric':
        return this.#metric(expression);
      case 'not': {
        const operand = this.value(expression.operand);
        if (operand === undefined) return undefined;
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

  #metric(expression: GateExpression & { kind: 'metric' }): number | undefined {
    const { value, ...operand } = this.#lookup(expression);
    const { written, unit, source } = operand;
    // A journal is JSON, which has no NaN: a value that is none stands in the reason, not in the record.
    const measured = typeof value === 'number' && Number.isFinite(value) ? { ...operand, value } : operand;
    this.#found.set(expression, measured);
    this.operands.push(measured);
    if (value === undefined)
      return this.#fail(`\`${written}\` was not measured${source ? ` in ${source}` : ''}`);
    const problem = valueProblem(value, unit);
    return problem === undefined ? value : this.#fail(`\`${written}\` is ${problem}`);
  }

  #binary(expression: GateExpression & { kind: 'binary' }): Value | undefined {
    const { operator } = expression;
    if (operator === 'and' || operator === 'or') {
      const left = this.value(expression.left);
      const right = this.value(expression.right);
      if (left === undefined || right === undefined) return undefined;
      if (typeof left !== 'boolean' || typeof right !== 'boolean')
        return this.#fail(`\`${operator}\` joins comparisons`);
      return operator === 'and' ? left && right : left || right;
    }
    if (operator === '==' || operator === '!=') {
      const left = this.value(expression.left);
      const right = this.value(expression.right);
      if (left === undefined || right === undefined) return undefined;
      // A text in quotes is compared as text; any other mix, such as a number with `NaN` read from a file, is no verdict.
      const asText = expression.left.kind === 'string' || expression.right.kind === 'string';
      if (typeof left !== typeof right && !asText)
        return this.#fail(`\`${operator}\` compares a ${typeof left} with a ${typeof right}`);
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
        const value = this.#variables.get(expression.name);
        return `$${expression.name} ${value === undefined ? 'unset' : typeof value === 'number' ? shortNumber(value) : value}`;
      }
      case 'metric': {
        const value = this.#found.get(expression)?.value;
        return `${expression.written} ${value === undefined ? 'missing' : shortNumber(value)}`;
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
