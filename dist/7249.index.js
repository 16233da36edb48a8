export const id = 7249;
export const ids = [7249,3710,2545];
export const modules = {

/***/ 37249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ partReporters),
/* harmony export */   closeAbandoned: () => (/* binding */ closeAbandoned),
/* harmony export */   closeUntold: () => (/* binding */ closeUntold),
/* harmony export */   jobReporters: () => (/* binding */ jobReporters),
/* harmony export */   m: () => (/* binding */ closeLostRun),
/* harmony export */   writeSummary: () => (/* binding */ writeSummary)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _engine_evolve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74994);
/* harmony import */ var _reports_audit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24839);
/* harmony import */ var _reports_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23987);
/* harmony import */ var _reports_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15440);
/* harmony import */ var _reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53611);
/* harmony import */ var _reports_style_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(22545);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40654);
/* harmony import */ var _check_runs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(79873);
/* harmony import */ var _comment_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(30079);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(50926);
/* harmony import */ var _reporter_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(36237);
/* harmony import */ var _status_ladder_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(37031);
/** One job's place on GitHub: what a run is reported to there, and what is closed when the job ends before the run. */













/** GitHub drops a step summary over 1 MiB; UTF-16 units take up to three bytes each. */
const summaryLimit = 300_000;
function jobReporters(plan, subject, inputs, trigger, job) {
    const log = new _reports_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .EventLines */ .I((line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(line), (0,_reports_style_js__WEBPACK_IMPORTED_MODULE_11__.styleFor)({}, false), { output: true });
    if (inputs.token === '') {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq('nothing is written to GitHub: `token` is empty');
        return { reporters: [log], lost: () => [], abandoned: async () => { } };
    }
    const api = new _api_js__WEBPACK_IMPORTED_MODULE_6__/* .GitHubApi */ .yN(inputs.token);
    const checks = ladderOn(api, trigger, [], (loss) => reporter.lose(loss));
    const comment = inputs.comment ? (0,_comment_js__WEBPACK_IMPORTED_MODULE_8__/* .stickyComment */ .NL)(api, trigger, subject) : undefined;
    const reporter = new _reporter_js__WEBPACK_IMPORTED_MODULE_9__/* .GitHubReporter */ .JN({
        plan,
        subject,
        trigger,
        api,
        checks,
        comment,
        now: job.now,
        ...(job.context ? { context: job.context } : {}),
        ...(job.adopts ? { adopts: job.adopts, late: () => (0,_check_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .openChecksOf */ .pY)(api, trigger) } : {}),
        ...(job.annotations ? { annotations: job.annotations } : {}),
        saved: () => {
            job.save('check_runs', JSON.stringify([...checks.open.values()]));
            if (comment?.id !== undefined)
                job.save('comment', String(comment.id));
        },
    });
    reporter.open();
    return {
        reporters: [log, reporter],
        lost: () => reporter.lost,
        abandoned: (title, summary) => reporter.abandoned(title, summary),
    };
}
/** For one process of a run that several share. Without a place on GitHub it only writes the log. */
function partReporters(plan, part) {
    const log = new _reports_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .EventLines */ .I((line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(line), (0,_reports_style_js__WEBPACK_IMPORTED_MODULE_11__.styleFor)({}, false), {
        output: true,
        continues: true,
    });
    if (!part || part.token === '')
        return { reporters: [log], lost: () => [] };
    const { subject, trigger, wantsComment, begins, refreshes, now, saved, context, adopts } = part;
    const api = new _api_js__WEBPACK_IMPORTED_MODULE_6__/* .GitHubApi */ .yN(part.token);
    const checks = ladderOn(api, trigger, part.checks, (loss) => reporter.lose(loss));
    const comment = wantsComment ? (0,_comment_js__WEBPACK_IMPORTED_MODULE_8__/* .stickyComment */ .NL)(api, trigger, subject, part.comment) : undefined;
    const reporter = new _reporter_js__WEBPACK_IMPORTED_MODULE_9__/* .GitHubReporter */ .JN({
        ...{ plan, subject, trigger, api, checks, comment, now, refreshes },
        ...(context ? { context } : {}),
        ...(adopts ? { adopts } : {}),
        ...(part.annotations ? { annotations: part.annotations } : {}),
        late: () => (0,_check_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .openChecksOf */ .pY)(api, trigger),
        saved: () => saved([...checks.open.values()], comment?.id),
    });
    if (begins)
        reporter.open();
    return { reporters: [log, reporter], lost: () => reporter.lost };
}
/** Check runs, or what stands in for them where the job may not write them. */
function ladderOn(api, trigger, open, onLoss) {
    return new _status_ladder_js__WEBPACK_IMPORTED_MODULE_10__/* .StatusLadder */ .n(new _check_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .CheckRuns */ .rp(api, trigger, open), api, trigger, onLoss);
}
async function writeSummary(report, state, trigger, lost) {
    const options = { flowchart: (0,_reporter_js__WEBPACK_IMPORTED_MODULE_9__/* .flowchartOf */ .A)(state), sha: trigger.sha, limit: summaryLimit, lost };
    await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw((0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .markdownReport */ .q)(report, options), true).write();
}
/** Where no journal tells what became of the run. */
async function closeUntold(abandoned) {
    const { checkRuns, token, trigger, conclusion, title, say } = abandoned;
    if (token === '')
        return;
    const checks = ladderOn(new _api_js__WEBPACK_IMPORTED_MODULE_6__/* .GitHubApi */ .yN(token), trigger, checkRuns, say);
    for (const { name } of checkRuns) {
        try {
            await checks.complete(name, conclusion, {
                title,
                summary: `The log of the job tells more: ${trigger.url}`,
            });
        }
        catch (error) {
            say((0,_api_js__WEBPACK_IMPORTED_MODULE_6__/* .lossOf */ .je)('the check run', 'checks', error, trigger));
        }
    }
}
/**
 * Completes the check runs that an earlier job of this run has opened, and says so in the comment, where no journal names
 * them: they are recognised by the run's id.
 */
async function closeLostRun(lost) {
    const { subject, trigger, token, title, conclusion = 'failure', say } = lost;
    const api = new _api_js__WEBPACK_IMPORTED_MODULE_6__/* .GitHubApi */ .yN(token);
    const summary = `The log of the run tells more: ${trigger.url}`;
    let isOpen = true;
    try {
        const checks = new _check_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .CheckRuns */ .rp(api, trigger, await (0,_check_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .openChecksOf */ .pY)(api, trigger));
        isOpen = checks.open.size > 0;
        for (const name of [...checks.open.keys()])
            await checks.complete(name, conclusion, { title, summary });
    }
    catch (error) {
        say((0,_api_js__WEBPACK_IMPORTED_MODULE_6__/* .lossOf */ .je)('the check run', 'checks', error, trigger));
    }
    try {
        const comment = (0,_comment_js__WEBPACK_IMPORTED_MODULE_8__/* .stickyComment */ .NL)(api, trigger, subject);
        const before = await comment?.body();
        const audit = before === undefined ? undefined : (0,_reports_audit_js__WEBPACK_IMPORTED_MODULE_2__/* .auditIn */ .pj)(before);
        const isStanding = audit && ['queued', 'running', 'waiting'].includes(audit.verdict);
        // Somebody has said already how it ended.
        if (!isOpen && !(isStanding && trigger.key.startsWith(`${audit.github_run}-`)))
            return;
        const isFailure = conclusion === 'failure';
        const [sign, verdict] = isFailure ? ['❌', 'failed'] : ['⏹️', 'cancelled'];
        const words = isFailure ? 'failed' : 'cancelled';
        const blocks = [
            `## ${sign} ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .prose */ .CS)((0,_names_js__WEBPACK_IMPORTED_MODULE_12__/* .labelOf */ .Wy)(subject))}: ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .prose */ .CS)(title)}`,
            summary,
            ...(audit ? [(0,_reports_audit_js__WEBPACK_IMPORTED_MODULE_2__/* .auditText */ .$u)({ ...audit, verdict, words, sign })] : []),
        ];
        await comment?.replace(blocks.join('\n\n'));
    }
    catch (error) {
        say((0,_api_js__WEBPACK_IMPORTED_MODULE_6__/* .lossOf */ .je)('the comment', 'pull-requests', error, trigger));
    }
}
/** What main could not finish: concludes the run in memory, and tells GitHub. */
async function closeAbandoned(abandoned) {
    const { state, checkRuns, token, trigger, now, say } = abandoned;
    const { plan } = state;
    const subject = { workflow: abandoned.workflow ?? plan.name, project: abandoned.project };
    if (!state.conclusion) {
        const reason = 'the job ended before the run did';
        (0,_engine_evolve_js__WEBPACK_IMPORTED_MODULE_1__/* .evolve */ .s)(state, {
            seq: state.seq + 1,
            at: now(),
            type: 'run-concluded',
            decision: 'cancelled',
            reasonCode: 'cancelled',
            reason,
        });
        state.settlement ??= { is: 'stopped' };
    }
    const report = (0,_reporter_js__WEBPACK_IMPORTED_MODULE_9__/* .reportFor */ .M_)(subject, state, now());
    if (abandoned.wantsSummary)
        await writeSummary(report, state, trigger, []);
    if (token === '')
        return;
    const api = new _api_js__WEBPACK_IMPORTED_MODULE_6__/* .GitHubApi */ .yN(token);
    const lost = [];
    const checks = ladderOn(api, trigger, checkRuns, (loss) => lost.push(loss));
    await (0,_reporter_js__WEBPACK_IMPORTED_MODULE_9__/* .closeChecks */ .gO)({ subject, trigger, checks, now, saved: () => { } }, (0,_names_js__WEBPACK_IMPORTED_MODULE_12__/* .gateNames */ .AO)(plan, subject), state, lost);
    const id = Number(abandoned.comment);
    const comment = abandoned.wantsComment
        ? (0,_comment_js__WEBPACK_IMPORTED_MODULE_8__/* .stickyComment */ .NL)(api, trigger, subject, id > 0 ? id : undefined)
        : undefined;
    try {
        const audit = { ...subject, github_run: Number(trigger.key.split('-')[0]) };
        await comment?.write((0,_reporter_js__WEBPACK_IMPORTED_MODULE_9__/* .commentText */ .br)(report, state, trigger, comment.room, lost, audit));
    }
    catch (error) {
        lost.push((0,_api_js__WEBPACK_IMPORTED_MODULE_6__/* .lossOf */ .je)('the comment', 'pull-requests', error, trigger));
    }
    for (const loss of lost)
        say(loss);
}


/***/ }),

