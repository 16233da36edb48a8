export const id = 3102;
export const ids = [3102];
export const modules = {

/***/ 90485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   check: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60716);
/* harmony import */ var _language_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11786);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28950);
/* harmony import */ var _project_load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11696);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98213);
/** `check`: every mistake of a workflow, or of all a project's files, at once. */








function check(args, folder, shownFrom) {
    const [option] = args.given;
    if (args.subject === undefined && option) {
        const help = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_7__/* .didYouMean */ .au)(option.name, ['project', 'format'], (known) => `--${known}`);
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb(`unknown option \`--${option.name}\``, help);
    }
    const subjects = args.subject === undefined ? allWorkflows(folder) : [(0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__.wantedOf)(args.subject, '<chain>')];
    const found = subjects.flatMap((wanted) => (0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__.prepare)({ wanted, folder, shownFrom, personal: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), given: args.given, checkOnly: true })
        .diagnostics);
    const seen = new Set();
    return found.filter(({ source, span, code, message }) => {
        const key = `${source.name} ${span.start} ${code} ${message}`;
        return !seen.has(key) && seen.add(key);
    });
}
function allWorkflows(folder) {
    const files = (0,_project_load_js__WEBPACK_IMPORTED_MODULE_5__/* .workflowFiles */ .BF)(folder);
    const isProject = ['.claude', '.factory', _project_load_js__WEBPACK_IMPORTED_MODULE_5__/* .projectFileName */ .bi].some((name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)));
    // A job that looks into the wrong folder would pass for ever.
    if (files.length === 0 && !isProject)
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb(`there is nothing to check: no \`${_project_load_js__WEBPACK_IMPORTED_MODULE_5__/* .projectFileName */ .bi}\` and no \`workflows/\` here`, '`--project` names the folder of the project');
    // A project without workflow files still has a project file to check: a chain that does nothing reads it.
    if (files.length === 0)
        return [{ is: 'chain', source: (0,_language_source_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceOf */ .vz)('<chain>', '/continue') }];
    return files.map((reference) => ({ is: 'workflow', reference }));
}


/***/ }),

