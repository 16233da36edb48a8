/**
 * Whether what somebody asks for may start, and with which commit. The same for the router, for the workflow that it starts,
 * which asks everything again, and for one step that does it all. Nothing is taken from an event that GitHub can be asked.
 */
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Policy } from '../plan/policy.ts';
import { demandsOf, lackOf } from './admit-person.ts';
import { askedBy, askedIn, commentOf, editedSince, labelGone, pullFor } from './admit-pull.ts';
import { type Asked, readComment } from './asked.ts';
import { definitionsNote } from './definitions.ts';
import type { CommentText, Forge, Person, PullRequest, Role } from './forge.ts';
import { type Known, Names } from './names.ts';
import { isOwnProposal, isOwnToken } from './own-start.ts';
import { rightFor } from './policy.ts';
import { closed, ForgeSilent, named, type Refused, refused, speaking } from './refusal.ts';

/** What has happened, as its event or its request tells. */
export type Start =
  /** `body`: the hash of its text. `sha`: of the request. */
  | {
      readonly is: 'comment';
      readonly id: number;
      readonly pull: number;
      readonly body: string;
      readonly sha?: string;
    }
  /** `sha`: the head when the label was set. By the name of the label, or by GitHub's id of the event where that is known. */
  | {
      readonly is: 'label';
      readonly pull: number;
      readonly sha: string;
      readonly by: { readonly label: string } | { readonly event: number };
    }
  /** By a person, without either; or by the token of a job. `slot`: the time of a schedule that it catches up. */
  | { readonly is: 'dispatch'; readonly pull?: number; readonly sha?: string; readonly slot?: string }
  /** Of GitHub's own. */
  | { readonly is: 'schedule' | 'push' };

export interface AdmissionRequest {
  readonly start: Start;
  /** Who else has had a hand in it: who has dispatched the run, unless the router has; who has run it again. */
  readonly also?: readonly Person[];
  readonly policy: Policy;
  readonly known: Known;
  /** The commit that the definitions are of, and the job was started for. */
  readonly ownSha: string;
  /** The branch that the job runs on; the default branch when absent. */
  readonly ownBranch?: string;
  readonly defaultBranch: string;
  /** The project's folder in the repository; empty for its root. */
  readonly project: string;
  /** The baseline's file, relative to the project. */
  readonly baseline?: string;
  /** What runs already: the comment or label has to ask for just that. */
  readonly runs?: { readonly workflow: string } | 'chain';
}

export interface Admitted {
  readonly is: 'admitted';
  /** Undefined for what nobody wrote or labelled. */
  readonly asked?: Asked;
  /** Logins of all whose rights count, who asked first; empty for schedules and pushes. */
  readonly by: readonly string[];
  readonly pull?: PullRequest;
  readonly comment?: CommentText;
  /** GitHub's id of the event that set the label. */
  readonly label?: number;
  /** The code under test: everything else of the run is about this commit. */
  readonly sha: string;
  /** It is of a pull request, or not on the default branch: not to be run on the runner. */
  readonly isForeignCode: boolean;
  /** Sentences for the comment, names in backticks. */
  readonly notes: readonly string[];
}

export type Admission =
  | Admitted
  | Refused
  /** There is no command in it, or no workflow of that label: nobody is answered. */
  | { readonly is: 'nothing' }
  | {
      readonly is: 'mistake';
      readonly diagnostics: readonly Diagnostic[];
      readonly isPerhapsForOthers: boolean;
      readonly by: string;
    };

/** Fails closed: when GitHub cannot be asked, nothing starts. Authority first, and last what costs many requests. */
export function admit(forge: Forge, request: AdmissionRequest): Promise<Admission> {
  return closed(() => new Admitting(speaking(forge), request).run());
}

class Admitting {
  readonly #forge: Forge;
  readonly #request: AdmissionRequest;

  constructor(forge: Forge, request: AdmissionRequest) {
    this.#forge = remembering(forge);
    this.#request = request;
  }

