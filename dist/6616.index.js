export const id = 6616;
export const ids = [6616,3710];
export const modules = {

/***/ 91565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ roles)
/* harmony export */ });
/** All that admission asks of GitHub. Whoever cannot be asked is an error, and nothing starts: admission fails closed. */
/** GitHub's own roles in a repository, from what may do least. */
const roles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];


/***/ }),

/***/ 35345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W0: () => (/* binding */ branchOf),
/* harmony export */   XU: () => (/* binding */ planAdmission),
/* harmony export */   zS: () => (/* binding */ admissionRequest)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/** What admission is asked, by the definitions of the default branch: the same for whoever asks. */


function admissionRequest({ definitions, environment }, start, more = {}) {
    return {
        start,
        policy: definitions.policy,
        known: definitions,
        ownSha: definitions.sha,
        defaultBranch: branchOf(environment),
        ...(environment.GITHUB_REF?.startsWith('refs/heads/')
            ? { ownBranch: environment.GITHUB_REF.slice('refs/heads/'.length) }
            : {}),
        project: definitions.project,
        ...(definitions.baseline === undefined ? {} : { baseline: definitions.baseline }),
        ...more,
    };
}
/** The repository's default branch, as the event says it; else the one that the run stands on. */
function branchOf({ GITHUB_EVENT_PATH: path, GITHUB_REF: ref = '' }) {
    return named(path) ?? ref.replace(/^refs\/heads\//, '');
}
function named(path) {
    if (path === undefined || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return undefined;
    const read = event.safeParse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')));
    return read.success ? read.data.repository.default_branch : undefined;
}
const event = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ default_branch: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1) }) });
function planAdmission({ definitions, environment }, { by, sha, isForeignCode }, plan) {
    return { plan, policy: definitions.policy, by, sha, isForeignCode, defaultBranch: branchOf(environment) };
}


/***/ }),

/***/ 47250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kM: () => (/* binding */ definitionsIn),
/* harmony export */   lM: () => (/* binding */ planned),
/* harmony export */   mu: () => (/* binding */ definitionsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _language_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11786);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28950);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28521);
/** What the default branch says: the project file, the workflows and their commands. Never what a pull request makes of them. */




/** Of the commit that the job itself stands on. Rejects with a `RunError` when GitHub does not give it. */
async function definitionsOf(environment, token, project) {
    const sha = environment.GITHUB_SHA ?? '';
    const root = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .bringDefinitions */ .$0)(sha, token, environment);
    return definitionsIn(root, project, sha);
}
function definitionsIn(root, project, sha) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, project);
    // Any chain will do: what is asked is the project, and what is wrong with it is said when something is planned.
    const wanted = { is: 'chain', source: (0,_language_source_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceOf */ .vz)('<comment>', '/continue') };
    const { policy, workflows, commands } = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_2__.prepare)({
        wanted,
        folder,
        shownFrom: root,
        given: [],
        checkOnly: true,
    });
    return { folder, root, project, sha, policy, workflows, commands };
}
/** A plan by these definitions. */
function planned({ folder, root }, wanted, given) {
    return (0,_prepare_js__WEBPACK_IMPORTED_MODULE_2__.prepare)({ wanted, folder, shownFrom: root, given });
}


/***/ }),

/***/ 55719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ deskOf),
/* harmony export */   z: () => (/* binding */ githubOf)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40654);
/* harmony import */ var _github_artifacts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40273);
/* harmony import */ var _github_forge_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97065);
/* harmony import */ var _github_keep_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45810);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47250);
/** Where a comment or a label is dealt with: GitHub, the definitions of the default branch, and what is said to whom asked. */






/** Rejects with a `RunError` when the definitions cannot be read. */
async function deskOf(environment, token, project) {
    return { ...githubOf(environment, token), definitions: await (0,_definitions_js__WEBPACK_IMPORTED_MODULE_5__/* .definitionsOf */ .mu)(environment, token, project) };
}
function githubOf(environment, token) {
    const [owner = '', repository = ''] = (environment.GITHUB_REPOSITORY ?? '').split('/');
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_RUN_ID: run = '0' } = environment;
    const api = new _github_api_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubApi */ .yN(token);
    const name = { owner, repository };
    return {
        ...{ environment, token, api, ...name },
        attempt: Number(environment.GITHUB_RUN_ATTEMPT ?? '1'),
        forge: (0,_github_forge_js__WEBPACK_IMPORTED_MODULE_3__/* .githubForge */ .N)(api, name),
        state: (0,_github_keep_state_js__WEBPACK_IMPORTED_MODULE_4__/* .stateStore */ .$)(api, {
            ...name,
            token,
            own: (0,_github_artifacts_js__WEBPACK_IMPORTED_MODULE_2__/* .actionsArtifacts */ .d7)(),
            onLoss: (loss) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(loss),
        }),
        url: `${server}/${owner}/${repository}/actions/runs/${run}`,
    };
}


/***/ }),

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

/***/ 40654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   Re: () => (/* binding */ orAbsent),
/* harmony export */   US: () => (/* binding */ isForbidden),
/* harmony export */   a5: () => (/* binding */ isRateLimit),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   je: () => (/* binding */ lossOf),
/* harmony export */   yN: () => (/* binding */ GitHubApi)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61351);
/** Calls to GitHub that survive a bad moment, and say in one line what a missing permission costs. */

