export const id = 8318;
export const ids = [8318,1959,1786];
export const modules = {

/***/ 49518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ exportTree)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/** The files of a commit, in a folder of their own. */




/**
 * Line ends are those that the repository's attributes ask for. Filters are not run: what Git LFS keeps elsewhere stays
 * a pointer, and nothing that a commit says runs a program here. Submodules are left out. The workspace, its index and
 * its hooks are not touched.
 */
async function exportTree(request) {
    const { workspace, revision, signal } = request;
    if (!/^[A-Za-z0-9][A-Za-z0-9_./~^-]*$/.test(revision))
        throw new Error(`\`${revision}\` does not name a commit`);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(request.into).length > 0)
        throw new Error(`${request.into} is not empty`);
    const temporary = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'tree-'));
    // These would name another repository or index than that of the workspace.
    const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...inherited } = request.environment;
    const environment = { ...inherited, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
    const git = (words, extra = {}) => run(words, workspace, { ...environment, ...extra }, signal);
    try {
        const [prefix, directory, filters] = await Promise.all([
            git(['rev-parse', '--show-prefix']),
            git(['rev-parse', '--absolute-git-dir']),
            git(['config', '--null', '--name-only', '--get-regexp', '^filter\\.']),
        ]);
        const folder = checked(prefix, workspace).replace(/\n$/, '').replace(/\/$/, '');
        const index = {
            GIT_INDEX_FILE: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temporary, 'index'),
            GIT_DIR: checked(directory, workspace).replace(/\n$/, ''),
            GIT_WORK_TREE: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(request.into),
        };
        const safe = [
            ...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.sparseCheckout=false', 'core.bare=false'],
            ...withoutFilters(filters.stdout),
        ].flatMap((setting) => ['-c', setting]);
        // Run where the files go: git takes paths as relative to the folder that it is run in.
        const there = (words) => run([...safe, ...words], request.into, { ...environment, ...index }, signal);
        const tree = folder === '' ? `${revision}^{tree}` : `${revision}:${folder}`;
        const read = await there(['read-tree', tree]);
        if (read.code !== 0)
            throw new Error(`${revision} has no ${folder === '' ? 'files that git can read' : `folder \`${folder}\``}: ${read.stderr}`);
        checked(await there(['checkout-index', '--all', '--quiet', '--force']), workspace);
        const modules = checked(await there(['ls-files', '--stage', '-z']), workspace);
        for (const line of modules.split('\0')) {
            const path = /^160000 \S+ \d\t(.+)$/s.exec(line)?.[1];
            if (path !== undefined)
                removeEmpty(request.into, path);
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(temporary, { recursive: true, force: true });
    }
}
function withoutFilters(names) {
    const filters = new Set();
    for (const name of names.split('\0')) {
        const filter = /^filter\.(.+)\.[^.]+$/s.exec(name)?.[1];
        if (filter !== undefined && !filter.includes('='))
            filters.add(filter);
        else if (filter !== undefined)
            throw new Error(`git's configuration has a filter with \`=\` in its name, \`${filter}\`, which cannot be turned off`);
    }
    return [...filters].flatMap((filter) => [
        `filter.${filter}.smudge=`,
        `filter.${filter}.process=`,
        `filter.${filter}.required=false`,
    ]);
}
/** The folder of a submodule, and those above it that have nothing else. */
function removeEmpty(root, path) {
    try {
        for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/'))))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, at));
    }
    catch {
        // It has something else, or is not there.
    }
}
function checked(output, workspace) {
    if (output.code !== 0)
        throw new Error(`git cannot read the repository of ${workspace}: ${output.stderr}`);
    return output.stdout;
}
function run(words, cwd, env, signal) {
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', words, {
            cwd,
            env,
            stdio: ['ignore', 'pipe', 'pipe'],
            ...(signal === undefined ? {} : { signal }),
        });
        const stdout = [];
        const stderr = [];
        child.stdout.on('data', (chunk) => stdout.push(chunk));
        child.stderr.on('data', (chunk) => stderr.push(chunk));
        child.once('error', reject);
        child.once('close', (code) => resolve({
            code: code ?? 1,
            stdout: Buffer.concat(stdout).toString(),
            stderr: Buffer.concat(stderr).toString().trim(),
        }));
    });
}


/***/ }),

/***/ 11579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   LE: () => (/* binding */ readParams),
/* harmony export */   UK: () => (/* binding */ readCommand),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   sf: () => (/* binding */ outputKeys)
/* harmony export */ });
/* unused harmony exports inputKeys, stateKeys */
const inputKeys = (/* unused pure expression or super */ null && (['command', 'workflow', 'chain', 'params', 'project', 'token', 'comment']));
const outputKeys = ['decision', 'reason_code', 'result', 'run'];
/** What main leaves for post, by name. */
const stateKeys = (/* unused pure expression or super */ null && (['check_runs', 'comment', 'folder', 'concluded', 'failure']));
/** A mistake in the step's `with:`. */
class InputError extends Error {
    key;
    constructor(key, message) {
        super(message);
        this.key = key;
    }
}
/** What the step is to do: `run` a workflow, or `reap` pods that were left behind, which needs no other input. */
function readCommand(get) {
    const command = get('command').trim();
    if (command === 'run' || command === 'reap')
        return command;
    throw new InputError('command', `\`command\` is \`run\` or \`reap\`, found \`${command.slice(0, 60)}\``);
}
function readInputs(get) {
    const workflow = get('workflow').trim();
    const chain = get('chain').trim();
    if (workflow === '' && chain === '')
        throw new InputError('workflow', 'give `workflow:` or `chain:`');
    if (workflow !== '' && chain !== '')
        throw new InputError('chain', 'give `workflow:` or `chain:`, not both');
    const comment = get('comment').trim();
    if (comment !== 'true' && comment !== 'false')
        throw new InputError('comment', `\`comment\` is \`true\` or \`false\`, found \`${comment}\``);
    return {
        wanted: workflow === '' ? { is: 'chain', text: chain } : { is: 'workflow', text: workflow },
        params: readParams(get('params'), (message) => new InputError('params', message)),
        project: get('project').trim() || '.',
        token: get('token').trim(),
        comment: comment === 'true',
    };
}
/** One `name=value` a line; blank lines and lines that begin with `#` are left out. Throws what `refused` makes. */
function readParams(text, refused) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => {
        const equals = line.indexOf('=');
        if (equals < 1)
            throw refused(`expected \`name=value\`, found \`${line.slice(0, 60)}\``);
        return { name: line.slice(0, equals).trim(), value: line.slice(equals + 1).trim(), text: line };
    });
}


/***/ }),

/***/ 34860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ annotate)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _language_annotation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35626);
/** Diagnostics as annotations of the job. */


