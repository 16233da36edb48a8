/** Check runs on the commit a run is about: one for each gate, and an umbrella that can be required. */
import { type Octokit, persist } from './api.ts';
import type { Trigger } from './trigger.ts';

/** GitHub's limits. */
export const checkTextLimit = 65_535;
const annotationsPerRequest = 50;

export type CheckConclusion = 'success' | 'failure' | 'neutral' | 'cancelled' | 'skipped';

export interface CheckText {
  readonly title: string;
  readonly summary: string;
  readonly annotations?: readonly CheckAnnotation[];
}

export interface CheckAnnotation {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'failure' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
}

export interface OpenCheck {
  readonly id: number;
  readonly name: string;
}

export class CheckRuns {
  /** Created and not completed yet: what `post:` has to close if nobody else does. */
  readonly open = new Map<string, OpenCheck>();
  readonly #octokit: Octokit;
  readonly #trigger: Trigger;

  constructor(octokit: Octokit, trigger: Trigger, open: readonly OpenCheck[] = []) {
    this.#octokit = octokit;
    this.#trigger = trigger;
    for (const check of open) this.open.set(check.name, check);
  }

  /** `name` is the contract that branch protection knows: it never holds a value or a threshold. */
  async create(name: string, status: 'queued' | 'in_progress', text: CheckText): Promise<void> {
    const external_id = `${this.#trigger.key}/${name}`.slice(0, 255);
    const create = async () => {
      const { data } = await this.#octokit.rest.checks.create({
        ...this.#place(),
        name,
        head_sha: this.#trigger.sha,
        status,
        external_id,
        details_url: this.#trigger.url,
        output: { title: text.title, summary: text.summary },
      });
      return data.id;
    };
    const find = async () => {
      const { data } = await this.#octokit.rest.checks.listForRef({
        ...this.#place(),
        ref: this.#trigger.sha,
        check_name: name,
      });
      return data.check_runs.find((check) => check.external_id === external_id)?.id;
    };
    this.open.set(name, { id: await persist(create, { find }), name });
  }

  /** Nothing happens for a check that was never created. */
  async complete(name: string, conclusion: CheckConclusion, text: CheckText): Promise<void> {
    const check = this.open.get(name);
    if (!check) return;
    const annotations = [...(text.annotations ?? [])];
    const update = (batch: readonly CheckAnnotation[], last: boolean) =>
      persist(() =>
        this.#octokit.rest.checks.update({
          ...this.#place(),
          check_run_id: check.id,
          ...(last ? { status: 'completed', conclusion } : {}),
          output: {
            title: text.title,
            summary: text.summary,
            ...(batch.length > 0 ? { annotations: [...batch] } : {}),
          },
        }),
      );
    // GitHub appends the annotations of each request.
    while (annotations.length > annotationsPerRequest)
      await update(annotations.splice(0, annotationsPerRequest), false);
    await update(annotations, true);
    this.open.delete(name);
  }

  #place(): { owner: string; repo: string } {
    return { owner: this.#trigger.owner, repo: this.#trigger.repository };
  }
}
