export const id = 4161;
export const ids = [4161];
export const modules = {

/***/ 38702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ asRunError),
/* harmony export */   e4: () => (/* binding */ RunError),
/* harmony export */   jj: () => (/* binding */ orRunError)
/* harmony export */ });
/** A run on disk that cannot be used as it is: damaged, in use, or of another version. The message is for a person. */
class RunError extends Error {
}
/** The disk says no: that is no mistake of this program, and one line says all of it. Other errors stay as they are. */
function asRunError(what, error) {
    return error instanceof Error && 'syscall' in error ? new RunError(`${what}: ${error.message}`) : error;
}
function orRunError(what, work) {
    try {
        return work();
    }
    catch (error) {
        throw asRunError(what, error);
    }
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

/***/ 50926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AO: () => (/* binding */ gateNames),
/* harmony export */   I4: () => (/* binding */ cellName),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   _1: () => (/* binding */ umbrellaName),
/* harmony export */   pI: () => (/* binding */ blockName),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/* harmony import */ var _engine_gates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73359);
/** What a run is called on GitHub: the names of its check runs, which people require, and the marker of its comment. */

/** `sweep`, or `sweep (examples/lstm)`: two projects may each have a workflow of that name. */
function labelOf({ workflow, project }) {
    return project === '' ? workflow : `${workflow} (${project})`;
}
function umbrellaName(subject) {
    return `ml / ${labelOf(subject)}`;
}
/** Of one leg of a matrix, by its label. */
function cellName(subject, label) {
    return `${umbrellaName(subject)} / cell ${label.slice(0, 80)}`;
}
/** Of all legs of a matrix, by the name of its job. */
function blockName(subject, job) {
    return `${umbrellaName(subject)} / cells ${job.slice(0, 80)}`;
}
/** Different for different subjects, and the same for ever: an earlier run's comment is found by it. */
function markerOf({ workflow, project }) {
    const where = project === '' ? '' : ` in ${markerText(project)}`;
    return `<!-- ml-workflow: ${markerText(workflow)}${where} -->`;
}
/** Two hyphens could end the comment; half a surrogate pair cannot be encoded. */
function markerText(text) {
    return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('--', '%2D%2D');
}
/**
 * One name for each gate, made of what it compares and never of thresholds, so that it can be required by name:
 * `ml / sweep / gate best-acc`. Equal ones are numbered in the order of the chain.
 */
function gateNames(plan, subject) {
    const names = new Map();
    const used = new Map();
    for (const node of plan.nodes) {
        for (const { gate } of (0,_engine_gates_js__WEBPACK_IMPORTED_MODULE_0__/* .gatesOf */ .o)(node)) {
            const { id, expression } = gate;
            const read = namesIn(expression);
            const what = [...new Set(read)].join(', ').slice(0, 80) || 'condition';
            const base = `${umbrellaName(subject)} / gate ${what}`;
            const count = (used.get(base) ?? 0) + 1;
            used.set(base, count);
            names.set(id, count === 1 ? base : `${base} ${count}`);
        }
    }
    return names;
}
/** What a condition reads, in its order. */
function namesIn(expression) {
    switch (expression.kind) {
        case 'metric':
        case 'baseline':
        case 'status':
        case 'field':
            return [expression.written];
        case 'variable':
            return [`$${expression.name}`];
        case 'not':
        case 'negative':
            return namesIn(expression.operand);
        case 'binary':
            return [...namesIn(expression.left), ...namesIn(expression.right)];
        case 'confidence':
            return namesIn(expression.comparison);
        case 'call':
            return expression.arguments.flatMap(namesIn);
        case 'number':
        case 'string':
            return [];
    }
}


/***/ }),

/***/ 74930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ TriggerRefused),
/* harmony export */   v: () => (/* binding */ readTrigger)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/** The event that started the job → what the run is about. Parses; an event it cannot vouch for is refused. */

class TriggerRefused extends Error {
}
/**
 * Only somebody who may write to the repository can cause these, or they run on a pull request's own commit without the
 * repository's secrets. Everything else may come from a stranger, or on a stranger's code with the repository's
 * secrets; without an admission that checks who asked and which commit was meant, the answer is no.
 */
