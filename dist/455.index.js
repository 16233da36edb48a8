export const id = 455;
export const ids = [455];
export const modules = {

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

/***/ 45907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf)
/* harmony export */ });
/** Line by line, as the runner masks them: the keys of hosts and of RunPod. */
function secretsOf(plan, environment) {
    const variables = Object.values(plan.targets ?? {}).flatMap((target) => target.kind === 'runpod' ? [target.key] : 'variable' in target.key ? [target.key.variable] : []);
    return variables
        .flatMap((name) => (environment[name] ?? '').split(/\r?\n/))
        .filter((line) => line.length >= 6 && !line.startsWith('-----'));
}


/***/ }),

/***/ 91989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ei: () => (/* binding */ openingPart),
/* harmony export */   G0: () => (/* binding */ deadlineOf),
/* harmony export */   Wh: () => (/* binding */ readProject)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59362);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38702);
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98407);
/** What every job begins with: how far it may go, when it has to be done, where the project lies. */




/** Nothing of the chain is done, but what the next job is to do is handed out. */
function openingPart({ layout, owners }, job) {
    return {
        reach: _drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .noReach */ .rZ,
        continues: false,
        settles: () => false,
        handOver: (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatching */ .V0)(layout, owners, job),
    };
}
/**
 * In milliseconds since 1970, five minutes before GitHub's: it would record the job as cancelled, and nobody could say why.
 * A runner of one's own has no end of its own.
 */
function deadlineOf(minutes, isHosted) {
    if (!isHosted && minutes >= _jobs_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .hostedMinutes */ .LI)
        return Number.MAX_SAFE_INTEGER;
    return Date.now() + Math.max(1, minutes - 5) * 60_000;
}
/** Relative to the repository's root, with `/`; empty for the root itself. */
function readProject(text) {
    const parts = text.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
    if (parts.includes('..') || text.startsWith(node_path__WEBPACK_IMPORTED_MODULE_0__.sep))
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RunError */ .e4(`input \`project\`: \`${text}\` leaves the repository`);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(...parts, '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep)
        .join('/')
        .replace(/^\.$/, '')
        .replace(/\/$/, '');
}


/***/ }),

