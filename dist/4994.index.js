export const id = 4994;
export const ids = [4994];
export const modules = {

/***/ 23567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ retryBodySettled),
/* harmony export */   OZ: () => (/* binding */ startIteration),
/* harmony export */   Op: () => (/* binding */ openRepeat),
/* harmony export */   bn: () => (/* binding */ openRetry),
/* harmony export */   iY: () => (/* binding */ startAttempt),
/* harmony export */   lB: () => (/* binding */ repeatBodySettled)
/* harmony export */ });
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71583);
/* harmony import */ var _failure_class_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90016);
/* harmony import */ var _gates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73359);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80306);
/* harmony import */ var _stop_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40067);
/** Doing something again: the attempts of a `retry:`, the iterations of a `repeat:`. */





function openRetry(state, node, list) {
    (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeState */ .GN)(state, node.id).attempt = 1;
    list.push({ do: 'open', id: node.body });
}
function retryBodySettled(state, node, settlement, list) {
    const own = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeState */ .GN)(state, node.id);
    const isRetried = settlement.is === 'failed' &&
        (0,_failure_class_js__WEBPACK_IMPORTED_MODULE_0__/* .isRetryable */ .r3)(settlement.class) &&
        !isDeclaredFinal(state, settlement) &&
        (own.attempt ?? 1) <= node.retries &&
        !(0,_stop_js__WEBPACK_IMPORTED_MODULE_2__/* .isStopped */ .id)(state, node.id);
    if (isRetried) {
        // When it is tried again holds chance, so it is decided once and written down.
        own.worst = settlement;
        state.undecided.add(node.id);
    }
    else
        list.push({ do: 'settle', id: node.id, settlement });
}
/** The command that failed says of this class that it is `retry: never`. */
function isDeclaredFinal(state, { node: id, class: cause }) {
    const node = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(state, id);
    const command = node.kind === 'unit' ? state.plan.commands[node.command] : undefined;
    return (command?.is === 'run' && command.errors.some(({ name, retry }) => name === cause && retry === 'never'));
}
/** The next attempt: what the body holds has not happened, save the branches of a parallel block that succeeded. */
function startAttempt(state, node, attempt) {
    const own = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeState */ .GN)(state, node.id);
    own.attempt = attempt;
    own.ran = true;
    delete own.worst;
    reset(state, node.body, true);
    return node.body;
}
function openRepeat(state, node, list) {
    (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeState */ .GN)(state, node.id).iteration = 1;
    list.push({ do: 'open', id: node.body });
}
function repeatBodySettled(state, node, settlement, list) {
    if (settlement.is === 'succeeded' && !(0,_stop_js__WEBPACK_IMPORTED_MODULE_2__/* .isStopped */ .id)(state, node.id))
        state.undecided.add(node.id);
    else
        list.push({ do: 'settle', id: node.id, settlement });
}
/** The next iteration; undefined when there is none left. */
function startIteration(state, node) {
    const own = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeState */ .GN)(state, node.id);
    const iteration = (own.iteration ?? 1) + 1;
    if (iteration > node.times)
        return undefined;
    own.iteration = iteration;
    // An earlier run's result is one time's: it is not taken over again and again.
    own.ran = true;
    reset(state, node.body, false);
    return node.body;
}
/** Forgets what a part of the plan has done, so that it can be opened again. It has settled: nothing of it runs. */
function reset(state, top, keepsSucceeded) {
    const parallel = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(state, top);
    const kept = new Set();
    if (keepsSucceeded && parallel.kind === 'parallel') {
        for (const branch of parallel.branches)
            if (state.nodes.get(branch)?.settlement?.is === 'succeeded')
                kept.add(branch);
    }
    const stack = [top];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
        if (kept.has(id) || !state.nodes.delete(id))
            continue;
        const node = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(state, id);
        state.caught.delete(id);
        state.degradedBy.delete(id);
        state.variables.delete(id);
        for (const { arm } of (0,_gates_js__WEBPACK_IMPORTED_MODULE_3__/* .gatesOf */ .o)(node))
            state.decisions.delete((0,_gates_js__WEBPACK_IMPORTED_MODULE_3__/* .gateKey */ .l)(id, arm));
        for (const child of (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .childrenOf */ .LU)(node))
            stack.push(child);
    }
}


/***/ }),

/***/ 54503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ openBranch),
/* harmony export */   Gk: () => (/* binding */ loseCell),
/* harmony export */   M9: () => (/* binding */ dispatchCells),
/* harmony export */   uX: () => (/* binding */ openBlock)
/* harmony export */ });
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71583);
/* harmony import */ var _expiry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11276);
/* harmony import */ var _pod_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65622);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80306);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45054);
/* harmony import */ var _work_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34492);
/** The branches of a parallel block on machines of their own: all are opened at once, and one may be lost. */






