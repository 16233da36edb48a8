/**
 * GitHub for tests: a strict server on 127.0.0.1. Every request and every 2xx reply is judged by GitHub's own OpenAPI
 * document; rights, limits and rules that the document does not hold are applied on top. Git data is real, everything else
 * is kept in memory (see `github/`).
 *
 * The rule for every line: never more lenient than GitHub. Where GitHub's behaviour is unknown, the strict reading.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ArtifactService } from './artifacts.ts';
import {
  Actions,
  type ArtifactFields,
  type Cancellation,
  type Dispatch,
  type RunRecord,
} from './github/actions.ts';
import {
  type Access,
  type Actor,
  ApiError,
  type Handlers,
  isObject,
  type Json,
  type JsonObject,
  mediaFormats,
  notFound,
  type Reply,
  type Role,
  type Time,
} from './github/api.ts';
import { type CheckRun, Checks } from './github/checks.ts';
import { Contents } from './github/contents.ts';
import { Contract, type Match } from './github/contract.ts';
import { type EventFields, type EventName, eventPayload, type Happening } from './github/events.ts';
import { type FolderCommit, Git, type Move, type PushOptions, randomBranch } from './github/git.ts';
import { type Comment, type IssueEvent, Issues } from './github/issues.ts';
import { accountObject, BOT } from './github/objects.ts';
import { assertPermissionNames, authorise } from './github/permissions.ts';
import { forkRef, Pulls, type Review, type ReviewState } from './github/pulls.ts';

export type {
  Approval,
  ArtifactFields,
  Cancellation,
  Dispatch,
  JobRecord,
  RunRecord,
} from './github/actions.ts';
export type { Access, Json, JsonObject, Role, Time } from './github/api.ts';
export type { CheckRun } from './github/checks.ts';
export type { EventFields, EventName, Happening, PullAction } from './github/events.ts';
export type { FolderCommit, Move, PushOptions } from './github/git.ts';
export type { Comment, IssueEvent } from './github/issues.ts';
export type { Review, ReviewState } from './github/pulls.ts';

const OWNER = 'moola';
const NAME = 'demo';

/** Requests an hour for a job token in one repository, and for a person. */
const JOB_RATE_LIMIT = 1000;
const PERSON_RATE_LIMIT = 5000;

const DEFAULT_PERMISSIONS = {
  contents: 'read',
  'pull-requests': 'write',
  issues: 'write',
  checks: 'write',
  statuses: 'write',
} as const;

const DEFAULT_PEOPLE = { [OWNER]: 'admin', dana: 'write', riley: 'read', stranger: 'none' } as const;

export interface GitHubOptions {
  /** Logins with their role in the repository, next to the owner `moola`. */
  readonly people?: Readonly<Record<string, Role>>;
  /** By their slug, who is in them: teams of the repository's owner. */
  readonly teams?: Readonly<Record<string, readonly string[]>>;
  /** File names of workflows that can be dispatched although the repository does not hold them. */
  readonly workflows?: readonly string[];
  /** The setting "Allow GitHub Actions to create and approve pull requests"; off, as in every new repository. */
  readonly actionsMayCreatePulls?: boolean;
  readonly rateLimit?: number;
  /** Whose finished artifacts the API lists, after those of `addArtifact`. */
  readonly artifacts?: Pick<ArtifactService, 'list'>;
}

export interface RecordedRequest {
  readonly method: string;
  /** With the query, as it was sent. */
  readonly path: string;
  readonly body: Json | undefined;
  readonly at: number;
  /** 0 until it is answered. */
  status: number;
}

export interface Injection {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
}

/** Read and compiled once for all servers of a test file. */
const CONTRACT = new Contract();

interface Session {
  readonly actor: Actor;
  readonly limit: number;
  readonly resetsAt: number;
  used: number;
}

export function startGitHub(options: GitHubOptions = {}): Promise<RigGitHub> {
  return RigGitHub.start(options);
}

