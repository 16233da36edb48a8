export const id = 3272;
export const ids = [3272];
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

/***/ 63272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   conclude: () => (/* binding */ conclude)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(38702);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49277);
/* harmony import */ var _github_names_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(50926);
/* harmony import */ var _github_result_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51375);
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(98407);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(71583);
/* harmony import */ var _reports_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34859);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22896);
/* harmony import */ var _job_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57533);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80635);
/* harmony import */ var _tell_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(56682);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(28693);
/** The last step of a run's last job: does what handlers are left, ends what was left behind, and gives the run its colour. */













async function conclude() {
    const needs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .readNeeds */ .Mu)();
    if (!(0,_job_file_js__WEBPACK_IMPORTED_MODULE_5__/* .hasJobFile */ ._q)(process.env)) {
        // `open` has said why.
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1('there is no run to conclude');
        return _exit_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .h.failed;
    }
    const file = (0,_job_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readJobFile */ .i5)(process.env);
    const { drivePart, readRun } = await Promise.all(/* import() */[__webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(3009), __webpack_require__.e(6158)]).then(__webpack_require__.bind(__webpack_require__, 3009));
    const before = readRun((0,_job_file_js__WEBPACK_IMPORTED_MODULE_5__/* .runDirectoryOf */ .Gg)(file));
    if (!before)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_9__/* .RunError */ .e4(`there is no run \`${file.run}\` in ${file.workspace}`);
    const { plan } = before;
    const { owners } = (0,_whole_js__WEBPACK_IMPORTED_MODULE_8__/* .wholeOf */ .l2)(plan);
    const token = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .hF)('token');
    const reporting = (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .reportersOf */ .MH)(plan, file, token);
    await reapLeft(before, file.run, file.workspace);
    const handlers = finallyNodes(plan);
    const { state, conclusion, losses, folder } = await drivePart({
        workspace: file.workspace,
        run: file.run,
        environment: process.env,
        signals: (0,_tell_js__WEBPACK_IMPORTED_MODULE_7__/* .signalsOf */ .B7)(file),
        reporters: () => reporting.reporters,
        part: {
            reach: {
                // `finally` always runs: also when the job where it stands was cancelled or lost.
                has: (node, arm) => owners.ownerOf(node, arm)?.job === _jobs_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .concludeJob */ .P0 || handlers.has(node),
                concludes: true,
            },
            continues: true,
            settles: () => true,
            handOver: (now) => endOf(now, needs),
        },
    });
    if (!conclusion)
        throw new Error('internal: the run was not concluded; please report this');
    const onGitHub = (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .readOnGitHub */ .HI)(folder.path);
    const report = { ...(0,_reports_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportOf */ .EI)(state, now()), workflow: (0,_github_names_js__WEBPACK_IMPORTED_MODULE_11__/* .labelOf */ .Wy)((0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .subjectOf */ .et)(plan, file)) };
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('decision', conclusion.decision);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('reason_code', conclusion.reasonCode);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('run', file.run);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('result', (0,_github_result_output_js__WEBPACK_IMPORTED_MODULE_2__/* .resultOutput */ .zJ)(report));
    const lost = [...losses, ...reporting.lost()];
    const { writeSummary } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 40844));
    if (onGitHub)
        await writeSummary(report, state, (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .triggerOf */ .ix)(process.env, onGitHub), lost);
    for (const loss of lost)
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(loss);
    if (conclusion.decision === 'waiting') {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm(conclusion.reason, { title: plan.name });
        return _exit_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .h.done;
    }
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(`${conclusion.decision}: ${conclusion.reason}`);
    const exitCode = (0,_exit_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodeOf */ .F)(conclusion.decision);
    if (exitCode !== _exit_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .h.done)
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(conclusion.reason, { title: plan.name });
    return exitCode;
}
const now = () => new Date().toISOString();
/** Nothing more can be done here: why the run is over although the chain is not. */
function endOf(state, needs) {
    if (state.conclusion)
        return [];
    const isCancelled = Object.values(needs).includes('cancelled');
    if (isCancelled && !state.stopping)
        return [{ type: 'cancel-requested', by: 'GitHub' }];
    const failed = Object.entries(needs).filter(([, result]) => result === 'failure');
    const jobs = failed.map(([job]) => `\`${job}\``).join(', ');
    const open = (0,_whole_js__WEBPACK_IMPORTED_MODULE_8__/* .openTitles */ .Yw)(state);
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
            open.push(...(0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_12__/* .childrenOf */ .LU)(node));
    }
    return found;
}
/** Pods of a job that was lost: no journal knows of them, and RunPod does. */
async function reapLeft({ plan }, run, folder) {
    const keys = Object.values(plan.targets ?? {}).flatMap((target) => target.kind === 'runpod' ? [target.key] : []);
    for (const name of new Set(keys)) {
        const key = process.env[name]?.trim() ?? '';
        if (key === '') {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(`nobody looked for pods that were left behind: \`${name}\` is not set`);
            continue;
        }
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(key);
        const { reapAccount } = await Promise.all(/* import() */[__webpack_require__.e(8816), __webpack_require__.e(7312), __webpack_require__.e(9000)]).then(__webpack_require__.bind(__webpack_require__, 56619));
        const result = await reapAccount({ environment: process.env, folder, key, run });
        if (result.problem !== undefined)
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(result.problem, { title: 'pods may be left' });
    }
}


/***/ })

};
