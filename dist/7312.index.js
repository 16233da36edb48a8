export const id = 7312;
export const ids = [7312];
export const modules = {

/***/ 25841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CD: () => (/* binding */ RunpodClient),
  X5: () => (/* binding */ endpointOf)
});

// UNUSED EXPORTS: defaultBase

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/runpod/api.js
/**
 * What we send to RunPod's REST API v2 and what we read of its answers. Requests are strict, answers lenient: fields we
 * do not know are dropped, values that nothing depends on may be missing or of another kind.
 */

/** Missing, null and of another kind are one. */
const maybe = (type) => type
    .nullish()
    .catch(undefined)
    .transform((value) => value ?? undefined);
/** Names that may grow new members: never a reason to fail. */
const word = schemas/* string */.YjP();
const sshEndpoint = schemas/* object */.Ikc({
    host: schemas/* string */.YjP(),
    port: schemas/* number */.aig(),
    username: maybe(schemas/* string */.YjP()),
});
const runtimePort = schemas/* object */.Ikc({
    private: maybe(schemas/* number */.aig()),
    public: maybe(schemas/* number */.aig()),
    type: maybe(word),
    ip: maybe(schemas/* string */.YjP()),
});
const utilization = schemas/* object */.Ikc({ util: maybe(schemas/* number */.aig()) });
const runtime = schemas/* object */.Ikc({
    /** Seconds since the container started. */
    uptime: maybe(schemas/* number */.aig()),
    /** Percent. */
    gpus: maybe(schemas/* array */.YOg(schemas/* object */.Ikc({ util: maybe(schemas/* number */.aig()), memoryUtil: maybe(schemas/* number */.aig()) }))),
    cpu: maybe(utilization),
    memory: maybe(utilization),
    ports: maybe(schemas/* array */.YOg(runtimePort)),
});
const podSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP().min(1),
    name: schemas/* string */.YjP(),
    /** `PROVISIONING`, `STARTING`, `RUNNING`, `EXITED`, `ERROR`, `TERMINATED`, or what comes after them. */
    status: word.catch('UNKNOWN'),
    image: maybe(schemas/* string */.YjP()),
    /** What can be read of it: the pods that are ours are known by it. */
    env: maybe(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().catch(''))).transform((env) => env ?? {}),
    cloud: maybe(word),
    dataCenterId: maybe(schemas/* string */.YjP()),
    cudaVersion: maybe(schemas/* string */.YjP()),
    gpu: maybe(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), count: maybe(schemas/* number */.aig()) })),
    cpu: maybe(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), vcpuCount: maybe(schemas/* number */.aig()) })),
    /** Dollars an hour; 0 when it is stopped. */
    cost: maybe(schemas/* number */.aig().nonnegative()),
    locked: maybe(schemas/* boolean */.zMY()),
    ssh: maybe(schemas/* object */.Ikc({ direct: maybe(sshEndpoint) })),
    /** Undefined as long as no container runs. */
    runtime: maybe(runtime).transform((it) => (it?.uptime === undefined && !it?.ports ? undefined : it)),
    createdAt: maybe(schemas/* string */.YjP()),
    startedAt: maybe(schemas/* string */.YjP()),
});
const podListSchema = schemas/* object */.Ikc({
    pods: schemas/* array */.YOg(podSchema),
    pagination: schemas/* object */.Ikc({ hasNextPage: schemas/* boolean */.zMY().nullish(), nextCursor: schemas/* string */.YjP().nullish() }).nullish(),
});
const createPodBody = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().min(1),
    image: schemas/* string */.YjP().min(1),
    cloud: schemas/* enum */.k5n(['SECURE', 'COMMUNITY']),
    gpu: schemas/* strictObject */.rej({
        id: schemas/* string */.YjP(),
        count: schemas/* int */.Whr().min(1),
        minCudaVersion: schemas/* string */.YjP()
            .regex(/^\d+\.\d+$/)
            .optional(),
    })
        .optional(),
    cpu: schemas/* strictObject */.rej({ id: schemas/* string */.YjP().min(1), vcpuCount: schemas/* int */.Whr().min(2) }).optional(),
    dataCenterIds: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    /** GB */
    disk: schemas/* int */.Whr().min(1),
    mounts: schemas/* strictObject */.rej({ network: schemas/* array */.YOg(schemas/* strictObject */.rej({ volumeId: schemas/* string */.YjP(), path: schemas/* string */.YjP() })).max(1) })
        .optional(),
    ports: schemas/* array */.YOg(schemas/* string */.YjP()),
    env: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    entrypoint: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    cmd: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    /** Id of the credentials for a private image. */
    registry: schemas/* string */.YjP().optional(),
    startSsh: schemas/* boolean */.zMY().optional(),
    startJupyter: schemas/* boolean */.zMY().optional(),
});
const podActionBody = schemas/* strictObject */.rej({ action: schemas/* enum */.k5n(['stop', 'terminate']) });
const stock = maybe(word);
const stockInDataCenters = maybe(schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: maybe(schemas/* string */.YjP()), availability: stock })));
const gpuTypeSchema = schemas/* object */.Ikc({
    /** As pods are created with: `NVIDIA GeForce RTX 4090`. */
    id: schemas/* string */.YjP().min(1),
    /** As people call it: `RTX 4090`. */
    name: schemas/* string */.YjP(),
    manufacturer: maybe(word),
    /** Of one GPU, in GB. */
    memory: maybe(schemas/* number */.aig()),
    secure: maybe(schemas/* boolean */.zMY()),
    community: maybe(schemas/* boolean */.zMY()),
    /** Dollars an hour for one GPU. */
    price: maybe(schemas/* object */.Ikc({ secure: maybe(schemas/* number */.aig()), community: maybe(schemas/* number */.aig()) })),
    /** GPUs in one pod, at most. */
    maxCount: maybe(schemas/* object */.Ikc({ secure: maybe(schemas/* number */.aig()), community: maybe(schemas/* number */.aig()) })),
    availability: stock,
    /** Those that offer it; absent when none does, or when it was not asked for. */
    dataCenters: stockInDataCenters,
    cudaVersions: maybe(schemas/* array */.YOg(schemas/* object */.Ikc({ version: schemas/* string */.YjP(), available: maybe(schemas/* boolean */.zMY()) }))),
});
const gpuListSchema = schemas/* object */.Ikc({ gpus: schemas/* array */.YOg(gpuTypeSchema) });
const cpuTypeSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP().min(1),
    name: maybe(schemas/* string */.YjP()),
    vcpu: maybe(schemas/* object */.Ikc({ min: maybe(schemas/* number */.aig()), max: maybe(schemas/* number */.aig()) })),
    /** GB for each vCPU. */
    ramGbPerVcpu: maybe(schemas/* number */.aig()),
    /** Dollars an hour for one vCPU. */
    price: maybe(schemas/* object */.Ikc({ securePerVcpu: maybe(schemas/* number */.aig()) })),
    availability: stock,
    dataCenters: stockInDataCenters,
});
const cpuListSchema = schemas/* object */.Ikc({ cpus: schemas/* array */.YOg(cpuTypeSchema) });
const catalogueResource = schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: maybe(schemas/* string */.YjP()), availability: stock });
const dataCenterSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP().min(1),
    name: maybe(schemas/* string */.YjP()),
    region: maybe(word),
    networkVolumeTypes: maybe(schemas/* array */.YOg(word)),
    gpuAvailability: maybe(schemas/* array */.YOg(catalogueResource)),
});
const dataCenterListSchema = schemas/* object */.Ikc({ dataCenters: schemas/* array */.YOg(dataCenterSchema) });
const networkVolumeSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP().min(1),
    name: maybe(schemas/* string */.YjP()),
    /** GB */
    size: maybe(schemas/* number */.aig()),
    /** It can be used there only. */
    dataCenter: schemas/* string */.YjP(),
});
const podBillSchema = schemas/* object */.Ikc({
    records: schemas/* array */.YOg(schemas/* object */.Ikc({
        podId: schemas/* string */.YjP(),
        startTime: maybe(schemas/* string */.YjP()),
        endTime: maybe(schemas/* string */.YjP()),
        /** Dollars. */
        totalAmount: schemas/* number */.aig(),
        gpuAmount: maybe(schemas/* number */.aig()),
        cpuAmount: maybe(schemas/* number */.aig()),
        diskAmount: maybe(schemas/* number */.aig()),
    })),
});
const logLineSchema = schemas/* object */.Ikc({
    ts: maybe(schemas/* string */.YjP()),
    source: maybe(word),
    line: schemas/* string */.YjP(),
});
/** The body of every error; where a gateway answers instead, nothing of it is there. */
const problemSchema = schemas/* object */.Ikc({
    title: maybe(schemas/* string */.YjP()),
    detail: maybe(schemas/* string */.YjP()),
    errors: maybe(schemas/* array */.YOg(schemas/* string */.YjP())),
});

