export const id = 6047;
export const ids = [6047];
export const modules = {

/***/ 65788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Un: () => (/* binding */ entered),
/* harmony export */   W1: () => (/* binding */ overLimit),
/* harmony export */   gu: () => (/* binding */ settled),
/* harmony export */   lj: () => (/* binding */ ledgerKey)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5358);
/** What was started on one day of UTC, and whether there is room for more. A ledger that cannot be read leaves no room. */


const money = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().finite().nonnegative();
const entry = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** Login; absent for schedules and pushes. */
    by: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(100).optional(),
    /** UTC. */
    at: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    workflow: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(200),
    pr: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive().optional(),
    /** GitHub's id of the run. */
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
    /** Dollars at worst, when it began. Absent where nothing bounds them. */
    quote: money.optional(),
    /** Dollars, since it is over. */
    cost: money.optional(),
});
const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    /** `2026-11-22` */
    day: zod__WEBPACK_IMPORTED_MODULE_2__/* .date */ .p6(),
    entries: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(entry).max(5000),
});
/** Of a time in UTC, ISO 8601. */
function ledgerKey(now) {
    return `ledger/${dayOf(now)}`;
}
/** Why nothing more may start, or undefined. `stored`: what the day's ledger holds, undefined when there is none yet. */
function overLimit(stored, limits, asked) {
    const { runs, runsPerPerson, dollars, dollarsPerPerson } = limits;
    if ([runs, runsPerPerson, dollars, dollarsPerPerson].every((one) => one === undefined))
        return undefined;
    const ledger = ledgerOf(stored, dayOf(asked.now));
    if (ledger === undefined)
        return 'what was started today cannot be read, and the limits of `policy:` could not be kept';
    const { by, quote } = asked;
    const own = by === undefined ? [] : ledger.entries.filter((one) => isSame(one.by, by));
    const whose = by === undefined ? '' : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(by);
    if (by !== undefined && runsPerPerson !== undefined && own.length >= runsPerPerson)
        return `${whose} has started ${counted(own.length)} today, and \`runs-per-person\` is ${runsPerPerson}`;
    if (runs !== undefined && ledger.entries.length >= runs)
        return `today has ${counted(ledger.entries.length)} already, and \`runs\` is ${runs}`;
    const bounds = [
        ...(by !== undefined && dollarsPerPerson !== undefined
            ? [{ key: 'dollars-per-person', bound: dollarsPerPerson, spent: spentIn(own), of: `${whose} has` }]
            : []),
        ...(dollars !== undefined
            ? [{ key: 'dollars', bound: dollars, spent: spentIn(ledger.entries), of: 'today’s runs have' }]
            : []),
    ];
    for (const { key, bound, spent, of } of bounds) {
        const isBounded = quote !== undefined && Number.isFinite(quote) && quote >= 0;
        if (!isBounded)
            return `nothing bounds what this would cost, and \`${key}\` is ${shown(bound)}: give it a \`budget:\``;
        if (spent === undefined)
            return `nothing bounds what a run of today costs, and \`${key}\` is ${shown(bound)}`;
        // Sums of cents are not exact.
        if (spent + quote > bound + 1e-9)
            return `${of} spent or set aside ${shown(spent)} today, this would cost up to ${shown(quote)}, and \`${key}\` is ${shown(bound)}`;
    }
    return undefined;
}
/** The day's ledger with one more run; the same run stands in it once. Throws when what is stored is no ledger of that day. */
function entered(stored, run) {
    const read = readable(stored, dayOf(run.at));
    const others = read.entries.filter((one) => one.run !== run.run);
    return { ...read, entries: [...others, entry.parse(run)] };
}
/** With what the run has cost; undefined when the run is not in it, so that there is nothing to write. Throws as `entered`. */
function settled(stored, run, cost) {
    if (stored === undefined)
        return undefined;
    const read = schema.parse(stored);
    if (!read.entries.some((one) => one.run === run))
        return undefined;
    const checked = money.parse(cost);
    return { ...read, entries: read.entries.map((one) => (one.run === run ? { ...one, cost: checked } : one)) };
}
function readable(stored, day) {
    const read = ledgerOf(stored, day);
    if (!read)
        throw new Error(`the ledger of ${day} cannot be read`);
    return read;
}
function ledgerOf(stored, day) {
    if (stored === undefined)
        return { schema: 1, day, entries: [] };
    const read = schema.safeParse(stored);
    return read.success && read.data.day === day ? read.data : undefined;
}
/** Undefined when one of them has no bound and is not over. */
function spentIn(entries) {
    let sum = 0;
    for (const { cost, quote } of entries) {
        const dollars = cost ?? quote;
        if (dollars === undefined)
            return undefined;
        sum += dollars;
    }
    return sum;
}
function isSame(one, other) {
    return one?.toLowerCase() === other.toLowerCase();
}
function counted(count) {
    return count === 1 ? '1 run' : `${count} runs`;
}
function shown(dollars) {
    return `$${dollars.toFixed(2)}`;
}
/** Throws for a time that is none: nothing is counted on a day that nobody knows. */
function dayOf(now) {
    if (!/^\d{4}-\d{2}-\d{2}T.*Z$/.test(now))
        throw new Error(`this is no time in UTC: ${now}`);
    return now.slice(0, 10);
}


/***/ }),

/***/ 80339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OE: () => (/* binding */ isOwnToken),
/* harmony export */   Vp: () => (/* binding */ proposalPrefix),
/* harmony export */   hQ: () => (/* binding */ isOwnProposal)
/* harmony export */ });
/** Branches that runs propose their results on begin so. */
const proposalPrefix = 'ml-workflow/';
/** Whoever may change the workflows of the repository stands behind it; who dispatches by it can be nobody else. */
const ownLogin = 'github-actions[bot]';
function isOwnToken({ login, isBot }) {
    return isBot && login === ownLogin;
}
/** A pull request that a run of this repository has opened. Forks may have branches of that name, and their own programs. */
function isOwnProposal({ author, headRef, isFork }) {
    return isOwnToken(author) && headRef.startsWith(proposalPrefix) && !isFork;
}


/***/ }),

/***/ 5358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ closed),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   Nw: () => (/* binding */ ForgeSilent),
/* harmony export */   zY: () => (/* binding */ speaking)
/* harmony export */ });
/* harmony import */ var _engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76879);
/** Why something does not start: a code for programs, a sentence for people. */

function refused(code, sentence, help) {
    return { is: 'refused', code, sentence, ...(help === undefined ? {} : { help }) };
}
/** Text of others in a sentence of ours: one short line that stays in its backticks. */
function named(text) {
    const clean = (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(text).replace(/\s+/g, ' ').replaceAll('`', "'").trim();
    return `\`${clean.length > 100 ? `${clean.slice(0, 100)}…` : clean}\``;
}
/** GitHub could not be asked. */
class ForgeSilent extends Error {
}
/** The same port, whose every failure is a `ForgeSilent`: what else is thrown is a mistake of ours. */
function speaking(port) {
    return new Proxy(port, {
        get(target, key) {
            const member = Reflect.get(target, key, target);
            if (typeof member !== 'function')
                return member;
            return async (...words) => {
                try {
                    return await Reflect.apply(member, target, words);
                }
                catch (error) {
                    throw new ForgeSilent(error instanceof Error ? error.message : String(error), { cause: error });
                }
            };
        },
    });
}
/** What was decided, or that GitHub did not let it be decided. */
async function closed(decide) {
    try {
        return await decide();
    }
    catch (error) {
        if (!(error instanceof ForgeSilent))
            throw error;
        return refused('forge-silent', `nothing was started, because GitHub does not answer what has to be known first: ${named(error.message)}`, 'try again in a minute; if it stays like that, look at the permissions of the job');
    }
}


/***/ }),

/***/ 22613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ acceptedOn),
/* harmony export */   J: () => (/* binding */ accept)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60716);
/** What runs that were accepted have measured, by workflow: what a pull request is compared with. */


