/** The elements of a chain in its order, each with what has become of it. */
import { shortNumber } from '../engine/evaluate.ts';
import type { RunState } from '../engine/state.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import { contextOf } from './context-words.ts';
import { againWord, decisionAt, gateStatus, handlerOf, type StepStatus, statusOf } from './status.ts';
import { gateNote, toMilliseconds } from './words.ts';

export interface Step {
  /** Of the node; a part of one that has a line of its own, such as `/else`, has its own. */
  readonly id: string;
  readonly kind: StepKind;
  readonly title: string;
  readonly status: StepStatus;
  readonly depth: number;
  readonly seconds?: number;
  /** From 1; absent while it is the only one. */
  readonly attempt?: number;
  /** The run whose result was taken over. */
  readonly reused_from?: string;
  /** Title of what took care of its failure. */
  readonly handled_by?: string;
  /** One short remark: a value that was set, why it failed. */
  readonly note?: string;
}

/** A node of the plan, or a part of one that has a line of its own. */
export type StepKind =
  | Exclude<PlanNode['kind'], 'sequence' | 'logical' | 'branch' | 'require' | 'handlers'>
  | 'gate'
  | 'else'
  | 'arm'
  | 'catch'
  | 'finally'
  | 'on-failure';

/** `now`: UTC, ISO 8601; the end of what is still running. */
export function stepsOf(state: RunState, now: string): readonly Step[] {
  const builder = new StepsBuilder(state, now);
  builder.add(state.plan.root, 0);
  return builder.steps;
}

class StepsBuilder {
  readonly steps: Step[] = [];
  readonly #state: RunState;
  readonly #now: string;

  constructor(state: RunState, now: string) {
    this.#state = state;
    this.#now = now;
  }

  /** Sequences show as their elements, so that the list reads like the chain. Depth is bounded by the parser. */
  add(id: NodeId, depth: number): void {
    const node = this.#state.byId.get(id);
    if (!node) return;
    switch (node.kind) {
      case 'sequence':
        for (const child of node.children) this.add(child, depth);
        return;
      case 'logical':
        this.add(node.left, depth);
        this.add(node.right, depth);
        return;
      case 'unit':
      case 'assignment':
      case 'barrier':
      case 'wait':
      case 'approval':
        this.#push(node, node.kind, depth);
        return;
      case 'parallel':
      case 'fork':
        this.#push(node, node.kind, depth);
        for (const branch of node.branches) this.add(branch, depth + 1);
        return;
      case 'call':
      case 'fallback':
      case 'retry':
      case 'timeout':
      case 'budget':
        this.#push(node, node.kind, depth);
        this.add(node.body, depth + 1);
        return;
      case 'repeat':
        this.#push(node, 'repeat', depth);
        this.add(node.body, depth + 1);
        this.#gate(node, 0, depth + 1, `until:${node.gate.text}`);
        return;
      case 'require':
        this.#gate(node, 0, depth, node.title);
        return;
      case 'branch':
        node.arms.forEach((arm, index) => {
          this.#gate(node, index, depth, `${index === 0 ? '/if' : '/elif'}:${arm.gate.text}`);
          this.add(arm.body, depth + 1);
        });
        this.#part(`${id}:else`, node.otherwise, 'else', '/else', depth);
        return;
      case 'case':
        this.#push(node, 'case', depth);
        for (const [index, { patterns, body }] of node.arms.entries())
          this.#part(`${id}:arm-${index + 1}`, body, 'arm', `↳ ${patterns.join('|')}`, depth);
        return;
      case 'try':
        this.#push(node, 'try', depth);
        this.add(node.body, depth + 1);
        for (const [index, { label, body }] of node.catches.entries())
          this.#part(`${id}:catch-${index + 1}`, body, 'catch', `/catch:${label}`, depth);
        this.#part(`${id}:else`, node.otherwise, 'else', '/else', depth);
        this.#part(`${id}:finally`, node.finally, 'finally', '/finally', depth);
        return;
      case 'handlers':
        this.add(node.body, depth);
        this.#part(`${id}:on-failure`, node.onFailure, 'on-failure', 'on_failure', depth);
        this.#part(`${id}:finally`, node.finally, 'finally', 'finally', depth);
    }
  }

