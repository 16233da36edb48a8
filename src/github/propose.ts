/**
 * Files that a run has written, as a pull request: one commit on a branch of its own, made through GitHub's API, and opened or
 * brought up to date. What somebody else has put on the branch is never lost.
 */
import { createHash } from 'node:crypto';
import {
  type Account,
  type GitHubApi,
  isForbidden,
  lossOf,
  orAbsent,
  placeOf,
  type RepositoryName,
  statusOf,
} from './api.ts';
import { commentLimit } from './comment.ts';

export interface ProposedFile {
  /** Relative to the repository's root, with `/`. */
  readonly path: string;
  readonly bytes: Buffer;
}

export interface Proposal extends RepositoryName {
  /** The branch that it is for. */
  readonly base: string;
  /** The commit that the run was about, 40 or 64 hexadecimal digits: what is proposed stands on it, and on nothing that came later. */
  readonly sha: string;
  readonly branch: string;
  /** An HTML comment, the same for ever and for this subject alone. */
  readonly marker: string;
  readonly files: readonly ProposedFile[];
  /** One line. */
  readonly title: string;
  /** `body`: Markdown, in which foreign text is escaped. `paths`: what has changed. */
  readonly body: (paths: readonly string[]) => string;
}

export type Proposed =
  /** The base branch has it all. */
  | { readonly is: 'nothing' }
  /** Somebody has closed a pull request with just this. */
  | { readonly is: 'declined'; readonly number: number; readonly url: string }
  | {
      readonly is: 'proposed';
      readonly change: 'opened' | 'updated' | 'unchanged';
      readonly number: number;
      readonly url: string;
      /** The newest commit of its branch. */
      readonly sha: string;
      /** Nobody has judged it yet. */
      readonly isNew: boolean;
      readonly paths: readonly string[];
    };

/** Of one sentence, for people. */
export class NotProposed extends Error {
  override readonly name = 'NotProposed';
}

const trailer = 'Proposed-by: ml-workflow';

/** Rejects with a `NotProposed` for what a person has to change. */
export async function propose(api: GitHubApi, proposal: Proposal): Promise<Proposed> {
  return await new Proposing(api, proposal).run();
}

interface Changed extends ProposedFile {
  /** What git calls its content. */
  readonly blob: string;
  readonly mode: '100644' | '100755';
}

interface TreeEntry {
  readonly path?: string;
  readonly mode?: string;
  readonly sha?: string;
}

class Proposing {
  readonly #api: GitHubApi;
  readonly #proposal: Proposal;
  /** By the tree's id. */
  readonly #trees = new Map<string, Promise<readonly TreeEntry[]>>();

  constructor(api: GitHubApi, proposal: Proposal) {
    this.#api = api;
    this.#proposal = proposal;
  }

  async run(): Promise<Proposed> {
    const { sha, base } = this.#proposal;
    const own = await this.#treeOf(sha);
    const written = await this.#changedFrom(own);
    if (written.length === 0) return { is: 'nothing' };
    const head = await this.#tipOf(base);
    const changed = head === sha || head === undefined ? written : await this.#missingFrom(head, written);
    if (changed.length === 0) return { is: 'nothing' };
    const before = await this.#ownTip();
    const isThere = before !== undefined && (await this.#missingFrom(before, changed)).length === 0;
    const pulls = await this.#pulls();
    const open = pulls.find(({ isOpen }) => isOpen);
    const declined = pulls.find((one) => !one.isOpen && !one.isMerged && one.head === before);
    if (isThere && !open && declined) return { is: 'declined', number: declined.number, url: declined.url };
    const tip = isThere ? before : await this.#commit(own, changed, before);
    const paths = changed.map(({ path }) => path);
    const { number, url, change } = open ? await this.#update(open, paths) : await this.#open(paths);
    const whole = change === 'unchanged' && !isThere ? 'updated' : change;
    const isNew = !isThere || change === 'opened';
    return { is: 'proposed', change: whole, number, url, sha: tip, isNew, paths };
  }

  /** With the mode that the file has there. */
  async #changedFrom(tree: string): Promise<readonly Changed[]> {
    const changed: Changed[] = [];
    for (const file of this.#proposal.files) {
      const there = await this.#entry(tree, file.path);
      if (there !== undefined && !isFile(there))
        throw new NotProposed(
          `\`${file.path}\` is no file, or below one, on \`${this.#proposal.base}\`, and stays what it is`,
        );
      const blob = this.#blobOf(file.bytes);
      if (there?.sha !== blob)
        changed.push({ ...file, blob, mode: there?.mode === '100755' ? '100755' : '100644' });
    }
    return changed;
  }

