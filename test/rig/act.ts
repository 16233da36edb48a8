/**
 * A workflow run by act in host mode: a second implementation of jobs, matrices, `needs`, `if` and outputs that nobody here
 * has written, to compare the rig's own runner with. No Docker and no network.
 *
 * Tried with act 0.2.87; `act.test.ts` holds each of these, and fails when one changes. As on GitHub: `env.X` in job outputs
 * with X from GITHUB_ENV, GITHUB_ENV over the `env:` of a job, `contains(needs.*.outputs.x, …)`, `success()` over all
 * ancestors, `!cancelled()` and `always()` after failed and skipped jobs, `post`, a workspace, a RUNNER_TEMP and files of
 * commands for each leg. What a comparison has to allow for:
 *
 * - A matrix is evaluated before the job's `if`, and one that cannot be ends the whole run (`aborted`). So do a `post` that
 *   fails, an error in a job's `if`, and an action that cannot be read: GitHub goes on with the next jobs.
 * - The outputs of a skipped job are their own raw text (`${{ … }}`) in `needs`; in results here they are empty, and in
 *   `strategy.matrix` the copy that act is given guards against them.
 * - The outputs of a matrix are those of the first leg that ends; on GitHub the last one that is not empty wins.
 * - `continue-on-error` of a job does nothing: run and job fail. `fail-fast` and a job's `timeout-minutes` do nothing.
 * - A matrix without values runs the job once without one; on GitHub that fails.
 * - An output that holds a masked value stays; on GitHub it is dropped.
 * - `github.triggering_actor`, `workflow_ref`, `workflow_sha` and all ids of people and repositories are ''.
 * - act's own service for artifacts is of no use to `@actions/artifact` 6: give `results`.
 * - `ACTIONS_*` reach `run:` steps too. HOME and the tool cache are shared by all jobs.
 * - `env` of the options wins over `env:` of workflow and job.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type Adapted, adapt } from './act/adapt.ts';
import { type ActJob, type Needs, readLog } from './act/read-log.ts';
import { stageActions } from './act/stage.ts';
import { freePort, openTrap, type Trap } from './act/trap.ts';
import type { JsonObject } from './github.ts';
import { nodeBinary } from './runner/node.ts';

export { strippedKeys } from './act/adapt.ts';
export type { ActConclusion, ActJob, ActStep } from './act/read-log.ts';

export interface ActOptions {
  /** YAML. */
  readonly workflow: string;
  readonly event: { readonly name: string; readonly payload: JsonObject };
  /** `owner/repo` → the directory that stands for it, at whatever ref. */
  readonly actions: Readonly<Record<string, string>>;
  readonly apiUrl?: string;
  /** `@actions/artifact` works only with github.com, the default, and hosts under ghe.com and localhost. */
  readonly serverUrl?: string;
  readonly token?: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly sha?: string;
  readonly ref?: string;
  /** `owner/name`. */
  readonly repository?: string;
  readonly actor?: string;
  readonly run?: { readonly id?: number; readonly number?: number; readonly attempt?: number };
  /**
   * Where jobs put their artifacts, and the token of each job; its legs share one. Unless told it is act's own service,
   * which refuses what `@actions/artifact` 6 asks for, so that the client tries again for half a minute.
   */
  readonly results?: { readonly url: string; readonly tokenFor: (job: string) => string };
  /** Jobs and legs side by side. act itself has races there. */
  readonly parallel?: boolean;
  /** After so many milliseconds act is killed and the run rejects; two minutes unless told. */
  readonly timeout?: number;
}

export interface ActRun {
  readonly conclusion: 'success' | 'failure';
  /** Why act has stopped before its last job. Without outputs of jobs then. */
  readonly aborted?: string;
  readonly jobs: readonly ActJob[];
  readonly log: string;
}

/** Undefined where act is not installed: say so in one line, and test the rest. */
export const actBinary: string | undefined = findAct();

export const withoutAct =
  'left out: all runs under act; `go install github.com/nektos/act@v0.2.87` lets them run';

