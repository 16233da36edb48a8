export const id = 6465;
export const ids = [6465];
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


/***/ }),

/***/ 45810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ stateStore)
});

// EXTERNAL MODULE: ./build/github/api.js
var github_api = __webpack_require__(40654);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/github/artifacts.js
var artifacts = __webpack_require__(40273);
;// CONCATENATED MODULE: ./build/github/state-branch.js
/** What outlives a run, as JSON files on a branch of their own. Each write is one commit, and only on top of what was read. */

/** It shares no history with the code: nobody merges it, and nothing is built from it. */
const stateBranch = 'ml-workflow-state';
/** GitHub gives larger files without their content; the rest is room for what others add meanwhile. */
const largestBytes = 900 * 1024;
const attempts = 6;
const readme = `# State of ml-workflow

Written by the workflows of this repository: what their last accepted runs measured, and what was run when. Without this
branch they begin anew; it may be deleted.
`;
class StateBranch {
    #api;
    #name;
    constructor(api, name) {
        this.#api = api;
        this.#name = name;
    }
    async read(key) {
        return (await this.#load(pathOf(key))).value;
    }
    /** Others may write between two attempts, so `change` may be called up to six times, also with what it has written itself. */
    async change(key, change, message) {
        const path = pathOf(key);
        for (let attempt = 1;; attempt += 1) {
            const before = await this.#load(path);
            const value = change(before.value);
            if (value === undefined)
                return;
            const text = textOf(value, path);
            if (text === before.text)
                return;
            try {
                await this.#save(path, text, before.sha, message);
                return;
            }
            catch (error) {
                if ((0,github_api/* statusOf */.c2)(error) === 404 && (await this.#makeBranch()))
                    continue;
                if (attempt >= attempts || !isConflict(error))
                    throw error;
            }
            // Whoever else is writing waits for another time than this one.
            await this.#api.sleep(0.2 * 2 ** attempt * (0.5 + Math.random()));
        }
    }
    async #load(path) {
        const answer = await (0,github_api/* orAbsent */.Re)(this.#api.persist(() => this.#api.octokit.rest.repos.getContent({ ...this.#place, path, ref: stateBranch })));
        if (!answer)
            return { value: undefined, sha: undefined, text: '' };
        const { data } = answer;
        if (Array.isArray(data) || data.type !== 'file')
            throw broken(path, 'is no file');
        if (data.encoding !== 'base64')
            throw broken(path, `is larger than ${largestBytes / 1024} KB`);
        const text = Buffer.from(data.content, 'base64').toString('utf8');
        return { value: parsed(text, path), sha: data.sha, text };
    }
    async #save(path, text, sha, message) {
        await this.#api.persist(() => this.#api.octokit.rest.repos.createOrUpdateFileContents({
            ...{ ...this.#place, path, message, branch: stateBranch },
            content: Buffer.from(text).toString('base64'),
            ...(sha === undefined ? {} : { sha }),
        }), 
        // Without it, an answer that got lost would make the change twice.
        { find: async () => ((await this.#load(path)).text === text ? true : undefined) });
    }
    /** False when the branch is there: then it is not what was missing. */
    async #makeBranch() {
        const { git } = this.#api.octokit.rest;
        const place = this.#place;
        const isThere = async () => (await (0,github_api/* orAbsent */.Re)(this.#api.persist(() => git.getRef({ ...place, ref: `heads/${stateBranch}` })))) !==
            undefined;
        if (await isThere())
            return false;
        const blob = await this.#api.persist(() => git.createBlob({ ...place, content: readme, encoding: 'utf-8' }));
        const file = { path: 'README.md', mode: '100644', type: 'blob', sha: blob.data.sha };
        const tree = await this.#api.persist(() => git.createTree({ ...place, tree: [file] }));
        const first = { message: 'Begin the state of ml-workflow', tree: tree.data.sha, parents: [] };
        const commit = await this.#api.persist(() => git.createCommit({ ...place, ...first }));
        const ref = { ref: `refs/heads/${stateBranch}`, sha: commit.data.sha };
        try {
            await this.#api.persist(() => git.createRef({ ...place, ...ref }));
        }
        catch (error) {
            // Somebody else may have been faster.
            if (!(await isThere()))
                throw error;
        }
        return true;
    }
    get #place() {
        return (0,github_api/* placeOf */.$t)(this.#name);
    }
}
/** 409: the file or the branch has moved on. 422: it was made meanwhile, and the write named no file to replace. */
function isConflict(error) {
    const status = (0,github_api/* statusOf */.c2)(error);
    if ((0,github_api/* isRateLimit */.a5)(error) || (status !== 409 && status !== 422))
        return false;
    // A rule of the repository is not going to change between two attempts.
    return !(error instanceof Error && /rule violation|protected branch/i.test(error.message));
}
/** `accepted/train` → `accepted/train.json`. Throws for a key that could lead elsewhere. */
function pathOf(key) {
    if (!/^\w[\w.-]*(?:\/\w[\w.-]*)*$/.test(key) || key.length > 200)
        throw new Error(`internal: \`${key}\` is no key of the state; please report this`);
    return `${key}.json`;
}
function textOf(value, path) {
    const text = `${JSON.stringify(value, null, 1)}\n`;
    if (Buffer.byteLength(text) > largestBytes)
        throw new Error(`the state \`${path}\` would be larger than ${largestBytes / 1024} KB`);
    return text;
}
function parsed(text, path) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw broken(path, 'is no JSON');
    }
}
function broken(path, what) {
    return new Error(`\`${path}\` on the branch \`${stateBranch}\` ${what}: delete or repair it`);
}

;// CONCATENATED MODULE: ./build/github/state-artifact.js
/**
 * What outlives a run, where a job may not write to the repository: in artifacts of its runs. They expire, and of two runs
 * that write at the same time the last one counts.
 */






/** The longest that GitHub keeps one unless an organisation allows more. */
const stateDays = 90;
/** How often one run may write one key: a name is taken for the whole run. */
const writesOfRun = 5;
/** Runs that are looked at: those of pull requests may come first. */
const mostCandidates = 20;
const fileName = 'state.json';
const state_artifact_largestBytes = 1024 * 1024;
class StateArtifact {
    #options;
    /** What this process has written: GitHub's lists may not show it yet. */
    #written = new Map();
    constructor(options) {
        this.#options = options;
    }
    async read(key) {
        const path = pathOf(key);
        if (this.#written.has(key))
            return this.#written.get(key);
        const found = await this.#newest(nameOf(key));
        if (!found)
            return undefined;
        return this.#inFolder(async (folder) => {
            const { name, token } = this.#options;
            await (0,artifacts/* artifactsOfRun */.Ye)({ ...name, token, run: found.run }).download(found.id, (0,external_node_path_.join)(folder, 'in'));
            const file = (0,external_node_path_.join)(folder, 'in', fileName);
            if ((await (0,promises_.stat)(file)).size > state_artifact_largestBytes)
                throw state_artifact_broken(found, 'is too large');
            try {
                return parsed(await (0,promises_.readFile)(file, 'utf8'), path);
            }
            catch {
                throw state_artifact_broken(found, 'is no JSON');
            }
        });
    }
    async change(key, change) {
        const path = pathOf(key);
        const value = change(await this.read(key));
        if (value === undefined)
            return;
        const text = textOf(value, path);
        await this.#inFolder(async (folder) => {
            const from = (0,external_node_path_.join)(folder, 'out');
            await (0,promises_.mkdir)(from);
            await (0,promises_.writeFile)((0,external_node_path_.join)(from, fileName), text);
            await this.#upload(nameOf(key), from);
        });
        this.#written.set(key, JSON.parse(text));
    }
    async #upload(name, from) {
        for (let write = 1;; write += 1) {
            try {
                await this.#options.own.upload(numbered(name, write), from, { retentionDays: stateDays });
                return;
            }
            catch (error) {
                const isTaken = error instanceof artifacts/* ArtifactError */.nE && /already has an artifact/.test(error.message);
                if (!isTaken || write === writesOfRun)
                    throw error;
            }
        }
    }
    /**
     * Of a run on the default branch of this very repository: a pull request's run may upload whatever it likes, and the
     * branch of a fork may have the same name.
     */
    async #newest(name) {
        const { api, name: repository } = this.#options;
        const { repos, actions } = api.octokit.rest;
        const place = (0,github_api/* placeOf */.$t)(repository);
        const { data } = await api.persist(() => actions.listArtifactsForRepo({ ...place, name, per_page: 100 }));
        const candidates = newestFirst(data.artifacts).slice(0, mostCandidates);
        if (candidates.length === 0)
            return undefined;
        const { default_branch: branch } = (await api.persist(() => repos.get(place))).data;
        for (const { workflow_run: made } of candidates) {
            const run = made?.id;
            if (run === undefined || (await this.#isElsewhere(run, branch)))
                continue;
            const ofRun = await api.persist(() => actions.listWorkflowRunArtifacts({ ...place, run_id: run, per_page: 100 }));
            const names = Array.from({ length: writesOfRun }, (_, index) => numbered(name, index + 1));
            const [last] = newestFirst(ofRun.data.artifacts).filter((artifact) => names.includes(artifact.name));
            if (last)
                return { id: last.id, run, name: last.name };
        }
        return undefined;
    }
    async #isElsewhere(id, branch) {
        const { api, name } = this.#options;
        const run = await (0,github_api/* orAbsent */.Re)(api.persist(() => api.octokit.rest.actions.getWorkflowRun({ ...(0,github_api/* placeOf */.$t)(name), run_id: id })));
        const { head_branch: ref, repository, head_repository: head } = run?.data ?? {};
        // Of a fork that is gone there is no repository.
        return ref !== branch || repository === undefined || head?.id !== repository.id;
    }
    async #inFolder(work) {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'ml-state-'));
        try {
            return await work(folder);
        }
        finally {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
    }
}
function newestFirst(artifacts) {
    return artifacts.filter(({ expired }) => !expired).sort((one, other) => other.id - one.id);
}
/** No two keys give one name, and none the name of another's second write. */
function nameOf(key) {
    return `ml-state-${key.replaceAll('-', '-0').replaceAll('/', '-1')}`;
}
function numbered(name, write) {
    return write === 1 ? name : `${name}+${write}`;
}
function state_artifact_broken({ name, run }, what) {
    return new Error(`the artifact \`${name}\` of run ${run} ${what}: delete it`);
}

