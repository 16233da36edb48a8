export const id = 635;
export const ids = [635];
export const modules = {

/***/ 78894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _0: () => (/* binding */ openJournal),
/* harmony export */   _C: () => (/* binding */ cutTornLine),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   mh: () => (/* binding */ stateFrom)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _engine_event_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63347);
/* harmony import */ var _engine_evolve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74994);
/* harmony import */ var _engine_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80306);
/* harmony import */ var _run_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38702);
/** The journal as a file of JSON lines, one event a line, appended and never changed. */





/** What each event must have to be one; the rest of it follows from who wrote it. */
const required = {
    'run-started': ['schema', 'run', 'workflow'],
    'unit-started': ['node', 'attempt', 'directory'],
    'unit-succeeded': ['node', 'attempt', 'seconds', 'metrics', 'values'],
    'unit-failed': ['node', 'attempt', 'seconds', 'class', 'message', 'tail'],
    'unit-interrupted': ['node', 'attempt'],
    'gate-decided': ['node', 'arm', 'gate', 'text', 'outcome', 'sum', 'operands'],
    'variable-set': ['node', 'name', 'value'],
    'assignment-failed': ['node', 'message'],
    'case-decided': ['node', 'arm'],
    'retry-scheduled': ['node', 'attempt', 'delay', 'class'],
    'retry-started': ['node', 'attempt'],
    'timed-out': ['node'],
    waited: ['node'],
    'budget-exceeded': ['node', 'dollars'],
    'approval-requested': ['node', 'label'],
    'approval-given': ['node', 'approved', 'by'],
    'results-offered': ['from', 'finished'],
    'unit-reused': ['node', 'from', 'directory', 'seconds', 'metrics', 'values'],
    'cells-dispatched': ['node', 'branches'],
    'cell-lost': ['node', 'message'],
    'cancel-requested': ['by'],
    'pod-intended': ['pod', 'target', 'scope', 'offer', 'price', 'lifetime'],
    'pod-refused': ['pod', 'class', 'message'],
    'pod-created': ['pod', 'id', 'price'],
    'pod-ready': ['pod', 'seconds'],
    'unit-placed': ['node', 'on', 'share'],
    'pod-ended': ['pod', 'why', 'proven', 'seconds', 'dollars'],
    'pod-billed': ['pod', 'dollars'],
    'run-resumed': [],
    'run-concluded': ['decision', 'reasonCode', 'reason'],
};
const batchMilliseconds = 1_000;
/** Opens the journal for appending. Each `append` is one `write`, so that a line is either there or torn. */
function openJournal(path, clock, options = {}) {
    const { lastSeq = 0, durability = 'batched' } = options;
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'a');
    const disk = durability === 'each' ? syncEach(file) : syncBatches(file);
    let seq = lastSeq;
    /** What stands in the file is not known any more: nothing may follow it, and why has been said. */
    let isBroken = false;
    return {
        append(facts) {
            const at = clock.now();
            const events = facts.map((fact) => {
                seq += 1;
                return { seq, at, ...fact };
            });
            const isEdge = facts.some(isKeptAtOnce);
            if (isBroken)
                throw new _run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RunError */ .e4(`${path}: a line could not be written, so none may follow it`);
            isBroken = true;
            writeWhole(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
            disk.written(isEdge);
            isBroken = false;
            return events;
        },
        close() {
            try {
                (0,_run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .orRunError */ .jj)('the run cannot be kept', () => disk.close());
            }
            catch (error) {
                if (!isBroken)
                    throw error;
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
            }
        },
    };
}
/** Beginning and end, and what there is of pods: a machine that goes down must not forget what it pays for. */
function isKeptAtOnce({ type }) {
    return type === 'run-started' || type === 'run-concluded' || type.startsWith('pod-');
}
function syncEach(file) {
    return { written: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(file), close: () => { } };
}
function syncBatches(file) {
    let timer;
    let failure;
    const callOff = () => {
        clearTimeout(timer);
        timer = undefined;
    };
    return {
        written(now) {
            // A disk that has refused may have lost lines: the run does not go on as if it had them.
            if (failure)
                throw failure.error;
            if (now) {
                callOff();
                return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(file);
            }
            timer ??= setTimeout(() => {
                timer = undefined;
                try {
                    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fdatasyncSync)(file);
                }
                catch (error) {
                    failure = { error };
                }
            }, batchMilliseconds).unref();
        },
        close() {
            if (timer === undefined)
                return;
            callOff();
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fdatasyncSync)(file);
        },
    };
}
function writeWhole(file, text) {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;)
        written += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, bytes, written);
}
/** Reads a journal back. A torn last line is left out with a notice; any other damage is an error that names the line. */
function readJournal(path) {
    const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    const end = text.lastIndexOf('\n') + 1;
    const lines = text.slice(0, end).split('\n').slice(0, -1);
    const events = lines.map((line, index) => parseEvent(line, index + 1, path));
    const bytes = Buffer.byteLength(text.slice(0, end));
    const notice = `${path}: the last line was torn and has been dropped`;
    return end < text.length ? { events, bytes, notice } : { events, bytes };
}
/** Cuts a torn last line off, so that the next one does not become part of it. */
function cutTornLine(path, { bytes, notice }) {
    if (notice !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.truncateSync)(path, bytes);
}
/** The state a journal leads to. A line that cannot follow from the ones before it is damage too. */
function stateFrom(plan, events, path) {
    const state = (0,_engine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .initialState */ .ue)(plan);
    for (const event of events) {
        try {
            (0,_engine_evolve_js__WEBPACK_IMPORTED_MODULE_1__/* .evolve */ .s)(state, event);
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            throw new _run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RunError */ .e4(`${path}:${event.seq}: the line does not follow from those before it (${why})`);
        }
    }
    return state;
}
function parseEvent(line, number, path) {
    const damaged = (what) => new _run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RunError */ .e4(`${path}:${number}: ${what}`);
    let event;
    try {
        event = JSON.parse(line);
    }
    catch {
        throw damaged('damaged line');
    }
    if (!isRecord(event) || event.seq !== number)
        throw damaged(`expected event ${number}`);
    const { type } = event;
    if (typeof type !== 'string' || !isKnown(type))
        throw damaged(`unknown event \`${String(type)}\``);
    if (type === 'run-started' && event.schema !== 1 && event.schema !== _engine_event_js__WEBPACK_IMPORTED_MODULE_4__/* .journalSchema */ .B)
        throw damaged('written by another version of ml-workflow');
    const missing = ['at', ...required[type]].find((field) => event[field] === undefined);
    if (missing !== undefined)
        throw damaged(`\`${type}\` without \`${missing}\``);
    return event;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}
