/** A run as far as its journal tells it: what is open, what runs, what was measured. `evolve.ts` alone changes it. */
import type { NodeId, Plan, PlanNode, Seconds, UnitNode, Value } from '../plan/plan.ts';
import type { Conclusion, FinishedUnit, GateDecided, RunEvent, UnitFailed, UnitResult } from './event.ts';
import type { UnitInput } from './template.ts';

export interface RunState {
  readonly plan: Plan;
  readonly byId: ReadonlyMap<NodeId, PlanNode>;
  /** Statements behind a written `;`, which run whatever happened before them. */
  readonly always: ReadonlySet<NodeId>;
  readonly scopes: Scopes;
  /** Units whose standard output another one reads. */
  readonly readByOthers: ReadonlySet<NodeId>;
  nodes: Map<NodeId, NodeState>;
  /** Open units that have not started, by target, in the order they became ready. */
  ready: Map<string, Set<NodeId>>;
  running: Set<NodeId>;
  /** Running units that are to be ended: their time, their money or the run is over. */
  ending: Set<NodeId>;
  /** Open nodes of which something has to be decided, which the next `advance` does. */
  undecided: Set<NodeId>;
  /** Retries and waits whose time has not come. */
  sleeping: Set<NodeId>;
  /** Approvals that a person has been asked for. */
  asked: Set<NodeId>;
  timers: Timer[];
  /** All that the run has meant to make, in that order, by name. */
  pods: Map<string, PodState>;
  /** Where each unit runs, or ran last: the name of a pod or of an `ssh` target. */
  placed: Map<NodeId, string>;
  variables: Map<Scope, Map<string, Value>>;
  /** The last decision of each gate, in the order they were made. */
  decisions: Map<string, GateDecided>;
  readonly gates: readonly GateDecided[];
  /** Failures that something took care of, by the node that failed. */
  caught: Map<NodeId, Caught>;
  /** Timeouts and budgets that ran out, until what they hold has ended. */
  expired: Map<NodeId, Expiry>;
  /** How often each unit was started, over all attempts and resumes: each start has a directory of its own. */
  readonly starts: Map<NodeId, number>;
  /** Results of an earlier run or a checkpoint, by `reuseKey`. */
  offered: { readonly from: string; readonly finished: ReadonlyMap<string, FinishedUnit> } | undefined;
  readonly run: { id: string; startedAt: string; endedAt?: string };
  /** What has made results incomplete, with the reason; trying it again takes that back. */
  degradedBy: Map<NodeId, string>;
  /** The first reason: nothing deploys as long as there is one. */
  readonly degraded: string | undefined;
  stopping: Stopping | undefined;
  settlement: Settlement | undefined;
  conclusion: Conclusion | undefined;
  /** From a cancel on, for a resume. */
  beforeCancel: BeforeCancel | undefined;
  /** The `seq` of the last event. */
  seq: number;
  /** Its time in milliseconds. */
  at: number;
}

export interface Stopping {
  readonly by: 'gate-error' | 'cancel';
  readonly what: string;
  /** Units are ended, and nothing but `finally` handlers runs any more. */
  cancelled: boolean;
  /** Not even these. */
  forced: boolean;
}

export interface Caught {
  /** The try, the gate or the operator that went on. */
  readonly by: NodeId;
  readonly class: string;
}

export interface Expiry {
  readonly class: 'timeout' | 'budget';
  readonly message: string;
}

/** Something that will happen at a time; `timers.ts` keeps them in order. */
export interface Timer {
  /** Milliseconds since the epoch. */
  at: number;
  readonly node: NodeId;
  /** `openedBy` of the node it was set for: another attempt has timers of its own. */
  readonly opened: number;
  readonly what: 'timeout' | 'wait' | 'retry' | 'budget';
  /** Of a budget: its rate has not changed since. Of a retry: the attempt before. */
  readonly version: number;
}

/** What the journal says of a pod. Times are UTC, ISO 8601; prices are dollars an hour. */
export interface PodState {
  readonly name: string;
  readonly target: string;
  /** The id of its `PodScope`. */
  readonly scope: string;
  readonly offer: string;
  /** As the catalogue had it. */
  readonly quoted: number;
  /** As it is billed; as quoted until that is known. */
  price: number;
  readonly lifetime: Seconds;
  readonly intendedAt: string;
  createdAt?: string;
  /** RunPod's. */
  id?: string;
  readyAt?: string;
  /** How long that took, from its creation. */
  readyAfter?: Seconds;
  gpu?: string;
  endedAt?: string;
  /** Why it was ended. */
  why?: string;
  proven?: boolean;
  /** Of its life, once it has ended. */
  seconds?: Seconds;
  /** What that has cost. */
  dollars?: number;
  billed?: number;
  refused?: { readonly class: string; readonly message: string };
  /** All that have run on it. */
  readonly units: Set<NodeId>;
  /** Those that run on it now, with their part of its slots. */
  readonly shares: Map<NodeId, number>;
}

/** What a cancel changes by its consequences alone. */
export type KeptState = Pick<
  RunState,
  | 'nodes'
  | 'ready'
  | 'running'
  | 'ending'
  | 'undecided'
  | 'sleeping'
  | 'asked'
  | 'timers'
  | 'pods'
  | 'placed'
  | 'variables'
  | 'decisions'
  | 'caught'
  | 'expired'
  | 'degradedBy'
  | 'settlement'
  | 'at'
