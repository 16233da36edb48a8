export const id = 137;
export const ids = [137,583];
export const modules = {

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


/***/ }),

/***/ 137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planText: () => (/* binding */ planText)
/* harmony export */ });
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1583);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8013);
/** A plan as a person checks it before it runs: the chain as a tree, how each name was read, what each gate compares. */


function planText(plan, style) {
    const printer = new PlanPrinter(plan, style);
    printer.add(plan.root, 0, '');
    const units = plan.nodes.filter(({ kind }) => kind === 'unit').length;
    const gates = plan.nodes.filter(({ kind }) => kind === 'branch' || kind === 'require').length;
    const title = plan.description === undefined ? '' : `  ${style.dim(plan.description)}`;
    const parameters = Object.entries(plan.parameters).map(([name, value]) => `${name}=${String(value)}`);
    return [
        `${style.bold(plan.name)}${title}`,
        ...(parameters.length > 0 ? [style.dim(`parameters ${parameters.join(' ')}`)] : []),
        '',
        ...printer.lines,
        '',
        style.dim(`${count(units, 'command')}, ${count(gates, 'gate')}`),
        '',
    ].join('\n');
}
class PlanPrinter {
    lines = [];
    #plan;
    #style;
    #byId;
    constructor(plan, style) {
        this.#plan = plan;
        this.#style = style;
        this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
    }
    add(id, depth, mark) {
        const node = this.#byId.get(id);
        if (!node)
            return;
        switch (node.kind) {
            case 'sequence':
                for (const child of node.children)
                    this.add(child, depth, mark);
                return;
            case 'unit':
                this.#line(depth, mark + node.title, this.#reading(node));
                return;
            case 'assignment':
                this.#line(depth, mark + node.title, '');
                return;
            case 'logical':
                this.add(node.left, depth, mark);
                this.add(node.right, depth, `${node.operator} `);
                return;
            case 'call':
                this.#line(depth, mark + node.title, 'a chain of its own');
                this.add(node.body, depth + 1, '');
                return;
            case 'parallel': {
                const total = node.branches.length;
                const lenient = node.minWritten ? '' : ', nothing deploys unless all do';
                const needed = node.min === total ? 'all must succeed' : `at least ${node.min} must succeed${lenient}`;
                this.#line(depth, `${mark}parallel of ${total}`, [needed, ...(node.max === null ? [] : [`at most ${node.max} at once`])].join(', '));
                for (const branch of node.branches)
                    this.add(branch, depth + 1, '| ');
                return;
            }
            case 'require':
                this.#gate(depth, `${mark}/require:${node.gate.text}`, node.gate);
                return;
            case 'branch':
                node.arms.forEach(({ gate, body }, index) => {
                    this.#gate(depth, `${index === 0 ? mark : ''}${index === 0 ? '/if' : '/elif'}:${gate.text}`, gate);
                    this.add(body, depth + 1, '');
                });
                if (node.otherwise === null)
                    return;
                this.#line(depth, '/else', '');
                this.add(node.otherwise, depth + 1, '');
        }
    }
    #gate(depth, title, gate) {
        const metrics = (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .operandsOf */ .ep)(gate.expression).filter((operand) => operand.kind === 'metric');
        const sources = metrics.map(({ written, metric, unit, from }) => {
            const titles = from.map((id) => this.#byId.get(id)?.title ?? id).join(' or ');
            return `${written === metric ? written : `${written} is ${metric}`} (${unit}) from ${titles}`;
        });
        this.#line(depth, title, sources.join('; '), true);
    }
    #line(depth, title, note, isGate = false) {
        const indent = '  '.repeat(depth + 1);
        const gap = ' '.repeat(Math.max(2, 44 - indent.length - title.length));
        this.lines.push(`${indent}${isGate ? this.#style.bold(title) : title}${note === '' ? '' : gap + this.#style.dim(note)}`);
    }
    /** Parameters of the workflow are known already; other variables keep their name. */
    #text(template, scope) {
        const known = scope === null ? this.#plan.parameters : {};
        return template
            .map((part) => (part.kind === 'text' ? part.text : String(known[part.name] ?? `$${part.name}`)))
            .join('');
    }
    #reading(unit) {
        const command = this.#plan.commands[unit.command];
        const parts = [];
        if (command?.is === 'builtin')
            parts.push('built-in');
        for (const { axis, value } of unit.point)
            parts.push(`${axis}=${value}`);
        for (const { name, value } of unit.parameters)
            parts.push(`${name}=${this.#text(value, unit.scope)}`);
        if (unit.collects.length > 0)
            parts.push(`over ${count(unit.collects.length, 'result')}`);
        if (command?.is === 'run') {
            if (command.target !== 'local')
                parts.push(`on ${command.target}`);
            if (command.timeout !== undefined)
                parts.push(`at most ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(command.timeout)}`);
            if (command.deploys !== undefined)
                parts.push(`deploys to ${command.deploys}`);
        }
        return parts.join(', ');
    }
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
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
