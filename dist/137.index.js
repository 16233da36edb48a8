export const id = 137;
export const ids = [137];
export const modules = {

/***/ 7403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ estimate)
});

;// CONCATENATED MODULE: ./build/plan/makespan.js
/** Branches on so many places, each begun as soon as a place is free, in their order: when the last ends, and why then. */
/** `through`: the branches that one behind the other determine the end. */
function makespan(lengths, places) {
    /** When each place is free again, the earliest first, as a heap. */
    const free = [];
    /** The branch for whose place each one waited. */
    const waitedFor = [];
    let end = { at: 0, last: -1 };
    lengths.forEach((length, index) => {
        const place = free.length < places ? { at: 0, last: -1 } : (free[0] ?? { at: 0, last: -1 });
        waitedFor.push(place.last);
        const next = { at: place.at + length, last: index };
        if (free.length < places)
            rise(free, next);
        else
            sink(free, next);
        if (next.at > end.at || end.last < 0)
            end = next;
    });
    const through = [];
    for (let at = end.last; at >= 0; at = waitedFor[at] ?? -1)
        through.push(at);
    return { seconds: end.at, through: through.reverse() };
}
function rise(heap, item) {
    let at = heap.push(item) - 1;
    while (at > 0) {
        const above = (at - 1) >> 1;
        const parent = heap[above];
        if (!parent || parent.at <= item.at)
            break;
        heap[at] = parent;
        at = above;
    }
    heap[at] = item;
}
/** In place of the first. */
function sink(heap, item) {
    let at = 0;
    for (;;) {
        const left = 2 * at + 1;
        const [a, b] = [heap[left], heap[left + 1]];
        if (!a)
            break;
        const [below, child] = b && b.at < a.at ? [left + 1, b] : [left, a];
        if (child.at >= item.at)
            break;
        heap[at] = child;
        at = below;
    }
    heap[at] = item;
}

// EXTERNAL MODULE: ./build/plan/plan.js
var plan_plan = __webpack_require__(1583);
;// CONCATENATED MODULE: ./build/plan/estimate.js
/**
 * How often, how long and how dear, at worst: from timeouts, retries, delays and prices. A command without a timeout has no
 * worst case, nor has anything that waits for it, unless a timeout stands around it. Failures of the infrastructure, which
 * are retried apart from what is written, and the time in which a unit waits for a free target are not counted.
 */


