export const id = 8950;
export const ids = [8950];
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

/***/ 28950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ isHosted),
  prepare: () => (/* binding */ prepare),
  wantedOf: () => (/* binding */ wantedOf)
});

// EXTERNAL MODULE: ./build/language/keywords.js
var keywords = __webpack_require__(4083);
// EXTERNAL MODULE: ./build/language/parser.js + 17 modules
var parser = __webpack_require__(89941);
// EXTERNAL MODULE: ./build/language/source.js
var source = __webpack_require__(11786);
// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(82208);
// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
// EXTERNAL MODULE: ./build/language/printer.js + 1 modules
var printer = __webpack_require__(90259);
// EXTERNAL MODULE: ./build/plan/metrics.js
var plan_metrics = __webpack_require__(50711);
;// CONCATENATED MODULE: ./build/plan/builder.js



/** Above it a plan is a mistake, or an attack: calls that double at every level. */
const mostNodes = 300_000;
/** A value that any of many earlier elements may have given names them all, each time it is read. */
const mostReferences = 3_000_000;
/** Ids name files and folders, whose names end at 255 bytes; an attempt and an ending still go behind. */
const longestPlace = 120;
class PlanBuilder {
    project;
    diagnostics;
    nodes = [];
    commands = new Map();
    axes = new Map();
    metrics = new Map();
    selections = new Map();
    origins = new Map();
    definitions = new Map();
    /** Canonical names of the metrics each unit reports, the primary one first. */
    measured = new Map();
    /** Where a redirect stores something, anew each time. */
    stored = new Map();
    #refused = false;
    #references = 0;
    constructor(project, diagnostics) {
        this.project = project;
        this.diagnostics = diagnostics;
    }
    /** Reports once that there is no room for another node; false as long as there is. */
    refusesMore(source, span) {
        if (this.nodes.length < mostNodes && this.#references < mostReferences)
            return false;
        if (!this.#refused) {
            const [most, what] = this.nodes.length < mostNodes
                ? [mostReferences, 'places that read a result']
                : [mostNodes, 'elements'];
            const message = `the plan has more than ${most.toLocaleString('en')} ${what}`;
            this.diagnostics.add('plan-too-large', source, span, message);
        }
        this.#refused = true;
        return true;
    }
    /** So many earlier elements are named at one place. */
    refers(count) {
        this.#references += count;
    }
    /** The id is made from place and name, so that it stays the same as long as the chain does. */
    base(here, title, span, name) {
        const place = here.place.length > longestPlace ? `x${hash(here.place)}` : here.place;
        const id = (here.place === '' ? 'chain' : [place, (0,language_name/* slug */.yR)(name)].filter((part) => part !== '').join('-'));
        const { file, line, column, endColumn } = (0,source/* placeOf */.$t)(here.source, span);
        return { id, parent: here.parent, scope: here.scope, title, at: { file, line, column, endColumn } };
    }
    add(node) {
        this.nodes.push(node);
        if (node.kind === 'unit')
            this.refers(node.collects.length + (node.input?.length ?? 0));
        if (node.kind === 'assignment' && node.value.is === 'result')
            this.refers(node.value.from.length);
        return node;
    }
    /** Stands for what could not be planned; the plan is then not given to anyone. */
    placeholder(base) {
        return this.add({ kind: 'sequence', ...base, children: [], always: [] }).id;
    }
    unitsSince(index) {
        return this.unitsBetween(index, this.nodes.length);
    }
    unitsBetween(begin, end) {
        const ids = [];
        for (let at = begin; at < end; at += 1) {
            const node = this.nodes[at];
            if (node?.kind === 'unit')
                ids.push(node.id);
        }
        return ids;
    }
    useAxis(name) {
        this.axes.set(name, this.project.axes.get((0,language_name/* normalised */.Z7)(name)) ?? { name });
    }
    useMetric(canonical) {
        this.metrics.set(canonical, (0,plan_metrics/* metricOf */.ak)(this.project, canonical));
    }
    /** The command as the plan carries it: metrics by their canonical names. */
    useCommand(definition) {
        if (this.commands.has(definition.name))
            return;
        if (definition.is === 'builtin') {
            this.commands.set(definition.name, { is: 'builtin', name: definition.builtin.name });
            return;
        }
        const { command } = definition;
        const metrics = command.metrics.map((source) => ({
            ...source,
            fields: Object.fromEntries(Object.entries(source.fields).map(([name, field]) => [(0,plan_metrics/* canonicalMetric */.NQ)(this.project, name), field])),
        }));
        const [primary] = this.metricsOf(definition);
        this.commands.set(definition.name, {
            ...command,
            metrics,
            ...(primary === undefined ? {} : { primary }),
        });
    }
    /** What a command measures, by canonical name, the primary one first. */
    metricsOf(definition) {
        if (definition.is !== 'run')
            return [];
        const { metrics, primary } = definition.command;
        const names = metrics.flatMap(({ fields }) => Object.keys(fields));
        const ordered = primary === undefined ? names : [primary, ...names];
        return [...new Set(ordered.map((name) => (0,plan_metrics/* canonicalMetric */.NQ)(this.project, name)))];
    }
}
/** FNV-1a over 53 bits, in base 36. */
function hash(text) {
    let high = 0x811c9dc5;
    let low = 0x01000193;
    for (const character of text) {
        high = Math.imul(high ^ (character.codePointAt(0) ?? 0), 0x01000193);
        low = Math.imul(low ^ high, 0x85ebca6b);
    }
    return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}

;// CONCATENATED MODULE: ./build/plan/check-jobs.js
/** A job of GitHub's own runners ends after six hours; a quarter of one is for what goes before and comes after. */
const longestSeconds = 345 * 60;
/** An environment is asked for before a job begins, so its command must be able to be one. */
function checkEnvironments({ origins, diagnostics }, plan) {
    const guarded = unitsOf(plan).filter(({ command }) => command.environment !== undefined);
    if (guarded.length === 0)
        return;
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    for (const { unit, command } of guarded) {
        const around = enclosing(unit, byId);
        const origin = origins.get(unit.id);
        if (around === undefined || !origin)
            continue;
        const message = `\`/${command.name}\` waits for the environment \`${command.environment}\`, which it cannot do inside ${around.what}`;
        diagnostics.add('environment-not-at-top', origin.source, origin.span, message, { help: around.help });
    }
}
/** Each command once. */
function checkJobTimes({ origins, diagnostics }, plan) {
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    for (const node of plan.nodes) {
        const origin = origins.get(node.id);
        if (node.kind !== 'wait' || node.seconds <= longestSeconds || !origin)
            continue;
        const message = `\`${node.title}\` takes ${hours(node.seconds)}, and a job of GitHub's own runners ends after 6 hours`;
        diagnostics.add('job-too-long', origin.source, origin.span, message, {
            help: 'let a `schedule:` start what is to come later',
        });
    }
    const said = new Set();
    for (const { unit, command } of unitsOf(plan)) {
        const { name, timeout } = command;
        const origin = origins.get(unit.id);
        if (timeout === undefined || timeout <= longestSeconds || !origin || said.has(name))
            continue;
        if (isBounded(unit, byId))
            continue;
        said.add(name);
        const message = `\`/${name}\` may take ${hours(timeout)}, and a job of GitHub's own runners ends after 6 hours`;
        diagnostics.add('job-too-long', origin.source, origin.span, message, {
            help: 'give it a `timeout:` of 345m at most, or name runners of your own under `runs-on:` of the project file',
        });
    }
}
/** A leg does not see what has made the results of another one incomplete, and nothing deploys from those. */
function checkDeploysInLegs({ origins, diagnostics }, plan) {
    if (plan.fanout === 'job')
        return;
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    for (const { unit, command } of unitsOf(plan)) {
        const origin = origins.get(unit.id);
        if (command.deploys === undefined || !origin || !isInMatrix(unit, byId))
            continue;
        const message = `\`/${command.name}\` deploys to \`${command.deploys}\` in a branch that becomes a job of its own, which does not see how the others do`;
        diagnostics.add('deploy-in-matrix', origin.source, origin.span, message, {
            help: 'deploy behind the block, or write `fanout: job`',
        });
    }
}
/** A job waits for nobody: the run ends, and goes on when it is told so. */
function checkApprovals({ origins, diagnostics }, { nodes }) {
    for (const node of nodes) {
        const origin = origins.get(node.id);
        if (node.kind !== 'approval' || !origin)
            continue;
        const message = `the jobs end at \`${node.title}\` as waiting: on a pull request \`/ml-approve\` lets them go on, and elsewhere nobody can`;
        diagnostics.add('approval-in-jobs', origin.source, origin.span, message, {
            help: 'where a schedule or a push starts it, give the command behind it an `environment:` with reviewers',
        });
    }
}
function isInMatrix(unit, byId) {
    for (let id = unit.parent; id !== null; id = byId.get(id)?.parent ?? null)
        if (byId.get(id)?.kind === 'parallel')
            return true;
    return false;
}
function unitsOf({ nodes, commands }) {
    return nodes.flatMap((unit) => {
        const command = unit.kind === 'unit' ? commands[unit.command] : undefined;
        return unit.kind === 'unit' && command?.is === 'run' ? [{ unit, command }] : [];
    });
}
const behindIt = 'move it behind that, where nothing else runs';
/** What of the elements around it has to stay in one job. */
function enclosing(unit, byId) {
    let child = unit;
    for (;;) {
        const node = child.parent === null ? undefined : byId.get(child.parent);
        if (!node)
            return undefined;
        switch (node.kind) {
            case 'parallel':
                return { what: '`parallel`', help: behindIt };
            case 'retry':
                return { what: '`retry:`', help: 'leave the `retry:` to other commands' };
            case 'repeat':
                return { what: '`repeat:`', help: behindIt };
            case 'fork':
                return { what: 'a branch of `&`', help: 'move it behind a `barrier`' };
            case 'sequence':
                if (node.is === 'pipe')
                    return { what: '`|`', help: 'join the two with `→`' };
                if (isBesideForks(node, child.id, byId))
                    return { what: 'a chain with branches of `&` that go on', help: 'put a `barrier` in front of it' };
                break;
            case 'handlers':
                if (child.id !== node.body)
                    return {
                        what: child.id === node.finally ? '`finally`' : '`on_failure`',
                        help: 'the last job runs these; catch the failure with `/try:` and `/catch:`',
                    };
                break;
        }
        child = node;
    }
}
/** Whether a fork before it is open where the child stands. */
function isBesideForks({ children }, child, byId) {
    let isOpen = false;
    for (const id of children) {
        if (id === child)
            return isOpen;
        const kind = byId.get(id)?.kind;
        if (kind === 'fork')
            isOpen = true;
        else if (kind === 'barrier')
            isOpen = false;
    }
    return false;
}
function isBounded(unit, byId) {
    for (let id = unit.parent; id !== null; id = byId.get(id)?.parent ?? null) {
        const node = byId.get(id);
        if (node?.kind === 'timeout' && node.seconds <= longestSeconds)
            return true;
    }
    return false;
}
function hours(seconds) {
    return `${Math.round(seconds / 360) / 10} hours`;
}

;// CONCATENATED MODULE: ./build/plan/check-pods.js
function checkPods(builder, plan) {
    if (plan.pods === undefined)
        return;
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    noticeUnbounded(builder, plan, byId);
    warnOfShortLives(builder, plan, byId);
    checkDownloads(builder, plan, byId);
}
/** Each command once. */
function noticeUnbounded({ origins, diagnostics }, { pods = [], commands, targets }, byId) {
    const said = new Set();
    for (const { units, target: name } of pods) {
        const target = targets?.[name];
        for (const id of units) {
            const node = byId.get(id);
            const command = node?.kind === 'unit' ? commands[node.command] : undefined;
            const origin = origins.get(id);
            if (command?.is !== 'run' || command.timeout !== undefined || target?.kind !== 'runpod')
                continue;
            if (!origin || said.has(command.name) || isTimed(id, byId))
                continue;
            said.add(command.name);
            const message = `\`/${command.name}\` has no \`timeout:\`; only its pod's lifetime of ${check_pods_hours(target.lifetime)} bounds it`;
            diagnostics.add('no-timeout', origin.source, origin.span, message, {
                help: 'give the command a `timeout:`, so that one that hangs does not cost the whole lifetime',
            });
        }
    }
}
/** Each command once. What it has done is gone with its pod. */
function warnOfShortLives({ origins, diagnostics }, { pods = [], commands, targets }, byId) {
    const said = new Set();
    for (const { units, target: name } of pods) {
        const target = targets?.[name];
        if (target?.kind !== 'runpod')
            continue;
        for (const id of units) {
            const node = byId.get(id);
            const command = node?.kind === 'unit' ? commands[node.command] : undefined;
            const origin = origins.get(id);
            if (command?.is !== 'run' || command.timeout === undefined || !origin)
                continue;
            if (command.timeout <= target.lifetime || said.has(command.name))
                continue;
            said.add(command.name);
            const message = `\`/${command.name}\` may take ${check_pods_hours(command.timeout)}, and its pod lives for ${check_pods_hours(target.lifetime)} only`;
            diagnostics.add('short-lifetime', origin.source, origin.span, message, {
                help: `raise \`lifetime:\` of the target \`${name}\` above the \`timeout:\`, by as much as a pod takes to be ready`,
            });
        }
    }
}
function isTimed(id, byId) {
    for (let node = byId.get(id); node; node = node.parent === null ? undefined : byId.get(node.parent))
        if (node.kind === 'timeout')
            return true;
    return false;
}
function check_pods_hours(seconds) {
    const [amount, unit] = seconds < 3600 ? [seconds / 60, 'minutes'] : [seconds / 3600, 'hours'];
    const shown = Number(amount.toFixed(1));
    return `${shown} ${shown === 1 ? unit.slice(0, -1) : unit}`;
}
/** A pod that is made for a download alone is empty, unless a volume brings files with it. */
function checkDownloads({ origins, diagnostics }, { pods = [], commands, targets }, byId) {
    for (const { units, target: name } of pods) {
        const target = targets?.[name];
        if (target?.kind !== 'runpod' || target.volume !== undefined)
            continue;
        const kinds = units.map((id) => {
            const node = byId.get(id);
            const command = node?.kind === 'unit' ? commands[node.command] : undefined;
            return command?.is === 'transfer' ? command.direction : 'run';
        });
        const first = kinds.findIndex((kind) => kind !== 'up');
        const id = kinds[first] === 'down' ? units[first] : undefined;
        const node = id === undefined ? undefined : byId.get(id);
        const origin = id === undefined ? undefined : origins.get(id);
        if (!node || !origin)
            continue;
        const message = `\`${node.title}\` has nothing to bring back: no command runs on its pod before it`;
        diagnostics.add('nothing-to-collect', origin.source, origin.span, message, {
            help: 'a pod ends with its branch: bring the files back in the branch that makes them, `/train → /scp:…`',
        });
    }
}

;// CONCATENATED MODULE: ./build/plan/checks.js

/**
 * A parameter or axis that the script cannot see would make every cell of a sweep train alike: it must stand in `"$@"`
 * by its flag, or the script must name its variable.
 */
function checkVisible(definition, point, hasWords, here, project, diagnostics) {
    const { script } = definition.command;
    const takesArguments = /\$(?:@|\*|\{@|\{\*|\{?[1-9])/.test(script);
    const values = [
        ...definition.params.map(({ name, flag, origin }) => ({
            name,
            flag,
            what: 'parameter',
            origin: origin ?? definition.origin ?? here,
        })),
        ...point.map(({ axis }) => ({
            name: axis,
            flag: project.axes.get((0,language_name/* normalised */.Z7)(axis))?.flag,
            what: 'axis',
            origin: here,
        })),
    ];
    for (const { name, flag, what, origin } of values) {
        const variable = `ML_PARAM_${(0,language_name/* normalised */.Z7)(name).toUpperCase()}`;
        if (new RegExp(`${variable}(?![A-Za-z0-9_])`).test(script) || (takesArguments && flag !== undefined))
            continue;
        const message = `the script of \`/${definition.name}\` never sees the ${what} \`${name}\``;
        const help = flag === undefined
            ? `read \`$${variable}\`, or give it a \`flag:\`${takesArguments ? '' : ' and end the script with `"$@"`'}`
            : `end the script with \`"$@"\`, or read \`$${variable}\``;
        diagnostics.add('unused-param', origin.source, origin.span, message, { help });
    }
    if (hasWords && !takesArguments) {
        const message = `the script of \`/${definition.name}\` never sees its arguments`;
        diagnostics.add('unused-param', here.source, here.span, message, { help: 'end the script with `"$@"`' });
    }
}
/** A parameter of a chain that reaches nothing: whoever sets it would believe that it did. */
function checkRead(parameters, chain, diagnostics) {
    for (const param of parameters.unread()) {
        const { source, span } = param.origin ?? { source: chain.source, span: { start: 0, end: 1 } };
        const message = `nothing in \`/${chain.name}\` reads the parameter \`${param.name}\``;
        diagnostics.add('unused-param', source, span, message, {
            help: `a command of the chain reads it when it declares \`${param.name}\` itself, or is given \`$${param.name}\``,
        });
    }
}
/** A deployment behind no gate, and one in the place of an else that a person may have meant for a longer then. */
function checkDeploy({ diagnostics }, { name, command, span }, { source, inPositionalElse }, flow) {
    const { deploys } = command;
    if (deploys === undefined)
        return;
    if (inPositionalElse) {
        diagnostics.add('else-deploys', source, span, `\`/${name}\` would deploy what failed its gate`, {
            help: 'in `if:c → then → else` the second element is the else branch; write `/if:c → …` for a longer then branch',
        });
    }
    else if (!flow.gated && !flow.uncertain) {
        const message = `no gate guards \`/${name}\`, which deploys to \`${deploys}\``;
        diagnostics.add('deploy-without-gate', source, span, message, {
            help: 'put `/if:metric>threshold →` in front of it',
        });
    }
}
/** Two branches that write the same path, or one inside the other's, would overwrite each other's result. */
function checkSharedOutputs(branches, plan) {
    const outputs = new SharedOutputs(plan);
    for (const units of branches)
        outputs.take(units, true);
}
/** The same command at the same point, with the same words, in two branches: one of them adds nothing. */
function noticeRepeatedPoints(branches, { nodes, origins, diagnostics }, begin) {
    const branchOf = new Map(branches.flatMap((ids, branch) => ids.map((id) => [id, branch])));
    const seen = new Map();
    for (let at = begin; at < nodes.length; at += 1) {
        const node = nodes[at];
        if (node?.kind !== 'unit' || node.point.length === 0)
            continue;
        const { id, title, command, point, words, parameters } = node;
        const key = JSON.stringify([command, point, words, parameters]);
        const other = seen.get(key);
        if (other === undefined)
            seen.set(key, id);
        if (other === undefined || branchOf.get(other) === branchOf.get(id))
            continue;
        const origin = origins.get(id);
        const first = origins.get(other);
        if (!origin || !first)
            continue;
        diagnostics.add('repeated-point', origin.source, origin.span, `\`${title}\` runs twice side by side`, {
            help: 'remove one, or give each of them another seed',
            related: [{ message: 'also here', ...first }],
        });
    }
}
/** What is written while something else runs. */
class SharedOutputs {
    /** By path, and by every folder that holds it: the first branch that writes there. */
    #writers = new Map();
    #holders = new Map();
    #plan;
    #branches = 0;
    constructor(plan) {
        this.#plan = plan;
    }
    /** One more branch. `beside`: it runs at the same time as those taken before it. */
    take(units, beside) {
        const branch = this.#branches;
        this.#branches += 1;
        for (const unit of units) {
            for (const path of this.#written(unit, beside)) {
                const folders = foldersOf(path);
                const clash = [path, ...folders]
                    .map((one) => this.#writers.get(one))
                    .find((other) => other && other.branch !== branch) ?? otherThan(this.#holders.get(path), branch);
                if (clash && beside)
                    this.#report(unit, path, clash);
                const own = { branch, unit, path };
                if (!this.#writers.has(path))
                    this.#writers.set(path, own);
                for (const folder of folders)
                    if (!this.#holders.has(folder))
                        this.#holders.set(folder, own);
            }
        }
    }
    #written(unit, beside) {
        const { definitions, stored } = this.#plan;
        const path = stored.get(unit);
        return new Set(path === undefined ? writtenPaths(definitions.get(unit), beside) : [tidied(path)]);
    }
    #report(unit, path, other) {
        const { origins, diagnostics } = this.#plan;
        const origin = origins.get(unit);
        const first = origins.get(other.unit);
        if (!origin || !first)
            return;
        const message = other.path === path
            ? `two parallel branches write \`${path}\``
            : `parallel branches write \`${path}\` and \`${other.path}\`, one inside the other`;
        diagnostics.add('shared-output', origin.source, origin.span, message, {
            help: 'write it below `$ML_RUN_DIR`, which each run of a command has for itself, or declare `isolation: copy`',
            related: [{ message: 'also written here', ...first }],
        });
    }
}
function otherThan(writer, branch) {
    return writer?.branch === branch ? undefined : writer;
}
/** `a/b/c` lies in `a/b` and in `a`. */
function foldersOf(path) {
    const steps = path.split('/');
    return steps.slice(1).map((_, index) => steps.slice(0, steps.length - 1 - index).join('/'));
}
/** Paths in the workspace; what lies in a unit's own directory, or in its own copy, cannot collide. */
function writtenPaths(definition, inBranch) {
    if (definition?.is !== 'run')
        return [];
    const { outputs, metrics, isolation } = definition.command;
    // From a branch nothing is copied back.
    if (isolation === 'copy')
        return inBranch ? [] : outputs.map(tidied);
    const paths = [...outputs, ...metrics.filter(({ format }) => format !== 'output').map(({ path }) => path)];
    return paths.filter((path) => !/^\$ML_RUN_DIR(?:\/|$)/.test(path)).map(tidied);
}
/** `./a//b` is `a/b`. */
function tidied(path) {
    return path
        .split('/')
        .filter((step) => step !== '' && step !== '.')
        .join('/');
}

// EXTERNAL MODULE: ./build/plan/flow.js
var plan_flow = __webpack_require__(75928);
// EXTERNAL MODULE: ./build/plan/here.js
var plan_here = __webpack_require__(71546);
// EXTERNAL MODULE: ./build/plan/context.js
var plan_context = __webpack_require__(90473);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan_plan = __webpack_require__(71583);
// EXTERNAL MODULE: ./build/plan/resolve-condition.js + 1 modules
var resolve_condition = __webpack_require__(93775);
;// CONCATENATED MODULE: ./build/plan/lower-gate.js





function lowerRequire(builder, element, stretch, here, flow) {
    const title = `/require:${element.condition.text}`;
    const base = builder.base(here, title, element.span, 'require');
    const gate = gateOf(builder, base.id, element.condition, stretch, here, flow);
    flow.gated = true;
    return builder.add({ kind: 'require', ...base, gate }).id;
}
function lowerIf(builder, element, stretch, here, flow, walk) {
    const title = `/if:${element.arms[0]?.condition.text ?? ''}`;
    const base = builder.base(here, title, element.arms[0]?.span ?? element.span, 'if');
    const arms = [];
    const { closed } = element;
    const node = builder.add({ kind: 'branch', ...base, arms, otherwise: null, closed });
    const flows = element.arms.map((arm, index) => {
        const id = index === 0 ? base.id : `${base.id}-${index + 1}`;
        const gate = gateOf(builder, id, arm.condition, stretch, here, flow);
        const own = { ...(0,plan_flow/* copyFlow */.e)(flow), gated: true };
        arms.push({ gate, body: walk.sequence(arm.body, (0,plan_here/* below */.G)(here, node.id, index + 1), own) });
        return own;
    });
    const other = (0,plan_flow/* copyFlow */.e)(flow);
    if (element.otherwise) {
        other.gated = true;
        const inside = (0,plan_here/* below */.G)(here, node.id, element.arms.length + 1);
        const inPositionalElse = here.inPositionalElse || element.positional;
        node.otherwise = walk.sequence(element.otherwise, { ...inside, inPositionalElse }, other);
    }
    const goesOn = element.otherwise !== undefined || closed;
    // Without an else branch the rest of the block runs only if a gate was met.
    (0,plan_flow/* joinAlternatives */.ft)(flow, goesOn ? [...flows, other] : flows);
    if (!goesOn)
        flow.gated = true;
    return node.id;
}
function gateOf(builder, id, condition, stretch, here, flow) {
    const context = (0,plan_context/* contextOf */.V)(builder, here, flow);
    const resolved = (0,resolve_condition/* resolveGate */.mW)(condition, stretch ? { ...context, stretch } : context);
    for (const operand of (0,plan_plan/* operandsOf */.ep)(resolved.expression))
        if (operand.kind === 'metric')
            builder.refers(operand.from.length);
    return { id, text: condition.text, ...resolved };
}
/** Whether the node is a gate that asks how the stretch before it, or a step in it, ended. */
function isStatusGate(node) {
    switch (node?.kind) {
        case 'branch':
            return node.arms.some(({ gate }) => (0,resolve_condition/* asksStatus */.D7)(gate.expression));
        case 'require':
        case 'repeat':
            return (0,resolve_condition/* asksStatus */.D7)(node.gate.expression);
        case 'case':
            return (0,resolve_condition/* asksStatus */.D7)(node.subject);
        default:
            return false;
    }
}

;// CONCATENATED MODULE: ./build/plan/titles.js
/** What stands in front of an arrow, as a person recognises it: `retry:3 delay:60`. */

function titleOf(element) {
    const prefix = (0,printer/* printElement */.WO)({ ...element, body: { kind: 'unreadable', span: element.span } });
    return prefix.slice(0, prefix.lastIndexOf(' →'));
}

;// CONCATENATED MODULE: ./build/plan/lower-again.js



/** What fails in it is tried again, even where a part of it would be enough for what comes next. */
function lowerRetry(builder, element, here, flow, walk) {
    const { retries, delay, backoff } = element;
    const base = builder.base(here, titleOf(element), element.span, 'retry');
    const node = builder.add({
        kind: 'retry',
        ...base,
        retries,
        ...(delay === undefined ? {} : { delay }),
        ...(backoff === undefined ? {} : { backoff }),
        body: base.id,
    });
    node.body = walk.element(element.body, (0,plan_here/* below */.G)(here, node.id, 1), flow);
    return node.id;
}
function lowerTimeout(builder, element, next, here, flow, walk) {
    const base = builder.base(here, titleOf(element), element.span, 'timeout');
    const node = builder.add({ kind: 'timeout', ...base, seconds: element.seconds, body: base.id });
    node.body = walk.element(element.body, (0,plan_here/* below */.G)(here, node.id, 1), flow, { next });
    return node.id;
}
/** The gate sees what the body has measured. */
function lowerRepeat(builder, element, next, here, flow, walk) {
    const base = builder.base(here, titleOf(element), element.span, 'repeat');
    const { times, until } = element;
    const unasked = { id: base.id, text: until.text, expression: { kind: 'string', value: '' } };
    const node = builder.add({
        kind: 'repeat',
        ...base,
        times,
        gate: unasked,
        body: base.id,
    });
    const index = builder.nodes.length;
    node.body = walk.element(element.body, (0,plan_here/* below */.G)(here, node.id, 1), flow, { next });
    const around = builder.base((0,plan_here/* below */.G)(here, node.id, 0), '', element.body.span, 'sequence');
    node.gate = gateOf(builder, base.id, until, { sequence: around.id, gate: 1 }, here, flow);
    if (isStatusGate(node)) {
        const behind = { ...(0,plan_here/* below */.G)(here, node.id, 2), parent: around.id };
        guard(builder, node, index, around, builder.base(behind, `until:${until.text}`, until.span, 'until'));
    }
    // Not met at the end of its count, it ends the block.
    flow.gated = true;
    return node.id;
}
/**
 * `until:success` asks about the body, whose failure must then not end the loop: the body, which begins at `index` of the
 * nodes, becomes a guarded stretch with a barrier behind it, to which a failure skips.
 */
function guard(builder, node, index, around, end) {
    const body = builder.nodes[index];
    if (!body)
        return;
    body.parent = around.id;
    const children = [node.body, end.id];
    const guards = [{ from: 0, gate: 1 }];
    builder.nodes.splice(index, 0, { kind: 'sequence', ...around, children, always: [], guards });
    builder.add({ kind: 'barrier', ...end, block: around.id, variable: null });
    node.body = around.id;
}

// EXTERNAL MODULE: ./build/plan/asserts.js
var asserts = __webpack_require__(16049);
// EXTERNAL MODULE: ./build/plan/resolve-command.js
var resolve_command = __webpack_require__(79198);
// EXTERNAL MODULE: ./build/plan/template.js
var plan_template = __webpack_require__(44166);
// EXTERNAL MODULE: ./build/plan/value.js
var plan_value = __webpack_require__(35499);
;// CONCATENATED MODULE: ./build/plan/bind.js
/** A command's arguments → words handed on and typed parameters. */






/**
 * A command without `params` gets its words as they are. One with `params` gets them typed: `--name value`, `--name=value`
 * or, for a positional one, the bare word; anything else is an error. A parameter that no argument names is read from
 * its `from` variable, from the parameter of its own name that the chain has, or is its default.
 */
function bind(reading, command, context) {
    return new Binder(reading, command, context).bind();
}
class Binder {
    #reading;
    #command;
    #context;
    #given = new Map();
    constructor(reading, command, context) {
        this.#reading = reading;
        this.#command = command;
        this.#context = context;
    }
    bind() {
        const { definition } = this.#reading;
        const words = this.#command.arguments.map((argument) => ({
            argument,
            template: (0,plan_template/* templateOf */.kW)(argument, this.#context),
        }));
        if (definition.params.length === 0) {
            const [first] = words;
            if (definition.is !== 'run' && first)
                this.#report('unknown-param', first.argument.span, 'takes no arguments');
            for (const { argument } of words)
                this.#noticeCommand(argument);
            return { words: words.map(({ template }) => template), parameters: this.#handed() };
        }
        this.#match(words);
        const parameters = definition.params.flatMap((param) => this.#binding(param));
        return { words: [], parameters: [...parameters, ...this.#handed()] };
    }
    /** What a `context:` in front of a script gives it, beside its own parameters. */
    #handed() {
        const { definition, handed = [] } = this.#reading;
        if (definition.is !== 'run')
            return [];
        const own = new Set(definition.params.map(({ name }) => (0,language_name/* normalised */.Z7)(name)));
        return handed
            .filter((name) => !own.has(name))
            .map((name) => ({ name, type: 'string', value: [{ kind: 'variable', name }] }));
    }
    #match(words) {
        const { definition, argument: tail } = this.#reading;
        const positional = definition.params.filter((param) => param.positional);
        if (tail !== undefined && positional[0]) {
            this.#given.set(positional[0], { template: (0,plan_template/* textTemplate */.mE)(tail), span: this.#command.nameSpan });
        }
        for (let index = 0; index < words.length; index += 1) {
            const { argument, template } = words[index] ?? { argument: undefined, template: [] };
            if (!argument)
                break;
            const option = optionOf(argument);
            if (!option) {
                if (!argument.quoted && /^-[A-Za-z]/.test(argument.text)) {
                    this.#report('unknown-param', argument.span, `has no parameter \`${argument.text}\``);
                    continue;
                }
                const free = positional.find((param) => !this.#given.has(param));
                if (free)
                    this.#given.set(free, { template, span: argument.span });
                else
                    this.#report('unknown-param', argument.span, `takes no argument \`${argument.text}\``);
                this.#noticeCommand(argument);
                continue;
            }
            const next = words[index + 1];
            const value = next && !optionOf(next.argument) ? next : undefined;
            const param = definition.params.find(({ name }) => (0,language_name/* normalised */.Z7)(name) === (0,language_name/* normalised */.Z7)(option.name));
            const isTruth = value !== undefined && /^(?:true|false)$/.test(value.argument.text);
            if (!option.inline && value && (param?.type !== 'boolean' || isTruth))
                index += 1;
            if (!param) {
                const names = definition.params.map(({ name }) => name);
                const given = option.inline ? argument.text.slice(option.length) : value?.argument.text;
                const help = this.#meantPoint(option.name, given) ?? (0,language_name/* didYouMean */.au)(option.name, names, (known) => `--${known}`);
                this.#report('unknown-param', argument.span, `has no parameter \`--${option.name}\``, help);
            }
            else if (option.inline) {
                this.#give(param, { template: withoutPrefix(template, option.length), span: argument.span });
            }
            else if (param.type === 'boolean') {
                const template = value && isTruth ? value.template : (0,plan_template/* textTemplate */.mE)('true');
                this.#give(param, { template, span: argument.span });
            }
            else if (value) {
                this.#give(param, { template: value.template, span: value.argument.span });
            }
            else {
                this.#report('invalid-param', argument.span, `needs a value behind \`--${option.name}\``);
                this.#given.set(param, { template: [], span: argument.span });
            }
        }
    }
    /** `--sigma 0.1` of an axis. */
    #meantPoint(option, given) {
        const { definition } = this.#reading;
        const axis = (0,resolve_command/* axesOf */.vj)(this.#context.project, definition).find((one) => (0,language_name/* normalised */.Z7)(one) === (0,language_name/* normalised */.Z7)(option));
        return axis === undefined ? undefined : `write \`/${definition.name}:${axis}-${given ?? '<value>'}\``;
    }
    #give(param, given) {
        if (this.#given.has(param))
            this.#report('invalid-param', given.span, `is given \`--${param.name}\` twice`);
        else
            this.#given.set(param, given);
    }
    #binding(param) {
        const given = this.#given.get(param) ?? this.#implied(param);
        if (!given) {
            this.#reportMissing(param);
            return [];
        }
        const literal = (0,plan_template/* literalOf */.Zc)(given.template, this.#context.flow);
        // A default is checked where it is declared.
        const isGiven = given.template.length > 0 && !given.isDefault;
        const problem = literal === undefined || !isGiven ? undefined : (0,plan_value/* valueProblem */.FQ)(param, literal);
        if (problem) {
            const { source, diagnostics } = this.#context;
            diagnostics.add('invalid-param', source, given.span, problem);
        }
        const flag = param.flag === undefined ? {} : { flag: param.flag };
        return [{ name: (0,language_name/* normalised */.Z7)(param.name), type: param.type, value: given.template, ...flag }];
    }
    #implied(param) {
        const { flow, parameters } = this.#context;
        const own = (0,language_name/* normalised */.Z7)(param.name);
        const span = this.#command.nameSpan;
        const from = param.from === undefined ? undefined : (0,language_name/* normalised */.Z7)(param.from);
        if (this.#reading.handed?.includes(own))
            return { template: [{ kind: 'variable', name: own }], span };
        const isLoaded = flow.loaded && param.default === undefined;
        if (from !== undefined && (flow.variables.has(from) || isLoaded)) {
            (0,plan_context/* checkVariable */.R)(from, span, this.#context);
            return { template: [{ kind: 'variable', name: from }], span };
        }
        if (parameters.has(own)) {
            parameters.markRead(own);
            return { template: [{ kind: 'variable', name: own }], span };
        }
        return param.default === undefined
            ? undefined
            : { template: (0,plan_template/* textTemplate */.mE)(String(param.default)), span, isDefault: true };
    }
    #reportMissing(param) {
        const { nameSpan } = this.#command;
        if (param.from === undefined) {
            const { definition } = this.#reading;
            const builtin = definition.is === 'builtin' ? definition.name : undefined;
            if (builtin === 'wait')
                this.#report('invalid-param', nameSpan, 'needs a duration', 'write `/wait:10m`');
            else if (builtin === 'scp')
                this.#report('invalid-param', nameSpan, 'needs a transfer', 'write `/scp:<transfer>`');
            else
                this.#report('invalid-param', nameSpan, `needs \`--${param.name}\``);
            return;
        }
        if (this.#context.flow.uncertain)
            return;
        this.#report('unknown-variable', nameSpan, `reads \`${param.name}\` from \`$${param.from}\`, which nothing before it sets`, `pass \`--${param.name}\`, or run the command that sets \`$${param.from}\` first`);
    }
    /** `/train /deploy` reads like two commands whose arrow is missing. */
    #noticeCommand(argument) {
        const { project, source, diagnostics } = this.#context;
        if (argument.quoted || !argument.text.startsWith('/'))
            return;
        if ((0,resolve_command/* readingsOf */.RO)(project, argument.text.slice(1)).length === 0)
            return;
        const message = `\`${argument.text}\` is an argument here, not the command`;
        diagnostics.add('ambiguous-reading', source, argument.span, message, {
            help: `write \`→ ${argument.text}\` to run it, or \`'${argument.text}'\` to pass it on`,
        });
    }
    #report(code, span, what, help) {
        const { source, diagnostics } = this.#context;
        diagnostics.add(code, source, span, `\`/${this.#reading.definition.name}\` ${what}`, { help });
    }
}
function optionOf({ text: written, }) {
    const option = /^--([^='"\\]+)(=)?/.exec(written);
    return option
        ? { name: option[1] ?? '', inline: option[2] !== undefined, length: option[0].length }
        : undefined;
}
function withoutPrefix(template, length) {
    const [first, ...rest] = template;
    return first?.kind === 'text' ? [{ kind: 'text', text: first.text.slice(length) }, ...rest] : template;
}
/** The parameters of a called chain, as its variables. */
function variablesOfCall(parameters, flow) {
    return new Map(parameters.map(({ name, type, value: template }) => {
        const literal = (0,plan_template/* literalOf */.Zc)(template, flow);
        const value = literal === undefined ? undefined : (0,plan_plan/* parseValue */.$x)(type, literal);
        return [name, { constant: (0,plan_template/* isKnown */.qE)(template, flow), ...(value === undefined ? {} : { value }) }];
    }));
}

;// CONCATENATED MODULE: ./build/plan/fan-out.js
/** One command as many units side by side, and what each of them is handed. */






/** Whether what comes next makes one result of many: then one branch that succeeded is enough. */
function collectsBranches(project, next) {
    switch (next?.kind) {
        case 'command': {
            const [reading] = (0,resolve_command/* readingsOf */.RO)(project, next.name);
            return reading?.definition.is === 'builtin' && reading.definition.builtin.collects;
        }
        case 'retry':
        case 'timeout':
        case 'budget':
            return collectsBranches(project, next.body);
        case 'assignment':
            return next.value.is === 'command' && collectsBranches(project, next.value.command);
        case 'pipe':
            return collectsBranches(project, next.stages[0]);
        default:
            return false;
    }
}
/** A parallel block whose branches `cell` plans. */
function fanOut(builder, { title, span, name, count, max, min, isAggregated }, here, flow, cell) {
    const branches = [];
    const node = builder.add({
        kind: 'parallel',
        ...builder.base(here, title, span, name),
        branches,
        max: max ?? null,
        min: min ?? (isAggregated ? 1 : count),
        minWritten: min !== undefined,
    });
    const flows = [];
    const units = [];
    for (let index = 0; index < count && !builder.refusesMore(here.source, span); index += 1) {
        const first = builder.nodes.length;
        const own = (0,plan_flow/* copyFlow */.e)(flow);
        branches.push(cell(index, (0,plan_here/* below */.G)(here, node.id, index + 1), own));
        flows.push(own);
        units.push(builder.unitsSince(first));
    }
    checkSharedOutputs(units, builder);
    (0,plan_flow/* joinBranches */.tU)(flow, flows, units.flat());
    if (node.min === count)
        flow.gated ||= flows.some(({ gated }) => gated);
    return node.id;
}
/** What `/training[list]` and `/cmd parallel[x | y]` hand to each of their cells: words behind those of the command. */
function itemsOf({ items }, context) {
    if (items.is === 'words')
        return items.words;
    const { name, span } = items;
    const { project, flow, source, diagnostics } = context;
    if (!items.variable) {
        const list = project.lists.get((0,language_name/* normalised */.Z7)(name));
        if (list)
            return list.values.map((value) => [argumentOf(value, span)]);
        const known = [...project.lists.values()].map((one) => one.name);
        diagnostics.add('unknown-list', source, span, `unknown list \`${name}\``, {
            help: (0,language_name/* didYouMean */.au)(name, known) ?? 'declare it under `lists:`',
        });
        return undefined;
    }
    const key = (0,language_name/* normalised */.Z7)(name);
    context.parameters.markRead(key);
    const variable = flow.variables.get(key);
    const values = variable?.value === undefined ? [] : String(variable.value).split(',');
    const words = values.map((value) => value.trim()).filter((value) => value !== '');
    if (words.length > 0)
        return words.map((value) => [argumentOf(value, span)]);
    if (!variable && !flow.uncertain) {
        diagnostics.add('unknown-variable', source, span, `nothing before this sets \`$${name}\``, {
            help: (0,language_name/* didYouMean */.au)(name, flow.variables.keys(), (known) => `$${known}`),
        });
    }
    else if (variable?.value !== undefined) {
        diagnostics.add('unknown-list', source, span, `\`$${name}\` holds no value`);
    }
    else if (variable && !variable.constant) {
        diagnostics.add('unknown-list', source, span, `\`$${name}\` is known only when the chain runs`, {
            help: 'a plan names each of its units: declare the values under `lists:`, or as a parameter `a,b,c`',
        });
    }
    return undefined;
}
/** A value as the word that a person would have written. */
function argumentOf(value, span) {
    const isPlain = /^[\p{L}\p{N}_.:/=@+%,-]+$/u.test(value);
    return {
        parts: [{ kind: 'text', text: value }],
        text: isPlain ? value : `'${value.replaceAll("'", "'\\''")}'`,
        quoted: !isPlain,
        span,
    };
}
/** `/parallel-training[list]` is `/training` over the list, unless a command has that very name. */
function distributed(project, command) {
    const [, name] = /^parallel[-_](.+)$/i.exec(command.name) ?? [];
    if (name === undefined || (0,resolve_command/* readingsOf */.RO)(project, command.name).length > 0)
        return command;
    return (0,resolve_command/* readingsOf */.RO)(project, name).length > 0 ? { ...command, name } : command;
}
/** `/train:sigma-0.10,lr-1 --epochs 5`: as a cell is shown. */
function cellTitle(command, name, point) {
    const points = point.map(({ axis, value }) => `${axis}-${value}`).join(',');
    return (0,printer/* printElement */.WO)({ ...command, name: points === '' ? name : `${name}:${points}`, redirects: [] });
}
/** The points among the words of a cell, and the words that are none. */
function pointsAmong(reading, words, project) {
    const axes = (0,resolve_command/* axesOf */.vj)(project, reading.definition);
    const point = [...reading.point];
    const rest = [];
    for (const word of words) {
        const [only] = word.parts;
        const text = only?.kind === 'text' && word.parts.length === 1 ? only.text : undefined;
        const found = text === undefined || word.quoted ? undefined : (0,resolve_command/* pointOf */.qk)(axes, text);
        if (found && !point.some(({ axis }) => axis === found.axis))
            point.push(found);
        else
            rest.push(word);
    }
    return { point, words: rest };
}

// EXTERNAL MODULE: ./build/plan/agents.js
var agents = __webpack_require__(49166);
;// CONCATENATED MODULE: ./build/plan/prompt.js
const placeholders = {
    none: /\$ARGUMENTS(?!\w)/g,
    'from-one': /\$(?:ARGUMENTS(?!\w)|([1-9])(?!\d))/g,
    'from-zero': /\$(?:ARGUMENTS(?:\[(\d{1,4})\]|(?!\w))|(\d)(?!\d))/g,
};
/**
 * Fills the arguments in, as text: nothing of the result is looked at again. Arguments that the body does not ask for
 * stand below it, so that none is lost; one that it asks for and nobody gave is nothing.
 */
function taskOf({ body, numbering }, words) {
    const parts = [];
    const all = words.flatMap((word, index) => [...(index > 0 ? textPart(' ') : []), ...word]);
    const seen = new Set();
    let at = 0;
    for (const match of body.matchAll(placeholders[numbering ?? 'none'])) {
        const digits = match[1] ?? match[2];
        const wanted = digits === undefined ? undefined : Number(digits) - (numbering === 'from-one' ? 1 : 0);
        parts.push(...textPart(body.slice(at, match.index)));
        parts.push(...(wanted === undefined ? all : (words[wanted] ?? [])));
        at = match.index + match[0].length;
        for (const index of words.keys())
            if (wanted === undefined || wanted === index)
                seen.add(index);
    }
    parts.push(...textPart(body.slice(at)));
    if (seen.size < words.length)
        parts.push(...textPart('\n\nARGUMENTS: '), ...all);
    return joined(parts);
}
function textPart(text) {
    return text === '' ? [] : [{ kind: 'text', text }];
}
/** Neighbouring texts are one. */
function joined(parts) {
    const found = [];
    for (const part of parts) {
        const last = found.at(-1);
        if (part.kind === 'text' && last?.kind === 'text')
            found[found.length - 1] = { kind: 'text', text: last.text + part.text };
        else
            found.push(part);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/plan/unit.js
/** A unit of the plan, and what is known behind it. */



function addUnit(builder, base, parts, here, span) {
    const { command, words = [], parameters = [], point = [], collects = [], input } = parts;
    const { id } = builder.add({
        kind: 'unit',
        ...base,
        ...{ command, words, parameters, point, collects },
        ...(input === undefined ? {} : { input }),
    });
    builder.origins.set(id, { source: here.source, span });
    return id;
}
/** Behind the run of a script: its metrics, the variables it sets, and those of the system. */
function learn(builder, id, definition, flow) {
    const { project } = builder;
    builder.definitions.set(id, definition);
    const metrics = builder.metricsOf(definition);
    reports(builder, id, metrics, flow);
    const [primary] = metrics;
    if (primary !== undefined) {
        const { unit } = (0,plan_metrics/* metricOf */.ak)(project, primary);
        const name = primary === 'data_quality' ? 'data_quality' : 'model_performance';
        flow.variables.set(name, { constant: false, unit });
    }
    const { sets = [], deploys, target } = definition.command;
    if (project.remote?.targets.has(target))
        flow.variables.set('resource_usage', { constant: false, unit: 'fraction' });
    for (const name of sets)
        flow.variables.set((0,language_name/* normalised */.Z7)(name), { constant: false });
    if (deploys !== undefined)
        flow.variables.set('deployment_status', { constant: false });
}
function reports(builder, node, metrics, flow) {
    builder.measured.set(node, metrics);
    for (const metric of metrics) {
        builder.useMetric(metric);
        flow.reports.set(metric, { nodes: [node], competing: false });
    }
}
/** Behind every run of a command: its result, and how it ended. */
function ran(id, names, flow) {
    for (const name of names)
        flow.steps.set((0,language_name/* normalised */.Z7)(name), { nodes: [id], competing: false });
    flow.last = (0,plan_flow/* endsAt */.Ek)(id);
}
/** Stands for an element that means nothing, which was reported: what follows may lack what it would have given. */
function unplanned(builder, base, flow) {
    flow.uncertain = true;
    flow.last = (0,plan_flow/* endsAt */.Ek)(base.id);
    return builder.placeholder(base);
}

;// CONCATENATED MODULE: ./build/plan/lower-agent.js






/** The task stands in `"$1"`, and in `$ML_PARAM_TASK`. */
function addAgentUnit(builder, { key, definition, agent, task, names }, base, here, flow, span) {
    const isFirst = !builder.commands.has(key);
    const runner = (0,agents/* useAgent */.fJ)(builder, key, definition, agent);
    if (!runner && isFirst)
        noticeRunner(builder, key, here, span);
    const { text, point } = task;
    for (const { axis } of point)
        builder.useAxis(axis);
    const parts = {
        command: key,
        words: [text],
        parameters: [{ name: 'task', type: 'string', value: text }],
        point,
    };
    const id = addUnit(builder, base, parts, here, span);
    if (runner) {
        checkDeploy(builder, { name: definition.name, command: runner.command, span }, here, flow);
        learn(builder, id, runner, flow);
    }
    ran(id, names, flow);
    return id;
}
/** The plan can be read; only who runs it is told that it cannot be, unless it is said here. */
function noticeRunner({ diagnostics }, key, { source }, span) {
    const { message, help } = (0,agents/* withoutRunner */.R4)([key]);
    diagnostics.add('agent-without-runner', source, span, message, { help });
}
/** `/a:b` and `/a "words"` of an agent `a`. */
function lowerAgent(builder, reading, command, base, here, flow) {
    const task = taskOfCall(reading, command, builder, here, flow);
    const { definition } = reading;
    if (!task) {
        return unplanned(builder, base, flow);
    }
    return addAgentUnit(builder, {
        key: (0,agents/* agentKey */.pS)(definition.name),
        definition,
        agent: (0,agents/* agentOf */.jk)(reading),
        task,
        names: [definition.name, command.name],
    }, base, here, flow, command.nameSpan);
}
function taskOfCall({ task, definition }, command, builder, here, flow) {
    const context = (0,plan_context/* contextOf */.V)(builder, here, flow);
    if (task !== undefined)
        return (0,agents/* taskNamed */.Bi)(task, command, context);
    const words = command.arguments.map((argument) => (0,plan_template/* templateOf */.kW)(argument, context));
    if (words.length > 0)
        return { text: (0,plan_template/* joined */.oR)(words), point: [] };
    const { name } = definition;
    builder.diagnostics.add('invalid-param', here.source, command.nameSpan, `the agent \`${name}\` has no task`, {
        help: `write \`/${name}:<task>\`, or \`/${name} "what to do"\``,
    });
    return undefined;
}
/** A command that a Markdown file describes: an agent does what its body says. */
function lowerPrompt(builder, definition, command, base, here, flow) {
    const task = { text: promptOf(definition, command, builder, here, flow), point: [] };
    const { name } = definition;
    const agent = { name: 'default' };
    const work = { key: name, definition, agent, task, names: [name] };
    return addAgentUnit(builder, work, base, here, flow, command.nameSpan);
}
function promptOf({ name, body, numbering }, command, builder, here, flow) {
    const context = (0,plan_context/* contextOf */.V)(builder, here, flow);
    const words = command.arguments.map((argument) => (0,plan_template/* templateOf */.kW)(argument, context));
    return body === undefined
        ? (0,plan_template/* joined */.oR)([(0,plan_template/* textTemplate */.mE)(`/${name}`), ...words])
        : taskOf({ body, ...(numbering === undefined ? {} : { numbering }) }, words);
}

// EXTERNAL MODULE: ./build/plan/builtins.js
var builtins = __webpack_require__(48924);
;// CONCATENATED MODULE: ./build/plan/lower-context.js
/** `context:phase1_winner → $best_sigma`: a field of a stored result, as a variable, for the command behind it. */







/**
 * The unit gets the `name` of the result, the `variable` it sets, and the `field`: as written, or the variable's name and
 * behind a blank its last word, of which the first that exists counts. The result is the `value` of a variable of that
 * name, or stands in the `file`.
 */
function lowerContext(builder, element, here, flow) {
    const { name, field, span } = element;
    const variable = (0,language_name/* normalised */.Z7)(element.variable);
    const base = builder.base(here, (0,printer/* printElement */.WO)(element), span, `context-${name}`);
    const own = (0,language_name/* normalised */.Z7)(name);
    const source = flow.variables.has(own)
        ? parameter('value', [{ kind: 'variable', name: own }])
        : parameter('file', (0,plan_template/* textTemplate */.mE)(storedFile(builder, name) ?? `${name}.json`));
    if (source.name === 'value')
        (0,plan_context/* contextOf */.V)(builder, here, flow).parameters.markRead(own);
    const word = variable.slice(variable.lastIndexOf('_') + 1);
    const fields = field ?? (word === variable || word === '' ? variable : `${variable} ${word}`);
    const command = (0,builtins/* useHiddenBuiltin */.bg)(builder, 'context');
    const parameters = [
        parameter('name', (0,plan_template/* textTemplate */.mE)(name)),
        parameter('variable', (0,plan_template/* textTemplate */.mE)(variable)),
        parameter('field', (0,plan_template/* textTemplate */.mE)(fields)),
        source,
    ];
    const isFirst = handedBy(builder, flow).length === 0;
    const id = addUnit(builder, base, { command, parameters }, here, element.nameSpan);
    flow.variables.set(variable, { constant: false });
    hand(builder, id, variable);
    // Of several in a row, all are handed on.
    flow.last = isFirst ? (0,plan_flow/* endsAt */.Ek)(id) : { nodes: [...flow.last.nodes, id] };
    return id;
}
/** The variables that the elements just before bind for the next command. */
function handedBy(builder, flow) {
    const own = handed.get(builder);
    if (!own)
        return [];
    const names = flow.last.nodes.flatMap((id) => own.get(id) ?? []);
    return names.length === flow.last.nodes.length ? names.filter((name) => flow.variables.has(name)) : [];
}
const handed = new WeakMap();
function hand(builder, id, variable) {
    const own = handed.get(builder) ?? new Map();
    handed.set(builder, own.set(id, variable));
}
function parameter(name, value) {
    return { name, type: 'string', value };
}
/** Where an earlier `> name.json` stored it, in whatever folder. */
function storedFile({ stored }, name) {
    return [...stored.values()].reverse().find((path) => path.split('/').at(-1) === `${name}.json`);
}

;// CONCATENATED MODULE: ./build/plan/lower-timed.js


function lowerWait(builder, parameters, base, span, context) {
    const text = knownText('wait', parameters, span, context);
    const seconds = text === undefined ? undefined : (0,plan_value/* parseDuration */.E9)(text);
    if (text !== undefined && seconds === undefined) {
        const message = `\`/wait\` takes a duration, found \`${text}\``;
        context.diagnostics.add('invalid-param', context.source, span, message, {
            help: 'write `/wait:90`, `/wait:90s`, `/wait:10m`, `/wait:2h` or `/wait:1d`',
        });
    }
    return placed(builder, builder.add({ kind: 'wait', ...base, seconds: seconds ?? 0 }).id, span, context);
}
/** A person stands before what follows, as a gate does. */
function lowerApproval(builder, parameters, base, span, context) {
    const label = knownText('approve', parameters, span, context);
    context.flow.gated = true;
    return placed(builder, builder.add({ kind: 'approval', ...base, label: label ?? '' }).id, span, context);
}
/** For what is found out about the whole plan. */
function placed(builder, id, span, { source }) {
    builder.origins.set(id, { source, span });
    return id;
}
function knownText(name, parameters, span, { flow, source, diagnostics }) {
    const [parameter] = parameters;
    if (!parameter)
        return undefined;
    const text = (0,plan_template/* literalOf */.Zc)(parameter.value, flow);
    if (text === undefined && !flow.uncertain) {
        const message = `\`/${name}\` takes what is known before the chain runs`;
        diagnostics.add('invalid-param', source, span, message);
    }
    return text;
}

// EXTERNAL MODULE: ./build/plan/remote-target.js
var remote_target = __webpack_require__(11186);
;// CONCATENATED MODULE: ./build/plan/remote.js
/** `/runpod-setup` and `/scp:<transfer>` as units of the plan. */




/** `/runpod-setup`, `/runpod-setup:gpu`. */
function lowerSetup(place, parameters) {
    const { builder, here, span } = place;
    const written = wordOf(place, 'target', parameters);
    if (written === undefined)
        return refused(place);
    const targets = (0,remote_target/* remoteTargetsOf */.Yg)(builder.project);
    const pods = [...targets].flatMap(([name, { kind }]) => (kind === 'runpod' ? [name] : []));
    const names = pods.length > 0 ? pods : [...targets.keys()];
    if (written !== '' && !targets.has(written)) {
        const all = names.map((name) => `\`${name}\``);
        builder.diagnostics.add('unclear-target', here.source, span, `\`${written}\` is no target over SSH`, {
            help: (0,language_name/* didYouMean */.au)(written, targets.keys(), (name) => `/runpod-setup:${name}`) ??
                (all.length === 0 ? remote_target/* noTargetHelp */.YP : `targets here: ${(0,language_name/* listOf */.c3)(all, 'and')}`),
        });
        return refused(place);
    }
    const choose = `write \`/runpod-setup:${names[0]}\``;
    const asked = { written: '/runpod-setup', choose, names };
    const target = written === '' ? (0,remote_target/* onlyTarget */.oy)(asked, { source: here.source, span }, builder.diagnostics) : written;
    if (target === undefined)
        return refused(place);
    const name = written === '' ? 'runpod-setup' : `runpod-setup:${written}`;
    return add(place, name, { is: 'setup', name: 'runpod-setup', target });
}
/** `/scp:retrieve-results`, `/scp:up`, `/scp:down`. */
function lowerTransfer(place, parameters) {
    const { builder, here, span } = place;
    const name = wordOf(place, 'transfer', parameters);
    if (name === undefined || name === '')
        return refused(place);
    const transfer = transferNamed(name, place);
    if (!transfer)
        return refused(place);
    const written = `/scp:${transfer.name}`;
    const isDeclared = builder.project.remote?.transfers.has((0,language_name/* normalised */.Z7)(transfer.name)) === true;
    const choose = isDeclared
        ? `write \`target:\` at \`${transfer.name}\` under \`transfers:\``
        : 'declare a transfer of its own with `target:` under `transfers:`';
    const names = [...(0,remote_target/* remoteTargetsOf */.Yg)(builder.project).keys()];
    const target = transfer.target ??
        (0,remote_target/* onlyTarget */.oy)({ written, choose, names }, { source: here.source, span }, builder.diagnostics);
    if (target === undefined)
        return refused(place);
    const { direction, paths, exclude } = transfer;
    const command = { is: 'transfer', name: transfer.name, target, direction, paths, exclude };
    return add(place, `scp:${transfer.name}`, command);
}
function transferNamed(name, { builder, here, span }) {
    const { project, diagnostics } = builder;
    const wanted = (0,language_name/* normalised */.Z7)(name);
    const declared = project.remote?.transfers.get(wanted);
    if (declared)
        return declared;
    if (wanted === 'up' || wanted === 'down') {
        const paths = project.remote?.sync[wanted] ?? [];
        if (paths.length > 0)
            return {
                name: wanted,
                direction: wanted,
                paths: paths.map((path) => ({ from: path, to: path })),
                exclude: [],
            };
        const message = `\`/scp:${wanted}\` has nothing to move`;
        diagnostics.add('unknown-transfer', here.source, span, message, {
            help: `list the paths: \`sync: { ${wanted}: [data] }\``,
        });
        return undefined;
    }
    const known = [...(project.remote?.transfers.values() ?? [])].map((one) => one.name);
    const shown = known.map((one) => `\`/scp:${one}\``);
    diagnostics.add('unknown-transfer', here.source, span, `unknown transfer \`${name}\``, {
        help: (0,language_name/* didYouMean */.au)(name, known, (one) => `/scp:${one}`) ??
            (known.length === 0 ? 'declare it under `transfers:`' : `transfers here: ${(0,language_name/* listOf */.c3)(shown, 'and')}`),
    });
    return undefined;
}
/** A word that has to be known now. Undefined when it is not, which is then reported. */
function wordOf({ builder, definition, here, flow, span }, name, parameters) {
    const value = parameters.find((one) => one.name === name)?.value;
    if (value === undefined)
        return undefined;
    const literal = value.length === 0 ? '' : (0,plan_template/* literalOf */.Zc)(value, flow);
    if (literal !== undefined)
        return literal;
    const message = `the ${name} of \`/${definition.name}\` is known only when the chain runs`;
    builder.diagnostics.add('invalid-param', here.source, span, message, {
        help: `write its name: \`/${definition.name}:<${name}>\``,
    });
    return undefined;
}
function add(place, name, command) {
    const { builder, definition, base, here, flow, span } = place;
    const key = builder.project.commands.has((0,language_name/* normalised */.Z7)(name)) ? `builtin:${name}` : name;
    builder.commands.set(key, command);
    const id = addUnit(builder, base, { command: key }, here, span);
    builder.definitions.set(id, definition);
    ran(id, [name], flow);
    return id;
}
function refused({ builder, base, flow }) {
    return unplanned(builder, base, flow);
}

// EXTERNAL MODULE: ./build/language/condition-parser.js
var condition_parser = __webpack_require__(25456);
;// CONCATENATED MODULE: ./build/plan/select.js
/** The rule by which `/best-model:select` chooses: as declared, or the best primary metric. */





/** `measured`: what the collected cells report, their primary metric first. */
function planSelection(measured, span, context) {
    const { project, source, diagnostics } = context;
    const declared = project.selections.get('best_model');
    const [primary] = measured;
    if (!declared) {
        if (primary === undefined)
            return undefined;
        return {
            metric: primary,
            direction: (0,plan_metrics/* metricOf */.ak)(project, primary).better === 'lower' ? 'min' : 'max',
            ties: [],
        };
    }
    const known = (name, origin = declared.origin) => {
        const metric = (0,plan_metrics/* canonicalMetric */.NQ)(project, name);
        if (!measured.includes(metric)) {
            const all = (0,language_name/* listOf */.c3)(measured.map((own) => `\`${own}\``), 'and');
            diagnostics.add('unknown-metric', origin.source, origin.span, `no cell reports \`${name}\``, {
                help: (0,language_name/* didYouMean */.au)(name, measured) ?? `cells report ${all}`,
                related: [{ message: 'selected here', source, span }],
            });
        }
        return metric;
    };
    const { where: text } = declared;
    const where = text && (0,condition_parser/* parseConditionText */.y)(text, diagnostics);
    const expression = text && where && (0,resolve_condition/* resolveCandidateCondition */.ZO)(where, { ...context, source: text });
    if (text && where && expression) {
        for (const { written } of (0,plan_plan/* operandsOf */.ep)(expression).filter((operand) => operand.kind === 'metric'))
            known(written, { source: text, span: where.span });
    }
    return {
        metric: known(declared.metric),
        direction: declared.direction,
        ...(where && expression ? { where: { text: where.text, expression } } : {}),
        ties: declared.ties.map(({ metric, direction }) => ({ metric: known(metric), direction })),
        ...(declared.none === undefined ? {} : { none: declared.none }),
    };
}

;// CONCATENATED MODULE: ./build/plan/sweep.js
/** `--parameters sigma:0.10,0.12 --parallel 4`: the points that a command is run at. */



/**
 * `--parameters sigma:0.10,0.12 --parallel 4`, on a command that has axes and no parameter of that name. `wrong` when it
 * cannot be read, which is then reported.
 */
function sweepOf(reading, command, context) {
    const { definition } = reading;
    const { project, source, diagnostics } = context;
    const axes = (0,resolve_command/* axesOf */.vj)(project, definition);
    if (axes.length === 0 || takes(definition, 'parameters'))
        return undefined;
    if (!command.arguments.some(({ text }) => /^--parameters(?:=|$)/.test(text)))
        return undefined;
    const found = reading.point.map(({ axis, value }) => ({
        axis,
        values: [value],
    }));
    const rest = [];
    let max;
    let isWrong = false;
    const refuse = (span, message, help) => {
        isWrong = true;
        diagnostics.add('invalid-param', source, span, message, { help });
    };
    for (let index = 0; index < command.arguments.length; index += 1) {
        const argument = command.arguments[index];
        if (!argument)
            continue;
        const [option, name, inline] = /^--(parameters|parallel)(=)?/.exec(argument.text) ?? [];
        const isOption = option !== undefined && (inline !== undefined || argument.text === option);
        if (!isOption || (name === 'parallel' && takes(definition, 'parallel'))) {
            rest.push(argument);
            continue;
        }
        const given = inline === undefined ? command.arguments[index + 1] : argument;
        if (inline === undefined)
            index += 1;
        const text = given && textOf(given, context)?.slice(inline === undefined ? 0 : option.length);
        if (!given || text === undefined) {
            const why = given ? 'is known only when the chain runs' : 'needs a value';
            refuse((given ?? argument).span, `\`--${name}\` ${why}`);
            continue;
        }
        if (name === 'parallel') {
            if (/^[1-9]\d{0,5}$/.test(text))
                max = Number(text);
            else
                refuse(given.span, `\`--parallel\` takes a whole number from 1, found \`${text}\``);
            continue;
        }
        const read = axisOf(text, axes, found);
        if ('problem' in read) {
            if (read.unknown === undefined)
                refuse(given.span, read.problem, read.help);
            else {
                isWrong = true;
                diagnostics.add('unknown-axis', source, given.span, read.problem, { help: read.help });
            }
        }
        else
            found.push(read);
    }
    if (isWrong)
        return 'wrong';
    return { axes: found, ...(max === undefined ? {} : { max }), command: { ...command, arguments: rest } };
}
function takes(definition, param) {
    return definition.params.some(({ name }) => (0,language_name/* normalised */.Z7)(name) === param);
}
function textOf(argument, context) {
    return (0,plan_template/* literalOf */.Zc)((0,plan_template/* templateOf */.kW)(argument, context), context.flow);
}
/** `sigma:0.10,0.12` */
function axisOf(text, axes, before) {
    const [, name, list] = /^([^:=]+):(.+)$/.exec(text) ?? [];
    if (name === undefined || list === undefined)
        return {
            problem: `\`--parameters\` takes an axis and its values, found \`${text}\``,
            help: `write \`--parameters ${axes[0]}:0.1,0.2\``,
        };
    const axis = axes.find((one) => (0,language_name/* normalised */.Z7)(one) === (0,language_name/* normalised */.Z7)(name));
    if (axis === undefined) {
        const all = (0,language_name/* listOf */.c3)(axes.map((one) => `\`${one}\``), 'and');
        const help = (0,language_name/* didYouMean */.au)(name, axes) ?? `axes here: ${all}`;
        return { problem: `unknown axis \`${name}\``, help, unknown: true };
    }
    if (before.some((other) => other.axis === axis))
        return { problem: `\`${axis}\` is given twice` };
    const values = list.split(',').map((value) => value.trim());
    const twin = values.find((value, index) => values.indexOf(value) !== index);
    if (values.includes(''))
        return { problem: `a value of \`${axis}\` is empty in \`${text}\`` };
    if (twin !== undefined)
        return { problem: `\`${twin}\` stands twice among the values of \`${axis}\`` };
    return { axis, values };
}
function cellsIn({ axes }) {
    return axes.reduce((count, { values }) => count * values.length, 1);
}
/** The last axis varies fastest. */
function pointsAt({ axes }, index) {
    let rest = index;
    return [...axes]
        .reverse()
        .map(({ axis, values }) => {
        const value = values[rest % values.length] ?? '';
        rest = Math.floor(rest / values.length);
        return { axis, value };
    })
        .reverse();
}

;// CONCATENATED MODULE: ./build/plan/lower-command.js
/** One command of a chain → a unit, or the call of another chain; and what is known behind it. */

















/** A chain that calls itself through others, or is nested deeper than this, is a mistake. */
const deepestCall = 16;
/** `next`: what runs behind it, which may do with the results of a part of a sweep. */
function lowerCommand(builder, command, here, flow, walk, next) {
    const { project, diagnostics } = builder;
    const reading = (0,resolve_command/* resolveCommand */.OK)(project, command, here.source, diagnostics);
    const base = builder.base(here, (0,printer/* printElement */.WO)(command), command.nameSpan, command.name);
    if (!reading)
        return unplanned(builder, base, flow);
    noticeBareWord(builder, reading, command, here);
    const sweep = reading.as === 'command' ? sweepOf(reading, command, (0,plan_context/* contextOf */.V)(builder, here, flow)) : undefined;
    if (sweep === 'wrong')
        return unplanned(builder, base, flow);
    if (!sweep || reading.as === 'agent')
        return lowerReading(builder, reading, command, base, here, flow, walk);
    const { name } = reading.definition;
    const whole = {
        title: base.title,
        span: command.nameSpan,
        name,
        count: cellsIn(sweep),
        ...(sweep.max === undefined ? {} : { max: sweep.max }),
        isAggregated: collectsBranches(project, next),
    };
    return fanOut(builder, whole, here, flow, (index, inside, own) => {
        const point = pointsAt(sweep, index);
        const slug = [name, ...point.map(({ axis, value }) => `${axis}-${value}`)].join('-');
        const title = cellTitle(sweep.command, name, point);
        const cell = builder.base(inside, title, command.nameSpan, slug);
        return lowerReading(builder, { ...reading, point }, sweep.command, cell, inside, own, walk);
    });
}
/** `agent:task` is a spelling of its own; any other word without a slash may be a forgotten one. */
function noticeBareWord(builder, reading, command, here) {
    if (command.slash || reading.as === 'agent')
        return;
    const message = `\`${command.name}\` is read as the command \`/${command.name}\``;
    builder.diagnostics.add('bare-word', here.source, command.nameSpan, message, {
        help: `write \`/${command.name}\``,
    });
}
/** One run of what a name means. */
function lowerReading(builder, reading, command, base, here, flow, walk) {
    if (reading.as === 'agent')
        return lowerAgent(builder, reading, command, base, here, flow);
    const { definition } = reading;
    switch (definition.is) {
        case 'chain':
            return lowerCall(builder, definition, reading, command, base, here, flow, walk);
        case 'agent':
            return lowerPrompt(builder, definition, command, base, here, flow);
        case 'builtin':
            return lowerBuiltin(builder, definition, reading, command, base, here, flow);
        case 'run':
            return lowerRun(builder, definition, reading, command, base, here, flow);
    }
}
function lowerRun(builder, definition, reading, command, base, here, flow) {
    const context = (0,plan_context/* contextOf */.V)(builder, here, flow);
    const { point } = reading;
    const { words, parameters } = bind({ ...reading, handed: handedBy(builder, flow) }, command, context);
    (0,asserts/* useScript */.n)(builder, definition);
    for (const { axis } of point)
        builder.useAxis(axis);
    const parts = { command: definition.name, words, parameters, point };
    const id = addUnit(builder, base, parts, here, command.nameSpan);
    const place = { source: here.source, span: command.nameSpan };
    checkVisible(definition, point, words.length > 0, place, builder.project, builder.diagnostics);
    checkDeploy(builder, { ...definition, span: command.nameSpan }, here, flow);
    learn(builder, id, definition, flow);
    ran(id, [definition.name, ...(reading.own === undefined ? [] : [reading.own])], flow);
    return id;
}
function lowerBuiltin(builder, definition, reading, command, base, here, flow) {
    const context = (0,plan_context/* contextOf */.V)(builder, here, flow);
    const { builtin } = definition;
    const { words, parameters } = bind(reading, command, context);
    if (builtin.name === 'wait')
        return lowerWait(builder, parameters, base, command.nameSpan, context);
    if (builtin.name === 'approve')
        return lowerApproval(builder, parameters, base, command.nameSpan, context);
    const place = { builder, definition, base, here, flow, span: command.nameSpan };
    if (builtin.name === 'runpod-setup')
        return lowerSetup(place, parameters);
    if (builtin.name === 'scp')
        return lowerTransfer(place, parameters);
    builder.useCommand(definition);
    const collects = builtin.collects ? flow.cells : [];
    const parts = { command: definition.name, words, parameters, collects };
    const id = addUnit(builder, base, parts, here, command.nameSpan);
    builder.definitions.set(id, definition);
    for (const name of builtin.sets)
        flow.variables.set(name, { constant: false });
    if (builtin.collects)
        collect(builder, builtin, id, collects, command, context);
    ran(id, [definition.name], flow);
    return id;
}
function collect(builder, builtin, node, cells, command, context) {
    const { flow, source, diagnostics } = context;
    const metrics = [...new Set(cells.flatMap((cell) => builder.measured.get(cell) ?? []))];
    if (cells.length === 0 || (metrics.length === 0 && !builtin.unmeasured)) {
        if (flow.uncertain)
            return;
        const what = cells.length === 0 ? 'no parallel branches before this' : 'no branch before this declares metrics';
        const message = `\`/${command.name}\` has nothing to collect: ${what}`;
        diagnostics.add('nothing-to-collect', source, command.nameSpan, message, {
            help: cells.length === 0
                ? `write \`parallel[/train:… | /train:…] → /${command.name}\``
                : 'declare `metrics:` for the commands of the branches',
        });
        flow.uncertain = true;
        return;
    }
    if (builtin.reportsPrefix === undefined)
        return;
    const reported = metrics.map((metric) => `${builtin.reportsPrefix}${metric}`);
    reports(builder, node, reported, flow);
    for (const name of reported)
        flow.variables.set(name, { constant: false });
    const selection = planSelection(metrics, command.nameSpan, context);
    if (!selection)
        return;
    // The first rule is that of all which have none of their own.
    const first = builder.selections.get('best-model');
    if (!first)
        builder.selections.set('best-model', selection);
    else if (JSON.stringify(first) !== JSON.stringify(selection))
        builder.selections.set(node, selection);
}
function lowerCall(builder, definition, reading, command, base, here, flow, walk) {
    const callers = [...here.callers, { name: definition.name, chain: definition.chain }];
    const circle = here.callers.findIndex(({ chain }) => chain === definition.chain);
    if (circle >= 0 || callers.length > deepestCall + 1) {
        const names = callers.slice(Math.max(0, circle)).map(({ name }) => `\`/${name}\``);
        const message = circle >= 0
            ? `\`/${definition.name}\` calls itself: ${names.join(' → ')}`
            : `calls are nested more than ${deepestCall} deep`;
        builder.diagnostics.add('macro-cycle', here.source, command.nameSpan, message);
        flow.uncertain = true;
        return builder.placeholder(base);
    }
    const handed = handedBy(builder, flow);
    const { parameters } = bind({ ...reading, handed }, command, (0,plan_context/* contextOf */.V)(builder, here, flow));
    const node = builder.add({ kind: 'call', ...base, command: definition.name, parameters, body: base.id });
    const chain = walk.parsed(definition);
    const own = new plan_here/* ScopeParameters */.l(new Map(definition.params.map((param) => [(0,language_name/* normalised */.Z7)(param.name), param])));
    const outer = flow.variables;
    flow.variables = variablesOfCall(parameters, flow);
    // What was handed to the chain is not handed on to its first command.
    if (handed.length > 0)
        flow.last = plan_flow/* nothing */.s6;
    const inside = {
        ...(0,plan_here/* below */.G)(here, node.id, 1),
        scope: node.id,
        source: definition.chain,
        parameters: own,
        callers,
    };
    node.body = walk.chain(chain, inside, flow);
    flow.variables = outer;
    flow.steps.set((0,language_name/* normalised */.Z7)(definition.name), { nodes: [node.id], competing: false });
    if (!flow.uncertain)
        checkRead(own, { name: definition.name, source: definition.chain }, builder.diagnostics);
    return node.id;
}

;// CONCATENATED MODULE: ./build/plan/lower-store.js
/** `> $winner` and `> winner.json`: what becomes of a result beside being the last one. */






/** `producers`: of them, the one that ran last is stored. It stays the last result. */
function lowerStore(builder, { to, append, span }, producers, here, flow) {
    if (to.is === 'variable') {
        const variable = (0,language_name/* normalised */.Z7)(to.name);
        const base = builder.base(here, `> $${to.name}`, span, `set-${variable}`);
        flow.variables.set(variable, { constant: false, ...unitOf(builder, producers) });
        return builder.add({
            kind: 'assignment',
            ...base,
            variable,
            value: { is: 'result', path: [], from: producers },
        }).id;
    }
    const title = `${append ? '>>' : '>'} ${to.path.text}`;
    const base = builder.base(here, title, span, `store-${to.path.text}`);
    const path = (0,plan_template/* templateOf */.kW)(to.path, (0,plan_context/* contextOf */.V)(builder, here, flow));
    const literal = (0,plan_template/* literalOf */.Zc)(path, flow);
    if (literal !== undefined && leaves(literal)) {
        const message = `\`${literal}\` is no path inside the workspace`;
        builder.diagnostics.add('invalid-param', here.source, to.path.span, message, {
            help: 'write a path relative to the root of the project, without `..`',
        });
    }
    const command = (0,builtins/* useHiddenBuiltin */.bg)(builder, 'store');
    const words = append ? [path, (0,plan_template/* textTemplate */.mE)('--append')] : [path];
    const id = addUnit(builder, base, { command, words, input: producers }, here, span);
    if (literal !== undefined && !append)
        builder.stored.set(id, literal);
    return id;
}
function leaves(path) {
    return path === '' || /^[/\\~]/.test(path) || path.split('/').includes('..') || path.endsWith('/');
}
/** A stored metric keeps its unit, if all the elements it may come from agree on it. */
function unitOf({ measured, project }, from) {
    const units = from.map((node) => {
        const [primary] = measured.get(node) ?? [];
        return primary === undefined ? undefined : (0,plan_metrics/* metricOf */.ak)(project, primary).unit;
    });
    const [unit] = units;
    return unit !== undefined && units.every((other) => other === unit) ? { unit } : {};
}

;// CONCATENATED MODULE: ./build/plan/lower-assignment.js
/** What a chain keeps of a result: `$x=<result>`, `$x = /cmd`, `/cmd > winner`, `/cmd > winner.json`. */










function lowerAssignment(builder, element, here, flow, walk) {
    const { value, variable, span } = element;
    if (value.is === 'command')
        return lowerKept(builder, value.command, element, here, flow, walk);
    const title = (0,printer/* printElement */.WO)(element);
    switch (value.is) {
        case 'literal': {
            const literal = (0,plan_plan/* literalValue */.XP)(value.text);
            const known = { constant: true, value: literal };
            return lower_assignment_assign(builder, { variable, title, span }, { is: 'literal', value: literal }, known, here, flow);
        }
        case 'expression': {
            const expression = (0,resolve_condition/* resolveValue */.g$)(value.condition, (0,plan_context/* contextOf */.V)(builder, here, flow));
            const known = { constant: (0,resolve_condition/* isConstant */.VO)(expression, flow) };
            const template = [{ kind: 'expression', expression }];
            return lower_assignment_assign(builder, { variable, title, span }, { is: 'template', value: template }, known, here, flow);
        }
        case 'result':
            return assignResult(builder, { variable, title, span }, value.path, here, flow);
    }
}
/** A command with `>` behind it. */
function lowerRedirected(builder, command, here, flow, walk) {
    return lowerKept(builder, command, undefined, here, flow, walk);
}
/** The command, then what is kept of it, in the order of the chain. */
function lowerKept(builder, command, assignment, here, flow, walk) {
    const whole = assignment ?? command;
    const children = [];
    const base = builder.base(here, (0,printer/* printElement */.WO)(whole), whole.span, 'sequence');
    const node = builder.add({ kind: 'sequence', ...base, children, always: [] });
    children.push(lowerCommand(builder, { ...command, redirects: [] }, (0,plan_here/* below */.G)(here, node.id, 1), flow, walk));
    const { last } = flow;
    const place = () => (0,plan_here/* below */.G)(here, node.id, children.length + 1);
    if (assignment) {
        const { variable, variableSpan: span } = assignment;
        children.push(assignResult(builder, { variable, title: `$${variable}`, span }, [], place(), flow));
    }
    for (const redirect of command.redirects) {
        const { to, span } = redirect;
        children.push(to.is === 'variable'
            ? assignResult(builder, { variable: to.name, title: `> $${to.name}`, span }, [], place(), flow)
            : store(builder, redirect, place(), flow));
    }
    // What stores a result is not the result of the whole.
    flow.last = last;
    return node.id;
}
function store(builder, redirect, here, flow) {
    checkResult(builder, redirect.span, here, flow);
    const id = lowerStore(builder, redirect, flow.last.nodes, here, flow);
    const parts = redirect.to.is === 'file' ? redirect.to.path.parts : [];
    if (!redirect.append && parts.every(({ kind }) => kind === 'text')) {
        builder.stored.set(id, parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''));
        if (!builder.origins.has(id))
            builder.origins.set(id, { source: here.source, span: redirect.span });
    }
    return id;
}
function assignResult(builder, target, written, here, flow) {
    checkResult(builder, target.span, here, flow);
    const from = flow.last.nodes;
    const path = (0,plan_template/* resultPath */.jO)(builder.project, written);
    return lower_assignment_assign(builder, target, { is: 'result', path, from }, stored(builder, path, from), here, flow);
}
function lower_assignment_assign(builder, { variable, title, span }, value, known, here, flow) {
    const base = builder.base(here, title, span, `set-${variable}`);
    const name = (0,language_name/* normalised */.Z7)(variable);
    flow.variables.set(name, known);
    return builder.add({ kind: 'assignment', ...base, variable: name, value }).id;
}
function checkResult({ diagnostics }, span, here, flow) {
    if (flow.last.nodes.length > 0 || flow.uncertain)
        return;
    diagnostics.add('nothing-to-collect', here.source, span, 'there is no single result before this', {
        help: 'put the assignment behind the command whose result it stores',
    });
}
/** A stored metric keeps its unit, if all the elements it may come from agree on it. */
function stored({ measured, project }, path, from) {
    const units = from.map((node) => {
        const metrics = measured.get(node) ?? [];
        const metric = path.length === 0 ? metrics[0] : metrics.find((name) => name === path.join('.'));
        return metric === undefined ? undefined : (0,plan_metrics/* metricOf */.ak)(project, metric).unit;
    });
    const [unit] = units;
    return unit !== undefined && units.every((other) => other === unit)
        ? { constant: false, unit }
        : { constant: false };
}

// EXTERNAL MODULE: ./build/plan/pods.js
var plan_pods = __webpack_require__(43188);
;// CONCATENATED MODULE: ./build/plan/lower-budget.js
/** What may cost so much. */





function lowerBudget(builder, element, next, here, flow, walk) {
    const { dollars } = element;
    const base = builder.base(here, titleOf(element), element.span, 'budget');
    const node = builder.add({ kind: 'budget', ...base, dollars, body: base.id });
    const first = builder.nodes.length;
    node.body = walk.element(element.body, (0,plan_here/* below */.G)(here, node.id, 1), flow, { next });
    checkCovers(builder, element, first, here);
    return node.id;
}
/**
 * `budget:` of the project, or of the workflow's own file: all of the chain. Its handlers stand outside, so that a spent
 * budget can be tidied up after. The chain keeps the ids it would have without.
 */
function lowerOwnBudget(builder, dollars, span, here, body) {
    const id = 'budget';
    const base = { ...builder.base(here, `budget:${dollars}usd`, span, 'budget'), id };
    const node = builder.add({ kind: 'budget', ...base, dollars, body: id });
    node.body = body({ ...here, parent: id, depth: here.depth + 1 });
    return id;
}
/**
 * Warns of a budget that would end one of its commands before the command's own timeout does, in the first attempt and
 * with nothing else spent. What the whole could cost at worst is often more than anybody means to spend, which is why a
 * budget is written: the plan shows it and says nothing against it. A command without a timeout or price has no worst case.
 */
function checkCovers({ nodes, commands, project, diagnostics }, element, first, here) {
    const { start } = element.span;
    const head = /^[^\s→]*/.exec(here.source.text.slice(start, element.body.span.start))?.[0] ?? '';
    const span = { start, end: start + head.length };
    let worst;
    const targets = new Set();
    for (const node of nodes.slice(first)) {
        const command = node.kind === 'unit' ? commands.get(node.command) : undefined;
        if (command?.is !== 'run')
            continue;
        targets.add(command.target);
        if (command.timeout === undefined)
            continue;
        const dollars = costAtWorst(project, command.target, command.timeout);
        if (dollars > (worst?.dollars ?? element.dollars))
            worst = { title: node.title, dollars };
    }
    if (targets.size > 0 && ![...targets].some((target) => costAtWorst(project, target, 3600) > 0)) {
        const names = (0,language_name/* listOf */.c3)([...targets].sort().map((target) => `\`${target}\``), 'and');
        const message = `nothing is ever spent of this budget: ${names} ${targets.size === 1 ? 'has' : 'have'} no price`;
        diagnostics.add('budget-without-price', here.source, span, message, {
            help: 'give the target a `price:` in dollars an hour, or limit the time with `timeout:`',
        });
    }
    if (!worst)
        return;
    const message = `\`${worst.title}\` alone may cost ${shown(worst.dollars)} until its timeout`;
    diagnostics.add('over-budget', here.source, span, message, {
        help: `raise the budget, or lower the command's \`timeout:\``,
    });
}
function costAtWorst(project, name, seconds) {
    const target = (0,remote_target/* remoteTargetsOf */.Yg)(project).get(name);
    if (target?.kind === 'runpod')
        return ((seconds + plan_pods/* secondsToReady */.se) / 3600) * target.maxPrice;
    return (seconds / 3600) * (project.prices[name] ?? 0);
}
function shown(dollars) {
    return `$${dollars.toFixed(2)}`;
}

;// CONCATENATED MODULE: ./build/plan/lower-case.js




function lowerCase(builder, element, stretch, here, flow, walk) {
    const { subject } = element;
    const head = { start: element.span.start, end: subject.span.end };
    const context = (0,plan_context/* contextOf */.V)(builder, here, flow);
    const arms = [];
    const node = builder.add({
        kind: 'case',
        ...builder.base(here, `case:${subject.text}`, head, 'case'),
        text: subject.text,
        subject: (0,resolve_condition/* resolveValue */.g$)(subject, stretch ? { ...context, stretch } : context),
        arms,
    });
    checkPatterns(builder, element, here);
    // What was measured chooses an arm, unless it is the one for all else.
    const chosen = !(0,resolve_condition/* isConstant */.VO)(node.subject, flow);
    const flows = element.arms.map((arm, index) => {
        const own = (0,plan_flow/* copyFlow */.e)(flow);
        own.gated ||= chosen && !arm.patterns.includes('*');
        arms.push({
            patterns: arm.patterns,
            body: walk.sequence(arm.body, (0,plan_here/* below */.G)(here, node.id, index + 1), own),
        });
        return own;
    });
    (0,plan_flow/* joinAlternatives */.ft)(flow, flows);
    flow.gated ||= flows.length > 0 && flows.every(({ gated }) => gated);
    return node.id;
}
/** That `*` stands last, the parser has seen to. */
function checkPatterns({ diagnostics }, { arms, span, subject }, { source }) {
    const earlier = new Set();
    for (const arm of arms) {
        for (const pattern of arm.patterns.filter((one) => one !== '*' && earlier.has(one))) {
            const start = source.text.indexOf(pattern, arm.span.start);
            const place = { start, end: start + pattern.length };
            diagnostics.add('unreachable-pattern', source, place, `\`${pattern}\` stands in an arm before this one`, {
                help: 'the first pattern that fits wins; remove one of the two',
            });
        }
        for (const pattern of arm.patterns)
            earlier.add(pattern);
    }
    if (earlier.has('*') || diagnostics.hasErrorWithin(source, span))
        return;
    const head = { start: span.start, end: subject.span.end };
    diagnostics.add('no-default-case', source, head, `\`case:${subject.text}\` has no arm for other values`, {
        help: 'add a last arm: `↳ * → /fail:unexpected-value`, or `↳ * → /continue`',
    });
}

;// CONCATENATED MODULE: ./build/plan/lower-checkpoint.js
/**
 * `state:save → file`, `state:load → file`. A checkpoint may come from another run or another chain, so that nobody can
 * say before the run which variables it holds: behind `state:load` any may be set. One that is missing then fails whoever
 * reads it. Metrics and steps are known by the chain alone, as without a checkpoint: what has finished stays in its place.
 */





function lowerCheckpoint(builder, element, here, flow) {
    const name = `state:${element.action}`;
    const base = builder.base(here, (0,printer/* printElement */.WO)(element), element.span, name);
    const command = (0,builtins/* useHiddenBuiltin */.bg)(builder, name);
    const words = [(0,plan_template/* templateOf */.kW)(element.file, (0,plan_context/* contextOf */.V)(builder, here, flow))];
    if (element.action === 'load')
        flow.loaded = true;
    return addUnit(builder, base, { command, words }, here, element.span);
}

;// CONCATENATED MODULE: ./build/plan/delegated.js
/** What cannot be handed over one by one is given to `refuse`, and stays as it is. */
function handedOver(element, to, refuse) {
    const command = (body) => ({
        kind: 'delegation',
        agent: to.agent,
        agentSpan: to.agentSpan,
        body,
        span: body.span,
    });
    const sequence = (own) => ({ ...own, elements: own.elements.map(each) });
    const chain = (own) => ({
        ...own,
        statements: own.statements.map((one) => ({ ...one, sequence: sequence(one.sequence) })),
    });
    const otherwise = (own) => own.otherwise === undefined ? {} : { otherwise: sequence(own.otherwise) };
    return each(element);
    function each(own) {
        switch (own.kind) {
            case 'command':
                return command(own);
            case 'parallel':
                return { ...own, branches: own.branches.map(chain) };
            case 'fork':
                return { ...own, branches: own.branches.map(each) };
            case 'pipe':
                return { ...own, stages: own.stages.map(each) };
            case 'logical':
                return { ...own, left: each(own.left), right: each(own.right) };
            case 'group':
                return { ...own, chain: chain(own.chain) };
            case 'if':
                return {
                    ...own,
                    arms: own.arms.map((arm) => ({ ...arm, body: sequence(arm.body) })),
                    ...otherwise(own),
                };
            case 'case':
                return { ...own, arms: own.arms.map((arm) => ({ ...arm, body: sequence(arm.body) })) };
            case 'try':
                return {
                    ...own,
                    body: sequence(own.body),
                    catches: own.catches.map((one) => ({ ...one, body: sequence(one.body) })),
                    ...otherwise(own),
                    ...(own.finally === undefined ? {} : { finally: sequence(own.finally) }),
                };
            case 'retry':
            case 'timeout':
            case 'repeat':
            case 'budget':
                return { ...own, body: each(own.body) };
            case 'distribution':
            case 'fallback':
                refuse(own);
                return own;
            case 'assignment':
                if (own.value.is === 'command')
                    refuse(own);
                return own;
            default:
                return own;
        }
    }
}

;// CONCATENATED MODULE: ./build/plan/lower-delegation.js
/** `droid:x → /task`: what stands behind the arrow is done by that agent, command by command. */









function lowerDelegation(builder, element, here, flow, walk) {
    const { project, diagnostics } = builder;
    const { agent, agentSpan, body } = element;
    const definition = (0,resolve_command/* findAgent */.dp)(project, agent);
    if (!definition) {
        (0,resolve_command/* reportUnknownAgent */.cr)(project, agent, { source: here.source, span: agentSpan }, diagnostics);
        const base = builder.base(here, (0,printer/* printElement */.WO)(element), element.span, `droid-${agent}`);
        return unplanned(builder, base, flow);
    }
    if (body.kind !== 'command') {
        const each = handedOver(body, element, ({ span }) => {
            const message = `this cannot be handed to \`${agent}\` command by command`;
            diagnostics.add('unsupported-construct', here.source, span, message, {
                help: `write \`droid:${agent} →\` in front of each command`,
            });
        });
        return walk.element(each, here, flow);
    }
    if (body.redirects.length === 0)
        return lowerTask(builder, definition, element, body, here, flow);
    const children = [];
    const base = builder.base(here, '', element.span, 'sequence');
    const node = builder.add({ kind: 'sequence', ...base, children, always: [] });
    const task = { ...body, redirects: [] };
    children.push(lowerTask(builder, definition, { ...element, body: task }, task, (0,plan_here/* below */.G)(here, node.id, 1), flow));
    for (const [index, redirect] of body.redirects.entries())
        children.push(lowerStore(builder, redirect, flow.last.nodes, (0,plan_here/* below */.G)(here, node.id, index + 2), flow));
    return node.id;
}
function lowerTask(builder, definition, element, command, here, flow) {
    const name = `droid-${element.agent}-${command.name}`;
    const base = builder.base(here, (0,printer/* printElement */.WO)(element), element.span, name);
    const task = taskOfCommand(builder, command, here, flow);
    if (!task) {
        return unplanned(builder, base, flow);
    }
    return addAgentUnit(builder, {
        key: (0,agents/* agentKey */.pS)(definition.name),
        definition,
        agent: (0,agents/* agentOf */.jk)({ as: 'agent', definition }),
        task,
        names: [definition.name, command.name],
    }, base, here, flow, element.agentSpan);
}
function taskOfCommand(builder, command, here, flow) {
    const definition = (0,resolve_command/* findCommand */.Zv)(builder.project, command.name);
    if (definition?.is === 'agent')
        return { text: promptOf(definition, command, builder, here, flow), point: [] };
    return (0,agents/* delegatedTask */.H_)(command, (0,plan_context/* contextOf */.V)(builder, here, flow));
}

;// CONCATENATED MODULE: ./build/plan/lower-distribution.js
/** `/training[list]` and `/cmd parallel[x | y]` → a parallel block of one unit for each item. */







function lowerDistribution(builder, element, next, here, flow, walk) {
    const { project, diagnostics } = builder;
    const command = distributed(project, element.command);
    const reading = (0,resolve_command/* resolveCommand */.OK)(project, command, here.source, diagnostics);
    const items = itemsOf(element, (0,plan_context/* contextOf */.V)(builder, here, flow));
    const title = (0,printer/* printElement */.WO)(element);
    if (!reading || !items) {
        const base = builder.base(here, title, command.nameSpan, command.name);
        return unplanned(builder, base, flow);
    }
    noticeBareWord(builder, reading, command, here);
    const { max, min } = element;
    const whole = {
        title,
        span: command.nameSpan,
        name: command.name,
        count: items.length,
        ...(max === undefined ? {} : { max }),
        ...(min === undefined ? {} : { min }),
        isAggregated: collectsBranches(project, next),
    };
    return fanOut(builder, whole, here, flow, (index, inside, own) => {
        const cell = cellOf(reading, command, items[index] ?? [], builder);
        const base = builder.base(inside, cell.title, command.nameSpan, cell.name);
        return lowerReading(builder, cell.reading, cell.command, base, inside, own, walk);
    });
}
/** Words that are points are the cell's coordinates, all others arguments. An agent takes a word as its task. */
function cellOf(reading, command, item, { project }) {
    const [first, ...others] = item;
    if (reading.as === 'agent') {
        const isTask = reading.task === undefined && first !== undefined && !first.quoted;
        const name = isTask ? `${command.name}:${first.text}` : command.name;
        const own = { ...command, name, arguments: [...command.arguments, ...(isTask ? others : item)] };
        const [found] = (0,resolve_command/* readingsOf */.RO)(project, name);
        return {
            reading: found?.as === 'agent' ? found : reading,
            command: own,
            title: (0,printer/* printElement */.WO)(own),
            name,
        };
    }
    const { point, words } = pointsAmong(reading, item, project);
    const own = { ...command, arguments: [...command.arguments, ...words] };
    const shown = reading.point.length > 0 ? command.name.slice(0, command.name.indexOf(':')) : command.name;
    const title = cellTitle(own, shown, point);
    const name = [shown, ...point.map(({ axis, value }) => `${axis}-${value}`)].join('-');
    const suffix = point.length === reading.point.length ? words.map(({ text }) => `-${(0,language_name/* slug */.yR)(text)}`).join('') : '';
    return { reading: { ...reading, point }, command: own, title, name: `${name}${suffix}` };
}

// EXTERNAL MODULE: ./build/plan/known.js
var known = __webpack_require__(44777);
;// CONCATENATED MODULE: ./build/plan/lower-fork.js
/** `a & b`: branches that go on while the chain does, and the barrier that joins them. */





/** Up to the join, what follows knows nothing of the branches: they may not have ended. */
function lowerFork(builder, element, here, flow, walk) {
    const branches = [];
    const { block } = here;
    const count = element.branches.length;
    const base = builder.base(here, `fork of ${count}`, element.span, 'fork');
    const max = element.max ?? null;
    const begin = builder.nodes.length;
    const node = builder.add({ kind: 'fork', ...base, branches, max, block: block.id });
    const units = [];
    const flows = element.branches.map((branch, index) => {
        const own = (0,plan_flow/* copyFlow */.e)(flow);
        const first = builder.nodes.length;
        branches.push(walk.element(branch, (0,plan_here/* below */.G)(here, node.id, index + 1), own));
        units.push(builder.unitsSince(first));
        return own;
    });
    if (!block.before) {
        const { reports, steps, variables, open } = flow;
        block.before = { reports, steps, variables, open };
        Object.assign(flow, (0,plan_flow/* copyFlow */.e)(flow), { open: block.open });
    }
    block.open.push({ branches: flows, units, begin, end: builder.nodes.length });
    flow.uncertain ||= flows.some(({ uncertain }) => uncertain);
    flow.last = plan_flow/* nothing */.s6;
    return node.id;
}
function lowerBarrier(builder, element, here, flow) {
    const { block } = here;
    const variable = element.variable === undefined ? null : (0,language_name/* normalised */.Z7)(element.variable);
    const title = variable === null ? 'barrier' : `barrier → $${element.variable}`;
    const base = builder.base(here, title, element.span, 'barrier');
    joinForks(builder, block, flow);
    flow.last = plan_flow/* nothing */.s6;
    if (variable !== null)
        flow.variables.set(variable, { constant: false });
    return builder.add({ kind: 'barrier', ...base, block: block.id, variable }).id;
}
/**
 * At a barrier, or at the end of the block. The chain itself, as far as it went on beside the first of them, is one more
 * branch: what it set and a branch set too has no single value.
 */
function joinForks(builder, block, flow) {
    const { before, open } = block;
    if (!before)
        return;
    checkOutputs(builder, open);
    const branches = open.flatMap((fork) => fork.branches);
    const { reports, steps, variables, gated, uncertain, last } = flow;
    Object.assign(flow, before);
    const beside = reports instanceof known/* Layer */.W && steps instanceof known/* Layer */.W && variables instanceof known/* Layer */.W;
    const main = beside ? [{ ...flow, reports, steps, variables }] : [];
    (0,plan_flow/* joinBranches */.tU)(flow, [...main, ...branches], open.flatMap(({ units }) => units.flat()));
    flow.gated = gated || branches.some((branch) => branch.gated);
    flow.uncertain ||= uncertain;
    flow.last = last;
    block.open = [];
    delete block.before;
}
/** From the last fork to the first: beside the branches of one runs all that stands behind it. */
function checkOutputs(builder, open) {
    const outputs = new SharedOutputs(builder);
    let end = builder.nodes.length;
    for (const fork of [...open].reverse()) {
        outputs.take(builder.unitsBetween(fork.end, end), false);
        for (const units of fork.units)
            outputs.take(units, true);
        end = fork.begin;
    }
}

;// CONCATENATED MODULE: ./build/plan/lower-handlers.js


/** A chain without its handlers, and these. Only a statement of its own is one. */
function handlersOf(chain) {
    const handlers = [];
    const statements = [];
    for (const statement of chain.statements) {
        const [only] = statement.sequence.elements;
        if (only?.kind === 'handler' && statement.sequence.elements.length === 1)
            handlers.push(only);
        else
            statements.push(statement);
    }
    return { body: handlers.length === 0 ? chain : { ...chain, statements }, handlers };
}
/**
 * The body keeps the ids it would have without handlers. A handler knows what the body knows, as far as that came; no gate
 * of the body guards it. What it does is no result of the chain.
 */
function lowerHandlers(builder, handlers, here, flow, walk, body) {
    const [first] = handlers;
    const span = first?.span ?? { start: 0, end: 0 };
    const base = builder.base(here, '', span, 'handlers');
    const id = (here.place === '' ? 'handlers' : base.id);
    const node = builder.add({
        kind: 'handlers',
        ...base,
        id,
        body: id,
        onFailure: null,
        finally: null,
    });
    const { gated } = flow;
    node.body = body({ ...here, parent: id, depth: here.depth + 1 });
    for (const on of ['failure', 'end']) {
        const [own, second] = handlers.filter((handler) => handler.on === on);
        if (own && second)
            reportSecond(builder, second, own, here);
        if (!own)
            continue;
        const known = { ...(0,plan_flow/* copyFlow */.e)(flow), gated };
        const inside = (0,plan_here/* below */.G)(here, id, on === 'failure' ? 'on_failure' : 'finally');
        const handler = walk.element(own.body, inside, known);
        flow.uncertain ||= known.uncertain;
        if (on === 'failure')
            node.onFailure = handler;
        else
            node.finally = handler;
    }
    return id;
}
function reportSecond(builder, second, first, here) {
    const message = `a second \`${nameOf(second)}\` of the same chain`;
    builder.diagnostics.add('duplicate-definition', here.source, headOf(second), message, {
        help: `write both into one: \`${nameOf(second)} → (… → …)\``,
        related: [{ message: 'the first one', source: here.source, span: headOf(first) }],
    });
}
function nameOf({ on }) {
    return on === 'failure' ? 'on_failure' : 'finally';
}
function headOf(handler) {
    const { start } = handler.span;
    return { start, end: Math.min(handler.span.end, start + nameOf(handler).length) };
}

;// CONCATENATED MODULE: ./build/plan/lower-logical.js
/** `a && b`, `a || b` */



function lowerLogical(builder, element, here, flow, walk) {
    const { operator } = element;
    const name = operator === '&&' ? 'and' : 'or';
    const base = builder.base(here, (0,printer/* printElement */.WO)(element), element.span, name);
    const node = builder.add({ kind: 'logical', ...base, operator, left: base.id, right: base.id });
    const { gated } = flow;
    node.left = walk.element(element.left, (0,plan_here/* below */.G)(here, node.id, 1), flow);
    if (operator === '&&') {
        node.right = walk.element(element.right, (0,plan_here/* below */.G)(here, node.id, 2), flow);
        return node.id;
    }
    // The right side runs when the left one failed, which may have been before its gate.
    const right = { ...(0,plan_flow/* copyFlow */.e)(flow), gated };
    node.right = walk.element(element.right, (0,plan_here/* below */.G)(here, node.id, 2), right);
    const left = (0,plan_flow/* copyFlow */.e)(flow);
    (0,plan_flow/* joinAlternatives */.ft)(flow, [left, right]);
    flow.gated = left.gated && right.gated;
    return node.id;
}

;// CONCATENATED MODULE: ./build/plan/lower-parallel.js




function lowerParallel(builder, element, next, here, flow, walk) {
    const branches = [];
    const count = element.branches.length;
    const { start } = element.span;
    const span = { start, end: start + 'parallel'.length };
    const node = builder.add({
        kind: 'parallel',
        ...builder.base(here, `parallel of ${count}`, span, 'parallel'),
        branches,
        max: element.max ?? null,
        min: element.min ?? (collectsBranches(builder.project, next) ? 1 : count),
        minWritten: element.min !== undefined,
    });
    const begin = builder.nodes.length;
    const units = [];
    const flows = element.branches.map((branch, index) => {
        const own = (0,plan_flow/* copyFlow */.e)(flow);
        const first = builder.nodes.length;
        branches.push(walk.block(branch, (0,plan_here/* below */.G)(here, node.id, index + 1), own));
        units.push(builder.unitsSince(first));
        return own;
    });
    checkSharedOutputs(units, builder);
    noticeRepeatedPoints(units, builder, begin);
    (0,plan_flow/* joinBranches */.tU)(flow, flows, units.flat());
    // Where all must succeed, the gate of any guards what follows.
    if (node.min === count)
        flow.gated ||= flows.some(({ gated }) => gated);
    return node.id;
}

;// CONCATENATED MODULE: ./build/plan/lower-pipe.js
/** `a | b`: what begins a stage gets what the stage before it gave. */




function lowerPipe(builder, element, next, here, flow, walk) {
    const { stages } = element;
    const children = [];
    const base = builder.base(here, (0,printer/* printElement */.WO)(element), element.span, 'pipe');
    const node = builder.add({ kind: 'sequence', ...base, children, always: [], is: 'pipe' });
    const block = { id: node.id, open: [] };
    stages.forEach((stage, index) => {
        const input = flow.last.nodes;
        const following = stages[index + 1] ?? next;
        const inside = { ...(0,plan_here/* below */.G)(here, node.id, index + 1), block };
        const first = builder.nodes.length;
        const child = walk.element(stage, inside, flow, { next: following });
        children.push(child);
        // What collects takes all results instead.
        if (index === 0 || collectsBranches(builder.project, stage))
            return;
        if (input.length === 0 && !flow.uncertain)
            reportNoInput(builder, stage, stages[index - 1], here);
        for (const unit of beginners(builder, first, child))
            unit.input = input;
    });
    joinForks(builder, block, flow);
    return node.id;
}
function reportNoInput(builder, stage, before, here) {
    if (builder.diagnostics.hasErrorWithin(here.source, stage.span))
        return;
    const span = before?.span ?? stage.span;
    builder.diagnostics.add('nothing-to-collect', here.source, span, 'this gives no single result to hand on', {
        help: 'select or aggregate one first, or join the two with `→`',
    });
}
/** The units that begin a stage, whose nodes stand from `first` on. */
function beginners(builder, first, stage) {
    const nodes = new Map(builder.nodes.slice(first).map((node) => [node.id, node]));
    const found = [];
    const open = [stage];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        const node = nodes.get(id);
        if (!node)
            continue;
        if (node.kind === 'unit')
            found.push(node);
        else
            open.push(...[...firstOf(node, nodes)].reverse());
    }
    return found;
}
/** What of a node runs first: what only sets, asks or waits leaves the input to the next. */
function firstOf(node, nodes) {
    switch (node.kind) {
        case 'sequence': {
            const runs = (id) => !['assignment', 'require', 'barrier', 'wait', 'approval'].includes(nodes.get(id)?.kind ?? '');
            return node.children.filter(runs).slice(0, 1);
        }
        case 'parallel':
        case 'fork':
            return node.branches;
        case 'logical':
            // The right side of `||` runs in place of the left one.
            return node.operator === '&&' ? [node.left] : [node.left, node.right];
        case 'branch':
            return [...node.arms.map(({ body }) => body), ...(node.otherwise === null ? [] : [node.otherwise])];
        case 'case':
            return node.arms.map(({ body }) => body);
        case 'call':
        case 'try':
        case 'fallback':
        case 'retry':
        case 'timeout':
        case 'repeat':
        case 'budget':
        case 'handlers':
            return [node.body];
        default:
            return [];
    }
}

;// CONCATENATED MODULE: ./build/plan/catch-labels.js
/** What the labels of a try's catches mean for the commands of its body. */

const builtinClasses = new Set([
    ...['timeout', 'oom', 'nan-loss', 'assert', 'no-metrics', 'usage', 'auth', 'connection-lost', 'provision'],
    ...['capacity', 'preempted', 'heartbeat', 'budget', 'gate-not-met', 'approval-refused', 'no-candidate'],
    ...['exit-signal', 'lost'],
]);
/** What `any` leaves to a catch of its own. */
const byNameOnly = new Set(['usage', 'auth', 'budget']);
/** Exit codes that have a class of their own. */
const classOfExit = new Map([
    [2, 'usage'],
    [126, 'usage'],
    [127, 'usage'],
    [137, 'oom'],
]);
const endings = ['ing', 'ment', 'ation', 'ion', 'or', 'er', 's', 'e'];
class CatchLabels {
    #builder;
    #source;
    #body;
    /** Something in the body is not known, and with it the ways in which it fails. */
    #uncertain;
    /** Declared names and labels of `/fail`, as written, by normalised name. */
    #classes = new Map();
    /** Each command of the body with those that run for it: itself, or those of the chain it calls. */
    #commands = new Map();
    #earlier = [];
    /** The nodes of the body stand from `first` on. */
    constructor(builder, first, source, uncertain) {
        this.#builder = builder;
        this.#source = source;
        this.#body = builder.nodes.slice(first);
        let isUncertain = uncertain;
        const callers = new Map();
        for (const node of this.#body) {
            const outer = (node.parent === null ? undefined : callers.get(node.parent)) ?? [];
            callers.set(node.id, node.kind === 'call' ? [...outer, node.command] : outer);
            if (node.kind !== 'unit')
                continue;
            for (const name of [node.command, ...outer]) {
                const commands = this.#commands.get(name);
                if (commands)
                    commands.add(node.command);
                else
                    this.#commands.set(name, new Set([node.command]));
            }
            const definition = builder.definitions.get(node.id);
            if (definition?.is === 'run')
                for (const { name } of definition.command.errors)
                    this.#classes.set((0,language_name/* normalised */.Z7)(name), name);
            if (definition?.is !== 'builtin' || definition.builtin.name !== 'fail')
                continue;
            const label = node.parameters.find(({ name }) => name === 'label')?.value ?? [];
            if (label.every((part) => part.kind === 'text')) {
                const text = label.map((part) => part.text).join('');
                this.#classes.set((0,language_name/* normalised */.Z7)(text), text);
            }
            else
                isUncertain = true;
        }
        this.#uncertain = isUncertain;
    }
    matchOf(label, span) {
        const matches = this.#read(label) ?? { is: 'class', class: label };
        const reason = this.#whyNever(label, matches);
        if (reason !== undefined && !this.#uncertain) {
            const known = [
                ...this.#classes.values(),
                ...[...this.#commands.keys()].map((name) => `${name}-failed`),
            ];
            const all = (0,language_name/* listOf */.c3)([...new Set([...known, 'any'])].map((one) => `\`${one}\``), 'or');
            const message = `\`/catch:${label}\` can never match: ${reason.why}`;
            this.#builder.diagnostics.add('never-matching-catch', this.#source, span, message, {
                help: reason.help ?? (0,language_name/* didYouMean */.au)(label, [...known, ...builtinClasses]) ?? `it could be ${all}`,
            });
        }
        this.#earlier.push(matches);
        return matches;
    }
    /** Undefined for a label that means nothing here. */
    #read(label) {
        const wanted = (0,language_name/* normalised */.Z7)(label);
        const declared = this.#classes.get(wanted);
        if (declared !== undefined)
            return { is: 'class', class: declared };
        if (wanted === 'any' || wanted === '*')
            return { is: 'any' };
        const builtin = [...builtinClasses].find((name) => (0,language_name/* normalised */.Z7)(name) === wanted);
        if (builtin !== undefined)
            return { is: 'class', class: builtin };
        const exit = Number(/^exit_(\d+)$/.exec(wanted)?.[1] ?? 0);
        if (exit > 0 && exit < 256)
            return { is: 'class', class: classOfExit.get(exit) ?? `exit-${exit}` };
        const stem = /^(.+)_failed$/.exec(wanted);
        return stem ? this.#commandsNamed(stem[1] ?? '') : undefined;
    }
    #commandsNamed(word) {
        for (const stem of stemsOf(word)) {
            const named = [...this.#commands].filter(([name]) => (0,language_name/* normalised */.Z7)(name).includes(stem));
            const commands = [...new Set(named.flatMap(([, own]) => [...own]))];
            if (commands.length > 0)
                return { is: 'commands', commands };
        }
        return undefined;
    }
    #whyNever(label, matches) {
        if (!this.#read(label)) {
            return /[-_]failed$/i.test(label)
                ? { why: 'no command of the body has such a name' }
                : { why: 'nothing in the body fails with such a class' };
        }
        // An `/if:` that is not met is no failure: it ends its block, which nothing catches.
        const demands = this.#body.some(({ kind }) => kind === 'require');
        if (matches.is === 'class' &&
            matches.class === 'gate-not-met' &&
            !demands &&
            !this.#classes.has('gate_not_met'))
            return {
                why: 'there is no `/require:` in the body',
                help: 'only a `/require:` that is not met fails; an `/if:` has its `/else`',
            };
        if (this.#earlier.some((earlier) => covers(earlier, matches)))
            return { why: 'a catch before it takes the same failures', help: 'the first catch that matches wins' };
        return undefined;
    }
}
/** The word itself, and without its ending: `training` is of `train`, `evaluation` of `evaluate`. */
function stemsOf(word) {
    const shorter = endings
        .filter((ending) => word.endsWith(ending))
        .map((ending) => word.slice(0, -ending.length));
    return [word, ...shorter].filter((stem, index) => index === 0 || stem.length >= 3);
}
function covers(earlier, later) {
    if (earlier.is === 'any')
        return later.is !== 'class' || !byNameOnly.has(later.class);
    if (earlier.is === 'class')
        return later.is === 'class' && later.class === earlier.class;
    return later.is === 'commands' && later.commands.every((command) => earlier.commands.includes(command));
}

;// CONCATENATED MODULE: ./build/plan/lower-try.js
/** `/try:` with its catches, and `/fallback:`. */




/**
 * A catch knows what the body knows, as far as that came: what is missing then is so at the run, where every reader fails
 * closed. No gate of the body guards it, nor what follows a failure that was caught.
 */
function lowerTry(builder, element, here, flow, walk) {
    const head = { start: element.span.start, end: element.body.span.start };
    const base = builder.base(here, '/try', head, 'try');
    const catches = [];
    const node = builder.add({
        kind: 'try',
        ...base,
        body: base.id,
        catches,
        otherwise: null,
        finally: null,
    });
    const { gated } = flow;
    const first = builder.nodes.length;
    node.body = walk.sequence(element.body, (0,plan_here/* below */.G)(here, node.id, 1), flow);
    const labels = new CatchLabels(builder, first, here.source, flow.uncertain);
    let place = 1;
    const ends = [];
    for (const { label, labelSpan, body } of element.catches) {
        const own = { ...(0,plan_flow/* copyFlow */.e)(flow), gated };
        place += 1;
        const matches = labels.matchOf(label, labelSpan);
        catches.push({ label, matches, body: walk.sequence(body, (0,plan_here/* below */.G)(here, node.id, place), own) });
        if (!alwaysFails(builder, own))
            ends.push(own);
    }
    const success = (0,plan_flow/* copyFlow */.e)(flow);
    if (element.otherwise) {
        place += 1;
        node.otherwise = walk.sequence(element.otherwise, (0,plan_here/* below */.G)(here, node.id, place), success);
    }
    ends.unshift(success);
    (0,plan_flow/* joinAlternatives */.ft)(flow, ends);
    flow.gated = ends.every((end) => end.gated);
    if (element.finally) {
        // What is tidied up behind it is not its result, nor guarded by a gate that may not have been reached.
        const { last, gated: after } = flow;
        flow.gated = gated;
        place += 1;
        node.finally = walk.sequence(element.finally, (0,plan_here/* below */.G)(here, node.id, place), flow);
        flow.last = last;
        flow.gated = after;
    }
    return node.id;
}
/** It ends with `/fail`: nothing follows it. */
function alwaysFails({ definitions }, { last }) {
    const { nodes } = last;
    const [only] = nodes;
    const definition = only === undefined || nodes.length > 1 ? undefined : definitions.get(only);
    return definition?.is === 'builtin' && definition.builtin.name === 'fail';
}
function lowerFallback(builder, element, here, flow, walk) {
    const base = builder.base(here, (0,printer/* printElement */.WO)(element), element.span, 'fallback');
    const node = builder.add({ kind: 'fallback', ...base, body: base.id });
    node.body = walk.element(element.command, (0,plan_here/* below */.G)(here, node.id, 1), flow);
    return node.id;
}

;// CONCATENATED MODULE: ./build/plan/lower-chain.js
/**
 * A chain → the nodes of the plan. The walk carries a `Flow`, what is known at each place of the chain. It recurses only
 * into what is nested, never along a sequence.
 */


















/** Nesting of all open chains together: the call stack has to hold it. */
const deepest = 400;
class ChainWalk {
    #builder;
    #chains = new Map();
    constructor(builder) {
        this.#builder = builder;
    }
    parsed({ chain: source }) {
        let chain = this.#chains.get(source);
        if (!chain) {
            chain = (0,parser/* parse */.q)(source, this.#builder.diagnostics).chain;
            this.#chains.set(source, chain);
        }
        return chain;
    }
    chain(chain, here, flow) {
        const { body, handlers } = handlersOf(chain);
        const { budget } = this.#builder.project;
        const statements = (inside) => this.#statements(body, inside, flow);
        // A called chain spends what its caller may.
        const lower = (inside) => budget === undefined || here.scope !== null
            ? statements(inside)
            : lowerOwnBudget(this.#builder, budget, chain.span, inside, statements);
        return handlers.length === 0
            ? lower(here)
            : lowerHandlers(this.#builder, handlers, here, flow, this, lower);
    }
    block(chain, here, flow) {
        const [only] = chain.statements;
        return only && chain.statements.length === 1
            ? this.sequence(only.sequence, here, flow)
            : this.#statements(chain, here, flow);
    }
    /** A sequence of one element is that element, so that ids and the plan stay as short as the chain. */
    sequence(sequence, here, flow) {
        const [only] = sequence.elements;
        if (only && sequence.elements.length === 1)
            return this.element(only, here, flow);
        return this.#items(sequence.elements.map((element) => ({ element, always: false })), this.#builder.base(here, '', sequence.span, 'sequence'), here, flow);
    }
    element(element, here, flow, beside = {}) {
        if (element.kind !== 'fork' && element.kind !== 'barrier')
            return this.#element(element, here, flow, beside);
        const base = this.#builder.base(here, '', element.span, 'sequence');
        return this.#items([{ element, always: false }], base, here, flow);
    }
    #statements(chain, here, flow) {
        const { statements } = chain;
        const name = statements.length === 1 ? 'sequence' : 'chain';
        const items = statements.flatMap(({ sequence }, statement) => {
            const isAfter = statements[statement - 1]?.end === ';';
            return sequence.elements.map((element, index) => ({ element, always: isAfter && index === 0 }));
        });
        const span = statements.length === 1 ? (statements[0]?.sequence.span ?? chain.span) : chain.span;
        const base = this.#builder.base(here, statements.length === 1 ? '' : 'chain', span, name);
        return this.#items(items, base, here, flow);
    }
    #items(items, base, here, flow) {
        const builder = this.#builder;
        const children = [];
        const always = [];
        const guards = [];
        const node = builder.add({ kind: 'sequence', ...base, children, always });
        const block = { id: node.id, open: [] };
        const inside = { ...here, block };
        const { gated } = flow;
        /** Where the stretch before the next status gate begins. */
        let from = 0;
        items.forEach((item, index) => {
            const { element } = item;
            if (item.always) {
                // What runs whatever happened before is not guarded by a gate that stood there, nor skipped over.
                flow.gated = gated;
                from = index;
            }
            const next = items[index + 1];
            const first = builder.nodes.length;
            const child = this.#element(element, (0,plan_here/* below */.G)(inside, node.id, index + 1), flow, {
                ...(next === undefined || next.always ? {} : { next: next.element }),
                ...(index === from ? {} : { stretch: { sequence: node.id, gate: index } }),
            });
            children.push(child);
            if (item.always)
                always.push(child);
            if (index > from && isStatusGate(builder.nodes[first]))
                guards.push({ from, gate: index });
            if (isGate(element))
                from = index + 1;
        });
        if (guards.length > 0)
            node.guards = guards;
        joinForks(builder, block, flow);
        return node.id;
    }
    #element(element, here, flow, beside) {
        const builder = this.#builder;
        if (here.depth > deepest && !flow.uncertain) {
            const message = `more than ${deepest} levels of nesting, calls included`;
            builder.diagnostics.add('nesting-too-deep', here.source, element.span, message);
        }
        if (here.depth > deepest || builder.refusesMore(here.source, element.span)) {
            flow.uncertain = true;
            return builder.base(here, '', element.span, 'unread').id;
        }
        switch (element.kind) {
            case 'command':
                return element.redirects.length === 0
                    ? lowerCommand(builder, element, here, flow, this, beside.next)
                    : lowerRedirected(builder, element, here, flow, this);
            case 'distribution':
                return lowerDistribution(builder, element, beside.next, here, flow, this);
            case 'parallel':
                return lowerParallel(builder, element, beside.next, here, flow, this);
            case 'fork':
                return lowerFork(builder, element, here, flow, this);
            case 'barrier':
                return lowerBarrier(builder, element, here, flow);
            case 'pipe':
                return lowerPipe(builder, element, beside.next, here, flow, this);
            case 'logical':
                return lowerLogical(builder, element, here, flow, this);
            case 'group':
                return this.block(element.chain, here, flow);
            case 'assignment':
                return lowerAssignment(builder, element, here, flow, this);
            case 'if':
                return lowerIf(builder, element, beside.stretch, here, flow, this);
            case 'case':
                return lowerCase(builder, element, beside.stretch, here, flow, this);
            case 'require':
                return lowerRequire(builder, element, beside.stretch, here, flow);
            case 'try':
                return lowerTry(builder, element, here, flow, this);
            case 'fallback':
                return lowerFallback(builder, element, here, flow, this);
            case 'retry':
                return lowerRetry(builder, element, here, flow, this);
            case 'timeout':
                return lowerTimeout(builder, element, beside.next, here, flow, this);
            case 'repeat':
                return lowerRepeat(builder, element, beside.next, here, flow, this);
            case 'budget':
                return lowerBudget(builder, element, beside.next, here, flow, this);
            case 'delegation':
                return lowerDelegation(builder, element, here, flow, this);
            case 'checkpoint':
                return lowerCheckpoint(builder, element, here, flow);
            case 'context':
                return lowerContext(builder, element, here, flow);
            // One that is no statement at the top of a chain is an error of the text.
            case 'handler':
            case 'unreadable':
                flow.uncertain = true;
                return builder.placeholder(builder.base(here, '', element.span, 'unread'));
        }
    }
}
/** What a stretch of elements ends at. */
function isGate({ kind }) {
    return kind === 'if' || kind === 'require' || kind === 'case' || kind === 'repeat';
}

;// CONCATENATED MODULE: ./build/plan/lower.js
/**
 * Chain + project → plan, or the diagnostics why not. Every name is resolved here, before anything runs: commands, axis
 * points, metrics, variables, parameters.
 */















function planChain(project, request) {
    const diagnostics = new diagnostic/* Diagnostics */.r();
    const { chain } = (0,parser/* parse */.q)(request.chain, diagnostics);
    const parameters = workflowParameters(request, diagnostics);
    const builder = new PlanBuilder(project, diagnostics);
    const flow = (0,plan_flow/* emptyFlow */.gu)();
    for (const param of request.params) {
        const value = parameters[(0,language_name/* normalised */.Z7)(param.name)];
        flow.variables.set((0,language_name/* normalised */.Z7)(param.name), { constant: true, ...(value === undefined ? {} : { value }) });
    }
    const own = new plan_here/* ScopeParameters */.l(new Map(request.params.map((param) => [(0,language_name/* normalised */.Z7)(param.name), param])));
    const root = new ChainWalk(builder).chain(chain, {
        parent: null,
        scope: null,
        place: '',
        depth: 0,
        source: request.chain,
        parameters: own,
        callers: [{ name: request.name, chain: request.chain }],
        inPositionalElse: false,
        // The chain is a sequence, which becomes its block.
        block: { id: 'chain', open: [] },
    }, flow);
    if (!flow.uncertain)
        checkRead(own, { name: request.name, source: request.chain }, diagnostics);
    if (diagnostics.hasErrors)
        return { plan: undefined, diagnostics };
    const whole = {
        schema: plan_plan/* planSchema */.Fu,
        name: request.name,
        ...(request.description === undefined ? {} : { description: request.description }),
        chain: (0,printer/* print */.yy)(chain),
        file: request.chain.name,
        root,
        nodes: builder.nodes,
        commands: Object.fromEntries(builder.commands),
        axes: Object.fromEntries(builder.axes),
        metrics: Object.fromEntries(builder.metrics),
        selections: Object.fromEntries(builder.selections),
        parameters,
        results: project.results,
        ...(project.baseline ? { baseline: project.baseline } : {}),
        ...pricesOf(builder),
        ...remoteOf(builder),
        ...(project.fanout === undefined ? {} : { fanout: project.fanout }),
    };
    const pods = (0,plan_pods/* podScopesOf */.WI)(whole);
    const plan = pods.length === 0 ? whole : { ...whole, pods };
    checkPods(builder, plan);
    checkEnvironments(builder, plan);
    if (request.jobs) {
        checkDeploysInLegs(builder, plan);
        checkApprovals(builder, plan);
    }
    if (request.hosted)
        checkJobTimes(builder, plan);
    return { plan: diagnostics.hasErrors ? undefined : plan, diagnostics };
}
/** The other hosts that the plan uses, and what each of them gets first. */
function remoteOf({ commands, project }) {
    const used = new Set([...commands.values()].flatMap((one) => ('target' in one ? [one.target] : [])));
    const targets = [...(0,remote_target/* remoteTargetsOf */.Yg)(project)].filter(([name]) => used.has(name));
    if (targets.length === 0 || !project.remote)
        return {};
    return { targets: Object.fromEntries(targets), sync: project.remote.sync };
}
/** Of the targets that the plan uses. */
function pricesOf({ commands, project }) {
    const targets = [...commands.values()].flatMap((command) => (command.is === 'run' ? [command.target] : []));
    const prices = Object.entries(project.prices).filter(([target]) => targets.includes(target));
    return prices.length === 0 ? {} : { prices: Object.fromEntries(prices) };
}
/** Given values over defaults; by normalised name, in the order of their declaration. */
function workflowParameters(request, diagnostics) {
    const given = new Map();
    for (const { name, value, origin } of request.given) {
        const param = request.params.find((candidate) => (0,language_name/* normalised */.Z7)(candidate.name) === (0,language_name/* normalised */.Z7)(name));
        if (!param) {
            const known = request.params.map((candidate) => `\`--${candidate.name}\``).join(', ');
            const message = `\`${request.name}\` has no parameter \`${name}\``;
            diagnostics.add('unknown-param', origin.source, origin.span, message, {
                help: known === '' ? 'it takes none; declare them under `params:`' : `it takes ${known}`,
            });
            continue;
        }
        // Without a value behind it an option is a boolean that is set.
        const isAlone = param.type !== 'boolean' && /^--[^=\s]+$/.test(origin.source.text);
        const problem = isAlone
            ? `\`--${name}\` has no value: \`${param.name}\` takes ${(0,plan_value/* withArticle */.vJ)(param.type)}`
            : (0,plan_value/* valueProblem */.FQ)(param, value);
        if (problem)
            diagnostics.add('invalid-param', origin.source, origin.span, problem);
        given.set((0,language_name/* normalised */.Z7)(param.name), problem === undefined ? (0,plan_plan/* parseValue */.$x)(param.type, value) : undefined);
    }
    const parameters = {};
    for (const param of request.params) {
        const name = (0,language_name/* normalised */.Z7)(param.name);
        const isSound = param.default !== undefined && (0,plan_value/* valueProblem */.FQ)(param, String(param.default)) === undefined;
        const value = given.get(name) ?? (isSound ? param.default : undefined);
        if (value !== undefined)
            parameters[name] = value;
        else if (!given.has(name) && param.default === undefined && !request.checkOnly) {
            const { source, span } = param.origin ?? { source: request.chain, span: { start: 0, end: 1 } };
            const message = `\`${request.name}\` needs \`--${param.name}\``;
            diagnostics.add('invalid-param', source, span, message, {
                help: `pass \`--${param.name}\`, or declare a \`default:\``,
            });
        }
    }
    return parameters;
}

// EXTERNAL MODULE: ./build/project/load.js + 9 modules
var load = __webpack_require__(11696);
// EXTERNAL MODULE: ./build/project/sources.js
var sources = __webpack_require__(34508);
;// CONCATENATED MODULE: ./build/prepare.js






function prepare(request) {
    const { personal } = request;
    const loaded = (0,load/* load */.Hh)(request.folder, request.shownFrom, request.wanted, personal === undefined ? {} : { personal });
    const { name, project, workflow, targets, runsOn, policy, notify, workflows, diagnostics } = loaded;
    const commands = commandNames(project);
    const known = { name, targets, workflow, runsOn, policy, notify, workflows, commands };
    const none = { plan: undefined, sources: '' };
    if (workflow && loaded.isBroken) {
        // Without the project's definitions every name would be unknown, which is no mistake of the chain's.
        diagnostics.addAll((0,parser/* parse */.q)(workflow.chain).diagnostics.sorted());
        return { ...known, ...none, diagnostics: diagnostics.sorted() };
    }
    if (!workflow)
        return { ...known, ...none, diagnostics: diagnostics.sorted() };
    const planned = planChain(project, {
        ...workflow,
        checkOnly: request.checkOnly ?? false,
        hosted: request.jobs === true && isHosted(runsOn),
        jobs: request.jobs ?? false,
        given: request.given.map(({ name: param, value, source }) => ({
            name: param,
            value,
            origin: { source, span: { start: 0, end: source.text.length } },
        })),
    });
    planned.diagnostics.addAll(diagnostics.sorted());
    const plan = planned.diagnostics.hasErrors ? undefined : planned.plan;
    const made = plan === undefined ? none : { plan, sources: (0,sources/* sourcesHash */.tM)(loaded.files, plan) };
    return { ...known, ...made, diagnostics: planned.diagnostics.sorted() };
}
function commandNames({ commands }) {
    return [...commands.values()].map(({ name }) => name);
}
/** Whether GitHub's own bounds hold there; a label of one's own may stand for any machine. */
function isHosted(runsOn) {
    return [runsOn].flat().every((label) => /^(?:ubuntu|windows|macos)-/i.test(label));
}
function prepare_headOf(text) {
    return text.slice(0, text.indexOf(':'));
}
/** The name of a file, or one bare word, though it has a `/` or `:` as `ml/run`, is a workflow; anything else is a chain. */
function wantedOf(text, shownAs) {
    const hasArrow = /→|->/.test(text);
    const isFile = /\.ya?ml$/.test(text) && !hasArrow;
    const isConstruct = text.includes(':') && ((0,keywords/* beginsConstruct */.yu)(text) || keywords/* reservedWords */.Yw.has((0,keywords/* keywordName */.xP)(prepare_headOf(text))));
    const isChain = !isFile && (hasArrow || isConstruct || /^\s*\/|[\s[(;&|$>=]/.test(text));
    return isChain ? { is: 'chain', source: (0,source/* sourceOf */.vz)(shownAs, text) } : { is: 'workflow', reference: text };
}


/***/ }),

/***/ 34508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lg: () => (/* binding */ sourcesWith),
/* harmony export */   tM: () => (/* binding */ sourcesHash)
/* harmony export */ });
/* unused harmony export compiledFormat */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** What a plan is made from, as one hash: whoever plans again can tell whether anything has changed since. */

/** Of compiled files: another one is written by another compiler, though from the same sources. */
const compiledFormat = 1;
/**
 * 64 hexadecimal digits. Files are those of the load that the plan came from. Line ends do not count: a clone may have
 * others. The baseline does not either: it is data, which accepting a model changes.
 */
function sourcesHash(files, { nodes }) {
    const inPlan = new Set(nodes.map(({ at }) => at.file));
    const lines = files
        .filter(({ is, shown }) => is === 'definitions' || inPlan.has(shown))
        .map(({ path, text }) => `${sha256(text.replaceAll('\r\n', '\n'))}  ${path}`);
    return sha256([...lines.sort(), `compiler ${compiledFormat}`].map((line) => `${line}\n`).join(''));
}
/** For a compiled file: the layout of its jobs counts too, so that no file is run with another one than it was made for. */
function sourcesWith(sources, layoutKey) {
    return sha256(`${sources}\n${layoutKey}\n`);
}
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text, 'utf8').digest('hex');
}


/***/ })

};
