export const id = 3064;
export const ids = [3064,1583];
export const modules = {

/***/ 83064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compile: () => (/* binding */ compile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49277);
/* harmony import */ var _jobs_file_name_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(10707);
/* harmony import */ var _jobs_lay_out_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41927);
/* harmony import */ var _jobs_layout_key_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(99761);
/* harmony import */ var _jobs_workflow_yaml_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99702);
/* harmony import */ var _language_diagnostic_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82208);
/* harmony import */ var _language_diagnostic_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45971);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(60716);
/* harmony import */ var _plan_agents_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49166);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(28950);
/* harmony import */ var _project_load_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(11696);
/* harmony import */ var _project_sources_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(34508);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(98213);
/** `compile`: the workflows of a project → files of GitHub Actions with one job for each stretch of the chain. */















const usualAction = { repository: 'moola/ml-workflow', ref: 'v1' };
/** Throws a `UsageError` for what no diagnostic has a place for. */
function compile(args, folder, shownFrom) {
    const place = placeOf(args, folder, shownFrom);
    const existing = existingIn(place.out);
    const pin = pinOf(args);
    const names = args.subjects ?? [];
    const references = names.length > 0 ? [...new Set(names)] : allWorkflows(folder);
    const diagnostics = new _language_diagnostic_js__WEBPACK_IMPORTED_MODULE_5__/* .Diagnostics */ .r();
    const asked = references.flatMap((reference) => {
        const wanted = { is: 'workflow', reference };
        const prepared = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_8__.prepare)({ wanted, folder, shownFrom, given: [], checkOnly: true, jobs: true });
        return draftOf(prepared, place, existing, pin, diagnostics) ?? [];
    });
    const errors = diagnostics.sorted().filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
        return refused(errors, args);
    // A workflow may be named by its file and by its name.
    const drafts = [...new Map(asked.map((draft) => [draft.source, draft])).values()];
    checkPlaces(drafts, existing, place);
    const leftOver = names.length > 0 ? [] : leftOverOf(drafts, existing, place);
    const isStale = ({ path, text }) => existing.get(path)?.text.replaceAll('\r\n', '\n') !== text;
    if (args.check !== true)
        writeAll(drafts.filter(isStale), place);
    const states = drafts.map((draft) => {
        const before = existing.has(draft.path) ? 'stale' : 'missing';
        const state = !isStale(draft) ? 'unchanged' : args.check === true ? before : 'written';
        return { ...shownOf(draft, place), state, ...sizeOf(draft.layout) };
    });
    // Who asks what is stale has seen them when it was written.
    const warnings = args.check === true ? [] : diagnostics.sorted().filter(({ severity }) => severity === 'warning');
    return reported([...states, ...leftOver], warnings, args);
}
function refused(errors, args) {
    const code = _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.invalidInput;
    if (args.format === 'json')
        return { output: json([], errors), summary: '', diagnostics: [], code };
    return { output: '', summary: 'nothing is written', diagnostics: errors, code };
}
function reported(files, warnings, args) {
    const isWrong = files.some(({ state }) => state === 'stale' || state === 'missing' || state === 'left-over');
    const code = args.check === true && isWrong ? _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.failed : _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.done;
    if (args.format === 'json')
        return { output: json(files, warnings), summary: '', diagnostics: [], code };
    const shown = files.filter(({ state }) => args.check !== true || state !== 'unchanged');
    return { output: shown.map(lineOf).join(''), summary: summaryOf(files, args), diagnostics: warnings, code };
}
function lineOf({ file, state, workflow, jobs = 0, legs = 0 }) {
    if (state === 'left-over')
        return `left over: ${file}, and no workflow \`${workflow}\` becomes this file\n`;
    const size = `${counted(jobs, 'job')}${legs === 0 ? '' : `, ${counted(legs, 'leg')}`}`;
    return `${state}: ${file}, ${size}\n`;
}
function summaryOf(files, args) {
    const count = (state) => files.filter((one) => one.state === state).length;
    const helps = [
        ...(count('stale') + count('missing') > 0 ? ['`ml-workflow compile` writes these files'] : []),
        ...(count('left-over') > 0 ? ['delete what is left over'] : []),
    ];
    const help = helps.length === 0 ? '' : `\n  = help: ${helps.join('; ')}`;
    if (args.check !== true)
        return `${count('written')} of ${counted(files.length, 'file')} written${help}`;
    const wrong = files.length - count('unchanged');
    return wrong === 0
        ? `${counted(files.length, 'file')} up to date`
        : `${wrong} of ${counted(files.length, 'file')} not up to date${help}`;
}
function counted(count, what) {
    return `${count} ${what}${count === 1 ? '' : 's'}`;
}
function json(files, diagnostics) {
    const found = { schema_version: 1, files, diagnostics: diagnostics.map(_language_diagnostic_json_js__WEBPACK_IMPORTED_MODULE_6__/* .diagnosticJson */ .g) };
    return `${JSON.stringify(found, null, 2)}\n`;
}
function placeOf(args, folder, shownFrom) {
    const repository = repositoryOf(folder);
    const { out } = args.compile ?? {};
    if (repository === undefined && out === undefined)
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_11__/* .UsageError */ .eb('this is in no git repository, whose `.github/workflows/` the files go to', 'begin one with `git init`, or name a folder with `--out`');
    const root = repository ?? folder;
    if (out === '')
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_11__/* .UsageError */ .eb('`--out` has no value', 'name a folder with `--out`');
    const into = out === undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.github', 'workflows') : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(shownFrom, out);
    if (into === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'workflows'))
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_11__/* .UsageError */ .eb('the workflows of the project stand in the folder that the compiled ones would go to', 'name another one with `--out`');
    return { folder, root, shownFrom, out: into };
}
/** The nearest folder with `.git`, which is a file in a worktree. */
function repositoryOf(folder) {
    for (let at = folder;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(at, '.git')))
            return at;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at) === at)
            return undefined;
    }
}
function allWorkflows(folder) {
    const files = (0,_project_load_js__WEBPACK_IMPORTED_MODULE_9__/* .workflowFiles */ .BF)(folder);
    if (files.length === 0)
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_11__/* .UsageError */ .eb('there is nothing to compile: no `workflows/` here', '`--project` names the folder of the project');
    return files;
}
function pinOf(args) {
    const written = args.compile?.action;
    if (written === undefined)
        return undefined;
    const reference = (0,_jobs_workflow_yaml_js__WEBPACK_IMPORTED_MODULE_4__/* .actionReference */ .Oc)(written);
    if (reference)
        return reference;
    throw new _arguments_js__WEBPACK_IMPORTED_MODULE_11__/* .UsageError */ .eb(`\`${written}\` is no action`, "write `--action moola/ml-workflow@v1`, or a commit with its version, `--action 'moola/ml-workflow@<40 digits> # v1.2.3'`");
}
/** By absolute path: the workflow files that are there. */
function existingIn(out) {
    const found = new Map();
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(out))
        return found;
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(out).isDirectory())
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_11__/* .UsageError */ .eb(`\`${out}\` is no folder`, 'name a folder with `--out`');
    for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(out, { withFileTypes: true })) {
        if (!/\.ya?ml$/.test(entry.name))
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(out, entry.name);
        // A link that leads nowhere, or a folder, is somebody's, too.
        const isFile = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
        const text = isFile ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8') : '';
        found.set(path, { text, head: (0,_jobs_workflow_yaml_js__WEBPACK_IMPORTED_MODULE_4__/* .compiledHead */ .y4)(text) });
    }
    return found;
}
/** Undefined when there are errors, which are then in `diagnostics`. */
function draftOf(prepared, place, existing, pin, diagnostics) {
    const { plan, workflow, name, runsOn, sources, notify } = prepared;
    // A plan may be read without who runs an agent; jobs that nothing can run are of no use.
    const isObstacle = ({ code }) => code === 'agent-without-runner';
    const found = prepared.diagnostics.map((one) => isObstacle(one) ? { ...one, severity: 'error' } : one);
    diagnostics.addAll(plan && (0,_plan_agents_js__WEBPACK_IMPORTED_MODULE_7__/* .runObstacle */ .lX)(plan) ? found : prepared.diagnostics);
    if (!plan || workflow?.path === undefined || (0,_plan_agents_js__WEBPACK_IMPORTED_MODULE_7__/* .runObstacle */ .lX)(plan))
        return undefined;
    refuseUngiven(workflow, plan, diagnostics);
    const source = sourcePath(workflow.path, place);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.out, (0,_jobs_file_name_js__WEBPACK_IMPORTED_MODULE_12__/* .compiledFile */ .wB)(name));
    const project = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(place.root, place.folder).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    const layout = (0,_jobs_lay_out_js__WEBPACK_IMPORTED_MODULE_3__/* .layOut */ .v)(plan);
    const text = (0,_jobs_workflow_yaml_js__WEBPACK_IMPORTED_MODULE_4__/* .workflowYaml */ .f4)(layout, plan, {
        ...{ name, description: workflow.description, file: workflow.path, source, runsOn },
        sources: (0,_project_sources_js__WEBPACK_IMPORTED_MODULE_10__/* .sourcesWith */ .lg)(sources, (0,_jobs_layout_key_js__WEBPACK_IMPORTED_MODULE_13__/* .layoutKey */ .O)(layout)),
        ...(project === '' ? {} : { project }),
        on: workflow.on ?? {},
        action: pin ?? keptPin(path, existing) ?? usualAction,
        hasParameters: workflow.params.length > 0,
        isHosted: (0,_prepare_js__WEBPACK_IMPORTED_MODULE_8__/* .isHosted */ .O)(runsOn),
        tells: notify.map(({ variable }) => variable),
        ...(workflow.drift ? { drift: { proposes: workflow.drift.files.length > 0 } } : {}),
    });
    if (Buffer.byteLength(text) <= _jobs_workflow_yaml_js__WEBPACK_IMPORTED_MODULE_4__/* .mostBytes */ .j$)
        return { path, source, text, layout };
    const size = `${Math.ceil(Buffer.byteLength(text) / 1024)} KB`;
    const message = `\`${name}\` becomes a file of ${size}, and GitHub reads at most ${_jobs_workflow_yaml_js__WEBPACK_IMPORTED_MODULE_4__/* .mostBytes */ .j$ / 1024} KB`;
    diagnostics.add('workflow-too-large', workflow.chain, { start: 0, end: 1 }, message, {
        help: 'put parts of the chain into commands with `chain:` inside of `parallel`, or write `fanout: job`',
    });
    return undefined;
}
/** A schedule and a push bring no parameters with them. */
function refuseUngiven({ name, params, on = {}, chain }, plan, diagnostics) {
    const bringers = [...(on.schedule ? ['schedule'] : []), ...(on.push ? ['push'] : [])];
    if (bringers.length === 0)
        return;
    for (const param of params) {
        if (param.default !== undefined)
            continue;
        const { source, span } = param.origin ?? { source: chain, span: { start: 0, end: 1 } };
        const message = `\`${plan.name}\` needs \`--${param.name}\`, which no ${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_14__/* .listOf */ .c3)(bringers.map((one) => `\`${one}\``), 'or')} gives`;
        diagnostics.add('invalid-param', source, span, message, {
            help: `declare a \`default:\`, or take \`on.${bringers[0]}\` out of \`${name}\``,
        });
    }
}
/** Relative to the repository's root: a file outside of it is on no runner. */
function sourcePath(path, { folder, root }) {
    const source = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path)).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    if (source.startsWith('../'))
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_11__/* .UsageError */ .eb(`\`${path}\` is not in the repository, so that no job could read it`);
    return source;
}
/** What the file uses now; a new one, what the others use. */
function keptPin(path, existing) {
    const own = existing.get(path)?.head?.action;
    return own ?? [...existing.values()].find(({ head }) => head?.action !== undefined)?.head?.action;
}
/** Nobody's file is overwritten, nor that of another workflow. */
function checkPlaces(drafts, existing, place) {
    const byPath = new Map();
    for (const draft of drafts) {
        const shown = (0,_project_load_js__WEBPACK_IMPORTED_MODULE_9__/* .shownPath */ .pS)(draft.path, place.shownFrom);
        // Some file systems do not tell `A.yml` from `a.yml`.
        const twin = byPath.get(draft.path.toLowerCase());
        if (twin && twin.source !== draft.source)
            throw new _arguments_js__WEBPACK_IMPORTED_MODULE_11__/* .UsageError */ .eb(`\`${twin.source}\` and \`${draft.source}\` would both become \`${shown}\``, 'give one of them another `name:`');
        byPath.set(draft.path.toLowerCase(), draft);
        const there = existing.get(draft.path);
        if (!there)
            continue;
        const help = 'give the workflow another `name:`, or name another folder with `--out`';
        if (!there.head)
            throw new _arguments_js__WEBPACK_IMPORTED_MODULE_11__/* .UsageError */ .eb(`\`${shown}\` is there and was not written by \`ml-workflow compile\``, help);
        const { source } = there.head;
        if (source !== draft.source && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.root, source)))
            throw new _arguments_js__WEBPACK_IMPORTED_MODULE_11__/* .UsageError */ .eb(`\`${shown}\` is compiled from \`${source}\``, help);
    }
}
/** Compiled files of this project that none of its workflows becomes any more. */
function leftOverOf(drafts, existing, { folder, root, shownFrom }) {
    const made = new Set(drafts.map(({ path }) => path));
    const own = `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'workflows')).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/')}/`;
    return [...existing].sort(byText).flatMap(([path, { head }]) => {
        if (!head || made.has(path))
            return [];
        const isOurs = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(head.source) === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(`${own}x`);
        if (!isOurs && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, head.source)))
            return [];
        return [{ file: (0,_project_load_js__WEBPACK_IMPORTED_MODULE_9__/* .shownPath */ .pS)(path, shownFrom), state: 'left-over', workflow: head.source }];
    });
}
function byText([a], [b]) {
    return a < b ? -1 : 1;
}
function shownOf({ path, source }, { shownFrom }) {
    return { file: (0,_project_load_js__WEBPACK_IMPORTED_MODULE_9__/* .shownPath */ .pS)(path, shownFrom), workflow: source };
}
function sizeOf({ jobs }) {
    const legs = jobs.reduce((sum, job) => sum + (job.is === 'matrix' ? job.legs.length : 0), 0);
    return { jobs: jobs.length, legs };
}
/** All new texts are on the disk before the first of them takes its place. */
function writeAll(drafts, { out, shownFrom }) {
    const pending = [];
    try {
        for (const { path, text } of drafts) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
            const from = `${path}.${process.pid}.tmp`;
            pending.push({ from, to: path });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(from, text, { flag: 'wx' });
        }
        for (const { from, to } of pending)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(from, to);
    }
    catch (error) {
        const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_11__/* .UsageError */ .eb(`cannot write to \`${(0,_project_load_js__WEBPACK_IMPORTED_MODULE_9__/* .shownPath */ .pS)(out, shownFrom)}\`: ${reason}`);
    }
    finally {
        for (const { from } of pending)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(from, { force: true });
    }
}