/** Whatever the block's `max`: what hands it out bounds how many run at once. Done again, it opens nothing new. */
function dispatchCells(state, event) {
    const node = openBlock(state, event.node);
    if (!node)
        throw impossible(event, `${event.node} is no open parallel block`);
    const stranger = event.branches.find((id) => !node.branches.includes(id));
    if (stranger !== undefined)
        throw impossible(event, `${stranger} is no branch of ${node.id}`);
    const own = (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeState */ .GN)(state, node.id);
    const rest = node.branches.slice(own.position);
    // A retry keeps the branches that have succeeded before.
    const wanted = rest.filter((id) => !state.nodes.has(id));
    // Before any of them opens: one that settles at once must not end the block.
    own.position = node.branches.length;
    own.succeeded += rest.length - wanted.length;
    own.open += wanted.length;
    for (const id of wanted)
        (0,_work_js__WEBPACK_IMPORTED_MODULE_4__/* .work */ .o)(state, event.at, { do: 'open', id });
}
/** Settles the branch without its handlers. */
function loseCell(state, event) {
    const { node: branch, at, message } = event;
    if (!openBranch(state, branch))
        throw impossible(event, `${branch} is no open branch of a parallel block`);
    const open = openBelow(state, branch);
    const isUnit = (id) => (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeOf */ .E7)(state, id).kind === 'unit';
    const units = open.filter(isUnit);
    const culprit = units.find((id) => state.running.has(id)) ?? units[0];
    const isEnded = isEndedFromOutside(state, branch);
    keepInterrupted(state, event, units);
    for (const id of open)
        leave(state, id);
    if (culprit !== undefined && !isEnded)
        fail(state, culprit, event);
    const settlement = isEnded
        ? { is: 'stopped' }
        : { is: 'failed', node: culprit ?? standIn(state, branch), class: 'lost', message };
    const above = new Set(ancestorsWithin(state, culprit ?? branch, branch));
    // Children before their parents; the branch itself settles as every other, and moves its block.
    for (const id of open.reverse()) {
        if (id !== branch)
            close(state, id, above.has(id) ? settlement : { is: 'stopped' }, at);
        else
            joinBelow(state, id);
    }
    (0,_work_js__WEBPACK_IMPORTED_MODULE_4__/* .work */ .o)(state, at, { do: 'settle', id: branch, settlement });
}
/** The block, while it is open. */
function openBlock(state, id) {
    const node = state.byId.get(id);
    const own = state.nodes.get(id);
    return node?.kind === 'parallel' && own && !own.settlement ? node : undefined;
}
/** Whether it is a branch of a parallel block that has been opened and has not settled. */
function openBranch(state, id) {
    const parent = state.byId.get(id)?.parent ?? null;
    const own = state.nodes.get(id);
    return parent !== null && openBlock(state, parent) !== undefined && own !== undefined && !own.settlement;
}
/** What ends from outside has not failed by itself. */
function isEndedFromOutside(state, branch) {
    for (let id = (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeOf */ .E7)(state, branch).parent; id !== null; id = (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeOf */ .E7)(state, id).parent)
        if (state.expired.has(id))
            return true;
    return state.stopping?.cancelled === true;
}
/** In the order of the chain, parents before their children. */
function openBelow(state, top) {
    const found = [];
    const stack = [top];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
        const own = state.nodes.get(id);
        if (!own || own.settlement)
            continue;
        found.push(id);
        for (const child of [...(0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .childrenOf */ .LU)((0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeOf */ .E7)(state, id))].reverse())
            stack.push(child);
    }
    return found;
}
/** The cancel before it had ended these units, and a resume opens them again: nobody knows of another outcome. */
function keepInterrupted(state, { seq, at }, units) {
    const { beforeCancel } = state;
    if (!beforeCancel)
        return;
    for (const node of units) {
        const attempt = beforeCancel.kept.nodes.get(node)?.attempt;
        if (attempt === undefined || !state.running.has(node) || !beforeCancel.kept.running.has(node))
            continue;
        beforeCancel.since.push({ seq, at, type: 'unit-interrupted', node, attempt });
    }
}
/** Takes a node out of where it waits or runs. */
function leave(state, id) {
    state.undecided.delete(id);
    state.sleeping.delete(id);
    state.asked.delete(id);
    state.ending.delete(id);
    state.expired.delete(id);
    if ((0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeOf */ .E7)(state, id).kind !== 'unit')
        return;
    (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .readySet */ .ui)(state, id).delete(id);
    if (!state.running.delete(id))
        return;
    (0,_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .changeSpending */ .Pn)(state, id, -1);
    (0,_pod_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .leavePod */ .h)(state, id);
}
function fail(state, id, { at, message }) {
    const own = (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeState */ .GN)(state, id);
    const seconds = own.startedAt === undefined ? 0 : (Date.parse(at) - Date.parse(own.startedAt)) / 1000;
    const failure = {
        type: 'unit-failed',
        node: id,
        attempt: own.attempt ?? (state.starts.get(id) ?? 0) + 1,
        seconds: Math.max(0, seconds),
        class: 'lost',
        message,
        tail: [],
    };
    own.failure = failure;
    (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .setFailedStatus */ .yu)(state, id);
}
/** A `/require:` stands for a gate that was not met, which this is not. */
function standIn(state, branch) {
    const { kind, parent } = (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeOf */ .E7)(state, branch);
    return kind === 'require' && parent !== null ? parent : branch;
}
function ancestorsWithin(state, from, top) {
    const path = [];
    for (let id = from; id !== null && id !== top; id = (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeOf */ .E7)(state, id).parent)
        path.push(id);
    return path;
}
function close(state, id, settlement, at) {
    const own = (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeState */ .GN)(state, id);
    joinBelow(state, id);
    own.status = settlement.is;
    own.settlement = settlement;
    own.endedAt = at;
    const { parent } = (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeOf */ .E7)(state, id);
    const above = own.ran && parent !== null ? state.nodes.get(parent) : undefined;
    if (above)
        above.ran = true;
}
/** What its branches have set, as at every join. */
function joinBelow(state, id) {
    const node = (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeOf */ .E7)(state, id);
    const own = (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeState */ .GN)(state, id);
    if (node.kind === 'parallel')
        for (const branch of node.branches)
            (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .handOver */ .Cl)(state, branch);
    for (const fork of own.forks?.ids ?? []) {
        const forked = state.byId.get(fork);
        if (forked?.kind === 'fork')
            for (const branch of forked.branches)
                (0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .handOver */ .Cl)(state, branch);
    }
    delete own.forks;
}
function impossible({ type, seq }, why) {
    return new Error(`internal: ${type} does not follow from what was before event ${seq}: ${why}; please report this`);
}


/***/ }),

/***/ 74994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ evolve),
  A: () => (/* binding */ fold)
});

// EXTERNAL MODULE: ./build/engine/again.js
var again = __webpack_require__(23567);
// EXTERNAL MODULE: ./build/engine/cells-out.js
var cells_out = __webpack_require__(54503);
// EXTERNAL MODULE: ./build/engine/expiry.js
var expiry = __webpack_require__(11276);
// EXTERNAL MODULE: ./build/engine/gates.js
var gates = __webpack_require__(73359);
// EXTERNAL MODULE: ./build/engine/pod-facts.js
var pod_facts = __webpack_require__(65622);
// EXTERNAL MODULE: ./build/engine/read.js
var read = __webpack_require__(63703);
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
            // What a `finally` handler did after the cancel is not part of it, such as to start a unit once more.
            if (state.beforeCancel && isStillRunning(state.beforeCancel.kept, event))
                state.beforeCancel.since.push(event);
            return;
        case 'unit-placed':
            if (state.beforeCancel?.kept.running.has(event.node) && state.running.has(event.node))
                state.beforeCancel.since.push(event);
            return;
        case 'pod-intended':
        case 'pod-refused':
        case 'pod-created':
        case 'pod-ready':
        case 'pod-ended':
        case 'pod-billed':
        case 'results-offered':
            state.beforeCancel?.since.push(event);
            return;
        default:
    }
}
function isStillRunning({ running, nodes }, { node, attempt }) {
    return running.has(node) && nodes.get(node)?.attempt === attempt;
}
/** Puts the state back; the result is to be taken in again, in that order. */
function reopen(state) {
    const before = state.beforeCancel;
    if (!before)
        throw new Error('internal: a run that was not cancelled cannot be reopened; please report this');
    const { kept, since } = before;
    Object.assign(state, kept);
    state.stopping = undefined;
    state.conclusion = undefined;
    state.beforeCancel = undefined;
    delete state.run.endedAt;
    return since.map((event) => event.type === 'unit-failed' && event.class === 'cancelled'
        ? { seq: event.seq, at: event.at, type: 'unit-interrupted', node: event.node, attempt: event.attempt }
        : event);
}
function keptOf(state) {
    const { nodes, ready, running, ending, undecided, sleeping, asked, timers, pods, placed } = state;
    const { variables, decisions, caught, expired, degradedBy, settlement, at } = state;
    return {
        ...{ nodes, ready, running, ending, undecided, sleeping, asked, timers, pods, placed },
        ...{ variables, decisions, caught, expired, degradedBy, settlement, at },
    };
}