/** On the lines of the files; a mistake in an input has no file to stand on. */
function annotate(diagnostics) {
    for (const diagnostic of diagnostics) {
        const { severity, title, message, place } = (0,_language_annotation_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .l)(diagnostic);
        const properties = {
            title,
            ...(place
                ? { file: place.file, startLine: place.line, startColumn: place.column, endColumn: place.endColumn }
                : {}),
        };
        if (severity === 'error')
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(message, properties);
        else if (severity === 'warning')
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(message, properties);
        else
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm(message, properties);
    }
}


/***/ }),

/***/ 45907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf)
/* harmony export */ });
/** Line by line, as the runner masks them: the keys of hosts and of RunPod. */
function secretsOf(plan, environment) {
    const variables = Object.values(plan.targets ?? {}).flatMap((target) => target.kind === 'runpod' ? [target.key] : 'variable' in target.key ? [target.key.variable] : []);
    return variables
        .flatMap((name) => (environment[name] ?? '').split(/\r?\n/))
        .filter((line) => line.length >= 6 && !line.startsWith('-----'));
}


/***/ }),

/***/ 35626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workflowCommand),
/* harmony export */   l: () => (/* binding */ annotationOf)
/* harmony export */ });
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11786);

function annotationOf({ severity, code, message, help, source, span }) {
    const { file, line, column, endColumn } = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(source, span);
    const text = help === undefined ? message : `${message}\n${help}`;
    if (file.startsWith('<'))
        return { severity, title: `${code} in ${file}`, message: text };
    const place = { file, line, column, endColumn: Math.max(column, endColumn - 1) };
    return { severity, title: code, message: text, place };
}
/** As a command that GitHub's runner obeys when it stands in a step's output: `::error file=…,line=…,title=…::…`. */
function workflowCommand({ severity, title, message, place }) {
    const properties = [
        ...(place
            ? [
                ['file', place.file],
                ['line', place.line],
                ['col', place.column],
                ['endColumn', place.endColumn],
            ]
            : []),
        ['title', title],
    ];
    const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
    return `::${severity} ${list}::${escapeData(message)}`;
}
/** By the runner's rules: it reads `%`, line ends, and in properties also `:` and `,`. */
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}


/***/ }),

/***/ 42974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B$: () => (/* binding */ printDiagnostic),
/* harmony export */   ii: () => (/* binding */ countDiagnostics)
/* harmony export */ });
/* unused harmony export plain */
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11786);