export class RigGitHub {
  readonly repository = `${OWNER}/${NAME}`;
  /** The API's address, for GITHUB_API_URL or octokit's `baseUrl`. */
  readonly url: string;
  /**
   * For GITHUB_SERVER_URL, and for git: a host that GitHub's clients take for github.com and not for an Enterprise
   * Server. git finds it (libcurl takes every `.localhost` for this machine), Node does not everywhere.
   */
  readonly serverUrl: string;
  readonly requests: RecordedRequest[] = [];
  /** What was wrong with requests (or, if the rig itself is wrong, with replies). Tests expect this to stay empty. */
  readonly violations: string[] = [];

  readonly #server: Server;
  /** Of an origin of its own, as GitHub's: a client that follows an address there leaves its token behind. */
  readonly #blobs: Server;
  readonly #git: Git;
  readonly #issues: Issues;
  readonly #pulls: Pulls;
  readonly #checks: Checks;
  readonly #actions: Actions;
  readonly #handlers: Handlers;
  readonly #people: Readonly<Record<string, Role>>;
  readonly #teams: Readonly<Record<string, readonly string[]>>;
  readonly #listeners: ((happening: Happening) => Promise<void> | void)[] = [];
  readonly #rateLimit: number;
  readonly #sessions = new Map<string, Session>();
  readonly #injections: { method: string; path: RegExp; response: Injection; left: number }[] = [];

