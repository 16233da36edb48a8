export const id = 2570;
export const ids = [2570];
export const modules = {

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

/***/ 45907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf)
/* harmony export */ });
/** Line by line, as the runner masks them: the keys of hosts and of RunPod. */
function secretsOf(plan, environment) {
    const variables = Object.values(plan.targets ?? {}).flatMap((target) => target.kind === 'runpod' ? [target.key] : 'variable' in target.key ? [target.key.variable] : []);
    return variables
        .flatMap((name) => (environment[name] ?? '').split(/\r?\n/))
        .filter((line) => line.length >= 6 && !line.startsWith('-----'));
}


/***/ }),

/***/ 27197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ askedFor),
/* harmony export */   iq: () => (/* binding */ requesterOf),
/* harmony export */   oH: () => (/* binding */ admittedPlan)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _admission_admit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54491);
/* harmony import */ var _admission_admit_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54987);
/* harmony import */ var _admission_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65788);
/* harmony import */ var _desk_admission_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35345);
/* harmony import */ var _desk_hands_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22746);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(38702);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40654);
/* harmony import */ var _language_print_diagnostic_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(42974);
/** Who has asked for this run, and for which code: asked again in the job that begins it, whatever whoever dispatched it says. */









/** `runs`: what this file runs. Rejects with a `RunError` for what may not run. */
async function askedFor(desk, request, runs) {
    const { environment } = desk;
    const { GITHUB_EVENT_NAME: event = '' } = environment;
    const also = (0,_desk_hands_js__WEBPACK_IMPORTED_MODULE_7__/* .hands */ .z)(environment, request);
    const admission = await (0,_admission_admit_js__WEBPACK_IMPORTED_MODULE_1__/* .admit */ .w)(desk.forge, (0,_desk_admission_request_js__WEBPACK_IMPORTED_MODULE_4__/* .admissionRequest */ .zS)(desk, startOf(event, request), { also, ...(isTrusted(event, request) ? {} : { runs }) }));
    switch (admission.is) {
        case 'admitted':
            break;
        case 'refused':
            throw refusal(admission);
        case 'mistake':
            throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_8__/* .RunError */ .e4(admission.diagnostics.map((one) => (0,_language_print_diagnostic_js__WEBPACK_IMPORTED_MODULE_6__/* .printDiagnostic */ .B$)(one)).join('\n\n'));
        case 'nothing':
            throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_8__/* .RunError */ .e4('the comment or label that is named asks for nothing');
    }
    const { asked } = admission;
    if (request.resume === undefined) {
        if (asked?.is === 'control')
            throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_8__/* .RunError */ .e4(`\`${asked.text}\` starts no run of its own, and \`request\` names none to go on with`);
        return { admitted: admission, given: asked?.is === 'workflow' ? asked.given : [] };
    }
    if (admission.by.length === 0)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_8__/* .RunError */ .e4('a run goes on when a person says so');
    return goingOnWith(desk, request.resume, admission);
}
/** Approving, and going on, is said in a comment, where everybody can read it. */
function goingOnWith(desk, run, admitted) {
    const { asked, by } = admitted;
    const [login = ''] = by;
    const shared = { run, token: desk.token };
    if (asked === undefined)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_8__/* .RunError */ .e4('a run goes on by a comment, `/ml-approve` or `/ml-resume`, and `request` names none');
    if (asked.is === 'control' && asked.control === 'approve') {
        const at = admitted.comment?.createdAt;
        const decision = {
            approved: true,
            by: login,
            ...(at === undefined ? {} : { at }),
            ...(asked.label === undefined ? {} : { label: asked.label }),
        };
        return { admitted, given: [], goingOn: { ...shared, decision } };
    }
    if (asked.is === 'control' && asked.control === 'resume')
        return {
            admitted,
            given: asked.given,
            goingOn: { ...shared, ...(asked.from === undefined ? {} : { from: asked.from }) },
        };
    throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_8__/* .RunError */ .e4(`\`${asked.text}\` is no word to go on with a run`);
}
function isTrusted(event, { comment, label }) {
    return comment === undefined && label === undefined && event !== 'workflow_dispatch';
}
function startOf(event, request) {
    const { comment, label, pr, sha, slot } = request;
    if (comment !== undefined && pr !== undefined)
        return {
            ...{ is: 'comment', id: comment.id, pull: pr, body: comment.body },
            ...(sha === undefined ? {} : { sha }),
        };
    if (label !== undefined && pr !== undefined && sha !== undefined)
        return { is: 'label', pull: pr, sha, by: { event: label } };
    if (label !== undefined)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_8__/* .RunError */ .e4('input `request`: a label names its commit, and `sha` is missing');
    if (event === 'workflow_dispatch')
        return {
            is: 'dispatch',
            ...(pr === undefined ? {} : { pull: pr }),
            ...(sha === undefined ? {} : { sha }),
            ...(slot === undefined ? {} : { slot }),
        };
    return { is: event === 'schedule' ? 'schedule' : 'push' };
}
/** Rejects with a `RunError` when this plan is not for these people, this code or this day. */
async function admittedPlan(desk, admitted, plan, quote) {
    const obstacle = await (0,_admission_admit_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .admitPlan */ .H)(desk.forge, (0,_desk_admission_request_js__WEBPACK_IMPORTED_MODULE_4__/* .planAdmission */ .XU)(desk, admitted, plan));
    if (obstacle)
        throw refusal(obstacle);
    const { limits } = desk.definitions.policy;
    if (Object.keys(limits).length === 0)
        return;
    const now = new Date().toISOString();
    const { GITHUB_RUN_ID: id = '', GITHUB_WORKFLOW: workflow = '' } = desk.environment;
    const run = Number(id);
    const [by] = admitted.by;
    // What goes on was counted when it began.
    if (admitted.asked?.is === 'control' && admitted.asked.control === 'approve')
        return;
    let why;
    try {
        const counted = (0,_admission_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .settled */ .gu)(await desk.state.read((0,_admission_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .ledgerKey */ .lj)(now)), run, 0);
        // The router has counted what it has started, and said no before it did.
        if (counted !== undefined)
            return;
        await desk.state.change((0,_admission_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .ledgerKey */ .lj)(now), (before) => {
            why = (0,_admission_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .overLimit */ .W1)(before, limits, { by, now, quote });
            if (why !== undefined)
                return undefined;
            return (0,_admission_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .entered */ .Un)(before, {
                ...{ at: now, workflow: workflow.slice(0, 200) || plan.name, run },
                ...(by === undefined ? {} : { by }),
                ...(admitted.pull === undefined ? {} : { pr: admitted.pull.number }),
                ...(quote === undefined ? {} : { quote }),
            });
        }, `Enter run ${run}`);
    }
    catch (error) {
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_8__/* .RunError */ .e4(`what was started today cannot be counted: ${(0,_github_api_js__WEBPACK_IMPORTED_MODULE_5__/* .reasonOf */ .A3)(error)}`);
    }
    if (why !== undefined)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_8__/* .RunError */ .e4(why);
}
/** Who approves has the right to approve; what the plan needs beside it was asked of whoever started the run, and is again. */
function requesterOf(admitted, left) {
    const isApproval = admitted.asked?.is === 'control' && admitted.asked.control === 'approve';
    return isApproval && left?.by !== undefined ? { ...admitted, by: [left.by] } : admitted;
}
function refusal({ code, sentence, help }) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('reason_code', code);
    return new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_8__/* .RunError */ .e4(`refused: ${sentence}${help === undefined ? '' : `; ${help}`}`);
}


