export const id = 405;
export const ids = [405,1786];
export const modules = {

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

/***/ 70405:
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
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: ./build/exit-codes.js
var exit_codes = __webpack_require__(49277);
// EXTERNAL MODULE: ./build/jobs/layout.js
var layout = __webpack_require__(98407);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/github/action-io.js
var action_io = __webpack_require__(11579);
// EXTERNAL MODULE: ./build/github/annotate.js
var annotate = __webpack_require__(34860);
// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
// EXTERNAL MODULE: ./build/jobs/layout-key.js
var layout_key = __webpack_require__(99761);
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
// EXTERNAL MODULE: ./build/parts/inputs.js
var inputs = __webpack_require__(22896);
// EXTERNAL MODULE: ./build/parts/job-file.js
var job_file = __webpack_require__(57533);
// EXTERNAL MODULE: ./build/parts/opening.js
var opening = __webpack_require__(91989);
// EXTERNAL MODULE: ./build/parts/report.js
var report = __webpack_require__(80635);
// EXTERNAL MODULE: ./build/parts/request.js
var request = __webpack_require__(8320);
// EXTERNAL MODULE: ./build/parts/restore.js + 2 modules
var restore = __webpack_require__(72152);
// EXTERNAL MODULE: ./build/parts/run-id.js
var run_id = __webpack_require__(26744);
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
    await (0,tree/* bringCode */.qX)(sha, token, project, process.env);
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
        core/* info */.pq((0,lines/* harmless */.p)(prepared.diagnostics.map((diagnostic) => (0,print_diagnostic/* printDiagnostic */.B$)(diagnostic)).join('\n\n')));
        core/* setFailed */.C1(`${prepared.name}: ${(0,print_diagnostic/* countDiagnostics */.ii)(prepared.diagnostics) ?? 'invalid input'}`);
        return exit_codes/* exitCodes */.h.invalidInput;
    }
    const whole = (0,parts_whole/* wholeOf */.l2)(plan);
    if ((0,project_sources/* sourcesWith */.lg)(sources, (0,layout_key/* layoutKey */.O)(whole.layout)) !== (0,inputs/* demanded */.zM)('sources')) {
        core/* setFailed */.C1(`${prepared.name}: the compiled workflow is stale, its sources have changed since; run \`ml-workflow compile\` and commit what it writes`);
        return exit_codes/* exitCodes */.h.invalidInput;
    }
    for (const secret of (0,secrets/* secretsOf */.F)(plan, process.env))
        core/* setSecret */.Pq(secret);
    const attempt = (0,restore/* attemptIn */.XZ)(process.env);
    const job = (0,parts_whole/* jobOf */.Zw)(whole, layout/* planJob */.b1);
    const earlier = attempt > 1 ? await (0,restore/* earlierPlan */.em)(workspace, plan, process.env) : undefined;
    const hosted = (0,prepare/* isHosted */.O)(prepared.runsOn);
    const file = {
        schema: 1,
        job: layout/* planJob */.b1,
        run: earlier?.run ?? (0,run_id/* runIdOf */.S)(process.env, attempt),
        attempt,
        epoch: earlier?.epoch ?? attempt,
        after: earlier?.after ?? 0,
        workspace,
        project,
        deadline: (0,opening/* deadlineOf */.G0)(job.minutes, hosted),
        comment: (0,inputs/* input */.hF)('comment') !== 'false',
    };
    (0,job_file/* writeJobFile */.XB)(file, process.env);
    const { drivePart, makeRun } = await Promise.all(/* import() */[__webpack_require__.e(7798), __webpack_require__.e(3009)]).then(__webpack_require__.bind(__webpack_require__, 3009));
    const signals = (0,tell/* signalsOf */.B7)(file);
    await makeRun({ plan, workspace, targets, environment: process.env, signals, run: file.run });
    // What an earlier attempt has left is the word of what ran in it: only what it has opened on GitHub is taken from there.
    const { comment, checks } = (0,report/* readOnGitHub */.HI)((0,job_file/* runDirectoryOf */.Gg)(file)) ?? { checks: [] };
    (0,report/* writeOnGitHub */._7)((0,job_file/* runDirectoryOf */.Gg)(file), {
        schema: 1,
        sha,
        ...(request.pr === undefined ? {} : { pull: request.pr }),
        ...(comment === undefined ? {} : { comment }),
        isHosted: hosted,
        checks,
    });
    core/* setOutput */.uH('plan', (0,report/* digestOf */.ol)((0,job_file/* runDirectoryOf */.Gg)(file)));
    const reporting = (0,report/* reportersOf */.MH)(plan, file, token, { begins: !earlier });
    const driven = await drivePart({
        ...{ workspace, run: file.run, environment: process.env, signals },
        reporters: () => reporting.reporters,
        part: (0,opening/* openingPart */.Ei)(whole, layout/* planJob */.b1),
    });
    for (const loss of [...driven.losses, ...reporting.lost()])
        core/* warning */.$e(loss);
    (0,tell/* exportHandOver */.gJ)(driven.state, whole, layout/* planJob */.b1);
    return exit_codes/* exitCodes */.h.done;
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

;// CONCATENATED MODULE: ./build/parts/open.js
/**
 * The first step of a job: the tree, the plan and the journal as the jobs before it have left them, and what is ready now.
 * In the plan job it makes them.
 */













async function open_open() {
    const job = (0,inputs/* demanded */.zM)('job');
    const project = (0,opening/* readProject */.Wh)((0,inputs/* input */.hF)('project'));
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
    if (job.is === 'stretch' && job.environment !== undefined && restored.sha !== process.env.GITHUB_SHA)
        throw new run_error/* RunError */.e4(`\`${job.name}\` is for the environment \`${job.environment}\`, which takes the commit of the run itself and no other; this run is about ${restored.sha}`);
    const file = {
        ...restored.file,
        deadline: (0,opening/* deadlineOf */.G0)(job.minutes, restored.isHosted),
        comment: (0,inputs/* input */.hF)('comment') !== 'false',
    };
    (0,job_file/* writeJobFile */.XB)(file, process.env);
    const reporting = (0,report/* reportersOf */.MH)(restored.plan, file, (0,inputs/* input */.hF)('token'), { refreshes: id !== layout/* concludeJob */.P0 });
    const { drivePart } = await Promise.all(/* import() */[__webpack_require__.e(7798), __webpack_require__.e(3009)]).then(__webpack_require__.bind(__webpack_require__, 3009));
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
    (0,tell/* exportHandOver */.gJ)(driven.state, whole, id);
    for (const { block, name } of (0,parts_whole/* joinedBy */.zD)(whole, job)) {
        const verdict = (0,hand_over/* verdictOf */.Vj)(driven.state, [block]);
        // The legs are red; here it is said why nothing of this job is done.
        if (verdict.is === 'unhandled')
            core/* error */.z3(`${verdict.what}: the chain ends there`, { title: name });
    }
    return exit_codes/* exitCodes */.h.done;
}


/***/ }),

/***/ 8320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readRequest)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38816);
/** What a run was asked for: the dispatch input `request`, which holds ids and no text of anybody's. */

const schema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** The commit under test. */
    sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 'a commit is 40 or 64 hexadecimal digits')
        .optional(),
    /** The pull request that it is reported on. */
    pr: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().positive().optional(),
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
