/** `/if:` with its markers and the positional `if:`: two spellings, one tree. */
import { type BranchParser, parseOwnCondition } from './branch-parser.ts';
import { markerOf } from './keywords.ts';
import type { Nested } from './nested.ts';
import type { OpenConstruct, OpenConstructs } from './open-constructs.ts';
import { sourceText } from './rewrite.ts';
import type { Span } from './source.ts';
import type { TokenReader } from './token-reader.ts';
import type { Arm, Condition, Element, If, Sequence } from './tree.ts';

export class IfParser {
  readonly #reader: TokenReader;
  readonly #nested: Nested;
  readonly #open: OpenConstructs;
  readonly #branches: BranchParser;

  constructor(reader: TokenReader, nested: Nested, open: OpenConstructs, branches: BranchParser) {
    this.#reader = reader;
    this.#nested = nested;
    this.#open = open;
    this.#branches = branches;
  }

  /** if = "/if:" condition "→" sequence { "/elif:" condition "→" sequence } [ "/else" "→" sequence ] [ "/end" ] */
  markerIf(): If {
    const reader = this.#reader;
    const start = reader.peek().span.start;
    const first = this.#condition();
    const own: OpenConstruct = { kind: 'if', name: `/if:${first.condition.text}`, stage: 'body' };
    return this.#open.during(own, () => {
      const arms: Arm[] = [this.#withBody(first)];
      let otherwise: Sequence | undefined;
      let otherwiseSpan: Span | undefined;
      let closed = false;
      while (!closed) {
        const { span } = reader.peek();
        const marker = markerOf(reader.peek());
        if (!marker || this.#open.taker(marker) !== own) break;
        if (marker === '/elif:') {
          this.#open.noticeNearest(own, span, marker);
          arms.push(this.#withBody(this.#condition()));
        } else if (marker === '/else') {
          this.#open.noticeNearest(own, span, marker);
          own.stage = 'else';
          otherwiseSpan = span;
          reader.at += 1;
          otherwise = this.#branches.branch('arrow');
        } else {
          reader.at += 1;
          closed = true;
        }
      }
      return {
        kind: 'if',
        arms,
        ...(otherwise ? { otherwise } : {}),
        ...(otherwiseSpan ? { otherwiseSpan } : {}),
        positional: false,
        closed,
        span: { start, end: reader.lastEnd },
      };
    });
  }

  /** The keyword with its condition; the body is read when the `/if:` counts as open. */
  #condition(): { readonly condition: Condition; readonly span: Span } {
    const { span } = this.#reader.peek();
    const condition = parseOwnCondition(this.#reader);
    return { condition, span: { start: span.start, end: Math.max(span.end, condition.span.end) } };
  }

  #withBody(arm: { readonly condition: Condition; readonly span: Span }): Arm {
    return { ...arm, body: this.#branches.branch('arrow', arm.condition.expression === undefined) };
  }

  /** positional = "if:" condition "→" item [ "→" item ], and there the statement ends */
  positionalIf(): If | undefined {
    const reader = this.#reader;
    const start = reader.peek().span.start;
    const condition = parseOwnCondition(this.#reader);
    if (reader.peek().kind !== 'arrow') {
      reader.unexpected('expected `→`');
      return reader.recover();
    }
    reader.at += 1;
    const first = reader.peek().span.start;
    const parts: Element[] = [];
    for (;;) {
      if (markerOf(reader.peek()) || parts.length === 2) return this.#thirdPart(condition, first, parts);
      if (parts.length === 1 && reader.atSequenceEnd()) {
        reader.unexpected('expected a command behind `→`');
        break;
      }
      parts.push(this.#nested.item());
      if (reader.peek().kind !== 'arrow') break;
      reader.at += 1;
    }
    const [then, otherwise] = parts;
    if (!then) return undefined;
    const span = { start, end: condition.span.end };
    return {
      kind: 'if',
      arms: [{ condition, body: { elements: [then], span: then.span }, span }],
      ...(otherwise
        ? { otherwise: { elements: [otherwise], span: otherwise.span }, otherwiseSpan: otherwise.span }
        : {}),
      positional: true,
      closed: false,
      span: { start, end: reader.lastEnd },
    };
  }

  /** More than the two elements of `if:`. Both things that may have been meant are shown, as they would be written. */
  #thirdPart(condition: Condition, first: number, parts: readonly Element[]): undefined {
    const reader = this.#reader;
    const { span } = reader.peek();
    const isMarker = markerOf(reader.peek()) !== undefined;
    reader.skipBranch();
    const text = (from: number, to: number) => sourceText(reader.source, from, to);
    const rest = text(parts[0]?.span.end ?? first, reader.lastEnd).replace(/^(?:→|->) ?/, '');
    const help = isMarker
      ? `write \`/if:${condition.text} → ${text(first, reader.lastEnd)}\``
      : `write \`/if:${condition.text} → ${text(first, reader.lastEnd)}\` if all of it is the then branch, or ` +
        `\`if:${condition.text} → ${text(first, parts[0]?.span.end ?? first)} → (${rest})\` if the rest is the else branch`;
    const message = isMarker
      ? 'markers belong to `/if:`, not to `if:`'
      : '`if:` takes one element for then and one for else';
    reader.report('positional-if-arity', span, message, help);
  }
}