const attempts = 4;
/** In all, for one call. */
const longestWaitSeconds = 60;
/** Who writes with the job's own token. */
const jobLogin = 'github-actions[bot]';
/** The parameters that octokit wants for it. */
function placeOf({ owner, repository }) {
    return { owner, repo: repository };
}
/** One token's way to GitHub. */
class GitHubApi {
    octokit;
    #sleep;
    /** The rate limit that was given up on: asking on would only make it longer. */
    #limit;
    #isFinishing = false;
    #login;
    #requests = 0;
    constructor(token, sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))) {
        // Where the runner says, now: the package looks only once, when it is loaded.
        const baseUrl = process.env.GITHUB_API_URL;
        this.octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, baseUrl ? { baseUrl } : {});
        this.#sleep = sleep;
        this.octokit.hook.before('request', () => {
            this.#requests += 1;
        });
    }
    /** Sent until now, each page of a list and each new attempt too: what GitHub counts against the token's quota. */
    get requests() {
        return this.#requests;
    }
    /** For those who wait between calls of their own. */
    sleep(seconds) {
        return this.#sleep(seconds);
    }
    /** From here on come the calls that close what is open: each is tried once even after a rate limit. */
    finish() {
        this.#isFinishing = true;
    }
    /**
     * Repeats a call that failed for a reason that passes: no answer, 5xx, and rate limits, waiting as GitHub asks. A call
     * that creates something gives `find`: after a failure that may have come too late, what exists is looked for first.
     */
    async persist(call, options = {}) {
        const limited = this.#limit;
        if (limited && !this.#isFinishing)
            throw limited.error;
        let waited = 0;
        for (let attempt = 1;; attempt += 1) {
            try {
                return await call();
            }
            catch (error) {
                const wait = secondsToWait(error, attempt);
                const isTooLong = wait === undefined || waited + wait > longestWaitSeconds;
                if (isTooLong || limited || attempt >= attempts) {
                    if (isRateLimit(error))
                        this.#limit ??= { error };
                    throw error;
                }
                await this.#sleep(wait);
                waited += wait;
                const found = isRateLimit(error) ? undefined : await quietly(options.find);
                if (found !== undefined)
                    return found;
            }
        }
    }
    /** The account the token belongs to; undefined for the token of an App, which GitHub does not tell. Asked once. */
    login() {
        this.#login ??= this.persist(() => this.octokit.rest.users.getAuthenticated()).then(({ data }) => data.login, () => undefined);
        return this.#login;
    }
    /**
     * Whether this token's account has written something that carries a marker of ours: somebody may have quoted it. Whose
     * token this is costs a request, which is only made when it was not the job's own account.
     */
    async isOwn(account) {
        if (!account)
            return false;
        const isBot = account.type === 'Bot';
        if (isBot && account.login === jobLogin)
            return true;
        const own = await this.login();
        // A job's own token does not tell its login, nor does that of an App: then nobody else's comment is taken for ours.
        return own !== undefined && account.login === own;
    }
}
/** Looking is a courtesy: when it fails too, the call is made again as if nothing had been found. */
async function quietly(find) {
    try {
        return await find?.();
    }
    catch {
        return undefined;
    }
}
/** Undefined when trying again would not help. */
function secondsToWait(error, attempt) {
    if (isRateLimit(error))
        return secondsAsked(error);
    return statusOf(error) >= 500 || isNetworkFailure(error) ? 2 ** (attempt - 1) : undefined;
}
/** By GitHub's rules: what it says, else when the hour's quota is new, else a minute. */
function secondsAsked(error) {
    const headers = headersOf(error);
    const after = Number(headers['retry-after']);
    if (Number.isFinite(after) && after > 0)
        return after;
    const reset = Number(headers['x-ratelimit-reset']);
    if (headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset))
        return Math.max(1, Math.ceil(reset - secondsNow(headers)));
    return longestWaitSeconds;
}
/** By GitHub's clock where it says: that of a runner may be minutes off. */
function secondsNow(headers) {
    const at = Date.parse(headers.date ?? '');
    return (Number.isNaN(at) ? Date.now() : at) / 1000;
}
/** The token may not do it, which GitHub also says of what the token may not see; no rate limit. */
function isForbidden(error) {
    const status = statusOf(error);
    return status === 404 || (status === 403 && !isRateLimit(error));
}
/** `undefined` for what is not there. */
async function orAbsent(work) {
    try {
        return await work;
    }
    catch (error) {
        // 410: it was there, and somebody has deleted it.
        if (statusOf(error) === 404 || statusOf(error) === 410)
            return undefined;
        throw error;
    }
}
/** What GitHub or the network says, one line. */
function reasonOf(error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.split('\n')[0]?.trim() || 'no reason was given';
}
/** GitHub answers a rate limit with 429, or with the same 403 as a missing permission. */
function isRateLimit(error) {
    const status = statusOf(error);
    if (status !== 403)
        return status === 429;
    const headers = headersOf(error);
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        (error instanceof Error && /\brate limit|abuse detection/i.test(error.message)));
}
/** Not every error without a status: a mistake of this program must show itself at once. */
function isNetworkFailure(error) {
    if (statusOf(error) !== 0 || !(error instanceof Error))
        return false;
    const isFetch = error instanceof TypeError && error.message === 'fetch failed';
    return isFetch || /^(?:Abort|Timeout|Fetch)Error$/.test(error.name) || hasNetworkCode(error);
}
function hasNetworkCode(error) {
    const code = 'code' in error ? error.code : undefined;
    return (typeof code === 'string' &&
        /^(?:UND_ERR_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENET|EHOST)/.test(code));
}
/** 0 when there was no answer at all. */
function statusOf(error) {
    return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
        ? error.status
        : 0;
}
function headersOf(error) {
    if (typeof error !== 'object' || error === null || !('response' in error))
        return {};
    const { response } = error;
    if (typeof response !== 'object' || response === null || !('headers' in response))
        return {};
    return (response.headers ?? {});
}
/** What was lost, and what would bring it back: one line for the log, the comment and the summary. */
function lossOf(what, permission, error, { isFork }) {
    const status = statusOf(error);
    if (status === 401)
        return `${what} was not written: GitHub refused the token`;
    if (isRateLimit(error))
        return `${what} was not written: GitHub's rate limit for this token is reached`;
    if (status === 403 || status === 404) {
        return isFork
            ? `${what} was not written: for a pull request from a fork GitHub gives the job a read-only token`
            : `${what} was not written: the job needs \`permissions: { ${permission}: write }\``;
    }
    return `${what} was not written: ${reasonOf(error)}`;
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

/***/ 40886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ dispatch),
/* harmony export */   b: () => (/* binding */ DispatchRefused)
/* harmony export */ });
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40654);
/* harmony import */ var _runs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51018);
/** Starts a workflow file on GitHub, once, and says which run that is. */


