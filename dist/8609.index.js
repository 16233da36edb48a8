export const id = 8609;
export const ids = [8609,7719,4946];
export const modules = {

/***/ 74946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ offerOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _engine_checkpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3061);
/** What a new run may take over from an earlier one: its finished units, with the way to their directories. */



/** Runs lie side by side, so the way from the new run's folder is over the one above. */
function offerOf({ run, path }, state) {
    const finished = {};
    for (const [key, unit] of Object.entries((0,_engine_checkpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .checkpointOf */ .S)(state).finished)) {
        // Without its files a result is only half there: then it is made again.
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, unit.directory)))
            continue;
        finished[key] = { ...unit, directory: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)('..', run, unit.directory) };
    }
    return { from: run, finished };
}


/***/ }),

/***/ 3061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ checkpointOf)
/* harmony export */ });
/* harmony import */ var _reuse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15531);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80306);


/** Directories are relative to the run's own. */
function checkpointOf(state) {
    const finished = {};
    for (const [id, { result, input, directory, settlement }] of state.nodes) {
        if (!result || !input || directory === undefined || settlement?.is !== 'succeeded')
            continue;
        finished[(0,_reuse_js__WEBPACK_IMPORTED_MODULE_1__/* .reuseKey */ .S)(state.plan, (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .unitOf */ .uF)(state, id), input)] = { ...result, directory };
    }
    return { finished, variables: Object.fromEntries(state.variables.get('') ?? []) };
}


/***/ }),

/***/ 11579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   LE: () => (/* binding */ readParams),
/* harmony export */   UK: () => (/* binding */ readCommand),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   iV: () => (/* binding */ readAskedInputs),
/* harmony export */   sf: () => (/* binding */ outputKeys)
/* harmony export */ });
/* unused harmony exports inputKeys, stateKeys */
const inputKeys = (/* unused pure expression or super */ null && ([
    'command',
    'workflow',
    'chain',
    'params',
    'project',
    'request',
    'token',
    'comment',
]));
const outputKeys = ['decision', 'reason_code', 'result', 'run'];
/** What main leaves for post, by name. */
const stateKeys = (/* unused pure expression or super */ null && (['check_runs', 'comment', 'folder', 'concluded', 'failure', 'about']));
/** A mistake in the step's `with:`. */
class InputError extends Error {
    key;
    constructor(key, message) {
        super(message);
        this.key = key;
    }
}
const commands = ['run', 'route', 'reap', 'catch-up'];
/** What the step is to do; what each of them is stands in `action.yml`. */
function readCommand(get) {
    const written = get('command').trim();
    const command = commands.find((one) => one === written);
    if (command)
        return command;
    throw new InputError('command', `\`command\` is \`run\`, \`route\`, \`reap\` or \`catch-up\`, found \`${written.slice(0, 60)}\``);
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
/** Where a comment, a label or a request says what runs. */
function readAskedInputs(get) {
    return {
        project: get('project').trim() || '.',
        token: get('token').trim(),
        comment: get('comment').trim() !== 'false',
        workflow: get('workflow').trim(),
        chain: get('chain').trim(),
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

/***/ 22896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mu: () => (/* binding */ readNeeds),
/* harmony export */   hF: () => (/* binding */ input),
/* harmony export */   zM: () => (/* binding */ demanded)
/* harmony export */ });
/* unused harmony export partInputs */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38702);
/** The inputs of the action's parts: the only place where their names stand beside the parts' `action.yml`, which a test compares. */


