/** What a job tells its steps: the github context, and the environment made of it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunOptions } from '../runner.ts';
import type { ActionMetadata } from './metadata.ts';

export type FileCommand = 'OUTPUT' | 'STATE' | 'ENV' | 'PATH' | 'STEP_SUMMARY';

export interface JobContext {
  readonly options: RunOptions;
  readonly root: string;
  readonly github: Readonly<Record<string, string>>;
  readonly inputs: ReadonlyMap<string, string>;
  readonly trackingId: string;
}

/** What main leaves for post. */
interface Carried {
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
}

/** The environment of the action: nothing of the test's own, so that nothing can leak in. */
export function environment(
  job: JobContext,
  carried: Carried,
  files: Record<FileCommand, string>,
): Record<string, string> {
  const { options, root, github, inputs, trackingId } = job;
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
    ...options.env,
    ...carried.env,
    PATH: [...carried.path]
      .reverse()
      .concat(options.env?.PATH ?? PATH)
      .join(':'),
    ...prefixed('STATE_', Object.entries(carried.state)),
    ...prefixed('INPUT_', inputNames),
    ...prefixed(
      'GITHUB_',
      Object.entries(visible).map(([name, value]) => [name.toUpperCase(), value]),
    ),
    ...prefixed('GITHUB_', Object.entries(files)),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'rig',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TEMP: join(root, '_temp'),
    RUNNER_TOOL_CACHE: join(root, '_tool'),
    RUNNER_WORKSPACE: join(options.workspace, '..'),
    RUNNER_TRACKING_ID: trackingId,
  };
}

/** The github context, in its own spelling. Every entry but the token becomes a GITHUB_ variable. */
export async function githubContext(
  options: RunOptions,
  action: ActionMetadata,
  root: string,
): Promise<Readonly<Record<string, string>>> {
  const { event, github, run = {}, workflow = 'ml', uses = 'moola/ml-workflow@v1' } = options;
  const eventPath = join(root, '_temp', '_github_workflow', 'event.json');
  for (const directory of ['home', '_tool', join('_temp', '_github_workflow')]) {
    await mkdir(join(root, directory), { recursive: true });
  }
  await writeFile(eventPath, JSON.stringify(event.payload));
  const [owner = ''] = github.repository.split('/');
  const { ref, sha, headRef, baseRef, sender, repository } = await eventFacts(options);
  const [actionRepository = '', actionRef = ''] = uses.split('@');
  const actor = options.actor ?? sender ?? owner;
  const refName = ref.replace(/^refs\/(heads|tags|pull)\//, '');
  const workflowRef = `${github.repository}/.github/workflows/${workflow}.yml@${ref}`;
  return {
    token: options.token ?? github.token(),
    action: `__${actionRepository.replace('/', '_')}`,
    action_path: action.directory,
    action_ref: actionRef,
    action_repository: actionRepository,
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
    triggering_actor: actor,
    workflow,
    workflow_ref: workflowRef,
    workflow_sha: sha,
    workspace: options.workspace,
  };
}

/** What a run takes from its event. A pull_request run stands on the merge commit, not on the head. */
async function eventFacts(options: RunOptions): Promise<{
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
