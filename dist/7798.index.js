export const id = 7798;
export const ids = [7798];
export const modules = {

/***/ 14788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ logName)
/* harmony export */ });
/** In a unit's directory: all that it printed. */
const logName = 'ml.log';


/***/ }),

/***/ 75663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ runChild)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var _unit_timer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71953);
/* harmony import */ var _unit_unit_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94887);
/* harmony import */ var _group_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36854);
/** One child process in a process group of its own, from its start to the end of all that it has started. */





/** How long what a finished script has left behind may take to end by itself, such as a `tee` that empties its pipe. */
const lingerMilliseconds = 300;
/** How long output may be read on when nobody of the group is left to write it. */
const drainMilliseconds = 250;
const pollMilliseconds = 20;
async function runChild(request) {
    if (request.signal.aborted)
        return { is: 'cancelled' };
    let child;
    let input;
    try {
        if (request.input !== undefined)
            input = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(request.input, 'r');
        child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(request.file, request.arguments, {
            cwd: request.cwd,
            env: request.environment,
            stdio: [input ?? 'ignore', 'pipe', 'pipe'],
            // Its own group: what the script starts ends with it.
            detached: true,
        });
    }
    catch (error) {
        return { is: 'not-started', reason: error instanceof Error ? error.message : String(error) };
    }
    finally {
        if (input !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(input);
    }
    const problem = new Promise((resolve) => child.once('error', resolve));
    const group = child.pid;
    if (group === undefined)
        return { is: 'not-started', reason: (await problem).message };
    (0,_group_js__WEBPACK_IMPORTED_MODULE_3__/* .guard */ .ah)(group, request.mark, request.environment[request.mark] ?? '');
    try {
        return await watch(request, child, group);
    }
    finally {
        (0,_group_js__WEBPACK_IMPORTED_MODULE_3__/* .release */ ._r)(group);
    }
}
async function watch(request, child, group) {
    const { signal, timeout, graceMilliseconds, hurry } = request;
    let stopped;
    let fault;
    let stopAt = 0;
    let escalation;
    const stop = (why) => {
        if (stopped)
            return;
        stopped = why;
        stopAt = performance.now();
        (0,_group_js__WEBPACK_IMPORTED_MODULE_3__/* .signalGroup */ .i8)(group, 'SIGTERM');
        const grace = hurry?.aborted ? 0 : graceMilliseconds;
        escalation = setTimeout(() => (0,_group_js__WEBPACK_IMPORTED_MODULE_3__/* .signalGroup */ .i8)(group, 'SIGKILL'), grace);
    };
    const hasten = () => {
        if (stopped)
            (0,_group_js__WEBPACK_IMPORTED_MODULE_3__/* .signalGroup */ .i8)(group, 'SIGKILL');
    };
    hurry?.addEventListener('abort', hasten, { once: true });
    const cancel = () => stop('cancelled');
    signal.addEventListener('abort', cancel, { once: true });
    const cancelTimeout = timeout === undefined ? undefined : (0,_unit_timer_js__WEBPACK_IMPORTED_MODULE_4__/* .after */ .P)(timeout * 1000, () => stop('timeout'));
    const guarded = (action) => {
        if (fault)
            return;
        try {
            action();
        }
        catch (error) {
            fault = { error };
            stop('cancelled');
        }
    };
    const outputs = [child.stdout, child.stderr].map((stream) => {
        const lines = new _unit_unit_log_js__WEBPACK_IMPORTED_MODULE_2__/* .Lines */ .qo((line) => guarded(() => request.take(line)), request.secrets);
        stream?.on('data', (chunk) => lines.add(chunk));
        return { lines, stream };
    });
    const { capture } = request;
    if (capture)
        child.stdout?.on('data', (chunk) => guarded(() => capture(chunk)));
    const closed = new Promise((resolve) => child.once('close', () => resolve()));
    const end = await new Promise((resolve) => child.once('exit', (code, by) => {
        if (stopped)
            resolve({ is: stopped });
        else if (by)
            resolve({ is: 'signal', signal: by });
        else
            resolve({ is: 'exit', code: code ?? 0 });
    }));
    cancelTimeout?.();
    signal.removeEventListener('abort', cancel);
    hurry?.removeEventListener('abort', hasten);
    let isEmpty = await emptied(group, stopped ? graceMilliseconds - (performance.now() - stopAt) : lingerMilliseconds);
    if (!isEmpty && !stopped) {
        (0,_group_js__WEBPACK_IMPORTED_MODULE_3__/* .signalGroup */ .i8)(group, 'SIGTERM');
        isEmpty = await emptied(group, graceMilliseconds);
    }
    if (!isEmpty)
        (0,_group_js__WEBPACK_IMPORTED_MODULE_3__/* .signalGroup */ .i8)(group, 'SIGKILL');
    clearTimeout(escalation);
    const { mark, environment } = request;
    const value = environment[mark] ?? '';
    if (stopped)
        await (0,_group_js__WEBPACK_IMPORTED_MODULE_3__/* .killMarkedSoon */ .sc)(mark, value);
    else
        (0,_group_js__WEBPACK_IMPORTED_MODULE_3__/* .killMarkedLater */ .FM)(mark, value);
    if (!(await within(closed, drainMilliseconds))) {
        // Something that has left the group holds the pipes open.
        await (0,_group_js__WEBPACK_IMPORTED_MODULE_3__/* .killMarkedSoon */ .sc)(mark, value);
        if (!(await within(closed, drainMilliseconds)))
            for (const { stream } of outputs)
                stream?.destroy();
    }
    for (const { lines } of outputs)
        lines.end();
    if (fault)
        throw fault.error;
    return end;
}
/** Whether the group has ended within that time. */
async function emptied(group, milliseconds) {
    const deadline = performance.now() + milliseconds;
    while ((0,_group_js__WEBPACK_IMPORTED_MODULE_3__/* .isGroupAlive */ .JM)(group)) {
        if (performance.now() >= deadline)
            return false;
        await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
    }
    return true;
}
async function within(event, milliseconds) {
    let timer;
    const late = new Promise((resolve) => {
        timer = setTimeout(() => resolve(false), milliseconds);
    });
    const happened = await Promise.race([event.then(() => true), late]);
    clearTimeout(timer);
    return happened;
}


/***/ }),

/***/ 18388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rQ: () => (/* binding */ copyBack),
/* harmony export */   vC: () => (/* binding */ copyName),
/* harmony export */   xQ: () => (/* binding */ copyWorkspace)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57975);
/** A copy of the workspace for one unit, `isolation: copy`; and the way back for what it has made. */