/** Of one sentence, for people. */
class DispatchRefused extends Error {
    name = 'DispatchRefused';
}
/** How far the clock of a runner may be behind GitHub's or before it. */
const skewSeconds = 60;
/** A run is in the list some seconds after its dispatch. */
const looks = [1, 2, 4, 8];
/**
 * Rejects with a `DispatchRefused` when GitHub says why not. After an answer that got lost the run is looked for before
 * another one is asked for: two of them would cost twice.
 */
async function dispatch(api, name, wanted) {
    const begun = new Date(Date.now() - skewSeconds * 1000);
    const find = async () => {
        await api.sleep(looks[1] ?? 2);
        const run = await dispatched(api, name, wanted, begun);
        return run && { run };
    };
    const sent = (details) => api.persist(() => ask(api, name, wanted, details), { find });
    try {
        // An Enterprise Server of before 2026 does not know the field, and may refuse it or answer nothing.
        const asked = await sent(true).catch((error) => {
            if (![400, 422].includes((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error)) || !/return_run_details/.test((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(error)))
                throw error;
            return sent(false);
        });
        if (asked.run)
            return asked.run;
        for (const seconds of looks) {
            await api.sleep(seconds);
            const run = await dispatched(api, name, wanted, asked.at ?? begun);
            if (run)
                return run;
        }
        return {};
    }
    catch (error) {
        throw refusalOf(error, wanted) ?? error;
    }
}
async function ask(api, name, { file, branch, inputs }, details) {
    const { data, headers } = await api.octokit.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
        ...{ ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), workflow_id: file, ref: branch, inputs: { ...inputs } },
        ...(details ? { return_run_details: true } : {}),
    });
    const { workflow_run_id: id, html_url: url } = (data ?? {});
    if (id !== undefined && url !== undefined)
        return { run: { id, url } };
    const at = Date.parse(headers.date ?? '');
    // Its times are whole seconds.
    return Number.isNaN(at) ? {} : { at: new Date(at - 1000) };
}
/** The newest run of the file that has this title. */
async function dispatched(api, name, { file, title }, since) {
    const runs = await (0,_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatchedSince */ .KW)(api, name, `.github/workflows/${file}`, since);
    const run = runs.find((candidate) => candidate.title === title);
    return run && { id: run.id, url: run.url };
}
function refusalOf(error, { file, branch }) {
    const path = `.github/workflows/${file}`;
    const refused = (why) => new DispatchRefused(`\`${path}\` was not started: ${why}`, { cause: error });
    switch ((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .isRateLimit */ .a5)(error) ? 429 : (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error)) {
        case 404:
            return refused(`there is no such workflow on the branch \`${branch}\``);
        case 403:
            return /disabled/i.test((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(error))
                ? refused('the workflow is disabled')
                : refused('the job needs `permissions: { actions: write }`');
        case 422:
            return refused((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(error));
        case 429:
            return refused("GitHub's rate limit for this token is reached");
        default:
            return undefined;
    }
}


/***/ }),

/***/ 97065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ githubForge)
/* harmony export */ });
/* harmony import */ var _admission_forge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91565);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40654);
/** What admission asks of GitHub, by its REST API. Nothing is guessed: what GitHub does not say clearly is an error, or unknown. */


