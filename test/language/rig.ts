/** Short forms of tokens, trees and diagnostics, so that a case is one line and its whole outcome is compared. */
import { Diagnostics } from '../../src/language/diagnostic.ts';
import { lex } from '../../src/language/lexer.ts';
import { parse } from '../../src/language/parser.ts';
import { printDiagnostic } from '../../src/language/print-diagnostic.ts';
import { placeOf, sourceOf } from '../../src/language/source.ts';
import type {
  Argument,
  AssignedValue,
  Chain,
  Command,
  Comments,
  Element,
  Expression,
  Sequence,
  WordPart,
} from '../../src/language/tree.ts';

/** Each input with what becomes of it, one line each, mistakes below. */
export function table(inputs: readonly string[], shown: (input: string) => string): string {
  // What cannot be seen, or looks like a blank, is written out.
  const written = (input: string) =>
    JSON.stringify(input)
      .slice(1, -1)
      .replace(
        /[\u00a0\u00ad\u200b\u202f\u3000\ufeff]/g,
        (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
  return `\n${inputs.map((input) => `${written(input)}\n    ${shown(input)}`).join('\n')}\n`;
}

export function tokensOf(text: string): string {
  const diagnostics = new Diagnostics();
  const tokens = lex(sourceOf('<chain>', text), diagnostics).map((token) => {
    if (token.kind !== 'word') return 'text' in token ? `${token.kind} ${token.text}` : token.kind;
    const parts = token.parts.map((part) =>
      part.kind === 'text' ? JSON.stringify(part.text) : shapeOfPart(part),
    );
    return `${token.quoted ? 'quoted' : 'word'} ${parts.join('+')}`;
  });
  return [tokens.join(' · '), ...mistakes(diagnostics)].join('\n    ');
}

export function treeOf(text: string): string {
  const { chain, diagnostics } = parse(sourceOf('<chain>', text));
  return [shapeOfChain(chain), ...mistakes(diagnostics)].join('\n    ');
}

/** The tree without its places and comments. */
export function shape(chain: Chain): string {
  return shapeOfChain(withoutComments(chain));
}

function withoutComments<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map(withoutComments) as Node;
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => key !== 'comments' && key !== 'lineComments');
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutComments(value)])) as Node;
}

function shapeOfChain(chain: Chain): string {
  return (
    chain.statements
      .map(({ sequence, end }, index) => {
        const last = index === chain.statements.length - 1;
        return shapeOfSequence(sequence) + (last ? '' : end === ';' ? ' ; ' : ' ⏎ ');
      })
      .join('') + shapeOfComments(chain.comments, ' ')
  );
}

function shapeOfSequence({ elements, comments }: Sequence): string {
  return elements.map(shapeOf).join(' → ') + shapeOfComments(comments, ' ');
}

function shapeOfComments(comments: Comments | undefined, before = ''): string {
  return comments ? `${before}«${comments.join(' ')}»` : '';
}

function shapeOf(element: Element): string {
  const comments = shapeOfComments(element.comments);
  return (comments && `${comments} `) + shapeOfBare(element) + shapeOfComments(element.lineComments, ' ');
}

