/** The one comment of a workflow on a pull request, found again by its marker and edited in place. */
import { type GitHubApi, isRateLimit, statusOf } from './api.ts';
import { markerOf, type Subject } from './names.ts';
import type { Trigger } from './trigger.ts';

/** GitHub's limit for a comment, in UTF-16 units. */
export const commentLimit = 65_536;

/** Undefined where there is no pull request to comment on. */
export function stickyComment(
  api: GitHubApi,
  trigger: Trigger,
  subject: Subject,
  id?: number,
): StickyComment | undefined {
  const { pull } = trigger;
  return pull ? new StickyComment(api, { ...trigger, pull }, subject, id) : undefined;
}

export class StickyComment {
  readonly #api: GitHubApi;
  readonly #trigger: Trigger & { readonly pull: { readonly number: number } };
  readonly #marker: string;
  #id: number | undefined;
  #written: string | undefined;
  /** Looked for, and not there. */
  #isAbsent = false;

  constructor(
    api: GitHubApi,
    trigger: Trigger & { readonly pull: { readonly number: number } },
    subject: Subject,
    id?: number,
  ) {
    this.#api = api;
    this.#trigger = trigger;
    this.#marker = markerOf(subject);
    this.#id = id;
  }

  get id(): number | undefined {
    return this.#id;
  }

  /** How long a text may be, beside the marker. */
  get room(): number {
    return commentLimit - this.#marker.length - 1;
  }

  /** What it says now, with its marker; undefined when there is none of ours. */
  async body(): Promise<string | undefined> {
    const comment_id = await this.#known();
    if (comment_id === undefined) return undefined;
    const { owner, repo } = this.#place();
    const { octokit } = this.#api;
    const answer = await this.#api.persist(() => octokit.rest.issues.getComment({ owner, repo, comment_id }));
    return answer.data.body;
  }

  /** Writes the text, if it differs from what was last written. */
  async write(text: string): Promise<void> {
    if (text === this.#written) return;
    try {
      if (await this.replace(text)) return;
    } catch (error) {
      // The comment is gone or not ours to edit: then a new one is written.
      const isRefused = statusOf(error) === 404 || (statusOf(error) === 403 && !isRateLimit(error));
      if (!isRefused) throw error;
    }
    const { octokit } = this.#api;
    const request = { ...this.#place(), body: this.#body(text) };
    const create = async () => (await octokit.rest.issues.createComment(request)).data.id;
    this.#id = await this.#api.persist(create, { find: () => this.#find() });
    this.#written = text;
  }

  /** False when there is no comment of ours to replace. */
  async replace(text: string): Promise<boolean> {
    const { octokit } = this.#api;
    const comment_id = await this.#known();
    if (comment_id === undefined) return false;
    const { owner, repo } = this.#place();
    const body = this.#body(text);
    await this.#api.persist(() => octokit.rest.issues.updateComment({ owner, repo, comment_id, body }));
    this.#written = text;
    return true;
  }

  async #known(): Promise<number | undefined> {
    if (this.#id !== undefined || this.#isAbsent) return this.#id;
    this.#id = await this.#api.persist(() => this.#find());
    this.#isAbsent = this.#id === undefined;
    return this.#id;
  }

  /**
   * By marker and author: a person who quotes our comment must not make us edit theirs.
   */
  async #find(): Promise<number | undefined> {
    const { octokit } = this.#api;
    const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
      ...this.#place(),
      per_page: 100,
    });
    for await (const { data } of pages)
      for (const { id, body, user } of data)
        if (body?.startsWith(this.#marker) && (await this.#api.isOwn(user))) return id;
    return undefined;
  }

  #body(text: string): string {
    return `${this.#marker}\n${text}`;
  }

  #place(): { owner: string; repo: string; issue_number: number } {
    const { owner, repository, pull } = this.#trigger;
    return { owner, repo: repository, issue_number: pull.number };
  }
}