/***/ 36237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ flowchartOf),
/* harmony export */   JN: () => (/* binding */ GitHubReporter),
/* harmony export */   Kb: () => (/* binding */ umbrellaConclusion),
/* harmony export */   M_: () => (/* binding */ reportFor),
/* harmony export */   br: () => (/* binding */ commentText),
/* harmony export */   gO: () => (/* binding */ closeChecks)
/* harmony export */ });
/* unused harmony export gateConclusion */
/* harmony import */ var _reports_audit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24839);
/* harmony import */ var _reports_check_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14278);
/* harmony import */ var _reports_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15440);
/* harmony import */ var _reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53611);
/* harmony import */ var _reports_mermaid_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67783);
/* harmony import */ var _reports_report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34859);
/* harmony import */ var _reports_status_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26724);
/* harmony import */ var _reports_sweep_chart_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(11497);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(40654);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(50926);










/** Between two edits of the comment while a run goes on: the first soon, then rarer. */
const editSeconds = [15, 30, 60, 120, 300];
const gateCheck = "a gate's check run";
class GitHubReporter {
    /** What could not be written, one line each; said in what still can be. */
    lost = [];
    #options;
    #gateNames;
    #state;
    /** GitHub is told one thing at a time, in the order of the run. Never rejects: a run does not end for a report. */
    #queue = Promise.resolve();
    #edits = 0;
    #timer;
    #isClosed = false;
    #earlier;
    constructor(options) {
        this.#options = options;
        this.#gateNames = (0,_names_js__WEBPACK_IMPORTED_MODULE_9__/* .gateNames */ .AO)(options.plan, options.subject);
    }
    /** One thing that could not be written, one sentence; the same again is said once. */
    lose(loss) {
        addLoss(this.lost, loss);
    }
    /** Creates what the run will fill in. Behind the run's back: a slow GitHub must not delay a training. */
    open() {
        const { plan, subject, checks, saved } = this.#options;
        const running = { title: 'running', summary: `${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(plan.name)} is running.` };
        const waiting = { title: 'not asked yet', summary: 'The run has not reached this gate.' };
        const { adopts } = this.#options;
        this.#enqueue('the check run', 'checks', async () => {
            for (const check of (await adopts?.()) ?? [])
                checks.open.set(check.name, check);
            const umbrella = (0,_names_js__WEBPACK_IMPORTED_MODULE_9__/* .umbrellaName */ ._1)(subject);
            if (checks.open.has(umbrella))
                await checks.update(umbrella, running);
            else
                await checks.create(umbrella, 'in_progress', running);
            saved();
            for (const name of this.#gateNames.values()) {
                if (!checks.open.has(name))
                    await checks.create(name, 'queued', waiting);
                saved();
            }
        });
    }
    event(event, state) {
        this.#state = state;
        if (event.type === 'run-started')
            this.#enqueueComment();
        // A gate that is asked once more may decide otherwise: its check run is completed when the run is over.
        if (event.type === 'gate-decided' && !isAskedAgain(state, event.node))
            this.#enqueue(gateCheck, 'checks', () => this.#completeGate(event, state));
        if (event.type !== 'run-concluded')
            this.#schedule();
    }
    async concluded() {
        const state = this.#state;
        if (!state?.conclusion)
            return;
        await this.#settle();
        // Both are tried once more, and lost only if that fails too.
        for (const what of ['the comment', gateCheck])
            this.#forgive(what);
        await closeChecks(this.#options, this.#gateNames, state, this.lost);
        this.#enqueueComment();
        await this.#queue;
    }
    async handedOver(state) {
        this.#state = state;
        if (this.#options.refreshes) {
            const { checks } = this.#options;
            for (const gate of state.gates) {
                const name = this.#gateNames.get(gate.gate);
                if (name === undefined || !checks.open.has(name) || isAskedAgain(state, gate.node))
                    continue;
                this.#enqueue(gateCheck, 'checks', () => this.#completeGate(gate, state));
            }
            this.#enqueueComment();
        }
        await this.#settle();
        await this.#queue;
    }
    /** The run ended without a conclusion, or never began: nothing may stay in progress for it. */
    async abandoned(title, summary) {
        if (this.#isClosed)
            return;
        await this.#settle();
        const { checks, comment, subject, saved } = this.#options;
        for (const name of [...checks.open.keys()]) {
            this.#enqueue('the check run', 'checks', async () => {
                await checks.complete(name, 'failure', { title, summary });
                saved();
            });
        }
        // Only in place of one that is there: it tells of this run as running, or of an earlier one.
        this.#enqueue('the comment', 'pull-requests', async () => {
            const before = await comment?.body();
            const audit = before === undefined ? undefined : (0,_reports_audit_js__WEBPACK_IMPORTED_MODULE_0__/* .auditIn */ .pj)(before);
            const kept = audit && (0,_reports_audit_js__WEBPACK_IMPORTED_MODULE_0__/* .auditText */ .$u)({ ...audit, verdict: 'failed', words: 'failed', sign: '❌' });
            const blocks = [`## ❌ ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)((0,_names_js__WEBPACK_IMPORTED_MODULE_9__/* .labelOf */ .Wy)(subject))}: ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(title)}`, summary, ...(kept ? [kept] : [])];
            await comment?.replace(blocks.join('\n\n'));
        });
        await this.#queue;
    }
    async #settle() {
        this.#isClosed = true;
        clearTimeout(this.#timer);
        await this.#queue;
        this.#options.api.finish();
    }
    #forgive(what) {
        const kept = this.lost.filter((loss) => !loss.startsWith(what));
        this.lost.splice(0, this.lost.length, ...kept);
    }
    #schedule() {
        if (!this.#options.comment || this.#timer || this.#isClosed)
            return;
        const seconds = editSeconds[Math.min(this.#edits, editSeconds.length - 1)] ?? 300;
        this.#timer = setTimeout(() => {
            this.#timer = undefined;
            this.#edits += 1;
            this.#enqueueComment();
        }, seconds * 1000);
        this.#timer.unref();
    }
    #enqueueComment() {
        this.#enqueue('the comment', 'pull-requests', () => this.#writeComment());
    }
    #enqueue(what, permission, task) {
        this.#queue = this.#queue.then(task).catch((error) => {
            addLoss(this.lost, (0,_api_js__WEBPACK_IMPORTED_MODULE_8__/* .lossOf */ .je)(what, permission, error, this.#options.trigger));
        });
    }
    async #completeGate(gate, state) {
        const name = this.#gateNames.get(gate.gate);
        if (name === undefined)
            return;
        const { checks, trigger, saved } = this.#options;
        await checks.complete(name, gateConclusion(gate, state, trigger), (0,_reports_check_text_js__WEBPACK_IMPORTED_MODULE_1__/* .gateText */ .bp)(gate, state));
        saved();
    }
    async #writeComment() {
        const { comment, trigger } = this.#options;
        const state = this.#state;
        if (!comment || !state)
            return;
        this.#earlier ??= await this.#earlierRuns(comment, state);
        const report = { ...reportNow(this.#options, state), earlier: this.#earlier };
        await comment.write(commentText(report, state, trigger, comment.room, this.lost, this.#audit()));
        this.#options.saved();
    }
    /** What the comment says of the runs before this one. */
    async #earlierRuns(comment, { run }) {
        const body = await comment.body();
        return body === undefined ? [] : (0,_reports_audit_js__WEBPACK_IMPORTED_MODULE_0__/* .earlierFrom */ .Fj)(body).filter((one) => one.run !== run.id);
    }
    #audit() {
        const { subject, trigger } = this.#options;
        return { ...subject, github_run: Number(trigger.key.split('-')[0]) };
    }
}
function addLoss(lost, loss) {
    if (!lost.includes(loss))
        lost.push(loss);
}
/** The report under the name that tells this project's workflow from another project's. */
function reportFor(subject, state, now, context) {
    return { ...(0,_reports_report_js__WEBPACK_IMPORTED_MODULE_5__/* .reportOf */ .EI)(state, now, context), workflow: (0,_names_js__WEBPACK_IMPORTED_MODULE_9__/* .labelOf */ .Wy)(subject) };
}
function reportNow({ subject, now, context }, state) {
    const about = context?.();
    const commands = about?.requested_by === undefined ? [] : commandsNow(state, about.sha);
    return reportFor(subject, state, now(), about && { ...about, ...(commands.length === 0 ? {} : { commands }) });
}
/** What may be written about the run in a comment now. */
function commandsNow({ conclusion }, sha = '') {
    const status = { text: '/ml-status', does: 'what runs and what waits' };
    switch (conclusion?.decision) {
        case undefined:
            return [{ text: '/ml-stop', does: 'end the run and its pods' }, status];
        case 'waiting':
            return [
                { text: `/ml-approve ${sha.slice(0, 7)}`, does: 'let it go on' },
                { text: '/ml-stop', does: 'give it up' },
            ];
        case 'failed':
        case 'cancelled':
            return [{ text: '/ml-resume', does: 'go on where it ended' }, status];
        case 'not-met':
        case 'handled':
            return [{ text: '/ml-resume --from <element>', does: 'run it again from there' }];
        case 'passed':
            return [];
    }
}
function commentText(report, state, trigger, limit, lost, audit) {
    const [sweep] = report.sweeps;
    const chart = sweep && (0,_reports_sweep_chart_js__WEBPACK_IMPORTED_MODULE_7__/* .sweepChart */ .Hj)(sweep, (0,_reports_sweep_chart_js__WEBPACK_IMPORTED_MODULE_7__/* .thresholdsOf */ .W6)(state.plan, sweep));
    return (0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownReport */ .q)(report, {
        flowchart: flowchartOf(state),
        ...(chart ? { chart } : {}),
        ...(audit ? { audit } : {}),
        sha: trigger.sha,
        url: trigger.url,
        limit,
        lost,
    });
}
function flowchartOf(state) {
    return (0,_reports_mermaid_js__WEBPACK_IMPORTED_MODULE_4__.flowchart)(state.plan, (node, arm) => arm === undefined ? (0,_reports_status_js__WEBPACK_IMPORTED_MODULE_6__/* .statusOf */ .c2)(state, node) : (0,_reports_status_js__WEBPACK_IMPORTED_MODULE_6__/* .gateStatus */ ._O)(state, node, arm));
}
/**
 * Completes every check run that is still open: gates that nobody asked, gates whose verdict did not get through, and the
 * umbrella. One that fails does not keep the others open.
 */
