/** What steps and jobs are called: as a person recognises them from the chain. */
import { childrenOf, type NodeId, type ParallelNode, type Plan, type PlanNode } from '../plan/plan.ts';

/** So many characters of a name; a whole element more where the first alone is longer. */
const longestName = 80;

/** What the branch adds to the names of all that stands in it: `then · /deploy`. */
export function named(branch: string, title: string): string {
  return branch === '' ? title : `${branch} · ${title}`;
}

/** `/a → /b → …` */
export function joined(names: readonly string[]): string {
  let text = '';
  for (const [index, name] of names.entries()) {
    const next = index === 0 ? clip(name) : `${text} → ${name}`;
    if (next.length > longestName && index > 0) return `${text} → …`;
    text = next;
  }
  return text;
}

/** What is nested deeper is not named. */
const deepestName = 20;

/** Of several elements in one step. */
export function titleOfAll(byId: ReadonlyMap<NodeId, PlanNode>, ids: readonly NodeId[], depth = 0): string {
  const titles: string[] = [];
  let length = 0;
  for (const id of ids) {
    // What would be cut off is not looked at: there may be ten thousand.
    if (length > longestName) {
      titles.push('');
      break;
    }
    const title = titleOf(byId, id, depth + 1);
    length += title.length;
    titles.push(title);
  }
  return joined(titles);
}

export function titleOf(byId: ReadonlyMap<NodeId, PlanNode>, id: NodeId, depth = 0): string {
  const node = byId.get(id);
  if (!node || depth > deepestName) return '…';
  switch (node.kind) {
    case 'sequence':
      return isOneElement(node) ? clip(node.title) : titleOfAll(byId, node.children, depth);
    case 'retry':
    case 'repeat':
    case 'timeout':
    case 'budget': {
      const body = titleOf(byId, node.body, depth + 1);
      const isGroup = byId.get(node.body)?.kind === 'sequence' && body.includes(' → ');
      return clip(`${node.title} → ${isGroup ? `(${body})` : body}`);
    }
    case 'fork': {
      const [first, ...others] = node.branches.slice(0, 4).map((branch) => titleOf(byId, branch, depth + 1));
      return clip([first, ...others].join(' & '));
    }
    default:
      return clip(node.title === '' ? titleOfAll(byId, childrenOf(node).slice(0, 1), depth) : node.title);
  }
}

/** A sequence that is written as one element: a pipe, or a command of which something is kept, `/train > winner`. */
export function isOneElement({ kind, title }: PlanNode): boolean {
  return kind === 'sequence' && title !== '' && title !== 'chain';
}

/** The command that all branches run, else what the block is. */
export function blockName(
  plan: Plan,
  byId: ReadonlyMap<NodeId, PlanNode>,
  { branches }: ParallelNode,
): string {
  const commands = new Set(branches.map((id) => commandOf(plan, byId.get(id))));
  const [only] = commands;
  return only === undefined || commands.size > 1 ? 'parallel' : only;
}

function commandOf({ commands }: Plan, node: PlanNode | undefined): string | undefined {
  if (node?.kind === 'call') return `/${node.command}`;
  if (node?.kind !== 'unit') return undefined;
  const command = commands[node.command];
  const agent = command?.is === 'agent' || command?.is === 'run' ? command.agent : undefined;
  return agent?.name ?? `/${node.command}`;
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= longestName ? line : `${line.slice(0, longestName - 1).trimEnd()}…`;
}
