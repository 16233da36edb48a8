export const id = 384;
export const ids = [384];
export const modules = {

/***/ 7403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ estimate)
});

;// CONCATENATED MODULE: ./build/plan/makespan.js
/** Branches on so many places, each begun as soon as a place is free, in their order: when the last ends, and why then. */
/** `through`: the branches that one behind the other determine the end. */
function makespan(lengths, places) {
    /** When each place is free again, the earliest first, as a heap. */
    const free = [];
    /** The branch for whose place each one waited. */
    const waitedFor = [];
    let end = { at: 0, last: -1 };
    lengths.forEach((length, index) => {
        const place = free.length < places ? { at: 0, last: -1 } : (free[0] ?? { at: 0, last: -1 });
        waitedFor.push(place.last);
        const next = { at: place.at + length, last: index };
        if (free.length < places)
            rise(free, next);
        else
            sink(free, next);
        if (next.at > end.at || end.last < 0)
            end = next;
    });
    const through = [];
    for (let at = end.last; at >= 0; at = waitedFor[at] ?? -1)
        through.push(at);
    return { seconds: end.at, through: through.reverse() };
}
function rise(heap, item) {
    let at = heap.push(item) - 1;
    while (at > 0) {
        const above = (at - 1) >> 1;
        const parent = heap[above];
        if (!parent || parent.at <= item.at)
            break;
        heap[at] = parent;
        at = above;
    }
    heap[at] = item;
}
/** In place of the first. */
function sink(heap, item) {
    let at = 0;
    for (;;) {
        const left = 2 * at + 1;
        const [a, b] = [heap[left], heap[left + 1]];
        if (!a)
            break;
        const [below, child] = b && b.at < a.at ? [left + 1, b] : [left, a];
        if (child.at >= item.at)
            break;
        heap[at] = child;
        at = below;
    }
    heap[at] = item;
}

// EXTERNAL MODULE: ./build/plan/plan.js
var plan_plan = __webpack_require__(1583);
;// CONCATENATED MODULE: ./build/plan/estimate.js
/**
 * How often, how long and how dear, at worst: from timeouts, retries, delays and prices. A command without a timeout has no
 * worst case, nor has anything that waits for it, unless a timeout stands around it. Failures of the infrastructure, which
 * are retried apart from what is written, and the time in which a unit waits for a free target are not counted.
 */