/** Of a branch's activity, 100 entries each: who pushes more often than that names the commit. */
const activityPages = 3;
/** The state of a review that replaces an earlier one of the same person; a comment leaves it standing. */
const verdicts = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'];
function githubForge(api, name) {
    return new GitHubForge(api, name);
}
class GitHubForge {
    #api;
    #name;
    constructor(api, name) {
        this.#api = api;
        this.#name = name;
    }
    async roleOf(login) {
        const answer = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .orAbsent */ .Re)(this.#api.persist(() => this.#rest.repos.getCollaboratorPermissionLevel({ ...this.#place, username: login })));
        if (!answer)
            return 'none';
        const { role_name: named, permission, user } = answer.data;
        return asRole(named) ?? roleByFlags(user?.permissions) ?? asRole(permission) ?? 'none';
    }
    async isInTeam(team, login) {
        const request = { org: this.#name.owner, team_slug: team, username: login };
        try {
            const { data } = await this.#api.persist(() => this.#rest.teams.getMembershipForUserInOrg(request));
            // Pending: asked to join, and has not answered.
            return { is: data.state === 'active' };
        }
        catch (error) {
            // A job's own token sees no team. GitHub answers the same about a person who is not in it.
            if ((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .isForbidden */ .US)(error))
                return { is: false, unseen: true };
            throw error;
        }
    }
    async pull(number) {
        const { data } = await this.#api.persist(() => this.#rest.pulls.get({ ...this.#place, pull_number: number }));
        const { head, base } = data;
        return {
            number,
            title: data.title,
            author: personOf(data.user),
            headSha: head.sha,
            headRef: head.ref,
            baseSha: base.sha,
            baseRef: base.ref,
            // The repository of a fork may be gone, which the types do not know.
            isFork: head.repo?.id !== base.repo.id,
            isOpen: data.state === 'open',
            isMerged: data.merged === true,
        };
    }
    async comment(id) {
        const answer = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .orAbsent */ .Re)(this.#api.persist(() => this.#rest.issues.getComment({ ...this.#place, comment_id: id })));
        if (!answer)
            return undefined;
        const { data } = answer;
        const issue = Number(/\/issues\/(\d+)$/.exec(data.issue_url)?.[1]);
        if (!Number.isSafeInteger(issue))
            throw new Error(`GitHub does not say where comment ${id} stands`);
        return {
            id,
            author: personOf(data.user, data.performed_via_github_app),
            body: data.body ?? '',
            createdAt: utc(data.created_at),
            updatedAt: utc(data.updated_at),
            issue,
            url: data.html_url,
        };
    }
    async labelled(event) {
        const answer = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .orAbsent */ .Re)(this.#api.persist(() => this.#rest.issues.getEvent({ ...this.#place, event_id: event })));
        return answer && labelledBy(answer.data, answer.data.issue?.number);
    }
    async newestLabelling(pull, label) {
        const wanted = label.toLowerCase();
        const page = async (number) => this.#api.persist(() => this.#rest.issues.listEvents({
            ...this.#place,
            issue_number: pull,
            per_page: 100,
            page: number,
        }));
        // Oldest first, so the newest is on the last page.
        const first = await page(1);
        const last = Number(/[?&]page=(\d+)[^>]*>;\s*rel="last"/.exec(first.headers.link ?? '')?.[1] ?? 1);
        for (let number = last; number >= 1; number -= 1) {
            const { data } = number === 1 ? first : await page(number);
            for (const event of data.toReversed()) {
                const found = labelledBy(event, pull);
                if (found?.label.toLowerCase() === wanted)
                    return found;
            }
        }
        return undefined;
    }
    async pushedAt({ isFork, headRef, headSha }) {
        // What happens in a fork is its owner's affair, and a branch of ours may have the same name.
        if (isFork)
            return undefined;
        const ref = `refs/heads/${headRef}`;
        return this.#api.persist(async () => {
            const pages = this.#api.octokit.paginate.iterator(this.#rest.repos.listActivities, {
                ...{ ...this.#place, ref, per_page: 100 },
            });
            let read = 0;
            for await (const { data } of pages) {
                // Newest first: a commit that was pushed again counts from then on.
                const entry = data.find((activity) => activity.ref === ref && activity.after === headSha);
                if (entry)
                    return utc(entry.timestamp);
                read += 1;
                if (read === activityPages)
                    break;
            }
            return undefined;
        });
    }
    async approvals(pull) {
        const reviews = await this.#api.persist(() => this.#api.octokit.paginate(this.#rest.pulls.listReviews, {
            ...{ ...this.#place, pull_number: pull, per_page: 100 },
        }));
        const standing = new Map();
        for (const review of reviews)
            if (review.user && verdicts.includes(review.state))
                standing.set(review.user.login, review);
        const approvals = [];
        for (const { state, user, commit_id: sha } of standing.values()) {
            const by = personOf(user);
            if (state !== 'APPROVED' || sha === null || by.isBot)
                continue;
            if (_admission_forge_js__WEBPACK_IMPORTED_MODULE_1__/* .roles */ .O.indexOf(await this.roleOf(by.login)) >= _admission_forge_js__WEBPACK_IMPORTED_MODULE_1__/* .roles */ .O.indexOf('write'))
                approvals.push({ sha, by });
        }
        return approvals;
    }
    async changedPaths(pull) {
        const files = await this.#api.persist(() => this.#api.octokit.paginate(this.#rest.pulls.listFiles, {
            ...{ ...this.#place, pull_number: pull, per_page: 100 },
        }));
        return files.flatMap(({ filename, previous_filename: before }) => before === undefined ? [filename] : [filename, before]);
    }
    async isOnBranch(sha, branch) {
        // Not by its name alone: a tag of that name would do as well, and leads wherever somebody has put it.
        const { data } = await this.#api.persist(() => this.#rest.git.getRef({ ...this.#place, ref: `heads/${branch}` }));
        if (data.object.sha === sha)
            return true;
        const compared = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .orAbsent */ .Re)(this.#api.persist(() => this.#rest.repos.compareCommitsWithBasehead({
            ...{ ...this.#place, basehead: `${data.object.sha}...${sha}`, per_page: 1 },
        })));
        return compared?.data.status === 'identical' || compared?.data.status === 'behind';
    }
    get #rest() {
        return this.#api.octokit.rest;
    }
    get #place() {
        return (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(this.#name);
    }
}
/** Roles that an organisation has made of its own are known by what they allow. */
function roleByFlags(flags) {
    if (!flags)
        return undefined;
    if (flags.admin)
        return 'admin';
    if (flags.maintain)
        return 'maintain';
    if (flags.push)
        return 'write';
    if (flags.triage)
        return 'triage';
    return flags.pull ? 'read' : 'none';
}
function asRole(text) {
    return _admission_forge_js__WEBPACK_IMPORTED_MODULE_1__/* .roles */ .O.find((role) => role === text);
}
/** `app`: what acted for the account; an account that is gone can vouch for nothing. */
function personOf(account, app) {
    if (!account)
        return { login: 'ghost', isBot: true };
    const isBot = account.type !== 'User' || account.login.endsWith('[bot]') || (app ?? null) !== null;
    return { login: account.login, isBot };
}
function labelledBy(event, issue) {
    const label = event.label?.name ?? undefined;
    if (event.event !== 'labeled' || label === undefined || issue === undefined)
        return undefined;
    const by = personOf(event.actor, event.performed_via_github_app);
    return { event: event.id, label, by, at: utc(event.created_at), issue };
}
/** Times are compared as text further on, so they all have one form. */
function utc(time) {
    const at = Date.parse(time);
    if (Number.isNaN(at))
        throw new Error(`GitHub says a time that is none: ${JSON.stringify(time)}`);
    return new Date(at).toISOString();
}