const metric = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    metric: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(200),
    step: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(500).optional(),
    value: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    unit: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['fraction', 'percent', 'number']),
    samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative().optional(),
    better: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['higher', 'lower']).optional(),
});
const entry = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    run: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(200),
    sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/),
    at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(40),
    /** The branch that it is, or was asked to become, a part of. */
    branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(300),
    url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(500).optional(),
    /** It counts once this is merged. */
    pull: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().positive().optional(),
    metrics: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(metric).max(200),
});
const schema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1), runs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(entry) });
/** Pull requests that were never merged are looked through no further than this. */
const mostKept = 30;
const mostAsked = 5;
function keyOf({ workflow, project }) {
    return `accepted/${[project, workflow]
        .filter((part) => part !== '')
        .map(_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .slug */ .yR)
        .join('--')}`;
}
/** Adds a run that has passed; one of the same commit takes its place. */
async function accept(store, subject, run) {
    await store.change(keyOf(subject), (before) => {
        const kept = schema.safeParse(before);
        // Something that is no list of ours would be lost silently, and is not worth more than what is measured now.
        const runs = kept.success ? kept.data.runs : [];
        const others = runs.filter(({ sha, pull }) => sha !== run.sha || pull !== run.pull);
        return { schema: 1, runs: [run, ...others].slice(0, mostKept) };
    }, `Accept ${run.run}`);
}
/**
 * The newest accepted run of the branch: made on the branch itself, or by a pull request that has been merged into it since.
 * Rejects when it cannot be read.
 */
async function acceptedOn(store, forge, subject, branch) {
    const before = await store.read(keyOf(subject));
    if (before === undefined)
        return undefined;
    const read = schema.safeParse(before);
    if (!read.success)
        return undefined;
    let asked = 0;
    for (const run of read.data.runs) {
        if (run.branch !== branch)
            continue;
        if (run.pull !== undefined) {
            if (asked >= mostAsked)
                return undefined;
            asked += 1;
            const pull = await forge.pull(run.pull);
            if (!pull.isMerged || pull.baseRef !== branch || pull.headSha !== run.sha)
                continue;
        }
        const { metrics, url, ...rest } = run;
        return {
            ...{ run: rest.run, sha: rest.sha, at: rest.at, branch: rest.branch },
            ...(url === undefined ? {} : { url }),
            metrics: metrics.map(({ step, samples, better, ...own }) => ({
                ...own,
                ...(step === undefined ? {} : { step }),
                ...(samples === undefined ? {} : { samples }),
                ...(better === undefined ? {} : { better }),
            })),
        };
    }
    return undefined;
}


/***/ }),

/***/ 40886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ dispatch),
/* harmony export */   b: () => (/* binding */ DispatchRefused)
/* harmony export */ });
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40654);
/* harmony import */ var _runs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51018);
/** Starts a workflow file on GitHub, once, and says which run that is. */


/** Of one sentence, for people. */
class DispatchRefused extends Error {
    name = 'DispatchRefused';
}
/** How far the clock of a runner may be behind GitHub's or before it. */
const skewSeconds = 60;
/** A run is in the list some seconds after its dispatch. */
const looks = [1, 2, 4, 8];
/**
 * Rejects with a `DispatchRefused` when GitHub says why not. After an answer that got lost the run is looked for before
 * another one is asked for: two of them would cost twice.
 */
async function dispatch(api, name, wanted) {
    const begun = new Date(Date.now() - skewSeconds * 1000);
    const find = async () => {
        await api.sleep(looks[1] ?? 2);
        const run = await dispatched(api, name, wanted, begun);
        return run && { run };
    };
    const sent = (details) => api.persist(() => ask(api, name, wanted, details), { find });
    try {
        // An Enterprise Server of before 2026 does not know the field, and may refuse it or answer nothing.
        const asked = await sent(true).catch((error) => {
            if (![400, 422].includes((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error)) || !/return_run_details/.test((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(error)))
                throw error;
            return sent(false);
        });
        if (asked.run)
            return asked.run;
        for (const seconds of looks) {
            await api.sleep(seconds);
            const run = await dispatched(api, name, wanted, asked.at ?? begun);
            if (run)
                return run;
        }
        return {};
    }
    catch (error) {
        throw refusalOf(error, wanted) ?? error;
    }
}
async function ask(api, name, { file, branch, inputs }, details) {
    const { data, headers } = await api.octokit.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
        ...{ ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), workflow_id: file, ref: branch, inputs: { ...inputs } },
        ...(details ? { return_run_details: true } : {}),
    });
    const { workflow_run_id: id, html_url: url } = (data ?? {});
    if (id !== undefined && url !== undefined)
        return { run: { id, url } };
    const at = Date.parse(headers.date ?? '');
    // Its times are whole seconds.
    return Number.isNaN(at) ? {} : { at: new Date(at - 1000) };
}
/** The newest run of the file that has this title. */
async function dispatched(api, name, { file, title }, since) {
    const runs = await (0,_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatchedSince */ .KW)(api, name, `.github/workflows/${file}`, since);
    const run = runs.find((candidate) => candidate.title === title);
    return run && { id: run.id, url: run.url };
}
function refusalOf(error, { file, branch }) {
    const path = `.github/workflows/${file}`;
    const refused = (why) => new DispatchRefused(`\`${path}\` was not started: ${why}`, { cause: error });
    switch ((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .isRateLimit */ .a5)(error) ? 429 : (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error)) {
        case 404:
            return refused(`there is no such workflow on the branch \`${branch}\``);
        case 403:
            return /disabled/i.test((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(error))
                ? refused('the workflow is disabled')
                : refused('the job needs `permissions: { actions: write }`');
        case 422:
            return refused((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(error));
        case 429:
            return refused("GitHub's rate limit for this token is reached");
        default:
            return undefined;
    }
}


/***/ }),

/***/ 64828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lE: () => (/* binding */ mention)
/* harmony export */ });
/* unused harmony exports mentionMarker, mentionText */
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40654);
/* harmony import */ var _comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30079);
/** The one new comment at the end of a run, which notifies whoever asked for it: edits of a comment notify nobody. */


/** Not that of a sticky comment: this one is never edited. */
const mentionMarker = '<!-- ml-workflow: done -->';
/** `began`: when the run did; an equal comment since then is this one, whose answer got lost. */
async function mention(api, { login, pull, text, ...name }, began) {
    const { issues } = api.octokit.rest;
    const body = mentionText(login, text);
    const place = { ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), issue_number: pull };
    const find = async () => {
        const since = began.toISOString();
        const { data } = await issues.listComments({ ...place, since, per_page: 100 });
        for (const comment of data)
            if (comment.body === body && (await api.isOwn(comment.user)))
                return comment;
        return undefined;
    };
    await api.persist(() => issues.createComment({ ...place, body }), { find });
}
/** No line of it can be taken for a command, by this program or by another one that reads comments. */
function mentionText(login, text) {
    // What is no login mentions nobody: an account that is gone, an App.
    const who = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})$/.test(login) ? `@${login} ` : '';
    const body = `${mentionMarker}\n${who}${text}`
        .replace(/\r\n?/g, '\n')
        .replace(/^([\s>*+-]*)\//gm, '$1&#47;');
    return body.slice(0, _comment_js__WEBPACK_IMPORTED_MODULE_1__/* .commentLimit */ .j9);
}


/***/ }),

/***/ 73898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ rewriteComment),
/* harmony export */   e: () => (/* binding */ stickyComments)
/* harmony export */ });
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40654);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50926);
/** The comments of one workflow on all open pull requests: what a new run of their base branch makes out of date. */


/** Each costs a request. Pull requests that have lain longer are brought up to date by their own next run. */
const mostPulls = 50;
/** Of open pull requests into the branch, those first that have changed last. */
async function stickyComments(api, name, subject, base) {
    const { rest } = api.octokit;
    const { data: pulls } = await api.persist(() => rest.pulls.list({
        ...{ ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), state: 'open', base, sort: 'updated', direction: 'desc' },
        per_page: mostPulls,
    }));
    const marker = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .markerOf */ .we)(subject);
    const found = [];
    for (const { number: pull, head } of pulls) {
        const sticky = await api.persist(() => stickyOn(api, name, pull, marker));
        if (sticky)
            found.push({ ...sticky, pull, headSha: head.sha });
    }
    return found;
}
/** False when it is gone, or not to be edited by this token: GitHub's answers do not tell these apart. */
async function rewriteComment(api, name, id, body) {
    const request = { ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), comment_id: id, body };
    try {
        await api.persist(() => api.octokit.rest.issues.updateComment(request));
        return true;
    }
    catch (error) {
        if ((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .isForbidden */ .US)(error))
            return false;
        throw error;
    }
}
async function stickyOn(api, name, pull, marker) {
    const { octokit } = api;
    const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
        ...{ ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), issue_number: pull, per_page: 100 },
    });
    for await (const { data } of pages)
        for (const { id, body = '', user } of data)
            if (body.startsWith(marker) && (await api.isOwn(user)))
                return { id, body };
    return undefined;
}


/***/ }),

