export const id = 325;
export const ids = [325];
export const modules = {

/***/ 50624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ Approvals),
/* harmony export */   S: () => (/* binding */ personHere)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/** What people decide while a run waits: decisions that came with a resume, and questions put to somebody at a terminal. */

class Approvals {
    #approving;
    #answered;
    /** Asked and not yet answered, with what takes the question back. */
    #questions = new Map();
    /** One question at a time: a terminal has one line. */
    #last = Promise.resolve();
    /** `answered` without a fact: nobody could be asked. */
    constructor(approving, answered) {
        this.#approving = approving;
        this.#answered = answered;
    }
    get canAsk() {
        return this.#approving.ask !== undefined;
    }
    get isAsking() {
        return this.#questions.size > 0;
    }
    /** Of the open ones, those that somebody has decided; the first decision for each counts. */
    given(open) {
        return open.flatMap(({ node, label }) => {
            const decided = this.#approving.approvals?.find((one) => one.label === undefined || one.label === label);
            return decided ? [{ type: 'approval-given', node, approved: decided.approved, by: decided.by }] : [];
        });
    }
    ask(node, label) {
        const { ask } = this.#approving;
        if (!ask || this.#questions.has(node))
            return;
        const question = new AbortController();
        this.#questions.set(node, question);
        this.#last = this.#last.then(async () => {
            const approved = await answerTo(ask, label, question.signal);
            if (question.signal.aborted)
                return;
            this.#questions.delete(node);
            if (approved === undefined)
                this.#answered();
            else
                this.#answered({ type: 'approval-given', node, approved, by: personHere() });
        });
    }
    /** Takes back the questions that no longer stand, such as one whose time is over. */
    retain(standing) {
        for (const [node, question] of this.#questions) {
            if (standing.has(node))
                continue;
            this.#questions.delete(node);
            question.abort();
        }
    }
}
/** Undefined when nobody could be asked: the run waits then, as it does without a terminal. */
async function answerTo(ask, label, signal) {
    if (signal.aborted)
        return undefined;
    try {
        return await ask(label, signal);
    }
    catch {
        return undefined;
    }
}
function personHere() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.userInfo)().username;
    }
    catch {
        // No name for the user's number, as in a container.
        return 'a person at the terminal';
    }
}


/***/ }),

/***/ 80325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drivePart: () => (/* binding */ wiring_drivePart),
  endLeftPods: () => (/* binding */ endLeftPods),
  makeRun: () => (/* binding */ makeRun),
  offersOf: () => (/* binding */ offersOf),
  readRun: () => (/* binding */ readRun),
  resumeRun: () => (/* binding */ resumeRun),
  startRun: () => (/* binding */ startRun)
});

// UNUSED EXPORTS: clock

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/engine/evaluate.js
var evaluate = __webpack_require__(62516);
// EXTERNAL MODULE: ./build/engine/interval.js
var interval = __webpack_require__(81070);
;// CONCATENATED MODULE: ./build/builtins/statistics.js
/** The few statistics a sweep's table needs. */

function mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** Of a sample: divides by n − 1. NaN for fewer than two values. */
function standardDeviation(values) {
    const center = mean(values);
    return Math.sqrt(values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1));
}
/** Wilson's 95 % interval of a share measured on n samples: never leaves 0 to 1, unlike p ± z·s. */
function wilson(share, n) {
    const [low, high] = (0,interval/* wilson */.r)(share, n, 0.95);
    return { low, high };
}