// EXTERNAL MODULE: ./build/engine/state.js
var engine_state = __webpack_require__(80306);
// EXTERNAL MODULE: ./build/engine/stop.js
var stop = __webpack_require__(40067);
// EXTERNAL MODULE: ./build/engine/template.js
var template = __webpack_require__(3497);
// EXTERNAL MODULE: ./build/engine/timers.js
var timers = __webpack_require__(10733);
// EXTERNAL MODULE: ./build/engine/unreachable.js
var unreachable = __webpack_require__(90093);
// EXTERNAL MODULE: ./build/engine/variables.js
var variables = __webpack_require__(45054);
// EXTERNAL MODULE: ./build/engine/work.js + 3 modules
var work = __webpack_require__(34492);
;// CONCATENATED MODULE: ./build/engine/evolve.js














function fold(plan, events) {
    const state = (0,engine_state/* initialState */.ue)(plan);
    for (const event of events)
        evolve(state, event);
    return state;
}
/** Takes one more event into the state. The same events in the same order always give the same state. */
function evolve(state, event) {
    const before = state.at;
    state.seq = event.seq;
    // Found when a run goes on: the time in which nobody drove it is not its own.
    if (event.type !== 'unit-interrupted')
        state.at = Date.parse(event.at);
    keepForReopening(state, event);
    take(state, event, before);
    (0,timers/* dropStaleTimers */.B7)(state);
}
function take(state, event, before) {
    switch (event.type) {
        case 'run-started':
            state.run.id = event.run;
            state.run.startedAt = event.at;
            return (0,work/* work */.o)(state, event.at, { do: 'open', id: state.plan.root });
        case 'unit-started':
            return unitStarted(state, event);
        case 'unit-succeeded': {
            leave(state.running, event);
            state.ending.delete(event.node);
            (0,expiry/* changeSpending */.Pn)(state, event.node, -1);
            (0,pod_facts/* leavePod */.h)(state, event.node);
            return unitSucceeded(state, event.node, resultOf(event), event.at);
        }
        case 'unit-reused':
            return unitReused(state, event);
        case 'unit-failed':
            return unitFailed(state, event);
        case 'unit-interrupted': {
            leave(state.running, event);
            (0,expiry/* changeSpending */.Pn)(state, event.node, -1);
            (0,pod_facts/* leavePod */.h)(state, event.node);
            if (state.ending.delete(event.node) || (0,stop/* isStopped */.id)(state, event.node))
                return settle(state, event, { is: 'stopped' });
            const own = (0,engine_state/* nodeState */.GN)(state, event.node);
            own.status = 'open';
            own.interrupted = [...(own.interrupted ?? []), event.attempt];
            (0,engine_state/* readySet */.ui)(state, event.node).add(event.node);
            return;
        }
        case 'gate-decided':
            return gateDecided(state, event);
        case 'case-decided':
            return caseDecided(state, event);
        case 'variable-set':
            leave(state.undecided, event);
            (0,variables/* setVariable */.BB)(state, event.node, event.name, event.value);
            return settle(state, event, engine_state/* succeeded */.gq);
        case 'assignment-failed':
            leave(state.undecided, event);
            return settle(state, event, {
                is: 'failed',
                node: event.node,
                class: 'no-metrics',
                message: event.message,
            });
        case 'retry-scheduled': {
            leave(state.undecided, event);
            state.sleeping.add(event.node);
            const { attempt } = (0,engine_state/* nodeState */.GN)(state, event.node);
            return (0,timers/* setTimer */.mI)(state, event.node, 'retry', event.delay * 1000, attempt);
        }
        case 'retry-started': {
            leave(state.sleeping, event);
            const node = (0,engine_state/* nodeOf */.E7)(state, event.node);
            if (node.kind !== 'retry')
                throw new Error(`internal: ${node.id} is no retry; please report this`);
            return (0,work/* work */.o)(state, event.at, { do: 'open', id: (0,again/* startAttempt */.iY)(state, node, event.attempt) });
        }
        case 'waited':
            leave(state.sleeping, event);
            return settle(state, event, engine_state/* succeeded */.gq);
        case 'timed-out': {
            const message = `\`${(0,engine_state/* nodeOf */.E7)(state, event.node).title}\` ran out of time`;
            return expire(state, event, { class: 'timeout', message });
        }
        case 'budget-exceeded': {
            const rest = (0,expiry/* keepsForEnding */.TS)(state, event.node) ? '; the rest pays for ending its pods' : '';
            const message = `\`${(0,engine_state/* nodeOf */.E7)(state, event.node).title}\` ran out of money, ${event.dollars} dollars spent${rest}`;
            return expire(state, event, { class: 'budget', message });
        }
        case 'approval-requested':
            leave(state.undecided, event);
            state.asked.add(event.node);
            return;
        case 'approval-given':
            return approvalGiven(state, event);
        case 'results-offered':
            state.offered = { from: event.from, finished: new Map(Object.entries(event.finished)) };
            // What a person gives to this run is not what was given to that one.
            for (const [name, value] of Object.entries(event.variables ?? {}))
                if (!Object.hasOwn(state.plan.parameters, name))
                    state.variables.get('')?.set(name, value);
            return;
        case 'pod-intended':
        case 'pod-refused':
        case 'pod-created':
        case 'pod-ready':
        case 'unit-placed':
        case 'pod-ended':
        case 'pod-billed':
            return (0,pod_facts/* takePodFact */.p)(state, event);
        case 'cells-dispatched':
            return (0,cells_out/* dispatchCells */.M9)(state, event);
        case 'cell-lost':
            return (0,cells_out/* loseCell */.Gk)(state, event);
        case 'cancel-requested':
            return cancel(state, event);
        case 'run-resumed':
            return resume(state, event, before);
        case 'run-concluded':
            state.run.endedAt = event.at;
            state.conclusion = { decision: event.decision, reasonCode: event.reasonCode, reason: event.reason };
            return;
        default:
            return (0,unreachable/* unreachable */.H)(event);
    }
}
/** What reads a checkpoint has to run, and what does nothing may: all behind them may still be taken over. */
const withoutWork = new Set(['state:load', 'continue']);
function unitStarted(state, event) {
    const unit = (0,engine_state/* unitOf */.uF)(state, event.node);
    leave((0,engine_state/* readySet */.ui)(state, event.node), event);
    state.running.add(event.node);
    state.placed.delete(event.node);
    state.starts.set(event.node, event.attempt);
    const own = (0,engine_state/* nodeState */.GN)(state, event.node);
    own.status = 'running';
    own.startedAt = event.at;
    own.attempt = event.attempt;
    own.directory = event.directory;
    const command = state.plan.commands[unit.command];
    if (command?.is !== 'builtin' || !withoutWork.has(command.name))
        own.ran = true;
    const bound = (0,template/* unitInput */.l2)(state.plan, unit, (0,read/* readingsAt */.h)(state, unit.id));
    if (bound.ok)
        own.input = bound.input;
    (0,expiry/* changeSpending */.Pn)(state, event.node, 1);
}
function unitSucceeded(state, id, result, at) {
    (0,engine_state/* nodeState */.GN)(state, id).result = result;
    (0,variables/* setSystemVariables */.Nf)(state, id, result);
    (0,work/* work */.o)(state, at, { do: 'settle', id, settlement: engine_state/* succeeded */.gq });
}
function unitReused(state, event) {
    leave((0,engine_state/* readySet */.ui)(state, event.node), event);
    const own = (0,engine_state/* nodeState */.GN)(state, event.node);
    own.reusedFrom = event.from;
    own.directory = event.directory;
    const bound = (0,template/* unitInput */.l2)(state.plan, (0,engine_state/* unitOf */.uF)(state, event.node), (0,read/* readingsAt */.h)(state, event.node));
    if (bound.ok)
        own.input = bound.input;
    unitSucceeded(state, event.node, resultOf(event), event.at);
}
function unitFailed(state, event) {
    // Never started: it was refused.
    if (state.running.has(event.node)) {
        state.running.delete(event.node);
        (0,expiry/* changeSpending */.Pn)(state, event.node, -1);
        (0,pod_facts/* leavePod */.h)(state, event.node);
    }
    else
        leave((0,engine_state/* readySet */.ui)(state, event.node), event);
    (0,engine_state/* nodeState */.GN)(state, event.node).failure = event;
    (0,variables/* setFailedStatus */.yu)(state, event.node);
    const { node, class: cause, message } = event;
    // What was ended from outside has not failed by itself.
    const wasEnded = state.ending.delete(node) && cause === 'cancelled';
    settle(state, event, wasEnded ? { is: 'stopped' } : { is: 'failed', node, class: cause, message });
}
function gateDecided(state, event) {
    leave(state.undecided, event);
    const key = (0,gates/* gateKey */.l)(event.node, event.arm);
    state.decisions.delete(key);
    state.decisions.set(key, event);
    const node = (0,engine_state/* nodeOf */.E7)(state, event.node);
    if (event.outcome === 'error')
        return gateError(state, event, event.text, event.reason);
    const isMet = event.outcome === 'met' || event.warned === true;
    const because = event.reason === undefined ? '' : ` (${event.reason})`;
    switch (node.kind) {
        case 'require':
            return settle(state, event, isMet
                ? engine_state/* succeeded */.gq
                : {
                    is: 'failed',
                    node: event.node,
                    class: 'gate-not-met',
                    message: `required: ${event.sum}${because}`,
                });
        case 'repeat': {
            if (isMet && event.outcome === 'met')
                return settle(state, event, engine_state/* succeeded */.gq);
            const next = (0,again/* startIteration */.OZ)(state, node);
            if (next !== undefined)
                return (0,work/* work */.o)(state, event.at, { do: 'open', id: next });
            return settle(state, event, isMet ? engine_state/* succeeded */.gq : notMet(event));
        }
        case 'branch': {
            const own = (0,engine_state/* nodeState */.GN)(state, event.node);
            const arm = node.arms[event.arm];
            if (isMet && arm)
                return (0,work/* work */.o)(state, event.at, { do: 'open', id: arm.body });
            own.position = event.arm + 1;
            if (node.arms[own.position])
                state.undecided.add(event.node);
            else if (node.otherwise !== null)
                (0,work/* work */.o)(state, event.at, { do: 'open', id: node.otherwise });
            // Behind `/end` the chain goes on; that the gate was not met stays in the record and decides the run's colour.
            else
                settle(state, event, node.closed ? engine_state/* succeeded */.gq : notMet(event));
            return;
        }
        default:
            throw new Error(`internal: gate decided at ${node.kind} ${node.id}; please report this`);
    }
}
function notMet({ gate, sum }) {
    return { is: 'not-met', gate, sum };
}
function caseDecided(state, event) {
    leave(state.undecided, event);
    const node = (0,engine_state/* nodeOf */.E7)(state, event.node);
    const arm = node.kind === 'case' ? node.arms[event.arm] : undefined;
    if (!arm)
        return gateError(state, event, `case:${node.kind === 'case' ? node.text : ''}`, event.reason);
    (0,engine_state/* nodeState */.GN)(state, event.node).arm = event.arm;
    (0,work/* work */.o)(state, event.at, { do: 'open', id: arm.body });
}
/** The run stops. Units that run are joined, not ended: they may be hours of paid work. */
function gateError(state, event, text, reason) {
    const message = `gate \`${text}\` could not be decided: ${reason ?? 'unknown reason'}`;
    // Stopping comes first, or a `;` behind the gate would go on.
    state.stopping ??= { by: 'gate-error', what: message, cancelled: false, forced: false };
    const handlers = (0,stop/* breakShields */.km)(state, event.node);
    settle(state, event, { is: 'failed', node: event.node, class: 'gate-error', message });
    for (const top of [...handlers, state.plan.root])
        evolve_stop(state, top, event.at, 'gate-error');
}
function expire(state, event, expiry) {
    (0,engine_state/* nodeState */.GN)(state, event.node).fired = true;
    state.expired.set(event.node, expiry);
    evolve_stop(state, event.node, event.at, 'expiry');
}
function approvalGiven(state, event) {
    leave(state.asked, event);
    if (state.conclusion?.decision === 'waiting')
        reopenWaiting(state);
    const { node, approved, by } = event;
    const message = `refused by ${by}`;
    settle(state, event, approved ? engine_state/* succeeded */.gq : { is: 'failed', node, class: 'approval-refused', message });
}
/** The first one ends what runs and lets `finally` handlers run; the second ends these too. */
function cancel(state, event) {
    const { stopping } = state;
    const forced = stopping?.cancelled === true;
    const next = stopping ?? { by: 'cancel', what: event.by, cancelled: true, forced: false };
    next.cancelled = true;
    next.forced = forced;
    state.stopping = next;
    evolve_stop(state, state.plan.root, event.at, forced ? 'second-cancel' : 'cancel');
}
function evolve_stop(state, top, at, by) {
    for (const id of (0,stop/* stopBelow */.KZ)(state, top, by))
        (0,work/* work */.o)(state, at, { do: 'settle', id, settlement: { is: 'stopped' } });
}
function resume(state, event, before) {
    let last = before;
    if (state.beforeCancel) {
        for (const one of reopen(state)) {
            state.seq = one.seq;
            // Units that a killed driver had left: nobody knows until when they ran.
            if (Date.parse(one.at) <= before)
                state.at = Date.parse(one.at);
            take(state, one, before);
        }
        last = state.at;
        state.seq = event.seq;
        state.at = Date.parse(event.at);
    }
    if (state.conclusion?.decision === 'waiting')
        reopenWaiting(state);
    // Nobody drove the run in between: no timeout counts it. The clock may have been set back, too.
    (0,timers/* shiftTimers */.DF)(state, state.at - last);
    // Pods that are alive have cost money all the same.
    (0,expiry/* goOnSpending */.sS)(state);
}
function reopenWaiting(state) {
    state.conclusion = undefined;
    delete state.run.endedAt;
}
function settle(state, event, settlement) {
    (0,work/* work */.o)(state, event.at, { do: 'settle', id: event.node, settlement });
}
function resultOf(event) {
    const { seconds, metrics, values, primary, samples, source, output, stdout, inputs, none, usage } = event;
    return {
        seconds,
        metrics,
        values,
        ...(primary === undefined ? {} : { primary }),
        ...(samples === undefined ? {} : { samples }),
        ...(source === undefined ? {} : { source }),
        ...(output === undefined ? {} : { output }),
        ...(stdout === undefined ? {} : { stdout }),
        ...(inputs === undefined ? {} : { inputs }),
        ...(none === undefined ? {} : { none }),
        ...(usage === undefined ? {} : { usage }),
    };
}
function leave(set, { seq, type, node }) {
    if (!set.delete(node))
        throw new Error(`internal: ${type} of ${node} does not follow from what was before event ${seq}; please report this`);
}


