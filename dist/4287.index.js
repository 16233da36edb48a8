export const id = 4287;
export const ids = [4287];
export const modules = {

/***/ 45907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf)
/* harmony export */ });
/** Line by line, as the runner masks them: the keys of hosts and of RunPod. */
function secretsOf(plan, environment) {
    const variables = Object.values(plan.targets ?? {}).flatMap((target) => target.kind === 'runpod' ? [target.key] : 'variable' in target.key ? [target.key.variable] : []);
    return variables
        .flatMap((name) => (environment[name] ?? '').split(/\r?\n/))
        .filter((line) => line.length >= 6 && !line.startsWith('-----'));
}


/***/ }),

/***/ 54287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runOneStep: () => (/* binding */ runOneStep)
/* harmony export */ });
/* unused harmony export setOutputs */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33838);
/* harmony import */ var _drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75078);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(38702);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49277);
/* harmony import */ var _github_action_io_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(11579);
/* harmony import */ var _github_artifacts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(40273);
/* harmony import */ var _github_check_runs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(79873);
/* harmony import */ var _github_names_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(50926);
/* harmony import */ var _github_result_output_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(51375);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(45907);
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(98407);
/* harmony import */ var _parts_line_notes_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(61098);
/* harmony import */ var _parts_report_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(80635);
/* harmony import */ var _parts_restore_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(63889);
/* harmony import */ var _reports_report_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(34859);
/** A whole run in one step of one job: the chain is driven to its end here, and reported on the way. */


















