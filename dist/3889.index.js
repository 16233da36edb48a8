export const id = 3889;
export const ids = [3889];
export const modules = {

/***/ 47290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ reopenFrom),
/* harmony export */   jD: () => (/* binding */ reopenFailed),
/* harmony export */   rc: () => (/* binding */ decided)
/* harmony export */ });
/* harmony import */ var _evolve_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74994);
/* harmony import */ var _follows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84009);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80306);



/**
 * The events to go on from; those given where nothing has failed, or nothing can be tried again. `top`: a branch of the
 * block that was handed out, instead of the whole run.
 */
function reopenFailed(plan, events, top) {
    let state = (0,_evolve_js__WEBPACK_IMPORTED_MODULE_0__/* .fold */ .A)(plan, events);
    let journal = events;
    if (state.stopping?.by === 'cancel' && endOf(state, top) !== undefined) {
        const resumed = new Rewriting(plan, events);
        // After its end nobody is there for what the cancel had not ended yet.
        resumed.interruptRunning();
        resumed.add({ type: 'run-resumed' });
        resumed.interruptRunning();
        journal = resumed.events;
        state = resumed.state;
    }
    const culprit = culpritOf(state, journal, top);
    if (culprit === undefined)
        return journal;
    const again = new Rewriting(plan, journal.slice(0, culprit));
    for (const event of journal.slice(culprit + 1))
        if (isKept(state, again.state, event))
            again.take(event);
    again.interruptRunning();
    return again.events;
}
/**
 * The events to go on from when this element, and all that stands behind it, is to run again; undefined when the run has not
 * come to it. What runs beside it is kept.
 */
function reopenFrom(plan, events, from) {
    const before = (0,_evolve_js__WEBPACK_IMPORTED_MODULE_0__/* .fold */ .A)(plan, events);
    const isOwn = (event) => 'node' in event && isAround(before, from, event.node);
    const first = events.findIndex(isOwn);
    if (first < 0)
        return undefined;
    const again = new Rewriting(plan, events.slice(0, first));
    for (const event of events.slice(first))
        if (!isOwn(event) && isKept(before, again.state, event))
            again.take(event);
    again.interruptRunning();
    return again.events;
}
/** With a person's decision about what the run waits for. `label`: of the approvals; all of them when absent. `at`: UTC, ISO 8601. */
function decided(plan, events, decision) {
    const { label, approved, by, at } = decision;
    const again = new Rewriting(plan, events);
    const titles = [];
    for (const node of [...again.state.asked]) {
        const own = again.state.byId.get(node);
        if (own?.kind !== 'approval' || (label !== undefined && own.label !== label))
            continue;
        again.take({ seq: 0, at, type: 'approval-given', node, approved, by });
        titles.push(own.label);
    }
    return { events: again.events, decided: titles };
}
class Rewriting {
    events;
    state;
    constructor(plan, events) {
        this.events = [...events];
        this.state = (0,_evolve_js__WEBPACK_IMPORTED_MODULE_0__/* .fold */ .A)(plan, events);
    }
    take(event) {
        const next = { ...event, seq: this.events.length + 1 };
        this.events.push(next);
        (0,_evolve_js__WEBPACK_IMPORTED_MODULE_0__/* .evolve */ .s)(this.state, next);
    }
    add(fact) {
        this.take({ seq: 0, at: this.events.at(-1)?.at ?? '', ...fact });
    }
    interruptRunning() {
        for (const node of [...this.state.running])
            this.add({ type: 'unit-interrupted', node, attempt: (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeState */ .GN)(this.state, node).attempt ?? 1 });
    }
}
/** How it has ended, or will when the handlers that are left, in another job it may be, have done their work. */
function endOf(state, top) {
    const settlement = top === undefined ? state.settlement : state.nodes.get(top)?.settlement;
    if (settlement)
        return settlement;
    // Parents stand before their children.
    for (const { id, kind } of state.plan.nodes) {
        const own = state.nodes.get(id);
        const isHandling = (kind === 'try' || kind === 'handlers') && own && !own.settlement;
        const isFailed = own?.worst !== undefined && own.worst.is !== 'succeeded';
        if (isHandling && isFailed && (top === undefined || isAround(state, top, id)))
            return own.worst;
    }
    return undefined;
}
/** Where in the journal it stands. */
function culpritOf(state, events, top) {
    const settlement = endOf(state, top);
    if (!settlement || settlement.is === 'succeeded')
        return undefined;
    if (state.stopping?.by === 'gate-error')
        return found(events.findIndex(isGateError));
    if (settlement.is === 'not-met')
        return found(events.findLastIndex((event) => event.type === 'gate-decided' && event.gate === settlement.gate));
    if (settlement.is === 'stopped')
        return undefined;
    return found(events.findLastIndex((event) => isFailureOf(state, event, settlement.node)));
}
function found(index) {
    return index < 0 ? undefined : index;
}
function isGateError(event) {
    return ((event.type === 'gate-decided' && event.outcome === 'error') ||
        (event.type === 'case-decided' && event.arm < 0));
}
/** Whether it has made the node fail. */
function isFailureOf(state, event, node) {
    switch (event.type) {
        case 'unit-failed':
        case 'assignment-failed':
        case 'timed-out':
        case 'budget-exceeded':
        case 'gate-decided':
            return event.node === node;
        case 'approval-given':
            return event.node === node && !event.approved;
        case 'cell-lost':
            return isAround(state, event.node, node) || state.byId.get(event.node)?.parent === node;
        default:
            return false;
    }
}
function isAround(state, outer, id) {
    for (let at = id; at !== null; at = state.byId.get(at)?.parent ?? null)
        if (at === outer)
            return true;
    return false;
}
/** Of what came behind the failure. `before`: as it all ended; `now`: as it is without the failure. */
function isKept(before, now, event) {
    if (!(0,_follows_js__WEBPACK_IMPORTED_MODULE_1__/* .follows */ .p)(now, event))
        return false;
    switch (event.type) {
        case 'run-concluded':
        case 'cancel-requested':
        case 'run-resumed':
        case 'cell-lost':
            return false;
        case 'unit-failed':
            // What a stop had ended is to run again, and so is what has failed beside it and nothing took care of.
            return event.class !== 'cancelled' && isHandled(before, event.node, event.attempt);
        case 'timed-out':
        case 'budget-exceeded':
        case 'assignment-failed':
            return before.caught.has(event.node);
        case 'gate-decided':
        case 'case-decided':
            return !isGateError(event);
        default:
            return true;
    }
}
function isHandled(state, unit, attempt) {
    const own = state.nodes.get(unit);
    // It has run again since.
    if (own?.failure?.attempt !== attempt)
        return true;
    return state.caught.has(unit);
}