const plain = (_style, text) => text;
function printDiagnostic(diagnostic, paint = plain) {
    const { severity, message, code, source, span, help, related = [] } = diagnostic;
    const lines = [`${paint(severity, severity)}: ${paint('bold', message)} ${paint('dim', `[${code}]`)}`];
    const { line } = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(source, span);
    const gutter = ' '.repeat(String(Math.max(line, ...related.map((r) => (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(r.source, r.span).line))).length);
    lines.push(...excerpt(source, span, gutter, severity, paint));
    for (const note of related) {
        lines.push(`${gutter} ${paint('dim', '=')} ${paint('notice', 'note')}: ${note.message}`);
        lines.push(...excerpt(note.source, note.span, gutter, 'notice', paint));
    }
    if (help !== undefined)
        lines.push(`${gutter} ${paint('dim', '=')} ${paint('bold', 'help')}: ${help}`);
    return lines.join('\n');
}
/** Longer lines are cut around the span, so that a chain of 10,000 elements on one line stays readable. */
const widest = 100;
function excerpt(source, span, gutter, severity, paint) {
    const { file, line, column, endColumn } = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(source, span);
    // Of a file that cannot be read there is nothing to show.
    if ((source.host ?? source).text === '')
        return [`${gutter}${paint('dim', '-->')} ${file}`];
    const text = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .lineText */ .oZ)(source, line).replace(/[\t\p{Cc}]/gu, ' ');
    const cut = text.length > widest && endColumn > widest - 4;
    const from = cut ? wholeCharacter(text, Math.max(0, column - 1 - 40)) : 0;
    const to = wholeCharacter(text, from + widest);
    const lead = `${from > 0 ? '…' : ''}${text.slice(from, column - 1)}`;
    const marked = text.slice(column - 1, Math.min(endColumn - 1, to));
    const shown = `${from > 0 ? '…' : ''}${text.slice(from, to)}${text.length > to ? '…' : ''}`;
    const bar = paint('dim', '|');
    return [
        `${gutter}${paint('dim', '-->')} ${file}:${line}:${column}`,
        `${gutter} ${bar}`,
        `${String(line).padStart(gutter.length)} ${bar} ${shown}`,
        `${gutter} ${bar} ${' '.repeat(width(lead))}${paint(severity, '^'.repeat(Math.max(1, width(marked))))}`,
    ];
}
/** Never between the two halves of one character. */
function wholeCharacter(text, at) {
    return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
}
const wide = /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF01-\uFF60]/u;
const weightless = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** Columns a text takes in a terminal, so that carets stand below what they mean. */
function width(text) {
    if (/^[\x20-\x7e→]*$/.test(text))
        return text.length;
    let columns = 0;
    for (const character of text)
        columns += weightless.test(character) ? 0 : wide.test(character) ? 2 : 1;
    return columns;
}
/** `1 error, 2 notices`, or undefined when there is nothing to count. */
function countDiagnostics(diagnostics) {
    const counts = ['error', 'warning', 'notice']
        .map((severity) => ({
        severity,
        count: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length,
    }))
        .filter(({ count }) => count > 0)
        .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`);
    return counts.length === 0 ? undefined : counts.join(', ');
}


/***/ }),

/***/ 11786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   H0: () => (/* binding */ offsetInFile),
/* harmony export */   oZ: () => (/* binding */ lineText),
/* harmony export */   ss: () => (/* binding */ embeddedSource),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/** A text a person wrote, and where each of its characters stands in the file they edit. */
function sourceOf(name, text) {
    return { name, text };
}
/**
 * The source of a value that stands inside `host.text` between two offsets, as YAML scalars do: indented, folded, quoted
 * or escaped. Walks both texts side by side and skips in the host what only the notation put there.
 */
function embeddedSource(name, value, host) {
    const { text, end } = host;
    const quote = text[host.start] === '"' ? '"' : text[host.start] === "'" ? "'" : undefined;
    // A chain of 10,000 elements has a million characters: no strings and no growing arrays in these loops.
    const offsets = new Uint32Array(value.length + 1);
    let at = host.start + (quote === undefined ? 0 : 1);
    for (let index = 0; index < value.length; index += 1) {
        const code = value.charCodeAt(index);
        if (quote === '"')
            at = behindLineEscape(text, at, end);
        const found = text.charCodeAt(at) === code ? at : behindBlanks(text, at, end, code);
        const width = quote === undefined ? 1 : notationWidth(text, found, quote);
        const isFound = text.charCodeAt(found) === code || width > 1;
        offsets[index] = isFound ? found : at;
        // An escape such as `\U0001F600` stands for two units of the value.
        if (width > 2 && code >= 0xd800 && code < 0xdc00) {
            index += 1;
            offsets[index] = found;
        }
        at = isFound ? Math.min(found + width, end) : found;
    }
    offsets[value.length] = Math.min(at, end);
    return { name, text: value, host: { text, offsets } };
}
/** White space is matched loosely, because folding and indentation replace it. */
function behindBlanks(text, from, end, wanted) {
    let at = from;
    while (at < end && text.charCodeAt(at) !== wanted && isBlank(text[at] ?? ''))
        at += 1;
    return at;
}
/** A backslash at the end of a line of a double-quoted value is nothing, with the blanks behind it. */
function behindLineEscape(text, from, end) {
    if (text[from] !== '\\' || !/[\r\n]/.test(text[from + 1] ?? ''))
        return from;
    return behindBlanks(text, from + 1, end, undefined);
}
/** How many characters one of a quoted value takes: `''`, `\n`, `\x41`, `\u2192`, `\U0001F600`. */
function notationWidth(text, at, quote) {
    if (quote === "'")
        return text[at] === "'" && text[at + 1] === "'" ? 2 : 1;
    if (text[at] !== '\\')
        return 1;
    const digits = { x: 2, u: 4, U: 8 };
    return 2 + (digits[text[at + 1] ?? ''] ?? 0);
}
function placeOf(source, span) {
    const starts = lineStarts(source);
    const start = offsetInFile(source, span.start);
    const line = lineAt(starts, start);
    const lineStart = starts[line - 1] ?? 0;
    const lineEnd = endOfLine(source, line);
    // The last character's place plus one, so that a span never takes in what the notation put behind it.
    const end = span.end > span.start ? offsetInFile(source, span.end - 1) + 1 : start;
    const column = start - lineStart + 1;
    return { file: source.name, line, column, endColumn: column + Math.max(1, Math.min(end, lineEnd) - start) };
}
/** The text of one line, counted from 1, of the file a person edits. */
function lineText(source, line) {
    const start = lineStarts(source)[line - 1];
    if (start === undefined)
        return '';
    return hostText(source).slice(start, endOfLine(source, line)).replace(/\r$/, '');
}
function hostText(source) {
    return source.host?.text ?? source.text;
}
/** The place in the file a person edits of an offset of the source's own text. */
function offsetInFile(source, offset) {
    if (!source.host)
        return Math.min(offset, source.text.length);
    const { offsets } = source.host;
    return offsets[Math.min(offset, offsets.length - 1)] ?? 0;
}
/** Found once for each source: a plan of 10,000 elements asks for 10,000 places. */
const lineStartsOf = new WeakMap();
function lineStarts(source) {
    let starts = lineStartsOf.get(source);
    if (!starts) {
        const text = hostText(source);
        const found = [0];
        for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
            found.push(at + 1);
        starts = found;
        lineStartsOf.set(source, starts);
    }
    return starts;
}
function lineAt(starts, offset) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low + 1;
}
function endOfLine(source, line) {
    const next = lineStarts(source)[line];
    return next === undefined ? hostText(source).length : next - 1;
}
function isBlank(character) {
    return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}


/***/ }),

/***/ 18318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cell: () => (/* binding */ cell)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/drivers/hand-over.js
var hand_over = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: ./build/drivers/run-folder.js
var run_folder = __webpack_require__(6434);
// EXTERNAL MODULE: ./build/engine/expiry.js
var expiry = __webpack_require__(11276);
;// CONCATENATED MODULE: ./build/engine/share-budget.js

/**
 * The plan as one of so many legs reads it: of what every open budget has left it gets an equal part. `state`: where they
 * were handed out. What the legs have written down is read with the whole plan again.
 */
function planForLeg(plan, state, legs) {
    if (legs <= 1)
        return plan;
    const nodes = plan.nodes.map((node) => {
        const own = state.nodes.get(node.id);
        if (node.kind !== 'budget' || !own?.spending || own.settlement)
            return node;
        const spent = (0,expiry/* spentAt */.gI)(own.spending, state.at);
        return { ...node, dollars: spent + Math.max(0, node.dollars - spent) / legs };
    });
    return { ...plan, nodes };
}

// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
// EXTERNAL MODULE: ./build/parts/inputs.js
var inputs = __webpack_require__(22896);
// EXTERNAL MODULE: ./build/parts/job-file.js
var job_file = __webpack_require__(57533);
// EXTERNAL MODULE: ./build/parts/open.js + 2 modules
var parts_open = __webpack_require__(91959);
// EXTERNAL MODULE: ./build/parts/report.js
var report = __webpack_require__(80635);
// EXTERNAL MODULE: ./build/parts/restore.js + 1 modules
var restore = __webpack_require__(89593);
// EXTERNAL MODULE: ./build/parts/tell.js
var tell = __webpack_require__(56682);
// EXTERNAL MODULE: ./build/parts/whole.js + 1 modules
var parts_whole = __webpack_require__(28693);
;// CONCATENATED MODULE: ./build/parts/cell.js
/** One leg of a matrix: its branches of the block, on a machine of their own. */













async function cell() {
    const id = (0,inputs/* demanded */.zM)('job');
    const label = (0,inputs/* demanded */.zM)('leg');
    const restored = await (0,restore/* restore */.PF)({
        job: id,
        leg: label,
        project: (0,parts_open.readProject)((0,inputs/* input */.hF)('project')),
        token: (0,inputs/* input */.hF)('token'),
        environment: process.env,
    });
    const whole = (0,parts_whole/* wholeOf */.l2)(restored.plan);
    const job = (0,parts_whole/* jobOf */.Zw)(whole, id);
    const leg = job.is === 'matrix' ? job.legs.findIndex((one) => one.label === label) : -1;
    const branches = job.is === 'matrix' ? job.legs[leg]?.branches : undefined;
    if (job.is !== 'matrix' || !branches)
        throw new run_error/* RunError */.e4(`the job \`${id}\` has no leg \`${label}\`; compile the workflow again`);
    const file = { ...restored.file, deadline: (0,parts_open.deadlineOf)(job.minutes), comment: false };
    (0,job_file/* writeJobFile */.XB)(file, process.env);
    for (const secret of (0,secrets/* secretsOf */.F)(restored.plan, process.env))
        core/* setSecret */.Pq(secret);
    const { drivePart, readRun } = await Promise.all(/* import() */[__webpack_require__.e(7798), __webpack_require__.e(3009)]).then(__webpack_require__.bind(__webpack_require__, 3009));
    const directory = (0,job_file/* runDirectoryOf */.Gg)(file);
    const before = readRun(directory);
    if (!before)
        throw new run_error/* RunError */.e4(`there is no run \`${file.run}\` in ${file.workspace}`);
    // No leg sees what the others spend.
    (0,run_folder/* storePlan */.lU)(directory, planForLeg(restored.plan, before, job.legs.length));
    const driven = await drivePart({
        workspace: file.workspace,
        run: file.run,
        environment: process.env,
        signals: (0,tell/* signalsOf */.B7)(file),
        // A leg writes nothing on GitHub: what it has decided is told where the legs are joined.
        reporters: () => (0,report/* reportersOf */.MH)(restored.plan, file, '').reporters,
        part: {
            reach: (0,hand_over/* reachOfLeg */.bW)(whole.owners, id, leg),
            continues: false,
            settles: () => true,
        },
    });
    for (const loss of driven.losses)
        core/* warning */.$e(loss);
    return (0,tell/* exitCodeFor */.Rr)((0,hand_over/* verdictOf */.Vj)(driven.state, branches), `${job.name}:${label}`);
}


