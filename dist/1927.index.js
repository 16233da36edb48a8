export const id = 1927;
export const ids = [1927,8407];
export const modules = {

/***/ 41927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ layOut)
});

// EXTERNAL MODULE: ./build/jobs/layout.js
var layout = __webpack_require__(98407);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(71583);
;// CONCATENATED MODULE: ./build/jobs/legs.js
/** A parallel block → the legs of its matrix. */


/** Of all blocks of a plan: its pods are looked through once. */
class LegMaker {
    #plan;
    #byId;
    /** By the nearest block that the units of a scope stand in the branches of. */
    #scopes = new Map();
    constructor(plan, byId) {
        this.#plan = plan;
        this.#byId = byId;
        for (const scope of plan.pods ?? []) {
            const block = scope.of === 'run' ? undefined : this.#branchOf(scope.units[0])?.block;
            if (block === undefined)
                continue;
            const known = this.#scopes.get(block);
            if (known)
                known.push(scope);
            else
                this.#scopes.set(block, [scope]);
        }
    }
    legsOf(block) {
        const { branches } = block;
        const shared = this.#shared(block);
        const groups = evenly(shared, layout/* mostLegs */.Vr);
        const size = groups.reduce((most, group) => Math.max(most, group.length), 1);
        const bounds = [
            ...(block.max === null ? [] : [Math.floor(block.max / size)]),
            ...this.#pods(block, size),
        ];
        const places = new Map(branches.map((branch, index) => [branch, index + 1]));
        const labels = unique(labelsOf(groups, branches.map((id) => this.#first(id)), places));
        return {
            legs: groups.map((group, index) => ({ label: labels[index] ?? '', branches: group })),
            max: bounds.length === 0 ? null : Math.max(1, Math.min(...bounds)),
        };
    }
    /** What a branch is named by: of several elements the first command. */
    #first(branch) {
        let at = this.#byId.get(branch);
        while (at && at.kind !== 'unit' && at.kind !== 'call') {
            const [child] = (0,plan/* childrenOf */.LU)(at);
            const below = child === undefined ? undefined : this.#byId.get(child);
            if (!below)
                break;
            at = below;
        }
        return at;
    }
    /** Branches that share a pod, as many as it has slots; all others alone. */
    #shared(block) {
        const scopes = (this.#scopes.get(block.id) ?? []).filter((scope) => scope.of === 'block');
        const slots = Math.min(block.max ?? Number.POSITIVE_INFINITY, ...scopes.flatMap((scope) => this.#slotsOf(scope)));
        if (scopes.length === 0 || slots <= 1)
            return block.branches.map((branch) => [branch]);
        const sharing = new Set();
        for (const { units } of scopes)
            for (const unit of units) {
                const branch = this.#branchOf(unit)?.branch;
                if (branch !== undefined)
                    sharing.add(branch);
            }
        const groups = [];
        let open;
        for (const branch of block.branches) {
            if (!sharing.has(branch))
                groups.push([branch]);
            else if (open && open.length < slots)
                open.push(branch);
            else {
                open = [branch];
                groups.push(open);
            }
        }
        return groups;
    }
    #slotsOf({ units, target }) {
        return units.flatMap((id) => {
            const node = this.#byId.get(id);
            const command = node?.kind === 'unit' ? this.#plan.commands[node.command] : undefined;
            return command?.is === 'run' ? [command.slots ?? this.#plan.targets?.[target]?.slots ?? 1] : [];
        });
    }
    /** What its targets allow at once, and each leg has pods of its own. */
    #pods({ id }, size) {
        return (this.#scopes.get(id) ?? []).flatMap(({ of, pods, target: name }) => {
            if (of === 'block')
                return [pods];
            const target = this.#plan.targets?.[name];
            return target?.kind === 'runpod' ? [Math.floor(target.pods / size)] : [];
        });
    }
    #branchOf(id) {
        let at = id === undefined ? undefined : this.#byId.get(id);
        while (at !== undefined && at.parent !== null) {
            const above = this.#byId.get(at.parent);
            if (above?.kind === 'parallel' || above?.kind === 'fork')
                return { block: above.id, branch: at.id };
            at = above;
        }
        return undefined;
    }
}
/** At most so many groups, of neighbours and about the same length. */
function evenly(groups, most) {
    const size = Math.max(1, Math.ceil(groups.length / most));
    const merged = [];
    for (let at = 0; at < groups.length; at += size)
        merged.push(groups.slice(at, at + size).flat());
    return merged;
}
/** Together they are one variable of the environment, which has a bound. */
const longestLabel = 60;
const longestName = 100;
function labelsOf(groups, branches, places) {
    const labels = branchLabels(branches);
    return groups.map((group) => {
        const numbers = group.map((id) => places.get(id) ?? 0);
        const [first = 0] = numbers;
        const last = numbers.at(-1) ?? first;
        const text = numbers.map((number) => labels[number - 1] ?? '').join(' + ');
        if (group.length === 1 || text.length <= longestLabel)
            return text;
        return `cells ${first}-${last}`;
    });
}
function branchLabels(branches) {
    const points = branches.map((node) => (node?.kind === 'unit' ? pointText(node.point) : ''));
    const commands = new Set(branches.map((node) => (node?.kind === 'unit' ? node.command : undefined)));
    if (commands.size === 1 && points.every((text) => text !== '') && new Set(points).size === points.length)
        return points;
    const ids = branches.map((node) => node?.id ?? '');
    // An id is a place and a name, `2.1-train-sigma-0.10`.
    const names = ids.map((id) => plain(id.replace(/^(?:[\d.]+|x[0-9a-z]+)-/, '')));
    return new Set(names).size === names.length ? names : ids.map(plain);
}
function pointText(point) {
    return plain(point.map(({ axis, value }) => `${axis}-${value}`).join(' '));
}
/** Fit for any place on GitHub, and for a comparison that knows no case or kind of blank. */
function plain(text) {
    const fit = text.replace(/[^A-Za-z0-9._+:=-]+/g, (found) => (/^ +$/.test(found) ? ' ' : '-'));
    return fit.slice(0, longestName);
}
function unique(labels) {
    const used = new Set();
    return labels.map((label) => {
        let name = label;
        for (let count = 2; used.has(name); count += 1)
            name = `${label} ${count}`;
        used.add(name);
        return name;
    });
}
/** All that stands below the nodes, and they. */
function* below(byId, ids) {
    const open = [...ids];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        const node = byId.get(id);
        if (!node)
            continue;
        yield node;
        for (const child of (0,plan/* childrenOf */.LU)(node))
            open.push(child);
    }
}