/***/ }),

/***/ 79254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ concludingPart),
/* harmony export */   JN: () => (/* binding */ isGuarded),
/* harmony export */   nd: () => (/* binding */ finallyNodes)
/* harmony export */ });
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98407);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71583);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28693);



/** `needs`: how the jobs before it have ended. */
function concludingPart(whole, needs) {
    const { plan, owners } = whole;
    const handlers = finallyNodes(plan);
    return {
        reach: {
            // `finally` always runs: also when the job where it stands was cancelled or lost. But what an environment guards
            // runs in its job alone: its reviewers may have said no.
            has: (node, arm) => {
                const job = owners.ownerOf(node, arm)?.job;
                return job === _jobs_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .concludeJob */ .P0 || (job !== undefined && !isGuarded(whole, job) && handlers.has(node));
            },
            concludes: true,
        },
        continues: true,
        settles: () => true,
        handOver: (now) => endOf(now, needs),
    };
}
/** Nothing more can be done here: why the run is over although the chain is not. */
function endOf(state, needs) {
    if (state.conclusion)
        return [];
    const isCancelled = Object.values(needs).includes('cancelled');
    if (isCancelled && !state.stopping)
        return [{ type: 'cancel-requested', by: 'GitHub' }];
    const failed = Object.entries(needs).filter(([, result]) => result === 'failure');
    const jobs = failed.map(([job]) => `\`${job}\``).join(', ');
    const open = (0,_whole_js__WEBPACK_IMPORTED_MODULE_0__/* .openTitles */ .Yw)(state);
    const where = open.length === 0 ? '' : ` before ${open.slice(0, 3).join(', ')} had ended`;
    const reason = jobs === ''
        ? `the run came to a stop${where}: GitHub started no job for what follows`
        : `the job ${jobs} ended without a result${where}`;
    return [{ type: 'run-concluded', decision: 'failed', reasonCode: 'incomplete', reason }];
}
/** All that stands in a `finally`. */
function finallyNodes(plan) {
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    const found = new Set();
    const open = plan.nodes.flatMap((node) => (node.kind === 'try' || node.kind === 'handlers') && node.finally !== null ? [node.finally] : []);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (found.has(id))
            continue;
        found.add(id);
        const node = byId.get(id);
        if (node)
            open.push(...(0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .LU)(node));
    }
    return found;
}
/** It stands behind an environment: whoever that asks may have said no. */
function isGuarded({ layout }, id) {
    const job = layout.jobs.find((one) => one.id === id);
    return job?.is === 'stretch' && job.environment !== undefined;
}


