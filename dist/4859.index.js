export const id = 4859;
export const ids = [4859];
export const modules = {

/***/ 30634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cellsOf)
/* harmony export */ });
/* unused harmony export experimentId */
/* harmony import */ var _own_field_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81678);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63703);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80306);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3497);




function cellsOf(state, ids) {
    return ids.map((id) => {
        return cellOf(state, (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .unitOf */ .uF)(state, id), state.nodes.get(id));
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
    const bound = (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .unitInput */ .l2)(state.plan, unit, (0,_read_js__WEBPACK_IMPORTED_MODULE_0__/* .readingsAt */ .h)(state, unit.id));
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
    return plan.results.id.replace(/\{(\w+)\}/g, (whole, name) => String((0,_own_field_js__WEBPACK_IMPORTED_MODULE_3__/* .ownField */ .h)(values, name) ?? whole));
}


/***/ }),

/***/ 70779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ contextOf)
/* harmony export */ });
/* harmony import */ var _expression_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45114);

function contextOf({ parameters }) {
    const given = new Map(parameters.map(({ name, value }) => [name, (0,_expression_text_js__WEBPACK_IMPORTED_MODULE_0__/* .templateText */ .u)(value, {})]));
    const fields = (given.get('field') ?? '').split(' ').join(' or ');
    const from = given.get('file') ?? `$${given.get('name') ?? ''}`;
    return { variable: given.get('variable') ?? '', reads: `the field ${fields} of ${from}` };
}


/***/ }),

/***/ 59074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ comparedOf),
/* harmony export */   E: () => (/* binding */ measuredOf)
/* harmony export */ });
/* harmony import */ var _engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62516);
/* harmony import */ var _engine_interval_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81070);
/** What a run measured beside what the base branch has: the difference, and whether it is one. Chance never wins. */


/** All that is worth comparing: of each sweep what its best cell measured, and what other steps did. */
function measuredOf(state, sweeps) {
    return allMeasured(state, sweeps).map(({ line }) => line);
}
/** Of a sweep, the metric by which the best was chosen, and those that a gate has asked for. */
function comparedOf(state, sweeps, base) {
    const all = allMeasured(state, sweeps);
    return all.flatMap((measured) => {
        const { line, isPrimary } = measured;
        const gates = gatesOn(state.gates, measured);
        const other = counterpart(line, all.map((one) => one.line), base);
        if (!other || other.unit !== line.unit)
            return [];
        if (line.step === undefined && !isPrimary && gates.length === 0)
            return [];
        return [compare(line, other, gates)];
    });
}
function allMeasured(state, sweeps) {
    const { plan } = state;
    const about = (metric) => {
        const { unit = 'number', better } = plan.metrics[metric] ?? {};
        return better === undefined ? { unit } : { unit, better };
    };
    const inSweeps = new Set(sweeps.flatMap(({ rows }) => rows.map(({ node }) => node)));
    const best = sweeps.flatMap((sweep) => {
        const row = sweep.rows.find((one) => one.best);
        if (!row)
            return [];
        const chooser = chooserOf(state, sweep);
        const samples = state.nodes.get(row.node)?.result?.samples;
        const primary = chooser?.metric ?? sweep.metrics[0];
        return sweep.metrics.flatMap((metric, index) => {
            const value = row.values[index];
            if (typeof value !== 'number' || !Number.isFinite(value))
                return [];
            const line = { metric, value, ...about(metric), ...(samples === undefined ? {} : { samples }) };
            const nodes = [row.node, ...(chooser ? [chooser.node] : [])];
            return [{ line, nodes, names: [metric, `best_${metric}`], isPrimary: metric === primary }];
        });
    });
    const steps = plan.nodes.flatMap((node) => {
        const result = node.kind === 'unit' ? state.nodes.get(node.id)?.result : undefined;
        if (node.kind !== 'unit' || !result || inSweeps.has(node.id))
            return [];
        if (plan.commands[node.command]?.is === 'builtin')
            return [];
        const { samples } = result;
        return Object.entries(result.metrics).map(([metric, value]) => ({
            line: {
                ...{ metric, step: node.title, value, ...about(metric) },
                ...(samples === undefined ? {} : { samples }),
            },
            ...{ nodes: [node.id], names: [metric], isPrimary: true },
        }));
    });
    return [...best, ...steps];
}
/** What has chosen among the cells of a sweep, and by which metric. */
function chooserOf({ plan }, { rows }) {
    const cells = new Set(rows.map(({ node }) => node));
    const found = plan.nodes.find((node) => node.kind === 'unit' &&
        node.command === 'best-model:select' &&
        node.collects.some((cell) => cells.has(cell)));
    if (!found)
        return undefined;
    return { node: found.id, metric: (plan.selections[found.id] ?? plan.selections['best-model'])?.metric };
}
/**
 * The same metric of the same step; where the step is called otherwise now, of the only step that measures it on both sides.
 * Best cells have no step: they are told apart by their order.
 */