/***/ }),

/***/ 10707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H9: () => (/* binding */ chainName),
/* harmony export */   c9: () => (/* binding */ chainFile),
/* harmony export */   ul: () => (/* binding */ routerFile),
/* harmony export */   wB: () => (/* binding */ compiledFile)
/* harmony export */ });
/** The names of workflow files on GitHub: of compiled workflows, and of the two that answer comments. */
/** Listens to comments and labels. */
const routerFile = 'ml.yml';
/** Runs chains that were typed into a comment. */
const chainFile = 'ml-run.yml';
/** What typed chains are called on GitHub: they are one workflow there, whatever stands in them. */
const chainName = 'ml-run';
/** Of a compiled workflow: `ml/train` is `ml-train.yml`. Never one of the other two. */
function compiledFile(workflow) {
    const name = workflow.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[-.]+/, '') || 'workflow';
    const file = `${name}.yml`;
    const isTaken = [routerFile, chainFile].includes(file.toLowerCase());
    return isTaken ? `${name}-jobs.yml` : file;
}


/***/ }),

/***/ 5306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   catchUp: () => (/* binding */ catchUp)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _desk_admission_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35345);
/* harmony import */ var _desk_desk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55719);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49277);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40654);
/* harmony import */ var _github_dispatch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40886);
/* harmony import */ var _github_names_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(50926);
/* harmony import */ var _jobs_file_name_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(10707);
/* harmony import */ var _reports_lines_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23987);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(42094);
/** Starts what schedules have left out: of each workflow the newest time, and once. For a workflow that is scheduled itself. */