>;

export interface BeforeCancel {
  readonly kept: KeptState;
  /** Outcomes that arrived since, of units that ran then. */
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
  /** Unit: the start's number. Retry: the attempt, from 1. */
  attempt?: number;
  /** Repeat: from 1. */
  iteration?: number;
  directory?: string;
  /** Unit: starts of this attempt whose driver went away before their end, oldest first. */
  interrupted?: number[];
  /** What it was started with: variables may have changed since. */
  input?: UnitInput;
  result?: UnitResult;
  failure?: UnitFailed;
  settlement?: Settlement;
  /** The run or file whose result it took over. */
  reusedFrom?: string;
  /** Sequence: the index of the open child. Parallel, fork: the index of the next branch to open. Branch: the arm asked. */
  position: number;
  open: number;
  /** Outcomes of branches so far. */
  succeeded: number;
  worst?: Settlement;
  /** Try and handlers: what of them runs. */
  phase?: 'body' | 'catch' | 'else' | 'finally' | 'on-failure';
  /** Case: the arm that runs. Try: the catch. */
  arm?: number;
  /** Something of it was started in this run, not only taken over. */
  ran?: boolean;
  /** Something before it was: then nothing is taken over any more. */
  after?: boolean;
  /** What no longer reaches it from outside: a stop of any kind, or that of a gate error alone. */
  shield?: 'always' | 'gate-error';
  /** A gate in it could not be decided: its shield no longer holds. */
  broken?: boolean;
  /** Its timer has gone off. */
  fired?: boolean;
  /** Sequence that is a block: forks since the last barrier, how many of them are open, and who waits for them. */
  forks?: { ids: NodeId[]; open: number; worst?: Settlement; barrier?: NodeId; end?: Settlement };
  /** Sequence: the gates to which a failure of their stretch has skipped. */
  skippedTo?: number[];
  /** Budget. */
  spending?: Spending;
}

/** Dollars, and dollars an hour. */
export interface Spending {
  /** Up to `since`, in milliseconds since the epoch. */
  spent: number;
  /** Of the units that run on targets with a price. */
  rate: number;
  /** Of pods. */
  pods: number;
  since: number;
  /** Another one each time a rate changes: timers of earlier rates no longer matter. */
  version: number;
}

export type Settlement =
  | { readonly is: 'succeeded' }
  /** A gate without an else branch was not met. */
  | { readonly is: 'not-met'; readonly gate: string; readonly sum: string }
  | { readonly is: 'failed'; readonly node: NodeId; readonly class: string; readonly message: string }
  | { readonly is: 'stopped' };

export const succeeded: Settlement = { is: 'succeeded' };

export function initialState(plan: Plan): RunState {
  const byId = new Map(plan.nodes.map((node) => [node.id, node]));
  return {
    plan,
    byId,
    always: new Set(plan.nodes.flatMap((node) => (node.kind === 'sequence' ? node.always : []))),
    scopes: scopesOf(plan, byId),
    readByOthers: new Set(plan.nodes.flatMap((node) => (node.kind === 'unit' ? (node.input ?? []) : []))),
    nodes: new Map(),
    ready: new Map(),
    running: new Set(),
    ending: new Set(),
    undecided: new Set(),
    sleeping: new Set(),
    asked: new Set(),
    timers: [],
    pods: new Map(),
    placed: new Map(),
    variables: new Map([['', new Map(Object.entries(plan.parameters))]]),
    decisions: new Map(),
    get gates() {
      return [...this.decisions.values()];
    },
    caught: new Map(),
    expired: new Map(),
    starts: new Map(),
    offered: undefined,
    run: { id: '', startedAt: '' },
    degradedBy: new Map(),
    get degraded() {
      const [first] = this.degradedBy.values();
      return first;
    },
    stopping: undefined,
    settlement: undefined,
    conclusion: undefined,
    beforeCancel: undefined,
    seq: 0,
    at: 0,
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
    else if (kind === 'parallel' || kind === 'fork') {
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

export function unitOf(state: RunState, id: NodeId): UnitNode {
  const node = nodeOf(state, id);
  if (node.kind !== 'unit') throw new Error(`internal: ${id} is no unit; please report this`);
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

/** A failure outranks a gate that was not met, which outranks not having been run; of equals the first counts. */
export function worse(a: Settlement | undefined, b: Settlement): Settlement {
  return a && rank(a) >= rank(b) ? a : b;
}

function rank(settlement: Settlement): number {
  switch (settlement.is) {
    case 'failed':
      return settlement.class === 'gate-not-met' ? 2 : 3;
    case 'not-met':
      return 2;
    case 'stopped':
      return 1;
    case 'succeeded':
      return 0;
  }
}

/** Built-in commands run in this process, under this name. */
export const builtinTarget = 'builtin';

export function targetOf(plan: Plan, unit: UnitNode): string {
  const command = plan.commands[unit.command];
  return command === undefined || command.is === 'builtin' ? builtinTarget : command.target;
}

export function readySet(state: RunState, id: NodeId): Set<NodeId> {
  const target = targetOf(state.plan, unitOf(state, id));
  let set = state.ready.get(target);
  if (!set) {
    set = new Set();
    state.ready.set(target, set);
  }
  return set;
}