/***/ 89593:
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
    if (state.stopping?.by === 'cancel' && isOver(state, top)) {
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
function isOver(state, top) {
    return (top === undefined ? state.settlement : state.nodes.get(top)?.settlement) !== undefined;
}
/** Where in the journal it stands. */
function culpritOf(state, events, top) {
    const settlement = top === undefined ? state.settlement : state.nodes.get(top)?.settlement;
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
var jobs_layout = __webpack_require__(98407);
// EXTERNAL MODULE: ./build/parts/report.js
var report = __webpack_require__(80635);
// EXTERNAL MODULE: ./build/parts/tree.js + 2 modules
var tree = __webpack_require__(25216);
// EXTERNAL MODULE: ./build/parts/whole.js + 1 modules
var whole = __webpack_require__(28693);
;// CONCATENATED MODULE: ./build/parts/restore.js
/** A fresh machine → the run as the jobs before this one have left it: tree, plan, journal, and what units have written. */











/** Rejects with a `RunError` or an `ArtifactError` when nothing tells how the run goes on. */
async function restore({ job, leg: label, project, token, environment, }) {
    if (token !== '')
        core/* setSecret */.Pq(token);
    const attempt = attemptIn(environment);
    const store = (0,artifacts/* actionsArtifacts */.d)();
    const stored = await store.list();
    const planned = await planPart(store, stored, environment);
    const { plan, sha, isHosted } = planned;
    const { layout } = (0,whole/* wholeOf */.l2)(plan);
    const order = layout.jobs.map(({ id }) => id);
    const place = order.indexOf(job);
    const own = layout.jobs[place];
    if (!own)
        throw new run_error/* RunError */.e4(`the chain has no job \`${job}\`; compile the workflow again`);
    const leg = own.is === 'matrix' ? own.legs.findIndex((one) => one.label === label) : undefined;
    if (leg === -1)
        throw new run_error/* RunError */.e4(`the job \`${job}\` has no leg \`${label}\`; compile the workflow again`);
    const wanted = (0,drivers_parts/* newestParts */.Nz)(stored.map(({ name }) => name), planned.part.epoch).filter((name) => {
        const parsed = (0,drivers_parts/* parsePartName */.Yg)(name);
        if (!parsed || parsed.job === jobs_layout/* planJob */.b1 || parsed.job === jobs_layout/* concludeJob */.P0)
            return false;
        const at = order.indexOf(parsed.job);
        return at >= 0 && (at < place || (at === place && parsed.leg === leg));
    });
    const folders = await downloaded(store, stored, wanted, environment);
    const parts = (0,drivers_parts/* readParts */.fp)([planned.part.folder, ...folders]);
    await (0,tree/* bringCode */.qX)(sha, token, environment);
    const workspace = (0,external_node_path_.join)((0,tree/* rootOf */.I5)(environment), project);
    const { events, folder, notices } = (0,drivers_parts/* restoreRun */.Ai)(workspace, parts, order);
    for (const notice of notices)
        core/* notice */.lm(notice);
    const file = {
        ...{ schema: 1, job, ...(leg === undefined ? {} : { leg }) },
        ...{ run: planned.part.run, attempt, epoch: planned.part.epoch, workspace, project },
    };
    const again = earlierOf(parts, order, job, leg);
    if (!again)
        return { plan, events, isHosted, file: { ...file, after: events.length } };
    const tops = own.is === 'matrix' ? (own.legs[leg ?? 0]?.branches ?? []) : [undefined];
    const open = tops.reduce((journal, top) => reopenFailed(plan, journal, top), events);
    writeJournal(folder.journal, open);
    return { plan, events: open, isHosted, file: { ...file, after: again.after } };
}
/**
 * The plan job runs again: the run that it had begun goes on, unless all of it is wanted again. Lays it out in the
 * workspace, which holds the code.
 */
async function earlierPlan(workspace, plan, environment) {
    const store = (0,artifacts/* actionsArtifacts */.d)();
    const stored = await store.list();
    const newest = newestPlan(stored);
    if (!newest)
        return undefined;
    const [part] = (0,drivers_parts/* readParts */.fp)(await downloaded(store, stored, [newest], environment));
    if (!part || (0,drivers_parts/* epochOf */.Fz)(attemptIn(environment), [part]) !== part.epoch)
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
    return { part, plan, sha: onGitHub.sha, isHosted: onGitHub.isHosted };
}
function newestPlan(stored) {
    const attempts = stored.flatMap(({ name }) => {
        const parsed = (0,drivers_parts/* parsePartName */.Yg)(name);
        return parsed?.job === jobs_layout/* planJob */.b1 ? [parsed.attempt] : [];
    });
    return attempts.length === 0 ? undefined : (0,drivers_parts/* partName */.pn)({ job: jobs_layout/* planJob */.b1, attempt: Math.max(...attempts) });
}
/** The job's own part of an earlier attempt, if nothing before it has run again since. */
function earlierOf(parts, order, job, leg) {
    const own = parts.find((part) => part.job === job && part.leg === leg);
    if (!own)
        return undefined;
    const place = order.indexOf(job);
    return parts.some((part) => order.indexOf(part.job) < place && part.attempt > own.attempt)
        ? undefined
        : own;
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
/** A runner of one's own keeps what an earlier job has left there: it goes, as it does before a checkout. */
async function bringCode(sha, token, environment) {
    const root = rootOf(environment);
    (0,external_node_fs_.mkdirSync)(root, { recursive: true });
    for (const name of (0,external_node_fs_.readdirSync)(root))
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(root, name), { recursive: true, force: true });
    const gitDirectory = await bring(sha, root, token, environment);
    await makeRepository({ gitDirectory, folder: root, sha, environment });
}
/** Absolute: the definitions of another commit than the one under test. */
async function bringDefinitions(sha, token, environment) {
    const into = (0,external_node_path_.join)(environment.RUNNER_TEMP ?? '', 'ml-workflow', 'definitions');
    (0,external_node_fs_.mkdirSync)(into, { recursive: true });
    await bring(sha, into, token, environment);
    return into;
}
async function bring(sha, into, token, environment) {
    const { GITHUB_REPOSITORY: repository = '', GITHUB_SERVER_URL: server = 'https://github.com' } = environment;
    const gitDirectory = (0,external_node_path_.join)(environment.RUNNER_TEMP ?? '', 'ml-workflow', `git-${sha.slice(0, 12)}`);
    const { pointers } = await fetchTree({ server, repository, sha, token, gitDirectory, into, environment });
    tellPointers(pointers);
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


/***/ })

};
