/** `/try:` with its catches, and `/fallback:`. */
import { printElement } from '../language/printer.ts';
import type { Fallback, Try } from '../language/tree.ts';
import type { Mutable, PlanBuilder } from './builder.ts';
import { CatchLabels } from './catch-labels.ts';
import { type Branch, copyFlow, type Flow, joinAlternatives } from './flow.ts';
import { below, type Here } from './here.ts';
import type { CatchMatch, NodeId, TryNode } from './plan.ts';
import type { Walk } from './walk.ts';

/**
 * A catch knows what the body knows, as far as that came: what is missing then is so at the run, where every reader fails
 * closed. No gate of the body guards it, nor what follows a failure that was caught.
 */
export function lowerTry(builder: PlanBuilder, element: Try, here: Here, flow: Flow, walk: Walk): NodeId {
  const head = { start: element.span.start, end: element.body.span.start };
  const base = builder.base(here, '/try', head, 'try');
  const catches: { label: string; matches: CatchMatch; body: NodeId }[] = [];
  const node: Mutable<TryNode> = builder.add({
    kind: 'try',
    ...base,
    body: base.id,
    catches,
    otherwise: null,
    finally: null,
  });
  const { gated } = flow;
  const first = builder.nodes.length;
  node.body = walk.sequence(element.body, below(here, node.id, 1), flow);
  const labels = new CatchLabels(builder, first, here.source, flow.uncertain);
  let place = 1;
  const ends: Branch[] = [];
  for (const { label, labelSpan, body } of element.catches) {
    const own = { ...copyFlow(flow), gated };
    place += 1;
    const matches = labels.matchOf(label, labelSpan);
    catches.push({ label, matches, body: walk.sequence(body, below(here, node.id, place), own) });
    if (!alwaysFails(builder, own)) ends.push(own);
  }
  const success = copyFlow(flow);
  if (element.otherwise) {
    place += 1;
    node.otherwise = walk.sequence(element.otherwise, below(here, node.id, place), success);
  }
  ends.unshift(success);
  joinAlternatives(flow, ends);
  flow.gated = ends.every((end) => end.gated);
  if (element.finally) {
    // What is tidied up behind it is not its result, nor guarded by a gate that may not have been reached.
    const { last, gated: after } = flow;
    flow.gated = gated;
    place += 1;
    node.finally = walk.sequence(element.finally, below(here, node.id, place), flow);
    flow.last = last;
    flow.gated = after;
  }
  return node.id;
}

/** It ends with `/fail`: nothing follows it. */
function alwaysFails({ definitions }: PlanBuilder, { last }: Flow): boolean {
  const { nodes } = last;
  const [only] = nodes;
  const definition = only === undefined || nodes.length > 1 ? undefined : definitions.get(only);
  return definition?.is === 'builtin' && definition.builtin.name === 'fail';
}

export function lowerFallback(
  builder: PlanBuilder,
  element: Fallback,
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const base = builder.base(here, printElement(element), element.span, 'fallback');
  const node = builder.add({ kind: 'fallback', ...base, body: base.id });
  node.body = walk.element(element.command, below(here, node.id, 1), flow);
  return node.id;
}