const admitted = [
    'push',
    'pull_request',
    'merge_group',
    'schedule',
    'workflow_dispatch',
    'repository_dispatch',
];
function readTrigger(environment) {
    const event = required(environment, 'GITHUB_EVENT_NAME');
    if (!admitted.includes(event))
        throw refused(`\`${event}\``);
    const payload = readPayload(environment);
    const action = payload.action;
    if (event === 'pull_request' && (action === 'labeled' || action === 'unlabeled'))
        throw refused('a label');
    const [owner, repository] = required(environment, 'GITHUB_REPOSITORY').split('/');
    if (!owner || !repository)
        throw new Error('`GITHUB_REPOSITORY` is no `owner/name`');
    const pull = record(payload.pull_request);
    const number = pull?.number;
    const head = record(pull?.head);
    const server = environment.GITHUB_SERVER_URL ?? 'https://github.com';
    const run = required(environment, 'GITHUB_RUN_ID');
    const attempt = environment.GITHUB_RUN_ATTEMPT ?? '1';
    return {
        event,
        owner,
        repository,
        sha: typeof head?.sha === 'string' ? head.sha : required(environment, 'GITHUB_SHA'),
        // The repository of a fork may be gone; then there is none to compare with.
        isFork: pull !== undefined && record(head?.repo)?.full_name !== `${owner}/${repository}`,
        ...(typeof number === 'number' ? { pull: { number } } : {}),
        url: `${server}/${owner}/${repository}/actions/runs/${run}/attempts/${attempt}`,
        key: `${run}-${attempt}-${environment.GITHUB_JOB ?? 'job'}-${environment.GITHUB_ACTION ?? 'action'}`,
    };
}
function refused(by) {
    return new TriggerRefused(`runs started by ${by} are refused, because this version cannot check who asked and for which commit`);
}
function readPayload(environment) {
    const path = environment.GITHUB_EVENT_PATH;
    if (path === undefined)
        return {};
    const parsed = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    return record(parsed) ?? {};
}
function record(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
function required(environment, name) {
    const value = environment[name];
    if (value === undefined || value === '')
        throw new Error(`\`${name}\` is not set; this is not a job of GitHub Actions`);
    return value;
}


/***/ }),

/***/ 60716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z7: () => (/* binding */ normalised),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   pA: () => (/* binding */ nearest),
/* harmony export */   yR: () => (/* binding */ slug)
/* harmony export */ });
/** Names as the language compares them, and the nearest of them to a word that is none. */
/** Two names are the same when these are: lower case, `-` read as `_`, `/` and `:` alike in command names. */
function normalised(name) {
    return name.toLowerCase().replaceAll('-', '_').replaceAll('/', ':');
}
/** The part of an id that people recognise: letters, digits, `.`, `_` and `-` only. */
function slug(text) {
    return text
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^[-.]+|[-.]+$/g, '')
        .slice(0, 60);
}
/** At most three known names close enough to be what was meant, nearest first. */
function nearest(word, known) {
    const wanted = normalised(word);
    const limit = Math.max(1, Math.floor(wanted.length * 0.4));
    const found = [];
    for (const name of known) {
        const distance = editDistance(wanted, normalised(name), limit);
        if (distance <= limit)
            found.push({ name, distance });
    }
    return found
        .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
        .slice(0, 3)
        .map(({ name }) => name);
}
/** `did you mean `a`, `b` or `c`?`, or undefined when nothing is near. */
function didYouMean(word, known, show = (name) => name) {
    const names = nearest(word, known).map((name) => `\`${show(name)}\``);
    return names.length === 0 ? undefined : `did you mean ${listOf(names, 'or')}?`;
}
/** `a`, `a or b`, `a, b or c`. */
function listOf(items, joiner) {
    if (items.length <= 1)
        return items.join('');
    return `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1)}`;
}
/** Insertions, deletions, substitutions and swaps of neighbours; gives up above `limit`. */
function editDistance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit)
        return limit + 1;
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const same = a[i - 1] === b[j - 1];
            let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                cost = Math.min(cost, at(beforeLast, j - 2) + 1);
            }
            row.push(cost);
        }
        beforeLast = last;
        last = row;
    }
    return at(last, b.length);
}
function at(row, index) {
    return row[index] ?? Number.POSITIVE_INFINITY;
}


