export const id = 9166;
export const ids = [9166];
export const modules = {

/***/ 49166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ taskNamed),
/* harmony export */   H_: () => (/* binding */ delegatedTask),
/* harmony export */   R4: () => (/* binding */ withoutRunner),
/* harmony export */   fJ: () => (/* binding */ useAgent),
/* harmony export */   jk: () => (/* binding */ agentOf),
/* harmony export */   lX: () => (/* binding */ runObstacle),
/* harmony export */   pS: () => (/* binding */ agentKey)
/* harmony export */ });
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60716);
/* harmony import */ var _asserts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16049);
/* harmony import */ var _resolve_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79198);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44166);
/** Coding agents as commands of the plan: what runs them, and what they are told to do. */




/** An agent in `Plan.commands`: a command may have the same name. */
function agentKey(name) {
    return `droid:${name}`;
}
/** Enters what runs the agent under `key`. Undefined when nothing does: then the plan can be read, and not run. */
function useAgent(builder, key, definition, agent) {
    const runner = definition.is === 'run' ? definition : builder.project.agents.get('default');
    if (runner?.is !== 'run') {
        builder.commands.set(key, { is: 'agent', name: key, agent, target: 'local' });
        return undefined;
    }
    const own = { ...runner, name: key, command: { ...runner.command, name: key, agent } };
    (0,_asserts_js__WEBPACK_IMPORTED_MODULE_0__/* .useScript */ .n)(builder, own);
    return own;
}
/** The agent that a declaration means: one with a `run:` may have a Markdown file with its instructions beside it. */
function agentOf({ definition }) {
    if (definition.is === 'run')
        return definition.command.agent ?? { name: definition.name };
    return { name: definition.name, file: definition.file };
}
/**
 * The task `b` of `a:b`: the call of a command when there is one of that name, the training at an axis point when it is
 * one, else the words of the name. Undefined when it means nothing, which is then reported.
 */
function taskNamed(name, command, context) {
    const { project } = context;
    const [reading] = (0,_resolve_command_js__WEBPACK_IMPORTED_MODULE_1__/* .readingsOf */ .RO)(project, name);
    if (reading?.as === 'command') {
        const written = command.arguments.map((argument) => asWritten(argument, context));
        return { text: (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)([(0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .textTemplate */ .mE)(`/${name}`), ...written]), point: reading.point };
    }
    const words = command.arguments.map((argument) => (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(argument, context));
    const training = trainingAt(name, command, context);
    if (training === 'reported')
        return undefined;
    const text = training ? `/${training.command}:${name}` : name.replace(/[-_:/]+/g, ' ').trim();
    return { text: (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)([(0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .textTemplate */ .mE)(text), ...words]), point: training ? [training.point] : [] };
}
/** In the call of a command quotes hold a word together; in a sentence they are for the chain alone. */
function asWritten(argument, context) {
    return argument.parts.every(({ kind }) => kind === 'text')
        ? (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .textTemplate */ .mE)(argument.text)
        : (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(argument, context);
}
/** The one command that an agent would run at an axis point. */
function trainingAt(text, { nameSpan }, { project, source, diagnostics }) {
    const all = [...project.axes.values()].map(({ name }) => name);
    const point = (0,_resolve_command_js__WEBPACK_IMPORTED_MODULE_1__/* .pointOf */ .qk)(all, text);
    const span = { start: nameSpan.end - text.length, end: nameSpan.end };
    if (!point) {
        if (!(0,_resolve_command_js__WEBPACK_IMPORTED_MODULE_1__/* .looksLikePoint */ .Em)(text))
            return undefined;
        const help = all.length === 0
            ? 'declare it under `axes:`, or give the task in words: `/agent "words"`'
            : `declared axes: ${all.map((axis) => `\`${axis}\``).join(', ')}; or give the task in words: \`/agent "words"\``;
        diagnostics.add('unknown-axis', source, span, `\`${text}\` is no point of an axis`, { help });
        return 'reported';
    }
    const commands = trainable(project, point.axis);
    const train = commands.find(({ name }) => (0,_language_name_js__WEBPACK_IMPORTED_MODULE_3__/* .normalised */ .Z7)(name) === 'train');
    const [only] = commands;
    const chosen = train ?? (commands.length === 1 ? only : undefined);
    if (chosen)
        return { command: chosen.name, point };
    const names = commands.map(({ name }) => `\`/${name}\``);
    const message = commands.length === 0
        ? `no command can be run at \`${text}\``
        : `${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)(names, 'and')} can all be run at \`${text}\``;
    diagnostics.add('unknown-axis', source, span, message, {
        help: `list \`${point.axis}\` under \`axes:\` of the command that the agent is to run`,
    });
    return 'reported';
}
/** Those that list the axis themselves; where none does, all that may be swept over everything. */
function trainable(project, axis) {
    const able = [...project.commands.values()].filter((definition) => (0,_resolve_command_js__WEBPACK_IMPORTED_MODULE_1__/* .axesOf */ .vj)(project, definition).some((one) => (0,_language_name_js__WEBPACK_IMPORTED_MODULE_3__/* .normalised */ .Z7)(one) === (0,_language_name_js__WEBPACK_IMPORTED_MODULE_3__/* .normalised */ .Z7)(axis)));
    const listed = able.filter((definition) => definition.is === 'run' && definition.axes !== undefined);
    return listed.length > 0 ? listed : able;
}
/** What `droid:x → /task args` hands over where `/task` is no Markdown command. */
function delegatedTask(command, context) {
    const definition = (0,_resolve_command_js__WEBPACK_IMPORTED_MODULE_1__/* .findCommand */ .Zv)(context.project, command.name);
    if (definition || command.name.includes(':'))
        return taskNamed(command.name, command, context);
    const words = command.arguments.map((argument) => (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(argument, context));
    return { text: (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)([(0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .textTemplate */ .mE)(command.name.replace(/[-_/]+/g, ' ')), ...words]), point: [] };
}
/** Why a plan cannot be run, or undefined when it can. */
function runObstacle({ commands }) {
    const names = Object.values(commands).flatMap((command) => (command.is === 'agent' ? [command.name] : []));
    return names.length === 0 ? undefined : withoutRunner(names);
}
function withoutRunner(names) {
    const shown = names.map((name) => `\`${name}\``);
    const them = names.length === 1 ? 'it' : 'them';
    return {
        message: `nothing says how to run ${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)(shown, 'and')}`,
        help: `declare \`agents: { default: { run: … } }\` in \`ml-workflow.yml\`, or \`run:\` for ${them}`,
    };
}


/***/ }),

/***/ 16049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ useScript)
/* harmony export */ });
/* harmony import */ var _language_condition_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25456);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60716);
/* harmony import */ var _flow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75928);
/* harmony import */ var _here_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71546);
/* harmony import */ var _metrics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50711);
/* harmony import */ var _resolve_condition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93775);
/* harmony import */ var _resolver_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89474);
/** `asserts:` of a command → conditions over what one run of it gives: its metrics, what it sets, and how long it took. */







