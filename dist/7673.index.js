export const id = 7673;
export const ids = [7673];
export const modules = {

/***/ 45810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ stateStore)
});

// EXTERNAL MODULE: ./build/github/api.js
var github_api = __webpack_require__(40654);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/github/artifacts.js
var artifacts = __webpack_require__(40273);
;// CONCATENATED MODULE: ./build/github/state-branch.js
/** What outlives a run, as JSON files on a branch of their own. Each write is one commit, and only on top of what was read. */

/** It shares no history with the code: nobody merges it, and nothing is built from it. */
const stateBranch = 'ml-workflow-state';
/** GitHub gives larger files without their content; the rest is room for what others add meanwhile. */
const largestBytes = 900 * 1024;
const attempts = 6;
const readme = `# State of ml-workflow

Written by the workflows of this repository: what their last accepted runs measured, and what was run when. Without this
branch they begin anew; it may be deleted.
`;
class StateBranch {
    #api;
    #name;
    constructor(api, name) {
        this.#api = api;
        this.#name = name;
    }
    async read(key) {
        return (await this.#load(pathOf(key))).value;
    }
    /** Others may write between two attempts, so `change` may be called up to six times, also with what it has written itself. */
    async change(key, change, message) {
        const path = pathOf(key);
        for (let attempt = 1;; attempt += 1) {
            const before = await this.#load(path);
            const value = change(before.value);
            if (value === undefined)
                return;
            const text = textOf(value, path);
            if (text === before.text)
                return;
            try {
                await this.#save(path, text, before.sha, message);
                return;
            }
            catch (error) {
                if ((0,github_api/* statusOf */.c2)(error) === 404 && (await this.#makeBranch()))
                    continue;
                if (attempt >= attempts || !isConflict(error))
                    throw error;
            }
            // Whoever else is writing waits for another time than this one.
            await this.#api.sleep(0.2 * 2 ** attempt * (0.5 + Math.random()));
        }
    }
    async #load(path) {
        const answer = await (0,github_api/* orAbsent */.Re)(this.#api.persist(() => this.#api.octokit.rest.repos.getContent({ ...this.#place, path, ref: stateBranch })));
        if (!answer)
            return { value: undefined, sha: undefined, text: '' };
        const { data } = answer;
        if (Array.isArray(data) || data.type !== 'file')
            throw broken(path, 'is no file');
        if (data.encoding !== 'base64')
            throw broken(path, `is larger than ${largestBytes / 1024} KB`);
        const text = Buffer.from(data.content, 'base64').toString('utf8');
        return { value: parsed(text, path), sha: data.sha, text };
    }
    async #save(path, text, sha, message) {
        await this.#api.persist(() => this.#api.octokit.rest.repos.createOrUpdateFileContents({
            ...{ ...this.#place, path, message, branch: stateBranch },
            content: Buffer.from(text).toString('base64'),
            ...(sha === undefined ? {} : { sha }),
        }), 
        // Without it, an answer that got lost would make the change twice.
        { find: async () => ((await this.#load(path)).text === text ? true : undefined) });
    }
    /** False when the branch is there: then it is not what was missing. */
    async #makeBranch() {
        const { git } = this.#api.octokit.rest;
        const place = this.#place;
        const isThere = async () => (await (0,github_api/* orAbsent */.Re)(this.#api.persist(() => git.getRef({ ...place, ref: `heads/${stateBranch}` })))) !==
            undefined;
        if (await isThere())
            return false;
        const blob = await this.#api.persist(() => git.createBlob({ ...place, content: readme, encoding: 'utf-8' }));
        const file = { path: 'README.md', mode: '100644', type: 'blob', sha: blob.data.sha };
        const tree = await this.#api.persist(() => git.createTree({ ...place, tree: [file] }));
        const first = { message: 'Begin the state of ml-workflow', tree: tree.data.sha, parents: [] };
        const commit = await this.#api.persist(() => git.createCommit({ ...place, ...first }));
        const ref = { ref: `refs/heads/${stateBranch}`, sha: commit.data.sha };
        try {
            await this.#api.persist(() => git.createRef({ ...place, ...ref }));
        }
        catch (error) {
            // Somebody else may have been faster.
            if (!(await isThere()))
                throw error;
        }
        return true;
    }
    get #place() {
        return (0,github_api/* placeOf */.$t)(this.#name);
    }
}
/** 409: the file or the branch has moved on. 422: it was made meanwhile, and the write named no file to replace. */
function isConflict(error) {
    const status = (0,github_api/* statusOf */.c2)(error);
    if ((0,github_api/* isRateLimit */.a5)(error) || (status !== 409 && status !== 422))
        return false;
    // A rule of the repository is not going to change between two attempts.
    return !(error instanceof Error && /rule violation|protected branch/i.test(error.message));
}
/** `accepted/train` → `accepted/train.json`. Throws for a key that could lead elsewhere. */
function pathOf(key) {
    if (!/^\w[\w.-]*(?:\/\w[\w.-]*)*$/.test(key) || key.length > 200)
        throw new Error(`internal: \`${key}\` is no key of the state; please report this`);
    return `${key}.json`;
}
function textOf(value, path) {
    const text = `${JSON.stringify(value, null, 1)}\n`;
    if (Buffer.byteLength(text) > largestBytes)
        throw new Error(`the state \`${path}\` would be larger than ${largestBytes / 1024} KB`);
    return text;
}
function parsed(text, path) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw broken(path, 'is no JSON');
    }
}
function broken(path, what) {
    return new Error(`\`${path}\` on the branch \`${stateBranch}\` ${what}: delete or repair it`);
}

;// CONCATENATED MODULE: ./build/github/state-artifact.js
/**
 * What outlives a run, where a job may not write to the repository: in artifacts of its runs. They expire, and of two runs
 * that write at the same time the last one counts.
 */






/** The longest that GitHub keeps one unless an organisation allows more. */
const stateDays = 90;
/** How often one run may write one key: a name is taken for the whole run. */
const writesOfRun = 5;
/** Runs that are looked at: those of pull requests may come first. */
const mostCandidates = 20;
const fileName = 'state.json';
const state_artifact_largestBytes = 1024 * 1024;
class StateArtifact {
    #options;
    /** What this process has written: GitHub's lists may not show it yet. */
    #written = new Map();
    constructor(options) {
        this.#options = options;
    }
    async read(key) {
        const path = pathOf(key);
        if (this.#written.has(key))
            return this.#written.get(key);
        const found = await this.#newest(nameOf(key));
        if (!found)
            return undefined;
        return this.#inFolder(async (folder) => {
            const { name, token } = this.#options;
            await (0,artifacts/* artifactsOfRun */.Ye)({ ...name, token, run: found.run }).download(found.id, (0,external_node_path_.join)(folder, 'in'));
            const file = (0,external_node_path_.join)(folder, 'in', fileName);
            if ((await (0,promises_.stat)(file)).size > state_artifact_largestBytes)
                throw state_artifact_broken(found, 'is too large');
            try {
                return parsed(await (0,promises_.readFile)(file, 'utf8'), path);
            }
            catch {
                throw state_artifact_broken(found, 'is no JSON');
            }
        });
    }
    async change(key, change) {
        const path = pathOf(key);
        const value = change(await this.read(key));
        if (value === undefined)
            return;
        const text = textOf(value, path);
        await this.#inFolder(async (folder) => {
            const from = (0,external_node_path_.join)(folder, 'out');
            await (0,promises_.mkdir)(from);
            await (0,promises_.writeFile)((0,external_node_path_.join)(from, fileName), text);
            await this.#upload(nameOf(key), from);
        });
        this.#written.set(key, JSON.parse(text));
    }
    async #upload(name, from) {
        for (let write = 1;; write += 1) {
            try {
                await this.#options.own.upload(numbered(name, write), from, { retentionDays: stateDays });
                return;
            }
            catch (error) {
                const isTaken = error instanceof artifacts/* ArtifactError */.nE && /already has an artifact/.test(error.message);
                if (!isTaken || write === writesOfRun)
                    throw error;
            }
        }
    }
    /**
     * Of a run on the default branch of this very repository: a pull request's run may upload whatever it likes, and the
     * branch of a fork may have the same name.
     */
    async #newest(name) {
        const { api, name: repository } = this.#options;
        const { repos, actions } = api.octokit.rest;
        const place = (0,github_api/* placeOf */.$t)(repository);
        const { data } = await api.persist(() => actions.listArtifactsForRepo({ ...place, name, per_page: 100 }));
        const candidates = newestFirst(data.artifacts).slice(0, mostCandidates);
        if (candidates.length === 0)
            return undefined;
        const { default_branch: branch } = (await api.persist(() => repos.get(place))).data;
        for (const { workflow_run: made } of candidates) {
            const run = made?.id;
            if (run === undefined || (await this.#isElsewhere(run, branch)))
                continue;
            const ofRun = await api.persist(() => actions.listWorkflowRunArtifacts({ ...place, run_id: run, per_page: 100 }));
            const names = Array.from({ length: writesOfRun }, (_, index) => numbered(name, index + 1));
            const [last] = newestFirst(ofRun.data.artifacts).filter((artifact) => names.includes(artifact.name));
            if (last)
                return { id: last.id, run, name: last.name };
        }
        return undefined;
    }
    async #isElsewhere(id, branch) {
        const { api, name } = this.#options;
        const run = await (0,github_api/* orAbsent */.Re)(api.persist(() => api.octokit.rest.actions.getWorkflowRun({ ...(0,github_api/* placeOf */.$t)(name), run_id: id })));
        const { head_branch: ref, repository, head_repository: head } = run?.data ?? {};
        // Of a fork that is gone there is no repository.
        return ref !== branch || repository === undefined || head?.id !== repository.id;
    }
    async #inFolder(work) {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'ml-state-'));
        try {
            return await work(folder);
        }
        finally {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
    }
}
function newestFirst(artifacts) {
    return artifacts.filter(({ expired }) => !expired).sort((one, other) => other.id - one.id);
}
/** No two keys give one name, and none the name of another's second write. */
function nameOf(key) {
    return `ml-state-${key.replaceAll('-', '-0').replaceAll('/', '-1')}`;
}
function numbered(name, write) {
    return write === 1 ? name : `${name}+${write}`;
}
function state_artifact_broken({ name, run }, what) {
    return new Error(`the artifact \`${name}\` of run ${run} ${what}: delete it`);
}