;// CONCATENATED MODULE: ./build/jobs/step-names.js
/** What steps and jobs are called: as a person recognises them from the chain. */

/** So many characters of a name; a whole element more where the first alone is longer. */
const step_names_longestName = 80;
/** What the branch adds to the names of all that stands in it: `then · /deploy`. */
function named(branch, title) {
    return branch === '' ? title : `${branch} · ${title}`;
}
/** `/a → /b → …` */
function joined(names) {
    let text = '';
    for (const [index, name] of names.entries()) {
        const next = index === 0 ? clip(name) : `${text} → ${name}`;
        if (next.length > step_names_longestName && index > 0)
            return `${text} → …`;
        text = next;
    }
    return text;
}
/** What is nested deeper is not named. */
const deepestName = 20;
/** Of several elements in one step. */
function titleOfAll(byId, ids, depth = 0) {
    const titles = [];
    let length = 0;
    for (const id of ids) {
        // What would be cut off is not looked at: there may be ten thousand.
        if (length > step_names_longestName) {
            titles.push('');
            break;
        }
        const title = titleOf(byId, id, depth + 1);
        length += title.length;
        titles.push(title);
    }
    return joined(titles);
}
function titleOf(byId, id, depth = 0) {
    const node = byId.get(id);
    if (!node || depth > deepestName)
        return '…';
    switch (node.kind) {
        case 'sequence':
            return isOneElement(node) ? clip(node.title) : titleOfAll(byId, node.children, depth);
        case 'retry':
        case 'repeat':
        case 'timeout':
        case 'budget': {
            const body = titleOf(byId, node.body, depth + 1);
            const isGroup = byId.get(node.body)?.kind === 'sequence' && body.includes(' → ');
            return clip(`${node.title} → ${isGroup ? `(${body})` : body}`);
        }
        case 'fork': {
            const [first, ...others] = node.branches.slice(0, 4).map((branch) => titleOf(byId, branch, depth + 1));
            return clip([first, ...others].join(' & '));
        }
        default:
            return clip(node.title === '' ? titleOfAll(byId, (0,plan/* childrenOf */.LU)(node).slice(0, 1), depth) : node.title);
    }
}
/** A sequence that is written as one element: a pipe, or a command of which something is kept, `/train > winner`. */
function isOneElement({ kind, title }) {
    return kind === 'sequence' && title !== '' && title !== 'chain';
}
/** The command that all branches run, else what the block is. */
function blockName(plan, byId, { branches }) {
    const commands = new Set(branches.map((id) => commandOf(plan, byId.get(id))));
    const [only] = commands;
    return only === undefined || commands.size > 1 ? 'parallel' : only;
}
function commandOf({ commands }, node) {
    if (node?.kind === 'call')
        return `/${node.command}`;
    if (node?.kind !== 'unit')
        return undefined;
    const command = commands[node.command];
    const agent = command?.is === 'agent' || command?.is === 'run' ? command.agent : undefined;
    return agent?.name ?? `/${node.command}`;
}
function clip(text) {
    const line = text.replace(/\s+/g, ' ');
    return line.length <= step_names_longestName ? line : `${line.slice(0, step_names_longestName - 1).trimEnd()}…`;
}

