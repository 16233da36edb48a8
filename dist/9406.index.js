export const id = 9406;
export const ids = [9406];
export const modules = {

/***/ 40886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ dispatch),
/* harmony export */   b: () => (/* binding */ DispatchRefused)
/* harmony export */ });
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40654);
/* harmony import */ var _runs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51018);
/** Starts a workflow file on GitHub, once, and says which run that is. */


/** Of one sentence, for people. */
class DispatchRefused extends Error {
    name = 'DispatchRefused';
}
/** How far the clock of a runner may be behind GitHub's or before it. */
const skewSeconds = 60;
/** A run is in the list some seconds after its dispatch. */
const looks = [1, 2, 4, 8];
/**
 * Rejects with a `DispatchRefused` when GitHub says why not. After an answer that got lost the run is looked for before
 * another one is asked for: two of them would cost twice.
 */
async function dispatch(api, name, wanted) {
    const begun = new Date(Date.now() - skewSeconds * 1000);
    const find = async () => {
        await api.sleep(looks[1] ?? 2);
        const run = await dispatched(api, name, wanted, begun);
        return run && { run };
    };
    const sent = (details) => api.persist(() => ask(api, name, wanted, details), { find });
    try {
        // An Enterprise Server of before 2026 does not know the field, and may refuse it or answer nothing.
        const asked = await sent(true).catch((error) => {
            if (![400, 422].includes((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error)) || !/return_run_details/.test((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(error)))
                throw error;
            return sent(false);
        });
        if (asked.run)
            return asked.run;
        for (const seconds of looks) {
            await api.sleep(seconds);
            const run = await dispatched(api, name, wanted, asked.at ?? begun);
            if (run)
                return run;
        }
        return {};
    }
    catch (error) {
        throw refusalOf(error, wanted) ?? error;
    }
}
async function ask(api, name, { file, branch, inputs }, details) {
    const { data, headers } = await api.octokit.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
        ...{ ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), workflow_id: file, ref: branch, inputs: { ...inputs } },
        ...(details ? { return_run_details: true } : {}),
    });
    const { workflow_run_id: id, html_url: url } = (data ?? {});
    if (id !== undefined && url !== undefined)
        return { run: { id, url } };
    const at = Date.parse(headers.date ?? '');
    // Its times are whole seconds.
    return Number.isNaN(at) ? {} : { at: new Date(at - 1000) };
}
/** The newest run of the file that has this title. */
async function dispatched(api, name, { file, title }, since) {
    const runs = await (0,_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatchedSince */ .KW)(api, name, `.github/workflows/${file}`, since);
    const run = runs.find((candidate) => candidate.title === title);
    return run && { id: run.id, url: run.url };
}
function refusalOf(error, { file, branch }) {
    const path = `.github/workflows/${file}`;
    const refused = (why) => new DispatchRefused(`\`${path}\` was not started: ${why}`, { cause: error });
    switch ((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .isRateLimit */ .a5)(error) ? 429 : (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error)) {
        case 404:
            return refused(`there is no such workflow on the branch \`${branch}\``);
        case 403:
            return /disabled/i.test((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(error))
                ? refused('the workflow is disabled')
                : refused('the job needs `permissions: { actions: write }`');
        case 422:
            return refused((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(error));
        case 429:
            return refused("GitHub's rate limit for this token is reached");
        default:
            return undefined;
    }
}


/***/ }),

/***/ 73898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ rewriteComment),
/* harmony export */   e: () => (/* binding */ stickyComments)
/* harmony export */ });
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40654);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50926);
/** The comments of one workflow on all open pull requests: what a new run of their base branch makes out of date. */


/** Each costs a request. Pull requests that have lain longer are brought up to date by their own next run. */
const mostPulls = 50;
/** Of open pull requests into the branch, those first that have changed last. */
async function stickyComments(api, name, subject, base) {
    const { rest } = api.octokit;
    const { data: pulls } = await api.persist(() => rest.pulls.list({
        ...{ ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), state: 'open', base, sort: 'updated', direction: 'desc' },
        per_page: mostPulls,
    }));
    const marker = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .markerOf */ .we)(subject);
    const found = [];
    for (const { number: pull, head } of pulls) {
        const sticky = await api.persist(() => stickyOn(api, name, pull, marker));
        if (sticky)
            found.push({ ...sticky, pull, headSha: head.sha });
    }
    return found;
}
/** False when it is gone, or not to be edited by this token: GitHub's answers do not tell these apart. */
async function rewriteComment(api, name, id, body) {
    const request = { ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), comment_id: id, body };
    try {
        await api.persist(() => api.octokit.rest.issues.updateComment(request));
        return true;
    }
    catch (error) {
        if ((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .isForbidden */ .US)(error))
            return false;
        throw error;
    }
}
async function stickyOn(api, name, pull, marker) {
    const { octokit } = api;
    const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
        ...{ ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), issue_number: pull, per_page: 100 },
    });
    for await (const { data } of pages)
        for (const { id, body = '', user } of data)
            if (body.startsWith(marker) && (await api.isOwn(user)))
                return { id, body };
    return undefined;
}


/***/ }),

/***/ 10707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H9: () => (/* binding */ chainName),
/* harmony export */   c9: () => (/* binding */ chainFile),
/* harmony export */   ul: () => (/* binding */ routerFile),
/* harmony export */   wB: () => (/* binding */ compiledFile)
/* harmony export */ });
/** The names of workflow files on GitHub: of compiled workflows, and of the two that answer comments. */
/** Listens to comments and labels. */
const routerFile = 'ml.yml';
/** Runs chains that were typed into a comment. */
const chainFile = 'ml-run.yml';
/** What typed chains are called on GitHub: they are one workflow there, whatever stands in them. */
const chainName = 'ml-run';
/** Of a compiled workflow: `ml/train` is `ml-train.yml`. Never one of the other two. */
function compiledFile(workflow) {
    const name = workflow.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[-.]+/, '') || 'workflow';
    const file = `${name}.yml`;
    const isTaken = [routerFile, chainFile].includes(file.toLowerCase());
    return isTaken ? `${name}-jobs.yml` : file;
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

/***/ 94429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZF: () => (/* binding */ answer),
  xC: () => (/* binding */ reactTo)
});

// UNUSED EXPORTS: withoutCommands

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: ./build/github/api.js
var github_api = __webpack_require__(40654);
// EXTERNAL MODULE: ./build/github/comment.js
var comment = __webpack_require__(30079);
;// CONCATENATED MODULE: ./build/github/reactions.js
/** A reaction is the first answer to a comment: it is there before anything else has been read or started. */

/** The same one again changes nothing. */
async function react(api, name, comment, content) {
    await api.persist(() => api.octokit.rest.reactions.createForIssueComment({ ...(0,github_api/* placeOf */.$t)(name), comment_id: comment, content }));
}

;// CONCATENATED MODULE: ./build/router/answer.js
/** What is said to the person who wrote a comment: one reaction at once, and at most one answer, however often the job runs. */