const partInputs = {
    open: ['job', 'workflow', 'sources', 'project', 'request', 'params', 'plan', 'needs', 'token', 'comment'],
    step: ['step', 'token'],
    cell: ['job', 'leg', 'project', 'plan', 'token'],
    conclude: ['needs', 'project', 'token'],
};
function input(key) {
    return _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(key).trim();
}
function demanded(key) {
    const value = input(key);
    if (value === '')
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RunError */ .e4(`input \`${key}\` is missing`);
    return value;
}
/** How the jobs before this one ended, from `toJSON(needs)`. */
function readNeeds() {
    const text = input('needs');
    if (text === '')
        return {};
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RunError */ .e4('input `needs`: this is no JSON; it is `${{ toJSON(needs) }}`');
    }
    if (typeof parsed !== 'object' || parsed === null)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RunError */ .e4('input `needs`: this is no `toJSON(needs)`');
    return Object.fromEntries(Object.entries(parsed).flatMap(([job, own]) => {
        const result = typeof own === 'object' && own !== null && 'result' in own ? own.result : undefined;
        return result === 'success' || result === 'failure' || result === 'cancelled' || result === 'skipped'
            ? [[job, result]]
            : [];
    }));
}


/***/ }),

/***/ 38609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  open: () => (/* binding */ open_open)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/drivers/hand-over.js
var hand_over = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/exit-codes.js
var exit_codes = __webpack_require__(49277);
// EXTERNAL MODULE: ./build/jobs/layout.js
var layout = __webpack_require__(98407);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/admission/request.js
var request = __webpack_require__(35387);
// EXTERNAL MODULE: ./build/desk/definitions.js
var definitions = __webpack_require__(47250);
// EXTERNAL MODULE: ./build/desk/desk.js
var desk = __webpack_require__(55719);
// EXTERNAL MODULE: ./build/desk/quote.js
var desk_quote = __webpack_require__(29756);
// EXTERNAL MODULE: ./build/desk/tree.js + 2 modules
var tree = __webpack_require__(28521);
// EXTERNAL MODULE: ./build/drivers/offer.js
var offer = __webpack_require__(74946);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: ./build/engine/evolve.js + 1 modules
var evolve = __webpack_require__(74994);
// EXTERNAL MODULE: ./build/github/action-io.js
var action_io = __webpack_require__(11579);
// EXTERNAL MODULE: ./build/github/annotate.js
var annotate = __webpack_require__(34860);
// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
// EXTERNAL MODULE: ./build/jobs/layout-key.js
var layout_key = __webpack_require__(99761);
// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
// EXTERNAL MODULE: ./build/language/print-diagnostic.js
var print_diagnostic = __webpack_require__(42974);
// EXTERNAL MODULE: ./build/language/source.js
var source = __webpack_require__(11786);
// EXTERNAL MODULE: ./build/prepare.js + 35 modules
var prepare = __webpack_require__(28950);
// EXTERNAL MODULE: ./build/project/sources.js
var project_sources = __webpack_require__(34508);
// EXTERNAL MODULE: ./build/reports/lines.js
var lines = __webpack_require__(23987);
// EXTERNAL MODULE: ./build/parts/asked.js
var asked = __webpack_require__(27197);
// EXTERNAL MODULE: ./build/parts/go-on.js
var go_on = __webpack_require__(14425);
// EXTERNAL MODULE: ./build/parts/inputs.js
var inputs = __webpack_require__(22896);
// EXTERNAL MODULE: ./build/parts/job-file.js
var job_file = __webpack_require__(57533);
// EXTERNAL MODULE: ./build/parts/not-started.js
var not_started = __webpack_require__(49528);
// EXTERNAL MODULE: ./build/parts/opening.js
var opening = __webpack_require__(91989);
// EXTERNAL MODULE: ./build/parts/report.js
var report = __webpack_require__(80635);
// EXTERNAL MODULE: ./build/parts/restore.js + 1 modules
var restore = __webpack_require__(63889);
// EXTERNAL MODULE: ./build/parts/run-id.js
var run_id = __webpack_require__(26744);
// EXTERNAL MODULE: ./build/parts/standing-facts.js
var standing_facts = __webpack_require__(25631);
// EXTERNAL MODULE: ./build/parts/tell.js
var tell = __webpack_require__(56682);
// EXTERNAL MODULE: ./build/parts/whole.js + 1 modules
var parts_whole = __webpack_require__(28693);
;// CONCATENATED MODULE: ./build/parts/begin.js
/** The plan job's `open`: pins the commit, plans and checks the chain, and begins the run. */


