/***/ }),

/***/ 91959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deadlineOf: () => (/* binding */ deadlineOf),
  open: () => (/* binding */ open_open),
  openingPart: () => (/* binding */ openingPart),
  readProject: () => (/* binding */ readProject)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/drivers/hand-over.js
var hand_over = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: ./build/exit-codes.js
var exit_codes = __webpack_require__(49277);
// EXTERNAL MODULE: ./build/jobs/layout.js
var layout = __webpack_require__(98407);
// EXTERNAL MODULE: ./build/drivers/run-folder.js
var run_folder = __webpack_require__(6434);
// EXTERNAL MODULE: ./build/github/action-io.js
var action_io = __webpack_require__(11579);
// EXTERNAL MODULE: ./build/github/annotate.js
var annotate = __webpack_require__(34860);
// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
// EXTERNAL MODULE: ./build/language/print-diagnostic.js
var print_diagnostic = __webpack_require__(42974);
// EXTERNAL MODULE: ./build/language/source.js
var source = __webpack_require__(11786);
// EXTERNAL MODULE: ./build/prepare.js + 36 modules
var prepare = __webpack_require__(50648);
// EXTERNAL MODULE: ./build/parts/inputs.js
var inputs = __webpack_require__(22896);
// EXTERNAL MODULE: ./build/parts/job-file.js
var job_file = __webpack_require__(57533);
// EXTERNAL MODULE: ./build/parts/report.js
var report = __webpack_require__(80635);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(38816);
;// CONCATENATED MODULE: ./build/parts/request.js
/** What a run was asked for: the dispatch input `request`, which holds ids and no text of anybody's. */

const schema = schemas/* strictObject */.rej({
    /** The commit under test. */
    sha: schemas/* string */.YjP()
        .regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 'a commit is 40 or 64 hexadecimal digits')
        .optional(),
    /** The pull request that it is reported on. */
    pr: schemas/* number */.aig().int().positive().optional(),
});
/** Throws an `Error` of one sentence. */
function readRequest(text) {
    if (text.trim() === '')
        return {};
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        throw new Error('this is no JSON');
    }
    const read = schema.safeParse(parsed);
    if (read.success)
        return read.data;
    const [issue] = read.error.issues;
    throw new Error(`${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'this is no request'}`);
}

// EXTERNAL MODULE: ./build/parts/restore.js + 1 modules
var restore = __webpack_require__(89593);
// EXTERNAL MODULE: ./build/parts/tell.js
var tell = __webpack_require__(56682);
// EXTERNAL MODULE: ./build/parts/tree.js + 2 modules
var tree = __webpack_require__(25216);
// EXTERNAL MODULE: ./build/parts/whole.js + 1 modules
var parts_whole = __webpack_require__(28693);
;// CONCATENATED MODULE: ./build/parts/begin.js
/** The plan job's `open`: pins the commit, plans and checks the chain, and begins the run. */





















async function begin(project) {
    const token = (0,inputs/* input */.hF)('token');
    if (token !== '')
        core/* setSecret */.Pq(token);
    const request = requested();
    const definitionsSha = process.env.GITHUB_SHA ?? '';
    const sha = request.sha ?? definitionsSha;
    await (0,tree/* bringCode */.qX)(sha, token, process.env);
    // What a run may do is decided by the commit that the run itself stands on, not by the one under test.
    const definitions = sha === definitionsSha ? (0,tree/* rootOf */.I5)(process.env) : await (0,tree/* bringDefinitions */.$0)(definitionsSha, token, process.env);
    const workspace = (0,external_node_path_.join)((0,tree/* rootOf */.I5)(process.env), project);
    const prepared = (0,prepare.prepare)({
        wanted: { is: 'workflow', reference: (0,inputs/* demanded */.zM)('workflow') },
        folder: (0,external_node_path_.join)(definitions, project),
        shownFrom: definitions,
        given: givenIn((0,inputs/* input */.hF)('params')),
    });
    (0,annotate/* annotate */.f)(prepared.diagnostics);
    const { plan, targets, sources } = prepared;
    if (!plan) {
        core/* info */.pq(prepared.diagnostics.map((diagnostic) => (0,print_diagnostic/* printDiagnostic */.B$)(diagnostic)).join('\n\n'));
        core/* setFailed */.C1(`${prepared.name}: ${(0,print_diagnostic/* countDiagnostics */.ii)(prepared.diagnostics) ?? 'invalid input'}`);
        return exit_codes/* exitCodes */.h.invalidInput;
    }
    if (sources !== (0,inputs/* demanded */.zM)('sources')) {
        core/* setFailed */.C1(`${prepared.name}: the compiled workflow is stale, its sources have changed since; run \`ml-workflow compile\` and commit what it writes`);
        return exit_codes/* exitCodes */.h.invalidInput;
    }
    for (const secret of (0,secrets/* secretsOf */.F)(plan, process.env))
        core/* setSecret */.Pq(secret);
    const whole = (0,parts_whole/* wholeOf */.l2)(plan);
    const attempt = (0,restore/* attemptIn */.XZ)(process.env);
    const job = (0,parts_whole/* jobOf */.Zw)(whole, layout/* planJob */.b1);
    const earlier = attempt > 1 ? await (0,restore/* earlierPlan */.em)(workspace, plan, process.env) : undefined;
    const file = {
        schema: 1,
        job: layout/* planJob */.b1,
        run: earlier?.run ?? (0,run_folder/* newRunId */.F$)(plan.name, new Date().toISOString()),
        attempt,
        epoch: earlier?.epoch ?? attempt,
        after: earlier?.after ?? 0,
        workspace,
        project,
        deadline: deadlineOf(job.minutes),
        comment: (0,inputs/* input */.hF)('comment') !== 'false',
    };
    (0,job_file/* writeJobFile */.XB)(file, process.env);
    const { drivePart, makeRun } = await Promise.all(/* import() */[__webpack_require__.e(7798), __webpack_require__.e(3009)]).then(__webpack_require__.bind(__webpack_require__, 3009));
    const signals = (0,tell/* signalsOf */.B7)(file);
    if (!earlier) {
        await makeRun({ plan, workspace, targets, environment: process.env, signals, run: file.run });
        (0,report/* writeOnGitHub */._7)((0,job_file/* runDirectoryOf */.Gg)(file), {
            schema: 1,
            sha,
            ...(request.pr === undefined ? {} : { pull: request.pr }),
            checks: [],
        });
    }
    const reporting = (0,report/* reportersOf */.MH)(plan, file, token, { begins: !earlier });
    const driven = await drivePart({
        ...{ workspace, run: file.run, environment: process.env, signals },
        reporters: () => reporting.reporters,
        part: openingPart(whole, layout/* planJob */.b1),
    });
    for (const loss of [...driven.losses, ...reporting.lost()])
        core/* warning */.$e(loss);
    (0,tell/* exportHandOver */.gJ)(driven.state, whole, layout/* planJob */.b1);
    return exit_codes/* exitCodes */.h.done;
}
function requested() {
    try {
        return readRequest((0,inputs/* input */.hF)('request'));
    }
    catch (error) {
        throw new run_error/* RunError */.e4(`input \`request\`: ${error instanceof Error ? error.message : String(error)}`);
    }
}
function givenIn(text) {
    return (0,action_io/* readParams */.LE)(text, (message) => new run_error/* RunError */.e4(`input \`params\`: ${message}`)).map(({ name, value, text: line }) => ({ name, value, source: (0,source/* sourceOf */.vz)('<params>', line) }));
}

