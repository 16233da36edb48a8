/** RunPod's REST API v2: one account's pods, catalogue and bills. */
import type { z } from 'zod';
import {
  type CpuType,
  type CreatePodBody,
  cpuListSchema,
  createPodBody,
  type DataCenter,
  dataCenterListSchema,
  type GpuType,
  gpuListSchema,
  type NetworkVolume,
  networkVolumeSchema,
  type Pod,
  type PodAction,
  type PodBill,
  podActionBody,
  podBillSchema,
  podListSchema,
  podSchema,
  problemSchema,
} from './api.ts';
import { kindOf, RunpodError } from './error.ts';
import { plain } from './plain.ts';
import { wallClock } from './pod-clock.ts';
import { Rate } from './rate.ts';
import { followLog, type LogLine } from './system-log.ts';

export const defaultBase = 'https://api.runpod.io/v2';

export interface RunpodClientOptions {
  /** Of the account. It goes into the `Authorization` header and nowhere else. */
  readonly key: string;
  /** With its version, without a slash at the end. */
  readonly base?: string | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** Milliseconds since the epoch. */
  readonly now?: (() => number) | undefined;
  /** Rejects with the reason of `signal`. */
  readonly sleep?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
  /** 0 to 1: spreads what is tried again. */
  readonly random?: (() => number) | undefined;
  /** For one answer with its body; the creation of a pod gets twice as long. */
  readonly timeoutMilliseconds?: number | undefined;
  /** Before each wait for the rate limit. */
  readonly onWait?: ((seconds: number, why: string) => void) | undefined;
  /** A longer wait for the rate limit is an error instead. */
  readonly longestWaitSeconds?: number | undefined;
}

/** For `GET` and `DELETE`, which may be sent again. */
const attempts = 5;
/** Answers 429 to one request. */
const mostRateAnswers = 10;
const pageSize = 1000;
const mostDetail = 1000;
const userAgent = 'ml-workflow';

interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With its query, below the base. */
  readonly path: string;
  readonly body?: string;
  /** Besides the key, what must not stand in a message. */
  readonly secrets?: readonly string[];
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly header: (name: string) => string | null;
}

export class RunpodClient {
  readonly #key: string;
  readonly #base: string;
  readonly #fetch: typeof fetch;
  readonly #sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly #random: () => number;
  readonly #timeout: number;
  readonly #rate: Rate;

