/** Webhook payloads, as a runner writes them to GITHUB_EVENT_PATH, made of what the front knows. */
import { type Actor, isObject, type Json, type JsonObject, text } from './api.ts';
import type { Git, Move } from './git.ts';
import type { Comment, Issues } from './issues.ts';
import { userObject } from './objects.ts';
import type { Pulls } from './pulls.ts';

export type EventName =
  | 'pull_request'
  | 'pull_request_target'
  | 'push'
  | 'issue_comment'
  | 'schedule'
  | 'workflow_dispatch';

export type PullAction = 'opened' | 'reopened' | 'closed' | 'synchronize' | 'labeled' | 'unlabeled';

/** Something that GitHub would tell the world of, at the moment it is done. */
export type Happening =
  | { readonly kind: 'comment'; readonly by: Actor; readonly comment: Comment }
  | {
      readonly kind: 'pull';
      readonly by: Actor;
      readonly action: PullAction;
      readonly number: number;
      readonly label?: string;
      /** synchronize: the commit before. */
      readonly before?: string;
    }
  | { readonly kind: 'push'; readonly by: Actor; readonly move: Move }
  | {
      readonly kind: 'dispatch';
      readonly by: Actor;
      readonly run: number;
      /** The path of the file. */
      readonly workflow: string;
      readonly branch: string;
      readonly inputs: JsonObject;
    }
  | { readonly kind: 'repository-dispatch'; readonly by: Actor; readonly eventType: string }
  | { readonly kind: 'cancel'; readonly by: Actor; readonly run: number; readonly isForced: boolean };

/** Who does it waits until all who listen have taken it in. */
export type Happen = (happening: Happening) => Promise<void>;

export interface EventFields {
  /** Who caused the event; `dana` unless told. */
  readonly sender?: string;
  /** pull_request, pull_request_target and issue_comment: which one. */
  readonly number?: number;
  /** `opened` or `created` unless told. */
  readonly action?: string;
  /** issue_comment: the comment's text. It is really created, so that one can react to it, and nobody is told. */
  readonly comment?: string | Comment;
  /** A pull request's `labeled` and `unlabeled`: the label's name. */
  readonly label?: string;
  /** push and workflow_dispatch: `main` unless told. */
  readonly branch?: string;
  /** push, and a pull request's `synchronize`: the commit before. */
  readonly before?: string;
  /** push: the commit it has come to; the branch's newest unless told. */
  readonly after?: string;
  /** schedule: the cron line. */
  readonly schedule?: string;
  /** workflow_dispatch: GitHub hands every value over as text. */
  readonly inputs?: Readonly<Record<string, string | number | boolean>>;
  /** schedule and workflow_dispatch: the path of the workflow file. */
  readonly workflow?: string;
}

export interface EventSource {
  readonly url: string;
  readonly git: Git;
  readonly issues: Issues;
  readonly pulls: Pulls;
  actor(login: string): Actor;
}

const NO_COMMIT = '0'.repeat(40);

export async function eventPayload(
  source: EventSource,
  name: EventName,
  fields: EventFields,
): Promise<JsonObject> {
  const login = fields.sender ?? 'dana';
  const sender = userObject(source.url, login);
  const repository = source.git.repository();
  const common = { repository, sender };
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return pullRequest(source, fields, common);
    case 'issue_comment': {
      const { action = 'created', comment: given = '/ml-help' } = fields;
      const comment =
        typeof given === 'string'
          ? source.issues.createComment(source.actor(login), fields.number ?? 1, given)
          : given;
      const number = comment.issue;
      return {
        action,
        issue: source.issues.renderIssue(number),
        comment: source.issues.renderComment(comment),
        ...common,
      };
    }
    case 'push':
      return push(source, fields, login, common);
    case 'schedule':
      // The one event without a sender.
      return { schedule: fields.schedule ?? '17 5 * * *', workflow: fields.workflow ?? WORKFLOW, repository };
    case 'workflow_dispatch': {
      const inputs = Object.entries(fields.inputs ?? {}).map(([key, value]): [string, Json] => [
        key,
        String(value),
      ]);
      return {
        inputs: inputs.length === 0 ? null : Object.fromEntries(inputs),
        ref: `refs/heads/${fields.branch ?? 'main'}`,
        workflow: fields.workflow ?? WORKFLOW,
        ...common,
      };
    }
  }
}

const WORKFLOW = '.github/workflows/ml.yml';

async function pullRequest(
  source: EventSource,
  fields: EventFields,
  common: JsonObject,
): Promise<JsonObject> {
  const { number = 1, action = 'opened' } = fields;
  const pull = await source.pulls.render(number, true);
  const payload: JsonObject = { action, number, pull_request: pull, ...common };
  if (action === 'synchronize') {
    payload.before = fields.before ?? NO_COMMIT;
    payload.after = isObject(pull.head) ? (pull.head.sha ?? '') : '';
  }
  if (action === 'labeled' || action === 'unlabeled') {
    const labels = Array.isArray(pull.labels) ? pull.labels.filter(isObject) : [];
    const has = labels.some((candidate) => candidate.name === fields.label);
    if (has !== (action === 'labeled'))
      throw new Error(`pull request ${number} has ${has ? 'the' : 'no'} label ${fields.label ?? ''}`);
    payload.label = source.issues.renderLabel(fields.label ?? '');
  }
  return payload;
}

async function push(
  source: EventSource,
  fields: EventFields,
  login: string,
  common: { repository: JsonObject; sender: JsonObject },
): Promise<JsonObject> {
  const branch = fields.branch ?? 'main';
  const head = await source.git.commit(fields.after ?? branch);
  if (head === undefined) throw new Error(`no branch ${branch}`);
  const { repository, sender } = common;
  const html = text(repository.html_url) ?? '';
  const person = { name: login, email: `${login}@users.noreply.github.com`, username: login };
  const commit = {
    id: head.sha,
    tree_id: head.treeSha,
    distinct: true,
    message: head.message,
    timestamp: head.date,
    url: `${html}/commit/${head.sha}`,
    author: person,
    committer: person,
    added: [],
    removed: [],
    modified: [],
  };
  const before = fields.before ?? NO_COMMIT;
  return {
    ref: `refs/heads/${branch}`,
    before,
    after: head.sha,
    created: before === NO_COMMIT,
    deleted: false,
    forced: false,
    base_ref: null,
    compare: `${html}/compare/${before.slice(0, 12)}...${head.sha.slice(0, 12)}`,
    commits: [commit],
    head_commit: commit,
    // In this event alone GitHub writes these two as numbers.
    repository: {
      ...repository,
      created_at: seconds(repository.created_at),
      pushed_at: seconds(repository.pushed_at),
      master_branch: repository.default_branch ?? 'main',
    },
    pusher: { name: login, email: person.email },
    sender,
  };
}

function seconds(time: Json | undefined): number {
  return Math.floor(Date.parse(text(time) ?? '') / 1000);
}
