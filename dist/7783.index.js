export const id = 7783;
export const ids = [7783];
export const modules = {

/***/ 76879:
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

/***/ 8159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ FlowchartText),
/* harmony export */   c: () => (/* binding */ escapeLabel)
/* harmony export */ });
/* harmony import */ var _engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76879);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68013);
/** Boxes, arrows and frames in Mermaid's notation. Whatever a text says, it is only shown. */


const shapes = {
    step: ['["', '"]'],
    /** Stands for many. */
    block: ['[["', '"]]'],
    gate: ['{"', '"}'],
    demand: ['{{"', '"}}'],
    question: ['[/"', '"/]'],
    pause: ['(["', '"])'],
};
/** Words of ours; any other may be one that Mermaid obeys, such as `end`. */
const plainLabels = new Set(['met', 'not met', 'and then', 'or else']);
/** A chart is drawn as wide as a comment: of more boxes in a row nobody could read the words. It then goes down the page. */
const mostLayers = 9;
class FlowchartText {
    #lines = [];
    /** Arrows of what is in a frame: within it they would pull the boxes at their other end into it. */
    #arrows = [];
    #classes = new Map();
    #frames = [];
    #sources = new Set();
    /** How many boxes stand before one, on the longest way to it. */
    #layers = new Map();
    #boxes = 0;
    #arrowsMade = 0;
    #depth = 0;
    #framesMade = 0;
    get boxes() {
        return this.#boxes;
    }
    get arrows() {
        return this.#arrowsMade;
    }
    /** The name that the next box will have. */
    get nextBox() {
        return `n${this.#boxes}`;
    }
    box(text, shape, status) {
        const id = this.nextBox;
        this.#boxes += 1;
        const [open, close] = shapes[shape];
        const sign = status === undefined ? '' : `${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .statusSigns */ .rq[status]} `;
        this.#line(`${id}${open}${sign}${escapeLabel(text)}${close}`);
        if (status !== undefined)
            this.#classes.set(status, [...(this.#classes.get(status) ?? []), id]);
        return id;
    }
    /** A dot where many arrows meet. */
    junction(from) {
        const id = this.nextBox;
        this.#boxes += 1;
        this.#line(`${id}(( ))`);
        this.connect(from, id);
        return [{ box: id }];
    }
    connect(from, box) {
        for (const { box: before, label, dotted } of from) {
            this.#sources.add(before);
            this.#arrowsMade += 1;
            const layer = (this.#layers.get(before) ?? 0) + 1;
            // An arrow back to what has led here moves nothing.
            if (!this.#sources.has(box))
                this.#layers.set(box, Math.max(this.#layers.get(box) ?? 0, layer));
            const arrow = dotted ? '-.->' : '-->';
            const text = label === undefined ? '' : `|${plainLabels.has(label) ? label : `"${escapeLabel(label)}"`}|`;
            const line = `  ${before} ${arrow}${text} ${box}`;
            if (this.#depth > 0)
                this.#arrows.push(line);
            else
                this.#lines.push(line);
        }
    }
    /** Whether an arrow leaves the box. */
    leadsOn(box) {
        return this.#sources.has(box);
    }
    /** Draws in a frame, whose name leads on as that of a box does; none around nothing. */
    framed(title, draw) {
        const frame = `s${this.#framesMade}`;
        this.#framesMade += 1;
        const before = this.#boxes;
        const start = this.#lines.length;
        this.#line(`subgraph ${frame}["${escapeLabel(title)}"]`);
        this.#depth += 1;
        const exits = draw();
        this.#depth -= 1;
        const isEmpty = this.#boxes === before;
        for (let box = before; box < this.#boxes; box += 1)
            this.#layers.set(frame, Math.max(this.#layers.get(frame) ?? 0, this.#layers.get(`n${box}`) ?? 0));
        if (isEmpty)
            this.#lines.splice(start);
        else {
            this.#line('end');
            this.#frames.push(frame);
        }
        if (this.#depth === 0)
            this.#lines.push(...this.#arrows.splice(0));
        return { exits, frame: isEmpty ? undefined : frame };
    }
    finish() {
        const styles = [...this.#classes].flatMap(([status, boxes]) => [
            `  classDef ${className(status)} ${colours[status]}`,
            `  class ${boxes.join(',')} ${className(status)}`,
        ]);
        const frames = this.#frames.length === 0
            ? []
            : [`  classDef frame ${frameColours}`, `  class ${this.#frames.join(',')} frame`];
        const deepest = Math.max(0, ...this.#layers.values());
        return [`flowchart ${deepest > mostLayers ? 'TB' : 'LR'}`, ...this.#lines, ...styles, ...frames].join('\n');
    }
    #line(text) {
        this.#lines.push(`${'  '.repeat(this.#depth + 1)}${text}`);
    }
}
/** Readable on a light and on a dark page: own background, own text. */
const colours = {
    waiting: 'fill:#f6f8fa,stroke:#8c959f,color:#57606a',
    running: 'fill:#ddf4ff,stroke:#0969da,color:#0a3069',
    succeeded: 'fill:#dafbe1,stroke:#1a7f37,color:#0b3d17',
    failed: 'fill:#ffebe9,stroke:#cf222e,color:#6e0b14',
    handled: 'fill:#fff1e5,stroke:#bc4c00,color:#5c2200',
    stopped: 'fill:#fff1e5,stroke:#8c959f,color:#57606a',
    'not-met': 'fill:#fff8c5,stroke:#9a6700,color:#4d3300',
    skipped: 'fill:#f6f8fa,stroke:#d0d7de,color:#8c959f,stroke-dasharray:4 3',
};
/** A grey that is seen on both, and the page behind it. */
const frameColours = 'fill:none,stroke:#8c959f,color:#8c959f,stroke-dasharray:4 3';
function className(status) {
    return status.replace('-', '');
}
/**
 * A text of other people for a quoted label: as entities, signs are only shown. Brackets, quotes and `#` would end the label.
 * Labels are also Markdown, whose lists, rules, links and addresses Mermaid draws as an error, and in them it looks for
 * formulas, icons and directives.
 */
function escapeLabel(text, most = 60) {
    const plain = (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(text).replace(/\s+/g, ' ').trim();
    // An empty one is none.
    if (plain === '')
        return ' ';
    const signs = [...plain];
    const short = signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : plain;
    return short.replace(obeyed, (found) => [...found].map((sign) => `#${sign.charCodeAt(0)};`).join(''));
}
const obeyed = new RegExp([
    '["#&;<>`\\\\{}[\\]()|*~_@^]',
    // A list, a rule, a heading below a line.
    '^[-+=]+|(?<=^\\d+)\\.(?= |$)',
    '(?<=www)\\.|:(?=/)|%(?=%)|(?<=%)%|\\$(?=\\$)|(?<=\\$)\\$|(?<=\\bfa[a-z]?):',
].join('|'), 'gi');


/***/ }),

/***/ 67783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   flowchart: () => (/* binding */ flowchart)
/* harmony export */ });
/* harmony import */ var _mermaid_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8159);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68013);