// EXTERNAL MODULE: ./build/runpod/error.js
var runpod_error = __webpack_require__(70639);
// EXTERNAL MODULE: ./build/runpod/plain.js
var plain = __webpack_require__(88261);
// EXTERNAL MODULE: ./build/runpod/pod-clock.js
var pod_clock = __webpack_require__(40037);
// EXTERNAL MODULE: ./build/runpod/rate.js
var rate = __webpack_require__(53187);
;// CONCATENATED MODULE: ./build/runpod/system-log.js
/**
 * A pod's system log: image pull, container create and start. It is a stream of server-sent events that never ends, holds
 * back even its headers until there is a line, and may break anywhere; it is taken up again behind the last event.
 */



const mostText = 8 * 1024;
/** Events that are remembered, so that none is told twice. */
const mostRemembered = 5000;
const longestPause = 30_000;
/** A pod that was just made may be unknown to the API for some seconds. */
const unknownMilliseconds = 60_000;
/** Ends on `signal`; rejects with the `RunpodError` of an answer that would not change. */
async function followLog(options) {
    const { signal, onLine, sleep, random } = options;
    const told = new Remembered(mostRemembered);
    let lastId;
    let failures = 0;
    let isKnown = false;
    let unknownFor = 0;
    while (!signal.aborted) {
        const connection = new Connection(signal, options.idleMilliseconds);
        try {
            const chunks = await options.connect(lastId, connection.signal);
            isKnown = true;
            const stream = new EventStream();
            const decoder = new TextDecoder();
            connection.alive();
            for await (const chunk of chunks) {
                connection.alive();
                for (const event of stream.push(decoder.decode(chunk, { stream: true }))) {
                    failures = 0;
                    if (event.id !== undefined)
                        lastId = event.id;
                    const line = lineOf(event);
                    if (line && told.add(event.id ?? `${line.at}\n${line.text}`) && !signal.aborted)
                        onLine(line);
                }
            }
        }
        catch (error) {
            if (signal.aborted)
                return;
            const isUnknown = error instanceof runpod_error/* RunpodError */.fD && error.kind === 'absent' && !isKnown;
            if (isFatal(error) && !(isUnknown && unknownFor < unknownMilliseconds))
                throw error;
        }
        finally {
            connection.close();
        }
        failures += 1;
        const pause = Math.min(longestPause, 500 * 2 ** Math.min(failures, 8)) * (0.5 + random() / 2);
        if (!isKnown)
            unknownFor += pause;
        await sleep(pause, signal).catch(() => { });
    }
}
/** An error of the caller's own code is as final as an answer that will stay the same. */
function isFatal(error) {
    if (error instanceof runpod_error/* RunpodError */.fD) {
        return error.status >= 400 && error.status < 500 && error.status !== 408 && error.status !== 429;
    }
    return !(error instanceof TypeError || isAbort(error) || hasCode(error));
}
function isAbort(error) {
    return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
}
function hasCode(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
/** Ends with the caller's signal, or when nothing has come for too long. */
class Connection {
    #controller = new AbortController();
    #outer;
    #end = () => this.#controller.abort();
    #timer;
    constructor(outer, idleMilliseconds) {
        this.#outer = outer;
        this.#timer = setTimeout(this.#end, idleMilliseconds);
        outer.addEventListener('abort', this.#end, { once: true });
        if (outer.aborted)
            this.#end();
    }
    get signal() {
        return this.#controller.signal;
    }
    alive() {
        this.#timer.refresh();
    }
    close() {
        clearTimeout(this.#timer);
        this.#outer.removeEventListener('abort', this.#end);
        this.#controller.abort();
    }
}
class Remembered {
    #keys = new Set();
    #most;
    constructor(most) {
        this.#most = most;
    }
    /** Whether it is new. */
    add(key) {
        if (this.#keys.has(key))
            return false;
        this.#keys.add(key);
        if (this.#keys.size > this.#most) {
            const [oldest] = this.#keys;
            if (oldest !== undefined)
                this.#keys.delete(oldest);
        }
        return true;
    }
}
/** Undefined for what is no line of the system log: keep-alives, and events we do not know. */
function lineOf({ data, isCut }) {
    if (isCut)
        return { at: '', text: `(a line of more than ${mostData / 1024} KiB is left out)` };
    let payload;
    try {
        payload = JSON.parse(data);
    }
    catch {
        return undefined;
    }
    const { success, data: line } = logLineSchema.safeParse(payload);
    if (!success || (line.source && line.source !== 'system'))
        return undefined;
    return { at: line.ts ?? '', text: (0,plain/* plain */.p)(line.line, mostText) };
}
/** Characters of one event. */
const mostData = 256 * 1024;
/** Server-sent events out of a text that comes in pieces. An event counts when its empty line has come. */
class EventStream {
    #rest = '';
    /** The last piece ended with a carriage return: a line feed that follows belongs to it. */
    #isAfterReturn = false;
    #id;
    #data = [];
    #size = 0;
    #isCut = false;
    push(piece) {
        if (piece === '')
            return [];
        const text = this.#isAfterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
        this.#isAfterReturn = piece.endsWith('\r');
        const lines = text.split(/\r\n|\n|\r/);
        lines[0] = this.#rest + (lines[0] ?? '');
        this.#rest = lines.pop() ?? '';
        // One character more than what is kept shows later that the line was too long.
        if (this.#rest.length > mostData)
            this.#rest = this.#rest.slice(0, mostData + 1);
        const events = [];
        for (const line of lines) {
            if (line !== '')
                this.#take(line);
            else
                events.push(...this.#dispatch());
        }
        return events;
    }
    #take(line) {
        const colon = line.indexOf(':');
        if (colon === 0)
            return;
        const field = colon < 0 ? line : line.slice(0, colon);
        const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
        if (field === 'id' && !value.includes('\0'))
            this.#id = value;
        if (field !== 'data')
            return;
        this.#size += line.length;
        if (this.#size > mostData) {
            this.#isCut = true;
            this.#data = [];
        }
        else {
            this.#data.push(value);
        }
    }
    #dispatch() {
        const event = { id: this.#id, data: this.#data.join('\n'), isCut: this.#isCut };
        const isEvent = event.id !== undefined || event.isCut || this.#data.length > 0;
        this.#id = undefined;
        this.#data = [];
        this.#size = 0;
        this.#isCut = false;
        return isEvent ? [event] : [];
    }
}

;// CONCATENATED MODULE: ./build/runpod/client.js






const defaultBase = 'https://api.runpod.io/v2';
/** For `GET` and `DELETE`, which may be sent again. */
const attempts = 5;
/** Answers 429 to one request. */
const mostRateAnswers = 10;
const pageSize = 1000;
const mostDetail = 1000;
const userAgent = 'ml-workflow';
class RunpodClient {
    #key;
    #base;
    #fetch;
    #sleep;
    #random;
    #timeout;
    #rate;
    constructor(options) {
        this.#key = usableKey(options.key);
        this.#base = usableBase(options.base ?? defaultBase);
        this.#fetch = options.fetch ?? fetch;
        this.#sleep = options.sleep ?? pod_clock/* wallClock */.X.sleep;
        this.#random = options.random ?? Math.random;
        this.#timeout = options.timeoutMilliseconds ?? 30_000;
        this.#rate = new rate/* Rate */.t({
            now: options.now ?? pod_clock/* wallClock */.X.now,
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
    async createPod(body, signal, unsent = signal) {
        const request = {
            method: 'POST',
            path: '/pods',
            body: JSON.stringify(createPodBody.parse(body)),
            // A refusal may quote what it refuses; short values are words, not secrets.
            secrets: Object.values(body.env).filter(({ length }) => length >= 32),
        };
        for (let attempt = 1;; attempt += 1) {
            await this.#take(request, unsent);
            const answer = await this.#send(request, this.#timeout * 2, signal);
            if (answer.status === 429 && attempt < mostRateAnswers) {
                this.#rate.refused(answer.header, this.#delay(attempt) / 1000);
                continue;
            }
            if (!isSuccess(answer.status))
                throw this.#failure(request, answer);
            return this.#parsed(request, answer, podSchema);
        }
    }
    /** All of the account, from all pages; never a part of them. */
    async pods(signal) {
        const found = new Map();
        const cursors = new Set();
        for (let cursor;;) {
            const path = `/pods${query({ limit: pageSize, cursor })}`;
            const page = await this.#read(path, podListSchema, signal);
            for (const pod of page.pods)
                found.set(pod.id, pod);
            const next = page.pagination?.nextCursor;
            const hasNext = page.pagination?.hasNextPage ?? Boolean(next);
            if (!hasNext)
                return [...found.values()];
            if (!next || cursors.has(next)) {
                const detail = next
                    ? 'the list of pods leads back to an earlier page'
                    : 'the list of pods does not say where its next page is';
                throw new runpod_error/* RunpodError */.fD({ kind: 'server', request: 'GET /pods', detail });
            }
            cursors.add(next);
            cursor = next;
        }
    }
    /** Seconds between two looks of one process, where so many look for as long with the same key. */
    secondsBetween(processes) {
        return this.#rate.spacing(processes);
    }
    /** Undefined when RunPod does not know it; one that was just made may stay unknown for some seconds. */
    async pod(id, signal) {
        return this.#known(this.#read(`/pods/${encodeURIComponent(id)}`, podSchema, signal));
    }
    /** Sent again when the answer was lost. `absent` is no proof that it is gone: look for it later. */
    async deletePod(id, signal) {
        const request = { method: 'DELETE', path: `/pods/${encodeURIComponent(id)}` };
        const answer = await this.#known(this.#persist(request, (given) => given, signal));
        return answer ? 'deleted' : 'absent';
    }
    /** Sent once, and again only after an answer 429. */
    async act(id, action, signal) {
        const path = `/pods/${encodeURIComponent(id)}/action`;
        const body = JSON.stringify(podActionBody.parse({ action }));
        const request = { method: 'POST', path, body };
        for (let attempt = 1;; attempt += 1) {
            await this.#take(request, signal);
            const answer = await this.#send(request, this.#timeout, signal);
            if (isSuccess(answer.status))
                return;
            if (answer.status !== 429 || attempt >= mostRateAnswers)
                throw this.#failure(request, answer);
            this.#rate.refused(answer.header, this.#delay(attempt) / 1000);
        }
    }
    /** All types, with stock for pods of `count` GPUs in that cloud; RunPod means SECURE where it is left out. */
    async gpus(options = {}, signal) {
        const { count, cloud } = options;
        const path = `/catalog/gpus${query({ include: 'AVAILABILITY', product: 'POD', count, cloud })}`;
        return (await this.#read(path, gpuListSchema, signal)).gpus;
    }
    async cpus(options = {}, signal) {
        const path = `/catalog/cpus${query({ include: 'AVAILABILITY', product: 'POD', ...options })}`;
        return (await this.#read(path, cpuListSchema, signal)).cpus;
    }
    async dataCenters(signal) {
        const path = `/catalog/datacenters${query({ include: 'GPU_AVAILABILITY' })}`;
        return (await this.#read(path, dataCenterListSchema, signal)).dataCenters;
    }
    /** Undefined when there is none of that id. */
    async networkVolume(id, signal) {
        const path = `/network-volumes/${encodeURIComponent(id)}`;
        return this.#known(this.#read(path, networkVolumeSchema, signal));
    }
    /** What has been billed so far, in dollars; RunPod bills every few minutes, so the end comes late. */
    async billing(options, signal) {
        const { records } = await this.#read(`/billing/pods${query(options)}`, podBillSchema, signal);
        // Query parameters that RunPod does not know are passed over in silence.
        const own = records.filter(({ podId }) => podId === options.podId);
        return { records: own, total: own.reduce((sum, { totalAmount }) => sum + totalAmount, 0) };
    }
    /**
     * Each line of the pod's system log once, in order: first the last `tail` (100 unless told), then as they come. Ends on
     * `signal`; rejects with a `RunpodError` when RunPod does not give out the log.
     */
    systemLog(id, options) {
        const path = `/pods/${encodeURIComponent(id)}/logs${query({ source: 'system', tail: options.tail })}`;
        const request = { method: 'GET', path };
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
                const header = (name) => response.headers.get(name);
                this.#rate.learn(header);
                if (response.ok && response.body)
                    return response.body;
                if (response.status === 429)
                    this.#rate.refused(header, 1);
                throw this.#failure(request, { status: response.status, text: await response.text(), header });
            },
        });
    }
    /** Waits for the rate limit. Rejects with a `RunpodError` when that would take too long. */
    async #take(request, signal) {
        const detail = await this.#rate.take(signal);
        if (detail === undefined)
            return;
        const created = isCreation(request) ? { created: 'no' } : {};
        throw new runpod_error/* RunpodError */.fD({ kind: 'rate', request: nameOf(request), detail, ...created });
    }
    #read(path, schema, signal) {
        const request = { method: 'GET', path };
        return this.#persist(request, (answer) => this.#parsed(request, answer, schema), signal);
    }
    async #known(result) {
        try {
            return await result;
        }
        catch (error) {
            if (error instanceof runpod_error/* RunpodError */.fD && error.kind === 'absent')
                return undefined;
            throw error;
        }
    }
    /** A request that may be sent again. */
    async #persist(request, use, signal) {
        let failures = 0;
        for (let rateAnswers = 0;;) {
            await this.#take(request, signal);
            try {
                const answer = await this.#send(request, this.#timeout, signal);
                if (answer.status === 429)
                    this.#rate.refused(answer.header, this.#delay(rateAnswers + 1) / 1000);
                if (!isSuccess(answer.status))
                    throw this.#failure(request, answer);
                return use(answer);
            }
            catch (error) {
                if (signal?.aborted)
                    throw signal.reason;
                if (!(error instanceof runpod_error/* RunpodError */.fD))
                    throw error;
                if (error.status === 429) {
                    rateAnswers += 1;
                    if (rateAnswers >= mostRateAnswers)
                        throw error;
                    continue;
                }
                failures += 1;
                const mayPass = error.kind === 'server' || error.kind === 'network';
                if (!mayPass || failures >= attempts)
                    throw error;
                await this.#sleep(this.#delay(failures), signal);
            }
        }
    }
    /** One request on the wire. Rejects with a `RunpodError` when there was no whole answer. */
    async #send(request, timeout, signal) {
        const controller = new AbortController();
        let isLate = false;
        let onItsWay = true;
        const timer = setTimeout(() => {
            isLate = true;
            controller.abort();
        }, timeout);
        const end = () => controller.abort();
        signal?.addEventListener('abort', end, { once: true });
        if (signal?.aborted)
            end();
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
            const header = (name) => response.headers.get(name);
            onItsWay = false;
            this.#rate.answered();
            this.#rate.learn(header);
            return { status: response.status, text: await response.text(), header };
        }
        catch (error) {
            const why = isLate
                ? `no answer within ${timeout / 1000} s`
                : signal?.aborted
                    ? 'stopped while its answer was awaited'
                    : causeOf(error);
            throw new runpod_error/* RunpodError */.fD({
                kind: 'network',
                request: nameOf(request),
                detail: (0,plain/* plain */.p)(why, mostDetail, [this.#key]),
                ...(isCreation(request) ? { created: isBeforeSending(error) ? 'no' : 'unknown' } : {}),
            });
        }
        finally {
            clearTimeout(timer);
            signal?.removeEventListener('abort', end);
            if (onItsWay)
                this.#rate.answered();
        }
    }
    #headers() {
        return { authorization: `Bearer ${this.#key}`, 'user-agent': userAgent };
    }
    #parsed(request, answer, schema) {
        const parsed = schema.safeParse(jsonOf(answer.text));
        if (parsed.success)
            return parsed.data;
        const [issue] = parsed.error.issues;
        const where = issue?.path.length ? ` at ${issue.path.join('.')}` : '';
        throw new runpod_error/* RunpodError */.fD({
            kind: 'server',
            request: nameOf(request),
            status: answer.status,
            // Where and what, never the value.
            detail: `the answer is not what the API document promises${where}`,
            requestId: answer.header('x-request-id') ?? undefined,
            ...(isCreation(request) ? { created: 'unknown' } : {}),
        });
    }
    #failure(request, { status, text, header }) {
        const secrets = [this.#key, ...(request.secrets ?? [])];
        const problem = problemSchema.safeParse(jsonOf(text)).data;
        const isOurs = status >= 400 && status < 500 && status !== 408;
        const words = problem?.detail || problem?.title || bareText(text) || 'it gives no reason';
        return new runpod_error/* RunpodError */.fD({
            kind: (0,runpod_error/* kindOf */.I)(status),
            request: nameOf(request),
            status,
            detail: (0,plain/* plain */.p)(words, mostDetail, secrets),
            errors: (problem?.errors ?? []).slice(0, 20).map((error) => (0,plain/* plain */.p)(error, mostDetail, secrets)),
            requestId: (0,plain/* plain */.p)(header('x-request-id') ?? '', 100) || undefined,
            ...(isCreation(request) ? { created: isOurs ? 'no' : 'unknown' } : {}),
        });
    }
    /** Milliseconds before the next attempt. */
    #delay(failures) {
        return Math.min(8000, 500 * 2 ** (failures - 1)) * (0.5 + this.#random() / 2);
    }
}
/** Where the pod's own sshd can be reached now; undefined while it cannot. It changes when the container restarts. */
function endpointOf(pod) {
    const direct = pod.ssh?.direct;
    if (direct)
        return { host: direct.host, port: direct.port, user: direct.username ?? 'root' };
    for (const port of pod.runtime?.ports ?? []) {
        if (port.private === 22 && port.type === 'tcp' && port.public && port.ip) {
            return { host: port.ip, port: port.public, user: 'root' };
        }
    }
    return undefined;
}
/** Without its query: cursors and ids of queries tell people nothing. */
function nameOf({ method, path }) {
    return `${method} ${path.replace(/\?.*/, '')}`;
}
function isCreation({ method, path }) {
    return method === 'POST' && path === '/pods';
}
function isSuccess(status) {
    return status >= 200 && status < 300;
}
function query(parameters) {
    const given = Object.entries(parameters).flatMap(([name, value]) => value === undefined ? [] : [[name, String(value)]]);
    return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Of a gateway's page, what a person would read. */
function bareText(text) {
    return text
        .slice(0, 20_000)
        .replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, ' ')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 200);
}
/** What the network said: the error of `fetch` itself says nothing. */
function causeOf(error) {
    if (!(error instanceof Error))
        return String(error);
    const { cause } = error;
    if (!(cause instanceof Error))
        return error.message;
    const code = codeOf(cause);
    const words = cause.message || (cause instanceof AggregateError ? cause.errors.map(messageOf).join('; ') : '');
    return code && !words.includes(code) ? `${words} ${code}`.trim() : words;
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function codeOf(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
/** Whether it is certain that no byte of the request was sent: there was no connection, or not with RunPod. */
function isBeforeSending(error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (!(cause instanceof Error))
        return false;
    if (cause instanceof AggregateError)
        return cause.errors.length > 0 && cause.errors.every(isOfConnecting);
    return isOfConnecting(cause);
}
function isOfConnecting(error) {
    const code = codeOf(error);
    const call = error instanceof Error && 'syscall' in error ? error.syscall : undefined;
    return (call === 'connect' ||
        call === 'getaddrinfo' ||
        code === 'UND_ERR_CONNECT_TIMEOUT' ||
        /^(?:CERT_|ERR_TLS_CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/.test(code));
}
function usableKey(key) {
    const bare = key.trim();
    // Here, because the error of `fetch` would quote it.
    if (!/^[\x21-\x7e]+$/.test(bare)) {
        throw new runpod_error/* RunpodError */.fD({
            kind: 'auth',
            request: 'none sent',
            detail: bare === '' ? 'the key is empty' : 'the key holds characters that no key has',
        });
    }
    return bare;
}
/** A key must not travel in the clear, except on this machine. */
function usableBase(base) {
    const bare = base.replace(/\/+$/, '');
    const url = URL.canParse(bare) ? new URL(bare) : undefined;
    const isHere = url !== undefined && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
    if (!url ||
        !(url.protocol === 'https:' || (url.protocol === 'http:' && isHere)) ||
        url.username ||
        url.search) {
        throw new runpod_error/* RunpodError */.fD({
            kind: 'network',
            request: 'none sent',
            detail: 'the address of the API must be an https:// address such as https://api.runpod.io/v2',
        });
    }
    return bare;
}


/***/ }),

/***/ 49616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ endPod)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70639);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1994);