function counterpart(line, all, base) {
    const alike = (one) => one.metric === line.metric && (one.step === undefined) === (line.step === undefined);
    const [own, others] = [all.filter(alike), base.filter(alike)];
    if (line.step === undefined)
        return others[own.indexOf(line)];
    const same = others.find(({ step }) => step === line.step);
    return same ?? (own.length === 1 && others.length === 1 ? others[0] : undefined);
}
function gatesOn(decided, { nodes, names }) {
    return decided
        .filter(({ operands }) => operands.some(({ metric, from }) => from !== undefined && nodes.includes(from) && names.includes(metric)))
        .map(({ text, outcome, warned }) => ({ text, outcome, ...(warned === true ? { warned } : {}) }));
}
function compare(line, base, gates) {
    // Without the noise of binary arithmetic.
    const delta = Number((line.value - base.value).toPrecision(12));
    const tie = delta === 0 ? undefined : tieOf(line, base, delta);
    const better = line.better ?? base.better;
    const direction = delta === 0 || tie !== undefined
        ? 'equal'
        : better === undefined
            ? undefined
            : delta > 0 === (better === 'higher')
                ? 'better'
                : 'worse';
    return {
        metric: line.metric,
        ...(line.step === undefined ? {} : { step: line.step }),
        unit: line.unit,
        base: base.value,
        ...(base.samples === undefined ? {} : { base_samples: base.samples }),
        value: line.value,
        ...(line.samples === undefined ? {} : { samples: line.samples }),
        delta,
        delta_text: deltaText(delta, line.unit),
        ...(direction === undefined ? {} : { direction }),
        ...(tie === undefined ? {} : { tie }),
        gates,
    };
}
/** Of the intervals of both shares. That they overlap is a careful test: what it calls a difference is one. */
const level = 0.95;
/** Only shares of samples can tie; of other numbers nobody knows how far they would move by themselves. */
function tieOf(line, base, delta) {
    if (line.unit === 'number')
        return undefined;
    const whole = line.unit === 'percent' ? 100 : 1;
    const counts = [line.samples, base.samples].filter((count) => count !== undefined && count > 0);
    const least = Math.min(...counts.map(Number));
    if (counts.length === 0 || !Number.isFinite(least))
        return undefined;
    // 0.95 less 0.9 is a little less than 0.05.
    if (Math.abs(delta) / whole < (1 / least) * (1 - 1e-9))
        return 'less than one sample';
    const intervals = [line, base].map(({ value, samples }) => intervalOf(value / whole, samples));
    const [own, other] = intervals;
    if (!own || !other)
        return undefined;
    return own[0] <= other[1] && other[0] <= own[1] ? 'within chance' : undefined;
}
function intervalOf(share, samples) {
    if (samples === undefined || samples <= 0 || share < 0 || share > 1)
        return undefined;
    return (0,_engine_interval_js__WEBPACK_IMPORTED_MODULE_1__/* .wilson */ .r)(share, samples, level);
}
function deltaText(delta, unit) {
    if (delta === 0)
        return '0';
    const sign = delta > 0 ? '+' : '-';
    if (unit === 'number')
        return `${sign}${(0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .shortNumber */ .In)(Math.abs(delta))}`;
    const points = Math.abs(unit === 'percent' ? delta : delta * 100);
    const text = points < 0.1 ? Number(points.toPrecision(1)) : Number(points.toFixed(1));
    return `${sign}${text} pp`;
}