  private constructor(servers: readonly [Server, Server], git: Git, options: GitHubOptions) {
    const [server, blobs] = servers;
    const url = addressOf(server);
    this.url = url;
    this.serverUrl = `http://github.localhost:${new URL(url).port}`;
    this.#server = server;
    this.#blobs = blobs;
    this.#git = git;
    this.#people = { ...DEFAULT_PEOPLE, ...options.people };
    this.#teams = options.teams ?? {};
    this.#rateLimit = options.rateLimit ?? JOB_RATE_LIMIT;
    const happen = (happening: Happening): Promise<void> => this.#tell(happening);
    const { repository } = this;
    // Told of before the pull requests that follow the branch.
    git.watch((move) => happen({ kind: 'push', by: move.by, move }));
    this.#issues = new Issues(url, repository, { roleOf: (login) => this.#people[login], happen });
    const mayActions = options.actionsMayCreatePulls ?? false;
    this.#pulls = new Pulls(url, repository, { git, issues: this.#issues, happen, mayActions });
    this.#checks = new Checks(url, repository, git, this.#pulls);
    this.#actions = new Actions(url, repository, git, {
      workflows: options.workflows ?? ['ml.yml'],
      artifacts: options.artifacts,
      happen,
      blobUrl: addressOf(blobs),
    });
    this.#handlers = {
      ...git.handlers(),
      ...new Contents(url, repository, git).handlers(),
      ...this.#issues.handlers(),
      ...this.#pulls.handlers(),
      ...this.#checks.handlers(),
      ...this.#actions.handlers(),
      'repos/get-collaborator-permission-level': ({ params }) => this.#permissionOf(params.username ?? ''),
      'users/get-authenticated': ({ actor }) => ({ status: 200, body: accountObject(url, actor.login) }),
      'teams/get-membership-for-user-in-org': ({ params }) =>
        this.#membershipOf(params.org ?? '', params.team_slug ?? '', params.username ?? ''),
    };
    server.on('request', (request, response) => void this.#serve(request, response));
    blobs.on('request', (request, response) => this.#serveBlob(request, response));
  }

  static async start(options: GitHubOptions): Promise<RigGitHub> {
    const [server, blobs] = await Promise.all([listening(), listening()]);
    return new RigGitHub([server, blobs], await Git.start(addressOf(server), `${OWNER}/${NAME}`), options);
  }

  /** A job's GITHUB_TOKEN with exactly these `permissions:`; what is not named is none, as in a workflow. */
  token(permissions: Readonly<Record<string, Access>> = DEFAULT_PERMISSIONS): string {
    assertPermissionNames(permissions);
    // As long and as odd as the real ones, so that nothing relies on the old 40 characters.
    const part = (bytes: number): string => randomBytes(bytes).toString('base64url');
    const token = `ghs_15368_${part(50)}.${part(280)}.${part(50)}`;
    return this.#open(token, { kind: 'job', login: BOT, permissions: { ...permissions } }, this.#rateLimit);
  }

  personalToken(login: string): string {
    return this.#open(`ghp_${randomBytes(18).toString('hex')}`, this.#person(login), PERSON_RATE_LIMIT);
  }

  /**
   * A pull request of `author`, for a branch with one commit on top of `main`; for the branch as it is when it is there
   * already. `fork`: the login whose fork has the branch.
   */
  async createPullRequest(
    fields: {
      title?: string;
      body?: string;
      author?: string;
      files?: Readonly<Record<string, string | null>>;
      branch?: string;
      base?: string;
      fork?: string;
      isDraft?: boolean;
      at?: Time;
    } = {},
  ): Promise<{ number: number; headSha: string; baseSha: string; headRef: string }> {
    const { title = 'Train longer', body = null, author = 'dana', at } = fields;
    const {
      files = { 'train.py': "print('loss: 0.1')\n" },
      branch: headRef = randomBranch(),
      base = 'main',
    } = fields;
    const actor = this.#person(author);
    const fork = fields.fork === undefined ? undefined : `${fields.fork}/${NAME}`;
    const times = at === undefined ? {} : { at };
    if (fork !== undefined) await this.#git.pushToFork(actor, forkRef(fork, headRef), files, title, {});
    else if (this.#git.branch(headRef) === undefined)
      await this.#git.push(actor, headRef, files, title, { ...times, from: base });
    const isDraft = fields.isDraft ?? false;
    const created = await this.#pulls.create(actor, {
      title,
      body,
      headRef,
      baseRef: base,
      fork,
      isDraft,
      at,
    });
    return { ...created, headRef };
  }

  /**
   * Commits files on a branch in one commit, null removes one; an open pull request of that branch follows. A number is
   * the pull request whose branch it is, also one of a fork.
   */
  push(
    branch: string | number,
    files: Readonly<Record<string, string | null>>,
    message = 'Change',
    { by = 'dana', ...options }: PushOptions = {},
  ): Promise<string> {
    const actor = this.#person(by);
    if (typeof branch === 'number') return this.#pulls.push(actor, branch, files, message, options);
    return this.#git.push(actor, branch, files, message, options);
  }

  /** One commit of a folder, modes and links included. */
  commitFolder(
    folder: string,
    { by = 'dana', ...options }: FolderCommit & { readonly by?: string; readonly at?: Time } = {},
  ): Promise<string> {
    return this.#git.commitFolder(this.#person(by), folder, options);
  }

  /** The text of a file at a commit, or on a branch; undefined when it is not there. */
  async file(ref: string, path: string): Promise<string | undefined> {
    const sha = await this.sha(ref);
    const entry = await this.#git.bare.entry(sha, path);
    return entry?.type === 'blob' ? (await this.#git.bare.blob(entry.sha)).toString('utf8') : undefined;
  }

  /** The paths of all files at a commit, or on a branch. */
  async files(ref: string): Promise<string[]> {
    const entries = await this.#git.bare.list(await this.sha(ref), '', true);
    return entries.filter(({ type }) => type !== 'tree').map(({ path }) => path);
  }

  /** The paths of what `after` has that its merge base with `before` has not; all of them when they share nothing. */
  async changedPaths(before: string, after: string): Promise<string[]> {
    const base = await this.#git.mergeBase(await this.sha(before), after);
    if (base === undefined) return this.files(after);
    const changed = await this.#git.bare.git(['diff-tree', '-r', '-z', '--name-only', base, after]);
    return changed.split('\0').filter((path) => path !== '');
  }

  /** The commit a branch, tag or SHA names. */
  async sha(ref: string): Promise<string> {
    const sha = await this.#git.shaOf(ref);
    if (sha === undefined) throw new Error(`no commit ${ref}`);
    return sha;
  }

  createIssue(login: string, title: string, body = ''): number {
    return this.#issues.createIssue(this.#person(login), { title, body });
  }

  /** Whoever listens has heard of it when this returns, and takes it in behind it. */
  createComment(login: string, issue: number, body: string, { at }: { readonly at?: Time } = {}): Comment {
    const by = this.#person(login);
    const comment = this.#issues.createComment(by, issue, body, at);
    void this.#tell({ kind: 'comment', by, comment });
    return structuredClone(comment);
  }

  editComment(id: number, body: string, { at }: { readonly at?: Time } = {}): void {
    const comment = this.#issues.comment(id);
    if (comment === undefined) throw new Error(`no comment ${id}`);
    this.#issues.editComment(comment, body, at);
  }

  /** Sets a label on a pull request. */
  label(
    number: number,
    login: string,
    name: string,
    { at }: { readonly at?: Time } = {},
  ): Promise<IssueEvent> {
    return this.#pulls.label(this.#person(login), number, name, at);
  }

  /** Names of the labels of an issue or a pull request. */
  labels(number: number): readonly string[] {
    return [...this.#issues.issue(number).labels];
  }

  /** Of the pull request's newest commit unless told. */
  review(
    number: number,
    login: string,
    state: ReviewState,
    sha = this.#pulls.headSha(number),
    { at }: { readonly at?: Time } = {},
  ): Review {
    return this.#pulls.review(this.#person(login), number, state, sha, at);
  }

  closePullRequest(number: number, login: string): Promise<void> {
    return this.#pulls.close(this.#person(login), number);
  }

  /** Gives the commit on the base branch. */
  merge(
    number: number,
    { by = OWNER, method = 'merge', at }: { by?: string; method?: 'merge' | 'squash'; at?: Time } = {},
  ): Promise<string> {
    return this.#pulls.merge(this.#person(by), number, method, at);
  }

  /** The repository that a pull request comes from goes, and the pull request stays. */
  deleteFork(number: number): void {
    this.#pulls.deleteFork(number);
  }

  /** What has been done to branches, oldest first. */
  get moves(): readonly Move[] {
    return this.#git.moves;
  }

  isFromFork(number: number): boolean {
    return this.#pulls.isFromFork(number);
  }

  /** Called at the moment of everything that GitHub would send a webhook for. */
  listen(listener: (happening: Happening) => Promise<void> | void): () => void {
    this.#listeners.push(listener);
    return () => this.#listeners.splice(this.#listeners.indexOf(listener), 1);
  }

  async comments(issue: number): Promise<Comment[]> {
    return structuredClone(this.#issues.commentsOf(issue));
  }

  /** All check runs of a commit, oldest first, with their annotations. */
  async checkRuns(sha: string): Promise<CheckRun[]> {
    return structuredClone(this.#checks.runsOf(sha));
  }

  async statuses(sha: string): Promise<ReturnType<Checks['statusesOf']>> {
    return structuredClone(this.#checks.statusesOf(sha));
  }

  /** By id: what a runner says of its runs, and the API then shows. Written to at any time, also while a run goes on. */
  get runs(): Map<number, RunRecord> {
    return this.#actions.runs;
  }

  /** The environment's rule that nobody approves a run of their own. */
  forbidSelfReview(environment: string): void {
    this.#actions.selfReviewForbidden.add(environment);
  }

  get dispatches(): readonly Dispatch[] {
    return this.#actions.dispatches;
  }

  get cancellations(): readonly Cancellation[] {
    return this.#actions.cancellations;
  }

  /** A new run that waits to be started. Gives its id. */
  queueRun(record: Omit<RunRecord, 'status'>): number {
    return this.#actions.queue(record);
  }

  /** As the button of a workflow does it. `workflow`: the name of its file. Gives the id of the run. */
  dispatch(login: string, workflow: string, inputs: JsonObject = {}, branch = 'main'): Promise<number> {
    return this.#actions.dispatch(this.#person(login), `.github/workflows/${workflow}`, branch, inputs);
  }

  addArtifact(fields: ArtifactFields): number {
    return this.#actions.addArtifact(fields);
  }

  eventPayload(name: EventName, fields: EventFields = {}): Promise<JsonObject> {
    const source = {
      url: this.url,
      git: this.#git,
      issues: this.#issues,
      pulls: this.#pulls,
      actor: (login: string) => this.#person(login),
    };
    return eventPayload(source, name, fields);
  }

  /** Answers the next `times` requests that match with this response instead. The path includes the query. */
  failNext(match: { method: string; path: RegExp }, response: Injection, times = 1): void {
    this.#injections.push({ method: match.method.toUpperCase(), path: match.path, response, left: times });
  }

  async close(): Promise<void> {
    const closed = [this.#server, this.#blobs].map((server) => {
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return ended;
    });
    await Promise.all(closed);
    this.#git.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #open(token: string, actor: Actor, limit: number): string {
    const resetsAt = Math.floor(Date.now() / 1000) + 3600;
    this.#sessions.set(token, { actor, limit, resetsAt, used: 0 });
    return token;
  }

  #person(login: string): Actor {
    const role = this.#people[login];
    if (role === undefined) throw new Error(`nobody is called ${login}; name them in the option 'people'`);
    return { kind: 'person', login, role };
  }

  async #tell(happening: Happening): Promise<void> {
    await Promise.all(this.#listeners.map((listener) => listener(happening)));
  }

  #serveBlob(request: IncomingMessage, response: ServerResponse): void {
    const found =
      request.method === 'GET'
        ? this.#actions.blob(request.url ?? '', request.headers.authorization !== undefined)
        : 405;
    if (typeof found === 'number') {
      response.writeHead(found).end();
      return;
    }
    const { bytes, name } = found;
    const file = `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.zip`)}`;
    response
      .writeHead(200, {
        'content-type': 'application/zip',
        'content-length': bytes.length,
        'content-disposition': file,
      })
      .end(bytes);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    if (this.#git.bare.isGit(request.url ?? '')) return this.#serveGit(request, bytes, response);
    const sent = bytes.toString('utf8');
    const record: RecordedRequest = {
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      body: parsed(sent),
      at: Date.now(),
      status: 0,
    };
    this.requests.push(record);
    const session = this.#session(request);
    const reply = this.#injected(record) ?? (await this.#answer(request, record, sent, session));
    record.status = reply.status;
    const headers: Record<string, string> = {
      'x-github-request-id': randomBytes(16).toString('hex').toUpperCase(),
      'x-github-media-type': 'github.v3; format=json',
      ...(session === undefined ? {} : rateHeaders(session)),
      ...reply.headers,
    };
    if (reply.raw !== undefined) {
      response.writeHead(reply.status, { ...headers, 'content-type': reply.raw.type }).end(reply.raw.bytes);
    } else if (reply.body === undefined) {
      response.writeHead(reply.status, headers).end();
    } else {
      response
        .writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8', ...headers })
        .end(JSON.stringify(reply.body));
    }
  }

  async #serveGit(request: IncomingMessage, sent: Buffer, response: ServerResponse): Promise<void> {
    const record = {
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      body: undefined,
      at: Date.now(),
      status: 0,
    };
    this.requests.push(record);
    const injected = this.#injected(record);
    const basic = /^basic (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const token = /^x-access-token:(.+)$/.exec(Buffer.from(basic, 'base64').toString('utf8'))?.[1];
    const actor = token === undefined ? undefined : this.#sessions.get(token)?.actor;
    const reply =
      injected === undefined
        ? await this.#git.bare.answer(request, sent, actor)
        : { status: injected.status, headers: injected.headers ?? {}, bytes: Buffer.alloc(0) };
    record.status = reply.status;
    response.writeHead(reply.status, { ...reply.headers }).end(reply.bytes);
  }

  #injected(record: RecordedRequest): Reply | undefined {
    const injection = this.#injections.find(
      ({ left, method, path }) => left > 0 && method === record.method && path.test(record.path),
    );
    if (injection === undefined) return undefined;
    injection.left -= 1;
    const { status, headers = {}, body = { message: 'Injected by the test' } } = injection.response;
    return { status, headers, body };
  }

  #session(request: IncomingMessage): Session | undefined {
    const token = /^(?:token|bearer)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    return token === undefined ? undefined : this.#sessions.get(token.trim());
  }

  async #answer(
    request: IncomingMessage,
    record: RecordedRequest,
    sent: string,
    session: Session | undefined,
  ): Promise<Reply> {
    const name = `${record.method} ${record.path}`;
    try {
      if (request.headers['user-agent'] === undefined) {
        throw new ApiError(
          403,
          'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
        );
      }
      if (session === undefined) {
        throw new ApiError(
          401,
          request.headers.authorization === undefined ? 'Requires authentication' : 'Bad credentials',
        );
      }
      session.used += 1;
      if (session.used > session.limit) throw new ApiError(403, 'API rate limit exceeded for installation.');
      const match = CONTRACT.find(record.method, new URL(record.path, this.url).pathname);
      if (match === undefined) {
        this.violations.push(`${name}: not an operation of github-openapi.json`);
        throw notFound();
      }
      const reply = await this.#perform(match, record, sent, session.actor, request.headers.accept ?? '');
      const problem =
        reply.raw === undefined
          ? CONTRACT.responseProblem(match.operation, reply.status, reply.body)
          : undefined;
      if (problem !== undefined) this.violations.push(`${name}: the rig's own reply: ${problem}`);
      return reply;
    } catch (error) {
      if (error instanceof ApiError) return error.reply();
      this.violations.push(
        `${name}: the rig itself failed: ${error instanceof Error ? error.stack : String(error)}`,
      );
      return { status: 500, body: { message: 'Server Error' } };
    }
  }

  async #perform(
    match: Match,
    record: RecordedRequest,
    sent: string,
    actor: Actor,
    accept: string,
  ): Promise<Reply> {
    const { operation, params } = match;
    const name = `${record.method} ${record.path}`;
    if (params.owner !== undefined && `${params.owner}/${params.repo}`.toLowerCase() !== this.repository)
      throw notFound();
    if (sent !== '' && record.body === undefined) throw new ApiError(400, 'Problems parsing JSON');
    authorise(actor, operation.id, this.#issues.isAboutPullRequest(params));

    const query = Object.fromEntries(new URL(record.path, this.url).searchParams);
    const problem = CONTRACT.requestProblem(match, query, record.body);
    if (problem !== undefined) {
      this.violations.push(`${name}: ${problem}`);
      throw new ApiError(422, `Invalid request.\n\n${problem}`);
    }
    const ignored = CONTRACT.ignoredNames(match, query, record.body);
    if (ignored.length > 0) this.violations.push(`${name}: GitHub ignores ${ignored.join(', ')}`);
    if (!knownMediaType(operation.id, accept)) {
      this.violations.push(`${name}: the rig does not know the media type ${accept}`);
      throw new ApiError(415, 'Unsupported Media Type');
    }

    const handler = this.#handlers[operation.id];
    if (handler === undefined) throw new Error(`no handler for ${operation.id}`);
    const body = isObject(record.body) ? record.body : {};
    return handler({
      operation: operation.id,
      method: record.method,
      target: record.path,
      params,
      query,
      body,
      accept,
      actor,
    });
  }

  #membershipOf(org: string, slug: string, login: string): Reply {
    if (org !== OWNER || this.#teams[slug]?.includes(login) !== true) throw notFound();
    const url = `${this.url}/orgs/${org}/teams/${slug}/memberships/${encodeURIComponent(login)}`;
    return { status: 200, body: { url, role: 'member', state: 'active' } };
  }

  #permissionOf(login: string): Reply {
    const role = this.#people[login];
    // An App is no user.
    if (role === undefined || login.endsWith('[bot]')) throw notFound();
    const flags = { admin: 5, maintain: 4, write: 3, triage: 2, read: 1, none: 0 };
    const rank = flags[role];
    return {
      status: 200,
      body: {
        // The old field knows four levels: maintain counts as write, triage as read.
        permission: role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role,
        role_name: role,
        user: {
          ...accountObject(this.url, login),
          role_name: role,
          permissions: {
            pull: rank >= 1,
            triage: rank >= 2,
            push: rank >= 3,
            maintain: rank >= 4,
            admin: rank >= 5,
          },
        },
      },
    };
  }
}

async function listening(): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return server;
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

function parsed(sent: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(sent);
    return value as Json;
  } catch {
    return undefined;
  }
}

function rateHeaders({ limit, used, resetsAt }: Session): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, limit - used)),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(resetsAt),
    'x-ratelimit-resource': 'core',
  };
}

/** Diffs, patches and rendered HTML are formats of GitHub that nothing here can make. */
function knownMediaType(operation: string, accept: string): boolean {
  return mediaFormats(accept).every(
    (format) =>
      (format === 'raw' && operation === 'repos/get-content') ||
      (format === 'sha' && operation === 'repos/get-commit'),
  );
}