const beginsWithACommand = /^([\s>*+-]*)\//;
const fence = /^(`{3,}|~{3,})/;
/** Never rejects: the work is worth more than the sign of it. */
async function reactTo(desk, { comment }, reaction) {
    if (comment === undefined)
        return;
    try {
        await react(desk.api, desk, comment, reaction);
    }
    catch (error) {
        core/* warning */.$e((0,github_api/* lossOf */.je)('a reaction', 'pull-requests', error, { isFork: false }));
    }
}
/** `text`: Markdown, in which foreign text is escaped. Rejects with a `RunError` when the job may not write it. */
async function answer(desk, asker, text) {
    const { issues } = desk.api.octokit.rest;
    const marker = answerMarker(desk, asker);
    const body = `${marker}\n${withoutCommands(text)}`.slice(0, comment/* commentLimit */.j9);
    const place = { ...(0,github_api/* placeOf */.$t)(desk), issue_number: asker.pull };
    const find = async () => {
        const pages = desk.api.octokit.paginate.iterator(issues.listComments, { ...place, per_page: 100 });
        for await (const { data } of pages)
            for (const one of data)
                if (one.body?.startsWith(marker) && (await desk.api.isOwn(one.user)))
                    return true;
        return undefined;
    };
    // A job that runs again has said it before.
    if (desk.attempt > 1 && (await find()))
        return;
    try {
        await desk.api.persist(() => issues.createComment({ ...place, body }), { find });
    }
    catch (error) {
        if (!(0,github_api/* isForbidden */.US)(error))
            throw error;
        // There is nobody else to tell than who reads the log.
        throw new run_error/* RunError */.e4((0,github_api/* lossOf */.je)('the answer', 'pull-requests', error, { isFork: false }));
    }
}
/**
 * A command never begins a line of what we write: nobody's program may take it for one. In a fence an entity would be read as
 * it is written, so there the whole block stands behind a rule.
 */
function withoutCommands(text) {
    const out = [];
    const lines = text.split('\n');
    for (let at = 0; at < lines.length; at += 1) {
        const line = lines[at] ?? '';
        const [, signs] = fence.exec(line) ?? [];
        const end = signs === undefined ? -1 : lines.indexOf(signs, at + 1);
        if (end < 0) {
            out.push(line.replace(beginsWithACommand, '$1&#47;'));
            continue;
        }
        const block = lines.slice(at + 1, end);
        // A command in a fence is one to a program alone that looks at nothing but the begin of a line.
        const isHarmless = !block.some((one) => one.startsWith('/'));
        out.push(line, ...(isHarmless ? block : block.map((one) => `│ ${one}`.trimEnd())), signs ?? '');
        at = end;
    }
    return out.join('\n');
}
function answerMarker({ environment }, { comment }) {
    return `<!-- ml-workflow: answer ${comment ?? `run ${environment.GITHUB_RUN_ID ?? ''}`} -->`;
}


/***/ }),

/***/ 14599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ deal)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/admission/admit.js
var admit = __webpack_require__(54491);
// EXTERNAL MODULE: ./build/admission/admit-plan.js
var admit_plan = __webpack_require__(54987);
// EXTERNAL MODULE: ./build/admission/asked.js + 2 modules
var asked = __webpack_require__(38407);
// EXTERNAL MODULE: ./build/admission/comment-lines.js + 2 modules
var comment_lines = __webpack_require__(64055);
// EXTERNAL MODULE: ./build/admission/limits.js
var admission_limits = __webpack_require__(65788);
// EXTERNAL MODULE: ./build/admission/names.js
var admission_names = __webpack_require__(55690);
// EXTERNAL MODULE: ./build/admission/refusal.js
var refusal = __webpack_require__(5358);
// EXTERNAL MODULE: ./build/admission/request.js
var request = __webpack_require__(35387);
// EXTERNAL MODULE: ./build/desk/admission-request.js
var admission_request = __webpack_require__(35345);
// EXTERNAL MODULE: ./build/desk/desk.js
var desk_desk = __webpack_require__(55719);
// EXTERNAL MODULE: ./build/desk/hands.js
var hands = __webpack_require__(22746);
// EXTERNAL MODULE: ./build/desk/quote.js
var desk_quote = __webpack_require__(29756);
// EXTERNAL MODULE: ./build/github/api.js
var github_api = __webpack_require__(40654);
;// CONCATENATED MODULE: ./build/github/labels.js
/** A label that starts a run is taken off again: it has approved one commit, and not what is pushed behind it. */

/** False when the pull request does not have it, any more or at all. */
async function removeLabel(api, name, pull, label) {
    const request = { ...(0,github_api/* placeOf */.$t)(name), issue_number: pull, name: label };
    return (await (0,github_api/* orAbsent */.Re)(api.persist(() => api.octokit.rest.issues.removeLabel(request)))) !== undefined;
}

// EXTERNAL MODULE: ./build/reports/markdown-text.js
var markdown_text = __webpack_require__(53611);
// EXTERNAL MODULE: ./build/router/answer.js + 1 modules
var answer = __webpack_require__(94429);
// EXTERNAL MODULE: ./build/github/runs.js
var runs = __webpack_require__(51018);
// EXTERNAL MODULE: ./build/jobs/file-name.js
var file_name = __webpack_require__(10707);
// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
// EXTERNAL MODULE: ./build/plan/value.js
var plan_value = __webpack_require__(35499);
// EXTERNAL MODULE: ./build/admission/policy.js
var admission_policy = __webpack_require__(46070);
// EXTERNAL MODULE: ./build/plan/policy.js
var plan_policy = __webpack_require__(91842);
;// CONCATENATED MODULE: ./build/router/help.js



const controls = [
    { text: '/ml-plan', does: 'the chain drawn, checked and priced; nothing runs', needs: 'plan' },
    { text: '/ml-status', does: 'what runs, what waits, what came of the newest runs', needs: 'plan' },
    { text: '/ml-help', does: 'this answer', needs: 'plan' },
    {
        text: '/ml-stop',
        does: 'end what runs, and its pods; a name behind it ends that workflow alone',
        needs: 'stop',
    },
    {
        text: '/ml-approve <commit>',
        does: 'say yes to what a run waits for; it goes on from there',
        needs: 'approve',
    },
    {
        text: '/ml-resume',
        does: 'go on with a run that failed, `--from` an element or `--with` another parameter',
        needs: 'run',
    },
];
async function help(forge, login, { policy, workflows }) {
    const role = await forge.roleOf(login);
    const may = new Map();
    for (const right of plan_policy/* rights */.u)
        may.set(right, await (0,admission_policy/* mayDo */.b)(forge, policy.rights[right], login, role));
    const sign = (right) => (may.get(right) ? '✓' : '–');
    const rows = controls.map(({ text, does, needs }) => [sign(needs), (0,markdown_text/* code */.aY)(text), does]);
    const own = workflows.flatMap(({ name, description, params, on }) => {
        if (on?.comment === undefined && on?.label === undefined)
            return [];
        const options = params.map(({ name: param, default: usual, positional }) => `${positional ? '' : '--'}${param}${usual === undefined ? '' : ` ${String(usual)}`}`);
        const written = on.comment === undefined ? '' : (0,markdown_text/* code */.aY)([on.comment, ...options].join(' '));
        const label = on.label === undefined ? '' : `label ${(0,markdown_text/* code */.aY)(on.label)}`;
        const text = [written, label].filter((part) => part !== '').join(' or ');
        return [[sign('run'), text, description === undefined ? (0,markdown_text/* code */.aY)(name) : (0,markdown_text/* prose */.CS)(description)]];
    });
    return [
        `As ${(0,markdown_text/* code */.aY)(login)} you have ${articled(role)} role here. A command begins a line; what stands in code or quotes is left alone.`,
        ...(own.length === 0 ? [] : [(0,markdown_text/* table */.tp)(['', 'run', 'what'], own)]),
        (0,markdown_text/* table */.tp)(['', 'say', 'what'], rows),
        may.get('run')
            ? 'Any chain may be typed as well, such as `/train → /evaluate`. A comment that names a commit, `@abc1234` behind the command, is about that commit alone.'
            : `Running something needs ${wanted(policy)}.`,
    ].join('\n\n');
}
function wanted({ rights: { run } }) {
    const names = [...(run.people ?? []).map(markdown_text/* code */.aY), ...(run.teams ?? []).map((team) => `team ${(0,markdown_text/* code */.aY)(team)}`)];
    return `the role ${(0,markdown_text/* code */.aY)(run.role)}${names.length === 0 ? '' : `, and being one of ${names.join(', ')}`}`;
}
function articled(role) {
    return role === 'admin' ? 'the `admin`' : `the ${(0,markdown_text/* code */.aY)(role)}`;
}

// EXTERNAL MODULE: ./build/router/own-files.js
var own_files = __webpack_require__(63766);
// EXTERNAL MODULE: ./build/router/plan.js
var router_plan = __webpack_require__(27673);
// EXTERNAL MODULE: ./build/router/standing.js
var router_standing = __webpack_require__(95178);
;// CONCATENATED MODULE: ./build/router/status.js
/** `/ml-status`: what runs for a pull request, what waits, and what the newest runs came to. */




/** The answer, as Markdown. */
async function status_status(desk, { pull }) {
    const { headSha } = await desk.forge.pull(pull);
    const standing = await (0,router_standing/* standingOn */.k)(desk, pull);
    const running = await (0,runs/* runsOfPull */.ls)(desk.api, desk, pull, (0,own_files/* ownFiles */.a)(desk.definitions));
    if (standing.length === 0 && running.length === 0)
        return 'Nothing has run for this pull request yet. `/ml-help` says what may be run.';
    const active = new Set(running.map(({ id }) => id));
    const rows = [
        ...running.map((run) => {
            const own = standing.find(({ audit }) => audit.github_run === run.id);
            const { sha, by } = own?.audit ?? earlierOf(standing, run) ?? {};
            return [
                (0,markdown_text/* code */.aY)(run.asked.workflow),
                progressOf(run),
                shortSha(sha, headSha),
                by === undefined ? '' : (0,markdown_text/* code */.aY)(by),
                `[log](${run.url})${own ? ` · [report](${own.url})` : ''}`,
            ];
        }),
        ...standing
            .filter(({ audit }) => !active.has(audit.github_run ?? 0))
            .map((one) => [
            (0,markdown_text/* code */.aY)((0,router_standing/* nameOf */.V)(one)),
            stateOf(one),
            shortSha(one.audit.sha, headSha),
            one.audit.by === undefined ? '' : (0,markdown_text/* code */.aY)(one.audit.by),
            `[report](${one.url})`,
        ]),
    ];
    return (0,markdown_text/* table */.tp)(['workflow', 'state', 'commit', 'asked by', ''], rows);
}
/** Of a run that goes on while another one waits for its turn: the comment tells of that one, and remembers this one. */
function earlierOf(standing, { id }) {
    for (const { audit } of standing)
        for (const one of audit.earlier)
            if (new RegExp(`-${id}-\\d+$`).test(one.run))
                return one;
    return undefined;
}
function stateOf({ audit: { verdict, waiting_for: labels = [] } }) {
    return verdict === 'waiting' && labels.length > 0
        ? `waiting for ${labels.map(markdown_text/* code */.aY).join(', ')}`
        : verdict === 'not-met'
            ? 'gate not met'
            : verdict;
}
function progressOf({ status: state, createdAt }) {
    switch (state) {
        case 'in_progress':
            return `running since ${createdAt.slice(11, 16)} UTC`;
        case 'waiting':
            return "waits for an environment's reviewers";
        default:
            return 'queued';
    }
}
/** A verdict about another commit than the newest is out of date. */
function shortSha(sha, head) {
    if (sha === undefined)
        return '';
    return `${(0,markdown_text/* code */.aY)(sha.slice(0, 7))}${sha === head ? '' : ' (not the newest)'}`;
}

// EXTERNAL MODULE: ./build/router/stop.js
var stop = __webpack_require__(34362);
;// CONCATENATED MODULE: ./build/router/control.js











async function control(desk, asker, { asked, pull, sha }, by) {
    switch (asked.control) {
        case 'help':
            return done(await help(desk.forge, asker.login, desk.definitions));
        case 'plan': {
            const { text, isSound } = await (0,router_plan/* plan */.et)(desk, pull, asked.of);
            return isSound ? done(text) : lost(text);
        }
        case 'status':
            return done(await status_status(desk, asker));
        case 'stop':
            return done(await (0,stop/* stop */.d)(desk, asker, asked.workflow));
        case 'approve':
            return await goOn(desk, asker, asked, by, (one) => approvable(one, sha, asked.label));
        case 'resume':
            return await goOn(desk, asker, asked, by, (one) => resumable(one, asked.workflow, sha));
    }
}
function done(text) {
    return { is: 'answered', text, reaction: 'rocket' };
}
function lost(text) {
    return { is: 'answered', text, reaction: 'confused' };
}
async function goOn(desk, asker, asked, by, fits) {
    const standing = await (0,router_standing/* standingOn */.k)(desk, asker.pull);
    const reasons = standing.map((one) => ({ one, why: fits(one) }));
    const found = reasons.filter(({ why }) => why === undefined).map(({ one }) => one);
    const [run, other] = found;
    if (!run) {
        const why = reasons.flatMap(({ one, why: reason }) => reason ? [`- ${(0,markdown_text/* code */.aY)((0,router_standing/* nameOf */.V)(one))}: ${(0,markdown_text/* sentence */.em)(reason)}.`] : []);
        const none = asked.control === 'approve' ? 'No run waits for it.' : 'There is no run to go on with.';
        return lost([none, ...(why.length === 0 ? [] : ['', ...why])].join('\n'));
    }
    // The one that changed last is meant where none is named; of approvals each is a decision of its own.
    if (other && asked.control === 'approve') {
        const names = found.map((one) => (0,markdown_text/* code */.aY)((0,router_standing/* nameOf */.V)(one))).join(', ');
        const word = `/ml-approve ${run.audit.sha.slice(0, 7)} ${run.audit.waiting_for?.[0] ?? 'label'}`;
        return lost(`Several runs wait: ${names}. Name the approval behind the commit, ${(0,markdown_text/* code */.aY)(word)}.`);
    }
    const { audit } = run;
    const running = await (0,runs/* runsOfPull */.ls)(desk.api, desk, asker.pull, (0,own_files/* ownFiles */.a)(desk.definitions));
    const active = running.find(({ asked: { workflow } }) => workflow === audit.workflow);
    if (active)
        return lost(`${(0,markdown_text/* code */.aY)((0,router_standing/* nameOf */.V)(run))} is on its way already ([run](${active.url})).`);
    if (asked.control === 'resume') {
        const wrong = mistakeIn(desk.definitions, audit.workflow, asked);
        if (wrong !== undefined)
            return lost(wrong);
    }
    return {
        is: 'start',
        wanted: {
            subject: { workflow: audit.workflow, project: audit.project },
            file: fileOf(audit),
            request: {
                ...{ sha: audit.sha, pr: asker.pull },
                ...by,
                ...(audit.github_run === undefined ? {} : { resume: audit.github_run }),
            },
            ...{ by: asker.login, asked: asked.text, goesOn: audit },
        },
    };
}
/** What can be known before a runner is busy with it. A typed chain has no name by which it could be looked up. */
function mistakeIn(definitions, workflow, { from, given }) {
    const known = definitions.workflows.find(({ name }) => name === workflow);
    if (!known)
        return undefined;
    const names = known.params.map(({ name }) => name);
    for (const { name, value } of given) {
        const param = known.params.find((one) => (0,language_name/* normalised */.Z7)(one.name) === (0,language_name/* normalised */.Z7)(name));
        const problem = param
            ? (0,plan_value/* valueProblem */.FQ)(param, value)
            : [`\`${workflow}\` has no parameter \`${name}\``, (0,language_name/* didYouMean */.au)(name, names)].filter(Boolean).join('; ');
        if (problem !== undefined)
            return nothing(problem);
    }
    const { plan: chain } = (0,router_plan/* plannedFor */.kr)(definitions, { is: 'workflow', workflow, given });
    if (from === undefined || !chain)
        return undefined;
    const wanted = from.startsWith('/') ? from : `/${from}`;
    const titles = chain.nodes.map(({ title }) => title);
    if (titles.some((title) => title === from || title === wanted || title.split(/\s/)[0] === wanted))
        return undefined;
    const help = (0,language_name/* didYouMean */.au)(wanted, titles);
    return nothing(`the chain of \`${workflow}\` has no \`${from}\`${help === undefined ? '' : `; ${help}`}`);
}
function nothing(why) {
    return `Nothing has started: ${(0,markdown_text/* sentence */.em)(why)}${why.endsWith('?') ? '' : '.'}`;
}
function fileOf({ workflow }) {
    return workflow === file_name/* chainName */.H9 ? file_name/* chainFile */.c9 : (0,file_name/* compiledFile */.wB)(workflow);
}
function approvable({ audit }, sha, label) {
    if (audit.verdict !== 'waiting')
        return '';
    if (audit.sha !== sha)
        return `it waits at \`${audit.sha.slice(0, 7)}\`, and the pull request has moved on`;
    const waiting = audit.waiting_for ?? [];
    if (label === undefined || waiting.includes(label))
        return undefined;
    return `it does not wait for \`${label}\`, but for ${waiting.map((one) => `\`${one}\``).join(', ')}`;
}
function resumable({ audit }, workflow, sha) {
    if (workflow !== undefined && audit.workflow !== workflow)
        return '';
    if (audit.sha !== sha)
        return `its newest run is of \`${audit.sha.slice(0, 7)}\`, and the pull request has moved on: comment its command to run it`;
    switch (audit.verdict) {
        case 'passed':
            return 'it has passed: comment its command to run it again';
        case 'queued':
        case 'running':
            return 'it is on its way';
        case 'waiting':
            return `it waits for an approval, \`/ml-approve ${audit.sha.slice(0, 7)}\``;
        default:
            return audit.github_run === undefined ? 'nothing of it was kept' : undefined;
    }
}

