/**
 * Tokens → tree. Never throws on a person's text: a mistake becomes one diagnostic, and parsing goes on behind the next
 * arrow, bracket or statement, so that every other mistake is found too. What could not be read stands in the tree as
 * `unreadable`, so that nobody concludes from its absence.
 *
 * The grammar, from loose to tight, stands at the methods that read it, here and in the parsers of single elements.
 */
import { BranchParser } from './branch-parser.ts';
import { Diagnostics } from './diagnostic.ts';
import { ElementParser } from './element-parser.ts';
import { beginsElement, markerOf } from './keywords.ts';
import { OpenConstructs } from './open-constructs.ts';
import { handlerOf, PrefixParser } from './prefix-parser.ts';
import type { Source, Span } from './source.ts';
import { TokenReader } from './token-reader.ts';
import type { Chain, Comments, Element, Sequence, Statement } from './tree.ts';

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
  readonly #open: OpenConstructs;
  readonly #branches: BranchParser;
  readonly #prefixes: PrefixParser;
  readonly #elements: ElementParser;
  #depth = 0;

  constructor(reader: TokenReader) {
    this.#reader = reader;
    const nested = {
      sequence: () => this.#sequence(),
      item: () => this.#item(),
      inner: () => this.#inner(),
    };
    this.#open = new OpenConstructs(reader);
    this.#branches = new BranchParser(reader, nested, this.#open);
    this.#prefixes = new PrefixParser(reader, nested);
    this.#elements = new ElementParser(reader, nested, this.#open, this.#branches, this.#prefixes);
  }

  /** chain = { statement ( ";" | newline ) } */
  chain(): Chain {
    const reader = this.#reader;
    const statements: Statement[] = [];
    while (reader.peek().kind !== 'end') {
      if (this.#skipSeparators()) continue;
      const before = reader.at;
      this.#open.isBroken = false;
      const sequence = this.#statement();
      if (!reader.atStatementEnd()) {
        const helps: Readonly<Record<string, string>> = {
          '↳': 'an arm belongs to `case:$x`, which stands before it',
          '(': 'a group stands between arrows: `→ (/a → /b)`; in an argument brackets are quoted',
        };
        const { kind, span } = reader.peek();
        const isShell = kind === '(' && reader.source.text[span.start - 1] === '$';
        const shell = 'a chain is no shell: `${…}` computes, `<result>` is what the element before gave';
        reader.unexpected('expected `→` or the end of the statement', isShell ? shell : helps[kind]);
        reader.skipBranch();
      }
      if (reader.at === before) reader.at += 1;
      const end = this.#skipSeparators() ?? 'newline';
      const comments = reader.takeComments(reader.at - 1);
      statements.push({ sequence: behind(sequence, comments), end });
    }
    const span = { start: 0, end: reader.source.text.length };
    if (statements.length === 0 && !reader.diagnostics.hasErrors) {
      const first = { start: 0, end: Math.min(1, span.end) };
      const help = 'write at least one command, such as `/train`';
      reader.report('empty-chain', first, 'the chain is empty', help);
    }
    const comments = reader.takeComments(reader.tokens.length);
    return { statements, ...(comments.length > 0 ? { comments } : {}), span };
  }

  /** What separates two statements: one `;` among the newlines is enough. */
  #skipSeparators(): Statement['end'] | undefined {
    const reader = this.#reader;
    let found: Statement['end'] | undefined;
    for (let { kind } = reader.peek(); kind === 'newline' || kind === ';'; { kind } = reader.peek()) {
      found = kind === ';' ? ';' : (found ?? 'newline');
      reader.at += 1;
    }
    return found;
  }

  /** statement = handler | sequence */
  #statement(): Sequence {
    const reader = this.#reader;
    const { span } = reader.peek();
    const word = reader.peek();
    if (this.#prefixes.atHandler()) {
      const comments = reader.takeComments();
      const handler = withComments(this.#prefixes.handler(), comments);
      return this.#ended({ elements: [handler], span: { start: span.start, end: reader.lastEnd } });
    }
    if (word.kind !== 'word' || handlerOf(word) === undefined) return this.#sequence();
    this.#prefixes.misplacedHandler(word, true);
    return { elements: [{ kind: 'unreadable', span }], span };
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

  /** sequence = item { "→" item } */
  #sequence(): Sequence {
    const reader = this.#reader;
    const start = reader.peek().span.start;
    const elements: Element[] = [];
    for (;;) {
      const marker = markerOf(reader.peek());
      if (marker && this.#open.taker(marker)) break;
      if (marker && (marker !== '/finally' || this.#open.innermost('try'))) {
        this.#branches.stray(marker);
        if (reader.atSequenceEnd()) break;
        continue;
      }
      const item = this.#item();
      if (reader.peek().kind === 'arrow') {
        elements.push(atLineEnd(item, reader.takeLineComments()));
        reader.at += 1;
        if (reader.atSequenceEnd()) {
          reader.unexpected('expected a command behind `→`');
          break;
        }
        continue;
      }
      elements.push(item);
      if (!beginsElement(reader.peek())) break;
      if (reader.tokens[reader.at - 1]?.kind !== 'arrow') this.#missingArrow();
    }
    return this.#ended({ elements, span: { start, end: Math.max(start, reader.lastEnd) } });
  }

  #missingArrow(): void {
    const word = this.#reader.peek();
    const isPrefix = word.kind === 'word' && /^\/?(?:retry|timeout|repeat|budget):/i.test(word.text);
    const help = isPrefix
      ? `it stands in front of what it is for: \`${word.text} → /command\`; an argument is quoted: \`'${word.text}'\``
      : undefined;
    this.#reader.unexpected('expected `→`', help);
  }

  /** Comments that stand behind the last element, still before what ends the branch. */
  #ended(sequence: Sequence): Sequence {
    const reader = this.#reader;
    const { kind } = reader.peek();
    const isNext = kind === 'end' || kind === '↳' || kind === '|';
    const comments = [...reader.takeComments(reader.at - 1), ...reader.takeLineComments()];
    return behind(sequence, isNext ? comments : [...comments, ...reader.takeComments()]);
  }

  /** item = logical { "&" logical } */
  #item(): Element {
    const reader = this.#reader;
    const before = reader.takeComments();
    return withComments(this.#forked(), before);
  }

  #forked(): Element {
    const reader = this.#reader;
    const first = this.#logical();
    if (reader.peek().kind !== '&') return first;
    const branches = [first];
    while (reader.peek().kind === '&') {
      this.#refuseGlued();
      reader.at += 1;
      branches.push(this.#logical());
    }
    const span = { start: first.span.start, end: Math.max(first.span.end, reader.lastEnd) };
    return { kind: 'fork', branches, span };
  }

  /** logical = piped { ( "&&" | "||" ) piped } */
  #logical(): Element {
    const reader = this.#reader;
    let left = this.#piped();
    for (let count = 1; ; count += 1) {
      const { kind, span } = reader.peek();
      if (kind !== '&&' && kind !== '||') return left;
      if (count > deepest) {
        reader.report('nesting-too-deep', span, `more than ${deepest} elements joined by \`&&\` and \`||\``);
        reader.abandon();
        return left;
      }
      reader.at += 1;
      const right = this.#piped();
      const both = { start: left.span.start, end: Math.max(left.span.end, right.span.end) };
      left =
        left.kind === 'unreadable' || right.kind === 'unreadable'
          ? { kind: 'unreadable', span: both }
          : { kind: 'logical', operator: kind, left, right, span: both };
    }
  }

  /** piped = element { "|" element }; directly within `parallel[ ]` a `|` begins the next branch */
  #piped(): Element {
    const reader = this.#reader;
    const first = this.#element();
    if (!this.#atPipe()) return first;
    const stages = [first];
    while (this.#atPipe()) {
      this.#refuseStored(stages.at(-1), reader.peek().span);
      this.#refuseGlued();
      reader.at += 1;
      stages.push(this.#element());
    }
    return {
      kind: 'pipe',
      stages,
      span: { start: first.span.start, end: Math.max(first.span.end, reader.lastEnd) },
    };
  }

  /** `/get https://x.org/?a=1&b=2`, `/count a|b`: an argument that would be cut in two. */
  #refuseGlued(): void {
    const reader = this.#reader;
    const [first, before] = reader.tokens.slice(Math.max(0, reader.at - 2), reader.at);
    const sign = reader.peek();
    const next = reader.behind();
    if (first?.kind !== 'word' || before?.kind !== 'word' || next.kind !== 'word') return;
    if (before.span.end !== sign.span.start || sign.span.end !== next.span.start) return;
    if (next.text.startsWith('/') || before.quoted || next.quoted) return;
    const written = reader.source.text.slice(before.span.start, next.span.end);
    const message = `\`${sign.kind}\` would end the command in the middle of its argument`;
    reader.report('unexpected-token', sign.span, message, `quote the argument: \`'${written}'\``);
  }

  /** `$x = /a | /b`: some languages store what `/a` gives, others what the whole pipe gives. */
  #refuseStored(stage: Element | undefined, span: Span): void {
    if (stage?.kind !== 'assignment' || stage.value.is !== 'command') return;
    const { variable } = stage;
    const message = `whether \`$${variable}\` is what stands in front of \`|\` or what the whole pipe gives cannot be seen`;
    const help = `write \`/a > $${variable} | /b\` for the first, \`/a | /b > $${variable}\` for the last`;
    this.#reader.report('unexpected-token', span, message, help);
  }

  #atPipe(): boolean {
    return this.#reader.peek().kind === '|' && this.#reader.innermost !== '[';
  }

  #element(): Element {
    const reader = this.#reader;
    const { span } = reader.peek();
    if (this.#depth >= deepest) {
      reader.report('nesting-too-deep', span, `more than ${deepest} levels of nesting`);
      reader.abandon();
      return { kind: 'unreadable', span };
    }
    const comments = reader.takeComments();
    this.#depth += 1;
    const element: Element = this.#elements.element() ?? { kind: 'unreadable', span };
    this.#depth -= 1;
    // Those between its own words have no other place.
    const within = reader.takeComments(reader.at - 1);
    return withComments(element, [...comments, ...within]);
  }
}

function behind(sequence: Sequence, comments: Comments): Sequence {
  if (comments.length === 0) return sequence;
  return { ...sequence, comments: [...(sequence.comments ?? []), ...comments] };
}

function atLineEnd(element: Element, lineComments: Comments): Element {
  return lineComments.length === 0 ? element : { ...element, lineComments };
}

function withComments<Node extends { readonly comments?: Comments }>(node: Node, comments: Comments): Node {
  return comments.length === 0 ? node : { ...node, comments: [...comments, ...(node.comments ?? [])] };
}
