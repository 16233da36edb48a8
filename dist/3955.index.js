export const id = 3955;
export const ids = [3955];
export const modules = {

/***/ 35387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ bodyHash),
/* harmony export */   i: () => (/* binding */ readRequest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/** What a run was asked for: the dispatch input `request`. Ids and hashes alone, no text of anybody's: texts are read again. */


const commit = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 'a commit is 40 or 64 hexadecimal digits');
const id = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive();
const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** The commit under test. */
    sha: commit.optional(),
    /** The pull request that it is reported on. */
    pr: id.optional(),
    /** The comment that asked for it; `body`: SHA-256 of its text, 64 hexadecimal digits. */
    comment: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ id, body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'a hash has 64 digits') })
        .optional(),
    /** GitHub's id of the event that set a label. */
    label: id.optional(),
    /** The time of a schedule that was missed and is caught up. */
    slot: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$().optional(),
    /** The run of GitHub Actions that this one goes on with. */
    resume: id.optional(),
})
    .refine(({ comment, label }) => comment === undefined || label === undefined, 'either a comment or a label asks')
    .refine(({ comment, label, pr }) => pr !== undefined || (comment === undefined && label === undefined), 'a comment and a label stand on a pull request: `pr` is missing');
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
/** Of a comment's text as GitHub gives it, line ends and all: 64 hexadecimal digits. */
function bodyHash(body) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(body, 'utf8').digest('hex');
}


/***/ }),

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
// EXTERNAL MODULE: ./build/admission/request.js
var admission_request = __webpack_require__(35387);
// EXTERNAL MODULE: ./build/github/job.js
var job = __webpack_require__(37249);
// EXTERNAL MODULE: ./build/github/trigger.js
var github_trigger = __webpack_require__(74930);
// EXTERNAL MODULE: ./build/parts/restore.js + 1 modules
var restore = __webpack_require__(63889);
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
        return typeof request === 'string' ? (0,admission_request/* readRequest */.i)(request) : {};
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
        await closeLost(process.env, (0,inputs/* input */.hF)('token'), (0,opening.readProject)((0,inputs/* input */.hF)('project')));
        return exit_codes/* exitCodes */.h.failed;
    }
    const file = (0,job_file/* readJobFile */.i5)(process.env);
    const { drivePart, readRun } = await Promise.all(/* import() */[__webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(325), __webpack_require__.e(7719)]).then(__webpack_require__.bind(__webpack_require__, 80325));
    const before = readRun((0,job_file/* runDirectoryOf */.Gg)(file));
    if (!before)
        throw new run_error/* RunError */.e4(`there is no run \`${file.run}\` in ${file.workspace}`);
    const { plan } = before;
    const token = (0,inputs/* input */.hF)('token');
    // First, so that the report knows of them: jobs before this one are over, and nothing here has made a pod yet.
    const reaped = await reapLeft(before, file.run, file.workspace);
    note((0,job_file/* runDirectoryOf */.Gg)(file), reaped.sentences);
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
    const subject = (0,parts_report/* subjectOf */.et)(plan, file);
    const trigger = onGitHub && (0,parts_report/* triggerOf */.ix)(process.env, onGitHub);
    const context = onGitHub && trigger ? (0,parts_report/* contextOf */.Vm)(onGitHub, trigger) : {};
    const report = { ...(0,reports_report/* reportOf */.EI)(state, now(), context), workflow: (0,names/* labelOf */.Wy)(subject) };
    core/* setOutput */.uH('decision', conclusion.decision);
    core/* setOutput */.uH('reason_code', conclusion.reasonCode);
    core/* setOutput */.uH('run', file.run);
    core/* setOutput */.uH('result', (0,result_output/* resultOutput */.zJ)(report));
    const lost = [...losses, ...reporting.lost()];
    if (onGitHub && trigger) {
        const { afterwards } = await Promise.all(/* import() */[__webpack_require__.e(7673), __webpack_require__.e(6047), __webpack_require__.e(1100)]).then(__webpack_require__.bind(__webpack_require__, 46047));
        const { comment } = onGitHub;
        lost.push(...(await afterwards({ onGitHub, subject, trigger, state, report, token, comment })));
        const { writeSummary } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 37249));
        await writeSummary(report, state, trigger, lost);
    }
    for (const loss of lost)
        core/* warning */.$e(loss);
    if (conclusion.decision === 'waiting') {
        core/* notice */.lm(conclusion.reason, { title: plan.name });
        return exit_codes/* exitCodes */.h.done;
    }
    core/* info */.pq((0,lines/* harmless */.p)(conclusion.reason));
    const exitCode = Math.max((0,exit_codes/* exitCodeOf */.F)(conclusion.decision), reaped.areLeft ? exit_codes/* exitCodes */.h.failed : exit_codes/* exitCodes */.h.done);
    if (exitCode !== exit_codes/* exitCodes */.h.done)
        core/* error */.z3(conclusion.reason, { title: plan.name });
    return exitCode;
}
const now = () => new Date().toISOString();
/** Pods of a job that was lost: no journal knows of them, and RunPod does. */
async function reapLeft({ plan }, run, folder) {
    const sentences = [];
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
        for (const { name, outcome, why } of result.is === 'done' ? result.reaped.pods : []) {
            if (outcome !== 'ended')
                continue;
            core/* warning */.$e(`the pod ${name} was left behind, and is ended now: ${why}`);
            sentences.push(`The pod \`${name}\` of a job that was lost ran on until now, and is ended; what it has cost is not in this report.`);
        }
        if (result.problem !== undefined) {
            core/* error */.z3(result.problem, { title: 'pods may be left' });
            sentences.push('Pods of this run may be left, and cost money: the log tells more.');
            areLeft = true;
        }
    }
    return { areLeft, sentences };
}
function note(runDirectory, sentences) {
    const onGitHub = (0,parts_report/* readOnGitHub */.HI)(runDirectory);
    if (!onGitHub || sentences.length === 0)
        return;
    (0,parts_report/* writeOnGitHub */._7)(runDirectory, { ...onGitHub, notes: [...(onGitHub.notes ?? []), ...sentences] });
}


