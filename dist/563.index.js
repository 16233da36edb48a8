export const id = 563;
export const ids = [563];
export const modules = {

/***/ 10612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action),
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33838);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(38702);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49277);
/* harmony import */ var _github_action_io_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11579);
/* harmony import */ var _github_annotate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34860);
/* harmony import */ var _github_names_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(50926);
/* harmony import */ var _github_result_output_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(51375);
/* harmony import */ var _github_trigger_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(74930);
/* harmony import */ var _language_diagnostic_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45971);
/* harmony import */ var _language_print_diagnostic_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(42974);
/* harmony import */ var _language_source_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(11786);
/* harmony import */ var _parts_end_pods_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(81037);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(28950);
/* harmony import */ var _reports_report_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(34859);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(34937);
/* harmony import */ var _silence_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(89979);
/** Entry of the GitHub Action: one step that plans, runs, gates and reports. */


















const now = () => new Date().toISOString();
async function action() {
    try {
        process.exitCode = await (0,_silence_js__WEBPACK_IMPORTED_MODULE_15__/* .neverInSilence */ .B)(process, main, () => {
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .error */ .z3(`internal error, please report it: ${_silence_js__WEBPACK_IMPORTED_MODULE_15__/* .stalledMessage */ .X}`);
            process.exit(1);
        });
    }
    catch (error) {
        if (error instanceof _github_action_io_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz)
            return fail('invalid-input', `input \`${error.key}\`: ${error.message}`);
        if (error instanceof _github_trigger_js__WEBPACK_IMPORTED_MODULE_7__/* .TriggerRefused */ .B)
            return fail('refused-trigger', error.message);
        const reason = error instanceof Error ? error.message : String(error);
        setOutputs({
            decision: 'failed',
            reason_code: 'internal-error',
            run: '',
            result: JSON.stringify({
                schema_version: _reports_report_js__WEBPACK_IMPORTED_MODULE_13__/* .reportSchema */ .Qh,
                decision: 'failed',
                reason_code: 'internal-error',
                reason: reason.slice(0, 1000),
            }),
        });
        const details = error instanceof Error ? (error.stack ?? reason) : reason;
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setFailed */ .C1(error instanceof _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_16__/* .RunError */ .e4 ? reason : `internal error, please report it: ${details}`);
    }
}
function fail(reason, message) {
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .error */ .z3(message);
    setOutputs({
        decision: 'invalid',
        reason_code: reason,
        run: '',
        result: JSON.stringify({
            schema_version: _reports_report_js__WEBPACK_IMPORTED_MODULE_13__/* .reportSchema */ .Qh,
            decision: 'invalid',
            reason_code: reason,
            reason: message,
        }),
    });
    process.exitCode = _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .h.invalidInput;
}
async function main() {
    const command = (0,_github_action_io_js__WEBPACK_IMPORTED_MODULE_4__/* .readCommand */ .UK)((key) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getInput */ .V4(key));
    if (command === 'reap')
        return await reapPods();
    if (command === 'route')
        return await routeEvent();
    if (command === 'catch-up')
        return await catchUpSchedules();
    const signals = (0,_signals_js__WEBPACK_IMPORTED_MODULE_14__/* .cancelOnSignals */ .d)();
    const request = _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getInput */ .V4('request');
    const { isForHere, runHere } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(4994), __webpack_require__.e(3541), __webpack_require__.e(7249), __webpack_require__.e(1927), __webpack_require__.e(9362), __webpack_require__.e(635), __webpack_require__.e(7673), __webpack_require__.e(3889), __webpack_require__.e(2658), __webpack_require__.e(9406), __webpack_require__.e(2570), __webpack_require__.e(8740)]).then(__webpack_require__.bind(__webpack_require__, 58740));
    if (isForHere(process.env, request)) {
        const { project, token, comment, workflow, chain } = (0,_github_action_io_js__WEBPACK_IMPORTED_MODULE_4__/* .readAskedInputs */ .iV)((key) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getInput */ .V4(key));
        if (token !== '')
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq(token);
        if (chain !== '')
            throw new _github_action_io_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('chain', 'what runs is what the comment says; give `workflow:`, or neither');
        const only = workflow === '' ? {} : { only: workflow };
        return await runHere(process.env, { project, token, comment, request, ...only }, signals);
    }
    const inputs = (0,_github_action_io_js__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .Ko)((key) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getInput */ .V4(key));
    if (inputs.token !== '')
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq(inputs.token);
    const trigger = (0,_github_trigger_js__WEBPACK_IMPORTED_MODULE_7__/* .readTrigger */ .v)(process.env);
    const { root, workspace, project } = projectIn(inputs.project);
    const prepared = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_12__.prepare)({
        wanted: inputs.wanted.is === 'chain'
            ? { is: 'chain', source: (0,_language_source_js__WEBPACK_IMPORTED_MODULE_10__/* .sourceOf */ .vz)('<chain>', inputs.wanted.text) }
            : { is: 'workflow', reference: inputs.wanted.text },
        folder: workspace,
        shownFrom: root,
        given: inputs.params.map(({ name, value, text }) => ({
            name,
            value,
            source: (0,_language_source_js__WEBPACK_IMPORTED_MODULE_10__/* .sourceOf */ .vz)('<params>', text),
        })),
    });
    (0,_github_annotate_js__WEBPACK_IMPORTED_MODULE_5__/* .annotate */ .f)(prepared.diagnostics);
    const { plan } = prepared;
    const subject = { workflow: prepared.name, project };
    if (!plan)
        return await reportInvalid(prepared.diagnostics, subject, inputs, trigger);
    const { runOneStep } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(4994), __webpack_require__.e(3541), __webpack_require__.e(7249), __webpack_require__.e(1927), __webpack_require__.e(9362), __webpack_require__.e(635), __webpack_require__.e(3889), __webpack_require__.e(4287)]).then(__webpack_require__.bind(__webpack_require__, 54287));
    return await runOneStep({
        prepared: { ...prepared, plan },
        ...{ subject, inputs, trigger, workspace, signals },
    });
}
async function routeEvent() {
    const token = _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getInput */ .V4('token').trim();
    if (token === '')
        throw new _github_action_io_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('token', 'a router without a token can ask nobody, and start nothing');
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq(token);
    const { route } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(4994), __webpack_require__.e(3541), __webpack_require__.e(7249), __webpack_require__.e(2658), __webpack_require__.e(9406), __webpack_require__.e(6465)]).then(__webpack_require__.bind(__webpack_require__, 43309));
    const { readProject } = await Promise.all(/* import() */[__webpack_require__.e(1927), __webpack_require__.e(9362), __webpack_require__.e(1989)]).then(__webpack_require__.bind(__webpack_require__, 91989));
    return await route(process.env, { token, project: readProject(_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getInput */ .V4('project')) });
}
async function catchUpSchedules() {
    const token = _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getInput */ .V4('token').trim();
    if (token === '')
        throw new _github_action_io_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('token', 'without a token nothing can be looked at, or started');
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq(token);
    const { catchUp } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(7673), __webpack_require__.e(6616)]).then(__webpack_require__.bind(__webpack_require__, 5306));
    const { readProject } = await Promise.all(/* import() */[__webpack_require__.e(1927), __webpack_require__.e(9362), __webpack_require__.e(1989)]).then(__webpack_require__.bind(__webpack_require__, 91989));
    return await catchUp(process.env, { token, project: readProject(_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getInput */ .V4('project')) });
}
/** Ends what is left of the repository's pods, and fails the step when that could not be done. */
async function reapPods() {
    const key = process.env.RUNPOD_API_KEY?.trim() ?? '';
    if (key === '')
        throw new _github_action_io_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('command', "`reap` needs the account's key as the environment variable `RUNPOD_API_KEY`");
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq(key);
    const { reapAccount, reapJson, reapText } = await Promise.all(/* import() */[__webpack_require__.e(7312), __webpack_require__.e(6619)]).then(__webpack_require__.bind(__webpack_require__, 56619));
    const folder = process.env.GITHUB_WORKSPACE ?? process.cwd();
    const result = await reapAccount({ environment: process.env, folder, key });
    if (result.is === 'done')
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(reapText(result.reaped));
    const hasFailed = result.problem !== undefined;
    setOutputs({
        decision: hasFailed ? 'failed' : 'passed',
        reason_code: hasFailed ? 'reap-failed' : 'reaped',
        run: '',
        result: JSON.stringify(reapJson(result)),
    });
    if (result.problem === undefined)
        return _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .h.done;
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .error */ .z3(result.problem, { title: 'pods may be left' });
    return _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .h.failed;
}
/** Where the project is: absolute, and as it stands in the names of check runs. */
function projectIn(input) {
    const root = process.env.GITHUB_WORKSPACE ?? process.cwd();
    const workspace = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, input);
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, workspace);
    if (inside === '..' || inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(inside))
        throw new _github_action_io_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('project', `\`${input}\` leaves the workspace`);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(workspace, { throwIfNoEntry: false })?.isDirectory())
        throw new _github_action_io_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz('project', `no such folder: \`${input}\``);
    return { root, workspace, project: inside.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/') };
}
/** Closes what main has left open on GitHub: it was killed before the run was over, or a call did not get through. */
async function post() {
    // Money first.
    if (state('folder') !== '')
        await (0,_parts_end_pods_js__WEBPACK_IMPORTED_MODULE_11__/* .endPodsOf */ .p)(state('folder'));
    try {
        const { openChecks } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(9873)]).then(__webpack_require__.bind(__webpack_require__, 79873));
        const checkRuns = openChecks(state('check_runs'));
        // A person decides about it: until then it stays as it is.
        if (state('concluded') === 'waiting')
            return;
        const isConcluded = state('concluded') === 'true';
        const failure = state('failure');
        const isUnfinished = state('folder') !== '' && !isConcluded && failure === '';
        if (checkRuns.length === 0 && !isUnfinished)
            return;
        const { closeAbandoned, closeUntold } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(4994), __webpack_require__.e(3541), __webpack_require__.e(7249)]).then(__webpack_require__.bind(__webpack_require__, 37249));
        const left = {
            checkRuns,
            token: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getInput */ .V4('token'),
            trigger: triggerOfPost(),
            say: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(text),
        };
        const found = failure === '' && state('folder') !== '' ? await journalled(state('folder')) : undefined;
        if (!found) {
            const title = failure === '' ? 'the job ended before the run did' : failure;
            return await closeUntold({ ...left, conclusion: failure === '' ? 'cancelled' : 'failure', title });
        }
        await closeAbandoned({
            ...left,
            state: found,
            ...(aboutIn() ? { workflow: aboutIn()?.workflow } : {}),
            project: projectIn(_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getInput */ .V4('project') || '.').project,
            comment: state('comment'),
            wantsComment: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getInput */ .V4('comment') === 'true',
            wantsSummary: !isConcluded,
            now,
        });
    }
    catch (error) {
        // Nothing is left to fail: main has ended the step already.
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e(`post: ${error instanceof Error ? error.message : String(error)}`);
    }
}
/** Of what somebody has asked for, by a comment that is no part of any event of post's. */
function aboutIn() {
    return state('about') === '' ? undefined : JSON.parse(state('about'));
}
function triggerOfPost() {
    const about = aboutIn();
    if (!about)
        return (0,_github_trigger_js__WEBPACK_IMPORTED_MODULE_7__/* .readTrigger */ .v)(process.env);
    const { sha, pull } = about;
    const trigger = (0,_github_trigger_js__WEBPACK_IMPORTED_MODULE_7__/* .readTrigger */ .v)({ ...process.env, GITHUB_EVENT_NAME: 'workflow_dispatch' });
    return { ...trigger, sha, isFork: false, ...(pull ? { pull } : {}) };
}
/** Undefined when the folder does not tell: what is open must be closed all the same. */
async function journalled(folder) {
    const { readRun } = await Promise.all(/* import() */[__webpack_require__.e(4994), __webpack_require__.e(7798), __webpack_require__.e(325), __webpack_require__.e(4011)]).then(__webpack_require__.bind(__webpack_require__, 80325));
    try {
        return readRun(folder);
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(error instanceof Error ? error.message : String(error));
        return undefined;
    }
}
/** A failed check on the commit, with every mistake at its line. */
async function reportInvalid(diagnostics, subject, inputs, trigger) {
    const { reportInvalidTo } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(3541), __webpack_require__.e(8425)]).then(__webpack_require__.bind(__webpack_require__, 88425));
    const reason = (0,_language_print_diagnostic_js__WEBPACK_IMPORTED_MODULE_9__/* .countDiagnostics */ .ii)(diagnostics) ?? 'invalid input';
    const text = diagnostics.map((diagnostic) => (0,_language_print_diagnostic_js__WEBPACK_IMPORTED_MODULE_9__/* .printDiagnostic */ .B$)(diagnostic)).join('\n\n');
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(text);
    setOutputs({
        decision: 'invalid',
        reason_code: 'invalid-input',
        run: '',
        result: (0,_github_result_output_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidOutput */ .Dh)({
            schema_version: _reports_report_js__WEBPACK_IMPORTED_MODULE_13__/* .reportSchema */ .Qh,
            decision: 'invalid',
            reason_code: 'invalid-input',
            reason,
            diagnostics: diagnostics.map(_language_diagnostic_json_js__WEBPACK_IMPORTED_MODULE_8__/* .diagnosticJson */ .g),
        }),
    });
    const { token, comment: wantsComment } = inputs;
    const losses = await reportInvalidTo({ subject, reason, text, diagnostics, token, wantsComment, trigger });
    for (const loss of losses)
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e(loss);
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .error */ .z3(`${(0,_github_names_js__WEBPACK_IMPORTED_MODULE_17__/* .labelOf */ .Wy)(subject)}: ${reason}`);
    return _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .h.invalidInput;
}
function setOutputs(outputs) {
    for (const key of _github_action_io_js__WEBPACK_IMPORTED_MODULE_4__/* .outputKeys */ .sf)
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setOutput */ .uH(key, outputs[key]);
}
function state(key) {
    return _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getState */ .Gu(key);
}


