export const id = 304;
export const ids = [304];
export const modules = {

/***/ 634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cellsOf)
/* harmony export */ });
/* unused harmony export experimentId */
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(306);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3497);


function cellsOf(state, ids) {
    return ids.map((id) => {
        const unit = (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(state, id);
        if (unit.kind !== 'unit')
            throw new Error(`internal: ${id} is no unit; please report this`);
        return cellOf(state, unit, state.nodes.get(id));
    });
}
function cellOf(state, unit, own) {
    const result = own?.result;
    const failure = own?.failure;
    return {
        node: unit.id,
        title: unit.title,
        id: experimentId(state.plan, unit),
        status: result ? 'completed' : failure ? 'failed' : 'not-run',
        metrics: result?.metrics ?? {},
        ...(result?.primary === undefined ? {} : { primary: result.primary }),
        ...(result?.samples === undefined ? {} : { samples: result.samples }),
        config: own?.input?.parameters ?? configNow(state, unit),
        ...(own?.directory === undefined ? {} : { directory: own.directory }),
        ...(result || failure ? { seconds: result?.seconds ?? failure?.seconds ?? 0 } : {}),
        ...(failure ? { error: failure.message } : {}),
    };
}
/** Of a unit that was not started: what it would be started with now. */
function configNow(state, unit) {
    const bound = (0,_template_js__WEBPACK_IMPORTED_MODULE_1__/* .unitInput */ .l)(state.plan, unit, (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .variablesAt */ .VX)(state, unit.id));
    return bound.ok ? bound.input.parameters : {};
}
/** The template of `results.id` filled in; without axes it is the command's name. */
function experimentId(plan, unit) {
    if (unit.point.length === 0)
        return unit.command;
    const values = {
        command: unit.command,
        phase: plan.results.phase,
        axis: unit.point.map(({ axis }) => axis).join('_'),
        value: unit.point.map(({ value }) => value).join('_'),
    };
    return plan.results.id.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}


/***/ }),