/** What is not there by then does not come, or comes too late. */
const graceMinutes = 60;
/** Fails when a workflow could not be looked at, or started: nobody else would hear of it. */
async function catchUp(environment, { token, project }) {
    const desk = await (0,_desk_desk_js__WEBPACK_IMPORTED_MODULE_2__/* .deskOf */ .x)(environment, token, project);
    const now = new Date();
    let hasFailed = false;
    for (const workflow of desk.definitions.workflows) {
        if ((workflow.on?.schedule ?? []).length === 0)
            continue;
        const subject = { workflow: workflow.name, project };
        try {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq((0,_reports_lines_js__WEBPACK_IMPORTED_MODULE_6__/* .harmless */ .p)(`${(0,_github_names_js__WEBPACK_IMPORTED_MODULE_8__/* .labelOf */ .Wy)(subject)}: ${await look(desk, workflow, subject, now)}`));
        }
        catch (error) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3((0,_reports_lines_js__WEBPACK_IMPORTED_MODULE_6__/* .harmless */ .p)(`${(0,_github_names_js__WEBPACK_IMPORTED_MODULE_8__/* .labelOf */ .Wy)(subject)}: ${(0,_github_api_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(error)}`), { title: 'not caught up' });
            hasFailed = true;
        }
    }
    return hasFailed ? _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .h.failed : _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .h.done;
}
/** Gives what was done, one sentence. */
async function look(desk, workflow, subject, now) {
    const file = (0,_jobs_file_name_js__WEBPACK_IMPORTED_MODULE_9__/* .compiledFile */ .wB)(workflow.name);
    const stored = (0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .slotsOf */ .nK)(await desk.state.read((0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .slotsKey */ .RI)(subject)));
    const times = (0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .linesOf */ .Dx)(workflow.on?.schedule ?? []).flatMap((line) => {
        const slot = (0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .slotAt */ .UP)(line, new Date(now.getTime() - graceMinutes * 60_000));
        return slot ? [{ line, slot }] : [];
    });
    const isOpen = ({ line, slot }) => {
        const last = stored.lines[line.cron]?.last;
        return last === undefined || Date.parse(last) < slot.getTime();
    };
    const open = [];
    for (const due of times.filter(isOpen)) {
        const started = await (0,_github_api_js__WEBPACK_IMPORTED_MODULE_4__/* .orAbsent */ .Re)((0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .scheduledSince */ .Uu)(desk, file, due.slot));
        if (!started)
            throw new Error(`there is no \`.github/workflows/${file}\`: \`ml-workflow compile\` writes it`);
        if (started.length === 0)
            open.push(due);
    }
    if (open.length === 0)
        return 'nothing is missing';
    const recorded = await record(desk, subject, open);
    // A line that nobody has recorded is new: its times of before it was there were never due.
    const missed = recorded.filter(({ line }) => stored.lines[line.cron] !== undefined);
    const [first] = missed.map(({ slot }) => slot).sort((a, b) => b.getTime() - a.getTime());
    if (!first)
        return recorded.length === 0 ? 'somebody else has caught it up' : 'watched from now on';
    const request = { slot: first.toISOString() };
    const was = `the run of ${(0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .shown */ .SP)(first)} was missing`;
    try {
        const { url } = await (0,_github_dispatch_js__WEBPACK_IMPORTED_MODULE_5__/* .dispatch */ .J)(desk.api, desk, {
            ...{ file, branch: (0,_desk_admission_request_js__WEBPACK_IMPORTED_MODULE_1__/* .branchOf */ .W0)(desk.environment), title: workflow.name },
            inputs: { request: JSON.stringify(request) },
        });
        return `${was}, and is started now${url === undefined ? '' : `: ${url}`}`;
    }
    catch (error) {
        // Somebody wants it so.
        if (error instanceof _github_dispatch_js__WEBPACK_IMPORTED_MODULE_5__/* .DispatchRefused */ .b && /disabled/.test(error.message))
            return `${was}: ${error.message}`;
        throw error;
    }
}
/**
 * Before anything is started: who comes second finds it there. Gives those that this job has written down, also where an
 * answer got lost and it finds its own.
 */
async function record(desk, subject, open) {
    const { GITHUB_RUN_ID: id = '', GITHUB_RUN_ATTEMPT: attempt = '1' } = desk.environment;
    const run = `${id}-${attempt}`;
    let own = [];
    await desk.state.change((0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .slotsKey */ .RI)(subject), (before) => {
        let slots = (0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .slotsOf */ .nK)(before);
        const isOwn = ({ line, slot }) => {
            const there = slots.lines[line.cron];
            return there?.run === run && there.last === slot.toISOString();
        };
        let hasChanged = false;
        own = open.filter((due) => {
            if (isOwn(due))
                return true;
            const { cron } = due.line;
            const isNew = slots.lines[cron] === undefined;
            const line = { last: due.slot.toISOString(), run, ...(isNew ? {} : { caughtUp: true }) };
            const next = (0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .withSlot */ .vR)(slots, cron, line);
            if (!next)
                return false;
            slots = next;
            hasChanged = true;
            return true;
        });
        return hasChanged ? slots : undefined;
    }, 'Record what is caught up');
    return own;
}


/***/ }),

/***/ 53710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ eventLine),
  q: () => (/* binding */ goesOnLine),
  noticeLine: () => (/* binding */ noticeLine)
});

// EXTERNAL MODULE: ./build/engine/evaluate.js
var evaluate = __webpack_require__(62516);
// EXTERNAL MODULE: ./build/engine/expiry.js
var expiry = __webpack_require__(11276);
// EXTERNAL MODULE: ./build/engine/plain-text.js
var plain_text = __webpack_require__(76879);
// EXTERNAL MODULE: ./build/reports/percent.js
var percent = __webpack_require__(86373);
// EXTERNAL MODULE: ./build/reports/pods.js
var pods = __webpack_require__(67694);
// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(68013);
;// CONCATENATED MODULE: ./build/reports/pod-line.js