/** More boxes than this nobody reads; blocks are then drawn as one box each. */
const mostBoxes = 60;
/** A block of more branches is one box in any chart. */
const mostBranches = 16;
/** A longer row of commands is its two ends, with one box between them. */
const longestRow = 10;
/** Mermaid draws 500 arrows and reads 50,000 signs at most, as GitHub has set it; above that stands an error in red. */
const most = { boxes: 120, arrows: 400, signs: 45_000, nesting: 200 };
/** `status` is absent for a plan that has not run. */
function flowchart(plan, status) {
    if (nestingOf(plan) <= most.nesting) {
        for (const detail of ['whole', 'folded']) {
            const chart = new Flowchart(plan, status, detail);
            const text = chart.draw();
            if (text.length <= most.signs && chart.fits)
                return text;
        }
    }
    return new Flowchart(plan, status, 'outline').draw();
}
/** Parents stand before their children. */
function nestingOf({ nodes }) {
    const depths = new Map();
    let deepest = 0;
    for (const { id, parent } of nodes) {
        const depth = parent === null ? 0 : (depths.get(parent) ?? 0) + 1;
        depths.set(id, depth);
        deepest = Math.max(deepest, depth);
    }
    return deepest;
}
class Flowchart {
    #plan;
    #byId;
    #status;
    #detail;
    #text = new _mermaid_text_js__WEBPACK_IMPORTED_MODULE_0__/* .FlowchartText */ .I();
    /** Where branches of forks end that no barrier has joined yet, by their block. */
    #unjoined = new Map();
    constructor(plan, status, detail) {
        this.#plan = plan;
        this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
        this.#status = status;
        this.#detail = detail;
    }
    /** Whether people and Mermaid can take it in. */
    get fits() {
        const { boxes, arrows } = this.#text;
        return boxes <= (this.#detail === 'whole' ? mostBoxes : most.boxes) && arrows <= most.arrows;
    }
    draw() {
        this.#stretch(this.#plan.root, []);
        return this.#text.finish();
    }
    /** Draws a node behind what leads to it; returns where the chain goes on. Recursion is bounded by the nesting. */
    #stretch(id, from) {
        const node = this.#byId.get(id);
        // What is already too large is drawn again with less.
        if (!node || this.#text.boxes > most.boxes)
            return from;
        if (this.#detail === 'outline' && !inOutline.has(node.kind))
            return this.#summary(node, from);
        switch (node.kind) {
            case 'sequence':
                return this.#sequence(node, from);
            case 'assignment':
                return from;
            case 'unit':
                return this.#box(from, node.title, 'step', this.#status?.(id));
            case 'wait':
                return this.#box(from, `wait ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeDuration */ .ui)(node.seconds)}`, 'pause', this.#status?.(id));
            case 'approval':
                return this.#box(from, node.title, 'question', this.#status?.(id));
            case 'call':
                return this.#detail === 'folded'
                    ? this.#box(from, node.title, 'block', this.#status?.(id))
                    : this.#stretch(node.body, from);
            case 'logical': {
                const left = this.#stretch(node.left, from);
                const word = node.operator === '&&' ? 'and then' : 'or else';
                const right = this.#stretch(node.right, left.map((exit) => ({ ...exit, label: word, dotted: node.operator === '||' })));
                return node.operator === '&&' ? right : [...left, ...right];
            }
            case 'parallel':
                return this.#branches(id, node.branches, from);
            case 'fork': {
                const ends = this.#unjoined.get(node.block) ?? [];
                this.#unjoined.set(node.block, [...ends, ...this.#branches(id, node.branches, from)]);
                return from;
            }
            case 'barrier': {
                const text = node.variable === null ? 'barrier' : `barrier → $${node.variable}`;
                return this.#box(this.#joined(node.block, from), text, 'pause', this.#status?.(id));
            }
            case 'require': {
                const gate = this.#box(from, node.gate.text, 'demand', this.#status?.(id, 0));
                return gate.map((exit) => ({ ...exit, label: 'met' }));
            }
            case 'branch': {
                let open = from;
                const exits = [];
                node.arms.forEach((arm, index) => {
                    const gate = this.#box(open, arm.gate.text, 'gate', this.#status?.(id, index));
                    exits.push(...this.#stretch(arm.body, labelled(gate, 'met')));
                    open = gate.map((exit) => ({ ...exit, label: 'not met', dotted: true }));
                });
                if (node.otherwise !== null)
                    exits.push(...this.#stretch(node.otherwise, open));
                else if (node.closed)
                    exits.push(...open);
                return exits;
            }
            case 'case':
                return this.#case(node, from);
            case 'try':
                return this.#try(node, from);
            case 'handlers':
                return this.#handlers(node, from);
            case 'fallback':
                return this.#stretch(node.body, from.map((exit) => ({
                    ...exit,
                    label: exit.label === undefined ? 'fallback' : `${exit.label}, fallback`,
                })));
            case 'retry':
            case 'timeout':
            case 'budget':
                return this.#wrapped(id, from, []).exits;
            case 'repeat':
                return this.#repeat(node, from);
        }
    }
    #sequence(node, from) {
        const { children, guards = [] } = node;
        let open = from;
        for (let index = 0; index < children.length;) {
            if (this.#detail !== 'whole' && this.#text.boxes >= mostBoxes) {
                open = this.#box(open, `${children.length - index} more`, 'pause', undefined);
                break;
            }
            const guard = guards.find((one) => one.from === index && one.gate > index);
            const row = this.#rowFrom(children, index, guards.find(({ from }) => from > index)?.from);
            if (!guard && row > longestRow) {
                open = this.#children(children.slice(index, index + rowEnd), open);
                open = this.#rest(children.slice(index + rowEnd, index + row - rowEnd), open);
                open = this.#children(children.slice(index + row - rowEnd, index + row), open);
                index += row;
            }
            else if (guard) {
                const { exits, frame } = this.#text.framed(' ', () => this.#children(children.slice(index, guard.gate), open));
                open = frame === undefined ? exits : [...exits, { box: frame, label: 'a failure', dotted: true }];
                index = guard.gate;
            }
            else {
                open = this.#children(children.slice(index, index + 1), open);
                index += 1;
            }
        }
        return this.#joined(node.id, open);
    }
    /** How many commands stand in a row. */
    #rowFrom(children, from, before = children.length) {
        let end = from;
        for (let child = children[end]; end < before && child !== undefined; child = children[end]) {
            if (this.#byId.get(child)?.kind !== 'unit')
                break;
            end += 1;
        }
        return end - from;
    }
    /** `96 more: 95 ok, 1 failed`. */
    #rest(children, from) {
        const found = new Set(children.map((child) => this.#status?.(child)));
        const status = loudest.find((one) => found.has(one));
        return this.#box(from, `${children.length} more${this.#counts(children)}`, 'block', status);
    }
    #children(children, from) {
        let open = from;
        for (const child of children) {
            if (this.#detail !== 'whole' && this.#text.boxes >= mostBoxes)
                break;
            open = this.#stretch(child, open);
        }
        return open;
    }
    /** Where the chain is, with the branches that end here. What only the branches came from leads on through them. */
    #joined(block, from) {
        const ends = this.#unjoined.get(block);
        if (!ends)
            return from;
        this.#unjoined.delete(block);
        return [...from.filter(({ box }) => !this.#text.leadsOn(box)), ...ends];
    }
    #branches(id, branches, from) {
        if (this.#detail === 'folded' || branches.length > mostBranches)
            return this.#box(from, this.#counted(branches), 'block', this.#status?.(id));
        // Every end before to every branch would be more arrows than Mermaid draws.
        const open = from.length > 1 && branches.length > 1 ? this.#text.junction(from) : from;
        return branches.flatMap((branch) => this.#stretch(branch, open));
    }
    /** `12 cells: 10 ok, 2 failed`. */
    #counted(branches) {
        const isSweep = branches.every((branch) => this.#byId.get(branch)?.kind === 'unit');
        return `${branches.length} ${isSweep ? 'cells' : 'branches'}${this.#counts(branches)}`;
    }
    #counts(ids) {
        if (!this.#status)
            return '';
        const counts = new Map();
        for (const id of ids) {
            const status = this.#status(id);
            counts.set(status, (counts.get(status) ?? 0) + 1);
        }
        return `: ${[...counts].map(([status, count]) => `${count} ${countedWords[status]}`).join(', ')}`;
    }
    /** One box for an element, whatever is in it. */
    #summary(node, from) {
        if (node.kind === 'parallel' || node.kind === 'fork')
            return this.#box(from, this.#counted(node.branches), 'block', this.#status?.(node.id));
        return this.#box(from, node.title === '' ? node.kind : node.title, 'block', this.#status?.(node.id));
    }
    #case(node, from) {
        const choice = this.#box(from, `case ${node.text}`, 'gate', this.#status?.(node.id));
        return node.arms.flatMap(({ patterns, body }) => this.#stretch(body, labelled(choice, patterns.join(' or '))));
    }
    #try(node, from) {
        const { exits, frame } = this.#wrapped(node.body, from, ['try']);
        const good = node.otherwise === null ? exits : this.#stretch(node.otherwise, labelled(exits, 'else'));
        const caught = node.catches.flatMap(({ label, body }) => this.#stretch(body, frame === undefined ? [] : [{ box: frame, label: `catch ${label}`, dotted: true }]));
        const all = [...good, ...caught];
        return node.finally === null ? all : this.#stretch(node.finally, labelled(all, 'finally'));
    }
    #handlers(node, from) {
        const draw = () => this.#stretch(node.body, from);
        const { exits, frame } = node.onFailure === null ? { exits: draw(), frame: undefined } : this.#text.framed(' ', draw);
        const failed = node.onFailure === null || frame === undefined
            ? []
            : this.#stretch(node.onFailure, [{ box: frame, label: 'on failure', dotted: true }]);
        if (node.finally === null)
            return exits;
        return this.#stretch(node.finally, labelled([...exits, ...failed], 'finally'));
    }
    /** A prefix is a frame around what it is written for; several together, and that of a `/try:`, are one. */
    #wrapped(id, from, titles) {
        const node = this.#byId.get(id);
        if (node?.kind === 'retry' || node?.kind === 'timeout' || node?.kind === 'budget')
            return this.#wrapped(node.body, from, [...titles, node.title]);
        return this.#text.framed(titles.join(' → '), () => this.#stretch(id, from));
    }
    #repeat(node, from) {
        const again = `repeat:${node.times}`;
        return this.#text.framed(again, () => {
            const first = this.#text.nextBox;
            const body = this.#stretch(node.body, from);
            const gate = this.#box(body, node.gate.text, 'gate', this.#status?.(node.id, 0));
            if (this.#text.nextBox !== first && gate[0]?.box !== first)
                this.#text.connect([{ box: gate[0]?.box ?? first, label: 'not met: again', dotted: true }], first);
            return labelled(gate, 'met');
        }).exits;
    }
    #box(from, text, shape, status) {
        const box = this.#text.box(text, shape, status);
        this.#text.connect(from, box);
        return [{ box }];
    }
}
/** What an outline draws as it is: what is in it is one box each. */
const inOutline = new Set([
    ...['sequence', 'handlers', 'assignment', 'unit', 'wait', 'approval', 'barrier', 'require'],
]);
const rowEnd = 2;
/** What a box for many is coloured by: the first that one of them has. */
const loudest = [
    ...['failed', 'not-met', 'running', 'stopped', 'handled', 'waiting', 'succeeded', 'skipped'],
];
const countedWords = {
    waiting: 'waiting',
    running: 'running',
    succeeded: 'ok',
    failed: 'failed',
    handled: 'handled',
    stopped: 'stopped',
    'not-met': 'not met',
    skipped: 'skipped',
};
/** What stands on an arrow already says more. */
function labelled(exits, label) {
    return exits.map((exit) => ({ ...exit, label: exit.label ?? label }));
}