/***/ 23102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/doctor/check.js
/** What was looked at, what was found, and what to do about it. */
function ok(name, says, more = {}) {
    return { name, state: 'ok', says, ...more };
}
function warning(name, says, more = {}) {
    return { name, state: 'warning', says, ...more };
}
function problem(name, says, more = {}) {
    return { name, state: 'problem', says, ...more };
}
function notChecked(name, says, more = {}) {
    return { name, state: 'not-checked', says, ...more };
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

// EXTERNAL MODULE: ./build/runpod/plain.js
var plain = __webpack_require__(88261);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/runpod/client.js + 2 modules
var runpod_client = __webpack_require__(25841);
// EXTERNAL MODULE: ./build/runpod/error.js
var runpod_error = __webpack_require__(70639);
// EXTERNAL MODULE: ./build/runpod/owner.js
var owner = __webpack_require__(27506);
// EXTERNAL MODULE: ./build/runpod/rate.js
var rate = __webpack_require__(53187);
// EXTERNAL MODULE: ./build/runpod/reap.js
var reap = __webpack_require__(55389);
// EXTERNAL MODULE: ./build/targets/pods/runpod.js + 14 modules
var runpod = __webpack_require__(26971);
;// CONCATENATED MODULE: ./build/doctor/account.js
/** Checks of a RunPod account by its key: what the key may do, what is alive, what is left of the rate limit. */








/** `variable`: the one that holds the key. */
async function examineAccount(variable, how) {
    const title = `RunPod account: ${variable}`;
    const rest = ['access', 'rights', 'pods', 'rate limit', 'balance'];
    const stopped = (checks, why) => {
        const left = rest.filter((name) => !checks.some((check) => check.name === name));
        return { section: { title, checks: [...checks, ...left.map((name) => notChecked(name, why))] } };
    };
    const key = how.environment[variable]?.trim() ?? '';
    if (key === '')
        return stopped([problem('key', `${variable} is not set; it holds the account's key`, { advice: howToGetKey })], 'there is no key');
    const heard = new Heard(how.now);
    const base = how.environment[runpod/* apiVariable */.NF];
    let client;
    try {
        client = new runpod_client/* RunpodClient */.CD({
            key,
            base: base || undefined,
            fetch: heard.fetch,
            // A person waits for the answer.
            sleep: (milliseconds, signal) => briefly(milliseconds, signal),
            longestWaitSeconds: 5,
            timeoutMilliseconds: 15_000,
        });
    }
    catch (error) {
        if (!(error instanceof runpod_error/* RunpodError */.fD))
            throw error;
        return stopped([problem('key', error.detail, { advice: `set ${variable} anew` })], 'there is no key');
    }
    const keyCheck = ok('key', `${variable} is set${base ? `; it is used at ${base}` : ''}`);
    if (how.offline)
        return stopped([keyCheck], '`--offline`');
    const { pods, check: access } = await accessCheck(client, variable, how);
    const checks = [keyCheck, access];
    const told = heard.skew === undefined ? {} : { skew: heard.skew };
    if (access.state === 'problem' && pods === undefined)
        return { ...stopped([...checks, ...heard.limits()], 'there is no access'), ...told };
    const catalogue = await catalogueCheck(client);
    const section = {
        title,
        checks: [...checks, catalogue, creation, ...podChecks(pods), ...orNone(heard.limits()), balance],
    };
    return { section, client, ...told };
}
/** What waits for longer looks again, and waits again. */
async function briefly(milliseconds, signal) {
    await (0,promises_.setTimeout)(Math.min(milliseconds, 500), undefined, signal ? { signal } : {});
}
const howToGetKey = 'make one at https://console.runpod.io/user/settings and export it. A Restricted key is enough: it has to read and write pods, and to read the catalogue, network volumes and bills';
const creation = notChecked('right to create', 'it shows only when a pod is made, which costs money', {
    advice: 'see that the key may read and WRITE pods: a Read Only key passes all that is checked here, and is refused at the first pod',
});
const balance = notChecked('balance', 'the API does not tell it', {
    advice: 'see https://console.runpod.io/user/billing: a pod needs credit for its first hour',
});
/** The list of pods is what every key of an account may read, and a key of a pod may not. */
async function accessCheck(client, variable, { environment, folder, now }) {
    try {
        const accepted = ok('access', 'RunPod accepts the key, and it may list pods');
        try {
            // It only looks, and so never waits.
            const clock = { now, sleep: async () => { } };
            const pods = await (0,reap/* reap */.x)(client, { owner: (0,owner/* ownerOf */.bf)(environment, folder), clock, dryRun: true });
            return { check: accepted, pods };
        }
        catch (error) {
            if (!(error instanceof owner/* OwnerError */.yn))
                throw error;
            await client.pods();
            return { check: accepted, pods: { problem: error.message } };
        }
    }
    catch (error) {
        if (!(error instanceof runpod_error/* RunpodError */.fD))
            throw error;
        return { check: problem('access', error.message, { advice: adviceFor(error, variable, environment) }) };
    }
}
function adviceFor(error, variable, environment) {
    switch (error.kind) {
        case 'auth':
            return `it was deleted, or not copied as a whole: ${howToGetKey}`;
        case 'forbidden':
            return environment.RUNPOD_POD_ID === undefined
                ? `it may be the key of a pod, or have no right to read pods: ${howToGetKey}`
                : `this is a pod, whose own key stands in RUNPOD_API_KEY and may end this pod only; put the account's key into another variable, and name that as the target's \`key: { env: … }\`${variable === 'RUNPOD_API_KEY' ? '' : ` (${variable} holds no better one)`}`;
        case 'rate':
            return 'wait, then try again';
        default:
            return `try again; see https://uptime.runpod.io${environment[runpod/* apiVariable */.NF] ? `, and ${runpod/* apiVariable */.NF}, which names another address` : ''}`;
    }
}
async function catalogueCheck(client) {
    try {
        const gpus = await client.gpus();
        return ok('rights', `the key reads pods, and the catalogue (${gpus.length} types of GPUs)`);
    }
    catch (error) {
        if (!(error instanceof runpod_error/* RunpodError */.fD))
            throw error;
        return problem('rights', `it does not read the catalogue: ${error.message}`, {
            advice: 'without it no offer can be chosen: let the key read it',
        });
    }
}
function podChecks(pods) {
    if (pods === undefined)
        return [];
    if ('problem' in pods)
        return [problem('pods', pods.problem, { advice: 'set ML_WORKFLOW_OWNER anew' })];
    const { owner, others } = pods;
    const beside = others === 0 ? '' : `; ${others} of others, never touched`;
    if (pods.pods.length === 0)
        return [ok('pods', `none of ${owner} is alive${beside}`)];
    const over = pods.pods.filter(({ outcome }) => outcome === 'would-end');
    const price = pods.pods.reduce((sum, pod) => sum + (pod.price ?? 0), 0);
    const says = `${counted(pods.pods.length, 'pod')} of ${owner} alive, $${price.toFixed(2)}/h together${beside}`;
    const details = [...over, ...pods.pods.filter((pod) => !over.includes(pod))].slice(0, 10).map(podLine);
    if (over.length === 0)
        return [ok('pods', says, { details, advice: 'if no run goes on: `ml-workflow reap --all`' })];
    const left = over.length < pods.pods.length ? `${over.length} of them ended` : 'ended';
    return [
        warning('pods', `${says}; ${left} by nobody any more`, {
            details,
            advice: '`ml-workflow reap` ends these',
        }),
    ];
}
function podLine({ name, status, price, why }) {
    return `${name} (${status}${price === undefined ? '' : `, $${price}/h`}): ${why}`;
}
function counted(count, what) {
    return `${count} ${what}${count === 1 ? '' : 's'}`;
}
function orNone(checks) {
    return checks.length > 0 ? checks : [notChecked('rate limit', 'RunPod did not tell it')];
}
/** Less than this part of a window is little. */
const littleLeft = 0.1;
/** What the headers of answers tell beside their bodies. */
class Heard {
    #now;
    #limit = null;
    #policy = null;
    #skew;
    constructor(now) {
        this.#now = now;
    }
    fetch = async (input, init) => {
        const asked = this.#now();
        const response = await fetch(input, init);
        const answered = this.#now();
        this.#limit = response.headers.get('ratelimit') ?? this.#limit;
        this.#policy = response.headers.get('ratelimit-policy') ?? this.#policy;
        // It tells whole seconds, of which half of one has passed on average.
        const date = Date.parse(response.headers.get('date') ?? '') + 500;
        if (!Number.isNaN(date))
            this.#skew = ((asked + answered) / 2 - date) / 1000;
        return response;
    };
    get skew() {
        return this.#skew;
    }
    /** None when RunPod has not told. */
    limits() {
        const quotas = new Map((0,rate/* members */.o)(this.#policy).map(({ name, numbers }) => [name, numbers.get('q')]));
        const windows = (0,rate/* members */.o)(this.#limit).flatMap(({ name, numbers }) => {
            const left = numbers.get('r');
            return left === undefined ? [] : [{ name, left, quota: quotas.get(name), seconds: numbers.get('t') }];
        });
        if (windows.length === 0)
            return [];
        const says = windows
            .map(({ name, left, quota }) => `${left}${quota === undefined ? '' : ` of ${quota}`} this ${name}`)
            .join(', ');
        const low = windows.filter(({ left, quota }) => left <= (quota ?? 0) * littleLeft);
        if (low.length === 0)
            return [ok('rate limit', `requests left: ${says}`)];
        const wait = Math.max(...low.map(({ seconds }) => seconds ?? 0));
        return [
            warning('rate limit', `requests left: ${says}`, {
                advice: `runs wait when it is used up; it is full again in ${wait} s`,
            }),
        ];
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/doctor/machine.js
/** Checks of the machine that this program runs on. */





async function machineChecks(machine) {
    return [nodeCheck(machine.nodeVersion), await gitCheck(machine), recordsCheck(machine.folder)];
}
const oldestNode = [20, 11];
function nodeCheck(version) {
    const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
    const [oldestMajor, oldestMinor] = oldestNode;
    const isOld = major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
    if (!isOld)
        return ok('Node', version);
    return problem('Node', `${version} is too old`, {
        advice: `install Node ${oldestNode.join('.')} or later`,
    });
}
async function gitCheck({ folder, environment, source }) {
    const git = async (...words) => {
        try {
            const options = { cwd: folder, env: environment, timeout: 30_000, maxBuffer: 64 * 1024 * 1024 };
            return (await (0,external_node_util_.promisify)(external_node_child_process_.execFile)('git', words, options)).stdout.trim();
        }
        catch {
            return undefined;
        }
    };
    const version = (await git('--version'))?.replace(/^git version /, '');
    if (version === undefined)
        return warning('git', 'it is not there: no run knows its commit, and hosts get the folder as it is', {
            advice: 'install git',
        });
    const commit = await git('rev-parse', '--short', 'HEAD');
    const sends = source === 'git-tree';
    if (commit === undefined) {
        const says = `${version}, and no commit in this folder`;
        return sends
            ? warning('git', `${says}: hosts get the folder as it is`, { advice: 'commit what hosts should get' })
            : ok('git', says);
    }
    const changes = (await git('status', '--porcelain')) ?? '';
    if (changes === '')
        return ok('git', `${version}, at ${commit}`);
    const says = `${version}, at ${commit}, with changes that no commit has`;
    if (!sends)
        return ok('git', says);
    return warning('git', `${says}: hosts do not get these`, {
        advice: 'commit them, or declare `sync: { source: working-tree }`',
    });
}
/** Leaves nothing behind: where the folder is not there yet, the one that it would be made in is tried. */
function recordsCheck(folder) {
    const name = '.ml-workflow';
    const records = (0,external_node_path_.join)(folder, name);
    const found = (0,external_node_fs_.statSync)(records, { throwIfNoEntry: false });
    const advice = 'runs are kept there: see to it that you may write it';
    if (found && !found.isDirectory())
        return problem(name, 'it is no folder', { advice: 'remove that file' });
    try {
        (0,external_node_fs_.rmdirSync)((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(found ? records : folder, '.ml-workflow-doctor-')));
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : messageOf(error);
        return problem(name, `it cannot be written (${code})`, { advice });
    }
    return ok(name, found ? 'it can be written' : 'it can be made');
}
/** Pods end by their own clocks and the reaper by this one: it allows for so many seconds. */
const mostSkew = 300;
const noticedSkew = 30;
/** `skew`: seconds that this clock is ahead of RunPod's; undefined when it was not told. */
function clockCheck(skew, why) {
    if (skew === undefined)
        return notChecked('clock', why);
    const seconds = Math.round(Math.abs(skew));
    const says = `it is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} RunPod's`;
    const advice = 'set it by NTP: pods would be ended too early or too late';
    if (seconds > mostSkew)
        return problem('clock', says, { advice });
    if (seconds > noticedSkew)
        return warning('clock', says, { advice });
    return ok('clock', seconds <= 2 ? "it agrees with RunPod's" : says);
}

// EXTERNAL MODULE: ./build/plan/pods.js
var plan_pods = __webpack_require__(43188);
// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(68013);
// EXTERNAL MODULE: ./build/runpod/candidates.js
var candidates = __webpack_require__(58099);
// EXTERNAL MODULE: ./build/runpod/catalogue.js
var runpod_catalogue = __webpack_require__(34196);
// EXTERNAL MODULE: ./build/runpod/cuda.js
var runpod_cuda = __webpack_require__(42326);
// EXTERNAL MODULE: ./build/runpod/gpu-name.js
var gpu_name = __webpack_require__(19367);
;// CONCATENATED MODULE: ./build/doctor/runpod-target.js








async function examineRunpod(name, target, how) {
    const offers = await offerChecks(target, how);
    const checks = [...imageChecks(target), ...offers, spendingCheck(target, how.budget)];
    return { title: `target ${name}: runpod`, target: name, checks };
}
function imageChecks({ image, registry, cuda, cpu, clouds }) {
    const notice = (0,runpod_cuda/* pullNotice */.se)(image, registry);
    const version = cuda ?? (0,runpod_cuda/* cudaOf */.d7)(image);
    const found = [];
    if (!image.includes('@') && !/:(?!latest$)[^/:]+$/.test(image))
        found.push(warning('image', `\`${image}\` may be another one tomorrow`, { advice: 'give it a tag that stays' }));
    if (notice !== undefined)
        found.push(warning('image', notice));
    if (version === undefined && cpu === undefined)
        found.push(warning('image', `\`${image}\` does not tell which CUDA it needs: a host may be too old for it`, {
            advice: 'write it as `cuda:` of the target, such as "12.8"',
        }));
    if (found.length === 0)
        found.push(ok('image', version === undefined ? image : `${image}, for CUDA ${version} or later`));
    if (clouds.includes('COMMUNITY'))
        found.push(warning('cloud', "on the community cloud the host's operator can read the memory of a pod", {
            advice: 'send no secrets and no private data there',
        }));
    return found;
}
async function offerChecks(target, { client, why }) {
    const { volume } = target;
    const unknown = (reason) => [
        notChecked('offers', reason),
        ...(volume ? [notChecked('volume', reason)] : []),
    ];
    if (!client)
        return unknown(why);
    try {
        const catalogue = await (0,runpod_catalogue/* readCatalogue */.Y)(client, target);
        return [
            offersCheck((0,candidates/* candidatesFor */._j)(target, catalogue), target, catalogue),
            ...(volume ? [volumeCheck(volume.id, catalogue)] : []),
        ];
    }
    catch (error) {
        if (!(error instanceof runpod_error/* RunpodError */.fD))
            throw error;
        const advice = error.kind === 'forbidden'
            ? 'let the key read the catalogue, and network volumes where there is one'
            : 'try again';
        return [problem('offers', error.message, { advice })];
    }
}
function offersCheck({ candidates, rejected }, { gpus, maxPrice }, catalogue) {
    const details = [
        ...candidates.map(({ offer, price, stock }, index) => `${index + 1}. ${offer}: ${dollars(price)}/h, ${stock === 'NONE' ? 'sold out now' : `stock ${stock.toLowerCase()}`}`),
        ...rejected.map(({ offer, why }) => `not ${offer}: ${why}`),
    ];
    if (candidates.length === 0)
        return problem('offers', 'nothing fits this target', {
            details,
            advice: `look at \`gpu\`, \`cloud\`, \`data-centers\` and \`max-price\`, now ${dollars(maxPrice)}`,
        });
    if (candidates.every(({ stock }) => stock === 'NONE'))
        return warning('offers', 'all that fits is sold out now', {
            details,
            advice: 'try again later, or name more GPUs or data centers',
        });
    const says = candidates.length === 1 ? '1 fits' : `${candidates.length} fit, tried in this order`;
    // A run would go on without it, and nobody would know.
    if (gpus.some((written) => (0,gpu_name/* findGpu */.G)(written, catalogue.gpus).is === 'none'))
        return warning('offers', says, { details, advice: 'correct `gpu`, or remove what RunPod does not have' });
    return ok('offers', says, { details });
}
function volumeCheck(id, { volume }) {
    if (volume)
        return ok('volume', `\`${id}\` is in ${volume.dataCenter}, and so are its pods`);
    return problem('volume', `there is no network volume \`${id}\` in the account`, {
        advice: 'see https://console.runpod.io/user/storage for its id',
    });
}
/** Dollars an hour: what RunPod lets an account spend unless its support raised that. */
const usualLimit = 80;
function spendingCheck({ pods, maxPrice, lifetime }, budget) {
    const together = pods * maxPrice;
    const says = `at most ${pods} ${pods === 1 ? 'pod' : 'pods'} at once for ${dollars(maxPrice)}/h each, ` +
        `${dollars(together)}/h together; none lives longer than ${(0,words/* wholeDuration */.ui)(lifetime)}` +
        `${budget === undefined ? '' : `; a run may spend ${dollars(budget)}`}`;
    if (together > usualLimit)
        return warning('spending', says, {
            advice: `RunPod usually allows ${dollars(usualLimit)}/h for an account: lower \`pods\` or \`max-price\`, or ask its support`,
        });
    if (budget !== undefined && budget < (maxPrice * plan_pods/* secondsToReady */.se) / 3600)
        return warning('spending', says, {
            advice: `raise \`budget\`: one pod may take ${(0,words/* wholeDuration */.ui)(plan_pods/* secondsToReady */.se)} to be ready, which would cost ${dollars((maxPrice * plan_pods/* secondsToReady */.se) / 3600)}`,
        });
    if (budget !== undefined)
        return ok('spending', says);
    return ok('spending', says, { advice: '`budget: 25usd` in the project file would cap a whole run' });
}
function dollars(amount) {
    return `$${amount.toFixed(2)}`;
}

// EXTERNAL MODULE: ./build/ssh/connection.js + 2 modules
var ssh_connection = __webpack_require__(13547);
// EXTERNAL MODULE: ./build/ssh/host.js
var host = __webpack_require__(96403);
// EXTERNAL MODULE: ./build/ssh/keys.js
var keys = __webpack_require__(49089);
// EXTERNAL MODULE: ./build/targets/hosts/setting.js
var hosts_setting = __webpack_require__(12477);
// EXTERNAL MODULE: ./build/targets/hosts/ssh.js + 7 modules
var ssh = __webpack_require__(28221);
// EXTERNAL MODULE: ./build/ssh/cpu-count.js
var cpu_count = __webpack_require__(48917);
// EXTERNAL MODULE: ./build/ssh/load.js
var load = __webpack_require__(91173);
// EXTERNAL MODULE: ./build/ssh/quote.js
var quote = __webpack_require__(95873);
;// CONCATENATED MODULE: ./build/doctor/host.js





/** What uploads, jobs and downloads call there. */
const needed = ['bash', 'tar', 'find', 'sha256sum', 'setsid', 'stat', 'dd', 'mktemp'];
const helpful = ['zstd', 'nvidia-smi'];
/** Bytes. */
const leastDisk = 100 * 1024 ** 2;
const littleDisk = 5 * 1024 ** 3;
const begin = 'mlw-begin';
/** Rejects with an `SshError`. */
async function hostChecks(host, target) {
    const { stdout, stderr } = await host.exec(`exec sh -c ${(0,quote/* quoted */.T)(probe(target.workspace))}`, {
        most: 1024 * 1024,
    });
    const text = stdout.toString();
    const at = text.indexOf(`${begin}\n`);
    if (at < 0) {
        const said = (0,plain/* plain */.p)(`${text} ${stderr}`, 200);
        const says = `it runs no commands${said === '' ? '' : `: ${said}`}`;
        return [
            problem('commands', says, { advice: 'give the user a POSIX shell, and no command that is forced' }),
        ];
    }
    const told = factsIn(text.slice(at + begin.length + 1));
    const tools = new Set(told('tool'));
    return [
        ...shellChecks((0,plain/* plain */.p)(text.slice(0, at), 60)),
        toolCheck(tools),
        workspaceCheck(target.workspace, told),
        ...diskChecks(told('disk')[0]),
        ...cpuChecks(told('cpus')[0]),
        tools.has('nvidia-smi')
            ? await gpuCheck(host)
            : ok('GPU', 'there is no `nvidia-smi`: no NVIDIA GPU, or no driver for it'),
    ];
}
function factsIn(text) {
    const facts = text.split('\n').map((line) => /^mlw-([a-z]+) (.*)$/.exec(line));
    return (fact) => facts.flatMap((match) => (match?.[1] === fact ? [match[2] ?? ''] : []));
}
/** `workspace` may not be there yet: then the nearest folder above it counts. */
function probe(workspace) {
    return `
PATH=$PATH:/usr/local/nvidia/bin
echo ${begin}
for tool in ${[...needed, ...helpful].join(' ')}; do
  command -v "$tool" >/dev/null 2>&1 && echo "mlw-tool $tool"
done
at=${(0,quote/* quotedPath */.M)(workspace)}
[ -e "$at" ] && echo 'mlw-workspace there'
until [ -e "$at" ]; do
  case $at in
    */*) at=\${at%/*} ;;
    *) at= ;;
  esac
  at=\${at:-/}
done
echo "mlw-at $at"
[ -d "$at" ] && echo 'mlw-workspace folder'
[ -d "$at" ] && [ -w "$at" ] && [ -x "$at" ] && echo 'mlw-workspace writable'
df -Pk "$at" 2>/dev/null | sed -n '$s/^/mlw-disk /p'
${(0,cpu_count/* cpuCountFunctions */.D)()}
echo "mlw-cpus $(cpu_count)"
`;
}
function shellChecks(noise) {
    if (noise === '')
        return [];
    return [
        problem('shell', `its login shell prints text before each command: "${noise}"`, {
            advice: 'let ~/.bashrc and the like print in interactive shells only: this text would get into transfers',
        }),
    ];
}
function toolCheck(tools) {
    const missing = needed.filter((tool) => !tools.has(tool));
    if (missing.length > 0)
        return problem('programs', `these are missing: ${missing.join(', ')}`, {
            advice: 'install them; with Debian they are in: bash tar findutils coreutils util-linux',
        });
    return ok('programs', tools.has('zstd')
        ? 'all that is needed is there, and zstd'
        : 'all that is needed is there; with zstd, transfers would be faster');
}
function workspaceCheck(workspace, told) {
    const known = told('workspace');
    const at = (0,plain/* plain */.p)(told('at')[0] ?? workspace, 200);
    const isThere = known.includes('there');
    if (!known.includes('folder'))
        return problem('workspace', `${at} is no folder`, { advice: 'name another `workspace:` of the target' });
    if (!known.includes('writable'))
        return problem('workspace', `${isThere ? at : `${at}, in which it would be made,`} cannot be written`, {
            advice: 'name another `workspace:` of the target, or let the user write there',
        });
    return ok('workspace', isThere ? `${at} can be written` : `${workspace} can be made`);
}
/** A line of `df -Pk`. */
function diskChecks(line) {
    const [, free] = /\s(?:\d+)\s+(?:\d+)\s+(\d+)\s+\d+%\s/.exec(line ?? '') ?? [];
    if (free === undefined)
        return [];
    const bytes = Number(free) * 1024;
    const says = `${sized(bytes)} are free`;
    const advice = 'make room there, or name a `workspace:` on a larger disk';
    if (bytes < leastDisk)
        return [problem('disk', says, { advice })];
    if (bytes < littleDisk)
        return [warning('disk', says, { advice })];
    return [ok('disk', says)];
}
function sized(bytes) {
    const gigabytes = bytes / 1024 ** 3;
    if (gigabytes < 1)
        return `${Math.floor(bytes / 1024 ** 2)} MB`;
    return `${gigabytes < 10 ? gigabytes.toFixed(1) : Math.floor(gigabytes)} GB`;
}
function cpuChecks(count) {
    if (count === undefined || !/^\d+$/.test(count))
        return [];
    return [ok('CPUs', `${count} may be used`)];
}
async function gpuCheck(host) {
    const gpu = await (0,load/* checkGpu */.rY)(host);
    if (!gpu.ok)
        return problem('GPU', (0,plain/* plain */.p)(gpu.message, 300), {
            advice: 'try `nvidia-smi` there; restart the host, or take another one',
        });
    const { name, count, driver } = gpu;
    const what = (0,plain/* plain */.p)(count > 1 ? `${count} × ${name}` : name, 200);
    return ok('GPU', driver === undefined ? what : `${what}, driver ${(0,plain/* plain */.p)(driver, 40)}`);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/doctor/host-key.js
/** The key that a host shows, read without trusting it: the host gets neither a name nor a key of ours. */


/** One handshake, which is always refused once the key is known. Never rejects. */
async function readHostKey({ host, port }, milliseconds) {
    const { default: ssh2 } = await __webpack_require__.e(/* import() */ 5472).then(__webpack_require__.t.bind(__webpack_require__, 85472, 19));
    const client = new ssh2.Client();
    const socket = (0,external_node_net_.connect)({ host, port, noDelay: true });
    // What comes after the answer is heard by nobody else.
    client.on('error', () => { });
    socket.on('error', () => { });
    let timer;
    try {
        return await new Promise((resolve) => {
            const none = (why) => resolve({ is: 'none', why });
            timer = setTimeout(() => none(`it showed no key within ${milliseconds / 1000} s`), milliseconds);
            client.on('close', () => none('it ended the connection before it showed a key'));
            client.on('error', (error) => {
                if (error.message.includes('no matching host key format'))
                    resolve({ is: 'other-kinds' });
                else
                    none(error.message);
            });
            client.connect({
                sock: socket,
                username: 'nobody',
                authHandler: [],
                readyTimeout: 0,
                hostVerifier: (blob) => {
                    resolve(shown(blob));
                    return false;
                },
                // As where a key is pinned: the same host shows the same key.
                algorithms: {
                    kex: ['curve25519-sha256', 'curve25519-sha256@libssh.org'],
                    serverHostKey: ['ssh-ed25519'],
                },
            });
        });
    }
    finally {
        clearTimeout(timer);
        client.destroy();
        socket.destroy();
    }
}
function shown(blob) {
    try {
        return { is: 'key', key: (0,keys/* parsePublicKey */.ee)(`ssh-ed25519 ${blob.toString('base64')}`) };
    }
    catch {
        return { is: 'none', why: 'what it shows as its key is none' };
    }
}
/** Why no connection came about; undefined when one did. */
function tcpProblem({ host, port }, milliseconds) {
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)({ host, port });
        const end = (why) => {
            clearTimeout(timer);
            socket.destroy();
            resolve(why);
        };
        const timer = setTimeout(() => end(`it did not answer within ${milliseconds / 1000} s`), milliseconds);
        socket.on('connect', () => end(undefined));
        socket.on('error', (error) => end(wordsFor(error)));
    });
}
function wordsFor(error) {
    switch (error.code) {
        case 'ECONNREFUSED':
            return 'it refuses connections';
        case 'ENOTFOUND':
            return 'there is no host of that name';
        case 'EAI_AGAIN':
            return 'its name cannot be looked up now';
        default:
            return error.code ?? error.message;
    }
}

;// CONCATENATED MODULE: ./build/doctor/ssh-target.js
/** Checks of a host that is there already: what is set, who it is, whether it lets us in. */











async function examineSsh(name, target, how) {
    const settings = settingsOf(name, target, how.environment);
    const { address, key, pin } = settings;
    const checks = [...settings.checks];
    const title = `target ${name}: ssh${address ? ` ${settings.user}@${address.host}:${address.port}` : ''}`;
    const section = { title, target: name, checks };
    const leaveOut = (names, why) => checks.push(...names.map((one) => notChecked(one, why)));
    if (how.offline) {
        leaveOut(['port', 'host', 'login'], '`--offline`');
        return section;
    }
    if (!address) {
        leaveOut(['port', 'host', 'login'], 'where the host is, is not known');
        return section;
    }
    const refused = await tcpProblem(address, how.patienceMilliseconds);
    if (refused !== undefined) {
        const advice = 'see whether it runs and sshd with it, and whether a firewall is between; the port of a RunPod pod changes each time that it is started';
        checks.push(problem('port', `${address.host}:${address.port} cannot be reached: ${refused}`, { advice }));
        leaveOut(['host', 'login'], 'the host cannot be reached');
        return section;
    }
    checks.push(ok('port', `${address.host}:${address.port} takes connections`));
    if (key && pin && settings.user !== undefined)
        checks.push(...(await loginChecks(name, target, pin, how)));
    else {
        checks.push(await shownKeyCheck(target, address, pin, how));
        leaveOut(['login'], 'it needs the key and the host key');
    }
    return section;
}
/** Each by itself, so that all that is missing is said at once. */
function settingsOf(name, target, environment) {
    const of = (what) => `the ${what} of the target \`${name}\``;
    const missing = [];
    const read = (setting, what) => {
        try {
            return (0,hosts_setting/* settingOf */.y)(setting, of(what), environment);
        }
        catch (error) {
            missing.push(messageOf(error));
            return undefined;
        }
    };
    const host = read(target.host, 'host');
    const written = read(target.port, 'port');
    const user = read(target.user, 'user');
    const port = Number(written);
    if (written !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
        missing.push(`${of('port')} is no number from 1 to 65535`);
    const key = keyCheck(target.key, of('key'), environment);
    const pin = pinCheck(target.hostKey, of('host key'), environment);
    const isWhole = missing.length === 0;
    return {
        checks: [
            isWhole ? ok('settings', `${user}@${host}, port ${port}`) : missingCheck(missing),
            key.check,
            pin.check,
        ],
        ...(isWhole && host !== undefined ? { address: { host, port } } : {}),
        ...(user === undefined ? {} : { user }),
        ...(key.key ? { key: key.key } : {}),
        ...(pin.key ? { pin: pin.key } : {}),
    };
}
function missingCheck(missing) {
    const [only = ''] = missing;
    return missing.length === 1
        ? problem('settings', only, { advice: howToSet })
        : problem('settings', `${missing.length} settings are missing`, { details: missing, advice: howToSet });
}
const howToSet = 'export it in your shell; in a job of GitHub Actions, set it under `env:`';
function keyCheck(setting, what, environment) {
    let key;
    try {
        key = (0,keys/* readPrivateKey */.$k)((0,hosts_setting/* privateKeyOf */.O)(setting, what, environment));
    }
    catch (error) {
        const isUnset = error instanceof hosts_setting.SettingError && messageOf(error).includes('is not set');
        const advice = isUnset
            ? `${howToSet}; it holds the private key itself, or the path of its file`
            : 'it has to be an OpenSSH private key without a passphrase, or the path of its file';
        return { check: problem('key', messageOf(error), { advice }) };
    }
    const says = key.fingerprint ?? 'it can be read, and has no passphrase';
    const path = readableByOthers(setting, environment);
    if (path === undefined)
        return { key, check: ok('key', says) };
    const advice = `chmod 600 ${path}`;
    return { key, check: warning('key', `${says}; others on this machine may read its file`, { advice }) };
}
/** The path of the key's file when more than its owner may read it. */
function readableByOthers(setting, environment) {
    const given = 'value' in setting ? setting.value : (environment[setting.variable]?.trim() ?? '');
    if (given.includes('PRIVATE KEY-----') || process.platform === 'win32')
        return undefined;
    const path = given.startsWith('~/') ? (0,external_node_path_.join)(environment.HOME ?? (0,external_node_os_.homedir)(), given.slice(2)) : given;
    const mode = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.mode ?? 0;
    return (mode & 0o077) === 0 ? undefined : given;
}
function pinCheck(setting, what, environment) {
    try {
        const key = (0,keys/* parsePublicKey */.ee)((0,hosts_setting/* settingOf */.y)(setting, what, environment));
        return { key, check: ok('host key', (0,keys/* fingerprintOf */.ax)(key.blob)) };
    }
    catch (error) {
        const advice = 'without it nobody can tell the host from another one; once the host can be reached, `host` says how to get it';
        return { check: problem('host key', messageOf(error), { advice }) };
    }
}
async function loginChecks(name, target, pin, { environment, patienceMilliseconds }) {
    const endpoint = (0,ssh/* endpointOf */.X5)(name, target, environment);
    const shows = ok('host', 'it proves that it has the pinned key');
    const connection = new ssh_connection/* Connection */.N({
        ...endpoint,
        connectMilliseconds: patienceMilliseconds,
        giveUpMilliseconds: patienceMilliseconds,
    });
    try {
        await connection.connect();
        const loggedIn = [shows, ok('login', `${endpoint.user} may log in with the key`)];
        try {
            return [...loggedIn, ...(await hostChecks(connection, target))];
        }
        catch (error) {
            if (!(error instanceof host/* SshError */.D))
                throw error;
            return [...loggedIn, problem('commands', error.message, { advice: tryAgain })];
        }
    }
    catch (error) {
        if (!(error instanceof host/* SshError */.D))
            throw error;
        const notIn = notChecked('login', 'the host has to be known first');
        switch (error.kind) {
            case 'host-key':
                return [await shownKeyCheck(target, endpoint, pin, { patienceMilliseconds }), notIn];
            case 'auth':
                return [shows, await refusedCheck(endpoint)];
            default:
                return [problem('host', error.message, { advice: tryAgain }), notIn];
        }
    }
    finally {
        connection.close();
    }
}
const tryAgain = 'a host that was just started may need a minute: try again; then look at the log of its sshd';
/** The line that would let us in is public. */
async function refusedCheck({ user, privateKey, }) {
    const says = `${user} may not log in with the key`;
    const { default: ssh2 } = await __webpack_require__.e(/* import() */ 5472).then(__webpack_require__.t.bind(__webpack_require__, 85472, 19));
    const parsed = ssh2.utils.parseKey(privateKey);
    if (parsed instanceof Error)
        return problem('login', says, { advice: 'see that this is the right key' });
    return problem('login', says, {
        advice: `see that this is the right key and the right user; if so, add this line to ~${user}/.ssh/authorized_keys there:`,
        line: `${parsed.type} ${parsed.getPublicSSH().toString('base64')}`,
    });
}
/** Who answers there, held against the pinned key where there is one. Nothing is sent to it. */
async function shownKeyCheck({ hostKey }, address, pin, { patienceMilliseconds }) {
    const shown = await readHostKey(address, patienceMilliseconds);
    if (shown.is === 'other-kinds')
        return problem('host', 'it has no ed25519 host key, and no other kind can be pinned', {
            advice: 'run `ssh-keygen -A` there, and restart its sshd',
        });
    if (shown.is === 'none')
        return problem('host', `it shows no key: ${shown.why}`, { advice: tryAgain });
    if (pin?.blob.equals(shown.key.blob))
        return ok('host', 'it shows the pinned key');
    const print = (0,keys/* fingerprintOf */.ax)(shown.key.blob);
    const into = 'variable' in hostKey ? `into ${hostKey.variable}` : 'as the `host-key:` of the target';
    return problem('host', pin ? `it shows ANOTHER key than the pinned one: ${print}` : `it shows ${print}`, {
        advice: `${pin ? 'was it set up anew? If not, somebody may be in between. Find' : 'find'} out its fingerprint by another way: ` +
            '`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` in its console, or the container log of a RunPod pod. ' +
            `Only if it is this one, put this line ${into}:`,
        line: shown.key.line,
    });
}

;// CONCATENATED MODULE: ./build/doctor/examine.js





/** Targets side by side; the order is that of the file. Without a secret in it. */
async function examine(examination) {
    const { folder, environment, targets, offline, now = Date.now, patienceMilliseconds = 15_000, } = examination;
    const variables = [...targets.values()].flatMap((target) => (target.kind === 'runpod' ? [target.key] : []));
    const accounts = new Map([...new Set(variables)].map((variable) => [
        variable,
        examineAccount(variable, { environment, folder, offline, now }),
    ]));
    const section = async (name, target) => {
        if (target.kind === 'ssh')
            return await examineSsh(name, target, { environment, offline, patienceMilliseconds });
        const client = (await accounts.get(target.key))?.client;
        const why = offline ? '`--offline`' : 'the account cannot be asked';
        return await examineRunpod(name, target, { client, why, budget: examination.budget });
    };
    const [machine, known, sections] = await Promise.all([
        machineChecks({
            folder,
            environment,
            nodeVersion: examination.nodeVersion ?? process.version,
            source: targets.size > 0 ? examination.source : undefined,
        }),
        Promise.all(accounts.values()),
        Promise.all([...targets].map(([name, target]) => section(name, target))),
    ]);
    const clock = known.length > 0
        ? [clockCheck(skewOf(known), offline ? '`--offline`' : 'RunPod was not asked, or told no time')]
        : [];
    const all = [
        { title: 'this machine', checks: [...machine, ...clock] },
        { title: 'project', checks: examination.project },
        ...known.map((account) => account.section),
        ...sections,
    ];
    const secrets = secretsOf([...targets.values()], environment);
    return all.map((one) => ({
        ...one,
        title: (0,plain/* plain */.p)(one.title, mostText, secrets),
        checks: one.checks.map((check) => withoutSecrets(check, secrets)),
    }));
}
function skewOf(accounts) {
    return accounts.find(({ skew }) => skew !== undefined)?.skew;
}
/** Keys, and each line of those that have several. */
function secretsOf(targets, environment) {
    const variables = targets.flatMap((target) => target.kind === 'runpod' ? accountKey(target) : hostKey(target));
    return variables
        .flatMap((variable) => (environment[variable] ?? '').split('\n'))
        .map((line) => line.trim())
        .filter((line) => line.length >= leastSecret && !/^-----|^[~/.]/.test(line));
}
/** Shorter ones are paths or mistakes. */
const leastSecret = 16;
function accountKey({ key }) {
    return [key];
}
function hostKey({ key }) {
    return 'variable' in key ? [key.variable] : [];
}
const mostText = 2000;
/** Also fit for a terminal, whatever a host has said. */
function withoutSecrets(check, secrets) {
    const clean = (text) => (0,plain/* plain */.p)(text, mostText, secrets);
    const { says, details, advice } = check;
    return {
        ...check,
        says: clean(says),
        ...(details ? { details: details.map(clean) } : {}),
        ...(advice === undefined ? {} : { advice: clean(advice) }),
    };
}

// EXTERNAL MODULE: ./build/reports/style.js
var reports_style = __webpack_require__(22545);
;// CONCATENATED MODULE: ./build/doctor/text.js
/** Checks as a person reads them, in 80 columns, and as JSON. */

const columns = 80;
function doctorText(sections, style) {
    const checks = sections.flatMap((section) => section.checks);
    const name = Math.max(0, ...checks.map((check) => (0,reports_style/* width */.VL)(check.name)));
    const blocks = sections.map((section) => `${style.bold(section.title)}\n${section.checks.flatMap((check) => linesOf(check, name, style)).join('\n')}\n`);
    return `${blocks.join('\n')}\n${sumOf(checks, style)}\n`;
}
const signs = {
    ok: '✓',
    warning: '!',
    problem: '✗',
    'not-checked': '·',
};
function linesOf(check, name, style) {
    const indent = ' '.repeat(name + 6);
    const room = columns - indent.length;
    const paint = paintOf(check.state, style);
    const prefix = check.state === 'not-checked' ? 'not checked: ' : '';
    const [first = '', ...more] = wrapped(`${prefix}${check.says}`, room);
    return [
        `  ${paint(signs[check.state])} ${(0,reports_style/* padded */.jC)(check.name, name)}  ${first}`,
        ...more.map((line) => `${indent}${line}`),
        ...(check.details ?? []).flatMap((detail) => wrapped(detail, room - 2).map((line, index) => `${indent}${index > 0 ? '  ' : ''}${style.dim(line)}`)),
        ...wrapped(check.advice ?? '', room - 2).map((line, index) => `${indent}${index > 0 ? ' ' : style.cyan('→')} ${line}`),
        ...(check.line === undefined ? [] : [check.line]),
    ];
}
function paintOf(state, style) {
    switch (state) {
        case 'ok':
            return style.green;
        case 'warning':
            return style.yellow;
        case 'problem':
            return style.red;
        case 'not-checked':
            return style.dim;
    }
}
/** Between words; a word that is longer stays whole. None for an empty text. */
function wrapped(text, room) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ').filter((one) => one !== '')) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && (0,reports_style/* width */.VL)(longer) > room) {
            lines.push(line);
            line = word;
        }
        else
            line = longer;
    }
    return line === '' ? lines : [...lines, line];
}
function sumOf(checks, style) {
    const { problems, warnings, unchecked } = countsOf(checks);
    const counted = (count, one, many) => count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
    const parts = [
        ...counted(problems, 'problem', 'problems').map(style.red),
        ...(problems === 0 ? [style.green('no problems')] : []),
        ...counted(warnings, 'warning', 'warnings').map(style.yellow),
        ...counted(unchecked, 'not checked', 'not checked'),
    ];
    return parts.join(', ');
}
function countsOf(checks) {
    const count = (state) => checks.filter((check) => check.state === state).length;
    return { problems: count('problem'), warnings: count('warning'), unchecked: count('not-checked') };
}
function hasProblem(sections) {
    return sections.some(({ checks }) => checks.some(({ state }) => state === 'problem'));
}
/** With `schema_version`. */
function doctorJson(sections) {
    const { problems, warnings, unchecked } = countsOf(sections.flatMap(({ checks }) => checks));
    return { schema_version: 1, problems, warnings, not_checked: unchecked, sections };
}

