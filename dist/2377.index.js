export const id = 2377;
export const ids = [2377,1583];
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

/***/ 70779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ contextOf)
/* harmony export */ });
/* harmony import */ var _expression_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45114);

function contextOf({ parameters }) {
    const given = new Map(parameters.map(({ name, value }) => [name, (0,_expression_text_js__WEBPACK_IMPORTED_MODULE_0__/* .templateText */ .u)(value, {})]));
    const fields = (given.get('field') ?? '').split(' ').join(' or ');
    const from = given.get('file') ?? `$${given.get('name') ?? ''}`;
    return { variable: given.get('variable') ?? '', reads: `the field ${fields} of ${from}` };
}


/***/ }),

/***/ 45114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ templateText)
/* harmony export */ });
/* unused harmony export expressionText */
function expressionText(expression) {
    switch (expression.kind) {
        case 'number':
            return expression.text;
        case 'string':
            return `'${expression.value}'`;
        case 'variable':
            return `$${expression.name}`;
        case 'metric':
        case 'baseline':
        case 'status':
        case 'field':
            return expression.written;
        case 'call':
            return `${expression.function}(${expression.arguments.map(expressionText).join(', ')})`;
        case 'confidence':
            return `${expressionText(expression.comparison)} confidence ${expression.level * 100}%`;
        case 'not':
            return `not ${operandText(expression.operand)}`;
        case 'negative':
            return `-${operandText(expression.operand)}`;
        case 'binary':
            return `${operandText(expression.left)} ${expression.operator} ${operandText(expression.right)}`;
    }
}
function operandText(expression) {
    const text = expressionText(expression);
    return expression.kind === 'binary' ? `(${text})` : text;
}
/** `known`: variables whose values are known already; the others keep their name. */
function templateText(template, known) {
    return template.map((part) => partText(part, known)).join('');
}
function partText(part, known) {
    switch (part.kind) {
        case 'text':
            return part.text;
        case 'variable':
            return String(known[part.name] ?? `$${part.name}`);
        case 'expression':
            return `\${${expressionText(part.expression)}}`;
        case 'result':
            return `<${['result', ...part.path].join('.')}>`;
    }
}


/***/ }),

/***/ 72377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planText: () => (/* binding */ planText)
});

// EXTERNAL MODULE: ./build/plan/estimate.js + 1 modules
var estimate = __webpack_require__(57403);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(71583);
// EXTERNAL MODULE: ./build/reports/context-words.js
var context_words = __webpack_require__(70779);
// EXTERNAL MODULE: ./build/reports/expression-text.js
var expression_text = __webpack_require__(45114);
// EXTERNAL MODULE: ./build/plan/pods.js
var plan_pods = __webpack_require__(43188);
// EXTERNAL MODULE: ./build/reports/words.js
var reports_words = __webpack_require__(68013);
;// CONCATENATED MODULE: ./build/reports/plan-remote.js