/** In the unit's directory. */
const copyName = 'workspace';
const neverCopied = new Set(['.git', '.ml-workflow']);
/** A repository that lists more than this is copied whole. */
const largestList = 64 * 1024 * 1024;
/** Where the copy is. Rejects with the reason of `signal`, or with the system's own error. */
async function copyWorkspace(request) {
    const { workspace, directory, inputs, signal } = request;
    const copy = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, copyName);
    const ignored = new Set(await ignoredPaths(request));
    const wanted = inputs.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)('.', path));
    await copyTree(workspace, copy, '', { workspace, copy, signal }, (path) => {
        const whole = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace, path);
        if (neverCopied.has(path) || isBelow(directory, whole))
            return false;
        if (wanted.some((one) => isBelow(path, one) || isBelow(one, path)))
            return true;
        // Only the uppermost is listed; below a wanted one its siblings are asked too.
        for (let at = path; at !== '.'; at = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(at))
            if (ignored.has(at))
                return false;
        return true;
    });
    return copy;
}
/** What a unit has made in its copy, to the same places of the workspace. Whatever else stands there stays. */
async function copyBack(outputs, copy, workspace, signal) {
    for (const output of outputs) {
        if (output.startsWith('$ML_RUN_DIR') || !(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(copy, output)))
            continue;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace, output)), { recursive: true });
        await copyTree(copy, workspace, output, { workspace: copy, copy: workspace, signal }, () => true);
    }
}
/** `path` is `folder` or lies in it. */
function isBelow(path, folder) {
    return path === folder || path.startsWith(folder.endsWith(node_path__WEBPACK_IMPORTED_MODULE_3__.sep) ? folder : `${folder}${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`);
}
async function copyTree(from, to, first, places, takes) {
    const open = [first];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
        places.signal.throwIfAborted();
        try {
            const names = await copyOne((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(from, path), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(to, path), places);
            const inside = names.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path ?? '', name)).filter(takes);
            for (const one of inside)
                open.push(one);
        }
        catch (error) {
            // What runs beside it may take a file away meanwhile.
            const isGone = path !== first && error instanceof Error && 'code' in error && error.code === 'ENOENT';
            if (!isGone)
                throw error;
        }
    }
}
/** Gives the names in it when it is a folder. What is neither file nor folder nor link is left out. */
async function copyOne(source, target, places) {
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(source);
    if (stats.isDirectory()) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(target, { recursive: true });
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(source);
    }
    if (stats.isSymbolicLink()) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(target, { force: true, recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.symlink)(await linkFor(source, target, places), target);
    }
    // Where the file system can, nothing is copied before it is changed.
    else if (stats.isFile())
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(source, target, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.COPYFILE_FICLONE);
    return [];
}
/** A link into the workspace leads into the copy; one that leaves it leads to the same place as before. */
async function linkFor(source, target, { workspace, copy }) {
    const leads = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(source), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readlink)(source));
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(workspace, leads);
    if (inside === '..' || inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(inside))
        return leads;
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(target), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(copy, inside)) || '.';
}
/** Relative to the workspace; none where there is no git, or no repository. */
async function ignoredPaths({ workspace, environment, signal }) {
    const words = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z'];
    const { PATH, HOME } = environment;
    const env = { ...(PATH === undefined ? {} : { PATH }), ...(HOME === undefined ? {} : { HOME }) };
    try {
        const { stdout } = await (0,node_util__WEBPACK_IMPORTED_MODULE_4__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', words, {
            ...{ cwd: workspace, env, signal },
            maxBuffer: largestList,
        });
        return stdout.split('\0').flatMap((path) => (path === '' ? [] : [path.replace(/\/$/, '')]));
    }
    catch {
        signal.throwIfAborted();
        return [];
    }
}


/***/ }),

/***/ 36854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FM: () => (/* binding */ killMarkedLater),
/* harmony export */   JM: () => (/* binding */ isGroupAlive),
/* harmony export */   TK: () => (/* binding */ sweepMarked),
/* harmony export */   _r: () => (/* binding */ release),
/* harmony export */   ah: () => (/* binding */ guard),
/* harmony export */   fR: () => (/* binding */ killMarked),
/* harmony export */   i8: () => (/* binding */ signalGroup),
/* harmony export */   sc: () => (/* binding */ killMarkedSoon)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/** Process groups: ending all that a unit has started, and nothing else. Many units share one look at the system. */

/** How long one look at the system's processes answers for all who ask. */
const scanMilliseconds = 20;
/** How long marks of units that have succeeded are collected before one look for what they left behind. */
const sweepMilliseconds = 400;
/** Groups that this process has started and not yet seen end. */
const living = new Map();
let guarded = false;
/** From here to `release` the group, and what carries its mark, ends with this process, except by SIGKILL. */
function guard(group, mark, value) {
    living.set(group, { since: performance.now(), entry: `${mark}=${value}` });
    if (guarded)
        return;
    guarded = true;
    process.on('exit', () => {
        for (const one of living.keys())
            signalGroup(one, 'SIGKILL');
        const entries = [...[...living.values()].map(({ entry }) => entry), ...pending];
        if (entries.length > 0)
            killEntries(new Set(entries));
    });
}
function release(group) {
    living.delete(group);
}
function signalGroup(group, signal) {
    try {
        process.kill(-group, signal);
    }
    catch {
        // The group is gone already.
    }
}
/** Whether a process of the group still runs. One that has ended and that nobody has asked for its exit code does not. */
function isGroupAlive(group) {
    // The usual answer is an exception; without a stack trace, which nobody reads, it costs a tenth.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
        process.kill(-group, 0);
    }
    catch (error) {
        return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
    finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
    if (process.platform !== 'linux')
        return true;
    return groupsNewerThan(living.get(group)?.since ?? performance.now()).has(group);
}
let scan;
/** The groups with a process that runs. A scan from before a group's start knows nothing of it, so it does not count. */
function groupsNewerThan(since) {
    const now = performance.now();
    if (scan && scan.at > since && now - scan.at < scanMilliseconds)
        return scan.groups;
    const groups = new Set();
    for (const pid of processes()) {
        // Behind the name in parentheses, which may hold blanks: state, parent, group.
        const stat = textOf(`/proc/${pid}/stat`);
        const [state, , own] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (state !== 'Z' && state !== 'X')
            groups.add(Number(own));
    }
    scan = { at: now, groups };
    return groups;
}
/**
 * Kills every process that was started with `variable` set to one of the values: also what has left the
 * group of its unit, and what outlived the process that started it. Only where the system shows environments (Linux).
 */
function killMarked(variable, values) {
    killEntries(new Set(values.map((value) => `${variable}=${value}`)));
}
let soon;
let entriesSoon = new Set();
/** The same for one value, with one look at the system for all units that ask within a moment. */
function killMarkedSoon(variable, value) {
    entriesSoon.add(`${variable}=${value}`);
    soon ??= new Promise((resolve) => {
        setTimeout(() => {
            const entries = entriesSoon;
            entriesSoon = new Set();
            soon = undefined;
            killEntries(entries);
            resolve();
        }, scanMilliseconds);
    });
    return soon;
}
const pending = new Set();
let sweepTimer;
/** What a unit that succeeded has left behind ends too, but nobody waits for that: at the latest at `sweepMarked`. */
function killMarkedLater(variable, value) {
    if (process.platform !== 'linux')
        return;
    pending.add(`${variable}=${value}`);
    sweepTimer ??= setTimeout(sweepMarked, sweepMilliseconds).unref();
}
function sweepMarked() {
    clearTimeout(sweepTimer);
    sweepTimer = undefined;
    if (pending.size === 0)
        return;
    const entries = new Set(pending);
    pending.clear();
    killEntries(entries);
}
function killEntries(entries) {
    if (process.platform !== 'linux')
        return;
    // A process may have started another one while it was looked for: look again as long as there was one, within reason.
    for (let round = 0; round < 5; round += 1) {
        let killed = 0;
        for (const pid of processes()) {
            if (pid === process.pid)
                continue;
            const environment = textOf(`/proc/${pid}/environ`);
            if (!environment.split('\0').some((entry) => entries.has(entry)))
                continue;
            try {
                process.kill(pid, 'SIGKILL');
                killed += 1;
            }
            catch {
                // It has ended meanwhile.
            }
        }
        if (killed === 0)
            return;
    }
}
function processes() {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('/proc').map(Number).filter(Number.isInteger);
}
/** Empty for a process that has ended, or is another user's. */
function textOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 77798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ localTarget),
  V: () => (/* binding */ outputName)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/engine/plain-text.js