/***/ 2516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ valueProblem),
/* harmony export */   In: () => (/* binding */ shortNumber),
/* harmony export */   _3: () => (/* binding */ evaluate)
/* harmony export */ });
function evaluate(expression, lookup, variables) {
    const evaluator = new Evaluator(lookup, variables);
    const value = evaluator.value(expression);
    const sum = evaluator.text(expression);
    const { operands, problem, remark } = evaluator;
    const reason = problem ??
        (typeof value === 'boolean'
            ? undefined
            : `the condition gives ${typeof value === 'number' ? 'a number' : 'a text'}, not yes or no`);
    return {
        ...(reason === undefined ? { met: value === true } : { reason }),
        sum,
        operands,
        ...(remark === undefined ? {} : { remark }),
    };
}
class Evaluator {
    operands = [];
    /** The first reason why there is no verdict. Every operand is read all the same: `or` does not hide a missing one. */
    problem;
    remark;
    #lookup;
    #variables;
    #found = new Map();
    constructor(lookup, variables) {
        this.#lookup = lookup;
        this.#variables = variables;
    }
    value(expression) {
        switch (expression.kind) {
            case 'number':
                return this.#finite(expression.value, expression.text);
            case 'string':
                return expression.value;
            case 'variable': {
                const value = this.#variables.get(expression.name);
                if (value === undefined)
                    return this.#fail(`\`$${expression.name}\` was never set`);
                return typeof value === 'number' && !Number.isFinite(value)
                    ? this.#fail(`\`$${expression.name}\` is ${value}`)
                    : value;
            }
            case 'metric':
                return this.#metric(expression);
            case 'not': {
                const operand = this.value(expression.operand);
                if (operand === undefined)
                    return undefined;
                return typeof operand === 'boolean' ? !operand : this.#fail('`not` needs yes or no');
            }
            case 'negative': {
                const operand = this.#number(expression.operand);
                return operand === undefined ? undefined : -operand;
            }
            case 'binary':
                return this.#binary(expression);
        }
    }
    #metric(expression) {
        const { value, ...operand } = this.#lookup(expression);
        const { written, unit, source } = operand;
        // A journal is JSON, which has no NaN: a value that is none stands in the reason, not in the record.
        const measured = typeof value === 'number' && Number.isFinite(value) ? { ...operand, value } : operand;
        this.#found.set(expression, measured);
        this.operands.push(measured);
        if (value === undefined)
            return this.#fail(`\`${written}\` was not measured${source ? ` in ${source}` : ''}`);
        const problem = valueProblem(value, unit);
        return problem === undefined ? value : this.#fail(`\`${written}\` is ${problem}`);
    }
    #binary(expression) {
        const { operator } = expression;
        if (operator === 'and' || operator === 'or') {
            const left = this.value(expression.left);
            const right = this.value(expression.right);
            if (left === undefined || right === undefined)
                return undefined;
            if (typeof left !== 'boolean' || typeof right !== 'boolean')
                return this.#fail(`\`${operator}\` joins comparisons`);
            return operator === 'and' ? left && right : left || right;
        }
        if (operator === '==' || operator === '!=') {
            const left = this.value(expression.left);
            const right = this.value(expression.right);
            if (left === undefined || right === undefined)
                return undefined;
            // A text in quotes is compared as text; any other mix, such as a number with `NaN` read from a file, is no verdict.
            const asText = expression.left.kind === 'string' || expression.right.kind === 'string';
            if (typeof left !== typeof right && !asText)
                return this.#fail(`\`${operator}\` compares a ${typeof left} with a ${typeof right}`);
            const equal = typeof left === typeof right ? left === right : String(left) === String(right);
            return operator === '==' ? equal : !equal;
        }
        const left = this.#number(expression.left);
        const right = this.#number(expression.right);
        if (left === undefined || right === undefined)
            return undefined;
        switch (operator) {
            case '+':
                return this.#finite(left + right, this.text(expression));
            case '-':
                return this.#finite(left - right, this.text(expression));
            case '*':
                return this.#finite(left * right, this.text(expression));
            case '/':
                return right === 0
                    ? this.#fail('division by zero')
                    : this.#finite(left / right, this.text(expression));
            default:
                this.#remarkOnOneSample(expression, left, right);
                return compare(operator, left, right);
        }
    }
    #number(expression) {
        const value = this.value(expression);
        if (value === undefined || typeof value === 'number')
            return value;
        return this.#fail(`${this.text(expression)} is no number`);
    }
    #remarkOnOneSample(expression, left, right) {
        const samples = this.#found.get(expression.left)?.samples ?? this.#found.get(expression.right)?.samples;
        if (samples === undefined || samples <= 0 || Math.abs(left - right) >= 1 / samples)
            return;
        const fractional = [expression.left, expression.right].some((side) => side.kind === 'metric' && side.unit === 'fraction');
        if (fractional)
            this.remark ??= `a single one of the ${samples} samples decides this`;
    }
    #finite(value, text) {
        return Number.isFinite(value) ? value : this.#fail(`\`${text}\` is not finite`);
    }
    #fail(problem) {
        this.problem ??= problem;
    }
    /** The expression with every value written behind its name. */
    text(expression) {
        switch (expression.kind) {
            case 'number':
                return expression.text;
            case 'string':
                return `'${expression.value}'`;
            case 'variable': {
                const value = this.#variables.get(expression.name);
                return `$${expression.name} ${value === undefined ? 'unset' : typeof value === 'number' ? shortNumber(value) : value}`;
            }
            case 'metric': {
                const value = this.#found.get(expression)?.value;
                return `${expression.written} ${value === undefined ? 'missing' : shortNumber(value)}`;
            }
            case 'not':
                return `not (${this.text(expression.operand)})`;
            case 'negative':
                return `-${this.text(expression.operand)}`;
            case 'binary':
                return `${this.#operand(expression.left)} ${expression.operator} ${this.#operand(expression.right)}`;
        }
    }
    #operand(expression) {
        const text = this.text(expression);
        const isLoose = expression.kind === 'binary' && ['and', 'or', '+', '-'].includes(expression.operator);
        return isLoose ? `(${text})` : text;
    }
}
/** Why a measured value is none: `91, but a fraction lies between 0 and 1`. Undefined when it is one. */
function valueProblem(value, unit) {
    if (typeof value !== 'number' || !Number.isFinite(value))
        return String(value);
    if (unit === 'fraction' && (value < 0 || value > 1))
        return `${value}, but a fraction lies between 0 and 1`;
    return undefined;
}
function compare(operator, left, right) {
    switch (operator) {
        case '>':
            return left > right;
        case '>=':
            return left >= right;
        case '<':
            return left < right;
        case '<=':
            return left <= right;
    }
}
/** Enough digits to tell values apart, and no more: 0.9621, 0.12, 1200. */
function shortNumber(value) {
    if (!Number.isFinite(value) || Number.isInteger(value))
        return String(value);
    const digits = Math.abs(value) >= 1000 ? value.toFixed(1) : value.toPrecision(Math.abs(value) >= 1 ? 5 : 4);
    return String(Number(digits));
}


