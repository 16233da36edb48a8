/**
 * The two sides of a comparison in one unit. Only what a person wrote is converted, never what was measured: `87%`, and
 * with a notice `87`, are 0.87 against a fraction. A bound that no value of the unit can cross is an error, because such a
 * gate would always be met, or never.
 */
import type { Span } from '../language/source.ts';
import type { Expression } from '../language/tree.ts';
import type { Context } from './context.ts';
import type { GateExpression, Unit } from './plan.ts';

interface Compared {
  readonly left: GateExpression;
  readonly right: GateExpression;
  readonly leftWritten: Expression;
  readonly rightWritten: Expression;
}

/** Undefined when the sides cannot be compared, which is then reported. */
export function inUnits(
  compared: Compared,
  context: Context,
): { readonly left: GateExpression; readonly right: GateExpression } | undefined {
  const { left, right, leftWritten, rightWritten } = compared;
  const leftUnit = unitOf(left, context);
  const rightUnit = unitOf(right, context);
  const differ =
    leftUnit?.unit !== 'number' && rightUnit?.unit !== 'number' && leftUnit?.unit !== rightUnit?.unit;
  if (leftUnit && rightUnit && differ) {
    const span = { start: leftWritten.span.start, end: rightWritten.span.end };
    const message = `\`${leftUnit.name}\` is ${unitName(leftUnit.unit)}, \`${rightUnit.name}\` is ${unitName(rightUnit.unit)}`;
    refuse(context, span, message, 'compare two metrics of one unit');
    return undefined;
  }
  const newRight = leftUnit ? converted(leftUnit, right, rightWritten.span, context) : right;
  const newLeft = rightUnit ? converted(rightUnit, left, leftWritten.span, context) : left;
  return newLeft && newRight && { left: newLeft, right: newRight };
}

interface Measured {
  readonly name: string;
  readonly unit: Unit;
}

function unitOf(expression: GateExpression, context: Context): Measured | undefined {
  if (expression.kind === 'metric' || expression.kind === 'baseline')
    return { name: expression.written, unit: expression.unit };
  if (expression.kind === 'call') {
    const [first, ...others] = expression.arguments.map((argument) => unitOf(argument, context));
    return first && others.every((other) => other?.unit === first.unit) ? first : undefined;
  }
  if (expression.kind !== 'variable') return undefined;
  const unit = context.flow.variables.get(expression.name)?.unit;
  return unit && { name: `$${expression.name}`, unit };
}

function converted(
  measured: Measured,
  other: GateExpression,
  span: Span,
  context: Context,
): GateExpression | undefined {
  if (other.kind === 'number') return convertedNumber(measured, other, span, context);
  const isFraction = measured.unit === 'fraction';
  if (other.kind === 'negative' && other.operand.kind === 'number' && measured.unit !== 'number') {
    refuse(context, span, `\`${measured.name}\` is ${unitName(measured.unit)} and never below 0`);
    return undefined;
  }
  if (other.kind !== 'variable' || !isFraction) return other;
  const value = context.flow.variables.get(other.name)?.value;
  if (typeof value !== 'number' || (value >= 0 && value <= 1)) return other;
  const help = value > 1 && value <= 100 ? `give \`${rounded(value / 100)}\`` : undefined;
  refuse(
    context,
    span,
    `\`$${other.name}\` is ${value}, but \`${measured.name}\` lies between 0 and 1`,
    help,
  );
  return undefined;
}

function convertedNumber(
  { name, unit }: Measured,
  literal: GateExpression & { kind: 'number' },
  span: Span,
  context: Context,
): GateExpression | undefined {
  const percent = literal.text.endsWith('%');
  // With `strict-units` it is for the person to say.
  const { strictUnits } = context.project;
  const code = strictUnits ? 'invalid-condition' : 'unit-guess';
  const isRead = strictUnits ? 'would be read' : 'is read';
  const guess = (message: string, help: string) =>
    context.diagnostics.add(code, context.source, span, message, { help });
  switch (unit) {
    case 'number':
      return literal;
    case 'percent': {
      const value = percent ? rounded(literal.value * 100) : literal.value;
      if (value > 100)
        return refuse(context, span, `\`${name}\` lies between 0 and 100 %, found \`${literal.text}\``);
      if (!percent && value > 0 && value < 1) {
        const message = `\`${literal.text}\` ${isRead} as ${literal.text} %, because \`${name}\` is a percentage`;
        guess(
          message,
          `write \`${rounded(value * 100)}\` if ${rounded(value * 100)} % is meant, else \`${literal.text}%\``,
        );
      }
      return { ...literal, value };
    }
    case 'fraction': {
      const value = percent || literal.value <= 1 ? literal.value : rounded(literal.value / 100);
      if (value > 1)
        return refuse(context, span, `\`${name}\` lies between 0 and 1, found \`${literal.text}\``);
      if (value !== literal.value) {
        const message = `\`${literal.text}\` ${isRead} as ${literal.text} %, because \`${name}\` is a fraction`;
        guess(message, `write \`${value}\` or \`${literal.text}%\``);
      }
      return { ...literal, value };
    }
  }
}

function refuse(context: Context, span: Span, message: string, help?: string): undefined {
  context.diagnostics.add('invalid-condition', context.source, span, message, { help });
}

function unitName(unit: Unit): string {
  return unit === 'fraction' ? 'a fraction' : unit === 'percent' ? 'a percentage' : 'a number';
}

/** Without the noise of binary arithmetic: 0.87, not 0.8699999999999999. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
