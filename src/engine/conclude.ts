/** How a run ended, from its state once its root has settled. */
import type { NodeId } from '../plan/plan.ts';
import type { Conclusion, GateDecided, ReasonCode } from './event.ts';
import { ownField } from './own-field.ts';
import { nodeOf, type RunState, type Settlement } from './state.ts';

export function conclude(state: RunState): Conclusion {
  const { settlement, stopping } = state;
  if (stopping?.by === 'cancel') {
    return { decision: 'cancelled', reasonCode: 'cancelled', reason: `cancelled by ${stopping.what}` };
  }
  if (stopping) return { decision: 'failed', reasonCode: 'gate-error', reason: stopping.what };
  if (settlement?.is === 'failed' && nodeOf(state, settlement.node).kind !== 'require')
    return failure(state, settlement);
  const unhandled = unhandledGate(state);
  if (unhandled)
    return { decision: 'not-met', reasonCode: 'gate-not-met', reason: `gate not met: ${sumOf(unhandled)}` };
  if (settlement?.is !== 'succeeded')
    throw new Error(`internal: settled as ${settlement?.is} with nothing to show for it; please report this`);
  return success(state);
}

/** What waits for a person's word. Other work may still be to come when it is given. */
export function waiting(state: RunState): Conclusion {
  const labels = [...state.asked].map((id) => `\`${nodeOf(state, id).title}\``);
  return { decision: 'waiting', reasonCode: 'waiting-approval', reason: `waiting for ${labels.join(', ')}` };
}

/** A gate that was not met and that nothing took care of. */
function unhandledGate({ byId, decisions, caught }: RunState): GateDecided | undefined {
  const metAt = new Set<NodeId>();
  for (const { node, outcome } of decisions.values()) if (outcome === 'met') metAt.add(node);
  for (const gate of decisions.values()) {
    const { node, warned } = gate;
    if (!isUnmet(gate) || warned || metAt.has(node) || caught.has(node)) continue;
    const asked = byId.get(node);
    if (asked?.kind !== 'branch' || asked.otherwise === null) return gate;
  }
  return undefined;
}

function success(state: RunState): Conclusion {
  const degraded = state.degraded === undefined ? '' : `; degraded: ${state.degraded}`;
  const all = [...state.decisions.values()];
  const first = all.find((gate) => isUnmet(gate) && !state.caught.has(gate.node));
  if (first) {
    const branch = all.some(({ node, outcome }) => node === first.node && outcome === 'met')
      ? 'another branch ran'
      : 'the else branch ran';
    const what = first.warned ? 'it only warns' : branch;
    const reason = `gate not met: ${sumOf(first)}; ${what}${degraded}`;
    return { decision: 'handled', reasonCode: 'else-branch', reason };
  }
  // What `||` went on after is a choice of the chain: it makes the result degraded, and the run no other.
  const failed = [...state.caught].find(([, { by }]) => nodeOf(state, by).kind !== 'logical');
  if (failed) {
    const [node, { class: cause }] = failed;
    const reason = `\`${nodeOf(state, node).title}\` failed [${cause}] and was handled${degraded}`;
    return { decision: 'handled', reasonCode: 'failure-handled', reason };
  }
  const [met] = all;
  if (!met) {
    // Some may fail by a `min=`, or on the left of `||`.
    const isWhole = [...state.nodes.values()].every((node) => node.settlement?.is !== 'failed');
    const what = isWhole ? 'every command succeeded' : 'enough commands succeeded';
    return { decision: 'passed', reasonCode: 'no-gates', reason: `${what}${degraded}` };
  }
  const reason = all.length === 1 ? `gate met: ${met.sum}` : `all ${all.length} gates met`;
  return { decision: 'passed', reasonCode: 'gates-met', reason: `${reason}${degraded}` };
}

function failure(state: RunState, settlement: Settlement & { is: 'failed' }): Conclusion {
  const codes: Readonly<Record<string, ReasonCode>> = {
    degraded: 'degraded-deploy',
    'no-metrics': 'result-missing',
    'no-candidate': 'result-missing',
    timeout: 'timeout',
    budget: 'budget',
    'approval-refused': 'approval-refused',
  };
  return {
    decision: 'failed',
    reasonCode: ownField(codes, settlement.class) ?? 'unit-failed',
    reason: `\`${nodeOf(state, settlement.node).title}\` failed: ${settlement.message}`,
  };
}

function isUnmet({ outcome }: GateDecided): boolean {
  return outcome === 'not-met' || outcome === 'inconclusive';
}

function sumOf({ sum, outcome, reason, remark }: GateDecided): string {
  if (reason !== undefined) return `${sum} (${reason})`;
  return outcome === 'inconclusive' ? `${sum} (inconclusive: ${remark ?? 'too few samples'})` : sum;
}