/***/ }),

/***/ 40273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ye: () => (/* binding */ artifactsOfRun),
/* harmony export */   d7: () => (/* binding */ actionsArtifacts),
/* harmony export */   nE: () => (/* binding */ ArtifactError)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/** The artifacts of a run on GitHub: what one job leaves for the jobs after it, and one run for the run that goes on with it. */



class ArtifactError extends Error {
    // Recognised by it, so that nobody has to load the client for that.
    name = 'ArtifactError';
}
/** Not in a file's name: the client refuses most, turns `\` into `/`, and on unpacking folds dots into one. */
const oddInPath = /["\\:<>|*?\r\n]|(?:^|\/)\.\.+(?:\/|$)/;
/** Of the run that this process is a part of. The client is loaded with the first call: it takes a quarter second. */
function actionsArtifacts() {
    return storeOf({});
}
/** Only to read. */
function artifactsOfRun({ run, owner, repository, token, }) {
    const findBy = { workflowRunId: run, repositoryOwner: owner, repositoryName: repository, token };
    return storeOf({ findBy });
}
function storeOf(options) {
    const digests = new Map();
    return {
        async upload(name, directory, { retentionDays }) {
            const root = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(directory);
            const files = await filesToUpload(root);
            if (files.length === 0)
                throw new ArtifactError(`${directory} has no file for the artifact \`${name}\``);
            await withClient(`the artifact \`${name}\` was not uploaded`, (client) => client.uploadArtifact(name, files, root, retentionDays === undefined ? {} : { retentionDays }));
        },
        async list() {
            const { artifacts } = await withClient('the artifacts of the run were not listed', (client) => client.listArtifacts(options));
            for (const { id, digest } of artifacts)
                if (digest !== undefined)
                    digests.set(id, digest);
            return artifacts
                .map(({ name, id, size, createdAt }) => ({
                name,
                id,
                size,
                ...(createdAt === undefined ? {} : { createdAt: createdAt.toISOString() }),
            }))
                .sort((one, other) => other.id - one.id);
        },
        async download(id, into) {
            await makeEmpty(into);
            const expectedHash = digests.get(id);
            const { digestMismatch } = await withClient(`artifact ${id} was not downloaded`, (client) => client.downloadArtifact(id, {
                path: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(into),
                ...options,
                ...(expectedHash === undefined ? {} : { expectedHash }),
            }));
            if (digestMismatch === true)
                throw new ArtifactError(`artifact ${id} has arrived with other bytes than were uploaded`);
            await assertPlain(into, id);
        },
    };
}
async function withClient(failure, work) {
    for (const name of ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']) {
        if ((process.env[name] ?? '') === '')
            throw new ArtifactError(`${failure}: this is not an action on GitHub Actions, ${name} is not set`);
    }
    const { DefaultArtifactClient } = await __webpack_require__.e(/* import() */ 9645).then(__webpack_require__.bind(__webpack_require__, 9645));
    try {
        return await work(new DefaultArtifactClient());
    }
    catch (error) {
        throw new ArtifactError(`${failure}: ${reasonOf(error)}`, { cause: error });
    }
}
/** By words: the client keeps neither status nor class of an error. */
function reasonOf(error) {
    const message = error instanceof Error ? error.message : String(error);
    const first = message.split('\n')[0]?.trim() ?? '';
    const network = /Unable to make request: (\w+)/.exec(message)?.[1];
    if (network !== undefined)
        return `GitHub's artifact service cannot be reached (${network})`;
    if (/storage quota has been hit/.test(message))
        return "the account's storage for artifacts is used up";
    if (/not currently supported on GHES/.test(message))
        return 'an Enterprise Server has no artifact service that this client knows';
    if (/No artifacts found for ID/.test(message))
        return 'the run has no such artifact';
    if (/\(409\)/.test(message))
        return 'the run already has an artifact of that name';
    if (/\(401\)/.test(message))
        return "GitHub's artifact service does not take the job's token";
    if (/\(403\)/.test(message))
        return "GitHub's artifact service does not allow it to this job";
    if (/Artifact download failed after|stalled/.test(message))
        return 'the transfer did not succeed, however often it was tried';
    return first === '' ? 'the service gave no reason' : first;
}
/** Looked at before the client does: it follows links, leaves out silently what it cannot read, or ends the process. */
async function filesToUpload(root) {
    const files = [];
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(root, { recursive: true, withFileTypes: true }).catch((error) => {
        throw new ArtifactError(`cannot read ${root}: ${error.message}`);
    });
    for (const entry of entries) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(entry.parentPath, entry.name);
        const shown = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, path);
        if (entry.isDirectory())
            continue;
        if (entry.isSymbolicLink())
            throw new ArtifactError(`\`${shown}\` is a symbolic link, which an artifact cannot hold`);
        if (!entry.isFile())
            throw new ArtifactError(`\`${shown}\` is no plain file`);
        if (oddInPath.test(shown.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_2__.sep, '/')))
            throw new ArtifactError(`an artifact cannot hold \`${shown}\`: no name may be only dots, or have one of " \\ : < > | * ? in it`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.R_OK).catch(() => {
            throw new ArtifactError(`cannot read \`${shown}\``);
        });
        files.push(path);
    }
    return files.sort();
}
async function makeEmpty(into) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(into, { recursive: true });
        // A link would lead what is unpacked elsewhere.
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(into)).isDirectory())
            throw new ArtifactError(`${into} is not a folder`);
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(into)).length > 0)
            throw new ArtifactError(`${into} is not empty`);
    }
    catch (error) {
        if (error instanceof ArtifactError)
            throw error;
        throw new ArtifactError(`cannot make ${into}: ${String(error)}`, { cause: error });
    }
}
/** The archive may be made by whatever ran in the job. */
async function assertPlain(into, id) {
    for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(into, { recursive: true, withFileTypes: true })) {
        if (entry.isFile() || entry.isDirectory())
            continue;
        const shown = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(into, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(entry.parentPath, entry.name));
        throw new ArtifactError(`artifact ${id} is refused: \`${shown}\` in it is no plain file`);
    }
}


