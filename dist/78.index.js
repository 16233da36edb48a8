export const id = 78;
export const ids = [78,783];
export const modules = {

/***/ 6270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ evolve)
});

// UNUSED EXPORTS: fold

// EXTERNAL MODULE: ./build/engine/state.js
var engine_state = __webpack_require__(306);
// EXTERNAL MODULE: ./build/engine/template.js
var template = __webpack_require__(3497);
;// CONCATENATED MODULE: ./build/engine/unreachable.js
/** Ends every `switch` over a union, so that a new member is a compile error at each of them. */
function unreachable(value) {
    throw new Error(`internal: unexpected ${JSON.stringify(value)}; please report this`);
}

;// CONCATENATED MODULE: ./build/engine/evolve.js



const succeeded = { is: 'succeeded' };
function fold(plan, events) {
    const state = initialState(plan);
    for (const event of events)
        evolve(state, event);
    return state;
}
/** Takes one more event into the state. The same events in the same order always give the same state. */
function evolve(state, event) {
    state.seq = event.seq;
    switch (event.type) {
        case 'run-started':
            state.run.id = event.run;
            state.run.startedAt = event.at;
            return work(state, event.at, { do: 'open', id: state.plan.root });
        case 'unit-started':
            return unitStarted(state, event);
        case 'unit-succeeded': {
            const unit = (0,engine_state/* nodeState */.GN)(state, event.node);
            leave(state.running, event);
            const { seconds, metrics, values, primary, samples, source } = event;
            unit.result = {
                seconds,
                metrics,
                values,
                ...(primary === undefined ? {} : { primary }),
                ...(samples === undefined ? {} : { samples }),
                ...(source === undefined ? {} : { source }),
            };
            setSystemVariables(state, event.node, unit.result);
            return work(state, event.at, { do: 'settle', id: event.node, settlement: succeeded });
        }
        case 'unit-failed': {
            // Never started: it was refused.
            if (!state.running.has(event.node))
                leave(readySet(state, event.node), event);
            state.running.delete(event.node);
            (0,engine_state/* nodeState */.GN)(state, event.node).failure = event;
            const settlement = {
                is: 'failed',
                node: event.node,
                class: event.class,
                message: event.message,
            };
            return work(state, event.at, { do: 'settle', id: event.node, settlement });
        }
        case 'unit-interrupted': {
            leave(state.running, event);
            if (state.stopping)
                return work(state, event.at, { do: 'settle', id: event.node, settlement: { is: 'stopped' } });
            (0,engine_state/* nodeState */.GN)(state, event.node).status = 'open';
            readySet(state, event.node).add(event.node);
            return;
        }
        case 'gate-decided':
            return gateDecided(state, event);
        case 'variable-set':
            leave(state.undecided, event);
            setVariable(state, event.node, event.name, event.value);
            return work(state, event.at, { do: 'settle', id: event.node, settlement: succeeded });
        case 'assignment-failed': {
            leave(state.undecided, event);
            const settlement = {
                is: 'failed',
                node: event.node,
                class: 'no-metrics',
                message: event.message,
            };
            return work(state, event.at, { do: 'settle', id: event.node, settlement });
        }
        case 'cancel-requested':
            return stop(state, { by: 'cancel', what: event.by }, event.at);
        case 'run-concluded':
            state.run.endedAt = event.at;
            state.conclusion = { decision: event.decision, reasonCode: event.reasonCode, reason: event.reason };
            return;
        default:
            return unreachable(event);
    }
}
function unitStarted(state, event) {
    const unit = (0,engine_state/* nodeOf */.E7)(state, event.node);
    leave(readySet(state, event.node), event);
    state.running.add(event.node);
    const own = (0,engine_state/* nodeState */.GN)(state, event.node);
    own.status = 'running';
    own.startedAt = event.at;
    own.attempt = event.attempt;
    own.directory = event.directory;
    const bound = unit.kind === 'unit' ? (0,template/* unitInput */.l)(state.plan, unit, (0,engine_state/* variablesAt */.VX)(state, unit.id)) : undefined;
    if (bound?.ok)
        own.input = bound.input;
}
function gateDecided(state, event) {
    leave(state.undecided, event);
    state.gates.push(event);
    const node = (0,engine_state/* nodeOf */.E7)(state, event.node);
    if (event.outcome === 'error') {
        const message = `gate \`${event.text}\` could not be decided: ${event.reason ?? 'unknown reason'}`;
        const settlement = { is: 'failed', node: event.node, class: 'gate-error', message };
        // Stopping comes first, or a `;` behind the gate would go on.
        state.stopping ??= { by: 'gate-error', what: message };
        work(state, event.at, { do: 'settle', id: event.node, settlement });
        return stop(state, state.stopping, event.at);
    }
    const met = event.outcome === 'met';
    if (node.kind === 'require') {
        const settlement = met
            ? succeeded
            : { is: 'failed', node: event.node, class: 'gate-not-met', message: `required: ${event.sum}` };
        return work(state, event.at, { do: 'settle', id: event.node, settlement });
    }
    if (node.kind !== 'branch')
        throw new Error(`internal: gate decided at ${node.kind} ${node.id}; please report this`);
    const arm = node.arms[event.arm];
    const own = (0,engine_state/* nodeState */.GN)(state, event.node);
    if (met && arm)
        return work(state, event.at, { do: 'open', id: arm.body });
    own.position = event.arm + 1;
    if (node.arms[own.position])
        state.undecided.add(event.node);
    else if (node.otherwise !== null)
        work(state, event.at, { do: 'open', id: node.otherwise });
    else {
        // Behind `/end` the chain goes on; that the gate was not met stays in the record and decides the run's colour.
        const settlement = node.closed
            ? succeeded
            : { is: 'not-met', gate: event.gate, sum: event.sum };
        work(state, event.at, { do: 'settle', id: event.node, settlement });
    }
}
/** Opens and settles until nothing more follows from what is known. */
function work(state, at, first) {
    const list = [first];
    for (let next = list.pop(); next; next = list.pop()) {
        if (next.do === 'open')
            evolve_open(state, (0,engine_state/* nodeOf */.E7)(state, next.id), list);
        else
            settle(state, next.id, next.settlement, at, list);
    }
}
function evolve_open(state, node, list) {
    if (state.stopping) {
        list.push({ do: 'settle', id: node.id, settlement: { is: 'stopped' } });
        return;
    }
    if (state.nodes.has(node.id))
        throw new Error(`internal: ${node.id} was opened twice; please report this`);
    state.nodes.set(node.id, {
        status: 'open',
        openedBy: state.seq,
        position: 0,
        open: 0,
        succeeded: 0,
    });
    switch (node.kind) {
        case 'unit':
            readySet(state, node.id).add(node.id);
            return;
        case 'branch':
        case 'require':
        case 'assignment':
            state.undecided.add(node.id);
            return;
        case 'sequence': {
            const [child] = node.children;
            list.push(child ? { do: 'open', id: child } : { do: 'settle', id: node.id, settlement: succeeded });
            return;
        }
        case 'logical':
            list.push({ do: 'open', id: node.left });
            return;
        case 'call':
            return openCall(state, node, list);
        case 'parallel':
            return openBranches(state, node, list);
        default:
            return unreachable(node);
    }
}
function openCall(state, node, list) {
    const bound = (0,template/* bindParameters */.E)(node.parameters, (0,engine_state/* variablesAt */.VX)(state, node.id));
    if (!bound.ok) {
        const settlement = { is: 'failed', node: node.id, class: 'usage', message: bound.problem };
        list.push({ do: 'settle', id: node.id, settlement });
        return;
    }
    state.variables.set(node.id, new Map(Object.entries(bound.values)));
    list.push({ do: 'open', id: node.body });
}
function openBranches(state, node, list) {
    const own = (0,engine_state/* nodeState */.GN)(state, node.id);
    const wanted = [];
    while (own.position < node.branches.length && own.open < (node.max ?? Number.POSITIVE_INFINITY)) {
        const branch = node.branches[own.position];
        if (branch !== undefined)
            wanted.push(branch);
        own.position += 1;
        own.open += 1;
    }
    // The list is a stack: pushed in reverse, branches open in the order of the chain.
    for (const id of wanted.reverse())
        list.push({ do: 'open', id });
}
function settle(state, id, settlement, at, list) {
    const node = (0,engine_state/* nodeOf */.E7)(state, id);
    const own = state.nodes.get(id);
    if (own) {
        if (own.settlement)
            throw new Error(`internal: ${id} settled twice; please report this`);
        own.status = settlement.is;
        own.settlement = settlement;
        own.endedAt = at;
    }
    if (node.parent === null) {
        state.settlement = settlement;
        return;
    }
    const parent = (0,engine_state/* nodeOf */.E7)(state, node.parent);
    switch (parent.kind) {
        case 'sequence':
            return childSettled(state, parent, settlement, list);
        case 'parallel':
            return branchSettled(state, parent, settlement, list);
        case 'logical':
            return operandSettled(state, parent, id, settlement, list);
        case 'branch':
        case 'call':
            list.push({ do: 'settle', id: parent.id, settlement });
            return;
        default:
            throw new Error(`internal: ${parent.kind} ${parent.id} has a child; please report this`);
    }
}
function childSettled(state, parent, settlement, list) {
    const own = (0,engine_state/* nodeState */.GN)(state, parent.id);
    if (settlement.is !== 'succeeded')
        own.worst = worse(own.worst, settlement);
    const isOver = state.stopping !== undefined;
    for (own.position += 1; own.position < parent.children.length; own.position += 1) {
        const next = parent.children[own.position];
        if (next === undefined || isOver)
            break;
        if (settlement.is === 'succeeded' || state.always.has(next)) {
            list.push({ do: 'open', id: next });
            return;
        }
    }
    list.push({ do: 'settle', id: parent.id, settlement: own.worst ?? succeeded });
}
function branchSettled(state, parent, settlement, list) {
    const own = (0,engine_state/* nodeState */.GN)(state, parent.id);
    own.open -= 1;
    if (settlement.is === 'succeeded')
        own.succeeded += 1;
    else
        own.worst = worse(own.worst, settlement);
    if (!state.stopping)
        openBranches(state, parent, list);
    const unopened = state.stopping ? 0 : parent.branches.length - own.position;
    if (own.open > 0 || unopened > 0)
        return;
    for (const branch of parent.branches)
        handOver(state, branch);
    const total = parent.branches.length;
    if (own.succeeded === total) {
        list.push({ do: 'settle', id: parent.id, settlement: succeeded });
    }
    else if (own.succeeded >= parent.min && !state.stopping) {
        if (!parent.minWritten)
            state.degraded ??= `only ${own.succeeded} of ${total} branches succeeded (no \`min=\` was written)`;
        list.push({ do: 'settle', id: parent.id, settlement: succeeded });
    }
    else {
        list.push({ do: 'settle', id: parent.id, settlement: own.worst ?? { is: 'stopped' } });
    }
}
function operandSettled(state, parent, child, settlement, list) {
    const isLeft = child === parent.left;
    const goesOn = parent.operator === '&&' ? settlement.is === 'succeeded' : isForgivable(settlement);
    if (!isLeft || !goesOn || state.stopping) {
        list.push({ do: 'settle', id: parent.id, settlement });
        return;
    }
    if (parent.operator === '||')
        state.degraded ??= `\`${parent.title}\` went on after a failure`;
    list.push({ do: 'open', id: parent.right });
}
/** What `||` may go on after: a failure of work, not of a gate and not of the invocation itself. */
function isForgivable(settlement) {
    return (settlement.is === 'failed' && !['gate-not-met', 'gate-error', 'usage', 'auth'].includes(settlement.class));
}
function stop(state, why, at) {
    state.stopping ??= why;
    const waiting = [...state.undecided, ...[...state.ready.values()].flatMap((set) => [...set])];
    state.undecided.clear();
    state.ready.clear();
    for (const id of waiting)
        work(state, at, { do: 'settle', id, settlement: { is: 'stopped' } });
}
/** A failure outranks a gate that was not met, which outranks not having been run; of equals the first counts. */
function worse(a, b) {
    return a && rank(a) >= rank(b) ? a : b;
}
function rank(settlement) {
    switch (settlement.is) {
        case 'failed':
            return settlement.class === 'gate-not-met' ? 2 : 3;
        case 'not-met':
            return 2;
        case 'stopped':
            return 1;
        case 'succeeded':
            return 0;
    }
}
/** Built-ins set variables: their values, and their metrics by name. */
function setSystemVariables(state, id, result) {
    const node = (0,engine_state/* nodeOf */.E7)(state, id);
    if (node.kind !== 'unit' || state.plan.commands[node.command]?.is !== 'builtin')
        return;
    for (const [name, value] of Object.entries({ ...result.metrics, ...result.values }))
        setVariable(state, id, name, value);
}
function setVariable(state, id, name, value) {
    setIn(state, state.scopes.of.get(id) ?? '', name, value);
}
function setIn(state, scope, name, value) {
    const variables = state.variables.get(scope);
    if (variables)
        variables.set(name, value);
    else
        state.variables.set(scope, new Map([[name, value]]));
}
/** At the join: while branches run, none sees what another has set. */
function handOver(state, branch) {
    const variables = state.variables.get(branch);
    if (!variables)
        return;
    const around = state.scopes.around.get(branch) ?? '';
    for (const [name, value] of variables)
        setIn(state, around, name, value);
    state.variables.delete(branch);
}
function leave(set, { seq, type, node }) {
    if (!set.delete(node))
        throw new Error(`internal: ${type} of ${node} does not follow from what was before event ${seq}; please report this`);
}
function readySet(state, id) {
    const node = (0,engine_state/* nodeOf */.E7)(state, id);
    if (node.kind !== 'unit')
        throw new Error(`internal: ${id} is no unit; please report this`);
    const target = (0,engine_state/* targetOf */.$r)(state.plan, node);
    let set = state.ready.get(target);
    if (!set) {
        set = new Set();
        state.ready.set(target, set);
    }
    return set;
}


