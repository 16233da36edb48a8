/**
 * RunPod for tests: a strict server on 127.0.0.1 whose requests and replies are judged by RunPod's own OpenAPI document,
 * and whose pods are real: each is a folder with an OpenSSH server, running its start command under bash (see `runpod/`).
 *
 * The rule for every line: never more lenient than RunPod. Where its behaviour is unknown, the strict reading. What a pod
 * here cannot be: another file system (paths are this machine's), another user, and its environment is not in
 * /proc/1/environ, since its first process is not 1 here; mounts of volumes are recorded and not made.
 */
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { FORMATS, type Match, OpenApiContract } from './contract.ts';
import { isObject, type Json, type JsonObject } from './github/api.ts';
import { type Call, type Caller, type Handlers, NO_CAPACITY, Problem, type Reply } from './runpod/api.ts';
import { billing } from './runpod/billing.ts';
import { Catalogue } from './runpod/catalogue.ts';
import { catalogueHandlers } from './runpod/catalogue-api.ts';
import { Clock } from './runpod/clock.ts';
import { Container } from './runpod/container.ts';
import { ordered, rounded, type Volume } from './runpod/create.ts';
import { type Failure, Failures, type PodFailure } from './runpod/failures.ts';
import { Ledger } from './runpod/ledger.ts';
import type { LogSource } from './runpod/log.ts';
import { type Delays, Pod, type PodAction, type PodFields } from './runpod/pod.ts';
import { killMarked, type Marks, marked, newMarks, startReaper } from './runpod/processes.ts';
import { type Quota, Rates } from './runpod/rates.ts';
import { REAPER, START } from './runpod/scripts.ts';
import { stream } from './runpod/stream.ts';
import { volumeHandlers } from './runpod/volumes.ts';
import {
  bearer,
  callerName,
  type Kind,
  keyKind,
  kindOf,
  LARGEST_BODY,
  newKey,
  parsed,
  REFUSALS,
  randomId,
  worded,
} from './runpod/wire.ts';

export type { Failure } from './runpod/failures.ts';
export type { LedgerEntry } from './runpod/ledger.ts';
export type { Pod, PodStatus } from './runpod/pod.ts';

export interface RunpodOptions {
  /** The clock stands still but for `clock.advance` and `clock.run`, for the server and for its pods. */
  readonly virtualTime?: boolean;
  /** Real milliseconds; tens of them unless told. */
  readonly delays?: Partial<Delays>;
  /** Requests for each key. */
  readonly quota?: Partial<Quota>;
  /** Dollars; 100 unless told. */
  readonly balance?: number;
  /** Host keys that the image's start script makes where there are none. */
  readonly keyTypes?: readonly string[];
  readonly podKey?: Partial<PodKeyRights>;
}

/** What a pod may do to itself with its own key. Reports differ; nobody's key may do more than this. */
export interface PodKeyRights {
  get: boolean;
  delete: boolean;
  terminate: boolean;
  stop: boolean;
}

export interface RecordedRequest {
  readonly method: string;
  /** With the query, as it was sent. */
  readonly path: string;
  readonly body: Json | undefined;
  /** Seconds since 1970 on the rig's clock. */
  readonly at: number;
  /** `account`, `read-only`, `pod` with its id behind a colon, `unknown`, or `none`. */
  readonly key: string;
  /** 0 until it is answered, and when it never is. */
  status: number;
}

/** A pod that the test puts there, without anything inside. */
export interface SeedFields {
  readonly name: string;
  readonly env?: Readonly<Record<string, string>>;
  /** How long ago it was made. */
  readonly ageSeconds?: number;
  readonly price?: number;
  readonly status?: 'PROVISIONING' | 'STARTING' | 'RUNNING' | 'EXITED' | 'ERROR';
  /** Nobody may touch it, and the ledger does not hold it against the client; true unless told. */
  readonly foreign?: boolean;
  readonly failures?: readonly PodFailure[];
}

/** Read and compiled once for all servers of a test file. */
const DOCUMENT = new URL('./runpod-openapi.json', import.meta.url);
const CONTRACT = new OpenApiContract({
  file: DOCUMENT,
  name: 'runpod',
  ajv: new Ajv2020({ strict: false, allErrors: true, formats: FORMATS }),
});