// EXTERNAL MODULE: ./build/exit-codes.js
var exit_codes = __webpack_require__(49277);
// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
// EXTERNAL MODULE: ./build/language/print-diagnostic.js
var print_diagnostic = __webpack_require__(42974);
// EXTERNAL MODULE: ./build/language/source.js
var language_source = __webpack_require__(11786);
// EXTERNAL MODULE: ./build/prepare.js + 35 modules
var prepare = __webpack_require__(28950);
// EXTERNAL MODULE: ./build/project/load.js + 9 modules
var project_load = __webpack_require__(11696);
// EXTERNAL MODULE: ./build/cli/arguments.js
var cli_arguments = __webpack_require__(98213);
// EXTERNAL MODULE: ./build/cli/check.js
var check = __webpack_require__(90485);
;// CONCATENATED MODULE: ./build/cli/doctor.js
/** `ml-workflow doctor`: looks at all that a run will need, and says what to do about what is missing. */














/** Throws a `UsageError`. `folder`: absolute. */
async function doctor(args, folder, { shownFrom, environment, style }) {
    const { subject } = args;
    const { target, offline = false } = args.doctor ?? {};
    const wanted = subject === undefined
        ? { is: 'chain', source: (0,language_source/* sourceOf */.vz)('<chain>', '/continue') }
        : (0,prepare.wantedOf)(subject, '<chain>');
    const personal = (0,external_node_os_.homedir)();
    const loaded = (0,project_load/* load */.Hh)(folder, shownFrom, wanted, { personal });
    const planned = subject === undefined
        ? undefined
        : (0,prepare.prepare)({ wanted, folder, shownFrom, personal, given: [], checkOnly: true });
    const absent = planned?.diagnostics.find(({ code }) => code === 'unknown-workflow' || (code === 'file-not-found' && !loaded.workflow));
    if (absent)
        throw new cli_arguments/* UsageError */.eb(absent.message, absent.help);
    const declared = loaded.project.remote?.targets ?? new Map();
    const used = planned?.plan ? new Map(Object.entries(planned.plan.targets ?? {})) : undefined;
    const targets = chosen(target, declared, used, loaded.isBroken);
    const project = [
        planned ? filesCheck(planned.diagnostics, subject) : wholeCheck(args, folder, shownFrom),
        targetsCheck(targets, used !== undefined && target === undefined),
        ...(targets.size > 0 ? dataChecks(loaded.project.remote?.sync.up ?? [], folder) : []),
    ];
    const { budget, remote } = loaded.project;
    const source = remote?.sync.source ?? 'git-tree';
    const sections = await examine({ folder, environment, project, targets, source, budget, offline });
    return {
        output: args.format === 'json'
            ? `${JSON.stringify(doctorJson(sections), null, 2)}\n`
            : doctorText(sections, style),
        code: hasProblem(sections) ? exit_codes/* exitCodes */.h.failed : exit_codes/* exitCodes */.h.done,
    };
}
function chosen(name, declared, used, isBroken) {
    if (name === undefined)
        return used ?? declared;
    const target = declared.get(name);
    if (target)
        return new Map([[name, target]]);
    // What it declares is not known then, and that it is broken is said.
    if (isBroken)
        return new Map();
    const names = [...declared.keys()].map((one) => `\`${one}\``);
    throw new cli_arguments/* UsageError */.eb(`there is no target \`${name}\` on another host`, (0,language_name/* didYouMean */.au)(name, declared.keys()) ??
        (names.length === 0
            ? `\`${project_load/* projectFileName */.bi}\` declares none of the kind \`ssh\` or \`runpod\``
            : `there ${names.length === 1 ? 'is' : 'are'} ${(0,language_name/* listOf */.c3)(names, 'and')}`));
}
function wholeCheck(args, folder, shownFrom) {
    let diagnostics;
    try {
        diagnostics = (0,check.check)({ ...args, given: [] }, folder, shownFrom);
    }
    catch (error) {
        if (!(error instanceof cli_arguments/* UsageError */.eb))
            throw error;
        return problem('files', error.message, error.help === undefined ? {} : { advice: error.help });
    }
    return filesCheck(diagnostics, undefined);
}
/** What every host gets from here beside the tree. A run would find out when a pod is paid already. */
function dataChecks(up, folder) {
    if (up.length === 0)
        return [];
    const missing = up.filter((path) => !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, path))).map((path) => `\`${path}\``);
    if (missing.length === 0)
        return [ok('data', 'all that `sync.up` lists is there')];
    const is = missing.length === 1 ? 'is' : 'are';
    return [
        problem('data', `${(0,language_name/* listOf */.c3)(missing, 'and')} of \`sync.up\` ${is} not there`, {
            advice: 'bring it here, or correct the path: without it nothing begins on a host',
        }),
    ];
}
function filesCheck(diagnostics, subject) {
    const what = subject === undefined ? '' : ` ${/^[\w./-]+$/.test(subject) ? subject : `'${subject}'`}`;
    const advice = `\`ml-workflow check${what}\` says what is wrong, and where`;
    const count = (0,print_diagnostic/* countDiagnostics */.ii)(diagnostics);
    if (count === undefined)
        return ok('files', 'no mistakes found');
    if (diagnostics.some(({ severity }) => severity === 'error'))
        return problem('files', count, { advice });
    if (diagnostics.some(({ severity }) => severity === 'warning'))
        return warning('files', count, { advice });
    return ok('files', count, { advice });
}
function targetsCheck(targets, isOfWorkflow) {
    const names = [...targets].map(([name, { kind }]) => `${name} (${kind})`);
    if (names.length > 0)
        return ok('targets', (0,language_name/* listOf */.c3)(names, 'and'));
    return ok('targets', `${isOfWorkflow ? 'it uses' : 'it has'} no other host: all runs on this machine`);
}