;// CONCATENATED MODULE: ./build/github/keep-state.js
/** Where the state of a repository is kept: on its branch, or, when the job may not write there, in artifacts. */



function stateStore(api, { owner, repository, token, own, onLoss }) {
    const name = { owner, repository };
    const branch = new StateBranch(api, name);
    const artifact = new StateArtifact({ api, name, token, own });
    let mayWrite = true;
    const stores = () => (mayWrite ? [branch, artifact] : [artifact, branch]);
    return {
        read: (key) => firstOf(stores(), key),
        async change(key, change, message) {
            if (mayWrite) {
                try {
                    await branch.change(key, change, message);
                    return;
                }
                catch (error) {
                    if (!isRefused(error))
                        throw error;
                    mayWrite = false;
                    onLoss(`the state of this repository is kept in artifacts, which GitHub deletes after ${stateDays} days: to keep it on the branch \`${stateBranch}\`, the job needs \`permissions: { contents: write }\``);
                }
            }
            const earlier = await firstOf([branch], key);
            await artifact.change(key, (before) => change(before ?? earlier));
        },
    };
}
/** Of the first that has it. One that may not be asked is passed over, unless all of them are. */
async function firstOf(stores, key) {
    const refusals = [];
    for (const store of stores) {
        try {
            const kept = await store.read(key);
            if (kept !== undefined)
                return kept;
        }
        catch (error) {
            if (!isRefused(error))
                throw error;
            refusals.push(error);
        }
    }
    if (refusals.length === stores.length)
        throw refusals[0];
    return undefined;
}
/** The permission is missing, which is no reason to ask again. */
function isRefused(error) {
    return (0,github_api/* statusOf */.c2)(error) === 403 && !(0,github_api/* isRateLimit */.a5)(error);
}


