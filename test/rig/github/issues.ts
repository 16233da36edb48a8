/** Issues, pull requests, their comments, labels and reactions, kept in memory with GitHub's limits and rights. */
import { createHash } from 'node:crypto';
import {
  type Actor,
  ApiError,
  type Call,
  type Handlers,
  idSequence,
  invalid,
  isObject,
  type Json,
  type JsonObject,
  notFound,
  now,
  page,
  type Reply,
  text,
} from './api.ts';
import type { Git } from './git.ts';
import { actionsApp, BOT, nodeId, userObject } from './objects.ts';
import { hasRole } from './permissions.ts';

/** For comments, issues and pull requests alike; GitHub answers 422 beyond it. */
export const BODY_LIMIT = 65_536;
const TITLE_LIMIT = 256;

const REACTIONS = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'];

interface Reaction {
  readonly id: number;
  readonly content: string;
  readonly login: string;
  readonly createdAt: string;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly login: string;
  readonly viaApp: boolean;
  readonly createdAt: string;
  updatedAt: string;
  body: string;
  readonly reactions: Reaction[];
}

interface PullRequest {
  readonly id: number;
  readonly headRef: string;
  readonly baseRef: string;
  readonly baseSha: string;
  /** Kept for when the branch is gone. */
  headSha: string;
}

interface Issue {
  readonly id: number;
  readonly number: number;
  readonly login: string;
  readonly viaApp: boolean;
  readonly createdAt: string;
  readonly pull?: PullRequest;
  readonly reactions: Reaction[];
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: string | null;
  labels: string[];
  assignees: string[];
  updatedAt: string;
  closedAt: string | null;
  closedBy: string | null;
}

interface Label {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

export class Issues {
  readonly #url: string;
  readonly #fullName: string;
  readonly #git: Git;
  readonly #issues = new Map<number, Issue>();
  readonly #comments = new Map<number, Comment>();
  readonly #labels = new Map<string, Label>();
  readonly #nextIssueId = idSequence(2_700_000_000);
  readonly #nextPullId = idSequence(1_900_000_000);
  readonly #nextCommentId = idSequence(3_400_000_000);
  readonly #nextReactionId = idSequence(260_000_000);
  readonly #nextLabelId = idSequence(8_100_000_000);

  constructor(url: string, fullName: string, git: Git) {
    this.#url = url;
    this.#fullName = fullName;
    this.#git = git;
  }

  /** Whether the issue, or the issue of the comment, that a call is about is a pull request. */
  isAboutPullRequest(params: Readonly<Record<string, string>>): boolean {
    const comment = this.#comments.get(Number(params.comment_id));
    return this.#issues.get(comment?.issue ?? Number(params.issue_number))?.pull !== undefined;
  }

  commentsOf(issue: number): Comment[] {
    return [...this.#comments.values()].filter((comment) => comment.issue === issue);
  }

  createIssue(
    actor: Actor,
    fields: { title: string; body: string | null; labels?: string[]; pull?: PullRequest },
  ): number {
    checkText('Issue', fields.title, fields.body);
    const number = this.#issues.size + 1;
    const created = now();
    this.#issues.set(number, {
      id: this.#nextIssueId(),
      number,
      login: actor.login,
      viaApp: actor.kind === 'job',
      createdAt: created,
      reactions: [],
      title: fields.title,
      body: fields.body,
      state: 'open',
      stateReason: null,
      labels: this.#ensureLabels(fields.labels ?? []),
      assignees: [],
      updatedAt: created,
      closedAt: null,
      closedBy: null,
      ...(fields.pull === undefined ? {} : { pull: fields.pull }),
    });
    return number;
  }

