/** Gates: what a condition reads, and what is known behind it. */
import type { Condition, If, Require } from '../language/tree.ts';
import type { Mutable, PlanBuilder } from './builder.ts';
import { contextOf } from './context.ts';
import { copyFlow, type Flow, joinAlternatives } from './flow.ts';
import { below, type Here } from './here.ts';
import { type BranchNode, type Gate, type NodeId, operandsOf, type PlanNode } from './plan.ts';
import { asksStatus, resolveGate } from './resolve-condition.ts';
import type { Stretch, Walk } from './walk.ts';

export function lowerRequire(
  builder: PlanBuilder,
  element: Require,
  stretch: Stretch | undefined,
  here: Here,
  flow: Flow,
): NodeId {
  const title = `/require:${element.condition.text}`;
  const base = builder.base(here, title, element.span, 'require');
  const gate = gateOf(builder, base.id, element.condition, stretch, here, flow);
  flow.gated = true;
  return builder.add({ kind: 'require', ...base, gate }).id;
}

export function lowerIf(
  builder: PlanBuilder,
  element: If,
  stretch: Stretch | undefined,
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const title = `/if:${element.arms[0]?.condition.text ?? ''}`;
  const base = builder.base(here, title, element.arms[0]?.span ?? element.span, 'if');
  const arms: { gate: Gate; body: NodeId }[] = [];
  const { closed } = element;
  const node: Mutable<BranchNode> = builder.add({ kind: 'branch', ...base, arms, otherwise: null, closed });
  const flows = element.arms.map((arm, index) => {
    const id = index === 0 ? base.id : `${base.id}-${index + 1}`;
    const gate = gateOf(builder, id, arm.condition, stretch, here, flow);
    const own = { ...copyFlow(flow), gated: true };
    arms.push({ gate, body: walk.sequence(arm.body, below(here, node.id, index + 1), own) });
    return own;
  });
  const other = copyFlow(flow);
  if (element.otherwise) {
    other.gated = true;
    const inside = below(here, node.id, element.arms.length + 1);
    const inPositionalElse = here.inPositionalElse || element.positional;
    node.otherwise = walk.sequence(element.otherwise, { ...inside, inPositionalElse }, other);
  }
  const goesOn = element.otherwise !== undefined || closed;
  // Without an else branch the rest of the block runs only if a gate was met.
  joinAlternatives(flow, goesOn ? [...flows, other] : flows);
  if (!goesOn) flow.gated = true;
  return node.id;
}

export function gateOf(
  builder: PlanBuilder,
  id: string,
  condition: Condition,
  stretch: Stretch | undefined,
  here: Here,
  flow: Flow,
): Gate {
  const context = contextOf(builder, here, flow);
  const resolved = resolveGate(condition, stretch ? { ...context, stretch } : context);
  for (const operand of operandsOf(resolved.expression))
    if (operand.kind === 'metric') builder.refers(operand.from.length);
  return { id, text: condition.text, ...resolved };
}

/** Whether the node is a gate that asks how the stretch before it, or a step in it, ended. */
export function isStatusGate(node: PlanNode | undefined): boolean {
  switch (node?.kind) {
    case 'branch':
      return node.arms.some(({ gate }) => asksStatus(gate.expression));
    case 'require':
    case 'repeat':
      return asksStatus(node.gate.expression);
    case 'case':
      return asksStatus(node.subject);
    default:
      return false;
  }
}
