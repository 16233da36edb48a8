/** Plans made by hand, element by element: tests of a driver need neither the parser nor the planner. */
import type {
  CatchMatch,
  Gate,
  GateExpression,
  NodeId,
  Plan,
  PlanNode,
  PlannedCommand,
  RunCommand,
  UnitNode,
  Value,
} from '../../src/plan/plan.ts';

/** Adds itself and what it holds to a plan. */
export type Element = (into: Making, parent: NodeId | null) => NodeId;

interface Making {
  readonly nodes: PlanNode[];
  /** The id of a unit by the name of its command: commands are used once. */
  readonly units: Map<string, NodeId>;
}

const at = { file: '<plan>', line: 1, column: 1, endColumn: 1 };

type Rest<Kind extends PlanNode['kind']> = Omit<
  PlanNode & { kind: Kind },
  'id' | 'parent' | 'scope' | 'title' | 'at' | 'kind'
>;

/** The node stands before its children, which `fill` makes. */
function node<Kind extends PlanNode['kind']>(
  kind: Kind,
  name: string,
  fill: (into: Making, id: NodeId, parent: NodeId | null) => Rest<Kind>,
): Element {
  return (into, parent) => {
    const id = `${into.nodes.length + 1}-${name}` as NodeId;
    const made = { kind, id, parent, scope: null, title: `/${name}`, at };
    into.nodes.push(made as unknown as PlanNode);
    Object.assign(made, fill(into, id, parent));
    return id;
  };
}

const units = (into: Making, names: readonly string[]) =>
  names.map((name) => {
    const id = into.units.get(name);
    if (id === undefined) throw new Error(`no unit ${name} yet`);
    return id;
  });

export const sequence = (...children: readonly Element[]): Element =>
  node('sequence', 'sequence', (into, id) => ({
    children: children.map((child) => child(into, id)),
    always: [],
  }));

/** `children[gate]` is asked whether those before it succeeded. */
export const guarded = (gate: number, ...children: readonly Element[]): Element =>
  node('sequence', 'guarded', (into, id) => ({
    children: children.map((child) => child(into, id)),
    always: [],
    guards: [{ from: 0, gate }],
  }));

/** `a; b; c` */
export const whatever = (...children: readonly Element[]): Element =>
  node('sequence', 'whatever', (into, id) => {
    const ids = children.map((child) => child(into, id));
    return { children: ids, always: ids.slice(1) };
  });

interface UnitOptions {
  readonly words?: readonly string[];
  readonly parameters?: Readonly<Record<string, string>>;
  readonly variables?: readonly string[];
  readonly collects?: readonly string[];
  readonly input?: readonly string[];
}

/** `name`: of the command. */
export const unit = (name: string, options: UnitOptions = {}): Element =>
  node('unit', name.replaceAll(':', '-'), (into, id): Rest<'unit'> => {
    const { words = [], parameters = {}, variables = [], collects = [], input } = options;
    into.units.set(name, id);
    const made: Rest<'unit'> = {
      command: name,
      words: [
        ...words.map((text) => [{ kind: 'text', text } as const]),
        ...variables.map((variable) => [{ kind: 'variable', name: variable } as const]),
      ],
      parameters: Object.entries(parameters).map(([parameter, text]) => ({
        name: parameter,
        type: 'string',
        value: [{ kind: 'text', text }],
      })),
      point: [],
      collects: units(into, collects),
    };
    return input === undefined ? made : { ...made, input: units(into, input) };
  });

export const parallel = (...branches: readonly Element[]): Element =>
  node('parallel', 'parallel', (into, id) => ({
    branches: branches.map((branch) => branch(into, id)),
    max: null,
    min: branches.length,
    minWritten: false,
  }));

/** Directly in a sequence. */
export const fork = (...branches: readonly Element[]): Element =>
  node('fork', 'fork', (into, id, parent) => ({
    branches: branches.map((branch) => branch(into, id)),
    max: null,
    block: parent ?? id,
  }));

/** Directly in a sequence. */
export const barrier = (variable: string | null = null): Element =>
  node('barrier', 'barrier', (_into, id, parent) => ({ block: parent ?? id, variable }));

export const assign = (variable: string, from: string): Element =>
  node(
    'assignment',
    variable,
    (into): Rest<'assignment'> => ({
      variable,
      value: { is: 'result', path: [], from: units(into, [from]) },
    }),
  );

const logical =
  (operator: '&&' | '||') =>
  (left: Element, right: Element): Element =>
    node('logical', operator === '&&' ? 'and' : 'or', (into, id) => ({
      operator,
      left: left(into, id),
      right: right(into, id),
    }));
export const and = logical('&&');
export const or = logical('||');

/** A metric of a command, compared with a number. */
export type Asked =
  | { readonly metric: string; readonly of: string; readonly above: number }
  | { readonly stretchTo: number };

