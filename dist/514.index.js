export const id = 514;
export const ids = [514];
export const modules = {

/***/ 5514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cli: () => (/* binding */ cli)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(8702);
// EXTERNAL MODULE: ./build/exit-codes.js
var exit_codes = __webpack_require__(9277);
// EXTERNAL MODULE: ./build/language/diagnostic-json.js
var diagnostic_json = __webpack_require__(5971);
// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(716);
// EXTERNAL MODULE: ./build/language/print-diagnostic.js
var print_diagnostic = __webpack_require__(2974);
// EXTERNAL MODULE: ./build/reports/style.js
var reports_style = __webpack_require__(2545);
// EXTERNAL MODULE: ./build/signals.js
var signals = __webpack_require__(4937);
// EXTERNAL MODULE: ./build/cli/arguments.js
var cli_arguments = __webpack_require__(8213);
;// CONCATENATED MODULE: ./build/cli/help.js
const overview = `ml-workflow turns slash-chain workflow files into parallel, gated runs.

  ml-workflow run <workflow>       run a workflow or a chain on this machine
  ml-workflow plan <workflow>      show what would run, with every name resolved
  ml-workflow check [<workflow>]   report every mistake in the project's files
  ml-workflow resume [<run>]       go on with a run that was interrupted
  ml-workflow help [<command>]     this, or more about one command
  ml-workflow version

A workflow is a file (\`workflows/sweep.yml\`), the name of one in \`workflows/\`, or a chain in quotes.

Options
  --project <folder>   the folder with \`ml-workflow.yml\` (default: this one)
  --format <format>    \`text\` (default), \`json\`; for plan also \`mermaid\`
  --param <name=value> a parameter of the workflow whose name is taken by an option; others are --<name> <value>
  --logs               run and resume: also show what the commands print, as it comes
  --help               more about a command

Exit codes
  0 passed, or a gate was not met and the else branch ran   1 failed, a gate error too
  2 the input is wrong   3 a gate was not met   130 cancelled
`;
const topics = {
    run: `ml-workflow run <workflow | chain> [--<param> <value> …]

Runs it on this machine. Everything is kept in \`.ml-workflow/runs/<id>/\`: the plan, the journal, and a folder with log
and results for each command. Ctrl-C ends every process and writes down what happened; \`resume\` goes on from there.

Examples
  ml-workflow run runpod-hpo-parallel
  ml-workflow run workflows/runpod-hpo-parallel.yml --project examples/simple-lstm --epochs 20
  ml-workflow run '/train → /if:accuracy>0.9 → /deploy'
  ml-workflow run sweep --format json | jq .decision
`,
    plan: `ml-workflow plan <workflow | chain> [--<param> <value> …]

Shows the chain as it would run: how each name was read, which metric each gate compares and who reports it. Runs nothing.

Examples
  ml-workflow plan runpod-hpo-parallel
  ml-workflow plan '/train → /if:acc>90 → /deploy'
  ml-workflow plan sweep --format mermaid
`,
    check: `ml-workflow check [<workflow | chain>] [--<param> <value> …]

Reports every mistake at once, with place and help. Without a workflow it checks the project file and all of \`workflows/\`.
Exit code 2 when there is an error; warnings and notices alone are 0.

Examples
  ml-workflow check
  ml-workflow check workflows/sweep.yml --format json
`,
    resume: `ml-workflow resume [<run>]

Goes on with a run that was cancelled or killed, from its journal: what has finished is not run again, what was interrupted is.
Without an id it takes the newest run. A run that is over is reported again.

Examples
  ml-workflow resume
  ml-workflow resume 20261121-101500-sweep-3f9a
`,
    help: overview,
    version: 'ml-workflow version\n\nPrints the version.\n',
};
function helpText(topic) {
    return topic === undefined ? overview : topics[topic];
}

;// CONCATENATED MODULE: ./build/cli/main.js
/** The command line: words → exit code. */












async function main(words) {
    const errorStyle = (0,reports_style/* styleFor */.j9)(process.env, process.stderr.isTTY === true);
    try {
        return await dispatch((0,cli_arguments/* parseArguments */.We)(words), errorStyle);
    }
    catch (error) {
        if (error instanceof cli_arguments/* UsageError */.eb || error instanceof run_error/* RunError */.e4) {
            process.stderr.write(`${(0,reports_style/* paintWith */.Hy)(errorStyle)('error', 'error')}: ${error.message}\n`);
            const help = error instanceof cli_arguments/* UsageError */.eb ? error.help : undefined;
            if (help !== undefined)
                process.stderr.write(`  = help: ${help}\n`);
            return exit_codes/* exitCodes */.h.invalidInput;
        }
        throw error;
    }
}
async function dispatch(args, errorStyle) {
    switch (args.command) {
        case 'help':
            process.stdout.write(helpText(args.topic));
            return exit_codes/* exitCodes */.h.done;
        case 'version':
            process.stdout.write(`${version()}\n`);
            return exit_codes/* exitCodes */.h.done;
        case 'check': {
            const { check } = await Promise.all(/* import() */[__webpack_require__.e(366), __webpack_require__.e(531), __webpack_require__.e(485)]).then(__webpack_require__.bind(__webpack_require__, 485));
            return report(check(args, folderOf(args), process.cwd()), args, errorStyle);
        }
        case 'plan':
            return await plan(args, errorStyle);
        case 'run':
            return await run(args, errorStyle);
        case 'resume':
            return await resume(args, errorStyle);
    }
}
/** Prints what `check` found; the exit code says whether there were errors. */
function report(diagnostics, args, errorStyle) {
    if (args.format === 'json') {
        process.stdout.write(`${JSON.stringify({ schema_version: 1, diagnostics: diagnostics.map(diagnostic_json/* diagnosticJson */.g) }, null, 2)}\n`);
    }
    else {
        printDiagnostics(diagnostics, errorStyle);
        if (diagnostics.length === 0)
            process.stdout.write('no mistakes found\n');
    }
    return hasErrors(diagnostics) ? exit_codes/* exitCodes */.h.invalidInput : exit_codes/* exitCodes */.h.done;
}
async function plan(args, errorStyle) {
    const prepared = await prepareSubject(args);
    const { plan } = prepared;
    if (!plan)
        return report(prepared.diagnostics, args, errorStyle);
    printDiagnostics(prepared.diagnostics, errorStyle);
    if (args.format === 'json') {
        process.stdout.write(`${JSON.stringify(plan, null, 2)}\n`);
    }
    else if (args.format === 'mermaid') {
        const { flowchart } = await __webpack_require__.e(/* import() */ 783).then(__webpack_require__.bind(__webpack_require__, 7783));
        process.stdout.write(`${flowchart(plan)}\n`);
    }
    else {
        const { planText } = await __webpack_require__.e(/* import() */ 137).then(__webpack_require__.bind(__webpack_require__, 137));
        process.stdout.write(planText(plan, (0,reports_style/* styleFor */.j9)(process.env, process.stdout.isTTY === true)));
    }
    return exit_codes/* exitCodes */.h.done;
}
async function run(args, errorStyle) {
    const prepared = await prepareSubject(args);
    const { plan, targets, diagnostics } = prepared;
    if (!plan)
        return report(diagnostics, args, errorStyle);
    printDiagnostics(diagnostics, errorStyle);
    const { startRun } = await Promise.all(/* import() */[__webpack_require__.e(580), __webpack_require__.e(733)]).then(__webpack_require__.bind(__webpack_require__, 7580));
    const workspace = folderOf(args);
    const finished = await startRun({
        plan,
        workspace,
        targets,
        environment: process.env,
        signal: (0,signals/* cancelOnSignals */.d)(),
        reporters: await reportersFor(args, workspace),
    });
    return conclude(finished, errorStyle);
}
/** What could not be reported is said last; it does not change how the run ended. */
function conclude({ conclusion, losses }, errorStyle) {
    for (const loss of losses)
        process.stderr.write(`${(0,reports_style/* paintWith */.Hy)(errorStyle)('warning', 'warning')}: ${loss}\n`);
    return (0,exit_codes/* exitCodeOf */.F)(conclusion.decision);
}
async function resume(args, errorStyle) {
    const { resumeRun } = await Promise.all(/* import() */[__webpack_require__.e(580), __webpack_require__.e(733)]).then(__webpack_require__.bind(__webpack_require__, 7580));
    const { runIds } = await __webpack_require__.e(/* import() */ 434).then(__webpack_require__.bind(__webpack_require__, 6434));
    const workspace = folderOf(args);
    const finished = await resumeRun({
        workspace,
        environment: process.env,
        signal: (0,signals/* cancelOnSignals */.d)(),
        reporters: await reportersFor(args, workspace),
        notice: (text) => process.stderr.write(`${(0,reports_style/* paintWith */.Hy)(errorStyle)('notice', 'notice')}: ${text}\n`),
        ...(args.subject === undefined ? {} : { run: args.subject }),
    });
    if (finished)
        return conclude(finished, errorStyle);
    const known = runIds(workspace);
    if (args.subject === undefined)
        throw new cli_arguments/* UsageError */.eb('there is no run to resume here', 'start one with `ml-workflow run`');
    throw new cli_arguments/* UsageError */.eb(`unknown run \`${args.subject}\``, (0,language_name/* didYouMean */.au)(args.subject, known) ?? `the newest is \`${known.at(-1) ?? 'none'}\``);
}
/** Reading YAML and checking it is loaded only when it is done: `help` and `version` need neither. */
async function prepareSubject(args) {
    if (args.subject === undefined) {
        throw new cli_arguments/* UsageError */.eb(`\`${args.command}\` needs a workflow or a chain`, `for example \`ml-workflow ${args.command} workflows/sweep.yml\``);
    }
    const { prepare, wantedOf } = await Promise.all(/* import() */[__webpack_require__.e(366), __webpack_require__.e(531)]).then(__webpack_require__.bind(__webpack_require__, 1531));
    return prepare({
        wanted: wantedOf(args.subject, '<chain>'),
        folder: folderOf(args),
        shownFrom: process.cwd(),
        given: args.given,
    });
}
function folderOf(args) {
    const folder = (0,external_node_path_.resolve)(args.project ?? '.');
    if (!(0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory()) {
        throw new cli_arguments/* UsageError */.eb(`no such folder: \`${args.project ?? '.'}\``, '`--project` names the folder with `ml-workflow.yml`');
    }
    return folder;
}
/** The live view for a person at a terminal, lines for a log, nothing but JSON for a program. */
async function reportersFor(args, workspace) {
    const style = (0,reports_style/* styleFor */.j9)(process.env, process.stdout.isTTY === true);
    const { reportOf } = await Promise.all(/* import() */[__webpack_require__.e(304), __webpack_require__.e(583)]).then(__webpack_require__.bind(__webpack_require__, 7304));
    if (args.format === 'json') {
        return () => [
            {
                concluded: (_conclusion, state) => {
                    process.stdout.write(`${JSON.stringify(reportOf(state, new Date().toISOString()), null, 2)}\n`);
                },
            },
        ];
    }
    const { terminalReport } = await __webpack_require__.e(/* import() */ 146).then(__webpack_require__.bind(__webpack_require__, 8146));
    const { LiveView } = await __webpack_require__.e(/* import() */ 804).then(__webpack_require__.bind(__webpack_require__, 4804));
    const { EventLines } = await __webpack_require__.e(/* import() */ 987).then(__webpack_require__.bind(__webpack_require__, 3987));
    const out = process.stdout;
    return (folder) => {
        const view = out.isTTY && !args.logs
            ? new LiveView({
                write: (text) => out.write(text),
                get columns() {
                    return out.columns;
                },
                get rows() {
                    return out.rows;
                },
            }, style, () => performance.now())
            : new EventLines((line) => out.write(`${line}\n`), style, { output: args.logs });
        return [
            view,
            {
                concluded: (_conclusion, state) => {
                    const shown = (path) => (0,external_node_path_.relative)(process.cwd(), path) || '.';
                    const results = (0,external_node_path_.join)(workspace, state.plan.results.file);
                    const files = [
                        { label: 'run', path: shown(folder.path) },
                        ...((0,external_node_fs_.statSync)(results, { throwIfNoEntry: false })
                            ? [{ label: 'results', path: shown(results) }]
                            : []),
                        ...writtenOutputs(state.plan, workspace, shown),
                    ];
                    const report = reportOf(state, new Date().toISOString());
                    out.write(terminalReport(report, { style, columns: out.columns ?? 120, files }));
                },
            },
        ];
    };
}
/** Declared outputs that are there now. */
function writtenOutputs(plan, workspace, shown) {
    return Object.values(plan.commands).flatMap((command) => {
        if (command.is !== 'run')
            return [];
        return command.outputs
            .filter((path) => !path.startsWith('$') && (0,external_node_fs_.statSync)((0,external_node_path_.join)(workspace, path), { throwIfNoEntry: false }))
            .map((path) => ({ label: `/${command.name}`, path: shown((0,external_node_path_.join)(workspace, path)) }));
    });
}
function printDiagnostics(diagnostics, style) {
    if (diagnostics.length === 0)
        return;
    const paint = (0,reports_style/* paintWith */.Hy)(style);
    const text = diagnostics.map((diagnostic) => (0,print_diagnostic/* printDiagnostic */.B$)(diagnostic, paint)).join('\n\n');
    process.stderr.write(`${text}\n\n${(0,print_diagnostic/* countDiagnostics */.ii)(diagnostics)}\n`);
}
function hasErrors(diagnostics) {
    return diagnostics.some(({ severity }) => severity === 'error');
}
function version() {
    // Beside the bundle; a plain path, because the bundler would take a URL for a file to copy.
    const file = (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url)), '..', 'package.json');
    const parsed = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
    return typeof parsed === 'object' && parsed !== null && 'version' in parsed
        ? String(parsed.version)
        : 'unknown';
}