const nothing = { seconds: 0, unbounded: 0 };
const longestDelay = 3600;
function estimate(plan) {
    const spans = new Map();
    const costs = new Map();
    const chosen = new Map();
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    // Parents stand before their children.
    for (const node of [...plan.nodes].reverse()) {
        const way = wayThrough(plan, node, spans, byId);
        spans.set(node.id, way.span);
        chosen.set(node.id, way.through);
        costs.set(node.id, costOf(plan, node, way.span, costs, byId));
    }
    return {
        attempts: attemptsOf(plan),
        seconds: new Map([...spans].map(([id, span]) => [id, span.unbounded > 0 ? undefined : span.seconds])),
        dollars: new Map([...costs].map(([id, { dollars }]) => [id, Number.isFinite(dollars) ? dollars : undefined])),
        critical: criticalPath(plan, byId, chosen),
    };
}
function wayThrough(plan, node, spans, byId) {
    const of = (id) => spans.get(id) ?? nothing;
    const along = (ids) => ({ span: sum(ids.map(of)), through: ids });
    const longest = (ways) => ways.reduce((a, b) => (isLonger(b.span, a.span) ? b : a));
    switch (node.kind) {
        case 'unit': {
            const command = plan.commands[node.command];
            const seconds = command?.is === 'run' ? command.timeout : 0;
            return {
                span: seconds === undefined ? { seconds: 0, unbounded: 1 } : { seconds, unbounded: 0 },
                through: [],
            };
        }
        case 'wait':
            return { span: { seconds: node.seconds, unbounded: 0 }, through: [] };
        case 'approval':
            return { span: { seconds: 0, unbounded: 1 }, through: [] };
        case 'sequence':
            return sequenceWay(node.children, of, byId);
        case 'parallel':
        case 'fork':
            return besideWay(node.branches, node.max, of);
        case 'branch':
        case 'case':
            return longest([{ span: nothing, through: [] }, ...(0,plan_plan/* childrenOf */.LU)(node).map((id) => along([id]))]);
        case 'try': {
            const ends = [
                ...node.catches.map(({ body }) => body),
                ...(node.otherwise === null ? [] : [node.otherwise]),
            ];
            const last = node.finally === null ? [] : [node.finally];
            return longest([along([node.body, ...last]), ...ends.map((end) => along([node.body, end, ...last]))]);
        }
        case 'retry':
            return { span: times(of(node.body), node.retries + 1, delaysOf(node)), through: [node.body] };
        case 'repeat':
            return { span: times(of(node.body), node.times, 0), through: [node.body] };
        case 'timeout': {
            const span = of(node.body);
            const isShorter = span.unbounded === 0 && span.seconds <= node.seconds;
            return { span: isShorter ? span : { seconds: node.seconds, unbounded: 0 }, through: [node.body] };
        }
        default:
            return along((0,plan_plan/* childrenOf */.LU)(node));
    }
}
/** Forks go on beside what follows them, up to a barrier or the end. */
function sequenceWay(children, of, byId) {
    let span = nothing;
    let through = [];
    let open = [];
    const join = () => {
        let longest;
        for (const fork of open)
            if (isLonger(fork.span, longest?.span ?? span))
                longest = fork;
        if (longest) {
            span = longest.span;
            through = [...through.slice(0, longest.begun), longest.fork];
        }
        open = [];
    };
    for (const child of children) {
        const kind = byId.get(child)?.kind;
        if (kind === 'fork')
            open.push({ span: sum([span, of(child)]), begun: through.length, fork: child });
        else {
            if (kind === 'barrier')
                join();
            span = sum([span, of(child)]);
            through.push(child);
        }
    }
    join();
    return { span, through };
}
function besideWay(branches, max, of) {
    // Of branches that nothing bounds, the one with most of such commands, then the longest of what is known.
    const [first] = branches;
    let longest = first;
    for (const id of branches)
        if (longest !== undefined && isLonger(of(id), of(longest)))
            longest = id;
    if (longest === undefined)
        return { span: nothing, through: [] };
    if (of(longest).unbounded > 0)
        return { span: of(longest), through: [longest] };
    const lengths = branches.map((id) => of(id).seconds);
    const { seconds, through } = makespan(lengths, max ?? branches.length);
    return { span: { seconds, unbounded: 0 }, through: through.flatMap((index) => branches[index] ?? []) };
}
function sum(spans) {
    let seconds = 0;
    let unbounded = 0;
    for (const span of spans) {
        seconds += span.seconds;
        unbounded += span.unbounded;
    }
    return { seconds, unbounded };
}
function times(span, count, more) {
    return { seconds: span.seconds * count + more, unbounded: span.unbounded };
}
function isLonger(a, b) {
    return a.unbounded === b.unbounded ? a.seconds > b.seconds : a.unbounded > b.unbounded;
}
/** All delays between attempts, the longest that chance gives. */
function delaysOf({ retries, delay, backoff }) {
    if (backoff === undefined)
        return retries * (delay ?? 0);
    let all = 0;
    let next = backoff;
    let left = retries;
    for (; left > 0 && next > 0 && next < longestDelay; left -= 1) {
        all += next;
        next *= 2;
    }
    return all + left * Math.min(next, longestDelay);
}
function costOf(plan, node, span, costs, byId) {
    if (node.kind === 'unit') {
        const command = plan.commands[node.command];
        const rate = command?.is === 'run' ? (plan.prices?.[command.target] ?? 0) : 0;
        const hours = span.unbounded > 0 ? Number.POSITIVE_INFINITY : span.seconds / 3600;
        return { dollars: rate === 0 ? 0 : hours * rate, rate };
    }
    const of = (id) => costs.get(id) ?? { dollars: 0, rate: 0 };
    const rate = rateOf(node, of, byId);
    const all = (0,plan_plan/* childrenOf */.LU)(node).reduce((dollars, id) => dollars + of(id).dollars, 0);
    switch (node.kind) {
        case 'branch':
        case 'case':
            return { dollars: dearest((0,plan_plan/* childrenOf */.LU)(node), of), rate };
        case 'try': {
            const ends = [
                ...node.catches.map(({ body }) => body),
                ...(node.otherwise === null ? [] : [node.otherwise]),
            ];
            const last = node.finally === null ? 0 : of(node.finally).dollars;
            return { dollars: of(node.body).dollars + dearest(ends, of) + last, rate };
        }
        case 'retry':
            return { dollars: all * (node.retries + 1), rate };
        case 'repeat':
            return { dollars: all * node.times, rate };
        case 'timeout':
            return { dollars: Math.min(all, (node.seconds / 3600) * rate), rate };
        case 'budget':
            return { dollars: Math.min(all, node.dollars), rate };
        default:
            return { dollars: all, rate };
    }
}
function dearest(ids, of) {
    return ids.reduce((dollars, id) => Math.max(dollars, of(id).dollars), 0);
}
/** Of all that may run at the same time. */
function rateOf(node, of, byId) {
    const rates = (ids) => ids.map((id) => of(id).rate);
    const total = (all) => all.reduce((a, b) => a + b, 0);
    const highest = (all) => all.reduce((a, b) => Math.max(a, b), 0);
    if (node.kind === 'parallel' || node.kind === 'fork') {
        const all = rates(node.branches);
        const places = node.max ?? all.length;
        return total(places < all.length ? all.sort((a, b) => b - a).slice(0, places) : all);
    }
    const isFork = (id) => byId.get(id)?.kind === 'fork';
    const children = (0,plan_plan/* childrenOf */.LU)(node);
    return total(rates(children.filter(isFork))) + highest(rates(children.filter((id) => !isFork(id))));
}
function attemptsOf(plan) {
    const attempts = new Map();
    for (const node of plan.nodes) {
        const own = attempts.get(node.id) ?? 1;
        if (!attempts.has(node.id))
            attempts.set(node.id, own);
        const factor = node.kind === 'retry' ? node.retries + 1 : node.kind === 'repeat' ? node.times : 1;
        for (const child of (0,plan_plan/* childrenOf */.LU)(node))
            attempts.set(child, own * factor);
    }
    return attempts;
}
function criticalPath(plan, byId, chosen) {
    const units = [];
    const open = [plan.root];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        const node = byId.get(id);
        if (node?.kind === 'unit' && plan.commands[node.command]?.is === 'run')
            units.push(id);
        for (const child of [...(chosen.get(id) ?? [])].reverse())
            open.push(child);
    }
    return units;
}


