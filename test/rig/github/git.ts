/**
 * Git data behind the front: branches, what happened to them by GitHub's clock, commits, and what differs between two.
 * The objects themselves are real ones of git (see `bare.ts`).
 */
import { randomBytes } from 'node:crypto';
import {
  type Actor,
  ApiError,
  type Call,
  type Handlers,
  idSequence,
  invalid,
  isObject,
  type JsonObject,
  mediaFormats,
  notFound,
  now,
  page,
  type Reply,
  stamp,
  type Time,
  text,
} from './api.ts';
import { BareRepository, type Commit, type FolderCommit, type Identity } from './bare.ts';
import { nodeId, repositoryObject, userObject } from './objects.ts';

export type { Commit, FolderCommit } from './bare.ts';

const NO_COMMIT = '0'.repeat(40);
/** In a comparison; GitHub tells no more, on any page. */
const FILES_IN_COMPARISON = 300;
const COMMITS_IN_COMPARISON = 250;
const MILLISECONDS = {
  day: 864e5,
  week: 7 * 864e5,
  month: 31 * 864e5,
  quarter: 92 * 864e5,
  year: 366 * 864e5,
} as const;

export type MoveType = 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge';

/** A branch of this repository that has been made, moved or removed. */
export interface Move {
  readonly id: number;
  /** Without `refs/heads/`. */
  readonly branch: string;
  /** 40 hexadecimal digits, all 0 for none. */
  readonly before: string;
  readonly after: string;
  readonly type: MoveType;
  readonly by: Actor;
  /** GitHub's own time, ISO 8601. */
  readonly at: string;
}

export interface PushOptions {
  /** Who pushes; `dana` unless told. */
  readonly by?: string;
  /** When, by GitHub's clock. */
  readonly at?: Time;
  /** Takes the place of the newest commit instead of standing on it. */
  readonly force?: boolean;
  /** What the commit says of its own time, ISO 8601. */
  readonly date?: string;
}

export type Files = Readonly<Record<string, string | null>>;

export class Git {
  readonly bare: BareRepository;
  readonly moves: Move[] = [];
  readonly #url: string;
  readonly #fullName: string;
  readonly #nextMoveId = idSequence(1_400_000_000);
  readonly #watchers: ((move: Move) => Promise<void> | void)[] = [];
  readonly #said = new Map<string, Promise<string | undefined>>();
  #last: Promise<unknown> = Promise.resolve();

  private constructor(url: string, fullName: string, bare: BareRepository) {
    this.#url = url;
    this.#fullName = fullName;
    this.bare = bare;
  }

  static async start(url: string, fullName: string): Promise<Git> {
    return new Git(url, fullName, await BareRepository.make(fullName));
  }

  /** Called with each move, in the order they were made; who moves a branch waits for it. */
  watch(watcher: (move: Move) => Promise<void> | void): void {
    this.#watchers.push(watcher);
  }

  close(): void {
    this.bare.close();
  }