;// CONCATENATED MODULE: ./build/github/keep-state.js
/** Where the state of a repository is kept: on its branch, or, when the job may not write there, in artifacts. */



function stateStore(api, { owner, repository, token, own, onLoss }) {
    const name = { owner, repository };
    const branch = new StateBranch(api, name);
    const artifact = new StateArtifact({ api, name, token, own });
    let mayWrite = true;
    const stores = () => (mayWrite ? [branch, artifact] : [artifact, branch]);
    return {
        read: (key) => firstOf(stores(), key),
        async change(key, change, message) {
            if (mayWrite) {
                try {
                    await branch.change(key, change, message);
                    return;
                }
                catch (error) {
                    if (!isRefused(error))
                        throw error;
                    mayWrite = false;
                    onLoss(`the state of this repository is kept in artifacts, which GitHub deletes after ${stateDays} days: to keep it on the branch \`${stateBranch}\`, the job needs \`permissions: { contents: write }\``);
                }
            }
            const earlier = await firstOf([branch], key);
            await artifact.change(key, (before) => change(before ?? earlier));
        },
    };
}
/** Of the first that has it. One that may not be asked is passed over, unless all of them are. */
async function firstOf(stores, key) {
    const refusals = [];
    for (const store of stores) {
        try {
            const kept = await store.read(key);
            if (kept !== undefined)
                return kept;
        }
        catch (error) {
            if (!isRefused(error))
                throw error;
            refusals.push(error);
        }
    }
    if (refusals.length === stores.length)
        throw refusals[0];
    return undefined;
}
/** The permission is missing, which is no reason to ask again. */
function isRefused(error) {
    return (0,github_api/* statusOf */.c2)(error) === 403 && !(0,github_api/* isRateLimit */.a5)(error);
}


