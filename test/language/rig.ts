/** Short forms of tokens, trees and diagnostics, so that a case is one line and its whole outcome is compared. */
import { Diagnostics } from '../../src/language/diagnostic.ts';
import { lex } from '../../src/language/lexer.ts';
import { parse } from '../../src/language/parser.ts';
import { printDiagnostic } from '../../src/language/print-diagnostic.ts';
import { placeOf, sourceOf } from '../../src/language/source.ts';
import type { Chain, Element, Expression, Sequence } from '../../src/language/tree.ts';

/** Each input with what becomes of it, one line each, mistakes below. */
export function table(inputs: readonly string[], shown: (input: string) => string): string {
  return `\n${inputs.map((input) => `${JSON.stringify(input).slice(1, -1)}\n    ${shown(input)}`).join('\n')}\n`;
}

export function tokensOf(text: string): string {
  const diagnostics = new Diagnostics();
  const tokens = lex(sourceOf('<chain>', text), diagnostics).map((token) => {
    if (token.kind !== 'word') return 'text' in token ? `${token.kind} ${token.text}` : token.kind;
    const parts = token.parts.map((part) => {
      if (part.kind === 'text') return JSON.stringify(part.text);
      return part.kind === 'variable' ? `$${part.name}` : `<${['result', ...part.path].join('.')}>`;
    });
    return `${token.quoted ? 'quoted' : 'word'} ${parts.join('+')}`;
  });
  return [tokens.join(' · '), ...mistakes(diagnostics)].join('\n    ');
}

export function treeOf(text: string): string {
  const { chain, diagnostics } = parse(sourceOf('<chain>', text));
  return [shape(chain), ...mistakes(diagnostics)].join('\n    ');
}

/** The tree without its places. */
export function shape(chain: Chain): string {
  return chain.statements
    .map(({ sequence, end }, index) => {
      const last = index === chain.statements.length - 1;
      return shapeOfSequence(sequence) + (last ? '' : end === ';' ? ' ; ' : ' ⏎ ');
    })
    .join('');
}

function shapeOfSequence({ elements }: Sequence): string {
  return elements.map(shapeOf).join(' → ');
}

function shapeOf(element: Element): string {
  switch (element.kind) {
    case 'command': {
      const args = element.arguments.map(({ parts }) =>
        parts
          .map((part) =>
            part.kind === 'text' ? `'${part.text}'` : part.kind === 'variable' ? `$${part.name}` : '<result>',
          )
          .join('+'),
      );
      return `${element.slash ? '/' : 'bare '}${[element.name, ...args].join(' ')}`;
    }
    case 'parallel': {
      const options = [
        element.max === undefined ? '' : ` max ${element.max}`,
        element.min === undefined ? '' : ` min ${element.min}`,
      ];
      return `parallel${options.join('')}{${element.branches.map(shape).join(' | ')}}`;
    }
    case 'if': {
      const arms = element.arms.map(
        ({ condition, body }) => `${shapeOfExpression(condition.expression)} ? ${shapeOfSequence(body)}`,
      );
      const otherwise = element.otherwise ? ` : ${shapeOfSequence(element.otherwise)}` : '';
      return `if{${arms.join(' ?: ')}${otherwise}}${element.closed ? ' end' : ''}`;
    }
    case 'require':
      return `require{${shapeOfExpression(element.condition.expression)}}`;
    case 'assignment':
      return `$${element.variable} := ${element.value.is === 'literal' ? `'${element.value.text}'` : `<${['result', ...element.value.path].join('.')}>`}`;
    case 'logical':
      return `{${shapeOf(element.left)} ${element.operator} ${shapeOf(element.right)}}`;
    case 'group':
      return `{${shape(element.chain)}}`;
    case 'unreadable':
      return '…';
  }
}

function shapeOfExpression(expression: Expression | undefined): string {
  if (!expression) return '…';
  switch (expression.kind) {
    case 'number':
      return `${expression.value}`;
    case 'string':
      return `'${expression.value}'`;
    case 'name':
      return expression.name;
    case 'variable':
      return `$${expression.name}`;
    case 'not':
      return `(not ${shapeOfExpression(expression.operand)})`;
    case 'negative':
      return `(- ${shapeOfExpression(expression.operand)})`;
    case 'binary':
      return `(${shapeOfExpression(expression.left)} ${expression.operator} ${shapeOfExpression(expression.right)})`;
  }
}

function mistakes(diagnostics: Diagnostics): string[] {
  return diagnostics.sorted().map((diagnostic) => {
    const { line, column, endColumn } = placeOf(diagnostic.source, diagnostic.span);
    return `! ${diagnostic.code} ${line}:${column}-${endColumn} ${diagnostic.message}`;
  });
}

/** As a person reads them, in a form that a template string holds. */
export function printed(diagnostics: Diagnostics): string {
  return `\n${diagnostics
    .sorted()
    .map((diagnostic) => printDiagnostic(diagnostic))
    .join('\n')}\n`;
}