function shapeOfBare(element: Element): string {
  switch (element.kind) {
    case 'command':
      return shapeOfCommand(element);
    case 'distribution': {
      const { items, command } = element;
      const each =
        items.is === 'list'
          ? `${items.variable ? '$' : ''}${items.name}`
          : items.words.map((words) => words.map(shapeOfArgument).join(' ')).join(' | ');
      return `each${shapeOfLimits(element)}{${shapeOfCommand(command)}}[${each}]`;
    }
    case 'parallel':
      return `parallel${shapeOfLimits(element)}{${element.branches.map(shapeOfChain).join(' | ')}}`;
    case 'fork':
      return `fork${shapeOfLimits(element)}{${element.branches.map(shapeOf).join(' & ')}}`;
    case 'barrier':
      return `barrier${element.variable === undefined ? '' : ` $${element.variable}`}`;
    case 'pipe':
      return `pipe{${element.stages.map(shapeOf).join(' | ')}}`;
    case 'if': {
      const arms = element.arms.map(
        ({ condition, body }) => `${shapeOfExpression(condition.expression)} ? ${shapeOfSequence(body)}`,
      );
      const otherwise = element.otherwise ? ` : ${shapeOfSequence(element.otherwise)}` : '';
      return `if{${arms.join(' ?: ')}${otherwise}}${element.closed ? ' end' : ''}`;
    }
    case 'case': {
      const arms = element.arms.map(
        ({ patterns, body, comments }) =>
          ` ${shapeOfComments(comments)}↳ ${patterns.join('|')} ? ${shapeOfSequence(body)}`,
      );
      return `case{${shapeOfExpression(element.subject.expression)}${arms.join('')}}`;
    }
    case 'require':
      return `require{${shapeOfExpression(element.condition.expression)}}`;
    case 'try': {
      const catches = element.catches.map(({ label, body }) => ` catch ${label} ? ${shapeOfSequence(body)}`);
      const otherwise = element.otherwise ? ` else ${shapeOfSequence(element.otherwise)}` : '';
      const last = element.finally ? ` finally ${shapeOfSequence(element.finally)}` : '';
      const body = shapeOfSequence(element.body);
      return `try{${body}${catches.join('')}${otherwise}${last}}${element.closed ? ' end' : ''}`;
    }
    case 'fallback':
      return `fallback{${shapeOfCommand(element.command)}}`;
    case 'retry': {
      const delay = element.delay === undefined ? '' : ` delay ${element.delay}`;
      const backoff = element.backoff === undefined ? '' : ` backoff ${element.backoff}`;
      return `retry ${element.retries}${delay}${backoff}{${shapeOf(element.body)}}`;
    }
    case 'timeout':
      return `timeout ${element.seconds}{${shapeOf(element.body)}}`;
    case 'repeat':
      return `repeat ${element.times} ${shapeOfExpression(element.until.expression)}{${shapeOf(element.body)}}`;
    case 'budget':
      return `budget ${element.dollars}{${shapeOf(element.body)}}`;
    case 'delegation':
      return `droid ${element.agent}{${shapeOf(element.body)}}`;
    case 'handler':
      return `on ${element.on}{${shapeOf(element.body)}}`;
    case 'checkpoint':
      return `${element.action} ${shapeOfArgument(element.file)}`;
    case 'context':
      return `$${element.variable} := ${[element.name, ...(element.field === undefined ? [] : [element.field])].join(' . ')}`;
    case 'assignment':
      return `$${element.variable} := ${shapeOfValue(element.value)}`;
    case 'logical':
      return `{${shapeOf(element.left)} ${element.operator} ${shapeOf(element.right)}}`;
    case 'group':
      return `{${shapeOfChain(element.chain)}}`;
    case 'unreadable':
      return '…';
  }
}

function shapeOfCommand({ slash, name, arguments: args, redirects }: Command): string {
  const stored = redirects.map(
    ({ to, append }) =>
      `${append ? '>>' : '>'} ${to.is === 'variable' ? `$${to.name}` : shapeOfArgument(to.path)}`,
  );
  return `${slash ? '/' : 'bare '}${[name, ...args.map(shapeOfArgument), ...stored].join(' ')}`;
}

function shapeOfArgument({ parts }: Argument): string {
  return parts.map((part) => (part.kind === 'text' ? `'${part.text}'` : shapeOfPart(part))).join('+');
}

function shapeOfPart(part: Exclude<WordPart, { kind: 'text' }>): string {
  switch (part.kind) {
    case 'variable':
      return `$${part.name}`;
    case 'expression':
      return `\${${shapeOfExpression(part.condition.expression)}}`;
    case 'result':
      return `<${['result', ...part.path].join('.')}>`;
  }
}

function shapeOfValue(value: AssignedValue): string {
  switch (value.is) {
    case 'result':
      return `<${['result', ...value.path].join('.')}>`;
    case 'literal':
      return `'${value.text}'`;
    case 'expression':
      return shapeOfExpression(value.condition.expression);
    case 'command':
      return shapeOfCommand(value.command);
  }
}

function shapeOfLimits({ max, min }: { readonly max?: number; readonly min?: number }): string {
  return `${max === undefined ? '' : ` max ${max}`}${min === undefined ? '' : ` min ${min}`}`;
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
    case 'call':
      return `${expression.function}(${expression.arguments.map(shapeOfExpression).join(', ')})`;
    case 'confidence':
      return `${shapeOfExpression(expression.comparison)} at ${expression.level}`;
    case 'not':
      return `(not ${shapeOfExpression(expression.operand)})`;
    case 'negative':
      return `(- ${shapeOfExpression(expression.operand)})`;
    case 'binary':
      return `(${shapeOfExpression(expression.left)} ${expression.operator} ${shapeOfExpression(expression.right)})`;
  }
}

/** What is wrong, with the help. */
export function mistakesOf(text: string): string {
  const { diagnostics } = parse(sourceOf('<chain>', text));
  const helps = diagnostics.sorted().map(({ help }) => (help === undefined ? '' : `\n      = ${help}`));
  return mistakes(diagnostics)
    .map((mistake, index) => mistake + helps[index])
    .join('\n    ');
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