;// CONCATENATED MODULE: ./build/parts/open.js
/**
 * The first step of a job: the tree, the plan and the journal as the jobs before it have left them, and what is ready now.
 * In the plan job it makes them.
 */













async function open_open() {
    const job = (0,inputs/* demanded */.zM)('job');
    const project = readProject((0,inputs/* input */.hF)('project'));
    return job === layout/* planJob */.b1 ? await begin(project) : await goOn(job, project);
}
async function goOn(id, project) {
    const restored = await (0,restore/* restore */.PF)({ job: id, project, token: (0,inputs/* input */.hF)('token'), environment: process.env });
    const whole = (0,parts_whole/* wholeOf */.l2)(restored.plan);
    const job = (0,parts_whole/* jobOf */.Zw)(whole, id);
    const file = {
        ...restored.file,
        deadline: deadlineOf(job.minutes),
        comment: (0,inputs/* input */.hF)('comment') !== 'false',
    };
    (0,job_file/* writeJobFile */.XB)(file, process.env);
    const reporting = (0,report/* reportersOf */.MH)(restored.plan, file, (0,inputs/* input */.hF)('token'), { refreshes: id !== layout/* concludeJob */.P0 });
    const joined = (0,parts_whole/* joinedBy */.zD)(whole, job);
    const dispatched = dispatchedIn(restored.events);
    const part = openingPart(whole, id);
    const { drivePart } = await Promise.all(/* import() */[__webpack_require__.e(7798), __webpack_require__.e(3009)]).then(__webpack_require__.bind(__webpack_require__, 3009));
    const driven = await drivePart({
        workspace: file.workspace,
        run: file.run,
        environment: process.env,
        signals: (0,tell/* signalsOf */.B7)(file),
        reporters: () => reporting.reporters,
        part: {
            ...part,
            handOver: (state) => {
                const lost = (0,hand_over/* lostIn */.gJ)(state, joined, dispatched);
                return lost.length > 0 ? lost : part.handOver(state);
            },
        },
    });
    for (const loss of [...driven.losses, ...reporting.lost()])
        core/* warning */.$e(loss);
    (0,tell/* exportHandOver */.gJ)(driven.state, whole, id);
    return exit_codes/* exitCodes */.h.done;
}
/** Nothing of the chain is done, but what the next job is to do is handed out. */
function openingPart({ layout, owners }, job) {
    return {
        reach: hand_over/* noReach */.rZ,
        continues: false,
        settles: () => false,
        handOver: (0,hand_over/* dispatching */.V0)(layout, owners, job),
    };
}
/** Five minutes before GitHub's: it would record the job as cancelled, and nobody could say why. */
function deadlineOf(minutes) {
    return Date.now() + Math.max(1, minutes - 5) * 60_000;
}
function dispatchedIn(events) {
    return new Set(events.flatMap((event) => (event.type === 'cells-dispatched' ? [event.node] : [])));
}
/** Relative to the repository's root, with `/`; empty for the root itself. */
function readProject(text) {
    const parts = text.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
    if (parts.includes('..') || text.startsWith(external_node_path_.sep))
        throw new run_error/* RunError */.e4(`input \`project\`: \`${text}\` leaves the repository`);
    return (0,external_node_path_.join)(...parts, '')
        .split(external_node_path_.sep)
        .join('/')
        .replace(/^\.$/, '')
        .replace(/\/$/, '');
}


/***/ }),

/***/ 89593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XZ: () => (/* binding */ attemptIn),
  em: () => (/* binding */ earlierPlan),
  PF: () => (/* binding */ restore)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/drivers/parts.js + 2 modules
var drivers_parts = __webpack_require__(75078);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: ./build/engine/evolve.js + 1 modules
var evolve = __webpack_require__(74994);
// EXTERNAL MODULE: ./build/engine/follows.js
var follows = __webpack_require__(84009);
// EXTERNAL MODULE: ./build/engine/state.js
var state = __webpack_require__(80306);
;// CONCATENATED MODULE: ./build/engine/reopen-failed.js



/**
 * The events to go on from; those given where nothing has failed, or nothing can be tried again. `top`: a branch of the
 * block that was handed out, instead of the whole run.
 */
