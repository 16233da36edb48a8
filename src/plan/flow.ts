/** What is known at one place of the chain about the places before it: who reports what, which variables are set. */
import type { NodeId, Unit, Value } from './plan.ts';

export interface Flow {
  /** The elements whose result `<result>` means; several when branches end here, of which one will have run. */
  last: readonly NodeId[];
  /** Who reports a metric. */
  readonly reports: Map<string, Runs>;
  /** The nearest runs of a command, for `train.accuracy`. */
  readonly steps: Map<string, Runs>;
  /** The units of the nearest parallel block, for commands that collect. */
  cells: readonly NodeId[];
  variables: Map<string, Variable>;
  /** A gate that was met stands before this place. */
  gated: boolean;
  /** Something before this could not be read or does not exist: what is missing here may be its doing. */
  uncertain: boolean;
}

export interface Runs {
  readonly nodes: readonly NodeId[];
  /** Several of them run, as branches of one parallel block do, so that no reader could say which is meant. */
  readonly competing: boolean;
}

export interface Variable {
  /** Known before the run: a literal or a parameter. A gate over such alone decides nothing. */
  readonly constant: boolean;
  /** What a constant one holds. */
  readonly value?: Value;
  /** Of the metric that was stored in it. */
  readonly unit?: Unit;
  /** Set in several branches of a parallel block, so that no reader could say which is meant. */
  readonly competing?: boolean;
}

export function emptyFlow(): Flow {
  return {
    last: [],
    reports: new Map(),
    steps: new Map(),
    cells: [],
    variables: new Map(),
    gated: false,
    uncertain: false,
  };
}

export function copyFlow(flow: Flow): Flow {
  return {
    ...flow,
    reports: new Map(flow.reports),
    steps: new Map(flow.steps),
    variables: new Map(flow.variables),
  };
}

/**
 * After branches of which exactly one ran: what any of them knows, whoever it was. Reporters of the branches stand before
 * those from above, so that the first of them that ran is the nearest. Whether a gate stands before what follows is the
 * caller's to say.
 */
export function joinAlternatives(flow: Flow, branches: readonly Flow[]): void {
  joinAlternativeRuns(
    flow.reports,
    branches.map(({ reports }) => reports),
  );
  joinAlternativeRuns(
    flow.steps,
    branches.map(({ steps }) => steps),
  );
  const before = new Map(flow.variables);
  for (const { variables } of branches) {
    for (const [name, variable] of variables) {
      if (before.get(name) === variable) continue;
      const other = flow.variables.get(name);
      flow.variables.set(name, other ? eitherOf(other, variable) : variable);
    }
  }
  const { cells } = flow;
  const newCells = branches.filter((branch) => branch.cells !== cells).flatMap((branch) => branch.cells);
  if (newCells.length > 0) flow.cells = [...new Set(newCells)];
  // Those from before stand first: the last that ran is the nearest.
  const { last } = flow;
  const ends = [...branches].sort((a, b) => Number(b.last === last) - Number(a.last === last));
  flow.last = [...new Set(ends.flatMap((branch) => branch.last))];
  flow.uncertain ||= branches.some(({ uncertain }) => uncertain);
}

/** After branches that all ran: a metric, step or variable that several of them know has no single meaning. */
export function joinBranches(flow: Flow, branches: readonly Flow[], units: readonly NodeId[]): void {
  joinParallelRuns(
    flow.reports,
    branches.map(({ reports }) => reports),
  );
  joinParallelRuns(
    flow.steps,
    branches.map(({ steps }) => steps),
  );
  const setters = new Map<string, Variable[]>();
  for (const branch of branches) {
    for (const [name, variable] of branch.variables) {
      if (flow.variables.get(name) === variable) continue;
      const own = setters.get(name);
      if (own) own.push(variable);
      else setters.set(name, [variable]);
    }
  }
  for (const [name, variables] of setters) {
    const [only] = variables;
    flow.variables.set(name, only && variables.length === 1 ? only : { constant: false, competing: true });
  }
  flow.cells = units;
  flow.last = [];
  flow.uncertain ||= branches.some(({ uncertain }) => uncertain);
}

function eitherOf(one: Variable, other: Variable): Variable {
  const unit = one.unit === other.unit ? one.unit : undefined;
  return {
    constant: false,
    ...(unit === undefined ? {} : { unit }),
    ...(one.competing || other.competing ? { competing: true } : {}),
  };
}

function joinAlternativeRuns(into: Map<string, Runs>, branches: readonly ReadonlyMap<string, Runs>[]): void {
  const changed = new Map<string, Runs[]>();
  for (const branch of branches) {
    for (const [name, runs] of branch) {
      if (into.get(name) === runs) continue;
      const own = changed.get(name);
      if (own) own.push(runs);
      else changed.set(name, [runs]);
    }
  }
  for (const [name, alternatives] of changed) {
    const before = into.get(name);
    // A branch that does not report it leaves what was known before.
    const all = before && alternatives.length < branches.length ? [...alternatives, before] : alternatives;
    into.set(name, {
      nodes: [...new Set(all.flatMap(({ nodes }) => nodes))],
      competing: all.some(({ competing }) => competing),
    });
  }
}

function joinParallelRuns(into: Map<string, Runs>, branches: readonly ReadonlyMap<string, Runs>[]): void {
  const found = new Map<string, { nodes: NodeId[]; competing: boolean }>();
  for (const branch of branches) {
    for (const [name, { nodes, competing }] of branch) {
      if (into.get(name)?.nodes === nodes) continue;
      const own = found.get(name);
      if (own) own.competing = true;
      else found.set(name, { nodes: [...nodes], competing });
      if (own) for (const node of nodes) own.nodes.push(node);
    }
  }
  for (const [name, runs] of found) into.set(name, runs);
}
