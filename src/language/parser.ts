/**
 * Tokens → tree. Never throws on a person's text: a mistake becomes one diagnostic, and parsing goes on behind the next
 * arrow, bracket or statement, so that every other mistake is found too. What could not be read stands in the tree as
 * `unreadable`, so that nobody concludes from its absence.
 *
 * The grammar, from loose to tight, stands at the methods that read it, here and in the parsers of single elements.
 */
import { Diagnostics } from './diagnostic.ts';
import { IfParser } from './if-parser.ts';
import { isParallel, isUnsupported } from './keywords.ts';
import { parseAssignment, parseCommand, parseParallelOptions, parseRequire } from './simple-elements.ts';
import type { Source, Span } from './source.ts';
import type { WordToken } from './token.ts';
import { beginsElement, endsBranch, TokenReader } from './token-reader.ts';
import type { Chain, Element, Parallel, Sequence, Statement } from './tree.ts';

/** Deeper than any person writes; keeps hostile text from using up the call stack. */
const deepest = 200;

export interface Parsed {
  readonly chain: Chain;
  readonly diagnostics: Diagnostics;
}

export function parse(source: Source, diagnostics = new Diagnostics()): Parsed {
  return { chain: new Parser(new TokenReader(source, diagnostics)).chain(), diagnostics };
}

class Parser {
  readonly #reader: TokenReader;
  #depth = 0;
  readonly #ifs: IfParser;

