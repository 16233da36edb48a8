/** How what is nested is planned: by the walk that met it. */
import type { Chain, Element, Sequence } from '../language/tree.ts';
import type { Flow } from './flow.ts';
import type { Here } from './here.ts';
import type { NodeId } from './plan.ts';
import type { CommandDefinition } from './project.ts';

export interface Walk {
  /** Read once, however often it is called. */
  parsed(definition: CommandDefinition & { is: 'chain' }): Chain;
  /** A whole file's chain, with its handlers: a sequence, even of one element. */
  chain(chain: Chain, here: Here, flow: Flow): NodeId;
  /** What stands in brackets: a block of its own. */
  block(chain: Chain, here: Here, flow: Flow): NodeId;
  /** An arm: a block of its own. */
  sequence(sequence: Sequence, here: Here, flow: Flow): NodeId;
  /** What a prefix takes, or an operand: a fork in it is joined at its end. */
  element(element: Element, here: Here, flow: Flow, beside?: Beside): NodeId;
}

/** What stands around an element in its sequence, where that matters. */
export interface Beside {
  /** What runs next if this succeeds. */
  readonly next?: Element | undefined;
  readonly stretch?: Stretch | undefined;
}

/** The part of a sequence that a status gate asks about. */
export interface Stretch {
  readonly sequence: NodeId;
  /** The gate's place among the children. */
  readonly gate: number;
}