;// CONCATENATED MODULE: ./build/builtins/table.js
/** A table in GitHub's Markdown; cells cannot break out of it. */
function markdownTable(header, rows) {
    const line = (cells) => `| ${cells.map(escapeCell).join(' | ')} |`;
    return [line(header), `| ${header.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}
function escapeCell(text) {
    return text
        .replaceAll('\\', '\\\\')
        .replaceAll('|', '\\|')
        .replace(/\s*\n\s*/g, ' ');
}

;// CONCATENATED MODULE: ./build/builtins/aggregate.js
/** `/results:aggregate`: the cells of a sweep side by side, grouped by configuration. */





const aggregateSchema = 1;
/** Values that tell repetitions of one configuration apart, not configurations. */
const repetition = new Set(['seed', 'fold']);
function aggregate(request) {
    const { cells, plan } = request;
    const completed = cells.filter(({ status }) => status === 'completed');
    if (completed.length === 0) {
        return {
            is: 'failed',
            seconds: 0,
            class: 'no-metrics',
            message: `none of the ${cells.length} cells completed`,
            tail: cells.flatMap(({ title, error }) => (error === undefined ? [] : [`${title}: ${error}`])),
        };
    }
    const groups = groupCells(completed, plan.metrics);
    const record = {
        schema: aggregateSchema,
        run: request.run,
        groups,
        cells: cells.map((cell) => ({
            id: cell.id,
            title: cell.title,
            status: cell.status,
            run_dir: cell.directory === undefined
                ? null
                : (0,external_node_path_.relative)(request.workspace, (0,external_node_path_.join)(request.runDirectory, cell.directory)),
            config: cell.config,
            metrics: cell.status === 'completed' ? cell.metrics : null,
            samples: cell.samples ?? null,
            seconds: cell.seconds ?? null,
            error: cell.error ?? null,
        })),
    };
    const path = (0,external_node_path_.join)(request.directory, 'aggregate.json');
    (0,external_node_fs_.writeFileSync)(path, `${JSON.stringify(record, null, 2)}\n`);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(request.directory, 'aggregate.md'), `${aggregateTable(groups)}\n`);
    return {
        is: 'succeeded',
        result: {
            seconds: 0,
            metrics: {},
            values: { results: (0,external_node_path_.relative)(request.workspace, path), completed: completed.length },
        },
    };
}
/** In the order of the chain. */
function groupCells(cells, metrics) {
    const groups = new Map();
    for (const cell of cells) {
        const key = JSON.stringify(Object.entries(configOf(cell)).sort());
        const own = groups.get(key);
        if (own)
            own.push(cell);
        else
            groups.set(key, [cell]);
    }
    return [...groups.values()].map((own) => {
        const [first] = own;
        return {
            config: first ? configOf(first) : {},
            cells: own.map(({ id }) => id),
            metrics: summarise(own, metrics),
        };
    });
}
function configOf(cell) {
    return Object.fromEntries(Object.entries(cell.config).filter(([name]) => !repetition.has(name)));
}
function summarise(cells, metrics) {
    const names = [...new Set(cells.flatMap((cell) => Object.keys(cell.metrics)))];
    return Object.fromEntries(names.map((name) => {
        // A cell that lacks the metric is left out of its mean: missing is not 0.
        const measured = cells.filter((cell) => cell.metrics[name] !== undefined);
        const values = measured.map((cell) => cell.metrics[name] ?? Number.NaN);
        const [only] = measured;
        const samples = only?.samples;
        const [value] = values;
        const isShare = metrics[name]?.unit === 'fraction' &&
            values.length === 1 &&
            value !== undefined &&
            (0,evaluate/* valueProblem */.FQ)(value, 'fraction') === undefined;
        const share = isShare ? value : undefined;
        const summary = {
            n: values.length,
            mean: mean(values),
            ...(values.length > 1 ? { sd: standardDeviation(values) } : {}),
            ...(share !== undefined && samples !== undefined && samples > 0
                ? { interval: wilson(share, samples) }
                : {}),
        };
        return [name, summary];
    }));
}
function aggregateTable(groups) {
    const configs = [...new Set(groups.flatMap(({ config }) => Object.keys(config)))];
    const metrics = [...new Set(groups.flatMap((group) => Object.keys(group.metrics)))];
    const rows = groups.map(({ config, metrics: own }) => [
        ...configs.map((name) => config[name] ?? ''),
        ...metrics.map((name) => {
            const summary = own[name];
            if (!summary)
                return '–';
            const spread = summary.sd === undefined ? '' : ` ± ${summary.sd.toPrecision(2)}`;
            return `${Number(summary.mean.toPrecision(4))}${spread}`;
        }),
    ]);
    return markdownTable([...configs, ...metrics], rows);
}

;// CONCATENATED MODULE: ./build/builtins/outcome.js
function failureOf(cause, message, tail = []) {
    return { is: 'failed', seconds: 0, class: cause, message, tail };
}
function succeededWith(values = {}, more = {}) {
    return { is: 'succeeded', result: { seconds: 0, metrics: {}, values }, ...more };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/builtins/workspace-file.js
/** Files of the workspace that a chain names: read and written inside of it only, wherever links lead. */




/** Larger than any record that a chain reads. */
const largest = 16 * 1024 * 1024;
/** Not the chain's to write: they decide what later runs do. */
const reserved = new Set(['.git', '.ml-workflow']);
/** A file that cannot be used as the chain wants it; the message is for a person. */
class FileProblem extends Error {
}
/** Where the path really leads; throws a `FileProblem` when that is outside. The file itself need not be there. */
function placeIn(workspace, path) {
    const root = (0,external_node_fs_.realpathSync)(workspace);
    const wanted = (0,external_node_path_.resolve)(root, path);
    if (path === '' || path.includes('\0') || wanted === root)
        throw new FileProblem(`\`${path}\` names no file`);
    if (!isInside(root, wanted))
        throw new FileProblem(`\`${path}\` leaves the workspace`);
    const real = realPlace(wanted);
    if (real === undefined || !isInside(root, real))
        throw new FileProblem(`\`${path}\` leads out of the workspace by a symbolic link`);
    return real;
}
function isInside(root, path) {
    const inside = (0,external_node_path_.relative)(root, path);
    return inside !== '' && inside !== '..' && !inside.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(inside);
}
/** With every link followed; undefined for one that leads nowhere. */
function realPlace(path) {
    const missing = [];
    for (let at = path;; at = (0,external_node_path_.dirname)(at)) {
        const found = (0,external_node_fs_.lstatSync)(at, { throwIfNoEntry: false });
        if (found) {
            try {
                return (0,external_node_path_.join)((0,external_node_fs_.realpathSync)(at), ...missing);
            }
            catch {
                return undefined;
            }
        }
        missing.unshift((0,external_node_path_.basename)(at));
    }
}
/** Undefined when there is none. */
function readWorkspaceFile(workspace, path) {
    const place = placeIn(workspace, path);
    const found = (0,external_node_fs_.lstatSync)(place, { throwIfNoEntry: false });
    if (!found)
        return undefined;
    if (!found.isFile())
        throw new FileProblem(`\`${path}\` is no regular file`);
    if (found.size > largest)
        throw new FileProblem(`\`${path}\` is larger than ${largest / 1024 / 1024} MiB`);
    return (0,external_node_fs_.readFileSync)(place, 'utf8');
}
/** All of it or nothing is there, whatever happens: it is written beside and put in its place. */
function writeWorkspaceFile(workspace, path, text) {
    const place = placeToWrite(workspace, path);
    const draft = (0,external_node_path_.join)((0,external_node_path_.dirname)(place), `.${(0,external_node_path_.basename)(place)}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`);
    try {
        (0,external_node_fs_.writeFileSync)(draft, text, { flag: 'wx' });
        (0,external_node_fs_.renameSync)(draft, place);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(draft, { force: true });
        throw error;
    }
}
/** One write, so that two who append at once do not mix. `line`: with its end. */
function appendToWorkspaceFile(workspace, path, line) {
    const place = placeToWrite(workspace, path);
    const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = external_node_fs_.constants;
    const file = (0,external_node_fs_.openSync)(place, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o666);
    try {
        (0,external_node_fs_.writeSync)(file, line);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function placeToWrite(workspace, path) {
    const place = placeIn(workspace, path);
    const [first = ''] = (0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(workspace), place).split(external_node_path_.sep);
    if (reserved.has(first))
        throw new FileProblem(`\`${path}\` is not for a chain to write`);
    const found = (0,external_node_fs_.lstatSync)(place, { throwIfNoEntry: false });
    if (found && !found.isFile())
        throw new FileProblem(`\`${path}\` is no regular file`);
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(place), { recursive: true });
    return place;
}
/** The disk's own errors and ours become a failure of the unit; a mistake of this program is thrown on. */
function orFileFailure(work) {
    try {
        return work();
    }
    catch (error) {
        if (error instanceof FileProblem)
            return failureOf('usage', error.message);
        if (error instanceof Error && 'syscall' in error)
            return failureOf('exit-1', error.message);
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/builtins/checkpoint.js
/** `state:save → file`, `state:load → file`: what has finished and what variables hold, for another run. */




const checkpointSchema = 1;
/** Directories in the file are relative to the workspace: another run reads it. */
function saveState({ input, checkpoint, run, plan, runDirectory, workspace, }) {
    if (!checkpoint)
        throw new Error('internal: there is nothing to save; please report this');
    const [path = ''] = input.arguments;
    const finished = Object.fromEntries(Object.entries(checkpoint.finished).map(([key, unit]) => [
        key,
        { ...unit, directory: (0,external_node_path_.relative)(workspace, (0,external_node_path_.join)(runDirectory, unit.directory)) },
    ]));
    const { variables = {} } = checkpoint;
    const record = { schema: checkpointSchema, run, workflow: plan.name, finished, variables };
    return orFileFailure(() => {
        writeWorkspaceFile(workspace, path, `${JSON.stringify(record, null, 2)}\n`);
        return succeededWith();
    });
}
function loadState({ input, runDirectory, workspace }, watch) {
    const [path = ''] = input.arguments;
    return orFileFailure(() => {
        const text = readWorkspaceFile(workspace, path);
        if (text === undefined) {
            // The first run of all has none to go on from.
            watch.output(`there is no checkpoint \`${path}\` yet: everything runs`);
            return succeededWith();
        }
        const read = parseCheckpoint(text);
        if (!read.ok)
            return failureOf('no-metrics', `the checkpoint \`${path}\` ${read.problem}`);
        const finished = {};
        for (const [key, unit] of Object.entries(read.finished)) {
            const directory = (0,external_node_path_.join)(workspace, unit.directory);
            // Without its files a result is only half there: then it is made again.
            if (!checkpoint_isInside(workspace, directory) || !(0,external_node_fs_.existsSync)(directory))
                continue;
            finished[key] = { ...unit, directory: (0,external_node_path_.relative)(runDirectory, directory) };
        }
        return succeededWith({}, { offered: { from: path, finished, variables: read.variables } });
    });
}
function checkpoint_isInside(folder, path) {
    const inside = (0,external_node_path_.relative)(folder, path);
    return inside !== '..' && !inside.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(inside);
}
function parseCheckpoint(text) {
    let record;
    try {
        record = JSON.parse(text);
    }
    catch {
        return { ok: false, problem: 'is damaged: it is no JSON' };
    }
    if (!isRecord(record))
        return { ok: false, problem: 'is damaged: it is no object' };
    if (record.schema !== checkpointSchema)
        return { ok: false, problem: 'was written by another version of ml-workflow' };
    const { finished, variables } = record;
    if (!isRecordOf(finished, isFinished))
        return { ok: false, problem: 'is damaged: `finished`' };
    if (!isRecordOf(variables, isValue))
        return { ok: false, problem: 'is damaged: `variables`' };
    return { ok: true, finished, variables };
}
function isFinished(value) {
    if (!isRecord(value))
        return false;
    const { directory, seconds, metrics, values, primary, samples, source, stdout, inputs, none } = value;
    return (typeof directory === 'string' &&
        isNumber(seconds) &&
        isRecordOf(metrics, isNumber) &&
        isRecordOf(values, isValue) &&
        (inputs === undefined || isRecordOf(inputs, isText)) &&
        [primary, source, stdout, none].every((one) => one === undefined || typeof one === 'string') &&
        (samples === undefined || isNumber(samples)) &&
        (typeof stdout !== 'string' || !/[\\/]/.test(stdout)));
}
function isValue(value) {
    return typeof value === 'string' || typeof value === 'boolean' || isNumber(value);
}
function isText(value) {
    return typeof value === 'string';
}
function isNumber(value) {
    return typeof value === 'number' && Number.isFinite(value);
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isRecordOf(value, isItem) {
    return isRecord(value) && Object.values(value).every(isItem);
}

;// CONCATENATED MODULE: ./build/builtins/collect.js
/** `/aggregate:analysis-results`: what the branches before it gave, in one file. */



const collectionSchema = 1;
const defaultName = 'analysis-results';
function collect(request) {
    const { cells, input, workspace, directory } = request;
    const name = input.parameters.what ?? input.arguments[0] ?? defaultName;
    if (!/^\w[\w.-]*$/.test(name))
        return failureOf('usage', `\`/aggregate:${name}\`: a name has letters, digits, \`_\`, \`-\` and \`.\``);
    const completed = cells.filter(({ status }) => status === 'completed').length;
    if (completed === 0) {
        return failureOf('no-metrics', `none of the ${cells.length} results is there`, cells.flatMap(({ title, error }) => (error === undefined ? [] : [`${title}: ${error}`])));
    }
    const record = {
        schema: collectionSchema,
        run: request.run,
        name,
        results: cells.map((cell) => entryOf(cell, request)),
    };
    const path = (0,external_node_path_.join)(directory, `${name}.json`);
    (0,external_node_fs_.writeFileSync)(path, `${JSON.stringify(record, null, 2)}\n`);
    return succeededWith({ results: (0,external_node_path_.relative)(workspace, path), completed });
}
/** What is missing is null: nobody takes it for 0 or for an empty text. */
function entryOf(cell, { workspace, runDirectory }) {
    const { result } = cell;
    return {
        title: cell.title,
        status: cell.status,
        run_dir: cell.directory === undefined ? null : (0,external_node_path_.relative)(workspace, (0,external_node_path_.join)(runDirectory, cell.directory)),
        config: cell.config,
        output: result?.output ?? null,
        values: result?.values ?? null,
        metrics: result?.metrics ?? null,
        samples: cell.samples ?? null,
        seconds: cell.seconds ?? null,
        error: cell.error ?? null,
    };
}

;// CONCATENATED MODULE: ./build/builtins/context.js


/** More are not listed to a person. */
const mostListed = 20;
/**
 * Parameters: the `name` of the result, the `variable` to set, the `field` (several, with blanks between: the first that
 * there is), and the record itself as `value` or the `file` it stands in.
 */
function context({ input, workspace }) {
    const { name = '', file = '', field = '', value } = input.parameters;
    const fields = field.split(' ');
    const { variable = fields[0] ?? '' } = input.parameters;
    return orFileFailure(() => {
        const source = value === undefined ? `\`${file}\`` : `\`$${name}\``;
        const missing = (what) => failureOf('no-metrics', `\`context:${name}\`: ${what}`);
        const text = value ?? readWorkspaceFile(workspace, file);
        if (text === undefined)
            return missing(`there is no ${source}`);
        let record;
        try {
            record = JSON.parse(text);
        }
        catch (error) {
            return missing(`${source} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
        }
        const leaves = leavesOf(record);
        const found = find(leaves, fields);
        if (found.length === 1 && found[0])
            return succeededWith({ [variable]: found[0].value });
        const wanted = fields.map((one) => `\`${one}\``).join(' and no ');
        const what = found.length === 0
            ? `${source} has no field ${wanted}`
            : `the field could be ${listed(found)} of ${source}`;
        const there = found.length > 0 ? '' : leaves.length === 0 ? '; it has none' : `; it has ${listed(leaves)}`;
        const [example] = found.length > 0 ? found : likely(leaves, fields);
        const help = example === undefined ? '' : `; name the field: \`context:${name}.${textOf(example)}\``;
        return missing(`${what}${there}${help}`);
    });
}
/** The first field that there is; each at the top first, then further down. */
function find(leaves, fields) {
    for (const wanted of fields.map(normalised)) {
        const exact = leaves.filter((leaf) => normalised(textOf(leaf)) === wanted);
        if (exact.length > 0)
            return exact;
        const deeper = leaves.filter(({ path }) => normalised(path.at(-1) ?? '') === wanted);
        if (deeper.length > 0)
            return deeper;
    }
    return [];
}
/** What the person may have meant comes first: the fields that end like it. */
function likely(leaves, fields) {
    const word = normalised(fields.at(-1) ?? '')
        .split('_')
        .at(-1) ?? '';
    const alike = leaves.filter(({ path }) => normalised(path.at(-1) ?? '').endsWith(word));
    return alike.length > 0 ? alike : leaves;
}
/** Names compare as everywhere in a chain. */
function normalised(name) {
    return name.toLowerCase().replaceAll('-', '_');
}
function textOf({ path }) {
    return path.join('.');
}
function listed(leaves) {
    const names = leaves.slice(0, mostListed).map((leaf) => `\`${textOf(leaf)}\``);
    const more = leaves.length - names.length;
    return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
/** Texts, numbers and booleans, in the order of the file; lists have no names in them. Not by recursion. */
function leavesOf(record) {
    const leaves = [];
    const open = [{ path: [], value: record }];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
        const { path, value } = at;
        if (value === null || Array.isArray(value))
            continue;
        if (typeof value !== 'object') {
            if (path.length > 0 && context_isValue(value))
                leaves.push({ path, value });
            continue;
        }
        for (const [name, inner] of Object.entries(value).reverse())
            open.push({ path: [...path, name], value: inner });
    }
    return leaves;
}
function context_isValue(value) {
    return typeof value !== 'number' || Number.isFinite(value);
}

;// CONCATENATED MODULE: ./build/builtins/select.js
/** `/best-model:select`: the best cell of a sweep, by the declared rule. */




/** Closer values count as equal: they differ by rounding, not by merit. */
const tie = 1e-12;
function select_select(request) {
    const { selections } = request.plan;
    // Each `/best-model:select` of a chain may choose by a metric of its own.
    const selection = selections[request.unit.id] ?? selections['best-model'];
    if (!selection)
        throw new Error('internal: the plan has no selection; please report this');
    const { cells } = request;
    const { metrics: declared } = request.plan;
    const choice = choose(cells, selection, declared);
    const candidates = cells.map((cell) => ({
        id: cell.id,
        why_not: whyNot(cell, selection, declared) ?? null,
    }));
    const path = (0,external_node_path_.join)(request.directory, 'winner.json');
    const write = (record) => (0,external_node_fs_.writeFileSync)(path, `${JSON.stringify({ schema: 1, run_id: request.run, ...record }, null, 2)}\n`);
    const rule = ruleText(selection);
    const source = (0,external_node_path_.relative)(request.workspace, path);
    if (!choice && selection.none === 'not-met') {
        write({ run_name: null, run_dir: null, rule, tied_with: [], candidates });
        const none = 'no cell was a candidate';
        return { is: 'succeeded', result: { seconds: 0, metrics: {}, values: {}, source, none } };
    }
    if (!choice) {
        return failureOf('no-candidate', `none of the ${cells.length} cells is a candidate`, cells.map((cell) => `${cell.title}: ${whyNot(cell, selection, declared) ?? 'a candidate'}`));
    }
    const { winner, tied } = choice;
    const directory = (0,external_node_path_.relative)(request.workspace, (0,external_node_path_.join)(request.runDirectory, winner.directory ?? ''));
    const metrics = Object.fromEntries(Object.entries(winner.metrics).map(([name, value]) => [`best_${name}`, value]));
    write({
        run_name: winner.id,
        ...winner.metrics,
        ...winner.config,
        run_dir: directory,
        rule,
        tied_with: tied.map(({ id }) => id),
        candidates,
    });
    return {
        is: 'succeeded',
        result: {
            seconds: 0,
            metrics,
            values: { best_model: directory, best_config: JSON.stringify(winner.config), best_id: winner.id },
            primary: `best_${selection.metric}`,
            ...(winner.samples === undefined ? {} : { samples: winner.samples }),
            source,
        },
    };
}
/** Cells stand in the order of the chain, which decides last. */
function choose(cells, selection, declared) {
    const candidates = cells.filter((cell) => whyNot(cell, selection, declared) === undefined);
    const rules = [{ metric: selection.metric, direction: selection.direction }, ...selection.ties];
    const [winner, ...others] = [...candidates].sort((a, b) => {
        for (const { metric, direction } of rules) {
            const difference = rated(b, metric, direction) - rated(a, metric, direction);
            if (Math.abs(difference) > tie)
                return difference;
        }
        return 0;
    });
    if (!winner)
        return undefined;
    const best = winner.metrics[selection.metric] ?? Number.NaN;
    return {
        winner,
        tied: others.filter((cell) => Math.abs((cell.metrics[selection.metric] ?? Number.NaN) - best) <= tie),
    };
}
/** Higher is better. A cell without the metric of a tie rule loses the tie. */
function rated(cell, metric, direction) {
    const value = cell.metrics[metric];
    if (value === undefined)
        return -Number.MAX_VALUE;
    return direction === 'max' ? value : -value;
}
/** Why a cell is no candidate, or undefined when it is one. A missing metric is never 0. */
function whyNot(cell, selection, declared) {
    if (cell.status !== 'completed')
        return cell.error ?? 'it did not run';
    const measured = cell.metrics[selection.metric];
    if (measured === undefined)
        return `it has no \`${selection.metric}\``;
    const problem = (0,evaluate/* valueProblem */.FQ)(measured, declared[selection.metric]?.unit ?? 'number');
    if (problem !== undefined)
        return `its \`${selection.metric}\` is ${problem}`;
    if (!selection.where)
        return undefined;
    const readings = (0,evaluate/* metricReadings */.sp)(({ written, metric, unit }) => {
        const value = cell.metrics[metric];
        return {
            written,
            metric,
            unit,
            ...(value === undefined ? {} : { value }),
            ...(cell.samples === undefined ? {} : { samples: cell.samples }),
        };
    }, new Map());
    const { outcome, reason, sum } = (0,evaluate/* evaluate */._3)(selection.where.expression, readings);
    return outcome === 'met' ? undefined : (reason ?? `not ${sum}`);
}
function ruleText(selection) {
    const parts = [`${selection.direction} ${selection.metric}`];
    if (selection.where)
        parts.push(`where ${selection.where.text}`);
    for (const { metric, direction } of selection.ties)
        parts.push(`then ${direction} ${metric}`);
    return parts.join(', ');
}

// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(71583);
;// CONCATENATED MODULE: ./build/builtins/store.js
/** `> winner.json`, `>> log.jsonl`: what the command before gave, in a file of the workspace. */




const appends = '--append';
function store({ input, previous, workspace }) {
    const [path = ''] = input.arguments.filter((word) => word !== appends);
    const append = input.arguments.includes(appends);
    if (!previous)
        return failureOf('no-metrics', `nothing gave a result to store in \`${path}\``);
    return orFileFailure(() => {
        if (append || /\.jsonl?$/i.test(path)) {
            const record = recordOf(previous);
            if (record === undefined)
                return failureOf('no-metrics', nothingFor(path));
            if (append)
                appendToWorkspaceFile(workspace, path, `${JSON.stringify(record)}\n`);
            else if (/\.jsonl$/i.test(path))
                writeWorkspaceFile(workspace, path, `${JSON.stringify(record)}\n`);
            else
                writeWorkspaceFile(workspace, path, `${JSON.stringify(record, null, 2)}\n`);
            return succeededWith();
        }
        const text = store_textOf(previous);
        if (text === undefined)
            return failureOf('no-metrics', nothingFor(path));
        writeWorkspaceFile(workspace, path, text);
        return succeededWith();
    });
}
function nothingFor(path) {
    return `the command before gave nothing to store in \`${path}\`: it declares no metrics and no \`result:\`, wrote nothing to \`$ML_OUTPUT\`, and printed no JSON`;
}
/** What it declares, else what it printed if that is JSON; undefined when there is neither. */
function recordOf(previous) {
    const { output, metrics, values } = previous.result;
    const fields = { ...metrics, ...values };
    // A line of text among the other fields, so that each can be read by its name.
    if (typeof output === 'string')
        return { ...fields, result: (0,plan/* literalValue */.XP)(output) };
    if (output !== undefined)
        return output;
    if (Object.keys(fields).length > 0)
        return fields;
    const printed = printedBy(previous);
    if (printed === undefined)
        return undefined;
    try {
        return JSON.parse(printed);
    }
    catch {
        return undefined;
    }
}
/** What a shell would write: its standard output; of a command that has none kept, its result. */
function store_textOf(previous) {
    const printed = previous.text === undefined ? printedBy(previous) : undefined;
    if (printed !== undefined)
        return printed;
    return previous.text === undefined ? undefined : `${previous.text}\n`;
}
function printedBy({ stdout }) {
    if (stdout === undefined || !(0,external_node_fs_.statSync)(stdout, { throwIfNoEntry: false })?.isFile())
        return undefined;
    return (0,external_node_fs_.readFileSync)(stdout, 'utf8');
}

;// CONCATENATED MODULE: ./build/builtins/target.js







const work = {
    // `/aggregate:<what>` is planned as the same command, with a name for what it collects.
    'results:aggregate': (request) => request.input.parameters.what === undefined ? aggregate(request) : collect(request),
    'best-model:select': select_select,
    aggregate: collect,
    store: store,
    context: context,
    'state:save': saveState,
    'state:load': loadState,
    continue: () => succeededWith(),
    fail: ({ input }) => {
        const label = input.parameters.label ?? 'failed';
        return failureOf(label, `\`/fail:${label}\``);
    },
};
const builtins = {
    slots: Number.POSITIVE_INFINITY,
    usesDirectory: ({ name }) => name !== 'continue' && name !== 'fail',
    async run(request, watch) {
        const started = performance.now();
        const run = work[request.command.name];
        if (!run)
            throw new Error(`internal: no built-in is named ${request.command.name}; please report this`);
        const outcome = run(request, watch);
        const seconds = (performance.now() - started) / 1000;
        return outcome.is === 'succeeded'
            ? { ...outcome, result: { ...outcome.result, seconds } }
            : { ...outcome, seconds };
    },
};

;// CONCATENATED MODULE: ./build/drivers/clock.js
/** Both in milliseconds; `steady` counts on whatever happens to `wall`. */
function steadyClock(after, wall = Date.now, steady = () => performance.now()) {
    let [told, since] = [0, steady()];
    return {
        now() {
            const at = steady();
            told = Math.max(wall(), told + (at - since));
            since = at;
            return new Date(told).toISOString();
        },
        after,
    };
}

// EXTERNAL MODULE: ./build/drivers/journal-file.js
var journal_file = __webpack_require__(78894);
// EXTERNAL MODULE: ./build/engine/advance.js + 4 modules
var advance = __webpack_require__(55592);
// EXTERNAL MODULE: ./build/engine/event.js
var engine_event = __webpack_require__(63347);
// EXTERNAL MODULE: ./build/engine/evolve.js + 1 modules
var evolve = __webpack_require__(74994);
// EXTERNAL MODULE: ./build/engine/state.js
var engine_state = __webpack_require__(80306);
// EXTERNAL MODULE: ./build/drivers/approvals.js
var approvals = __webpack_require__(50624);
;// CONCATENATED MODULE: ./build/drivers/audience.js
class Audience {
    #losses = [];
    #listening;
    constructor(reporters) {
        this.#listening = reporters;
    }
    /** One sentence for each reporter that has failed. */
    get losses() {
        return this.#losses;
    }
    tell(message) {
        for (const reporter of this.#listening) {
            try {
                message(reporter);
            }
            catch (error) {
                this.#leaveOut(reporter, error);
            }
        }
    }
    async conclude(conclusion, state) {
        await this.#finish((reporter) => reporter.concluded?.(conclusion, state));
    }
    async handOver(state) {
        await this.#finish((reporter) => reporter.handedOver?.(state));
    }
    async #finish(message) {
        await Promise.all(this.#listening.map(async (reporter) => {
            try {
                await message(reporter);
            }
            catch (error) {
                this.#leaveOut(reporter, error);
            }
        }));
    }
    #leaveOut(reporter, error) {
        this.#listening = this.#listening.filter((other) => other !== reporter);
        const why = error instanceof Error ? error.message : String(error);
        this.#losses.push(`${reporter.name ?? 'a report'} is incomplete: ${why}`);
    }
}

// EXTERNAL MODULE: ./build/engine/expiry.js
var expiry = __webpack_require__(11276);
;// CONCATENATED MODULE: ./build/drivers/open-scopes.js
/** Which parts of the chain hold pods now, and which of them are over. */

class OpenScopes {
    #state;
    #ofUnit = new Map();
    #open = new Set();
    /** What an earlier driver has opened is open. */
    constructor(state) {
        this.#state = state;
        for (const scope of state.plan.pods ?? [])
            for (const unit of scope.units)
                this.#ofUnit.set(unit, scope);
        const alive = new Set([...state.pods.values()]
            .filter(({ endedAt, refused }) => !endedAt && !refused)
            .map(({ scope }) => scope));
        for (const scope of state.plan.pods ?? [])
            if (alive.has(scope.id))
                this.#open.add(scope);
    }
    /** A unit of it starts. */
    entered(unit) {
        const scope = this.#ofUnit.get(unit);
        if (scope)
            this.#open.add(scope);
    }
    all() {
        return this.#take([...this.#open]);
    }
    /** Those that nothing will need any more; each is given once. */
    over() {
        if (this.#open.size === 0)
            return [];
        return this.#take([...this.#open].filter((scope) => this.#isOver(scope)));
    }
    /** No pod that cannot be paid any more waits for handlers. */
    #isOver({ id, until, units }) {
        if (this.#hasSettled(until))
            return true;
        return (0,expiry/* isOverspent */.hk)(this.#state, id) && !units.some((unit) => this.#state.running.has(unit));
    }
    #take(scopes) {
        for (const scope of scopes)
            this.#open.delete(scope);
        return scopes;
    }
    /** Or something around it: then it will never be opened. */
    #hasSettled(until) {
        for (let id = until; id !== null; id = this.#state.byId.get(id)?.parent ?? null) {
            const own = this.#state.nodes.get(id);
            if (own && own.status !== 'open' && own.status !== 'running')
                return true;
        }
        return false;
    }
}

// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
;// CONCATENATED MODULE: ./build/drivers/unchanged.js

async function withSameInputs(offered, state, targets, workspace) {
    const finished = {};
    const changed = {};
    for (const [key, unit] of Object.entries(offered.finished)) {
        const path = unit.inputs && (await changedInput(unit.inputs, targetNamed(key, state, targets), workspace));
        if (path === undefined)
            finished[key] = unit;
        else
            changed[key] = path;
    }
    return { ...offered, finished, ...(Object.keys(changed).length === 0 ? {} : { changed }) };
}
/** By the key's first word, which is the unit's id. Undefined where the plan has no such unit. */
function targetNamed(key, state, targets) {
    const id = key.slice(0, key.indexOf(' '));
    const node = state.byId.has(id) ? (0,engine_state/* nodeOf */.E7)(state, id) : undefined;
    return node?.kind === 'unit' ? targets.get((0,engine_state/* targetOf */.$r)(state.plan, node)) : undefined;
}
/** The first that is another now; also when nobody can tell. */
async function changedInput(inputs, target, workspace) {
    const paths = Object.keys(inputs);
    let now = {};
    try {
        now = (await target?.hashes?.(paths, workspace)) ?? {};
    }
    catch (error) {
        // What cannot be read is not the same.
        if (!(error instanceof Error && 'syscall' in error))
            throw error;
    }
    return paths.find((path) => now[path] !== inputs[path]);
}

// EXTERNAL MODULE: ./build/engine/cells.js
var cells = __webpack_require__(30634);
// EXTERNAL MODULE: ./build/engine/checkpoint.js
var checkpoint = __webpack_require__(3061);
// EXTERNAL MODULE: ./build/engine/result.js
var engine_result = __webpack_require__(54446);
;// CONCATENATED MODULE: ./build/drivers/unit-request.js
/** What a target is told about a unit that starts: its input, the results it reads, its place on disk. */





/** `directory`: absolute, of the unit. */
function unitRequest(state, { unit, attempt, input, previous }, place, { directory, keepsOutput }) {
    const { plan } = state;
    const command = plan.commands[unit.command];
    if (!command)
        throw new Error(`internal: ${unit.id} has no command; please report this`);
    const savesState = command.is === 'builtin' && command.name === 'state:save';
    return {
        plan,
        unit,
        command,
        attempt,
        ...place,
        input,
        cells: collected(state, unit.collects),
        ...(previous === undefined ? {} : { previous: previousOf(state, previous, place.runDirectory) }),
        keepsOutput,
        ...(savesState ? { checkpoint: (0,checkpoint/* checkpointOf */.S)(state) } : {}),
        directory,
    };
}
function collected(state, ids) {
    return (0,cells/* cellsOf */.n)(state, ids).map((cell) => {
        const result = state.nodes.get(cell.node)?.result;
        return result === undefined ? cell : { ...cell, result };
    });
}
function previousOf(state, id, runDirectory) {
    const { result, directory } = (0,engine_state/* nodeState */.GN)(state, id);
    if (!result)
        throw new Error(`internal: ${id} is read and has no result; please report this`);
    const text = (0,engine_result/* resultText */.D)(result);
    const { stdout } = result;
    return {
        result,
        ...(text === undefined ? {} : { text }),
        ...(stdout === undefined || directory === undefined
            ? {}
            : { stdout: (0,external_node_path_.join)(runDirectory, directory, stdout) }),
    };
}

;// CONCATENATED MODULE: ./build/drivers/local.js
/** Turns the crank of one run in one process: append what the engine decided, start what is ready, append outcomes. */












/** Milliseconds for which built-in commands may keep everything else waiting. */
const longestBreath = 10;
/** Runs until there is a conclusion. Rejects only for a mistake of this program, after all units have ended. */
async function drive(options) {
    const { conclusion, losses } = await driveAsFar(options);
    if (!conclusion)
        throw new Error('internal: a run has ended without a conclusion; please report this');
    return { conclusion, losses };
}
/** Runs until nothing of the part can go on. Rejects as `drive` does. */
async function drivePart(options) {
    return await driveAsFar(options);
}
async function driveAsFar(options) {
    const audience = new Audience(options.reporters);
    try {
        const { offered, state, targets, workspace } = options;
        const same = offered && (await withSameInputs(offered, state, targets, workspace));
        const conclusion = await new Driver({ ...options, ...(same ? { offered: same } : {}) }, audience).run();
        if (conclusion)
            await audience.conclude(conclusion, options.state);
        else
            await audience.handOver(options.state);
        return { ...(conclusion ? { conclusion } : {}), losses: audience.losses };
    }
    finally {
        for (const target of options.targets.values())
            target.end?.();
    }
}
class Driver {
    #options;
    #audience;
    #approvals;
    /** What ends each unit that runs. */
    #running = new Map();
    #occupied = new Map();
    #callOffWake;
    #finish;
    #failure;
    /** What came while something was being done: it is done behind that. */
    #queue = [];
    #isBusy = false;
    #scopes;
    /** What was made outside is being ended. */
    #settling;
    #hasSettled;
    #breathed = performance.now();
    constructor(options, audience) {
        this.#options = options;
        this.#audience = audience;
        this.#scopes = new OpenScopes(options.state);
        this.#hasSettled = ![...options.targets.values()].some(({ settled }) => settled);
        this.#approvals = new approvals/* Approvals */.J(options, (fact) => this.#guarded(() => {
            if (fact && options.state.asked.has(fact.node))
                this.#append([fact]);
            this.#turn();
        }));
    }
    run() {
        const { first, second } = this.#options.signals;
        const cancel = (signal) => () => this.#guarded(() => {
            this.#cancel(signal);
            this.#turn();
        });
        const listeners = [first, second].map((signal) => ({ signal, listener: cancel(signal) }));
        return new Promise((resolve, reject) => {
            this.#finish = { resolve, reject };
            for (const { signal, listener } of listeners)
                signal.addEventListener('abort', listener, { once: true });
            this.#guarded(() => {
                this.#begin();
                for (const { signal } of listeners)
                    if (signal.aborted)
                        this.#cancel(signal);
                this.#turn();
            });
        }).finally(() => {
            for (const { signal, listener } of listeners)
                signal.removeEventListener('abort', listener);
            this.#callOffWake?.();
            this.#approvals.retain(new Set());
        });
    }
    #begin() {
        const { state, run, offered } = this.#options;
        if (state.seq === 0) {
            this.#append([
                { type: 'run-started', schema: engine_event/* journalSchema */.B, run, workflow: state.plan.name },
                ...(offered ? [{ type: 'results-offered', ...offered }] : []),
            ]);
            return this.#beginTargets();
        }
        if (this.#options.part?.continues) {
            // Its process was killed: nobody else is there whose unit it could be.
            this.#append(interrupted(state));
            return this.#beginTargets();
        }
        const asked = () => [...state.asked].map((node) => ({ node, label: labelOf(state, node) }));
        const decision = state.conclusion?.decision;
        const canGoOn = this.#approvals.canAsk || this.#approvals.given(asked()).length > 0;
        if (decision !== undefined && decision !== 'cancelled' && !(decision === 'waiting' && canGoOn))
            return this.#beginTargets();
        // Another job of a run that is being cancelled takes nothing of that back.
        const isStopping = this.#options.part !== undefined && state.stopping?.by === 'cancel';
        this.#append([...interrupted(state), ...(isStopping ? [] : [{ type: 'run-resumed' }])]);
        // Asked for anew: going on after a cancel opens again what had been asked.
        this.#append(this.#approvals.given(asked()));
        this.#beginTargets();
        for (const { node, label } of asked())
            this.#approvals.ask(node, label);
    }
    #beginTargets() {
        const { state, run, runDirectory, workspace, clock, signals, targets } = this.#options;
        for (const target of targets.values()) {
            target.begin?.({
                ...{ state, run, runDirectory, workspace, clock },
                goesOn: state.conclusion === undefined,
                hurry: signals.second,
                // At once, whatever else happens: a request goes out as soon as it returns.
                record: (facts) => {
                    this.#append(facts);
                    // Money is spent at another rate from now on.
                    queueMicrotask(() => this.#guarded(() => this.#turn()));
                },
                say: (text) => this.#audience.tell((reporter) => reporter.notice?.(text)),
            });
        }
    }
    #cancel(signal) {
        if (this.#options.state.conclusion)
            return;
        this.#append([{ type: 'cancel-requested', by: String(signal.reason) }]);
    }
    #turn() {
        const { state, clock, part } = this.#options;
        this.#callOffWake?.();
        this.#callOffWake = undefined;
        for (;;) {
            const now = Date.parse(clock.now());
            const { facts, start, end, wake } = (0,advance/* advance */.n)(state, (target) => this.#room(target), now, part?.reach);
            for (const unit of start)
                this.#start(unit);
            for (const node of end)
                this.#running.get(node)?.abort();
            this.#approvals.retain(state.asked);
            // A person who has been asked will answer: nothing is concluded for want of an answer.
            const isAsked = this.#approvals.isAsking && facts.some(isWaiting);
            // Before it is said how the run ended, all that it made outside has ended too.
            if (!isAsked && facts.some(isConclusion) && !this.#hasSettled)
                return this.#settle();
            if (facts.length > 0 && !isAsked) {
                this.#append(facts);
                continue;
            }
            // A start is a fact too, from which a time may follow: a budget runs out while something is paid for.
            if (start.length > 0)
                continue;
            if (wake !== undefined) {
                // At least one: a timer may come a moment too early.
                this.#callOffWake = clock.after(Math.max(1, wake - now), () => this.#guarded(() => this.#turn()));
            }
            break;
        }
        for (const { target, id } of this.#scopes.over())
            this.#target(target).release?.(id);
        if (this.#running.size > 0)
            return;
        if (state.conclusion) {
            if (!this.#hasSettled)
                return this.#settle();
            return this.#finish?.resolve(state.conclusion);
        }
        if (part && ![...state.sleeping].some((node) => part.reach.has(node, 0, state)))
            return this.#handOver(part);
        if (!this.#callOffWake && !this.#approvals.isAsking)
            throw new Error('internal: nothing is left to do and the run is not concluded; please report this');
    }
    /** Nothing is left that may be done here. */
    #handOver(part) {
        this.#callOffWake?.();
        this.#callOffWake = undefined;
        const { state } = this.#options;
        const facts = part.handOver?.(state) ?? [];
        if (facts.length > 0) {
            this.#append(facts);
            return this.#turn();
        }
        if (!this.#hasSettled && part.settles(state))
            return this.#settle();
        this.#finish?.resolve(undefined);
    }
    /** Ends what targets have made, and only then lets the run end. */
    #settle() {
        if (this.#settling)
            return;
        this.#settling = this.#endAll().then(() => {
            this.#hasSettled = true;
            this.#settling = undefined;
            this.#guarded(() => this.#turn());
        }, (error) => this.#fail(error));
    }
    async #endAll() {
        for (const { target, id } of this.#scopes.all())
            this.#target(target).release?.(id);
        await Promise.all([...this.#options.targets.values()].map((target) => target.settled?.()));
    }
    #room(name) {
        return this.#target(name).slots - (this.#occupied.get(name) ?? 0);
    }
    #target(name) {
        const target = this.#options.targets.get(name);
        if (!target)
            throw new Error(`internal: the plan names the target ${name}, which is not wired; please report this`);
        return target;
    }
    #start(starting) {
        const { state, run, runDirectory, workspace } = this.#options;
        const { unit, attempt } = starting;
        const name = (0,engine_state/* targetOf */.$r)(state.plan, unit);
        const relative = (0,external_node_path_.join)('units', attempt === 1 ? unit.id : `${unit.id}.${attempt}`);
        const directory = (0,external_node_path_.join)(runDirectory, relative);
        const keepsOutput = state.readByOthers.has(unit.id);
        const place = { run, runDirectory, workspace };
        // Before the unit counts as started: what a checkpoint holds has finished.
        const { interrupted } = (0,engine_state/* nodeState */.GN)(state, unit.id);
        const request = {
            ...unitRequest(state, starting, place, { directory, keepsOutput }),
            ...(interrupted === undefined ? {} : { interrupted }),
        };
        this.#scopes.entered(unit.id);
        if (this.#target(name).settled)
            this.#hasSettled = false;
        const target = this.#target(name);
        if (target.usesDirectory?.(request.command) ?? true)
            makeEmpty(directory);
        // Its intent: in the journal before anything of it exists outside.
        this.#append([{ type: 'unit-started', node: unit.id, attempt, directory: relative }]);
        const end = new AbortController();
        const watch = {
            signal: end.signal,
            hurry: this.#options.signals.second,
            progress: (progress) => this.#audience.tell((reporter) => reporter.progress?.(unit.id, progress)),
            load: (load) => this.#audience.tell((reporter) => reporter.load?.(unit.id, load)),
            output: (line) => this.#audience.tell((reporter) => reporter.output?.(unit.id, line)),
        };
        this.#occupied.set(name, (this.#occupied.get(name) ?? 0) + 1);
        this.#running.set(unit.id, end);
        // Called inside a function, so that a target that throws at once is no different from one that rejects.
        const joined = async () => {
            const outcome = await target.run(request, watch);
            await this.#breathe();
            return outcome.is === 'succeeded' && outcome.offered ? await this.#current(outcome) : outcome;
        };
        void joined().then((outcome) => this.#ended(name, unit.id, attempt, outcome), (error) => {
            this.#running.delete(unit.id);
            this.#fail(error);
        });
    }
    /** Outcomes of built-in commands arrive without a turn of the event loop, which signals, timers and the disk need. */
    async #breathe() {
        if (performance.now() - this.#breathed < longestBreath)
            return;
        await new Promise((resolve) => setImmediate(resolve));
        this.#breathed = performance.now();
    }
    /** What a checkpoint offers is held against the files as they are now. */
    async #current(outcome) {
        const { state, targets, workspace } = this.#options;
        const { offered, ...rest } = outcome;
        return offered ? { ...rest, offered: await withSameInputs(offered, state, targets, workspace) } : outcome;
    }
    #ended(target, node, attempt, outcome) {
        this.#running.delete(node);
        this.#occupied.set(target, (this.#occupied.get(target) ?? 1) - 1);
        if (this.#failure)
            return this.#fail(this.#failure.error);
        this.#guarded(() => {
            this.#append(factsOf(node, attempt, outcome));
            this.#turn();
        });
    }
    #append(facts) {
        const { journal, state } = this.#options;
        if (facts.length === 0)
            return;
        for (const event of journal.append(facts)) {
            (0,evolve/* evolve */.s)(state, event);
            this.#audience.tell((reporter) => reporter.event?.(event, state));
            if (event.type === 'approval-requested')
                this.#approvals.ask(event.node, event.label);
        }
    }
    /**
     * One thing at a time: a cancel may come from inside, such as from a reporter. After a mistake of this program nothing
     * more is done but to wait for what still runs.
     */
    #guarded(action) {
        this.#queue.push(action);
        if (this.#isBusy)
            return;
        this.#isBusy = true;
        for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
            if (this.#failure)
                continue;
            try {
                next();
            }
            catch (error) {
                this.#fail(error);
            }
        }
        this.#isBusy = false;
    }
    /** A mistake of this program: every unit is ended and awaited before it is thrown. */
    #fail(error) {
        this.#failure ??= { error: (0,run_error/* asRunError */.S)('the run could not go on', error) };
        for (const end of this.#running.values())
            end.abort();
        if (this.#running.size > 0)
            return;
        const reject = () => this.#finish?.reject(this.#failure?.error);
        // Nothing outside may be left behind by a mistake in here.
        void this.#endAll().then(reject, reject);
    }
}
/** Units that an earlier process had begun and that nobody has ended. */
function interrupted(state) {
    return [...state.running].map((node) => ({
        type: 'unit-interrupted',
        node,
        attempt: (0,engine_state/* nodeState */.GN)(state, node).attempt ?? 1,
    }));
}
function factsOf(node, attempt, outcome) {
    if (outcome.is === 'failed') {
        const { is, ...failure } = outcome;
        return [{ type: 'unit-failed', node, attempt, ...failure }];
    }
    const succeeded = { type: 'unit-succeeded', node, attempt, ...outcome.result };
    return outcome.offered ? [{ type: 'results-offered', ...outcome.offered }, succeeded] : [succeeded];
}
function isConclusion(fact) {
    return fact.type === 'run-concluded';
}
function isWaiting(fact) {
    return fact.type === 'run-concluded' && fact.decision === 'waiting';
}
function labelOf(state, id) {
    const node = (0,engine_state/* nodeOf */.E7)(state, id);
    if (node.kind !== 'approval')
        throw new Error(`internal: ${id} asks nobody; please report this`);
    return node.label;
}
/** The folder around it is there. A folder left from a start that never reached the journal goes first. */
function makeEmpty(directory) {
    try {
        (0,external_node_fs_.mkdirSync)(directory);
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code === 'EEXIST')
            (0,external_node_fs_.rmSync)(directory, { recursive: true });
        else if (code !== 'ENOENT')
            throw error;
        (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    }
}