/***/ }),

/***/ 51018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ dispatchedSince),
/* harmony export */   Kn: () => (/* binding */ whenCompleted),
/* harmony export */   Lc: () => (/* binding */ findRun),
/* harmony export */   Su: () => (/* binding */ cancelRun),
/* harmony export */   kh: () => (/* binding */ runTitle),
/* harmony export */   ls: () => (/* binding */ runsOfPull)
/* harmony export */ });
/* unused harmony export readRunTitle */
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40654);
/** Runs of GitHub Actions: those that were dispatched for a pull request, and how one of them ends. */

function runTitle({ workflow, pull }) {
    return `${workflow} · #${pull}`;
}
function readRunTitle(title) {
    const [, workflow, pull] = /^(.*) · #([1-9]\d{0,9})$/s.exec(title) ?? [];
    return workflow === undefined ? undefined : { workflow, pull: Number(pull) };
}
/** A run goes through them in this order, so that asking in it misses none. GitHub filters by one at a time. */
const unfinished = ['requested', 'queued', 'pending', 'waiting', 'in_progress'];
/** Undefined when there is no such run. */
async function findRun(api, name, id) {
    const { rest } = api.octokit;
    const answer = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .orAbsent */ .Re)(api.persist(() => rest.actions.getWorkflowRun({ ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), run_id: id })));
    return answer && readRun(answer.data);
}
/**
 * Runs that were dispatched for a pull request and are not over, oldest first. `paths`: the workflow files that are ours,
 * with their folder; a file of somebody else's may give its runs any title.
 */
