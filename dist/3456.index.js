export const id = 3456;
export const ids = [3456];
export const modules = {

/***/ 90485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   check: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60716);
/* harmony import */ var _language_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11786);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28950);
/* harmony import */ var _project_load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11696);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98213);
/** `check`: every mistake of a workflow, or of all a project's files, at once. */








function check(args, folder, shownFrom) {
    const [option] = args.given;
    if (args.subject === undefined && option) {
        const help = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_7__/* .didYouMean */ .au)(option.name, ['project', 'format'], (known) => `--${known}`);
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb(`unknown option \`--${option.name}\``, help);
    }
    const subjects = args.subject === undefined ? allWorkflows(folder) : [(0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__.wantedOf)(args.subject, '<chain>')];
    const found = subjects.flatMap((wanted) => (0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__.prepare)({ wanted, folder, shownFrom, personal: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), given: args.given, checkOnly: true })
        .diagnostics);
    const seen = new Set();
    return found.filter(({ source, span, code, message }) => {
        const key = `${source.name} ${span.start} ${code} ${message}`;
        return !seen.has(key) && seen.add(key);
    });
}
function allWorkflows(folder) {
    const files = (0,_project_load_js__WEBPACK_IMPORTED_MODULE_5__/* .workflowFiles */ .BF)(folder);
    const isProject = ['.claude', '.factory', _project_load_js__WEBPACK_IMPORTED_MODULE_5__/* .projectFileName */ .bi].some((name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)));
    // A job that looks into the wrong folder would pass for ever.
    if (files.length === 0 && !isProject)
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb(`there is nothing to check: no \`${_project_load_js__WEBPACK_IMPORTED_MODULE_5__/* .projectFileName */ .bi}\` and no \`workflows/\` here`, '`--project` names the folder of the project');
    // A project without workflow files still has a project file to check: a chain that does nothing reads it.
    if (files.length === 0)
        return [{ is: 'chain', source: (0,_language_source_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceOf */ .vz)('<chain>', '/continue') }];
    return files.map((reference) => ({ is: 'workflow', reference }));
}


/***/ }),

/***/ 53456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/exit-codes.js
var exit_codes = __webpack_require__(49277);
// EXTERNAL MODULE: ./build/jobs/file-name.js
var file_name = __webpack_require__(10707);
// EXTERNAL MODULE: ./build/jobs/workflow-yaml.js
var workflow_yaml = __webpack_require__(99702);
// EXTERNAL MODULE: ./build/language/diagnostic-json.js
var diagnostic_json = __webpack_require__(45971);
// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
// EXTERNAL MODULE: ./build/project/load.js + 9 modules
var load = __webpack_require__(11696);
// EXTERNAL MODULE: ./build/cli/arguments.js
var cli_arguments = __webpack_require__(98213);
// EXTERNAL MODULE: ./build/cli/check.js
var check = __webpack_require__(90485);
// EXTERNAL MODULE: ./build/cli/compile.js
var compile = __webpack_require__(83064);
;// CONCATENATED MODULE: ./build/cli/init/changes.js
/** Files that are written together: what was there before comes back when something goes wrong. */


