export const id = 6616;
export const ids = [6616,3710];
export const modules = {

/***/ 91565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ roles)
/* harmony export */ });
/** All that admission asks of GitHub. Whoever cannot be asked is an error, and nothing starts: admission fails closed. */
/** GitHub's own roles in a repository, from what may do least. */
const roles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];


/***/ }),

/***/ 35345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W0: () => (/* binding */ branchOf),
/* harmony export */   XU: () => (/* binding */ planAdmission),
/* harmony export */   zS: () => (/* binding */ admissionRequest)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/** What admission is asked, by the definitions of the default branch: the same for whoever asks. */


function admissionRequest({ definitions, environment }, start, more = {}) {
    return {
        start,
        policy: definitions.policy,
        known: definitions,
        ownSha: definitions.sha,
        defaultBranch: branchOf(environment),
        project: definitions.project,
        ...(definitions.baseline === undefined ? {} : { baseline: definitions.baseline }),
        ...more,
    };
}
/** The repository's default branch, as the event says it; else the one that the run stands on. */
function branchOf({ GITHUB_EVENT_PATH: path, GITHUB_REF: ref = '' }) {
    return named(path) ?? ref.replace(/^refs\/heads\//, '');
}
function named(path) {
    if (path === undefined || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return undefined;
    const read = event.safeParse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')));
    return read.success ? read.data.repository.default_branch : undefined;
}
const event = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ default_branch: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1) }) });
function planAdmission({ definitions, environment }, { by, sha, isForeignCode }, plan) {
    return { plan, policy: definitions.policy, by, sha, isForeignCode, defaultBranch: branchOf(environment) };
}


/***/ }),

/***/ 47250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kM: () => (/* binding */ definitionsIn),
/* harmony export */   lM: () => (/* binding */ planned),
/* harmony export */   mu: () => (/* binding */ definitionsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _language_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11786);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28950);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28521);
/** What the default branch says: the project file, the workflows and their commands. Never what a pull request makes of them. */




/** Of the commit that the job itself stands on. Rejects with a `RunError` when GitHub does not give it. */
async function definitionsOf(environment, token, project) {
    const sha = environment.GITHUB_SHA ?? '';
    const root = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .bringDefinitions */ .$0)(sha, token, environment);
    return definitionsIn(root, project, sha);
}
function definitionsIn(root, project, sha) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, project);
    // Any chain will do: what is asked is the project, and what is wrong with it is said when something is planned.
    const wanted = { is: 'chain', source: (0,_language_source_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceOf */ .vz)('<comment>', '/continue') };
    const { policy, workflows, commands } = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_2__.prepare)({
        wanted,
        folder,
        shownFrom: root,
        given: [],
        checkOnly: true,
    });
    return { folder, root, project, sha, policy, workflows, commands };
}
/** A plan by these definitions. */
function planned({ folder, root }, wanted, given) {
    return (0,_prepare_js__WEBPACK_IMPORTED_MODULE_2__.prepare)({ wanted, folder, shownFrom: root, given });
}


/***/ }),

/***/ 55719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ deskOf),
/* harmony export */   z: () => (/* binding */ githubOf)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40654);
/* harmony import */ var _github_artifacts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40273);
/* harmony import */ var _github_forge_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97065);
/* harmony import */ var _github_keep_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45810);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47250);
/** Where a comment or a label is dealt with: GitHub, the definitions of the default branch, and what is said to whom asked. */






/** Rejects with a `RunError` when the definitions cannot be read. */
async function deskOf(environment, token, project) {
    return { ...githubOf(environment, token), definitions: await (0,_definitions_js__WEBPACK_IMPORTED_MODULE_5__/* .definitionsOf */ .mu)(environment, token, project) };
}
function githubOf(environment, token) {
    const [owner = '', repository = ''] = (environment.GITHUB_REPOSITORY ?? '').split('/');
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_RUN_ID: run = '0' } = environment;
    const api = new _github_api_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubApi */ .yN(token);
    const name = { owner, repository };
    return {
        ...{ environment, token, api, ...name },
        attempt: Number(environment.GITHUB_RUN_ATTEMPT ?? '1'),
        forge: (0,_github_forge_js__WEBPACK_IMPORTED_MODULE_3__/* .githubForge */ .N)(api, name),
        state: (0,_github_keep_state_js__WEBPACK_IMPORTED_MODULE_4__/* .stateStore */ .$)(api, {
            ...name,
            token,
            own: (0,_github_artifacts_js__WEBPACK_IMPORTED_MODULE_2__/* .actionsArtifacts */ .d7)(),
            onLoss: (loss) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(loss),
        }),
        url: `${server}/${owner}/${repository}/actions/runs/${run}`,
    };
}