// EXTERNAL MODULE: ./build/github/check-runs.js
var check_runs = __webpack_require__(79873);
// EXTERNAL MODULE: ./build/github/names.js
var names = __webpack_require__(50926);
// EXTERNAL MODULE: ./build/project/path-patterns.js
var path_patterns = __webpack_require__(12103);
;// CONCATENATED MODULE: ./build/router/opened.js
/** Required checks of a pull request that needs no training: they pass by themselves, so that nothing waits for ever. */







/** GitHub tells no more files of a comparison: of as many, nobody knows what else there is. */
const mostFiles = 300;
const mostNamed = 5;
/** `sha`: the head, as the event has it. Never rejects: what does not pass can be asked for. */
async function passUnneeded(desk, pull, sha) {
    const { skip = [] } = desk.definitions.policy;
    if (skip.length === 0)
        return;
    try {
        const used = await usedOf(desk, pull, sha, skip);
        if (used.length > 0)
            await pass(desk, pull, sha, used);
    }
    catch (error) {
        core/* warning */.$e(`whether this pull request needs a training is not known: ${(0,github_api/* reasonOf */.A3)(error)}`);
    }
}
/**
 * The patterns by which no path of it needs any; none when one does. By the commit itself and not by the pull request's list of files,
 * which is that of its head of now: whoever pushes may change it between two looks.
 */