/** Milliseconds for which a pod must stay away that RunPod has shown or deleted: answers may come from several places. */
const afterDeletion = 5_000;
const firstPause = 250;
const longestPause = 8_000;
/** Milliseconds, where somebody hurries. */
const hurried = 5_000;
/**
 * Never rejects for what RunPod answers. A pod that RunPod does not know is believed to be gone only after the time in
 * which new pods may still come up; when it does come up, it is deleted then.
 */
async function endPod(client, { id }, options) {
    const { clock, hurry, most = 180_000 } = options;
    const ending = {
        client,
        id,
        clock,
        isTaken: false,
        at: undefined,
        isSeen: options.seen === true,
        problem: undefined,
    };
    if (!hurry?.aborted) {
        const end = await within(clock, most, hurry, (signal) => persist(ending, signal));
        if (end)
            return end;
        if (!hurry?.aborted)
            return unproven(ending, `there was no proof of its end within ${most / 1000} s`);
    }
    const end = await within(clock, hurried, undefined, (signal) => once(ending, signal));
    return end ?? unproven(ending, `RunPod did not answer within ${hurried / 1000} s`);
}
function proven({ at }) {
    return { proven: true, ...(at === undefined ? {} : { at }) };
}
function unproven({ problem }, why) {
    return { proven: false, problem: problem === undefined ? why : `${why}: ${problem}` };
}
/** Undefined when the time was over, or `hurry`, before it had an end. */
async function within(clock, milliseconds, hurry, work) {
    const over = new AbortController();
    const done = new AbortController();
    const stop = () => over.abort();
    hurry?.addEventListener('abort', stop);
    if (hurry?.aborted)
        stop();
    clock.sleep(milliseconds, done.signal).then(stop, () => undefined);
    try {
        return await work(over.signal);
    }
    catch (error) {
        if (over.signal.aborted)
            return undefined;
        throw error;
    }
    finally {
        done.abort();
        hurry?.removeEventListener('abort', stop);
    }
}
async function persist(ending, signal) {
    const { clock } = ending;
    let absentSince;
    for (let pause = firstPause;; pause = Math.min(pause * 2, longestPause)) {
        signal.throwIfAborted();
        if (absentSince === undefined) {
            const refused = await ask(ending, signal);
            if (refused)
                return refused;
        }
        const seen = await look(ending, signal);
        if (typeof seen === 'object')
            return seen;
        if (seen === 'there')
            absentSince = undefined;
        if (seen === 'gone') {
            if (absentSince === undefined)
                pause = firstPause;
            absentSince ??= clock.now();
            const away = clock.now() - absentSince;
            if (away >= (ending.isTaken || ending.isSeen ? afterDeletion : _find_js__WEBPACK_IMPORTED_MODULE_1__/* .propagation */ .$f))
                return proven(ending);
        }
        await clock.sleep(pause, signal);
    }
}
async function once(ending, signal) {
    const refused = await ask(ending, signal);
    if (refused)
        return refused;
    const seen = await look(ending, signal);
    if (typeof seen === 'object')
        return seen;
    if (seen === 'gone' && ending.isTaken)
        return proven(ending);
    return unproven(ending, 'there was no time to wait for the proof of its end');
}
function taken(ending) {
    ending.isTaken = true;
    ending.at ??= ending.clock.now();
}
/** An end when it is of no use to go on. */
async function ask(ending, signal) {
    const { client, id } = ending;
    try {
        if ((await client.deletePod(id, signal)) === 'deleted')
            taken(ending);
    }
    catch (error) {
        if (!(error instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .RunpodError */ .fD && error.kind === 'conflict'))
            return failed(ending, error, signal);
        try {
            await client.act(id, 'terminate', signal);
            taken(ending);
        }
        catch (second) {
            return failed(ending, second, signal);
        }
    }
    return undefined;
}
async function look(ending, signal) {
    try {
        const pod = await ending.client.pod(ending.id, signal);
        if (!pod)
            return 'gone';
        ending.isSeen = true;
        if (ending.isTaken)
            ending.at = ending.clock.now();
        ending.problem = `RunPod still shows it as ${pod.status}`;
        return 'there';
    }
    catch (error) {
        return failed(ending, error, signal) ?? 'unknown';
    }
}
/** A key that is refused will be refused again; all else may pass. */
function failed(ending, error, signal) {
    signal.throwIfAborted();
    if (!(error instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .RunpodError */ .fD))
        throw error;
    ending.problem = error.message;
    return error.kind === 'auth' || error.kind === 'forbidden'
        ? { proven: false, problem: error.message }
        : undefined;
}