async function closeChecks(options, names, state, lost) {
    const { subject, trigger, checks, saved } = options;
    const decision = state.conclusion?.decision;
    const reason = state.conclusion?.reason ?? 'the job ended before the run did';
    const close = async (name, conclusion, text) => {
        try {
            await checks.complete(name, conclusion, textOr(text, reason));
            saved();
        }
        catch (error) {
            addLoss(lost, (0,_api_js__WEBPACK_IMPORTED_MODULE_8__/* .lossOf */ .je)('the check run', 'checks', error, trigger));
        }
    };
    if (decision === 'waiting') {
        // A person decides, and no job waits for it: until then nothing is decided, and nothing may be merged.
        try {
            await checks.update((0,_names_js__WEBPACK_IMPORTED_MODULE_9__/* .umbrellaName */ ._1)(subject), (0,_reports_check_text_js__WEBPACK_IMPORTED_MODULE_1__/* .umbrellaText */ .k)(reportNow(options, state)));
            for (const gate of state.gates) {
                const name = names.get(gate.gate);
                if (name !== undefined)
                    await checks.complete(name, gateConclusion(gate, state, trigger), (0,_reports_check_text_js__WEBPACK_IMPORTED_MODULE_1__/* .gateText */ .bp)(gate, state));
            }
        }
        catch (error) {
            addLoss(lost, (0,_api_js__WEBPACK_IMPORTED_MODULE_8__/* .lossOf */ .je)('the check run', 'checks', error, trigger));
        }
        saved();
        return;
    }
    for (const [id, name] of names) {
        const gate = state.gates.find((decided) => decided.gate === id);
        if (gate)
            await close(name, gateConclusion(gate, state, trigger), () => (0,_reports_check_text_js__WEBPACK_IMPORTED_MODULE_1__/* .gateText */ .bp)(gate, state, reportNow(options, state)));
        else {
            const summary = `The run ended without asking this gate: ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)(reason)}.`;
            await close(name, unaskedConclusion(decision), () => ({ title: 'not asked', summary }));
        }
    }
    const umbrella = (0,_names_js__WEBPACK_IMPORTED_MODULE_9__/* .umbrellaName */ ._1)(subject);
    const verdict = () => (0,_reports_check_text_js__WEBPACK_IMPORTED_MODULE_1__/* .umbrellaText */ .k)(reportNow(options, state));
    await close(umbrella, umbrellaConclusion(state, trigger), () => {
        const report = reportNow(options, state);
        const annotations = options.annotations?.(state, report) ?? [];
        return { ...(0,_reports_check_text_js__WEBPACK_IMPORTED_MODULE_1__/* .umbrellaText */ .k)(report), ...(annotations.length === 0 ? {} : { annotations }) };
    });
    const own = new Set([...names.values(), umbrella]);
    const isOver = () => ({ title: 'the run is over', summary: (0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)(reason) });
    // Of cells that nobody has come to.
    for (const name of [...checks.open.keys()].filter((one) => !own.has(one)))
        await close(name, 'cancelled', isOver);
    // What the router has shown too late, and legs that were lost with nobody behind them.
    for (const late of await lateOf(options)) {
        // One that could not be closed is tried again by post.
        if (checks.open.has(late.name))
            continue;
        checks.open.set(late.name, late);
        if (late.name === umbrella)
            await close(umbrella, umbrellaConclusion(state, trigger), verdict);
        else
            await close(late.name, 'cancelled', isOver);
    }
}
async function lateOf({ late }) {
    try {
        return (await late?.()) ?? [];
    }
    catch {
        // What this run has created itself is known without.
        return [];
    }
}
/** A mistake in how a text is made must not leave a check run open. */
function textOr(text, reason) {
    try {
        return text();
    }
    catch {
        return { title: reason.slice(0, 255), summary: (0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)(reason) };
    }
}
/** Within a `retry:` or a `repeat:`, or that of the `repeat:` itself. */
function isAskedAgain(state, gate) {
    for (let id = gate; id !== null; id = state.byId.get(id)?.parent ?? null) {
        const kind = state.byId.get(id)?.kind;
        if (kind === 'retry' || kind === 'repeat')
            return true;
    }
    return false;
}
function gateConclusion(gate, state, trigger) {
    if (gate.outcome === 'met')
        return 'success';
    if (gate.outcome === 'error')
        return 'failure';
    if (gate.warned === true)
        return 'neutral';
    const node = state.byId.get(gate.node);
    if (node?.kind === 'require')
        return 'failure';
    const handled = node?.kind === 'branch' && (node.otherwise !== null || node.arms.length > gate.arm + 1);
    return handled || !trigger.pull ? 'neutral' : 'failure';
}
function unaskedConclusion(decision) {
    return decision === 'cancelled' || decision === undefined ? 'cancelled' : 'skipped';
}
function umbrellaConclusion(state, trigger) {
    const { conclusion, settlement } = state;
    switch (conclusion?.decision) {
        case 'passed':
            return 'success';
        case 'handled':
            return 'neutral';
        case 'not-met': {
            // A demand that is not met fails everywhere; a choice without an else only where it decides about a merge.
            const isDemand = settlement?.is === 'failed' && state.byId.get(settlement.node)?.kind === 'require';
            return isDemand || trigger.pull ? 'failure' : 'neutral';
        }
        case 'failed':
            return 'failure';
        case 'waiting':
            return 'action_required';
        case 'cancelled':
        case undefined:
            return 'cancelled';
    }
}


/***/ }),

/***/ 37031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ StatusLadder)
/* harmony export */ });
/* unused harmony export statusId */
/* harmony import */ var _engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76879);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40654);
/**
 * Check runs where the job may write them, else commit statuses of the same names, which branch protection takes as well.
 * Where neither is allowed, comment, summary and log are what is left.
 */


