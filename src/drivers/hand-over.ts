/** Where a run that several jobs share stands: what of it this job may do now, and to which job it goes on. */
import { armOf, type Reach } from '../engine/advance.ts';
import type { Fact } from '../engine/event.ts';
import { nodeOf, type RunState, type Settlement } from '../engine/state.ts';
import {
  concludeJob,
  type JobId,
  type Layout,
  type MatrixJob,
  type Step,
  type StepId,
} from '../jobs/layout.ts';
import type { Owner, Owners } from '../jobs/owners.ts';
import type { NodeId, Plan } from '../plan/plan.ts';

export interface HandOver {
  /** Steps of the job that can do something now. */
  readonly ready: readonly StepId[];
  /** The job that the chain goes on in; empty while this one has something to do. */
  readonly next: JobId | '';
  /** When that is a matrix: the legs that have something to do. */
  readonly cells: readonly string[];
}

export function handOverOf(state: RunState, layout: Layout, owners: Owners, job: JobId): HandOver {
  const places = state.conclusion ? [] : placesOf(state, owners);
  const ready = new Set<StepId>();
  const others = new Set<JobId>();
  for (const place of places) {
    if (place.job !== job) others.add(place.job);
    else if ('step' in place) ready.add(place.step);
  }
  // In the order of the steps, which is that of the chain.
  const steps = stepsOf(layout, job).filter(({ id }) => ready.has(id));
  if (steps.length > 0) return { ready: steps.map(({ id }) => id), next: '', cells: [] };
  if (job === concludeJob) return { ready: [], next: '', cells: [] };
  // What handlers a cancel leaves is done where no cancel reaches.
  if (state.settlement || state.stopping?.cancelled || others.size === 0)
    return { ready: [], next: concludeJob, cells: [] };
  const next = layout.jobs.find(({ id }) => others.has(id));
  if (!next || others.size > 1)
    throw new Error(
      `internal: the chain goes on in ${[...others].join(' and ')} at once; please report this`,
    );
  return { ready: [], next: next.id, cells: next.is === 'matrix' ? labelsOf(state, next) : [] };
}

/**
 * For a process of that job: what is to be written down before it hands over to a matrix, which branches of the block are
 * handed out. Once for each block.
 */
export function dispatching(layout: Layout, owners: Owners, job: JobId): (state: RunState) => Fact[] {
  const done = new Set<NodeId>();
  return (state) => {
    if (state.settlement) return [];
    const { next } = handOverOf(state, layout, owners, job);
    const matrix = layout.jobs.find(({ id }) => id === next);
    if (matrix?.is !== 'matrix' || done.has(matrix.block)) return [];
    done.add(matrix.block);
    const block = nodeOf(state, matrix.block);
    if (block.kind !== 'parallel') return [];
    const branches = block.branches.filter((branch) => !isSettled(state, branch));
    return [{ type: 'cells-dispatched', node: matrix.block, branches }];
  };
}

/**
 * Branches that were handed out and have not settled, of the matrices that are over: nobody does them any more. One that
 * waits for a person and nothing else is not lost.
 */
export function lostIn(
  state: RunState,
  matrices: readonly MatrixJob[],
  dispatched: ReadonlySet<NodeId>,
): Fact[] {
  return matrices.flatMap(({ block, legs }): Fact[] => {
    const own = state.nodes.get(block);
    if (!own || own.settlement || !dispatched.has(block)) return [];
    return legs.flatMap(({ label, branches }) =>
      branches
        .filter((branch) => !isSettled(state, branch) && !isAsking(state, branch))
        .map(
          (node): Fact => ({
            type: 'cell-lost',
            node,
            message: `the job of \`${label}\` left no result`,
          }),
        ),
    );
  });
}

/** What a step may do, and no more. */
export function reachOfStep(owners: Owners, job: JobId, step: StepId): Reach {
  const has = (node: NodeId, arm: number) => {
    const owner = owners.ownerOf(node, arm);
    return owner !== undefined && 'step' in owner && owner.job === job && owner.step === step;
  };
  return { has, concludes: false };
}