/** No more than a person reads. */
const mostScopes = 12;
const mostTitles = 6;
/** Nothing for a plan that stays on this machine. */
function remoteLines(plan, style, offers = []) {
    const targets = Object.entries(plan.targets ?? {});
    if (targets.length === 0)
        return [];
    const lines = [style.bold('targets')];
    for (const [name, target] of targets) {
        const own = target.kind === 'ssh' ? sshLines(target) : runpodLines(target);
        lines.push(`  ${name}${' '.repeat(Math.max(2, 14 - name.length))}${own[0]}`);
        const more = [...own.slice(1), ...commonLines(target)];
        for (const line of more)
            lines.push(style.dim(`                ${line}`));
        for (const offer of offers.filter((one) => one.target === name))
            for (const line of offer.lines)
                lines.push(`                ${line}`);
    }
    if (plan.sync)
        lines.push(style.dim(`  each gets first: ${syncText(plan.sync)}`));
    return [...lines, ...podLines(plan, style)];
}
function sshLines({ host, port, user, key, hostKey }) {
    return [
        `ssh ${plan_remote_text(user)}@${plan_remote_text(host)}:${plan_remote_text(port)}`,
        `private key ${held(key)}, host key ${'value' in hostKey ? 'pinned here' : `pinned ${held(hostKey)}`}`,
    ];
}
function runpodLines(target) {
    const { image, gpus, count, cpu, clouds, dataCenters, disk, volume, cuda, maxPrice, lifetime } = target;
    const each = count > 1 ? `${count} × ` : '';
    const machine = cpu ? `CPU ${cpu.id} with ${cpu.vcpus} vCPUs` : `${each}${gpus.join(', else ')}`;
    const where = [
        `${clouds.map((one) => one.toLowerCase()).join(', else ')} cloud`,
        ...(dataCenters.length > 0 ? [`in ${dataCenters.join(', ')}`] : []),
        ...(cuda === undefined ? [] : [`CUDA ${cuda} or newer`]),
        `${disk} GB disk`,
        ...(volume ? [`volume ${volume.id} at ${volume.path}`] : []),
    ];
    return [
        `runpod ${image}`,
        machine,
        where.join(', '),
        `at most ${(0,reports_words/* dollars */.E9)(maxPrice)} an hour for a pod, ${target.pods} at once, none longer than ${(0,reports_words/* wholeDuration */.ui)(lifetime)}`,
        `account key in $${target.key}`,
    ];
}
function commonLines({ slots, workspace, environment, setup }) {
    const names = Object.keys(environment);
    return [
        `workspace ${workspace}, ${slots === 1 ? 'one command' : `${slots} commands`} at a time on a host`,
        ...(names.length > 0 ? [`sets ${names.join(', ')}`] : []),
        ...(setup === undefined ? [] : ['prepared once by its setup script']),
    ];
}
function plan_remote_text(setting) {
    return 'value' in setting ? setting.value : `$${setting.variable}`;
}
function held(setting) {
    return `in ${plan_remote_text(setting)}`;
}
function syncText({ source, include, exclude, up, require }) {
    const tree = source === 'git-tree' ? 'the tree of the commit' : 'the working tree';
    const parts = [
        include.length > 0 ? `${include.join(' ')} of ${tree}` : tree,
        ...(exclude.length > 0 ? [`without ${exclude.join(' ')}`] : []),
        ...(up.length > 0 ? [`with ${up.join(' ')}`] : []),
        ...(require.length > 0 ? [`and must have ${require.map(({ path }) => path).join(' ')}`] : []),
    ];
    return parts.join(', ');
}
function podLines(plan, style) {
    const { pods = [] } = plan;
    if (pods.length === 0)
        return [];
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    const lines = ['', style.bold('pods')];
    for (const scope of pods.slice(0, mostScopes)) {
        const title = `  ${scope.id}`;
        const gap = ' '.repeat(Math.max(2, 24 - title.length));
        lines.push(`${title}${gap}${countOf(scope)} of ${scope.target}${ownerOf(scope)}`);
        const titles = [...new Set(scope.units.map((id) => byId.get(id)?.title ?? id))];
        const more = titles.length > mostTitles ? ` and ${titles.length - mostTitles} more` : '';
        lines.push(style.dim(`    for ${titles.slice(0, mostTitles).join(', ')}${more}`));
        lines.push(style.dim(`    ends ${endOf(plan, scope, byId)}; ${lifetimeText(plan, scope)}`));
        if (scope.transfers.length > 0)
            lines.push(style.dim(`    gets ${scope.transfers.map((key) => `/${key}`).join(', ')} first`));
    }
    if (pods.length > mostScopes)
        lines.push(style.dim(`  … and ${pods.length - mostScopes} more of these`));
    lines.push(style.dim(`  each may take ${(0,reports_words/* wholeDuration */.ui)(plan_pods/* secondsToReady */.se)} to be ready, which no time here counts; when a host is lost, up to ${plan_pods/* hostsPerUnit */.Z} are tried for each command, apart from its attempts`));
    return lines;
}
function countOf({ pods }) {
    return pods === 1 ? '1 pod' : `up to ${pods} pods`;
}
function ownerOf({ of }) {
    switch (of) {
        case 'cell':
            return ' for its branch alone';
        case 'block':
            return ', shared by the branches';
        case 'run':
            return ' for the run';
    }
}
function endOf(plan, { until }, byId) {
    const node = byId.get(until);
    if (until === plan.root || node === undefined || node.title === '') {
        const isInner = node !== undefined && until !== plan.root && node.parent !== null;
        return isInner ? 'with its part of the chain' : 'with the run';
    }
    return `after ${node.title}`;
}
function lifetimeText(plan, scope) {
    const amount = (0,reports_words/* dollars */.E9)((0,plan_pods/* podDollars */.ze)(plan, scope));
    return scope.pods === 1
        ? `its whole lifetime would cost ${amount}`
        : `whole lifetimes would cost ${amount}`;
}