/***/ }),

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

/***/ 11579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   LE: () => (/* binding */ readParams),
/* harmony export */   UK: () => (/* binding */ readCommand),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   iV: () => (/* binding */ readAskedInputs),
/* harmony export */   sf: () => (/* binding */ outputKeys)
/* harmony export */ });
/* unused harmony exports inputKeys, stateKeys */
const inputKeys = (/* unused pure expression or super */ null && ([
    'command',
    'workflow',
    'chain',
    'params',
    'project',
    'request',
    'token',
    'comment',
]));
const outputKeys = ['decision', 'reason_code', 'result', 'run'];
/** What main leaves for post, by name. */
const stateKeys = (/* unused pure expression or super */ null && (['check_runs', 'comment', 'folder', 'concluded', 'failure', 'about']));
/** A mistake in the step's `with:`. */
class InputError extends Error {
    key;
    constructor(key, message) {
        super(message);
        this.key = key;
    }
}
const commands = ['run', 'route', 'reap', 'catch-up'];
/** What the step is to do; what each of them is stands in `action.yml`. */
function readCommand(get) {
    const written = get('command').trim();
    const command = commands.find((one) => one === written);
    if (command)
        return command;
    throw new InputError('command', `\`command\` is \`run\`, \`route\`, \`reap\` or \`catch-up\`, found \`${written.slice(0, 60)}\``);
}
function readInputs(get) {
    const workflow = get('workflow').trim();
    const chain = get('chain').trim();
    if (workflow === '' && chain === '')
        throw new InputError('workflow', 'give `workflow:` or `chain:`');
    if (workflow !== '' && chain !== '')
        throw new InputError('chain', 'give `workflow:` or `chain:`, not both');
    const comment = get('comment').trim();
    if (comment !== 'true' && comment !== 'false')
        throw new InputError('comment', `\`comment\` is \`true\` or \`false\`, found \`${comment}\``);
    return {
        wanted: workflow === '' ? { is: 'chain', text: chain } : { is: 'workflow', text: workflow },
        params: readParams(get('params'), (message) => new InputError('params', message)),
        project: get('project').trim() || '.',
        token: get('token').trim(),
        comment: comment === 'true',
    };
}
/** Where a comment, a label or a request says what runs. */
function readAskedInputs(get) {
    return {
        project: get('project').trim() || '.',
        token: get('token').trim(),
        comment: get('comment').trim() !== 'false',
        workflow: get('workflow').trim(),
        chain: get('chain').trim(),
    };
}
/** One `name=value` a line; blank lines and lines that begin with `#` are left out. Throws what `refused` makes. */
function readParams(text, refused) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => {
        const equals = line.indexOf('=');
        if (equals < 1)
            throw refused(`expected \`name=value\`, found \`${line.slice(0, 60)}\``);
        return { name: line.slice(0, equals).trim(), value: line.slice(equals + 1).trim(), text: line };
    });
}