export function startRunpod(options: RunpodOptions = {}): Promise<RigRunpod> {
  return RigRunpod.start(options);
}

export class RigRunpod {
  /** The API's address, for RUNPOD_API_URL: with `/v2`. */
  readonly url: string;
  /** Of the account. */
  readonly key = newKey();
  /** The image's start script, for a target's `start`. `/start.sh` in a start command means it too. */
  readonly start: string;
  readonly folder: string;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly catalogue = new Catalogue();
  readonly volumes: Volume[] = [
    { id: 'agv6w2qcg7', name: 'data', size: 50, dataCenter: 'EU-RO-1', type: 'STANDARD' },
  ];
  /** Ids of credentials that the account keeps. */
  readonly registries = new Set(['clx1registry0']);
  readonly requests: RecordedRequest[] = [];
  /** What was wrong with requests (or, if the rig itself is wrong, with replies). Tests expect this to stay empty. */
  readonly violations: string[] = [];
  readonly podKey: PodKeyRights;

  readonly #server: Server;
  readonly #marks: Marks;
  readonly #reaper: ChildProcess;
  readonly #options: RunpodOptions;
  readonly #delays: Delays;
  readonly #failures = new Failures();
  readonly #keys = new Map<string, Caller>();
  readonly #rates = new Map<string, Rates>();
  readonly #pods = new Map<string, Pod>();
  readonly #cursors = new Map<string, string>();
  readonly #sockets = new Set<Socket>();
  /** Requests that have come in and are not dealt with. */
  #open = 0;
  readonly #handlers: Handlers;
  #deposit: number;
  #madePods = 0;
  /** A failure sends what the document forbids: its replies are not judged. */
  #odd = false;
  #stopped: Promise<void> | undefined;

