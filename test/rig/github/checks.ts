/** Check runs and commit statuses, kept in memory with the rules GitHub applies beyond its document. */
import {
  ApiError,
  type Call,
  type Handlers,
  idSequence,
  invalid,
  isObject,
  type Json,
  type JsonObject,
  notFound,
  now,
  page,
  type Reply,
  text,
} from './api.ts';
import type { Git } from './git.ts';
import { actionsApp, nodeId, userObject } from './objects.ts';
import type { Pulls } from './pulls.ts';

const OUTPUT_LIMIT = 65_535;
const ANNOTATION_BYTES = 64 * 1024;
const ANNOTATION_TITLE_LIMIT = 255;
const STATUS_DESCRIPTION_LIMIT = 140;
const STATUS_CONTEXT_LIMIT = 255;
const STATUSES_PER_CONTEXT = 1000;

export interface CheckRun {
  readonly id: number;
  readonly headSha: string;
  name: string;
  externalId: string;
  detailsUrl: string | null;
  status: string;
  conclusion: string | null;
  readonly startedAt: string;
  completedAt: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  readonly annotations: JsonObject[];
}

interface Status {
  readonly id: number;
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly login: string;
  readonly createdAt: string;
}

export class Checks {
  readonly #url: string;
  readonly #fullName: string;
  readonly #git: Git;
  readonly #pulls: Pulls;
  readonly #runs = new Map<number, CheckRun>();
  readonly #suites = new Map<string, number>();
  readonly #statuses: Status[] = [];
  readonly #nextRunId = idSequence(40_000_000_000);
  readonly #nextSuiteId = idSequence(35_000_000_000);
  readonly #nextStatusId = idSequence(33_000_000_000);

  constructor(url: string, fullName: string, git: Git, pulls: Pulls) {
    this.#url = url;
    this.#fullName = fullName;
    this.#git = git;
    this.#pulls = pulls;
  }

  runsOf(sha: string): CheckRun[] {
    return [...this.#runs.values()].filter((run) => run.headSha === sha);
  }

  statusesOf(sha: string): Status[] {
    return this.#statuses.filter((status) => status.sha === sha);
  }

  handlers(): Handlers {
    return {
      'checks/create': (call) => this.#create(call),
      'checks/get': async (call) => ({ status: 200, body: await this.#render(this.#run(call)) }),
      'checks/update': (call) => this.#update(call),
      'checks/list-annotations': (call) => this.#listed(call, this.#run(call).annotations),
      'checks/list-for-ref': (call) => this.#list(call),
      'checks/list-suites-for-ref': (call) => this.#listSuites(call),
      'repos/create-commit-status': (call) => this.#createStatus(call),
      'repos/list-commit-statuses-for-ref': async (call) => {
        const { sha } = await this.#commit(call);
        const newestFirst = this.statusesOf(sha).reverse();
        return this.#listed(
          call,
          newestFirst.map((status) => this.#renderStatus(status)),
        );
      },
      'repos/get-combined-status-for-ref': (call) => this.#combined(call),
    };
  }

  get #root(): string {
    return `${this.#url}/repos/${this.#fullName}`;
  }

  #listed(call: Call, items: readonly Json[]): Reply {
    const { items: body, headers } = page(call, this.#url, items);
    return { status: 200, body, headers };
  }

  async #commit(call: Call): Promise<{ sha: string }> {
    const ref = call.params.ref ?? '';
    const commit = await this.#git.commit(ref.replace(/^(heads|tags)\//, ''));
    if (commit === undefined) throw new ApiError(422, `No commit found for SHA: ${ref}`);
    return commit;
  }

  #run(call: Call): CheckRun {
    const run = this.#runs.get(Number(call.params.check_run_id));
    if (run === undefined) throw notFound();
    return run;
  }