/***/ }),

/***/ 14425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bG: () => (/* binding */ takeUp),
/* harmony export */   jf: () => (/* binding */ leftBy)
/* harmony export */ });
/* unused harmony exports eventsFrom, folderIn */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33838);
/* harmony import */ var _drivers_parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75078);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(38702);
/* harmony import */ var _engine_reopen_failed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47290);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40654);
/* harmony import */ var _github_artifacts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40273);
/* harmony import */ var _github_runs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(51018);
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(98407);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(60716);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(80635);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63889);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(28693);
/** A run that another run of GitHub Actions has left, waiting or failed → the journal that this one goes on with. */













/** Rejects with a `RunError` when it has left nothing to go on with. */
async function leftBy({ run, token, decision }, environment) {
    const [owner = '', repository = ''] = (environment.GITHUB_REPOSITORY ?? '').split('/');
    await isOurs(run, { owner, repository }, token, environment);
    const store = (0,_github_artifacts_js__WEBPACK_IMPORTED_MODULE_5__/* .artifactsOfRun */ .Ye)({ run, owner, repository, token });
    _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh('what the earlier run has left');
    try {
        const stored = await store.list();
        const planned = (0,_restore_js__WEBPACK_IMPORTED_MODULE_8__/* .newestPlan */ .Y$)(stored);
        if (planned === undefined)
            throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_10__/* .RunError */ .e4(`the run ${run} has left nothing to go on with: its artifacts are gone, or it never began; start it again`);
        const [first] = await (0,_restore_js__WEBPACK_IMPORTED_MODULE_8__/* .downloaded */ .aW)(store, stored, [planned], environment);
        const [part] = (0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readParts */ .fp)(first === undefined ? [] : [first]);
        if (!part)
            throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_10__/* .RunError */ .e4(`\`${planned}\` is empty`);
        const names = (0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .newestParts */ .Nz)(stored.map(({ name }) => name), part.epoch).filter((name) => {
            const job = (0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePartName */ .Yg)(name)?.job;
            // How it was concluded is no longer so; and its handlers belong to that end.
            return job !== _jobs_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .planJob */ .b1 && job !== _jobs_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .concludeJob */ .P0;
        });
        const others = await (0,_restore_js__WEBPACK_IMPORTED_MODULE_8__/* .downloaded */ .aW)(store, stored, names, environment);
        const { plan, onGitHub } = (0,_report_js__WEBPACK_IMPORTED_MODULE_7__/* .onGitHubIn */ .ac)(part.folder);
        const { sha, pull, comment, by, asked } = onGitHub;
        const api = new _github_api_js__WEBPACK_IMPORTED_MODULE_4__/* .GitHubApi */ .yN(token);
        const checks = await stillOpen(api, { owner, repository }, onGitHub);
        // Two people may have approved it at once, and what follows, such as a deployment, is wanted once.
        if (decision &&
            onGitHub.checks.length > 0 &&
            !checks.some(({ external = '' }) => external.startsWith(`${run}-`)))
            throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_10__/* .RunError */ .e4('somebody has gone on with it already, or has stopped it');
        return {
            ...{ run: part.run, parameters: plan.parameters, plan, sha, pull, comment, checks, by, asked },
            folders: [part.folder, ...others],
        };
    }
    finally {
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4();
    }
}
/** A check run that is completed cannot go back: another one of its name takes its place. None when GitHub does not tell. */
async function stillOpen(api, name, { sha, checks }) {
    if (checks.length === 0)
        return [];
    const { octokit } = api;
    const ids = new Set(checks.map(({ id }) => id));
    try {
        const runs = await api.persist(() => octokit.paginate(octokit.rest.checks.listForRef, {
            ...{ ...(0,_github_api_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(name), ref: sha, per_page: 100, filter: 'all' },
        }));
        return runs
            .filter(({ id, status }) => ids.has(id) && status !== 'completed')
            .map(({ id, name: called, external_id: external }) => ({
            ...{ id, name: called },
            ...(external === null ? {} : { external }),
        }));
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e((0,_github_api_js__WEBPACK_IMPORTED_MODULE_4__/* .lossOf */ .je)('which check runs are open', 'checks', error, { isFork: false }));
        return [];
    }
}
/** Whose runs are of the default branch's own files. */
const ownEvents = new Set([
    ...['workflow_dispatch', 'schedule', 'push', 'issue_comment', 'pull_request_target'],
]);
/**
 * Only a run of the same file, and none on a pull request's own code: a run of anybody's fork leaves artifacts in this repository,
 * too, under any name.
 */
async function isOurs(run, name, token, { GITHUB_RUN_ID: own = '' }) {
    const api = new _github_api_js__WEBPACK_IMPORTED_MODULE_4__/* .GitHubApi */ .yN(token);
    const [earlier, now] = await Promise.all([(0,_github_runs_js__WEBPACK_IMPORTED_MODULE_6__/* .findRun */ .Lc)(api, name, run), (0,_github_runs_js__WEBPACK_IMPORTED_MODULE_6__/* .findRun */ .Lc)(api, name, Number(own))]);
    if (!earlier)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_10__/* .RunError */ .e4(`there is no run ${run} to go on with`);
    const isSame = earlier.path === now?.path && earlier.headBranch === now.headBranch && earlier.isOwn;
    if (!isSame || !ownEvents.has(earlier.event))
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_10__/* .RunError */ .e4(`the run ${run} is not one of this workflow: nothing of it is taken`);
    if (earlier.status !== 'completed')
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_10__/* .RunError */ .e4(`the run ${run} is not over yet`);
}
/** Lays the run out in the workspace, which holds the code, and writes the journal to go on from. `now`: UTC, ISO 8601. */
function takeUp(workspace, plan, { folders }, { decision, from }, now) {
    const order = (0,_whole_js__WEBPACK_IMPORTED_MODULE_9__/* .wholeOf */ .l2)(plan).layout.jobs.map(({ id }) => id);
    const { events, folder, notices } = (0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .restoreRun */ .Ai)(workspace, (0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readParts */ .fp)(folders), order);
    for (const notice of notices)
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm(notice);
    const again = eventsFrom(plan, events, { decision, from }, now);
    (0,_restore_js__WEBPACK_IMPORTED_MODULE_8__/* .writeJournal */ .fY)(folder.journal, again);
    return { folder, events: again };
}
/** Throws a `RunError` for a decision that nothing waits for, and an element that the run has not come to. */
function eventsFrom(plan, events, { decision, from }, now) {
    if (decision) {
        const { at, ...said } = decision;
        if (at !== undefined && isOlder(at, events))
            throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_10__/* .RunError */ .e4('the approval was given before the run had asked for it: give it anew');
        const taken = (0,_engine_reopen_failed_js__WEBPACK_IMPORTED_MODULE_3__/* .decided */ .rc)(plan, events, { ...said, at: now });
        if (taken.decided.length === 0)
            throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_10__/* .RunError */ .e4(decision.label === undefined
                ? 'the run does not wait for an approval'
                : `the run does not wait for an approval of \`${decision.label}\``);
        return taken.events;
    }
    if (from === undefined)
        return (0,_engine_reopen_failed_js__WEBPACK_IMPORTED_MODULE_3__/* .reopenFailed */ .jD)(plan, events);
    const wanted = from.startsWith('/') ? from : `/${from}`;
    const whole = plan.nodes.filter(({ title }) => title === wanted || title === from);
    // Without its words, as people call it.
    const named = whole.length > 0 ? whole : plan.nodes.filter(({ title }) => title.split(/\s/)[0] === wanted);
    for (const { id } of named) {
        const again = (0,_engine_reopen_failed_js__WEBPACK_IMPORTED_MODULE_3__/* .reopenFrom */ .i)(plan, events, id);
        if (again)
            return again;
    }
    if (named.length > 0)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_10__/* .RunError */ .e4(`the run had not come to \`${from}\``);
    const titles = plan.nodes.map(({ title }) => title);
    const help = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_12__/* .didYouMean */ .au)(wanted, titles);
    throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_10__/* .RunError */ .e4(`the chain has no \`${from}\`${help === undefined ? '' : `; ${help}`}`);
}
/** Clocks of runners are not GitHub's. */
const skewSeconds = 60;
/** What somebody has said once, about an earlier run, is no answer to this one. */
function isOlder(at, events) {
    const asked = events.findLast(({ type }) => type === 'approval-requested');
    return asked !== undefined && Date.parse(asked.at) - Date.parse(at) > skewSeconds * 1000;
}
/** Absolute: the run's folder in a workspace. */
function folderIn(workspace, run) {
    return join(workspace, '.ml-workflow', 'runs', run);
}