/***/ }),

/***/ 2078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  closeAbandoned: () => (/* binding */ closeAbandoned),
  jobReporters: () => (/* binding */ jobReporters),
  writeInvalidCheck: () => (/* binding */ writeInvalidCheck),
  writeSummary: () => (/* binding */ writeSummary)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(7264);
// EXTERNAL MODULE: ./build/engine/evolve.js + 1 modules
var evolve = __webpack_require__(6270);
// EXTERNAL MODULE: ./build/language/source.js
var source = __webpack_require__(1786);
// EXTERNAL MODULE: ./build/reports/lines.js
var lines = __webpack_require__(3987);
// EXTERNAL MODULE: ./build/engine/evaluate.js
var evaluate = __webpack_require__(2516);
// EXTERNAL MODULE: ./build/reports/markdown-text.js
var markdown_text = __webpack_require__(3611);
// EXTERNAL MODULE: ./build/reports/percent.js
var percent = __webpack_require__(6373);
// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(8013);
;// CONCATENATED MODULE: ./build/reports/markdown.js
/** The report as Markdown, for the pull request's comment, the check run and the step summary. */




const signs = {
    passed: '✅',
    handled: '⚠️',
    'not-met': '❌',
    failed: '❌',
    cancelled: '⏹️',
};
/** What is left out first when the text is too long; each level keeps whole blocks, so that no fence is cut. */
const levels = [
    { tailLines: 20, failures: 20, rows: 256, steps: true, chart: true },
    { tailLines: 5, failures: 10, rows: 256, steps: true, chart: true },
    { tailLines: 0, failures: 10, rows: 100, steps: false, chart: true },
    { tailLines: 0, failures: 5, rows: 20, steps: false, chart: false },
    { tailLines: 0, failures: 0, rows: 0, steps: false, chart: false },
];
function markdownReport(report, options) {
    for (const level of levels) {
        const text = render(report, options, level);
        if (text.length <= options.limit)
            return text;
    }
    return headline(report).slice(0, options.limit);
}
/** The verdict in one line, for the title of a check run. At most 255 characters. */
function verdictTitle(report) {
    const text = report.decision === undefined ? report.reason : `${words/* decisionWords */._C[report.decision]}: ${report.reason}`;
    return cut(text, 255);
}
function render(report, options, level) {
    const blocks = [
        headline(report),
        facts(report, options),
        level.chart && options.flowchart !== undefined ? (0,markdown_text/* fenced */.OF)(options.flowchart, 'mermaid') : '',
        gateTable(report.gates),
        ...report.sweeps.map((sweep) => sweepTable(sweep, level.rows)),
        metricTable(report),
        failureFolds(report, level.failures, level.tailLines),
        level.steps ? stepsFold(report) : '',
        (options.lost ?? []).map((what) => `> ${(0,markdown_text/* sentence */.em)(what)}`).join('\n'),
        `<sub>run ${(0,markdown_text/* code */.aY)(report.run)}</sub>`,
    ];
    return blocks.filter((block) => block !== '').join('\n\n');
}
function headline(report) {
    const sign = report.decision === undefined ? '⏳' : signs[report.decision];
    const word = report.decision === undefined ? 'running' : words/* decisionWords */._C[report.decision];
    return `## ${sign} ${(0,markdown_text/* prose */.CS)(report.workflow)}: ${word}`;
}
function facts(report, { sha, url }) {
    return [
        (0,markdown_text/* sentence */.em)(report.reason),
        ...(sha === undefined ? [] : [`at ${(0,markdown_text/* code */.aY)(sha.slice(0, 7))}`]),
        (0,words/* duration */.p0)(report.seconds),
        ...(url === undefined ? [] : [`[log](${url})`]),
    ].join(' · ');
}
function gateTable(gates) {
    if (gates.length === 0)
        return '';
    const gateSigns = { met: '✅', 'not-met': '❌', error: '⛔' };
    const rows = gates.map((gate) => [
        (0,markdown_text/* code */.aY)(gate.text),
        `${(0,markdown_text/* code */.aY)(gate.sum)}${gate.percent === undefined ? '' : ` (${gate.percent})`}`,
        `${gateSigns[gate.outcome]} ${words/* gateWords */.DO[gate.outcome]}`,
        [
            ...(gate.from === undefined ? [] : [(0,markdown_text/* code */.aY)(gate.from)]),
            ...(gate.samples === undefined ? [] : [`n = ${gate.samples}`]),
            ...(gate.reason === undefined ? [] : [(0,markdown_text/* sentence */.em)(gate.reason)]),
            ...(gate.remark === undefined ? [] : [(0,markdown_text/* sentence */.em)(gate.remark)]),
        ].join('; '),
    ]);
    return `### Gates\n\n${(0,markdown_text/* table */.tp)(['gate', 'measured', 'verdict', 'from'], rows)}`;
}
function sweepTable(sweep, most) {
    if (most === 0)
        return '';
    const header = ['', ...sweep.config.map(markdown_text/* code */.aY), ...sweep.metrics.map(markdown_text/* code */.aY), 'time'];
    // The best rows survive a cut: a reader looks for the winner first.
    const shown = sweep.rows.length <= most
        ? sweep.rows
        : [...sweep.rows].sort((a, b) => Number(b.best) - Number(a.best)).slice(0, most);
    const rows = shown.map((row) => [
        row.best ? '⭐' : statusMarks[row.status],
        ...row.config.map(markdown_text/* code */.aY),
        ...row.values.map((value, index) => {
            if (value === null)
                return '–';
            return row.best && index === 0 ? `**${(0,evaluate/* shortNumber */.In)(value)}**` : (0,evaluate/* shortNumber */.In)(value);
        }),
        row.seconds === undefined ? '' : (0,words/* duration */.p0)(row.seconds),
    ]);
    const align = header.map((_, column) => (column === 0 ? 'left' : 'right'));
    const missing = sweep.rows.length - shown.length;
    const note = missing > 0 ? `\n\n${missing} more cells are in the run's files.` : '';
    return `### Sweep\n\n${(0,markdown_text/* table */.tp)(header, rows, align)}${note}`;
}
const statusMarks = {
    waiting: '·',
    running: '⏳',
    succeeded: '✓',
    failed: '❌',
    'not-met': '❌',
    skipped: '○',
};
function metricTable(report) {
    if (report.metrics.length === 0)
        return '';
    const rows = report.metrics.map(({ step, metric, value, unit, samples }) => [
        (0,markdown_text/* code */.aY)(step),
        (0,markdown_text/* code */.aY)(metric),
        unit === 'fraction'
            ? `${(0,evaluate/* shortNumber */.In)(value)} (${(0,percent/* percent */.K)(value)})`
            : `${(0,evaluate/* shortNumber */.In)(value)}${unit === 'percent' ? ' %' : ''}`,
        samples === undefined ? '' : String(samples),
    ]);
    const body = (0,markdown_text/* table */.tp)(['command', 'metric', 'value', 'n'], rows, ['left', 'left', 'right', 'right']);
    return report.sweeps.length > 0 ? (0,markdown_text/* fold */.AU)('Metrics of the other commands', body) : `### Metrics\n\n${body}`;
}
function failureFolds(report, most, tailLines) {
    const shown = report.failures.slice(0, most);
    const blocks = shown.map(({ title, class: cause, message, tail }) => {
        const summary = `❌ ${(0,markdown_text/* htmlCode */.h8)(title)} ${(0,markdown_text/* htmlCode */.h8)(cut(message, 200))}`;
        const body = tail.length === 0 || tailLines === 0
            ? `class ${(0,markdown_text/* code */.aY)(cause)}`
            : (0,markdown_text/* fenced */.OF)(tail.slice(-tailLines).join('\n'));
        return (0,markdown_text/* fold */.AU)(summary, body);
    });
    const missing = report.failures.length - shown.length;
    if (missing > 0)
        blocks.push(`${missing} more ${missing === 1 ? 'failure is' : 'failures are'} in the log.`);
    return blocks.join('\n\n');
}
function stepsFold(report) {
    const lines = report.steps.map((step) => {
        const time = step.seconds === undefined || step.status === 'skipped' ? '' : `  ${(0,words/* duration */.p0)(step.seconds)}`;
        const note = step.note === undefined ? '' : `  ${step.note}`;
        return `${'  '.repeat(step.depth)}${words/* statusSigns */.rq[step.status]} ${step.title}${time}${note}`;
    });
    return (0,markdown_text/* fold */.AU)(`What ran (${(0,words/* duration */.p0)(report.seconds)})`, (0,markdown_text/* fenced */.OF)(lines.join('\n')));
}
function cut(text, most) {
    return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

// EXTERNAL MODULE: ./build/reports/report.js
var reports_report = __webpack_require__(7304);
// EXTERNAL MODULE: ./build/reports/style.js
var style = __webpack_require__(2545);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
;// CONCATENATED MODULE: ./build/github/api.js
/** Calls to GitHub that survive a bad moment, and say in one line what a missing permission costs. */

function connect(token) {
    return (0,github/* getOctokit */.Q)(token);
}
const attempts = 4;
const longestWaitSeconds = 60;
/**
 * Repeats a call that failed for a reason that passes: 5xx, 429 and secondary rate limits, waiting as GitHub asks. A call
 * that creates something gives `find`: after a failure that may have happened too late, what exists is looked for first.
 */
async function persist(call, options = {}) {
    const sleep = options.sleep ?? ((seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)));
    for (let attempt = 1;; attempt += 1) {
        try {
            return await call();
        }
        catch (error) {
            const wait = secondsToWait(error, attempt);
            if (wait === undefined || attempt >= attempts)
                throw error;
            await sleep(wait);
            const found = statusOf(error) >= 500 ? await options.find?.() : undefined;
            if (found !== undefined)
                return found;
        }
    }
}
/** Undefined when trying again would not help. */
function secondsToWait(error, attempt) {
    const status = statusOf(error);
    const headers = headersOf(error);
    const asked = Number(headers['retry-after']);
    const limited = status === 429 ||
        (status === 403 && (Number.isFinite(asked) || headers['x-ratelimit-remaining'] === '0'));
    if (limited)
        return Math.min(longestWaitSeconds, Number.isFinite(asked) && asked > 0 ? asked : 15);
    return status >= 500 || status === 0 ? Math.min(longestWaitSeconds, 2 ** (attempt - 1)) : undefined;
}
/** 0 when there was no answer at all. */
function statusOf(error) {
    return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
        ? error.status
        : 0;
}
function headersOf(error) {
    if (typeof error !== 'object' || error === null || !('response' in error))
        return {};
    const { response } = error;
    if (typeof response !== 'object' || response === null || !('headers' in response))
        return {};
    return (response.headers ?? {});
}
/** What was lost, and which permission would bring it back: one line for the log, the comment and the summary. */
function lossOf(what, permission, error) {
    const status = statusOf(error);
    if (status === 401)
        return `${what} was not written: GitHub refused the token`;
    if (status === 403 || status === 404)
        return `${what} was not written: the job needs \`permissions: { ${permission}: write }\``;
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return `${what} was not written: ${reason}`;
}