/***/ }),

/***/ 63083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JL: () => (/* binding */ beginBlock),
  ci: () => (/* binding */ beginCell),
  Fn: () => (/* binding */ closeCell),
  f8: () => (/* binding */ endBlock)
});

// UNUSED EXPORTS: mostCellChecks

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/drivers/hand-over.js
var hand_over = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/github/api.js
var github_api = __webpack_require__(40654);
// EXTERNAL MODULE: ./build/github/check-runs.js
var check_runs = __webpack_require__(79873);
// EXTERNAL MODULE: ./build/github/names.js
var names = __webpack_require__(50926);
// EXTERNAL MODULE: ./build/engine/evaluate.js
var evaluate = __webpack_require__(62516);
// EXTERNAL MODULE: ./build/reports/markdown-text.js
var markdown_text = __webpack_require__(53611);
// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(68013);
;// CONCATENATED MODULE: ./build/reports/cell-text.js
/** What one cell of a sweep came to, and what all of them did: for their check runs. */



/** `branches`: those of the block that the cell stands for. */
function cellText(state, report, branches) {
    const own = (node) => {
        for (let id = node; id !== null; id = state.byId.get(id)?.parent ?? null)
            if (branches.includes(id))
                return true;
        return false;
    };
    const failures = report.failures.filter(({ node }) => own(node));
    const rows = report.sweeps.flatMap((sweep) => sweep.rows.filter(({ node }) => own(node)).map((row) => ({ sweep, row })));
    const units = state.plan.nodes.flatMap((node) => (node.kind === 'unit' && own(node.id) ? [node] : []));
    const measured = units.flatMap(({ id, title }) => Object.entries(state.nodes.get(id)?.result?.metrics ?? {}).map(([metric, value]) => ({
        title,
        metric,
        value,
    })));
    const [failure] = failures;
    const [first] = rows;
    const decisive = first?.sweep.metrics[0];
    const value = first?.row.values[0];
    const title = failure
        ? `${failure.message} [${failure.class}]`
        : decisive !== undefined && typeof value === 'number'
            ? `${decisive} ${(0,evaluate/* shortNumber */.In)(value)}`
            : measured[0]
                ? `${measured[0].metric} ${(0,evaluate/* shortNumber */.In)(measured[0].value)}`
                : 'done';
    const seconds = rows.reduce((sum, { row }) => sum + (row.seconds ?? 0), 0);
    const blocks = [
        ...failures.map(({ title: where, message, class: cause, tail }) => `${(0,markdown_text/* code */.aY)(where)}: ${(0,markdown_text/* sentence */.em)(message)} ${(0,markdown_text/* code */.aY)(cause)}${tail.length === 0 ? '' : `\n\n${(0,markdown_text/* fenced */.OF)(tail.slice(-20).join('\n'))}`}`),
        measured.length === 0
            ? ''
            : (0,markdown_text/* table */.tp)(['metric', 'value', 'measured by'], measured
                .slice(0, 40)
                .map(({ title: by, metric, value: one }) => [(0,markdown_text/* code */.aY)(metric), (0,evaluate/* shortNumber */.In)(one), (0,markdown_text/* code */.aY)(by)])),
        seconds > 0 ? `It took ${(0,words/* duration */.p0)(seconds)}.` : '',
    ];
    return {
        title: title.slice(0, 255),
        summary: blocks.filter((block) => block !== '').join('\n\n') || 'Nothing was measured.',
    };
}
/** Of a whole block: how many cells succeeded, and the best of them. */
function blockText(state, branches) {
    const all = branches.map((branch) => state.nodes.get(branch)?.settlement);
    const count = (is) => all.filter((settlement) => settlement?.is === is).length;
    const succeeded = count('succeeded');
    const open = all.filter((settlement) => settlement === undefined).length;
    const others = [
        ...(count('failed') > 0 ? [`${count('failed')} failed`] : []),
        ...(count('not-met') > 0 ? [`${count('not-met')} not met`] : []),
        ...(count('stopped') > 0 ? [`${count('stopped')} stopped`] : []),
        ...(open > 0 ? [`${open} open`] : []),
    ];
    const title = [`${succeeded} of ${branches.length} cells succeeded`, ...others].join(', ');
    const failed = branches.flatMap((branch, index) => {
        const settlement = all[index];
        if (settlement?.is !== 'failed')
            return [];
        return [
            [(0,markdown_text/* code */.aY)(state.byId.get(branch)?.title ?? branch), (0,markdown_text/* sentence */.em)(settlement.message), (0,markdown_text/* code */.aY)(settlement.class)],
        ];
    });
    const shown = failed.slice(0, 100);
    const summary = shown.length === 0
        ? 'The comment and the summary of the run show what they measured.'
        : `${(0,markdown_text/* table */.tp)(['cell', 'why', 'class'], shown)}${failed.length > shown.length ? `\n\n${failed.length - shown.length} more failed.` : ''}`;
    return { title, summary };
}

