export const id = 635;
export const ids = [635];
export const modules = {

/***/ 28521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qX: () => (/* binding */ bringCode),
  $0: () => (/* binding */ bringDefinitions),
  Pn: () => (/* binding */ bringForeignDefinitions),
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

;// CONCATENATED MODULE: ./build/desk/tree.js
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
    const into = (0,external_node_path_.join)(temporaryIn(environment), `definitions-${sha.slice(0, 12)}`);
    if ((0,external_node_fs_.existsSync)(into))
        return into;
    const making = `${into}.new`;
    (0,external_node_fs_.rmSync)(making, { recursive: true, force: true });
    (0,external_node_fs_.mkdirSync)(making, { recursive: true });
    await bring(sha, making, token, environment);
    (0,external_node_fs_.renameSync)(making, into);
    return into;
}
/**
 * The same of a commit that nobody has agreed to, only to be read: without its links, of which one may lead to what this
 * job knows, and the text of it into a comment.
 */
async function bringForeignDefinitions(sha, token, environment) {
    const into = await bringDefinitions(sha, token, environment);
    for (const entry of (0,external_node_fs_.readdirSync)(into, { recursive: true, withFileTypes: true }))
        if (!entry.isFile() && !entry.isDirectory())
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(entry.parentPath, entry.name), { force: true });
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

/***/ 78894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _0: () => (/* binding */ openJournal),
/* harmony export */   _C: () => (/* binding */ cutTornLine),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   mh: () => (/* binding */ stateFrom)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _engine_event_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63347);
/* harmony import */ var _engine_evolve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74994);
/* harmony import */ var _engine_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80306);
/* harmony import */ var _run_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38702);
/** The journal as a file of JSON lines, one event a line, appended and never changed. */





/** What each event must have to be one; the rest of it follows from who wrote it. */
const required = {
    'run-started': ['schema', 'run', 'workflow'],
    'unit-started': ['node', 'attempt', 'directory'],
    'unit-succeeded': ['node', 'attempt', 'seconds', 'metrics', 'values'],
    'unit-failed': ['node', 'attempt', 'seconds', 'class', 'message', 'tail'],
    'unit-interrupted': ['node', 'attempt'],
    'gate-decided': ['node', 'arm', 'gate', 'text', 'outcome', 'sum', 'operands'],
    'variable-set': ['node', 'name', 'value'],
    'assignment-failed': ['node', 'message'],
    'case-decided': ['node', 'arm'],
    'retry-scheduled': ['node', 'attempt', 'delay', 'class'],
    'retry-started': ['node', 'attempt'],
    'timed-out': ['node'],
    waited: ['node'],
    'budget-exceeded': ['node', 'dollars'],
    'approval-requested': ['node', 'label'],
    'approval-given': ['node', 'approved', 'by'],
    'results-offered': ['from', 'finished'],
    'unit-reused': ['node', 'from', 'directory', 'seconds', 'metrics', 'values'],
    'cells-dispatched': ['node', 'branches'],
    'cell-lost': ['node', 'message'],
    'cancel-requested': ['by'],
    'pod-intended': ['pod', 'target', 'scope', 'offer', 'price', 'lifetime'],
    'pod-refused': ['pod', 'class', 'message'],
    'pod-created': ['pod', 'id', 'price'],
    'pod-ready': ['pod', 'seconds'],
    'unit-placed': ['node', 'on', 'share'],
    'pod-ended': ['pod', 'why', 'proven', 'seconds', 'dollars'],
    'pod-billed': ['pod', 'dollars'],
    'run-resumed': [],
    'run-concluded': ['decision', 'reasonCode', 'reason'],
};
const batchMilliseconds = 1_000;
/** Opens the journal for appending. Each `append` is one `write`, so that a line is either there or torn. */
function openJournal(path, clock, options = {}) {
    const { lastSeq = 0, durability = 'batched' } = options;
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'a');
    const disk = durability === 'each' ? syncEach(file) : syncBatches(file);
    let seq = lastSeq;
    /** What stands in the file is not known any more: nothing may follow it, and why has been said. */
    let isBroken = false;
    return {
        append(facts) {
            const at = clock.now();
            const events = facts.map((fact) => {
                seq += 1;
                return { seq, at, ...fact };
            });
            const isEdge = facts.some(isKeptAtOnce);
            if (isBroken)
                throw new _run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RunError */ .e4(`${path}: a line could not be written, so none may follow it`);
            isBroken = true;
            writeWhole(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
            disk.written(isEdge);
            isBroken = false;
            return events;
        },
        close() {
            try {
                (0,_run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .orRunError */ .jj)('the run cannot be kept', () => disk.close());
            }
            catch (error) {
                if (!isBroken)
                    throw error;
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
            }
        },
    };
}
/** Beginning and end, and what there is of pods: a machine that goes down must not forget what it pays for. */
function isKeptAtOnce({ type }) {
    return type === 'run-started' || type === 'run-concluded' || type.startsWith('pod-');
}
function syncEach(file) {
    return { written: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(file), close: () => { } };
}
function syncBatches(file) {
    let timer;
    let failure;
    const callOff = () => {
        clearTimeout(timer);
        timer = undefined;
    };
    return {
        written(now) {
            // A disk that has refused may have lost lines: the run does not go on as if it had them.
            if (failure)
                throw failure.error;
            if (now) {
                callOff();
                return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(file);
            }
            timer ??= setTimeout(() => {
                timer = undefined;
                try {
                    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fdatasyncSync)(file);
                }
                catch (error) {
                    failure = { error };
                }
            }, batchMilliseconds).unref();
        },
        close() {
            if (timer === undefined)
                return;
            callOff();
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fdatasyncSync)(file);
        },
    };
}
function writeWhole(file, text) {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;)
        written += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, bytes, written);
}
/** Reads a journal back. A torn last line is left out with a notice; any other damage is an error that names the line. */
function readJournal(path) {
    const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    const end = text.lastIndexOf('\n') + 1;
    const lines = text.slice(0, end).split('\n').slice(0, -1);
    const events = lines.map((line, index) => parseEvent(line, index + 1, path));
    const bytes = Buffer.byteLength(text.slice(0, end));
    const notice = `${path}: the last line was torn and has been dropped`;
    return end < text.length ? { events, bytes, notice } : { events, bytes };
}
/** Cuts a torn last line off, so that the next one does not become part of it. */
function cutTornLine(path, { bytes, notice }) {
    if (notice !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.truncateSync)(path, bytes);
}
/** The state a journal leads to. A line that cannot follow from the ones before it is damage too. */
function stateFrom(plan, events, path) {
    const state = (0,_engine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .initialState */ .ue)(plan);
    for (const event of events) {
        try {
            (0,_engine_evolve_js__WEBPACK_IMPORTED_MODULE_1__/* .evolve */ .s)(state, event);
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            throw new _run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RunError */ .e4(`${path}:${event.seq}: the line does not follow from those before it (${why})`);
        }
    }
    return state;
}
function parseEvent(line, number, path) {
    const damaged = (what) => new _run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RunError */ .e4(`${path}:${number}: ${what}`);
    let event;
    try {
        event = JSON.parse(line);
    }
    catch {
        throw damaged('damaged line');
    }
    if (!isRecord(event) || event.seq !== number)
        throw damaged(`expected event ${number}`);
    const { type } = event;
    if (typeof type !== 'string' || !isKnown(type))
        throw damaged(`unknown event \`${String(type)}\``);
    if (type === 'run-started' && event.schema !== 1 && event.schema !== _engine_event_js__WEBPACK_IMPORTED_MODULE_4__/* .journalSchema */ .B)
        throw damaged('written by another version of ml-workflow');
    const missing = ['at', ...required[type]].find((field) => event[field] === undefined);
    if (missing !== undefined)
        throw damaged(`\`${type}\` without \`${missing}\``);
    return event;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}
