/** The one comment of a workflow on a pull request, found again by its marker and edited in place. */
import { type GitHubApi, isRateLimit, statusOf } from './api.ts';
import { markerOf, type Subject } from './names.ts';
import type { Trigger } from './trigger.ts';

/** GitHub's limit for a comment, in UTF-16 units. */
export const commentLimit = 65_536;
/** Who comments with the job's own token. */
const jobLogin = 'github-actions[bot]';

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
    this.#id ??= await this.#api.persist(() => this.#find());
    const comment_id = this.#id;
    if (comment_id === undefined) return false;
    const { owner, repo } = this.#place();
    const body = this.#body(text);
    await this.#api.persist(() => octokit.rest.issues.updateComment({ owner, repo, comment_id, body }));
    this.#written = text;
    return true;
  }

  /**
   * By marker and author: a person who quotes our comment must not make us edit theirs. Whose token this is costs a
   * request, which is only made when somebody else than the job's own account wrote the marker.
   */
  async #find(): Promise<number | undefined> {
    const { octokit } = this.#api;
    const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
      ...this.#place(),
      per_page: 100,
    });
    const others: { readonly id: number; readonly login: string; readonly isBot: boolean }[] = [];
    for await (const { data } of pages) {
      for (const { id, body, user } of data) {
        if (!body?.startsWith(this.#marker) || !user) continue;
        const isBot = user.type === 'Bot';
        if (isBot && user.login === jobLogin) return id;
        others.push({ id, login: user.login, isBot });
      }
    }
    if (others.length === 0) return undefined;
    const own = await this.#api.login();
    return others.find(({ login, isBot }) => (own === undefined ? isBot : login === own))?.id;
  }

  #body(text: string): string {
    return `${this.#marker}\n${text}`;
  }

  #place(): { owner: string; repo: string; issue_number: number } {
    const { owner, repository, pull } = this.#trigger;
    return { owner, repo: repository, issue_number: pull.number };
  }
}
