/** Runs of GitHub Actions: those that were dispatched for a pull request, and how one of them ends. */
import { type GitHubApi, orAbsent, placeOf, type RepositoryName, reasonOf, statusOf } from './api.ts';

export interface ActionsRun {
  readonly id: number;
  /** `.github/workflows/train.yml`. */
  readonly path: string;
  /** Its `run-name:`. */
  readonly title: string;
  readonly event: string;
  readonly status: string;
  /** Once it is completed. */
  readonly conclusion?: string;
  readonly attempt: number;
  readonly headBranch?: string;
  readonly headSha: string;
  readonly createdAt: string;
  /** Its commits are the repository's own, and no fork's. */
  readonly isOwn: boolean;
  /** Logins: who has caused it, and who has started this attempt. */
  readonly actor?: string;
  readonly triggeringActor?: string;
  readonly url: string;
}

/** What a dispatched run of ours says of itself in its title: `sweep · #12`. GitHub's expressions cannot shorten a commit. */
export interface RunTitle {
  readonly workflow: string;
  readonly pull: number;
}

export function runTitle({ workflow, pull }: RunTitle): string {
  return `${workflow} · #${pull}`;
}

export function readRunTitle(title: string): RunTitle | undefined {
  const [, workflow, pull] = /^(.*) · #([1-9]\d{0,9})$/s.exec(title) ?? [];
  return workflow === undefined ? undefined : { workflow, pull: Number(pull) };
}

/** A run goes through them in this order, so that asking in it misses none. GitHub filters by one at a time. */
const unfinished = ['requested', 'queued', 'pending', 'waiting', 'in_progress'] as const;

/** Undefined when there is no such run. */
export async function findRun(
  api: GitHubApi,
  name: RepositoryName,
  id: number,
): Promise<ActionsRun | undefined> {
  const { rest } = api.octokit;
  const answer = await orAbsent(
    api.persist(() => rest.actions.getWorkflowRun({ ...placeOf(name), run_id: id })),
  );
  return answer && readRun(answer.data);
}

/**
 * Runs that were dispatched for a pull request and are not over, oldest first. `paths`: the workflow files that are ours,
 * with their folder; a file of somebody else's may give its runs any title.
 */
export async function runsOfPull(
  api: GitHubApi,
  name: RepositoryName,
  pull: number,
  paths: ReadonlySet<string>,
): Promise<readonly (ActionsRun & { readonly asked: RunTitle })[]> {
  const found = new Map<number, ActionsRun & { readonly asked: RunTitle }>();
  for (const status of unfinished) {
    for (const run of await dispatchedRuns(api, name, { status })) {
      const asked = readRunTitle(run.title);
      if (asked?.pull === pull && paths.has(run.path)) found.set(run.id, { ...run, asked });
    }
  }
  return [...found.values()].sort((one, other) => one.id - other.id);
}

async function dispatchedRuns(
  api: GitHubApi,
  name: RepositoryName,
  filter: { readonly status?: (typeof unfinished)[number]; readonly created?: string },
): Promise<ActionsRun[]> {
  const { octokit } = api;
  const runs = await api.persist(() =>
    octokit.paginate(octokit.rest.actions.listWorkflowRunsForRepo, {
      ...{ ...placeOf(name), ...filter, event: 'workflow_dispatch', per_page: 100 },
    }),
  );
  return runs.map(readRun);
}

/** Of one file, from a time on, newest first. */
export async function dispatchedSince(
  api: GitHubApi,
  name: RepositoryName,
  path: string,
  since: Date,
): Promise<ActionsRun[]> {
  const runs = await dispatchedRuns(api, name, { created: `>=${since.toISOString().slice(0, 19)}Z` });
  return runs.filter((run) => run.path === path).sort((one, other) => other.id - one.id);
}

/**
 * Asks GitHub to end a run; its jobs have some minutes for what they do behind their steps. `force`: without that, for a
 * run that does not answer. False when it is over already.
 */
export async function cancelRun(
  api: GitHubApi,
  name: RepositoryName,
  id: number,
  { force = false }: { readonly force?: boolean } = {},
): Promise<boolean> {
  const { actions } = api.octokit.rest;
  const request = { ...placeOf(name), run_id: id };
  try {
    await api.persist<unknown>(() =>
      force ? actions.forceCancelWorkflowRun(request) : actions.cancelWorkflowRun(request),
    );
    return true;
  } catch (error) {
    // GitHub says so of runs that are over, and, not being asked to force it, of some that have not begun.
    if (statusOf(error) !== 409) throw error;
    const run = await findRun(api, name, id);
    if (run === undefined || run.status === 'completed') return false;
    throw new Error(`run ${id} was not cancelled: ${reasonOf(error)}`, { cause: error });
  }
}

/** The run once it is over; undefined when it is not within `seconds`, or is gone. Asks soon at first, then rarer. */
export async function whenCompleted(
  api: GitHubApi,
  name: RepositoryName,
  id: number,
  seconds: number,
): Promise<ActionsRun | undefined> {
  let waited = 0;
  for (let wait = 1; ; wait = Math.min(wait * 1.5, 15)) {
    const run = await findRun(api, name, id);
    if (run === undefined || run.status === 'completed') return run;
    if (waited >= seconds) return undefined;
    const next = Math.min(wait, seconds - waited);
    await api.sleep(next);
    waited += next;
  }
}

interface GitHubRun {
  readonly id: number;
  readonly path: string;
  readonly display_title: string;
  readonly event: string;
  readonly status: string | null;
  readonly conclusion: string | null;
  readonly run_attempt?: number;
  readonly head_branch: string | null;
  readonly head_sha: string;
  readonly created_at: string;
  readonly repository?: { readonly id: number } | null;
  readonly head_repository?: { readonly id: number } | null;
  readonly actor?: { readonly login: string };
  readonly triggering_actor?: { readonly login: string };
  readonly html_url: string;
}

function readRun(run: GitHubRun): ActionsRun {
  return {
    id: run.id,
    // GitHub appends the ref where the file comes from another one: `….yml@refs/heads/main`.
    path: run.path.replace(/@.*$/s, ''),
    title: run.display_title,
    event: run.event,
    status: run.status ?? 'queued',
    ...(run.conclusion === null ? {} : { conclusion: run.conclusion }),
    attempt: run.run_attempt ?? 1,
    ...(run.head_branch === null ? {} : { headBranch: run.head_branch }),
    headSha: run.head_sha,
    createdAt: run.created_at,
    isOwn: run.repository?.id !== undefined && run.head_repository?.id === run.repository.id,
    ...(run.actor ? { actor: run.actor.login } : {}),
    ...(run.triggering_actor ? { triggeringActor: run.triggering_actor.login } : {}),
    url: run.html_url,
  };
}