/***/ }),

/***/ 90016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OX: () => (/* binding */ isForgivable),
/* harmony export */   SO: () => (/* binding */ isCatchable),
/* harmony export */   r3: () => (/* binding */ isRetryable)
/* harmony export */ });
/** What may be done about a failure, by its class. */
/** Caught by name alone, or by nothing: `any`, `*` and `<stem>-failed` leave them alone. */
const uncaught = new Set([
    ...['usage', 'auth', 'budget', 'degraded', 'gate-error', 'cancelled'],
]);
function isCatchable(failure) {
    return !uncaught.has(failure);
}
/** What `||` may go on after: a failure of work, not of a demand that was written. */
function isForgivable(failure) {
    return isCatchable(failure) && failure !== 'gate-not-met';
}
/** Whether trying again may end in another way, and undoes nothing that someone decided. */
function isRetryable(failure) {
    return isForgivable(failure) && failure !== 'approval-refused';
}


/***/ }),

/***/ 65622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ leavePod),
/* harmony export */   p: () => (/* binding */ takePodFact)
/* harmony export */ });
/* harmony import */ var _expiry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11276);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30835);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80306);



function takePodFact(state, event) {
    if (state.run.startedAt === '')
        throw impossible(event, 'the run has not started');
    if (event.type === 'unit-placed')
        return place(state, event);
    if (event.type === 'pod-intended')
        return intend(state, event);
    const pod = state.pods.get(event.pod);
    if (!pod)
        throw impossible(event, `nobody has meant to make ${event.pod}`);
    const demand = (holds) => {
        if (!holds)
            throw impossible(event, `${pod.name} is ${situationOf(pod)}`);
    };
    switch (event.type) {
        case 'pod-refused':
            demand((0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isUndecided */ .Ae)(pod));
            pod.refused = { class: event.class, message: event.message };
            return (0,_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .changePodSpending */ .EX)(state, pod);
        case 'pod-created':
            demand((0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isUndecided */ .Ae)(pod));
            for (const { name, id } of state.pods.values())
                if (id === event.id)
                    throw impossible(event, `${event.id} is ${name}`);
            pod.createdAt = event.at;
            pod.id = event.id;
            pod.price = event.price;
            return (0,_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .changePodSpending */ .EX)(state, pod, (event.price * (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .podLife */ .YW)(pod, state.at)) / 3600);
        case 'pod-ready':
            demand((0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)(pod) && pod.readyAt === undefined);
            pod.readyAt = event.at;
            pod.readyAfter = event.seconds;
            if (event.gpu !== undefined)
                pod.gpu = event.gpu;
            return;
        case 'pod-ended':
            // What was not proven may be later. An end may be all that is known of it.
            demand(pod.refused === undefined && pod.proven !== true);
            pod.endedAt ??= event.at;
            pod.why = event.why;
            pod.proven = event.proven;
            pod.seconds = event.seconds;
            pod.dollars = event.dollars;
            return (0,_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .changePodSpending */ .EX)(state, pod);
        case 'pod-billed':
            demand(pod.refused === undefined);
            pod.billed = event.dollars;
    }
}
/** The unit has ended, whatever its outcome. */
function leavePod(state, unit) {
    const on = state.placed.get(unit);
    const pod = on === undefined ? undefined : state.pods.get(on);
    if (pod?.shares.delete(unit))
        (0,_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .changeShares */ .D1)(state, unit);
}
function intend(state, event) {
    const { pod: name, target, scope, offer, price, lifetime } = event;
    if (state.pods.has(name))
        throw impossible(event, `${name} was meant to be made before`);
    (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .podScope */ .iG)(state, scope);
    const pod = {
        ...{ name, target, scope, offer, quoted: price, price, lifetime },
        intendedAt: event.at,
        units: new Set(),
        shares: new Map(),
    };
    state.pods.set(name, pod);
    (0,_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .changePodSpending */ .EX)(state, pod);
}
function place(state, event) {
    const { node, on, share } = event;
    if (!state.running.has((0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .unitOf */ .uF)(state, node).id))
        throw impossible(event, `${node} does not run`);
    const pod = state.pods.get(on);
    if (!pod && !Object.hasOwn(state.plan.targets ?? {}, on))
        throw impossible(event, `there is no ${on}`);
    if (pod && !(0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)(pod))
        throw impossible(event, `${on} is ${situationOf(pod)}`);
    // Its host may have been lost, and another one has taken it on.
    leavePod(state, node);
    state.placed.set(node, on);
    if (!pod)
        return;
    pod.units.add(node);
    pod.shares.set(node, share);
    (0,_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .changeShares */ .D1)(state, node);
}
function situationOf({ createdAt, readyAt, endedAt, refused, proven }) {
    if (refused)
        return 'refused';
    if (endedAt !== undefined)
        return proven ? 'ended' : 'ended without proof';
    return createdAt === undefined ? 'only intended' : readyAt === undefined ? 'created' : 'ready';
}
function impossible({ type, seq }, why) {
    return new Error(`internal: ${type} does not follow from what was before event ${seq}: ${why}; please report this`);
}