;// CONCATENATED MODULE: ./build/drivers/lock.js
/** One process drives a run at a time: two would write one journal. */




/** Takes the run in that folder; the result gives it back. A process that was killed gives it back by being gone. */
function lockRun(runDirectory) {
    const path = (0,external_node_path_.join)(runDirectory, 'driver.pid');
    const own = stampOf(process.pid);
    // Written beside and linked, so that nobody ever reads half a lock.
    const draft = `${path}.${process.pid}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
    (0,external_node_fs_.writeFileSync)(draft, own, { flag: 'wx' });
    try {
        for (;;) {
            try {
                (0,external_node_fs_.linkSync)(draft, path);
                return () => removeIf(path, own);
            }
            catch (error) {
                if (!hasCode(error, 'EEXIST'))
                    throw error;
            }
            const holder = lock_textOf(path);
            // Given back between the two calls.
            if (holder === undefined)
                continue;
            const pid = Number.parseInt(holder, 10);
            if (isAlive(pid) && stampOf(pid) === holder)
                throw new run_error/* RunError */.e4(`${runDirectory}: the run is being driven by process ${pid}`);
            removeIf(path, holder);
        }
    }
    finally {
        (0,external_node_fs_.rmSync)(draft, { force: true });
    }
}
/** Only the lock that was looked at: another process may have taken the run since. */
function removeIf(path, holder) {
    if (lock_textOf(path) === holder)
        (0,external_node_fs_.rmSync)(path, { force: true });
}
function lock_textOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        if (hasCode(error, 'ENOENT'))
            return undefined;
        throw error;
    }
}
function hasCode(error, code) {
    return error instanceof Error && 'code' in error && error.code === code;
}
/** The process with its start, where the system tells it: its number alone may belong to another one by now. */
function stampOf(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        // The name in parentheses may hold blanks; the start is the 20th field behind it.
        return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
    }
    catch {
        return `${pid} `;
    }
}
function isAlive(pid) {
    if (!Number.isInteger(pid) || pid <= 0)
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return hasCode(error, 'EPERM');
    }
}

// EXTERNAL MODULE: ./build/drivers/offer.js
var offer = __webpack_require__(74946);
;// CONCATENATED MODULE: ./build/drivers/preflight.js

/** Rejects with a `RunError` that names all that failed. */
async function runPreflights(plan, targets, workspace, signal) {
    const checks = new Map();
    for (const command of Object.values(plan.commands)) {
        if (command.is !== 'run' || command.preflight === undefined)
            continue;
        const { target, shell, preflight, env } = command;
        const key = JSON.stringify([target, shell, preflight, env]);
        if (!checks.has(key))
            checks.set(key, command);
    }
    const found = await Promise.all([...checks.values()].map(async (command) => {
        const problem = await targets.get(command.target)?.preflight?.(command, workspace, signal);
        const name = command.agent ? `the agent \`${command.agent.name}\`` : `\`/${command.name}\``;
        return problem === undefined ? [] : [{ name, problem }];
    }));
    for (const target of targets.values())
        target.end?.();
    const [first, ...others] = found.flat();
    if (first === undefined)
        return;
    throw new run_error/* RunError */.e4(others.length === 0
        ? `nothing was run: the preflight of ${first.name} failed: ${first.problem}`
        : [
            `nothing was run: ${others.length + 1} preflights failed`,
            ...[first, ...others].map(({ name, problem }) => `  ${name}: ${problem}`),
        ].join('\n'));
}

