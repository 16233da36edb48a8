/** The parser's place among the tokens: what comes next, what is wrong with it, and where to read on after a mistake. */
import type { Code } from './codes.ts';
import type { Diagnostics } from './diagnostic.ts';
import { lex } from './lexer.ts';
import type { Source, Span } from './source.ts';
import { describe, type Token } from './token.ts';
import type { Comments } from './tree.ts';

export class TokenReader {
  readonly source: Source;
  readonly diagnostics: Diagnostics;
  readonly tokens: readonly Token[];
  /** Index of the next token. */
  at = 0;
  /** The brackets that are open here, outermost first. */
  readonly brackets: ('[' | '(')[] = [];
  /** Set while arms of a `case:` are read, which end where the next one begins. */
  isInCase = false;
  /** Index of the first token whose comments nobody has taken. */
  #commentsAt = 0;
  /** The same for those at the end of a line. */
  #lineCommentsAt = 0;
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

  /** The end of a statement, bracket, parallel branch or arm. */
  atSequenceEnd(): boolean {
    const { kind } = this.peek();
    if (kind === '|') return this.innermost === '[';
    if (kind === '↳') return this.isInCase;
    return this.atStatementEnd() || kind === ']' || kind === ')';
  }

  /** Comments up to and with those of the next token, or of the one at `last`; each is given out once. */
  takeComments(last = this.at): Comments {
    const found: string[] = [];
    for (; this.#commentsAt <= last && this.#commentsAt < this.tokens.length; this.#commentsAt += 1) {
      const { comments = [], lineComments = [] } = this.tokens[this.#commentsAt] ?? {};
      if (this.#commentsAt >= this.#lineCommentsAt) for (const comment of lineComments) found.push(comment);
      for (const comment of comments) found.push(comment);
    }
    return found;
  }

  /** What stands at the end of the line, as one comment: of `/a # x` and `; # y` below it, which become one line. */
  takeLineComments(): Comments {
    if (this.at < this.#commentsAt || this.at < this.#lineCommentsAt) return [];
    this.#lineCommentsAt = this.at + 1;
    const { lineComments } = this.peek();
    return lineComments ? [lineComments.join(' ')] : [];
  }

  /** Where something went wrong already, whatever else is wrong there follows from it and is not reported. */
  report(code: Code, span: Span, message: string, help?: string): void {
    if (this.#abandoned || this.diagnostics.hasErrorAt(this.source, span.start)) return;
    this.diagnostics.add(code, this.source, span, message, { help });
  }

  unexpected(expected: string, help?: string): void {
    const token = this.peek();
    this.report('unexpected-token', token.span, `${expected}, found ${describe(token)}`, help);
  }

  /** Skips what is left of the element, brackets included, so that its neighbours are still read. */
  recover(): undefined {
    this.#skip(({ kind }) => {
      if (kind === 'arrow' || kind === '&&' || kind === '||' || kind === '|' || kind === '&') return true;
      return this.atSequenceEnd();
    });
  }

  /** Up to the end of the innermost branch, bracket or statement. */
  skipBranch(): void {
    const { innermost } = this;
    this.#skip(({ kind }) => {
      if (kind === 'end' || kind === 'newline') return true;
      if (kind === '↳') return this.isInCase;
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