/***/ }),

/***/ 79254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ concludingPart),
/* harmony export */   JN: () => (/* binding */ isGuarded),
/* harmony export */   nd: () => (/* binding */ finallyNodes)
/* harmony export */ });
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98407);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71583);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28693);



/** `needs`: how the jobs before it have ended. */
function concludingPart(whole, needs) {
    const { plan, owners } = whole;
    const handlers = finallyNodes(plan);
    return {
        reach: {
            // `finally` always runs: also when the job where it stands was cancelled or lost. But what an environment guards
            // runs in its job alone: its reviewers may have said no.
            has: (node, arm) => {
                const job = owners.ownerOf(node, arm)?.job;
                return job === _jobs_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .concludeJob */ .P0 || (job !== undefined && !isGuarded(whole, job) && handlers.has(node));
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
    const open = (0,_whole_js__WEBPACK_IMPORTED_MODULE_0__/* .openTitles */ .Yw)(state);
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
            open.push(...(0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .LU)(node));
    }
    return found;
}
/** It stands behind an environment: whoever that asks may have said no. */
function isGuarded({ layout }, id) {
    const job = layout.jobs.find((one) => one.id === id);
    return job?.is === 'stretch' && job.environment !== undefined;
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
    open: ['job', 'workflow', 'sources', 'project', 'request', 'params', 'plan', 'needs', 'token', 'comment'],
    step: ['step', 'token'],
    cell: ['job', 'leg', 'project', 'plan', 'token'],
    conclude: ['needs', 'project', 'token'],
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

/***/ 91989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ei: () => (/* binding */ openingPart),
/* harmony export */   G0: () => (/* binding */ deadlineOf),
/* harmony export */   K3: () => (/* binding */ joiningPart),
/* harmony export */   Nb: () => (/* binding */ joiningAtEnd),
/* harmony export */   Um: () => (/* binding */ stepPart),
/* harmony export */   readProject: () => (/* binding */ readProject)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59362);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38702);
/* harmony import */ var _engine_advance_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55592);
/* harmony import */ var _engine_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80306);
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98407);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79254);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28693);
/** What every job begins with: how far its processes may go, when it has to be done, where the project lies. */