/***/ 10707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H9: () => (/* binding */ chainName),
/* harmony export */   c9: () => (/* binding */ chainFile),
/* harmony export */   ul: () => (/* binding */ routerFile),
/* harmony export */   wB: () => (/* binding */ compiledFile)
/* harmony export */ });
/** The names of workflow files on GitHub: of compiled workflows, and of the two that answer comments. */
/** Listens to comments and labels. */
const routerFile = 'ml.yml';
/** Runs chains that were typed into a comment. */
const chainFile = 'ml-run.yml';
/** What typed chains are called on GitHub: they are one workflow there, whatever stands in them. */
const chainName = 'ml-run';
/** Of a compiled workflow: `ml/train` is `ml-train.yml`. Never one of the other two. */
function compiledFile(workflow) {
    const name = workflow.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[-.]+/, '') || 'workflow';
    const file = `${name}.yml`;
    const isTaken = [routerFile, chainFile].includes(file.toLowerCase());
    return isTaken ? `${name}-jobs.yml` : file;
}


/***/ }),

/***/ 46047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  afterwards: () => (/* binding */ afterwards)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/admission/limits.js
var limits = __webpack_require__(65788);
// EXTERNAL MODULE: ./build/github/accepted.js
var github_accepted = __webpack_require__(22613);
// EXTERNAL MODULE: ./build/github/api.js
var github_api = __webpack_require__(40654);
// EXTERNAL MODULE: ./build/github/artifacts.js
var artifacts = __webpack_require__(40273);
// EXTERNAL MODULE: ./build/github/keep-state.js + 2 modules
var keep_state = __webpack_require__(45810);
// EXTERNAL MODULE: ./build/github/mention.js
var mention = __webpack_require__(64828);
// EXTERNAL MODULE: ./build/github/sticky-comments.js
var sticky_comments = __webpack_require__(73898);
// EXTERNAL MODULE: ./build/engine/plain-text.js
var plain_text = __webpack_require__(76879);
;// CONCATENATED MODULE: ./build/notify/notice.js

const longestText = 500;
const mostGates = 10;
/** Undefined while the run goes on. */
function noticeOf(report, context) {
    const { decision, reason_code: reasonCode, money } = report;
    if (decision === undefined)
        return undefined;
    const cost = money?.billed ?? money?.spent;
    return {
        ...{ occasion: decision, ...shared(report, context), reason: notice_short(report.reason) },
        ...(reasonCode === undefined ? {} : { reasonCode }),
        ...(context.requested_by === undefined ? {} : { requestedBy: notice_short(context.requested_by) }),
        ...(cost === undefined ? {} : { cost }),
        ...gatesOf(report.gates),
    };
}
/** That a run has found drift. `gate`: the one that says so. */
function driftNotice(report, context, gate) {
    return { occasion: 'drift', ...shared(report, context), reason: notice_short(gate.sum), ...gatesOf([gate]) };
}
function shared({ workflow, run }, { sha, url }) {
    return {
        ...{ workflow: notice_short(workflow), id: run },
        ...(sha === undefined ? {} : { sha }),
        ...(url === undefined ? {} : { url }),
    };
}
function gatesOf(gates) {
    if (gates.length === 0)
        return {};
    return {
        gates: gates
            .slice(0, mostGates)
            .map(({ text, outcome, sum }) => ({ text: notice_short(text), outcome, sum: notice_short(sum) })),
    };
}
/** Names and reasons may hold what a training has printed. */
function notice_short(text) {
    const clean = (0,plain_text/* plainText */.w)(text).replace(/\s+/g, ' ').trim();
    const characters = [...clean];
    return characters.length <= longestText ? clean : `${characters.slice(0, longestText - 1).join('')}…`;
}

;// CONCATENATED MODULE: ./build/notify/deliver.js
/** One message to one address, tried three times. Who is not reached is a sentence, never an error: no run fails for it. */
const attempts = 3;
const timeoutSeconds = 10;
/** What a receiver may ask us to wait, between two attempts. */
const longestWaitSeconds = 30;
const redirects = 3;
const localHosts = ['localhost', '127.0.0.1', '[::1]'];
/** Undefined when it has arrived, else why not, without the address: whoever knows it may write there. */
async function deliver(address, body, { fetch, sleep }) {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url)
        return 'this is no address';
    const wrong = refusal(url);
    if (wrong !== undefined)
        return wrong;
    const text = JSON.stringify(body);
    for (let attempt = 1;; attempt += 1) {
        const answer = await post(url, text, fetch);
        if (answer.is === 'arrived')
            return undefined;
        if (answer.is === 'refused' || attempt === attempts)
            return answer.why;
        await sleep(Math.min(answer.after ?? 2 ** attempt, longestWaitSeconds));
    }
}
async function post(url, body, fetch) {
    let to = url;
    for (let redirect = 0;; redirect += 1) {
        let response;
        try {
            response = await fetch(to, {
                method: 'POST',
                headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'ml-workflow' },
                body,
                redirect: 'manual',
                signal: AbortSignal.timeout(timeoutSeconds * 1000),
            });
            // Nothing of it is read: it may be of any size.
            await response.body?.cancel();
        }
        catch (error) {
            return { is: 'later', why: failureOf(error) };
        }
        const { status, headers } = response;
        if (response.ok)
            return { is: 'arrived' };
        const why = `the receiver answered ${status}`;
        if (status === 408 || status === 429 || status >= 500) {
            const after = secondsAfter(headers);
            return { is: 'later', why, ...(after === undefined ? {} : { after }) };
        }
        // The others turn a POST into a GET, and the message would be lost.
        if (status !== 307 && status !== 308)
            return { is: 'refused', why };
        const location = headers.get('location') ?? '';
        const next = URL.canParse(location, to.href) ? new URL(location, to) : undefined;
        if (next?.host !== url.host || next.protocol !== url.protocol)
            return { is: 'refused', why: 'the receiver redirects to another host, which is not followed' };
        if (redirect === redirects)
            return { is: 'refused', why: 'the receiver redirects without an end' };
        to = next;
    }
}
function refusal({ protocol, hostname, username, password }) {
    if (username !== '' || password !== '')
        return 'the address has a password in it, which is not sent';
    if (protocol === 'https:' || (protocol === 'http:' && localHosts.includes(hostname)))
        return undefined;
    return 'the address does not begin with `https://`';
}
/** Seconds, or a date. */
function secondsAfter(headers) {
    const written = headers.get('retry-after');
    if (written === null)
        return undefined;
    const seconds = /^\d+$/.test(written.trim())
        ? Number(written)
        : (Date.parse(written) - Date.parse(headers.get('date') ?? '')) / 1000;
    return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
/** The network's code alone: its message may have the address in it. */
function failureOf(error) {
    if (error instanceof Error && error.name === 'TimeoutError')
        return `no answer within ${timeoutSeconds} s`;
    const cause = error instanceof Error ? error.cause : undefined;
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
    return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code)
        ? `the receiver cannot be reached (${code})`
        : 'the receiver cannot be reached';
}

// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(68013);
;// CONCATENATED MODULE: ./build/notify/slack-message.js

/** Slack's limit for the text of a section, in characters. */
const sectionLimit = 3000;
/** As the comment has them. */
const signs = {
    passed: '✅',
    handled: '⚠️',
    'not-met': '❌',
    failed: '❌',
    waiting: '⏸️',
    cancelled: '⏹️',
    drift: '📉',
};
function slackMessage(notice) {
    const { workflow, occasion, reason, sha, url, cost, requestedBy, gates = [] } = notice;
    const verdict = occasion === 'drift' ? 'the data have drifted' : (0,words/* verdictWords */.L2)(occasion, notice.reasonCode);
    const headline = `${signs[occasion]} ${escaped(workflow)}: ${verdict}`;
    const reasons = escaped(reason);
    const link = url === undefined ? undefined : linkTo(url, 'details');
    const facts = [
        ...(sha === undefined ? [] : [escaped(sha.slice(0, 7))]),
        ...(cost === undefined ? [] : [`$${cost.toFixed(2)}`]),
        ...(requestedBy === undefined ? [] : [`asked for by ${escaped(requestedBy)}`]),
        ...(link === undefined ? [] : [link]),
    ].join(' · ');
    const lines = gates.map(({ sum, outcome }) => `• ${escaped(sum)}: ${words/* gateWords */.DO[outcome]}`);
    const main = [`*${headline}*`, reasons, ...lines].join('\n');
    return {
        text: [`${headline}: ${reasons}`, ...(facts === '' ? [] : [facts])].join('\n'),
        blocks: [
            { type: 'section', text: { type: 'mrkdwn', text: cut(main) } },
            ...(facts === ''
                ? []
                : [{ type: 'context', elements: [{ type: 'mrkdwn', text: cut(facts) }] }]),
        ],
    };
}
/**
 * Slack reads `&`, `<` and `>` alone; a mention or a link of its own begins with `<`. Others mention by `@`, link by
 * `[…](…)`, and take addresses for links: these are broken by a sign that takes no room. Code and bold do no harm.
 */