/***/ }),

/***/ 63889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XZ: () => (/* binding */ attemptIn),
  aW: () => (/* binding */ downloaded),
  em: () => (/* binding */ earlierPlan),
  Y$: () => (/* binding */ newestPlan),
  PF: () => (/* binding */ restore),
  fY: () => (/* binding */ writeJournal)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/desk/tree.js + 2 modules
var tree = __webpack_require__(28521);
// EXTERNAL MODULE: ./build/drivers/parts.js + 2 modules
var drivers_parts = __webpack_require__(75078);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: ./build/engine/reopen-failed.js
var reopen_failed = __webpack_require__(47290);
// EXTERNAL MODULE: ./build/github/artifacts.js
var artifacts = __webpack_require__(40273);
// EXTERNAL MODULE: ./build/jobs/layout.js
var layout = __webpack_require__(98407);
;// CONCATENATED MODULE: ./build/parts/earlier.js
/** What earlier jobs and earlier attempts have left, and what of it counts for the job that begins. */



/** Of all that is stored, the parts besides that of the plan job that the job begins with. */
function partsFor(names, epoch, { order, job, leg }) {
    const place = order.indexOf(job.id);
    return (0,drivers_parts/* newestParts */.Nz)(names, epoch).filter((name) => {
        const parsed = (0,drivers_parts/* parsePartName */.Yg)(name);
        if (!parsed || parsed.job === layout/* planJob */.b1 || parsed.job === layout/* concludeJob */.P0)
            return false;
        const at = order.indexOf(parsed.job);
        return at >= 0 && (at < place || (at === place && parsed.leg === leg));
    });
}
/**
 * The journal that the job begins with, and the `seq` behind which its own events begin. One that has run before goes on
 * from what it had come to. `events`: of the restored run.
 */
