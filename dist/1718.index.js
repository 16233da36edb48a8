export const id = 1718;
export const ids = [1718];
export const modules = {

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

/***/ 81037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ endPodsOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33838);
/** Ends the pods of a run whose process may have had no time for it. */



/** `directory`: of the run. Never rejects: what may be left is said. */
async function endPodsOf(directory) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'pods')))
        return;
    try {
        const { endLeftPods } = await Promise.all(/* import() */[__webpack_require__.e(2836), __webpack_require__.e(4994), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(3009), __webpack_require__.e(1861)]).then(__webpack_require__.bind(__webpack_require__, 3009));
        const { noticeLine } = await __webpack_require__.e(/* import() */ 3710).then(__webpack_require__.bind(__webpack_require__, 53710));
        const { styleFor } = await __webpack_require__.e(/* import() */ 2545).then(__webpack_require__.bind(__webpack_require__, 22545));
        const style = styleFor({}, false);
        const left = await endLeftPods(directory, process.env, (text) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(noticeLine(text, style)));
        for (const name of left)
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .error */ .z3(`the pod ${name} may still run and cost money; \`ml-workflow reap\` or RunPod's console ends it`);
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .error */ .z3(`post: pods may be left: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ }),

/***/ 1718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   leave: () => (/* binding */ leave)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33838);
/* harmony import */ var _drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75078);
/* harmony import */ var _github_artifacts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40273);
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(98407);
/* harmony import */ var _end_pods_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81037);
/* harmony import */ var _job_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57533);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(80635);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(28693);
/** What `open` and `cell` do behind their job: end its pods, and leave its journal and files for the jobs after it. */











async function leave() {
    if (!(0,_job_file_js__WEBPACK_IMPORTED_MODULE_7__/* .hasJobFile */ ._q)(process.env))
        return;
    const file = (0,_job_file_js__WEBPACK_IMPORTED_MODULE_7__/* .readJobFile */ .i5)(process.env);
    const directory = (0,_job_file_js__WEBPACK_IMPORTED_MODULE_7__/* .runDirectoryOf */ .Gg)(file);
    const journal = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'journal.jsonl');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(journal))
        return;
    // Money first.
    await (0,_end_pods_js__WEBPACK_IMPORTED_MODULE_6__/* .endPodsOf */ .p)(directory);
    const { readRun } = await Promise.all(/* import() */[__webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(3009), __webpack_require__.e(1786)]).then(__webpack_require__.bind(__webpack_require__, 3009));
    const state = readRun(directory);
    if (!state)
        return;
    const into = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'part-'));
    try {
        const { job, leg, run, attempt, epoch, after, workspace } = file;
        const head = {
            ...{ schema: _drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .partSchema */ .DO, job, attempt, epoch, run, after },
            ...(leg === undefined ? {} : { leg }),
            ...((0,_whole_js__WEBPACK_IMPORTED_MODULE_9__/* .isComplete */ .As)(state, (0,_whole_js__WEBPACK_IMPORTED_MODULE_9__/* .wholeOf */ .l2)(state.plan), job) ? { complete: true } : {}),
        };
        const folder = { run, path: directory, journal };
        const files = [...(job === _jobs_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .planJob */ .b1 ? _drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .planFiles */ .jP : []), ...(leg === undefined ? [_report_js__WEBPACK_IMPORTED_MODULE_8__/* .onGitHubFile */ .LT] : [])];
        const notices = (0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .writePart */ .$X)({ into, head, folder, workspace, plan: state.plan, files });
        for (const notice of notices)
            _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .notice */ .lm(notice);
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .startGroup */ .Oh('what this job leaves');
        try {
            await (0,_github_artifacts_js__WEBPACK_IMPORTED_MODULE_5__/* .actionsArtifacts */ .d)().upload((0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .partName */ .pn)(head), into, {});
        }
        catch (error) {
            // Nothing comes behind it that needs the part.
            if (job !== _jobs_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .concludeJob */ .P0)
                throw error;
            _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e(error instanceof Error ? error.message : String(error));
        }
        finally {
            _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .endGroup */ .N4();
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(into, { recursive: true, force: true });
    }
}


/***/ })

};
