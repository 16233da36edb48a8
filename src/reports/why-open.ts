/** Which choice of a run led to an element, or past it: the elements around it, from the inside out. */
import type { RunEvent } from '../engine/event.ts';
import type { RunState, Settlement } from '../engine/state.ts';
import { targetOf } from '../engine/state.ts';
import type { NodeId, PlanNode, SequenceNode } from '../plan/plan.ts';
import { gateSentence } from './gate-sentence.ts';
import { decisionAt, hasGonePast } from './status.ts';
import { wholeDuration } from './words.ts';

interface Told {
  readonly state: RunState;
  readonly events: readonly RunEvent[];
}

/** Sentences for an element that was opened, the choice that is nearest first. */
export function whyOpened(told: Told, id: NodeId): string[] {
  const { state } = told;
  const attempts: string[] = [];
  let first: string | undefined;
  for (let child = id; ; ) {
    const parent = parentOf(state, child);
    if (!parent) break;
    const choice = choiceFor(told, parent, child);
    if (choice !== undefined) return [choice, ...attempts];
    attempts.push(...timesOf(told, parent));
    if (parent.kind === 'sequence') first ??= previousSentence(state, parent, child);
    child = parent.id;
  }
  return [first ?? 'it is the first element', ...attempts];
}

/** The sentence for a parent that had a choice; undefined for one that opens whatever it holds. */
function choiceFor({ state, events }: Told, parent: PlanNode, child: NodeId): string | undefined {
  const own = state.nodes.get(parent.id);
  switch (parent.kind) {
    case 'sequence':
      return sequenceChoice(state, parent, child);
    case 'branch': {
      const arm = parent.arms.findIndex(({ body }) => body === child);
      const decided = decisionAt(state, parent.id, arm >= 0 ? arm : parent.arms.length - 1);
      if (!decided) return undefined;
      return `${gateSentence(state, decided)}${arm >= 0 ? '' : ', and this is its else branch'}`;
    }
    case 'case': {
      const arm = parent.arms.find(({ body }) => body === child);
      return `${parent.text} is ${caseValue(events, parent.id)}, which \`↳ ${arm?.patterns.join('|')}\` takes`;
    }
    case 'try': {
      if (child === parent.finally) return 'a `/finally` always runs';
      if (child === parent.otherwise) return 'nothing failed in the `/try`';
      const handler = parent.catches.find(({ body }) => body === child);
      if (!handler) return undefined;
      const failed = [...state.caught].find(([, { by }]) => by === parent.id);
      const what = failed ? ` of ${titleIn(state, failed[0])} [${failed[1].class}]` : '';
      return `\`/catch:${handler.label}\` took the failure${what}`;
    }
    case 'handlers':
      if (child === parent.finally) return '`finally` always runs';
      if (child !== parent.onFailure) return undefined;
      return own?.worst?.is === 'failed'
        ? `${failureOf(state, own.worst)}, and nothing handled it`
        : 'a failure was not handled';
    case 'logical': {
      if (child !== parent.right) return undefined;
      const left = settlementOf(state, parent.left);
      if (parent.operator === '&&') return `${titleIn(state, parent.left)} succeeded`;
      return left?.is === 'failed' ? `${failureOf(state, left)}, and \`||\` goes on` : undefined;
    }
    default:
      return undefined;
  }
}

function sequenceChoice(state: RunState, parent: SequenceNode, child: NodeId): string | undefined {
  const index = parent.children.indexOf(child);
  const own = state.nodes.get(parent.id);
  const skipped = own?.skippedTo?.includes(index);
  const caught = skipped ? [...state.caught].find(([, { by }]) => by === child) : undefined;
  if (caught) return `${titleIn(state, caught[0])} failed [${caught[1].class}], and that leads to this gate`;
  for (const before of parent.children.slice(0, index).reverse()) {
    if (state.byId.get(before)?.kind !== 'require') continue;
    const decided = decisionAt(state, before, 0);
    return decided && gateSentence(state, decided);
  }
  return undefined;
}

function previousSentence(state: RunState, parent: SequenceNode, child: NodeId): string | undefined {
  const before = parent.children[parent.children.indexOf(child) - 1];
  if (before === undefined) return undefined;
  const settlement = settlementOf(state, before);
  const title = titleIn(state, before);
  if (settlement?.is === 'succeeded') return `it comes after ${title}, which succeeded`;
  return settlement
    ? `a \`;\` stands before it, so it runs whatever became of ${title}`
    : `it comes after ${title}`;
}

