/** GitHub Actions as its API shows it: dispatches make runs that wait; runs, their jobs and artifacts are told and listed. */
import { createHash, randomBytes } from 'node:crypto';
import { parse } from 'yaml';
import type { ArtifactService } from '../artifacts.ts';
import {
  type Actor,
  ApiError,
  type Call,
  type Handlers,
  idSequence,
  invalid,
  isObject,
  type JsonObject,
  notFound,
  now,
  page,
  type Reply,
  text,
} from './api.ts';
import type { Happen } from './events.ts';
import type { Git } from './git.ts';
import { nodeId, numberOf, userObject } from './objects.ts';

const DISPATCH_NAME_LIMIT = 100;
const ARTIFACT_DAYS = 90;
const FOLDER = '.github/workflows';
const WORKFLOW = `${FOLDER}/ml.yml`;
/** All inputs of a dispatch together, in characters. */
const INPUTS_LIMIT = 65_535;
/** An address of an artifact's bytes is good for one minute. */
const ADDRESS_SECONDS = 60;

/** A dispatch that GitHub has accepted. Who listens may carry it out; otherwise the run waits for ever. */
export type Dispatch =
  | {
      readonly kind: 'workflow';
      readonly workflow: string;
      readonly ref: string;
      readonly inputs: JsonObject;
      readonly run: number;
      readonly login: string;
    }
  | {
      readonly kind: 'repository';
      readonly eventType: string;
      readonly payload: JsonObject;
      readonly login: string;
    };

export interface Cancellation {
  readonly run: number;
  readonly login: string;
  readonly isForced: boolean;
}

export interface ArtifactFields {
  readonly name: string;
  readonly runId: number;
  readonly sizeInBytes?: number;
  readonly expired?: boolean;
  /** A zip; without it nothing can be downloaded. */
  readonly bytes?: Buffer;
}

export interface JobRecord {
  readonly id: number;
  /** As GitHub shows it: with the values of its leg. */
  readonly name: string;
  /** The one that it ran in. */
  readonly attempt: number;
  readonly status: 'queued' | 'in_progress' | 'completed' | 'waiting';
  readonly conclusion?: 'success' | 'failure' | 'cancelled' | 'skipped' | undefined;
  /** ISO 8601; now unless told. */
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly steps?: readonly { readonly name: string; readonly conclusion?: string | undefined }[];
}

export interface Approval {
  readonly environment: string;
  readonly state: 'approved' | 'rejected';
  readonly login: string;
  readonly comment?: string;
}

export interface RunRecord {
  readonly event: string;
  readonly headBranch: string;
  readonly headSha: string;
  /** `pending`: it waits for a concurrency group; `waiting`: for a person. */
  readonly status: 'queued' | 'pending' | 'in_progress' | 'completed' | 'waiting';
  readonly conclusion?: 'success' | 'failure' | 'cancelled' | 'skipped' | undefined;
  /** Its `name:`; that of its file unless told. */
  readonly name?: string;
  /** By its `run-name:`; the first line of the commit's message unless told. */
  readonly displayTitle?: string;
  /** ISO 8601; that of its first job unless told. */
  readonly createdAt?: string;
  /** The path of its file; `.github/workflows/ml.yml` unless told. */
  readonly workflow?: string;
  /** 1 unless told. */
  readonly attempt?: number;
  readonly number?: number;
  readonly actor?: string;
  readonly triggeringActor?: string;
  /** Of every attempt. */
  readonly jobs?: readonly JobRecord[];
  readonly approvals?: readonly Approval[];
}

interface Artifact extends ArtifactFields {
  readonly id: number;
  readonly createdAt: string;
}

interface WorkflowFile {
  readonly path: string;
  /** As it is on the ref that was asked for; undefined where a test has only named the file. */
  readonly definition: JsonObject | undefined;
}

export class Actions {
  readonly dispatches: Dispatch[] = [];
  readonly cancellations: Cancellation[] = [];
  readonly #url: string;
  readonly #fullName: string;
  readonly #git: Git;
  readonly #workflows: readonly string[];
  readonly #artifacts: Artifact[] = [];
  readonly #nextArtifactId = idSequence(4_000_000_000);
  readonly #nextRunId = idSequence(18_000_000_000);
  readonly #service: Pick<ArtifactService, 'list'> | undefined;
  readonly #happen: Happen;
  readonly #addresses = new Map<string, { readonly artifact: Artifact; readonly until: number }>();
  /** Of the second server, which hands out bytes as the blob store does. */
  readonly #blobUrl: string;
  readonly runs = new Map<number, RunRecord>();
  /** Environments whose reviewers may not approve runs of their own. */
  readonly selfReviewForbidden = new Set<string>();