/***/ }),

/***/ 40067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KZ: () => (/* binding */ stopBelow),
/* harmony export */   id: () => (/* binding */ isStopped),
/* harmony export */   km: () => (/* binding */ breakShields)
/* harmony export */ });
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71583);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80306);
/**
 * Ending what is open: all of a run, or what a timeout or a budget holds. Nothing of it opens any more, what waits
 * settles as stopped, what runs is ended by the driver and joined. `finally` handlers are shielded: they run in spite of it,
 * unless it is a gate of their own that could not be decided.
 */


/** Whether nothing more may open below the node. */
function isStopped(state, id) {
    if (!state.stopping && state.expired.size === 0)
        return false;
    let outlivesGateError = false;
    for (let at = id; at !== null; at = (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(state, at).parent) {
        if (state.expired.has(at))
            return true;
        const { shield, broken } = state.nodes.get(at) ?? {};
        if (broken)
            return true;
        if (shield === 'always')
            return state.stopping?.forced ?? false;
        if (shield === 'gate-error')
            outlivesGateError = true;
    }
    return state.stopping !== undefined && (state.stopping.cancelled || !outlivesGateError);
}
/** A gate error in a handler ends it as it ends the chain. The result is all handlers that it is in, the innermost first. */
function breakShields(state, id) {
    const handlers = [];
    for (let at = id; at !== null; at = (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(state, at).parent) {
        const own = state.nodes.get(at);
        if (own?.shield === undefined)
            continue;
        own.broken = true;
        handlers.push(at);
    }
    return handlers;
}
/**
 * The leaves of the open part below a node that wait for something, to be settled as stopped. Those that run are marked
 * to be ended; only a gate error lets them finish.
 */
function stopBelow(state, top, by) {
    const waiting = [];
    const stack = [top];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
        const own = state.nodes.get(id);
        if (!own || own.settlement)
            continue;
        if (id !== top && isShielded(own, by))
            continue;
        const node = (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(state, id);
        if (takeWaiting(state, id, node.kind))
            waiting.push(id);
        else if (node.kind === 'unit') {
            if (by !== 'gate-error')
                state.ending.add(id);
        }
        else if (node.kind === 'sequence') {
            const child = node.children[own.position];
            // The stack gives the last one first: forks were opened before the child that is open now.
            if (child !== undefined)
                stack.push(child);
            for (const fork of [...(own.forks?.ids ?? [])].reverse())
                stack.push(fork);
        }
        else
            for (const child of [...(0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenOf */ .LU)(node)].reverse())
                stack.push(child);
    }
    return waiting;
}
function isShielded({ shield }, by) {
    return shield === 'always' ? by !== 'second-cancel' : shield === 'gate-error' && by === 'gate-error';
}
/** Takes a node that waits out of where it does; false when it does not. */
function takeWaiting(state, id, kind) {
    if (state.undecided.delete(id) || state.sleeping.delete(id) || state.asked.delete(id))
        return true;
    return kind === 'unit' && (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .readySet */ .ui)(state, id).delete(id);
}


/***/ }),