/***/ }),

/***/ 40654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   Re: () => (/* binding */ orAbsent),
/* harmony export */   US: () => (/* binding */ isForbidden),
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
/** Who writes with the job's own token. */
const jobLogin = 'github-actions[bot]';
/** The parameters that octokit wants for it. */
function placeOf({ owner, repository }) {
    return { owner, repo: repository };
}
/** One token's way to GitHub. */
class GitHubApi {
    octokit;
    #sleep;
    /** The rate limit that was given up on: asking on would only make it longer. */
    #limit;
    #isFinishing = false;
    #login;
    #requests = 0;
    constructor(token, sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))) {
        // Where the runner says, now: the package looks only once, when it is loaded.
        const baseUrl = process.env.GITHUB_API_URL;
        this.octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, baseUrl ? { baseUrl } : {});
        this.#sleep = sleep;
        this.octokit.hook.before('request', () => {
            this.#requests += 1;
        });
    }
    /** Sent until now, each page of a list and each new attempt too: what GitHub counts against the token's quota. */
    get requests() {
        return this.#requests;
    }
    /** For those who wait between calls of their own. */
    sleep(seconds) {
        return this.#sleep(seconds);
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
    /**
     * Whether this token's account has written something that carries a marker of ours: somebody may have quoted it. Whose
     * token this is costs a request, which is only made when it was not the job's own account.
     */
    async isOwn(account) {
        if (!account)
            return false;
        const isBot = account.type === 'Bot';
        if (isBot && account.login === jobLogin)
            return true;
        const own = await this.login();
        return own === undefined ? isBot : account.login === own;
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
        return Math.max(1, Math.ceil(reset - secondsNow(headers)));
    return longestWaitSeconds;
}
/** By GitHub's clock where it says: that of a runner may be minutes off. */
function secondsNow(headers) {
    const at = Date.parse(headers.date ?? '');
    return (Number.isNaN(at) ? Date.now() : at) / 1000;
}
/** The token may not do it, which GitHub also says of what the token may not see; no rate limit. */
function isForbidden(error) {
    const status = statusOf(error);
    return status === 404 || (status === 403 && !isRateLimit(error));
}
/** `undefined` for what is not there. */
async function orAbsent(work) {
    try {
        return await work;
    }
    catch (error) {
        // 410: it was there, and somebody has deleted it.
        if (statusOf(error) === 404 || statusOf(error) === 410)
            return undefined;
        throw error;
    }
}
/** What GitHub or the network says, one line. */
function reasonOf(error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.split('\n')[0]?.trim() || 'no reason was given';
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
    return `${what} was not written: ${reasonOf(error)}`;
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

/***/ 97065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ githubForge)
/* harmony export */ });
/* harmony import */ var _admission_forge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91565);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40654);
/** What admission asks of GitHub, by its REST API. Nothing is guessed: what GitHub does not say clearly is an error, or unknown. */