var plain_text = __webpack_require__(76879);
// EXTERNAL MODULE: ./build/ports.js
var ports = __webpack_require__(14788);
// EXTERNAL MODULE: ./build/targets/unit/asserts.js
var asserts = __webpack_require__(92531);
// EXTERNAL MODULE: ./build/targets/unit/blotted-file.js
var blotted_file = __webpack_require__(2437);
// EXTERNAL MODULE: ./build/targets/unit/captured.js
var unit_captured = __webpack_require__(47208);
// EXTERNAL MODULE: ./build/targets/unit/environment.js
var unit_environment = __webpack_require__(19401);
// EXTERNAL MODULE: ./build/targets/unit/failure.js + 1 modules
var failure = __webpack_require__(29980);
// EXTERNAL MODULE: ./build/targets/unit/inputs.js
var unit_inputs = __webpack_require__(81779);
// EXTERNAL MODULE: ./build/targets/unit/metrics.js + 1 modules
var metrics = __webpack_require__(37176);
// EXTERNAL MODULE: ./build/targets/unit/progress.js
var unit_progress = __webpack_require__(94493);
// EXTERNAL MODULE: ./build/targets/unit/unit-input.js
var unit_input = __webpack_require__(93553);
// EXTERNAL MODULE: ./build/targets/unit/unit-log.js
var unit_log = __webpack_require__(94887);
// EXTERNAL MODULE: ./build/targets/unit/unit-result.js + 1 modules
var unit_result = __webpack_require__(55178);
// EXTERNAL MODULE: ./build/targets/local/child.js
var child = __webpack_require__(75663);
// EXTERNAL MODULE: ./build/targets/local/group.js
var group = __webpack_require__(36854);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan_plan = __webpack_require__(71583);
// EXTERNAL MODULE: ./build/targets/local/copy.js
var copy = __webpack_require__(18388);
;// CONCATENATED MODULE: ./build/targets/local/place.js
/** Where a unit runs: in the workspace, or in a copy of its own; with its declared inputs there. */



async function placeFor({ workspace, directory }, { inputs = [], isolation }, environment, signal) {
    return await orFailure('the workspace could not be copied', signal, async () => {
        const read = inputs.length === 0 ? undefined : await (0,unit_inputs/* readInputs */.K)(inputs, workspace, signal);
        if (read?.ok === false)
            return { is: 'failed', failure: { class: 'usage', message: read.message } };
        const home = isolation === 'copy'
            ? await (0,copy/* copyWorkspace */.xQ)({ workspace, directory, inputs, environment, signal })
            : workspace;
        return { is: 'ready', home, ...(read === undefined ? {} : { inputs: read.hashes }) };
    });
}
/** What a unit has made in its copy goes back to the workspace, unless others run beside it. */
async function keepOutputs({ plan, unit, workspace }, { isolation, outputs }, home, signal) {
    return await orFailure('what it wrote could not be copied back', signal, async () => {
        if (isolation === 'copy' && outputs.length > 0 && !(0,plan_plan/* isInBranch */.aF)(plan, unit))
            await (0,copy/* copyBack */.rQ)(outputs, home, workspace, signal);
        return { is: 'ready', home };
    });
}
/** The disk's own errors are failures of the unit; a mistake of this program is thrown on. */
async function orFailure(what, signal, work) {
    try {
        return await work();
    }
    catch (error) {
        if (signal.aborted)
            return { is: 'cancelled' };
        if (!(error instanceof Error && 'syscall' in error))
            throw error;
        return { is: 'failed', failure: { class: 'exit-1', message: `${what}: ${error.message}` } };
    }
}

// EXTERNAL MODULE: ./build/targets/local/preflight.js
var preflight = __webpack_require__(1722);
;// CONCATENATED MODULE: ./build/targets/local/local.js
/** Runs a command as a child process on this machine. */



















const outputName = 'ml.output';
/** Each unit has a directory of its own, so this variable tells whose a process is. */
const mark = 'ML_RUN_DIR';
function localTarget(given) {
    // Copied once: each read of the real environment is a call into the system.
    const options = { ...given, environment: { ...given.environment } };
    return {
        slots: options.slots ?? Math.max(4, (0,external_node_os_.availableParallelism)()),
        preflight: (command, workspace, signal) => {
            const { environment, graceMilliseconds = 5_000 } = options;
            return (0,preflight/* preflight */.M)(command, { workspace, environment, graceMilliseconds, signal });
        },
        run: (request, watch) => runLocally(request, watch, options),
        hashes: unit_inputs/* hashesOf */.m,
        endLeftovers: (directories) => (0,group/* killMarked */.fR)(mark, directories),
        end: group/* sweepMarked */.TK,
    };
}
async function runLocally(request, watch, { environment, graceMilliseconds = 5_000 }) {
    const { command, directory, input } = request;
    if (command.is !== 'run')
        throw new Error('internal: a built-in reached the local target; please report this');
    const started = performance.now();
    const outputFile = (0,external_node_path_.join)(directory, outputName);
    const secrets = (0,unit_environment/* secretsIn */.VY)(command.env, environment);
    const log = new unit_log/* UnitLog */.TS((0,external_node_path_.join)(directory, ports/* logName */.I), secrets);
    const flags = command.shell === 'bash' ? ['-eo', 'pipefail', '-c'] : ['-e', '-c'];
    const keepsOutput = request.keepsOutput || command.result !== undefined;
    const captured = keepsOutput ? new unit_captured/* Captured */.Hk((0,external_node_path_.join)(directory, unit_captured/* stdoutName */.$3), secrets) : undefined;
    const failed = (failure) => ({
        is: 'failed',
        seconds: (performance.now() - started) / 1000,
        ...failure,
        message: log.clean((0,plain_text/* plainText */.w)(failure.message)),
        tail: [...log.tail],
    });
    try {
        const given = (0,unit_input/* givenInput */.C)(request);
        if (!given.ok)
            return failed({ class: 'no-metrics', message: given.message });
        const place = await placeFor(request, command, environment, watch.signal);
        if (place.is === 'cancelled')
            return failed(await (0,failure/* describeEnd */.l)(place, command, log));
        if (place.is === 'failed')
            return failed(place.failure);
        const { home } = place;
        const before = (0,metrics/* stampsBefore */.o)(home, command);
        const begun = performance.now();
        const end = await (0,child/* runChild */.w)({
            file: command.shell,
            arguments: [...flags, command.script, command.name, ...input.arguments],
            cwd: home,
            environment: (0,unit_environment/* childEnvironment */.Qc)(request, command.env, environment, outputFile, given.input?.variables),
            mark,
            input: given.input?.file,
            capture: captured && ((chunk) => captured.add(chunk)),
            secrets,
            timeout: command.timeout,
            graceMilliseconds,
            signal: watch.signal,
            hurry: watch.hurry,
            take: (line) => {
                const clean = log.line(line);
                watch.output(clean);
                const progress = (0,unit_progress/* progressIn */.P)(clean, command.progress);
                if (progress)
                    watch.progress(progress);
            },
        });
        const duration = (performance.now() - begun) / 1000;
        captured?.end();
        const exit = end.is === 'exit' ? { exit: end.code } : {};
        if (end.is !== 'exit' || end.code !== 0)
            return failed({ ...exit, ...(await (0,failure/* describeEnd */.l)(end, command, log)) });
        const read = (0,unit_result/* resultOf */.B)(request, command, { home, before, outputFile, captured, log });
        if (!read.ok)
            return failed({ ...exit, class: read.class, message: read.message });
        const { inputs } = place;
        const seconds = (performance.now() - started) / 1000;
        const result = { ...read.result, ...(inputs === undefined ? {} : { inputs }), seconds };
        const broken = (0,asserts/* brokenAsserts */.v)(command, result, duration);
        if (broken !== undefined)
            return failed({ ...exit, class: 'assert', message: broken });
        const kept = await keepOutputs(request, command, home, watch.signal);
        if (kept.is === 'cancelled')
            return failed(await (0,failure/* describeEnd */.l)(kept, command, log));
        return kept.is === 'failed' ? failed({ ...exit, ...kept.failure }) : { is: 'succeeded', result };
    }
    finally {
        captured?.close();
        log.close();
        if (secrets.length > 0)
            (0,blotted_file/* blotFile */.Y)(outputFile, (text) => log.clean(text));
    }
}


/***/ }),

/***/ 1722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ preflight)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _engine_plain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76879);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(14788);
/* harmony import */ var _unit_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19401);
/* harmony import */ var _unit_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29980);
/* harmony import */ var _unit_unit_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94887);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75663);
/** `preflight:` of a command on this machine: a cheap check before any unit of a run. */