function journalFor(plan, events, parts, { order, job, leg }) {
    const own = parts.find((part) => part.job === job.id && part.leg === leg);
    const place = order.indexOf(job.id);
    const isOver = parts.some((part) => order.indexOf(part.job) < place && part.attempt > (own?.attempt ?? 0));
    // What came before it has run again since: its own part tells of another run of the chain.
    if (!own || isOver)
        return { events, after: events.length };
    const tops = job.is === 'matrix' ? (job.legs[leg ?? 0]?.branches ?? []) : [undefined];
    return {
        events: tops.reduce((journal, top) => (0,reopen_failed/* reopenFailed */.jD)(plan, journal, top), events),
        after: own.after,
    };
}

// EXTERNAL MODULE: ./build/parts/report.js
var report = __webpack_require__(80635);
// EXTERNAL MODULE: ./build/parts/whole.js + 1 modules
var whole = __webpack_require__(28693);
;// CONCATENATED MODULE: ./build/parts/restore.js
/** A fresh machine → the run as the jobs before this one have left it: tree, plan, journal, and what units have written. */












/** Rejects with a `RunError` or an `ArtifactError` when nothing tells how the run goes on. */
async function restore({ job, leg: label, project, token, digest, environment, }) {
    if (token !== '')
        core/* setSecret */.Pq(token);
    const attempt = attemptIn(environment);
    const store = (0,artifacts/* actionsArtifacts */.d7)();
    // The client tells a lot, all of it to standard output.
    core/* startGroup */.Oh('what earlier jobs have left');
    const stored = ofThisRun(await store.list(), attempt);
    const planned = await planPart(store, stored, environment);
    if (planned.digest !== digest)
        throw new run_error/* RunError */.e4(digest === ''
            ? 'input `plan` is missing: the job `plan` did not say what it has planned'
            : 'the plan is not the one that the job `plan` has made: something has written another in its place');
    const { plan, sha, isHosted } = planned;
    const { layout } = (0,whole/* wholeOf */.l2)(plan);
    const order = layout.jobs.map(({ id }) => id);
    const own = layout.jobs.find(({ id }) => id === job);
    if (!own)
        throw new run_error/* RunError */.e4(`the chain has no job \`${job}\`; compile the workflow again`);
    const leg = own.is === 'matrix' ? own.legs.findIndex((one) => one.label === label) : undefined;
    // What the matrix is when nobody said which legs there are.
    if (leg === -1 && label === '-')
        throw new run_error/* RunError */.e4(`which legs \`${job}\` has was lost: GitHub drops an output that holds a masked value, such as a secret that is part of a label`);
    if (leg === -1)
        throw new run_error/* RunError */.e4(`the job \`${job}\` has no leg \`${label}\`; compile the workflow again`);
    const beginning = { order, job: own, leg };
    const names = stored.map(({ name }) => name);
    const wanted = partsFor(names, planned.part.epoch, beginning);
    const folders = await downloaded(store, stored, wanted, environment);
    core/* endGroup */.N4();
    const parts = (0,drivers_parts/* readParts */.fp)([planned.part.folder, ...folders]);
    await (0,tree/* bringCode */.qX)(sha, token, project, environment);
    const workspace = (0,external_node_path_.join)((0,tree/* rootOf */.I5)(environment), project);
    const { events, folder, notices } = (0,drivers_parts/* restoreRun */.Ai)(workspace, parts, order, job);
    for (const notice of notices)
        core/* notice */.lm(notice);
    const file = {
        ...{ schema: 1, job, ...(leg === undefined ? {} : { leg }) },
        ...{ run: planned.part.run, attempt, epoch: planned.part.epoch, workspace, project },
    };
    const begun = journalFor(plan, events, parts, beginning);
    if (begun.events !== events)
        writeJournal(folder.journal, begun.events);
    return {
        plan,
        events: begun.events,
        isHosted,
        sha,
        onGitHub: planned.onGitHub,
        file: { ...file, after: begun.after },
    };
}
/**
 * The plan job runs again: the run that it had begun goes on, unless all of it is wanted again. Lays it out in the
 * workspace, which holds the code.
 */
