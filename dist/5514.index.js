export const id = 5514;
export const ids = [5514,2545];
export const modules = {

/***/ 45514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cli: () => (/* binding */ cli)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: ./build/exit-codes.js
var exit_codes = __webpack_require__(49277);
// EXTERNAL MODULE: ./build/language/print-diagnostic.js
var print_diagnostic = __webpack_require__(42974);
// EXTERNAL MODULE: ./build/reports/style.js
var reports_style = __webpack_require__(22545);
// EXTERNAL MODULE: ./build/signals.js
var signals = __webpack_require__(34937);
// EXTERNAL MODULE: ./build/cli/arguments.js
var cli_arguments = __webpack_require__(98213);
;// CONCATENATED MODULE: ./build/cli/help.js
const overview = `ml-workflow turns slash-chain workflow files into parallel, gated runs.

  ml-workflow init                 write a project for the training in this folder, and what answers comments
  ml-workflow run <workflow>       run a workflow or a chain on this machine
  ml-workflow plan <workflow>      show what would run, with every name resolved
  ml-workflow check [<workflow>]   report every mistake in the project's files
  ml-workflow fmt [<workflow>…]    write chains in their one canonical layout
  ml-workflow compile [<name>…]    write workflows as jobs of GitHub Actions
  ml-workflow resume [<run>]       go on with a run that was interrupted, or that waits for approval
  ml-workflow why <step>           say why a step of a run ran, or did not
  ml-workflow report [<run>]       write a run as one HTML file
  ml-workflow doctor [<workflow>]  say whether keys, hosts and accounts are ready, and what to do
  ml-workflow reap                 end what is left of your RunPod pods
  ml-workflow help [<command>]     this, or more about one command
  ml-workflow version

A workflow is a file (\`workflows/sweep.yml\`), the name of one in \`workflows/\`, or a chain in quotes.

Options
  --project <folder>   the folder with \`ml-workflow.yml\` (default: this one)
  --format <format>    \`text\` (default), \`json\`; for plan also \`mermaid\`, for check \`sarif\` and \`github\`
  --param <name=value> a parameter of the workflow whose name is taken by an option; others are --<name> <value>
  --check              fmt and compile: change nothing, list what would change
  --logs               run and resume: also show what the commands print, as it comes
  --run <run>          why: about which run (default: the newest); reap: also all pods of that run
  --approve <label>    resume: give the approval that the run waits for; --reject <label> refuses it
  --edited             resume: plan the workflow anew, take over what is unchanged
  --dry-run            reap: end nothing, say what would end; --all: end all pods of yours
  --target, --offline  doctor: look at this target only; ask nobody
  --out, --action      compile: the folder for the files; the action they use
  --template, --yes    init: which workflow to write; ask nothing
  --compare <run>      report: the run that it is compared with; --out <file>: where the file goes
  --help               more about a command

Exit codes
  0 passed, or what went wrong was handled: by an else branch, a \`/catch:\`, a \`||\`   1 failed, a gate error too
  2 the input is wrong   3 a gate was not met   4 waits for a person's approval   130 cancelled
`;
const topics = {
    init: `ml-workflow init [--template <name>] [--target <name>] [--train <command>] [--yes] [--force]
ml-workflow init --router [--check]

Looks at the folder: a Python package with a command \`train\`, or a \`train.py\`; the options it takes, the file it writes. Writes
\`ml-workflow.yml\`, a workflow, its jobs for GitHub, and the two workflow files that answer comments on pull requests: \`ml.yml\`,
which starts runs, and \`ml-run.yml\`, which runs typed chains. Says what it has guessed. Runs nothing of the project. What it
writes has passed \`check\`; with a mistake nothing is written. Files that are there already are never replaced.

  --template <name>  \`sweep\` (default): points side by side, and a gate on the best; \`train\`: one training and a gate;
                     \`minimal\`: one training
  --target <name>    where it trains: \`local\` (default), \`runpod\`, \`ssh\`
  --train <command>  how the training is called, without its arguments
  --yes              ask nothing, also at a terminal
  --force            replace what is there, if it is committed
  --router           write \`ml.yml\` and \`ml-run.yml\` alone, again: what \`ml-run.yml\` may see follows from the project file
  --check            beside --router: write nothing, list what is stale or missing; the exit code is 1 if there is any
  --action <action>  the action that the files use, as for \`compile\`
  --format json      for machines

Examples
  ml-workflow init
  ml-workflow init --yes --template train --target runpod
  ml-workflow init --train 'python3 scripts/fit.py' --project models/lstm
  ml-workflow init --router --check
`,
    run: `ml-workflow run <workflow | chain> [--<param> <value> …]

Runs it on this machine. Everything is kept in \`.ml-workflow/runs/<id>/\`: the plan, the journal, and a folder with log
and results for each command. Ctrl-C ends every process and writes down what happened; \`resume\` goes on from there.
On a terminal it asks you for approvals; elsewhere it stops with exit code 4 when only these are left.

Examples
  ml-workflow run runpod-hpo-parallel
  ml-workflow run workflows/runpod-hpo-parallel.yml --project examples/simple-lstm --epochs 20
  ml-workflow run '/train → /if:accuracy>0.9 → /deploy'
  ml-workflow run sweep --format json | jq .decision
`,
    plan: `ml-workflow plan <workflow | chain> [--<param> <value> …]

Shows the chain as it would run: how each name was read, which metric each gate compares and who reports it, how often
something is tried, and how long and how much it takes at worst. Runs nothing.

Examples
  ml-workflow plan runpod-hpo-parallel
  ml-workflow plan '/train → /if:acc>90 → /deploy'
  ml-workflow plan sweep --format mermaid
`,
    check: `ml-workflow check [<workflow | chain>] [--<param> <value> …]

Reports every mistake at once, with place and help. Without a workflow it checks the project file and all of \`workflows/\`.
Exit code 2 when there is an error; warnings and notices alone are 0. \`--format sarif\` is for code scanning, \`github\` for
annotations in a job of GitHub Actions, where the text comes with them anyway.

Examples
  ml-workflow check
  ml-workflow check workflows/sweep.yml --format json
  ml-workflow check --format sarif > ml-workflow.sarif
`,
    fmt: `ml-workflow fmt [<workflow>…] [--check]

Writes every \`chain:\` of the files in the canonical layout: slashes, \`→\`, one statement a line, lines of at most 100
columns, comments kept. Nothing else in a file changes. Without a workflow it takes the project file and all of
\`workflows/\`. With \`-\` it reads a chain from standard input and prints it. A file with a mistake in a chain stays as it
is, and the exit code is 2. \`--check\` changes nothing, lists the files that would change, and exits with 1 if there are any.

Examples
  ml-workflow fmt
  ml-workflow fmt sweep workflows/deploy.yml
  ml-workflow fmt --check
  echo 'if:acc > 0.9 -> deploy' | ml-workflow fmt -
`,
    compile: `ml-workflow compile [<workflow>…] [--check] [--out <folder>] [--action <owner/repo@ref>]

Writes each workflow as a file of GitHub Actions, \`.github/workflows/<name>.yml\` at the root of the repository: a job for
each stretch of the chain with a step for each element, a matrix for each \`parallel\` block, a job of its own for a command
with an \`environment:\`. Without a workflow it takes all of \`workflows/\`. With a mistake in one of them nothing is
written, and the exit code is 2. A file that somebody else wrote is never overwritten.

  --check           write nothing, list the files that are stale, missing or left over; the exit code is 1 if there are any
  --out <folder>    where the files go
  --action <action> the action that they use: \`moola/ml-workflow@v1\`, or a commit with its version behind it,
                    \`'moola/ml-workflow@<40 digits> # v1.2.3'\`; by default the one that they use now
  --format json     for machines

Examples
  ml-workflow compile
  ml-workflow compile sweep --project examples/simple-lstm
  ml-workflow compile --check
`,
    resume: `ml-workflow resume [<run>] [--approve <label> | --reject <label>] [--edited]

Goes on with a run that was cancelled or killed, from its journal: what has finished is not run again, what was interrupted is.
Without an id it takes the newest run. A run that is over is only reported again: to go on after a correction, \`--edited\`.

  --approve <label>    the run waits for this approval: give it, and go on
  --reject <label>     refuse it
  --edited             plan the workflow anew, as a new run with the parameters of the old one (\`--param name=value\` changes
                       one); what is unchanged, up to the first thing that is not, is taken over and not run again

Examples
  ml-workflow resume
  ml-workflow resume 20261121-101500-sweep-3f9a
  ml-workflow resume --approve production
  ml-workflow resume --edited --param epochs=80
`,
    why: `ml-workflow why <step> [--run <run>]

Says why a step of a run ran, was skipped, or was taken over from an earlier run. From the run's journal alone, also while it
goes on. A step is given by its id, its title, its command's name, or a part of these. Without \`--run\` it is the newest run.

Examples
  ml-workflow why deploy
  ml-workflow why /train:sigma-0.10 --run 20261121-101500-sweep-3f9a
  ml-workflow why analyze-failures --format json
`,
    report: `ml-workflow report [<run>] [--out <file>] [--compare <run>]

Writes a run as one HTML file that needs nothing else and can be sent to anybody: verdict, gates with what was measured, the
chain, the sweep as a chart and as a table that can be sorted, learning curves, failures, pods and what they cost, what
changed since an earlier run, and the end of each log. From the run's own folder, also while it goes on. Without an id it
takes the newest run. Prints where the file is: \`report.html\` in the folder of the run.

  --out <file>      write it there; \`-\` prints the page itself
  --compare <run>   compare with this run (default: the one of the same workflow before); \`none\` compares with nothing
  --format json     print the report for machines, write nothing

Examples
  ml-workflow report
  ml-workflow report 20261121-101500-sweep-3f9a --out sweep.html
  ml-workflow report --compare 20261120-090000-sweep-11d2
  ml-workflow report --format json | jq .gates
`,
    doctor: `ml-workflow doctor [<workflow | chain>] [--target <name>] [--offline]

Looks at all that a run will need: this machine, the project's files, and each target on another host. For a host over SSH: the
settings, the keys, who answers there, the login, its programs and its disk. For RunPod: the key, what it may read, your pods
that are alive, the rate limit, and what can be rented now at what price. Says what to do about what is missing. It makes no
pod and changes nothing, and never shows a key. Without a workflow it looks at every target that the project declares.
The exit code is 1 when there is a problem.

  --target <name>   only this target
  --offline         only what can be seen without asking anybody
  --format json     for machines

Where a host key is not set yet, it shows the one that the host has, and does not trust it: compare its fingerprint with what the
host's own console or log says before you set it.

Examples
  ml-workflow doctor
  ml-workflow doctor sweep
  ml-workflow doctor --target pod --format json | jq '.sections[].checks[] | select(.state == "problem")'
`,
    reap: `ml-workflow reap [--run <run>] [--all] [--dry-run] [--owner <owner>] [--key-variable <name>]

Looks through all pods of the RunPod account and ends those of yours that nobody ends any more: past their end of life,
stopped or failed. Pods that are not provably yours, by name and by the owner in their environment, are counted and never
touched. Needs no project; the account's key is read from the environment variable \`RUNPOD_API_KEY\`. An end counts only
when RunPod no longer knows the pod. The exit code is 1 when the list could not be read to its end or a pod is not provably gone.

  --run <run>            also all pods of this run, whatever their end of life
  --all                  all pods of yours, also those of runs that go on
  --dry-run              end nothing, say what would end
  --owner <owner>        whose pods (default: ML_WORKFLOW_OWNER, the repository in a job of GitHub Actions, else the address
                         of this folder's git remote). \`github:1234567\` are those of the repository with that id
  --key-variable <name>  the environment variable with the account's key
  --format json          for machines

Examples
  ml-workflow reap --dry-run
  ml-workflow reap --run 20261121-101500-sweep-3f9a
  ml-workflow reap --all --owner github:1234567
  ml-workflow reap --format json | jq '.pods[] | select(.outcome == "not-ended")'
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
    const errorStyle = (0,reports_style.styleFor)(process.env, process.stderr.isTTY === true);
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
        const denied = deniedAccess(error);
        if (denied !== undefined) {
            process.stderr.write(`${(0,reports_style/* paintWith */.Hy)(errorStyle)('error', 'error')}: ${denied}\n`);
            return exit_codes/* exitCodes */.h.invalidInput;
        }
        throw error;
    }
}
/** What a person has to allow first; undefined for everything else. */
function deniedAccess(error) {
    if (!(error instanceof Error && 'code' in error && 'path' in error))
        return undefined;
    return error.code === 'EACCES' || error.code === 'EPERM'
        ? `no permission for \`${String(error.path)}\`: ${error.code}`
        : undefined;
}
async function dispatch(args, errorStyle) {
    switch (args.command) {
        case 'help':
            process.stdout.write(helpText(args.topic));
            return exit_codes/* exitCodes */.h.done;
        case 'version':
            process.stdout.write(`${version()}\n`);
            return exit_codes/* exitCodes */.h.done;
        case 'init':
            return await initialise(args, errorStyle);
        case 'check': {
            const { check } = await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(3274), __webpack_require__.e(8950), __webpack_require__.e(9563)]).then(__webpack_require__.bind(__webpack_require__, 90485));
            return await report(check(args, folderOf(args), process.cwd()), args, errorStyle);
        }
        case 'fmt':
            return await formatChains(args, errorStyle);
        case 'compile':
            return await compileFiles(args, errorStyle);
        case 'plan':
            return await plan(args, errorStyle);
        case 'run':
            return await run(args, errorStyle);
        case 'resume':
            return await resume(args, errorStyle);
        case 'why': {
            const { why } = await Promise.all(/* import() */[__webpack_require__.e(4994), __webpack_require__.e(3054), __webpack_require__.e(7749), __webpack_require__.e(9617)]).then(__webpack_require__.bind(__webpack_require__, 79617));
            const style = (0,reports_style.styleFor)(process.env, process.stdout.isTTY === true);
            process.stdout.write(why(args, folderOf(args), style));
            return exit_codes/* exitCodes */.h.done;
        }
        case 'report': {
            const { report: written } = await Promise.all(/* import() */[__webpack_require__.e(4994), __webpack_require__.e(3054), __webpack_require__.e(7749), __webpack_require__.e(4859), __webpack_require__.e(708)]).then(__webpack_require__.bind(__webpack_require__, 60708));
            const place = { shownFrom: process.cwd(), now: new Date().toISOString() };
            process.stdout.write(written(args, folderOf(args), place));
            return exit_codes/* exitCodes */.h.done;
        }
        case 'doctor': {
            const { doctor } = await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(3054), __webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(3274), __webpack_require__.e(8950), __webpack_require__.e(7798), __webpack_require__.e(7312), __webpack_require__.e(6971), __webpack_require__.e(3102)]).then(__webpack_require__.bind(__webpack_require__, 23102));
            const style = (0,reports_style.styleFor)(process.env, process.stdout.isTTY === true);
            const place = { shownFrom: process.cwd(), environment: process.env, style };
            const { output, code } = await doctor(args, folderOf(args), place);
            process.stdout.write(output);
            return code;
        }
        case 'reap': {
            const { reapPods } = await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(7312), __webpack_require__.e(6961)]).then(__webpack_require__.bind(__webpack_require__, 46961));
            const { output, problem } = await reapPods(args, folderOf(args), process.env);
            process.stdout.write(output);
            if (problem === undefined)
                return exit_codes/* exitCodes */.h.done;
            process.stderr.write(`${(0,reports_style/* paintWith */.Hy)(errorStyle)('error', 'error')}: ${problem}\n`);
            return exit_codes/* exitCodes */.h.failed;
        }
    }
}
/** Prints what is wrong; the exit code says whether there were errors. */
async function report(diagnostics, args, errorStyle) {
    const { sayDiagnostics } = await __webpack_require__.e(/* import() */ 9637).then(__webpack_require__.bind(__webpack_require__, 29637));
    process.stdout.write(sayDiagnostics(diagnostics, args.format, { version, environment: process.env }));
    if (args.format === 'text' || args.format === 'mermaid') {
        printDiagnostics(diagnostics, errorStyle);
        if (diagnostics.length === 0)
            process.stdout.write('no mistakes found\n');
    }
    return hasErrors(diagnostics) ? exit_codes/* exitCodes */.h.invalidInput : exit_codes/* exitCodes */.h.done;
}
async function formatChains(args, errorStyle) {
    const { fmt } = await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(2836), __webpack_require__.e(3274), __webpack_require__.e(8858)]).then(__webpack_require__.bind(__webpack_require__, 49658));
    const { output, summary, diagnostics, code } = await fmt(args, folderOf(args), process.cwd(), () => (0,consumers_.text)(process.stdin));
    printDiagnostics(diagnostics, errorStyle);
    process.stdout.write(output);
    if (summary !== '')
        process.stderr.write(`${summary}\n`);
    return code;
}
async function initialise(args, errorStyle) {
    const { init } = await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(1927), __webpack_require__.e(3274), __webpack_require__.e(8950), __webpack_require__.e(3064), __webpack_require__.e(3456)]).then(__webpack_require__.bind(__webpack_require__, 53456));
    const { askLine } = await __webpack_require__.e(/* import() */ 548).then(__webpack_require__.bind(__webpack_require__, 10548));
    const isPerson = process.stdin.isTTY === true && process.stdout.isTTY === true && args.format === 'text';
    const place = { shownFrom: process.cwd(), ...(isPerson ? { ask: askLine } : {}) };
    const { output, diagnostics, code } = await init(args, folderOf(args), place);
    printDiagnostics(diagnostics, errorStyle);
    process.stdout.write(output);
    return code;
}
async function compileFiles(args, errorStyle) {
    const { compile } = await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(1927), __webpack_require__.e(3274), __webpack_require__.e(8950), __webpack_require__.e(3064)]).then(__webpack_require__.bind(__webpack_require__, 83064));
    const { output, summary, diagnostics, code } = compile(args, folderOf(args), process.cwd());
    printDiagnostics(diagnostics, errorStyle);
    process.stdout.write(output);
    if (summary !== '')
        process.stderr.write(`${summary}\n`);
    return code;
}
async function plan(args, errorStyle) {
    const prepared = await prepareSubject(args);
    const { plan } = prepared;
    if (!plan)
        return await report(prepared.diagnostics, args, errorStyle);
    printDiagnostics(prepared.diagnostics, errorStyle);
    if (args.format === 'json') {
        const { planJson } = await __webpack_require__.e(/* import() */ 4384).then(__webpack_require__.bind(__webpack_require__, 34384));
        process.stdout.write(`${JSON.stringify(planJson(plan), null, 2)}\n`);
    }
    else if (args.format === 'mermaid') {
        const { flowchart } = await __webpack_require__.e(/* import() */ 7783).then(__webpack_require__.bind(__webpack_require__, 67783));
        process.stdout.write(`${flowchart(plan)}\n`);
    }
    else {
        const { planText } = await __webpack_require__.e(/* import() */ 2377).then(__webpack_require__.bind(__webpack_require__, 72377));
        const offers = await offersIn(plan);
        process.stdout.write(planText(plan, (0,reports_style.styleFor)(process.env, process.stdout.isTTY === true), { offers }));
    }
    return exit_codes/* exitCodes */.h.done;
}
/** Live prices, where the plan would make pods. */
async function offersIn(plan) {
    if (!plan.pods?.length)
        return [];
    const { offersOf } = await Promise.all(/* import() */[__webpack_require__.e(4994), __webpack_require__.e(3054), __webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(325), __webpack_require__.e(964)]).then(__webpack_require__.bind(__webpack_require__, 80325));
    return await offersOf(plan, process.env);
}
async function run(args, errorStyle) {
    const prepared = await prepareSubject(args);
    const { plan, targets, diagnostics } = prepared;
    if (!plan)
        return await report(diagnostics, args, errorStyle);
    printDiagnostics(diagnostics, errorStyle);
    const { startRun } = await Promise.all(/* import() */[__webpack_require__.e(4994), __webpack_require__.e(3054), __webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(325), __webpack_require__.e(964)]).then(__webpack_require__.bind(__webpack_require__, 80325));
    const { viewFor } = await Promise.all(/* import() */[__webpack_require__.e(3054), __webpack_require__.e(7749), __webpack_require__.e(4859), __webpack_require__.e(1871)]).then(__webpack_require__.bind(__webpack_require__, 41871));
    const workspace = folderOf(args);
    const { reporters, ask } = viewFor(args, workspace);
    const finished = await startRun({
        plan,
        workspace,
        targets,
        environment: process.env,
        signals: (0,signals/* cancelOnSignals */.d)(),
        reporters,
        ...(ask ? { ask } : {}),
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
    const { resume, resumeEdited } = await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(4994), __webpack_require__.e(3054), __webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7749), __webpack_require__.e(4859), __webpack_require__.e(3274), __webpack_require__.e(8950), __webpack_require__.e(7798), __webpack_require__.e(325), __webpack_require__.e(1871), __webpack_require__.e(4821)]).then(__webpack_require__.bind(__webpack_require__, 56526));
    const workspace = folderOf(args);
    const notice = (text) => process.stderr.write(`${(0,reports_style/* paintWith */.Hy)(errorStyle)('notice', 'notice')}: ${text}\n`);
    if (args.edited !== true)
        return conclude(await resume(args, workspace, notice), errorStyle);
    const edited = await resumeEdited(args, workspace, {
        notice,
        diagnostics: (found) => printDiagnostics(found, errorStyle),
    });
    return edited.is === 'finished'
        ? conclude(edited.finished, errorStyle)
        : await report(edited.diagnostics, args, errorStyle);
}
/** Reading YAML and checking it is loaded only when it is done: `help` and `version` need neither. */
async function prepareSubject(args) {
    if (args.subject === undefined) {
        throw new cli_arguments/* UsageError */.eb(`\`${args.command}\` needs a workflow or a chain`, `for example \`ml-workflow ${args.command} workflows/sweep.yml\``);
    }
    const { prepare, wantedOf } = await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(3274), __webpack_require__.e(8950), __webpack_require__.e(1583)]).then(__webpack_require__.bind(__webpack_require__, 28950));
    return prepare({
        wanted: wantedOf(args.subject, '<chain>'),
        folder: folderOf(args),
        shownFrom: process.cwd(),
        personal: (0,external_node_os_.homedir)(),
        given: args.given,
    });
}
function folderOf(args) {
    const folder = (0,external_node_path_.resolve)(args.project ?? '.');
    const found = (0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false });
    if (!found?.isDirectory()) {
        const problem = found ? 'this is no folder' : 'no such folder';
        throw new cli_arguments/* UsageError */.eb(`${problem}: \`${args.project ?? '.'}\``, '`--project` names the folder with `ml-workflow.yml`');
    }
    return folder;
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

