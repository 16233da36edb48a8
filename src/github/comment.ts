/** The one comment of a workflow on a pull request, found again by its marker and edited in place. */
import { type Octokit, persist, statusOf } from './api.ts';
import type { Trigger } from './trigger.ts';

/** GitHub's limit for a comment, in UTF-16 units. */
export const commentLimit = 65_536;

export class StickyComment {
  readonly #octokit: Octokit;
  readonly #trigger: Trigger & { readonly pull: { readonly number: number } };
  readonly #marker: string;
  #id: number | undefined;
  #written: string | undefined;

  constructor(
    octokit: Octokit,
    trigger: Trigger & { readonly pull: { readonly number: number } },
    workflow: string,
    id?: number,
  ) {
    this.#octokit = octokit;
    this.#trigger = trigger;
    this.#marker = `<!-- ml-workflow: ${workflow.replace(/[^A-Za-z0-9._ -]/g, '_')} -->`;
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
    const body = `${this.#marker}\n${text}`;
    this.#id ??= await this.#find();
    if (this.#id !== undefined && (await this.#edit(this.#id, body))) {
      this.#written = text;
      return;
    }
    const place = this.#place();
    const create = async () => (await this.#octokit.rest.issues.createComment({ ...place, body })).data.id;
    this.#id = await persist(create, { find: () => this.#find() });
    this.#written = text;
  }

  /** False when the comment is gone or not ours to edit: then a new one is written. */
  async #edit(id: number, body: string): Promise<boolean> {
    const { owner, repo } = this.#place();
    try {
      await persist(() => this.#octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }));
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw error;
    }
  }

  /** By marker and author: a person who quotes our comment must not make us edit theirs. */
  async #find(): Promise<number | undefined> {
    const pages = this.#octokit.paginate.iterator(this.#octokit.rest.issues.listComments, {
      ...this.#place(),
      per_page: 100,
    });
    for await (const { data } of pages) {
      const own = data.find(({ body, user }) => user?.type === 'Bot' && body?.startsWith(this.#marker));
      if (own) return own.id;
    }
    return undefined;
  }

  #place(): { owner: string; repo: string; issue_number: number } {
    const { owner, repository, pull } = this.#trigger;
    return { owner, repo: repository, issue_number: pull.number };
  }
}
