export const id = 3939;
export const ids = [3939];
export const modules = {

/***/ 53939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   step: () => (/* binding */ step)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59362);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(38702);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49277);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22896);
/* harmony import */ var _job_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57533);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80635);
/* harmony import */ var _tell_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56682);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(28693);
/** One gated step of a job: asks the engine whether it is its turn, does it, and says what is ready now. */









async function step() {
    const file = (0,_job_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readJobFile */ .i5)(process.env);
    const signals = (0,_tell_js__WEBPACK_IMPORTED_MODULE_6__/* .signalsOf */ .B7)(file);
    const id = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .demanded */ .zM)('step');
    const { drivePart, readRun } = await Promise.all(/* import() */[__webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(3009), __webpack_require__.e(6158)]).then(__webpack_require__.bind(__webpack_require__, 3009));
    const before = readRun((0,_job_file_js__WEBPACK_IMPORTED_MODULE_4__/* .runDirectoryOf */ .Gg)(file));
    if (!before)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_8__/* .RunError */ .e4(`there is no run \`${file.run}\` in ${file.workspace}`);
    const whole = (0,_whole_js__WEBPACK_IMPORTED_MODULE_7__/* .wholeOf */ .l2)(before.plan);
    const job = (0,_whole_js__WEBPACK_IMPORTED_MODULE_7__/* .jobOf */ .Zw)(whole, file.job);
    const own = job.is === 'stretch' ? job.steps.find((one) => one.id === id) : undefined;
    if (!own)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_8__/* .RunError */ .e4(`the job \`${file.job}\` has no step \`${id}\`; compile the workflow again`);
    const { layout, owners } = whole;
    const now = (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .handOverOf */ .PS)(before, layout, owners, file.job);
    if (!now.ready.includes(own.id)) {
        // The condition of the step is display: the engine alone says whose turn it is.
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm('not its turn: the chain is elsewhere', { title: own.name });
        (0,_tell_js__WEBPACK_IMPORTED_MODULE_6__/* .exportHandOver */ .gJ)(before, whole, file.job);
        return _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.done;
    }
    const reporting = (0,_report_js__WEBPACK_IMPORTED_MODULE_5__/* .reportersOf */ .MH)(before.plan, file, (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .input */ .hF)('token'));
    const driven = await drivePart({
        workspace: file.workspace,
        run: file.run,
        environment: process.env,
        signals,
        reporters: () => reporting.reporters,
        part: {
            reach: (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOfStep */ .L_)(owners, file.job, own.id),
            continues: true,
            // Pods, and the lock of a host, are held for the steps behind it.
            settles: (state) => (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .handOverOf */ .PS)(state, layout, owners, file.job).ready.length === 0,
            handOver: (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatching */ .V0)(layout, owners, file.job),
        },
    });
    for (const loss of [...driven.losses, ...reporting.lost()])
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(loss);
    (0,_tell_js__WEBPACK_IMPORTED_MODULE_6__/* .exportHandOver */ .gJ)(driven.state, whole, file.job);
    return (0,_tell_js__WEBPACK_IMPORTED_MODULE_6__/* .exitCodeFor */ .Rr)((0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOfStep */ .h0)(driven.state, own), own.name);
}


/***/ })

};
