export const id = 733;
export const ids = [733,583];
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

/***/ 1583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ parseValue),
/* harmony export */   Fu: () => (/* binding */ planSchema),
/* harmony export */   XP: () => (/* binding */ literalValue),
/* harmony export */   ep: () => (/* binding */ operandsOf)
/* harmony export */ });
const planSchema = 1;
/** The metrics and variables a condition reads, in its order. */
function operandsOf(expression) {
    switch (expression.kind) {
        case 'metric':
        case 'variable':
            return [expression];
        case 'not':
        case 'negative':
            return operandsOf(expression.operand);
        case 'binary':
            return [...operandsOf(expression.left), ...operandsOf(expression.right)];
        default:
            return [];
    }
}
/** A text as a value of the type, or undefined when it is none. */
function parseValue(type, literal) {
    switch (type) {
        case 'string':
            return literal;
        case 'boolean':
            return literal === 'true' ? true : literal === 'false' ? false : undefined;
        case 'integer':
            return /^[+-]?\d+$/.test(literal) && Number.isSafeInteger(Number(literal))
                ? Number(literal)
                : undefined;
        case 'number':
            return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(literal) && Number.isFinite(Number(literal))
                ? Number(literal)
                : undefined;
    }
}
/** What a text stands for where no type is declared: `0.87` is a number, `true` a boolean, anything else a text. */
function literalValue(literal) {
    return parseValue('number', literal) ?? parseValue('boolean', literal) ?? literal;
}


/***/ })

};