/***/ }),

/***/ 70639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   fD: () => (/* binding */ RunpodError),
/* harmony export */   tJ: () => (/* binding */ whatWasMeant),
/* harmony export */   xo: () => (/* binding */ isCapacity)
/* harmony export */ });
/** What RunPod refused, or why it could not be asked, in one sentence that says what to do. */
class RunpodError extends Error {
    kind;
    status;
    /** RunPod's own words, without secrets. */
    detail;
    /** Of a request that breaks the contract: each point. */
    errors;
    /** What RunPod's support asks for. */
    requestId;
    /** Of a creation only. `unknown`: the pod may exist, and cost money; it is found by its name. */
    created;
    constructor(failure) {
        super(sentence(failure));
        this.name = 'RunpodError';
        this.kind = failure.kind;
        this.status = failure.status ?? 0;
        this.detail = failure.detail;
        this.errors = failure.errors ?? [];
        this.requestId = failure.requestId;
        this.created = failure.created;
    }
}
function kindOf(status) {
    switch (status) {
        case 400:
            return 'refused';
        case 401:
            return 'auth';
        case 402:
            return 'balance';
        case 403:
            return 'forbidden';
        case 404:
            return 'absent';
        case 409:
            return 'conflict';
        case 413:
        case 422:
            return 'contract';
        case 429:
            return 'rate';
        case 408:
            return 'network';
        default:
            return status >= 400 && status < 500 ? 'contract' : 'server';
    }
}
const openings = {
    auth: 'RunPod does not accept the API key; check the variable that holds it',
    balance: "the RunPod account's balance is too low, a pod needs the money for its first hour; add credit",
    forbidden: 'the RunPod API key may not do this; give it the right, or use another key',
    absent: 'RunPod does not know this',
    conflict: 'RunPod does not do this in the present state',
    refused: 'RunPod refused the request',
    contract: 'RunPod finds the request wrong',
    rate: "RunPod's rate limit for this account is reached",
    server: 'RunPod failed; try again later',
    network: 'RunPod could not be reached',
};
function sentence({ kind, request, detail, status, errors = [], requestId, created }) {
    const points = errors.length === 0 ? '' : `; ${errors.join('; ')}`;
    const doubt = created === 'unknown' ? '; the pod may exist all the same' : '';
    const facts = [
        request,
        ...(status ? [`status ${status}`] : []),
        ...(status ? [requestId ? `request ${requestId}` : 'no request id'] : []),
    ];
    return `${openings[kind]}: ${detail}${points}${doubt} (${facts.join(', ')})`;
}
/** Wordings seen for "no host is free"; there is no code for it. */
const noCapacity = [
    /no longer any instances? available/i,
    /does not have the resources to deploy/i,
    /try a different machine/i,
    /\bno (?:machines?|capacity|hosts?|gpus?|instances?) (?:is |are )?(?:currently )?available\b/i,
    /\b(?:insufficient|not enough|no) (?:\w+ )?capacity\b/i,
    /\bout of (?:stock|capacity)\b/i,
    /\bsold out\b/i,
];
/** RunPod has no host for this now; another offer may be had. */
function isCapacity(error) {
    return (error instanceof RunpodError &&
        error.kind === 'refused' &&
        noCapacity.some((wording) => wording.test(error.detail)));
}
/**
 * After every candidate was refused: what that means.
 * - `capacity`: nothing is free now.
 * - `usage`: the request itself is wrong. Such a rule is broken the same way by every candidate, so all answer the same.
 * - `auth`: the key has no access to any of them.
 *
 * `detail`: RunPod's words for it, with the request id.
 */
