/** The `/if:` and `/try:` that have not ended yet, and which of them a marker belongs to. */
import type { Marker } from './keywords.ts';
import type { Span } from './source.ts';
import type { TokenReader } from './token-reader.ts';

export interface OpenConstruct {
  readonly kind: 'if' | 'try';
  /** How a message calls it: `/if:acc>0.9`. */
  readonly name: string;
  /** What it has already, in the order of a try. */
  stage: 'body' | 'catch' | 'else' | 'finally';
}

export class OpenConstructs {
  readonly #reader: TokenReader;
  /** Those of the innermost bracket, outermost first: a bracket hides the ones around it. */
  #open: OpenConstruct[] = [];
  /** Set in a statement whose `/if` or `/try` could not be read: markers without one follow from that. */
  isBroken = false;

  constructor(reader: TokenReader) {
    this.#reader = reader;
  }

  /** Reads the inside of a bracket, where the markers of the outside mean nothing. */
  hidden<Result>(parseInside: () => Result): Result {
    const outside = this.#open;
    const { isBroken } = this;
    this.#open = [];
    this.isBroken = false;
    const result = parseInside();
    this.#open = outside;
    this.isBroken = isBroken;
    return result;
  }

  /** Keeps it open while its branches are read. */
  during<Result>(construct: OpenConstruct, parseBranches: () => Result): Result {
    this.#open.push(construct);
    const result = parseBranches();
    this.#open.pop();
    return result;
  }

  /** The innermost that can still take the marker, which is the next token. */
  taker(marker: Marker): OpenConstruct | undefined {
    return this.#open.findLast((construct) => canTake(construct, marker));
  }

  /** The innermost of a kind, whatever it can take. */
  innermost(kind: OpenConstruct['kind']): OpenConstruct | undefined {
    return this.#open.findLast((construct) => construct.kind === kind);
  }

  /** With several open, the indentation may mean another one than the rule. */
  noticeNearest(own: OpenConstruct, span: Span, marker: Marker): void {
    const open = this.#open.filter((construct) => canTake(construct, marker));
    if (open.length < 2) return;
    const kinds = new Set(open.map(({ kind }) => kind));
    const all = kinds.size > 1 ? 'constructs' : `\`/${own.kind}:\``;
    this.#reader.diagnostics.add(
      'dangling-else',
      this.#reader.source,
      span,
      `\`${marker}\` belongs to the nearest of ${open.length} open ${all}, which is \`${own.name}\``,
      { help: 'end the inner one with `/end` first if the outer one is meant' },
    );
  }
}

function canTake({ kind, stage }: OpenConstruct, marker: Marker): boolean {
  switch (marker) {
    case '/elif:':
      return kind === 'if' && stage === 'body';
    case '/else':
      return stage === 'body' || stage === 'catch';
    case '/catch:':
      return kind === 'try' && (stage === 'body' || stage === 'catch');
    case '/finally':
      return kind === 'try' && stage !== 'finally';
    case '/end':
      return true;
  }
}