/** In place of the number that a check run has: a commit status has none, and is replaced by its name. */
const statusId = 0;
/** GitHub's limit, here in UTF-16 units: never more than its characters. */
const descriptionLimit = 140;
const states = {
    success: 'success',
    // These let a merge through as check runs, and so they do here.
    neutral: 'success',
    skipped: 'success',
    failure: 'failure',
    cancelled: 'error',
    action_required: 'pending',
};
const whatOf = {
    checks: 'the check run',
    statuses: 'the commit status in place of the check run',
};
class StatusLadder {
    /** Created and not completed yet, on whichever rung. */
    open;
    #checks;
    #api;
    #trigger;
    #onLoss;
    /** Nothing new is asked for on a rung that was refused once. */
    #refused = new Set();
    /** `onLoss` hears each loss once. */
    constructor(checks, api, trigger, onLoss) {
        this.#checks = checks;
        this.open = checks.open;
        this.#api = api;
        this.#trigger = trigger;
        this.#onLoss = onLoss;
    }
    async create(name, status, text) {
        if (!this.#refused.has('checks')) {
            try {
                await this.#checks.create(name, status, text);
                return;
            }
            catch (error) {
                this.#stepDown('checks', error);
            }
        }
        if (await this.#write(name, 'pending', text))
            this.open.set(name, { id: statusId, name });
    }
    /** Stays open, and says something else; nothing happens for one that was never created. */
    async update(name, text) {
        const mark = this.open.get(name);
        if (!mark)
            return;
        if (mark.id !== statusId)
            return await this.#checks.update(name, text);
        await this.#write(name, 'pending', text);
    }
    /** Nothing happens for one that was never created. */
    async complete(name, conclusion, text) {
        const mark = this.open.get(name);
        if (!mark)
            return;
        if (mark.id !== statusId) {
            try {
                await this.#checks.complete(name, conclusion, text);
                return;
            }
            catch (error) {
                this.#stepDown('checks', error);
            }
        }
        await this.#write(name, states[conclusion], text);
        this.open.delete(name);
    }
    /** False when statuses may not be written either. */
    async #write(name, state, text) {
        if (this.#refused.has('statuses'))
            return false;
        try {
            await this.#api.persist(() => this.#api.octokit.rest.repos.createCommitStatus({
                ...(0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(this.#trigger),
                sha: this.#trigger.sha,
                context: name,
                state,
                description: shortened(text.title),
                target_url: this.#trigger.url,
            }));
            return true;
        }
        catch (error) {
            this.#stepDown('statuses', error);
            return false;
        }
    }
    #stepDown(from, error) {
        if (!(0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .isForbidden */ .US)(error))
            throw error;
        if (this.#refused.has(from))
            return;
        this.#refused.add(from);
        this.#onLoss((0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .lossOf */ .je)(whatOf[from], from, error, this.#trigger));
    }
}
function shortened(title) {
    const clean = (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(title).replace(/\s+/g, ' ').trim();
    if (clean.length <= descriptionLimit)
        return clean;
    // Half a surrogate pair cannot be encoded.
    return `${clean.slice(0, descriptionLimit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}


/***/ }),

/***/ 24839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ auditText),
/* harmony export */   AE: () => (/* binding */ markedStale),
/* harmony export */   Fj: () => (/* binding */ earlierFrom),
/* harmony export */   OR: () => (/* binding */ earlierOf),
/* harmony export */   pj: () => (/* binding */ auditIn)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53611);
/* harmony import */ var _stale_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49360);
/** Who asked for what, what it cost and how it ended: hidden at the end of the comment, for the next run and for whoever looks. */



/** A report and all that led to it may be read back from a comment; what a person puts there must not fill the memory. */
const longestAudit = 20_000;
/** Runs on the same pull request that a comment remembers. */
const mostEarlier = 20;
const text = (most) => zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(most);
const commit = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const login = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})(?:\[bot\])?$/);
const time = zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$();
const dollars = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative();
const url = text(500).regex(/^https?:\/\//);
const earlierRun = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    run: text(200).min(1),
    sha: commit,
    at: time,
    verdict: text(60).min(1),
    sign: text(8),
    metric: text(100).optional(),
    value: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().optional(),
    cost: dollars.optional(),
    by: login.optional(),
    url: url.optional(),
});
const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    workflow: text(200).min(1),
    /** The project's folder in the repository, with `/`; empty for its root. */
    project: text(500).default(''),
    /** Absent before it began. */
    run: text(200).min(1).optional(),
    /** GitHub's id of the run of Actions. */
    github_run: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().positive().optional(),
    sha: commit,
    /** Login of the person who asked. */
    by: login.optional(),
    /** What they wrote. */
    asked: text(500).optional(),
    /** Dollars at worst, as they were told before. */
    quote: dollars.optional(),
    /** Dollars so far. */
    cost: dollars.optional(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['queued', 'running', 'passed', 'handled', 'not-met', 'failed', 'waiting', 'cancelled']),
    reason_code: text(60).optional(),
    /** As the headline has both. */
    words: text(60).optional(),
    sign: text(8).optional(),
    metric: text(100).optional(),
    value: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().optional(),
    approved_by: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(login).max(50).optional(),
    /** Labels of the approvals that it waits for. */
    waiting_for: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(text(200)).max(50).optional(),
    started: time.optional(),
    ended: time.optional(),
    url: url.optional(),
    /** Newest first. */
    earlier: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(earlierRun).max(mostEarlier).default([]),
});
const begin = '<!-- ml-workflow-audit: ';
const end = ' -->';
/** As a comment in HTML, which nobody sees; empty when it would be too long. */
function auditText(fields) {
    const audit = schema.safeParse(withoutWrong(fields));
    if (!audit.success)
        return '';
    const json = JSON.stringify(audit.data, (_key, value) => typeof value === 'string' ? (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shownText */ .f$)(value) : value);
    // Nothing in it may end the comment, begin another one, or mention anybody.
    const harmless = json.replace(/[<>&@]|-(?=-)|-$/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return harmless.length > longestAudit ? '' : `${begin}${harmless}${end}`;
}
/**
 * What the last line of a comment says; of any other line it could be somebody's log that says it. Undefined when it is
 * none of ours. The caller has made sure who has written the comment.
 */
function auditIn(body) {
    const line = body.trimEnd().split('\n').at(-1) ?? '';
    if (!line.startsWith(begin) || !line.endsWith(end) || line.length > longestAudit + 100)
        return undefined;
    let parsed;
    try {
        parsed = JSON.parse(line.slice(begin.length, -end.length));
    }
    catch {
        return undefined;
    }
    const read = schema.safeParse(parsed);
    return read.success ? read.data : undefined;
}
/** The run that the comment tells of, and those that it remembers: for the report of the next one. */
function earlierFrom(body) {
    const audit = auditIn(body);
    return audit ? earlierOf(audit) : [];
}
function earlierOf(audit) {
    const { run, sha, started, ended, verdict, words, sign, metric, value, cost, by, url: log } = audit;
    const at = ended ?? started;
    // A request that never became a run is none.
    if (run === undefined || at === undefined || verdict === 'queued')
        return audit.earlier;
    const own = {
        ...{ run, sha, at, verdict: words ?? verdict, sign: sign ?? '' },
        ...(metric === undefined ? {} : { metric }),
        ...(value === undefined ? {} : { value }),
        ...(cost === undefined ? {} : { cost }),
        ...(by === undefined ? {} : { by }),
        ...(log === undefined ? {} : { url: log }),
    };
    return [own, ...audit.earlier.filter((one) => one.run !== run)].slice(0, mostEarlier);
}
/** The comment of a run that is over, with what has become of its verdict since; undefined when it is no comment of ours. */
function markedStale(body, stale) {
    const audit = auditIn(body);
    if (!audit)
        return undefined;
    const paragraphs = body.split('\n\n');
    // The headline, and what the run came to, are always the first two.
    const at = paragraphs.findIndex((one) => /^(?:<!-- ml-workflow: .* -->\n)?## /.test(one)) + 2;
    if (at < 2)
        return undefined;
    const had = paragraphs[at]?.startsWith(_stale_line_js__WEBPACK_IMPORTED_MODULE_1__/* .staleBegin */ .tr) ? 1 : 0;
    paragraphs.splice(at, had, (0,_stale_line_js__WEBPACK_IMPORTED_MODULE_1__/* .staleLine */ .Sq)(stale, audit));
    return paragraphs.join('\n\n');
}
/** A login that is none, or a time that cannot be read, must not take the rest with it. */
function withoutWrong(fields) {
    const { earlier = [], ...others } = fields;
    const shape = schema.shape;
    const kept = Object.entries(others).filter(([name, value]) => {
        const field = shape[name];
        return value !== undefined && field?.safeParse(value).success === true;
    });
    const right = earlier.filter((one) => earlierRun.safeParse(one).success).slice(0, mostEarlier);
    return { ...Object.fromEntries(kept), earlier: right };
}


/***/ }),

/***/ 14278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bp: () => (/* binding */ gateText),
/* harmony export */   k: () => (/* binding */ umbrellaText)
/* harmony export */ });
/* unused harmony export longestCheckText */
/* harmony import */ var _engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62516);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14170);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15440);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53611);
/* harmony import */ var _percent_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(86373);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34859);
/* harmony import */ var _stale_line_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49360);
/* harmony import */ var _tables_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91955);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68013);
/** What a check run says of a gate and of the whole run: the name is a contract, so thresholds and values stand in title and text. */









/** Of a summary and of a text, in characters. */
const longestCheckText = 65_535;
const longestTitle = 255;
/** `state`: for the names of what was measured. `report`: for what the base branch has. */
function gateText(gate, state, report) {
    const title = (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(`${_words_js__WEBPACK_IMPORTED_MODULE_7__/* .gateWords */ .DO[gate.outcome]}: ${oneLine(gate.sum)}`, longestTitle);
    const rows = gate.operands.slice(0, 50).map((operand) => {
        const { written, value, none, unit, interval, samples, from, source } = operand;
        const share = unit === 'fraction' && value !== undefined ? ` (${(0,_percent_js__WEBPACK_IMPORTED_MODULE_8__/* .percent */ .K)(value)})` : '';
        return [
            (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(written, 160)),
            value === undefined ? (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(none ?? 'not measured', 160)) : `${(0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .shortNumber */ .In)(value)}${share}`,
            interval === undefined ? '' : (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .intervalText */ .Bt)(interval),
            samples === undefined ? '' : String(samples),
            from === undefined ? '' : (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(state.byId.get(from)?.title ?? from, 160)),
            source === undefined ? '' : (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(source, 160)),
        ];
    });
    const header = ['value', 'measured', 'interval', 'n', 'by', 'file'];
    const used = header.map((_, column) => rows.some((row) => row[column] !== ''));
    const kept = (cells) => cells.filter((_, column) => used[column] === true);
    const notes = [
        ...(gate.warned === true ? ['it only warns: the chain goes on'] : []),
        ...(gate.reason === undefined ? [] : [gate.reason]),
        ...(gate.remark === undefined ? [] : [gate.remark]),
        ...(gate.outcome === 'error'
            ? ['a gate that cannot be decided is an error, and nothing catches it']
            : []),
    ];
    const compared = (report?.compared ?? []).filter(({ gates }) => gates.some(({ text }) => text === gate.text));
    const summary = [
        `${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(gate.text, 300))}: **${_words_js__WEBPACK_IMPORTED_MODULE_7__/* .gateWords */ .DO[gate.outcome]}**`,
        rows.length === 0 ? '' : (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(kept(header), rows.map(kept)),
        ...notes.map((note) => `- ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(note, 500))}`),
        report && compared.length > 0 ? baseBlock(report, compared) : '',
    ];
    return { title, summary: within(summary) };
}
function baseBlock(report, compared) {
    return (0,_tables_js__WEBPACK_IMPORTED_MODULE_6__/* .comparedTable */ .MP)({ ...report, compared }, 10);
}
/** Of the run: what decides in the summary, everything in the text. */
function umbrellaText(report) {
    const summary = [
        (0,_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .headline */ .Pl)(report),
        (0,_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .facts */ .Ix)(report),
        report.stale ? (0,_stale_line_js__WEBPACK_IMPORTED_MODULE_5__/* .staleLine */ .Sq)(report.stale, report) : '',
        (0,_tables_js__WEBPACK_IMPORTED_MODULE_6__/* .comparedTable */ .MP)(report, 20),
        (0,_tables_js__WEBPACK_IMPORTED_MODULE_6__/* .gateTable */ .k0)(report.gates, 20),
    ];
    return {
        title: oneLine((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .verdictTitle */ .S)(report)),
        summary: within(summary),
        text: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownReport */ .q)(report, { limit: longestCheckText }),
    };
}
/** Whole blocks, as many as there is room for. */
function within(blocks) {
    let text = '';
    for (const block of blocks) {
        if (block === '')
            continue;
        const longer = text === '' ? block : `${text}\n\n${block}`;
        if (longer.length <= longestCheckText)
            text = longer;
    }
    return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim();
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

/***/ 14170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ix: () => (/* binding */ facts),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   Yv: () => (/* binding */ moneyWords),
/* harmony export */   l9: () => (/* binding */ decisive),
/* harmony export */   oL: () => (/* binding */ decisiveWords)
/* harmony export */ });
/* harmony import */ var _engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62516);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53611);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67694);
/* harmony import */ var _stale_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49360);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68013);
/** The first lines of a report: what became of the run, at which commit, for whom, and for how much. */





/** More of a reason stands with what failed. */
const longestReason = 300;
function verdictOf({ decision, reason_code, degraded }) {
    if (decision === undefined)
        return { sign: '⏳', words: 'running' };
    const isLess = decision === 'passed' && degraded !== undefined;
    const words = `${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictWords */ .L2)(decision, reason_code)}${isLess ? ', degraded' : ''}`;
    return { sign: isLess ? '⚠️' : _words_js__WEBPACK_IMPORTED_MODULE_4__/* .decisionSigns */ .z6[decision], words };
}
function headline(report) {
    const { sign, words } = verdictOf(report);
    return `## ${sign} ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(report.workflow, 120))}: ${words}${report.stale ? ', out of date' : ''}`;
}
/** One line. */
function facts(report) {
    const { sha, url, requested_by: by } = report;
    const money = moneyWords(report);
    return [
        (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(reasonOf(report), longestReason)),
        ...(sha === undefined ? [] : [`at ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_stale_line_js__WEBPACK_IMPORTED_MODULE_3__/* .shortSha */ .Fu)(sha))}`]),
        ...(by === undefined ? [] : [`by ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(by, 60))}`]),
        (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(report.seconds),
        ...(money === undefined ? [] : [(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(money)]),
        ...(url === undefined ? [] : [(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)('log', url)]),
    ].join(' · ');
}
/** The headline has said the verdict. */
function reasonOf({ reason, decision, reason_code: why }) {
    const said = decision === undefined ? '' : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictWords */ .L2)(decision, why)}: `;
    return said !== '' && reason.startsWith(said) ? reason.slice(said.length) : reason;
}
/** `$0.31 of $10.00 so far`, `billed $0.42`; undefined when nothing was rented. */
function moneyWords({ money, pods = [], decision, quote }) {
    if (!money)
        return undefined;
    const most = money.cap ?? quote;
    if (decision === undefined)
        return `${(0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .cost */ .y)(money.spent)}${most === undefined ? '' : ` of at most ${(0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .cost */ .y)(most)}`} so far`;
    const isBilled = pods.every((pod) => pod.billed !== undefined || pod.dollars === 0);
    return money.billed !== undefined && isBilled ? `billed ${(0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .cost */ .y)(money.billed)}` : (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .cost */ .y)(money.spent);
}
/** The metric by which the run is remembered: of the gate that decided it, or else what it chose or measured. */
function decisive(report) {
    const gate = decidingGate(report);
    if (gate?.metric !== undefined && gate.value !== undefined)
        return { metric: gate.metric, value: gate.value, gate };
    for (const { metrics, rows } of report.sweeps) {
        const value = rows.find(({ best }) => best)?.values[0];
        const [metric] = metrics;
        if (metric !== undefined && typeof value === 'number')
            return { metric, value };
    }
    const [first] = report.gates.length === 0 ? report.metrics : [];
    return first && { metric: first.metric, value: first.value };
}
/** Of several, the last one that says what the run came to. */
function decidingGate({ gates, decision }) {
    const wanted = (of) => gates.findLast(({ outcome }) => (outcome === 'met') === (of === 'passed'));
    return wanted(decision) ?? gates.at(-1);
}
/** `best-acc 0.962 > 0.90` of the gate that decided, or the metric with its value. */
function decisiveWords(report) {
    const found = decisive(report);
    return found && (found.gate?.sum ?? `${found.metric} ${(0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .shortNumber */ .In)(found.value)}`);
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


/***/ }),

/***/ 15440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ markdownReport),
  S: () => (/* binding */ verdictTitle)
});

// EXTERNAL MODULE: ./build/reports/audit.js
var reports_audit = __webpack_require__(24839);
// EXTERNAL MODULE: ./build/reports/headline.js
var headline = __webpack_require__(14170);
// EXTERNAL MODULE: ./build/reports/markdown-text.js
var markdown_text = __webpack_require__(53611);
// EXTERNAL MODULE: ./build/reports/pods.js
var reports_pods = __webpack_require__(67694);
// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(68013);
;// CONCATENATED MODULE: ./build/reports/markdown-pods.js
/** The pods of a run in Markdown: what they came to in one line, those that may be left loud, the others in a fold. */



const mostLeft = 20;
/** Of a note, which may quote a host. */
const longestNote = 200;
/** `most`: pods in the fold. */
function podBlock({ pods = [], money, decision, run }, most) {
    if (!money)
        return '';
    const isOver = decision !== undefined;
    const left = isOver ? (0,reports_pods/* leftOver */.WL)(pods) : [];
    const total = `${left.length > 0 ? '🚨 ' : ''}**Pods**: ${(0,markdown_text/* prose */.CS)((0,reports_pods/* podsSentence */.wf)(pods, money, isOver))}`;
    const loud = left
        .slice(0, Math.min(mostLeft, Math.max(3, most)))
        .map((pod) => `> 🚨 ${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(pod.name, 100))} ${(0,markdown_text/* prose */.CS)((0,reports_pods/* leftWords */.D9)(pod))}`);
    const help = left.length === 0 ? [] : [`> ${(0,markdown_text/* code */.aY)((0,reports_pods/* reapWords */.Ye)(run))} ends what is left.`];
    const rows = pods
        .slice(0, most)
        .map((pod) => [
        podMarks[pod.status],
        (0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(pod.scope, longestNote)),
        (0,markdown_text/* prose */.CS)((0,markdown_text/* cut */.Jj)(pod.offer, longestNote)),
        pod.ready_after === undefined ? '' : (0,words/* duration */.p0)(pod.ready_after),
        pod.status === 'refused' ? '' : (0,words/* duration */.p0)(pod.seconds),
        (0,markdown_text/* prose */.CS)((0,reports_pods/* hourly */.iC)(pod.price)),
        pod.status === 'refused' ? '' : (0,markdown_text/* prose */.CS)((0,reports_pods/* cost */.y)(pod.dollars)),
        pod.billed === undefined ? '' : (0,markdown_text/* prose */.CS)((0,reports_pods/* cost */.y)(pod.billed)),
        [
            ...(pod.class === undefined ? [] : [(0,markdown_text/* code */.aY)(pod.class)]),
            ...(0,reports_pods/* podNotes */.n5)(pod).map((note) => (0,markdown_text/* sentence */.em)((0,markdown_text/* cut */.Jj)(note, longestNote))),
        ].join('; '),
    ]);
    const header = ['', 'for', 'offer', 'ready after', 'lived', 'price', 'cost', 'billed', 'note'];
    const align = header.map((_, column) => (column > 2 && column < 8 ? 'right' : 'left'));
    const missing = pods.length - rows.length;
    const note = missing > 0 ? `\n\n${missing} more are in the run's files.` : '';
    const details = rows.length === 0 ? [] : [(0,markdown_text/* fold */.AU)('Each pod', `${(0,markdown_text/* table */.tp)(header, rows, align)}${note}`)];
    return [total, ...(left.length === 0 ? [] : [[...loud, ...help].join('\n>\n')]), ...details].join('\n\n');
}
const podMarks = {
    'asked-for': '❔',
    starting: '⏳',
    ready: '▸',
    ended: '✓',
    unproven: '🚨',
    refused: '○',
};