function escaped(text) {
    return text
        .replace(/@(?=[\w-])|:(?=\/)|\](?=\()|\bwww(?=\.)/g, (found) => `${found}\u200b`)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;');
}
/** Undefined for what is no address of the web. */
function linkTo(url, text) {
    const address = URL.canParse(url) ? new URL(url) : undefined;
    if (address?.protocol !== 'https:' && address?.protocol !== 'http:')
        return undefined;
    const safe = address.href.replace(/[|<>]/g, encodeURIComponent).replaceAll('&', '&amp;');
    return `<${safe}|${text}>`;
}
/** An entity that is cut in half would show as such, and no more. */
function cut(text) {
    return text.length <= sectionLimit ? text : `${text.slice(0, sectionLimit - 1)}…`;
}

;// CONCATENATED MODULE: ./build/notify/webhook-body.js
const webhookSchema = 1;
function webhookBody(notice) {
    return {
        schema_version: webhookSchema,
        id: `${notice.id}/${notice.occasion}`,
        occasion: notice.occasion,
        workflow: notice.workflow,
        decision: notice.occasion === 'drift' ? null : notice.occasion,
        reason: notice.reason,
        reason_code: notice.reasonCode ?? null,
        sha: notice.sha ?? null,
        url: notice.url ?? null,
        requested_by: notice.requestedBy ?? null,
        cost: notice.cost ?? null,
        gates: notice.gates ?? [],
    };
}

;// CONCATENATED MODULE: ./build/notify/notify.js



const kinds = { webhook: 'the webhook', slack: 'the chat' };
/** Of receivers that want to hear of the notice; the caller masks them before anything is written. */
function addressesOf(receivers, environment) {
    return receivers.flatMap(({ variable }) => environment[variable]?.trim() || []);
}
/** Gives who was not reached, and why: one sentence each, in the order of the receivers. */
async function notify(notice, receivers, environment, outside) {
    const wanting = receivers.filter(({ on }) => on.includes(notice.occasion));
    const losses = await Promise.all(wanting.map(async ({ kind, variable }) => {
        const why = await tell(kind, environment[variable]?.trim() ?? '', notice, outside);
        return why === undefined ? [] : [`${kinds[kind]} of \`${variable}\` was not told: ${why}`];
    }));
    return losses.flat();
}
async function tell(kind, address, notice, outside) {
    if (address === '')
        return 'the variable is not set';
    try {
        return await deliver(address, kind === 'slack' ? slackMessage(notice) : webhookBody(notice), outside);
    }
    catch (error) {
        return `internal: ${error instanceof Error ? error.name : 'an error'}; please report this`;
    }
}

// EXTERNAL MODULE: ./build/reports/audit.js
var audit = __webpack_require__(24839);
// EXTERNAL MODULE: ./build/reports/delta.js
var delta = __webpack_require__(59074);
// EXTERNAL MODULE: ./build/reports/headline.js
var headline = __webpack_require__(14170);
// EXTERNAL MODULE: ./build/reports/markdown-text.js
var markdown_text = __webpack_require__(53611);
// EXTERNAL MODULE: ./build/reports/stale-line.js
var stale_line = __webpack_require__(49360);
;// CONCATENATED MODULE: ./build/reports/done-line.js
/** A run that is over in one line: the one new comment that notifies whoever asked for it. Whom it mentions is added to it elsewhere. */