/***/ }),

/***/ 1583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ parseValue),
/* harmony export */   Fu: () => (/* binding */ planSchema),
/* harmony export */   GW: () => (/* binding */ childExpressions),
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   XP: () => (/* binding */ literalValue),
/* harmony export */   aF: () => (/* binding */ isInBranch),
/* harmony export */   ep: () => (/* binding */ operandsOf)
/* harmony export */ });
/** 1: without the elements that 2 added. Every plan of an earlier schema is one of this one too. */
const planSchema = 2;
/** What a node opens, in the order of the chain. */
function childrenOf(node) {
    switch (node.kind) {
        case 'sequence':
            return node.children;
        case 'parallel':
        case 'fork':
            return node.branches;
        case 'logical':
            return [node.left, node.right];
        case 'branch':
            return [...node.arms.map(({ body }) => body), ...present(node.otherwise)];
        case 'case':
            return node.arms.map(({ body }) => body);
        case 'try':
            return [
                node.body,
                ...node.catches.map(({ body }) => body),
                ...present(node.otherwise),
                ...present(node.finally),
            ];
        case 'handlers':
            return [node.body, ...present(node.onFailure), ...present(node.finally)];
        case 'call':
        case 'fallback':
        case 'retry':
        case 'timeout':
        case 'repeat':
        case 'budget':
            return [node.body];
        case 'unit':
        case 'require':
        case 'assignment':
        case 'barrier':
        case 'wait':
        case 'approval':
            return [];
    }
}
function present(id) {
    return id === null ? [] : [id];
}
/** Whether the unit runs beside others: in a branch of a parallel block or of a fork. */
function isInBranch({ nodes }, unit) {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    for (let at = unit.parent; at !== null; at = byId.get(at)?.parent ?? null) {
        const kind = byId.get(at)?.kind;
        if (kind === 'parallel' || kind === 'fork')
            return true;
    }
    return false;
}
/** The expressions that an expression is made of. */
function childExpressions(expression) {
    switch (expression.kind) {
        case 'not':
        case 'negative':
            return [expression.operand];
        case 'binary':
            return [expression.left, expression.right];
        case 'confidence':
            return [expression.comparison];
        case 'call':
            return expression.arguments;
        default:
            return [];
    }
}
/** The metrics and variables a condition reads, in its order. */
function operandsOf(expression) {
    switch (expression.kind) {
        case 'metric':
        case 'variable':
            return [expression];
        default:
            return childExpressions(expression).flatMap(operandsOf);
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

/***/ 779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ contextOf)
/* harmony export */ });
/* harmony import */ var _expression_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5114);