/** Attempts and iterations, and what the one before came to. */
function timesOf(told: Told, parent: PlanNode): string[] {
  const { state, events } = told;
  const own = state.nodes.get(parent.id);
  const next = nextAttempt(told, parent);
  if (next !== undefined) return [next];
  if (parent.kind === 'retry' && (own?.attempt ?? 1) > 1) {
    const scheduled = events.findLast(
      (event) => event.type === 'retry-scheduled' && event.node === parent.id,
    );
    const why = scheduled?.type === 'retry-scheduled' ? `: the one before ended with ${scheduled.class}` : '';
    return [`attempt ${own?.attempt} of ${parent.retries + 1} of ${parent.title}${why}`];
  }
  if (parent.kind === 'repeat' && (own?.iteration ?? 1) > 1) {
    const decided = decisionAt(state, parent.id, 0);
    const why = decided ? `: ${gateSentence(state, decided)}` : '';
    return [`iteration ${own?.iteration} of at most ${parent.times}${why}`];
  }
  return [];
}

export interface NotOpened {
  readonly did: string;
  readonly because: readonly string[];
}

/** For an element that was not opened, waits for its turn, or was stopped. */
export function whyNotOpened(told: Told, id: NodeId): NotOpened {
  const { state } = told;
  const own = state.nodes.get(id);
  const node = state.byId.get(id);
  if (own?.status === 'stopped')
    return own.startedAt === undefined ? skipped(stopReason(state, id)) : stopped(stopReason(state, id));
  if (own && node?.kind === 'unit')
    return notYet(`it is ready and waits for a free place on ${targetOf(state.plan, node)}`);
  for (let child = id; ; ) {
    const parent = parentOf(state, child);
    if (!parent) return state.settlement ? skipped(stopReason(state, id)) : notYet('the run has not begun');
    if (state.nodes.has(parent.id)) return pastOrNotYet(told, parent, child);
    child = parent.id;
  }
}

function pastOrNotYet(told: Told, parent: PlanNode, child: NodeId): NotOpened {
  const { state } = told;
  const own = state.nodes.get(parent.id);
  if (own?.status === 'stopped') return skipped(stopReason(state, parent.id));
  if (!own || own.settlement || hasGonePast(state, parent, own, child))
    return pastReason(told, parent, child);
  return notYet(pendingReason(told, parent));
}

/** Of a retry that waits for its time. What the last attempt did is kept until then. */
function nextAttempt({ state, events }: Told, node: PlanNode): string | undefined {
  if (node.kind !== 'retry' || !state.sleeping.has(node.id)) return undefined;
  const scheduled = events.findLast((event) => event.type === 'retry-scheduled' && event.node === node.id);
  if (scheduled?.type !== 'retry-scheduled') return undefined;
  const { attempt, delay, at, class: cause } = scheduled;
  return `attempt ${attempt} of ${node.retries + 1} begins ${wholeDuration(delay)} after ${at}: the one before ended with ${cause}`;
}

function pendingReason(told: Told, parent: PlanNode): string {
  const { state } = told;
  const own = state.nodes.get(parent.id);
  const next = nextAttempt(told, parent);
  if (next !== undefined) return next;
  if (parent.kind === 'parallel' || parent.kind === 'fork')
    return `at most ${parent.max} branches run at once`;
  const current = parent.kind === 'sequence' ? parent.children[own?.position ?? 0] : undefined;
  const [running] = state.running;
  const before = current === undefined ? undefined : titleIn(state, current);
  const busy = running === undefined ? undefined : titleIn(state, running);
  if (before !== undefined && before !== busy && busy !== undefined)
    return `${before} comes before it, and ${busy} is running`;
  return (before ?? busy) ? `${before ?? busy} comes before it and is not over` : 'its turn has not come';
}

function pastReason(told: Told, parent: PlanNode, child: NodeId): NotOpened {
  const { state, events } = told;
  const own = state.nodes.get(parent.id);
  switch (parent.kind) {
    case 'sequence':
      return sequencePast(state, parent, child);
    case 'branch': {
      const arm = parent.arms.findIndex(({ body }) => body === child);
      const met = parent.arms
        .map((_, index) => decisionAt(state, parent.id, index))
        .find((gate) => gate?.outcome === 'met');
      if (met && arm < 0)
        return didNot(`it is the else branch of a gate that was met: ${gateSentence(state, met)}`);
      const decided = arm < 0 ? undefined : decisionAt(state, parent.id, arm);
      if (decided) return didNot(gateSentence(state, decided));
      if (met) return didNot(`the gate before it decided: ${gateSentence(state, met)}`);
      const failed = parent.arms
        .map((_, index) => decisionAt(state, parent.id, index))
        .find((gate) => gate?.outcome === 'error');
      return failed ? didNot(gateSentence(state, failed)) : skipped(stopReason(state, parent.id));
    }
    case 'case': {
      const arm = own?.arm === undefined ? undefined : parent.arms[own.arm];
      return arm
        ? didNot(
            `${parent.text} is ${caseValue(events, parent.id)}, which \`↳ ${arm.patterns.join('|')}\` takes`,
          )
        : skipped(stopReason(state, parent.id));
    }
    case 'try': {
      const body = settlementOf(state, parent.body);
      if (child === parent.finally) return skipped(stopReason(state, parent.id));
      if (child === parent.otherwise)
        return body?.is === 'failed'
          ? didNot(`${failureOf(state, body)} in the \`/try\``)
          : skipped(stopReason(state, parent.id));
      if (body?.is === 'succeeded') return didNot('nothing failed in the `/try`');
      if (body?.is !== 'failed') return skipped(stopReason(state, parent.id));
      const taken = own?.arm === undefined ? undefined : parent.catches[own.arm];
      return didNot(
        taken
          ? `\`/catch:${taken.label}\` took the failure`
          : `it does not take the failure: ${failureOf(state, body)}`,
      );
    }
    case 'handlers':
      if (child === parent.finally) return skipped(stopReason(state, parent.id));
      return settlementOf(state, parent.body)?.is === 'stopped'
        ? skipped(stopReason(state, parent.id))
        : didNot('no failure was left unhandled');
    case 'logical': {
      const left = settlementOf(state, parent.left);
      if (left?.is === 'succeeded')
        return didNot(`${titleIn(state, parent.left)} succeeded, and \`||\` needs a failure`);
      return left?.is === 'failed'
        ? skipped(failureOf(state, left))
        : skipped(
            left?.is === 'not-met' ? unmetText(state, parent.left, left.sum) : stopReason(state, parent.id),
          );
    }
    default:
      return skipped(stopReason(state, parent.id));
  }
}