// EXTERNAL MODULE: ./build/reports/report.js + 2 modules
var reports_report = __webpack_require__(34859);
// EXTERNAL MODULE: ./build/parts/job-file.js
var job_file = __webpack_require__(57533);
// EXTERNAL MODULE: ./build/parts/report.js
var report = __webpack_require__(80635);
;// CONCATENATED MODULE: ./build/parts/cell-checks.js
/** Check runs of the cells of a matrix: one each, which only its leg edits; above twenty, one for the whole block. */











/** So that a sweep of a hundred cells stays within GitHub's budget of requests. */
const mostCellChecks = 20;
/** In the folder of a leg's run: not for other jobs. */
const cellFile = 'cell-check.json';
function checksOn({ file, token }, open) {
    const onGitHub = (0,report/* readOnGitHub */.HI)((0,job_file/* runDirectoryOf */.Gg)(file));
    if (token === '' || !onGitHub)
        return undefined;
    core/* setSecret */.Pq(token);
    const trigger = (0,report/* triggerOf */.ix)(process.env, onGitHub);
    const api = new github_api/* GitHubApi */.yN(token);
    return { checks: new check_runs/* CheckRuns */.rp(api, trigger, open), api, trigger, onGitHub };
}
async function quietly(trigger, work) {
    try {
        await work();
    }
    catch (error) {
        core/* warning */.$e((0,github_api/* lossOf */.je)('the check run of a cell', 'checks', error, trigger));
    }
}
/** The leg begins. Returns what completes its check run. */
async function beginCell(place, state, job, label) {
    const nothing = async () => { };
    if (job.legs.length > mostCellChecks)
        return nothing;
    const on = checksOn(place, []);
    if (!on)
        return nothing;
    const { checks, trigger } = on;
    const name = (0,names/* cellName */.I4)((0,report/* subjectOf */.et)(state.plan, place.file), label);
    const path = (0,external_node_path_.join)((0,job_file/* runDirectoryOf */.Gg)(place.file), cellFile);
    await quietly(trigger, async () => {
        await checks.create(name, 'in_progress', { title: 'running', summary: 'The cell is running.' });
        (0,external_node_fs_.writeFileSync)(path, JSON.stringify([...checks.open.values()]));
    });
    return async (after) => {
        const branches = job.legs.find((leg) => leg.label === label)?.branches ?? [];
        const report = (0,reports_report/* reportOf */.EI)(after, new Date().toISOString());
        const conclusion = conclusionOf(after, (0,hand_over/* verdictOf */.Vj)(after, branches));
        await quietly(trigger, async () => {
            await checks.complete(name, conclusion, cellText(after, report, branches));
            (0,external_node_fs_.rmSync)(path, { force: true });
        });
    };
}
function conclusionOf(state, verdict) {
    if (state.stopping?.cancelled)
        return 'cancelled';
    return verdict.is === 'done' ? 'success' : verdict.is === 'handled' ? 'neutral' : 'failure';
}
/** Behind a leg that had no time to do it. */
async function closeCell(place) {
    const path = (0,external_node_path_.join)((0,job_file/* runDirectoryOf */.Gg)(place.file), cellFile);
    if (!(0,external_node_fs_.existsSync)(path))
        return;
    const open = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    const on = checksOn(place, open);
    if (!on)
        return;
    for (const { name } of open)
        await quietly(on.trigger, () => on.checks.complete(name, 'cancelled', {
            title: 'the job ended before the cell did',
            summary: `The log of the job tells more: ${on.trigger.url}`,
        }));
}
/** The matrix is handed out: one check run for all of its legs, where there are many. */
async function beginBlock(place, state, job) {
    if (job.legs.length <= mostCellChecks)
        return;
    const directory = (0,job_file/* runDirectoryOf */.Gg)(place.file);
    const on = checksOn(place, (0,report/* readOnGitHub */.HI)(directory)?.checks ?? []);
    if (!on)
        return;
    const { checks, trigger, onGitHub } = on;
    const name = (0,names/* blockName */.pI)((0,report/* subjectOf */.et)(state.plan, place.file), job.name);
    if (checks.open.has(name))
        return;
    await quietly(trigger, async () => {
        const title = `${job.legs.length} legs are handed out`;
        await checks.create(name, 'in_progress', { title, summary: 'The cells are running.' });
        (0,report/* writeOnGitHub */._7)(directory, { ...onGitHub, checks: [...checks.open.values()] });
    });
}
/** The matrix is over: nothing of it may stay open. */
async function endBlock(place, state, job) {
    const directory = (0,job_file/* runDirectoryOf */.Gg)(place.file);
    const subject = (0,report/* subjectOf */.et)(state.plan, place.file);
    const branches = job.legs.flatMap((leg) => leg.branches);
    if (job.legs.length > mostCellChecks) {
        const on = checksOn(place, (0,report/* readOnGitHub */.HI)(directory)?.checks ?? []);
        const name = (0,names/* blockName */.pI)(subject, job.name);
        if (!on?.checks.open.has(name))
            return;
        const { checks, trigger, onGitHub } = on;
        await quietly(trigger, async () => {
            await checks.complete(name, conclusionOf(state, (0,hand_over/* verdictOf */.Vj)(state, branches)), blockText(state, branches));
            (0,report/* writeOnGitHub */._7)(directory, { ...onGitHub, checks: [...checks.open.values()] });
        });
        return;
    }
    const lost = job.legs.filter((leg) => leg.branches.some((branch) => isLost(state, branch)));
    if (lost.length === 0)
        return;
    const on = checksOn(place, []);
    if (!on)
        return;
    await quietly(on.trigger, async () => {
        const open = await (0,check_runs/* openChecksOf */.pY)(on.api, on.trigger);
        for (const { label } of lost) {
            const found = open.find(({ name }) => name === (0,names/* cellName */.I4)(subject, label));
            if (!found)
                continue;
            await new check_runs/* CheckRuns */.rp(on.api, on.trigger, [found]).complete(found.name, 'failure', {
                title: 'the job left no result',
                summary: 'Its machine was lost, or it was ended before it could say anything.',
            });
        }
    });
}
function isLost(state, branch) {
    const settlement = state.nodes.get(branch)?.settlement;
    return settlement?.is === 'failed' && settlement.class === 'lost';
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
        const { endLeftPods } = await Promise.all(/* import() */[__webpack_require__.e(4994), __webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(325), __webpack_require__.e(984)]).then(__webpack_require__.bind(__webpack_require__, 80325));
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
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(98407);
/* harmony import */ var _cell_checks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63083);
/* harmony import */ var _end_pods_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(81037);
/* harmony import */ var _job_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(57533);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(80635);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(28693);
/** What `open` and `cell` do behind their job: end its pods, and leave its journal and files for the jobs after it. */