// EXTERNAL MODULE: ./build/reports/stale-line.js
var stale_line = __webpack_require__(49360);
// EXTERNAL MODULE: ./build/reports/tables.js
var tables = __webpack_require__(91955);
;// CONCATENATED MODULE: ./build/reports/markdown.js
/** The report as Markdown, for the pull request's comment, the check run and the step summary. */







const whole = {
    tailLines: 20,
    failures: 5,
    rows: 256,
    steps: true,
    charts: true,
    decisive: 100,
    sentences: 20,
    earlier: 20,
};
const verdictOnly = {
    tailLines: 0,
    failures: 0,
    rows: 0,
    steps: false,
    charts: false,
    decisive: 3,
    sentences: 2,
    earlier: 0,
};
/** What is left out first when the text is too long; each level keeps whole blocks, so that no fence and no table is cut. */
const levels = [
    whole,
    { ...whole, tailLines: 5 },
    { ...whole, tailLines: 0 },
    { ...whole, tailLines: 0, failures: 2, rows: 100, decisive: 50 },
    { ...whole, tailLines: 0, failures: 2, rows: 20, decisive: 20 },
    { ...whole, tailLines: 0, failures: 2, rows: 6, decisive: 20, sentences: 10, steps: false, earlier: 10 },
    {
        ...whole,
        ...{ tailLines: 0, failures: 1, rows: 6, decisive: 10, sentences: 5 },
        ...{ steps: false, charts: false, earlier: 5 },
    },
    { ...verdictOnly, failures: 1, rows: 1, decisive: 5, sentences: 3 },
    verdictOnly,
    { ...verdictOnly, decisive: 0, sentences: 0 },
];
/** A comment may get one more line when its verdict has become old. */
const roomForStale = 400;
/** Never longer than the limit, which is 200 or more. */
function markdownReport(given, options) {
    const { sha, url } = options;
    const report = {
        ...(sha === undefined ? {} : { sha }),
        ...(url === undefined ? {} : { url }),
        ...given,
    };
    const limit = options.limit - (options.audit && options.limit > 4 * roomForStale ? roomForStale : 0);
    for (const [index, level] of levels.entries()) {
        const blocks = render(report, options, level, index > 0);
        const text = joined([...blocks, auditBlock(report, options, level)]);
        if (text.length <= limit)
            return text;
    }
    // The audit is whole, or it is not there.
    const few = [(0,headline/* headline */.Pl)(report), (0,headline/* facts */.Ix)({ ...report, reason: (0,markdown_text/* cut */.Jj)(report.reason, 60) })];
    for (const blocks of [few, few.slice(0, 1)]) {
        const text = joined(blocks);
        if (text.length <= limit)
            return text;
    }
    const { sign, words } = (0,headline/* verdictOf */.Vj)(report);
    return (0,markdown_text/* cut */.Jj)(`## ${sign} ${words}`, limit);
}
/** The verdict in one line, for the title of a check run. At most 255 characters. */
function verdictTitle({ decision, reason, reason_code: why }) {
    return (0,markdown_text/* cut */.Jj)(decision === undefined ? reason : `${(0,words/* verdictWords */.L2)(decision, why)}: ${reason}`, 255);
}
function joined(blocks) {
    // Half of a character, as a broken log may have it, cannot be sent.
    return blocks
        .filter((block) => block !== '')
        .join('\n\n')
        .replace(/\p{Surrogate}/gu, '\ufffd');
}
function render(report, options, level, isShortened) {
    const { flowchart, chart } = options;
    const { stale, notes = [], earlier = [] } = report;
    const lost = [...new Set([...(report.lost ?? []), ...(options.lost ?? [])])];
    return [
        (0,headline/* headline */.Pl)(report),
        (0,headline/* facts */.Ix)(report),
        stale ? (0,stale_line/* staleLine */.Sq)(stale, report) : '',
        quoted(notes, level.sentences),
        level.charts && flowchart !== undefined ? (0,markdown_text/* fenced */.OF)(flowchart, 'mermaid') : '',
        (0,tables/* comparedTable */.MP)(report, level.decisive),
        (0,tables/* gateTable */.k0)(report.gates, level.decisive),
        ...report.sweeps.map((sweep) => (0,tables/* sweepTable */.p)(sweep, level.rows)),
        level.charts && chart
            ? `${(0,markdown_text/* fenced */.OF)(chart.diagram, 'mermaid')}\n\n<sub>${(0,markdown_text/* sentence */.em)(chart.legend)}</sub>`
            : '',
        (0,tables/* metricTable */.Lc)(report, level.rows),
        approvals(report, level.sentences),
        podBlock(report, level.rows),
        failureFolds(report, level),
        (0,tables/* optionsFold */.Gv)(options.options ?? [], level.rows),
        level.steps ? stepsFold(report) : '',
        commandsLine(report),
        (0,tables/* earlierFold */.Ux)(earlier, level.earlier),
        quoted(lost, level.sentences),
        isShortened ? `_Shortened: ${(0,markdown_text/* link */.nf)('the summary of the run', report.url)} has the rest._` : '',
        `<sub>run ${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(report.run, 100))}</sub>`,
    ];
}
function quoted(sentences, most) {
    const shown = sentences.slice(0, most).map((what) => `> ${(0,markdown_text/* sentence */.em)((0,markdown_text/* cut */.Jj)(what, 500))}`);
    return shown.join('\n>\n');
}
function approvals({ waiting_for: labels = [], sha }, most) {
    return labels
        .slice(0, Math.max(1, most))
        .map((label) => {
        const short = (0,markdown_text/* cut */.Jj)(label, 200);
        const command = sha === undefined ? '' : `: write ${(0,markdown_text/* code */.aY)(`/ml-approve ${(0,stale_line/* shortSha */.Fu)(sha)} ${short}`)}`;
        return `⏸️ Waits for approval of ${(0,markdown_text/* code */.aY)(short)}${command}${command === '' ? '.' : ''}`;
    })
        .join('\n\n');
}
const mostFailureRows = 100;
const mostNames = 20;
/** What nobody took care of first; those that failed alike are one. */
function failureFolds(report, { failures: open, tailLines, rows }) {
    const groups = alike(report.failures);
    const blocks = groups.slice(0, open).map((group) => failureFold(group, tailLines));
    const rest = groups.slice(open).flat();
    if (rest.length === 0)
        return blocks.join('\n\n');
    const shown = rest.slice(0, Math.min(mostFailureRows, rows));
    const more = (count) => `${count} more ${count === 1 ? 'failure' : 'failures'}`;
    if (shown.length === 0)
        return [...blocks, `${more(rest.length)} ${rest.length === 1 ? 'is' : 'are'} in the log.`].join('\n\n');
    const body = (0,markdown_text/* table */.tp)(['', 'step', 'why', 'class'], shown.map((failure) => [
        signOf(failure),
        (0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(failure.title, 100)),
        (0,markdown_text/* sentence */.em)((0,markdown_text/* cut */.Jj)(failure.message, 200)),
        (0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(failure.class, 60)),
    ]));
    const hidden = rest.length - shown.length;
    const note = hidden > 0 ? `\n\n${hidden} more ${hidden === 1 ? 'is' : 'are'} in the log.` : '';
    return [...blocks, (0,markdown_text/* fold */.AU)(more(rest.length), `${body}${note}`)].join('\n\n');
}
/** A mistake in the code fails each cell of a sweep in the same way. */
function alike(failures) {
    const isHandled = ({ handled_by }) => Number(handled_by !== undefined);
    const groups = new Map();
    for (const failure of [...failures].sort((a, b) => isHandled(a) - isHandled(b))) {
        const { class: cause, message, tail, handled_by: by } = failure;
        const key = JSON.stringify([cause, message, tail.at(-1), by]);
        const group = groups.get(key);
        if (group)
            group.push(failure);
        else
            groups.set(key, [failure]);
    }
    return [...groups.values()];
}
function failureFold([failure, ...others], tailLines) {
    if (!failure)
        return '';
    const { title, class: cause, message, tail, handled_by: by } = failure;
    // Not its name twice: `/train` `/train` ended.
    const named = message.startsWith(`\`${title}\``) ? '' : `${(0,markdown_text/* htmlCode */.h8)((0,markdown_text/* cut */.Jj)(title, 100))} `;
    const many = others.length === 0 ? '' : `and ${others.length} more: `;
    const handled = by === undefined ? '' : `, handled by ${(0,markdown_text/* htmlCode */.h8)((0,markdown_text/* cut */.Jj)(by, 100))}`;
    const summary = `${signOf(failure)} ${named}${many}${(0,markdown_text/* htmlSentence */.hy)((0,markdown_text/* cut */.Jj)(message, 200))}${handled}`;
    const lines = tail.slice(-tailLines).map((line) => (0,markdown_text/* cut */.Jj)(line, 500));
    const names = others.slice(0, mostNames).map((other) => (0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(other.title, 100)));
    const hidden = others.length - names.length;
    const also = `Also ${names.join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}.`;
    const body = [
        ...(others.length === 0 || tailLines === 0 ? [] : [also]),
        tail.length === 0 || tailLines === 0 ? `class ${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(cause, 60))}` : (0,markdown_text/* fenced */.OF)(lines.join('\n')),
    ];
    return (0,markdown_text/* fold */.AU)(summary, body.join('\n\n'));
}
function signOf({ handled_by }) {
    return handled_by === undefined ? '❌' : '↷';
}
/** More is nothing that anybody reads in a comment. */
const mostSteps = 500;
/** Of steps in a row that came to the same, so many are named. */
const mostAlike = 6;
function stepsFold({ steps, seconds }) {
    const lines = [];
    for (let index = 0; index < steps.length && lines.length < mostSteps;) {
        const [step, same] = [steps[index], alikeFrom(steps, index)];
        if (!step)
            break;
        const named = same > mostAlike ? 2 : 1;
        for (const one of steps.slice(index, index + named))
            lines.push(stepLine(one));
        if (named > 1)
            lines.push(`${'  '.repeat(step.depth)}${words/* statusSigns */.rq[step.status]} … ${same - named} more`);
        index += same > mostAlike ? same : 1;
    }
    if (lines.length >= mostSteps)
        lines.push('…');
    return (0,markdown_text/* fold */.AU)(`What ran (${(0,words/* duration */.p0)(seconds)})`, (0,markdown_text/* fenced */.OF)(lines.join('\n')));
}
function stepLine({ seconds, status, note, depth, title }) {
    const time = seconds === undefined || status === 'skipped' ? '' : `  ${(0,words/* duration */.p0)(seconds)}`;
    const remark = note === undefined ? '' : `  ${(0,markdown_text/* cut */.Jj)(note, 300)}`;
    return `${'  '.repeat(depth)}${words/* statusSigns */.rq[status]} ${(0,markdown_text/* cut */.Jj)(title, 200)}${time}${remark}`;
}
/** How many commands in a row, from this one on, stand side by side, came to the same and have no more to say. */
function alikeFrom(steps, start) {
    const first = steps[start];
    let end = start;
    const isAlike = (step) => step?.kind === 'unit' &&
        step.depth === first?.depth &&
        step.status === first.status &&
        step.note === undefined;
    while (isAlike(steps[end]))
        end += 1;
    return Math.max(1, end - start);
}
const mostCommands = 8;
function commandsLine({ commands = [] }) {
    if (commands.length === 0)
        return '';
    const words = commands
        .slice(0, mostCommands)
        .map(({ text, does }) => `${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(text, 100))} ${(0,markdown_text/* sentence */.em)((0,markdown_text/* cut */.Jj)(does, 100))}`);
    return `**Commands:** ${words.join(' · ')}`;
}
function auditBlock(report, { audit }, level) {
    const { sha, decision } = report;
    if (!audit || sha === undefined)
        return '';
    const { sign, words } = (0,headline/* verdictOf */.Vj)(report);
    const found = (0,headline/* decisive */.l9)(report);
    const began = Date.parse(report.started_at);
    const ended = Number.isFinite(began + report.seconds) ? new Date(began + report.seconds * 1000) : undefined;
    const fields = {
        ...audit,
        run: report.run,
        by: report.requested_by,
        asked: report.asked === undefined ? undefined : (0,markdown_text/* cut */.Jj)(report.asked, 500),
        quote: report.quote,
        cost: report.money?.billed ?? report.money?.spent,
        reason_code: report.reason_code,
        metric: found?.metric,
        value: found?.value,
        approved_by: report.approved_by === undefined ? undefined : [...report.approved_by],
        waiting_for: report.waiting_for === undefined ? undefined : [...report.waiting_for],
        started: report.started_at,
        ended: decision === undefined ? undefined : ended?.toISOString(),
        url: report.url,
        earlier: (report.earlier ?? []).slice(0, Math.max(5, level.earlier)),
    };
    return (0,reports_audit/* auditText */.$u)({
        ...fields,
        schema: 1,
        workflow: audit.workflow,
        sha,
        ...{ verdict: decision ?? 'running', words, sign },
    });
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

/***/ 49360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ shortSha),
/* harmony export */   Sq: () => (/* binding */ staleLine),
/* harmony export */   tr: () => (/* binding */ staleBegin)
/* harmony export */ });
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53611);