/***/ }),

/***/ 306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   E7: () => (/* binding */ nodeOf),
/* harmony export */   GN: () => (/* binding */ nodeState),
/* harmony export */   VX: () => (/* binding */ variablesAt),
/* harmony export */   Vc: () => (/* binding */ builtinTarget),
/* harmony export */   Zq: () => (/* binding */ lastThatRan),
/* harmony export */   ue: () => (/* binding */ initialState)
/* harmony export */ });
function initialState(plan) {
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    return {
        plan,
        byId,
        always: new Set(plan.nodes.flatMap((node) => (node.kind === 'sequence' ? node.always : []))),
        scopes: scopesOf(plan, byId),
        nodes: new Map(),
        ready: new Map(),
        running: new Set(),
        undecided: new Set(),
        variables: new Map([['', new Map(Object.entries(plan.parameters))]]),
        gates: [],
        run: { id: '', startedAt: '' },
        degraded: undefined,
        stopping: undefined,
        settlement: undefined,
        conclusion: undefined,
        beforeCancel: undefined,
        seq: 0,
    };
}
/** One pass: parents stand before their children. */
function scopesOf(plan, byId) {
    const of = new Map();
    const around = new Map();
    for (const { id, parent } of plan.nodes) {
        const outer = parent === null ? '' : (of.get(parent) ?? '');
        const kind = parent === null ? undefined : byId.get(parent)?.kind;
        if (kind === 'call' && parent !== null)
            of.set(id, parent);
        else if (kind === 'parallel') {
            of.set(id, id);
            around.set(id, outer);
        }
        else
            of.set(id, outer);
    }
    return { of, around };
}
function nodeOf(state, id) {
    const node = state.byId.get(id);
    if (!node)
        throw new Error(`internal: the journal names ${id}, which the plan lacks; please report this`);
    return node;
}
function nodeState(state, id) {
    const own = state.nodes.get(id);
    if (!own)
        throw new Error(`internal: ${id} was never opened; please report this`);
    return own;
}
/**
 * Of elements that stand for one result, the one that ran last. Its result may be missing; an earlier element's is never
 * taken in its place.
 */
function lastThatRan(state, ids) {
    let last;
    let opened = 0;
    for (const id of ids) {
        const own = state.nodes.get(id);
        if (!own || own.openedBy <= opened)
            continue;
        last = id;
        opened = own.openedBy;
    }
    return last;
}
/** The variables that a node sees. */
function variablesAt(state, id) {
    const own = state.scopes.of.get(id);
    return {
        get(name) {
            for (let scope = own; scope !== undefined; scope = state.scopes.around.get(scope)) {
                const value = state.variables.get(scope)?.get(name);
                if (value !== undefined)
                    return value;
            }
            return undefined;
        },
    };
}
/** Built-in commands run in this process, under this name. */
const builtinTarget = 'builtin';
function targetOf(plan, unit) {
    const command = plan.commands[unit.command];
    return command?.is === 'run' ? command.target : builtinTarget;
}


/***/ }),

/***/ 3497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ bindParameters),
/* harmony export */   l: () => (/* binding */ unitInput)
/* harmony export */ });
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1583);
/** Words and parameters with variables in them → the values a command gets. */