/***/ }),

/***/ 51018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ dispatchedSince),
/* harmony export */   Kn: () => (/* binding */ whenCompleted),
/* harmony export */   Lc: () => (/* binding */ findRun),
/* harmony export */   Su: () => (/* binding */ cancelRun),
/* harmony export */   kh: () => (/* binding */ runTitle),
/* harmony export */   ls: () => (/* binding */ runsOfPull)
/* harmony export */ });
/* unused harmony export readRunTitle */
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40654);
/** Runs of GitHub Actions: those that were dispatched for a pull request, and how one of them ends. */

function runTitle({ workflow, pull }) {
    return `${workflow} · #${pull}`;
}
function readRunTitle(title) {
    const [, workflow, pull] = /^(.*) · #([1-9]\d{0,9})$/s.exec(title) ?? [];
    return workflow === undefined ? undefined : { workflow, pull: Number(pull) };
}
/** A run goes through them in this order, so that asking in it misses none. GitHub filters by one at a time. */
const unfinished = ['requested', 'queued', 'pending', 'waiting', 'in_progress'];
/** Undefined when there is no such run. */
async function findRun(api, name, id) {
    const { rest } = api.octokit;
    const answer = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .orAbsent */ .Re)(api.persist(() => rest.actions.getWorkflowRun({ ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), run_id: id })));
    return answer && readRun(answer.data);
}
/**
 * Runs that were dispatched for a pull request and are not over, oldest first. `paths`: the workflow files that are ours,
 * with their folder; a file of somebody else's may give its runs any title.
 */