async function usedOf(desk, number, sha, skip) {
    const pull = await desk.forge.pull(number);
    // The definitions are those of the default branch, and say nothing of another one.
    if (!pull.isOpen || pull.headSha !== sha || pull.baseRef !== (0,admission_request/* branchOf */.W0)(desk.environment))
        return [];
    const { git, repos } = desk.api.octokit.rest;
    const base = await desk.api.persist(() => git.getRef({ ...(0,github_api/* placeOf */.$t)(desk), ref: `heads/${pull.baseRef}` }));
    const basehead = `${base.data.object.sha}...${sha}`;
    const { data } = await desk.api.persist(() => repos.compareCommitsWithBasehead({ ...(0,github_api/* placeOf */.$t)(desk), basehead, per_page: 1, page: 1 }));
    const files = data.files ?? [];
    if (files.length === 0 || files.length >= mostFiles)
        return [];
    const paths = files.flatMap(({ filename, previous_filename: before }) => before === undefined ? [filename] : [filename, before]);
    if (!paths.every((path) => (0,path_patterns/* isAmong */.F)(path, skip)))
        return [];
    return skip.filter((one) => !one.startsWith('!') && paths.some((path) => (0,path_patterns/* isAmong */.F)(path, [one])));
}
async function pass(desk, pull, sha, used) {
    const trigger = {
        ...{
            event: 'pull_request_target',
            owner: desk.owner,
            repository: desk.repository,
            sha,
            pull: { number: pull },
        },
        ...{
            isFork: false,
            url: desk.url,
            key: `${desk.environment.GITHUB_RUN_ID ?? '0'}-${desk.attempt}-unneeded`,
        },
    };
    const checks = new check_runs/* CheckRuns */.rp(desk.api, trigger);
    const there = await namesOn(desk, sha);
    const more = used.length > mostNamed ? `, and ${used.length - mostNamed} more` : '';
    const named = used.slice(0, mostNamed).map((pattern) => (0,markdown_text/* cut */.Jj)(pattern, 60));
    const text = {
        title: (0,markdown_text/* cut */.Jj)(`not needed: only ${named.join(', ')}${more} changed`, 255),
        summary: `All that this pull request changes is among ${named.map(markdown_text/* code */.aY).join(', ')}${more}, for which ${(0,markdown_text/* code */.aY)('policy: skip:')} asks for no training. Nothing has run.`,
    };
    for (const { name: workflow, on } of desk.definitions.workflows) {
        if (on?.comment === undefined && on?.label === undefined)
            continue;
        const name = (0,names/* umbrellaName */._1)({ workflow, project: desk.definitions.project });
        // A verdict stays what it is, whoever closes the pull request and opens it again.
        if (there.has(name))
            continue;
        await checks.create(name, 'in_progress', text);
        await checks.complete(name, 'success', text);
    }
}
/** What has a check run, by its name. */
async function namesOn({ api, ...name }, sha) {
    const { octokit } = api;
    const at = { ...(0,github_api/* placeOf */.$t)(name), ref: sha, per_page: 100 };
    const runs = await api.persist(() => octokit.paginate(octokit.rest.checks.listForRef, at));
    return new Set(runs.map((run) => run.name));
}

// EXTERNAL MODULE: ./build/github/sticky-comments.js
var sticky_comments = __webpack_require__(73898);
// EXTERNAL MODULE: ./build/reports/audit.js
var reports_audit = __webpack_require__(24839);
;// CONCATENATED MODULE: ./build/router/stale.js
/** A verdict is about one commit: when the pull request, or what it was compared with, has moved on, its comment says so. */





/** On one pull request. Never rejects. */
async function markStale(desk, pull, stale) {
    try {
        for (const { comment, body, audit } of await (0,router_standing/* standingOn */.k)(desk, pull)) {
            // A run that goes on writes its comment itself, and says it then.
            if (audit.verdict === 'running' || audit.verdict === 'queued' || audit.sha === stale.now)
                continue;
            const text = (0,reports_audit/* markedStale */.AE)(body, stale);
            if (text !== undefined && text !== body)
                await (0,sticky_comments/* rewriteComment */.I)(desk.api, desk, comment, text);
        }
    }
    catch (error) {
        core/* warning */.$e((0,github_api/* lossOf */.je)('that the verdict is out of date', 'pull-requests', error, { isFork: false }));
    }
}

// EXTERNAL MODULE: ./build/router/start.js + 1 modules
var start = __webpack_require__(32425);
;// CONCATENATED MODULE: ./build/router/deal.js
/** A comment or a label → what it asks for, admitted and planned; or the answer why nothing starts. */






