const factors = { s: 1, m: 60, h: 3600, d: 86_400 };
/** Enters a script into the plan, with its asserts read. */
function useScript(builder, definition) {
    if (builder.commands.has(definition.name))
        return;
    builder.useCommand(definition);
    const planned = builder.commands.get(definition.name);
    const asserts = (definition.asserts ?? []).flatMap((source) => assertOf(builder, definition, source) ?? []);
    if (planned?.is === 'run' && asserts.length > 0)
        builder.commands.set(definition.name, { ...planned, asserts });
}
function assertOf(builder, definition, written) {
    const { project, diagnostics } = builder;
    const source = inSeconds(written);
    const condition = (0,_language_condition_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .parseConditionText */ .y)(source, diagnostics);
    if (!condition?.expression)
        return undefined;
    const measured = builder.metricsOf(definition);
    const sets = definition.command.sets ?? [];
    const flow = (0,_flow_js__WEBPACK_IMPORTED_MODULE_1__/* .emptyFlow */ .gu)();
    for (const name of sets)
        flow.variables.set((0,_language_name_js__WEBPACK_IMPORTED_MODULE_5__/* .normalised */ .Z7)(name), { constant: false });
    const context = {
        ...{ project, diagnostics, flow, source },
        parameters: new _here_js__WEBPACK_IMPORTED_MODULE_6__/* .ScopeParameters */ .l(new Map()),
        measured: builder.measured,
        definitions: builder.definitions,
    };
    const shown = definition.command.agent ? `the agent \`${definition.name}\`` : `\`/${definition.name}\``;
    const resolver = new _resolver_js__WEBPACK_IMPORTED_MODULE_4__/* .Resolver */ .x(context, {
        named({ name, span }) {
            const metric = (0,_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalMetric */ .NQ)(project, name);
            if (measured.includes(metric))
                return { kind: 'metric', metric, written: name, unit: (0,_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .metricOf */ .ak)(project, metric).unit, from: [] };
            const key = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_5__/* .normalised */ .Z7)(name);
            if (flow.variables.has(key))
                return { kind: 'variable', name: key };
            if (key === 'duration')
                return { kind: 'metric', metric: key, written: name, unit: 'number', from: [] };
            const known = [...measured, ...sets, 'duration'];
            const all = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_5__/* .listOf */ .c3)(known.map((one) => `\`${one}\``), 'and');
            diagnostics.add('unknown-metric', source, span, `${shown} does not report \`${name}\``, {
                help: (0,_language_name_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .au)(name, known) ?? `an assert can read ${all}`,
            });
            return 'reported';
        },
        status(_name, asked, span) {
            diagnostics.add('invalid-condition', source, span, `\`${asked}\` means nothing in an assert`, {
                help: 'only a run that succeeded is held against its asserts',
            });
            return 'reported';
        },
    });
    const expression = resolver.boolean(condition.expression);
    if (!resolver.failed && (0,_resolve_condition_js__WEBPACK_IMPORTED_MODULE_3__/* .isConstant */ .VO)(expression, flow)) {
        const message = `\`${written.text.trim()}\` compares nothing that a run gives`;
        diagnostics.add('constant-gate', source, condition.span, message, {
            help: 'compare a metric, a value under `sets:`, or `duration`',
        });
    }
    return { text: written.text.trim(), expression };
}
/** `5m` reads as `300`; every place is still that of what was written. */
function inSeconds({ name, text, host }) {
    const offsets = [];
    const place = (at) => (host ? (host.offsets[Math.min(at, host.offsets.length - 1)] ?? 0) : at);
    let read = '';
    let from = 0;
    const copy = (to) => {
        for (; from < to; from += 1)
            offsets.push(place(from));
    };
    for (const found of text.matchAll(/'[^']*'|"[^"]*"|(?<![\w.$-])(\d+(?:\.\d+)?)([smhd])(?![\w.-])/g)) {
        const [whole, number, unit] = found;
        if (number === undefined || unit === undefined)
            continue;
        read += text.slice(from, found.index);
        copy(found.index);
        const seconds = String(Number(number) * (factors[unit] ?? 1));
        for (let index = 0; index < seconds.length; index += 1)
            offsets.push(place(found.index + Math.min(index, whole.length - 1)));
        read += seconds;
        from = found.index + whole.length;
    }
    if (read === '')
        return { name, text, ...(host ? { host } : {}) };
    read += text.slice(from);
    copy(text.length);
    offsets.push(place(text.length));
    return { name, text: read, host: { text: host?.text ?? text, offsets } };
}


/***/ }),

/***/ 90473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ checkVariable),
/* harmony export */   V: () => (/* binding */ contextOf)
/* harmony export */ });
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60716);
/* harmony import */ var _flow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75928);


function contextOf(builder, here, flow) {
    const { project, diagnostics, measured, definitions } = builder;
    return {
        project,
        flow,
        source: here.source,
        parameters: here.parameters,
        diagnostics,
        measured,
        definitions,
    };
}
/** Whether a variable can be read here; otherwise, and if nothing before is uncertain, why not is reported. */
function checkVariable(name, span, context) {
    const { flow, source, diagnostics, parameters } = context;
    parameters.markRead((0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalised */ .Z7)(name));
    const variable = flow.variables.get((0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalised */ .Z7)(name));
    if (variable ? !variable.competing : flow.loaded)
        return true;
    if (variable) {
        diagnostics.add('ambiguous-metric', source, span, `several parallel branches set \`$${name}\``, {
            help: 'set it behind the block, from one selected result',
        });
    }
    else if (!flow.uncertain) {
        diagnostics.add('unknown-variable', source, span, `nothing before this sets \`$${name}\``, {
            help: (0,_flow_js__WEBPACK_IMPORTED_MODULE_0__/* .helpOfOpen */ .fG)(flow, 'variables', (0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalised */ .Z7)(name)) ??
                (0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(name, flow.variables.keys(), (known) => `$${known}`),
        });
    }
    return false;
}


/***/ }),

/***/ 75928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ endsAt),
/* harmony export */   e: () => (/* binding */ copyFlow),
/* harmony export */   fG: () => (/* binding */ helpOfOpen),
/* harmony export */   ft: () => (/* binding */ joinAlternatives),
/* harmony export */   gu: () => (/* binding */ emptyFlow),
/* harmony export */   s6: () => (/* binding */ nothing),
/* harmony export */   tU: () => (/* binding */ joinBranches)
/* harmony export */ });
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44777);
/** What is known at one place of the chain about the places before it: who reports what, which variables are set. */

