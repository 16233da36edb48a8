export const id = 580;
export const ids = [580];
export const modules = {

/***/ 6434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ newRunId),
/* harmony export */   R0: () => (/* binding */ readTargets),
/* harmony export */   kg: () => (/* binding */ createRunFolder),
/* harmony export */   pL: () => (/* binding */ findRunFolder),
/* harmony export */   runIds: () => (/* binding */ runIds)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(716);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1583);
/* harmony import */ var _run_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8702);
/** Where a run lives on disk: `.ml-workflow/runs/<id>/` in the workspace, with its plan, its journal and its units. */






const stateFolder = '.ml-workflow';
/** Sorts by time and tells people which workflow it was. `now`: UTC, ISO 8601. */
function newRunId(workflow, now) {
    const stamp = now.slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
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
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.path, 'targets.json'), JSON.stringify(targets));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.path, 'plan.json'), JSON.stringify(plan));
        return folder;
    });
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
    if (plan?.schema !== _plan_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .planSchema */ .Fu)
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

/***/ 4784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ evolve)
});

// UNUSED EXPORTS: fold

;// CONCATENATED MODULE: ./build/engine/reopen.js
/** Called with each event, before anything follows from it. */
function keepForReopening(state, event) {
    switch (event.type) {
        case 'cancel-requested':
            // Another reason to stop came first: then that is how the run ends, and it is not reopened.
            if (!state.stopping)
                state.beforeCancel = { kept: structuredClone(keptOf(state)), since: [] };
            return;
        case 'unit-succeeded':
        case 'unit-failed':
        case 'unit-interrupted':
            state.beforeCancel?.since.push(event);
            return;
        default:
    }
}
/** Puts the state back; the result is to be taken in again, in that order. */
function reopen(state) {
    const before = state.beforeCancel;
    if (!before)
        throw new Error('internal: a run that was not cancelled cannot be reopened; please report this');
    const { kept, since } = before;
    refill(state.nodes, kept.nodes);
    refill(state.ready, kept.ready);
    refill(state.variables, kept.variables);
    for (const name of ['running', 'undecided']) {
        state[name].clear();
        for (const id of kept[name])
            state[name].add(id);
    }
    state.gates.splice(0, state.gates.length, ...kept.gates);
    state.degraded = kept.degraded;
    state.settlement = kept.settlement;
    state.stopping = undefined;
    state.conclusion = undefined;
    state.beforeCancel = undefined;
    delete state.run.endedAt;
    return since.map((event) => event.type === 'unit-failed' && event.class === 'cancelled'
        ? { seq: event.seq, at: event.at, type: 'unit-interrupted', node: event.node, attempt: event.attempt }
        : event);
}
function keptOf(state) {
    const { nodes, ready, running, undecided, variables, gates, degraded, settlement } = state;
    return { nodes, ready, running, undecided, variables, gates, degraded, settlement };
}
function refill(map, from) {
    map.clear();
    for (const [key, item] of from)
        map.set(key, item);
}

// EXTERNAL MODULE: ./build/engine/state.js
var engine_state = __webpack_require__(306);
// EXTERNAL MODULE: ./build/engine/template.js
var template = __webpack_require__(3497);
;// CONCATENATED MODULE: ./build/engine/unreachable.js
/** Ends every `switch` over a union, so that a new member is a compile error at each of them. */
function unreachable(value) {
    throw new Error(`internal: unexpected ${JSON.stringify(value)}; please report this`);
}

;// CONCATENATED MODULE: ./build/engine/evolve.js