  async createPull(
    actor: Actor,
    fields: { title: string; body: string | null; headRef: string; baseRef: string },
  ): Promise<{ number: number; headSha: string; baseSha: string }> {
    const [head, base] = await Promise.all([
      this.#git.emulated(fields.headRef),
      this.#git.emulated(fields.baseRef),
    ]);
    if (head === undefined || base === undefined) throw invalid('PullRequest', 'head', 'no such branch');
    const pull = {
      id: this.#nextPullId(),
      headRef: fields.headRef,
      baseRef: fields.baseRef,
      baseSha: base.sha,
      headSha: head.sha,
    };
    const number = this.createIssue(actor, { title: fields.title, body: fields.body, pull });
    return { number, headSha: head.sha, baseSha: base.sha };
  }

  createComment(actor: Actor, issue: number, body: string): Comment {
    if (!this.#issues.has(issue)) throw notFound();
    checkText('IssueComment', undefined, body);
    if (body.trim() === '') throw invalid('IssueComment', 'body', 'Body cannot be blank');
    const created = now();
    const comment: Comment = {
      id: this.#nextCommentId(),
      issue,
      login: actor.login,
      viaApp: actor.kind === 'job',
      createdAt: created,
      updatedAt: created,
      body,
      reactions: [],
    };
    this.#comments.set(comment.id, comment);
    return comment;
  }

  /** The open pull requests whose head is this commit, as check runs list them. */
  async pullsOf(sha: string): Promise<JsonObject[]> {
    const found: JsonObject[] = [];
    const repository = await this.#git.repository();
    const repo = { id: repository.id ?? 0, url: repository.url ?? '', name: repository.name ?? '' };
    for (const { number, pull, state } of this.#issues.values()) {
      if (pull === undefined || state === 'closed' || (await this.#headSha(pull)) !== sha) continue;
      found.push({
        id: pull.id,
        number,
        url: `${this.#root}/pulls/${number}`,
        head: { ref: pull.headRef, sha, repo },
        base: { ref: pull.baseRef, sha: pull.baseSha, repo },
      });
    }
    return found;
  }

  renderIssue(number: number): JsonObject {
    const issue = this.#issue(String(number));
    const address = `${this.#root}/issues/${number}`;
    const html = `${this.#url}/${this.#fullName}/${issue.pull === undefined ? 'issues' : 'pull'}/${number}`;
    const assignees = issue.assignees.map((login) => userObject(this.#url, login));
    const rendered: JsonObject = {
      id: issue.id,
      node_id: nodeId('Issue', issue.id),
      url: address,
      repository_url: this.#root,
      labels_url: `${address}/labels{/name}`,
      comments_url: `${address}/comments`,
      events_url: `${address}/events`,
      timeline_url: `${address}/timeline`,
      html_url: html,
      number,
      state: issue.state,
      state_reason: issue.stateReason,
      title: issue.title,
      body: issue.body,
      user: userObject(this.#url, issue.login),
      labels: issue.labels.map((name) => this.#renderLabel(name)),
      assignee: assignees[0] ?? null,
      assignees,
      milestone: null,
      locked: false,
      active_lock_reason: null,
      comments: this.commentsOf(number).length,
      created_at: issue.createdAt,
      updated_at: issue.updatedAt,
      closed_at: issue.closedAt,
      closed_by: issue.closedBy === null ? null : userObject(this.#url, issue.closedBy),
      author_association: this.#association(issue.login),
      performed_via_github_app: issue.viaApp ? actionsApp(this.#url) : null,
      reactions: rollup(`${address}/reactions`, issue.reactions),
    };
    if (issue.pull !== undefined) {
      rendered.draft = false;
      rendered.pull_request = {
        url: `${this.#root}/pulls/${number}`,
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        merged_at: null,
      };
    }
    return rendered;
  }

  renderComment(comment: Comment): JsonObject {
    const address = `${this.#root}/issues/comments/${comment.id}`;
    const kind = this.#issue(String(comment.issue)).pull === undefined ? 'issues' : 'pull';
    return {
      id: comment.id,
      node_id: nodeId('IssueComment', comment.id),
      url: address,
      html_url: `${this.#url}/${this.#fullName}/${kind}/${comment.issue}#issuecomment-${comment.id}`,
      issue_url: `${this.#root}/issues/${comment.issue}`,
      body: comment.body,
      user: userObject(this.#url, comment.login),
      created_at: comment.createdAt,
      updated_at: comment.updatedAt,
      author_association: this.#association(comment.login),
      performed_via_github_app: comment.viaApp ? actionsApp(this.#url) : null,
      reactions: rollup(`${address}/reactions`, comment.reactions),
    };
  }

  /** `full` is what `GET /pulls/{number}` and webhooks hold; lists leave the counts out. */
  async renderPull(number: number, full: boolean): Promise<JsonObject> {
    const issue = this.#issue(String(number));
    const { pull } = issue;
    if (pull === undefined) throw notFound();
    const headSha = await this.#headSha(pull);
    const shared = this.renderIssue(number);
    const address = `${this.#root}/pulls/${number}`;
    const html = `${this.#url}/${this.#fullName}/pull/${number}`;
    const repo = await this.#git.repository();
    const [owner = ''] = this.#fullName.split('/');
    const side = (ref: string, sha: string): JsonObject => ({
      label: `${owner}:${ref}`,
      ref,
      sha,
      user: userObject(this.#url, owner),
      repo,
    });
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
      state: issue.state,
      locked: false,
      active_lock_reason: null,
      title: issue.title,
      body: issue.body,
      user: shared.user ?? null,
      labels: shared.labels ?? [],
      milestone: null,
      assignee: shared.assignee ?? null,
      assignees: shared.assignees ?? [],
      requested_reviewers: [],
      requested_teams: [],
      created_at: issue.createdAt,
      updated_at: issue.updatedAt,
      closed_at: issue.closedAt,
      merged_at: null,
      // The merge of refs/pull/<n>/merge is what a pull_request run checks out: never the head commit.
      merge_commit_sha: createHash('sha1').update(`${pull.baseSha} ${headSha}`).digest('hex'),
      head: side(pull.headRef, headSha),
      base: side(pull.baseRef, pull.baseSha),
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
      author_association: this.#association(issue.login),
      auto_merge: null,
      draft: false,
    };
    if (!full) return rendered;
    const comparison = await this.#git.compare(pull.baseSha, headSha);
    const files = Array.isArray(comparison.files) ? comparison.files.filter(isObject) : [];
    const total = (name: string): number => files.reduce((sum, file) => sum + Number(file[name]), 0);
    return {
      ...rendered,
      merged: false,
      mergeable: true,
      rebaseable: true,
      mergeable_state: 'clean',
      merged_by: null,
      comments: this.commentsOf(number).length,
      review_comments: 0,
      maintainer_can_modify: false,
      commits: comparison.total_commits ?? 0,
      additions: total('additions'),
      deletions: total('deletions'),
      changed_files: files.length,
    };
  }

  handlers(): Handlers {
    return {
      'issues/list-for-repo': (call) => this.#list(call),
      'issues/create': (call) => {
        const number = this.createIssue(call.actor, {
          title: String(call.body.title),
          body: text(call.body.body) ?? null,
          labels: labelNames(call.body.labels),
        });
        return { status: 201, body: this.renderIssue(number) };
      },
      'issues/get': (call) => ({
        status: 200,
        body: this.renderIssue(this.#issue(call.params.issue_number).number),
      }),
      'issues/update': (call) => this.#update(call),
      'issues/list-comments': (call) => {
        const { number } = this.#issue(call.params.issue_number);
        const { since } = call.query;
        const comments = this.commentsOf(number).filter(
          (comment) => since === undefined || Date.parse(comment.updatedAt) >= Date.parse(since),
        );
        return this.#listed(
          call,
          comments.map((comment) => this.renderComment(comment)),
        );
      },
      'issues/create-comment': (call) => {
        const { number } = this.#issue(call.params.issue_number);
        const comment = this.createComment(call.actor, number, text(call.body.body) ?? '');
        return { status: 201, body: this.renderComment(comment) };
      },
      'issues/get-comment': (call) => ({ status: 200, body: this.renderComment(this.#comment(call)) }),
      'issues/update-comment': (call) => {
        const comment = this.#comment(call);
        assertMayEdit(call.actor, comment);
        checkText('IssueComment', undefined, text(call.body.body) ?? '');
        comment.body = text(call.body.body) ?? '';
        comment.updatedAt = now();
        return { status: 200, body: this.renderComment(comment) };
      },
      'issues/delete-comment': (call) => {
        const comment = this.#comment(call);
        assertMayEdit(call.actor, comment);
        this.#comments.delete(comment.id);
        return { status: 204 };
      },
      'issues/list-labels-on-issue': (call) => this.#listed(call, this.#labelsOf(call)),
      'issues/add-labels': (call) => {
        const issue = this.#issue(call.params.issue_number);
        issue.labels = [...new Set([...issue.labels, ...this.#ensureLabels(labelNames(call.body.labels))])];
        return { status: 200, body: this.#labelsOf(call) };
      },
      'issues/set-labels': (call) => {
        const issue = this.#issue(call.params.issue_number);
        issue.labels = this.#ensureLabels(labelNames(call.body.labels));
        return { status: 200, body: this.#labelsOf(call) };
      },
      'issues/remove-label': (call) => {
        const issue = this.#issue(call.params.issue_number);
        const name = (call.params.name ?? '').toLowerCase();
        const kept = issue.labels.filter((label) => label.toLowerCase() !== name);
        if (kept.length === issue.labels.length) throw new ApiError(404, 'Label does not exist');
        issue.labels = kept;
        return { status: 200, body: this.#labelsOf(call) };
      },
      'issues/list-labels-for-repo': (call) =>
        this.#listed(
          call,
          [...this.#labels.values()].map(({ name }) => this.#renderLabel(name)),
        ),
      'issues/get-label': (call) => {
        const label = this.#labels.get((call.params.name ?? '').toLowerCase());
        if (label === undefined) throw notFound();
        return { status: 200, body: this.#renderLabel(label.name) };
      },
      'issues/create-label': (call) => {
        const name = text(call.body.name) ?? '';
        if (this.#labels.has(name.toLowerCase())) {
          const error = {
            resource: 'Label',
            field: 'name',
            code: 'already_exists',
            message: 'Name already exists',
          };
          throw new ApiError(422, 'Validation Failed', [error]);
        }
        const color = text(call.body.color) ?? 'ededed';
        if (!/^[0-9a-f]{6}$/i.test(color))
          throw invalid('Label', 'color', 'Color must be 6 hex digits without #');
        this.#addLabel(name, color, text(call.body.description) ?? null);
        return { status: 201, body: this.#renderLabel(name) };
      },
      'reactions/list-for-issue': (call) => this.#listReactions(call, this.#issue(call.params.issue_number)),
      'reactions/create-for-issue': (call) => this.#react(call, this.#issue(call.params.issue_number)),
      'reactions/delete-for-issue': (call) => this.#unreact(call, this.#issue(call.params.issue_number)),
      'reactions/list-for-issue-comment': (call) => this.#listReactions(call, this.#comment(call)),
      'reactions/create-for-issue-comment': (call) => this.#react(call, this.#comment(call)),
      'reactions/delete-for-issue-comment': (call) => this.#unreact(call, this.#comment(call)),
      'pulls/list': (call) => this.#listPulls(call),
      'pulls/get': async (call) => ({
        status: 200,
        body: await this.renderPull(this.#issue(call.params.pull_number).number, true),
      }),
      'pulls/list-files': async (call) => {
        const { pull } = this.#issue(call.params.pull_number);
        if (pull === undefined) throw notFound();
        const { files } = await this.#git.compare(pull.baseSha, await this.#headSha(pull));
        return this.#listed(call, Array.isArray(files) ? files : []);
      },
    };
  }

  get #root(): string {
    return `${this.#url}/repos/${this.#fullName}`;
  }

  #issue(number: string | undefined): Issue {
    const issue = this.#issues.get(Number(number));
    if (issue === undefined) throw notFound();
    return issue;
  }

  #comment(call: Call): Comment {
    const comment = this.#comments.get(Number(call.params.comment_id));
    if (comment === undefined) throw notFound();
    return comment;
  }

  /** A pull request follows its branch. */
  async #headSha(pull: PullRequest): Promise<string> {
    pull.headSha = (await this.#git.emulated(pull.headRef))?.sha ?? pull.headSha;
    return pull.headSha;
  }

  #association(login: string): string {
    if (login === BOT) return 'NONE';
    return this.#fullName.startsWith(`${login}/`) ? 'OWNER' : 'COLLABORATOR';
  }

  #listed(call: Call, items: readonly Json[]): Reply {
    const { items: body, headers } = page(call, this.#url, items);
    return { status: 200, body, headers };
  }

  #list(call: Call): Reply {
    const { state = 'open', labels, creator, since, sort = 'created', direction = 'desc' } = call.query;
    const wanted = labels === undefined ? [] : labels.split(',').map((name) => name.trim().toLowerCase());
    const found = [...this.#issues.values()].filter(
      (issue) =>
        (state === 'all' || issue.state === state) &&
        (creator === undefined || issue.login === creator) &&
        (since === undefined || Date.parse(issue.updatedAt) >= Date.parse(since)) &&
        wanted.every((name) => issue.labels.some((label) => label.toLowerCase() === name)),
    );
    const key = (issue: Issue): string => (sort === 'updated' ? issue.updatedAt : issue.createdAt);
    found.sort((left, right) => key(left).localeCompare(key(right)) || left.number - right.number);
    if (direction === 'desc') found.reverse();
    return this.#listed(
      call,
      found.map((issue) => this.renderIssue(issue.number)),
    );
  }

  async #listPulls(call: Call): Promise<Reply> {
    const { state = 'open', head, base, direction = 'desc' } = call.query;
    const [owner = ''] = this.#fullName.split('/');
    const found = [...this.#issues.values()].filter(
      ({ pull, state: current }) =>
        pull !== undefined &&
        (state === 'all' || current === state) &&
        (head === undefined || head === `${owner}:${pull.headRef}`) &&
        (base === undefined || base === pull.baseRef),
    );
    if (direction === 'desc') found.reverse();
    return this.#listed(call, await Promise.all(found.map(({ number }) => this.renderPull(number, false))));
  }

  #update(call: Call): Reply {
    const issue = this.#issue(call.params.issue_number);
    const { title, body, state, state_reason: reason, labels, assignees } = call.body;
    checkText('Issue', text(title), text(body) ?? null);
    if (title !== undefined && title !== null) issue.title = String(title);
    if (body !== undefined) issue.body = text(body) ?? null;
    if (labels !== undefined) issue.labels = this.#ensureLabels(labelNames(labels));
    if (Array.isArray(assignees)) issue.assignees = assignees.map(String);
    if (state === 'closed' && issue.state === 'open') {
      issue.closedAt = now();
      issue.closedBy = call.actor.login;
      issue.stateReason = issue.pull === undefined ? (text(reason) ?? 'completed') : null;
    } else if (state === 'open' && issue.state === 'closed') {
      issue.closedAt = null;
      issue.closedBy = null;
      issue.stateReason = issue.pull === undefined ? 'reopened' : null;
    }
    if (state === 'open' || state === 'closed') issue.state = state;
    issue.updatedAt = now();
    return { status: 200, body: this.renderIssue(issue.number) };
  }

  #labelsOf(call: Call): JsonObject[] {
    return this.#issue(call.params.issue_number).labels.map((name) => this.#renderLabel(name));
  }

  /** GitHub creates labels it does not know when they are put on an issue. */
  #ensureLabels(names: readonly string[]): string[] {
    return names.map(
      (name) => (this.#labels.get(name.toLowerCase()) ?? this.#addLabel(name, 'ededed', null)).name,
    );
  }

  #addLabel(name: string, color: string, description: string | null): Label {
    if (name === '' || name.length > 50)
      throw invalid('Label', 'name', 'Name is too long (maximum is 50 characters)');
    if (description !== null && description.length > 100) {
      throw invalid('Label', 'description', 'Description is too long (maximum is 100 characters)');
    }
    const label = { id: this.#nextLabelId(), name, color, description };
    this.#labels.set(name.toLowerCase(), label);
    return label;
  }

  #renderLabel(name: string): JsonObject {
    const label = this.#labels.get(name.toLowerCase());
    if (label === undefined) throw notFound();
    const url = `${this.#root}/labels/${encodeURIComponent(label.name)}`;
    return { ...label, node_id: nodeId('Label', label.id), url, default: false };
  }

  #listReactions(call: Call, target: { reactions: Reaction[] }): Reply {
    const { content } = call.query;
    const found = target.reactions.filter(
      (reaction) => content === undefined || reaction.content === content,
    );
    return this.#listed(
      call,
      found.map((reaction) => this.#renderReaction(reaction)),
    );
  }

  /** The same reaction twice is not an error: 200 with the first one. */
  #react(call: Call, target: { reactions: Reaction[] }): Reply {
    const content = text(call.body.content) ?? '';
    const { login } = call.actor;
    const existing = target.reactions.find(
      (reaction) => reaction.login === login && reaction.content === content,
    );
    if (existing !== undefined) return { status: 200, body: this.#renderReaction(existing) };
    const reaction = { id: this.#nextReactionId(), content, login, createdAt: now() };
    target.reactions.push(reaction);
    return { status: 201, body: this.#renderReaction(reaction) };
  }

  #unreact(call: Call, target: { reactions: Reaction[] }): Reply {
    const index = target.reactions.findIndex((reaction) => reaction.id === Number(call.params.reaction_id));
    const reaction = target.reactions[index];
    // Nobody can take back another's reaction.
    if (reaction === undefined || reaction.login !== call.actor.login) throw notFound();
    target.reactions.splice(index, 1);
    return { status: 204 };
  }

  #renderReaction(reaction: Reaction): JsonObject {
    return {
      id: reaction.id,
      node_id: nodeId('Reaction', reaction.id),
      user: userObject(this.#url, reaction.login),
      content: reaction.content,
      created_at: reaction.createdAt,
    };
  }
}

/** Lengths are UTF-16 units: never fewer than the characters GitHub counts, so never more lenient. */
function checkText(resource: string, title: string | undefined, body: string | null): void {
  if (title !== undefined) {
    if (title.trim() === '') throw invalid(resource, 'title', "title can't be blank");
    if (title.length > TITLE_LIMIT)
      throw invalid(resource, 'title', 'title is too long (maximum is 256 characters)');
  }
  if (body !== null && body.length > BODY_LIMIT) {
    throw invalid(resource, 'body', 'body is too long (maximum is 65536 characters)');
  }
}

/** A job token with the permission may edit any comment; a person needs write access for those of others. */
function assertMayEdit(actor: Actor, comment: Comment): void {
  if (actor.kind === 'job' || actor.login === comment.login || hasRole(actor, 'write')) return;
  throw new ApiError(403, 'Must have admin rights to Repository.');
}

function labelNames(labels: Json | undefined): string[] {
  if (!Array.isArray(labels)) return [];
  return labels.map((label) => (isObject(label) ? (text(label.name) ?? '') : String(label)));
}

function rollup(url: string, reactions: readonly Reaction[]): JsonObject {
  const counts = REACTIONS.map((content): [string, number] => [
    content,
    reactions.filter((reaction) => reaction.content === content).length,
  ]);
  return { url, total_count: reactions.length, ...Object.fromEntries(counts) };
}