function podLine(event, state, style) {
    if (event.type === 'unit-placed') {
        const title = state.byId.get(event.node)?.title ?? event.node;
        const on = state.pods.has(event.on) ? `pod ${(0,pods/* shortName */.EU)(event.on)}` : event.on;
        const part = event.share < 1 ? `, with ${(0,percent/* percent */.K)(event.share)} of it` : '';
        return `  ${style.dim(`▣ ${title} runs on ${on}${part}`)}`;
    }
    const pod = state.pods.get(event.pod);
    const name = `pod ${(0,pods/* shortName */.EU)(event.pod)}`;
    switch (event.type) {
        case 'pod-intended':
            return `  ${style.cyan('▣')} ${name} for ${(0,pods/* scopeTitle */.Jn)(state, event.scope)}  ${style.dim(`${(0,plain_text/* plainText */.w)(event.offer)}, ${(0,pods/* hourly */.iC)(event.price)}`)}`;
        case 'pod-refused':
            return `  ${style.yellow('▣')} ${name} was refused  ${style.yellow((0,plain_text/* plainText */.w)(event.message))} ${style.dim(`[${event.class}]`)}`;
        case 'pod-created': {
            const quoted = pod?.quoted ?? event.price;
            const other = quoted === event.price ? '' : `  ${style.yellow(`the catalogue said ${(0,pods/* hourly */.iC)(quoted)}`)}`;
            return `  ${style.cyan('▣')} ${name} is starting  ${style.dim((0,pods/* hourly */.iC)(event.price))}${other}`;
        }
        case 'pod-ready':
            return `  ${style.green('▣')} ${name} is ready  ${style.dim([`after ${(0,words/* duration */.p0)(event.seconds)}`, ...(event.gpu === undefined ? [] : [(0,plain_text/* plainText */.w)(event.gpu)])].join('  '))}`;
        case 'pod-ended': {
            const life = `after ${(0,words/* duration */.p0)(event.seconds)}, ${(0,pods/* cost */.y)(event.dollars)}`;
            if (event.proven)
                return `  ${style.green('▣')} ${name} has ended  ${style.dim(`${life}  ${(0,plain_text/* plainText */.w)(event.why)}`)}`;
            const loud = `may still run and cost ${(0,pods/* hourly */.iC)(pod?.price ?? 0)}: its end could not be verified`;
            return `  ${style.red(`✗ ${name} ${loud}`)}  ${style.dim((0,plain_text/* plainText */.w)(event.why))}  ${style.bold((0,pods/* reapWords */.Ye)(state.run.id))}`;
        }
        case 'pod-billed':
            return `  ${style.dim(`▣ ${name} was billed ${(0,pods/* cost */.y)(event.dollars)}`)}`;
    }
}

// EXTERNAL MODULE: ./build/reports/status.js
var reports_status = __webpack_require__(26724);
;// CONCATENATED MODULE: ./build/reports/event-line.js
/** One event as one line, for the live view and for logs. */






/** Undefined for events that nobody needs to read. */
function eventLine(event, state, style) {
    const title = (node) => state.byId.get(node)?.title ?? node;
    switch (event.type) {
        case 'unit-started': {
            const attempt = event.attempt > 1 ? `  ${style.dim(`${(0,reports_status/* againWord */.Lw)(state, event.node)} ${event.attempt}`)}` : '';
            return `  ${style.cyan('▸')} ${title(event.node)}${attempt}`;
        }
        case 'unit-succeeded': {
            const values = event.none === undefined ? measured(event.metrics) : [event.none];
            return `  ${style.green('✓')} ${title(event.node)}  ${style.dim([(0,words/* duration */.p0)(event.seconds), ...values].join('  '))}`;
        }
        case 'unit-reused': {
            const values = measured(event.metrics);
            return `  ${style.green('✓')} ${title(event.node)}  ${style.dim([`reused from ${event.from}`, ...values].join('  '))}`;
        }
        case 'unit-failed': {
            // It did nothing wrong: a cancel, a timeout or the like ended it.
            if (event.class === 'cancelled')
                return `  ${style.yellow(words/* statusSigns */.rq.stopped)} ${title(event.node)}  ${style.dim(`stopped after ${(0,words/* duration */.p0)(event.seconds)}`)}`;
            const handler = (0,reports_status/* handlerOf */.A0)(state, event.node);
            const [sign, paint] = handler === undefined ? ['✗', style.red] : ['↷', style.yellow];
            const handled = handler === undefined ? '' : style.dim(`, handled by ${title(handler)}`);
            return `  ${paint(sign)} ${title(event.node)}  ${paint((0,plain_text/* plainText */.w)(event.message))} ${style.dim(`[${event.class}]`)}${handled}`;
        }
        case 'unit-interrupted':
            return `  ${style.yellow('↻')} ${title(event.node)}  ${style.dim('was interrupted, and is taken up again')}`;
        case 'gate-decided': {
            const colour = event.outcome === 'met' ? style.green : event.outcome === 'error' ? style.red : style.yellow;
            const text = event.outcome === 'error'
                ? `${event.sum}: ${event.reason ?? ''}`
                : event.outcome === 'inconclusive'
                    ? event.sum
                    : (0,words/* gateNote */.mD)(event);
            return `  ${colour('◆')} gate ${colour(words/* gateWords */.DO[event.outcome])}  ${text}`;
        }
        case 'variable-set':
            return `  ${style.dim(`$${event.name} = ${String(event.value)}`)}`;
        case 'assignment-failed':
            return `  ${style.red('✗')} ${title(event.node)}  ${style.red(event.message)}`;
        case 'case-decided': {
            const node = state.byId.get(event.node);
            if (event.value === undefined)
                return `  ${style.red('✗')} ${title(event.node)}  ${style.red(event.reason ?? 'has no value')}`;
            const patterns = node?.kind === 'case' ? (node.arms[event.arm]?.patterns.join('|') ?? '') : '';
            return `  ${style.cyan('◆')} ${title(event.node)} is ${style.bold(event.value)}  ${style.dim(`↳ ${patterns}`)}`;
        }
        case 'retry-scheduled': {
            const node = state.byId.get(event.node);
            const of = node?.kind === 'retry' ? ` of ${node.retries + 1}` : '';
            const when = event.delay > 0 ? `in ${(0,words/* wholeDuration */.ui)(event.delay)}` : 'now';
            return `  ${style.yellow('↻')} ${title(event.node)}  ${style.yellow(`attempt ${event.attempt}${of} ${when}`)} ${style.dim(`[${event.class}]`)}`;
        }
        case 'timed-out':
            return `  ${style.red('✗')} ${title(event.node)}  ${style.red('the time is over')}`;
        case 'budget-exceeded': {
            const rest = (0,expiry/* keepsForEnding */.TS)(state, event.node) ? style.dim('  the rest pays for ending its pods') : '';
            return `  ${style.red('✗')} ${title(event.node)}  ${style.red(`${(0,words/* dollars */.E9)(event.dollars)} are spent`)}${rest}`;
        }
        case 'waited':
            return `  ${style.green('✓')} ${title(event.node)}`;
        case 'approval-requested':
            return `  ${style.cyan('?')} ${title(event.node)}  waits for approval of ${style.bold(event.label)}`;
        case 'approval-given':
            return event.approved
                ? `  ${style.green('✓')} ${title(event.node)}  ${style.dim(`approved by ${event.by}`)}`
                : `  ${style.red('✗')} ${title(event.node)}  ${style.red(`refused by ${event.by}`)}`;
        case 'results-offered': {
            const count = Object.keys(event.finished).length;
            const results = count === 0 ? 'nothing' : `${count} ${count === 1 ? 'result' : 'results'}`;
            return `  ${style.dim(`${results} of ${event.from} can be taken over`)}`;
        }
        case 'pod-intended':
        case 'pod-refused':
        case 'pod-created':
        case 'pod-ready':
        case 'unit-placed':
        case 'pod-ended':
        case 'pod-billed':
            return podLine(event, state, style);
        case 'cells-dispatched': {
            const count = event.branches.length;
            const machines = count === 1 ? 'a machine of its own' : 'machines of their own';
            return `  ${style.cyan('▸')} ${title(event.node)}  ${style.dim(`${count} ${count === 1 ? 'branch goes' : 'branches go'} to ${machines}`)}`;
        }
        case 'cell-lost':
            return `  ${style.red('✗')} ${title(event.node)}  ${style.red((0,plain_text/* plainText */.w)(event.message))} ${style.dim('[lost]')}`;
        case 'cancel-requested':
            return `  ${style.yellow(state.stopping?.forced ? `ending everything at once (${event.by})` : `cancelling (${event.by}) …`)}  ${state.stopping?.forced ? '' : style.dim('once more ends everything at once')}`.trimEnd();
        case 'run-started':
            return `${style.bold(event.workflow)}  ${style.dim(event.run)}`;
        case 'run-resumed':
        case 'retry-started':
        case 'run-concluded':
            return undefined;
    }
}
/** What stands above the events of a run that an earlier process has begun. */
function goesOnLine(state, style) {
    return `${style.bold(state.plan.name)}  ${style.dim(`${state.run.id}, goes on`)}`;
}
/** What a target tells. It may quote what a host has said. */
function noticeLine(text, style) {
    return `  ${style.dim(`· ${(0,plain_text/* plainText */.w)(text)
        .replace(/\s*\n\s*/g, ' ')
        .trim()}`)}`;
}
function measured(metrics) {
    return Object.entries(metrics)
        .slice(0, 3)
        .map(([metric, value]) => `${metric} ${(0,evaluate/* shortNumber */.In)(value)}`);
}


