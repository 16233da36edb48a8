export const id = 1989;
export const ids = [1989];
export const modules = {

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

/***/ 91989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ei: () => (/* binding */ openingPart),
/* harmony export */   G0: () => (/* binding */ deadlineOf),
/* harmony export */   K3: () => (/* binding */ joiningPart),
/* harmony export */   Nb: () => (/* binding */ joiningAtEnd),
/* harmony export */   Um: () => (/* binding */ stepPart),
/* harmony export */   readProject: () => (/* binding */ readProject)
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

/***/ 28693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  As: () => (/* binding */ isComplete),
  Zw: () => (/* binding */ jobOf),
  zD: () => (/* binding */ joinedBy),
  Yw: () => (/* binding */ openTitles),
  l2: () => (/* binding */ wholeOf)
});

// EXTERNAL MODULE: ./build/drivers/hand-over.js
var hand_over = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/jobs/lay-out.js + 6 modules
var lay_out = __webpack_require__(41927);
;// CONCATENATED MODULE: ./build/jobs/owners.js
function ownersOf(plan, layout) {
    const holders = new Map();
    const deciders = new Map();
    for (const job of layout.jobs) {
        if (job.is === 'matrix') {
            job.legs.forEach(({ branches }, leg) => {
                for (const branch of branches)
                    holders.set(branch, { job: job.id, leg });
            });
            continue;
        }
        for (const { id: step, holds, decides } of job.steps) {
            const owner = { job: job.id, step };
            for (const node of holds)
                holders.set(node, owner);
            for (const { node, arm } of decides)
                deciders.set(keyOf(node, arm), owner);
        }
    }
    // Parents stand before their children.
    for (const { id, parent } of plan.nodes) {
        const above = parent === null ? undefined : holders.get(parent);
        if (above && !holders.has(id))
            holders.set(id, above);
    }
    return { ownerOf: (node, arm = 0) => deciders.get(keyOf(node, arm)) ?? holders.get(node) };
}
function keyOf(node, arm) {
    return `${arm} ${node}`;
}

;// CONCATENATED MODULE: ./build/parts/whole.js
/** The plan of a run as the jobs see it: its layout, and whose each node is. */



function wholeOf(plan) {
    const layout = (0,lay_out/* layOut */.v)(plan);
    return { plan, layout, owners: ownersOf(plan, layout) };
}
/** Throws an `Error` that says which jobs there are. */
function jobOf({ layout }, id) {
    const job = layout.jobs.find((one) => one.id === id);
    if (job)
        return job;
    const known = layout.jobs.map((one) => `\`${one.id}\``).join(', ');
    throw new Error(`the chain has no job \`${id}\` (it has ${known}); compile the workflow again`);
}
/** The matrices whose results a job takes in. */
function joinedBy({ layout }, job) {
    const joins = job.is === 'stretch' ? job.joins : [];
    return layout.jobs.filter((one) => one.is === 'matrix' && joins.includes(one.id));
}
/** For a message: what of the chain has not come to an end. */
function openTitles(state) {
    return [...state.nodes]
        .filter(([, own]) => own.settlement === undefined)
        .flatMap(([id]) => {
        const node = state.byId.get(id);
        return node?.kind === 'unit' ? [`\`${node.title}\``] : [];
    });
}
/** Nothing of the job has failed, also where handlers in another job follow from it, and nothing of it is left to do. */
function isComplete(state, whole, id) {
    if (state.stopping || (state.settlement && state.settlement.is !== 'succeeded'))
        return false;
    const { layout, owners } = whole;
    const job = jobOf(whole, id);
    const isRed = job.is === 'stretch' && job.steps.some((step) => (0,hand_over/* verdictOfStep */.h0)(state, step).is === 'unhandled');
    return !isRed && (0,hand_over/* handOverOf */.PS)(state, layout, owners, id).ready.length === 0;
}


/***/ })

};
