/** What a command is distributed over: `[list]`, `parallel[x | y]`. */
import { beginsElement } from './keywords.ts';
import { parseParallelOptions } from './parallel-options.ts';
import type { Span } from './source.ts';
import type { WordToken } from './token.ts';
import type { TokenReader } from './token-reader.ts';
import type { Argument, Distribution } from './tree.ts';

/** list = "[" ( name | $variable ) "]" */
export function parseList(reader: TokenReader, command: string): Distribution['items'] | 'unreadable' {
  const open = reader.peek().span;
  reader.at += 1;
  const word = reader.peek();
  const part = word.kind === 'word' && !word.quoted && word.parts.length === 1 ? word.parts[0] : undefined;
  const isName = part?.kind === 'text' && /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(part.text);
  const isNamed = part?.kind === 'variable' || isName;
  if (isNamed && reader.behind().kind === ']') {
    reader.at += 2;
    const { span } = word;
    return part.kind === 'variable'
      ? { is: 'list', name: part.name, variable: true, span }
      : { is: 'list', name: part.text, variable: false, span };
  }
  if (isNamed && reader.behind().kind === 'end') {
    reader.report('unclosed-bracket', open, '`[` is never closed', 'add the closing `]`');
    reader.at += 1;
    return 'unreadable';
  }
  const help = `declare it under \`lists:\`, or write \`${command} parallel[a | b]\``;
  reader.unexpected('expected the name of one list and `]`', help);
  reader.skipBehind(']');
  return 'unreadable';
}

/** items = "parallel" { ":" option } "[" word { word } { "|" word { word } } "]" */
export function parseItems(
  reader: TokenReader,
  word: WordToken,
  command: string,
): Pick<Distribution, 'items' | 'max' | 'min'> | undefined {
  const { max, min } = parseParallelOptions(reader, word);
  reader.at += 1;
  const open = reader.peek().span;
  reader.at += 1;
  const words: Argument[][] = [];
  for (;;) {
    const item = parseItem(reader, word.span, command);
    if (!item) return refuseItems(reader, open);
    words.push(item);
    if (reader.peek().kind !== '|') break;
    reader.at += 1;
  }
  if (reader.peek().kind !== ']') return refuseItems(reader, open);
  reader.at += 1;
  if (min !== undefined && min > words.length) {
    reader.report('invalid-value', word.span, `\`min=${min}\` is more than the ${words.length} items`);
  }
  return {
    items: { is: 'words', words },
    ...(max === undefined ? {} : { max }),
    ...(min === undefined ? {} : { min }),
  };
}

function parseItem(reader: TokenReader, span: Span, command: string): Argument[] | undefined {
  const words: Argument[] = [];
  for (let token = reader.peek(); token.kind === 'word' && !beginsElement(token); token = reader.peek()) {
    if (words.length === 0 && !token.quoted && /^\/\p{L}/u.test(token.text)) {
      const help = `write \`${command} → parallel[${token.text} | …]\` if the commands are branches, and quote a path`;
      reader.report(
        'unexpected-token',
        span,
        `\`${command} parallel[…]\` takes arguments, not commands`,
        help,
      );
    }
    words.push({ parts: token.parts, text: token.text, quoted: token.quoted, span: token.span });
    reader.at += 1;
  }
  return words.length === 0 ? undefined : words;
}

function refuseItems(reader: TokenReader, open: Span): undefined {
  if (reader.atStatementEnd())
    reader.report('unclosed-bracket', open, '`[` is never closed', 'add the closing `]`');
  else {
    const help =
      'items are arguments, such as `sigma-0.10`; with `→` in front of it `parallel[…]` has branches';
    reader.unexpected('expected an argument, `|` or `]`', help);
  }
  reader.skipBehind(']');
}