  constructor(options: RunpodClientOptions) {
    this.#key = usableKey(options.key);
    this.#base = usableBase(options.base ?? defaultBase);
    this.#fetch = options.fetch ?? fetch;
    this.#sleep = options.sleep ?? wallClock.sleep;
    this.#random = options.random ?? Math.random;
    this.#timeout = options.timeoutMilliseconds ?? 30_000;
    this.#rate = new Rate({
      now: options.now ?? wallClock.now,
      sleep: this.#sleep,
      onWait: options.onWait,
      longestSeconds: options.longestWaitSeconds ?? 3600,
    });
  }

  /**
   * One request on the wire, and a further one only after an answer 429. An error other than a `RunpodError` with
   * `created: 'unknown'` means that there is no pod. An abort while the answer is awaited is such an `unknown`.
   * `unsent` ends only the wait for the rate limit, which may be long: once the request is out, its answer is awaited.
   */
  async createPod(body: CreatePodBody, signal?: AbortSignal, unsent = signal): Promise<Pod> {
    const request: Request = {
      method: 'POST',
      path: '/pods',
      body: JSON.stringify(createPodBody.parse(body)),
      // A refusal may quote what it refuses; short values are words, not secrets.
      secrets: Object.values(body.env).filter(({ length }) => length >= 32),
    };
    for (let attempt = 1; ; attempt += 1) {
      await this.#take(request, unsent);
      const answer = await this.#send(request, this.#timeout * 2, signal);
      if (answer.status === 429 && attempt < mostRateAnswers) {
        this.#rate.refused(answer.header, this.#delay(attempt) / 1000);
        continue;
      }
      if (!isSuccess(answer.status)) throw this.#failure(request, answer);
      return this.#parsed(request, answer, podSchema);
    }
  }

  /** All of the account, from all pages; never a part of them. */
  async pods(signal?: AbortSignal): Promise<readonly Pod[]> {
    const found = new Map<string, Pod>();
    const cursors = new Set<string>();
    for (let cursor: string | undefined; ; ) {
      const path = `/pods${query({ limit: pageSize, cursor })}`;
      const page = await this.#read(path, podListSchema, signal);
      for (const pod of page.pods) found.set(pod.id, pod);
      const next = page.pagination?.nextCursor;
      const hasNext = page.pagination?.hasNextPage ?? Boolean(next);
      if (!hasNext) return [...found.values()];
      if (!next || cursors.has(next)) {
        const detail = next
          ? 'the list of pods leads back to an earlier page'
          : 'the list of pods does not say where its next page is';
        throw new RunpodError({ kind: 'server', request: 'GET /pods', detail });
      }
      cursors.add(next);
      cursor = next;
    }
  }

  /** Seconds between two looks of one process, where so many look for as long with the same key. */
  secondsBetween(processes: number): number {
    return this.#rate.spacing(processes);
  }

  /** Undefined when RunPod does not know it; one that was just made may stay unknown for some seconds. */
  async pod(id: string, signal?: AbortSignal): Promise<Pod | undefined> {
    return this.#known(this.#read(`/pods/${encodeURIComponent(id)}`, podSchema, signal));
  }

  /** Sent again when the answer was lost. `absent` is no proof that it is gone: look for it later. */
  async deletePod(id: string, signal?: AbortSignal): Promise<'deleted' | 'absent'> {
    const request: Request = { method: 'DELETE', path: `/pods/${encodeURIComponent(id)}` };
    const answer = await this.#known(this.#persist(request, (given) => given, signal));
    return answer ? 'deleted' : 'absent';
  }

  /** Sent once, and again only after an answer 429. */
  async act(id: string, action: PodAction, signal?: AbortSignal): Promise<void> {
    const path = `/pods/${encodeURIComponent(id)}/action`;
    const body = JSON.stringify(podActionBody.parse({ action }));
    const request: Request = { method: 'POST', path, body };
    for (let attempt = 1; ; attempt += 1) {
      await this.#take(request, signal);
      const answer = await this.#send(request, this.#timeout, signal);
      if (isSuccess(answer.status)) return;
      if (answer.status !== 429 || attempt >= mostRateAnswers) throw this.#failure(request, answer);
      this.#rate.refused(answer.header, this.#delay(attempt) / 1000);
    }
  }

  /** All types, with stock for pods of `count` GPUs in that cloud; RunPod means SECURE where it is left out. */
  async gpus(
    options: { readonly count?: number; readonly cloud?: 'SECURE' | 'COMMUNITY' } = {},
    signal?: AbortSignal,
  ): Promise<readonly GpuType[]> {
    const { count, cloud } = options;
    const path = `/catalog/gpus${query({ include: 'AVAILABILITY', product: 'POD', count, cloud })}`;
    return (await this.#read(path, gpuListSchema, signal)).gpus;
  }

  async cpus(
    options: { readonly vcpuCount?: number } = {},
    signal?: AbortSignal,
  ): Promise<readonly CpuType[]> {
    const path = `/catalog/cpus${query({ include: 'AVAILABILITY', product: 'POD', ...options })}`;
    return (await this.#read(path, cpuListSchema, signal)).cpus;
  }

  async dataCenters(signal?: AbortSignal): Promise<readonly DataCenter[]> {
    const path = `/catalog/datacenters${query({ include: 'GPU_AVAILABILITY' })}`;
    return (await this.#read(path, dataCenterListSchema, signal)).dataCenters;
  }

  /** Undefined when there is none of that id. */
  async networkVolume(id: string, signal?: AbortSignal): Promise<NetworkVolume | undefined> {
    const path = `/network-volumes/${encodeURIComponent(id)}`;
    return this.#known(this.#read(path, networkVolumeSchema, signal));
  }

  /** What has been billed so far, in dollars; RunPod bills every few minutes, so the end comes late. */
  async billing(
    options: {
      readonly podId: string;
      readonly bucketSize?: 'hour' | 'day';
      /** RFC 3339; 30 days ago unless told. */
      readonly startTime?: string;
      readonly endTime?: string;
    },
    signal?: AbortSignal,
  ): Promise<PodBill & { readonly total: number }> {
    const { records } = await this.#read(`/billing/pods${query(options)}`, podBillSchema, signal);
    // Query parameters that RunPod does not know are passed over in silence.
    const own = records.filter(({ podId }) => podId === options.podId);
    return { records: own, total: own.reduce((sum, { totalAmount }) => sum + totalAmount, 0) };
  }

  /**
   * Each line of the pod's system log once, in order: first the last `tail` (100 unless told), then as they come. Ends on
   * `signal`; rejects with a `RunpodError` when RunPod does not give out the log.
   */
  systemLog(
    id: string,
    options: {
      readonly tail?: number;
      readonly signal: AbortSignal;
      readonly onLine: (line: LogLine) => void;
      /** A connection without a byte for so long is opened anew: 120,000 unless told. */
      readonly idleMilliseconds?: number;
    },
  ): Promise<void> {
    const path = `/pods/${encodeURIComponent(id)}/logs${query({ source: 'system', tail: options.tail })}`;
    const request: Request = { method: 'GET', path };
    return followLog({
      signal: options.signal,
      onLine: options.onLine,
      sleep: this.#sleep,
      random: this.#random,
      idleMilliseconds: options.idleMilliseconds ?? 120_000,
      connect: async (lastId, signal) => {
        await this.#take(request, signal);
        // Its headers may take hours: it is not among the requests that are on their way.
        this.#rate.answered();
        const response = await this.#fetch(`${this.#base}${path}`, {
          headers: {
            ...this.#headers(),
            accept: 'text/event-stream',
            ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
          },
          redirect: 'manual',
          signal,
        });
        const header = (name: string) => response.headers.get(name);
        this.#rate.learn(header);
        if (response.ok && response.body) return response.body;
        if (response.status === 429) this.#rate.refused(header, 1);
        throw this.#failure(request, { status: response.status, text: await response.text(), header });
      },
    });
  }

  /** Waits for the rate limit. Rejects with a `RunpodError` when that would take too long. */
  async #take(request: Request, signal: AbortSignal | undefined): Promise<void> {
    const detail = await this.#rate.take(signal);
    if (detail === undefined) return;
    const created = isCreation(request) ? { created: 'no' as const } : {};
    throw new RunpodError({ kind: 'rate', request: nameOf(request), detail, ...created });
  }

  #read<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    signal: AbortSignal | undefined,
  ): Promise<z.infer<Schema>> {
    const request: Request = { method: 'GET', path };
    return this.#persist(request, (answer) => this.#parsed(request, answer, schema), signal);
  }

  async #known<Result>(result: Promise<Result>): Promise<Result | undefined> {
    try {
      return await result;
    } catch (error) {
      if (error instanceof RunpodError && error.kind === 'absent') return undefined;
      throw error;
    }
  }

  /** A request that may be sent again. */
  async #persist<Result>(
    request: Request,
    use: (answer: Answer) => Result,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    let failures = 0;
    for (let rateAnswers = 0; ; ) {
      await this.#take(request, signal);
      try {
        const answer = await this.#send(request, this.#timeout, signal);
        if (answer.status === 429) this.#rate.refused(answer.header, this.#delay(rateAnswers + 1) / 1000);
        if (!isSuccess(answer.status)) throw this.#failure(request, answer);
        return use(answer);
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        if (!(error instanceof RunpodError)) throw error;
        if (error.status === 429) {
          rateAnswers += 1;
          if (rateAnswers >= mostRateAnswers) throw error;
          continue;
        }
        failures += 1;
        const mayPass = error.kind === 'server' || error.kind === 'network';
        if (!mayPass || failures >= attempts) throw error;
        await this.#sleep(this.#delay(failures), signal);
      }
    }
  }

  /** One request on the wire. Rejects with a `RunpodError` when there was no whole answer. */
  async #send(request: Request, timeout: number, signal: AbortSignal | undefined): Promise<Answer> {
    const controller = new AbortController();
    let isLate = false;
    let onItsWay = true;
    const timer = setTimeout(() => {
      isLate = true;
      controller.abort();
    }, timeout);
    const end = () => controller.abort();
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted) end();
    try {
      const response = await this.#fetch(`${this.#base}${request.path}`, {
        method: request.method,
        headers: {
          ...this.#headers(),
          accept: 'application/json',
          ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(request.body === undefined ? {} : { body: request.body }),
        // Followed, a redirect could be a second creation.
        redirect: 'manual',
        signal: controller.signal,
      });
      const header = (name: string) => response.headers.get(name);
      onItsWay = false;
      this.#rate.answered();
      this.#rate.learn(header);
      return { status: response.status, text: await response.text(), header };
    } catch (error) {
      const why = isLate
        ? `no answer within ${timeout / 1000} s`
        : signal?.aborted
          ? 'stopped while its answer was awaited'
          : causeOf(error);
      throw new RunpodError({
        kind: 'network',
        request: nameOf(request),
        detail: plain(why, mostDetail, [this.#key]),
        ...(isCreation(request) ? { created: isBeforeSending(error) ? 'no' : 'unknown' } : {}),
      });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      if (onItsWay) this.#rate.answered();
    }
  }

  #headers(): Record<string, string> {
    return { authorization: `Bearer ${this.#key}`, 'user-agent': userAgent };
  }

  #parsed<Schema extends z.ZodType>(request: Request, answer: Answer, schema: Schema): z.infer<Schema> {
    const parsed = schema.safeParse(jsonOf(answer.text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const where = issue?.path.length ? ` at ${issue.path.join('.')}` : '';
    throw new RunpodError({
      kind: 'server',
      request: nameOf(request),
      status: answer.status,
      // Where and what, never the value.
      detail: `the answer is not what the API document promises${where}`,
      requestId: answer.header('x-request-id') ?? undefined,
      ...(isCreation(request) ? { created: 'unknown' } : {}),
    });
  }

  #failure(request: Request, { status, text, header }: Answer): RunpodError {
    const secrets = [this.#key, ...(request.secrets ?? [])];
    const problem = problemSchema.safeParse(jsonOf(text)).data;
    const isOurs = status >= 400 && status < 500 && status !== 408;
    const words = problem?.detail || problem?.title || bareText(text) || 'it gives no reason';
    return new RunpodError({
      kind: kindOf(status),
      request: nameOf(request),
      status,
      detail: plain(words, mostDetail, secrets),
      errors: (problem?.errors ?? []).slice(0, 20).map((error) => plain(error, mostDetail, secrets)),
      requestId: plain(header('x-request-id') ?? '', 100) || undefined,
      ...(isCreation(request) ? { created: isOurs ? 'no' : 'unknown' } : {}),
    });
  }

  /** Milliseconds before the next attempt. */
  #delay(failures: number): number {
    return Math.min(8000, 500 * 2 ** (failures - 1)) * (0.5 + this.#random() / 2);
  }
}

