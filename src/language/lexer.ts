/** Text → tokens. Total: an unknown character becomes a diagnostic, never an exception. */
import { lexConditionTokens } from './condition-lexer.ts';
import type { Diagnostics } from './diagnostic.ts';
import { isBlank, lineBreak, Scanner, wrongArrow } from './scanner.ts';
import type { Source } from './source.ts';
import type { Token } from './token.ts';
import { isArgumentNext, lexWord, result } from './word-lexer.ts';

/** After one of these a newline does not end the statement. */
const continuing: ReadonlySet<string> = new Set(['arrow', '&&', '||', '|', '&', '>', '>>', '=', '↳']);

/** `/if:`, `elif:`, `/require:` …: what follows up to the next arrow is a condition. */
const conditionStart = /\/?(?:if|elif|require|until|case):/iy;
/** Stands directly in front of a command, which is a word of its own. */
const commandStart = /\/?(?:try|fallback):|\/?catch:(?=\/)/iy;
const angled = /<[^\s<>|&;[\]()]*>?/y;

export function lex(source: Source, diagnostics: Diagnostics): Token[] {
  return new Lexer(new Scanner(source, diagnostics)).run();
}

/** Tokens of a condition that stands alone, as under `where:` of a project file; its lines are one condition. */
export function lexCondition(source: Source, diagnostics: Diagnostics): Token[] {
  const scanner = new Scanner(source, diagnostics);
  scanner.depth = 1;
  lexConditionTokens(scanner);
  scanner.sign('end', 0);
  return scanner.tokens;
}

class Lexer {
  readonly #scanner: Scanner;

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  run(): Token[] {
    while (!this.#scanner.isAtEnd) this.#next();
    this.#scanner.sign('end', 0);
    return this.#scanner.tokens;
  }

  #next(): void {
    const scanner = this.#scanner;
    const character = scanner.character();
    if (character === '\n') return this.#newline();
    if (isBlank(character)) {
      scanner.at += 1;
      return;
    }
    if (scanner.matches(lineBreak)) {
      scanner.take(lineBreak);
      return;
    }
    // Within a word it is a sign like any other, as in a shell.
    if (character === '#') return scanner.comment();
    if (scanner.matches(wrongArrow)) return this.#wrongArrow();
    if (scanner.startsWith('->')) return scanner.sign('arrow', 2);
    switch (character) {
      case '→':
        return scanner.sign('arrow', 1);
      case '↳':
      case ';':
        return scanner.sign(character, 1);
      case '[':
      case '(':
        scanner.depth += 1;
        return scanner.sign(character, 1);
      case ']':
      case ')':
        scanner.depth = Math.max(0, scanner.depth - 1);
        return scanner.sign(character, 1);
      case '&':
      case '|':
      case '>':
        return this.#doubled(character);
      case '<':
        return scanner.matches(result) ? lexWord(scanner) : this.#angled();
      case '=':
        return this.#assigns() ? scanner.sign('=', 1) : lexWord(scanner);
    }
    if (scanner.matches(conditionStart)) {
      this.#keyword(conditionStart);
      return lexConditionTokens(scanner);
    }
    if (scanner.matches(commandStart)) return this.#keyword(commandStart);
    return lexWord(scanner);
  }

  #keyword(pattern: RegExp): void {
    const start = this.#scanner.at;
    const text = this.#scanner.take(pattern);
    const span = { start, end: this.#scanner.at };
    this.#scanner.push({ kind: 'word', span, text, quoted: false, parts: [{ kind: 'text', text }] });
  }

  #doubled(character: '&' | '|' | '>'): void {
    if (this.#scanner.character(1) !== character) return this.#scanner.sign(character, 1);
    this.#scanner.sign(character === '&' ? '&&' : character === '|' ? '||' : '>>', 2);
  }

  /** `$x =` and `$x=`: an equals sign directly behind a variable that begins an element. */
  #assigns(): boolean {
    const { tokens } = this.#scanner;
    const before = tokens.at(-1);
    const only =
      before?.kind === 'word' && before.parts.length === 1 && !before.quoted ? before.parts[0] : undefined;
    return only?.kind === 'variable' && !isArgumentNext(tokens, tokens.length - 1);
  }

  #newline(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    this.#skipBlankLines();
    const rest = scanner.character();
    const leads = rest === '→' || rest === '↳' || scanner.startsWith('->');
    const before = scanner.tokens.at(-1);
    if (scanner.depth > 0 || leads || !before || before.kind === 'newline' || continuing.has(before.kind))
      return;
    scanner.push({ kind: 'newline', span: { start, end: start + 1 } });
  }

  #skipBlankLines(): void {
    const scanner = this.#scanner;
    while (!scanner.isAtEnd) {
      const character = scanner.character();
      if (character === '\n' || isBlank(character)) scanner.at += 1;
      else if (character === '#') scanner.comment();
      else return;
    }
  }

  #wrongArrow(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    const written = scanner.take(wrongArrow);
    const span = { start, end: scanner.at };
    scanner.report(
      'wrong-arrow',
      span,
      `\`${written}\` is not an arrow of this language`,
      'write `→` or `->`',
    );
    scanner.push({ kind: 'arrow', span });
  }

  /** `<file` and `<something>`: shells and readers would take them for more than words. */
  #angled(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    const text = scanner.take(angled);
    const span = { start, end: scanner.at };
    const help = text.endsWith('>')
      ? 'write `<result>` for what the element before gave; quote any other text'
      : `as an argument it is quoted: \`'${text}'\``;
    scanner.report('unexpected-token', span, `\`${text}\` has no meaning here`, help);
    scanner.push({ kind: 'word', span, text, quoted: true, parts: [{ kind: 'text', text }] });
  }
}