;// CONCATENATED MODULE: ./build/github/check-runs.js
/** Check runs on the commit a run is about: one for each gate, and an umbrella that can be required. */

/** GitHub's limits. */
const checkTextLimit = 65_535;
const annotationsPerRequest = 50;
class CheckRuns {
    /** Created and not completed yet: what `post:` has to close if nobody else does. */
    open = new Map();
    #octokit;
    #trigger;
    constructor(octokit, trigger, open = []) {
        this.#octokit = octokit;
        this.#trigger = trigger;
        for (const check of open)
            this.open.set(check.name, check);
    }
    /** `name` is the contract that branch protection knows: it never holds a value or a threshold. */
    async create(name, status, text) {
        const external_id = `${this.#trigger.key}/${name}`.slice(0, 255);
        const create = async () => {
            const { data } = await this.#octokit.rest.checks.create({
                ...this.#place(),
                name,
                head_sha: this.#trigger.sha,
                status,
                external_id,
                details_url: this.#trigger.url,
                output: { title: text.title, summary: text.summary },
            });
            return data.id;
        };
        const find = async () => {
            const { data } = await this.#octokit.rest.checks.listForRef({
                ...this.#place(),
                ref: this.#trigger.sha,
                check_name: name,
            });
            return data.check_runs.find((check) => check.external_id === external_id)?.id;
        };
        this.open.set(name, { id: await persist(create, { find }), name });
    }
    /** Nothing happens for a check that was never created. */
    async complete(name, conclusion, text) {
        const check = this.open.get(name);
        if (!check)
            return;
        const annotations = [...(text.annotations ?? [])];
        const update = (batch, last) => persist(() => this.#octokit.rest.checks.update({
            ...this.#place(),
            check_run_id: check.id,
            ...(last ? { status: 'completed', conclusion } : {}),
            output: {
                title: text.title,
                summary: text.summary,
                ...(batch.length > 0 ? { annotations: [...batch] } : {}),
            },
        }));
        // GitHub appends the annotations of each request.
        while (annotations.length > annotationsPerRequest)
            await update(annotations.splice(0, annotationsPerRequest), false);
        await update(annotations, true);
        this.open.delete(name);
    }
    #place() {
        return { owner: this.#trigger.owner, repo: this.#trigger.repository };
    }
}