/***/ }),

/***/ 63869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ isAmbient)
/* harmony export */ });
/** Variables that a runner has by itself. */
const names = /^(?:PATH|HOME|SHELL|USER|LOGNAME|PWD|LANG|LANGUAGE|LC_\w+|TZ|TERM|TMPDIR|CI|PYTHONPATH|CUDA_VISIBLE_DEVICES|(?:GITHUB|RUNNER|ACTIONS)_\w+)$/;
/** A secret or a variable of the repository cannot stand for it. */
function isAmbient(name) {
    return names.test(name);
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

/***/ 99761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ layoutKey)
/* harmony export */ });
/** The same for all values of parameters: they may change how many legs a matrix has, and how long jobs take. */
function layoutKey({ jobs }) {
    return JSON.stringify(jobs.map((job) => job.is === 'matrix'
        ? [job.id, job.needs, job.block, job.variables]
        : [
            job.id,
            job.needs,
            job.joins,
            job.environment ?? null,
            job.steps.map(({ id, holds, decides, variables }) => [id, holds, decides, variables]),
        ]));
}


/***/ }),

/***/ 99702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oc: () => (/* binding */ actionReference),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   f4: () => (/* binding */ workflowYaml),
/* harmony export */   j$: () => (/* binding */ mostBytes),
/* harmony export */   y4: () => (/* binding */ compiledHead)
/* harmony export */ });
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71583);
/* harmony import */ var _ambient_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63869);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98407);
/* harmony import */ var _yaml_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1276);
/** A layout → the text of a workflow file of GitHub Actions. Pure; the same layout gives the same bytes. */




