export const id = 4664;
export const ids = [4664];
export const modules = {

/***/ 73359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ gateKey),
/* harmony export */   o: () => (/* binding */ gatesOf)
/* harmony export */ });
function gatesOf(node) {
    switch (node.kind) {
        case 'branch':
            return node.arms.map(({ gate }, arm) => ({ gate, arm }));
        case 'require':
        case 'repeat':
            return [{ gate: node.gate, arm: 0 }];
        default:
            return [];
    }
}
function gateKey(node, arm) {
    return `${node} ${arm}`;
}


/***/ }),

/***/ 63703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readingsAt)
/* harmony export */ });
/* harmony import */ var _evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62516);
/* harmony import */ var _own_field_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81678);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54446);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80306);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45054);





function readingsAt(state, id) {
    const { baseline } = state.plan;
    return {
        variables: (0,_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .variablesAt */ .VX)(state, id),
        metric: ({ written, metric, unit, from: candidates }) => {
            const from = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .lastThatRan */ .Zq)(state, candidates);
            const result = from === undefined ? undefined : state.nodes.get(from)?.result;
            const value = (0,_own_field_js__WEBPACK_IMPORTED_MODULE_3__/* .ownField */ .h)(result?.metrics, metric);
            const operand = { written, metric, unit };
            return {
                ...operand,
                ...(value === undefined ? {} : { value }),
                ...(value === undefined && result?.none !== undefined ? { none: result.none } : {}),
                ...(from === undefined ? {} : { from }),
                ...(result?.samples === undefined ? {} : { samples: result.samples }),
                ...(result?.source === undefined ? {} : { source: result.source }),
            };
        },
        baseline: ({ written, metric, unit }) => {
            const value = (0,_own_field_js__WEBPACK_IMPORTED_MODULE_3__/* .ownField */ .h)(baseline?.metrics, metric);
            return {
                written,
                metric,
                unit,
                ...(value === undefined ? {} : { value }),
                ...(baseline?.samples === undefined ? {} : { samples: baseline.samples }),
                source: baseline?.file ?? 'no baseline',
            };
        },
        status: (of) => hasSucceeded(state, of),
        field: ({ name, from }) => {
            const unit = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .lastThatRan */ .Zq)(state, from);
            const value = unit === undefined ? undefined : (0,_own_field_js__WEBPACK_IMPORTED_MODULE_3__/* .ownField */ .h)(state.nodes.get(unit)?.result?.values, name);
            return value === 'true' ? true : value === 'false' ? false : value;
        },
        result: (path, from) => {
            const unit = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .lastThatRan */ .Zq)(state, from);
            const result = unit === undefined ? undefined : state.nodes.get(unit)?.result;
            if (unit === undefined || !result)
                return { problem: 'the element before gave no result' };
            const { metric, value } = (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .resultAt */ .j)(result, path);
            if (value !== undefined)
                return { metric, value };
            const title = `\`${(0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(state, unit).title}\``;
            return {
                problem: path.length === 0
                    ? `${title} declares no metrics and wrote no \`result=…\` to \`$ML_OUTPUT\``
                    : `${title} gave no \`${path.join('.')}\``,
            };
        },
        text: (expression) => (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(expression, readingsAt(state, id)),
    };
}
function hasSucceeded(state, of) {
    if (of.is === 'stretch')
        return !state.nodes.get(of.sequence)?.skippedTo?.includes(of.gate);
    const step = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .lastThatRan */ .Zq)(state, of.from);
    // A step that a failure before it has kept from running has not succeeded.
    return step !== undefined && state.nodes.get(step)?.settlement?.is === 'succeeded';
}


/***/ }),

/***/ 54446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ resultText),
/* harmony export */   j: () => (/* binding */ resultAt)
/* harmony export */ });
/* harmony import */ var _own_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81678);

/**
 * `<result>` is the primary metric, else what was written as `result`, else the declared standard output;
 * `<result.name>` a metric or value by its name, else a field of that output. A part of an output that is no single value
 * is its JSON.
 */
function resultAt(result, path) {
    const name = path.join('.');
    if (name !== '') {
        const value = (0,_own_field_js__WEBPACK_IMPORTED_MODULE_0__/* .ownField */ .h)(result.metrics, name) ??
            (0,_own_field_js__WEBPACK_IMPORTED_MODULE_0__/* .ownField */ .h)(result.values, name) ??
            singleValue(fieldAt(result.output, path));
        return { metric: name, value };
    }
    const { primary } = result;
    return primary === undefined
        ? { metric: 'result', value: (0,_own_field_js__WEBPACK_IMPORTED_MODULE_0__/* .ownField */ .h)(result.values, 'result') ?? singleValue(result.output) }
        : { metric: primary, value: (0,_own_field_js__WEBPACK_IMPORTED_MODULE_0__/* .ownField */ .h)(result.metrics, primary) };
}
/** As the input of the next command in a pipe; undefined when only the unit's own standard output can stand for it. */
function resultText(result) {
    const { value } = resultAt(result, []);
    return value === undefined ? undefined : String(value);
}
function fieldAt(output, path) {
    let at = output;
    for (const key of path) {
        if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key))
            return undefined;
        at = at[key];
    }
    return at;
}
function singleValue(json) {
    if (json === undefined || json === null)
        return undefined;
    return typeof json === 'object' ? JSON.stringify(json) : json;
}