  async #create(call: Call): Promise<Reply> {
    const { body } = call;
    const headSha = text(body.head_sha) ?? '';
    checkFields(body);
    if ((text(body.name) ?? '').trim() === '') throw invalid('CheckRun', 'name', "name can't be blank");
    if (!(await this.#git.hasCommit(headSha))) throw new ApiError(422, `No commit found for SHA: ${headSha}`);
    if (!this.#suites.has(headSha)) this.#suites.set(headSha, this.#nextSuiteId());
    const run: CheckRun = {
      id: this.#nextRunId(),
      headSha,
      name: text(body.name) ?? '',
      externalId: '',
      detailsUrl: null,
      status: 'queued',
      conclusion: null,
      startedAt: text(body.started_at) ?? now(),
      completedAt: null,
      title: null,
      summary: null,
      text: null,
      annotations: [],
    };
    apply(run, body, this.#blob(run));
    this.#runs.set(run.id, run);
    return { status: 201, body: await this.#render(run) };
  }

  async #update(call: Call): Promise<Reply> {
    const run = this.#run(call);
    checkFields(call.body);
    const status = text(call.body.status);
    if (run.status === 'completed' && status !== undefined && status !== 'completed') {
      // GitHub does not document this step back; the rig takes the stricter reading.
      throw invalid('CheckRun', 'status', 'a completed check run cannot go back: create a new one');
    }
    apply(run, call.body, this.#blob(run));
    return { status: 200, body: await this.#render(run) };
  }

  #blob(run: CheckRun): (path: string) => string {
    return (path) => `${this.#url}/${this.#fullName}/blob/${run.headSha}/${path}`;
  }

  async #list(call: Call): Promise<Reply> {
    const { sha } = await this.#commit(call);
    const { check_name: name, status, filter = 'latest', app_id: appId } = call.query;
    const newestFirst = this.runsOf(sha)
      .filter(
        (run) => (name === undefined || run.name === name) && (status === undefined || run.status === status),
      )
      .filter(() => appId === undefined || appId === String(actionsApp(this.#url).id))
      .reverse();
    const names = new Set<string>();
    const found = newestFirst.filter((run) => {
      const older = names.has(run.name);
      names.add(run.name);
      return filter === 'all' || !older;
    });
    const { items, headers } = page(
      call,
      this.#url,
      await Promise.all(found.map((run) => this.#render(run))),
    );
    return { status: 200, body: { total_count: found.length, check_runs: items }, headers };
  }

  async #listSuites(call: Call): Promise<Reply> {
    const { sha } = await this.#commit(call);
    const id = this.#suites.get(sha);
    const suites = id === undefined ? [] : [await this.#renderSuite(id, sha)];
    return { status: 200, body: { total_count: suites.length, check_suites: suites } };
  }

  async #render(run: CheckRun): Promise<JsonObject> {
    const address = `${this.#root}/check-runs/${run.id}`;
    const html = `${this.#url}/${this.#fullName}/runs/${run.id}`;
    return {
      id: run.id,
      node_id: nodeId('CheckRun', run.id),
      head_sha: run.headSha,
      external_id: run.externalId,
      url: address,
      html_url: html,
      // For a job's own token GitHub shows its own page, whatever was sent.
      details_url: html,
      status: run.status,
      conclusion: run.conclusion,
      started_at: run.startedAt,
      completed_at: run.completedAt,
      output: {
        title: run.title,
        summary: run.summary,
        text: run.text,
        annotations_count: run.annotations.length,
        annotations_url: `${address}/annotations`,
      },
      name: run.name,
      check_suite: { id: this.#suites.get(run.headSha) ?? 0 },
      app: actionsApp(this.#url),
      pull_requests: await this.#pulls.pullsOf(run.headSha),
    };
  }

  async #renderSuite(id: number, sha: string): Promise<JsonObject> {
    const runs = this.runsOf(sha);
    const commit = await this.#git.commit(sha);
    const completed = runs.every((run) => run.status === 'completed');
    const failed = runs.some((run) => run.conclusion !== 'success' && run.conclusion !== 'neutral');
    const person = { name: 'moola', email: 'moola@users.noreply.github.com' };
    const pulls = await this.#pulls.pullsOf(sha);
    const head = pulls[0]?.head;
    return {
      id,
      node_id: nodeId('CheckSuite', id),
      head_branch: isObject(head) ? (head.ref ?? null) : 'main',
      head_sha: sha,
      status: completed ? 'completed' : 'in_progress',
      conclusion: completed ? (failed ? 'failure' : 'success') : null,
      url: `${this.#root}/check-suites/${id}`,
      before: null,
      after: sha,
      pull_requests: pulls,
      app: actionsApp(this.#url),
      repository: this.#git.repository(),
      created_at: runs[0]?.startedAt ?? null,
      updated_at: now(),
      head_commit: {
        id: sha,
        tree_id: commit?.treeSha ?? '',
        message: commit?.message ?? '',
        timestamp: commit?.date ?? now(),
        author: person,
        committer: person,
      },
      latest_check_runs_count: runs.length,
      check_runs_url: `${this.#root}/check-suites/${id}/check-runs`,
    };
  }

  async #createStatus(call: Call): Promise<Reply> {
    const sha = call.params.sha ?? '';
    if (!(await this.#git.hasCommit(sha))) throw new ApiError(422, `No commit found for SHA: ${sha}`);
    const description = text(call.body.description) ?? null;
    const targetUrl = text(call.body.target_url) ?? null;
    const context = text(call.body.context) ?? 'default';
    if (description !== null && description.length > STATUS_DESCRIPTION_LIMIT) {
      throw invalid('Status', 'description', 'description is too long (maximum is 140 characters)');
    }
    if (context === '' || context.length > STATUS_CONTEXT_LIMIT) {
      throw invalid('Status', 'context', 'context is too long (maximum is 255 characters)');
    }
    if (targetUrl !== null && !isWebAddress(targetUrl)) {
      throw invalid('Status', 'target_url', 'target_url must use http(s) scheme');
    }
    if (this.statusesOf(sha).filter((status) => status.context === context).length >= STATUSES_PER_CONTEXT) {
      throw invalid('Status', 'sha', 'This SHA and context has reached the maximum number of statuses.');
    }
    const status: Status = {
      id: this.#nextStatusId(),
      sha,
      state: text(call.body.state) ?? '',
      context,
      description,
      targetUrl,
      login: call.actor.login,
      createdAt: now(),
    };
    this.#statuses.push(status);
    return { status: 201, body: this.#renderStatus(status) };
  }

  async #combined(call: Call): Promise<Reply> {
    const { sha } = await this.#commit(call);
    const latest = new Map(this.statusesOf(sha).map((status) => [status.context, status]));
    const states = [...latest.values()].map((status) => status.state);
    const failed = states.some((state) => state === 'failure' || state === 'error');
    const pending = states.length === 0 || states.includes('pending');
    const { items, headers } = page(
      call,
      this.#url,
      [...latest.values()].map((status) => this.#renderStatus(status)),
    );
    return {
      status: 200,
      headers,
      body: {
        state: failed ? 'failure' : pending ? 'pending' : 'success',
        statuses: items,
        sha,
        total_count: latest.size,
        repository: this.#git.repository(),
        commit_url: `${this.#root}/commits/${sha}`,
        url: `${this.#root}/commits/${sha}/status`,
      },
    };
  }

  #renderStatus(status: Status): JsonObject {
    const creator = userObject(this.#url, status.login);
    return {
      url: `${this.#root}/statuses/${status.sha}`,
      avatar_url: creator.avatar_url ?? null,
      id: status.id,
      node_id: nodeId('Status', status.id),
      state: status.state,
      description: status.description,
      target_url: status.targetUrl,
      context: status.context,
      created_at: status.createdAt,
      updated_at: status.createdAt,
      creator,
    };
  }
}

/** What the document does not say about the fields of a check run. */
function checkFields(body: JsonObject): void {
  if (body.status === 'completed' && body.conclusion === undefined) {
    throw invalid('CheckRun', 'conclusion', 'a conclusion is required when the status is completed');
  }
  if (body.conclusion === 'stale') throw invalid('CheckRun', 'conclusion', 'only GitHub can set stale');
  const detailsUrl = text(body.details_url);
  if (detailsUrl !== undefined && !isWebAddress(detailsUrl)) {
    throw invalid('CheckRun', 'details_url', 'details_url must use http or https scheme');
  }
  if (!isObject(body.output)) return;
  for (const field of ['summary', 'text']) {
    const value = text(body.output[field]) ?? '';
    if (value.length > OUTPUT_LIMIT) {
      throw invalid(
        'CheckRun',
        field,
        `Only ${OUTPUT_LIMIT} characters are allowed; ${value.length} were supplied.`,
      );
    }
  }
  const { annotations } = body.output;
  if (Array.isArray(annotations)) annotations.filter(isObject).forEach(checkAnnotation);
}

function checkAnnotation(annotation: JsonObject): void {
  const start = Number(annotation.start_line);
  const end = Number(annotation.end_line);
  const hasColumn = annotation.start_column !== undefined || annotation.end_column !== undefined;
  const reject = (field: string, message: string): never => {
    throw invalid('CheckRun', `annotations.${field}`, message);
  };
  if (start < 1 || end < start) reject('end_line', 'lines start at 1 and end_line is not before start_line');
  if (hasColumn && start !== end) reject('start_column', 'columns are for annotations of one line only');
  if ((text(annotation.title) ?? '').length > ANNOTATION_TITLE_LIMIT)
    reject('title', 'is longer than 255 characters');
  for (const field of ['message', 'raw_details']) {
    const bytes = Buffer.byteLength(text(annotation[field]) ?? '');
    if (bytes > ANNOTATION_BYTES) reject(field, 'is larger than 64 KB');
  }
  const path = text(annotation.path) ?? '';
  if (path === '' || path.startsWith('/')) reject('path', 'is not relative to the root of the repository');
}

function apply(run: CheckRun, body: JsonObject, blob: (path: string) => string): void {
  run.name = text(body.name) ?? run.name;
  run.externalId = text(body.external_id) ?? run.externalId;
  run.detailsUrl = text(body.details_url) ?? run.detailsUrl;
  run.status = text(body.status) ?? run.status;
  const conclusion = text(body.conclusion);
  if (conclusion !== undefined) {
    // A conclusion alone completes the run.
    run.status = 'completed';
    run.conclusion = conclusion;
    run.completedAt = text(body.completed_at) ?? run.completedAt ?? now();
  }
  const { output } = body;
  if (!isObject(output)) return;
  run.title = text(output.title) ?? run.title;
  run.summary = text(output.summary) ?? run.summary;
  run.text = text(output.text) ?? run.text;
  if (!Array.isArray(output.annotations)) return;
  // An update adds annotations; it never replaces them.
  for (const annotation of output.annotations.filter(isObject)) {
    run.annotations.push({
      start_column: null,
      end_column: null,
      title: null,
      raw_details: null,
      ...annotation,
      blob_href: blob(text(annotation.path) ?? ''),
    });
  }
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