;// CONCATENATED MODULE: ./build/cli.js
/** Entry of the command line. */

async function cli() {
    // A reader that went away, a closed terminal or a full disk behind `>` is no reason to end a run half done.
    for (const stream of [process.stdout, process.stderr]) {
        stream.on('error', (error) => {
            if (!['EPIPE', 'EIO', 'ENOSPC'].includes(error.code ?? ''))
                throw error;
        });
    }
    try {
        process.exitCode = await main(process.argv.slice(2));
    }
    catch (error) {
        // Everything a person can get wrong is a diagnostic; what arrives here is a mistake of ours.
        process.stderr.write(`internal error, please report it:\n${error instanceof Error ? error.stack : String(error)}\n`);
        process.exitCode = 1;
    }
}


/***/ }),

/***/ 8213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   We: () => (/* binding */ parseArguments),
/* harmony export */   eb: () => (/* binding */ UsageError)
/* harmony export */ });
/* unused harmony exports commands, formats */
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(716);
/* harmony import */ var _language_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1786);
/** Words of the command line → what was asked. A word we do not know is an error; those of the workflow are its own. */


const commands = ['run', 'plan', 'check', 'resume', 'help', 'version'];
const formats = ['text', 'json', 'mermaid'];
class UsageError extends Error {
    help;
    constructor(message, help) {
        super(message);
        this.help = help;
    }
}
const nothing = { format: 'text', logs: false, given: [] };
function parseArguments(words) {
    const [first, ...rest] = words;
    if (first === undefined || first === '--help' || first === '-h')
        return { command: 'help', ...nothing };
    if (first === '--version' || first === '-V')
        return { command: 'version', ...nothing };
    const command = commands.find((name) => name === first);
    if (!command) {
        const help = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(first, commands) ?? `commands are ${commands.map((name) => `\`${name}\``).join(', ')}`;
        throw new UsageError(`unknown command \`${first}\``, help);
    }
    if (command === 'help') {
        const topic = commands.find((name) => name === rest[0]);
        if (rest[0] !== undefined && !topic)
            throw new UsageError(`unknown command \`${rest[0]}\``, (0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(rest[0], commands));
        return { command, ...nothing, ...(topic ? { topic } : {}) };
    }
    return parseOptions(command, rest);
}
function parseOptions(command, words) {
    let subject;
    let project;
    let format = 'text';
    let logs = false;
    const given = [];
    for (let index = 0; index < words.length; index += 1) {
        const word = words[index] ?? '';
        const [, name, inline] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
        if (word === '-h' || name === 'help')
            return { command: 'help', ...nothing, topic: command };
        if (/^-[^-\s/]$/.test(word))
            throw new UsageError(`unknown option \`${word}\``, 'options are written in full: `--help`');
        if (name === undefined) {
            if (command === 'version')
                throw new UsageError(`unexpected \`${word}\``);
            if (subject !== undefined)
                throw new UsageError(`unexpected \`${word}\``, 'a chain with blanks is one argument: put it in quotes');
            subject = word;
            continue;
        }
        const value = () => {
            if (inline !== undefined)
                return inline;
            index += 1;
            const next = words[index];
            if (next === undefined)
                throw new UsageError(`\`--${name}\` has no value`);
            return next;
        };
        const source = (text) => (0,_language_source_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceOf */ .vz)('<arguments>', inline === undefined ? `--${name} ${text}`.trimEnd() : word);
        if (name === 'logs' && inline === undefined && (command === 'run' || command === 'resume'))
            logs = true;
        else if (name === 'project')
            project = value();
        else if (name === 'format')
            format = formatOf(value(), command);
        else if (name === 'param' && takesParameters(command)) {
            const text = value();
            const equals = text.indexOf('=');
            if (equals < 1)
                throw new UsageError(`expected \`--param name=value\`, found \`${text}\``);
            given.push({ name: text.slice(0, equals), value: text.slice(equals + 1), source: source(text) });
        }
        else if (takesParameters(command)) {
            // `--dry-run` in front of another option, or at the end, is a boolean that is set.
            const next = words[index + 1];
            const text = inline === undefined && (next === undefined || next.startsWith('--')) ? 'true' : value();
            given.push({ name, value: text, source: source(text) });
        }
        else {
            const known = ['project', 'format', 'logs'];
            throw new UsageError(`unknown option \`--${name}\``, (0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(name, known, (one) => `--${one}`));
        }
    }
    return {
        command,
        format,
        logs,
        given,
        ...(subject === undefined ? {} : { subject }),
        ...(project === undefined ? {} : { project }),
    };
}
/** The commands that are given a workflow, and so its parameters. */
function takesParameters(command) {
    return command === 'run' || command === 'plan' || command === 'check';
}
function formatOf(text, command) {
    const known = formats.filter((name) => name !== 'mermaid' || command === 'plan');
    const format = known.find((name) => name === text);
    if (format)
        return format;
    const help = `formats of \`${command}\` are ${known.map((name) => `\`${name}\``).join(', ')}`;
    throw new UsageError(`unknown format \`${text}\``, help);
}


