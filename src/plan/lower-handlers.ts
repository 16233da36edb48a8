/** `on_failure → …` and `finally → …`: what a whole chain does at its end. */
import type { Chain, Handler, Statement } from '../language/tree.ts';
import type { Mutable, PlanBuilder } from './builder.ts';
import { copyFlow, type Flow } from './flow.ts';
import { below, type Here } from './here.ts';
import type { HandlersNode, NodeId } from './plan.ts';
import type { Walk } from './walk.ts';

/** A chain without its handlers, and these. Only a statement of its own is one. */
export function handlersOf(chain: Chain): { readonly body: Chain; readonly handlers: readonly Handler[] } {
  const handlers: Handler[] = [];
  const statements: Statement[] = [];
  for (const statement of chain.statements) {
    const [only] = statement.sequence.elements;
    if (only?.kind === 'handler' && statement.sequence.elements.length === 1) handlers.push(only);
    else statements.push(statement);
  }
  return { body: handlers.length === 0 ? chain : { ...chain, statements }, handlers };
}

/**
 * The body keeps the ids it would have without handlers. A handler knows what the body knows, as far as that came; no gate
 * of the body guards it. What it does is no result of the chain.
 */
export function lowerHandlers(
  builder: PlanBuilder,
  handlers: readonly Handler[],
  here: Here,
  flow: Flow,
  walk: Walk,
  body: (here: Here) => NodeId,
): NodeId {
  const [first] = handlers;
  const span = first?.span ?? { start: 0, end: 0 };
  const base = builder.base(here, '', span, 'handlers');
  const id = (here.place === '' ? 'handlers' : base.id) as NodeId;
  const node: Mutable<HandlersNode> = builder.add({
    kind: 'handlers',
    ...base,
    id,
    body: id,
    onFailure: null,
    finally: null,
  });
  const { gated } = flow;
  node.body = body({ ...here, parent: id, depth: here.depth + 1 });
  for (const on of ['failure', 'end'] as const) {
    const [own, second] = handlers.filter((handler) => handler.on === on);
    if (own && second) reportSecond(builder, second, own, here);
    if (!own) continue;
    const known = { ...copyFlow(flow), gated };
    const inside = below(here, id, on === 'failure' ? 'on_failure' : 'finally');
    const handler = walk.element(own.body, inside, known);
    flow.uncertain ||= known.uncertain;
    if (on === 'failure') node.onFailure = handler;
    else node.finally = handler;
  }
  return id;
}

function reportSecond(builder: PlanBuilder, second: Handler, first: Handler, here: Here): void {
  const message = `a second \`${nameOf(second)}\` of the same chain`;
  builder.diagnostics.add('duplicate-definition', here.source, headOf(second), message, {
    help: `write both into one: \`${nameOf(second)} → (… → …)\``,
    related: [{ message: 'the first one', source: here.source, span: headOf(first) }],
  });
}

function nameOf({ on }: Handler): string {
  return on === 'failure' ? 'on_failure' : 'finally';
}

function headOf(handler: Handler): Handler['span'] {
  const { start } = handler.span;
  return { start, end: Math.min(handler.span.end, start + nameOf(handler).length) };
}