/** Where the pod's own sshd can be reached now; undefined while it cannot. It changes when the container restarts. */
export function endpointOf(pod: Pod): { host: string; port: number; user: string } | undefined {
  const direct = pod.ssh?.direct;
  if (direct) return { host: direct.host, port: direct.port, user: direct.username ?? 'root' };
  for (const port of pod.runtime?.ports ?? []) {
    if (port.private === 22 && port.type === 'tcp' && port.public && port.ip) {
      return { host: port.ip, port: port.public, user: 'root' };
    }
  }
  return undefined;
}

/** Without its query: cursors and ids of queries tell people nothing. */
function nameOf({ method, path }: Request): string {
  return `${method} ${path.replace(/\?.*/, '')}`;
}

function isCreation({ method, path }: Request): boolean {
  return method === 'POST' && path === '/pods';
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function query(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of a gateway's page, what a person would read. */
function bareText(text: string): string {
  return text
    .slice(0, 20_000)
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}

/** What the network said: the error of `fetch` itself says nothing. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  const code = codeOf(cause);
  const words =
    cause.message || (cause instanceof AggregateError ? cause.errors.map(messageOf).join('; ') : '');
  return code && !words.includes(code) ? `${words} ${code}`.trim() : words;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Whether it is certain that no byte of the request was sent: there was no connection, or not with RunPod. */
function isBeforeSending(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) return false;
  if (cause instanceof AggregateError) return cause.errors.length > 0 && cause.errors.every(isOfConnecting);
  return isOfConnecting(cause);
}

function isOfConnecting(error: unknown): boolean {
  const code = codeOf(error);
  const call = error instanceof Error && 'syscall' in error ? error.syscall : undefined;
  return (
    call === 'connect' ||
    call === 'getaddrinfo' ||
    code === 'UND_ERR_CONNECT_TIMEOUT' ||
    /^(?:CERT_|ERR_TLS_CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/.test(code)
  );
}

function usableKey(key: string): string {
  const bare = key.trim();
  // Here, because the error of `fetch` would quote it.
  if (!/^[\x21-\x7e]+$/.test(bare)) {
    throw new RunpodError({
      kind: 'auth',
      request: 'none sent',
      detail: bare === '' ? 'the key is empty' : 'the key holds characters that no key has',
    });
  }
  return bare;
}

/** A key must not travel in the clear, except on this machine. */
function usableBase(base: string): string {
  const bare = base.replace(/\/+$/, '');
  const url = URL.canParse(bare) ? new URL(bare) : undefined;
  const isHere = url !== undefined && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (
    !url ||
    !(url.protocol === 'https:' || (url.protocol === 'http:' && isHere)) ||
    url.username ||
    url.search
  ) {
    throw new RunpodError({
      kind: 'network',
      request: 'none sent',
      detail: 'the address of the API must be an https:// address such as https://api.runpod.io/v2',
    });
  }
  return bare;
}
