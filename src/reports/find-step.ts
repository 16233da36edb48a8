/** What a person calls an element of a plan → the elements they may mean. */
import { didYouMean } from '../language/name.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';

/** By id, title, command, and then any part of a title or id; the first way that finds something counts. */
export function findSteps(plan: Plan, text: string): readonly PlanNode[] {
  const wanted = plain(text);
  const shown = plan.nodes.filter(({ kind }) => !unseen.has(kind));
  const ways: ((node: PlanNode) => boolean)[] = [
    ({ id }) => id === text,
    ({ title }) => plain(title) === wanted,
    (node) => (node.kind === 'unit' || node.kind === 'call') && plain(node.command) === wanted,
    ({ id, title }) => plain(title).includes(wanted) || plain(id).includes(wanted),
  ];
  for (const way of ways) {
    const found = shown.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}

export function nearestStep(plan: Plan, text: string): string | undefined {
  const names = plan.nodes.flatMap((node) => {
    if (unseen.has(node.kind)) return [];
    return node.kind === 'unit' ? [node.title, node.command] : [node.title];
  });
  return didYouMean(text, [...new Set(names)]);
}

/** These have no line of their own in any report. */
const unseen: ReadonlySet<PlanNode['kind']> = new Set(['sequence', 'logical', 'handlers']);

function plain(text: string): string {
  return text.toLowerCase().replaceAll('_', '-').replace(/^\//, '').trim();
}
