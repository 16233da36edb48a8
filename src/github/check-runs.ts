/** Check runs on the commit a run is about: one for each gate, and an umbrella that can be required. */
import { type GitHubApi, statusOf } from './api.ts';
import type { Trigger } from './trigger.ts';

/** GitHub's limits. */
export const checkTextLimit = 65_535;
const annotationsPerRequest = 50;

export type CheckConclusion =
  | 'success'
  | 'failure'
  | 'neutral'
  | 'cancelled'
  | 'skipped'
  /** Blocks a merge until somebody has decided. */
  | 'action_required';

export interface CheckText {
  readonly title: string;
  readonly summary: string;
  readonly text?: string;
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
  readonly #api: GitHubApi;
  readonly #trigger: Trigger;

  constructor(api: GitHubApi, trigger: Trigger, open: readonly OpenCheck[] = []) {
    this.#api = api;
    this.#trigger = trigger;
    for (const check of open) this.open.set(check.name, check);
  }

  /** `name` is the contract that branch protection knows: it never holds a value or a threshold. */
  async create(name: string, status: 'queued' | 'in_progress', text: CheckText): Promise<void> {
    const external_id = this.#externalId(name);
    const create = async () => {
      const { data } = await this.#api.octokit.rest.checks.create({
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
      const { data } = await this.#api.octokit.rest.checks.listForRef({
        ...this.#place(),
        ref: this.#trigger.sha,
        check_name: name,
      });
      return data.check_runs.find((check) => check.external_id === external_id)?.id;
    };
    this.open.set(name, { id: await this.#api.persist(create, { find }), name });
  }

  /** Stays open, and says something else; nothing happens for a check that was never created. */
  async update(name: string, text: CheckText): Promise<void> {
    const check = this.open.get(name);
    if (check) await this.#update(check, undefined, text, 'in_progress');
  }

  /** Nothing happens for a check that was never created. */
  async complete(name: string, conclusion: CheckConclusion, text: CheckText): Promise<void> {
    const check = this.open.get(name);
    if (!check) return;
    try {
      await this.#fill(check, conclusion, text);
    } catch (error) {
      if (statusOf(error) !== 422) throw error;
      // Something in the text is not to GitHub's liking; what decides about merging is worth more than the details.
      await this.#update(check, conclusion, {
        title: text.title,
        summary: 'GitHub did not accept the details of this check run; they are in the log of the job.',
      });
    }
    this.open.delete(name);
  }

  async #fill(check: OpenCheck, conclusion: CheckConclusion, text: CheckText): Promise<void> {
    const annotations = [...(text.annotations ?? [])];
    // GitHub appends the annotations of each request.
    while (annotations.length > annotationsPerRequest)
      await this.#update(check, undefined, {
        ...text,
        annotations: annotations.splice(0, annotationsPerRequest),
      });
    await this.#update(check, conclusion, { ...text, annotations });
  }

  /** Stays open without a conclusion. */
  async #update(
    check: OpenCheck,
    conclusion: CheckConclusion | undefined,
    text: CheckText,
    status?: 'in_progress',
  ): Promise<void> {
    const { title, summary, text: details, annotations = [] } = text;
    await this.#api.persist(() =>
      this.#api.octokit.rest.checks.update({
        ...this.#place(),
        check_run_id: check.id,
        ...(conclusion === undefined ? {} : { status: 'completed', conclusion }),
        // By it the run that has it now is known: the address is GitHub's own for a job's token, whatever is sent.
        ...(status === undefined
          ? {}
          : { status, external_id: this.#externalId(check.name), details_url: this.#trigger.url }),
        output: {
          title,
          summary,
          ...(details === undefined ? {} : { text: details }),
          ...(annotations.length > 0 ? { annotations: [...annotations] } : {}),
        },
      }),
    );
  }

  #externalId(name: string): string {
    return `${this.#trigger.key}/${name}`.slice(0, 255);
  }

  #place(): { owner: string; repo: string } {
    return { owner: this.#trigger.owner, repo: this.#trigger.repository };
  }
}

/** Of the commit, those that this run has created or taken over, in any of its attempts, and nobody has completed. */
export async function openChecksOf(
  api: GitHubApi,
  { owner, repository, sha, key }: Trigger,
): Promise<OpenCheck[]> {
  const [run = ''] = key.split('-');
  const pages = api.octokit.paginate.iterator(api.octokit.rest.checks.listForRef, {
    ...{ owner, repo: repository, ref: sha, per_page: 100 },
    filter: 'all' as const,
  });
  const found: OpenCheck[] = [];
  // Who goes on with a run writes its own id into what it takes over.
  for await (const { data } of pages)
    for (const { id, name, status, external_id: external } of data)
      if (status !== 'completed' && external?.startsWith(`${run}-`)) found.push({ id, name });
  return found;
}

/** As main has left them for post. */
export function openChecks(json: string): OpenCheck[] {
  const parsed: unknown = json === '' ? [] : JSON.parse(json);
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((check: unknown) => {
    if (typeof check !== 'object' || check === null || !('id' in check) || !('name' in check)) return [];
    return typeof check.id === 'number' && typeof check.name === 'string'
      ? [{ id: check.id, name: check.name }]
      : [];
  });
}