// EXTERNAL MODULE: ./build/silence.js
var silence = __webpack_require__(89979);
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
        process.exitCode = await (0,silence/* neverInSilence */.B)(process, () => main(process.argv.slice(2)), () => {
            process.stderr.write(`internal error, please report it: ${silence/* stalledMessage */.X}\n`);
            process.exit(1);
        });
    }
    catch (error) {
        // Everything a person can get wrong is a diagnostic; what arrives here is a mistake of ours.
        process.stderr.write(`internal error, please report it:\n${error instanceof Error ? error.stack : String(error)}\n`);
        process.exitCode = 1;
    }
}


/***/ }),

/***/ 98213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   We: () => (/* binding */ parseArguments),
/* harmony export */   eb: () => (/* binding */ UsageError)
/* harmony export */ });
/* unused harmony exports commands, formats */
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60716);
/* harmony import */ var _language_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11786);
/* harmony import */ var _init_choices_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24484);
/** Words of the command line → what was asked. A word we do not know is an error; those of the workflow are its own. */



const commands = [
    'init',
    'run',
    'plan',
    'check',
    'fmt',
    'compile',
    'resume',
    'why',
    'report',
    'doctor',
    'reap',
    'help',
    'version',
];
/** By command; the first is what one gets without `--format`. */
const formats = {
    plan: ['text', 'json', 'mermaid'],
    check: ['text', 'json', 'sarif', 'github'],
};
const usualFormats = ['text', 'json'];
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
        const isBare = rest[0] === undefined || rest[0] === '--help' || rest[0] === '-h';
        const topic = commands.find((name) => name === rest[0]);
        if (rest[0] !== undefined && !isBare && !topic)
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
    let check = false;
    let run;
    let edited = false;
    let reap = { all: false, dryRun: false };
    let doctor = { offline: false };
    let compile = {};
    let init = {};
    let report = {};
    const decided = [];
    const subjects = [];
    const given = [];
    for (let index = 0; index < words.length; index += 1) {
        const word = words[index] ?? '';
        const [, name, inline] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
        if (word === '-h' || name === 'help')
            return { command: 'help', ...nothing, topic: command };
        if (/^-[^-\s/]$/.test(word))
            throw new UsageError(`unknown option \`${word}\``, 'options are written in full: `--help`');
        if (name === undefined) {
            if (command === 'version' || command === 'reap' || command === 'init')
                throw new UsageError(`unexpected \`${word}\``);
            if (takesMany(command)) {
                subjects.push(word);
                continue;
            }
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
        else if (name === 'check' && inline === undefined && (takesMany(command) || command === 'init'))
            check = true;
        else if (name === 'run' && (command === 'why' || command === 'reap'))
            run = value();
        else if (name === 'all' && inline === undefined && command === 'reap')
            reap = { ...reap, all: true };
        else if (name === 'dry-run' && inline === undefined && command === 'reap')
            reap = { ...reap, dryRun: true };
        else if (name === 'owner' && command === 'reap')
            reap = { ...reap, owner: value() };
        else if (name === 'key-variable' && command === 'reap')
            reap = { ...reap, keyVariable: value() };
        else if (name === 'out' && command === 'compile')
            compile = { ...compile, out: value() };
        else if (name === 'action' && command === 'init')
            init = { ...init, action: value() };
        else if (name === 'train' && command === 'init')
            init = { ...init, train: value() };
        else if (name === 'template' && command === 'init')
            init = { ...init, template: oneOf('template', _init_choices_js__WEBPACK_IMPORTED_MODULE_2__/* .templates */ .k, value()) };
        else if (name === 'target' && command === 'init')
            init = { ...init, target: oneOf('target', _init_choices_js__WEBPACK_IMPORTED_MODULE_2__/* .targets */ .z, value()) };
        else if (isSwitch(name) && inline === undefined && command === 'init')
            init = { ...init, [name]: true };
        else if (name === 'out' && command === 'report')
            report = { ...report, out: value() };
        else if (name === 'compare' && command === 'report')
            report = { ...report, compare: value() };
        else if (name === 'action' && command === 'compile')
            compile = { ...compile, action: value() };
        else if (name === 'target' && command === 'doctor')
            doctor = { ...doctor, target: value() };
        else if (name === 'offline' && inline === undefined && command === 'doctor')
            doctor = { ...doctor, offline: true };
        else if (name === 'edited' && inline === undefined && command === 'resume')
            edited = true;
        else if ((name === 'approve' || name === 'reject') && command === 'resume')
            decided.push({ label: value(), approved: name === 'approve' });
        else if (name === 'project')
            project = value();
        else if (name === 'format')
            format = formatOf(value(), command);
        else if (name === 'param' && (takesParameters(command) || command === 'resume')) {
            const text = value();
            const equals = text.indexOf('=');
            if (equals < 1)
                throw new UsageError(`expected \`--param name=value\`, found \`${text}\``);
            given.push({ name: text.slice(0, equals), value: text.slice(equals + 1), source: source(text) });
        }
        else if (takesParameters(command)) {
            // `--dry-run` in front of another option, or at the end, is a boolean that is set.
            const next = words[index + 1];
            const isAlone = inline === undefined && (next === undefined || next.startsWith('--'));
            if (isAlone)
                given.push({ name, value: 'true', source: (0,_language_source_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceOf */ .vz)('<arguments>', word) });
            else {
                const text = value();
                given.push({ name, value: text, source: source(text) });
            }
        }
        else {
            throw new UsageError(`unknown option \`--${name}\``, (0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(name, optionsOf(command), (one) => `--${one}`) ??
                (command === 'resume' ? `a parameter is written \`--edited --param ${name}=…\`` : undefined));
        }
    }
    const twice = decided.find(({ label }, index) => decided.slice(0, index).some((one) => one.label === label));
    if (twice)
        throw new UsageError(`\`${twice.label}\` is decided twice`);
    if (given.length > 0 && command === 'resume' && !edited)
        throw new UsageError('a run goes on with the parameters it has', '`--edited` plans the workflow anew');
    return {
        command,
        format,
        logs,
        given,
        ...(subject === undefined ? {} : { subject }),
        ...(takesMany(command) ? { subjects, check } : {}),
        ...(command === 'init' ? { init, check } : {}),
        ...(command === 'compile' ? { compile } : {}),
        ...(command === 'report' ? { report } : {}),
        ...(command === 'resume' ? { edited, decided } : {}),
        ...(command === 'reap' ? { reap } : {}),
        ...(command === 'doctor' ? { doctor } : {}),
        ...(run === undefined ? {} : { run }),
        ...(project === undefined ? {} : { project }),
    };
}
/** The commands that are given a workflow, and so its parameters. */
function takesParameters(command) {
    return command === 'run' || command === 'plan' || command === 'check';
}
function takesMany(command) {
    return command === 'fmt' || command === 'compile';
}
function isSwitch(name) {
    return name === 'yes' || name === 'force' || name === 'router';
}
function oneOf(option, names, text) {
    const found = names.find((name) => name === text);
    if (found)
        return found;
    const all = names.map((name) => `\`${name}\``).join(', ');
    throw new UsageError(`unknown ${option} \`${text}\``, `\`--${option}\` is one of ${all}`);
}
function optionsOf(command) {
    const common = ['project', 'format', 'help'];
    switch (command) {
        case 'fmt':
            return [...common, 'check'];
        case 'init':
            return [...common, 'template', 'target', 'train', 'yes', 'force', 'router', 'check', 'action'];
        case 'compile':
            return [...common, 'check', 'out', 'action'];
        case 'resume':
            return [...common, 'logs', 'approve', 'reject', 'edited', 'param'];
        case 'why':
            return [...common, 'run'];
        case 'report':
            return [...common, 'out', 'compare'];
        case 'doctor':
            return [...common, 'target', 'offline'];
        case 'reap':
            return [...common, 'run', 'all', 'dry-run', 'owner', 'key-variable'];
        default:
            return [...common, 'logs'];
    }
}
function formatOf(text, command) {
    const known = formats[command] ?? usualFormats;
    const format = known.find((name) => name === text);
    if (format)
        return format;
    const help = `formats of \`${command}\` are ${known.map((name) => `\`${name}\``).join(', ')}`;
    throw new UsageError(`unknown format \`${text}\``, help);
}