;// CONCATENATED MODULE: ./build/github/comment.js
/** The one comment of a workflow on a pull request, found again by its marker and edited in place. */

/** GitHub's limit for a comment, in UTF-16 units. */
const commentLimit = 65_536;
class StickyComment {
    #octokit;
    #trigger;
    #marker;
    #id;
    #written;
    constructor(octokit, trigger, workflow, id) {
        this.#octokit = octokit;
        this.#trigger = trigger;
        this.#marker = `<!-- ml-workflow: ${workflow.replace(/[^A-Za-z0-9._ -]/g, '_')} -->`;
        this.#id = id;
    }
    get id() {
        return this.#id;
    }
    /** How long a text may be, beside the marker. */
    get room() {
        return commentLimit - this.#marker.length - 1;
    }
    /** Writes the text, if it differs from what was last written. */
    async write(text) {
        if (text === this.#written)
            return;
        const body = `${this.#marker}\n${text}`;
        this.#id ??= await this.#find();
        if (this.#id !== undefined && (await this.#edit(this.#id, body))) {
            this.#written = text;
            return;
        }
        const place = this.#place();
        const create = async () => (await this.#octokit.rest.issues.createComment({ ...place, body })).data.id;
        this.#id = await persist(create, { find: () => this.#find() });
        this.#written = text;
    }
    /** False when the comment is gone or not ours to edit: then a new one is written. */
    async #edit(id, body) {
        const { owner, repo } = this.#place();
        try {
            await persist(() => this.#octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }));
            return true;
        }
        catch (error) {
            if (statusOf(error) === 404)
                return false;
            throw error;
        }
    }
    /** By marker and author: a person who quotes our comment must not make us edit theirs. */
    async #find() {
        const pages = this.#octokit.paginate.iterator(this.#octokit.rest.issues.listComments, {
            ...this.#place(),
            per_page: 100,
        });
        for await (const { data } of pages) {
            const own = data.find(({ body, user }) => user?.type === 'Bot' && body?.startsWith(this.#marker));
            if (own)
                return own.id;
        }
        return undefined;
    }
    #place() {
        const { owner, repository, pull } = this.#trigger;
        return { owner, repo: repository, issue_number: pull.number };
    }
}