function contextOf({ parameters }) {
    const given = new Map(parameters.map(({ name, value }) => [name, (0,_expression_text_js__WEBPACK_IMPORTED_MODULE_0__/* .templateText */ .u)(value, {})]));
    const fields = (given.get('field') ?? '').split(' ').join(' or ');
    const from = given.get('file') ?? `$${given.get('name') ?? ''}`;
    return { variable: given.get('variable') ?? '', reads: `the field ${fields} of ${from}` };
}


/***/ }),

/***/ 5114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ templateText)
/* harmony export */ });
/* unused harmony export expressionText */
function expressionText(expression) {
    switch (expression.kind) {
        case 'number':
            return expression.text;
        case 'string':
            return `'${expression.value}'`;
        case 'variable':
            return `$${expression.name}`;
        case 'metric':
        case 'baseline':
        case 'status':
        case 'field':
            return expression.written;
        case 'call':
            return `${expression.function}(${expression.arguments.map(expressionText).join(', ')})`;
        case 'confidence':
            return `${expressionText(expression.comparison)} confidence ${expression.level * 100}%`;
        case 'not':
            return `not ${operandText(expression.operand)}`;
        case 'negative':
            return `-${operandText(expression.operand)}`;
        case 'binary':
            return `${operandText(expression.left)} ${expression.operator} ${operandText(expression.right)}`;
    }
}
function operandText(expression) {
    const text = expressionText(expression);
    return expression.kind === 'binary' ? `(${text})` : text;
}
/** `known`: variables whose values are known already; the others keep their name. */
function templateText(template, known) {
    return template.map((part) => partText(part, known)).join('');
}
function partText(part, known) {
    switch (part.kind) {
        case 'text':
            return part.text;
        case 'variable':
            return String(known[part.name] ?? `$${part.name}`);
        case 'expression':
            return `\${${expressionText(part.expression)}}`;
        case 'result':
            return `<${['result', ...part.path].join('.')}>`;
    }
}


/***/ }),

