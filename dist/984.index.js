export const id = 984;
export const ids = [984,4011,7719,4946];
export const modules = {

/***/ 78894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _0: () => (/* binding */ openJournal),
/* harmony export */   _C: () => (/* binding */ cutTornLine),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   mh: () => (/* binding */ stateFrom)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _engine_event_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63347);
/* harmony import */ var _engine_evolve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74994);
/* harmony import */ var _engine_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80306);
/* harmony import */ var _run_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38702);
/** The journal as a file of JSON lines, one event a line, appended and never changed. */





/** What each event must have to be one; the rest of it follows from who wrote it. */
const required = {
    'run-started': ['schema', 'run', 'workflow'],
    'unit-started': ['node', 'attempt', 'directory'],
    'unit-succeeded': ['node', 'attempt', 'seconds', 'metrics', 'values'],
    'unit-failed': ['node', 'attempt', 'seconds', 'class', 'message', 'tail'],
    'unit-interrupted': ['node', 'attempt'],
    'gate-decided': ['node', 'arm', 'gate', 'text', 'outcome', 'sum', 'operands'],
    'variable-set': ['node', 'name', 'value'],
    'assignment-failed': ['node', 'message'],
    'case-decided': ['node', 'arm'],
    'retry-scheduled': ['node', 'attempt', 'delay', 'class'],
    'retry-started': ['node', 'attempt'],
    'timed-out': ['node'],
    waited: ['node'],
    'budget-exceeded': ['node', 'dollars'],
    'approval-requested': ['node', 'label'],
    'approval-given': ['node', 'approved', 'by'],
    'results-offered': ['from', 'finished'],
    'unit-reused': ['node', 'from', 'directory', 'seconds', 'metrics', 'values'],
    'cells-dispatched': ['node', 'branches'],
    'cell-lost': ['node', 'message'],
    'cancel-requested': ['by'],
    'pod-intended': ['pod', 'target', 'scope', 'offer', 'price', 'lifetime'],
    'pod-refused': ['pod', 'class', 'message'],
    'pod-created': ['pod', 'id', 'price'],
    'pod-ready': ['pod', 'seconds'],
    'unit-placed': ['node', 'on', 'share'],
    'pod-ended': ['pod', 'why', 'proven', 'seconds', 'dollars'],
    'pod-billed': ['pod', 'dollars'],
    'run-resumed': [],
    'run-concluded': ['decision', 'reasonCode', 'reason'],
};
const batchMilliseconds = 1_000;
/** Opens the journal for appending. Each `append` is one `write`, so that a line is either there or torn. */
function openJournal(path, clock, options = {}) {
    const { lastSeq = 0, durability = 'batched' } = options;
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'a');
    const disk = durability === 'each' ? syncEach(file) : syncBatches(file);
    let seq = lastSeq;
    /** What stands in the file is not known any more: nothing may follow it, and why has been said. */
    let isBroken = false;
    return {
        append(facts) {
            const at = clock.now();
            const events = facts.map((fact) => {
                seq += 1;
                return { seq, at, ...fact };
            });
            const isEdge = facts.some(isKeptAtOnce);
            if (isBroken)
                throw new _run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RunError */ .e4(`${path}: a line could not be written, so none may follow it`);
            isBroken = true;
            writeWhole(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
            disk.written(isEdge);
            isBroken = false;
            return events;
        },
        close() {
            try {
                (0,_run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .orRunError */ .jj)('the run cannot be kept', () => disk.close());
            }
            catch (error) {
                if (!isBroken)
                    throw error;
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
            }
        },
    };
}
/** Beginning and end, and what there is of pods: a machine that goes down must not forget what it pays for. */
function isKeptAtOnce({ type }) {
    return type === 'run-started' || type === 'run-concluded' || type.startsWith('pod-');
}
function syncEach(file) {
    return { written: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(file), close: () => { } };
}
function syncBatches(file) {
    let timer;
    let failure;
    const callOff = () => {
        clearTimeout(timer);
        timer = undefined;
    };
    return {
        written(now) {
            // A disk that has refused may have lost lines: the run does not go on as if it had them.
            if (failure)
                throw failure.error;
            if (now) {
                callOff();
                return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(file);
            }
            timer ??= setTimeout(() => {
                timer = undefined;
                try {
                    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fdatasyncSync)(file);
                }
                catch (error) {
                    failure = { error };
                }
            }, batchMilliseconds).unref();
        },
        close() {
            if (timer === undefined)
                return;
            callOff();
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fdatasyncSync)(file);
        },
    };
}
function writeWhole(file, text) {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;)
        written += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, bytes, written);
}
/** Reads a journal back. A torn last line is left out with a notice; any other damage is an error that names the line. */
function readJournal(path) {
    const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    const end = text.lastIndexOf('\n') + 1;
    const lines = text.slice(0, end).split('\n').slice(0, -1);
    const events = lines.map((line, index) => parseEvent(line, index + 1, path));
    const bytes = Buffer.byteLength(text.slice(0, end));
    const notice = `${path}: the last line was torn and has been dropped`;
    return end < text.length ? { events, bytes, notice } : { events, bytes };
}
/** Cuts a torn last line off, so that the next one does not become part of it. */
function cutTornLine(path, { bytes, notice }) {
    if (notice !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.truncateSync)(path, bytes);
}
/** The state a journal leads to. A line that cannot follow from the ones before it is damage too. */
function stateFrom(plan, events, path) {
    const state = (0,_engine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .initialState */ .ue)(plan);
    for (const event of events) {
        try {
            (0,_engine_evolve_js__WEBPACK_IMPORTED_MODULE_1__/* .evolve */ .s)(state, event);
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            throw new _run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RunError */ .e4(`${path}:${event.seq}: the line does not follow from those before it (${why})`);
        }
    }
    return state;
}
function parseEvent(line, number, path) {
    const damaged = (what) => new _run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RunError */ .e4(`${path}:${number}: ${what}`);
    let event;
    try {
        event = JSON.parse(line);
    }
    catch {
        throw damaged('damaged line');
    }
    if (!isRecord(event) || event.seq !== number)
        throw damaged(`expected event ${number}`);
    const { type } = event;
    if (typeof type !== 'string' || !isKnown(type))
        throw damaged(`unknown event \`${String(type)}\``);
    if (type === 'run-started' && event.schema !== 1 && event.schema !== _engine_event_js__WEBPACK_IMPORTED_MODULE_4__/* .journalSchema */ .B)
        throw damaged('written by another version of ml-workflow');
    const missing = ['at', ...required[type]].find((field) => event[field] === undefined);
    if (missing !== undefined)
        throw damaged(`\`${type}\` without \`${missing}\``);
    return event;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}