const deal_done = { is: 'done' };
/** Never rejects for what somebody has written: that is answered where it stands. */
async function deal(environment, inputs, event) {
    switch (event.is) {
        case 'nothing':
            return silent(event.why);
        case 'comment':
            return await onComment(environment, inputs, event);
        case 'label':
            return await onLabel(environment, inputs, event);
        case 'pushed':
            return await onPush(environment, inputs, event);
        case 'opened':
            return await onOpened(environment, inputs, event);
    }
}
async function onComment(environment, inputs, event) {
    if (event.isBot)
        return silent('what a program has written starts nothing');
    // Most comments are for people: nothing is fetched or asked for those.
    const seen = (0,comment_lines/* commandLines */.Z)(event.body, () => true);
    if (seen.lines.length === 0 && seen.refused === undefined)
        return silent('there is no command in it');
    const desk = await (0,desk_desk/* deskOf */.x)(environment, inputs.token, inputs.project);
    const read = (0,asked/* readComment */.W)(event.body, desk.definitions);
    if (read.is === 'nothing')
        return silent('there is no command in it');
    if (read.is === 'mistake' && read.isPerhapsForOthers)
        return silent('no command of this project comes near to it: it may be meant for another program');
    if (read.is === 'asked' && isForOthers(inputs.only, read.asked))
        return silent(`it asks for something else than \`${inputs.only}\``);
    const asker = { pull: event.pull, comment: event.id, login: event.login };
    await (0,answer/* reactTo */.xC)(desk, asker, 'eyes');
    const body = (0,request/* bodyHash */.B)(event.body);
    const start = { is: 'comment', id: event.id, pull: event.pull, body };
    const admission = await (0,admit/* admit */.w)(desk.forge, (0,admission_request/* admissionRequest */.zS)(desk, start, { also: againBy(environment) }));
    return await dealWith(desk, asker, admission, { comment: { id: event.id, body } });
}
/** Who runs the job again asks for it anew: what somebody has said once is not for everybody to repeat. */
function againBy(environment) {
    return (0,hands/* hands */.z)({ ...environment, GITHUB_EVENT_NAME: 'issue_comment' }, {});
}
function isForOthers(only, asked) {
    return (only !== undefined && asked.is !== 'control' && !(asked.is === 'workflow' && asked.workflow === only));
}
async function dealWith(desk, asker, admission, by) {
    switch (admission.is) {
        case 'nothing':
            return silent('there is nothing in it that could be started');
        case 'refused':
            return await refuse(desk, asker, admission);
        case 'mistake':
            return await misunderstood(desk, asker, (0,router_plan/* mistakes */.I9)(admission.diagnostics));
        case 'admitted':
            break;
    }
    const { asked, pull } = admission;
    if (!asked || !pull)
        return silent('it asks for nothing');
    try {
        if (asked.is !== 'control')
            return await work(desk, asker, { ...admission, pull }, asked, asked, by);
        const controlled = await control(desk, asker, { ...admission, asked, pull }, by);
        if (controlled.is === 'start')
            return { is: 'start', desk, asker, wanted: controlled.wanted, admitted: admission };
        await (0,answer/* reactTo */.xC)(desk, asker, controlled.reaction);
        await (0,answer/* answer */.ZF)(desk, asker, controlled.text);
        return deal_done;
    }
    catch (error) {
        await (0,answer/* reactTo */.xC)(desk, asker, 'confused');
        await (0,answer/* answer */.ZF)(desk, asker, `That did not work: ${(0,markdown_text/* sentence */.em)((0,github_api/* reasonOf */.A3)(error))}. The [log](${desk.url}) tells more.`);
        throw error;
    }
}
async function work(desk, asker, admitted, asked, { text }, by) {
    const prepared = (0,router_plan/* plannedFor */.kr)(desk.definitions, asked);
    const { plan } = prepared;
    if (!plan)
        return await misunderstood(desk, asker, (0,router_plan/* mistakes */.I9)(prepared.diagnostics));
    const quote = (0,desk_quote/* quoteOf */.e)(plan);
    const obstacle = (await (0,admit_plan/* admitPlan */.H)(desk.forge, (0,admission_request/* planAdmission */.XU)(desk, admitted, plan))) ??
        (await limit(desk, admitted, quote));
    if (obstacle)
        return await refuse(desk, asker, obstacle);
    const wanted = {
        ...(0,start/* placeOfWork */.a)(asked, desk.definitions.project),
        request: { sha: admitted.sha, pr: admitted.pull.number, ...by },
        ...{ by: asker.login, asked: text },
        ...(quote === undefined ? {} : { quote }),
    };
    return { is: 'start', desk, asker, wanted, admitted, prepared: { ...prepared, plan } };
}
/** What the day has room for. A ledger that cannot be read leaves no room where there is a limit, and is not asked where there is none. */
async function limit(desk, { by: [login] }, quote) {
    const { limits } = desk.definitions.policy;
    if (Object.keys(limits).length === 0)
        return undefined;
    const now = new Date().toISOString();
    try {
        const why = (0,admission_limits/* overLimit */.W1)(await desk.state.read((0,admission_limits/* ledgerKey */.lj)(now)), limits, { by: login, now, quote });
        return why === undefined ? undefined : (0,refusal/* refused */.J5)('over-limit', why);
    }
    catch (error) {
        return (0,refusal/* refused */.J5)('over-limit', `what was started today cannot be read: ${(0,github_api/* reasonOf */.A3)(error)}`);
    }
}
async function misunderstood(desk, asker, text) {
    await (0,answer/* reactTo */.xC)(desk, asker, 'confused');
    await (0,answer/* answer */.ZF)(desk, asker, `This was not understood, and nothing has started.\n\n${text}`);
    return deal_done;
}
async function refuse(desk, asker, { code: reason, sentence: why, help }) {
    core/* notice */.lm(`refused (${reason}): ${why}`);
    await (0,answer/* reactTo */.xC)(desk, asker, '-1');
    const what = asker.comment === undefined
        ? `The label that ${(0,markdown_text/* code */.aY)(asker.login)} has set started nothing`
        : 'Nothing has started';
    const more = help === undefined ? '' : `\n\nWhat to do: ${(0,markdown_text/* sentence */.em)(help)}.`;
    await (0,answer/* answer */.ZF)(desk, asker, `${what}: ${(0,markdown_text/* sentence */.em)(why)}.${more}`);
    return deal_done;
}
async function onLabel(environment, inputs, event) {
    if (event.isBot)
        return silent('a label that a program has set starts nothing');
    const desk = await (0,desk_desk/* deskOf */.x)(environment, inputs.token, inputs.project);
    const meant = new admission_names/* Names */.f(desk.definitions).byLabel(event.label);
    if (meant.length === 0)
        return silent(`no workflow is started by the label \`${event.label}\``);
    if (inputs.only !== undefined && meant.every(({ name }) => name !== inputs.only))
        return silent(`the label asks for something else than \`${inputs.only}\``);
    const asker = { pull: event.pull, login: event.login };
    const labelled = await desk.forge.newestLabelling(event.pull, event.label);
    // It has approved one commit: whoever wants another one sets it again.
    await removeLabel(desk.api, desk, event.pull, event.label);
    if (!labelled || labelled.by.login !== event.login)
        return await refuse(desk, asker, (0,refusal/* refused */.J5)('label-gone', 'GitHub does not say who has set the label'));
    const { pull, sha } = event;
    const start = { is: 'label', pull, sha, by: { event: labelled.event } };
    const admission = await (0,admit/* admit */.w)(desk.forge, (0,admission_request/* admissionRequest */.zS)(desk, start, { also: againBy(environment) }));
    return await dealWith(desk, asker, admission, { label: labelled.event });
}
async function onPush(environment, { token, project }, event) {
    const desk = await (0,desk_desk/* deskOf */.x)(environment, token, project);
    const names = new admission_names/* Names */.f(desk.definitions);
    // What was approved is not what is there now.
    for (const label of event.labels)
        if (names.byLabel(label).length > 0)
            await removeLabel(desk.api, desk, event.pull, label);
    await markStale(desk, event.pull, { because: 'head-moved', now: event.sha });
    await passUnneeded(desk, event.pull, event.sha);
    return deal_done;
}
async function onOpened(environment, { token, project }, event) {
    await passUnneeded(await (0,desk_desk/* deskOf */.x)(environment, token, project), event.pull, event.sha);
    return deal_done;
}
function silent(why) {
    core/* info */.pq(why);
    return deal_done;
}


/***/ }),

/***/ 83040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isAsked),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/** The event behind a comment, a label or a push to a pull request → what it asks for. Parses; decides nothing. */


