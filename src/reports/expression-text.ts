/** Conditions and words as they were written, for a plan: no values are known yet. */
import type { GateExpression, Plan, Template, TemplatePart } from '../plan/plan.ts';

export function expressionText(expression: GateExpression): string {
  switch (expression.kind) {
    case 'number':
      return expression.text;
    case 'string':
      return `'${expression.value}'`;
    case 'variable':
      return `$${expression.name}`;
    case 'metric':
    case 'baseline':
    case 'status':
    case 'field':
      return expression.written;
    case 'call':
      return `${expression.function}(${expression.arguments.map(expressionText).join(', ')})`;
    case 'confidence':
      return `${expressionText(expression.comparison)} confidence ${expression.level * 100}%`;
    case 'not':
      return `not ${operandText(expression.operand)}`;
    case 'negative':
      return `-${operandText(expression.operand)}`;
    case 'binary':
      return `${operandText(expression.left)} ${expression.operator} ${operandText(expression.right)}`;
  }
}

function operandText(expression: GateExpression): string {
  const text = expressionText(expression);
  return expression.kind === 'binary' ? `(${text})` : text;
}

/** `known`: variables whose values are known already; the others keep their name. */
export function templateText(template: Template, known: Plan['parameters']): string {
  return template.map((part) => partText(part, known)).join('');
}

function partText(part: TemplatePart, known: Plan['parameters']): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'variable':
      return String(known[part.name] ?? `$${part.name}`);
    case 'expression':
      return `\${${expressionText(part.expression)}}`;
    case 'result':
      return `<${['result', ...part.path].join('.')}>`;
  }
}