function isKnown(type) {
    return Object.hasOwn(required, type);
}


/***/ }),

/***/ 75078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Fz: () => (/* binding */ epochOf),
  Nz: () => (/* binding */ newestParts),
  Yg: () => (/* binding */ parsePartName),
  pn: () => (/* binding */ partName),
  DO: () => (/* binding */ partSchema),
  jP: () => (/* binding */ planFiles),
  fp: () => (/* binding */ readParts),
  Ai: () => (/* binding */ restoreRun),
  $X: () => (/* binding */ writePart)
});

// UNUSED EXPORTS: joinedJournal

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/engine/evolve.js + 1 modules
var evolve = __webpack_require__(74994);
// EXTERNAL MODULE: ./build/engine/follows.js
var follows = __webpack_require__(84009);
;// CONCATENATED MODULE: ./build/engine/merge.js


/** `main`: what was written before the parts began. Each part holds what one leg has written down, in its order. */
function mergeParts(plan, main, parts) {
    const branches = branchesOf(plan, main);
    const merging = new Merging(plan, main);
    const seen = new Set(main.map(identityOf));
    const own = parts.map((part) => part.filter((event) => !seen.has(identityOf(event))));
    const legs = newestOf(own, branches).map((events) => legOf(plan, events, branches));
    const [whole, torn] = [legs.filter(({ isWhole }) => isWhole), legs.filter(({ isWhole }) => !isWhole)];
    merging.take(whole);
    merging.take(torn);
    return merging.merged;
}
class Merging {
    merged;
    #state;
    #places;
    constructor(plan, main) {
        this.merged = [...main];
        this.#state = (0,evolve/* fold */.A)(plan, main);
        this.#places = new Map(plan.nodes.map(({ id }, index) => [id, index]));
    }
    take(legs) {
        const heads = legs.map((leg) => ({ leg, at: 0, counts: new Map() }));
        const applied = new Map();
        const offers = [];
        for (;;) {
            const open = heads.flatMap((head) => {
                const event = head.leg.events[head.at];
                return event
                    ? [{ head, event, isOuter: head.leg.outer.has(event), place: this.#placeOf(head.leg, event) }]
                    : [];
            });
            // That its process has begun holds nothing of a leg back: its events are told side by side with those of the others.
            const inner = open.filter(({ head, event, isOuter }) => !isOuter || isBegin(event, head.at));
            const next = least(inner.length > 0 ? inner : open);
            if (!next)
                break;
            const { head, event, isOuter } = next;
            head.at += 1;
            if (event.type === 'results-offered')
                offers.push(event);
            else if (!isOuter)
                this.#add(event);
            else {
                // The second cancel is another fact than the first, but the first of every part is the same.
                const key = outerKey(event);
                const count = (head.counts.get(key) ?? 0) + 1;
                head.counts.set(key, count);
                if (count <= (applied.get(key) ?? 0))
                    continue;
                applied.set(key, count);
                this.#add(event);
            }
        }
        const offered = new Set();
        for (const offer of offers) {
            const { seq: _seq, at: _at, ...fact } = offer;
            const text = JSON.stringify(fact);
            if (!offered.has(text))
                this.#add(offer);
            offered.add(text);
        }
    }
    #placeOf(leg, event) {
        return ('node' in event ? this.#places.get(event.node) : undefined) ?? leg.place;
    }
    #add(event) {
        // How the run ended and where it began are not a part's to say.
        if (event.type === 'run-started' || event.type === 'run-concluded')
            return;
        if (!(0,follows/* follows */.p)(this.#state, event))
            return;
        const next = { ...event, seq: this.merged.length + 1 };
        this.merged.push(next);
        (0,evolve/* evolve */.s)(this.#state, next);
    }
}
/** Each node's branch of the outermost block that was handed out; of any block where nothing says which. */
function branchesOf({ nodes }, main) {
    const dispatched = new Set(main.flatMap((event) => (event.type === 'cells-dispatched' ? [event.node] : [])));
    const blocks = new Set();
    for (const { id, kind } of nodes)
        if (dispatched.size > 0 ? dispatched.has(id) : kind === 'parallel')
            blocks.add(id);
    const branches = new Map();
    // Parents stand before their children.
    for (const { id, parent } of nodes) {
        if (parent === null)
            continue;
        const branch = branches.get(parent) ?? (blocks.has(parent) ? id : undefined);
        if (branch !== undefined)
            branches.set(id, branch);
    }
    return branches;
}
/** One part of each leg, and what happened to pods in the others. */
function newestOf(parts, branches) {
    const ordered = parts
        .filter((part) => part.length > 0)
        .map((part) => ({
        part,
        own: worked(part, branches),
        last: part.reduce((last, { at }) => (at > last ? at : last), ''),
        text: JSON.stringify(part),
    }))
        .sort((a, b) => compare(b.last, a.last) || b.part.length - a.part.length || compare(a.text, b.text));
    const all = new Set(ordered.flatMap(({ own }) => [...own]));
    const taken = new Set();
    const pods = new Set();
    const chosen = [];
    for (const { part, own } of ordered) {
        const isEarlier = [...own].some((branch) => taken.has(branch));
        for (const branch of own)
            taken.add(branch);
        const events = part.filter((event) => {
            if ('pod' in event) {
                const identity = identityOf(event);
                return !pods.has(identity) && pods.add(identity);
            }
            const branch = 'node' in event ? branches.get(event.node) : undefined;
            // That its time is over can be seen from elsewhere too; who worked on it knows when it was.
            if (branch !== undefined && !own.has(branch) && all.has(branch))
                return false;
            return !isEarlier;
        });
        if (events.length > 0)
            chosen.push(events);
    }
    return chosen;
}
/** The branches that the part's process had. */
function worked(part, branches) {
    return new Set(part.flatMap((event) => {
        const branch = 'node' in event ? branches.get(event.node) : undefined;
        return branch === undefined || event.type === 'timed-out' || event.type === 'budget-exceeded'
            ? []
            : [branch];
    }));
}
function legOf(plan, events, branches) {
    const places = new Map(plan.nodes.map(({ id }, index) => [id, index]));
    const outer = new Set(events.filter((event) => reachesBeyond(event, branches)));
    const place = events.reduce((least, event) => Math.min(least, ('node' in event ? places.get(event.node) : undefined) ?? least), Number.MAX_SAFE_INTEGER);
    const stopsNothing = events.every((event, index) => !outer.has(event) || isBegin(event, index));
    return { events, outer, place, isWhole: stopsNothing && hasEnded(events) };
}
function isBegin({ type }, index) {
    return type === 'run-resumed' && index === 0;
}
function reachesBeyond(event, branches) {
    if (event.type === 'cancel-requested' || event.type === 'run-resumed')
        return true;
    if (event.type === 'gate-decided' && event.outcome === 'error')
        return true;
    if (event.type === 'case-decided' && event.arm < 0)
        return true;
    return 'node' in event && !branches.has(event.node);
}
function hasEnded(events) {
    const open = new Set();
    for (const event of events)
        switch (event.type) {
            case 'unit-started':
                open.add(event.node);
                break;
            case 'unit-succeeded':
            case 'unit-failed':
            case 'unit-interrupted':
                open.delete(event.node);
                break;
            case 'pod-intended':
                open.add(event.pod);
                break;
            case 'pod-refused':
            case 'pod-ended':
                open.delete(event.pod);
                break;
            default:
        }
    return open.size === 0;
}
/** The earliest; of equals the first in the order of the plan. */
function least(items) {
    let first;
    for (const item of items) {
        const order = first
            ? Date.parse(item.event.at) - Date.parse(first.event.at) || item.place - first.place
            : -1;
        if (order < 0)
            first = item;
    }
    return first;
}
function outerKey(event) {
    return `${event.type} ${'node' in event ? event.node : ''}`;
}
/** Node, attempt and phase: by these a fact is the same fact, whoever wrote it down and when. */
function identityOf(event) {
    const { seq: _seq, at: _at, ...fact } = event;
    return identityOfFact(fact, event.seq);
}
function identityOfFact(fact, seq) {
    // Of a pod each fact is one, but for its bill, and for its end when that was not proven at first.
    if ('pod' in fact) {
        const more = fact.type === 'pod-billed' ? fact.dollars : fact.type === 'pod-ended' ? fact.proven : '';
        return `${fact.pod} ${fact.type} ${more}`;
    }
    if (!('node' in fact))
        return `${fact.type} ${seq}`;
    const attempt = 'attempt' in fact ? fact.attempt : '';
    const arm = 'arm' in fact ? fact.arm : '';
    // A unit ends once in each attempt, however it does.
    const phase = ['unit-succeeded', 'unit-failed', 'unit-interrupted'].includes(fact.type)
        ? 'ended'
        : fact.type;
    return `${fact.node} ${attempt} ${arm} ${phase}${isRepeatable(fact) ? ` ${seq}` : ''}`;
}
/**
 * Only starts of units, with what follows from them, are numbered over the whole run. A loop writes the other facts down
 * again, a retry within it too.
 */
function isRepeatable({ type }) {
    return !type.startsWith('unit-') || type === 'unit-placed';
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./build/engine/state.js
var engine_state = __webpack_require__(80306);
// EXTERNAL MODULE: ./build/jobs/layout.js
var layout = __webpack_require__(98407);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(71583);
;// CONCATENATED MODULE: ./build/drivers/carry.js
/** Copies regular files between a workspace and a folder that travels: links are not followed, and nothing leaves its root. */


/** What GitHub refuses in the paths of an artifact. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: line ends are among them
const unfit = /["<>:|*?\\\x00-\x1f]/;
/** The path in its plain spelling, with `/`; undefined for one that leaves its root, or is the root. */
function plainPath(path) {
    const plain = external_node_path_.posix.normalize(external_node_path_.sep === '/' ? path : path.replaceAll(external_node_path_.sep, '/')).replace(/\/$/, '');
    if (plain === '.' || plain === '' || plain === '..' || plain.startsWith('../') || (0,external_node_path_.isAbsolute)(plain))
        return undefined;
    return plain.includes('\0') ? undefined : plain;
}
/**
 * Copies a file or a folder from one root to the same relative path below another, over what stands there. Nothing when it
 * is not there.
 */
function carry(from, to, path, carried, carrying = {}) {
    const plain = plainPath(path);
    if (plain === undefined) {
        carried.notices.push(`\`${path}\` leads out of its folder and is left out`);
        return;
    }
    const link = linkAbove(from, plain);
    if (link !== undefined) {
        carried.notices.push(leftOut(link, 'is a symbolic link'));
        return;
    }
    const open = [plain];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
        if (carrying.takes?.(at) === false)
            continue;
        try {
            for (const name of carryOne(from, to, at, carried, carrying))
                open.push(`${at}/${name}`);
        }
        catch (error) {
            if (!(error instanceof Error && 'code' in error))
                throw error;
            // What still runs may take a file away meanwhile.
            if (error.code !== 'ENOENT')
                carried.notices.push(leftOut(at, error.message));
        }
    }
}
/** Gives the names in it when it is a folder. */
function carryOne(from, to, path, carried, carrying) {
    const source = (0,external_node_path_.join)(from, path);
    const stats = (0,external_node_fs_.lstatSync)(source, { throwIfNoEntry: false });
    if (!stats)
        return [];
    const why = whyNot(stats, path);
    if (why !== undefined) {
        carried.notices.push(leftOut(path, why));
        return [];
    }
    if (stats.isDirectory()) {
        const names = (0,external_node_fs_.readdirSync)(source, { withFileTypes: true }).map(({ name }) => name);
        if (names.length > 0)
            return names.reverse();
        carried.empty.push(path);
        makeFolder(to, path);
        return [];
    }
    const place = makePlace(to, path);
    (0,external_node_fs_.copyFileSync)(source, place, external_node_fs_.constants.COPYFILE_EXCL | external_node_fs_.constants.COPYFILE_FICLONE);
    // Whatever it was before: it is to be read again, and by whoever packs it.
    const isExecutable = carrying.isExecutable?.(path) ?? (stats.mode & 0o100) !== 0;
    (0,external_node_fs_.chmodSync)(place, isExecutable ? 0o755 : 0o644);
    if (isExecutable)
        carried.executable.push(path);
    return [];
}
function whyNot(stats, path) {
    if (stats.isSymbolicLink())
        return 'is a symbolic link';
    if (!stats.isDirectory() && !stats.isFile())
        return 'is no regular file';
    return unfit.test(path) ? 'has a character that no artifact may have' : undefined;
}
function leftOut(path, why) {
    return `\`${path}\` ${why} and is left out`;
}
/** Makes the folder below the root. Throws where a link stands in its way, with a code as the system's own errors. */
function makeFolder(root, path) {
    let at = root;
    for (const part of path.split('/')) {
        at = (0,external_node_path_.join)(at, part);
        const found = (0,external_node_fs_.lstatSync)(at, { throwIfNoEntry: false });
        if (found?.isSymbolicLink())
            throw Object.assign(new Error('lies behind a symbolic link'), { code: 'ELOOP', syscall: 'mkdir' });
        if (found?.isDirectory())
            continue;
        if (found)
            (0,external_node_fs_.rmSync)(at);
        (0,external_node_fs_.mkdirSync)(at);
    }
}
/** Absolute: nothing stands there. */
function makePlace(root, path) {
    const folder = external_node_path_.posix.dirname(path);
    if (folder !== '.')
        makeFolder(root, folder);
    const place = (0,external_node_path_.join)(root, path);
    (0,external_node_fs_.rmSync)(place, { recursive: true, force: true });
    return place;
}
/** The first part of the path that is one, but for its last. */
function linkAbove(root, path) {
    const parts = path.split('/');
    for (let length = 1; length < parts.length; length += 1) {
        const above = parts.slice(0, length).join('/');
        if ((0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, above), { throwIfNoEntry: false })?.isSymbolicLink())
            return above;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/drivers/journal-file.js
var journal_file = __webpack_require__(78894);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: ./build/drivers/run-folder.js
var run_folder = __webpack_require__(6434);
;// CONCATENATED MODULE: ./build/drivers/parts.js
/**
 * What travels between the jobs of a run, one folder a job: the journal up to its end, the folders of the units that it
 * ran, and what they are declared to leave in the workspace. Every job begins on a fresh machine and lays them out again.
 */











const partSchema = 1;
/** `ml-j3-a1`, `ml-m2-7-a2`. `leg`: from 0. */
function partName({ job, leg, attempt }) {
    return `ml-${job}${leg === undefined ? '' : `-${leg}`}-a${attempt}`;
}
/** Undefined for an artifact of somebody else's. */
function parsePartName(name) {
    const found = /^ml-([a-z]+\d*)(?:-(0|[1-9]\d*))?-a([1-9]\d*)$/.exec(name);
    if (!found)
        return undefined;
    const [, job = '', leg, attempt] = found;
    return { job, ...(leg === undefined ? {} : { leg: Number(leg) }), attempt: Number(attempt) };
}
/** Of each job, and each leg, the newest attempt that belongs to the epoch; sorted by name. */
function newestParts(names, epoch) {
    const newest = new Map();
    for (const name of names) {
        const parsed = parsePartName(name);
        if (!parsed || parsed.attempt < epoch)
            continue;
        const key = keyOf(parsed);
        if ((newest.get(key)?.attempt ?? 0) < parsed.attempt)
            newest.set(key, { name, attempt: parsed.attempt });
    }
    return [...newest.values()].map(({ name }) => name).sort();
}
/**
 * The epoch of a plan job that begins as that attempt. Its earlier part is complete: then nothing of it had failed, and
 * somebody wants all of the run again. `earlier`: its parts of earlier attempts, in any order.
 */
function epochOf(attempt, earlier) {
    const [last] = earlier.filter((part) => part.attempt < attempt).sort((a, b) => b.attempt - a.attempt);
    return last && last.complete !== true ? last.epoch : attempt;
}
const headFile = 'part.json';
const journalFile = 'journal.jsonl';
const runFiles = 'run';
const unitFiles = 'units';
const outputFiles = 'outputs';
/** What the plan job hands on. */
const planFiles = ['plan.json', 'targets.json'];
/** Not a command's to write: they decide what later jobs do. */
const reserved = new Set(['.git', '.ml-workflow']);
/** The sentences say what was left out. */
function writePart(writing) {
    const { into, head, folder, workspace, plan, files = [] } = writing;
    return (0,run_error/* orRunError */.jj)('what the next job needs cannot be kept', () => {
        const { events, notice } = (0,journal_file/* readJournal */.a0)(folder.journal);
        const { directories, outputs } = ownOf(plan, events, head.after);
        const [run, units, left] = [nothing(), nothing(), nothing()];
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(into, runFiles));
        for (const file of files)
            carry(folder.path, (0,external_node_path_.join)(into, runFiles), file, run);
        for (const [directory, unit] of directories)
            carry(folder.path, into, directory, units, { takes: (path) => isOfUnit(plan, unit, directory, path) });
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(into, outputFiles));
        for (const path of outputs)
            carry(workspace, (0,external_node_path_.join)(into, outputFiles), path, left);
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(into, journalFile), linesOf(events));
        const executable = [
            ...inside(runFiles, run.executable),
            ...units.executable,
            ...inside(outputFiles, left.executable),
        ];
        const empty = [...units.empty, ...inside(outputFiles, left.empty)];
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(into, headFile), JSON.stringify({ ...head, executable, empty }));
        return [...(notice === undefined ? [] : [notice]), ...run.notices, ...units.notices, ...left.notices];
    });
}
function nothing() {
    return { executable: [], empty: [], notices: [] };
}
function inside(folder, paths) {
    return paths.map((path) => `${folder}/${path}`);
}
function linesOf(events) {
    return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}
/** Directories of the units that the job started, and the paths of the workspace that those that finished have written. */
function ownOf(plan, events, after) {
    const directories = new Map();
    const outputs = new Set();
    const state = (0,engine_state/* initialState */.ue)(plan);
    for (const event of events) {
        const isOwn = event.seq > after;
        (0,evolve/* evolve */.s)(state, event);
        if (!isOwn || !('node' in event))
            continue;
        const node = state.byId.get(event.node);
        if (node?.kind !== 'unit')
            continue;
        if (event.type === 'unit-started')
            directories.set(event.directory, node);
        // At once: a loop gives it another input the next time.
        if (event.type === 'unit-succeeded' || event.type === 'unit-reused')
            for (const path of writtenBy(state, node))
                if (isOutput(path))
                    outputs.add(plainPath(path) ?? path);
    }
    return { directories, outputs };
}
function isOutput(path) {
    const plain = plainPath(path);
    return plain !== undefined && !reserved.has(plain.split('/')[0] ?? '');
}
function writtenBy(state, unit) {
    const command = state.plan.commands[unit.command];
    const words = (0,engine_state/* nodeState */.GN)(state, unit.id).input?.arguments ?? [];
    switch (command?.is) {
        case 'run':
            // What is its own alone stays in its directory.
            return command.isolation === 'copy' && (0,plan/* isInBranch */.aF)(state.plan, unit)
                ? []
                : command.outputs.filter((path) => !path.startsWith('$ML_RUN_DIR'));
        case 'transfer':
            return command.direction === 'down' ? command.paths.map(({ to }) => to) : [];
        case 'builtin':
            return command.name === 'store' || command.name === 'state:save'
                ? words.filter((word) => word !== '--append').slice(0, 1)
                : [];
        default:
            return [];
    }
}
/** Of a copy of the workspace, only what the unit is declared to leave in it. */
function isOfUnit(plan, unit, directory, path) {
    const command = plan.commands[unit.command];
    const copy = `${directory}/workspace`;
    if (command?.is !== 'run' || command.isolation !== 'copy' || !`${path}/`.startsWith(`${copy}/`))
        return true;
    return command.outputs.some((output) => {
        const wanted = `${copy}/${plainPath(output) ?? ''}/`;
        return wanted.startsWith(`${path}/`) || `${path}/`.startsWith(wanted);
    });
}
/** All of one run. Rejects, as a `RunError`, what is damaged, of another run, or of another version. */
function readParts(folders) {
    const parts = folders.map(readPart);
    const [first] = parts;
    for (const part of parts) {
        if (part.run !== first?.run)
            throw new run_error/* RunError */.e4(`${part.folder}: part of the run ${part.run}, not of ${first?.run}`);
        if (part.epoch !== first.epoch)
            throw new run_error/* RunError */.e4(`${part.folder}: part of an earlier start of the run ${part.run}`);
    }
    return parts;
}
function readPart(folder) {
    const { executable: _executable, empty: _empty, ...head } = readHead(folder);
    const path = (0,external_node_path_.join)(folder, journalFile);
    const { events, notice } = (0,run_error/* orRunError */.jj)(`${folder}: its journal cannot be read`, () => (0,journal_file/* readJournal */.a0)(path));
    const [first] = events;
    if (first?.type !== 'run-started' || first.run !== head.run)
        throw new run_error/* RunError */.e4(`${path}: not the journal of the run ${head.run}`);
    if (head.after > events.length)
        throw new run_error/* RunError */.e4(`${path}: ends at event ${events.length}, before what its job has written`);
    return { ...head, folder, events, notices: notice === undefined ? [] : [notice] };
}
function readHead(folder) {
    const path = (0,external_node_path_.join)(folder, headFile);
    let head;
    try {
        head = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new run_error/* RunError */.e4(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
    const read = (typeof head === 'object' && head !== null ? head : {});
    if (read.schema !== partSchema)
        throw new run_error/* RunError */.e4(`${path}: written by another version of ml-workflow`);
    const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
    const isPaths = (value) => Array.isArray(value) && value.every((one) => typeof one === 'string');
    const isWhole = typeof read.job === 'string' &&
        typeof read.run === 'string' &&
        /^[\w.-]+$/.test(read.run) &&
        !/^\.+$/.test(read.run) &&
        [read.attempt, read.epoch, read.after].every(isCount) &&
        (read.leg === undefined || isCount(read.leg)) &&
        isPaths(read.executable) &&
        isPaths(read.empty);
    if (!isWhole)
        throw new run_error/* RunError */.e4(`${path}: damaged`);
    return read;
}
/**
 * Lays the run out in a workspace that knows nothing of it. Later jobs win over earlier ones for equal paths. `order`: the
 * layout's jobs, of which `by` is the one that begins. What an earlier attempt has done behind a job that ran again since does not count.
 */
function restoreRun(workspace, parts, order, by) {
    const { used, main } = usedOf(parts, order);
    const { run } = main;
    const carried = nothing();
    const runFolder = `.ml-workflow/runs/${run}`;
    return (0,run_error/* orRunError */.jj)('the run cannot be laid out', () => {
        makeFolder(workspace, `${runFolder}/units`);
        const ignore = (0,external_node_path_.join)(workspace, '.ml-workflow', '.gitignore');
        if (!(0,external_node_fs_.existsSync)(ignore))
            (0,external_node_fs_.writeFileSync)(ignore, '*\n', { flag: 'wx' });
        for (const part of used)
            layOutRun(part, workspace, runFolder, carried);
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(workspace, runFolder, journalFile), linesOf(main.events), { flag: 'wx' });
        const found = (0,run_folder/* findRunFolder */.pL)(workspace, run);
        if (!found)
            throw new run_error/* RunError */.e4(`${run}: the run's folder is not there`);
        for (const part of used)
            layOutOutputs(part, found.plan, workspace, carried);
        const events = joinedJournal(found.plan, parts, order, by);
        (0,external_node_fs_.writeFileSync)(found.folder.journal, linesOf(events));
        return {
            ...found,
            events,
            parts: used,
            notices: [...used.flatMap(({ notices }) => notices), ...carried.notices],
        };
    });
}
/**
 * The run's journal, from what its jobs have left: that of the last one, with what legs have done behind it. `by`: the job
 * that begins with it.
 */
function joinedJournal(plan, parts, order, by) {
    const { used, main } = usedOf(parts, order);
    const legs = used.filter((part) => part.leg !== undefined && placeOf(part, order) > placeOf(main, order));
    for (const leg of legs)
        checkHandedOut(leg, main);
    // Nothing but `conclude` begins in a run that was cancelled: where a leg was told to stop, that was the leg's own affair,
    // such as the end of its machine.
    const ofLeg = ({ events, after }) => events.slice(after);
    const own = legs.map((leg) => (by === layout/* concludeJob */.P0 ? ofLeg(leg) : untilStopped(ofLeg(leg))));
    return own.length === 0 ? main.events : mergeParts(plan, main.events, own);
}
/** What it had begun is cut off, and so lost; what it has paid for stays on record. */
function untilStopped(events) {
    const stop = events.findIndex(({ type }) => type === 'cancel-requested');
    return stop < 0
        ? events
        : [...events.slice(0, stop), ...events.slice(stop).filter((event) => 'pod' in event)];
}
/** In the order of the layout, of each job and leg the newest; and that of the last job that is no leg. */
function usedOf(parts, order) {
    const newest = new Map();
    for (const part of parts) {
        if (!order.includes(part.job))
            throw new run_error/* RunError */.e4(`${part.folder}: the run has no job \`${part.job}\``);
        const key = keyOf(part);
        if ((newest.get(key)?.attempt ?? 0) < part.attempt)
            newest.set(key, part);
    }
    const all = [...newest.values()].sort((a, b) => placeOf(a, order) - placeOf(b, order) || (a.leg ?? 0) - (b.leg ?? 0));
    const used = all.filter((part) => !all.some((one) => placeOf(one, order) < placeOf(part, order) && one.attempt > part.attempt));
    const main = used.findLast(({ leg }) => leg === undefined);
    if (!main)
        throw new run_error/* RunError */.e4('no job has left a journal to go on from');
    return { used, main };
}
function placeOf({ job }, order) {
    return order.indexOf(job);
}
function keyOf({ job, leg }) {
    return `${job} ${leg ?? ''}`;
}
/** A leg begins with the journal of the job that handed it out. */
function checkHandedOut(leg, main) {
    const last = leg.after - 1;
    const isSame = last < 0 || JSON.stringify(leg.events[last]) === JSON.stringify(main.events[last]);
    if (leg.after > main.events.length || !isSame)
        throw new run_error/* RunError */.e4(`${leg.folder}: not handed out by the job \`${main.job}\``);
}
function layOutRun({ folder, job }, workspace, runFolder, carried) {
    const { executable, empty } = readHead(folder);
    const bits = new Set(executable);
    const isExecutableIn = (above) => (path) => bits.has(`${above}${path}`);
    const run = (0,external_node_path_.join)(workspace, runFolder);
    for (const name of namesIn((0,external_node_path_.join)(folder, runFiles)))
        carry((0,external_node_path_.join)(folder, runFiles), run, name, carried, {
            // The journal is made of those of all parts, and the plan is the plan job's word alone.
            takes: (path) => path !== journalFile && (job === layout/* planJob */.b1 || !planFiles.includes(path)),
            isExecutable: isExecutableIn(`${runFiles}/`),
        });
    carry(folder, run, unitFiles, carried, { isExecutable: isExecutableIn('') });
    for (const path of empty) {
        const plain = plainPath(path);
        if (plain?.startsWith(`${unitFiles}/`))
            makeFolderOr(run, plain, carried);
    }
}
/** Only what the job's own units are declared to write: nothing else of the workspace is a part's to change. */
function layOutOutputs(part, plan, workspace, carried) {
    const { folder, events, after } = part;
    const { executable, empty } = readHead(folder);
    const bits = new Set(executable);
    const declared = [...ownOf(plan, events, after).outputs];
    const isDeclared = (path) => isOutput(path) && declared.some((one) => `${path}/`.startsWith(`${one}/`) || one.startsWith(`${path}/`));
    for (const name of namesIn((0,external_node_path_.join)(folder, outputFiles)))
        carry((0,external_node_path_.join)(folder, outputFiles), workspace, name, carried, {
            takes: isDeclared,
            isExecutable: (path) => bits.has(`${outputFiles}/${path}`),
        });
    for (const path of empty) {
        const plain = plainPath(path);
        const output = plain?.startsWith(`${outputFiles}/`) ? plain.slice(outputFiles.length + 1) : undefined;
        if (output !== undefined && isDeclared(output))
            makeFolderOr(workspace, output, carried);
    }
}
function makeFolderOr(root, path, { notices }) {
    try {
        makeFolder(root, path);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        notices.push(`\`${path}\` ${error.message} and is left out`);
    }
}
function namesIn(folder) {
    return (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder).sort() : [];
}


/***/ }),