/***/ }),

/***/ 34860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ annotate)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _language_annotation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35626);
/** Diagnostics as annotations of the job. */


/** On the lines of the files; a mistake in an input has no file to stand on. */
function annotate(diagnostics) {
    for (const diagnostic of diagnostics) {
        const { severity, title, message, place } = (0,_language_annotation_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .l)(diagnostic);
        const properties = {
            title,
            ...(place
                ? { file: place.file, startLine: place.line, startColumn: place.column, endColumn: place.endColumn }
                : {}),
        };
        if (severity === 'error')
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(message, properties);
        else if (severity === 'warning')
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(message, properties);
        else
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm(message, properties);
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

/***/ 35626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workflowCommand),
/* harmony export */   l: () => (/* binding */ annotationOf)
/* harmony export */ });
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11786);

function annotationOf({ severity, code, message, help, source, span }) {
    const { file, line, column, endColumn } = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(source, span);
    const text = help === undefined ? message : `${message}\n${help}`;
    if (file.startsWith('<'))
        return { severity, title: `${code} in ${file}`, message: text };
    const place = { file, line, column, endColumn: Math.max(column, endColumn - 1) };
    return { severity, title: code, message: text, place };
}
/** As a command that GitHub's runner obeys when it stands in a step's output: `::error file=…,line=…,title=…::…`. */
function workflowCommand({ severity, title, message, place }) {
    const properties = [
        ...(place
            ? [
                ['file', place.file],
                ['line', place.line],
                ['col', place.column],
                ['endColumn', place.endColumn],
            ]
            : []),
        ['title', title],
    ];
    const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
    return `::${severity} ${list}::${escapeData(message)}`;
}
/** By the runner's rules: it reads `%`, line ends, and in properties also `:` and `,`. */
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}