function isKnown(type) {
    return Object.hasOwn(required, type);
}


/***/ }),

/***/ 75078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Fz: () => (/* binding */ epochOf),
  Nz: () => (/* binding */ newestParts),
  Yg: () => (/* binding */ parsePartName),
  pn: () => (/* binding */ partName),
  DO: () => (/* binding */ partSchema),
  jP: () => (/* binding */ planFiles),
  fp: () => (/* binding */ readParts),
  Ai: () => (/* binding */ restoreRun),
  $X: () => (/* binding */ writePart)
});

// UNUSED EXPORTS: joinedJournal

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/engine/evolve.js + 1 modules
var evolve = __webpack_require__(74994);
// EXTERNAL MODULE: ./build/engine/follows.js
var follows = __webpack_require__(84009);
;// CONCATENATED MODULE: ./build/engine/merge.js


/** `main`: what was written before the parts began. Each part holds what one leg has written down, in its order. */
function mergeParts(plan, main, parts) {
    const branches = branchesOf(plan, main);
    const merging = new Merging(plan, main);
    const seen = new Set(main.map(identityOf));
    const own = parts.map((part) => part.filter((event) => !seen.has(identityOf(event))));
    const legs = newestOf(own, branches).map((events) => legOf(plan, events, branches));
    const [whole, torn] = [legs.filter(({ isWhole }) => isWhole), legs.filter(({ isWhole }) => !isWhole)];
    merging.take(whole);
    merging.take(torn);
    return merging.merged;
}
class Merging {
    merged;
    #state;
    #places;
    constructor(plan, main) {
        this.merged = [...main];
        this.#state = (0,evolve/* fold */.A)(plan, main);
        this.#places = new Map(plan.nodes.map(({ id }, index) => [id, index]));
    }
    take(legs) {
        const heads = legs.map((leg) => ({ leg, at: 0, counts: new Map() }));
        const applied = new Map();
        const offers = [];
        for (;;) {
            const open = heads.flatMap((head) => {
                const event = head.leg.events[head.at];
                return event
                    ? [{ head, event, isOuter: head.leg.outer.has(event), place: this.#placeOf(head.leg, event) }]
                    : [];
            });
            // That its process has begun holds nothing of a leg back: its events are told side by side with those of the others.
            const inner = open.filter(({ head, event, isOuter }) => !isOuter || isBegin(event, head.at));
            const next = least(inner.length > 0 ? inner : open);
            if (!next)
                break;
            const { head, event, isOuter } = next;
            head.at += 1;
            if (event.type === 'results-offered')
                offers.push(event);
            else if (!isOuter)
                this.#add(event);
            else {
                // The second cancel is another fact than the first, but the first of every part is the same.
                const key = outerKey(event);
                const count = (head.counts.get(key) ?? 0) + 1;
                head.counts.set(key, count);
                if (count <= (applied.get(key) ?? 0))
                    continue;
                applied.set(key, count);
                this.#add(event);
            }
        }
        const offered = new Set();
        for (const offer of offers) {
            const { seq: _seq, at: _at, ...fact } = offer;
            const text = JSON.stringify(fact);
            if (!offered.has(text))
                this.#add(offer);
            offered.add(text);
        }
    }
    #placeOf(leg, event) {
        return ('node' in event ? this.#places.get(event.node) : undefined) ?? leg.place;
    }
    #add(event) {
        // How the run ended and where it began are not a part's to say.
        if (event.type === 'run-started' || event.type === 'run-concluded')
            return;
        if (!(0,follows/* follows */.p)(this.#state, event))
            return;
        const next = { ...event, seq: this.merged.length + 1 };
        this.merged.push(next);
        (0,evolve/* evolve */.s)(this.#state, next);
    }
}
/** Each node's branch of the outermost block that was handed out; of any block where nothing says which. */
function branchesOf({ nodes }, main) {
    const dispatched = new Set(main.flatMap((event) => (event.type === 'cells-dispatched' ? [event.node] : [])));
    const blocks = new Set();
    for (const { id, kind } of nodes)
        if (dispatched.size > 0 ? dispatched.has(id) : kind === 'parallel')
            blocks.add(id);
    const branches = new Map();
    // Parents stand before their children.
    for (const { id, parent } of nodes) {
        if (parent === null)
            continue;
        const branch = branches.get(parent) ?? (blocks.has(parent) ? id : undefined);
        if (branch !== undefined)
            branches.set(id, branch);
    }
    return branches;
}
/** One part of each leg, and what happened to pods in the others. */
function newestOf(parts, branches) {
    const ordered = parts
        .filter((part) => part.length > 0)
        .map((part) => ({
        part,
        own: worked(part, branches),
        last: part.reduce((last, { at }) => (at > last ? at : last), ''),
        text: JSON.stringify(part),
    }))
        .sort((a, b) => compare(b.last, a.last) || b.part.length - a.part.length || compare(a.text, b.text));
    const all = new Set(ordered.flatMap(({ own }) => [...own]));
    const taken = new Set();
    const pods = new Set();
    const chosen = [];
    for (const { part, own } of ordered) {
        const isEarlier = [...own].some((branch) => taken.has(branch));
        for (const branch of own)
            taken.add(branch);
        const events = part.filter((event) => {
            if ('pod' in event) {
                const identity = identityOf(event);
                return !pods.has(identity) && pods.add(identity);
            }
            const branch = 'node' in event ? branches.get(event.node) : undefined;
            // That its time is over can be seen from elsewhere too; who worked on it knows when it was.
            if (branch !== undefined && !own.has(branch) && all.has(branch))
                return false;
            return !isEarlier;
        });
        if (events.length > 0)
            chosen.push(events);
    }
    return chosen;
}
/** The branches that the part's process had. */
function worked(part, branches) {
    return new Set(part.flatMap((event) => {
        const branch = 'node' in event ? branches.get(event.node) : undefined;
        return branch === undefined || event.type === 'timed-out' || event.type === 'budget-exceeded'
            ? []
            : [branch];
    }));
}
function legOf(plan, events, branches) {
    const places = new Map(plan.nodes.map(({ id }, index) => [id, index]));
    const outer = new Set(events.filter((event) => reachesBeyond(event, branches)));
    const place = events.reduce((least, event) => Math.min(least, ('node' in event ? places.get(event.node) : undefined) ?? least), Number.MAX_SAFE_INTEGER);
    const stopsNothing = events.every((event, index) => !outer.has(event) || isBegin(event, index));
    return { events, outer, place, isWhole: stopsNothing && hasEnded(events) };
}
function isBegin({ type }, index) {
    return type === 'run-resumed' && index === 0;
}
function reachesBeyond(event, branches) {
    if (event.type === 'cancel-requested' || event.type === 'run-resumed')
        return true;
    if (event.type === 'gate-decided' && event.outcome === 'error')
        return true;
    if (event.type === 'case-decided' && event.arm < 0)
        return true;
    return 'node' in event && !branches.has(event.node);
}
function hasEnded(events) {
    const open = new Set();
    for (const event of events)
        switch (event.type) {
            case 'unit-started':
                open.add(event.node);
                break;
            case 'unit-succeeded':
            case 'unit-failed':
            case 'unit-interrupted':
                open.delete(event.node);
                break;
            case 'pod-intended':
                open.add(event.pod);
                break;
            case 'pod-refused':
            case 'pod-ended':
                open.delete(event.pod);
                break;
            default:
        }
    return open.size === 0;
}
/** The earliest; of equals the first in the order of the plan. */
function least(items) {
    let first;
    for (const item of items) {
        const order = first
            ? Date.parse(item.event.at) - Date.parse(first.event.at) || item.place - first.place
            : -1;
        if (order < 0)
            first = item;
    }
    return first;
}
function outerKey(event) {
    return `${event.type} ${'node' in event ? event.node : ''}`;
}
/** Node, attempt and phase: by these a fact is the same fact, whoever wrote it down and when. */
function identityOf(event) {
    const { seq: _seq, at: _at, ...fact } = event;
    return identityOfFact(fact, event.seq);
}
function identityOfFact(fact, seq) {
    // Of a pod each fact is one, but for its bill, and for its end when that was not proven at first.
    if ('pod' in fact) {
        const more = fact.type === 'pod-billed' ? fact.dollars : fact.type === 'pod-ended' ? fact.proven : '';
        return `${fact.pod} ${fact.type} ${more}`;
    }
    if (!('node' in fact))
        return `${fact.type} ${seq}`;
    const attempt = 'attempt' in fact ? fact.attempt : '';
    const arm = 'arm' in fact ? fact.arm : '';
    // A unit ends once in each attempt, however it does.
    const phase = ['unit-succeeded', 'unit-failed', 'unit-interrupted'].includes(fact.type)
        ? 'ended'
        : fact.type;
    return `${fact.node} ${attempt} ${arm} ${phase}${isRepeatable(fact) ? ` ${seq}` : ''}`;
}
/**
 * Only starts of units, with what follows from them, are numbered over the whole run. A loop writes the other facts down
 * again, a retry within it too.
 */
function isRepeatable({ type }) {
    return !type.startsWith('unit-') || type === 'unit-placed';
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./build/engine/state.js
var engine_state = __webpack_require__(80306);
// EXTERNAL MODULE: ./build/jobs/layout.js
var layout = __webpack_require__(98407);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(71583);
;// CONCATENATED MODULE: ./build/drivers/carry.js
/** Copies regular files between a workspace and a folder that travels: links are not followed, and nothing leaves its root. */


/** What GitHub refuses in the paths of an artifact. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: line ends are among them
const unfit = /["<>:|*?\\\x00-\x1f]/;
/** The path in its plain spelling, with `/`; undefined for one that leaves its root, or is the root. */
function plainPath(path) {
    const plain = external_node_path_.posix.normalize(external_node_path_.sep === '/' ? path : path.replaceAll(external_node_path_.sep, '/')).replace(/\/$/, '');
    if (plain === '.' || plain === '' || plain === '..' || plain.startsWith('../') || (0,external_node_path_.isAbsolute)(plain))
        return undefined;
    return plain.includes('\0') ? undefined : plain;
}
/**
 * Copies a file or a folder from one root to the same relative path below another, over what stands there. Nothing when it
 * is not there.
 */
function carry(from, to, path, carried, carrying = {}) {
    const plain = plainPath(path);
    if (plain === undefined) {
        carried.notices.push(`\`${path}\` leads out of its folder and is left out`);
        return;
    }
    const link = linkAbove(from, plain);
    if (link !== undefined) {
        carried.notices.push(leftOut(link, 'is a symbolic link'));
        return;
    }
    const open = [plain];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
        if (carrying.takes?.(at) === false)
            continue;
        try {
            for (const name of carryOne(from, to, at, carried, carrying))
                open.push(`${at}/${name}`);
        }
        catch (error) {
            if (!(error instanceof Error && 'code' in error))
                throw error;
            // What still runs may take a file away meanwhile.
            if (error.code !== 'ENOENT')
                carried.notices.push(leftOut(at, error.message));
        }
    }
}
/** Gives the names in it when it is a folder. */
function carryOne(from, to, path, carried, carrying) {
    const source = (0,external_node_path_.join)(from, path);
    const stats = (0,external_node_fs_.lstatSync)(source, { throwIfNoEntry: false });
    if (!stats)
        return [];
    const why = whyNot(stats, path);
    if (why !== undefined) {
        carried.notices.push(leftOut(path, why));
        return [];
    }
    if (stats.isDirectory()) {
        const names = (0,external_node_fs_.readdirSync)(source, { withFileTypes: true }).map(({ name }) => name);
        if (names.length > 0)
            return names.reverse();
        carried.empty.push(path);
        makeFolder(to, path);
        return [];
    }
    const place = makePlace(to, path);
    (0,external_node_fs_.copyFileSync)(source, place, external_node_fs_.constants.COPYFILE_EXCL | external_node_fs_.constants.COPYFILE_FICLONE);
    // Whatever it was before: it is to be read again, and by whoever packs it.
    const isExecutable = carrying.isExecutable?.(path) ?? (stats.mode & 0o100) !== 0;
    (0,external_node_fs_.chmodSync)(place, isExecutable ? 0o755 : 0o644);
    if (isExecutable)
        carried.executable.push(path);
    return [];
}
function whyNot(stats, path) {
    if (stats.isSymbolicLink())
        return 'is a symbolic link';
    if (!stats.isDirectory() && !stats.isFile())
        return 'is no regular file';
    return unfit.test(path) ? 'has a character that no artifact may have' : undefined;
}
function leftOut(path, why) {
    return `\`${path}\` ${why} and is left out`;
}
/** Makes the folder below the root. Throws where a link stands in its way, with a code as the system's own errors. */
function makeFolder(root, path) {
    let at = root;
    for (const part of path.split('/')) {
        at = (0,external_node_path_.join)(at, part);
        const found = (0,external_node_fs_.lstatSync)(at, { throwIfNoEntry: false });
        if (found?.isSymbolicLink())
            throw Object.assign(new Error('lies behind a symbolic link'), { code: 'ELOOP', syscall: 'mkdir' });
        if (found?.isDirectory())
            continue;
        if (found)
            (0,external_node_fs_.rmSync)(at);
        (0,external_node_fs_.mkdirSync)(at);
    }
}
/** Absolute: nothing stands there. */
function makePlace(root, path) {
    const folder = external_node_path_.posix.dirname(path);
    if (folder !== '.')
        makeFolder(root, folder);
    const place = (0,external_node_path_.join)(root, path);
    (0,external_node_fs_.rmSync)(place, { recursive: true, force: true });
    return place;
}
/** The first part of the path that is one, but for its last. */
function linkAbove(root, path) {
    const parts = path.split('/');
    for (let length = 1; length < parts.length; length += 1) {
        const above = parts.slice(0, length).join('/');
        if ((0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, above), { throwIfNoEntry: false })?.isSymbolicLink())
            return above;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/drivers/journal-file.js
var journal_file = __webpack_require__(78894);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: ./build/drivers/run-folder.js
var run_folder = __webpack_require__(6434);
;// CONCATENATED MODULE: ./build/drivers/parts.js
/**
 * What travels between the jobs of a run, one folder a job: the journal up to its end, the folders of the units that it
 * ran, and what they are declared to leave in the workspace. Every job begins on a fresh machine and lays them out again.
 */











const partSchema = 1;
/** `ml-j3-a1`, `ml-m2-7-a2`. `leg`: from 0. */
function partName({ job, leg, attempt }) {
    return `ml-${job}${leg === undefined ? '' : `-${leg}`}-a${attempt}`;
}
/** Undefined for an artifact of somebody else's. */
function parsePartName(name) {
    const found = /^ml-([a-z]+\d*)(?:-(0|[1-9]\d*))?-a([1-9]\d*)$/.exec(name);
    if (!found)
        return undefined;
    const [, job = '', leg, attempt] = found;
    return { job, ...(leg === undefined ? {} : { leg: Number(leg) }), attempt: Number(attempt) };
}
/** Of each job, and each leg, the newest attempt that belongs to the epoch; sorted by name. */
function newestParts(names, epoch) {
    const newest = new Map();
    for (const name of names) {
        const parsed = parsePartName(name);
        if (!parsed || parsed.attempt < epoch)
            continue;
        const key = keyOf(parsed);
        if ((newest.get(key)?.attempt ?? 0) < parsed.attempt)
            newest.set(key, { name, attempt: parsed.attempt });
    }
    return [...newest.values()].map(({ name }) => name).sort();
}
/**
 * The epoch of a plan job that begins as that attempt. Its earlier part is complete: then nothing of it had failed, and
 * somebody wants all of the run again. `earlier`: its parts of earlier attempts, in any order.
 */
function epochOf(attempt, earlier) {
    const [last] = earlier.filter((part) => part.attempt < attempt).sort((a, b) => b.attempt - a.attempt);
    return last && last.complete !== true ? last.epoch : attempt;
}
const headFile = 'part.json';
const journalFile = 'journal.jsonl';
const runFiles = 'run';
const unitFiles = 'units';
const outputFiles = 'outputs';
/** What the plan job hands on. */
const planFiles = ['plan.json', 'targets.json'];
/** Not a command's to write: they decide what later jobs do. */
const reserved = new Set(['.git', '.ml-workflow']);
/** The sentences say what was left out. */
function writePart(writing) {
    const { into, head, folder, workspace, plan, files = [] } = writing;
    return (0,run_error/* orRunError */.jj)('what the next job needs cannot be kept', () => {
        const { events, notice } = (0,journal_file/* readJournal */.a0)(folder.journal);
        const { directories, outputs } = ownOf(plan, events, head.after);
        const [run, units, left] = [nothing(), nothing(), nothing()];
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(into, runFiles));
        for (const file of files)
            carry(folder.path, (0,external_node_path_.join)(into, runFiles), file, run);
        for (const [directory, unit] of directories)
            carry(folder.path, into, directory, units, { takes: (path) => isOfUnit(plan, unit, directory, path) });
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(into, outputFiles));
        for (const path of outputs)
            carry(workspace, (0,external_node_path_.join)(into, outputFiles), path, left);
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(into, journalFile), linesOf(events));
        const executable = [
            ...inside(runFiles, run.executable),
            ...units.executable,
            ...inside(outputFiles, left.executable),
        ];
        const empty = [...units.empty, ...inside(outputFiles, left.empty)];
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(into, headFile), JSON.stringify({ ...head, executable, empty }));
        return [...(notice === undefined ? [] : [notice]), ...run.notices, ...units.notices, ...left.notices];
    });
}
function nothing() {
    return { executable: [], empty: [], notices: [] };
}
function inside(folder, paths) {
    return paths.map((path) => `${folder}/${path}`);
}
function linesOf(events) {
    return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}
/** Directories of the units that the job started, and the paths of the workspace that those that finished have written. */
function ownOf(plan, events, after) {
    const directories = new Map();
    const outputs = new Set();
    const state = (0,engine_state/* initialState */.ue)(plan);
    for (const event of events) {
        const isOwn = event.seq > after;
        (0,evolve/* evolve */.s)(state, event);
        if (!isOwn || !('node' in event))
            continue;
        const node = state.byId.get(event.node);
        if (node?.kind !== 'unit')
            continue;
        if (event.type === 'unit-started')
            directories.set(event.directory, node);
        // At once: a loop gives it another input the next time.
        if (event.type === 'unit-succeeded' || event.type === 'unit-reused')
            for (const path of writtenBy(state, node))
                if (isOutput(path))
                    outputs.add(plainPath(path) ?? path);
    }
    return { directories, outputs };
}
function isOutput(path) {
    const plain = plainPath(path);
    return plain !== undefined && !reserved.has(plain.split('/')[0] ?? '');
}
function writtenBy(state, unit) {
    const command = state.plan.commands[unit.command];
    const words = (0,engine_state/* nodeState */.GN)(state, unit.id).input?.arguments ?? [];
    switch (command?.is) {
        case 'run':
            // What is its own alone stays in its directory.
            return command.isolation === 'copy' && (0,plan/* isInBranch */.aF)(state.plan, unit)
                ? []
                : command.outputs.filter((path) => !path.startsWith('$ML_RUN_DIR'));
        case 'transfer':
            return command.direction === 'down' ? command.paths.map(({ to }) => to) : [];
        case 'builtin':
            return command.name === 'store' || command.name === 'state:save'
                ? words.filter((word) => word !== '--append').slice(0, 1)
                : [];
        default:
            return [];
    }
}
/** Of a copy of the workspace, only what the unit is declared to leave in it. */
function isOfUnit(plan, unit, directory, path) {
    const command = plan.commands[unit.command];
    const copy = `${directory}/workspace`;
    if (command?.is !== 'run' || command.isolation !== 'copy' || !`${path}/`.startsWith(`${copy}/`))
        return true;
    return command.outputs.some((output) => {
        const wanted = `${copy}/${plainPath(output) ?? ''}/`;
        return wanted.startsWith(`${path}/`) || `${path}/`.startsWith(wanted);
    });
}
/** All of one run. Rejects, as a `RunError`, what is damaged, of another run, or of another version. */
function readParts(folders) {
    const parts = folders.map(readPart);
    const [first] = parts;
    for (const part of parts) {
        if (part.run !== first?.run)
            throw new run_error/* RunError */.e4(`${part.folder}: part of the run ${part.run}, not of ${first?.run}`);
        if (part.epoch !== first.epoch)
            throw new run_error/* RunError */.e4(`${part.folder}: part of an earlier start of the run ${part.run}`);
    }
    return parts;
}
function readPart(folder) {
    const { executable: _executable, empty: _empty, ...head } = readHead(folder);
    const path = (0,external_node_path_.join)(folder, journalFile);
    const { events, notice } = (0,run_error/* orRunError */.jj)(`${folder}: its journal cannot be read`, () => (0,journal_file/* readJournal */.a0)(path));
    const [first] = events;
    if (first?.type !== 'run-started' || first.run !== head.run)
        throw new run_error/* RunError */.e4(`${path}: not the journal of the run ${head.run}`);
    if (head.after > events.length)
        throw new run_error/* RunError */.e4(`${path}: ends at event ${events.length}, before what its job has written`);
    return { ...head, folder, events, notices: notice === undefined ? [] : [notice] };
}
function readHead(folder) {
    const path = (0,external_node_path_.join)(folder, headFile);
    let head;
    try {
        head = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new run_error/* RunError */.e4(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
    const read = (typeof head === 'object' && head !== null ? head : {});
    if (read.schema !== partSchema)
        throw new run_error/* RunError */.e4(`${path}: written by another version of ml-workflow`);
    const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
    const isPaths = (value) => Array.isArray(value) && value.every((one) => typeof one === 'string');
    const isWhole = typeof read.job === 'string' &&
        typeof read.run === 'string' &&
        /^[\w.-]+$/.test(read.run) &&
        !/^\.+$/.test(read.run) &&
        [read.attempt, read.epoch, read.after].every(isCount) &&
        (read.leg === undefined || isCount(read.leg)) &&
        isPaths(read.executable) &&
        isPaths(read.empty);
    if (!isWhole)
        throw new run_error/* RunError */.e4(`${path}: damaged`);
    return read;
}
/**
 * Lays the run out in a workspace that knows nothing of it. Later jobs win over earlier ones for equal paths. `order`: the
 * layout's jobs, of which `by` is the one that begins. What an earlier attempt has done behind a job that ran again since does not count.
 */
function restoreRun(workspace, parts, order, by) {
    const { used, main } = usedOf(parts, order);
    const { run } = main;
    const carried = nothing();
    const runFolder = `.ml-workflow/runs/${run}`;
    return (0,run_error/* orRunError */.jj)('the run cannot be laid out', () => {
        makeFolder(workspace, `${runFolder}/units`);
        const ignore = (0,external_node_path_.join)(workspace, '.ml-workflow', '.gitignore');
        if (!(0,external_node_fs_.existsSync)(ignore))
            (0,external_node_fs_.writeFileSync)(ignore, '*\n', { flag: 'wx' });
        for (const part of used)
            layOutRun(part, workspace, runFolder, carried);
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(workspace, runFolder, journalFile), linesOf(main.events), { flag: 'wx' });
        const found = (0,run_folder/* findRunFolder */.pL)(workspace, run);
        if (!found)
            throw new run_error/* RunError */.e4(`${run}: the run's folder is not there`);
        for (const part of used)
            layOutOutputs(part, found.plan, workspace, carried);
        const events = joinedJournal(found.plan, parts, order, by);
        (0,external_node_fs_.writeFileSync)(found.folder.journal, linesOf(events));
        return {
            ...found,
            events,
            parts: used,
            notices: [...used.flatMap(({ notices }) => notices), ...carried.notices],
        };
    });
}
/**
 * The run's journal, from what its jobs have left: that of the last one, with what legs have done behind it. `by`: the job
 * that begins with it.
 */
function joinedJournal(plan, parts, order, by) {
    const { used, main } = usedOf(parts, order);
    const legs = used.filter((part) => part.leg !== undefined && placeOf(part, order) > placeOf(main, order));
    for (const leg of legs)
        checkHandedOut(leg, main);
    // Nothing but `conclude` begins in a run that was cancelled: where a leg was told to stop, that was the leg's own affair,
    // such as the end of its machine.
    const ofLeg = ({ events, after }) => events.slice(after);
    const own = legs.map((leg) => (by === layout/* concludeJob */.P0 ? ofLeg(leg) : untilStopped(ofLeg(leg))));
    return own.length === 0 ? main.events : mergeParts(plan, main.events, own);
}
/** What it had begun is cut off, and so lost; what it has paid for stays on record. */
function untilStopped(events) {
    const stop = events.findIndex(({ type }) => type === 'cancel-requested');
    return stop < 0
        ? events
        : [...events.slice(0, stop), ...events.slice(stop).filter((event) => 'pod' in event)];
}
/** In the order of the layout, of each job and leg the newest; and that of the last job that is no leg. */
function usedOf(parts, order) {
    const newest = new Map();
    for (const part of parts) {
        if (!order.includes(part.job))
            throw new run_error/* RunError */.e4(`${part.folder}: the run has no job \`${part.job}\``);
        const key = keyOf(part);
        if ((newest.get(key)?.attempt ?? 0) < part.attempt)
            newest.set(key, part);
    }
    const all = [...newest.values()].sort((a, b) => placeOf(a, order) - placeOf(b, order) || (a.leg ?? 0) - (b.leg ?? 0));
    const used = all.filter((part) => !all.some((one) => placeOf(one, order) < placeOf(part, order) && one.attempt > part.attempt));
    const main = used.findLast(({ leg }) => leg === undefined);
    if (!main)
        throw new run_error/* RunError */.e4('no job has left a journal to go on from');
    return { used, main };
}
function placeOf({ job }, order) {
    return order.indexOf(job);
}
function keyOf({ job, leg }) {
    return `${job} ${leg ?? ''}`;
}
/** A leg begins with the journal of the job that handed it out. */
function checkHandedOut(leg, main) {
    const last = leg.after - 1;
    const isSame = last < 0 || JSON.stringify(leg.events[last]) === JSON.stringify(main.events[last]);
    if (leg.after > main.events.length || !isSame)
        throw new run_error/* RunError */.e4(`${leg.folder}: not handed out by the job \`${main.job}\``);
}
function layOutRun({ folder, job }, workspace, runFolder, carried) {
    const { executable, empty } = readHead(folder);
    const bits = new Set(executable);
    const isExecutableIn = (above) => (path) => bits.has(`${above}${path}`);
    const run = (0,external_node_path_.join)(workspace, runFolder);
    for (const name of namesIn((0,external_node_path_.join)(folder, runFiles)))
        carry((0,external_node_path_.join)(folder, runFiles), run, name, carried, {
            // The journal is made of those of all parts, and the plan is the plan job's word alone.
            takes: (path) => path !== journalFile && (job === layout/* planJob */.b1 || !planFiles.includes(path)),
            isExecutable: isExecutableIn(`${runFiles}/`),
        });
    carry(folder, run, unitFiles, carried, { isExecutable: isExecutableIn('') });
    for (const path of empty) {
        const plain = plainPath(path);
        if (plain?.startsWith(`${unitFiles}/`))
            makeFolderOr(run, plain, carried);
    }
}
/** Only what the job's own units are declared to write: nothing else of the workspace is a part's to change. */
function layOutOutputs(part, plan, workspace, carried) {
    const { folder, events, after } = part;
    const { executable, empty } = readHead(folder);
    const bits = new Set(executable);
    const declared = [...ownOf(plan, events, after).outputs];
    const isDeclared = (path) => isOutput(path) && declared.some((one) => `${path}/`.startsWith(`${one}/`) || one.startsWith(`${path}/`));
    for (const name of namesIn((0,external_node_path_.join)(folder, outputFiles)))
        carry((0,external_node_path_.join)(folder, outputFiles), workspace, name, carried, {
            takes: isDeclared,
            isExecutable: (path) => bits.has(`${outputFiles}/${path}`),
        });
    for (const path of empty) {
        const plain = plainPath(path);
        const output = plain?.startsWith(`${outputFiles}/`) ? plain.slice(outputFiles.length + 1) : undefined;
        if (output !== undefined && isDeclared(output))
            makeFolderOr(workspace, output, carried);
    }
}
function makeFolderOr(root, path, { notices }) {
    try {
        makeFolder(root, path);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        notices.push(`\`${path}\` ${error.message} and is left out`);
    }
}
function namesIn(folder) {
    return (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder).sort() : [];
}


/***/ }),

