/** What the parsers of single elements ask of the parser of chains, which holds them. */
import type { Chain, Element, Sequence } from './tree.ts';

export interface Nested {
  /** All statements up to the end of the bracket or of the parallel branch. */
  readonly inner: () => Chain;
  /** Up to the end of the branch. */
  readonly sequence: () => Sequence;
  /** One whole item between two arrows, with its `|`, `&&`, `||` and `&`. */
  readonly item: () => Element;
}
