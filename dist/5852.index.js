export const id = 5852;
export const ids = [5852];
export const modules = {

/***/ 51375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ invalidOutput),
/* harmony export */   zJ: () => (/* binding */ resultOutput)
/* harmony export */ });
/* unused harmony export resultLimit */
/* harmony import */ var _reports_pods_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67694);
/** The report as the step's `result`: GitHub drops every output of a job whose outputs are over 1 MB together. */

/** In UTF-16 units; a job may have several such steps. */
const resultLimit = 200_000;
const mostRows = 100;
const mostFailures = 20;
const mostPods = 100;
/** What a reader misses least goes first; `truncated` says that something went. */
function resultOutput(report) {
    const withoutTails = { ...report, failures: report.failures.map((failure) => ({ ...failure, tail: [] })) };
    const fewerRows = {
        ...withoutTails,
        sweeps: report.sweeps.map((sweep) => ({
            ...sweep,
            rows: fewer(sweep.rows, mostRows, ({ best }) => best),
        })),
        ...(report.pods ? { pods: fewerPods(report.pods) } : {}),
    };
    const fewerFailures = { ...fewerRows, failures: withoutTails.failures.slice(0, mostFailures) };
    const verdict = {
        schema_version: report.schema_version,
        workflow: report.workflow,
        run: report.run,
        decision: report.decision,
        reason_code: report.reason_code,
        reason: report.reason.slice(0, 1000),
        started_at: report.started_at,
        seconds: report.seconds,
        ...(report.money ? { money: report.money } : {}),
    };
    return firstThatFits(report, [
        withoutTails,
        fewerRows,
        fewerFailures,
        { ...fewerFailures, steps: [] },
        verdict,
    ]);
}
function invalidOutput(fields) {
    const some = (most) => ({ ...fields, diagnostics: fields.diagnostics.slice(0, most) });
    return firstThatFits(fields, [some(100), some(10), some(0)]);
}
function firstThatFits(whole, smaller) {
    const text = JSON.stringify(whole);
    if (text.length <= resultLimit)
        return text;
    const texts = smaller.map((one) => JSON.stringify({ ...one, truncated: true }));
    return texts.find((one) => one.length <= resultLimit) ?? texts.at(-1) ?? '{}';
}
/** The first ones, among them the one that must stay. */
function fewer(items, most, mustStay) {
    const kept = items.slice(0, most);
    const missed = items.slice(most).find(mustStay);
    return missed === undefined ? kept : [...kept.slice(0, -1), missed];
}
/** What may still cost money stays; what was never made goes first. */
function fewerPods(pods) {
    const left = (0,_reports_pods_js__WEBPACK_IMPORTED_MODULE_0__/* .leftOver */ .WL)(pods);
    return [...left, ...pods.filter(({ status }) => status === 'ended')].slice(0, mostPods);
}


/***/ }),

/***/ 55852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  conclude: () => (/* binding */ conclude)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: ./build/exit-codes.js
var exit_codes = __webpack_require__(49277);
// EXTERNAL MODULE: ./build/github/names.js
var names = __webpack_require__(50926);
// EXTERNAL MODULE: ./build/github/result-output.js
var result_output = __webpack_require__(51375);
// EXTERNAL MODULE: ./build/reports/lines.js
var lines = __webpack_require__(23987);
// EXTERNAL MODULE: ./build/reports/report.js + 2 modules
var reports_report = __webpack_require__(34859);
// EXTERNAL MODULE: ./build/parts/ending.js
var ending = __webpack_require__(79254);
// EXTERNAL MODULE: ./build/parts/inputs.js
var inputs = __webpack_require__(22896);
// EXTERNAL MODULE: ./build/parts/job-file.js
var job_file = __webpack_require__(57533);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/github/job.js + 2 modules
var job = __webpack_require__(40844);
// EXTERNAL MODULE: ./build/github/trigger.js
var github_trigger = __webpack_require__(74930);
// EXTERNAL MODULE: ./build/parts/request.js
var parts_request = __webpack_require__(8320);
// EXTERNAL MODULE: ./build/parts/restore.js + 2 modules
var restore = __webpack_require__(72152);
// EXTERNAL MODULE: ./build/parts/run-id.js
var run_id = __webpack_require__(26744);
;// CONCATENATED MODULE: ./build/parts/lost.js
/** A run of which nothing is left but what GitHub and RunPod know: nothing of it may stay open, or cost money. */







