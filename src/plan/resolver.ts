/** An expression with its names read: kinds of value settled, both sides of a comparison in one unit. */
import { listOf, normalised } from '../language/name.ts';
import type { Span } from '../language/source.ts';
import type { Expression } from '../language/tree.ts';
import { type Context, checkVariable } from './context.ts';
import { childExpressions, type GateExpression } from './plan.ts';
import type { Found, Name } from './resolve-name.ts';
import { inUnits } from './units.ts';

/** What stands in the plan for a condition that could not be read; such a plan is given to no one. */
export const unread: GateExpression = { kind: 'number', value: Number.NaN, text: '…' };

/** What names mean in a condition. */
export interface Names {
  /** `yesOrNo`: where a number would be none. Of a name that means nothing it is said why. */
  named(name: Name, yesOrNo: boolean): GateExpression | 'reported';
  status(name: string, written: string, span: Span): Found;
}

/** What an expression gives; `unknown` where only the run can tell. */
type Kind = 'number' | 'boolean' | 'text' | 'unknown';

export class Resolver {
  failed = false;
  readonly #context: Context;
  readonly #names: Names;

  constructor(context: Context, names: Names) {
    this.#context = context;
    this.#names = names;
  }

  value(expression: Expression): GateExpression {
    return this.#resolve(expression, false);
  }

  /** Where yes or no is asked for; a number is neither. */
  boolean(expression: Expression): GateExpression {
    const resolved = this.#resolve(expression, true);
    const kind = this.#kindOf(resolved);
    if (kind === 'number' || kind === 'text')
      this.#refuse(expression, `a ${kind} is neither true nor false`, 'compare it: `accuracy>0.9`');
    return resolved;
  }

  #number(expression: Expression): GateExpression {
    const resolved = this.#resolve(expression, false);
    const kind = this.#kindOf(resolved);
    if (kind === 'text' || kind === 'boolean')
      this.#refuse(expression, `expected a number, found ${kind === 'text' ? 'a text' : 'true or false'}`);
    return resolved;
  }

  #resolve(expression: Expression, yesOrNo: boolean): GateExpression {
    switch (expression.kind) {
      case 'number':
        return { kind: 'number', value: expression.value, text: expression.text };
      case 'string':
        return { kind: 'string', value: expression.value };
      case 'name':
        return this.#found(this.#names.named(expression, yesOrNo));
      case 'variable':
        if (!checkVariable(expression.name, expression.span, this.#context)) this.failed = true;
        return { kind: 'variable', name: normalised(expression.name) };
      case 'call':
        return this.#call(expression);
      case 'confidence':
        return this.#confidence(expression);
      case 'not':
        return { kind: 'not', operand: this.boolean(expression.operand) };
      case 'negative':
        return { kind: 'negative', operand: this.#number(expression.operand) };
      case 'binary':
        return this.#binary(expression);
    }
  }

  #found(found: Found): GateExpression {
    if (found && found !== 'reported') return found;
    this.failed = true;
    return unread;
  }

  #call(expression: Expression & { kind: 'call' }): GateExpression {
    const { function: called, arguments: given, span } = expression;
    const [first] = given;
    const { source } = this.#context;
    // How many a function takes is the grammar's to say.
    if (!first) return this.#found('reported');
    if (called === 'status') {
      if (first.kind !== 'name' && first.kind !== 'string')
        return this.#refuse(first, '`status` takes the name of a command', 'write `status(train)`');
      const written = source.text.slice(span.start, span.end);
      const name = first.kind === 'name' ? first.name : first.value;
      return this.#found(this.#names.status(name, written, first.span));
    }
    if (called === 'delta') {
      if (first.kind !== 'name')
        return this.#refuse(first, '`delta` takes the name of a metric', 'write `delta(accuracy)`');
      const right: Name = { ...first, name: `baseline.${first.name.slice(first.name.lastIndexOf('.') + 1)}` };
      return {
        kind: 'binary',
        operator: '-',
        left: this.#number(first),
        right: this.failed ? unread : this.#number(right),
      };
    }
    return { kind: 'call', function: called, arguments: given.map((argument) => this.#number(argument)) };
  }

  #confidence({ level, comparison, span }: Expression & { kind: 'confidence' }): GateExpression {
    const resolved = this.boolean(comparison);
    const isComparison =
      resolved.kind === 'binary' && !['and', 'or', '+', '-', '*', '/'].includes(resolved.operator);
    if (!this.failed && !(isComparison && measures(resolved)))
      return this.#refuse(
        { span },
        '`confidence` stands behind a comparison of something that was measured',
        'write `accuracy > 0.9 confidence 95%`',
      );
    return { kind: 'confidence', level, comparison: resolved };
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
    const left = equality ? this.value(expression.left) : this.#number(expression.left);
    const right = equality ? this.value(expression.right) : this.#number(expression.right);
    const status = equality ? this.#statusAs(left, right, expression) : undefined;
    if (status) return operator === '==' ? status : { kind: 'not', operand: status };
    const [leftKind, rightKind] = [this.#kindOf(left), this.#kindOf(right)];
    if (leftKind !== rightKind && leftKind !== 'unknown' && rightKind !== 'unknown')
      this.#refuse(expression, `a ${leftKind} is never equal to a ${rightKind}`);
    const compared = { left, right, leftWritten: expression.left, rightWritten: expression.right };
    const settled = this.failed ? { left, right } : inUnits(compared, this.#context);
    if (!settled) this.failed = true;
    return { kind: 'binary', operator, left: settled?.left ?? left, right: settled?.right ?? right };
  }

  /** `status(train) == 'success'` is the status itself. */
  #statusAs(
    left: GateExpression,
    right: GateExpression,
    { span }: { readonly span: Span },
  ): GateExpression | undefined {
    const [status, text] = left.kind === 'string' ? [right, left] : [left, right];
    if (status.kind !== 'status' || status.failed || text.kind !== 'string') return undefined;
    const known = ['success', 'failure'];
    if (!known.includes(text.value)) {
      const all = listOf(
        known.map((one) => `\`'${one}'\``),
        'or',
      );
      return this.#refuse({ span }, `a status is ${all}, never \`'${text.value}'\``);
    }
    return text.value === 'success' ? status : { kind: 'not', operand: status };
  }

  /** Nothing is said twice of an expression whose parts mean nothing. */
  #refuse({ span }: { readonly span: Span }, message: string, help?: string): GateExpression {
    const { diagnostics, source } = this.#context;
    if (!this.failed) diagnostics.add('invalid-condition', source, span, message, { help });
    this.failed = true;
    return unread;
  }

  #kindOf(expression: GateExpression): Kind {
    switch (expression.kind) {
      case 'number':
      case 'metric':
      case 'baseline':
      case 'call':
      case 'negative':
        return 'number';
      case 'string':
        return 'text';
      case 'not':
      case 'status':
      case 'confidence':
        return 'boolean';
      case 'field':
        return 'unknown';
      case 'variable':
        return this.#context.flow.variables.get(expression.name)?.unit === undefined ? 'unknown' : 'number';
      case 'binary':
        return ['+', '-', '*', '/'].includes(expression.operator) ? 'number' : 'boolean';
    }
  }
}

function measures(expression: GateExpression): boolean {
  return expression.kind === 'metric' || childExpressions(expression).some(measures);
}
