/** The jobs of a layout while it is made: which of them take a step in, and what hands over to what. */
import type { NodeId, ParallelNode } from '../plan/plan.ts';

/** Jobs at whose end control may be. */
export type Places = ReadonlySet<Draft>;

export type Draft = StretchDraft | MatrixDraft;

interface DraftBase {
  /** In the order of making: control goes from lower to higher numbers. */
  readonly number: number;
  readonly needs: Set<Draft>;
  /** The job alone. */
  readonly only: Places;
}

export interface StretchDraft extends DraftBase {
  readonly is: 'stretch';
  readonly joins: readonly MatrixDraft[];
  readonly environment?: string;
  readonly steps: DraftStep[];
  /** What follows an environment's job. */
  after?: StretchDraft;
}

export interface MatrixDraft extends DraftBase {
  readonly is: 'matrix';
  readonly name: string;
  readonly block: ParallelNode;
  readonly isTolerated: boolean;
}

export interface DraftStep {
  readonly name: string;
  readonly holds: readonly NodeId[];
  readonly decides: readonly { readonly node: NodeId; readonly arm: number }[];
}

export class Drafts {
  readonly jobs: Draft[] = [];
  /** The first job: in it the chain begins. */
  readonly plan: StretchDraft;

  constructor() {
    this.plan = this.#stretch([]);
  }

  /** The job that takes the step in: the latest that control may come from. */
  step(entries: Places, step: DraftStep): StretchDraft {
    const job = this.#open(entries);
    enter(job, entries);
    job.steps.push(step);
    return job;
  }

  inEnvironment(entries: Places, environment: string, step: DraftStep): StretchDraft {
    const job = this.#stretch([], environment);
    enter(job, entries);
    job.steps.push(step);
    return job;
  }

  /** The job that joins the block: it follows at once, and nothing else does. */
  matrix(entries: Places, block: Pick<MatrixDraft, 'name' | 'block' | 'isTolerated'>): StretchDraft {
    const { name, block: node, isTolerated } = block;
    const matrix: MatrixDraft = { is: 'matrix', ...this.#base(), name, block: node, isTolerated };
    own(matrix);
    this.jobs.push(matrix);
    enter(matrix, entries);
    const join = this.#stretch([matrix]);
    // What hands over to the block has said so to the join too: a matrix has no output of its own.
    enter(join, entries);
    enter(join, matrix.only);
    return join;
  }

  /** After all others. */
  conclude(): StretchDraft {
    return this.#stretch([]);
  }

  #open(entries: Places): StretchDraft {
    let latest: Draft | undefined;
    for (const job of entries) if (!latest || job.number > latest.number) latest = job;
    if (latest?.is !== 'stretch') throw new Error('internal: a step has no job; please report this');
    if (latest.environment === undefined) return latest;
    latest.after ??= this.#stretch([]);
    return latest.after;
  }

  #stretch(joins: readonly MatrixDraft[], environment?: string): StretchDraft {
    const named = environment === undefined ? {} : { environment };
    const job: StretchDraft = { is: 'stretch', ...this.#base(), joins, steps: [], ...named };
    own(job);
    this.jobs.push(job);
    return job;
  }

  #base(): { number: number; needs: Set<Draft>; only: Set<Draft> } {
    return { number: this.jobs.length, needs: new Set(), only: new Set() };
  }
}

function own(job: Draft): void {
  (job.only as Set<Draft>).add(job);
}

function enter(job: Draft, entries: Places): void {
  for (const entry of entries) if (entry !== job) job.needs.add(entry);
}
