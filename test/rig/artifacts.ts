/**
 * GitHub's artifact service for tests, version 4: twirp calls in JSON and a blob store, on 127.0.0.1. What a run has
 * uploaded is seen by all its jobs and attempts, and by no other run.
 *
 * Stricter than GitHub may be: a name is taken for the whole run, in every attempt; size and hash must be those of the
 * blob. Expiry is recorded and never enforced.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { idSequence, isObject, type JsonObject, now, text } from './github/api.ts';

const TWIRP = '/twirp/github.actions.results.api.v1.ArtifactService/';
const TOKEN_HOURS = 6;
/** Not allowed in the name of an artifact. */
const ODD = /["/\\:<>|*?\r\n]/;

const CODES: Readonly<Record<number, string>> = {
  400: 'invalid_argument',
  401: 'unauthenticated',
  403: 'permission_denied',
  404: 'not_found',
  409: 'already_exists',
  429: 'resource_exhausted',
};

/** The calls of the service and of its blob store, as `requests` and `failNext` name them. */
export type ArtifactMethod =
  | 'CreateArtifact'
  | 'FinalizeArtifact'
  | 'ListArtifacts'
  | 'GetSignedArtifactURL'
  | 'DeleteArtifact'
  | 'PutBlock'
  | 'PutBlockList'
  | 'PutBlob'
  | 'GetBlob';

export interface FinishedArtifact {
  readonly id: number;
  readonly run: number;
  readonly name: string;
  readonly size: number;
  readonly createdAt: string;
  /** When the upload asked for a time of its own. */
  readonly expiresAt: string | undefined;
  /** As it was uploaded: a zip, unless the client was told otherwise. */
  readonly bytes: Buffer;
}

interface Artifact {
  readonly id: number;
  readonly run: number;
  /** As in the token: of the job that has created it. */
  readonly job: string;
  readonly name: string;
  readonly type: string;
  readonly createdAt: string;
  readonly expiresAt: string | undefined;
  readonly writeKey: string;
  readonly readKey: string;
  readonly blocks: Map<string, Buffer>;
  blob: Buffer | undefined;
  isFinished: boolean;
}

interface Caller {
  readonly run: number;
  readonly job: string;
}

class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function startArtifacts(): Promise<ArtifactService> {
  return ArtifactService.start();
}

export class ArtifactService {
  /** For ACTIONS_RESULTS_URL. */
  readonly url: string;
  /** How often each call was made, also those that were refused. */
  readonly requests = new Map<ArtifactMethod, number>();
  /** Requests that are none of the service's. Tests expect this to stay empty. */
  readonly violations: string[] = [];

  readonly #server: ReturnType<typeof createServer>;
  readonly #key = randomBytes(32);
  readonly #artifacts: Artifact[] = [];
  readonly #nextId = idSequence(5_000_000_000);
  readonly #injections: { method: ArtifactMethod; status: number; left: number; message: string }[] = [];

  private constructor(url: string, server: ReturnType<typeof createServer>) {
    this.url = url;
    this.#server = server;
    server.on('request', (request, response) => void this.#serve(request, response));
  }

  static async start(): Promise<ArtifactService> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    return new ArtifactService(`http://127.0.0.1:${address.port}/`, server);
  }

  /** For ACTIONS_RUNTIME_TOKEN. `job` is any text that names the job, its leg and its attempt. */
  tokenFor(run: number, job: string): string {
    const issued = Math.floor(Date.now() / 1000);
    const scope = `Actions.GenericRead:00000000 Actions.Results:${run}:${encodeURIComponent(job)}`;
    const claims = { scp: scope, iat: issued, exp: issued + TOKEN_HOURS * 3600 };
    const signed = [{ alg: 'HS256', typ: 'JWT' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${signed}.${this.#sign(signed)}`;
  }

  /** Finished ones, oldest first; without a run, those of all. */
  list(run?: number): FinishedArtifact[] {
    return this.#artifacts
      .filter((artifact) => artifact.isFinished && (run === undefined || artifact.run === run))
      .map(({ id, name, createdAt, expiresAt, blob = Buffer.alloc(0), run: of }) => ({
        id,
        run: of,
        name,
        size: blob.length,
        createdAt,
        expiresAt,
        bytes: blob,
      }));
  }

  names(run: number): string[] {
    return this.list(run).map(({ name }) => name);
  }

  /** As if a job had uploaded these bytes; the name may be there already, as one of an earlier attempt. */
  add(run: number, name: string, bytes: Buffer, type = 'application/zip'): number {
    const artifact = this.#create({ run, job: 'rig' }, name, type, undefined);
    artifact.blob = bytes;
    artifact.isFinished = true;
    return artifact.id;
  }

  delete(run: number, name: string): void {
    const artifact = this.#finished(run, name);
    if (artifact === undefined) throw new Error(`run ${run} has no artifact ${name}`);
    this.#artifacts.splice(this.#artifacts.indexOf(artifact), 1);
  }

  /** Answers the next `times` calls of this method with this status. A message may be what GitHub says then. */
  failNext(method: ArtifactMethod, status: number, times = 1, message = 'injected by the test'): void {
    this.#injections.push({ method, status, left: times, message });
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const sent = Buffer.concat(chunks);
      const url = new URL(request.url ?? '/', this.url);
      const method = methodOf(request.method ?? '', url);
      if (method === undefined) {
        this.violations.push(`${request.method} ${url.pathname}: nothing of the artifact service`);
        throw new Refusal(404, 'no such call');
      }
      this.requests.set(method, (this.requests.get(method) ?? 0) + 1);
      this.#inject(method);
      if (url.pathname.startsWith(TWIRP)) {
        const reply = this.#call(method, request, sent);
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
      } else {
        this.#blob(method, url, request, sent, response);
      }
    } catch (error) {
      if (response.headersSent) return void response.destroy();
      const status = error instanceof Refusal ? error.status : 500;
      if (!(error instanceof Refusal)) this.violations.push(`the rig itself failed: ${String(error)}`);
      const msg = error instanceof Error ? error.message : String(error);
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ code: CODES[status] ?? 'internal', msg }));
    }
  }

  #inject(method: ArtifactMethod): void {
    const injection = this.#injections.find((candidate) => candidate.left > 0 && candidate.method === method);
    if (injection === undefined) return;
    injection.left -= 1;
    throw new Refusal(injection.status, injection.message);
  }

  #call(method: ArtifactMethod, request: IncomingMessage, sent: Buffer): JsonObject {
    const caller = this.#caller(request);
    const body = parsed(sent);
    if (text(body.workflow_run_backend_id) !== String(caller.run))
      throw new Refusal(403, 'the token is not of this workflow run');
    const name = text(body.name) ?? '';
    switch (method) {
      case 'CreateArtifact': {
        this.#assertOwnJob(caller, body);
        if (name === '' || ODD.test(name)) throw new Refusal(400, 'the artifact name is not valid');
        if (this.#artifacts.some((other) => other.run === caller.run && other.name === name))
          throw new Refusal(409, 'an artifact with this name already exists on the workflow run');
        const type = text(body.mime_type) ?? 'application/zip';
        const artifact = this.#create(caller, name, type, text(body.expires_at));
        return { ok: true, signed_upload_url: this.#address(artifact, artifact.writeKey) };
      }
      case 'FinalizeArtifact': {
        this.#assertOwnJob(caller, body);
        const artifact = this.#artifacts.find(
          (other) => other.run === caller.run && other.job === caller.job && other.name === name,
        );
        if (artifact?.blob === undefined || artifact.isFinished)
          throw new Refusal(404, 'no upload with this name is open');
        if (Number(text(body.size) ?? '0') !== artifact.blob.length)
          throw new Refusal(400, 'the size is not that of the blob');
        const hash = text(body.hash);
        if (hash !== undefined && hash !== digestOf(artifact.blob))
          throw new Refusal(400, 'the hash is not that of the blob');
        artifact.isFinished = true;
        return { ok: true, artifact_id: String(artifact.id) };
      }
      case 'ListArtifacts': {
        this.#assertOwnJob(caller, body);
        const [onlyName, onlyId] = [text(body.name_filter), text(body.id_filter)];
        const found = this.#artifacts.filter(
          (artifact) =>
            artifact.isFinished &&
            artifact.run === caller.run &&
            (onlyName === undefined || artifact.name === onlyName) &&
            (onlyId === undefined || String(artifact.id) === onlyId),
        );
        return { artifacts: found.map(rendered) };
      }
      case 'GetSignedArtifactURL': {
        const artifact = this.#finished(caller.run, name);
        if (artifact === undefined || artifact.job !== text(body.workflow_job_run_backend_id))
          throw new Refusal(404, 'artifact not found');
        return { signed_url: this.#address(artifact, artifact.readKey) };
      }
      default: {
        const artifact = this.#finished(caller.run, name);
        if (artifact === undefined) throw new Refusal(404, 'artifact not found');
        this.delete(caller.run, name);
        return { ok: true, artifact_id: String(artifact.id) };
      }
    }
  }

  #blob(
    method: ArtifactMethod,
    url: URL,
    request: IncomingMessage,
    sent: Buffer,
    response: ServerResponse,
  ): void {
    const id = Number(/^\/blob\/(\d+)\//.exec(url.pathname)?.[1]);
    const artifact = this.#artifacts.find((candidate) => candidate.id === id);
    const key = method === 'GetBlob' ? artifact?.readKey : artifact?.writeKey;
    if (artifact === undefined || url.searchParams.get('sig') !== key)
      throw new Refusal(403, 'AuthenticationFailed');
    const common = { 'x-ms-request-id': randomBytes(8).toString('hex'), 'x-ms-version': '2025-11-05' };
    if (method === 'GetBlob') {
      const { blob = Buffer.alloc(0), type, name } = artifact;
      response
        .writeHead(200, {
          ...common,
          'content-type': type,
          'content-length': blob.length,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.zip`)}`,
        })
        .end(blob);
      return;
    }
    if (artifact.isFinished) throw new Refusal(409, 'BlobImmutableDueToPolicy');
    if (method === 'PutBlock') {
      artifact.blocks.set(url.searchParams.get('blockid') ?? '', sent);
    } else if (method === 'PutBlockList') {
      const wanted = [...sent.toString('utf8').matchAll(/<Latest>([^<]*)<\/Latest>/g)];
      artifact.blob = Buffer.concat(
        wanted.map((match) => {
          const block = artifact.blocks.get(match[1] ?? '');
          if (block === undefined) throw new Refusal(400, 'InvalidBlockList');
          return block;
        }),
      );
    } else {
      if (request.headers['x-ms-blob-type'] !== 'BlockBlob') throw new Refusal(400, 'InvalidHeaderValue');
      artifact.blob = sent;
    }
    const etag = `"0x${randomBytes(8).toString('hex').toUpperCase()}"`;
    response.writeHead(201, { ...common, etag, 'last-modified': new Date().toUTCString() }).end();
  }

  #create(caller: Caller, name: string, type: string, expiresAt: string | undefined): Artifact {
    const artifact: Artifact = {
      ...caller,
      id: this.#nextId(),
      name,
      type,
      createdAt: now(),
      expiresAt,
      writeKey: randomBytes(32).toString('base64'),
      readKey: randomBytes(32).toString('base64'),
      blocks: new Map(),
      blob: undefined,
      isFinished: false,
    };
    this.#artifacts.push(artifact);
    return artifact;
  }

  /** The newest of the name. */
  #finished(run: number, name: string): Artifact | undefined {
    return this.#artifacts.findLast(
      (artifact) => artifact.isFinished && artifact.run === run && artifact.name === name,
    );
  }

  #address(artifact: Artifact, key: string): string {
    const address = new URL(`blob/${artifact.id}/artifact.zip`, this.url);
    address.search = new URLSearchParams({ sp: 'r', sv: '2025-11-05', sig: key }).toString();
    return address.href;
  }

  #caller(request: IncomingMessage): Caller {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const [head = '', claims = '', signature] = token.split('.');
    if (signature !== this.#sign(`${head}.${claims}`)) throw new Refusal(401, 'invalid token');
    const scope = text(parsed(Buffer.from(claims, 'base64url')).scp) ?? '';
    const [, run, job = ''] = /(?:^| )Actions\.Results:(\d+):(\S+)/.exec(scope) ?? [];
    return { run: Number(run), job };
  }

  #assertOwnJob(caller: Caller, body: JsonObject): void {
    if (text(body.workflow_job_run_backend_id) !== caller.job)
      throw new Refusal(403, 'the token is not of this job');
  }

  #sign(signed: string): string {
    return createHmac('sha256', this.#key).update(signed).digest('base64url');
  }
}

