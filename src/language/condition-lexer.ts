/** Text → tokens of a condition, up to what ends it. */
import { conditionSignMeantBy, typographicQuote } from './look-alikes.ts';
import { isBlank, lineBreak, type Scanner, variable, wrongArrow } from './scanner.ts';
import type { ConditionToken } from './token.ts';

const name = /[\p{L}_](?:[\p{L}\p{N}_]|-(?!-{0,3}>)|\.(?=[\p{L}_]))*/uy;
const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const reversed = /=>(?=\s{0,20}[-.\d$])/y;
const division = /\/(?=\p{L})/uy;
const operators = ['>=', '<=', '==', '!=', '&&', '||', '>', '<', '=', '+', '-', '*', '/', '!', '(', ')', ','];
const mathematical: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '≠': '!=' };

/** Within `${…}` a condition is on one line, and `closing` ends it. */
export function lexConditionTokens(scanner: Scanner, closing = ''): void {
  const first = scanner.tokens.length;
  const { mistakes } = scanner;
  let parentheses = 0;
  while (!scanner.isAtEnd) {
    const character = scanner.character();
    const last = scanner.tokens.length > first ? scanner.tokens.at(-1) : undefined;
    const goesOn = closing === '' && (parentheses > 0 || (last?.kind === 'operator' && last.text !== ')'));
    const passesLine = goesOn || (closing === '' && scanner.depth > 0);
    if (closing.includes(character)) return;
    if (isBlank(character) || (character === '\n' && passesLine)) scanner.at += 1;
    else if (character === '#' && goesOn && scanner.isBehindBlank()) scanner.comment();
    else if (scanner.matches(lineBreak)) scanner.take(lineBreak);
    else if (scanner.matches(reversed)) takeReversed(scanner);
    else if (ends(scanner, character, parentheses)) return;
    else {
      if (character === '(') parentheses += 1;
      if (character === ')') parentheses -= 1;
      takeToken(scanner, character, scanner.mistakes > mistakes);
    }
  }
}

/** `acc=>0.9` can only mean `>=`. */
function takeReversed(scanner: Scanner): void {
  const span = { start: scanner.at, end: scanner.at + 2 };
  scanner.report('wrong-arrow', span, '`=>` is no comparison', 'write `>=` to compare, or `→` to go on');
  scanner.at = span.end;
  scanner.push({ kind: 'operator', text: '>=', span });
}

function ends(scanner: Scanner, character: string, parentheses: number): boolean {
  const next = scanner.character(1);
  if (scanner.matches(wrongArrow)) return true;
  if (character === ')') return parentheses === 0;
  if (character === '-') return next === '>';
  if (character === '|') return next !== '|';
  if (character === '&') return next !== '&';
  if (character === '#') return scanner.isBehindBlank();
  // ` /deploy` behind a blank is a command whose arrow is missing; `a/b` and `a / b` divide.
  if (character === '/') return scanner.isBehindBlank() && scanner.matches(division);
  return '→↳;][\n'.includes(character);
}

/** `isBroken`: something in this condition is wrong already, and one word says it. */
function takeToken(scanner: Scanner, character: string, isBroken: boolean): void {
  const start = scanner.at;
  const push = (kind: ConditionToken['kind'], text: string) => {
    scanner.push({ kind, text, span: { start, end: scanner.at } });
  };
  if (scanner.matches(number)) {
    const text = scanner.take(number);
    if (scanner.character() !== '%') return push('number', text);
    scanner.at += 1;
    return push('percent', `${text}%`);
  }
  if (scanner.matches(variable)) return push('variable', scanner.take(variable));
  if (scanner.matches(name)) return push('name', scanner.take(name));
  if (character === "'" || character === '"') {
    const end = scanner.text.indexOf(character, start + 1);
    if (end < 0) scanner.unclosedQuote(start, character);
    scanner.at = end < 0 ? scanner.text.length : end + 1;
    return push('string', scanner.text.slice(start + 1, end < 0 ? undefined : end));
  }
  const mapped = mathematical[character];
  const operator = mapped ?? operators.find((candidate) => scanner.startsWith(candidate));
  if (operator !== undefined) {
    scanner.at += mapped ? 1 : operator.length;
    return push('operator', operator);
  }
  if (scanner.matches(typographicQuote)) {
    const text = scanner.take(typographicQuote);
    const span = { start, end: scanner.at };
    const message = `\`${character}\` is a typographic quote, which quotes nothing`;
    scanner.report('invalid-condition', span, message, `write \`'${text.slice(1, -1)}'\``);
    return push('string', text.slice(1, -1));
  }
  const whole = String.fromCodePoint(scanner.text.codePointAt(start) ?? 0);
  scanner.at += whole.length;
  if (isBroken) return;
  const span = { start, end: scanner.at };
  scanner.report('invalid-condition', span, `\`${whole}\` has no meaning in a condition`, helpFor(whole));
  const meant = conditionSignMeantBy(whole);
  if (meant !== undefined && operators.includes(meant)) push('operator', meant);
}

function helpFor(character: string): string | undefined {
  const meant = conditionSignMeantBy(character);
  if (meant !== undefined) return `write \`${meant}\``;
  if (character === ':' || character === '{') return 'write `→` behind the condition';
  return character === '%' ? 'write it directly behind the number: `90%`' : undefined;
}