function fill(template, variables) {
    let text = '';
    for (const part of template) {
        if (part.kind === 'text') {
            text += part.text;
            continue;
        }
        const value = variables.get(part.name);
        if (value === undefined)
            return { ok: false, problem: `\`$${part.name}\` was never set` };
        text += String(value);
    }
    return { ok: true, text };
}
function bindParameters(bindings, variables) {
    const values = {};
    for (const { name, type, value } of bindings) {
        const filled = fill(value, variables);
        if (!filled.ok)
            return filled;
        const typed = (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .parseValue */ .$x)(type, filled.text);
        if (typed === undefined)
            return { ok: false, problem: `\`${name}\` takes a value of type ${type}, found \`${filled.text}\`` };
        values[name] = typed;
    }
    return { ok: true, values };
}
/** What a unit is started with. Values stay data: nothing is pasted into the script. */
function unitInput(plan, unit, variables) {
    const words = [];
    for (const word of unit.words) {
        const filled = fill(word, variables);
        if (!filled.ok)
            return filled;
        words.push(filled.text);
    }
    const bound = bindParameters(unit.parameters, variables);
    if (!bound.ok)
        return bound;
    const parameters = {};
    for (const { name, type, flag } of unit.parameters) {
        const value = String(bound.values[name]);
        parameters[name] = value;
        if (flag === undefined)
            continue;
        if (type !== 'boolean')
            words.push(flag, value);
        else if (value === 'true')
            words.push(flag);
    }
    for (const { axis, value } of unit.point) {
        parameters[axis.toLowerCase().replaceAll('-', '_')] = value;
        const flag = plan.axes[axis]?.flag;
        if (flag !== undefined)
            words.push(flag, value);
    }
    return { ok: true, input: { arguments: words, parameters } };
}


/***/ }),

/***/ 6373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ percent)
/* harmony export */ });
/** A fraction as people say it: 0.9467 is `94.7 %`. */
function percent(fraction) {
    return `${Number((fraction * 100).toFixed(1))} %`;
}


/***/ }),

/***/ 7304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qh: () => (/* binding */ reportSchema),
/* harmony export */   _O: () => (/* binding */ gateStatus),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   reportOf: () => (/* binding */ reportOf)
/* harmony export */ });
/* harmony import */ var _engine_cells_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(634);
/* harmony import */ var _engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2516);
/* harmony import */ var _percent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6373);
/** A run as people are told of it: one pure record, from which terminal, comment, check runs, summary and JSON are made. */