  private constructor(server: Server, folder: string, clock: Clock, options: RunpodOptions) {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    this.url = `http://127.0.0.1:${address.port}/v2`;
    this.folder = folder;
    this.clock = clock;
    this.ledger = new Ledger(clock);
    this.#server = server;
    this.#options = options;
    this.#deposit = options.balance ?? 100;
    this.#delays = { provisioning: 20, starting: 20, ports: 20, restart: 50, ...options.delays };
    this.podKey = { get: false, delete: true, terminate: true, stop: true, ...options.podKey };
    this.start = join(folder, 'start.sh');
    writeFileSync(this.start, START, { mode: 0o755 });
    const reaper = join(folder, 'reaper');
    writeFileSync(reaper, REAPER, { mode: 0o755 });
    this.#marks = newMarks();
    this.#reaper = startReaper(reaper, this.#marks, folder);
    this.#keys.set(this.key, { kind: 'account', readOnly: false });
    this.#handlers = this.#allHandlers();
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    server.on('request', (request, response) => {
      this.#open += 1;
      void this.#serve(request, response).finally(() => {
        this.#open -= 1;
      });
    });
  }

  static async start(options: RunpodOptions): Promise<RigRunpod> {
    const folder = mkdtempSync(join(tmpdir(), 'runpod-rig-'));
    mkdirSync(join(folder, 'pods'));
    const clock = new Clock(join(folder, 'clock'), options.virtualTime === true);
    await clock.listen();
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    return new RigRunpod(server, folder, clock, options);
  }

  /** All that are there, in the order in which they were made. */
  get pods(): readonly Pod[] {
    return [...this.#pods.values()].filter(({ status }) => status !== 'TERMINATED');
  }

  pod(idOrName: string): Pod {
    const found = this.pods.find(({ id, name }) => id === idOrName || name === idOrName);
    if (found === undefined) throw new Error(`there is no pod ${idOrName}`);
    return found;
  }

  get gpus(): Catalogue['gpus'] {
    return this.catalogue.gpus;
  }

  /** What is left of the account's credit. */
  get balance(): number {
    return this.#deposit - this.ledger.dollars();
  }

  set balance(dollars: number) {
    this.#deposit = dollars + this.ledger.dollars();
  }

  /** An account key that may read only. */
  readOnlyKey(): string {
    const key = newKey();
    this.#keys.set(key, { kind: 'account', readOnly: true });
    return key;
  }

  /** Processes of all pods. */
  processes(): number[] {
    return marked(this.#marks);
  }

  /**
   * Lets something go wrong: now, for what names a pod or the account; at the next `times` requests that it fits; or in
   * the next `times` pods. See the table in `runpod/failures.ts`.
   */
  inject(failure: Failure, times = 1): void {
    switch (failure.failure) {
      case 'key-revoked':
        this.#keys.delete(this.key);
        return;
      case 'balance':
        this.balance = failure.dollars;
        if (failure.dollars <= 0) this.#outOfCredit();
        return;
      case 'rate-limited': {
        const rates = this.#ratesOf(this.key);
        rates.exhaust('minute', failure.seconds);
        if (failure.hour !== undefined) rates.exhaust('hour', failure.hour);
        return;
      }
      case 'host-dies':
        this.pod(failure.pod).die();
        return;
      case 'preempted':
        void this.pod(failure.pod).end('EXITED', 'platform');
        return;
      default:
        this.#failures.add(failure, times);
    }
  }

  /** Takes back all that has been injected and not happened yet. */
  heal(): void {
    this.#failures.clear();
  }

  /** Puts pods there that no request has made; they are only entries, with nothing inside. */
  seed(fields: SeedFields, count = 1): Pod[] {
    return Array.from({ length: count }, () => {
      const { name, env = {}, ageSeconds = 0, price = 0.74, status = 'RUNNING', foreign = true } = fields;
      const createdAt = this.clock.now() - ageSeconds;
      const pod = this.#newPod(
        {
          name,
          env,
          price,
          image: 'runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404',
          args: '',
          entrypoint: [],
          cmd: [],
          disk: 20,
          ports: ['22/tcp'],
          registry: null,
          mounts: {},
          gpu: { id: 'NVIDIA GeForce RTX 4090', count: 1 },
          cloud: 'SECURE',
          dataCenterId: 'EU-RO-1',
          cudaVersion: '12.8',
          globalNetworking: false,
        },
        { foreign, failures: fields.failures ?? [], createdAt },
      );
      pod.status = status;
      if (status === 'RUNNING') pod.startedAt = createdAt;
      return pod;
    });
  }

  /** Throws when a pod is alive, when one name or intent has two pods, or when a foreign pod was touched. */
  expectNothingLeft(): void {
    this.ledger.expectNothingLeft();
  }

  /**
   * Until all that was sent has been dealt with, once whoever has sent it is gone. A process that was killed may have
   * left a request that nobody has read yet, and RunPod does what it asks for all the same.
   */
  async hasHeardAll(): Promise<void> {
    // Connections are accepted in their order: with this one, all that were made before.
    const last = connect(Number(new URL(this.url).port), '127.0.0.1');
    await new Promise<void>((resolve, reject) => last.once('error', reject).once('connect', resolve));
    const isAccepted = () => [...this.#sockets].some(({ remotePort }) => remotePort === last.localPort);
    const limit = Date.now() + 45_000;
    const wait = async (isSo: () => boolean) => {
      while (!isSo()) {
        if (Date.now() > limit) throw new Error('somebody still talks to the rig');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    await wait(isAccepted);
    last.destroy();
    await wait(() => this.#sockets.size === 0 && this.#open === 0);
  }

  /** Ends the server and all that runs in pods. Asserts nothing. */
  stop(): Promise<void> {
    this.#stopped ??= this.#end();
    return this.#stopped;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async #end(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
    for (const pod of this.#pods.values()) await pod.terminate('test');
    for (const pod of this.#pods.values()) await pod.settled();
    this.clock.close();
    await killMarked(this.#marks);
    const reaped = new Promise((resolve) => this.#reaper.once('exit', resolve));
    this.#reaper.stdin?.end('clean\n');
    await reaped;
  }

  #outOfCredit(): void {
    for (const pod of this.pods) {
      const network = pod.fields.mounts.network;
      const kept = Array.isArray(network) && network.length > 0;
      void (kept ? pod.end('EXITED', 'platform') : pod.terminate('platform'));
    }
  }

  #newPod(
    fields: Omit<PodFields, 'id' | 'key' | 'foreign'>,
    more: {
      foreign: boolean;
      failures: readonly PodFailure[];
      createdAt?: number;
      command?: readonly string[];
    },
  ): Pod {
    const id = randomId();
    const key = newKey();
    const price = more.failures.find((failure) => failure.failure === 'price');
    const full: PodFields = {
      ...fields,
      id,
      key,
      foreign: more.foreign,
      price: rounded(fields.price * (price?.factor ?? 1)),
    };
    const mark = this.#marks.first + ++this.#madePods;
    const { command } = more;
    const pod = new Pod(
      full,
      {
        clock: this.clock,
        ledger: this.ledger,
        delays: this.#delays,
        container: (self) =>
          command === undefined ? undefined : this.#container(self, mark, command, more.failures),
      },
      more.failures,
      more.createdAt,
    );
    this.#pods.set(id, pod);
    this.#keys.set(key, { kind: 'pod', pod: id });
    const { name, env, foreign } = full;
    this.ledger.create({ id, name, intent: env.MLW_NAME ?? name, foreign, price: full.price }, pod.createdAt);
    if (pod.failure('unknown') !== undefined || pod.failure('actions') !== undefined) this.#odd = true;
    return pod;
  }

  #container(pod: Pod, mark: number, command: readonly string[], failures: readonly PodFailure[]): Container {
    const { fields } = pod;
    const gpuFailure = failures.find((failure) => failure.failure === 'gpu')?.what;
    const offer = fields.gpu === undefined ? undefined : this.catalogue.gpu(fields.gpu.id);
    const line =
      offer === undefined
        ? undefined
        : [
            `NVIDIA ${offer.id.replace(/^NVIDIA /, '')}`,
            Math.floor(offer.memory * 1024 * 0.98),
            '570.124.06',
            offer.capability,
            fields.cudaVersion ?? '12.8',
          ].join(';');
    return new Container({
      id: pod.id,
      mark,
      folder: join(this.folder, 'pods', pod.id),
      start: this.start,
      command,
      // What the platform sets wins over what the body says.
      environment: {
        ...fields.env,
        RUNPOD_POD_ID: pod.id,
        RUNPOD_API_KEY: fields.key,
        RUNPOD_DC_ID: fields.dataCenterId,
        RUNPOD_GPU_COUNT: String(fields.gpu?.count ?? 0),
        RUNPOD_POD_HOSTNAME: `${pod.id}-64411eb2`,
      },
      gpus: line === undefined ? [] : Array.from({ length: fields.gpu?.count ?? 0 }, () => line),
      nvidia:
        line === undefined
          ? 'missing'
          : gpuFailure === undefined || gpuFailure === 'none-after-start'
            ? 'normal'
            : gpuFailure,
      keyTypes: this.#options.keyTypes ?? ['ecdsa', 'ed25519'],
      clock: { file: this.clock.file, port: this.clock.port },
      restartDelay: this.#delays.restart,
      line: (source, text) => pod.log.add(source, text),
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      // The client has gone.
      return;
    }
    const sent = Buffer.concat(chunks);
    const key = bearer(request);
    const caller = key === undefined ? undefined : this.#keys.get(key);
    const record: RecordedRequest = {
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      body: parsed(sent.toString('utf8')),
      at: this.clock.now(),
      key: keyKind(key, caller),
      status: 0,
    };
    this.requests.push(record);
    const headers: Record<string, string> = { 'x-request-id': randomBytes(16).toString('hex') };
    const done = (status: number, body: Json | undefined, type = 'application/json'): void => {
      record.status = status;
      if (body === undefined) response.writeHead(status, headers).end();
      else response.writeHead(status, { ...headers, 'content-type': type }).end(JSON.stringify(body));
    };
    try {
      // The document, for everybody.
      if (record.path === '/v2/openapi.json' && record.method === 'GET') {
        record.status = 200;
        response
          .writeHead(200, { ...headers, 'content-type': 'application/json' })
          .end(readFileSync(DOCUMENT, 'utf8'));
        return;
      }
      const agent = request.headers['user-agent'];
      if (agent === undefined || /^python-urllib/i.test(agent)) {
        this.violations.push(`${record.method} ${record.path}: a User-Agent that RunPod's front end blocks`);
        record.status = 403;
        response.writeHead(403, { 'content-type': 'text/html' }).end('<html>error code: 1010</html>');
        return;
      }
      if (sent.length > LARGEST_BODY) throw new Problem(413, `request body exceeds ${LARGEST_BODY} bytes`);
      if (key === undefined) throw new Problem(401, 'missing Authorization header');
      if (caller === undefined) throw new Problem(401, 'invalid API key');
      const rates = this.#ratesOf(key);
      const wait = rates.take();
      Object.assign(headers, rates.headers());
      if (wait !== undefined) {
        headers['Retry-After'] = String(wait);
        throw new Problem(429, `rate limit exceeded, retry in ${wait} seconds`);
      }
      const match = this.#match(record);
      const kind = kindOf(match.operation.id);
      const refused = this.#failures.take('refused', (failure) => (failure.on ?? 'create') === kind);
      if (refused !== undefined)
        throw new Problem(refused.status, refused.detail ?? REFUSALS[refused.status], refused.errors ?? []);
      this.#authorise(match, caller, record);
      const query = Object.fromEntries(new URL(record.path, this.url).searchParams);
      this.#checkRequest(match, query, record, sent);
      if (kind === 'logs') {
        this.#stream(match, query, request, response, headers);
        record.status = 200;
        return;
      }
      const handler = this.#handlers[match.operation.id];
      if (handler === undefined) {
        this.violations.push(`${record.method} ${record.path}: the rig does not do ${match.operation.id}`);
        throw new Problem(404, 'not found');
      }
      const body = isObject(record.body) ? record.body : {};
      const reply = await handler({ params: match.params, query, body, caller });
      this.#judgeReply(match, record, reply.status, reply.body);
      if (reply.afterwards !== undefined) response.once('finish', reply.afterwards);
      if (kind !== undefined && this.#lost(kind, response, headers)) {
        reply.afterwards?.();
        return;
      }
      done(reply.status, reply.body);
    } catch (error) {
      if (error instanceof Problem) {
        done(error.status, error.body, 'application/problem+json');
        return;
      }
      this.violations.push(
        `${record.method} ${record.path}: the rig itself failed: ${error instanceof Error ? error.stack : String(error)}`,
      );
      done(500, new Problem(500, 'internal error').body, 'application/problem+json');
    }
  }

  /** F1, F2, F5: done, and the client does not hear of it. */
  #lost(kind: Exclude<Kind, 'logs'>, response: ServerResponse, headers: Record<string, string>): boolean {
    const lost = this.#failures.take('answer-lost', ({ on }) => on === kind);
    switch (lost?.how) {
      case undefined:
        return false;
      case 'reset':
        response.socket?.resetAndDestroy();
        return true;
      case 'hang':
        return true;
      case 'bad-gateway':
        response
          .writeHead(502, { ...headers, 'content-type': 'text/html' })
          .end('<html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>');
        return true;
      case 'server-error':
        response
          .writeHead(500, { ...headers, 'content-type': 'application/problem+json' })
          .end(JSON.stringify(new Problem(500, 'an unexpected error occurred').body));
        return true;
    }
  }

  #ratesOf(key: string): Rates {
    const found = this.#rates.get(key);
    if (found !== undefined) return found;
    const made = new Rates(this.clock, { minute: 1000, hour: 20_000, ...this.#options.quota });
    this.#rates.set(key, made);
    return made;
  }

  #match(record: RecordedRequest): Match {
    const path = new URL(record.path, this.url).pathname;
    const match = CONTRACT.find(record.method, path);
    if (match !== undefined) return match;
    this.violations.push(`${record.method} ${record.path}: not an operation of runpod-openapi.json`);
    const other = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].some(
      (method) => CONTRACT.find(method, path) !== undefined,
    );
    throw other ? new Problem(405, 'method not allowed') : new Problem(404, 'not found');
  }

  #authorise(match: Match, caller: Caller, record: RecordedRequest): void {
    const { id } = match.operation;
    if (id === 'getSshKeys' || id === 'updateSshKeys')
      this.violations.push(`${record.method} ${record.path}: the account's SSH keys are not ours to use`);
    const forbidden = new Problem(403, 'you do not have permission to perform this action');
    if (caller.kind === 'account') {
      if (caller.readOnly && record.method !== 'GET') throw forbidden;
      return;
    }
    if (match.params.id !== caller.pod) throw forbidden;
    const action = isObject(record.body) ? record.body.action : undefined;
    const allowed =
      (id === 'getPod' && this.podKey.get) ||
      (id === 'deletePod' && this.podKey.delete) ||
      (id === 'podAction' && action === 'terminate' && this.podKey.terminate) ||
      (id === 'podAction' && action === 'stop' && this.podKey.stop);
    if (!allowed) throw forbidden;
  }

  #checkRequest(match: Match, query: Record<string, string>, record: RecordedRequest, sent: Buffer): void {
    const name = `${record.method} ${record.path}`;
    const wrong = (detail: string, errors: readonly string[]): Problem => {
      this.violations.push(`${name}: ${errors.join('; ')}`);
      return new Problem(422, detail, errors);
    };
    const parameter = CONTRACT.parameterProblem(match, query);
    if (parameter !== undefined) throw wrong('validation failed', [parameter]);
    // RunPod ignores names that it does not know; a client that sends one is wrong about what it does.
    const ignored = CONTRACT.ignoredNames(match, query, undefined);
    if (ignored.length > 0) this.violations.push(`${name}: RunPod ignores ${ignored.join(', ')}`);
    if (!CONTRACT.needsBody(match.operation)) return;
    if (sent.length === 0) throw wrong('request body is required', ['$: a body is required']);
    if (record.body === undefined) throw wrong('request body is not valid JSON', ['$: invalid JSON']);
    const errors = [...new Set(CONTRACT.bodyErrors(match.operation, record.body).map(worded))];
    if (errors.length > 0) throw wrong('request body failed validation', errors);
  }

  #judgeReply(match: Match, record: RecordedRequest, status: number, body: Json | undefined): void {
    const problem = CONTRACT.responseProblem(match.operation, status, body);
    if (problem === undefined || this.#odd) return;
    this.violations.push(`${record.method} ${record.path}: the rig's own reply: ${problem}`);
  }

  #stream(
    match: Match,
    query: Record<string, string>,
    request: IncomingMessage,
    response: ServerResponse,
    headers: Record<string, string>,
  ): void {
    const pod = this.#visible(match.params.id);
    const last = request.headers['last-event-id'];
    const source: LogSource | undefined =
      query.source === 'container' || query.source === 'system' ? query.source : undefined;
    stream(
      pod.log,
      {
        source,
        tail: Number(query.tail ?? 100),
        since: query.since === undefined ? undefined : Date.parse(query.since),
        lastEventId: typeof last === 'string' ? last : undefined,
      },
      response,
      headers,
      this.#failures.take('logs'),
    );
  }

  #visible(id: string | undefined): Pod {
    const pod = this.#pods.get(id ?? '');
    if (pod === undefined || pod.status === 'TERMINATED' || pod.hidden('get'))
      throw new Problem(404, 'pod not found');
    return pod;
  }

  #allHandlers(): Handlers {
    const { catalogue } = this;
    return {
      createPod: (call) => this.#create(call),
      listPods: (call) => this.#list(call),
      getPod: ({ params }) => ({ status: 200, body: this.#visible(params.id).object() }),
      updatePod: (call) => this.#update(call),
      deletePod: ({ params, caller }) => this.#terminate(this.#visible(params.id), caller),
      podAction: (call) => this.#act(call),
      ...catalogueHandlers(catalogue),
      listPodBilling: ({ query }) => ({ status: 200, body: billing(query, this.ledger, this.clock) }),
      getSshKeys: () => ({ status: 200, body: { keys: [] } }),
      updateSshKeys: ({ body }) => ({ status: 200, body: { keys: body.keys ?? [] } }),
      ...volumeHandlers(this.volumes, catalogue),
    };
  }

  #create({ body }: Call): Reply {
    const order = ordered(body, this.catalogue, this.volumes, this.registries);
    const rule = this.#failures.take('rule');
    if (rule !== undefined)
      throw new Problem(400, rule.detail ?? 'globalNetworking requires a data center that supports it');
    const none = this.#failures.take(
      'no-capacity',
      ({ gpu, cloud, dataCenter }) =>
        (gpu === undefined || gpu === order.gpu?.id) &&
        (cloud === undefined || cloud === order.cloud) &&
        (dataCenter === undefined || dataCenter === order.dataCenterId),
    );
    if (none !== undefined) throw new Problem(400, NO_CAPACITY[none.wording ?? 'instances']);
    if (this.balance < order.price)
      throw new Problem(
        402,
        'your balance is too low to deploy this pod: at least one hour of credit is needed',
      );
    const pod = this.#newPod(order, {
      foreign: false,
      failures: this.#failures.forPod(),
      command: this.#command(body, order),
    });
    pod.provision();
    return { status: 201, body: pod.object() };
  }

  #command(
    body: JsonObject,
    order: { entrypoint: readonly string[]; cmd: readonly string[] },
  ): readonly string[] {
    const words = [...order.entrypoint, ...order.cmd];
    if (words.length > 0) return words;
    // `args: ""` is no command at all, and not the image's own: a pod like that never starts its sshd.
    return typeof body.args === 'string' ? ['/bin/bash', '-c', body.args] : [this.start];
  }

  #list({ query }: Call): Reply {
    const limit = Number(query.limit ?? 1000);
    let shown = this.pods.filter((pod) => !pod.hidden('list'));
    if (query.cursor !== undefined) {
      const after = this.#cursors.get(query.cursor);
      if (after === undefined) throw new Problem(422, 'validation failed', ['cursor: invalid cursor']);
      // By the order of all, since the one it stopped at may be gone.
      const ids = [...this.#pods.keys()];
      shown = shown.filter(({ id }) => ids.indexOf(id) > ids.indexOf(after));
    }
    const page = shown.slice(0, limit);
    const last = page.at(-1);
    const hasNextPage = shown.length > page.length && last !== undefined;
    let nextCursor: string | null = null;
    if (hasNextPage) {
      nextCursor = randomBytes(18).toString('base64url');
      this.#cursors.set(nextCursor, last.id);
    }
    return {
      status: 200,
      body: { pods: page.map((pod) => pod.object()), pagination: { hasNextPage, nextCursor } },
    };
  }

  async #update({ params, body }: Call): Promise<Reply> {
    const pod = this.#visible(params.id);
    const { locked, ...rest } = body;
    if (pod.fields.foreign) this.ledger.touched.push(`PATCH of ${pod.name} (${pod.id})`);
    if (typeof locked === 'boolean') pod.locked = locked;
    const { name, image, disk, ports, env, registry } = rest;
    pod.fields = {
      ...pod.fields,
      ...(typeof name === 'string' ? { name } : {}),
      ...(typeof image === 'string' ? { image } : {}),
      ...(typeof disk === 'number' ? { disk } : {}),
      ...(Array.isArray(ports) ? { ports: ports.map(String) } : {}),
      ...(isObject(env)
        ? { env: Object.fromEntries(Object.entries(env).map(([key, text]) => [key, String(text)])) }
        : {}),
      ...(registry === null || typeof registry === 'string' ? { registry } : {}),
    };
    // Other settings reset a pod that runs.
    if (Object.keys(rest).some((key) => key !== 'name') && pod.status === 'RUNNING') await pod.restart();
    return { status: 200, body: pod.object() };
  }

  async #act({ params, body, caller }: Call): Promise<Reply> {
    const pod = this.#visible(params.id);
    const action = body.action as PodAction;
    if (!pod.allows(action))
      throw new Problem(409, `cannot ${action} a pod that is ${pod.locked ? 'locked' : pod.status}`);
    if (action === 'terminate') return this.#terminate(pod, caller);
    const by = callerName(caller);
    if (action === 'start') await pod.start(by);
    else if (action === 'restart') await pod.restart();
    else if (caller.kind === 'pod') {
      return { status: 200, body: pod.object(), afterwards: () => void pod.end('EXITED', by) };
    } else await pod.end('EXITED', by);
    return { status: 200, body: pod.object() };
  }

  async #terminate(pod: Pod, caller: Caller): Promise<Reply> {
    const by = callerName(caller);
    const lingers = pod.failure('lingers');
    if (lingers !== undefined) {
      if (!pod.lingering) this.clock.after(lingers.seconds, () => void pod.terminate(by));
      pod.lingering = true;
      return { status: 204 };
    }
    // The process that asks is in the pod: it hears the answer before it ends.
    if (caller.kind === 'pod') return { status: 204, afterwards: () => void pod.terminate(by) };
    await pod.terminate(by);
    return { status: 204 };
  }
}