/** Rejects when act is not there, when anything asks for a host that is not this machine, and when time is up. */
export async function runUnderAct(options: ActOptions): Promise<ActRun> {
  const directory = await mkdtemp(join(tmpdir(), 'act-'));
  const trap = await openTrap();
  try {
    const run = await runIn(directory, options, trap);
    if (trap.asked.length > 0)
      throw new Error(`the run asked for a network: ${trap.asked.join('; ')}\n${run.log}`);
    return run;
  } finally {
    await trap.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** What act says against the text of a workflow; undefined when it accepts it. */
export async function refusal(workflow: string): Promise<string | undefined> {
  const directory = await mkdtemp(join(tmpdir(), 'act-'));
  try {
    const file = join(directory, 'workflow.yml');
    await writeFile(file, workflow);
    const { code, stderr } = await start(['--validate', '-W', file], directory, {}, 30_000);
    return code === 0 ? undefined : reasonOf(stderr);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function runIn(directory: string, options: ActOptions, trap: Trap): Promise<ActRun> {
  const at = (name: string) => join(directory, name);
  const parallel = options.parallel === true;
  const envOf = (job: string) => artifactsOf(options, job);
  const workflow = adapt(options.workflow, { needsFile: at('needs.json'), parallel, envOf });
  const actions = await stageActions(workflow.uses, options.actions, at('actions'));
  await mkdir(at('directory'));
  await writeFile(at('workflow.yml'), workflow.text);
  await writeFile(at('event.json'), JSON.stringify(options.event.payload));
  const args = [
    options.event.name,
    ...['-W', at('workflow.yml'), '-e', at('event.json'), '--json', '--rm', '--no-cache-server'],
    ...['--action-offline-mode', '--action-cache-path', at('cache')],
    ...(options.results === undefined ? await ownArtifacts(at('artifacts')) : []),
    ...['--concurrent-jobs', parallel ? '4' : '1'],
    ...actions,
    ...platforms(workflow),
    ...contextOf(options),
  ];
  const env = { ...trap.env, HOME: directory };
  const { code, stdout, stderr } = await start(args, at('directory'), env, options.timeout ?? 120_000);
  const needs = await readFile(at('needs.json'), 'utf8').catch(() => undefined);
  const log = readLog(stdout, workflow, needs === undefined ? undefined : (JSON.parse(needs) as Needs));
  return {
    conclusion: code === 0 ? 'success' : 'failure',
    ...(needs === undefined ? { aborted: reasonOf(stderr) } : {}),
    jobs: log.jobs,
    log: `${log.text}\n${stderr}`,
  };
}

/** In the environment of the job, not of act: act has one token for all. */
function artifactsOf({ results }: ActOptions, job: string): Record<string, string> {
  if (results === undefined) return {};
  return { ACTIONS_RESULTS_URL: results.url, ACTIONS_RUNTIME_TOKEN: results.tokenFor(job) };
}

async function ownArtifacts(directory: string): Promise<string[]> {
  const port = String(await freePort());
  return [
    ...['--artifact-server-path', directory],
    ...['--artifact-server-addr', '127.0.0.1', '--artifact-server-port', port],
  ];
}

/** Each label means this machine. */
function platforms({ labels }: Adapted): string[] {
  return [...new Set(['ubuntu-latest', ...labels])].flatMap((label) => ['-P', `${label}=-self-hosted`]);
}

function contextOf(options: ActOptions): string[] {
  const env = {
    ...options.env,
    // With these four act asks no git repository for anything. SHA_REF is what it takes `github.sha` from.
    SHA_REF: options.sha ?? '5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e',
    GITHUB_REF: options.ref ?? 'refs/heads/main',
    GITHUB_REPOSITORY: options.repository ?? 'octo/demo',
    GITHUB_SERVER_URL: options.serverUrl ?? 'https://github.com',
    ...(options.apiUrl === undefined ? {} : { GITHUB_API_URL: options.apiUrl }),
    GITHUB_RUN_ID: String(options.run?.id ?? 1),
    GITHUB_RUN_NUMBER: String(options.run?.number ?? 1),
    GITHUB_RUN_ATTEMPT: String(options.run?.attempt ?? 1),
  };
  // Without a token act asks the GitHub command line for one.
  const secrets = { ...options.secrets, GITHUB_TOKEN: options.token ?? 'a-token-of-the-rig' };
  return [
    ...['--actor', options.actor ?? 'octocat'],
    ...flags('--env', env),
    ...flags('--secret', secrets),
    ...flags('--var', options.vars ?? {}),
  ];
}

function flags(name: string, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([key, value]) => [name, `${key}=${value}`]);
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function start(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  timeout: number,
): Promise<Ended> {
  if (actBinary === undefined) throw new Error(withoutAct);
  const path = [dirname(nodeBinary().path), process.env.PATH ?? ''].join(delimiter);
  const child = spawn(actBinary, args, {
    cwd,
    // Its own, since act hands all of it on to the steps.
    env: { PATH: path, HOME: cwd, ACT_DISABLE_VERSION_CHECK: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (data) => {
    texts.stdout += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data) => {
    texts.stderr += data;
  });
  let late = false;
  let kill: NodeJS.Timeout | undefined;
  const timer = setTimeout(() => {
    late = true;
    // act ends its steps on SIGINT, and would leave them behind on SIGKILL.
    child.kill('SIGINT');
    kill = setTimeout(() => child.kill('SIGKILL'), 10_000);
  }, timeout);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  clearTimeout(kill);
  if (late) throw new Error(`act did not end within ${timeout} ms\n${texts.stdout}\n${texts.stderr}`);
  return { code, ...texts };
}

/** The last thing that act has said before it stopped. */
function reasonOf(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const first = lines.findIndex((line) => line.startsWith('Error: '));
  if (first >= 0) return lines.slice(first).join('\n').slice('Error: '.length);
  const fatal = lines.filter((line) => line.includes('"level":"error"') || line.includes('"level":"fatal"'));
  return fatal.map((line) => String((JSON.parse(line) as JsonObject).msg)).join('\n') || stderr;
}

function findAct(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((directory) => join(directory, 'act'));
  const found = onPath.find((file) => existsSync(file));
  if (found !== undefined) return found;
  return [goPath(), join(homedir(), 'go')]
    .filter((directory) => directory !== undefined)
    .map((directory) => join(directory, 'bin', 'act'))
    .find((file) => existsSync(file));
}

function goPath(): string | undefined {
  try {
    return execFileSync('go', ['env', 'GOPATH'], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
