export const id = 4746;
export const ids = [4746];
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

/***/ 56682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ signalsOf),
/* harmony export */   Cl: () => (/* binding */ handOver),
/* harmony export */   Rr: () => (/* binding */ exitCodeFor),
/* harmony export */   asPart: () => (/* binding */ asPart),
/* harmony export */   asPost: () => (/* binding */ asPost),
/* harmony export */   gJ: () => (/* binding */ exportHandOver)
/* harmony export */ });
/* unused harmony export variablesOf */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59362);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(38702);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49277);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34937);
/* harmony import */ var _silence_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(89979);
/* harmony import */ var _cell_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63083);
/** What a part of the action says to GitHub: variables for the steps behind it, annotations, its exit code. */







/** What the gated steps and jobs read. Ids and axis text only: GitHub drops an output that holds a masked value. */
function exportHandOver(state, { layout, owners }, job) {
    const handOver = (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .handOverOf */ .PS)(state, layout, owners, job);
    for (const [name, value] of Object.entries(variablesOf(handOver)))
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .exportVariable */ .dN(name, value);
    return handOver;
}
/** The same, and what shows on GitHub that a matrix is handed out. */
async function handOver(place, state, whole, job) {
    const { next } = exportHandOver(state, whole, job);
    const matrix = whole.layout.jobs.find(({ id }) => id === next);
    if (matrix?.is === 'matrix')
        await (0,_cell_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .beginBlock */ .JL)(place, state, matrix);
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
        process.exitCode = await (0,_silence_js__WEBPACK_IMPORTED_MODULE_5__/* .neverInSilence */ .B)(process, work, () => {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(`internal error, please report it: ${_silence_js__WEBPACK_IMPORTED_MODULE_5__/* .stalledMessage */ .X}`);
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
    const isExpected = error instanceof _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_6__/* .RunError */ .e4 || error.name === 'ArtifactError';
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