const user = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1), type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const commit = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const commentEvent = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    issue: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(), pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({}).loose().optional() }),
    comment: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
        body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        html_url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        created_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        updated_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        user,
        performed_via_github_app: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({}).loose().nullish(),
    }),
});
const pullEvent = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
        head: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: commit }),
        labels: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })).optional(),
    }),
    label: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).optional(),
    before: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    sender: user,
});
/** Events whose jobs run on the default branch with the repository's secrets, for what somebody from outside has written. */
function isAsked(environment) {
    const { GITHUB_EVENT_NAME: event } = environment;
    return event === 'issue_comment' || event === 'pull_request_target';
}
/** Throws an `Error` of one sentence for an event that is not of these, or not as GitHub sends them. */
function readEvent(environment) {
    const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path } = environment;
    if (path === undefined)
        throw new Error('`GITHUB_EVENT_PATH` is not set; this is not a job of GitHub Actions');
    const payload = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    if (name === 'issue_comment')
        return commentIn(parsed(commentEvent, payload, name));
    if (name === 'pull_request_target')
        return pullIn(parsed(pullEvent, payload, name));
    throw new Error(`comments, and labels of pull requests, come by \`issue_comment\` and \`pull_request_target\`, not by \`${name}\``);
}
function parsed(shape, payload, name) {
    const read = shape.safeParse(payload);
    if (read.success)
        return read.data;
    const [issue] = read.error.issues;
    throw new Error(`the event \`${name}\` is not as GitHub sends it: ${issue?.path.join('.')}: ${issue?.message}`);
}
function commentIn({ action, issue, comment }) {
    // Who edits a comment may be another person than who wrote it.
    if (action !== 'created')
        return { is: 'nothing', why: `a comment that was ${action} asks for nothing` };
    if (!issue.pull_request)
        return { is: 'nothing', why: 'this is no pull request' };
    return {
        is: 'comment',
        ...{ id: comment.id, pull: issue.number, body: comment.body, login: comment.user.login },
        isBot: comment.user.type !== 'User' || Boolean(comment.performed_via_github_app),
        url: comment.html_url,
    };
}
function pullIn({ action, pull_request: pull, label, sender }) {
    const { number, head, labels = [] } = pull;
    const at = { pull: number, sha: head.sha };
    switch (action) {
        case 'labeled':
            return label
                ? { is: 'label', ...at, label: label.name, login: sender.login, isBot: sender.type !== 'User' }
                : { is: 'nothing', why: 'the event names no label' };
        case 'synchronize':
            return { is: 'pushed', ...at, labels: labels.map(({ name }) => name) };
        case 'opened':
        case 'reopened':
            return { is: 'opened', ...at };
        default:
            return { is: 'nothing', why: `\`${action}\` asks for nothing` };
    }
}


/***/ }),

/***/ 63766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ ownFiles)
/* harmony export */ });
/* harmony import */ var _jobs_file_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10707);
/** Which workflow files of the repository are ours: those that comments, labels and the project's workflows run in. */

/** With their folder, as GitHub names the file of a run. */
function ownFiles({ workflows }) {
    const files = [_jobs_file_name_js__WEBPACK_IMPORTED_MODULE_0__/* .chainFile */ .c9, ...workflows.map(({ name }) => (0,_jobs_file_name_js__WEBPACK_IMPORTED_MODULE_0__/* .compiledFile */ .wB)(name))];
    return new Set(files.map((file) => `.github/workflows/${file}`));
}


/***/ }),

/***/ 27673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I9: () => (/* binding */ mistakes),
/* harmony export */   et: () => (/* binding */ plan),
/* harmony export */   kr: () => (/* binding */ plannedFor)
/* harmony export */ });
/* unused harmony export priceOf */
/* harmony import */ var _admission_definitions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18644);
/* harmony import */ var _desk_definitions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47250);
/* harmony import */ var _desk_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29756);
/* harmony import */ var _desk_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28521);
/* harmony import */ var _language_print_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42974);
/* harmony import */ var _plan_estimate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57403);
/* harmony import */ var _reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53611);
/* harmony import */ var _reports_mermaid_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67783);
/* harmony import */ var _reports_plan_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(72377);
/* harmony import */ var _reports_style_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(22545);
/* harmony import */ var _reports_words_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(68013);











/** Two diagrams are drawn in a comment; a page with more of them is slow. */
const mostDrawn = 2;
/** `of`: what is planned; every workflow that a comment starts when absent. */
async function plan(desk, pull, of) {
    const { definitions } = desk;
    const all = of
        ? [of]
        : definitions.workflows
            .filter(({ on }) => on?.comment !== undefined)
            .map(({ name }) => ({ is: 'workflow', workflow: name, given: [] }));
    if (all.length === 0) {
        const text = 'No workflow of this project has `on: { comment: … }`; a chain may be planned, `/ml-plan /train → /evaluate`.';
        return { text, isSound: true };
    }
    const edited = await editedIn(desk, pull);
    const own = all.map((work) => ({ work, prepared: plannedFor(definitions, work) }));
    const blocks = own.map(({ work, prepared }, index) => planBlock(work, prepared, edited, index < mostDrawn));
    const head = `By the definitions of ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(pull.baseRef)}, for ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(pull.headSha.slice(0, 7))}. Nothing has run.`;
    return { text: [head, ...blocks].join('\n\n'), isSound: own.every(({ prepared }) => prepared.plan) };
}
function planBlock(work, own, edited, isDrawn) {
    const text = [`### ${own.plan ? (0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(own.plan.name) : (0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(nameOf(work))}`, planOrMistakes(own, isDrawn)];
    if (!edited)
        return text.join('\n\n');
    const other = plannedFor(edited, work);
    const isSame = own.plan && other.plan && JSON.stringify(own.plan) === JSON.stringify(other.plan);
    if (isSame)
        return text.join('\n\n');
    return [
        ...text,
        (0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .fold */ .AU)('As this pull request would have it, once it is merged', planOrMistakes(other, false)),
    ].join('\n\n');
}
/** Of a workflow or a chain, by those definitions. */
function plannedFor(definitions, work) {
    const wanted = work.is === 'workflow'
        ? { is: 'workflow', reference: work.workflow }
        : { is: 'chain', source: work.chain };
    return (0,_desk_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .planned */ .lM)(definitions, wanted, work.is === 'workflow' ? work.given : []);
}
function nameOf(work) {
    return work.is === 'workflow' ? work.workflow : 'chain';
}
function planOrMistakes({ plan, diagnostics }, isDrawn) {
    if (!plan)
        return mistakes(diagnostics);
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
    return [
        `${priceOf(plan)}.`,
        isDrawn ? (0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .fenced */ .OF)((0,_reports_mermaid_js__WEBPACK_IMPORTED_MODULE_7__.flowchart)(plan), 'mermaid') : '',
        (0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .fold */ .AU)('Step by step', (0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .fenced */ .OF)((0,_reports_plan_text_js__WEBPACK_IMPORTED_MODULE_8__.planText)(plan, (0,_reports_style_js__WEBPACK_IMPORTED_MODULE_10__.styleFor)({}, false)).trimEnd())),
        warnings.length === 0 ? '' : (0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .fold */ .AU)(`${warnings.length} warnings`, mistakes(warnings)),
    ]
        .filter((block) => block !== '')
        .join('\n\n');
}
/** As the terminal has it: with the caret, and the nearest name. */
function mistakes(diagnostics) {
    const most = 10;
    const shown = diagnostics.slice(0, most).map((diagnostic) => (0,_language_print_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__/* .printDiagnostic */ .B$)(diagnostic));
    const more = diagnostics.length > most ? `\n\n${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .sentence */ .em)(`${diagnostics.length - most} more`)}` : '';
    return `${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .fenced */ .OF)(shown.join('\n\n'))}${more}`;
}
/** `At most $4.20, at most 2 h 10 min`. */
function priceOf(plan) {
    const { seconds, dollars: money } = (0,_plan_estimate_js__WEBPACK_IMPORTED_MODULE_5__/* .estimate */ .j)(plan);
    const time = seconds.get(plan.root);
    const cost = (0,_desk_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteOf */ .e)(plan);
    const pods = (plan.pods?.length ?? 0) > 0 || money.get(plan.root) !== 0;
    const price = cost === undefined ? 'With no bound on its cost' : pods ? `At most ${(0,_reports_words_js__WEBPACK_IMPORTED_MODULE_9__/* .dollars */ .E9)(cost)}` : 'Free of charge';
    return `${price}, ${time === undefined ? 'with no bound on its time' : `at most ${(0,_reports_words_js__WEBPACK_IMPORTED_MODULE_9__/* .wholeDuration */ .ui)(time)}`}`;
}
/** Undefined when the pull request leaves them alone, or comes from where its files cannot be read. */
async function editedIn(desk, pull) {
    const paths = (0,_admission_definitions_js__WEBPACK_IMPORTED_MODULE_0__/* .definitionPaths */ .K)(await desk.forge.changedPaths(pull.number), desk.definitions.project);
    if (paths.length === 0)
        return undefined;
    const root = await (0,_desk_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .bringForeignDefinitions */ .Pn)(pull.headSha, desk.token, desk.environment);
    return (0,_desk_definitions_js__WEBPACK_IMPORTED_MODULE_1__/* .definitionsIn */ .kM)(root, desk.definitions.project, pull.headSha);
}


