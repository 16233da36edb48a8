export const id = 1871;
export const ids = [1871,548,3710];
export const modules = {

/***/ 10548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ askApproval),
/* harmony export */   askLine: () => (/* binding */ askLine)
/* harmony export */ });
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26848);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98213);
/** Asks the person at the terminal: for an approval, or for a line. */


/** Rejects when nobody answers: the input has ended, or the question no longer stands. */
async function askApproval(label, signal) {
    const lines = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: process.stdin, output: process.stdout, terminal: true });
    // In its raw mode the terminal sends Ctrl-C as a character: it still means the run.
    lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    const ended = new Promise((_resolve, reject) => {
        lines.once('close', () => reject(new Error('the input has ended')));
    });
    try {
        for (;;) {
            const answer = await Promise.race([
                lines.question(`  ? approve \`${label}\`? [y/n] `, { signal }),
                ended,
            ]);
            if (/^\s*y(?:es)?\s*$/i.test(answer))
                return true;
            if (/^\s*no?\s*$/i.test(answer))
                return false;
        }
    }
    finally {
        // Whoever waits for the end of the input no longer does.
        ended.catch(() => { });
        lines.close();
    }
}
/** What is answered, or `usual` for an empty line. Rejects with a `UsageError` when the input has ended. */
async function askLine(question, usual) {
    const lines = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: process.stdin, output: process.stdout, terminal: true });
    lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    const ended = new Promise((_resolve, reject) => {
        lines.once('close', () => reject(new _arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('the input has ended', '`--yes` asks nothing')));
    });
    try {
        const shown = usual === '' ? '' : ` [${usual}]`;
        const answer = await Promise.race([lines.question(`  ? ${question}${shown}: `), ended]);
        return answer.trim() === '' ? usual : answer.trim();
    }
    finally {
        ended.catch(() => { });
        lines.close();
    }
}


/***/ }),

/***/ 41871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  viewFor: () => (/* binding */ viewFor)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/reports/lines.js
var reports_lines = __webpack_require__(23987);
// EXTERNAL MODULE: ./build/engine/evaluate.js
var evaluate = __webpack_require__(62516);
// EXTERNAL MODULE: ./build/engine/pods.js
var pods = __webpack_require__(30835);
// EXTERNAL MODULE: ./build/engine/state.js
var state = __webpack_require__(80306);
// EXTERNAL MODULE: ./build/reports/event-line.js + 1 modules
var event_line = __webpack_require__(53710);
// EXTERNAL MODULE: ./build/reports/percent.js
var percent = __webpack_require__(86373);
// EXTERNAL MODULE: ./build/reports/pods.js
var reports_pods = __webpack_require__(67694);
// EXTERNAL MODULE: ./build/reports/style.js
var reports_style = __webpack_require__(22545);
// EXTERNAL MODULE: ./build/reports/words.js
var reports_words = __webpack_require__(68013);
;// CONCATENATED MODULE: ./build/reports/live.js
/** The live view of a run in a terminal: finished elements stay as lines, what runs is redrawn below them. */








