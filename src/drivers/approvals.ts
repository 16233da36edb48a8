/** What people decide while a run waits: decisions that came with a resume, and questions put to somebody at a terminal. */
import { userInfo } from 'node:os';
import type { ApprovalGiven } from '../engine/event.ts';
import type { NodeId } from '../plan/plan.ts';

/** A person's decision, made elsewhere. */
export interface Decided {
  /** Of the approval; every open one when absent. */
  readonly label?: string;
  readonly approved: boolean;
  readonly by: string;
}

export interface Approving {
  /** For the approvals that a resumed run waits for. */
  readonly approvals?: readonly Decided[];
  /** Puts the question to a person who is there. `signal`: nobody waits for the answer any more. */
  readonly ask?: (label: string, signal: AbortSignal) => Promise<boolean>;
}

export class Approvals {
  readonly #approving: Approving;
  readonly #answered: (fact?: ApprovalGiven) => void;
  /** Asked and not yet answered, with what takes the question back. */
  readonly #questions = new Map<NodeId, AbortController>();
  /** One question at a time: a terminal has one line. */
  #last: Promise<void> = Promise.resolve();

  /** `answered` without a fact: nobody could be asked. */
  constructor(approving: Approving, answered: (fact?: ApprovalGiven) => void) {
    this.#approving = approving;
    this.#answered = answered;
  }

  get canAsk(): boolean {
    return this.#approving.ask !== undefined;
  }

  get isAsking(): boolean {
    return this.#questions.size > 0;
  }

  /** Of the open ones, those that somebody has decided; the first decision for each counts. */
  given(open: readonly { readonly node: NodeId; readonly label: string }[]): ApprovalGiven[] {
    return open.flatMap(({ node, label }): ApprovalGiven[] => {
      const decided = this.#approving.approvals?.find(
        (one) => one.label === undefined || one.label === label,
      );
      return decided ? [{ type: 'approval-given', node, approved: decided.approved, by: decided.by }] : [];
    });
  }

  ask(node: NodeId, label: string): void {
    const { ask } = this.#approving;
    if (!ask || this.#questions.has(node)) return;
    const question = new AbortController();
    this.#questions.set(node, question);
    this.#last = this.#last.then(async () => {
      const approved = await answerTo(ask, label, question.signal);
      if (question.signal.aborted) return;
      this.#questions.delete(node);
      if (approved === undefined) this.#answered();
      else this.#answered({ type: 'approval-given', node, approved, by: personHere() });
    });
  }

  /** Takes back the questions that no longer stand, such as one whose time is over. */
  retain(standing: ReadonlySet<NodeId>): void {
    for (const [node, question] of this.#questions) {
      if (standing.has(node)) continue;
      this.#questions.delete(node);
      question.abort();
    }
  }
}

/** Undefined when nobody could be asked: the run waits then, as it does without a terminal. */
async function answerTo(
  ask: NonNullable<Approving['ask']>,
  label: string,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  if (signal.aborted) return undefined;
  try {
    return await ask(label, signal);
  } catch {
    return undefined;
  }
}

export function personHere(): string {
  try {
    return userInfo().username;
  } catch {
    // No name for the user's number, as in a container.
    return 'a person at the terminal';
  }
}