/***/ }),

/***/ 95178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ nameOf),
/* harmony export */   k: () => (/* binding */ standingOn)
/* harmony export */ });
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40654);
/* harmony import */ var _github_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50926);
/* harmony import */ var _reports_audit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24839);
/** What stands on a pull request: of each workflow its comment, and what the comment says of the newest run. */



/** Of comments that we have written, and nobody else: anybody may quote one. Those that changed last come first. */
async function standingOn({ api, ...name }, pull) {
    const { issues } = api.octokit.rest;
    const found = [];
    const pages = api.octokit.paginate.iterator(issues.listComments, {
        ...{ ...(0,_github_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), issue_number: pull, per_page: 100 },
    });
    for await (const { data } of pages) {
        for (const { id, body = '', user, html_url: url, updated_at: changed } of data) {
            const audit = body.startsWith('<!-- ml-workflow:') ? (0,_reports_audit_js__WEBPACK_IMPORTED_MODULE_1__/* .auditIn */ .pj)(body) : undefined;
            const sha = audit?.sha;
            if (audit && sha !== undefined && (await api.isOwn(user)))
                found.push({ comment: id, url, body, audit: { ...audit, sha }, changed });
        }
    }
    return found.sort((one, other) => (one.changed < other.changed ? 1 : -1));
}
function nameOf({ audit }) {
    return (0,_github_names_js__WEBPACK_IMPORTED_MODULE_2__/* .labelOf */ .Wy)({ workflow: audit.workflow, project: audit.project });
}


/***/ }),

/***/ 32425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ placeOfWork),
  n: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/desk/admission-request.js
var admission_request = __webpack_require__(35345);
// EXTERNAL MODULE: ./build/github/api.js
var api = __webpack_require__(40654);
// EXTERNAL MODULE: ./build/github/check-runs.js
var check_runs = __webpack_require__(79873);
// EXTERNAL MODULE: ./build/github/comment.js
var github_comment = __webpack_require__(30079);
// EXTERNAL MODULE: ./build/github/dispatch.js
var dispatch = __webpack_require__(40886);
// EXTERNAL MODULE: ./build/github/names.js
var names = __webpack_require__(50926);
// EXTERNAL MODULE: ./build/github/runs.js
var runs = __webpack_require__(51018);
// EXTERNAL MODULE: ./build/jobs/file-name.js
var file_name = __webpack_require__(10707);
// EXTERNAL MODULE: ./build/reports/audit.js
var reports_audit = __webpack_require__(24839);
// EXTERNAL MODULE: ./build/reports/markdown-text.js
var markdown_text = __webpack_require__(53611);
// EXTERNAL MODULE: ./build/reports/stale-line.js
var stale_line = __webpack_require__(49360);
// EXTERNAL MODULE: ./build/reports/tables.js
var tables = __webpack_require__(91955);
// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(68013);
;// CONCATENATED MODULE: ./build/reports/queued.js
/** The comment of a run that has not begun: there is no journal yet, and what came before is kept. */





function queuedMarkdown(queued) {
    const { workflow, project = '', sha, by, asked, position, quote, url, notes = [], before } = queued;
    const label = project === '' ? workflow : `${workflow} (${project})`;
    const earlier = before ? (0,reports_audit/* earlierOf */.OR)(before) : [];
    const facts = [
        `at ${(0,markdown_text/* code */.aY)((0,stale_line/* shortSha */.Fu)(sha))}`,
        `by ${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(by, 60))}`,
        (0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(asked, 300)),
        ...(quote === undefined ? [] : [`at most ${(0,markdown_text/* prose */.CS)((0,words/* dollars */.E9)(quote))}`]),
        ...(position === undefined ? [] : [positionWords(position)]),
        ...(url === undefined ? [] : [(0,markdown_text/* link */.nf)('log', url)]),
    ].join(' · ');
    const audit = (0,reports_audit/* auditText */.$u)({
        ...{ schema: 1, workflow, project, sha, by, asked: (0,markdown_text/* cut */.Jj)(asked, 500), verdict: 'queued', sign: '⏳' },
        ...{ words: 'queued', quote, github_run: queued.github_run, url, earlier },
    });
    return [
        `## ⏳ ${(0,markdown_text/* prose */.CS)((0,markdown_text/* cut */.Jj)(label, 120))}: queued`,
        facts,
        notes
            .slice(0, 20)
            .map((note) => `> ${(0,markdown_text/* sentence */.em)((0,markdown_text/* cut */.Jj)(note, 500))}`)
            .join('\n>\n'),
        '**Commands:** `/ml-stop` takes it out of the queue · `/ml-status` tells what runs',
        (0,tables/* earlierFold */.Ux)(earlier, 20),
        audit,
    ]
        .filter((block) => block !== '')
        .join('\n\n');
}
function positionWords(before) {
    if (before === 0)
        return 'it is next';
    return before === 1 ? 'one run comes before it' : `${before} runs come before it`;
}

;// CONCATENATED MODULE: ./build/router/start.js
/** Starts what was asked for: the compiled workflow, or the one that runs typed chains; and says on the pull request that it is queued. */











/** The file that runs it, and what it is called. */
function placeOfWork(work, project) {
    return work.is === 'workflow'
        ? { file: (0,file_name/* compiledFile */.wB)(work.workflow), subject: { workflow: work.workflow, project } }
        : { file: file_name/* chainFile */.c9, subject: { workflow: file_name/* chainName */.H9, project } };
}
/** Rejects with a `DispatchRefused` when GitHub does not start it. */
async function start(desk, wanted) {
    const { file, request, subject } = wanted;
    const branch = (0,admission_request/* branchOf */.W0)(desk.environment);
    const title = (0,runs/* runTitle */.kh)({ workflow: subject.workflow, pull: request.pr });
    const started = await (0,dispatch/* dispatch */.J)(desk.api, desk, {
        ...{ file, branch, title },
        inputs: { request: JSON.stringify(request) },
    });
    await show(desk, wanted, {
        ...(started.id === undefined ? {} : { run: started.id }),
        ...(started.url === undefined ? {} : { url: started.url }),
    });
    return {
        ...(started.id === undefined ? {} : { run: started.id }),
        ...(started.url === undefined ? {} : { url: started.url }),
    };
}
/** A run may wait long for its turn: until then nobody else says that there is one. */
async function show(desk, wanted, started) {
    const { subject, request, by, asked, quote } = wanted;
    const trigger = {
        event: 'workflow_dispatch',
        owner: desk.owner,
        repository: desk.repository,
        sha: request.sha,
        pull: { number: request.pr },
        isFork: false,
        url: started.url ?? desk.url,
        // By it the jobs of the run recognise what was made for them.
        key: `${started.run ?? 0}-router`,
    };
    // What waits or has failed is told of by its comment until it goes on.
    const comment = wanted.goesOn ? undefined : (0,github_comment/* stickyComment */.NL)(desk.api, trigger, subject);
    if (!comment)
        return;
    try {
        const before = await comment.body();
        const earlier = before === undefined ? undefined : (0,reports_audit/* auditIn */.pj)(before);
        // GitHub may have kept us waiting, and the run was faster: then it speaks for itself.
        if (earlier?.github_run !== undefined && earlier.github_run === started.run)
            return;
        if (started.run !== undefined)
            await showCheck(desk, wanted, trigger);
        const text = queuedMarkdown({
            ...{ workflow: subject.workflow, project: subject.project, sha: request.sha, by, asked },
            ...(started.run === undefined ? {} : { github_run: started.run }),
            ...(started.url === undefined ? {} : { url: started.url }),
            // What rents nothing has no price.
            ...(quote === undefined || quote === 0 ? {} : { quote }),
            ...(earlier ? { before: earlier } : {}),
        });
        await comment.write(text);
    }
    catch (error) {
        core/* warning */.$e(`${(0,api/* lossOf */.je)('the comment', 'pull-requests', error, trigger)} (${(0,api/* reasonOf */.A3)(error)})`);
    }
}
async function showCheck(desk, { subject, by }, trigger) {
    try {
        await new check_runs/* CheckRuns */.rp(desk.api, trigger).create((0,names/* umbrellaName */._1)(subject), 'queued', {
            title: 'queued',
            summary: `Asked for by ${by}. It begins when a runner is free, and no other run of it is on its way.`,
        });
    }
    catch (error) {
        core/* warning */.$e((0,api/* lossOf */.je)('the check run', 'checks', error, trigger));
    }
}


