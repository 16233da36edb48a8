export const id = 9396;
export const ids = [9396];
export const modules = {

/***/ 49277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ exitCodeOf),
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
const exitCodes = {
    done: 0,
    failed: 1,
    invalidInput: 2,
    gateNotMet: 3,
    waiting: 4,
    cancelled: 130,
};
function exitCodeOf(decision) {
    switch (decision) {
        case 'passed':
        case 'handled':
            return exitCodes.done;
        case 'failed':
            return exitCodes.failed;
        case 'not-met':
            return exitCodes.gateNotMet;
        case 'waiting':
            return exitCodes.waiting;
        case 'cancelled':
            return exitCodes.cancelled;
    }
}


/***/ }),

/***/ 49518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ exportTree)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/** The files of a commit, in a folder of their own. */




/**
 * Line ends are those that the repository's attributes ask for. Filters are not run: what Git LFS keeps elsewhere stays
 * a pointer, and nothing that a commit says runs a program here. Submodules are left out. The workspace, its index and
 * its hooks are not touched.
 */
async function exportTree(request) {
    const { workspace, revision, signal } = request;
    if (!/^[A-Za-z0-9][A-Za-z0-9_./~^-]*$/.test(revision))
        throw new Error(`\`${revision}\` does not name a commit`);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(request.into).length > 0)
        throw new Error(`${request.into} is not empty`);
    const temporary = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'tree-'));
    // These would name another repository or index than that of the workspace.
    const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...inherited } = request.environment;
    const environment = { ...inherited, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
    const git = (words, extra = {}) => run(words, workspace, { ...environment, ...extra }, signal);
    try {
        const [prefix, directory, filters] = await Promise.all([
            git(['rev-parse', '--show-prefix']),
            git(['rev-parse', '--absolute-git-dir']),
            git(['config', '--null', '--name-only', '--get-regexp', '^filter\\.']),
        ]);
        const folder = checked(prefix, workspace).replace(/\n$/, '').replace(/\/$/, '');
        const index = {
            GIT_INDEX_FILE: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temporary, 'index'),
            GIT_DIR: checked(directory, workspace).replace(/\n$/, ''),
            GIT_WORK_TREE: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(request.into),
        };
        const safe = [
            ...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.sparseCheckout=false', 'core.bare=false'],
            ...withoutFilters(filters.stdout),
        ].flatMap((setting) => ['-c', setting]);
        // Run where the files go: git takes paths as relative to the folder that it is run in.
        const there = (words) => run([...safe, ...words], request.into, { ...environment, ...index }, signal);
        const tree = folder === '' ? `${revision}^{tree}` : `${revision}:${folder}`;
        const read = await there(['read-tree', tree]);
        if (read.code !== 0)
            throw new Error(`${revision} has no ${folder === '' ? 'files that git can read' : `folder \`${folder}\``}: ${read.stderr}`);
        checked(await there(['checkout-index', '--all', '--quiet', '--force']), workspace);
        const modules = checked(await there(['ls-files', '--stage', '-z']), workspace);
        for (const line of modules.split('\0')) {
            const path = /^160000 \S+ \d\t(.+)$/s.exec(line)?.[1];
            if (path !== undefined)
                removeEmpty(request.into, path);
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(temporary, { recursive: true, force: true });
    }
}
function withoutFilters(names) {
    const filters = new Set();
    for (const name of names.split('\0')) {
        const filter = /^filter\.(.+)\.[^.]+$/s.exec(name)?.[1];
        if (filter !== undefined && !filter.includes('='))
            filters.add(filter);
        else if (filter !== undefined)
            throw new Error(`git's configuration has a filter with \`=\` in its name, \`${filter}\`, which cannot be turned off`);
    }
    return [...filters].flatMap((filter) => [
        `filter.${filter}.smudge=`,
        `filter.${filter}.process=`,
        `filter.${filter}.required=false`,
    ]);
}
/** The folder of a submodule, and those above it that have nothing else. */
function removeEmpty(root, path) {
    try {
        for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/'))))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, at));
    }
    catch {
        // It has something else, or is not there.
    }
}
function checked(output, workspace) {
    if (output.code !== 0)
        throw new Error(`git cannot read the repository of ${workspace}: ${output.stderr}`);
    return output.stdout;
}
function run(words, cwd, env, signal) {
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', words, {
            cwd,
            env,
            stdio: ['ignore', 'pipe', 'pipe'],
            ...(signal === undefined ? {} : { signal }),
        });
        const stdout = [];
        const stderr = [];
        child.stdout.on('data', (chunk) => stdout.push(chunk));
        child.stderr.on('data', (chunk) => stderr.push(chunk));
        child.once('error', reject);
        child.once('close', (code) => resolve({
            code: code ?? 1,
            stdout: Buffer.concat(stdout).toString(),
            stderr: Buffer.concat(stderr).toString().trim(),
        }));
    });
}