/** By it the line is found again. */
const staleBegin = '> ⚠️ This verdict is ';
function staleLine({ because, now }, { sha, asked }) {
    const is = (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(shortSha(now));
    const said = because === 'head-moved'
        ? `about ${sha === undefined ? 'an earlier commit' : (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(shortSha(sha))}; the pull request is at ${is} now`
        : `against an earlier run of the base branch; ${is} has been accepted since`;
    return `${staleBegin}${said}${asked === undefined ? '' : `: comment ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(again(asked, because, now))} to run again`}.`;
}
/** Whoever named the commit named the old one. */
function again(asked, because, now) {
    const line = (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(asked.replace(/\s+/g, ' '), 200);
    return because === 'head-moved'
        ? line.replace(/(^|\s)@[0-9a-f]{7,64}(?=\s|$)/i, (_whole, blank) => `${blank}@${shortSha(now)}`)
        : line;
}
/** Of what is no commit, all. */
function shortSha(text) {
    return /^[0-9a-f]{7,64}$/.test(text) ? text.slice(0, 7) : (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(text, 60);
}


/***/ }),

/***/ 22545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ paintWith),
/* harmony export */   VL: () => (/* binding */ width),
/* harmony export */   jC: () => (/* binding */ padded),
/* harmony export */   styleFor: () => (/* binding */ styleFor),
/* harmony export */   yd: () => (/* binding */ cutTo)
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
/** East Asian and emoji signs, which take two columns. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;
/** Columns a text takes in a terminal; escape sequences and marks that join their neighbour take none. */
function width(text) {
    let columns = 0;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is removed
    for (const sign of text.replace(/\u001b\[[0-9;]*m/g, '')) {
        if (/\p{Mark}/u.test(sign))
            continue;
        columns += wide.test(sign) ? 2 : 1;
    }
    return columns;
}
/** Filled up with blanks to so many columns. */
function padded(text, columns) {
    return text + ' '.repeat(Math.max(0, columns - width(text)));
}
/** At most so many columns; what is cut ends with `…`. Styles stay whole. */
function cutTo(text, columns) {
    if (width(text) <= columns)
        return text;
    let room = columns - 1;
    let shown = '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are kept whole
    for (const piece of text.match(/\u001b\[[0-9;]*m|[\s\S]/gu) ?? []) {
        if (piece.startsWith('\u001b'))
            shown += piece;
        else if (room >= 0) {
            room -= width(piece);
            if (room >= 0)
                shown += piece;
        }
    }
    return `${shown}…`;
}


/***/ }),