function gateOf(into: Making, id: NodeId, sequenceId: NodeId | null, asked: Asked): Gate {
  if ('stretchTo' in asked) {
    const of = { is: 'stretch', sequence: sequenceId ?? id, gate: asked.stretchTo } as const;
    return { id: `${id}-gate`, text: 'success', expression: { kind: 'status', written: 'success', of } };
  }
  const { metric, of, above } = asked;
  const left: GateExpression = {
    kind: 'metric',
    metric,
    written: metric,
    unit: 'number',
    from: units(into, [of]),
  };
  const right: GateExpression = { kind: 'number', value: above, text: String(above) };
  const expression: GateExpression = { kind: 'binary', operator: '>', left, right };
  return { id: `${id}-gate`, text: `${metric}>${above}`, expression };
}

export const branch = (asked: Asked, then: Element, otherwise?: Element): Element =>
  node('branch', 'if', (into, id, parent) => {
    const gate = gateOf(into, id, parent, asked);
    return {
      arms: [{ gate, body: then(into, id) }],
      otherwise: otherwise ? otherwise(into, id) : null,
      closed: true,
    };
  });

export const require = (asked: Asked): Element =>
  node('require', 'require', (into, id, parent) => ({ gate: gateOf(into, id, parent, asked) }));

export const choose = (variable: string, arms: Readonly<Record<string, Element>>): Element =>
  node(
    'case',
    'case',
    (into, id): Rest<'case'> => ({
      text: `$${variable}`,
      subject: { kind: 'variable', name: variable },
      arms: Object.entries(arms).map(([pattern, body]) => ({ patterns: [pattern], body: body(into, id) })),
    }),
  );

export const attempt = (
  body: Element,
  rest: {
    readonly caught?: Element;
    readonly label?: string;
    readonly otherwise?: Element;
    readonly last?: Element;
  },
): Element =>
  node('try', 'try', (into, id) => {
    const { caught, label = 'any', otherwise, last } = rest;
    const matches: CatchMatch = label === 'any' ? { is: 'any' } : { is: 'class', class: label };
    return {
      body: body(into, id),
      catches: caught ? [{ label, matches, body: caught(into, id) }] : [],
      otherwise: otherwise ? otherwise(into, id) : null,
      finally: last ? last(into, id) : null,
    };
  });

const around =
  <Kind extends 'fallback' | 'retry' | 'timeout' | 'repeat' | 'budget' | 'call'>(
    kind: Kind,
    own: (into: Making, id: NodeId) => Omit<Rest<Kind>, 'body'>,
  ) =>
  (body: Element): Element =>
    node(kind, kind, (into, id) => {
      const inner = body(into, id);
      return { body: inner, ...own(into, id) } as unknown as Rest<Kind>;
    });

export const fallback = around('fallback', () => ({}));
export const retry = (retries: number, delay: number) => around('retry', () => ({ retries, delay }));
export const timeout = (seconds: number) => around('timeout', () => ({ seconds }));
export const budget = (dollars: number) => around('budget', () => ({ dollars }));
export const call = (command: string) => around('call', () => ({ command, parameters: [] }));
export const repeat = (times: number, asked: Asked) =>
  around('repeat', (into, id) => ({ times, gate: gateOf(into, id, null, asked) }));

export const handlers = (body: Element, last: Element, onFailure?: Element): Element =>
  node('handlers', 'handlers', (into, id) => ({
    body: body(into, id),
    onFailure: onFailure ? onFailure(into, id) : null,
    finally: last(into, id),
  }));

export const wait = (seconds: number): Element => node('wait', 'wait', () => ({ seconds }));
export const approval = (label: string): Element => node('approval', label, () => ({ label }));

/** A shell script; `accuracy` and `n` are read from its `$ML_OUTPUT` when `measures`. */
export const script = (
  name: string,
  text: string,
  more: Partial<RunCommand> & { readonly measures?: boolean } = {},
): RunCommand => {
  const { measures, ...rest } = more;
  return {
    is: 'run',
    name,
    script: text,
    shell: 'sh',
    target: 'local',
    env: [],
    outputs: [],
    metrics: measures ? [{ format: 'output', path: '', fields: { accuracy: 'accuracy' } }] : [],
    ...(measures ? { primary: 'accuracy' } : {}),
    errors: [],
    ...rest,
  };
};

export function planOf(
  root: Element,
  scripts: readonly RunCommand[],
  parameters: Readonly<Record<string, Value>> = {},
): Plan {
  const making: Making = { nodes: [], units: new Map() };
  const id = root(making, null);
  const commands: Record<string, PlannedCommand> = Object.fromEntries(
    scripts.map((command) => [command.name, command]),
  );
  for (const { command } of making.nodes.filter((made): made is UnitNode => made.kind === 'unit'))
    commands[command] ??= { is: 'builtin', name: command };
  const metric = { name: 'accuracy', unit: 'number', better: 'higher' } as const;
  return {
    schema: 2,
    name: 'chain',
    chain: '/made → /by → /hand',
    file: '<plan>',
    root: id,
    nodes: making.nodes,
    commands,
    axes: {},
    metrics: { accuracy: metric },
    selections: { 'best-model': { metric: 'accuracy', direction: 'max', ties: [] } },
    parameters,
    results: { file: 'experiment_results.jsonl', phase: 1, id: '{command}' },
  };
}
