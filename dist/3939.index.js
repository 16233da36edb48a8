export const id = 3939;
export const ids = [3939];
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
/* harmony export */   Wh: () => (/* binding */ readProject)
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

/***/ 53939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   step: () => (/* binding */ step)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59362);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(38702);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49277);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22896);
/* harmony import */ var _job_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57533);
/* harmony import */ var _opening_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91989);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80635);
/* harmony import */ var _tell_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(56682);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(28693);
/** One gated step of a job: asks the engine whether it is its turn, does it, and says what is ready now. */










async function step() {
    const file = (0,_job_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readJobFile */ .i5)(process.env);
    const signals = (0,_tell_js__WEBPACK_IMPORTED_MODULE_7__/* .signalsOf */ .B7)(file);
    const id = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .demanded */ .zM)('step');
    const { drivePart, readRun } = await Promise.all(/* import() */[__webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(3009), __webpack_require__.e(1786)]).then(__webpack_require__.bind(__webpack_require__, 3009));
    const before = readRun((0,_job_file_js__WEBPACK_IMPORTED_MODULE_4__/* .runDirectoryOf */ .Gg)(file));
    if (!before)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_9__/* .RunError */ .e4(`there is no run \`${file.run}\` in ${file.workspace}`);
    const whole = (0,_whole_js__WEBPACK_IMPORTED_MODULE_8__/* .wholeOf */ .l2)(before.plan);
    const job = (0,_whole_js__WEBPACK_IMPORTED_MODULE_8__/* .jobOf */ .Zw)(whole, file.job);
    const own = job.is === 'stretch' ? job.steps.find((one) => one.id === id) : undefined;
    if (!own)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_9__/* .RunError */ .e4(`the job \`${file.job}\` has no step \`${id}\`; compile the workflow again`);
    const { layout, owners } = whole;
    const now = (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .handOverOf */ .PS)(before, layout, owners, file.job);
    if (!now.ready.includes(own.id)) {
        // The condition of the step is display: the engine alone says whose turn it is.
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm('not its turn: the chain is elsewhere', { title: own.name });
        (0,_tell_js__WEBPACK_IMPORTED_MODULE_7__/* .exportHandOver */ .gJ)(before, whole, file.job);
        return _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.done;
    }
    const reporting = (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .reportersOf */ .MH)(before.plan, file, (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .input */ .hF)('token'));
    const driven = await drivePart({
        workspace: file.workspace,
        run: file.run,
        environment: process.env,
        signals,
        reporters: () => reporting.reporters,
        part: (0,_opening_js__WEBPACK_IMPORTED_MODULE_5__/* .stepPart */ .Um)(whole, file.job, own.id),
    });
    for (const loss of [...driven.losses, ...reporting.lost()])
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(loss);
    (0,_tell_js__WEBPACK_IMPORTED_MODULE_7__/* .exportHandOver */ .gJ)(driven.state, whole, file.job);
    return (0,_tell_js__WEBPACK_IMPORTED_MODULE_7__/* .exitCodeFor */ .Rr)((0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOfStep */ .h0)(driven.state, own), own.name);
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
/* unused harmony export variablesOf */
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
    for (const [name, value] of Object.entries(variablesOf(handOver)))
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .exportVariable */ .dN(name, value);
    return handOver;
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
        process.exitCode = await (0,_silence_js__WEBPACK_IMPORTED_MODULE_4__/* .neverInSilence */ .B)(process, work, () => {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(`internal error, please report it: ${_silence_js__WEBPACK_IMPORTED_MODULE_4__/* .stalledMessage */ .X}`);
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
    const isExpected = error instanceof _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_5__/* .RunError */ .e4 || error.name === 'ArtifactError';
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