/** Branches of a leg run side by side, but not more of them than the chain allows to all legs together. */
export function reachOfLeg(
  plan: Plan,
  owners: Owners,
  { id: job, legs, max, block }: MatrixJob,
  leg: number,
): Reach {
  const branches = legs[leg]?.branches ?? [];
  const written = plan.nodes.find((node) => node.id === block);
  const most = written?.kind === 'parallel' ? written.max : null;
  const atOnce = most === null ? branches.length : Math.max(1, Math.floor(most / (max ?? legs.length)));
  const parents = new Map(plan.nodes.map(({ id, parent }) => [id, parent]));
  const branchOf = (node: NodeId) => {
    for (let id: NodeId | null = node; id !== null; id = parents.get(id) ?? null)
      if (branches.includes(id)) return id;
    return undefined;
  };
  const has = (node: NodeId, _arm: number, state: RunState) => {
    const owner = owners.ownerOf(node, 0);
    if (owner === undefined || !('leg' in owner) || owner.job !== job || owner.leg !== leg) return false;
    if (atOnce >= branches.length) return true;
    const open = branches.filter((branch) => !isSettled(state, branch)).slice(0, atOnce);
    const own = branchOf(node);
    return own !== undefined && open.includes(own);
  };
  return { has, concludes: false };
}

/** Looks, and does nothing of the chain. */
export const noReach: Reach = { has: () => false, concludes: false };

/** How something that was done here ended: what nothing takes care of makes the job red. */
export type Verdict =
  | { readonly is: 'done' }
  | { readonly is: 'handled'; readonly what: string; readonly by: string }
  | { readonly is: 'unhandled'; readonly what: string };

export function verdictOfStep(state: RunState, { holds, decides }: Step): Verdict {
  const gateError = state.stopping?.by === 'gate-error' ? state.stopping.what : undefined;
  for (const { node, arm } of decides) {
    const decision = [...state.decisions.values()].find((gate) => gate.node === node && gate.arm === arm);
    if (decision?.outcome === 'error' || (nodeOf(state, node).kind === 'case' && isFailed(state, node)))
      return { is: 'unhandled', what: gateError ?? 'the gate could not be decided' };
    // Behind `/end` the chain goes on, and all the same nobody took care of it.
    if (state.nodes.get(node)?.settlement?.is === 'not-met' && decision)
      return { is: 'unhandled', what: `gate not met: ${decision.sum}` };
  }
  return verdictOf(state, holds);
}

export function verdictOf(state: RunState, nodes: readonly NodeId[]): Verdict {
  let handled: Verdict | undefined;
  for (const node of nodes) {
    const settlement = state.nodes.get(node)?.settlement;
    if (!settlement) continue;
    const verdict = verdictOn(state, settlement);
    if (verdict.is === 'unhandled') return verdict;
    if (verdict.is === 'handled') handled ??= verdict;
  }
  return handled ?? { is: 'done' };
}

function verdictOn(state: RunState, settlement: Settlement): Verdict {
  switch (settlement.is) {
    case 'succeeded':
      return { is: 'done' };
    case 'stopped':
      return { is: 'unhandled', what: state.stopping?.what ?? 'stopped' };
    case 'not-met':
      return { is: 'unhandled', what: `gate not met: ${settlement.sum}` };
    case 'failed': {
      const what = `${settlement.message} [${settlement.class}]`;
      const caught = state.caught.get(settlement.node);
      return caught ? { is: 'handled', what, by: nodeOf(state, caught.by).title } : { is: 'unhandled', what };
    }
  }
}

function isFailed(state: RunState, node: NodeId): boolean {
  return state.nodes.get(node)?.settlement?.is === 'failed';
}

/** Somebody has been asked in it, and nothing else of it can go on. */
function isAsking(state: RunState, branch: NodeId): boolean {
  const isBelow = (node: NodeId) => {
    for (let id: NodeId | null = node; id !== null; id = nodeOf(state, id).parent)
      if (id === branch) return true;
    return false;
  };
  const { asked, undecided, ready, sleeping, running } = state;
  const waiting = [...undecided, ...[...ready.values()].flatMap((set) => [...set]), ...sleeping, ...running];
  return [...asked].some(isBelow) && !waiting.some(isBelow);
}

function isSettled(state: RunState, node: NodeId): boolean {
  return state.nodes.get(node)?.settlement !== undefined;
}

/** Whose turn it is, for all that could go on now. Whom a person has been asked about is nobody's. */
function placesOf(state: RunState, owners: Owners): Owner[] {
  const waiting = [
    ...state.undecided,
    ...[...state.ready.values()].flatMap((ready) => [...ready]),
    ...state.sleeping,
    ...state.running,
  ];
  return waiting.map((node) => {
    const owner = owners.ownerOf(node, armOf(state, node));
    if (!owner) throw new Error(`internal: ${node} is in no job; please report this`);
    return owner;
  });
}

function stepsOf(layout: Layout, job: JobId): readonly Step[] {
  const found = layout.jobs.find(({ id }) => id === job);
  return found?.is === 'stretch' ? found.steps : [];
}

function labelsOf(state: RunState, { legs }: MatrixJob): string[] {
  return legs
    .filter(({ branches }) => branches.some((branch) => !isSettled(state, branch)))
    .map(({ label }) => label);
}