;// CONCATENATED MODULE: ./build/jobs/group-steps.js



/** By the smallest parts of the chain of which there are few enough, else evenly. */
function grouped(steps, byId) {
    if (steps.length <= layout/* mostSteps */.JS)
        return steps;
    const paths = steps.map((step) => pathTo(step, byId));
    let level = paths.reduce((deepest, path) => Math.max(deepest, path.length), 0) - 1;
    let starts = startsAt(paths, level);
    let finer = starts;
    while (starts.length > layout/* mostSteps */.JS && level > 0) {
        level -= 1;
        finer = starts;
        starts = startsAt(paths, level);
    }
    // All of it in one step would show nothing.
    const groups = groupsFrom(steps, starts.length > 1 ? starts : finer);
    return evenly(groups, layout/* mostSteps */.JS).map(merged);
}
/** From the root. */
function pathTo({ holds, decides }, byId) {
    const path = [];
    let id = holds[0] ?? decides[0]?.node ?? null;
    for (; id !== null; id = byId.get(id)?.parent ?? null)
        path.push(id);
    return path.reverse();
}
/** Where another part begins, when parts are the nodes so deep in the tree. */
function startsAt(paths, level) {
    const starts = [];
    let before;
    paths.forEach((path, index) => {
        const own = path[Math.min(level, path.length - 1)];
        if (index === 0 || own !== before)
            starts.push(index);
        before = own;
    });
    return starts;
}
function groupsFrom(steps, starts) {
    return starts.map((start, index) => steps.slice(start, starts[index + 1]));
}
function merged(steps) {
    const [only] = steps;
    if (only && steps.length === 1)
        return only;
    return {
        name: joined(steps.map(({ name }) => name)),
        holds: steps.flatMap(({ holds }) => holds),
        decides: steps.flatMap(({ decides }) => decides),
    };
}

// EXTERNAL MODULE: ./build/plan/estimate.js + 1 modules
var estimate = __webpack_require__(57403);
// EXTERNAL MODULE: ./build/plan/pods.js
var pods = __webpack_require__(43188);
;// CONCATENATED MODULE: ./build/jobs/needed.js
/** What units need to be carried out: variables, and minutes. */