function reopenFailed(plan, events, top) {
    let state = (0,evolve/* fold */.A)(plan, events);
    let journal = events;
    if (state.stopping?.by === 'cancel' && isOver(state, top)) {
        const resumed = new Rewriting(plan, events);
        // After its end nobody is there for what the cancel had not ended yet.
        resumed.interruptRunning();
        resumed.add({ type: 'run-resumed' });
        resumed.interruptRunning();
        journal = resumed.events;
        state = resumed.state;
    }
    const culprit = culpritOf(state, journal, top);
    if (culprit === undefined)
        return journal;
    const again = new Rewriting(plan, journal.slice(0, culprit));
    for (const event of journal.slice(culprit + 1))
        if (isKept(state, again.state, event))
            again.take(event);
    again.interruptRunning();
    return again.events;
}
class Rewriting {
    events;
    state;
    constructor(plan, events) {
        this.events = [...events];
        this.state = (0,evolve/* fold */.A)(plan, events);
    }
    take(event) {
        const next = { ...event, seq: this.events.length + 1 };
        this.events.push(next);
        (0,evolve/* evolve */.s)(this.state, next);
    }
    add(fact) {
        this.take({ seq: 0, at: this.events.at(-1)?.at ?? '', ...fact });
    }
    interruptRunning() {
        for (const node of [...this.state.running])
            this.add({ type: 'unit-interrupted', node, attempt: (0,state/* nodeState */.GN)(this.state, node).attempt ?? 1 });
    }
}
function isOver(state, top) {
    return (top === undefined ? state.settlement : state.nodes.get(top)?.settlement) !== undefined;
}
/** Where in the journal it stands. */
function culpritOf(state, events, top) {
    const settlement = top === undefined ? state.settlement : state.nodes.get(top)?.settlement;
    if (!settlement || settlement.is === 'succeeded')
        return undefined;
    if (state.stopping?.by === 'gate-error')
        return found(events.findIndex(isGateError));
    if (settlement.is === 'not-met')
        return found(events.findLastIndex((event) => event.type === 'gate-decided' && event.gate === settlement.gate));
    if (settlement.is === 'stopped')
        return undefined;
    return found(events.findLastIndex((event) => isFailureOf(state, event, settlement.node)));
}
function found(index) {
    return index < 0 ? undefined : index;
}
function isGateError(event) {
    return ((event.type === 'gate-decided' && event.outcome === 'error') ||
        (event.type === 'case-decided' && event.arm < 0));
}
/** Whether it has made the node fail. */
function isFailureOf(state, event, node) {
    switch (event.type) {
        case 'unit-failed':
        case 'assignment-failed':
        case 'timed-out':
        case 'budget-exceeded':
        case 'gate-decided':
            return event.node === node;
        case 'approval-given':
            return event.node === node && !event.approved;
        case 'cell-lost':
            return isAround(state, event.node, node) || state.byId.get(event.node)?.parent === node;
        default:
            return false;
    }
}
function isAround(state, outer, id) {
    for (let at = id; at !== null; at = state.byId.get(at)?.parent ?? null)
        if (at === outer)
            return true;
    return false;
}
/** Of what came behind the failure. `before`: as it all ended; `now`: as it is without the failure. */
function isKept(before, now, event) {
    if (!(0,follows/* follows */.p)(now, event))
        return false;
    switch (event.type) {
        case 'run-concluded':
        case 'cancel-requested':
        case 'run-resumed':
        case 'cell-lost':
            return false;
        case 'unit-failed':
            // What a stop had ended is to run again, and so is what has failed beside it and nothing took care of.
            return event.class !== 'cancelled' && isHandled(before, event.node, event.attempt);
        case 'timed-out':
        case 'budget-exceeded':
        case 'assignment-failed':
            return before.caught.has(event.node);
        case 'gate-decided':
        case 'case-decided':
            return !isGateError(event);
        default:
            return true;
    }
}
function isHandled(state, unit, attempt) {
    const own = state.nodes.get(unit);
    // It has run again since.
    if (own?.failure?.attempt !== attempt)
        return true;
    return state.caught.has(unit);
}

// EXTERNAL MODULE: ./build/github/artifacts.js
var artifacts = __webpack_require__(40273);
// EXTERNAL MODULE: ./build/jobs/layout.js
var jobs_layout = __webpack_require__(98407);
// EXTERNAL MODULE: ./build/parts/report.js
var report = __webpack_require__(80635);
// EXTERNAL MODULE: ./build/parts/tree.js + 2 modules
var tree = __webpack_require__(25216);
// EXTERNAL MODULE: ./build/parts/whole.js + 1 modules
var whole = __webpack_require__(28693);
;// CONCATENATED MODULE: ./build/parts/restore.js
/** A fresh machine → the run as the jobs before this one have left it: tree, plan, journal, and what units have written. */











/** Rejects with a `RunError` or an `ArtifactError` when nothing tells how the run goes on. */
async function restore({ job, leg: label, project, token, environment, }) {
    if (token !== '')
        core/* setSecret */.Pq(token);
    const attempt = attemptIn(environment);
    const store = (0,artifacts/* actionsArtifacts */.d)();
    const stored = await store.list();
    const planned = await planPart(store, stored, environment);
    const { plan, sha } = planned;
    const { layout } = (0,whole/* wholeOf */.l2)(plan);
    const order = layout.jobs.map(({ id }) => id);
    const place = order.indexOf(job);
    const own = layout.jobs[place];
    if (!own)
        throw new run_error/* RunError */.e4(`the chain has no job \`${job}\`; compile the workflow again`);
    const leg = own.is === 'matrix' ? own.legs.findIndex((one) => one.label === label) : undefined;
    if (leg === -1)
        throw new run_error/* RunError */.e4(`the job \`${job}\` has no leg \`${label}\`; compile the workflow again`);
    const wanted = (0,drivers_parts/* newestParts */.Nz)(stored.map(({ name }) => name), planned.part.epoch).filter((name) => {
        const parsed = (0,drivers_parts/* parsePartName */.Yg)(name);
        if (!parsed || parsed.job === jobs_layout/* planJob */.b1 || parsed.job === jobs_layout/* concludeJob */.P0)
            return false;
        const at = order.indexOf(parsed.job);
        return at >= 0 && (at < place || (at === place && parsed.leg === leg));
    });
    const folders = await downloaded(store, stored, wanted, environment);
    const parts = (0,drivers_parts/* readParts */.fp)([planned.part.folder, ...folders]);
    await (0,tree/* bringCode */.qX)(sha, token, environment);
    const workspace = (0,external_node_path_.join)((0,tree/* rootOf */.I5)(environment), project);
    const { events, folder, notices } = (0,drivers_parts/* restoreRun */.Ai)(workspace, parts, order);
    for (const notice of notices)
        core/* notice */.lm(notice);
    const file = {
        ...{ schema: 1, job, ...(leg === undefined ? {} : { leg }) },
        ...{ run: planned.part.run, attempt, epoch: planned.part.epoch, workspace, project },
    };
    const again = earlierOf(parts, order, job, leg);
    if (!again)
        return { plan, events, file: { ...file, after: events.length } };
    const tops = own.is === 'matrix' ? (own.legs[leg ?? 0]?.branches ?? []) : [undefined];
    const open = tops.reduce((journal, top) => reopenFailed(plan, journal, top), events);
    writeJournal(folder.journal, open);
    return { plan, events: open, file: { ...file, after: again.after } };
}
/**
 * The plan job runs again: the run that it had begun goes on, unless all of it is wanted again. Lays it out in the
 * workspace, which holds the code.
 */