const succeeded = { is: 'succeeded' };
function fold(plan, events) {
    const state = initialState(plan);
    for (const event of events)
        evolve(state, event);
    return state;
}
/** Takes one more event into the state. The same events in the same order always give the same state. */
function evolve(state, event) {
    state.seq = event.seq;
    keepForReopening(state, event);
    switch (event.type) {
        case 'run-started':
            state.run.id = event.run;
            state.run.startedAt = event.at;
            return work(state, event.at, { do: 'open', id: state.plan.root });
        case 'unit-started':
            return unitStarted(state, event);
        case 'unit-succeeded': {
            const unit = (0,engine_state/* nodeState */.GN)(state, event.node);
            leave(state.running, event);
            const { seconds, metrics, values, primary, samples, source } = event;
            unit.result = {
                seconds,
                metrics,
                values,
                ...(primary === undefined ? {} : { primary }),
                ...(samples === undefined ? {} : { samples }),
                ...(source === undefined ? {} : { source }),
            };
            setSystemVariables(state, event.node, unit.result);
            return work(state, event.at, { do: 'settle', id: event.node, settlement: succeeded });
        }
        case 'unit-failed': {
            // Never started: it was refused.
            if (!state.running.has(event.node))
                leave(readySet(state, event.node), event);
            state.running.delete(event.node);
            (0,engine_state/* nodeState */.GN)(state, event.node).failure = event;
            const settlement = {
                is: 'failed',
                node: event.node,
                class: event.class,
                message: event.message,
            };
            return work(state, event.at, { do: 'settle', id: event.node, settlement });
        }
        case 'unit-interrupted': {
            leave(state.running, event);
            if (state.stopping)
                return work(state, event.at, { do: 'settle', id: event.node, settlement: { is: 'stopped' } });
            (0,engine_state/* nodeState */.GN)(state, event.node).status = 'open';
            readySet(state, event.node).add(event.node);
            return;
        }
        case 'gate-decided':
            return gateDecided(state, event);
        case 'variable-set':
            leave(state.undecided, event);
            setVariable(state, event.node, event.name, event.value);
            return work(state, event.at, { do: 'settle', id: event.node, settlement: succeeded });
        case 'assignment-failed': {
            leave(state.undecided, event);
            const settlement = {
                is: 'failed',
                node: event.node,
                class: 'no-metrics',
                message: event.message,
            };
            return work(state, event.at, { do: 'settle', id: event.node, settlement });
        }
        case 'cancel-requested':
            return stop(state, { by: 'cancel', what: event.by }, event.at);
        case 'run-resumed':
            for (const past of reopen(state))
                evolve(state, past);
            state.seq = event.seq;
            return;
        case 'run-concluded':
            state.run.endedAt = event.at;
            state.conclusion = { decision: event.decision, reasonCode: event.reasonCode, reason: event.reason };
            return;
        default:
            return unreachable(event);
    }
}
function unitStarted(state, event) {
    const unit = (0,engine_state/* nodeOf */.E7)(state, event.node);
    leave(readySet(state, event.node), event);
    state.running.add(event.node);
    const own = (0,engine_state/* nodeState */.GN)(state, event.node);
    own.status = 'running';
    own.startedAt = event.at;
    own.attempt = event.attempt;
    own.directory = event.directory;
    const bound = unit.kind === 'unit' ? (0,template/* unitInput */.l)(state.plan, unit, (0,engine_state/* variablesAt */.VX)(state, unit.id)) : undefined;
    if (bound?.ok)
        own.input = bound.input;
}
function gateDecided(state, event) {
    leave(state.undecided, event);
    state.gates.push(event);
    const node = (0,engine_state/* nodeOf */.E7)(state, event.node);
    if (event.outcome === 'error') {
        const message = `gate \`${event.text}\` could not be decided: ${event.reason ?? 'unknown reason'}`;
        const settlement = { is: 'failed', node: event.node, class: 'gate-error', message };
        // Stopping comes first, or a `;` behind the gate would go on.
        state.stopping ??= { by: 'gate-error', what: message };
        work(state, event.at, { do: 'settle', id: event.node, settlement });
        return stop(state, state.stopping, event.at);
    }
    const met = event.outcome === 'met';
    if (node.kind === 'require') {
        const settlement = met
            ? succeeded
            : { is: 'failed', node: event.node, class: 'gate-not-met', message: `required: ${event.sum}` };
        return work(state, event.at, { do: 'settle', id: event.node, settlement });
    }
    if (node.kind !== 'branch')
        throw new Error(`internal: gate decided at ${node.kind} ${node.id}; please report this`);
    const arm = node.arms[event.arm];
    const own = (0,engine_state/* nodeState */.GN)(state, event.node);
    if (met && arm)
        return work(state, event.at, { do: 'open', id: arm.body });
    own.position = event.arm + 1;
    if (node.arms[own.position])
        state.undecided.add(event.node);
    else if (node.otherwise !== null)
        work(state, event.at, { do: 'open', id: node.otherwise });
    else {
        // Behind `/end` the chain goes on; that the gate was not met stays in the record and decides the run's colour.
        const settlement = node.closed
            ? succeeded
            : { is: 'not-met', gate: event.gate, sum: event.sum };
        work(state, event.at, { do: 'settle', id: event.node, settlement });
    }
}
/** Opens and settles until nothing more follows from what is known. */
function work(state, at, first) {
    const list = [first];
    for (let next = list.pop(); next; next = list.pop()) {
        if (next.do === 'open')
            evolve_open(state, (0,engine_state/* nodeOf */.E7)(state, next.id), list);
        else
            settle(state, next.id, next.settlement, at, list);
    }
}
function evolve_open(state, node, list) {
    if (state.stopping) {
        list.push({ do: 'settle', id: node.id, settlement: { is: 'stopped' } });
        return;
    }
    if (state.nodes.has(node.id))
        throw new Error(`internal: ${node.id} was opened twice; please report this`);
    state.nodes.set(node.id, {
        status: 'open',
        openedBy: state.seq,
        position: 0,
        open: 0,
        succeeded: 0,
    });
    switch (node.kind) {
        case 'unit':
            readySet(state, node.id).add(node.id);
            return;
        case 'branch':
        case 'require':
        case 'assignment':
            state.undecided.add(node.id);
            return;
        case 'sequence': {
            const [child] = node.children;
            list.push(child ? { do: 'open', id: child } : { do: 'settle', id: node.id, settlement: succeeded });
            return;
        }
        case 'logical':
            list.push({ do: 'open', id: node.left });
            return;
        case 'call':
            return openCall(state, node, list);
        case 'parallel':
            return openBranches(state, node, list);
        default:
            return unreachable(node);
    }
}
function openCall(state, node, list) {
    const bound = (0,template/* bindParameters */.E)(node.parameters, (0,engine_state/* variablesAt */.VX)(state, node.id));
    if (!bound.ok) {
        const settlement = { is: 'failed', node: node.id, class: 'usage', message: bound.problem };
        list.push({ do: 'settle', id: node.id, settlement });
        return;
    }
    state.variables.set(node.id, new Map(Object.entries(bound.values)));
    list.push({ do: 'open', id: node.body });
}
function openBranches(state, node, list) {
    const own = (0,engine_state/* nodeState */.GN)(state, node.id);
    const wanted = [];
    while (own.position < node.branches.length && own.open < (node.max ?? Number.POSITIVE_INFINITY)) {
        const branch = node.branches[own.position];
        if (branch !== undefined)
            wanted.push(branch);
        own.position += 1;
        own.open += 1;
    }
    // The list is a stack: pushed in reverse, branches open in the order of the chain.
    for (const id of wanted.reverse())
        list.push({ do: 'open', id });
}
function settle(state, id, settlement, at, list) {
    const node = (0,engine_state/* nodeOf */.E7)(state, id);
    const own = state.nodes.get(id);
    if (own) {
        if (own.settlement)
            throw new Error(`internal: ${id} settled twice; please report this`);
        own.status = settlement.is;
        own.settlement = settlement;
        own.endedAt = at;
    }
    if (node.parent === null) {
        state.settlement = settlement;
        return;
    }
    const parent = (0,engine_state/* nodeOf */.E7)(state, node.parent);
    switch (parent.kind) {
        case 'sequence':
            return childSettled(state, parent, settlement, list);
        case 'parallel':
            return branchSettled(state, parent, settlement, list);
        case 'logical':
            return operandSettled(state, parent, id, settlement, list);
        case 'branch':
        case 'call':
            list.push({ do: 'settle', id: parent.id, settlement });
            return;
        default:
            throw new Error(`internal: ${parent.kind} ${parent.id} has a child; please report this`);
    }
}
function childSettled(state, parent, settlement, list) {
    const own = (0,engine_state/* nodeState */.GN)(state, parent.id);
    if (settlement.is !== 'succeeded')
        own.worst = worse(own.worst, settlement);
    const isOver = state.stopping !== undefined;
    for (own.position += 1; own.position < parent.children.length; own.position += 1) {
        const next = parent.children[own.position];
        if (next === undefined || isOver)
            break;
        if (settlement.is === 'succeeded' || state.always.has(next)) {
            list.push({ do: 'open', id: next });
            return;
        }
    }
    list.push({ do: 'settle', id: parent.id, settlement: own.worst ?? succeeded });
}
function branchSettled(state, parent, settlement, list) {
    const own = (0,engine_state/* nodeState */.GN)(state, parent.id);
    own.open -= 1;
    if (settlement.is === 'succeeded')
        own.succeeded += 1;
    else
        own.worst = worse(own.worst, settlement);
    if (!state.stopping)
        openBranches(state, parent, list);
    const unopened = state.stopping ? 0 : parent.branches.length - own.position;
    if (own.open > 0 || unopened > 0)
        return;
    for (const branch of parent.branches)
        handOver(state, branch);
    const total = parent.branches.length;
    if (own.succeeded === total) {
        list.push({ do: 'settle', id: parent.id, settlement: succeeded });
    }
    else if (own.succeeded >= parent.min && !state.stopping) {
        if (!parent.minWritten)
            state.degraded ??= `only ${own.succeeded} of ${total} branches succeeded (no \`min=\` was written)`;
        list.push({ do: 'settle', id: parent.id, settlement: succeeded });
    }
    else {
        list.push({ do: 'settle', id: parent.id, settlement: own.worst ?? { is: 'stopped' } });
    }
}
function operandSettled(state, parent, child, settlement, list) {
    const isLeft = child === parent.left;
    const goesOn = parent.operator === '&&' ? settlement.is === 'succeeded' : isForgivable(settlement);
    if (!isLeft || !goesOn || state.stopping) {
        list.push({ do: 'settle', id: parent.id, settlement });
        return;
    }
    if (parent.operator === '||')
        state.degraded ??= `\`${parent.title}\` went on after a failure`;
    list.push({ do: 'open', id: parent.right });
}
/** What `||` may go on after: a failure of work, not of a gate and not of the invocation itself. */
function isForgivable(settlement) {
    return (settlement.is === 'failed' && !['gate-not-met', 'gate-error', 'usage', 'auth'].includes(settlement.class));
}
function stop(state, why, at) {
    state.stopping ??= why;
    const waiting = [...state.undecided, ...[...state.ready.values()].flatMap((set) => [...set])];
    state.undecided.clear();
    state.ready.clear();
    for (const id of waiting)
        work(state, at, { do: 'settle', id, settlement: { is: 'stopped' } });
}
/** A failure outranks a gate that was not met, which outranks not having been run; of equals the first counts. */
function worse(a, b) {
    return a && rank(a) >= rank(b) ? a : b;
}
function rank(settlement) {
    switch (settlement.is) {
        case 'failed':
            return settlement.class === 'gate-not-met' ? 2 : 3;
        case 'not-met':
            return 2;
        case 'stopped':
            return 1;
        case 'succeeded':
            return 0;
    }
}
/** Built-ins set variables: their values, and their metrics by name. */
function setSystemVariables(state, id, result) {
    const node = (0,engine_state/* nodeOf */.E7)(state, id);
    if (node.kind !== 'unit' || state.plan.commands[node.command]?.is !== 'builtin')
        return;
    for (const [name, value] of Object.entries({ ...result.metrics, ...result.values }))
        setVariable(state, id, name, value);
}
function setVariable(state, id, name, value) {
    setIn(state, state.scopes.of.get(id) ?? '', name, value);
}
function setIn(state, scope, name, value) {
    const variables = state.variables.get(scope);
    if (variables)
        variables.set(name, value);
    else
        state.variables.set(scope, new Map([[name, value]]));
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
function leave(set, { seq, type, node }) {
    if (!set.delete(node))
        throw new Error(`internal: ${type} of ${node} does not follow from what was before event ${seq}; please report this`);
}
function readySet(state, id) {
    const node = (0,engine_state/* nodeOf */.E7)(state, id);
    if (node.kind !== 'unit')
        throw new Error(`internal: ${id} is no unit; please report this`);
    const target = (0,engine_state/* targetOf */.$r)(state.plan, node);
    let set = state.ready.get(target);
    if (!set) {
        set = new Set();
        state.ready.set(target, set);
    }
    return set;
}


/***/ }),

/***/ 6879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ plainText)
/* harmony export */ });
/** Text of other programs, as people may safely see it: without terminal escapes, control characters and hidden marks. */
const hidden = new RegExp([
    // Whole sequences: a window title, a link, a string for the device, with what they say.
    '(?:\\u001b[\\]PX^_]|[\\u009d\\u0090\\u0098\\u009e\\u009f])[^\\u0007\\u001b\\u009c\\n]*(?:\\u0007|\\u001b\\\\|\\u009c)?',
    // Colours and movements; other escapes.
    '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]?',
    '\\u001b[ -/]*[0-~]?',
    // Other control characters but tab and line feed, and the marks that turn text around.
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]',
].join('|'), 'g');
function plainText(text) {
    return text.replace(hidden, '');
}


/***/ }),

/***/ 7580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readRun: () => (/* binding */ readRun),
  resumeRun: () => (/* binding */ resumeRun),
  startRun: () => (/* binding */ startRun)
});