async function leave() {
    if (!(0,_job_file_js__WEBPACK_IMPORTED_MODULE_8__/* .hasJobFile */ ._q)(process.env))
        return;
    const file = (0,_job_file_js__WEBPACK_IMPORTED_MODULE_8__/* .readJobFile */ .i5)(process.env);
    const directory = (0,_job_file_js__WEBPACK_IMPORTED_MODULE_8__/* .runDirectoryOf */ .Gg)(file);
    const journal = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'journal.jsonl');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(journal))
        return;
    // Money first.
    await (0,_end_pods_js__WEBPACK_IMPORTED_MODULE_7__/* .endPodsOf */ .p)(directory);
    await (0,_cell_checks_js__WEBPACK_IMPORTED_MODULE_6__/* .closeCell */ .Fn)({ file, token: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .getInput */ .V4('token') });
    const { readRun } = await Promise.all(/* import() */[__webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(325), __webpack_require__.e(7719)]).then(__webpack_require__.bind(__webpack_require__, 80325));
    const state = readRun(directory);
    if (!state)
        return;
    const into = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'part-'));
    try {
        const { job, leg, run, attempt, epoch, after, workspace } = file;
        const head = {
            ...{ schema: _drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .partSchema */ .DO, job, attempt, epoch, run, after },
            ...(leg === undefined ? {} : { leg }),
            ...((0,_whole_js__WEBPACK_IMPORTED_MODULE_10__/* .isComplete */ .As)(state, (0,_whole_js__WEBPACK_IMPORTED_MODULE_10__/* .wholeOf */ .l2)(state.plan), job) ? { complete: true } : {}),
        };
        const folder = { run, path: directory, journal };
        const files = [...(job === _jobs_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .planJob */ .b1 ? _drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .planFiles */ .jP : []), ...(leg === undefined ? [_report_js__WEBPACK_IMPORTED_MODULE_9__/* .onGitHubFile */ .LT] : [])];
        const notices = (0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .writePart */ .$X)({ into, head, folder, workspace, plan: state.plan, files });
        for (const notice of notices)
            _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .notice */ .lm(notice);
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .startGroup */ .Oh('what this job leaves');
        try {
            await (0,_github_artifacts_js__WEBPACK_IMPORTED_MODULE_5__/* .actionsArtifacts */ .d7)().upload((0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .partName */ .pn)(head), into, {});
        }
        catch (error) {
            // Nothing comes behind it that needs the part.
            if (job !== _jobs_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .concludeJob */ .P0)
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


/***/ }),

