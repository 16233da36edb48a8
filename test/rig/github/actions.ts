/** GitHub Actions as its API shows it: dispatches are recorded; runs, their jobs and artifacts are told and listed. */
import type { ArtifactService } from '../artifacts.ts';
import {
  ApiError,
  type Call,
  type Handlers,
  idSequence,
  isObject,
  type JsonObject,
  notFound,
  now,
  page,
  type Reply,
  text,
} from './api.ts';
import type { Git } from './git.ts';
import { nodeId, userObject } from './objects.ts';

const DISPATCH_NAME_LIMIT = 100;
const ARTIFACT_DAYS = 90;
const WORKFLOW = '.github/workflows/ml.yml';

/** A dispatch that GitHub has accepted; here it starts nothing. */
export type Dispatch =
  | {
      readonly kind: 'workflow';
      readonly workflow: string;
      readonly ref: string;
      readonly inputs: JsonObject;
    }
  | { readonly kind: 'repository'; readonly eventType: string; readonly payload: JsonObject };

export interface ArtifactFields {
  readonly name: string;
  readonly runId: number;
  readonly sizeInBytes?: number;
  readonly expired?: boolean;
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
  readonly status: 'queued' | 'in_progress' | 'completed' | 'waiting';
  readonly conclusion?: 'success' | 'failure' | 'cancelled' | 'skipped' | undefined;
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

export class Actions {
  readonly dispatches: Dispatch[] = [];
  readonly #url: string;
  readonly #fullName: string;
  readonly #git: Git;
  readonly #workflows: readonly string[];
  readonly #artifacts: Artifact[] = [];
  readonly #nextArtifactId = idSequence(4_000_000_000);
  readonly #nextRunId = idSequence(18_000_000_000);
  readonly #service: Pick<ArtifactService, 'list'> | undefined;
  readonly runs = new Map<number, RunRecord>();

  /** `workflows` are the file names that listen to workflow_dispatch; GitHub answers 404 for any other. */
  constructor(
    url: string,
    fullName: string,
    git: Git,
    {
      workflows,
      artifacts,
    }: {
      readonly workflows: readonly string[];
      readonly artifacts: Pick<ArtifactService, 'list'> | undefined;
    },
  ) {
    this.#service = artifacts;
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

  handlers(): Handlers {
    return {
      'actions/create-workflow-dispatch': (call) => this.#dispatchWorkflow(call),
      'repos/create-dispatch-event': (call) => {
        const eventType = text(call.body.event_type) ?? '';
        if (eventType.length > DISPATCH_NAME_LIMIT) throw new ApiError(422, 'event_type is too long');
        const payload = isObject(call.body.client_payload) ? call.body.client_payload : {};
        this.dispatches.push({ kind: 'repository', eventType, payload });
        return { status: 204 };
      },
      'actions/list-artifacts-for-repo': (call) => this.#list(call, () => true),
      'actions/list-workflow-run-artifacts': (call) =>
        this.#list(call, (artifact) => artifact.runId === Number(call.params.run_id)),
      'actions/get-workflow-run': async (call) => {
        const [id, run] = this.#run(call);
        return { status: 200, body: await this.#renderRun(id, run) };
      },
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
    const workflow = call.params.workflow_id ?? '';
    if (!this.#workflows.includes(workflow)) throw notFound();
    const ref = (text(call.body.ref) ?? '').replace(/^refs\/(heads|tags)\//, '');
    // A branch or tag: a SHA is refused here, though git would resolve it.
    if (/^[0-9a-f]{40}$/.test(ref) || (await this.#git.commit(ref)) === undefined) {
      throw new ApiError(422, `No ref found for: ${ref}`);
    }
    const inputs = isObject(call.body.inputs) ? call.body.inputs : {};
    this.dispatches.push({ kind: 'workflow', workflow, ref, inputs });
    if (call.body.return_run_details !== true) return { status: 204 };
    const id = this.#nextRunId();
    return {
      status: 200,
      body: {
        workflow_run_id: id,
        run_url: `${this.#url}/repos/${this.#fullName}/actions/runs/${id}`,
        html_url: `${this.#url}/${this.#fullName}/actions/runs/${id}`,
      },
    };
  }

  #list(call: Call, wanted: (artifact: Artifact) => boolean): Reply {
    const { name: only } = call.query;
    const served = (this.#service?.list() ?? []).map(
      ({ id, run, name, size, createdAt }): Artifact => ({
        id,
        runId: run,
        name,
        sizeInBytes: size,
        createdAt,
      }),
    );
    const found = [...this.#artifacts, ...served]
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
      workflow_name: titleOf(workflow),
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
    const [owner = ''] = this.#fullName.split('/');
    const { workflow = WORKFLOW, attempt = 1, number = 1, actor = owner, event, headBranch, headSha } = run;
    const [repository, commit] = await Promise.all([this.#git.repository(), this.#git.commit(headSha)]);
    const author = { name: 'Dana', email: 'dana@example.com' };
    const times = (run.jobs ?? []).map(({ startedAt }) => startedAt ?? now()).sort();
    const started = times[0] ?? now();
    return {
      id,
      name: titleOf(workflow),
      node_id: nodeId('WorkflowRun', id),
      head_branch: headBranch,
      head_sha: headSha,
      path: workflow,
      display_title: commit?.message.split('\n')[0] ?? titleOf(workflow),
      run_number: number,
      run_attempt: attempt,
      event,
      status: run.status,
      conclusion: run.conclusion ?? null,
      workflow_id: 1,
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
      workflow_url: `${api}/actions/workflows/1`,
      head_commit:
        commit === undefined
          ? null
          : {
              id: commit.sha,
              tree_id: commit.treeSha,
              message: commit.message,
              timestamp: commit.date,
              author,
              committer: author,
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
      workflow_run: { id: artifact.runId },
    };
  }
}

/** A workflow without `name:` has that of its file. */
function titleOf(workflow: string): string {
  return workflow.replace(/^.*\/|\.ya?ml$/g, '');
}