/***/ 6434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ newRunId),
/* harmony export */   R0: () => (/* binding */ readTargets),
/* harmony export */   kg: () => (/* binding */ createRunFolder),
/* harmony export */   lU: () => (/* binding */ storePlan),
/* harmony export */   mK: () => (/* binding */ runIds),
/* harmony export */   pL: () => (/* binding */ findRunFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60716);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71583);
/* harmony import */ var _run_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38702);
/** Where a run lives on disk: `.ml-workflow/runs/<id>/` in the workspace, with its plan, its journal and its units. */






const stateFolder = '.ml-workflow';
/** Sorts by time and tells people which workflow it was. `now`: UTC, ISO 8601. */
function newRunId(workflow, now) {
    // With milliseconds: the newest run is the last by name.
    const stamp = now.slice(0, 23).replace(/[-:.]/g, '').replace('T', '-');
    return `${stamp}-${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_3__/* .slug */ .yR)(workflow)}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(2).toString('hex')}`;
}
function createRunFolder(workspace, run, plan, targets) {
    const folder = folderOf(workspace, run);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(folder.journal))
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${folder.path}: there is a run of that id already`);
    return (0,_run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .orRunError */ .jj)('the run cannot be kept', () => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.path, 'units'), { recursive: true });
        const ignore = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, stateFolder, '.gitignore');
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(ignore))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(ignore, '*\n');
        storePlan(folder.path, plan, targets);
        return folder;
    });
}
/** `path`: of the run's folder. */
function storePlan(path, plan, targets) {
    if (targets)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'targets.json'), JSON.stringify(targets));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'plan.json'), JSON.stringify(plan));
}
function readTargets(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.path, 'targets.json');
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
}
/** The run of that id, or the newest one; undefined when there is none. */
function findRunFolder(workspace, run) {
    const runs = runIds(workspace);
    const id = run ?? runs.at(-1);
    if (id === undefined || !runs.includes(id))
        return undefined;
    const folder = folderOf(workspace, id);
    return { folder, plan: readPlan((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.path, 'plan.json')) };
}
function readPlan(path) {
    let plan;
    try {
        plan = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (plan?.schema !== 1 && plan?.schema !== _plan_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .planSchema */ .Fu)
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${path}: planned by another version of ml-workflow`);
    return plan;
}
function runIds(workspace) {
    const runs = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, stateFolder, 'runs');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(runs))
        return [];
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(runs)
        .filter((id) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runs, id, 'journal.jsonl')))
        .sort();
}
function folderOf(workspace, run) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, stateFolder, 'runs', run);
    return { run, path, journal: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'journal.jsonl') };
}


