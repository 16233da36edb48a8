/** The event that started the job → what the run is about. Parses; an event it cannot vouch for is refused. */
import { readFileSync } from 'node:fs';

export interface Trigger {
  readonly event: string;
  readonly owner: string;
  readonly repository: string;
  /** The commit that check runs stand on: of a pull request its head, not GitHub's merge commit. */
  readonly sha: string;
  readonly pull?: { readonly number: number };
  /** Of a pull request from another repository: its job gets a token that cannot write. */
  readonly isFork: boolean;
  /** Of this job's log. */
  readonly url: string;
  /** Unique for this attempt of this job, so that what it creates can be found again. */
  readonly key: string;
}

export class TriggerRefused extends Error {}

/**
 * Only somebody who may write to the repository can cause these, or they run on a pull request's own commit without the
 * repository's secrets. Everything else may come from a stranger, or on a stranger's code with the repository's
 * secrets; without an admission that checks who asked and which commit was meant, the answer is no.
 */
const admitted: readonly string[] = [
  'push',
  'pull_request',
  'merge_group',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
];

export function readTrigger(environment: NodeJS.ProcessEnv): Trigger {
  const event = required(environment, 'GITHUB_EVENT_NAME');
  if (!admitted.includes(event)) throw refused(`\`${event}\``);
  const payload = readPayload(environment);
  const action = payload.action;
  if (event === 'pull_request' && (action === 'labeled' || action === 'unlabeled')) throw refused('a label');
  const [owner, repository] = required(environment, 'GITHUB_REPOSITORY').split('/');
  if (!owner || !repository) throw new Error('`GITHUB_REPOSITORY` is no `owner/name`');
  const pull = record(payload.pull_request);
  const number = pull?.number;
  const head = record(pull?.head);
  const server = environment.GITHUB_SERVER_URL ?? 'https://github.com';
  const run = required(environment, 'GITHUB_RUN_ID');
  const attempt = environment.GITHUB_RUN_ATTEMPT ?? '1';
  return {
    event,
    owner,
    repository,
    sha: typeof head?.sha === 'string' ? head.sha : required(environment, 'GITHUB_SHA'),
    // The repository of a fork may be gone; then there is none to compare with.
    isFork: pull !== undefined && record(head?.repo)?.full_name !== `${owner}/${repository}`,
    ...(typeof number === 'number' ? { pull: { number } } : {}),
    url: `${server}/${owner}/${repository}/actions/runs/${run}/attempts/${attempt}`,
    key: `${run}-${attempt}-${environment.GITHUB_JOB ?? 'job'}-${environment.GITHUB_ACTION ?? 'action'}`,
  };
}

function refused(by: string): TriggerRefused {
  return new TriggerRefused(
    `runs started by ${by} are refused, because this version cannot check who asked and for which commit`,
  );
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
