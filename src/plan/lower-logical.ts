/** `a && b`, `a || b` */
import { printElement } from '../language/printer.ts';
import type { Logical } from '../language/tree.ts';
import type { PlanBuilder } from './builder.ts';
import { copyFlow, type Flow, joinAlternatives } from './flow.ts';
import { below, type Here } from './here.ts';
import type { NodeId } from './plan.ts';
import type { Walk } from './walk.ts';

export function lowerLogical(
  builder: PlanBuilder,
  element: Logical,
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const { operator } = element;
  const name = operator === '&&' ? 'and' : 'or';
  const base = builder.base(here, printElement(element), element.span, name);
  const node = builder.add({ kind: 'logical', ...base, operator, left: base.id, right: base.id });
  const { gated } = flow;
  node.left = walk.element(element.left, below(here, node.id, 1), flow);
  if (operator === '&&') {
    node.right = walk.element(element.right, below(here, node.id, 2), flow);
    return node.id;
  }
  // The right side runs when the left one failed, which may have been before its gate.
  const right = { ...copyFlow(flow), gated };
  node.right = walk.element(element.right, below(here, node.id, 2), right);
  const left = copyFlow(flow);
  joinAlternatives(flow, [left, right]);
  flow.gated = left.gated && right.gated;
  return node.id;
}
