export const id = 804;
export const ids = [804];
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

/***/ 4804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LiveView: () => (/* binding */ LiveView)
/* harmony export */ });
/* harmony import */ var _engine_evaluate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2516);
/* harmony import */ var _event_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7227);
/* harmony import */ var _style_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2545);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8013);
/** The live view of a run in a terminal: finished elements stay as lines, what runs is redrawn below them. */




const redrawMilliseconds = 100;
const barWidth = 20;
class LiveView {
    #screen;
    #style;
    #now;
    #running = new Map();
    #waiting = 0;
    #drawn = 0;
    #timer;
    /** `now`: milliseconds of any steady clock. */
    constructor(screen, style, now) {
        this.#screen = screen;
        this.#style = style;
        this.#now = now;
    }
    event(event, state) {
        if (event.type === 'run-started' || event.type === 'unit-interrupted')
            this.#begin();
        if (event.type === 'unit-started') {
            const title = state.byId.get(event.node)?.title ?? event.node;
            this.#running.set(event.node, { title, since: this.#now() });
        }
        if (event.type === 'unit-succeeded' || event.type === 'unit-failed')
            this.#running.delete(event.node);
        this.#waiting = [...state.ready.values()].reduce((sum, set) => sum + set.size, 0);
        const line = event.type === 'unit-started' ? undefined : (0,_event_line_js__WEBPACK_IMPORTED_MODULE_0__/* .eventLine */ .V)(event, state, this.#style);
        if (line !== undefined)
            this.#print(line);
        if (event.type === 'run-concluded')
            this.#end();
    }
    progress(node, progress) {
        const running = this.#running.get(node);
        if (running)
            running.progress = progress;
    }
    #begin() {
        this.#timer ??= setInterval(() => this.#draw(), redrawMilliseconds);
        this.#timer.unref();
    }
    #end() {
        clearInterval(this.#timer);
        this.#erase();
    }
    #print(line) {
        this.#erase();
        this.#screen.write(`${line}\n`);
        this.#draw();
    }
    #erase() {
        if (this.#drawn > 0)
            this.#screen.write(`\u001b[${this.#drawn}A\u001b[J`);
        this.#drawn = 0;
    }
    #draw() {
        const most = Math.max(1, this.#screen.rows - 4);
        const running = [...this.#running.values()];
        const titleWidth = Math.max(0, ...running.slice(0, most).map(({ title }) => (0,_style_js__WEBPACK_IMPORTED_MODULE_2__/* .width */ .VL)(title)));
        const lines = running.slice(0, most).map((one) => this.#line(one, Math.min(titleWidth, 36)));
        const hidden = running.length - Math.min(running.length, most) + this.#waiting;
        if (hidden > 0)
            lines.push(this.#style.dim(`  · ${hidden} more waiting`));
        this.#erase();
        // One write for the whole area, so that it does not flicker. A line must not wrap, or erasing would miss it: it is
        // cut, and wrapping is off while it is written, because terminals differ in what they take for wide.
        this.#screen.write(`\u001b[?7l${lines.map((line) => `${(0,_style_js__WEBPACK_IMPORTED_MODULE_2__/* .cutTo */ .yd)(line, this.#screen.columns - 1)}\n`).join('')}\u001b[?7h`);
        this.#drawn = lines.length;
    }
    #line({ title, since, progress }, titleWidth) {
        const style = this.#style;
        const elapsed = (this.#now() - since) / 1000;
        const name = (0,_style_js__WEBPACK_IMPORTED_MODULE_2__/* .padded */ .jC)((0,_style_js__WEBPACK_IMPORTED_MODULE_2__/* .cutTo */ .yd)(title, titleWidth), titleWidth);
        const head = `  ${style.cyan('▸')} ${name}`;
        if (!progress)
            return `${head}  ${style.dim((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(elapsed))}`;
        const numbers = Object.entries(progress.metrics)
            .slice(0, 3)
            .map(([metric, value]) => `${metric} ${(0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_3__/* .shortNumber */ .In)(value)}`)
            .join('  ');
        if (progress.of === undefined)
            return `${head}  ${progress.done}  ${style.dim(`${numbers}  ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(elapsed)}`)}`;
        const share = Math.min(1, progress.done / Math.max(1, progress.of));
        const filled = Math.round(share * barWidth);
        const left = progress.done > 0 ? (elapsed / progress.done) * (progress.of - progress.done) : undefined;
        const bar = style.green('━'.repeat(filled)) + style.dim('─'.repeat(barWidth - filled));
        const eta = left === undefined ? '' : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(left)} left`;
        return `${head}  ${bar}  ${`${progress.done}/${progress.of}`.padStart(7)}  ${eta.padEnd(10)}  ${style.dim(numbers)}`;
    }
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
