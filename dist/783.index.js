export const id = 783;
export const ids = [783];
export const modules = {

/***/ 7783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   flowchart: () => (/* binding */ flowchart)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8013);

/** More boxes than this nobody reads; blocks are then drawn as one box each. */
const mostBoxes = 60;
/** `status` is absent for a plan that has not run. */
function flowchart(plan, status) {
    const units = plan.nodes.filter(({ kind }) => kind === 'unit' || kind === 'branch' || kind === 'require').length;
    return new Flowchart(plan, status, units > mostBoxes).draw();
}
class Flowchart {
    #plan;
    #byId;
    #status;
    #folded;
    #lines = [];
    #classes = new Map();
    #boxes = 0;
    constructor(plan, status, folded) {
        this.#plan = plan;
        this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
        this.#status = status;
        this.#folded = folded;
    }
    draw() {
        this.#stretch(this.#plan.root, []);
        const styles = [...this.#classes].flatMap(([status, boxes]) => [
            `  classDef ${className(status)} ${colours[status]}`,
            `  class ${boxes.join(',')} ${className(status)}`,
        ]);
        return ['flowchart LR', ...this.#lines, ...styles].join('\n');
    }
    /** Draws a node behind what leads to it; returns where the chain goes on. Recursion is bounded by the nesting. */
    #stretch(id, from) {
        const node = this.#byId.get(id);
        if (!node)
            return from;
        switch (node.kind) {
            case 'sequence':
                return this.#sequence(node.children, from);
            case 'assignment':
                return from;
            case 'unit':
                return this.#connect(from, this.#box(node.title, '["', '"]', this.#status?.(id)));
            case 'call':
                return this.#folded
                    ? this.#connect(from, this.#box(node.title, '[["', '"]]', this.#status?.(id)))
                    : this.#stretch(node.body, from);
            case 'logical': {
                const left = this.#stretch(node.left, from);
                const word = node.operator === '&&' ? 'and then' : 'or else';
                const right = this.#stretch(node.right, left.map((exit) => ({ ...exit, label: word, dotted: node.operator === '||' })));
                return node.operator === '&&' ? right : [...left, ...right];
            }
            case 'parallel': {
                if (this.#folded) {
                    return this.#connect(from, this.#box(`${node.branches.length} branches`, '[["', '"]]', this.#status?.(id)));
                }
                return node.branches.flatMap((branch) => this.#stretch(branch, from));
            }
            case 'require': {
                const gate = this.#box(node.gate.text, '{{"', '"}}', this.#status?.(id, 0));
                return this.#connect(from, gate).map((exit) => ({ ...exit, label: 'met' }));
            }
            case 'branch': {
                let open = from;
                const exits = [];
                node.arms.forEach((arm, index) => {
                    const gate = this.#box(arm.gate.text, '{"', '"}', this.#status?.(id, index));
                    this.#connect(open, gate);
                    exits.push(...this.#stretch(arm.body, [{ box: gate, label: 'met' }]));
                    open = [{ box: gate, label: 'not met', dotted: true }];
                });
                if (node.otherwise !== null)
                    exits.push(...this.#stretch(node.otherwise, open));
                else if (node.closed)
                    exits.push(...open);
                return exits;
            }
        }
    }
    #sequence(children, from) {
        let open = from;
        for (const [index, child] of children.entries()) {
            if (this.#boxes >= mostBoxes) {
                const left = children.length - index;
                return this.#connect(open, this.#box(`${left} more`, '(["', '"])', undefined));
            }
            open = this.#stretch(child, open);
        }
        return open;
    }
    #connect(from, box) {
        for (const { box: before, label, dotted } of from) {
            const arrow = dotted ? '-.->' : '-->';
            this.#lines.push(`  ${before} ${arrow}${label === undefined ? '' : `|${label}|`} ${box}`);
        }
        return [{ box }];
    }
    #box(text, open, close, status) {
        const id = `n${this.#boxes}`;
        this.#boxes += 1;
        const sign = status === undefined ? '' : `${_words_js__WEBPACK_IMPORTED_MODULE_0__/* .statusSigns */ .rq[status]} `;
        this.#lines.push(`  ${id}${open}${sign}${escapeLabel(text)}${close}`);
        if (status !== undefined) {
            const boxes = this.#classes.get(status) ?? [];
            boxes.push(id);
            this.#classes.set(status, boxes);
        }
        return id;
    }
}
/** Readable on a light and on a dark page: own background, own text. */
const colours = {
    waiting: 'fill:#f6f8fa,stroke:#8c959f,color:#57606a',
    running: 'fill:#ddf4ff,stroke:#0969da,color:#0a3069',
    succeeded: 'fill:#dafbe1,stroke:#1a7f37,color:#0b3d17',
    failed: 'fill:#ffebe9,stroke:#cf222e,color:#6e0b14',
    'not-met': 'fill:#fff8c5,stroke:#9a6700,color:#4d3300',
    skipped: 'fill:#f6f8fa,stroke:#d0d7de,color:#8c959f,stroke-dasharray:4 3',
};
function className(status) {
    return status.replace('-', '');
}
/** Mermaid reads `"`, `#`, `;` and brackets in labels; as entities they are only shown. */
function escapeLabel(text) {
    const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    return short.replace(/[#"<>&;`\\{}[\]()|]/g, (character) => `#${character.charCodeAt(0)};`);
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