;// CONCATENATED MODULE: ./build/drivers/revision.js
/**
 * Outside of a repository, or without git, there is no revision: that is no error. `leftOut`: paths in the workspace
 * whose changes do not count.
 */
async function revisionOf(workspace, leftOut = []) {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 1260).then(__webpack_require__.bind(__webpack_require__, 81260));
    const git = async (...words) => {
        // Git needs no more, and may run what a configuration names: no key is there for it to see.
        const { PATH = '', HOME = '' } = process.env;
        const options = { cwd: workspace, silent: true, ignoreReturnCode: true, env: { PATH, HOME } };
        const { exitCode, stdout } = await getExecOutput('git', words, options);
        return exitCode === 0 ? stdout.trim() : undefined;
    };
    try {
        const sha = await git('rev-parse', 'HEAD');
        if (sha === undefined)
            return { sha: null, dirty: false };
        // All of the repository, as without paths, even where the workspace is a part of it.
        const paths = [':/', ...leftOut.map((path) => `:(exclude,literal)${path}`)];
        return { sha, dirty: (await git('status', '--porcelain', '--', ...paths)) !== '' };
    }
    catch {
        return { sha: null, dirty: false };
    }
}

// EXTERNAL MODULE: ./build/drivers/run-folder.js
var run_folder = __webpack_require__(6434);
// EXTERNAL MODULE: ./build/engine/pods.js
var pods = __webpack_require__(30835);
// EXTERNAL MODULE: ./build/plan/agents.js
var agents = __webpack_require__(49166);
// EXTERNAL MODULE: ./build/ports.js
var ports = __webpack_require__(14788);
;// CONCATENATED MODULE: ./build/reports/results-file.js
/**
 * `experiment_results.jsonl`: one row for each unit that declares metrics, whether it completed or failed. The five keys
 * `timestamp`, `phase`, `experiment_id`, `metrics`, `config` come first, so that a reader that knows only them keeps working.
 */