/** What the router has shown as queued does not stay so when nothing begins. */
async function begin(project) {
    const token = (0,inputs/* input */.hF)('token');
    if (token !== '')
        core/* setSecret */.Pq(token);
    const request = requested();
    try {
        return await beginWith(request, token, project);
    }
    catch (error) {
        const subject = { workflow: process.env.GITHUB_WORKFLOW ?? '', project };
        if (error instanceof run_error/* RunError */.e4)
            await (0,not_started/* notStarted */.D)(process.env, token, subject, request, error.message);
        throw error;
    }
}
async function beginWith(request, token, project) {
    const desk = await deskFor(request, token, project);
    const { definitions, environment } = desk;
    const name = workflowIn(definitions.workflows, (0,inputs/* demanded */.zM)('workflow'));
    const { admitted, given, goingOn } = await (0,asked/* askedFor */.GZ)(desk, request, { workflow: name });
    const { sha } = admitted;
    const isOwn = sha === definitions.sha;
    if (!isOwn)
        await (0,tree/* bringCode */.qX)(sha, token, project, environment);
    const workspace = (0,external_node_path_.join)((0,tree/* rootOf */.I5)(environment), project);
    const left = goingOn && (await (0,go_on/* leftBy */.jf)(goingOn, environment));
    if (left && left.pull !== admitted.pull?.number)
        throw new run_error/* RunError */.e4('the run that is to go on is about another pull request');
    if (left && left.sha !== sha)
        throw new run_error/* RunError */.e4(`the run that is to go on is about ${left.sha}, and this one about ${sha}`);
    const prepared = (0,prepare.prepare)({
        wanted: { is: 'workflow', reference: (0,inputs/* demanded */.zM)('workflow') },
        folder: definitions.folder,
        shownFrom: definitions.root,
        given: [...keptFrom(left, given), ...givenIn((0,inputs/* input */.hF)('params')), ...given],
    });
    (0,annotate/* annotate */.f)(prepared.diagnostics);
    const { plan, targets, sources } = prepared;
    if (!plan) {
        core/* info */.pq((0,lines/* harmless */.p)(prepared.diagnostics.map((diagnostic) => (0,print_diagnostic/* printDiagnostic */.B$)(diagnostic)).join('\n\n')));
        throw new run_error/* RunError */.e4(`${prepared.name}: ${(0,print_diagnostic/* countDiagnostics */.ii)(prepared.diagnostics) ?? 'invalid input'}`);
    }
    const whole = (0,parts_whole/* wholeOf */.l2)(plan);
    if ((0,project_sources/* sourcesWith */.lg)(sources, (0,layout_key/* layoutKey */.O)(whole.layout)) !== (0,inputs/* demanded */.zM)('sources')) {
        throw new run_error/* RunError */.e4(`${prepared.name}: the compiled workflow is stale, its sources have changed since; run \`ml-workflow compile\` and commit what it writes`);
    }
    const quote = (0,desk_quote/* quoteOf */.e)(plan);
    await (0,asked/* admittedPlan */.oH)(desk, (0,asked/* requesterOf */.iq)(admitted, left), plan, quote);
    for (const secret of (0,secrets/* secretsOf */.F)(plan, environment))
        core/* setSecret */.Pq(secret);
    const attempt = (0,restore/* attemptIn */.XZ)(environment);
    const job = (0,parts_whole/* jobOf */.Zw)(whole, layout/* planJob */.b1);
    const again = attempt > 1 ? await (0,restore/* earlierPlan */.em)(workspace, plan, environment) : undefined;
    const isChanged = left !== undefined && JSON.stringify(left.plan) !== JSON.stringify(plan);
    if (isChanged && given.length === 0)
        throw new run_error/* RunError */.e4('the workflow has changed since the run began: start it again, and what has not changed is not asked for twice');
    const taken = left && !again ? takeOver(workspace, plan, left, goingOn, isChanged) : undefined;
    const hosted = (0,prepare/* isHosted */.O)(prepared.runsOn);
    const file = {
        schema: 1,
        job: layout/* planJob */.b1,
        run: again?.run ?? taken?.run ?? (0,run_id/* runIdOf */.S)(environment, attempt),
        attempt,
        epoch: again?.epoch ?? attempt,
        after: again?.after ?? 0,
        workspace,
        project,
        deadline: (0,opening/* deadlineOf */.G0)(job.minutes, hosted),
        comment: (0,inputs/* input */.hF)('comment') !== 'false',
    };
    (0,job_file/* writeJobFile */.XB)(file, environment);
    const { drivePart, makeRun } = await Promise.all(/* import() */[__webpack_require__.e(7798), __webpack_require__.e(325)]).then(__webpack_require__.bind(__webpack_require__, 80325));
    const signals = (0,tell/* signalsOf */.B7)(file);
    await makeRun({ plan, workspace, targets, environment, signals, run: file.run });
    // What an earlier attempt has left is the word of what ran in it: only what it has opened on GitHub is taken from there.
    const { comment, checks } = (again ? (0,report/* readOnGitHub */.HI)((0,job_file/* runDirectoryOf */.Gg)(file)) : left) ?? { checks: [] };
    const onGitHub = {
        ...{ schema: 1, sha, isHosted: hosted, checks },
        ...(comment === undefined ? {} : { comment }),
        ...(await (0,standing_facts/* standingOf */.Y)(desk, { admitted, request, prepared: { ...prepared, plan }, left, quote })),
    };
    (0,report/* writeOnGitHub */._7)((0,job_file/* runDirectoryOf */.Gg)(file), onGitHub);
    core/* setOutput */.uH('plan', (0,report/* digestOf */.ol)((0,job_file/* runDirectoryOf */.Gg)(file)));
    const reporting = (0,report/* reportersOf */.MH)(plan, file, token, {
        begins: !again,
        // The router has shown that it is queued.
        adopts: request.comment !== undefined || request.label !== undefined,
    });
    const driven = await drivePart({
        ...{ workspace, run: file.run, environment, signals },
        reporters: () => reporting.reporters,
        part: (0,opening/* openingPart */.Ei)(whole, layout/* planJob */.b1),
        ...(taken?.offered ? { offered: taken.offered } : {}),
    });
    const lost = reporting.lost();
    for (const loss of [...driven.losses, ...lost])
        core/* warning */.$e(loss);
    keepLost((0,job_file/* runDirectoryOf */.Gg)(file), lost);
    await (0,tell/* handOver */.Cl)({ file, token }, driven.state, whole, layout/* planJob */.b1);
    return exit_codes/* exitCodes */.h.done;
}
/** What this job could not write the last one does not try to: its comment says so. */
function keepLost(runDirectory, lost) {
    const now = (0,report/* readOnGitHub */.HI)(runDirectory);
    if (!now || lost.length === 0)
        return;
    (0,report/* writeOnGitHub */._7)(runDirectory, { ...now, notes: [...(now.notes ?? []), ...lost.map((loss) => `${loss}.`)] });
}
/** The definitions are those of the commit that the run itself stands on, and not of the one under test. */
async function deskFor(request, token, project) {
    const environment = process.env;
    const own = environment.GITHUB_SHA ?? '';
    if (request.sha !== undefined && request.sha !== own)
        return await (0,desk/* deskOf */.x)(environment, token, project);
    await (0,tree/* bringCode */.qX)(own, token, project, environment);
    return {
        ...(0,desk/* githubOf */.z)(environment, token),
        definitions: (0,definitions/* definitionsIn */.kM)((0,tree/* rootOf */.I5)(environment), project, own),
    };
}
/** What stands in the definitions' folder under that path. */
function workflowIn(workflows, reference) {
    const found = workflows.find(({ path }) => path === reference.replace(/^\.\//, ''));
    return found?.name ?? reference;
}
/** The parameters that an earlier run was started with, as far as a person does not give others now. */
function keptFrom(left, given) {
    const now = new Set(given.map(({ name }) => (0,language_name/* normalised */.Z7)(name)));
    return Object.entries(left?.parameters ?? {})
        .filter(([name]) => !now.has((0,language_name/* normalised */.Z7)(name)))
        .map(([name, value]) => ({
        name,
        value: String(value),
        source: (0,source/* sourceOf */.vz)('<run>', `--${name} ${String(value)}`),
    }));
}
/** With another parameter it is another run, which takes over what has come out the same. */
function takeOver(workspace, plan, left, goingOn, isChanged) {
    const now = new Date().toISOString();
    if (!isChanged)
        return { run: (0,go_on/* takeUp */.bG)(workspace, plan, left, goingOn, now).folder.run };
    const { folder, events } = (0,go_on/* takeUp */.bG)(workspace, left.plan, left, goingOn, now);
    return { offered: (0,offer/* offerOf */.y)(folder, (0,evolve/* fold */.A)(left.plan, events)) };
}
function requested() {
    try {
        return (0,request/* readRequest */.i)((0,inputs/* input */.hF)('request'));
    }
    catch (error) {
        throw new run_error/* RunError */.e4(`input \`request\`: ${error instanceof Error ? error.message : String(error)}`);
    }
}
function givenIn(text) {
    // GitHub's form has one line for it.
    return (0,action_io/* readParams */.LE)(text.replaceAll(';', '\n'), (message) => new run_error/* RunError */.e4(`input \`params\`: ${message}`)).map(({ name, value, text: line }) => ({ name, value, source: (0,source/* sourceOf */.vz)('<params>', line) }));
}

// EXTERNAL MODULE: ./build/parts/cell-checks.js + 1 modules
var cell_checks = __webpack_require__(63083);
// EXTERNAL MODULE: ./build/admission/admit-pull.js
var admit_pull = __webpack_require__(39043);
// EXTERNAL MODULE: ./build/github/api.js
var github_api = __webpack_require__(40654);
// EXTERNAL MODULE: ./build/github/forge.js
var forge = __webpack_require__(97065);
;// CONCATENATED MODULE: ./build/parts/deploying.js
/** Before a job for an environment does anything: is this still the commit that was meant, and has somebody else agreed? */




/**
 * Rejects with a `RunError`. Which commits an environment takes was decided when the run began, and is in the plan's digest. A
 * run that our token has dispatched is one of our token's for GitHub: its own rule against approving oneself sees nobody in it.
 */
async function mayDeploy({ environment, job, token }, { sha, onGitHub: { pull, by } }) {
    if (token === '' || (pull === undefined && by === undefined))
        return;
    const { GITHUB_REPOSITORY: full = '', GITHUB_RUN_ID: run = '' } = process.env;
    const [owner = '', repository = ''] = full.split('/');
    const name = { owner, repository };
    const api = new github_api/* GitHubApi */.yN(token);
    if (pull !== undefined) {
        const refusal = await (0,admit_pull/* recheck */.gZ)((0,forge/* githubForge */.N)(api, name), pull, sha);
        if (refusal)
            throw new run_error/* RunError */.e4(`\`${job}\` does not begin: ${refusal.sentence}`);
    }
    if (by === undefined || !(await forbidsOwn(api, name, environment)))
        return;
    try {
        const { data } = await api.persist(() => api.octokit.rest.actions.getReviewsForRun({ ...(0,github_api/* placeOf */.$t)(name), run_id: Number(run) }));
        const own = data.some(({ state, user, environments }) => state === 'approved' &&
            user.login.toLowerCase() === by.toLowerCase() &&
            environments.some((one) => one.name === environment));
        if (own)
            throw new run_error/* RunError */.e4(`\`${job}\` does not begin: \`${environment}\` is to be approved by somebody else than ${by}, who has asked for the run`);
    }
    catch (error) {
        if (error instanceof run_error/* RunError */.e4)
            throw error;
        throw new run_error/* RunError */.e4(`\`${job}\` does not begin: who has approved it is not known: ${(0,github_api/* reasonOf */.A3)(error)}`);
    }
}
/** Whether the environment's own rule says so. */
async function forbidsOwn(api, name, environment) {
    try {
        const answer = await (0,github_api/* orAbsent */.Re)(api.persist(() => api.octokit.rest.repos.getEnvironment({ ...(0,github_api/* placeOf */.$t)(name), environment_name: environment })));
        return (answer?.data.protection_rules ?? []).some((rule) => 'prevent_self_review' in rule && rule.prevent_self_review === true);
    }
    catch (error) {
        throw new run_error/* RunError */.e4(`the rules of the environment \`${environment}\` are not known: ${(0,github_api/* reasonOf */.A3)(error)}`);
    }
}

;// CONCATENATED MODULE: ./build/parts/open.js
/**
 * The first step of a job: the tree, the plan and the journal as the jobs before it have left them, and what is ready now.
 * In the plan job it makes them.
 */














async function open_open() {
    const job = (0,inputs/* demanded */.zM)('job');
    const project = (0,opening.readProject)((0,inputs/* input */.hF)('project'));
    return job === layout/* planJob */.b1 ? await begin(project) : await goOn(job, project);
}
async function goOn(id, project) {
    const restored = await (0,restore/* restore */.PF)({
        job: id,
        project,
        token: (0,inputs/* input */.hF)('token'),
        digest: (0,inputs/* input */.hF)('plan'),
        environment: process.env,
    });
    const whole = (0,parts_whole/* wholeOf */.l2)(restored.plan);
    const job = (0,parts_whole/* jobOf */.Zw)(whole, id);
    if (job.is === 'stretch' && job.environment !== undefined)
        await mayDeploy({ environment: job.environment, job: job.name, token: (0,inputs/* input */.hF)('token') }, restored);
    const file = {
        ...restored.file,
        deadline: (0,opening/* deadlineOf */.G0)(job.minutes, restored.isHosted),
        comment: (0,inputs/* input */.hF)('comment') !== 'false',
    };
    (0,job_file/* writeJobFile */.XB)(file, process.env);
    const reporting = (0,report/* reportersOf */.MH)(restored.plan, file, (0,inputs/* input */.hF)('token'), { refreshes: id !== layout/* concludeJob */.P0 });
    const { drivePart } = await Promise.all(/* import() */[__webpack_require__.e(7798), __webpack_require__.e(325)]).then(__webpack_require__.bind(__webpack_require__, 80325));
    const driven = await drivePart({
        workspace: file.workspace,
        run: file.run,
        environment: process.env,
        signals: (0,tell/* signalsOf */.B7)(file),
        reporters: () => reporting.reporters,
        part: id === layout/* concludeJob */.P0
            ? (0,opening/* joiningAtEnd */.Nb)(whole, restored.events, (0,inputs/* readNeeds */.Mu)())
            : (0,opening/* joiningPart */.K3)(whole, id, restored.events),
    });
    for (const loss of [...driven.losses, ...reporting.lost()])
        core/* warning */.$e(loss);
    const place = { file, token: (0,inputs/* input */.hF)('token') };
    for (const matrix of (0,parts_whole/* joinedBy */.zD)(whole, job))
        await (0,cell_checks/* endBlock */.f8)(place, driven.state, matrix);
    await (0,tell/* handOver */.Cl)(place, driven.state, whole, id);
    for (const { block, name } of (0,parts_whole/* joinedBy */.zD)(whole, job)) {
        const verdict = (0,hand_over/* verdictOf */.Vj)(driven.state, [block]);
        // The legs are red; here it is said why nothing of this job is done.
        if (verdict.is === 'unhandled')
            core/* error */.z3(`${verdict.what}: the chain ends there`, { title: name });
    }
    return exit_codes/* exitCodes */.h.done;
}


/***/ }),

/***/ 26744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ runIdOf)
/* harmony export */ });
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60716);
/** The id of a run on GitHub: known to every job, also to one that finds nothing that earlier ones have left. */

/** `sweep-17000000001-1`. `attempt`: of the plan job that began it. */
function runIdOf({ GITHUB_WORKFLOW: workflow = '', GITHUB_RUN_ID: run = '0' }, attempt) {
    return `${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_0__/* .slug */ .yR)(workflow).slice(0, 60) || 'workflow'}-${run}-${attempt}`;
}


/***/ })

};
