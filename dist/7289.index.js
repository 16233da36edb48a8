export const id = 7289;
export const ids = [7289];
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


/***/ })

};