/***/ }),

/***/ 40273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ actionsArtifacts)
/* harmony export */ });
/* unused harmony export ArtifactError */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/** The artifacts of this run on GitHub: what one job leaves for the jobs after it. */



class ArtifactError extends Error {
    // Recognised by it, so that nobody has to load the client for that.
    name = 'ArtifactError';
}
/** Not in a file's name: the client refuses most, turns `\` into `/`, and on unpacking folds dots into one. */
const oddInPath = /["\\:<>|*?\r\n]|(?:^|\/)\.\.+(?:\/|$)/;
/** Of the run that this process is a part of. The client is loaded with the first call: it takes a quarter second. */
function actionsArtifacts() {
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
            const { artifacts } = await withClient('the artifacts of the run were not listed', (client) => client.listArtifacts());
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

/***/ 79254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ concludingPart),
/* harmony export */   JN: () => (/* binding */ isGuarded),
/* harmony export */   nd: () => (/* binding */ finallyNodes)
/* harmony export */ });
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98407);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71583);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28693);



/** `needs`: how the jobs before it have ended. */
function concludingPart(whole, needs) {
    const { plan, owners } = whole;
    const handlers = finallyNodes(plan);
    return {
        reach: {
            // `finally` always runs: also when the job where it stands was cancelled or lost. But what an environment guards
            // runs in its job alone: its reviewers may have said no.
            has: (node, arm) => {
                const job = owners.ownerOf(node, arm)?.job;
                return job === _jobs_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .concludeJob */ .P0 || (job !== undefined && !isGuarded(whole, job) && handlers.has(node));
            },
            concludes: true,
        },
        continues: true,
        settles: () => true,
        handOver: (now) => endOf(now, needs),
    };
}
/** Nothing more can be done here: why the run is over although the chain is not. */
function endOf(state, needs) {
    if (state.conclusion)
        return [];
    const isCancelled = Object.values(needs).includes('cancelled');
    if (isCancelled && !state.stopping)
        return [{ type: 'cancel-requested', by: 'GitHub' }];
    const failed = Object.entries(needs).filter(([, result]) => result === 'failure');
    const jobs = failed.map(([job]) => `\`${job}\``).join(', ');
    const open = (0,_whole_js__WEBPACK_IMPORTED_MODULE_0__/* .openTitles */ .Yw)(state);
    const where = open.length === 0 ? '' : ` before ${open.slice(0, 3).join(', ')} had ended`;
    const reason = jobs === ''
        ? `the run came to a stop${where}: GitHub started no job for what follows`
        : `the job ${jobs} ended without a result${where}`;
    return [{ type: 'run-concluded', decision: 'failed', reasonCode: 'incomplete', reason }];
}
/** All that stands in a `finally`. */
function finallyNodes(plan) {
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    const found = new Set();
    const open = plan.nodes.flatMap((node) => (node.kind === 'try' || node.kind === 'handlers') && node.finally !== null ? [node.finally] : []);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (found.has(id))
            continue;
        found.add(id);
        const node = byId.get(id);
        if (node)
            open.push(...(0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .LU)(node));
    }
    return found;
}
/** It stands behind an environment: whoever that asks may have said no. */
function isGuarded({ layout }, id) {
    const job = layout.jobs.find((one) => one.id === id);
    return job?.is === 'stretch' && job.environment !== undefined;
}


/***/ }),

/***/ 22896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mu: () => (/* binding */ readNeeds),
/* harmony export */   hF: () => (/* binding */ input),
/* harmony export */   zM: () => (/* binding */ demanded)
/* harmony export */ });
/* unused harmony export partInputs */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38702);
/** The inputs of the action's parts: the only place where their names stand beside the parts' `action.yml`, which a test compares. */