/** What takes longer is not cheap. */
const longest = 60;
/** Why it failed; undefined when it did not, or was cancelled. */
async function preflight(command, { workspace, environment, graceMilliseconds, signal }) {
    const { preflight: script, shell, name, env } = command;
    if (script === undefined)
        return undefined;
    const directory = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'ml-preflight-'));
    const secrets = (0,_unit_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .secretsIn */ .VY)(env, environment);
    const log = new _unit_unit_log_js__WEBPACK_IMPORTED_MODULE_6__/* .UnitLog */ .TS((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, _ports_js__WEBPACK_IMPORTED_MODULE_8__/* .logName */ .I), secrets);
    try {
        const end = await (0,_child_js__WEBPACK_IMPORTED_MODULE_7__/* .runChild */ .w)({
            file: shell,
            arguments: [...(shell === 'bash' ? ['-eo', 'pipefail', '-c'] : ['-e', '-c']), script, name],
            cwd: workspace,
            environment: { ...(0,_unit_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .visibleVariables */ .CD)(env, environment), ML_RUN_DIR: directory },
            mark: 'ML_RUN_DIR',
            input: undefined,
            capture: undefined,
            secrets,
            timeout: longest,
            graceMilliseconds,
            signal,
            take: (line) => {
                log.line(line);
            },
        });
        if (end.is === 'cancelled' || (end.is === 'exit' && end.code === 0))
            return undefined;
        const { message } = await (0,_unit_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .describeEnd */ .l)(end, { ...command, timeout: longest }, log);
        return log.clean((0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .w)(message));
    }
    finally {
        log.close();
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(directory, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 92531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ brokenAsserts)
/* harmony export */ });
/* harmony import */ var _engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62516);
/* harmony import */ var _engine_own_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81678);
/* harmony import */ var _engine_template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3497);
/** What a command asserts of each of its runs. Fails closed: a value that is missing breaks an assert too. */



/** Of a result whose asserts all hold: undefined. `seconds`: of the script alone. */
function brokenAsserts({ asserts = [], sets = [] }, { metrics, values, samples }, seconds) {
    const variables = new Map();
    for (const name of sets) {
        const value = (0,_engine_own_field_js__WEBPACK_IMPORTED_MODULE_1__/* .ownField */ .h)(values, name);
        if (value !== undefined)
            variables.set((0,_engine_template_js__WEBPACK_IMPORTED_MODULE_2__/* .variableName */ .cG)(name), value);
    }
    const readings = (0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .metricReadings */ .sp)(({ written, metric, unit }) => {
        // A metric of that name is meant first.
        const value = (0,_engine_own_field_js__WEBPACK_IMPORTED_MODULE_1__/* .ownField */ .h)(metrics, metric) ?? (metric === 'duration' ? seconds : undefined);
        const read = { written, metric, unit, ...(value === undefined ? {} : { value }) };
        return samples === undefined ? read : { ...read, samples };
    }, variables);
    const broken = asserts.flatMap(({ text, expression }) => {
        const { outcome, sum, reason, remark } = (0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._3)(expression, readings);
        if (outcome === 'met')
            return [];
        const why = reason ?? (outcome === 'inconclusive' ? `inconclusive: ${remark ?? 'too few samples'}` : '');
        return [`assert \`${text}\` is broken: ${sum}${why === '' ? '' : ` (${why})`}`];
    });
    return broken.length === 0 ? undefined : broken.join('; ');
}


/***/ }),

/***/ 2437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ blotFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67139);
/** A file that a command wrote, without the secrets in it. */


/** Nobody reads a larger one: it has failed its unit. */
const largest = 16 * 1024 * 1024;
/** Of a link nothing is changed, since what it leads to is not the unit's own. */
function blotFile(path, clean) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false })?.isFile())
        return;
    const read = (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readRegularFile */ .X)(path, largest);
    if (read.is === 'absent')
        return;
    if (read.is === 'unusable') {
        // What cannot be searched is not kept.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path);
        return;
    }
    const blotted = clean(read.text);
    if (blotted === read.text)
        return;
    const beside = `${path}.new`;
    // Whatever the command has put there instead, such as a FIFO, is not written to.
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(beside, { recursive: true, force: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(beside, blotted, { flag: 'wx' });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(beside, path);
}


/***/ }),

/***/ 47208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ stdoutName),
/* harmony export */   Hk: () => (/* binding */ Captured),
/* harmony export */   fs: () => (/* binding */ largestCapture)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _unit_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94887);
/** Standard output kept as a file of the unit's directory, byte for byte but for the secrets in it. */


const stdoutName = 'stdout';
/** Larger output belongs into a file that the command writes itself. */
const largestCapture = 16 * 1024 * 1024;
class Captured {
    path;
    #file;
    /** As bytes, one letter each. */
    #secrets;
    #rest = '';
    #bytes = 0;
    constructor(path, secrets) {
        this.path = path;
        this.#secrets = secrets
            .map((secret) => Buffer.from(secret).toString('latin1'))
            .sort((a, b) => b.length - a.length);
        this.#file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'w');
    }
    /** More was printed than is kept. */
    get isTooLong() {
        return this.#bytes > largestCapture;
    }
    add(chunk) {
        const text = this.#rest + chunk.toString('latin1');
        // The end may be the beginning of a secret: it waits for what comes.
        const cut = Math.max(0, (0,_unit_log_js__WEBPACK_IMPORTED_MODULE_1__/* .safeCut */ .aK)(text, this.#secrets));
        this.#rest = text.slice(cut);
        this.#write(text.slice(0, cut));
    }
    end() {
        this.#write(this.#rest);
        this.#rest = '';
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#file);
    }
    #write(text) {
        let clean = text;
        for (const secret of this.#secrets)
            clean = clean.replaceAll(secret, '***');
        if (clean === '' || this.isTooLong)
            return;
        this.#bytes += clean.length;
        if (this.isTooLong)
            return;
        const bytes = Buffer.from(clean, 'latin1');
        for (let written = 0; written < bytes.length;)
            written += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.#file, bytes, written);
    }
}


/***/ }),

/***/ 19401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ declaredVariables),
/* harmony export */   CD: () => (/* binding */ visibleVariables),
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   gR: () => (/* binding */ unitVariables)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** What a child process may see: a few variables every program needs, those its command names, and its own `ML_…`. */

const always = [
    'PATH',
    'HOME',
    'USER',
    'LOGNAME',
    'SHELL',
    'LANG',
    'LANGUAGE',
    'LC_ALL',
    'LC_CTYPE',
    'TMPDIR',
    'TZ',
    'TERM',
    // By this a GitHub runner finds processes that a step left behind, and ends them.
    'RUNNER_TRACKING_ID',
];
const secretName = /KEY|TOKEN|SECRET|PASSW|CREDENTIAL|AUTH/i;
/** What everybody may read, unless it holds a password; anything else that was declared is taken for a secret. */
const harmlessName = /^(?:PATH|HOME|SHELL|USER|LOGNAME|PWD|LANG|LANGUAGE|LC_\w+|TZ|TERM|TMPDIR|NODE_ENV|CI|PYTHON[A-Z]+|CUDA_VISIBLE_DEVICES|\w+_NUM_THREADS|\w+_(?:HOME|DIR|PATH))$/;
const harmlessValue = /^(?:[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false)$/i;
/** `scheme://user:password@host`, or a token in the place of the user. */
const inAddress = /:\/\/(?:[^\s:/@]*:([^\s@]+)|([^\s:/@]+))@/g;
/** A shorter value would blot out ordinary words. */
const shortestSecret = 6;
const shortestPassword = 4;
function childEnvironment(request, declared, environment, outputFile, given = {}) {
    return {
        ...visibleVariables(declared, environment),
        ...given,
        ...unitVariables(request, { directory: request.directory, outputFile, workspace: request.workspace }),
    };
}
/** What the system tells a unit, wherever it runs. */
function unitVariables(request, { directory, outputFile, workspace }) {
    const own = { ML_RUN_DIR: directory, ML_OUTPUT: outputFile };
    own.ML_RUN_ID = request.run;
    own.ML_UNIT = request.unit.id;
    own.ML_ATTEMPT = String(request.attempt);
    const agent = request.command.is === 'run' ? request.command.agent : undefined;
    if (agent)
        own.ML_AGENT = agent.name;
    if (agent?.file !== undefined)
        own.ML_AGENT_FILE = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, agent.file);
    own.ML_PARAMS_JSON = JSON.stringify(request.input.parameters);
    for (const [name, value] of Object.entries(request.input.parameters)) {
        own[`ML_PARAM_${name.toUpperCase().replaceAll('.', '_')}`] = value;
    }
    return own;
}
/** Of this process: what a command names, and nothing else. What is not set is not there. */
function declaredVariables(declared, environment) {
    return Object.fromEntries(declared.flatMap((name) => {
        const value = environment[name];
        return value === undefined ? [] : [[name, value]];
    }));
}
/** Of this process: what every program needs, and what a command names. */
function visibleVariables(declared, environment) {
    const own = {};
    for (const name of [...always, ...declared]) {
        const value = environment[name];
        if (value !== undefined)
            own[name] = value;
    }
    return own;
}
/**
 * The values that must never be shown: of all declared variables but those that are plainly harmless. Each as it is, and
 * as it stands in JSON.
 */
