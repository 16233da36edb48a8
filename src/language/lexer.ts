/** Text → tokens. Total: an unknown character becomes a diagnostic, never an exception. */
import { lexConditionTokens } from './condition-lexer.ts';
import type { Diagnostics } from './diagnostic.ts';
import { codePoint, invisible, signMeantBy, typographicQuote } from './look-alikes.ts';
import { isBlank, lineBreak, Scanner, wrongArrow } from './scanner.ts';
import type { Source, Span } from './source.ts';
import type { Sign, Token } from './token.ts';
import { isArgumentNext, lexWord, result } from './word-lexer.ts';

/** After one of these a newline does not end the statement. */
const continuing: ReadonlySet<string> = new Set(['arrow', '&&', '||', '|', '&', '>', '>>', '=', '↳']);

/** `/if:`, `elif:`, `/require:` …: what follows up to the next arrow is a condition. */
const conditionStart = /[/／]?(?:if|elif|require|until|case)[:：]/iy;
/** Stands directly in front of a command, which is a word of its own. */
const commandStart = /\/?(?:try|fallback):|\/?catch:(?=\/)/iy;
const dash = /[–—]/;
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
  /** Open ones, outermost first. */
  readonly #brackets: string[] = [];
  /** The last sign that was none was a bracket: the closing one beside it needs no report of its own. */
  #opensLookAlike = false;

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
    if (character === '#' && !this.#isBehindEquals()) return this.#comment();
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
        this.#brackets.push(character);
        return scanner.sign(character, 1);
      case ']':
      case ')':
        this.#brackets.pop();
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
    if (this.#lookAlike(character)) return;
    return lexWord(scanner);
  }

  #keyword(pattern: RegExp): void {
    const start = this.#scanner.at;
    const written = this.#scanner.take(pattern);
    const span = { start, end: this.#scanner.at };
    const text = written.replace('／', '/').replace('：', ':');
    if (text !== written) this.#refuse(span, `\`${written}\` has a sign of full width`, `write \`${text}\``);
    this.#scanner.push({ kind: 'word', span, text, quoted: false, parts: [{ kind: 'text', text }] });
  }

  /** Reports it, and reads it as what was meant. */
  #lookAlike(character: string): boolean {
    const scanner = this.#scanner;
    const start = scanner.at;
    const span = { start, end: start + 1 };
    if (scanner.matches(invisible)) {
      scanner.at += 1;
      this.#refuse(span, `a character that cannot be seen, ${codePoint(character)}`, 'delete it');
    } else if (scanner.matches(typographicQuote)) this.#typographicQuotation();
    else if (character === '／' && !isArgumentNext(scanner.tokens, scanner.tokens.length)) {
      scanner.at += 1;
      this.#refuse(span, '`／` is not the slash of a command', 'write `/`');
    } else if (dash.test(character)) this.#dash(character);
    else return this.#signLike(character);
    return true;
  }

  #signLike(character: string): boolean {
    const scanner = this.#scanner;
    const meant = signMeantBy(character);
    if (meant === undefined) return false;
    const { at } = scanner;
    const twice = '|&>'.includes(meant) && scanner.character(1) === character;
    const end = at + (twice ? 2 : 1);
    const sign = twice ? meant + meant : meant;
    const written = scanner.text.slice(at, end);
    const closes = sign === ')' || sign === ']';
    if (!closes || !this.#opensLookAlike)
      this.#refuse(
        { start: at, end },
        `\`${written}\` is no sign of this language`,
        `write \`${sign}\`, or quote it as text`,
      );
    this.#opensLookAlike = sign === '(' || sign === '[';
    if (sign === '#') scanner.comment();
    else if (sign === '<') scanner.at = end;
    else {
      if (sign === '(' || sign === '[') scanner.depth += 1;
      if (closes) scanner.depth = Math.max(0, scanner.depth - 1);
      scanner.sign(sign === '→' ? 'arrow' : (sign as Sign), end - at);
    }
    return true;
  }

  #typographicQuotation(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    typographicQuote.lastIndex = start;
    const [, double, single] = typographicQuote.exec(scanner.text) ?? [];
    const inside = double ?? single;
    const text = scanner.take(typographicQuote);
    const quotation = inside === undefined ? undefined : `"${inside.replace(/["\\$]/g, '\\$&')}"`;
    this.#refuse(
      { start, end: scanner.at },
      `\`${text.slice(0, 1)}\` is a typographic quote, which quotes nothing`,
      `write ${quotation === undefined ? '`"` or `\'`' : `\`${quotation}\``}`,
    );
    const span = { start, end: scanner.at };
    scanner.push({ kind: 'word', span, text, quoted: true, parts: [{ kind: 'text', text: inside ?? text }] });
  }

  /** `–epochs` was `--epochs`, and `–` alone an arrow. */
  #dash(character: string): void {
    const scanner = this.#scanner;
    const span = { start: scanner.at, end: scanner.at + 1 };
    const [, word = ''] =
      /^[–—]([\p{L}\p{N}_.-]*)/u.exec(scanner.text.slice(scanner.at, scanner.at + 60)) ?? [];
    const instead = /^[\d.]/.test(word) ? `-${word}` : `--${word}`;
    const help =
      word === ''
        ? 'write `→` to go on with the next element; as text it is quoted'
        : `write \`${instead}\`, or quote it as text`;
    this.#refuse(span, `\`${character}\` is a dash of printed text`, help);
    if (word === '') return scanner.sign('arrow', 1);
    lexWord(scanner);
  }

  #refuse(span: Span, message: string, help: string): void {
    this.#scanner.report('unexpected-token', span, message, help);
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

  /** `$x=#a`: what is assigned begins directly behind the sign. */
  #isBehindEquals(): boolean {
    const before = this.#scanner.tokens.at(-1);
    return before?.kind === '=' && before.span.end === this.#scanner.at;
  }

  #comment(): void {
    this.#scanner.comment();
    if (this.#scanner.isAtEnd) this.#endLine();
  }

  /** What stands behind an arrow or a separator at the end of a line says something of what stands before it. */
  #endLine(): void {
    this.#scanner.endLine(
      ({ kind }) => kind === 'arrow' || kind === ';' || (kind === '|' && this.#brackets.at(-1) === '['),
    );
  }

  #newline(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    this.#endLine();
    this.#skipBlankLines();
    const rest = scanner.character();
    const leads = rest === '→' || rest === '↳' || scanner.startsWith('->');
    const before = scanner.tokens.at(-1);
    if (!before) return;
    if (scanner.depth > 0 || leads || before.kind === 'newline' || continuing.has(before.kind))
      return scanner.dropEmptyLines();
    scanner.push({ kind: 'newline', span: { start, end: start + 1 } });
  }

  #skipBlankLines(): void {
    const scanner = this.#scanner;
    for (let breaks = 0; !scanner.isAtEnd; ) {
      const character = scanner.character();
      if (character === '#') {
        scanner.comment();
        breaks = 0;
        continue;
      }
      if (character === '\n') breaks += 1;
      else if (!isBlank(character)) return;
      if (character === '\n' && breaks === 2) scanner.emptyLine();
      scanner.at += 1;
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