function whatWasMeant(refusals) {
    const said = (errors) => {
        const ids = new Map(errors.map(({ detail, requestId }) => [detail, requestId]));
        return [...ids].map(([detail, id]) => (id ? `${detail} (request ${id})` : detail)).join('; ');
    };
    const refused = refusals.filter(({ kind }) => kind === 'refused');
    if (refused.length === 0 && refusals.length > 0) {
        const isForbidden = refusals.every(({ kind }) => kind === 'forbidden');
        return { is: isForbidden ? 'auth' : 'usage', detail: said(refusals) };
    }
    const others = refused.filter((error) => !isCapacity(error));
    // One candidate that got as far as "no host is free" shows that the request as such is right.
    const isSame = others.length === refused.length && new Set(others.map(({ detail }) => detail)).size === 1;
    return isSame ? { is: 'usage', detail: said(others) } : { is: 'capacity', detail: said(refused) };
}


/***/ }),

/***/ 1994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ propagation),
/* harmony export */   _U: () => (/* binding */ findByName),
/* harmony export */   dN: () => (/* binding */ SeveralPodsError)
/* harmony export */ });
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27506);

/** Milliseconds for which a fresh pod may be missing in RunPod's answers. */
const propagation = 60_000;
const firstPause = 250;
const longestPause = 16_000;
/**
 * RunPod made more than one pod for one request. None of them may be kept: which one the others are copies of, nobody
 * knows. All are ours by name and owner, so whoever asked ends them all.
 */