/***/ }),

/***/ 68013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DO: () => (/* binding */ gateWords),
/* harmony export */   E9: () => (/* binding */ dollars),
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   Wj: () => (/* binding */ toMilliseconds),
/* harmony export */   mD: () => (/* binding */ gateNote),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rq: () => (/* binding */ statusSigns),
/* harmony export */   ui: () => (/* binding */ wholeDuration),
/* harmony export */   z6: () => (/* binding */ decisionSigns)
/* harmony export */ });
/* unused harmony export decisionWords */
const decisionWords = {
    passed: 'passed',
    handled: 'gate not met, handled',
    'not-met': 'gate not met',
    failed: 'failed',
    waiting: 'waiting for approval',
    cancelled: 'cancelled',
};
/** Of a verdict, in Markdown. */
const decisionSigns = {
    passed: '✅',
    handled: '⚠️',
    'not-met': '❌',
    failed: '❌',
    waiting: '⏸️',
    cancelled: '⏹️',
};
/** The decision in a few words; the reason tells two ways apart in which a run is `handled`. */
function verdictWords(decision, reason) {
    return decision === 'handled' && reason === 'failure-handled'
        ? 'a failure was handled'
        : decisionWords[decision];
}
const gateWords = {
    met: 'met',
    'not-met': 'not met',
    inconclusive: 'inconclusive',
    error: 'error',
};
/** What a gate gave, behind its text: its sum, or why there is none. */
function gateNote(gate) {
    if (gate.outcome === 'error')
        return gate.reason ?? 'error';
    const word = gate.outcome === 'inconclusive' ? ': inconclusive' : '';
    const why = gate.reason === undefined ? '' : ` (${gate.reason})`;
    return `${gate.sum}${word}${why}${gate.warned === true ? '; only a warning' : ''}`;
}
const statusSigns = {
    waiting: '·',
    running: '▸',
    succeeded: '✓',
    failed: '✗',
    handled: '↷',
    stopped: '■',
    'not-met': '⊘',
    skipped: '○',
};
/** Seconds no finer than anybody measures them. */
function toMilliseconds(seconds) {
    return Math.round(seconds * 1000) / 1000;
}
/** `0.2 s`, `41 s`, `3 min 20 s`, `10 min`, `2 h 05 min`. */
function duration(seconds) {
    if (seconds < 10)
        return `${seconds.toFixed(1)} s`;
    return wholeDuration(Math.round(seconds));
}
/** The same for times that people have written: `5 s`, `1 d 02 h`. */
function wholeDuration(seconds) {
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${Number.isInteger(seconds) ? whole : seconds.toFixed(1)} s`;
    const [large, unit, small, smaller] = whole < 3600
        ? [Math.floor(whole / 60), 'min', whole % 60, 's']
        : whole < 86_400
            ? [Math.floor(whole / 3600), 'h', Math.floor((whole % 3600) / 60), 'min']
            : [Math.floor(whole / 86_400), 'd', Math.floor((whole % 86_400) / 3600), 'h'];
    return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${String(small).padStart(2, '0')} ${smaller}`;
}
/** `$12`, `$0.50`. */
function dollars(amount) {
    return `$${Number.isInteger(amount) ? amount : amount.toFixed(2)}`;
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