/***/ 90093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ unreachable)
/* harmony export */ });
/** Ends every `switch` over a union, so that a new member is a compile error at each of them. */
function unreachable(value) {
    throw new Error(`internal: unexpected ${JSON.stringify(value)}; please report this`);
}


/***/ }),

/***/ 34492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ work)
});

// EXTERNAL MODULE: ./build/engine/again.js
var again = __webpack_require__(23567);
// EXTERNAL MODULE: ./build/engine/state.js
var engine_state = __webpack_require__(80306);
// EXTERNAL MODULE: ./build/engine/stop.js
var stop = __webpack_require__(40067);
// EXTERNAL MODULE: ./build/engine/variables.js
var variables = __webpack_require__(45054);
;// CONCATENATED MODULE: ./build/engine/parallel.js



function openParallel(state, node, list) {
    const own = (0,engine_state/* nodeState */.GN)(state, node.id);
    const wanted = [];
    while (own.position < node.branches.length && own.open < (node.max ?? Number.POSITIVE_INFINITY)) {
        const branch = node.branches[own.position];
        own.position += 1;
        if (branch === undefined)
            continue;
        if (state.nodes.has(branch)) {
            // A retry keeps the branches that have succeeded before.
            own.succeeded += 1;
            continue;
        }
        wanted.push(branch);
        own.open += 1;
    }
    // The list is a stack: pushed in reverse, branches open in the order of the chain.
    for (const id of wanted.reverse())
        list.push({ do: 'open', id });
    if (own.open === 0)
        end(state, node, list);
}
function parallelBranchSettled(state, parent, settlement, list) {
    const own = (0,engine_state/* nodeState */.GN)(state, parent.id);
    own.open -= 1;
    if (settlement.is === 'succeeded')
        own.succeeded += 1;
    else
        own.worst = (0,engine_state/* worse */.JJ)(own.worst, settlement);
    if ((0,stop/* isStopped */.id)(state, parent.id)) {
        own.position = parent.branches.length;
        if (own.succeeded < parent.branches.length)
            own.worst ??= { is: 'stopped' };
        if (own.open === 0)
            end(state, parent, list);
    }
    else
        openParallel(state, parent, list);
}
function end(state, node, list) {
    list.push({ do: 'settle', id: node.id, settlement: outcome(state, node) });
}
function outcome(state, node) {
    const own = (0,engine_state/* nodeState */.GN)(state, node.id);
    const total = node.branches.length;
    if (node.kind === 'fork')
        return own.succeeded === total ? engine_state/* succeeded */.gq : (own.worst ?? { is: 'stopped' });
    for (const branch of node.branches)
        (0,variables/* handOver */.Cl)(state, branch);
    if (own.succeeded === total)
        return engine_state/* succeeded */.gq;
    if (own.succeeded < node.min || (0,stop/* isStopped */.id)(state, node.id))
        return own.worst ?? { is: 'stopped' };
    if (!node.minWritten)
        state.degradedBy.set(node.id, `only ${own.succeeded} of ${total} branches succeeded (no \`min=\` was written)`);
    return engine_state/* succeeded */.gq;
}

;// CONCATENATED MODULE: ./build/engine/block.js




