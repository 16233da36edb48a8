export const id = 4393;
export const ids = [4393];
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
    open: ['job', 'workflow', 'sources', 'project', 'request', 'params', 'token', 'comment'],
    step: ['step', 'token'],
    cell: ['job', 'leg', 'project', 'token'],
    conclude: ['needs', 'token'],
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

/***/ 56682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ signalsOf),
/* harmony export */   Rr: () => (/* binding */ exitCodeFor),
/* harmony export */   asPart: () => (/* binding */ asPart),
/* harmony export */   asPost: () => (/* binding */ asPost),
/* harmony export */   gJ: () => (/* binding */ exportHandOver)
/* harmony export */ });
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
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .exportVariable */ .dN('ML_READY', JSON.stringify(handOver.ready));
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .exportVariable */ .dN('ML_NEXT', handOver.next);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .exportVariable */ .dN('ML_CELLS', handOver.cells.length === 0 ? '' : JSON.stringify(handOver.cells));
    return handOver;
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
/** A post that fails says so and leaves the job's colour alone: what it could not do, others do. */
async function asPost(work) {
    try {
        await work();
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(`post: ${messageOf(error)}`);
    }
}
function messageOf(error) {
    if (!(error instanceof Error))
        return String(error);
    const isExpected = error instanceof _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_5__/* .RunError */ .e4 || error.name === 'ArtifactError' || error.name === 'PartError';
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
