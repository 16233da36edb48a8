export const id = 7010;
export const ids = [7010];
export const modules = {

/***/ 87010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  flowchart: () => (/* binding */ flowchart)
});

// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(68013);
;// CONCATENATED MODULE: ./build/reports/mermaid-text.js

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
class FlowchartText {
    #lines = [];
    /** Arrows of what is in a frame: within it they would pull the boxes at their other end into it. */
    #arrows = [];
    #classes = new Map();
    #frames = [];
    #sources = new Set();
    #boxes = 0;
    #depth = 0;
    #framesMade = 0;
    get boxes() {
        return this.#boxes;
    }
    /** The name that the next box will have. */
    get nextBox() {
        return `n${this.#boxes}`;
    }
    box(text, shape, status) {
        const id = this.nextBox;
        this.#boxes += 1;
        const [open, close] = shapes[shape];
        const sign = status === undefined ? '' : `${words/* statusSigns */.rq[status]} `;
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
        return ['flowchart LR', ...this.#lines, ...styles, ...frames].join('\n');
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
/** Mermaid reads `"`, `#`, `;`, brackets and Markdown in labels; as entities they are only shown. */
function escapeLabel(text) {
    const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    return short.replace(/[#"<>&;`\\{}[\]()|*~]/g, (character) => `#${character.charCodeAt(0)};`);
}

;// CONCATENATED MODULE: ./build/reports/mermaid.js


/** More boxes than this nobody reads; blocks are then drawn as one box each. */
const mostBoxes = 60;
/** `status` is absent for a plan that has not run. */
function flowchart(plan, status) {
    const boxes = plan.nodes.filter(({ kind }) => boxed.has(kind)).length;
    return new Flowchart(plan, status, boxes > mostBoxes).draw();
}
const boxed = new Set([
    'unit',
    'branch',
    'require',
    'case',
    'wait',
    'approval',
]);
class Flowchart {
    #plan;
    #byId;
    #status;
    #folded;
    #text = new FlowchartText();
    /** Where branches of forks end that no barrier has joined yet, by their block. */
    #unjoined = new Map();
    constructor(plan, status, folded) {
        this.#plan = plan;
        this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
        this.#status = status;
        this.#folded = folded;
    }
    draw() {
        this.#stretch(this.#plan.root, []);
        return this.#text.finish();
    }
    /** Draws a node behind what leads to it; returns where the chain goes on. Recursion is bounded by the nesting. */
    #stretch(id, from) {
        const node = this.#byId.get(id);
        if (!node)
            return from;
        switch (node.kind) {
            case 'sequence':
                return this.#sequence(node, from);
            case 'assignment':
                return from;
            case 'unit':
                return this.#box(from, node.title, 'step', this.#status?.(id));
            case 'wait':
                return this.#box(from, `wait ${(0,words/* wholeDuration */.ui)(node.seconds)}`, 'pause', this.#status?.(id));
            case 'approval':
                return this.#box(from, node.title, 'question', this.#status?.(id));
            case 'call':
                return this.#folded
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
            if (this.#text.boxes >= mostBoxes) {
                open = this.#box(open, `${children.length - index} more`, 'pause', undefined);
                break;
            }
            const guard = guards.find((one) => one.from === index && one.gate > index);
            if (guard) {
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
    #children(children, from) {
        let open = from;
        for (const child of children) {
            if (this.#text.boxes >= mostBoxes)
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
        if (this.#folded)
            return this.#box(from, `${branches.length} branches`, 'block', this.#status?.(id));
        // Every end before to every branch would be more arrows than Mermaid draws.
        const open = from.length > 1 && branches.length > 1 ? this.#text.junction(from) : from;
        return branches.flatMap((branch) => this.#stretch(branch, open));
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
/* harmony export */   ui: () => (/* binding */ wholeDuration)
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
