/** What is known at one place of the chain about the places before it: who reports what, which variables are set. */
import { type Known, Layer } from './known.ts';
import type { NodeId, Unit, Value } from './plan.ts';

export interface Flow {
  /** The elements whose result `<result>` means; several when branches end here, of which one will have run. */
  last: Ends;
  /** Who reports a metric. */
  reports: Known<Runs>;
  /** The nearest runs of a command, for `train.accuracy`. */
  steps: Known<Runs>;
  /** The units of the nearest parallel block, for commands that collect. */
  cells: readonly NodeId[];
  variables: Known<Variable>;
  /** A gate that was met stands before this place. */
  gated: boolean;
  /** Something before this could not be read or does not exist: what is missing here may be its doing. */
  uncertain: boolean;
  /** A checkpoint was read: what variables it held, only the run can tell. */
  loaded: boolean;
  /** Forks that no barrier has joined yet. */
  open: readonly OpenFork[];
}

export interface OpenFork {
  /** What each branch knows. */
  readonly branches: readonly Branch[];
  readonly units: readonly (readonly NodeId[])[];
  /** How many nodes the plan had before it, and with its branches. */
  readonly begin: number;
  readonly end: number;
}

/** One of these will have run last. */
export type Ends = Pick<Runs, 'nodes'>;

export interface Runs {
  readonly nodes: readonly NodeId[];
  /** Several of them run, as branches of one parallel block do, so that no reader could say which is meant. */
  readonly competing: boolean;
}

/** Put together only when somebody asks: most names are never read, and many joins would make long lists longer. */
class AnyOf implements Runs {
  readonly competing: boolean;
  #parts: readonly Ends[];
  #nodes: readonly NodeId[] | undefined;

  constructor(parts: readonly Ends[] | readonly Runs[], compete = false) {
    this.#parts = parts;
    this.competing = compete || parts.some((part) => 'competing' in part && part.competing);
  }

  get nodes(): readonly NodeId[] {
    if (this.#nodes) return this.#nodes;
    const nodes = new Set<NodeId>();
    const open: Ends[] = [this];
    // As deep as there were joins.
    for (let runs = open.pop(); runs; runs = open.pop()) {
      if (runs instanceof AnyOf && !runs.#nodes)
        for (const part of [...runs.#parts].reverse()) open.push(part);
      else for (const node of runs.nodes) nodes.add(node);
    }
    this.#nodes = [...nodes];
    this.#parts = [];
    return this.#nodes;
  }
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

/** Nothing has a result here. */
export const nothing: Ends = { nodes: [] };

export function endsAt(id: NodeId): Ends {
  return { nodes: [id] };
}

export function emptyFlow(): Flow {
  return {
    last: nothing,
    reports: new Map(),
    steps: new Map(),
    cells: [],
    variables: new Map(),
    gated: false,
    uncertain: false,
    loaded: false,
    open: [],
  };
}

/** For a branch that begins here. Nothing is written to `flow` before the branch is joined or dropped. */
export function copyFlow(flow: Flow): Branch {
  return {
    ...flow,
    reports: new Layer(flow.reports),
    steps: new Layer(flow.steps),
    variables: new Layer(flow.variables),
  };
}

/** A flow that keeps apart what it has learnt since it was copied. */
export type Branch = Flow & {
  reports: Layer<Runs>;
  steps: Layer<Runs>;
  variables: Layer<Variable>;
};

/** What to do about a name that only a branch knows which may still run; undefined of any other. */
export function helpOfOpen({ open }: Flow, what: 'reports' | 'variables', name: string): string | undefined {
  return open.some(({ branches }) => branches.some((branch) => branch[what].has(name)))
    ? 'a branch that may still run gives it: write `barrier →` in front'
    : undefined;
}

/**
 * After branches of which exactly one ran: what any of them knows, whoever it was. Reporters of the branches stand before
 * those from above, so that the first of them that ran is the nearest. Whether a gate stands before what follows is the
 * caller's to say.
 */
export function joinAlternatives(flow: Flow, branches: readonly Branch[]): void {
  joinAlternativeRuns(
    flow.reports,
    branches.map(({ reports }) => reports.own),
  );
  joinAlternativeRuns(
    flow.steps,
    branches.map(({ steps }) => steps.own),
  );
  const set = new Map<string, Variable>();
  for (const { variables } of branches) {
    for (const [name, variable] of variables.own) {
      const other = set.get(name) ?? flow.variables.get(name);
      set.set(name, other ? eitherOf(other, variable) : variable);
    }
  }
  for (const [name, variable] of set) flow.variables.set(name, variable);
  const { cells } = flow;
  const newCells = branches.filter((branch) => branch.cells !== cells).flatMap((branch) => branch.cells);
  if (newCells.length > 0) flow.cells = [...new Set(newCells)];
  // Those from before stand first: the last that ran is the nearest.
  const { last } = flow;
  const ends = [...branches].sort((a, b) => Number(b.last === last) - Number(a.last === last));
  const lasts = [...new Set(ends.map((branch) => branch.last))];
  const [only = nothing] = lasts;
  flow.last = lasts.length > 1 ? new AnyOf(lasts) : only;
  flow.uncertain ||= branches.some(({ uncertain }) => uncertain);
  flow.loaded ||= branches.some(({ loaded }) => loaded);
}

/** After branches that all ran: a metric, step or variable that several of them know has no single meaning. */
export function joinBranches(flow: Flow, branches: readonly Branch[], units: readonly NodeId[]): void {
  joinParallelRuns(
    flow.reports,
    branches.map(({ reports }) => reports.own),
  );
  joinParallelRuns(
    flow.steps,
    branches.map(({ steps }) => steps.own),
  );
  const setters = new Map<string, Variable[]>();
  for (const branch of branches) {
    for (const [name, variable] of branch.variables.own) {
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
  flow.last = nothing;
  flow.uncertain ||= branches.some(({ uncertain }) => uncertain);
  flow.loaded ||= branches.some(({ loaded }) => loaded);
}

function eitherOf(one: Variable, other: Variable): Variable {
  const unit = one.unit === other.unit ? one.unit : undefined;
  return {
    constant: false,
    ...(unit === undefined ? {} : { unit }),
    ...(one.competing || other.competing ? { competing: true } : {}),
  };
}

function joinAlternativeRuns(into: Known<Runs>, branches: readonly ReadonlyMap<string, Runs>[]): void {
  const changed = new Map<string, Runs[]>();
  for (const branch of branches) {
    for (const [name, runs] of branch) {
      const own = changed.get(name);
      if (own) own.push(runs);
      else changed.set(name, [runs]);
    }
  }
  for (const [name, alternatives] of changed) {
    const before = into.get(name);
    // A branch that does not report it leaves what was known before.
    const all = before && alternatives.length < branches.length ? [...alternatives, before] : alternatives;
    into.set(name, new AnyOf(all));
  }
}

function joinParallelRuns(into: Known<Runs>, branches: readonly ReadonlyMap<string, Runs>[]): void {
  const found = new Map<string, Runs[]>();
  for (const branch of branches) {
    for (const [name, runs] of branch) {
      const own = found.get(name);
      if (own) own.push(runs);
      else found.set(name, [runs]);
    }
  }
  for (const [name, all] of found) into.set(name, new AnyOf(all, all.length > 1));
}
