export const id = 7749;
export const ids = [7749];
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

/***/ 67694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ leftWords),
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   Jn: () => (/* binding */ scopeTitle),
/* harmony export */   LE: () => (/* binding */ aliveWords),
/* harmony export */   WL: () => (/* binding */ leftOver),
/* harmony export */   Ye: () => (/* binding */ reapWords),
/* harmony export */   a5: () => (/* binding */ moneyOf),
/* harmony export */   bE: () => (/* binding */ podLines),
/* harmony export */   iC: () => (/* binding */ hourly),
/* harmony export */   n5: () => (/* binding */ podNotes),
/* harmony export */   wf: () => (/* binding */ podsSentence),
/* harmony export */   y: () => (/* binding */ cost)
/* harmony export */ });
/* unused harmony export podStatus */
/* harmony import */ var _engine_expiry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11276);
/* harmony import */ var _engine_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76879);
/* harmony import */ var _engine_pods_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30835);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60716);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68013);
/** The pods of a run as people are told of them: one line a pod, and what they cost. */





/** `now`: milliseconds since the epoch. */
function podLines(state, now) {
    return [...state.pods.values()].map((pod) => ({
        name: pod.name,
        target: pod.target,
        scope: scopeTitle(state, pod.scope),
        // Words of RunPod and of its hosts.
        offer: (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .w)(pod.offer),
        ...(pod.gpu === undefined ? {} : { gpu: (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .w)(pod.gpu) }),
        status: podStatus(pod),
        ...(pod.readyAfter === undefined ? {} : { ready_after: pod.readyAfter }),
        seconds: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .toMilliseconds */ .Wj)((0,_engine_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .podLife */ .YW)(pod, now)),
        price: pod.price,
        ...(pod.quoted === pod.price ? {} : { quoted: pod.quoted }),
        dollars: exact((0,_engine_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .podDollars */ .ze)(pod, now)),
        ...(pod.billed === undefined ? {} : { billed: pod.billed }),
        ...(pod.proven === undefined ? {} : { proven: pod.proven }),
        ...(pod.refused ? { why: (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .w)(pod.refused.message), class: pod.refused.class } : {}),
        ...(pod.why === undefined ? {} : { why: (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .w)(pod.why) }),
    }));
}
function moneyOf(state, now) {
    const pods = [...state.pods.values()];
    const bills = pods.flatMap(({ billed }) => billed ?? []);
    const cap = capOf(state, pods);
    return {
        quoted: exact(pods.reduce((sum, pod) => sum + (pod.quoted * (0,_engine_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .podLife */ .YW)(pod, now)) / 3600, 0)),
        spent: exact((0,_engine_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .runDollars */ .ZG)(state, now)),
        ...(bills.length === 0 ? {} : { billed: exact(bills.reduce((a, b) => a + b, 0)) }),
        ...(cap === undefined ? {} : { cap }),
    };
}
function capOf(state, pods) {
    const payers = [...new Set(pods.map(({ scope }) => scope))].map((scope) => (0,_engine_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .payersOf */ .Mk)(state, (0,_engine_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .podScope */ .iG)(state, scope)));
    const [first, ...others] = payers;
    const dollars = (first ?? [])
        .filter((id) => others.every((other) => other.includes(id)))
        .flatMap((id) => {
        const node = state.byId.get(id);
        return node?.kind === 'budget' ? [node.dollars] : [];
    });
    return dollars.length === 0 ? undefined : Math.min(...dollars);
}
function podStatus(pod) {
    if (pod.refused)
        return 'refused';
    if (pod.endedAt !== undefined)
        return pod.proven ? 'ended' : 'unproven';
    if (!(0,_engine_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isAlive */ ._n)(pod))
        return 'asked-for';
    return pod.readyAt === undefined ? 'starting' : 'ready';
}
/** What of the chain a pod belongs to, as a person recognises it. */
function scopeTitle(state, id) {
    const { of, until, units } = (0,_engine_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .podScope */ .iG)(state, id);
    if (of === 'run')
        return 'the run';
    const [only, ...others] = units;
    const title = state.byId.get(others.length === 0 && only !== undefined ? only : until)?.title ?? '';
    if (title !== '')
        return title;
    const first = only === undefined ? undefined : state.byId.get(only)?.title;
    return first === undefined ? id : `${first} and what follows`;
}
/** What tells it from the others of a run. The whole name is long, and is needed to find it at RunPod only. */
function shortName(name) {
    return name.startsWith('mlw-') ? name.slice(name.lastIndexOf('-') + 1) : name;
}
/** Those that may still cost money although the run is over. */
function leftOver(pods) {
    return pods.filter(({ status }) => status !== 'ended' && status !== 'refused');
}
/** What may be wrong with a pod when the run is over. */
function leftWords({ status, price }) {
    if (status === 'asked-for')
        return 'may exist: RunPod never said whether it was made';
    return status === 'unproven'
        ? `may still run and cost ${hourly(price)}: its end could not be verified`
        : `still runs and costs ${hourly(price)}`;
}
/** `4 made, all ended and verified, $0.31`. */
function podsSentence(pods, money, isOver) {
    const of = (...wanted) => pods.filter(({ status }) => wanted.includes(status)).length;
    const made = of('starting', 'ready', 'ended', 'unproven');
    const refused = of('refused');
    const counts = [
        [of('ready'), isOver ? 'NOT ENDED' : 'ready'],
        [of('starting'), isOver ? 'NOT ENDED' : 'starting'],
        [of('asked-for'), isOver ? 'MAY EXIST' : 'asked for'],
        [of('unproven'), 'NOT VERIFIED AS ENDED'],
    ];
    const open = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
    const ended = of('ended');
    const verified = ended === 0
        ? []
        : ended < made
            ? [`${ended} ended and verified`]
            : [made === 1 ? 'ended and verified' : 'all ended and verified'];
    return [
        `${made} made`,
        ...(refused === 0 ? [] : [`${refused} refused`]),
        ...open,
        ...verified,
        ...moneyWords(pods, money),
    ].join(', ');
}
function moneyWords(pods, { spent, billed, cap }) {
    const isWhole = pods.every((pod) => pod.billed !== undefined || pod.dollars === 0);
    const bill = billed === undefined ? [] : [`${isWhole ? 'billed' : 'billed so far'} ${cost(billed)}`];
    return [`${cost(spent)}${cap === undefined ? '' : ` of ${cost(cap)}`}`, ...bill];
}
/** `2 pods ready and 1 ending`; undefined when none is there. */
function aliveWords(state) {
    const alive = (0,_engine_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .alivePods */ .c0)(state);
    const ending = alive.filter((pod) => isEnding(state, pod)).length;
    const used = alive.filter((pod) => !isEnding(state, pod));
    const ready = used.filter(({ readyAt }) => readyAt !== undefined).length;
    const counts = [
        [ready, 'ready'],
        [used.length - ready, 'starting'],
        [ending, 'ending'],
    ];
    const words = counts
        .filter(([count]) => count > 0)
        .map(([count, word], index) => `${count}${index > 0 ? '' : count === 1 ? ' pod' : ' pods'} ${word}`);
    return words.length === 0 ? undefined : (0,_language_name_js__WEBPACK_IMPORTED_MODULE_4__/* .listOf */ .c3)(words, 'and');
}
/** Nothing needs it any more. That takes a while, in which nothing else may happen. */
function isEnding(state, { scope }) {
    if (state.stopping && state.running.size === 0)
        return true;
    for (let id = (0,_engine_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .podScope */ .iG)(state, scope).until; id !== null; id = state.byId.get(id)?.parent ?? null) {
        const status = state.nodes.get(id)?.status;
        if (status !== undefined && status !== 'open' && status !== 'running')
            return true;
    }
    return false;
}
/** `$0.31`; a small amount is not nothing. */
function cost(dollars) {
    return dollars > 0 && dollars < 0.005 ? 'under $0.01' : `$${dollars.toFixed(2)}`;
}
/** `$0.69/h`, `$0.029/h`. */
function hourly(price) {
    const digits = Number.isInteger(Math.round(price * 1e6) / 1e4) ? 2 : 3;
    return `$${price.toFixed(digits)}/h`;
}
/** What a careful reader should know of it. */
function podNotes({ why, quoted }) {
    return [
        ...(quoted === undefined ? [] : [`the catalogue said ${hourly(quoted)}`]),
        ...(why === undefined || why === _engine_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .scopeIsOver */ .Ne ? [] : [why]),
    ];
}
/** How a pod that may have been left behind is ended. */
function reapWords(run) {
    return `ml-workflow reap --run ${run}`;
}
function exact(dollars) {
    return Number(dollars.toFixed(6));
}