async function earlierPlan(workspace, plan, environment) {
    const store = (0,artifacts/* actionsArtifacts */.d7)();
    const stored = ofThisRun(await store.list(), attemptIn(environment));
    const newest = newestPlan(stored);
    if (!newest)
        return undefined;
    const [part] = (0,drivers_parts/* readParts */.fp)(await downloaded(store, stored, [newest], environment));
    if (!part || (0,drivers_parts/* epochOf */.Fz)(attemptIn(environment), [part]) !== part.epoch)
        return undefined;
    // Planned otherwise now: then it is another run.
    if (JSON.stringify((0,report/* onGitHubIn */.ac)(part.folder).plan) !== JSON.stringify(plan))
        return undefined;
    const order = (0,whole/* wholeOf */.l2)(plan).layout.jobs.map(({ id }) => id);
    const { events, folder } = (0,drivers_parts/* restoreRun */.Ai)(workspace, [part], order);
    writeJournal(folder.journal, (0,reopen_failed/* reopenFailed */.jD)(plan, events));
    return { run: part.run, epoch: part.epoch, after: part.after };
}
function attemptIn({ GITHUB_RUN_ATTEMPT: attempt = '1' }) {
    return Number(attempt);
}
async function planPart(store, stored, environment) {
    const newest = newestPlan(stored);
    if (!newest)
        throw new run_error/* RunError */.e4('there is no run to go on with: the job `plan` has left nothing');
    const [part] = (0,drivers_parts/* readParts */.fp)(await downloaded(store, stored, [newest], environment));
    if (!part)
        throw new run_error/* RunError */.e4(`\`${newest}\` is empty`);
    const { plan, onGitHub } = (0,report/* onGitHubIn */.ac)(part.folder);
    const digest = (0,report/* digestOf */.ol)((0,external_node_path_.join)(part.folder, 'run'));
    return { part, plan, sha: onGitHub.sha, isHosted: onGitHub.isHosted, onGitHub, digest };
}
/** Any process of a job may upload under any name: what says to be of an attempt that has not been is nobody's. */
function ofThisRun(stored, attempt) {
    return stored.filter(({ name }) => ((0,drivers_parts/* parsePartName */.Yg)(name)?.attempt ?? 0) <= attempt);
}
function newestPlan(stored) {
    const attempts = stored.flatMap(({ name }) => {
        const parsed = (0,drivers_parts/* parsePartName */.Yg)(name);
        return parsed?.job === layout/* planJob */.b1 ? [parsed.attempt] : [];
    });
    return attempts.length === 0 ? undefined : (0,drivers_parts/* partName */.pn)({ job: layout/* planJob */.b1, attempt: Math.max(...attempts) });
}
/** At once, as far as the service likes it. */
const downloadsAtOnce = 8;
async function downloaded(store, stored, names, environment) {
    const above = (0,external_node_path_.join)(environment.RUNNER_TEMP ?? '', 'ml-workflow', 'parts');
    (0,external_node_fs_.mkdirSync)(above, { recursive: true });
    const folders = names.map((name) => (0,external_node_path_.join)(above, name));
    const left = names.map((name, index) => ({ name, into: folders[index] ?? '' }));
    const work = async () => {
        for (let next = left.shift(); next; next = left.shift()) {
            const found = stored.find(({ name }) => name === next?.name);
            if (!found)
                throw new run_error/* RunError */.e4(`the artifact \`${next.name}\` is gone`);
            (0,external_node_fs_.rmSync)(next.into, { recursive: true, force: true });
            await store.download(found.id, next.into);
        }
    };
    await Promise.all(Array.from({ length: downloadsAtOnce }, work));
    return folders;
}
function writeJournal(path, events) {
    (0,external_node_fs_.writeFileSync)(path, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
}


/***/ }),

