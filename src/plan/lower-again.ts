/** What runs more than once, or for so long at most. */
import type { Repeat, Retry, Timeout } from '../language/tree.ts';
import type { Base, Mutable, PlanBuilder } from './builder.ts';
import type { Flow } from './flow.ts';
import { below, type Here } from './here.ts';
import { gateOf, isStatusGate } from './lower-gate.ts';
import type { Gate, NodeId, RepeatNode } from './plan.ts';
import { titleOf } from './titles.ts';
import type { Beside, Walk } from './walk.ts';

/** What fails in it is tried again, even where a part of it would be enough for what comes next. */
export function lowerRetry(builder: PlanBuilder, element: Retry, here: Here, flow: Flow, walk: Walk): NodeId {
  const { retries, delay, backoff } = element;
  const base = builder.base(here, titleOf(element), element.span, 'retry');
  const node = builder.add({
    kind: 'retry',
    ...base,
    retries,
    ...(delay === undefined ? {} : { delay }),
    ...(backoff === undefined ? {} : { backoff }),
    body: base.id,
  });
  node.body = walk.element(element.body, below(here, node.id, 1), flow);
  return node.id;
}

export function lowerTimeout(
  builder: PlanBuilder,
  element: Timeout,
  next: Beside['next'],
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const base = builder.base(here, titleOf(element), element.span, 'timeout');
  const node = builder.add({ kind: 'timeout', ...base, seconds: element.seconds, body: base.id });
  node.body = walk.element(element.body, below(here, node.id, 1), flow, { next });
  return node.id;
}

/** The gate sees what the body has measured. */
export function lowerRepeat(
  builder: PlanBuilder,
  element: Repeat,
  next: Beside['next'],
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const base = builder.base(here, titleOf(element), element.span, 'repeat');
  const { times, until } = element;
  const unasked: Gate = { id: base.id, text: until.text, expression: { kind: 'string', value: '' } };
  const node: Mutable<RepeatNode> = builder.add({
    kind: 'repeat',
    ...base,
    times,
    gate: unasked,
    body: base.id,
  });
  const index = builder.nodes.length;
  node.body = walk.element(element.body, below(here, node.id, 1), flow, { next });
  const around = builder.base(below(here, node.id, 0), '', element.body.span, 'sequence');
  node.gate = gateOf(builder, base.id, until, { sequence: around.id, gate: 1 }, here, flow);
  if (isStatusGate(node)) {
    const behind = { ...below(here, node.id, 2), parent: around.id };
    guard(builder, node, index, around, builder.base(behind, `until:${until.text}`, until.span, 'until'));
  }
  // Not met at the end of its count, it ends the block.
  flow.gated = true;
  return node.id;
}

/**
 * `until:success` asks about the body, whose failure must then not end the loop: the body, which begins at `index` of the
 * nodes, becomes a guarded stretch with a barrier behind it, to which a failure skips.
 */
function guard(
  builder: PlanBuilder,
  node: Mutable<RepeatNode>,
  index: number,
  around: Base,
  end: Base,
): void {
  const body: Mutable<{ parent: NodeId | null }> | undefined = builder.nodes[index];
  if (!body) return;
  body.parent = around.id;
  const children = [node.body, end.id];
  const guards = [{ from: 0, gate: 1 }];
  builder.nodes.splice(index, 0, { kind: 'sequence', ...around, children, always: [], guards });
  builder.add({ kind: 'barrier', ...end, block: around.id, variable: null });
  node.body = around.id;
}