/***/ }),

/***/ 26724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ handlerOf),
/* harmony export */   Lw: () => (/* binding */ againWord),
/* harmony export */   _O: () => (/* binding */ gateStatus),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   cJ: () => (/* binding */ hasGonePast),
/* harmony export */   gI: () => (/* binding */ decisionAt)
/* harmony export */ });
/* harmony import */ var _engine_gates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73359);

function statusOf(state, id) {
    const own = state.nodes.get(id);
    if (!own)
        return unopened(state, id);
    switch (own.status) {
        case 'stopped':
            return own.startedAt !== undefined || state.byId.get(id)?.kind !== 'unit' ? 'stopped' : 'skipped';
        case 'open': {
            const kind = state.byId.get(id)?.kind;
            return kind === 'unit' || kind === 'approval' ? 'waiting' : 'running';
        }
        case 'failed':
            return handlerOf(state, id) === undefined ? 'failed' : 'handled';
        default:
            return own.status;
    }
}
/** Of a gate by its verdict: `succeeded` is met, `failed` an error. */
function gateStatus(state, node, arm) {
    const decided = decisionAt(state, node, arm);
    if (decided) {
        if (decided.outcome === 'met')
            return 'succeeded';
        return decided.outcome === 'error' ? 'failed' : 'not-met';
    }
    const own = state.nodes.get(node);
    if (!own)
        return unopened(state, node);
    return own.settlement || own.status === 'stopped' ? 'skipped' : 'waiting';
}
function decisionAt(state, node, arm) {
    return state.decisions.get((0,_engine_gates_js__WEBPACK_IMPORTED_MODULE_0__/* .gateKey */ .l)(node, arm));
}
/** What took care of its failure; undefined when nothing did. */
function handlerOf(state, id) {
    const own = state.nodes.get(id);
    const origin = own?.settlement?.is === 'failed' ? own.settlement.node : undefined;
    const caught = state.caught.get(id) ?? (origin === undefined ? undefined : state.caught.get(origin));
    return caught?.by;
}
/** What another run of the same unit is called: `attempt` behind a failure, `round` of a `repeat:`. */
function againWord(state, id) {
    for (let at = state.byId.get(id)?.parent ?? null; at !== null; at = state.byId.get(at)?.parent ?? null) {
        const kind = state.byId.get(at)?.kind;
        if (kind === 'retry' && (state.nodes.get(at)?.attempt ?? 1) > 1)
            return 'attempt';
        if (kind === 'repeat')
            return 'round';
    }
    return 'attempt';
}
/** What never opened waits as long as it may still come; when the run has gone past it, it is skipped. */
function unopened(state, id) {
    if (state.settlement)
        return 'skipped';
    let child = id;
    for (;;) {
        const parent = state.byId.get(child)?.parent ?? null;
        if (parent === null)
            return 'waiting';
        const own = state.nodes.get(parent);
        const node = state.byId.get(parent);
        if (own && node) {
            if (own.settlement || own.status === 'stopped')
                return 'skipped';
            return hasGonePast(state, node, own, child) ? 'skipped' : 'waiting';
        }
        child = parent;
    }
}
/** Whether an open element has chosen another way than this child of it, or is further on. */
function hasGonePast(state, node, own, child) {
    switch (node.kind) {
        case 'sequence': {
            const order = orderIn(state.plan);
            const current = node.children[own.position];
            return current === undefined || (order.get(child) ?? 0) < (order.get(current) ?? 0);
        }
        case 'branch': {
            const arm = node.arms.findIndex(({ body }) => body === child);
            const isMet = node.arms.some((_, index) => decisionAt(state, node.id, index)?.outcome === 'met');
            return isMet || (arm >= 0 && decisionAt(state, node.id, arm) !== undefined);
        }
        case 'case':
            return own.arm !== undefined && node.arms[own.arm]?.body !== child;
        case 'try':
            if (child === node.finally)
                return false;
            return own.phase !== undefined && own.phase !== 'body';
        default:
            return false;
    }
}
const orders = new WeakMap();
/** The place of each node in the chain. Found once: a long sequence would be searched for each of its elements. */
function orderIn(plan) {
    let order = orders.get(plan);
    if (!order) {
        order = new Map(plan.nodes.map(({ id }, index) => [id, index]));
        orders.set(plan, order);
    }
    return order;
}