// EXTERNAL MODULE: ./build/reports/mermaid.js
var mermaid = __webpack_require__(7783);
;// CONCATENATED MODULE: ./build/github/reporter.js







/** Between two edits of the comment while a run goes on: the first soon, then rarer. */
const editSeconds = [15, 30, 60, 120, 300];
function umbrellaName(plan) {
    return `ml / ${plan.name}`;
}
class GitHubReporter {
    /** What could not be written, one line each; said in what still can be. */
    lost = [];
    #options;
    #gateNames;
    #state;
    /** GitHub is told one thing at a time, in the order of the run. */
    #queue = Promise.resolve();
    #edits = 0;
    #timer;
    constructor(options) {
        this.#options = options;
        this.#gateNames = gateNames(options.plan);
    }
    /** Creates what the run will fill in, before anything runs. */
    async open() {
        const { plan, checks, saved } = this.#options;
        const started = { title: 'running', summary: `\`${plan.name}\` is running.` };
        await this.#try('the check run', 'checks', async () => {
            await checks.create(umbrellaName(plan), 'in_progress', started);
            saved();
            for (const name of this.#gateNames.values()) {
                await checks.create(name, 'queued', {
                    title: 'not asked yet',
                    summary: 'The run has not reached this gate.',
                });
                saved();
            }
        });
    }
    event(event, state) {
        this.#state = state;
        if (event.type === 'run-started')
            this.#enqueue(() => this.#writeComment());
        if (event.type === 'gate-decided')
            this.#enqueue(() => this.#completeGate(event, state));
        if (event.type !== 'run-concluded')
            this.#schedule();
    }
    async concluded() {
        clearTimeout(this.#timer);
        await this.#queue;
        const state = this.#state;
        if (!state?.conclusion)
            return;
        await closeChecks(this.#options, this.#gateNames, state, this.lost);
        this.#options.saved();
        await this.#writeComment();
    }
    #schedule() {
        if (!this.#options.comment || this.#timer)
            return;
        const seconds = editSeconds[Math.min(this.#edits, editSeconds.length - 1)] ?? 300;
        this.#timer = setTimeout(() => {
            this.#timer = undefined;
            this.#edits += 1;
            this.#enqueue(() => this.#writeComment());
        }, seconds * 1000);
        this.#timer.unref();
    }
    #enqueue(task) {
        this.#queue = this.#queue.then(task);
    }
    async #completeGate(gate, state) {
        const name = this.#gateNames.get(gate.gate);
        if (name === undefined)
            return;
        await this.#try("a gate's check run", 'checks', () => this.#options.checks.complete(name, gateConclusion(gate, state, this.#options.trigger), gateText(gate)));
        this.#options.saved();
    }
    async #writeComment() {
        const { comment, trigger, now } = this.#options;
        const state = this.#state;
        if (!comment || !state)
            return;
        const text = commentText((0,reports_report.reportOf)(state, now()), state, trigger, comment.room, this.lost);
        await this.#try('the comment', 'pull-requests', () => comment.write(text));
        this.#options.saved();
    }
    async #try(what, permission, task) {
        try {
            await task();
        }
        catch (error) {
            const loss = lossOf(what, permission, error);
            if (!this.lost.includes(loss))
                this.lost.push(loss);
        }
    }
}
function commentText(report, state, trigger, limit, lost) {
    return markdownReport(report, {
        flowchart: flowchartOf(state),
        sha: trigger.sha,
        url: trigger.url,
        limit,
        lost,
    });
}
function flowchartOf(state) {
    return (0,mermaid.flowchart)(state.plan, (node, arm) => arm === undefined ? (0,reports_report/* statusOf */.c2)(state, node) : (0,reports_report/* gateStatus */._O)(state, node, arm));
}
/** Completes every check run that is still open: gates that nobody asked, and the umbrella. */
async function closeChecks(options, names, state, lost) {
    const { plan, trigger, checks, now } = options;
    const report = (0,reports_report.reportOf)(state, now());
    const cancelled = report.decision === 'cancelled' || report.decision === undefined;
    try {
        for (const name of names.values()) {
            const title = 'not asked';
            await checks.complete(name, cancelled ? 'cancelled' : 'skipped', {
                title,
                summary: `The run ended without asking this gate: ${(0,markdown_text/* sentence */.em)(report.reason)}.`,
            });
        }
        const summary = markdownReport(report, { sha: trigger.sha, url: trigger.url, limit: checkTextLimit });
        await checks.complete(umbrellaName(plan), umbrellaConclusion(report.decision, trigger), {
            title: verdictTitle(report),
            summary,
        });
    }
    catch (error) {
        const loss = lossOf('the check run', 'checks', error);
        if (!lost.includes(loss))
            lost.push(loss);
    }
}
/**
 * One name for each gate, made of what it compares and never of thresholds, so that it can be required by name:
 * `ml / sweep / gate best-acc`. Equal ones are numbered in the order of the chain.
 */