async function runsOfPull(api, name, pull, paths) {
    const found = new Map();
    for (const status of unfinished) {
        for (const run of await dispatchedRuns(api, name, { status })) {
            const asked = readRunTitle(run.title);
            if (asked?.pull === pull && paths.has(run.path))
                found.set(run.id, { ...run, asked });
        }
    }
    return [...found.values()].sort((one, other) => one.id - other.id);
}
async function dispatchedRuns(api, name, filter) {
    const { octokit } = api;
    const runs = await api.persist(() => octokit.paginate(octokit.rest.actions.listWorkflowRunsForRepo, {
        ...{ ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), ...filter, event: 'workflow_dispatch', per_page: 100 },
    }));
    return runs.map(readRun);
}
/** Of one file, from a time on, newest first. */
async function dispatchedSince(api, name, path, since) {
    const runs = await dispatchedRuns(api, name, { created: `>=${since.toISOString().slice(0, 19)}Z` });
    return runs.filter((run) => run.path === path).sort((one, other) => other.id - one.id);
}
/**
 * Asks GitHub to end a run; its jobs have some minutes for what they do behind their steps. `force`: without that, for a
 * run that does not answer. False when it is over already.
 */
async function cancelRun(api, name, id, { force = false } = {}) {
    const { actions } = api.octokit.rest;
    const request = { ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), run_id: id };
    try {
        await api.persist(() => force ? actions.forceCancelWorkflowRun(request) : actions.cancelWorkflowRun(request));
        return true;
    }
    catch (error) {
        // GitHub says so of runs that are over, and, not being asked to force it, of some that have not begun.
        if ((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error) !== 409)
            throw error;
        const run = await findRun(api, name, id);
        if (run === undefined || run.status === 'completed')
            return false;
        throw new Error(`run ${id} was not cancelled: ${(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(error)}`, { cause: error });
    }
}
/** The run once it is over; undefined when it is not within `seconds`, or is gone. Asks soon at first, then rarer. */
async function whenCompleted(api, name, id, seconds) {
    let waited = 0;
    for (let wait = 1;; wait = Math.min(wait * 1.5, 15)) {
        const run = await findRun(api, name, id);
        if (run === undefined || run.status === 'completed')
            return run;
        if (waited >= seconds)
            return undefined;
        const next = Math.min(wait, seconds - waited);
        await api.sleep(next);
        waited += next;
    }
}
function readRun(run) {
    return {
        id: run.id,
        // GitHub appends the ref where the file comes from another one: `….yml@refs/heads/main`.
        path: run.path.replace(/@.*$/s, ''),
        title: run.display_title,
        event: run.event,
        status: run.status ?? 'queued',
        ...(run.conclusion === null ? {} : { conclusion: run.conclusion }),
        attempt: run.run_attempt ?? 1,
        ...(run.head_branch === null ? {} : { headBranch: run.head_branch }),
        headSha: run.head_sha,
        createdAt: run.created_at,
        isOwn: run.repository?.id !== undefined && run.head_repository?.id === run.repository.id,
        ...(run.actor ? { actor: run.actor.login } : {}),
        ...(run.triggering_actor ? { triggeringActor: run.triggering_actor.login } : {}),
        url: run.html_url,
    };
}