// EXTERNAL MODULE: ./build/reports/style.js
var style = __webpack_require__(22545);
;// CONCATENATED MODULE: ./build/reports/plan-text.js
/** A plan as a person checks it before it runs: the chain as a tree, how each name was read, what each gate compares. */







function planText(plan, style, { offers } = {}) {
    const estimated = (0,estimate/* estimate */.j)(plan);
    const printer = new PlanPrinter(plan, style, estimated);
    printer.add(plan.root, 0, '');
    const remote = remoteLines(plan, style, offers);
    const units = plan.nodes.filter(({ kind }) => kind === 'unit').length;
    const gates = plan.nodes.reduce((sum, node) => sum + gatesIn(node), 0);
    const title = plan.description === undefined ? '' : `  ${style.dim(plan.description)}`;
    const parameters = Object.entries(plan.parameters).map(([name, value]) => `${name}=${String(value)}`);
    return [
        `${style.bold(plan.name)}${title}`,
        ...(parameters.length > 0 ? [style.dim(`parameters ${parameters.join(' ')}`)] : []),
        '',
        ...printer.lines,
        '',
        ...(remote.length > 0 ? [...remote, ''] : []),
        style.dim(`${count(units, 'command')}, ${count(gates, 'gate')}`),
        ...worstCase(plan, estimated).map((line) => style.dim(line)),
        '',
    ].join('\n');
}
class PlanPrinter {
    lines = [];
    #plan;
    #style;
    #byId;
    #estimate;
    constructor(plan, style, estimated) {
        this.#plan = plan;
        this.#estimate = estimated;
        this.#style = style;
        this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
    }
    add(id, depth, mark) {
        const node = this.#byId.get(id);
        if (!node)
            return;
        switch (node.kind) {
            case 'sequence':
                node.children.forEach((child, index) => {
                    const guard = node.guards?.find(({ from, gate }) => from === index && gate > index);
                    if (guard)
                        this.#guard(node.children[guard.gate], depth);
                    this.add(child, depth, mark);
                });
                return;
            case 'unit':
                this.#line(depth, mark + node.title, this.#reading(node));
                return;
            case 'assignment':
                this.#line(depth, mark + node.title, '');
                return;
            case 'logical':
                this.add(node.left, depth, mark);
                this.add(node.right, depth, `${node.operator} `);
                return;
            case 'call':
                this.#line(depth, mark + node.title, 'a chain of its own');
                this.add(node.body, depth + 1, '');
                return;
            case 'parallel': {
                const total = node.branches.length;
                const lenient = node.minWritten ? '' : ', nothing deploys unless all do';
                const needed = node.min === total ? 'all must succeed' : `at least ${node.min} must succeed${lenient}`;
                this.#line(depth, `${mark}parallel of ${total}`, [needed, ...atOnce(node.max)].join(', '));
                for (const branch of node.branches)
                    this.add(branch, depth + 1, '| ');
                return;
            }
            case 'fork': {
                const notes = ['goes on meanwhile', ...atOnce(node.max)];
                this.#line(depth, `${mark}fork of ${node.branches.length}`, notes.join(', '));
                for (const branch of node.branches)
                    this.add(branch, depth + 1, '& ');
                return;
            }
            case 'barrier': {
                const sets = node.variable === null ? '' : `; $${node.variable} says whether all succeeded`;
                this.#line(depth, mark + node.title, `waits for the branches before it${sets}`);
                return;
            }
            case 'require':
                this.#gate(depth, `${mark}/require:${node.gate.text}`, node.gate);
                return;
            case 'branch':
                node.arms.forEach(({ gate, body }, index) => {
                    this.#gate(depth, `${index === 0 ? mark : ''}${index === 0 ? '/if' : '/elif'}:${gate.text}`, gate);
                    this.add(body, depth + 1, '');
                });
                this.#part(depth, '/else', '', node.otherwise);
                return;
            case 'case':
                this.#line(depth, `${mark}case:${node.text}`, 'the first that fits', true);
                for (const { patterns, body } of node.arms)
                    this.#part(depth, `↳ ${patterns.join('|')}`, patterns.includes('*') ? 'anything else' : '', body);
                return;
            case 'try':
                this.#line(depth, `${mark}/try`, '');
                this.add(node.body, depth + 1, '');
                for (const { label, matches, body } of node.catches) {
                    const what = matches.is === 'any'
                        ? 'any failure of the body'
                        : matches.is === 'class'
                            ? `failures of class ${matches.class}`
                            : `failures of ${matches.commands.map((name) => `/${name}`).join(', ')}`;
                    this.#part(depth, `/catch:${label}`, what, body);
                }
                this.#part(depth, '/else', 'when nothing failed', node.otherwise);
                this.#part(depth, '/finally', 'always', node.finally);
                return;
            case 'handlers':
                this.add(node.body, depth, mark);
                this.#part(depth, 'on_failure', 'once, after a failure that nothing handled', node.onFailure);
                this.#part(depth, 'finally', 'always, also after a cancel', node.finally);
                return;
            case 'fallback':
                this.#line(depth, mark + node.title, 'the result is degraded: nothing deploys from it');
                this.add(node.body, depth + 1, '');
                return;
            case 'retry':
                this.#line(depth, mark + node.title, `${retryNote(node)}${this.#atWorst(node)}`);
                this.add(node.body, depth + 1, '');
                return;
            case 'timeout':
                this.#line(depth, mark + node.title, `at most ${(0,reports_words/* wholeDuration */.ui)(node.seconds)}${this.#perAttempt(node)}`);
                this.add(node.body, depth + 1, '');
                return;
            case 'budget':
                this.#line(depth, mark + node.title, 'ends what runs when it is spent');
                this.add(node.body, depth + 1, '');
                return;
            case 'repeat':
                this.#line(depth, `${mark}repeat:${node.times}`, `at most ${count(node.times, 'time')}${this.#atWorst(node)}`);
                this.add(node.body, depth + 1, '');
                this.#gate(depth + 1, `until:${node.gate.text}`, node.gate);
                return;
            case 'wait':
                this.#line(depth, mark + node.title, `for ${(0,reports_words/* wholeDuration */.ui)(node.seconds)}`);
                return;
            case 'approval':
                this.#line(depth, mark + node.title, 'waits for a person');
        }
    }
    #part(depth, title, note, body) {
        if (body === null)
            return;
        this.#line(depth, title, note);
        this.add(body, depth + 1, '');
    }
    /** A stretch in which a failure does not end the chain. */
    #guard(gate, depth) {
        const node = gate === undefined ? undefined : this.#byId.get(gate);
        if (node)
            this.#line(depth, '', `a failure from here on goes to ${node.title}`);
    }
    /** Only where it is more than what is written already. */
    #atWorst(node) {
        const seconds = this.#estimate.seconds.get(node.id);
        return seconds === undefined || seconds === 0 ? '' : `, ${(0,reports_words/* wholeDuration */.ui)(seconds)} at worst`;
    }
    #perAttempt(node) {
        const parent = node.parent === null ? undefined : this.#byId.get(node.parent);
        return parent?.kind === 'retry' ? ' for each attempt' : '';
    }
    #gate(depth, title, gate) {
        const sources = (0,plan/* operandsOf */.ep)(gate.expression).flatMap((operand) => {
            if (operand.kind !== 'metric')
                return [];
            const { written, metric, unit, from } = operand;
            const titles = from.map((id) => this.#byId.get(id)?.title ?? id).join(' or ');
            return [`${written === metric ? written : `${written} is ${metric}`} (${unit}) from ${titles}`];
        });
        // The same metric in two comparisons is read once.
        const notes = [...new Set(sources)];
        if (gate.severity === 'warn')
            notes.push('only warns');
        this.#line(depth, title, notes.join('; '), true);
    }
    #line(depth, title, note, isGate = false) {
        const indent = '  '.repeat(depth + 1);
        const gap = ' '.repeat(Math.max(2, 44 - indent.length - title.length));
        this.lines.push(`${indent}${isGate ? this.#style.bold(title) : title}${note === '' ? '' : gap + this.#style.dim(note)}`);
    }
    #reading(unit) {
        const command = this.#plan.commands[unit.command];
        // Parameters of the workflow are known already.
        const known = unit.scope === null ? this.#plan.parameters : {};
        const parts = [];
        if (command?.is === 'builtin')
            parts.push('built-in');
        for (const { axis, value } of unit.point)
            parts.push(`${axis}=${value}`);
        if (command?.is === 'builtin' && command.name === 'context')
            return `built-in, ${(0,context_words/* contextOf */.V)(unit).reads}`;
        for (const { name, value } of unit.parameters)
            parts.push(`${name}=${plan_text_short((0,expression_text/* templateText */.u)(value, known))}`);
        if (unit.input !== undefined)
            parts.push('reads the result before it');
        if (unit.collects.length > 0)
            parts.push(`over ${count(unit.collects.length, 'result')}`);
        if (command?.is === 'setup')
            parts.push(`checks ${command.target} before anything is paid`);
        if (command?.is === 'transfer') {
            const paths = command.paths.map(({ from, to }) => (from === to ? from : `${from} as ${to}`)).join(' ');
            parts.push(`${paths} ${command.direction === 'up' ? 'to' : 'from'} ${command.target}`);
        }
        if (command?.is === 'run') {
            if (command.target !== 'local')
                parts.push(`on ${command.target}`);
            if (command.agent)
                parts.push(`by the agent ${command.agent.name}`);
            if (command.timeout !== undefined)
                parts.push(`at most ${(0,reports_words/* wholeDuration */.ui)(command.timeout)}`);
            if (command.inputs)
                parts.push(`reads ${command.inputs.join(' ')}`);
            if (command.isolation !== undefined)
                parts.push('in a copy of the workspace');
            if (command.asserts)
                parts.push(`asserts ${command.asserts.map(({ text }) => text).join(' and ')}`);
            if (command.deploys !== undefined)
                parts.push(`deploys to ${command.deploys}`);
        }
        return parts.join(', ');
    }
}
/** Of the task of an agent, one line is enough to know it. */
function plan_text_short(text) {
    return (0,style/* cutTo */.yd)(text.replace(/\s+/g, ' ').trim(), 60);
}
/** How long and how dear the whole may be, and what determines it. Nothing when no time is written anywhere. */
function worstCase(plan, { seconds, dollars, critical }) {
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    const time = seconds.get(plan.root);
    const money = dollars.get(plan.root);
    const isBounded = plan.nodes.some((node) => node.kind === 'timeout' || (node.kind === 'unit' && hasTimeout(plan, node)));
    const isPaid = Object.values(plan.prices ?? {}).some((price) => price > 0) || (plan.pods?.length ?? 0) > 0;
    const unbounded = critical.filter((id) => {
        const node = byId.get(id);
        return node?.kind === 'unit' && !hasTimeout(plan, node) && !isWithinTimeout(node, byId);
    });
    const titles = (ids) => ids.map((id) => byId.get(id)?.title ?? id);
    const lines = [];
    if (isBounded || isPaid) {
        const words = [
            time === undefined
                ? `no bound on the time: ${unboundedText([...new Set(titles(unbounded))])}`
                : `${(0,reports_words/* wholeDuration */.ui)(time)} at worst`,
            ...(isPaid ? [money === undefined ? 'no bound on the cost' : `${(0,reports_words/* dollars */.E9)(money)} at worst`] : []),
        ];
        lines.push(words.join('; '));
    }
    if (lines.length > 0 && critical.length > 1)
        lines.push(`longest way: ${listed(titles(critical), ' → ', 12)}`);
    return lines;
}
function isWithinTimeout({ parent }, byId) {
    for (let id = parent; id !== null;) {
        const node = byId.get(id);
        if (node === undefined || node.kind === 'timeout')
            return node !== undefined;
        id = node.parent;
    }
    return false;
}
function hasTimeout(plan, unit) {
    const command = plan.commands[unit.command];
    return command?.is === 'run' && command.timeout !== undefined;
}
function unboundedText(names) {
    if (names.length === 0)
        return 'a person has to approve';
    return `${listed(names, ', ', 4)} ${names.length === 1 ? 'has' : 'have'} no timeout`;
}
function listed(names, between, most) {
    const more = names.length - most;
    return names.slice(0, most).join(between) + (more > 0 ? `${between}${more} more` : '');
}
function atOnce(max) {
    return max === null ? [] : [`at most ${max} at once`];
}
function retryNote({ retries, delay, backoff }) {
    const attempts = `up to ${count(retries + 1, 'attempt')}`;
    if (backoff !== undefined)
        return `${attempts}, ${(0,reports_words/* wholeDuration */.ui)(backoff)} between them, doubling`;
    return delay === undefined ? attempts : `${attempts}, ${(0,reports_words/* wholeDuration */.ui)(delay)} between them`;
}
/** A gate of a `repeat:` counts too. */
function gatesIn(node) {
    if (node.kind === 'branch')
        return node.arms.length;
    return node.kind === 'require' || node.kind === 'repeat' ? 1 : 0;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
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