function secretsIn(declared, environment) {
    const secrets = new Set();
    for (const name of declared) {
        const value = environment[name] ?? '';
        for (const [, password, token] of value.matchAll(inAddress)) {
            const secret = password ?? token ?? '';
            for (const one of [secret, decoded(secret)])
                if (one.length >= (password === undefined ? shortestSecret : shortestPassword))
                    secrets.add(one);
        }
        if (isHarmless(name, value))
            continue;
        // What is printed comes line by line.
        for (const one of value.split(/\r?\n|\r/))
            if (one.length >= shortestSecret)
                secrets.add(one);
        // In JSON all of its lines are one.
        if (value.length >= shortestSecret)
            for (const one of inJson(value))
                secrets.add(one);
    }
    return [...new Set([...secrets].flatMap((secret) => [secret, ...inJson(secret)]))];
}
/** As JavaScript writes a text in JSON, and as Python does, which escapes whatever is not ASCII. */
function inJson(text) {
    const written = JSON.stringify(text).slice(1, -1);
    const ascii = written.replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return [written, ascii];
}
function isHarmless(name, value) {
    return harmlessName.test(name) || (harmlessValue.test(value) && !secretName.test(name));
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 29980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ describeEnd)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
;// CONCATENATED MODULE: ./build/targets/unit/pattern.js
/** Searches a log for a pattern that a person wrote. Some patterns take hours: they run beside this thread, for a second. */

const limitMilliseconds = 1_000;
/** Until the thread has begun to search: a machine may be busy. */
const startMilliseconds = 10_000;
const longestLine = 2_000;
/** Text and not a file of its own, so that the bundle stays whole. */
const source = `
const { parentPort, workerData } = require('node:worker_threads');
parentPort.postMessage('searching');
const pattern = new RegExp(workerData.pattern);
parentPort.postMessage(workerData.lines.some((line) => pattern.test(line)));
`;
/** Whether a line of the text matches; only the first part of a very long one is looked at. */
async function isIn(pattern, text) {
    const lines = text.split(/\r?\n/).map((line) => line.slice(0, longestLine));
    const worker = new external_node_worker_threads_.Worker(source, { eval: true, workerData: { pattern, lines }, env: {}, execArgv: [] });
    let timer;
    try {
        return await new Promise((resolve) => {
            const limit = (milliseconds) => {
                clearTimeout(timer);
                timer = setTimeout(() => resolve('too-slow'), milliseconds);
            };
            limit(startMilliseconds);
            worker.on('message', (message) => {
                if (message === 'searching')
                    limit(limitMilliseconds);
                else
                    resolve(message === true);
            });
            worker.on('error', () => resolve(false));
            worker.on('exit', () => resolve(false));
        });
    }
    finally {
        clearTimeout(timer);
        void worker.terminate();
    }
}

// EXTERNAL MODULE: ./build/targets/unit/progress.js
var progress = __webpack_require__(94493);
;// CONCATENATED MODULE: ./build/targets/unit/failure.js
/** How a process ended → the class of failure that `/catch` names, and one sentence. */



const outOfMemory = /out of memory|OutOfMemoryError|MemoryError|Cannot allocate memory|heap limit/i;
/** The command's own classes come first, in order; then what every shell's exit codes mean. */
async function describeEnd(end, command, printed) {
    // A line of progress says nothing of what went wrong.
    const last = printed.tail.findLast((line) => line.trim() !== '' && !(0,progress/* progressIn */.P)(line.trim()));
    const because = last === undefined ? '' : `: ${last.trim().slice(0, 200)}`;
    switch (end.is) {
        case 'timeout':
            return { class: 'timeout', message: `timed out after ${command.timeout} s` };
        case 'cancelled':
            return { class: 'cancelled', message: 'cancelled' };
        case 'not-started':
            return { class: 'usage', message: `\`${command.shell}\` could not be started: ${end.reason}` };
        case 'signal':
        case 'exit': {
            // As a shell counts it, whether or not there was one in between.
            const code = end.is === 'exit' ? end.code : 128 + external_node_os_.constants.signals[end.signal];
            const found = await exitClass(code, command, printed);
            const slow = found.slow.map((name) => `; \`match:\` of \`${name}\` took too long and was given up`);
            return { class: found.class, message: `${endOf(end, because)}${slow.join('')}` };
        }
    }
}
function endOf(end, because) {
    if (end.is === 'exit')
        return `exit code ${end.code}${because}`;
    return end.signal === 'SIGKILL'
        ? 'killed by SIGKILL, as when memory runs out'
        : `killed by ${end.signal}${because}`;
}
async function exitClass(code, command, printed) {
    const log = printed.recent();
    const slow = [];
    for (const { name, exit, match } of command.errors) {
        if (exit !== undefined && exit !== code)
            continue;
        const applies = match === undefined || (await isIn(match, log));
        if (applies === 'too-slow')
            slow.push(name);
        else if (applies)
            return { class: name, slow };
    }
    if (outOfMemory.test(log) || code === 137)
        return { class: 'oom', slow };
    if (code === 2 || code === 126 || code === 127)
        return { class: 'usage', slow };
    return { class: `exit-${code}`, slow };
}


/***/ }),