/** Put together only when somebody asks: most names are never read, and many joins would make long lists longer. */
class AnyOf {
    competing;
    #parts;
    #nodes;
    constructor(parts, compete = false) {
        this.#parts = parts;
        this.competing = compete || parts.some((part) => 'competing' in part && part.competing);
    }
    get nodes() {
        if (this.#nodes)
            return this.#nodes;
        const nodes = new Set();
        const open = [this];
        // As deep as there were joins.
        for (let runs = open.pop(); runs; runs = open.pop()) {
            if (runs instanceof AnyOf && !runs.#nodes)
                for (const part of [...runs.#parts].reverse())
                    open.push(part);
            else
                for (const node of runs.nodes)
                    nodes.add(node);
        }
        this.#nodes = [...nodes];
        this.#parts = [];
        return this.#nodes;
    }
}
/** Nothing has a result here. */
const nothing = { nodes: [] };
function endsAt(id) {
    return { nodes: [id] };
}
function emptyFlow() {
    return {
        last: nothing,
        reports: new Map(),
        steps: new Map(),
        cells: [],
        variables: new Map(),
        gated: false,
        uncertain: false,
        loaded: false,
        open: [],
    };
}
/** For a branch that begins here. Nothing is written to `flow` before the branch is joined or dropped. */
function copyFlow(flow) {
    return {
        ...flow,
        reports: new _known_js__WEBPACK_IMPORTED_MODULE_0__/* .Layer */ .W(flow.reports),
        steps: new _known_js__WEBPACK_IMPORTED_MODULE_0__/* .Layer */ .W(flow.steps),
        variables: new _known_js__WEBPACK_IMPORTED_MODULE_0__/* .Layer */ .W(flow.variables),
    };
}
/** What to do about a name that only a branch knows which may still run; undefined of any other. */
function helpOfOpen({ open }, what, name) {
    return open.some(({ branches }) => branches.some((branch) => branch[what].has(name)))
        ? 'a branch that may still run gives it: write `barrier →` in front'
        : undefined;
}
/**
 * After branches of which exactly one ran: what any of them knows, whoever it was. Reporters of the branches stand before
 * those from above, so that the first of them that ran is the nearest. Whether a gate stands before what follows is the
 * caller's to say.
 */
function joinAlternatives(flow, branches) {
    joinAlternativeRuns(flow.reports, branches.map(({ reports }) => reports.own));
    joinAlternativeRuns(flow.steps, branches.map(({ steps }) => steps.own));
    const set = new Map();
    for (const { variables } of branches) {
        for (const [name, variable] of variables.own) {
            const other = set.get(name) ?? flow.variables.get(name);
            set.set(name, other ? eitherOf(other, variable) : variable);
        }
    }
    for (const [name, variable] of set)
        flow.variables.set(name, variable);
    const { cells } = flow;
    const newCells = branches.filter((branch) => branch.cells !== cells).flatMap((branch) => branch.cells);
    if (newCells.length > 0)
        flow.cells = [...new Set(newCells)];
    // Those from before stand first: the last that ran is the nearest.
    const { last } = flow;
    const ends = [...branches].sort((a, b) => Number(b.last === last) - Number(a.last === last));
    const lasts = [...new Set(ends.map((branch) => branch.last))];
    const [only = nothing] = lasts;
    flow.last = lasts.length > 1 ? new AnyOf(lasts) : only;
    flow.uncertain ||= branches.some(({ uncertain }) => uncertain);
    flow.loaded ||= branches.some(({ loaded }) => loaded);
}
/** After branches that all ran: a metric, step or variable that several of them know has no single meaning. */
function joinBranches(flow, branches, units) {
    joinParallelRuns(flow.reports, branches.map(({ reports }) => reports.own));
    joinParallelRuns(flow.steps, branches.map(({ steps }) => steps.own));
    const setters = new Map();
    for (const branch of branches) {
        for (const [name, variable] of branch.variables.own) {
            const own = setters.get(name);
            if (own)
                own.push(variable);
            else
                setters.set(name, [variable]);
        }
    }
    for (const [name, variables] of setters) {
        const [only] = variables;
        flow.variables.set(name, only && variables.length === 1 ? only : { constant: false, competing: true });
    }
    flow.cells = units;
    flow.last = nothing;
    flow.uncertain ||= branches.some(({ uncertain }) => uncertain);
    flow.loaded ||= branches.some(({ loaded }) => loaded);
}
function eitherOf(one, other) {
    const unit = one.unit === other.unit ? one.unit : undefined;
    return {
        constant: false,
        ...(unit === undefined ? {} : { unit }),
        ...(one.competing || other.competing ? { competing: true } : {}),
    };
}
function joinAlternativeRuns(into, branches) {
    const changed = new Map();
    for (const branch of branches) {
        for (const [name, runs] of branch) {
            const own = changed.get(name);
            if (own)
                own.push(runs);
            else
                changed.set(name, [runs]);
        }
    }
    for (const [name, alternatives] of changed) {
        const before = into.get(name);
        // A branch that does not report it leaves what was known before.
        const all = before && alternatives.length < branches.length ? [...alternatives, before] : alternatives;
        into.set(name, new AnyOf(all));
    }
}
function joinParallelRuns(into, branches) {
    const found = new Map();
    for (const branch of branches) {
        for (const [name, runs] of branch) {
            const own = found.get(name);
            if (own)
                own.push(runs);
            else
                found.set(name, [runs]);
        }
    }
    for (const [name, all] of found)
        into.set(name, new AnyOf(all, all.length > 1));
}


/***/ }),

/***/ 71546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ below),
/* harmony export */   l: () => (/* binding */ ScopeParameters)
/* harmony export */ });
/** The parameters of the chain that is open, and which of them something has read. */
class ScopeParameters {
    #params;
    #read = new Set();
    /** By normalised name. */
    constructor(params) {
        this.#params = params;
    }
    has(name) {
        return this.#params.has(name);
    }
    markRead(name) {
        this.#read.add(name);
    }
    unread() {
        return [...this.#params].filter(([name]) => !this.#read.has(name)).map(([, param]) => param);
    }
}
function below(here, parent, index) {
    const place = here.place === '' ? String(index) : `${here.place}.${index}`;
    return { ...here, parent, place, depth: here.depth + 1 };
}


/***/ }),

/***/ 44777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ Layer)
/* harmony export */ });
/** What names stand for at one place of a chain. A branch writes in a layer of its own: beginning one copies nothing. */
/** Reads on in what lies below, where nobody else writes as long as the layer is read. */
class Layer {
    /** What was written here. */
    own = new Map();
    #below;
    constructor(below) {
        this.#below = below;
    }
    get(name) {
        return this.own.get(name) ?? this.#below.get(name);
    }
    has(name) {
        return this.own.has(name) || this.#below.has(name);
    }
    set(name, meaning) {
        this.own.set(name, meaning);
    }
    keys() {
        return this.#names().keys();
    }
    get size() {
        return this.#names().size;
    }
    #names() {
        return new Set([...this.#below.keys(), ...this.own.keys()]);
    }
}


/***/ }),

/***/ 11186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YP: () => (/* binding */ noTargetHelp),
/* harmony export */   Yg: () => (/* binding */ remoteTargetsOf),
/* harmony export */   oy: () => (/* binding */ onlyTarget)
/* harmony export */ });
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60716);

function remoteTargetsOf({ remote }) {
    return remote?.targets ?? none;
}
const none = new Map();
const noTargetHelp = 'declare a target of the kind `ssh` or `runpod` under `targets:`, or a command of that name';
/** The only one there is; undefined when there is none or another could be meant, which is then reported. */
function onlyTarget({ written, choose, names }, { source, span }, diagnostics) {
    const [only, second] = names;
    if (only !== undefined && second === undefined)
        return only;
    const all = names.map((name) => `\`${name}\``);
    const message = only === undefined
        ? `\`${written}\` needs a host, and this project declares none`
        : `\`${written}\` could mean ${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(all, 'or')}`;
    diagnostics.add('unclear-target', source, span, message, {
        help: only === undefined ? noTargetHelp : choose,
    });
    return undefined;
}


/***/ }),

/***/ 79198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ looksLikePoint),
/* harmony export */   OK: () => (/* binding */ resolveCommand),
/* harmony export */   RO: () => (/* binding */ readingsOf),
/* harmony export */   Zv: () => (/* binding */ findCommand),
/* harmony export */   cr: () => (/* binding */ reportUnknownAgent),
/* harmony export */   dp: () => (/* binding */ findAgent),
/* harmony export */   qk: () => (/* binding */ pointOf),
/* harmony export */   vj: () => (/* binding */ axesOf)
/* harmony export */ });
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60716);
/* harmony import */ var _builtins_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48924);
/* harmony import */ var _remote_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11186);