/** Of a branch's activity, 100 entries each: who pushes more often than that names the commit. */
const activityPages = 3;
/** The state of a review that replaces an earlier one of the same person; a comment leaves it standing. */
const verdicts = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'];
function githubForge(api, name) {
    return new GitHubForge(api, name);
}
class GitHubForge {
    #api;
    #name;
    constructor(api, name) {
        this.#api = api;
        this.#name = name;
    }
    async roleOf(login) {
        const answer = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .orAbsent */ .Re)(this.#api.persist(() => this.#rest.repos.getCollaboratorPermissionLevel({ ...this.#place, username: login })));
        if (!answer)
            return 'none';
        const { role_name: named, permission, user } = answer.data;
        return asRole(named) ?? roleByFlags(user?.permissions) ?? asRole(permission) ?? 'none';
    }
    async isInTeam(team, login) {
        const request = { org: this.#name.owner, team_slug: team, username: login };
        try {
            const { data } = await this.#api.persist(() => this.#rest.teams.getMembershipForUserInOrg(request));
            // Pending: asked to join, and has not answered.
            return { is: data.state === 'active' };
        }
        catch (error) {
            // A job's own token sees no team. GitHub answers the same about a person who is not in it.
            if ((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .isForbidden */ .US)(error))
                return { is: false, unseen: true };
            throw error;
        }
    }
    async pull(number) {
        const { data } = await this.#api.persist(() => this.#rest.pulls.get({ ...this.#place, pull_number: number }));
        const { head, base } = data;
        return {
            number,
            title: data.title,
            author: personOf(data.user),
            headSha: head.sha,
            headRef: head.ref,
            baseSha: base.sha,
            baseRef: base.ref,
            // The repository of a fork may be gone, which the types do not know.
            isFork: head.repo?.id !== base.repo.id,
            isOpen: data.state === 'open',
            isMerged: data.merged === true,
        };
    }
    async comment(id) {
        const answer = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .orAbsent */ .Re)(this.#api.persist(() => this.#rest.issues.getComment({ ...this.#place, comment_id: id })));
        if (!answer)
            return undefined;
        const { data } = answer;
        const issue = Number(/\/issues\/(\d+)$/.exec(data.issue_url)?.[1]);
        if (!Number.isSafeInteger(issue))
            throw new Error(`GitHub does not say where comment ${id} stands`);
        return {
            id,
            author: personOf(data.user, data.performed_via_github_app),
            body: data.body ?? '',
            createdAt: utc(data.created_at),
            updatedAt: utc(data.updated_at),
            issue,
            url: data.html_url,
        };
    }
    async labelled(event) {
        const answer = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .orAbsent */ .Re)(this.#api.persist(() => this.#rest.issues.getEvent({ ...this.#place, event_id: event })));
        return answer && labelledBy(answer.data, answer.data.issue?.number);
    }
    async newestLabelling(pull, label) {
        const wanted = label.toLowerCase();
        const page = async (number) => this.#api.persist(() => this.#rest.issues.listEvents({
            ...this.#place,
            issue_number: pull,
            per_page: 100,
            page: number,
        }));
        // Oldest first, so the newest is on the last page.
        const first = await page(1);
        const last = Number(/[?&]page=(\d+)[^>]*>;\s*rel="last"/.exec(first.headers.link ?? '')?.[1] ?? 1);
        for (let number = last; number >= 1; number -= 1) {
            const { data } = number === 1 ? first : await page(number);
            for (const event of data.toReversed()) {
                const found = labelledBy(event, pull);
                if (found?.label.toLowerCase() === wanted)
                    return found;
            }
        }
        return undefined;
    }
    async pushedAt({ isFork, headRef, headSha }) {
        // What happens in a fork is its owner's affair, and a branch of ours may have the same name.
        if (isFork)
            return undefined;
        const ref = `refs/heads/${headRef}`;
        return this.#api.persist(async () => {
            const pages = this.#api.octokit.paginate.iterator(this.#rest.repos.listActivities, {
                ...{ ...this.#place, ref, per_page: 100 },
            });
            let read = 0;
            for await (const { data } of pages) {
                // Newest first: a commit that was pushed again counts from then on.
                const entry = data.find((activity) => activity.ref === ref && activity.after === headSha);
                if (entry)
                    return utc(entry.timestamp);
                read += 1;
                if (read === activityPages)
                    break;
            }
            return undefined;
        });
    }
    async approvals(pull) {
        const reviews = await this.#api.persist(() => this.#api.octokit.paginate(this.#rest.pulls.listReviews, {
            ...{ ...this.#place, pull_number: pull, per_page: 100 },
        }));
        const standing = new Map();
        for (const review of reviews)
            if (review.user && verdicts.includes(review.state))
                standing.set(review.user.login, review);
        const approvals = [];
        for (const { state, user, commit_id: sha } of standing.values()) {
            const by = personOf(user);
            if (state !== 'APPROVED' || sha === null || by.isBot)
                continue;
            if (_admission_forge_js__WEBPACK_IMPORTED_MODULE_1__/* .roles */ .O.indexOf(await this.roleOf(by.login)) >= _admission_forge_js__WEBPACK_IMPORTED_MODULE_1__/* .roles */ .O.indexOf('write'))
                approvals.push({ sha, by });
        }
        return approvals;
    }
    async changedPaths(pull) {
        const files = await this.#api.persist(() => this.#api.octokit.paginate(this.#rest.pulls.listFiles, {
            ...{ ...this.#place, pull_number: pull, per_page: 100 },
        }));
        return files.flatMap(({ filename, previous_filename: before }) => before === undefined ? [filename] : [filename, before]);
    }
    async isOnBranch(sha, branch) {
        // Not by its name alone: a tag of that name would do as well, and leads wherever somebody has put it.
        const { data } = await this.#api.persist(() => this.#rest.git.getRef({ ...this.#place, ref: `heads/${branch}` }));
        if (data.object.sha === sha)
            return true;
        const compared = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .orAbsent */ .Re)(this.#api.persist(() => this.#rest.repos.compareCommitsWithBasehead({
            ...{ ...this.#place, basehead: `${data.object.sha}...${sha}`, per_page: 1 },
        })));
        return compared?.data.status === 'identical' || compared?.data.status === 'behind';
    }
    get #rest() {
        return this.#api.octokit.rest;
    }
    get #place() {
        return (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(this.#name);
    }
}
/** Roles that an organisation has made of its own are known by what they allow. */
function roleByFlags(flags) {
    if (!flags)
        return undefined;
    if (flags.admin)
        return 'admin';
    if (flags.maintain)
        return 'maintain';
    if (flags.push)
        return 'write';
    if (flags.triage)
        return 'triage';
    return flags.pull ? 'read' : 'none';
}
function asRole(text) {
    return _admission_forge_js__WEBPACK_IMPORTED_MODULE_1__/* .roles */ .O.find((role) => role === text);
}
/** `app`: what acted for the account; an account that is gone can vouch for nothing. */
function personOf(account, app) {
    if (!account)
        return { login: 'ghost', isBot: true };
    const isBot = account.type !== 'User' || account.login.endsWith('[bot]') || (app ?? null) !== null;
    return { login: account.login, isBot };
}
function labelledBy(event, issue) {
    const label = event.label?.name ?? undefined;
    if (event.event !== 'labeled' || label === undefined || issue === undefined)
        return undefined;
    const by = personOf(event.actor, event.performed_via_github_app);
    return { event: event.id, label, by, at: utc(event.created_at), issue };
}
/** Times are compared as text further on, so they all have one form. */
function utc(time) {
    const at = Date.parse(time);
    if (Number.isNaN(at))
        throw new Error(`GitHub says a time that is none: ${JSON.stringify(time)}`);
    return new Date(at).toISOString();
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

/***/ 5306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   catchUp: () => (/* binding */ catchUp)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _desk_admission_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35345);
/* harmony import */ var _desk_desk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55719);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49277);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40654);
/* harmony import */ var _github_dispatch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40886);
/* harmony import */ var _github_names_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(50926);
/* harmony import */ var _jobs_file_name_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(10707);
/* harmony import */ var _reports_lines_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23987);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(42094);
/** Starts what schedules have left out: of each workflow the newest time, and once. For a workflow that is scheduled itself. */