/***/ }),

/***/ 45971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ diagnosticJson)
/* harmony export */ });
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11786);

function diagnosticJson(diagnostic) {
    const { code, severity, message, source, span, help, related = [] } = diagnostic;
    return {
        code,
        severity,
        message,
        ...(0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(source, span),
        ...(help === undefined ? {} : { help }),
        ...(related.length === 0
            ? {}
            : { related: related.map((one) => ({ message: one.message, ...(0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(one.source, one.span) })) }),
    };
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

/***/ 42974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B$: () => (/* binding */ printDiagnostic),
/* harmony export */   ii: () => (/* binding */ countDiagnostics)
/* harmony export */ });
/* unused harmony export plain */
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11786);

const plain = (_style, text) => text;
function printDiagnostic(diagnostic, paint = plain) {
    const { severity, message, code, source, span, help, related = [] } = diagnostic;
    const lines = [`${paint(severity, severity)}: ${paint('bold', message)} ${paint('dim', `[${code}]`)}`];
    const { line } = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(source, span);
    const gutter = ' '.repeat(String(Math.max(line, ...related.map((r) => (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(r.source, r.span).line))).length);
    lines.push(...excerpt(source, span, gutter, severity, paint));
    for (const note of related) {
        lines.push(`${gutter} ${paint('dim', '=')} ${paint('notice', 'note')}: ${note.message}`);
        lines.push(...excerpt(note.source, note.span, gutter, 'notice', paint));
    }
    if (help !== undefined)
        lines.push(`${gutter} ${paint('dim', '=')} ${paint('bold', 'help')}: ${help}`);
    return lines.join('\n');
}
/** Longer lines are cut around the span, so that a chain of 10,000 elements on one line stays readable. */
const widest = 100;
function excerpt(source, span, gutter, severity, paint) {
    const { file, line, column, endColumn } = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(source, span);
    // Of a file that cannot be read there is nothing to show.
    if ((source.host ?? source).text === '')
        return [`${gutter}${paint('dim', '-->')} ${file}`];
    const text = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .lineText */ .oZ)(source, line).replace(/[\t\p{Cc}]/gu, ' ');
    const cut = text.length > widest && endColumn > widest - 4;
    const from = cut ? wholeCharacter(text, Math.max(0, column - 1 - 40)) : 0;
    const to = wholeCharacter(text, from + widest);
    const lead = `${from > 0 ? '…' : ''}${text.slice(from, column - 1)}`;
    const marked = text.slice(column - 1, Math.min(endColumn - 1, to));
    const shown = `${from > 0 ? '…' : ''}${text.slice(from, to)}${text.length > to ? '…' : ''}`;
    const bar = paint('dim', '|');
    return [
        `${gutter}${paint('dim', '-->')} ${file}:${line}:${column}`,
        `${gutter} ${bar}`,
        `${String(line).padStart(gutter.length)} ${bar} ${shown}`,
        `${gutter} ${bar} ${' '.repeat(width(lead))}${paint(severity, '^'.repeat(Math.max(1, width(marked))))}`,
    ];
}
/** Never between the two halves of one character. */
function wholeCharacter(text, at) {
    return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
}
const wide = /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF01-\uFF60]/u;
const weightless = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** Columns a text takes in a terminal, so that carets stand below what they mean. */
function width(text) {
    if (/^[\x20-\x7e→]*$/.test(text))
        return text.length;
    let columns = 0;
    for (const character of text)
        columns += weightless.test(character) ? 0 : wide.test(character) ? 2 : 1;
    return columns;
}
/** `1 error, 2 notices`, or undefined when there is nothing to count. */
function countDiagnostics(diagnostics) {
    const counts = ['error', 'warning', 'notice']
        .map((severity) => ({
        severity,
        count: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length,
    }))
        .filter(({ count }) => count > 0)
        .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`);
    return counts.length === 0 ? undefined : counts.join(', ');
}


/***/ }),

/***/ 11786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   H0: () => (/* binding */ offsetInFile),
/* harmony export */   oZ: () => (/* binding */ lineText),
/* harmony export */   ss: () => (/* binding */ embeddedSource),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/** A text a person wrote, and where each of its characters stands in the file they edit. */
function sourceOf(name, text) {
    return { name, text };
}
/**
 * The source of a value that stands inside `host.text` between two offsets, as YAML scalars do: indented, folded, quoted
 * or escaped. Walks both texts side by side and skips in the host what only the notation put there.
 */
function embeddedSource(name, value, host) {
    const { text, end } = host;
    const quote = text[host.start] === '"' ? '"' : text[host.start] === "'" ? "'" : undefined;
    // A chain of 10,000 elements has a million characters: no strings and no growing arrays in these loops.
    const offsets = new Uint32Array(value.length + 1);
    let at = host.start + (quote === undefined ? 0 : 1);
    for (let index = 0; index < value.length; index += 1) {
        const code = value.charCodeAt(index);
        if (quote === '"')
            at = behindLineEscape(text, at, end);
        const found = text.charCodeAt(at) === code ? at : behindBlanks(text, at, end, code);
        const width = quote === undefined ? 1 : notationWidth(text, found, quote);
        const isFound = text.charCodeAt(found) === code || width > 1;
        offsets[index] = isFound ? found : at;
        // An escape such as `\U0001F600` stands for two units of the value.
        if (width > 2 && code >= 0xd800 && code < 0xdc00) {
            index += 1;
            offsets[index] = found;
        }
        at = isFound ? Math.min(found + width, end) : found;
    }
    offsets[value.length] = Math.min(at, end);
    return { name, text: value, host: { text, offsets } };
}
/** White space is matched loosely, because folding and indentation replace it. */
function behindBlanks(text, from, end, wanted) {
    let at = from;
    while (at < end && text.charCodeAt(at) !== wanted && isBlank(text[at] ?? ''))
        at += 1;
    return at;
}
/** A backslash at the end of a line of a double-quoted value is nothing, with the blanks behind it. */
function behindLineEscape(text, from, end) {
    if (text[from] !== '\\' || !/[\r\n]/.test(text[from + 1] ?? ''))
        return from;
    return behindBlanks(text, from + 1, end, undefined);
}
/** How many characters one of a quoted value takes: `''`, `\n`, `\x41`, `\u2192`, `\U0001F600`. */
function notationWidth(text, at, quote) {
    if (quote === "'")
        return text[at] === "'" && text[at + 1] === "'" ? 2 : 1;
    if (text[at] !== '\\')
        return 1;
    const digits = { x: 2, u: 4, U: 8 };
    return 2 + (digits[text[at + 1] ?? ''] ?? 0);
}
function placeOf(source, span) {
    const starts = lineStarts(source);
    const start = offsetInFile(source, span.start);
    const line = lineAt(starts, start);
    const lineStart = starts[line - 1] ?? 0;
    const lineEnd = endOfLine(source, line);
    // The last character's place plus one, so that a span never takes in what the notation put behind it.
    const end = span.end > span.start ? offsetInFile(source, span.end - 1) + 1 : start;
    const column = start - lineStart + 1;
    return { file: source.name, line, column, endColumn: column + Math.max(1, Math.min(end, lineEnd) - start) };
}
/** The text of one line, counted from 1, of the file a person edits. */
function lineText(source, line) {
    const start = lineStarts(source)[line - 1];
    if (start === undefined)
        return '';
    return hostText(source).slice(start, endOfLine(source, line)).replace(/\r$/, '');
}
function hostText(source) {
    return source.host?.text ?? source.text;
}
/** The place in the file a person edits of an offset of the source's own text. */
function offsetInFile(source, offset) {
    if (!source.host)
        return Math.min(offset, source.text.length);
    const { offsets } = source.host;
    return offsets[Math.min(offset, offsets.length - 1)] ?? 0;
}
/** Found once for each source: a plan of 10,000 elements asks for 10,000 places. */
const lineStartsOf = new WeakMap();
function lineStarts(source) {
    let starts = lineStartsOf.get(source);
    if (!starts) {
        const text = hostText(source);
        const found = [0];
        for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
            found.push(at + 1);
        starts = found;
        lineStartsOf.set(source, starts);
    }
    return starts;
}
function lineAt(starts, offset) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low + 1;
}
function endOfLine(source, line) {
    const next = lineStarts(source)[line];
    return next === undefined ? hostText(source).length : next - 1;
}
function isBlank(character) {
    return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}


/***/ }),

/***/ 81037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ endPodsOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33838);
/** Ends the pods of a run whose process may have had no time for it. */



/** `directory`: of the run. Never rejects: what may be left is said. */
async function endPodsOf(directory) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'pods')))
        return;
    try {
        const { endLeftPods } = await Promise.all(/* import() */[__webpack_require__.e(4994), __webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(325), __webpack_require__.e(984)]).then(__webpack_require__.bind(__webpack_require__, 80325));
        const { noticeLine } = await __webpack_require__.e(/* import() */ 3710).then(__webpack_require__.bind(__webpack_require__, 53710));
        const { styleFor } = await __webpack_require__.e(/* import() */ 2545).then(__webpack_require__.bind(__webpack_require__, 22545));
        const style = styleFor({}, false);
        const left = await endLeftPods(directory, process.env, (text) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(noticeLine(text, style)));
        for (const name of left)
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .error */ .z3(`the pod ${name} may still run and cost money; \`ml-workflow reap\` or RunPod's console ends it`);
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .error */ .z3(`post: pods may be left: ${error instanceof Error ? error.message : String(error)}`);
    }
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