/***/ }),

/***/ 68013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DO: () => (/* binding */ gateWords),
/* harmony export */   E9: () => (/* binding */ dollars),
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   Wj: () => (/* binding */ toMilliseconds),
/* harmony export */   mD: () => (/* binding */ gateNote),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rq: () => (/* binding */ statusSigns),
/* harmony export */   ui: () => (/* binding */ wholeDuration),
/* harmony export */   z6: () => (/* binding */ decisionSigns)
/* harmony export */ });
/* unused harmony export decisionWords */
const decisionWords = {
    passed: 'passed',
    handled: 'gate not met, handled',
    'not-met': 'gate not met',
    failed: 'failed',
    waiting: 'waiting for approval',
    cancelled: 'cancelled',
};
/** Of a verdict, in Markdown. */
const decisionSigns = {
    passed: '✅',
    handled: '⚠️',
    'not-met': '❌',
    failed: '❌',
    waiting: '⏸️',
    cancelled: '⏹️',
};
/** The decision in a few words; the reason tells two ways apart in which a run is `handled`. */
function verdictWords(decision, reason) {
    return decision === 'handled' && reason === 'failure-handled'
        ? 'a failure was handled'
        : decisionWords[decision];
}
const gateWords = {
    met: 'met',
    'not-met': 'not met',
    inconclusive: 'inconclusive',
    error: 'error',
};
/** What a gate gave, behind its text: its sum, or why there is none. */
function gateNote(gate) {
    if (gate.outcome === 'error')
        return gate.reason ?? 'error';
    const word = gate.outcome === 'inconclusive' ? ': inconclusive' : '';
    const why = gate.reason === undefined ? '' : ` (${gate.reason})`;
    return `${gate.sum}${word}${why}${gate.warned === true ? '; only a warning' : ''}`;
}
const statusSigns = {
    waiting: '·',
    running: '▸',
    succeeded: '✓',
    failed: '✗',
    handled: '↷',
    stopped: '■',
    'not-met': '⊘',
    skipped: '○',
};
/** Seconds no finer than anybody measures them. */
function toMilliseconds(seconds) {
    return Math.round(seconds * 1000) / 1000;
}
/** `0.2 s`, `41 s`, `3 min 20 s`, `10 min`, `2 h 05 min`. */
function duration(seconds) {
    if (seconds < 10)
        return `${seconds.toFixed(1)} s`;
    return wholeDuration(Math.round(seconds));
}
/** The same for times that people have written: `5 s`, `1 d 02 h`. */
function wholeDuration(seconds) {
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${Number.isInteger(seconds) ? whole : seconds.toFixed(1)} s`;
    const [large, unit, small, smaller] = whole < 3600
        ? [Math.floor(whole / 60), 'min', whole % 60, 's']
        : whole < 86_400
            ? [Math.floor(whole / 3600), 'h', Math.floor((whole % 3600) / 60), 'min']
            : [Math.floor(whole / 86_400), 'd', Math.floor((whole % 86_400) / 3600), 'h'];
    return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${String(small).padStart(2, '0')} ${smaller}`;
}
/** `$12`, `$0.50`. */
function dollars(amount) {
    return `$${Number.isInteger(amount) ? amount : amount.toFixed(2)}`;
}
/** Eight heights over the values' own range; a single height when all are equal. */
function bar(value, lowest, highest, width) {
    const share = highest > lowest ? (value - lowest) / (highest - lowest) : 1;
    const eighths = Math.round((0.15 + 0.85 * share) * width * 8);
    const full = '█'.repeat(Math.floor(eighths / 8));
    return full + (eighths % 8 === 0 ? '' : ('▏▎▍▌▋▊▉'[(eighths % 8) - 1] ?? ''));
}


/***/ })

};