  async run(): Promise<Admission> {
    const { start, ownSha } = this.#request;
    switch (start.is) {
      case 'comment':
        return await this.#comment(start);
      case 'label':
        return await this.#label(start);
      case 'dispatch':
        return await this.#dispatch(start);
      case 'schedule':
      case 'push':
        // Nobody asks for it; but who runs it again does.
        return (await this.#lack([], undefined)) ?? { ...this.#admitted([], ownSha, false), notes: [] };
    }
  }

  async #comment(start: Start & { is: 'comment' }): Promise<Admission> {
    const comment = await commentOf(this.#forge, start.pull, start.id);
    if ('code' in comment) return comment;
    const { known, policy, runs } = this.#request;
    const read = readComment(comment.body, known);
    if (read.is === 'nothing')
      return runs === undefined ? { is: 'nothing' } : refused('other-asked', 'the comment asks for nothing');
    const { author } = comment;
    const asked = read.is === 'asked' ? read.asked : undefined;
    // Who may not even look is not told what is wrong with the text.
    const lack = await this.#lack([author], asked, asked ? rightFor(asked) : 'plan');
    if (lack) return lack;
    const edited = editedSince(comment, start.body);
    if (edited) return edited;
    if (read.is === 'refused') return refused('comment-unreadable', read.sentence);
    if (read.is === 'mistake') return { ...read, by: author.login };
    const other = this.#other(read.asked);
    if (other) return other;
    if (!needsCode(read.asked)) {
      const pull = await this.#forge.pull(start.pull);
      const found = this.#admitted([author], pull.headSha, true);
      return { ...found, asked: read.asked, pull, comment, notes: [] };
    }
    const { asked: work } = read;
    const found = await pullFor(this.#forge, start.pull, {
      ...{ policy, ...askedIn(comment) },
      ...(work.sha === undefined ? {} : { named: work.sha }),
      ...(start.sha === undefined ? {} : { sha: start.sha }),
    });
    if (found.is === 'refused') return found;
    const { pull, sha } = found;
    const notes = await this.#notes(pull);
    return { ...this.#admitted([author], sha, true), asked: work, pull, comment, notes };
  }

  async #label({ pull: number, sha, by }: Start & { is: 'label' }): Promise<Admission> {
    const { known, policy, runs } = this.#request;
    const names = new Names(known);
    if ('label' in by && names.byLabel(by.label).length === 0) return { is: 'nothing' };
    const labelled =
      'event' in by
        ? await this.#forge.labelled(by.event)
        : await this.#forge.newestLabelling(number, by.label);
    const isOther = 'label' in by && labelled?.label.toLowerCase() !== by.label.toLowerCase();
    if (labelled?.issue !== number || isOther) return labelGone();
    const [workflow, second] = names.byLabel(labelled.label);
    const label = named(labelled.label);
    if (!workflow)
      return runs === undefined ? { is: 'nothing' } : refused('other-asked', `${label} starts no workflow`);
    const asked: Asked = {
      ...{ is: 'workflow', workflow: workflow.name, given: [] },
      text: `label ${labelled.label}`,
    };
    const lack = await this.#lack([labelled.by], asked);
    if (lack) return lack;
    if (second) {
      const both = `${named(workflow.name)} and ${named(second.name)}`;
      return refused('ambiguous-label', `the label ${label} starts both ${both}`);
    }
    const other = this.#other(asked);
    if (other) return other;
    const found = await pullFor(this.#forge, number, { policy, sha, ...askedBy(labelled) });
    if (found.is === 'refused') return found;
    const notes = await this.#notes(found.pull);
    const admitted = this.#admitted([labelled.by], found.sha, true);
    return { ...admitted, asked, pull: found.pull, label: labelled.event, notes };
  }

  /** Judged as the person who has started it, unless a program of this repository may do just that. */
  async #dispatch(start: Start & { is: 'dispatch' }): Promise<Admission> {
    const { also = [] } = this.#request;
    if (also.length === 0) return refused('not-a-person', 'nobody is named who has started this run');
    const others = also.filter((person) => !isOwnToken(person));
    if (others.length === also.length || !(await this.#isOwn(start))) return await this.#started(start);
    return await new Admitting(this.#forge, { ...this.#request, also: others }).#started(start);
  }

  /** What was missed, on the default branch as it is; or what a run has proposed, at the commit that it has made. */
  async #isOwn({ pull: number, sha, slot }: Start & { is: 'dispatch' }): Promise<boolean> {
    if (number === undefined) return slot !== undefined && sha === undefined;
    if (slot !== undefined || sha === undefined) return false;
    const pull = await this.#forge.pull(number);
    return isOwnProposal(pull) && pull.headSha === sha;
  }

  async #started({ pull: number, sha }: Start & { is: 'dispatch' }): Promise<Admission> {
    const { ownSha, ownBranch, defaultBranch, policy } = this.#request;
    const lack = await this.#lack([], undefined);
    if (lack) return lack;
    if (number === undefined) {
      const code = sha ?? ownSha;
      const isOwn = code === ownSha && (ownBranch === undefined || ownBranch === defaultBranch);
      const isForeign = !isOwn && !(await this.#forge.isOnBranch(code, defaultBranch));
      return { ...this.#admitted([], code, isForeign), notes: [] };
    }
    const found = await pullFor(this.#forge, number, { policy, ...(sha === undefined ? {} : { sha }) });
    if (found.is === 'refused') return found;
    const notes = await this.#notes(found.pull);
    return { ...this.#admitted([], found.sha, true), pull: found.pull, notes };
  }

  #admitted(askers: readonly Person[], sha: string, isForeignCode: boolean): Omit<Admitted, 'notes'> {
    const all = [...askers, ...(this.#request.also ?? [])].map(({ login }) => login);
    const by = new Map<string, string>();
    for (const login of all) if (!by.has(login.toLowerCase())) by.set(login.toLowerCase(), login);
    return { is: 'admitted', by: [...by.values()], sha, isForeignCode };
  }

  /** All who have had a hand in it hold the right, and what the policy says of the workflow. */
  async #lack(
    askers: readonly Person[],
    asked: Asked | undefined,
    right = rightFor(asked),
  ): Promise<Refused | undefined> {
    const { policy, also = [], runs } = this.#request;
    const running = runs === undefined || runs === 'chain' ? undefined : runs.workflow;
    const workflow = asked?.is === 'workflow' ? asked.workflow : running;
    for (const person of [...askers, ...also]) {
      const lack = await lackOf(this.#forge, person, demandsOf(policy, right, workflow));
      if (lack) return lack;
    }
    return undefined;
  }

  /** A comment is read again by the run that it has asked for, and speaks for no other. */
  #other(asked: Asked): Refused | undefined {
    const { runs } = this.#request;
    if (runs === undefined) return undefined;
    // Which run they mean, the one that goes on with it has to see.
    if (asked.is === 'control' && (asked.control === 'approve' || asked.control === 'resume'))
      return undefined;
    const isChain = runs === 'chain' && asked.is === 'chain';
    const isWorkflow = runs !== 'chain' && asked.is === 'workflow' && asked.workflow === runs.workflow;
    if (isChain || isWorkflow) return undefined;
    return refused('other-asked', `it was ${named(asked.text)} that was asked for, and not this`);
  }

  /** Said, and no more: what the pull request makes of definitions is not used in any case. */
  async #notes({ number, baseRef }: PullRequest): Promise<readonly string[]> {
    const { project, baseline, defaultBranch } = this.#request;
    const notes: string[] = [];
    if (baseRef !== defaultBranch)
      notes.push(
        `This pull request is for ${named(baseRef)}; definitions are those of ${named(defaultBranch)} all the same.`,
      );
    try {
      const paths = await this.#forge.changedPaths(number);
      const note = definitionsNote(paths, defaultBranch, project, baseline);
      if (note !== undefined) notes.push(note);
    } catch (error) {
      if (!(error instanceof ForgeSilent)) throw error;
      notes.push(`GitHub does not tell which files this pull request changes: ${named(error.message)}.`);
    }
    return notes;
  }
}

/** Asks for the role of a person once: within one decision it is one and the same. */
function remembering(forge: Forge): Forge {
  const roles = new Map<string, Promise<Role>>();
  const roleOf = (login: string): Promise<Role> => {
    const known = roles.get(login) ?? forge.roleOf(login);
    roles.set(login, known);
    return known;
  };
  return new Proxy(forge, {
    get: (target, key) => (key === 'roleOf' ? roleOf : Reflect.get(target, key, target)),
  });
}

/** What only looks, or ends something, is about no commit. */
function needsCode(asked: Asked): boolean {
  return asked.is !== 'control' || asked.control === 'approve' || asked.control === 'resume';
}