/***/ 81779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs),
/* harmony export */   m: () => (/* binding */ hashesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/** Declared inputs of a command: whether they are there, and a hash of what each of them holds. */



/** Rejects with an `AbortError` on `signal`: large data takes its time. */
async function readInputs(paths, workspace, signal) {
    const missing = paths.filter((path) => !(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, path), { throwIfNoEntry: false }));
    if (missing.length > 0) {
        const names = missing.map((path) => `\`${path}\``).join(', ');
        const are = missing.length === 1 ? 'input is' : 'inputs are';
        return { ok: false, message: `declared ${are} not there: ${names}` };
    }
    try {
        return { ok: true, hashes: await hashesOf(paths, workspace, signal) };
    }
    catch (error) {
        if (error instanceof Error && 'syscall' in error)
            return { ok: false, message: `a declared input cannot be read: ${error.message}` };
        throw error;
    }
}
/** By path; of one that is not there, none. */
async function hashesOf(paths, workspace, signal) {
    const hashes = {};
    for (const path of paths) {
        const whole = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, path);
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(whole, { throwIfNoEntry: false });
        if (stats)
            hashes[path] = stats.isDirectory() ? await ofFolder(whole, signal) : await ofFile(whole, stats, signal);
    }
    return hashes;
}
/** The names in it with what they hold. A link in it is what it says, and what it leads to where that is a file. */
async function ofFolder(folder, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const open = [''];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
        for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, at)).sort()) {
            const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(at, name);
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, inside);
            const own = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path);
            if (own.isDirectory()) {
                open.push(inside);
                say(hash, 'folder', inside);
                continue;
            }
            if (own.isSymbolicLink())
                say(hash, 'link', inside, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(path));
            const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false });
            if (stats?.isFile())
                say(hash, 'file', inside, await ofFile(path, stats, signal));
        }
    }
    return hash.digest('hex');
}
function say(hash, ...words) {
    hash.update(`${words.join('\0')}\0\n`);
}
/** What was read is not read again as long as the system says that it is the same: cells of a sweep share their data. */
const known = new Map();
async function ofFile(path, stats, signal) {
    // A pipe would block, a device would never end.
    if (!stats.isFile())
        return 'no regular file';
    const { ino, size, mtimeNs, ctimeNs } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { bigint: true });
    const stamp = `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
    const before = known.get(path);
    if (before?.stamp === stamp)
        return before.hash;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, signal === undefined ? {} : { signal }))
        hash.update(chunk);
    const digest = hash.digest('hex');
    known.set(path, { stamp, hash: digest });
    return digest;
}


/***/ }),

/***/ 37176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ readResult),
  o: () => (/* binding */ stampsBefore)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/targets/unit/output-file.js
/** The `$ML_OUTPUT` file: `key=value` lines, and `key<<END` … `END` for values of several lines. */
/** The later of two lines with one key counts, as in GitHub's own output file. */
function parseOutputFile(text) {
    const values = {};
    const lines = text.split(/\r?\n/);
    for (let index = 0; index < lines.length; index += 1) {
        const line = lines[index] ?? '';
        if (line === '')
            continue;
        const [, key, operator, rest] = /^([^=<\s][^=<]*?)(=|<<)(.*)$/.exec(line) ?? [];
        if (key === undefined || rest === undefined) {
            return {
                ok: false,
                problem: `line ${index + 1}: expected \`key=value\`, found \`${line.slice(0, 60)}\``,
            };
        }
        if (operator === '=') {
            values[key] = rest;
            continue;
        }
        const end = lines.indexOf(rest, index + 1);
        if (rest === '' || end < 0) {
            return {
                ok: false,
                problem: `line ${index + 1}: \`${key}<<${rest}\` is never closed by a line \`${rest}\``,
            };
        }
        values[key] = lines.slice(index + 1, end).join('\n');
        index = end;
    }
    return { ok: true, values };
}

// EXTERNAL MODULE: ./build/targets/unit/regular-file.js
var regular_file = __webpack_require__(67139);
;// CONCATENATED MODULE: ./build/targets/unit/metrics.js
/** What a finished unit measured, read from the places its command declares. Fails closed: never an older file's value. */




/** Larger than any metrics file; a model written there by mistake is not read into memory. */
const largest = 16 * 1024 * 1024;
const largestOutput = 1024 * 1024;
/** Values go into the journal, and from there into reports. */
const largestValue = 64 * 1024;
/** `home`: where it runs, the workspace or a copy of it. */
function stampsBefore(home, command) {
    const stamps = new Map();
    for (const { format, path } of command.metrics) {
        if (format === 'output' || path.startsWith('$ML_RUN_DIR'))
            continue;
        const whole = (0,external_node_path_.join)(home, path);
        stamps.set(whole, stampOf(whole));
    }
    return stamps;
}
/** Changes with every write: a file that is the same as before was not written by the unit. */
function stampOf(path) {
    let stat;
    try {
        stat = (0,external_node_fs_.statSync)(path, { bigint: true, throwIfNoEntry: false });
    }
    catch {
        // Whoever reads it will say why it cannot be.
    }
    return stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}` : '';
}
function readResult(request, home, command, before, outputFile) {
    const output = readOutput(outputFile);
    if (!output.ok)
        return { ok: false, class: 'no-metrics', message: `\`$ML_OUTPUT\` ${output.problem}` };
    const metrics = {};
    let source;
    for (const declared of command.metrics) {
        const read = readSource(declared, request, home, output.values, before);
        if (!read.ok)
            return read;
        Object.assign(metrics, read.metrics);
        source ??= read.source;
    }
    const samples = metrics.n;
    return {
        ok: true,
        result: {
            metrics,
            values: output.values,
            ...(command.primary === undefined ? {} : { primary: command.primary }),
            ...(samples === undefined ? {} : { samples }),
            ...(source === undefined ? {} : { source }),
        },
    };
}
function readSource(declared, request, home, output, before) {
    const inWorkspace = !declared.path.startsWith('$ML_RUN_DIR');
    const path = declared.format === 'output'
        ? ''
        : inWorkspace
            ? (0,external_node_path_.join)(home, declared.path)
            : (0,external_node_path_.join)(request.directory, declared.path.slice('$ML_RUN_DIR'.length));
    // As it was declared: the path of a run is long, and other for each unit.
    const shown = declared.format === 'output' ? '$ML_OUTPUT' : declared.path;
    const missing = (what) => ({
        ok: false,
        class: 'no-metrics',
        message: `${shown}: ${what}`,
    });
    let record = output;
    if (declared.format !== 'output') {
        const read = readFile(path, before.get(path));
        if (!read.ok)
            return missing(read.problem);
        const parsed = parseRecord(read.text, declared.format);
        if (!parsed.ok)
            return missing(parsed.problem);
        record = parsed.value;
    }
    const metrics = {};
    for (const [name, field] of Object.entries(declared.fields)) {
        const raw = fieldOf(record, field);
        if (raw === undefined || raw === null)
            return missing(`no field \`${field}\``);
        const value = declared.format === 'output' ? numberIn(String(raw)) : unmarked(raw);
        if (typeof value !== 'number')
            return missing(`\`${field}\` is ${JSON.stringify(raw)?.slice(0, 60)}, not a number`);
        if (!Number.isFinite(value)) {
            const what = Number.isNaN(value) ? 'NaN' : 'not finite';
            return { ok: false, class: 'nan-loss', message: `${shown}: \`${field}\` is ${what}` };
        }
        metrics[name] = value;
    }
    const source = declared.format === 'output' ? shown : shownPath(path, request.workspace);
    return { ok: true, metrics, source };
}
/** Only a file that is not there has no values; one that cannot be read is a failure, not silence. */
function readOutput(path) {
    const read = (0,regular_file/* readRegularFile */.X)(path, largestOutput);
    if (read.is === 'absent')
        return { ok: true, values: {} };
    if (read.is === 'unusable')
        return { ok: false, problem: read.problem };
    const parsed = parseOutputFile(read.text);
    if (!parsed.ok)
        return parsed;
    const long = Object.entries(parsed.values).find(([, value]) => Buffer.byteLength(value) > largestValue);
    return long
        ? { ok: false, problem: `\`${long[0].slice(0, 60)}\` is larger than ${largestValue / 1024} KiB` }
        : parsed;
}
function readFile(path, stampBefore) {
    const stamp = stampOf(path);
    if (stamp !== '' && stampBefore === stamp) {
        return { ok: false, problem: 'is from an earlier run; the command did not write it' };
    }
    const read = (0,regular_file/* readRegularFile */.X)(path, largest);
    if (read.is === 'text')
        return { ok: true, text: read.text };
    return { ok: false, problem: read.is === 'absent' ? 'the command did not write it' : read.problem };
}
/** Python writes bare `NaN` and `Infinity`, which are no JSON; they are read as marks, and refused by name later. */
const notFinite = { NaN: '\u0000NaN', Infinity: '\u0000Infinity', '-Infinity': '\u0000-Infinity' };
/** What a mark stands for; anything else as it is. */
function unmarked(value) {
    switch (value) {
        case notFinite.NaN:
            return Number.NaN;
        case notFinite.Infinity:
            return Number.POSITIVE_INFINITY;
        case notFinite['-Infinity']:
            return Number.NEGATIVE_INFINITY;
        default:
            return value;
    }
}
/** A number as programs print it, `nan` and `inf` of Python and C included. An empty text is none: missing is not 0. */
function numberIn(text) {
    const written = text.trim();
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(written))
        return Number(written);
    if (/^[+-]?nan$/i.test(written))
        return Number.NaN;
    return /^[+-]?inf(?:inity)?$/i.test(written) ? Number.POSITIVE_INFINITY : undefined;
}
function parseRecord(text, format) {
    const json = format === 'json' ? text : text.trimEnd().slice(text.trimEnd().lastIndexOf('\n') + 1);
    if (json.trim() === '')
        return { ok: false, problem: 'is empty' };
    try {
        return { ok: true, value: JSON.parse(json) };
    }
    catch (error) {
        const marked = json.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) => {
            if (token.startsWith('"'))
                return token;
            return JSON.stringify(notFinite[token.replace('-NaN', 'NaN')]);
        });
        try {
            return { ok: true, value: JSON.parse(marked) };
        }
        catch {
            return { ok: false, problem: `is no JSON: ${error instanceof Error ? error.message : String(error)}` };
        }
    }
}
/** `summary.accuracy`: a field named so, or the path into nested objects. */
function fieldOf(record, path) {
    if (typeof record !== 'object' || record === null)
        return undefined;
    if (Object.hasOwn(record, path))
        return record[path];
    let value = record;
    for (const key of path.split('.')) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
            return undefined;
        value = value[key];
    }
    return value;
}
function shownPath(path, workspace) {
    const inside = (0,external_node_path_.relative)(workspace, path);
    return inside.startsWith('..') || (0,external_node_path_.isAbsolute)(inside) ? path : inside;
}


