export const id = 987;
export const ids = [987];
export const modules = {

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

/***/ 6879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ plainText)
/* harmony export */ });
/** Text of other programs, as people may safely see it: without terminal escapes, control characters and hidden marks. */
const hidden = new RegExp([
    // Whole sequences: a window title, a link, a string for the device, with what they say.
    '(?:\\u001b[\\]PX^_]|[\\u009d\\u0090\\u0098\\u009e\\u009f])[^\\u0007\\u001b\\u009c\\n]*(?:\\u0007|\\u001b\\\\|\\u009c)?',
    // Colours and movements; other escapes.
    '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]?',
    '\\u001b[ -/]*[0-~]?',
    // Other control characters but tab and line feed, and the marks that turn text around.
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]',
].join('|'), 'g');
function plainText(text) {
    return text.replace(hidden, '');
}


/***/ }),

/***/ 7227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ eventLine)
/* harmony export */ });
/* harmony import */ var _engine_evaluate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2516);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8013);
/** One event as one line, for the live view and for logs. */


/** Undefined for events that nobody needs to read. */
function eventLine(event, state, style) {
    const title = (node) => state.byId.get(node)?.title ?? node;
    switch (event.type) {
        case 'unit-started':
            return `  ${style.cyan('▸')} ${title(event.node)}`;
        case 'unit-succeeded': {
            const values = Object.entries(event.metrics)
                .slice(0, 3)
                .map(([metric, value]) => `${metric} ${(0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_1__/* .shortNumber */ .In)(value)}`);
            return `  ${style.green('✓')} ${title(event.node)}  ${style.dim([(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(event.seconds), ...values].join('  '))}`;
        }
        case 'unit-failed':
            return `  ${style.red('✗')} ${title(event.node)}  ${style.red(event.message)} ${style.dim(`[${event.class}]`)}`;
        case 'unit-interrupted':
            return `  ${style.yellow('↻')} ${title(event.node)}  ${style.dim('was interrupted and runs again')}`;
        case 'gate-decided': {
            const colour = event.outcome === 'met' ? style.green : event.outcome === 'not-met' ? style.yellow : style.red;
            const text = event.outcome === 'error' ? `${event.sum}: ${event.reason ?? ''}` : event.sum;
            return `  ${colour('◆')} gate ${colour(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .gateWords */ .DO[event.outcome])}  ${text}`;
        }
        case 'variable-set':
            return `  ${style.dim(`$${event.name} = ${String(event.value)}`)}`;
        case 'assignment-failed':
            return `  ${style.red('✗')} ${title(event.node)}  ${style.red(event.message)}`;
        case 'cancel-requested':
            return `  ${style.yellow(`cancelling (${event.by}) …`)}`;
        case 'run-resumed':
            return `  ${style.yellow('↻')} goes on where it was cancelled`;
        case 'run-started':
            return `${style.bold(event.workflow)}  ${style.dim(event.run)}`;
        case 'run-concluded':
            return undefined;
    }
}


/***/ }),

/***/ 3987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EventLines: () => (/* binding */ EventLines)
/* harmony export */ });
/* harmony import */ var _engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6879);
/* harmony import */ var _event_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7227);


class EventLines {
    #write;
    #style;
    #showsOutput;
    #titles = new Map();
    /** `output`: what the commands print is shown too, each line behind the name of its command. */
    constructor(write, style, options = {}) {
        this.#write = write;
        this.#style = style;
        this.#showsOutput = options.output ?? false;
    }
    event(event, state) {
        if (event.type === 'unit-started')
            this.#titles.set(event.node, state.byId.get(event.node)?.title ?? event.node);
        const line = (0,_event_line_js__WEBPACK_IMPORTED_MODULE_1__/* .eventLine */ .V)(event, state, this.#style);
        if (line !== undefined)
            this.#write(harmless(line));
    }
    output(node, line) {
        if (!this.#showsOutput)
            return;
        this.#write(`    ${this.#style.dim(`${this.#titles.get(node) ?? node} │`)} ${harmless((0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(line))}`);
    }
}
/** A line that begins with `::`, or holds `##[`, would be obeyed by GitHub's runner; a training's log must not be. */
function harmless(line) {
    return line.replace(/##\[/g, '# #[').replace(/^(\s*)::/, '$1: :');
}


/***/ }),

/***/ 8013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DO: () => (/* binding */ gateWords),
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   _C: () => (/* binding */ decisionWords),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rq: () => (/* binding */ statusSigns)
/* harmony export */ });
const decisionWords = {
    passed: 'passed',
    handled: 'gate not met, handled',
    'not-met': 'gate not met',
    failed: 'failed',
    cancelled: 'cancelled',
};
const gateWords = {
    met: 'met',
    'not-met': 'not met',
    error: 'error',
};
const statusSigns = {
    waiting: '·',
    running: '▸',
    succeeded: '✓',
    failed: '✗',
    'not-met': '⊘',
    skipped: '○',
};
/** `0.2 s`, `41 s`, `3 min 20 s`, `10 min`, `2 h 05 min`. */
function duration(seconds) {
    if (seconds < 10)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    const [large, unit, small, smaller] = whole < 3600
        ? [Math.floor(whole / 60), 'min', whole % 60, 's']
        : [Math.floor(whole / 3600), 'h', Math.floor((whole % 3600) / 60), 'min'];
    return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${String(small).padStart(2, '0')} ${smaller}`;
}
/** Eight heights over the values' own range; a single height when all are equal. */
function bar(value, lowest, highest, width) {
    const share = highest > lowest ? (value - lowest) / (highest - lowest) : 1;
    const eighths = Math.round((0.15 + 0.85 * share) * width * 8);
    const full = '█'.repeat(Math.floor(eighths / 8));
    return full + (eighths % 8 === 0 ? '' : ('▏▎▍▌▋▊▉'[(eighths % 8) - 1] ?? ''));
}


/***/ })

};