/***/ 11497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ sweepChart),
/* harmony export */   Lf: () => (/* binding */ seriesOf),
/* harmony export */   W6: () => (/* binding */ thresholdsOf)
/* harmony export */ });
/* harmony import */ var _engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62516);
/* harmony import */ var _engine_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76879);
/* harmony import */ var _mermaid_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8159);
/** A sweep as a chart in Mermaid's notation: a bar for each cell, a star at the chosen one, and the line of the gate. */



/** The labels of more bars would run into each other. */
const mostPoints = 20;
const longestLabel = 14;
/** Signs that stand below the axis side by side. */
const mostLabelSigns = 80;
/** Undefined when there is nothing worth drawing: fewer than two finite values. */
function sweepChart(sweep, thresholds = []) {
    const found = seriesOf(sweep);
    if (!found || found.points.length < 2)
        return undefined;
    const { metric, points, left } = found;
    const threshold = thresholds.find((one) => one.metric === metric && Number.isFinite(one.value));
    const all = [...points.map(({ value }) => value), ...(threshold ? [threshold.value] : [])];
    const exponent = exponentOf(all);
    const scaled = (value) => value / 10 ** exponent;
    const [low, high] = rangeOf(all.map(scaled));
    const labels = labelsOf(points);
    const best = points.find(({ best }) => best);
    const axis = sweep.config.length === 0 ? 'cell' : sweep.config.join(', ');
    const unit = exponent === 0 ? '' : ` in 1e${exponent}`;
    const numbers = (values) => `[${values.map(decimal).join(', ')}]`;
    const lines = [
        // Blue and red: seen on a light and on a dark page.
        '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#218bff, #e5534b"}}}}%%',
        'xychart-beta',
        `  x-axis "${(0,_mermaid_text_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeLabel */ .c)(axis, 40)}" [${labels.shown.map((label) => `"${label}"`).join(', ')}]`,
        `  y-axis "${(0,_mermaid_text_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeLabel */ .c)(metric, 30)}${unit}" ${decimal(low)} --> ${decimal(high)}`,
        `  bar ${numbers(points.map(({ value }) => scaled(value)))}`,
        ...(threshold ? [`  line ${numbers(points.map(() => scaled(threshold.value)))}`] : []),
    ];
    const legend = [
        `bars: ${quoted(metric)} by ${sweep.config.length === 0 ? 'cell' : sweep.config.map(quoted).join(', ')}`,
        ...(labels.numbered ? ['numbered as in the table'] : []),
        ...(best ? [`★ the chosen one, ${(0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .shortNumber */ .In)(best.value)}`] : []),
        ...(threshold ? [`red line: ${quoted(threshold.text)}`] : []),
        ...(left > 0 ? [`${points.length} of ${points.length + left} cells are shown`] : []),
    ].join('; ');
    return { diagram: lines.join('\n'), legend: `${legend}.` };
}
/** The first metric that two cells have, in the order of the axis where that is one of numbers. */
function seriesOf(sweep, most = mostPoints) {
    const column = sweep.metrics.findIndex((_, index) => sweep.rows.filter(({ values }) => isMeasured(values[index])).length >= 2);
    const metric = sweep.metrics[column];
    if (metric === undefined)
        return undefined;
    const points = sweep.rows.flatMap((row, index) => {
        const value = row.values[column];
        return isMeasured(value) ? [{ row, number: index + 1, value, best: row.best }] : [];
    });
    if (sweep.config.length === 1 && points.every(({ row }) => isNumber(row.config[0])))
        points.sort((a, b) => Number(a.row.config[0]) - Number(b.row.config[0]));
    const kept = thinned(points, most);
    return { metric, points: kept, left: points.length - kept.length };
}
/** Evenly, with both ends and the chosen one. */
function thinned(points, most) {
    if (points.length <= most)
        return points;
    const best = points.findIndex((point) => point.best);
    const kept = new Set(best < 0 ? [] : [best]);
    const others = most - kept.size;
    for (let place = 0; place < others; place += 1)
        kept.add(Math.round((place * (points.length - 1)) / (others - 1)));
    return points.filter((_, index) => kept.has(index));
}
/** What the plan's gates compare with a number: metrics of the sweep's cells, or the best one of them. */
function thresholdsOf(plan, sweep) {
    const cells = new Set(sweep.rows.map(({ node }) => node));
    for (const node of plan.nodes)
        if (node.kind === 'unit' && node.collects.some((cell) => cells.has(cell)))
            cells.add(node.id);
    return plan.nodes.flatMap((node) => {
        const gates = node.kind === 'branch'
            ? node.arms.map(({ gate }) => gate)
            : node.kind === 'require' || node.kind === 'repeat'
                ? [node.gate]
                : [];
        return gates.flatMap(({ text, expression }) => comparisonsIn(expression)
            .filter(({ from }) => from.some((id) => cells.has(id)))
            .map(({ metric, value }) => ({ metric: metric.replace(/^best_/, ''), value, text })));
    });
}
function comparisonsIn(expression) {
    switch (expression.kind) {
        case 'confidence':
            return comparisonsIn(expression.comparison);
        case 'not':
            return comparisonsIn(expression.operand);
        case 'binary': {
            const { operator, left, right } = expression;
            if (operator === 'and' || operator === 'or')
                return [...comparisonsIn(left), ...comparisonsIn(right)];
            const [metric, number] = left.kind === 'metric' ? [left, right] : [right, left];
            return metric.kind === 'metric' && number.kind === 'number' && /[<>]/.test(operator)
                ? [{ metric: metric.metric, value: number.value, from: metric.from }]
                : [];
        }
        default:
            return [];
    }
}
/** Equal ones would share one place of the axis, and long ones would run into each other. */
function labelsOf(points) {
    const labels = points.map(({ row }) => row.config.join(', '));
    const isPlain = labels.every((label) => label.trim() !== '' && label.length <= longestLabel) &&
        new Set(labels).size === labels.length &&
        labels.reduce((sum, label) => sum + label.length + 2, 0) <= mostLabelSigns;
    const shown = points.map(({ best, number }, index) => {
        const label = isPlain ? (0,_mermaid_text_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeLabel */ .c)(labels[index] ?? '', longestLabel) : String(number);
        return best ? `★ ${label}` : label;
    });
    return { shown, numbered: !isPlain };
}
/** A power of ten that all are divided by, so that they are written without one; 0 where none is needed. */
function exponentOf(values) {
    const largest = Math.max(...values.map(Math.abs));
    if (largest === 0 || (largest >= 0.01 && largest < 1e6))
        return 0;
    // `10 ** -324` would be 0.
    return Math.max(-300, Math.floor(Math.log10(largest)));
}
/** With some room on both sides. */
function rangeOf(values) {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = high > low ? (high - low) * 0.1 : Math.abs(high) * 0.1 || 1;
    // Of numbers below zero the bars still stand on the axis.
    return low >= 0 ? [Math.max(0, low - room), high + room] : [low - room, high + room];
}
/** Mermaid reads no `1e-7`. */
function decimal(value) {
    const text = value.toFixed(6).replace(/\.?0+$/, '');
    return text === '-0' ? '0' : text;
}
function isMeasured(value) {
    return typeof value === 'number' && Number.isFinite(value);
}
function isNumber(text) {
    return text !== undefined && text.trim() !== '' && Number.isFinite(Number(text));
}
function quoted(name) {
    const plain = (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .w)(name).replace(/[`\s]+/g, ' ');
    return `\`${plain.length > 40 ? `${plain.slice(0, 39)}…` : plain}\``;
}


/***/ }),

/***/ 91955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ optionsFold),
/* harmony export */   Lc: () => (/* binding */ metricTable),
/* harmony export */   MP: () => (/* binding */ comparedTable),
/* harmony export */   Ux: () => (/* binding */ earlierFold),
/* harmony export */   k0: () => (/* binding */ gateTable),
/* harmony export */   p: () => (/* binding */ sweepTable)
/* harmony export */ });
/* harmony import */ var _engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62516);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53611);
/* harmony import */ var _percent_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86373);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67694);
/* harmony import */ var _stale_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49360);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68013);
/** The tables of a report in Markdown: what is compared, the gates, sweeps, metrics, options, and the runs before. */