// UNUSED EXPORTS: clock

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/engine/evaluate.js
var evaluate = __webpack_require__(2516);
;// CONCATENATED MODULE: ./build/builtins/statistics.js
/** The few statistics a sweep's table needs. */
function mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** Of a sample: divides by n − 1. NaN for fewer than two values. */
function standardDeviation(values) {
    const center = mean(values);
    return Math.sqrt(values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1));
}
/** Wilson's 95 % interval of a share measured on n samples (Wilson 1927): never leaves 0 to 1, unlike p ± z·s. */
function wilson(share, n) {
    const z = 1.959963984540054;
    const square = z * z;
    const center = (share + square / (2 * n)) / (1 + square / n);
    const half = (z / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
    return { low: Math.max(0, center - half), high: Math.min(1, center + half) };
}

;// CONCATENATED MODULE: ./build/builtins/table.js
/** A table in GitHub's Markdown; cells cannot break out of it. */
function markdownTable(header, rows) {
    const line = (cells) => `| ${cells.map(escapeCell).join(' | ')} |`;
    return [line(header), `| ${header.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}
function escapeCell(text) {
    return text
        .replaceAll('\\', '\\\\')
        .replaceAll('|', '\\|')
        .replace(/\s*\n\s*/g, ' ');
}

;// CONCATENATED MODULE: ./build/builtins/aggregate.js
/** `/results:aggregate`: the cells of a sweep side by side, grouped by configuration. */





const aggregateSchema = 1;
/** Values that tell repetitions of one configuration apart, not configurations. */
const repetition = new Set(['seed', 'fold']);
function aggregate(request) {
    const { cells, plan } = request;
    const completed = cells.filter(({ status }) => status === 'completed');
    if (completed.length === 0) {
        return {
            is: 'failed',
            seconds: 0,
            class: 'no-metrics',
            message: `none of the ${cells.length} cells completed`,
            tail: cells.flatMap(({ title, error }) => (error === undefined ? [] : [`${title}: ${error}`])),
        };
    }
    const groups = groupCells(completed, plan.metrics);
    const record = {
        schema: aggregateSchema,
        run: request.run,
        groups,
        cells: cells.map((cell) => ({
            id: cell.id,
            title: cell.title,
            status: cell.status,
            run_dir: cell.directory === undefined
                ? null
                : (0,external_node_path_.relative)(request.workspace, (0,external_node_path_.join)(request.runDirectory, cell.directory)),
            config: cell.config,
            metrics: cell.status === 'completed' ? cell.metrics : null,
            samples: cell.samples ?? null,
            seconds: cell.seconds ?? null,
            error: cell.error ?? null,
        })),
    };
    const path = (0,external_node_path_.join)(request.directory, 'aggregate.json');
    (0,external_node_fs_.writeFileSync)(path, `${JSON.stringify(record, null, 2)}\n`);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(request.directory, 'aggregate.md'), `${aggregateTable(groups)}\n`);
    return {
        is: 'succeeded',
        result: {
            seconds: 0,
            metrics: {},
            values: { results: (0,external_node_path_.relative)(request.workspace, path), completed: completed.length },
        },
    };
}
/** In the order of the chain. */
function groupCells(cells, metrics) {
    const groups = new Map();
    for (const cell of cells) {
        const key = JSON.stringify(Object.entries(configOf(cell)).sort());
        const own = groups.get(key);
        if (own)
            own.push(cell);
        else
            groups.set(key, [cell]);
    }
    return [...groups.values()].map((own) => {
        const [first] = own;
        return {
            config: first ? configOf(first) : {},
            cells: own.map(({ id }) => id),
            metrics: summarise(own, metrics),
        };
    });
}
function configOf(cell) {
    return Object.fromEntries(Object.entries(cell.config).filter(([name]) => !repetition.has(name)));
}
function summarise(cells, metrics) {
    const names = [...new Set(cells.flatMap((cell) => Object.keys(cell.metrics)))];
    return Object.fromEntries(names.map((name) => {
        // A cell that lacks the metric is left out of its mean: missing is not 0.
        const measured = cells.filter((cell) => cell.metrics[name] !== undefined);
        const values = measured.map((cell) => cell.metrics[name] ?? Number.NaN);
        const [only] = measured;
        const samples = only?.samples;
        const [value] = values;
        const isShare = metrics[name]?.unit === 'fraction' &&
            values.length === 1 &&
            value !== undefined &&
            (0,evaluate/* valueProblem */.FQ)(value, 'fraction') === undefined;
        const share = isShare ? value : undefined;
        const summary = {
            n: values.length,
            mean: mean(values),
            ...(values.length > 1 ? { sd: standardDeviation(values) } : {}),
            ...(share !== undefined && samples !== undefined && samples > 0
                ? { interval: wilson(share, samples) }
                : {}),
        };
        return [name, summary];
    }));
}
function aggregateTable(groups) {
    const configs = [...new Set(groups.flatMap(({ config }) => Object.keys(config)))];
    const metrics = [...new Set(groups.flatMap((group) => Object.keys(group.metrics)))];
    const rows = groups.map(({ config, metrics: own }) => [
        ...configs.map((name) => config[name] ?? ''),
        ...metrics.map((name) => {
            const summary = own[name];
            if (!summary)
                return '–';
            const spread = summary.sd === undefined ? '' : ` ± ${summary.sd.toPrecision(2)}`;
            return `${Number(summary.mean.toPrecision(4))}${spread}`;
        }),
    ]);
    return markdownTable([...configs, ...metrics], rows);
}

;// CONCATENATED MODULE: ./build/builtins/select.js
/** `/best-model:select`: the best cell of a sweep, by the declared rule. */



/** Closer values count as equal: they differ by rounding, not by merit. */
const tie = 1e-12;
function select_select(request) {
    const selection = request.plan.selections['best-model'];
    if (!selection)
        throw new Error('internal: the plan has no selection; please report this');
    const { cells } = request;
    const { metrics: declared } = request.plan;
    const choice = choose(cells, selection, declared);
    if (!choice) {
        return {
            is: 'failed',
            seconds: 0,
            class: 'no-metrics',
            message: `none of the ${cells.length} cells is a candidate`,
            tail: cells.map((cell) => `${cell.title}: ${whyNot(cell, selection, declared) ?? 'a candidate'}`),
        };
    }
    const { winner, tied } = choice;
    const directory = (0,external_node_path_.relative)(request.workspace, (0,external_node_path_.join)(request.runDirectory, winner.directory ?? ''));
    const metrics = Object.fromEntries(Object.entries(winner.metrics).map(([name, value]) => [`best_${name}`, value]));
    const record = {
        schema: 1,
        run_id: request.run,
        run_name: winner.id,
        ...winner.metrics,
        ...winner.config,
        run_dir: directory,
        rule: ruleText(selection),
        tied_with: tied.map(({ id }) => id),
        candidates: cells.map((cell) => ({ id: cell.id, why_not: whyNot(cell, selection, declared) ?? null })),
    };
    const path = (0,external_node_path_.join)(request.directory, 'winner.json');
    (0,external_node_fs_.writeFileSync)(path, `${JSON.stringify(record, null, 2)}\n`);
    return {
        is: 'succeeded',
        result: {
            seconds: 0,
            metrics,
            values: { best_model: directory, best_config: JSON.stringify(winner.config), best_id: winner.id },
            primary: `best_${selection.metric}`,
            ...(winner.samples === undefined ? {} : { samples: winner.samples }),
            source: (0,external_node_path_.relative)(request.workspace, path),
        },
    };
}
/** Cells stand in the order of the chain, which decides last. */
function choose(cells, selection, declared) {
    const candidates = cells.filter((cell) => whyNot(cell, selection, declared) === undefined);
    const rules = [{ metric: selection.metric, direction: selection.direction }, ...selection.ties];
    const [winner, ...others] = [...candidates].sort((a, b) => {
        for (const { metric, direction } of rules) {
            const difference = rated(b, metric, direction) - rated(a, metric, direction);
            if (Math.abs(difference) > tie)
                return difference;
        }
        return 0;
    });
    if (!winner)
        return undefined;
    const best = winner.metrics[selection.metric] ?? Number.NaN;
    return {
        winner,
        tied: others.filter((cell) => Math.abs((cell.metrics[selection.metric] ?? Number.NaN) - best) <= tie),
    };
}
/** Higher is better. A cell without the metric of a tie rule loses the tie. */
function rated(cell, metric, direction) {
    const value = cell.metrics[metric];
    if (value === undefined)
        return -Number.MAX_VALUE;
    return direction === 'max' ? value : -value;
}
/** Why a cell is no candidate, or undefined when it is one. A missing metric is never 0. */
function whyNot(cell, selection, declared) {
    if (cell.status !== 'completed')
        return cell.error ?? 'it did not run';
    const measured = cell.metrics[selection.metric];
    if (measured === undefined)
        return `it has no \`${selection.metric}\``;
    const problem = (0,evaluate/* valueProblem */.FQ)(measured, declared[selection.metric]?.unit ?? 'number');
    if (problem !== undefined)
        return `its \`${selection.metric}\` is ${problem}`;
    if (!selection.where)
        return undefined;
    const { met, reason, sum } = (0,evaluate/* evaluate */._3)(selection.where.expression, ({ written, metric, unit }) => {
        const value = cell.metrics[metric];
        return { written, metric, unit, ...(value === undefined ? {} : { value }) };
    }, new Map());
    return met === true ? undefined : (reason ?? `not ${sum}`);
}
function ruleText(selection) {
    const parts = [`${selection.direction} ${selection.metric}`];
    if (selection.where)
        parts.push(`where ${selection.where.text}`);
    for (const { metric, direction } of selection.ties)
        parts.push(`then ${direction} ${metric}`);
    return parts.join(', ');
}

;// CONCATENATED MODULE: ./build/builtins/target.js


const work = {
    'results:aggregate': aggregate,
    'best-model:select': select_select,
    continue: () => ({ is: 'succeeded', result: { seconds: 0, metrics: {}, values: {} } }),
    fail: ({ input }) => {
        const label = input.parameters.label ?? 'failed';
        return { is: 'failed', seconds: 0, class: label, message: `\`/fail:${label}\``, tail: [] };
    },
};
const builtins = {
    slots: Number.POSITIVE_INFINITY,
    async run(request) {
        const started = performance.now();
        const run = work[request.command.name];
        if (!run)
            throw new Error(`internal: no built-in is named ${request.command.name}; please report this`);
        const outcome = run(request);
        const seconds = (performance.now() - started) / 1000;
        return outcome.is === 'succeeded'
            ? { ...outcome, result: { ...outcome.result, seconds } }
            : { ...outcome, seconds };
    },
};

;// CONCATENATED MODULE: ./build/engine/event.js
const journalSchema = 1;

// EXTERNAL MODULE: ./build/engine/evolve.js + 2 modules
var evolve = __webpack_require__(4784);
// EXTERNAL MODULE: ./build/engine/state.js
var engine_state = __webpack_require__(306);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(8702);
;// CONCATENATED MODULE: ./build/drivers/journal-file.js
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
    'cancel-requested': ['by'],
    'run-resumed': [],
    'run-concluded': ['decision', 'reasonCode', 'reason'],
};
/**
 * Opens the journal for appending, after the events it already has. Each `append` is one `write`, so that a line is
 * either there or torn; the disk is told to keep it (`fsync`) when the run starts and ends, because a crash of this
 * process alone loses nothing that was written.
 */
function openJournal(path, clock, lastSeq = 0) {
    const file = (0,external_node_fs_.openSync)(path, 'a');
    let seq = lastSeq;
    return {
        append(facts) {
            const at = clock.now();
            const events = facts.map((fact) => {
                seq += 1;
                return { seq, at, ...fact };
            });
            writeWhole(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
            if (facts.some(({ type }) => type === 'run-started' || type === 'run-concluded'))
                (0,external_node_fs_.fsyncSync)(file);
            return events;
        },
        close() {
            (0,external_node_fs_.closeSync)(file);
        },
    };
}
function writeWhole(file, text) {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;)
        written += (0,external_node_fs_.writeSync)(file, bytes, written);
}
/** Reads a journal back. A torn last line is left out with a notice; any other damage is an error that names the line. */
function readJournal(path) {
    const text = (0,external_node_fs_.readFileSync)(path, 'utf8');
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
        (0,external_node_fs_.truncateSync)(path, bytes);
}
/** The state a journal leads to. A line that cannot follow from the ones before it is damage too. */
function stateFrom(plan, events, path) {
    const state = (0,engine_state/* initialState */.ue)(plan);
    for (const event of events) {
        try {
            (0,evolve/* evolve */.s)(state, event);
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            throw new run_error/* RunError */.e4(`${path}:${event.seq}: the line does not follow from those before it (${why})`);
        }
    }
    return state;
}
function parseEvent(line, number, path) {
    const damaged = (what) => new run_error/* RunError */.e4(`${path}:${number}: ${what}`);
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
    if (type === 'run-started' && event.schema !== journalSchema)
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

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(1583);
// EXTERNAL MODULE: ./build/engine/template.js
var template = __webpack_require__(3497);
;// CONCATENATED MODULE: ./build/engine/advance.js
/**
 * What follows from a run's state: facts to write down, units to start, or the conclusion. Decides only; nothing is done
 * here, and the state is not changed: that is `evolve`'s, once the facts are in the journal.
 *
 * - A1  Same plan, same events, same answer: no clock, no randomness, no input or output.
 * - A2  A unit is offered only while it is open and has not started; a gate is decided once.
 * - A3  A gate is `met` only on finite measured values of the right range.
 * - A4  The conclusion comes once, when the root has settled and nothing runs.
 * - A5  The cost is that of the answer, not of the run.
 */




/** `room`: how many more units a target can take now. */
function advance(state, room) {
    if (state.conclusion)
        return { facts: [], start: [] };
    if (state.undecided.size > 0)
        return { facts: [...state.undecided].map((id) => decide(state, id)), start: [] };
    if (state.settlement && state.running.size === 0) {
        return { facts: [{ type: 'run-concluded', ...conclude(state) }], start: [] };
    }
    const facts = [];
    const start = [];
    for (const [target, ready] of state.ready) {
        let left = room(target);
        for (const id of ready) {
            if (left <= 0)
                break;
            left -= 1;
            const offered = offer(state, id);
            if ('type' in offered)
                facts.push(offered);
            else
                start.push(offered);
        }
    }
    return { facts, start };
}
/** The unit with its input, or the fact that it cannot be started. */
function offer(state, id) {
    const unit = (0,engine_state/* nodeOf */.E7)(state, id);
    if (unit.kind !== 'unit')
        throw new Error(`internal: ${id} is no unit; please report this`);
    const attempt = ((0,engine_state/* nodeState */.GN)(state, id).attempt ?? 0) + 1;
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
    const input = (0,template/* unitInput */.l)(state.plan, unit, (0,engine_state/* variablesAt */.VX)(state, id));
    return input.ok ? { unit, attempt, input: input.input } : refuse('usage', input.problem);
}
function decide(state, id) {
    const node = (0,engine_state/* nodeOf */.E7)(state, id);
    switch (node.kind) {
        case 'branch':
        case 'require':
            return decideGate(state, node);
        case 'assignment':
            return advance_assign(state, node);
        default:
            throw new Error(`internal: ${node.kind} ${id} has nothing to decide; please report this`);
    }
}
function decideGate(state, node) {
    const arm = node.kind === 'branch' ? (0,engine_state/* nodeState */.GN)(state, node.id).position : 0;
    const gate = node.kind === 'branch' ? node.arms[arm]?.gate : node.gate;
    if (!gate)
        throw new Error(`internal: ${node.id} has no arm ${arm}; please report this`);
    const result = (0,evaluate/* evaluate */._3)(gate.expression, lookupIn(state), (0,engine_state/* variablesAt */.VX)(state, node.id));
    return {
        type: 'gate-decided',
        node: node.id,
        arm,
        gate: gate.id,
        text: gate.text,
        outcome: result.met === undefined ? 'error' : result.met ? 'met' : 'not-met',
        sum: result.sum,
        operands: result.operands,
        ...(result.reason === undefined ? {} : { reason: result.reason }),
        ...(result.remark === undefined ? {} : { remark: result.remark }),
    };
}
/** What the unit reports that stands for the metric and ran last. */
function lookupIn(state) {
    return ({ written, metric, unit, from: candidates }) => {
        const from = (0,engine_state/* lastThatRan */.Zq)(state, candidates);
        const result = from === undefined ? undefined : state.nodes.get(from)?.result;
        const value = result?.metrics[metric];
        return {
            written,
            metric,
            unit,
            ...(value === undefined ? {} : { value }),
            ...(from === undefined ? {} : { from }),
            ...(result?.samples === undefined ? {} : { samples: result.samples }),
            ...(result?.source === undefined ? {} : { source: result.source }),
        };
    };
}
function advance_assign(state, node) {
    if (node.value.is === 'literal') {
        return { type: 'variable-set', node: node.id, name: node.variable, value: node.value.value };
    }
    const failed = (message) => ({
        type: 'assignment-failed',
        node: node.id,
        message: `\`${node.title}\`: ${message}`,
    });
    const { path, from } = node.value;
    const unit = (0,engine_state/* lastThatRan */.Zq)(state, from);
    const result = unit === undefined ? undefined : state.nodes.get(unit)?.result;
    if (unit === undefined || !result)
        return failed('the element before gave no result');
    const { metric, value } = resultAt(result, path.join('.'));
    if (value === undefined) {
        const what = path.length === 0
            ? 'declares no metrics and wrote no `result=…` to `$ML_OUTPUT`'
            : `gave no \`${path.join('.')}\``;
        return failed(`${titleOf(state, unit)} ${what}`);
    }
    // A variable has no unit: what is no value of the metric's must not get past this place.
    const problem = typeof value === 'number' ? (0,evaluate/* valueProblem */.FQ)(value, state.plan.metrics[metric]?.unit ?? 'number') : undefined;
    if (problem !== undefined)
        return failed(`\`${metric}\` is ${problem}`);
    return {
        type: 'variable-set',
        node: node.id,
        name: node.variable,
        value: typeof value === 'string' ? (0,plan/* literalValue */.XP)(value) : value,
    };
}
/** `<result>` is the primary metric, else what was written as `result`; `<result.name>` a metric or value by its name. */
function resultAt(result, name) {
    if (name !== '')
        return { metric: name, value: result.metrics[name] ?? result.values[name] };
    const { primary } = result;
    return primary === undefined
        ? { metric: 'result', value: result.values.result }
        : { metric: primary, value: result.metrics[primary] };
}
function titleOf(state, id) {
    return `\`${(0,engine_state/* nodeOf */.E7)(state, id).title}\``;
}
function conclude(state) {
    const { settlement, stopping, gates } = state;
    if (stopping?.by === 'cancel') {
        return { decision: 'cancelled', reasonCode: 'cancelled', reason: `cancelled by ${stopping.what}` };
    }
    if (stopping)
        return { decision: 'failed', reasonCode: 'gate-error', reason: stopping.what };
    if (settlement?.is === 'failed' && (0,engine_state/* nodeOf */.E7)(state, settlement.node).kind !== 'require')
        return failure(state, settlement);
    const metAt = new Set(gates.filter(({ outcome }) => outcome === 'met').map(({ node }) => node));
    const unmet = gates.filter(({ outcome }) => outcome === 'not-met');
    const unhandled = unmet.find(({ node }) => !metAt.has(node) && !hasElse(state, node));
    if (unhandled) {
        return { decision: 'not-met', reasonCode: 'gate-not-met', reason: `gate not met: ${unhandled.sum}` };
    }
    if (settlement?.is !== 'succeeded')
        throw new Error(`internal: settled as ${settlement?.is} with nothing to show for it; please report this`);
    const degraded = state.degraded === undefined ? '' : `; degraded: ${state.degraded}`;
    const [first] = unmet;
    if (first) {
        const branch = metAt.has(first.node) ? 'another' : 'the else';
        const reason = `gate not met: ${first.sum}; ${branch} branch ran${degraded}`;
        return { decision: 'handled', reasonCode: 'else-branch', reason };
    }
    const [met] = gates;
    if (!met)
        return { decision: 'passed', reasonCode: 'no-gates', reason: `every command succeeded${degraded}` };
    const reason = gates.length === 1 ? `gate met: ${met.sum}` : `all ${gates.length} gates met`;
    return { decision: 'passed', reasonCode: 'gates-met', reason: `${reason}${degraded}` };
}
function failure(state, settlement) {
    const codes = {
        degraded: 'degraded-deploy',
        'no-metrics': 'result-missing',
    };
    return {
        decision: 'failed',
        reasonCode: codes[settlement.class] ?? 'unit-failed',
        reason: `${titleOf(state, settlement.node)} failed: ${settlement.message}`,
    };
}
function hasElse(state, id) {
    const node = (0,engine_state/* nodeOf */.E7)(state, id);
    return node.kind === 'branch' && node.otherwise !== null;
}

// EXTERNAL MODULE: ./build/engine/cells.js
var engine_cells = __webpack_require__(634);
;// CONCATENATED MODULE: ./build/drivers/audience.js
class Audience {
    #losses = [];
    #listening;
    constructor(reporters) {
        this.#listening = reporters;
    }
    /** One sentence for each reporter that has failed. */
    get losses() {
        return this.#losses;
    }
    tell(message) {
        for (const reporter of this.#listening) {
            try {
                message(reporter);
            }
            catch (error) {
                this.#leaveOut(reporter, error);
            }
        }
    }
    async conclude(conclusion, state) {
        await Promise.all(this.#listening.map(async (reporter) => {
            try {
                await reporter.concluded?.(conclusion, state);
            }
            catch (error) {
                this.#leaveOut(reporter, error);
            }
        }));
    }
    #leaveOut(reporter, error) {
        this.#listening = this.#listening.filter((other) => other !== reporter);
        const why = error instanceof Error ? error.message : String(error);
        this.#losses.push(`${reporter.name ?? 'a report'} is incomplete: ${why}`);
    }
}