/***/ }),

/***/ 8702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ asRunError),
/* harmony export */   e4: () => (/* binding */ RunError),
/* harmony export */   jj: () => (/* binding */ orRunError)
/* harmony export */ });
/** A run on disk that cannot be used as it is: damaged, in use, or of another version. The message is for a person. */
class RunError extends Error {
}
/** The disk says no: that is no mistake of this program, and one line says all of it. Other errors stay as they are. */
function asRunError(what, error) {
    return error instanceof Error && 'syscall' in error ? new RunError(`${what}: ${error.message}`) : error;
}
function orRunError(what, work) {
    try {
        return work();
    }
    catch (error) {
        throw asRunError(what, error);
    }
}


/***/ }),

/***/ 9277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ exitCodeOf),
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
const exitCodes = { done: 0, failed: 1, invalidInput: 2, gateNotMet: 3, cancelled: 130 };
function exitCodeOf(decision) {
    switch (decision) {
        case 'passed':
        case 'handled':
            return exitCodes.done;
        case 'failed':
            return exitCodes.failed;
        case 'not-met':
            return exitCodes.gateNotMet;
        case 'cancelled':
            return exitCodes.cancelled;
    }
}


/***/ }),

/***/ 5971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ diagnosticJson)
/* harmony export */ });
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1786);