const partInputs = {
    open: ['job', 'workflow', 'sources', 'project', 'request', 'params', 'plan', 'needs', 'token', 'comment'],
    step: ['step', 'token'],
    cell: ['job', 'leg', 'project', 'plan', 'token'],
    conclude: ['needs', 'project', 'token'],
};
function input(key) {
    return _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(key).trim();
}
function demanded(key) {
    const value = input(key);
    if (value === '')
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RunError */ .e4(`input \`${key}\` is missing`);
    return value;
}
/** How the jobs before this one ended, from `toJSON(needs)`. */
function readNeeds() {
    const text = input('needs');
    if (text === '')
        return {};
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RunError */ .e4('input `needs`: this is no JSON; it is `${{ toJSON(needs) }}`');
    }
    if (typeof parsed !== 'object' || parsed === null)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RunError */ .e4('input `needs`: this is no `toJSON(needs)`');
    return Object.fromEntries(Object.entries(parsed).flatMap(([job, own]) => {
        const result = typeof own === 'object' && own !== null && 'result' in own ? own.result : undefined;
        return result === 'success' || result === 'failure' || result === 'cancelled' || result === 'skipped'
            ? [[job, result]]
            : [];
    }));
}


/***/ }),

/***/ 91989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ei: () => (/* binding */ openingPart),
/* harmony export */   G0: () => (/* binding */ deadlineOf),
/* harmony export */   K3: () => (/* binding */ joiningPart),
/* harmony export */   Nb: () => (/* binding */ joiningAtEnd),
/* harmony export */   Um: () => (/* binding */ stepPart),
/* harmony export */   Wh: () => (/* binding */ readProject)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59362);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38702);
/* harmony import */ var _engine_advance_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55592);
/* harmony import */ var _engine_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80306);
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98407);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79254);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28693);
/** What every job begins with: how far its processes may go, when it has to be done, where the project lies. */








/** Nothing of the chain is done, but what the next job is to do is handed out. */
function openingPart({ layout, owners }, job) {
    return {
        reach: _drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .noReach */ .rZ,
        continues: false,
        settles: () => false,
        handOver: (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatching */ .V0)(layout, owners, job),
    };
}
/** The same for a job behind others: what legs have lost is told. `events`: of the run as it was restored. */
function joiningPart(whole, id, events) {
    const part = openingPart(whole, id);
    const joined = (0,_whole_js__WEBPACK_IMPORTED_MODULE_5__/* .joinedBy */ .zD)(whole, (0,_whole_js__WEBPACK_IMPORTED_MODULE_5__/* .jobOf */ .Zw)(whole, id));
    const dispatched = new Set(events.flatMap((event) => (event.type === 'cells-dispatched' ? [event.node] : [])));
    return {
        ...part,
        handOver: (state) => {
            const lost = (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .lostIn */ .gJ)(state, joined, dispatched);
            return lost.length > 0 ? lost : part.handOver(state);
        },
    };
}
/**
 * The same for the last job. What stands in a job that is over was done there or will not be done: a unit has failed, so that
 * the handlers of the chain run; gates and values that nobody had come to are decided here, which changes nothing outside.
 * `finally` is left to the end.
 */
function joiningAtEnd(whole, events, needs) {
    const part = joiningPart(whole, _jobs_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .concludeJob */ .P0, events);
    const isCancelled = Object.values(needs).includes('cancelled');
    const cleanups = (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .finallyNodes */ .nd)(whole.plan);
    const elsewhere = (state, node) => {
        const job = whole.owners.ownerOf(node, (0,_engine_advance_js__WEBPACK_IMPORTED_MODULE_2__/* .armOf */ .c)(state, node))?.job;
        return job === undefined || job === _jobs_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .concludeJob */ .P0 || isCancelled || state.stopping?.cancelled
            ? undefined
            : job;
    };
    return {
        ...part,
        reach: {
            has: (node, _arm, state) => {
                const { kind } = (0,_engine_state_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeOf */ .E7)(state, node);
                const isPure = kind !== 'unit' && kind !== 'approval' && kind !== 'wait';
                return isPure && !cleanups.has(node) && elsewhere(state, node) !== undefined;
            },
            concludes: false,
        },
        handOver: (state) => {
            const facts = part.handOver?.(state) ?? [];
            if (facts.length > 0)
                return facts;
            const ready = [...state.ready.values()].flatMap((set) => [...set]);
            return ready.flatMap((node) => {
                const job = elsewhere(state, node);
                if (job === undefined || mayStillRun(whole, cleanups, job, node))
                    return [];
                return [
                    {
                        ...{ type: 'unit-failed', node, attempt: (state.starts.get(node) ?? 0) + 1, seconds: 0 },
                        ...{ class: 'lost', message: lossOf(whole, job, needs), tail: [] },
                    },
                ];
            });
        },
    };
}
function mayStillRun(whole, cleanups, job, node) {
    return cleanups.has(node) && !(0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .isGuarded */ .JN)(whole, job);
}
function lossOf(whole, id, needs) {
    const job = (0,_whole_js__WEBPACK_IMPORTED_MODULE_5__/* .jobOf */ .Zw)(whole, id);
    // Such as behind an output that GitHub dropped, because it holds a masked value.
    if (needs[id] === 'skipped')
        return `GitHub did not start the job \`${job.name}\`, in which the chain goes on`;
    const environment = job.is === 'stretch' ? job.environment : undefined;
    return environment === undefined
        ? `the job \`${job.name}\` ended without a result`
        : `the job for the environment \`${environment}\` was not let in, or its machine was lost`;
}
function stepPart({ layout, owners }, job, step) {
    return {
        reach: (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOfStep */ .L_)(owners, job, step),
        continues: true,
        // Pods, and the lock of a host, are held for the steps behind it.
        settles: (state) => (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .handOverOf */ .PS)(state, layout, owners, job).ready.length === 0,
        handOver: (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatching */ .V0)(layout, owners, job),
    };
}
/**
 * In milliseconds since 1970, five minutes before GitHub's: it would record the job as cancelled, and nobody could say why.
 * A runner of one's own has no end of its own.
 */