/***/ }),

/***/ 57403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ estimate)
});

;// CONCATENATED MODULE: ./build/plan/makespan.js
/** Branches on so many places, each begun as soon as a place is free, in their order: when the last ends, and why then. */
/** `through`: the branches that one behind the other determine the end. */
function makespan(lengths, places) {
    /** When each place is free again, the earliest first, as a heap. */
    const free = [];
    /** The branch for whose place each one waited. */
    const waitedFor = [];
    let end = { at: 0, last: -1 };
    lengths.forEach((length, index) => {
        const place = free.length < places ? { at: 0, last: -1 } : (free[0] ?? { at: 0, last: -1 });
        waitedFor.push(place.last);
        const next = { at: place.at + length, last: index };
        if (free.length < places)
            rise(free, next);
        else
            sink(free, next);
        if (next.at > end.at || end.last < 0)
            end = next;
    });
    const through = [];
    for (let at = end.last; at >= 0; at = waitedFor[at] ?? -1)
        through.push(at);
    return { seconds: end.at, through: through.reverse() };
}
function rise(heap, item) {
    let at = heap.push(item) - 1;
    while (at > 0) {
        const above = (at - 1) >> 1;
        const parent = heap[above];
        if (!parent || parent.at <= item.at)
            break;
        heap[at] = parent;
        at = above;
    }
    heap[at] = item;
}
/** In place of the first. */
function sink(heap, item) {
    let at = 0;
    for (;;) {
        const left = 2 * at + 1;
        const [a, b] = [heap[left], heap[left + 1]];
        if (!a)
            break;
        const [below, child] = b && b.at < a.at ? [left + 1, b] : [left, a];
        if (child.at >= item.at)
            break;
        heap[at] = child;
        at = below;
    }
    heap[at] = item;
}

// EXTERNAL MODULE: ./build/plan/plan.js
var plan_plan = __webpack_require__(71583);
// EXTERNAL MODULE: ./build/plan/pods.js
var pods = __webpack_require__(43188);
;// CONCATENATED MODULE: ./build/plan/estimate.js
/**
 * How often, how long and how dear, at worst: from timeouts, retries, delays and prices. A command without a timeout has no
 * worst case, nor has anything that waits for it, unless a timeout stands around it. Failures of the infrastructure, which
 * are retried apart from what is written, and the time in which a unit waits for a free target are not counted. A command on
 * a pod is charged with the time in which the pod becomes ready, at the highest price that its target allows.
 */



