/** Why an element of a run ran, did not, or was taken over from an earlier run: from what the journal says, and nothing else. */
import type { GateDecided, RunEvent } from '../engine/event.ts';
import { reuseKey } from '../engine/reuse.ts';
import type { RunState } from '../engine/state.ts';
import type { NodeId, PlanNode, UnitNode } from '../plan/plan.ts';
import { gateSentence } from './gate-sentence.ts';
import { decisionAt, gateStatus, handlerOf, type StepStatus, statusOf } from './status.ts';
import { whyNotOpened, whyOpened } from './why-open.ts';
import { podSentences } from './why-pod.ts';
import { duration } from './words.ts';

export interface Why {
  readonly id: NodeId;
  readonly title: string;
  readonly status: StepStatus;
  /** What became of it: `ran`, `did not run`. */
  readonly did: string;
  /** Sentences, the one that decided first. */
  readonly because: readonly string[];
}

export interface WhyRequest {
  readonly state: RunState;
  readonly events: readonly RunEvent[];
  readonly node: PlanNode;
  /** The run whose results were offered to this one, where it can be read. */
  readonly earlier?: RunState;
}

export function whyOf(request: WhyRequest): Why {
  const { state, node } = request;
  const { id, title } = node;
  const own = state.nodes.get(id);
  const status =
    node.kind === 'branch' || node.kind === 'require' ? gateStatus(state, id, 0) : statusOf(state, id);
  const answer = (did: string, ...because: readonly string[]): Why => ({ id, title, status, did, because });
  if (own?.reusedFrom !== undefined)
    return answer(`was reused from run ${own.reusedFrom}`, 'same place, same command, same input');
  const gates = gatesAsked(state, node);
  if (gates.length > 0) {
    const sentences = gates.map((gate) => gateSentence(state, gate));
    return answer('was asked', ...sentences, ...whyOpened(request, id));
  }
  if (!own || own.status === 'stopped' || isReady(state, node)) {
    const { did, because } = whyNotOpened(request, id);
    return answer(did, ...because, ...earlierAttempts(request));
  }
  const isOver = own.settlement !== undefined;
  return answer(
    node.kind === 'approval'
      ? isOver
        ? 'was asked for'
        : 'waits for a person'
      : isOver
        ? 'ran'
        : 'is running',
    ...whyOpened(request, id),
    ...reruns(request),
    ...podSentences(request),
    ...outcome(request),
  );
}

/** The gates that the node is, as far as they were asked. */
function gatesAsked(state: RunState, node: PlanNode): readonly GateDecided[] {
  const arms = node.kind === 'branch' ? node.arms.length : node.kind === 'require' ? 1 : 0;
  return Array.from({ length: arms }, (_, arm) => decisionAt(state, node.id, arm)).filter(
    (gate) => gate !== undefined,
  );
}

/** Open, and nothing has begun it. */
function isReady(state: RunState, node: PlanNode): boolean {
  return node.kind === 'unit' && state.nodes.get(node.id)?.status === 'open';
}

function outcome({ state, events, node }: WhyRequest): string[] {
  const own = state.nodes.get(node.id);
  const settlement = own?.settlement;
  if (node.kind === 'approval') {
    const given = events.findLast((event) => event.type === 'approval-given' && event.node === node.id);
    if (given?.type === 'approval-given')
      return [`${given.by} ${given.approved ? 'approved' : 'refused'} it at ${given.at}`];
    return own?.settlement ? [] : [`nobody has decided about ${node.label} yet`];
  }
  if (!settlement) return [];
  const seconds = own?.result?.seconds ?? own?.failure?.seconds;
  const time = seconds === undefined ? '' : ` after ${duration(seconds)}`;
  if (settlement.is === 'succeeded') return [`it succeeded${time}`];
  if (settlement.is !== 'failed') return [];
  const by = handlerOf(state, node.id);
  const handled = by === undefined ? '' : `; ${state.byId.get(by)?.title ?? by} took care of it`;
  return [`it failed${time} [${settlement.class}]: ${settlement.message}${handled}`];
}

/** Why a unit was started more often than once, or although there was a result of it. */
function reruns(request: WhyRequest): string[] {
  const { events, node } = request;
  if (node.kind !== 'unit') return [];
  const interrupted = events.filter((event) => event.type === 'unit-interrupted' && event.node === node.id);
  const again = interrupted.length === 0 ? [] : ['it was interrupted, and began again when the run went on'];
  return [...again, ...notReused(request, node)];
}

function notReused({ state, events, earlier }: WhyRequest, unit: UnitNode): string[] {
  const offered = events.findLast((event) => event.type === 'results-offered');
  const own = state.nodes.get(unit.id);
  if (offered?.type !== 'results-offered' || !own?.input) return [];
  const { from, finished, changed } = offered;
  const lead = 'it ran again although an earlier run was offered';
  const key = reuseKey(state.plan, unit, own.input);
  const path = changed?.[key];
  if (path !== undefined) return [`${lead}: its input ${path} has changed`];
  if (finished[key])
    return [`${lead}: something before it ran anew, so the result in ${from} may be another`];
  if (!Object.keys(finished).some((key) => key.startsWith(`${unit.id} `)))
    return [`${from} was offered, and has no result of it`];
  return [`${lead}: ${changeOf(state, unit, earlier)}`];
}

function changeOf(state: RunState, unit: UnitNode, earlier: RunState | undefined): string {
  const before = earlier?.byId.get(unit.id);
  if (!earlier || before?.kind !== 'unit') return 'its command or its input changed';
  if (before.command !== unit.command) return `it was ${before.title}`;
  const [old, now] = [earlier.plan.commands[before.command], state.plan.commands[unit.command]];
  if (old?.is === 'run' && now?.is === 'run') {
    if (old.script !== now.script) return 'its script changed';
    if (old.target !== now.target) return `it ran on ${old.target}, and now on ${now.target}`;
    if (JSON.stringify(old) !== JSON.stringify(now)) return 'its definition changed';
  }
  const [was, is] = [earlier.nodes.get(unit.id)?.input, state.nodes.get(unit.id)?.input];
  const words = (input: typeof is) => input?.arguments.join(' ') ?? '';
  if (was && words(was) !== words(is)) return `its arguments were \`${words(was)}\` and are \`${words(is)}\``;
  const name = Object.keys({ ...was?.parameters, ...is?.parameters }).find(
    (one) => was?.parameters[one] !== is?.parameters[one],
  );
  if (name !== undefined)
    return `\`${name}\` was \`${was?.parameters[name] ?? ''}\` and is \`${is?.parameters[name] ?? ''}\``;
  return 'what it collects changed';
}

/** What has not happened in the last attempt may have in one before. */
function earlierAttempts({ state, events, node }: WhyRequest): string[] {
  if (state.nodes.has(node.id)) return [];
  const ran = events.some((event) => event.type === 'unit-started' && event.node === node.id);
  return ran ? ['it ran in an earlier attempt or iteration'] : [];
}
