/** The lexer's place in the text, and the tokens it has found so far. */
import type { Code } from './codes.ts';
import type { Diagnostics } from './diagnostic.ts';
import type { Source, Span } from './source.ts';
import type { Sign, Token } from './token.ts';

/** A backslash at the end of a line is nothing, as in a shell. */
export const lineBreak = /\\\r?\n/y;
export const variable = /\$[\p{L}_](?:[\p{L}\p{N}_]|-(?!-{0,3}>)|\.(?=[\p{L}_]))*/uy;
/** What people and editors write for `→`. */
export const wrongArrow = /[=-]{2,4}>|=>|[–—] ?>|[⇒➜➔➡⟶⟹⇨]\uFE0F?/uy;

export class Scanner {
  readonly source: Source;
  readonly text: string;
  readonly diagnostics: Diagnostics;
  tokens: Token[] = [];
  at = 0;
  /** Open brackets: inside them a newline is a blank. */
  depth = 0;
  /** How much was wrong so far. */
  mistakes = 0;
  /** Comments that wait for the next token. */
  #comments: string[] = [];
  /** Those of them that stand at the end of a line. */
  #lineComments: string[] = [];

  constructor(source: Source, diagnostics: Diagnostics) {
    this.source = source;
    this.text = source.text;
    this.diagnostics = diagnostics;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The next character, or one behind it; empty at the end. */
  character(ahead = 0): string {
    return this.text[this.at + ahead] ?? '';
  }

  matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  startsWith(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const text = pattern.exec(this.text)?.[0] ?? '';
    this.at += text.length;
    return text;
  }

  /** A comment on a line of its own belongs to the next token that is more than the end of a statement. */
  push(token: Token): void {
    const ends = token.kind === 'newline' || token.kind === ';';
    if (token.kind === 'end' && this.#comments.at(-1) === '') this.#comments.pop();
    let pushed = token;
    if (this.#lineComments.length > 0) {
      pushed = { ...pushed, lineComments: this.#lineComments };
      this.#lineComments = [];
    }
    if (this.#comments.length > 0 && !ends) {
      pushed = { ...pushed, comments: this.#comments };
      this.#comments = [];
    }
    this.tokens.push(pushed);
  }

  /** Comments that wait here stand behind the last token, at the end of its line; `isSeparator`: and belong to it. */
  endLine(isSeparator: (last: Token) => boolean): void {
    const last = this.tokens.at(-1);
    if (this.#comments.length === 0 || !last || last.kind === 'newline') return;
    if (isSeparator(last)) {
      this.tokens[this.tokens.length - 1] = {
        ...last,
        lineComments: [...(last.lineComments ?? []), ...this.#comments],
      };
    } else this.#lineComments.push(...this.#comments);
    this.#comments = [];
  }

  /** One for any number of them, and none at the beginning of the text. */
  emptyLine(): void {
    if (this.tokens.length + this.#comments.length === 0 || this.#comments.at(-1) === '') return;
    this.#comments.push('');
  }

  /** Where no statement begins. */
  dropEmptyLines(): void {
    this.#comments = this.#comments.filter((comment) => comment !== '');
  }

  /** What `lex` finds, apart from the tokens of the chain; comments wait for those. */
  apart(lex: () => void): readonly Token[] {
    const { tokens } = this;
    const comments = this.#comments;
    const lineComments = this.#lineComments;
    this.tokens = [];
    this.#comments = [];
    this.#lineComments = [];
    lex();
    const found = this.tokens;
    this.tokens = tokens;
    this.#comments = comments;
    this.#lineComments = lineComments;
    return found;
  }

  sign(kind: Sign, length: number): void {
    this.push({ kind, span: { start: this.at, end: this.at + length } });
    this.at += length;
  }

  comment(): void {
    const end = this.text.indexOf('\n', this.at);
    const start = this.at;
    this.at = end < 0 ? this.text.length : end;
    this.#comments.push(this.text.slice(start, this.at).trim());
  }

  /** Behind a blank `#` begins a comment, and `/name` a command. */
  isBehindBlank(): boolean {
    const before = this.text[this.at - 1];
    return before === undefined || before === '\n' || isBlank(before);
  }

  unclosedQuote(start: number, quote: string): void {
    const help = `add the closing \`${quote}\``;
    this.report('unclosed-quote', { start, end: start + 1 }, 'this quote is never closed', help);
  }

  report(code: Code, span: Span, message: string, help?: string): void {
    this.mistakes += 1;
    this.diagnostics.add(code, this.source, span, message, { help });
  }
}

export function isBlank(character: string): boolean {
  return character !== '\n' && /\s/.test(character);
}