/** GitHub reads no longer workflow file. Bytes. */
const mostBytes = 500 * 1024;
/** A job of a runner of one's own ends after five days. */
const longestMinutes = 5 * 24 * 60;
const mayReport = { contents: 'read', checks: 'write', 'pull-requests': 'write' };
/** It may go on with an earlier run, whose artifacts it reads, and asks who has started it. */
const mayBegin = { contents: 'read', actions: 'read', checks: 'write', 'pull-requests': 'write' };
/** The comment is that of the other jobs; a cell has a check run of its own. */
const mayShow = { contents: 'read', checks: 'write' };
/** Throws for a plan that no planner makes: a variable whose name is none. */
function workflowYaml(layout, plan, options) {
    const { name, description, source, sources } = options;
    const head = [
        description === undefined ? name : `${name}: ${description}`,
        '',
        headLine(source),
        `sources: sha256:${sources}`,
    ].join('\n');
    const writer = new Writer(layout, plan, options);
    const document = (0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .yamlText */ .pS)({
        // The only text of a person's where GitHub takes no expression, so that it cannot be quoted as one.
        name: name.replaceAll('${{', '$ {{'),
        'run-name': runName(name),
        on: triggers(options),
        permissions: (0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)({}),
        concurrency: {
            group: `ml-${literal(name)}-\${{ fromJSON(inputs.request || '{}').pr || github.ref }}`,
            queue: 'max',
        },
    });
    const jobs = Object.fromEntries(layout.jobs.map((job) => [job.id, writer.job(job)]));
    return `${(0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .commentLines */ .rT)(head).join('\n')}\n${document}\n${(0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .yamlText */ .pS)({ jobs: (0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .spaced */ .ji)(jobs) })}`;
}
/** As the list of runs shows it; runs of a pull request are found by it. */
function runName(name) {
    const pull = "fromJSON(inputs.request || '{}').pr";
    return `${literal(name)}\${{ ${pull} && format(' · #{0}', ${pull}) || '' }}`;
}
function headLine(source) {
    return `Compiled from ${source} by ml-workflow; do not edit. \`ml-workflow compile\` writes it again.`;
}
/** What a file says about itself that `workflowYaml` made; undefined for every other file. */
function compiledHead(text) {
    const [head = ''] = /^(?:#.*\r?\n)+/.exec(text) ?? [];
    const source = /^# Compiled from (.+) by ml-workflow; do not edit\..*\r?\n# sources: sha256:/m.exec(head)?.[1];
    if (source === undefined)
        return undefined;
    const uses = /^ +uses: (?<repository>[^\s@]+)\/open@(?<ref>[^\s#]+)(?: +# ?(?<comment>.*?))?\r?$/m.exec(text);
    const { repository = '', ref = '', comment } = uses?.groups ?? {};
    const action = uses ? { repository, ref, ...(comment === undefined ? {} : { comment }) } : undefined;
    return { source, action };
}
/** `owner/repo@ref`, with `# v1.2.3` behind it or without; undefined when it is none. */
function actionReference(text) {
    const pattern = /^(?<repository>[\w-][\w.-]*\/[\w.-]+(?:\/[\w.-]+)*)@(?<ref>[\w.-]+(?:\/[\w.-]+)*)(?: +# *(?<comment>[ -~]*?))? *$/;
    const { repository, ref, comment } = pattern.exec(text)?.groups ?? {};
    if (repository === undefined || ref === undefined)
        return undefined;
    return { repository, ref, ...(comment === undefined || comment === '' ? {} : { comment }) };
}
function triggers({ on: { schedule = [], push }, hasParameters }) {
    const request = (0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)({
        description: 'Made by ml-workflow; a person leaves it as it is',
        type: 'string',
        default: '{}',
    });
    const params = (0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)({
        description: 'Parameters, `name=value`, several with `;` between',
        type: 'string',
        default: '',
    });
    return {
        workflow_dispatch: { inputs: { request, params: hasParameters ? params : undefined } },
        schedule: schedule.length === 0 ? undefined : schedule.map(({ cron, timezone }) => ({ cron, timezone })),
        push: push && Object.fromEntries(Object.entries(push).map(([key, patterns]) => [key, patterns])),
    };
}
/** What all jobs of one file share. */
class Writer {
    #jobs;
    #order;
    #options;
    /** RunPod's, of all targets: who may have made pods must be able to end them. */
    #keys;
    /** What the preflights of commands may see. */
    #preflight;
    /** Nodes that run however the run ends. */
    #shielded;
    /** What steps of such nodes may see. */
    #handlers;
    constructor({ jobs }, plan, options) {
        this.#jobs = new Map(jobs.map((job) => [job.id, job]));
        this.#order = jobs.map(({ id }) => id);
        this.#options = options;
        this.#keys = keysOf(plan);
        this.#preflight = Object.values(plan.commands).flatMap((command) => command.is === 'run' && command.preflight !== undefined ? command.env : []);
        this.#shielded = shieldedIn(plan);
        this.#handlers = jobs.flatMap((one) => one.is === 'stretch' && one.environment === undefined
            ? one.steps.filter((step) => this.#isShielded(step)).flatMap(({ variables }) => variables)
            : []);
    }
    job(job) {
        return job.is === 'matrix' ? this.#matrix(job) : this.#stretch(job);
    }
    #stretch(job) {
        const isPlan = job.id === _layout_js__WEBPACK_IMPORTED_MODULE_1__/* .planJob */ .b1;
        const isLast = job.id === _layout_js__WEBPACK_IMPORTED_MODULE_1__/* .concludeJob */ .P0;
        const { environment } = job;
        const needs = isPlan ? [] : isLast ? this.#order.filter((id) => id !== job.id) : this.#needsOf(job);
        // Checks that come before everything else are made in the plan job.
        const seen = isPlan ? this.#preflight : [];
        const open = this.#uses('open', isPlan ? { name: 'open', id: 'open' } : { name: 'open' }, this.#openInputs(job.id), this.#variables(seen, true));
        const last = this.#uses('conclude', { name: 'conclude', if: '${{ always() }}' }, { needs: allNeeds, project: this.#project() }, 
        // It does what handlers of earlier jobs a cancel has kept from running.
        this.#variables(isLast ? [...this.#handlers, ...(this.#options.tells ?? [])] : [], true));
        return {
            name: literal(job.name),
            needs: needs.length === 0 ? undefined : needs,
            if: isPlan ? undefined : isLast ? '${{ always() }}' : jobCondition([...job.joins, job.id]),
            'runs-on': runners(this.#options),
            'timeout-minutes': this.#minutes(job),
            environment: environment === undefined ? undefined : { name: literal(environment), deployment: false },
            concurrency: environment === undefined
                ? undefined
                : { group: `ml-environment-${literal(environment)}`, queue: 'max' },
            permissions: (0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(isPlan
                ? mayBegin
                : isLast
                    ? this.#mayConclude(job)
                    : environment === undefined
                        ? mayReport
                        : mayBegin),
            env: (0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)({ ML_READY: '[]' }),
            outputs: isLast
                ? undefined
                : {
                    next: '${{ env.ML_NEXT }}',
                    cells: '${{ env.ML_CELLS }}',
                    // By an output of the step: what comes behind it may write variables, and not this.
                    plan: isPlan ? '${{ steps.open.outputs.plan }}' : undefined,
                },
            steps: (0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .spaced */ .ji)([open, ...job.steps.map((step) => this.#step(step, isLast)), ...(isLast ? [last] : [])]),
        };
    }
    /**
     * What outlives the run lies on a branch of its own. Where commands of the chain may run in this job, it may not write there:
     * whoever writes a branch can write all of them.
     */
    #mayConclude({ steps }) {
        const runsCommands = steps.length > 0 || this.#shielded.size > 0;
        const { drift } = this.#options;
        return {
            ...mayReport,
            contents: runsCommands ? 'read' : 'write',
            ...(drift ? { issues: 'write' } : {}),
            // The checks of a pull request that a job opens start by a dispatch and nothing else.
            ...(drift?.proposes === true ? { actions: 'write' } : {}),
        };
    }
    #matrix(job) {
        const needs = this.#needsOf(job);
        const cell = this.#uses('cell', { name: `${literal(job.name)} · \${{ matrix.cell }}` }, {
            job: job.id,
            leg: '${{ matrix.cell }}',
            project: this.#project(),
            plan: plannedBy,
        }, this.#variables(job.variables, true));
        const map = {
            name: literal(job.name),
            needs,
            if: jobCondition([job.id]),
            'runs-on': runners(this.#options),
            'timeout-minutes': this.#minutes(job),
            'continue-on-error': job.isTolerated ? true : undefined,
            permissions: (0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(mayShow),
            strategy: {
                'fail-fast': false,
                'max-parallel': job.max ?? undefined,
                matrix: { cell: cellsFor(job.id, needs) },
            },
            steps: [cell],
        };
        return (0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .above */ .G1)(map, legsText(job));
    }
    #step(step, isLast) {
        const isShielded = isLast || this.#isShielded(step);
        // What a cancel does not reach is ready then too, and only the steps that ask for it are started at all.
        const status = isShielded ? 'always()' : '!cancelled()';
        const gate = `\${{ ${status} && contains(fromJSON(env.ML_READY), '${step.id}') }}`;
        const variables = this.#variables(step.variables, false);
        return this.#uses('step', { name: literal(step.name), if: gate }, { step: step.id }, variables);
    }
    #isShielded({ holds, decides }) {
        return [...holds, ...decides.map(({ node }) => node)].every((id) => this.#shielded.has(id));
    }
    #uses(part, head, inputs, env) {
        const { repository, ref, comment } = this.#options.action;
        const uses = `${repository}/${part}@${ref}`;
        const isSmall = Object.values(inputs).filter((one) => one !== undefined).length <= 3;
        return {
            ...head,
            uses: comment === undefined ? uses : (0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .behind */ .Ry)(uses, comment),
            with: isSmall ? (0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(inputs) : inputs,
            env: Object.keys(env).length === 0 ? undefined : Object.keys(env).length === 1 ? (0,_yaml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(env) : env,
        };
    }
    #openInputs(job) {
        const { file, sources, hasParameters } = this.#options;
        const project = this.#project();
        if (job !== _layout_js__WEBPACK_IMPORTED_MODULE_1__/* .planJob */ .b1)
            return { job, project, plan: plannedBy, needs: job === _layout_js__WEBPACK_IMPORTED_MODULE_1__/* .concludeJob */ .P0 ? allNeeds : undefined };
        return {
            job,
            workflow: literal(file),
            sources,
            project,
            request: '${{ inputs.request }}',
            params: hasParameters ? '${{ inputs.params }}' : undefined,
        };
    }
    #project() {
        const { project } = this.#options;
        return project === undefined ? undefined : literal(project);
    }
    /**
     * In the order of the file. The plan job may hand over to any of them, when a run is resumed; and whoever handed over
     * to a matrix started what joins it.
     */
    #needsOf({ id, needs, ...job }) {
        const joined = job.is === 'matrix' ? [] : job.joins;
        const handedOver = joined.flatMap((one) => this.#jobs.get(one)?.needs ?? []);
        const all = new Set([_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .planJob */ .b1, ...needs, ...joined, ...handedOver]);
        return this.#order.filter((one) => all.has(one) && one !== id);
    }
    #minutes({ minutes }) {
        return minutes >= _layout_js__WEBPACK_IMPORTED_MODULE_1__/* .hostedMinutes */ .LI && !this.#options.isHosted ? longestMinutes : minutes;
    }
    /** `withKeys`: also the keys of all targets. */
    #variables(names, withKeys) {
        // What the runner has itself stays as it has it: an expression would put an empty text in its place.
        const given = names.filter((name) => !(0,_ambient_js__WEBPACK_IMPORTED_MODULE_2__/* .isAmbient */ .z)(name));
        const all = [...new Set([...given, ...(withKeys ? this.#keys : [])])].sort();
        return Object.fromEntries(all.map((name) => {
            if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
                throw new Error(`internal: \`${name}\` is no variable; please report this`);
            const isKey = this.#keys.includes(name);
            return [name, isKey ? `\${{ secrets.${name} }}` : `\${{ secrets.${name} || vars.${name} }}`];
        }));
    }
}
const allNeeds = '${{ toJSON(needs) }}';
const plannedBy = '${{ needs.plan.outputs.plan }}';
/** Text of a person's where GitHub looks for expressions: it is shown as it is, and nothing in it is evaluated. */
function literal(text) {
    return text.replaceAll('${{', "${{ '${{' }}");
}
function runners({ runsOn }) {
    return typeof runsOn === 'string' ? literal(runsOn) : runsOn.map(literal);
}
/** Some job before it has handed over to it, or to a matrix that ends here. */
function jobCondition(ids) {
    const asked = ids.map((id) => `contains(needs.*.outputs.next, '${id}')`);
    return `\${{ !cancelled() && ${asked.length === 1 ? asked[0] : `(${asked.join(' || ')})`} }}`;
}
/**
 * The cells of whoever handed over to this matrix. A job before it that handed over elsewhere has cells too, those of
 * another matrix. Without any, GitHub would refuse the empty text before it asks whether the job runs.
 */
function cellsFor(id, needs) {
    const from = needs.map((job) => `needs.${job}.outputs.next == '${id}' && needs.${job}.outputs.cells`);
    return `\${{ fromJSON(${from.join(' || ')} || '["-"]') }}`;
}
function legsText({ legs }) {
    const labels = legs.map(({ label }) => label);
    const all = labels.join(', ');
    const some = all.length <= 90 ? all : `${all.slice(0, all.lastIndexOf(', ', 80))}, …`;
    return `${legs.length} ${legs.length === 1 ? 'leg' : 'legs'}: ${some}`;
}
/** The variables that hold the keys of RunPod accounts. */
function keysOf({ targets = {} }) {
    const keys = Object.values(targets).flatMap((target) => (target.kind === 'runpod' ? [target.key] : []));
    return [...new Set(keys)].sort();
}
function shieldedIn({ nodes }) {
    const shielded = new Set();
    // Parents stand before their children.
    for (const node of nodes) {
        if ((node.kind === 'try' || node.kind === 'handlers') && node.finally !== null)
            shielded.add(node.finally);
        if (shielded.has(node.id))
            for (const child of (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .childrenOf */ .LU)(node))
                shielded.add(child);
    }
    return shielded;
}


/***/ }),

/***/ 1276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G1: () => (/* binding */ above),
/* harmony export */   Ry: () => (/* binding */ behind),
/* harmony export */   ji: () => (/* binding */ spaced),
/* harmony export */   mG: () => (/* binding */ inline),
/* harmony export */   pS: () => (/* binding */ yamlText),
/* harmony export */   rT: () => (/* binding */ commentLines)
/* harmony export */ });
/* unused harmony export Styled */
/**
 * Values → YAML for people: block style, short maps and lists in one line, blank lines and comments where they are asked
 * for. The same value gives the same bytes. Pure, and no more of YAML than compiled workflows need.
 */
/** A value with a wish for how it looks. */
class Styled {
    value;
    style;
    constructor(value, style) {
        this.value = value;
        this.style = style;
    }
}
function inline(value) {
    return new Styled(value, { inline: true });
}
function spaced(value) {
    return new Styled(value, { spaced: true });
}
function behind(value, comment) {
    return new Styled(value, { behind: comment });
}
function above(value, comment) {
    return new Styled(value, { above: comment });
}
const widest = 110;
/** A whole document, of one map. */
function yamlText(document) {
    return `${mapLines(document, '', false).join('\n')}\n`;
}
/** Comment lines, whatever the text holds: it cannot leave the comment. */
function commentLines(text, indent = '') {
    return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => {
        const shown = line.replace(unprintable, ' ').trimEnd();
        return shown === '' ? `${indent}#` : `${indent}# ${shown}`;
    });
}
function mapLines(map, indent, isSpaced) {
    const lines = [];
    for (const [key, styled] of Object.entries(map)) {
        if (styled === undefined)
            continue;
        const { value, style } = unstyled(styled);
        if (isSpaced && lines.length > 0)
            lines.push('');
        if (style.above !== undefined)
            lines.push(...commentLines(style.above, indent));
        lines.push(...entryLines(`${indent}${keyText(key)}:`, value, style, indent));
    }
    return lines;
}
function entryLines(head, value, style, indent) {
    const flat = flatText(value, style, widest - head.length - 1);
    if (flat !== undefined)
        return [`${head} ${flat}${trailing(style)}`];
    if (isList(value))
        return [head, ...listLines(value, `${indent}  `, style.spaced === true)];
    return [head, ...mapLines(value, `${indent}  `, style.spaced === true)];
}
function listLines(list, indent, isSpaced) {
    return list.flatMap((styled, index) => {
        const { value, style } = unstyled(styled);
        const gap = isSpaced && index > 0 ? [''] : [];
        const flat = flatText(value, style, widest - indent.length - 2);
        if (flat !== undefined)
            return [...gap, `${indent}- ${flat}${trailing(style)}`];
        const inner = isList(value)
            ? listLines(value, `${indent}  `, false)
            : mapLines(value, `${indent}  `, false);
        const [first = '', ...rest] = inner;
        return [...gap, `${indent}- ${first.trimStart()}`, ...rest];
    });
}
function trailing({ behind: comment }) {
    return comment === undefined ? '' : ` ${commentLines(comment).join(' ')}`;
}
/** In one line, or undefined where it has to go over several. Scalars always are. */
function flatText(value, style, room) {
    if (!isCollection(value))
        return scalarText(value);
    if (isList(value) && value.some((one) => isCollection(unstyled(one).value)))
        return undefined;
    if (!isList(value) && style.inline !== true && Object.values(value).some((one) => one !== undefined))
        return undefined;
    const text = flowText(value);
    return text.length <= room ? text : undefined;
}
function flowText(styled) {
    const { value } = unstyled(styled);
    if (!isCollection(value))
        return scalarText(value, true);
    if (isList(value))
        return `[${value.map(flowText).join(', ')}]`;
    const entries = Object.entries(value).flatMap(([key, one]) => one === undefined ? [] : [`${keyText(key)}: ${flowText(one)}`]);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
function unstyled(value) {
    if (!(value instanceof Styled))
        return { value, style: {} };
    const inner = unstyled(value.value);
    return { value: inner.value, style: { ...inner.style, ...value.style } };
}
function isList(value) {
    return Array.isArray(value);
}
function isCollection(value) {
    return typeof value === 'object';
}
/** Control characters, line ends of other systems, what is invisible at the head of a file, halves of a character. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/gu;
/** What some reader takes for a truth value, nothing, a number or a date when it stands without quotes. */
const notText = /^(?:true|false|yes|no|on|off|y|n|null|~|<<|=|[-+.\d][-+.:\w]*|\.(?:inf|nan))?$/i;
/**
 * Without quotes where every reader of YAML takes it for this very text. Inside of `[ ]` and `{ }` more is quoted.
 */
function scalarText(value, inFlow = false) {
    if (typeof value !== 'string')
        return String(value);
    const isPlain = !notText.test(value) &&
        // An indicator at the head, `: ` and ` #` anywhere, blanks at an end.
        /^[^\s\-?:,[\]{}#&*!|>'"%@`]/.test(value) &&
        !/:(?:\s|$)|\s#|\s$/.test(value) &&
        value.search(unprintable) < 0 &&
        !(inFlow && /[,[\]{}]/.test(value));
    return isPlain ? value : quoted(value);
}
/** Readers that take `on` for a truth value do not do so for the key of a workflow. */
function keyText(key) {
    return key === 'on' ? key : scalarText(key, true);
}
function quoted(value) {
    const isSingle = value.search(unprintable) < 0 && /["\\]/.test(value);
    if (isSingle)
        return `'${value.replaceAll("'", "''")}'`;
    return `"${value.replace(/["\\]/g, '\\$&').replace(unprintable, escaped)}"`;
}
function escaped(character) {
    const code = character.charCodeAt(0);
    // Half of a character is none that YAML could hold.
    if (code >= 0xd800 && code <= 0xdfff)
        return '\ufffd';
    return character === '\n' ? '\\n' : character === '\t' ? '\\t' : `\\u${code.toString(16).padStart(4, '0')}`;
}


/***/ }),

/***/ 45971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ diagnosticJson)
/* harmony export */ });
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11786);

function diagnosticJson(diagnostic) {
    const { code, severity, message, source, span, help, related = [] } = diagnostic;
    return {
        code,
        severity,
        message,
        ...(0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(source, span),
        ...(help === undefined ? {} : { help }),
        ...(related.length === 0
            ? {}
            : { related: related.map((one) => ({ message: one.message, ...(0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(one.source, one.span) })) }),
    };
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


/***/ })

};