/***/ 43188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ podScopesOf),
/* harmony export */   Z: () => (/* binding */ hostsPerUnit),
/* harmony export */   se: () => (/* binding */ secondsToReady),
/* harmony export */   ze: () => (/* binding */ podDollars)
/* harmony export */ });
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60716);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71583);
/** Whose each pod is. Pure, and linear in the plan: a sweep of thousands of cells is ordinary. */


/** So many hosts at most are tried for one run of a unit, apart from the attempts that are written. */
const hostsPerUnit = 3;
/** Seconds that a pod may take until something runs on it. */
const secondsToReady = 15 * 60;
/**
 * The pods of a plan. A unit belongs to the branch it stands in; to the whole parallel block, when the target's slots let
 * its branches share pods; or to the run. Setups need no pod. Neither does an upload whose files later pods get anyhow.
 */
function podScopesOf(plan) {
    const targets = plan.targets ?? {};
    if (!Object.values(targets).some(({ kind }) => kind === 'runpod'))
        return [];
    const tree = new Tree(plan);
    const cells = cellsOf(plan, tree);
    const drafts = sharedBlocks(plan, tree, cells);
    const before = uploadsBefore(plan, tree);
    const all = drafts.map((draft) => ({ ...draft, transfers: transfersOf(plan, draft, before) }));
    const handed = new Set(all.flatMap(({ transfers }) => transfers));
    const ids = new Names();
    return all
        .filter(({ units }) => !units.every(({ command }) => handed.has(command)))
        .map(({ top, target, of, pods, units, transfers }) => ({
        id: ids.unique(of === 'run' ? ['run', `run-${target}`] : [nameOf(plan, of, top, units)]),
        target,
        of,
        until: tree.last(top, units.map(({ id }) => id)),
        units: units.map(({ id }) => id),
        pods,
        transfers,
    }));
}
/** What the pods of a scope cost when each of them lives as long as it may, at the highest price. */
function podDollars({ targets }, { target: name, pods }) {
    const target = targets?.[name];
    return target?.kind === 'runpod' ? (pods * target.lifetime * target.maxPrice) / 3600 : 0;
}
/** The units that need a pod, by the branch they stand in and by target; in the order of their first ones. */
function cellsOf(plan, tree) {
    const cells = new Map();
    for (const node of tree.ordered) {
        const target = node.kind === 'unit' ? podTargetOf(plan, node) : undefined;
        if (node.kind !== 'unit' || target === undefined)
            continue;
        const top = tree.branch(node.id);
        const key = `${top.id}\n${target}`;
        const cell = cells.get(key);
        if (cell)
            cell.units.push(node);
        else
            cells.set(key, { top, target, units: [node] });
    }
    return [...cells.values()];
}
/** Undefined for what needs no pod. */
function podTargetOf({ commands, targets }, unit) {
    const command = commands[unit.command];
    if (command?.is !== 'run' && command?.is !== 'transfer')
        return undefined;
    return targets?.[command.target]?.kind === 'runpod' ? command.target : undefined;
}
/** Branches of one block become one scope where each of their commands leaves room for others. */
function sharedBlocks(plan, tree, cells) {
    const blocks = new Map();
    const drafts = [];
    for (const cell of cells) {
        const { top, target, units } = cell;
        const node = tree.parent(top);
        if (!node || tree.isRun(top)) {
            drafts.push({ top, target, of: 'run', pods: 1, units });
            continue;
        }
        const key = `${node.id}\n${target}`;
        const block = blocks.get(key) ?? { node, cells: [] };
        block.cells.push(cell);
        if (blocks.has(key))
            continue;
        blocks.set(key, block);
        drafts.push(block);
    }
    return drafts.flatMap((one) => ('cells' in one ? draftsOf(plan, one) : [one]));
}
function draftsOf(plan, { node, cells }) {
    const slots = Math.min(...slotsOf(plan, cells));
    if (slots <= 1)
        return cells.map(({ top, target, units }) => ({ top, target, of: 'cell', pods: 1, units }));
    const target = cells[0]?.target ?? '';
    const pods = podsOf(plan, target, node, cells.length, slots);
    return [{ top: node, target, of: 'block', pods, units: cells.flatMap(({ units }) => units) }];
}
function slotsOf({ commands, targets }, cells) {
    const found = new Set();
    for (const { target, units } of cells) {
        for (const unit of units) {
            const command = commands[unit.command];
            if (command?.is === 'run')
                found.add(command.slots ?? targets?.[target]?.slots ?? 1);
        }
    }
    // Of transfers alone: each branch has its own files.
    return found.size === 0 ? new Set([1]) : found;
}
function podsOf({ targets }, target, block, branches, slots) {
    const own = targets?.[target];
    const most = own?.kind === 'runpod' ? own.pods : 1;
    const atOnce = block.kind === 'parallel' || block.kind === 'fork' ? (block.max ?? branches) : branches;
    return Math.min(most, Math.ceil(Math.min(branches, atOnce) / slots));
}
/** Uploads of a unit's target that the chain makes before it, by unit; nothing for most. */
function uploadsBefore(plan, tree) {
    const uploads = new Set(Object.entries(plan.commands).flatMap(([key, command]) => command.is === 'transfer' && command.direction === 'up' ? [key] : []));
    if (uploads.size === 0)
        return () => nothing;
    const within = new Map();
    for (const node of [...tree.ordered].reverse()) {
        if (node.kind === 'unit') {
            if (uploads.has(node.command))
                within.set(node.id, new Set([node.command]));
            continue;
        }
        let all = nothing;
        for (const child of (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(node))
            all = union(all, within.get(child) ?? nothing);
        if (all.size > 0)
            within.set(node.id, all);
    }
    const before = new Map();
    for (const node of tree.ordered) {
        let known = before.get(node.id) ?? nothing;
        const isExclusive = node.kind === 'parallel' || node.kind === 'fork' || node.kind === 'branch' || node.kind === 'case';
        for (const child of (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(node)) {
            if (known.size > 0)
                before.set(child, known);
            if (!isExclusive)
                known = union(known, within.get(child) ?? nothing);
        }
    }
    return (unit) => before.get(unit.id) ?? nothing;
}
const nothing = new Set();
/** One of the two where that is the answer. */
function union(a, b) {
    if (a.size === 0)
        return b;
    return [...b].every((one) => a.has(one)) ? a : new Set([...a, ...b]);
}
function transfersOf({ commands }, { target, units }, before) {
    const [first] = units;
    if (!first)
        return [];
    return [...before(first)].filter((key) => {
        const command = commands[key];
        return command?.is === 'transfer' && command.target === target;
    });
}
/** The plan's tree in the order of the chain, whatever the order of the list is. */
class Tree {
    /** Parents before their children, children in their order. */
    ordered;
    #byId;
    #place = new Map();
    #branch = new Map();
    #root;
    constructor(plan) {
        this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
        this.#root = plan.root;
        const ordered = [];
        const open = [plan.root];
        for (let id = open.pop(); id !== undefined; id = open.pop()) {
            const node = this.#node(id);
            this.#place.set(id, ordered.length);
            ordered.push(node);
            const own = this.#branch.get(id) ?? node;
            if (!this.#branch.has(id))
                this.#branch.set(id, own);
            const isBlock = node.kind === 'parallel' || node.kind === 'fork';
            const children = (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(node);
            for (let index = children.length - 1; index >= 0; index -= 1) {
                const child = children[index];
                if (child === undefined)
                    continue;
                this.#branch.set(child, isBlock ? this.#node(child) : own);
                open.push(child);
            }
        }
        this.ordered = ordered;
    }
    /** The nearest branch of a block that the node stands in, or is; the root without one. */
    branch(id) {
        return this.#branch.get(id) ?? this.#node(this.#root);
    }
    parent(node) {
        return node.parent === null ? undefined : this.#byId.get(node.parent);
    }
    isRun({ id }) {
        return id === this.#root;
    }
    /**
     * The node behind which none of the units can run any more: their nearest common ancestor and, of a sequence, the last
     * child that holds one; but never inside a `retry:` or `repeat:` below `top`, which may run them again.
     */
    last(top, units) {
        const ordered = [...units].sort((a, b) => this.#at(a) - this.#at(b));
        const end = ordered.at(-1) ?? top.id;
        let begin = 0;
        let found = top.id;
        for (;;) {
            found = this.#common(ordered[begin] ?? end, end);
            const node = this.#node(found);
            if (node.kind !== 'sequence' || begin === ordered.length - 1)
                break;
            const child = this.#childTowards(found, end);
            while (begin < ordered.length - 1 && this.#at(ordered[begin] ?? end) < this.#at(child))
                begin += 1;
        }
        for (let id = found; id !== null; id = this.#node(id).parent) {
            const { kind } = this.#node(id);
            if (kind === 'retry' || kind === 'repeat')
                found = id;
            if (id === top.id)
                break;
        }
        return found;
    }
    #node(id) {
        const node = this.#byId.get(id);
        if (!node)
            throw new Error(`internal: the plan has no node ${id}; please report this`);
        return node;
    }
    #at(id) {
        return this.#place.get(id) ?? 0;
    }
    #common(a, b) {
        // Of two different nodes, the one that stands later cannot be an ancestor of the other.
        let [left, right] = [a, b];
        while (left !== right) {
            if (this.#at(left) > this.#at(right))
                left = this.#node(left).parent ?? this.#root;
            else
                right = this.#node(right).parent ?? this.#root;
        }
        return left;
    }
    #childTowards(ancestor, id) {
        let child = id;
        for (let up = this.#node(id).parent; up !== null && up !== ancestor; up = this.#node(up).parent)
            child = up;
        return child;
    }
}
/** As people know it: by the name of the block, or of what the branch runs. */
function nameOf({ commands }, of, top, units) {
    const isNamed = of === 'block' || top.kind === 'unit' || top.kind === 'call';
    const first = units.find(({ command }) => commands[command]?.is === 'run') ?? units[0];
    // An id is a place and a name, `2.1-train-sigma-0.10`.
    const name = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .slug */ .yR)((isNamed ? top.id : (first?.id ?? '')).replace(/^(?:[\d.]+|x[0-9a-z]+)-/, ''));
    return name === '' ? 'pod' : name;
}
class Names {
    #used = new Map();
    /** The first that is free, else the last with a number behind it. */
    unique(wanted) {
        const free = wanted.find((name) => !this.#used.has(name));
        const base = free ?? wanted.at(-1) ?? 'pod';
        let name = base;
        for (let count = this.#used.get(base) ?? 1; this.#used.has(name);) {
            count += 1;
            this.#used.set(base, count);
            name = `${base}-${count}`;
        }
        this.#used.set(name, this.#used.get(name) ?? 1);
        return name;
    }
}


/***/ })

};