/***/ 6434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ newRunId),
/* harmony export */   R0: () => (/* binding */ readTargets),
/* harmony export */   kg: () => (/* binding */ createRunFolder),
/* harmony export */   lU: () => (/* binding */ storePlan),
/* harmony export */   mK: () => (/* binding */ runIds),
/* harmony export */   pL: () => (/* binding */ findRunFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60716);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71583);
/* harmony import */ var _run_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38702);
/** Where a run lives on disk: `.ml-workflow/runs/<id>/` in the workspace, with its plan, its journal and its units. */






const stateFolder = '.ml-workflow';
/** Sorts by time and tells people which workflow it was. `now`: UTC, ISO 8601. */
function newRunId(workflow, now) {
    // With milliseconds: the newest run is the last by name.
    const stamp = now.slice(0, 23).replace(/[-:.]/g, '').replace('T', '-');
    return `${stamp}-${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_3__/* .slug */ .yR)(workflow)}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(2).toString('hex')}`;
}
function createRunFolder(workspace, run, plan, targets) {
    const folder = folderOf(workspace, run);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(folder.journal))
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${folder.path}: there is a run of that id already`);
    return (0,_run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .orRunError */ .jj)('the run cannot be kept', () => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.path, 'units'), { recursive: true });
        const ignore = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, stateFolder, '.gitignore');
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(ignore))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(ignore, '*\n');
        storePlan(folder.path, plan, targets);
        return folder;
    });
}
/** `path`: of the run's folder. */
function storePlan(path, plan, targets) {
    if (targets)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'targets.json'), JSON.stringify(targets));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'plan.json'), JSON.stringify(plan));
}
function readTargets(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.path, 'targets.json');
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
}
/** The run of that id, or the newest one; undefined when there is none. */
function findRunFolder(workspace, run) {
    const runs = runIds(workspace);
    const id = run ?? runs.at(-1);
    if (id === undefined || !runs.includes(id))
        return undefined;
    const folder = folderOf(workspace, id);
    return { folder, plan: readPlan((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.path, 'plan.json')) };
}
function readPlan(path) {
    let plan;
    try {
        plan = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (plan?.schema !== 1 && plan?.schema !== _plan_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .planSchema */ .Fu)
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${path}: planned by another version of ml-workflow`);
    return plan;
}
function runIds(workspace) {
    const runs = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, stateFolder, 'runs');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(runs))
        return [];
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(runs)
        .filter((id) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runs, id, 'journal.jsonl')))
        .sort();
}
function folderOf(workspace, run) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, stateFolder, 'runs', run);
    return { run, path, journal: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'journal.jsonl') };
}