/** For what a job does besides: fetching, restoring, handing over. */
const minutesBeside = 15;
class Needed {
    #plan;
    #byId;
    #estimate;
    /** By the tightest `timeout:` around each node. */
    #within = new Map();
    #ofTarget = new Map();
    constructor(plan, byId) {
        this.#plan = plan;
        this.#byId = byId;
        this.#estimate = (0,estimate/* estimate */.j)(plan);
        for (const [name, target] of Object.entries(plan.targets ?? {}))
            this.#ofTarget.set(name, target.kind === 'runpod'
                ? [target.key]
                : variablesOf([target.host, target.port, target.user, target.key, target.hostKey]));
        // Parents stand before their children.
        for (const node of plan.nodes) {
            const around = node.parent === null ? undefined : this.#within.get(node.parent);
            const own = node.kind === 'timeout' ? node.seconds : Number.POSITIVE_INFINITY;
            const bound = Math.min(own, around ?? Number.POSITIVE_INFINITY);
            if (Number.isFinite(bound))
                this.#within.set(node.id, bound);
        }
    }
    /** Names, sorted. */
    variables(ids) {
        const names = new Set();
        for (const node of below(this.#byId, ids)) {
            if (node.kind !== 'unit')
                continue;
            const command = this.#plan.commands[node.command];
            if (command?.is === 'run')
                for (const name of command.env)
                    names.add(name);
            const target = command === undefined || command.is === 'builtin' ? '' : command.target;
            for (const name of this.#ofTarget.get(target) ?? [])
                names.add(name);
        }
        return [...names].sort();
    }
    /** Names of the settings by which is kept, and ended, what these make outside: pods, and the lock of a host. */
    settings(ids) {
        return [...below(this.#byId, ids)].flatMap((node) => {
            const command = node.kind === 'unit' ? this.#plan.commands[node.command] : undefined;
            if (command === undefined || command.is === 'builtin')
                return [];
            const isCheck = command.is === 'setup' && this.#plan.targets?.[command.target]?.kind === 'runpod';
            return isCheck ? [] : (this.#ofTarget.get(command.target) ?? []);
        });
    }
    /** Of one thing after the other; infinite where nothing bounds it. */
    seconds(ids) {
        let seconds = 0;
        for (const id of ids) {
            // Nobody waits in a job for a person.
            if (this.#byId.get(id)?.kind === 'approval')
                continue;
            const own = this.#estimate.seconds.get(id) ?? Number.POSITIVE_INFINITY;
            seconds += Math.min(own, this.#within.get(id) ?? Number.POSITIVE_INFINITY);
            for (const node of below(this.#byId, [id]))
                if (node.kind === 'unit' && this.#isOnPod(node)) {
                    seconds += pods/* secondsToReady */.se;
                    break;
                }
        }
        return seconds;
    }
    #isOnPod({ command: key }) {
        const command = this.#plan.commands[key];
        if (command?.is !== 'run' && command?.is !== 'transfer')
            return false;
        return this.#plan.targets?.[command.target]?.kind === 'runpod';
    }
}
/** Whole minutes of a job whose units take so long. */
function minutesFor(seconds) {
    return Math.min(layout/* hostedMinutes */.LI, Math.ceil(seconds / 60) + minutesBeside);
}
function variablesOf(settings) {
    return settings.flatMap((setting) => ('variable' in setting ? [setting.variable] : []));
}

;// CONCATENATED MODULE: ./build/jobs/drafts.js
class Drafts {
    jobs = [];
    /** The first job: in it the chain begins. */
    plan;
    constructor() {
        this.plan = this.#stretch([]);
    }
    /** The job that takes the step in: the latest that control may come from. */
    step(entries, step) {
        const job = this.#open(entries);
        enter(job, entries);
        job.steps.push(step);
        return job;
    }
    inEnvironment(entries, environment, step) {
        const job = this.#stretch([], environment);
        enter(job, entries);
        job.steps.push(step);
        return job;
    }
    /** The job that joins the block: it follows at once, and nothing else does. */
    matrix(entries, block) {
        const { name, block: node, isTolerated } = block;
        const matrix = { is: 'matrix', ...this.#base(), name, block: node, isTolerated };
        own(matrix);
        this.jobs.push(matrix);
        enter(matrix, entries);
        const join = this.#stretch([matrix]);
        // What hands over to the block has said so to the join too: a matrix has no output of its own.
        enter(join, entries);
        enter(join, matrix.only);
        return join;
    }
    /** After all others. */
    conclude() {
        return this.#stretch([]);
    }
    #open(entries) {
        let latest;
        for (const job of entries)
            if (!latest || job.number > latest.number)
                latest = job;
        if (latest?.is !== 'stretch')
            throw new Error('internal: a step has no job; please report this');
        if (latest.environment === undefined)
            return latest;
        latest.after ??= this.#stretch([]);
        return latest.after;
    }
    #stretch(joins, environment) {
        const named = environment === undefined ? {} : { environment };
        const job = { is: 'stretch', ...this.#base(), joins, steps: [], ...named };
        own(job);
        this.jobs.push(job);
        return job;
    }
    #base() {
        return { number: this.jobs.length, needs: new Set(), only: new Set() };
    }
}
function own(job) {
    job.only.add(job);
}
function enter(job, entries) {
    for (const entry of entries)
        if (entry !== job)
            job.needs.add(entry);
}

;// CONCATENATED MODULE: ./build/jobs/place.js



function placed(plan) {
    const placer = new Placer(plan);
    const conclude = placer.chain();
    return { drafts: placer.drafts, conclude };
}
class Placer {
    drafts = new Drafts();
    #plan;
    #byId;
    constructor(plan) {
        this.#plan = plan;
        this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
    }
    /** Gives the job that ends the run, in which the handlers of the whole chain stand. */
    chain() {
        const root = this.#node(this.#plan.root);
        const part = { branch: '', isTolerated: false, staysInJob: false };
        const { only } = this.drafts.plan;
        this.#run({ id: root.kind === 'handlers' ? root.body : root.id, entries: only, part });
        const conclude = this.drafts.conclude();
        if (root.kind !== 'handlers')
            return conclude;
        const inside = { ...part, staysInJob: true };
        const handlers = [
            { id: root.onFailure, branch: 'on_failure' },
            { id: root.finally, branch: 'finally' },
        ];
        for (const { id, branch } of handlers)
            if (id !== null)
                this.#run({ id, entries: conclude.only, part: { ...inside, branch } });
        return conclude;
    }
    #run(visit) {
        const open = [this.#place(visit)];
        let last = { exits: nowhere, fails: nowhere };
        for (let top = open.at(-1); top; top = open.at(-1)) {
            const { done, value } = top.next(last);
            if (done) {
                last = value;
                open.pop();
            }
            else
                open.push(this.#place(value));
        }
    }
    /** A host that is there already is one machine: more jobs would only wait for its slots, and for its workspace. */
    #usesOneHost(node) {
        const { commands, targets = {} } = this.#plan;
        for (const one of below(this.#byId, [node.id])) {
            const command = one.kind === 'unit' ? commands[one.command] : undefined;
            if (command && 'target' in command && targets[command.target]?.kind === 'ssh')
                return true;
        }
        return false;
    }
    *#place({ id, entries, part }) {
        const node = this.#node(id);
        switch (node.kind) {
            case 'unit':
            case 'require':
            case 'assignment':
            case 'wait':
            case 'approval':
            case 'retry':
            case 'repeat':
            case 'fork':
                return this.#hold([id], titleOf(this.#byId, id), entries, part);
            case 'barrier':
                // With forks to wait for it stands in their step; without them it waits for nothing.
                return { exits: entries, fails: nowhere };
            case 'sequence':
                return this.#isHeld(node)
                    ? this.#hold([id], titleOf(this.#byId, id), entries, part)
                    : yield* this.#sequence(node, entries, part);
            case 'parallel': {
                if (part.staysInJob || this.#plan.fanout === 'job' || this.#usesOneHost(node))
                    return this.#hold([id], titleOf(this.#byId, id), entries, part);
                const name = named(part.branch, blockName(this.#plan, this.#byId, node));
                const isTolerated = part.isTolerated || node.min < node.branches.length;
                const { only } = this.drafts.matrix(entries, { name, block: node, isTolerated });
                return { exits: only, fails: only };
            }
            case 'branch':
                return yield* this.#branch(node, entries, part);
            case 'case': {
                const { only } = this.#decision(node.id, 0, node.title, entries, part);
                const leavings = [{ exits: nowhere, fails: only }];
                for (const { patterns, body } of node.arms) {
                    const branch = `case ${patterns.join('|')}`;
                    leavings.push(yield { id: body, entries: only, part: { ...part, branch } });
                }
                return { exits: exitsOf(leavings), fails: failsOf(leavings) };
            }
            case 'logical': {
                const isOr = node.operator === '||';
                const inside = isOr ? { ...part, isTolerated: true } : part;
                const left = yield { id: node.left, entries, part: inside };
                const right = yield { id: node.right, entries: isOr ? failing(left) : left.exits, part };
                return {
                    exits: isOr ? exitsOf([left, right]) : right.exits,
                    fails: failsOf([left, right]),
                };
            }
            case 'call': {
                const { exits, fails } = yield { id: node.body, entries, part };
                // A parameter without a value fails before anything of it has run.
                return { exits, fails: node.parameters.length === 0 ? fails : union([entries, fails]) };
            }
            case 'fallback': {
                const isUnit = this.#node(node.body).kind === 'unit';
                return isUnit
                    ? this.#hold([node.body], titleOf(this.#byId, id), entries, part)
                    : yield { id: node.body, entries, part };
            }
            case 'timeout':
            case 'budget':
                return yield { id: node.body, entries, part };
            case 'try':
                return yield* this.#try(node, entries, part);
            case 'handlers':
                return yield* this.#handlers(node, entries, part);
        }
    }
    /** One step for all of them. */
    #hold(holds, title, entries, part) {
        const step = { name: named(part.branch, title), holds, decides: [] };
        const environment = part.staysInJob ? undefined : this.#environmentOf(holds);
        const { only } = environment === undefined
            ? this.drafts.step(entries, step)
            : this.drafts.inEnvironment(entries, environment, step);
        return { exits: only, fails: only };
    }
    #decision(node, arm, title, entries, part) {
        return this.drafts.step(entries, {
            name: named(part.branch, title),
            holds: [],
            decides: [{ node, arm }],
        });
    }
    *#sequence(node, entries, part) {
        const { children } = node;
        const always = new Set(node.always);
        const lastAlways = children.findLastIndex((child) => always.has(child));
        const gateOver = gatesOver(node);
        const from = new Map((node.guards ?? []).map((guard) => [guard.gate, guard.from]));
        const fails = [];
        let exits = entries;
        /** Failures before it have come to an element that runs whatever happened. */
        let since = 0;
        let wentOn = false;
        for (let index = 0; index < children.length;) {
            const end = this.#isFork(children[index])
                ? this.#endOfForks(children, index, lastAlways, gateOver)
                : index + 1;
            let first = index;
            let isAlways = false;
            for (let at = index; at < end; at += 1) {
                const child = children[at];
                if (child !== undefined && always.has(child))
                    isAlways = true;
                first = Math.min(first, isAlways ? since : (from.get(at) ?? first));
            }
            const skipping = fails.slice(first, index);
            wentOn ||= isAlways && skipping.some(({ size }) => size > 0);
            const into = union([exits, ...skipping]);
            if (isAlways)
                since = index;
            const inside = gateOver[index] === undefined ? part : { ...part, isTolerated: true };
            const held = children.slice(index, end);
            const [only] = held;
            const leaving = only !== undefined && !this.#isFork(only)
                ? yield { id: only, entries: into, part: inside }
                : this.#hold(held, titleOfAll(this.#byId, held), into, inside);
            exits = leaving.exits;
            for (; index < end; index += 1)
                fails.push(leaving.fails);
        }
        const all = union(fails);
        // A failure that something ran behind is one still when that has succeeded.
        return { exits, fails: wentOn ? union([all, exits]) : all };
    }
    #isFork(id) {
        return id !== undefined && this.#node(id).kind === 'fork';
    }
    /**
     * Where what a fork has begun is joined: behind the barrier, unless a failure before it can skip it, or at the end. Up
     * to there control is in several places.
     */
    #endOfForks(children, begin, lastAlways, gateOver) {
        /** The furthest place that a failure of what stands beside the forks can skip to. */
        let reach = -1;
        for (let at = begin; at < children.length; at += 1) {
            const { kind } = this.#node(children[at]);
            if (kind === 'barrier' && reach <= at)
                return at + 1;
            if (kind !== 'fork' && kind !== 'barrier')
                reach = Math.max(reach, lastAlways, gateOver[at] ?? -1);
        }
        return children.length;
    }
    *#branch(node, entries, part) {
        const leavings = [];
        let asked = entries;
        for (const [arm, { gate, body }] of node.arms.entries()) {
            const title = arm === 0 ? titleOf(this.#byId, node.id) : `/elif:${gate.text}`;
            const { only } = this.#decision(node.id, arm, title, asked, part);
            asked = only;
            leavings.push({ exits: nowhere, fails: only });
            const branch = arm === 0 ? 'then' : `elif ${gate.text}`;
            leavings.push(yield { id: body, entries: only, part: { ...part, branch } });
        }
        if (node.otherwise !== null)
            leavings.push(yield { id: node.otherwise, entries: asked, part: { ...part, branch: 'else' } });
        else if (node.closed)
            leavings.push({ exits: asked, fails: nowhere });
        return { exits: exitsOf(leavings), fails: failsOf(leavings) };
    }
    *#try(node, entries, part) {
        const isTolerated = part.isTolerated || node.catches.length > 0;
        const body = yield { id: node.body, entries, part: { ...part, isTolerated } };
        const leavings = [{ exits: nowhere, fails: body.fails }];
        for (const { label, body: id } of node.catches)
            leavings.push(yield { id, entries: failing(body), part: { ...part, branch: `catch ${label}` } });
        if (node.otherwise === null)
            leavings.push({ exits: body.exits, fails: nowhere });
        else
            leavings.push(yield { id: node.otherwise, entries: body.exits, part: { ...part, branch: 'else' } });
        return yield* this.#finally(node.finally, entries, leavings, part);
    }
    /** Of a chain that is called: its caller goes on behind it. */
    *#handlers(node, entries, part) {
        const body = yield { id: node.body, entries, part };
        const leavings = [body];
        if (node.onFailure !== null) {
            const inside = { ...part, branch: 'on_failure' };
            const { exits, fails } = yield { id: node.onFailure, entries: failing(body), part: inside };
            leavings.push({ exits: nowhere, fails: union([exits, fails]) });
        }
        return yield* this.#finally(node.finally, entries, leavings, part);
    }
    *#finally(last, begun, leavings, part) {
        const before = { exits: exitsOf(leavings), fails: failsOf(leavings) };
        if (last === null)
            return before;
        // A `timeout:` around it may run out, or the run be cancelled, before anything of it has begun.
        const entries = union([begun, before.exits, before.fails]);
        const { exits, fails } = yield { id: last, entries, part: { ...part, branch: 'finally' } };
        return { exits, fails: before.fails.size === 0 ? fails : union([exits, fails]) };
    }
    /** A pipe hands on what it reads as it goes; what is kept of a command belongs to its step. */
    #isHeld(node) {
        if (node.is === 'pipe')
            return true;
        return isOneElement(node) && node.children.every((id) => isLeaf(this.#node(id)));
    }
    #environmentOf(holds) {
        const [id] = holds;
        const node = id === undefined ? undefined : this.#node(id);
        if (node?.kind === 'sequence' && node.is !== 'pipe')
            return this.#environmentOf(node.children);
        const command = node?.kind === 'unit' ? this.#plan.commands[node.command] : undefined;
        return command?.is === 'run' ? command.environment : undefined;
    }
    #node(id) {
        const node = this.#byId.get(id);
        if (!node)
            throw new Error(`internal: the plan has no node ${id}; please report this`);
        return node;
    }
}
const nowhere = new Set();
function isLeaf({ kind }) {
    return kind === 'unit' || kind === 'assignment';
}
/** For each child the gate that a failure of it skips to. */
function gatesOver({ guards = [] }) {
    const gates = [];
    for (const { from, gate } of guards)
        for (let at = from; at < gate; at += 1)
            gates[at] = gate;
    return gates;
}
/** What stands behind a failure that cannot happen is placed behind the rest. */
function failing({ exits, fails }) {
    return fails.size === 0 ? exits : fails;
}
function exitsOf(leavings) {
    return union(leavings.map(({ exits }) => exits));
}
function failsOf(leavings) {
    return union(leavings.map(({ fails }) => fails));
}
/** One of the sets where that is the answer. */
function union(sets) {
    let all = nowhere;
    let own;
    for (const set of sets) {
        if (set === all || set.size === 0)
            continue;
        if (all.size === 0) {
            all = set;
            continue;
        }
        for (const job of set) {
            if (all.has(job))
                continue;
            own ??= new Set(all);
            own.add(job);
            all = own;
        }
    }
    return all;
}