function deadlineOf(minutes, isHosted) {
    if (!isHosted && minutes >= _jobs_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .hostedMinutes */ .LI)
        return Number.MAX_SAFE_INTEGER;
    // Since this process began: it is the first of its job.
    return performance.timeOrigin + Math.max(1, minutes - 5) * 60_000;
}
/** Relative to the repository's root, with `/`; empty for the root itself. */
function readProject(text) {
    const parts = text.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
    if (parts.includes('..') || text.startsWith(node_path__WEBPACK_IMPORTED_MODULE_0__.sep))
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_7__/* .RunError */ .e4(`input \`project\`: \`${text}\` leaves the repository`);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(...parts, '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep)
        .join('/')
        .replace(/^\.$/, '')
        .replace(/\/$/, '');
}


/***/ }),

/***/ 72152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XZ: () => (/* binding */ attemptIn),
  em: () => (/* binding */ earlierPlan),
  PF: () => (/* binding */ restore)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/drivers/parts.js + 2 modules
var drivers_parts = __webpack_require__(75078);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: ./build/engine/evolve.js + 1 modules
var evolve = __webpack_require__(74994);
// EXTERNAL MODULE: ./build/engine/follows.js
var follows = __webpack_require__(84009);
// EXTERNAL MODULE: ./build/engine/state.js
var state = __webpack_require__(80306);
;// CONCATENATED MODULE: ./build/engine/reopen-failed.js



/**
 * The events to go on from; those given where nothing has failed, or nothing can be tried again. `top`: a branch of the
 * block that was handed out, instead of the whole run.
 */
function reopenFailed(plan, events, top) {
    let state = (0,evolve/* fold */.A)(plan, events);
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
class Rewriting {
    events;
    state;
    constructor(plan, events) {
        this.events = [...events];
        this.state = (0,evolve/* fold */.A)(plan, events);
    }
    take(event) {
        const next = { ...event, seq: this.events.length + 1 };
        this.events.push(next);
        (0,evolve/* evolve */.s)(this.state, next);
    }
    add(fact) {
        this.take({ seq: 0, at: this.events.at(-1)?.at ?? '', ...fact });
    }
    interruptRunning() {
        for (const node of [...this.state.running])
            this.add({ type: 'unit-interrupted', node, attempt: (0,state/* nodeState */.GN)(this.state, node).attempt ?? 1 });
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
    if (!(0,follows/* follows */.p)(now, event))
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
        events: tops.reduce((journal, top) => reopenFailed(plan, journal, top), events),
        after: own.after,
    };
}

// EXTERNAL MODULE: ./build/parts/report.js
var report = __webpack_require__(80635);
// EXTERNAL MODULE: ./build/parts/tree.js + 2 modules
var tree = __webpack_require__(25216);
// EXTERNAL MODULE: ./build/parts/whole.js + 1 modules
var whole = __webpack_require__(28693);
;// CONCATENATED MODULE: ./build/parts/restore.js
/** A fresh machine → the run as the jobs before this one have left it: tree, plan, journal, and what units have written. */












/** Rejects with a `RunError` or an `ArtifactError` when nothing tells how the run goes on. */
async function restore({ job, leg: label, project, token, digest, environment, }) {
    if (token !== '')
        core/* setSecret */.Pq(token);
    const attempt = attemptIn(environment);
    const store = (0,artifacts/* actionsArtifacts */.d)();
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
    return { plan, events: begun.events, isHosted, sha, file: { ...file, after: begun.after } };
}
/**
 * The plan job runs again: the run that it had begun goes on, unless all of it is wanted again. Lays it out in the
 * workspace, which holds the code.
 */
async function earlierPlan(workspace, plan, environment) {
    const store = (0,artifacts/* actionsArtifacts */.d)();
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
    writeJournal(folder.journal, reopenFailed(plan, events));
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
    return { part, plan, sha: onGitHub.sha, isHosted: onGitHub.isHosted, digest };
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

/***/ 56682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ signalsOf),
/* harmony export */   Rr: () => (/* binding */ exitCodeFor),
/* harmony export */   asPart: () => (/* binding */ asPart),
/* harmony export */   asPost: () => (/* binding */ asPost),
/* harmony export */   gJ: () => (/* binding */ exportHandOver)
/* harmony export */ });
/* unused harmony export variablesOf */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59362);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38702);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49277);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34937);
/* harmony import */ var _silence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89979);
/** What a part of the action says to GitHub: variables for the steps behind it, annotations, its exit code. */