/***/ }),

/***/ 49528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ notStarted)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _desk_desk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55719);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40654);
/* harmony import */ var _github_job_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37249);
/* harmony import */ var _github_mention_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64828);
/* harmony import */ var _github_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50926);
/* harmony import */ var _github_trigger_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74930);
/* harmony import */ var _reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53611);
/** A run that was dispatched and does not begin: what the router has shown as queued does not stay so, and whoever asked is told why. */








/** GitHub's limit for the title of a check run is 255. */
const longestTitle = 250;
/** `why`: as the log has it; its first line may be all of it. Never rejects. */
async function notStarted(environment, token, subject, { pr, sha, resume, comment, label }, why) {
    if (token === '' || pr === undefined || sha === undefined)
        return;
    // What goes on stays as it was: it still waits, or has failed.
    if (resume === undefined)
        await (0,_github_job_js__WEBPACK_IMPORTED_MODULE_3__/* .closeLostRun */ .m)({
            subject,
            trigger: { ...(0,_github_trigger_js__WEBPACK_IMPORTED_MODULE_5__/* .readTrigger */ .v)({ ...environment }), sha, pull: { number: pr } },
            ...{ token, title: why.split('\n')[0]?.slice(0, longestTitle) ?? '', conclusion: 'cancelled' },
            say: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(text),
        });
    const desk = (0,_desk_desk_js__WEBPACK_IMPORTED_MODULE_1__/* .githubOf */ .z)(environment, token);
    try {
        const login = comment === undefined
            ? label === undefined
                ? undefined
                : (await desk.forge.labelled(label))?.by.login
            : (await desk.forge.comment(comment.id))?.author.login;
        if (login === undefined)
            return;
        const what = resume === undefined ? 'has not started' : 'has not gone on';
        const reason = why.replace(/^refused: /, '');
        const text = reason.includes('\n')
            ? `.\n\n${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .fenced */ .OF)(reason)}`
            : `: ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .sentence */ .em)(reason)}${reason.endsWith('?') ? '' : '.'}`;
        const told = `${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)((0,_github_names_js__WEBPACK_IMPORTED_MODULE_7__/* .labelOf */ .Wy)(subject))} ${what}${text}`;
        const { owner, repository } = desk;
        await (0,_github_mention_js__WEBPACK_IMPORTED_MODULE_4__/* .mention */ .lE)(desk.api, { owner, repository, pull: pr, login, text: told }, new Date());
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e((0,_github_api_js__WEBPACK_IMPORTED_MODULE_2__/* .lossOf */ .je)('why nothing has started', 'pull-requests', error, { isFork: false }));
    }
}