/** `comment`: address of the comment that tells all. */
function doneLine(report, { comment } = {}) {
    const { sign } = (0,headline/* verdictOf */.Vj)(report);
    const money = (0,headline/* moneyWords */.Yv)(report);
    const where = report.sha === undefined ? '' : ` on ${(0,markdown_text/* code */.aY)((0,stale_line/* shortSha */.Fu)(report.sha))}`;
    return [
        `${sign} ${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(report.workflow, 100))}${where}: ${outcome(report)}`,
        ...(money === undefined ? [] : [(0,markdown_text/* prose */.CS)(money)]),
        ...(comment === undefined ? [] : [(0,markdown_text/* link */.nf)('comment', comment)]),
    ].join(' · ');
}
/** What a person has to know, or to do, without opening anything. */
function outcome(report) {
    const { words } = (0,headline/* verdictOf */.Vj)(report);
    const { decision, reason, sha, waiting_for: [label] = [] } = report;
    const decided = (0,headline/* decisiveWords */.oL)(report);
    switch (decision) {
        case 'passed':
        case 'not-met':
            return decided === undefined ? words : `${words}, ${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(decided, 160))}`;
        case 'waiting':
            return label === undefined || sha === undefined
                ? words
                : `${words}, ${(0,markdown_text/* code */.aY)(`/ml-approve ${(0,stale_line/* shortSha */.Fu)(sha)} ${(0,markdown_text/* cut */.Jj)(label, 200)}`)}`;
        case undefined:
            return words;
        default:
            return (0,markdown_text/* sentence */.em)((0,markdown_text/* cut */.Jj)(reason, 300));
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/admission/own-start.js
var own_start = __webpack_require__(80339);
// EXTERNAL MODULE: ./build/desk/tree.js + 2 modules
var tree = __webpack_require__(28521);
// EXTERNAL MODULE: ./build/github/check-runs.js
var check_runs = __webpack_require__(79873);
// EXTERNAL MODULE: ./build/github/dispatch.js
var dispatch = __webpack_require__(40886);
// EXTERNAL MODULE: ./build/github/comment.js
var github_comment = __webpack_require__(30079);
;// CONCATENATED MODULE: ./build/github/issues.js
/** One issue for one subject, such as data that has drifted: opened, kept up to date, closed, and opened again. */


/** By it the issues are listed: there may be thousands of others. */
const issueLabel = 'ml-workflow';
/** Each 100 issues with the label, those first that have changed last. */
const pages = 3;
/**
 * `body`: Markdown, in which foreign text is escaped; what does not fit is cut off. It may be made of what the issue says
 * while it is open.
 */
async function openIssue(api, issue, wanted) {
    const { issues } = api.octokit.rest;
    const place = (0,github_api/* placeOf */.$t)(issue);
    const title = wanted.title.slice(0, 256);
    const found = await api.persist(() => find(api, issue));
    const said = typeof wanted.body === 'string' ? wanted.body : wanted.body(found?.isOpen ? found.body : undefined);
    const body = `${issue.marker}\n${said}`.slice(0, github_comment/* commentLimit */.j9);
    if (!found) {
        const create = async () => made((await issues.create({ ...place, title, body, labels: [issueLabel] })).data);
        const lost = async () => {
            const late = await find(api, issue);
            return late && issues_outcome('opened', late);
        };
        return api.persist(create, { find: lost });
    }
    if (found.isMuted)
        return issues_outcome('muted', found);
    const isSame = found.title === title && found.body.trim() === body.trim();
    if (found.isOpen && isSame)
        return issues_outcome('unchanged', found);
    const change = { title, body, ...(found.isOpen ? {} : { state: 'open' }) };
    await api.persist(() => issues.update({ ...place, issue_number: found.number, ...change }));
    return issues_outcome(found.isOpen ? 'updated' : 'reopened', found);
}
/** With a last comment that says why. `none` when it is not open. */
async function closeIssue(api, issue, comment) {
    const { issues } = api.octokit.rest;
    const found = await api.persist(() => find(api, issue));
    if (!found?.isOpen)
        return { change: 'none' };
    const place = { ...(0,github_api/* placeOf */.$t)(issue), issue_number: found.number };
    await api.persist(() => issues.createComment({ ...place, body: comment.slice(0, github_comment/* commentLimit */.j9) }));
    await api.persist(() => issues.update({ ...place, state: 'closed', state_reason: 'completed' }));
    return issues_outcome('closed', found);
}
/** By marker and author, the newest; one that is open before all others. */
async function find(api, issue) {
    const { octokit } = api;
    const listed = octokit.paginate.iterator(octokit.rest.issues.listForRepo, {
        ...{ ...(0,github_api/* placeOf */.$t)(issue), labels: issueLabel, state: 'all', sort: 'updated', direction: 'desc' },
        per_page: 100,
    });
    let closed;
    let read = 0;
    for await (const { data } of listed) {
        for (const one of data) {
            const body = (one.body ?? '').replaceAll('\r\n', '\n');
            const isOurs = !one.pull_request && body.startsWith(`${issue.marker}\n`) && (await api.isOwn(one.user));
            if (!isOurs)
                continue;
            const isOpen = one.state === 'open';
            const isMuted = !isOpen && one.state_reason === 'not_planned';
            const { number, title, html_url: url } = one;
            const found = { number, title, body, isOpen, isMuted, url };
            if (isOpen)
                return found;
            closed ??= found;
        }
        read += 1;
        if (read === pages)
            break;
    }
    return closed;
}
function made({ number, html_url: url, }) {
    return { change: 'opened', number, url };
}
function issues_outcome(change, { number, url }) {
    return { change, number, url };
}

// EXTERNAL MODULE: ./build/github/names.js
var names = __webpack_require__(50926);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/github/propose.js
/**
 * Files that a run has written, as a pull request: one commit on a branch of its own, made through GitHub's API, and opened or
 * brought up to date. What somebody else has put on the branch is never lost.
 */



/** Of one sentence, for people. */
class NotProposed extends Error {
    name = 'NotProposed';
}
const trailer = 'Proposed-by: ml-workflow';
/** Rejects with a `NotProposed` for what a person has to change. */
async function propose(api, proposal) {
    return await new Proposing(api, proposal).run();
}
class Proposing {
    #api;
    #proposal;
    /** By the tree's id. */
    #trees = new Map();
    constructor(api, proposal) {
        this.#api = api;
        this.#proposal = proposal;
    }
    async run() {
        const { sha, base } = this.#proposal;
        const own = await this.#treeOf(sha);
        const written = await this.#changedFrom(own);
        if (written.length === 0)
            return { is: 'nothing' };
        const head = await this.#tipOf(base);
        const changed = head === sha || head === undefined ? written : await this.#missingFrom(head, written);
        if (changed.length === 0)
            return { is: 'nothing' };
        const before = await this.#ownTip();
        const isThere = before !== undefined && (await this.#missingFrom(before, changed)).length === 0;
        const pulls = await this.#pulls();
        const open = pulls.find(({ isOpen }) => isOpen);
        const declined = pulls.find((one) => !one.isOpen && !one.isMerged && one.head === before);
        if (isThere && !open && declined)
            return { is: 'declined', number: declined.number, url: declined.url };
        const tip = isThere ? before : await this.#commit(own, changed, before);
        const paths = changed.map(({ path }) => path);
        const { number, url, change } = open ? await this.#update(open, paths) : await this.#open(paths);
        const whole = change === 'unchanged' && !isThere ? 'updated' : change;
        const isNew = !isThere || change === 'opened';
        return { is: 'proposed', change: whole, number, url, sha: tip, isNew, paths };
    }
    /** With the mode that the file has there. */
    async #changedFrom(tree) {
        const changed = [];
        for (const file of this.#proposal.files) {
            const there = await this.#entry(tree, file.path);
            if (there !== undefined && !isFile(there))
                throw new NotProposed(`\`${file.path}\` is no file, or below one, on \`${this.#proposal.base}\`, and stays what it is`);
            const blob = this.#blobOf(file.bytes);
            if (there?.sha !== blob)
                changed.push({ ...file, blob, mode: there?.mode === '100755' ? '100755' : '100644' });
        }
        return changed;
    }
    async #missingFrom(commit, files) {
        const tree = await this.#treeOf(commit);
        const missing = [];
        for (const file of files)
            if ((await this.#entry(tree, file.path))?.sha !== file.blob)
                missing.push(file);
        return missing;
    }
    /** Folder by folder: the whole tree of a large repository is cut off. */
    async #entry(tree, path) {
        const names = path.split('/');
        const last = names.pop() ?? '';
        let at = tree;
        for (const name of names) {
            const folder = (await this.#entries(at)).find((one) => one.path === name);
            if (!folder)
                return undefined;
            // A file, or what leads elsewhere, would be replaced by a folder.
            if (folder.mode !== '040000' || folder.sha === undefined)
                return { path, mode: 'none' };
            at = folder.sha;
        }
        return (await this.#entries(at)).find((one) => one.path === last);
    }
    #entries(tree) {
        const known = this.#trees.get(tree);
        if (known)
            return known;
        const asked = this.#api
            .persist(() => this.#git.getTree({ ...this.#place, tree_sha: tree }))
            .then(({ data }) => data.tree);
        this.#trees.set(tree, asked);
        return asked;
    }
    async #treeOf(commit) {
        const { data } = await this.#api.persist(() => this.#git.getCommit({ ...this.#place, commit_sha: commit }));
        return data.tree.sha;
    }
    async #tipOf(branch) {
        const found = await (0,github_api/* orAbsent */.Re)(this.#api.persist(() => this.#git.getRef({ ...this.#place, ref: `heads/${branch}` })));
        return found?.data.object.sha;
    }
    /** Undefined when there is no such branch. */
    async #ownTip() {
        const { branch } = this.#proposal;
        const tip = await this.#tipOf(branch);
        if (tip === undefined)
            return undefined;
        const { data } = await this.#api.persist(() => this.#api.octokit.rest.repos.getCommit({ ...this.#place, ref: tip }));
        const { author } = data;
        const isMade = data.commit.message.trimEnd().endsWith(trailer);
        // Nobody has the address of its author.
        const account = author && 'login' in author ? author : undefined;
        const isOwn = isMade && (await this.#api.isOwn(account));
        if (isOwn)
            return tip;
        throw new NotProposed(`somebody else has pushed to \`${branch}\`: merge or delete it, and the next run proposes again`);
    }
    async #commit(tree, changed, before) {
        const { branch, sha, title } = this.#proposal;
        try {
            const entries = [];
            for (const { path, mode, bytes } of changed) {
                const content = bytes.toString('base64');
                const { data } = await this.#api.persist(() => this.#git.createBlob({ ...this.#place, content, encoding: 'base64' }));
                entries.push({ path, mode, type: 'blob', sha: data.sha });
            }
            const made = await this.#api.persist(() => this.#git.createTree({ ...this.#place, base_tree: tree, tree: entries }));
            const message = `${title}\n\n${trailer}`;
            const commit = await this.#api.persist(() => this.#git.createCommit({ ...this.#place, message, tree: made.data.sha, parents: [sha] }));
            await this.#point(branch, commit.data.sha, before);
            return commit.data.sha;
        }
        catch (error) {
            if (!(0,github_api/* isForbidden */.US)(error))
                throw error;
            throw new NotProposed((0,github_api/* lossOf */.je)('the branch of the pull request', 'contents', error, { isFork: false }), {
                cause: error,
            });
        }
    }
    async #point(branch, sha, before) {
        const find = async () => ((await this.#tipOf(branch)) === sha ? true : undefined);
        await this.#api.persist(() => before === undefined
            ? this.#git.createRef({ ...this.#place, ref: `refs/heads/${branch}`, sha })
            : this.#git.updateRef({ ...this.#place, ref: `heads/${branch}`, sha, force: true }), { find });
    }
    /** Of the branch, newest first. */
    async #pulls() {
        const { owner, branch, base } = this.#proposal;
        const { data } = await this.#api.persist(() => this.#api.octokit.rest.pulls.list({
            ...{ ...this.#place, head: `${owner}:${branch}`, base, state: 'all', per_page: 20 },
        }));
        return data.map((one) => ({
            ...{ number: one.number, url: one.html_url, title: one.title, body: one.body ?? '' },
            ...{ head: one.head.sha, author: one.user },
            isOpen: one.state === 'open',
            isMerged: one.merged_at !== null,
        }));
    }
    async #update(pull, paths) {
        const { title, marker } = this.#proposal;
        const body = this.#body(paths);
        const { number, url } = pull;
        const isOwn = pull.body.startsWith(marker) && (await this.#api.isOwn(pull.author));
        const isSame = pull.title === title && pull.body.replaceAll('\r\n', '\n').trim() === body.trim();
        if (!isOwn || isSame)
            return { number, url, change: 'unchanged' };
        await this.#api.persist(() => this.#api.octokit.rest.pulls.update({ ...this.#place, pull_number: number, title, body }));
        return { number, url, change: 'updated' };
    }
    async #open(paths) {
        const { title, base, branch } = this.#proposal;
        const body = this.#body(paths);
        const create = async () => {
            const { data } = await this.#api.octokit.rest.pulls.create({
                ...{ ...this.#place, title, body, base, head: branch },
            });
            return { number: data.number, url: data.html_url, change: 'opened' };
        };
        const find = async () => {
            const late = (await this.#pulls()).find(({ isOpen }) => isOpen);
            return late && { number: late.number, url: late.url, change: 'opened' };
        };
        try {
            return await this.#api.persist(create, { find });
        }
        catch (error) {
            throw this.#refusal(error) ?? error;
        }
    }
    #refusal(error) {
        if (!(0,github_api/* isForbidden */.US)(error))
            return undefined;
        const isSetting = (0,github_api/* statusOf */.c2)(error) === 403 && error instanceof Error && /not permitted to create/i.test(error.message);
        const why = isSetting
            ? 'the repository does not let jobs open pull requests, which is a setting under Actions, General'
            : (0,github_api/* lossOf */.je)('the pull request', 'pull-requests', error, { isFork: false });
        return new NotProposed(`${why}; what was to be proposed is on the branch \`${this.#proposal.branch}\``, {
            cause: error,
        });
    }
    #body(paths) {
        return `${this.#proposal.marker}\n${this.#proposal.body(paths)}`.slice(0, github_comment/* commentLimit */.j9);
    }
    /** In a repository whose commits have 64 digits, all ids have. */
    #blobOf(bytes) {
        const algorithm = this.#proposal.sha.length === 64 ? 'sha256' : 'sha1';
        return (0,external_node_crypto_.createHash)(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    }
    get #git() {
        return this.#api.octokit.rest.git;
    }
    get #place() {
        return (0,github_api/* placeOf */.$t)(this.#proposal);
    }
}
function isFile({ mode }) {
    return mode === '100644' || mode === '100755';
}

