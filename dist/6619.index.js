export const id = 6619;
export const ids = [6619];
export const modules = {

/***/ 56619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reapAccount: () => (/* binding */ reapAccount),
/* harmony export */   reapJson: () => (/* binding */ reapJson),
/* harmony export */   reapText: () => (/* binding */ reapText)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25841);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70639);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27506);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88261);
/* harmony import */ var _pod_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40037);
/* harmony import */ var _reap_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55389);
/** The reaper as a person or a schedule starts it: key → what became of each pod, for people and for machines. */






/** Rejects with an `OwnerError`. */
async function reapAccount(request) {
    const { environment, folder, key, run, all = false, dryRun = false } = request;
    const owner = request.owner === undefined ? (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerOf */ .bf)(environment, folder) : (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .checkedOwner */ .Tn)(request.owner, 'the owner');
    try {
        // A schedule comes again: it need not wait for the rate limit of a day.
        const client = new _client_js__WEBPACK_IMPORTED_MODULE_0__/* .RunpodClient */ .CD({ key, base: environment.RUNPOD_API_URL, longestWaitSeconds: 600 });
        const reaped = await (0,_reap_js__WEBPACK_IMPORTED_MODULE_4__/* .reap */ .x)(client, { owner, clock: _pod_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .wallClock */ .X, run, all, dryRun });
        const left = reaped.pods.filter(({ outcome }) => outcome === 'not-ended');
        if (left.length === 0)
            return { is: 'done', reaped };
        const names = left.map(({ name, id }) => `${name} (${id})`).join(', ');
        const which = left.length === 1 ? 'this pod is' : `these ${left.length} pods are`;
        const problem = `${which} not provably gone and may go on costing money: ${names}; end what is left at https://console.runpod.io/pods`;
        return { is: 'done', reaped, problem };
    }
    catch (error) {
        if (!(error instanceof _error_js__WEBPACK_IMPORTED_MODULE_1__/* .RunpodError */ .fD))
            throw error;
        return {
            is: 'failed',
            problem: `the list of pods could not be read, so nothing was ended: ${error.message}`,
        };
    }
}
/** One line for each pod of ours, then the sum. */
function reapText({ owner, pods, others }) {
    const count = (outcome) => pods.filter((pod) => pod.outcome === outcome).length;
    const sums = [
        ...['ended', 'would-end', 'not-ended', 'kept']
            .filter((outcome) => count(outcome) > 0)
            .map((outcome) => `${count(outcome)} ${words[outcome]}`),
        ...(pods.length === 0 ? [`no pods of ${owner}`] : []),
        `${others} ${others === 1 ? 'pod' : 'pods'} of others not touched`,
    ];
    return [...pods.map((pod) => (0,_plain_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(line(pod), mostLetters)), sums.join(', ')]
        .map((text) => `${text}\n`)
        .join('');
}
/** Of a line, which quotes RunPod. */
const mostLetters = 2000;
const words = { ended: 'ended', 'would-end': 'would end', 'not-ended': 'NOT ended', kept: 'kept' };
function line({ outcome, name, id, status, price, why, problem }) {
    const cost = price === undefined ? '' : `, $${price}/h`;
    const what = outcome === 'ended' ? '; deleted, and gone' : problem === undefined ? '' : `; ${problem}`;
    return `${words[outcome].padEnd(9)}  ${name} (${id}, ${status}${cost}): ${why}${what}`;
}
/** With `schema_version`. */
function reapJson(result) {
    const reaped = result.is === 'done' ? result.reaped : undefined;
    return {
        schema_version: 1,
        ...(reaped ?? {}),
        ...(result.problem === undefined ? {} : { problem: result.problem }),
    };
}


/***/ }),

/***/ 55389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ reap)
/* harmony export */ });
/* harmony import */ var _end_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49616);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27506);


/** Seconds: the pod ends itself at its end of life, and clocks differ. */
const margin = 300;
/** Pods that are ended side by side. */
const width = 4;
/** Rejects with a `RunpodError` when the list cannot be read to its end. */
async function reap(client, request, signal) {
    const all = await client.pods(signal);
    const own = all
        .filter((pod) => (0,_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .isOwnPod */ .mX)(pod, request.owner))
        .sort((left, right) => left.name.localeCompare(right.name, 'en') || left.id.localeCompare(right.id, 'en'));
    // By one list and one time, before any of them ends.
    const judged = own.map((pod) => ({ pod, verdict: verdict(pod, request) }));
    const pods = [];
    const waiting = judged.entries();
    const work = async () => {
        for (const [index, { pod, verdict }] of waiting)
            pods[index] = await handled(client, pod, verdict, request);
    };
    await Promise.all(Array.from({ length: width }, work));
    return { owner: request.owner, pods, others: all.length - own.length };
}
async function handled(client, pod, { ends, why }, request) {
    const known = {
        name: pod.name,
        id: pod.id,
        run: pod.env.MLW_RUN ?? '',
        status: pod.status,
        ...(typeof pod.cost === 'number' ? { price: pod.cost } : {}),
    };
    if (!ends)
        return { ...known, outcome: 'kept', why };
    if (request.dryRun)
        return { ...known, outcome: 'would-end', why };
    const end = await (0,_end_js__WEBPACK_IMPORTED_MODULE_0__/* .endPod */ .p)(client, pod, { clock: request.clock, seen: true });
    if (end.proven)
        return { ...known, outcome: 'ended', why };
    return { ...known, outcome: 'not-ended', why, problem: end.problem ?? 'its end is not proven' };
}
function verdict(pod, { clock, run, all }) {
    if (all)
        return { ends: true, why: 'all pods of the owner were asked for' };
    if (run !== undefined && pod.env.MLW_RUN === run)
        return { ends: true, why: `it belongs to ${run}` };
    // None of ours is ever started again: what it waits for is its bill.
    if (pod.status === 'EXITED' || pod.status === 'ERROR')
        return { ends: true, why: `it is ${pod.status}` };
    const expires = pod.env.MLW_EXPIRES ?? '';
    if (!/^[0-9]{1,12}$/.test(expires))
        return { ends: true, why: 'it does not say when its life is over' };
    const over = Math.floor(clock.now() / 1000) - Number(expires);
    if (over > margin)
        return { ends: true, why: `its life has been over for ${duration(over)}` };
    const left = over >= 0 ? 'its life is just over, it ends itself' : `its life is over in ${duration(-over)}`;
    return { ends: false, why: left };
}
function duration(seconds) {
    if (seconds < 120)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}


/***/ })

};
