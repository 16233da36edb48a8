export const id = 6971;
export const ids = [6971,2477];
export const modules = {

/***/ 49518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ exportTree)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/** The files of a commit, in a folder of their own. */




/**
 * Line ends are those that the repository's attributes ask for. Filters are not run: what Git LFS keeps elsewhere stays
 * a pointer, and nothing that a commit says runs a program here. Submodules are left out. The workspace, its index and
 * its hooks are not touched.
 */
async function exportTree(request) {
    const { workspace, revision, signal } = request;
    if (!/^[A-Za-z0-9][A-Za-z0-9_./~^-]*$/.test(revision))
        throw new Error(`\`${revision}\` does not name a commit`);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(request.into).length > 0)
        throw new Error(`${request.into} is not empty`);
    const temporary = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'tree-'));
    // These would name another repository or index than that of the workspace.
    const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...inherited } = request.environment;
    const environment = { ...inherited, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
    const git = (words, extra = {}) => run(words, workspace, { ...environment, ...extra }, signal);
    try {
        const [prefix, directory, filters] = await Promise.all([
            git(['rev-parse', '--show-prefix']),
            git(['rev-parse', '--absolute-git-dir']),
            git(['config', '--null', '--name-only', '--get-regexp', '^filter\\.']),
        ]);
        const folder = checked(prefix, workspace).replace(/\n$/, '').replace(/\/$/, '');
        const index = {
            GIT_INDEX_FILE: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temporary, 'index'),
            GIT_DIR: checked(directory, workspace).replace(/\n$/, ''),
            GIT_WORK_TREE: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(request.into),
        };
        const safe = [
            ...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.sparseCheckout=false', 'core.bare=false'],
            ...withoutFilters(filters.stdout),
        ].flatMap((setting) => ['-c', setting]);
        // Run where the files go: git takes paths as relative to the folder that it is run in.
        const there = (words) => run([...safe, ...words], request.into, { ...environment, ...index }, signal);
        const tree = folder === '' ? `${revision}^{tree}` : `${revision}:${folder}`;
        const read = await there(['read-tree', tree]);
        if (read.code !== 0)
            throw new Error(`${revision} has no ${folder === '' ? 'files that git can read' : `folder \`${folder}\``}: ${read.stderr}`);
        checked(await there(['checkout-index', '--all', '--quiet', '--force']), workspace);
        const modules = checked(await there(['ls-files', '--stage', '-z']), workspace);
        for (const line of modules.split('\0')) {
            const path = /^160000 \S+ \d\t(.+)$/s.exec(line)?.[1];
            if (path !== undefined)
                removeEmpty(request.into, path);
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(temporary, { recursive: true, force: true });
    }
}
function withoutFilters(names) {
    const filters = new Set();
    for (const name of names.split('\0')) {
        const filter = /^filter\.(.+)\.[^.]+$/s.exec(name)?.[1];
        if (filter !== undefined && !filter.includes('='))
            filters.add(filter);
        else if (filter !== undefined)
            throw new Error(`git's configuration has a filter with \`=\` in its name, \`${filter}\`, which cannot be turned off`);
    }
    return [...filters].flatMap((filter) => [
        `filter.${filter}.smudge=`,
        `filter.${filter}.process=`,
        `filter.${filter}.required=false`,
    ]);
}
/** The folder of a submodule, and those above it that have nothing else. */
function removeEmpty(root, path) {
    try {
        for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/'))))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, at));
    }
    catch {
        // It has something else, or is not there.
    }
}
function checked(output, workspace) {
    if (output.code !== 0)
        throw new Error(`git cannot read the repository of ${workspace}: ${output.stderr}`);
    return output.stdout;
}
function run(words, cwd, env, signal) {
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', words, {
            cwd,
            env,
            stdio: ['ignore', 'pipe', 'pipe'],
            ...(signal === undefined ? {} : { signal }),
        });
        const stdout = [];
        const stderr = [];
        child.stdout.on('data', (chunk) => stdout.push(chunk));
        child.stderr.on('data', (chunk) => stderr.push(chunk));
        child.once('error', reject);
        child.once('close', (code) => resolve({
            code: code ?? 1,
            stdout: Buffer.concat(stdout).toString(),
            stderr: Buffer.concat(stderr).toString().trim(),
        }));
    });
}


/***/ }),

/***/ 58099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ elsewhere),
/* harmony export */   _j: () => (/* binding */ candidatesFor),
/* harmony export */   xc: () => (/* binding */ placementOf)
/* harmony export */ });
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60716);
/* harmony import */ var _cuda_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42326);
/* harmony import */ var _gpu_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19367);
/**
 * What may be rented for a target, best first, and why the rest may not. The order is the user's: the GPUs as written, and
 * for each the clouds as written. Stock changes it in one way: an offer that is sold out now comes behind all others, and
 * is not left out, since stock is advice and no reservation. Price does not change it; `max-price` leaves out.
 */



/** RunPod's placement fails on smaller ones. GB. */
const leastDisk = 20;
function candidatesFor(target, catalogue) {
    const judged = target.cpu
        ? cpuOffers(target, target.cpu, catalogue)
        : target.gpus.flatMap((written) => gpuOffers(target, written, catalogue));
    const all = distinct(judged.flatMap((one) => ('price' in one ? [one] : [])));
    const candidates = [
        ...all.filter(({ stock }) => stock !== 'NONE'),
        ...all.filter(({ stock }) => stock === 'NONE'),
    ];
    const rejected = judged.flatMap((one) => ('why' in one ? [one] : []));
    return { candidates, rejected, notices: noticesFor(target, candidates) };
}
function placementOf(candidate, target) {
    const { gpu, cpu, count = 1, minCuda } = candidate;
    const { volume, registry } = target;
    return {
        image: target.image,
        cloud: candidate.cloud,
        ...(gpu === undefined
            ? {}
            : { gpu: { id: gpu, count, ...(minCuda ? { minCudaVersion: minCuda } : {}) } }),
        ...(cpu === undefined ? {} : { cpu: { id: cpu.id, vcpuCount: cpu.vcpus } }),
        ...(candidate.dataCenters.length === 0 ? {} : { dataCenterIds: [...candidate.dataCenters] }),
        disk: Math.max(leastDisk, Math.ceil(target.disk)),
        ...(volume ? { mounts: { network: [{ volumeId: volume.id, path: volume.path }] } } : {}),
        ...(registry === undefined ? {} : { registry }),
    };
}
/** The same offer in other data centers than these, as after a host there was given up; undefined when there is no other. */
function elsewhere(candidate, not) {
    const possible = candidate.dataCenters.length > 0 ? candidate.dataCenters : candidate.offeredIn;
    const dataCenters = possible.filter((id) => !not.has(id));
    if (dataCenters.length === 0)
        return undefined;
    const [what = '', cloud = ''] = candidate.offer.split(', ');
    return { ...candidate, dataCenters, offer: offerOf(what, cloud, dataCenters) };
}
function gpuOffers(target, written, catalogue) {
    const found = (0,_gpu_name_js__WEBPACK_IMPORTED_MODULE_1__/* .findGpu */ .G)(written, catalogue.gpus);
    if (found.is === 'none')
        return [{ offer: written, why: found.why }];
    return target.clouds.map((cloud) => judgeGpu(target, found.gpu, cloud, catalogue));
}
function judgeGpu(target, gpu, cloud, catalogue) {
    const { count } = target;
    const what = count > 1 ? `${count} × ${gpu.name}` : gpu.name;
    const key = cloud === 'SECURE' ? 'secure' : 'community';
    const reject = (why) => ({ offer: `${what}, ${key}`, why });
    if (gpu[key] === false)
        return reject(`the ${key} cloud does not offer it`);
    const most = gpu.maxCount?.[key];
    if (most !== undefined && count > most)
        return reject(tooMany(most, key));
    const misfits = (0,_cuda_js__WEBPACK_IMPORTED_MODULE_0__/* .misfit */ .hH)(target.image, gpu);
    if (misfits)
        return reject(misfits);
    const price = priceOf(gpu.price?.[key], count, target.maxPrice);
    if (typeof price === 'string')
        return reject(price);
    // Of the other cloud RunPod was not asked, and nothing is known.
    const isRead = catalogue.stockOf === cloud;
    const cuda = judgeCuda(target, gpu, isRead);
    if ('why' in cuda)
        return reject(cuda.why);
    const places = judgePlaces(target, cloud, catalogue, isRead ? gpu : {}, catalogue.gpus);
    if ('why' in places)
        return reject(places.why);
    return {
        offer: offerOf(what, key, places.dataCenters),
        gpu: gpu.id,
        count,
        cloud,
        ...{ dataCenters: places.dataCenters, offeredIn: places.offeredIn, price },
        stock: cuda.isFull ? 'NONE' : places.stock,
        ...(cuda.least === undefined ? {} : { minCuda: cuda.least }),
    };
}
function cpuOffers(target, wanted, catalogue) {
    const { id, vcpus } = wanted;
    const cpu = catalogue.cpus.find((one) => one.id.toLowerCase() === id.toLowerCase());
    if (!cpu) {
        const near = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(id, catalogue.cpus.map((one) => one.id));
        return [{ offer: id, why: `RunPod has no CPU \`${id}\`${near ? `; ${near}` : ''}` }];
    }
    return target.clouds.map((cloud) => judgeCpu(target, cpu, vcpus, cloud, catalogue));
}
function judgeCpu(target, cpu, vcpus, cloud, catalogue) {
    const what = `${cpu.id} with ${vcpus} vCPUs`;
    const key = cloud === 'SECURE' ? 'secure' : 'community';
    const reject = (why) => ({ offer: `${what}, ${key}`, why });
    if (cloud === 'COMMUNITY')
        return reject('only the secure cloud has pods without a GPU');
    if (!Number.isInteger(Math.log2(vcpus)) || vcpus < 2) {
        return reject(`RunPod takes 2, 4, 8, 16 … vCPUs, not ${vcpus}`);
    }
    const { min, max } = cpu.vcpu ?? {};
    if (min !== undefined && vcpus < min)
        return reject(`it has ${min} vCPUs at least`);
    if (max !== undefined && vcpus > max)
        return reject(`it has ${max} vCPUs at most`);
    const price = priceOf(cpu.price?.securePerVcpu, vcpus, target.maxPrice);
    if (typeof price === 'string')
        return reject(price);
    const places = judgePlaces(target, cloud, catalogue, cpu, catalogue.cpus);
    if ('why' in places)
        return reject(places.why);
    return {
        offer: offerOf(what, key, places.dataCenters),
        cpu: { id: cpu.id, vcpus },
        cloud,
        ...{ dataCenters: places.dataCenters, offeredIn: places.offeredIn, price, stock: places.stock },
    };
}
/** Dollars an hour for the pod, or why it may not be rented. */
function priceOf(each, count, most) {
    if (each === undefined || each <= 0)
        return 'RunPod does not say what it costs';
    const price = Number((each * count).toFixed(6));
    return price > most ? `it costs ${dollars(price)} an hour, and \`max-price\` is ${dollars(most)}` : price;
}
function judgeCuda(target, gpu, isRead) {
    const written = target.cuda ?? (0,_cuda_js__WEBPACK_IMPORTED_MODULE_0__/* .cudaOf */ .d7)(target.image);
    if (written === undefined)
        return { isFull: false };
    const least = written.includes('.') ? written : `${written}.0`;
    if (gpu.manufacturer && gpu.manufacturer.toUpperCase() !== 'NVIDIA') {
        return { why: `the image needs CUDA ${least}, which a GPU of ${gpu.manufacturer} has not` };
    }
    const versions = isRead ? (gpu.cudaVersions ?? []) : [];
    if (versions.length === 0)
        return { least, isFull: false };
    const enough = versions.filter(({ version }) => (0,_cuda_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(version, least) >= 0);
    if (enough.length > 0)
        return { least, isFull: enough.every(({ available }) => available === false) };
    const newest = versions
        .map(({ version }) => version)
        .sort(_cuda_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)
        .at(-1);
    return { why: `its hosts serve CUDA ${newest} at most, and the image needs ${least}` };
}
function judgePlaces(target, cloud, catalogue, what, all) {
    const wanted = wantedPlaces(target, cloud, catalogue);
    if ('why' in wanted)
        return wanted;
    const offered = what.dataCenters ?? [];
    const offeredIn = offered.map(({ id }) => id);
    if (wanted.ids.length === 0)
        return { dataCenters: [], offeredIn, stock: stockOf(what.availability) };
    // Where nothing is listed it is sold out everywhere, or RunPod did not say.
    if (offered.length === 0) {
        return { dataCenters: wanted.ids, offeredIn, stock: stockOf(what.availability) };
    }
    const here = offered.filter(({ id }) => wanted.ids.includes(id));
    if (here.length > 0) {
        const dataCenters = wanted.ids.filter((id) => offeredIn.includes(id));
        return { dataCenters, offeredIn, stock: best(here.map(({ availability }) => stockOf(availability))) };
    }
    const known = new Set(all.flatMap(({ dataCenters }) => (dataCenters ?? []).map(({ id }) => id)));
    const unknown = wanted.ids.find((id) => !known.has(id));
    const near = unknown === undefined ? undefined : (0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(unknown, known);
    const others = `it is in ${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(offeredIn, 'and')}`;
    return {
        why: `${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(wanted.ids, 'and')} ${wanted.ids.length > 1 ? 'do' : 'does'} not offer it; ${near ?? others}`,
    };
}
/** The data centers that are left by the target and its volume; any when empty. */
function wantedPlaces({ volume, dataCenters }, cloud, catalogue) {
    if (!volume)
        return { ids: dataCenters };
    if (cloud !== 'SECURE')
        return { why: 'network volumes can be used in the secure cloud only' };
    const at = catalogue.volume?.dataCenter;
    if (at === undefined)
        return { why: `there is no network volume \`${volume.id}\` in the account` };
    if (dataCenters.length > 0 && !dataCenters.includes(at)) {
        return { why: `the network volume \`${volume.id}\` is in ${at}, and \`data-centers\` does not name it` };
    }
    return { ids: [at] };
}
const levels = ['HIGH', 'MEDIUM', 'LOW', 'UNKNOWN', 'NONE'];
function stockOf(word) {
    return levels.find((level) => level === word) ?? 'UNKNOWN';
}
function best(stocks) {
    return levels.find((level) => stocks.includes(level)) ?? 'UNKNOWN';
}
function noticesFor(target, candidates) {
    const pull = (0,_cuda_js__WEBPACK_IMPORTED_MODULE_0__/* .pullNotice */ .se)(target.image, target.registry);
    const isShared = candidates.some(({ cloud }) => cloud === 'COMMUNITY');
    return [
        ...(pull ? [pull] : []),
        ...(isShared
            ? [
                "on the community cloud the host's operator can read the memory of the pod: send no secrets and no private data there",
            ]
            : []),
    ];
}
/** Two names may mean one GPU; it is tried once. */
function distinct(candidates) {
    return [...new Map(candidates.map((one) => [`${one.cloud} ${one.gpu}`, one])).values()];
}
function offerOf(what, cloud, dataCenters) {
    return [what, cloud, ...(dataCenters.length === 0 ? [] : [(0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(dataCenters, 'or')])].join(', ');
}
function tooMany(most, cloud) {
    return most === 0
        ? `the ${cloud} cloud does not offer it`
        : `one pod of the ${cloud} cloud has ${most} of it at most`;
}
/** `$0.74`; small prices keep their digits. */
function dollars(amount) {
    const cents = amount.toFixed(2);
    return `$${Number(cents) === amount ? cents : Number(amount.toFixed(4))}`;
}


/***/ }),

/***/ 34196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ readCatalogue)
/* harmony export */ });
/** One request, and another one for a network volume. Rejects with a `RunpodError`. */
async function readCatalogue(client, target, signal) {
    // RunPod tells the stock of one cloud at a time: that of the cloud that is tried first.
    const [stockOf = 'SECURE'] = target.clouds;
    const { cpu, volume } = target;
    const [gpus, cpus, found] = await Promise.all([
        cpu ? [] : client.gpus({ count: target.count, cloud: stockOf }, signal),
        cpu ? client.cpus({ vcpuCount: cpu.vcpus }, signal) : [],
        volume ? client.networkVolume(volume.id, signal) : undefined,
    ]);
    return { gpus, cpus, stockOf, ...(found ? { volume: { dataCenter: found.dataCenter } } : {}) };
}


/***/ }),

/***/ 42326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   d7: () => (/* binding */ cudaOf),
/* harmony export */   hH: () => (/* binding */ misfit),
/* harmony export */   se: () => (/* binding */ pullNotice)
/* harmony export */ });
/* unused harmony export torchOf */
/** What the name of a container image tells of the hosts it can run on. */
/** Without a digest: the host of the registry, the path, and the tag. */
function partsOf(image) {
    const [bare = ''] = image.split('@');
    const slash = bare.indexOf('/');
    const first = slash < 0 ? '' : bare.slice(0, slash);
    const isHost = /[.:]/.test(first) || first === 'localhost';
    const rest = isHost ? bare.slice(slash + 1) : bare;
    const [path = '', tag = ''] = rest.split(':');
    return { registry: isHost ? first : undefined, path, tag };
}
const edge = '(?:^|[^a-z])';
/** `cuda12.4.1`, `cuda-12.4`, `cu12.4` */
const dotted = new RegExp(`${edge}cu(?:da)?[-_]?v?(\\d{2})\\.(\\d{1,2})(?![0-9])`, 'i');
/** `cu1281`, `cu128`, `cuda121`: two digits, one, and the patch, if any. */
const joined = new RegExp(`${edge}cu(?:da)?[-_]?(\\d{2})(\\d)\\d?(?![0-9.])`, 'i');
/** Of an image that is called `cuda`: `12.1.0-cudnn8-devel`. */
const leading = /^(\d{2})\.(\d{1,2})(?:\.\d+)?(?:-|$)/;
/** `12.8`: the least version of CUDA that a host's driver must serve, as the image's name has it. */
function cudaOf(image) {
    const { path, tag } = partsOf(image);
    for (const text of [tag, path]) {
        const match = dotted.exec(text) ?? joined.exec(text);
        if (match)
            return `${match[1]}.${match[2]}`;
    }
    const match = /(?:^|\/)cuda$/.test(path) ? leading.exec(tag) : null;
    return match ? `${match[1]}.${match[2]}` : undefined;
}
/** `2.8`: the version of PyTorch, as the image's name has it. */
function torchOf(image) {
    const { path, tag } = partsOf(image);
    for (const text of [tag, path]) {
        const match = /(?:^|[^a-z])(?:py)?torch[-_]?v?(\d)\.(\d{1,2})/i.exec(text) ??
            /(?:^|[^a-z])(?:py)?torch[-_]?(\d)(\d{1,2})\d(?![0-9.])/i.exec(text);
        if (match)
            return `${match[1]}.${match[2]}`;
    }
    // `pytorch/pytorch:2.6.0-cuda12.4-cudnn9`. Below 2 it counts the builds of RunPod's own images, above 9 it is a date.
    const match = /(?:^|\/)pytorch$/.test(path) ? /^([2-9])\.(\d{1,2})(?:\.\d+)?(?:-|$)/.exec(tag) : null;
    return match ? `${match[1]}.${match[2]}` : undefined;
}
/** Of versions such as `12.8`: below 0 when the first is older. `12.11` is newer than `12.2`. */
function compareVersions(a, b) {
    const [majorA = 0, minorA = 0] = a.split('.').map(Number);
    const [majorB = 0, minorB = 0] = b.split('.').map(Number);
    return majorA - majorB || minorA - minorB;
}
const blackwell = /\bblackwell\b|\bG?B[123]00\b|\bRTX 50[5-9]0\b|\bRTX PRO \d{4}\b/i;
/** The last PyTorch that was built without code for Blackwell. */
const lastWithoutBlackwell = '2.6';
/** Why the image cannot work on that GPU, as far as both names tell; undefined when nothing speaks against it. */
function misfit(image, gpu) {
    const torch = torchOf(image);
    const isBlackwell = blackwell.test(gpu.id) || blackwell.test(gpu.name);
    if (!torch || !isBlackwell || compareVersions(torch, lastWithoutBlackwell) > 0)
        return undefined;
    return `PyTorch ${torch} of the image has no code for this GPU (Blackwell), which needs 2.7 or later`;
}
/** What a user should know of pulling the image; undefined when there is nothing. */
function pullNotice(image, registry) {
    const { registry: host, path } = partsOf(image);
    const isDockerHub = host === undefined || /^(?:registry-\d+\.|index\.|www\.)?docker\.io$/.test(host);
    if (registry !== undefined || !isDockerHub || path.startsWith('runpod/'))
        return undefined;
    return (`the image \`${image}\` is pulled from Docker Hub without an account, and all of a data center share one limit for ` +
        'that: if the pull is refused, set `registry` of the target, use another registry, or an image of `runpod/`, which ' +
        'hosts often hold already');
}


/***/ }),

/***/ 19367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ findGpu)
/* harmony export */ });
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60716);
/** The GPU that a written name means: `NVIDIA GeForce RTX 4090`, `RTX 4090` and `4090` are one. */

const makers = /\b(?:nvidia|amd|geforce)\b/g;
const families = /\b(?:rtx|gtx|tesla|radeon|instinct)\b/g;
/** The first of these that has an answer decides: the name as it is, without its maker, without its family, a part. */
function findGpu(written, known) {
    const isNamed = (same) => known.filter(({ id, name }) => same(id) || same(name));
    const bare = (strip) => (name) => strip(name) === strip(written);
    const wanted = core(written).split(' ');
    const ways = [
        () => isNamed(bare(plainName)),
        () => isNamed(bare(withoutMaker)),
        () => isNamed((name) => core(written) !== '' && core(name) === core(written)),
        () => isNamed((name) => core(written) !== '' && isPart(wanted, core(name).split(' '))),
    ];
    for (const way of ways) {
        const [gpu, ...others] = way();
        if (!gpu)
            continue;
        if (others.length === 0)
            return { is: 'found', gpu };
        const names = [gpu, ...others].map(({ name }) => `\`${name}\``);
        return { is: 'none', why: `\`${written}\` can be ${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(names, 'or')}; write which` };
    }
    const near = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(written, known.map(({ name }) => name)) ??
        (0,_language_name_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(written, known.map(({ id }) => id));
    return { is: 'none', why: `RunPod has no GPU \`${written}\`${near ? `; ${near}` : ''}` };
}
function plainName(name) {
    return name
        .toLowerCase()
        .replace(/[\s_-]+/g, ' ')
        .trim();
}
function withoutMaker(name) {
    return plainName(plainName(name).replace(makers, ' '));
}
function core(name) {
    return plainName(withoutMaker(name).replace(families, ' '));
}
function isPart(words, of) {
    return words.every((word) => of.includes(word));
}


/***/ }),

/***/ 37320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ breather)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/** Lets a handshake go on while many files are read one after the other. */

/** A handshake has several steps, and each may have to wait that long. */
const sliceMilliseconds = 3;
/** What is to be awaited, now and then; undefined when it is not time yet. Throws or rejects with the reason of `signal`. */
function breather(signal) {
    let since = performance.now();
    return () => {
        if (performance.now() - since < sliceMilliseconds)
            return undefined;
        signal?.throwIfAborted();
        return (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)().then(() => {
            since = performance.now();
        });
    };
}


/***/ }),

/***/ 48595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

var node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache;
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UZ: () => (/* binding */ hasZstd),
/* harmony export */   e: () => (/* binding */ compressor),
/* harmony export */   gS: () => (/* binding */ chooseCompression),
/* harmony export */   iC: () => (/* binding */ compressionFor),
/* harmony export */   ni: () => (/* binding */ decompressor)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/** Whether and how a stream is compressed. On what is compressed already, gzip costs ten times what it brings. */


/** Below it, starting a program costs more than the bytes. */
const leastBytes = 64 * 1024;
// Node 22.15 and later have it; the types are those of the oldest Node that is supported.
const zstd = /*#__PURE__*/ (node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __webpack_require__.t(node_zlib__WEBPACK_IMPORTED_MODULE_0__, 2)));
const hasZstd = zstd.createZstdCompress !== undefined && zstd.createZstdDecompress !== undefined;
/** `samples` are some of the bytes; `remoteZstd`: the host has the program. */
function chooseCompression(bytes, samples, remoteZstd) {
    if (bytes < leastBytes || samples.length === 0)
        return 'none';
    const sample = Buffer.concat(samples);
    const ratio = sample.length === 0 ? 1 : (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(sample, { level: 1 }).length / sample.length;
    return compressionFor(bytes, ratio, remoteZstd);
}
/** `ratio`: what gzip makes of a byte. */
function compressionFor(bytes, ratio, remoteZstd) {
    if (bytes < leastBytes)
        return 'none';
    if (hasZstd && remoteZstd)
        return ratio < 0.9 ? 'zstd' : 'none';
    return ratio < 0.6 ? 'gzip' : 'none';
}
/** For a stream that is sent; undefined to send it as it is. */
function compressor(compression) {
    if (compression === 'gzip')
        return node_zlib__WEBPACK_IMPORTED_MODULE_0__.createGzip({ level: 1, chunkSize: 256 * 1024 });
    if (compression === 'zstd')
        return zstd.createZstdCompress?.({
            params: { [zstd.constants.ZSTD_c_compressionLevel]: 1 },
            chunkSize: 256 * 1024,
        });
    return undefined;
}
function decompressor(compression) {
    if (compression === 'gzip')
        return node_zlib__WEBPACK_IMPORTED_MODULE_0__.createGunzip({ chunkSize: 256 * 1024 });
    if (compression === 'zstd')
        return zstd.createZstdDecompress?.({ chunkSize: 256 * 1024 });
    return undefined;
}


/***/ }),

/***/ 13547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ Connection)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./build/ssh/host.js
var host = __webpack_require__(96403);
// EXTERNAL MODULE: ./build/ssh/keys.js
var keys = __webpack_require__(49089);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/ssh/link.js
/** One authenticated SSH connection and its channels, as long as it lives. It is never reconnected: a new one is made. */




/** The command has not been sent and will not be: asking again cannot run it twice. */
class NotStarted extends Error {
    /** The host takes no more channels now, though the connection is good. */
    refused;
    constructor(message, refused) {
        super(message);
        this.name = 'NotStarted';
        this.refused = refused;
    }
}
/** A limit that was learned from a refusal holds that long: what filled it may have gone. */
const learnedMilliseconds = 30_000;
class Link {
    #client;
    #socket;
    #options;
    #watch;
    #whenFree;
    #whenEnded = [];
    #ended;
    #hasOpened = false;
    #retired = false;
    #limit = Number.POSITIVE_INFINITY;
    #limitUntil = 0;
    /** Channels that are open, being opened or being closed. */
    running = 0;
    /** Of those, the ones that nobody here wants any more, and that the host has not given up. */
    left = 0;
    constructor(client, socket, options, whenFree) {
        this.#client = client;
        this.#socket = socket;
        this.#whenFree = whenFree;
        this.#options = options;
        // Any byte from the host counts, not only answers to pings: behind a large upload on a thin line an answer may
        // come late though all is well.
        let seen = -1;
        let silent = 0;
        this.#watch = setInterval(() => {
            if (socket.bytesRead !== seen)
                silent = 0;
            else
                silent++;
            seen = socket.bytesRead;
            if (silent <= options.keepaliveCount)
                return;
            const seconds = Math.round((silent * options.keepaliveMilliseconds) / 1000);
            this.#end(`has not answered for ${seconds} s`);
            socket.destroy();
        }, options.keepaliveMilliseconds);
        client.on('error', (error) => {
            this.#end(`broke the connection: ${error.message}`);
            socket.destroy();
        });
        client.on('end', () => {
            this.#end('ended the connection');
            socket.destroy();
        });
        client.on('close', () => this.#end('ended the connection'));
    }
    /** `whenFree` is called after each channel that is gone. Rejects with an `SshError`, or with the reason of `signal`. */
    static async connect(options, signal, whenFree) {
        signal.throwIfAborted();
        // Loaded at the first connection: it is a tenth of a second that other runs need not spend.
        const { default: ssh2 } = await __webpack_require__.e(/* import() */ 5472).then(__webpack_require__.t.bind(__webpack_require__, 85472, 19));
        signal.throwIfAborted();
        const client = new ssh2.Client();
        const socket = (0,external_node_net_.connect)({ host: options.host, port: options.port, noDelay: true });
        // There is always one, whoever else listens: an error that nobody hears ends the process.
        client.on('error', () => { });
        socket.on('error', () => { });
        try {
            await handshake(client, socket, options, signal);
        }
        catch (error) {
            socket.destroy();
            throw error;
        }
        return new Link(client, socket, options, whenFree);
    }
    /** How many channels it takes more, of `most` at once. */
    free(most) {
        if (this.#ended !== undefined || this.#retired)
            return 0;
        const limit = performance.now() < this.#limitUntil ? Math.min(most, this.#limit) : most;
        return Math.max(0, limit - this.running);
    }
    /** It has taken at least one channel. */
    get hasOpened() {
        return this.#hasOpened;
    }
    get takesMore() {
        return this.#ended === undefined && !this.#retired;
    }
    /** Called once, when it ends, before its channels are told. */
    onEnd(action) {
        this.#whenEnded.push(action);
        return () => {
            const at = this.#whenEnded.indexOf(action);
            if (at >= 0)
                this.#whenEnded.splice(at, 1);
        };
    }
    /**
     * Starts a command in a channel whose place is already counted in `running`; the place becomes free by itself.
     * Rejects with `NotStarted`, with the reason of `calledOff`, or with `lost` when the command was sent and no answer
     * came. `take` is called as soon as the command runs: what ssh2 tells of a short one comes in the same turn.
     */
    start(command, milliseconds, calledOff, take) {
        const { name } = this.#options;
        // As a buffer, so that it can be blanked: ssh2 sends it by itself as soon as the channel is open.
        const text = Buffer.from(command);
        let sent = false;
        const options = {
            // ssh2 reads this between the opening of the channel and the sending of the command.
            get env() {
                sent = true;
                return undefined;
            },
        };
        return new Promise((resolve, reject) => {
            if (this.#ended !== undefined || calledOff?.aborted) {
                this.release();
                reject(calledOff?.aborted ? calledOff.reason : new NotStarted(`${name} ended the connection`, false));
                return;
            }
            let settled = false;
            const settle = (action) => {
                if (settled)
                    return;
                settled = true;
                clearTimeout(timer);
                leave();
                calledOff?.removeEventListener('abort', abort);
                action();
            };
            const fail = (error) => settle(() => {
                if (!sent)
                    text.fill(' ');
                reject(error);
            });
            const failed = (why, refused = false) => fail(sent
                ? new host/* SshError */.D('lost', `${why}; whether the command has run is not known`)
                : new NotStarted(why, refused));
            const timer = setTimeout(() => {
                this.retire();
                failed(`${name} opened no channel within ${milliseconds / 1000} s`);
            }, milliseconds);
            const leave = this.onEnd((error) => failed(error.message));
            const abort = () => fail(calledOff?.reason);
            calledOff?.addEventListener('abort', abort);
            const opened = (error, channel) => {
                if (error) {
                    const refused = !sent && typeof error.reason === 'number';
                    if (refused)
                        this.#learnLimit();
                    else
                        this.retire();
                    this.release();
                    failed(`${name} opened no channel: ${error.message.replace(/^\(SSH\) /, '')}`, refused);
                    return;
                }
                this.#hasOpened = true;
                channel.on('close', () => this.release());
                if (settled) {
                    channel.on('error', () => { });
                    this.leave(channel);
                }
                else
                    settle(() => resolve(take(channel)));
            };
            try {
                this.#client.exec(text, options, opened);
            }
            catch (error) {
                // The socket is closed already and the event that says so is on its way.
                this.#end(`ended the connection: ${messageOf(error)}`);
                this.release();
            }
        });
    }
    /** Closes a channel whose output nobody reads any more. */
    leave(channel) {
        this.left++;
        channel.on('close', () => {
            this.left--;
        });
        // ssh2 says that a channel is closed only when its output is read.
        channel.resume();
        channel.stderr.resume();
        channel.close();
        this.#whenFree();
    }
    /** Gives back a place, also one that was taken and not used. */
    release() {
        this.running--;
        if (this.#retired && this.running === 0)
            this.close();
        this.#whenFree();
    }
    /** It refused a channel: so many as it has besides are the most for a while. */
    #learnLimit() {
        if (this.running === 1)
            this.retire();
        this.#limit = this.running - 1;
        this.#limitUntil = performance.now() + learnedMilliseconds;
    }
    /** Takes no new channels; closes when its last is gone. */
    retire() {
        this.#retired = true;
        if (this.running === 0)
            this.close();
    }
    close(why = 'was closed') {
        this.#end(why);
        this.#client.end();
        // When all is sent. ssh2 would wait for the answer of the host, a round trip or, from one that is gone, for good.
        this.#socket.destroySoon();
        this.#socket.unref();
    }
    #end(what) {
        if (this.#ended !== undefined)
            return;
        clearInterval(this.#watch);
        this.#ended = new host/* SshError */.D('lost', `${this.#options.name} ${what}`);
        for (const action of this.#whenEnded.splice(0))
            action(this.#ended);
    }
}
function handshake(client, socket, options, signal) {
    const { name } = options;
    return new Promise((resolve, reject) => {
        let offered;
        const timer = setTimeout(() => fail(new host/* SshError */.D('unreachable', `${name} did not answer within ${options.connectMilliseconds / 1000} s`)), options.connectMilliseconds);
        const settle = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', abort);
            client.off('ready', ready).off('error', failed).off('close', closed);
        };
        const fail = (error) => {
            settle();
            reject(error);
        };
        const abort = () => fail(signal.reason);
        const ready = () => {
            settle();
            resolve();
        };
        const failed = (error) => fail(handshakeError(error, options, offered));
        const closed = () => fail(new host/* SshError */.D('unreachable', `${name} ended the connection before it was ready`));
        signal.addEventListener('abort', abort);
        client.on('ready', ready).on('error', failed).on('close', closed);
        try {
            client.connect({
                sock: socket,
                username: options.user,
                privateKey: options.privateKey,
                authHandler: ['publickey'],
                // Time-outs are ours: ssh2 knows no connection that is only slow.
                readyTimeout: 0,
                keepaliveInterval: options.keepaliveMilliseconds,
                keepaliveCountMax: Number.POSITIVE_INFINITY,
                hostVerifier: (key) => {
                    const { blob } = options.hostKey;
                    const same = key.length === blob.length && (0,external_node_crypto_.timingSafeEqual)(key, blob);
                    if (!same)
                        offered = Buffer.from(key);
                    return same;
                },
                algorithms: {
                    kex: ['curve25519-sha256', 'curve25519-sha256@libssh.org'],
                    serverHostKey: ['ssh-ed25519'],
                    cipher: [
                        'aes128-gcm@openssh.com',
                        'aes256-gcm@openssh.com',
                        'aes128-ctr',
                        'aes192-ctr',
                        'aes256-ctr',
                    ],
                },
            });
            signAtOnce(client);
        }
        catch (error) {
            // Before anything was sent, and only for a key that cannot be read.
            fail(new host/* SshError */.D('auth', `the private key for ${name} cannot be used: ${messageOf(error)}`));
        }
    });
}
/**
 * ssh2 asks whether it may use the key before it signs with it, which costs a round trip. There is only this key, so
 * that it signs at once. A version of it that is built otherwise, and RSA with its choice of hashes, still ask.
 */
function signAtOnce(client) {
    const protocol = client._protocol;
    const ask = protocol?.authPK;
    if (protocol === undefined || typeof ask !== 'function')
        return;
    protocol.authPK = (user, key, algorithm, sign) => {
        const now = (data, done) => {
            const signature = key.sign(data);
            if (signature instanceof Error)
                throw signature;
            done(signature);
        };
        ask.call(protocol, user, key, algorithm, sign ?? (key.type === 'ssh-ed25519' ? now : undefined));
    };
}
function handshakeError(error, options, offered) {
    const { name } = options;
    if (offered !== undefined)
        return new host/* SshError */.D('host-key', `${name} is not the pinned host: it has the key ${(0,keys/* fingerprintOf */.ax)(offered)}, expected is ` +
            `${(0,keys/* fingerprintOf */.ax)(options.hostKey.blob)}; nothing was sent. If the host was set up anew, pin its new key`);
    if (error.message.includes('no matching host key format'))
        return new host/* SshError */.D('host-key', `${name} has no ssh-ed25519 host key, which pinning needs; run ssh-keygen -A there and restart its sshd`);
    if (error.level === 'client-authentication')
        return new host/* SshError */.D('auth', `${name} does not accept the key ${options.keyName} for user ${options.user}; ` +
            'put its public half into ~/.ssh/authorized_keys there');
    const code = 'code' in error ? error.code : undefined;
    if (code === 'ECONNREFUSED')
        return new host/* SshError */.D('unreachable', `${name} refuses connections; is sshd running there?`);
    if (code === 'ENOTFOUND')
        return new host/* SshError */.D('unreachable', `${name} is not reachable: no such host name`);
    return new host/* SshError */.D('unreachable', `${name} is not reachable: ${error.message || String(code ?? 'no reason given')}`);
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/ssh/process.js
/** A channel that runs a command, as streams that behave like those of Node. */



const bufferBytes = 256 * 1024;
function remoteProcess(channel, link, name) {
    let exit;
    /** Nothing more comes, for whatever reason. */
    let over = false;
    let closedByUs = false;
    /** The write that waits for the host to take more. */
    let pending;
    let resolve = () => { };
    let reject = () => { };
    const ended = new Promise((yes, no) => {
        resolve = yes;
        reject = no;
    });
    // Whoever only reads the streams learns of a lost connection there.
    ended.catch(() => { });
    const close = (reason) => {
        if (closedByUs)
            return;
        closedByUs = true;
        link.leave(channel);
        finish(reason ?? new host/* SshError */.D('lost', `the command on ${name} was left before it ended`));
    };
    const output = (source) => {
        const stream = new external_node_stream_.Readable({
            highWaterMark: bufferBytes,
            read: () => void source.resume(),
            destroy: (error, callback) => {
                // Whoever wants no more of it; a stream also destroys itself at its end.
                if (!over && !stream.readableEnded)
                    close();
                callback(error);
            },
        });
        stream.on('error', () => { });
        source.on('data', (chunk) => {
            if (!stream.destroyed && !stream.push(chunk))
                source.pause();
        });
        source.on('end', () => {
            if (!stream.destroyed)
                stream.push(null);
        });
        stream.on('end', settle);
        return stream;
    };
    const settle = () => {
        if (exit !== undefined && stdout.readableEnded && stderr.readableEnded)
            finish();
    };
    const finish = (error) => {
        if (over)
            return;
        over = true;
        leave();
        // What the command has not read is nobody's error: it has ended.
        pending?.();
        pending = undefined;
        if (error === undefined)
            resolve(exit ?? 0);
        else {
            reject(error);
            for (const stream of [stdout, stderr, stdin])
                stream.destroy(error instanceof Error ? error : new Error(String(error)));
        }
    };
    const stdin = new external_node_stream_.Writable({
        highWaterMark: bufferBytes,
        write: (chunk, _encoding, callback) => {
            if (over || !channel.writable)
                return callback();
            pending = callback;
            channel.write(chunk, () => {
                if (pending !== callback)
                    return;
                pending = undefined;
                callback();
            });
        },
        final: (callback) => {
            channel.end();
            callback();
        },
    });
    stdin.on('error', () => { });
    const leave = link.onEnd((error) => {
        // All of it has come, and is only not read yet.
        if (exit !== undefined && stateOf(channel) !== 'open')
            return;
        finish(new host/* SshError */.D('lost', `${error.message} while a command ran on it`));
    });
    channel.on('error', () => { });
    channel.on('exit', (code, signal) => {
        exit = codeOf(code, signal);
        settle();
    });
    const stdout = output(channel);
    const stderr = output(channel.stderr);
    channel.on('close', (code, signal) => {
        // The code may have come in one packet with the answer that the command has started, before anybody listened here.
        if (exit === undefined && (typeof code === 'number' || signal))
            exit = codeOf(code ?? null, signal);
        settle();
        // The last bytes may still be on their way through the streams above.
        if (exit === undefined)
            finish(new host/* SshError */.D('lost', `${name} closed the channel without an exit code`));
        else if (!over) {
            pending?.();
            pending = undefined;
        }
    });
    return { stdin, stdout, stderr, ended, close };
}
function codeOf(code, signal) {
    return code ?? 128 + (external_node_os_.constants.signals[signal] ?? 0);
}
/** Of the direction from the host, as ssh2 keeps it: `eof` when all has come. */
function stateOf(channel) {
    return channel.incoming?.state;
}

;// CONCATENATED MODULE: ./build/ssh/connection.js
/** A host over SSH: connects when something is to be done, shares its channels fairly, and connects again. */





const usualPatience = 2_000;
/** Connections at once: a host may allow a single channel, and a channel may be in use for hours. */
const mostLinks = 4;
const firstWait = 250;
const longestWait = 15_000;
const defaultMost = 16 * 1024 * 1024;
const stderrKept = 64 * 1024;
class Connection {
    name;
    #given;
    #options;
    #giveUp;
    #most;
    #log;
    #queue = [];
    #links = [];
    #dialing;
    #patience;
    /** In a row: attempts to connect, and connections that took no channel. */
    #failures = 0;
    #lastFailure;
    #blamed;
    #tickets = 0;
    #closed;
    /** Throws when one of the keys cannot be used. */
    constructor(options) {
        const host = options.host.includes(':') ? `[${options.host}]` : options.host;
        this.name = `${options.user}@${host}:${options.port}`;
        this.#given = options;
        const key = (0,keys/* readPrivateKey */.$k)(options.privateKey);
        this.#options = {
            name: this.name,
            host: options.host,
            port: options.port,
            user: options.user,
            privateKey: key.text,
            keyName: key.fingerprint ?? 'it was given',
            hostKey: (0,keys/* parsePublicKey */.ee)(options.hostKey),
            connectMilliseconds: options.connectMilliseconds ?? 20_000,
            keepaliveMilliseconds: options.keepaliveMilliseconds ?? 10_000,
            keepaliveCount: options.keepaliveCount ?? 3,
        };
        this.#giveUp = options.giveUpMilliseconds ?? 120_000;
        this.#most = Math.max(1, options.most ?? 8);
        this.#log = options.log ?? (() => { });
    }
    get isConnected() {
        return this.#links.some((link) => link.takesMore);
    }
    /** The first handshake, before there is something to run. Rejects as `exec` does. */
    async connect(signal) {
        if (this.isConnected)
            return;
        const link = await this.#place(++this.#tickets, signal);
        link.release();
    }
    async exec(command, options = {}) {
        const { signal, input, most = defaultMost } = options;
        const remote = await this.open(command, { signal });
        const stdout = [];
        const stderr = new Tail(stderrKept);
        let length = 0;
        let tooMuch;
        remote.stdout.on('data', (chunk) => {
            length += chunk.length;
            if (length <= most)
                stdout.push(chunk);
            else if (tooMuch === undefined) {
                tooMuch = new Error(`the command on ${this.name} printed more than the ${most} bytes that it may`);
                remote.close();
            }
        });
        remote.stderr.on('data', (chunk) => stderr.add(chunk));
        remote.stdin.end(input ?? '');
        try {
            const code = await remote.ended;
            return { code, stdout: Buffer.concat(stdout), stderr: stderr.text() };
        }
        catch (error) {
            throw tooMuch ?? error;
        }
    }
    async open(command, options = {}) {
        const { signal } = options;
        const remote = await this.#start(command, signal);
        if (signal !== undefined) {
            const abort = () => remote.close(signal.reason);
            signal.addEventListener('abort', abort);
            const leave = () => signal.removeEventListener('abort', abort);
            remote.ended.then(leave, leave);
            if (signal.aborted)
                abort();
        }
        return remote;
    }
    beside() {
        return new Connection(this.#given);
    }
    /** Ends all that runs here with `lost`, and leaves nothing behind that keeps Node alive. Cannot be used after. */
    close() {
        if (this.#closed !== undefined)
            return;
        this.#closed = new host/* SshError */.D('lost', `the connection to ${this.name} was closed here`);
        clearTimeout(this.#patience);
        this.#dialing?.abort(this.#closed);
        this.#refuseAll(this.#closed);
        for (const link of [...this.#links])
            link.close('was closed here');
    }
    async #start(command, signal) {
        const number = ++this.#tickets;
        let since;
        for (;;) {
            const link = await this.#place(number, signal, since);
            try {
                const limit = 3 * this.#options.connectMilliseconds;
                const remote = await link.start(command, limit, signal, (channel) => remoteProcess(channel, link, this.name));
                this.#failures = 0;
                return remote;
            }
            catch (error) {
                if (!(error instanceof NotStarted))
                    throw error;
                if (error.refused && link.hasOpened) {
                    // It is full: one of the others has to end first.
                    since = undefined;
                    continue;
                }
                // A connection that takes no channel at all is as good as none.
                since ??= performance.now();
                this.#lastFailure = error;
                if (link.hasOpened || this.#blamed === link)
                    continue;
                // Once, however many commands it failed.
                this.#blamed = link;
                this.#failures++;
            }
        }
    }
    /** Waits for a connection with a place for one more channel, and takes the place. */
    #place(number, signal, since) {
        return new Promise((resolve, reject) => {
            signal?.throwIfAborted();
            // Many commands wait for the same signal, which is no leak.
            if (signal !== undefined)
                (0,external_node_events_.setMaxListeners)(0, signal);
            if (this.#closed !== undefined)
                throw this.#closed;
            const leave = () => {
                signal?.removeEventListener('abort', abort);
                clearTimeout(ticket.deadline);
                const at = this.#queue.indexOf(ticket);
                if (at >= 0)
                    this.#queue.splice(at, 1);
                if (this.#queue.length === 0)
                    this.#dialing?.abort(new Error('nothing waits for the connection'));
            };
            const ticket = {
                number,
                troubled: since !== undefined,
                grant: (link) => {
                    leave();
                    resolve(link);
                },
                refuse: (error) => {
                    leave();
                    reject(error);
                },
            };
            const abort = () => ticket.refuse(signal?.reason);
            signal?.addEventListener('abort', abort);
            if (since !== undefined)
                this.#startDeadline(ticket, since);
            // One that had its turn and was refused is still before those that came after it.
            const after = this.#queue.findIndex((other) => other.number > number);
            this.#queue.splice(after < 0 ? this.#queue.length : after, 0, ticket);
            this.#pump();
        });
    }
    #startDeadline(ticket, since = performance.now()) {
        ticket.deadline ??= setTimeout(() => {
            const why = this.#lastFailure === undefined ? '' : `: ${this.#lastFailure.message}`;
            const seconds = this.#giveUp / 1000;
            ticket.refuse(new host/* SshError */.D('unreachable', `no connection to ${this.name} came about within ${seconds} s${why}`));
        }, Math.max(0, since + this.#giveUp - performance.now()));
    }
    #pump() {
        // sshd keeps a channel that was left until its command ends. A connection full of those alone is of no use.
        if (this.#queue.length > 0)
            for (const link of [...this.#links])
                if (link.left === link.running && link.free(this.#most) === 0)
                    link.close();
        for (let ticket = this.#queue[0]; ticket !== undefined; ticket = this.#queue[0]) {
            const link = this.#links.find((one) => one.free(this.#most) > 0);
            if (link === undefined)
                break;
            link.running++;
            ticket.grant(link);
            // They come free one after the other: that is no reason for another connection.
            clearTimeout(this.#patience);
            this.#patience = undefined;
        }
        const usable = this.#links.filter((link) => link.takesMore);
        if (this.#queue.length === 0) {
            clearTimeout(this.#patience);
            this.#patience = undefined;
            for (const link of usable.slice(1))
                if (link.running === 0)
                    link.close();
            return;
        }
        if (usable.length === 0) {
            for (const ticket of this.#queue)
                this.#startDeadline(ticket);
            this.#dial();
            return;
        }
        for (const ticket of this.#queue) {
            if (ticket.troubled)
                continue;
            clearTimeout(ticket.deadline);
            ticket.deadline = undefined;
        }
        if (this.#links.length < mostLinks && this.#dialing === undefined) {
            this.#patience ??= setTimeout(() => {
                this.#patience = undefined;
                this.#dial();
            }, this.#given.patienceMilliseconds ?? usualPatience);
        }
    }
    async #dial() {
        if (this.#dialing !== undefined)
            return;
        const dialing = new AbortController();
        this.#dialing = dialing;
        let failure;
        try {
            if (this.#failures > 0)
                await pause(backoff(this.#failures), dialing.signal);
            const link = await Link.connect(this.#options, dialing.signal, () => this.#pump());
            if (this.#closed !== undefined) {
                link.close();
                return;
            }
            this.#links.push(link);
            link.onEnd((error) => {
                this.#links.splice(this.#links.indexOf(link), 1);
                this.#log(error.message);
                this.#pump();
            });
            this.#log(`connected to ${this.name}`);
        }
        catch (error) {
            failure = error;
        }
        this.#dialing = undefined;
        if (failure !== undefined && !dialing.signal.aborted) {
            this.#failures++;
            if (failure instanceof Error)
                this.#lastFailure = failure;
            const connected = this.isConnected;
            if (failure instanceof host/* SshError */.D && failure.kind === 'unreachable')
                this.#log(failure.message);
            else if (!connected)
                this.#refuseAll(failure);
        }
        this.#pump();
    }
    #refuseAll(error) {
        for (const ticket of [...this.#queue])
            ticket.refuse(error);
    }
}
/** The last bytes of a stream. */
class Tail {
    #most;
    #kept = [];
    #length = 0;
    #hasLost = false;
    constructor(most) {
        this.#most = most;
    }
    add(chunk) {
        this.#kept.push(chunk);
        this.#length += chunk.length;
        // Copied together now and then, so that many small pieces cost little.
        if (this.#length > 2 * this.#most || this.#kept.length > 1024)
            this.#cut();
    }
    text() {
        this.#cut();
        let bytes = this.#kept[0] ?? Buffer.alloc(0);
        // Not from the middle of a character on.
        if (this.#hasLost)
            for (let n = 0; n < 3 && ((bytes[0] ?? 0) & 0xc0) === 0x80; n++)
                bytes = bytes.subarray(1);
        return bytes.toString();
    }
    #cut() {
        const all = Buffer.concat(this.#kept);
        if (all.length > this.#most)
            this.#hasLost = true;
        this.#kept = [all.length > this.#most ? Buffer.from(all.subarray(all.length - this.#most)) : all];
        this.#length = Math.min(all.length, this.#most);
    }
}
/** Half of it is chance, so that many clients of one host do not come all at once. */
function backoff(failures) {
    const most = Math.min(longestWait, firstWait * 2 ** Math.min(failures - 1, 16));
    return most / 2 + (Math.random() * most) / 2;
}
function pause(milliseconds, signal) {
    return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const abort = () => {
            clearTimeout(timer);
            reject(signal.reason);
        };
        const timer = setTimeout(() => {
            signal.removeEventListener('abort', abort);
            resolve();
        }, milliseconds);
        signal.addEventListener('abort', abort);
    });
}


/***/ }),

/***/ 19986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yb: () => (/* binding */ sayData),
/* harmony export */   oJ: () => (/* binding */ dataMark),
/* harmony export */   sy: () => (/* binding */ Conversation)
/* harmony export */ });
const mostLine = 64 * 1024;
/** A line of its own before the bytes of a file: startup files of the login shell may print before it. */
const dataMark = '#ml-workflow data';
/** Prints it, in a POSIX shell. */
const sayData = `printf '\\n${dataMark}\\n'`;
const mostPart = 1024 * 1024;
class Conversation {
    #chunks;
    #rest = Buffer.alloc(0);
    constructor(stream) {
        this.#chunks = stream[Symbol.asyncIterator]();
    }
    /** Without its end; undefined where nothing more comes. */
    async line() {
        for (;;) {
            const end = this.#rest.indexOf(0x0a);
            if (end >= 0) {
                const line = this.#rest.toString('utf8', 0, end);
                this.#rest = this.#rest.subarray(end + 1);
                return line;
            }
            if (this.#rest.length > mostLine)
                throw new Error('the host answered with a line that is too long');
            if (!(await this.#more()))
                return undefined;
        }
    }
    /** The next line that starts with `mark`, without it. */
    async marked(mark) {
        for (;;) {
            const line = await this.line();
            if (line === undefined || line.startsWith(mark))
                return line?.slice(mark.length);
        }
    }
    /** Undefined where fewer come. */
    async bytes(count) {
        const parts = [];
        let missing = count;
        while (missing > 0) {
            if (this.#rest.length === 0 && !(await this.#more()))
                return undefined;
            const part = this.#rest.subarray(0, missing);
            this.#rest = this.#rest.subarray(part.length);
            missing -= part.length;
            parts.push(part);
        }
        return Buffer.concat(parts);
    }
    /** What has come, at most so many; undefined where nothing more comes. */
    async some(most) {
        if (this.#rest.length === 0 && !(await this.#more()))
            return undefined;
        const part = this.#rest.subarray(0, most);
        this.#rest = this.#rest.subarray(part.length);
        return part;
    }
    /** The rest, as it comes. */
    async *remaining() {
        for (let part = await this.some(mostPart); part !== undefined; part = await this.some(mostPart))
            yield part;
    }
    /** Reads the rest and forgets it: a program ends only when all that it prints is read. */
    async drain() {
        do
            this.#rest = Buffer.alloc(0);
        while (await this.#more());
    }
    async #more() {
        const next = await this.#chunks.next();
        if (next.done === true)
            return false;
        this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
        return true;
    }
}


/***/ }),

/***/ 48917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ cpuCountFunctions)
/* harmony export */ });
/** How many processors a program on a host may use. `nproc` counts those of the machine, a container has fewer. */
/**
 * POSIX shell functions; `cpu_count` prints a whole number of at least 1: the smallest quota of the process's cgroup
 * and of those above it, rounded up, and never more than there are.
 * @param root Before `/proc` and `/sys`; empty but in tests.
 */
function cpuCountFunctions(root = '') {
    return `
# cpu_quota QUOTA PERIOD: both in microseconds.
cpu_quota() {
  case $1$2 in '' | *[!0-9]*) return ;; esac
  [ "$1" -gt 0 ] && [ "$2" -gt 0 ] || return
  quota=$((($1 + $2 - 1) / $2))
  [ "$quota" -lt "$count" ] && count=$quota
}

cpu_count() {
  count=$(OMP_NUM_THREADS= OMP_THREAD_LIMIT= nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null)
  case $count in '' | *[!0-9]*) count=1 ;; esac
  [ "$count" -ge 1 ] || count=1
  while IFS=: read -r number controllers path; do
    case ,$controllers, in
      ,,) set -- '${root}/sys/fs/cgroup' '${root}/sys/fs/cgroup/unified' ;;
      *,cpu,*) set -- "${root}/sys/fs/cgroup/$controllers" '${root}/sys/fs/cgroup/cpu' '${root}/sys/fs/cgroup/cpu,cpuacct' ;;
      *) continue ;;
    esac
    for mount in "$@"; do
      case $path in /*) at=$path ;; *) at= ;; esac
      # In a container the path may be that of the machine: then nothing is there, and the top counts.
      while :; do
        at=\${at%/}
        quota= period=
        if { read -r quota period <"$mount$at/cpu.max"; } 2>/dev/null; then
          cpu_quota "$quota" "$period"
        elif { read -r quota <"$mount$at/cpu.cfs_quota_us" && read -r period <"$mount$at/cpu.cfs_period_us"; } 2>/dev/null; then
          cpu_quota "$quota" "$period"
        fi
        [ "$at" ] || break
        at=\${at%/*}
      done
    done
  done <<EOF_CGROUPS
$(cat '${root}/proc/self/cgroup' 2>/dev/null)
EOF_CGROUPS
  printf '%s\\n' "$count"
}
`;
}


/***/ }),

/***/ 63235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ download)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/ssh/compression.js
var compression = __webpack_require__(48595);
// EXTERNAL MODULE: ./build/ssh/conversation.js
var conversation = __webpack_require__(19986);
// EXTERNAL MODULE: ./build/ssh/host.js
var ssh_host = __webpack_require__(96403);
// EXTERNAL MODULE: ./build/ssh/inside.js
var inside = __webpack_require__(9353);
// EXTERNAL MODULE: ./build/ssh/large-file.js
var large_file = __webpack_require__(78473);
// EXTERNAL MODULE: ./build/ssh/quote.js
var quote = __webpack_require__(95873);
// EXTERNAL MODULE: ./build/ssh/send.js
var send = __webpack_require__(30759);
;// CONCATENATED MODULE: ./build/ssh/remote-list.js
/** What a folder on a host holds below some paths, and some of that as an archive, over one channel. */





const sampleBytes = 256 * 1024;
/** Of the list. */
const mostBytes = 256 * 1024 * 1024;
const packing = `
read -r packed || exit 0
${conversation/* sayData */.Yb}
case $packed in
  zstd) xargs -0 -r tar -cf - | zstd -1 -c ;;
  gzip) xargs -0 -r tar -cf - | gzip -1 -c ;;
  *) xargs -0 -r tar -cf - ;;
esac`;
/** Without a list. `from` is absolute or `~/…`. */
async function packerOn(host, from, signal) {
    const script = `LC_ALL=C; export LC_ALL; cd -- "$1" || exit 1\n${packing}`;
    return packerOf(await host.open(`exec sh -c ${(0,quote/* quoted */.T)(script)} sh ${(0,quote/* quotedPath */.M)(from)}`, { signal }));
}
function packerOf(remote) {
    return { remote, answer: new conversation/* Conversation */.sy(remote.stdout), problem: (0,send/* tailOf */.C)(remote.stderr) };
}
// Each record starts with a word that nobody can guess, so that names may hold anything.
const script = `
LC_ALL=C TZ=UTC0; export LC_ALL TZ
t=$2
cd -- "$1" 2>/dev/null || { printf '%s nowhere\\n' "$t"; exit 0; }
sample=yes
if command -v zstd >/dev/null 2>&1; then
  printf '%s zstd\\n' "$t"
  [ -z "$4" ] || sample=
fi
paths=$(mktemp) || exit 1
trap 'rm -f "$paths"' EXIT
read -r bytes && dd bs="$bytes" count=1 iflag=fullblock of="$paths" 2>/dev/null || exit 1
xargs -0 -r sh -c 't=$1; shift; for p do [ -e "$p" ] || [ -L "$p" ] || printf "%s missing %s\\n" "$t" "$p"; done' sh "$t" <"$paths"
if [ -n "$3" ]; then [ -e "$3" ] || { printf '%s unmarked\\n' "$t"; exit 0; }; fi
xargs -0 -r sh -c 't=$1 m=$2; shift 2; skip="( -iname .git -o -iname .ml-workflow )"
  set -f
  if [ -n "$m" ]; then find "$@" $skip -prune -o "(" -type d -o -newer "$m" ")" -exec stat -c "$t entry %f %s %y|%z|%n" {} +
  else find "$@" $skip -prune -o -exec stat -c "$t entry %f %s %y|%z|%n" {} +; fi' sh "$t" "$3" <"$paths" 2>/dev/null
[ -z "$sample" ] || printf '%s sample %s %s\\n' "$t" $(xargs -0 -r sh -c 'find "$@" -type f -size +3 -exec head -q -c 8192 {} +' sh <"$paths" 2>/dev/null |
  head -c ${sampleBytes} | { f=$(mktemp); cat >"$f"; wc -c <"$f"; gzip -1 -c <"$f" | wc -c; rm -f "$f"; })
printf '%s end\n' "$t"
${packing}`;
/** Rejects when the folder or the marker is not there. `packer` is to be used or closed. */
async function listOn(host, request) {
    const token = (0,external_node_crypto_.randomBytes)(12).toString('hex');
    const marker = request.newerThan === undefined ? "''" : (0,quote/* quotedPath */.M)(request.newerThan);
    const command = `exec sh -c ${(0,quote/* quoted */.T)(script)} sh ${(0,quote/* quotedPath */.M)(request.from)} ${token} ${marker} ${compression/* hasZstd */.UZ ? 'zstd' : "''"}`;
    const packer = packerOf(await host.open(command, { signal: request.signal }));
    const { remote, problem } = packer;
    try {
        const names = Buffer.from(request.paths.map((path) => (path === '.' ? '.\0' : `./${path}\0`)).join(''));
        const [text] = await Promise.all([
            listText(packer, token, host),
            (0,send/* send */.t)(remote, [Buffer.from(`${names.length}\n`), names]),
        ]);
        if (text.isWhole || text.of.includes(`${token} nowhere`) || text.of.includes(`${token} unmarked`))
            return { list: listOf(text.of, token, host, request), packer };
        const code = await remote.ended;
        throw new Error(`${request.from} on ${host.name} cannot be listed: ${problem() || `exit code ${code}`}`);
    }
    catch (error) {
        remote.close();
        throw error;
    }
}
function listOf(text, token, host, request) {
    const entries = new Map();
    const missing = [];
    let zstd = false;
    let ratio = 1;
    for (const record of text.split(`${token} `).slice(1)) {
        const [word, ...rest] = record.slice(0, record.endsWith('\n') ? -1 : undefined).split(' ');
        const value = rest.join(' ');
        if (word === 'nowhere')
            throw new Error(`there is no folder ${request.from} on ${host.name}`);
        if (word === 'unmarked')
            throw new Error(`there is no file ${request.newerThan} on ${host.name}`);
        if (word === 'zstd')
            zstd = true;
        else if (word === 'missing')
            missing.push(plain(value));
        else if (word === 'sample') {
            const [whole, packed] = rest.filter((part) => part !== '').map(Number);
            if (whole !== undefined && packed !== undefined && whole > 0)
                ratio = packed / whole;
        }
        else if (word === 'entry') {
            const entry = entryOf(value);
            if (entry !== undefined)
                entries.set(entry.path, entry);
        }
    }
    return { entries: [...entries.values()], missing, zstd, ratio: zstd && compression/* hasZstd */.UZ ? 0 : ratio };
}
/** Up to the end of the list: what follows is the archive. */
async function listText({ answer }, token, host) {
    const end = Buffer.from(`${token} end\n`);
    const parts = [];
    let length = 0;
    let tail = Buffer.alloc(0);
    // The archive comes only when it is asked for: until then, nothing follows the end.
    while (!tail.equals(end)) {
        const part = await answer.some(mostBytes);
        if (part === undefined)
            break;
        length += part.length;
        if (length > mostBytes)
            throw new Error(`${host.name} has too many files there to list`);
        parts.push(part);
        tail = Buffer.concat([tail, part.subarray(-end.length)]).subarray(-end.length);
    }
    const isWhole = tail.equals(end);
    const bytes = Buffer.concat(parts);
    try {
        return { of: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isWhole };
    }
    catch {
        throw new Error(`${host.name} has a file there whose name is not UTF-8; rename or remove it`);
    }
}
function plain(path) {
    return path === '.' ? path : path.replace(/^\.\//, '');
}
const kinds = { 8: 'file', 4: 'folder', 10: 'link' };
/** `<mode, hexadecimal> <size> <modified>|<changed>|<path>` */
function entryOf(text) {
    const match = /^([0-9a-f]+) ([0-9]+) ([0-9-]+) ([0-9:]+)(\.[0-9]+)? [^|]*\|[^|]*\|(.+)$/s.exec(text);
    if (match === null)
        return undefined;
    const [, mode = '0', size = '0', day, time, fraction = '', path = ''] = match;
    const version = text.slice(0, text.length - path.length);
    return {
        path: plain(path),
        kind: kinds[Number.parseInt(mode, 16) >> 12] ?? 'other',
        size: Number(size),
        version,
        modified: Date.parse(`${day}T${time}Z`) / 1000 + Number(`0${fraction}`),
    };
}

;// CONCATENATED MODULE: ./build/ssh/tar-read.js
/** Reads tar archives as they come: ustar, pax and GNU. Bounded in memory, whatever it is given. */
/** The archive is damaged, or is not one. */
class TarError extends Error {
    name = 'TarError';
}
const block = 512;
/** Of pax records and GNU long names of one member. Paths end at 4,096 bytes on Linux. */
const mostExtra = 1024 * 1024;
class TarReader {
    #handler;
    #header = Buffer.alloc(block);
    #headerUsed = 0;
    /** Of the body that is being read. */
    #left = 0;
    #padding = 0;
    #into = 'nothing';
    #extraKind = '';
    #extra = [];
    #inMember = false;
    /** What is known of the next member from what stands before it. */
    #records = new Map();
    #longPath;
    #longTarget;
    #ended = false;
    #begun = false;
    constructor(handler) {
        this.#handler = handler;
    }
    /** Archives that follow one another are read as one. */
    write(chunk) {
        let at = 0;
        if (chunk.length > 0)
            this.#begun = true;
        while (at < chunk.length) {
            if (this.#left > 0) {
                const bytes = chunk.subarray(at, at + Math.min(this.#left, chunk.length - at));
                at += bytes.length;
                this.#left -= bytes.length;
                if (this.#into === 'member')
                    this.#handler.data(bytes);
                // The caller may use its buffer again.
                else if (this.#into === 'extra')
                    this.#extra.push(Buffer.from(bytes));
                if (this.#left === 0)
                    this.#bodyDone();
            }
            else if (this.#padding > 0) {
                const skipped = Math.min(this.#padding, chunk.length - at);
                at += skipped;
                this.#padding -= skipped;
            }
            else {
                const copied = chunk.copy(this.#header, this.#headerUsed, at, at + block - this.#headerUsed);
                at += copied;
                this.#headerUsed += copied;
                if (this.#headerUsed === block) {
                    this.#headerUsed = 0;
                    this.#headerDone();
                }
            }
        }
    }
    /** Something has come. */
    get begun() {
        return this.#begun;
    }
    /** Throws where the archive is cut off. */
    end() {
        const within = this.#left > 0 || this.#headerUsed > 0 || this.#padding > 0 || this.#records.size > 0;
        if (within || !this.#ended)
            throw new TarError('the archive is cut off');
    }
    #headerDone() {
        const header = this.#header;
        if (header.every((byte) => byte === 0)) {
            this.#ended = true;
            return;
        }
        let sum = 8 * 0x20;
        for (let at = 0; at < block; at++)
            if (at < 148 || at >= 156)
                sum += header[at] ?? 0;
        if (numberAt(header, 148, 8) !== sum)
            throw new TarError('the archive is damaged: a header has a wrong checksum');
        this.#ended = false;
        const kind = String.fromCharCode(header[156] ?? 0);
        const size = numberAt(header, 124, 12);
        if (kind === 'x' || kind === 'g' || kind === 'L' || kind === 'K') {
            if (size > mostExtra)
                throw new TarError('the archive is damaged: a name of more than 1 MiB');
            this.#extraKind = kind;
            this.#extra = [];
            this.#body(size, 'extra');
            return;
        }
        if (kind === 'S' || [...this.#records.keys()].some((key) => key.startsWith('GNU.sparse.')))
            throw new TarError('the archive has a sparse file; make it without --sparse');
        this.#member(kind, size);
    }
    #member(kind, ownSize) {
        const header = this.#header;
        const said = this.#records.get('size');
        const size = said === undefined ? ownSize : wholeNumber(said);
        // Where a record says the name, that of the header may be cut off within a character.
        const path = this.#records.get('path') ?? this.#longPath ?? ownPath(header);
        const target = this.#records.get('linkpath') ?? this.#longTarget ?? textAt(header, 157, 100);
        const member = {
            path: path.replace(/\/+$/, ''),
            kind: kindOf(kind, path),
            mode: numberAt(header, 100, 8) & 0o777,
            size: 0,
            modified: numberAt(header, 136, 12),
            target,
        };
        this.#records = new Map();
        this.#longPath = undefined;
        this.#longTarget = undefined;
        this.#inMember = true;
        // A hard link of pax may have a body, which is the same as that of its target; other kinds have none that counts.
        this.#handler.member(member.kind === 'file' ? { ...member, size } : member);
        const hasBody = member.kind === 'file' || !'123456'.includes(kind) || (kind === '1' && size > 0);
        this.#body(hasBody ? size : 0, member.kind === 'file' ? 'member' : 'nothing');
    }
    #body(size, into) {
        this.#into = into;
        this.#left = size;
        this.#padding = (block - (size % block)) % block;
        if (size === 0)
            this.#bodyDone();
    }
    #bodyDone() {
        if (this.#into === 'extra') {
            const bytes = Buffer.concat(this.#extra);
            this.#extra = [];
            if (this.#extraKind === 'L')
                this.#longPath = cString(bytes);
            else if (this.#extraKind === 'K')
                this.#longTarget = cString(bytes);
            else if (this.#extraKind === 'x')
                this.#records = recordsOf(bytes);
        }
        else if (this.#inMember) {
            this.#inMember = false;
            this.#handler.done();
        }
        this.#into = 'nothing';
    }
}
function ownPath(header) {
    const ustar = header.toString('latin1', 257, 262) === 'ustar';
    // GNU keeps other things where ustar has its prefix, and says so by a space.
    const prefix = ustar && header[262] === 0 ? textAt(header, 345, 155) : '';
    const name = textAt(header, 0, 100);
    return prefix === '' ? name : `${prefix}/${name}`;
}
function kindOf(kind, path) {
    // Before ustar, a slash at its end made a folder.
    if (kind === '0' || kind === '\0' || kind === '7')
        return path.endsWith('/') ? 'folder' : 'file';
    if (kind === '1')
        return 'hard-link';
    if (kind === '2')
        return 'link';
    if (kind === '5')
        return 'folder';
    return 'other';
}
/** Octal digits, or, where the first bit is set, a big-endian number. */
function numberAt(header, at, length) {
    const first = header[at] ?? 0;
    if ((first & 0x80) !== 0) {
        let value = BigInt(first & 0x7f);
        for (let index = at + 1; index < at + length; index++)
            value = (value << 8n) | BigInt(header[index] ?? 0);
        // Times before 1970 are negative; nothing else may be.
        if ((first & 0x40) !== 0)
            return 0;
        if (value > BigInt(Number.MAX_SAFE_INTEGER))
            throw new TarError('the archive is damaged: a number is too large');
        return Number(value);
    }
    const text = textAt(header, at, length).trim();
    if (text === '')
        return 0;
    if (!/^[0-7]+$/.test(text))
        throw new TarError('this is not a tar archive');
    return Number.parseInt(text, 8);
}
function textAt(header, at, length) {
    const end = header.indexOf(0, at);
    return decoded(header.subarray(at, end < 0 || end > at + length ? at + length : end));
}
function cString(bytes) {
    const end = bytes.indexOf(0);
    return decoded(end < 0 ? bytes : bytes.subarray(0, end));
}
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function decoded(bytes) {
    try {
        return utf8.decode(bytes);
    }
    catch {
        throw new TarError(`the archive has a name that is not UTF-8: ${bytes.toString('latin1').slice(0, 200)}`);
    }
}
function recordsOf(bytes) {
    const records = new Map();
    for (let at = 0; at < bytes.length;) {
        const space = bytes.indexOf(0x20, at);
        const length = space < 0 || space > at + 8 ? 0 : wholeNumber(bytes.toString('latin1', at, space));
        const end = at + length;
        const equals = bytes.indexOf(0x3d, space);
        if (length < 5 || end > bytes.length || bytes[end - 1] !== 0x0a || equals < 0 || equals >= end)
            throw new TarError('the archive is damaged: a pax record');
        const key = decoded(bytes.subarray(space + 1, equals));
        // Times, owners and foreign attributes are of no use here, and need not be text.
        if (key === 'path' || key === 'linkpath' || key === 'size' || key.startsWith('GNU.sparse.')) {
            const value = decoded(bytes.subarray(equals + 1, end - 1));
            if (value.includes('\0'))
                throw new TarError('the archive is damaged: a name holds a NUL byte');
            records.set(key, value);
        }
        at = end;
    }
    return records;
}
function wholeNumber(text) {
    const value = /^[0-9]{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (!Number.isSafeInteger(value))
        throw new TarError('the archive is damaged: a number');
    return value;
}

;// CONCATENATED MODULE: ./build/ssh/tar-unpack.js
/** Writes the members of an archive from a host into a folder of ours, as far as they are safe to have. */




/** Synchronous: what has been written is on the disk when `done` returns. Links are made by `finish`, behind all files. */
class TarUnpacker {
    leftOut = [];
    #root;
    #limits;
    #onFile;
    #folders = new Set();
    #files = new Set();
    #links = new Map();
    #bytes = 0;
    #entries = 0;
    #current;
    /** `root` is absolute and exists. */
    constructor(root, limits, onFile = () => { }) {
        this.#root = root;
        this.#limits = limits;
        this.#onFile = onFile;
    }
    member(header) {
        const path = header.path.replace(/^(\.\/+)+/, '');
        this.#entries += 1;
        if (this.#entries > this.#limits.mostEntries)
            throw new TarError(`the archive has more than ${this.#limits.mostEntries} entries`);
        if ((path === '' || path === '.') && header.kind === 'folder')
            return;
        const problem = (0,inside/* pathProblem */.z9)(path) ?? kindProblem(header);
        if (problem !== undefined) {
            this.leftOut.push({ path: header.path, why: problem });
            return;
        }
        if (this.#limits.expected?.(path) === false)
            throw new TarError(`the archive has \`${path}\`, which was not asked for`);
        if (header.kind === 'folder')
            this.#folder(path);
        else if (header.kind === 'link')
            this.#link(path, header.target);
        else
            this.#file(path, header);
    }
    data(bytes) {
        if (this.#current === undefined)
            return;
        for (let at = 0; at < bytes.length;)
            at += (0,external_node_fs_.writeSync)(this.#current.file, bytes, at);
    }
    done() {
        const current = this.#current;
        if (current === undefined)
            return;
        this.#current = undefined;
        (0,external_node_fs_.fchmodSync)(current.file, current.header.mode | 0o600);
        (0,external_node_fs_.futimesSync)(current.file, current.header.modified, current.header.modified);
        (0,external_node_fs_.closeSync)(current.file);
        this.#files.add(current.path);
        this.#onFile(current.path);
    }
    /** Makes the links. Call it when the whole archive is read. */
    finish() {
        for (const [path, target] of this.#links) {
            this.#clear(path);
            (0,external_node_fs_.symlinkSync)(target, this.#within(path));
            this.#onFile(path);
        }
        this.#links.clear();
    }
    /** The reading has failed: closes the file that is half written, and leaves it. */
    abandon() {
        if (this.#current === undefined)
            return;
        (0,external_node_fs_.closeSync)(this.#current.file);
        this.#current = undefined;
    }
    #file(path, header) {
        if (header.kind === 'hard-link') {
            const source = header.target.replace(/^(\.\/+)+/, '');
            if (!this.#files.has(source)) {
                this.leftOut.push({
                    path,
                    why: `it is a hard link to \`${header.target}\`, which is not in the archive`,
                });
                return;
            }
            this.#count((0,external_node_fs_.lstatSync)(this.#within(source)).size);
            this.#clear(path);
            (0,external_node_fs_.copyFileSync)(this.#within(source), this.#within(path), external_node_fs_.constants.COPYFILE_EXCL);
            this.#files.add(path);
            this.#onFile(path);
            return;
        }
        this.#count(header.size);
        this.#clear(path);
        const flags = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL | external_node_fs_.constants.O_NOFOLLOW;
        this.#current = { header, path, file: (0,external_node_fs_.openSync)(this.#within(path), flags, 0o600) };
    }
    #link(path, target) {
        const { top } = this.#limits;
        const problem = (0,inside/* linkProblem */.kD)(top === undefined ? path : path.slice(top.length + 1), target);
        if (problem !== undefined)
            this.leftOut.push({ path, why: problem });
        else
            this.#links.set(path, target);
    }
    #count(size) {
        this.#bytes += size;
        if (this.#bytes > this.#limits.mostBytes)
            throw new TarError(`the archive holds more than ${this.#limits.mostBytes} bytes`);
    }
    /** Makes room for a file or link: its folder exists, and nothing has its name. */
    #clear(path) {
        this.#folder(external_node_path_.posix.dirname(path));
        const whole = this.#within(path);
        const there = (0,external_node_fs_.lstatSync)(whole, { throwIfNoEntry: false });
        if (there?.isDirectory())
            throw new TarError(`\`${path}\` is a file on the host and a folder here`);
        if (there)
            (0,external_node_fs_.rmSync)(whole);
        this.#links.delete(path);
        this.#files.delete(path);
    }
    /** Each folder on the way is a folder, and never a link to one. */
    #folder(path) {
        if (path === '.' || this.#folders.has(path))
            return;
        this.#folder(external_node_path_.posix.dirname(path));
        const whole = this.#within(path);
        const there = (0,external_node_fs_.lstatSync)(whole, { throwIfNoEntry: false });
        if (there && !there.isDirectory())
            throw new TarError(`\`${path}\` is a folder on the host; here it is a ${there.isSymbolicLink() ? 'link' : 'file'}`);
        if (!there)
            (0,external_node_fs_.mkdirSync)(whole, 0o755);
        this.#folders.add(path);
        this.#links.delete(path);
    }
    #within(path) {
        return `${this.#root}/${path}`;
    }
}
function kindProblem(header) {
    return header.kind === 'other' ? 'it is neither a file, nor a folder, nor a link' : undefined;
}

// EXTERNAL MODULE: ./build/ssh/tree.js
var tree = __webpack_require__(71361);
;// CONCATENATED MODULE: ./build/ssh/download.js
/** Brings files from a host into a folder of ours: checked, bounded, and going on where it was interrupted. */
















/** Attempts in a row that bring nothing before a lost connection is an error. */
const attempts = 5;
const firstWait = 200;
/**
 * Rejects with an `SshError` when the connection is lost and does not come back, and with an `Error` when the host
 * sends something else than it was asked for. `to` never has a part of a file.
 */
async function download(host, request) {
    const asked = request.paths === 'all' ? ['.'] : request.paths.map((path) => checkedPath(path, host));
    const { from, newerThan, signal } = request;
    if (asked.length === 0)
        return { files: [], bytes: 0, missing: [], leftOut: [] };
    const strip = request.strip === undefined ? undefined : checkedPath(request.strip, host);
    if (strip !== undefined && (asked.length !== 1 || asked[0] !== strip))
        throw new Error(`internal: ${strip} is not the one path to fetch; please report this`);
    const { list, packer } = await listOn(host, { from, paths: asked, newerThan, signal });
    try {
        return await fetchListed(host, request, { asked, strip, list, packer });
    }
    finally {
        packer.remote.close();
    }
}
async function fetchListed(host, request, { asked, strip, list, packer }) {
    const { newerThan } = request;
    const { wanted, folders, leftOut } = sorted(list, asked, (0,tree/* matcher */.j)(request.exclude ?? [], true));
    const bytes = sum(wanted);
    if (bytes > request.mostBytes || wanted.length > request.mostFiles)
        return {
            files: [],
            bytes: 0,
            missing: list.missing,
            leftOut: leftOut.map(said),
            tooLarge: { files: wanted.length, bytes },
        };
    const staging = request.staging ?? stagingOf(host, request, asked);
    (0,external_node_fs_.mkdirSync)(staging, { recursive: true });
    const arrived = new Set();
    const state = {
        host,
        request,
        list,
        packer,
        staging,
        strip,
        arrived,
        leftOut,
        passed: 0,
        kept: 0,
        of: bytes,
    };
    for (const entry of wanted)
        if (isComplete(state, entry))
            arrived.add(entry.path);
    await fetchAll(state, wanted);
    const gone = wanted.filter((entry) => !arrived.has(entry.path)).map((entry) => entry.path);
    const named = new Set(leftOut.map((one) => one.path));
    const missing = [...list.missing, ...gone.filter((path) => !named.has(path))];
    const files = [...arrived].sort();
    moveInto(request.to, staging, { files, folders: newerThan === undefined ? folders : [], strip });
    (0,external_node_fs_.rmSync)(staging, { recursive: true, force: true });
    if (request.staging === undefined)
        removeIfEmpty((0,external_node_path_.dirname)(staging));
    const names = files.map((path) => nameIn(path, strip));
    const brought = sum(wanted.filter((entry) => arrived.has(entry.path)));
    return { files: names, bytes: brought, missing, leftOut: leftOut.map(said) };
}
function said({ path, why }) {
    return `\`${path}\`: ${why}`;
}
/** Relative to `to`; of a file that is `to` itself, empty. */
function nameIn(path, strip) {
    return strip === undefined || strip === '.' ? path : path.slice(strip.length + 1);
}
/** The same for the same request, and another one for another: two may run at once. */
function stagingOf(host, request, asked) {
    const key = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify([host.name, request.from, asked, request.to]));
    const folder = request.strip === undefined ? request.to : (0,external_node_path_.dirname)(request.to);
    return `${folder}/.ml-workflow/incoming-${key.digest('hex').slice(0, 12)}`;
}
function sum(entries) {
    return entries.reduce((bytes, entry) => bytes + entry.size, 0);
}
function checkedPath(path, host) {
    const clean = path.replace(/^(\.\/+)+/, '').replace(/\/+$/, '');
    if (clean === '' || clean === '.')
        return '.';
    const problem = (0,inside/* pathProblem */.z9)(clean);
    if (problem !== undefined)
        throw new Error(`\`${path}\` cannot be fetched from ${host.name}: ${problem}`);
    return clean;
}
/** Only of what was asked for: a host that lies could name any file that is to be replaced here. */
function sorted(list, asked, excluded) {
    const wanted = [];
    const folders = [];
    const leftOut = [];
    const isAsked = isBelow(asked);
    for (const entry of list.entries) {
        if (entry.path === '.' || excluded(entry.path))
            continue;
        const problem = (0,inside/* pathProblem */.z9)(entry.path);
        const { path } = entry;
        if (!isAsked(path))
            leftOut.push({ path, why: 'nobody has asked for it' });
        else if (problem !== undefined) {
            // Ours and git's own are never asked for.
            if (!path.split('/').some(inside/* isReserved */.Bs))
                leftOut.push({ path, why: problem });
        }
        else if (entry.kind === 'folder')
            folders.push(path);
        else if (entry.kind === 'other')
            leftOut.push({ path, why: 'it is neither a file, nor a folder, nor a link' });
        else
            wanted.push(entry);
    }
    return { wanted, folders, leftOut };
}
function isBelow(asked) {
    const all = new Set(asked);
    if (all.has('.'))
        return () => true;
    return (path) => {
        for (let at = path; at !== '.' && at !== '/'; at = external_node_path_.posix.dirname(at))
            if (all.has(at))
                return true;
        return false;
    };
}
async function fetchAll(state, wanted) {
    const { host, request, arrived } = state;
    for (let failed = 0;;) {
        const before = state.kept;
        try {
            const named = new Set(state.leftOut.map((one) => one.path));
            const left = wanted.filter((entry) => !arrived.has(entry.path) && !named.has(entry.path));
            const large = left.filter((entry) => entry.kind === 'file' && entry.size > large_file/* largeFile */.cE);
            const small = left.filter((entry) => !large.includes(entry));
            if (small.length > 0)
                await fetchSmall(state, small);
            for (const entry of large)
                await fetchOne(state, entry);
            return;
        }
        catch (error) {
            request.signal?.throwIfAborted();
            if (!(error instanceof ssh_host/* SshError */.D) || error.kind !== 'lost')
                throw error;
            failed = state.kept > before ? 1 : failed + 1;
            if (failed === attempts)
                throw new ssh_host/* SshError */.D('lost', `${error.message}; files from ${host.name} are incomplete`);
            await (0,external_node_timers_promises_.setTimeout)(firstWait * 2 ** failed, undefined, request.signal === undefined ? {} : { signal: request.signal });
        }
    }
}
/** Only a file that has all arrived has the time that it has on the host. */
function isComplete(state, entry) {
    if (entry.kind !== 'file')
        return false;
    const stats = (0,external_node_fs_.lstatSync)(`${state.staging}/${entry.path}`, { throwIfNoEntry: false });
    if (stats === undefined || !stats.isFile() || stats.size !== entry.size || entry.size > large_file/* largeFile */.cE)
        return false;
    // A tar archive without pax records has whole seconds.
    return Math.trunc(stats.mtimeMs / 1000) === Math.trunc(entry.modified);
}
async function fetchOne(state, entry) {
    const { host, request, staging } = state;
    const file = `${staging}/${entry.path}`;
    makeFolder(staging, external_node_path_.posix.dirname(entry.path));
    const remote = `${(0,quote/* quotedPath */.M)(request.from)}/${(0,quote/* quoted */.T)(entry.path)}`;
    await (0,large_file/* fetchLarge */.Ai)([host, ...(request.more ?? [])], {
        remote,
        size: entry.size,
        version: entry.version,
        file,
        signal: request.signal,
        received: (bytes) => {
            state.kept += 1;
            passed(state, bytes);
        },
    });
    state.arrived.add(entry.path);
}
function passed(state, bytes) {
    state.passed += bytes;
    state.request.progress?.({ bytes: Math.min(state.passed, state.of), of: state.of });
}
/** All of them as one stream. What went away on the host in the meantime does not come, and is no error. */
async function fetchSmall(state, entries) {
    const { host, request, staging, arrived, list } = state;
    const packed = (0,compression/* compressionFor */.iC)(sum(entries) + 512 * entries.length, list.ratio, list.zstd);
    const first = state.packer;
    state.packer = undefined;
    const packer = first ?? (await packerOn(host, request.from, request.signal));
    const { remote, answer, problem } = packer;
    const expected = new Set(entries.map((entry) => entry.path));
    const unpacker = new TarUnpacker(staging, {
        // Files may have grown since they were listed, but not over what is allowed.
        mostBytes: request.mostBytes,
        mostEntries: entries.length,
        expected: (path) => expected.has(path),
        top: state.strip === '.' ? undefined : state.strip,
    }, (path) => {
        arrived.add(path);
        state.kept += 1;
    });
    const reader = new TarReader(unpacker);
    const read = async (chunks) => {
        for await (const chunk of chunks) {
            request.signal?.throwIfAborted();
            passed(state, chunk.length);
            reader.write(chunk);
        }
    };
    try {
        const unpacked = (0,compression/* decompressor */.ni)(packed);
        const receive = async () => {
            if ((await answer.marked(conversation/* dataMark */.oJ)) === undefined)
                return;
            if (unpacked === undefined)
                await read(answer.remaining());
            else
                await (0,promises_.pipeline)(answer.remaining(), unpacked, (chunks) => read(chunks));
        };
        const reading = receive();
        const names = Buffer.from(entries.map((entry) => `./${entry.path}\0`).join(''));
        const sending = (0,send/* send */.t)(remote, [Buffer.from(`${packed}\n`), names]).then(() => remote.stdin.end());
        const settled = await Promise.allSettled([reading, sending]);
        // What came is wrong, or nothing came: in this order, for a stream that is left counts as lost too.
        for (const one of settled)
            if (one.status === 'rejected')
                throw one.reason;
        await remote.ended;
        if (reader.begun)
            reader.end();
        else if (problem() !== '')
            throw new Error(`${request.from} on ${host.name} cannot be read: ${problem()}`);
        unpacker.finish();
        state.leftOut.push(...unpacker.leftOut);
    }
    catch (error) {
        unpacker.abandon();
        throw error;
    }
    finally {
        remote.close();
    }
}
/** Every folder on the way is one: nothing is written through a link that lies in the destination. */
function makeFolder(root, path) {
    if (path === '.')
        return;
    makeFolder(root, external_node_path_.posix.dirname(path));
    const whole = `${root}/${path}`;
    const there = (0,external_node_fs_.lstatSync)(whole, { throwIfNoEntry: false });
    if (there === undefined)
        (0,external_node_fs_.mkdirSync)(whole, 0o755);
    else if (!there.isDirectory())
        throw new Error(`\`${path}\` is a folder on the host, and in ${root} a ${there.isSymbolicLink() ? 'link' : 'file'}; remove it to fetch what is in it`);
}
function moveInto(to, staging, { files, folders, strip }) {
    const itself = files.some((path) => nameIn(path, strip) === '');
    (0,external_node_fs_.mkdirSync)(itself ? (0,external_node_path_.dirname)(to) : to, { recursive: true });
    const made = new Set();
    for (const path of files) {
        const name = nameIn(path, strip);
        const folder = external_node_path_.posix.dirname(name);
        if (!made.has(folder)) {
            makeFolder(to, folder);
            made.add(folder);
        }
        if ((0,external_node_fs_.lstatSync)(within(to, name), { throwIfNoEntry: false })?.isDirectory())
            throw new Error(`\`${path}\` is a file on the host, and ${within(to, name)} a folder; remove it to fetch the file`);
    }
    // Nothing is moved before all of it is known to fit.
    for (const path of files)
        (0,external_node_fs_.renameSync)(`${staging}/${path}`, within(to, nameIn(path, strip)));
    for (const path of folders)
        if (nameIn(path, strip) !== '')
            makeFolder(to, nameIn(path, strip));
}
function within(to, name) {
    return name === '' ? to : `${to}/${name}`;
}
function removeIfEmpty(folder) {
    try {
        (0,external_node_fs_.rmdirSync)(folder);
    }
    catch {
        // Somebody else uses it.
    }
}


/***/ }),

/***/ 96403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ SshError)
/* harmony export */ });
class SshError extends Error {
    kind;
    constructor(kind, message) {
        super(message);
        this.name = 'SshError';
        this.kind = kind;
    }
}


/***/ }),

/***/ 9353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ isReserved),
/* harmony export */   kD: () => (/* binding */ linkProblem),
/* harmony export */   z9: () => (/* binding */ pathProblem)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** Whether a path or a link stays inside of the folder that it belongs to. */

/** Never sent and never received: what lies there can run code here. */
function isReserved(name) {
    if (!name.startsWith('.'))
        return false;
    const lower = name.toLowerCase();
    return lower === '.git' || lower === '.ml-workflow';
}
/** Why it may not be written; undefined when it may. */
function pathProblem(path) {
    if (path === '' || path.includes('\0'))
        return 'it has no usable name';
    if (path.startsWith('/'))
        return 'its path is absolute';
    const names = path.split('/');
    if (names.includes('..'))
        return 'its path has `..`';
    if (names.includes('') || names.includes('.'))
        return 'its path is not in its shortest form';
    const reserved = names.find(isReserved);
    return reserved === undefined ? undefined : `nothing is moved into or out of \`${reserved}\``;
}
/** Why a link at this relative path may not be made; undefined when it stays inside whatever the folders on its way are. */
function linkProblem(path, target) {
    if (target === '' || target.includes('\0'))
        return 'it is a link that leads nowhere';
    if (target.startsWith('/'))
        return `it is a link to the absolute path \`${target}\``;
    const joined = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path), target);
    if (joined === '..' || joined.startsWith('../'))
        return `it is a link that leads outside: \`${target}\``;
    // `folder/..` is elsewhere when the folder is a link itself.
    const names = target.split('/').filter((name) => name !== '' && name !== '.');
    const reserved = names.find(isReserved);
    if (reserved !== undefined)
        return `it is a link into \`${reserved}\``;
    const down = names.findIndex((name) => name !== '..');
    if (down >= 0 && names.indexOf('..', down) >= 0)
        return `it is a link with \`..\` behind a name: \`${target}\``;
    return undefined;
}


/***/ }),

/***/ 37034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bv: () => (/* reexport */ followJob),
  d: () => (/* binding */ jobState),
  _1: () => (/* reexport */ startJob),
  CC: () => (/* reexport */ stopJob)
});

// EXTERNAL MODULE: ./build/ssh/host.js
var ssh_host = __webpack_require__(96403);
;// CONCATENATED MODULE: ./build/ssh/job-shell.js
/** POSIX shell functions that whatever looks at a job on its host has in common. */
/**
 * What a job's directory holds. Nothing of it is written by the job itself.
 *
 * - `claim/`: made by the one supervisor that may run the job.
 * - `supervisor`, `group`: pid, start time and boot of the supervisor and of the leader of the job's process group.
 * - `mark`: the value of `ML_RUN_DIR` that everything the job starts has inherited.
 * - `log`, `stdout`: what it printed. `input`: what it reads.
 * - `heartbeat`: touched every 5 s. `stop`: seconds of grace, once somebody has asked for its end.
 * - `exit`: `exit <code>`, renamed into place when nothing of the job is left.
 */
const mark = 'ML_RUN_DIR';
/** Where `/proc` is missing, a supervisor whose heartbeat is older than so many minutes counts as dead. */
const staleMinutes = 2;
/**
 * Expects the job's directory in `$d`. A process is known by its pid, its start time and the boot of the host: a
 * number that was given away again is nobody we know. Where there is no `/proc`, by its pid and the heartbeat.
 */
const jobFunctions = `
boot=-
{ IFS= read -r boot </proc/sys/kernel/random/boot_id; } 2>/dev/null
[ -r /proc/self/stat ] && has_proc=yes || has_proc=

# tell: $now, hundredths of a second on a clock that nobody sets; without one, what nap has counted.
now=0
tell() {
  { read -r up rest </proc/uptime; } 2>/dev/null && now=$((\${up%.*} * 100 + 1\${up#*.} - 100))
}

# nap: a moment. Not every sleep knows fractions.
nap() {
  if sleep 0.05 2>/dev/null; then now=$((now + 5)); else sleep 1; now=$((now + 100)); fi
  tell
}

# stat_of PID: state, parent, in_group, began. Behind the name in parentheses, which may hold blanks.
stat_of() {
  { IFS= read -r line <"/proc/$1/stat"; } 2>/dev/null || return 1
  set -- \${line##*) }
  state=$1 parent=$2 in_group=$3 began=\${20}
}

# identify PID FILE
identify() {
  began=-
  stat_of "$1"
  printf '%s %s %s\\n' "$1" "$began" "$boot" >"$2"
}

# alive PID START: a process that has ended and that nobody has asked for its exit code is not.
alive() {
  if [ "$has_proc" ]; then
    stat_of "$1" && [ "$state" != Z ] && [ "$state" != X ] && [ "$began" = "$2" ]
  else
    kill -0 "$1" 2>/dev/null
  fi
}

# known FILE: pid and start of who wrote it, when that was since the host has booted.
known() {
  { read -r pid start of_boot <"$d/$1"; } 2>/dev/null || return 1
  case $pid in '' | *[!0-9]*) return 1 ;; esac
  [ "$of_boot" = "$boot" ]
}

supervised() {
  known supervisor && alive "$pid" "$start" || return 1
  [ "$has_proc" ] || [ -n "$(find "$d/heartbeat" "$d/supervisor" -mmin -${staleMinutes} 2>/dev/null)" ]
}

# members: those of the group $group that run.
members() {
  for file in /proc/[0-9]*/stat; do
    { IFS= read -r line <"$file"; } 2>/dev/null || continue
    case $line in *") "[!ZX]" "*" $group "*) ;; *) continue ;; esac
    stat_of "\${line%% *}" && [ "$in_group" = "$group" ] && printf '%s\\n' "\${line%% *}"
  done
}

# carries PID: whether it has inherited the mark.
carries() {
  { tr '\\0' '\\n' <"/proc/$1/environ" | LC_ALL=C grep -Fxq -e "${mark}=$job_mark"; } 2>/dev/null
}

read_mark() {
  job_mark=
  { IFS= read -r job_mark <"$d/mark"; } 2>/dev/null
  [ "$job_mark" ]
}

# group_left: whether the job's group has a member that runs; then it is $group.
group_left() {
  known group || return 1
  group=$pid group_start=$start
  kill -0 "-$group" 2>/dev/null || return 1
  [ "$has_proc" ] || return 0
  alive "$group" "$group_start" && return 0
  # Another process has the number of the leader: nobody of the group was left when it was given away.
  if stat_of "$group" && [ "$began" != "$group_start" ]; then return 1; fi
  left=$(members)
  [ "$left" ] || return 1
  supervised && return 0
  read_mark || return 1
  for pid in $left; do carries "$pid" && return 0; done
  return 1
}

# signal_group NAME: only what group_left has just found.
signal_group() {
  kill "-$1" "-$group" 2>/dev/null
}

# await_group HUNDREDTHS: whether the group has ended within that time.
await_group() {
  tell
  deadline=$((now + $1))
  while group_left; do
    [ "$now" -ge "$deadline" ] && return 1
    nap
  done
}

# marked: all that carries the job's mark, also what has left its group.
marked() {
  read_mark && [ "$has_proc" ] || return 0
  for file in $(LC_ALL=C grep -lsF -e "${mark}=$job_mark" /proc/[0-9]*/environ 2>/dev/null); do
    pid=\${file#/proc/}
    pid=\${pid%/environ}
    [ "$pid" != $$ ] && carries "$pid" && printf '%s\\n' "$pid"
  done
}

# end_marked: kills it. A process may have started another one while it was looked for: look again.
end_marked() {
  for round in 1 2 3 4 5; do
    left=$(marked)
    [ "$left" ] || return 0
    kill -KILL $left 2>/dev/null
    nap
  done
  [ -z "$(marked)" ]
}
`;

// EXTERNAL MODULE: ./build/ssh/quote.js
var quote = __webpack_require__(95873);
;// CONCATENATED MODULE: ./build/ssh/job-exec.js
/** Runs the scripts that look at a job on its host. */



/** Of a command whose connection was lost: a host that takes connections and drops them is not asked forever. */
const mostTries = 8;
/** A script for a job's directory, `$d`, whatever the login shell of the host is. */
function jobCommand(script, directory, ...words) {
    const rest = words.map((word) => ` ${(0,quote/* quoted */.T)(word)}`).join('');
    return `exec sh -c ${(0,quote/* quoted */.T)(`d=$1\n${jobFunctions}${script}`)} sh ${(0,quote/* quotedPath */.M)(directory)}${rest}`;
}
/** For commands that may be repeated: goes on over a new connection when one is lost. */
async function execAgain(host, command, options) {
    for (let tries = 1;; tries += 1) {
        try {
            return await host.exec(command, options);
        }
        catch (error) {
            if (!(error instanceof ssh_host/* SshError */.D) || error.kind !== 'lost' || tries >= mostTries)
                throw error;
        }
    }
}
/** The last line that the host's shell has to say. */
function reason(stderr, code) {
    const lines = stderr.split('\n').filter((line) => line.trim() !== '');
    return lines.at(-1)?.trim() ?? `exit code ${code}`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/ssh/follow.js
/** Reads the log of a job as it grows, across lost connections, until the job has ended. */




/** After losses without a byte in between. */
const longestPause = 5_000;
/** Of a script on the host that ended without an answer although the connection stood. */
const mostFailures = 5;
const stderrKept = 8 * 1024;
/** What startup files of the login shell print before the log. */
const longestPreamble = 1024 * 1024;
/**
 * Rejects with an `SshError` that is not `lost`, with the reason of `signal`, or with what `onData` threw; the job goes
 * on then. A log that its own job makes shorter goes on where it is longer again than what was read of it.
 */
async function followJob(host, request) {
    const { directory, onData, signal, onReattach } = request;
    let at = request.from;
    let idle = 0;
    let failures = 0;
    for (;;) {
        signal?.throwIfAborted();
        const before = at;
        const attached = await attach(host, directory, at, signal, (chunk) => {
            at += chunk.length;
            onData(chunk);
        });
        if (attached.is === 'ended')
            return attached.end;
        if (at > before) {
            idle = 0;
            failures = 0;
        }
        if (attached.is === 'failed') {
            failures += 1;
            if (failures >= mostFailures)
                throw new Error(`the log of a job on ${host.name} could not be read: ${attached.message}`);
        }
        if (idle > 0)
            await (0,promises_.setTimeout)(Math.min(longestPause, 50 * 2 ** idle), undefined, { signal }).catch(() => { });
        signal?.throwIfAborted();
        idle += 1;
        onReattach?.();
    }
}
/** One channel. Whatever came before it is lost has been taken, and nothing of it comes later. */
async function attach(host, directory, from, signal, take) {
    const preamble = `job-log-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}\n`;
    let remote;
    try {
        remote = await host.open(jobCommand(followScript, directory, String(from), preamble), { signal });
    }
    catch (error) {
        if (isLost(error))
            return { is: 'lost' };
        throw error;
    }
    let fault;
    let isOver = false;
    let head = Buffer.alloc(0);
    const refuse = (error) => {
        isOver = true;
        fault = { error };
        remote.close();
    };
    remote.stdout.on('data', (chunk) => {
        if (isOver)
            return;
        let data = chunk;
        if (head) {
            head = Buffer.concat([head, chunk]);
            const start = head.indexOf(preamble);
            if (start < 0) {
                if (head.length > longestPreamble)
                    refuse(new Error(`the login shell of ${host.name} prints without end: look at its startup files`));
                return;
            }
            data = head.subarray(start + preamble.length);
            head = undefined;
        }
        if (data.length === 0)
            return;
        try {
            take(data);
        }
        catch (error) {
            refuse(error);
        }
    });
    let stderr = '';
    remote.stderr.on('data', (chunk) => {
        stderr = (stderr + chunk.toString()).slice(-stderrKept);
    });
    // A connection that is lost says so below.
    for (const stream of [remote.stdin, remote.stdout, remote.stderr])
        stream.on('error', () => { });
    let code;
    try {
        code = await remote.ended;
    }
    catch (error) {
        isOver = true;
        if (fault)
            throw fault.error;
        signal?.throwIfAborted();
        if (isLost(error))
            return { is: 'lost' };
        throw error;
    }
    if (fault)
        throw fault.error;
    signal?.throwIfAborted();
    const end = /^job-end (exit (\d{1,3})|vanished|absent)$/m.exec(stderr);
    if (!end)
        return { is: 'failed', message: reason(stderr, code) };
    if (end[2] !== undefined)
        return { is: 'ended', end: endOf(Number(end[2])) };
    const message = end[1] === 'absent'
        ? `there is no job in ${directory} on ${host.name} any more; the host was started anew or its disk wiped`
        : `the job on ${host.name} is gone without an exit code; the host or its container was started anew, or memory ran out`;
    return { is: 'ended', end: { is: 'vanished', message } };
}
function isLost(error) {
    return error instanceof ssh_host/* SshError */.D && error.kind === 'lost';
}
/** Of Linux, which the host runs; the numbers of the machine that asks may be others. */
const signals = {
    1: 'SIGHUP',
    2: 'SIGINT',
    3: 'SIGQUIT',
    4: 'SIGILL',
    5: 'SIGTRAP',
    6: 'SIGABRT',
    7: 'SIGBUS',
    8: 'SIGFPE',
    9: 'SIGKILL',
    10: 'SIGUSR1',
    11: 'SIGSEGV',
    12: 'SIGUSR2',
    13: 'SIGPIPE',
    14: 'SIGALRM',
    15: 'SIGTERM',
    24: 'SIGXCPU',
    25: 'SIGXFSZ',
    26: 'SIGVTALRM',
    27: 'SIGPROF',
    29: 'SIGIO',
    30: 'SIGPWR',
    31: 'SIGSYS',
};
function endOf(code) {
    const signal = signals[code - 128];
    return signal === undefined ? { is: 'exit', code } : { is: 'signal', signal };
}
/**
 * One open file for all: each `cat` begins where the last one has ended. Standard input stays open as long as somebody
 * listens, so that a lost connection leaves nothing behind.
 */
const followScript = `
from=$2 preamble=$3
printf %s "$preamble"
end() {
  printf '\\njob-end %s\\n' "$1" >&2
  exit 0
}
[ -d "$d/claim" ] || end absent
# Its supervisor may be just coming up.
tries=0
until [ -e "$d/supervisor" ] || [ "$tries" -ge 60 ]; do
  tries=$((tries + 1))
  nap
done
[ -e "$d/log" ] || end vanished
exec 3<&0 4<"$d/log" 0</dev/null
(
  cat <&3 >/dev/null
  kill -KILL $$
) >/dev/null 2>&1 &
listener=$!
exec 3<&-
tail -c "+$((from + 1))" <&4
polls=0
while :; do
  # What is true before the log is read to its end is true for all of it.
  over=
  if ! supervised && ! group_left; then over=vanished; fi
  if { read -r is code <"$d/exit"; } 2>/dev/null && [ "$is" = exit ]; then over="exit $code"; fi
  cat <&4
  if [ "$over" ]; then
    kill "$listener"
    end "$over"
  fi
  polls=$((polls + 1))
  # Close by at first, for those that end soon.
  if [ "$polls" -lt 100 ]; then sleep 0.05 2>/dev/null || sleep 1; else sleep 0.2 2>/dev/null || sleep 1; fi
done
`;

// EXTERNAL MODULE: ./build/ssh/cpu-count.js
var cpu_count = __webpack_require__(48917);
;// CONCATENATED MODULE: ./build/ssh/supervisor.js
/** The script that runs one job on a host: starts it, waits for it, and writes down how it ended. */



/** Between asking what a finished command has left behind to end, and ending it. */
const graceSeconds = 5;
/** How long it may take to end by itself, such as a `tee` that empties its pipe. */
const lingerHundredths = 30;
/** What threads of the usual libraries go by, unless the job says otherwise. */
const threadVariables = [
    'OMP_NUM_THREADS',
    'MKL_NUM_THREADS',
    'OPENBLAS_NUM_THREADS',
    'NUMEXPR_NUM_THREADS',
];
/** Variables that a shell keeps for itself: it would refuse them, or give another value. */
const ownedByShell = /^(?:_|UID|EUID|PPID|IFS|OPTIND|OPTARG|LINENO|RANDOM|SRANDOM|SECONDS|EPOCH\w*|GROUPS|DIRSTACK|FUNCNAME|SHELLOPTS|SHLVL|PWD|OLDPWD|BASH\w*|BASHOPTS|KSH\w*|MAIL\w*)$/;
const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;
/**
 * Started as `sh <file> <file> <directory> <umask> <input file or nothing>` in a session of its own; removes the file
 * first.
 * Throws when the request cannot be said in a shell: a NUL, or a name that no variable may have.
 */
function supervisorScript(request) {
    const given = { ...request.environment, ...request.secrets };
    const value = given[mark];
    if (value !== undefined && (value === '' || /\n/.test(value)))
        throw new Error(`${mark} of a job has to be one line that is not empty`);
    const plain = [];
    const odd = [];
    for (const [name, text] of Object.entries(request.environment)) {
        if (identifier.test(name) && !ownedByShell.test(name))
            plain.push(`export ${name}=${(0,quote/* quoted */.T)(text)}`);
        else
            odd.push((0,quote/* quoted */.T)(`${checkedName(name)}=${text}`));
    }
    const secret = Object.entries(request.secrets).map(([name, text]) => {
        if (!identifier.test(name) || ownedByShell.test(name))
            throw new Error(`a secret cannot be given as \`${name}\` on a host: a shell cannot set such a variable`);
        return `export ${name}=${(0,quote/* quoted */.T)(text)}`;
    });
    const words = [request.shell, ...request.flags, request.script, request.name, ...request.arguments];
    // Names that no shell can set pass through `env`; it stands in the list of processes for a moment only.
    const command = [...(odd.length > 0 ? ['"$job_env"', ...odd] : []), ...words.map(quote/* quoted */.T)];
    return `rm -f "$1"
d=$2 job_umask=$3 input=$4
cwd=${(0,quote/* quotedPath */.M)(request.cwd)}
job_mark=${value === undefined ? '$d' : (0,quote/* quoted */.T)(value)}
keeps_stdout=${request.keepsStdout ? 'yes' : ''}
environment() {
:
${plain.join('\n')}
${secret.join('\n')}
}
command_line() {
set -- ${command.join(' ')}
in_session "$job_sh" -c "$job_leader" sh "$job_directory" "$job_umask" "$@"
}
${program}`;
}
function checkedName(name) {
    if (/^[A-Za-z_][^=\0]*$/.test(name))
        return name;
    throw new Error(`an environment variable cannot be called ${JSON.stringify(name)}`);
}
/**
 * `in_session` replaces the shell by a program that leads a session, and so a process group, of its own.
 * Expects `$job_session`, which `find_session` sets; false where the host has no means.
 */
const sessionFunctions = `
find_session() {
  for job_session in setsid perl python3; do
    job_session_path=$(command -v "$job_session") && return 0
  done
  job_session=
  return 1
}

in_session() {
  case $job_session in
    setsid) exec "$job_session_path" "$@" ;;
    perl) exec "$job_session_path" -MPOSIX=setsid -e 'setsid(); exec { $ARGV[0] } @ARGV; exit 127' "$@" ;;
    python3) exec "$job_session_path" -I -c 'import os, signal, sys
os.setsid()
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
os.execvp(sys.argv[1], sys.argv[1:])' "$@" ;;
  esac
}
`;
const program = `
${jobFunctions}
${sessionFunctions}
${(0,cpu_count/* cpuCountFunctions */.D)()}

# Leads the group: writes down who it is, then becomes the command. It has the command's environment, so it sets nothing.
job_leader='(
boot=- began=-
{ IFS= read -r boot </proc/sys/kernel/random/boot_id; } 2>/dev/null
start() { began=\${20}; }
{ IFS= read -r line </proc/$$/stat; } 2>/dev/null && start \${line##*) }
printf "%s %s %s\\n" "$$" "$began" "$boot" >"$1/group"
)
umask "$2"
shift 2
exec "$@"'

# The job's own side, in a subshell. What is used behind \`environment\` begins with job_: no other name is safe there.
run() {
  trap - HUP INT TERM
  # Debian's bash would take itself for a login from these and read a startup file.
  unset SSH_CLIENT SSH_CONNECTION SSH_TTY SSH_AUTH_SOCK SSH_ORIGINAL_COMMAND OLDPWD
  cd -- "$cwd" 2>/dev/null || {
    printf '%s is not a folder that can be entered\\n' "$cwd" >&2
    exit 126
  }
  ML_RUN_DIR=$job_mark ML_CPU_COUNT=$cpus
  ${threadVariables.map((name) => `: "\${${name}:=$cpus}"`).join('\n  ')}
  export PWD ML_RUN_DIR ML_CPU_COUNT ${threadVariables.join(' ')}
  environment
  command_line
}

# Its output copied to a file of its own on the way to the log.
run_with_copy() {
  for pipe in "$d/pipe" "/dev/shm/job-pipe.$$" "/tmp/job-pipe.$$"; do
    mkfifo "$pipe" 2>/dev/null && break
    pipe=
  done
  if [ -z "$pipe" ]; then
    echo 'no named pipe could be made on the host, neither in /dev/shm nor in /tmp' >>"$d/log"
    return 126
  fi
  tee -a "$d/stdout" <"$pipe" >>"$d/log" 2>/dev/null &
  tee=$!
  (run) <"$input" >"$pipe" 2>>"$d/log"
  code=$?
  rm -f "$pipe"
  return "$code"
}

# What the command has left in its group ends, too.
settle() {
  if [ -e "$d/stop" ]; then
    await_group "$(stop_grace)" && return
  else
    await_group ${lingerHundredths} && return
    signal_group TERM
    signal_group CONT
    await_group ${graceSeconds * 100} && return
  fi
  signal_group KILL
  await_group 200
}

stop_grace() {
  grace=0
  { read -r grace <"$d/stop"; } 2>/dev/null
  echo "$((grace * 100))"
}

# The copy ends when nobody holds its pipe any more. What has left the group and shed the mark is not waited for.
drain() {
  [ "$tee" ] || return
  stat_of "$tee"
  tee_start=$began
  tell
  deadline=$((now + 100))
  while alive "$tee" "$tee_start"; do
    [ "$now" -ge "$deadline" ] && kill -KILL "$tee" && break
    nap
  done
}

beat() {
  trap 'kill "$sleeper" 2>/dev/null; exit' TERM
  while :; do
    touch "$d/heartbeat"
    sleep 5 &
    sleeper=$!
    wait "$sleeper"
    # A supervisor that was killed has no heart any more.
    if [ "$has_proc" ]; then stat_of self && [ "$parent" = $$ ] || exit; else kill -0 $$ 2>/dev/null || exit; fi
  done
}

main() {
  cd /
  if ! mkdir "$d/claim" 2>/dev/null; then
    [ "$input" ] && rm -f "$input"
    exit
  fi
  # As large as what is written in the end: a full disk does not hide how the job ended.
  printf '%32s\\n' '' >"$d/exit.new"
  printf '%s\\n' "$job_mark" >"$d/mark"
  : >>"$d/log"
  if [ "$input" ]; then mv "$input" "$d/input" && input=$d/input; else input=/dev/null; fi
  [ "$keeps_stdout" ] && : >"$d/stdout"
  job_directory=$d job_sh=$(command -v sh) job_env=$(command -v env)
  find_session
  cpus=$(cpu_count)
  trap '' HUP INT TERM
  : >"$d/heartbeat"
  identify $$ "$d/supervisor.new" && mv -f "$d/supervisor.new" "$d/supervisor"
  (beat) &
  heart=$!
  tee= code=143
  if [ ! -e "$d/stop" ]; then
    # In the foreground: a command in the background of a shell would ignore an interrupt.
    if [ "$keeps_stdout" ]; then
      run_with_copy
    else
      (run) <"$input" >>"$d/log" 2>&1
    fi
    code=$?
  fi
  settle
  end_marked
  drain
  printf 'exit %s\\n' "$code" 1<>"$d/exit.new"
  mv -f "$d/exit.new" "$d/exit"
  kill "$heart" 2>/dev/null
}

main
`;

;// CONCATENATED MODULE: ./build/ssh/start.js



/** Where secrets pass through: memory, not a disk. The job's directory is taken where it is missing or full. */
const memory = '/dev/shm';
/**
 * Settles when the job's supervisor runs. Everything of the request goes over standard input. A directory whose job was
 * started already is left as it is, also when two start it at once; so a lost answer is simply asked for again.
 * Rejects with an `SshError`, or with what the host says when it cannot start a job.
 */
async function startJob(host, request, signal) {
    const script = Buffer.from(supervisorScript(request));
    const data = request.input === undefined ? undefined : Buffer.from(request.input);
    const input = data === undefined ? script : Buffer.concat([script, data]);
    for (const place of [memory, '']) {
        const command = startCommand(request.directory, place, script.length, data?.length);
        const { code, stdout, stderr } = await execAgain(host, command, { input, signal });
        if (/^job-started$/m.test(stdout.toString()))
            return;
        if (code === full && place !== '')
            continue;
        throw new Error(`no job could be started on ${host.name}: ${reason(stderr, code)}`);
    }
}
/** Exit code of `startCommand` when there was no room for the script. */
const full = 73;
function startCommand(directory, place, length, inputLength) {
    const words = [place, String(length), inputLength === undefined ? '' : String(inputLength)];
    const script = `d=$1 place=$2 length=$3 input_length=$4
umask=$(umask)
umask 077
mkdir -p "$d" && chmod 700 "$d" || exit 1
started() {
  cat >/dev/null
  printf '\\njob-started\\n'
  exit 0
}
[ -d "$d/claim" ] && [ -e "$d/supervisor" ] && started
${sessionFunctions}
find_session || {
  echo 'the host has none of setsid (package util-linux), perl and python3, by which a job outlives the connection' >&2
  exit 69
}
file=
[ "$place" ] && file=$(mktemp "$place/job.XXXXXX" 2>/dev/null)
[ "$file" ] || file=$(mktemp "$d/.job.XXXXXX") || exit 1
input=
# Where another start was first, nobody else removes them.
trap 'rm -f "$file" "$input"' EXIT
# All of the script and nothing of what comes behind it, which only single bytes make sure of.
if [ "$input_length" ]; then
  dd ibs=1 obs=65536 count="$length" of="$file" 2>/dev/null
else
  cat >"$file"
fi
# Cut off where the connection was lost: the part that has come is not a job.
[ "$(wc -c <"$file")" -eq "$length" ] || { echo 'the job did not arrive as a whole' >&2; exit ${full}; }
if [ "$input_length" ]; then
  input=$(mktemp "$d/.input.XXXXXX") || exit 1
  cat >"$input"
  [ "$(wc -c <"$input")" -eq "$input_length" ] || {
    echo "the job's input did not arrive as a whole" >&2
    exit 74
  }
fi
set -- sh "$file" "$file" "$d" "$umask" "$input"
# In the background of a shell it would ignore interrupts, and so would the job.
if setsid -f true >/dev/null 2>&1; then
  setsid -f "$@" </dev/null >/dev/null 2>>"$d/supervisor.log"
else
  (in_session "$@") </dev/null >/dev/null 2>>"$d/supervisor.log" &
fi
tries=0
until [ -e "$d/supervisor" ]; do
  tries=$((tries + 1))
  if [ -e "$d/stop" ]; then
    echo 'it was stopped before it began' >&2
    exit 71
  fi
  if [ "$tries" -gt 300 ]; then
    echo 'its supervisor did not come up' >&2
    tail -n 1 "$d/supervisor.log" >&2
    exit 70
  fi
  sleep 0.02 2>/dev/null || sleep 1
done
printf '\\njob-started\\n'`;
    return `exec sh -c ${(0,quote/* quoted */.T)(script)} sh ${(0,quote/* quotedPath */.M)(directory)} ${words.map(quote/* quoted */.T).join(' ')}`;
}

;// CONCATENATED MODULE: ./build/ssh/stop.js

/**
 * Works for any job: one that runs, has ended, was never started (and then never will be), or has lost its supervisor.
 * Rejects with an `SshError`.
 */
async function stopJob(host, directory, { graceSeconds, hurry }) {
    if (hurry?.aborted)
        return stop(host, directory, 0);
    let hasten;
    const hurried = new Promise((resolve) => {
        hasten = () => resolve('hurry');
        hurry?.addEventListener('abort', hasten, { once: true });
    });
    const patient = stop(host, directory, graceSeconds);
    try {
        const first = await Promise.race([patient, hurried]);
        if (first !== 'hurry')
            return first;
        // The patient one is done as soon as nothing is left to wait for.
        patient.catch(() => { });
        return await stop(host, directory, 0);
    }
    finally {
        if (hasten)
            hurry?.removeEventListener('abort', hasten);
    }
}
async function stop(host, directory, graceSeconds) {
    const grace = String(Math.max(0, Math.ceil(graceSeconds)));
    const { code, stdout, stderr } = await execAgain(host, jobCommand(stopScript, directory, grace), {});
    const answer = /^job-(gone|left)$/m.exec(stdout.toString())?.[1];
    if (answer === undefined)
        throw new Error(`a job on ${host.name} could not be stopped: ${reason(stderr, code)}`);
    return { gone: answer === 'gone' };
}
/** How long what was killed may take to be gone. */
const killHundredths = 500;
const stopScript = `
grace=$(($2 * 100))
[ -d "$d" ] || { printf '\\njob-gone\\n'; exit; }
# With this claim nobody starts it any more.
umask 077
if mkdir "$d/claim" 2>/dev/null; then
  echo 0 >"$d/stop"
  printf '\\njob-gone\\n'
  exit
fi

# unfinished: whether the supervisor still has something to do.
unfinished() {
  [ ! -e "$d/exit" ] && supervised
}

# signal_all NAME: the group, and what has left it.
signal_all() {
  if group_left; then
    signal_group "$1"
    # One that is stopped does not hear of it.
    signal_group CONT
  fi
  for pid in $(marked); do kill "-$1" "$pid" 2>/dev/null; done
}

printf '%s\\n' "$2" >"$d/stop.$$" && mv -f "$d/stop.$$" "$d/stop"
# Its supervisor may be just coming up.
tell
deadline=$((now + 100))
until [ -e "$d/supervisor" ] || [ "$now" -ge "$deadline" ]; do nap; done
asked=
deadline=$((now + grace))
while [ "$now" -lt "$deadline" ]; do
  if group_left; then
    [ "$asked" ] || signal_all TERM
    asked=yes
  elif ! unfinished; then
    break
  elif [ "$asked" ] || [ -e "$d/group" ]; then
    # The group is gone; what has left it gets no more time than in a run on this machine.
    end_marked
  fi
  nap
done
deadline=$((now + ${killHundredths}))
while group_left || unfinished; do
  [ "$now" -ge "$deadline" ] && break
  signal_all KILL
  nap
done
# It hangs: a job without a supervisor is better than one that goes on.
if unfinished && known supervisor; then
  kill -KILL "$pid"
  nap
fi
if end_marked && ! group_left; then printf '\\njob-gone\\n'; else printf '\\njob-left\\n'; fi
`;

;// CONCATENATED MODULE: ./build/ssh/job.js




async function jobState(host, directory, signal) {
    const result = await execAgain(host, jobCommand(stateScript, directory), { signal });
    const state = /^job-(absent|running|ended|vanished)$/m.exec(result.stdout.toString())?.[1];
    if (state === undefined)
        throw new Error(`the state of a job on ${host.name} could not be read: ${reason(result.stderr, result.code)}`);
    return state;
}
const stateScript = `
if [ ! -d "$d/claim" ]; then
  printf '\\njob-absent\\n'
  exit
fi
# Its supervisor is just coming up.
tries=0
until [ -e "$d/supervisor" ] || [ "$tries" -ge 20 ]; do
  tries=$((tries + 1))
  nap
done
# Asked before the exit file is looked for: it may come in between.
answer=vanished
if supervised || group_left; then answer=running; fi
[ -e "$d/exit" ] && answer=ended
printf '\\njob-%s\\n' "$answer"
`;


/***/ }),

/***/ 49089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ readPrivateKey),
/* harmony export */   aU: () => (/* binding */ newKeyPair),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   ee: () => (/* binding */ parsePublicKey)
/* harmony export */ });
/* unused harmony export fingerprint */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Keys of SSH: made, read and named. Needs no package, so that making a key costs no start-up time. */

const ed25519 = 'ssh-ed25519';
/** A fresh ed25519 pair, in memory only. */
function newKeyPair(comment = '') {
    if (/[\r\n\0]/.test(comment))
        throw new Error('the comment of a key is one line');
    const pair = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ed25519');
    const jwk = pair.privateKey.export({ format: 'jwk' });
    const secret = Buffer.from(jwk.d ?? '', 'base64url');
    const open = Buffer.from(jwk.x ?? '', 'base64url');
    const blob = Buffer.concat([field(ed25519), field(open)]);
    const check = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4);
    const inner = Buffer.concat([check, check, blob, field(Buffer.concat([secret, open])), field(comment)]);
    const padding = Buffer.from(Array.from({ length: (8 - (inner.length % 8)) % 8 }, (_, index) => index + 1));
    const outer = Buffer.concat([
        Buffer.from('openssh-key-v1\0'),
        field('none'),
        field('none'),
        field(''),
        Buffer.from([0, 0, 0, 1]),
        field(blob),
        field(Buffer.concat([inner, padding])),
    ]);
    const lines = outer.toString('base64').match(/.{1,70}/g) ?? [];
    return {
        privateKey: `-----BEGIN ${opensshKey}-----\n${lines.join('\n')}\n-----END ${opensshKey}-----\n`,
        publicKey: `${ed25519} ${blob.toString('base64')}${comment === '' ? '' : ` ${comment}`}`,
    };
}
/** As `ssh-keygen -l` prints it: `SHA256:…`. */
function fingerprint(publicKey) {
    return fingerprintOf(parsePublicKey(publicKey).blob);
}
function fingerprintOf(blob) {
    return `SHA256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}
/** An ed25519 public key as in `ssh_host_ed25519_key.pub`, or a line of `known_hosts`. Throws what is wrong with it. */
function parsePublicKey(text) {
    const words = text.trim().split(/\s+/);
    if (/[\r\n]/.test(text.trim()))
        throw new Error('a public key is one line; give only the line that starts ssh-ed25519');
    if (text.includes('PRIVATE KEY'))
        throw new Error('this is a private key; give the public one, ssh-ed25519 AAAA…');
    if (words[0] === '@revoked')
        throw new Error('this known_hosts line says that the key is revoked');
    if (words[0] === '@cert-authority')
        throw new Error('host certificates are not supported; give the key of the host');
    const at = words[0] === ed25519 ? 0 : words[1] === ed25519 ? 1 : -1;
    if (at < 0) {
        const other = words.find((word) => /^(ssh-|ecdsa-|sk-|rsa-)/.test(word));
        throw new Error(`${other === undefined ? 'this is not a public key' : `only ssh-ed25519 keys can be pinned, this is ${other}`}; ` +
            'print the right one on the host with: cat /etc/ssh/ssh_host_ed25519_key.pub');
    }
    const base64 = words[at + 1] ?? '';
    const blob = Buffer.from(base64, 'base64');
    const name = blob.length === 51 ? readFields(blob, 0, 2) : undefined;
    if (blob.toString('base64') !== base64 || name?.[0]?.toString() !== ed25519 || name[1]?.length !== 32)
        throw new Error('this ssh-ed25519 key is not complete; copy the whole line, ssh-ed25519 AAAA…');
    return { line: `${ed25519} ${base64}`, blob };
}
const opensshKey = 'OPENSSH PRIVATE KEY';
const howToUnlock = 'make one without a passphrase with: ssh-keygen -t ed25519 -N "" -f <file>';
/** Throws, without anything of the key, when it cannot be used. */
function readPrivateKey(text) {
    const clean = `${text.replaceAll('\r', '').trim()}\n`;
    const armour = /^-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----\n([\s\S]*)\n-----END \1-----\n$/.exec(clean);
    if (armour === null) {
        const isPublic = /^(ssh-|ecdsa-)/.test(clean);
        throw new Error(isPublic
            ? 'this is a public key; give the private one, the file without .pub'
            : 'this is not a private key; it has to start with -----BEGIN OPENSSH PRIVATE KEY----- and be complete');
    }
    const [, kind = '', body = ''] = armour;
    if (kind === 'ENCRYPTED PRIVATE KEY' || body.includes('ENCRYPTED'))
        throw new Error(`this private key has a passphrase; ${howToUnlock}`);
    if (kind === opensshKey)
        return { text: clean, fingerprint: fingerprintOf(readOpenSsh(body)) };
    if (kind !== 'RSA PRIVATE KEY' && kind !== 'EC PRIVATE KEY')
        throw new Error(`a private key of the form ${kind} is not supported; ssh-keygen -p -N "" -f <file> rewrites it as OpenSSH`);
    try {
        (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(clean);
    }
    catch {
        throw new Error('this private key is damaged; copy the whole file');
    }
    return { text: clean };
}
/** The public half. */
function readOpenSsh(body) {
    const damaged = new Error('this private key is damaged; copy the whole file');
    const magic = 'openssh-key-v1\0';
    const bytes = Buffer.from(body, 'base64');
    if (bytes.subarray(0, magic.length).toString('latin1') !== magic)
        throw damaged;
    const head = readFields(bytes, magic.length, 3);
    if (head === undefined)
        throw damaged;
    if (head[0]?.toString('latin1') !== 'none')
        throw new Error(`this private key has a passphrase; ${howToUnlock}`);
    const at = head.reduce((sum, item) => sum + 4 + item.length, magic.length) + 4;
    const [blob, inner] = readFields(bytes, at, 2) ?? [];
    if (blob === undefined || inner === undefined || inner.length < 8)
        throw damaged;
    if (!inner.subarray(0, 4).equals(inner.subarray(4, 8)))
        throw damaged;
    const type = readFields(blob, 0, 1)?.[0]?.toString('latin1') ?? '';
    if (!/^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp\d+)$/.test(type))
        throw new Error(`a private key of type ${type || 'unknown'} is not supported; ${howToUnlock}`);
    return blob;
}
function field(value) {
    const bytes = typeof value === 'string' ? Buffer.from(value) : value;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}
/** That many length-prefixed fields from there on; undefined when they are not all there. */
function readFields(bytes, from, count) {
    const fields = [];
    for (let at = from; fields.length < count;) {
        if (at + 4 > bytes.length)
            return undefined;
        const end = at + 4 + bytes.readUInt32BE(at);
        if (end > bytes.length)
            return undefined;
        fields.push(bytes.subarray(at + 4, end));
        at = end;
    }
    return fields;
}


/***/ }),

/***/ 78473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ fetchLarge),
/* harmony export */   Qw: () => (/* binding */ sendLarge),
/* harmony export */   cE: () => (/* binding */ largeFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var _conversation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19986);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95873);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30759);
/** Moves single large files in ranges, over several channels at once, and goes on where it was interrupted. */






/** Files larger than this are moved in ranges. */
const largeFile = 32 * 1024 * 1024;
/** What each channel loses at most when it is cut. Smaller ones cost more than they save: each is a process there. */
const rangeSize = 4 * 1024 * 1024;
const blockSize = 256 * 1024;
/** Of ranges that a channel is asked for before they come: it never waits for a question. */
const ahead = 2;
/** From so many bytes and milliseconds for a command on, one connection does not fill the line: its windows are too small. */
const farBytes = 64 * 1024 * 1024;
const farMilliseconds = 60;
/** One connection is used over four channels, several over two each. */
function channelsOver(hosts, ranges) {
    const each = hosts.length === 1 ? 4 : 2;
    const channels = [];
    for (let round = 0; round < each; round++)
        channels.push(...hosts);
    return channels.slice(0, Math.max(1, ranges));
}
function rangesOf(size) {
    return Array.from({ length: Math.ceil(size / rangeSize) }, (_, index) => index);
}
/** Where the input ends within a range, `dd` is content: only what it counts says that all has come. */
const writeRanges = `
LC_ALL=C; export LC_ALL
f=$1; while read -r number count; do
  said=$(dd of="$f.part" bs=${blockSize} seek=$((number * ${rangeSize / blockSize})) count="$count" \\
    iflag=fullblock conv=notrunc 2>&1) || { printf '%s\\n' "$said" >&2; exit 1; }
  case $said in "$count+0 "*) echo "$number" >>"$f.done" ;; *) exit 1 ;; esac
done`;
const finishFile = `
f=$1; dd if=/dev/null of="$f.part" bs=1 seek="$2" count=0 2>/dev/null
[ "$(sha256sum <"$f.part")" = "$3  -" ] || { rm -f "$f.part" "$f.done"; echo damaged; exit 0; }
rm -f "$f.done" && mv "$f.part" "$f"`;
/** Rejects with an `SshError` when the connection is lost; called again, it sends what is missing. */
async function sendLarge(hosts, request) {
    for (let attempt = 1;; attempt++) {
        if (await sendOnce(hosts, request))
            return;
        if (attempt === 2)
            throw new Error(`${request.file} did not arrive as it is; it may have changed while it was sent`);
    }
}
/** Whether it has arrived undamaged. */
async function sendOnce(hosts, request) {
    const [first] = hosts;
    if (first === undefined)
        throw new Error('internal: no host to send to; please report this');
    const word = `${request.folder}/${(0,_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(request.hash)}`;
    const started = performance.now();
    const asked = await first.exec(`mkdir -p -- ${request.folder} && if [ -f ${word} ]; then echo all; elif [ -f ${word}.part ]; then cat ${word}.done; fi`, { signal: request.signal });
    const isFar = performance.now() - started >= farMilliseconds;
    const answer = asked.stdout.toString('latin1').split('\n');
    if (answer.includes('all'))
        return true;
    const arrived = new Set(answer.filter((line) => /^[0-9]+$/.test(line)).map(Number));
    const missing = rangesOf(request.size).filter((range) => !arrived.has(range));
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(request.file, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW);
    const second = isFar && hosts.length === 1 && missing.length * rangeSize >= farBytes ? first.beside?.() : undefined;
    const channels = channelsOver(hosts, missing.length);
    let running = channels.length;
    let giveUp = () => { };
    const isOver = new Promise((resolve) => {
        giveUp = () => resolve(undefined);
    });
    if (second !== undefined)
        channels.push(second, second);
    try {
        await together(channels, request.signal, async (host, signal) => {
            const opened = host.open(`exec sh -c ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(writeRanges)} sh ${word}`, { signal });
            // While it has not come about, it has taken nothing, and the first connection sends it all.
            const joined = host === second ? Promise.race([opened.catch(() => undefined), isOver]) : opened;
            const remote = await joined;
            if (remote === undefined)
                return;
            remote.stdout.resume();
            const problem = (0,_send_js__WEBPACK_IMPORTED_MODULE_3__/* .tailOf */ .C)(remote.stderr);
            await (0,_send_js__WEBPACK_IMPORTED_MODULE_3__/* .send */ .t)(remote, rangesFrom(file, missing, request), request.sent);
            remote.stdin.end();
            const code = await remote.ended;
            if (code !== 0)
                throw new Error(`${host.name} could not write ${request.file}: ${problem() || 'is its disk full?'}`);
            if (host !== second && --running === 0)
                giveUp();
        });
    }
    finally {
        second?.close();
        await file.close();
    }
    const finished = await first.exec(`exec sh -c ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(finishFile)} sh ${word} ${request.size} ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(request.hash)}`, { signal: request.signal });
    if (finished.code !== 0)
        throw new Error(`${first.name} could not finish ${request.file}: ${finished.stderr.trim()}`);
    return !finished.stdout.toString().includes('damaged');
}
/** Takes the next range whenever one is sent, until none is left. Whole blocks: the host cuts the last one off. */
async function* rangesFrom(file, missing, request) {
    for (let range = missing.shift(); range !== undefined; range = missing.shift()) {
        const start = range * rangeSize;
        const length = Math.min(rangeSize, request.size - start);
        const blocks = Math.ceil(length / blockSize);
        yield Buffer.from(`${range} ${blocks}\n`);
        for (let at = 0; at < blocks * blockSize; at += 4 * blockSize) {
            const chunk = Buffer.allocUnsafe(Math.min(4 * blockSize, blocks * blockSize - at));
            let used = 0;
            for (let read = 1; used < chunk.length && read > 0; used += read)
                read = (await file.read(chunk, used, chunk.length - used, start + at + used)).bytesRead;
            yield chunk.fill(0, used);
        }
    }
}
const readRanges = `
${_conversation_js__WEBPACK_IMPORTED_MODULE_5__/* .sayData */ .Yb}
while read -r number; do
  dd if="$1" bs=${blockSize} skip=$((number * ${rangeSize / blockSize})) count=${rangeSize / blockSize} 2>/dev/null || exit 1
done`;
/** Rejects with an `SshError` when the connection is lost; called again, it fetches what is missing. */
async function fetchLarge(hosts, request) {
    for (let attempt = 1;; attempt++) {
        if (await fetchOnce(hosts, request))
            return;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(`${request.file}.ranges`, { force: true });
        if (attempt === 2)
            throw new Error(`${request.remote} did not arrive as it is; something writes to it on the host`);
    }
}
async function fetchOnce(hosts, request) {
    const [first] = hosts;
    if (first === undefined)
        throw new Error('internal: no host to fetch from; please report this');
    const notes = `${request.file}.ranges`;
    const arrived = await arrivedOf(request, notes);
    const missing = rangesOf(request.size).filter((range) => !arrived.has(range));
    const flags = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDWR | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW;
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(request.file, flags, 0o600);
    try {
        // The host reads it for its hash while it is sent.
        const [hashed] = await Promise.all([
            first.exec(`sha256sum <${request.remote}`, { signal: request.signal }),
            together(channelsOver(hosts, missing.length), request.signal, async (host, signal) => {
                if (missing.length === 0)
                    return;
                const remote = await host.open(`exec sh -c ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(readRanges)} sh ${request.remote}`, { signal });
                const problem = (0,_send_js__WEBPACK_IMPORTED_MODULE_3__/* .tailOf */ .C)(remote.stderr);
                const answer = new _conversation_js__WEBPACK_IMPORTED_MODULE_5__/* .Conversation */ .sy(remote.stdout);
                const isWhole = (await answer.marked(_conversation_js__WEBPACK_IMPORTED_MODULE_5__/* .dataMark */ .oJ)) !== undefined &&
                    (await receive(remote, answer, { file, missing, request, notes }));
                remote.stdin.end();
                await Promise.all([answer.drain(), remote.ended]);
                if (!isWhole)
                    throw new Error(`${host.name} could not send ${request.remote}: ${problem() || 'it has become shorter'}`);
            }),
        ]);
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        for await (const chunk of file.createReadStream({
            start: 0,
            autoClose: false,
            highWaterMark: 1024 * 1024,
        })) {
            request.signal?.throwIfAborted();
            hash.update(chunk);
        }
        const [theirs] = /[0-9a-f]{64}(?= {2}-$)/m.exec(hashed.stdout.toString('latin1')) ?? [];
        if (theirs !== hash.digest('hex'))
            return false;
    }
    finally {
        await file.close();
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(notes, { force: true });
    return true;
}
/** The ranges that are complete here, of this version of the file. */
async function arrivedOf(request, notes) {
    const [version, ...ranges] = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(notes, 'utf8').then((text) => text.split('\n'), () => ['']);
    const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(request.file).catch(() => undefined);
    if (version === request.version && there !== undefined)
        return new Set(ranges.filter((line) => /^[0-9]+$/.test(line)).map(Number));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(request.file, { force: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(notes, { force: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.appendFile)(notes, `${request.version}\n`);
    return new Set();
}
/** Whether all that was asked for has come. */
async function receive(remote, answer, { file, missing, request, notes }) {
    const asked = [];
    const ask = () => {
        const range = missing.shift();
        if (range === undefined)
            return;
        asked.push(range);
        remote.stdin.write(`${range}\n`);
    };
    for (let count = 0; count < ahead; count++)
        ask();
    for (let range = asked.shift(); range !== undefined; range = asked.shift()) {
        const start = range * rangeSize;
        const end = Math.min(start + rangeSize, request.size);
        for (let at = start; at < end;) {
            const bytes = await answer.some(end - at);
            if (bytes === undefined)
                return false;
            for (let used = 0; used < bytes.length;)
                used += (await file.write(bytes, used, bytes.length - used, at + used)).bytesWritten;
            at += bytes.length;
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.appendFile)(notes, `${range}\n`);
        request.received?.(end - start);
        ask();
    }
    return true;
}
/** The first one that fails ends the others. */
async function together(hosts, signal, work) {
    const failed = new AbortController();
    const both = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
    const settled = await Promise.allSettled(hosts.map((host) => work(host, both).catch((error) => {
        if (!failed.signal.aborted)
            failed.abort(error);
        throw error;
    })));
    signal?.throwIfAborted();
    if (failed.signal.aborted)
        throw failed.signal.reason;
    for (const one of settled)
        if (one.status === 'rejected')
            throw one.reason;
}


/***/ }),

/***/ 91173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jh: () => (/* binding */ sampleLoad),
/* harmony export */   rY: () => (/* binding */ checkGpu)
/* harmony export */ });
/* unused harmony exports loadIn, loadScript */
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95873);

const gpuSeconds = 20;
/** Beyond `gpuSeconds`: a driver that hangs does not let its process be killed. */
const answerMilliseconds = (gpuSeconds + 10) * 1000;
/** Undefined when the host tells nothing. Rejects as `Host.exec` does. */
async function sampleLoad(host, signal) {
    const { stdout } = await execWithin(host, loadScript(), signal);
    const load = loadIn(stdout.toString());
    return Object.keys(load).length > 0 ? load : undefined;
}
/** Whether `nvidia-smi` runs and lists a GPU, within 20 s. Rejects as `Host.exec` does. */
async function checkGpu(host, signal) {
    const failed = (why) => ({
        ok: false,
        message: `no working GPU on ${host.name}: ${why}`,
    });
    const late = `nvidia-smi did not answer within ${gpuSeconds} s`;
    let result;
    try {
        result = await execWithin(host, gpuScript, signal);
    }
    catch (error) {
        if (signal?.aborted || !isTimeout(error))
            throw error;
        return failed(late);
    }
    const lines = result.stdout.toString().split('\n');
    const end = /^gpu-end (\d+)$/.exec(lines.findLast((line) => line.startsWith('gpu-end ')) ?? '');
    const code = Number(end?.[1] ?? 1);
    if (code === 124 || code === 137)
        return failed(late);
    if (code === 127)
        return failed('nvidia-smi is not there');
    const said = lines.filter((line) => line.startsWith('gpu: ')).map((line) => line.slice(5).trim());
    const gpus = said.flatMap((line) => {
        const [name = '', driver = ''] = line.split(',').map((cell) => cell.trim());
        return name === '' || driver === '' || unknown.test(name) ? [] : [{ name, driver }];
    });
    const [first] = gpus;
    if (code !== 0 || !first) {
        const words = said.filter((line) => line !== '').join(' ');
        return failed(words === '' ? `nvidia-smi ended with exit code ${code}` : words.slice(0, 200));
    }
    const driver = unknown.test(first.driver) ? {} : { driver: first.driver };
    return { ok: true, name: first.name, count: gpus.length, ...driver };
}
const unknown = /^\[?(?:N\/A|Not Supported|Unknown Error|ERR!|GPU is lost)/i;
/** What the load script printed. Lines it does not know, such as those of a login shell, are left out. */
function loadIn(text) {
    const use = [];
    const gpuMemory = [];
    const memory = [];
    let machine;
    for (const line of text.split('\n')) {
        const [kind, ...cells] = line.trim().split(/[\s,]+/);
        const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = cells.map(
        // An empty cell is no zero.
        (cell) => (/^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN));
        if (kind === 'gpu:') {
            if (first <= 100)
                use.push(first / 100);
            if (third > 0)
                gpuMemory.push(second / third);
        }
        else if (kind === 'cgroup:') {
            // used, of that page cache, limit
            if (third > 0 && third < noLimit)
                memory.push((first - second) / third);
        }
        else if (kind === 'machine:' && first > 0)
            machine = 1 - second / first;
    }
    const load = {};
    const mean = use.reduce((sum, one) => sum + one, 0) / use.length;
    if (Number.isFinite(mean))
        load.gpu = bounded(mean);
    const fullest = gpuMemory.filter(Number.isFinite);
    if (fullest.length > 0)
        load.gpuMemory = bounded(Math.max(...fullest));
    const tightest = memory.filter(Number.isFinite);
    if (tightest.length > 0)
        load.memory = bounded(Math.max(...tightest));
    else if (machine !== undefined && Number.isFinite(machine))
        load.memory = bounded(machine);
    return load;
}
/** Bytes; cgroups of version 1 say a number like this for none. */
const noLimit = 2 ** 60;
function bounded(fraction) {
    return Math.min(1, Math.max(0, fraction));
}
function execWithin(host, script, signal) {
    const late = AbortSignal.timeout(answerMilliseconds);
    return host.exec(`exec sh -c ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(script)}`, {
        signal: signal ? AbortSignal.any([signal, late]) : late,
    });
}
function isTimeout(error) {
    return error instanceof Error && error.name === 'TimeoutError';
}
/** `nvidia` runs it with a time limit; images that hide it keep it in the second folder. */
const nvidiaFunctions = `
PATH=$PATH:/usr/bin:/usr/local/nvidia/bin
nvidia() {
  command -v nvidia-smi >/dev/null || return 127
  if command -v timeout >/dev/null; then
    timeout -k 2 ${gpuSeconds} nvidia-smi "$@"
  else
    nvidia-smi "$@"
  fi
}
`;
const gpuScript = `${nvidiaFunctions}
said=$(nvidia --query-gpu=name,driver_version --format=csv,noheader 2>&1)
code=$?
printf '%s\\n' "$said" | sed 's/^/gpu: /'
echo "gpu-end $code"
`;
/** @param root Before `/proc` and `/sys`; empty but in tests. */
function loadScript(root = '') {
    return `${nvidiaFunctions}
nvidia --query-gpu=utilization.gpu,memory.used,memory.total --format=csv,noheader,nounits 2>/dev/null |
  sed 's/^/gpu: /'

# cgroup USED LIMIT CACHE: the names of the files below $mount$at, and a pattern for the lines of memory.stat.
cgroup() {
  { read -r used <"$mount$at/$1" && read -r limit <"$mount$at/$2"; } 2>/dev/null || return
  cache=0
  while read -r key value; do
    case $key in "$3inactive_file" | "$3active_file") cache=$((cache + value)) ;; esac
  done 2>/dev/null <"$mount$at/memory.stat"
  echo "cgroup: $used $cache $limit"
}

if [ -r '${root}/proc/self/cgroup' ]; then
  while IFS=: read -r number controllers path; do
    case ,$controllers, in
      ,, | *,memory,*) ;;
      *) continue ;;
    esac
    for mount in '${root}/sys/fs/cgroup' '${root}/sys/fs/cgroup/memory'; do
      case $path in /*) at=$path ;; *) at= ;; esac
      while :; do
        at=\${at%/}
        if [ "$controllers" ]; then
          cgroup memory.usage_in_bytes memory.limit_in_bytes total_
        else
          cgroup memory.current memory.max ''
        fi
        [ "$at" ] || break
        at=\${at%/*}
      done
    done
  done <'${root}/proc/self/cgroup'
fi
total= available=
while read -r key value unit; do
  case $key in MemTotal:) total=$value ;; MemAvailable:) available=$value ;; esac
done 2>/dev/null <'${root}/proc/meminfo'
[ "$total" ] && [ "$available" ] && echo "machine: $total $available"
exit 0
`;
}


/***/ }),

/***/ 95873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ quotedPath),
/* harmony export */   T: () => (/* binding */ quoted)
/* harmony export */ });
/** Text as one word of a POSIX shell. */
function quoted(text) {
    if (text.includes('\0'))
        throw new Error('a shell word cannot hold a NUL byte');
    return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
/** A path on a host as one word: absolute, or below the home folder there, `~/project`. */
function quotedPath(path) {
    if (path === '~')
        return '"$HOME"';
    if (path.startsWith('~/'))
        return `"$HOME"/${quoted(path.slice(2))}`;
    if (!path.startsWith('/'))
        throw new Error(`internal: a path on a host is relative: ${path}; please report this`);
    return quoted(path);
}


/***/ }),

/***/ 30759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ tailOf),
/* harmony export */   t: () => (/* binding */ send)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/** Writes to a program on a host no faster than it takes it. */

/**
 * Stops early, without an error, where the program has ended: its answer says why. Rejects with that of the
 * connection when it is lost. Does not close the input.
 */
async function send(remote, chunks, sent = () => { }) {
    let over = false;
    const ended = remote.ended.then(() => {
        over = true;
    }, () => {
        over = true;
    });
    for await (const chunk of chunks) {
        if (over || remote.stdin.destroyed)
            break;
        if (!remote.stdin.write(chunk)) {
            const stop = new AbortController();
            const drained = (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(remote.stdin, 'drain', { signal: stop.signal }).catch(() => { });
            await Promise.race([drained, ended]);
            stop.abort();
        }
        sent(chunk.length);
    }
    if (over)
        await remote.ended;
}
/** The last of what a stream gives, as text. */
function tailOf(stream, most = 4096) {
    let tail = Buffer.alloc(0);
    stream.on('data', (chunk) => {
        tail = Buffer.concat([tail, chunk]).subarray(-most);
    });
    return () => tail.toString('utf8').trim();
}


/***/ }),

/***/ 65946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ stampOf)
/* harmony export */ });
/** Times are exact to less than a microsecond; whole nanoseconds would cost a walk a third of its time. */
function stampOf(stats) {
    return `${stats.dev} ${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`;
}


/***/ }),

/***/ 71361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ treeOf),
/* harmony export */   j: () => (/* binding */ matcher)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _breathe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37320);
/* harmony import */ var _inside_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9353);
/* harmony import */ var _stamp_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65946);
/** What a folder of ours holds, as it can be sent to a host. */






/**
 * Sorted by path. Never `.git` or `.ml-workflow`, and nothing through a link.
 * Rejects for a link that leads outside, a name that is not UTF-8, and an included path that is not there.
 */
async function treeOf(root, request) {
    const include = request.include ?? [];
    const included = include.length === 0 ? () => true : matcher(include, false);
    const excluded = matcher(request.exclude ?? [], true);
    for (const path of include) {
        if (!/[*?[]/.test(path) && !(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path)))
            throw new Error(`\`${path}\` is to be sent to the host and is not there`);
    }
    const entries = [];
    if (request.gitIgnored || !inRepository(root)) {
        await walk(root, '', { included, excluded, breathe: (0,_breathe_js__WEBPACK_IMPORTED_MODULE_3__/* .breather */ .o)(request.signal) }, entries);
    }
    else {
        const reached = folderCheck(root);
        for (const path of await listedByGit(root, request)) {
            const problem = (0,_inside_js__WEBPACK_IMPORTED_MODULE_4__/* .pathProblem */ .z9)(path);
            // Repositories in the repository are listed as folders, and are left out like submodules.
            if (problem !== undefined || !included(path) || excludedAbove(path, excluded))
                continue;
            if (!reached(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.dirname(path)))
                continue;
            const entry = entryOf(root, path);
            if (entry !== undefined && entry.kind !== 'folder')
                entries.push(entry);
        }
    }
    return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}
/** Folders are entries only when nothing else says that they are there. */
async function walk(root, at, filter, entries) {
    const pause = filter.breathe();
    if (pause !== undefined)
        await pause;
    let any = false;
    const folder = at === '' ? root : `${root}/${at}`;
    let names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder);
    // What is not UTF-8 is decoded with this character, which is allowed in itself.
    if (names.some((name) => name.includes('\ufffd')))
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder, { encoding: 'buffer' }).map((bytes) => nameOf(bytes, at));
    for (const name of names) {
        if ((0,_inside_js__WEBPACK_IMPORTED_MODULE_4__/* .isReserved */ .Bs)(name))
            continue;
        const path = at === '' ? name : `${at}/${name}`;
        if (filter.excluded(path)) {
            // Not empty: it is there only for what is left out.
            any = true;
            continue;
        }
        const entry = entryOf(root, path, filter.included);
        if (entry === undefined)
            continue;
        if (entry.kind === 'folder') {
            const inside = await walk(root, path, filter, entries);
            if (!inside && filter.included(path))
                entries.push(entry);
            any ||= inside || filter.included(path);
        }
        else if (filter.included(path)) {
            entries.push(entry);
            any = true;
        }
    }
    return any;
}
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function nameOf(bytes, folder) {
    try {
        return utf8.decode(bytes);
    }
    catch {
        const shown = JSON.stringify(bytes.toString('latin1'));
        throw new Error(`a name${folder === '' ? '' : ` in \`${folder}\``} is not UTF-8 and cannot be sent: ${shown}; rename or exclude it`);
    }
}
/** Whether a folder is one down from the root: git still lists what lay in one that is now a link. */
function folderCheck(root) {
    const known = new Map([['.', true]]);
    const reached = (folder) => {
        let is = known.get(folder);
        if (is === undefined) {
            const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(`${root}/${folder}`, { throwIfNoEntry: false });
            is = stats?.isDirectory() === true && reached(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.dirname(folder));
            known.set(folder, is);
        }
        return is;
    };
    return reached;
}
/** Undefined for what cannot be sent, such as a socket, and for what has gone in the meantime. */
function entryOf(root, path, wanted = () => true) {
    const whole = `${root}/${path}`;
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(whole, { throwIfNoEntry: false });
    if (stats === undefined)
        return undefined;
    const base = {
        path,
        mode: stats.mode & 0o777,
        modified: Math.trunc(stats.mtimeMs / 1000),
        stamp: (0,_stamp_js__WEBPACK_IMPORTED_MODULE_5__/* .stampOf */ .Z)(stats),
    };
    if (stats.isDirectory())
        return { ...base, kind: 'folder', size: 0 };
    if (stats.isFile())
        return { ...base, kind: 'file', size: stats.size };
    if (!stats.isSymbolicLink() || !wanted(path))
        return undefined;
    const target = nameOf((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(whole, { encoding: 'buffer' }), node_path__WEBPACK_IMPORTED_MODULE_2__.posix.dirname(path));
    const problem = (0,_inside_js__WEBPACK_IMPORTED_MODULE_4__/* .linkProblem */ .kD)(path, target) ?? leadsOutside(root, whole);
    if (problem !== undefined)
        throw new Error(`\`${path}\` cannot be sent to the host: ${problem}; remove or exclude it`);
    return { ...base, kind: 'link', mode: 0o777, size: Buffer.byteLength(target), target };
}
/** What a link comes to through other links of the tree. */
function leadsOutside(root, link) {
    let end;
    try {
        end = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(link);
    }
    catch {
        return undefined;
    }
    const top = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(root);
    return end === top || end.startsWith(`${top}/`)
        ? undefined
        : `it is a link that leads outside, to \`${end}\``;
}
function inRepository(root) {
    for (let at = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(root);; at = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(at, '.git')))
            return true;
        if (at === (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at))
            return false;
    }
}
async function listedByGit(root, request) {
    // A file system monitor is a program that the repository's configuration names.
    const words = ['-c', 'core.fsmonitor=false', 'ls-files', '-co', '--exclude-standard', '-z'];
    const { PATH, HOME } = process.env;
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', words, {
        cwd: root,
        env: { ...(request.environment ?? { PATH, HOME }), GIT_OPTIONAL_LOCKS: '0' },
        stdio: ['ignore', 'pipe', 'pipe'],
        ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    const out = [];
    const problem = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => problem.push(chunk));
    const code = await new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', resolve);
    });
    if (code !== 0)
        throw new Error(`git cannot list the files of ${root}: ${Buffer.concat(problem).toString().trim()}`);
    const bytes = Buffer.concat(out);
    const paths = [];
    let at = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, at)) {
        paths.push(nameOf(bytes.subarray(at, end), ''));
        at = end + 1;
    }
    // Conflicts are listed once for each side.
    return [...new Set(paths)];
}
function excludedAbove(path, excluded) {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
        if (excluded(path.slice(0, slash)))
            return true;
    return excluded(path);
}
/** Whether a path is, or lies in, one of these. `*` and `?` stay within a name, `**` does not. */
function matcher(patterns, anywhere) {
    const sources = patterns.map((pattern) => {
        const clean = pattern.replace(/^(\.?\/+)+/, '').replace(/\/+$/, '');
        if (clean === '' || clean === '.')
            return '.*';
        const body = clean.replace(/\*\*\/?|[*?]|[\\^$.|+()[\]{}]/g, (found) => {
            if (found === '**/')
                return '(?:.*/)?';
            if (found === '**')
                return '.*';
            if (found === '*')
                return '[^/]*';
            return found === '?' ? '[^/]' : `\\${found}`;
        });
        const any = anywhere && !pattern.includes('/') && clean === pattern;
        return `${any ? '(?:.*/)?' : ''}${body}(?:/.*)?`;
    });
    if (sources.length === 0)
        return () => false;
    const expression = new RegExp(`^(?:${sources.join('|')})$`, 's');
    return (path) => expression.test(path);
}


/***/ }),

/***/ 53702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ upload)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/ssh/compression.js
var compression = __webpack_require__(48595);
// EXTERNAL MODULE: ./build/ssh/conversation.js
var conversation = __webpack_require__(19986);
// EXTERNAL MODULE: ./build/ssh/breathe.js
var ssh_breathe = __webpack_require__(37320);
;// CONCATENATED MODULE: ./build/ssh/hash-cache.js
/** What uploads remember between processes: hashes of files that have not changed, and what a host was sent last. */


const head = 'hashes 1\0';
/** Of files in the folder: old ones go when there are more. */
const mostFiles = 64;
const mostBytes = 256 * 1024 * 1024;
/** For a file name: the same for the same parts. */
function cacheKey(...parts) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}
/** By absolute path. Empty where there is no such file, or where it is not as it was written. */
function readHashes(folder, name) {
    const known = new Map();
    const text = readText(folder, name);
    if (text === undefined || !text.startsWith(head))
        return known;
    for (const record of text.slice(head.length).split('\0')) {
        const tab = record.indexOf('\t');
        if (tab > 64)
            known.set(record.slice(tab + 1), { hash: record.slice(0, 64), stamp: record.slice(64, tab) });
    }
    return known;
}
function writeHashes(folder, name, known) {
    let text = head;
    for (const [path, { hash, stamp }] of known)
        text += `${hash}${stamp}\t${path}\0`;
    writeText(folder, name, text);
}
/** Undefined where it is not there, or not as it was written. */
function readText(folder, name) {
    try {
        const file = `${folder}/${name}`;
        if ((0,external_node_fs_.statSync)(file).size > mostBytes)
            return undefined;
        const bytes = (0,external_node_fs_.readFileSync)(file);
        const body = bytes.subarray(64);
        return bytes.toString('latin1', 0, 64) === sha256(body) ? body.toString('utf8') : undefined;
    }
    catch {
        return undefined;
    }
}
/** Without it, everything is only slower: where it cannot be written, it is not. */
function writeText(folder, name, text) {
    const fresh = `${folder}/${name}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`;
    try {
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        const body = Buffer.from(text);
        (0,external_node_fs_.writeFileSync)(fresh, Buffer.concat([Buffer.from(sha256(body), 'latin1'), body]), { mode: 0o600 });
        (0,external_node_fs_.renameSync)(fresh, `${folder}/${name}`);
        removeOld(folder);
    }
    catch {
        (0,external_node_fs_.rmSync)(fresh, { force: true });
    }
}
function removeOld(folder) {
    const names = (0,external_node_fs_.readdirSync)(folder);
    if (names.length <= mostFiles)
        return;
    const ages = names.map((name) => {
        const file = `${folder}/${name}`;
        return { file, written: (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
    });
    ages.sort((a, b) => b.written - a.written);
    for (const { file } of ages.slice(mostFiles / 2))
        (0,external_node_fs_.rmSync)(file, { force: true });
}
function sha256(bytes) {
    return (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
}

// EXTERNAL MODULE: ./build/ssh/stamp.js
var stamp = __webpack_require__(65946);
;// CONCATENATED MODULE: ./build/ssh/file-hash.js
/** SHA-256 of files of ours. What was read is not read again while the file is the same. */





const known = new Map();
const mostKnown = 200_000;
/** Of contents that are kept until they are sent. */
const mostKept = 64 * 1024 * 1024;
const smallFile = 1024 * 1024;
/** A file that changes twice within its time stamp's grain looks the same: what is that young is read again. */
const settledMilliseconds = 2_000;
/** By path, in the order of the entries; others than files are passed over. A file that has gone is not there. */
async function hashFiles(root, entries, { cache, signal } = {}) {
    const hashes = new Map();
    const name = `${cacheKey(root, cache?.name ?? '')}.hashes`;
    const kept = cache === undefined ? undefined : readHashes(cache.folder, name);
    const remembered = new Map();
    const settled = Date.now() - settledMilliseconds;
    let fresh = 0;
    let room = mostKept;
    const breathe = (0,ssh_breathe/* breather */.o)(signal);
    for (const entry of entries) {
        if (entry.kind !== 'file')
            continue;
        const whole = entry.source ?? `${root}/${entry.path}`;
        const before = sameOf(entry.stamp, known.get(whole)) ?? sameOf(entry.stamp, kept?.get(whole));
        if (before !== undefined) {
            const { hash, stamp } = before;
            remembered.set(whole, before);
            hashes.set(entry.path, { hash, stamp, size: entry.size, mode: entry.mode });
            continue;
        }
        // One that is being written is read until it stays the same meanwhile.
        const file = (entry.size <= smallFile ? readSmall(whole, entry) : undefined) ?? (await readWhole(whole, signal));
        if (file === undefined)
            continue;
        known.delete(whole);
        if (changedAt(file.stamp) < settled) {
            const { stamp, hash } = file;
            known.set(whole, { stamp, hash });
            remembered.set(whole, { stamp, hash });
            fresh += 1;
            if (known.size > mostKnown)
                for (const [oldest] of known)
                    if (known.delete(oldest))
                        break;
        }
        if (file.content !== undefined && file.size <= room) {
            room -= file.size;
            hashes.set(entry.path, file);
        }
        else {
            const { content: _, ...rest } = file;
            hashes.set(entry.path, rest);
        }
        const pause = breathe();
        if (pause !== undefined)
            await pause;
    }
    if (cache !== undefined && (fresh > 0 || kept?.size !== remembered.size))
        writeHashes(cache.folder, name, remembered);
    return hashes;
}
function sameOf(stamp, before) {
    return before?.stamp === stamp ? before : undefined;
}
/** The later of its two times, in milliseconds since 1970. */
function changedAt(stamp) {
    const [, , , modified, changed] = stamp.split(' ');
    return Math.max(Number(modified), Number(changed));
}
/** Faster than a hash object, and in Node since 20.12. */
const hashOnce = external_node_crypto_.hash;
function file_hash_sha256(bytes) {
    return hashOnce === undefined
        ? external_node_crypto_.createHash('sha256').update(bytes).digest('hex')
        : hashOnce('sha256', bytes);
}
/** Small files are read into it one behind the other. */
let pool = Buffer.alloc(0);
/**
 * Undefined where its size is another one by now. Its stamp is the one that it was listed with: what was read later only
 * makes the next look read it again.
 */
function readSmall(path, entry) {
    const file = opened(path);
    if (file === undefined)
        return undefined;
    try {
        // One byte more says whether it has grown.
        if (pool.length <= entry.size)
            pool = Buffer.allocUnsafe(2 * smallFile);
        const size = (0,external_node_fs_.readSync)(file, pool, 0, entry.size + 1, null);
        if (size !== entry.size)
            return undefined;
        const content = pool.subarray(0, size);
        pool = pool.subarray(size);
        return { hash: file_hash_sha256(content), stamp: entry.stamp, size, mode: entry.mode, content };
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
const mostTries = 3;
async function readWhole(path, signal) {
    for (let attempt = 1;; attempt++) {
        const file = await readLarge(path, signal);
        if (file !== 'changed')
            return file;
        if (attempt === mostTries)
            throw new Error(`${path} has changed while it was read; try again when nothing writes to it`);
    }
}
async function readLarge(path, signal) {
    const file = opened(path);
    if (file === undefined)
        return undefined;
    try {
        const stats = (0,external_node_fs_.fstatSync)(file);
        const hash = external_node_crypto_.createHash('sha256');
        const stream = (0,external_node_fs_.createReadStream)(path, { fd: file, autoClose: false, highWaterMark: 1024 * 1024 });
        for await (const chunk of stream) {
            signal?.throwIfAborted();
            hash.update(chunk);
        }
        if ((0,stamp/* stampOf */.Z)((0,external_node_fs_.fstatSync)(file)) !== (0,stamp/* stampOf */.Z)(stats))
            return 'changed';
        return {
            hash: hash.digest('hex'),
            stamp: (0,stamp/* stampOf */.Z)(stats),
            size: stats.size,
            mode: stats.mode & 0o777,
        };
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function opened(path) {
    try {
        return (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/ssh/large-file.js
var large_file = __webpack_require__(78473);
;// CONCATENATED MODULE: ./build/ssh/manifest.js
/** What an upload has put on a host, and what the next one has to do. */


const kinds = { file: 'F', link: 'L', folder: 'D' };
const kindOf = { F: 'file', L: 'link', D: 'folder' };
/** One line, ended by NUL, for each entry; the same for the same tree. */
function manifestText(manifest) {
    let text = '';
    for (const entry of manifest.values())
        text += lineOf(entry);
    return text;
}
function lineOf({ kind, mode, size, hash, path }) {
    return `${kinds[kind]} ${mode.toString(8)} ${size} ${hash} ${path}\0`;
}
/** What, behind the text of the one manifest, makes it the other. */
function manifestChange(from, to) {
    let text = '';
    for (const entry of to.values()) {
        const had = from.get(entry.path);
        const isSame = had !== undefined &&
            had.hash === entry.hash &&
            had.mode === entry.mode &&
            had.kind === entry.kind &&
            had.size === entry.size;
        if (!isSame)
            text += lineOf(entry);
    }
    for (const path of from.keys())
        if (!to.has(path))
            text += `X 0 0  ${path}\0`;
    return text;
}
/** Later entries hold. Those that cannot be read are left out: they are sent again. */
function parseManifest(text) {
    const manifest = new Map();
    for (const line of text.split('\0')) {
        const match = /^([FLDX]) ([0-7]+) ([0-9]+) ([0-9a-f]*) (.+)$/s.exec(line);
        if (match === null)
            continue;
        const [, kind = 'F', mode = '0', size = '0', hash = '', path = ''] = match;
        if (kind === 'X') {
            manifest.delete(path);
            continue;
        }
        manifest.set(path, {
            path,
            kind: kindOf[kind],
            mode: Number.parseInt(mode, 8),
            size: Number(size),
            hash,
        });
    }
    return manifest;
}
function idOf(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 32);
}
/** Names that `stat` and `sha256sum` do not print as they are. */
function isOdd(path) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is asked for
    return /[\\\u0000-\u001f\u007f]/.test(path);
}
/** As `stat -c '%f %s %n'` prints it on the host. */
function listingLine(entry) {
    const type = entry.kind === 'link' ? 0xa000 : 0x8000;
    const mode = entry.kind === 'link' ? 0o777 : entry.mode;
    return `${(type | mode).toString(16)} ${entry.size} ./${entry.path}\n`;
}
/** The lines of `stat -c '%f %s %n'` and those of `sha256sum` as one. Without a hash, a file is as good as missing. */
function foundOn(listing, hashes) {
    const byPath = new Map();
    for (const line of hashes.split('\n')) {
        const match = /^([0-9a-f]{64}) [ *]\.\/(.+)$/.exec(line);
        if (match?.[1] !== undefined && match[2] !== undefined)
            byPath.set(match[2], match[1]);
    }
    const found = new Map();
    for (const line of listing.split('\n')) {
        const match = /^([0-9a-f]+) ([0-9]+) \.\/(.+)$/.exec(line);
        if (match === null)
            continue;
        const [, bits = '0', size = '0', path = ''] = match;
        const mode = Number.parseInt(bits, 16);
        const type = mode & 0xf000;
        if (type !== 0x8000 && type !== 0xa000 && type !== 0x4000)
            continue;
        found.set(path, {
            path,
            kind: type === 0x8000 ? 'file' : type === 0xa000 ? 'link' : 'folder',
            mode: mode & 0o7777,
            size: Number(size),
            hash: type === 0x8000 ? (byPath.get(path) ?? '') : '',
        });
    }
    return found;
}
function deltaOf(wanted, state) {
    const there = state.is === 'clean' ? state.manifest : state.is === 'dirty' ? state.found : none;
    const sent = [];
    const modes = [];
    const folders = new Set();
    for (const entry of wanted.values()) {
        const had = there.get(entry.path);
        if (entry.kind === 'folder') {
            if (had?.kind !== 'folder')
                addWay(folders, entry.path);
            continue;
        }
        // What was found at the end of a link is not in its place.
        const same = had?.kind === entry.kind && had.hash === entry.hash && inPlace(entry.path, there, wanted);
        if (!same) {
            sent.push(entry);
            addWay(folders, external_node_path_.posix.dirname(entry.path));
        }
        else if (entry.kind === 'file' && had.mode !== entry.mode)
            modes.push(entry);
    }
    const { deleted, deletedFolders } = deletions(wanted, state);
    const ways = new Set();
    for (const path of [...deleted, ...deletedFolders])
        addWay(ways, external_node_path_.posix.dirname(path));
    for (const entry of modes)
        addWay(ways, external_node_path_.posix.dirname(entry.path));
    return {
        sent,
        modes,
        deleted,
        deletedFolders,
        folders: [...folders].sort(),
        ways: [...ways].sort(),
    };
}
const none = new Map();
function addWay(into, folder) {
    for (let at = folder; at !== '.' && !into.has(at); at = external_node_path_.posix.dirname(at))
        into.add(at);
}
/** Every folder above is a folder, as far as that is known. */
function inPlace(path, there, known) {
    for (let at = external_node_path_.posix.dirname(path); at !== '.'; at = external_node_path_.posix.dirname(at)) {
        const folder = there.get(at);
        if (folder === undefined ? !(known.has(at) && isOdd(at)) : folder.kind !== 'folder')
            return false;
    }
    return true;
}
function deletions(wanted, state) {
    if (state.is === 'empty')
        return { deleted: [], deletedFolders: [] };
    const manifests = state.is === 'clean' ? [state.manifest] : state.manifests;
    const there = state.is === 'clean' ? state.manifest : state.found;
    const deleted = new Set();
    const deletedFolders = new Set();
    for (const [at, manifest] of manifests.entries()) {
        for (const entry of manifest.values()) {
            const now = wanted.get(entry.path);
            const kept = now !== undefined && (now.kind === 'folder') === (entry.kind === 'folder');
            if (kept || !inPlace(entry.path, there, manifest))
                continue;
            const found = there.get(entry.path);
            const finished = state.is === 'clean' || (at === 0 && state.finished);
            // An interrupted upload may not have come to it: then it is the host's own.
            if (!finished && (found === undefined || found.kind !== entry.kind))
                continue;
            if (!finished && entry.kind === 'file' && found?.hash !== entry.hash)
                continue;
            if (entry.kind === 'folder') {
                if (found === undefined ? isOdd(entry.path) : found.kind === 'folder')
                    deletedFolders.add(entry.path);
            }
            else if (isOdd(entry.path) || (found !== undefined && found.kind !== 'folder'))
                deleted.add(entry.path);
        }
    }
    return { deleted: [...deleted].sort(), deletedFolders: [...deletedFolders].sort().reverse() };
}

// EXTERNAL MODULE: ./build/ssh/quote.js
var quote = __webpack_require__(95873);
// EXTERNAL MODULE: ./build/ssh/send.js
var send = __webpack_require__(30759);
;// CONCATENATED MODULE: ./build/ssh/tar-write.js
/** Tar archives, written in large chunks: ustar, with pax records for what it cannot say. */


const block = 512;
const chunkSize = 1024 * 1024;
/** The most that eleven octal digits say. */
const mostOctal = 8 * 1024 ** 3 - 1;
const zeros = Buffer.alloc(block);
/** Reads the files while it goes: one chunk is read when the next is asked for. Throws where a file cannot be read. */
function* tarOf(members, options = {}) {
    let chunk = Buffer.allocUnsafe(chunkSize);
    let used = 0;
    for (const member of members) {
        const extra = extraHeaders(member, options.longNames ?? 'pax');
        for (let at = 0; at < extra.length;) {
            if (used === chunkSize) {
                yield chunk;
                chunk = Buffer.allocUnsafe(chunkSize);
                used = 0;
            }
            const copied = extra.copy(chunk, used, at);
            at += copied;
            used += copied;
        }
        if (used === chunkSize) {
            yield chunk;
            chunk = Buffer.allocUnsafe(chunkSize);
            used = 0;
        }
        writeHeader(chunk.subarray(used, used + block), {
            ...splitName(member),
            kind: tar_write_kinds[member.kind],
            mode: member.mode,
            size: member.kind === 'file' ? member.size : 0,
            modified: member.modified ?? 0,
            target: member.target ?? '',
        });
        used += block;
        if (member.kind !== 'file')
            continue;
        const body = bodyOf(member);
        try {
            for (let left = member.size; left > 0;) {
                if (used === chunkSize) {
                    yield chunk;
                    chunk = Buffer.allocUnsafe(chunkSize);
                    used = 0;
                }
                const read = body.into(chunk, used, Math.min(left, chunkSize - used));
                left -= read;
                used += read;
            }
        }
        finally {
            body.close();
        }
        // Chunks are whole blocks: the rest of this one has room.
        const rest = (block - (used % block)) % block;
        chunk.fill(0, used, used + rest);
        used += rest;
    }
    if (used > 0)
        yield chunk.subarray(0, used);
    if (options.open !== true)
        yield Buffer.alloc(2 * block);
}
const tar_write_kinds = { file: '0', link: '2', folder: '5' };
function bodyOf(member) {
    const content = member.content;
    if (content === undefined)
        throw new Error(`internal: nothing to send for ${member.path}; please report this`);
    if (Buffer.isBuffer(content)) {
        let from = 0;
        return {
            into(chunk, at, most) {
                const copied = content.copy(chunk, at, from, from + most);
                if (copied === 0)
                    throw changed(member.path);
                from += copied;
                return copied;
            },
            close() { },
        };
    }
    // Never through a link that somebody has put there in the meantime.
    const file = (0,external_node_fs_.openSync)(content.file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
    try {
        if ((0,stamp/* stampOf */.Z)((0,external_node_fs_.fstatSync)(file)) !== content.stamp)
            throw changed(member.path);
    }
    catch (error) {
        (0,external_node_fs_.closeSync)(file);
        throw error;
    }
    return {
        into(chunk, at, most) {
            const read = (0,external_node_fs_.readSync)(file, chunk, at, most, null);
            if (read === 0)
                throw changed(member.path);
            return read;
        },
        close: () => (0,external_node_fs_.closeSync)(file),
    };
}
function changed(path) {
    return new Error(`${path} has changed while it was read; try again when nothing writes to it`);
}
const tar_write_none = Buffer.alloc(0);
function splitName(member) {
    const bytes = Buffer.from(member.kind === 'folder' ? `${member.path}/` : member.path);
    if (bytes.length <= 100)
        return { name: bytes, prefix: tar_write_none, whole: true };
    // At the first slash that leaves a name of at most 100 bytes behind it.
    const slash = bytes.indexOf(0x2f, Math.max(1, bytes.length - 101));
    if (slash > 0 && slash <= 155 && slash < bytes.length - 1)
        return { name: bytes.subarray(slash + 1), prefix: bytes.subarray(0, slash), whole: true };
    return { name: bytes.subarray(0, 100), prefix: tar_write_none, whole: false };
}
function isAscii(text) {
    for (let at = 0; at < text.length; at++)
        if (text.charCodeAt(at) > 126)
            return false;
    return true;
}
/** What stands before a member's own header. */
function extraHeaders(member, longNames) {
    const name = splitName(member);
    const target = member.target ?? '';
    const longTarget = Buffer.byteLength(target) > 100;
    const large = member.kind === 'file' && member.size > mostOctal;
    if (name.whole && !longTarget && !large && isAscii(member.path) && isAscii(target))
        return tar_write_none;
    const path = member.kind === 'folder' ? `${member.path}/` : member.path;
    const parts = [];
    if (longNames === 'gnu') {
        if (longTarget)
            parts.push(...extra('K', '././@LongLink', `${target}\0`));
        if (!name.whole)
            parts.push(...extra('L', '././@LongLink', `${path}\0`));
        return Buffer.concat(parts);
    }
    let records = '';
    if (!name.whole || !isAscii(path))
        records += record('path', path);
    if (longTarget || !isAscii(target))
        records += record('linkpath', target);
    if (large)
        records += record('size', String(member.size));
    return Buffer.concat(extra('x', 'PaxHeaders/next', records));
}
function extra(kind, name, text) {
    const body = Buffer.from(text);
    const header = Buffer.alloc(block);
    writeHeader(header, {
        name: Buffer.from(name),
        prefix: tar_write_none,
        kind,
        mode: 0o644,
        size: body.length,
        modified: 0,
        target: '',
    });
    return [header, body, zeros.subarray(0, (block - (body.length % block)) % block)];
}
/** `<length> key=value\n`, where the length counts its own digits. */
function record(key, value) {
    const rest = Buffer.byteLength(key) + Buffer.byteLength(value) + 3;
    let length = rest + String(rest).length;
    if (rest + String(length).length !== length)
        length = rest + String(length).length;
    return `${length} ${key}=${value}\n`;
}
function writeHeader(into, header) {
    into.fill(0);
    header.name.copy(into, 0);
    octal(into, 100, 7, header.mode & 0o777);
    octal(into, 108, 7, 0);
    octal(into, 116, 7, 0);
    if (header.size <= mostOctal)
        octal(into, 124, 11, header.size);
    else {
        // As GNU tar writes it, for those that do not read the pax record.
        into[124] = 0x80;
        into.writeBigUInt64BE(BigInt(header.size), 128);
    }
    octal(into, 136, 11, Math.max(0, Math.trunc(header.modified)));
    into.fill(0x20, 148, 156);
    into.write(header.kind, 156, 'latin1');
    into.write(header.target, 157, 100, 'utf8');
    into.write('ustar\u000000', 257, 'latin1');
    header.prefix.copy(into, 345);
    let sum = 0;
    for (let at = 0; at < block; at++)
        sum += into[at] ?? 0;
    octal(into, 148, 6, sum);
    into[154] = 0;
}
function octal(into, at, digits, value) {
    into.write(value.toString(8).padStart(digits, '0'), at, 'latin1');
}

// EXTERNAL MODULE: ./build/ssh/tree.js
var ssh_tree = __webpack_require__(71361);
;// CONCATENATED MODULE: ./build/ssh/upload-script.js
/**
 * What an upload runs on the host, as one conversation over one channel: it says its state, gets the manifest that is
 * wanted, answers with what it has, and unpacks what is sent.
 *
 * Beside the tree, in `.ml-workflow/manifests/`: `<name>` says which manifest holds, and a digest of the size, times
 * and mode of all that it lists; it is replaced by a rename when an upload has finished. `<name>.<id>-<number>/` is a
 * manifest, there from the moment on at which its upload begins to write.
 */

/** At the head of each line that is ours: a login script may print lines of its own. */
const mark = '#ml-workflow ';
/** Tested with GNU coreutils and tar, and with BusyBox. */
const script = `
LC_ALL=C TZ=UTC0; export LC_ALL TZ; umask 022
# What startup files print may be no whole line.
echo
say() { printf '${mark}%s\\n' "$*"; }
fail() { say "failed $*"; exit 9; }
list() { {
  for f in plain odd; do [ ! -s "$1/$f" ] || xargs -0 -r stat -c '%y %z %f %s %n' <"$1/$f"; done
  for f in folders odd-folders; do [ ! -s "$1/$f" ] || xargs -0 -r stat -c '%f %n' <"$1/$f"; done
} 2>/dev/null; }
part() { gzip -1 -c >"$m.part"; say "part $(wc -c <"$m.part")"; cat "$m.part"; rm -f "$m.part"; }
links() { xargs -0 -r sh -c 'for d do if [ -L "$d" ]; then printf "%s\\n" "$d"; exit 1; fi; done' sh <"$1"; }
blocked() { xargs -0 -r sh -c 'for d do
  if [ -L "$d" ] || { [ -e "$d" ] && [ ! -d "$d" ]; }; then printf "%s\\n" "$d"; exit 1; fi; done' sh <"$1"; }
mkdir -p -- "$1" && cd -- "$1" && mkdir -p .ml-workflow/manifests || fail folder
m=.ml-workflow/manifests/$2
tools=-
command -v zstd >/dev/null 2>&1 && tools=zstd
case $(tar --version 2>/dev/null) in *GNU*|*bsdtar*) names=pax ;; *) names=gnu ;; esac
id= old= begun= count=0
[ -f "$m" ] && read -r id old <"$m"
if [ -n "$id" ] && [ -d "$m.$id" ]; then count=1; else id=; fi
for d in "$m".*/; do
  d=\${d%/}
  [ -d "$d" ] || continue
  case $d in "$m.$id") ;; *.tmp) rm -rf "$d" ;; *) begun="$begun $d"; count=$((count+1)) ;; esac
done
if [ -z "$id$begun" ]; then state=empty
elif [ -z "$begun" ] && [ "$(list "$m.$id" | sha256sum)" = "$old" ]; then state=clean
else state=dirty; fi
say "$state $tools $names $count \${id:+finished}"
read -r wanted base || exit 1
all="\${id:+$m.$id} $begun"
case $state in
  clean)
    if [ "\${id%-*}" = "$wanted" ]; then say same; exit 0; fi
    if [ "\${id%-*}" = "$base" ]; then say "base $(wc -c <"$m.$id/body")"
    else part <"$m.$id/body"; fi ;;
  dirty)
    for d in $all; do part <"$d/body"; done
    for d in $all; do cat "$d/plain" "$d/folders"; done | sort -zu >"$m.union"
    xargs -0 -r stat -c '%f %s %n' <"$m.union" 2>/dev/null | part
    xargs -0 -r sh -c 'for f do [ ! -L "$f" ] && [ -f "$f" ] && printf "%s\\0" "$f"; done' sh <"$m.union" |
      xargs -0 -r sha256sum 2>/dev/null | part
    rm -f "$m.union" ;;
esac
read -r new bytes packed expected lines || exit 1
n=$m.$new
rm -rf "$n.tmp"; mkdir "$n.tmp" || fail folder
dd bs="$bytes" count=1 iflag=fullblock 2>/dev/null | gzip -dc | tar xf - -C "$n.tmp" && [ -f "$n.tmp/end" ] || exit 1
if [ -f "$n.tmp/change" ]; then cat "$m.$id/body" "$n.tmp/change" >"$n.tmp/body" || fail folder; fi
if [ ! -f "$n.tmp/plain" ]; then
  (cd "$m.$id" && cp plain odd folders odd-folders "../\${n##*/}.tmp/") || fail folder
fi
mv "$n.tmp" "$n" || fail folder
# Each program that has nothing to do costs some milliseconds.
if [ -s "$n/ways" ]; then way=$(links "$n/ways"); [ -z "$way" ] || fail "way $way"; fi
if [ -s "$n/deleted" ]; then xargs -0 -r rm -f -- <"$n/deleted" || fail remove; fi
if [ -s "$n/deleted-folders" ]; then xargs -0 -r rmdir -- <"$n/deleted-folders" 2>/dev/null; fi
if [ -s "$n/needed" ]; then
  way=$(blocked "$n/needed"); [ -z "$way" ] || fail "way $way"
  xargs -0 -r mkdir -p -- <"$n/needed" || fail folder
fi
if [ -s "$n/large" ]; then
  xargs -0 -r -n 4 sh -c 'rm -f -- "$5" && $2 "$1/$3" "$5" && chmod "$4" "$5"' sh \
    ".ml-workflow/incoming/$2" <"$n/large" || fail large
fi
case $packed in
  zstd) zstd -dc | tar xpmof - ;;
  gzip) gzip -dc | tar xpmof - ;;
  none) tar xpmof - ;;
esac || fail unpack
for c in "$n"/mode-*; do
  if [ -f "$c" ]; then xargs -0 -r chmod "\${c##*-}" <"$c" || fail mode; fi
done
list "$n" >"$n/listing"
# Where all was sent, the listing says what is to be verified, behind its times.
v=$n/verify
[ -z "$lines" ] || v=$n/plain
{ [ -n "$lines" ] && [ "$(head -n "$lines" "$n/listing" | cut -d ' ' -f 7- | sha256sum)" = "$expected  -" ]; } ||
  [ "$(xargs -0 -r stat -c '%f %s %n' <"$v" 2>/dev/null | sha256sum)" = "$expected  -" ] || fail verify
echo "$new $(sha256sum <"$n/listing")" >"$m.new" && mv -f "$m.new" "$m" || fail folder
set -- ".ml-workflow/incoming/$2" "$n"/[elnwvdcm]*
for d in "$m".*/; do [ "\${d%/}" = "$n" ] || set -- "$@" "$d"; done
say done
rm -rf "$@"
`;
/** `to` is absolute or `~/…`. */
function uploadCommand(to, name) {
    return `exec sh -c ${(0,quote/* quoted */.T)(script)} sh ${(0,quote/* quotedPath */.M)(to)} ${(0,quote/* quoted */.T)(name)}`;
}

;// CONCATENATED MODULE: ./build/ssh/upload.js
/** Makes a folder on a host hold what a tree of ours holds, and sends only what it does not have. */

















/**
 * Rejects with an `SshError` when the connection is lost. The folder may then have parts of the tree; another upload
 * sends the rest. Times of files are those of the host at which they arrived.
 */
async function upload(host, request) {
    const started = performance.now();
    request.signal?.throwIfAborted();
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(request.name))
        throw new Error(`internal: an upload cannot be called ${request.name}; please report this`);
    const opened = host.open(uploadCommand(request.to, request.name), { signal: request.signal });
    // The host looks at what it has while we look at what we have.
    const local = localTree(request);
    const [remote, ours] = await both(opened, local);
    const problem = (0,send/* tailOf */.C)(remote.stderr);
    try {
        const counts = await converse(host, remote, ours, request, problem);
        return { files: fileCount(ours.manifest), ...counts, seconds: (performance.now() - started) / 1000 };
    }
    catch (error) {
        request.signal?.throwIfAborted();
        throw error;
    }
    finally {
        remote.close();
    }
}
/** Leaves no channel open when the tree cannot be read. */
async function both(opened, local) {
    const [remote, ours] = await Promise.allSettled([opened, local]);
    if (remote.status === 'fulfilled' && ours.status === 'fulfilled')
        return [remote.value, ours.value];
    if (remote.status === 'fulfilled')
        remote.value.close();
    throw ours.status === 'rejected' ? ours.reason : remote.status === 'rejected' ? remote.reason : undefined;
}
async function localTree(request) {
    const { tree, root, name, signal } = request;
    const entries = 'gitIgnored' in tree ? await (0,ssh_tree/* treeOf */.g)(root, { signal, ...tree }) : tree;
    const files = await hashFiles(root, entries, {
        cache: request.cache === undefined ? undefined : { folder: request.cache, name },
        signal,
    });
    const manifest = new Map();
    const targets = new Map();
    const sources = new Map();
    const addFolder = (path) => {
        if (path === '.' || manifest.has(path))
            return;
        addFolder(external_node_path_.posix.dirname(path));
        manifest.set(path, { path, kind: 'folder', mode: 0o755, size: 0, hash: '' });
    };
    for (const entry of entries) {
        addFolder(entry.kind === 'folder' ? entry.path : external_node_path_.posix.dirname(entry.path));
        if (entry.kind === 'link' && entry.target !== undefined) {
            const hash = (0,external_node_crypto_.createHash)('sha256').update(entry.target).digest('hex');
            manifest.set(entry.path, { path: entry.path, kind: 'link', mode: 0o777, size: entry.size, hash });
            targets.set(entry.path, entry.target);
        }
        const file = files.get(entry.path);
        if (file === undefined)
            continue;
        sources.set(entry.path, entry.source ?? `${root}/${entry.path}`);
        manifest.set(entry.path, {
            path: entry.path,
            kind: 'file',
            // The host has to read what it was sent, and we to write it again.
            mode: file.mode | 0o600,
            size: file.size,
            hash: file.hash,
        });
    }
    const text = manifestText(manifest);
    return { manifest, text, id: idOf(text), files, targets, sources };
}
function fileCount(manifest) {
    let count = 0;
    for (const entry of manifest.values())
        if (entry.kind !== 'folder')
            count += 1;
    return count;
}
async function converse(host, remote, ours, request, problem) {
    const answers = new conversation/* Conversation */.sy(remote.stdout);
    const { cache } = request;
    const sentKey = `${cacheKey(host.name, request.to, request.name)}.sent`;
    const base = cache === undefined ? undefined : readText(cache, sentKey);
    remote.stdin.write(`${ours.id} ${base === undefined ? '-' : idOf(base)}\n`);
    const finish = async () => {
        remote.stdin.end();
        await Promise.all([answers.drain(), remote.ended]);
    };
    const failure = async (line) => {
        await finish();
        return new Error(explained(host, request, line, problem()));
    };
    const first = await answers.marked(mark);
    const [state = '', zstd, names, count, finished] = (first ?? '').split(' ');
    if (state !== 'empty' && state !== 'clean' && state !== 'dirty')
        throw await failure(first);
    const answer = {
        state,
        zstd: zstd === 'zstd',
        names: names === 'gnu' ? 'gnu' : 'pax',
        count: Number(count),
        finished: finished === 'finished',
    };
    const there = await stateOf(answers, answer, base);
    if (there === 'same') {
        await finish();
        return { sentFiles: 0, sentBytes: 0, deletedFiles: 0 };
    }
    if (there === undefined)
        throw await failure(undefined);
    const delta = deltaOf(ours.manifest, there);
    const sentBytes = delta.sent.reduce((sum, entry) => sum + entry.size, 0);
    let passed = 0;
    const progress = (bytes) => {
        passed = Math.min(passed + bytes, sentBytes);
        request.progress?.({ bytes: passed, of: sentBytes });
    };
    const large = delta.sent.filter((entry) => entry.kind === 'file' && entry.size > large_file/* largeFile */.cE);
    const folder = (0,quote/* quotedPath */.M)(`${request.to.replace(/(?<=.)\/+$/, '')}/.ml-workflow/incoming/${request.name}`);
    for (const entry of new Map(large.map((one) => [one.hash, one])).values()) {
        const file = ours.sources.get(entry.path) ?? '';
        const { size, hash } = entry;
        const hosts = [host, ...(request.more ?? [])];
        await (0,large_file/* sendLarge */.Qw)(hosts, { file, size, hash, folder, signal: request.signal, sent: progress });
    }
    const small = delta.sent.filter((entry) => !large.includes(entry));
    const members = small.map((entry) => memberOf(entry, ours));
    const packed = small.length === 0 ? 'nothing' : packing(members, answer.zstd);
    const isAll = delta.modes.length === 0 && delta.sent.length === fileCount(ours.manifest);
    const isListed = isAll && !delta.sent.some(({ path }) => isOdd(path));
    const orders = (0,external_node_zlib_.gzipSync)(Buffer.concat([...tarOf(ordersOf(ours, delta, { large, before: there, isListed }))]), { level: 1 });
    const expected = (0,external_node_crypto_.createHash)('sha256');
    for (const entry of [...delta.sent, ...delta.modes])
        expected.update(listingLine(entry));
    const nonce = Math.random().toString(36).slice(2, 12);
    await (0,send/* send */.t)(remote, [
        Buffer.from(`${ours.id}-${nonce} ${orders.length} ${packed} ${expected.digest('hex')} ${isListed ? delta.sent.length : ''}\n`),
        orders,
    ]);
    if (packed !== 'nothing') {
        const chunks = tarOf(members, { longNames: answer.names });
        await sendPacked(remote, chunks, packed, progress);
    }
    remote.stdin.end();
    const last = await answers.marked(mark);
    if (last !== 'done')
        throw await failure(last);
    await finish();
    if (cache !== undefined)
        writeText(cache, sentKey, ours.text);
    return { sentFiles: delta.sent.length, sentBytes, deletedFiles: delta.deleted.length };
}
/** Bytes of one list of what the host has: a million files and more. */
const mostState = 256 * 1024 ** 2;
/** Undefined where the host has stopped in the middle. */
async function stateOf(answers, answer, base) {
    const part = async (line) => {
        const [word, length] = (line ?? (await answers.marked(mark)) ?? '')
            .split(' ')
            .filter((text) => text !== '');
        if (word !== 'part')
            return undefined;
        const bytes = Number(length) > mostState ? undefined : await answers.bytes(Number(length));
        if (bytes === undefined)
            return undefined;
        try {
            // A few bytes may stand for as many as there is no room for.
            return (0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: mostState }).toString('utf8');
        }
        catch {
            throw new Error('what the host says of its files cannot be read, or is too long');
        }
    };
    if (answer.state === 'empty')
        return { is: 'empty' };
    if (answer.state === 'clean') {
        const line = await answers.marked(mark);
        if (line === 'same')
            return 'same';
        const [, known] = /^base +([0-9]+)$/.exec(line ?? '') ?? [];
        if (known !== undefined && base !== undefined)
            return { is: 'clean', manifest: parseManifest(base), length: Number(known) };
        const text = await part(line ?? '');
        if (text === undefined)
            return undefined;
        return { is: 'clean', manifest: parseManifest(text), length: text.length };
    }
    const manifests = [];
    for (let at = 0; at < answer.count; at++) {
        const text = await part();
        if (text === undefined)
            return undefined;
        manifests.push(parseManifest(text));
    }
    const listing = await part();
    const hashes = await part();
    if (listing === undefined || hashes === undefined)
        return undefined;
    return { is: 'dirty', manifests, finished: answer.finished, found: foundOn(listing, hashes) };
}
function memberOf(entry, ours) {
    const { path, kind, mode, size } = entry;
    if (kind === 'link')
        return { path, kind, mode, size, target: ours.targets.get(path) ?? '' };
    const file = ours.files.get(path);
    const content = file?.content ?? { file: ours.sources.get(path) ?? '', stamp: file?.stamp ?? '' };
    return { path, kind, mode, size, content };
}
const sampled = 32;
const sampleBytes = 16 * 1024;
function packing(members, zstd) {
    const bytes = members.reduce((sum, member) => sum + member.size + 512, 0);
    // What most bytes are of decides, and those are in the largest files.
    const files = members.filter((member) => member.kind === 'file').sort((a, b) => b.size - a.size);
    const samples = [];
    for (const { content } of files.slice(0, sampled)) {
        if (Buffer.isBuffer(content))
            samples.push(content.subarray(0, sampleBytes));
        else if (content !== undefined)
            samples.push(...headOf(content.file));
    }
    return (0,compression/* chooseCompression */.gS)(bytes, samples, zstd);
}
function headOf(path) {
    let file;
    try {
        file = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
    }
    catch {
        // Whoever sends it says what is wrong with it.
        return [];
    }
    const head = Buffer.alloc(sampleBytes);
    try {
        return [head.subarray(0, (0,external_node_fs_.readSync)(file, head, 0, sampleBytes, 0))];
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
async function sendPacked(remote, chunks, packed, progress) {
    const packer = (0,compression/* compressor */.e)(packed);
    if (packer === undefined)
        return (0,send/* send */.t)(remote, chunks, progress);
    const counted = function* () {
        for (const chunk of chunks) {
            yield chunk;
            progress(chunk.length);
        }
    };
    // Ends with an error of its own when the host takes no more; the host's answer is the one that counts.
    const packing = (0,promises_.pipeline)(external_node_stream_.Readable.from(counted(), { highWaterMark: 2 }), packer);
    packing.catch(() => { });
    try {
        await (0,send/* send */.t)(remote, packer);
    }
    catch (error) {
        packer.destroy();
        throw error;
    }
}
/** What is to be done before and after unpacking, as files of the manifest's folder on the host. */
function ordersOf(ours, delta, { large, before, isListed }) {
    const lists = [
        ...manifestOf(ours, before),
        ['ways', listOf(delta.ways)],
        ['deleted', listOf(delta.deleted)],
        ['deleted-folders', listOf(delta.deletedFolders)],
        ['needed', listOf(delta.folders)],
        ['large', largeMoves(large)],
        ['verify', isListed ? '' : listOf([...delta.sent, ...delta.modes].map((entry) => entry.path))],
    ];
    const modes = new Map();
    for (const { mode, path } of delta.modes)
        modes.set(mode, [...(modes.get(mode) ?? []), path]);
    for (const [mode, paths] of modes)
        lists.push([`mode-${mode.toString(8).padStart(4, '0')}`, listOf(paths)]);
    lists.push(['end', '']);
    return lists.map(([path, text]) => {
        const content = Buffer.from(text);
        return { path, kind: 'file', mode: 0o600, size: content.length, content };
    });
}
/** Of a manifest that the host has, what is different. */
function manifestOf(ours, before) {
    const lists = [['body', ours.text]];
    if (before.is === 'clean') {
        const change = manifestChange(before.manifest, ours.manifest);
        if (before.length + change.length < 2 * ours.text.length)
            lists[0] = ['change', change];
        if (hasSamePaths(before.manifest, ours.manifest))
            return lists;
    }
    const all = [...ours.manifest.values()];
    const things = all.filter((entry) => entry.kind !== 'folder').map((entry) => entry.path);
    const folders = all.filter((entry) => entry.kind === 'folder').map((entry) => entry.path);
    const plain = (path) => !isOdd(path);
    lists.push(['plain', listOf(things.filter(plain))], ['odd', listOf(things.filter(isOdd))], ['folders', listOf(folders.filter(plain))], ['odd-folders', listOf(folders.filter(isOdd))]);
    return lists;
}
function hasSamePaths(one, other) {
    if (one.size !== other.size)
        return false;
    for (const entry of one.values()) {
        const match = other.get(entry.path);
        if (match === undefined || (match.kind === 'folder') !== (entry.kind === 'folder'))
            return false;
    }
    return true;
}
function listOf(paths) {
    return paths.map((path) => `./${path}\0`).join('');
}
/** The last one of equal files takes what has arrived, the others copy it. */
function largeMoves(large) {
    const left = new Map();
    for (const { hash } of large)
        left.set(hash, (left.get(hash) ?? 0) + 1);
    return large
        .map(({ hash, mode, path }) => {
        const count = left.get(hash) ?? 1;
        left.set(hash, count - 1);
        return `${count > 1 ? 'cp' : 'mv'}\0${hash}\0${mode.toString(8)}\0./${path}\0`;
    })
        .join('');
}
function explained(host, request, line, stderr) {
    const where = `${request.to} on ${host.name}`;
    const because = stderr === '' ? '' : `: ${stderr.split('\n').slice(-3).join('; ')}`;
    const [word, what, ...rest] = (line ?? '').split(' ');
    if (word !== 'failed')
        return `the upload to ${where} ended in the middle${because}`;
    if (what === 'way')
        return `\`${rest.join(' ').replace(/^\.\//, '')}\` in ${where} is in the way of a folder of that name: it is a link or a file that no upload has put there; remove it`;
    if (what === 'verify')
        return `after the upload, ${where} does not hold what was sent; something else writes there, or its file system does not keep names and modes`;
    return `the upload to ${where} failed (${[what, ...rest].join(' ')})${because}`;
}


/***/ }),

/***/ 49184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ missingOn),
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   kA: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _ssh_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95873);
/* harmony import */ var _steadily_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87788);
/** A short script on a host, and what it answers. */



/** In `sh`, whatever the login shell is. It may run more than once: a connection that is lost is no answer. */
async function ask(host, script, options) {
    const { signal, input, most } = options;
    const mark = `answer-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}\n`;
    const command = `exec sh -c ${(0,_ssh_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .T)(`printf %s ${(0,_ssh_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .T)(mark)}\n${script}`)}`;
    const limit = most === undefined ? undefined : most + longestPreamble;
    const { code, stdout, stderr } = await (0,_steadily_js__WEBPACK_IMPORTED_MODULE_1__/* .steadily */ .Q)(signal, () => host.exec(command, { signal, input, most: limit }));
    const at = stdout.indexOf(mark);
    const lines = stderr.split('\n').filter((line) => line.trim() !== '');
    return {
        code,
        stdout: at < 0 ? Buffer.alloc(0) : stdout.subarray(at + mark.length),
        reason: lines.at(-1)?.trim() ?? `exit code ${code}`,
    };
}
/** Lines of the answer, without the end of the last one. */
function linesOf({ stdout }) {
    const text = stdout.toString('utf8').replace(/\n$/, '');
    return text === '' ? [] : text.split('\n');
}
/** Bytes of what startup files print. */
const longestPreamble = 1024 * 1024;
/** Of these paths below the folder, those that are not there. */
async function missingOn(host, folder, paths, signal) {
    if (paths.length === 0)
        return [];
    const words = paths.map((path) => (0,_ssh_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .T)(`./${path}`)).join(' ');
    const script = `cd ${(0,_ssh_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .T)(folder)} || exit 1
for f in ${words}; do if [ -e "$f" ]; then echo there; else echo missing; fi; done`;
    const answer = await ask(host, script, { signal });
    const lines = linesOf(answer);
    if (lines.length !== paths.length)
        throw new Error(`${folder} on ${host.name} cannot be looked at: ${answer.reason}`);
    return paths.filter((_, at) => lines[at] === 'missing');
}


/***/ }),

/***/ 65809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ treeSource),
/* harmony export */   OZ: () => (/* binding */ cacheIn),
/* harmony export */   vT: () => (/* binding */ noSync)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _git_export_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49518);
/** What goes to every host of a run, and where it lies there. */



const noSync = { source: 'git-tree', include: [], exclude: [], up: [], down: [], require: [] };
/** What makes the next upload from a project faster: absolute, and safe to remove. */
function cacheIn(workspace) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, '.ml-workflow', 'cache', 'uploads');
}
/** `git-tree` is what the commit holds; where there is no repository, what is there. */
function treeSource(plan, place) {
    let tree;
    const make = async () => {
        const { workspace, runDirectory, environment, say } = place;
        const working = { root: workspace, isWorking: true };
        if ((plan.sync ?? noSync).source === 'working-tree')
            return working;
        const link = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDirectory, 'tree');
        // A run that goes on sends what it began with.
        const before = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(link, { throwIfNoEntry: false }) && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(link));
        const { sha, dirty } = before === undefined ? await place.revision() : { sha: before, dirty: false };
        if (sha === null)
            return working;
        if (dirty)
            say('changes that no commit has stay on this machine; commit them, or declare `sync: { source: working-tree }`');
        const root = await exported(workspace, sha, environment);
        if (before === undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.symlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(runDirectory, root), link);
        return { root, isWorking: false };
    };
    return () => {
        tree ??= make();
        return tree;
    };
}
/** Commits whose trees are kept: the next run of one has nothing to export, and nothing to hash. */
const mostTrees = 3;
/** Below `.ml-workflow/cache`. Absolute. */
async function exported(workspace, sha, { PATH, HOME }) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, '.ml-workflow', 'cache', 'trees');
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, sha);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(root)) {
        const now = new Date();
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.utimesSync)(root, now, now);
        return root;
    }
    const fresh = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)(`${root}.`);
    // Git needs no more, and may run what a configuration names.
    await (0,_git_export_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .exportTree */ .D)({ workspace, revision: sha, into: fresh, environment: { PATH, HOME } });
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(fresh, root);
    }
    catch (error) {
        // Another run was faster.
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(root))
            throw error;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(fresh, { recursive: true, force: true });
    }
    dropOldTrees(folder);
    return root;
}
function dropOldTrees(folder) {
    const age = (name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).sort((a, b) => age(b) - age(a));
    // A run of today may still send one.
    const old = names.slice(mostTrees).filter((name) => Date.now() - age(name) > 24 * 3_600_000);
    for (const name of old)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { recursive: true, force: true });
}


/***/ }),

/***/ 86305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vr: () => (/* binding */ uploadName),
/* harmony export */   X9: () => (/* binding */ anchored),
/* harmony export */   ws: () => (/* binding */ entriesAt)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _ssh_inside_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9353);
/* harmony import */ var _ssh_stamp_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65946);
/* harmony import */ var _ssh_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71361);
/** A file or folder of ours as entries of a tree that has it in another place. */






/** `exclude`: paths below the root. Rejects as `treeOf` does, and where there is nothing. */
async function entriesAt(root, { from, to }, exclude, signal) {
    const source = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, from));
    const at = node_path__WEBPACK_IMPORTED_MODULE_2__.posix.normalize(to).replace(/\/$/, '');
    // Keys of pods, and git's, also where a link leads to them.
    for (const path of [from, at, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(root), source)]) {
        const reserved = path.split('/').find(_ssh_inside_js__WEBPACK_IMPORTED_MODULE_3__/* .isReserved */ .Bs);
        if (reserved !== undefined)
            throw new Error(`\`${from}\` cannot be sent: nothing is moved into or out of \`${reserved}\``);
    }
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(source);
    if (!stats.isDirectory()) {
        if (!stats.isFile())
            throw new Error(`\`${from}\` is neither a file nor a folder and cannot be sent`);
        return [
            {
                path: at === '.' ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(from) : at,
                kind: 'file',
                mode: stats.mode & 0o777,
                size: stats.size,
                modified: Math.trunc(stats.mtimeMs / 1000),
                stamp: (0,_ssh_stamp_js__WEBPACK_IMPORTED_MODULE_5__/* .stampOf */ .Z)(stats),
                source,
            },
        ];
    }
    const inside = exclude.flatMap((path) => {
        const below = node_path__WEBPACK_IMPORTED_MODULE_2__.posix.relative(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.normalize(from), node_path__WEBPACK_IMPORTED_MODULE_2__.posix.normalize(path));
        return below === '..' || below.startsWith('../') ? [] : [anchored(below)];
    });
    const entries = await (0,_ssh_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .treeOf */ .g)(source, { exclude: inside, gitIgnored: true, signal });
    return entries.map((entry) => ({
        ...entry,
        path: at === '.' ? entry.path : node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(at, entry.path),
        ...(entry.kind === 'file' ? { source: `${source}/${entry.path}` } : {}),
    }));
}
/** Of the top alone, and not of any folder that has such a name in it. */
function anchored(path) {
    return path.startsWith('./') ? path : `./${path}`;
}
/**
 * Of an upload of these: what another one of the same things has sent and this one does not have goes, and nothing else
 * does.
 */
function uploadName(kind, what) {
    return `${kind}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 16)}`;
}


/***/ }),

/***/ 14042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ hostFault)
/* harmony export */ });
/* harmony import */ var _ssh_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96403);
/** Errors of the world, which are failures of a unit: a full disk, a host that answers nonsense, a name that cannot be sent. */

/** One sentence. Undefined for a lost host, which has its own classes, and for a mistake of this program. */
function hostFault(error) {
    if (!(error instanceof Error) || error instanceof _ssh_host_js__WEBPACK_IMPORTED_MODULE_0__/* .SshError */ .D)
        return undefined;
    if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
        return undefined;
    return error.message.startsWith('internal:') ? undefined : error.message;
}


/***/ }),

/***/ 63589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ PlaceError)
/* harmony export */ });
/** What a person has to put right before anything can run on a host. */
class PlaceError extends Error {
    class;
    /** The last of what the host printed. */
    tail;
    constructor(failure, message, tail = []) {
        super(message);
        this.name = 'PlaceError';
        this.class = failure;
        this.tail = tail;
    }
}


/***/ }),

/***/ 91978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* reexport */ place_error/* PlaceError */.e),
  i: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/ssh/quote.js
var quote = __webpack_require__(95873);
// EXTERNAL MODULE: ./build/ssh/inside.js
var inside = __webpack_require__(9353);
;// CONCATENATED MODULE: ./build/ssh/remote-hashes.js


const script = `
LC_ALL=C; export LC_ALL
cd -- "$1" 2>/dev/null || exit 0
xargs -0 -r sh -c 'for path do
  if [ -f "$path" ]; then hash=$(sha256sum <"$path")
  elif [ -d "$path" ]; then hash=$(cd -- "$path" && {
    find . -type d | sort
    find . -type f -print0 | sort -z | xargs -0 -r sha256sum
    find . -type l | sort | while IFS= read -r link; do printf "%s -> %s\\n" "$link" "$(readlink -- "$link")"; done
  } | sha256sum)
  else hash=none; fi
  printf "%s\\n" "\${hash%% *}"
done' sh`;
/**
 * SHA-256 by path, of files and folders below `folder`; of what is not there, none. That of a file is of what it holds.
 * That of a folder is of a listing of its folders, files with their hashes, and links with their targets: it is equal
 * for equal folders on one host, and no more.
 */
async function hashesOn(host, folder, paths, signal) {
    if (paths.length === 0)
        return {};
    for (const path of paths) {
        const problem = path === '.' ? undefined : (0,inside/* pathProblem */.z9)(path);
        if (problem !== undefined)
            throw new Error(`\`${path}\` cannot be looked at on ${host.name}: ${problem}`);
    }
    const input = paths.map((path) => `./${path}\0`).join('');
    const { code, stdout, stderr } = await host.exec(`exec sh -c ${(0,quote/* quoted */.T)(script)} sh ${(0,quote/* quotedPath */.M)(folder)}`, {
        input,
        signal,
    });
    const lines = stdout
        .toString('latin1')
        .split('\n')
        .filter((line) => /^([0-9a-f]{64}|none)$/.test(line));
    if (code !== 0 || (lines.length > 0 && lines.length !== paths.length))
        throw new Error(`${folder} on ${host.name} cannot be read: ${stderr.trim() || `exit code ${code}`}`);
    const hashes = {};
    for (const [at, path] of paths.entries()) {
        const hash = lines[at];
        if (hash !== undefined && hash !== 'none')
            hashes[path] = hash;
    }
    return hashes;
}

// EXTERNAL MODULE: ./build/ssh/upload.js + 5 modules
var upload = __webpack_require__(53702);
// EXTERNAL MODULE: ./build/targets/hosts/ask.js
var ask = __webpack_require__(49184);
// EXTERNAL MODULE: ./build/targets/hosts/cargo.js
var hosts_cargo = __webpack_require__(65809);
// EXTERNAL MODULE: ./build/targets/hosts/entries.js
var entries = __webpack_require__(86305);
// EXTERNAL MODULE: ./build/targets/hosts/host-fault.js
var host_fault = __webpack_require__(14042);
// EXTERNAL MODULE: ./build/targets/hosts/place-error.js
var place_error = __webpack_require__(63589);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/engine/plain-text.js
var plain_text = __webpack_require__(76879);
// EXTERNAL MODULE: ./build/ssh/job.js + 6 modules
var ssh_job = __webpack_require__(37034);
// EXTERNAL MODULE: ./build/targets/unit/unit-log.js
var unit_log = __webpack_require__(94887);
// EXTERNAL MODULE: ./build/targets/hosts/steadily.js
var steadily = __webpack_require__(87788);
;// CONCATENATED MODULE: ./build/targets/hosts/set-up.js
/** `setup:` of a target: once on each host, and again when its text has changed. */









const folder = '.ml-workflow/setup';
/** What a failure shows of its output. */
const tailLines = 20;
const longestLine = 2_000;
/** Of its job, in the workspace on the host. */
function setUpDirectory(setup) {
    return external_node_path_.posix.join(folder, (0,external_node_crypto_.createHash)('sha256').update(setup).digest('hex').slice(0, 16));
}
/**
 * Goes on there when the connection is lost. Rejects with a `PlaceError` when it fails, and then it is done again by
 * whoever comes next; on `signal` it is ended.
 */
async function setUp(host, workspace, { target: { setup: script, environment }, called, say, signal, }) {
    if (script === undefined)
        return;
    const directory = external_node_path_.posix.join(workspace, setUpDirectory(script));
    const remove = (command) => (0,ask/* ask */.kA)(host, command, { signal });
    const state = await (0,steadily/* steadily */.Q)(signal, () => (0,ssh_job/* jobState */.d)(host, directory));
    const tail = [];
    const lines = new unit_log/* Lines */.qo((line) => {
        const plain = (0,plain_text/* plainText */.w)(line).trimEnd();
        if (plain === '')
            return;
        tail.push(plain.slice(0, longestLine));
        if (tail.length > tailLines)
            tail.shift();
        say(`${called}: setup: ${plain.trimStart()}`);
    });
    let end;
    try {
        if (state === 'absent' || state === 'vanished') {
            // An earlier text counts no more: this one may undo what it has done.
            const all = (0,quote/* quoted */.T)(external_node_path_.posix.join(workspace, folder));
            const others = `for d in ${all}/*/; do [ ! -e "$d/exit" ] || rm -rf "$d"; done`;
            await remove(`rm -rf ${(0,quote/* quoted */.T)(directory)}; ${others}`);
            const job = {
                directory,
                shell: 'bash',
                flags: ['-eo', 'pipefail', '-c'],
                script,
                name: 'setup',
            };
            const rest = { arguments: [], cwd: workspace, environment, secrets: {}, keepsStdout: false };
            await (0,steadily/* steadily */.Q)(signal, () => (0,ssh_job/* startJob */._1)(host, { ...job, ...rest }, signal));
        }
        end = await (0,ssh_job/* followJob */.Bv)(host, { directory, from: 0, onData: (chunk) => lines.add(chunk), signal });
    }
    catch (error) {
        if (signal.aborted)
            await endOf(host, directory);
        throw error;
    }
    finally {
        lines.end();
    }
    if (end.is === 'exit' && end.code === 0)
        return;
    await remove(`rm -rf ${(0,quote/* quoted */.T)(directory)}`);
    const last = tail.at(-1)?.trim().slice(0, 200);
    throw new place_error/* PlaceError */.e('provision', `\`setup:\` failed on ${host.name}: ${howItEnded(end)}${last === undefined ? '' : `: ${last}`}`, tail);
}
/** As far as the host can be asked. */
async function endOf(host, directory) {
    try {
        await (0,ssh_job/* stopJob */.CC)(host, directory, { graceSeconds: 0 });
        await host.exec(`rm -rf ${(0,quote/* quoted */.T)(directory)}`);
    }
    catch {
        // The next one finds it, as it is.
    }
}
function howItEnded(end) {
    switch (end.is) {
        case 'exit':
            return `exit code ${end.code}`;
        case 'signal':
            return `killed by ${end.signal}`;
        case 'vanished':
            return end.message;
    }
}

// EXTERNAL MODULE: ./build/targets/hosts/transfer.js
var transfer = __webpack_require__(63878);
;// CONCATENATED MODULE: ./build/targets/hosts/remote-place.js
/** A host that answers → one on which commands of this project can run: its tree, its data, its set-up. */













/**
 * Can be done again on a host that has all of it, which then costs a few round trips. Rejects with a `PlaceError`, a
 * `TransferError`, an `SshError`, or the reason of `signal`; then nothing of it runs there any more.
 */
async function prepare(host, preparing) {
    const { target, cargo, transfers, say, signal } = preparing;
    const { plan } = cargo;
    const sync = plan.sync ?? hosts_cargo/* noSync */.vT;
    try {
        const { workspace, isSetUp } = await workspaceOn(host, target, signal);
        await preparing.claim?.(workspace);
        await sendTree(host, await cargo.tree(), { sync, workspace, cache: (0,hosts_cargo/* cacheIn */.OZ)(cargo.workspace), signal });
        const ends = { workspace: cargo.workspace, to: workspace, signal };
        if (sync.up.length > 0) {
            const paths = sync.up.map((path) => ({ from: path, to: path }));
            await (0,transfer/* transferUp */.LY)(host, { paths, exclude: [] }, ends);
        }
        for (const key of transfers) {
            const command = plan.commands[key];
            if (command?.is === 'transfer')
                await (0,transfer/* transferUp */.LY)(host, command, ends);
        }
        await demand(host, sync, workspace, signal);
        if (!isSetUp)
            await setUp(host, workspace, { target, called: preparing.called ?? host.name, say, signal });
        return { host, workspace, environment: target.environment };
    }
    catch (error) {
        if (signal.aborted || error instanceof place_error/* PlaceError */.e)
            throw error;
        const fault = error instanceof transfer/* TransferError */.aG ? undefined : (0,host_fault/* hostFault */.P)(error);
        throw fault === undefined ? error : new place_error/* PlaceError */.e('usage', fault);
    }
}
/** Runs that nobody has gone on with for so many days have nothing on a host any more. */
const longestLeft = 14;
/** Absolute. What old runs have left there goes. */
async function workspaceOn(host, target, signal) {
    const at = (0,quote/* quotedPath */.M)(target.workspace);
    const done = target.setup === undefined ? '' : external_node_path_.posix.join(setUpDirectory(target.setup), 'exit');
    const script = [
        `mkdir -p ${at} && cd ${at} && pwd -P || exit 1`,
        ...(done === '' ? [] : [`cat ${(0,quote/* quoted */.T)(done)} 2>/dev/null`]),
        `for d in .ml-workflow/units/*/; do
  [ -n "$(find "$d" -maxdepth 0 -mtime +${longestLeft} 2>/dev/null)" ] || continue
  [ -n "$(find "$d" -name heartbeat -mmin -60 2>/dev/null)" ] || rm -rf "$d"
done`,
        'exit 0',
    ].join('\n');
    const answer = await (0,ask/* ask */.kA)(host, script, { signal });
    const [workspace, end] = (0,ask/* linesOf */.Dx)(answer);
    if (answer.code === 0 && workspace?.startsWith('/'))
        return { workspace, isSetUp: target.setup === undefined || end === 'exit 0' };
    const message = `${host.name}: the workspace ${target.workspace} cannot be used: ${answer.reason}`;
    throw new place_error/* PlaceError */.e('usage', message);
}
/** Where no commit says that it belongs to the project. */
const secretFiles = ['.env', '.env.*'];
async function sendTree(host, { root, isWorking }, { sync, workspace, cache, signal }) {
    const { include } = sync;
    const isNamed = include.some((path) => external_node_path_.posix.basename(path).startsWith('.env'));
    const exclude = [...sync.exclude.map(entries/* anchored */.X9), ...(isWorking && !isNamed ? secretFiles : [])];
    const tree = { include, exclude, gitIgnored: !isWorking, signal };
    await (0,steadily/* steadily */.Q)(signal, () => (0,upload/* upload */.S)(host, { root, tree, to: workspace, name: 'tree', cache, signal }));
}
async function demand(host, { require }, workspace, signal) {
    if (require.length === 0)
        return;
    const missing = await (0,ask/* missingOn */.C3)(host, workspace, require.map(({ path }) => path), signal);
    if (missing.length > 0) {
        const names = missing.map((path) => `\`${path}\``).join(', ');
        const [is, it] = missing.length === 1 ? ['is', 'it'] : ['are', 'them'];
        throw new place_error/* PlaceError */.e('usage', `${host.name}: \`require:\` names ${names}, which ${is} not in ${workspace}; bring ${it} there, or list ${it} under \`sync: { up }\``);
    }
    // Large data is read only where somebody has said what it must hold.
    const wanted = require.flatMap(({ path, sha256 }) => (sha256 === undefined ? [] : [{ path, sha256 }]));
    const paths = wanted.map(({ path }) => path);
    const found = await (0,steadily/* steadily */.Q)(signal, () => hashesOn(host, workspace, paths, signal));
    for (const { path, sha256 } of wanted)
        if (found[path] !== sha256.toLowerCase())
            throw new place_error/* PlaceError */.e('usage', `${host.name}: \`${path}\` is not the file that \`require:\` names: its sha256 is ${found[path] ?? 'unknown'}`);
}


/***/ }),

/***/ 12477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ privateKeyOf),
/* harmony export */   SettingError: () => (/* binding */ SettingError),
/* harmony export */   y: () => (/* binding */ settingOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/** What a target is told by its project file or by a variable. */



class SettingError extends Error {
}
/** `what`: for people, `the host of the target \`pod\``. Throws a `SettingError`. */
function settingOf(setting, what, environment) {
    if ('value' in setting)
        return setting.value;
    const value = environment[setting.variable]?.trim();
    if (value !== undefined && value !== '')
        return value;
    throw new SettingError(`${setting.variable} is not set; it holds ${what}`);
}
/** A private key as text, from the setting itself or from the file that it names. */
function privateKeyOf(setting, what, environment) {
    const given = settingOf(setting, what, environment);
    if (given.includes('PRIVATE KEY-----'))
        return `${given.trim()}\n`;
    const path = given.startsWith('~/') ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(environment.HOME ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), given.slice(2)) : given;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch (error) {
        const why = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be read';
        const shown = isPath(given, 'value' in setting) ? `: ${given}` : '';
        throw new SettingError(`${what} is neither a private key nor the path of one (${why})${shown}`);
    }
}
/** Whether it may be shown: a key without its first and last line looks like no path. */
function isPath(text, isWritten) {
    const looksSo = /^(?:~|\.{1,2})?\/[^\p{Cc}]{1,300}$/u.test(text);
    return (looksSo || (isWritten && /^[^\p{Cc}]{1,300}$/u.test(text))) && !/^[A-Za-z0-9+/=]{60,}$/.test(text);
}


/***/ }),

/***/ 28221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X5: () => (/* binding */ endpointOf),
  H6: () => (/* binding */ orAborted),
  l9: () => (/* binding */ runOn),
  ov: () => (/* binding */ sshTarget)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/engine/plain-text.js
var plain_text = __webpack_require__(76879);
// EXTERNAL MODULE: ./build/ssh/connection.js + 2 modules
var connection = __webpack_require__(13547);
// EXTERNAL MODULE: ./build/ssh/host.js
var ssh_host = __webpack_require__(96403);
// EXTERNAL MODULE: ./build/ssh/keys.js
var keys = __webpack_require__(49089);
// EXTERNAL MODULE: ./build/targets/local/preflight.js
var preflight = __webpack_require__(1722);
// EXTERNAL MODULE: ./build/targets/unit/inputs.js
var unit_inputs = __webpack_require__(81779);
// EXTERNAL MODULE: ./build/targets/hosts/ask.js
var ask = __webpack_require__(49184);
// EXTERNAL MODULE: ./build/targets/hosts/cargo.js
var cargo = __webpack_require__(65809);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/ssh/quote.js
var quote = __webpack_require__(95873);
// EXTERNAL MODULE: ./build/targets/hosts/place-error.js
var place_error = __webpack_require__(63589);
;// CONCATENATED MODULE: ./build/targets/hosts/host-lock.js
/**
 * One run at a time in a workspace of a host: what another one sends would change its files under it. A run's folder notes
 * the locks that it holds: processes that drive the run one after the other keep them, and the last gives them back.
 */





const host_lock_name = '.ml-workflow/lock';
const beatMilliseconds = 30_000;
/** By the host's clock: behind it nobody holds it any more. */
const staleMinutes = 3;
class HostLock {
    #connection;
    #run;
    #note;
    #isAdopted = false;
    #path;
    #beat;
    /** `note`: absolute, the file in the run's folder. */
    constructor(connection, run, note) {
        this.#connection = connection;
        this.#run = run;
        this.#note = note;
    }
    /** Keeps what a process before this one, on the same machine, has taken: gives its workspace there. */
    adopt() {
        if (!(0,external_node_fs_.existsSync)(this.#note))
            return undefined;
        const path = (0,external_node_fs_.readFileSync)(this.#note, 'utf8');
        this.#path = path;
        this.#isAdopted = true;
        this.#beatOnce();
        this.#keep();
        return external_node_path_.posix.dirname(external_node_path_.posix.dirname(path));
    }
    /** `workspace`: absolute, there. Rejects with a `PlaceError` while another run has it; a run that goes on gets its own. */
    async take(workspace, signal) {
        const path = external_node_path_.posix.join(workspace, host_lock_name);
        const script = `l=${(0,quote/* quoted */.T)(path)}; r=${(0,quote/* quoted */.T)(this.#run)}; n=0
mkdir -p "\${l%/*}" || exit 1
until mkdir "$l" 2>/dev/null; do
  held=$(cat "$l/run" 2>/dev/null)
  [ "$held" != "$r" ] || break
  if [ -n "$(find "$l" -mmin -${staleMinutes} 2>/dev/null)" ]; then echo "held by \${held:-another run}"; exit 0; fi
  rm -rf "$l"; n=$((n + 1)); [ $n -lt 5 ] || exit 1
done
printf '%s\\n' "$r" > "$l/run" && echo taken`;
        const answer = await (0,ask/* ask */.kA)(this.#connection, script, { signal });
        const said = (0,ask/* linesOf */.Dx)(answer)[0]?.slice(0, 200) ?? '';
        if (said.startsWith('held by '))
            throw new place_error/* PlaceError */.e('usage', `${this.#connection.name}: ${workspace} is in use, ${said}; wait until that run is over (one that was killed counts as over after ${staleMinutes} min), or give the target another \`workspace:\``);
        if (said !== 'taken')
            throw new place_error/* PlaceError */.e('usage', `${this.#connection.name}: ${workspace} cannot be locked: ${answer.reason}`);
        this.#path = path;
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(this.#note), { recursive: true });
        (0,external_node_fs_.writeFileSync)(this.#note, path);
        this.#keep();
    }
    #keep() {
        this.#beat ??= setInterval(() => this.#touch(), beatMilliseconds).unref();
    }
    async release(signal) {
        this.stop();
        if (this.#path === undefined || !(this.#isAdopted || this.#connection.isConnected))
            return;
        await (0,ask/* ask */.kA)(this.#connection, this.#ifOurs('rm -rf "$l"'), { signal });
        this.#path = undefined;
        (0,external_node_fs_.rmSync)(this.#note, { force: true });
    }
    /** It is left there, and becomes stale. */
    stop() {
        clearInterval(this.#beat);
        this.#beat = undefined;
    }
    #touch() {
        if (this.#connection.isConnected)
            this.#beatOnce();
    }
    #beatOnce() {
        const signal = AbortSignal.timeout(beatMilliseconds);
        (0,ask/* ask */.kA)(this.#connection, this.#ifOurs('touch "$l/run"'), { signal }).catch(() => undefined);
    }
    /** Another run may have taken it over while this one was away. */
    #ifOurs(command) {
        return `l=${(0,quote/* quoted */.T)(this.#path ?? '')}; [ "$(cat "$l/run" 2>/dev/null)" != ${(0,quote/* quoted */.T)(this.#run)} ] || ${command}`;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/ssh/job.js + 6 modules
var ssh_job = __webpack_require__(37034);
;// CONCATENATED MODULE: ./build/targets/hosts/remote-job.js
/** The directory of a unit on its host: made for one start of it, found again by the next driver, removed behind it. */





/** In the job's directory. */
const runName = 'run';
const workspaceName = 'workspace';
const begunName = 'begun';
const stampsName = 'stamps';
/** Of a run, on the host: one directory for each start of a unit. */
function unitsOf(workspace, run) {
    return external_node_path_.posix.join(workspace, '.ml-workflow', 'units', slugOf(run));
}
/** What an earlier driver began for this unit, if it still runs or has come to its end. */
async function foundJob({ unit, run, interrupted = [], directory }, { isolation, inputs = [] }, { host, workspace }, signal) {
    const folder = unitsOf(workspace, run);
    // A driver may have gone away before its start has found what the one before it had begun.
    for (const start of interrupted.toReversed()) {
        const before = nameOfStart(unit.id, start);
        const state = await (0,ssh_job/* jobState */.d)(host, external_node_path_.posix.join(folder, before), signal);
        if (state !== 'running' && state !== 'ended')
            continue;
        return await resumedJob({ folder, before, name: (0,external_node_path_.basename)(directory), isolation, inputs, hasEnded: state === 'ended' }, { host, workspace }, signal);
    }
    return undefined;
}
async function resumedJob({ folder, before, name, isolation, inputs, hasEnded }, { host, workspace }, signal) {
    // By the name of this start the driver after this one finds it.
    const script = [
        `cd ${(0,quote/* quoted */.T)(folder)} && ln -sfn ${(0,quote/* quoted */.T)(before)} ${(0,quote/* quoted */.T)(name)}`,
        `cd ${(0,quote/* quoted */.T)(before)} && pwd -P && stat -c %Y ${begunName}`,
        `{ stat -c %Y exit 2>/dev/null || date +%s; }`,
        `cat ${begunName}`,
    ].join(' && ');
    const answer = await (0,ask/* ask */.kA)(host, script, { signal });
    const [at = '', begun, last, ...text] = (0,ask/* linesOf */.Dx)(answer);
    const ran = Number(last) - Number(begun);
    if (answer.code !== 0 || !Number.isFinite(ran) || !at.startsWith('/'))
        throw new Error(`what began on ${host.name} cannot be read: ${answer.reason}`);
    const hashes = hashesIn(text.join('\n'), inputs);
    return {
        directory: at,
        home: isolation === 'copy' ? external_node_path_.posix.join(at, workspaceName) : workspace,
        earlier: {
            hasEnded,
            ran: Math.max(0, ran),
            ...(hashes === undefined ? {} : { hashes }),
        },
    };
}
/** What we have written there, as far as the host still has it. */
function hashesIn(text, inputs) {
    if (text.trim() === '')
        return undefined;
    const written = JSON.parse(text);
    const known = typeof written === 'object' && written !== null ? Object.entries(written) : [];
    return Object.fromEntries(known.flatMap(([path, hash]) => inputs.includes(path) && typeof hash === 'string' && hash.length <= 64 ? [[path, hash]] : []));
}
/** Makes it ready for its job, which is not started yet. What an earlier attempt may have left running has ended then. */
async function newJob({ unit, run, attempt, interrupted, directory }, command, { host, workspace, spent }, given) {
    const { hashes, signal } = given;
    const folder = unitsOf(workspace, run);
    for (const start of interrupted ?? (attempt > 1 ? [attempt - 1] : []))
        await (0,ssh_job/* stopJob */.CC)(host, external_node_path_.posix.join(folder, nameOfStart(unit.id, start)), { graceSeconds: 0 });
    const job = external_node_path_.posix.join(folder, (0,external_node_path_.basename)(directory));
    const home = command.isolation === 'copy' ? external_node_path_.posix.join(job, workspaceName) : workspace;
    const old = spent?.take() ?? [];
    const script = [
        'umask 077',
        ...(old.length === 0 ? [] : [`rm -rf ${old.map(quote/* quoted */.T).join(' ')}`]),
        `mkdir -p ${(0,quote/* quoted */.T)(external_node_path_.posix.join(job, runName))}`,
        ...(home === workspace ? [] : [copyOf(workspace, home, external_node_path_.posix.join(job, 'torn'))]),
        `{ ${stampsIn(home, measured(command))}; } >${(0,quote/* quoted */.T)(external_node_path_.posix.join(job, stampsName))}`,
        `cat >${(0,quote/* quoted */.T)(external_node_path_.posix.join(job, begunName))}`,
    ];
    const input = hashes === undefined ? '' : JSON.stringify(hashes);
    const made = await (0,ask/* ask */.kA)(host, script.join(' && '), { input, signal });
    if (made.code !== 0)
        throw new Error(`nothing can be begun in ${job} on ${host.name}: ${made.reason}`);
    return { directory: job, home };
}
/** Declared files of the workspace that are as they were before it began. */
async function untouched(job, command, host, signal) {
    const paths = measured(command);
    if (paths.length === 0)
        return [];
    const script = `cat ${(0,quote/* quoted */.T)(external_node_path_.posix.join(job.directory, stampsName))} && { ${stampsIn(job.home, paths)}; }`;
    const answer = await (0,ask/* ask */.kA)(host, script, { signal });
    const stamps = (0,ask/* linesOf */.Dx)(answer);
    if (answer.code !== 0 || stamps.length !== 2 * paths.length)
        throw new Error(`what it wrote on ${host.name} cannot be looked at: ${answer.reason}`);
    return paths.filter((_, at) => stamps[at] !== none && stamps[at] === stamps[at + paths.length]);
}
/** Files of the workspace that metrics are read from. */
function measured({ metrics }) {
    const paths = metrics.flatMap(({ format, path }) => format === 'output' || path.startsWith('$ML_RUN_DIR') ? [] : [path]);
    return [...new Set(paths)];
}
const none = '-';
/** A line for each, which changes with every write. */
function stampsIn(home, paths) {
    if (paths.length === 0)
        return ':';
    const words = paths.map((path) => (0,quote/* quoted */.T)(external_node_path_.posix.join(home, path))).join(' ');
    return `for f in ${words}; do stat -L -c '%i %s %y %z' "$f" 2>/dev/null || echo ${none}; done`;
}
/** All of it but our own records, and git's. A file that changes meanwhile is no error, one that cannot be read is. */
function copyOf(from, to, torn) {
    const pack = 'tar -cf - --exclude=./.ml-workflow --exclude=./.git .';
    return [
        `rm -f ${(0,quote/* quoted */.T)(torn)} && mkdir -p ${(0,quote/* quoted */.T)(to)}`,
        `{ (cd ${(0,quote/* quoted */.T)(from)} && ${pack} || [ $? -eq 1 ] || : >${(0,quote/* quoted */.T)(torn)}) | (cd ${(0,quote/* quoted */.T)(to)} && tar -xpf -); }`,
        `[ ! -e ${(0,quote/* quoted */.T)(torn)} ]`,
    ].join(' && ');
}
/** As the driver names the directory of a start. */
function nameOfStart(unit, attempt) {
    return attempt === 1 ? unit : `${unit}.${attempt}`;
}
/** Fit for a path, and of this name alone: a run must not find what another one has left. */
function slugOf(name) {
    if (/^[A-Za-z0-9_-]{1,56}$/.test(name))
        return name;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(name).digest('hex').slice(0, 16);
    return `${name.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 39)}-${hash}`;
}

// EXTERNAL MODULE: ./build/targets/hosts/remote-place.js + 2 modules
var remote_place = __webpack_require__(91978);
// EXTERNAL MODULE: ./build/ports.js
var ports = __webpack_require__(14788);
// EXTERNAL MODULE: ./build/ssh/load.js
var ssh_load = __webpack_require__(91173);
// EXTERNAL MODULE: ./build/targets/local/copy.js
var copy = __webpack_require__(18388);
// EXTERNAL MODULE: ./build/targets/local/local.js + 1 modules
var local = __webpack_require__(77798);
// EXTERNAL MODULE: ./build/targets/unit/asserts.js
var asserts = __webpack_require__(92531);
// EXTERNAL MODULE: ./build/targets/unit/blotted-file.js
var blotted_file = __webpack_require__(2437);
// EXTERNAL MODULE: ./build/targets/unit/environment.js
var unit_environment = __webpack_require__(19401);
// EXTERNAL MODULE: ./build/targets/unit/failure.js + 1 modules
var failure = __webpack_require__(29980);
// EXTERNAL MODULE: ./build/targets/unit/progress.js
var unit_progress = __webpack_require__(94493);
// EXTERNAL MODULE: ./build/targets/unit/timer.js
var timer = __webpack_require__(71953);
// EXTERNAL MODULE: ./build/targets/unit/unit-input.js
var unit_input = __webpack_require__(93553);
// EXTERNAL MODULE: ./build/targets/unit/unit-log.js
var unit_log = __webpack_require__(94887);
// EXTERNAL MODULE: ./build/targets/unit/unit-result.js + 1 modules
var unit_result = __webpack_require__(55178);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(71583);
// EXTERNAL MODULE: ./build/ssh/download.js + 3 modules
var download = __webpack_require__(63235);
// EXTERNAL MODULE: ./build/targets/unit/captured.js
var unit_captured = __webpack_require__(47208);
// EXTERNAL MODULE: ./build/targets/unit/metrics.js + 1 modules
var metrics = __webpack_require__(37176);
// EXTERNAL MODULE: ./build/targets/hosts/steadily.js
var steadily = __webpack_require__(87788);
;// CONCATENATED MODULE: ./build/targets/hosts/brought-back.js
/** What a unit has left on its host → its directory and the workspace here. */












/** There is more than is brought back. */
class TooMuch extends Error {
}
/** What a unit leaves behind is brought back up to this; models go by `outputs:` too. */
const mostBytes = 16 * 1024 ** 3;
const mostFiles = 200_000;
/** Ours, in the unit's directory: nothing from a host is written over them. */
const reserved = new Set([ports/* logName */.I, unit_captured/* stdoutName */.$3, 'ml.input', copy/* copyName */.vC]);
/** In the unit's directory; no host has such a name for us. */
const arrivingName = '.ml-workflow';
/** `$ML_RUN_DIR`, and in it `$ML_OUTPUT`. */
async function bringDirectory(bringing) {
    const { request, job, note } = bringing;
    const arriving = (0,external_node_path_.join)(request.directory, arrivingName);
    (0,external_node_fs_.rmSync)(arriving, { recursive: true, force: true });
    const to = (0,external_node_path_.join)(arriving, runName);
    const got = await bring(bringing, { from: external_node_path_.posix.join(job.directory, runName), paths: 'all', to });
    demandAll(got, '`$ML_RUN_DIR` holds');
    (0,external_node_fs_.mkdirSync)(to, { recursive: true });
    for (const name of (0,external_node_fs_.readdirSync)(to)) {
        if (reserved.has(name)) {
            note(`\`${name}\` in \`$ML_RUN_DIR\`: the name is taken`);
            continue;
        }
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(request.directory, name), { recursive: true, force: true });
        (0,external_node_fs_.renameSync)((0,external_node_path_.join)(to, name), (0,external_node_path_.join)(request.directory, name));
    }
    (0,external_node_fs_.rmSync)(arriving, { recursive: true, force: true });
}
/** Standard output, where somebody reads it. */
async function bringStdout({ request, place, job, signal }, secrets) {
    // One byte more says that it is too long.
    const most = unit_captured/* largestCapture */.fs + 1;
    const stdout = (0,quote/* quoted */.T)(external_node_path_.posix.join(job.directory, unit_captured/* stdoutName */.$3));
    const got = await (0,ask/* ask */.kA)(place.host, `head -c ${most} ${stdout}`, { signal, most });
    if (got.code !== 0)
        throw new Error(`standard output cannot be read on ${place.host.name}: ${got.reason}`);
    const captured = new unit_captured/* Captured */.Hk((0,external_node_path_.join)(request.directory, unit_captured/* stdoutName */.$3), secrets);
    captured.add(got.stdout);
    captured.end();
    return captured;
}
/**
 * Files of the workspace there that metrics are read from, below `home`. Gives the stamps of those that it has not
 * written.
 */
async function bringMeasured(bringing, home) {
    const { command, place, job, signal } = bringing;
    const paths = measured(command);
    if (paths.length === 0)
        return new Map();
    const old = new Set(await untouched(job, command, place.host, signal));
    demandAll(await bring(bringing, { from: job.home, paths, to: home }), 'what it measures holds');
    return (0,metrics/* stampsBefore */.o)(home, { ...command, metrics: command.metrics.filter(({ path }) => old.has(path)) });
}
/** Declared outputs, as on this machine: into the workspace, unless it has one of its own and others run beside it. */
async function bringOutputs(bringing, home) {
    const { request, command, job } = bringing;
    const paths = command.outputs.filter((path) => !path.startsWith('$ML_RUN_DIR'));
    if (paths.length === 0)
        return;
    const isCopy = command.isolation === 'copy';
    const isOwn = isCopy && (0,plan/* isInBranch */.aF)(request.plan, request.unit);
    const to = isOwn ? home : request.workspace;
    if (isCopy && !isOwn)
        await copyBackThere(bringing, paths);
    demandAll(await bring(bringing, { from: job.home, paths, to }), '`outputs:` hold');
}
/** The next command there finds in the workspace what this one has made in its copy. */
async function copyBackThere({ place, job, signal }, paths) {
    const { host, workspace } = place;
    const words = paths.map((path) => (0,quote/* quoted */.T)(`./${external_node_path_.posix.normalize(path)}`)).join(' ');
    const script = `cd ${(0,quote/* quoted */.T)(job.home)} && for f in ${words}; do
  [ ! -e "$f" ] || tar -cf - "$f" | (cd ${(0,quote/* quoted */.T)(workspace)} && tar -xpf -) || exit 1
done`;
    const { code, stderr } = await (0,steadily/* steadily */.Q)(signal, () => host.exec(script, { signal }));
    if (code !== 0)
        throw new Error(`what it wrote could not be copied back on ${host.name}: ${stderr.trim()}`);
}
async function bring({ place, signal, note }, wanted) {
    const got = await (0,steadily/* steadily */.Q)(signal, () => (0,download/* download */.R)(place.host, { ...wanted, mostBytes, mostFiles, signal }));
    for (const text of got.leftOut)
        note(text);
    return got;
}
function demandAll({ tooLarge }, what) {
    if (!tooLarge)
        return;
    const { files, bytes } = tooLarge;
    const most = `${mostFiles.toLocaleString('en')} files and ${mostBytes / 1024 ** 3} GiB`;
    throw new TooMuch(`${what} ${files.toLocaleString('en')} files and ${(bytes / 1024 ** 3).toFixed(1)} GiB; at most ${most} are brought back`);
}

// EXTERNAL MODULE: ./build/targets/hosts/host-fault.js
var host_fault = __webpack_require__(14042);
// EXTERNAL MODULE: ./build/ssh/upload.js + 5 modules
var upload = __webpack_require__(53702);
// EXTERNAL MODULE: ./build/targets/hosts/entries.js
var entries = __webpack_require__(86305);
;// CONCATENATED MODULE: ./build/targets/hosts/remote-inputs.js
/** Declared inputs of a unit on its host: those that are here go there, one that is only there is data of the host. */







async function sendInputs(inputs, { host, workspace }, here) {
    const { signal } = here;
    const ours = inputs.filter((path) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(here.workspace, path)));
    const there = inputs.filter((path) => !ours.includes(path));
    const missing = await (0,ask/* missingOn */.C3)(host, workspace, there, signal);
    if (missing.length > 0) {
        const names = missing.map((path) => `\`${path}\``).join(', ');
        const are = missing.length === 1 ? 'input is' : 'inputs are';
        return { ok: false, message: `declared ${are} neither here nor on ${host.name}: ${names}` };
    }
    if (ours.length === 0)
        return { ok: true, hashes: {} };
    const root = here.workspace;
    const hashes = await (0,unit_inputs/* hashesOf */.m)(ours, root, signal);
    await (0,steadily/* steadily */.Q)(signal, async () => {
        const tree = await Promise.all(ours.map((path) => (0,entries/* entriesAt */.ws)(root, { from: path, to: path }, [], signal)));
        await (0,upload/* upload */.S)(host, { root, tree: tree.flat(), to: workspace, name: (0,entries/* uploadName */.Vr)('inputs', ours), signal });
    });
    return { ok: true, hashes };
}

;// CONCATENATED MODULE: ./build/targets/hosts/usage-meter.js
class UsageMeter {
    #gpu = [];
    #gpuMemory;
    #memory;
    add({ gpu, gpuMemory, memory }) {
        if (gpu !== undefined)
            this.#gpu.push(gpu);
        if (gpuMemory !== undefined)
            this.#gpuMemory = Math.max(this.#gpuMemory ?? 0, gpuMemory);
        if (memory !== undefined)
            this.#memory = Math.max(this.#memory ?? 0, memory);
    }
    /** Undefined without a sample. */
    result() {
        const gpu = this.#gpu.length === 0 ? undefined : mean(this.#gpu);
        if (gpu === undefined && this.#memory === undefined && this.#gpuMemory === undefined)
            return undefined;
        return {
            ...(gpu === undefined ? {} : { gpu: rounded(gpu) }),
            ...(this.#gpuMemory === undefined ? {} : { gpuMemory: rounded(this.#gpuMemory) }),
            ...(this.#memory === undefined ? {} : { memory: rounded(this.#memory) }),
        };
    }
}
function mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
function rounded(share) {
    return Number(share.toFixed(4));
}

;// CONCATENATED MODULE: ./build/targets/hosts/remote-unit.js
/** Runs one unit's command on a host that is ready: what it reads goes there, and what it gave comes back. */

























/** Once somebody has asked twice, a host that does not answer is not waited for. */
const hurriedMilliseconds = 3_000;
/** Rejects only for a mistake of this program. */
async function runRemotely(request, command, watch, place, options) {
    return await new RemoteUnit(request, command, watch, place, options).run();
}
class RemoteUnit {
    #request;
    #command;
    #watch;
    #place;
    #options;
    #started = performance.now();
    #secrets;
    #log;
    #usage = new UsageMeter();
    /** On the host; there may be something of it that runs. */
    #open;
    constructor(request, command, watch, place, options) {
        this.#request = request;
        this.#command = command;
        this.#watch = watch;
        this.#place = place;
        this.#options = options;
        this.#secrets = (0,unit_environment/* secretsIn */.VY)(command.env, options.environment);
        this.#log = new unit_log/* UnitLog */.TS((0,external_node_path_.join)(request.directory, ports/* logName */.I), this.#secrets);
    }
    async run() {
        try {
            return await this.#run();
        }
        catch (error) {
            const { signal } = this.#watch;
            const fault = (0,host_fault/* hostFault */.P)(error);
            const isLost = error instanceof ssh_host/* SshError */.D && !signal.aborted;
            // A host that is lost cannot be asked; whoever begins there again ends it first.
            if (this.#open !== undefined && !isLost)
                await this.#stop(this.#open);
            if (signal.aborted)
                return await this.#ended({ is: 'cancelled' });
            if (error instanceof TooMuch)
                return this.#failure({ class: 'no-metrics', message: error.message });
            if (error instanceof ssh_host/* SshError */.D)
                return this.#lost(error);
            if (fault === undefined)
                throw error;
            return this.#failure({ class: 'exit-1', message: fault });
        }
        finally {
            this.#log.close();
            if (this.#secrets.length > 0)
                (0,blotted_file/* blotFile */.Y)((0,external_node_path_.join)(this.#request.directory, local/* outputName */.V), (text) => this.#log.clean(text));
        }
    }
    async #run() {
        const request = this.#request;
        const command = this.#command;
        const { signal } = this.#watch;
        const given = (0,unit_input/* givenInput */.C)(request);
        if (!given.ok)
            return this.#failure({ class: 'no-metrics', message: given.message });
        const found = await foundJob(request, command, this.#place, signal);
        const inputs = await this.#inputs(found);
        if (inputs?.ok === false)
            return this.#failure({ class: 'usage', message: inputs.message });
        const hashes = inputs?.hashes;
        const job = found ?? (await newJob(request, command, this.#place, { hashes, signal }));
        this.#open = job.directory;
        if (found)
            this.#watch.output('(goes on where it was)');
        else
            await this.#start(job, given.input);
        const begun = performance.now();
        const end = await this.#follow(job);
        this.#open = undefined;
        const { ran = 0, hasEnded = false } = found?.earlier ?? {};
        const duration = ran + (hasEnded ? 0 : (performance.now() - begun) / 1000);
        if (end.is === 'vanished')
            return { is: 'host-lost', class: 'heartbeat', message: end.message, tail: [...this.#log.tail] };
        const exit = end.is === 'exit' ? { exit: end.code } : {};
        const bringing = {
            ...{ request, command, place: this.#place, job, signal },
            note: (text) => this.#note(`not brought back: ${text}`),
        };
        if (end.is !== 'exit' || end.code !== 0) {
            const failed = await this.#ended(end);
            // What there is of it is kept, as far as it can be had.
            if (end.is !== 'cancelled')
                await this.#bringWhatThereIs(bringing);
            this.#over(job);
            return failed;
        }
        await bringDirectory(bringing);
        const captured = this.#keepsOutput ? await bringStdout(bringing, this.#secrets) : undefined;
        captured?.close();
        const home = (0,external_node_path_.join)(request.directory, copy/* copyName */.vC);
        const old = await bringMeasured(bringing, home);
        const outputFile = (0,external_node_path_.join)(request.directory, local/* outputName */.V);
        const read = (0,unit_result/* resultOf */.B)(request, command, { home, before: old, outputFile, captured, log: this.#log });
        this.#over(job);
        if (!read.ok)
            return this.#failure({ ...exit, class: read.class, message: read.message });
        const usage = this.#usage.result();
        const result = {
            ...read.result,
            ...(hashes === undefined ? {} : { inputs: hashes }),
            ...(usage === undefined ? {} : { usage }),
            seconds: ran + (performance.now() - this.#started) / 1000,
        };
        const broken = (0,asserts/* brokenAsserts */.v)(command, result, duration);
        if (broken !== undefined)
            return this.#failure({ ...exit, class: 'assert', message: broken });
        await bringOutputs(bringing, home);
        return { is: 'succeeded', result };
    }
    /** What a job that goes on was given is not touched any more. */
    async #inputs(found) {
        const { inputs = [] } = this.#command;
        if (inputs.length === 0)
            return undefined;
        const { workspace } = this.#request;
        const { signal } = this.#watch;
        if (found)
            return { ok: true, hashes: found.earlier?.hashes ?? (await (0,unit_inputs/* hashesOf */.m)(inputs, workspace, signal)) };
        return await sendInputs(inputs, this.#place, { workspace, signal });
    }
    async #start({ directory, home }, input) {
        const request = this.#request;
        const { shell, script, name, env } = this.#command;
        const { host, workspace, environment } = this.#place;
        const runDirectory = external_node_path_.posix.join(directory, runName);
        // In `$ML_RUN_DIR`, as on this machine.
        const places = { directory: runDirectory, outputFile: external_node_path_.posix.join(runDirectory, local/* outputName */.V), workspace };
        const { signal } = this.#watch;
        await (0,steadily/* steadily */.Q)(signal, () => (0,ssh_job/* startJob */._1)(host, {
            ...{ directory, shell, script, name, cwd: home },
            flags: shell === 'bash' ? ['-eo', 'pipefail', '-c'] : ['-e', '-c'],
            arguments: request.input.arguments,
            environment: {
                ...environment,
                ...(input && { ...input.variables, INPUT_FILE: external_node_path_.posix.join(directory, 'input') }),
                ...(0,unit_environment/* unitVariables */.gR)(request, places),
            },
            secrets: (0,unit_environment/* declaredVariables */.At)(env, this.#options.environment),
            ...(input && { input: (0,external_node_fs_.readFileSync)(input.file) }),
            keepsStdout: this.#keepsOutput,
        }, signal));
    }
    get #keepsOutput() {
        return this.#request.keepsOutput || this.#command.result !== undefined;
    }
    /** Until it has ended, there or by us. */
    async #follow({ directory, earlier }) {
        const { host } = this.#place;
        const { signal } = this.#watch;
        const over = new AbortController();
        let stopped;
        const stop = (why) => {
            stopped ??= why;
            over.abort();
        };
        const cancel = () => stop('cancelled');
        if (signal.aborted)
            cancel();
        signal.addEventListener('abort', cancel, { once: true });
        const { timeout } = this.#command;
        const left = timeout === undefined || earlier?.hasEnded ? undefined : Math.max(0, timeout - (earlier?.ran ?? 0));
        const callOff = left === undefined ? undefined : (0,timer/* after */.P)(left * 1000, () => stop('timeout'));
        const lines = new unit_log/* Lines */.qo((line) => this.#line(line), this.#secrets);
        const sampling = this.#sample(over.signal);
        try {
            return await (0,ssh_job/* followJob */.Bv)(host, {
                ...{ directory, from: 0, signal: over.signal },
                onData: (chunk) => lines.add(chunk),
                onReattach: () => this.#watch.output('(connection lost; it goes on there, connecting again)'),
            });
        }
        catch (error) {
            if (stopped === undefined)
                throw error;
            await this.#stop(directory);
            return { is: stopped };
        }
        finally {
            lines.end();
            callOff?.();
            signal.removeEventListener('abort', cancel);
            over.abort();
            await sampling;
        }
    }
    /** Never rejects: what cannot be ended is told. */
    async #stop(directory) {
        const { host, spent } = this.#place;
        const { hurry } = this.#watch;
        this.#open = undefined;
        const graceSeconds = hurry?.aborted ? 0 : (this.#options.graceMilliseconds ?? 5_000) / 1000;
        const stopping = (0,ssh_job/* stopJob */.CC)(host, directory, { graceSeconds, hurry }).then(({ gone }) => gone, () => false);
        if (await unlessHurried(stopping, hurry))
            return;
        spent?.lost(directory);
        this.#note(`it may still run on ${host.name}, in ${directory}`);
    }
    #line(line) {
        const clean = this.#log.line(line);
        this.#watch.output(clean);
        const progress = (0,unit_progress/* progressIn */.P)(clean, this.#command.progress);
        if (progress)
            this.#watch.progress(progress);
    }
    /** Of ours, beside what it has printed. */
    #note(text) {
        this.#watch.output(this.#log.line(`(${text})`));
    }
    /** Now and then, on a channel of its own; that it cannot be had is no failure. */
    async #sample(signal) {
        const every = this.#options.sampleMilliseconds ?? 20_000;
        for (let wait = Math.min(every, 3_000); !signal.aborted; wait = every) {
            await new Promise((resolve) => {
                const leave = (0,timer/* after */.P)(wait, resolve);
                signal.addEventListener('abort', () => {
                    leave();
                    resolve();
                }, { once: true });
            });
            if (signal.aborted)
                return;
            const load = await (0,ssh_load/* sampleLoad */.Jh)(this.#place.host, signal).catch(() => undefined);
            if (!load || signal.aborted)
                continue;
            this.#usage.add(load);
            this.#watch.load?.(load);
        }
    }
    async #bringWhatThereIs(bringing) {
        try {
            await bringDirectory(bringing);
        }
        catch (error) {
            if (!(error instanceof ssh_host/* SshError */.D) && (0,host_fault/* hostFault */.P)(error) === undefined)
                throw error;
            this.#note(`not brought back: what it left in \`$ML_RUN_DIR\`: ${error.message}`);
        }
    }
    /** All that is wanted of it is here. */
    #over({ directory }) {
        this.#place.spent?.over(this.#request.unit.id, directory);
    }
    #lost({ kind, message }) {
        const isOther = kind === 'host-key' || kind === 'auth';
        const open = this.#open === undefined ? '' : '; what began there may still run';
        if (this.#open !== undefined)
            this.#place.spent?.lost(this.#open);
        return {
            is: 'host-lost',
            class: isOther ? 'auth' : 'connection-lost',
            message: this.#log.clean((0,plain_text/* plainText */.w)(`${message}${open}`)),
            tail: [...this.#log.tail],
        };
    }
    async #ended(end) {
        const exit = end.is === 'exit' ? { exit: end.code } : {};
        return this.#failure({ ...exit, ...(await (0,failure/* describeEnd */.l)(end, this.#command, this.#log)) });
    }
    #failure(failure) {
        return {
            is: 'failed',
            seconds: (performance.now() - this.#started) / 1000,
            ...failure,
            message: this.#log.clean((0,plain_text/* plainText */.w)(failure.message)),
            tail: [...this.#log.tail],
        };
    }
}
async function unlessHurried(work, hurry) {
    let leave;
    const late = new Promise((resolve) => {
        const wait = () => {
            leave = (0,timer/* after */.P)(hurriedMilliseconds, () => resolve(false));
        };
        leave = () => hurry?.removeEventListener('abort', wait);
        if (hurry?.aborted)
            wait();
        else
            hurry?.addEventListener('abort', wait, { once: true });
    });
    try {
        return await Promise.race([work, late]);
    }
    finally {
        leave?.();
    }
}

// EXTERNAL MODULE: ./build/targets/hosts/setting.js
var setting = __webpack_require__(12477);
;// CONCATENATED MODULE: ./build/targets/hosts/spent-jobs.js
/** What is to be removed from a host that outlives the run: directories of jobs whose results are here. */





class SpentJobs {
    #isKept;
    #over = new Map();
    /** They may still run. */
    #lost = new Set();
    /** `isKept`: whether the unit would be looked for there, if this process ended now. */
    constructor(isKept) {
        this.#isKept = isKept;
    }
    over(node, directory) {
        this.#over.set(directory, node);
    }
    lost(directory) {
        this.#lost.add(directory);
    }
    /** Those that nobody looks for any more, each once. */
    take() {
        const free = [...this.#over].filter(([, node]) => !this.#isKept(node)).map(([directory]) => directory);
        for (const directory of free)
            this.#over.delete(directory);
        return free;
    }
    /** The run is over, and so are its units: removes all that it has on the host, unless something of it may still run. */
    async sweep(host, units, signal) {
        try {
            for (const directory of this.#lost)
                if (!(await (0,ssh_job/* stopJob */.CC)(host, directory, { graceSeconds: 0 })).gone)
                    return;
            await (0,ask/* ask */.kA)(host, `rm -rf ${(0,quote/* quoted */.T)(units)}`, { signal });
        }
        catch (error) {
            // It stays for a later run to remove.
            const isOfHost = error instanceof ssh_host/* SshError */.D || (0,host_fault/* hostFault */.P)(error) !== undefined;
            if (!isOfHost && !signal.aborted)
                throw error;
        }
    }
}

// EXTERNAL MODULE: ./build/targets/hosts/transfer.js
var transfer = __webpack_require__(63878);
;// CONCATENATED MODULE: ./build/targets/hosts/ssh.js
/** Runs commands on a host that is there already, over one connection. */
















/** Where a host is and how it is known, all settings read. Throws a `SettingError`. */
function endpointOf(name, target, environment) {
    const of = (what) => `the ${what} of the target \`${name}\``;
    const port = Number((0,setting/* settingOf */.y)(target.port, of('port'), environment));
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
        throw new setting.SettingError(`${of('port')} is no number from 1 to 65535`);
    const checked = (what, read) => {
        try {
            return read();
        }
        catch (error) {
            if (error instanceof setting.SettingError)
                throw error;
            throw new setting.SettingError(`${of(what)}: ${error instanceof Error ? error.message : String(error)}`);
        }
    };
    return {
        host: (0,setting/* settingOf */.y)(target.host, of('host'), environment),
        port,
        user: (0,setting/* settingOf */.y)(target.user, of('user'), environment),
        privateKey: checked('key', () => (0,keys/* readPrivateKey */.$k)((0,setting/* privateKeyOf */.O)(target.key, of('key'), environment)).text),
        hostKey: checked('host key', () => {
            const text = (0,setting/* settingOf */.y)(target.hostKey, of('host key'), environment);
            (0,keys/* parsePublicKey */.ee)(text);
            return text;
        }),
    };
}
function sshTarget(target, options) {
    const { environment, graceMilliseconds = 5_000 } = options;
    let host;
    return {
        slots: target.slots,
        usesDirectory: ({ is }) => is === 'run',
        hashes: unit_inputs/* hashesOf */.m,
        preflight: (command, workspace, signal) => (0,preflight/* preflight */.M)(command, { workspace, environment, graceMilliseconds, signal }),
        begin(run) {
            host = new SshHost(target, options, run);
        },
        async run(request, watch) {
            if (!host)
                throw new Error('internal: a target was used before its run began; please report this');
            return await host.run(request, watch);
        },
        settled: async () => await host?.settled(),
        end() {
            host?.close();
            host = undefined;
        },
    };
}
/** For what is removed when a run is over. */
const sweepMilliseconds = 10_000;
/** The host in one run: one connection, and one preparation for all units. */
class SshHost {
    #target;
    #options;
    #run;
    #cargo;
    #connection;
    #spent;
    #lock;
    /** There, where a process before this one has left the lock, and perhaps more. */
    #adopted;
    #preparing;
    #waiting = 0;
    #place;
    /** Told once, until it is connected again. */
    #isTroubled = false;
    #isClosed = false;
    constructor(target, options, run) {
        this.#target = target;
        this.#options = options;
        this.#run = run;
        const { plan, name, environment } = options;
        const { workspace, runDirectory, say, state } = run;
        const tree = (0,cargo/* treeSource */.Av)(plan, { ...options, workspace, runDirectory, say });
        this.#cargo = { plan, workspace, tree };
        this.#spent = new SpentJobs((node) => state.running.has(node));
        this.#connection = new connection/* Connection */.N({
            ...endpointOf(name, target, environment),
            ...options.patience,
            log: (text) => this.#tell(text),
        });
        this.#lock = new HostLock(this.#connection, run.run, (0,external_node_path_.join)(runDirectory, 'hosts', name));
        this.#adopted = this.#lock.adopt();
    }
    async run(request, watch) {
        const started = performance.now();
        // It may quote what a host has said.
        const failed = (failure, message, tail = []) => ({
            ...{ is: 'failed', class: failure, message: (0,plain_text/* plainText */.w)(message), tail },
            seconds: (performance.now() - started) / 1000,
        });
        try {
            if (!this.#place)
                (0,transfer/* demandSyncHere */.DA)(this.#options.plan.sync?.up ?? [], this.#run.workspace);
            const place = await this.#ready(watch.signal);
            const outcome = await runOn(request, watch, place, this.#options);
            if (outcome.is !== 'host-lost')
                return outcome;
            return failed(outcome.class ?? 'connection-lost', outcome.message, outcome.tail);
        }
        catch (error) {
            if (watch.signal.aborted)
                return failed('cancelled', 'cancelled');
            if (error instanceof remote_place/* PlaceError */.e)
                return failed(error.class, error.message, error.tail);
            if (error instanceof transfer/* TransferError */.aG)
                return failed('usage', error.message);
            if (!(error instanceof ssh_host/* SshError */.D))
                throw error;
            const isOther = error.kind === 'auth' || error.kind === 'host-key';
            return failed(isOther ? 'auth' : 'connection-lost', error.message);
        }
    }
    /** Nothing of the run is left on the host but its tree and its data. */
    async settled() {
        await this.#sweep();
        // So that the next run need not wait until it is stale; asked twice to end, this one does not wait long for it.
        const late = AbortSignal.timeout(this.#run.hurry.aborted ? 1_000 : sweepMilliseconds);
        await orAborted(this.#lock.release(late), late).catch(() => undefined);
    }
    async #sweep() {
        const workspace = this.#place?.workspace ?? this.#adopted;
        if (workspace === undefined || this.#run.hurry.aborted)
            return;
        if (this.#place ? !this.#connection.isConnected : this.#isInterrupted())
            return;
        const late = AbortSignal.any([AbortSignal.timeout(sweepMilliseconds), this.#run.hurry]);
        const units = unitsOf(workspace, this.#run.run);
        await orAborted(this.#spent.sweep(this.#connection, units, late), late).catch((error) => {
            if (!late.aborted)
                throw error;
        });
    }
    /** What was begun there may still run. */
    #isInterrupted() {
        return [...this.#run.state.nodes.values()].some(({ interrupted }) => interrupted !== undefined);
    }
    close() {
        this.#isClosed = true;
        this.#lock.stop();
        this.#connection.close();
    }
    /** For all units together. When nobody waits for it any more it is called off, and has ended when this rejects. */
    async #ready(signal) {
        this.#preparing ??= this.#prepare();
        const { place, callOff } = this.#preparing;
        this.#waiting += 1;
        try {
            return await orAborted(place, signal);
        }
        finally {
            this.#waiting -= 1;
            if (this.#waiting === 0 && signal.aborted && !this.#place) {
                // Who comes now begins anew.
                if (this.#preparing?.callOff === callOff)
                    this.#preparing = undefined;
                callOff.abort(signal.reason);
                await orAborted(place, this.#run.hurry).catch(() => undefined);
            }
        }
    }
    #prepare() {
        const callOff = new AbortController();
        const { say } = this.#run;
        const making = (0,remote_place/* prepare */.i)(this.#connection, {
            ...{ target: this.#target, cargo: this.#cargo, transfers: [], say, signal: callOff.signal },
            claim: (workspace) => this.#lock.take(workspace, callOff.signal),
        });
        const place = making.then((made) => {
            this.#place = { ...made, spent: this.#spent };
            return this.#place;
        }, (error) => {
            if (this.#preparing?.callOff === callOff)
                this.#preparing = undefined;
            throw error;
        });
        place.catch(() => undefined);
        return { place, callOff };
    }
    #tell(text) {
        if (this.#connection.isConnected)
            this.#isTroubled = false;
        else if (!this.#isTroubled && !this.#isClosed) {
            this.#isTroubled = true;
            this.#run.say(`${text}; connecting again`);
        }
    }
}
/** What a unit of any kind does on a host that is ready. */
async function runOn(request, watch, place, options) {
    const { command } = request;
    switch (command.is) {
        case 'run':
            return await runRemotely(request, command, watch, place, options);
        case 'transfer':
            return await (0,transfer/* runTransfer */.vv)(request, command, watch, place);
        case 'setup':
            return await checkHost(place, watch);
        default:
            throw new Error(`internal: a command of the kind ${command.is} reached a host; please report this`);
    }
}
/** It has been prepared, which is all that can go wrong. */
async function checkHost({ host, workspace }, watch) {
    const started = performance.now();
    const [system, processors] = (0,ask/* linesOf */.Dx)(await (0,ask/* ask */.kA)(host, 'uname -sm; nproc', { signal: watch.signal }));
    watch.output(`${host.name} is ready: ${system}, ${processors} CPUs, ${workspace}`);
    const seconds = (performance.now() - started) / 1000;
    return { is: 'succeeded', result: { seconds, metrics: {}, values: {} } };
}
/** The work goes on for whoever else waits for it. */
async function orAborted(work, signal) {
    signal.throwIfAborted();
    let leave;
    const aborted = new Promise((_, reject) => {
        leave = () => reject(signal.reason);
        signal.addEventListener('abort', leave, { once: true });
    });
    work.catch(() => undefined);
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        if (leave)
            signal.removeEventListener('abort', leave);
    }
}


/***/ }),

/***/ 87788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ steadily)
/* harmony export */ });
/* harmony import */ var _ssh_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96403);
/** What can be done twice is done again when the connection was lost under it. */

const attempts = 4;
/** Rejects with the last error; the connection itself waits between attempts. */
async function steadily(signal, work) {
    for (let attempt = 1;; attempt++) {
        try {
            return await work();
        }
        catch (error) {
            const isLost = error instanceof _ssh_host_js__WEBPACK_IMPORTED_MODULE_0__/* .SshError */ .D && error.kind === 'lost';
            if (!isLost || attempt === attempts || signal.aborted)
                throw error;
        }
    }
}


/***/ }),

/***/ 63878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DA: () => (/* binding */ demandSyncHere),
/* harmony export */   LY: () => (/* binding */ transferUp),
/* harmony export */   aG: () => (/* binding */ TransferError),
/* harmony export */   e6: () => (/* binding */ demandHere),
/* harmony export */   vv: () => (/* binding */ runTransfer)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _ssh_download_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63235);
/* harmony import */ var _ssh_upload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53702);
/* harmony import */ var _cargo_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65809);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86305);
/* harmony import */ var _host_fault_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14042);
/* harmony import */ var _steadily_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(87788);
/** `/scp:…`: declared files between the workspace and a host. */








/** A model and its data; what is larger belongs on a volume. */
const mostBytes = 64 * 1024 ** 3;
const mostFiles = 1_000_000;
/** What a person has to put right. */
class TransferError extends Error {
    name = 'TransferError';
}
/** Before anything is paid or connected. Throws a `TransferError`. */
function demandHere({ paths }, workspace) {
    for (const { from } of paths)
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, from), { throwIfNoEntry: false }))
            throw new TransferError(`\`${from}\` is not there; nothing was sent`);
}
/** `up`: of `sync:`. Throws a `TransferError`. */
function demandSyncHere(up, workspace) {
    const missing = up.filter((path) => !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, path), { throwIfNoEntry: false }));
    if (missing.length === 0)
        return;
    const names = missing.map((path) => `\`${path}\``).join(', ');
    const [is, it] = missing.length === 1 ? ['is', 'it'] : ['are', 'them'];
    throw new TransferError(`\`sync.up\` names ${names}, which ${is} not in the project; make ${it}, or take ${it} off the list; nothing was sent`);
}
/** Rejects with a `TransferError`, or with an `SshError`. */
async function transferUp(host, { paths, exclude }, { workspace, to, signal }) {
    demandHere({ paths }, workspace);
    return await orTransferError(signal, () => (0,_steadily_js__WEBPACK_IMPORTED_MODULE_7__/* .steadily */ .Q)(signal, async () => {
        const trees = await Promise.all(paths.map((path) => (0,_entries_js__WEBPACK_IMPORTED_MODULE_5__/* .entriesAt */ .ws)(workspace, path, exclude, signal)));
        const name = (0,_entries_js__WEBPACK_IMPORTED_MODULE_5__/* .uploadName */ .Vr)('scp', [paths, exclude]);
        return await (0,_ssh_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .upload */ .S)(host, {
            root: workspace,
            tree: trees.flat(),
            to,
            name,
            cache: (0,_cargo_js__WEBPACK_IMPORTED_MODULE_4__/* .cacheIn */ .OZ)(workspace),
            signal,
        });
    }));
}
async function transferDown({ host, workspace: from }, { paths, exclude }, to, { signal, output }) {
    const moved = { files: 0, bytes: 0 };
    for (const path of paths) {
        const isSame = path.from === path.to;
        const got = await orTransferError(signal, () => (0,_steadily_js__WEBPACK_IMPORTED_MODULE_7__/* .steadily */ .Q)(signal, () => (0,_ssh_download_js__WEBPACK_IMPORTED_MODULE_2__/* .download */ .R)(host, {
            ...{ from, paths: [path.from], exclude: exclude.map(_entries_js__WEBPACK_IMPORTED_MODULE_5__/* .anchored */ .X9), mostBytes, mostFiles, signal },
            ...(isSame ? { to } : { to: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(to, path.to), strip: path.from }),
        })));
        for (const text of got.leftOut)
            output(`not brought back: ${text}`);
        if (got.tooLarge) {
            const { files, bytes } = got.tooLarge;
            throw new TransferError(`\`${path.from}\` is ${files.toLocaleString('en')} files and ${gib(bytes)}, more than the ${mostFiles.toLocaleString('en')} files and ${gib(mostBytes)} that a transfer brings back`);
        }
        if (got.missing.includes(path.from))
            throw new TransferError(`\`${path.from}\` is not on ${host.name}; nothing of it was brought back`);
        moved.files += got.files.length;
        moved.bytes += got.bytes;
    }
    return moved;
}
async function runTransfer({ workspace }, command, watch, place) {
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    const succeeded = (files, bytes) => ({
        is: 'succeeded',
        result: { seconds: seconds(), metrics: {}, values: { files: String(files), bytes: String(bytes) } },
    });
    try {
        if (command.direction === 'up') {
            const ends = { workspace, to: place.workspace, signal: watch.signal };
            const { files, sentBytes } = await transferUp(place.host, command, ends);
            watch.output(`${counted(files)} on ${place.host.name}, ${sentBytes.toLocaleString('en')} bytes sent`);
            return succeeded(files, sentBytes);
        }
        const { files, bytes } = await transferDown(place, command, workspace, watch);
        watch.output(`${counted(files)} from ${place.host.name}, ${bytes.toLocaleString('en')} bytes`);
        return succeeded(files, bytes);
    }
    catch (error) {
        if (!(error instanceof TransferError))
            throw error;
        return { is: 'failed', seconds: seconds(), class: 'usage', message: error.message, tail: [] };
    }
}
async function orTransferError(signal, work) {
    try {
        return await work();
    }
    catch (error) {
        const fault = signal.aborted ? undefined : (0,_host_fault_js__WEBPACK_IMPORTED_MODULE_6__/* .hostFault */ .P)(error);
        throw fault === undefined ? error : new TransferError(fault);
    }
}
function counted(files) {
    return `${files.toLocaleString('en')} ${files === 1 ? 'file' : 'files'}`;
}
function gib(bytes) {
    return `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
}


/***/ }),

/***/ 26971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NF: () => (/* reexport */ apiVariable),
  os: () => (/* reexport */ runpodClient),
  o$: () => (/* binding */ runpodTarget)
});

// EXTERNAL MODULE: ./build/engine/pods.js
var pods = __webpack_require__(30835);
// EXTERNAL MODULE: ./build/targets/local/preflight.js
var preflight = __webpack_require__(1722);
// EXTERNAL MODULE: ./build/targets/unit/inputs.js
var inputs = __webpack_require__(81779);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/engine/expiry.js
var expiry = __webpack_require__(11276);
// EXTERNAL MODULE: ./build/engine/plain-text.js
var plain_text = __webpack_require__(76879);
// EXTERNAL MODULE: ./build/plan/pods.js
var plan_pods = __webpack_require__(43188);
;// CONCATENATED MODULE: ./build/runpod/provision-error.js
/** Why no pod could be had, by the class of failure that a chain can catch. */
const provisionClasses = ['capacity', 'auth', 'budget', 'usage', 'provision'];
class ProvisionError extends Error {
    class;
    constructor(failure, message) {
        super(message);
        this.name = 'ProvisionError';
        this.class = failure;
    }
}

;// CONCATENATED MODULE: ./build/runpod/breaker.js
/** Stops the making of pods when they keep failing in the same way: the next one would only cost money. */

/** Failures of one class without a success in between. */
const mostFailures = 3;
class Breaker {
    #failures = new Map();
    failed(failure) {
        this.#failures.set(failure, (this.#failures.get(failure) ?? 0) + 1);
    }
    /** Something has run on a pod. */
    worked() {
        this.#failures.clear();
    }
    /** Throws a `ProvisionError` when no further pod may be made. */
    demand() {
        const tripped = [...this.#failures].find(([, count]) => count >= mostFailures);
        if (!tripped)
            return;
        const [failure, count] = tripped;
        const known = provisionClasses.find((one) => one === failure);
        throw new ProvisionError(known ?? 'provision', `no further pod is made: ${count} in a row have failed with \`${failure}\``);
    }
}

// EXTERNAL MODULE: ./build/runpod/candidates.js
var candidates = __webpack_require__(58099);
// EXTERNAL MODULE: ./build/runpod/catalogue.js
var catalogue = __webpack_require__(34196);
// EXTERNAL MODULE: ./build/runpod/end.js
var runpod_end = __webpack_require__(49616);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/runpod/pod-file.js
/**
 * What this machine has to know of a pod to find it, reach it and end it: one file of the run's folder for each, for its
 * owner alone, on disk before the pod can exist.
 */



const schema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    owner: schemas/* string */.YjP(),
    target: schemas/* string */.YjP(),
    scope: schemas/* string */.YjP(),
    /** RunPod's; absent as long as nobody knows whether it was made. */
    id: schemas/* string */.YjP().optional(),
    /** Our private key for it. */
    privateKey: schemas/* string */.YjP(),
    /** The key that it must show. */
    hostKey: schemas/* string */.YjP(),
    /** Seconds since the epoch: it ends itself then. */
    expires: schemas/* number */.aig(),
    /** The variable with the account's key. */
    key: schemas/* string */.YjP(),
});
const folderName = 'pods';
/** Returns when it is on disk. `runFolder`: absolute. */
function writePodFile(runFolder, pod) {
    const folder = (0,external_node_path_.join)(runFolder, folderName);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const path = (0,external_node_path_.join)(folder, `${pod.name}.json`);
    const file = (0,external_node_fs_.openSync)(`${path}.new`, 'w', 0o600);
    try {
        (0,external_node_fs_.writeSync)(file, `${JSON.stringify(pod)}\n`);
        (0,external_node_fs_.fsyncSync)(file);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
    (0,external_node_fs_.renameSync)(`${path}.new`, path);
    const inside = (0,external_node_fs_.openSync)(folder, 'r');
    try {
        (0,external_node_fs_.fsyncSync)(inside);
    }
    finally {
        (0,external_node_fs_.closeSync)(inside);
    }
}
/** The names of the pods that the run has left files of. */
function podFileNames(runFolder) {
    let files;
    try {
        files = (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(runFolder, folderName));
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return [];
        throw error;
    }
    const names = files.flatMap((file) => /^(.+)\.json(?:\.new)?$/.exec(file)?.[1] ?? []);
    return [...new Set(names)].sort();
}
/** All that the run has left behind, readable or not: what cannot be read is thrown, because it may stand for a pod. */
function readPodFiles(runFolder) {
    return podFileNames(runFolder).flatMap((name) => {
        const path = (0,external_node_path_.join)(runFolder, folderName, `${name}.json`);
        // Only its beginning was written: nothing was asked for.
        if (!(0,external_node_fs_.existsSync)(path))
            return [];
        try {
            return [schema.parse(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')))];
        }
        catch {
            // Not its text: it holds a key.
            throw new Error(`${path}: this is no record of a pod; look for the pod with \`ml-workflow reap --dry-run\``);
        }
    });
}
/** The pod is gone, and its key opens nothing any more. */
function removePodFile(runFolder, name) {
    const path = (0,external_node_path_.join)(runFolder, folderName, `${name}.json`);
    for (const file of [path, `${path}.new`])
        (0,external_node_fs_.rmSync)(file, { force: true });
}

;// CONCATENATED MODULE: ./build/runpod/end-on-record.js


/** Rejects only when the record cannot be written. What could not be ended is said loudly. */
async function endOnRecord({ client, clock, log, say, runFolder, hurry }, { file: { name, id }, price, createdAt, isCopy = false }, why) {
    const end = await (0,runpod_end/* endPod */.p)(client, { id }, { clock, hurry }).catch((error) => ({
        proven: false,
        problem: error instanceof Error ? error.message : String(error),
    }));
    const seconds = Math.max(0, ((end.at ?? clock.now()) - createdAt) / 1000);
    if (!end.proven)
        say(`the pod ${name} (${id}) may still run and cost $${price}/h: ${end.problem ?? 'its end is not proven'}; look with \`ml-workflow reap\``);
    if (isCopy)
        return;
    const dollars = Number(((price * seconds) / 3600).toFixed(6));
    log.ended({ pod: name, why, proven: end.proven, seconds: Number(seconds.toFixed(3)), dollars });
    if (end.proven)
        removePodFile(runFolder, name);
}

// EXTERNAL MODULE: ./build/runpod/error.js
var runpod_error = __webpack_require__(70639);
// EXTERNAL MODULE: ./build/runpod/find.js
var find = __webpack_require__(1994);
// EXTERNAL MODULE: ./build/runpod/pod-clock.js
var pod_clock = __webpack_require__(40037);
// EXTERNAL MODULE: ./build/runpod/pod-name.js
var pod_name = __webpack_require__(44412);
// EXTERNAL MODULE: ./build/ssh/keys.js
var keys = __webpack_require__(49089);
// EXTERNAL MODULE: ./build/ssh/quote.js
var quote = __webpack_require__(95873);
;// CONCATENATED MODULE: ./build/runpod/watchdog.js
/** The script that ends a pod from inside: at its end of life, or when nobody renews its lease any more. */
/**
 * Run by `bash -c 'eval "$MLW_WATCHDOG"'`, with the text in that variable: a `pkill -f python` of the training then finds
 * none of its words on a command line.
 *
 * It is two processes. The keeper starts the worker again when that is killed, and the worker becomes the keeper when the
 * keeper is killed. Signals that can be ignored are. What ends both at once with SIGKILL (`kill -9 -1`, `killall -9 bash`)
 * ends the watchdog: code that runs as root can always do that, and then only the reaper is left.
 *
 * Time is taken twice. `date` is held against MLW_EXPIRES, which a restart of the container does not move. What `sleep`
 * and /proc/uptime count is held against MLW_LIFETIME, MLW_LEASE and MLW_GRACE, so that a clock that was set back, or was
 * wrong from the start, gains nothing. A clock that was set forward looks like a lease that ran out:
 * one that was renewed within 90 counted seconds holds all the same.
 *
 * The lease is renewed when the times of its file have changed, whatever they say. It is looked for in `$HOME` and in
 * root's home folder, because an image may set `$HOME` and sshd does not follow it.
 *
 * MLW_END, when set, is the reason for which it ends the pod at once.
 */
const watchdogScript = `
trap '' HUP INT QUIT TERM PIPE
shell=\${BASH:-/bin/sh}
run='eval "$MLW_WATCHDOG"'
# Whatever ends this shell, such as a fork that failed, begins it again; exec needs no fork.
trap 'exec "$shell" -c "$run" mlw-watchdog' EXIT

say() { printf 'ml-workflow: %s\\n' "$1" >&2; }

is_number() { case $1 in '' | *[!0-9]*) return 1 ;; esac; }

# Seconds since the machine was started; 0 when nobody tells.
read_uptime() {
  uptime=0
  { read -r uptime rest </proc/uptime; } 2>/dev/null
  uptime=\${uptime%%.*}
  is_number "$uptime" || uptime=0
}

of_init() { tr '\\0' '\\n' 2>/dev/null </proc/1/environ | sed -n "s/^$1=//p" | head -n 1; }

# The next three print the status of one request; nothing when there was no answer. The key stands on no command line,
# because everybody on the machine sees these.
by_curl() {
  printf 'header = "Authorization: Bearer %s"\\n' "$key" 2>/dev/null |
    curl -q --config - --silent --max-time 20 --output /dev/null --write-out '%{http_code}' \\
      --user-agent "$agent" --header 'Content-Type: application/json' --request "$1" \${3:+--data "$3"} "$2"
}

by_python() {
  printf '%s\\n' "$key" 2>/dev/null | python3 -I -c '
import sys, urllib.error, urllib.request
agent, method, url, body = sys.argv[1:]
request = urllib.request.Request(url, body.encode() or None, method=method)
request.add_header("User-Agent", agent)
request.add_header("Content-Type", "application/json")
request.add_unredirected_header("Authorization", "Bearer " + sys.stdin.readline().strip())
try:
    print(urllib.request.urlopen(request, timeout=20).status)
except urllib.error.HTTPError as error:
    print(error.code)
' "$agent" "$1" "$2" "$3" 2>/dev/null
}

# It reads no configuration from a pipe.
by_wget() {
  settings=$(umask 077 && mktemp) || return
  printf 'header = Authorization: Bearer %s\\n' "$key" >"$settings"
  wget --config="$settings" --no-verbose --server-response --output-document=/dev/null --timeout=20 --tries=1 \\
    --max-redirect=0 --user-agent="$agent" --header='Content-Type: application/json' \\
    --method="$1" \${3:+--body-data="$3"} "$2" 2>&1 |
    sed -n 's/^ *HTTP\\/[0-9.]* \\([0-9]*\\).*/\\1/p' | tail -n 1
  rm -f "$settings"
}

# Whether RunPod has taken the request. The next program is asked when one is not there or gets no answer.
request() {
  status=
  for program in curl python3 wget; do
    command -v "$program" >/dev/null 2>&1 || continue
    case $program in
      curl) status=$(by_curl "$@") ;;
      python3) status=$(by_python "$@") ;;
      wget) status=$(by_wget "$@") ;;
    esac
    case $status in
      2??) return 0 ;;
      [1345]??) return 1 ;;
    esac
  done
  return 1
}

# A pod's own key may do all of these, or only some. Terminated costs nothing, stopped still costs its disk.
end_by() {
  case $1 in
    terminate) request POST "$address/action" '{"action":"terminate"}' ;;
    delete) request DELETE "$address" '' ;;
    stop) request POST "$address/action" '{"action":"stop"}' ;;
  esac
}

# Goes on until this machine is gone. What RunPod has taken twice without effect is no longer believed: then all is tried.
end_pod() {
  export MLW_END="$1"
  say "this pod ends itself: $1" &
  agent='ml-workflow-watchdog/1'
  round=0
  while :; do
    round=$((round + 1))
    key=\${RUNPOD_API_KEY:-$(of_init RUNPOD_API_KEY)}
    pod=\${RUNPOD_POD_ID:-$(of_init RUNPOD_POD_ID)}
    address=\${MLW_API:-https://api.runpod.io/v2}/pods/$pod
    for way in terminate delete stop; do
      if end_by "$way"; then
        [ "$round" -gt 2 ] || break
      elif [ $((round % 20)) -eq 1 ]; then
        say "RunPod did not take it ($way: \${status:-no answer}); tried again every 30 s" &
      fi
    done
    sleep 30 || sleep 5
  done
}

[ -z "\${MLW_END:-}" ] || end_pod "$MLW_END"
is_number "\${MLW_EXPIRES:-}" || end_pod 'it does not know when its life is over'
is_number "\${MLW_LIFETIME:-}" || end_pod 'it does not know how long its life is'
is_number "\${MLW_LEASE:-}" || MLW_LEASE=600
is_number "\${MLW_GRACE:-}" || MLW_GRACE=1800

lease_times() { stat -c '%y %z' "\${HOME:-/root}/.ml-workflow/lease" ~root/.ml-workflow/lease 2>/dev/null; }

if [ -z "\${MLW_STARTED:-}" ]; then
  read_uptime
  export MLW_STARTED="$uptime"
  export MLW_COUNTED=0
  # What stands there from before is no contact.
  export MLW_BEFORE="$(lease_times)"
fi

if [ "\${MLW_WATCHER:-keeper}" = keeper ]; then
  while :; do
    MLW_KEEPER=$$ MLW_WATCHER=worker "$shell" -c "$run" mlw-watchdog &
    wait "$!"
    sleep 1
  done
fi

# Whoever has lost its keeper has another parent.
is_kept() {
  { read -r line </proc/$$/stat; } 2>/dev/null || { kill -0 "$MLW_KEEPER" 2>/dev/null; return; }
  set -- \${line##*) }
  [ "$2" = "$MLW_KEEPER" ]
}

left=$MLW_LIFETIME
now=$(date +%s)
if is_number "$now" && [ $((MLW_EXPIRES - now)) -lt "$left" ]; then left=$((MLW_EXPIRES - now)); fi
begun=
passed=0
renewed=0
clock_renewed=$now
contact=no
times=$MLW_BEFORE
while :; do
  read_uptime
  passed=$((uptime - MLW_STARTED))
  [ "$passed" -ge "$MLW_COUNTED" ] || passed=$MLW_COUNTED
  [ -n "$begun" ] || { begun=$passed; renewed=$passed; }
  now=$(date +%s)
  is_number "$now" || now=0

  if [ "$now" -ge "$MLW_EXPIRES" ] || [ $((passed - begun)) -ge "$left" ] || [ "$passed" -ge "$MLW_LIFETIME" ]; then
    end_pod 'its life is over'
  fi

  seen=$(lease_times)
  if [ "$seen" != "$times" ]; then
    times=$seen
    contact=yes
    renewed=$passed
    clock_renewed=$now
  fi
  if [ "$contact" = no ]; then
    [ "$passed" -lt "$MLW_GRACE" ] || end_pod "nobody has reached it for $MLW_GRACE s"
  else
    unrenewed=$((passed - renewed))
    if [ "$unrenewed" -lt "$MLW_LEASE" ] && [ "$unrenewed" -ge 90 ] && [ "$clock_renewed" -gt 0 ]; then
      unrenewed=$((now - clock_renewed))
    fi
    [ "$unrenewed" -lt "$MLW_LEASE" ] || end_pod "nobody has renewed its lease for $MLW_LEASE s"
  fi

  is_kept || { export MLW_WATCHER=keeper; exec "$shell" -c "$run" mlw-watchdog; }
  # A sleep that was killed counts nothing.
  if sleep 10; then MLW_COUNTED=$((MLW_COUNTED + 10)); fi
done
`;

;// CONCATENATED MODULE: ./build/runpod/start-script.js
/** What a pod runs first: the watchdog, then the host key that we chose for it, then what its image starts. */


/**
 * For `bash -c`. `start`: the path of what the image itself starts. An image that does not have it gets an sshd that lets
 * in PUBLIC_KEY alone; where there is no OpenSSH, it is installed. A pod that cannot be set up ends itself at once,
 * because a container that only exits is started again, and is paid for all the time.
 *
 * Host keys go to `/etc/ssh`, or to the folder that MLW_ETC_SSH names.
 */
function startScript(start) {
    return `host_key=\${MLW_HOST_KEY:-}
unset MLW_HOST_KEY
watchdog=${(0,quote/* quoted */.T)(watchdogScript)}
run='eval "$MLW_WATCHDOG"'
if command -v setsid >/dev/null 2>&1; then
  MLW_WATCHDOG=$watchdog setsid "$BASH" -c "$run" mlw-watchdog </dev/null &
else
  # A group of its own, at least.
  (set -m; MLW_WATCHDOG=$watchdog "$BASH" -c "$run" mlw-watchdog </dev/null &)
fi

fail() {
  export MLW_WATCHDOG="$watchdog" MLW_END="$1"
  exec "$BASH" -c "$run" mlw-watchdog </dev/null
}

has() { command -v "$1" >/dev/null 2>&1; }
has_sshd() { { has sshd || [ -x /usr/sbin/sshd ]; } && has ssh-keygen; }
has_client() { has curl || has python3 || has wget; }

if ! has_sshd || ! has_client; then
  echo 'ml-workflow: the image has no OpenSSH server, or nothing to reach RunPod with; installing both' >&2
  if has apt-get; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >&2 && apt-get install -qy --no-install-recommends openssh-server curl ca-certificates >&2
  elif has apk; then
    apk add --no-cache openssh curl ca-certificates >&2
  fi
  has_sshd || fail 'the image has no OpenSSH server, and none could be installed'
  # Without a key of its own nobody trusts it, and whoever made it ends it.
  has_client || fail 'the image has neither curl, python3 nor wget, and none could be installed'
fi

keys=\${MLW_ETC_SSH:-/etc/ssh}
key=$keys/ssh_host_ed25519_key
[ -n "$host_key" ] || fail 'it was given no host key'
(
  umask 077
  mkdir -p "$keys" && rm -f "$key" "$key.pub" &&
    printf %s "$host_key" | base64 -d >"$key" && ssh-keygen -y -f "$key" >"$key.pub" && chmod 644 "$key.pub"
) || fail 'its host key could not be written'
unset host_key

start=${(0,quote/* quoted */.T)(start)}
if [ -e "$start" ]; then
  shopt -s execfail
  exec "$start"
  fail "$start could not be started"
fi

echo "ml-workflow: the image has no $start; starting sshd" >&2
[ -n "\${PUBLIC_KEY:-}" ] || fail 'it was given no PUBLIC_KEY'
: "\${HOME:=/root}"
(
  umask 077
  mkdir -p "$HOME/.ssh" && printf '%s\\n' "$PUBLIC_KEY" >"$HOME/.ssh/authorized_keys"
) || fail 'its authorized_keys could not be written'
mkdir -p /run/sshd 2>/dev/null
sshd=$(command -v sshd || echo /usr/sbin/sshd)
# As a child, because sshd as the first process would leave dead ones lying about.
"$sshd" -D -e -h "$key" -o PermitRootLogin=prohibit-password -o PasswordAuthentication=no \\
  -o KbdInteractiveAuthentication=no -o AuthorizedKeysFile="$HOME/.ssh/authorized_keys" -o StrictModes=no &
wait "$!"
fail 'its sshd has ended'
`;
}

;// CONCATENATED MODULE: ./build/runpod/pod-body.js


/** Seconds after which a pod ends itself when nobody has renewed its lease. */
const leaseSeconds = 600;
/** Seconds, from the start of its container, in which a pod must be reached for the first time. */
const graceSeconds = 1800;
/**
 * Everybody with the account's key can read it back, so it holds no secret but the host's key. Values of the environment
 * are plain: some images write them into a script without quoting.
 */
function podBody(request) {
    const { name, target, placement } = request;
    const environment = {
        PUBLIC_KEY: request.publicKey,
        MLW_HOST_KEY: Buffer.from(request.hostPrivateKey).toString('base64'),
        MLW_OWNER: request.owner,
        MLW_NAME: name,
        MLW_RUN: request.run,
        MLW_EXPIRES: String(Math.floor(request.expires)),
        MLW_LIFETIME: String(Math.max(0, Math.floor(request.expires) - (0,pod_name/* epochOf */.Fz)(name))),
        MLW_LEASE: String(request.lease ?? leaseSeconds),
        MLW_GRACE: String(request.grace ?? graceSeconds),
        ...(request.apiBase === undefined ? {} : { MLW_API: request.apiBase }),
    };
    for (const [key, value] of Object.entries(environment)) {
        if (!/^[\w@%+=:,./ -]+$/.test(value))
            throw new Error(`internal: ${key} of a pod is not plain text; please report this`);
    }
    return {
        name,
        ...placement,
        ports: ['22/tcp'],
        env: environment,
        entrypoint: ['/bin/bash', '-c'],
        cmd: [startScript(target.start)],
        startSsh: false,
        startJupyter: false,
    };
}

// EXTERNAL MODULE: ./build/ssh/connection.js + 2 modules
var ssh_connection = __webpack_require__(13547);
// EXTERNAL MODULE: ./build/ssh/host.js
var host = __webpack_require__(96403);
// EXTERNAL MODULE: ./build/ssh/load.js
var load = __webpack_require__(91173);
// EXTERNAL MODULE: ./build/runpod/client.js + 2 modules
var runpod_client = __webpack_require__(25841);
// EXTERNAL MODULE: ./build/runpod/plain.js
var plain = __webpack_require__(88261);
;// CONCATENATED MODULE: ./build/runpod/pull-progress.js
/** A pod's system log → the little of it that people want to read, and the errors behind which it never comes up. */
const hopeless = [
    {
        // Another host may have pulled less.
        pattern: /toomanyrequests|pull rate limit/i,
        help: 'the registry refuses anonymous pulls; give the target a `registry:` or use a `runpod/…` image',
        isOfTarget: false,
    },
    {
        pattern: /manifest(?: for \S+)? (?:unknown|not found)|pull access denied|repository does not exist|invalid reference format/i,
        help: 'the registry has no such image, or not for everybody; look at `image:` and `registry:`',
        isOfTarget: true,
    },
    {
        pattern: /unsatisfied condition: cuda/i,
        help: "the host's driver is too old for the image; give the target a `cuda:`",
        isOfTarget: false,
    },
    {
        pattern: /no space left on device/i,
        help: 'the disk is too small for the image; raise `disk:`',
        isOfTarget: true,
    },
];
const phases = [
    [/\bpulling\b|\bdownloading\b|\bextracting\b/i, 'pulling the image'],
    [/\bstart container\b|\bstarting container\b/i, 'starting the container'],
];
const mostErrors = 3;
const longest = 200;
class PullProgress {
    /** Once it is known. */
    hopeless;
    #told = new Set();
    #tenths = -1;
    #errors = 0;
    /** What to tell of this line: each thing once, and of a pull each tenth. */
    add(line) {
        const text = line.trim().slice(0, longest);
        const found = hopeless.find(({ pattern }) => pattern.test(line));
        if (found) {
            this.hopeless = { why: `${text} (${found.help})`, isOfTarget: found.isOfTarget };
            return undefined;
        }
        if (/\berror\b|\bfailed\b|\bdenied\b/i.test(text)) {
            this.#errors += 1;
            return this.#errors <= mostErrors ? this.#once(text) : undefined;
        }
        const share = /(\d{1,3})\s?%/.exec(text)?.[1];
        if (share !== undefined) {
            const tenths = Math.floor(Number(share) / 10);
            if (tenths <= this.#tenths)
                return undefined;
            this.#tenths = tenths;
            return `pulling the image, ${tenths * 10} %`;
        }
        const phase = phases.find(([pattern]) => pattern.test(text));
        return phase && this.#once(phase[1]);
    }
    #once(text) {
        if (this.#told.has(text))
            return undefined;
        this.#told.add(text);
        return text;
    }
}

;// CONCATENATED MODULE: ./build/runpod/ready.js
/** A pod that was made → one that answers over SSH as the host it must be, with GPUs that work; or why not. */








const usual = { most: 900, silent: 360, unknown: 90, refused: 60, poll: 2, handshake: 20 };
/** Answers come from several places: one that knows it and one that does not may take turns. Seconds. */
const goneAfter = 20;
/** Most pods that have their image are ready by then; behind it RunPod's quota counts for more. Seconds. */
const quickFor = 40;
/** Letters of what a host says of itself. */
const mostWords = 400;
/** The path is the watchdog's too. */
const touchLease = 'mkdir -p ~/.ml-workflow && touch ~/.ml-workflow/lease';
/** Rejects with the reason of `signal`, or with a `RunpodError` when the key is refused. */
async function untilReady(request) {
    const { client, clock, file, say, signal } = request;
    const over = new AbortController();
    const stop = () => over.abort();
    signal.addEventListener('abort', stop);
    if (signal.aborted)
        stop();
    const progress = new PullProgress();
    const news = { at: clock.now() };
    const log = client
        .systemLog(file.id, {
        tail: 100,
        signal: over.signal,
        onLine: ({ text }) => {
            news.at = clock.now();
            const told = progress.add(text);
            if (told !== undefined)
                say(`${(0,pod_name/* shortPodName */.t7)(file.name)}: ${told}`);
        },
    })
        // Without it the pod's state alone tells.
        .catch(() => undefined);
    try {
        return await poll(request, progress, news);
    }
    finally {
        signal.removeEventListener('abort', stop);
        stop();
        await log;
    }
}
/** `news.at`: milliseconds since the epoch, of the last that was heard of it. */
async function poll(request, progress, news) {
    const { client, clock, file, signal, processes = 1 } = request;
    const readiness = { ...usual, ...request.readiness };
    const began = clock.now();
    const since = (then) => (clock.now() - then) / 1000;
    let status;
    let knownAt;
    let refusedAt;
    let last = 'it has no address yet';
    for (;;) {
        signal.throwIfAborted();
        const pod = await look(client, file.id, signal);
        if (pod instanceof runpod_error/* RunpodError */.fD)
            last = pod.message;
        else if (pod) {
            knownAt = clock.now();
            if (pod.status !== status)
                news.at = knownAt;
            status = pod.status;
        }
        else if (since(knownAt ?? began) > (knownAt === undefined ? readiness.unknown : goneAfter))
            return {
                is: 'failed',
                why: knownAt === undefined ? 'RunPod does not know it' : 'it was ended by someone else',
            };
        const { hopeless } = progress;
        const how = hopeless === undefined ? '' : `: ${hopeless.why}`;
        const target = hopeless?.isOfTarget ? { isOfTarget: true } : {};
        if (status !== undefined && ['EXITED', 'ERROR', 'TERMINATED'].includes(status))
            return { is: 'failed', why: `it was ${status} before it was ready${how}`, ...target };
        if (hopeless)
            return { is: 'failed', why: hopeless.why, ...target };
        const endpoint = pod && !(pod instanceof runpod_error/* RunpodError */.fD) ? (0,runpod_client/* endpointOf */.X5)(pod) : undefined;
        if (endpoint) {
            const tried = await reach(request, endpoint, readiness.handshake * 1000);
            if (tried.is !== 'not-yet')
                return tried;
            last = tried.why;
            if (!tried.isRefused)
                refusedAt = undefined;
            else
                refusedAt ??= clock.now();
            if (refusedAt !== undefined && since(refusedAt) > readiness.refused)
                return { is: 'failed', why: tried.why };
        }
        else if (since(news.at) > readiness.silent)
            return {
                is: 'failed',
                why: `nothing was heard of it for ${minutes(readiness.silent)} (RunPod shows it as ${status ?? 'unknown'}, without an address)`,
            };
        if (since(began) > readiness.most)
            return { is: 'failed', why: `it was not ready after ${minutes(readiness.most)}: ${last}` };
        const own = since(began) < quickFor ? readiness.poll : 3 * readiness.poll;
        const shared = processes > 1 ? client.secondsBetween(processes) : 0;
        await clock.sleep(Math.max(own, shared) * 1000, signal);
    }
}
function minutes(seconds) {
    return seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
async function look(client, id, signal) {
    try {
        return await client.pod(id, signal);
    }
    catch (error) {
        // That the API does not answer says nothing of the pod.
        if (error instanceof runpod_error/* RunpodError */.fD && error.kind !== 'auth')
            return error;
        throw error;
    }
}
async function reach({ file, gpus, signal, reconnectMilliseconds: patience = 120_000, keepaliveMilliseconds }, endpoint, milliseconds) {
    const { privateKey, hostKey } = file;
    const within = { connectMilliseconds: milliseconds, giveUpMilliseconds: milliseconds };
    const probe = new ssh_connection/* Connection */.N({ ...endpoint, privateKey, hostKey, ...within });
    // The one that stays is more patient than the one that asks whether it is ready.
    const lasting = () => new ssh_connection/* Connection */.N({ ...endpoint, privateKey, hostKey, giveUpMilliseconds: patience, keepaliveMilliseconds });
    try {
        const first = await probe.exec(touchLease, { signal });
        if (first.code !== 0)
            throw new Error(first.stderr.trim() || `exit code ${first.code}`);
        if (gpus === 0)
            return { is: 'ready', connection: lasting() };
        const gpu = await (0,load/* checkGpu */.rY)(probe, signal);
        if (!gpu.ok)
            return { is: 'failed', why: (0,plain/* plain */.p)(gpu.message, mostWords) };
        if (gpu.count < gpus)
            return { is: 'failed', why: `${probe.name} has ${gpu.count} of ${gpus} GPUs that are paid for` };
        const called = (0,plain/* plain */.p)(gpu.name, mostWords);
        const name = gpu.count > 1 ? `${gpu.count} × ${called}` : called;
        return { is: 'ready', connection: lasting(), gpu: name };
    }
    catch (error) {
        signal.throwIfAborted();
        const why = (0,plain/* plain */.p)(error instanceof Error ? error.message : String(error), mostWords);
        // Somebody else answers in its place, or it was not given our key: nothing is ever sent there.
        if (error instanceof host/* SshError */.D && error.kind === 'host-key')
            return { is: 'failed', why };
        return { is: 'not-yet', why, isRefused: error instanceof host/* SshError */.D && error.kind === 'auth' };
    }
    finally {
        probe.close();
    }
}

;// CONCATENATED MODULE: ./build/runpod/provision.js










/** Milliseconds: RunPod itself has failed. */
const afterFailure = 15_000;
/** Rejects with a `ProvisionError`, or with the reason of `signal`. All that it has made is handed to `end` then. */
async function provision(request) {
    try {
        return await firstReady(request);
    }
    catch (error) {
        // A pod that was made and failed is counted where it fails.
        if (error instanceof ProvisionError && error.class !== 'provision')
            request.breaker.failed(error.class);
        throw error;
    }
}
async function firstReady(request) {
    const { avoided, breaker, clock, say, scope, signal } = request;
    const refusals = [];
    const failures = [];
    const offers = [...request.candidates];
    for (let offered = offers.shift(); offered; offered = offers.shift()) {
        signal.throwIfAborted();
        demand(breaker, failures);
        const candidate = (avoided.size > 0 && (0,candidates/* elsewhere */.Jn)(offered, avoided)) || offered;
        const made = await make(request, candidate);
        if (made.is === 'refused') {
            refusals.push(made.error);
            continue;
        }
        const ready = made.is === 'failed' ? made : await settleIn(request, candidate, made);
        if (ready.is === 'ready')
            return ready.pod;
        breaker.failed('provision');
        failures.push(`${candidate.offer}: ${ready.why}`);
        const what = made.is === 'made' ? (0,pod_name/* shortPodName */.t7)(made.pod.file.name) : scope;
        say(`${what}: ${candidate.offer} is given up: ${ready.why}`);
        if (failures.length >= plan_pods/* hostsPerUnit */.Z)
            break;
        if (ready.is === 'dear')
            continue;
        if (made.is === 'made' && made.dataCenter !== undefined)
            avoided.add(made.dataCenter);
        if (ready.is === 'failed')
            await clock.sleep(afterFailure, signal);
        // The same is wanted before the next best, from another place if there is one.
        if (ready.is === 'bad-host' && (0,candidates/* elsewhere */.Jn)(offered, avoided))
            offers.unshift(offered);
        else if (offers.length === 0)
            offers.push(offered);
    }
    signal.throwIfAborted();
    if (failures.length > 0)
        throw new ProvisionError('provision', notReady(failures));
    const meant = (0,runpod_error/* whatWasMeant */.tJ)(refusals);
    const told = {
        capacity: 'no offer has a free host',
        usage: 'RunPod refuses the pod',
        auth: 'the key may use none of the offers',
    };
    const help = meant.is === 'auth' ? '; give the key the right to create pods at RunPod, or use another key' : '';
    throw new ProvisionError(meant.is, `${told[meant.is]}: ${meant.detail}${help}`);
}
/** What this one has tried tells more than the number of all. */
function demand(breaker, failures) {
    try {
        breaker.demand();
    }
    catch (error) {
        if (!(error instanceof ProvisionError) || failures.length === 0)
            throw error;
        throw new ProvisionError(error.class, `${notReady(failures)}; ${error.message}`);
    }
}
function notReady(failures) {
    return `no pod became ready: ${failures.join('; ')}`;
}
/** One intent, one request. What cannot be known from its answer is looked up by name. */
async function make(request, candidate) {
    const { client, target, owner, run, runFolder, clock, log } = request;
    const lifetime = Math.floor(request.affords(candidate.price));
    const name = (0,pod_name/* newPodName */.t5)(owner, run, Math.floor(clock.now() / 1000));
    const ours = (0,keys/* newKeyPair */.aU)(name);
    const its = (0,keys/* newKeyPair */.aU)(name);
    const expires = Math.floor(clock.now() / 1000) + lifetime;
    const file = {
        ...{ name, owner, target: request.targetName, scope: request.scope },
        ...{ privateKey: ours.privateKey, hostKey: its.publicKey, expires, key: target.key },
    };
    const body = podBody({
        ...{ name, owner, run, target, placement: (0,candidates/* placementOf */.xc)(candidate, target) },
        ...{ publicKey: ours.publicKey, hostPrivateKey: its.privateKey, expires, lease: leaseSeconds },
        ...(request.apiBase === undefined ? {} : { apiBase: request.apiBase }),
    });
    writePodFile(runFolder, file);
    log.intended({ pod: name, offer: candidate.offer, price: candidate.price, lifetime });
    const createdAt = clock.now();
    // Not to be called off once it is sent: whether it has worked must be known.
    const answer = await client.createPod(body, undefined, request.signal).catch((error) => {
        if (error instanceof runpod_error/* RunpodError */.fD)
            return error;
        log.refused({ pod: name, class: 'cancelled', message: 'nobody wanted it before it was asked for' });
        removePodFile(runFolder, name);
        throw error;
    });
    const found = answer instanceof runpod_error/* RunpodError */.fD ? await lookFor(request, file, candidate, createdAt, answer) : answer;
    if (found instanceof runpod_error/* RunpodError */.fD) {
        const failure = classOf(found);
        log.refused({ pod: name, class: failure, message: found.message });
        removePodFile(runFolder, name);
        if (isOfOffer(found))
            return { is: 'refused', error: found };
        if (found.kind === 'server' || found.kind === 'network')
            return { is: 'failed', why: found.message };
        throw new ProvisionError(failure, found.message);
    }
    // What costs nothing is not what it will cost.
    const pod = { file: { ...file, id: found.id }, price: found.cost || candidate.price, createdAt };
    try {
        log.created({ pod: name, id: found.id, price: pod.price });
        writePodFile(runFolder, pod.file);
    }
    catch (error) {
        // A full disk, perhaps: it is ended all the same.
        request.end(pod, 'it could not be put on record');
        throw error;
    }
    return { is: 'made', pod, lifetime, dataCenter: found.dataCenterId };
}
/** Behind a request whose answer says nothing: the pod that it made after all, or the error, when it has made none. */
async function lookFor(request, file, { price }, createdAt, error) {
    if (error.created !== 'unknown')
        return error;
    const { client, clock, owner, hurry, say, log } = request;
    say(`${file.scope}: RunPod did not say whether a pod was made (${error.message}); looking for ${file.name}`);
    try {
        return (await (0,find/* findByName */._U)(client, { name: file.name, owner }, clock, hurry)) ?? error;
    }
    catch (second) {
        if (second instanceof find/* SeveralPodsError */.dN) {
            for (const pod of severalEnded(second, { file, price, createdAt }, log))
                request.end(pod, severalWhy);
            throw new ProvisionError('provision', second.message);
        }
        const why = second instanceof Error ? second.message : String(second);
        // It stays on record as undecided: whoever ends the run looks for it once more.
        throw new ProvisionError('provision', `${file.name} may have been made, and RunPod cannot be asked: ${why}`);
    }
}
const severalWhy = 'there were several of its name';
/**
 * Nobody can tell which of them the one request has made: none is used. On record they are one, at the price of all.
 * `quoted.price`: of one that does not say what it costs.
 */
function severalEnded({ pods }, quoted, log) {
    const { file, createdAt } = quoted;
    const price = pods.reduce((sum, { cost }) => sum + (cost || quoted.price), 0);
    return pods.map(({ id }, index) => {
        if (index === 0)
            log.created({ pod: file.name, id, price });
        return { file: { ...file, id }, price, createdAt, ...(index === 0 ? {} : { isCopy: true }) };
    });
}
function classOf(error) {
    switch (error.kind) {
        case 'refused':
            return (0,runpod_error/* isCapacity */.xo)(error) ? 'capacity' : 'usage';
        case 'auth':
        case 'forbidden':
            return 'auth';
        case 'balance':
            return 'budget';
        case 'contract':
        case 'absent':
            return 'usage';
        default:
            return 'provision';
    }
}
/** Another offer may be granted. A rule that is broken shows when all of them refuse it in the same words. */
function isOfOffer({ kind }) {
    return kind === 'refused' || kind === 'forbidden';
}
/** The pod is there: from here on it becomes ready or is ended. */
async function settleIn(request, candidate, { pod, lifetime }) {
    const { target, log, clock } = request;
    const { file, price, createdAt } = pod;
    const given = (is, why) => {
        request.end(pod, why);
        return { is, why };
    };
    try {
        if (price > target.maxPrice + 1e-9)
            return given('dear', `dearer than asked for: $${price}/h, and \`max-price\` is $${target.maxPrice}`);
        if (price > candidate.price + 1e-9) {
            if (request.affords(price) < lifetime)
                return given('dear', `dearer than the catalogue's $${candidate.price}/h: the budget has no $${price}/h`);
            request.say(`${(0,pod_name/* shortPodName */.t7)(file.name)}: it costs $${price}/h, where the catalogue has $${candidate.price}`);
        }
        const reached = await untilReady({ ...request, file, gpus: target.gpus.length > 0 ? target.count : 0 });
        if (reached.is === 'failed' && reached.isOfTarget)
            throw new ProvisionError('usage', reached.why);
        if (reached.is === 'failed')
            return given('bad-host', reached.why);
        const { connection, gpu } = reached;
        try {
            const seconds = (clock.now() - createdAt) / 1000;
            log.ready({ pod: file.name, seconds, ...(gpu === undefined ? {} : { gpu }) });
        }
        catch (error) {
            connection.close();
            throw error;
        }
        return { is: 'ready', pod: { ...pod, connection, ...(gpu === undefined ? {} : { gpu }) } };
    }
    catch (error) {
        const why = request.signal.aborted
            ? 'nobody needs it any more'
            : error instanceof ProvisionError
                ? error.message
                : 'it could not be made ready';
        request.end(pod, why);
        // The key is refused, and will be.
        if (error instanceof runpod_error/* RunpodError */.fD && !request.signal.aborted)
            throw new ProvisionError(classOf(error), error.message);
        throw error;
    }
}

// EXTERNAL MODULE: ./build/targets/hosts/cargo.js
var cargo = __webpack_require__(65809);
// EXTERNAL MODULE: ./build/targets/hosts/remote-place.js + 2 modules
var remote_place = __webpack_require__(91978);
// EXTERNAL MODULE: ./build/targets/hosts/setting.js
var setting = __webpack_require__(12477);
// EXTERNAL MODULE: ./build/targets/hosts/ssh.js + 7 modules
var ssh = __webpack_require__(28221);
// EXTERNAL MODULE: ./build/targets/hosts/transfer.js
var transfer = __webpack_require__(63878);
;// CONCATENATED MODULE: ./build/targets/pods/left-pods.js
/** Pods that a driver before this one has made or wished for: taken over where they are ready, ended elsewhere. */








const interrupted = 'the run that made it was interrupted';
/** Never rejects: what becomes of each is on record, or said. */
async function recoverPods(left, recovering) {
    const { runFolder, run, say } = recovering;
    let files = new Map();
    try {
        files = new Map(readPodFiles(runFolder).map((file) => [file.name, file]));
    }
    catch (error) {
        // By its name and id each can still be ended.
        say(messageOf(error));
    }
    await Promise.all(left.map(async (pod) => {
        try {
            await recoverPod(pod, files.get(pod.name), recovering);
        }
        catch (error) {
            say(`${pod.name} may still run and cost money: ${messageOf(error)}; \`ml-workflow reap --run ${run}\` ends it`);
        }
    }));
}
/** Keys that were made for a pod and never used: its request goes out behind its record. */
function dropUnrecorded(runFolder, { pods }) {
    for (const name of podFileNames(runFolder))
        if (!pods.has(name))
            removePodFile(runFolder, name);
}
async function recoverPod(pod, file, recovering) {
    const { client, clock, owner, key, goesOn, hurry, log, end } = recovering;
    const { name, scope, target } = pod;
    // It costs from then on at the latest: an answer may have been long in coming.
    const createdAt = Date.parse(pod.intendedAt);
    let { price } = pod;
    const own = file ?? { name, owner, target, scope, key, privateKey: '', hostKey: '', expires: 0 };
    let id = pod.id ?? own.id;
    if (id === undefined) {
        try {
            const found = await (0,find/* findByName */._U)(client, { name, owner }, clock, hurry);
            id = found?.id;
            price = found?.cost || price;
        }
        catch (error) {
            if (!(error instanceof find/* SeveralPodsError */.dN))
                throw error;
            const several = severalEnded(error, { file: own, price, createdAt }, log(scope));
            await Promise.all(several.map((one) => end(one, severalWhy)));
            return;
        }
        if (id === undefined)
            return log(scope).refused({ pod: name, class: 'provision', message: 'it was never made' });
    }
    const known = { file: { ...own, id }, price, createdAt };
    if (goesOn && pod.readyAt !== undefined && file && (await takenOver(pod, known, recovering)))
        return;
    try {
        if ((0,pods/* isUndecided */.Ae)(pod))
            log(scope).created({ pod: name, id, price });
    }
    finally {
        // Also when it cannot be put on record.
        await end(known, pod.why ?? interrupted);
    }
}
/** Still there, and still the host that it was. */
async function takenOver({ name, gpu }, known, { client, hurry, say, takeOver, reconnectMilliseconds = 120_000 }) {
    const found = await client.pod(known.file.id, hurry);
    const endpoint = found && (0,runpod_client/* endpointOf */.X5)(found);
    if (!endpoint)
        return false;
    const { privateKey, hostKey } = known.file;
    const at = (milliseconds) => new ssh_connection/* Connection */.N({ ...endpoint, privateKey, hostKey, giveUpMilliseconds: milliseconds });
    const probe = at(20_000);
    try {
        await probe.exec(touchLease);
    }
    catch (error) {
        if (error instanceof host/* SshError */.D)
            return false;
        throw error;
    }
    finally {
        probe.close();
    }
    const connection = at(reconnectMilliseconds);
    const isTaken = takeOver({ ...known, connection, ...(gpu === undefined ? {} : { gpu }) });
    if (isTaken)
        say(`${name}: taken over`);
    else
        connection.close();
    return isTaken;
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./build/targets/pods/pod.js
class Slot {
    ready;
    /** While nobody waits for it any more it is not made to the end. */
    #calledOff = new AbortController();
    /** 0 to 1 */
    #used = 0;
    #isClosed = false;
    #pod;
    constructor(make) {
        this.ready = make(this.#calledOff.signal).then((pod) => {
            this.#pod = pod;
            return pod;
        });
        this.ready.catch(() => {
            this.#isClosed = true;
        });
    }
    /** Undefined until it is ready. */
    get pod() {
        return this.#pod;
    }
    /** Nothing new is placed on it. */
    get isClosed() {
        return this.#isClosed;
    }
    hasRoom(share) {
        // Shares are parts such as 1/3.
        return !this.#isClosed && this.#used + share <= 1 + 1e-9;
    }
    enter(share) {
        this.#used += share;
    }
    leave(share) {
        this.#used = Math.max(0, this.#used - share);
        if (this.#used < 1e-9 && !this.#pod)
            this.close('nobody waits for it any more');
    }
    /** What is being made of it is called off. */
    close(why) {
        this.#isClosed = true;
        this.#calledOff.abort(new Error(why));
    }
}

;// CONCATENATED MODULE: ./build/targets/pods/runpod-client.js


const apiVariable = 'RUNPOD_API_URL';
/** Settings that a run will need. Throws a `SettingError`. */
function runpodClient(name, target, environment, say) {
    const key = environment[target.key]?.trim();
    if (key === undefined || key === '')
        throw new setting.SettingError(`${target.key} is not set; it holds the key of RunPod for the target \`${name}\``);
    const base = environment[apiVariable];
    const onWait = say && ((seconds, why) => say(`RunPod asks to wait ${Math.ceil(seconds)} s: ${why}`));
    return new runpod_client/* RunpodClient */.CD({ key, base: base === '' ? undefined : base, onWait });
}

;// CONCATENATED MODULE: ./build/targets/pods/fleet.js
/** The pods of one target in one run: made when a unit needs one, shared by `slots`, ended with their scope. */


























/** Less is not worth the time that a pod takes to become ready. */
const shortestLife = 120;
/** For which a run waits for its bills when all else is over. */
const billMilliseconds = 30_000;
/** For which a pod may still be billed when its life is over: it looks at the time now and then, and asks to be ended. */
const secondsToEnd = 60;
class Fleet {
    #target;
    #options;
    #clock;
    #scopeOf = new Map();
    /** By scope; those that are closed are no longer here. */
    #slots = new Map();
    /** The pod on which a branch has begun. */
    #homes = new Map();
    /** Units that wait for room in a scope. */
    #waiting = new Map();
    /** Of pods that are ready and not being ended: by RunPod's id. */
    #held = new Map();
    /** By RunPod's id: each is ended once, and again where that could not be proven. */
    #endings = new Map();
    /** By name: when it was last tried in vain to prove its end, in milliseconds since the epoch. */
    #unproven = new Map();
    /** What makes pods or ends them now. */
    #busy = new Set();
    #breaker = new Breaker();
    /** Data centers in which a host was given up in this run. */
    #avoided = new Set();
    /** Whoever drives the run next takes over what is there: nothing is lost, and nothing ends, because this process leaves. */
    #isClosed = false;
    #run;
    #cargo;
    #client;
    #candidates;
    /** What an earlier driver has left is known. No pod is made before. */
    #recovered = Promise.resolve();
    constructor(target, options) {
        this.#target = target;
        this.#options = options;
        this.#clock = options.clock ?? pod_clock/* wallClock */.X;
        for (const scope of options.plan.pods ?? [])
            if (scope.target === options.name)
                for (const unit of scope.units)
                    this.#scopeOf.set(unit, scope);
    }
    begin(run) {
        this.#run = run;
        const { workspace, runDirectory, say } = run;
        const tree = (0,cargo/* treeSource */.Av)(this.#options.plan, { ...this.#options, workspace, runDirectory, say });
        this.#cargo = { plan: this.#options.plan, workspace, tree };
        dropUnrecorded(runDirectory, run.state);
        const left = this.#podsThat(pods/* mayCost */.Tu);
        if (left.length > 0)
            this.#recovered = this.#recover(left, run.goesOn);
    }
    async run(request, watch) {
        const started = performance.now();
        // It may quote what a host has said.
        const failed = (failure, message, tail = []) => ({
            ...{ is: 'failed', class: failure, message: (0,plain_text/* plainText */.w)(message), tail },
            seconds: (performance.now() - started) / 1000,
        });
        try {
            if (request.command.is === 'setup')
                return await this.#check(request.command, watch);
            return await this.#runOnPods(request, watch, failed);
        }
        catch (error) {
            if (watch.signal.aborted)
                return failed('cancelled', 'cancelled');
            if (error instanceof ProvisionError)
                return failed(error.class, error.message);
            if (error instanceof remote_place/* PlaceError */.e)
                return failed(error.class, error.message, error.tail);
            if (error instanceof transfer/* TransferError */.aG || error instanceof setting.SettingError)
                return failed('usage', error.message);
            if (error instanceof runpod_error/* RunpodError */.fD)
                return failed(classOfApi(error), error.message);
            throw error;
        }
    }
    /** A host that is lost is no failure of the unit: another one may do it. */
    async #runOnPods(request, watch, failed) {
        const { command, unit } = request;
        const scope = this.#scopeOf.get(unit.id);
        if (!scope)
            return this.#keepForLater(request, watch, failed);
        if (command.is === 'transfer' && command.direction === 'up')
            (0,transfer/* demandHere */.e6)(command, request.workspace);
        const share = 1 / slotsOf(command, this.#target);
        for (let host = 1;; host++) {
            const { slot, pod } = await this.#enter(scope, unit, share, watch.signal);
            try {
                this.#its.record([{ type: 'unit-placed', node: unit.id, on: pod.file.name, share }]);
                const again = host === 1 ? request : withoutInterruption(request);
                const outcome = await this.#runOn(again, watch, pod);
                if (outcome.is !== 'host-lost') {
                    this.#breaker.worked();
                    return outcome;
                }
                const lost = await this.#whyLost(pod, watch.signal);
                // All that share it say so: it is one host.
                if (!slot.isClosed) {
                    this.#breaker.failed(lost.class);
                    this.#close(scope.id, slot, lost.why);
                }
                const message = `${outcome.message}; ${lost.why}`;
                const gone = this.#leftOn(pod, scope, unit);
                if (gone !== undefined)
                    return failed(lost.class, `${message}; what \`${gone}\` has left there is gone with it, so no other host can go on`, outcome.tail);
                if (host >= plan_pods/* hostsPerUnit */.Z)
                    return failed(lost.class, `${message}; it was the last of ${host} hosts`, outcome.tail);
                watch.output(`(${lost.why}; trying another host)`);
            }
            finally {
                this.#leave(scope.id, slot, share);
            }
        }
    }
    async #runOn(request, watch, pod) {
        try {
            return await (0,ssh/* runOn */.l9)(request, watch, pod.place, this.#options);
        }
        catch (error) {
            if (!(error instanceof host/* SshError */.D) || watch.signal.aborted)
                throw error;
            return { is: 'host-lost', message: error.message, tail: [] };
        }
    }
    /** What this branch has done on the pod before, as people know it: on another pod it is missing. */
    #leftOn({ file }, scope, unit) {
        const { pods, nodes, byId } = this.#its.state;
        for (const id of pods.get(file.name)?.units ?? []) {
            const other = byId.get(id);
            if (other?.kind !== 'unit' || id === unit.id || nodes.get(id)?.status !== 'succeeded')
                continue;
            if (this.#branchOf(scope, other) === this.#branchOf(scope, unit))
                return other.title;
        }
        return undefined;
    }
    /** Room on a pod of the scope that is ready. */
    async #enter(scope, unit, share, signal) {
        await (0,ssh/* orAborted */.H6)(this.#recovered, signal);
        const branch = this.#branchOf(scope, unit);
        for (;;) {
            signal.throwIfAborted();
            const slot = this.#slotFor(scope, branch, share);
            if (!slot) {
                await (0,ssh/* orAborted */.H6)(new Promise((resolve) => this.#waitingFor(scope.id).push(resolve)), signal);
                continue;
            }
            slot.enter(share);
            // What it began on a pod that was taken over may still run there.
            const isFree = this.#homes.get(branch) !== slot;
            this.#homes.set(branch, slot);
            const found = await this.#readyFor(scope, slot, share, isFree, signal).catch((error) => {
                if (isFree)
                    this.#homes.delete(branch);
                this.#leave(scope.id, slot, share);
                throw error;
            });
            if (found.slot !== slot) {
                this.#homes.set(branch, found.slot);
                this.#leave(scope.id, slot, share);
            }
            if (!found.slot.isClosed)
                return found;
            this.#leave(scope.id, found.slot, share);
        }
    }
    /** The slot itself, which has been entered; for who is free, another one whose pod has room before, entered as well. */
    async #readyFor(scope, slot, share, isFree, signal) {
        for (;;) {
            const woken = new Promise((resolve) => this.#waitingFor(scope.id).push(resolve));
            const own = await (0,ssh/* orAborted */.H6)(isFree ? Promise.race([slot.ready, woken]) : slot.ready, signal);
            const pod = slot.pod ?? own;
            if (pod)
                return { slot, pod };
            const other = this.#slotsOf(scope.id).find((one) => one.pod && one.hasRoom(share));
            if (!other?.pod)
                continue;
            other.enter(share);
            return { slot: other, pod: other.pod };
        }
    }
    /** Undefined while there is no room. */
    #slotFor(scope, branch, share) {
        // What one branch has written on a pod, its next command finds there.
        const own = this.#homes.get(branch);
        if (own && !own.isClosed)
            return own.hasRoom(share) ? own : undefined;
        const slots = this.#slotsOf(scope.id);
        const roomy = slots.filter((one) => one.hasRoom(share));
        const free = roomy.find(({ pod }) => pod) ?? roomy[0];
        if (free || slots.filter(({ isClosed }) => !isClosed).length >= scope.pods)
            return free;
        return this.#newSlot(scope, (signal) => this.#make(scope, signal));
    }
    #newSlot(scope, make) {
        const slot = new Slot(make);
        this.#slotsOf(scope.id).push(slot);
        const made = slot.ready.then((pod) => {
            // Closed at the last moment: nobody else knows of it.
            if (slot.isClosed)
                return this.#end(pod, 'nobody needs it any more');
            this.#wake(scope.id);
            return undefined;
        }, () => this.#forget(scope.id, slot));
        this.#track(made);
        return slot;
    }
    /** The branch of a block that shares pods; else the scope itself. */
    #branchOf(scope, unit) {
        if (scope.of !== 'block')
            return scope.id;
        const { byId } = this.#its.state;
        let branch = unit.id;
        for (let id = unit.parent; id !== null; id = byId.get(id)?.parent ?? null) {
            const kind = byId.get(id)?.kind;
            if (kind === 'parallel' || kind === 'fork')
                break;
            branch = id;
        }
        return branch;
    }
    /** An upload that only later pods will need: each gets it when it is made, and none is paid for it now. */
    #keepForLater({ command, unit, workspace }, watch, failed) {
        if (command.is !== 'transfer' || command.direction !== 'up')
            throw new Error(`internal: ${unit.id} has no pod; please report this`);
        const missing = command.paths.find(({ from }) => !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, from)));
        if (missing)
            return failed('usage', `\`${missing.from}\` is not there; nothing can be sent`);
        watch.output('each pod gets it when it is made');
        return { is: 'succeeded', result: { seconds: 0, metrics: {}, values: {} } };
    }
    #leave(scope, slot, share) {
        slot.leave(share);
        if (slot.isClosed)
            this.#forget(scope, slot);
        this.#wake(scope);
    }
    #wake(scope) {
        for (const wake of this.#waitingFor(scope).splice(0))
            wake();
    }
    /** A pod on which units of the scope can run, on the third host at the latest. */
    async #make(scope, signal) {
        // What will be missing there is missed here first: a pod that cannot be prepared is paid for all the same.
        this.#demandHere(scope);
        // The image may be pulled while the tree is packed.
        this.#cargo?.tree().catch(() => undefined);
        for (let host = 1;; host++) {
            const pod = await this.#provide(scope, signal);
            this.#hold(pod);
            const prepared = await this.#prepared(scope, pod, signal);
            if (prepared)
                return prepared;
            if (host >= plan_pods/* hostsPerUnit */.Z)
                throw new ProvisionError('provision', `${host} hosts were lost while they were prepared`);
        }
    }
    /** Throws a `TransferError`. */
    #demandHere(scope) {
        const { sync, commands } = this.#options.plan;
        const { workspace } = this.#its;
        (0,transfer/* demandSyncHere */.DA)(sync?.up ?? [], workspace);
        for (const key of this.#transfersFor(scope)) {
            const command = commands[key];
            if (command?.is === 'transfer')
                (0,transfer/* demandHere */.e6)(command, workspace);
        }
    }
    /** In rounds over the candidates while there is no capacity. */
    async #provide(scope, signal) {
        const { runDirectory: runFolder, run, say, hurry } = this.#its;
        const { name, owner, environment, readiness, reconnectMilliseconds, keepaliveMilliseconds, beside } = this.#options;
        const { candidates, rejected } = await this.#readCandidates(signal);
        if (candidates.length === 0) {
            const why = rejected.map((one) => `${one.offer}: ${one.why}`).join('; ');
            throw new ProvisionError('capacity', `no offer fits the target \`${name}\`: ${why}`);
        }
        const waits = this.#options.capacityWaits ?? [30_000, 120_000];
        for (let round = 0;; round++) {
            try {
                return await provision({
                    ...{ client: this.#api, target: this.#target, targetName: name, scope: scope.id, owner, run },
                    ...{ runFolder, candidates, avoided: this.#avoided, breaker: this.#breaker, say, signal, hurry },
                    ...{ clock: this.#clock, log: this.#log(scope.id) },
                    ...{ reconnectMilliseconds, keepaliveMilliseconds },
                    apiBase: environment[apiVariable] || undefined,
                    affords: (price) => this.#affords(scope, price),
                    end: (pod, why) => void this.#end(pod, why),
                    ...(readiness ? { readiness } : {}),
                    ...(beside ? { processes: beside.processes } : {}),
                });
            }
            catch (error) {
                const wait = waits[round];
                if (!(error instanceof ProvisionError) || error.class !== 'capacity' || wait === undefined)
                    throw error;
                say(`${scope.id}: ${error.message}; asking again in ${Math.round(wait / 1000)} s`);
                await this.#clock.sleep(wait, signal);
            }
        }
    }
    /** Undefined when the host was lost meanwhile. A pod that cannot be prepared is being ended when this rejects. */
    async #prepared(scope, pod, signal) {
        const { say } = this.#its;
        if (!this.#cargo)
            throw new Error('internal: a target was used before its run began; please report this');
        try {
            const place = await (0,remote_place/* prepare */.i)(pod.connection, {
                ...{ target: this.#target, cargo: this.#cargo, transfers: this.#transfersFor(scope), say, signal },
                called: (0,pod_name/* shortPodName */.t7)(pod.file.name),
            });
            return { ...pod, place };
        }
        catch (error) {
            if (this.#isClosed)
                throw error;
            if (signal.aborted) {
                void this.#end(pod, 'nobody needs it any more');
                throw error;
            }
            const lost = error instanceof host/* SshError */.D ? await this.#whyLost(pod, signal) : undefined;
            void this.#end(pod, lost?.why ?? 'it could not be prepared');
            if (lost) {
                this.#breaker.failed(lost.class);
                say(`${(0,pod_name/* shortPodName */.t7)(pod.file.name)}: ${lost.why}; trying another host`);
                return undefined;
            }
            if (error instanceof remote_place/* PlaceError */.e)
                this.#breaker.failed(error.class);
            if (error instanceof transfer/* TransferError */.aG)
                this.#breaker.failed('usage');
            throw error;
        }
    }
    /** Those of the chain before it that have run: one in a branch not taken has sent nothing. */
    #transfersFor(scope) {
        if (scope.transfers.length === 0)
            return [];
        const { nodes } = this.#its.state;
        const ran = new Set(this.#options.plan.nodes.flatMap((node) => node.kind === 'unit' && nodes.get(node.id)?.status === 'succeeded' ? [node.command] : []));
        return scope.transfers.filter((key) => ran.has(key));
    }
    /** Seconds. */
    #affords(scope, price) {
        const { state } = this.#its;
        const most = this.#target.lifetime;
        const left = (0,expiry/* remainingDollars */.cY)(state, scope.id, this.#clock.now());
        if (left === undefined)
            return most;
        // Should nobody be there to end them, all pods together still stay within it.
        const together = podsTogether(this.#options.plan, this.#options.beside);
        const seconds = (left * 3600) / (price * together) - secondsToEnd;
        if (seconds < shortestLife)
            throw new ProvisionError('budget', `$${left.toFixed(2)} are left of the budget: too little for ${together === 1 ? 'a pod' : `${together} pods`} at $${price}/h`);
        return Math.min(most, seconds);
    }
    #log(scope) {
        const { name: target } = this.#options;
        const { record } = this.#its;
        return {
            intended: (pod) => record([{ type: 'pod-intended', target, scope, ...pod }]),
            refused: (pod) => record([{ type: 'pod-refused', ...pod }]),
            created: (pod) => record([{ type: 'pod-created', ...pod }]),
            ready: (pod) => record([{ type: 'pod-ready', ...pod }]),
            ended: (pod) => record([{ type: 'pod-ended', ...pod }]),
        };
    }
    get #its() {
        if (!this.#run)
            throw new Error('internal: a target was used before its run began; please report this');
        return this.#run;
    }
    get #api() {
        this.#client ??= runpodClient(this.#options.name, this.#target, this.#options.environment, this.#its.say);
        return this.#client;
    }
    async #readCandidates(signal) {
        if (!this.#candidates) {
            const reading = (0,catalogue/* readCatalogue */.Y)(this.#api, this.#target).then((catalogue) => (0,candidates/* candidatesFor */._j)(this.#target, catalogue));
            this.#candidates = reading;
            reading.catch(() => {
                this.#candidates = undefined;
            });
        }
        return await (0,ssh/* orAborted */.H6)(this.#candidates, signal);
    }
    /** `/runpod-setup`: what can be known before anything is paid. */
    async #check(command, watch) {
        const started = performance.now();
        const { candidates, rejected, notices } = await this.#readCandidates(watch.signal);
        for (const { offer, price, stock } of candidates)
            watch.output(`$${price}/h  ${offer}  (stock: ${stock.toLowerCase()})`);
        for (const { offer, why } of rejected)
            watch.output(`not ${offer}: ${why}`);
        for (const notice of notices)
            watch.output(notice);
        const [first] = candidates;
        const seconds = () => (performance.now() - started) / 1000;
        if (!first) {
            const message = `no offer fits the target \`${command.target}\`: ${rejected.map((one) => `${one.offer}: ${one.why}`).join('; ')}`;
            return { is: 'failed', seconds: seconds(), class: 'capacity', message, tail: [] };
        }
        if (this.#cargo)
            await (0,ssh/* orAborted */.H6)(this.#cargo.tree(), watch.signal);
        const values = { offer: first.offer, price: String(first.price), offers: String(candidates.length) };
        return { is: 'succeeded', result: { seconds: seconds(), metrics: {}, values } };
    }
    async #whyLost({ file: { name, id } }, signal) {
        const found = await this.#api.pod(id, signal).catch(() => 'unknown');
        if (found === undefined)
            return { class: 'preempted', why: `the pod ${name} is gone` };
        if (found !== 'unknown' && ['EXITED', 'ERROR', 'TERMINATED'].includes(found.status))
            return { class: 'preempted', why: `the pod ${name} is ${found.status}` };
        return { class: 'connection-lost', why: `the host of ${name} does not answer` };
    }
    /** Its lease is renewed as long as somebody drives the run: without that it ends itself. */
    #hold({ connection, file }) {
        const touch = () => {
            connection.exec(touchLease).catch(() => undefined);
        };
        const lease = setInterval(touch, this.#options.leaseMilliseconds ?? 30_000);
        lease.unref();
        this.#held.set(file.id, { connection, lease });
    }
    release(scope, why) {
        for (const slot of [...this.#slotsOf(scope)])
            this.#close(scope, slot, why);
        this.#slots.delete(scope);
    }
    /** Nothing new is placed on it, and it ends. One that is being made is ended by whoever makes it. */
    #close(scope, slot, why) {
        slot.close(why);
        this.#forget(scope, slot);
        if (slot.pod)
            void this.#end(slot.pod, why);
    }
    #forget(scope, slot) {
        const slots = this.#slotsOf(scope);
        const at = slots.indexOf(slot);
        if (at >= 0)
            slots.splice(at, 1);
    }
    /** Nobody waits for it but `settled`: what it cannot put on record is found there again. */
    #end(pod, why) {
        const { id, scope } = pod.file;
        const known = this.#endings.get(id);
        if (known)
            return known;
        this.#letGo(id);
        const { runDirectory: runFolder, say, hurry } = this.#its;
        const log = this.#log(scope);
        const ending = endOnRecord({ client: this.#api, clock: this.#clock, log, say, runFolder, hurry }, pod, why);
        this.#endings.set(id, ending);
        ending.then(() => {
            if (this.#its.state.pods.get(pod.file.name)?.proven !== false)
                return;
            this.#unproven.set(pod.file.name, this.#clock.now());
            this.#endings.delete(id);
        }, () => this.#endings.delete(id));
        this.#track(ending);
        return ending;
    }
    #letGo(id) {
        const held = this.#held.get(id);
        if (!held)
            return;
        clearInterval(held.lease);
        held.connection.close();
        this.#held.delete(id);
    }
    #track(work) {
        this.#busy.add(work);
        const forget = () => this.#busy.delete(work);
        work.then(forget, forget);
    }
    async settled() {
        await this.#recovered;
        while (this.#busy.size > 0)
            await Promise.allSettled(this.#busy);
        const { hurry, run, say } = this.#its;
        // What RunPod could not be asked about when it was made, or ended.
        const open = this.#podsThat((pod) => (0,pods/* isAlive */._n)(pod) || (0,pods/* isUndecided */.Ae)(pod));
        if (hurry.aborted)
            for (const { name } of open)
                say(`${name} may still run and cost money; \`ml-workflow reap --run ${run}\` ends it`);
        else {
            // RunPod may have come to itself since.
            const again = (since) => this.#clock.now() - since >= find/* propagation */.$f;
            const unproven = this.#podsThat(({ name, proven }) => proven === false && again(this.#unproven.get(name) ?? 0));
            if (open.length + unproven.length > 0)
                await this.#recover([...open, ...unproven], false);
            await this.#readBills();
        }
    }
    /** As far as RunPod has billed by now; what comes later is read when the run is resumed. */
    async #readBills() {
        const ended = this.#podsThat(({ id, endedAt }) => id !== undefined && endedAt !== undefined);
        // A rate limit may hold answers back for an hour.
        const late = AbortSignal.any([this.#its.hurry, AbortSignal.timeout(billMilliseconds)]);
        await Promise.all(ended.map(async ({ name, id, billed = 0 }) => {
            const bill = await this.#api.billing({ podId: id ?? '' }, late).catch(() => undefined);
            if (bill && bill.total > billed)
                this.#its.record([{ type: 'pod-billed', pod: name, dollars: bill.total }]);
        }));
    }
    close() {
        this.#isClosed = true;
        for (const id of [...this.#held.keys()])
            this.#letGo(id);
    }
    #podsThat(are) {
        return [...this.#its.state.pods.values()].filter((pod) => pod.target === this.#options.name && are(pod));
    }
    #slotsOf(scope) {
        return entry(this.#slots, scope);
    }
    #waitingFor(scope) {
        return entry(this.#waiting, scope);
    }
    async #recover(left, goesOn) {
        const { runDirectory: runFolder, run, say, hurry } = this.#its;
        await recoverPods(left, {
            ...{ client: this.#api, clock: this.#clock, owner: this.#options.owner, key: this.#target.key },
            ...{ run, runFolder, say, hurry, goesOn, reconnectMilliseconds: this.#options.reconnectMilliseconds },
            log: (scope) => this.#log(scope),
            end: (pod, why) => this.#end(pod, why),
            takeOver: (ready) => this.#takeOver(ready),
        });
    }
    /** False when no scope wants it. */
    #takeOver(ready) {
        const scope = this.#options.plan.pods?.find(({ id }) => id === ready.file.scope);
        if (!scope)
            return false;
        if (this.#isClosed) {
            ready.connection.close();
            return true;
        }
        this.#hold(ready);
        const slot = this.#newSlot(scope, async (signal) => {
            const prepared = await this.#prepared(scope, ready, signal);
            if (!prepared)
                throw new ProvisionError('provision', 'the host was lost');
            return prepared;
        });
        const { byId, pods } = this.#its.state;
        for (const id of pods.get(ready.file.name)?.units ?? []) {
            const unit = byId.get(id);
            // What it began there may still run.
            if (unit?.kind === 'unit')
                this.#homes.set(this.#branchOf(scope, unit), slot);
        }
        return true;
    }
}
/**
 * The most that are there at once, of all targets: one budget may pay for all of them. Where others drive other branches,
 * those of the branches here: each process has its part of the budget.
 */
function podsTogether({ pods: scopes = [], targets = {} }, beside) {
    const most = Object.entries(targets).map(([name, target]) => {
        const wanted = scopes
            .filter((scope) => scope.target === name)
            .reduce((sum, { pods, units, of }) => {
            const here = beside ? units.filter((unit) => beside.hasUnit(unit)).length : units.length;
            // Branches that share a pod are of one leg.
            return sum + (beside && of === 'block' ? Math.min(1, here) : here === 0 ? 0 : pods);
        }, 0);
        return target.kind === 'runpod' ? Math.min(target.pods, wanted) : 0;
    });
    return Math.max(1, most.reduce((sum, count) => sum + count, 0));
}
function slotsOf(command, target) {
    return (command.is === 'run' ? command.slots : undefined) ?? target.slots;
}
function entry(map, key) {
    let values = map.get(key);
    if (!values) {
        values = [];
        map.set(key, values);
    }
    return values;
}
function withoutInterruption({ interrupted: _, ...request }) {
    return request;
}
function classOfApi(error) {
    if (error.kind === 'auth' || error.kind === 'forbidden')
        return 'auth';
    return error.kind === 'balance' ? 'budget' : 'provision';
}

;// CONCATENATED MODULE: ./build/targets/pods/runpod.js
/** Runs commands on pods of RunPod: the first unit of a scope has them made, and they end with it. */





function runpodTarget(target, options) {
    const fleet = new Fleet(target, options);
    const { environment, graceMilliseconds = 5_000 } = options;
    return {
        slots: unitsAtOnce(target, options),
        usesDirectory: ({ is }) => is === 'run',
        hashes: inputs/* hashesOf */.m,
        // Here, because a pod would be paid for.
        preflight: (command, workspace, signal) => (0,preflight/* preflight */.M)(command, { workspace, environment, graceMilliseconds, signal }),
        begin: (run) => fleet.begin(run),
        run: (request, watch) => fleet.run(request, watch),
        release: (scope) => fleet.release(scope, pods/* scopeIsOver */.Ne),
        settled: () => fleet.settled(),
        end: () => fleet.close(),
    };
}
/** The most units that may share one pod decide. */
function unitsAtOnce(target, { name, plan }) {
    const slots = Object.values(plan.commands).map((command) => runpod_slotsOf(command, name, target));
    return target.pods * Math.max(1, target.slots, ...slots);
}
function runpod_slotsOf(command, name, target) {
    if (command.is === 'builtin' || command.target !== name)
        return 1;
    return (command.is === 'run' ? command.slots : undefined) ?? target.slots;
}


/***/ })

};