/***/ }),

/***/ 91989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ei: () => (/* binding */ openingPart),
/* harmony export */   G0: () => (/* binding */ deadlineOf),
/* harmony export */   K3: () => (/* binding */ joiningPart),
/* harmony export */   Nb: () => (/* binding */ joiningAtEnd),
/* harmony export */   Um: () => (/* binding */ stepPart),
/* harmony export */   readProject: () => (/* binding */ readProject)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59362);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38702);
/* harmony import */ var _engine_advance_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55592);
/* harmony import */ var _engine_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80306);
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98407);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79254);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28693);
/** What every job begins with: how far its processes may go, when it has to be done, where the project lies. */








/** Nothing of the chain is done, but what the next job is to do is handed out. */
function openingPart({ layout, owners }, job) {
    return {
        reach: _drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .noReach */ .rZ,
        continues: false,
        settles: () => false,
        handOver: (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatching */ .V0)(layout, owners, job),
    };
}
/** The same for a job behind others: what legs have lost is told. `events`: of the run as it was restored. */
function joiningPart(whole, id, events) {
    const part = openingPart(whole, id);
    const joined = (0,_whole_js__WEBPACK_IMPORTED_MODULE_5__/* .joinedBy */ .zD)(whole, (0,_whole_js__WEBPACK_IMPORTED_MODULE_5__/* .jobOf */ .Zw)(whole, id));
    const dispatched = new Set(events.flatMap((event) => (event.type === 'cells-dispatched' ? [event.node] : [])));
    return {
        ...part,
        handOver: (state) => {
            const lost = (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .lostIn */ .gJ)(state, joined, dispatched);
            return lost.length > 0 ? lost : part.handOver(state);
        },
    };
}
/**
 * The same for the last job. What stands in a job that is over was done there or will not be done: a unit has failed, so that
 * the handlers of the chain run; gates and values that nobody had come to are decided here, which changes nothing outside.
 * `finally` is left to the end.
 */