const nothing = { seconds: 0, unbounded: 0 };
const longestDelay = 3600;
function estimate(plan) {
    const spans = new Map();
    const costs = new Map();
    const chosen = new Map();
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    // Parents stand before their children.
    for (const node of [...plan.nodes].reverse()) {
        const way = wayThrough(plan, node, spans, byId);
        spans.set(node.id, way.span);
        chosen.set(node.id, way.through);
        costs.set(node.id, costOf(plan, node, way.span, costs, byId));
    }
    return {
        attempts: attemptsOf(plan),
        seconds: new Map([...spans].map(([id, span]) => [id, span.unbounded > 0 ? undefined : span.seconds])),
        dollars: new Map([...costs].map(([id, { dollars }]) => [id, Number.isFinite(dollars) ? dollars : undefined])),
        critical: criticalPath(plan, byId, chosen),
    };
}
function wayThrough(plan, node, spans, byId) {
    const of = (id) => spans.get(id) ?? nothing;
    const along = (ids) => ({ span: sum(ids.map(of)), through: ids });
    const longest = (ways) => ways.reduce((a, b) => (isLonger(b.span, a.span) ? b : a));
    switch (node.kind) {
        case 'unit': {
            const command = plan.commands[node.command];
            const seconds = command?.is === 'run' ? command.timeout : 0;
            return {
                span: seconds === undefined ? { seconds: 0, unbounded: 1 } : { seconds, unbounded: 0 },
                through: [],
            };
        }
        case 'wait':
            return { span: { seconds: node.seconds, unbounded: 0 }, through: [] };
        case 'approval':
            return { span: { seconds: 0, unbounded: 1 }, through: [] };
        case 'sequence':
            return sequenceWay(node.children, of, byId);
        case 'parallel':
        case 'fork':
            return besideWay(node.branches, node.max, of);
        case 'branch':
        case 'case':
            return longest([{ span: nothing, through: [] }, ...(0,plan_plan/* childrenOf */.LU)(node).map((id) => along([id]))]);
        case 'try': {
            const ends = [
                ...node.catches.map(({ body }) => body),
                ...(node.otherwise === null ? [] : [node.otherwise]),
            ];
            const last = node.finally === null ? [] : [node.finally];
            return longest([along([node.body, ...last]), ...ends.map((end) => along([node.body, end, ...last]))]);
        }
        case 'retry':
            return { span: times(of(node.body), node.retries + 1, delaysOf(node)), through: [node.body] };
        case 'repeat':
            return { span: times(of(node.body), node.times, 0), through: [node.body] };
        case 'timeout': {
            const span = of(node.body);
            const isShorter = span.unbounded === 0 && span.seconds <= node.seconds;
            return { span: isShorter ? span : { seconds: node.seconds, unbounded: 0 }, through: [node.body] };
        }
        default:
            return along((0,plan_plan/* childrenOf */.LU)(node));
    }
}
/** Forks go on beside what follows them, up to a barrier or the end. */
function sequenceWay(children, of, byId) {
    let span = nothing;
    let through = [];
    let open = [];
    const join = () => {
        let longest;
        for (const fork of open)
            if (isLonger(fork.span, longest?.span ?? span))
                longest = fork;
        if (longest) {
            span = longest.span;
            through = [...through.slice(0, longest.begun), longest.fork];
        }
        open = [];
    };
    for (const child of children) {
        const kind = byId.get(child)?.kind;
        if (kind === 'fork')
            open.push({ span: sum([span, of(child)]), begun: through.length, fork: child });
        else {
            if (kind === 'barrier')
                join();
            span = sum([span, of(child)]);
            through.push(child);
        }
    }
    join();
    return { span, through };
}
function besideWay(branches, max, of) {
    // Of branches that nothing bounds, the one with most of such commands, then the longest of what is known.
    const [first] = branches;
    let longest = first;
    for (const id of branches)
        if (longest !== undefined && isLonger(of(id), of(longest)))
            longest = id;
    if (longest === undefined)
        return { span: nothing, through: [] };
    if (of(longest).unbounded > 0)
        return { span: of(longest), through: [longest] };
    const lengths = branches.map((id) => of(id).seconds);
    const { seconds, through } = makespan(lengths, max ?? branches.length);
    return { span: { seconds, unbounded: 0 }, through: through.flatMap((index) => branches[index] ?? []) };
}
function sum(spans) {
    let seconds = 0;
    let unbounded = 0;
    for (const span of spans) {
        seconds += span.seconds;
        unbounded += span.unbounded;
    }
    return { seconds, unbounded };
}
function times(span, count, more) {
    return { seconds: span.seconds * count + more, unbounded: span.unbounded };
}
function isLonger(a, b) {
    return a.unbounded === b.unbounded ? a.seconds > b.seconds : a.unbounded > b.unbounded;
}
/** All delays between attempts, the longest that chance gives. */
function delaysOf({ retries, delay, backoff }) {
    if (backoff === undefined)
        return retries * (delay ?? 0);
    let all = 0;
    let next = backoff;
    let left = retries;
    for (; left > 0 && next > 0 && next < longestDelay; left -= 1) {
        all += next;
        next *= 2;
    }
    return all + left * Math.min(next, longestDelay);
}
function costOf(plan, node, span, costs, byId) {
    if (node.kind === 'unit') {
        const command = plan.commands[node.command];
        const target = command?.is === 'run' ? command.target : '';
        const remote = plan.targets?.[target];
        const isPod = remote?.kind === 'runpod';
        const rate = isPod ? remote.maxPrice : (plan.prices?.[target] ?? 0);
        const seconds = span.seconds + (isPod ? pods/* secondsToReady */.se : 0);
        const hours = span.unbounded > 0 ? Number.POSITIVE_INFINITY : seconds / 3600;
        return { dollars: rate === 0 ? 0 : hours * rate, rate };
    }
    const of = (id) => costs.get(id) ?? { dollars: 0, rate: 0 };
    const rate = rateOf(node, of, byId);
    const all = (0,plan_plan/* childrenOf */.LU)(node).reduce((dollars, id) => dollars + of(id).dollars, 0);
    switch (node.kind) {
        case 'branch':
        case 'case':
            return { dollars: dearest((0,plan_plan/* childrenOf */.LU)(node), of), rate };
        case 'try': {
            const ends = [
                ...node.catches.map(({ body }) => body),
                ...(node.otherwise === null ? [] : [node.otherwise]),
            ];
            const last = node.finally === null ? 0 : of(node.finally).dollars;
            return { dollars: of(node.body).dollars + dearest(ends, of) + last, rate };
        }
        case 'retry':
            return { dollars: all * (node.retries + 1), rate };
        case 'repeat':
            return { dollars: all * node.times, rate };
        case 'timeout':
            return { dollars: Math.min(all, (node.seconds / 3600) * rate), rate };
        case 'budget':
            return { dollars: Math.min(all, node.dollars), rate };
        default:
            return { dollars: all, rate };
    }
}
function dearest(ids, of) {
    return ids.reduce((dollars, id) => Math.max(dollars, of(id).dollars), 0);
}
/** Of all that may run at the same time. */
function rateOf(node, of, byId) {
    const rates = (ids) => ids.map((id) => of(id).rate);
    const total = (all) => all.reduce((a, b) => a + b, 0);
    const highest = (all) => all.reduce((a, b) => Math.max(a, b), 0);
    if (node.kind === 'parallel' || node.kind === 'fork') {
        const all = rates(node.branches);
        const places = node.max ?? all.length;
        return total(places < all.length ? all.sort((a, b) => b - a).slice(0, places) : all);
    }
    const isFork = (id) => byId.get(id)?.kind === 'fork';
    const children = (0,plan_plan/* childrenOf */.LU)(node);
    return total(rates(children.filter(isFork))) + highest(rates(children.filter((id) => !isFork(id))));
}
function attemptsOf(plan) {
    const attempts = new Map();
    for (const node of plan.nodes) {
        const own = attempts.get(node.id) ?? 1;
        if (!attempts.has(node.id))
            attempts.set(node.id, own);
        const factor = node.kind === 'retry' ? node.retries + 1 : node.kind === 'repeat' ? node.times : 1;
        for (const child of (0,plan_plan/* childrenOf */.LU)(node))
            attempts.set(child, own * factor);
    }
    return attempts;
}
function criticalPath(plan, byId, chosen) {
    const units = [];
    const open = [plan.root];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        const node = byId.get(id);
        if (node?.kind === 'unit' && plan.commands[node.command]?.is === 'run')
            units.push(id);
        for (const child of [...(chosen.get(id) ?? [])].reverse())
            open.push(child);
    }
    return units;
}