/***/ }),

/***/ 63347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ journalSchema)
/* harmony export */ });
/** 2 added the events of retries, timers, approvals and reuse. A journal of schema 1 reads the same under it. */
const journalSchema = 2;


/***/ }),

/***/ 84009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ follows)
/* harmony export */ });
/* harmony import */ var _cells_out_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54503);
/* harmony import */ var _gates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73359);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30835);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80306);




/** Of an event that is written down again, false: a node leaves once where it waits. */
function follows(state, event) {
    const { nodes, running, undecided, sleeping, asked, starts } = state;
    switch (event.type) {
        case 'run-started':
            return state.run.startedAt === '';
        case 'unit-started':
            return isReady(state, event.node) && event.attempt > (starts.get(event.node) ?? 0);
        case 'unit-reused':
            return isReady(state, event.node);
        case 'unit-failed':
            if (isReady(state, event.node))
                return event.attempt > (starts.get(event.node) ?? 0);
            return running.has(event.node) && nodes.get(event.node)?.attempt === event.attempt;
        case 'unit-succeeded':
        case 'unit-interrupted':
            return running.has(event.node) && nodes.get(event.node)?.attempt === event.attempt;
        case 'gate-decided':
            return undecided.has(event.node) && isAsked(state, event);
        case 'case-decided':
            return undecided.has(event.node) && state.byId.get(event.node)?.kind === 'case';
        case 'variable-set':
        case 'assignment-failed':
            return undecided.has(event.node) && state.byId.get(event.node)?.kind === 'assignment';
        case 'retry-scheduled':
            return undecided.has(event.node) && event.attempt === (nodes.get(event.node)?.attempt ?? 1) + 1;
        case 'retry-started':
            return sleeping.has(event.node) && event.attempt === (nodes.get(event.node)?.attempt ?? 1) + 1;
        case 'waited':
            return sleeping.has(event.node) && state.byId.get(event.node)?.kind === 'wait';
        case 'approval-requested':
            return undecided.has(event.node) && state.byId.get(event.node)?.kind === 'approval';
        case 'approval-given':
            return asked.has(event.node);
        case 'timed-out':
        case 'budget-exceeded': {
            const own = nodes.get(event.node);
            return own !== undefined && !own.settlement && own.fired !== true;
        }
        case 'cells-dispatched':
            return (0,_cells_out_js__WEBPACK_IMPORTED_MODULE_0__/* .openBlock */ .uX)(state, event.node) !== undefined;
        case 'cell-lost':
            return (0,_cells_out_js__WEBPACK_IMPORTED_MODULE_0__/* .openBranch */ .DH)(state, event.node);
        case 'unit-placed': {
            const pod = state.pods.get(event.on);
            const isThere = pod ? (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)(pod) : Object.hasOwn(state.plan.targets ?? {}, event.on);
            return running.has(event.node) && isThere;
        }
        case 'pod-intended':
            return (!state.pods.has(event.pod) && (state.plan.pods?.some((scope) => scope.id === event.scope) ?? false));
        case 'pod-refused':
        case 'pod-created':
        case 'pod-ready':
        case 'pod-ended':
        case 'pod-billed':
            return podFollows(state, event);
        case 'run-concluded':
            return state.conclusion === undefined;
        case 'results-offered':
        case 'cancel-requested':
        case 'run-resumed':
            return true;
    }
}
function isReady(state, id) {
    return state.byId.get(id)?.kind === 'unit' && (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .readySet */ .ui)(state, id).has(id);
}
function isAsked(state, event) {
    const node = state.byId.get(event.node);
    if (!node || (0,_gates_js__WEBPACK_IMPORTED_MODULE_3__/* .gatesOf */ .o)(node).every(({ arm }) => (0,_gates_js__WEBPACK_IMPORTED_MODULE_3__/* .gateKey */ .l)(node.id, arm) !== (0,_gates_js__WEBPACK_IMPORTED_MODULE_3__/* .gateKey */ .l)(node.id, event.arm)))
        return false;
    return node.kind !== 'branch' || (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeState */ .GN)(state, node.id).position === event.arm;
}
function podFollows(state, event) {
    const pod = state.pods.get(event.pod);
    if (!pod)
        return false;
    switch (event.type) {
        case 'pod-refused':
            return (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isUndecided */ .Ae)(pod);
        case 'pod-created':
            return (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isUndecided */ .Ae)(pod) && [...state.pods.values()].every(({ id }) => id !== event.id);
        case 'pod-ready':
            return (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)(pod) && pod.readyAt === undefined;
        case 'pod-ended':
            return (pod.refused === undefined && pod.proven !== true && !(pod.endedAt !== undefined && !event.proven));
        case 'pod-billed':
            return pod.refused === undefined && pod.billed !== event.dollars;
    }
}


