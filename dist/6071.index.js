export const id = 6071;
export const ids = [6071];
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

/***/ 26071:
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
// EXTERNAL MODULE: ./build/reports/report.js + 2 modules
var reports_report = __webpack_require__(34859);
// EXTERNAL MODULE: ./build/jobs/layout.js
var jobs_layout = __webpack_require__(98407);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan_plan = __webpack_require__(71583);
// EXTERNAL MODULE: ./build/parts/whole.js + 1 modules
var whole = __webpack_require__(28693);
;// CONCATENATED MODULE: ./build/parts/ending.js



/** `needs`: how the jobs before it have ended. */
function concludingPart({ plan, layout, owners }, needs) {
    const handlers = finallyNodes(plan);
    const guarded = new Set(layout.jobs.flatMap((job) => (job.is === 'stretch' && job.environment !== undefined ? [job.id] : [])));
    return {
        reach: {
            // `finally` always runs: also when the job where it stands was cancelled or lost. But what an environment guards
            // runs in its job alone: its reviewers may have said no.
            has: (node, arm) => {
                const job = owners.ownerOf(node, arm)?.job;
                return job === jobs_layout/* concludeJob */.P0 || (job !== undefined && !guarded.has(job) && handlers.has(node));
            },
            concludes: true,
        },
        continues: true,
        settles: () => true,
        handOver: (now) => endOf(now, needs),
    };
}
/** Nothing more can be done here: why the run is over although the chain is not. */
function endOf(state, needs) {
    if (state.conclusion)
        return [];
    const isCancelled = Object.values(needs).includes('cancelled');
    if (isCancelled && !state.stopping)
        return [{ type: 'cancel-requested', by: 'GitHub' }];
    const failed = Object.entries(needs).filter(([, result]) => result === 'failure');
    const jobs = failed.map(([job]) => `\`${job}\``).join(', ');
    const open = (0,whole/* openTitles */.Yw)(state);
    const where = open.length === 0 ? '' : ` before ${open.slice(0, 3).join(', ')} had ended`;
    const reason = jobs === ''
        ? `the run came to a stop${where}: GitHub started no job for what follows`
        : `the job ${jobs} ended without a result${where}`;
    return [{ type: 'run-concluded', decision: 'failed', reasonCode: 'incomplete', reason }];
}
/** All that stands in a `finally`. */
function finallyNodes(plan) {
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    const found = new Set();
    const open = plan.nodes.flatMap((node) => (node.kind === 'try' || node.kind === 'handlers') && node.finally !== null ? [node.finally] : []);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (found.has(id))
            continue;
        found.add(id);
        const node = byId.get(id);
        if (node)
            open.push(...(0,plan_plan/* childrenOf */.LU)(node));
    }
    return found;
}

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







const key = 'RUNPOD_API_KEY';
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
async function reapRun(environment, run) {
    const value = environment[key]?.trim() ?? '';
    if (value === '')
        return;
    core/* setSecret */.Pq(value);
    const { reapAccount } = await Promise.all(/* import() */[__webpack_require__.e(7312), __webpack_require__.e(6619)]).then(__webpack_require__.bind(__webpack_require__, 56619));
    const folder = environment.GITHUB_WORKSPACE ?? process.cwd();
    const { problem } = await reapAccount({ environment, folder, key: value, run });
    if (problem !== undefined)
        core/* error */.z3(problem, { title: 'pods may be left' });
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
    await reapLeft(before, file.run, file.workspace);
    const { state, conclusion, losses, folder } = await drivePart({
        workspace: file.workspace,
        run: file.run,
        environment: process.env,
        signals: (0,tell/* signalsOf */.B7)(file),
        reporters: () => reporting.reporters,
        part: concludingPart((0,whole/* wholeOf */.l2)(plan), needs),
    });
    if (!conclusion)
        throw new Error('internal: the run was not concluded; please report this');
    const onGitHub = (0,parts_report/* readOnGitHub */.HI)(folder.path);
    const report = { ...(0,reports_report/* reportOf */.EI)(state, now()), workflow: (0,names/* labelOf */.Wy)((0,parts_report/* subjectOf */.et)(plan, file)) };
    core/* setOutput */.uH('decision', conclusion.decision);
    core/* setOutput */.uH('reason_code', conclusion.reasonCode);
    core/* setOutput */.uH('run', file.run);
    core/* setOutput */.uH('result', (0,result_output/* resultOutput */.zJ)(report));
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
    core/* info */.pq(`${conclusion.decision}: ${conclusion.reason}`);
    const exitCode = (0,exit_codes/* exitCodeOf */.F)(conclusion.decision);
    if (exitCode !== exit_codes/* exitCodes */.h.done)
        core/* error */.z3(conclusion.reason, { title: plan.name });
    return exitCode;
}
const now = () => new Date().toISOString();
/** Pods of a job that was lost: no journal knows of them, and RunPod does. */
async function reapLeft({ plan }, run, folder) {
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
        if (result.problem !== undefined)
            core/* error */.z3(result.problem, { title: 'pods may be left' });
    }
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
/** The id of a run on GitHub: known to every job, also to one that finds nothing that earlier ones have left. */
/** `attempt`: of the plan job that began it. */
function runIdOf({ GITHUB_RUN_ID: run = '0' }, attempt) {
    return `gh-${run}-${attempt}`;
}


/***/ })

};