class SeveralPodsError extends Error {
    pods;
    constructor(name, pods) {
        super(`RunPod has ${pods.length} pods named ${name}: ${pods.map(({ id }) => id).join(', ')}`);
        this.name = 'SeveralPodsError';
        this.pods = pods;
    }
}
/**
 * Undefined when it has not come up within the time in which RunPod shows new pods, and the last look was a good one.
 * Rejects with a `SeveralPodsError`, or with the error of a list that could not be read: then it may exist.
 */
async function findByName(client, { name, owner }, clock, signal) {
    const until = clock.now() + propagation;
    for (let pause = firstPause;; pause = Math.min(pause * 2, longestPause)) {
        const isLast = clock.now() >= until;
        const pods = (await client.pods(signal)).filter((pod) => pod.name === name && (0,_owner_js__WEBPACK_IMPORTED_MODULE_0__/* .isOwnPod */ .mX)(pod, owner));
        if (pods.length > 1)
            throw new SeveralPodsError(name, pods);
        if (pods[0] || isLast)
            return pods[0];
        await clock.sleep(Math.min(pause, Math.max(0, until - clock.now())), signal);
    }
}


/***/ }),

/***/ 27506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tn: () => (/* binding */ checkedOwner),
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   mX: () => (/* binding */ isOwnPod),
/* harmony export */   yn: () => (/* binding */ OwnerError)
/* harmony export */ });
/* unused harmony export withoutCredentials */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var _pod_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44412);
/** Whose pods they are: what reads the account later ends its own only. */