/***/ }),

/***/ 45114:
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

/***/ 86373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ percent)
/* harmony export */ });
/** A fraction as people say it: 0.9467 is `94.7 %`. */
function percent(fraction) {
    return `${Number((fraction * 100).toFixed(1))} %`;
}


/***/ }),

/***/ 34859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bt: () => (/* binding */ intervalText),
  EI: () => (/* binding */ reportOf),
  Qh: () => (/* binding */ reportSchema)
});

// EXTERNAL MODULE: ./build/engine/evaluate.js
var evaluate = __webpack_require__(62516);
// EXTERNAL MODULE: ./build/reports/delta.js
var delta = __webpack_require__(59074);
// EXTERNAL MODULE: ./build/reports/percent.js
var percent = __webpack_require__(86373);
// EXTERNAL MODULE: ./build/reports/pods.js
var pods = __webpack_require__(67694);
// EXTERNAL MODULE: ./build/reports/status.js
var reports_status = __webpack_require__(26724);
// EXTERNAL MODULE: ./build/reports/context-words.js
var context_words = __webpack_require__(70779);
// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(68013);
;// CONCATENATED MODULE: ./build/reports/steps.js
/** The elements of a chain in its order, each with what has become of it. */




/** `now`: UTC, ISO 8601; the end of what is still running. */
function stepsOf(state, now) {
    const builder = new StepsBuilder(state, now);
    builder.add(state.plan.root, 0);
    return builder.steps;
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
            case 'logical':
                this.add(node.left, depth);
                this.add(node.right, depth);
                return;
            case 'unit':
            case 'assignment':
            case 'barrier':
            case 'wait':
            case 'approval':
                this.#push(node, node.kind, depth);
                return;
            case 'parallel':
            case 'fork':
                this.#push(node, node.kind, depth);
                for (const branch of node.branches)
                    this.add(branch, depth + 1);
                return;
            case 'call':
            case 'fallback':
            case 'retry':
            case 'timeout':
            case 'budget':
                this.#push(node, node.kind, depth);
                this.add(node.body, depth + 1);
                return;
            case 'repeat':
                this.#push(node, 'repeat', depth);
                this.add(node.body, depth + 1);
                this.#gate(node, 0, depth + 1, `until:${node.gate.text}`);
                return;
            case 'require':
                this.#gate(node, 0, depth, node.title);
                return;
            case 'branch':
                node.arms.forEach((arm, index) => {
                    this.#gate(node, index, depth, `${index === 0 ? '/if' : '/elif'}:${arm.gate.text}`);
                    this.add(arm.body, depth + 1);
                });
                this.#part(`${id}:else`, node.otherwise, 'else', '/else', depth);
                return;
            case 'case':
                this.#push(node, 'case', depth);
                for (const [index, { patterns, body }] of node.arms.entries())
                    this.#part(`${id}:arm-${index + 1}`, body, 'arm', `↳ ${patterns.join('|')}`, depth);
                return;
            case 'try':
                this.#push(node, 'try', depth);
                this.add(node.body, depth + 1);
                for (const [index, { label, body }] of node.catches.entries())
                    this.#part(`${id}:catch-${index + 1}`, body, 'catch', `/catch:${label}`, depth);
                this.#part(`${id}:else`, node.otherwise, 'else', '/else', depth);
                this.#part(`${id}:finally`, node.finally, 'finally', '/finally', depth);
                return;
            case 'handlers':
                this.add(node.body, depth);
                this.#part(`${id}:on-failure`, node.onFailure, 'on-failure', 'on_failure', depth);
                this.#part(`${id}:finally`, node.finally, 'finally', 'finally', depth);
        }
    }
    /** A branch with a line of its own, and what is in it. */
    #part(id, body, kind, title, depth) {
        if (body === null)
            return;
        this.steps.push({ id, kind, title, status: (0,reports_status/* statusOf */.c2)(this.#state, body), depth });
        this.add(body, depth + 1);
    }
    #gate(node, arm, depth, title) {
        const decided = (0,reports_status/* decisionAt */.gI)(this.#state, node.id, arm);
        const status = (0,reports_status/* gateStatus */._O)(this.#state, node.id, arm);
        const note = decided ? { note: (0,words/* gateNote */.mD)(decided) } : {};
        this.steps.push({ id: node.id, kind: 'gate', title, status, depth, ...note });
    }
    #push(node, kind, depth) {
        const own = this.#state.nodes.get(node.id);
        const reused = own?.reusedFrom;
        const seconds = reused === undefined
            ? (own?.result?.seconds ?? own?.failure?.seconds ?? this.#elapsed(node.id))
            : undefined;
        const by = (0,reports_status/* handlerOf */.A0)(this.#state, node.id);
        const handler = by === undefined ? undefined : (this.#state.byId.get(by)?.title ?? by);
        const note = this.#note(node, handler);
        const attempt = node.kind === 'unit' || node.kind === 'retry' ? (own?.attempt ?? 1) : 1;
        this.steps.push({
            id: node.id,
            kind,
            title: node.title,
            status: (0,reports_status/* statusOf */.c2)(this.#state, node.id),
            depth,
            ...(seconds === undefined ? {} : { seconds: (0,words/* toMilliseconds */.Wj)(seconds) }),
            ...(attempt > 1 ? { attempt } : {}),
            ...(reused === undefined ? {} : { reused_from: reused }),
            ...(handler === undefined ? {} : { handled_by: handler }),
            ...(note === '' ? {} : { note }),
        });
    }
    #note(node, handler) {
        const own = this.#state.nodes.get(node.id);
        const parts = [];
        if (own?.attempt !== undefined && own.attempt > 1) {
            const of = node.kind === 'retry' ? ` of ${node.retries + 1}` : '';
            const word = node.kind === 'retry' ? 'attempt' : (0,reports_status/* againWord */.Lw)(this.#state, node.id);
            parts.push(`${word} ${own.attempt}${of}`);
        }
        if (node.kind === 'retry' && this.#state.sleeping.has(node.id))
            parts.push(`attempt ${(own?.attempt ?? 1) + 1} of ${node.retries + 1} follows`);
        if (node.kind === 'repeat' && own?.iteration !== undefined)
            parts.push(`${own.iteration} of at most ${node.times}`);
        if (own?.reusedFrom !== undefined)
            parts.push(`reused from ${own.reusedFrom}`);
        if (own?.result?.none !== undefined)
            parts.push(own.result.none);
        const value = this.#value(node);
        if (value !== undefined)
            parts.push(`= ${value}`);
        if (node.kind === 'approval') {
            if (own?.status === 'open')
                parts.push('waits for approval');
            if (own?.status === 'succeeded')
                parts.push('approved');
        }
        if (own?.failure)
            parts.push(own.failure.message);
        else if (own?.settlement?.is === 'failed' && own.settlement.node === node.id)
            parts.push(own.settlement.message);
        // What only passed the failure on says nothing of it.
        if (handler !== undefined && own?.settlement?.is === 'failed' && own.settlement.node === node.id)
            parts.push(`handled by ${handler}`);
        return parts.join('; ');
    }
    /** What an assignment, a barrier or a `context:` has set. */
    #value(node) {
        const name = node.kind === 'assignment' || node.kind === 'barrier' ? node.variable : this.#bound(node);
        if (name === null || this.#state.nodes.get(node.id)?.settlement?.is !== 'succeeded')
            return undefined;
        const value = this.#state.variables.get(node.scope ?? '')?.get(name);
        return value === undefined ? undefined : typeof value === 'number' ? (0,evaluate/* shortNumber */.In)(value) : String(value);
    }
    #bound(node) {
        const command = node.kind === 'unit' ? this.#state.plan.commands[node.command] : undefined;
        if (node.kind !== 'unit' || command?.is !== 'builtin' || command.name !== 'context')
            return null;
        return (0,context_words/* contextOf */.V)(node).variable;
    }
    #elapsed(id) {
        const own = this.#state.nodes.get(id);
        return own?.startedAt === undefined ? undefined : secondsBetween(own.startedAt, own.endedAt ?? this.#now);
    }
}
function secondsBetween(from, to) {
    return from === '' ? 0 : Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}

// EXTERNAL MODULE: ./build/engine/cells.js
var engine_cells = __webpack_require__(30634);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(71583);
;// CONCATENATED MODULE: ./build/reports/sweep.js
/** Units of a parallel block that measure something, as a table: what differs between them, and what each measured. */




/** Undefined when fewer than two of its units declare metrics. */
function sweepOf(state, node) {
    const units = unitsBelow(state, node).filter((unit) => {
        const command = state.plan.commands[unit.command];
        return command?.is === 'run' && command.metrics.length > 0;
    });
    if (units.length < 2)
        return undefined;
    const ids = units.map(({ id }) => id);
    const cells = (0,engine_cells/* cellsOf */.n)(state, ids);
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
        rows: cells.map((cell) => rowOf(state, cell, config, metrics, best)),
    };
}
function rowOf(state, cell, config, metrics, best) {
    return {
        node: cell.node,
        title: cell.title,
        status: (0,reports_status/* statusOf */.c2)(state, cell.node),
        config: config.map((name) => cell.config[name] ?? ''),
        values: metrics.map((metric) => cell.metrics[metric] ?? null),
        ...(cell.seconds === undefined ? {} : { seconds: (0,words/* toMilliseconds */.Wj)(cell.seconds) }),
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
    const units = [];
    const open = [top.id];
    // Only what is below: a chain may have thousands of blocks.
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        const node = state.byId.get(id);
        if (node?.kind === 'unit')
            units.push(node);
        if (node)
            for (const child of [...(0,plan/* childrenOf */.LU)(node)].reverse())
                open.push(child);
    }
    return units;
}

;// CONCATENATED MODULE: ./build/reports/report.js
/** A run as people are told of it: one pure record, from which terminal, comment, check runs, summary and JSON are made. */








const reportSchema = 1;
/** Runs on the same pull request that a report knows of. */
const mostEarlier = 20;
/** `now`: UTC, ISO 8601; the end of what is still running. */
function reportOf(state, now, context = {}) {
    const { plan, conclusion } = state;
    const sweeps = plan.nodes
        .filter((node) => node.kind === 'parallel' || node.kind === 'fork')
        .flatMap((node) => sweepOf(state, node) ?? []);
    const inSweeps = new Set(sweeps.flatMap(({ rows }) => rows.map(({ node }) => node)));
    const units = plan.nodes.filter((node) => node.kind === 'unit');
    const waiting = waitingFor(state);
    return {
        schema_version: reportSchema,
        workflow: plan.name,
        ...(plan.description === undefined ? {} : { description: plan.description }),
        run: state.run.id,
        chain: plan.chain,
        ...(conclusion ? { decision: conclusion.decision, reason_code: conclusion.reasonCode } : {}),
        reason: conclusion?.reason ?? runningReason(state),
        ...(state.degraded === undefined ? {} : { degraded: state.degraded }),
        started_at: state.run.startedAt,
        seconds: (0,words/* toMilliseconds */.Wj)(secondsBetween(state.run.startedAt, state.run.endedAt ?? now)),
        steps: stepsOf(state, now),
        gates: state.gates.map((gate) => gateLine(state, gate)),
        sweeps,
        metrics: units.filter(({ id }) => !inSweeps.has(id)).flatMap((unit) => metricLines(state, unit)),
        failures: plan.nodes.flatMap((node) => failureLine(state, node) ?? []),
        ...(waiting.length === 0 ? {} : { waiting_for: waiting }),
        ...(state.pods.size === 0 ? {} : podsOf(state, now)),
        ...contextOf(state, sweeps, context),
    };
}
function contextOf(state, sweeps, { base, earlier, ...rest }) {
    // A run that goes on finds itself among those that came before.
    const others = earlier?.filter(({ run }) => run !== state.run.id).slice(0, mostEarlier);
    return {
        ...rest,
        ...(others ? { earlier: others } : {}),
        ...(base ? comparison(state, sweeps, base) : {}),
    };
}
function comparison(state, sweeps, { metrics, ...base }) {
    return { base, compared: (0,delta/* comparedOf */.B)(state, sweeps, metrics) };
}
function podsOf(state, now) {
    const at = Date.parse(now);
    return { pods: (0,pods/* podLines */.bE)(state, at), money: (0,pods/* moneyOf */.a5)(state, at) };
}
function gateLine(state, gate) {
    const measured = gate.operands.find(({ value }) => value !== undefined);
    const percents = gate.operands.filter(({ unit, value }) => unit === 'fraction' && value !== undefined);
    const [only] = percents;
    const interval = gate.operands.find((operand) => operand.interval !== undefined);
    return {
        id: gate.gate,
        node: gate.node,
        text: gate.text,
        outcome: gate.outcome,
        sum: gate.sum,
        ...(only?.value !== undefined && percents.length === 1 ? { percent: (0,percent/* percent */.K)(only.value) } : {}),
        ...(interval?.interval === undefined ? {} : { interval: intervalText(interval.interval) }),
        ...(measured?.value === undefined ? {} : { metric: measured.metric, value: measured.value }),
        ...(measured?.from === undefined ? {} : { from: state.byId.get(measured.from)?.title ?? measured.from }),
        ...(measured?.samples === undefined ? {} : { samples: measured.samples }),
        ...(measured?.source === undefined ? {} : { source: measured.source }),
        ...(gate.reason === undefined ? {} : { reason: gate.reason }),
        ...(gate.remark === undefined ? {} : { remark: gate.remark }),
        ...(gate.warned === true ? { warned: true } : {}),
    };
}
function intervalText([low, high]) {
    return `${(0,evaluate/* shortNumber */.In)(low)} to ${(0,evaluate/* shortNumber */.In)(high)}`;
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
/** Where a failure began: what only passes one on has no line. Gates have lines of their own. */
function failureLine(state, node) {
    const own = state.nodes.get(node.id);
    if (own?.settlement?.is !== 'failed' || own.settlement.node !== node.id)
        return undefined;
    const { class: cause, message } = own.settlement;
    if (node.kind === 'require' || cause === 'gate-error')
        return undefined;
    const by = (0,reports_status/* handlerOf */.A0)(state, node.id);
    const { tail, directory } = lastWords(state, node);
    return {
        node: node.id,
        title: node.title,
        class: cause,
        message,
        tail,
        ...(directory === undefined ? {} : { directory }),
        ...(by === undefined ? {} : { handled_by: state.byId.get(by)?.title ?? by }),
    };
}
/** The log of a unit that failed; of a timeout or a budget, that of the unit it ended. */
function lastWords(state, node) {
    const own = state.nodes.get(node.id);
    if (node.kind !== 'timeout' && node.kind !== 'budget')
        return { tail: own?.failure?.tail ?? [], directory: own?.directory };
    const ended = state.plan.nodes.filter(({ id, kind }) => kind === 'unit' && state.nodes.get(id)?.status === 'stopped' && isWithin(state, id, node.id));
    const [only] = ended;
    // Of several, none is the one that took too long.
    if (!only || ended.length > 1)
        return { tail: [], directory: undefined };
    const { failure, directory } = state.nodes.get(only.id) ?? {};
    return { tail: failure?.tail ?? [], directory };
}
function isWithin(state, id, top) {
    for (let at = id; at !== null; at = state.byId.get(at)?.parent ?? null)
        if (at === top)
            return true;
    return false;
}
function waitingFor(state) {
    return state.plan.nodes.flatMap((node) => node.kind === 'approval' && state.nodes.get(node.id)?.status === 'open' ? [node.label] : []);
}
function runningReason(state) {
    const [first] = state.running;
    const more = state.running.size - 1;
    if (first === undefined) {
        const [label] = waitingFor(state);
        return label === undefined ? 'starting' : `waiting for approval: ${label}`;
    }
    const title = state.byId.get(first)?.title ?? first;
    return more > 0 ? `running ${title} and ${more} more` : `running ${title}`;
}


/***/ })

};