/** What the gated steps and jobs read. Ids and axis text only: GitHub drops an output that holds a masked value. */
function exportHandOver(state, { layout, owners }, job) {
    const handOver = (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .handOverOf */ .PS)(state, layout, owners, job);
    for (const [name, value] of Object.entries(variablesOf(handOver)))
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .exportVariable */ .dN(name, value);
    return handOver;
}
function variablesOf({ ready, next, cells }) {
    return {
        ML_READY: JSON.stringify(ready),
        ML_NEXT: next,
        ML_CELLS: cells.length === 0 ? '' : JSON.stringify(cells),
    };
}
/** The step is red only for what nothing takes care of. */
function exitCodeFor(verdict, title) {
    switch (verdict.is) {
        case 'done':
            return _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.done;
        case 'handled':
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(`${verdict.what}, caught by \`${verdict.by}\``, { title });
            return _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.done;
        case 'unhandled':
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(verdict.what, { title });
            return _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.failed;
    }
}
/** Runs a part as the process that it is. Whatever goes wrong is one line and an exit code. */
async function asPart(work) {
    forgetEmpty(process.env);
    try {
        process.exitCode = await (0,_silence_js__WEBPACK_IMPORTED_MODULE_4__/* .neverInSilence */ .B)(process, work, () => {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(`internal error, please report it: ${_silence_js__WEBPACK_IMPORTED_MODULE_4__/* .stalledMessage */ .X}`);
            process.exit(1);
        });
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1(messageOf(error));
    }
}
/** A post that fails makes its job red, or nobody could run it again: what it was to leave is not there. */
async function asPost(work) {
    forgetEmpty(process.env);
    try {
        await work();
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1(`post: ${messageOf(error)}`);
    }
}
/** An expression gives an empty text for a secret that does not exist: what is missing is to be missing. */
function forgetEmpty(environment) {
    for (const [name, value] of Object.entries(environment))
        if (value === '' && !/^(?:INPUT|STATE|GITHUB|RUNNER|ACTIONS)_/.test(name))
            delete environment[name];
}
function messageOf(error) {
    if (!(error instanceof Error))
        return String(error);
    const isExpected = error instanceof _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_5__/* .RunError */ .e4 || error.name === 'ArtifactError';
    return isExpected ? error.message : `internal error, please report it: ${error.stack ?? error.message}`;
}
/** The runner's cancel, and our own deadline before that of the job, which GitHub would record as a cancel. */
function signalsOf({ deadline }) {
    const { first, second } = (0,_signals_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelOnSignals */ .d)();
    const late = new AbortController();
    const left = deadline - Date.now();
    // Longer ones than Node's timers can hold are none of a job's.
    if (left < 2 ** 31) {
        const timer = setTimeout(() => late.abort("the job's time limit"), Math.max(0, left));
        timer.unref();
    }
    return { first: AbortSignal.any([first, late.signal]), second };
}


/***/ }),