const nothing = { seconds: 0, unbounded: 0 };
const longestDelay = 3600;
function estimate(plan) {
    const spans = new Map();
    const costs = new Map();
    const chosen = new Map();
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    // Parents stand before their children.
    for (const node of [...plan.nodes].reverse()) {
        const way = wayThrough(plan, node, spans, byId);
        spans.set(node.id, way.span);
        chosen.set(node.id, way.through);
        costs.set(node.id, costOf(plan, node, way.span, costs, byId));
    }
    return {
        attempts: attemptsOf(plan),
        seconds: new Map([...spans].map(([id, span]) => [id, span.unbounded > 0 ? undefined : span.seconds])),
        dollars: new Map([...costs].map(([id, { dollars }]) => [id, Number.isFinite(dollars) ? dollars : undefined])),
        critical: criticalPath(plan, byId, chosen),
    };
}
function wayThrough(plan, node, spans, byId) {
    const of = (id) => spans.get(id) ?? nothing;
    const along = (ids) => ({ span: sum(ids.map(of)), through: ids });
    const longest = (ways) => ways.reduce((a, b) => (isLonger(b.span, a.span) ? b : a));
    switch (node.kind) {
        case 'unit': {
            const command = plan.commands[node.command];
            const seconds = command?.is === 'run' ? command.timeout : 0;
            return {
                span: seconds === undefined ? { seconds: 0, unbounded: 1 } : { seconds, unbounded: 0 },
                through: [],
            };
        }
        case 'wait':
            return { span: { seconds: node.seconds, unbounded: 0 }, through: [] };
        case 'approval':
            return { span: { seconds: 0, unbounded: 1 }, through: [] };
        case 'sequence':
            return sequenceWay(node.children, of, byId);
        case 'parallel':
        case 'fork':
            return besideWay(node.branches, node.max, of);
        case 'branch':
        case 'case':
            return longest([{ span: nothing, through: [] }, ...(0,plan_plan/* childrenOf */.LU)(node).map((id) => along([id]))]);
        case 'try': {
            const ends = [
                ...node.catches.map(({ body }) => body),
                ...(node.otherwise === null ? [] : [node.otherwise]),
            ];
            const last = node.finally === null ? [] : [node.finally];
            return longest([along([node.body, ...last]), ...ends.map((end) => along([node.body, end, ...last]))]);
        }
        case 'retry':
            return { span: times(of(node.body), node.retries + 1, delaysOf(node)), through: [node.body] };
        case 'repeat':
            return { span: times(of(node.body), node.times, 0), through: [node.body] };
        case 'timeout': {
            const span = of(node.body);
            const isShorter = span.unbounded === 0 && span.seconds <= node.seconds;
            return { span: isShorter ? span : { seconds: node.seconds, unbounded: 0 }, through: [node.body] };
        }
        default:
            return along((0,plan_plan/* childrenOf */.LU)(node));
    }
}
/** Forks go on beside what follows them, up to a barrier or the end. */
function sequenceWay(children, of, byId) {
    let span = nothing;
    let through = [];
    let open = [];
    const join = () => {
        let longest;
        for (const fork of open)
            if (isLonger(fork.span, longest?.span ?? span))
                longest = fork;
        if (longest) {
            span = longest.span;
            through = [...through.slice(0, longest.begun), longest.fork];
        }
        open = [];
    };
    for (const child of children) {
        const kind = byId.get(child)?.kind;
        if (kind === 'fork')
            open.push({ span: sum([span, of(child)]), begun: through.length, fork: child });
        else {
            if (kind === 'barrier')
                join();
            span = sum([span, of(child)]);
            through.push(child);
        }
    }
    join();
    return { span, through };
}
function besideWay(branches, max, of) {
    // Of branches that nothing bounds, the one with most of such commands, then the longest of what is known.
    const [first] = branches;
    let longest = first;
    for (const id of branches)
        if (longest !== undefined && isLonger(of(id), of(longest)))
            longest = id;
    if (longest === undefined)
        return { span: nothing, through: [] };
    if (of(longest).unbounded > 0)
        return { span: of(longest), through: [longest] };
    const lengths = branches.map((id) => of(id).seconds);
    const { seconds, through } = makespan(lengths, max ?? branches.length);
    return { span: { seconds, unbounded: 0 }, through: through.flatMap((index) => branches[index] ?? []) };
}
function sum(spans) {
    let seconds = 0;
    let unbounded = 0;
    for (const span of spans) {
        seconds += span.seconds;
        unbounded += span.unbounded;
    }
    return { seconds, unbounded };
}
function times(span, count, more) {
    return { seconds: span.seconds * count + more, unbounded: span.unbounded };
}
function isLonger(a, b) {
    return a.unbounded === b.unbounded ? a.seconds > b.seconds : a.unbounded > b.unbounded;
}
/** All delays between attempts, the longest that chance gives. */
function delaysOf({ retries, delay, backoff }) {
    if (backoff === undefined)
        return retries * (delay ?? 0);
    let all = 0;
    let next = backoff;
    let left = retries;
    for (; left > 0 && next > 0 && next < longestDelay; left -= 1) {
        all += next;
        next *= 2;
    }
    return all + left * Math.min(next, longestDelay);
}
function costOf(plan, node, span, costs, byId) {
    if (node.kind === 'unit') {
        const command = plan.commands[node.command];
        const rate = command?.is === 'run' ? (plan.prices?.[command.target] ?? 0) : 0;
        const hours = span.unbounded > 0 ? Number.POSITIVE_INFINITY : span.seconds / 3600;
        return { dollars: rate === 0 ? 0 : hours * rate, rate };
    }
    const of = (id) => costs.get(id) ?? { dollars: 0, rate: 0 };
    const rate = rateOf(node, of, byId);
    const all = (0,plan_plan/* childrenOf */.LU)(node).reduce((dollars, id) => dollars + of(id).dollars, 0);
    switch (node.kind) {
        case 'branch':
        case 'case':
            return { dollars: dearest((0,plan_plan/* childrenOf */.LU)(node), of), rate };
        case 'try': {
            const ends = [
                ...node.catches.map(({ body }) => body),
                ...(node.otherwise === null ? [] : [node.otherwise]),
            ];
            const last = node.finally === null ? 0 : of(node.finally).dollars;
            return { dollars: of(node.body).dollars + dearest(ends, of) + last, rate };
        }
        case 'retry':
            return { dollars: all * (node.retries + 1), rate };
        case 'repeat':
            return { dollars: all * node.times, rate };
        case 'timeout':
            return { dollars: Math.min(all, (node.seconds / 3600) * rate), rate };
        case 'budget':
            return { dollars: Math.min(all, node.dollars), rate };
        default:
            return { dollars: all, rate };
    }
}
function dearest(ids, of) {
    return ids.reduce((dollars, id) => Math.max(dollars, of(id).dollars), 0);
}
/** Of all that may run at the same time. */
function rateOf(node, of, byId) {
    const rates = (ids) => ids.map((id) => of(id).rate);
    const total = (all) => all.reduce((a, b) => a + b, 0);
    const highest = (all) => all.reduce((a, b) => Math.max(a, b), 0);
    if (node.kind === 'parallel' || node.kind === 'fork') {
        const all = rates(node.branches);
        const places = node.max ?? all.length;
        return total(places < all.length ? all.sort((a, b) => b - a).slice(0, places) : all);
    }
    const isFork = (id) => byId.get(id)?.kind === 'fork';
    const children = (0,plan_plan/* childrenOf */.LU)(node);
    return total(rates(children.filter(isFork))) + highest(rates(children.filter((id) => !isFork(id))));
}
function attemptsOf(plan) {
    const attempts = new Map();
    for (const node of plan.nodes) {
        const own = attempts.get(node.id) ?? 1;
        if (!attempts.has(node.id))
            attempts.set(node.id, own);
        const factor = node.kind === 'retry' ? node.retries + 1 : node.kind === 'repeat' ? node.times : 1;
        for (const child of (0,plan_plan/* childrenOf */.LU)(node))
            attempts.set(child, own * factor);
    }
    return attempts;
}
function criticalPath(plan, byId, chosen) {
    const units = [];
    const open = [plan.root];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        const node = byId.get(id);
        if (node?.kind === 'unit' && plan.commands[node.command]?.is === 'run')
            units.push(id);
        for (const child of [...(chosen.get(id) ?? [])].reverse())
            open.push(child);
    }
    return units;
}


