export const id = 844;
export const ids = [844,9873,3710,2545];
export const modules = {

/***/ 40654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a5: () => (/* binding */ isRateLimit),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   je: () => (/* binding */ lossOf),
/* harmony export */   yN: () => (/* binding */ GitHubApi)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61351);
/** Calls to GitHub that survive a bad moment, and say in one line what a missing permission costs. */

const attempts = 4;
/** In all, for one call. */
const longestWaitSeconds = 60;
/** One token's way to GitHub. */
class GitHubApi {
    octokit;
    #sleep;
    /** The rate limit that was given up on: asking on would only make it longer. */
    #limit;
    #isFinishing = false;
    #login;
    constructor(token, sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))) {
        this.octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token);
        this.#sleep = sleep;
    }
    /** From here on come the calls that close what is open: each is tried once even after a rate limit. */
    finish() {
        this.#isFinishing = true;
    }
    /**
     * Repeats a call that failed for a reason that passes: no answer, 5xx, and rate limits, waiting as GitHub asks. A call
     * that creates something gives `find`: after a failure that may have come too late, what exists is looked for first.
     */
    async persist(call, options = {}) {
        const limited = this.#limit;
        if (limited && !this.#isFinishing)
            throw limited.error;
        let waited = 0;
        for (let attempt = 1;; attempt += 1) {
            try {
                return await call();
            }
            catch (error) {
                const wait = secondsToWait(error, attempt);
                const isTooLong = wait === undefined || waited + wait > longestWaitSeconds;
                if (isTooLong || limited || attempt >= attempts) {
                    if (isRateLimit(error))
                        this.#limit ??= { error };
                    throw error;
                }
                await this.#sleep(wait);
                waited += wait;
                const found = isRateLimit(error) ? undefined : await quietly(options.find);
                if (found !== undefined)
                    return found;
            }
        }
    }
    /** The account the token belongs to; undefined for the token of an App, which GitHub does not tell. Asked once. */
    login() {
        this.#login ??= this.persist(() => this.octokit.rest.users.getAuthenticated()).then(({ data }) => data.login, () => undefined);
        return this.#login;
    }
}
/** Looking is a courtesy: when it fails too, the call is made again as if nothing had been found. */
async function quietly(find) {
    try {
        return await find?.();
    }
    catch {
        return undefined;
    }
}
/** Undefined when trying again would not help. */
function secondsToWait(error, attempt) {
    if (isRateLimit(error))
        return secondsAsked(error);
    return statusOf(error) >= 500 || isNetworkFailure(error) ? 2 ** (attempt - 1) : undefined;
}
/** By GitHub's rules: what it says, else when the hour's quota is new, else a minute. */
function secondsAsked(error) {
    const headers = headersOf(error);
    const after = Number(headers['retry-after']);
    if (Number.isFinite(after) && after > 0)
        return after;
    const reset = Number(headers['x-ratelimit-reset']);
    if (headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset))
        return Math.max(1, Math.ceil(reset - Date.now() / 1000));
    return longestWaitSeconds;
}
/** GitHub answers a rate limit with 429, or with the same 403 as a missing permission. */
function isRateLimit(error) {
    const status = statusOf(error);
    if (status !== 403)
        return status === 429;
    const headers = headersOf(error);
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        (error instanceof Error && /\brate limit|abuse detection/i.test(error.message)));
}
/** Not every error without a status: a mistake of this program must show itself at once. */
function isNetworkFailure(error) {
    if (statusOf(error) !== 0 || !(error instanceof Error))
        return false;
    const isFetch = error instanceof TypeError && error.message === 'fetch failed';
    return isFetch || /^(?:Abort|Timeout|Fetch)Error$/.test(error.name) || hasNetworkCode(error);
}
function hasNetworkCode(error) {
    const code = 'code' in error ? error.code : undefined;
    return (typeof code === 'string' &&
        /^(?:UND_ERR_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENET|EHOST)/.test(code));
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
/** What was lost, and what would bring it back: one line for the log, the comment and the summary. */
function lossOf(what, permission, error, { isFork }) {
    const status = statusOf(error);
    if (status === 401)
        return `${what} was not written: GitHub refused the token`;
    if (isRateLimit(error))
        return `${what} was not written: GitHub's rate limit for this token is reached`;
    if (status === 403 || status === 404) {
        return isFork
            ? `${what} was not written: for a pull request from a fork GitHub gives the job a read-only token`
            : `${what} was not written: the job needs \`permissions: { ${permission}: write }\``;
    }
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return `${what} was not written: ${reason}`;
}


/***/ }),