function methodOf(verb: string, url: URL): ArtifactMethod | undefined {
  const name = url.pathname.startsWith(TWIRP) ? url.pathname.slice(TWIRP.length) : undefined;
  switch (name) {
    case undefined:
      break;
    case 'CreateArtifact':
    case 'FinalizeArtifact':
    case 'ListArtifacts':
    case 'GetSignedArtifactURL':
    case 'DeleteArtifact':
      return verb === 'POST' ? name : undefined;
    default:
      return undefined;
  }
  if (!url.pathname.startsWith('/blob/')) return undefined;
  if (verb === 'GET') return 'GetBlob';
  if (verb !== 'PUT') return undefined;
  const component = url.searchParams.get('comp');
  if (component === null) return 'PutBlob';
  return component === 'block' ? 'PutBlock' : component === 'blocklist' ? 'PutBlockList' : undefined;
}

function rendered(artifact: Artifact): JsonObject {
  const { blob = Buffer.alloc(0) } = artifact;
  return {
    workflow_run_backend_id: String(artifact.run),
    workflow_job_run_backend_id: artifact.job,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(blob.length),
    created_at: artifact.createdAt,
    digest: digestOf(blob),
  };
}

function digestOf(blob: Buffer): string {
  return `sha256:${createHash('sha256').update(blob).digest('hex')}`;
}

function parsed(sent: Buffer): JsonObject {
  try {
    const value: unknown = JSON.parse(sent.toString('utf8'));
    if (isObject(value)) return value;
  } catch {
    // Said below.
  }
  throw new Refusal(400, 'the body is no JSON object');
}