function gateNames(plan) {
    const names = new Map();
    const used = new Map();
    for (const node of plan.nodes) {
        const gates = node.kind === 'branch' ? node.arms.map(({ gate }) => gate) : node.kind === 'require' ? [node.gate] : [];
        for (const { id, expression } of gates) {
            const what = [...new Set(namesIn(expression))].join(', ').slice(0, 80) || 'condition';
            const base = `ml / ${plan.name} / gate ${what}`;
            const count = (used.get(base) ?? 0) + 1;
            used.set(base, count);
            names.set(id, count === 1 ? base : `${base} ${count}`);
        }
    }
    return names;
}
function namesIn(expression) {
    switch (expression.kind) {
        case 'metric':
            return [expression.written];
        case 'variable':
            return [`$${expression.name}`];
        case 'not':
        case 'negative':
            return namesIn(expression.operand);
        case 'binary':
            return [...namesIn(expression.left), ...namesIn(expression.right)];
        default:
            return [];
    }
}
function gateConclusion(gate, state, trigger) {
    if (gate.outcome === 'met')
        return 'success';
    if (gate.outcome === 'error')
        return 'failure';
    const node = state.byId.get(gate.node);
    if (node?.kind === 'require')
        return 'failure';
    const handled = node?.kind === 'branch' && (node.otherwise !== null || node.arms.length > gate.arm + 1);
    return handled || !trigger.pull ? 'neutral' : 'failure';
}
function gateText(gate) {
    const from = gate.operands.flatMap(({ written, value, source, samples }) => [
        `- ${(0,markdown_text/* code */.aY)(written)} = ${value === undefined ? 'not measured' : value}${samples === undefined ? '' : `, n = ${samples}`}${source === undefined ? '' : `, from ${(0,markdown_text/* code */.aY)(source)}`}`,
    ]);
    const notes = [gate.reason, gate.remark].filter((note) => note !== undefined);
    return {
        title: `${words/* gateWords */.DO[gate.outcome]}: ${gate.sum}`.slice(0, 255),
        summary: [`${(0,markdown_text/* code */.aY)(gate.text)}: **${words/* gateWords */.DO[gate.outcome]}**`, '', ...from, '', ...notes]
            .join('\n')
            .slice(0, checkTextLimit),
    };
}
function umbrellaConclusion(decision, trigger) {
    switch (decision) {
        case 'passed':
            return 'success';
        case 'handled':
            return 'neutral';
        case 'not-met':
            return trigger.pull ? 'failure' : 'neutral';
        case 'failed':
            return 'failure';
        case 'cancelled':
        case undefined:
            return 'cancelled';
    }
}

