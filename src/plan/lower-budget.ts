/** What may cost so much. */
import { listOf } from '../language/name.ts';
import type { Span } from '../language/source.ts';
import type { Budget } from '../language/tree.ts';
import type { PlanBuilder } from './builder.ts';
import type { Flow } from './flow.ts';
import { below, type Here } from './here.ts';
import type { NodeId } from './plan.ts';
import { secondsToReady } from './pods.ts';
import type { Project } from './project.ts';
import { remoteTargetsOf } from './remote-target.ts';
import { titleOf } from './titles.ts';
import type { Beside, Walk } from './walk.ts';

export function lowerBudget(
  builder: PlanBuilder,
  element: Budget,
  next: Beside['next'],
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const { dollars } = element;
  const base = builder.base(here, titleOf(element), element.span, 'budget');
  const node = builder.add({ kind: 'budget', ...base, dollars, body: base.id });
  const first = builder.nodes.length;
  node.body = walk.element(element.body, below(here, node.id, 1), flow, { next });
  checkCovers(builder, element, first, here);
  return node.id;
}

/**
 * `budget:` of the project, or of the workflow's own file: all of the chain. Its handlers stand outside, so that a spent
 * budget can be tidied up after. The chain keeps the ids it would have without.
 */
export function lowerOwnBudget(
  builder: PlanBuilder,
  dollars: number,
  span: Span,
  here: Here,
  body: (here: Here) => NodeId,
): NodeId {
  const id = 'budget' as NodeId;
  const base = { ...builder.base(here, `budget:${dollars}usd`, span, 'budget'), id };
  const node = builder.add({ kind: 'budget', ...base, dollars, body: id });
  node.body = body({ ...here, parent: id, depth: here.depth + 1 });
  return id;
}

/**
 * Warns of a budget that would end one of its commands before the command's own timeout does, in the first attempt and
 * with nothing else spent. What the whole could cost at worst is often more than anybody means to spend, which is why a
 * budget is written: the plan shows it and says nothing against it. A command without a timeout or price has no worst case.
 */
function checkCovers(
  { nodes, commands, project, diagnostics }: PlanBuilder,
  element: Budget,
  first: number,
  here: Here,
): void {
  const { start } = element.span;
  const head = /^[^\s→]*/.exec(here.source.text.slice(start, element.body.span.start))?.[0] ?? '';
  const span = { start, end: start + head.length };
  let worst: { readonly title: string; readonly dollars: number } | undefined;
  const targets = new Set<string>();
  for (const node of nodes.slice(first)) {
    const command = node.kind === 'unit' ? commands.get(node.command) : undefined;
    if (command?.is !== 'run') continue;
    targets.add(command.target);
    if (command.timeout === undefined) continue;
    const dollars = costAtWorst(project, command.target, command.timeout);
    if (dollars > (worst?.dollars ?? element.dollars)) worst = { title: node.title, dollars };
  }
  if (targets.size > 0 && ![...targets].some((target) => costAtWorst(project, target, 3600) > 0)) {
    const names = listOf(
      [...targets].sort().map((target) => `\`${target}\``),
      'and',
    );
    const message = `nothing is ever spent of this budget: ${names} ${targets.size === 1 ? 'has' : 'have'} no price`;
    diagnostics.add('budget-without-price', here.source, span, message, {
      help: 'give the target a `price:` in dollars an hour, or limit the time with `timeout:`',
    });
  }
  if (!worst) return;
  const message = `\`${worst.title}\` alone may cost ${shown(worst.dollars)} until its timeout`;
  diagnostics.add('over-budget', here.source, span, message, {
    help: `raise the budget, or lower the command's \`timeout:\``,
  });
}

function costAtWorst(project: Project, name: string, seconds: number): number {
  const target = remoteTargetsOf(project).get(name);
  if (target?.kind === 'runpod') return ((seconds + secondsToReady) / 3600) * target.maxPrice;
  return (seconds / 3600) * (project.prices[name] ?? 0);
}

function shown(dollars: number): string {
  return `$${dollars.toFixed(2)}`;
}