/***/ }),

/***/ 24484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ templates),
/* harmony export */   z: () => (/* binding */ targets)
/* harmony export */ });
/** What `init` can be asked to make. */
const templates = ['sweep', 'train', 'minimal'];
const targets = ['local', 'runpod', 'ssh'];


/***/ }),

/***/ 38702:
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

/***/ 49277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ exitCodeOf),
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
const exitCodes = {
    done: 0,
    failed: 1,
    invalidInput: 2,
    gateNotMet: 3,
    waiting: 4,
    cancelled: 130,
};
function exitCodeOf(decision) {
    switch (decision) {
        case 'passed':
        case 'handled':
            return exitCodes.done;
        case 'failed':
            return exitCodes.failed;
        case 'not-met':
            return exitCodes.gateNotMet;
        case 'waiting':
            return exitCodes.waiting;
        case 'cancelled':
            return exitCodes.cancelled;
    }
}


/***/ }),

/***/ 60716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z7: () => (/* binding */ normalised),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   pA: () => (/* binding */ nearest),
/* harmony export */   yR: () => (/* binding */ slug)
/* harmony export */ });
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

/***/ 22545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ paintWith),
/* harmony export */   VL: () => (/* binding */ width),
/* harmony export */   jC: () => (/* binding */ padded),
/* harmony export */   styleFor: () => (/* binding */ styleFor),
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

/***/ 34937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ cancelOnSignals)
/* harmony export */ });
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49277);
/** Ctrl-C, a closed terminal and the runner's cancel → an orderly end. */

/** The first signal cancels the run, the second ends what was still allowed to run, the third leaves at once. */
function cancelOnSignals() {
    const first = new AbortController();
    const second = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        process.on(name, () => {
            if (second.signal.aborted)
                process.exit(_exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.cancelled);
            (first.signal.aborted ? second : first).abort(name);
        });
    }
    return { first: first.signal, second: second.signal };
}


/***/ }),

/***/ 89979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ neverInSilence),
/* harmony export */   X: () => (/* binding */ stalledMessage)
/* harmony export */ });
/** Node ends a program without a word when nothing is left that could wake it, even with work that is not done. */
/** Calls `stalled` when the process would end before `work` has. */
async function neverInSilence(process, work, stalled) {
    process.once('beforeExit', stalled);
    try {
        return await work();
    }
    finally {
        process.off('beforeExit', stalled);
    }
}
const stalledMessage = 'nothing was left to wait for before the work was done; `ml-workflow resume` goes on with a run, `ml-workflow reap` ends its pods';


/***/ })

};