/***/ }),

/***/ 57533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ runDirectoryOf),
/* harmony export */   XB: () => (/* binding */ writeJobFile),
/* harmony export */   _q: () => (/* binding */ hasJobFile),
/* harmony export */   i5: () => (/* binding */ readJobFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38702);
/** What the steps of one job know of it, each a process of its own: a file in the runner's temporary folder. */



/** Absolute. */
function runDirectoryOf({ workspace, run }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, '.ml-workflow', 'runs', run);
}
function pathIn(environment) {
    const { RUNNER_TEMP: temporary } = environment;
    if (!temporary)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RunError */ .e4('`RUNNER_TEMP` is not set; this is not a job of GitHub Actions');
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temporary, 'ml-workflow', 'job.json');
}
function writeJobFile(job, environment) {
    const path = pathIn(environment);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${path}.new`, JSON.stringify(job));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(`${path}.new`, path);
}
function hasJobFile(environment) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(pathIn(environment));
}
/** Throws a `RunError` when `open` has not written it. */
function readJobFile(environment) {
    const path = pathIn(environment);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RunError */ .e4('this job was not opened; `open` is its first step');
    try {
        const file = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
        if (file.schema === 1)
            return file;
        throw new Error('written by another version of ml-workflow');
    }
    catch (error) {
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RunError */ .e4(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
}


/***/ }),

/***/ 80635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HI: () => (/* binding */ readOnGitHub),
/* harmony export */   LT: () => (/* binding */ onGitHubFile),
/* harmony export */   MH: () => (/* binding */ reportersOf),
/* harmony export */   Vm: () => (/* binding */ contextOf),
/* harmony export */   _7: () => (/* binding */ writeOnGitHub),
/* harmony export */   ac: () => (/* binding */ onGitHubIn),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   ix: () => (/* binding */ triggerOf),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33838);
/* harmony import */ var _drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75078);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(38702);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40654);
/* harmony import */ var _github_check_runs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79873);
/* harmony import */ var _github_job_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(37249);
/* harmony import */ var _github_trigger_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(74930);
/* harmony import */ var _job_file_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(57533);
/** What a part of a run tells GitHub, and what the next part has to know of it. */











const onGitHubFile = 'github.json';
function readOnGitHub(runDirectory) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runDirectory, onGitHubFile);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path) ? JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8')) : undefined;
}
/** In the part of the plan job. `folder`: absolute, of the part. */
function onGitHubIn(folder) {
    const run = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'run');
    const onGitHub = readOnGitHub(run);
    if (!onGitHub)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_10__/* .RunError */ .e4(`${folder}: the job \`plan\` had not begun a run`);
    return { plan: JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(run, 'plan.json'), 'utf8')), onGitHub };
}
/**
 * SHA-256 of all by which later jobs decide what runs: the plan, its targets, the commit. `run`: the folder with
 * `plan.json`.
 */
