/** `a | b`: what begins a stage gets what the stage before it gave. */
import { printElement } from '../language/printer.ts';
import type { Element, Pipe } from '../language/tree.ts';
import type { Mutable, PlanBuilder } from './builder.ts';
import { collectsBranches } from './fan-out.ts';
import type { Flow } from './flow.ts';
import { type Block, below, type Here } from './here.ts';
import { joinForks } from './lower-fork.ts';
import type { NodeId, PlanNode } from './plan.ts';
import type { Walk } from './walk.ts';

export function lowerPipe(
  builder: PlanBuilder,
  element: Pipe,
  next: Element | undefined,
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const { stages } = element;
  const children: NodeId[] = [];
  const base = builder.base(here, printElement(element), element.span, 'pipe');
  const node = builder.add({ kind: 'sequence', ...base, children, always: [], is: 'pipe' });
  const block: Block = { id: node.id, open: [] };
  stages.forEach((stage, index) => {
    const input = flow.last.nodes;
    const following = stages[index + 1] ?? next;
    const inside = { ...below(here, node.id, index + 1), block };
    const first = builder.nodes.length;
    const child = walk.element(stage, inside, flow, { next: following });
    children.push(child);
    // What collects takes all results instead.
    if (index === 0 || collectsBranches(builder.project, stage)) return;
    if (input.length === 0 && !flow.uncertain) reportNoInput(builder, stage, stages[index - 1], here);
    for (const unit of beginners(builder, first, child)) unit.input = input;
  });
  joinForks(builder, block, flow);
  return node.id;
}

function reportNoInput(builder: PlanBuilder, stage: Element, before: Element | undefined, here: Here): void {
  if (builder.diagnostics.hasErrorWithin(here.source, stage.span)) return;
  const span = before?.span ?? stage.span;
  builder.diagnostics.add('nothing-to-collect', here.source, span, 'this gives no single result to hand on', {
    help: 'select or aggregate one first, or join the two with `→`',
  });
}

/** The units that begin a stage, whose nodes stand from `first` on. */
function beginners(
  builder: PlanBuilder,
  first: number,
  stage: NodeId,
): Mutable<PlanNode & { kind: 'unit' }>[] {
  const nodes = new Map(builder.nodes.slice(first).map((node) => [node.id, node]));
  const found: Mutable<PlanNode & { kind: 'unit' }>[] = [];
  const open: NodeId[] = [stage];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodes.get(id);
    if (!node) continue;
    if (node.kind === 'unit') found.push(node);
    else open.push(...[...firstOf(node, nodes)].reverse());
  }
  return found;
}

/** What of a node runs first: what only sets, asks or waits leaves the input to the next. */
function firstOf(node: PlanNode, nodes: ReadonlyMap<NodeId, PlanNode>): readonly NodeId[] {
  switch (node.kind) {
    case 'sequence': {
      const runs = (id: NodeId) =>
        !['assignment', 'require', 'barrier', 'wait', 'approval'].includes(nodes.get(id)?.kind ?? '');
      return node.children.filter(runs).slice(0, 1);
    }
    case 'parallel':
    case 'fork':
      return node.branches;
    case 'logical':
      // The right side of `||` runs in place of the left one.
      return node.operator === '&&' ? [node.left] : [node.left, node.right];
    case 'branch':
      return [...node.arms.map(({ body }) => body), ...(node.otherwise === null ? [] : [node.otherwise])];
    case 'case':
      return node.arms.map(({ body }) => body);
    case 'call':
    case 'try':
    case 'fallback':
    case 'retry':
    case 'timeout':
    case 'repeat':
    case 'budget':
    case 'handlers':
      return [node.body];
    default:
      return [];
  }
}