/***/ }),

/***/ 45054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ setVariable),
/* harmony export */   Cl: () => (/* binding */ handOver),
/* harmony export */   Nf: () => (/* binding */ setSystemVariables),
/* harmony export */   VX: () => (/* binding */ variablesAt),
/* harmony export */   yu: () => (/* binding */ setFailedStatus)
/* harmony export */ });
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71583);
/* harmony import */ var _own_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81678);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80306);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3497);
/** Variables and who sees them: a call has its own, a parallel branch hands its own over when it is joined. */




/** The variables that a node sees. */
function variablesAt(state, id) {
    const own = state.scopes.of.get(id);
    return {
        get(name) {
            for (let scope = own; scope !== undefined; scope = state.scopes.around.get(scope)) {
                const value = state.variables.get(scope)?.get(name);
                if (value !== undefined)
                    return value;
            }
            return undefined;
        },
    };
}
function setVariable(state, id, name, value) {
    setIn(state, state.scopes.of.get(id) ?? '', name, value);
}
/** At the join: while branches run, none sees what another has set. */
function handOver(state, branch) {
    const variables = state.variables.get(branch);
    if (!variables)
        return;
    const around = state.scopes.around.get(branch) ?? '';
    for (const [name, value] of variables)
        setIn(state, around, name, value);
    state.variables.delete(branch);
}
/**
 * Built-ins set their values, and their metrics by name. Commands set what they declare under `sets:`, and the variables
 * of the system: how well the model of the last training or evaluation does, how good the data is, what is deployed, how
 * busy the last host was.
 */
function setSystemVariables(state, id, result) {
    const command = state.plan.commands[(0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .unitOf */ .uF)(state, id).command];
    if (command?.is === 'builtin') {
        // What an earlier choice has set is not the result of this one, which chose nothing.
        if (result.none !== undefined)
            forget(state, id, chosen(state));
        for (const [name, value] of Object.entries({ ...result.metrics, ...result.values }))
            setVariable(state, id, name, value);
        return;
    }
    if (command?.is !== 'run')
        return;
    const primary = result.primary === undefined ? undefined : (0,_own_field_js__WEBPACK_IMPORTED_MODULE_1__/* .ownField */ .h)(result.metrics, result.primary);
    if (primary !== undefined) {
        const name = result.primary === 'data_quality' ? 'data_quality' : 'model_performance';
        setVariable(state, id, name, primary);
    }
    for (const name of command.sets ?? []) {
        const value = (0,_own_field_js__WEBPACK_IMPORTED_MODULE_1__/* .ownField */ .h)(result.values, name);
        if (value !== undefined)
            setVariable(state, id, (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .variableName */ .cG)(name), typeof value === 'string' ? (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .literalValue */ .XP)(value) : value);
    }
    if (command.deploys !== undefined)
        setVariable(state, id, 'deployment_status', 'deployed');
    const usage = result.usage?.gpu ?? result.usage?.memory;
    if (usage !== undefined)
        setVariable(state, id, 'resource_usage', usage);
}
function chosen({ plan }) {
    const metrics = Object.keys(plan.metrics).filter((name) => name.startsWith('best_'));
    return ['best_model', 'best_config', 'best_id', ...metrics];
}
function forget(state, id, names) {
    const variables = state.variables.get(state.scopes.of.get(id) ?? '');
    for (const name of names)
        variables?.delete(name);
}
/** A deployment that failed is a status too. */
function setFailedStatus(state, id) {
    const command = state.plan.commands[(0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .unitOf */ .uF)(state, id).command];
    if (command?.is === 'run' && command.deploys !== undefined)
        setVariable(state, id, 'deployment_status', 'failed');
}
function setIn(state, scope, name, value) {
    const variables = state.variables.get(scope);
    if (variables)
        variables.set(name, value);
    else
        state.variables.set(scope, new Map([[name, value]]));
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

/***/ 98407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ mostSteps),
/* harmony export */   LI: () => (/* binding */ hostedMinutes),
/* harmony export */   P0: () => (/* binding */ concludeJob),
/* harmony export */   Vr: () => (/* binding */ mostLegs),
/* harmony export */   b1: () => (/* binding */ planJob)
/* harmony export */ });
const planJob = 'plan';
const concludeJob = 'conclude';
/** GitHub's limit for one matrix. */
const mostLegs = 256;
/** More in one job are put together by statement. */
const mostSteps = 50;
/** A job of a hosted runner ends after that, whatever it does. */
const hostedMinutes = 360;


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