class ResultsFileWriter {
    name = 'the results file';
    #workspace;
    #runDirectory;
    #revision;
    /** Both absolute. */
    constructor(workspace, runDirectory, revision) {
        this.#workspace = workspace;
        this.#runDirectory = runDirectory;
        this.#revision = revision;
    }
    /** Only this process writes rows, one at a time, so the file is never torn by parallel branches. */
    event(event, state) {
        if (event.type !== 'unit-succeeded' && event.type !== 'unit-failed')
            return;
        const row = this.#row(state, event.node);
        if (row)
            this.#append(state, row);
    }
    /** Adds the rows of finished units that are missing, because the run was killed between its journal and this file. */
    restore(state) {
        const path = this.#path(state);
        const present = (0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.readFileSync)(path, 'utf8') : '';
        for (const { id } of state.plan.nodes) {
            const row = this.#row(state, id);
            if (row && !present.includes(JSON.stringify(row.run_id)))
                this.#append(state, row);
        }
    }
    /** Undefined for what is no experiment: units without metrics, and those that were never started or are not over. */
    #row(state, id) {
        const node = state.byId.get(id);
        const command = node?.kind === 'unit' ? state.plan.commands[node.command] : undefined;
        if (node?.kind !== 'unit' || command?.is !== 'run' || command.metrics.length === 0)
            return undefined;
        const own = state.nodes.get(id);
        const [cell] = (0,cells/* cellsOf */.n)(state, [id]);
        const { result, failure, startedAt, endedAt, attempt = 1, directory = null } = own ?? {};
        if (!cell || startedAt === undefined || endedAt === undefined || !(result || failure))
            return undefined;
        const primary = command.primary;
        const config = Object.entries(cell.config).sort();
        // Axis values keep their text in names; as configuration they are numbers where they look like some.
        return {
            timestamp: endedAt,
            phase: state.plan.results.phase,
            experiment_id: cell.id,
            metrics: cell.metrics,
            config: Object.fromEntries(Object.entries(cell.config).map(([name, value]) => [name, (0,plan/* literalValue */.XP)(value)])),
            schema: 1,
            run_id: `${state.run.id}/${id}${attempt > 1 ? `.${attempt}` : ''}`,
            status: failure ? 'failed' : 'completed',
            primary: primary === undefined
                ? null
                : { name: primary, direction: state.plan.metrics[primary]?.better === 'lower' ? 'min' : 'max' },
            seed: cell.config.seed === undefined ? null : (0,plan/* literalValue */.XP)(cell.config.seed),
            n_test: cell.samples ?? null,
            error: failure?.message ?? null,
            run: {
                sha: this.#revision.sha,
                dirty: this.#revision.dirty,
                workflow: state.plan.name,
                target: command.target,
                attempt,
                exit: result ? 0 : (failure?.exit ?? null),
                error_class: failure?.class ?? null,
                started: startedAt,
                ended: endedAt,
                seconds: result?.seconds ?? failure?.seconds ?? null,
                log: directory === null ? null : (0,external_node_path_.join)((0,external_node_path_.relative)(this.#workspace, this.#runDirectory), directory, ports/* logName */.I),
                config_sha: (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(config)).digest('hex').slice(0, 12),
            },
        };
    }
    /** Why rows cannot be written, asked before there is one; throws the system's own reason. */
    probe(state) {
        const commands = Object.values(state.plan.commands);
        if (!commands.some((command) => command.is === 'run' && command.metrics.length > 0))
            return undefined;
        const path = this.#path(state);
        // A link may lead anywhere, and a commit may have put it there.
        const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        if (found && !found.isFile())
            return 'is no regular file';
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        (0,external_node_fs_.accessSync)(found ? path : (0,external_node_path_.dirname)(path), external_node_fs_.constants.W_OK);
        return undefined;
    }
    #append(state, row) {
        const path = this.#path(state);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        // A file that somebody else left without a final newline gets one first, or two rows would become one.
        (0,external_node_fs_.appendFileSync)(path, `${endsOpen(path) ? '\n' : ''}${JSON.stringify(row)}\n`);
    }
    #path(state) {
        return (0,external_node_path_.join)(this.#workspace, state.plan.results.file);
    }
}
function endsOpen(path) {
    if (!(0,external_node_fs_.existsSync)(path))
        return false;
    const file = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const { size } = (0,external_node_fs_.fstatSync)(file);
        if (size === 0)
            return false;
        const last = Buffer.alloc(1);
        (0,external_node_fs_.readSync)(file, last, 0, 1, size - 1);
        return last[0] !== 0x0a;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

// EXTERNAL MODULE: ./build/targets/local/local.js + 1 modules
var local = __webpack_require__(77798);
// EXTERNAL MODULE: ./build/targets/unit/timer.js
var timer = __webpack_require__(71953);
;// CONCATENATED MODULE: ./build/wiring.js
/** The one file that knows every adapter: a checked plan → a run of it, with its folder, journal, targets and reporters. */



















const clock = steadyClock(timer/* after */.P);
/** Rejects with a `RunError`, before anything is written, when something of the plan cannot run here. */
async function startRun(request) {
    const targets = await checkedTargets(request);
    const { plan, workspace } = request;
    const run = request.run ?? (0,run_folder/* newRunId */.F$)(plan.name, clock.now());
    const offered = request.reuse && (await offeredBy(workspace, request.reuse.run));
    const folder = (0,run_folder/* createRunFolder */.kg)(workspace, run, plan, targets);
    const state = (0,engine_state/* initialState */.ue)(plan);
    return await locked(folder, () => turn({ ...request, ...(offered ? { offered } : {}) }, folder, targets, state));
}
/**
 * A run for processes that drive it part by part: with its folder and an empty journal, or as an earlier attempt has left
 * it. Rejects as `startRun` does.
 */
async function makeRun(request) {
    // Hosts are asked for by the jobs that use them; what costs money is looked at before anything else is done.
    const mayLack = (name) => request.plan.targets?.[name]?.kind === 'ssh';
    const targets = await checkedTargets(request, mayLack);
    const known = (0,run_folder/* findRunFolder */.pL)(request.workspace, request.run);
    // One that goes on is driven by the plan of now, whatever its folder says.
    if (known)
        return (0,run_folder/* storePlan */.lU)(known.folder.path, request.plan, targets);
    const { journal } = (0,run_folder/* createRunFolder */.kg)(request.workspace, request.run, request.plan, targets);
    (0,external_node_fs_.writeFileSync)(journal, '');
}
async function checkedTargets(request, mayLack) {
    const { plan, workspace, environment, podClock } = request;
    const obstacle = (0,agents/* runObstacle */.lX)(plan);
    if (obstacle)
        throw new run_error/* RunError */.e4(`${obstacle.message}: ${obstacle.help}`);
    const stored = Object.fromEntries([...request.targets].map(([name, { slots }]) => [name, { kind: 'local', slots }]));
    await runPreflights(plan, await targetsOf({ plan, stored, environment, workspace, podClock, mayLack }), workspace, request.signals.first);
    return stored;
}
/** Nobody may drive it meanwhile: what has not finished is not offered. */
async function offeredBy(workspace, run) {
    const found = (0,run_folder/* findRunFolder */.pL)(workspace, run);
    if (!found)
        throw new run_error/* RunError */.e4(`there is no run \`${run}\` here`);
    const { folder, plan } = found;
    return await locked(folder, async () => {
        endLeftovers(folder);
        return (0,offer/* offerOf */.y)(folder, (0,journal_file/* stateFrom */.mh)(plan, (0,journal_file/* readJournal */.a0)(folder.journal).events, folder.journal));
    });
}
/**
 * Undefined when there is no such run. A run that is over is only concluded again, from its journal. Rejects with a
 * `RunError` when the run cannot be used as it is.
 */
async function resumeRun(request) {
    const found = (0,run_folder/* findRunFolder */.pL)(request.workspace, request.run);
    if (!found)
        return undefined;
    const { folder, plan } = found;
    return await locked(folder, async () => {
        // Before anything may refuse: what an earlier driver left running would run on.
        endLeftovers(folder);
        const read = (0,journal_file/* readJournal */.a0)(folder.journal);
        const state = (0,journal_file/* stateFrom */.mh)(plan, read.events, folder.journal);
        const targets = (0,run_folder/* readTargets */.R0)(folder);
        (0,journal_file/* cutTornLine */._C)(folder.journal, read);
        if (read.notice !== undefined)
            request.notice(read.notice);
        return await turn(request, folder, targets, state);
    });
}
async function locked(folder, work) {
    const unlock = lockRun(folder.path);
    try {
        return await work();
    }
    finally {
        unlock();
    }
}
/** Drives a part of a run that several processes share. Rejects as `startRun` does. */
async function wiring_drivePart(request) {
    const found = (0,run_folder/* findRunFolder */.pL)(request.workspace, request.run);
    if (!found)
        throw new run_error/* RunError */.e4(`there is no run \`${request.run}\` in ${request.workspace}`);
    const { folder, plan } = found;
    return await locked(folder, async () => {
        endLeftovers(folder);
        const read = (0,journal_file/* readJournal */.a0)(folder.journal);
        const state = (0,journal_file/* stateFrom */.mh)(plan, read.events, folder.journal);
        (0,journal_file/* cutTornLine */._C)(folder.journal, read);
        // What another job uses may not be told to this one; what runs here in spite of that fails, and says so.
        const mayLack = () => true;
        return await turnWith({ ...request, mayLack }, folder, (0,run_folder/* readTargets */.R0)(folder), state, (given) => drivePart({ ...given, part: request.part }));
    });
}
async function turn(request, folder, stored, state) {
    return await turnWith(request, folder, stored, state, drive);
}
async function turnWith(request, folder, stored, state, driving) {
    const { workspace, environment, signals, offered, approvals, ask, podClock, mayLack, beside } = request;
    const durability = durabilityIn(environment);
    // Only rows of results name the commit: without any, git need not be asked.
    const measures = Object.values(state.plan.commands).some((command) => command.is === 'run' && command.metrics.length > 0);
    const revision = measures ? await revisionOf(workspace) : { sha: null, dirty: false };
    const results = new ResultsFileWriter(workspace, folder.path, revision);
    const targets = await targetsOf({
        ...{ plan: state.plan, stored, environment, workspace, podClock, mayLack, beside },
    });
    const where = (0,external_node_path_.join)(workspace, state.plan.results.file);
    (0,run_error/* orRunError */.jj)(`${where}: rows cannot be written`, () => {
        const problem = results.probe(state);
        if (problem !== undefined)
            throw new run_error/* RunError */.e4(`${where}: ${problem}; rows cannot be written`);
        if (state.seq > 0)
            results.restore(state);
    });
    const journal = (0,run_error/* orRunError */.jj)('the run cannot be kept', () => (0,journal_file/* openJournal */._0)(folder.journal, clock, { lastSeq: state.seq, durability }));
    try {
        const driven = await driving({
            state,
            journal,
            clock,
            targets,
            reporters: [results, ...request.reporters(folder)],
            run: folder.run,
            runDirectory: folder.path,
            workspace,
            signals,
            ...(offered ? { offered } : {}),
            ...(approvals ? { approvals } : {}),
            ...(ask ? { ask } : {}),
        });
        return { ...driven, state, folder };
    }
    finally {
        journal.close();
    }
}
function durabilityIn({ ML_WORKFLOW_FSYNC: wanted }) {
    if (wanted === undefined || wanted === '' || wanted === 'batched')
        return 'batched';
    if (wanted === 'each')
        return 'each';
    throw new run_error/* RunError */.e4(`ML_WORKFLOW_FSYNC is \`${wanted}\`; it can be \`batched\` or \`each\``);
}
/** Rejects with a `RunError` when a target lacks a setting, before anything is made or paid. */
async function targetsOf(request) {
    const { plan, stored, environment } = request;
    const targets = new Map([[engine_state/* builtinTarget */.Vc, builtins]]);
    for (const [name, { slots }] of Object.entries(stored))
        targets.set(name, (0,local/* localTarget */.b)({ slots, environment }));
    // Only who has hosts pays for what reaches them.
    if (Object.keys(plan.targets ?? {}).length > 0)
        for (const [name, target] of await remoteTargets(request))
            targets.set(name, target);
    return targets;
}
async function remoteTargets({ plan, environment, workspace, podClock, mayLack, beside, }) {
    const { remoteTarget } = await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(7312), __webpack_require__.e(6971), __webpack_require__.e(6954)]).then(__webpack_require__.bind(__webpack_require__, 97343));
    const { OwnKeyError } = await __webpack_require__.e(/* import() */ 6226).then(__webpack_require__.bind(__webpack_require__, 66226));
    const { SettingError } = await __webpack_require__.e(/* import() */ 2477).then(__webpack_require__.bind(__webpack_require__, 12477));
    const { unsetTarget } = await __webpack_require__.e(/* import() */ 4220).then(__webpack_require__.bind(__webpack_require__, 4220));
    const shared = {
        ...{ plan, environment, workspace },
        ...(podClock ? { clock: podClock } : {}),
        ...(beside ? { beside } : {}),
    };
    // What runs write themselves is no change that somebody would miss on a host.
    const revision = () => revisionOf(workspace, [plan.results.file, '.ml-workflow']);
    return Object.entries(plan.targets ?? {}).map(([name, declared]) => {
        try {
            return [name, remoteTarget(declared, { name, revision, ...shared })];
        }
        catch (error) {
            if (!(error instanceof SettingError))
                throw error;
            if (error instanceof OwnKeyError || !mayLack?.(name))
                throw new run_error/* RunError */.e4(error.message);
            return [name, unsetTarget(error.message, environment)];
        }
    });
}
/**
 * Ends the pods of a run that nobody drives any more, and writes that into its journal. `path`: absolute, of the run's
 * folder. Gives the names of those that may still cost money.
 */