class Changes {
    #before = [];
    #folders = [];
    /** `path`: absolute. Its folder is made. What stands there is replaced in one go. */
    write(path, text) {
        this.#makeFolder((0,external_node_path_.dirname)(path));
        const bytes = (0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.readFileSync)(path) : undefined;
        const temporary = `${path}.${process.pid}.tmp`;
        try {
            (0,external_node_fs_.writeFileSync)(temporary, text, { flag: 'wx' });
            this.#before.push({ path, bytes });
            (0,external_node_fs_.renameSync)(temporary, path);
        }
        finally {
            (0,external_node_fs_.rmSync)(temporary, { force: true });
        }
    }
    /** All is as it was. */
    undo() {
        for (const { path, bytes } of this.#before.splice(0).reverse()) {
            if (bytes === undefined)
                (0,external_node_fs_.rmSync)(path, { force: true });
            else
                (0,external_node_fs_.writeFileSync)(path, bytes);
        }
        for (const folder of this.#folders.splice(0))
            (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    }
    #makeFolder(folder) {
        const first = (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        if (first !== undefined)
            this.#folders.push(first);
    }
}

// EXTERNAL MODULE: ./build/cli/init/choices.js
var choices = __webpack_require__(24484);
// EXTERNAL MODULE: ./build/jobs/yaml-text.js
var yaml_text = __webpack_require__(1276);
// EXTERNAL MODULE: ./build/language/parser.js + 17 modules
var parser = __webpack_require__(89941);
// EXTERNAL MODULE: ./build/language/printer.js + 1 modules
var printer = __webpack_require__(90259);
// EXTERNAL MODULE: ./build/language/source.js
var source = __webpack_require__(11786);
;// CONCATENATED MODULE: ./build/cli/init/draft.js
/** What was found and chosen → the texts of a project file and of a workflow. Pure. */




function draftOf(choices) {
    const { template } = choices;
    const axis = template === 'sweep' ? axisIn(choices.training) : undefined;
    const params = paramsIn(choices).filter(({ flag }) => flag !== axis?.flag);
    const workflow = template === 'sweep' ? 'sweep' : 'ml-train';
    const comment = template === 'sweep' ? '/ml-sweep' : '/ml-train';
    const asked = params.filter(({ value }) => value === undefined).map(({ flag }) => flag);
    return {
        project: projectText(choices, params, axis),
        ...{ workflow, comment, asked },
        text: workflowText(choices, params, axis, comment),
        ...(axis ? { axis } : {}),
        ...(template === 'minimal' ? {} : { bound: boundOf(choices.training) }),
        secrets: secretsOf(choices.target),
    };
}
/** What the training cannot do without, and what people change most. */
function paramsIn({ training, values }) {
    const written = training.measured.argument?.split(' ')[0];
    return training.options.flatMap((option) => {
        const { flag, type, isRequired, choices } = option;
        const isUsual = /^--(?:epochs|seed)$/.test(flag) && option.default !== undefined;
        if (flag === written || type === 'boolean' || (!isRequired && !isUsual))
            return [];
        const text = values[flag] ?? option.default ?? (choices?.length === 1 ? choices[0] : undefined);
        const number = text === undefined ? undefined : Number(text);
        const isNumber = type === 'integer' ? Number.isInteger(number) : Number.isFinite(number);
        const isText = type === 'string' || !isNumber;
        return [
            {
                ...{ name: flag.slice(2), flag, type: isText && text !== undefined ? 'string' : type, choices },
                value: isText ? text : number,
            },
        ];
    });
}
/** The likeliest first, with what is tried where the option has no default. */
const swept = [
    [/sigma$/, ['0.10', '0.12', '0.15', '0.20']],
    [/^(?:lr|learning-?rate)$/, ['0.0003', '0.001', '0.003']],
    [/dropout/, ['0.1', '0.3', '0.5']],
    [/weight-?decay/, ['0.0001', '0.001', '0.01']],
    [/hidden/, ['64', '128', '256']],
    [/batch-?size/, ['32', '64', '128']],
    [/^seed$/, ['1', '2', '3']],
    [/^epochs$/, ['10', '20', '40']],
];
function axisIn({ options }) {
    for (const [pattern, points] of swept) {
        const option = options.find(({ flag, type, isRequired }) => pattern.test(flag.slice(2).replaceAll('_', '-')) && type !== 'boolean' && !isRequired);
        if (!option)
            continue;
        const name = option.flag.slice(2);
        return {
            name,
            flag: option.flag,
            isGuess: false,
            points: name === 'seed' ? points : around(option, points),
        };
    }
    return { name: 'seed', flag: '--seed', isGuess: true, points: ['1', '2', '3'] };
}
/** Half of the default, the default, and twice as much. */
function around({ type, default: usual }, points) {
    const number = Number(usual);
    if (usual === undefined || !Number.isFinite(number) || number <= 0)
        return points;
    const values = [number / 2, number, number * 2];
    if (type === 'integer')
        return [...new Set(values.map((value) => String(Math.max(1, Math.round(value)))))];
    const digits = values.map((value) => value.toPrecision(3));
    // Written as people do: no exponents, no zeros behind.
    return digits.map((text) => Number(text)
        .toFixed(12)
        .replace(/\.?0+$/, ''));
}
function projectText(choices, params, axis) {
    const { name, target, localCommands, setup } = choices;
    const sections = [
        { name },
        ...(axis ? [{ axes: { [axis.name]: (0,yaml_text/* inline */.mG)({ flag: axis.flag }) } }] : []),
        ...(target === 'local' ? [] : [remote(target, setup)]),
        { commands: { train: commandOf(choices, params, axis) } },
        ...(target === 'local' ? [policyOf(localCommands)] : []),
    ];
    const head = 'What the names in the chains of `workflows/` mean in this project.';
    return `${(0,yaml_text/* commentLines */.rT)(head).join('\n')}\n${sections.map(yaml_text/* yamlText */.pS).join('\n')}`;
}
const hostVariables = {
    host: 'TRAIN_HOST',
    port: 'TRAIN_PORT',
    key: 'TRAIN_SSH_KEY',
    'host-key': 'TRAIN_HOST_KEY',
};
function secretsOf(target) {
    if (target === 'runpod')
        return ['RUNPOD_API_KEY'];
    return target === 'ssh' ? Object.values(hostVariables) : [];
}
function remote(target, setup) {
    if (target === 'ssh') {
        const settings = Object.fromEntries(Object.entries(hostVariables).map(([key, variable]) => [key, (0,yaml_text/* inline */.mG)({ env: variable })]));
        return { targets: { box: { kind: 'ssh', ...settings, slots: (0,yaml_text/* behind */.Ry)(1, 'trainings at once'), setup } } };
    }
    return {
        budget: (0,yaml_text/* behind */.Ry)('5usd', 'what one run may cost'),
        targets: {
            pod: {
                kind: 'runpod',
                image: 'runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404',
                gpu: ['RTX 4090'],
                'max-price': (0,yaml_text/* behind */.Ry)(0.8, 'dollars an hour for one pod'),
                lifetime: (0,yaml_text/* behind */.Ry)('2h', 'no pod lives longer, whatever happens here'),
                pods: (0,yaml_text/* behind */.Ry)(4, 'at once'),
                setup,
            },
        },
    };
}
function commandOf(choices, params, axis) {
    const { training, target, template } = choices;
    const { command, measured } = training;
    const run = [command.includes('"$@"') ? command : `${command} "$@"`, measured.argument];
    return {
        description: 'Trains one model, and measures it',
        run: run.filter((one) => one !== undefined).join(' '),
        target: target === 'local' ? undefined : target === 'ssh' ? 'box' : 'pod',
        timeout: '1h',
        // It runs on this machine, which has what the training needs only when the training runs here, too. What is not known to
        // understand `--help` might train.
        preflight: target === 'local' && axis?.isGuess === false
            ? `${command.replace(' "$@"', '')} --help | grep -e ${axis.flag} > /dev/null`
            : undefined,
        params: params.length === 0
            ? undefined
            : Object.fromEntries(params.map((one) => [one.name, (0,yaml_text/* inline */.mG)({ ...shapeOf(one), flag: one.flag })])),
        // It leaves its numbers at one place of the workspace, where its siblings would, too.
        isolation: template === 'sweep' && measured.is === 'workspace' ? 'copy' : undefined,
        metrics: measures(choices) ? metricsOf(training) : undefined,
    };
}
function shapeOf({ type, value, choices }) {
    return {
        type: type === 'string' ? undefined : type,
        default: value,
        choices: choices === undefined || choices.length === 0 ? undefined : choices,
    };
}
/** Whether the command declares a metric: always where a gate asks for it. */
function measures({ template, training }) {
    return template !== 'minimal' || training.measured.isCertain;
}
function metricsOf({ measured }) {
    const { path, field, metric, is } = measured;
    if (is === 'nowhere')
        return (0,yaml_text/* above */.G1)([(0,yaml_text/* inline */.mG)({ output: [metric] })], `The training has to tell it: a line \`${metric}=0.93\` in the file that $ML_OUTPUT names.`);
    const fields = field === metric ? { fields: [metric] } : { map: { [metric]: field } };
    return [(0,yaml_text/* inline */.mG)({ json: is === 'workspace' ? path : `$ML_RUN_DIR/${path}`, ...fields })];
}
function policyOf(isAllowed) {
    return {
        policy: (0,yaml_text/* above */.G1)((0,yaml_text/* inline */.mG)({ 'local-commands': isAllowed }), [
            "Whether code of a pull request may run on GitHub's own runner. Whoever wrote it can then read what the job can: its token,",
            'and the secrets that commands name. Only people with write access start runs, either way.',
        ].join('\n')),
    };
}
/** An example: what is good enough is for people to say. */
function boundOf({ measured }) {
    return /loss|rmse|mae/.test(measured.metric) ? '<0.50' : '>0.90';
}
function workflowText({ template, training }, params, axis, comment) {
    const { metric } = training.measured;
    const needsMore = params.some(({ value }) => value === undefined);
    const given = Object.fromEntries(params.map((one) => [one.name, (0,yaml_text/* inline */.mG)(shapeOf(one))]));
    const bound = boundOf(training);
    const chain = axis
        ? `parallel[${axis.points.map((point) => `/train:${axis.name}-${point}`).join(' | ')}] → /results:aggregate
      → /best-model:select → /require:best-${metric.replaceAll('_', '-')}${bound}`
        : template === 'train'
            ? `/train → /require:${metric.replaceAll('_', '-')}${bound}`
            : '/train';
    const description = {
        sweep: 'Trains at several points side by side, and asks whether the best model is good enough',
        train: 'Trains a model, and asks whether it is good enough',
        minimal: 'Trains a model',
    }[template];
    const head = (0,yaml_text/* yamlText */.pS)({
        description,
        on: {
            comment: (0,yaml_text/* behind */.Ry)(comment, 'a line of a comment on a pull request'),
            // A label brings no values with it.
            label: needsMore ? undefined : template === 'sweep' ? 'ml:sweep' : 'ml:train',
        },
        params: params.length === 0 ? undefined : given,
    });
    const lines = (0,printer/* format */.GP)((0,parser/* parse */.q)((0,source/* sourceOf */.vz)('<chain>', chain)).chain).split('\n');
    return `${head}chain: |\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`;
}

;// CONCATENATED MODULE: ./build/jobs/router-yaml.js
/** The workflow that listens to comments and labels of pull requests, and runs nothing of theirs. Pure; the same bytes each time. */


/**
 * Most comments ask for nothing, and then no runner starts: a command begins a line. Programs ask for nothing either. All other
 * events are few, and a push by a program takes labels away, too.
 */
const isMeant = [
    "github.event_name != 'issue_comment'",
    [
        'github.event.issue.pull_request',
        "github.event.comment.user.type == 'User'",
        `(startsWith(github.event.comment.body, '/') || contains(github.event.comment.body, fromJSON('"\\n/"')))`,
    ].join(' && '),
].join(' || ');
function routerYaml({ action, project }) {
    const head = [
        'Answers comments and labels on pull requests, and starts what they ask for. Nothing of a pull request is run here, and no',
        'key of an account is known: runs are dispatched, and have jobs of their own.',
        ...writtenBy(project),
    ];
    return `${(0,yaml_text/* commentLines */.rT)(head.join('\n')).join('\n')}\n${(0,yaml_text/* yamlText */.pS)({
        name: 'ml',
        on: {
            issue_comment: (0,yaml_text/* above */.G1)((0,yaml_text/* inline */.mG)({ types: ['created'] }), 'Commands: a line that begins with a slash. An edited comment asks for nothing: somebody else may have edited it.'),
            pull_request_target: (0,yaml_text/* above */.G1)({ types: ['opened', 'reopened', 'labeled', 'synchronize'] }, [
                'Labels that start a workflow, and pushes, which take them away again and make verdicts stale. By this event and not by',
                "`pull_request`, so that this file is always the default branch's. Opened: where `policy:` says `skip`, required checks pass.",
            ].join('\n')),
        },
        permissions: (0,yaml_text/* inline */.mG)({}),
    })}\n${(0,yaml_text/* yamlText */.pS)({
        jobs: {
            route: {
                if: `\${{ ${isMeant} }}`,
                'runs-on': 'ubuntu-latest',
                'timeout-minutes': 10,
                permissions: {
                    contents: (0,yaml_text/* behind */.Ry)('write', 'for the branch `ml-workflow-state`: what outlives a run'),
                    actions: (0,yaml_text/* behind */.Ry)('write', 'to start and end runs'),
                    checks: 'write',
                    'pull-requests': (0,yaml_text/* behind */.Ry)('write', 'for comments, reactions and labels'),
                },
                steps: [step(action, { command: 'route', project: project && (0,workflow_yaml/* literal */.eu)(project) })],
            },
        },
    })}`;
}
const written = 'Written by ml-workflow; do not edit. `ml-workflow init --router` writes it again.';
const forProject = 'For the project in ';
/** The end of the head of both files. */
function writtenBy(project) {
    return ['', written, ...(project === undefined ? [] : [`${forProject}${project}`])];
}
function step(action, inputs, more = {}) {
    const { repository, ref, comment } = action;
    const uses = `${repository}@${ref}`;
    return {
        uses: comment === undefined ? uses : (0,yaml_text/* behind */.Ry)(uses, comment),
        with: (0,yaml_text/* inline */.mG)(inputs),
        ...more,
    };
}
/** What a file says about itself that `routerYaml` or `runYaml` made; undefined for every other file. */
function routerHead(text) {
    const [head = ''] = /^(?:#.*\r?\n)+/.exec(text) ?? [];
    const lines = head.split(/\r?\n/);
    const at = lines.indexOf(`# ${written}`);
    if (at < 0)
        return undefined;
    const next = lines[at + 1] ?? '';
    const uses = /^ +- uses: (\S+@.*?)\r?$/m.exec(text)?.[1];
    return {
        action: uses === undefined ? undefined : (0,workflow_yaml/* actionReference */.Oc)(uses),
        project: next.startsWith(`# ${forProject}`) ? next.slice(`# ${forProject}`.length) : undefined,
    };
}

// EXTERNAL MODULE: ./build/jobs/ambient.js
var ambient = __webpack_require__(63869);
// EXTERNAL MODULE: ./build/jobs/layout.js
var layout = __webpack_require__(98407);
;// CONCATENATED MODULE: ./build/jobs/run-yaml.js
/** The workflow that runs chains which somebody has typed into a comment, in one job. Pure; the same bytes each time. */





/** A job of a runner of one's own ends after five days. */
const longestMinutes = 5 * 24 * 60;
const pull = "fromJSON(inputs.request || '{}').pr";
/** Throws for variables whose names are none: the project's files are checked for that. */
function runYaml({ action, project, variables, keys, runsOn, isHosted }) {
    const head = [
        'Runs a chain that somebody has typed into a comment, in one job. ml.yml dispatches it with the ids of the comment and of the',
        'pull request; the comment is read again here, and who wrote it is asked for again.',
        ...writtenBy(project),
    ];
    return `${(0,yaml_text/* commentLines */.rT)(head.join('\n')).join('\n')}\n${(0,yaml_text/* yamlText */.pS)({
        name: 'ml-run',
        'run-name': `ml-run\${{ ${pull} && format(' · #{0}', ${pull}) || '' }}`,
        on: {
            workflow_dispatch: {
                inputs: {
                    request: (0,yaml_text/* inline */.mG)({
                        description: 'Made by ml-workflow; a person leaves it as it is',
                        type: 'string',
                        default: '{}',
                    }),
                },
            },
        },
        permissions: (0,yaml_text/* inline */.mG)({}),
        concurrency: { group: `ml-run-\${{ ${pull} || github.ref }}`, queue: 'max' },
    })}\n${(0,yaml_text/* yamlText */.pS)({
        jobs: {
            run: {
                'runs-on': typeof runsOn === 'string' ? (0,workflow_yaml/* literal */.eu)(runsOn) : runsOn.map(workflow_yaml/* literal */.eu),
                'timeout-minutes': isHosted ? layout/* hostedMinutes */.LI : longestMinutes,
                permissions: (0,yaml_text/* inline */.mG)({
                    contents: 'read',
                    actions: 'read',
                    checks: 'write',
                    'pull-requests': 'write',
                }),
                steps: [
                    step(action, { request: '${{ inputs.request }}', project: project && (0,workflow_yaml/* literal */.eu)(project) }, { env: given(variables, keys) }),
                ],
            },
        },
    })}`;
}
/** Undefined when there is none. */
function given(variables, keys) {
    // What the runner has itself stays as it has it: an expression would put an empty text in its place.
    const names = [...new Set([...variables.filter((name) => !(0,ambient/* isAmbient */.z)(name)), ...keys])].sort();
    if (names.length === 0)
        return undefined;
    return Object.fromEntries(names.map((name) => {
        if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
            throw new Error(`internal: \`${name}\` is no variable; please report this`);
        return [
            name,
            keys.includes(name) ? `\${{ secrets.${name} }}` : `\${{ secrets.${name} || vars.${name} }}`,
        ];
    }));
}

// EXTERNAL MODULE: ./build/prepare.js + 35 modules
var prepare = __webpack_require__(28950);
;// CONCATENATED MODULE: ./build/cli/init/routers.js
/** The two workflow files that answer comments: what they should say, and what stands there now. */










const usualAction = { repository: 'moola/ml-workflow', ref: 'v1' };
/** Throws a `UsageError` when they serve another project of the repository. */
function routerFiles({ folder, root, project, shownFrom }, pin) {
    const inside = (0,external_node_path_.join)(root, '.github', 'workflows');
    const action = pin ?? pinIn(inside) ?? usualAction;
    const { runsOn, ...needed } = neededBy(folder, shownFrom);
    const file = (name, text) => {
        const path = (0,external_node_path_.join)(inside, name);
        if (!(0,external_node_fs_.existsSync)(path))
            return { path, text, state: 'missing' };
        const before = (0,external_node_fs_.readFileSync)(path, 'utf8').replaceAll('\r\n', '\n');
        const head = routerHead(before);
        if (!head)
            return { path, text, state: 'of-somebody' };
        if (head.project !== project)
            throw new cli_arguments/* UsageError */.eb(`\`.github/workflows/${name}\` is that of the project in \`${head.project ?? '.'}\``, 'a repository answers comments for one project; delete the file to let it be this one');
        return { path, text, state: before === text ? 'unchanged' : 'stale' };
    };
    return [
        file(file_name/* routerFile */.ul, routerYaml({ action, project })),
        file(file_name/* chainFile */.c9, runYaml({ action, project, runsOn, isHosted: (0,prepare/* isHosted */.O)(runsOn), ...needed })),
    ];
}
/** What these use now, or else what compiled workflows use. */
function pinIn(folder) {
    const names = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder) : [];
    const texts = [file_name/* routerFile */.ul, file_name/* chainFile */.c9, ...names.filter((name) => /\.ya?ml$/.test(name)).sort()]
        .filter((name) => names.includes(name))
        .map((name) => textOf((0,external_node_path_.join)(folder, name)));
    for (const text of texts) {
        const action = (routerHead(text) ?? (0,workflow_yaml/* compiledHead */.y4)(text))?.action;
        if (action)
            return action;
    }
    return undefined;
}
/** Empty for what is no file. */
function textOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
/** Whatever a chain of this project may need. Of what the project declares, not of what a person has at home. */
function neededBy(folder, shownFrom) {
    const { project, runsOn, notify } = (0,load/* load */.Hh)(folder, shownFrom, {
        is: 'chain',
        source: (0,source/* sourceOf */.vz)('<chain>', '/continue'),
    });
    const scripts = [...project.commands.values(), ...project.agents.values()];
    const targets = [...(project.remote?.targets.values() ?? [])];
    return {
        runsOn,
        variables: [
            ...scripts.flatMap((one) => (one.is === 'run' ? one.command.env : [])),
            ...targets.flatMap((target) => (target.kind === 'ssh' ? settingsOf(target) : [])),
            ...notify.map(({ variable }) => variable),
        ],
        keys: [...new Set(targets.flatMap((target) => (target.kind === 'runpod' ? [target.key] : [])))],
    };
}
function settingsOf({ host, port, user, key, hostKey }) {
    return [host, port, user, key, hostKey].flatMap((one) => ('variable' in one ? [one.variable] : []));
}

;// CONCATENATED MODULE: ./build/cli/init/python.js
/** Python source as text → what a command line of it takes. Nothing is run; what is not understood is not there. */
/** Of a script; with `subcommand`, of this one alone. By argparse, and by click. Undefined when there is no such subcommand. */
function optionsOf(text, subcommand) {
    if (subcommand === undefined)
        return unique([...argparse(text, /\.add_argument\(/g), ...click(text)]);
    const name = subcommand.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const parser = new RegExp(`(\\w+)\\s*=\\s*\\w+\\.add_parser\\(\\s*(['"])${name}\\2`).exec(text)?.[1];
    if (parser !== undefined)
        return unique(argparse(text, new RegExp(`\\b${parser}\\.add_argument\\(`, 'g')));
    const decorated = /(?:^@[\w.]+\((?:[^()]|\([^()]*\))*\)[ \t]*(?:#.*)?\n)+(?:async )?def (\w+)\(/gm;
    for (const [block, defined = ''] of text.matchAll(decorated)) {
        const named = /^@[\w.]+\.command\(\s*(?:name\s*=\s*)?(['"])(.*?)\1/m.exec(block)?.[2];
        const isCommand = /^@[\w.]+\.command\(/m.test(block);
        // Without a name, click takes the function's, with hyphens.
        if (isCommand && (named ?? defined.replaceAll('_', '-')) === subcommand)
            return unique(click(block));
    }
    return undefined;
}
function unique(options) {
    return [...new Map(options.map((one) => [one.flag, one])).values()];
}
function argparse(text, calls) {
    return [...text.matchAll(calls)].flatMap(({ 0: call, index }) => {
        const written = argumentsAt(text, index + call.length);
        const action = /\baction\s*=\s*['"](\w+)['"]/.exec(written)?.[1];
        return optionIn(written, action === 'store_true' || action === 'store_false' ? 'boolean' : undefined);
    });
}
function click(text) {
    return [...text.matchAll(/^@(?:\w+\.)?option\(/gm)].flatMap(({ 0: call, index }) => {
        const written = argumentsAt(text, index + call.length);
        const isSwitch = /\bis_flag\s*=\s*True/.test(written) || /['"]--[\w-]+\/--[\w-]+['"]/.test(written);
        return optionIn(written, isSwitch ? 'boolean' : undefined);
    });
}
function optionIn(written, known) {
    const flag = /['"](--[A-Za-z][\w-]*)(?:\/--[\w-]+)?['"]/.exec(written)?.[1];
    if (flag === undefined || flag === '--help' || flag === '--version')
        return [];
    const type = /\btype\s*=\s*(?:click\.)?(\w+)/i.exec(written)?.[1]?.toLowerCase();
    const plain = /\bdefault\s*=\s*(?:(['"])(.*?)\1|(-?\d[\d._]*(?:e-?\d+)?))/i.exec(written);
    const value = plain?.[2] ?? plain?.[3]?.replaceAll('_', '');
    const list = /\bchoices\s*=\s*[[(]([^\])]*)[\])]/.exec(written) ?? /\bChoice\(\s*[[(]([^\])]*)[\])]/.exec(written);
    const choices = [...(list?.[1] ?? '').matchAll(/(['"])(.*?)\1/g)].map(([, , one = '']) => one);
    return [
        {
            flag,
            type: known ?? (type === 'int' ? 'integer' : type === 'float' ? 'number' : 'string'),
            isRequired: /\brequired\s*=\s*True\b/.test(written),
            ...(value === undefined ? {} : { default: value }),
            ...(choices.length === 0 ? {} : { choices }),
        },
    ];
}
/** From behind the bracket that opens a call to the one that closes it. */
function argumentsAt(text, start) {
    let depth = 1;
    let quote = '';
    for (let at = start; at < text.length; at += 1) {
        const character = text[at] ?? '';
        if (quote !== '') {
            if (character === '\\')
                at += 1;
            else if (character === quote || character === '\n')
                quote = '';
        }
        else if (character === "'" || character === '"')
            quote = character;
        else if (character === '#')
            at = nextLine(text, at);
        else if ('([{'.includes(character))
            depth += 1;
        else if (')]}'.includes(character))
            depth -= 1;
        if (depth === 0)
            return text.slice(start, at);
    }
    return '';
}
function nextLine(text, from) {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
}

;// CONCATENATED MODULE: ./build/cli/init/survey.js
/** A folder with Python → how its training is called, what it takes, and where it leaves its numbers. Reads, runs nothing. */




const largest = 512 * 1024;
const mostFiles = 60;
const subcommand = 'train';
/** `folder`: absolute. Files that cannot be read are not there. */
function surveyOf(folder) {
    const project = survey_textOf((0,external_node_path_.join)(folder, 'pyproject.toml')) ?? '';
    const found = [...commandLines(folder, project), ...scripts(folder)];
    const name = /^\[(?:project|tool\.poetry)\]\s*\n(?:(?!\[).*\n)*?name\s*=\s*["']([\w.-]+)["']/m.exec(project)?.[1];
    const setup = setupOf(folder, project);
    return {
        name: (0,language_name/* slug */.yR)(name ?? (0,external_node_path_.basename)(folder)) || 'project',
        trainings: [...new Map(found.map((one) => [one.command, one])).values()],
        ...(setup === undefined ? {} : { setup }),
    };
}
/** A command that a person has typed: its file is looked at like any other. */
function trainingOf(folder, command, { trainings }) {
    const known = trainings.find((one) => one.command === command);
    if (known)
        return known;
    const file = command.split(/\s+/).find((word) => word.endsWith('.py') && isFile((0,external_node_path_.join)(folder, word)));
    const text = file === undefined ? '' : (survey_textOf((0,external_node_path_.join)(folder, file)) ?? '');
    const options = optionsOf(text) ?? [];
    return { command, file: file ?? '', options, measured: measuredIn([text], options) };
}
/** Of packages: those that the project names as programs, then those with a `cli.py` or a `__main__.py`. */
function commandLines(folder, project) {
    const named = sectionOf(project, /^\[(?:project|tool\.poetry)\.scripts\]/m);
    const modules = [...named.matchAll(/^\s*["']?[\w.-]+["']?\s*=\s*["']([\w.]+):/gm)].map(([, module = '']) => module);
    const packages = ['src', '.'].flatMap((root) => namesIn((0,external_node_path_.join)(folder, root))
        .filter((name) => isFile((0,external_node_path_.join)(folder, root, name, '__init__.py')))
        .flatMap((name) => [`${name}.cli`, `${name}.__main__`, `${name}.train`]));
    return [...new Set([...modules, ...packages])].flatMap((module) => moduleTraining(folder, module) ?? []);
}
function moduleTraining(folder, module) {
    const path = `${module.replaceAll('.', '/')}.py`;
    const file = [`src/${path}`, path].find((one) => isFile((0,external_node_path_.join)(folder, one)));
    const text = file === undefined ? undefined : survey_textOf((0,external_node_path_.join)(folder, file));
    if (file === undefined || text === undefined)
        return undefined;
    // A module that does nothing when it is run cannot be called by its name.
    const isMain = module.endsWith('.__main__');
    if (!isMain && !/^if __name__\s*==\s*["']__main__["']/m.test(text))
        return undefined;
    const isTraining = /(?:^|\.)train\w*$/.test(module);
    const options = isTraining ? optionsOf(text) : optionsOf(text, subcommand);
    if (options === undefined)
        return undefined;
    const called = module.replace(/\.__main__$/, '');
    const begin = `${file.startsWith('src/') ? 'PYTHONPATH=src ' : ''}python3 -m ${called}`;
    const around = pythonBelow((0,external_node_path_.join)(folder, file.slice(0, file.lastIndexOf('/'))));
    return {
        command: isTraining ? begin : `${begin} ${subcommand}`,
        file,
        options,
        measured: measuredIn([text, ...around], options),
    };
}
function scripts(folder) {
    const inFolders = ['', 'scripts', 'training', 'tools'].flatMap((inside) => namesIn((0,external_node_path_.join)(folder, inside))
        .filter((name) => /^train(?:ing|_\w+|-[\w-]+)?\.py$/.test(name))
        // `train.py` before `train_enhanced.py`.
        .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
        .map((name) => (inside === '' ? name : `${inside}/${name}`)));
    return inFolders.flatMap((file) => {
        const text = survey_textOf((0,external_node_path_.join)(folder, file));
        if (text === undefined)
            return [];
        const options = optionsOf(text) ?? [];
        // A script of a project with packages in `src/` usually imports them.
        const needsPath = namesIn((0,external_node_path_.join)(folder, 'src')).some((name) => new RegExp(`^\\s*(?:from|import) ${name}\\b`, 'm').test(text));
        const command = `${needsPath ? 'PYTHONPATH=src ' : ''}python3 ${file}`;
        return [{ command, file, options, measured: measuredIn([text], options) }];
    });
}
/** By name, the likeliest first; what they stand for, where that is another one. */
const metrics = [
    ['accuracy', 'accuracy'],
    ['val_accuracy', 'accuracy'],
    ['test_accuracy', 'accuracy'],
    ['val_acc', 'accuracy'],
    ['acc', 'accuracy'],
    ['f1', 'f1'],
    ['f1_macro', 'f1'],
    ['val_f1', 'f1'],
    ['auc', 'auc'],
    ['roc_auc', 'auc'],
    ['val_loss', 'loss'],
    ['test_loss', 'loss'],
    ['loss', 'loss'],
    ['rmse', 'rmse'],
    ['mae', 'mae'],
];
const outputFlag = /^--(?:(?:metrics|results)(?:-(?:out|output|file|path))|(?:output|out|results|save|run|artifacts?)[-_]?dir|output(?:[-_]file)?|out)$/;
/** `texts`: of the program first, then of what stands around it. */
function measuredIn(texts, options) {
    const [own = ''] = texts;
    const all = texts.join('\n');
    const field = metrics.find(([name]) => new RegExp(`["']${name}["']|\\b${name}=`).test(own));
    const [name, metric] = field ?? metrics.find(([one]) => new RegExp(`["']${one}["']`).test(all)) ?? metrics[0] ?? [];
    const path = jsonIn(own) ?? jsonIn(all);
    const base = path === undefined ? 'metrics.json' : (0,external_node_path_.basename)(path);
    const numbers = { field: name ?? 'accuracy', metric: metric ?? 'accuracy' };
    const isCertain = path !== undefined && field !== undefined;
    const output = options.find(({ flag, type }) => outputFlag.test(flag) && type !== 'boolean');
    if (output) {
        const { flag } = output;
        const isFile = /(?:out|output|file|path)$/.test(flag) && (!/^--out(?:put)?$/.test(flag) || opensAsFile(own, flag));
        const value = isFile ? `"$ML_RUN_DIR/${base}"` : '"$ML_RUN_DIR"';
        return { is: 'run-folder', argument: `${flag} ${value}`, path: base, ...numbers, isCertain };
    }
    if (/\bML_RUN_DIR\b/.test(all))
        return { is: 'run-folder', path: base, ...numbers, isCertain };
    // The folder of a bare name is usually put together when the program runs.
    if (path !== undefined &&
        (path.includes('/') || new RegExp(`(?:open|Path)\\(\\s*["']${path}["']`).test(all)))
        return { is: 'workspace', path, ...numbers, isCertain };
    return { is: 'nowhere', path: path ?? '', ...numbers, isCertain: false };
}
/** `artifacts/metrics.json`: a path of its own, not a name that is put together with others. */
function jsonIn(text) {
    const named = /["']((?:[\w-]+\/)*(?:[\w-]*(?:metrics|results|scores|evaluation|metadata)[\w-]*)\.json)["']/g;
    const [found] = [...text.matchAll(named)].map(([, path]) => path);
    return found;
}
function opensAsFile(text, flag) {
    const name = flag.slice(2).replaceAll('-', '_');
    return new RegExp(`open\\(\\s*(?:args\\.)?${name}\\s*[,)]|\\b${name}\\)?\\.write_text\\(`).test(text);
}
function setupOf(folder, project) {
    if (isFile((0,external_node_path_.join)(folder, 'requirements.txt')))
        return 'pip3 install --quiet -r requirements.txt';
    return /^\[(?:build-system|project|tool\.poetry)\]/m.test(project)
        ? 'pip3 install --quiet -e .'
        : undefined;
}
function sectionOf(text, head) {
    const at = head.exec(text);
    if (!at)
        return '';
    const behind = text.slice(at.index + at[0].length);
    const next = /^\[/m.exec(behind);
    return next ? behind.slice(0, next.index) : behind;
}
function pythonBelow(folder) {
    return namesIn(folder, true)
        .filter((name) => name.endsWith('.py') && !/(?:^|[\\/])tests?[\\/]/.test(name))
        .slice(0, mostFiles)
        .flatMap((name) => survey_textOf((0,external_node_path_.join)(folder, name)) ?? []);
}
function namesIn(folder, recursive = false) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { recursive, encoding: 'utf8' }).sort();
    }
    catch {
        return [];
    }
}
function isFile(path) {
    return statOf(path)?.isFile() ?? false;
}
function survey_textOf(path) {
    const found = statOf(path);
    return found?.isFile() && found.size <= largest ? (0,external_node_fs_.readFileSync)(path, 'utf8') : undefined;
}
/** Undefined for what is not there, also where a folder on the way is a file. */
function statOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/cli/init.js
/** `init`: a folder with a training → a project with a workflow, and the files by which comments on pull requests start it. */

















/** Throws a `UsageError`. `ask`: there is somebody to ask. */
async function init(args, folder, { shownFrom, ask }) {
    const { router = false, force = false } = args.init ?? {};
    const place = placeOf(folder, shownFrom);
    const pin = pinOf(args);
    if (router)
        return routersAlone(place, pin, args);
    if (args.check === true)
        throw new cli_arguments/* UsageError */.eb('`--check` stands beside `--router`', '`ml-workflow check` reports mistakes');
    const survey = surveyOf(folder);
    const choices = await chosen(args, survey, folder, args.init?.yes === true ? undefined : ask);
    const draft = draftOf(choices);
    const files = [
        { path: (0,external_node_path_.join)(folder, load/* projectFileName */.bi), text: draft.project },
        { path: workflowPath(draft, place), text: draft.text },
    ];
    const foreign = routerFiles(place, pin).filter(({ state }) => state === 'of-somebody');
    const own = [...files, ...foreign].map(({ path }) => path);
    refuseExisting([...own, compiledPath(draft, place)], place, force);
    const changes = new Changes();
    try {
        for (const { path, text } of files)
            changes.write(path, text);
        const ignored = ignore(choices, place);
        if (ignored)
            changes.write(ignored.path, ignored.text);
        // Of the whole project: other workflows may have meant what is replaced.
        const found = (0,check.check)({ ...args, command: 'check', given: [] }, folder, shownFrom);
        const routers = routerFiles(place, pin);
        for (const { path, text } of routers)
            changes.write(path, text);
        const compiled = (0,compile.compile)(compileArguments(args, draft), folder, shownFrom);
        const diagnostics = [...found, ...compiled.diagnostics.filter((one) => !isIn(one, found))];
        if (compiled.code !== exit_codes/* exitCodes */.h.done || hasErrors(diagnostics)) {
            changes.undo();
            return refused(diagnostics, args);
        }
        const all = [
            ...files.map(({ path }) => path),
            ...(ignored ? [ignored.path] : []),
            ...routers.map(({ path }) => path),
            compiledPath(draft, place),
        ];
        const states = all.map((path) => ({ file: (0,load/* shownPath */.pS)(path, shownFrom), state: 'written' }));
        return reported(states, { choices, draft, diagnostics, place }, args);
    }
    catch (error) {
        changes.undo();
        throw error;
    }
}
function placeOf(folder, shownFrom) {
    for (let root = folder;; root = (0,external_node_path_.dirname)(root)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, '.git'))) {
            const inside = (0,external_node_path_.relative)(root, folder).split(external_node_path_.sep).join('/');
            return { folder, root, shownFrom, project: inside === '' ? undefined : inside };
        }
        if ((0,external_node_path_.dirname)(root) === root)
            throw new cli_arguments/* UsageError */.eb('this is in no git repository', 'begin one with `git init`');
    }
}
function pinOf({ init: given }) {
    if (given?.action === undefined)
        return undefined;
    const reference = (0,workflow_yaml/* actionReference */.Oc)(given.action);
    if (reference)
        return reference;
    throw new cli_arguments/* UsageError */.eb(`\`${given.action}\` is no action`, 'write `--action moola/ml-workflow@v1`');
}
/** `--router`: the two files that follow from what the project says now. */
function routersAlone(place, pin, args) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(place.folder, load/* projectFileName */.bi)))
        throw new cli_arguments/* UsageError */.eb(`there is no \`${load/* projectFileName */.bi}\` here`, '`ml-workflow init` writes one');
    const routers = routerFiles(place, pin);
    const foreign = routers.filter(({ state }) => state === 'of-somebody').map(({ path }) => path);
    refuseExisting(foreign, place, args.init?.force === true);
    const isCurrent = ({ state }) => state === 'unchanged';
    const changes = new Changes();
    try {
        if (args.check !== true)
            for (const { path, text } of routers.filter((one) => !isCurrent(one)))
                changes.write(path, text);
    }
    catch (error) {
        changes.undo();
        throw error;
    }
    const states = routers.map((one) => {
        const before = one.state === 'of-somebody' ? 'stale' : one.state;
        const state = isCurrent(one) ? 'unchanged' : args.check === true ? before : 'written';
        return { file: (0,load/* shownPath */.pS)(one.path, place.shownFrom), state };
    });
    const isWrong = states.some(({ state }) => state === 'stale' || state === 'missing');
    const output = args.format === 'json'
        ? json({ files: states })
        : `${linesOf(states)}${isWrong ? '`ml-workflow init --router` writes these files\n' : ''}`;
    return { output, diagnostics: [], code: isWrong ? exit_codes/* exitCodes */.h.failed : exit_codes/* exitCodes */.h.done };
}
async function chosen(args, survey, folder, ask) {
    const given = args.init ?? {};
    const template = given.template ?? (await oneOf(ask, 'Which template', choices/* templates */.k, 'sweep'));
    const target = given.target ?? (await oneOf(ask, 'Where does it train', choices/* targets */.z, 'local'));
    const guess = survey.trainings[0]?.command;
    const command = (given.train ??
        (await ask?.('How is the training called', guess ?? '')) ??
        guess ??
        '').trim();
    if (command === '')
        throw new cli_arguments/* UsageError */.eb('no training was found here', 'say how it is called: `--train \'python3 my/train.py\'`; its options and `"$@"` are added');
    if (/[\r\n]/.test(command))
        throw new cli_arguments/* UsageError */.eb('the training is called in one line', 'put the rest into a script');
    const training = trainingOf(folder, command, survey);
    const shared = { name: survey.name, template, target, training, setup: survey.setup };
    if (!ask)
        return { ...shared, values: {}, localCommands: false };
    const values = {};
    for (const flag of draftOf({ ...shared, values, localCommands: false }).asked) {
        const answer = await ask(`${flag}, which it cannot do without (empty: each run is given one)`, '');
        if (answer !== '')
            values[flag] = answer;
    }
    return { ...shared, values, localCommands: target === 'local' && (await isAllowed(ask)) };
}
async function oneOf(ask, question, names, usual) {
    for (;;) {
        const answer = await ask?.(`${question} (${names.join(', ')})`, usual);
        const found = answer === undefined ? usual : names.find((name) => name === answer.trim().toLowerCase());
        if (found)
            return found;
    }
}
async function isAllowed(ask) {
    const question = "May code of a pull request run on GitHub's own runner? Whoever wrote it can then read the job's token and secrets (yes, no)";
    return /^y(?:es)?$/i.test((await ask(question, 'no')).trim());
}
function workflowPath({ workflow }, { folder }) {
    return (0,external_node_path_.join)(folder, 'workflows', `${workflow}.yml`);
}
function compiledPath({ workflow }, { root }) {
    return (0,external_node_path_.join)(root, '.github', 'workflows', (0,file_name/* compiledFile */.wB)(workflow));
}
/** Nothing is lost: what stands there is replaced when a person says so, and when git can give it back. */
function refuseExisting(paths, { root, shownFrom }, force) {
    const existing = paths.filter((path) => (0,external_node_fs_.existsSync)(path) && !isCompiled(path));
    if (existing.length === 0)
        return;
    const shown = (some) => (0,language_name/* listOf */.c3)(some.map((path) => `\`${(0,load/* shownPath */.pS)(path, shownFrom)}\``), 'and');
    const are = (some) => `${shown(some)} ${some.length === 1 ? 'is' : 'are'}`;
    if (!force)
        throw new cli_arguments/* UsageError */.eb(`${are(existing)} there already`, '`--force` replaces what is committed; `--router` writes `.github/workflows/ml.yml` and `ml-run.yml` alone');
    const unsafe = existing.filter((path) => !isCommitted(path, root));
    if (unsafe.length > 0)
        throw new cli_arguments/* UsageError */.eb(`${are(unsafe)} not committed as ${unsafe.length === 1 ? 'it is' : 'they are'}, so that git could not give ${unsafe.length === 1 ? 'it' : 'them'} back`, 'commit, move or delete first');
}
/** `compile` says itself whose file it may replace. */
function isCompiled(path) {
    return (0,workflow_yaml/* compiledHead */.y4)((0,external_node_fs_.readFileSync)(path, 'utf8')) !== undefined;
}
function isCommitted(path, root) {
    const git = (...words) => (0,external_node_child_process_.spawnSync)('git', words, { cwd: root, encoding: 'utf8' });
    const known = git('ls-files', '--error-unmatch', '--', path);
    const changed = git('status', '--porcelain', '--', path);
    return known.status === 0 && changed.status === 0 && changed.stdout === '';
}
/** What runs leave in the project; undefined when git leaves all of it out already. */
function ignore({ template }, { folder, root }) {
    const path = (0,external_node_path_.join)(root, '.gitignore');
    const before = (0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.readFileSync)(path, 'utf8') : '';
    // Folders are left out by a pattern only when git takes the path for one.
    const left = ['.ml-workflow/', ...(template === 'sweep' ? ['experiment_results.jsonl'] : [])];
    const missing = left.filter((name) => {
        const { status } = (0,external_node_child_process_.spawnSync)('git', ['check-ignore', '-q', '--', (0,external_node_path_.join)(folder, name) + (name.endsWith('/') ? 'x' : '')], {
            cwd: root,
        });
        return status !== 0;
    });
    if (missing.length === 0)
        return undefined;
    const end = before === '' || before.endsWith('\n') ? '' : '\n';
    return { path, text: `${before}${end}${missing.map((name) => `${name}\n`).join('')}` };
}
function compileArguments(args, { workflow }) {
    const { action } = args.init ?? {};
    return {
        ...{ command: 'compile', format: 'text', logs: false, given: [], subjects: [workflow], check: false },
        compile: action === undefined ? {} : { action },
    };
}
function isIn({ code, message }, found) {
    return found.some((one) => one.code === code && one.message === message);
}
function hasErrors(diagnostics) {
    return diagnostics.some(({ severity }) => severity === 'error');
}
function refused(diagnostics, args) {
    const code = exit_codes/* exitCodes */.h.invalidInput;
    if (args.format === 'json')
        return {
            output: json({ files: [], diagnostics: diagnostics.map(diagnostic_json/* diagnosticJson */.g) }),
            diagnostics: [],
            code,
        };
    return { output: 'nothing is written\n', diagnostics, code };
}
function reported(states, result, args) {
    const { diagnostics, choices, draft } = result;
    const code = exit_codes/* exitCodes */.h.done;
    const found = foundIn(choices, draft);
    const next = nextSteps(result, states);
    if (args.format === 'json') {
        const guesses = Object.fromEntries(found.map(({ what, says }) => [what, says]));
        const output = json({
            files: states,
            found: guesses,
            next,
            diagnostics: diagnostics.map(diagnostic_json/* diagnosticJson */.g),
        });
        return { output, diagnostics: [], code };
    }
    const width = Math.max(...found.map(({ what }) => what.length));
    const lines = [
        'found, and to be corrected where it is wrong',
        ...found.map(({ what, says }) => `  ${what.padEnd(width)}  ${says}`),
        '',
        linesOf(states).trimEnd(),
        diagnostics.length === 0
            ? '`ml-workflow check` finds no mistakes'
            : '`ml-workflow check` finds no errors',
        '',
        'next',
        ...next.map((step, index) => `  ${index + 1}. ${step}`),
    ];
    return { output: `${lines.join('\n')}\n`, diagnostics, code };
}
function foundIn(choices, { axis }) {
    const { training, target } = choices;
    const { file, command } = training;
    return [
        { what: 'training', says: `${command}${file === '' ? '' : `, from ${file}`}` },
        {
            what: 'trains on',
            says: target === 'local' ? 'this machine' : target === 'ssh' ? 'a host over SSH' : 'pods',
        },
        ...(axis === undefined
            ? []
            : [{ what: 'sweeps', says: `${axis.flag}${axis.isGuess ? ', a guess' : ''}` }]),
        ...(measures(choices) ? [{ what: 'measures', says: init_measuredIn(training) }] : []),
    ];
}
function init_measuredIn({ measured: { is, field, path, isCertain } }) {
    if (is === 'nowhere')
        return path === ''
            ? `${field}, a guess: no file is named that would hold it`
            : `${field} in a ${path}, whose folder is not to be seen in the program`;
    const where = is === 'workspace' ? path : `$ML_RUN_DIR/${path}`;
    return `${field} in ${where}${isCertain ? '' : ', a guess'}`;
}
function nextSteps({ choices, draft, place }, states) {
    const { training, target, setup, localCommands } = choices;
    const { is, field, path, isCertain, metric } = training.measured;
    const from = place.project === undefined ? '' : ` --project ${place.project}`;
    const given = draft.asked.map((flag) => ` ${flag} …`).join('');
    const home = (0,load/* shownPath */.pS)((0,external_node_path_.join)(place.folder, load/* projectFileName */.bi), place.shownFrom);
    const workflow = (0,load/* shownPath */.pS)(workflowPath(draft, place), place.shownFrom);
    return [
        ...(!measures(choices)
            ? []
            : is === 'nowhere'
                ? [
                    `name the JSON file that holds ${field} under \`metrics:\` in ${home}, or let the training write \`${metric}=0.93\` into the file $ML_OUTPUT`,
                    ...(path !== '' && choices.template === 'sweep'
                        ? [
                            'where all trainings write the same file, add `isolation: copy`, and `inputs:` with the data that git ignores',
                        ]
                        : []),
                ]
                : isCertain
                    ? []
                    : [`see whether \`${field}\` stands in ${path}, and correct \`metrics:\` in ${home} if not`]),
        ...(is === 'workspace' && choices.template === 'sweep'
            ? [
                'each training of the sweep has a copy of the workspace: name data that git ignores under `inputs:` of the command',
            ]
            : []),
        ...(draft.bound === undefined
            ? []
            : [`write what is good enough into ${workflow}: \`${draft.bound}\` is an example`]),
        ...(draft.axis?.isGuess === true
            ? [
                `write the option that is to be swept in the place of --seed, under \`axes:\` in ${home} and in ${workflow}`,
            ]
            : []),
        ...(draft.asked.length === 0
            ? []
            : [
                `write a \`default:\` for ${(0,language_name/* listOf */.c3)(draft.asked, 'and')} into ${workflow}, or give ${draft.asked.length === 1 ? 'it' : 'them'} with each run`,
            ]),
        ...(target === 'local'
            ? []
            : [`set ${(0,language_name/* listOf */.c3)(draft.secrets, 'and')} here, then \`ml-workflow doctor${from}\``]),
        `try it: \`ml-workflow run ${draft.workflow}${from}${given}\``,
        ...(target === 'local' && setup !== undefined
            ? [
                `on GitHub each job is a fresh machine: let \`run:\` install what the training needs (\`${setup}\`), or train elsewhere`,
            ]
            : []),
        ...(target === 'local' && !localCommands
            ? [
                `comments start nothing as long as \`local-commands\` is \`false\` in ${home}, which says what it means`,
            ]
            : []),
        ...draft.secrets.map((name) => `\`gh secret set ${name}\``),
        `commit ${(0,language_name/* listOf */.c3)(states.map(({ file }) => file), 'and')} to the default branch: GitHub answers comments from there alone`,
        `comment on a pull request: \`${draft.comment}${given}\`, or \`/ml-help\``,
    ];
}
function linesOf(states) {
    return states.map(({ file, state }) => `${state}: ${file}\n`).join('');
}
function json(value) {
    return `${JSON.stringify({ schema_version: 1, ...value }, null, 2)}\n`;
}


/***/ })

};