/***/ 79873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jG: () => (/* binding */ checkTextLimit),
/* harmony export */   openChecks: () => (/* binding */ openChecks),
/* harmony export */   pY: () => (/* binding */ openChecksOf),
/* harmony export */   rp: () => (/* binding */ CheckRuns)
/* harmony export */ });
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40654);
/** Check runs on the commit a run is about: one for each gate, and an umbrella that can be required. */

/** GitHub's limits. */
const checkTextLimit = 65_535;
const annotationsPerRequest = 50;
class CheckRuns {
    /** Created and not completed yet: what `post:` has to close if nobody else does. */
    open = new Map();
    #api;
    #trigger;
    constructor(api, trigger, open = []) {
        this.#api = api;
        this.#trigger = trigger;
        for (const check of open)
            this.open.set(check.name, check);
    }
    /** `name` is the contract that branch protection knows: it never holds a value or a threshold. */
    async create(name, status, text) {
        const external_id = `${this.#trigger.key}/${name}`.slice(0, 255);
        const create = async () => {
            const { data } = await this.#api.octokit.rest.checks.create({
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
            const { data } = await this.#api.octokit.rest.checks.listForRef({
                ...this.#place(),
                ref: this.#trigger.sha,
                check_name: name,
            });
            return data.check_runs.find((check) => check.external_id === external_id)?.id;
        };
        this.open.set(name, { id: await this.#api.persist(create, { find }), name });
    }
    /** Nothing happens for a check that was never created. */
    async complete(name, conclusion, text) {
        const check = this.open.get(name);
        if (!check)
            return;
        try {
            await this.#fill(check, conclusion, text);
        }
        catch (error) {
            if ((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error) !== 422)
                throw error;
            // Something in the text is not to GitHub's liking; what decides about merging is worth more than the details.
            await this.#update(check, conclusion, {
                title: text.title,
                summary: 'GitHub did not accept the details of this check run; they are in the log of the job.',
            });
        }
        this.open.delete(name);
    }
    async #fill(check, conclusion, text) {
        const annotations = [...(text.annotations ?? [])];
        // GitHub appends the annotations of each request.
        while (annotations.length > annotationsPerRequest)
            await this.#update(check, undefined, {
                ...text,
                annotations: annotations.splice(0, annotationsPerRequest),
            });
        await this.#update(check, conclusion, { ...text, annotations });
    }
    /** Stays open without a conclusion. */
    async #update(check, conclusion, text) {
        const { title, summary, annotations = [] } = text;
        await this.#api.persist(() => this.#api.octokit.rest.checks.update({
            ...this.#place(),
            check_run_id: check.id,
            ...(conclusion === undefined ? {} : { status: 'completed', conclusion }),
            output: { title, summary, ...(annotations.length > 0 ? { annotations: [...annotations] } : {}) },
        }));
    }
    #place() {
        return { owner: this.#trigger.owner, repo: this.#trigger.repository };
    }
}
/** Of the commit, those that this run has created, in any of its attempts, and nobody has completed. */
async function openChecksOf(api, { owner, repository, sha, key }) {
    const [run = ''] = key.split('-');
    const pages = api.octokit.paginate.iterator(api.octokit.rest.checks.listForRef, {
        ...{ owner, repo: repository, ref: sha, per_page: 100 },
        filter: 'all',
    });
    const found = [];
    for await (const { data } of pages)
        for (const { id, name, status, external_id: external } of data)
            if (status !== 'completed' && external?.startsWith(`${run}-`))
                found.push({ id, name });
    return found;
}
/** As main has left them for post. */
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