/***/ }),

/***/ 63347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ journalSchema)
/* harmony export */ });
/** 2 added the events of retries, timers, approvals and reuse. A journal of schema 1 reads the same under it. */
const journalSchema = 2;


/***/ }),

/***/ 84009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ follows)
/* harmony export */ });
/* harmony import */ var _cells_out_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54503);
/* harmony import */ var _gates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73359);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30835);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80306);




/** Of an event that is written down again, false: a node leaves once where it waits. */
function follows(state, event) {
    const { nodes, running, undecided, sleeping, asked, starts } = state;
    switch (event.type) {
        case 'run-started':
            return state.run.startedAt === '';
        case 'unit-started':
            return isReady(state, event.node) && event.attempt > (starts.get(event.node) ?? 0);
        case 'unit-reused':
            return isReady(state, event.node);
        case 'unit-failed':
            if (isReady(state, event.node))
                return event.attempt > (starts.get(event.node) ?? 0);
            return running.has(event.node) && nodes.get(event.node)?.attempt === event.attempt;
        case 'unit-succeeded':
        case 'unit-interrupted':
            return running.has(event.node) && nodes.get(event.node)?.attempt === event.attempt;
        case 'gate-decided':
            return undecided.has(event.node) && isAsked(state, event);
        case 'case-decided':
            return undecided.has(event.node) && state.byId.get(event.node)?.kind === 'case';
        case 'variable-set':
        case 'assignment-failed':
            return undecided.has(event.node) && state.byId.get(event.node)?.kind === 'assignment';
        case 'retry-scheduled':
            return undecided.has(event.node) && event.attempt === (nodes.get(event.node)?.attempt ?? 1) + 1;
        case 'retry-started':
            return sleeping.has(event.node) && event.attempt === (nodes.get(event.node)?.attempt ?? 1) + 1;
        case 'waited':
            return sleeping.has(event.node) && state.byId.get(event.node)?.kind === 'wait';
        case 'approval-requested':
            return undecided.has(event.node) && state.byId.get(event.node)?.kind === 'approval';
        case 'approval-given':
            return asked.has(event.node);
        case 'timed-out':
        case 'budget-exceeded': {
            const own = nodes.get(event.node);
            return own !== undefined && !own.settlement && own.fired !== true;
        }
        case 'cells-dispatched':
            return (0,_cells_out_js__WEBPACK_IMPORTED_MODULE_0__/* .openBlock */ .uX)(state, event.node) !== undefined;
        case 'cell-lost':
            return (0,_cells_out_js__WEBPACK_IMPORTED_MODULE_0__/* .openBranch */ .DH)(state, event.node);
        case 'unit-placed': {
            const pod = state.pods.get(event.on);
            const isThere = pod ? (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)(pod) : Object.hasOwn(state.plan.targets ?? {}, event.on);
            return running.has(event.node) && isThere;
        }
        case 'pod-intended':
            return (!state.pods.has(event.pod) && (state.plan.pods?.some((scope) => scope.id === event.scope) ?? false));
        case 'pod-refused':
        case 'pod-created':
        case 'pod-ready':
        case 'pod-ended':
        case 'pod-billed':
            return podFollows(state, event);
        case 'run-concluded':
            return state.conclusion === undefined;
        case 'results-offered':
        case 'cancel-requested':
        case 'run-resumed':
            return true;
    }
}
function isReady(state, id) {
    return state.byId.get(id)?.kind === 'unit' && (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .readySet */ .ui)(state, id).has(id);
}
function isAsked(state, event) {
    const node = state.byId.get(event.node);
    if (!node || (0,_gates_js__WEBPACK_IMPORTED_MODULE_3__/* .gatesOf */ .o)(node).every(({ arm }) => (0,_gates_js__WEBPACK_IMPORTED_MODULE_3__/* .gateKey */ .l)(node.id, arm) !== (0,_gates_js__WEBPACK_IMPORTED_MODULE_3__/* .gateKey */ .l)(node.id, event.arm)))
        return false;
    return node.kind !== 'branch' || (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeState */ .GN)(state, node.id).position === event.arm;
}
function podFollows(state, event) {
    const pod = state.pods.get(event.pod);
    if (!pod)
        return false;
    switch (event.type) {
        case 'pod-refused':
            return (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isUndecided */ .Ae)(pod);
        case 'pod-created':
            return (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isUndecided */ .Ae)(pod) && [...state.pods.values()].every(({ id }) => id !== event.id);
        case 'pod-ready':
            return (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)(pod) && pod.readyAt === undefined;
        case 'pod-ended':
            return (pod.refused === undefined && pod.proven !== true && !(pod.endedAt !== undefined && !event.proven));
        case 'pod-billed':
            return pod.refused === undefined && pod.billed !== event.dollars;
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

/***/ 57533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ runDirectoryOf),
/* harmony export */   XB: () => (/* binding */ writeJobFile),
/* harmony export */   _q: () => (/* binding */ hasJobFile),
/* harmony export */   i5: () => (/* binding */ readJobFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38702);
/** What the steps of one job know of it, each a process of its own: a file in the runner's temporary folder. */



/** Absolute. */
function runDirectoryOf({ workspace, run }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, '.ml-workflow', 'runs', run);
}
function pathIn(environment) {
    const { RUNNER_TEMP: temporary } = environment;
    if (!temporary)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RunError */ .e4('`RUNNER_TEMP` is not set; this is not a job of GitHub Actions');
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temporary, 'ml-workflow', 'job.json');
}
function writeJobFile(job, environment) {
    const path = pathIn(environment);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${path}.new`, JSON.stringify(job));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(`${path}.new`, path);
}
function hasJobFile(environment) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(pathIn(environment));
}
/** Throws a `RunError` when `open` has not written it. */
function readJobFile(environment) {
    const path = pathIn(environment);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RunError */ .e4('this job was not opened; `open` is its first step');
    try {
        const file = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
        if (file.schema === 1)
            return file;
        throw new Error('written by another version of ml-workflow');
    }
    catch (error) {
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RunError */ .e4(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ }),

/***/ 61098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ lineNotes)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/engine/plain-text.js
var plain_text = __webpack_require__(76879);
// EXTERNAL MODULE: ./build/reports/markdown-text.js
var markdown_text = __webpack_require__(53611);
;// CONCATENATED MODULE: ./build/reports/traceback.js
/** Where a Python program failed, by the last lines of its log. */

const traceback_frame = /^\s*File "([^"]{1,1000})", line (\d{1,7})(?:, in .*)?$/;
const begin = /^Traceback \(most recent call last\):$/;
/** What the launchers of several processes write in front of each line. */
const rank = /^\[(?:rank|default)\d+\]:? ?/;
/** An exception has a name; a line of the log between two tracebacks is none. */
const exception = /^[A-Za-z_][\w.]*(?::\s.*)?$/;
/** Oldest first. One whose beginning the tail has lost is one too, as long as a frame of it is there. */
function tracebacksIn(lines) {
    const found = [];
    let frames = [];
    for (const raw of lines) {
        const line = (0,plain_text/* plainText */.w)(raw).replace(rank, '').trimEnd();
        if (begin.test(line.trim())) {
            frames = [];
            continue;
        }
        const [, file, number] = traceback_frame.exec(line) ?? [];
        if (file !== undefined) {
            frames.push({ file, line: Number(number) });
            continue;
        }
        // The line of code below a frame, and the marks below that.
        if (line.trim() === '' || /^\s/.test(line))
            continue;
        if (frames.length > 0 && exception.test(line))
            found.push({ frames, message: line });
        frames = [];
    }
    return found;
}
/** Code of others, which nobody of this repository can mend. */
const foreign = /(?:^|\/)(?:site-packages|dist-packages|lib\/python\d[\d.]*|\.venv|node_modules)\//;
/**
 * The innermost frame in a file of the repository. The program ran elsewhere: a path stands for the file with which it has
 * the longest end in common. `files`: relative to the repository's root; `project`: the folder whose tree was there.
 */
function innermostPlace({ frames }, files, project = '') {
    for (const { file, line } of [...frames].reverse()) {
        const path = fileOf(file, files, project);
        if (path !== undefined && line > 0)
            return { path, line };
    }
    return undefined;
}
function fileOf(file, files, project) {
    const path = file.replaceAll('\\', '/');
    if (path.startsWith('<') || foreign.test(path))
        return undefined;
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    if (parts.includes('..'))
        return undefined;
    for (let from = 0; from < parts.length; from += 1) {
        const end = parts.slice(from).join('/');
        const own = project === '' ? end : `${project}/${end}`;
        if (files.has(own))
            return own;
        if (files.has(end))
            return end;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(68013);
;// CONCATENATED MODULE: ./build/reports/annotations.js
/** What went wrong, on the lines of the files it stands in: the chain's element, and the line of Python that failed. */




/** Of the chain, and of Python: more of either would bury a page. */
const most = 10;
const longestMessage = 2_000;
const longestTitle = 200;
/** What nobody took care of first; equal ones on one line are one. */
function notesOf(state, report, options) {
    const isOwn = ownIn(state, options.within);
    const failures = report.failures
        .filter(({ node }) => isOwn(node))
        .sort((a, b) => Number(a.handled_by !== undefined) - Number(b.handled_by !== undefined));
    const gates = state.gates.filter(({ node, outcome }) => outcome !== 'met' && isOwn(node));
    const chain = [
        ...gates.filter(({ outcome }) => outcome === 'error').flatMap((gate) => gateNoteOn(state, gate)),
        ...failures.flatMap((failure) => failureNoteOn(state, failure)),
        ...gates.filter(({ outcome }) => outcome !== 'error').flatMap((gate) => gateNoteOn(state, gate)),
    ];
    const python = failures.flatMap((failure) => pythonNote(failure, options));
    return [...merged(chain).slice(0, most), ...merged(python).slice(0, most)];
}
function ownIn(state, within) {
    if (!within)
        return () => true;
    const tops = new Set(within);
    return (node) => {
        for (let id = node; id !== null; id = state.byId.get(id)?.parent ?? null)
            if (tops.has(id))
                return true;
        return false;
    };
}
function gateNoteOn(state, gate) {
    const isError = gate.outcome === 'error';
    const node = state.byId.get(gate.node);
    const goesOn = gate.warned === true || (node?.kind === 'branch' && node.otherwise !== null);
    const message = `${isError ? `${gate.sum}: ` : ''}${(0,words/* gateNote */.mD)(gate)}${gate.remark === undefined ? '' : `\n${gate.remark}`}`;
    return onNode(state, gate.node, {
        level: isError ? 'failure' : goesOn ? 'warning' : 'failure',
        title: `gate ${words/* gateWords */.DO[gate.outcome]}: ${gate.text}`,
        message,
    });
}
function failureNoteOn(state, failure) {
    const { node, title, class: cause, message, handled_by: by } = failure;
    return onNode(state, node, {
        level: levelOf(failure),
        title: `${title} failed [${cause}]`,
        message: `${message}${by === undefined ? '' : `\nhandled by ${by}`}`,
    });
}
function levelOf({ handled_by }) {
    return handled_by === undefined ? 'failure' : 'warning';
}
/** A chain that somebody typed has no file. */
function onNode(state, id, said) {
    const at = state.byId.get(id)?.at;
    if (!at || at.file === '' || at.file.startsWith('<') || at.line < 1)
        return [];
    const columns = at.column >= 1 ? { column: at.column, end_column: Math.max(at.column, at.endColumn - 1) } : {};
    return [note({ path: at.file, line: at.line, ...columns, ...said })];
}
/** The last traceback is the one that ended the program. */
function pythonNote(failure, { files, project }) {
    for (const traceback of tracebacksIn(failure.tail).reverse()) {
        const place = innermostPlace(traceback, files, project);
        if (!place)
            continue;
        const { message } = traceback;
        return [note({ ...place, level: levelOf(failure), message, title: `${failure.title} failed here` })];
    }
    return [];
}
function note(raw) {
    return {
        ...raw,
        message: (0,markdown_text/* cut */.Jj)((0,plain_text/* plainText */.w)(raw.message), longestMessage) || 'failed',
        title: (0,markdown_text/* cut */.Jj)((0,plain_text/* plainText */.w)(raw.title).replace(/\s+/g, ' '), longestTitle),
    };
}
/** A mistake in the code fails each cell of a sweep at one place. */
function merged(notes) {
    const groups = new Map();
    for (const one of notes) {
        const key = JSON.stringify([one.path, one.line, one.column, one.message]);
        const group = groups.get(key);
        if (group)
            group.count += 1;
        else
            groups.set(key, { first: one, count: 1 });
    }
    return [...groups.values()].map(({ first, count }) => count === 1 ? first : { ...first, title: (0,markdown_text/* cut */.Jj)(`${first.title}, and ${count - 1} more`, longestTitle) });
}

;// CONCATENATED MODULE: ./build/parts/line-notes.js
/** What went wrong, on the lines of the commit where it stands, as a check run shows it beside a pull request's changes. */



/** A traceback names one of few files; a repository with more is searched no further. */
const mostFiles = 20_000;
const notCode = new Set(['.git', '.ml-workflow', 'node_modules', '.venv', 'venv']);
/** `root`: absolute, of the repository with the code under test. `project`: relative to it, with `/`. */
function lineNotes(root, project) {
    return (state, report) => {
        const isWell = report.failures.length === 0 && report.gates.every(({ outcome }) => outcome === 'met');
        if (isWell)
            return [];
        return notesOf(state, report, { files: pythonFiles(root), project }).map(({ path, line, column, end_column: end, level, message, title }) => ({
            ...{ path, start_line: line, end_line: line, annotation_level: level, message, title },
            ...(column === undefined ? {} : { start_column: column }),
            ...(column === undefined || end === undefined ? {} : { end_column: end }),
        }));
    };
}
function pythonFiles(root) {
    const found = new Set();
    const open = [''];
    for (let folder = open.pop(); folder !== undefined && found.size < mostFiles; folder = open.pop()) {
        for (const entry of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, folder), { withFileTypes: true })) {
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (entry.isDirectory() && !notCode.has(entry.name))
                open.push(path);
            else if (entry.isFile() && entry.name.endsWith('.py'))
                found.add(path);
        }
    }
    return found;
}


/***/ }),

/***/ 80635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HI: () => (/* binding */ readOnGitHub),
/* harmony export */   LT: () => (/* binding */ onGitHubFile),
/* harmony export */   MH: () => (/* binding */ reportersOf),
/* harmony export */   Vm: () => (/* binding */ contextOf),
/* harmony export */   _7: () => (/* binding */ writeOnGitHub),
/* harmony export */   ac: () => (/* binding */ onGitHubIn),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   ix: () => (/* binding */ triggerOf),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33838);
/* harmony import */ var _desk_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28521);
/* harmony import */ var _drivers_parts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75078);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(38702);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40654);
/* harmony import */ var _github_check_runs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(79873);
/* harmony import */ var _github_job_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(37249);
/* harmony import */ var _github_trigger_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(74930);
/* harmony import */ var _job_file_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(57533);
/* harmony import */ var _line_notes_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(61098);
/** What a part of a run tells GitHub, and what the next part has to know of it. */













const onGitHubFile = 'github.json';
function readOnGitHub(runDirectory) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runDirectory, onGitHubFile);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path) ? JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8')) : undefined;
}
/** In the part of the plan job. `folder`: absolute, of the part. */
function onGitHubIn(folder) {
    const run = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'run');
    const onGitHub = readOnGitHub(run);
    if (!onGitHub)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_12__/* .RunError */ .e4(`${folder}: the job \`plan\` had not begun a run`);
    return { plan: JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(run, 'plan.json'), 'utf8')), onGitHub };
}
/**
 * SHA-256 of all by which later jobs decide what runs: the plan, its targets, the commit. `run`: the folder with
 * `plan.json`.
 */