function joiningAtEnd(whole, events, needs) {
    const part = joiningPart(whole, _jobs_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .concludeJob */ .P0, events);
    const isCancelled = Object.values(needs).includes('cancelled');
    const cleanups = (0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .finallyNodes */ .nd)(whole.plan);
    const elsewhere = (state, node) => {
        const job = whole.owners.ownerOf(node, (0,_engine_advance_js__WEBPACK_IMPORTED_MODULE_2__/* .armOf */ .c)(state, node))?.job;
        return job === undefined || job === _jobs_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .concludeJob */ .P0 || isCancelled || state.stopping?.cancelled
            ? undefined
            : job;
    };
    return {
        ...part,
        reach: {
            has: (node, _arm, state) => {
                const { kind } = (0,_engine_state_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeOf */ .E7)(state, node);
                const isPure = kind !== 'unit' && kind !== 'approval' && kind !== 'wait';
                return isPure && !cleanups.has(node) && elsewhere(state, node) !== undefined;
            },
            concludes: false,
        },
        handOver: (state) => {
            const facts = part.handOver?.(state) ?? [];
            if (facts.length > 0)
                return facts;
            const ready = [...state.ready.values()].flatMap((set) => [...set]);
            return ready.flatMap((node) => {
                const job = elsewhere(state, node);
                if (job === undefined || mayStillRun(whole, cleanups, job, node))
                    return [];
                return [
                    {
                        ...{ type: 'unit-failed', node, attempt: (state.starts.get(node) ?? 0) + 1, seconds: 0 },
                        ...{ class: 'lost', message: lossOf(whole, job, needs), tail: [] },
                    },
                ];
            });
        },
    };
}
function mayStillRun(whole, cleanups, job, node) {
    return cleanups.has(node) && !(0,_ending_js__WEBPACK_IMPORTED_MODULE_4__/* .isGuarded */ .JN)(whole, job);
}
function lossOf(whole, id, needs) {
    const job = (0,_whole_js__WEBPACK_IMPORTED_MODULE_5__/* .jobOf */ .Zw)(whole, id);
    // Such as behind an output that GitHub dropped, because it holds a masked value.
    if (needs[id] === 'skipped')
        return `GitHub did not start the job \`${job.name}\`, in which the chain goes on`;
    const environment = job.is === 'stretch' ? job.environment : undefined;
    return environment === undefined
        ? `the job \`${job.name}\` ended without a result`
        : `the job for the environment \`${environment}\` was not let in, or its machine was lost`;
}
function stepPart({ layout, owners }, job, step) {
    return {
        reach: (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .reachOfStep */ .L_)(owners, job, step),
        continues: true,
        // Pods, and the lock of a host, are held for the steps behind it.
        settles: (state) => (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .handOverOf */ .PS)(state, layout, owners, job).ready.length === 0,
        handOver: (0,_drivers_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatching */ .V0)(layout, owners, job),
    };
}
/**
 * In milliseconds since 1970, five minutes before GitHub's: it would record the job as cancelled, and nobody could say why.
 * A runner of one's own has no end of its own.
 */