  repository(): JsonObject {
    return repositoryObject(this.#url, this.#fullName, {
      isFork: false,
      pushedAt: this.moves.at(-1)?.at ?? '2026-01-01T00:00:00Z',
    });
  }

  /** The commit that a branch, a tag, a ref or a SHA names, the SHA also by its first seven digits or more. */
  async commit(ref: string): Promise<Commit | undefined> {
    const sha = await this.shaOf(ref);
    return sha === undefined ? undefined : this.bare.commit(sha);
  }

  async shaOf(ref: string): Promise<string | undefined> {
    if (/^[0-9a-f]{40}$/.test(ref)) return (await this.bare.typeOf(ref)) === 'commit' ? ref : undefined;
    const names = ref.startsWith('refs/')
      ? [ref]
      : [
          `refs/heads/${ref}`,
          `refs/tags/${ref}`,
          ...(/^(?:heads|tags|pull)\//.test(ref) ? [`refs/${ref}`] : []),
        ];
    for (const name of names) {
      const sha = this.bare.ref(name);
      if (sha !== undefined) return sha;
    }
    return /^[0-9a-f]{7,39}$/.test(ref) ? this.bare.abbreviated(ref) : undefined;
  }

  /** As `commit`, but only for a full SHA, which is all that checks and statuses take. */
  async hasCommit(sha: string): Promise<boolean> {
    return /^[0-9a-f]{40}$/.test(sha) && (await this.commit(sha)) !== undefined;
  }

  branch(name: string): string | undefined {
    return this.bare.ref(`refs/heads/${name}`);
  }

  /** One commit on a branch, which is made from `from` when it is not there. Gives its SHA. */
  push(
    actor: Actor,
    branch: string,
    files: Files,
    message: string,
    { at, force = false, date, from = 'main' }: PushOptions & { readonly from?: string } = {},
  ): Promise<string> {
    return this.inTurn(async () => {
      const before = this.branch(branch);
      const tip = before ?? this.branch(from);
      if (tip === undefined) throw new Error(`no branch ${before === undefined ? from : branch}`);
      const author = this.bare.identity(actor.login, date);
      const parent = force ? (await this.bare.commit(tip))?.parents[0] : tip;
      const base = force && parent !== undefined ? parent : tip;
      const sha = await this.bare.write({ parent: base, files, message, author });
      await this.move(actor, branch, sha, { at, type: force ? 'force_push' : undefined });
      return sha;
    });
  }

  /** One commit in a fork, which shares its objects with this repository and nothing else. */
  pushToFork(
    actor: Actor,
    ref: string,
    files: Files,
    message: string,
    { force = false, date }: PushOptions,
  ): Promise<string> {
    return this.inTurn(async () => {
      const tip = this.bare.ref(ref) ?? this.branch('main');
      if (tip === undefined) throw new Error('no main');
      const parent = force ? ((await this.bare.commit(tip))?.parents[0] ?? tip) : tip;
      const author = this.bare.identity(actor.login, date);
      const sha = await this.bare.write({ parent, files, message, author });
      await this.bare.point(ref, sha);
      return sha;
    });
  }

  commitFolder(
    actor: Actor,
    folder: string,
    options: FolderCommit & { readonly at?: Time },
  ): Promise<string> {
    return this.inTurn(async () => {
      const { ref = 'main', at } = options;
      const parent = this.branch(ref);
      const sha = await this.bare.commitFolder(folder, parent, this.bare.identity(actor.login), options);
      await this.move(actor, ref, sha, { at, type: parent === undefined ? undefined : 'push' });
      return sha;
    });
  }

  /** Points a branch at a commit, or removes it, and writes down when that was. Call it in turn. */
  async move(
    by: Actor,
    branch: string,
    after: string | undefined,
    { at, type }: { readonly at?: Time | undefined; readonly type?: MoveType | undefined } = {},
  ): Promise<Move> {
    const before = this.branch(branch);
    const ref = `refs/heads/${branch}`;
    if (after === undefined) await this.bare.drop(ref);
    else await this.bare.point(ref, after);
    const move: Move = {
      id: this.#nextMoveId(),
      branch,
      before: before ?? NO_COMMIT,
      after: after ?? NO_COMMIT,
      type: before === undefined ? 'branch_creation' : (type ?? (await this.#typeOf(before, after))),
      by,
      at: at === undefined ? now() : stamp(at),
    };
    this.moves.push(move);
    for (const watcher of this.#watchers) await watcher(move);
    return move;
  }

  /** Writers follow one another: what one has read still holds when it writes. */
  inTurn<T>(write: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(write, write);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * What `head` has that its merge base with `base` has not. Both are full SHAs. Throws 404 when they share no history.
   * `mostFiles`: comparisons and pull requests differ in it.
   */
  async files(base: string, head: string, mostFiles: number): Promise<JsonObject[]> {
    const mergeBase = await this.mergeBase(base, head);
    if (mergeBase === undefined) throw noCommonAncestor(base, head);
    return (await this.#changes(mergeBase, head)).slice(0, mostFiles);
  }

  mergeBase(base: string, head: string): Promise<string | undefined> {
    return this.#once(['merge-base', base, head]);
  }

  /** How many commits `head` has that `base` has not. */
  async countCommits(base: string, head: string): Promise<number> {
    return Number(await this.#once(['rev-list', '--count', `${base}..${head}`]));
  }

  /** The tree of both merged; undefined when that takes a person. */
  mergedTree(base: string, head: string): Promise<string | undefined> {
    return this.#once(['merge-tree', '--write-tree', base, head]);
  }

  /** What git says of commits, which do not change; undefined when it says no. */
  #once(words: readonly string[]): Promise<string | undefined> {
    const key = words.join(' ');
    const known = this.#said.get(key) ?? this.bare.git(words).catch(() => undefined);
    this.#said.set(key, known);
    return known;
  }

  /** A commit as lists and comparisons show it. */
  renderCommit(commit: Commit): JsonObject {
    const api = `${this.#url}/repos/${this.#fullName}`;
    const html = `${this.#url}/${this.#fullName}/commit`;
    const { sha, treeSha, author, committer, message, parents } = commit;
    return {
      sha,
      node_id: nodeId('Commit', sha),
      commit: {
        author: { ...author },
        committer: { ...committer },
        message,
        tree: { sha: treeSha, url: `${api}/git/trees/${treeSha}` },
        url: `${api}/git/commits/${sha}`,
        comment_count: 0,
        verification: unsigned(),
      },
      url: `${api}/commits/${sha}`,
      html_url: `${html}/${sha}`,
      comments_url: `${api}/commits/${sha}/comments`,
      author: this.#account(author),
      committer: this.#account(committer),
      parents: parents.map((parent) => ({
        sha: parent,
        url: `${api}/commits/${parent}`,
        html_url: `${html}/${parent}`,
      })),
    };
  }

  handlers(): Handlers {
    return {
      'repos/get': () => ({ status: 200, body: this.repository() }),
      'repos/get-commit': (call) => this.#getCommit(call),
      'repos/get-branch': (call) => this.#getBranch(call),
      'repos/compare-commits-with-basehead': (call) => this.#compare(call),
      'repos/list-activities': (call) => this.#activities(call),
    };
  }

  async #typeOf(before: string, after: string | undefined): Promise<MoveType> {
    if (after === undefined) return 'branch_deletion';
    return (await this.bare.isAncestor(before, after)) ? 'push' : 'force_push';
  }

  /** GitHub finds the account by the address. */
  #account({ email }: Identity): JsonObject | null {
    const login = /^(?:\d+\+)?(.+)@users\.noreply\.github\.com$/.exec(email)?.[1];
    return login === undefined ? null : userObject(this.#url, login);
  }

  async #getCommit(call: Call): Promise<Reply> {
    const { ref = '' } = call.params;
    const commit = await this.commit(ref);
    if (commit === undefined) throw new ApiError(422, `No commit found for SHA: ${ref}`);
    if (mediaFormats(call.accept).includes('sha'))
      return { status: 200, raw: { type: 'application/vnd.github.sha', bytes: Buffer.from(commit.sha) } };
    const parent = commit.parents[0] ?? (await this.bare.makeTree(undefined, []));
    const files = await this.#changes(parent, commit.sha);
    const sum = (name: string): number => files.reduce((total, file) => total + Number(file[name]), 0);
    const [additions, deletions] = [sum('additions'), sum('deletions')];
    const { items, headers } = page(call, this.#url, files);
    return {
      status: 200,
      headers,
      body: {
        ...this.renderCommit(commit),
        stats: { total: additions + deletions, additions, deletions },
        files: items,
      },
    };
  }

  async #getBranch(call: Call): Promise<Reply> {
    const { branch = '' } = call.params;
    const sha = this.branch(branch);
    const commit = sha === undefined ? undefined : await this.bare.commit(sha);
    if (commit === undefined) throw new ApiError(404, 'Branch not found');
    const self = `${this.#url}/repos/${this.#fullName}/branches/${encodeURIComponent(branch)}`;
    return {
      status: 200,
      body: {
        name: branch,
        commit: this.renderCommit(commit),
        _links: { self, html: `${this.#url}/${this.#fullName}/tree/${encodeURIComponent(branch)}` },
        protected: false,
        protection: {
          enabled: false,
          required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
        },
        protection_url: `${self}/protection`,
      },
    };
  }

  async #compare(call: Call): Promise<Reply> {
    const { basehead = '' } = call.params;
    const [baseName = '', headName = ''] = basehead.split('...');
    const [base, head] = await Promise.all([this.#side(baseName), this.#side(headName)]);
    if (base === undefined || head === undefined) throw notFound();
    const mergeBase = await this.mergeBase(base.sha, head.sha);
    const common = mergeBase === undefined ? undefined : await this.bare.commit(mergeBase);
    if (common === undefined) throw noCommonAncestor(baseName, headName);
    const counts = await this.bare.git(['rev-list', '--left-right', '--count', `${base.sha}...${head.sha}`]);
    const [behind = 0, ahead = 0] = counts.split(/\s+/).map(Number);
    const range = `${base.sha}..${head.sha}`;
    const shas = ahead === 0 ? [] : (await this.bare.git(['rev-list', '--reverse', range])).split('\n');
    const commits: Commit[] = [];
    for (const sha of shas.slice(0, COMMITS_IN_COMPARISON)) {
      const commit = await this.bare.commit(sha);
      if (commit !== undefined) commits.push(commit);
    }
    const listed = page(
      call,
      this.#url,
      commits.map((commit) => this.renderCommit(commit)),
    );
    const isPaged = call.query.per_page !== undefined || call.query.page !== undefined;
    const status =
      ahead === 0 ? (behind === 0 ? 'identical' : 'behind') : behind === 0 ? 'ahead' : 'diverged';
    const html = `${this.#url}/${this.#fullName}/compare`;
    const address = encodeURIComponent(basehead);
    const short = `${base.sha.slice(0, 12)}...${head.sha.slice(0, 12)}`;
    return {
      status: 200,
      ...(isPaged ? { headers: listed.headers } : {}),
      body: {
        url: `${this.#url}/repos/${this.#fullName}/compare/${address}`,
        html_url: `${html}/${address}`,
        permalink_url: `${html}/${short}`,
        diff_url: `${html}/${address}.diff`,
        patch_url: `${html}/${address}.patch`,
        base_commit: this.renderCommit(base),
        merge_base_commit: this.renderCommit(common),
        status,
        ahead_by: ahead,
        behind_by: behind,
        total_commits: ahead,
        commits: isPaged ? listed.items : commits.map((commit) => this.renderCommit(commit)),
        files:
          Number(call.query.page ?? 1) > 1
            ? []
            : (await this.#changes(common.sha, head.sha)).slice(0, FILES_IN_COMPARISON),
      },
    };
  }

  /** `branch`, or `login:branch` for one of a fork. */
  async #side(name: string): Promise<Commit | undefined> {
    const [, login, branch = ''] = /^(?:([^:]+):)?(.+)$/.exec(name) ?? [];
    const [owner = ''] = this.#fullName.split('/');
    if (login === undefined || login === owner) return this.commit(branch);
    const sha = this.bare.ref(`refs/forks/${login}/heads/${branch}`);
    return sha === undefined ? undefined : this.bare.commit(sha);
  }

  async #changes(base: string, head: string): Promise<JsonObject[]> {
    const words = ['diff-tree', '-r', '-z', '-M', '--raw', '--numstat', '--no-abbrev', '--no-commit-id'];
    const fields = ((await this.#once([...words, base, head])) ?? '').split('\0');
    interface Change {
      readonly letter: string;
      readonly sha: string;
      readonly path: string;
      readonly from: string | undefined;
    }
    const changes: Change[] = [];
    const counts: (readonly [number, number])[] = [];
    for (let next = fields.shift(); next !== undefined; next = fields.shift()) {
      const raw = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/.exec(next);
      if (raw !== null) {
        const [, old = '', sha = '', letter = ''] = raw;
        const isMoved = letter === 'R' || letter === 'C';
        const from = isMoved ? fields.shift() : undefined;
        changes.push({ letter, sha: letter === 'D' ? old : sha, path: fields.shift() ?? '', from });
        continue;
      }
      const counted = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(next);
      if (counted === null) continue;
      const [, added = '', removed = '', path = ''] = counted;
      if (path === '') fields.splice(0, 2);
      counts.push([Number(added) || 0, Number(removed) || 0]);
    }
    const html = `${this.#url}/${this.#fullName}`;
    return changes.map(({ letter, sha, path, from }, index) => {
      const [additions, deletions] = counts[index] ?? [0, 0];
      const address = path.split('/').map(encodeURIComponent).join('/');
      return {
        sha,
        filename: path,
        status: STATUS[letter] ?? 'changed',
        additions,
        deletions,
        changes: additions + deletions,
        blob_url: `${html}/blob/${head}/${address}`,
        raw_url: `${html}/raw/${head}/${address}`,
        contents_url: `${this.#url}/repos/${this.#fullName}/contents/${address}?ref=${head}`,
        ...(from === undefined ? {} : { previous_filename: from }),
      };
    });
  }

  #activities(call: Call): Reply {
    const { ref, actor, time_period: period, activity_type: type, direction = 'desc' } = call.query;
    const { before, after } = call.query;
    if (before !== undefined && after !== undefined) throw new ApiError(422, 'Only one of before and after');
    const since = period === undefined ? 0 : Date.now() - MILLISECONDS[period as keyof typeof MILLISECONDS];
    const branch = ref?.replace(/^refs\/heads\//, '');
    const found = this.moves.filter(
      (move) =>
        (branch === undefined || move.branch === branch) &&
        (actor === undefined || move.by.login === actor) &&
        (type === undefined || move.type === type) &&
        Date.parse(move.at) >= since,
    );
    found.sort((left, right) => left.at.localeCompare(right.at) || left.id - right.id);
    if (direction === 'desc') found.reverse();
    // By cursors, not by pages: each is the id of the last entry of a page, or of its first.
    const cursor = (id: number): string => Buffer.from(`cursor:${id}`).toString('base64url');
    const at = (given: string): number => {
      const index = found.findIndex(({ id }) => cursor(id) === given);
      if (index === -1) throw invalid('Activity', 'cursor', 'the cursor is not valid');
      return index;
    };
    const size = Math.min(100, Math.max(1, Number(call.query.per_page ?? 30)));
    const end = before === undefined ? undefined : at(before);
    const start = after === undefined ? Math.max(0, (end ?? 0) - size) : at(after) + 1;
    const items = found.slice(start, Math.min(end ?? Number.POSITIVE_INFINITY, start + size));
    const links: string[] = [];
    const link = (name: 'after' | 'before', id: number, relation: string): void => {
      const address = new URL(call.target, this.#url);
      address.searchParams.delete('after');
      address.searchParams.delete('before');
      address.searchParams.set(name, cursor(id));
      links.push(`<${address.href}>; rel="${relation}"`);
    };
    const [first, last] = [items[0], items.at(-1)];
    if (last !== undefined && start + items.length < found.length) link('after', last.id, 'next');
    if (first !== undefined && start > 0) link('before', first.id, 'prev');
    return {
      status: 200,
      headers: links.length === 0 ? {} : { link: links.join(', ') },
      body: items.map((move) => ({
        id: move.id,
        node_id: nodeId('Activity', move.id),
        before: move.before,
        after: move.after,
        ref: `refs/heads/${move.branch}`,
        timestamp: move.at,
        activity_type: move.type,
        actor: userObject(this.#url, move.by.login),
      })),
    };
  }
}

const STATUS: Readonly<Record<string, string>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};

export function unsigned(): JsonObject {
  return { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };
}

export function randomBranch(): string {
  return `change-${randomBytes(4).toString('hex')}`;
}

function noCommonAncestor(base: string, head: string): ApiError {
  return new ApiError(404, `No common ancestor between ${base} and ${head}.`);
}

/** The fields of an author or committer that a request gives. */
export function identityOf(given: unknown, fallback: Identity): Identity {
  if (!isObject(given)) return fallback;
  const date = text(given.date);
  return {
    name: text(given.name) ?? fallback.name,
    email: text(given.email) ?? fallback.email,
    date: date === undefined ? fallback.date : stamp(date),
  };
}
