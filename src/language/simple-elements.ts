/** The elements that hold no others: a command with its arguments, an assignment, a `/require:`. */
import { parseCondition } from './condition-parser.ts';
import { isParallel } from './keywords.ts';
import type { Span } from './source.ts';
import type { WordToken } from './token.ts';
import { beginsElement, type TokenReader } from './token-reader.ts';
import type { Argument, Assignment, Command, Condition, Require } from './tree.ts';

/** require = "/require:" condition */
export function parseRequire(reader: TokenReader): Require {
  const start = reader.peek().span.start;
  const condition = parseOwnCondition(reader);
  return { kind: 'require', condition, span: { start, end: Math.max(start, condition.span.end) } };
}

/** The condition behind the keyword that is next. */
export function parseOwnCondition(reader: TokenReader): Condition {
  reader.at += 1;
  const { condition, next } = parseCondition(reader.source, reader.tokens, reader.at, reader.diagnostics);
  const span = { start: reader.lastEnd, end: reader.tokens[next - 1]?.span.end ?? reader.lastEnd };
  reader.at = next;
  return condition ?? { expression: undefined, text: '…', span };
}

/** assignment = "$" name "=" ( "<result>" | word ) */
export function parseAssignment(reader: TokenReader, word: WordToken): Assignment | undefined {
  const [variable] = word.parts;
  if (variable?.kind !== 'variable') return reader.recover();
  const refuse = (span: Span, message: string, help?: string): undefined => {
    reader.report('unexpected-token', span, message, help);
    return reader.recover();
  };
  reader.at += 1;
  if (reader.peek().kind !== '=' || word.parts.length > 1) {
    const help = `\`$${variable.name}=<result>\` stores a result; a condition reads \`/if:$${variable.name}>0.8\``;
    return refuse(word.span, `\`${word.text}\` is no element of a chain`, help);
  }
  if (variable.name.includes('.')) return refuse(word.span, 'the name of a variable has no dots');
  reader.at += 1;
  const value = reader.peek();
  if (value.kind !== 'word') {
    reader.unexpected('expected `<result>` or a value');
    return reader.recover();
  }
  const [part] = value.parts;
  if (part?.kind === 'text' && part.text.startsWith('/') && !value.quoted) {
    return reader.unsupported(value.span, 'a command to the right of `=`');
  }
  if (part?.kind === 'text' && part.text.startsWith('=') && !value.quoted) {
    const help = `a condition compares: \`/if:$${variable.name}=${value.text}\``;
    return refuse(value.span, 'one `=` stores a value, two compare', help);
  }
  if (value.parts.length !== 1 || !part || part.kind === 'variable') {
    return refuse(value.span, 'expected `<result>` or one literal value');
  }
  reader.at += 1;
  return {
    kind: 'assignment',
    variable: variable.name,
    variableSpan: word.span,
    value: part.kind === 'result' ? { is: 'result', path: part.path } : { is: 'literal', text: part.text },
    span: { start: word.span.start, end: value.span.end },
  };
}

/** command = [ "/" ] name { word } */
export function parseCommand(reader: TokenReader, word: WordToken): Command | undefined {
  const slash = word.text.startsWith('/');
  const name = slash ? word.text.slice(1) : word.text;
  if (word.parts.length !== 1 || !/^[\p{L}_][\p{L}\p{N}_.:/=-]*(?<![:/])$/u.test(name)) {
    const help = 'a command is written `/name`, one with an argument `/name argument`';
    reader.report('unexpected-token', word.span, `\`${word.text}\` is no command`, help);
    return reader.recover();
  }
  reader.at += 1;
  const args: Argument[] = [];
  for (;;) {
    const token = reader.peek();
    if (token.kind !== 'word' || beginsElement(token)) break;
    if (reader.behind().kind === '[' && isParallel(token.text)) {
      return reader.unsupported(token.span, 'a command in front of `parallel[…]`');
    }
    args.push({ parts: token.parts, text: token.text, quoted: token.quoted, span: token.span });
    reader.at += 1;
  }
  const span = { start: word.span.start, end: reader.lastEnd };
  return { kind: 'command', name, nameSpan: word.span, slash, arguments: args, span };
}

/** The options of `parallel:max=3:min=2`. */
export function parseParallelOptions(reader: TokenReader, word: WordToken): { max?: number; min?: number } {
  const options: { max?: number; min?: number } = {};
  for (const option of word.text.split(':').slice(1)) {
    const [, name, digits] = /^(max|min)=(\d{1,9})$/.exec(option) ?? [];
    const value = Number(digits);
    if (name === 'max' && value >= 1 && options.max === undefined) options.max = value;
    else if (name === 'min' && options.min === undefined) options.min = value;
    else {
      const message = `\`${option}\` is no option of \`parallel\``;
      reader.report('invalid-value', word.span, message, 'options are `max=3` and `min=2`, each once');
    }
  }
  return options;
}