/***/ }),

/***/ 1583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ parseValue),
/* harmony export */   Fu: () => (/* binding */ planSchema),
/* harmony export */   GW: () => (/* binding */ childExpressions),
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   XP: () => (/* binding */ literalValue),
/* harmony export */   aF: () => (/* binding */ isInBranch),
/* harmony export */   ep: () => (/* binding */ operandsOf)
/* harmony export */ });
/** 1: without the elements that 2 added. Every plan of an earlier schema is one of this one too. */
const planSchema = 2;
/** What a node opens, in the order of the chain. */
function childrenOf(node) {
    switch (node.kind) {
        case 'sequence':
            return node.children;
        case 'parallel':
        case 'fork':
            return node.branches;
        case 'logical':
            return [node.left, node.right];
        case 'branch':
            return [...node.arms.map(({ body }) => body), ...present(node.otherwise)];
        case 'case':
            return node.arms.map(({ body }) => body);
        case 'try':
            return [
                node.body,
                ...node.catches.map(({ body }) => body),
                ...present(node.otherwise),
                ...present(node.finally),
            ];
        case 'handlers':
            return [node.body, ...present(node.onFailure), ...present(node.finally)];
        case 'call':
        case 'fallback':
        case 'retry':
        case 'timeout':
        case 'repeat':
        case 'budget':
            return [node.body];
        case 'unit':
        case 'require':
        case 'assignment':
        case 'barrier':
        case 'wait':
        case 'approval':
            return [];
    }
}
function present(id) {
    return id === null ? [] : [id];
}
/** Whether the unit runs beside others: in a branch of a parallel block or of a fork. */
function isInBranch({ nodes }, unit) {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    for (let at = unit.parent; at !== null; at = byId.get(at)?.parent ?? null) {
        const kind = byId.get(at)?.kind;
        if (kind === 'parallel' || kind === 'fork')
            return true;
    }
    return false;
}
/** The expressions that an expression is made of. */
function childExpressions(expression) {
    switch (expression.kind) {
        case 'not':
        case 'negative':
            return [expression.operand];
        case 'binary':
            return [expression.left, expression.right];
        case 'confidence':
            return [expression.comparison];
        case 'call':
            return expression.arguments;
        default:
            return [];
    }
}
/** The metrics and variables a condition reads, in its order. */
function operandsOf(expression) {
    switch (expression.kind) {
        case 'metric':
        case 'variable':
            return [expression];
        default:
            return childExpressions(expression).flatMap(operandsOf);
    }
}
/** A text as a value of the type, or undefined when it is none. */
function parseValue(type, literal) {
    switch (type) {
        case 'string':
            return literal;
        case 'boolean':
            return literal === 'true' ? true : literal === 'false' ? false : undefined;
        case 'integer':
            return /^[+-]?\d+$/.test(literal) && Number.isSafeInteger(Number(literal))
                ? Number(literal)
                : undefined;
        case 'number':
            return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(literal) && Number.isFinite(Number(literal))
                ? Number(literal)
                : undefined;
    }
}
/** What a text stands for where no type is declared: `0.87` is a number, `true` a boolean, anything else a text. */
function literalValue(literal) {
    return parseValue('number', literal) ?? parseValue('boolean', literal) ?? literal;
}


/***/ }),

/***/ 4384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planJson: () => (/* binding */ planJson)
/* harmony export */ });
/* harmony import */ var _plan_estimate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7403);
/** A plan for programs: as it is kept, with what it may take at worst beside it. */

function planJson(plan) {
    const { attempts, seconds, dollars, critical } = (0,_plan_estimate_js__WEBPACK_IMPORTED_MODULE_0__/* .estimate */ .j)(plan);
    const of = (id) => ({
        attempts: attempts.get(id) ?? 1,
        seconds: seconds.get(id) ?? null,
        dollars: dollars.get(id) ?? null,
    });
    const root = of(plan.root);
    return {
        ...plan,
        estimate: {
            seconds: root.seconds,
            dollars: root.dollars,
            criticalPath: critical,
            nodes: Object.fromEntries(plan.nodes.map(({ id }) => [id, of(id)])),
        },
    };
}


/***/ })

};