async function endLeftPods(path, environment, say, podClock) {
    const workspace = (0,external_node_path_.dirname)((0,external_node_path_.dirname)((0,external_node_path_.dirname)(path)));
    const found = (0,run_folder/* findRunFolder */.pL)(workspace, (0,external_node_path_.basename)(path));
    if (!found?.plan.pods?.length)
        return [];
    const { folder, plan } = found;
    return await locked(folder, async () => {
        const read = (0,journal_file/* readJournal */.a0)(folder.journal);
        const state = (0,journal_file/* stateFrom */.mh)(plan, read.events, folder.journal);
        if (!(0,pods/* costsOn */.mK)(state))
            return [];
        (0,journal_file/* cutTornLine */._C)(folder.journal, read);
        const journal = (0,journal_file/* openJournal */._0)(folder.journal, clock, { lastSeq: state.seq, durability: 'batched' });
        // Each by itself: what one of them lacks is no reason to leave the pods of another.
        const { remoteTarget } = await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(7312), __webpack_require__.e(6971), __webpack_require__.e(6954)]).then(__webpack_require__.bind(__webpack_require__, 97343));
        const declared = Object.entries(plan.targets ?? {}).filter(([, { kind }]) => kind === 'runpod');
        try {
            for (const [name, settings] of declared) {
                const shared = { name, plan, environment, workspace, ...(podClock ? { clock: podClock } : {}) };
                let target;
                try {
                    target = remoteTarget(settings, { ...shared, revision: () => revisionOf(workspace) });
                }
                catch (error) {
                    say(error instanceof Error ? error.message : String(error));
                    continue;
                }
                target.begin?.({
                    ...{ state, run: folder.run, runDirectory: folder.path, workspace, clock, say },
                    goesOn: false,
                    hurry: new AbortController().signal,
                    record: (facts) => {
                        for (const event of journal.append(facts))
                            (0,evolve/* evolve */.s)(state, event);
                    },
                });
                try {
                    await target.settled?.();
                }
                finally {
                    target.end?.();
                }
            }
        }
        finally {
            journal.close();
        }
        return [...state.pods.values()].filter(pods/* mayCost */.Tu).map(({ name }) => name);
    });
}
/** What a live catalogue says of the pods that a plan may make; a sentence where it cannot be asked. */
async function offersOf(plan, environment) {
    const targets = Object.entries(plan.targets ?? {});
    if (targets.length === 0)
        return [];
    const { offersFor } = await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(7312), __webpack_require__.e(6971), __webpack_require__.e(3496)]).then(__webpack_require__.bind(__webpack_require__, 73031));
    return await Promise.all(targets.flatMap(([name, target]) => target.kind === 'runpod' ? [offersFor(name, target, environment)] : []));
}
/** A run as its journal tells it; undefined when the folder holds none. `path`: absolute, of the run's folder. */
function readRun(path) {
    const found = (0,run_folder/* findRunFolder */.pL)((0,external_node_path_.dirname)((0,external_node_path_.dirname)((0,external_node_path_.dirname)(path))), (0,external_node_path_.basename)(path));
    if (!found)
        return undefined;
    const { journal } = found.folder;
    return (0,journal_file/* stateFrom */.mh)(found.plan, (0,journal_file/* readJournal */.a0)(journal).events, journal);
}
/** Whatever the journal says, and whether it can be read or not: a run without a driver has no units that run. */
function endLeftovers(folder) {
    const units = (0,external_node_path_.join)(folder.path, 'units');
    if (!(0,external_node_fs_.existsSync)(units))
        return;
    (0,local/* localTarget */.b)({ environment: {} }).endLeftovers?.((0,external_node_fs_.readdirSync)(units).map((name) => (0,external_node_path_.join)(units, name)));
}


/***/ })

};