function digestOf(run) {
    const { sha, pull, isHosted, by, asked, approvedBy, base, deployFrom, notify, drift, slot } = readOnGitHub(run) ?? {};
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const file of _drivers_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .planFiles */ .jP)
        hash.update(`${file}\n${(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(run, file), 'utf8')}\n`);
    const hex = hash
        .update(JSON.stringify({ sha, pull, isHosted, by, asked, approvedBy, base, deployFrom, notify, drift, slot }))
        .digest('hex');
    // In letters: GitHub drops an output that holds a masked value, and a short one of those is a number as a rule.
    return hex.replace(/[0-9a-f]/g, (digit) => 'ghijklmnopqrstuv'[Number.parseInt(digit, 16)] ?? '');
}
function writeOnGitHub(runDirectory, now) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runDirectory, onGitHubFile);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(`${path}.new`, JSON.stringify(now));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(`${path}.new`, path);
}
function subjectOf(plan, { project }) {
    return { workflow: plan.name, project };
}
/** Of the commit and the pull request that were asked for: the event of a dispatch names neither. */
function triggerOf(environment, { sha, pull }) {
    return {
        ...(0,_github_trigger_js__WEBPACK_IMPORTED_MODULE_9__/* .readTrigger */ .v)(environment),
        sha,
        ...(pull === undefined ? {} : { pull: { number: pull } }),
    };
}
/** For the report. */
function contextOf({ sha, by, asked, base, notes, quote, approvedBy }, { url }) {
    return {
        ...{ sha, url },
        ...(by === undefined ? {} : { requested_by: by }),
        ...(asked === undefined ? {} : { asked }),
        ...(base === undefined ? {} : { base }),
        ...(notes === undefined ? {} : { notes }),
        ...(quote === undefined || quote === 0 ? {} : { quote }),
        ...(approvedBy === undefined ? {} : { approved_by: approvedBy }),
    };
}
/**
 * `adopts`: looks for check runs that the router has created for this run. `begins`: creates what the run will fill in. `refreshes`: writes the comment when it hands over, and completes the
 * check runs of gates that were decided elsewhere.
 */