/***/ }),

/***/ 94493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ progressIn)
/* harmony export */ });
const longestLine = 4096;
const patterns = new Map();
/** `pattern`: a regular expression with named groups. */
function progressIn(line, pattern) {
    if (line.length > longestLine)
        return undefined;
    const found = line.startsWith('{')
        ? numbersOfJson(line)
        : pattern === undefined
            ? undefined
            : numbersAt(line, pattern);
    if (!found)
        return undefined;
    const fields = found;
    const done = fields.get('epoch') ?? fields.get('step');
    if (done === undefined)
        return undefined;
    const of = fields.get('epochs') ?? fields.get('steps');
    for (const name of ['epoch', 'step', 'epochs', 'steps'])
        fields.delete(name);
    return { done, ...(of === undefined ? {} : { of }), metrics: Object.fromEntries(fields) };
}
function numbersAt(line, pattern) {
    let expression = patterns.get(pattern);
    if (!expression) {
        expression = new RegExp(pattern);
        patterns.set(pattern, expression);
    }
    const groups = expression.exec(line)?.groups;
    if (!groups)
        return undefined;
    return new Map(Object.entries(groups).flatMap(([name, text]) => {
        const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
        return Number.isFinite(value) ? [[name, value]] : [];
    }));
}
function numbersOfJson(line) {
    let parsed;
    try {
        parsed = JSON.parse(line);
    }
    catch {
        return undefined;
    }
    if (typeof parsed !== 'object' || parsed === null)
        return undefined;
    const fields = new Map();
    for (const [name, value] of Object.entries(parsed)) {
        if (typeof value === 'number' && Number.isFinite(value))
            fields.set(name, value);
    }
    return fields;
}


/***/ }),

/***/ 67139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readRegularFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/** Reads what a command wrote, and only a regular file: a FIFO would block, a device would never end. */


function readRegularFile(path, mostBytes) {
    let file;
    try {
        // Asked first: most commands write no such file, and an exception is dear.
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
        if (!found) {
            const around = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { throwIfNoEntry: false });
            return around && !around.isDirectory()
                ? { is: 'unusable', problem: 'lies in something that is no directory' }
                : { is: 'absent' };
        }
        if (!found.isFile())
            return { is: 'unusable', problem: 'is no regular file' };
        file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file).isFile())
            return { is: 'unusable', problem: 'is no regular file' };
        const text = upTo(file, mostBytes);
        if (text === undefined)
            return { is: 'unusable', problem: `is larger than ${mostBytes / 1024 / 1024} MiB` };
        return { is: 'text', text };
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
        return code === 'ENOENT' ? { is: 'absent' } : { is: 'unusable', problem: `cannot be read (${code})` };
    }
    finally {
        if (file !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
/** Undefined when there is more, whatever size the system tells. */
function upTo(file, mostBytes) {
    const chunks = [];
    let total = 0;
    for (;;) {
        const chunk = Buffer.alloc(64 * 1024);
        const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, chunk);
        if (read === 0)
            return Buffer.concat(chunks).toString('utf8');
        total += read;
        if (total > mostBytes)
            return undefined;
        chunks.push(chunk.subarray(0, read));
    }
}


/***/ }),

/***/ 71953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ after)
/* harmony export */ });
/** Timers of any length. */
/** The longest time a timer of Node takes; a longer one would fire at once. */
const longest = 2 ** 31 - 1;
/** Calls back after any time, also one that is too long for a timer; the result calls it off. */
function after(milliseconds, action) {
    let timer;
    const arm = (left) => {
        timer = setTimeout(() => (left > longest ? arm(left - longest) : action()), Math.min(left, longest));
    };
    arm(milliseconds);
    return () => clearTimeout(timer);
}


/***/ }),

/***/ 93553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ givenInput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67139);
/** What a unit reads of the one before it: a file for its standard input, and variables. */



/** Longer input is read from the file: a variable may not be of any length. */
const longestVariable = 64 * 1024;
const inputName = 'ml.input';
/** `<result>` as text where there is one, else what the unit before has printed, else what it reported as JSON. */
function givenInput({ previous, directory }) {
    if (!previous)
        return { ok: true, input: undefined };
    const { stdout, result } = previous;
    // A built-in prints nothing: its values are all there is to hand on.
    const fields = { ...result.metrics, ...result.values };
    const reported = Object.keys(fields).length > 0 ? JSON.stringify(fields) : '';
    const text = previous.text ?? (stdout === undefined ? reported : undefined);
    if (text !== undefined || stdout === undefined) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, inputName);
        // A whole line, or `read` in a shell takes the end of it for a failure.
        const whole = text ?? '';
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, whole === '' || whole.endsWith('\n') ? whole : `${whole}\n`);
        return { ok: true, input: { file, variables: variablesOf(file, whole) } };
    }
    // A FIFO in its place would block whoever opens it.
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(stdout, { throwIfNoEntry: false })?.isFile())
        return { ok: false, message: `what the command before printed is gone: ${stdout}` };
    const read = (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegularFile */ .X)(stdout, longestVariable);
    // Too long for a variable, it is still there as a file.
    const whole = read.is === 'text' ? read.text.replace(/\n+$/, '') : undefined;
    return { ok: true, input: { file: stdout, variables: variablesOf(stdout, whole) } };
}
function variablesOf(file, text) {
    const fits = text !== undefined && Buffer.byteLength(text) <= longestVariable && !text.includes('\0');
    return { INPUT_FILE: file, ...(fits ? { INPUT: text } : {}) };
}


/***/ }),

/***/ 94887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TS: () => (/* binding */ UnitLog),
/* harmony export */   aK: () => (/* binding */ safeCut),
/* harmony export */   qo: () => (/* binding */ Lines)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46193);
/* harmony import */ var _engine_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76879);
/** What a unit prints: bytes → lines, secrets blotted out, kept in a file and, the end of it, in memory. */