function openSequence(_state, node, list) {
    const [child] = node.children;
    list.push(child ? { do: 'open', id: child } : { do: 'settle', id: node.id, settlement: engine_state/* succeeded */.gq });
}
function childSettled(state, parent, settlement, list) {
    const own = (0,engine_state/* nodeState */.GN)(state, parent.id);
    const isOver = (0,stop/* isStopped */.id)(state, parent.id);
    const gate = isOver ? undefined : gateOfStretch(parent, own.position, settlement);
    if (gate !== undefined && settlement.is === 'failed') {
        own.skippedTo = [...(own.skippedTo ?? []), gate];
        const id = parent.children[gate];
        if (id === undefined)
            throw new Error(`internal: ${parent.id} has no child ${gate}; please report this`);
        state.caught.set(settlement.node, { by: id, class: settlement.class });
        own.position = gate;
        list.push({ do: 'open', id });
        return;
    }
    if (settlement.is !== 'succeeded')
        own.worst = (0,engine_state/* worse */.JJ)(own.worst, settlement);
    for (own.position += 1; own.position < parent.children.length; own.position += 1) {
        const next = parent.children[own.position];
        if (next === undefined || isOver)
            break;
        if (settlement.is === 'succeeded' || state.always.has(next)) {
            list.push({ do: 'open', id: next });
            return;
        }
    }
    endSequence(state, parent.id, own.worst ?? engine_state/* succeeded */.gq, list);
}
/** The gate that a failure here skips to. A gate that could not be decided is never skipped over. */
function gateOfStretch({ guards }, position, settlement) {
    if (guards === undefined || settlement.is !== 'failed' || settlement.class === 'gate-error')
        return undefined;
    return guards.find(({ from, gate }) => from <= position && position < gate)?.gate;
}
/** Settles it, or waits for its forks. */
function endSequence(state, id, settlement, list) {
    const { forks } = (0,engine_state/* nodeState */.GN)(state, id);
    if (!forks) {
        list.push({ do: 'settle', id, settlement });
        return;
    }
    forks.end = settlement;
    if (forks.open === 0)
        joinForks(state, id, list);
}
function openFork(state, node, list) {
    const block = (0,engine_state/* nodeState */.GN)(state, node.block);
    block.forks ??= { ids: [], open: 0 };
    block.forks.ids.push(node.id);
    block.forks.open += 1;
    // The list is a stack: the branches open first, then the chain goes on.
    list.push({ do: 'pass', id: node.id });
    openParallel(state, node, list);
}
function openBarrier(state, node, list) {
    const block = (0,engine_state/* nodeState */.GN)(state, node.block);
    block.forks ??= { ids: [], open: 0 };
    block.forks.barrier = node.id;
    if (block.forks.open === 0)
        joinForks(state, node.block, list);
}
/** All branches of a fork have settled. */
function forkSettled(state, node, settlement, list) {
    const { forks } = (0,engine_state/* nodeState */.GN)(state, node.block);
    if (!forks)
        throw new Error(`internal: ${node.block} has no forks; please report this`);
    forks.open -= 1;
    if (settlement.is !== 'succeeded')
        forks.worst = (0,engine_state/* worse */.JJ)(forks.worst, settlement);
    if (forks.open === 0)
        joinForks(state, node.block, list);
}
/** At a barrier, or at the end of the block; neither may be there yet. */
function joinForks(state, block, list) {
    const own = (0,engine_state/* nodeState */.GN)(state, block);
    const { forks } = own;
    if (!forks || (forks.barrier === undefined && forks.end === undefined))
        return;
    for (const fork of forks.ids) {
        const node = state.byId.get(fork);
        if (node?.kind === 'fork')
            for (const branch of node.branches)
                (0,variables/* handOver */.Cl)(state, branch);
    }
    const { worst, barrier, end } = forks;
    delete own.forks;
    if (barrier === undefined) {
        const settlement = worst === undefined ? end : end?.is === 'succeeded' ? worst : (0,engine_state/* worse */.JJ)(end, worst);
        list.push({ do: 'settle', id: block, settlement: settlement ?? engine_state/* succeeded */.gq });
        return;
    }
    const node = state.byId.get(barrier);
    if (node?.kind === 'barrier' && node.variable !== null)
        (0,variables/* setVariable */.BB)(state, barrier, node.variable, worst === undefined);
    list.push({ do: 'settle', id: barrier, settlement: worst ?? engine_state/* succeeded */.gq });
}

// EXTERNAL MODULE: ./build/engine/expiry.js
var expiry = __webpack_require__(11276);
// EXTERNAL MODULE: ./build/engine/failure-class.js
var failure_class = __webpack_require__(90016);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(71583);
;// CONCATENATED MODULE: ./build/engine/handling.js
/** `/try:` with its handlers, and what a chain does at its end: `on_failure` and `finally`. */




function tryPartSettled(state, node, settlement, list) {
    const own = (0,engine_state/* nodeState */.GN)(state, node.id);
    if (own.phase === 'finally')
        return handling_end(state, node.id, settlement, list);
    const isOver = (0,stop/* isStopped */.id)(state, node.id);
    if (own.phase === 'body' && !isOver) {
        if (settlement.is === 'succeeded' && node.otherwise !== null) {
            own.phase = 'else';
            list.push({ do: 'open', id: node.otherwise });
            return;
        }
        const arm = settlement.is === 'failed' ? catchFor(state, node, settlement) : -1;
        const handler = node.catches[arm];
        if (handler && settlement.is === 'failed') {
            own.phase = 'catch';
            own.arm = arm;
            state.caught.set(settlement.node, { by: node.id, class: settlement.class });
            list.push({ do: 'open', id: handler.body });
            return;
        }
    }
    own.worst = settlement;
    if (node.finally === null) {
        list.push({ do: 'settle', id: node.id, settlement });
        return;
    }
    own.phase = 'finally';
    list.push({ do: 'open', id: node.finally, shield: 'always' });
}
function handlersPartSettled(state, node, settlement, list) {
    const own = (0,engine_state/* nodeState */.GN)(state, node.id);
    if (own.phase === 'finally')
        return handling_end(state, node.id, settlement, list);
    if (own.phase === 'body') {
        own.worst = settlement;
        const runs = settlement.is === 'failed' && state.stopping?.cancelled !== true;
        if (runs && node.onFailure !== null) {
            own.phase = 'on-failure';
            list.push({ do: 'open', id: node.onFailure, shield: 'gate-error' });
            return;
        }
    }
    // What `on_failure` gives does not change the outcome.
    if (node.finally === null) {
        list.push({ do: 'settle', id: node.id, settlement: own.worst ?? settlement });
        return;
    }
    own.phase = 'finally';
    list.push({ do: 'open', id: node.finally, shield: 'always' });
}
/** What came before decides; a failure of `finally` itself only where nothing else failed. */
function handling_end(state, id, settlement, list) {
    const before = (0,engine_state/* nodeState */.GN)(state, id).worst ?? engine_state/* succeeded */.gq;
    // That a gate was not met may be no failure to anybody: it does not hide one.
    const decides = before.is === 'succeeded' || (before.is === 'not-met' && settlement.is === 'failed');
    list.push({ do: 'settle', id, settlement: decides ? settlement : before });
}
/** The first that matches; -1 when none does. */
function catchFor(state, { catches }, failure) {
    return catches.findIndex(({ matches }) => isMatch(state, matches, failure));
}
function isMatch(state, match, failure) {
    switch (match.is) {
        case 'class':
            return failure.class === match.class && !['gate-error', 'cancelled'].includes(failure.class);
        case 'any':
            return (0,failure_class/* isCatchable */.SO)(failure.class);
        case 'commands':
            return (0,failure_class/* isCatchable */.SO)(failure.class) && isOfOne(state, failure.node, match.commands);
    }
}
/** The command that failed, or one inside of a `timeout:` that ran out. */
function isOfOne(state, failed, commands) {
    const open = [failed];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        const node = (0,engine_state/* nodeOf */.E7)(state, id);
        const settlement = state.nodes.get(id)?.settlement;
        if (node.kind === 'unit' &&
            settlement &&
            settlement.is !== 'succeeded' &&
            commands.includes(node.command))
            return true;
        for (const child of (0,plan/* childrenOf */.LU)(node))
            open.push(child);
    }
    return false;
}

