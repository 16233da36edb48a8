/** The event behind a comment, a label or a push to a pull request → what it asks for. Parses; decides nothing. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const user = z.object({ login: z.string().min(1), type: z.string() });
const commit = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);

const commentEvent = z.object({
  action: z.string(),
  issue: z.object({ number: z.number().int().positive(), pull_request: z.object({}).loose().optional() }),
  comment: z.object({
    id: z.number().int().positive(),
    body: z.string(),
    html_url: z.string(),
    created_at: z.string(),
    updated_at: z.string(),
    user,
    performed_via_github_app: z.object({}).loose().nullish(),
  }),
});

const pullEvent = z.object({
  action: z.string(),
  pull_request: z.object({
    number: z.number().int().positive(),
    head: z.object({ sha: commit }),
    labels: z.array(z.object({ name: z.string() })).optional(),
  }),
  label: z.object({ name: z.string() }).optional(),
  before: z.string().optional(),
  sender: user,
});

export type RouterEvent =
  | {
      readonly is: 'comment';
      readonly id: number;
      readonly pull: number;
      readonly body: string;
      readonly login: string;
      /** Written by a program. */
      readonly isBot: boolean;
      readonly url: string;
    }
  | {
      readonly is: 'label';
      readonly pull: number;
      readonly label: string;
      /** The head when the label was set. */
      readonly sha: string;
      readonly login: string;
      readonly isBot: boolean;
    }
  | { readonly is: 'pushed'; readonly pull: number; readonly sha: string; readonly labels: readonly string[] }
  | { readonly is: 'opened'; readonly pull: number; readonly sha: string }
  /** Nothing that anybody asks us. */
  | { readonly is: 'nothing'; readonly why: string };

/** Events whose jobs run on the default branch with the repository's secrets, for what somebody from outside has written. */
export function isAsked(environment: NodeJS.ProcessEnv): boolean {
  const { GITHUB_EVENT_NAME: event } = environment;
  return event === 'issue_comment' || event === 'pull_request_target';
}

/** Throws an `Error` of one sentence for an event that is not of these, or not as GitHub sends them. */
export function readEvent(environment: NodeJS.ProcessEnv): RouterEvent {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path } = environment;
  if (path === undefined)
    throw new Error('`GITHUB_EVENT_PATH` is not set; this is not a job of GitHub Actions');
  const payload: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (name === 'issue_comment') return commentIn(parsed(commentEvent, payload, name));
  if (name === 'pull_request_target') return pullIn(parsed(pullEvent, payload, name));
  throw new Error(
    `comments, and labels of pull requests, come by \`issue_comment\` and \`pull_request_target\`, not by \`${name}\``,
  );
}

function parsed<Shape extends z.ZodType>(shape: Shape, payload: unknown, name: string): z.infer<Shape> {
  const read = shape.safeParse(payload);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(
    `the event \`${name}\` is not as GitHub sends it: ${issue?.path.join('.')}: ${issue?.message}`,
  );
}

function commentIn({ action, issue, comment }: z.infer<typeof commentEvent>): RouterEvent {
  // Who edits a comment may be another person than who wrote it.
  if (action !== 'created') return { is: 'nothing', why: `a comment that was ${action} asks for nothing` };
  if (!issue.pull_request) return { is: 'nothing', why: 'this is no pull request' };
  return {
    is: 'comment',
    ...{ id: comment.id, pull: issue.number, body: comment.body, login: comment.user.login },
    isBot: comment.user.type !== 'User' || Boolean(comment.performed_via_github_app),
    url: comment.html_url,
  };
}

function pullIn({ action, pull_request: pull, label, sender }: z.infer<typeof pullEvent>): RouterEvent {
  const { number, head, labels = [] } = pull;
  const at = { pull: number, sha: head.sha };
  switch (action) {
    case 'labeled':
      return label
        ? { is: 'label', ...at, label: label.name, login: sender.login, isBot: sender.type !== 'User' }
        : { is: 'nothing', why: 'the event names no label' };
    case 'synchronize':
      return { is: 'pushed', ...at, labels: labels.map(({ name }) => name) };
    case 'opened':
    case 'reopened':
      return { is: 'opened', ...at };
    default:
      return { is: 'nothing', why: `\`${action}\` asks for nothing` };
  }
}
