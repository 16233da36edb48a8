export const id = 7351;
export const ids = [7351];
export const modules = {

/***/ 51375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ invalidOutput),
/* harmony export */   zJ: () => (/* binding */ resultOutput)
/* harmony export */ });
/* unused harmony export resultLimit */
/* harmony import */ var _reports_pods_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67694);
/** The report as the step's `result`: GitHub drops every output of a job whose outputs are over 1 MB together. */

/** In UTF-16 units; a job may have several such steps. */
const resultLimit = 200_000;
const mostRows = 100;
const mostFailures = 20;
const mostPods = 100;
/** What a reader misses least goes first; `truncated` says that something went. */
function resultOutput(report) {
    const withoutTails = { ...report, failures: report.failures.map((failure) => ({ ...failure, tail: [] })) };
    const fewerRows = {
        ...withoutTails,
        sweeps: report.sweeps.map((sweep) => ({
            ...sweep,
            rows: fewer(sweep.rows, mostRows, ({ best }) => best),
        })),
        ...(report.pods ? { pods: fewerPods(report.pods) } : {}),
    };
    const fewerFailures = { ...fewerRows, failures: withoutTails.failures.slice(0, mostFailures) };
    const verdict = {
        schema_version: report.schema_version,
        workflow: report.workflow,
        run: report.run,
        decision: report.decision,
        reason_code: report.reason_code,
        reason: report.reason.slice(0, 1000),
        started_at: report.started_at,
        seconds: report.seconds,
        ...(report.money ? { money: report.money } : {}),
    };
    return firstThatFits(report, [
        withoutTails,
        fewerRows,
        fewerFailures,
        { ...fewerFailures, steps: [] },
        verdict,
    ]);
}
function invalidOutput(fields) {
    const some = (most) => ({ ...fields, diagnostics: fields.diagnostics.slice(0, most) });
    return firstThatFits(fields, [some(100), some(10), some(0)]);
}
function firstThatFits(whole, smaller) {
    const text = JSON.stringify(whole);
    if (text.length <= resultLimit)
        return text;
    const texts = smaller.map((one) => JSON.stringify({ ...one, truncated: true }));
    return texts.find((one) => one.length <= resultLimit) ?? texts.at(-1) ?? '{}';
}
/** The first ones, among them the one that must stay. */
function fewer(items, most, mustStay) {
    const kept = items.slice(0, most);
    const missed = items.slice(most).find(mustStay);
    return missed === undefined ? kept : [...kept.slice(0, -1), missed];
}
/** What may still cost money stays; what was never made goes first. */
function fewerPods(pods) {
    const left = (0,_reports_pods_js__WEBPACK_IMPORTED_MODULE_0__/* .leftOver */ .WL)(pods);
    return [...left, ...pods.filter(({ status }) => status === 'ended')].slice(0, mostPods);
}


/***/ }),

/***/ 63272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   conclude: () => (/* binding */ conclude)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(38702);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49277);
/* harmony import */ var _github_names_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(50926);
/* harmony import */ var _github_result_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51375);
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(98407);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(71583);
/* harmony import */ var _reports_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34859);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22896);
/* harmony import */ var _job_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57533);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80635);
/* harmony import */ var _tell_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(56682);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(28693);
/** The last step of a run's last job: does what handlers are left, ends what was left behind, and gives the run its colour. */













