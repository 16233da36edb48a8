export const id = 3496;
export const ids = [3496];
export const modules = {

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

/***/ 73031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   offersFor: () => (/* binding */ offersFor)
/* harmony export */ });
/* harmony import */ var _runpod_candidates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58099);
/* harmony import */ var _runpod_catalogue_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34196);
/* harmony import */ var _runpod_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70639);
/* harmony import */ var _hosts_setting_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12477);
/* harmony import */ var _runpod_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26971);





async function offersFor(name, target, environment) {
    try {
        const client = (0,_runpod_js__WEBPACK_IMPORTED_MODULE_3__/* .runpodClient */ .os)(name, target, environment);
        const { candidates, rejected, notices } = (0,_runpod_candidates_js__WEBPACK_IMPORTED_MODULE_0__/* .candidatesFor */ ._j)(target, await (0,_runpod_catalogue_js__WEBPACK_IMPORTED_MODULE_4__/* .readCatalogue */ .Y)(client, target));
        return {
            target: name,
            lines: [
                ...candidates.map(({ offer, price, stock }, index) => `${index + 1}. ${offer}: $${price.toFixed(2)}/h, stock ${stock.toLowerCase()}`),
                ...(candidates.length === 0 ? ['nothing fits'] : []),
                ...rejected.map(({ offer, why }) => `not ${offer}: ${why}`),
                ...notices,
            ],
        };
    }
    catch (error) {
        if (!(error instanceof _hosts_setting_js__WEBPACK_IMPORTED_MODULE_2__.SettingError || error instanceof _runpod_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RunpodError */ .fD))
            throw error;
        return { target: name, lines: [`prices were not read: ${error.message}`] };
    }
}


/***/ })

};