/***/ }),

/***/ 23987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ EventLines),
/* harmony export */   p: () => (/* binding */ harmless)
/* harmony export */ });
/* harmony import */ var _engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76879);
/* harmony import */ var _event_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53710);


class EventLines {
    #write;
    #style;
    #showsOutput;
    #hasBegun;
    #titles = new Map();
    /**
     * `output`: what the commands print is shown too, each line behind the name of its command. `continues`: what has led
     * here stands elsewhere, and nothing is said of it.
     */
    constructor(write, style, options = {}) {
        this.#hasBegun = options.continues ?? false;
        this.#write = write;
        this.#style = style;
        this.#showsOutput = options.output ?? false;
    }
    event(event, state) {
        if (!this.#hasBegun && event.type !== 'run-started')
            this.#write((0,_event_line_js__WEBPACK_IMPORTED_MODULE_1__/* .goesOnLine */ .q)(state, this.#style));
        this.#hasBegun = true;
        if (event.type === 'unit-started')
            this.#titles.set(event.node, state.byId.get(event.node)?.title ?? event.node);
        const line = (0,_event_line_js__WEBPACK_IMPORTED_MODULE_1__/* .eventLine */ .V)(event, state, this.#style);
        if (line !== undefined)
            this.#write(harmless(line));
    }
    notice(text) {
        this.#write(harmless((0,_event_line_js__WEBPACK_IMPORTED_MODULE_1__.noticeLine)(text, this.#style)));
    }
    output(node, line) {
        if (!this.#showsOutput)
            return;
        this.#write(`    ${this.#style.dim(`${this.#titles.get(node) ?? node} │`)} ${harmless((0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(line))}`);
    }
}
/**
 * A line that begins with `::`, or holds `##[`, would be obeyed by GitHub's runner; a training's log must not be. A message
 * may have several lines.
 */
function harmless(line) {
    return line.replace(/##\[/g, '# #[').replace(/^(\s*)::/gm, '$1: :');
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