/** How much of the end of a log a failure shows. */
const tailLines = 20;
const tailLineLength = 1000;
const longestLine = 64 * 1024;
/** How much of the end of a log is searched for a declared class of failure. */
const searchedBytes = 256 * 1024;
/** A line that never ends is cut, so that a binary on standard output cannot fill the memory. */
class Lines {
    #decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder('utf8');
    #take;
    #secrets;
    #rest = '';
    constructor(take, secrets = []) {
        this.#take = take;
        this.#secrets = secrets;
    }
    add(chunk) {
        // A carriage return at the end may be the first half of a line end.
        const lines = (this.#rest + this.#decoder.write(chunk)).split(/\r?\n|\r(?!\n|$)/);
        this.#rest = lines.pop() ?? '';
        for (const line of lines)
            this.#take(line);
        if (this.#rest.length > longestLine) {
            const safe = safeCut(this.#rest, this.#secrets);
            const cut = safe > 0 ? safe : this.#rest.length;
            this.#take(this.#rest.slice(0, cut));
            this.#rest = this.#rest.slice(cut);
        }
    }
    end() {
        const rest = (this.#rest + this.#decoder.end()).replace(/\r$/, '');
        this.#rest = '';
        if (rest !== '')
            this.#take(rest);
    }
}
/**
 * Where a text can be cut so that no secret is: neither one that is all there, nor one that has only begun. Not above 0
 * when it can be cut nowhere.
 */
function safeCut(text, secrets) {
    const longest = Math.max(1, ...secrets.map((secret) => secret.length));
    let cut = text.length - (longest - 1);
    for (let moved = true; moved && cut > 0;) {
        moved = false;
        for (const secret of secrets) {
            const from = Math.max(0, cut - secret.length + 1);
            const at = text.slice(from, cut + secret.length - 1).indexOf(secret);
            if (at < 0)
                continue;
            cut = from + at;
            moved = true;
        }
    }
    return cut;
}
/** The file is made with the first line, so that a silent command costs none. */
class UnitLog {
    tail = [];
    #path;
    #secrets;
    #file;
    constructor(path, secrets) {
        this.#path = path;
        // The longest first: one that begins like another would leave its end standing.
        this.#secrets = [...secrets].sort((a, b) => b.length - a.length);
    }
    /** Writes the line and returns it as written. */
    line(text) {
        const clean = this.clean(text);
        this.#file ??= (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(this.#path, 'a+');
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.#file, `${clean}\n`);
        // Again: without the escapes between its letters there may be a secret that was none before.
        this.tail.push(this.clean((0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .w)(clean)).slice(0, tailLineLength));
        if (this.tail.length > tailLines)
            this.tail.shift();
        return clean;
    }
    /** The text with every secret blotted out. */
    clean(text) {
        let clean = text;
        for (const secret of this.#secrets)
            clean = clean.replaceAll(secret, '***');
        return clean;
    }
    /** The end of the log, longer than `tail`. */
    recent() {
        if (this.#file === undefined)
            return '';
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(this.#file);
        const bytes = Buffer.alloc(Math.min(size, searchedBytes));
        const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(this.#file, bytes, 0, bytes.length, size - bytes.length);
        return bytes.toString('utf8', 0, read);
    }
    close() {
        if (this.#file !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#file);
        this.#file = undefined;
    }
}


/***/ }),

/***/ 55178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ resultOf)
});

// EXTERNAL MODULE: ./build/targets/unit/captured.js
var unit_captured = __webpack_require__(47208);
// EXTERNAL MODULE: ./build/engine/template.js
var template = __webpack_require__(3497);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(71583);
// EXTERNAL MODULE: ./build/targets/unit/regular-file.js
var regular_file = __webpack_require__(67139);
;// CONCATENATED MODULE: ./build/targets/unit/declared-result.js



/** It goes into the journal, and from there into reports. */
const largestOutput = 64 * 1024;
/** Deeper than any record; a guard for whoever walks it. */
const deepest = 64;
const missing = (message) => ({ ok: false, class: 'no-metrics', message });
/** The values with those that are declared read as what they stand for. */
function declaredValues({ sets = [] }, values) {
    const typed = asDeclared(sets, values);
    const absent = sets.filter((name) => !Object.hasOwn(typed, name));
    if (absent.length > 0) {
        const names = absent.map((name) => `\`${name}\``).join(', ');
        return missing(`$ML_OUTPUT: the command declares ${names} under \`sets:\` and did not write it`);
    }
    for (const name of sets) {
        const value = typed[name];
        if (typeof value === 'string')
            typed[name] = (0,plan/* literalValue */.XP)(value);
    }
    return { ok: true, value: typed };
}
/** `drift_detected`, where `drift-detected` is declared, is that one. */
function asDeclared(sets, values) {
    const declared = new Map(sets.map((name) => [(0,template/* variableName */.cG)(name), name]));
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [declared.get((0,template/* variableName */.cG)(name)) ?? name, value]));
}
/** Standard output as `result:` says; undefined where it says nothing. `file` holds it. */
function declaredOutput({ result }, file) {
    if (result === undefined || file === undefined)
        return { ok: true, value: undefined };
    const read = (0,regular_file/* readRegularFile */.X)(file, Number.POSITIVE_INFINITY);
    if (read.is !== 'text')
        return missing('standard output was not kept');
    return result === 'json' ? parsed(read.text) : lastLine(read.text);
}
function lastLine(text) {
    const line = text.split(/\r?\n/).findLast((one) => one.trim() !== '');
    if (line === undefined)
        return missing('standard output is empty; `result: last-line` needs a line');
    return Buffer.byteLength(line) > largestOutput
        ? missing(`the last line of standard output is larger than ${largestOutput / 1024} KiB`)
        : { ok: true, value: line.trim() };
}
function parsed(text) {
    if (text.trim() === '')
        return missing('standard output is empty; `result: json` needs a JSON value');
    if (Buffer.byteLength(text) > largestOutput)
        return missing(`standard output is larger than ${largestOutput / 1024} KiB, the most for \`result: json\``);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        return missing(`standard output is no JSON, as \`result: json\` says: ${error instanceof Error ? error.message : String(error)}`);
    }
    const problem = problemIn(value);
    return problem === undefined ? { ok: true, value } : missing(`standard output: ${problem}`);
}
function problemIn(whole) {
    let level = [whole];
    for (let depth = 0; level.length > 0; depth += 1) {
        if (depth > deepest)
            return `is nested deeper than ${deepest} levels`;
        // `1e999` reads as infinite, and would be written as null.
        if (level.some((value) => typeof value === 'number' && !Number.isFinite(value)))
            return 'holds a number that is too large';
        level = level.flatMap((value) => typeof value === 'object' && value !== null ? Object.values(value) : []);
    }
    return undefined;
}
/** Every text in it, names too, as `clean` leaves it. No deeper than `problemIn` lets pass. */
function cleanedJson(value, clean) {
    if (typeof value === 'string')
        return clean(value);
    if (typeof value !== 'object' || value === null)
        return value;
    if (Array.isArray(value))
        return value.map((one) => cleanedJson(one, clean));
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [clean(name), cleanedJson(one, clean)]));
}

// EXTERNAL MODULE: ./build/targets/unit/metrics.js + 1 modules
var metrics = __webpack_require__(37176);
;// CONCATENATED MODULE: ./build/targets/unit/unit-result.js



/** Of a child that has ended well: all that it gave, or what of it is missing. */
function resultOf(request, command, left) {
    const { captured, log } = left;
    const read = (0,metrics/* readResult */.U)(request, left.home, command, left.before, left.outputFile);
    if (!read.ok)
        return read;
    if (captured?.isTooLong) {
        const most = unit_captured/* largestCapture */.fs / 1024 / 1024;
        const message = `standard output is larger than ${most} MiB, the most that another command can read; write it to a file in \`$ML_RUN_DIR\``;
        return { ok: false, class: 'no-metrics', message };
    }
    const values = declaredValues(command, cleaned(read.result.values, log));
    if (!values.ok)
        return values;
    const output = declaredOutput(command, captured?.path);
    if (!output.ok)
        return output;
    return {
        ok: true,
        result: {
            ...read.result,
            values: values.value,
            ...(output.value === undefined ? {} : { output: cleanedJson(output.value, (text) => log.clean(text)) }),
            ...(captured ? { stdout: unit_captured/* stdoutName */.$3 } : {}),
        },
    };
}
/** Values go into the journal and to people: a secret among them is blotted out like one in the log. */
function cleaned(values, log) {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [
        log.clean(name),
        typeof value === 'string' ? log.clean(value) : value,
    ]));
}


/***/ })

};