/** Nothing of the chain is done, but what the next job is to do is handed out. */
function openingPart({ layout, owners }, job) {
    return {
        reach: _drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .noReach */ .rZ,
        continues: false,
        settles: () => false,
        handOver: (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatching */ .V0)(layout, owners, job),
    };
}
/** The same for a job behind others: what legs have lost is told. `events`: of the run as it was restored. */
function joiningPart(whole, id, events) {
    const part = openingPart(whole, id);
    const joined = (0,_whole_js__WEBPACK_IMPORTED_MODULE_5__/* .joinedBy */ .zD)(whole, (0,_whole_js__WEBPACK_IMPORTED_MODULE_5__/* .jobOf */ .Zw)(whole, id));
    const dispatched = new Set(events.flatMap((event) => (event.type === 'cells-dispatched' ? [event.node] : [])));
    return {
        ...part,
        handOver: (state) => {
            const lost = (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .lostIn */ .gJ)(state, joined, dispatched);
            return lost.length > 0 ? lost : part.handOver(state);
        },
    };
}
/**
 * The same for the last job. What stands in a job that is over was done there or will not be done: a unit has failed, so that
 * the handlers of the chain run; gates and values that nobody had come to are decided here, which changes nothing outside.
 * `finally` is left to the end.
 */
function joiningAtEnd(whole, events, needs) {
    const part = joiningPart(whole, _jobs_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .concludeJob */ .P0, events);
    const isCancelled = Object.values(needs).includes('cancelled');
    const cleanups = (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .finallyNodes */ .nd)(whole.plan);
    const elsewhere = (state, node) => {
        const job = whole.owners.ownerOf(node, (0,_engine_advance_js__WEBPACK_IMPORTED_MODULE_2__/* .armOf */ .c)(state, node))?.job;
        return job === undefined || job === _jobs_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .concludeJob */ .P0 || isCancelled || state.stopping?.cancelled
            ? undefined
            : job;
    };
    return {
        ...part,
        reach: {
            has: (node, _arm, state) => {
                const { kind } = (0,_engine_state_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeOf */ .E7)(state, node);
                const isPure = kind !== 'unit' && kind !== 'approval' && kind !== 'wait';
                return isPure && !cleanups.has(node) && elsewhere(state, node) !== undefined;
            },
            concludes: false,
        },
        handOver: (state) => {
            const facts = part.handOver?.(state) ?? [];
            if (facts.length > 0)
                return facts;
            const ready = [...state.ready.values()].flatMap((set) => [...set]);
            return ready.flatMap((node) => {
                const job = elsewhere(state, node);
                if (job === undefined || mayStillRun(whole, cleanups, job, node))
                    return [];
                return [
                    {
                        ...{ type: 'unit-failed', node, attempt: (state.starts.get(node) ?? 0) + 1, seconds: 0 },
                        ...{ class: 'lost', message: lossOf(whole, job, needs), tail: [] },
                    },
                ];
            });
        },
    };
}
function mayStillRun(whole, cleanups, job, node) {
    return cleanups.has(node) && !(0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .isGuarded */ .JN)(whole, job);
}
function lossOf(whole, id, needs) {
    const job = (0,_whole_js__WEBPACK_IMPORTED_MODULE_5__/* .jobOf */ .Zw)(whole, id);
    // Such as behind an output that GitHub dropped, because it holds a masked value.
    if (needs[id] === 'skipped')
        return `GitHub did not start the job \`${job.name}\`, in which the chain goes on`;
    const environment = job.is === 'stretch' ? job.environment : undefined;
    return environment === undefined
        ? `the job \`${job.name}\` ended without a result`
        : `the job for the environment \`${environment}\` was not let in, or its machine was lost`;
}
function stepPart({ layout, owners }, job, step) {
    return {
        reach: (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOfStep */ .L_)(owners, job, step),
        continues: true,
        // Pods, and the lock of a host, are held for the steps behind it.
        settles: (state) => (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .handOverOf */ .PS)(state, layout, owners, job).ready.length === 0,
        handOver: (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatching */ .V0)(layout, owners, job),
    };
}
/**
 * In milliseconds since 1970, five minutes before GitHub's: it would record the job as cancelled, and nobody could say why.
 * A runner of one's own has no end of its own.
 */
function deadlineOf(minutes, isHosted) {
    if (!isHosted && minutes >= _jobs_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .hostedMinutes */ .LI)
        return Number.MAX_SAFE_INTEGER;
    // Since this process began: it is the first of its job.
    return performance.timeOrigin + Math.max(1, minutes - 5) * 60_000;
}
/** Relative to the repository's root, with `/`; empty for the root itself. */
function readProject(text) {
    const parts = text.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
    if (parts.includes('..') || text.startsWith(node_path__WEBPACK_IMPORTED_MODULE_0__.sep))
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_7__/* .RunError */ .e4(`input \`project\`: \`${text}\` leaves the repository`);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(...parts, '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep)
        .join('/')
        .replace(/^\.$/, '')
        .replace(/\/$/, '');
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