async function conclude() {
    const needs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .readNeeds */ .Mu)();
    if (!(0,_job_file_js__WEBPACK_IMPORTED_MODULE_5__/* .hasJobFile */ ._q)(process.env)) {
        // `open` has said why.
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1('there is no run to conclude');
        return _exit_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .h.failed;
    }
    const file = (0,_job_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readJobFile */ .i5)(process.env);
    const { drivePart, readRun } = await Promise.all(/* import() */[__webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(3009), __webpack_require__.e(6158)]).then(__webpack_require__.bind(__webpack_require__, 3009));
    const before = readRun((0,_job_file_js__WEBPACK_IMPORTED_MODULE_5__/* .runDirectoryOf */ .Gg)(file));
    if (!before)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_9__/* .RunError */ .e4(`there is no run \`${file.run}\` in ${file.workspace}`);
    const { plan } = before;
    const { owners } = (0,_whole_js__WEBPACK_IMPORTED_MODULE_8__/* .wholeOf */ .l2)(plan);
    const token = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .hF)('token');
    const reporting = (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .reportersOf */ .MH)(plan, file, token);
    await reapLeft(before, file.run, file.workspace);
    const handlers = finallyNodes(plan);
    const { state, conclusion, losses, folder } = await drivePart({
        workspace: file.workspace,
        run: file.run,
        environment: process.env,
        signals: (0,_tell_js__WEBPACK_IMPORTED_MODULE_7__/* .signalsOf */ .B7)(file),
        reporters: () => reporting.reporters,
        part: {
            reach: {
                // `finally` always runs: also when the job where it stands was cancelled or lost.
                has: (node, arm) => owners.ownerOf(node, arm)?.job === _jobs_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .concludeJob */ .P0 || handlers.has(node),
                concludes: true,
            },
            continues: true,
            settles: () => true,
            handOver: (now) => endOf(now, needs),
        },
    });
    if (!conclusion)
        throw new Error('internal: the run was not concluded; please report this');
    const onGitHub = (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .readOnGitHub */ .HI)(folder.path);
    const report = { ...(0,_reports_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportOf */ .EI)(state, now()), workflow: (0,_github_names_js__WEBPACK_IMPORTED_MODULE_11__/* .labelOf */ .Wy)((0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .subjectOf */ .et)(plan, file)) };
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('decision', conclusion.decision);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('reason_code', conclusion.reasonCode);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('run', file.run);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('result', (0,_github_result_output_js__WEBPACK_IMPORTED_MODULE_2__/* .resultOutput */ .zJ)(report));
    const lost = [...losses, ...reporting.lost()];
    const { writeSummary } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 40844));
    if (onGitHub)
        await writeSummary(report, state, (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .triggerOf */ .ix)(process.env, onGitHub), lost);
    for (const loss of lost)
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(loss);
    if (conclusion.decision === 'waiting') {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm(conclusion.reason, { title: plan.name });
        return _exit_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .h.done;
    }
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(`${conclusion.decision}: ${conclusion.reason}`);
    const exitCode = (0,_exit_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodeOf */ .F)(conclusion.decision);
    if (exitCode !== _exit_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .h.done)
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(conclusion.reason, { title: plan.name });
    return exitCode;
}
const now = () => new Date().toISOString();
/** Nothing more can be done here: why the run is over although the chain is not. */
function endOf(state, needs) {
    if (state.conclusion)
        return [];
    const isCancelled = Object.values(needs).includes('cancelled');
    if (isCancelled && !state.stopping)
        return [{ type: 'cancel-requested', by: 'GitHub' }];
    const failed = Object.entries(needs).filter(([, result]) => result === 'failure');
    const jobs = failed.map(([job]) => `\`${job}\``).join(', ');
    const open = (0,_whole_js__WEBPACK_IMPORTED_MODULE_8__/* .openTitles */ .Yw)(state);
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
            open.push(...(0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_12__/* .childrenOf */ .LU)(node));
    }
    return found;
}
/** Pods of a job that was lost: no journal knows of them, and RunPod does. */
async function reapLeft({ plan }, run, folder) {
    const keys = Object.values(plan.targets ?? {}).flatMap((target) => target.kind === 'runpod' ? [target.key] : []);
    for (const name of new Set(keys)) {
        const key = process.env[name]?.trim() ?? '';
        if (key === '') {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(`nobody looked for pods that were left behind: \`${name}\` is not set`);
            continue;
        }
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(key);
        const { reapAccount } = await Promise.all(/* import() */[__webpack_require__.e(8816), __webpack_require__.e(7312), __webpack_require__.e(9000)]).then(__webpack_require__.bind(__webpack_require__, 56619));
        const result = await reapAccount({ environment: process.env, folder, key, run });
        if (result.problem !== undefined)
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(result.problem, { title: 'pods may be left' });
    }
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


/***/ })

};