/***/ }),

/***/ 34362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ stop),
/* harmony export */   l: () => (/* binding */ endRun)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40654);
/* harmony import */ var _github_job_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37249);
/* harmony import */ var _github_runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51018);
/* harmony import */ var _github_sticky_comments_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73898);
/* harmony import */ var _reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53611);
/* harmony import */ var _own_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63766);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95178);
/** `/ml-stop`: ends what runs for a pull request, with what it has rented, and closes what no job is left to close. */








/** A job that is told to stop ends its pods, closes its checks and uploads what it has: minutes at most. */
const patience = 150;
/** What does not answer is ended without all that; pods end themselves then, and the reaper looks after them. */
const patienceByForce = 60;
/** `workflow`: of the project; everything when absent. `by`: login. The answer, as Markdown. */
async function stop(desk, { pull, login }, workflow) {
    const standing = await (0,_standing_js__WEBPACK_IMPORTED_MODULE_6__/* .standingOn */ .k)(desk, pull);
    const all = await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .runsOfPull */ .ls)(desk.api, desk, pull, (0,_own_files_js__WEBPACK_IMPORTED_MODULE_7__/* .ownFiles */ .a)(desk.definitions));
    const running = all.filter(({ asked }) => workflow === undefined || asked.workflow === workflow);
    const lines = await Promise.all(running.map((run) => stopRun(desk, run, standing.find(({ audit }) => audit.github_run === run.id), { pull, login })));
    const ids = new Set(running.map(({ id }) => id));
    await sign(desk, pull, ids, login);
    for (const one of standing) {
        if (ids.has(one.audit.github_run ?? 0))
            continue;
        const isLeft = one.audit.verdict === 'queued' || one.audit.verdict === 'running';
        if (one.audit.verdict !== 'waiting' && !isLeft)
            continue;
        if (workflow !== undefined && one.audit.workflow !== workflow)
            continue;
        await close(desk, one.audit.github_run ?? 0, one, pull, login);
        lines.push(isLeft
            ? `- ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)((0,_standing_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .V)(one))} was over, and nobody had said so.`
            : `- ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)((0,_standing_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .V)(one))} waited for an approval, and does not any more.`);
    }
    if (lines.length > 0)
        return ['Stopped:', '', ...lines].join('\n');
    return workflow === undefined
        ? 'Nothing runs for this pull request, and nothing waits.'
        : `Nothing of ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(workflow)} runs for this pull request, and nothing waits.`;
}
async function stopRun(desk, run, standing, { pull, login }) {
    const what = `${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(run.asked.workflow)} ([run ${run.id}](${run.url}))`;
    const began = run.status === 'in_progress' || run.status === 'waiting';
    if (!(await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelRun */ .Su)(desk.api, desk, run.id)))
        return `- ${what} was over already.`;
    let ended = await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .whenCompleted */ .Kn)(desk.api, desk, run.id, patience);
    let byForce = false;
    if (!ended) {
        byForce = true;
        await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelRun */ .Su)(desk.api, desk, run.id, { force: true });
        ended = await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .whenCompleted */ .Kn)(desk.api, desk, run.id, patienceByForce);
    }
    await close(desk, run.id, standing, pull, login, run.asked.workflow);
    if (!ended)
        return `- ${what}: GitHub was told to end it, and has not said that it is over.`;
    if (byForce)
        return `- ${what} was ended by force. Pods end themselves when nobody renews their lease; the scheduled reaper looks after them.`;
    if (!began)
        return `- ${what} had not begun, and does not.`;
    // What costs nothing has rented nothing.
    return (standing?.audit.quote ?? 0) > 0
        ? `- ${what} is over, and its pods have ended.`
        : `- ${what} is over.`;
}
/** The run has said that it was cancelled, and could not know by whom. Never rejects. */
async function sign(desk, pull, ids, login) {
    if (ids.size === 0)
        return;
    try {
        for (const { comment, body, audit } of await (0,_standing_js__WEBPACK_IMPORTED_MODULE_6__/* .standingOn */ .k)(desk, pull)) {
            if (audit.verdict !== 'cancelled' || !ids.has(audit.github_run ?? 0))
                continue;
            const text = signed(body, login);
            if (text !== body)
                await (0,_github_sticky_comments_js__WEBPACK_IMPORTED_MODULE_4__/* .rewriteComment */ .I)(desk.api, desk, comment, text);
        }
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e((0,_github_api_js__WEBPACK_IMPORTED_MODULE_1__/* .lossOf */ .je)('who has stopped the run', 'pull-requests', error, { isFork: false }));
    }
}
/** What the run came to stands below its headline. */
function signed(body, login) {
    const paragraphs = body.split('\n\n');
    const facts = paragraphs.findIndex((one) => /^(?:<!-- ml-workflow: .* -->\n)?## /.test(one)) + 1;
    const text = paragraphs[facts];
    if (facts === 0 || text === undefined)
        return body;
    paragraphs[facts] = text.replace(/^cancelled by SIG[A-Z]+/, () => `stopped by ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(login)}`);
    return paragraphs.join('\n\n');
}
/** A run that was only just dispatched. */
async function endRun(desk, run, { subject, request, }, why) {
    await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelRun */ .Su)(desk.api, desk, run);
    await (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .whenCompleted */ .Kn)(desk.api, desk, run, patienceByForce);
    await closeChecks(desk, run, subject, { sha: request.sha, pull: request.pr, url: desk.url, title: why });
}
/** A run that had not begun has no job that could, and neither has one that waits. */
async function close(desk, run, standing, pull, login, workflow = standing?.audit.workflow) {
    if (workflow === undefined)
        return;
    const subject = { workflow, project: standing?.audit.project ?? desk.definitions.project };
    await closeChecks(desk, run, subject, {
        sha: standing?.audit.sha ?? (await desk.forge.pull(pull)).headSha,
        ...{ pull, url: standing?.audit.url ?? desk.url, title: `stopped by ${login}` },
    });
}
async function closeChecks(desk, run, subject, about) {
    const { sha, pull, url, title } = about;
    const trigger = {
        event: 'workflow_dispatch',
        owner: desk.owner,
        repository: desk.repository,
        ...{ sha, url },
        pull: { number: pull },
        isFork: false,
        key: `${run}-`,
    };
    await (0,_github_job_js__WEBPACK_IMPORTED_MODULE_2__/* .closeLostRun */ .m)({
        ...{ subject, trigger, token: desk.token, title, conclusion: 'cancelled' },
        say: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(text),
    });
}


/***/ })

};