/** A project's own command wins over a built-in one. */
function findCommand(project, name) {
    return project.commands.get((0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(name)) ?? _builtins_js__WEBPACK_IMPORTED_MODULE_0__/* .builtinCommands */ .Gx.get((0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(name));
}
/** The agent named `default` is none: it runs the others. */
function findAgent(project, name) {
    return (0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(name) === 'default' ? undefined : project.agents.get((0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(name));
}
/** In the order of the language; the first counts. */
function readingsOf(project, name) {
    const { head, tail } = parted(name);
    const whole = findCommand(project, name);
    const found = whole ? [{ as: 'command', definition: whole, point: [] }] : [];
    const agent = findAgent(project, head);
    if (tail === undefined)
        return agent && !whole ? [{ as: 'agent', definition: agent }] : found;
    if (agent)
        found.push({ as: 'agent', definition: agent, task: tail });
    const definition = findCommand(project, head);
    if (!definition)
        return found;
    // What a project has of that very name is never compared with the built-in command.
    const isOwn = found.length > 0 || project.broken?.has((0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(name)) === true;
    if (definition.is === 'builtin' && (0,_builtins_js__WEBPACK_IMPORTED_MODULE_0__/* .isRemoteBuiltin */ .ko)(head) && isOwn)
        return found;
    const axes = axesOf(project, definition);
    const point = pointOf(axes, tail);
    if (point)
        found.push({ as: 'command', definition, point: [point] });
    const isPositional = definition.params.some((param) => param.positional);
    if (isPositional && !(axes.length > 0 && looksLikePoint(tail)))
        found.push({ as: 'command', definition, point: [], argument: tail });
    return found;
}
/** What a written name means, or undefined when that is nothing, which is then reported. */
function resolveCommand(project, command, source, diagnostics) {
    const [first, second] = readingsOf(project, command.name);
    if (first && second) {
        const message = `\`/${command.name}\` is ${shown(first, command.name)}, not ${shown(second, command.name)}`;
        diagnostics.add('ambiguous-reading', source, command.nameSpan, message, {
            help: 'rename one of the two if the other is meant',
        });
    }
    if (first?.as === 'command' && first.definition.is === 'builtin' && first.definition.builtin.name === 'ssh')
        return resolveOverSsh(project, first, command, source, diagnostics);
    if (first)
        return first;
    const { head, tail } = parted(command.name);
    const definition = findCommand(project, head);
    if (definition && tail !== undefined)
        reportNoPoint(project, definition, command, tail, source, diagnostics);
    else
        reportUnknown(project, command, source, diagnostics);
    return undefined;
}
/** `/ssh:train` is `/train` on its own remote target, or on the only one there is. */
function resolveOverSsh(project, { argument: name }, { nameSpan: span }, source, diagnostics) {
    const refuse = (code, message, help) => {
        diagnostics.add(code, source, span, message, { help });
        return undefined;
    };
    if (name === undefined)
        return refuse('invalid-param', '`/ssh` needs a command', 'write `/ssh:<command>`');
    const found = readingsOf(project, name);
    const reading = found.find((one) => one.as === 'command' && one.definition.is === 'run');
    if (reading?.as !== 'command' || reading.definition.is !== 'run') {
        const scripts = [...project.commands.values()].filter(({ is }) => is === 'run');
        const near = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(name, scripts.map((one) => one.name), (one) => `/ssh:${one}`);
        if (found.length === 0 && (0,_remote_target_js__WEBPACK_IMPORTED_MODULE_1__/* .remoteTargetsOf */ .Yg)(project).has(name))
            return refuse('unknown-command', `\`${name}\` is a target, and no command`, '`/ssh:<command>` names what is run there');
        return found.length > 0
            ? refuse('invalid-param', `\`/${name}\` has no script to run on a host`, 'only a command with `run:` can be run by `/ssh:`')
            : refuse('unknown-command', `unknown command \`/${name}\``, near ?? 'declare it under `commands:`');
    }
    const { definition } = reading;
    const targets = (0,_remote_target_js__WEBPACK_IMPORTED_MODULE_1__/* .remoteTargetsOf */ .Yg)(project);
    if (targets.has(definition.command.target))
        return reading;
    const asked = {
        written: `/ssh:${name}`,
        choose: `write \`target:\` at \`${definition.name}\` under \`commands:\``,
        names: [...targets.keys()],
    };
    const target = (0,_remote_target_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyTarget */ .oy)(asked, { source, span }, diagnostics);
    if (target === undefined)
        return undefined;
    const moved = `ssh:${definition.name}`;
    const command = { ...definition.command, name: moved, target };
    return { ...reading, definition: { ...definition, name: moved, command }, own: definition.name };
}
function parted(name) {
    const colon = name.indexOf(':');
    return colon < 0
        ? { head: name, tail: undefined }
        : { head: name.slice(0, colon), tail: name.slice(colon + 1) };
}
function shown(reading, name) {
    const { head, tail = '' } = parted(name);
    if (reading.as === 'agent')
        return `the agent \`${head}\` with the task \`${tail}\``;
    if (reading.point.length > 0)
        return `\`/${head}\` at \`${tail}\``;
    return reading.argument === undefined
        ? 'the command of that name'
        : `\`/${head}\` with the argument \`${tail}\``;
}
function reportNoPoint(project, definition, command, tail, source, diagnostics) {
    const { head } = parted(command.name);
    const axes = axesOf(project, definition);
    const span = { start: command.nameSpan.end - tail.length, end: command.nameSpan.end };
    diagnostics.add('unknown-axis', source, span, `\`${tail}\` is no point of an axis of \`/${head}\``, {
        help: axes.length === 0
            ? `\`/${head}\` has no axes; declare them under \`axes:\``
            : (meantPoint(axes, tail) ??
                `a point is written \`${axes[0]}-<value>\`; axes of \`/${head}\`: ${axes.map((axis) => `\`${axis}\``).join(', ')}`),
    });
}
function reportUnknown(project, command, source, diagnostics) {
    const broken = project.broken?.get((0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(command.name));
    if (broken) {
        diagnostics.addAll(broken);
        return;
    }
    const { head, tail } = parted(command.name);
    const written = command.slash ? `/${command.name}` : command.name;
    const report = (code, message, help) => diagnostics.add(code, source, command.nameSpan, message, { help });
    if (_builtins_js__WEBPACK_IMPORTED_MODULE_0__/* .plannedBuiltins */ .LX.has((0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(command.name)) || _builtins_js__WEBPACK_IMPORTED_MODULE_0__/* .plannedBuiltins */ .LX.has((0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(head))) {
        const help = 'declare a command of that name under `commands:`';
        report('unsupported-construct', `the built-in command \`${written}\` is not supported yet`, help);
        return;
    }
    if ((0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(command.name) === 'retry') {
        report('unknown-command', `unknown command \`${written}\``, 'to try again, write `retry:3 → /command`');
        return;
    }
    const hasHosts = (0,_remote_target_js__WEBPACK_IMPORTED_MODULE_1__/* .remoteTargetsOf */ .Yg)(project).size > 0;
    const builtins = [..._builtins_js__WEBPACK_IMPORTED_MODULE_0__/* .builtinCommands */ .Gx.values()].filter(({ name }) => hasHosts || !(0,_builtins_js__WEBPACK_IMPORTED_MODULE_0__/* .isRemoteBuiltin */ .ko)(name));
    const names = new Set([...project.commands.values(), ...builtins].map(({ name }) => name));
    const meant = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(command.name, names, (name) => `/${name}`) ?? (0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(head, names, (name) => `/${name}`);
    const isAgentCall = nearAgents(project, head).length > 0 ? !command.slash || !meant : !command.slash && !meant;
    if (tail !== undefined && isAgentCall) {
        const { start, end } = command.nameSpan;
        const span = { start, end: end - tail.length - 1 };
        reportUnknownAgent(project, head, { source, span }, diagnostics);
        return;
    }
    const isBare = project.commands.size === 0;
    report('unknown-command', `unknown command \`${written}\``, isBare ? 'declare it under `commands:` in `ml-workflow.yml`' : (meant ?? commandsHere(project)));
}
/** No more than a person reads. */
const mostListed = 6;
function commandsHere({ commands }) {
    const names = [...commands.values()].map(({ name }) => `\`/${name}\``);
    const more = names.length - mostListed;
    if (more <= 0)
        return `commands here: ${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(names, 'and')}`;
    return `commands here: ${names.slice(0, mostListed).join(', ')} and ${more} more`;
}
function reportUnknownAgent(project, name, { source, span }, diagnostics) {
    const near = nearAgents(project, name).map((one) => `\`${one}\``);
    const known = agentNames(project).map((one) => `\`${one}\``);
    diagnostics.add('unknown-agent', source, span, `unknown agent \`${name}\``, {
        help: near.length > 0
            ? `did you mean ${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(near, 'or')}?`
            : known.length > 0
                ? `agents here: ${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(known, 'and')}`
                : 'declare it under `agents:` in `ml-workflow.yml`, or as `.claude/agents/<name>.md`',
    });
}
function agentNames(project) {
    return [...project.agents.values()]
        .map(({ name }) => name)
        .filter((name) => (0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(name) !== 'default');
}
/** By letters, and by words: `command-orchestrator` is near `command-workflow-orchestrator`. */
function nearAgents(project, name) {
    const names = agentNames(project);
    const words = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(name).split('_');
    const byWords = names.filter((known) => {
        const own = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(known).split('_');
        return words.length > 1 && words.every((word) => own.includes(word));
    });
    return [...new Set([...(0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .pA)(name, names), ...byWords])].slice(0, 3);
}
/** The axes a command can be swept over: its own list, else all of the project's; none for built-ins. */
function axesOf(project, definition) {
    if (definition.is !== 'run')
        return [];
    return definition.axes ?? [...project.axes.values()].map(({ name }) => name);
}
/** `sigma-0.10` on axis `sigma`: the longest axis name that fits, so that `lr` does not take a point of `lr-decay`. */
function pointOf(axes, text) {
    const wanted = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(text);
    const axis = [...axes]
        .sort((a, b) => b.length - a.length)
        .find((name) => wanted.startsWith(`${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(name)}_`) && text.length > name.length + 1);
    return axis === undefined ? undefined : { axis, value: text.slice(axis.length + 1) };
}
/** `sgima-0.10` → did you mean `sigma-0.10`? */
function meantPoint(axes, text) {
    const [, name = '', value = ''] = /^(.+?)-(\d.*)$/.exec(text) ?? [];
    return name === '' ? undefined : (0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(name, axes, (axis) => `${axis}-${value}`);
}
/** `sigm-0.10` is a mistyped point, not an argument. */
function looksLikePoint(text) {
    return /^[\p{L}_][\p{L}\p{N}_-]*-\d[\d.]*(?:e-?\d+)?$/iu.test(text);
}


/***/ }),

/***/ 93775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D7: () => (/* binding */ asksStatus),
  VO: () => (/* binding */ isConstant),
  ZO: () => (/* binding */ resolveCandidateCondition),
  mW: () => (/* binding */ resolveGate),
  g$: () => (/* binding */ resolveValue)
});

// UNUSED EXPORTS: gateSeverity, resolveCondition

// EXTERNAL MODULE: ./build/language/condition-parser.js
var condition_parser = __webpack_require__(25456);
// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(82208);
// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
// EXTERNAL MODULE: ./build/plan/metrics.js
var metrics = __webpack_require__(50711);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(71583);
// EXTERNAL MODULE: ./build/plan/context.js
var plan_context = __webpack_require__(90473);
// EXTERNAL MODULE: ./build/plan/flow.js
var plan_flow = __webpack_require__(75928);
;// CONCATENATED MODULE: ./build/plan/resolve-name.js
/** What a name in a condition stands for: a metric, a variable, a value of the baseline, a field or the status of a step. */




/** A metric of an earlier element, `step.metric`, `baseline.metric`, or a variable without its `$`. */
function valueNamed(expression, context) {
    const { project, flow } = context;
    const written = expression.name;
    const canonical = (0,metrics/* canonicalMetric */.NQ)(project, written);
    const reported = flow.reports.get(canonical);
    if (!reported && flow.variables.has((0,language_name/* normalised */.Z7)(written)))
        return variableNamed(expression, context);
    const { head, tail } = parted(written);
    if (head !== undefined && (0,language_name/* normalised */.Z7)(head) === 'baseline')
        return baselineNamed(tail, expression, context);
    const step = head === undefined ? undefined : flow.steps.get((0,language_name/* normalised */.Z7)(head));
    const metric = step ? (0,metrics/* canonicalMetric */.NQ)(project, tail) : canonical;
    const runs = step ? stepRuns(step, metric, context) : reported;
    if (!runs)
        return step ? fieldOf(step, expression, context) : firstGate(expression, context);
    if (runs.competing) {
        const best = `/best-model:select → /if:best-${head === undefined ? written : metric}…`;
        const message = `several parallel branches report \`${written}\``;
        context.diagnostics.add('ambiguous-metric', context.source, expression.span, message, {
            help: `select one first: \`${best}\``,
        });
        return 'reported';
    }
    return { kind: 'metric', metric, written, unit: (0,metrics/* metricOf */.ak)(project, metric).unit, from: runs.nodes };
}
function variableNamed({ name, span }, context) {
    if (!context.flow.variables.has((0,language_name/* normalised */.Z7)(name)))
        return undefined;
    return (0,plan_context/* checkVariable */.R)(name, span, context) ? { kind: 'variable', name: (0,language_name/* normalised */.Z7)(name) } : 'reported';
}
/** `train.converged`: a value that the command declares under `sets:`. */
function fieldNamed(expression, context) {
    const { head } = parted(expression.name);
    const step = head === undefined ? undefined : context.flow.steps.get((0,language_name/* normalised */.Z7)(head));
    return step && fieldOf(step, expression, context);
}
function fieldOf(step, { name: written, span }, context) {
    const { tail } = parted(written);
    const declared = step.nodes.flatMap((node) => {
        const definition = context.definitions.get(node);
        const sets = definition?.is === 'run' ? definition.command.sets : undefined;
        const name = sets?.find((one) => (0,language_name/* normalised */.Z7)(one) === (0,language_name/* normalised */.Z7)(tail));
        return name === undefined ? [] : [{ node, name }];
    });
    const [first] = declared;
    if (!first)
        return undefined;
    if (step.competing) {
        const message = `several parallel branches set \`${written}\``;
        context.diagnostics.add('ambiguous-metric', context.source, span, message);
        return 'reported';
    }
    return { kind: 'field', name: first.name, written, from: declared.map(({ node }) => node) };
}
/** The built-in statuses: of all that stands before the gate. */
function statusNamed({ name, span }, context) {
    const wanted = (0,language_name/* normalised */.Z7)(name);
    if (!['success', 'failure', 'tests_pass'].includes(wanted))
        return undefined;
    if (!context.stretch) {
        if (context.flow.uncertain)
            return 'reported';
        const message = `\`${name}\` asks about what runs before the gate, and nothing does`;
        context.diagnostics.add('invalid-condition', context.source, span, message, {
            help: `put the gate behind the commands it asks about, or name one: \`status(train)\``,
        });
        return 'reported';
    }
    return {
        kind: 'status',
        written: name,
        of: { is: 'stretch', sequence: context.stretch.sequence, gate: context.stretch.gate },
        ...(wanted === 'failure' ? { failed: true } : {}),
    };
}
/** `status(train)`: of the run of a command that stands before the gate. */
function statusOf(name, written, span, context) {
    const { flow, source, diagnostics } = context;
    const step = flow.steps.get((0,language_name/* normalised */.Z7)(name.replace(/^\//, '')));
    if (step && !step.competing)
        return { kind: 'status', written, of: { is: 'step', from: step.nodes } };
    if (step) {
        diagnostics.add('ambiguous-metric', source, span, `several parallel branches run \`${name}\``);
    }
    else if (!flow.uncertain) {
        diagnostics.add('invalid-condition', source, span, `no \`${name}\` runs before this gate`, {
            help: (0,language_name/* didYouMean */.au)(name, flow.steps.keys()),
        });
    }
    return 'reported';
}
function baselineNamed(metric, { name: written, span }, context) {
    const { project, source, diagnostics } = context;
    const { baseline, baselineFile } = project;
    const canonical = (0,metrics/* canonicalMetric */.NQ)(project, metric);
    if (baseline && canonical in baseline.metrics)
        return { kind: 'baseline', metric: canonical, written, unit: (0,metrics/* metricOf */.ak)(project, canonical).unit };
    if (project.baselineBroken)
        return 'reported';
    if (!baseline) {
        diagnostics.add('unknown-metric', source, span, `there is no baseline for \`${written}\``, {
            help: baselineFile === undefined
                ? 'declare `baseline:` with the path of a JSON file of metrics'
                : `\`${baselineFile}\` does not exist; write the metrics of an accepted run there`,
        });
        return 'reported';
    }
    const known = Object.keys(baseline.metrics);
    diagnostics.add('unknown-metric', source, span, `the baseline \`${baseline.file}\` has no \`${metric}\``, {
        help: (0,language_name/* didYouMean */.au)(metric, known) ?? `it has ${quotedList(known)}`,
    });
    return 'reported';
}
/** A gate in front of all commands can only mean what was measured in an earlier run. */
function firstGate({ name: written, span }, { project, flow, source, diagnostics }) {
    const { baseline } = project;
    const canonical = (0,metrics/* canonicalMetric */.NQ)(project, written);
    const isFirst = [...flow.steps.keys()].length === 0;
    if (!baseline || !isFirst || flow.uncertain || !(canonical in baseline.metrics))
        return undefined;
    const message = `\`${written}\` is the one of the baseline \`${baseline.file}\`, because nothing before this measures it`;
    diagnostics.add('ambiguous-reading', source, span, message, { help: `write \`baseline.${written}\`` });
    return { kind: 'baseline', metric: canonical, written, unit: (0,metrics/* metricOf */.ak)(project, canonical).unit };
}
function stepRuns(step, metric, { measured }) {
    const nodes = step.nodes.filter((node) => measured.get(node)?.includes(metric));
    return nodes.length === 0 ? undefined : { nodes, competing: step.competing };
}
/** A name that means nothing. Said only where all that stands before it could be read. */
function reportUnknownName({ name, span }, yesOrNo, context) {
    const { project, flow, source, diagnostics, measured } = context;
    if (flow.uncertain)
        return;
    const { head, tail } = parted(name);
    const step = head === undefined ? undefined : flow.steps.get((0,language_name/* normalised */.Z7)(head));
    const known = step ? step.nodes.flatMap((node) => measured.get(node) ?? []) : [...flow.reports.keys()];
    const wanted = step ? tail : name;
    const predicates = [...project.predicates.values()].map((predicate) => predicate.name);
    const others = step ? [] : [...flow.variables.keys(), ...(yesOrNo ? predicates : [])];
    const message = step
        ? `\`${head}\` does not report \`${(0,metrics/* canonicalMetric */.NQ)(project, tail)}\``
        : `no command before this reports \`${name}\``;
    const isInBaseline = (0,metrics/* canonicalMetric */.NQ)(project, name) in (project.baseline?.metrics ?? {});
    diagnostics.add('unknown-metric', source, span, message, {
        help: (0,plan_flow/* helpOfOpen */.fG)(flow, 'reports', (0,metrics/* canonicalMetric */.NQ)(project, name)) ??
            (isInBaseline ? `the baseline has it: \`baseline.${name}\`` : undefined) ??
            (0,language_name/* didYouMean */.au)(wanted, [...known, ...others]) ??
            (known.length > 0
                ? `${step ? 'it reports' : 'reported so far'}: ${quotedList([...new Set(known)])}`
                : yesOrNo && !step
                    ? 'declare it under `predicates:`, or `sets:` for the command that decides it'
                    : 'declare `metrics:` for the command that measures it'),
    });
}
function parted(written) {
    const dot = written.lastIndexOf('.');
    return dot < 0
        ? { head: undefined, tail: written }
        : { head: written.slice(0, dot), tail: written.slice(dot + 1) };
}
function quotedList(names) {
    return (0,language_name/* listOf */.c3)(names.map((one) => `\`${one}\``), 'and');
}

// EXTERNAL MODULE: ./build/plan/resolver.js + 1 modules
var plan_resolver = __webpack_require__(89474);
;// CONCATENATED MODULE: ./build/plan/resolve-condition.js
/** A condition's names → metrics of certain units, variables and statuses, with kinds of value settled. */







function resolveGate(condition, context) {
    const severity = gateSeverity(condition, context);
    return {
        expression: resolveCondition(condition, context),
        ...(severity === undefined ? {} : { severity }),
    };
}
/** Only a gate that is a predicate as a whole has the predicate's severity. */
function gateSeverity({ expression }, { project, flow }) {
    if (expression?.kind !== 'name' || flow.variables.has((0,language_name/* normalised */.Z7)(expression.name)))
        return undefined;
    return project.predicates.get((0,language_name/* normalised */.Z7)(expression.name))?.severity;
}
function resolveCondition(condition, context) {
    if (!condition.expression)
        return plan_resolver/* unread */.g;
    const resolver = new plan_resolver/* Resolver */.x(context, namesBefore(context));
    const expression = resolver.boolean(condition.expression);
    if (!resolver.failed && isConstant(expression, context.flow)) {
        context.diagnostics.add('constant-gate', context.source, condition.span, `\`${condition.text}\` compares nothing that was measured`, { help: 'compare a metric, or store a result with `$x=<result>`' });
    }
    return expression;
}
/** What `${…}` and the subject of a `case:` give: a number, a text, or yes or no. */
function resolveValue(condition, context) {
    if (!condition.expression)
        return plan_resolver/* unread */.g;
    return new plan_resolver/* Resolver */.x(context, namesBefore(context)).value(condition.expression);
}
/** The condition of a selection: its names are metrics of each candidate, whoever reports them. */
function resolveCandidateCondition(condition, context) {
    if (!condition.expression)
        return plan_resolver/* unread */.g;
    const { project, source, diagnostics } = context;
    const resolver = new plan_resolver/* Resolver */.x(context, {
        named({ name }) {
            const metric = (0,metrics/* canonicalMetric */.NQ)(project, name);
            return { kind: 'metric', metric, written: name, unit: (0,metrics/* metricOf */.ak)(project, metric).unit, from: [] };
        },
        status(_name, written, span) {
            diagnostics.add('invalid-condition', source, span, `\`${written}\` means nothing for a candidate`);
            return 'reported';
        },
    });
    return resolver.boolean(condition.expression);
}
/** Whether a gate asks how what stands before it ended, so that a failure there is not the end of the chain. */
function asksStatus(expression) {
    return expression.kind === 'status' || (0,plan/* childExpressions */.GW)(expression).some(asksStatus);
}
/** Over nothing but what is known before the run. */
function isConstant(expression, flow) {
    switch (expression.kind) {
        case 'metric':
        case 'baseline':
        case 'status':
        case 'field':
            return false;
        case 'variable':
            return flow.variables.get(expression.name)?.constant ?? false;
        default:
            return (0,plan/* childExpressions */.GW)(expression).every((child) => isConstant(child, flow));
    }
}
function namesBefore(context) {
    const truth = (name) => variableNamed(name, context) ??
        predicateNamed(name, context) ??
        fieldNamed(name, context) ??
        statusNamed(name, context);
    return {
        named(name, yesOrNo) {
            const found = yesOrNo
                ? (truth(name) ?? valueNamed(name, context))
                : (valueNamed(name, context) ?? truth(name));
            if (found)
                return found;
            reportUnknownName(name, yesOrNo, context);
            return 'reported';
        },
        status: (name, written, span) => statusOf(name, written, span, context),
    };
}
function predicateNamed(name, context) {
    const predicate = context.project.predicates.get((0,language_name/* normalised */.Z7)(name.name));
    return predicate && conditionOf(predicate, name.span, context);
}
/** A mistake in a predicate is shown where it stands, and where it is asked. */
function conditionOf(predicate, span, context) {
    const { source, diagnostics, predicates: open = [] } = context;
    if (open.includes(predicate.name)) {
        const names = [...open.slice(open.indexOf(predicate.name)), predicate.name].map((one) => `\`${one}\``);
        diagnostics.add('macro-cycle', source, span, `${names[0]} asks for itself: ${names.join(' → ')}`);
        return 'reported';
    }
    const own = new diagnostic/* Diagnostics */.r();
    const inside = {
        ...context,
        source: predicate.condition,
        diagnostics: own,
        predicates: [...open, predicate.name],
    };
    const condition = (0,condition_parser/* parseConditionText */.y)(predicate.condition, own);
    const resolver = new plan_resolver/* Resolver */.x(inside, namesBefore(inside));
    const expression = condition?.expression && resolver.boolean(condition.expression);
    for (const { code, source: where, span: at, message, help, related = [] } of own.sorted()) {
        diagnostics.add(code, where, at, message, {
            help,
            related: [...related, { message: 'asked here', source, span }],
        });
    }
    return resolver.failed || own.hasErrors || !expression ? 'reported' : expression;
}


/***/ }),

/***/ 89474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ Resolver),
  g: () => (/* binding */ unread)
});

// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
// EXTERNAL MODULE: ./build/plan/context.js
var context = __webpack_require__(90473);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(71583);
;// CONCATENATED MODULE: ./build/plan/units.js
/** Undefined when the sides cannot be compared, which is then reported. */
function inUnits(compared, context) {
    const { left, right, leftWritten, rightWritten } = compared;
    const leftUnit = unitOf(left, context);
    const rightUnit = unitOf(right, context);
    const differ = leftUnit?.unit !== 'number' && rightUnit?.unit !== 'number' && leftUnit?.unit !== rightUnit?.unit;
    if (leftUnit && rightUnit && differ) {
        const span = { start: leftWritten.span.start, end: rightWritten.span.end };
        const message = `\`${leftUnit.name}\` is ${unitName(leftUnit.unit)}, \`${rightUnit.name}\` is ${unitName(rightUnit.unit)}`;
        refuse(context, span, message, 'compare two metrics of one unit');
        return undefined;
    }
    const newRight = leftUnit ? converted(leftUnit, right, rightWritten.span, context) : right;
    const newLeft = rightUnit ? converted(rightUnit, left, leftWritten.span, context) : left;
    return newLeft && newRight && { left: newLeft, right: newRight };
}
function unitOf(expression, context) {
    if (expression.kind === 'metric' || expression.kind === 'baseline')
        return { name: expression.written, unit: expression.unit };
    if (expression.kind === 'call') {
        const [first, ...others] = expression.arguments.map((argument) => unitOf(argument, context));
        return first && others.every((other) => other?.unit === first.unit) ? first : undefined;
    }
    if (expression.kind !== 'variable')
        return undefined;
    const unit = context.flow.variables.get(expression.name)?.unit;
    return unit && { name: `$${expression.name}`, unit };
}
function converted(measured, other, span, context) {
    if (other.kind === 'number')
        return convertedNumber(measured, other, span, context);
    const isFraction = measured.unit === 'fraction';
    if (other.kind === 'negative' && other.operand.kind === 'number' && measured.unit !== 'number') {
        refuse(context, span, `\`${measured.name}\` is ${unitName(measured.unit)} and never below 0`);
        return undefined;
    }
    if (other.kind !== 'variable' || !isFraction)
        return other;
    const value = context.flow.variables.get(other.name)?.value;
    if (typeof value !== 'number' || (value >= 0 && value <= 1))
        return other;
    const help = value > 1 && value <= 100 ? `give \`${rounded(value / 100)}\`` : undefined;
    refuse(context, span, `\`$${other.name}\` is ${value}, but \`${measured.name}\` lies between 0 and 1`, help);
    return undefined;
}
function convertedNumber({ name, unit }, literal, span, context) {
    const percent = literal.text.endsWith('%');
    // With `strict-units` it is for the person to say.
    const { strictUnits } = context.project;
    const code = strictUnits ? 'invalid-condition' : 'unit-guess';
    const isRead = strictUnits ? 'would be read' : 'is read';
    const guess = (message, help) => context.diagnostics.add(code, context.source, span, message, { help });
    switch (unit) {
        case 'number':
            return literal;
        case 'percent': {
            const value = percent ? rounded(literal.value * 100) : literal.value;
            if (value > 100)
                return refuse(context, span, `\`${name}\` lies between 0 and 100 %, found \`${literal.text}\``);
            if (!percent && value > 0 && value < 1) {
                const message = `\`${literal.text}\` ${isRead} as ${literal.text} %, because \`${name}\` is a percentage`;
                guess(message, `write \`${rounded(value * 100)}\` if ${rounded(value * 100)} % is meant, else \`${literal.text}%\``);
            }
            return { ...literal, value };
        }
        case 'fraction': {
            const value = percent || literal.value <= 1 ? literal.value : rounded(literal.value / 100);
            if (value > 1)
                return refuse(context, span, `\`${name}\` lies between 0 and 1, found \`${literal.text}\``);
            if (value !== literal.value) {
                const message = `\`${literal.text}\` ${isRead} as ${literal.text} %, because \`${name}\` is a fraction`;
                guess(message, `write \`${value}\` or \`${literal.text}%\``);
            }
            return { ...literal, value };
        }
    }
}
function refuse(context, span, message, help) {
    context.diagnostics.add('invalid-condition', context.source, span, message, { help });
}
function unitName(unit) {
    return unit === 'fraction' ? 'a fraction' : unit === 'percent' ? 'a percentage' : 'a number';
}
/** Without the noise of binary arithmetic: 0.87, not 0.8699999999999999. */
function rounded(value) {
    return Number(value.toPrecision(12));
}

;// CONCATENATED MODULE: ./build/plan/resolver.js
/** An expression with its names read: kinds of value settled, both sides of a comparison in one unit. */




/** What stands in the plan for a condition that could not be read; such a plan is given to no one. */
const unread = { kind: 'number', value: Number.NaN, text: '…' };
class Resolver {
    failed = false;
    #context;
    #names;
    constructor(context, names) {
        this.#context = context;
        this.#names = names;
    }
    value(expression) {
        return this.#resolve(expression, false);
    }
    /** Where yes or no is asked for; a number is neither. */
    boolean(expression) {
        const resolved = this.#resolve(expression, true);
        const kind = this.#kindOf(resolved);
        if (kind === 'number' || kind === 'text')
            this.#refuse(expression, `a ${kind} is neither true nor false`, 'compare it: `accuracy>0.9`');
        return resolved;
    }
    #number(expression) {
        const resolved = this.#resolve(expression, false);
        const kind = this.#kindOf(resolved);
        if (kind === 'text' || kind === 'boolean')
            this.#refuse(expression, `expected a number, found ${kind === 'text' ? 'a text' : 'true or false'}`);
        return resolved;
    }
    #resolve(expression, yesOrNo) {
        switch (expression.kind) {
            case 'number':
                return { kind: 'number', value: expression.value, text: expression.text };
            case 'string':
                return { kind: 'string', value: expression.value };
            case 'name':
                return this.#found(this.#names.named(expression, yesOrNo));
            case 'variable':
                if (!(0,context/* checkVariable */.R)(expression.name, expression.span, this.#context))
                    this.failed = true;
                return { kind: 'variable', name: (0,language_name/* normalised */.Z7)(expression.name) };
            case 'call':
                return this.#call(expression);
            case 'confidence':
                return this.#confidence(expression);
            case 'not':
                return { kind: 'not', operand: this.boolean(expression.operand) };
            case 'negative':
                return { kind: 'negative', operand: this.#number(expression.operand) };
            case 'binary':
                return this.#binary(expression);
        }
    }
    #found(found) {
        if (found && found !== 'reported')
            return found;
        this.failed = true;
        return unread;
    }
    #call(expression) {
        const { function: called, arguments: given, span } = expression;
        const [first] = given;
        const { source } = this.#context;
        // How many a function takes is the grammar's to say.
        if (!first)
            return this.#found('reported');
        if (called === 'status') {
            if (first.kind !== 'name' && first.kind !== 'string')
                return this.#refuse(first, '`status` takes the name of a command', 'write `status(train)`');
            const written = source.text.slice(span.start, span.end);
            const name = first.kind === 'name' ? first.name : first.value;
            return this.#found(this.#names.status(name, written, first.span));
        }
        if (called === 'delta') {
            if (first.kind !== 'name')
                return this.#refuse(first, '`delta` takes the name of a metric', 'write `delta(accuracy)`');
            const right = { ...first, name: `baseline.${first.name.slice(first.name.lastIndexOf('.') + 1)}` };
            return {
                kind: 'binary',
                operator: '-',
                left: this.#number(first),
                right: this.failed ? unread : this.#number(right),
            };
        }
        return { kind: 'call', function: called, arguments: given.map((argument) => this.#number(argument)) };
    }
    #confidence({ level, comparison, span }) {
        const resolved = this.boolean(comparison);
        const isComparison = resolved.kind === 'binary' && !['and', 'or', '+', '-', '*', '/'].includes(resolved.operator);
        if (!this.failed && !(isComparison && measures(resolved)))
            return this.#refuse({ span }, '`confidence` stands behind a comparison of something that was measured', 'write `accuracy > 0.9 confidence 95%`');
        return { kind: 'confidence', level, comparison: resolved };
    }
    #binary(expression) {
        const { operator } = expression;
        if (operator === 'and' || operator === 'or') {
            const left = this.boolean(expression.left);
            return { kind: 'binary', operator, left, right: this.boolean(expression.right) };
        }
        if (operator === '+' || operator === '-' || operator === '*' || operator === '/') {
            const left = this.#number(expression.left);
            return { kind: 'binary', operator, left, right: this.#number(expression.right) };
        }
        const equality = operator === '==' || operator === '!=';
        const left = equality ? this.value(expression.left) : this.#number(expression.left);
        const right = equality ? this.value(expression.right) : this.#number(expression.right);
        const status = equality ? this.#statusAs(left, right, expression) : undefined;
        if (status)
            return operator === '==' ? status : { kind: 'not', operand: status };
        const [leftKind, rightKind] = [this.#kindOf(left), this.#kindOf(right)];
        if (leftKind !== rightKind && leftKind !== 'unknown' && rightKind !== 'unknown')
            this.#refuse(expression, `a ${leftKind} is never equal to a ${rightKind}`);
        const compared = { left, right, leftWritten: expression.left, rightWritten: expression.right };
        const settled = this.failed ? { left, right } : inUnits(compared, this.#context);
        if (!settled)
            this.failed = true;
        return { kind: 'binary', operator, left: settled?.left ?? left, right: settled?.right ?? right };
    }
    /** `status(train) == 'success'` is the status itself. */
    #statusAs(left, right, { span }) {
        const [status, text] = left.kind === 'string' ? [right, left] : [left, right];
        if (status.kind !== 'status' || status.failed || text.kind !== 'string')
            return undefined;
        const known = ['success', 'failure'];
        if (!known.includes(text.value)) {
            const all = (0,language_name/* listOf */.c3)(known.map((one) => `\`'${one}'\``), 'or');
            return this.#refuse({ span }, `a status is ${all}, never \`'${text.value}'\``);
        }
        return text.value === 'success' ? status : { kind: 'not', operand: status };
    }
    /** Nothing is said twice of an expression whose parts mean nothing. */
    #refuse({ span }, message, help) {
        const { diagnostics, source } = this.#context;
        if (!this.failed)
            diagnostics.add('invalid-condition', source, span, message, { help });
        this.failed = true;
        return unread;
    }
    #kindOf(expression) {
        switch (expression.kind) {
            case 'number':
            case 'metric':
            case 'baseline':
            case 'call':
            case 'negative':
                return 'number';
            case 'string':
                return 'text';
            case 'not':
            case 'status':
            case 'confidence':
                return 'boolean';
            case 'field':
                return 'unknown';
            case 'variable':
                return this.#context.flow.variables.get(expression.name)?.unit === undefined ? 'unknown' : 'number';
            case 'binary':
                return ['+', '-', '*', '/'].includes(expression.operator) ? 'number' : 'boolean';
        }
    }
}
function measures(expression) {
    return expression.kind === 'metric' || (0,plan/* childExpressions */.GW)(expression).some(measures);
}


/***/ }),

