/** Pull requests: they follow their branches, here or in a fork; are reviewed, closed and merged. */
import {
  type Actor,
  ApiError,
  type Call,
  type Handlers,
  idSequence,
  invalid,
  type Json,
  type JsonObject,
  notFound,
  now,
  page,
  type Reply,
  stamp,
  type Time,
  text,
} from './api.ts';
import type { Happen } from './events.ts';
import type { Git, Move } from './git.ts';
import { checkText, type Issue, type IssueEvent, type Issues, type PullRequest } from './issues.ts';
import { nodeId, repositoryObject, userObject } from './objects.ts';

/** GitHub lists no more of them. */
const FILES_IN_PULL = 3000;
const NO_COMMIT = '0'.repeat(40);

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';

export interface Review {
  readonly id: number;
  readonly number: number;
  readonly login: string;
  readonly state: ReviewState;
  /** The commit that it is about. */
  readonly sha: string;
  readonly body: string;
  readonly at: string;
}

export interface NewPull {
  readonly title: string;
  readonly body: string | null;
  readonly headRef: string;
  readonly baseRef: string;
  /** `owner/name` of a fork that the branch is in. */
  readonly fork?: string | undefined;
  readonly isDraft?: boolean;
  readonly at?: Time | undefined;
}

interface Pull extends Issue {
  readonly pull: PullRequest;
}

export class Pulls {
  readonly #url: string;
  readonly #fullName: string;
  readonly #git: Git;
  readonly #issues: Issues;
  readonly #happen: Happen;
  readonly #mayActions: boolean;
  readonly #reviews: Review[] = [];
  readonly #nextPullId = idSequence(1_900_000_000);
  readonly #nextReviewId = idSequence(2_200_000_000);
  /** By base and head: what merging them would give, null when that takes a person. */
  readonly #merges = new Map<string, string | null>();