;// CONCATENATED MODULE: ./build/jobs/lay-out.js






function layOut(plan) {
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    const { drafts, conclude } = placed(plan);
    const needed = new Needed(plan, byId);
    const legs = new LegMaker(plan, byId);
    const isNeeded = new Set(drafts.jobs.flatMap(({ needs }) => [...needs]));
    // A job that joins a block at the end of the chain: `conclude` does that.
    const isIdle = (job) => job.is === 'stretch' && job.joins.length > 0 && job.steps.length === 0 && !isNeeded.has(job);
    const kept = drafts.jobs.filter((job) => !isIdle(job));
    const joinsAtEnd = drafts.jobs.flatMap((job) => (job.is === 'stretch' && isIdle(job) ? job.joins : []));
    const ids = new Map(kept.map((job, index) => [job, idOf(job, index + 1, drafts.plan, conclude)]));
    const id = (job) => ids.get(job) ?? '';
    // Where a cancel or a lost runner has kept them from running, `conclude` runs them.
    const cleanups = plan.nodes.flatMap((node) => node.kind === 'try' && node.finally !== null ? [node.finally] : []);
    let steps = 0;
    const stretch = (job) => {
        const joins = job === conclude ? joinsAtEnd : job.joins;
        const held = new Set();
        const own = grouped(job.steps, byId).map((step) => {
            steps += 1;
            const { name, holds, decides } = step;
            const variables = [...new Set([...held, ...needed.variables(holds)])].sort();
            // What it makes outside stays for the steps behind it, and the last of them ends it.
            for (const setting of needed.settings(holds))
                held.add(setting);
            return { id: `n${steps}`, name, holds, decides, variables };
        });
        return {
            is: 'stretch',
            id: id(job),
            name: nameOf(job, drafts.plan, conclude),
            needs: needsOf(job, id, conclude, kept, drafts.plan),
            joins: joins.map(id),
            minutes: minutesFor(needed.seconds([...job.steps.flatMap(({ holds }) => holds), ...(job === conclude ? cleanups : [])])),
            ...(job.environment === undefined ? {} : { environment: job.environment }),
            steps: own,
        };
    };
    const matrix = (job) => {
        const { block, isTolerated, name } = job;
        const made = legs.legsOf(block);
        const seconds = made.legs.reduce((most, leg) => Math.max(most, needed.seconds(leg.branches)), 0);
        return {
            is: 'matrix',
            id: id(job),
            name,
            needs: needsOf(job, id, conclude, kept, drafts.plan),
            minutes: minutesFor(seconds),
            block: block.id,
            ...made,
            isTolerated,
            variables: needed.variables(block.branches),
        };
    };
    return { jobs: kept.map((job) => (job.is === 'stretch' ? stretch(job) : matrix(job))) };
}
function idOf(job, number, plan, conclude) {
    if (job === plan)
        return layout/* planJob */.b1;
    if (job === conclude)
        return layout/* concludeJob */.P0;
    if (job.is === 'matrix')
        return `m${number}`;
    return `${job.environment === undefined ? 'j' : 'e'}${number}`;
}
/** In the order of the chain. A run that goes on jumps from the first job to any. */
function needsOf(job, id, conclude, all, plan) {
    if (job === conclude)
        return all.filter((other) => other !== job).map(id);
    const needs = job === plan ? [] : [...new Set([plan, ...job.needs])];
    return needs.sort((a, b) => a.number - b.number).map(id);
}
function nameOf(job, plan, conclude) {
    if (job === conclude)
        return layout/* concludeJob */.P0;
    const steps = joined(job.steps.map(({ name }) => name));
    if (job === plan)
        return steps === '' ? layout/* planJob */.b1 : `${layout/* planJob */.b1} · ${steps}`;
    if (steps !== '')
        return steps;
    return `behind ${joined(job.joins.map(({ name }) => name))}`;
}


/***/ }),

/***/ 98407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ mostSteps),
/* harmony export */   LI: () => (/* binding */ hostedMinutes),
/* harmony export */   P0: () => (/* binding */ concludeJob),
/* harmony export */   Vr: () => (/* binding */ mostLegs),
/* harmony export */   b1: () => (/* binding */ planJob)
/* harmony export */ });
const planJob = 'plan';
const concludeJob = 'conclude';
/** GitHub's limit for one matrix. */
const mostLegs = 256;
/** More in one job are put together by statement. */
const mostSteps = 50;
/** A job of a hosted runner ends after that, whatever it does. */
const hostedMinutes = 360;


/***/ }),

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


/***/ })

};