function diagnosticJson(diagnostic) {
    const { code, severity, message, source, span, help } = diagnostic;
    return { code, severity, message, ...(0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(source, span), ...(help === undefined ? {} : { help }) };
}


/***/ }),

/***/ 716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z7: () => (/* binding */ normalised),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   yR: () => (/* binding */ slug)
/* harmony export */ });
/* unused harmony export nearest */
/** Names as the language compares them, and the nearest of them to a word that is none. */
/** Two names are the same when these are: lower case, `-` read as `_`, `/` and `:` alike in command names. */
function normalised(name) {
    return name.toLowerCase().replaceAll('-', '_').replaceAll('/', ':');
}
/** The part of an id that people recognise: letters, digits, `.`, `_` and `-` only. */
function slug(text) {
    return text
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^[-.]+|[-.]+$/g, '')
        .slice(0, 60);
}
/** At most three known names close enough to be what was meant, nearest first. */
function nearest(word, known) {
    const wanted = normalised(word);
    const limit = Math.max(1, Math.floor(wanted.length * 0.4));
    const found = [];
    for (const name of known) {
        const distance = editDistance(wanted, normalised(name), limit);
        if (distance <= limit)
            found.push({ name, distance });
    }
    return found
        .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
        .slice(0, 3)
        .map(({ name }) => name);
}
/** `did you mean `a`, `b` or `c`?`, or undefined when nothing is near. */
function didYouMean(word, known, show = (name) => name) {
    const names = nearest(word, known).map((name) => `\`${show(name)}\``);
    return names.length === 0 ? undefined : `did you mean ${listOf(names, 'or')}?`;
}
/** `a`, `a or b`, `a, b or c`. */
function listOf(items, joiner) {
    if (items.length <= 1)
        return items.join('');
    return `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1)}`;
}
/** Insertions, deletions, substitutions and swaps of neighbours; gives up above `limit`. */
function editDistance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit)
        return limit + 1;
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const same = a[i - 1] === b[j - 1];
            let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                cost = Math.min(cost, at(beforeLast, j - 2) + 1);
            }
            row.push(cost);
        }
        beforeLast = last;
        last = row;
    }
    return at(last, b.length);
}
function at(row, index) {
    return row[index] ?? Number.POSITIVE_INFINITY;
}