/***/ 28693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  As: () => (/* binding */ isComplete),
  Zw: () => (/* binding */ jobOf),
  zD: () => (/* binding */ joinedBy),
  Yw: () => (/* binding */ openTitles),
  l2: () => (/* binding */ wholeOf)
});

// EXTERNAL MODULE: ./build/drivers/hand-over.js
var hand_over = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/jobs/lay-out.js + 6 modules
var lay_out = __webpack_require__(41927);
;// CONCATENATED MODULE: ./build/jobs/owners.js
function ownersOf(plan, layout) {
    const holders = new Map();
    const deciders = new Map();
    for (const job of layout.jobs) {
        if (job.is === 'matrix') {
            job.legs.forEach(({ branches }, leg) => {
                for (const branch of branches)
                    holders.set(branch, { job: job.id, leg });
            });
            continue;
        }
        for (const { id: step, holds, decides } of job.steps) {
            const owner = { job: job.id, step };
            for (const node of holds)
                holders.set(node, owner);
            for (const { node, arm } of decides)
                deciders.set(keyOf(node, arm), owner);
        }
    }
    // Parents stand before their children.
    for (const { id, parent } of plan.nodes) {
        const above = parent === null ? undefined : holders.get(parent);
        if (above && !holders.has(id))
            holders.set(id, above);
    }
    return { ownerOf: (node, arm = 0) => deciders.get(keyOf(node, arm)) ?? holders.get(node) };
}
function keyOf(node, arm) {
    return `${arm} ${node}`;
}

;// CONCATENATED MODULE: ./build/parts/whole.js
/** The plan of a run as the jobs see it: its layout, and whose each node is. */



function wholeOf(plan) {
    const layout = (0,lay_out/* layOut */.v)(plan);
    return { plan, layout, owners: ownersOf(plan, layout) };
}
/** Throws an `Error` that says which jobs there are. */
function jobOf({ layout }, id) {
    const job = layout.jobs.find((one) => one.id === id);
    if (job)
        return job;
    const known = layout.jobs.map((one) => `\`${one.id}\``).join(', ');
    throw new Error(`the chain has no job \`${id}\` (it has ${known}); compile the workflow again`);
}
/** The matrices whose results a job takes in. */
function joinedBy({ layout }, job) {
    const joins = job.is === 'stretch' ? job.joins : [];
    return layout.jobs.filter((one) => one.is === 'matrix' && joins.includes(one.id));
}
/** For a message: what of the chain has not come to an end. */
function openTitles(state) {
    return [...state.nodes]
        .filter(([, own]) => own.settlement === undefined)
        .flatMap(([id]) => {
        const node = state.byId.get(id);
        return node?.kind === 'unit' ? [`\`${node.title}\``] : [];
    });
}
/** Nothing of the job has failed, also where handlers in another job follow from it, and nothing of it is left to do. */
function isComplete(state, whole, id) {
    if (state.stopping || (state.settlement && state.settlement.is !== 'succeeded'))
        return false;
    const { layout, owners } = whole;
    const job = jobOf(whole, id);
    const isRed = job.is === 'stretch' && job.steps.some((step) => (0,hand_over/* verdictOfStep */.h0)(state, step).is === 'unhandled');
    return !isRed && (0,hand_over/* handOverOf */.PS)(state, layout, owners, id).ready.length === 0;
}


/***/ })

};