  constructor(reader: TokenReader) {
    this.#reader = reader;
    this.#ifs = new IfParser(reader, {
      sequence: () => this.#sequence(),
      logical: () => this.#logical(),
    });
  }

  /** chain = { sequence ( ";" | newline ) } */
  chain(): Chain {
    const reader = this.#reader;
    const statements: Statement[] = [];
    while (reader.peek().kind !== 'end') {
      if (reader.peek().kind === 'newline' || reader.peek().kind === ';') {
        reader.at += 1;
        continue;
      }
      const before = reader.at;
      const sequence = this.#sequence();
      if (!reader.atStatementEnd()) {
        reader.unexpected('expected `→` or the end of the statement');
        reader.skipBranch();
      }
      statements.push({ sequence, end: reader.peek().kind === ';' ? ';' : 'newline' });
      if (reader.at === before) reader.at += 1;
    }
    const span = { start: 0, end: reader.source.text.length };
    if (statements.length === 0 && !reader.diagnostics.hasErrors) {
      const first = { start: 0, end: Math.min(1, span.end) };
      reader.report(
        'empty-chain',
        first,
        'the chain is empty',
        'write at least one command, such as `/train`',
      );
    }
    return { statements, span };
  }

  /** inner = sequence { ";" sequence }, up to the bracket's end or the next branch */
  #inner(): Chain {
    const reader = this.#reader;
    const start = reader.peek().span.start;
    const statements: Statement[] = [];
    for (;;) {
      const sequence = this.#sequence();
      const end = reader.peek().kind === ';' ? ';' : 'newline';
      statements.push({ sequence, end });
      if (end !== ';') break;
      reader.at += 1;
      if (reader.atSequenceEnd()) break;
    }
    return { statements, span: { start, end: Math.max(start, reader.lastEnd) } };
  }

  /** sequence = logical { "→" logical } */
  #sequence(): Sequence {
    const reader = this.#reader;
    const start = reader.peek().span.start;
    const elements: Element[] = [];
    for (;;) {
      if (endsBranch(reader.peek())) {
        if (this.#ifs.isOpen) break;
        this.#ifs.withoutIf();
        if (reader.atSequenceEnd()) break;
        continue;
      }
      elements.push(this.#logical());
      if (reader.peek().kind === 'arrow') {
        reader.at += 1;
        if (reader.atSequenceEnd()) {
          reader.unexpected('expected a command behind `→`');
          break;
        }
      } else if (!beginsElement(reader.peek())) break;
      else if (reader.tokens[reader.at - 1]?.kind !== 'arrow') reader.unexpected('expected `→`');
    }
    return { elements, span: { start, end: Math.max(start, reader.lastEnd) } };
  }

  /** logical = element { ( "&&" | "||" ) element } */
  #logical(): Element {
    const reader = this.#reader;
    let left = this.#element();
    for (let count = 1; ; count += 1) {
      const { kind, span } = reader.peek();
      if (kind !== '&&' && kind !== '||') return left;
      if (count > deepest) {
        reader.report('nesting-too-deep', span, `more than ${deepest} elements joined by \`&&\` and \`||\``);
        reader.abandon();
        return left;
      }
      reader.at += 1;
      const right = this.#element();
      const both = { start: left.span.start, end: Math.max(left.span.end, right.span.end) };
      left =
        left.kind === 'unreadable' || right.kind === 'unreadable'
          ? { kind: 'unreadable', span: both }
          : { kind: 'logical', operator: kind, left, right, span: both };
    }
  }

  /** element = if | require | parallel | assignment | command | "(" inner ")" */
  #element(): Element {
    const reader = this.#reader;
    const { span } = reader.peek();
    if (this.#depth >= deepest) {
      reader.report('nesting-too-deep', span, `more than ${deepest} levels of nesting`);
      reader.abandon();
      return { kind: 'unreadable', span };
    }
    this.#depth += 1;
    const element = this.#elementHere() ?? { kind: 'unreadable', span };
    this.#depth -= 1;
    const { kind } = reader.peek();
    if (kind === '&' || kind === '>' || kind === '>>' || kind === '[' || kind === '↳') {
      return this.#refused(
        kind === '>' || kind === '>>'
          ? 'a redirect'
          : kind === '['
            ? 'a list behind a command'
            : `\`${kind}\``,
      );
    }
    if (kind === '|' && reader.innermost !== '[') return this.#refused('a pipe');
    return element;
  }

  #refused(what: string): Element {
    const { span } = this.#reader.peek();
    this.#reader.unsupported(span, what);
    return { kind: 'unreadable', span };
  }

  #elementHere(): Element | undefined {
    const reader = this.#reader;
    const token = reader.peek();
    if (token.kind === '(') return this.#group();
    if (token.kind !== 'word' || token.quoted) {
      reader.unexpected('expected a command');
      return reader.recover();
    }
    if (isUnsupported(token.text)) return reader.unsupported(token.span, `\`${token.text}\``);
    if (isParallel(token.text)) return this.#parallel(token);
    if (token.parts[0]?.kind === 'variable') return parseAssignment(reader, token);
    switch (token.text.toLowerCase()) {
      case '/if:':
        return this.#ifs.markerIf();
      case 'if:':
        return this.#ifs.positionalIf();
      case '/require:':
      case 'require:':
        return parseRequire(reader);
      case 'if':
      case '/if':
      case 'elif':
      case '/elif':
      case 'require':
      case '/require':
        reader.report(
          'unexpected-token',
          token.span,
          `\`${token.text}\` needs a condition`,
          `write \`${token.text}:accuracy>0.9\``,
        );
        return reader.recover();
      case 'else':
      case 'end':
      case 'elif:':
        reader.report(
          'unexpected-token',
          token.span,
          `\`${token.text}\` is no command`,
          `write \`/${token.text}\``,
        );
        return reader.recover();
    }
    return parseCommand(reader, token);
  }

  /** group = "(" inner ")" */
  #group(): Element | undefined {
    const open = this.#reader.peek();
    const chain = this.#bracketed('(', () => this.#inner());
    if (!this.#close(')', open.span)) return undefined;
    return { kind: 'group', chain, span: { start: open.span.start, end: this.#reader.lastEnd } };
  }

  /** parallel = "parallel" { ":" option "=" number } "[" inner { "|" inner } "]" */
  #parallel(word: WordToken): Parallel | undefined {
    const reader = this.#reader;
    const options = parseParallelOptions(reader, word);
    reader.at += 1;
    const open = reader.peek();
    if (open.kind !== '[') return this.#parallelWithoutBrackets(word);
    const branches = this.#bracketed('[', () => {
      const found: Chain[] = [];
      for (;;) {
        if (reader.peek().kind === ']' && found.length > 0) {
          reader.unexpected('expected a branch behind `|`');
          break;
        }
        found.push(this.#inner());
        if (reader.peek().kind !== '|') break;
        reader.at += 1;
      }
      return found;
    });
    if (!this.#close(']', open.span)) return undefined;
    if (options.min !== undefined && options.min > branches.length) {
      reader.report(
        'invalid-value',
        word.span,
        `\`min=${options.min}\` is more than the ${branches.length} branches`,
      );
    }
    return { kind: 'parallel', ...options, branches, span: { start: word.span.start, end: reader.lastEnd } };
  }

  #parallelWithoutBrackets(word: WordToken): undefined {
    const reader = this.#reader;
    const first = reader.at;
    while (!reader.atStatementEnd()) reader.at += 1;
    const pipe = reader.tokens.slice(first, reader.at).find(({ kind }) => kind === '|');
    reader.at = first;
    if (pipe && reader.innermost !== '[') {
      const message = '`|` separates branches only inside `[ ]`';
      reader.report(
        'pipe-in-parallel',
        pipe.span,
        message,
        `write \`${word.text.replace(/:$/, '')}[/a | /b]\``,
      );
    } else reader.unexpected(`expected \`[\` behind \`${word.text}\``);
    reader.skipBranch();
  }

  // ---- where things begin and end ----

  /** Reads what stands behind the opening bracket; the closing one is `#close`'s. */
  #bracketed<Result>(bracket: '[' | '(', parseInside: () => Result): Result {
    this.#reader.brackets.push(bracket);
    this.#reader.at += 1;
    const result = this.#ifs.hidden(parseInside);
    this.#reader.brackets.pop();
    return result;
  }

  #close(kind: ']' | ')', open: Span): boolean {
    const reader = this.#reader;
    if (reader.peek().kind === kind) {
      reader.at += 1;
      return true;
    }
    const bracket = kind === ']' ? '[' : '(';
    if (reader.atStatementEnd()) {
      const help = `add the closing \`${kind}\``;
      // Behind an unclosed quote every bracket is part of the quotation.
      if (!this.#isInsideQuote())
        reader.report('unclosed-bracket', open, `\`${bracket}\` is never closed`, help);
    } else reader.unexpected(kind === ']' ? 'expected `→`, `|` or `]`' : 'expected `→` or `)`');
    reader.skipBehind(kind);
    return false;
  }

  /** The text ends within a quotation that a diagnostic names. */
  #isInsideQuote(): boolean {
    const last = this.#reader.tokens.at(-2);
    if (last?.kind !== 'word' && last?.kind !== 'string') return false;
    const text = this.#reader.source.text;
    for (let at = last.span.start; at < last.span.end; at += 1) {
      const isQuote = text[at] === '"' || text[at] === "'";
      if (isQuote && this.#reader.diagnostics.hasErrorAt(this.#reader.source, at)) return true;
    }
    return false;
  }
}
