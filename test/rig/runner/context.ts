/** What a job tells its steps: the github context, and the environment made of it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject, RigGitHub } from '../github.ts';

export type FileCommand = 'OUTPUT' | 'STATE' | 'ENV' | 'PATH' | 'STEP_SUMMARY';

/** The machine a job has to itself. */
export interface Machine {
  /** Holds home, tools and temporary files. */
  readonly root: string;
  readonly workspace: string;
  /** By this variable what a job leaves running is found. */
  readonly trackingId: string;
}

/** What a step has of its own. */
export interface StepValues {
  readonly github: Readonly<Record<string, string>>;
  /** All but GITHUB_* and RUNNER_*, which it cannot override. */
  readonly env: Readonly<Record<string, string>>;
  /** Written to GITHUB_PATH so far. */
  readonly path: readonly string[];
  readonly state: Readonly<Record<string, string>>;
  readonly inputs: ReadonlyMap<string, string>;
}

/** The environment of a step: nothing of the test's own, so that nothing can leak in. */
export function environment(
  { root, workspace, trackingId }: Machine,
  { github, env, path, state, inputs }: StepValues,
  files: Record<FileCommand, string>,
): Record<string, string> {
  const prefixed = (prefix: string, pairs: Iterable<readonly [string, string]>): Record<string, string> =>
    Object.fromEntries([...pairs].map(([name, value]) => [`${prefix}${name}`, value]));
  const inputNames = [...inputs].map(
    ([name, value]) => [name.replaceAll(' ', '_').toUpperCase(), value] as const,
  );
  const { token: _, ...visible } = github;
  const { PATH = '' } = process.env;
  return {
    HOME: join(root, 'home'),
    LANG: 'C.UTF-8',
    ...env,
    PATH: [...path]
      .reverse()
      .concat(env.PATH ?? PATH)
      .join(':'),
    ...prefixed('STATE_', Object.entries(state)),
    ...prefixed('INPUT_', inputNames),
    ...prefixed(
      'GITHUB_',
      Object.entries(visible).map(([name, value]) => [name.toUpperCase(), value]),
    ),
    ...prefixed('GITHUB_', Object.entries(files)),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    ...prefixed(
      'RUNNER_',
      Object.entries(runnerContext(root, workspace)).map(([name, value]) => [name.toUpperCase(), value]),
    ),
    RUNNER_TRACKING_ID: trackingId,
  };
}

/** The runner context, in its own spelling. */
export function runnerContext(root: string, workspace: string): Record<string, string> {
  return {
    os: 'Linux',
    arch: 'X64',
    name: 'rig',
    environment: 'github-hosted',
    temp: join(root, '_temp'),
    tool_cache: join(root, '_tool'),
    workspace: join(workspace, '..'),
  };
}

/** What the github context is made of. */
export interface RunFacts {
  readonly event: { readonly name: string; readonly payload: JsonObject };
  readonly github: RigGitHub;
  readonly token?: string;
  readonly workspace: string;
  readonly sha?: string;
  readonly ref?: string;
  readonly actor?: string;
  /** Who has asked for this attempt; the actor unless told. */
  readonly triggeringActor?: string;
  readonly run?: { readonly id?: number; readonly number?: number; readonly attempt?: number };
  readonly workflow?: string;
  /** `.github/workflows/<workflow>.yml` unless told. */
  readonly workflowPath?: string;
  readonly job?: string;
}

/** The part of the github context that is about the step itself. */
export function actionContext(uses: string, directory: string): Record<string, string> {
  const [named = '', ref = ''] = uses.split('@');
  const repository = named.startsWith('.') ? '' : named.split('/').slice(0, 2).join('/');
  return {
    action: `__${named.replaceAll('/', '_')}`,
    action_path: directory,
    action_ref: ref,
    action_repository: repository,
  };
}

/**
 * The github context, in its own spelling, but for the action and the event's payload. Every entry but the token
 * becomes a GITHUB_ variable. Lays out the machine's folders.
 */
export async function githubContext(
  options: RunFacts,
  root: string,
): Promise<Readonly<Record<string, string>>> {
  const { event, github, run = {}, workflow = 'ml' } = options;
  const eventPath = join(root, '_temp', '_github_workflow', 'event.json');
  for (const directory of ['home', '_tool', join('_temp', '_github_workflow')]) {
    await mkdir(join(root, directory), { recursive: true });
  }
  await writeFile(eventPath, JSON.stringify(event.payload));
  const [owner = ''] = github.repository.split('/');
  const { ref, sha, headRef, baseRef, sender, repository } = await eventFacts(options);
  const actor = options.actor ?? sender ?? owner;
  const refName = ref.replace(/^refs\/(heads|tags|pull)\//, '');
  const { workflowPath = `.github/workflows/${workflow}.yml` } = options;
  const workflowRef = `${github.repository}/${workflowPath}@${ref}`;
  return {
    token: options.token ?? github.token(),
    actor,
    actor_id: String(field(field(event.payload, 'sender'), 'id') ?? 0),
    api_url: github.url,
    base_ref: baseRef,
    event_name: event.name,
    event_path: eventPath,
    graphql_url: `${github.url}/graphql`,
    head_ref: headRef,
    job: options.job ?? 'ml',
    ref,
    ref_name: refName,
    ref_protected: 'false',
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository: github.repository,
    repository_id: String(field(repository, 'id') ?? 0),
    repository_owner: owner,
    repository_owner_id: String(field(field(repository, 'owner'), 'id') ?? 0),
    retention_days: '90',
    run_attempt: String(run.attempt ?? 1),
    run_id: String(run.id ?? 17_000_000_001),
    run_number: String(run.number ?? 1),
    server_url: github.serverUrl,
    sha,
    triggering_actor: options.triggeringActor ?? actor,
    workflow,
    workflow_ref: workflowRef,
    workflow_sha: sha,
    workspace: options.workspace,
  };
}

/** What a run takes from its event. A pull_request run stands on the merge commit, not on the head. */
async function eventFacts(options: RunFacts): Promise<{
  ref: string;
  sha: string;
  headRef: string;
  baseRef: string;
  sender: string | undefined;
  repository: unknown;
}> {
  const { event, github } = options;
  const { payload } = event;
  const pull = event.name.startsWith('pull_request') ? field(payload, 'pull_request') : undefined;
  const own = field(payload, 'ref');
  let ref = typeof own === 'string' ? own : 'refs/heads/main';
  let sha: unknown = field(payload, 'after');
  if (event.name === 'pull_request') {
    ref = `refs/pull/${String(field(pull, 'number'))}/merge`;
    sha = field(pull, 'merge_commit_sha');
  } else if (event.name !== 'push') {
    sha = undefined;
  }
  const sender = field(field(payload, 'sender'), 'login');
  return {
    ref: options.ref ?? ref,
    sha:
      options.sha ??
      (typeof sha === 'string' ? sha : await github.sha(ref.replace(/^refs\/(heads|tags)\//, ''))),
    headRef: String(field(field(pull, 'head'), 'ref') ?? ''),
    baseRef: String(field(field(pull, 'base'), 'ref') ?? ''),
    sender: typeof sender === 'string' ? sender : undefined,
    repository: field(payload, 'repository'),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