/***/ 30079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NL: () => (/* binding */ stickyComment)
/* harmony export */ });
/* unused harmony exports commentLimit, StickyComment */
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40654);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50926);
/** The one comment of a workflow on a pull request, found again by its marker and edited in place. */


/** GitHub's limit for a comment, in UTF-16 units. */
const commentLimit = 65_536;
/** Who comments with the job's own token. */
const jobLogin = 'github-actions[bot]';
/** Undefined where there is no pull request to comment on. */
function stickyComment(api, trigger, subject, id) {
    const { pull } = trigger;
    return pull ? new StickyComment(api, { ...trigger, pull }, subject, id) : undefined;
}
class StickyComment {
    #api;
    #trigger;
    #marker;
    #id;
    #written;
    constructor(api, trigger, subject, id) {
        this.#api = api;
        this.#trigger = trigger;
        this.#marker = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .markerOf */ .we)(subject);
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
        try {
            if (await this.replace(text))
                return;
        }
        catch (error) {
            // The comment is gone or not ours to edit: then a new one is written.
            const isRefused = (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error) === 404 || ((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error) === 403 && !(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .isRateLimit */ .a5)(error));
            if (!isRefused)
                throw error;
        }
        const { octokit } = this.#api;
        const request = { ...this.#place(), body: this.#body(text) };
        const create = async () => (await octokit.rest.issues.createComment(request)).data.id;
        this.#id = await this.#api.persist(create, { find: () => this.#find() });
        this.#written = text;
    }
    /** False when there is no comment of ours to replace. */
    async replace(text) {
        const { octokit } = this.#api;
        this.#id ??= await this.#api.persist(() => this.#find());
        const comment_id = this.#id;
        if (comment_id === undefined)
            return false;
        const { owner, repo } = this.#place();
        const body = this.#body(text);
        await this.#api.persist(() => octokit.rest.issues.updateComment({ owner, repo, comment_id, body }));
        this.#written = text;
        return true;
    }
    /**
     * By marker and author: a person who quotes our comment must not make us edit theirs. Whose token this is costs a
     * request, which is only made when somebody else than the job's own account wrote the marker.
     */
    async #find() {
        const { octokit } = this.#api;
        const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
            ...this.#place(),
            per_page: 100,
        });
        const others = [];
        for await (const { data } of pages) {
            for (const { id, body, user } of data) {
                if (!body?.startsWith(this.#marker) || !user)
                    continue;
                const isBot = user.type === 'Bot';
                if (isBot && user.login === jobLogin)
                    return id;
                others.push({ id, login: user.login, isBot });
            }
        }
        if (others.length === 0)
            return undefined;
        const own = await this.#api.login();
        return others.find(({ login, isBot }) => (own === undefined ? isBot : login === own))?.id;
    }
    #body(text) {
        return `${this.#marker}\n${text}`;
    }
    #place() {
        const { owner, repository, pull } = this.#trigger;
        return { owner, repo: repository, issue_number: pull.number };
    }
}


/***/ }),

/***/ 40844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  closeAbandoned: () => (/* binding */ closeAbandoned),
  m: () => (/* binding */ closeLostRun),
  closeUntold: () => (/* binding */ closeUntold),
  jobReporters: () => (/* binding */ jobReporters),
  A: () => (/* binding */ partReporters),
  writeSummary: () => (/* binding */ writeSummary)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/engine/evolve.js + 1 modules