async function closeLost(environment, token, project) {
    // Money first.
    for (let attempt = (0,restore/* attemptIn */.XZ)(environment); attempt > 0; attempt -= 1)
        await reapRun(environment, (0,run_id/* runIdOf */.S)(environment, attempt));
    if (token === '')
        return;
    core/* setSecret */.Pq(token);
    const { sha, pr } = requestIn(environment);
    const own = (0,github_trigger/* readTrigger */.v)(environment);
    const trigger = {
        ...own,
        ...(sha === undefined ? {} : { sha }),
        ...(pr === undefined ? {} : { pull: { number: pr } }),
    };
    await (0,job/* closeLostRun */.m)({
        subject: { workflow: environment.GITHUB_WORKFLOW ?? '', project },
        trigger,
        token,
        title: 'the run was lost',
        say: (text) => core/* warning */.$e(text),
    });
}
/** No plan tells which variables hold keys of accounts: those that are called like one. */
async function reapRun(environment, run) {
    for (const [name, value = ''] of Object.entries(environment)) {
        if (!/RUNPOD.*KEY/i.test(name) || value.trim() === '')
            continue;
        const key = value.trim();
        core/* setSecret */.Pq(key);
        const { reapAccount } = await Promise.all(/* import() */[__webpack_require__.e(7312), __webpack_require__.e(6619)]).then(__webpack_require__.bind(__webpack_require__, 56619));
        const folder = environment.GITHUB_WORKSPACE ?? process.cwd();
        const { problem } = await reapAccount({ environment, folder, key, run });
        if (problem !== undefined)
            core/* error */.z3(problem, { title: 'pods may be left' });
    }
}
/** As it was dispatched; nothing where that cannot be read. */
function requestIn({ GITHUB_EVENT_PATH: path }) {
    try {
        const event = path !== undefined && (0,external_node_fs_.existsSync)(path) ? JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')) : {};
        const inputs = typeof event === 'object' && event !== null && 'inputs' in event ? event.inputs : undefined;
        const request = typeof inputs === 'object' && inputs !== null && 'request' in inputs ? inputs.request : undefined;
        return typeof request === 'string' ? (0,parts_request/* readRequest */.i)(request) : {};
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./build/parts/opening.js
var opening = __webpack_require__(91989);
// EXTERNAL MODULE: ./build/parts/report.js
var parts_report = __webpack_require__(80635);
// EXTERNAL MODULE: ./build/parts/tell.js
var tell = __webpack_require__(56682);
// EXTERNAL MODULE: ./build/parts/whole.js + 1 modules
var whole = __webpack_require__(28693);
;// CONCATENATED MODULE: ./build/parts/conclude.js
/** The last step of a run's last job: does what handlers are left, ends what was left behind, and gives the run its colour. */















async function conclude() {
    const needs = (0,inputs/* readNeeds */.Mu)();
    if (!(0,job_file/* hasJobFile */._q)(process.env)) {
        // `open` has said why.
        core/* setFailed */.C1('there is no run to conclude');
        await closeLost(process.env, (0,inputs/* input */.hF)('token'), (0,opening/* readProject */.Wh)((0,inputs/* input */.hF)('project')));
        return exit_codes/* exitCodes */.h.failed;
    }
    const file = (0,job_file/* readJobFile */.i5)(process.env);
    const { drivePart, readRun } = await Promise.all(/* import() */[__webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(3009), __webpack_require__.e(1786)]).then(__webpack_require__.bind(__webpack_require__, 3009));
    const before = readRun((0,job_file/* runDirectoryOf */.Gg)(file));
    if (!before)
        throw new run_error/* RunError */.e4(`there is no run \`${file.run}\` in ${file.workspace}`);
    const { plan } = before;
    const token = (0,inputs/* input */.hF)('token');
    const reporting = (0,parts_report/* reportersOf */.MH)(plan, file, token);
    const { state, conclusion, losses, folder } = await drivePart({
        workspace: file.workspace,
        run: file.run,
        environment: process.env,
        signals: (0,tell/* signalsOf */.B7)(file),
        reporters: () => reporting.reporters,
        part: (0,ending/* concludingPart */.Cf)((0,whole/* wholeOf */.l2)(plan), needs),
    });
    if (!conclusion)
        throw new Error('internal: the run was not concluded; please report this');
    const onGitHub = (0,parts_report/* readOnGitHub */.HI)(folder.path);
    const report = { ...(0,reports_report/* reportOf */.EI)(state, now()), workflow: (0,names/* labelOf */.Wy)((0,parts_report/* subjectOf */.et)(plan, file)) };
    core/* setOutput */.uH('decision', conclusion.decision);
    core/* setOutput */.uH('reason_code', conclusion.reasonCode);
    core/* setOutput */.uH('run', file.run);
    core/* setOutput */.uH('result', (0,result_output/* resultOutput */.zJ)(report));
    const arePodsLeft = await reapLeft(before, file.run, file.workspace);
    const lost = [...losses, ...reporting.lost()];
    const { writeSummary } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 40844));
    if (onGitHub)
        await writeSummary(report, state, (0,parts_report/* triggerOf */.ix)(process.env, onGitHub), lost);
    for (const loss of lost)
        core/* warning */.$e(loss);
    if (conclusion.decision === 'waiting') {
        core/* notice */.lm(conclusion.reason, { title: plan.name });
        return exit_codes/* exitCodes */.h.done;
    }
    core/* info */.pq((0,lines/* harmless */.p)(conclusion.reason));
    const exitCode = Math.max((0,exit_codes/* exitCodeOf */.F)(conclusion.decision), arePodsLeft ? exit_codes/* exitCodes */.h.failed : exit_codes/* exitCodes */.h.done);
    if (exitCode !== exit_codes/* exitCodes */.h.done)
        core/* error */.z3(conclusion.reason, { title: plan.name });
    return exitCode;
}
const now = () => new Date().toISOString();
/** Pods of a job that was lost: no journal knows of them, and RunPod does. Whether some may be left. */
async function reapLeft({ plan }, run, folder) {
    let areLeft = false;
    const keys = Object.values(plan.targets ?? {}).flatMap((target) => target.kind === 'runpod' ? [target.key] : []);
    for (const name of new Set(keys)) {
        const key = process.env[name]?.trim() ?? '';
        if (key === '') {
            core/* warning */.$e(`nobody looked for pods that were left behind: \`${name}\` is not set`);
            continue;
        }
        core/* setSecret */.Pq(key);
        const { reapAccount } = await Promise.all(/* import() */[__webpack_require__.e(7312), __webpack_require__.e(6619)]).then(__webpack_require__.bind(__webpack_require__, 56619));
        const result = await reapAccount({ environment: process.env, folder, key, run });
        for (const { name, outcome, why } of result.is === 'done' ? result.reaped.pods : [])
            if (outcome === 'ended')
                core/* warning */.$e(`the pod ${name} was left behind, and is ended now: ${why}`);
        if (result.problem !== undefined) {
            core/* error */.z3(result.problem, { title: 'pods may be left' });
            areLeft = true;
        }
    }
    return areLeft;
}


/***/ }),

/***/ 8320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readRequest)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38816);
/** What a run was asked for: the dispatch input `request`, which holds ids and no text of anybody's. */

const schema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** The commit under test. */
    sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 'a commit is 40 or 64 hexadecimal digits')
        .optional(),
    /** The pull request that it is reported on. */
    pr: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().positive().optional(),
});
/** Throws an `Error` of one sentence. */
function readRequest(text) {
    if (text.trim() === '')
        return {};
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        throw new Error('this is no JSON');
    }
    const read = schema.safeParse(parsed);
    if (read.success)
        return read.data;
    const [issue] = read.error.issues;
    throw new Error(`${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'this is no request'}`);
}


/***/ }),

/***/ 26744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ runIdOf)
/* harmony export */ });
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60716);
/** The id of a run on GitHub: known to every job, also to one that finds nothing that earlier ones have left. */

/** `sweep-17000000001-1`. `attempt`: of the plan job that began it. */
function runIdOf({ GITHUB_WORKFLOW: workflow = '', GITHUB_RUN_ID: run = '0' }, attempt) {
    return `${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_0__/* .slug */ .yR)(workflow).slice(0, 60) || 'workflow'}-${run}-${attempt}`;
}


/***/ })

};
