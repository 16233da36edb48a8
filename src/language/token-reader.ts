/** The parser's place among the tokens: what comes next, what is wrong with it, and where to read on after a mistake. */
import type { Code } from './codes.ts';
import type { Diagnostics } from './diagnostic.ts';
import { conditionKeyword } from './keywords.ts';
import { lex } from './lexer.ts';
import type { Source, Span } from './source.ts';
import { describe, type Token } from './token.ts';

export class TokenReader {
  readonly source: Source;
  readonly diagnostics: Diagnostics;
  readonly tokens: readonly Token[];
  /** Index of the next token. */
  at = 0;
  /** The brackets that are open here, outermost first. */
  readonly brackets: ('[' | '(')[] = [];
  /** Set when the rest of the text is left unread; nothing more is reported then. */
  #abandoned = false;
  readonly #end: Token;

  constructor(source: Source, diagnostics: Diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.tokens = lex(source, diagnostics);
    this.#end = this.tokens.at(-1) ?? { kind: 'end', span: { start: 0, end: 0 } };
  }

  peek(): Token {
    return this.tokens[this.at] ?? this.#end;
  }

  behind(): Token {
    return this.tokens[this.at + 1] ?? this.#end;
  }

  get lastEnd(): number {
    return this.tokens[this.at - 1]?.span.end ?? 0;
  }

  get innermost(): '[' | '(' | undefined {
    return this.brackets.at(-1);
  }

  atStatementEnd(): boolean {
    const { kind } = this.peek();
    return kind === 'end' || kind === 'newline' || kind === ';';
  }

  atSequenceEnd(): boolean {
    const { kind } = this.peek();
    return this.atStatementEnd() || kind === ']' || kind === ')' || kind === '|';
  }

  /** Where something went wrong already, whatever else is wrong there follows from it and is not reported. */
  report(code: Code, span: Span, message: string, help?: string): void {
    if (this.#abandoned || this.diagnostics.hasErrorAt(this.source, span.start)) return;
    this.diagnostics.add(code, this.source, span, message, { help });
  }

  unexpected(expected: string): void {
    const token = this.peek();
    this.report('unexpected-token', token.span, `${expected}, found ${describe(token)}`);
  }

  /** Says so once, and leaves the rest of the branch or statement unread: it would only be misread. */
  unsupported(span: Span, what: string): undefined {
    this.report('unsupported-construct', span, `${what} is not supported yet`);
    this.skipBranch();
  }

  /** Skips what is left of the element, brackets included, so that its neighbours are still read. */
  recover(): undefined {
    this.#skip(({ kind }) => kind === 'arrow' || kind === '&&' || kind === '||' || this.atSequenceEnd());
  }

  /** Up to the end of the innermost branch, bracket or statement. */
  skipBranch(): void {
    const { innermost } = this;
    this.#skip(({ kind }) => {
      if (kind === 'end' || kind === 'newline') return true;
      if (innermost === undefined) return kind === ';';
      return kind === ']' || kind === ')' || (kind === '|' && innermost === '[');
    });
  }

  /** Behind the bracket that closes the innermost one, or to the end of the statement. */
  skipBehind(close: ']' | ')'): void {
    this.#skip(({ kind }) => kind === 'end' || kind === 'newline' || kind === close);
    if (this.peek().kind === close) this.at += 1;
  }

  abandon(): void {
    this.#abandoned = true;
    this.at = this.tokens.length - 1;
  }

  /** Stops at the first token outside brackets that `ends`, and always at the end. */
  #skip(ends: (token: Token) => boolean): void {
    for (let depth = 0; this.peek().kind !== 'end'; this.at += 1) {
      const { kind } = this.peek();
      if (depth === 0 && ends(this.peek())) return;
      if (kind === '[' || kind === '(') depth += 1;
      else if (depth > 0 && (kind === ']' || kind === ')')) depth -= 1;
      else if (kind === 'newline') return;
    }
  }
}

/** `/if:`, `/elif:`, `/else`, `/end` in lower case; undefined for any other token. */
export function markerName(token: Token): string | undefined {
  if (token.kind !== 'word' || token.quoted) return undefined;
  const text = token.text.toLowerCase();
  return text === '/if:' || text === '/elif:' || text === '/else' || text === '/end' ? text : undefined;
}

/** A marker that ends a branch of an open `/if:`. */
export function endsBranch(token: Token): boolean {
  const marker = markerName(token);
  return marker === '/elif:' || marker === '/else' || marker === '/end';
}

/** A word that can only begin an element, never be an argument. */
export function beginsElement(token: Token): boolean {
  if (token.kind !== 'word' || token.quoted) return false;
  return markerName(token) !== undefined || conditionKeyword.test(token.text);
}