function isKnown(type) {
    return Object.hasOwn(required, type);
}


/***/ }),

/***/ 74946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ offerOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _engine_checkpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3061);
/** What a new run may take over from an earlier one: its finished units, with the way to their directories. */



/** Runs lie side by side, so the way from the new run's folder is over the one above. */
function offerOf({ run, path }, state) {
    const finished = {};
    for (const [key, unit] of Object.entries((0,_engine_checkpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .checkpointOf */ .S)(state).finished)) {
        // Without its files a result is only half there: then it is made again.
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, unit.directory)))
            continue;
        finished[key] = { ...unit, directory: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)('..', run, unit.directory) };
    }
    return { from: run, finished };
}


/***/ }),

/***/ 6434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ newRunId),
/* harmony export */   R0: () => (/* binding */ readTargets),
/* harmony export */   kg: () => (/* binding */ createRunFolder),
/* harmony export */   lU: () => (/* binding */ storePlan),
/* harmony export */   mK: () => (/* binding */ runIds),
/* harmony export */   pL: () => (/* binding */ findRunFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60716);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71583);
/* harmony import */ var _run_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38702);
/** Where a run lives on disk: `.ml-workflow/runs/<id>/` in the workspace, with its plan, its journal and its units. */






const stateFolder = '.ml-workflow';
/** Sorts by time and tells people which workflow it was. `now`: UTC, ISO 8601. */
function newRunId(workflow, now) {
    // With milliseconds: the newest run is the last by name.
    const stamp = now.slice(0, 23).replace(/[-:.]/g, '').replace('T', '-');
    return `${stamp}-${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_3__/* .slug */ .yR)(workflow)}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(2).toString('hex')}`;
}
function createRunFolder(workspace, run, plan, targets) {
    const folder = folderOf(workspace, run);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(folder.journal))
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${folder.path}: there is a run of that id already`);
    return (0,_run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .orRunError */ .jj)('the run cannot be kept', () => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.path, 'units'), { recursive: true });
        const ignore = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, stateFolder, '.gitignore');
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(ignore))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(ignore, '*\n');
        storePlan(folder.path, plan, targets);
        return folder;
    });
}
/** `path`: of the run's folder. */
function storePlan(path, plan, targets) {
    if (targets)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'targets.json'), JSON.stringify(targets));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'plan.json'), JSON.stringify(plan));
}
function readTargets(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.path, 'targets.json');
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
}
/** The run of that id, or the newest one; undefined when there is none. */
function findRunFolder(workspace, run) {
    const runs = runIds(workspace);
    const id = run ?? runs.at(-1);
    if (id === undefined || !runs.includes(id))
        return undefined;
    const folder = folderOf(workspace, id);
    return { folder, plan: readPlan((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.path, 'plan.json')) };
}
function readPlan(path) {
    let plan;
    try {
        plan = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (plan?.schema !== 1 && plan?.schema !== _plan_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .planSchema */ .Fu)
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${path}: planned by another version of ml-workflow`);
    return plan;
}
function runIds(workspace) {
    const runs = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, stateFolder, 'runs');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(runs))
        return [];
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(runs)
        .filter((id) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runs, id, 'journal.jsonl')))
        .sort();
}
function folderOf(workspace, run) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, stateFolder, 'runs', run);
    return { run, path, journal: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'journal.jsonl') };
}