function deadlineOf(minutes, isHosted) {
    if (!isHosted && minutes >= _jobs_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .hostedMinutes */ .LI)
        return Number.MAX_SAFE_INTEGER;
    // Since this process began: it is the first of its job.
    return performance.timeOrigin + Math.max(1, minutes - 5) * 60_000;
}
/** Relative to the repository's root, with `/`; empty for the root itself. */
function readProject(text) {
    const parts = text.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
    if (parts.includes('..') || text.startsWith(node_path__WEBPACK_IMPORTED_MODULE_0__.sep))
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_7__/* .RunError */ .e4(`input \`project\`: \`${text}\` leaves the repository`);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(...parts, '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep)
        .join('/')
        .replace(/^\.$/, '')
        .replace(/\/$/, '');
}


/***/ }),

/***/ 25631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ standingOf)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _desk_admission_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35345);
/* harmony import */ var _github_accepted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22613);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40654);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42094);
/** What all jobs of a run have to know of it beside its plan: who asked, what it is compared with, whom it tells. */





/** Reads what is compared from the state of the repository. Never rejects for that. */
async function standingOf(desk, { admitted, request, prepared, left, quote }) {
    const { pull, by, asked, notes } = admitted;
    const { definitions, environment } = desk;
    const baseRef = pull?.baseRef ?? (0,_desk_admission_request_js__WEBPACK_IMPORTED_MODULE_1__/* .branchOf */ .W0)(environment);
    const base = await baseOf(desk, prepared.name, baseRef);
    const { drift } = prepared.workflow ?? {};
    const isApproval = asked?.is === 'control' && asked.control === 'approve';
    const subject = { workflow: prepared.name, project: definitions.project };
    const schedule = prepared.workflow?.on?.schedule;
    const { slot, notes: ofSlot } = await (0,_slots_js__WEBPACK_IMPORTED_MODULE_4__/* .slotFacts */ .EN)(desk, subject, request, schedule);
    const said = [...notes, ...ofSlot];
    const [login] = by;
    // Who approves has not asked for it.
    const requester = left ? left.by : login;
    const text = left ? left.asked : asked?.text;
    return {
        ...(pull === undefined ? {} : { pull: pull.number }),
        ...(requester === undefined ? {} : { by: requester }),
        ...(text === undefined || text === '' ? {} : { asked: text }),
        ...(isApproval && login !== undefined ? { approvedBy: [login] } : {}),
        ...(said.length === 0 ? {} : { notes: said }),
        ...(base ? { base } : {}),
        baseRef,
        ...(quote === undefined ? {} : { quote }),
        deployFrom: definitions.policy.deployFrom,
        notify: prepared.notify,
        ...(drift ? { drift } : {}),
        ...(slot === undefined ? {} : { slot }),
    };
}
async function baseOf(desk, workflow, branch) {
    if (desk.token === '' || branch === '')
        return undefined;
    try {
        const subject = { workflow, project: desk.definitions.project };
        return await (0,_github_accepted_js__WEBPACK_IMPORTED_MODULE_2__/* .acceptedOn */ .$)(desk.state, desk.forge, subject, branch);
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(`what \`${branch}\` has measured is not known: ${(0,_github_api_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(error)}`);
        return undefined;
    }
}


/***/ })

};