/***/ }),

/***/ 68013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DO: () => (/* binding */ gateWords),
/* harmony export */   E9: () => (/* binding */ dollars),
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   Wj: () => (/* binding */ toMilliseconds),
/* harmony export */   mD: () => (/* binding */ gateNote),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rq: () => (/* binding */ statusSigns),
/* harmony export */   ui: () => (/* binding */ wholeDuration),
/* harmony export */   z6: () => (/* binding */ decisionSigns)
/* harmony export */ });
/* unused harmony export decisionWords */
const decisionWords = {
    passed: 'passed',
    handled: 'gate not met, handled',
    'not-met': 'gate not met',
    failed: 'failed',
    waiting: 'waiting for approval',
    cancelled: 'cancelled',
};
/** Of a verdict, in Markdown. */
const decisionSigns = {
    passed: '✅',
    handled: '⚠️',
    'not-met': '❌',
    failed: '❌',
    waiting: '⏸️',
    cancelled: '⏹️',
};
/** The decision in a few words; the reason tells two ways apart in which a run is `handled`. */
function verdictWords(decision, reason) {
    return decision === 'handled' && reason === 'failure-handled'
        ? 'a failure was handled'
        : decisionWords[decision];
}
const gateWords = {
    met: 'met',
    'not-met': 'not met',
    inconclusive: 'inconclusive',
    error: 'error',
};
/** What a gate gave, behind its text: its sum, or why there is none. */
function gateNote(gate) {
    if (gate.outcome === 'error')
        return gate.reason ?? 'error';
    const word = gate.outcome === 'inconclusive' ? ': inconclusive' : '';
    const why = gate.reason === undefined ? '' : ` (${gate.reason})`;
    return `${gate.sum}${word}${why}${gate.warned === true ? '; only a warning' : ''}`;
}
const statusSigns = {
    waiting: '·',
    running: '▸',
    succeeded: '✓',
    failed: '✗',
    handled: '↷',
    stopped: '■',
    'not-met': '⊘',
    skipped: '○',
};
/** Seconds no finer than anybody measures them. */
function toMilliseconds(seconds) {
    return Math.round(seconds * 1000) / 1000;
}
/** `0.2 s`, `41 s`, `3 min 20 s`, `10 min`, `2 h 05 min`. */
function duration(seconds) {
    if (seconds < 10)
        return `${seconds.toFixed(1)} s`;
    return wholeDuration(Math.round(seconds));
}
/** The same for times that people have written: `5 s`, `1 d 02 h`. */
function wholeDuration(seconds) {
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${Number.isInteger(seconds) ? whole : seconds.toFixed(1)} s`;
    const [large, unit, small, smaller] = whole < 3600
        ? [Math.floor(whole / 60), 'min', whole % 60, 's']
        : whole < 86_400
            ? [Math.floor(whole / 3600), 'h', Math.floor((whole % 3600) / 60), 'min']
            : [Math.floor(whole / 86_400), 'd', Math.floor((whole % 86_400) / 3600), 'h'];
    return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${String(small).padStart(2, '0')} ${smaller}`;
}
/** `$12`, `$0.50`. */
function dollars(amount) {
    return `$${Number.isInteger(amount) ? amount : amount.toFixed(2)}`;
}
/** Eight heights over the values' own range; a single height when all are equal. */
function bar(value, lowest, highest, width) {
    const share = highest > lowest ? (value - lowest) / (highest - lowest) : 1;
    const eighths = Math.round((0.15 + 0.85 * share) * width * 8);
    const full = '█'.repeat(Math.floor(eighths / 8));
    return full + (eighths % 8 === 0 ? '' : ('▏▎▍▌▋▊▉'[(eighths % 8) - 1] ?? ''));
}


