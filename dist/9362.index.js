export const id = 9362;
export const ids = [9362];
export const modules = {

/***/ 59362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L_: () => (/* binding */ reachOfStep),
/* harmony export */   PS: () => (/* binding */ handOverOf),
/* harmony export */   V0: () => (/* binding */ dispatching),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   bW: () => (/* binding */ reachOfLeg),
/* harmony export */   gJ: () => (/* binding */ lostIn),
/* harmony export */   h0: () => (/* binding */ verdictOfStep),
/* harmony export */   rZ: () => (/* binding */ noReach)
/* harmony export */ });
/* harmony import */ var _engine_advance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55592);
/* harmony import */ var _engine_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80306);
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98407);
/** Where a run that several jobs share stands: what of it this job may do now, and to which job it goes on. */



function handOverOf(state, layout, owners, job) {
    const places = state.conclusion ? [] : placesOf(state, owners);
    const ready = new Set();
    const others = new Set();
    for (const place of places) {
        if (place.job !== job)
            others.add(place.job);
        else if ('step' in place)
            ready.add(place.step);
    }
    // In the order of the steps, which is that of the chain.
    const steps = stepsOf(layout, job).filter(({ id }) => ready.has(id));
    if (steps.length > 0)
        return { ready: steps.map(({ id }) => id), next: '', cells: [] };
    if (job === _jobs_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .concludeJob */ .P0)
        return { ready: [], next: '', cells: [] };
    // What handlers a cancel leaves is done where no cancel reaches.
    if (state.settlement || state.stopping?.cancelled || others.size === 0)
        return { ready: [], next: _jobs_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .concludeJob */ .P0, cells: [] };
    const next = layout.jobs.find(({ id }) => others.has(id));
    if (!next || others.size > 1)
        throw new Error(`internal: the chain goes on in ${[...others].join(' and ')} at once; please report this`);
    return { ready: [], next: next.id, cells: next.is === 'matrix' ? labelsOf(state, next) : [] };
}
/**
 * For a process of that job: what is to be written down before it hands over to a matrix, which branches of the block are
 * handed out. Once for each block.
 */