;// CONCATENATED MODULE: ./build/github/job.js
/** One job's place on GitHub: what a run is reported to there, and what is closed when the job ends before the run. */












/** GitHub drops a step summary over 1 MiB; UTF-16 units take up to three bytes each. */
const summaryLimit = 300_000;
async function jobReporters(plan, inputs, trigger, job) {
    const log = new lines.EventLines((line) => core/* info */.pq(line), (0,style/* styleFor */.j9)({}, false), { output: true });
    if (inputs.token === '')
        return { reporters: [log], lost: () => ['nothing was written to GitHub: `token` is empty'] };
    const octokit = connect(inputs.token);
    const checks = new CheckRuns(octokit, trigger);
    const comment = inputs.comment ? stickyComment(octokit, trigger, plan.name) : undefined;
    const reporter = new GitHubReporter({
        plan,
        trigger,
        checks,
        comment,
        now: job.now,
        saved: () => {
            job.save('check_runs', JSON.stringify([...checks.open.values()]));
            if (comment?.id !== undefined)
                job.save('comment', String(comment.id));
        },
    });
    await reporter.open();
    return { reporters: [log, reporter], lost: () => reporter.lost };
}
function stickyComment(octokit, trigger, workflow, id) {
    const { pull } = trigger;
    return pull ? new StickyComment(octokit, { ...trigger, pull }, workflow, id) : undefined;
}
async function writeSummary(report, state, trigger, lost) {
    const options = { flowchart: flowchartOf(state), sha: trigger.sha, limit: summaryLimit, lost };
    await core/* summary */.z.addRaw(markdownReport(report, options), true).write();
}
/** Returns what could not be written. */
async function writeInvalidCheck(name, reason, text, diagnostics, token, trigger) {
    await core/* summary */.z
        .addRaw(`## ❌ ${name.replace(/[^\w.-]/g, '_')}: ${reason}\n\n${(0,markdown_text/* fenced */.OF)(text)}`, true)
        .write();
    if (token === '')
        return [];
    const checks = new CheckRuns(connect(token), trigger);
    const check = `ml / ${name.slice(0, 100)}`;
    const summary = (0,markdown_text/* fenced */.OF)(text.slice(0, 60_000));
    try {
        await checks.create(check, 'in_progress', { title: reason, summary });
        await checks.complete(check, 'failure', {
            title: reason,
            summary,
            annotations: diagnostics.flatMap(annotation),
        });
        return [];
    }
    catch (error) {
        return [lossOf('the check run', 'checks', error)];
    }
}
function annotation(diagnostic) {
    const { file, line, column, endColumn } = (0,source/* placeOf */.$t)(diagnostic.source, diagnostic.span);
    if (file.startsWith('<'))
        return [];
    const levels = { error: 'failure', warning: 'warning', notice: 'notice' };
    return [
        {
            path: file,
            start_line: line,
            end_line: line,
            start_column: column,
            end_column: Math.max(column, endColumn - 1),
            annotation_level: levels[diagnostic.severity],
            title: diagnostic.code,
            message: diagnostic.help === undefined ? diagnostic.message : `${diagnostic.message}\n${diagnostic.help}`,
        },
    ];
}
/** What main could not finish: concludes the run in memory, and tells GitHub. */
async function closeAbandoned(abandoned) {
    const { state, token, trigger, now, say } = abandoned;
    const { plan } = state;
    if (!state.conclusion) {
        const reason = 'the job ended before the run did';
        (0,evolve/* evolve */.s)(state, {
            seq: state.seq + 1,
            at: now(),
            type: 'run-concluded',
            decision: 'cancelled',
            reasonCode: 'cancelled',
            reason,
        });
        state.settlement ??= { is: 'stopped' };
    }
    await writeSummary((0,reports_report.reportOf)(state, now()), state, trigger, []);
    if (token === '')
        return;
    const octokit = connect(token);
    const checks = new CheckRuns(octokit, trigger, openChecks(abandoned.checkRuns));
    const lost = [];
    await closeChecks({ plan, trigger, checks, now }, gateNames(plan), state, lost);
    const id = Number(abandoned.comment);
    const comment = abandoned.wantsComment
        ? stickyComment(octokit, trigger, plan.name, id > 0 ? id : undefined)
        : undefined;
    try {
        await comment?.write(commentText((0,reports_report.reportOf)(state, now()), state, trigger, comment.room, lost));
    }
    catch (error) {
        lost.push(lossOf('the comment', 'pull-requests', error));
    }
    for (const loss of lost)
        say(loss);
}
function openChecks(json) {
    const parsed = json === '' ? [] : JSON.parse(json);
    if (!Array.isArray(parsed))
        return [];
    return parsed.flatMap((check) => {
        if (typeof check !== 'object' || check === null || !('id' in check) || !('name' in check))
            return [];
        return typeof check.id === 'number' && typeof check.name === 'string'
            ? [{ id: check.id, name: check.name }]
            : [];
    });
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
/* harmony import */ var _event_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7227);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3611);


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
        const line = (0,_event_line_js__WEBPACK_IMPORTED_MODULE_0__/* .eventLine */ .V)(event, state, this.#style);
        if (line !== undefined)
            this.#write(harmless(line));
    }
    output(node, line) {
        if (!this.#showsOutput)
            return;
        this.#write(`    ${this.#style.dim(`${this.#titles.get(node) ?? node} │`)} ${harmless((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(line))}`);
    }
}
/** A line that begins with `::`, or holds `##[`, would be obeyed by GitHub's runner; a training's log must not be. */
function harmless(line) {
    return line.replace(/##\[/g, '# #[').replace(/^(\s*)::/, '$1: :');
}


/***/ }),