async function runsOfPull(api, name, pull, paths) {
    const found = new Map();
    for (const status of unfinished) {
        for (const run of await dispatchedRuns(api, name, { status })) {
            const asked = readRunTitle(run.title);
            if (asked?.pull === pull && paths.has(run.path))
                found.set(run.id, { ...run, asked });
        }
    }
    return [...found.values()].sort((one, other) => one.id - other.id);
}
async function dispatchedRuns(api, name, filter) {
    const { octokit } = api;
    const runs = await api.persist(() => octokit.paginate(octokit.rest.actions.listWorkflowRunsForRepo, {
        ...{ ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), ...filter, event: 'workflow_dispatch', per_page: 100 },
    }));
    return runs.map(readRun);
}
/** Of one file, from a time on, newest first. */
async function dispatchedSince(api, name, path, since) {
    const runs = await dispatchedRuns(api, name, { created: `>=${since.toISOString().slice(0, 19)}Z` });
    return runs.filter((run) => run.path === path).sort((one, other) => other.id - one.id);
}
/**
 * Asks GitHub to end a run; its jobs have some minutes for what they do behind their steps. `force`: without that, for a
 * run that does not answer. False when it is over already.
 */
async function cancelRun(api, name, id, { force = false } = {}) {
    const { actions } = api.octokit.rest;
    const request = { ...(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(name), run_id: id };
    try {
        await api.persist(() => force ? actions.forceCancelWorkflowRun(request) : actions.cancelWorkflowRun(request));
        return true;
    }
    catch (error) {
        // GitHub says so of runs that are over, and, not being asked to force it, of some that have not begun.
        if ((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error) !== 409)
            throw error;
        const run = await findRun(api, name, id);
        if (run === undefined || run.status === 'completed')
            return false;
        throw new Error(`run ${id} was not cancelled: ${(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(error)}`, { cause: error });
    }
}
/** The run once it is over; undefined when it is not within `seconds`, or is gone. Asks soon at first, then rarer. */
async function whenCompleted(api, name, id, seconds) {
    let waited = 0;
    for (let wait = 1;; wait = Math.min(wait * 1.5, 15)) {
        const run = await findRun(api, name, id);
        if (run === undefined || run.status === 'completed')
            return run;
        if (waited >= seconds)
            return undefined;
        const next = Math.min(wait, seconds - waited);
        await api.sleep(next);
        waited += next;
    }
}
function readRun(run) {
    return {
        id: run.id,
        // GitHub appends the ref where the file comes from another one: `….yml@refs/heads/main`.
        path: run.path.replace(/@.*$/s, ''),
        title: run.display_title,
        event: run.event,
        status: run.status ?? 'queued',
        ...(run.conclusion === null ? {} : { conclusion: run.conclusion }),
        attempt: run.run_attempt ?? 1,
        ...(run.head_branch === null ? {} : { headBranch: run.head_branch }),
        headSha: run.head_sha,
        createdAt: run.created_at,
        isOwn: run.repository?.id !== undefined && run.head_repository?.id === run.repository.id,
        ...(run.actor ? { actor: run.actor.login } : {}),
        ...(run.triggering_actor ? { triggeringActor: run.triggering_actor.login } : {}),
        url: run.html_url,
    };
}


/***/ }),

