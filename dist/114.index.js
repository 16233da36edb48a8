export const id = 114;
export const ids = [114];
export const modules = {

/***/ 50926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AO: () => (/* binding */ gateNames),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   _1: () => (/* binding */ umbrellaName),
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
        const { endLeftPods } = await Promise.all(/* import() */[__webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(4994), __webpack_require__.e(7798), __webpack_require__.e(3009), __webpack_require__.e(1861)]).then(__webpack_require__.bind(__webpack_require__, 3009));
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
/* harmony import */ var _drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59362);
/* harmony import */ var _drivers_parts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75078);
/* harmony import */ var _github_artifacts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40273);
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(98407);
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
    const { readRun } = await Promise.all(/* import() */[__webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(3009), __webpack_require__.e(1786)]).then(__webpack_require__.bind(__webpack_require__, 3009));
    const state = readRun(directory);
    if (!state)
        return;
    const into = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'part-'));
    try {
        const { job, leg, run, attempt, epoch, after, workspace } = file;
        const head = {
            ...{ schema: _drivers_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .partSchema */ .DO, job, attempt, epoch, run, after },
            ...(leg === undefined ? {} : { leg }),
            ...(isComplete(state, job) ? { complete: true } : {}),
        };
        const folder = { run, path: directory, journal };
        const files = [...(job === _jobs_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .planJob */ .b1 ? _drivers_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .planFiles */ .jP : []), ...(leg === undefined ? [_report_js__WEBPACK_IMPORTED_MODULE_9__/* .onGitHubFile */ .LT] : [])];
        const notices = (0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .writePart */ .$X)({ into, head, folder, workspace, plan: state.plan, files });
        for (const notice of notices)
            _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .notice */ .lm(notice);
        await (0,_github_artifacts_js__WEBPACK_IMPORTED_MODULE_6__/* .actionsArtifacts */ .d)().upload((0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .partName */ .pn)(head), into, {});
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(into, { recursive: true, force: true });
    }
}
/** Nothing of the job has failed, and nothing of it is left to do. */
function isComplete(state, job) {
    if (state.settlement && state.settlement.is !== 'succeeded')
        return false;
    const { layout, owners } = (0,_whole_js__WEBPACK_IMPORTED_MODULE_10__/* .wholeOf */ .l2)(state.plan);
    return (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_4__/* .handOverOf */ .PS)(state, layout, owners, job).ready.length === 0;
}


/***/ }),

/***/ 80635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HI: () => (/* binding */ readOnGitHub),
/* harmony export */   LT: () => (/* binding */ onGitHubFile),
/* harmony export */   MH: () => (/* binding */ reportersOf),
/* harmony export */   _7: () => (/* binding */ writeOnGitHub),
/* harmony export */   ac: () => (/* binding */ onGitHubIn),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   ix: () => (/* binding */ triggerOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33838);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(38702);
/* harmony import */ var _github_job_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40844);
/* harmony import */ var _github_trigger_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74930);
/* harmony import */ var _job_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57533);
/** What a part of a run tells GitHub, and what the next part has to know of it. */







const onGitHubFile = 'github.json';
function readOnGitHub(runDirectory) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDirectory, onGitHubFile);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')) : undefined;
}
/** In the part of the plan job. `folder`: absolute, of the part. */
function onGitHubIn(folder) {
    const run = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'run');
    const onGitHub = readOnGitHub(run);
    if (!onGitHub)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_6__/* .RunError */ .e4(`${folder}: the job \`plan\` had not begun a run`);
    return { plan: JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(run, 'plan.json'), 'utf8')), onGitHub };
}
function writeOnGitHub(runDirectory, now) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDirectory, onGitHubFile);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${path}.new`, JSON.stringify(now));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(`${path}.new`, path);
}
function subjectOf(plan, { project }) {
    return { workflow: plan.name, project };
}
/** Of the commit and the pull request that were asked for: the event of a dispatch names neither. */
function triggerOf(environment, { sha, pull }) {
    return {
        ...(0,_github_trigger_js__WEBPACK_IMPORTED_MODULE_4__/* .readTrigger */ .v)(environment),
        sha,
        ...(pull === undefined ? {} : { pull: { number: pull } }),
    };
}
/**
 * `begins`: creates what the run will fill in. `refreshes`: writes the comment when it hands over, and completes the
 * check runs of gates that were decided elsewhere.
 */
function reportersOf(plan, file, token, { begins = false, refreshes = false } = {}) {
    const runDirectory = (0,_job_file_js__WEBPACK_IMPORTED_MODULE_5__/* .runDirectoryOf */ .Gg)(file);
    const before = readOnGitHub(runDirectory);
    if (token !== '')
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq(token);
    if (!before)
        return (0,_github_job_js__WEBPACK_IMPORTED_MODULE_3__/* .partReporters */ .A)(plan, undefined);
    const { checks, comment } = before;
    return (0,_github_job_js__WEBPACK_IMPORTED_MODULE_3__/* .partReporters */ .A)(plan, {
        subject: subjectOf(plan, file),
        trigger: triggerOf(process.env, before),
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


/***/ }),

/***/ 28693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zw: () => (/* binding */ jobOf),
  zD: () => (/* binding */ joinedBy),
  Yw: () => (/* binding */ openTitles),
  l2: () => (/* binding */ wholeOf)
});

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


/***/ })

};