/***/ 25216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qX: () => (/* binding */ bringCode),
  $0: () => (/* binding */ bringDefinitions),
  I5: () => (/* binding */ rootOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./build/git/export-tree.js
var export_tree = __webpack_require__(49518);
;// CONCATENATED MODULE: ./build/git/fetch-tree.js
/** Brings the files of a commit from GitHub: no checkout, and nothing that the repository says is run. */




/** A pointer that Git LFS writes is far shorter. Bytes. */
const pointerLimit = 1024;
const pointerStart = Buffer.from('version https://git-lfs.github.com/spec/v1');
/** What of the caller's own settings for git may stay: how the network is reached, and where settings are read. */
const keptVariable = /^GIT_(?:SSL_|HTTP_|PROXY_|EXEC_PATH$|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)$)/;
/**
 * The files of the commit stand in `into`, as `exportTree` writes them: submodules are left out, and what Git LFS keeps
 * elsewhere stays a pointer, of which the result names all, with `/`, relative to `into`. Rejects with a sentence, and
 * with an AbortError when the signal says so.
 */
async function fetchTree(request) {
    const { repository, sha, token, gitDirectory, into, signal } = request;
    const server = serverOf(request.server);
    if (!/^[\w-][\w.-]*\/[\w.-]*[\w-][\w.-]*$/.test(repository))
        throw new Error(`\`${repository}\` does not name a repository on GitHub`);
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha))
        throw new Error(`\`${sha}\` is not the full name of a commit`);
    const address = `${server.origin}/${repository}`;
    const inherited = withoutGit(request.environment);
    const environment = {
        ...inherited,
        GIT_TERMINAL_PROMPT: '0',
        // Empty: nobody is asked, whatever the settings say.
        GIT_ASKPASS: '',
        GIT_ALLOW_PROTOCOL: server.protocol.slice(0, -1),
        // The words below are looked for.
        LC_ALL: 'C',
    };
    const settings = [
        ['core.hooksPath', '/dev/null'],
        ['credential.helper', ''],
        ['gc.auto', '0'],
        ['maintenance.auto', 'false'],
        // A token is not to go where a server points.
        ['http.followRedirects', 'false'],
        // Longest match wins: no other setting leads this address elsewhere.
        [`url.${address}.insteadOf`, address],
        // The most specific one counts, and an empty one takes back those before it: GitHub refuses two.
        [`http.${address}.extraheader`, ''],
        ...(token === ''
            ? []
            : [[`http.${address}.extraheader`, `AUTHORIZATION: basic ${basic(token)}`]]),
    ];
    const git = async (...words) => {
        const { code, stderr } = await run(words, gitDirectory, withSettings(environment, settings), signal);
        if (code !== 0)
            throw new Error(reasonOf(fetch_tree_hidden(stderr, token), request, server.host));
    };
    (0,external_node_fs_.mkdirSync)(gitDirectory, { recursive: true });
    const format = sha.length === 64 ? ['--object-format=sha256'] : [];
    await git('init', '--quiet', '--bare', '--template=', ...format, gitDirectory);
    const quiet = ['--quiet', '--no-write-fetch-head', '--no-recurse-submodules'];
    await git(`--git-dir=${gitDirectory}`, 'fetch', ...quiet, '--depth=1', '--no-tags', '--', address, sha);
    await (0,export_tree/* exportTree */.D)({
        workspace: gitDirectory,
        revision: sha,
        into,
        // It looks for the repository in its workspace.
        environment: withSettings(environment, [['safe.bareRepository', 'all']]),
        signal,
    });
    return { pointers: pointersIn(into) };
}
function serverOf(text) {
    const server = URL.canParse(text) ? new URL(text) : undefined;
    const isHere = server !== undefined && /^(?:localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(server.hostname);
    const isSafe = server?.protocol === 'https:' || (server?.protocol === 'http:' && isHere);
    if (server === undefined || !isSafe || server.username !== '' || server.password !== '')
        throw new Error(`\`${fetch_tree_hidden(text, server?.password ?? '')}\` is not the https address of a GitHub server`);
    return server;
}
function basic(token) {
    return Buffer.from(`x-access-token:${token}`).toString('base64');
}
/** Git does not print it; a proxy or a server might. */
function fetch_tree_hidden(text, token) {
    return token === '' ? text : text.replaceAll(token, '***').replaceAll(basic(token), '***');
}
function withoutGit(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('GIT_') || keptVariable.test(name)));
}
/** By the environment: arguments are seen by all of the machine, files outlive the job. */
function withSettings(environment, settings) {
    const first = Number(environment.GIT_CONFIG_COUNT ?? 0);
    const pairs = settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${first + index}`, key],
        [`GIT_CONFIG_VALUE_${first + index}`, value],
    ]);
    return {
        ...environment,
        ...Object.fromEntries(pairs),
        GIT_CONFIG_COUNT: String(first + settings.length),
    };
}
function reasonOf(stderr, { repository, sha }, host) {
    if (/not our ref|unadvertised object|couldn't find remote ref|no such remote ref/.test(stderr))
        return `the repository ${repository} has no commit ${sha}`;
    if (/could not read (?:Username|Password)|Authentication failed|returned error: 401/.test(stderr))
        return `${host} does not take the token for ${repository}`;
    if (/returned error: 403/.test(stderr))
        return `the token may not read ${repository}: the job needs \`permissions: { contents: read }\``;
    if (/[Rr]epository .*not found|returned error: 404/.test(stderr))
        return `${host} has no repository ${repository} that the token can see`;
    const unreachable = /unable to access '[^']*': (?:Failed|Could not|Couldn't|.*timed out|.*refused)[^\n]*/.exec(stderr);
    if (unreachable !== null)
        return `${host} cannot be reached: ${unreachable[0].replace(/^unable to access '[^']*': /, '')}`;
    const last = stderr.split('\n').findLast((line) => /^(?:fatal|error):/.test(line)) ?? stderr.split('\n').at(-1);
    return `git cannot fetch ${sha} of ${repository}: ${last || 'it gave no reason'}`;
}
function pointersIn(folder) {
    const start = Buffer.alloc(pointerStart.length);
    const found = [];
    for (const entry of (0,external_node_fs_.readdirSync)(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile())
            continue;
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
        const { size } = (0,external_node_fs_.statSync)(path);
        if (size >= pointerLimit || size < pointerStart.length)
            continue;
        const file = (0,external_node_fs_.openSync)(path, 'r');
        try {
            (0,external_node_fs_.readSync)(file, start, 0, start.length, 0);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
        if (start.equals(pointerStart))
            found.push((0,external_node_path_.relative)(folder, path).replaceAll(external_node_path_.sep, '/'));
    }
    return found.sort();
}
function run(words, cwd, env, signal) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)('git', words, {
            cwd,
            env,
            stdio: ['ignore', 'ignore', 'pipe'],
            ...(signal === undefined ? {} : { signal }),
        });
        const stderr = [];
        child.stderr.on('data', (chunk) => stderr.push(chunk));
        child.once('error', (error) => {
            const isMissing = 'code' in error && error.code === 'ENOENT';
            reject(isMissing ? new Error('git is not installed on this machine') : error);
        });
        child.once('close', (code) => resolve({ code: code ?? 1, stderr: Buffer.concat(stderr).toString().trim() }));
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/git/make-repository.js
/** A fetched commit as the repository of the folder that its files stand in: what runs there may ask git where it is. */