/** A mistake in what a person has given. */
class OwnerError extends Error {
}
const ownerVariable = 'ML_WORKFLOW_OWNER';
/**
 * `github:<id of the repository>` in a job, else `local:<hash>` of the origin's address, or of the folder where there is
 * none: everybody who works on the same repository with the same account is one owner. ML_WORKFLOW_OWNER overrides it.
 * Throws an `OwnerError`. `workspace`: absolute.
 */
function ownerOf(environment, workspace) {
    const given = environment[ownerVariable];
    if (given !== undefined && given !== '')
        return checkedOwner(given, ownerVariable);
    const repository = environment.GITHUB_REPOSITORY_ID;
    if (environment.GITHUB_ACTIONS === 'true' && repository !== undefined && /^[0-9]{1,20}$/.test(repository))
        return `github:${repository}`;
    return `local:${hash(origin(workspace) ?? `folder ${(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.realpathSync)(workspace)}`)}`;
}
/** `from`: what a message calls it. */
function checkedOwner(text, from) {
    if (/^[A-Za-z0-9][A-Za-z0-9:._-]{0,63}$/.test(text))
        return text;
    throw new OwnerError(`${from} must be 1 to 64 letters, digits and \`: . _ -\`, and begin with a letter or digit; found \`${text.slice(0, 80)}\``);
}
/** The proof that a pod is ours, without which nothing touches it: two marks in its environment and its name. */
function isOwnPod(pod, owner) {
    return (0,_pod_name_js__WEBPACK_IMPORTED_MODULE_3__/* .isPodName */ .LW)(pod.name) && pod.env.MLW_OWNER === owner && pod.env.MLW_NAME === pod.name;
}
/** Without credentials, and the same for every way of writing it. Undefined when there is none, or no git. */
function origin(workspace) {
    let text;
    try {
        text = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('git', ['config', '--get', 'remote.origin.url'], {
            cwd: workspace,
            env: { PATH: process.env.PATH, HOME: process.env.HOME },
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
            timeout: 10_000,
        }).trim();
    }
    catch {
        return undefined;
    }
    return text === '' ? undefined : withoutCredentials(text);
}
/** `git@github.com:me/it.git`, `https://me:secret@github.com/me/it` → `github.com/me/it`. */
function withoutCredentials(address) {
    const [, authority, path] = /^[a-z][a-z0-9+.-]*:\/\/([^/]*)(\/.*)?$/i.exec(address) ?? /^([^/:]+):(?!\/\/)(.*)$/.exec(address) ?? [];
    if (authority === undefined)
        return address;
    const host = authority
        .slice(authority.lastIndexOf('@') + 1)
        .replace(/:\d+$/, '')
        .toLowerCase();
    const rest = (path ?? '')
        .replace(/^\/+/, '')
        .replace(/\/+$/, '')
        .replace(/\.git$/, '');
    return `${host}/${rest}`;
}
function hash(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}


/***/ }),

/***/ 88261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/** Text of others, fit to be shown: no secrets, no terminal escapes, not endless. */
/** Shorter values say nothing and stand in many words. */
const leastSecret = 8;
function plain(text, most, secrets = []) {
    let shown = text;
    for (const secret of secrets)
        if (secret.length >= leastSecret)
            shown = shown.replaceAll(secret, '***');
    shown = shown
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
        .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g, '')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
        .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
        .trim();
    return shown.length > most ? `${shown.slice(0, most)}…` : shown;
}


/***/ }),

/***/ 40037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ wallClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/** The time that waiting for RunPod takes. */

/** That of this machine. */
const wallClock = {
    now: Date.now,
    async sleep(milliseconds, signal) {
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal ? { signal } : {});
        }
        catch (error) {
            // Its own error would hide who called it off.
            signal?.throwIfAborted();
            throw error;
        }
    },
};


/***/ }),

/***/ 44412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ epochOf),
/* harmony export */   LW: () => (/* binding */ isPodName),
/* harmony export */   t5: () => (/* binding */ newPodName),
/* harmony export */   t7: () => (/* binding */ shortPodName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** The names of our pods: unique for ever, and recognised before anything else is looked at. */

const pattern = /^mlw-[a-z0-9][a-z0-9-]{0,11}-[a-z0-9][a-z0-9-]{0,23}-([0-9]{10})-[0-9a-f]{6}$/;
/** `epoch`: seconds since 1970. At most 60 characters: `mlw-gh-1234567-sweep-3f9a-1795288500-0c41d7`. */
function newPodName(owner, run, epoch) {
    const seconds = Math.floor(epoch).toString().padStart(10, '0');
    const random = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(3).toString('hex');
    // The end of a run's id is what tells it from others.
    const parts = [start(slug(owner.replace(/^github:/, 'gh-')), 12), end(slug(run), 24), seconds, random];
    return `mlw-${parts.join('-')}`;
}
/** Whether it may be one of ours. What proves it is the pod's environment. */
function isPodName(name) {
    return pattern.test(name);
}
/** As the lines of a run call it: by the end of its name. */
function shortPodName(name) {
    return `pod ${name.slice(name.lastIndexOf('-') + 1)}`;
}
/** When it was intended, in seconds since 1970. */
function epochOf(name) {
    const [, epoch] = pattern.exec(name) ?? [];
    if (epoch === undefined)
        throw new Error(`internal: this is no name of a pod: ${name}; please report this`);
    return Number(epoch);
}
function slug(text) {
    return text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
function start(text, most) {
    return trimmed(trimmed(text).slice(0, most));
}
function end(text, most) {
    return trimmed(trimmed(text).slice(-most));
}
function trimmed(text) {
    return text.replace(/^-+|-+$/g, '') || 'x';
}


/***/ }),