  async #missingFrom(commit: string, files: readonly Changed[]): Promise<readonly Changed[]> {
    const tree = await this.#treeOf(commit);
    const missing: Changed[] = [];
    for (const file of files) if ((await this.#entry(tree, file.path))?.sha !== file.blob) missing.push(file);
    return missing;
  }

  /** Folder by folder: the whole tree of a large repository is cut off. */
  async #entry(tree: string, path: string): Promise<TreeEntry | undefined> {
    const names = path.split('/');
    const last = names.pop() ?? '';
    let at = tree;
    for (const name of names) {
      const folder = (await this.#entries(at)).find((one) => one.path === name);
      if (!folder) return undefined;
      // A file, or what leads elsewhere, would be replaced by a folder.
      if (folder.mode !== '040000' || folder.sha === undefined) return { path, mode: 'none' };
      at = folder.sha;
    }
    return (await this.#entries(at)).find((one) => one.path === last);
  }

  #entries(tree: string): Promise<readonly TreeEntry[]> {
    const known = this.#trees.get(tree);
    if (known) return known;
    const asked = this.#api
      .persist(() => this.#git.getTree({ ...this.#place, tree_sha: tree }))
      .then(({ data }) => data.tree);
    this.#trees.set(tree, asked);
    return asked;
  }

  async #treeOf(commit: string): Promise<string> {
    const { data } = await this.#api.persist(() =>
      this.#git.getCommit({ ...this.#place, commit_sha: commit }),
    );
    return data.tree.sha;
  }