/** What is not there by then does not come, or comes too late. */
const graceMinutes = 60;
/** Fails when a workflow could not be looked at, or started: nobody else would hear of it. */
async function catchUp(environment, { token, project }) {
    const desk = await (0,_desk_desk_js__WEBPACK_IMPORTED_MODULE_2__/* .deskOf */ .x)(environment, token, project);
    const now = new Date();
    let hasFailed = false;
    for (const workflow of desk.definitions.workflows) {
        if ((workflow.on?.schedule ?? []).length === 0)
            continue;
        const subject = { workflow: workflow.name, project };
        try {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq((0,_reports_lines_js__WEBPACK_IMPORTED_MODULE_6__/* .harmless */ .p)(`${(0,_github_names_js__WEBPACK_IMPORTED_MODULE_8__/* .labelOf */ .Wy)(subject)}: ${await look(desk, workflow, subject, now)}`));
        }
        catch (error) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3((0,_reports_lines_js__WEBPACK_IMPORTED_MODULE_6__/* .harmless */ .p)(`${(0,_github_names_js__WEBPACK_IMPORTED_MODULE_8__/* .labelOf */ .Wy)(subject)}: ${(0,_github_api_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(error)}`), { title: 'not caught up' });
            hasFailed = true;
        }
    }
    return hasFailed ? _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .h.failed : _exit_codes_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .h.done;
}
/** Gives what was done, one sentence. */
async function look(desk, workflow, subject, now) {
    const file = (0,_jobs_file_name_js__WEBPACK_IMPORTED_MODULE_9__/* .compiledFile */ .wB)(workflow.name);
    const stored = (0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .slotsOf */ .nK)(await desk.state.read((0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .slotsKey */ .RI)(subject)));
    const times = (0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .linesOf */ .Dx)(workflow.on?.schedule ?? []).flatMap((line) => {
        const slot = (0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .slotAt */ .UP)(line, new Date(now.getTime() - graceMinutes * 60_000));
        return slot ? [{ line, slot }] : [];
    });
    const isOpen = ({ line, slot }) => {
        const last = stored.lines[line.cron]?.last;
        return last === undefined || Date.parse(last) < slot.getTime();
    };
    const open = [];
    for (const due of times.filter(isOpen)) {
        const started = await (0,_github_api_js__WEBPACK_IMPORTED_MODULE_4__/* .orAbsent */ .Re)((0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .scheduledSince */ .Uu)(desk, file, due.slot));
        if (!started)
            throw new Error(`there is no \`.github/workflows/${file}\`: \`ml-workflow compile\` writes it`);
        if (started.length === 0)
            open.push(due);
    }
    if (open.length === 0)
        return 'nothing is missing';
    const recorded = await record(desk, subject, open);
    // A line that nobody has recorded is new: its times of before it was there were never due.
    const missed = recorded.filter(({ line }) => stored.lines[line.cron] !== undefined);
    const [first] = missed.map(({ slot }) => slot).sort((a, b) => b.getTime() - a.getTime());
    if (!first)
        return recorded.length === 0 ? 'somebody else has caught it up' : 'watched from now on';
    const request = { slot: first.toISOString() };
    const was = `the run of ${(0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .shown */ .SP)(first)} was missing`;
    try {
        const { url } = await (0,_github_dispatch_js__WEBPACK_IMPORTED_MODULE_5__/* .dispatch */ .J)(desk.api, desk, {
            ...{ file, branch: (0,_desk_admission_request_js__WEBPACK_IMPORTED_MODULE_1__/* .branchOf */ .W0)(desk.environment), title: workflow.name },
            inputs: { request: JSON.stringify(request) },
        });
        return `${was}, and is started now${url === undefined ? '' : `: ${url}`}`;
    }
    catch (error) {
        // Somebody wants it so.
        if (error instanceof _github_dispatch_js__WEBPACK_IMPORTED_MODULE_5__/* .DispatchRefused */ .b && /disabled/.test(error.message))
            return `${was}: ${error.message}`;
        throw error;
    }
}
/**
 * Before anything is started: who comes second finds it there. Gives those that this job has written down, also where an
 * answer got lost and it finds its own.
 */
async function record(desk, subject, open) {
    const { GITHUB_RUN_ID: id = '', GITHUB_RUN_ATTEMPT: attempt = '1' } = desk.environment;
    const run = `${id}-${attempt}`;
    let own = [];
    await desk.state.change((0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .slotsKey */ .RI)(subject), (before) => {
        let slots = (0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .slotsOf */ .nK)(before);
        const isOwn = ({ line, slot }) => {
            const there = slots.lines[line.cron];
            return there?.run === run && there.last === slot.toISOString();
        };
        let hasChanged = false;
        own = open.filter((due) => {
            if (isOwn(due))
                return true;
            const { cron } = due.line;
            const isNew = slots.lines[cron] === undefined;
            const line = { last: due.slot.toISOString(), run, ...(isNew ? {} : { caughtUp: true }) };
            const next = (0,_slots_js__WEBPACK_IMPORTED_MODULE_7__/* .withSlot */ .vR)(slots, cron, line);
            if (!next)
                return false;
            slots = next;
            hasChanged = true;
            return true;
        });
        return hasChanged ? slots : undefined;
    }, 'Record what is caught up');
    return own;
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