  /** `workflows`: names of files that can be dispatched although the repository does not hold them. */
  constructor(
    url: string,
    fullName: string,
    git: Git,
    {
      workflows,
      artifacts,
      happen,
      blobUrl,
    }: {
      readonly workflows: readonly string[];
      readonly artifacts: Pick<ArtifactService, 'list'> | undefined;
      readonly happen: Happen;
      readonly blobUrl: string;
    },
  ) {
    this.#service = artifacts;
    this.#happen = happen;
    this.#blobUrl = blobUrl;
    this.#url = url;
    this.#fullName = fullName;
    this.#git = git;
    this.#workflows = workflows;
  }

  addArtifact(fields: ArtifactFields): number {
    const artifact = { ...fields, id: this.#nextArtifactId(), createdAt: now() };
    this.#artifacts.push(artifact);
    return artifact.id;
  }

  /** What the blob store has at a path; a number is the status of its refusal. */
  blob(path: string, hasAuthorization: boolean): { readonly bytes: Buffer; readonly name: string } | number {
    const found = this.#addresses.get(path);
    // It takes a signature or a header, and not both.
    if (hasAuthorization) return 400;
    if (found === undefined || Date.now() > found.until || found.artifact.bytes === undefined) return 403;
    return { bytes: found.artifact.bytes, name: found.artifact.name };
  }

  /** A new run that waits to be started. Gives its id. */
  queue(record: Omit<RunRecord, 'status'>): number {
    const id = this.#nextRunId();
    const { workflow = WORKFLOW } = record;
    const number =
      [...this.runs.values()].filter((run) => (run.workflow ?? WORKFLOW) === workflow).length + 1;
    this.runs.set(id, { number, createdAt: now(), ...record, status: 'queued' });
    return id;
  }

  handlers(): Handlers {
    return {
      'actions/create-workflow-dispatch': (call) => this.#dispatchWorkflow(call),
      'actions/get-workflow': async (call) => {
        const { path, definition } = await this.#workflow(call.params.workflow_id ?? '', 'main');
        return { status: 200, body: this.#renderWorkflow(path, definition) };
      },
      'actions/list-workflow-runs-for-repo': (call) => this.#listRuns(call, undefined),
      'actions/list-workflow-runs': async (call) =>
        this.#listRuns(call, (await this.#workflow(call.params.workflow_id ?? '', 'main')).path),
      'actions/cancel-workflow-run': (call) => this.#cancel(call, false),
      'actions/force-cancel-workflow-run': (call) => this.#cancel(call, true),
      'actions/download-artifact': (call) => this.#download(call),
      'repos/create-dispatch-event': async (call) => {
        const eventType = text(call.body.event_type) ?? '';
        if (eventType.length > DISPATCH_NAME_LIMIT) throw new ApiError(422, 'event_type is too long');
        const payload = isObject(call.body.client_payload) ? call.body.client_payload : {};
        this.dispatches.push({ kind: 'repository', eventType, payload, login: call.actor.login });
        await this.#happen({ kind: 'repository-dispatch', by: call.actor, eventType });
        return { status: 204 };
      },
      'actions/list-artifacts-for-repo': (call) => this.#list(call, () => true),
      'actions/list-workflow-run-artifacts': (call) =>
        this.#list(call, (artifact) => artifact.runId === Number(call.params.run_id)),
      'actions/get-workflow-run': async (call) => {
        const [id, run] = this.#run(call);
        return { status: 200, body: await this.#renderRun(id, run) };
      },
      // A job that names an environment has made it.
      'repos/get-environment': ({ params }) => ({
        status: 200,
        body: this.#renderEnvironment(params.environment_name ?? ''),
      }),
      'actions/get-reviews-for-run': (call) => {
        const [, run] = this.#run(call);
        return { status: 200, body: (run.approvals ?? []).map((approval) => this.#renderApproval(approval)) };
      },
      'actions/list-jobs-for-workflow-run': (call) =>
        this.#listJobs(call, call.query.filter === 'all' ? 'all' : Number.POSITIVE_INFINITY),
      'actions/list-jobs-for-workflow-run-attempt': (call) => {
        const attempt = Number(call.params.attempt_number);
        if (attempt > (this.#run(call)[1].attempt ?? 1)) throw notFound();
        return this.#listJobs(call, attempt);
      },
    };
  }

  async #dispatchWorkflow(call: Call): Promise<Reply> {
    const ref = (text(call.body.ref) ?? '').replace(/^refs\/(heads|tags)\//, '');
    await this.#workflow(call.params.workflow_id ?? '', 'main');
    // A branch or tag: a SHA is refused here, though git would resolve it.
    if (/^[0-9a-f]{40}$/.test(ref) || (await this.#git.commit(ref)) === undefined) {
      throw new ApiError(422, `No ref found for: ${ref}`);
    }
    const { path, definition } = await this.#workflow(call.params.workflow_id ?? '', ref);
    const inputs = isObject(call.body.inputs) ? call.body.inputs : {};
    checkInputs(definition, inputs);
    const id = await this.dispatch(call.actor, path, ref, inputs);
    if (call.body.return_run_details !== true) return { status: 204 };
    return {
      status: 200,
      body: {
        workflow_run_id: id,
        run_url: `${this.#url}/repos/${this.#fullName}/actions/runs/${id}`,
        html_url: `${this.#url}/${this.#fullName}/actions/runs/${id}`,
      },
    };
  }

  /** Of a file that can be dispatched, as the button does it. Gives the id of the run. */
  async dispatch(by: Actor, path: string, branch: string, inputs: JsonObject): Promise<number> {
    const headSha = await this.#git.shaOf(branch);
    if (headSha === undefined) throw new Error(`no branch ${branch}`);
    const run = this.queue({
      event: 'workflow_dispatch',
      headBranch: branch,
      headSha,
      workflow: path,
      actor: by.login,
    });
    const workflow = path.slice(`${FOLDER}/`.length);
    this.dispatches.push({ kind: 'workflow', workflow, ref: branch, inputs, run, login: by.login });
    await this.#happen({ kind: 'dispatch', by, run, workflow: path, branch, inputs });
    return run;
  }

  async #cancel(call: Call, isForced: boolean): Promise<Reply> {
    const [run, { status }] = this.#run(call);
    if (status === 'completed') throw new ApiError(409, 'Cannot cancel a workflow run that is completed.');
    this.cancellations.push({ run, login: call.actor.login, isForced });
    await this.#happen({ kind: 'cancel', by: call.actor, run, isForced });
    return { status: 202, body: {} };
  }

  /** By the name of its file or by its id: GitHub knows those of the default branch. */
  async #workflow(nameOrId: string, ref: string): Promise<WorkflowFile> {
    const main = await this.#git.shaOf('main');
    const listed = main === undefined ? [] : await this.#git.bare.list(main, FOLDER).catch(() => []);
    const paths = [...listed.map(({ path }) => path), ...this.#workflows.map((name) => `${FOLDER}/${name}`)];
    const path = paths.find(
      (found) => found === `${FOLDER}/${nameOrId}` || String(numberOf(found)) === nameOrId,
    );
    if (path === undefined) throw notFound();
    const sha = ref === 'main' ? main : await this.#git.shaOf(ref);
    const entry = sha === undefined ? undefined : await this.#git.bare.entry(sha, path);
    if (entry === undefined && listed.some((found) => found.path === path))
      throw new ApiError(422, "Workflow does not have 'workflow_dispatch' trigger");
    const parsed: unknown =
      entry === undefined ? undefined : parse((await this.#git.bare.blob(entry.sha)).toString('utf8'));
    return { path, definition: isObject(parsed) ? parsed : undefined };
  }

  #renderWorkflow(path: string, definition: JsonObject | undefined): JsonObject {
    const id = numberOf(path);
    const made = '2026-01-01T00:00:00Z';
    const html = `${this.#url}/${this.#fullName}`;
    return {
      id,
      node_id: nodeId('Workflow', id),
      name: text(definition?.name) ?? path,
      path,
      state: 'active',
      created_at: made,
      updated_at: made,
      url: `${this.#url}/repos/${this.#fullName}/actions/workflows/${id}`,
      html_url: `${html}/blob/main/${path}`,
      badge_url: `${html}/workflows/${encodeURIComponent(text(definition?.name) ?? path)}/badge.svg`,
    };
  }

  async #listRuns(call: Call, workflow: string | undefined): Promise<Reply> {
    const { actor, branch, event, status, created, head_sha: sha, check_suite_id: suite } = call.query;
    if (suite !== undefined) throw new Error('the rig puts no run into a check suite');
    const isWithin = createdWithin(created);
    const found = [...this.runs].filter(
      ([, run]) =>
        (workflow === undefined || (run.workflow ?? WORKFLOW) === workflow) &&
        (actor === undefined || (run.actor ?? this.#owner) === actor) &&
        (branch === undefined || run.headBranch === branch) &&
        (event === undefined || run.event === event) &&
        (status === undefined || run.status === status || run.conclusion === status) &&
        (sha === undefined || run.headSha === sha) &&
        isWithin(createdAt(run)),
    );
    found.sort(
      ([leftId, left], [rightId, right]) =>
        createdAt(right).localeCompare(createdAt(left)) || rightId - leftId,
    );
    const { items, headers } = page(
      call,
      this.#url,
      found.map(([id]) => id),
    );
    const runs = await Promise.all(
      items.map((id) =>
        this.#renderRun(Number(id), this.runs.get(Number(id)) ?? fail(`no run ${String(id)}`)),
      ),
    );
    return { status: 200, body: { total_count: found.length, workflow_runs: runs }, headers };
  }

  #download(call: Call): Reply {
    if (call.params.archive_format !== 'zip') throw notFound();
    const id = Number(call.params.artifact_id);
    const artifact = this.#all().find((candidate) => candidate.id === id);
    if (artifact === undefined) throw notFound();
    if (artifact.expired === true) throw new ApiError(410, 'Artifact has expired');
    if (artifact.bytes === undefined) throw new Error(`artifact ${id} has no bytes`);
    const path = `/artifacts/${id}/artifact.zip?sig=${randomBytes(24).toString('base64url')}`;
    this.#addresses.set(path, { artifact, until: Date.now() + ADDRESS_SECONDS * 1000 });
    return { status: 302, headers: { location: `${this.#blobUrl}${path}` } };
  }

  /** Those that a test has named, and those that jobs have uploaded. */
  #all(): Artifact[] {
    const served = (this.#service?.list() ?? []).map(
      ({ id, run, name, size, createdAt: made, bytes }): Artifact => ({
        ...{ id, runId: run, name, sizeInBytes: size, createdAt: made, bytes },
      }),
    );
    return [...this.#artifacts, ...served];
  }

  get #owner(): string {
    return this.#fullName.split('/')[0] ?? '';
  }

  #list(call: Call, wanted: (artifact: Artifact) => boolean): Reply {
    const { name: only } = call.query;
    const found = this.#all()
      .filter((artifact) => wanted(artifact) && (only === undefined || artifact.name === only))
      .reverse();
    const { items, headers } = page(
      call,
      this.#url,
      found.map((artifact) => this.#render(artifact)),
    );
    return { status: 200, body: { total_count: found.length, artifacts: items }, headers };
  }

  #run(call: Call): readonly [number, RunRecord] {
    const id = Number(call.params.run_id);
    const run = this.runs.get(id);
    if (run === undefined) throw notFound();
    return [id, run];
  }

  /** Those of an attempt: a job that was not run again stays as it was in the attempt before. */
  #listJobs(call: Call, wanted: number | 'all'): Reply {
    const [id, run] = this.#run(call);
    const jobs = (run.jobs ?? []).filter(
      (job) =>
        wanted === 'all' ||
        (job.attempt <= wanted &&
          !run.jobs?.some(
            (other) => other.name === job.name && other.attempt > job.attempt && other.attempt <= wanted,
          )),
    );
    const rendered = jobs.map((job) => this.#renderJob(id, run, job));
    const { items, headers } = page(call, this.#url, rendered);
    return { status: 200, body: { total_count: jobs.length, jobs: items }, headers };
  }

  #renderJob(id: number, run: RunRecord, job: JobRecord): JsonObject {
    const api = `${this.#url}/repos/${this.#fullName}`;
    const { workflow = WORKFLOW, headBranch, headSha } = run;
    const started = job.startedAt ?? now();
    return {
      id: job.id,
      run_id: id,
      workflow_name: run.name ?? titleOf(workflow),
      head_branch: headBranch,
      run_url: `${api}/actions/runs/${id}`,
      run_attempt: job.attempt,
      node_id: nodeId('Job', job.id),
      head_sha: headSha,
      url: `${api}/actions/jobs/${job.id}`,
      html_url: `${this.#url}/${this.#fullName}/actions/runs/${id}/job/${job.id}`,
      status: job.status,
      conclusion: job.conclusion ?? null,
      created_at: started,
      started_at: started,
      completed_at: job.status === 'completed' ? (job.completedAt ?? now()) : null,
      name: job.name,
      steps: (job.steps ?? []).map(({ name, conclusion }, index) => ({
        name,
        number: index + 1,
        status: conclusion === undefined ? 'queued' : 'completed',
        conclusion: conclusion ?? null,
      })),
      check_run_url: `${api}/check-runs/${job.id}`,
      labels: ['ubuntu-latest'],
      runner_id: null,
      runner_name: null,
      runner_group_id: null,
      runner_group_name: null,
    };
  }

  async #renderRun(id: number, run: RunRecord): Promise<JsonObject> {
    const api = `${this.#url}/repos/${this.#fullName}`;
    const self = `${api}/actions/runs/${id}`;
    const { workflow = WORKFLOW, attempt = 1, number = 1, event, headBranch, headSha } = run;
    const { actor = this.#owner, name = titleOf(workflow) } = run;
    const commit = await this.#git.commit(headSha);
    const repository = this.#git.repository();
    const workflowId = numberOf(workflow);
    const started = createdAt(run);
    return {
      id,
      name,
      node_id: nodeId('WorkflowRun', id),
      head_branch: headBranch,
      head_sha: headSha,
      path: workflow,
      display_title: run.displayTitle ?? commit?.message.split('\n')[0] ?? name,
      run_number: number,
      run_attempt: attempt,
      event,
      status: run.status,
      conclusion: run.conclusion ?? null,
      workflow_id: workflowId,
      url: self,
      html_url: `${this.#url}/${this.#fullName}/actions/runs/${id}`,
      pull_requests: [],
      created_at: started,
      updated_at: now(),
      run_started_at: started,
      actor: userObject(this.#url, actor),
      triggering_actor: userObject(this.#url, run.triggeringActor ?? actor),
      jobs_url: `${self}/jobs`,
      logs_url: `${self}/logs`,
      check_suite_url: `${api}/check-suites/1`,
      artifacts_url: `${self}/artifacts`,
      cancel_url: `${self}/cancel`,
      rerun_url: `${self}/rerun`,
      previous_attempt_url: attempt > 1 ? `${self}/attempts/${attempt - 1}` : null,
      workflow_url: `${api}/actions/workflows/${workflowId}`,
      head_commit:
        commit === undefined
          ? null
          : {
              id: commit.sha,
              tree_id: commit.treeSha,
              message: commit.message,
              timestamp: commit.date,
              author: { name: commit.author.name, email: commit.author.email },
              committer: { name: commit.committer.name, email: commit.committer.email },
            },
      repository,
      head_repository: repository,
    };
  }

  #renderApproval({ environment, state, login, comment = '' }: Approval): JsonObject {
    const address = `${this.#url}/repos/${this.#fullName}/environments/${encodeURIComponent(environment)}`;
    const made = '2026-01-01T00:00:00Z';
    const known = { id: 1, node_id: nodeId('Environment', environment), name: environment };
    const times = { created_at: made, updated_at: made };
    return {
      state,
      comment,
      environments: [{ ...known, url: address, html_url: address, ...times }],
      user: userObject(this.#url, login),
    };
  }

  #renderEnvironment(name: string): JsonObject {
    const address = `${this.#url}/repos/${this.#fullName}/environments/${encodeURIComponent(name)}`;
    const rule = {
      id: 1,
      node_id: nodeId('GateRule', name),
      type: 'required_reviewers',
      prevent_self_review: this.selfReviewForbidden.has(name),
      reviewers: [],
    };
    const made = '2026-01-01T00:00:00Z';
    return {
      ...{ id: 1, node_id: nodeId('Environment', name), name, url: address, html_url: address },
      ...{ created_at: made, updated_at: made, deployment_branch_policy: null },
      protection_rules: [rule],
    };
  }

  #render(artifact: Artifact): JsonObject {
    const address = `${this.#url}/repos/${this.#fullName}/actions/artifacts/${artifact.id}`;
    const expiry = new Date(Date.parse(artifact.createdAt) + ARTIFACT_DAYS * 24 * 3600 * 1000);
    return {
      id: artifact.id,
      node_id: nodeId('Artifact', artifact.id),
      name: artifact.name,
      size_in_bytes: artifact.sizeInBytes ?? 0,
      url: address,
      archive_download_url: `${address}/zip`,
      expired: artifact.expired ?? false,
      created_at: artifact.createdAt,
      updated_at: artifact.createdAt,
      expires_at: expiry.toISOString(),
      digest:
        artifact.bytes === undefined
          ? null
          : `sha256:${createHash('sha256').update(artifact.bytes).digest('hex')}`,
      workflow_run: { id: artifact.runId },
    };
  }
}

/** A workflow without `name:` has that of its file. */
function titleOf(workflow: string): string {
  return workflow.replace(/^.*\/|\.ya?ml$/g, '');
}

function createdAt(run: RunRecord): string {
  const times = (run.jobs ?? []).map(({ startedAt }) => startedAt ?? now()).sort();
  return run.createdAt ?? times[0] ?? now();
}

/** GitHub's syntax for dates in a search: `2026-11-01`, `>=2026-11-01T10:00:00Z`, `2026-11-01..2026-11-02`, `*..2026-11-02`. */
function createdWithin(range: string | undefined): (at: string) => boolean {
  if (range === undefined) return () => true;
  const [, sign = '', rest = ''] = /^(>=|<=|>|<)?(.*)$/.exec(range) ?? [];
  const [from = '', to] = rest.split('..');
  const bounds = (date: string, open: number): readonly [number, number] => {
    if (date === '*') return [open, open];
    const start = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(date)
      ? Date.parse(date)
      : Number.NaN;
    if (Number.isNaN(start)) throw invalid('WorkflowRun', 'created', `${range} is no date`);
    // A day without a time is the whole day, and all is exact to the second.
    return [start, start + (date.includes('T') ? 999 : 864e5 - 1)];
  };
  const [start, end] = bounds(from, Number.NEGATIVE_INFINITY);
  const [, last] = to === undefined ? [start, end] : bounds(to, Number.POSITIVE_INFINITY);
  return (at) => {
    const time = Date.parse(at);
    switch (sign) {
      case '>=':
        return time >= start;
      case '>':
        return time > end;
      case '<=':
        return time <= end;
      case '<':
        return time < start;
      default:
        return time >= start && time <= last;
    }
  };
}

/** Throws what GitHub says to inputs that the file does not take. */
function checkInputs(definition: JsonObject | undefined, inputs: JsonObject): void {
  if (JSON.stringify(inputs).length > INPUTS_LIMIT) throw new ApiError(422, 'inputs are too large.');
  if (definition === undefined) return;
  const { on } = definition;
  const listens = Array.isArray(on)
    ? on.includes('workflow_dispatch')
    : isObject(on)
      ? 'workflow_dispatch' in on
      : on === 'workflow_dispatch';
  if (!listens) throw new ApiError(422, "Workflow does not have 'workflow_dispatch' trigger");
  const trigger = isObject(on) ? on.workflow_dispatch : undefined;
  const declared = isObject(trigger) && isObject(trigger.inputs) ? trigger.inputs : {};
  const unexpected = Object.keys(inputs).filter((name) => declared[name] === undefined);
  if (unexpected.length > 0)
    throw new ApiError(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  for (const [name, input] of Object.entries(declared)) {
    if (!isObject(input)) continue;
    const value = inputs[name] ?? input.default ?? '';
    if (input.required === true && value === '')
      throw new ApiError(422, `Required input '${name}' not provided`);
    const choices = input.type === 'choice' && Array.isArray(input.options) ? input.options.map(String) : [];
    const allowed = input.type === 'boolean' ? ['true', 'false'] : choices;
    const given = inputs[name];
    if (given === undefined || allowed.length === 0 || allowed.includes(String(given))) continue;
    throw new ApiError(
      422,
      `Provided value '${String(given)}' for input '${name}' not in the list of allowed values`,
    );
  }
}

function fail(message: string): never {
  throw new Error(message);
}