const call = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** HEAD is the commit, on no branch. No file is looked at, and nothing that the repository says is run. */
async function makeRepository({ gitDirectory, folder, sha, environment, }) {
    const own = (0,external_node_path_.join)(folder, '.git');
    (0,external_node_fs_.renameSync)(gitDirectory, own);
    const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...inherited } = environment;
    const git = (...words) => call('git', ['-c', 'core.hooksPath=/dev/null', ...words], {
        cwd: folder,
        env: { ...inherited, GIT_DIR: own, GIT_TERMINAL_PROMPT: '0' },
    });
    await git('config', 'core.bare', 'false');
    // They are left out, which is no change of the commit.
    await git('config', 'diff.ignoreSubmodules', 'all');
    await git('update-ref', '--no-deref', 'HEAD', sha);
    await git('read-tree', sha);
}

;// CONCATENATED MODULE: ./build/parts/tree.js
/** The commits of a run, in the job's workspace and beside it. */






/** Absolute: the job's empty folder, where the commit under test goes. */
function rootOf(environment) {
    const { GITHUB_WORKSPACE: root } = environment;
    if (!root)
        throw new run_error/* RunError */.e4('`GITHUB_WORKSPACE` is not set; this is not a job of GitHub Actions');
    return root;
}
/**
 * A runner of one's own keeps what an earlier job has left there: it goes, as it does before a checkout, but not before the
 * commit is here. `project`: relative to the root.
 */