/***/ }),

/***/ 55592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ advance),
  c: () => (/* binding */ armOf)
});

// EXTERNAL MODULE: ./build/engine/own-field.js
var own_field = __webpack_require__(81678);
// EXTERNAL MODULE: ./build/engine/state.js
var engine_state = __webpack_require__(80306);
;// CONCATENATED MODULE: ./build/engine/conclude.js


function conclude(state) {
    const { settlement, stopping } = state;
    if (stopping?.by === 'cancel') {
        return { decision: 'cancelled', reasonCode: 'cancelled', reason: `cancelled by ${stopping.what}` };
    }
    if (stopping)
        return { decision: 'failed', reasonCode: 'gate-error', reason: stopping.what };
    if (settlement?.is === 'failed' && (0,engine_state/* nodeOf */.E7)(state, settlement.node).kind !== 'require')
        return failure(state, settlement);
    const unhandled = unhandledGate(state);
    if (unhandled)
        return { decision: 'not-met', reasonCode: 'gate-not-met', reason: `gate not met: ${sumOf(unhandled)}` };
    if (settlement?.is !== 'succeeded')
        throw new Error(`internal: settled as ${settlement?.is} with nothing to show for it; please report this`);
    return success(state);
}
/** What waits for a person's word. Other work may still be to come when it is given. */
function waiting(state) {
    const labels = [...state.asked].map((id) => `\`${(0,engine_state/* nodeOf */.E7)(state, id).title}\``);
    return { decision: 'waiting', reasonCode: 'waiting-approval', reason: `waiting for ${labels.join(', ')}` };
}
/** A gate that was not met and that nothing took care of. */
function unhandledGate({ byId, decisions, caught }) {
    const metAt = new Set();
    for (const { node, outcome } of decisions.values())
        if (outcome === 'met')
            metAt.add(node);
    for (const gate of decisions.values()) {
        const { node, warned } = gate;
        if (!isUnmet(gate) || warned || metAt.has(node) || caught.has(node))
            continue;
        const asked = byId.get(node);
        if (asked?.kind !== 'branch' || asked.otherwise === null)
            return gate;
    }
    return undefined;
}
function success(state) {
    const degraded = state.degraded === undefined ? '' : `; degraded: ${state.degraded}`;
    const all = [...state.decisions.values()];
    const first = all.find((gate) => isUnmet(gate) && !state.caught.has(gate.node));
    if (first) {
        const branch = all.some(({ node, outcome }) => node === first.node && outcome === 'met')
            ? 'another branch ran'
            : 'the else branch ran';
        const what = first.warned ? 'it only warns' : branch;
        const reason = `gate not met: ${sumOf(first)}; ${what}${degraded}`;
        return { decision: 'handled', reasonCode: 'else-branch', reason };
    }
    // What `||` went on after is a choice of the chain: it makes the result degraded, and the run no other.
    const failed = [...state.caught].find(([, { by }]) => (0,engine_state/* nodeOf */.E7)(state, by).kind !== 'logical');
    if (failed) {
        const [node, { class: cause }] = failed;
        const reason = `\`${(0,engine_state/* nodeOf */.E7)(state, node).title}\` failed [${cause}] and was handled${degraded}`;
        return { decision: 'handled', reasonCode: 'failure-handled', reason };
    }
    const [met] = all;
    if (!met) {
        // Some may fail by a `min=`, or on the left of `||`.
        const isWhole = [...state.nodes.values()].every((node) => node.settlement?.is !== 'failed');
        const what = isWhole ? 'every command succeeded' : 'enough commands succeeded';
        return { decision: 'passed', reasonCode: 'no-gates', reason: `${what}${degraded}` };
    }
    const reason = all.length === 1 ? `gate met: ${met.sum}` : `all ${all.length} gates met`;
    return { decision: 'passed', reasonCode: 'gates-met', reason: `${reason}${degraded}` };
}
function failure(state, settlement) {
    const codes = {
        degraded: 'degraded-deploy',
        'no-metrics': 'result-missing',
        'no-candidate': 'result-missing',
        timeout: 'timeout',
        budget: 'budget',
        'approval-refused': 'approval-refused',
    };
    return {
        decision: 'failed',
        reasonCode: (0,own_field/* ownField */.h)(codes, settlement.class) ?? 'unit-failed',
        reason: `\`${(0,engine_state/* nodeOf */.E7)(state, settlement.node).title}\` failed: ${settlement.message}`,
    };
}
function isUnmet({ outcome }) {
    return outcome === 'not-met' || outcome === 'inconclusive';
}
function sumOf({ sum, outcome, reason, remark }) {
    if (reason !== undefined)
        return `${sum} (${reason})`;
    return outcome === 'inconclusive' ? `${sum} (inconclusive: ${remark ?? 'too few samples'})` : sum;
}

// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(71583);
// EXTERNAL MODULE: ./build/engine/evaluate.js
var evaluate = __webpack_require__(62516);
// EXTERNAL MODULE: ./build/engine/gates.js
var gates = __webpack_require__(73359);
;// CONCATENATED MODULE: ./build/engine/glob.js
/** `gpu`, `a*`, `v?`: whether a text fits a pattern of a `case:`. Takes time in proportion to pattern times text. */
function fits(pattern, text) {
    let [at, star, resume] = [0, -1, 0];
    let index = 0;
    while (index < text.length) {
        if (pattern[at] === '*') {
            star = at;
            resume = index;
            at += 1;
        }
        else if (pattern[at] === '?' || pattern[at] === text[index]) {
            at += 1;
            index += 1;
        }
        else if (star >= 0) {
            at = star + 1;
            resume += 1;
            index = resume;
        }
        else
            return false;
    }
    while (pattern[at] === '*')
        at += 1;
    return at === pattern.length;
}

;// CONCATENATED MODULE: ./build/engine/jitter.js
const longest = 3600;
/** `retry`: from 1. A constant delay is kept as written; a growing one is half fixed and half chance ("equal jitter"). */
function delayBefore({ id, delay, backoff }, retry, run) {
    if (backoff === undefined)
        return delay ?? 0;
    const full = Math.min(longest, backoff * 2 ** (retry - 1));
    return Math.round((full / 2 + (full / 2) * chance(`${run} ${id} ${retry}`)) * 1000) / 1000;
}
/** From 0 up to 1: one step of mulberry32, seeded by FNV-1a of the text. */
function chance(text) {
    let seed = 0x811c9dc5;
    for (let index = 0; index < text.length; index += 1)
        seed = Math.imul(seed ^ text.charCodeAt(index), 0x01000193);
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

// EXTERNAL MODULE: ./build/engine/read.js
var engine_read = __webpack_require__(63703);
// EXTERNAL MODULE: ./build/engine/template.js
var template = __webpack_require__(3497);
;// CONCATENATED MODULE: ./build/engine/decide.js
/** What an open node that waits for a decision comes to: the fact to be written down. */








function decide(state, id) {
    const node = (0,engine_state/* nodeOf */.E7)(state, id);
    switch (node.kind) {
        case 'branch':
        case 'require':
        case 'repeat':
            return decideGate(state, node);
        case 'assignment':
            return decide_assign(state, node);
        case 'case':
            return decideCase(state, node);
        case 'retry':
            return scheduleRetry(state, node);
        case 'approval':
            return askFor(node);
        default:
            throw new Error(`internal: ${node.kind} ${id} has nothing to decide; please report this`);
    }
}
function decideGate(state, node) {
    const asked = node.kind === 'branch' ? (0,engine_state/* nodeState */.GN)(state, node.id).position : 0;
    const placed = (0,gates/* gatesOf */.o)(node)[asked];
    if (!placed)
        throw new Error(`internal: ${node.id} has no arm ${asked}; please report this`);
    const { gate, arm } = placed;
    const { outcome, sum, operands, reason, remark } = (0,evaluate/* evaluate */._3)(gate.expression, (0,engine_read/* readingsAt */.h)(state, node.id));
    const isUnmet = outcome === 'not-met' || outcome === 'inconclusive';
    return {
        type: 'gate-decided',
        node: node.id,
        arm,
        gate: gate.id,
        text: gate.text,
        outcome,
        sum,
        operands,
        ...(reason === undefined ? {} : { reason }),
        ...(remark === undefined ? {} : { remark }),
        ...(isUnmet && gate.severity === 'warn' ? { warned: true } : {}),
    };
}
function decide_assign(state, node) {
    const { variable: name, value: from } = node;
    const failed = (message) => ({
        type: 'assignment-failed',
        node: node.id,
        message: `\`${node.title}\`: ${message}`,
    });
    if (from.is === 'literal')
        return { type: 'variable-set', node: node.id, name, value: from.value };
    const readings = (0,engine_read/* readingsAt */.h)(state, node.id);
    if (from.is === 'template') {
        const filled = (0,template/* fill */.GS)(from.value, readings);
        return filled.ok
            ? { type: 'variable-set', node: node.id, name, value: (0,plan/* literalValue */.XP)(filled.text) }
            : failed(filled.problem);
    }
    const read = readings.result(from.path, from.from);
    if (read.problem !== undefined)
        return failed(read.problem);
    const { metric, value } = read;
    // A variable has no unit: what is no value of the metric's must not get past this place.
    const problem = typeof value === 'number' ? (0,evaluate/* valueProblem */.FQ)(value, state.plan.metrics[metric]?.unit ?? 'number') : undefined;
    if (problem !== undefined)
        return failed(`\`${metric}\` is ${problem}`);
    return {
        type: 'variable-set',
        node: node.id,
        name,
        value: typeof value === 'string' ? (0,plan/* literalValue */.XP)(value) : value,
    };
}
function decideCase(state, node) {
    const read = (0,evaluate/* textOf */.b6)(node.subject, (0,engine_read/* readingsAt */.h)(state, node.id));
    if (read.problem !== undefined)
        return { type: 'case-decided', node: node.id, arm: -1, reason: read.problem };
    const { text } = read;
    const arm = node.arms.findIndex(({ patterns }) => patterns.some((pattern) => fits(pattern, text)));
    return arm < 0
        ? { type: 'case-decided', node: node.id, arm, reason: `no pattern fits \`${text}\`` }
        : { type: 'case-decided', node: node.id, arm, value: text };
}
function scheduleRetry(state, node) {
    const { attempt = 1, worst } = (0,engine_state/* nodeState */.GN)(state, node.id);
    return {
        type: 'retry-scheduled',
        node: node.id,
        attempt: attempt + 1,
        delay: delayBefore(node, attempt, state.run.id),
        class: worst?.is === 'failed' ? worst.class : 'failed',
    };
}
function askFor({ id, label }) {
    return { type: 'approval-requested', node: id, label };
}

// EXTERNAL MODULE: ./build/engine/expiry.js
var expiry = __webpack_require__(11276);
// EXTERNAL MODULE: ./build/engine/reuse.js
var reuse = __webpack_require__(15531);
// EXTERNAL MODULE: ./build/engine/timers.js
var timers = __webpack_require__(10733);
;// CONCATENATED MODULE: ./build/engine/advance.js








const nothing = { facts: [], start: [], end: [] };
/** `room`: how many more units a target can take now. `now`: milliseconds since the epoch. */
function advance(state, room, now, reach) {
    if (state.conclusion)
        return nothing;
    const end = [...state.ending];
    const undecided = [...state.undecided].filter((id) => reach?.has(id, armOf(state, id), state) ?? true);
    if (undecided.length > 0)
        return { facts: undecided.map((id) => decide(state, id)), start: [], end };
    if (state.settlement && state.running.size === 0 && (reach?.concludes ?? true))
        return { facts: [{ type: 'run-concluded', ...conclude(state) }], start: [], end };
    const timer = reach ? timerWithin(state, reach) : (0,timers/* nextTimer */.li)(state);
    if (timer && timer.at <= now)
        return { facts: [ring(state, timer, now)], start: [], end };
    const facts = [];
    const start = [];
    for (const [target, ready] of state.ready) {
        let left = room(target);
        for (const id of ready) {
            if (left <= 0)
                break;
            if (reach && !reach.has(id, 0, state))
                continue;
            left -= 1;
            const offered = offer(state, id);
            if ('type' in offered)
                facts.push(offered);
            else
                start.push(offered);
        }
    }
    if (facts.length === 0 && start.length === 0 && isWaiting(state) && (reach?.concludes ?? true))
        return {
            facts: [{ type: 'run-concluded', ...waiting(state) }],
            start,
            end,
            // For a driver that has somebody to ask, and so goes on.
            ...(timer ? { wake: timer.at } : {}),
        };
    return { facts, start, end, ...(timer ? { wake: timer.at } : {}) };
}
/** Of a branch the arm that is asked now. */
function armOf(state, id) {
    return (0,engine_state/* nodeOf */.E7)(state, id).kind === 'branch' ? (0,engine_state/* nodeState */.GN)(state, id).position : 0;
}
/**
 * The next one that concerns this process: of what it waits for itself, and of each timeout and budget around something
 * that goes on here.
 */
function timerWithin(state, reach) {
    const around = new Set();
    const ready = [...state.ready.values()].flatMap((set) => [...set]);
    for (const node of [...ready, ...state.running, ...state.undecided, ...state.sleeping]) {
        if (!reach.has(node, armOf(state, node), state))
            continue;
        for (let id = node; id !== null && !around.has(id); id = (0,engine_state/* nodeOf */.E7)(state, id).parent)
            around.add(id);
    }
    let next;
    for (const timer of state.timers) {
        const isHere = timer.what === 'retry' || timer.what === 'wait'
            ? reach.has(timer.node, 0, state)
            : around.has(timer.node);
        if (isHere && (0,timers/* isLive */.DG)(state, timer) && (!next || (0,timers/* isBefore */.Y8)(timer, next)))
            next = timer;
    }
    return next;
}
/** Only a person's word is missing: nobody need stay for it. */
function isWaiting({ asked, running, sleeping, ready }) {
    return (asked.size > 0 &&
        running.size === 0 &&
        sleeping.size === 0 &&
        [...ready.values()].every(({ size }) => size === 0));
}
/** What it means that a timer's moment has come. */
function ring(state, { node, what }, now) {
    switch (what) {
        case 'wait':
            return { type: 'waited', node };
        case 'timeout':
            return { type: 'timed-out', node };
        case 'retry':
            return { type: 'retry-started', node, attempt: ((0,engine_state/* nodeState */.GN)(state, node).attempt ?? 1) + 1 };
        case 'budget': {
            const { spending } = (0,engine_state/* nodeState */.GN)(state, node);
            const dollars = spending ? (0,expiry/* spentAt */.gI)(spending, now) : 0;
            return { type: 'budget-exceeded', node, dollars: Number(dollars.toFixed(6)) };
        }
    }
}
/** The unit with its input, or the fact that it is not started: it cannot be, or need not. */
function offer(state, id) {
    const unit = (0,engine_state/* unitOf */.uF)(state, id);
    const attempt = (state.starts.get(id) ?? 0) + 1;
    const refuse = (cause, message) => ({
        type: 'unit-failed',
        node: id,
        attempt,
        seconds: 0,
        class: cause,
        message,
        tail: [],
    });
    const command = state.plan.commands[unit.command];
    if (command?.is === 'run' && command.deploys !== undefined && state.degraded !== undefined) {
        return refuse('degraded', `not deployed: ${state.degraded}`);
    }
    const bound = (0,template/* unitInput */.l2)(state.plan, unit, (0,engine_read/* readingsAt */.h)(state, id));
    if (!bound.ok)
        return refuse('usage', bound.problem);
    const { input } = bound;
    const { offered } = state;
    const finished = offered && (0,engine_state/* nodeState */.GN)(state, id).after !== true
        ? offered.finished.get((0,reuse/* reuseKey */.S)(state.plan, unit, input))
        : undefined;
    // Nobody had asked that run to keep what the command printed.
    const isMute = command?.is === 'run' && state.readByOthers.has(id) && finished?.stdout === undefined;
    if (offered && finished && !isMute)
        return { type: 'unit-reused', node: id, from: offered.from, ...finished };
    const previous = (0,engine_state/* lastThatRan */.Zq)(state, unit.input ?? []);
    // An empty input in its place would be a result that nobody gave.
    if (unit.input !== undefined && (previous === undefined || !(0,engine_state/* nodeState */.GN)(state, previous).result)) {
        const title = previous === undefined ? 'the element before it' : `\`${(0,engine_state/* nodeOf */.E7)(state, previous).title}\``;
        return refuse('no-metrics', `${title} gave no result to read`);
    }
    return { unit, attempt, input, ...(previous === undefined ? {} : { previous }) };
}


/***/ }),

