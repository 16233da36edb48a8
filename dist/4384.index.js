export const id = 4384;
export const ids = [4384,1583];
export const modules = {

/***/ 57403:
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
var plan_plan = __webpack_require__(71583);
// EXTERNAL MODULE: ./build/plan/pods.js
var pods = __webpack_require__(43188);
;// CONCATENATED MODULE: ./build/plan/estimate.js
/**
 * How often, how long and how dear, at worst: from timeouts, retries, delays and prices. A command without a timeout has no
 * worst case, nor has anything that waits for it, unless a timeout stands around it. Failures of the infrastructure, which
 * are retried apart from what is written, and the time in which a unit waits for a free target are not counted. A command on
 * a pod is charged with the time in which the pod becomes ready, at the highest price that its target allows.
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
        const target = command?.is === 'run' ? command.target : '';
        const remote = plan.targets?.[target];
        const isPod = remote?.kind === 'runpod';
        const rate = isPod ? remote.maxPrice : (plan.prices?.[target] ?? 0);
        const seconds = span.seconds + (isPod ? pods/* secondsToReady */.se : 0);
        const hours = span.unbounded > 0 ? Number.POSITIVE_INFINITY : seconds / 3600;
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

/***/ 71583:
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

/***/ 43188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ podScopesOf),
/* harmony export */   Z: () => (/* binding */ hostsPerUnit),
/* harmony export */   se: () => (/* binding */ secondsToReady),
/* harmony export */   ze: () => (/* binding */ podDollars)
/* harmony export */ });
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60716);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71583);
/** Whose each pod is. Pure, and linear in the plan: a sweep of thousands of cells is ordinary. */


/** So many hosts at most are tried for one run of a unit, apart from the attempts that are written. */
const hostsPerUnit = 3;
/** Seconds that a pod may take until something runs on it. */
const secondsToReady = 15 * 60;
/**
 * The pods of a plan. A unit belongs to the branch it stands in; to the whole parallel block, when the target's slots let
 * its branches share pods; or to the run. Setups need no pod. Neither does an upload whose files later pods get anyhow.
 */