/***/ 44166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zc: () => (/* binding */ literalOf),
/* harmony export */   jO: () => (/* binding */ resultPath),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   mE: () => (/* binding */ textTemplate),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   qE: () => (/* binding */ isKnown)
/* harmony export */ });
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60716);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90473);
/* harmony import */ var _metrics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50711);
/* harmony import */ var _resolve_condition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93775);
/** Words with variables, results and expressions in them, as the plan carries them. */




function templateOf(argument, context) {
    return argument.parts.map((part) => planned(part, context));
}
function planned(part, context) {
    switch (part.kind) {
        case 'text':
            return { kind: 'text', text: part.text };
        case 'variable':
            (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .checkVariable */ .R)(part.name, part.span, context);
            return { kind: 'variable', name: (0,_language_name_js__WEBPACK_IMPORTED_MODULE_3__/* .normalised */ .Z7)(part.name) };
        case 'expression':
            return { kind: 'expression', expression: (0,_resolve_condition_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveValue */ .g$)(part.condition, context) };
        case 'result':
            checkLast(part.span, context);
            return { kind: 'result', path: resultPath(context.project, part.path), from: context.flow.last.nodes };
    }
}
function textTemplate(text) {
    return [{ kind: 'text', text }];
}
/** `<result.acc>` means the metric behind the alias; a longer path is one of what the command gave. */
function resultPath(project, path) {
    const [only] = path;
    return only !== undefined && path.length === 1 ? [(0,_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalMetric */ .NQ)(project, only)] : path;
}
function checkLast(span, { flow, source, diagnostics }) {
    if (flow.last.nodes.length > 0 || flow.uncertain)
        return;
    diagnostics.add('nothing-to-collect', source, span, 'there is no single result before this', {
        help: 'put it behind the command whose result it means',
    });
}
/** Whether all that a template holds is known before the run. */
function isKnown(template, flow) {
    return template.every((part) => isKnownPart(part, flow));
}
function isKnownPart(part, flow) {
    switch (part.kind) {
        case 'text':
            return true;
        case 'variable':
            return flow.variables.get(part.name)?.constant ?? false;
        case 'expression':
            return (0,_resolve_condition_js__WEBPACK_IMPORTED_MODULE_2__/* .isConstant */ .VO)(part.expression, flow);
        case 'result':
            return false;
    }
}
/** The text of a template whose variables are all known before the run. */
function literalOf(template, flow) {
    let literal = '';
    for (const part of template) {
        const value = part.kind === 'text'
            ? part.text
            : part.kind === 'variable'
                ? flow.variables.get(part.name)?.value
                : undefined;
        if (value === undefined)
            return undefined;
        literal += String(value);
    }
    return literal;
}
/** One text of several words, a blank between each two. */
function joined(templates) {
    return templates.flatMap((template, index) => index === 0 ? template : [...textTemplate(' '), ...template]);
}


/***/ })

};
