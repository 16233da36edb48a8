export const id = 423;
export const ids = [423];
export const modules = {

/***/ 5423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  resume: () => (/* binding */ resume),
  resumeEdited: () => (/* binding */ resumeEdited)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/drivers/approvals.js
var approvals = __webpack_require__(624);
;// CONCATENATED MODULE: ./build/drivers/differences.js
/** Chains that differ in more elements are not laid side by side: nobody would read it. */
const mostCompared = 2_000;
/** Empty when a run of the one would be a run of the other. */
function differences(before, now) {
    const [old, fresh] = [elementsOf(before), elementsOf(now)];
    const places = new Map(now.nodes.map((node, index) => [node.id, index]));
    const found = [
        ...chainDifferences(old, fresh, places),
        ...parameterDifferences(before, now),
        ...commandDifferences(before, now),
    ];
    const texts = found.sort((a, b) => a.at - b.at).map(({ text }) => text);
    if (texts.length === 0 && before.chain !== now.chain)
        return [`the chain was \`${before.chain}\` and is \`${now.chain}\``];
    return [...new Set(texts)];
}
/** What a person sees as elements: not the sequences around them. */
function elementsOf(plan) {
    return plan.nodes.filter(({ kind }) => kind !== 'sequence');
}
function chainDifferences(old, fresh, places) {
    const keys = [old.map(keyOf), fresh.map(keyOf)];
    const placeOf = (index) => {
        const node = fresh[index];
        return node === undefined ? Number.POSITIVE_INFINITY : (places.get(node.id) ?? 0);
    };
    const behind = (index) => {
        const node = fresh[index - 1];
        return node === undefined ? 'at the beginning' : `behind ${nameOf(node)}`;
    };
    return hunksOf(...keys).map(({ oldFrom, oldTo, from, to }) => {
        const gone = old.slice(oldFrom, oldTo);
        const come = fresh.slice(from, to);
        const at = placeOf(from);
        if (gone.length === 0)
            return { at, text: `${namesOf(come)} inserted ${behind(from)}` };
        if (come.length === 0)
            return { at, text: `${namesOf(gone)} removed ${behind(from)}` };
        const [one, other] = [gone[0], come[0]];
        if (gone.length === 1 && come.length === 1 && one && other && nameOf(one) === nameOf(other))
            return { at, text: `${nameOf(other)} is called otherwise` };
        return { at, text: `${namesOf(gone)} became ${namesOf(come)}` };
    });
}
/** The longest common subsequence, between the beginning and the end that are the same. */
function hunksOf(old, fresh) {
    let start = 0;
    while (start < old.length && start < fresh.length && old[start] === fresh[start])
        start += 1;
    let [oldEnd, end] = [old.length, fresh.length];
    while (oldEnd > start && end > start && old[oldEnd - 1] === fresh[end - 1]) {
        oldEnd -= 1;
        end -= 1;
    }
    const [rows, columns] = [oldEnd - start, end - start];
    if (rows === 0 && columns === 0)
        return [];
    const whole = { oldFrom: start, oldTo: oldEnd, from: start, to: end };
    if (rows === 0 || columns === 0 || Math.max(rows, columns) > mostCompared)
        return [whole];
    const width = columns + 1;
    const common = new Uint16Array((rows + 1) * width);
    const at = (row, column) => common[row * width + column] ?? 0;
    for (let row = rows - 1; row >= 0; row -= 1) {
        for (let column = columns - 1; column >= 0; column -= 1) {
            common[row * width + column] =
                old[start + row] === fresh[start + column]
                    ? at(row + 1, column + 1) + 1
                    : Math.max(at(row + 1, column), at(row, column + 1));
        }
    }
    const hunks = [];
    let [row, column, oldFrom, from] = [0, 0, start, start];
    const close = () => {
        if (start + row > oldFrom || start + column > from)
            hunks.push({ oldFrom, oldTo: start + row, from, to: start + column });
    };
    while (row < rows && column < columns) {
        if (old[start + row] === fresh[start + column]) {
            close();
            row += 1;
            column += 1;
            [oldFrom, from] = [start + row, start + column];
        }
        else if (at(row + 1, column) >= at(row, column + 1))
            row += 1;
        else
            column += 1;
    }
    [row, column] = [rows, columns];
    close();
    return hunks;
}
/** Ids and places, which change with whatever stands before; what a node holds has keys of its own. */
const notItsOwn = new Set([
    ...['id', 'parent', 'scope', 'at', 'from', 'sequence', 'block', 'collects', 'input'],
    ...['body', 'otherwise', 'finally', 'onFailure', 'branches', 'guards'],
]);
/** Two elements with one key do the same, given that their commands do. */
function keyOf(node) {
    // The place of a status gate in its sequence is not its own either.
    const replace = (name, value) => notItsOwn.has(name) || (name === 'gate' && typeof value === 'number') ? undefined : value;
    switch (node.kind) {
        case 'logical':
            return JSON.stringify({ kind: node.kind, operator: node.operator });
        case 'parallel': {
            const { min, ...rest } = node;
            // By default it is the number of branches, which are compared themselves.
            return JSON.stringify(node.minWritten ? { ...rest, min } : rest, replace);
        }
        default:
            return JSON.stringify(node, replace);
    }
}
function nameOf({ kind, title }) {
    return title === '' ? kind : `\`${title}\``;
}
function namesOf(nodes) {
    const names = nodes.slice(0, 3).map(nameOf).join(', ');
    return nodes.length > 3 ? `${names} and ${nodes.length - 3} more` : names;
}
function parameterDifferences(before, now) {
    const names = [...new Set([...Object.keys(before.parameters), ...Object.keys(now.parameters)])];
    return names
        .filter((name) => before.parameters[name] !== now.parameters[name])
        .map((name) => {
        const [was, is] = [before.parameters[name], now.parameters[name]].map((value) => value === undefined ? 'not set' : `\`${value}\``);
        const reader = now.nodes.findIndex((node) => reads(node, name));
        const at = reader < 0 ? Number.POSITIVE_INFINITY : reader;
        return { at, text: `parameter \`${name}\` was ${was} and is ${is}` };
    });
}
function reads(node, variable) {
    return JSON.stringify(node).includes(`{"kind":"variable","name":${JSON.stringify(variable)}}`);
}
function commandDifferences(before, now) {
    return Object.entries(now.commands).flatMap(([key, command]) => {
        const old = before.commands[key];
        if (!old)
            return [];
        const what = changedIn(old, command);
        if (what.length === 0)
            return [];
        const at = now.nodes.findIndex((node) => node.kind === 'unit' && node.command === key);
        return [{ at, text: `\`/${command.name}\`: its ${what.join(', ')} changed` }];
    });
}
/** How people call what a command declares. */
const declared = {
    is: 'kind',
    script: 'script',
    env: 'environment variables',
    deploys: 'environment',
    errors: 'error classes',
    preflight: 'preflight check',
    result: 'result',
    primary: 'primary metric',
};
function changedIn(old, now) {
    const [was, is] = [old, now].map((command) => new Map(Object.entries(command)));
    return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
        .filter((name) => JSON.stringify(was?.get(name)) !== JSON.stringify(is?.get(name)))
        .map((name) => declared[name] ?? name);
}

// EXTERNAL MODULE: ./build/drivers/run-folder.js
var run_folder = __webpack_require__(6434);
// EXTERNAL MODULE: ./build/language/source.js
var source = __webpack_require__(1786);
// EXTERNAL MODULE: ./build/prepare.js + 34 modules
var prepare = __webpack_require__(2299);
// EXTERNAL MODULE: ./build/signals.js
var signals = __webpack_require__(4937);
// EXTERNAL MODULE: ./build/wiring.js + 28 modules
var wiring = __webpack_require__(3494);
// EXTERNAL MODULE: ./build/cli/arguments.js
var cli_arguments = __webpack_require__(8213);
// EXTERNAL MODULE: ./build/cli/runs.js
var runs = __webpack_require__(5359);
// EXTERNAL MODULE: ./build/cli/view.js + 4 modules
var view = __webpack_require__(3180);
;// CONCATENATED MODULE: ./build/cli/resume.js
/** `resume`: goes on with a run, with a person's decisions, or anew with what its workflow has become. */













async function resume(args, workspace, notice) {
    const { reporters, ask } = (0,view.viewFor)(args, workspace);
    const decided = args.decided ?? [];
    const by = (0,approvals/* personHere */.S)();
    checkLabels(workspace, args);
    const finished = await (0,wiring/* resumeRun */.Z)({
        workspace,
        environment: process.env,
        signals: (0,signals/* cancelOnSignals */.d)(),
        reporters,
        notice,
        approvals: decided.map(({ label, approved }) => ({ label, approved, by })),
        ...(ask && decided.length === 0 ? { ask } : {}),
        ...(args.subject === undefined ? {} : { run: args.subject }),
    });
    if (!finished)
        throw (0,runs/* unknownRun */.i)(workspace, args.subject);
    return finished;
}
/** A label that the chain lacks would approve nothing, and the run would only wait on. */
function checkLabels(workspace, { subject, decided = [] }) {
    const plan = (0,run_folder/* findRunFolder */.pL)(workspace, subject)?.plan;
    const labels = plan?.nodes.flatMap((node) => (node.kind === 'approval' ? [node.label] : [])) ?? [];
    const unknown = decided.find(({ label }) => !labels.includes(label));
    if (!plan || !unknown)
        return;
    const list = [...new Set(labels)].map((label) => `\`${label}\``).join(', ');
    throw new cli_arguments/* UsageError */.eb(`the run has no approval \`${unknown.label}\``, labels.length === 0 ? 'it waits for none' : `its approvals are ${list}`);
}
/** A new run of the workflow as it is now, which takes over what the old one has already done. */
async function resumeEdited(args, workspace, say) {
    if (args.decided?.length)
        throw new cli_arguments/* UsageError */.eb('a new run has nothing to approve yet', 'leave out `--approve` and `--reject`');
    const found = (0,run_folder/* findRunFolder */.pL)(workspace, args.subject);
    if (!found)
        throw (0,runs/* unknownRun */.i)(workspace, args.subject);
    const { folder, plan: before } = found;
    const prepared = prepareAnew(before, args, workspace);
    const { plan, targets, diagnostics } = prepared;
    if (!plan)
        return { is: 'invalid', diagnostics };
    say.diagnostics(diagnostics);
    const changes = differences(before, plan);
    if (changes.length === 0)
        say.notice(`nothing differs from ${folder.run}`);
    for (const change of changes)
        say.notice(change);
    const { reporters, ask } = (0,view.viewFor)(args, workspace);
    const finished = await (0,wiring.startRun)({
        plan,
        workspace,
        targets,
        environment: process.env,
        signals: (0,signals/* cancelOnSignals */.d)(),
        reporters,
        reuse: { run: folder.run },
        ...(ask ? { ask } : {}),
    });
    return { is: 'finished', finished };
}
/** With the old run's parameters, as far as the workflow still has them; those given now come before. */
function prepareAnew(before, args, workspace) {
    const now = new Set(args.given.map(({ name }) => name));
    const old = Object.entries(before.parameters)
        .filter(([name]) => !now.has(name))
        .map(([name, value]) => ({
        name,
        value: String(value),
        source: (0,source/* sourceOf */.vz)('<run>', `--${name} ${String(value)}`),
    }));
    const prepareWith = (kept) => (0,prepare.prepare)({
        wanted: wantedAgain(before),
        folder: workspace,
        shownFrom: process.cwd(),
        personal: (0,external_node_os_.homedir)(),
        given: [...kept, ...args.given],
    });
    const first = prepareWith(old);
    const gone = new Set(first.diagnostics.filter(({ code }) => code === 'unknown-param').map(({ source }) => source));
    const kept = old.filter(({ source }) => !gone.has(source));
    return kept.length === old.length ? first : prepareWith(kept);
}
function wantedAgain({ file, chain }) {
    if (file.startsWith('<'))
        return { is: 'chain', source: (0,source/* sourceOf */.vz)('<chain>', chain) };
    const reference = (0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(file)) ? file : (0,external_node_path_.basename)(file).replace(/\.ya?ml$/, '');
    return { is: 'workflow', reference };
}


/***/ }),

/***/ 5359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ unknownRun)
/* harmony export */ });
/* harmony import */ var _drivers_run_folder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6434);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(716);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8213);
/** What is said when a run is asked for that is not there. */



function unknownRun(workspace, run) {
    if (run === undefined)
        return new _arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('there is no run here', 'start one with `ml-workflow run`');
    const known = (0,_drivers_run_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .runIds */ .mK)(workspace);
    return new _arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`unknown run \`${run}\``, (0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(run, known) ?? `the newest is \`${known.at(-1) ?? 'none'}\``);
}


/***/ })

};
