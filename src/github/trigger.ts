/** The event that started the job → what the run is about. Parses; an event it cannot vouch for is refused. */
import { readFileSync } from 'node:fs';

export interface Trigger {
  readonly event: string;
  readonly owner: string;
  readonly repository: string;
  /** The commit that check runs stand on: of a pull request its head, not GitHub's merge commit. */
  readonly sha: string;
  readonly pull?: { readonly number: number };
  /** Of this job's log. */
  readonly url: string;
  /** Unique for this attempt of this job, so that what it creates can be found again. */
  readonly key: string;
}

export class TriggerRefused extends Error {}

/**
 * These run with the repository's secrets on code that a stranger may have written, or at a stranger's word. Without an
 * admission that checks who asked and which commit was meant, the answer is no.
 */
const needsAdmission: Readonly<Record<string, string>> = {
  issue_comment: 'a comment',
  pull_request_target: '`pull_request_target`',
  pull_request_review: 'a review',
  pull_request_review_comment: 'a review comment',
  workflow_run: '`workflow_run`',
};

export function readTrigger(environment: NodeJS.ProcessEnv): Trigger {
  const event = required(environment, 'GITHUB_EVENT_NAME');
  const refused = needsAdmission[event];
  if (refused !== undefined) {
    throw new TriggerRefused(
      `runs started by ${refused} are refused, because this version cannot check who asked and for which commit`,
    );
  }
  const [owner, repository] = required(environment, 'GITHUB_REPOSITORY').split('/');
  if (!owner || !repository) throw new Error('`GITHUB_REPOSITORY` is no `owner/name`');
  const payload = readPayload(environment);
  const pull = record(payload.pull_request);
  const number = pull?.number;
  const head = record(pull?.head)?.sha;
  const server = environment.GITHUB_SERVER_URL ?? 'https://github.com';
  const run = required(environment, 'GITHUB_RUN_ID');
  const attempt = environment.GITHUB_RUN_ATTEMPT ?? '1';
  return {
    event,
    owner,
    repository,
    sha: typeof head === 'string' ? head : required(environment, 'GITHUB_SHA'),
    ...(typeof number === 'number' ? { pull: { number } } : {}),
    url: `${server}/${owner}/${repository}/actions/runs/${run}/attempts/${attempt}`,
    key: `${run}-${attempt}-${environment.GITHUB_JOB ?? 'job'}-${environment.GITHUB_ACTION ?? 'action'}`,
  };
}

function readPayload(environment: NodeJS.ProcessEnv): Record<string, unknown> {
  const path = environment.GITHUB_EVENT_PATH;
  if (path === undefined) return {};
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return record(parsed) ?? {};
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function required(environment: NodeJS.ProcessEnv, name: string): string {
  const value = environment[name];
  if (value === undefined || value === '')
    throw new Error(`\`${name}\` is not set; this is not a job of GitHub Actions`);
  return value;
}