/***/ }),

/***/ 2974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B$: () => (/* binding */ printDiagnostic),
/* harmony export */   ii: () => (/* binding */ countDiagnostics)
/* harmony export */ });
/* unused harmony export plain */
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1786);

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

/***/ 1786:
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
    const offsets = [];
    let at = host.start + (quote === undefined ? 0 : 1);
    for (let index = 0; index < value.length; index += 1) {
        const character = value[index];
        if (quote === '"')
            at = behindLineEscape(text, at, end);
        const found = text[at] === character ? at : behindBlanks(text, at, end, character);
        const width = quote === undefined ? 1 : notationWidth(text, found, quote);
        offsets.push(text[found] === character || width > 1 ? found : at);
        // An escape such as `\U0001F600` stands for two units of the value.
        if (width > 2 && /[\uD800-\uDBFF]/.test(character ?? '')) {
            offsets.push(found);
            index += 1;
        }
        at = text[found] === character || width > 1 ? Math.min(found + width, end) : found;
    }
    offsets.push(Math.min(at, end));
    return { name, text: value, host: { text, offsets } };
}
/** White space is matched loosely, because folding and indentation replace it. */
function behindBlanks(text, from, end, wanted) {
    let at = from;
    while (at < end && text[at] !== wanted && isBlank(text[at] ?? ''))
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

/***/ 2545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ paintWith),
/* harmony export */   VL: () => (/* binding */ width),
/* harmony export */   j9: () => (/* binding */ styleFor),
/* harmony export */   jC: () => (/* binding */ padded),
/* harmony export */   yd: () => (/* binding */ cutTo)
/* harmony export */ });
function styleFor(environment, isTerminal) {
    const forced = environment.FORCE_COLOR;
    const refused = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
    const coloured = forced !== undefined && forced !== '0' ? true : isTerminal && !refused;
    const wrap = (open, close) => (text) => coloured && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
    return {
        bold: wrap(1, 22),
        dim: wrap(2, 22),
        red: wrap(31, 39),
        green: wrap(32, 39),
        yellow: wrap(33, 39),
        cyan: wrap(36, 39),
        coloured,
    };
}
function paintWith(style) {
    return (kind, text) => {
        switch (kind) {
            case 'error':
                return style.bold(style.red(text));
            case 'warning':
                return style.bold(style.yellow(text));
            case 'notice':
                return style.bold(style.cyan(text));
            case 'dim':
                return style.dim(text);
            case 'bold':
                return style.bold(text);
        }
    };
}
/** East Asian and emoji signs, which take two columns. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;
/** Columns a text takes in a terminal; escape sequences and marks that join their neighbour take none. */
function width(text) {
    let columns = 0;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is removed
    for (const sign of text.replace(/\u001b\[[0-9;]*m/g, '')) {
        if (/\p{Mark}/u.test(sign))
            continue;
        columns += wide.test(sign) ? 2 : 1;
    }
    return columns;
}
/** Filled up with blanks to so many columns. */
function padded(text, columns) {
    return text + ' '.repeat(Math.max(0, columns - width(text)));
}
/** At most so many columns; what is cut ends with `…`. Styles stay whole. */
function cutTo(text, columns) {
    if (width(text) <= columns)
        return text;
    let room = columns - 1;
    let shown = '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are kept whole
    for (const piece of text.match(/\u001b\[[0-9;]*m|[\s\S]/gu) ?? []) {
        if (piece.startsWith('\u001b'))
            shown += piece;
        else if (room >= 0) {
            room -= width(piece);
            if (room >= 0)
                shown += piece;
        }
    }
    return `${shown}…`;
}


/***/ }),

/***/ 4937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ cancelOnSignals)
/* harmony export */ });
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9277);
/** Ctrl-C, a closed terminal and the runner's cancel → an orderly end. */

/** The first signal cancels the run and lets everything end; the second leaves at once. */
function cancelOnSignals() {
    const controller = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        process.on(name, () => {
            if (controller.signal.aborted)
                process.exit(_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.cancelled);
            controller.abort(name);
        });
    }
    return controller.signal;
}


/***/ })

};
