/** What stands behind a marker such as `/if:c`, `/else` and `/try:`: a branch, up to the next marker of its construct. */
import { parseCondition } from './condition-parser.ts';
import { type Marker, markerOf } from './keywords.ts';
import type { Nested } from './nested.ts';
import type { OpenConstructs } from './open-constructs.ts';
import type { TokenReader } from './token-reader.ts';
import type { Condition, Sequence } from './tree.ts';

/** The condition behind the keyword that is next. */
export function parseOwnCondition(reader: TokenReader): Condition {
  reader.at += 1;
  const { condition, next } = parseCondition(reader.source, reader.tokens, reader.at, reader.diagnostics);
  const span = { start: reader.lastEnd, end: reader.tokens[next - 1]?.span.end ?? reader.lastEnd };
  reader.at = next;
  return condition ?? { expression: undefined, text: '…', span };
}

export class BranchParser {
  readonly #reader: TokenReader;
  readonly #nested: Nested;
  readonly #open: OpenConstructs;

  constructor(reader: TokenReader, nested: Nested, open: OpenConstructs) {
    this.#reader = reader;
    this.#nested = nested;
    this.#open = open;
  }

  /** branch = [ "→" ] sequence; `arrow` says whether it must be written. The marker is the token before. */
  branch(arrow: 'arrow' | 'any', isUnreadable = false): Sequence {
    const reader = this.#reader;
    const marker = reader.tokens[reader.at - 1]?.span ?? reader.peek().span;
    const hasArrow = reader.peek().kind === 'arrow';
    if (hasArrow) reader.at += 1;
    if (reader.atSequenceEnd() || this.#endsBranch()) {
      const help = 'write `/continue` for a branch that does nothing';
      // A bracket too many is reported where it stands.
      const { kind } = reader.peek();
      const stray = (kind === ']' || kind === ')') && reader.innermost === undefined;
      if (!isUnreadable && !stray)
        reader.report('unexpected-token', marker, 'the branch behind this is empty', help);
      return { elements: [{ kind: 'unreadable', span: marker }], span: marker };
    }
    if (!hasArrow && arrow === 'arrow') {
      const { kind, span } = reader.peek();
      const joins = kind === '&';
      const help = joins ? 'conditions are joined with `and`' : 'a branch begins behind `→`';
      // What is wrong behind the condition is what stands there instead of the arrow.
      const isSaid =
        isUnreadable || reader.diagnostics.hasErrorWithin(reader.source, { ...marker, end: span.start });
      if (!isSaid) reader.unexpected('expected `→`', help);
      if (joins) {
        reader.skipBranch();
        return { elements: [{ kind: 'unreadable', span: marker }], span: marker };
      }
    }
    return this.#nested.sequence();
  }

  #endsBranch(): boolean {
    const marker = markerOf(this.#reader.peek());
    return marker !== undefined && this.#open.taker(marker) !== undefined;
  }

  /** A marker that no open construct takes; it is skipped, so that the rest is read. */
  stray(marker: Marker): void {
    const reader = this.#reader;
    const word = reader.peek();
    const written = word.kind === 'word' ? word.text : marker;
    const [own, other] =
      marker === '/catch:' || marker === '/finally' ? (['try', 'if'] as const) : (['if', 'try'] as const);
    const open = this.#open.innermost(own) ?? (marker === '/else' ? this.#open.innermost(other) : undefined);
    const code = own === 'try' ? 'catch-without-try' : 'else-without-if';
    if (open) {
      const stage = open.stage === 'finally' ? '/finally' : '/else';
      const message =
        marker === stage
          ? `a second \`${marker}\` of \`${open.name}\``
          : `\`${written}\` behind \`${stage}\``;
      reader.report(
        code,
        word.span,
        message,
        marker === stage ? 'remove one of them' : `put it before \`${stage}\``,
      );
    } else if (!this.#open.isBroken) {
      const opening = own === 'if' ? '`/if:`' : '`/try:`';
      const help =
        own === 'if' ? 'write `/if:condition → …` before it' : 'write `/try:/command → …` before it';
      const what = marker === '/end' ? '`/if:` or `/try:`' : opening;
      reader.report(code, word.span, `\`${written}\` without an open ${what}`, help);
    }
    if (marker === '/elif:') parseOwnCondition(reader);
    else reader.at += 1;
    if (reader.peek().kind === 'arrow') reader.at += 1;
  }
}