;// CONCATENATED MODULE: ./build/drivers/local.js
/** Turns the crank of one run in one process: append what the engine decided, start what is ready, append outcomes. */










/** Runs until there is a conclusion. Rejects only for a mistake of this program, after all units have ended. */
async function drive(options) {
    const audience = new Audience(options.reporters);
    try {
        const conclusion = await new Driver(options, audience).run();
        await audience.conclude(conclusion, options.state);
        return { conclusion, losses: audience.losses };
    }
    finally {
        for (const target of options.targets.values())
            target.end?.();
    }
}
class Driver {
    #options;
    #audience;
    /** Ends the units: on a cancel, and when this program itself fails. */
    #units = new AbortController();
    #occupied = new Map();
    #finish;
    #failure;
    #open = 0;
    constructor(options, audience) {
        this.#options = options;
        this.#audience = audience;
        // One listener for each running unit, however many there are.
        (0,external_node_events_.setMaxListeners)(0, this.#units.signal);
    }
    run() {
        const { signal } = this.#options;
        const cancel = () => this.#guarded(() => {
            this.#cancel();
            this.#turn();
        });
        return new Promise((resolve, reject) => {
            this.#finish = { resolve, reject };
            signal.addEventListener('abort', cancel, { once: true });
            this.#guarded(() => {
                this.#begin();
                if (signal.aborted)
                    this.#cancel();
                this.#turn();
            });
        }).finally(() => signal.removeEventListener('abort', cancel));
    }
    #begin() {
        const { state, run } = this.#options;
        if (state.seq === 0) {
            return this.#append([{ type: 'run-started', schema: journalSchema, run, workflow: state.plan.name }]);
        }
        this.#append([...state.running].map((node) => ({ type: 'unit-interrupted', node, attempt: (0,engine_state/* nodeState */.GN)(state, node).attempt ?? 1 })));
        // Concluded, or killed before it was: who resumes a cancelled run wants it to go on.
        if (state.stopping?.by === 'cancel')
            this.#append([{ type: 'run-resumed' }]);
    }
    #cancel() {
        const { state, signal } = this.#options;
        if (state.conclusion || state.stopping?.by === 'cancel')
            return;
        this.#append([{ type: 'cancel-requested', by: String(signal.reason) }]);
        this.#units.abort();
    }
    #turn() {
        const { state } = this.#options;
        for (;;) {
            const { facts, start } = advance(state, (target) => this.#room(target));
            for (const unit of start)
                this.#start(unit);
            if (facts.length === 0)
                break;
            this.#append(facts);
        }
        if (state.conclusion && this.#open === 0)
            this.#finish?.resolve(state.conclusion);
    }
    #room(name) {
        return this.#target(name).slots - (this.#occupied.get(name) ?? 0);
    }
    #target(name) {
        const target = this.#options.targets.get(name);
        if (!target)
            throw new Error(`internal: the plan names the target ${name}, which is not wired; please report this`);
        return target;
    }
    #start({ unit, attempt, input }) {
        const { state, run, runDirectory, workspace } = this.#options;
        const command = state.plan.commands[unit.command];
        if (!command)
            throw new Error(`internal: ${unit.id} has no command; please report this`);
        const name = (0,engine_state/* targetOf */.$r)(state.plan, unit);
        const relative = (0,external_node_path_.join)('units', attempt === 1 ? unit.id : `${unit.id}.${attempt}`);
        const directory = (0,external_node_path_.join)(runDirectory, relative);
        makeEmpty(directory);
        this.#append([{ type: 'unit-started', node: unit.id, attempt, directory: relative }]);
        const target = this.#target(name);
        const { plan } = state;
        const cells = (0,engine_cells/* cellsOf */.n)(state, unit.collects);
        const request = { plan, unit, command, attempt, run, input, cells, directory, runDirectory, workspace };
        const watch = {
            signal: this.#units.signal,
            progress: (progress) => this.#audience.tell((reporter) => reporter.progress?.(unit.id, progress)),
            output: (line) => this.#audience.tell((reporter) => reporter.output?.(unit.id, line)),
        };
        this.#occupied.set(name, (this.#occupied.get(name) ?? 0) + 1);
        this.#open += 1;
        // Called inside a function, so that a target that throws at once is no different from one that rejects.
        void (async () => await target.run(request, watch))().then((outcome) => this.#ended(name, unit.id, attempt, outcome), (error) => {
            this.#open -= 1;
            this.#fail(error);
        });
    }
    #ended(target, node, attempt, outcome) {
        this.#open -= 1;
        this.#occupied.set(target, (this.#occupied.get(target) ?? 1) - 1);
        if (this.#failure)
            return this.#fail(this.#failure.error);
        this.#guarded(() => {
            this.#append([
                outcome.is === 'succeeded'
                    ? { type: 'unit-succeeded', node, attempt, ...outcome.result }
                    : {
                        type: 'unit-failed',
                        node,
                        attempt,
                        seconds: outcome.seconds,
                        ...(outcome.exit === undefined ? {} : { exit: outcome.exit }),
                        class: outcome.class,
                        message: outcome.message,
                        tail: outcome.tail,
                    },
            ]);
            this.#turn();
        });
    }
    #append(facts) {
        const { journal, state } = this.#options;
        if (facts.length === 0)
            return;
        for (const event of journal.append(facts)) {
            (0,evolve/* evolve */.s)(state, event);
            this.#audience.tell((reporter) => reporter.event?.(event, state));
        }
    }
    /** After a mistake of this program nothing more is done but to wait for what still runs. */
    #guarded(action) {
        if (this.#failure)
            return;
        try {
            action();
        }
        catch (error) {
            this.#fail(error);
        }
    }
    /** A mistake of this program: every unit is ended and awaited before it is thrown. */
    #fail(error) {
        this.#failure ??= { error: (0,run_error/* asRunError */.S)('the run could not go on', error) };
        this.#units.abort();
        if (this.#open === 0)
            this.#finish?.reject(this.#failure.error);
    }
}
/** The folder around it is there. A folder left from a start that never reached the journal goes first. */
function makeEmpty(directory) {
    try {
        (0,external_node_fs_.mkdirSync)(directory);
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code === 'EEXIST')
            (0,external_node_fs_.rmSync)(directory, { recursive: true });
        else if (code !== 'ENOENT')
            throw error;
        (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/drivers/lock.js
/** One process drives a run at a time: two would write one journal. */




/** Takes the run in that folder; the result gives it back. A process that was killed gives it back by being gone. */
function lockRun(runDirectory) {
    const path = (0,external_node_path_.join)(runDirectory, 'driver.pid');
    const own = stampOf(process.pid);
    // Written beside and linked, so that nobody ever reads half a lock.
    const draft = `${path}.${process.pid}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
    (0,external_node_fs_.writeFileSync)(draft, own, { flag: 'wx' });
    try {
        for (;;) {
            try {
                (0,external_node_fs_.linkSync)(draft, path);
                return () => removeIf(path, own);
            }
            catch (error) {
                if (!hasCode(error, 'EEXIST'))
                    throw error;
            }
            const holder = textOf(path);
            // Given back between the two calls.
            if (holder === undefined)
                continue;
            const pid = Number.parseInt(holder, 10);
            if (isAlive(pid) && stampOf(pid) === holder)
                throw new run_error/* RunError */.e4(`${runDirectory}: the run is being driven by process ${pid}`);
            removeIf(path, holder);
        }
    }
    finally {
        (0,external_node_fs_.rmSync)(draft, { force: true });
    }
}
/** Only the lock that was looked at: another process may have taken the run since. */
function removeIf(path, holder) {
    if (textOf(path) === holder)
        (0,external_node_fs_.rmSync)(path, { force: true });
}
function textOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        if (hasCode(error, 'ENOENT'))
            return undefined;
        throw error;
    }
}
function hasCode(error, code) {
    return error instanceof Error && 'code' in error && error.code === code;
}
/** The process with its start, where the system tells it: its number alone may belong to another one by now. */
function stampOf(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        // The name in parentheses may hold blanks; the start is the 20th field behind it.
        return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
    }
    catch {
        return `${pid} `;
    }
}
function isAlive(pid) {
    if (!Number.isInteger(pid) || pid <= 0)
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return hasCode(error, 'EPERM');
    }
}

;// CONCATENATED MODULE: ./build/drivers/revision.js
/** Outside of a repository, or without git, there is no revision: that is no error. */
async function revisionOf(workspace) {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 260).then(__webpack_require__.bind(__webpack_require__, 1260));
    const git = async (...words) => {
        const options = { cwd: workspace, silent: true, ignoreReturnCode: true };
        const { exitCode, stdout } = await getExecOutput('git', words, options);
        return exitCode === 0 ? stdout.trim() : undefined;
    };
    try {
        const sha = await git('rev-parse', 'HEAD');
        if (sha === undefined)
            return { sha: null, dirty: false };
        return { sha, dirty: (await git('status', '--porcelain')) !== '' };
    }
    catch {
        return { sha: null, dirty: false };
    }
}

// EXTERNAL MODULE: ./build/drivers/run-folder.js
var run_folder = __webpack_require__(6434);
;// CONCATENATED MODULE: ./build/ports.js
/** In a unit's directory: all that it printed. */
const logName = 'ml.log';

;// CONCATENATED MODULE: ./build/reports/results-file.js
/**
 * `experiment_results.jsonl`: one row for each unit that declares metrics, whether it completed or failed. The five keys
 * `timestamp`, `phase`, `experiment_id`, `metrics`, `config` come first, so that a reader that knows only them keeps working.
 */






class ResultsFileWriter {
    name = 'the results file';
    #workspace;
    #runDirectory;
    #revision;
    /** Both absolute. */
    constructor(workspace, runDirectory, revision) {
        this.#workspace = workspace;
        this.#runDirectory = runDirectory;
        this.#revision = revision;
    }
    /** Only this process writes rows, one at a time, so the file is never torn by parallel branches. */
    event(event, state) {
        if (event.type !== 'unit-succeeded' && event.type !== 'unit-failed')
            return;
        const row = this.#row(state, event.node);
        if (row)
            this.#append(state, row);
    }
    /** Adds the rows of finished units that are missing, because the run was killed between its journal and this file. */
    restore(state) {
        const path = this.#path(state);
        const present = (0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.readFileSync)(path, 'utf8') : '';
        for (const { id } of state.plan.nodes) {
            const row = this.#row(state, id);
            if (row && !present.includes(JSON.stringify(row.run_id)))
                this.#append(state, row);
        }
    }
    /** Undefined for what is no experiment: units without metrics, and those that were never started or are not over. */
    #row(state, id) {
        const node = state.byId.get(id);
        const command = node?.kind === 'unit' ? state.plan.commands[node.command] : undefined;
        if (node?.kind !== 'unit' || command?.is !== 'run' || command.metrics.length === 0)
            return undefined;
        const own = state.nodes.get(id);
        const [cell] = (0,engine_cells/* cellsOf */.n)(state, [id]);
        const { result, failure, startedAt, endedAt, attempt = 1, directory = null } = own ?? {};
        if (!cell || startedAt === undefined || endedAt === undefined || !(result || failure))
            return undefined;
        const primary = command.primary;
        const config = Object.entries(cell.config).sort();
        // Axis values keep their text in names; as configuration they are numbers where they look like some.
        return {
            timestamp: endedAt,
            phase: state.plan.results.phase,
            experiment_id: cell.id,
            metrics: cell.metrics,
            config: Object.fromEntries(Object.entries(cell.config).map(([name, value]) => [name, (0,plan/* literalValue */.XP)(value)])),
            schema: 1,
            run_id: `${state.run.id}/${id}${attempt > 1 ? `.${attempt}` : ''}`,
            status: failure ? 'failed' : 'completed',
            primary: primary === undefined
                ? null
                : { name: primary, direction: state.plan.metrics[primary]?.better === 'lower' ? 'min' : 'max' },
            seed: cell.config.seed === undefined ? null : (0,plan/* literalValue */.XP)(cell.config.seed),
            n_test: cell.samples ?? null,
            error: failure?.message ?? null,
            run: {
                sha: this.#revision.sha,
                dirty: this.#revision.dirty,
                workflow: state.plan.name,
                target: command.target,
                attempt,
                exit: result ? 0 : (failure?.exit ?? null),
                error_class: failure?.class ?? null,
                started: startedAt,
                ended: endedAt,
                seconds: result?.seconds ?? failure?.seconds ?? null,
                log: directory === null ? null : (0,external_node_path_.join)((0,external_node_path_.relative)(this.#workspace, this.#runDirectory), directory, logName),
                config_sha: (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(config)).digest('hex').slice(0, 12),
            },
        };
    }
    /** Why rows cannot be written, asked before there is one; throws the system's own reason. */
    probe(state) {
        const commands = Object.values(state.plan.commands);
        if (!commands.some((command) => command.is === 'run' && command.metrics.length > 0))
            return undefined;
        const path = this.#path(state);
        const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
        if (found && !found.isFile())
            return 'is no regular file';
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        (0,external_node_fs_.accessSync)(found ? path : (0,external_node_path_.dirname)(path), external_node_fs_.constants.W_OK);
        return undefined;
    }
    #append(state, row) {
        const path = this.#path(state);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        // A file that somebody else left without a final newline gets one first, or two rows would become one.
        (0,external_node_fs_.appendFileSync)(path, `${endsOpen(path) ? '\n' : ''}${JSON.stringify(row)}\n`);
    }
    #path(state) {
        return (0,external_node_path_.join)(this.#workspace, state.plan.results.file);
    }
}
function endsOpen(path) {
    if (!(0,external_node_fs_.existsSync)(path))
        return false;
    const file = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const { size } = (0,external_node_fs_.fstatSync)(file);
        if (size === 0)
            return false;
        const last = Buffer.alloc(1);
        (0,external_node_fs_.readSync)(file, last, 0, 1, size - 1);
        return last[0] !== 0x0a;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/engine/plain-text.js
var plain_text = __webpack_require__(6879);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build/targets/group.js
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
        const stat = group_textOf(`/proc/${pid}/stat`);
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
            const environment = group_textOf(`/proc/${pid}/environ`);
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
    return (0,external_node_fs_.readdirSync)('/proc').map(Number).filter(Number.isInteger);
}
/** Empty for a process that has ended, or is another user's. */
function group_textOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./build/targets/unit-log.js
/** What a unit prints: bytes → lines, secrets blotted out, kept in a file and, the end of it, in memory. */



/** How much of the end of a log a failure shows. */
const tailLines = 20;
const tailLineLength = 1000;
const longestLine = 64 * 1024;
/** How much of the end of a log is searched for a declared class of failure. */
const searchedBytes = 256 * 1024;
/** A line that never ends is cut, so that a binary on standard output cannot fill the memory. */
class Lines {
    #decoder = new external_node_string_decoder_.StringDecoder('utf8');
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
            const cut = cutBefore(this.#rest, this.#secrets);
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
/** Where a text can be cut so that no secret is: neither one that is all there, nor one that has only begun. */
function cutBefore(text, secrets) {
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
    return cut > 0 ? cut : text.length;
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
        this.#file ??= (0,external_node_fs_.openSync)(this.#path, 'a+');
        (0,external_node_fs_.writeSync)(this.#file, `${clean}\n`);
        // Again: without the escapes between its letters there may be a secret that was none before.
        this.tail.push(this.clean((0,plain_text/* plainText */.w)(clean)).slice(0, tailLineLength));
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
        const { size } = (0,external_node_fs_.fstatSync)(this.#file);
        const bytes = Buffer.alloc(Math.min(size, searchedBytes));
        const read = (0,external_node_fs_.readSync)(this.#file, bytes, 0, bytes.length, size - bytes.length);
        return bytes.toString('utf8', 0, read);
    }
    close() {
        if (this.#file !== undefined)
            (0,external_node_fs_.closeSync)(this.#file);
        this.#file = undefined;
    }
}

;// CONCATENATED MODULE: ./build/targets/child.js
/** One child process in a process group of its own, from its start to the end of all that it has started. */



/** How long what a finished script has left behind may take to end by itself, such as a `tee` that empties its pipe. */
const lingerMilliseconds = 300;
/** How long output may be read on when nobody of the group is left to write it. */
const drainMilliseconds = 250;
const pollMilliseconds = 20;
/** The longest time a timer of Node takes; a longer one would fire at once. */
const longestTimer = 2 ** 31 - 1;
async function runChild(request) {
    if (request.signal.aborted)
        return { is: 'cancelled' };
    let child;
    try {
        child = (0,external_node_child_process_.spawn)(request.file, request.arguments, {
            cwd: request.cwd,
            env: request.environment,
            stdio: ['ignore', 'pipe', 'pipe'],
            // Its own group: what the script starts ends with it.
            detached: true,
        });
    }
    catch (error) {
        return { is: 'not-started', reason: error instanceof Error ? error.message : String(error) };
    }
    const problem = new Promise((resolve) => child.once('error', resolve));
    const group = child.pid;
    if (group === undefined)
        return { is: 'not-started', reason: (await problem).message };
    guard(group, request.mark, request.environment[request.mark] ?? '');
    try {
        return await watch(request, child, group);
    }
    finally {
        release(group);
    }
}
async function watch(request, child, group) {
    const { signal, timeout, graceMilliseconds } = request;
    let stopped;
    let fault;
    let stopAt = 0;
    let escalation;
    const stop = (why) => {
        if (stopped)
            return;
        stopped = why;
        stopAt = performance.now();
        signalGroup(group, 'SIGTERM');
        escalation = setTimeout(() => signalGroup(group, 'SIGKILL'), graceMilliseconds);
    };
    const cancel = () => stop('cancelled');
    signal.addEventListener('abort', cancel, { once: true });
    const cancelTimeout = timeout === undefined ? undefined : after(timeout * 1000, () => stop('timeout'));
    const take = (line) => {
        if (fault)
            return;
        try {
            request.take(line);
        }
        catch (error) {
            fault = { error };
            stop('cancelled');
        }
    };
    const outputs = [child.stdout, child.stderr].map((stream) => {
        const lines = new Lines(take, request.secrets);
        stream?.on('data', (chunk) => lines.add(chunk));
        return { lines, stream };
    });
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
    let isEmpty = await emptied(group, stopped ? graceMilliseconds - (performance.now() - stopAt) : lingerMilliseconds);
    if (!isEmpty && !stopped) {
        signalGroup(group, 'SIGTERM');
        isEmpty = await emptied(group, graceMilliseconds);
    }
    if (!isEmpty)
        signalGroup(group, 'SIGKILL');
    clearTimeout(escalation);
    const { mark, environment } = request;
    const value = environment[mark] ?? '';
    if (stopped)
        await killMarkedSoon(mark, value);
    else
        killMarkedLater(mark, value);
    if (!(await within(closed, drainMilliseconds))) {
        // Something that has left the group holds the pipes open.
        await killMarkedSoon(mark, value);
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
    while (isGroupAlive(group)) {
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
/** Calls back after any time, also one that is too long for a timer; the result calls it off. */
function after(milliseconds, action) {
    let timer;
    const arm = (left) => {
        timer = setTimeout(() => (left > longestTimer ? arm(left - longestTimer) : action()), Math.min(left, longestTimer));
    };
    arm(milliseconds);
    return () => clearTimeout(timer);
}

;// CONCATENATED MODULE: ./build/targets/environment.js
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
function childEnvironment(request, declared, environment, outputFile) {
    const own = {};
    for (const name of [...always, ...declared]) {
        const value = environment[name];
        if (value !== undefined)
            own[name] = value;
    }
    own.ML_RUN_DIR = request.directory;
    own.ML_OUTPUT = outputFile;
    own.ML_RUN_ID = request.run;
    own.ML_UNIT = request.unit.id;
    own.ML_ATTEMPT = String(request.attempt);
    own.ML_PARAMS_JSON = JSON.stringify(request.input.parameters);
    for (const [name, value] of Object.entries(request.input.parameters)) {
        own[`ML_PARAM_${name.toUpperCase().replaceAll('.', '_')}`] = value;
    }
    return own;
}
/** The values that must never be shown: of all declared variables but those that are plainly harmless. */
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
    }
    return [...secrets];
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

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
;// CONCATENATED MODULE: ./build/targets/pattern.js
/** Searches a log for a pattern that a person wrote. Some patterns take hours: they run beside this thread, for a second. */

const limitMilliseconds = 1_000;
/** Until the thread has begun to search: a machine may be busy. */
const startMilliseconds = 10_000;
const pattern_longestLine = 2_000;
/** Text and not a file of its own, so that the bundle stays whole. */
const source = `
const { parentPort, workerData } = require('node:worker_threads');
parentPort.postMessage('searching');
const pattern = new RegExp(workerData.pattern);
parentPort.postMessage(workerData.lines.some((line) => pattern.test(line)));
`;
/** Whether a line of the text matches; only the first part of a very long one is looked at. */
async function isIn(pattern, text) {
    const lines = text.split(/\r?\n/).map((line) => line.slice(0, pattern_longestLine));
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

;// CONCATENATED MODULE: ./build/targets/progress.js
function progressIn(line) {
    if (!line.startsWith('{') || line.length > 4096)
        return undefined;
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
    const done = fields.get('epoch') ?? fields.get('step');
    if (done === undefined)
        return undefined;
    const of = fields.get('epochs') ?? fields.get('steps');
    for (const name of ['epoch', 'step', 'epochs', 'steps'])
        fields.delete(name);
    return { done, ...(of === undefined ? {} : { of }), metrics: Object.fromEntries(fields) };
}

;// CONCATENATED MODULE: ./build/targets/failure.js


const outOfMemory = /out of memory|OutOfMemoryError|MemoryError|Cannot allocate memory|heap limit/i;
/** The command's own classes come first, in order; then what every shell's exit codes mean. */
async function describeEnd(end, command, printed) {
    // A line of progress says nothing of what went wrong.
    const last = printed.tail.findLast((line) => line.trim() !== '' && !progressIn(line.trim()));
    const because = last === undefined ? '' : `: ${last.trim().slice(0, 200)}`;
    switch (end.is) {
        case 'timeout':
            return { class: 'timeout', message: `timed out after ${command.timeout} s` };
        case 'cancelled':
            return { class: 'cancelled', message: 'cancelled' };
        case 'not-started':
            return { class: 'usage', message: `\`${command.shell}\` could not be started: ${end.reason}` };
        case 'signal':
            if (end.signal === 'SIGKILL')
                return { class: 'oom', message: 'killed by SIGKILL, as when memory runs out' };
            return { class: 'exit-signal', message: `killed by ${end.signal}${because}` };
        case 'exit': {
            const found = await exitClass(end.code, command, printed);
            const slow = found.slow.map((name) => `; \`match:\` of \`${name}\` took too long and was given up`);
            return { class: found.class, message: `exit code ${end.code}${because}${slow.join('')}` };
        }
    }
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

;// CONCATENATED MODULE: ./build/targets/output-file.js
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

;// CONCATENATED MODULE: ./build/targets/regular-file.js
/** Reads what a command wrote, and only a regular file: a FIFO would block, a device would never end. */


function readRegularFile(path, mostBytes) {
    let file;
    try {
        // Asked first: most commands write no such file, and an exception is dear.
        const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
        if (!found) {
            const around = (0,external_node_fs_.statSync)((0,external_node_path_.dirname)(path), { throwIfNoEntry: false });
            return around && !around.isDirectory()
                ? { is: 'unusable', problem: 'lies in something that is no directory' }
                : { is: 'absent' };
        }
        if (!found.isFile())
            return { is: 'unusable', problem: 'is no regular file' };
        file = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
        if (!(0,external_node_fs_.fstatSync)(file).isFile())
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
            (0,external_node_fs_.closeSync)(file);
    }
}
/** Undefined when there is more, whatever size the system tells. */
function upTo(file, mostBytes) {
    const chunks = [];
    let total = 0;
    for (;;) {
        const chunk = Buffer.alloc(64 * 1024);
        const read = (0,external_node_fs_.readSync)(file, chunk);
        if (read === 0)
            return Buffer.concat(chunks).toString('utf8');
        total += read;
        if (total > mostBytes)
            return undefined;
        chunks.push(chunk.subarray(0, read));
    }
}

;// CONCATENATED MODULE: ./build/targets/metrics.js
/** What a finished unit measured, read from the places its command declares. Fails closed: never an older file's value. */




/** Larger than any metrics file; a model written there by mistake is not read into memory. */
const largest = 16 * 1024 * 1024;
const largestOutput = 1024 * 1024;
/** Values go into the journal, and from there into reports. */
const largestValue = 64 * 1024;
function stampsBefore(request, command) {
    const stamps = new Map();
    for (const { format, path } of command.metrics) {
        if (format === 'output' || path.startsWith('$ML_RUN_DIR'))
            continue;
        const whole = (0,external_node_path_.join)(request.workspace, path);
        stamps.set(whole, metrics_stampOf(whole));
    }
    return stamps;
}
/** Changes with every write: a file that is the same as before was not written by the unit. */
function metrics_stampOf(path) {
    let stat;
    try {
        stat = (0,external_node_fs_.statSync)(path, { bigint: true, throwIfNoEntry: false });
    }
    catch {
        // Whoever reads it will say why it cannot be.
    }
    return stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}` : '';
}
function readResult(request, command, before, outputFile) {
    const output = readOutput(outputFile);
    if (!output.ok)
        return { ok: false, class: 'no-metrics', message: `\`$ML_OUTPUT\` ${output.problem}` };
    const metrics = {};
    let source;
    for (const declared of command.metrics) {
        const read = readSource(declared, request, output.values, before);
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
function readSource(declared, request, output, before) {
    const inWorkspace = !declared.path.startsWith('$ML_RUN_DIR');
    const path = declared.format === 'output'
        ? ''
        : inWorkspace
            ? (0,external_node_path_.join)(request.workspace, declared.path)
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
    const read = readRegularFile(path, largestOutput);
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
    const stamp = metrics_stampOf(path);
    if (stamp !== '' && stampBefore === stamp) {
        return { ok: false, problem: 'is from an earlier run; the command did not write it' };
    }
    const read = readRegularFile(path, largest);
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

;// CONCATENATED MODULE: ./build/targets/local.js
/** Runs a command as a child process on this machine. */











const outputName = 'ml.output';
/** Each unit has a directory of its own, so this variable tells whose a process is. */
const mark = 'ML_RUN_DIR';
function localTarget(given) {
    // Copied once: each read of the real environment is a call into the system.
    const options = { ...given, environment: { ...given.environment } };
    return {
        slots: options.slots ?? Math.max(4, (0,external_node_os_.availableParallelism)()),
        run: (request, watch) => runLocally(request, watch, options),
        endLeftovers: (directories) => killMarked(mark, directories),
        end: sweepMarked,
    };
}
async function runLocally(request, watch, { environment, graceMilliseconds = 5_000 }) {
    const { command, directory, workspace, input } = request;
    if (command.is !== 'run')
        throw new Error('internal: a built-in reached the local target; please report this');
    const started = performance.now();
    const before = stampsBefore(request, command);
    const outputFile = (0,external_node_path_.join)(directory, outputName);
    const secrets = secretsIn(command.env, environment);
    const log = new UnitLog((0,external_node_path_.join)(directory, logName), secrets);
    const flags = command.shell === 'bash' ? ['-eo', 'pipefail', '-c'] : ['-e', '-c'];
    try {
        const end = await runChild({
            file: command.shell,
            arguments: [...flags, command.script, command.name, ...input.arguments],
            cwd: workspace,
            environment: childEnvironment(request, command.env, environment, outputFile),
            mark,
            secrets,
            timeout: command.timeout,
            graceMilliseconds,
            signal: watch.signal,
            take: (line) => {
                const clean = log.line(line);
                watch.output(clean);
                const progress = progressIn(clean);
                if (progress)
                    watch.progress(progress);
            },
        });
        const seconds = (performance.now() - started) / 1000;
        const read = end.is === 'exit' && end.code === 0 ? readResult(request, command, before, outputFile) : undefined;
        if (read?.ok) {
            const values = cleaned(read.result.values, log);
            return { is: 'succeeded', result: { ...read.result, values, seconds } };
        }
        const failed = read ?? (await describeEnd(end, command, log));
        return {
            is: 'failed',
            seconds,
            ...(end.is === 'exit' ? { exit: end.code } : {}),
            class: failed.class,
            message: log.clean((0,plain_text/* plainText */.w)(failed.message)),
            tail: [...log.tail],
        };
    }
    finally {
        log.close();
    }
}
/** Values go into the journal and to people: a secret among them is blotted out like one in the log. */
function cleaned(values, log) {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' ? log.clean(value) : value,
    ]));
}

