/** Issues, their comments, labels, events and reactions, kept in memory with GitHub's limits and rights. */
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
  type Role,
  stamp,
  type Time,
  text,
} from './api.ts';
import type { Happen } from './events.ts';
import { actionsApp, nodeId, userObject } from './objects.ts';
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

/** What an issue has when it is a pull request. */
export interface PullRequest {
  readonly id: number;
  readonly headRef: string;
  readonly baseRef: string;
  /** As it was when the pull request was made. */
  readonly baseSha: string;
  /** `owner/name` of a fork; null when it is gone; undefined for a branch of this repository. */
  fork: string | null | undefined;
  readonly headLogin: string;
  readonly isDraft: boolean;
  headSha: string;
  merged: { readonly sha: string; readonly at: string; readonly login: string } | undefined;
}

/** Something that has been done to an issue, as its list of events tells. */
export interface IssueEvent {
  readonly id: number;
  readonly issue: number;
  readonly event: 'labeled' | 'unlabeled' | 'closed' | 'reopened' | 'merged';
  readonly login: string;
  readonly viaApp: boolean;
  /** ISO 8601. */
  readonly at: string;
  readonly label?: string;
  readonly sha?: string;
}

export interface Issue {
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
  readonly #roleOf: (login: string) => Role | undefined;
  readonly #happen: Happen;
  readonly #issues = new Map<number, Issue>();
  readonly #events: IssueEvent[] = [];
  readonly #comments = new Map<number, Comment>();
  readonly #labels = new Map<string, Label>();
  readonly #nextIssueId = idSequence(2_700_000_000);
  readonly #nextEventId = idSequence(16_000_000_000);
  readonly #nextCommentId = idSequence(3_400_000_000);
  readonly #nextReactionId = idSequence(260_000_000);
  readonly #nextLabelId = idSequence(8_100_000_000);

  constructor(
    url: string,
    fullName: string,
    { roleOf, happen }: { readonly roleOf: (login: string) => Role | undefined; readonly happen: Happen },
  ) {
    this.#url = url;
    this.#fullName = fullName;
    this.#roleOf = roleOf;
    this.#happen = happen;
  }

  /** Whether the issue, or the issue of the comment or event, that a call is about is a pull request. */
  isAboutPullRequest(params: Readonly<Record<string, string>>): boolean {
    const comment = this.#comments.get(Number(params.comment_id));
    const event = this.#events.find(({ id }) => id === Number(params.event_id));
    return (
      this.#issues.get(comment?.issue ?? event?.issue ?? Number(params.issue_number))?.pull !== undefined
    );
  }

  /** Oldest first. */
  all(): Issue[] {
    return [...this.#issues.values()];
  }

  commentsOf(issue: number): Comment[] {
    return [...this.#comments.values()].filter((comment) => comment.issue === issue);
  }

  createIssue(
    actor: Actor,
    fields: { title: string; body: string | null; pull?: PullRequest; at?: Time },
  ): number {
    checkText('Issue', fields.title, fields.body);
    const number = this.#issues.size + 1;
    const created = stamp(fields.at);
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
      labels: [],
      assignees: [],
      updatedAt: created,
      closedAt: null,
      closedBy: null,
      ...(fields.pull === undefined ? {} : { pull: fields.pull }),
    });
    return number;
  }