function podScopesOf(plan) {
    const targets = plan.targets ?? {};
    if (!Object.values(targets).some(({ kind }) => kind === 'runpod'))
        return [];
    const tree = new Tree(plan);
    const cells = cellsOf(plan, tree);
    const drafts = sharedBlocks(plan, tree, cells);
    const before = uploadsBefore(plan, tree);
    const all = drafts.map((draft) => ({ ...draft, transfers: transfersOf(plan, draft, before) }));
    const handed = new Set(all.flatMap(({ transfers }) => transfers));
    const ids = new Names();
    return all
        .filter(({ units }) => !units.every(({ command }) => handed.has(command)))
        .map(({ top, target, of, pods, units, transfers }) => ({
        id: ids.unique(of === 'run' ? ['run', `run-${target}`] : [nameOf(plan, of, top, units)]),
        target,
        of,
        until: tree.last(top, units.map(({ id }) => id)),
        units: units.map(({ id }) => id),
        pods,
        transfers,
    }));
}
/** What the pods of a scope cost when each of them lives as long as it may, at the highest price. */
function podDollars({ targets }, { target: name, pods }) {
    const target = targets?.[name];
    return target?.kind === 'runpod' ? (pods * target.lifetime * target.maxPrice) / 3600 : 0;
}
/** The units that need a pod, by the branch they stand in and by target; in the order of their first ones. */
function cellsOf(plan, tree) {
    const cells = new Map();
    for (const node of tree.ordered) {
        const target = node.kind === 'unit' ? podTargetOf(plan, node) : undefined;
        if (node.kind !== 'unit' || target === undefined)
            continue;
        const top = tree.branch(node.id);
        const key = `${top.id}\n${target}`;
        const cell = cells.get(key);
        if (cell)
            cell.units.push(node);
        else
            cells.set(key, { top, target, units: [node] });
    }
    return [...cells.values()];
}
/** Undefined for what needs no pod. */
function podTargetOf({ commands, targets }, unit) {
    const command = commands[unit.command];
    if (command?.is !== 'run' && command?.is !== 'transfer')
        return undefined;
    return targets?.[command.target]?.kind === 'runpod' ? command.target : undefined;
}
/** Branches of one block become one scope where each of their commands leaves room for others. */
function sharedBlocks(plan, tree, cells) {
    const blocks = new Map();
    const drafts = [];
    for (const cell of cells) {
        const { top, target, units } = cell;
        const node = tree.parent(top);
        if (!node || tree.isRun(top)) {
            drafts.push({ top, target, of: 'run', pods: 1, units });
            continue;
        }
        const key = `${node.id}\n${target}`;
        const block = blocks.get(key) ?? { node, cells: [] };
        block.cells.push(cell);
        if (blocks.has(key))
            continue;
        blocks.set(key, block);
        drafts.push(block);
    }
    return drafts.flatMap((one) => ('cells' in one ? draftsOf(plan, one) : [one]));
}
function draftsOf(plan, { node, cells }) {
    const slots = Math.min(...slotsOf(plan, cells));
    if (slots <= 1)
        return cells.map(({ top, target, units }) => ({ top, target, of: 'cell', pods: 1, units }));
    const target = cells[0]?.target ?? '';
    const pods = podsOf(plan, target, node, cells.length, slots);
    return [{ top: node, target, of: 'block', pods, units: cells.flatMap(({ units }) => units) }];
}
function slotsOf({ commands, targets }, cells) {
    const found = new Set();
    for (const { target, units } of cells) {
        for (const unit of units) {
            const command = commands[unit.command];
            if (command?.is === 'run')
                found.add(command.slots ?? targets?.[target]?.slots ?? 1);
        }
    }
    // Of transfers alone: each branch has its own files.
    return found.size === 0 ? new Set([1]) : found;
}
function podsOf({ targets }, target, block, branches, slots) {
    const own = targets?.[target];
    const most = own?.kind === 'runpod' ? own.pods : 1;
    const atOnce = block.kind === 'parallel' || block.kind === 'fork' ? (block.max ?? branches) : branches;
    return Math.min(most, Math.ceil(Math.min(branches, atOnce) / slots));
}
/** Uploads of a unit's target that the chain makes before it, by unit; nothing for most. */
function uploadsBefore(plan, tree) {
    const uploads = new Set(Object.entries(plan.commands).flatMap(([key, command]) => command.is === 'transfer' && command.direction === 'up' ? [key] : []));
    if (uploads.size === 0)
        return () => nothing;
    const within = new Map();
    for (const node of [...tree.ordered].reverse()) {
        if (node.kind === 'unit') {
            if (uploads.has(node.command))
                within.set(node.id, new Set([node.command]));
            continue;
        }
        let all = nothing;
        for (const child of (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(node))
            all = union(all, within.get(child) ?? nothing);
        if (all.size > 0)
            within.set(node.id, all);
    }
    const before = new Map();
    for (const node of tree.ordered) {
        let known = before.get(node.id) ?? nothing;
        const isExclusive = node.kind === 'parallel' || node.kind === 'fork' || node.kind === 'branch' || node.kind === 'case';
        for (const child of (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(node)) {
            if (known.size > 0)
                before.set(child, known);
            if (!isExclusive)
                known = union(known, within.get(child) ?? nothing);
        }
    }
    return (unit) => before.get(unit.id) ?? nothing;
}
const nothing = new Set();
/** One of the two where that is the answer. */
function union(a, b) {
    if (a.size === 0)
        return b;
    return [...b].every((one) => a.has(one)) ? a : new Set([...a, ...b]);
}
function transfersOf({ commands }, { target, units }, before) {
    const [first] = units;
    if (!first)
        return [];
    return [...before(first)].filter((key) => {
        const command = commands[key];
        return command?.is === 'transfer' && command.target === target;
    });
}
/** The plan's tree in the order of the chain, whatever the order of the list is. */
class Tree {
    /** Parents before their children, children in their order. */
    ordered;
    #byId;
    #place = new Map();
    #branch = new Map();
    #root;
    constructor(plan) {
        this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
        this.#root = plan.root;
        const ordered = [];
        const open = [plan.root];
        for (let id = open.pop(); id !== undefined; id = open.pop()) {
            const node = this.#node(id);
            this.#place.set(id, ordered.length);
            ordered.push(node);
            const own = this.#branch.get(id) ?? node;
            if (!this.#branch.has(id))
                this.#branch.set(id, own);
            const isBlock = node.kind === 'parallel' || node.kind === 'fork';
            const children = (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(node);
            for (let index = children.length - 1; index >= 0; index -= 1) {
                const child = children[index];
                if (child === undefined)
                    continue;
                this.#branch.set(child, isBlock ? this.#node(child) : own);
                open.push(child);
            }
        }
        this.ordered = ordered;
    }
    /** The nearest branch of a block that the node stands in, or is; the root without one. */
    branch(id) {
        return this.#branch.get(id) ?? this.#node(this.#root);
    }
    parent(node) {
        return node.parent === null ? undefined : this.#byId.get(node.parent);
    }
    isRun({ id }) {
        return id === this.#root;
    }
    /**
     * The node behind which none of the units can run any more: their nearest common ancestor and, of a sequence, the last
     * child that holds one; but never inside a `retry:` or `repeat:` below `top`, which may run them again.
     */
    last(top, units) {
        const ordered = [...units].sort((a, b) => this.#at(a) - this.#at(b));
        const end = ordered.at(-1) ?? top.id;
        let begin = 0;
        let found = top.id;
        for (;;) {
            found = this.#common(ordered[begin] ?? end, end);
            const node = this.#node(found);
            if (node.kind !== 'sequence' || begin === ordered.length - 1)
                break;
            const child = this.#childTowards(found, end);
            while (begin < ordered.length - 1 && this.#at(ordered[begin] ?? end) < this.#at(child))
                begin += 1;
        }
        for (let id = found; id !== null; id = this.#node(id).parent) {
            const { kind } = this.#node(id);
            if (kind === 'retry' || kind === 'repeat')
                found = id;
            if (id === top.id)
                break;
        }
        return found;
    }
    #node(id) {
        const node = this.#byId.get(id);
        if (!node)
            throw new Error(`internal: the plan has no node ${id}; please report this`);
        return node;
    }
    #at(id) {
        return this.#place.get(id) ?? 0;
    }
    #common(a, b) {
        // Of two different nodes, the one that stands later cannot be an ancestor of the other.
        let [left, right] = [a, b];
        while (left !== right) {
            if (this.#at(left) > this.#at(right))
                left = this.#node(left).parent ?? this.#root;
            else
                right = this.#node(right).parent ?? this.#root;
        }
        return left;
    }
    #childTowards(ancestor, id) {
        let child = id;
        for (let up = this.#node(id).parent; up !== null && up !== ancestor; up = this.#node(up).parent)
            child = up;
        return child;
    }
}
/** As people know it: by the name of the block, or of what the branch runs. */
function nameOf({ commands }, of, top, units) {
    const isNamed = of === 'block' || top.kind === 'unit' || top.kind === 'call';
    const first = units.find(({ command }) => commands[command]?.is === 'run') ?? units[0];
    // An id is a place and a name, `2.1-train-sigma-0.10`.
    const name = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .slug */ .yR)((isNamed ? top.id : (first?.id ?? '')).replace(/^(?:[\d.]+|x[0-9a-z]+)-/, ''));
    return name === '' ? 'pod' : name;
}
class Names {
    #used = new Map();
    /** The first that is free, else the last with a number behind it. */
    unique(wanted) {
        const free = wanted.find((name) => !this.#used.has(name));
        const base = free ?? wanted.at(-1) ?? 'pod';
        let name = base;
        for (let count = this.#used.get(base) ?? 1; this.#used.has(name);) {
            count += 1;
            this.#used.set(base, count);
            name = `${base}-${count}`;
        }
        this.#used.set(name, this.#used.get(name) ?? 1);
        return name;
    }
}


/***/ }),

/***/ 34384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planJson: () => (/* binding */ planJson)
/* harmony export */ });
/* harmony import */ var _plan_estimate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57403);
/* harmony import */ var _plan_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43188);
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
            ...podsOf(plan),
        },
    };
}
function podsOf(plan) {
    if (plan.pods === undefined)
        return {};
    const dollars = Object.fromEntries(plan.pods.map((scope) => [scope.id, (0,_plan_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .podDollars */ .ze)(plan, scope)]));
    return { pods: { hostsPerUnit: _plan_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .hostsPerUnit */ .Z, secondsToReady: _plan_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsToReady */ .se, dollars } };
}


/***/ })

};
