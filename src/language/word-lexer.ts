/** Text → one word, with its quotes, escapes, variables and expressions. */
import { lexConditionTokens } from './condition-lexer.ts';
import { isConditionToken, readExpression } from './expression-parser.ts';
import { endsAtLookAlike } from './look-alikes.ts';
import { lineBreak, type Scanner, variable, wrongArrow } from './scanner.ts';
import type { Token } from './token.ts';
import type { WordPart } from './tree.ts';

export const result = /<result(?:\.[\p{L}\p{N}_-]+)*>/iuy;
const wordEnd = /[\s|&;[\]()<>→⇒➜➔➡⟶⟹⇨↳]/;
const commandKeyword = /^\/?(?:try|fallback|catch):$/i;

/** A word while it is read: its finished parts, and the text since the last of them. */
interface OpenWord {
  readonly parts: WordPart[];
  text: string;
  quoted: boolean;
}

/** Whether a word at this index is an argument: it stands behind another word. */
export function isArgumentNext(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return before?.kind === 'word' && !commandKeyword.test(before.text);
}

export function lexWord(scanner: Scanner): void {
  const start = scanner.at;
  const word: OpenWord = { parts: [], text: '', quoted: false };
  while (!scanner.isAtEnd) {
    const character = scanner.character();
    if (character === '"' && isUnquotedJson(word) && unquotedJson(scanner, start, word)) continue;
    if (character === "'" || character === '"') quotation(scanner, character, word);
    else if (character === '\\' && scanner.at + 1 < scanner.text.length) escaped(scanner, word);
    else if (character === '$' && dollar(scanner, word, '}')) {
      const isTarget = word.parts.length === 1 && word.parts[0]?.kind === 'variable' && !word.quoted;
      const { tokens } = scanner;
      if (scanner.character() === '=' && isTarget && !isArgumentNext(tokens, tokens.length)) break;
    } else if (character === '<' && scanner.matches(result)) {
      flush(word);
      word.parts.push(resultPart(scanner));
    } else if (endsWord(scanner, character)) break;
    else {
      word.text += character;
      scanner.at += 1;
    }
  }
  if (word.text !== '' || word.parts.length === 0) word.parts.push({ kind: 'text', text: word.text });
  const { parts, quoted } = word;
  const span = { start, end: scanner.at };
  scanner.push({ kind: 'word', span, text: scanner.text.slice(start, scanner.at), quoted, parts });
}

function endsWord(scanner: Scanner, character: string): boolean {
  if (wordEnd.test(character) || endsAtLookAlike.test(character)) return true;
  if (character === '-' && scanner.character(1) === '>') return true;
  return '=-–—'.includes(character) && scanner.matches(wrongArrow);
}

/** `{"lr": 0.1}`: its quotes would be those of the chain, as in a shell. */
function unquotedJson(scanner: Scanner, start: number, word: OpenWord): boolean {
  const from = scanner.at - 1;
  const [object] = /^\{[^'\n]{0,80}\}/.exec(scanner.text.slice(from, from + 82)) ?? [];
  const shown = object === undefined ? `'{…}'` : `'${object}'`;
  const span = { start, end: scanner.at };
  const help = `quote it: \`${word.text.slice(0, -1)}${shown}\``;
  scanner.report('unexpected-token', span, 'the quotes of this text would be lost', help);
  if (object === undefined) return false;
  word.text += object.slice(1);
  word.quoted = true;
  scanner.at = from + object.length;
  return true;
}

function isUnquotedJson({ text, quoted }: OpenWord): boolean {
  return !quoted && /(?:^|=)\{$/.test(text);
}

/** A backslash takes the next character as it is; at the end of a line both are nothing, as in a shell. */
function escaped(scanner: Scanner, word: OpenWord): void {
  if (scanner.matches(lineBreak)) {
    scanner.take(lineBreak);
    return;
  }
  if (/(?:^|=)[A-Za-z]:$/.test(word.text)) {
    const span = { start: scanner.at, end: scanner.at + 1 };
    const [path = ''] = /[^\s'"]*/.exec(scanner.text.slice(scanner.at - 2, scanner.at + 100)) ?? [];
    const help = `quote the path: \`'${path}'\``;
    scanner.report(
      'unexpected-token',
      span,
      'a backslash only quotes the character behind it, and is lost',
      help,
    );
    scanner.at += path.length - 2;
    word.quoted = true;
    return;
  }
  const whole = String.fromCodePoint(scanner.text.codePointAt(scanner.at + 1) ?? 0);
  word.text += whole;
  word.quoted = true;
  scanner.at += 1 + whole.length;
}

/** A variable or an expression; false when the sign is only a sign. */
function dollar(scanner: Scanner, word: OpenWord, closing: string): boolean {
  if (scanner.matches(variable)) {
    flush(word);
    const start = scanner.at;
    const text = scanner.take(variable);
    word.parts.push({ kind: 'variable', name: text.slice(1), span: { start, end: scanner.at } });
    return true;
  }
  if (scanner.character(1) !== '{') return false;
  flush(word);
  word.parts.push(expressionPart(scanner, closing));
  return true;
}

/** `${…}` holds a condition; in a quotation the quote ends it too, so that a missing brace costs no more than the word. */
function expressionPart(scanner: Scanner, closing: string): WordPart {
  const start = scanner.at;
  const { mistakes } = scanner;
  scanner.at += 2;
  const tokens = scanner.apart(() => lexConditionTokens(scanner, closing));
  const end = { span: { start: scanner.at, end: scanner.at + 1 }, described: '`}`' };
  const isClosed = scanner.character() === '}';
  if (isClosed) scanner.at += 1;
  else if (scanner.mistakes === mistakes) {
    scanner.report(
      'unclosed-bracket',
      { start, end: start + 2 },
      '`${` is never closed',
      'add the closing `}`',
    );
  }
  const span = { start, end: scanner.at };
  const readable = isClosed && scanner.mistakes === mistakes;
  const condition = readable
    ? readExpression(scanner.source, tokens.filter(isConditionToken), end, scanner.diagnostics)
    : undefined;
  if (readable && !condition) scanner.mistakes += 1;
  return { kind: 'expression', condition: condition ?? { expression: undefined, text: '…', span }, span };
}

/** One quoted stretch of a word: `'…'` is literal; in `"…"` variables work, and a backslash before `"`, `\`, `$` or `` ` ``. */
function quotation(scanner: Scanner, quote: string, word: OpenWord): void {
  const start = scanner.at;
  word.quoted = true;
  scanner.at += 1;
  while (!scanner.isAtEnd) {
    const character = scanner.character();
    if (character === quote) {
      scanner.at += 1;
      return;
    }
    if (quote === '"' && scanner.matches(lineBreak)) {
      scanner.take(lineBreak);
    } else if (quote === '"' && character === '\\' && '"\\$`'.includes(scanner.character(1) || 'no')) {
      word.text += scanner.character(1);
      scanner.at += 2;
    } else if (quote !== '"' || character !== '$' || !dollar(scanner, word, '}"')) {
      word.text += character;
      scanner.at += 1;
    }
  }
  scanner.unclosedQuote(start, quote);
}

function resultPart(scanner: Scanner): WordPart {
  const start = scanner.at;
  const path = scanner.take(result).slice(1, -1).split('.');
  return { kind: 'result', path: path.slice(1), span: { start, end: scanner.at } };
}

function flush(word: OpenWord): void {
  if (word.text !== '') word.parts.push({ kind: 'text', text: word.text });
  word.text = '';
}