function reportersOf(plan, file, token, { begins = false, refreshes = false, adopts = false, } = {}) {
    const runDirectory = (0,_job_file_js__WEBPACK_IMPORTED_MODULE_10__/* .runDirectoryOf */ .Gg)(file);
    const before = readOnGitHub(runDirectory);
    if (token !== '')
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq(token);
    if (!before)
        return (0,_github_job_js__WEBPACK_IMPORTED_MODULE_8__/* .partReporters */ .A)(plan, undefined);
    const { checks, comment } = before;
    const trigger = triggerOf(process.env, before);
    return (0,_github_job_js__WEBPACK_IMPORTED_MODULE_8__/* .partReporters */ .A)(plan, {
        ...{ subject: subjectOf(plan, file), trigger },
        context: () => contextOf(before, trigger),
        annotations: (0,_line_notes_js__WEBPACK_IMPORTED_MODULE_11__/* .lineNotes */ .I)((0,_desk_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .rootOf */ .I5)(process.env), file.project),
        ...(adopts ? { adopts: () => (0,_github_check_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .openChecksOf */ .pY)(new _github_api_js__WEBPACK_IMPORTED_MODULE_6__/* .GitHubApi */ .yN(token), trigger) } : {}),
        token,
        wantsComment: file.comment,
        begins,
        refreshes,
        checks,
        ...(comment === undefined ? {} : { comment }),
        now: () => new Date().toISOString(),
        saved: (open, commentNow) => writeOnGitHub(runDirectory, {
            ...before,
            ...(commentNow === undefined ? {} : { comment: commentNow }),
            checks: [...open],
        }),
    });
}


/***/ })

};