async function runOneStep(step) {
    const { prepared, subject, inputs, trigger, workspace, signals, asked } = step;
    const { plan, targets } = prepared;
    for (const secret of (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_14__/* .secretsOf */ .F)(plan, process.env))
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq(secret);
    const { startRun, resumeRun } = await Promise.all(/* import() */[__webpack_require__.e(7798), __webpack_require__.e(325), __webpack_require__.e(4946)]).then(__webpack_require__.bind(__webpack_require__, 80325));
    const { jobReporters, writeSummary } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 37249));
    // What is on GitHub now, for whoever goes on with the run.
    let left = { checks: [] };
    const saving = (key, value) => {
        if (key === 'check_runs')
            left = { ...left, checks: (0,_github_check_runs_js__WEBPACK_IMPORTED_MODULE_8__.openChecks)(value) };
        if (key === 'comment')
            left = { ...left, comment: Number(value) };
        save(key, value);
    };
    const job = jobReporters(plan, subject, inputs, trigger, {
        ...{ save: saving, now },
        annotations: (0,_parts_line_notes_js__WEBPACK_IMPORTED_MODULE_10__/* .lineNotes */ .I)(process.env.GITHUB_WORKSPACE ?? workspace, subject.project),
        ...(asked ? { context: asked.context } : {}),
        ...(asked?.adopts ? { adopts: asked.adopts } : {}),
    });
    const reporters = (created) => {
        save('folder', created.path);
        return job.reporters;
    };
    // Its event does not tell: post has no other way to know.
    if (asked)
        save('about', JSON.stringify({ sha: trigger.sha, pull: trigger.pull, workflow: subject.workflow }));
    const shared = { workspace, environment: process.env, signals, reporters };
    let finished;
    try {
        finished =
            asked?.goesOnWith === undefined
                ? await startRun({ ...shared, plan, targets })
                : await resumeRun({ ...shared, run: asked.goesOnWith, notice: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .notice */ .lm(text) });
        if (!finished)
            throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_15__/* .RunError */ .e4(`there is no run \`${asked?.goesOnWith}\` in ${workspace}`);
    }
    catch (error) {
        const title = error instanceof _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_15__/* .RunError */ .e4 ? error.message.slice(0, 255) : 'internal error';
        // First, so that post says the same if GitHub cannot be told now.
        save('failure', title);
        await job.abandoned(title, `The run ended by an error; the log tells more: ${trigger.url}`);
        for (const loss of job.lost())
            _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e(loss);
        throw error;
    }
    const { conclusion, state, folder } = finished;
    save('concluded', conclusion.decision === 'waiting' ? 'waiting' : 'true');
    const report = (0,_reports_report_js__WEBPACK_IMPORTED_MODULE_13__/* .reportOf */ .EI)(state, now(), asked?.context());
    setOutputs({
        decision: conclusion.decision,
        reason_code: conclusion.reasonCode,
        run: folder.run,
        result: (0,_github_result_output_js__WEBPACK_IMPORTED_MODULE_9__/* .resultOutput */ .zJ)(report),
    });
    const losses = [...finished.losses, ...job.lost()];
    // A run that has passed has nothing to go on with.
    if (asked && conclusion.decision !== 'passed')
        losses.push(...(await keep(folder, plan, step, { ...asked.onGitHub, ...left })));
    if (asked) {
        const { afterwards } = await Promise.all(/* import() */[__webpack_require__.e(7673), __webpack_require__.e(6047)]).then(__webpack_require__.bind(__webpack_require__, 46047));
        const { onGitHub } = asked;
        const named = { ...report, workflow: (0,_github_names_js__WEBPACK_IMPORTED_MODULE_16__/* .labelOf */ .Wy)(subject) };
        const { token } = inputs;
        const { comment } = left;
        losses.push(...(await afterwards({ onGitHub, subject, trigger, state, report: named, token, comment })));
    }
    await writeSummary({ ...report, workflow: (0,_github_names_js__WEBPACK_IMPORTED_MODULE_16__/* .labelOf */ .Wy)(subject) }, state, trigger, losses);
    for (const loss of losses)
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e(loss);
    const exitCode = conclusion.decision === 'waiting' ? _exit_codes_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCodes */ .h.done : (0,_exit_codes_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCodeOf */ .F)(conclusion.decision);
    if (exitCode !== _exit_codes_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCodes */ .h.done)
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .error */ .z3(conclusion.reason, { title: plan.name });
    return exitCode;
}
/** As a job of a compiled workflow leaves its part, so that both are gone on with in the same way. */
async function keep(folder, plan, { workspace }, onGitHub) {
    const attempt = (0,_parts_restore_js__WEBPACK_IMPORTED_MODULE_12__/* .attemptIn */ .XZ)(process.env);
    const into = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'part-'));
    try {
        (0,_parts_report_js__WEBPACK_IMPORTED_MODULE_11__/* .writeOnGitHub */ ._7)(folder.path, onGitHub);
        const head = { schema: _drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .partSchema */ .DO, job: _jobs_layout_js__WEBPACK_IMPORTED_MODULE_17__/* .planJob */ .b1, attempt, epoch: attempt, after: 0 };
        const files = [..._drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .planFiles */ .jP, _parts_report_js__WEBPACK_IMPORTED_MODULE_11__/* .onGitHubFile */ .LT];
        const notices = (0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .writePart */ .$X)({ into, head: { ...head, run: folder.run }, folder, workspace, plan, files });
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .startGroup */ .Oh('what this run leaves');
        await (0,_github_artifacts_js__WEBPACK_IMPORTED_MODULE_7__/* .actionsArtifacts */ .d7)().upload((0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .partName */ .pn)(head), into, {});
        return [...notices];
    }
    catch (error) {
        return [
            `the run cannot be gone on with, because nothing of it was kept: ${error instanceof Error ? error.message : String(error)}`,
        ];
    }
    finally {
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .endGroup */ .N4();
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(into, { recursive: true, force: true });
    }
}
function setOutputs(outputs) {
    for (const key of _github_action_io_js__WEBPACK_IMPORTED_MODULE_6__/* .outputKeys */ .sf)
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setOutput */ .uH(key, outputs[key]);
}
const now = () => new Date().toISOString();
function save(key, value) {
    _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(key, value);
}


/***/ })

};