const redrawMilliseconds = 100;
const barWidth = 20;
class LiveView {
    #screen;
    #style;
    #now;
    #running = new Map();
    /** Retries and waits whose time has not come. */
    #sleeping = new Map();
    /** With the time of its last event, and when that came by the clock of the screen. */
    #run;
    #waiting = 0;
    #drawn = 0;
    /** Lines that come while it is paused. */
    #held;
    #timer;
    /** `now`: milliseconds of any steady clock. */
    constructor(screen, style, now) {
        this.#screen = screen;
        this.#style = style;
        this.#now = now;
    }
    event(event, state) {
        this.#run = { state, at: Date.parse(event.at), seen: this.#now() };
        // A bill may come when all is over.
        const isLate = event.type.startsWith('pod-') && state.conclusion !== undefined;
        if (!this.#timer && !isLate) {
            if (event.type !== 'run-started')
                this.#print((0,event_line/* goesOnLine */.q)(state, this.#style));
            this.#begin();
        }
        if (event.type === 'unit-started') {
            const title = state.byId.get(event.node)?.title ?? event.node;
            this.#running.set(event.node, { title, since: this.#now(), waitsForPod: needsPod(state, event.node) });
        }
        if (event.type === 'unit-placed') {
            const running = this.#running.get(event.node);
            if (running)
                Object.assign(running, { placed: this.#now(), waitsForPod: false });
        }
        if (event.type === 'unit-succeeded' || event.type === 'unit-failed' || event.type === 'unit-interrupted')
            this.#running.delete(event.node);
        this.#takeSleeping(event, state);
        this.#waiting = [...state.ready.values()].reduce((sum, set) => sum + set.size, 0);
        const isDrawn = event.type === 'unit-started' || event.type === 'unit-placed';
        const line = isDrawn ? undefined : (0,event_line/* eventLine */.V)(event, state, this.#style);
        if (line !== undefined)
            this.#print(line);
        if (isLate)
            this.#erase();
        if (event.type === 'run-concluded')
            this.#end();
    }
    /** While somebody else writes to the screen, such as a question and its answer. */
    pause() {
        this.#erase();
        this.#held ??= [];
    }
    goOn() {
        const lines = this.#held ?? [];
        this.#held = undefined;
        for (const line of lines)
            this.#print(line);
        this.#draw();
    }
    progress(node, progress) {
        const running = this.#running.get(node);
        if (running)
            running.progress = progress;
    }
    load(node, load) {
        const running = this.#running.get(node);
        if (running)
            running.load = load;
    }
    notice(text) {
        this.#print((0,event_line.noticeLine)(text, this.#style));
        // Nothing redraws it any more.
        if (!this.#timer)
            this.#erase();
    }
    /** By the clock of the screen: the run's own may have been set in between. */
    #takeSleeping(event, state) {
        for (const id of this.#sleeping.keys())
            if (!state.sleeping.has(id))
                this.#sleeping.delete(id);
        for (const id of state.sleeping) {
            if (this.#sleeping.has(id))
                continue;
            const timer = state.timers.find(({ node, what }) => node === id && what !== 'timeout');
            const left = timer === undefined ? 0 : timer.at - Date.parse(event.at);
            this.#sleeping.set(id, { title: state.byId.get(id)?.title ?? id, until: this.#now() + left });
        }
    }
    #begin() {
        this.#timer ??= setInterval(() => this.#draw(), redrawMilliseconds);
        this.#timer.unref();
    }
    #end() {
        clearInterval(this.#timer);
        this.#timer = undefined;
        if (this.#held)
            this.goOn();
        this.#erase();
    }
    #print(line) {
        if (this.#held) {
            this.#held.push(line);
            return;
        }
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
        if (this.#held)
            return;
        const most = Math.max(1, this.#screen.rows - 4);
        const running = [...this.#running.values()];
        const titleWidth = Math.max(0, ...running.slice(0, most).map(({ title }) => (0,reports_style/* width */.VL)(title)));
        const lines = running.slice(0, most).map((one) => this.#line(one, Math.min(titleWidth, 36)));
        for (const { title, until } of this.#sleeping.values()) {
            const left = Math.max(0, Math.ceil((until - this.#now()) / 1000));
            lines.push(`  ${this.#style.yellow('⧖')} ${title}  ${this.#style.dim(`in ${(0,reports_words/* wholeDuration */.ui)(left)}`)}`);
        }
        const hidden = running.length - Math.min(running.length, most) + this.#waiting;
        if (hidden > 0)
            lines.push(this.#style.dim(`  · ${hidden} more waiting`));
        const money = this.#moneyLine();
        if (money !== undefined)
            lines.push(money);
        this.#erase();
        // One write for the whole area, so that it does not flicker. A line must not wrap, or erasing would miss it: it is
        // cut, and wrapping is off while it is written, because terminals differ in what they take for wide.
        this.#screen.write(`\u001b[?7l${lines.map((line) => `${(0,reports_style/* cutTo */.yd)(line, this.#screen.columns - 1)}\n`).join('')}\u001b[?7h`);
        this.#drawn = lines.length;
    }
    /** What is paid for now. */
    #moneyLine() {
        const alive = this.#run && (0,reports_pods/* aliveWords */.LE)(this.#run.state);
        if (!this.#run || alive === undefined)
            return undefined;
        const { state, at, seen } = this.#run;
        const rate = [...state.pods.values()].reduce((sum, pod) => sum + ((0,pods/* isAlive */._n)(pod) ? pod.price : 0), 0);
        const { spent, cap } = (0,reports_pods/* moneyOf */.a5)(state, at + this.#now() - seen);
        const of = cap === undefined ? 'so far' : `of ${(0,reports_pods/* cost */.y)(cap)}`;
        return `  ${this.#style.yellow('$')} ${alive}  ${this.#style.dim(`${(0,reports_pods/* hourly */.iC)(rate)}  ${(0,reports_pods/* cost */.y)(spent)} ${of}`)}`;
    }
    #line({ title, since, placed, waitsForPod, progress, load }, titleWidth) {
        const style = this.#style;
        const elapsed = (this.#now() - since) / 1000;
        const name = (0,reports_style/* padded */.jC)((0,reports_style/* cutTo */.yd)(title, titleWidth), titleWidth);
        const head = `  ${style.cyan('▸')} ${name}`;
        const busy = loadWords(load);
        if (!progress) {
            const notes = [(0,reports_words/* duration */.p0)(elapsed), ...(waitsForPod ? ['waits for a pod'] : []), ...busy];
            return `${head}  ${style.dim(notes.join('  '))}`;
        }
        const numbers = [
            ...busy,
            ...Object.entries(progress.metrics)
                .slice(0, 3)
                .map(([metric, value]) => `${metric} ${(0,evaluate/* shortNumber */.In)(value)}`),
        ].join('  ');
        if (progress.of === undefined)
            return `${head}  ${progress.done}  ${style.dim(`${numbers}  ${(0,reports_words/* duration */.p0)(elapsed)}`)}`;
        const share = Math.min(1, progress.done / Math.max(1, progress.of));
        const filled = Math.round(share * barWidth);
        const worked = (this.#now() - (placed ?? since)) / 1000;
        const left = progress.done > 0 ? (worked / progress.done) * (progress.of - progress.done) : undefined;
        const bar = style.green('━'.repeat(filled)) + style.dim('─'.repeat(barWidth - filled));
        const eta = left === undefined ? '' : `${(0,reports_words/* duration */.p0)(left)} left`;
        return `${head}  ${bar}  ${`${progress.done}/${progress.of}`.padStart(7)}  ${eta.padEnd(10)}  ${style.dim(numbers)}`;
    }
}
function needsPod({ plan, byId }, id) {
    const node = byId.get(id);
    return node?.kind === 'unit' && plan.targets?.[(0,state/* targetOf */.$r)(plan, node)]?.kind === 'runpod';
}
function loadWords({ gpu, gpuMemory, memory } = {}) {
    if (gpu !== undefined)
        return [`gpu ${(0,percent/* percent */.K)(gpu)}`];
    if (gpuMemory !== undefined)
        return [`gpu memory ${(0,percent/* percent */.K)(gpuMemory)}`];
    return memory === undefined ? [] : [`memory ${(0,percent/* percent */.K)(memory)}`];
}

// EXTERNAL MODULE: ./build/reports/report.js + 2 modules
var reports_report = __webpack_require__(34859);
// EXTERNAL MODULE: ./build/reports/status.js
var reports_status = __webpack_require__(26724);
;// CONCATENATED MODULE: ./build/reports/terminal-pods.js
/** The pods of a run in a terminal: what they came to, and one line each. */



/** More are in the run's own files. */
const mostLines = 40;
/** `project`: the options that reach it, as a person types them. */
function podBlock(report, style, columns, project = '') {
    const { pods = [], money, decision } = report;
    if (!money)
        return [];
    const isOver = decision !== undefined;
    const left = isOver ? (0,reports_pods/* leftOver */.WL)(pods) : [];
    const paint = left.length > 0 ? style.red : (text) => text;
    const made = pods.filter(({ status }) => status !== 'refused');
    // What may still cost money is never among those left out.
    const shown = [...made]
        .sort((a, b) => Number(left.includes(b)) - Number(left.includes(a)))
        .slice(0, mostLines);
    const hidden = made.length - shown.length;
    return [
        `  ${paint(`pods: ${(0,reports_pods/* podsSentence */.wf)(pods, money, isOver)}`)}`,
        ...table(made.filter((pod) => shown.includes(pod)), style, columns, left),
        ...(hidden === 0 ? [] : [style.dim(`    ${hidden} more are in the report as JSON`)]),
        ...left.flatMap((pod) => [
            `  ${style.red(style.bold('✗'))} ${style.red(`${pod.name} ${(0,reports_pods/* leftWords */.D9)(pod)}`)}`,
        ]),
        ...(left.length === 0
            ? []
            : [
                `    ${style.bold(`${(0,reports_pods/* reapWords */.Ye)(report.run)}${project}`)}   ${style.dim('ends it, and looks whether it is gone')}`,
            ]),
    ];
}
const signs = {
    'asked-for': '?',
    starting: '▸',
    ready: '▸',
    ended: '✓',
    unproven: '✗',
    refused: '○',
};
/** Columns of the table. */
const notes = 7;
/** `ready after`, `lived` and `price`, in the order in which they are left out. */
const lessNeeded = [3, 4, 5];
function table(pods, style, columns, left) {
    const header = ['', 'for', 'offer', 'ready after', 'lived', 'price', 'cost', ''];
    const rows = pods.map((pod) => [
        signs[pod.status],
        pod.scope,
        pod.offer,
        pod.ready_after === undefined ? 'never' : (0,reports_words/* duration */.p0)(pod.ready_after),
        (0,reports_words/* duration */.p0)(pod.seconds),
        (0,reports_pods/* hourly */.iC)(pod.price),
        (0,reports_pods/* cost */.y)(pod.dollars),
        (0,reports_pods/* podNotes */.n5)(pod).join('; '),
    ]);
    if (rows.length === 0)
        return [];
    const widths = header.map((_, column) => [header, ...rows].reduce((most, row) => Math.max(most, (0,reports_style/* width */.VL)(row[column] ?? '')), 0));
    // What a pod has cost is said on a narrow terminal too, with the beginning of a note: other numbers give way.
    const hidden = new Set();
    const note = Math.min(20, widths[notes] ?? 0);
    const room = columns - 5 - (note === 0 ? 0 : note + 2);
    for (const column of lessNeeded)
        if (widthOf(widths, hidden) > room)
            hidden.add(column);
    const line = (cells) => (0,reports_style/* cutTo */.yd)(cells
        .flatMap((cell, column) => {
        if (hidden.has(column))
            return [];
        const whole = widths[column] ?? 0;
        // Numbers stand right.
        return column > 2 && column < notes ? ' '.repeat(whole - (0,reports_style/* width */.VL)(cell)) + cell : (0,reports_style/* padded */.jC)(cell, whole);
    })
        .join('  ')
        .trimEnd(), columns - 5);
    return [
        `    ${style.dim(line(header))}`,
        ...rows.map((cells, index) => {
            const pod = pods[index];
            const text = line(cells);
            return `    ${pod && left.includes(pod) ? style.red(text) : text}`;
        }),
    ];
}
/** Of a line without its note. */
function widthOf(widths, hidden) {
    const shown = widths.filter((_, column) => column !== notes && !hidden.has(column));
    return shown.reduce((sum, one) => sum + one + 2, -2);
}

;// CONCATENATED MODULE: ./build/reports/terminal.js
/** The report at the end of a run in a terminal: the chain with what ran, the sweep, the gates, where the files are. */




function terminalReport(report, options) {
    const { style } = options;
    const blocks = [
        [headline(report, style), `  ${style.dim(report.reason)}`],
        stepLines(report.steps, options),
        ...report.sweeps.map((sweep) => sweepBlock(sweep, style, options.columns)),
        gateBlock(report, style),
        baseBlock(report, style),
        failureBlock(report, options),
        podBlock(report, style, options.columns, projectWords(options)),
        approvalBlock(report, options),
        nextBlock(report, options),
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
    waiting: 'cyan',
    cancelled: 'yellow',
};
const statusColours = {
    waiting: 'dim',
    running: 'cyan',
    succeeded: 'green',
    failed: 'red',
    handled: 'yellow',
    stopped: 'yellow',
    'not-met': 'yellow',
    skipped: 'dim',
};
const gateColours = {
    met: 'green',
    'not-met': 'yellow',
    inconclusive: 'yellow',
    error: 'red',
};
function headline(report, style) {
    const decision = report.decision ?? 'cancelled';
    const isDegraded = decision === 'passed' && report.degraded !== undefined;
    const colour = isDegraded ? style.yellow : style[decisionColours[decision]];
    const words = `${(0,reports_words/* verdictWords */.L2)(decision, report.reason_code)}${isDegraded ? ', degraded' : ''}`;
    return `${colour('●')} ${style.bold(report.workflow)}  ${colour(words)}  ${style.dim((0,reports_words/* duration */.p0)(report.seconds))}`;
}
function stepLines(steps, options) {
    // Not `Math.max(...)`: 100,000 steps are more arguments than a call takes.
    const widest = steps.reduce((most, { title, depth }) => Math.max(most, (0,reports_style/* width */.VL)(title) + depth * 2), 28);
    // On a narrow terminal the notes need the room more than the alignment does.
    const most = Math.max(16, Math.min(44, options.columns - 28));
    return steps.map((step) => stepLine(step, Math.min(widest, most), options));
}
function stepLine(step, titleWidth, { style, columns }) {
    const paint = style[statusColours[step.status]];
    const indent = '  '.repeat(step.depth + 1);
    const title = step.status === 'skipped'
        ? style.dim(step.title)
        : step.kind === 'gate'
            ? style.bold(step.title)
            : step.title;
    const gap = ' '.repeat(Math.max(1, titleWidth + 2 - step.depth * 2 - (0,reports_style/* width */.VL)(step.title)));
    const time = step.status === 'skipped' || step.seconds === undefined ? '' : (0,reports_words/* duration */.p0)(step.seconds);
    const note = step.status === 'skipped' ? 'skipped' : (step.note ?? '');
    const hasTime = step.kind !== 'gate' && time !== '';
    const room = columns - 1 - indent.length - 2 - (0,reports_style/* width */.VL)(step.title) - gap.length - (hasTime ? 11 : 0);
    const shownNote = (0,reports_style/* cutTo */.yd)(note, Math.max(10, room));
    const right = hasTime ? `${time.padStart(9)}  ${shownNote}`.trimEnd() : shownNote;
    return `${indent}${paint(reports_words/* statusSigns */.rq[step.status])} ${title}${right.trim() === '' ? '' : gap + style.dim(right)}`.trimEnd();
}
/** Without `columns` there is no end of a line. */
function sweepBlock(sweep, style, columns = Number.POSITIVE_INFINITY) {
    const [main] = sweep.metrics;
    const mains = sweep.rows.map(({ values }) => values[0]).filter((value) => typeof value === 'number');
    const lowest = Math.min(...mains);
    const highest = Math.max(...mains);
    const header = ['', ...sweep.config, ...sweep.metrics, 'time', main === undefined ? '' : main];
    const rows = sweep.rows.map((row) => {
        const value = row.values[0];
        return [
            row.best ? '★' : reports_words/* statusSigns */.rq[row.status],
            ...row.config,
            ...row.values.map((one) => (one === null ? '–' : (0,evaluate/* shortNumber */.In)(one))),
            row.seconds === undefined ? '' : (0,reports_words/* duration */.p0)(row.seconds),
            typeof value === 'number' ? (0,reports_words/* bar */.M0)(value, lowest, highest, 16) : (0,reports_style/* cutTo */.yd)(row.error ?? '', 40),
        ];
    });
    const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => (0,reports_style/* width */.VL)(row[column] ?? ''))));
    const line = (cells) => cells
        .map((cell, column) => {
        const padding = ' '.repeat((widths[column] ?? 0) - (0,reports_style/* width */.VL)(cell));
        const leftAligned = column === 0 || column === cells.length - 1;
        return leftAligned ? cell + padding : padding + cell;
    })
        .join('  ')
        .trimEnd();
    const cut = (text) => (0,reports_style/* cutTo */.yd)(text, columns - 3);
    // The bars only repeat the first number: a narrow terminal goes without them.
    const isNarrow = widths.reduce((sum, one) => sum + one + 2, 0) > columns;
    const shown = (cells, isBar) => cut(line(isNarrow && isBar ? [...cells.slice(0, -1), ''] : cells));
    return [
        `  ${style.dim(shown(header, true))}`,
        ...rows.map((cells, index) => {
            const row = sweep.rows[index];
            const text = shown(cells, typeof row?.values[0] === 'number');
            return `  ${row?.best ? style.green(text) : row?.status === 'failed' ? style.red(text) : text}`;
        }),
    ];
}
function gateBlock(report, style) {
    return report.gates.flatMap((gate) => {
        const colour = style[gateColours[gate.outcome]];
        const details = [
            gate.percent,
            gate.interval === undefined ? undefined : `between ${gate.interval}`.replace(' to ', ' and '),
            gate.warned === true ? 'only a warning' : undefined,
            gate.from === undefined ? undefined : `from ${gate.from}`,
            gate.samples === undefined ? undefined : `n = ${gate.samples}`,
        ].filter((detail) => detail !== undefined);
        const lines = [
            `  ${colour(`gate ${reports_words/* gateWords */.DO[gate.outcome]}`)}  ${style.bold(gate.sum)}  ${style.dim(details.join(' · '))}`.trimEnd(),
        ];
        if (gate.reason !== undefined)
            lines.push(`    ${colour(gate.reason)}`);
        if (gate.remark !== undefined)
            lines.push(`    ${style.yellow(gate.remark)}`);
        return lines;
    });
}
/** `accuracy 0.962, base 0.951 (main, abc1234)  +1.1 pp better`. */
function baseBlock({ base, compared = [] }, style) {
    if (!base)
        return [];
    const where = style.dim(`(${base.branch}, ${base.sha.slice(0, 7)})`);
    return compared.map(({ metric, step, value, base: before, delta_text: delta, direction, tie }) => {
        const paint = direction === 'better' ? style.green : direction === 'worse' ? style.yellow : (text) => text;
        const words = tie === undefined ? `${delta} ${direction ?? ''}`.trimEnd() : `≈ tie, ${delta}`;
        const of = step === undefined ? '' : style.dim(` ${step}`);
        return `  ${metric} ${(0,evaluate/* shortNumber */.In)(value)}${of}, base ${(0,evaluate/* shortNumber */.In)(before)} ${where}  ${paint(words)}`;
    });
}
function failureBlock(report, { style, folder }) {
    return report.failures.flatMap(({ title, class: cause, message, tail, directory, handled_by }) => {
        const paint = handled_by === undefined ? style.red : style.yellow;
        const sign = reports_words/* statusSigns */.rq[handled_by === undefined ? 'failed' : 'handled'];
        const handled = handled_by === undefined ? '' : style.dim(`, handled by ${handled_by}`);
        const log = folder === undefined || directory === undefined || tail.length === 0
            ? []
            : [style.dim(`    ${folder}/${directory}/ml.log`)];
        return [
            `  ${paint(sign)} ${title}  ${paint(withoutLastLine(message, tail))} ${style.dim(`[${cause}]`)}${handled}`,
            ...tail.slice(handled_by === undefined ? -8 : -3).map((line) => style.dim(`    │ ${line}`)),
            ...log,
        ];
    });
}
/** `exit code 3: boom` is `exit code 3` where `boom` stands right below. */
function withoutLastLine(message, tail) {
    const last = tail.findLast((line) => line.trim() !== '')?.trim();
    return last !== undefined && message.endsWith(`: ${last}`) ? message.slice(0, -last.length - 2) : message;
}
function approvalBlock(report, options) {
    const { waiting_for: labels = [], decision } = report;
    const { style } = options;
    if (decision !== 'waiting')
        return [];
    return labels.flatMap((label) => [
        `  ${style.cyan('?')} waits for approval of ${style.bold(label)}`,
        `    ${resumeWords(report, options)} --approve ${shellWord(label)}   ${style.dim(`or --reject ${shellWord(label)}`)}`,
    ]);
}
/** How a run that has not come to its end goes on. */
function nextBlock(report, options) {
    const { style } = options;
    switch (report.decision) {
        case 'cancelled':
            return [`  ${style.dim('to go on')}  ${resumeWords(report, options)}`];
        case 'failed':
        case 'not-met':
            return [`  ${style.dim('after a correction')}  ${resumeWords(report, options)} --edited`];
        default:
            return [];
    }
}
function resumeWords({ run }, options) {
    return `ml-workflow resume ${run}${projectWords(options)}`;
}
function projectWords({ project }) {
    return project === undefined ? '' : ` --project ${shellWord(project)}`;
}
function shellWord(text) {
    return /^[\w.:/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
function filesBlock({ files, style }) {
    const labelWidth = Math.max(0, ...files.map(({ label }) => label.length));
    return files.map(({ label, path }) => `  ${style.dim(label.padEnd(labelWidth))}  ${path}`);
}

// EXTERNAL MODULE: ./build/cli/ask.js
var ask = __webpack_require__(10548);
;// CONCATENATED MODULE: ./build/cli/view.js
/** How a run is shown on this command line: live to a person at a terminal, as lines to a log, as JSON to a program. */









function viewFor(args, workspace) {
    if (args.format === 'json')
        return { reporters: () => [{ concluded: printJson }] };
    const out = process.stdout;
    const style = (0,reports_style.styleFor)(process.env, out.isTTY === true);
    // A dumb terminal cannot go up a line.
    const canRedraw = out.isTTY && process.env.TERM !== 'dumb';
    const live = canRedraw && !args.logs ? new LiveView(screen, style, () => performance.now()) : undefined;
    const lines = () => new reports_lines/* EventLines */.I((line) => out.write(`${line}\n`), style, { output: args.logs });
    return {
        reporters: (folder) => [live ?? lines(), finalReport(folder, workspace, style, args.project)],
        ...(out.isTTY && process.stdin.isTTY
            ? {
                ask: async (label, signal) => {
                    live?.pause();
                    try {
                        return await (0,ask/* askApproval */.N)(label, signal);
                    }
                    finally {
                        live?.goOn();
                    }
                },
            }
            : {}),
    };
}
const screen = {
    write: (text) => process.stdout.write(text),
    get columns() {
        return process.stdout.columns || 80;
    },
    get rows() {
        return process.stdout.rows || 24;
    },
};
const printJson = (_conclusion, state) => {
    process.stdout.write(`${JSON.stringify((0,reports_report/* reportOf */.EI)(state, new Date().toISOString()), null, 2)}\n`);
};
function finalReport(folder, workspace, style, project) {
    return {
        concluded: (_conclusion, state) => {
            const shown = (path) => (0,external_node_path_.relative)(process.cwd(), path) || '.';
            const results = (0,external_node_path_.join)(workspace, state.plan.results.file);
            const files = [
                { label: 'run', path: shown(folder.path) },
                ...(measures(state.plan) && (0,external_node_fs_.statSync)(results, { throwIfNoEntry: false })
                    ? [{ label: 'results', path: shown(results) }]
                    : []),
                ...writtenOutputs(state, workspace, shown),
            ];
            const report = (0,reports_report/* reportOf */.EI)(state, new Date().toISOString());
            const text = terminalReport(report, {
                style,
                columns: process.stdout.columns || 120,
                files,
                folder: shown(folder.path),
                ...(project === undefined ? {} : { project }),
            });
            process.stdout.write(text);
        },
    };
}
/** Only such a run has rows in the file of results. */
function measures(plan) {
    return Object.values(plan.commands).some((command) => command.is === 'run' && command.metrics.length > 0);
}
/** Declared outputs that are there now, of commands that have succeeded: others may be of an earlier run. */
function writtenOutputs(state, workspace, shown) {
    const succeeded = new Set(state.plan.nodes.flatMap((node) => node.kind === 'unit' && (0,reports_status/* statusOf */.c2)(state, node.id) === 'succeeded' ? [node.command] : []));
    return Object.entries(state.plan.commands).flatMap(([id, command]) => {
        if (command.is !== 'run' || !succeeded.has(id))
            return [];
        return command.outputs
            .filter((path) => !path.startsWith('$') && (0,external_node_fs_.statSync)((0,external_node_path_.join)(workspace, path), { throwIfNoEntry: false }))
            .map((path) => ({ label: `/${command.name}`, path: shown((0,external_node_path_.join)(workspace, path)) }));
    });
}


/***/ }),

/***/ 53710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ eventLine),
  q: () => (/* binding */ goesOnLine),
  noticeLine: () => (/* binding */ noticeLine)
});

// EXTERNAL MODULE: ./build/engine/evaluate.js
var evaluate = __webpack_require__(62516);
// EXTERNAL MODULE: ./build/engine/expiry.js
var expiry = __webpack_require__(11276);
// EXTERNAL MODULE: ./build/engine/plain-text.js
var plain_text = __webpack_require__(76879);
// EXTERNAL MODULE: ./build/reports/percent.js
var percent = __webpack_require__(86373);
// EXTERNAL MODULE: ./build/reports/pods.js
var pods = __webpack_require__(67694);
// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(68013);
;// CONCATENATED MODULE: ./build/reports/pod-line.js




function podLine(event, state, style) {
    if (event.type === 'unit-placed') {
        const title = state.byId.get(event.node)?.title ?? event.node;
        const on = state.pods.has(event.on) ? `pod ${(0,pods/* shortName */.EU)(event.on)}` : event.on;
        const part = event.share < 1 ? `, with ${(0,percent/* percent */.K)(event.share)} of it` : '';
        return `  ${style.dim(`▣ ${title} runs on ${on}${part}`)}`;
    }
    const pod = state.pods.get(event.pod);
    const name = `pod ${(0,pods/* shortName */.EU)(event.pod)}`;
    switch (event.type) {
        case 'pod-intended':
            return `  ${style.cyan('▣')} ${name} for ${(0,pods/* scopeTitle */.Jn)(state, event.scope)}  ${style.dim(`${(0,plain_text/* plainText */.w)(event.offer)}, ${(0,pods/* hourly */.iC)(event.price)}`)}`;
        case 'pod-refused':
            return `  ${style.yellow('▣')} ${name} was refused  ${style.yellow((0,plain_text/* plainText */.w)(event.message))} ${style.dim(`[${event.class}]`)}`;
        case 'pod-created': {
            const quoted = pod?.quoted ?? event.price;
            const other = quoted === event.price ? '' : `  ${style.yellow(`the catalogue said ${(0,pods/* hourly */.iC)(quoted)}`)}`;
            return `  ${style.cyan('▣')} ${name} is starting  ${style.dim((0,pods/* hourly */.iC)(event.price))}${other}`;
        }
        case 'pod-ready':
            return `  ${style.green('▣')} ${name} is ready  ${style.dim([`after ${(0,words/* duration */.p0)(event.seconds)}`, ...(event.gpu === undefined ? [] : [(0,plain_text/* plainText */.w)(event.gpu)])].join('  '))}`;
        case 'pod-ended': {
            const life = `after ${(0,words/* duration */.p0)(event.seconds)}, ${(0,pods/* cost */.y)(event.dollars)}`;
            if (event.proven)
                return `  ${style.green('▣')} ${name} has ended  ${style.dim(`${life}  ${(0,plain_text/* plainText */.w)(event.why)}`)}`;
            const loud = `may still run and cost ${(0,pods/* hourly */.iC)(pod?.price ?? 0)}: its end could not be verified`;
            return `  ${style.red(`✗ ${name} ${loud}`)}  ${style.dim((0,plain_text/* plainText */.w)(event.why))}  ${style.bold((0,pods/* reapWords */.Ye)(state.run.id))}`;
        }
        case 'pod-billed':
            return `  ${style.dim(`▣ ${name} was billed ${(0,pods/* cost */.y)(event.dollars)}`)}`;
    }
}

// EXTERNAL MODULE: ./build/reports/status.js
var reports_status = __webpack_require__(26724);
;// CONCATENATED MODULE: ./build/reports/event-line.js
/** One event as one line, for the live view and for logs. */






/** Undefined for events that nobody needs to read. */
function eventLine(event, state, style) {
    const title = (node) => state.byId.get(node)?.title ?? node;
    switch (event.type) {
        case 'unit-started': {
            const attempt = event.attempt > 1 ? `  ${style.dim(`${(0,reports_status/* againWord */.Lw)(state, event.node)} ${event.attempt}`)}` : '';
            return `  ${style.cyan('▸')} ${title(event.node)}${attempt}`;
        }
        case 'unit-succeeded': {
            const values = event.none === undefined ? measured(event.metrics) : [event.none];
            return `  ${style.green('✓')} ${title(event.node)}  ${style.dim([(0,words/* duration */.p0)(event.seconds), ...values].join('  '))}`;
        }
        case 'unit-reused': {
            const values = measured(event.metrics);
            return `  ${style.green('✓')} ${title(event.node)}  ${style.dim([`reused from ${event.from}`, ...values].join('  '))}`;
        }
        case 'unit-failed': {
            // It did nothing wrong: a cancel, a timeout or the like ended it.
            if (event.class === 'cancelled')
                return `  ${style.yellow(words/* statusSigns */.rq.stopped)} ${title(event.node)}  ${style.dim(`stopped after ${(0,words/* duration */.p0)(event.seconds)}`)}`;
            const handler = (0,reports_status/* handlerOf */.A0)(state, event.node);
            const [sign, paint] = handler === undefined ? ['✗', style.red] : ['↷', style.yellow];
            const handled = handler === undefined ? '' : style.dim(`, handled by ${title(handler)}`);
            return `  ${paint(sign)} ${title(event.node)}  ${paint((0,plain_text/* plainText */.w)(event.message))} ${style.dim(`[${event.class}]`)}${handled}`;
        }
        case 'unit-interrupted':
            return `  ${style.yellow('↻')} ${title(event.node)}  ${style.dim('was interrupted, and is taken up again')}`;
        case 'gate-decided': {
            const colour = event.outcome === 'met' ? style.green : event.outcome === 'error' ? style.red : style.yellow;
            const text = event.outcome === 'error'
                ? `${event.sum}: ${event.reason ?? ''}`
                : event.outcome === 'inconclusive'
                    ? event.sum
                    : (0,words/* gateNote */.mD)(event);
            return `  ${colour('◆')} gate ${colour(words/* gateWords */.DO[event.outcome])}  ${text}`;
        }
        case 'variable-set':
            return `  ${style.dim(`$${event.name} = ${String(event.value)}`)}`;
        case 'assignment-failed':
            return `  ${style.red('✗')} ${title(event.node)}  ${style.red(event.message)}`;
        case 'case-decided': {
            const node = state.byId.get(event.node);
            if (event.value === undefined)
                return `  ${style.red('✗')} ${title(event.node)}  ${style.red(event.reason ?? 'has no value')}`;
            const patterns = node?.kind === 'case' ? (node.arms[event.arm]?.patterns.join('|') ?? '') : '';
            return `  ${style.cyan('◆')} ${title(event.node)} is ${style.bold(event.value)}  ${style.dim(`↳ ${patterns}`)}`;
        }
        case 'retry-scheduled': {
            const node = state.byId.get(event.node);
            const of = node?.kind === 'retry' ? ` of ${node.retries + 1}` : '';
            const when = event.delay > 0 ? `in ${(0,words/* wholeDuration */.ui)(event.delay)}` : 'now';
            return `  ${style.yellow('↻')} ${title(event.node)}  ${style.yellow(`attempt ${event.attempt}${of} ${when}`)} ${style.dim(`[${event.class}]`)}`;
        }
        case 'timed-out':
            return `  ${style.red('✗')} ${title(event.node)}  ${style.red('the time is over')}`;
        case 'budget-exceeded': {
            const rest = (0,expiry/* keepsForEnding */.TS)(state, event.node) ? style.dim('  the rest pays for ending its pods') : '';
            return `  ${style.red('✗')} ${title(event.node)}  ${style.red(`${(0,words/* dollars */.E9)(event.dollars)} are spent`)}${rest}`;
        }
        case 'waited':
            return `  ${style.green('✓')} ${title(event.node)}`;
        case 'approval-requested':
            return `  ${style.cyan('?')} ${title(event.node)}  waits for approval of ${style.bold(event.label)}`;
        case 'approval-given':
            return event.approved
                ? `  ${style.green('✓')} ${title(event.node)}  ${style.dim(`approved by ${event.by}`)}`
                : `  ${style.red('✗')} ${title(event.node)}  ${style.red(`refused by ${event.by}`)}`;
        case 'results-offered': {
            const count = Object.keys(event.finished).length;
            const results = count === 0 ? 'nothing' : `${count} ${count === 1 ? 'result' : 'results'}`;
            return `  ${style.dim(`${results} of ${event.from} can be taken over`)}`;
        }
        case 'pod-intended':
        case 'pod-refused':
        case 'pod-created':
        case 'pod-ready':
        case 'unit-placed':
        case 'pod-ended':
        case 'pod-billed':
            return podLine(event, state, style);
        case 'cells-dispatched': {
            const count = event.branches.length;
            const machines = count === 1 ? 'a machine of its own' : 'machines of their own';
            return `  ${style.cyan('▸')} ${title(event.node)}  ${style.dim(`${count} ${count === 1 ? 'branch goes' : 'branches go'} to ${machines}`)}`;
        }
        case 'cell-lost':
            return `  ${style.red('✗')} ${title(event.node)}  ${style.red((0,plain_text/* plainText */.w)(event.message))} ${style.dim('[lost]')}`;
        case 'cancel-requested':
            return `  ${style.yellow(state.stopping?.forced ? `ending everything at once (${event.by})` : `cancelling (${event.by}) …`)}  ${state.stopping?.forced ? '' : style.dim('once more ends everything at once')}`.trimEnd();
        case 'run-started':
            return `${style.bold(event.workflow)}  ${style.dim(event.run)}`;
        case 'run-resumed':
        case 'retry-started':
        case 'run-concluded':
            return undefined;
    }
}
/** What stands above the events of a run that an earlier process has begun. */
function goesOnLine(state, style) {
    return `${style.bold(state.plan.name)}  ${style.dim(`${state.run.id}, goes on`)}`;
}
/** What a target tells. It may quote what a host has said. */
function noticeLine(text, style) {
    return `  ${style.dim(`· ${(0,plain_text/* plainText */.w)(text)
        .replace(/\s*\n\s*/g, ' ')
        .trim()}`)}`;
}
function measured(metrics) {
    return Object.entries(metrics)
        .slice(0, 3)
        .map(([metric, value]) => `${metric} ${(0,evaluate/* shortNumber */.In)(value)}`);
}


/***/ }),

/***/ 23987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ EventLines),
/* harmony export */   p: () => (/* binding */ harmless)
/* harmony export */ });
/* harmony import */ var _engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76879);
/* harmony import */ var _event_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53710);


class EventLines {
    #write;
    #style;
    #showsOutput;
    #hasBegun;
    #titles = new Map();
    /**
     * `output`: what the commands print is shown too, each line behind the name of its command. `continues`: what has led
     * here stands elsewhere, and nothing is said of it.
     */
    constructor(write, style, options = {}) {
        this.#hasBegun = options.continues ?? false;
        this.#write = write;
        this.#style = style;
        this.#showsOutput = options.output ?? false;
    }
    event(event, state) {
        if (!this.#hasBegun && event.type !== 'run-started')
            this.#write((0,_event_line_js__WEBPACK_IMPORTED_MODULE_1__/* .goesOnLine */ .q)(state, this.#style));
        this.#hasBegun = true;
        if (event.type === 'unit-started')
            this.#titles.set(event.node, state.byId.get(event.node)?.title ?? event.node);
        const line = (0,_event_line_js__WEBPACK_IMPORTED_MODULE_1__/* .eventLine */ .V)(event, state, this.#style);
        if (line !== undefined)
            this.#write(harmless(line));
    }
    notice(text) {
        this.#write(harmless((0,_event_line_js__WEBPACK_IMPORTED_MODULE_1__.noticeLine)(text, this.#style)));
    }
    output(node, line) {
        if (!this.#showsOutput)
            return;
        this.#write(`    ${this.#style.dim(`${this.#titles.get(node) ?? node} │`)} ${harmless((0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(line))}`);
    }
}
/**
 * A line that begins with `::`, or holds `##[`, would be obeyed by GitHub's runner; a training's log must not be. A message
 * may have several lines.
 */
function harmless(line) {
    return line.replace(/##\[/g, '# #[').replace(/^(\s*)::/gm, '$1: :');
}


/***/ })

};