async function earlierPlan(workspace, plan, environment) {
    const store = (0,artifacts/* actionsArtifacts */.d)();
    const stored = await store.list();
    const newest = newestPlan(stored);
    if (!newest)
        return undefined;
    const [part] = (0,drivers_parts/* readParts */.fp)(await downloaded(store, stored, [newest], environment));
    if (!part || (0,drivers_parts/* epochOf */.Fz)(attemptIn(environment), [part]) !== part.epoch)
        return undefined;
    const order = (0,whole/* wholeOf */.l2)(plan).layout.jobs.map(({ id }) => id);
    const { events, folder } = (0,drivers_parts/* restoreRun */.Ai)(workspace, [part], order);
    writeJournal(folder.journal, reopenFailed(plan, events));
    return { run: part.run, epoch: part.epoch, after: part.after };
}
function attemptIn({ GITHUB_RUN_ATTEMPT: attempt = '1' }) {
    return Number(attempt);
}
async function planPart(store, stored, environment) {
    const newest = newestPlan(stored);
    if (!newest)
        throw new run_error/* RunError */.e4('there is no run to go on with: the job `plan` has left nothing');
    const [part] = (0,drivers_parts/* readParts */.fp)(await downloaded(store, stored, [newest], environment));
    if (!part)
        throw new run_error/* RunError */.e4(`\`${newest}\` is empty`);
    const { plan, onGitHub } = (0,report/* onGitHubIn */.ac)(part.folder);
    return { part, plan, sha: onGitHub.sha };
}
function newestPlan(stored) {
    const attempts = stored.flatMap(({ name }) => {
        const parsed = (0,drivers_parts/* parsePartName */.Yg)(name);
        return parsed?.job === jobs_layout/* planJob */.b1 ? [parsed.attempt] : [];
    });
    return attempts.length === 0 ? undefined : (0,drivers_parts/* partName */.pn)({ job: jobs_layout/* planJob */.b1, attempt: Math.max(...attempts) });
}
/** The job's own part of an earlier attempt, if nothing before it has run again since. */
function earlierOf(parts, order, job, leg) {
    const own = parts.find((part) => part.job === job && part.leg === leg);
    if (!own)
        return undefined;
    const place = order.indexOf(job);
    return parts.some((part) => order.indexOf(part.job) < place && part.attempt > own.attempt)
        ? undefined
        : own;
}
/** At once, as far as the service likes it. */
const downloadsAtOnce = 8;
async function downloaded(store, stored, names, environment) {
    const above = (0,external_node_path_.join)(environment.RUNNER_TEMP ?? '', 'ml-workflow', 'parts');
    (0,external_node_fs_.mkdirSync)(above, { recursive: true });
    const folders = names.map((name) => (0,external_node_path_.join)(above, name));
    const left = names.map((name, index) => ({ name, into: folders[index] ?? '' }));
    const work = async () => {
        for (let next = left.shift(); next; next = left.shift()) {
            const found = stored.find(({ name }) => name === next?.name);
            if (!found)
                throw new run_error/* RunError */.e4(`the artifact \`${next.name}\` is gone`);
            (0,external_node_fs_.rmSync)(next.into, { recursive: true, force: true });
            await store.download(found.id, next.into);
        }
    };
    await Promise.all(Array.from({ length: downloadsAtOnce }, work));
    return folders;
}
function writeJournal(path, events) {
    (0,external_node_fs_.writeFileSync)(path, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
}


/***/ }),

/***/ 25216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qX: () => (/* binding */ bringCode),
  $0: () => (/* binding */ bringDefinitions),
  I5: () => (/* binding */ rootOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./build/git/export-tree.js
var export_tree = __webpack_require__(49518);
;// CONCATENATED MODULE: ./build/git/fetch-tree.js
/** Brings the files of a commit from GitHub: no checkout, and nothing that the repository says is run. */




/** A pointer that Git LFS writes is far shorter. Bytes. */
const pointerLimit = 1024;
const pointerStart = Buffer.from('version https://git-lfs.github.com/spec/v1');
/** What of the caller's own settings for git may stay: how the network is reached, and where settings are read. */
const keptVariable = /^GIT_(?:SSL_|HTTP_|PROXY_|EXEC_PATH$|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)$)/;
/**
 * The files of the commit stand in `into`, as `exportTree` writes them: submodules are left out, and what Git LFS keeps
 * elsewhere stays a pointer, of which the result names all, with `/`, relative to `into`. Rejects with a sentence, and
 * with an AbortError when the signal says so.
 */