async function bringCode(sha, token, project, environment) {
    const root = rootOf(environment);
    (0,external_node_fs_.mkdirSync)(root, { recursive: true });
    const left = (0,external_node_fs_.readdirSync)(root);
    if (left.length > 0)
        mayEmpty(root, environment);
    const into = (0,external_node_path_.join)(temporaryIn(environment), 'tree');
    (0,external_node_fs_.mkdirSync)(into, { recursive: true });
    const gitDirectory = await bring(sha, into, token, environment);
    await makeRepository({ gitDirectory, folder: into, sha, environment });
    for (const name of left)
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(root, name), { recursive: true, force: true });
    for (const name of (0,external_node_fs_.readdirSync)(into))
        move((0,external_node_path_.join)(into, name), (0,external_node_path_.join)(root, name));
    // Runs are kept there: it is not for a commit to say what they are, or to lead elsewhere.
    (0,external_node_fs_.rmSync)((0,external_node_path_.join)(root, project, '.ml-workflow'), { recursive: true, force: true });
}
/** Only a runner's folder: what a person works in looks the same to a program that is started by hand. */
function mayEmpty(root, environment) {
    const { GITHUB_ACTIONS: isJob, RUNNER_TEMP: temporary = '', HOME: home, ACT: isAct } = environment;
    const place = (0,external_node_fs_.realpathSync)(root);
    const holds = (path) => path !== undefined && (0,external_node_fs_.existsSync)(path) && `${(0,external_node_fs_.realpathSync)(path)}${external_node_path_.sep}`.startsWith(`${place}${external_node_path_.sep}`);
    const isOwn = isJob === 'true' && isAct === undefined && !holds(home) && !holds(temporary);
    if (!isOwn)
        throw new run_error/* RunError */.e4(`${root} is not empty, and not the workspace of a runner: nothing in it is removed`);
}
/** The two may lie on different disks. */
function move(from, to) {
    try {
        (0,external_node_fs_.renameSync)(from, to);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV'))
            throw error;
        (0,external_node_fs_.cpSync)(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
        (0,external_node_fs_.rmSync)(from, { recursive: true, force: true });
    }
}
function temporaryIn({ RUNNER_TEMP: temporary }) {
    if (!temporary)
        throw new run_error/* RunError */.e4('`RUNNER_TEMP` is not set; this is not a job of GitHub Actions');
    return (0,external_node_path_.join)(temporary, 'ml-workflow');
}
/** Absolute: the definitions of another commit than the one under test. */
async function bringDefinitions(sha, token, environment) {
    const into = (0,external_node_path_.join)(temporaryIn(environment), 'definitions');
    (0,external_node_fs_.mkdirSync)(into, { recursive: true });
    await bring(sha, into, token, environment);
    return into;
}
async function bring(sha, into, token, environment) {
    const { GITHUB_REPOSITORY: repository = '', GITHUB_SERVER_URL: server = 'https://github.com' } = environment;
    const gitDirectory = (0,external_node_path_.join)(temporaryIn(environment), `git-${sha.slice(0, 12)}`);
    try {
        const { pointers } = await fetchTree({
            ...{ server, repository, sha, token, gitDirectory, into, environment },
        });
        tellPointers(pointers);
    }
    catch (error) {
        throw new run_error/* RunError */.e4(error instanceof Error ? error.message : String(error));
    }
    return gitDirectory;
}
function tellPointers(pointers) {
    if (pointers.length === 0)
        return;
    const some = pointers.slice(0, 5).map((path) => `\`${path}\``);
    const more = pointers.length > some.length ? ` and ${pointers.length - some.length} more` : '';
    core/* warning */.$e(`Git LFS keeps these elsewhere, and only pointers to them are here: ${some.join(', ')}${more}; ` +
        'data that a run needs is brought by `transfers:` or lies on a volume');
}


/***/ }),

/***/ 34937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ cancelOnSignals)
/* harmony export */ });
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49277);
/** Ctrl-C, a closed terminal and the runner's cancel → an orderly end. */

/** The first signal cancels the run, the second ends what was still allowed to run, the third leaves at once. */
function cancelOnSignals() {
    const first = new AbortController();
    const second = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        process.on(name, () => {
            if (second.signal.aborted)
                process.exit(_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.cancelled);
            (first.signal.aborted ? second : first).abort(name);
        });
    }
    return { first: first.signal, second: second.signal };
}


/***/ }),

/***/ 89979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ neverInSilence),
/* harmony export */   X: () => (/* binding */ stalledMessage)
/* harmony export */ });
/** Node ends a program without a word when nothing is left that could wake it, even with work that is not done. */
/** Calls `stalled` when the process would end before `work` has. */
async function neverInSilence(process, work, stalled) {
    process.once('beforeExit', stalled);
    try {
        return await work();
    }
    finally {
        process.off('beforeExit', stalled);
    }
}
const stalledMessage = 'nothing was left to wait for before the work was done; `ml-workflow resume` goes on with a run, `ml-workflow reap` ends its pods';


/***/ })

};