/***/ 137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planText: () => (/* binding */ planText)
/* harmony export */ });
/* harmony import */ var _plan_estimate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7403);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1583);
/* harmony import */ var _context_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(779);
/* harmony import */ var _expression_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5114);
/* harmony import */ var _style_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2545);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8013);
/** A plan as a person checks it before it runs: the chain as a tree, how each name was read, what each gate compares. */






function planText(plan, style) {
    const estimated = (0,_plan_estimate_js__WEBPACK_IMPORTED_MODULE_0__/* .estimate */ .j)(plan);
    const printer = new PlanPrinter(plan, style, estimated);
    printer.add(plan.root, 0, '');
    const units = plan.nodes.filter(({ kind }) => kind === 'unit').length;
    const gates = plan.nodes.reduce((sum, node) => sum + gatesIn(node), 0);
    const title = plan.description === undefined ? '' : `  ${style.dim(plan.description)}`;
    const parameters = Object.entries(plan.parameters).map(([name, value]) => `${name}=${String(value)}`);
    return [
        `${style.bold(plan.name)}${title}`,
        ...(parameters.length > 0 ? [style.dim(`parameters ${parameters.join(' ')}`)] : []),
        '',
        ...printer.lines,
        '',
        style.dim(`${count(units, 'command')}, ${count(gates, 'gate')}`),
        ...worstCase(plan, estimated).map((line) => style.dim(line)),
        '',
    ].join('\n');
}
class PlanPrinter {
    lines = [];
    #plan;
    #style;
    #byId;
    #estimate;
    constructor(plan, style, estimated) {
        this.#plan = plan;
        this.#estimate = estimated;
        this.#style = style;
        this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
    }
    add(id, depth, mark) {
        const node = this.#byId.get(id);
        if (!node)
            return;
        switch (node.kind) {
            case 'sequence':
                node.children.forEach((child, index) => {
                    const guard = node.guards?.find(({ from, gate }) => from === index && gate > index);
                    if (guard)
                        this.#guard(node.children[guard.gate], depth);
                    this.add(child, depth, mark);
                });
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
                this.#line(depth, `${mark}parallel of ${total}`, [needed, ...atOnce(node.max)].join(', '));
                for (const branch of node.branches)
                    this.add(branch, depth + 1, '| ');
                return;
            }
            case 'fork': {
                const notes = ['goes on meanwhile', ...atOnce(node.max)];
                this.#line(depth, `${mark}fork of ${node.branches.length}`, notes.join(', '));
                for (const branch of node.branches)
                    this.add(branch, depth + 1, '& ');
                return;
            }
            case 'barrier': {
                const sets = node.variable === null ? '' : `; $${node.variable} says whether all succeeded`;
                this.#line(depth, mark + node.title, `waits for the branches before it${sets}`);
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
                this.#part(depth, '/else', '', node.otherwise);
                return;
            case 'case':
                this.#line(depth, `${mark}case:${node.text}`, 'the first that fits', true);
                for (const { patterns, body } of node.arms)
                    this.#part(depth, `↳ ${patterns.join('|')}`, patterns.includes('*') ? 'anything else' : '', body);
                return;
            case 'try':
                this.#line(depth, `${mark}/try`, '');
                this.add(node.body, depth + 1, '');
                for (const { label, matches, body } of node.catches) {
                    const what = matches.is === 'any'
                        ? 'any failure of the body'
                        : matches.is === 'class'
                            ? `failures of class ${matches.class}`
                            : `failures of ${matches.commands.map((name) => `/${name}`).join(', ')}`;
                    this.#part(depth, `/catch:${label}`, what, body);
                }
                this.#part(depth, '/else', 'when nothing failed', node.otherwise);
                this.#part(depth, '/finally', 'always', node.finally);
                return;
            case 'handlers':
                this.add(node.body, depth, mark);
                this.#part(depth, 'on_failure', 'once, after a failure that nothing handled', node.onFailure);
                this.#part(depth, 'finally', 'always, also after a cancel', node.finally);
                return;
            case 'fallback':
                this.#line(depth, mark + node.title, 'the result is degraded: nothing deploys from it');
                this.add(node.body, depth + 1, '');
                return;
            case 'retry':
                this.#line(depth, mark + node.title, `${retryNote(node)}${this.#atWorst(node)}`);
                this.add(node.body, depth + 1, '');
                return;
            case 'timeout':
                this.#line(depth, mark + node.title, `at most ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeDuration */ .ui)(node.seconds)}${this.#perAttempt(node)}`);
                this.add(node.body, depth + 1, '');
                return;
            case 'budget':
                this.#line(depth, mark + node.title, 'ends what runs when it is spent');
                this.add(node.body, depth + 1, '');
                return;
            case 'repeat':
                this.#line(depth, `${mark}repeat:${node.times}`, `at most ${count(node.times, 'time')}${this.#atWorst(node)}`);
                this.add(node.body, depth + 1, '');
                this.#gate(depth + 1, `until:${node.gate.text}`, node.gate);
                return;
            case 'wait':
                this.#line(depth, mark + node.title, `for ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeDuration */ .ui)(node.seconds)}`);
                return;
            case 'approval':
                this.#line(depth, mark + node.title, 'waits for a person');
        }
    }
    #part(depth, title, note, body) {
        if (body === null)
            return;
        this.#line(depth, title, note);
        this.add(body, depth + 1, '');
    }
    /** A stretch in which a failure does not end the chain. */
    #guard(gate, depth) {
        const node = gate === undefined ? undefined : this.#byId.get(gate);
        if (node)
            this.#line(depth, '', `a failure from here on goes to ${node.title}`);
    }
    /** Only where it is more than what is written already. */
    #atWorst(node) {
        const seconds = this.#estimate.seconds.get(node.id);
        return seconds === undefined || seconds === 0 ? '' : `, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeDuration */ .ui)(seconds)} at worst`;
    }
    #perAttempt(node) {
        const parent = node.parent === null ? undefined : this.#byId.get(node.parent);
        return parent?.kind === 'retry' ? ' for each attempt' : '';
    }
    #gate(depth, title, gate) {
        const sources = (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .operandsOf */ .ep)(gate.expression).flatMap((operand) => {
            if (operand.kind !== 'metric')
                return [];
            const { written, metric, unit, from } = operand;
            const titles = from.map((id) => this.#byId.get(id)?.title ?? id).join(' or ');
            return [`${written === metric ? written : `${written} is ${metric}`} (${unit}) from ${titles}`];
        });
        // The same metric in two comparisons is read once.
        const notes = [...new Set(sources)];
        if (gate.severity === 'warn')
            notes.push('only warns');
        this.#line(depth, title, notes.join('; '), true);
    }
    #line(depth, title, note, isGate = false) {
        const indent = '  '.repeat(depth + 1);
        const gap = ' '.repeat(Math.max(2, 44 - indent.length - title.length));
        this.lines.push(`${indent}${isGate ? this.#style.bold(title) : title}${note === '' ? '' : gap + this.#style.dim(note)}`);
    }
    #reading(unit) {
        const command = this.#plan.commands[unit.command];
        // Parameters of the workflow are known already.
        const known = unit.scope === null ? this.#plan.parameters : {};
        const parts = [];
        if (command?.is === 'builtin')
            parts.push('built-in');
        for (const { axis, value } of unit.point)
            parts.push(`${axis}=${value}`);
        if (command?.is === 'builtin' && command.name === 'context')
            return `built-in, ${(0,_context_words_js__WEBPACK_IMPORTED_MODULE_3__/* .contextOf */ .V)(unit).reads}`;
        for (const { name, value } of unit.parameters)
            parts.push(`${name}=${short((0,_expression_text_js__WEBPACK_IMPORTED_MODULE_4__/* .templateText */ .u)(value, known))}`);
        if (unit.input !== undefined)
            parts.push('reads the result before it');
        if (unit.collects.length > 0)
            parts.push(`over ${count(unit.collects.length, 'result')}`);
        if (command?.is === 'run') {
            if (command.target !== 'local')
                parts.push(`on ${command.target}`);
            if (command.agent)
                parts.push(`by the agent ${command.agent.name}`);
            if (command.timeout !== undefined)
                parts.push(`at most ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeDuration */ .ui)(command.timeout)}`);
            if (command.inputs)
                parts.push(`reads ${command.inputs.join(' ')}`);
            if (command.isolation !== undefined)
                parts.push('in a copy of the workspace');
            if (command.asserts)
                parts.push(`asserts ${command.asserts.map(({ text }) => text).join(' and ')}`);
            if (command.deploys !== undefined)
                parts.push(`deploys to ${command.deploys}`);
        }
        return parts.join(', ');
    }
}
/** Of the task of an agent, one line is enough to know it. */
function short(text) {
    return (0,_style_js__WEBPACK_IMPORTED_MODULE_5__/* .cutTo */ .yd)(text.replace(/\s+/g, ' ').trim(), 60);
}
/** How long and how dear the whole may be, and what determines it. Nothing when no time is written anywhere. */
function worstCase(plan, { seconds, dollars, critical }) {
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    const time = seconds.get(plan.root);
    const money = dollars.get(plan.root);
    const isBounded = plan.nodes.some((node) => node.kind === 'timeout' || (node.kind === 'unit' && hasTimeout(plan, node)));
    const isPaid = Object.values(plan.prices ?? {}).some((price) => price > 0);
    const unbounded = critical.filter((id) => {
        const node = byId.get(id);
        return node?.kind === 'unit' && !hasTimeout(plan, node) && !isWithinTimeout(node, byId);
    });
    const titles = (ids) => ids.map((id) => byId.get(id)?.title ?? id);
    const lines = [];
    if (isBounded || isPaid) {
        const words = [
            time === undefined
                ? `no bound on the time: ${unboundedText([...new Set(titles(unbounded))])}`
                : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeDuration */ .ui)(time)} at worst`,
            ...(isPaid ? [money === undefined ? 'no bound on the cost' : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .dollars */ .E9)(money)} at worst`] : []),
        ];
        lines.push(words.join('; '));
    }
    if (lines.length > 0 && critical.length > 1)
        lines.push(`longest way: ${listed(titles(critical), ' → ', 12)}`);
    return lines;
}
function isWithinTimeout({ parent }, byId) {
    for (let id = parent; id !== null;) {
        const node = byId.get(id);
        if (node === undefined || node.kind === 'timeout')
            return node !== undefined;
        id = node.parent;
    }
    return false;
}
function hasTimeout(plan, unit) {
    const command = plan.commands[unit.command];
    return command?.is === 'run' && command.timeout !== undefined;
}
function unboundedText(names) {
    if (names.length === 0)
        return 'a person has to approve';
    return `${listed(names, ', ', 4)} ${names.length === 1 ? 'has' : 'have'} no timeout`;
}
function listed(names, between, most) {
    const more = names.length - most;
    return names.slice(0, most).join(between) + (more > 0 ? `${between}${more} more` : '');
}
function atOnce(max) {
    return max === null ? [] : [`at most ${max} at once`];
}
function retryNote({ retries, delay, backoff }) {
    const attempts = `up to ${count(retries + 1, 'attempt')}`;
    if (backoff !== undefined)
        return `${attempts}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeDuration */ .ui)(backoff)} between them, doubling`;
    return delay === undefined ? attempts : `${attempts}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeDuration */ .ui)(delay)} between them`;
}
/** A gate of a `repeat:` counts too. */
function gatesIn(node) {
    if (node.kind === 'branch')
        return node.arms.length;
    return node.kind === 'require' || node.kind === 'repeat' ? 1 : 0;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 8013:
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