function sequencePast(state: RunState, parent: SequenceNode, child: NodeId): NotOpened {
  const own = state.nodes.get(parent.id);
  const index = parent.children.indexOf(child);
  const position = own?.position ?? 0;
  if (index < position || own?.skippedTo?.some((gate) => gate > index)) {
    const gate = own?.skippedTo?.find((at) => at > index);
    const id = gate === undefined ? undefined : parent.children[gate];
    const caught = [...state.caught].find(([, { by }]) => by === id);
    if (caught && id !== undefined)
      return skipped(
        `${titleIn(state, caught[0])} failed before it [${caught[1].class}], and a failure here leads to ${titleIn(state, id)}`,
      );
  }
  // The last one that was opened has ended the sequence, save those behind a `;`.
  for (const before of parent.children.slice(0, index).reverse()) {
    const settlement = settlementOf(state, before);
    if (!settlement || settlement.is === 'succeeded') continue;
    if (settlement.is === 'failed') {
      const required = decisionAt(state, settlement.node, 0);
      if (required && settlement.class === 'gate-not-met') return skipped(gateSentence(state, required));
      return skipped(`${titleIn(state, settlement.node)} failed before it [${settlement.class}]`);
    }
    if (settlement.is === 'not-met') return skipped(unmetText(state, before, settlement.sum));
    break;
  }
  return skipped(stopReason(state, parent.id));
}

function unmetText(state: RunState, id: NodeId, sum: string): string {
  const node = state.byId.get(id);
  const end = node?.kind === 'repeat' ? `after ${node.times} times` : 'and has no else branch';
  return `gate ${sum} was not met ${end}`;
}

/** What ended everything here: a time, a budget, a gate that could not be decided, a cancel. */
function stopReason(state: RunState, id: NodeId): string {
  for (let at: NodeId | null = id; at !== null; at = state.byId.get(at)?.parent ?? null) {
    const settlement = settlementOf(state, at);
    const kind = state.byId.get(at)?.kind;
    if ((kind === 'timeout' || kind === 'budget') && settlement?.is === 'failed' && settlement.node === at)
      return `${titleIn(state, at)}: ${settlement.message}`;
  }
  if (state.stopping?.by === 'cancel') return `the run was cancelled by ${state.stopping.what}`;
  return state.stopping?.what ?? state.conclusion?.reason ?? 'the run was over before it';
}

function caseValue(events: readonly RunEvent[], node: NodeId): string {
  const decided = events.findLast((event) => event.type === 'case-decided' && event.node === node);
  return decided?.type === 'case-decided' && decided.value !== undefined ? `\`${decided.value}\`` : 'unknown';
}

function failureOf(state: RunState, { node, class: cause }: Settlement & { is: 'failed' }): string {
  return `${titleIn(state, node)} failed [${cause}]`;
}

function titleIn(state: RunState, id: NodeId): string {
  const node = state.byId.get(id);
  if (node?.kind !== 'sequence') return node?.title ?? id;
  const last = node.children.at(-1);
  return last === undefined ? node.title : (state.byId.get(last)?.title ?? node.title);
}

function settlementOf(state: RunState, id: NodeId): Settlement | undefined {
  return state.nodes.get(id)?.settlement;
}

function parentOf(state: RunState, id: NodeId): PlanNode | undefined {
  const parent = state.byId.get(id)?.parent ?? null;
  return parent === null ? undefined : state.byId.get(parent);
}

function didNot(reason: string): NotOpened {
  return { did: 'did not run', because: [reason] };
}

function skipped(reason: string): NotOpened {
  return { did: 'was skipped', because: [reason] };
}

function stopped(reason: string): NotOpened {
  return { did: 'was stopped', because: [reason] };
}

function notYet(reason: string): NotOpened {
  return { did: 'has not run yet', because: [reason] };
}