/** Of names and sums, which other people choose. */
const longestCell = 160;
/** Of a sweep with more cells, the best are shown and the rest folded. */
const mostOpenRows = 12;
const mostBestRows = 6;
const gateSigns = {
    met: '✅',
    'not-met': '❌',
    inconclusive: '❔',
    error: '⛔',
};
function comparedTable({ compared = [], base }, most) {
    if (!base || compared.length === 0 || most === 0)
        return '';
    const names = new Set(compared.map(({ metric }) => metric));
    const shown = compared.slice(0, most);
    // The same for all, it need not stand in every cell.
    const counts = new Set(shown.flatMap(samplesOf));
    const [only] = counts.size === 1 ? counts : [];
    const value = (of, line, samples) => withSamples(of, line.unit, only === undefined && line.unit !== 'number' ? samples : undefined);
    const rows = shown.map((line) => [
        // By whom it was measured, where the name alone does not tell.
        names.size < compared.length ? metricOf(line) : (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(line.metric, longestCell)),
        value(line.base, line, line.base_samples),
        value(line.value, line, line.samples),
        deltaWords(line),
        line.gates.map(gateMark).join(', '),
    ]);
    const hasGates = shown.some(({ gates }) => gates.length > 0);
    const header = ['metric', 'base', 'this', 'Δ', ...(hasGates ? ['gate'] : [])];
    const body = (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(header, rows.map((row) => row.slice(0, header.length)), ['left', 'right', 'right', 'right', 'left']);
    const where = [
        `base: ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(base.branch, 100))}`,
        `at ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_stale_line_js__WEBPACK_IMPORTED_MODULE_3__/* .shortSha */ .Fu)(base.sha))}`,
        ...(base.url === undefined ? [] : [(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)('run', base.url)]),
        base.at.slice(0, 10),
    ].join(' ');
    const missing = compared.length - shown.length;
    const notes = [
        where,
        ...(only === undefined ? [] : [`n = ${only}`]),
        ...(compared.some(({ tie }) => tie !== undefined) ? ['≈ tie: chance alone may do that'] : []),
        ...(missing > 0 ? [`${missing} more below`] : []),
    ];
    return `${body}\n\n<sub>${notes.join(' · ')}</sub>`;
}
/** What both shares were measured on; undefined where nobody has said it. */
function samplesOf({ unit, samples, base_samples: before }) {
    return unit === 'number' ? [] : [samples, before];
}
function metricOf({ metric, step }) {
    const name = (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(metric, longestCell));
    return step === undefined ? `best ${name}` : `${name} ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(step, longestCell))}`;
}
function deltaWords({ delta_text: text, direction, tie }) {
    if (tie !== undefined)
        return `≈ tie (${text})`;
    return direction === undefined || direction === 'equal' ? text : `${text} ${direction}`;
}
function gateMark({ text, outcome, warned }) {
    return `${warned === true ? '⚠️' : gateSigns[outcome]} ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(text, longestCell))}`;
}
function withSamples(value, unit, samples) {
    return `${(0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .shortNumber */ .In)(value)}${unit === 'percent' ? ' %' : ''}${samples === undefined ? '' : ` (n = ${samples})`}`;
}
function gateTable(gates, most) {
    if (gates.length === 0 || most === 0)
        return '';
    // What was not met comes first where not all of them have room.
    const order = (gate) => Number(gate.outcome === 'met');
    const kept = new Set([...gates].sort((a, b) => order(a) - order(b)).slice(0, most));
    const rows = gates
        .filter((gate) => kept.has(gate))
        .map((gate) => [
        (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(gate.text, longestCell)),
        `${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(gate.sum, longestCell))}${gate.percent === undefined ? '' : ` (${gate.percent})`}`,
        `${gate.warned === true ? '⚠️' : gateSigns[gate.outcome]} ${_words_js__WEBPACK_IMPORTED_MODULE_4__/* .gateWords */ .DO[gate.outcome]}`,
        [
            ...(gate.warned === true ? ['only a warning'] : []),
            ...(gate.interval === undefined ? [] : [`interval ${gate.interval}`]),
            ...(gate.from === undefined ? [] : [(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(gate.from, longestCell))]),
            ...(gate.samples === undefined ? [] : [`n = ${gate.samples}`]),
            ...(gate.reason === undefined ? [] : [(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(gate.reason, longestCell))]),
            ...(gate.remark === undefined ? [] : [(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(gate.remark, longestCell))]),
        ].join('; '),
    ]);
    const missing = gates.length - rows.length;
    const note = missing > 0 ? `\n\n${missing} more gates are in the log.` : '';
    return `### Gates\n\n${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['gate', 'measured', 'verdict', 'from'], rows)}${note}`;
}
/** `most`: rows in all. */
function sweepTable(sweep, most) {
    if (most === 0)
        return '';
    const { rows } = sweep;
    if (rows.length <= Math.min(most, mostOpenRows))
        return `### Sweep\n\n${rowsOf(sweep, rows)}`;
    const best = bestFirst(rows);
    const top = `### Sweep\n\n${rowsOf(sweep, best.slice(0, Math.min(most, mostBestRows)))}`;
    if (most <= mostBestRows)
        return `${top}\n\n${rows.length - most} more cells are in the run's files.`;
    const shown = rows.length <= most ? rows : best.slice(0, most);
    const missing = rows.length - shown.length;
    const note = missing > 0 ? `\n\n${missing} more cells are in the run's files.` : '';
    return `${top}\n\n${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .AU)(`All ${rows.length} cells: ${countsOf(rows)}`, `${rowsOf(sweep, shown)}${note}`)}`;
}
function rowsOf(sweep, shown) {
    const names = [...sweep.config, ...sweep.metrics].map((name) => (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(name, longestCell)));
    const header = ['', ...names, 'time'];
    const rows = shown.map((row) => [
        row.best ? '⭐' : statusMarks[row.status],
        ...row.config.map((value) => (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(value, longestCell))),
        ...row.values.map((value, index) => {
            if (value === null)
                return '–';
            return row.best && index === 0 ? `**${(0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .shortNumber */ .In)(value)}**` : (0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .shortNumber */ .In)(value);
        }),
        row.seconds === undefined ? '' : (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(row.seconds),
    ]);
    return (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(header, rows, header.map((_, column) => (column === 0 ? 'left' : 'right')));
}
/** The chosen one, and behind it those that come near it; without one, the order of the chain. */
function bestFirst(rows) {
    const main = ({ values }) => (typeof values[0] === 'number' ? values[0] : undefined);
    const best = rows.find((row) => row.best);
    const top = best && main(best);
    if (!best || top === undefined)
        return rows;
    const far = (row) => {
        const value = main(row);
        return value === undefined ? Number.POSITIVE_INFINITY : Math.abs(value - top);
    };
    return [best, ...rows.filter((row) => row !== best).sort((a, b) => far(a) - far(b) || 0)];
}
function countsOf(rows) {
    const counts = new Map();
    for (const { status } of rows)
        counts.set(statusMarks[status], (counts.get(statusMarks[status]) ?? 0) + 1);
    return [...counts].map(([mark, count]) => `${count} ${mark}`).join(', ');
}
const statusMarks = {
    waiting: '·',
    running: '⏳',
    succeeded: '✓',
    failed: '❌',
    handled: '↷',
    stopped: '■',
    'not-met': '❌',
    skipped: '○',
};
/** Folded where the same stands above: in a sweep, or compared with the base. */
function metricTable({ metrics, sweeps, compared = [] }, most) {
    if (metrics.length === 0 || most === 0)
        return '';
    const rows = metrics
        .slice(0, most)
        .map(({ step, metric, value, unit, samples }) => [
        (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(step, longestCell)),
        (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(metric, longestCell)),
        unit === 'fraction'
            ? `${(0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .shortNumber */ .In)(value)} (${(0,_percent_js__WEBPACK_IMPORTED_MODULE_5__/* .percent */ .K)(value)})`
            : `${(0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .shortNumber */ .In)(value)}${unit === 'percent' ? ' %' : ''}`,
        samples === undefined ? '' : String(samples),
    ]);
    const body = (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['command', 'metric', 'value', 'n'], rows, ['left', 'left', 'right', 'right']);
    const missing = metrics.length - rows.length;
    const all = `${body}${missing > 0 ? `\n\n${missing} more are in the run's files.` : ''}`;
    if (sweeps.length > 0)
        return (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .AU)('Metrics of the other commands', all);
    return compared.length > 0 ? (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .AU)('All metrics', all) : `### Metrics\n\n${all}`;
}
function optionsFold(changes, most) {
    if (changes.length === 0 || most === 0)
        return '';
    const value = (text) => (text === undefined ? '–' : (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(text, longestCell)));
    const rows = changes
        .slice(0, most)
        .map(({ option, before, now }) => [(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(option, longestCell)), value(before), value(now)]);
    const count = `${changes.length} ${changes.length === 1 ? 'option differs' : 'options differ'} from the base`;
    return (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .AU)(count, (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['option', 'base', 'this'], rows));
}
function earlierFold(earlier, most) {
    if (earlier.length === 0 || most === 0)
        return '';
    const rows = earlier
        .slice(0, most)
        .map(({ verdict, sign, sha, metric, value, cost: dollars, by, at, url }) => [
        `${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(sign, 8))} ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(verdict, 60)), url)}`,
        (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_stale_line_js__WEBPACK_IMPORTED_MODULE_3__/* .shortSha */ .Fu)(sha)),
        value === undefined
            ? ''
            : `${(0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .shortNumber */ .In)(value)}${metric === undefined ? '' : ` ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(metric, 60))}`}`,
        dollars === undefined ? '' : (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .cost */ .y)(dollars)),
        by === undefined ? '' : (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(by, 60)),
        (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(at.slice(0, 16).replace('T', ' ')),
    ]);
    const header = ['verdict', 'commit', 'value', 'cost', 'by', 'when (UTC)'];
    // Nobody reads a column in which nothing stands.
    const used = header.map((_, column) => rows.some((row) => row[column] !== ''));
    const kept = (cells) => cells.filter((_, column) => used[column] === true);
    return (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .AU)(`Earlier runs (${earlier.length})`, (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(kept(header), rows.map(kept)));
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