  /** A branch with a line of its own, and what is in it. */
  #part(id: string, body: NodeId | null, kind: StepKind, title: string, depth: number): void {
    if (body === null) return;
    this.steps.push({ id, kind, title, status: statusOf(this.#state, body), depth });
    this.add(body, depth + 1);
  }

  #gate(node: PlanNode, arm: number, depth: number, title: string): void {
    const decided = decisionAt(this.#state, node.id, arm);
    const status = gateStatus(this.#state, node.id, arm);
    const note = decided ? { note: gateNote(decided) } : {};
    this.steps.push({ id: node.id, kind: 'gate', title, status, depth, ...note });
  }

  #push(node: PlanNode, kind: StepKind, depth: number): void {
    const own = this.#state.nodes.get(node.id);
    const reused = own?.reusedFrom;
    const seconds =
      reused === undefined
        ? (own?.result?.seconds ?? own?.failure?.seconds ?? this.#elapsed(node.id))
        : undefined;
    const by = handlerOf(this.#state, node.id);
    const handler = by === undefined ? undefined : (this.#state.byId.get(by)?.title ?? by);
    const note = this.#note(node, handler);
    const attempt = node.kind === 'unit' || node.kind === 'retry' ? (own?.attempt ?? 1) : 1;
    this.steps.push({
      id: node.id,
      kind,
      title: node.title,
      status: statusOf(this.#state, node.id),
      depth,
      ...(seconds === undefined ? {} : { seconds: toMilliseconds(seconds) }),
      ...(attempt > 1 ? { attempt } : {}),
      ...(reused === undefined ? {} : { reused_from: reused }),
      ...(handler === undefined ? {} : { handled_by: handler }),
      ...(note === '' ? {} : { note }),
    });
  }

  #note(node: PlanNode, handler: string | undefined): string {
    const own = this.#state.nodes.get(node.id);
    const parts: string[] = [];
    if (own?.attempt !== undefined && own.attempt > 1) {
      const of = node.kind === 'retry' ? ` of ${node.retries + 1}` : '';
      const word = node.kind === 'retry' ? 'attempt' : againWord(this.#state, node.id);
      parts.push(`${word} ${own.attempt}${of}`);
    }
    if (node.kind === 'retry' && this.#state.sleeping.has(node.id))
      parts.push(`attempt ${(own?.attempt ?? 1) + 1} of ${node.retries + 1} follows`);
    if (node.kind === 'repeat' && own?.iteration !== undefined)
      parts.push(`${own.iteration} of at most ${node.times}`);
    if (own?.reusedFrom !== undefined) parts.push(`reused from ${own.reusedFrom}`);
    if (own?.result?.none !== undefined) parts.push(own.result.none);
    const value = this.#value(node);
    if (value !== undefined) parts.push(`= ${value}`);
    if (node.kind === 'approval') {
      if (own?.status === 'open') parts.push('waits for approval');
      if (own?.status === 'succeeded') parts.push('approved');
    }
    if (own?.failure) parts.push(own.failure.message);
    else if (own?.settlement?.is === 'failed' && own.settlement.node === node.id)
      parts.push(own.settlement.message);
    // What only passed the failure on says nothing of it.
    if (handler !== undefined && own?.settlement?.is === 'failed' && own.settlement.node === node.id)
      parts.push(`handled by ${handler}`);
    return parts.join('; ');
  }

  /** What an assignment, a barrier or a `context:` has set. */
  #value(node: PlanNode): string | undefined {
    const name = node.kind === 'assignment' || node.kind === 'barrier' ? node.variable : this.#bound(node);
    if (name === null || this.#state.nodes.get(node.id)?.settlement?.is !== 'succeeded') return undefined;
    const value = this.#state.variables.get(node.scope ?? '')?.get(name);
    return value === undefined ? undefined : typeof value === 'number' ? shortNumber(value) : String(value);
  }

  #bound(node: PlanNode): string | null {
    const command = node.kind === 'unit' ? this.#state.plan.commands[node.command] : undefined;
    if (node.kind !== 'unit' || command?.is !== 'builtin' || command.name !== 'context') return null;
    return contextOf(node).variable;
  }

  #elapsed(id: NodeId): number | undefined {
    const own = this.#state.nodes.get(id);
    return own?.startedAt === undefined ? undefined : secondsBetween(own.startedAt, own.endedAt ?? this.#now);
  }
}

export function secondsBetween(from: string, to: string): number {
  return from === '' ? 0 : Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}
