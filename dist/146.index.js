export const id = 146;
export const ids = [146];
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

/***/ 8146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   terminalReport: () => (/* binding */ terminalReport)
/* harmony export */ });
/* unused harmony export sweepBlock */
/* harmony import */ var _engine_evaluate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2516);
/* harmony import */ var _style_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2545);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8013);
/** The report at the end of a run in a terminal: the chain with what ran, the sweep, the gates, where the files are. */



function terminalReport(report, options) {
    const { style } = options;
    const blocks = [
        [headline(report, style), `  ${style.dim(report.reason)}`],
        report.steps.map((step) => stepLine(step, report, options)),
        ...report.sweeps.map((sweep) => sweepBlock(sweep, style)),
        gateBlock(report, style),
        failureBlock(report, style),
        filesBlock(options),
    ];
    return `\n${blocks
        .filter((block) => block.length > 0)
        .map((block) => block.join('\n'))
        .join('\n\n')}\n`;
}
const decisionColours = {
    passed: 'green',
    handled: 'yellow',
    'not-met': 'red',
    failed: 'red',
    cancelled: 'yellow',
};
const statusColours = {
    waiting: 'dim',
    running: 'cyan',
    succeeded: 'green',
    failed: 'red',
    'not-met': 'yellow',
    skipped: 'dim',
};
const gateColours = {
    met: 'green',
    'not-met': 'yellow',
    error: 'red',
};
function headline(report, style) {
    const decision = report.decision ?? 'cancelled';
    const colour = style[decisionColours[decision]];
    return `${colour('●')} ${style.bold(report.workflow)}  ${colour(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .decisionWords */ ._C[decision])}  ${style.dim((0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(report.seconds))}`;
}
function stepLine(step, report, { style, columns }) {
    const paint = style[statusColours[step.status]];
    const indent = '  '.repeat(step.depth + 1);
    const title = step.status === 'skipped'
        ? style.dim(step.title)
        : step.kind === 'gate'
            ? style.bold(step.title)
            : step.title;
    const titleWidth = Math.max(28, ...report.steps.map((other) => other.title.length + other.depth * 2));
    const gap = ' '.repeat(Math.max(1, Math.min(titleWidth, 44) + 2 - step.depth * 2 - step.title.length));
    const time = step.status === 'skipped' || step.seconds === undefined ? '' : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(step.seconds);
    const note = step.status === 'skipped' ? 'skipped' : (step.note ?? '');
    const room = Math.max(10, columns - indent.length - 2 - step.title.length - gap.length - 12);
    const shownNote = note.length > room ? `${note.slice(0, room - 1)}…` : note;
    const right = step.kind === 'gate' || time === '' ? shownNote : `${time.padStart(9)}  ${shownNote}`;
    return `${indent}${paint(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .statusSigns */ .rq[step.status])} ${title}${right.trim() === '' ? '' : gap + style.dim(right)}`.trimEnd();
}
function sweepBlock(sweep, style) {
    const [main] = sweep.metrics;
    const mains = sweep.rows.map(({ values }) => values[0]).filter((value) => typeof value === 'number');
    const lowest = Math.min(...mains);
    const highest = Math.max(...mains);
    const header = ['', ...sweep.config, ...sweep.metrics, 'time', main === undefined ? '' : main];
    const rows = sweep.rows.map((row) => {
        const value = row.values[0];
        return [
            row.best ? '★' : _words_js__WEBPACK_IMPORTED_MODULE_0__/* .statusSigns */ .rq[row.status],
            ...row.config,
            ...row.values.map((one) => (one === null ? '–' : (0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_1__/* .shortNumber */ .In)(one))),
            row.seconds === undefined ? '' : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(row.seconds),
            typeof value === 'number' ? (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .bar */ .M0)(value, lowest, highest, 16) : (row.error ?? '').slice(0, 40),
        ];
    });
    const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => (0,_style_js__WEBPACK_IMPORTED_MODULE_2__/* .width */ .VL)(row[column] ?? ''))));
    const line = (cells) => cells
        .map((cell, column) => {
        const padding = ' '.repeat((widths[column] ?? 0) - (0,_style_js__WEBPACK_IMPORTED_MODULE_2__/* .width */ .VL)(cell));
        const leftAligned = column === 0 || column === cells.length - 1;
        return leftAligned ? cell + padding : padding + cell;
    })
        .join('  ')
        .trimEnd();
    return [
        `  ${style.dim(line(header))}`,
        ...rows.map((cells, index) => {
            const row = sweep.rows[index];
            const text = line(cells);
            return `  ${row?.best ? style.green(text) : row?.status === 'failed' ? style.red(text) : text}`;
        }),
    ];
}
function gateBlock(report, style) {
    return report.gates.flatMap((gate) => {
        const colour = style[gateColours[gate.outcome]];
        const details = [
            gate.percent,
            gate.from === undefined ? undefined : `from ${gate.from}`,
            gate.samples === undefined ? undefined : `n = ${gate.samples}`,
        ].filter((detail) => detail !== undefined);
        const lines = [
            `  ${colour(`gate ${_words_js__WEBPACK_IMPORTED_MODULE_0__/* .gateWords */ .DO[gate.outcome]}`)}  ${style.bold(gate.sum)}  ${style.dim(details.join(' · '))}`.trimEnd(),
        ];
        if (gate.reason !== undefined)
            lines.push(`    ${style.red(gate.reason)}`);
        if (gate.remark !== undefined)
            lines.push(`    ${style.yellow(gate.remark)}`);
        return lines;
    });
}
function failureBlock(report, style) {
    return report.failures.flatMap(({ title, class: cause, message, tail }) => [
        `  ${style.red('✗')} ${title} ${style.red(message)} ${style.dim(`[${cause}]`)}`,
        ...tail.slice(-8).map((line) => style.dim(`    │ ${line}`)),
    ]);
}
function filesBlock({ files, style }) {
    const labelWidth = Math.max(0, ...files.map(({ label }) => label.length));
    return files.map(({ label, path }) => `  ${style.dim(label.padEnd(labelWidth))}  ${path}`);
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