/***/ }),

/***/ 55389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ reap)
/* harmony export */ });
/* harmony import */ var _end_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49616);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27506);


/** Seconds: the pod ends itself at its end of life, and clocks differ. */
const margin = 300;
/** Pods that are ended side by side. */
const width = 4;
/** Rejects with a `RunpodError` when the list cannot be read to its end. */
async function reap(client, request, signal) {
    const all = await client.pods(signal);
    const own = all
        .filter((pod) => (0,_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .isOwnPod */ .mX)(pod, request.owner))
        .sort((left, right) => left.name.localeCompare(right.name, 'en') || left.id.localeCompare(right.id, 'en'));
    // By one list and one time, before any of them ends.
    const judged = own.map((pod) => ({ pod, verdict: verdict(pod, request) }));
    const pods = [];
    const waiting = judged.entries();
    const work = async () => {
        for (const [index, { pod, verdict }] of waiting)
            pods[index] = await handled(client, pod, verdict, request);
    };
    await Promise.all(Array.from({ length: width }, work));
    return { owner: request.owner, pods, others: all.length - own.length };
}
async function handled(client, pod, { ends, why }, request) {
    const known = {
        name: pod.name,
        id: pod.id,
        run: pod.env.MLW_RUN ?? '',
        status: pod.status,
        ...(typeof pod.cost === 'number' ? { price: pod.cost } : {}),
    };
    if (!ends)
        return { ...known, outcome: 'kept', why };
    if (request.dryRun)
        return { ...known, outcome: 'would-end', why };
    const end = await (0,_end_js__WEBPACK_IMPORTED_MODULE_0__/* .endPod */ .p)(client, pod, { clock: request.clock, seen: true });
    if (end.proven)
        return { ...known, outcome: 'ended', why };
    return { ...known, outcome: 'not-ended', why, problem: end.problem ?? 'its end is not proven' };
}
function verdict(pod, { clock, run, all }) {
    if (all)
        return { ends: true, why: 'all pods of the owner were asked for' };
    if (run !== undefined && pod.env.MLW_RUN === run)
        return { ends: true, why: `it belongs to ${run}` };
    // None of ours is ever started again: what it waits for is its bill.
    if (pod.status === 'EXITED' || pod.status === 'ERROR')
        return { ends: true, why: `it is ${pod.status}` };
    const expires = pod.env.MLW_EXPIRES ?? '';
    if (!/^[0-9]{1,12}$/.test(expires))
        return { ends: true, why: 'it does not say when its life is over' };
    const over = Math.floor(clock.now() / 1000) - Number(expires);
    if (over > margin)
        return { ends: true, why: `its life has been over for ${duration(over)}` };
    const left = over >= 0 ? 'its life is just over, it ends itself' : `its life is over in ${duration(-over)}`;
    return { ends: false, why: left };
}
function duration(seconds) {
    if (seconds < 120)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}


/***/ })

};