/***/ }),

/***/ 43309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   route: () => (/* binding */ route)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _admission_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65788);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49277);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40654);
/* harmony import */ var _github_dispatch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40886);
/* harmony import */ var _reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53611);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94429);
/* harmony import */ var _deal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(14599);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(83040);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(32425);
/* harmony import */ var _stop_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(34362);
/** The one workflow that listens to comments and labels: it admits, answers within seconds, and starts what runs elsewhere. */











/** Fails only where somebody has to look after it who sees the list of runs, and not the comment. */
async function route(environment, inputs) {
    const dealt = await (0,_deal_js__WEBPACK_IMPORTED_MODULE_7__/* .deal */ .T)(environment, inputs, (0,_event_js__WEBPACK_IMPORTED_MODULE_8__/* .readEvent */ .j)(environment));
    if (dealt.is === 'done')
        return _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.done;
    const { desk, asker, wanted } = dealt;
    let started;
    try {
        started = await (0,_start_js__WEBPACK_IMPORTED_MODULE_9__/* .start */ .n)(desk, wanted);
    }
    catch (error) {
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_6__/* .reactTo */ .xC)(desk, asker, 'confused');
        const why = error instanceof _github_dispatch_js__WEBPACK_IMPORTED_MODULE_4__/* .DispatchRefused */ .b ? error.message : (0,_github_api_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(error);
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_6__/* .answer */ .ZF)(desk, asker, `Nothing has started: ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .sentence */ .em)(why)}.`);
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(why);
        return _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.failed;
    }
    const over = await enter(dealt, started);
    if (over !== undefined) {
        if (started.run !== undefined)
            await (0,_stop_js__WEBPACK_IMPORTED_MODULE_10__/* .endRun */ .l)(desk, started.run, wanted, 'over the limits of the day');
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_6__/* .reactTo */ .xC)(desk, asker, '-1');
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_6__/* .answer */ .ZF)(desk, asker, `Nothing has started: ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .sentence */ .em)(over)}.`);
        return _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.done;
    }
    await (0,_answer_js__WEBPACK_IMPORTED_MODULE_6__/* .reactTo */ .xC)(desk, asker, 'rocket');
    if (wanted.goesOn) {
        const link = started.url === undefined ? '' : ` ([run](${started.url}))`;
        const at = (0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(wanted.request.sha.slice(0, 7));
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_6__/* .answer */ .ZF)(desk, asker, `${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(wanted.subject.workflow)} goes on at ${at}${link}.`);
    }
    return _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.done;
}
/**
 * Into the ledger of the day, where the project has limits. Why there is no room for it, or undefined: two people may have asked
 * at once, and both have seen the same room.
 */
async function enter({ desk, wanted }, { run }) {
    const { limits } = desk.definitions.policy;
    // What waited was counted when it began.
    if (Object.keys(limits).length === 0 || wanted.goesOn)
        return undefined;
    if (run === undefined)
        return 'GitHub does not say which run it is, and the limits of `policy:` could not be kept';
    const at = new Date().toISOString();
    const { subject, request, by, quote } = wanted;
    let over;
    try {
        await desk.state.change((0,_admission_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerKey */ .lj)(at), (before) => {
            over = (0,_admission_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .overLimit */ .W1)(before, limits, { by, now: at, quote });
            if (over !== undefined)
                return undefined;
            return (0,_admission_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .entered */ .Un)(before, {
                ...{ by, at, workflow: subject.workflow, pr: request.pr, run },
                ...(quote === undefined ? {} : { quote }),
            });
        }, `Enter run ${run}`);
    }
    catch (error) {
        return `it could not be counted for the limits of the day: ${(0,_github_api_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(error)}`;
    }
    return over;
}


/***/ })

};