function dispatching(layout, owners, job) {
    const done = new Set();
    return (state) => {
        if (state.settlement)
            return [];
        const { next } = handOverOf(state, layout, owners, job);
        const matrix = layout.jobs.find(({ id }) => id === next);
        if (matrix?.is !== 'matrix' || done.has(matrix.block))
            return [];
        done.add(matrix.block);
        const block = (0,_engine_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(state, matrix.block);
        if (block.kind !== 'parallel')
            return [];
        const branches = block.branches.filter((branch) => !isSettled(state, branch));
        return [{ type: 'cells-dispatched', node: matrix.block, branches }];
    };
}
/**
 * Branches that were handed out and have not settled, of the matrices that are over: nobody does them any more. One that
 * waits for a person and nothing else is not lost.
 */
function lostIn(state, matrices, dispatched) {
    return matrices.flatMap(({ block, legs }) => {
        const own = state.nodes.get(block);
        if (!own || own.settlement || !dispatched.has(block))
            return [];
        return legs.flatMap(({ label, branches }) => branches
            .filter((branch) => !isSettled(state, branch) && !isAsking(state, branch))
            .map((node) => ({
            type: 'cell-lost',
            node,
            message: `the job of \`${label}\` left no result`,
        })));
    });
}
/** What a step may do, and no more. */
function reachOfStep(owners, job, step) {
    const has = (node, arm) => {
        const owner = owners.ownerOf(node, arm);
        return owner !== undefined && 'step' in owner && owner.job === job && owner.step === step;
    };
    return { has, concludes: false };
}
/** Branches of a leg run side by side, but not more of them than the chain allows to all legs together. */
function reachOfLeg(plan, owners, { id: job, legs, max, block }, leg) {
    const branches = legs[leg]?.branches ?? [];
    const written = plan.nodes.find((node) => node.id === block);
    const most = written?.kind === 'parallel' ? written.max : null;
    const atOnce = most === null ? branches.length : Math.max(1, Math.floor(most / (max ?? legs.length)));
    const parents = new Map(plan.nodes.map(({ id, parent }) => [id, parent]));
    const branchOf = (node) => {
        for (let id = node; id !== null; id = parents.get(id) ?? null)
            if (branches.includes(id))
                return id;
        return undefined;
    };
    const has = (node, _arm, state) => {
        const owner = owners.ownerOf(node, 0);
        if (owner === undefined || !('leg' in owner) || owner.job !== job || owner.leg !== leg)
            return false;
        if (atOnce >= branches.length)
            return true;
        const open = branches.filter((branch) => !isSettled(state, branch)).slice(0, atOnce);
        const own = branchOf(node);
        return own !== undefined && open.includes(own);
    };
    return { has, concludes: false };
}
/** Looks, and does nothing of the chain. */
const noReach = { has: () => false, concludes: false };
function verdictOfStep(state, { holds, decides }) {
    const gateError = state.stopping?.by === 'gate-error' ? state.stopping.what : undefined;
    for (const { node, arm } of decides) {
        const decision = [...state.decisions.values()].find((gate) => gate.node === node && gate.arm === arm);
        if (decision?.outcome === 'error' || ((0,_engine_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(state, node).kind === 'case' && isFailed(state, node)))
            return { is: 'unhandled', what: gateError ?? 'the gate could not be decided' };
        // Behind `/end` the chain goes on, and all the same nobody took care of it.
        if (state.nodes.get(node)?.settlement?.is === 'not-met' && decision)
            return { is: 'unhandled', what: `gate not met: ${decision.sum}` };
    }
    return verdictOf(state, holds);
}
function verdictOf(state, nodes) {
    let handled;
    for (const node of nodes) {
        const settlement = state.nodes.get(node)?.settlement;
        if (!settlement)
            continue;
        const verdict = verdictOn(state, settlement);
        if (verdict.is === 'unhandled')
            return verdict;
        if (verdict.is === 'handled')
            handled ??= verdict;
    }
    return handled ?? { is: 'done' };
}
function verdictOn(state, settlement) {
    switch (settlement.is) {
        case 'succeeded':
            return { is: 'done' };
        case 'stopped':
            return { is: 'unhandled', what: state.stopping?.what ?? 'stopped' };
        case 'not-met':
            return { is: 'unhandled', what: `gate not met: ${settlement.sum}` };
        case 'failed': {
            const what = `${settlement.message} [${settlement.class}]`;
            const caught = state.caught.get(settlement.node);
            return caught ? { is: 'handled', what, by: (0,_engine_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(state, caught.by).title } : { is: 'unhandled', what };
        }
    }
}
function isFailed(state, node) {
    return state.nodes.get(node)?.settlement?.is === 'failed';
}
/** Somebody has been asked in it, and nothing else of it can go on. */
function isAsking(state, branch) {
    const isBelow = (node) => {
        for (let id = node; id !== null; id = (0,_engine_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(state, id).parent)
            if (id === branch)
                return true;
        return false;
    };
    const { asked, undecided, ready, sleeping, running } = state;
    const waiting = [...undecided, ...[...ready.values()].flatMap((set) => [...set]), ...sleeping, ...running];
    return [...asked].some(isBelow) && !waiting.some(isBelow);
}
function isSettled(state, node) {
    return state.nodes.get(node)?.settlement !== undefined;
}
/** Whose turn it is, for all that could go on now. Whom a person has been asked about is nobody's. */
function placesOf(state, owners) {
    const waiting = [
        ...state.undecided,
        ...[...state.ready.values()].flatMap((ready) => [...ready]),
        ...state.sleeping,
        ...state.running,
    ];
    return waiting.map((node) => {
        const owner = owners.ownerOf(node, (0,_engine_advance_js__WEBPACK_IMPORTED_MODULE_0__/* .armOf */ .c)(state, node));
        if (!owner)
            throw new Error(`internal: ${node} is in no job; please report this`);
        return owner;
    });
}
function stepsOf(layout, job) {
    const found = layout.jobs.find(({ id }) => id === job);
    return found?.is === 'stretch' ? found.steps : [];
}
function labelsOf(state, { legs }) {
    return legs
        .filter(({ branches }) => branches.some((branch) => !isSettled(state, branch)))
        .map(({ label }) => label);
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


/***/ })

};