  /** Nobody is told of it. */
  createComment(actor: Actor, issue: number, body: string, at?: Time): Comment {
    if (!this.#issues.has(issue)) throw notFound();
    checkText('IssueComment', undefined, body);
    if (body.trim() === '') throw invalid('IssueComment', 'body', 'Body cannot be blank');
    const created = stamp(at);
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

  comment(id: number): Comment | undefined {
    return this.#comments.get(id);
  }

  editComment(comment: Comment, body: string, at?: Time): void {
    checkText('IssueComment', undefined, body);
    comment.body = body;
    comment.updatedAt = stamp(at);
  }

  eventsOf(issue: number): IssueEvent[] {
    return this.#events.filter((event) => event.issue === issue);
  }

  record(
    actor: Actor,
    issue: number,
    event: IssueEvent['event'],
    {
      at,
      label,
      sha,
    }: { readonly at?: Time | undefined; readonly label?: string; readonly sha?: string } = {},
  ): IssueEvent {
    const made: IssueEvent = {
      id: this.#nextEventId(),
      issue,
      event,
      login: actor.login,
      viaApp: actor.kind === 'job',
      at: stamp(at),
      ...(label === undefined ? {} : { label }),
      ...(sha === undefined ? {} : { sha }),
    };
    this.#events.push(made);
    return made;
  }

  /** Gives the events of what has changed. */
  async setLabels(actor: Actor, issue: Issue, names: readonly string[], at?: Time): Promise<IssueEvent[]> {
    const wanted = [...new Set(this.#ensureLabels(names))];
    const before = issue.labels;
    issue.labels = wanted;
    const added = wanted.filter((name) => !before.includes(name));
    const removed = before.filter((name) => !wanted.includes(name));
    const made = [
      ...removed.map((label) => this.record(actor, issue.number, 'unlabeled', { at, label })),
      ...added.map((label) => this.record(actor, issue.number, 'labeled', { at, label })),
    ];
    if (made.length > 0) issue.updatedAt = stamp(at);
    if (issue.pull !== undefined) {
      for (const { event, label = '' } of made) {
        const action = event === 'labeled' ? 'labeled' : 'unlabeled';
        await this.#happen({ kind: 'pull', by: actor, action, number: issue.number, label });
      }
    }
    return made;
  }

  async setState(actor: Actor, issue: Issue, state: 'open' | 'closed', reason: string | null): Promise<void> {
    if (issue.state === state) return;
    if (state === 'open' && issue.pull?.merged !== undefined)
      throw invalid('PullRequest', 'state', 'state cannot be changed. The pull request has been merged.');
    issue.state = state;
    issue.closedAt = state === 'open' ? null : now();
    issue.closedBy = state === 'open' ? null : actor.login;
    if (issue.pull === undefined) issue.stateReason = state === 'open' ? 'reopened' : (reason ?? 'completed');
    this.record(actor, issue.number, state === 'open' ? 'reopened' : 'closed');
    if (issue.pull === undefined) return;
    const action = state === 'open' ? 'reopened' : 'closed';
    await this.#happen({ kind: 'pull', by: actor, action, number: issue.number });
  }

  renderIssue(number: number): JsonObject {
    const issue = this.issue(number);
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
      labels: issue.labels.map((name) => this.renderLabel(name)),
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
      author_association: this.association(issue.login),
      performed_via_github_app: issue.viaApp ? actionsApp(this.#url) : null,
      reactions: rollup(`${address}/reactions`, issue.reactions),
    };
    if (issue.pull !== undefined) {
      rendered.draft = issue.pull.isDraft;
      rendered.pull_request = {
        url: `${this.#root}/pulls/${number}`,
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        merged_at: issue.pull.merged?.at ?? null,
      };
    }
    return rendered;
  }

  renderComment(comment: Comment): JsonObject {
    const address = `${this.#root}/issues/comments/${comment.id}`;
    const kind = this.issue(comment.issue).pull === undefined ? 'issues' : 'pull';
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
      author_association: this.association(comment.login),
      performed_via_github_app: comment.viaApp ? actionsApp(this.#url) : null,
      reactions: rollup(`${address}/reactions`, comment.reactions),
    };
  }

  handlers(): Handlers {
    return {
      'issues/list-for-repo': (call) => this.#list(call),
      'issues/create': async (call) => {
        const number = this.createIssue(call.actor, {
          title: String(call.body.title),
          body: text(call.body.body) ?? null,
        });
        await this.setLabels(call.actor, this.issue(number), labelNames(call.body.labels));
        return { status: 201, body: this.renderIssue(number) };
      },
      'issues/get': (call) => ({
        status: 200,
        body: this.renderIssue(this.issue(call.params.issue_number).number),
      }),
      'issues/list-events': (call) => {
        const { number } = this.issue(call.params.issue_number);
        return this.#listed(
          call,
          this.eventsOf(number).map((event) => this.#renderEvent(event)),
        );
      },
      'issues/get-event': (call) => {
        const event = this.#events.find(({ id }) => id === Number(call.params.event_id));
        if (event === undefined) throw notFound();
        return { status: 200, body: { ...this.#renderEvent(event), issue: this.renderIssue(event.issue) } };
      },
      'issues/update': (call) => this.#update(call),
      'issues/list-comments': (call) => {
        const { number } = this.issue(call.params.issue_number);
        const { since } = call.query;
        const comments = this.commentsOf(number).filter(
          (comment) => since === undefined || Date.parse(comment.updatedAt) >= Date.parse(since),
        );
        return this.#listed(
          call,
          comments.map((comment) => this.renderComment(comment)),
        );
      },
      'issues/create-comment': async (call) => {
        const { number } = this.issue(call.params.issue_number);
        const comment = this.createComment(call.actor, number, text(call.body.body) ?? '');
        await this.#happen({ kind: 'comment', by: call.actor, comment });
        return { status: 201, body: this.renderComment(comment) };
      },
      'issues/get-comment': (call) => ({ status: 200, body: this.renderComment(this.#comment(call)) }),
      'issues/update-comment': (call) => {
        const comment = this.#comment(call);
        assertMayEdit(call.actor, comment);
        this.editComment(comment, text(call.body.body) ?? '');
        return { status: 200, body: this.renderComment(comment) };
      },
      'issues/delete-comment': (call) => {
        const comment = this.#comment(call);
        assertMayEdit(call.actor, comment);
        this.#comments.delete(comment.id);
        return { status: 204 };
      },
      'issues/list-labels-on-issue': (call) => this.#listed(call, this.#labelsOf(call)),
      'issues/add-labels': async (call) => {
        const issue = this.issue(call.params.issue_number);
        await this.setLabels(call.actor, issue, [...issue.labels, ...labelNames(call.body.labels)]);
        return { status: 200, body: this.#labelsOf(call) };
      },
      'issues/set-labels': async (call) => {
        const issue = this.issue(call.params.issue_number);
        await this.setLabels(call.actor, issue, labelNames(call.body.labels));
        return { status: 200, body: this.#labelsOf(call) };
      },
      'issues/remove-label': async (call) => {
        const issue = this.issue(call.params.issue_number);
        const name = (call.params.name ?? '').toLowerCase();
        const kept = issue.labels.filter((label) => label.toLowerCase() !== name);
        if (kept.length === issue.labels.length) throw new ApiError(404, 'Label does not exist');
        await this.setLabels(call.actor, issue, kept);
        return { status: 200, body: this.#labelsOf(call) };
      },
      'issues/list-labels-for-repo': (call) =>
        this.#listed(
          call,
          [...this.#labels.values()].map(({ name }) => this.renderLabel(name)),
        ),
      'issues/get-label': (call) => {
        const label = this.#labels.get((call.params.name ?? '').toLowerCase());
        if (label === undefined) throw notFound();
        return { status: 200, body: this.renderLabel(label.name) };
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
        return { status: 201, body: this.renderLabel(name) };
      },
      'reactions/list-for-issue': (call) => this.#listReactions(call, this.issue(call.params.issue_number)),
      'reactions/create-for-issue': (call) => this.#react(call, this.issue(call.params.issue_number)),
      'reactions/delete-for-issue': (call) => this.#unreact(call, this.issue(call.params.issue_number)),
      'reactions/list-for-issue-comment': (call) => this.#listReactions(call, this.#comment(call)),
      'reactions/create-for-issue-comment': (call) => this.#react(call, this.#comment(call)),
      'reactions/delete-for-issue-comment': (call) => this.#unreact(call, this.#comment(call)),
    };
  }

  get #root(): string {
    return `${this.#url}/repos/${this.#fullName}`;
  }

  issue(number: string | number | undefined): Issue {
    const issue = this.#issues.get(Number(number));
    if (issue === undefined) throw notFound();
    return issue;
  }

  #comment(call: Call): Comment {
    const comment = this.#comments.get(Number(call.params.comment_id));
    if (comment === undefined) throw notFound();
    return comment;
  }

  association(login: string): string {
    if (this.#fullName.startsWith(`${login}/`)) return 'OWNER';
    const role = this.#roleOf(login);
    return role === undefined || role === 'none' ? 'NONE' : 'COLLABORATOR';
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

  async #update(call: Call): Promise<Reply> {
    const issue = this.issue(call.params.issue_number);
    const { title, body, state, state_reason: reason, labels, assignees } = call.body;
    checkText('Issue', text(title), text(body) ?? null);
    if (title !== undefined && title !== null) issue.title = String(title);
    if (body !== undefined) issue.body = text(body) ?? null;
    if (labels !== undefined) await this.setLabels(call.actor, issue, labelNames(labels));
    if (Array.isArray(assignees)) issue.assignees = assignees.map(String);
    if (state === 'open' || state === 'closed')
      await this.setState(call.actor, issue, state, text(reason) ?? null);
    issue.updatedAt = now();
    return { status: 200, body: this.renderIssue(issue.number) };
  }

  #renderEvent({ id, event, login, viaApp, at, label, sha }: IssueEvent): JsonObject {
    return {
      id,
      node_id: nodeId('IssueEvent', id),
      url: `${this.#root}/issues/events/${id}`,
      actor: userObject(this.#url, login),
      event,
      commit_id: sha ?? null,
      commit_url: sha === undefined ? null : `${this.#root}/commits/${sha}`,
      created_at: at,
      performed_via_github_app: viaApp ? actionsApp(this.#url) : null,
      ...(label === undefined
        ? {}
        : { label: { name: label, color: this.#labels.get(label.toLowerCase())?.color ?? '' } }),
    };
  }

  #labelsOf(call: Call): JsonObject[] {
    return this.issue(call.params.issue_number).labels.map((name) => this.renderLabel(name));
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

  renderLabel(name: string): JsonObject {
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
export function checkText(resource: string, title: string | undefined, body: string | null): void {
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
