export const id = 393;
export const ids = [393,702];
export const modules = {

/***/ 6393:
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
// EXTERNAL MODULE: ./build/prepare.js + 21 modules
var prepare = __webpack_require__(8872);
// EXTERNAL MODULE: ./build/reports/style.js
var reports_style = __webpack_require__(2545);
// EXTERNAL MODULE: ./build/signals.js
var signals = __webpack_require__(4937);
// EXTERNAL MODULE: ./build/language/source.js
var source = __webpack_require__(1786);
;// CONCATENATED MODULE: ./build/cli/arguments.js
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
        const help = (0,language_name/* didYouMean */.au)(first, commands) ?? `commands are ${commands.map((name) => `\`${name}\``).join(', ')}`;
        throw new UsageError(`unknown command \`${first}\``, help);
    }
    if (command === 'help') {
        const topic = commands.find((name) => name === rest[0]);
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
        if (name === undefined) {
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
        if (name === 'logs' && inline === undefined && (command === 'run' || command === 'resume'))
            logs = true;
        else if (name === 'project')
            project = value();
        else if (name === 'format')
            format = formatOf(value());
        else if (command !== 'run' && command !== 'plan') {
            throw new UsageError(`unknown option \`--${name}\``, (0,language_name/* didYouMean */.au)(name, ['project', 'format', 'logs'], (known) => `--${known}`));
        }
        else {
            const text = value();
            given.push({
                name,
                value: text,
                source: (0,source.sourceOf)('<arguments>', inline === undefined ? `--${name} ${text}` : word),
            });
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
function formatOf(text) {
    const format = formats.find((name) => name === text);
    if (!format)
        throw new UsageError(`unknown format \`${text}\``, `formats are ${formats.map((name) => `\`${name}\``).join(', ')}`);
    return format;
}

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
    check: `ml-workflow check [<workflow | chain>]

Reports every mistake at once, with place and help. Without a workflow it checks the project file and all of \`workflows/\`.
Exit code 2 when there is an error; warnings and notices alone are 0.

Examples
  ml-workflow check
  ml-workflow check workflows/sweep.yml --format json
`,
    resume: `ml-workflow resume [<run>]

Goes on with a run that was killed, from its journal: what has finished is not run again, what was interrupted is.
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
        return await dispatch(parseArguments(words), errorStyle);
    }
    catch (error) {
        if (error instanceof UsageError || error instanceof run_error/* RunError */.e) {
            process.stderr.write(`${(0,reports_style/* paintWith */.Hy)(errorStyle)('error', 'error')}: ${error.message}\n`);
            const help = error instanceof UsageError ? error.help : undefined;
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
            const { check } = await __webpack_require__.e(/* import() */ 485).then(__webpack_require__.bind(__webpack_require__, 485));
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
    const prepared = prepareSubject(args);
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
    const prepared = prepareSubject(args);
    const { plan, targets, diagnostics } = prepared;
    if (!plan)
        return report(diagnostics, args, errorStyle);
    printDiagnostics(diagnostics, errorStyle);
    const { startRun } = await Promise.all(/* import() */[__webpack_require__.e(794), __webpack_require__.e(733)]).then(__webpack_require__.bind(__webpack_require__, 1794));
    const workspace = folderOf(args);
    const finished = await startRun({
        plan,
        workspace,
        targets,
        environment: process.env,
        signal: (0,signals/* cancelOnSignals */.d)(),
        reporters: await reportersFor(args, workspace),
    });
    return (0,exit_codes/* exitCodeOf */.F)(finished.conclusion.decision);
}
async function resume(args, errorStyle) {
    const { resumeRun } = await Promise.all(/* import() */[__webpack_require__.e(794), __webpack_require__.e(733)]).then(__webpack_require__.bind(__webpack_require__, 1794));
    const { load } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 2334));
    const { runIds } = await __webpack_require__.e(/* import() */ 434).then(__webpack_require__.bind(__webpack_require__, 6434));
    const { sourceOf } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1786));
    const workspace = folderOf(args);
    // The plan is the run's own; of the project only its targets are read again.
    const { targets, diagnostics } = load(workspace, process.cwd(), {
        is: 'chain',
        source: sourceOf('<chain>', '/continue'),
    });
    if (diagnostics.hasErrors)
        return report(diagnostics.sorted(), args, errorStyle);
    const finished = await resumeRun({
        workspace,
        targets,
        environment: process.env,
        signal: (0,signals/* cancelOnSignals */.d)(),
        reporters: await reportersFor(args, workspace),
        notice: (text) => process.stderr.write(`${(0,reports_style/* paintWith */.Hy)(errorStyle)('notice', 'notice')}: ${text}\n`),
        ...(args.subject === undefined ? {} : { run: args.subject }),
    });
    if (finished)
        return (0,exit_codes/* exitCodeOf */.F)(finished.conclusion.decision);
    const known = runIds(workspace);
    if (args.subject === undefined)
        throw new UsageError('there is no run to resume here', 'start one with `ml-workflow run`');
    throw new UsageError(`unknown run \`${args.subject}\``, (0,language_name/* didYouMean */.au)(args.subject, known) ?? `the newest is \`${known.at(-1) ?? 'none'}\``);
}
function prepareSubject(args) {
    if (args.subject === undefined) {
        throw new UsageError(`\`${args.command}\` needs a workflow or a chain`, `for example \`ml-workflow ${args.command} workflows/sweep.yml\``);
    }
    return (0,prepare/* prepare */.i)({
        wanted: (0,prepare/* wantedOf */.L)(args.subject, '<chain>'),
        folder: folderOf(args),
        shownFrom: process.cwd(),
        given: args.given,
    });
}
function folderOf(args) {
    const folder = (0,external_node_path_.resolve)(args.project ?? '.');
    if (!(0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory()) {
        throw new UsageError(`no such folder: \`${args.project ?? '.'}\``, '`--project` names the folder with `ml-workflow.yml`');
    }
    return folder;
}
/** The live view for a person at a terminal, lines for a log, nothing but JSON for a program. */
async function reportersFor(args, workspace) {
    const style = (0,reports_style/* styleFor */.j9)(process.env, process.stdout.isTTY === true);
    const { reportOf } = await __webpack_require__.e(/* import() */ 304).then(__webpack_require__.bind(__webpack_require__, 7304));
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
                        ...deployedFiles(state.plan, workspace, shown),
                    ];
                    const report = reportOf(state, new Date().toISOString());
                    out.write(terminalReport(report, { style, columns: out.columns ?? 120, files }));
                },
            },
        ];
    };
}
/** Declared outputs that are there now. */
function deployedFiles(plan, workspace, shown) {
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
    // `ml-workflow run … | head -1`: nobody reads on, which is no reason to end a run half done.
    process.stdout.on('error', (error) => {
        if (error.code !== 'EPIPE')
            throw error;
    });
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

/***/ 8702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ RunError)
/* harmony export */ });
/** A run on disk that cannot be used as it is: damaged, in use, or of another version. The message is for a person. */
class RunError extends Error {
}


/***/ }),

/***/ 2545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ paintWith),
/* harmony export */   VL: () => (/* binding */ width),
/* harmony export */   j9: () => (/* binding */ styleFor)
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
/** Columns a text takes; every sign we print is one wide. */
function width(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences take no room
    return [...text.replace(/\u001b\[[0-9;]*m/g, '')].length;
}


/***/ })

};