var evolve = __webpack_require__(74994);
// EXTERNAL MODULE: ./build/reports/lines.js
var lines = __webpack_require__(23987);
// EXTERNAL MODULE: ./build/engine/evaluate.js
var evaluate = __webpack_require__(62516);
// EXTERNAL MODULE: ./build/reports/markdown-text.js
var markdown_text = __webpack_require__(53611);
// EXTERNAL MODULE: ./build/reports/percent.js
var percent = __webpack_require__(86373);
// EXTERNAL MODULE: ./build/reports/pods.js
var reports_pods = __webpack_require__(67694);
// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(68013);
;// CONCATENATED MODULE: ./build/reports/markdown.js
/** The report as Markdown, for the pull request's comment, the check run and the step summary. */





const signs = {
    passed: '✅',
    handled: '⚠️',
    'not-met': '❌',
    failed: '❌',
    waiting: '⏸️',
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
    const text = report.decision === undefined
        ? report.reason
        : `${(0,words/* verdictWords */.L2)(report.decision, report.reason_code)}: ${report.reason}`;
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
        approvals(report),
        podBlock(report, level.rows),
        failureFolds(report, level.failures, level.tailLines),
        level.steps ? stepsFold(report) : '',
        (options.lost ?? []).map((what) => `> ${(0,markdown_text/* sentence */.em)(what)}`).join('\n'),
        `<sub>run ${(0,markdown_text/* code */.aY)(report.run)}</sub>`,
    ];
    return blocks.filter((block) => block !== '').join('\n\n');
}
function headline(report) {
    const sign = report.decision === undefined ? '⏳' : signs[report.decision];
    const word = report.decision === undefined ? 'running' : (0,words/* verdictWords */.L2)(report.decision, report.reason_code);
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
    const rows = gates.map((gate) => [
        (0,markdown_text/* code */.aY)(gate.text),
        `${(0,markdown_text/* code */.aY)(gate.sum)}${gate.percent === undefined ? '' : ` (${gate.percent})`}`,
        `${gate.warned === true ? '⚠️' : gateSigns[gate.outcome]} ${words/* gateWords */.DO[gate.outcome]}`,
        [
            ...(gate.warned === true ? ['only a warning'] : []),
            ...(gate.interval === undefined ? [] : [`interval ${gate.interval}`]),
            ...(gate.from === undefined ? [] : [(0,markdown_text/* code */.aY)(gate.from)]),
            ...(gate.samples === undefined ? [] : [`n = ${gate.samples}`]),
            ...(gate.reason === undefined ? [] : [(0,markdown_text/* sentence */.em)(gate.reason)]),
            ...(gate.remark === undefined ? [] : [(0,markdown_text/* sentence */.em)(gate.remark)]),
        ].join('; '),
    ]);
    return `### Gates\n\n${(0,markdown_text/* table */.tp)(['gate', 'measured', 'verdict', 'from'], rows)}`;
}
const gateSigns = {
    met: '✅',
    'not-met': '❌',
    inconclusive: '❔',
    error: '⛔',
};
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
    handled: '↷',
    stopped: '■',
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
function approvals({ waiting_for: labels = [] }) {
    return labels.map((label) => `⏸️ Waits for approval of ${(0,markdown_text/* code */.aY)(label)}.`).join('\n\n');
}
function podBlock({ pods = [], money, decision, run }, most) {
    if (!money)
        return '';
    const isOver = decision !== undefined;
    const left = isOver ? (0,reports_pods/* leftOver */.WL)(pods) : [];
    const total = `${left.length > 0 ? '🚨 ' : ''}**Pods**: ${(0,markdown_text/* prose */.CS)((0,reports_pods/* podsSentence */.wf)(pods, money, isOver))}`;
    const loud = left.slice(0, 20).map((pod) => `> 🚨 ${(0,markdown_text/* code */.aY)(pod.name)} ${(0,markdown_text/* prose */.CS)((0,reports_pods/* leftWords */.D9)(pod))}`);
    const help = left.length === 0 ? [] : [`> ${(0,markdown_text/* code */.aY)((0,reports_pods/* reapWords */.Ye)(run))} ends what is left.`];
    const rows = pods
        .slice(0, most)
        .map((pod) => [
        podMarks[pod.status],
        (0,markdown_text/* code */.aY)(pod.scope),
        (0,markdown_text/* prose */.CS)(pod.offer),
        pod.ready_after === undefined ? '' : (0,words/* duration */.p0)(pod.ready_after),
        pod.status === 'refused' ? '' : (0,words/* duration */.p0)(pod.seconds),
        (0,markdown_text/* prose */.CS)((0,reports_pods/* hourly */.iC)(pod.price)),
        pod.status === 'refused' ? '' : (0,markdown_text/* prose */.CS)((0,reports_pods/* cost */.y)(pod.dollars)),
        pod.billed === undefined ? '' : (0,markdown_text/* prose */.CS)((0,reports_pods/* cost */.y)(pod.billed)),
        [...(pod.class === undefined ? [] : [(0,markdown_text/* code */.aY)(pod.class)]), ...(0,reports_pods/* podNotes */.n5)(pod).map(markdown_text/* sentence */.em)].join('; '),
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
/** What nobody took care of first. */
function failureFolds(report, most, tailLines) {
    const isHandled = ({ handled_by }) => Number(handled_by !== undefined);
    const shown = [...report.failures].sort((a, b) => isHandled(a) - isHandled(b)).slice(0, most);
    const blocks = shown.map(({ title, class: cause, message, tail, handled_by }) => {
        const sign = handled_by === undefined ? '❌' : '↷';
        const handled = handled_by === undefined ? '' : `, handled by ${(0,markdown_text/* htmlCode */.h8)(handled_by)}`;
        const summary = `${sign} ${(0,markdown_text/* htmlCode */.h8)(title)} ${(0,markdown_text/* htmlCode */.h8)(cut(message, 200))}${handled}`;
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

// EXTERNAL MODULE: ./build/reports/style.js
var style = __webpack_require__(22545);
// EXTERNAL MODULE: ./build/github/api.js
var github_api = __webpack_require__(40654);
// EXTERNAL MODULE: ./build/github/check-runs.js
var check_runs = __webpack_require__(79873);
// EXTERNAL MODULE: ./build/github/comment.js
var github_comment = __webpack_require__(30079);
// EXTERNAL MODULE: ./build/github/names.js
var github_names = __webpack_require__(50926);
// EXTERNAL MODULE: ./build/reports/mermaid.js + 1 modules
var mermaid = __webpack_require__(87010);
// EXTERNAL MODULE: ./build/reports/report.js + 2 modules
var report = __webpack_require__(34859);
// EXTERNAL MODULE: ./build/reports/status.js
var reports_status = __webpack_require__(26724);
;// CONCATENATED MODULE: ./build/github/reporter.js









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
    constructor(options) {
        this.#options = options;
        this.#gateNames = (0,github_names/* gateNames */.AO)(options.plan, options.subject);
    }
    /** Creates what the run will fill in. Behind the run's back: a slow GitHub must not delay a training. */
    open() {
        const { plan, subject, checks, saved } = this.#options;
        const running = { title: 'running', summary: `${(0,markdown_text/* code */.aY)(plan.name)} is running.` };
        const waiting = { title: 'not asked yet', summary: 'The run has not reached this gate.' };
        this.#enqueue('the check run', 'checks', async () => {
            await checks.create((0,github_names/* umbrellaName */._1)(subject), 'in_progress', running);
            saved();
            for (const name of this.#gateNames.values()) {
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
            await comment?.replace(`## ❌ ${(0,markdown_text/* prose */.CS)((0,github_names/* labelOf */.Wy)(subject))}: ${(0,markdown_text/* prose */.CS)(title)}\n\n${summary}`);
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
            addLoss(this.lost, (0,github_api/* lossOf */.je)(what, permission, error, this.#options.trigger));
        });
    }
    async #completeGate(gate, state) {
        const name = this.#gateNames.get(gate.gate);
        if (name === undefined)
            return;
        const { checks, trigger, saved } = this.#options;
        await checks.complete(name, gateConclusion(gate, state, trigger), gateText(gate));
        saved();
    }
    async #writeComment() {
        const { comment, trigger, now, subject } = this.#options;
        const state = this.#state;
        if (!comment || !state)
            return;
        await comment.write(commentText(reportFor(subject, state, now()), state, trigger, comment.room, this.lost));
        this.#options.saved();
    }
}
function addLoss(lost, loss) {
    if (!lost.includes(loss))
        lost.push(loss);
}
/** The report under the name that tells this project's workflow from another project's. */
function reportFor(subject, state, now) {
    return { ...(0,report/* reportOf */.EI)(state, now), workflow: (0,github_names/* labelOf */.Wy)(subject) };
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
    return (0,mermaid.flowchart)(state.plan, (node, arm) => arm === undefined ? (0,reports_status/* statusOf */.c2)(state, node) : (0,reports_status/* gateStatus */._O)(state, node, arm));
}
/**
 * Completes every check run that is still open: gates that nobody asked, gates whose verdict did not get through, and the
 * umbrella. One that fails does not keep the others open.
 */
async function closeChecks(options, names, state, lost) {
    const { subject, trigger, checks, now, saved } = options;
    const decision = state.conclusion?.decision;
    const reason = state.conclusion?.reason ?? 'the job ended before the run did';
    const close = async (name, conclusion, text) => {
        try {
            await checks.complete(name, conclusion, textOr(text, reason));
            saved();
        }
        catch (error) {
            addLoss(lost, (0,github_api/* lossOf */.je)('the check run', 'checks', error, trigger));
        }
    };
    for (const [id, name] of names) {
        const gate = state.gates.find((decided) => decided.gate === id);
        if (gate)
            await close(name, gateConclusion(gate, state, trigger), () => gateText(gate));
        else {
            const summary = `The run ended without asking this gate: ${(0,markdown_text/* sentence */.em)(reason)}.`;
            await close(name, unaskedConclusion(decision), () => ({ title: 'not asked', summary }));
        }
    }
    await close((0,github_names/* umbrellaName */._1)(subject), umbrellaConclusion(state, trigger), () => {
        const report = reportFor(subject, state, now());
        const summary = markdownReport(report, { sha: trigger.sha, url: trigger.url, limit: check_runs/* checkTextLimit */.jG });
        return { title: verdictTitle(report), summary };
    });
}
/** A mistake in how a text is made must not leave a check run open. */
function textOr(text, reason) {
    try {
        return text();
    }
    catch {
        return { title: reason.slice(0, 255), summary: (0,markdown_text/* sentence */.em)(reason) };
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
/** A skipped check run lets a merge through: a run that still waits must not. */
function unaskedConclusion(decision) {
    if (decision === 'waiting')
        return 'action_required';
    return decision === 'cancelled' || decision === undefined ? 'cancelled' : 'skipped';
}
function gateText(gate) {
    const from = gate.operands.map(({ written, value, interval, source, samples }) => [
        `- ${(0,markdown_text/* code */.aY)(written)} = ${value ?? 'not measured'}`,
        ...(interval === undefined ? [] : [`between ${interval[0]} and ${interval[1]}`]),
        ...(samples === undefined ? [] : [`n = ${samples}`]),
        ...(source === undefined ? [] : [`from ${(0,markdown_text/* code */.aY)(source)}`]),
    ].join(', '));
    const warned = gate.warned === true ? 'it only warns' : undefined;
    const notes = [warned, gate.reason, gate.remark].filter((note) => note !== undefined);
    return {
        title: `${words/* gateWords */.DO[gate.outcome]}: ${gate.sum}`.slice(0, 255),
        summary: [`${(0,markdown_text/* code */.aY)(gate.text)}: **${words/* gateWords */.DO[gate.outcome]}**`, '', ...from, '', ...notes]
            .join('\n')
            .slice(0, check_runs/* checkTextLimit */.jG),
    };
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

;// CONCATENATED MODULE: ./build/github/job.js
/** One job's place on GitHub: what a run is reported to there, and what is closed when the job ends before the run. */











/** GitHub drops a step summary over 1 MiB; UTF-16 units take up to three bytes each. */
const summaryLimit = 300_000;
function jobReporters(plan, subject, inputs, trigger, job) {
    const log = new lines/* EventLines */.I((line) => core/* info */.pq(line), (0,style.styleFor)({}, false), { output: true });
    if (inputs.token === '') {
        core/* info */.pq('nothing is written to GitHub: `token` is empty');
        return { reporters: [log], lost: () => [], abandoned: async () => { } };
    }
    const api = new github_api/* GitHubApi */.yN(inputs.token);
    const checks = new check_runs/* CheckRuns */.rp(api, trigger);
    const comment = inputs.comment ? (0,github_comment/* stickyComment */.NL)(api, trigger, subject) : undefined;
    const reporter = new GitHubReporter({
        plan,
        subject,
        trigger,
        api,
        checks,
        comment,
        now: job.now,
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
    const log = new lines/* EventLines */.I((line) => core/* info */.pq(line), (0,style.styleFor)({}, false), {
        output: true,
        continues: true,
    });
    if (!part || part.token === '')
        return { reporters: [log], lost: () => [] };
    const { subject, trigger, wantsComment, begins, refreshes, now, saved } = part;
    const api = new github_api/* GitHubApi */.yN(part.token);
    const checks = new check_runs/* CheckRuns */.rp(api, trigger, part.checks);
    const comment = wantsComment ? (0,github_comment/* stickyComment */.NL)(api, trigger, subject, part.comment) : undefined;
    const reporter = new GitHubReporter({
        ...{ plan, subject, trigger, api, checks, comment, now, refreshes },
        saved: () => saved([...checks.open.values()], comment?.id),
    });
    if (begins)
        reporter.open();
    return { reporters: [log, reporter], lost: () => reporter.lost };
}
async function writeSummary(report, state, trigger, lost) {
    const options = { flowchart: flowchartOf(state), sha: trigger.sha, limit: summaryLimit, lost };
    await core/* summary */.z.addRaw(markdownReport(report, options), true).write();
}
/** Where no journal tells what became of the run. */
async function closeUntold(abandoned) {
    const { checkRuns, token, trigger, conclusion, title, say } = abandoned;
    if (token === '')
        return;
    const checks = new check_runs/* CheckRuns */.rp(new github_api/* GitHubApi */.yN(token), trigger, checkRuns);
    for (const { name } of checkRuns) {
        try {
            await checks.complete(name, conclusion, {
                title,
                summary: `The log of the job tells more: ${trigger.url}`,
            });
        }
        catch (error) {
            say((0,github_api/* lossOf */.je)('the check run', 'checks', error, trigger));
        }
    }
}
/**
 * Completes the check runs that an earlier job of this run has opened, and says so in the comment, where no journal names
 * them: they are recognised by the run's id.
 */
async function closeLostRun(lost) {
    const { subject, trigger, token, title, say } = lost;
    const api = new github_api/* GitHubApi */.yN(token);
    const summary = `The log of the run tells more: ${trigger.url}`;
    try {
        const checks = new check_runs/* CheckRuns */.rp(api, trigger, await (0,check_runs/* openChecksOf */.pY)(api, trigger));
        for (const name of [...checks.open.keys()])
            await checks.complete(name, 'failure', { title, summary });
    }
    catch (error) {
        say((0,github_api/* lossOf */.je)('the check run', 'checks', error, trigger));
    }
    try {
        const comment = (0,github_comment/* stickyComment */.NL)(api, trigger, subject);
        await comment?.replace(`## ❌ ${(0,markdown_text/* prose */.CS)((0,github_names/* labelOf */.Wy)(subject))}: ${(0,markdown_text/* prose */.CS)(title)}\n\n${summary}`);
    }
    catch (error) {
        say((0,github_api/* lossOf */.je)('the comment', 'pull-requests', error, trigger));
    }
}
/** What main could not finish: concludes the run in memory, and tells GitHub. */
async function closeAbandoned(abandoned) {
    const { state, checkRuns, token, trigger, now, say } = abandoned;
    const { plan } = state;
    const subject = { workflow: plan.name, project: abandoned.project };
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
    const report = reportFor(subject, state, now());
    if (abandoned.wantsSummary)
        await writeSummary(report, state, trigger, []);
    if (token === '')
        return;
    const api = new github_api/* GitHubApi */.yN(token);
    const checks = new check_runs/* CheckRuns */.rp(api, trigger, checkRuns);
    const lost = [];
    await closeChecks({ subject, trigger, checks, now, saved: () => { } }, (0,github_names/* gateNames */.AO)(plan, subject), state, lost);
    const id = Number(abandoned.comment);
    const comment = abandoned.wantsComment
        ? (0,github_comment/* stickyComment */.NL)(api, trigger, subject, id > 0 ? id : undefined)
        : undefined;
    try {
        await comment?.write(commentText(report, state, trigger, comment.room, lost));
    }
    catch (error) {
        lost.push((0,github_api/* lossOf */.je)('the comment', 'pull-requests', error, trigger));
    }
    for (const loss of lost)
        say(loss);
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


/***/ }),

/***/ 53611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ fold),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76879);
/** Foreign text in GitHub's Markdown: shown as it is, unable to mention, link, format or end what it stands in. */

/** A code span; nothing in it is read as Markdown, HTML or a mention. */
function code(text) {
    const clean = (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(text)
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
    const clean = (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(text);
    const fence = '`'.repeat(Math.max(3, longestRun(clean) + 1));
    return `${fence}${language}\n${clean}\n${fence}`;
}
/**
 * Plain prose: every sign that means something to Markdown or HTML becomes an entity. Mentions, references and addresses
 * are found by GitHub in the finished text, so they are broken by a sign that takes no room.
 */
function prose(text) {
    return (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(text)
        .replace(/\s*\n\s*/g, ' ')
        .replace(/@(?=[\w-])|#(?=\d)|\bwww(?=\.)/g, (found) => `${found}\u200b`)
        .replace(/[\\`*_[\]<|~&$]|:(?=\/)/g, (character) => `&#${character.charCodeAt(0)};`);
}
/** A sentence of ours, in which names stand in backticks: those become code, the rest prose. */
function sentence(text) {
    const pieces = (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(text).split('`');
    if (pieces.length % 2 === 0)
        return code(text);
    return pieces.map((piece, index) => (index % 2 === 0 ? prose(piece) : code(piece))).join('');
}
function table(header, rows, align = []) {
    // A backslash in front of a bar would escape our own backslash, and the bar would end the cell.
    const escaped = (cell) => cell.replace(/\\(?=\|)/g, '\\\u200b').replaceAll('|', '\\|');
    const line = (cells) => `| ${cells.map(escaped).join(' | ')} |`;
    const rule = `|${header.map((_, column) => (align[column] === 'right' ? ' ---: ' : ' --- ')).join('|')}|`;
    return [line(header), rule, ...rows.map(line)].join('\n');
}
/** A fold that is closed until someone opens it. `summary` is HTML: only signs and `<code>` of ours, text by `htmlCode`. */
function fold(summary, body) {
    return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
function htmlCode(text) {
    const clean = (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(text)
        .replace(/\s*\n\s*/g, ' ')
        .replace(/[&<>"'@#]/g, (character) => `&#${character.charCodeAt(0)};`);
    return `<code>${clean}</code>`;
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}


/***/ }),

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


/***/ })

};
