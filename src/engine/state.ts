/** A run as far as its journal tells it: what is open, what runs, what was measured. `evolve.ts` alone changes it. */
import type { NodeId, Plan, PlanNode, UnitNode, Value } from '../plan/plan.ts';
import type { Conclusion, GateDecided, RunEvent, UnitFailed, UnitResult } from './event.ts';
import type { UnitInput, Variables } from './template.ts';

export interface RunState {
  readonly plan: Plan;
  readonly byId: ReadonlyMap<NodeId, PlanNode>;
  /** Statements behind a written `;`, which run whatever happened before them. */
  readonly always: ReadonlySet<NodeId>;
  readonly scopes: Scopes;
  readonly nodes: Map<NodeId, NodeState>;
  /** Open units that have not started, by target, in the order they became ready. */
  readonly ready: Map<string, Set<NodeId>>;
  readonly running: Set<NodeId>;
  /** Open gates and assignments, decided at the next `advance`. */
  readonly undecided: Set<NodeId>;
  readonly variables: Map<Scope, Map<string, Value>>;
  readonly gates: GateDecided[];
  readonly run: { id: string; startedAt: string; endedAt?: string };
  /** Why results are incomplete; nothing deploys from then on. */
  degraded: string | undefined;
  stopping: { readonly by: 'gate-error' | 'cancel'; readonly what: string } | undefined;
  settlement: Settlement | undefined;
  conclusion: Conclusion | undefined;
  /** From a cancel on, for a resume. */
  beforeCancel: BeforeCancel | undefined;
  /** The `seq` of the last event. */
  seq: number;
}

/** What a cancel changes by its consequences alone. */
export type KeptState = Pick<
  RunState,
  'nodes' | 'ready' | 'running' | 'undecided' | 'variables' | 'gates' | 'degraded' | 'settlement'
>;

export interface BeforeCancel {
  readonly kept: KeptState;
  /** Outcomes that arrived since. */
  readonly since: RunEvent[];
}

/** Whose variables: a call's, a parallel branch's, or '' for the chain itself. */
export type Scope = NodeId | '';

export interface Scopes {
  readonly of: ReadonlyMap<NodeId, Scope>;
  /** A branch reads on in the scope around it. A call does not: its variables are its own. */
  readonly around: ReadonlyMap<Scope, Scope>;
}

export interface NodeState {
  status: 'open' | 'running' | 'succeeded' | 'failed' | 'not-met' | 'stopped';
  /** The `seq` of the event that opened it. */
  readonly openedBy: number;
  startedAt?: string;
  endedAt?: string;
  attempt?: number;
  directory?: string;
  /** What it was started with: variables may have changed since. */
  input?: UnitInput;
  result?: UnitResult;
  failure?: UnitFailed;
  settlement?: Settlement;
  /** Sequence: the index of the open child. Parallel: the index of the next branch to open. Branch: the arm asked. */
  position: number;
  open: number;
  /** Outcomes of branches so far. */
  succeeded: number;
  worst?: Settlement;
}

export type Settlement =
  | { readonly is: 'succeeded' }
  /** A gate without an else branch was not met. */
  | { readonly is: 'not-met'; readonly gate: string; readonly sum: string }
  | { readonly is: 'failed'; readonly node: NodeId; readonly class: string; readonly message: string }
  | { readonly is: 'stopped' };

export function initialState(plan: Plan): RunState {
  const byId = new Map(plan.nodes.map((node) => [node.id, node]));
  return {
    plan,
    byId,
    always: new Set(plan.nodes.flatMap((node) => (node.kind === 'sequence' ? node.always : []))),
    scopes: scopesOf(plan, byId),
    nodes: new Map(),
    ready: new Map(),
    running: new Set(),
    undecided: new Set(),
    variables: new Map([['', new Map(Object.entries(plan.parameters))]]),
    gates: [],
    run: { id: '', startedAt: '' },
    degraded: undefined,
    stopping: undefined,
    settlement: undefined,
    conclusion: undefined,
    beforeCancel: undefined,
    seq: 0,
  };
}

/** One pass: parents stand before their children. */
function scopesOf(plan: Plan, byId: ReadonlyMap<NodeId, PlanNode>): Scopes {
  const of = new Map<NodeId, Scope>();
  const around = new Map<Scope, Scope>();
  for (const { id, parent } of plan.nodes) {
    const outer = parent === null ? '' : (of.get(parent) ?? '');
    const kind = parent === null ? undefined : byId.get(parent)?.kind;
    if (kind === 'call' && parent !== null) of.set(id, parent);
    else if (kind === 'parallel') {
      of.set(id, id);
      around.set(id, outer);
    } else of.set(id, outer);
  }
  return { of, around };
}

export function nodeOf(state: RunState, id: NodeId): PlanNode {
  const node = state.byId.get(id);
  if (!node) throw new Error(`internal: the journal names ${id}, which the plan lacks; please report this`);
  return node;
}

export function nodeState(state: RunState, id: NodeId): NodeState {
  const own = state.nodes.get(id);
  if (!own) throw new Error(`internal: ${id} was never opened; please report this`);
  return own;
}

/**
 * Of elements that stand for one result, the one that ran last. Its result may be missing; an earlier element's is never
 * taken in its place.
 */
export function lastThatRan(state: RunState, ids: readonly NodeId[]): NodeId | undefined {
  let last: NodeId | undefined;
  let opened = 0;
  for (const id of ids) {
    const own = state.nodes.get(id);
    if (!own || own.openedBy <= opened) continue;
    last = id;
    opened = own.openedBy;
  }
  return last;
}

/** The variables that a node sees. */
export function variablesAt(state: RunState, id: NodeId): Variables {
  const own = state.scopes.of.get(id);
  return {
    get(name) {
      for (let scope = own; scope !== undefined; scope = state.scopes.around.get(scope)) {
        const value = state.variables.get(scope)?.get(name);
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
}

/** Built-in commands run in this process, under this name. */
export const builtinTarget = 'builtin';

export function targetOf(plan: Plan, unit: UnitNode): string {
  const command = plan.commands[unit.command];
  return command?.is === 'run' ? command.target : builtinTarget;
}