const reportSchema = 1;
/** `now`: UTC, ISO 8601; the end of what is still running. */
function reportOf(state, now) {
    const { plan, conclusion } = state;
    const builder = new StepsBuilder(state, now);
    builder.add(plan.root, 0);
    const sweeps = plan.nodes
        .filter((node) => node.kind === 'parallel')
        .flatMap((node) => sweepOf(state, node) ?? []);
    const inSweeps = new Set(sweeps.flatMap(({ rows }) => rows.map(({ node }) => node)));
    const units = plan.nodes.filter((node) => node.kind === 'unit');
    return {
        schema_version: reportSchema,
        workflow: plan.name,
        ...(plan.description === undefined ? {} : { description: plan.description }),
        run: state.run.id,
        chain: plan.chain,
        ...(conclusion ? { decision: conclusion.decision, reason_code: conclusion.reasonCode } : {}),
        reason: conclusion?.reason ?? runningReason(state),
        started_at: state.run.startedAt,
        seconds: secondsBetween(state.run.startedAt, state.run.endedAt ?? now),
        steps: builder.steps,
        gates: state.gates.map((gate) => gateLine(state, gate)),
        sweeps,
        metrics: units.filter(({ id }) => !inSweeps.has(id)).flatMap((unit) => metricLines(state, unit)),
        failures: units.flatMap((unit) => failureLine(state, unit) ?? []),
    };
}
/** The status of a node for people: what never opened is waiting while the run goes on, and skipped when it is over. */
function statusOf(state, id) {
    const own = state.nodes.get(id);
    if (!own || own.status === 'stopped')
        return state.settlement ? 'skipped' : 'waiting';
    if (own.status === 'open')
        return isWaitingUnit(state, id) ? 'waiting' : 'running';
    return own.status;
}
/** Of a gate by its verdict: `succeeded` is met, `failed` an error. */
function gateStatus(state, node, arm) {
    const decided = state.gates.find((gate) => gate.node === node && gate.arm === arm);
    if (!decided)
        return state.settlement ? 'skipped' : 'waiting';
    return decided.outcome === 'met' ? 'succeeded' : decided.outcome === 'error' ? 'failed' : 'not-met';
}
function isWaitingUnit(state, id) {
    return state.byId.get(id)?.kind === 'unit';
}
class StepsBuilder {
    steps = [];
    #state;
    #now;
    constructor(state, now) {
        this.#state = state;
        this.#now = now;
    }
    /** Sequences show as their elements, so that the list reads like the chain. Depth is bounded by the parser. */
    add(id, depth) {
        const node = this.#state.byId.get(id);
        if (!node)
            return;
        switch (node.kind) {
            case 'sequence':
                for (const child of node.children)
                    this.add(child, depth);
                return;
            case 'unit':
                this.#push(node, 'unit', depth, {});
                return;
            case 'assignment': {
                const value = this.#state.nodes.get(id)?.settlement?.is === 'succeeded'
                    ? this.#variable(node.variable, node.scope)
                    : undefined;
                this.#push(node, 'assignment', depth, value === undefined ? {} : { note: `= ${value}` });
                return;
            }
            case 'logical':
                this.add(node.left, depth);
                this.add(node.right, depth);
                return;
            case 'call':
                this.#push(node, 'call', depth, {});
                this.add(node.body, depth + 1);
                return;
            case 'parallel':
                this.#push(node, 'parallel', depth, {});
                for (const branch of node.branches)
                    this.add(branch, depth + 1);
                return;
            case 'require':
                this.#gate(node, 0, depth, node.title);
                return;
            case 'branch':
                node.arms.forEach((arm, index) => {
                    this.#gate(node, index, depth, `${index === 0 ? '/if' : '/elif'}:${arm.gate.text}`);
                    this.add(arm.body, depth + 1);
                });
                if (node.otherwise !== null) {
                    const status = this.#state.nodes.has(node.otherwise)
                        ? statusOf(this.#state, node.otherwise)
                        : this.#unopened();
                    this.steps.push({ id: node.otherwise, kind: 'else', title: '/else', status, depth });
                    this.add(node.otherwise, depth + 1);
                }
        }
    }
    #gate(node, arm, depth, title) {
        const decided = this.#state.gates.find((gate) => gate.node === node.id && gate.arm === arm);
        const status = gateStatus(this.#state, node.id, arm);
        const note = decided
            ? { note: decided.outcome === 'error' ? (decided.reason ?? 'error') : decided.sum }
            : {};
        this.steps.push({ id: node.id, kind: 'gate', title, status, depth, ...note });
    }
    #push(node, kind, depth, more) {
        const own = this.#state.nodes.get(node.id);
        const status = statusOf(this.#state, node.id);
        const seconds = own?.result?.seconds ?? own?.failure?.seconds ?? this.#elapsed(node.id);
        const failure = own?.failure ? { note: own.failure.message } : {};
        this.steps.push({
            id: node.id,
            kind,
            title: node.title,
            status,
            depth,
            ...(seconds === undefined ? {} : { seconds }),
            ...failure,
            ...more,
        });
    }
    #elapsed(id) {
        const own = this.#state.nodes.get(id);
        return own?.startedAt === undefined ? undefined : secondsBetween(own.startedAt, own.endedAt ?? this.#now);
    }
    #unopened() {
        return this.#state.settlement ? 'skipped' : 'waiting';
    }
    #variable(name, scope) {
        const value = this.#state.variables.get(scope ?? '')?.get(name);
        return value === undefined ? undefined : typeof value === 'number' ? (0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .shortNumber */ .In)(value) : String(value);
    }
}
function gateLine(state, gate) {
    const measured = gate.operands.find(({ value }) => value !== undefined);
    const percents = gate.operands.filter(({ unit, value }) => unit === 'fraction' && value !== undefined);
    const [only] = percents;
    return {
        id: gate.gate,
        node: gate.node,
        text: gate.text,
        outcome: gate.outcome,
        sum: gate.sum,
        ...(only?.value !== undefined && percents.length === 1 ? { percent: (0,_percent_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .K)(only.value) } : {}),
        ...(measured?.from === undefined ? {} : { from: state.byId.get(measured.from)?.title ?? measured.from }),
        ...(measured?.samples === undefined ? {} : { samples: measured.samples }),
        ...(measured?.source === undefined ? {} : { source: measured.source }),
        ...(gate.reason === undefined ? {} : { reason: gate.reason }),
        ...(gate.remark === undefined ? {} : { remark: gate.remark }),
    };
}
/** A parallel block is a sweep when at least two of its units declare metrics. */
function sweepOf(state, node) {
    const units = unitsBelow(state, node).filter((unit) => {
        const command = state.plan.commands[unit.command];
        return command?.is === 'run' && command.metrics.length > 0;
    });
    if (units.length < 2)
        return undefined;
    const ids = units.map(({ id }) => id);
    const cells = (0,_engine_cells_js__WEBPACK_IMPORTED_MODULE_2__/* .cellsOf */ .n)(state, ids);
    const names = [...new Set(cells.flatMap(({ config }) => Object.keys(config)))];
    const config = names.filter((name) => new Set(cells.map((cell) => cell.config[name])).size > 1);
    const declared = units.flatMap((unit) => {
        const command = state.plan.commands[unit.command];
        return command?.is === 'run' ? command.metrics.flatMap(({ fields }) => Object.keys(fields)) : [];
    });
    const metrics = [...new Set(declared)];
    const best = bestCell(state, ids);
    return {
        node: node.id,
        config,
        metrics,
        rows: cells.map((cell) => sweepRow(state, cell, config, metrics, best)),
    };
}
function sweepRow(state, cell, config, metrics, best) {
    return {
        node: cell.node,
        title: cell.title,
        status: statusOf(state, cell.node),
        config: config.map((name) => cell.config[name] ?? ''),
        values: metrics.map((metric) => cell.metrics[metric] ?? null),
        ...(cell.seconds === undefined ? {} : { seconds: cell.seconds }),
        best: best !== undefined && cell.directory !== undefined && `/${best}`.endsWith(`/${cell.directory}`),
        ...(cell.error === undefined ? {} : { error: cell.error }),
    };
}
function bestCell(state, cells) {
    const selected = state.plan.nodes.find((node) => node.kind === 'unit' &&
        node.command === 'best-model:select' &&
        node.collects.some((cell) => cells.includes(cell)));
    const best = selected && state.nodes.get(selected.id)?.result?.values.best_model;
    return typeof best === 'string' ? best : undefined;
}
function unitsBelow(state, top) {
    const prefix = new Set([top.id]);
    const units = [];
    // Parents stand before their children, so one pass finds all that is below.
    for (const node of state.plan.nodes) {
        if (node.parent === null || !prefix.has(node.parent))
            continue;
        prefix.add(node.id);
        if (node.kind === 'unit')
            units.push(node);
    }
    return units;
}
function metricLines(state, unit) {
    const result = state.nodes.get(unit.id)?.result;
    // What a built-in reports was measured by others, who are listed themselves.
    if (!result || state.plan.commands[unit.command]?.is === 'builtin')
        return [];
    return Object.entries(result.metrics).map(([metric, value]) => ({
        step: unit.title,
        metric,
        value,
        unit: state.plan.metrics[metric]?.unit ?? 'number',
        ...(result.samples === undefined ? {} : { samples: result.samples }),
    }));
}
function failureLine(state, unit) {
    const own = state.nodes.get(unit.id);
    if (!own?.failure)
        return undefined;
    const { class: cause, message, tail } = own.failure;
    return {
        node: unit.id,
        title: unit.title,
        class: cause,
        message,
        tail,
        ...(own.directory === undefined ? {} : { directory: own.directory }),
    };
}
function runningReason(state) {
    const [first] = state.running;
    const more = state.running.size - 1;
    if (first === undefined)
        return 'starting';
    const title = state.byId.get(first)?.title ?? first;
    return more > 0 ? `running ${title} and ${more} more` : `running ${title}`;
}
function secondsBetween(from, to) {
    return from === '' ? 0 : Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}


/***/ })

};