/***/ 53187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ members),
/* harmony export */   t: () => (/* binding */ Rate)
/* harmony export */ });
/** The pace of requests that RunPod's rate-limit headers ask for, shared by all users of one client. */
/** A wait looks again so often: answers that came meanwhile may have shown that it is over. */
const sliceSeconds = 30;
/** Seconds, where several processes share a quota. */
const leastSpacing = 5;
/** After an answer 429 that names no time, or none to speak of. */
const leastSeconds = 0.2;
/** Times until a window starts anew are told in whole seconds; this much apart, they are of one window. */
const sameMilliseconds = 2000;
class Rate {
    #options;
    #windows = new Map();
    /** Of each window: requests in it, and its length. */
    #policies = new Map();
    /** Requests that no answer counts yet. */
    #underWay = 0;
    /** From an answer 429: nothing goes out before. */
    #held = { until: 0, why: '' };
    #told = 0;
    constructor(options) {
        this.#options = options;
    }
    /** When a request may go out, in milliseconds since the epoch, and why not now; undefined when it may. */
    #blocked(now) {
        let { until, why } = this.#held;
        for (const [name, window] of this.#windows) {
            if (window.resets <= now) {
                // The next one is known from the policy, until an answer tells more.
                const policy = this.#policies.get(name);
                if (!policy)
                    this.#windows.delete(name);
                else {
                    const resets = now + policy.seconds * 1000;
                    this.#windows.set(name, { left: policy.quota, resets, isAssumed: true });
                }
            }
            else if (window.left <= this.#underWay && window.resets > until) {
                until = window.resets;
                why = `RunPod's rate limit for the ${name} is used up`;
            }
        }
        return until > now ? { until, why } : undefined;
    }
    /**
     * Waits until a request may go out and counts it; or says why it may not for longer than anybody waits. Rejects with the
     * reason of `signal`.
     */
    async take(signal) {
        for (;;) {
            signal?.throwIfAborted();
            const now = this.#options.now();
            const blocked = this.#blocked(now);
            if (!blocked)
                break;
            const seconds = Math.ceil((blocked.until - now) / 1000);
            if (seconds > this.#options.longestSeconds) {
                return `${blocked.why}, the next request may go out in ${seconds} s`;
            }
            if (blocked.until > this.#told) {
                this.#told = blocked.until;
                this.#options.onWait?.(seconds, blocked.why);
            }
            await this.#options.sleep(Math.min(blocked.until - now, sliceSeconds * 1000), signal);
        }
        this.#underWay += 1;
        return undefined;
    }
    /** Seconds between two requests of each of so many processes: a third of the quota is left for what else they ask. */
    spacing(processes) {
        const paces = [...this.#policies.values()]
            // In a longer window there is room for all looks until a pod is ready.
            .filter(({ seconds }) => seconds <= 60)
            .map(({ quota, seconds }) => (1.5 * processes * seconds) / quota);
        return Math.max(leastSpacing, ...paces);
    }
    /** The request that was counted is no longer on its way: it has its answer, or will have none. */
    answered() {
        this.#underWay -= 1;
    }
    /**
     * An answer 429, after `learn`. `fallback`: seconds to wait when it does not say how long. Windows that it shows as
     * exhausted are waited for as well: the longest counts.
     */
    refused(read, fallback) {
        const now = this.#options.now();
        const after = secondsAfter(read('retry-after'), now);
        if (after === undefined && this.#blocked(now))
            return;
        const until = now + Math.max(after ?? fallback, leastSeconds) * 1000;
        if (until > this.#held.until)
            this.#held = { until, why: 'RunPod asks for fewer requests' };
    }
    /** From the headers of any answer, after `answered` for its own request. */
    learn(read) {
        const now = this.#options.now();
        for (const { name, numbers } of members(read('ratelimit-policy'))) {
            const quota = numbers.get('q');
            const seconds = numbers.get('w');
            if (quota && seconds)
                this.#policies.set(name, { quota, seconds });
        }
        for (const { name, numbers } of members(read('ratelimit'))) {
            const left = numbers.get('r');
            const seconds = numbers.get('t');
            if (left === undefined || seconds === undefined || left < 0 || seconds < 0)
                continue;
            const resets = now + seconds * 1000;
            const known = this.#windows.get(name);
            const isSame = known && !known.isAssumed && Math.abs(known.resets - resets) <= sameMilliseconds;
            // Answers may overtake each other: of one window, the least that is left is the latest.
            if (isSame)
                known.left = Math.min(known.left, left);
            else if (!known || known.isAssumed || resets > known.resets) {
                this.#windows.set(name, { left, resets, isAssumed: false });
            }
        }
    }
}
/** `"minute";r=0;t=12, "hour";r=2800;t=1812`; what is not of that form is passed over. */
function members(header) {
    return (header ?? '').split(',').flatMap((member) => {
        const [name = '', ...parameters] = member.split(';').map((part) => part.trim());
        const numbers = new Map();
        for (const parameter of parameters) {
            const match = /^([a-z]+)=(\d+(?:\.\d+)?)$/.exec(parameter);
            if (match?.[1] && match[2])
                numbers.set(match[1], Number(match[2]));
        }
        const bare = name.replace(/^"|"$/g, '').slice(0, 40);
        return /^[\w.-]+$/.test(bare) ? [{ name: bare, numbers }] : [];
    });
}
/** `Retry-After`: seconds, or a date. */
function secondsAfter(header, now) {
    if (!header)
        return undefined;
    const seconds = Number(header);
    if (Number.isFinite(seconds))
        return seconds >= 0 ? seconds : undefined;
    const at = Date.parse(header);
    return Number.isNaN(at) ? undefined : Math.max(0, (at - now) / 1000);
}


/***/ })

};
