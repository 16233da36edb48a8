/** `/if:` with its markers and the positional `if:`: two spellings, one tree. */
import { parseOwnCondition } from './simple-elements.ts';
import type { Span } from './source.ts';
import { endsBranch, markerName, type TokenReader } from './token-reader.ts';
import type { Arm, Condition, Element, If, Sequence } from './tree.ts';

/** An `/if:` that has not ended yet. */
interface OpenIf {
  readonly condition: string;
  hasElse: boolean;
}

export class IfParser {
  readonly #reader: TokenReader;
  readonly #inside: { readonly sequence: () => Sequence; readonly logical: () => Element };
  /** Those of the innermost bracket: a bracket hides the ones around it. */
  #open: OpenIf[] = [];

  /** `inside` reads what stands in the branches. */
  constructor(
    reader: TokenReader,
    inside: { readonly sequence: () => Sequence; readonly logical: () => Element },
  ) {
    this.#reader = reader;
    this.#inside = inside;
  }

  /** Whether a marker here ends a branch. */
  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  /** Reads the inside of a bracket, where the markers of the outside mean nothing. */
  hidden<Result>(parseInside: () => Result): Result {
    const outside = this.#open;
    this.#open = [];
    const result = parseInside();
    this.#open = outside;
    return result;
  }

  /** if = "/if:" condition "→" sequence { "/elif:" condition "→" sequence } [ "/else" "→" sequence ] [ "/end" ] */
  markerIf(): If {
    const reader = this.#reader;
    const start = reader.peek().span.start;
    const arms: Arm[] = [this.#arm()];
    const own: OpenIf = { condition: arms[0]?.condition.text ?? '', hasElse: false };
    let otherwise: Sequence | undefined;
    let otherwiseSpan: Span | undefined;
    let closed = false;
    this.#open.push(own);
    arms[0] = this.#withBody(arms[0]);
    for (;;) {
      const word = reader.peek();
      const marker = markerName(word);
      if (marker === '/elif:') {
        this.#noticeNearest(own, word.span, marker);
        const late = otherwise !== undefined;
        if (late)
          reader.report('else-without-if', word.span, '`/elif:` behind `/else`', 'put it before `/else`');
        arms.push(this.#withBody(this.#arm()));
      } else if (marker === '/else' && !own.hasElse) {
        this.#noticeNearest(own, word.span, marker);
        own.hasElse = true;
        otherwiseSpan = word.span;
        reader.at += 1;
        otherwise = this.#branch();
      } else if (marker === '/end') {
        reader.at += 1;
        closed = true;
        break;
      } else break;
    }
    this.#open.pop();
    return {
      kind: 'if',
      arms,
      ...(otherwise ? { otherwise } : {}),
      ...(otherwiseSpan ? { otherwiseSpan } : {}),
      positional: false,
      closed,
      span: { start, end: reader.lastEnd },
    };
  }

  /** The keyword and its condition; the body is read when the `/if:` counts as open. */
  #arm(): Arm {
    const { span } = this.#reader.peek();
    const condition = parseOwnCondition(this.#reader);
    const whole = { start: span.start, end: Math.max(span.end, condition.span.end) };
    return { condition, body: { elements: [], span: whole }, span: whole };
  }

  #withBody(arm: Arm | undefined): Arm {
    if (!arm) throw new Error('internal: an `/if:` without an arm; please report this');
    return { ...arm, body: this.#branch(arm.condition.expression === undefined) };
  }

  /** With several `/if:` open, the indentation may mean another one than the rule. */
  #noticeNearest(own: OpenIf, span: Span, marker: string): void {
    const open = this.#open.filter(({ hasElse }) => !hasElse).length;
    if (open < 2) return;
    const written = marker === '/elif:' ? '/elif:' : '/else';
    this.#reader.diagnostics.add(
      'dangling-else',
      this.#reader.source,
      span,
      `\`${written}\` belongs to the nearest of ${open} open \`/if:\`, which is \`/if:${own.condition}\``,
      { help: 'end the inner one with `/end` first if the outer one is meant' },
    );
  }

  /** The arrow and the elements behind a marker. */
  #branch(isUnreadable = false): Sequence {
    const reader = this.#reader;
    const marker = reader.tokens[reader.at - 1]?.span ?? reader.peek().span;
    const arrow = reader.peek().kind === 'arrow';
    if (arrow) reader.at += 1;
    if (reader.atSequenceEnd() || endsBranch(reader.peek())) {
      const help = 'write `/continue` for a branch that does nothing';
      const stray = !reader.atStatementEnd() && reader.innermost === undefined && !endsBranch(reader.peek());
      if (!isUnreadable && !stray)
        reader.report('unexpected-token', marker, 'the branch behind this is empty', help);
      return { elements: [{ kind: 'unreadable', span: marker }], span: marker };
    }
    if (!arrow) reader.unexpected('expected `→`');
    return this.#inside.sequence();
  }

  /** positional = "if:" condition "→" logical [ "→" logical ], and there the statement ends */
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
      if (endsBranch(reader.peek()) || parts.length === 2) return this.#thirdPart(condition, first, parts);
      if (parts.length === 1 && reader.atSequenceEnd()) {
        reader.unexpected('expected a command behind `→`');
        break;
      }
      parts.push(this.#inside.logical());
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
    const isMarker = endsBranch(reader.peek());
    reader.skipBranch();
    const text = (from: number, to: number) =>
      shortened(
        reader.source.text
          .slice(from, to)
          .replace(/\s+/g, ' ')
          .replace(/ ?(?:→|->) ?$/, '')
          .trim(),
      );
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

  /** A marker that no open `/if:` takes. */
  withoutIf(): void {
    const reader = this.#reader;
    const token = reader.peek();
    const marker = markerName(token) ?? '';
    const help = 'write `/if:condition → …` before it';
    reader.report('else-without-if', token.span, `\`${marker}\` without an open \`/if:\``, help);
    if (marker === '/elif:') parseOwnCondition(reader);
    else reader.at += 1;
    if (reader.peek().kind === 'arrow') reader.at += 1;
  }
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text;
}