/***/ 42094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Dx: () => (/* binding */ linesOf),
  Om: () => (/* binding */ recordSlot),
  Uu: () => (/* binding */ scheduledSince),
  SP: () => (/* binding */ shown),
  UP: () => (/* binding */ slotAt),
  EN: () => (/* binding */ slotFacts),
  RI: () => (/* binding */ slotsKey),
  nK: () => (/* binding */ slotsOf),
  ow: () => (/* binding */ subjectKey),
  vR: () => (/* binding */ withSlot)
});

// UNUSED EXPORTS: missedBetween

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./build/github/api.js
var github_api = __webpack_require__(40654);
// EXTERNAL MODULE: ./build/github/runs.js
var runs = __webpack_require__(51018);
// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
// EXTERNAL MODULE: ./build/project/cron.js
var project_cron = __webpack_require__(41100);
;// CONCATENATED MODULE: ./build/project/cron-times.js
/** When a schedule of GitHub's is due: the times of a cron line in its time zone. Pure; the minute is the finest there is. */

const minute = 60_000;
const quarter = 15 * minute;
const day = 24 * 60 * minute;
/** 29 February comes after eight years at most: 1896 to 1904, 2096 to 2104. */
const mostDays = 8 * 366 + 1;
const zones = new Map();
/** The newest one that is not after `at`; undefined for a line that GitHub does not take, or that names no day there is. */
function lastTime(schedule, at) {
    return nearest(schedule, at, -1);
}
/** The first one after `at`. */
function nextTime(schedule, at) {
    return nearest(schedule, at, 1);
}
/** Those after `after` up to `until`, newest first; no more than `most` of them. */
function timesBetween(schedule, after, until, most) {
    const found = [];
    let at = lastTime(schedule, until);
    while (at && at > after && found.length < most) {
        found.push(at);
        at = lastTime(schedule, new Date(at.getTime() - minute));
    }
    return found;
}
function nearest({ cron, timezone = 'UTC' }, at, way) {
    const line = lineOf(cron);
    if (!line || Number.isNaN(at.getTime()))
        return undefined;
    const zone = zones.get(timezone) ?? new Zone(timezone);
    zones.set(timezone, zone);
    const isReached = (time) => (way === 1 ? time > at.getTime() : time <= at.getTime());
    // A skipped hour may move a time into the next day, and a zone may be a day away from UTC.
    const first = zone.localOf(at.getTime()) - way * day;
    for (let offset = 0; offset <= mostDays; offset += 1) {
        const date = Math.floor(first / day) * day + way * offset * day;
        if (!isDue(line, new Date(date)))
            continue;
        const times = timesOn(line, date, zone).filter(isReached);
        if (times.length > 0)
            return new Date(way === 1 ? Math.min(...times) : Math.max(...times));
    }
    return undefined;
}
function lineOf(cron) {
    const values = (0,project_cron/* cronFields */.I)(cron);
    if (!values)
        return undefined;
    const [minutes = [], hours = [], days = [], months = [], weekdays = []] = values;
    const [, , ofMonth = '', , ofWeek = ''] = cron.trim().split(/\s+/);
    return {
        ...{ minutes, hours, days: new Set(days), months: new Set(months), weekdays: new Set(weekdays) },
        isEither: !ofMonth.startsWith('*') && !ofWeek.startsWith('*'),
    };
}
/** `date`: its fields in UTC are those of the zone. */
function isDue({ days, months, weekdays, isEither }, date) {
    const isDay = days.has(date.getUTCDate());
    const isWeekday = weekdays.has(date.getUTCDay());
    return months.has(date.getUTCMonth() + 1) && (isEither ? isDay || isWeekday : isDay && isWeekday);
}
function timesOn({ hours, minutes }, date, zone) {
    return hours.flatMap((hour) => minutes.map((one) => zone.utcOf(date + (hour * 60 + one) * minute)));
}
/** Milliseconds since 1970 by the clocks of a zone, as if it were UTC, and back. */
class Zone {
    #format;
    #offsets = new Map();
    constructor(name) {
        this.#format =
            name === 'UTC'
                ? undefined
                : new Intl.DateTimeFormat('en-US', {
                    ...{ timeZone: name, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
                    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
                });
    }
    localOf(time) {
        return time + this.#offsetAt(time);
    }
    /**
     * Of an hour that the clocks repeat, the first. One that they skip is due when they go on, as GitHub says: 2:30 is at 3:00.
     */
    utcOf(local) {
        if (!this.#format)
            return local;
        // Clocks of two offsets may show it: those of half a day before and behind.
        const offsets = [-day / 2, day / 2].map((away) => this.#offsetAt(local + away));
        const times = offsets.map((offset) => local - offset).sort((a, b) => a - b);
        const shown = times.find((time) => this.localOf(time) === local);
        return shown ?? this.#changeIn(times[0] ?? local, times.at(-1) ?? local);
    }
    /** Clocks are moved at a quarter of an hour, wherever that is done. */
    #offsetAt(time) {
        if (!this.#format)
            return 0;
        const at = Math.floor(time / quarter) * quarter;
        const known = this.#offsets.get(at);
        if (known !== undefined)
            return known;
        const parts = new Map(this.#format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
        const field = (type) => parts.get(type) ?? 0;
        const shown = Date.UTC(field('year'), field('month') - 1, field('day'), field('hour'), field('minute'));
        this.#offsets.set(at, shown - at);
        return shown - at;
    }
    /** The minute in which the clocks are moved, between two that have different offsets. */
    #changeIn(from, to) {
        const before = this.#offsetAt(from - day / 2);
        let [low, high] = [from - day / 2, to + day / 2];
        while (high - low > minute) {
            const middle = low + Math.floor((high - low) / 2 / minute) * minute;
            if (this.#offsetAt(middle) === before)
                low = middle;
            else
                high = middle;
        }
        return high;
    }
}

// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(68013);
;// CONCATENATED MODULE: ./build/parts/slots.js
/**
 * Which time of a schedule a run stands for, and which ones GitHub has left out. GitHub starts schedules late when it is busy, or
 * not at all, and says nothing of it.
 */








/** GitHub says itself that some minutes are usual. */
const lateSeconds = 30 * 60;
/** More of them are `at least` so many. */
const mostMissed = 50;
/** Lines of one workflow that are remembered. */
const mostLines = 20;
const line = schemas/* strictObject */.rej({
    /** The newest time that a run stands for. */
    last: iso/* datetime */.w$(),
    /** That run, as GitHub counts it. */
    run: schemas/* string */.YjP().max(100),
    /** It was not GitHub that has started it. */
    caughtUp: schemas/* literal */.euz(true).optional(),
});
const schema = schemas/* strictObject */.rej({ schema: schemas/* literal */.euz(1), lines: schemas/* record */.g1P(schemas/* string */.YjP().max(200), line) });
/** A part of keys and branches: different for different subjects. */
function subjectKey({ workflow, project }) {
    const parts = [project, workflow].map(language_name/* slug */.yR).filter((part) => part !== '');
    return parts.join('--') || 'workflow';
}
function slotsKey(subject) {
    return `slots/${subjectKey(subject)}`;
}
/** What is stored; nothing of what cannot be read, so that it begins anew. */
function slotsOf(stored) {
    const read = schema.safeParse(stored);
    return read.success ? read.data : { schema: 1, lines: {} };
}
function linesOf(schedules) {
    const lines = new Map();
    for (const one of schedules) {
        const cron = normal(one.cron);
        lines.set(cron, [...(lines.get(cron) ?? []), one]);
    }
    return [...lines].map(([cron, own]) => ({ cron, schedules: own }));
}
function normal(cron) {
    return cron.trim().split(/\s+/).join(' ');
}
/** The newest time that is not after `at`. */
function slotAt({ schedules }, at) {
    return newest(schedules.flatMap((one) => lastTime(one, at) ?? []));
}
function newest(times) {
    return times.length === 0 ? undefined : new Date(Math.max(...times.map(Number)));
}
/** Between two, neither of them: newest first. */
function missedBetween({ schedules }, last, slot) {
    const until = new Date(slot.getTime() - 1);
    const all = schedules.flatMap((one) => timesBetween(one, last, until, mostMissed).map(Number));
    return [...new Set(all)]
        .sort((a, b) => b - a)
        .slice(0, mostMissed)
        .map((time) => new Date(time));
}
/** Asked in the job that begins a run; another one than a schedule's has none. Never rejects: nothing of it hinders the run. */
async function slotFacts(place, subject, { slot: caughtUp }, schedules = []) {
    if (caughtUp !== undefined)
        return {
            slot: caughtUp,
            notes: [`This run catches up the one of ${shown(new Date(caughtUp))}, which GitHub has not started.`],
        };
    const cron = cronOf(place.environment);
    const own = linesOf(schedules).find((one) => one.cron === cron);
    if (!own)
        return { notes: [] };
    try {
        return await scheduled(place, subject, own);
    }
    catch (error) {
        core/* warning */.$e(`whether runs of the schedule are missing is not known: ${(0,github_api/* reasonOf */.A3)(error)}`);
        return { notes: [] };
    }
}
async function scheduled(place, subject, own) {
    const run = Number(place.environment.GITHUB_RUN_ID ?? '0');
    const started = await startOf(place, run);
    const slot = slotAt(own, started);
    if (!slot)
        return { notes: [] };
    const late = (started.getTime() - slot.getTime()) / 1000;
    const notes = late > lateSeconds
        ? [
            `GitHub has started this run ${(0,words/* wholeDuration */.ui)(Math.round(late / 60) * 60)} late: it was due ${shown(slot)}.`,
        ]
        : [];
    const known = slotsOf(await place.state.read(slotsKey(subject))).lines[own.cron];
    const facts = { slot: slot.toISOString(), notes };
    if (!known)
        return facts;
    const last = new Date(known.last);
    if (last >= slot) {
        const isOther = known.run !== String(run) && known.caughtUp === true && last.getTime() === slot.getTime();
        return isOther
            ? {
                ...facts,
                notes: [...notes, `The run of ${shown(slot)} was caught up before GitHub has started this one.`],
            }
            : facts;
    }
    const candidates = missedBetween(own, last, slot);
    const missed = candidates.length === 0 ? [] : await without(place, own, candidates, run);
    if (missed.length === 0)
        return facts;
    return { ...facts, notes: [...notes, missedNote(missed)] };
}
/** When GitHub has made the run: it may have waited for its turn behind another one since. */
async function startOf({ api, ...name }, run) {
    const found = run > 0 ? await (0,runs/* findRun */.Lc)(api, name, run) : undefined;
    const at = Date.parse(found?.createdAt ?? '');
    return Number.isNaN(at) ? new Date() : new Date(at);
}
/** Of those, the ones in whose time GitHub has started no run: a run that was lost wrote nothing down. */
async function without(place, own, times, run) {
    const oldest = times.at(-1);
    const file = ownFile(place.environment);
    if (!oldest || file === undefined)
        return times;
    const starts = (await scheduledSince(place, file, oldest)).filter(({ id }) => id !== run);
    return times.filter((time) => !starts.some(({ at }) => at >= time && at < until(own, time)));
}
function until({ schedules }, time) {
    const next = schedules.flatMap((one) => nextTime(one, time) ?? []);
    return new Date(Math.min(...next.map(Number)));
}
/** Runs of a file that GitHub's own clock has started, the newest hundred. `file`: in `.github/workflows/`. */
async function scheduledSince({ api, ...name }, file, since) {
    const { actions } = api.octokit.rest;
    const { data } = await api.persist(() => actions.listWorkflowRuns({
        ...{ ...(0,github_api/* placeOf */.$t)(name), workflow_id: file, event: 'schedule', per_page: 100 },
        created: `>=${since.toISOString().slice(0, 19)}Z`,
    }));
    return data.workflow_runs.map(({ id, created_at: at }) => ({ id, at: new Date(at) }));
}
/** `owner/name/.github/workflows/train.yml@refs/heads/main` → `train.yml`. */
function ownFile({ GITHUB_WORKFLOW_REF: reference = '' }) {
    return /\/\.github\/workflows\/([^/@]+)@/.exec(reference)?.[1];
}
/** The line by which GitHub has started the run; undefined for a run of another event. */
function cronOf({ GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, }) {
    if (event !== 'schedule' || path === undefined)
        return undefined;
    const payload = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    const read = schemas/* object */.Ikc({ schedule: schemas/* string */.YjP() }).safeParse(payload);
    return read.success ? normal(read.data.schedule) : undefined;
}
function missedNote(missed) {
    const oldestFirst = [...missed].reverse();
    const [first] = oldestFirst;
    if (missed.length === 1 && first)
        return `GitHub has not started the run of ${shown(first)}; this one stands for it.`;
    const many = `${missed.length >= mostMissed ? 'at least ' : ''}${missed.length}`;
    const some = oldestFirst.slice(0, 3).map(shown);
    const rest = missed.length - some.length;
    const when = (0,language_name/* listOf */.c3)(rest > 0 ? [...some, `${rest} more`] : some, 'and');
    return `GitHub has not started ${many} runs of the schedule, due ${when}; this one stands for them.`;
}
/** `2026-11-21 04:47 UTC`. */
function shown(time) {
    return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
/**
 * Writes down what the run stood for, so that nobody does it again, and what was missing is told once. For the end of a run: the
 * job that begins it may not write what outlives it. Rejects when it cannot be written.
 */
async function recordSlot(store, subject, slot, environment) {
    const cron = cronOf(environment);
    if (cron === undefined || slot === undefined)
        return;
    const run = environment.GITHUB_RUN_ID ?? '';
    await store.change(slotsKey(subject), (before) => withSlot(slotsOf(before), cron, { last: slot, run }), `Record the run of ${slot}`);
}
/** Undefined when a later time is there already, or the same of somebody else. */
function withSlot({ lines }, cron, now) {
    const before = lines[cron];
    if (before && Date.parse(before.last) >= Date.parse(now.last))
        return undefined;
    const others = Object.entries(lines)
        .filter(([other]) => other !== cron)
        .sort(([, one], [, other]) => (one.last < other.last ? 1 : -1))
        .slice(0, mostLines - 1);
    return { schema: 1, lines: Object.fromEntries([[cron, now], ...others]) };
}


/***/ })

};
