/** What a person has changed between two plans of a chain, in words, in the order of the new chain. */
import type { NodeId, Plan, PlanNode, PlannedCommand } from '../plan/plan.ts';

/** A sentence, and the node of the new plan before which it belongs. */
interface Found {
  readonly at: number;
  readonly text: string;
}

/** Chains that differ in more elements are not laid side by side: nobody would read it. */
const mostCompared = 2_000;

/** Empty when a run of the one would be a run of the other. */
export function differences(before: Plan, now: Plan): string[] {
  const [old, fresh] = [elementsOf(before), elementsOf(now)];
  const places = new Map(now.nodes.map((node, index) => [node.id, index]));
  const found = [
    ...chainDifferences(old, fresh, places),
    ...parameterDifferences(before, now),
    ...commandDifferences(before, now),
  ];
  const texts = found.sort((a, b) => a.at - b.at).map(({ text }) => text);
  if (texts.length === 0 && before.chain !== now.chain)
    return [`the chain was \`${before.chain}\` and is \`${now.chain}\``];
  return [...new Set(texts)];
}

/** What a person sees as elements: not the sequences around them. */
function elementsOf(plan: Plan): readonly PlanNode[] {
  return plan.nodes.filter(({ kind }) => kind !== 'sequence');
}

function chainDifferences(
  old: readonly PlanNode[],
  fresh: readonly PlanNode[],
  places: ReadonlyMap<NodeId, number>,
): Found[] {
  const keys = [old.map(keyOf), fresh.map(keyOf)] as const;
  const placeOf = (index: number) => {
    const node = fresh[index];
    return node === undefined ? Number.POSITIVE_INFINITY : (places.get(node.id) ?? 0);
  };
  const behind = (index: number) => {
    const node = fresh[index - 1];
    return node === undefined ? 'at the beginning' : `behind ${nameOf(node)}`;
  };
  return hunksOf(...keys).map(({ oldFrom, oldTo, from, to }): Found => {
    const gone = old.slice(oldFrom, oldTo);
    const come = fresh.slice(from, to);
    const at = placeOf(from);
    if (gone.length === 0) return { at, text: `${namesOf(come)} inserted ${behind(from)}` };
    if (come.length === 0) return { at, text: `${namesOf(gone)} removed ${behind(from)}` };
    const [one, other] = [gone[0], come[0]];
    if (gone.length === 1 && come.length === 1 && one && other && nameOf(one) === nameOf(other))
      return { at, text: `${nameOf(other)} is called otherwise` };
    return { at, text: `${namesOf(gone)} became ${namesOf(come)}` };
  });
}

interface Hunk {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly from: number;
  readonly to: number;
}

/** The longest common subsequence, between the beginning and the end that are the same. */
function hunksOf(old: readonly string[], fresh: readonly string[]): Hunk[] {
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let [oldEnd, end] = [old.length, fresh.length];
  while (oldEnd > start && end > start && old[oldEnd - 1] === fresh[end - 1]) {
    oldEnd -= 1;
    end -= 1;
  }
  const [rows, columns] = [oldEnd - start, end - start];
  if (rows === 0 && columns === 0) return [];
  const whole = { oldFrom: start, oldTo: oldEnd, from: start, to: end };
  if (rows === 0 || columns === 0 || Math.max(rows, columns) > mostCompared) return [whole];
  const width = columns + 1;
  const common = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        old[start + row] === fresh[start + column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const hunks: Hunk[] = [];
  let [row, column, oldFrom, from] = [0, 0, start, start];
  const close = () => {
    if (start + row > oldFrom || start + column > from)
      hunks.push({ oldFrom, oldTo: start + row, from, to: start + column });
  };
  while (row < rows && column < columns) {
    if (old[start + row] === fresh[start + column]) {
      close();
      row += 1;
      column += 1;
      [oldFrom, from] = [start + row, start + column];
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  [row, column] = [rows, columns];
  close();
  return hunks;
}

/** Ids and places, which change with whatever stands before; what a node holds has keys of its own. */
const notItsOwn: ReadonlySet<string> = new Set([
  ...['id', 'parent', 'scope', 'at', 'from', 'sequence', 'block', 'collects', 'input'],
  ...['body', 'otherwise', 'finally', 'onFailure', 'branches', 'guards'],
]);

/** Two elements with one key do the same, given that their commands do. */
function keyOf(node: PlanNode): string {
  // The place of a status gate in its sequence is not its own either.
  const replace = (name: string, value: unknown) =>
    notItsOwn.has(name) || (name === 'gate' && typeof value === 'number') ? undefined : value;
  switch (node.kind) {
    case 'logical':
      return JSON.stringify({ kind: node.kind, operator: node.operator });
    case 'parallel': {
      const { min, ...rest } = node;
      // By default it is the number of branches, which are compared themselves.
      return JSON.stringify(node.minWritten ? { ...rest, min } : rest, replace);
    }
    default:
      return JSON.stringify(node, replace);
  }
}

function nameOf({ kind, title }: PlanNode): string {
  return title === '' ? kind : `\`${title}\``;
}

function namesOf(nodes: readonly PlanNode[]): string {
  const names = nodes.slice(0, 3).map(nameOf).join(', ');
  return nodes.length > 3 ? `${names} and ${nodes.length - 3} more` : names;
}

function parameterDifferences(before: Plan, now: Plan): Found[] {
  const names = [...new Set([...Object.keys(before.parameters), ...Object.keys(now.parameters)])];
  return names
    .filter((name) => before.parameters[name] !== now.parameters[name])
    .map((name) => {
      const [was, is] = [before.parameters[name], now.parameters[name]].map((value) =>
        value === undefined ? 'not set' : `\`${value}\``,
      );
      const reader = now.nodes.findIndex((node) => reads(node, name));
      const at = reader < 0 ? Number.POSITIVE_INFINITY : reader;
      return { at, text: `parameter \`${name}\` was ${was} and is ${is}` };
    });
}

function reads(node: PlanNode, variable: string): boolean {
  return JSON.stringify(node).includes(`{"kind":"variable","name":${JSON.stringify(variable)}}`);
}

function commandDifferences(before: Plan, now: Plan): Found[] {
  return Object.entries(now.commands).flatMap(([key, command]) => {
    const old = before.commands[key];
    if (!old) return [];
    const what = changedIn(old, command);
    if (what.length === 0) return [];
    const at = now.nodes.findIndex((node) => node.kind === 'unit' && node.command === key);
    return [{ at, text: `\`/${command.name}\`: its ${what.join(', ')} changed` }];
  });
}

/** How people call what a command declares. */
const declared: Readonly<Record<string, string>> = {
  is: 'kind',
  script: 'script',
  env: 'environment variables',
  deploys: 'environment',
  errors: 'error classes',
  preflight: 'preflight check',
  result: 'result',
  primary: 'primary metric',
};

function changedIn(old: PlannedCommand, now: PlannedCommand): string[] {
  const [was, is] = [old, now].map((command) => new Map<string, unknown>(Object.entries(command)));
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
    .filter((name) => JSON.stringify(was?.get(name)) !== JSON.stringify(is?.get(name)))
    .map((name) => declared[name] ?? name);
}