  /** `mayActions`: the setting of the repository that lets jobs open pull requests. */
  constructor(
    url: string,
    fullName: string,
    parts: {
      readonly git: Git;
      readonly issues: Issues;
      readonly happen: Happen;
      readonly mayActions: boolean;
    },
  ) {
    this.#url = url;
    this.#fullName = fullName;
    this.#git = parts.git;
    this.#issues = parts.issues;
    this.#happen = parts.happen;
    this.#mayActions = parts.mayActions;
    parts.git.watch((move) => this.#follow(move));
  }

  async create(actor: Actor, fields: NewPull): Promise<{ number: number; headSha: string; baseSha: string }> {
    const { title, body, headRef, baseRef, fork, isDraft = false, at } = fields;
    const [owner = ''] = this.#fullName.split('/');
    const headLogin = fork?.split('/')[0] ?? owner;
    const headSha =
      fork === undefined ? this.#git.branch(headRef) : this.#git.bare.ref(forkRef(fork, headRef));
    const baseSha = this.#git.branch(baseRef);
    if (baseSha === undefined) throw fieldInvalid('base');
    if (headSha === undefined) throw fieldInvalid('head');
    const same = this.#open().find(
      ({ pull }) => pull.headRef === headRef && pull.fork === fork && pull.baseRef === baseRef,
    );
    if (same !== undefined)
      throw invalid('PullRequest', 'head', `A pull request already exists for ${headLogin}:${headRef}.`);
    if ((await this.#git.mergeBase(baseSha, headSha)) === undefined)
      throw invalid('PullRequest', 'head', `The ${headRef} branch has no history in common with ${baseRef}`);
    if ((await this.#git.countCommits(baseSha, headSha)) === 0)
      throw invalid('PullRequest', 'head', `No commits between ${baseRef} and ${headRef}`);
    const pull: PullRequest = {
      ...{ id: this.#nextPullId(), headRef, baseRef, baseSha, headSha },
      ...{ fork, headLogin, isDraft, merged: undefined },
    };
    const number = this.#issues.createIssue(actor, {
      title,
      body,
      pull,
      ...(at === undefined ? {} : { at }),
    });
    await this.#git.bare.point(`refs/pull/${number}/head`, headSha);
    await this.#happen({ kind: 'pull', by: actor, action: 'opened', number });
    return { number, headSha, baseSha };
  }

  /** Commits on the branch of a pull request, wherever that is. */
  async push(
    actor: Actor,
    number: number,
    files: Readonly<Record<string, string | null>>,
    message: string,
    options: { readonly at?: Time; readonly force?: boolean; readonly date?: string },
  ): Promise<string> {
    const issue = this.#pull(number);
    const { pull } = issue;
    if (pull.fork === null) throw new Error(`the fork of pull request ${number} is gone`);
    if (pull.fork === undefined) return this.#git.push(actor, pull.headRef, files, message, options);
    const sha = await this.#git.pushToFork(actor, forkRef(pull.fork, pull.headRef), files, message, options);
    await this.#moveHead(issue, sha, actor, stamp(options.at));
    return sha;
  }

  review(actor: Actor, number: number, state: ReviewState, sha: string, at?: Time): Review {
    const { login } = actor;
    if (login === this.#pull(number).login && state === 'APPROVED')
      throw invalid('PullRequestReview', 'event', 'Can not approve your own pull request');
    const review = { id: this.#nextReviewId(), number, login, state, sha, body: '', at: stamp(at) };
    this.#reviews.push(review);
    return review;
  }

  async label(actor: Actor, number: number, name: string, at?: Time): Promise<IssueEvent> {
    const issue = this.#pull(number);
    const [event] = await this.#issues.setLabels(actor, issue, [...issue.labels, name], at);
    if (event === undefined) throw new Error(`pull request ${number} has the label ${name} already`);
    return event;
  }

  async close(actor: Actor, number: number): Promise<void> {
    await this.#issues.setState(actor, this.#pull(number), 'closed', null);
  }

  /** As the button does. Gives the commit on the base branch. */
  async merge(actor: Actor, number: number, method: 'merge' | 'squash', at?: Time): Promise<string> {
    const issue = this.#pull(number);
    const { pull } = issue;
    if (issue.state === 'closed') throw new Error(`pull request ${number} is closed`);
    const sha = await this.#git.inTurn(async () => {
      const base = this.#git.branch(pull.baseRef);
      if (base === undefined) throw new Error(`no branch ${pull.baseRef}`);
      const tree = await this.#git.mergedTree(base, pull.headSha);
      if (tree === undefined) throw new Error(`pull request ${number} has conflicts`);
      const merged = await this.#git.bare.commitTree({
        tree,
        parents: method === 'merge' ? [base, pull.headSha] : [base],
        message:
          method === 'merge'
            ? `Merge pull request #${number} from ${pull.headLogin}/${pull.headRef}`
            : issue.title,
        author: this.#git.bare.identity(actor.login),
      });
      // Merged before the branch moves: who looks then finds both.
      pull.merged = { sha: merged, at: stamp(at), login: actor.login };
      await this.#git.move(actor, pull.baseRef, merged, { at, type: 'pr_merge' });
      return merged;
    });
    issue.state = 'closed';
    issue.closedAt = pull.merged?.at ?? now();
    issue.closedBy = actor.login;
    this.#issues.record(actor, number, 'merged', { at, sha });
    this.#issues.record(actor, number, 'closed', { at });
    await this.#happen({ kind: 'pull', by: actor, action: 'closed', number });
    return sha;
  }

  deleteFork(number: number): void {
    const { pull } = this.#pull(number);
    if (pull.fork === undefined) throw new Error(`pull request ${number} comes from no fork`);
    pull.fork = null;
  }

  headSha(number: number): string {
    return this.#pull(number).pull.headSha;
  }

  isFromFork(number: number): boolean {
    return this.#pull(number).pull.fork !== undefined;
  }

  /** The open pull requests whose head is this commit, as check runs list them: none of forks. */
  async pullsOf(sha: string): Promise<JsonObject[]> {
    const { id = 0, url = '', name = '' } = this.#git.repository();
    const repo = { id, url, name };
    return this.#open()
      .filter(({ pull }) => pull.headSha === sha && pull.fork === undefined)
      .map(({ number, pull }) => ({
        id: pull.id,
        number,
        url: `${this.#root}/pulls/${number}`,
        head: { ref: pull.headRef, sha, repo },
        base: { ref: pull.baseRef, sha: pull.baseSha, repo },
      }));
  }

  /** `full` is what `GET /pulls/{number}` and webhooks hold; lists leave the counts out. */
  async render(number: number, full: boolean): Promise<JsonObject> {
    const issue = this.#pull(number);
    const { pull } = issue;
    // All that may change is read before anything is waited for: an event tells of its own moment.
    const { headSha, baseSha, merged } = pull;
    const shared = this.#issues.renderIssue(number);
    const address = `${this.#root}/pulls/${number}`;
    const html = `${this.#url}/${this.#fullName}/pull/${number}`;
    const own = this.#git.repository();
    const [owner = ''] = this.#fullName.split('/');
    const head = {
      label: `${pull.headLogin}:${pull.headRef}`,
      ref: pull.headRef,
      sha: headSha,
      user: userObject(this.#url, pull.headLogin),
      repo: this.#headRepository(pull),
    };
    const base = {
      label: `${owner}:${pull.baseRef}`,
      ref: pull.baseRef,
      sha: baseSha,
      user: userObject(this.#url, owner),
      repo: own,
    };
    const baseTip = this.#git.branch(pull.baseRef) ?? baseSha;
    const merge =
      merged === undefined && issue.state === 'open' ? await this.#testMerge(issue, baseTip) : null;
    const rendered: JsonObject = {
      id: pull.id,
      node_id: nodeId('PullRequest', pull.id),
      url: address,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      issue_url: `${this.#root}/issues/${number}`,
      commits_url: `${address}/commits`,
      review_comments_url: `${address}/comments`,
      review_comment_url: `${this.#root}/pulls/comments{/number}`,
      comments_url: `${this.#root}/issues/${number}/comments`,
      statuses_url: `${this.#root}/statuses/${headSha}`,
      number,
      state: shared.state ?? null,
      locked: false,
      active_lock_reason: null,
      title: shared.title ?? null,
      body: shared.body ?? null,
      user: shared.user ?? null,
      labels: shared.labels ?? [],
      milestone: null,
      assignee: shared.assignee ?? null,
      assignees: shared.assignees ?? [],
      requested_reviewers: [],
      requested_teams: [],
      created_at: shared.created_at ?? null,
      updated_at: shared.updated_at ?? null,
      closed_at: shared.closed_at ?? null,
      merged_at: merged?.at ?? null,
      // The merge of refs/pull/<n>/merge is what a pull_request run checks out: never the head commit.
      merge_commit_sha: merged?.sha ?? merge,
      head,
      base,
      _links: {
        self: { href: address },
        html: { href: html },
        issue: { href: `${this.#root}/issues/${number}` },
        comments: { href: `${this.#root}/issues/${number}/comments` },
        review_comments: { href: `${address}/comments` },
        review_comment: { href: `${this.#root}/pulls/comments{/number}` },
        commits: { href: `${address}/commits` },
        statuses: { href: `${this.#root}/statuses/${headSha}` },
      },
      author_association: shared.author_association ?? 'NONE',
      auto_merge: null,
      draft: pull.isDraft,
    };
    if (!full) return rendered;
    const files = await this.#git.files(merged === undefined ? baseTip : baseSha, headSha, FILES_IN_PULL);
    const total = (name: string): number => files.reduce((sum, file) => sum + Number(file[name]), 0);
    return {
      ...rendered,
      merged: merged !== undefined,
      mergeable: merged === undefined ? merge !== null : null,
      rebaseable: merged === undefined ? merge !== null : null,
      mergeable_state: merged !== undefined ? 'unknown' : merge === null ? 'dirty' : 'clean',
      merged_by: merged === undefined ? null : userObject(this.#url, merged.login),
      comments: shared.comments ?? 0,
      review_comments: 0,
      maintainer_can_modify: false,
      commits: await this.#git.countCommits(merged === undefined ? baseTip : baseSha, headSha),
      additions: total('additions'),
      deletions: total('deletions'),
      changed_files: files.length,
    };
  }

  handlers(): Handlers {
    return {
      'pulls/list': (call) => this.#list(call),
      'pulls/get': async ({ params }) => ({
        status: 200,
        body: await this.render(Number(params.pull_number), true),
      }),
      'pulls/create': (call) => this.#create(call),
      'pulls/update': (call) => this.#update(call),
      'pulls/list-files': async (call) => {
        const { pull } = this.#pull(Number(call.params.pull_number));
        const tip = pull.merged === undefined ? this.#git.branch(pull.baseRef) : undefined;
        return this.#listed(call, await this.#git.files(tip ?? pull.baseSha, pull.headSha, FILES_IN_PULL));
      },
      'pulls/list-reviews': (call) => {
        const { number } = this.#pull(Number(call.params.pull_number));
        const found = this.#reviews.filter((review) => review.number === number);
        return this.#listed(
          call,
          found.map((review) => this.#renderReview(review)),
        );
      },
      'repos/list-pull-requests-associated-with-commit': (call) => this.#ofCommit(call),
    };
  }

  get #root(): string {
    return `${this.#url}/repos/${this.#fullName}`;
  }

  #listed(call: Call, items: readonly Json[]): Reply {
    const { items: body, headers } = page(call, this.#url, items);
    return { status: 200, body, headers };
  }

  #pull(number: number): Pull {
    const issue = this.#issues.issue(number);
    if (!isPull(issue)) throw notFound();
    return issue;
  }

  #open(): Pull[] {
    return this.#issues.all().filter((issue): issue is Pull => isPull(issue) && issue.state === 'open');
  }

  #headRepository({ fork, headLogin }: PullRequest): JsonObject | null {
    if (fork === undefined) return this.#git.repository();
    if (fork === null) return null;
    const pushedAt = '2026-01-01T00:00:00Z';
    return repositoryObject(this.#url, `${headLogin}/${fork.split('/')[1] ?? ''}`, {
      isFork: true,
      pushedAt,
    });
  }

  async #follow({ branch, after, by, at }: Move): Promise<void> {
    for (const issue of this.#open()) {
      if (issue.pull.fork !== undefined || issue.pull.headRef !== branch) continue;
      if (after === NO_COMMIT) await this.#issues.setState(by, issue, 'closed', null);
      else await this.#moveHead(issue, after, by, at);
    }
  }

  async #moveHead(issue: Pull, after: string, by: Actor, at: string): Promise<void> {
    const before = issue.pull.headSha;
    issue.pull.headSha = after;
    issue.updatedAt = at;
    await this.#git.bare.point(`refs/pull/${issue.number}/head`, after);
    if (issue.state === 'open')
      await this.#happen({ kind: 'pull', by, action: 'synchronize', number: issue.number, before });
  }

  async #testMerge({ number, pull }: Pull, base: string): Promise<string | null> {
    const key = `${base} ${pull.headSha}`;
    const known = this.#merges.get(key);
    if (known !== undefined) return known;
    const tree = await this.#git.mergedTree(base, pull.headSha);
    const made =
      tree === undefined
        ? null
        : await this.#git.bare.commitTree({
            tree,
            parents: [base, pull.headSha],
            message: `Merge ${pull.headSha} into ${base}`,
            author: this.#git.bare.identity(pull.headLogin),
          });
    this.#merges.set(key, made);
    if (made !== null) await this.#git.bare.point(`refs/pull/${number}/merge`, made);
    return made;
  }

  async #list(call: Call): Promise<Reply> {
    const { state = 'open', head, base, direction = 'desc' } = call.query;
    const found = this.#issues
      .all()
      .filter(isPull)
      .filter(
        ({ pull, state: current }) =>
          (state === 'all' || current === state) &&
          (head === undefined || head === `${pull.headLogin}:${pull.headRef}`) &&
          (base === undefined || base === pull.baseRef),
      );
    if (direction === 'desc') found.reverse();
    return this.#listed(call, await Promise.all(found.map(({ number }) => this.render(number, false))));
  }

  async #create({ body, actor }: Call): Promise<Reply> {
    if (actor.kind === 'job' && !this.#mayActions)
      throw new ApiError(403, 'GitHub Actions is not permitted to create or approve pull requests.');
    const title = text(body.title);
    if (title === undefined) throw new ApiError(422, 'Validation Failed', [missing('title')]);
    const [owner = '', name = ''] = this.#fullName.split('/');
    const [, login, headRef = ''] = /^(?:([^:]+):)?(.*)$/.exec(text(body.head) ?? '') ?? [];
    const fork = login === undefined || login === owner ? undefined : `${login}/${name}`;
    const description = text(body.body) ?? null;
    checkText('PullRequest', title, description);
    const { number } = await this.create(actor, {
      title,
      body: description,
      headRef,
      baseRef: (text(body.base) ?? '').replace(/^refs\/heads\//, ''),
      fork,
      isDraft: body.draft === true,
    });
    return { status: 201, body: await this.render(number, true) };
  }

  async #update({ params, body, actor }: Call): Promise<Reply> {
    const issue = this.#pull(Number(params.pull_number));
    const title = text(body.title);
    const description = text(body.body);
    checkText('PullRequest', title, description ?? null);
    if (body.base !== undefined && body.base !== issue.pull.baseRef)
      throw new Error('the rig keeps the base of a pull request');
    if (title !== undefined) issue.title = title;
    if (description !== undefined) issue.body = description;
    if (body.state === 'open' || body.state === 'closed')
      await this.#issues.setState(actor, issue, body.state, null);
    issue.updatedAt = now();
    return { status: 200, body: await this.render(issue.number, true) };
  }

  #renderReview({ id, number, login, state, sha, body, at }: Review): JsonObject {
    const html = `${this.#url}/${this.#fullName}/pull/${number}#pullrequestreview-${id}`;
    const pull = `${this.#root}/pulls/${number}`;
    return {
      id,
      node_id: nodeId('PullRequestReview', id),
      user: userObject(this.#url, login),
      body,
      state,
      html_url: html,
      pull_request_url: pull,
      author_association: this.#issues.association(login),
      _links: { html: { href: html }, pull_request: { href: pull } },
      submitted_at: at,
      commit_id: sha,
    };
  }

  /** On the default branch: the merged one that has brought it. Elsewhere: those that hold it. */
  async #ofCommit(call: Call): Promise<Reply> {
    const name = call.params.commit_sha ?? '';
    const sha = await this.#git.shaOf(name);
    if (sha === undefined) throw new ApiError(422, `No commit found for SHA: ${name}`);
    const main = this.#git.branch('main');
    const isOnMain = main !== undefined && (await this.#git.bare.isAncestor(sha, main));
    const found: JsonObject[] = [];
    for (const { number, pull } of this.#issues.all().filter(isPull)) {
      const isMerge = pull.merged?.sha === sha;
      const isInside =
        (await this.#git.bare.isAncestor(sha, pull.headSha)) &&
        !(await this.#git.bare.isAncestor(sha, pull.baseSha));
      if (isOnMain ? pull.merged !== undefined && (isMerge || isInside) : isInside)
        found.push(await this.render(number, false));
    }
    return this.#listed(call, found);
  }
}

/** Where the branch of a fork is kept: not among the branches of this repository. */
export function forkRef(fork: string, branch: string): string {
  return `refs/forks/${fork.split('/')[0] ?? ''}/heads/${branch}`;
}

function isPull(issue: Issue): issue is Pull {
  return issue.pull !== undefined;
}

function fieldInvalid(field: string): ApiError {
  return new ApiError(422, 'Validation Failed', [
    { resource: 'PullRequest', field, code: 'invalid', message: `${field} is invalid` },
  ]);
}

function missing(field: string): { resource: string; field: string; code: string; message: string } {
  return { resource: 'PullRequest', field, code: 'missing_field', message: `${field} is missing` };
}