function digestOf(run) {
    const { sha, pull, isHosted, by, asked, approvedBy, base, deployFrom, notify, drift, slot } = readOnGitHub(run) ?? {};
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const file of _drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .planFiles */ .jP)
        hash.update(`${file}\n${(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(run, file), 'utf8')}\n`);
    const hex = hash
        .update(JSON.stringify({ sha, pull, isHosted, by, asked, approvedBy, base, deployFrom, notify, drift, slot }))
        .digest('hex');
    // In letters: GitHub drops an output that holds a masked value, and a short one of those is a number as a rule.
    return hex.replace(/[0-9a-f]/g, (digit) => 'ghijklmnopqrstuv'[Number.parseInt(digit, 16)] ?? '');
}
function writeOnGitHub(runDirectory, now) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runDirectory, onGitHubFile);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(`${path}.new`, JSON.stringify(now));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(`${path}.new`, path);
}
function subjectOf(plan, { project }) {
    return { workflow: plan.name, project };
}
/** Of the commit and the pull request that were asked for: the event of a dispatch names neither. */
function triggerOf(environment, { sha, pull }) {
    return {
        ...(0,_github_trigger_js__WEBPACK_IMPORTED_MODULE_8__/* .readTrigger */ .v)(environment),
        sha,
        ...(pull === undefined ? {} : { pull: { number: pull } }),
    };
}
/** For the report. */
function contextOf({ sha, by, asked, base, notes }, { url }) {
    return {
        ...{ sha, url },
        ...(by === undefined ? {} : { requested_by: by }),
        ...(asked === undefined ? {} : { asked }),
        ...(base === undefined ? {} : { base }),
        ...(notes === undefined ? {} : { notes }),
    };
}
/**
 * `adopts`: looks for check runs that the router has created for this run. `begins`: creates what the run will fill in. `refreshes`: writes the comment when it hands over, and completes the
 * check runs of gates that were decided elsewhere.
 */
