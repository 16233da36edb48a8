/** Plans from a tree of nodes, without a parser: every element can be had, in every combination. */
import type {
  BranchNode,
  Gate,
  GateExpression,
  NodeId,
  Plan,
  PlanNode,
  RunCommand,
} from '../../src/plan/plan.ts';

/** A node without its place; where the plan names a child, a tree stands. */
export type Tree = { readonly kind: PlanNode['kind']; readonly title?: string } & Readonly<
  Record<string, unknown>
>;

const at = { file: 'sweep.yml', line: 1, column: 1, endColumn: 2 };

export interface PlanOptions {
  readonly commands?: Readonly<Record<string, Partial<RunCommand>>>;
  readonly more?: Partial<Plan>;
}

export function planFrom(tree: Tree, { commands = {}, more = {} }: PlanOptions = {}): Plan {
  const nodes: PlanNode[] = [];
  const used = new Set<string>();
  add(nodes, used, tree, '1', null, null);
  const planned: Record<string, RunCommand> = {};
  for (const name of used)
    planned[name] = {
      is: 'run',
      name,
      script: name,
      shell: 'sh',
      target: 'local',
      env: [],
      outputs: [],
      metrics: [],
      errors: [],
      ...commands[name],
    };
  return {
    schema: 2,
    name: 'sweep',
    chain: '/written',
    file: 'sweep.yml',
    root: '1' as NodeId,
    nodes,
    commands: planned,
    axes: {},
    metrics: { accuracy: { name: 'accuracy', unit: 'fraction', better: 'higher' } },
    selections: {},
    parameters: {},
    results: { file: 'experiment_results.jsonl', phase: 1, id: '{command}' },
    ...more,
  };
}

function add(
  nodes: PlanNode[],
  used: Set<string>,
  tree: Tree,
  id: string,
  parent: NodeId | null,
  block: NodeId | null,
): NodeId {
  const own = id as NodeId;
  const node: Record<string, unknown> = { id, parent, scope: null, title: tree.kind, at, ...tree };
  nodes.push(node as unknown as PlanNode);
  if (tree.kind === 'unit') used.add(String(tree.command));
  if (tree.kind === 'fork' || tree.kind === 'barrier') node.block = block;
  const inner = tree.kind === 'sequence' ? own : block;
  let count = 0;
  const child = (value: Tree) => {
    count += 1;
    return add(nodes, used, value, `${id}.${count}`, own, inner);
  };
  for (const [key, value] of Object.entries(tree)) {
    if (isTree(value)) node[key] = child(value);
    else if (Array.isArray(value) && value.every(isTree) && value.length > 0) node[key] = value.map(child);
    else if (key === 'arms' || key === 'catches')
      node[key] = (value as { readonly body: Tree }[]).map((arm, index) => ({
        ...arm,
        ...('gate' in arm ? { gate: { ...(arm.gate as Gate), id: `${id}#${index}` } } : {}),
        body: child(arm.body),
      }));
    else if (key === 'gate') node[key] = { ...(value as Gate), id };
  }
  return own;
}

/** A case's subject has a kind of its own. */
function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind !== 'variable';
}

export const unit = (title: string, more: Readonly<Record<string, unknown>> = {}): Tree => ({
  kind: 'unit',
  title,
  command: title.replace(/^\//, '').split(' ')[0] ?? title,
  words: [],
  parameters: [],
  point: [],
  collects: [],
  ...more,
});
export const sequence = (...children: Tree[]): Tree => ({ kind: 'sequence', children, always: [] });

/** `text` as it is compared; of no metric: `variable > 0.9` of `$x`. */
export function gate(text: string, expression: GateExpression, severity?: 'warn'): Gate {
  return { id: '', text, expression, ...(severity ? { severity } : {}) };
}
export const greater = (name: string, value: number): GateExpression => ({
  kind: 'binary',
  operator: '>',
  left: { kind: 'variable', name },
  right: { kind: 'number', value, text: String(value) },
});
export const branch = (
  arms: readonly { readonly gate: Gate; readonly body: Tree }[],
  otherwise: Tree | null = null,
  closed = false,
): Tree =>
  ({ kind: 'branch', title: `/if:${arms[0]?.gate.text}`, arms, otherwise, closed }) satisfies {
    kind: BranchNode['kind'];
  } & Tree;

/** One of everything. */
export const everything = (): Tree => ({
  kind: 'handlers',
  title: 'handlers',
  body: sequence(
    unit('/setup'),
    {
      kind: 'try',
      title: '/try',
      body: {
        kind: 'retry',
        title: 'retry:3 delay:60',
        retries: 3,
        delay: 60,
        body: { kind: 'timeout', title: 'timeout:5m', seconds: 300, body: unit('/train') },
      },
      catches: [
        {
          label: 'oom',
          matches: { is: 'class', class: 'oom' },
          body: unit('/train-small', { command: 'train' }),
        },
        {
          label: 'any',
          matches: { is: 'any' },
          body: { kind: 'fallback', title: '/fallback:use-backup', body: unit('/use-backup') },
        },
      ],
      otherwise: unit('/celebrate'),
      finally: unit('/clean'),
    },
    { kind: 'fork', title: 'fork:2', branches: [unit('/analyse-a'), unit('/analyse-b')], max: 2 },
    unit('/meanwhile'),
    { kind: 'barrier', title: 'barrier → $ready', variable: 'ready' },
    {
      kind: 'case',
      title: 'case:$kind',
      text: '$kind',
      subject: { kind: 'variable', name: 'kind' },
      arms: [
        { patterns: ['gpu', 'tpu'], body: unit('/train-gpu') },
        { patterns: ['end'], body: unit('/train-end') },
        { patterns: ['*'], body: unit('/train-cpu') },
      ],
    },
    {
      kind: 'repeat',
      title: 'repeat:5 until:$x>0.9',
      times: 5,
      gate: gate('$x>0.9', greater('x', 0.9)),
      body: sequence(unit('/improve'), unit('/measure')),
    },
    { kind: 'budget', title: 'budget:12usd', dollars: 12, body: unit('/sweep') },
    { kind: 'wait', title: '/wait:10m', seconds: 600 },
    { kind: 'approval', title: '/approve:production', label: 'production' },
    {
      kind: 'logical',
      title: '||',
      operator: '||',
      left: unit('/notify'),
      right: unit('/continue'),
    },
    branch([{ gate: gate('$x>0.95', greater('x', 0.95)), body: unit('/deploy') }], unit('/rollback')),
  ),
  onFailure: unit('/alarm'),
  finally: unit('/cleanup'),
});