/***/ 3061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ checkpointOf)
/* harmony export */ });
/* harmony import */ var _reuse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15531);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80306);


/** Directories are relative to the run's own. */
function checkpointOf(state) {
    const finished = {};
    for (const [id, { result, input, directory, settlement }] of state.nodes) {
        if (!result || !input || directory === undefined || settlement?.is !== 'succeeded')
            continue;
        finished[(0,_reuse_js__WEBPACK_IMPORTED_MODULE_1__/* .reuseKey */ .S)(state.plan, (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .unitOf */ .uF)(state, id), input)] = { ...result, directory };
    }
    return { finished, variables: Object.fromEntries(state.variables.get('') ?? []) };
}


/***/ }),

/***/ 63347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ journalSchema)
/* harmony export */ });
/** 2 added the events of retries, timers, approvals and reuse. A journal of schema 1 reads the same under it. */
const journalSchema = 2;


/***/ }),

/***/ 15531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ reuseKey)
/* harmony export */ });
/* unused harmony export inputHash */
/** The unit's id with a hash of all that decides what it does, as far as this program knows. */
function reuseKey(plan, unit, input) {
    return `${unit.id} ${inputHash(plan, unit, input)}`;
}
/** 128 bits, in hexadecimal digits. Tells apart what differs by accident; it is no defence against an attacker. */
function inputHash(plan, unit, { arguments: words, parameters }) {
    const selection = plan.selections[unit.id] ?? plan.selections['best-model'];
    return hash(canonical({
        command: plan.commands[unit.command],
        arguments: words,
        parameters,
        collects: unit.collects,
        input: unit.input ?? [],
        // What a built-in command does depends on these too.
        ...(unit.collects.length > 0 ? { selection, results: plan.results } : {}),
    }));
}
/** JSON with the keys in order. */
function canonical(value) {
    return JSON.stringify(value, (_key, part) => typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part);
}
/** Four lanes of FNV-1a that are mixed with one another. */
function hash(text) {
    const lanes = [0x811c9dc5, 0x01000193, 0x85ebca6b, 0xc2b2ae35];
    for (let index = 0; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        for (let lane = 0; lane < lanes.length; lane += 1) {
            const before = lanes[(lane + 3) % 4] ?? 0;
            lanes[lane] = Math.imul((lanes[lane] ?? 0) ^ unit ^ (before >>> 7), 0x01000193 + 2 * lane);
        }
    }
    return lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
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


/***/ })

};