  async #tipOf(branch: string): Promise<string | undefined> {
    const found = await orAbsent(
      this.#api.persist(() => this.#git.getRef({ ...this.#place, ref: `heads/${branch}` })),
    );
    return found?.data.object.sha;
  }

  /** Undefined when there is no such branch. */
  async #ownTip(): Promise<string | undefined> {
    const { branch } = this.#proposal;
    const tip = await this.#tipOf(branch);
    if (tip === undefined) return undefined;
    const { data } = await this.#api.persist(() =>
      this.#api.octokit.rest.repos.getCommit({ ...this.#place, ref: tip }),
    );
    const { author } = data;
    const isMade = data.commit.message.trimEnd().endsWith(trailer);
    // Nobody has the address of its author.
    const account = author && 'login' in author ? (author as Account) : undefined;
    const isOwn = isMade && (await this.#api.isOwn(account));
    if (isOwn) return tip;
    throw new NotProposed(
      `somebody else has pushed to \`${branch}\`: merge or delete it, and the next run proposes again`,
    );
  }

  async #commit(tree: string, changed: readonly Changed[], before: string | undefined): Promise<string> {
    const { branch, sha, title } = this.#proposal;
    try {
      const entries: { path: string; mode: Changed['mode']; type: 'blob'; sha: string }[] = [];
      for (const { path, mode, bytes } of changed) {
        const content = bytes.toString('base64');
        const { data } = await this.#api.persist(() =>
          this.#git.createBlob({ ...this.#place, content, encoding: 'base64' }),
        );
        entries.push({ path, mode, type: 'blob', sha: data.sha });
      }
      const made = await this.#api.persist(() =>
        this.#git.createTree({ ...this.#place, base_tree: tree, tree: entries }),
      );
      const message = `${title}\n\n${trailer}`;
      const commit = await this.#api.persist(() =>
        this.#git.createCommit({ ...this.#place, message, tree: made.data.sha, parents: [sha] }),
      );
      await this.#point(branch, commit.data.sha, before);
      return commit.data.sha;
    } catch (error) {
      if (!isForbidden(error)) throw error;
      throw new NotProposed(lossOf('the branch of the pull request', 'contents', error, { isFork: false }), {
        cause: error,
      });
    }
  }

  async #point(branch: string, sha: string, before: string | undefined): Promise<void> {
    const find = async () => ((await this.#tipOf(branch)) === sha ? true : undefined);
    await this.#api.persist<unknown>(
      () =>
        before === undefined
          ? this.#git.createRef({ ...this.#place, ref: `refs/heads/${branch}`, sha })
          : this.#git.updateRef({ ...this.#place, ref: `heads/${branch}`, sha, force: true }),
      { find },
    );
  }

  /** Of the branch, newest first. */
  async #pulls(): Promise<readonly Pull[]> {
    const { owner, branch, base } = this.#proposal;
    const { data } = await this.#api.persist(() =>
      this.#api.octokit.rest.pulls.list({
        ...{ ...this.#place, head: `${owner}:${branch}`, base, state: 'all', per_page: 20 },
      }),
    );
    return data.map((one) => ({
      ...{ number: one.number, url: one.html_url, title: one.title, body: one.body ?? '' },
      ...{ head: one.head.sha, author: one.user },
      isOpen: one.state === 'open',
      isMerged: one.merged_at !== null,
    }));
  }

  async #update(pull: Pull, paths: readonly string[]): Promise<Written> {
    const { title, marker } = this.#proposal;
    const body = this.#body(paths);
    const { number, url } = pull;
    const isOwn = pull.body.startsWith(marker) && (await this.#api.isOwn(pull.author));
    const isSame = pull.title === title && pull.body.replaceAll('\r\n', '\n').trim() === body.trim();
    if (!isOwn || isSame) return { number, url, change: 'unchanged' };
    await this.#api.persist(() =>
      this.#api.octokit.rest.pulls.update({ ...this.#place, pull_number: number, title, body }),
    );
    return { number, url, change: 'updated' };
  }

  async #open(paths: readonly string[]): Promise<Written> {
    const { title, base, branch } = this.#proposal;
    const body = this.#body(paths);
    const create = async (): Promise<Written> => {
      const { data } = await this.#api.octokit.rest.pulls.create({
        ...{ ...this.#place, title, body, base, head: branch },
      });
      return { number: data.number, url: data.html_url, change: 'opened' };
    };
    const find = async (): Promise<Written | undefined> => {
      const late = (await this.#pulls()).find(({ isOpen }) => isOpen);
      return late && { number: late.number, url: late.url, change: 'opened' };
    };
    try {
      return await this.#api.persist(create, { find });
    } catch (error) {
      throw this.#refusal(error) ?? error;
    }
  }

  #refusal(error: unknown): NotProposed | undefined {
    if (!isForbidden(error)) return undefined;
    const isSetting =
      statusOf(error) === 403 && error instanceof Error && /not permitted to create/i.test(error.message);
    const why = isSetting
      ? 'the repository does not let jobs open pull requests, which is a setting under Actions, General'
      : lossOf('the pull request', 'pull-requests', error, { isFork: false });
    return new NotProposed(`${why}; what was to be proposed is on the branch \`${this.#proposal.branch}\``, {
      cause: error,
    });
  }

  #body(paths: readonly string[]): string {
    return `${this.#proposal.marker}\n${this.#proposal.body(paths)}`.slice(0, commentLimit);
  }

  /** In a repository whose commits have 64 digits, all ids have. */
  #blobOf(bytes: Buffer): string {
    const algorithm = this.#proposal.sha.length === 64 ? 'sha256' : 'sha1';
    return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  }

  get #git() {
    return this.#api.octokit.rest.git;
  }

  get #place() {
    return placeOf(this.#proposal);
  }
}

interface Pull {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly author: Account;
  readonly isOpen: boolean;
  readonly isMerged: boolean;
}

interface Written {
  readonly number: number;
  readonly url: string;
  readonly change: 'opened' | 'updated' | 'unchanged';
}

function isFile({ mode }: TreeEntry): boolean {
  return mode === '100644' || mode === '100755';
}