// EXTERNAL MODULE: ./build/engine/read.js
var read = __webpack_require__(63703);
// EXTERNAL MODULE: ./build/engine/template.js
var template = __webpack_require__(3497);
// EXTERNAL MODULE: ./build/engine/timers.js
var timers = __webpack_require__(10733);
// EXTERNAL MODULE: ./build/engine/unreachable.js
var unreachable = __webpack_require__(90093);
;// CONCATENATED MODULE: ./build/engine/work.js












function work(state, at, first) {
    const list = [first];
    for (let next = list.pop(); next; next = list.pop()) {
        if (next.do === 'open')
            work_open(state, next, list);
        else if (next.do === 'settle')
            settle(state, next.id, next.settlement, at, list);
        else
            tellParent(state, next.id, engine_state/* succeeded */.gq, list);
    }
}
function work_open(state, { id, shield }, list) {
    const node = (0,engine_state/* nodeOf */.E7)(state, id);
    if (shield === undefined ? (0,stop/* isStopped */.id)(state, id) : state.stopping?.forced) {
        list.push({ do: 'settle', id, settlement: { is: 'stopped' } });
        return;
    }
    if (state.nodes.has(id))
        throw new Error(`internal: ${id} was opened twice; please report this`);
    state.nodes.set(id, {
        status: 'open',
        openedBy: state.seq,
        position: 0,
        open: 0,
        succeeded: 0,
        ...(shield === undefined ? {} : { shield }),
        ...(isAfterWork(state, node) ? { after: true } : {}),
    });
    openKind(state, node, list);
}
function openKind(state, node, list) {
    switch (node.kind) {
        case 'unit':
            (0,engine_state/* readySet */.ui)(state, node.id).add(node.id);
            return;
        case 'branch':
        case 'require':
        case 'assignment':
        case 'case':
        case 'approval':
            state.undecided.add(node.id);
            return;
        case 'sequence':
            return openSequence(state, node, list);
        case 'fork':
            return openFork(state, node, list);
        case 'barrier':
            return openBarrier(state, node, list);
        case 'parallel':
            return openParallel(state, node, list);
        case 'logical':
            list.push({ do: 'open', id: node.left });
            return;
        case 'call':
            return openCall(state, node, list);
        case 'try':
        case 'handlers':
            (0,engine_state/* nodeState */.GN)(state, node.id).phase = 'body';
            list.push({ do: 'open', id: node.body });
            return;
        case 'fallback':
            state.degradedBy.set(node.id, `\`${node.title}\` ran`);
            list.push({ do: 'open', id: node.body });
            return;
        case 'retry':
            return (0,again/* openRetry */.bn)(state, node, list);
        case 'repeat':
            return (0,again/* openRepeat */.Op)(state, node, list);
        case 'timeout':
            return (0,expiry/* openTimeout */.MH)(state, node, list);
        case 'budget':
            return (0,expiry/* openBudget */.ak)(state, node, list);
        case 'wait':
            state.sleeping.add(node.id);
            return (0,timers/* setTimer */.mI)(state, node.id, 'wait', node.seconds * 1000);
        default:
            return (0,unreachable/* unreachable */.H)(node);
    }
}
/** Something before the node was started in this run: then nothing of it is taken over from an earlier one. */
function isAfterWork(state, node) {
    if (node.parent === null)
        return false;
    const parent = state.nodes.get(node.parent);
    if (!parent)
        return false;
    const { kind } = (0,engine_state/* nodeOf */.E7)(state, node.parent);
    // Branches do not see each other's work.
    return parent.after === true || (parent.ran === true && kind !== 'parallel' && kind !== 'fork');
}
function openCall(state, node, list) {
    const bound = (0,template/* bindParameters */.E6)(node.parameters, (0,read/* readingsAt */.h)(state, node.id));
    if (!bound.ok) {
        const settlement = { is: 'failed', node: node.id, class: 'usage', message: bound.problem };
        list.push({ do: 'settle', id: node.id, settlement });
        return;
    }
    state.variables.set(node.id, new Map(Object.entries(bound.values)));
    list.push({ do: 'open', id: node.body });
}
function settle(state, id, settlement, at, list) {
    const own = state.nodes.get(id);
    if (own) {
        if (own.settlement)
            throw new Error(`internal: ${id} settled twice; please report this`);
        own.status = settlement.is;
        own.settlement = settlement;
        own.endedAt = at;
    }
    const node = (0,engine_state/* nodeOf */.E7)(state, id);
    if (node.parent === null) {
        state.settlement = settlement;
        return;
    }
    const above = own?.ran ? state.nodes.get(node.parent) : undefined;
    if (above)
        above.ran = true;
    if (node.kind === 'fork' && own)
        forkSettled(state, node, settlement, list);
    else
        tellParent(state, id, settlement, list);
}
function tellParent(state, id, settlement, list) {
    const { parent: parentId } = (0,engine_state/* nodeOf */.E7)(state, id);
    if (parentId === null)
        return;
    const parent = (0,engine_state/* nodeOf */.E7)(state, parentId);
    switch (parent.kind) {
        case 'sequence':
            return childSettled(state, parent, settlement, list);
        case 'parallel':
        case 'fork':
            return parallelBranchSettled(state, parent, settlement, list);
        case 'logical':
            return operandSettled(state, parent, id, settlement, list);
        case 'try':
            return tryPartSettled(state, parent, settlement, list);
        case 'handlers':
            return handlersPartSettled(state, parent, settlement, list);
        case 'retry':
            return (0,again/* retryBodySettled */.Gt)(state, parent, settlement, list);
        case 'repeat':
            return (0,again/* repeatBodySettled */.lB)(state, parent, settlement, list);
        case 'timeout':
        case 'budget':
            list.push({ do: 'settle', id: parent.id, settlement: (0,expiry/* unexpired */.JD)(state, parent.id, settlement) });
            return;
        case 'branch':
        case 'case':
        case 'call':
        case 'fallback':
            list.push({ do: 'settle', id: parent.id, settlement });
            return;
        default:
            throw new Error(`internal: ${parent.kind} ${parent.id} has a child; please report this`);
    }
}
function operandSettled(state, parent, child, settlement, list) {
    const isLeft = child === parent.left;
    const goesOn = parent.operator === '&&'
        ? settlement.is === 'succeeded'
        : settlement.is === 'failed' && (0,failure_class/* isForgivable */.OX)(settlement.class);
    if (!isLeft || !goesOn || (0,stop/* isStopped */.id)(state, parent.id)) {
        list.push({ do: 'settle', id: parent.id, settlement });
        return;
    }
    if (parent.operator === '||' && settlement.is === 'failed') {
        state.caught.set(settlement.node, { by: parent.id, class: settlement.class });
        state.degradedBy.set(parent.id, `\`${parent.title}\` went on after a failure`);
    }
    list.push({ do: 'open', id: parent.right });
}


/***/ })

};