// EXTERNAL MODULE: ./build/github/reporter.js
var reporter = __webpack_require__(36237);
// EXTERNAL MODULE: ./build/github/runs.js
var runs = __webpack_require__(51018);
// EXTERNAL MODULE: ./build/github/status-ladder.js
var status_ladder = __webpack_require__(37031);
// EXTERNAL MODULE: ./build/jobs/file-name.js
var file_name = __webpack_require__(10707);
// EXTERNAL MODULE: ./build/reports/check-text.js
var check_text = __webpack_require__(14278);
// EXTERNAL MODULE: ./build/engine/evaluate.js
var evaluate = __webpack_require__(62516);
// EXTERNAL MODULE: ./build/engine/gates.js
var gates = __webpack_require__(73359);
// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
// EXTERNAL MODULE: ./build/reports/percent.js
var percent = __webpack_require__(86373);
// EXTERNAL MODULE: ./build/reports/report.js + 2 modules
var reports_report = __webpack_require__(34859);
// EXTERNAL MODULE: ./build/reports/tables.js
var tables = __webpack_require__(91955);
;// CONCATENATED MODULE: ./build/reports/drift.js
/** Drift as people are told of it: whether a run has found any, what the issue says, and the pull request of a retraining. */










/** What the gate that asks the predicate has answered: `/if:drift-detected`, or the other way round, `/if:!drift-detected`. */
function driftIn(state, predicate) {
    const asked = state.plan.nodes.flatMap((node) => (0,gates/* gatesOf */.o)(node).map(({ gate }) => gate));
    const own = asked.filter(({ text }) => askedIn(text, predicate) !== undefined);
    const name = `\`${predicate}\``;
    if (own.length === 0)
        return { is: 'unknown', why: `no gate of the chain asks ${name} alone` };
    const decided = state.gates.find(({ gate }) => own.some(({ id }) => id === gate));
    if (!decided)
        return { is: 'unknown', why: `the run has not come to the gate that asks ${name}` };
    const { outcome, reason } = decided;
    if (outcome !== 'met' && outcome !== 'not-met')
        return {
            is: 'unknown',
            why: `${name} is ${words/* gateWords */.DO[outcome]}${reason === undefined ? '' : `: ${reason}`}`,
        };
    const isYes = (outcome === 'met') === (askedIn(decided.text, predicate) === 'is');
    return { is: isYes ? 'yes' : 'no', gate: decided };
}
function askedIn(text, predicate) {
    const [, not, name = ''] = /^\s*(!|not\s)?\s*([^\s!]+)\s*$/.exec(text) ?? [];
    if ((0,language_name/* normalised */.Z7)(name) !== (0,language_name/* normalised */.Z7)(predicate))
        return undefined;
    return not === undefined ? 'is' : 'is-not';
}
const longestCell = 160;
const mostSteps = 15;
const mostMetrics = 20;
/** Before the issue is shown: the time of the run that has found it first. */
const sinceLine = /^<!-- ml-workflow: since (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z) -->$/m;
/** Markdown. `before`: what the issue says while it is open; the time that it was seen first is kept. */
function driftIssue({ report, state, gate, proposal }, before) {
    const { started_at: now, url, sha } = report;
    const since = sinceIn(before) ?? now;
    const first = since === now ? 'Seen first now' : `Seen first ${shownTime(since)}`;
    const seen = [
        `${first}, and last ${shownTime(now)}`,
        ...(sha === undefined ? [] : [`at ${(0,markdown_text/* code */.aY)((0,stale_line/* shortSha */.Fu)(sha))}`]),
        ...(url === undefined ? [] : [(0,markdown_text/* link */.nf)('run', url)]),
    ].join(' · ');
    return [
        `<!-- ml-workflow: since ${since} -->`,
        `${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(report.workflow, 100))} has found drift: ${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(gate.sum, 300))}.`,
        seen,
        measuredTable(report, gate),
        '### What the run has done about it',
        doneList(report, state, gate),
        ...(proposal ? [proposalLine(proposal)] : []),
        '<sub>This issue is kept up to date, and closed by the first run that finds no drift any more. To hear nothing more of it, close it as not planned.</sub>',
    ]
        .filter((block) => block !== '')
        .join('\n\n');
}
function sinceIn(body) {
    const since = sinceLine.exec(body ?? '')?.[1];
    return since !== undefined && !Number.isNaN(Date.parse(since)) ? since : undefined;
}
/** `2026-11-21 04:47 UTC` */
function shownTime(time) {
    return `${time.slice(0, 16).replace('T', ' ')} UTC`;
}
/** What the gate has read, and what the steps before it have measured. */
function measuredTable(report, { operands, node }) {
    const read = operands.map(({ written, value, unit, interval, samples, none }) => [
        (0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(written, longestCell)),
        value === undefined ? (0,markdown_text/* sentence */.em)((0,markdown_text/* cut */.Jj)(none ?? 'not measured', longestCell)) : valueText(value, unit),
        interval === undefined ? '' : (0,reports_report/* intervalText */.Bt)(interval),
        samples === undefined ? '' : String(samples),
    ]);
    const at = report.steps.findIndex(({ id }) => id === node);
    const before = new Set(report.steps.slice(0, Math.max(0, at)).map(({ title }) => title));
    const named = new Set(operands.map(({ metric }) => metric));
    const measured = report.metrics
        // How many samples there were stands behind what was measured on them.
        .filter(({ step, metric }) => before.has(step) && !named.has(metric) && metric !== 'n')
        .map(({ metric, value, unit, samples }) => [
        (0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(metric, longestCell)),
        valueText(value, unit),
        '',
        samples === undefined ? '' : String(samples),
    ]);
    const rows = [...read, ...measured].slice(0, mostMetrics);
    if (rows.length === 0)
        return '';
    const header = ['value', 'measured', 'interval', 'n'];
    const used = header.map((_, column) => column < 2 || rows.some((row) => row[column] !== ''));
    const kept = (cells) => cells.filter((_, column) => used[column] === true);
    return (0,markdown_text/* table */.tp)(kept(header), rows.map(kept), ['left', 'right', 'right', 'right']);
}
function valueText(value, unit) {
    return unit === 'fraction' ? `${(0,evaluate/* shortNumber */.In)(value)} (${(0,percent/* percent */.K)(value)})` : (0,evaluate/* shortNumber */.In)(value);
}
/** What stands behind the gate and was come to: trained, measured, compared, deployed. */
function doneList(report, state, gate) {
    const at = report.steps.findIndex(({ id, kind }) => id === gate.node && kind === 'gate');
    const behind = report.steps.slice(at + 1).filter(({ kind, status }) => {
        const isWork = kind === 'unit' || kind === 'gate' || kind === 'approval';
        return isWork && status !== 'skipped' && status !== 'waiting';
    });
    if (behind.length === 0)
        return 'Nothing: the chain has no answer to it, or did not come to it.';
    const shown = behind.slice(0, mostSteps).map((step) => stepLine(step, state));
    const more = behind.length - shown.length;
    return [...shown, ...(more > 0 ? [`- ${more} more, which the run tells`] : [])].join('\n');
}
function stepLine({ id, title, status, note }, state) {
    const node = state.plan.nodes.find((one) => one.id === id);
    const command = node?.kind === 'unit' ? state.plan.commands[node.command] : undefined;
    const to = command?.is === 'run' && status === 'succeeded' ? command.deploys : undefined;
    return [
        `- ${words/* statusSigns */.rq[status]} ${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(title, longestCell))}`,
        ...(to === undefined ? [] : [`deployed to ${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(to, 60))}`]),
        ...(note === undefined ? [] : [(0,markdown_text/* sentence */.em)((0,markdown_text/* cut */.Jj)(note, 300))]),
    ].join(' · ');
}
function proposalLine({ number, url, isDeclined }) {
    const pull = (0,markdown_text/* link */.nf)(`pull request ${number}`, url);
    return isDeclined
        ? `What it has trained was proposed before, in ${pull}, which somebody has closed.`
        : `What it has trained is proposed in ${pull}.`;
}
/** The last comment on the issue. */
function noDriftText(report, gate) {
    const { url } = report;
    const where = url === undefined ? '' : ` (${(0,markdown_text/* link */.nf)('run', url)})`;
    return `No drift any more: ${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(gate.sum, 300))}${where}.`;
}
/** The title of the pull request: one line. */
function proposalTitle(workflow) {
    return (0,markdown_text/* cut */.Jj)(`Retrained by ${workflow}`.replace(/\s+/g, ' '), 200);
}
/** Markdown. `paths`: of the files in it. */
function proposalBody(report, gate, paths) {
    return [
        `${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(report.workflow, 100))} has found drift, ${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(gate.sum, 300))}, and trained again.`,
        (0,check_text/* umbrellaText */.k)(report).summary,
        report.compared === undefined ? (0,tables/* metricTable */.Lc)(report, mostMetrics) : '',
        '### Files',
        paths.map((path) => `- ${(0,markdown_text/* code */.aY)((0,markdown_text/* cut */.Jj)(path, 300))}`).join('\n'),
        '<sub>Opened by a job, so that no other workflow starts for it by itself: its checks are those of the run, and of the workflows that `drift: checks:` names. A later run brings it up to date while nobody else has pushed to its branch.</sub>',
    ]
        .filter((block) => block !== '')
        .join('\n\n');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/parts/proposed-files.js
/** What a run has left of the files that it may propose, out of its workspace: plain files inside of it, few and small. */



const mostFiles = 20;
const mostBytes = 5 * 1024 * 1024;
/** Where runs are kept, what git is, and what decides how GitHub treats the repository: no run proposes those. */
const reserved = new Set(['.git', '.github', '.ml-workflow']);
/**
 * `workspace`: absolute, of the project. `project`: its folder in the repository, with `/`; empty for its root. `declared`: files and
 * folders of the project. Throws a `NotProposed` for what may not be proposed.
 */
function filesLeft(workspace, project, declared) {
    const paths = new Set();
    const missing = [];
    for (const one of declared) {
        const path = plain(one);
        const found = filesIn(workspace, path);
        if (found.length === 0)
            missing.push(path);
        for (const file of found)
            paths.add(file);
        if (paths.size > mostFiles)
            throw new NotProposed(`\`${path}\` makes more than ${mostFiles} files, and no more are proposed: name those that matter`);
    }
    const inRepository = (path) => (project === '' ? path : `${project}/${path}`);
    const files = [...paths].map((path) => ({ path: inRepository(path), bytes: read(workspace, path) }));
    return { files, missing };
}
function plain(declared) {
    const parts = declared.split('/').filter((part) => part !== '' && part !== '.');
    if (parts.length === 0 || parts.includes('..'))
        throw new NotProposed(`\`${declared}\` is no file of the project`);
    if (parts.some((part) => reserved.has(part.toLowerCase())))
        throw new NotProposed(`\`${declared}\` is nothing that a run may propose`);
    return parts.join('/');
}
/** Itself when it is a file, all of it when it is a folder; empty when it is not there. */
function filesIn(workspace, path) {
    const parts = path.split('/');
    for (const index of parts.keys()) {
        const at = parts.slice(0, index + 1).join('/');
        const found = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(workspace, at), { throwIfNoEntry: false });
        if (!found)
            return [];
        const isLast = index === parts.length - 1;
        if (isLast && found.isFile())
            return [path];
        if (!found.isDirectory())
            throw notPlain(at);
    }
    const found = [];
    const open = [path];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
        for (const entry of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(workspace, folder), { withFileTypes: true })) {
            const at = `${folder}/${entry.name}`;
            plain(at);
            if (entry.isDirectory())
                open.push(at);
            else if (entry.isFile())
                found.push(at);
            else
                throw notPlain(at);
        }
        // The rest would be refused all the same.
        if (found.length > mostFiles)
            break;
    }
    return found.sort();
}
function notPlain(path) {
    return new NotProposed(`\`${path}\` is no plain file: links and the like are not proposed`);
}
function read(workspace, path) {
    const file = (0,external_node_fs_.openSync)((0,external_node_path_.join)(workspace, path), external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
    try {
        const { size } = (0,external_node_fs_.fstatSync)(file);
        if (size > mostBytes)
            throw new NotProposed(`\`${path}\` has ${Math.ceil(size / 1024 / 1024)} MB, and files of more than ${mostBytes / 1024 / 1024} MB are not proposed`);
        return (0,external_node_fs_.readFileSync)(file);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

// EXTERNAL MODULE: ./build/parts/report.js
var parts_report = __webpack_require__(80635);
// EXTERNAL MODULE: ./build/parts/slots.js + 1 modules
var slots = __webpack_require__(42094);
;// CONCATENATED MODULE: ./build/parts/drift.js
/**
 * What a run about the default branch does when it has looked for drift: one issue that is opened, kept up to date and closed, and a
 * pull request with what was trained again, whose checks start.
 */





















/** What could not be done, one sentence each. Never rejects. */
async function aboutDrift(api, over) {
    const losses = [];
    try {
        await look(api, over, losses);
    }
    catch (error) {
        losses.push(`what there is to do about drift was not done: ${(0,github_api/* reasonOf */.A3)(error)}`);
    }
    return losses;
}
async function look(api, over, losses) {
    const { onGitHub, subject, trigger, state, report } = over;
    const { drift } = onGitHub;
    // A pull request may do with its data what it likes.
    if (!drift || onGitHub.pull !== undefined)
        return;
    const base = await ownBranch(api, trigger, process.env);
    if (base === undefined)
        return;
    const issue = {
        ...{ owner: trigger.owner, repository: trigger.repository },
        marker: `<!-- ml-workflow: drift ${(0,slots/* subjectKey */.ow)(subject)} -->`,
    };
    const found = driftIn(state, drift.predicate);
    if (found.is === 'unknown') {
        losses.push(`whether there is drift is not known, and its issue stays as it is: ${found.why}`);
        return;
    }
    const { gate } = found;
    if (found.is === 'no') {
        await written('the issue about drift', losses, () => closeIssue(api, issue, noDriftText(report, gate)));
        return;
    }
    const proposed = await proposal(api, over, { drift, gate, base }, losses);
    const told = { report, state, gate, ...(proposed ? { proposal: proposed } : {}) };
    const outcome = await written('the issue about drift', losses, () => openIssue(api, issue, { title: drift.issue, body: (before) => driftIssue(told, before) }));
    losses.push(...(await drift_tell(over, gate, outcome)));
}
/** The default branch, when the run is about its own commit on it. */
async function ownBranch(api, trigger, { GITHUB_REF: ref, GITHUB_SHA: sha }) {
    if (trigger.sha !== sha)
        return undefined;
    const { data } = await api.persist(() => api.octokit.rest.repos.get((0,github_api/* placeOf */.$t)(trigger)));
    return ref === `refs/heads/${data.default_branch}` ? data.default_branch : undefined;
}
async function written(what, losses, work) {
    try {
        return await work();
    }
    catch (error) {
        losses.push((0,github_api/* lossOf */.je)(what, 'issues', error, { isFork: false }));
        return undefined;
    }
}
async function proposal(api, over, { drift, gate, base }, losses) {
    if (drift.files.length === 0 || !isGood(over.state))
        return undefined;
    const { subject, trigger, report } = over;
    const name = { owner: trigger.owner, repository: trigger.repository };
    const key = (0,slots/* subjectKey */.ow)(subject);
    let found;
    try {
        const workspace = (0,external_node_path_.join)((0,tree/* rootOf */.I5)(process.env), subject.project);
        const { files, missing } = filesLeft(workspace, subject.project, drift.files);
        for (const path of missing)
            losses.push(`\`${path}\` is not proposed, because it is not there at the end of the run: a command has to declare it under \`outputs:\``);
        if (files.length === 0)
            return undefined;
        found = await propose(api, {
            ...{ ...name, base, sha: trigger.sha, files },
            branch: `${own_start/* proposalPrefix */.Vp}${branchPart(key)}`,
            marker: `<!-- ml-workflow: proposal ${key} -->`,
            title: proposalTitle((0,names/* labelOf */.Wy)(subject)),
            body: (paths) => proposalBody(report, gate, paths),
        });
    }
    catch (error) {
        if (!(error instanceof NotProposed)) {
            losses.push(`what was trained is not proposed: ${(0,github_api/* reasonOf */.A3)(error)}`);
            return undefined;
        }
        losses.push(`what was trained is not proposed: ${error.message}`);
        return undefined;
    }
    if (found.is === 'nothing')
        return undefined;
    const { number, url } = found;
    if (found.is === 'declined')
        return { number, url, isDeclined: true };
    if (found.isNew) {
        await showVerdict(api, over, found, losses);
        await startChecks(api, name, { ...found, checks: drift.checks ?? [], base }, losses);
    }
    return { number, url, isDeclined: false };
}
/** Nobody has to look at what a gate of the chain has turned down already, or what was left half done. */
function isGood({ conclusion }) {
    const { decision, reasonCode } = conclusion ?? {};
    return decision === 'passed' || (decision === 'handled' && reasonCode === 'failure-handled');
}
/** What git takes for a part of a branch's name. */
function branchPart(key) {
    return (key
        .replace(/\.{2,}/g, '.')
        .replace(/(?:\.lock|\.)+$/i, '')
        .replace(/^\.+/, '') || 'workflow');
}
/** What the run has come to, on the commit that proposes it. */
async function showVerdict(api, { subject, trigger, state, report }, { number, sha }, losses) {
    const there = { ...trigger, sha, pull: { number } };
    const checks = new status_ladder/* StatusLadder */.n(new check_runs/* CheckRuns */.rp(api, there), api, there, (loss) => losses.push(loss));
    const name = (0,names/* umbrellaName */._1)(subject);
    const text = (0,check_text/* umbrellaText */.k)({ ...report, sha });
    try {
        await checks.create(name, 'in_progress', text);
        await checks.complete(name, (0,reporter/* umbrellaConclusion */.Kb)(state, there), text);
    }
    catch (error) {
        losses.push((0,github_api/* lossOf */.je)('the check run of the pull request', 'checks', error, { isFork: false }));
    }
}
/** By a dispatch: what a job's token does to a pull request starts nothing. */
async function startChecks(api, name, { checks, base, number, sha, }, losses) {
    for (const workflow of checks) {
        const request = { pr: number, sha };
        try {
            await (0,dispatch/* dispatch */.J)(api, name, {
                ...{ file: (0,file_name/* compiledFile */.wB)(workflow), branch: base, title: (0,runs/* runTitle */.kh)({ workflow, pull: number }) },
                inputs: { request: JSON.stringify(request) },
            });
        }
        catch (error) {
            const why = error instanceof dispatch/* DispatchRefused */.b || (0,github_api/* isForbidden */.US)(error) ? (0,github_api/* reasonOf */.A3)(error) : String(error);
            losses.push(`the check \`${workflow}\` of the pull request was not started: ${why}`);
        }
    }
}
/** Once, when it begins: nobody wants to hear each night of what an issue says. Where there is no issue, each time. */
async function drift_tell({ onGitHub, trigger, report }, gate, outcome) {
    const { notify: receivers = [] } = onGitHub;
    const isNew = outcome === undefined || outcome.change === 'opened' || outcome.change === 'reopened';
    if (receivers.length === 0 || !isNew)
        return [];
    const context = (0,parts_report/* contextOf */.Vm)(onGitHub, trigger);
    const notice = driftNotice(report, { ...context, ...(outcome?.url ? { url: outcome.url } : {}) }, gate);
    for (const address of addressesOf(receivers, process.env))
        core/* setSecret */.Pq(address);
    return await notify(notice, receivers, process.env, {
        fetch,
        sleep: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    });
}

;// CONCATENATED MODULE: ./build/parts/afterwards.js
/** What is done when a run is over, beside its verdict: what it measured is kept, and who wants to know is told. */
















/** What could not be done, one sentence each: none of it changes how the run ended. */
async function afterwards(over) {
    const { token, trigger, state } = over;
    const losses = [];
    if (token === '' || !state.conclusion)
        return losses;
    const api = new github_api/* GitHubApi */.yN(token);
    const name = { owner: trigger.owner, repository: trigger.repository };
    const store = (0,keep_state/* stateStore */.$)(api, {
        ...name,
        token,
        own: (0,artifacts/* actionsArtifacts */.d7)(),
        onLoss: (loss) => losses.push(loss),
    });
    const attempt = async (what, work) => {
        try {
            await work();
        }
        catch (error) {
            losses.push(`${what}: ${(0,github_api/* reasonOf */.A3)(error)}`);
        }
    };
    const accepted = acceptedRun(over);
    if (accepted)
        await attempt('what the run measured was not kept for others to be compared with', () => (0,github_accepted/* accept */.J)(store, over.subject, accepted));
    const { onGitHub, report } = over;
    if (accepted && onGitHub.pull === undefined)
        await attempt('comments of pull requests do not say that their base has moved', () => markOthers(api, name, over.subject, accepted));
    const run = Number(trigger.key.split('-')[0]);
    const cost = report.money?.billed ?? report.money?.spent;
    if (onGitHub.by !== undefined && cost !== undefined && state.conclusion.decision !== 'waiting')
        await attempt('what the run has cost does not count for the limits of the day', () => store.change((0,limits/* ledgerKey */.lj)(state.run.startedAt), (before) => (0,limits/* settled */.gu)(before, run, cost), `Settle run ${run}`));
    const { by, pull } = onGitHub;
    if (by !== undefined && pull !== undefined) {
        const link = over.comment === undefined ? {} : { comment: commentUrl(over) };
        const told = { ...name, pull, login: by, text: doneLine(report, link) };
        await attempt(`${by} was not told that the run is over`, () => (0,mention/* mention */.lE)(api, told, new Date(state.run.startedAt)));
    }
    await attempt('the run may be told again as one that is missing from its schedule', () => (0,slots/* recordSlot */.Om)(store, over.subject, onGitHub.slot, process.env));
    losses.push(...(await aboutDrift(api, over)));
    losses.push(...(await afterwards_tell(over)));
    core/* debug */.Yz(`${api.requests} requests after the run`);
    return losses;
}
/** What they were compared with is not what stands on their base branch now. */
async function markOthers(api, name, subject, { run, branch }) {
    for (const { id, body } of await (0,sticky_comments/* stickyComments */.e)(api, name, subject, branch)) {
        const verdict = (0,audit/* auditIn */.pj)(body)?.verdict;
        if (verdict === undefined || verdict === 'queued' || verdict === 'running')
            continue;
        const text = (0,audit/* markedStale */.AE)(body, { because: 'base-moved', now: run });
        if (text !== undefined && text !== body)
            await (0,sticky_comments/* rewriteComment */.I)(api, name, id, text);
    }
}
function commentUrl({ trigger: { owner, repository, pull }, comment }) {
    const server = process.env.GITHUB_SERVER_URL ?? 'https://github.com';
    return `${server}/${owner}/${repository}/pull/${pull?.number}#issuecomment-${comment}`;
}
/** Whoever the project wants to be told. */
async function afterwards_tell({ onGitHub, report, trigger }) {
    const { notify: receivers = [] } = onGitHub;
    if (receivers.length === 0)
        return [];
    const notice = noticeOf(report, (0,parts_report/* contextOf */.Vm)(onGitHub, trigger));
    if (!notice)
        return [];
    for (const address of addressesOf(receivers, process.env))
        core/* setSecret */.Pq(address);
    return await notify(notice, receivers, process.env, {
        fetch,
        sleep: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    });
}
/** Undefined for a run that nothing is to be compared with. */
function acceptedRun({ state, report, onGitHub, trigger }) {
    const { conclusion } = state;
    const { baseRef } = onGitHub;
    if (conclusion?.decision !== 'passed' || baseRef === undefined)
        return undefined;
    // A run of another branch, or of a commit that somebody has named, is not what the base branch has.
    const { GITHUB_REF: ref, GITHUB_SHA: own } = process.env;
    if (onGitHub.pull === undefined && (ref !== `refs/heads/${baseRef}` || trigger.sha !== own))
        return undefined;
    const metrics = (0,delta/* measuredOf */.E)(state, report.sweeps);
    if (metrics.length === 0)
        return undefined;
    return {
        ...{ run: state.run.id, sha: trigger.sha, at: state.run.endedAt ?? state.run.startedAt },
        ...{ branch: baseRef, url: trigger.url },
        ...(onGitHub.pull === undefined ? {} : { pull: onGitHub.pull }),
        metrics: metrics.slice(0, 200),
    };
}


/***/ })

};