async function fetchTree(request) {
    const { repository, sha, token, gitDirectory, into, signal } = request;
    const server = serverOf(request.server);
    if (!/^[\w-][\w.-]*\/[\w.-]*[\w-][\w.-]*$/.test(repository))
        throw new Error(`\`${repository}\` does not name a repository on GitHub`);
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha))
        throw new Error(`\`${sha}\` is not the full name of a commit`);
    const address = `${server.origin}/${repository}`;
    const inherited = withoutGit(request.environment);
    const environment = {
        ...inherited,
        GIT_TERMINAL_PROMPT: '0',
        // Empty: nobody is asked, whatever the settings say.
        GIT_ASKPASS: '',
        GIT_ALLOW_PROTOCOL: server.protocol.slice(0, -1),
        // The words below are looked for.
        LC_ALL: 'C',
    };
    const settings = [
        ['core.hooksPath', '/dev/null'],
        ['credential.helper', ''],
        ['gc.auto', '0'],
        ['maintenance.auto', 'false'],
        // A token is not to go where a server points.
        ['http.followRedirects', 'false'],
        // Longest match wins: no other setting leads this address elsewhere.
        [`url.${address}.insteadOf`, address],
        // The most specific one counts, and an empty one takes back those before it: GitHub refuses two.
        [`http.${address}.extraheader`, ''],
        ...(token === ''
            ? []
            : [[`http.${address}.extraheader`, `AUTHORIZATION: basic ${basic(token)}`]]),
    ];
    const git = async (...words) => {
        const { code, stderr } = await run(words, gitDirectory, withSettings(environment, settings), signal);
        if (code !== 0)
            throw new Error(reasonOf(fetch_tree_hidden(stderr, token), request, server.host));
    };
    (0,external_node_fs_.mkdirSync)(gitDirectory, { recursive: true });
    const format = sha.length === 64 ? ['--object-format=sha256'] : [];
    await git('init', '--quiet', '--bare', '--template=', ...format, gitDirectory);
    const quiet = ['--quiet', '--no-write-fetch-head', '--no-recurse-submodules'];
    await git(`--git-dir=${gitDirectory}`, 'fetch', ...quiet, '--depth=1', '--no-tags', '--', address, sha);
    await (0,export_tree/* exportTree */.D)({
        workspace: gitDirectory,
        revision: sha,
        into,
        // It looks for the repository in its workspace.
        environment: withSettings(environment, [['safe.bareRepository', 'all']]),
        signal,
    });
    return { pointers: pointersIn(into) };
}
function serverOf(text) {
    const server = URL.canParse(text) ? new URL(text) : undefined;
    const isHere = server !== undefined && /^(?:localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(server.hostname);
    const isSafe = server?.protocol === 'https:' || (server?.protocol === 'http:' && isHere);
    if (server === undefined || !isSafe || server.username !== '' || server.password !== '')
        throw new Error(`\`${fetch_tree_hidden(text, server?.password ?? '')}\` is not the https address of a GitHub server`);
    return server;
}
function basic(token) {
    return Buffer.from(`x-access-token:${token}`).toString('base64');
}
/** Git does not print it; a proxy or a server might. */
function fetch_tree_hidden(text, token) {
    return token === '' ? text : text.replaceAll(token, '***').replaceAll(basic(token), '***');
}
function withoutGit(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('GIT_') || keptVariable.test(name)));
}
/** By the environment: arguments are seen by all of the machine, files outlive the job. */
function withSettings(environment, settings) {
    const first = Number(environment.GIT_CONFIG_COUNT ?? 0);
    const pairs = settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${first + index}`, key],
        [`GIT_CONFIG_VALUE_${first + index}`, value],
    ]);
    return {
        ...environment,
        ...Object.fromEntries(pairs),
        GIT_CONFIG_COUNT: String(first + settings.length),
    };
}
function reasonOf(stderr, { repository, sha }, host) {
    if (/not our ref|unadvertised object|couldn't find remote ref|no such remote ref/.test(stderr))
        return `the repository ${repository} has no commit ${sha}`;
    if (/could not read (?:Username|Password)|Authentication failed|returned error: 401/.test(stderr))
        return `${host} does not take the token for ${repository}`;
    if (/returned error: 403/.test(stderr))
        return `the token may not read ${repository}: the job needs \`permissions: { contents: read }\``;
    if (/[Rr]epository .*not found|returned error: 404/.test(stderr))
        return `${host} has no repository ${repository} that the token can see`;
    const unreachable = /unable to access '[^']*': (?:Failed|Could not|Couldn't|.*timed out|.*refused)[^\n]*/.exec(stderr);
    if (unreachable !== null)
        return `${host} cannot be reached: ${unreachable[0].replace(/^unable to access '[^']*': /, '')}`;
    const last = stderr.split('\n').findLast((line) => /^(?:fatal|error):/.test(line)) ?? stderr.split('\n').at(-1);
    return `git cannot fetch ${sha} of ${repository}: ${last || 'it gave no reason'}`;
}
function pointersIn(folder) {
    const start = Buffer.alloc(pointerStart.length);
    const found = [];
    for (const entry of (0,external_node_fs_.readdirSync)(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile())
            continue;
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
        const { size } = (0,external_node_fs_.statSync)(path);
        if (size >= pointerLimit || size < pointerStart.length)
            continue;
        const file = (0,external_node_fs_.openSync)(path, 'r');
        try {
            (0,external_node_fs_.readSync)(file, start, 0, start.length, 0);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
        if (start.equals(pointerStart))
            found.push((0,external_node_path_.relative)(folder, path).replaceAll(external_node_path_.sep, '/'));
    }
    return found.sort();
}
function run(words, cwd, env, signal) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)('git', words, {
            cwd,
            env,
            stdio: ['ignore', 'ignore', 'pipe'],
            ...(signal === undefined ? {} : { signal }),
        });
        const stderr = [];
        child.stderr.on('data', (chunk) => stderr.push(chunk));
        child.once('error', (error) => {
            const isMissing = 'code' in error && error.code === 'ENOENT';
            reject(isMissing ? new Error('git is not installed on this machine') : error);
        });
        child.once('close', (code) => resolve({ code: code ?? 1, stderr: Buffer.concat(stderr).toString().trim() }));
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/git/make-repository.js
/** A fetched commit as the repository of the folder that its files stand in: what runs there may ask git where it is. */




const call = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** HEAD is the commit, on no branch. No file is looked at, and nothing that the repository says is run. */
async function makeRepository({ gitDirectory, folder, sha, environment, }) {
    const own = (0,external_node_path_.join)(folder, '.git');
    (0,external_node_fs_.renameSync)(gitDirectory, own);
    const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...inherited } = environment;
    const git = (...words) => call('git', ['-c', 'core.hooksPath=/dev/null', ...words], {
        cwd: folder,
        env: { ...inherited, GIT_DIR: own, GIT_TERMINAL_PROMPT: '0' },
    });
    await git('config', 'core.bare', 'false');
    await git('update-ref', '--no-deref', 'HEAD', sha);
    await git('read-tree', sha);
}

;// CONCATENATED MODULE: ./build/parts/tree.js
/** The commits of a run, in the job's workspace and beside it. */






/** Absolute: the job's empty folder, where the commit under test goes. */
function rootOf(environment) {
    const { GITHUB_WORKSPACE: root } = environment;
    if (!root)
        throw new run_error/* RunError */.e4('`GITHUB_WORKSPACE` is not set; this is not a job of GitHub Actions');
    return root;
}
/** A runner of one's own keeps what an earlier job has left there: it goes, as it does before a checkout. */
async function bringCode(sha, token, environment) {
    const root = rootOf(environment);
    (0,external_node_fs_.mkdirSync)(root, { recursive: true });
    for (const name of (0,external_node_fs_.readdirSync)(root))
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(root, name), { recursive: true, force: true });
    const gitDirectory = await bring(sha, root, token, environment);
    await makeRepository({ gitDirectory, folder: root, sha, environment });
}
/** Absolute: the definitions of another commit than the one under test. */
async function bringDefinitions(sha, token, environment) {
    const into = (0,external_node_path_.join)(environment.RUNNER_TEMP ?? '', 'ml-workflow', 'definitions');
    (0,external_node_fs_.mkdirSync)(into, { recursive: true });
    await bring(sha, into, token, environment);
    return into;
}
async function bring(sha, into, token, environment) {
    const { GITHUB_REPOSITORY: repository = '', GITHUB_SERVER_URL: server = 'https://github.com' } = environment;
    const gitDirectory = (0,external_node_path_.join)(environment.RUNNER_TEMP ?? '', 'ml-workflow', `git-${sha.slice(0, 12)}`);
    const { pointers } = await fetchTree({ server, repository, sha, token, gitDirectory, into, environment });
    tellPointers(pointers);
    return gitDirectory;
}
function tellPointers(pointers) {
    if (pointers.length === 0)
        return;
    const some = pointers.slice(0, 5).map((path) => `\`${path}\``);
    const more = pointers.length > some.length ? ` and ${pointers.length - some.length} more` : '';
    core/* warning */.$e(`Git LFS keeps these elsewhere, and only pointers to them are here: ${some.join(', ')}${more}; ` +
        'data that a run needs is brought by `transfers:` or lies on a volume');
}


/***/ })

};