;// CONCATENATED MODULE: ./build/wiring.js
/** The one file that knows every adapter: a checked plan → a run of it, with its folder, journal, targets and reporters. */












const clock = { now: () => new Date().toISOString() };
async function startRun(request) {
    const run = request.run ?? (0,run_folder/* newRunId */.F$)(request.plan.name, clock.now());
    const targets = Object.fromEntries([...request.targets].map(([name, { slots }]) => [name, { kind: 'local', slots }]));
    const folder = (0,run_folder/* createRunFolder */.kg)(request.workspace, run, request.plan, targets);
    return await locked(folder, () => turn(request, folder, targets, (0,engine_state/* initialState */.ue)(request.plan)));
}
/**
 * Undefined when there is no such run. A run that is over is only concluded again, from its journal. Rejects with a
 * `RunError` when the run cannot be used as it is.
 */
async function resumeRun(request) {
    const found = (0,run_folder/* findRunFolder */.pL)(request.workspace, request.run);
    if (!found)
        return undefined;
    const { folder, plan } = found;
    return await locked(folder, async () => {
        // Before anything may refuse: what an earlier driver left running would run on.
        endLeftovers(folder);
        const read = readJournal(folder.journal);
        const state = stateFrom(plan, read.events, folder.journal);
        const targets = (0,run_folder/* readTargets */.R0)(folder);
        cutTornLine(folder.journal, read);
        if (read.notice !== undefined)
            request.notice(read.notice);
        return await turn(request, folder, targets, state);
    });
}
async function locked(folder, work) {
    const unlock = lockRun(folder.path);
    try {
        return await work();
    }
    finally {
        unlock();
    }
}
async function turn(request, folder, stored, state) {
    const { workspace, environment, signal } = request;
    // Only rows of results name the commit: without any, git need not be asked.
    const measures = Object.values(state.plan.commands).some((command) => command.is === 'run' && command.metrics.length > 0);
    const revision = measures ? await revisionOf(workspace) : { sha: null, dirty: false };
    const results = new ResultsFileWriter(workspace, folder.path, revision);
    const targets = targetsOf(stored, environment);
    const where = (0,external_node_path_.join)(workspace, state.plan.results.file);
    (0,run_error/* orRunError */.jj)(`${where}: rows cannot be written`, () => {
        const problem = results.probe(state);
        if (problem !== undefined)
            throw new run_error/* RunError */.e4(`${where}: ${problem}; rows cannot be written`);
        if (state.seq > 0)
            results.restore(state);
    });
    const journal = (0,run_error/* orRunError */.jj)('the run cannot be kept', () => openJournal(folder.journal, clock, state.seq));
    try {
        const { conclusion, losses } = await drive({
            state,
            journal,
            targets,
            reporters: [results, ...request.reporters(folder)],
            run: folder.run,
            runDirectory: folder.path,
            workspace,
            signal,
        });
        return { conclusion, state, folder, losses };
    }
    finally {
        journal.close();
    }
}
function targetsOf(stored, environment) {
    const targets = new Map([[engine_state/* builtinTarget */.Vc, builtins]]);
    for (const [name, { slots }] of Object.entries(stored))
        targets.set(name, localTarget({ slots, environment }));
    return targets;
}
/** A run as its journal tells it; undefined when the folder holds none. `path`: absolute, of the run's folder. */
function readRun(path) {
    const found = (0,run_folder/* findRunFolder */.pL)((0,external_node_path_.dirname)((0,external_node_path_.dirname)((0,external_node_path_.dirname)(path))), (0,external_node_path_.basename)(path));
    if (!found)
        return undefined;
    const { journal } = found.folder;
    return stateFrom(found.plan, readJournal(journal).events, journal);
}
/** Whatever the journal says, and whether it can be read or not: a run without a driver has no units that run. */
function endLeftovers(folder) {
    const units = (0,external_node_path_.join)(folder.path, 'units');
    if (!(0,external_node_fs_.existsSync)(units))
        return;
    localTarget({ environment: {} }).endLeftovers?.((0,external_node_fs_.readdirSync)(units).map((name) => (0,external_node_path_.join)(units, name)));
}


/***/ })

};