function reportersOf(plan, file, token, { begins = false, refreshes = false, adopts = false, } = {}) {
    const runDirectory = (0,_job_file_js__WEBPACK_IMPORTED_MODULE_9__/* .runDirectoryOf */ .Gg)(file);
    const before = readOnGitHub(runDirectory);
    if (token !== '')
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq(token);
    if (!before)
        return (0,_github_job_js__WEBPACK_IMPORTED_MODULE_7__/* .partReporters */ .A)(plan, undefined);
    const { checks, comment } = before;
    const trigger = triggerOf(process.env, before);
    return (0,_github_job_js__WEBPACK_IMPORTED_MODULE_7__/* .partReporters */ .A)(plan, {
        ...{ subject: subjectOf(plan, file), trigger },
        context: () => contextOf(before, trigger),
        ...(adopts ? { adopts: () => (0,_github_check_runs_js__WEBPACK_IMPORTED_MODULE_6__/* .openChecksOf */ .pY)(new _github_api_js__WEBPACK_IMPORTED_MODULE_5__/* .GitHubApi */ .yN(token), trigger) } : {}),
        token,
        wantsComment: file.comment,
        begins,
        refreshes,
        checks,
        ...(comment === undefined ? {} : { comment }),
        now: () => new Date().toISOString(),
        saved: (open, commentNow) => writeOnGitHub(runDirectory, {
            ...before,
            ...(commentNow === undefined ? {} : { comment: commentNow }),
            checks: [...open],
        }),
    });
}


/***/ })

};