/***/ 3611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ fold),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** Foreign text in GitHub's Markdown: shown as it is, unable to mention, link, format or end what it stands in. */
/** Terminal escapes, other control characters, and the marks that turn text around, which hide what a line says. */
const hidden = 
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
/\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
function visible(text) {
    return text.replace(hidden, '');
}
/** A code span; nothing in it is read as Markdown, HTML or a mention. */
function code(text) {
    const clean = visible(text)
        .replace(/\s*\n\s*/g, ' ')
        .trim();
    if (clean === '')
        return '` `';
    const fence = '`'.repeat(longestRun(clean) + 1);
    const pad = clean.startsWith('`') || clean.endsWith('`') ? ' ' : '';
    return `${fence}${pad}${clean}${pad}${fence}`;
}
/** A fenced block, whose fence is longer than any in the text. */
function fenced(text, language = 'text') {
    const clean = visible(text);
    const fence = '`'.repeat(Math.max(3, longestRun(clean) + 1));
    return `${fence}${language}\n${clean}\n${fence}`;
}
/** Plain prose: every sign that means something to Markdown or HTML becomes an entity. */
function prose(text) {
    return visible(text)
        .replace(/\s*\n\s*/g, ' ')
        .replace(/[\\`*_[\]<#|~@&$]|:(?=\/)/g, (character) => `&#${character.charCodeAt(0)};`);
}
/** A sentence of ours, in which names stand in backticks: those become code, the rest prose. */
function sentence(text) {
    const pieces = visible(text).split('`');
    if (pieces.length % 2 === 0)
        return code(text);
    return pieces.map((piece, index) => (index % 2 === 0 ? prose(piece) : code(piece))).join('');
}
function table(header, rows, align = []) {
    const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    const rule = `|${header.map((_, column) => (align[column] === 'right' ? ' ---: ' : ' --- ')).join('|')}|`;
    return [line(header), rule, ...rows.map(line)].join('\n');
}
/** A fold that is closed until someone opens it. `summary` is HTML: only signs and `<code>` of ours, text by `htmlCode`. */
function fold(summary, body) {
    return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
function htmlCode(text) {
    const clean = visible(text)
        .replace(/\s*\n\s*/g, ' ')
        .replace(/[&<>"'@#]/g, (character) => `&#${character.charCodeAt(0)};`);
    return `<code>${clean}</code>`;
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}


/***/ }),

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

/***/ 2545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ paintWith),
/* harmony export */   VL: () => (/* binding */ width),
/* harmony export */   j9: () => (/* binding */ styleFor)
/* harmony export */ });
function styleFor(environment, isTerminal) {
    const forced = environment.FORCE_COLOR;
    const refused = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
    const coloured = forced !== undefined && forced !== '0' ? true : isTerminal && !refused;
    const wrap = (open, close) => (text) => coloured && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
    return {
        bold: wrap(1, 22),
        dim: wrap(2, 22),
        red: wrap(31, 39),
        green: wrap(32, 39),
        yellow: wrap(33, 39),
        cyan: wrap(36, 39),
        coloured,
    };
}
function paintWith(style) {
    return (kind, text) => {
        switch (kind) {
            case 'error':
                return style.bold(style.red(text));
            case 'warning':
                return style.bold(style.yellow(text));
            case 'notice':
                return style.bold(style.cyan(text));
            case 'dim':
                return style.dim(text);
            case 'bold':
                return style.bold(text);
        }
    };
}
/** Columns a text takes; every sign we print is one wide. */
function width(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences take no room
    return [...text.replace(/\u001b\[[0-9;]*m/g, '')].length;
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
