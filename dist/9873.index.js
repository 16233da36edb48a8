export const id = 9873;
export const ids = [9873];
export const modules = {

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
        // A job's own token does not tell its login, nor does that of an App: then nobody else's comment is taken for ours.
        return own !== undefined && account.login === own;
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

/***/ 79873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openChecks: () => (/* binding */ openChecks),
/* harmony export */   pY: () => (/* binding */ openChecksOf),
/* harmony export */   rp: () => (/* binding */ CheckRuns)
/* harmony export */ });
/* unused harmony export checkTextLimit */
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
        const external_id = this.#externalId(name);
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
    /** Stays open, and says something else; nothing happens for a check that was never created. */
    async update(name, text) {
        const check = this.open.get(name);
        if (check)
            await this.#update(check, undefined, text, 'in_progress');
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
    async #update(check, conclusion, text, status) {
        const { title, summary, text: details, annotations = [] } = text;
        await this.#api.persist(() => this.#api.octokit.rest.checks.update({
            ...this.#place(),
            check_run_id: check.id,
            ...(conclusion === undefined ? {} : { status: 'completed', conclusion }),
            // By it the run that has it now is known: the address is GitHub's own for a job's token, whatever is sent.
            ...(status === undefined
                ? {}
                : { status, external_id: this.#externalId(check.name), details_url: this.#trigger.url }),
            output: {
                title,
                summary,
                ...(details === undefined ? {} : { text: details }),
                ...(annotations.length > 0 ? { annotations: [...annotations] } : {}),
            },
        }));
    }
    #externalId(name) {
        return `${this.#trigger.key}/${name}`.slice(0, 255);
    }
    #place() {
        return { owner: this.#trigger.owner, repo: this.#trigger.repository };
    }
}
/** Of the commit, those that this run has created or taken over, in any of its attempts, and nobody has completed. */
async function openChecksOf(api, { owner, repository, sha, key }) {
    const [run = ''] = key.split('-');
    const pages = api.octokit.paginate.iterator(api.octokit.rest.checks.listForRef, {
        ...{ owner, repo: repository, ref: sha, per_page: 100 },
        filter: 'all',
    });
    const found = [];
    // Who goes on with a run writes its own id into what it takes over.
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


/***/ })

};
